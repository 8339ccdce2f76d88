"""Decide plain calls of `conv`: the backend that answers, and the packer of its weights.

What is decided holds for all values of the arrays. `_known_calls` keeps it by shapes, dtypes and
options, and `_calls` runs it. `_api` answers the calls for which nothing is decided.
"""

from collections.abc import Callable
from functools import partial
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ._backend import Backend, Kernel, UnsupportedProblem
from ._calls import ExchangedCall, PlainCall
from ._exchange import (
    as_computed,
    exchanged_axis,
    has_plain_results,
    has_plain_weights,
    is_canonical,
    may_pack,
)
from ._known_calls import TestedCall
from ._machine import MAX_THREADS
from ._plan import Fallback
from ._problem import Problem
from ._problem_cache import problem_of_call
from ._registry import backend_named, refusal
from ._select import decide, is_auto, meant
from ._veto import max_abs

__all__ = ["decided_call", "fallback_of", "packer_of"]


def decided_call(
    x: NDArray[Any],
    w: NDArray[Any],
    values: tuple[Any, ...],
    names: tuple[str, ...] | None,
    backend: str,
) -> PlainCall | TestedCall | None:
    """Return the plain call for arrays of these shapes and dtypes and these options, or None.

    The parameters are those of `plain_call`. There is no plain call if

    - the conversion of the weights may overflow;
    - the weights are tested for a structure, for auto or for a backend that refuses dense filters,
      but are no floats;
    - the weights must be converted or rearranged, and are tested, or the backend forms no dot
      products;
    - the backend has no packer.
    """
    found = problem_of_call(x, w, values, names)
    if found is None:
        return None
    problem, _ = found
    problem.require_memory()
    if problem.empty or problem.workers > MAX_THREADS:
        return None
    if not np.can_cast(w.dtype, problem.accumulator):
        return None
    needs_structure = not is_auto(backend) and _refuses_dense_filters(problem, backend)
    if problem.tests_weights or needs_structure:
        if not has_plain_weights(problem):
            return None
        if is_auto(backend) or needs_structure:
            # `float_test` refuses other weights.
            floats = problem.accumulator.kind == "f"
            decide_tested = partial(_decided_problem, backend=backend)
            return TestedCall(problem, decide_tested) if floats else None
    return _decided_problem(problem, backend)


def _refuses_dense_filters(problem: Problem, backend: str) -> bool:
    """Return True if the backend that the caller named refuses the problem without a structure."""
    return refusal(backend_named(meant(backend)), problem) is not None


def _decided_problem(problem: Problem, backend: str) -> PlainCall | None:
    """Return the plain call of a problem of known structure, or None as `decided_call` does."""
    try:
        choice = decide(problem, backend, prepared=False, timed=False)
    except UnsupportedProblem:
        return None
    chosen = backend_named(choice.backend)
    pack = packer_of(problem, chosen)
    if pack is None:
        return None
    computed = as_computed(chosen, problem, prepared=False)
    if computed is not problem:
        return _exchanged_call(problem, computed, pack) if chosen.dot_product else None
    if not chosen.dot_product and choice.source != "forced":
        return PlainCall(problem, pack, lambda w: fallback_of(problem, w, max_abs(w)))
    return PlainCall(problem, pack)


def packer_of(problem: Problem, backend: Backend) -> Callable[[NDArray[Any]], Kernel] | None:
    """Return what packs the weights of plain calls as they lie; None if these calls prepare."""
    if not may_pack(backend, problem):
        return None
    pack = backend.packer(as_computed(backend, problem, prepared=False))
    if pack is None or is_canonical(problem):
        return pack
    return _packer_of_views(problem, pack)


def _exchanged_call(
    problem: Problem, exchanged: Problem, pack: Callable[[NDArray[Any]], Kernel]
) -> PlainCall | None:
    """Return the plain call for an exchanged problem, if views of its arrays are plain."""
    if not has_plain_results(problem):
        return None
    backwards = (slice(None, None, -1),) * problem.rank
    used = [exchanged_axis(problem, axis)[1] for axis in range(problem.rank)]
    taps = [
        slice(k - 1 - part.start, k - 1 - part.stop if part.stop < k else None, -1)
        for k, part in zip(problem.kernel, used, strict=True)
    ]
    return ExchangedCall(problem, exchanged, pack, (..., *backwards), (..., *taps))


def _packer_of_views(
    problem: Problem, pack: Callable[[NDArray[Any]], Kernel]
) -> Callable[[NDArray[Any]], Kernel]:
    """Return a function that packs weights in the caller's layout; `pack` takes canonical ones."""
    return lambda w: pack(np.ascontiguousarray(problem.canonical_w(w)))


def fallback_of(problem: Problem, w: NDArray[Any], max_abs_w: float) -> Fallback:
    """Return the `Fallback` of a plain call: the dot product for values of `x` that veto it."""
    choose = partial(decide, problem, prepared=False, dot_products_only=True)
    return Fallback(problem, choose, w, max_abs_w)
