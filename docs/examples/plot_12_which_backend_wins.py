"""
Which backend wins where
========================

For each size of kernel and of image, the backend that ``choose`` takes on the machine that built
this page. Nothing is run: the choice is predicted from shapes.
"""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.colors import ListedColormap

from polyconv import backends, choose

kernels = [1, 2, 3, 4, 5, 6, 7, 9, 11, 13, 15, 19, 23, 31, 47, 63]
images = [8, 16, 32, 64, 128, 256, 512, 1024, 2048, 4096]
panels = {
    "one channel": 1,
    "16 channels, 16 filters": 16,
    "128 channels, 128 filters": 128,
}


def chosen(channels, size, kernel):
    """Return the backend for a padded image of this size, in float32, with prepared weights."""
    return choose(
        (channels, size, size),
        (channels, channels, kernel, kernel),
        dtype="float32",
        padding="same",
        prepared=True,
        workers=1,
    ).backend


# %%
# Kernels are dense, as those of networks are; Gaussians and boxes would go to ``separable``.

names = [name for name in backends() if name not in ("torch", "jax")]
colours = ["#1858a8", "#7c3aed", "#b84a00", "#c69300", "#1a7340", "#63b37b", "#5c6470", "#1b1f24"]
figure, axes = plt.subplots(1, 3, figsize=(11, 4), sharey=True, layout="constrained")
seen = set()
for panel, (title, channels) in zip(axes, panels.items(), strict=True):
    grid = np.array([[names.index(chosen(channels, size, k)) for k in kernels] for size in images])
    seen |= set(grid.flat)
    panel.imshow(
        grid, cmap=ListedColormap(colours[: len(names)]), vmin=-0.5, vmax=len(names) - 0.5,
        origin="lower", aspect="auto",
    )  # fmt: skip
    panel.set(title=title, xlabel="kernel, k x k")
    panel.set_xticks(range(0, len(kernels), 2), labels=kernels[::2])
    panel.set_yticks(range(len(images)), labels=images)
axes[0].set_ylabel("image, n x n")
handles = [plt.Rectangle((0, 0), 1, 1, color=colours[i], label=names[i]) for i in sorted(seen)]
figure.legend(handles=handles, loc="outside lower center", ncols=len(handles), frameon=False)
plt.show()
