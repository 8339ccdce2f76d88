"""
Filter an image that lies on disk
=================================

Memory maps are read where windows need them, and ``out=`` may be one, too. So neither the input nor
the result has to fit into memory. For zarr, HDF5 and a limit of memory, see :doc:`/large_data`.
"""

import tempfile
import tracemalloc
from pathlib import Path

import matplotlib.pyplot as plt
import numpy as np

from polyconv import plan

folder = tempfile.TemporaryDirectory()
shape = (1, 1500, 2000)
source = np.memmap(Path(folder.name, "in.dat"), np.float32, "w+", shape=shape)
row, column = np.ogrid[: shape[1], : shape[2]]
source[0] = np.sin(column / 60) * np.cos(row / 45) + np.sin((row + column) / 7) * 0.3
result = np.memmap(Path(folder.name, "out.dat"), np.float32, "w+", shape=shape)

# %%
# One call filters from file to file. Python's own allocations show that no copy is made.

taps = np.hanning(31).astype(np.float32)
blur = plan(source, np.outer(taps, taps)[None, None] / taps.sum() ** 2, padding="same")
tracemalloc.start()
blur(source, out=result)
_, peak = tracemalloc.get_traced_memory()
tracemalloc.stop()
print(f"image {source.nbytes / 2**20:.1f} MiB, allocated by the call {peak / 2**20:.2f} MiB")

figure, axes = plt.subplots(1, 2, figsize=(8, 3.1), layout="constrained")
for panel, (title, image) in zip(
    axes, {"on disk": source[0], "filtered, on disk": result[0]}.items(), strict=True
):
    panel.imshow(image[::5, ::5], cmap="cividis", vmin=-1.3, vmax=1.3)
    panel.set(title=title, xticks=[], yticks=[])
plt.show()
del source, result
folder.cleanup()
