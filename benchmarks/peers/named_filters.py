"""Filters that libraries have functions for, recognised by their weights.

It must not import polyconv: the worker processes of the peers run without it.
"""

from functools import reduce
from typing import Any

import numpy as np
from numpy.typing import NDArray

__all__ = ["gaussian_line", "gaussian_sigma", "is_box", "is_gaussian", "is_sobel", "lines"]

# Weights are rounded to single precision. Whether a function computes the workload's result is
# checked anyway.
_RTOL = 1e-6

_SOBEL = np.outer([1, 2, 1], [-1, 0, 1])


def gaussian_sigma(size: int) -> float:
    """Return the standard deviation of the Gaussians of the workloads, OpenCV's default."""
    return 0.3 * ((size - 1) / 2 - 1) + 0.8


def gaussian_line(size: int) -> NDArray[np.float64]:
    """Return a Gaussian of that standard deviation; its numbers sum to 1."""
    bell: NDArray[np.float64] = np.exp(
        -(((np.arange(size) - (size - 1) / 2) / gaussian_sigma(size)) ** 2) / 2
    )
    return np.asarray(bell / bell.sum())


def is_gaussian(w: NDArray[Any]) -> bool:
    """Return True for a Gaussian of equal size on all axes."""
    line = gaussian_line(len(w))
    return set(w.shape) == {len(w)} and _equal(w, reduce(np.multiply.outer, [line] * w.ndim))


def is_box(w: NDArray[Any]) -> bool:
    """Return True for the mean of all elements in a window."""
    return _equal(w, np.full(w.shape, 1 / w.size))


def is_sobel(w: NDArray[Any]) -> bool:
    """Return True for the Sobel filter along the last axis."""
    return w.shape == _SOBEL.shape and _equal(w, _SOBEL)


def lines(w: NDArray[Any]) -> tuple[NDArray[Any], ...] | None:
    """Return a vector for each axis whose outer product is `w`, or None."""
    middle = np.unravel_index(np.abs(w).argmax(), w.shape)
    pivot = w[middle]
    if pivot == 0:
        return None
    vectors = []
    for axis in range(w.ndim):
        place: list[Any] = list(middle)
        place[axis] = slice(None)
        vectors.append(w[tuple(place)] / (pivot if axis < w.ndim - 1 else 1))
    return tuple(vectors) if _equal(w, reduce(np.multiply.outer, vectors)) else None


def _equal(w: NDArray[Any], other: NDArray[Any]) -> bool:
    return bool(np.abs(w - other).max() <= _RTOL * np.abs(other).max())
