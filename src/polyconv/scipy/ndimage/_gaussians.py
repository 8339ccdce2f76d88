"""The weights of Gaussian filters and of their derivatives."""

import numbers
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

__all__ = ["gaussian_weights", "radius_of"]


def radius_of(sigma: float, truncate: float, radius: Any) -> int:
    """Return the radius of the window, which is cut off at `truncate` standard deviations."""
    found = int(truncate * float(sigma) + 0.5) if radius is None else radius
    if not isinstance(found, numbers.Integral) or found < 0:
        raise ValueError(f"radius={found!r}; Radius must be a nonnegative integer.")
    return int(found)


@lru_cache(maxsize=256)
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
    weights = np.ascontiguousarray(weights[::-1], np.float64)
    weights.setflags(write=False)
    return weights
