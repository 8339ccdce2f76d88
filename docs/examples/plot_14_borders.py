"""
Beyond the border
=================

The same blur with each ``padding_mode``: a corner of a photograph, with what the filter sees beyond
the border.
"""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.cbook import get_sample_data

from polyconv import conv2d

with get_sample_data("grace_hopper.jpg") as file:
    corner = plt.imread(file)[:96, :96].astype(np.float32).mean(axis=-1) / 255

# %%
# A kernel of one weight shows the padding itself. A box shows its effect on means.

one, box = np.ones((1, 1, 1, 1), np.float32), np.full((1, 1, 25, 25), 1 / 625, np.float32)
modes = ["zeros", "edge", "reflect", "symmetric", "wrap"]
figure, axes = plt.subplots(2, len(modes), figsize=(11, 4.6), layout="constrained")
for column, mode in zip(axes.T, modes, strict=True):
    seen = conv2d(corner[None], one, padding=32, padding_mode=mode)[0]
    blurred = conv2d(corner[None], box, padding="same", padding_mode=mode)[0]
    column[0].imshow(seen, cmap="gray", vmin=0, vmax=1)
    column[0].add_patch(plt.Rectangle((32, 32), 96, 96, fill=False, color="#ff9e57", lw=2))
    column[0].set_title(mode)
    column[1].imshow(blurred, cmap="gray", vmin=0, vmax=1)
    for panel in column:
        panel.set(xticks=[], yticks=[])
axes[0, 0].set_ylabel("padded")
axes[1, 0].set_ylabel("blurred")
plt.show()
