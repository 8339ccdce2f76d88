"""
Learn a filter from an example
==============================

Given a photograph and a filtered copy, gradient descent finds the filter. ``polyconv.grad`` has the
gradient of a convolution by its weights.
"""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.cbook import get_sample_data

from polyconv import conv2d, grad

with get_sample_data("grace_hopper.jpg") as file:
    photo = plt.imread(file)[::3, ::3].astype(np.float64).mean(axis=-1)[None] / 255
photo -= photo.mean()
emboss = np.array([[-2, -1, 0], [-1, 1, 1], [0, 1, 2]], float)[None, None]
options = {"padding": "same", "padding_mode": "edge"}
target = conv2d(photo, emboss, **options)

# %%
# Momentum makes up for neighbouring pixels being alike, which slows plain descent down.

w, velocity, losses, snapshots = np.zeros((1, 1, 3, 3)), 0.0, [], {}
for step in range(400):
    error = conv2d(photo, w, **options) - target
    losses.append(np.mean(error**2))
    gradient = grad.conv_weight(photo, w.shape, 2 * error / error.size, **options)
    velocity = 0.95 * velocity - 1.0 * gradient
    w = w + velocity
    if step in (0, 20, 399):
        snapshots[step] = w[0, 0]
print(f"largest difference to the true filter: {np.abs(w - emboss).max():.3f}")

figure, axes = plt.subplots(1, 5, figsize=(11, 2.6), layout="constrained")
axes[0].semilogy(losses, color="#1858a8")
axes[0].set(title="mean squared error", xlabel="step")
for panel, (title, weights) in zip(
    axes[1:],
    {**{f"step {step}": each for step, each in snapshots.items()}, "true": emboss[0, 0]}.items(),
    strict=True,
):
    panel.imshow(weights, cmap="RdBu", vmin=-2, vmax=2)
    panel.set(title=title, xticks=[], yticks=[])
plt.show()
