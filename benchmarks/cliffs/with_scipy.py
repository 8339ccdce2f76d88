"""SciPy: `fftconvolve`, `oaconvolve`, `ndimage.correlate`, `lfilter`."""

import math
from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage, signal

from .task import Call, CliffTask

__all__ = ["SCIPY"]

# Maximum number of products for which sums are tried; they take 2 s.
_MAX_PRODUCTS = 600_000_000
# Maximum number of elements of all full convolutions together, before channels are summed.
_MAX_FULL = 60_000_000

_MODES = {
    "zeros": "constant",
    "reflect": "mirror",
    "symmetric": "reflect",
    "edge": "nearest",
    "wrap": "wrap",
}


def _transformed(convolve: Callable[..., Any]) -> Callable[[CliffTask], Call | None]:
    """Return the function that makes the call of `fftconvolve` or `oaconvolve`."""

    def make(task: CliffTask) -> Call | None:
        p, dtype = task.problem, task.dtype
        places = task.windows_of_full()
        if places is None or not task.zeros or not task.finite or dtype == np.float16:
            return None
        if task.exact and not task.exact_by_transform:
            return None
        if p.batch * p.out_channels * p.ic_per_group * task.full_size() > _MAX_FULL:
            return None
        axes = tuple(range(4, 4 + p.rank))
        backwards: Any = (..., *(slice(None, None, -1),) * p.rank)
        grouped = (1, p.groups, p.oc_per_group, p.ic_per_group)
        x = task.x.reshape(p.batch, p.groups, 1, p.ic_per_group, *p.spatial)
        # SciPy transforms each array in its own precision; a float32 one spoils a float64 result.
        precision = np.dtype(np.float64) if task.exact else np.empty(0, dtype).real.dtype

        def converted(array: NDArray[Any]) -> NDArray[Any]:
            kind = np.result_type(precision, array.dtype) if array.dtype.kind == "c" else precision
            return array.astype(kind, copy=False)

        def call() -> Any:
            w = task.stuffed_w()[backwards].reshape(*grouped, *p.extent)
            full = convolve(converted(x), converted(w), mode="full", axes=axes)
            y = full[places]
            y = y[:, :, :, 0] if p.ic_per_group == 1 else y.sum(3)
            if task.exact:
                y = np.rint(y)
            y = y.astype(dtype, copy=False)
            return y.reshape(p.batch, p.out_channels, *p.out)

        return call

    return make


def _ndimage(task: CliffTask) -> Call | None:
    """`ndimage.correlate` of one image, every stride-th element of it."""
    p = task.problem
    if not task.single or np.float16 in (task.dtype, task.x.dtype, task.w.dtype):
        return None
    if task.exact and not task.exact_by_sums:
        return None
    # `correlate` lists the offsets of all taps for every place near the border.
    if math.prod(p.spatial) * p.taps + math.prod(p.extent) ** 2 > _MAX_PRODUCTS:
        return None
    places: list[Any] = [0, 0]
    for e, (lo, _), n, out, stride in zip(
        p.extent, p.pads, p.spatial, p.out, p.stride, strict=True
    ):
        start, stop = e // 2 - lo, e // 2 - lo + (out - 1) * stride + 1
        if start < 0 or stop > n:
            return None
        places.append(slice(start, stop, stride))
    mode, dtype = _MODES[p.padding_mode], task.dtype
    if task.x.dtype.kind != "c" and task.w.dtype.kind == "c":
        return None
    # `correlate` does not read booleans.
    x, weights = (
        a[0, 0].view(np.uint8) if a.dtype.kind == "b" else a[0, 0] for a in (task.x, task.w)
    )

    def call() -> Any:
        # `correlate` conjugates complex weights.
        w = np.conj(task.stuffed(weights))
        return ndimage.correlate(x, w, dtype, mode=mode)[tuple(places[2:])][None, None]

    return call


def _lfilter(task: CliffTask) -> Call | None:
    """`lfilter` of causal signals that share one filter."""
    p = task.problem
    shared = task.rank == 1 and p.in_channels == p.out_channels == 1
    if not shared or p.stride != (1,) or p.pads != ((p.extent[0] - 1, 0),):
        return None
    if not task.zeros or task.dtype.kind not in "fc" or task.dtype == np.float16:
        return None
    if task.x.size * p.extent[0] > _MAX_PRODUCTS:
        return None
    one = np.ones(1, task.dtype)
    return lambda: signal.lfilter(task.stuffed_w()[0, 0, ::-1].astype(task.dtype), one, task.x)


SCIPY = {
    "scipy fftconvolve": _transformed(signal.fftconvolve),
    "scipy oaconvolve": _transformed(signal.oaconvolve),
    "scipy ndimage": _ndimage,
    "scipy lfilter": _lfilter,
}
