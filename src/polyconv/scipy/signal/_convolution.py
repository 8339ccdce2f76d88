"""`convolve`, `correlate` and their relatives: one convolution, cut to the outputs of a mode."""

from collections.abc import Sequence
from functools import lru_cache, partial
from typing import Any, SupportsIndex

import numpy as np
from numpy.typing import ArrayLike, NDArray

from polyconv._api import conv
from polyconv._choose import choose
from polyconv._registry import backend_named, backends
from polyconv._select import is_auto

from ._batches import Cut, checked_axes, convolved_along, outputs_of, valid_axes
from ._operands import (
    FLOAT_RESULTS,
    MAX_SPATIAL_AXES,
    RESULTS,
    SignalArithmetic,
    by_scipy,
    is_finite,
    operand,
)

__all__ = ["choose_conv_method", "convolve", "correlate", "fftconvolve", "oaconvolve"]

MODES = frozenset({"full", "same", "valid"})

# Maximum number of products of a signal for which NumPy's own sums take less time than a call of
# `conv`, which takes 9 to 12 us. Times of NumPy with that many products (Emerald Rapids, one core,
# 2026-11-29; `python -m benchmarks.peers.signal --only convolve` times such signals):
#
# - 5 us for 31 taps of float64;
# - 9 us for 31 taps of float32;
# - 10 us for 5 taps of int64.
_MAX_NUMPY_PRODUCTS = 10_000

# Maximum number of products that are left to SciPy's sums if the smaller array holds NaN or
# infinity. They take about 0.2 s.
_MAX_SUMMED_PRODUCTS = 1 << 28

# Minimum seconds for which `choose_conv_method` times each method, if it chooses by measurement.
_TIMED_SECONDS = 5e-3

Axes = SupportsIndex | Sequence[SupportsIndex] | None


def convolve(
    in1: ArrayLike,
    in2: ArrayLike,
    mode: str = "full",
    method: str = "auto",
    *,
    axes: Axes = None,
    workers: SupportsIndex | None = None,
) -> Any:
    """Convolve two arrays, as `scipy.signal.convolve` does.

    Parameters
    ----------
    in1, in2 : array_like
        Arrays of the same number of axes, 3 at most; others, and arrays of objects or long double,
        go to SciPy.
    mode : {"full", "valid", "same"}
        Outputs: all; those without zeros beyond an end, where one array must be at least as large
        as the other on all axes; or the middle ones, as many as `in1` has.
    method : str, default "auto"
        ``"auto"`` and ``"fft"``: the fastest algorithm that polyconv has. ``"direct"``: the fastest
        one that sums the products of the definition. Or one of `polyconv.backends`; to have the
        backends named fft or direct themselves, use `polyconv.set_backend`.
    axes : int or sequence of int, optional
        Convolve along these axes only, 3 at most; the others are batch axes, of equal length or of
        length 1. By default all. SciPy has it for `fftconvolve` only.
    workers : int, optional
        Threads to use at most, as in `polyconv.conv`.

    Returns
    -------
    ndarray
        The convolution, in the dtype of SciPy's result. Integers are exact; they wrap around where
        that dtype does.

    Raises
    ------
    ValueError, TypeError
        As SciPy does.

    Notes
    -----
    NaN and infinities stay in the outputs whose windows hold them; SciPy's FFT spreads them over
    the whole result.

    Examples
    --------
    >>> from polyconv.scipy import signal
    >>> signal.convolve([1, 2, 3], [0, 1, 10])
    array([ 0,  1, 12, 23, 30])
    >>> signal.convolve([[1, 2, 3], [4, 5, 6]], [[1, 1]], axes=1, mode="valid")
    array([[ 3,  5],
           [ 9, 11]])
    """
    a, b = operand(in1), operand(in2)
    if a is None or b is None or not _known(mode, method):
        return by_scipy("convolve")(in1, in2, mode, method)
    result = RESULTS.get(a.dtype.char + b.dtype.char)
    if axes is not None:
        return _along(a, b, mode, method, axes, workers, result)
    if result is None or not _computed(a, b, mode):
        return by_scipy("convolve")(in1, in2, mode, method)
    return _convolved(a, b, mode, method, workers, result)


def correlate(
    in1: ArrayLike,
    in2: ArrayLike,
    mode: str = "full",
    method: str = "auto",
    *,
    axes: Axes = None,
    workers: SupportsIndex | None = None,
) -> Any:
    """Cross-correlate two arrays, as `scipy.signal.correlate` does: `in2` is conjugated.

    Parameters
    ----------
    in1, in2, mode, method, axes, workers
        As in `convolve`.

    Returns
    -------
    ndarray
        The correlation, in the dtype of SciPy's result.

    Examples
    --------
    >>> from polyconv.scipy import signal
    >>> signal.correlate([1, 2, 3], [0, 1, 10])
    array([10, 21, 32,  3,  0])
    """
    a, b = operand(in1), operand(in2)
    if a is None or b is None or not _known(mode, method):
        return by_scipy("correlate")(in1, in2, mode, method)
    result = RESULTS.get(a.dtype.char + b.dtype.char)
    if axes is not None:
        return _along(a, _mirrored(b, axes), mode, method, axes, workers, result)
    if result is None or not _computed(a, b, mode):
        return by_scipy("correlate")(in1, in2, mode, method)
    if method == "auto" and a.dtype == b.dtype and _is_numpys(a, b, mode):
        return np.correlate(a, b, mode)  # type: ignore[call-overload]
    if _spreads(a, b, mode, method):
        return _summed_products("correlate", a, b, mode, result)
    options = _options(method, workers, result)
    if a.size >= b.size:
        return result.cast(_outputs(a, _conjugated(b), mode, False, False, options))
    # The smaller array gives the weights; correlated in the other order, outputs are reversed.
    y = _outputs(b, _conjugated(a), mode, True, False, options)
    return result.cast(_conjugated(y[(slice(None, None, -1),) * y.ndim]))


def fftconvolve(
    in1: ArrayLike,
    in2: ArrayLike,
    mode: str = "full",
    axes: Axes = None,
    *,
    workers: SupportsIndex | None = None,
) -> Any:
    """Convolve two arrays in floating point, as `scipy.signal.fftconvolve` does.

    Parameters
    ----------
    in1, in2, mode, workers
        As in `convolve`.
    axes : int or sequence of int, optional
        Convolve along these axes only; the others are batch axes, of equal length or of length 1.

    Returns
    -------
    ndarray
        The convolution, in the dtype of SciPy's result: float64 for integers. polyconv's fastest
        algorithm computes it, which need not be an FFT; NaN and infinities do not spread.

    Examples
    --------
    >>> from polyconv.scipy import signal
    >>> signal.fftconvolve([1, 2, 3], [0, 1, 10])
    array([ 0.,  1., 12., 23., 30.])
    """
    return _in_floats("fftconvolve", in1, in2, mode, axes, workers)


def oaconvolve(
    in1: ArrayLike,
    in2: ArrayLike,
    mode: str = "full",
    axes: Axes = None,
    *,
    workers: SupportsIndex | None = None,
) -> Any:
    """Convolve arrays of different sizes, as `scipy.signal.oaconvolve` does.

    polyconv cuts long arrays into segments wherever that is fastest, so this is `fftconvolve`.

    Parameters
    ----------
    in1, in2, mode, axes, workers
        As in `fftconvolve`.

    Returns
    -------
    ndarray
        The convolution.

    Examples
    --------
    >>> import numpy as np
    >>> from polyconv.scipy import signal
    >>> signal.oaconvolve(np.ones(5), [1, 1], mode="valid")
    array([2., 2., 2., 2.])
    """
    return _in_floats("oaconvolve", in1, in2, mode, axes, workers)


def choose_conv_method(
    in1: ArrayLike, in2: ArrayLike, mode: str = "full", measure: bool = False
) -> Any:
    """Return the faster `method` of `convolve`, as `scipy.signal.choose_conv_method` does.

    Parameters
    ----------
    in1, in2, mode
        As in `convolve`.
    measure : bool, default False
        Time both methods instead of predicting.

    Returns
    -------
    method : {"direct", "fft"}
        ``"direct"`` if a sum of products is fastest, ``"fft"`` if another algorithm is.
    times : dict
        Seconds of each method; only with `measure`.

    Examples
    --------
    >>> import numpy as np
    >>> from polyconv.scipy import signal
    >>> signal.choose_conv_method(np.ones((64, 64)), np.ones((3, 3)))
    'direct'
    """
    if measure:
        from timeit import Timer

        times = {}
        for method in ("fft", "direct"):
            timer = Timer(partial(convolve, in1, in2, mode, method))
            number = 1
            while (seconds := timer.timeit(number)) < _TIMED_SECONDS:
                number *= 4
            times[method] = min([seconds, *timer.repeat(2, number)]) / number
        return min(times, key=lambda method: times[method]), times
    a, b = operand(in1), operand(in2)
    result = None if a is None or b is None else RESULTS.get(a.dtype.char + b.dtype.char)
    if a is None or b is None or result is None or not _computed(a, b, mode):
        return by_scipy("choose_conv_method")(in1, in2, mode)
    x, w = (a, b) if a.size >= b.size else (b, a)
    cut = _cut(x.shape, w.shape, mode, x is b, False)
    x = x[None] if cut.taken is None else x[None, *cut.taken]
    options = _options("auto", None, result)
    choice = choose(x, w[None, None], padding=cut.pads, **options)
    return "direct" if backend_named(choice.backend).dot_product else "fft"


def _known(mode: Any, method: Any) -> bool:
    """Return False for a mode or method that SciPy must refuse."""
    try:
        return mode in MODES and (method in ("auto", "fft", "direct") or method in backends())
    except TypeError:  # not hashable
        return False


def _computed(a: NDArray[Any], b: NDArray[Any], mode: str) -> bool:
    """Return True if polyconv convolves two arrays along all of their axes."""
    if a.ndim != b.ndim or not 1 <= a.ndim <= MAX_SPATIAL_AXES or a.size == 0 or b.size == 0:
        return False
    if mode != "valid":
        return mode in MODES
    along = list(zip(a.shape, b.shape, strict=True))
    return all(n >= k for n, k in along) or all(n <= k for n, k in along)


def _options(method: str, workers: Any, result: SignalArithmetic) -> dict[str, Any]:
    """Return the options of `conv` for a method and for the arithmetic of a result."""
    options: dict[str, Any] = {"dtype": result.computed, "workers": workers}
    if method == "direct" or result.is_bool:
        # Sums of products only; for bool, so that no rounding makes a false product true.
        options["rtol"] = 0
    elif method not in ("auto", "fft"):
        options["backend"] = method
    return options


def _convolved(
    a: NDArray[Any],
    b: NDArray[Any],
    mode: str,
    method: str,
    workers: Any,
    result: SignalArithmetic,
) -> NDArray[Any]:
    if method == "auto" and a.dtype == b.dtype == result.dtype and _is_numpys(a, b, mode):
        return np.convolve(a, b, mode)  # type: ignore[call-overload, no-any-return]
    if _spreads(a, b, mode, method):
        return _summed_products("convolve", a, b, mode, result)
    options = _options(method, workers, result)
    if a.size >= b.size:
        return result.cast(_outputs(a, b, mode, False, True, options))
    return result.cast(_outputs(b, a, mode, True, True, options))


def _spreads(a: NDArray[Any], b: NDArray[Any], mode: str, method: str) -> bool:
    """Return True if NaN or infinity in the smaller array would be multiplied by padding.

    SciPy would take up to minutes for more than `_MAX_SUMMED_PRODUCTS` products. It transforms such
    arrays as well, so its own result has NaN everywhere.
    """
    if mode == "valid" or method not in ("auto", "fft", "direct"):
        return False
    if method != "direct" and a.size * b.size > _MAX_SUMMED_PRODUCTS:
        return False
    return not is_finite(b if a.size >= b.size else a)


def _summed_products(
    name: str, a: NDArray[Any], b: NDArray[Any], mode: str, result: SignalArithmetic
) -> NDArray[Any]:
    """Return SciPy's sums of products, in which zeros beyond the ends take no part."""
    wide = np.result_type(result.dtype, np.float32)
    y = by_scipy(name)(a.astype(wide, copy=False), b.astype(wide, copy=False), mode, "direct")
    summed: NDArray[Any] = y.astype(result.dtype, copy=False)
    return summed


def _is_numpys(a: NDArray[Any], b: NDArray[Any], mode: str) -> bool:
    """Return True if NumPy's function returns SciPy's result in less time than `conv`."""
    return a.ndim == 1 and (mode != "same" or a.size >= b.size) and is_tiny(a, b)


def is_tiny(a: NDArray[Any], b: NDArray[Any]) -> bool:
    """Return True if NumPy sums the products of two signals in less time than `conv`."""
    return a.size * b.size <= _MAX_NUMPY_PRODUCTS and a.dtype.char != "e" and is_auto("auto")


def _outputs(
    x: NDArray[Any],
    w: NDArray[Any],
    mode: str,
    swapped: bool,
    flip: bool,
    options: dict[str, Any],
) -> NDArray[Any]:
    """Return the outputs of `mode` of `x` with the weights `w`."""
    cut = _cut(x.shape, w.shape, mode, swapped, swapped and not flip)
    if cut.taken is not None:
        x = x[cut.taken]
    y: NDArray[Any] = conv(x[None], w[None, None], padding=cut.pads, flip=flip, **options)[0]
    return y


@lru_cache(maxsize=1024)
def _cut(
    x_shape: tuple[int, ...], w_shape: tuple[int, ...], mode: str, swapped: bool, mirrored: bool
) -> Cut:
    """Return the cut with which `conv` computes the outputs of `mode` and no others.

    `swapped` says that `in1` gave the weights; `mirrored`, that outputs are in reverse order.
    """
    starts, sizes = [], []
    for n, k in zip(x_shape, w_shape, strict=True):
        start, size = outputs_of(mode, k, n) if swapped else outputs_of(mode, n, k)
        starts.append(n + k - 1 - start - size if mirrored else start)
        sizes.append(size)
    return Cut.of(x_shape, w_shape, starts, sizes)


def _conjugated(array: NDArray[Any]) -> NDArray[Any]:
    return array.conj() if array.dtype.kind == "c" else array


def _mirrored(array: NDArray[Any], axes: Axes) -> NDArray[Any]:
    """Return `array` conjugated and reversed along `axes`."""
    return _conjugated(np.flip(array, checked_axes(array, axes)))


def _along(
    a: NDArray[Any],
    b: NDArray[Any],
    mode: str,
    method: str,
    axes: Axes,
    workers: Any,
    result: SignalArithmetic | None,
) -> NDArray[Any]:
    """Return the convolution along some axes, which SciPy's `convolve` does not have."""
    if result is None:
        raise TypeError(
            f"axes={axes!r} with in1 of dtype {a.dtype} and in2 of dtype {b.dtype}; allowed with "
            "axes: bool, integers, floats up to float64 and complex dtypes up to complex128"
        )
    numbers = checked_axes(a, axes)
    if a.ndim != b.ndim:
        raise ValueError(f"in1 has {a.ndim} axes, in2 has {b.ndim}; allowed: the same number")
    options = _options(method, workers, result)
    return result.cast(convolved_along(a, b, mode, numbers, options))


def _in_floats(
    name: str, in1: ArrayLike, in2: ArrayLike, mode: str, axes: Axes, workers: Any
) -> Any:
    """Return the convolution in floating point, along all axes or some."""
    a, b = operand(in1), operand(in2)
    result = None if a is None or b is None else FLOAT_RESULTS.get(a.dtype.char + b.dtype.char)
    if a is not None and b is not None and result is not None:
        if axes is None and _computed(a, b, mode) and not (1 in a.shape or 1 in b.shape):
            return _convolved(a, b, mode, "auto", workers, result)
        numbers = valid_axes(a, b, mode, axes)
        if numbers is not None:
            options = _options("auto", workers, result)
            return convolved_along(a, b, mode, numbers, options)
    return by_scipy(name)(in1, in2, mode, axes)
