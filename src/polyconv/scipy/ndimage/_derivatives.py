"""Sums and magnitudes of derivatives, with the signatures of `scipy.ndimage`."""

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache, partial
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, DTypeLike, NDArray

from ._arguments import (
    as_input,
    axes_of,
    new_output,
    output_dtype,
    pad_mode,
    per_axis,
    placed,
    real_cval,
    real_dtype,
    require_complex,
    require_fit,
)
from ._arithmetic import Arithmetic
from ._filters import correlate1d
from ._gaussians import gaussian_filter
from ._run import PLANS, by_parts, result_of
from ._stages import Stages, window_stage
from ._windows import MAX_SPATIAL_AXES

__all__ = [
    "gaussian_gradient_magnitude",
    "gaussian_laplace",
    "generic_gradient_magnitude",
    "generic_laplace",
    "laplace",
]

Output = NDArray[Any] | DTypeLike | None
Values = Any  # one value, or a sequence with one for each axis
_ONE = np.ones(1)

Derivative = Callable[..., NDArray[Any]]


def generic_laplace(
    input: ArrayLike,
    derivative2: Derivative,
    output: Output = None,
    mode: Values = "reflect",
    cval: complex = 0.0,
    extra_arguments: Sequence[Any] = (),
    extra_keywords: Mapping[str, Any] | None = None,
    *,
    axes: Values = None,
) -> NDArray[Any]:
    """Sum second derivatives along axes; `scipy.ndimage.generic_laplace`.

    Parameters
    ----------
    input, output, cval
        As in `correlate1d`.
    derivative2 : callable
        Called as ``derivative2(input, axis, output, mode, cval, *extra_arguments,
        **extra_keywords)``, with an array and then with dtypes for `output`; returns the result.
    mode : str or sequence of str, default "reflect"
        As in `correlate1d`, for all axes or for each.
    extra_arguments : sequence, default ()
    extra_keywords : mapping, optional
    axes : tuple of int, optional
        The axes to differentiate along. By default all.

    Returns
    -------
    ndarray
        The filtered array, `output` if that is an array.

    Examples
    --------
    >>> from polyconv.scipy.ndimage import correlate1d, generic_laplace
    >>> def second(input, axis, output, mode, cval):
    ...     return correlate1d(input, [1, -2, 1], axis, output, mode, cval)
    >>> generic_laplace([[0, 0, 0], [0, 1, 0], [0, 0, 0]], second)
    array([[ 0,  1,  0],
           [ 1, -4,  1],
           [ 0,  1,  0]])
    """

    def term(array: NDArray[Any], axis: int, to: Output, mode: Any) -> NDArray[Any]:
        return derivative2(array, axis, to, mode, cval, *extra_arguments, **(extra_keywords or {}))

    return _summed(term, np.asarray(input), output, mode, axes, squares=False)


def generic_gradient_magnitude(
    input: ArrayLike,
    derivative: Derivative,
    output: Output = None,
    mode: Values = "reflect",
    cval: complex = 0.0,
    extra_arguments: Sequence[Any] = (),
    extra_keywords: Mapping[str, Any] | None = None,
    *,
    axes: Values = None,
) -> NDArray[Any]:
    """Magnitude of derivatives along axes; `scipy.ndimage.generic_gradient_magnitude`.

    Parameters
    ----------
    input, output, mode, cval, extra_arguments, extra_keywords, axes
        As in `generic_laplace`.
    derivative : callable
        Called as `generic_laplace` calls ``derivative2``. Its results are overwritten.

    Returns
    -------
    ndarray
        The square root of the sum of squares, `output` if that is an array.

    Examples
    --------
    >>> from polyconv.scipy.ndimage import generic_gradient_magnitude, sobel
    >>> generic_gradient_magnitude([[0.0, 3.0], [4.0, 7.0]], sobel)
    array([[20., 20.],
           [20., 20.]])
    """

    def term(array: NDArray[Any], axis: int, to: Output, mode: Any) -> NDArray[Any]:
        return derivative(array, axis, to, mode, cval, *extra_arguments, **(extra_keywords or {}))

    return _summed(term, np.asarray(input), output, mode, axes, squares=True)


def _summed(
    term: Callable[[NDArray[Any], int, Output, Any], NDArray[Any]],
    x: NDArray[Any],
    output: Output,
    mode: Values,
    axes: Values,
    *,
    squares: bool,
) -> NDArray[Any]:
    """Return the sum of a term for each axis, or the square root of the sum of their squares.

    Each term is stored in the dtype of the result, as in SciPy.
    """
    along = axes_of(axes, x.ndim)
    modes = per_axis("mode", mode, len(along)) if along else []
    dtype = output_dtype(output, x)
    if "valid" in modes:  # the terms know the shape, and they check that of an array
        result = term(x, along[0], dtype if output is None else output, modes[0])
    else:
        result = new_output(output, x.shape, dtype)
        if not along:
            result[...] = x
            return result
        if len(along) > 1 and np.may_share_memory(result, x):
            x = x.copy()  # the first term overwrites what later ones read
        term(x, along[0], result, modes[0])
    if squares:
        np.multiply(result, result, result)
    for axis, each in zip(along[1:], modes[1:], strict=True):
        other = term(x, axis, dtype, each)
        if other.shape != result.shape:
            raise ValueError(
                f"mode={mode!r}: terms have shapes {result.shape} and {other.shape}; allowed: "
                "'valid' for terms of one shape"
            )
        if squares:
            np.multiply(other, other, other)
        result += other
    if squares:
        _take_square_roots(result)
    return result


def _take_square_roots(array: NDArray[Any]) -> None:
    """Replace elements by their square roots, as ``numpy.sqrt(array, array, casting="unsafe")``.

    NumPy computes the roots of 8-bit integers in float16, which takes ten times as long as in
    float32. So they are looked up in a table of all 256 roots.
    """
    if array.itemsize > 1:
        np.sqrt(array, array, casting="unsafe")
        return
    roots = np.arange(256, dtype=np.uint8).view(array.dtype)
    with np.errstate(invalid="ignore"):  # negative ones have no root
        np.sqrt(roots, roots, casting="unsafe")
    array[...] = roots[array.view(np.uint8)]


def laplace(
    input: ArrayLike,
    output: Output = None,
    mode: Values = "reflect",
    cval: complex = 0.0,
    *,
    axes: Values = None,
    workers: int | None = None,
    precision: str | None = None,
) -> NDArray[Any]:
    """Sum second differences along axes; `scipy.ndimage.laplace`.

    Parameters
    ----------
    input, output, cval, workers, precision
        As in `correlate1d`.
    mode : str or sequence of str, default "reflect"
        As in `correlate1d`, for all axes or for each.
    axes : tuple of int, optional
        The axes to differentiate along. By default all.

    Returns
    -------
    ndarray
        The filtered array, `output` if that is an array.

    Examples
    --------
    >>> from polyconv.scipy.ndimage import laplace
    >>> laplace([[0, 0, 0], [0, 1, 0], [0, 0, 0]])
    array([[ 0,  1,  0],
           [ 1, -4,  1],
           [ 0,  1,  0]])
    """
    x = as_input(input)
    dtype = output_dtype(output, x)
    along = axes_of(axes, x.ndim)
    modes = tuple(per_axis("mode", mode, len(along)))
    if x.dtype.kind == "c" and along:
        require_complex(dtype)
        part = partial(laplace, mode=modes, axes=along, workers=workers, precision=precision)
        return by_parts(
            lambda each, _, to, constant: part(each, to, cval=constant), x, _ONE, output, cval
        )
    valid = "valid" in modes  # a term shortens one axis, the result all of them
    at_once = valid or (precision != "double" and _sums_once(x.dtype, dtype, cval))
    if not (at_once and 0 < len(along) <= MAX_SPATIAL_AXES and x.ndim <= MAX_SPATIAL_AXES + 1):
        term = partial(_second_difference, cval=cval, workers=workers, precision=precision)
        return _summed(term, x, output, modes, along, squares=False)
    dtype = real_dtype(dtype)
    cval = cval if type(cval) is float else real_cval(cval)
    arithmetic = Arithmetic.of(x.dtype, dtype, cval, precision, workers)
    plan = _cross(x.shape, arithmetic, along, modes)
    return result_of(plan, x, output, dtype, workers)


def _second_difference(
    x: NDArray[Any], axis: int, output: Output, mode: Any, **options: Any
) -> NDArray[Any]:
    return correlate1d(x, [1, -2, 1], axis, output, mode, **options)


def _sums_once(x_dtype: np.dtype[Any], dtype: np.dtype[Any], cval: complex) -> bool:
    """Return True if one sum for all axes may stand for SciPy's sum of results for each.

    SciPy rounds each term to the dtype of the result. The terms of integers are integers if the
    constant in the padding is an integer as well.
    """
    if dtype.kind == "f":
        return x_dtype.kind in "iuf"
    return x_dtype.kind in "iu" and dtype.kind in "iu" and cval == np.floor(cval)


@lru_cache(maxsize=PLANS)
def _cross(
    shape: tuple[int, ...],
    arithmetic: Arithmetic,
    axes: tuple[int, ...],
    modes: tuple[str, ...],
) -> Stages:
    """Return the window of second differences along `axes`: a cross."""
    size = [3 if axis in axes else 1 for axis in range(len(shape))]
    weights = np.zeros(size)
    middle = [n // 2 for n in size]
    pads = ["edge"] * len(shape)
    for axis, mode in zip(axes, modes, strict=True):
        pads[axis] = pad_mode(mode)
        require_fit(shape[axis], 3, pads[axis], axis)
        for place, weight in enumerate((1.0, -2.0, 1.0)):
            at = [*middle[:axis], place, *middle[axis + 1 :]]
            weights[tuple(at)] += weight
    return window_stage(shape, weights, tuple(middle), tuple(pads), arithmetic)


def gaussian_laplace(
    input: ArrayLike,
    sigma: Values,
    output: Output = None,
    mode: Values = "reflect",
    cval: complex = 0.0,
    *,
    axes: Values = None,
    **kwargs: Any,
) -> NDArray[Any]:
    """Sum second derivatives of Gaussians along axes; `scipy.ndimage.gaussian_laplace`.

    Parameters
    ----------
    input, output, mode, cval, axes
        As in `laplace`.
    sigma : float or sequence of float
        Standard deviation, in elements, for all axes or for each.
    **kwargs
        Arguments of `gaussian_filter`: truncate, radius, workers, precision.

    Returns
    -------
    ndarray
        The filtered array, `output` if that is an array.

    Examples
    --------
    >>> import numpy as np
    >>> from polyconv.scipy.ndimage import gaussian_laplace
    >>> gaussian_laplace(np.eye(3), sigma=1).round(2)
    array([[-0.38,  0.04,  0.35],
           [ 0.04, -0.07,  0.04],
           [ 0.35,  0.04, -0.38]])
    """
    x = as_input(input)
    along = axes_of(axes, x.ndim)
    sigmas = placed("sigma", sigma, along, x.ndim)
    return _summed(_of_gaussian(sigmas, 2, cval, kwargs), x, output, mode, axes, squares=False)


def gaussian_gradient_magnitude(
    input: ArrayLike,
    sigma: Values,
    output: Output = None,
    mode: Values = "reflect",
    cval: complex = 0.0,
    *,
    axes: Values = None,
    **kwargs: Any,
) -> NDArray[Any]:
    """Magnitude of first derivatives of Gaussians; `scipy.ndimage.gaussian_gradient_magnitude`.

    Parameters
    ----------
    input, output, mode, cval, axes
        As in `laplace`.
    sigma : float or sequence of float
        Standard deviation, in elements, for all axes of the input or for each.
    **kwargs
        Arguments of `gaussian_filter`: truncate, radius, workers, precision.

    Returns
    -------
    ndarray
        The filtered array, `output` if that is an array.

    Examples
    --------
    >>> from polyconv.scipy.ndimage import gaussian_gradient_magnitude
    >>> gaussian_gradient_magnitude([0.0, 0.0, 1.0, 1.0], sigma=0.5).round(2)
    array([0.  , 0.43, 0.43, 0.  ])
    """
    x = as_input(input)
    term = _of_gaussian(sigma, 1, cval, kwargs)
    return _summed(term, x, output, mode, axes, squares=True)


def _of_gaussian(
    sigma: Values, order: int, cval: complex, options: Mapping[str, Any]
) -> Callable[[NDArray[Any], int, Output, Any], NDArray[Any]]:
    """Return the term that differentiates along one axis and smooths along all others."""

    def term(array: NDArray[Any], axis: int, to: Output, mode: Any) -> NDArray[Any]:
        orders = [0] * array.ndim
        orders[axis] = order
        return gaussian_filter(array, sigma, tuple(orders), to, mode, cval, **options)

    return term
