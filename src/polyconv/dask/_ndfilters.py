"""Filters of `dask_image.ndfilters`, with its signatures and exceptions."""

import numbers
from collections.abc import Callable, Sequence
from typing import Any

import dask.array as da
import numpy as np
from dask.base import tokenize
from numpy.typing import ArrayLike, NDArray

from polyconv._problem import Problem
from polyconv._request import make_problem
from polyconv.scipy import ndimage
from polyconv.scipy.ndimage._arguments import pad_mode
from polyconv.scipy.ndimage._filters import difference_sums, uniform_sums
from polyconv.scipy.ndimage._gaussians import gaussian_sums
from polyconv.scipy.ndimage._windows import placed_window

from ._graph import dask_array, result_of
from ._operations import Filter

__all__ = ["convolve", "correlate", "gaussian_filter", "sobel", "uniform_filter"]

Values = Any  # one value, or a sequence with one for each axis


def convolve(
    image: da.Array,
    weights: ArrayLike,
    mode: str = "reflect",
    cval: complex = 0.0,
    origin: Values = 0,
    *,
    workers: int = 1,
    precision: str | None = None,
) -> da.Array:
    """Convolve a dask array with weights; `dask_image.ndfilters.convolve`.

    Parameters
    ----------
    image, weights, mode, cval, origin
        As in `correlate`.
    workers, precision
        As in `correlate`.

    Returns
    -------
    dask array
        The filtered image, in the chunks of `image`.

    Examples
    --------
    >>> import dask.array as da
    >>> from polyconv.dask import convolve
    >>> x = da.arange(12, chunks=6).reshape(1, 12)
    >>> convolve(x, [[0, 0, 1]]).compute()
    array([[ 0,  0,  1,  2,  3,  4,  5,  6,  7,  8,  9, 10]])
    """
    return _by_window(ndimage.convolve, image, weights, mode, cval, origin, workers, precision)


def correlate(
    image: da.Array,
    weights: ArrayLike,
    mode: str = "reflect",
    cval: complex = 0.0,
    origin: Values = 0,
    *,
    workers: int = 1,
    precision: str | None = None,
) -> da.Array:
    """Correlate a dask array with weights; `dask_image.ndfilters.correlate`.

    Chunks are filtered by `polyconv.scipy.ndimage.correlate`.

    Parameters
    ----------
    image : dask array
        Chunks smaller than the window are rechunked, with a `dask.array.PerformanceWarning`.
    weights : array_like
        Of as many axes as `image`, in memory.
    mode : str, default "reflect"
        How the image is extended at its ends: one of SciPy's modes.
    cval : scalar, default 0.0
        The value beyond the ends for ``mode="constant"``.
    origin : int or sequence of int, default 0
        Shift of the window to the left, in elements, for all axes or for each.
    workers : int, default 1
        Threads for each chunk at most, beside those of dask.
    precision : {None, "double", "single"}
        As in `polyconv.scipy.ndimage.correlate`.

    Returns
    -------
    dask array
        The filtered image, in the chunks of `image`.

    Raises
    ------
    ValueError, TypeError, RuntimeError
        Where dask-image raises them, at once.

    Examples
    --------
    >>> import dask.array as da
    >>> from polyconv.dask import correlate
    >>> correlate(da.arange(8, chunks=4), [1, 2, 1]).compute()
    array([ 1,  4,  8, 12, 16, 20, 24, 27])
    """
    return _by_window(ndimage.correlate, image, weights, mode, cval, origin, workers, precision)


def gaussian_filter(
    image: da.Array,
    sigma: Values,
    order: Values = 0,
    mode: Values = "reflect",
    cval: complex = 0.0,
    truncate: float = 4.0,
    *,
    workers: int = 1,
    precision: str | None = None,
) -> da.Array:
    """Smooth a dask array by a Gaussian; `dask_image.ndfilters.gaussian_filter`.

    Parameters
    ----------
    image, cval, workers, precision
        As in `correlate`.
    sigma : float or sequence of float
        Standard deviation, in elements, for all axes or for each.
    order : int or sequence of int, default 0
        The derivative of the Gaussian to convolve with; 0 is the Gaussian itself.
    mode : str or sequence of str, default "reflect"
        As in `correlate`, for all axes or for each.
    truncate : float, default 4.0
        Standard deviations after which the Gaussian is cut off.

    Returns
    -------
    dask array
        The filtered image, in the chunks of `image`.

    Examples
    --------
    >>> import dask.array as da
    >>> from polyconv.dask import gaussian_filter
    >>> gaussian_filter(da.arange(10, chunks=5, dtype=float), 0.5).compute().round(2)
    array([0.11, 1.  , 2.  , 3.  , 4.  , 5.  , 6.  , 7.  , 8.  , 8.89])
    """
    array = dask_array("image", image)
    sigmas = np.asarray(sigma)
    if sigmas.ndim > 1 or (sigmas.ndim == 1 and len(sigmas) != array.ndim):
        raise RuntimeError(
            f"sigma={sigma!r}; allowed: one number, or {array.ndim}, one for each axis"
        )
    if sigmas.dtype.kind not in "biuf":
        raise TypeError(f"sigma={sigma!r}; allowed: real numbers")
    if not isinstance(truncate, numbers.Real):
        raise TypeError(f"truncate={truncate!r}; allowed: a real number")
    sigma = sigmas.tolist()
    arguments = {"sigma": sigma, "order": order, "mode": mode, "cval": cval, "truncate": truncate}
    sums = gaussian_sums(array.shape, sigma, order, mode, float(truncate), None, None)
    windows = {each.axis: (each.before, each.size, each.mode) for each in sums}
    return _filtered(ndimage.gaussian_filter, array, arguments, windows, workers, precision)


def uniform_filter(
    image: da.Array,
    size: Values = 3,
    mode: Values = "reflect",
    cval: complex = 0.0,
    origin: Values = 0,
    *,
    workers: int = 1,
    precision: str | None = None,
) -> da.Array:
    """Average windows of a dask array; `dask_image.ndfilters.uniform_filter`.

    Parameters
    ----------
    image, cval, workers, precision
        As in `correlate`.
    size : int or sequence of int, default 3
        Size of the window, for all axes or for each.
    mode : str or sequence of str, default "reflect"
        As in `correlate`, for all axes or for each.
    origin : int or sequence of int, default 0
        Shift of the window to the left, in elements, for all axes or for each.

    Returns
    -------
    dask array
        The filtered image, in the chunks of `image`.

    Examples
    --------
    >>> import dask.array as da
    >>> from polyconv.dask import uniform_filter
    >>> uniform_filter(da.arange(6, chunks=3, dtype=float) ** 2, 3).compute().round(2)
    array([ 0.33,  1.67,  4.67,  9.67, 16.67, 22.  ])
    """
    array = dask_array("image", image)
    sizes = _integers("size", size, array.ndim)
    origins = _origins(origin, sizes)
    arguments = {"size": sizes, "mode": mode, "cval": cval, "origin": origins}
    sums = uniform_sums(array.shape, sizes, mode, origins, None)
    windows = {each.axis: (each.before, each.size, each.mode) for each in sums}
    return _filtered(ndimage.uniform_filter, array, arguments, windows, workers, precision)


def sobel(
    image: da.Array,
    axis: int = -1,
    mode: Values = "reflect",
    cval: complex = 0.0,
    *,
    workers: int = 1,
    precision: str | None = None,
) -> da.Array:
    """Differentiate a dask array along an axis; `dask_image.ndfilters.sobel`.

    Parameters
    ----------
    image, cval, workers, precision
        As in `correlate`.
    axis : int, default -1
        The axis to differentiate along; the others are smoothed.
    mode : str or sequence of str, default "reflect"
        As in `correlate`, for all axes or for each.

    Returns
    -------
    dask array
        The filtered image, in the chunks of `image`.

    Examples
    --------
    >>> import dask.array as da
    >>> from polyconv.dask import sobel
    >>> sobel(da.arange(6, chunks=3) ** 2).compute()
    array([ 1,  4,  8, 12, 16,  9])
    """
    array = dask_array("image", image)
    if not isinstance(axis, numbers.Integral) or not -array.ndim <= axis < array.ndim:
        raise ValueError(f"axis={axis!r}; allowed: integers from {-array.ndim} to {array.ndim - 1}")
    arguments = {"axis": int(axis), "mode": mode, "cval": cval}
    sums = difference_sums(array.shape, int(axis), mode, 2.0)
    windows = {each.axis: (each.before, each.size, each.mode) for each in sums}
    return _filtered(ndimage.sobel, array, arguments, windows, workers, precision)


def _by_window(
    function: Callable[..., NDArray[Any]],
    image: da.Array,
    weights: ArrayLike,
    mode: str,
    cval: complex,
    origin: Values,
    workers: int,
    precision: str | None,
) -> da.Array:
    array, w = dask_array("image", image), np.asarray(weights)
    if w.ndim != array.ndim or 0 in w.shape:
        raise ValueError(
            f"weights has shape {w.shape}; allowed: {array.ndim} axes, as image has, none empty"
        )
    origins = _origins(origin, w.shape)
    arguments = {"weights": w.copy(), "mode": mode, "cval": cval, "origin": origins}
    window, shifts = placed_window(array.ndim, w, mode, origins, None, function is ndimage.convolve)
    along = enumerate(zip(window.shape, shifts, strict=True))
    windows = {axis: (size // 2 + shift, size, pad_mode(mode)) for axis, (size, shift) in along}
    return _filtered(function, array, arguments, windows, workers, precision)


def _filtered(
    function: Callable[..., NDArray[Any]],
    image: da.Array,
    arguments: dict[str, Any],
    windows: dict[int, tuple[int, int, str]],
    workers: int,
    precision: str | None,
) -> da.Array:
    """Return the lazy result of a function of `polyconv.scipy.ndimage`.

    Parameters
    ----------
    function : callable
    image : dask array
    arguments : dict
        Of `function`, after its input.
    windows : dict
        For each axis that is filtered: elements before an output's place, size, numpy.pad's mode.
    workers, precision
        The caller's arguments.
    """
    if any(mode == "valid" for _, _, mode in windows.values()):
        raise ValueError("mode='valid'; allowed: SciPy's modes, which keep the shape")
    arguments = {**arguments, "workers": workers, "precision": precision}
    # One element is enough to have all arguments checked, and to learn the dtype.
    dtype = function(np.zeros((1,) * image.ndim, image.dtype), **arguments).dtype
    if 0 in image.shape:
        return da.zeros(image.shape, dtype=dtype, chunks=image.chunks)
    problems = tuple(
        [_window(n, *windows.get(axis, (0, 1, "edge"))) for axis, n in enumerate(image.shape)]
    )
    token = tokenize(function.__name__, image.shape, image.dtype, arguments)
    operation = Filter(token, False, function, arguments, dtype, problems)
    return result_of(function.__name__, operation, [image], None)


def _window(n: int, before: int, size: int, mode: str) -> Problem:
    """Return the convolution of a signal of `n` elements that reads what the filter reads."""
    single = np.dtype(np.float32)
    return make_problem(
        (1, n),
        single,
        (1, 1, size),
        single,
        padding=((before, size - 1 - before),),
        padding_mode=mode,
        workers=1,
    )


def _integers(name: str, value: Any, ndim: int) -> tuple[int, ...]:
    """Return an integer for each axis, of one for all or a sequence; dask-image's exceptions."""
    array = np.asarray(value)
    if array.dtype.kind not in "iu":
        raise TypeError(f"{name}={value!r}; allowed: integers")
    if array.ndim > 1 or (array.ndim == 1 and len(array) != ndim):
        raise RuntimeError(
            f"{name}={value!r}; allowed: one integer, or one for each of {ndim} axes"
        )
    return tuple([int(each) for each in np.broadcast_to(array, ndim)])


def _origins(origin: Any, sizes: Sequence[int]) -> tuple[int, ...]:
    origins = _integers("origin", origin, len(sizes))
    for each, size in zip(origins, sizes, strict=True):
        if not -(size // 2) <= each <= (size - 1) // 2:
            raise ValueError(
                f"origin={origin!r}; allowed for windows of {size}: from {-(size // 2)} to "
                f"{(size - 1) // 2}"
            )
    return origins
