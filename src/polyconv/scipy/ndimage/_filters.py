"""Filters along axes, with the signatures of `scipy.ndimage`."""

import operator
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, DTypeLike, NDArray

from ._arguments import as_input, axes_of, axis_of, pad_mode, per_axis, require_origin
from ._gaussians import gaussian_weights, radius_of
from ._passes import Sum
from ._run import by_axes, by_parts
from ._stages import AxisSum, weights_sum

__all__ = [
    "convolve1d",
    "correlate1d",
    "gaussian_filter",
    "gaussian_filter1d",
    "prewitt",
    "sobel",
    "uniform_filter",
    "uniform_filter1d",
]

Output = NDArray[Any] | DTypeLike | None
Values = Any  # one value, or a sequence with one for each axis


def _along(shape: tuple[int, ...], axis: int, mode: Any, origin: Any, summed: Sum) -> AxisSum:
    """Return sums along an axis, after checking `origin` and that the window fits."""
    pads, size = pad_mode(mode), int(summed.weights.size)
    origin = require_origin(origin, size, pads)
    if pads == "valid" and size > shape[axis]:
        raise ValueError(
            f"window of {size} elements with mode='valid'; allowed on axis {axis}: "
            f"at most {shape[axis]}"
        )
    return AxisSum(axis, size // 2 + origin, pads, summed)


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
    origin = -origin
    if not array.shape[0] & 1:
        origin -= 1
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
    return [_along(shape, axis, mode, origin, weights_sum(np.frombuffer(weights)))]


# ---- Gaussians ----


def gaussian_filter1d(
    input: ArrayLike,
    sigma: float,
    axis: int = -1,
    order: int = 0,
    output: Output = None,
    mode: str = "reflect",
    cval: complex = 0.0,
    truncate: float = 4.0,
    *,
    radius: int | None = None,
    workers: int | None = None,
    precision: str | None = None,
) -> NDArray[Any]:
    """Smooth lines along an axis by a Gaussian; `scipy.ndimage.gaussian_filter1d`.

    Parameters
    ----------
    input, axis, output, mode, cval, workers, precision
        As in `correlate1d`.
    sigma : float
        Standard deviation, in elements.
    order : int, default 0
        The derivative of the Gaussian to convolve with; 0 is the Gaussian itself.
    truncate : float, default 4.0
        Standard deviations after which the Gaussian is cut off.
    radius : int, optional
        Radius of the window, of ``2 * radius + 1`` elements, in place of `truncate`.

    Returns
    -------
    ndarray
        The filtered array, `output` if that is an array.

    Examples
    --------
    >>> from polyconv.scipy.ndimage import gaussian_filter1d
    >>> gaussian_filter1d([1.0, 2.0, 3.0, 4.0, 5.0], 1).round(3)
    array([1.427, 2.068, 3.   , 3.932, 4.573])
    """
    return by_axes(
        _gaussian1d,
        (sigma, axis, order, mode, truncate, radius),
        input,
        output,
        cval,
        workers=workers,
        precision=precision,
        promotes=True,
    )


def _gaussian1d(
    shape: tuple[int, ...],
    sigma: float,
    axis: int,
    order: int,
    mode: str,
    truncate: float,
    radius: int | None,
) -> list[AxisSum]:
    weights = gaussian_weights(sigma, order, radius_of(sigma, truncate, radius))
    return [_along(shape, axis_of(axis, len(shape)), mode, 0, weights_sum(weights))]


def gaussian_filter(
    input: ArrayLike,
    sigma: Values,
    order: Values = 0,
    output: Output = None,
    mode: Values = "reflect",
    cval: complex = 0.0,
    truncate: float = 4.0,
    *,
    radius: Values = None,
    axes: Values = None,
    workers: int | None = None,
    precision: str | None = None,
) -> NDArray[Any]:
    """Smooth an array by a Gaussian; `scipy.ndimage.gaussian_filter`.

    Parameters
    ----------
    input, output, cval, workers, precision
        As in `correlate1d`. Integer results are truncated after each axis, as SciPy does.
    sigma : float or sequence of float
        Standard deviation, in elements, for all axes or for each.
    order : int or sequence of int, default 0
        The derivative of the Gaussian to convolve with; 0 is the Gaussian itself.
    mode : str or sequence of str, default "reflect"
        As in `correlate1d`, for all axes or for each.
    truncate : float, default 4.0
        Standard deviations after which the Gaussian is cut off.
    radius : int or sequence of int, optional
        Radius of the window, of ``2 * radius + 1`` elements, in place of `truncate`.
    axes : tuple of int, optional
        The axes to filter along; sequences have one value for each of them. By default all.

    Returns
    -------
    ndarray
        The filtered array, `output` if that is an array.

    Examples
    --------
    >>> import numpy as np
    >>> from polyconv.scipy.ndimage import gaussian_filter
    >>> gaussian_filter(np.arange(50, step=2).reshape(5, 5), sigma=1)
    array([[ 4,  6,  8,  9, 11],
           [10, 12, 14, 15, 17],
           [20, 22, 24, 25, 27],
           [29, 31, 33, 34, 36],
           [35, 37, 39, 40, 42]])
    """
    return by_axes(
        _gaussian,
        (sigma, order, mode, truncate, radius, axes),
        input,
        output,
        cval,
        workers=workers,
        precision=precision,
    )


def _gaussian(
    shape: tuple[int, ...],
    sigma: Values,
    order: Values,
    mode: Values,
    truncate: float,
    radius: Values,
    axes: Values,
) -> list[AxisSum]:
    along = axes_of(axes, len(shape))
    arguments = {"sigma": sigma, "order": order, "mode": mode, "radius": radius}
    values = [per_axis(name, value, len(along)) for name, value in arguments.items()]
    return [
        _gaussian1d(shape, sigma, axis, order, mode, truncate, radius)[0]
        for axis, sigma, order, mode, radius in zip(along, *values, strict=True)
        if sigma > 1e-15
    ]


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
    return [_along(shape, axis, mode, origin, _box(size))]


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
        _uniform,
        (size, mode, origin, axes),
        input,
        output,
        cval,
        workers=workers,
        precision=precision,
        promotes=True,
    )


def _uniform(
    shape: tuple[int, ...], size: Values, mode: Values, origin: Values, axes: Values
) -> list[AxisSum]:
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
        _difference,
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
        _difference,
        (axis, mode, 1.0),
        input,
        output,
        cval,
        workers=workers,
        precision=precision,
    )


def _difference(shape: tuple[int, ...], axis: int, mode: Values, middle: float) -> list[AxisSum]:
    """Return a central difference along an axis, then weights 1, `middle`, 1 along the others."""
    axis = axis_of(axis, len(shape))
    modes = per_axis("mode", mode, len(shape))
    difference, smooth = np.array([-1.0, 0, 1]), np.array([1.0, middle, 1])
    order = [axis, *(other for other in range(len(shape)) if other != axis)]
    return [
        _along(shape, each, modes[each], 0, weights_sum(difference if each == axis else smooth))
        for each in order
    ]
