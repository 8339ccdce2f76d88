"""`upfirdn` and what is built on it: polyphase filters as strided convolutions.

An output of a filter between upsampling and downsampling is a sum over the input::

    y[m] = sum_j h[m * down + start - j * up] * x[j]

Outputs m whose ``m * down`` agree modulo `up` use the same taps of `h`, a phase. There are
``up / gcd(up, down)`` phases; each is a convolution of `x` with stride ``down / gcd(up, down)``.
Phases whose windows lie close together are the output channels of one convolution. No zero that
upsampling inserts is multiplied, and no output that downsampling drops is computed.
"""

import math
import operator
from functools import lru_cache
from typing import Any, SupportsIndex

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.signal import firwin

from polyconv._api import conv
from polyconv._calls import Plan
from polyconv._machine import default_workers
from polyconv._plan import decide_in, make_plan
from polyconv._problem_cache import problem_of
from polyconv._select import state
from polyconv._veto import max_abs

from ._axis import axis_of
from ._operands import by_scipy, is_finite, operand

__all__ = ["decimate", "resample_poly", "upfirdn"]

# SciPy's extension modes that `conv` pads with, and its name for each.
_MODES = {
    "constant": "constant",
    "wrap": "wrap",
    "edge": "edge",
    "symmetric": "symmetric",
    "reflect": "reflect",
}

# Backgrounds that `resample_poly` may subtract before it filters, and add afterwards.
_BACKGROUNDS: dict[str, Any] = {
    "mean": np.mean,
    "median": np.median,
    "minimum": np.min,
    "maximum": np.max,
}

# Maximum numbers of designed windows, and of filters split into phases, that are kept for the next
# signal.
_KEPT_WINDOWS, _KEPT_BANKS = 16, 32
_MAX_KEPT_TAPS = 4096

# Maximum number of plans that are kept, and maximum numbers of elements of their signals and of
# their weights.
_KEPT_PLANS = 32
_MAX_PLANNED, _MAX_PLANNED_WEIGHTS = 1 << 14, 1 << 10

# Maximum number of products, those with inserted zeros included, for which NumPy takes less time
# than calls of `conv`. At this number NumPy takes 6 to 8 us, `conv` 9 to 10 us (float32 and
# float64, Zen 4, one core, 2026-11-30; `python -m benchmarks.cost_model limits numpy_products`).
_MAX_NUMPY_PRODUCTS = 4096


def upfirdn(
    h: ArrayLike,
    x: ArrayLike,
    up: int = 1,
    down: int = 1,
    axis: SupportsIndex = -1,
    mode: str = "constant",
    cval: float = 0,
    *,
    workers: SupportsIndex | None = None,
) -> Any:
    """Upsample, filter and downsample along one axis, as `scipy.signal.upfirdn` does.

    Parameters
    ----------
    h : array_like, shape ``(taps,)``
        The filter.
    x : array_like
        Signals, of any rank.
    up, down : int, default 1
        Factors of upsampling and downsampling.
    axis : int, default -1
        Axis along which to filter.
    mode : str, default "constant"
        Values beyond the ends, as in SciPy; ``"smooth"``, ``"line"``, ``"antisymmetric"`` and
        ``"antireflect"`` are left to SciPy.
    cval : float, default 0
        The value for ``mode="constant"``.
    workers : int, optional
        Threads to use at most, as in `polyconv.conv`.

    Returns
    -------
    ndarray
        The resampled signals, in the dtype of SciPy's result.

    Raises
    ------
    ValueError, TypeError
        As SciPy does.

    Examples
    --------
    >>> from polyconv.scipy import signal
    >>> signal.upfirdn([1, 1, 1], [1, 2, 3], 3)
    array([1., 1., 1., 2., 2., 2., 3., 3., 3.])
    """
    filtered = _upfirdn(h, x, up, down, axis, mode, cval, workers)
    return by_scipy("upfirdn")(h, x, up, down, axis, mode, cval) if filtered is None else filtered


def _upfirdn(
    h: Any, x: Any, up: Any, down: Any, axis: Any, mode: Any, cval: Any, workers: Any
) -> NDArray[Any] | None:
    taps, signals = operand(h), operand(x)
    if taps is None or signals is None or taps.ndim != 1 or taps.size == 0 or signals.size == 0:
        return None
    number = axis_of(signals, axis) if signals.ndim else None
    factors = _factors(up, down)
    padding_mode = _MODES.get(mode.lower()) if isinstance(mode, str) else None
    if number is None or factors is None or padding_mode is None or type(cval) not in (int, float):
        return None
    count = ((signals.shape[number] - 1) * factors[0] + len(taps) - 1) // factors[1] + 1
    return _polyphase(
        signals, taps, *factors, 0, count, number, padding_mode, cval, workers=workers
    )


def _factors(up: Any, down: Any) -> tuple[int, int] | None:
    try:
        factors = int(up), int(down)
    except (TypeError, ValueError):
        return None
    return factors if min(factors) >= 1 else None


def resample_poly(
    x: ArrayLike,
    up: int,
    down: int,
    axis: SupportsIndex = 0,
    window: Any = ("kaiser", 5.0),
    padtype: str = "constant",
    cval: float | None = None,
    *,
    workers: SupportsIndex | None = None,
) -> Any:
    """Resample along one axis by a polyphase filter, as `scipy.signal.resample_poly` does.

    Parameters
    ----------
    x : array_like
        Signals, of any rank.
    up, down : int
        Factors of upsampling and downsampling.
    axis : int, default 0
        Axis along which to resample.
    window : str, tuple or array_like, default ``("kaiser", 5.0)``
        The window by which to design the low-pass filter, or the filter's coefficients.
    padtype : str, default "constant"
        Values beyond the ends, as in SciPy.
    cval : float, optional
        The value for ``padtype="constant"``, 0 by default.
    workers : int, optional
        Threads to use at most, as in `polyconv.conv`.

    Returns
    -------
    ndarray
        The resampled signals: ``ceil(n * up / down)`` elements along `axis`.

    Raises
    ------
    ValueError, TypeError
        As SciPy does.

    Examples
    --------
    >>> import numpy as np
    >>> from polyconv.scipy import signal
    >>> signal.resample_poly(np.ones(40), 1, 2)[8:12].round(2)
    array([1., 1., 1., 1.])
    """
    resampled = _resampled(x, up, down, axis, window, padtype, cval, workers)
    if resampled is None:
        return by_scipy("resample_poly")(x, up, down, axis, window, padtype, cval)
    return resampled


def _resampled(
    x: Any, up: Any, down: Any, axis: Any, window: Any, padtype: Any, cval: Any, workers: Any
) -> NDArray[Any] | None:
    """Return the result, or None if SciPy must compute the result or raise the error."""
    signals, factors = operand(x), _factors(up, down)
    if signals is None or signals.size == 0 or factors is None or factors != (up, down):
        return None
    if signals.dtype.char not in "?bhilqBHILQfdFD":
        return None
    number = axis_of(signals, axis) if signals.ndim else None
    background = _BACKGROUNDS.get(padtype) if isinstance(padtype, str) else None
    padding_mode = _MODES.get(padtype) if isinstance(padtype, str) else None
    value = 0 if cval is None else cval
    if number is None or (background is None and padding_mode is None):
        return None
    if (cval is not None and padtype != "constant") or type(value) not in (int, float):
        return None
    common = math.gcd(*factors)
    up, down = factors[0] // common, factors[1] // common
    if up == down == 1:
        return None
    taps = _window(window, max(up, down), signals.dtype)
    if taps is None:
        return None
    n = signals.shape[number]
    level = None
    if background is not None:
        level = background(signals, axis=number, keepdims=True)
        signals = signals - level
    y = _polyphase(
        signals,
        taps * up,
        up,
        down,
        (len(taps) - 1) // 2,
        -(-n * up // down),
        number,
        padding_mode or "zeros",
        value,
        workers=workers,
    )
    if y is not None and level is not None:
        y += level
    return y


def _window(window: Any, rate: int, dtype: np.dtype[Any]) -> NDArray[Any] | None:
    """Return the filter, or None if SciPy must design it or raise the error."""
    if isinstance(window, (list, np.ndarray)):
        taps = operand(window)
        return taps if taps is not None and taps.ndim == 1 and taps.size else None
    try:
        taps = _designed(window, rate)
    except (TypeError, ValueError):  # not hashable, or no window
        return None
    return taps.astype(dtype) if dtype.kind in "fc" else taps


@lru_cache(maxsize=_KEPT_WINDOWS)
def _designed(window: Any, rate: int) -> NDArray[Any]:
    taps: NDArray[Any] = firwin(20 * rate + 1, 1.0 / rate, window=window)
    taps.setflags(write=False)
    return taps


def decimate(
    x: ArrayLike,
    q: SupportsIndex,
    n: SupportsIndex | None = None,
    ftype: Any = "iir",
    axis: SupportsIndex = -1,
    zero_phase: bool = True,
    *,
    workers: SupportsIndex | None = None,
) -> Any:
    """Downsample after a low-pass filter, as `scipy.signal.decimate` does.

    Parameters
    ----------
    x : array_like
        Signals, of any rank.
    q : int
        Factor of downsampling.
    n : int, optional
        Order of the filter: ``20 * q`` for ``"fir"``, 8 for ``"iir"``.
    ftype : {"iir", "fir"} or `scipy.signal.dlti`, default "iir"
        Kind of filter. polyconv computes ``"fir"``; SciPy computes the others.
    axis : int, default -1
        Axis along which to downsample.
    zero_phase : bool, default True
        Shift the outputs back by the filter's delay.
    workers : int, optional
        Threads to use at most, as in `polyconv.conv`.

    Returns
    -------
    ndarray
        The downsampled signals.

    Raises
    ------
    ValueError, TypeError
        As SciPy does.

    Examples
    --------
    >>> import numpy as np
    >>> from polyconv.scipy import signal
    >>> signal.decimate(np.ones(400), 4, ftype="fir").shape
    (100,)
    """
    decimated = None
    if isinstance(ftype, str) and ftype == "fir":
        decimated = _decimated(x, q, n, axis, zero_phase, workers)
    if decimated is None:
        return by_scipy("decimate")(x, q, n, ftype, axis, zero_phase)
    return decimated


def _decimated(
    x: Any, q: Any, n: Any, axis: Any, zero_phase: Any, workers: Any
) -> NDArray[Any] | None:
    """Return the result for a FIR filter; None if SciPy must compute it or raise the error."""
    signals = operand(x)
    try:
        factor = operator.index(q)
        order = 20 * factor if n is None else operator.index(n)
    except TypeError:
        return None
    if signals is None or signals.size == 0 or factor < 2 or order < 1:
        return None
    number = axis_of(signals, axis) if signals.ndim else None
    if number is None or signals.dtype.char not in "?bhilqBHILQefdFD":
        return None
    taps = _lowpass(order + 1, factor)
    taps = taps.astype(signals.dtype if signals.dtype.char in "fdFD" else np.float64)
    count = -(-signals.shape[number] // factor)
    start = (len(taps) - 1) // 2 if zero_phase else 0
    return _polyphase(signals, taps, 1, factor, start, count, number, "zeros", 0, workers=workers)


@lru_cache(maxsize=_KEPT_WINDOWS)
def _lowpass(taps: int, factor: int) -> NDArray[Any]:
    return np.asarray(firwin(taps, 1.0 / factor, window="hamming"))


def _polyphase(
    x: NDArray[Any],
    h: NDArray[Any],
    up: int,
    down: int,
    start: int,
    count: int,
    axis: int,
    padding_mode: str,
    cval: float,
    *,
    workers: Any,
) -> NDArray[Any] | None:
    """Return `count` outputs of the sum in the module's docstring.

    None for other dtypes, and for taps that are not finite.
    """
    dtype = np.result_type(h.dtype, x.dtype, np.float32)
    if dtype.char not in "fdFD" or not is_finite(h):
        return None
    if padding_mode == "constant" and cval == 0:
        padding_mode = "zeros"
    if padding_mode == "constant" and x.dtype.kind in "biu":
        x = x.astype(dtype)  # so that its padding may hold any `cval`
    h = np.ascontiguousarray(h, dtype)
    if x.ndim == 1 and padding_mode == "zeros" and len(h) * len(x) * up <= _MAX_NUMPY_PRODUCTS:
        return _few_products(np.asarray(x, dtype), h, up, down, start, count)
    common = math.gcd(up, down)
    phases, stride = min(up // common, count), down // common
    # Zeros times NaN or infinities are NaN: with such values, phases do not share a window.
    one_window = (start + (phases - 1) * down) // up == start // up
    together = one_window or max_abs(x) < math.inf
    if len(h) <= _MAX_KEPT_TAPS:
        bank = _kept_bank(h.tobytes(), dtype, up, down, start, phases, together)
    else:
        bank = _bank(h, up, down, start, phases, together)
    steps = -(-count // phases)
    n = x.shape[axis]
    lead, after = math.prod(x.shape[:axis]), math.prod(x.shape[axis + 1 :])
    y = np.empty((lead, steps, phases, after), dtype)
    signals = x.reshape(lead, n, after)
    for of_phases, w, lo in bank:
        pads = lo, (steps - 1) * stride + w.shape[1] - n - lo
        out = y[:, :, of_phases]
        _convolve_phases(signals, w, stride, pads, padding_mode, cval, out, workers)
    y = y.reshape(lead, steps * phases, after)[:, :count]
    return y.reshape(*x.shape[:axis], count, *x.shape[axis + 1 :])


def _few_products(
    x: NDArray[Any], h: NDArray[Any], up: int, down: int, start: int, count: int
) -> NDArray[Any]:
    """Return the outputs by NumPy, products with inserted zeros and dropped outputs included."""
    inserted = np.zeros((len(x) - 1) * up + 1, x.dtype)
    inserted[::up] = x
    y = np.convolve(h, inserted)[start::down][:count]
    return y if len(y) == count else np.concatenate([y, np.zeros(count - len(y), y.dtype)])


# The phases that one convolution computes, their weights, and the padding before.
_Block = tuple[slice, NDArray[Any], int]


@lru_cache(maxsize=_KEPT_BANKS)
def _kept_bank(
    h: bytes, dtype: np.dtype[Any], up: int, down: int, start: int, phases: int, together: bool
) -> list[_Block]:
    return _bank(np.frombuffer(h, dtype), up, down, start, phases, together)


def _bank(
    h: NDArray[Any], up: int, down: int, start: int, phases: int, together: bool
) -> list[_Block]:
    """Return the filters of all phases, in blocks of phases with one window.

    The window of a block is at most twice as long as that of a phase; weights outside of the
    phase's own window are zeros.
    """
    taps = -(-len(h) // up)
    at = np.arange(phases) * down + start
    first, phase = at // up, at % up  # of `x`, and of `h`
    by_phase = np.zeros((taps, up), h.dtype)
    by_phase.reshape(-1)[: len(h)] = h
    by_phase = by_phase[::-1].T[phase]
    if first[0] == first[-1]:
        size = phases
    else:
        size = min(phases, 1 + taps * up // down) if together else 1
    blocks = []
    for one in range(0, phases, size):
        of_block = slice(one, min(one + size, phases))
        low, high = int(first[of_block][0]), int(first[of_block][-1])
        w = np.zeros((of_block.stop - one, taps + high - low), h.dtype)
        offsets = first[of_block, None] - low + np.arange(taps)
        np.put_along_axis(w, offsets, by_phase[of_block], axis=1)
        blocks.append((of_block, w, taps - 1 - low))
    return blocks


def _convolve_phases(
    x: NDArray[Any],
    w: NDArray[Any],
    stride: int,
    pads: tuple[int, int],
    padding_mode: str,
    cval: float,
    out: NDArray[Any],
    workers: Any,
) -> None:
    """Convolve signals ``(lead, n, after)`` into ``(lead, steps, phases, after)``."""
    lo, hi = (max(pad, 0) for pad in pads)
    if min(pads) < 0:  # no window reads this end, but the other mode may copy it to the other end
        if padding_mode not in ("zeros", "constant"):
            x = np.pad(x, ((0, 0), (lo, hi), (0, 0)), padding_mode)  # type: ignore[call-overload]
            lo = hi = 0
        x = x[:, max(-pads[0], 0) : x.shape[1] + min(pads[1], 0)]
    value = cval if padding_mode == "constant" else 0
    along: tuple[Any, ...]
    if x.shape[2] == 1:
        weights, out = w.T[:, None, :], out[..., 0]
        along = (stride,), ((lo, hi),), "channels_last"
    else:
        x, weights, out = x[:, None], w[:, None, :, None], out.transpose(0, 2, 1, 3)
        along = (stride, 1), ((lo, hi), (0, 0)), "channels_first"
    options = (*along, padding_mode, value, out.dtype, workers)
    if x.size <= _MAX_PLANNED and w.size <= _MAX_PLANNED_WEIGHTS:
        shape = weights.shape
        plan = _plan(
            weights.tobytes(), shape, x.shape, x.dtype, options, default_workers(), state()
        )
        plan(x, out=out)
    else:
        conv(x, weights, out=out, **_named(options))


def _named(options: tuple[Any, ...]) -> dict[str, Any]:
    names = "stride padding data_format padding_mode padding_value dtype workers"
    return dict(zip(names.split(), options, strict=True))


@lru_cache(maxsize=_KEPT_PLANS)
def _plan(
    weights: bytes,
    shape: tuple[int, ...],
    x_shape: tuple[int, ...],
    x_dtype: np.dtype[Any],
    options: tuple[Any, ...],
    *_state: Any,
) -> Plan:
    """Return a plan for short signals, which take less time than preparing weights."""
    named = _named(options)
    w = np.frombuffer(weights, named["dtype"]).reshape(shape)
    problem = problem_of(x_shape, x_dtype, shape, w.dtype, named)  # type: ignore[arg-type]
    return make_plan(*decide_in(None, problem, w, "auto"), w, None)
