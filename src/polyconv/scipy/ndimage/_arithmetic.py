"""The record of a filter's dtypes, precision, padding value and threads."""

from typing import Any, NamedTuple

import numpy as np

from polyconv._machine import default_workers

from ._arguments import is_single

__all__ = ["Arithmetic"]


class Arithmetic(NamedTuple):
    """Dtypes, precision, padding value and threads of a filter; part of its plan's cache key.

    Attributes
    ----------
    x_dtype, dtype : dtype
        Dtypes of the input and of the result: real, in native byte order.
    padding : float
        The value in constant padding.
    single : bool
        True for sums in float32.
    exact : bool
        True if sums must have SciPy's order.
    workers : int or None
        The caller's argument.
    default_workers : int
        Number of threads that None stands for now; 0 if `workers` is given.
    """

    x_dtype: np.dtype[Any]
    dtype: np.dtype[Any]
    padding: float
    single: bool
    exact: bool
    workers: int | None
    default_workers: int

    @classmethod
    def of(
        cls,
        x_dtype: np.dtype[Any],
        dtype: np.dtype[Any],
        padding: float,
        precision: str | None,
        workers: int | None,
    ) -> "Arithmetic":
        """Return the record for a caller's `precision` and `workers`."""
        single = is_single(precision, x_dtype, dtype)
        exact = precision == "double"
        default = 0 if workers else default_workers()
        return cls(x_dtype, dtype, padding, single, exact, workers, default)
