"""Filters over windows: `correlate` and `convolve` of `scipy.ndimage`."""

from collections.abc import Iterable
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, DTypeLike, NDArray
from scipy import ndimage as _ndimage

from ._arguments import (
    as_input,
    axes_of,
    output_dtype,
    pad_mode,
    placed,
    real_cval,
    real_dtype,
    require_fit,
    require_origin,
)
from ._arithmetic import Arithmetic
from ._run import by_parts, result_of
from ._stages import Stages, window_stage
from ._tuning import TUNING

__all__ = ["MAX_SPATIAL_AXES", "convolve", "correlate", "placed_window", "window_filter"]

Output = NDArray[Any] | DTypeLike | None
Values = Any  # one value, or a sequence with one for each axis

# Maximum number of axes along which a window is longer than 1.
MAX_SPATIAL_AXES = 3

# Maximum number of plans of windows that are kept, and of weights of their windows. A plan for a
# transform holds the spectrum of a segment, about 100 KiB.
_KEPT_WINDOWS = 64
_MAX_KEPT_WEIGHTS = 1024

_scipy_correlate = _ndimage.correlate


def correlate(
    input: ArrayLike,
    weights: ArrayLike,
    output: Output = None,
    mode: str = "reflect",
    cval: complex = 0.0,
    origin: Values = 0,
    *,
    axes: Values = None,
    workers: int | None = None,
    precision: str | None = None,
) -> NDArray[Any]:
    """Correlate an array with weights; `scipy.ndimage.correlate`.

    Elements under a weight of exactly 0 are not multiplied, as in SciPy: NaN does not spread from
    there. Weights below 2.2e-16, which SciPy drops, count here.

    Arrays may have up to 4 dimensions, and windows up to 3 axes longer than 1. SciPy itself
    computes others, in float64 and with one worker.

    Parameters
    ----------
    input, output, mode, cval, workers, precision
        As in `correlate1d`.
    weights : array_like
        As many axes as `input`, or as `axes`. Complex weights are conjugated.
    origin : int or sequence of int, default 0
        Shift of the window to the left, in elements, for all axes or for each.
    axes : tuple of int, optional
        The axes to filter along. By default all.

    Returns
    -------
    ndarray
        The filtered array, `output` if that is an array.

    Examples
    --------
    >>> import numpy as np
    >>> from polyconv.scipy.ndimage import correlate
    >>> correlate(np.arange(9).reshape(3, 3), [[0, 1, 0], [1, 1, 1], [0, 1, 0]])
    array([[ 4,  8, 12],
           [16, 20, 24],
           [28, 32, 36]])
    """
    array = np.asarray(weights)
    if array.dtype.kind == "c":
        array = array.conj()
    return window_filter(input, array, output, mode, cval, origin, axes, False, workers, precision)


def convolve(
    input: ArrayLike,
    weights: ArrayLike,
    output: Output = None,
    mode: str = "reflect",
    cval: complex = 0.0,
    origin: Values = 0,
    *,
    axes: Values = None,
    workers: int | None = None,
    precision: str | None = None,
) -> NDArray[Any]:
    """Convolve an array with weights; `scipy.ndimage.convolve`.

    Parameters
    ----------
    input, weights, output, mode, cval, axes, workers, precision
        As in `correlate`; complex weights are not conjugated.
    origin : int or sequence of int, default 0
        Shift of the window to the right, in elements, for all axes or for each.

    Returns
    -------
    ndarray
        The filtered array, `output` if that is an array.

    Examples
    --------
    >>> import numpy as np
    >>> from polyconv.scipy.ndimage import convolve
    >>> convolve(np.eye(3), [[0, 0, 0], [0, 0, 1], [0, 0, 0]], mode="constant")
    array([[0., 1., 0.],
           [0., 0., 1.],
           [0., 0., 0.]])
    """
    array = np.asarray(weights)
    return window_filter(input, array, output, mode, cval, origin, axes, True, workers, precision)


def window_filter(
    input: ArrayLike,
    weights: NDArray[Any],
    output: Output,
    mode: Any,
    cval: Any,
    origin: Values,
    axes: Values,
    flip: bool,
    workers: int | None,
    precision: str | None,
) -> NDArray[Any]:
    """Correlate with weights, reversed if `flip`; complex weights are multiplied as they are."""
    x = as_input(input)
    if x.dtype.kind == "c" or weights.dtype.kind == "c":

        def run(part: NDArray[Any], w: NDArray[Any], to: Output, constant: Any) -> NDArray[Any]:
            return window_filter(
                part, w, to, mode, constant, origin, axes, flip, workers, precision
            )

        return by_parts(run, x, weights, output, cval)
    dtype = real_dtype(output_dtype(output, x))
    weights = np.asarray(weights, np.float64, order="C")
    cval = cval if type(cval) is float else real_cval(cval)
    origin = tuple(origin) if type(origin) is list else origin
    axes = tuple(axes) if type(axes) is list else axes
    arithmetic = Arithmetic.of(x.dtype, dtype, cval, precision, workers)
    key = (x.shape, arithmetic, mode, origin, axes, flip, TUNING.values)
    if weights.size > _MAX_KEPT_WEIGHTS:
        plan = _plan(weights, *key)
    else:
        try:
            plan = _cached(weights.tobytes(), weights.shape, *key)
        except TypeError as error:
            if "unhashable" not in str(error):
                raise
            plan = _plan(weights, *key)
    if plan is None:
        window, origins = placed_window(x.ndim, weights, mode, origin, axes, flip)
        return _by_scipy(x, window, output, mode, cval, origins)
    return result_of(plan, x, output, dtype, workers)


@lru_cache(maxsize=_KEPT_WINDOWS, typed=True)
def _cached(
    weights: bytes, weights_shape: tuple[int, ...], shape: tuple[int, ...], *key: Any
) -> Stages | None:
    return _plan(np.frombuffer(weights).reshape(weights_shape), shape, *key)


def _plan(
    weights: NDArray[np.float64],
    shape: tuple[int, ...],
    arithmetic: Arithmetic,
    mode: Any,
    origin: Values,
    axes: Values,
    flip: bool,
    _settings: tuple[Any, ...],
) -> Stages | None:
    """Return the prepared sums, or None where SciPy itself computes them."""
    window, origins = placed_window(len(shape), weights, mode, origin, axes, flip)
    if not isinstance(mode, str) and isinstance(mode, Iterable):
        raise RuntimeError("A sequence of modes is not supported")
    pads = pad_mode(mode)
    before = tuple(
        size // 2 + require_origin(origin, size, pads)
        for size, origin in zip(window.shape, origins, strict=True)
    )
    longer = sum(size > 1 for size in window.shape)
    if (
        not shape
        or len(shape) > MAX_SPATIAL_AXES + 1
        or longer > MAX_SPATIAL_AXES
        or not window.any()
    ):
        if pads == "valid":
            raise ValueError(
                f"mode='valid' with an input of {len(shape)} dimensions and weights of shape "
                f"{weights.shape}; allowed: 1 to {MAX_SPATIAL_AXES + 1} dimensions, at most "
                f"{MAX_SPATIAL_AXES} of them filtered, and weights that are not all 0"
            )
        return None
    for axis, (n, size) in enumerate(zip(shape, window.shape, strict=True)):
        require_fit(n, size, pads, axis)
    return window_stage(shape, window, before, (pads,) * len(shape), arithmetic)


def placed_window(
    ndim: int,
    weights: NDArray[np.float64],
    mode: Any,
    origin: Values,
    axes: Values,
    flip: bool,
) -> tuple[NDArray[np.float64], list[int]]:
    """Return weights with the input's axes, as a correlation takes them, and their origins."""
    along = axes_of(axes, ndim)
    if len(along) < ndim:
        if weights.ndim != len(along):
            raise RuntimeError(f"weights.ndim ({weights.ndim}) must match len(axes) ({len(along)})")
        weights = np.expand_dims(weights, tuple(i for i in range(ndim) if i not in along))
    origins = placed("origin", origin, along, ndim)
    if weights.ndim != ndim or 0 in weights.shape:
        raise RuntimeError(
            f"weights.ndim ({weights.ndim}) must match len(axes) ({len(along)}), and no axis may "
            f"be empty; got shape {weights.shape}"
        )
    if flip:
        weights = np.flip(weights)
        # The middle of an even window is its second half's first element.
        origins = [
            -value - (size % 2 == 0 and mode != "valid")
            for value, size in zip(origins, weights.shape, strict=True)
        ]
    return np.ascontiguousarray(weights).reshape(weights.shape), origins


def _by_scipy(
    x: NDArray[Any],
    weights: NDArray[np.float64],
    output: Output,
    mode: str,
    cval: float,
    origins: list[int],
) -> NDArray[Any]:
    """Return SciPy's own result."""
    result: NDArray[Any] = _scipy_correlate(x, weights, output, mode, cval, origins)
    return result
