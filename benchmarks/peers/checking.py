"""The check that a variant computes the workload in each call, before any call is timed.

A library that returns an old result, computes when it is asked for its result, or computes nothing
at all would be unbeatable. It must not import polyconv.
"""

import contextlib
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .task import Task, Variant

__all__ = ["check", "poison"]


def check(task: Task, variant: Variant, wanted: NDArray[Any]) -> tuple[float, str | None]:
    """Run a variant twice and compare both results with the right one.

    The second call gets the negated input, or zeros if that is unsigned, and poisoned memory for
    its result. Its input is overwritten before its result is read.

    Parameters
    ----------
    task : Task
        The workload. Its arrays are changed and brought back.
    variant : Variant
        What is checked.
    wanted : ndarray
        The right result.

    Returns
    -------
    error : float
        The error of the first result, as `Task.compare` tells it.
    wrong : str or None
        The reason why a result is wrong; None if both are right.
    """
    original = task.source.copy()
    first = variant.call()
    error, wrong = task.compare(variant.finish(first), wanted)
    if wrong is not None:
        return error, wrong
    poison(variant, first)
    # Unsigned input cannot be negated, so zeros are used. With equal input, an old result would be
    # right.
    factor = 0 if original.dtype.kind in "bu" else -1
    try:
        _feed(task, variant, factor * original)
        second = variant.call()
        _feed(task, variant, np.full_like(original, _poison_of(original.dtype)))
        result = variant.finish(second).copy()
    finally:
        _feed(task, variant, original)
    wrong = task.compare(result, factor * np.asarray(wanted))[1]
    if wrong is None:
        return error, None
    return error, f"the second call, on other input that was then overwritten: {wrong}"


def poison(variant: Variant, result: Any) -> None:
    """Overwrite the memory of a result, so that a call that writes nothing shows."""
    if variant.poison is not None:
        variant.poison()
    elif isinstance(result, np.ndarray):
        # JAX's results are read-only; each call returns another one.
        with contextlib.suppress(ValueError):
            result[...] = _poison_of(result.dtype)


def _feed(task: Task, variant: Variant, x: NDArray[Any]) -> None:
    if variant.feed is not None:
        variant.feed(x)
    task.source[...] = x


def _poison_of(dtype: np.dtype[Any]) -> Any:
    """Return NaN, or 99 for integers, whose results are smaller or differ."""
    return np.nan if dtype.kind in "fc" else 99
