"""
Look at texture on several scales
=================================

A dilated kernel reaches further with the same number of weights. One small kernel with dilations of
1, 2, 4 and 8 measures how rough a surface is on four scales.
"""

import matplotlib.pyplot as plt
import numpy as np

from polyconv import conv2d

rng = np.random.default_rng(1)
fine = rng.normal(size=(128, 128))
coarse = np.kron(rng.normal(size=(16, 16)), np.ones((8, 8)))
texture = np.hstack([fine, coarse]).astype(np.float32)

# %%
# The second difference, in both directions, at distances of 1, 2, 4 and 8 pixels.

laplacian = np.array([[0, 1, 0], [1, -4, 1], [0, 1, 0]], np.float32)[None, None]
box = np.full((1, 1, 17, 17), 1 / 289, np.float32)
same = {"padding": "same", "padding_mode": "symmetric"}
roughness = [
    conv2d(conv2d(texture[None], laplacian, dilation=step, **same) ** 2, box, **same)[0]
    for step in (1, 2, 4, 8)
]

figure, axes = plt.subplots(1, 5, figsize=(11, 2.5), layout="constrained")
axes[0].imshow(texture, cmap="gray")
axes[0].set_title("fine and coarse")
for panel, step, image in zip(axes[1:], (1, 2, 4, 8), roughness, strict=True):
    panel.imshow(np.sqrt(image), cmap="viridis", vmin=0, vmax=6)
    panel.set_title(f"dilation {step}")
for panel in axes:
    panel.set(xticks=[], yticks=[])
plt.show()
