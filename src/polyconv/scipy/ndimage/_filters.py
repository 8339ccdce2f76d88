"""Filters along axes, with the signatures of `scipy.ndimage`."""

import operator
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, DTypeLike, NDArray

from ._arguments import as_input, axes_of, axis_of, per_axis
from ._passes import Sum
from ._run import along, by_axes, by_parts
from ._stages import AxisSum, weights_sum

__all__ = [
    "convolve1d",
    "correlate1d",
    "difference_sums",
    "prewitt",
    "sobel",
    "uniform_filter",
    "uniform_filter1d",
    "uniform_sums",
]

Output = NDArray[Any] | DTypeLike | None
Values = Any  # one value, or a sequence with one for each axis


# ---- one axis, any weights ----


def correlate1d(
    input: ArrayLike,
    weights: ArrayLike,
    axis: int = -1,
    output: Output = None,
    mode: str = "reflect",
    cval: complex = 0.0,
    origin: int = 0,
    *,
    workers: int | None = None,
    precision: str | None = None,
) -> NDArray[Any]:
    """Correlate lines along an axis with weights; `scipy.ndimage.correlate1d`.

    Parameters
    ----------
    input : array_like
        An array of any number of dimensions.
    weights : array_like
        A sequence of numbers. Complex weights are conjugated.
    axis : int, default -1
        The axis of the lines.
    output : array or dtype, optional
        The array to write to, which may overlap `input`, or the dtype of the result. By default
        the dtype of `input`.
    mode : str, default "reflect"
        How lines are extended: one of SciPy's modes; or "valid", where they are not and the result
        is shorter.
    cval : scalar, default 0.0
        The value beyond the edges for ``mode="constant"``.
    origin : int, default 0
        Shift of the window to the left, in elements.
    workers : int, optional
        Threads to use at most, as in `polyconv.conv`.
    precision : {None, "double", "single"}
        Arithmetic: "double" is SciPy's, sums in float64; "single" sums in float32. By default
        float32 for float32 input with a float32 result, float64 for everything else.

    Returns
    -------
    ndarray
        The filtered array, `output` if that is an array.

    Raises
    ------
    RuntimeError, ValueError, TypeError
        Where SciPy raises them.

    Examples
    --------
    >>> from polyconv.scipy.ndimage import correlate1d
    >>> correlate1d([2, 8, 0, 4, 1, 9, 9, 0], weights=[1, 3])
    array([ 8, 26,  8, 12,  7, 28, 36,  9])
    """
    array = np.asarray(weights)
    if array.dtype.kind == "c":
        array = array.conj()
    return _by_weights(input, array, axis, output, mode, cval, origin, workers, precision)


def convolve1d(
    input: ArrayLike,
    weights: ArrayLike,
    axis: int = -1,
    output: Output = None,
    mode: str = "reflect",
    cval: complex = 0.0,
    origin: int = 0,
    *,
    workers: int | None = None,
    precision: str | None = None,
) -> NDArray[Any]:
    """Convolve lines along an axis with weights; `scipy.ndimage.convolve1d`.

    Parameters
    ----------
    input, weights, axis, output, mode, cval, workers, precision
        As in `correlate1d`; complex weights are not conjugated.
    origin : int, default 0
        Shift of the window to the right, in elements.

    Returns
    -------
    ndarray
        The filtered array, `output` if that is an array.

    Examples
    --------
    >>> from polyconv.scipy.ndimage import convolve1d
    >>> convolve1d([2, 8, 0, 4, 1, 9, 9, 0], weights=[1, 3])
    array([14, 24,  4, 13, 12, 36, 27,  0])
    """
    array = np.asarray(weights)[::-1]
    # The middle of an even window is its second half's first element.
    origin = -origin - (array.shape[0] % 2 == 0 and mode != "valid")
    return _by_weights(input, array, axis, output, mode, cval, origin, workers, precision)


def _by_weights(
    input: ArrayLike,
    weights: NDArray[Any],
    axis: int,
    output: Output,
    mode: str,
    cval: complex,
    origin: int,
    workers: int | None,
    precision: str | None,
) -> NDArray[Any]:
    """Correlate along an axis; complex weights are multiplied as they are."""
    if weights.dtype.kind == "c":

        def run(x: NDArray[Any], w: NDArray[Any], part: Output, constant: Any) -> NDArray[Any]:
            return _by_weights(x, w, axis, part, mode, constant, origin, workers, precision)

        return by_parts(run, as_input(input), weights, output, cval)
    weights = np.ascontiguousarray(weights, np.float64)
    if weights.ndim != 1 or weights.size < 1:
        raise RuntimeError(f"no filter weights given: weights has shape {weights.shape}")
    return by_axes(
        _correlate1d,
        (weights.tobytes(), axis, mode, origin),
        input,
        output,
        cval,
        workers=workers,
        precision=precision,
        promotes=True,
    )


def _correlate1d(
    shape: tuple[int, ...], weights: bytes, axis: int, mode: str, origin: int
) -> list[AxisSum]:
    axis = axis_of(axis, len(shape))
    return [along(shape, axis, mode, origin, weights_sum(np.frombuffer(weights)))]


# ---- boxes ----


def uniform_filter1d(
    input: ArrayLike,
    size: int,
    axis: int = -1,
    output: Output = None,
    mode: str = "reflect",
    cval: complex = 0.0,
    origin: int = 0,
    *,
    workers: int | None = None,
    precision: str | None = None,
) -> NDArray[Any]:
    """Average windows of lines along an axis; `scipy.ndimage.uniform_filter1d`.

    SciPy adds elements to a running sum and subtracts them again. NaN, infinity and rounding errors
    stay in that sum until the end of the line. Here each window is summed by itself, in about
    ``log2(size)`` additions.

    Parameters
    ----------
    input, axis, output, mode, cval, origin, workers, precision
        As in `correlate1d`.
    size : int
        Length of the window.

    Returns
    -------
    ndarray
        The filtered array, `output` if that is an array.

    Examples
    --------
    >>> from polyconv.scipy.ndimage import uniform_filter1d
    >>> uniform_filter1d([2, 8, 0, 4, 1, 9, 9, 0], size=3)
    array([4, 3, 4, 1, 4, 6, 6, 3])
    """
    return by_axes(
        _uniform1d,
        (size, axis, mode, origin),
        input,
        output,
        cval,
        workers=workers,
        precision=precision,
        promotes=True,
    )


def _uniform1d(
    shape: tuple[int, ...], size: int, axis: int, mode: str, origin: int
) -> list[AxisSum]:
    axis = axis_of(axis, len(shape))
    if size < 1:
        raise RuntimeError(f"incorrect filter size: {size}; allowed: at least 1")
    return [along(shape, axis, mode, origin, _box(size))]


def _box(size: int) -> Sum:
    return Sum("box" if size > 1 else "line", np.ones(operator.index(size)))


def uniform_filter(
    input: ArrayLike,
    size: Values = 3,
    output: Output = None,
    mode: Values = "reflect",
    cval: complex = 0.0,
    origin: Values = 0,
    *,
    axes: Values = None,
    workers: int | None = None,
    precision: str | None = None,
) -> NDArray[Any]:
    """Average windows of an array; `scipy.ndimage.uniform_filter`.

    Parameters
    ----------
    input, output, cval, workers, precision
        As in `uniform_filter1d`. Integer results are truncated after each axis, as SciPy does.
    size : int or sequence of int, default 3
        Size of the window, for all axes or for each.
    mode, origin
        As in `uniform_filter1d`, for all axes or for each.
    axes : tuple of int, optional
        The axes to filter along; sequences have one value for each of them. By default all.

    Returns
    -------
    ndarray
        The filtered array, `output` if that is an array.

    Examples
    --------
    >>> from polyconv.scipy.ndimage import uniform_filter
    >>> uniform_filter([[9.0, 0.0, 0.0], [0.0, 0.0, 0.0]], size=(1, 3))
    array([[6., 3., 0.],
           [0., 0., 0.]])
    """
    return by_axes(
        uniform_sums,
        (size, mode, origin, axes),
        input,
        output,
        cval,
        workers=workers,
        precision=precision,
        promotes=True,
    )


def uniform_sums(
    shape: tuple[int, ...], size: Values, mode: Values, origin: Values, axes: Values
) -> list[AxisSum]:
    """Return the moving sums of `uniform_filter`, axis by axis."""
    along = axes_of(axes, len(shape))
    arguments = {"size": size, "mode": mode, "origin": origin}
    values = [per_axis(name, value, len(along)) for name, value in arguments.items()]
    return [
        _uniform1d(shape, int(size), axis, mode, origin)[0]
        for axis, size, mode, origin in zip(along, *values, strict=True)
        if size > 1
    ]


# ---- first differences ----


def sobel(
    input: ArrayLike,
    axis: int = -1,
    output: Output = None,
    mode: Values = "reflect",
    cval: complex = 0.0,
    *,
    workers: int | None = None,
    precision: str | None = None,
) -> NDArray[Any]:
    """Differentiate along an axis, smoothing along the others; `scipy.ndimage.sobel`.

    Parameters
    ----------
    input, axis, output, cval, workers, precision
        As in `correlate1d`.
    mode : str or sequence of str, default "reflect"
        As in `correlate1d`, for all axes or for each.

    Returns
    -------
    ndarray
        The filtered array, `output` if that is an array.

    Examples
    --------
    >>> from polyconv.scipy.ndimage import sobel
    >>> sobel([[0, 1, 5], [0, 1, 5], [0, 1, 5]])
    array([[ 4, 20, 16],
           [ 4, 20, 16],
           [ 4, 20, 16]])
    """
    return by_axes(
        difference_sums,
        (axis, mode, 2.0),
        input,
        output,
        cval,
        workers=workers,
        precision=precision,
    )


def prewitt(
    input: ArrayLike,
    axis: int = -1,
    output: Output = None,
    mode: Values = "reflect",
    cval: complex = 0.0,
    *,
    workers: int | None = None,
    precision: str | None = None,
) -> NDArray[Any]:
    """Differentiate along an axis, averaging along the others; `scipy.ndimage.prewitt`.

    Parameters
    ----------
    input, axis, output, mode, cval, workers, precision
        As in `sobel`.

    Returns
    -------
    ndarray
        The filtered array, `output` if that is an array.

    Examples
    --------
    >>> from polyconv.scipy.ndimage import prewitt
    >>> prewitt([[0, 1, 5], [0, 1, 5], [0, 1, 5]])
    array([[ 3, 15, 12],
           [ 3, 15, 12],
           [ 3, 15, 12]])
    """
    return by_axes(
        difference_sums,
        (axis, mode, 1.0),
        input,
        output,
        cval,
        workers=workers,
        precision=precision,
    )


def difference_sums(
    shape: tuple[int, ...], axis: int, mode: Values, middle: float
) -> list[AxisSum]:
    """Return a central difference along an axis, then weights 1, `middle`, 1 along the others."""
    axis = axis_of(axis, len(shape))
    modes = per_axis("mode", mode, len(shape))
    difference, smooth = np.array([-1.0, 0, 1]), np.array([1.0, middle, 1])
    order = [axis, *(other for other in range(len(shape)) if other != axis)]
    return [
        along(shape, each, modes[each], 0, weights_sum(difference if each == axis else smooth))
        for each in order
    ]
