"""ducc0: one transform of the whole array, the filters' spectra kept."""

from collections.abc import Callable
from typing import Any

import ducc0
import numpy as np
from ducc0 import fft
from numpy.typing import NDArray

from .task import Task, Unsupported, Variant, aligned

__all__ = ["builders", "setup", "versions"]

_workers = 1


def setup(workers: int) -> None:
    """Set the number of threads."""
    global _workers
    _workers = workers


def versions() -> dict[str, Any]:
    """Return the version."""
    return {"ducc0": ducc0.__version__}


def builders(task: Task) -> dict[str, Callable[[], Variant]]:
    """Return one variant, ``fft``, for one filter on each channel."""
    return {"fft": lambda: _transformed(task)}


def _transformed(task: Task) -> Variant:
    if task.dtype.name not in ("float32", "float64") or task.channels_last:
        raise Unsupported("floats with channels first only")
    if set(task.stride) | set(task.dilation) != {1}:
        raise Unsupported("stride and dilation of 1 only")
    if not task.groups == task.channels == task.filters:
        raise Unsupported("one filter for each channel only")
    # Correlation is convolution with the reversed filter, whose results come k - 1 - low later.
    starts = [k - 1 - low for k, (low, _) in zip(task.kernel, task.pads, strict=True)]
    if min(starts) < 0:
        raise Unsupported("padding within the filter only")
    axes = tuple(range(2, 2 + task.rank))
    # Results that wrap around must lie outside of the window that is wanted.
    size = tuple(
        fft.good_size(max(n + max(pads), k), True)
        for n, k, pads in zip(task.image, task.kernel, task.pads, strict=True)
    )
    whole = aligned(np.zeros((*task.x.shape[:2], *size), task.dtype))
    filters = np.zeros((1, task.filters, *size), task.dtype)
    filters[0][(..., *map(slice, task.kernel))] = np.flip(task.w[:, 0], range(1, 1 + task.rank))
    kernel_spectra = fft.r2c(filters, axes=axes)
    spectra = np.empty((*whole.shape[:-1], size[-1] // 2 + 1), kernel_spectra.dtype)
    result = aligned(np.empty_like(whole))
    y = aligned(np.empty((*task.x.shape[:2], *task.out_image), task.dtype))
    image = whole[(..., *map(slice, task.image))]
    window = result[(..., *(slice(s, s + n) for s, n in zip(starts, y.shape[2:], strict=True)))]
    x = task.x

    def call() -> NDArray[Any]:
        image[...] = x
        fft.r2c(whole, axes=axes, out=spectra, nthreads=_workers)
        np.multiply(spectra, kernel_spectra, out=spectra)
        fft.c2r(
            spectra,
            axes=axes,
            lastsize=size[-1],
            forward=False,
            inorm=2,
            out=result,
            nthreads=_workers,
            allow_overwriting_input=True,
        )
        y[...] = window
        return y

    return Variant(call, reuses_output=True)
