"""Gaussian filters and their derivatives, with the signatures of `scipy.ndimage`."""

import numbers
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, DTypeLike, NDArray

from ._arguments import axes_of, axis_of, per_axis
from ._run import along, by_axes
from ._stages import AxisSum, weights_sum

__all__ = ["gaussian_filter", "gaussian_filter1d", "gaussian_sums", "gaussian_weights"]

Output = NDArray[Any] | DTypeLike | None
Values = Any  # one value, or a sequence with one for each axis


def _radius_of(sigma: float, truncate: float, radius: Any) -> int:
    """Return the radius of the window, which is cut off at `truncate` standard deviations."""
    found = int(truncate * float(sigma) + 0.5) if radius is None else radius
    if not isinstance(found, numbers.Integral) or found < 0:
        raise ValueError(f"radius={found!r}; Radius must be a nonnegative integer.")
    return int(found)


def gaussian_weights(sigma: float, order: int, radius: int) -> NDArray[np.float64]:
    """Return the weights that correlate as a Gaussian's derivative of `order` convolves.

    The derivative of a Gaussian is the Gaussian times a polynomial. Each differentiation takes a
    polynomial q to ``q' - q * x / sigma**2``. Results are SciPy's, bit for bit.
    """
    if order < 0:
        raise ValueError(f"order={order}; order must be non-negative")
    variance = sigma * sigma
    x = np.arange(-radius, radius + 1)
    weights: NDArray[np.float64] = np.exp(-0.5 / variance * x**2)
    weights = weights / weights.sum()
    if order > 0:
        powers = np.arange(order + 1)
        step = np.diag(powers[1:], 1) + np.diag(np.full(order, -1.0) / variance, -1)
        polynomial = np.zeros(order + 1)
        polynomial[0] = 1
        for _ in range(order):
            polynomial = step @ polynomial
        weights = (x[:, None] ** powers) @ polynomial * weights
    return np.ascontiguousarray(weights[::-1], np.float64)


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
    weights = gaussian_weights(sigma, order, _radius_of(sigma, truncate, radius))
    return [along(shape, axis_of(axis, len(shape)), mode, 0, weights_sum(weights))]


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
        gaussian_sums,
        (sigma, order, mode, truncate, radius, axes),
        input,
        output,
        cval,
        workers=workers,
        precision=precision,
    )


def gaussian_sums(
    shape: tuple[int, ...],
    sigma: Values,
    order: Values,
    mode: Values,
    truncate: float,
    radius: Values,
    axes: Values,
) -> list[AxisSum]:
    """Return the sums of `gaussian_filter`, axis by axis."""
    along = axes_of(axes, len(shape))
    arguments = {"sigma": sigma, "order": order, "mode": mode, "radius": radius}
    values = [per_axis(name, value, len(along)) for name, value in arguments.items()]
    return [
        _gaussian1d(shape, sigma, axis, order, mode, truncate, radius)[0]
        for axis, sigma, order, mode, radius in zip(along, *values, strict=True)
        if sigma > 1e-15
    ]
