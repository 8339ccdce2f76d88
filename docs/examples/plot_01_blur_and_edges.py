"""
Blur and find edges in a photograph
===================================

A Gaussian blurs, Sobel's kernels find edges. Both are a column times a row, which polyconv notices
by itself and filters axis by axis.
"""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.cbook import get_sample_data

from polyconv import conv2d, explain

# Grace Hopper, a photograph of the US Navy, comes with matplotlib.
with get_sample_data("grace_hopper.jpg") as file:
    photo = plt.imread(file).astype(np.float32) / 255
grey = photo.mean(axis=-1)[None]  # channels first: (1, height, width)

# %%
# One filter of 31x31 taps for the blur, two of 3x3 for the edges; the border is mirrored.

taps = np.exp(-0.5 * (np.arange(-15, 16) / 5) ** 2).astype(np.float32)
gaussian = np.outer(taps, taps)[None, None] / taps.sum() ** 2
sobel = np.array([[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]], np.float32)
both = np.stack([sobel, sobel.T])[:, None]  # (2 filters, 1 channel, 3, 3)

options = {"padding": "same", "padding_mode": "reflect"}
blurred = conv2d(grey, gaussian, **options)
edges = np.hypot(*conv2d(grey, both, **options))

figure, axes = plt.subplots(1, 3, figsize=(8, 3.2), layout="constrained")
panels = {"photograph": grey[0], "Gaussian, sigma 5": blurred[0], "Sobel, magnitude": edges}
for panel, (title, image) in zip(axes, panels.items(), strict=True):
    panel.imshow(image, cmap="gray")
    panel.set(title=title, xticks=[], yticks=[])
plt.show()

# %%
# ``explain`` names the structure that was found in the weights.

print(explain(grey, gaussian, **options).structure)
