"""
Smooth a map with gaps
======================

``nanconv`` leaves missing elements out of each window's mean. A plain convolution would make every
output missing whose window holds one; zeros in the gaps would pull the heights down.
"""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.cbook import get_sample_data

from polyconv import conv2d, nanconv

# Heights around Jacksboro, Tennessee, from the US Geological Survey, come with matplotlib.
with get_sample_data("jacksboro_fault_dem.npz") as data:
    heights = data["elevation"].astype(np.float32)

# %%
# Clouds hide a part of it, and single pixels are missing everywhere.

rng = np.random.default_rng(0)
row, column = np.ogrid[: heights.shape[0], : heights.shape[1]]
seen = heights.copy()
for _ in range(12):
    r, c, radius = rng.integers(0, heights.shape[0]), rng.integers(0, heights.shape[1]), 14
    seen[(row - r) ** 2 + (column - c) ** 2 < radius**2] = np.nan
seen[rng.random(heights.shape) < 0.05] = np.nan

taps = np.exp(-0.5 * (np.arange(-10, 11) / 4) ** 2).astype(np.float32)
kernel = np.outer(taps, taps)[None, None]
kernel /= kernel.sum()
plain = conv2d(seen[None], kernel, padding="same", padding_mode="edge")[0]
filled = nanconv(seen[None], kernel, padding="same", padding_mode="edge")[0]
print(
    f"missing: {np.isnan(seen).mean():.0%} of the map, {np.isnan(plain).mean():.0%} after conv2d,"
)
print(f"{np.isnan(filled).mean():.1%} after nanconv")

figure, axes = plt.subplots(1, 3, figsize=(9, 3), layout="constrained")
colours = plt.get_cmap("terrain").with_extremes(bad="#b84a00")
for panel, (title, image) in zip(
    axes, {"with gaps": seen, "conv2d": plain, "nanconv": filled}.items(), strict=True
):
    panel.imshow(image, cmap=colours, vmin=np.nanmin(heights), vmax=np.nanmax(heights))
    panel.set(title=title, xticks=[], yticks=[])
plt.show()
