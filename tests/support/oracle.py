"""The oracle with which every backend is compared; it imports nothing of polyconv.

`convolve` pads with `numpy.pad`, takes windows with `sliding_window_view` and sums with `einsum`,
in a wider type than the result's: float64 for float32 and half precision, long double for float64,
modular 64-bit arithmetic for integers (exact, wrapping as int64 does). It derives shapes, dtypes
and padding from the documented semantics on its own, so that it shares no error with the package.
"""

from dataclasses import dataclass
from math import ceil, prod
from typing import Any

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

MODES = {"zeros": "constant", "replicate": "edge", "circular": "wrap"}
HALF_PRECISION = ("float16", "bfloat16")


@dataclass(frozen=True)
class Reference:
    """The exact result, and the quantities from which the tolerance is computed.

    `value` is in the caller's layout and in the wide type; `scale` holds, for each output channel
    k, ``max|x| * sum|w_k| + |bias_k|`` over the finite elements, in which errors are counted.
    """

    value: np.ndarray
    dtype: np.dtype
    accumulator: np.dtype
    scale: np.ndarray
    terms: int
    channel_axis: int

    @property
    def exact(self) -> bool:
        return self.dtype.kind in "iu"


def result_dtype(x: np.dtype, w: np.dtype, dtype: Any = None) -> np.dtype:
    """Promote floats and complex as NumPy does, booleans and integers as `numpy.sum` does."""
    if dtype is not None:
        return np.dtype(dtype)
    common = np.result_type(x, w)
    return np.sum(np.zeros(1, common)).dtype if common.kind in "biu" else common


def accumulator_dtype(result: np.dtype) -> np.dtype:
    if result.kind in "iu":
        return np.dtype(np.int64 if result.kind == "i" else np.uint64)
    return np.dtype(np.float32) if result.name in HALF_PRECISION else result


def wide_dtype(accumulator: np.dtype) -> np.dtype:
    """Return a dtype whose rounding is negligible beside the accumulator's."""
    if accumulator.kind in "iu":
        return np.dtype(np.uint64)  # arithmetic modulo 2**64, signed or not
    return np.dtype(
        {"f4": "f8", "f8": "longdouble", "c8": "c16", "c16": "clongdouble"}[accumulator.str[1:]]
    )


def pads(padding: Any, n: int, extent: int, stride: int, axis: int) -> tuple[int, int]:
    """Return `padding` of one spatial axis as ``(lo, hi)``."""
    if isinstance(padding, str):
        total = max((ceil(n / stride) - 1) * stride + extent - n, 0)
        return {
            "valid": (0, 0),
            "same": (total // 2, ceil(total / 2)),
            "same_lower": (ceil(total / 2), total // 2),
            "full": (extent - 1, extent - 1),
            "causal": (extent - 1, 0),
        }[padding]
    entry = padding if np.ndim(padding) == 0 else padding[axis]
    lo, hi = (entry, entry) if np.ndim(entry) == 0 else entry
    return int(lo), int(hi)


def convolve(
    x: Any,
    w: Any,
    bias: Any = None,
    *,
    stride: Any = 1,
    padding: Any = 0,
    dilation: Any = 1,
    groups: int = 1,
    padding_mode: str = "zeros",
    padding_value: Any = 0,
    flip: bool = False,
    data_format: str = "channels_first",
    dtype: Any = None,
) -> Reference:
    """Convolve `x` with `w` by the definition."""
    x, w = np.asarray(x), np.asarray(w)
    rank = w.ndim - 2
    last = data_format == "channels_last"
    if last:
        x = np.moveaxis(x, -1, -1 - rank)
        w = np.moveaxis(w, (-1, -2), (0, 1))
    batched = x.ndim == rank + 2
    if not batched:
        x = x[np.newaxis]
    if flip:
        w = np.flip(w, range(2, 2 + rank))
    strides = (stride,) * rank if np.ndim(stride) == 0 else tuple(stride)
    dilations = (dilation,) * rank if np.ndim(dilation) == 0 else tuple(dilation)

    result = result_dtype(x.dtype, w.dtype, dtype)
    accumulator = accumulator_dtype(result)
    wide = wide_dtype(accumulator)
    extent = [d * (k - 1) + 1 for d, k in zip(dilations, w.shape[2:], strict=True)]
    widths = [
        pads(padding, n, e, s, axis)
        for axis, (n, e, s) in enumerate(zip(x.shape[2:], extent, strides, strict=True))
    ]
    with np.errstate(all="ignore"):
        x = _pad(x, [(0, 0), (0, 0), *widths], MODES.get(padding_mode, padding_mode), padding_value)
        x, w = x.astype(accumulator).astype(wide), w.astype(accumulator).astype(wide)
        value = _correlate(x, w, groups, extent, strides, dilations)
        scale = np.zeros(w.shape[0])
        if wide.kind in "fc":
            scale = _max_abs(x) * _finite_magnitude(w).reshape(w.shape[0], prod(w.shape[1:])).sum(1)
        if bias is not None:
            b = np.asarray(bias).astype(accumulator).astype(wide)
            value = value + b.reshape(-1, *(1,) * rank)
            if wide.kind in "fc":
                scale = scale + _finite_magnitude(b)
        if wide.kind == "u":
            value = value.astype(result)
    if not batched:
        value = value[0]
    if last:
        value = np.moveaxis(value, -1 - rank, -1)
    axis = value.ndim - 1 if last else value.ndim - 1 - rank
    return Reference(value, result, accumulator, scale, prod(w.shape[1:]), axis)


class Answers:
    """Read-only answers to the latest problems, for the backends that are compared with them.

    `max_bytes` bounds the problems and answers that are kept.
    """

    def __init__(self, max_bytes: int) -> None:
        self._max_bytes, self._bytes = max_bytes, 0
        self._kept: dict[tuple[Any, ...], tuple[int, Reference]] = {}

    def __call__(self, x: Any, w: Any, bias: Any = None, **options: Any) -> Reference:
        """Return what `convolve` returns."""
        arrays = [np.asarray(a) for a in (x, w, bias) if a is not None]
        contents = ((a.dtype.name, a.dtype.byteorder, a.shape, a.tobytes()) for a in arrays)
        key = (repr(options), *contents)
        kept = self._kept.pop(key, None)
        if kept is None:
            reference = convolve(x, w, bias, **options)
            reference.value.setflags(write=False)
            kept = sum(a.nbytes for a in (*arrays, reference.value)), reference
            self._bytes += kept[0]
        self._kept[key] = kept  # the last to be dropped
        while self._bytes > self._max_bytes:
            self._bytes -= self._kept.pop(next(iter(self._kept)))[0]
        return kept[1]


# The largest problem of the tests and its answer take 22 million bytes.
recalled = Answers(1 << 27)


def _pad(x: np.ndarray, widths: list[tuple[int, int]], mode: str, value: Any) -> np.ndarray:
    if mode == "constant":
        return np.pad(x, widths, constant_values=np.asarray(value).astype(x.dtype))
    return np.pad(x, widths, mode=mode)


def _correlate(
    x: np.ndarray,
    w: np.ndarray,
    groups: int,
    extent: list[int],
    stride: tuple[int, ...],
    dilation: tuple[int, ...],
) -> np.ndarray:
    rank = len(extent)
    n, c = x.shape[:2]
    k, depth = w.shape[:2]
    assert c == groups * depth
    assert k % groups == 0
    x = x.reshape(n, groups, depth, *x.shape[2:])
    w = w.reshape(groups, k // groups, depth, *w.shape[2:])
    windows = sliding_window_view(x, extent, axis=tuple(range(3, 3 + rank)))
    steps = [slice(None, None, s) for s in (*stride, *dilation)]
    windows = windows[(..., *steps)]
    place, tap = "xyz"[:rank], "rst"[:rank]
    if 0 in (n, k):  # np.einsum of NumPy 2.4 writes beyond empty results
        return np.zeros((n, k, *windows.shape[3 : 3 + rank]), np.result_type(windows, w))
    y = np.einsum(f"ngc{place}{tap},gkc{tap}->ngk{place}", windows, w)
    return y.reshape(n, k, *y.shape[3:])


def _finite_magnitude(a: np.ndarray) -> np.ndarray:
    return np.where(np.isfinite(a), np.abs(a), 0)


def _max_abs(a: np.ndarray) -> Any:
    return _finite_magnitude(a).max(initial=0)
