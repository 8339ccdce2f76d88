"""The vectors of separable filters as the kernels read them."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from polyconv._problem import Problem
from polyconv._structure import factorise

from .tiling import elements_of

__all__ = ["share_filter", "vectors_of"]

# Minimum binary exponent of the largest element of the last axis, by itemsize. Below it, a power of
# two is moved from the first axis to the last, because products with subnormal numbers are inexact.
_MIN_EXPONENT = {4: -60, 8: -500}


def vectors_of(p: Problem, w: NDArray[Any]) -> tuple[NDArray[Any], NDArray[Any], NDArray[Any]]:
    """Return the vectors of three axes, each ``(out_channels, ic_per_group, terms, sets, taps)``.

    A set is a real vector. Complex vectors have the sets re, -im and im, if any of them has an
    imaginary part. The value of a box is in the axis of the last pass, which is the problem's first
    axis.
    """
    if p.structure.kind == "box":
        axes = _box(p, w)
    else:
        factors = factorise(w, p.accumulator, p.structure.rank, p.structure_rtol)
        assert factors is not None, f"filters of {p} have another structure"
        axes = _scaled(p, list(factors.axes))
    ones = np.ones((*axes[0].shape[:3], 1), axes[0].dtype)
    axes = [ones] * (3 - p.rank) + axes
    if p.rank == 1 and p.structure.kind == "box":
        axes[1], axes[2] = axes[2][..., :1], np.ones_like(axes[2])
    has_imaginary = any(np.iscomplexobj(axis) and axis.imag.any() for axis in axes)
    depth, height, width = (_sets(p, axis, has_imaginary) for axis in axes)
    return depth, height, width


def share_filter(w: NDArray[Any]) -> bool:
    """Return True if all filters are equal, as for blurring a colour image."""
    return bool((w == w[:1]).all())


def _box(p: Problem, w: NDArray[Any]) -> list[NDArray[Any]]:
    """Return vectors of ones; those of the first axis are multiplied by the box's value."""
    first: Any = (..., *(slice(0, 1),) * p.rank)
    value = w[first].astype(p.accumulator)
    value = value.reshape(*value.shape[:2], 1, 1)
    axes = [np.ones((*value.shape[:3], taps), p.accumulator) for taps in p.kernel]
    axes[0] = axes[0] * value
    return axes


def _scaled(p: Problem, axes: list[NDArray[Any]]) -> list[NDArray[Any]]:
    """Move a power of two from the first axis to the last, if the last is near underflow."""
    if p.accumulator.kind in "iu":
        return axes
    lowest = _MIN_EXPONENT[elements_of(p).itemsize]
    size = np.abs(axes[-1]).max(axis=-1, keepdims=True)
    _, exponent = np.frexp(size)
    shift = np.where(size > 0, np.maximum(lowest - exponent, 0) // 2, 0)
    axes[-1] = axes[-1] * np.exp2(shift.astype(float))
    axes[0] = axes[0] * np.exp2(-shift.astype(float))
    return axes


def _sets(p: Problem, axis: NDArray[Any], has_imaginary: bool) -> NDArray[Any]:
    """Return the real vectors of an axis in the kernels' type."""
    parts = [axis.real, -axis.imag, axis.imag] if has_imaginary else [axis.real]
    elements = elements_of(p)
    with np.errstate(all="ignore"):  # elements near underflow
        return np.ascontiguousarray(np.stack(parts, axis=-2), elements)
