"""`lfilter` with FIR filters, and `savgol_filter`."""

import operator
from functools import lru_cache
from typing import Any, SupportsIndex

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.signal import savgol_coeffs

from ._axis import axis_of, correlated_along
from ._convolution import is_tiny
from ._operands import by_scipy, is_finite, operand

__all__ = ["lfilter", "savgol_filter"]

# Modes of `savgol_filter` and the padding modes of `conv` that mean the same. "interp" reads no
# padding: its outputs near the ends are computed apart.
_SAVGOL_MODES = {
    "mirror": "reflect",
    "nearest": "edge",
    "constant": "constant",
    "wrap": "wrap",
    "interp": "zeros",
}

# Maximum number of Savitzky-Golay filters that are kept, each with the matrices for both ends.
_KEPT_FILTERS = 32


def lfilter(
    b: ArrayLike,
    a: ArrayLike,
    x: ArrayLike,
    axis: SupportsIndex = -1,
    zi: ArrayLike | None = None,
    *,
    workers: SupportsIndex | None = None,
) -> Any:
    """Filter along one axis, as `scipy.signal.lfilter` does.

    Parameters
    ----------
    b : array_like, shape ``(taps,)``
        Coefficients of the numerator.
    a : array_like
        Coefficients of the denominator. polyconv computes filters with one coefficient (FIR), SciPy
        those with more.
    x : array_like
        Signals, of any rank.
    axis : int, default -1
        Axis along which to filter.
    zi : array_like, optional
        Initial state: shape of `x`, with ``taps - 1`` elements (or 1 on other axes) along `axis`.
    workers : int, optional
        Threads to use at most, as in `polyconv.conv`.

    Returns
    -------
    y : ndarray
        The filtered signals, of the shape of `x`.
    zf : ndarray
        The final state, if `zi` was given.

    Raises
    ------
    ValueError, TypeError, NotImplementedError
        As SciPy does.

    Examples
    --------
    >>> from polyconv.scipy import signal
    >>> signal.lfilter([0.5, 0.5], 1, [2.0, 4.0, 6.0])
    array([1., 3., 5.])
    """
    filtered = _fir(b, a, x, axis, zi, workers)
    return by_scipy("lfilter")(b, a, x, axis, zi) if filtered is None else filtered


def _fir(b: Any, a: Any, x: Any, axis: Any, zi: Any, workers: Any) -> Any:
    """Return the result of `lfilter`; None if SciPy must compute the result or raise the error."""
    taps, divisor, signals = operand(b), operand(a), operand(x)
    if taps is None or divisor is None or signals is None or divisor.size != 1:
        return None
    if taps.ndim > 1 or taps.size == 0 or divisor.ndim > 1 or signals.size == 0:
        return None
    number = axis_of(signals, axis) if signals.ndim else None
    if number is None:
        return None
    inputs = [taps, divisor, signals]
    state = None
    if zi is not None:
        state = operand(zi)
        if state is None or state.ndim != signals.ndim:
            return None
        inputs.append(state)
    dtype = np.result_type(*inputs)
    if dtype.char not in "fdFD" or not is_finite(taps):
        return None
    taps = taps.reshape(-1).astype(dtype)
    scale = divisor.item()
    if scale != 1:
        taps /= dtype.type(scale)
    before = len(taps) - 1
    if state is None:
        if signals.ndim == 1 and is_tiny(signals, taps):
            return np.convolve(signals.astype(dtype, copy=False), taps)[: len(signals)]
        pads = (before, 0)
        return correlated_along(
            signals, taps, number, pads, flip=True, dtype=dtype, workers=workers
        )
    shape = [*signals.shape]
    shape[number] = before
    if any(n not in (1, m) for n, m in zip(state.shape, shape, strict=True)):
        return None
    if state.shape[number] != before:
        return None
    n = signals.shape[number]
    y = correlated_along(
        signals, taps, number, (before, before), flip=True, dtype=dtype, workers=workers
    )
    lead = (slice(None),) * number
    y[(*lead, slice(before))] += state
    return y[(*lead, slice(n))], y[(*lead, slice(n, None))]


def savgol_filter(
    x: ArrayLike,
    window_length: SupportsIndex,
    polyorder: SupportsIndex,
    deriv: SupportsIndex = 0,
    delta: float = 1.0,
    axis: SupportsIndex = -1,
    mode: str = "interp",
    cval: float = 0.0,
    *,
    workers: SupportsIndex | None = None,
) -> Any:
    """Smooth along one axis by fitted polynomials, as `scipy.signal.savgol_filter` does.

    Parameters
    ----------
    x : array_like
        Signals, of any rank; other dtypes than float32 and float64 are computed as float64.
    window_length, polyorder : int
        Elements of the window, and degree of the polynomial that is fitted to them.
    deriv : int, default 0
        Order of the derivative.
    delta : float, default 1.0
        Distance between samples, for derivatives.
    axis : int, default -1
        Axis along which to filter.
    mode : {"interp", "mirror", "constant", "nearest", "wrap"}
        Values beyond the ends. ``"interp"`` needs none: it evaluates the polynomials fitted to the
        first and the last window.
    cval : float, default 0.0
        The value for ``mode="constant"``.
    workers : int, optional
        Threads to use at most, as in `polyconv.conv`.

    Returns
    -------
    ndarray
        The filtered signals, of the shape of `x`.

    Raises
    ------
    ValueError, TypeError
        As SciPy does.

    Notes
    -----
    SciPy sums float32 in float64; polyconv sums it in float32, within the bound of `polyconv.conv`.

    Examples
    --------
    >>> import numpy as np
    >>> from polyconv.scipy import signal
    >>> signal.savgol_filter(np.arange(6.0) ** 2, 5, 2).round(6)
    array([ 0.,  1.,  4.,  9., 16., 25.])
    """
    smoothed = _smoothed(x, (window_length, polyorder, deriv, delta), axis, mode, cval, workers)
    if smoothed is None:
        return by_scipy("savgol_filter")(
            x, window_length, polyorder, deriv, delta, axis, mode, cval
        )
    return smoothed


def _smoothed(
    x: Any, fit: tuple[Any, ...], axis: Any, mode: Any, cval: Any, workers: Any
) -> NDArray[Any] | None:
    """Return the result, or None if SciPy must compute the result or raise the error."""
    signals = operand(x)
    if signals is None or signals.size == 0 or signals.dtype.char not in "?bhilqBHILQefd":
        return None
    number = axis_of(signals, axis) if signals.ndim else None
    padding_mode = _SAVGOL_MODES.get(mode) if isinstance(mode, str) else None
    try:
        window, order, deriv = (operator.index(value) for value in fit[:3])
        delta, value = float(fit[3]), float(cval)
    except (TypeError, ValueError):
        return None
    if number is None or padding_mode is None or not 0 <= order < window or deriv < 0:
        return None
    n = signals.shape[number]
    if mode == "interp" and (window > n or window % 2 == 0):
        return None
    # SciPy keeps float32 in native byte order only.
    single = signals.dtype.char == "f" and getattr(x, "dtype", signals.dtype).isnative
    dtype = np.dtype(np.float32 if single else np.float64)
    if padding_mode == "constant" and signals.dtype.kind != "f":
        signals = signals.astype(dtype)  # so that its padding may hold any `cval`
    taps, first, last = _savgol(window, order, deriv, delta)
    half = window // 2
    y = correlated_along(
        signals,
        taps.astype(dtype, copy=False),
        number,
        (half - (window % 2 == 0), half),
        padding_mode=padding_mode,
        padding_value=value if padding_mode == "constant" else 0,
        dtype=dtype,
        workers=workers,
    )
    if mode == "interp" and half:
        lead = (slice(None),) * number
        for ends, at, outputs in (
            (first, slice(window), slice(half)),
            (last, slice(n - window, None), slice(n - half, None)),
        ):
            values = np.moveaxis(signals[(*lead, at)], number, -1) @ ends
            y[(*lead, outputs)] = np.moveaxis(values, -1, number)
    return y


@lru_cache(maxsize=_KEPT_FILTERS)
def _savgol(
    window: int, order: int, deriv: int, delta: float
) -> tuple[NDArray[Any], NDArray[Any], NDArray[Any]]:
    """Return the filter to correlate with, and matrices from the end windows to end outputs."""
    taps = savgol_coeffs(window, order, deriv=deriv, delta=delta, use="dot")
    half = window // 2
    # Column i of a matrix is the filter whose result is the fitted polynomial at element i.
    ends = [
        savgol_coeffs(window, order, deriv=deriv, delta=delta, pos=i, use="dot")
        for i in (*range(half), *range(window - half, window))
    ]
    matrix = np.array(ends).reshape(2 * half, window).T
    return taps, matrix[:, :half], matrix[:, half:]
