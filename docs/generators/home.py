"""Draw the picture of the home page and of README: ``python docs/generators/home.py``."""

import io
from datetime import date
from pathlib import Path

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt
import numpy as np
from matplotlib.cbook import get_sample_data
from matplotlib.colors import ListedColormap
from PIL import Image

from polyconv import choose, conv2d
from polyconv._machine import fingerprint

__all__ = ["main"]

PICTURE = Path(__file__).parents[1] / "_static" / "home.png"

_KERNELS = [1, 2, 3, 4, 5, 6, 7, 9, 11, 13, 15, 19, 23, 31, 47, 63]
_IMAGES = [16, 32, 64, 128, 256, 512, 1024, 2048]
_CHANNELS = 64
# Colours of the backends that win; the order is that of the legend.
_COLOURS = {
    "direct": "#1858a8",
    "winograd": "#b84a00",
    "im2col": "#c69300",
    "fft_tiled": "#1a7340",
    "fft": "#63b37b",
}


def _chosen(size: int, kernel: int) -> str:
    shapes = (_CHANNELS, size, size), (_CHANNELS, _CHANNELS, kernel, kernel)
    options = {"dtype": "float32", "padding": "same", "prepared": True, "workers": 1}
    return choose(*shapes, **options).backend


def main() -> None:
    """Write the picture."""
    with get_sample_data("grace_hopper.jpg") as file:
        photo = plt.imread(file)[20:320, 90:450].astype(np.float32).mean(axis=-1) / 255
    sobel = np.array([[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]], np.float32)
    both = np.stack([sobel, sobel.T])[:, None]
    edges = np.hypot(*conv2d(photo[None], both, padding="same", padding_mode="edge"))
    names = list(_COLOURS)
    grid = [[names.index(_chosen(size, k)) for k in _KERNELS] for size in _IMAGES]

    figure, axes = plt.subplots(
        1, 3, figsize=(9, 3), layout="constrained", width_ratios=(1, 1, 1.15)
    )
    axes[0].imshow(photo, cmap="gray")
    axes[0].set_title("an array", fontsize=11)
    axes[1].imshow(edges, cmap="gray_r")
    axes[1].set_title("conv2d with two 3x3 filters", fontsize=11)
    for panel in axes[:2]:
        panel.set(xticks=[], yticks=[])
    colours = ListedColormap(list(_COLOURS.values()))
    axes[2].imshow(grid, cmap=colours, vmin=-0.5, vmax=len(names) - 0.5, origin="lower",
                   aspect="auto")  # fmt: skip
    axes[2].set_title(f"predicted fastest, {_CHANNELS} channels", fontsize=11)
    axes[2].set_xticks(range(0, len(_KERNELS), 3), labels=_KERNELS[::3])
    axes[2].set_yticks(range(len(_IMAGES)), labels=_IMAGES)
    axes[2].set_xlabel("kernel, k x k")
    axes[2].set_ylabel("image, n x n")
    seen = {each for row in grid for each in row}
    handles = [
        plt.Rectangle((0, 0), 1, 1, color=colours(i), label=name)
        for i, name in enumerate(names)
        if i in seen
    ]
    figure.legend(handles=handles, loc="outside lower right", ncols=len(handles), frameon=False,
                  fontsize=9)  # fmt: skip
    # In the corner beside the legend, because predictions depend on the machine and the version.
    figure.text(0.005, 0.015, f"{fingerprint()['cpu']}, 1 worker, {date.today().isoformat()}",
                fontsize=8, color="#59636e")  # fmt: skip
    buffer = io.BytesIO()
    figure.savefig(buffer, dpi=110)
    # A palette takes a third of the bytes. The usual one merges rare colours, such as a backend's
    # that only the legend shows, into others; this one keeps those that are far from all others.
    picture = Image.open(buffer).convert("RGB")
    picture.quantize(128, Image.Quantize.MAXCOVERAGE).save(PICTURE, optimize=True)


if __name__ == "__main__":
    main()
