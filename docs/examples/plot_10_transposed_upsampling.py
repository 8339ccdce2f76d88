"""
Enlarge by a transposed convolution
===================================

``conv_transpose`` puts a kernel at every pixel and adds up what overlaps. With a stride of 4 the
result is four times as large; the kernel decides how it looks between the pixels.
"""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.cbook import get_sample_data

from polyconv import conv_transpose2d

with get_sample_data("grace_hopper.jpg") as file:
    small = plt.imread(file)[60:220:5, 170:370:5].astype(np.float32).mean(axis=-1)[None] / 255

# %%
# A box repeats pixels; a triangle interpolates between them; a cubic B-spline smooths.

box = np.ones(4, np.float32)
triangle = np.convolve(box, box) / 4
spline = np.convolve(triangle, triangle) / 4
kernels = {"nearest: box": box, "linear: triangle": triangle, "smooth: cubic B-spline": spline}

figure, axes = plt.subplots(1, 4, figsize=(11, 2.8), layout="constrained")
axes[0].imshow(small[0], cmap="gray")
axes[0].set_title(f"{small.shape[2]} x {small.shape[1]} pixels")
for panel, (title, taps) in zip(axes[1:], kernels.items(), strict=True):
    kernel = np.outer(taps, taps).astype(np.float32)[None, None]
    large = conv_transpose2d(small, kernel, stride=4)[0]
    panel.imshow(large, cmap="gray", vmin=0, vmax=1)
    panel.set_title(title)
for panel in axes:
    panel.set(xticks=[], yticks=[])
plt.show()
