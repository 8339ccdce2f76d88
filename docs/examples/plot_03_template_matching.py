"""
Find a detail of a photograph
=============================

Correlation with a detail is large where the detail lies, and also where the image is bright. With
the mean and the deviation of each window taken out, it is 1 at the detail only: normalised
cross-correlation.
"""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.cbook import get_sample_data

from polyconv import conv2d

with get_sample_data("grace_hopper.jpg") as file:
    photo = plt.imread(file).astype(np.float32).mean(axis=-1) / 255
top, left, height, width = 25, 225, 48, 70
detail = photo[top : top + height, left : left + width]

# %%
# The windows' sums and sums of squares are box filters, for which polyconv needs about log2(k)
# additions instead of k.

noisy = photo + np.random.default_rng(0).normal(0, 0.1, photo.shape).astype(np.float32)
box = np.ones((1, 1, height, width), np.float32)
mean = conv2d(noisy[None], box)[0] / detail.size
deviation = np.sqrt(np.maximum(conv2d(noisy[None] ** 2, box)[0] / detail.size - mean**2, 1e-6))
centred = (detail - detail.mean())[None, None]
match = conv2d(noisy[None], centred)[0] / (detail.size * deviation * detail.std())

# %%
# The largest correlation is where the detail was cut out, in spite of the noise.

found = np.unravel_index(match.argmax(), match.shape)
print("cut out at", (top, left), "found at", tuple(map(int, found)), f"with {match.max():.2f}")

figure, axes = plt.subplots(1, 3, figsize=(9, 3.6), layout="constrained")
axes[0].imshow(detail, cmap="gray")
axes[0].set_title("detail")
axes[1].imshow(noisy, cmap="gray")
axes[1].add_patch(plt.Rectangle(found[::-1], width, height, fill=False, color="#ff9e57", lw=2))
axes[1].set_title("found in a noisy photograph")
axes[2].imshow(match, cmap="viridis")
axes[2].set_title("normalised correlation")
for panel in axes:
    panel.set(xticks=[], yticks=[])
plt.show()
