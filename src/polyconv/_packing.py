"""Which plain calls of `conv` pack their weights in compiled code, by `Backend.packer`.

Others prepare them in Python, as a plan does. `_decided_calls` makes the packers; the cost model
asks which calls have one, because that saves 5 to 25 us.
"""

import numpy as np

from ._backend import Backend
from ._problem import Problem

__all__ = [
    "has_plain_results",
    "has_plain_weights",
    "is_canonical",
    "may_pack",
    "packing_calls",
]


def packing_calls(backend: Backend, problem: Problem) -> int | None:
    """Return the Python functions that wrap packing in a plain call; None if it has no packer.

    The `problem` is one that is not exchanged. One function converts weights, one brings them into
    canonical order.
    """
    plain = has_plain_weights(problem)
    if problem.empty:
        return None
    if problem.tests_weights and not (plain and problem.accumulator.kind == "f"):
        return None
    if not may_pack(backend, problem):
        return None
    calls = backend.packer_calls(problem)
    if calls is None or plain:
        return calls
    return calls + (not is_canonical(problem)) + (problem.w_dtype != problem.accumulator)


def may_pack(backend: Backend, problem: Problem) -> bool:
    """Return True if `backend` may pack weights as the caller passes them.

    Those of dot products are converted and brought into canonical order first.
    """
    return backend.dot_product or has_plain_weights(problem)


def is_canonical(problem: Problem) -> bool:
    """Return True if arrays are read as they lie: not flipped, channels first."""
    return not problem.flip and problem.data_format == "channels_first"


def has_plain_weights(problem: Problem) -> bool:
    """Return True if weights are packed as they are: not converted, flipped or transposed."""
    return is_canonical(problem) and problem.w_dtype == problem.accumulator


def has_plain_results(problem: Problem) -> bool:
    """Return True if views of its arrays are those of the exchanged problem, its result too."""
    if not is_canonical(problem) or not np.can_cast(problem.x_dtype, problem.accumulator):
        return False
    return min(problem.batch, problem.out_channels) == 1 or problem.groups > 1
