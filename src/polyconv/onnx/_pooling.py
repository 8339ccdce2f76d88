"""The operators MaxPool and AveragePool, whose loops in Python take most of a network's time.

A maximum over a box is that along each axis in turn, of views of the input: ``k`` passes along an
axis instead of ``k**2`` over the image. An average is a convolution with a box, divided by the
elements that each window holds.
"""

import math
from collections.abc import Iterator
from itertools import product
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from onnx.reference.op_run import OpRun

from polyconv._api import conv

from ._attributes import PooledAxis, pooled_axes

__all__ = ["AveragePool", "MaxPool"]

Array = NDArray[Any]


class MaxPool(OpRun):  # type: ignore[misc]
    """ONNX's MaxPool, of all opsets.

    The maximum of a window that holds a NaN is NaN. A window that holds no element, as dilation and
    padding can make it, has the least value of the dtype, and the index -1.
    """

    def _run(
        self, x: Array, storage_order: int | None = None, **attributes: Any
    ) -> tuple[Any, ...]:
        axes = pooled_axes(attributes, x.shape)
        if len(self.output) == 1:
            return (_max_along_axes(x, axes),)
        return _max_and_indices(x, axes, column_major=bool(storage_order))


class AveragePool(OpRun):  # type: ignore[misc]
    """ONNX's AveragePool, of all opsets. Sums of float16 and bfloat16 are in float32."""

    def _run(
        self, x: Array, count_include_pad: int | None = None, **attributes: Any
    ) -> tuple[Array]:
        axes = pooled_axes(attributes, x.shape)
        if len(axes) > 3:
            raise ValueError(f"X has shape {x.shape}; allowed: 3 to 5 axes, 1 to 3 of them spatial")
        summed = np.float64 if x.dtype == np.float64 else np.float32
        y = _sums(x.astype(summed, copy=False), axes)
        counts = _counts(axes, bool(count_include_pad))
        np.divide(y, counts.astype(summed), out=y, where=counts > 0)
        y[..., counts == 0] = np.nan  # a window that holds no element
        return (y.astype(x.dtype, copy=False),)


class _Tap(NamedTuple):
    """Where one element of a box meets the input, along one axis."""

    outputs: slice
    inputs: slice


def _taps(axis: PooledAxis) -> Iterator[_Tap]:
    """Yield the places of each element of the box that meets the input at all."""
    for tap in range(axis.kernel):
        offset = tap * axis.dilation - axis.lo
        begin = max(-(offset // axis.stride), 0)
        end = min((axis.n - 1 - offset) // axis.stride + 1, axis.out)
        if begin < end:
            first = begin * axis.stride + offset
            last = (end - 1) * axis.stride + offset
            yield _Tap(slice(begin, end), slice(first, last + 1, axis.stride))


def _lowest(dtype: np.dtype[Any]) -> Any:
    """Return the lowest value of a dtype; -inf of bfloat16, too, which NumPy does not know."""
    return np.iinfo(dtype).min if dtype.kind in "iu" else -math.inf


def _max_along_axes(x: Array, axes: tuple[PooledAxis, ...]) -> Array:
    """Return the maxima, along the first axis first: its rows are contiguous."""
    for number, axis in enumerate(axes, 2):
        before = (slice(None),) * number
        y = np.full(
            (*x.shape[:number], axis.out, *x.shape[number + 1 :]), _lowest(x.dtype), x.dtype
        )
        for tap in _taps(axis):
            part = y[*before, tap.outputs]
            np.maximum(part, x[*before, tap.inputs], out=part)
        x = y
    return x


def _max_and_indices(
    x: Array, axes: tuple[PooledAxis, ...], column_major: bool
) -> tuple[Array, Array]:
    """Return the maxima, and where the first one of each window is in the flattened input.

    With `column_major` the first spatial axis of an image is the fastest.
    """
    shape = (*x.shape[:2], *(axis.out for axis in axes))
    y = np.full(shape, _lowest(x.dtype), x.dtype)
    found = np.full(shape, -1, np.int64)
    places = np.arange(x.size, dtype=np.int64).reshape(x.shape)
    if column_major:
        images = places.reshape(*x.shape[:2], *x.shape[:1:-1])
        places = images.transpose(0, 1, *range(x.ndim - 1, 1, -1))
    for taps in product(*map(_taps, axes)):  # the last axis fastest
        out: Any = (..., *(tap.outputs for tap in taps))
        read: Any = (..., *(tap.inputs for tap in taps))
        values, best, index = x[read], y[out], found[out]
        larger = (values > best) | (index < 0) | ((values != values) & (best == best))
        np.copyto(best, values, where=larger)
        np.copyto(index, places[read], where=larger)
    return y, found


def _sums(x: Array, axes: tuple[PooledAxis, ...]) -> Array:
    """Return the sums of each window: a convolution of single channels with ones."""
    images = x.reshape(x.shape[0] * x.shape[1], 1, *x.shape[2:])
    sums: Array = conv(
        images,
        np.ones((1, 1, *(axis.kernel for axis in axes)), x.dtype),
        stride=tuple(axis.stride for axis in axes),
        dilation=tuple(axis.dilation for axis in axes),
        padding=tuple((axis.lo, axis.hi) for axis in axes),
    )
    return sums.reshape(*x.shape[:2], *sums.shape[2:])


def _counts(axes: tuple[PooledAxis, ...], with_padding: bool) -> Array:
    """Return the number of elements of each window, which a result is divided by.

    `with_padding` those of the padding count, but none after it, where `ceil_mode` may end.
    """
    counts = np.ones(())
    for axis in axes:
        starts = np.arange(axis.out) * axis.stride - axis.lo
        low, high = (-axis.lo, axis.padded_end) if with_padding else (0, axis.n)
        # The first tap of each window that reads element `low` or a later one; so of `high`.
        first, end = (
            np.clip(-((starts - bound) // axis.dilation), 0, axis.kernel) for bound in (low, high)
        )
        counts = counts[..., None] * (end - first)
    return counts
