"""NumPy: `convolve`, means of reshaped blocks, sliding windows, shifted sums, matrix products."""

import itertools
import math
from typing import Any

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from .task import Call, CliffTask

__all__ = ["NUMPY"]

# Maximum number of products for which a function is tried; they take about 2 s.
_MAX_PRODUCTS = 1_500_000_000
# Maximum for matrix products of integers, which BLAS does not compute.
_MAX_INTEGER_PRODUCTS = 150_000_000
# Maximum number of elements of all windows together, which are copied.
_MAX_WINDOWS = 40_000_000
# Maximum number of taps of shifted sums; each tap is a pass over the input.
_MAX_SHIFTS = 64


def _convolve(task: CliffTask) -> Call | None:
    """`numpy.convolve` of one signal."""
    p = task.problem
    if task.rank != 1 or not task.single or not task.zeros or not _summable(task):
        return None
    x = task.x[0, 0]
    if not task.padded and p.stride == (1,):
        mode, places, products = "valid", (...,), p.outputs * p.extent[0]
    else:
        mode, products = "full", x.size * p.extent[0]
        places = task.windows_of_full()
    if products > _MAX_PRODUCTS or places is None:
        return None

    def call() -> Any:
        flipped = task.stuffed_w()[0, 0, ::-1].astype(task.dtype, copy=False)
        y = np.convolve(x.astype(task.dtype, copy=False), flipped, mode)
        return y[places][None, None]

    return call


def _block_means(task: CliffTask) -> Call | None:
    """``reshape(...).mean(...)`` of blocks that do not overlap."""
    p = task.problem
    equal = task.case.weights == "mean" and task.apart and set(p.dilation) == {1}
    if not equal or task.padded or p.stride != p.kernel:
        return None
    kept = (..., *(slice(0, o * k) for o, k in zip(p.out, p.kernel, strict=True)))
    blocks = itertools.chain.from_iterable(zip(p.out, p.kernel, strict=True))
    shape = (*task.x.shape[:2], *blocks)
    axes = tuple(range(3, 3 + 2 * p.rank, 2))
    if task.exact:
        return lambda: task.x[kept].reshape(shape).sum(axes, dtype=task.dtype)
    return lambda: task.x[kept].reshape(shape).mean(axes)


def _windows(task: CliffTask) -> Call | None:
    """`sliding_window_view`, and one product with all weights."""
    p = task.problem
    limit = _MAX_INTEGER_PRODUCTS if task.exact else _MAX_PRODUCTS
    windows = p.batch * math.prod(p.out) * p.reduction_len
    if p.groups > 1 or windows > _MAX_WINDOWS or task.products > limit or not _summable(task):
        return None
    if task.padded and (not task.zeros or math.prod(p.padded) > _MAX_WINDOWS):
        return None
    pads = ((0, 0), (0, 0), *p.pads)
    chosen = (
        ...,
        *(slice(None, None, s) for s in p.stride),
        *(slice(None, None, d) for d in p.dilation),
    )
    summed = ([1, *range(-p.rank, 0)], [1, *range(2, 2 + p.rank)])

    def call() -> Any:
        w = task.w.astype(task.dtype, copy=False)
        x = np.pad(task.x, pads) if task.padded else task.x
        view = sliding_window_view(x, p.extent, axis=task.axes)[chosen]
        return np.moveaxis(np.tensordot(view, w, summed), -1, 1)

    return call


def _shifted_sums(task: CliffTask) -> Call | None:
    """One pass over the input for each tap, each shifted by the tap's distance."""
    p = task.problem
    if p.taps > _MAX_SHIFTS or not task.apart or not task.zeros or not _summable(task):
        return None
    if task.products > _MAX_PRODUCTS // 4:
        return None
    shifts = []
    for tap in itertools.product(*map(range, p.kernel)):
        along = list(map(_overlap, tap, p.dilation, p.pads, p.spatial, p.stride, p.out))
        if all(along):
            to, source = zip(*along, strict=True)
            shifts.append(((slice(None), 0, *tap), (..., *to), (..., *source)))

    def call() -> Any:
        x = task.x.astype(task.dtype, copy=False)
        y = np.zeros((p.batch, p.out_channels, *p.out), task.dtype)
        w = task.w.astype(task.dtype, copy=False)
        for tap, to, source in shifts:
            y[to] += w[tap].reshape(-1, *(1,) * p.rank) * x[source]
        return y

    return call


def _overlap(tap: int, dilation: int, pads: Any, n: int, stride: int, out: int) -> Any:
    """Return the outputs whose `tap` meets the input and the elements it meets, or None."""
    offset = tap * dilation - pads[0]
    first = max(0, -(offset // stride))
    last = min(out - 1, (n - 1 - offset) // stride)
    if first > last:
        return None
    start = first * stride + offset
    return slice(first, last + 1), slice(start, start + (last - first) * stride + 1, stride)


def _pixels(task: CliffTask) -> Call | None:
    """A matrix product where each window meets one element: 1x1 kernels, and images of 1x1."""
    p = task.problem
    limit = _MAX_INTEGER_PRODUCTS if task.exact else _MAX_PRODUCTS
    if p.groups > 1 or not _summable(task) or not task.zeros:
        return None
    if p.batch * p.in_channels * p.out_channels * math.prod(p.spatial) > limit:
        return None
    if p.pointwise:
        tap = (0,) * p.rank
    elif set(p.spatial) == {1} and set(p.out) == {1} and set(p.dilation) == {1}:
        tap = tuple(lo for lo, _ in p.pads)
    else:
        return None
    if set(p.spatial) == {1}:

        def call() -> Any:
            w = task.w[(slice(None), slice(None), *tap)].astype(task.dtype, copy=False)
            x = task.x.reshape(p.batch, p.in_channels).astype(task.dtype, copy=False)
            return (x @ w.T).reshape(p.batch, p.out_channels, *p.out)

    else:

        def call() -> Any:
            w = task.w[(slice(None), slice(None), *tap)].astype(task.dtype, copy=False)
            x = task.x.reshape(p.batch, p.in_channels, -1).astype(task.dtype, copy=False)
            return (w @ x).reshape(p.batch, p.out_channels, *p.out)

    return call


def _summable(task: CliffTask) -> bool:
    """True if NumPy sums as accurately as the result's dtype promises."""
    return task.dtype.name in ("float32", "float64", "complex64", "complex128", "int64", "uint64")


NUMPY = {
    "numpy convolve": _convolve,
    "numpy reshape.mean": _block_means,
    "numpy windows": _windows,
    "numpy shifted sums": _shifted_sums,
    "numpy matmul": _pixels,
}
