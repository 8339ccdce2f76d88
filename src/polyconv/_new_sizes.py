"""Decide which plain calls of a new size take no plan: those that a backend computes unplanned."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from ._backend import UnplannedConv
from ._exchange import may_exchange
from ._problem import Problem
from ._problem_cache import PADDING, problem_of_call
from ._registry import backend_named
from ._select import agreed

__all__ = ["problem_without_plan", "unplanned_near"]


def unplanned_near(
    x: NDArray[Any],
    w: NDArray[Any],
    values: tuple[Any, ...],
    names: tuple[str, ...] | None,
    backend: str,
    bits: int,
) -> UnplannedConv | None:
    """Return the function that computes plain calls of sizes near that of `x`, or None.

    Sizes are near each other if their `bits` leading significant bits are equal. Such sizes are a
    range, and auto compares backends only at its two ends. The other parameters are those of
    `plain_call`.
    """
    found = problem_of_call(x, w, values, names)
    if found is None:
        return None
    problem, options = found
    if problem.empty:
        return None
    choice = agreed(problem, backend, bits)
    if choice is None:
        return None
    name, low, high = choice
    # With a stride, padding that keeps sizes ("same") differs from size to size.
    padding = options[PADDING]
    if isinstance(padding, str) and padding.startswith("same") and max(problem.stride) > 1:
        return None
    if may_exchange(low) or high.tests_weights or not np.can_cast(w.dtype, problem.accumulator):
        return None
    return backend_named(name).unplanned(low, high)


def problem_without_plan(
    compute: UnplannedConv,
    x: NDArray[Any],
    w: NDArray[Any],
    values: tuple[Any, ...],
    names: tuple[str, ...] | None,
) -> Problem | None:
    """Return the problem of a plain call if it must never be planned; None if it may be.

    The plan of a size is found only when that size comes again. If it sums in another order than
    `compute`, which did the first call, results would differ by a rounding.
    """
    found = problem_of_call(x, w, values, names)
    return found[0] if found is not None and compute.replaces_plan(x, found[0]) else None
