"""
Sharpen by an unsharp mask
==========================

A blurred copy is subtracted from the image, and the difference is added to it. All of this is one
kernel: an impulse plus the difference of an impulse and a Gaussian.
"""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.cbook import get_sample_data

from polyconv import conv2d

with get_sample_data("grace_hopper.jpg") as file:
    photo = plt.imread(file)[40:240, 160:400].astype(np.float32) / 255  # (height, width, channels)

# %%
# Build the kernel.

taps = np.exp(-0.5 * (np.arange(-6, 7) / 2) ** 2)
gaussian = np.outer(taps, taps) / taps.sum() ** 2
impulse = np.zeros_like(gaussian)
impulse[6, 6] = 1
amount = 0.8
kernel = (impulse + amount * (impulse - gaussian)).astype(np.float32)

# %%
# Each channel has its own copy of the filter, so there are three groups. The image keeps its
# channels last.

w = np.repeat(kernel[:, :, None, None], 3, axis=-1)  # (13, 13, 1, 3)
sharp = conv2d(photo, w, groups=3, padding="same", padding_mode="edge", data_format="channels_last")

figure, axes = plt.subplots(1, 2, figsize=(8, 3.6), layout="constrained")
for panel, (title, image) in zip(
    axes, {"photograph": photo, "sharpened": sharp}.items(), strict=True
):
    panel.imshow(np.clip(image, 0, 1))
    panel.set(title=title, xticks=[], yticks=[])
plt.show()
