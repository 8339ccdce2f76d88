"""The choice of a backend.

Selection is a pure function of the problem, the machine and the recorded measurements; array
values can only exclude backends (see `_veto`). In a tie the first backend in the list wins.
"""

import math
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from numpy.typing import NDArray

from . import wisdom
from ._arguments import listed
from ._backend import Backend, Cost, UnsupportedProblem
from ._exchange import as_computed, may_exchange
from ._guard import faults
from ._model import constant_seconds, predict, predict_prepare, seconds_lower_bound, unpacked_cost
from ._problem import Problem
from ._registry import (
    Deferred,
    adapter_names,
    backend_named,
    candidates_of_auto,
    check_backend,
    deferred_candidates,
    ineligible,
    over_budget,
    refusal,
)
from ._size_ranges import SIGNIFICANT_BITS, Size, ends_of_range
from ._structure import MAX_OUTER_PRODUCTS

__all__ = [
    "MARGIN",
    "Choice",
    "agreed",
    "auto_candidates",
    "decide",
    "decide_for",
    "is_auto",
    "meant",
    "measured_times",
    "preference_source",
    "set_backend",
    "state",
]

# Structural: minimum gain by which a backend displaces one that is earlier in the list. Smaller
# differences are within the error of predictions and measurements.
MARGIN = 1.03

# Operations of a problem whose backend is looked up between two sizes, at most: 2e7 take 0.2 ms and
# more, ten times as long as comparing all backends does (Emerald Rapids, one core, 2026-11-29,
# `python -m benchmarks.cliffs --family new_shapes`).
MAX_FLOPS_BETWEEN = 2e7
# Maximum predicted time of a backend at an end of a range, relative to that of the fastest one
# there. Structural: predictions err by more than 10 %. One backend for a range saves comparing all
# of them for each of its sizes, and the plan where that backend needs none.
_MAX_LOSS_BETWEEN = 1.1

# The backend of calls that name none, and the adapters allowed to "auto": set by `set_backend`, and
# outside its blocks by the environment, which is read when polyconv is imported.
_Preference = tuple[str, tuple[str, ...]]
_OF_ENVIRONMENT: _Preference = os.environ.get("POLYCONV_BACKEND") or "auto", ()
_preferred: ContextVar[_Preference] = ContextVar("polyconv_backend", default=_OF_ENVIRONMENT)


@dataclass(frozen=True)
class Choice:
    """The backend chosen for a problem, the source of the choice, and the expected time.

    Attributes
    ----------
    backend : str
        Its name.
    source : str
        ``"forced"`` (the caller named it), ``"model"`` (predicted), ``"wisdom"`` (measured
        before) or ``"veto"`` (non-finite data left only the dot products).
    seconds : float or None
        Predicted or remembered time of one call with prepared weights; None if forced.
    """

    backend: str
    source: str
    seconds: float | None

    def __str__(self) -> str:
        from ._si import si  # not needed for calls

        time = "" if self.seconds is None else f", about {si(self.seconds, 's')}"
        return f"{self.backend} ({self.source}{time})"


@contextmanager
def set_backend(name: str, *, also: Sequence[str] = ()) -> Iterator[None]:
    """Name the backend for calls inside a ``with`` block that do not name one themselves.

    ``POLYCONV_BACKEND`` in the environment does so for a whole process; a block comes before it.

    The setting belongs to the thread, or the asynchronous task, that makes it. Threads started
    inside begin with it only where Python hands settings on (``sys.flags.thread_inherit_context``,
    as free-threaded builds do).

    Parameters
    ----------
    name : str
        One of `backends`, or ``"auto"``.
    also : sequence of str, optional
        Adapters to other libraries, among which ``"auto"`` may then choose, too; by default it
        passes them over. Allowed with ``"auto"`` only.

    Raises
    ------
    ValueError, TypeError
        If there is no such backend, or no such adapter is installed.

    Examples
    --------
    >>> import numpy as np, polyconv
    >>> with polyconv.set_backend("naive"):
    ...     polyconv.conv1d(np.ones((1, 4)), np.ones((1, 1, 2)))
    array([[2., 2., 2.]])
    """
    check_backend(name)
    token = _preferred.set((name, _checked_adapters(name, also)))
    try:
        yield
    finally:
        _preferred.reset(token)


def _checked_adapters(name: str, also: Any) -> tuple[str, ...]:
    if isinstance(also, str) or not isinstance(also, Sequence):
        raise TypeError(f"also={also!r} must be a sequence of names, as in also=('torch',)")
    if also and name != "auto":
        raise ValueError(f"also={also!r} has no meaning with name={name!r}; allowed: with 'auto'")
    for adapter in also:
        if adapter not in adapter_names():
            allowed = listed(adapter_names()) or "none, because neither library is installed"
            raise ValueError(f"also={also!r} has {adapter!r}; allowed: {allowed}")
    return tuple(also)


def preference_source() -> str:
    """Return the setting that names the backend of calls that name none."""
    return "POLYCONV_BACKEND" if _preferred.get() is _OF_ENVIRONMENT else "set_backend"


def is_auto(backend: Any) -> bool:
    """Return True if `backend`, a call's argument, is "auto" and `set_backend` names none."""
    if not (isinstance(backend, str) and backend == "auto"):
        return False
    return _preferred.get()[0] == "auto"


def meant(backend: str) -> str:
    """Return the backend that a call's argument means: "auto" means that of `set_backend`."""
    return _preferred.get()[0] if backend == "auto" else backend


def decide(
    problem: Problem,
    backend: Any = "auto",
    *,
    prepared: bool = True,
    dot_products_only: bool = False,
    timed: bool = True,
) -> Choice:
    """Choose for `problem`; a `backend` that the caller names is taken or raises an error.

    Without `prepared` weights, times include the preparation. Without `timed`, the choice is the
    same, but its `seconds` may be None.
    """
    preferred, also = _preferred.get()
    name = preferred if isinstance(backend, str) and backend == "auto" else backend
    if dot_products_only or (isinstance(name, str) and name == "auto"):
        state = wisdom.generation(), faults()
        return _best(problem, prepared, dot_products_only, timed, also, *state)
    return _forced(problem, name)


def decide_for(
    problem: Problem,
    w: NDArray[Any],
    backend: Any = "auto",
    *,
    prepared: bool = True,
    timed: bool = True,
) -> tuple[Problem, Choice]:
    """Choose as `decide` does, with the structure of canonical weights `w`.

    The weights are tested where a structure may pay, and without `prepared` weights only where the
    test is short in comparison with the call. A named backend that refuses the problem is asked
    again with the structure, whether that pays or not.

    Returns
    -------
    problem : Problem
        The problem with the structure of its filters, as far as it was tested.
    choice : Choice
    """
    preferred, also = _preferred.get()
    name = preferred if isinstance(backend, str) and backend == "auto" else backend
    if isinstance(name, str) and name == "auto":
        if prepared or problem.tests_weights:
            problem = problem.for_weights(w)
        state = wisdom.generation(), faults()
        return problem, _best(problem, prepared, False, timed, also, *state)
    if prepared:
        problem = problem.for_weights(w)
    try:
        return problem, _forced(problem, name)
    except UnsupportedProblem:
        structured = problem.for_weights(w, MAX_OUTER_PRODUCTS)
        if structured is problem:
            raise
    return structured, _forced(structured, name)


def _forced(problem: Problem, name: Any) -> Choice:
    """Return the choice of the backend that the caller named, or raise an error."""
    try:
        chosen = backend_named(name)
    except ValueError as error:
        if name is not _OF_ENVIRONMENT[0]:
            raise
        raise ValueError(str(error).replace("backend=", "POLYCONV_BACKEND=", 1)) from None
    reason = refusal(chosen, problem)
    if reason is not None:
        raise UnsupportedProblem(f"{chosen.name}: {reason}")
    return Choice(chosen.name, "forced", None)


def state() -> tuple[Any, ...]:
    """Return the state on which choices depend, for the keys of cached choices."""
    return _preferred.get(), wisdom.generation(), faults()


def auto_candidates() -> tuple[Backend, ...]:
    """Return the backends among which auto chooses under `set_backend`, in list order."""
    return candidates_of_auto(_preferred.get()[1])


def measured_times(
    problem: Problem, candidates: Sequence[Backend]
) -> tuple[dict[str, float], list[str]]:
    """Return the measured seconds by which to choose, if measurements decide.

    Returns
    -------
    seconds : dict
        Measured seconds of every candidate, infinite if it was not measured; empty if predictions
        decide.
    missing : list of str
        Candidates without a measurement that keep the measurements from deciding.

    Notes
    -----
    A measurement is never compared with a prediction, because predictions may be off by one factor
    for all backends. So if some candidates were not measured (they were ineligible or not installed
    then), measurements decide only if the fastest measured candidate is also predicted to beat
    them.
    """
    names = [backend.name for backend in candidates]
    remembered = {name: time for name, time in wisdom.recall(problem).items() if name in names}
    if not remembered:
        return {}, []
    best = min(names, key=lambda name: remembered.get(name, math.inf))
    predicted = {backend.name: predict(backend, problem) for backend in candidates}
    missing = [n for n in names if n not in remembered and predicted[n] < predicted[best]]
    if missing or not math.isfinite(remembered[best]):
        return {}, missing
    return {name: remembered.get(name, math.inf) for name in names}, []


@lru_cache(maxsize=4096)
def _best(
    problem: Problem,
    prepared: bool,
    dot_products_only: bool,
    timed: bool,
    also: tuple[str, ...],
    *state: int,
) -> Choice:
    small = not prepared and not dot_products_only and problem.flops <= MAX_FLOPS_BETWEEN
    if small and not wisdom.recall(problem):
        name = _agreed(problem, also, *state)[0]
        if name is not None:
            backend = backend_named(name)
            if ineligible(backend, problem) is None:
                seconds = predict(backend, problem, prepared=False) if timed else None
                return Choice(name, "model", seconds)
    return _fastest(problem, prepared, dot_products_only, also)


def agreed(problem: Problem, backend: str, bits: int) -> tuple[str, Problem, Problem] | None:
    """Return the backend of plain calls of all sizes near that of `problem`, and the end problems.

    They are the sizes of equal significant bits. None if auto takes different backends at the ends,
    or if measurements may decide. Of one problem, all numbers of bits have the same backend.
    """
    preferred, also = _preferred.get()
    name = preferred if backend == "auto" else backend
    if wisdom.knows_problems() or problem.flops > MAX_FLOPS_BETWEEN:
        return None
    low, high = (
        problem.family.resized(*size, problem.pads, problem.workers)
        for size in ends_of_range(problem, bits)
    )
    if name == "auto":
        found, agreed_bits = _agreed(problem, also, wisdom.generation(), faults())
        return None if found is None or bits < agreed_bits else (found, low, high)
    try:
        return {_forced(end, name).backend for end in (low, high)}.pop(), low, high
    except UnsupportedProblem:
        return None


def _agreed(problem: Problem, also: tuple[str, ...], *state: int) -> tuple[str | None, int]:
    """Return the backend of plain calls of all sizes near that of `problem`.

    It is the fastest at both ends of a range, or nearly, and taken between them without comparing
    all backends, which takes as long as everything else that a plain call of a new small size does.

    Returns
    -------
    name : str or None
        None if no backend is nearly the fastest at both ends of even the narrowest range.
    bits : int
        Significant bits that are equal in the range.
    """
    for bits in SIGNIFICANT_BITS:
        ends = ends_of_range(problem, bits)
        low, high = (
            _fastest_at(problem.family, size, problem.pads, problem.workers, also, *state)
            for size in ends
        )
        if low == high:
            return low, bits
        found = _nearly_fastest(
            problem.family, ends, problem.pads, problem.workers, (low, high), *state
        )
        if found is not None:
            return found, bits
    return None, bits


@lru_cache(maxsize=512)
def _fastest_at(
    family: Problem,
    size: Size,
    pads: tuple[tuple[int, int], ...],
    workers: int,
    also: tuple[str, ...],
    *_state: int,
) -> str:
    """Return the backend of a plain call at an end of a range; ranges share their ends."""
    return _fastest(family.resized(*size, pads, workers), False, False, also).backend


@lru_cache(maxsize=512)
def _nearly_fastest(
    family: Problem,
    sizes: tuple[Size, Size],
    pads: tuple[tuple[int, int], ...],
    workers: int,
    names: tuple[str, str],
    *_state: int,
) -> str | None:
    """Return the backend at one of two sizes that is nearly as fast as the other's at the other.

    It is a dot product or needs no plan for each size: to plan a transform takes 0.2 ms, as long as
    such calls.
    """
    ends = [family.resized(*size, pads, workers) for size in sizes]
    for name, other, end in ((*names, ends[1]), (*names[::-1], ends[0])):
        backend = backend_named(name)
        if _plain_seconds(name, end) <= _MAX_LOSS_BETWEEN * _plain_seconds(other, end) and (
            backend.dot_product or backend.unplanned(*ends) is not None
        ):
            return name
    return None


def _plain_seconds(name: str, problem: Problem) -> float:
    """Return the predicted time of a plain call; infinite if auto may not choose the backend."""
    backend = backend_named(name)
    if ineligible(backend, problem) is not None:
        return math.inf
    cost = backend.cost(problem)
    seconds = predict(backend, problem, cost, prepared=False)
    return seconds + predict_prepare(backend, problem, cost, prepared=False)


def _fastest(
    problem: Problem, prepared: bool, dot_products_only: bool, also: tuple[str, ...]
) -> Choice:
    """Compare all backends; the first in the list wins a tie."""
    listed = deferred_candidates(also)
    candidates: Sequence[Backend | Deferred]
    candidates = [b for b in listed if b.dot_product or not dot_products_only]
    measured: dict[str, float] = {}
    if wisdom.recall(problem):
        loaded = [_loaded(b) for b in candidates]
        eligible = [b for b in loaded if ineligible(b, problem) is None]
        candidates = eligible
        measured, _ = measured_times(problem, eligible)
    source = "wisdom" if measured else "model"
    best: Choice | None = None
    limit = math.inf  # seconds of the best candidate so far
    exchanges = may_exchange(problem)
    # Constant costs, the cheapest bound, decide most small problems. They are of the problem
    # itself, not of one with fewer taps, other dtypes or exchanged arguments. Plain calls that read
    # the weights as they lie have no bounds.
    constant = constant_seconds(candidates, problem, prepared)
    for candidate, min_seconds in zip(candidates, constant, strict=True):
        if isinstance(candidate, Deferred) and not measured:
            # All but the first, which is always loaded, compute floats as they are.
            plain = problem.accumulator.kind in "fc" and not exchanges
            if candidate.refuses(problem) or (plain and min_seconds * MARGIN >= limit):
                continue
        backend = _loaded(candidate)
        cost: Cost | None = None
        if measured:
            seconds = total = measured[backend.name]
        else:
            if limit < math.inf and not (
                unpacked_cost(backend, problem, prepared) is not None
                or (exchanges and as_computed(backend, problem, prepared=prepared) is not problem)
            ):
                is_bound = backend.computes_as(problem) is problem
                if is_bound and min_seconds * MARGIN >= limit:
                    continue
                if _is_hopeless(backend, problem, prepared, limit):
                    continue
            if refusal(backend, problem, small_values=True) is not None:
                continue
            cost = backend.cost(problem)
            seconds = total = predict(backend, problem, cost, prepared=prepared)
        if not prepared and total * MARGIN < limit:
            total += predict_prepare(
                backend, problem, cost, prepared=False, measured=bool(measured)
            )
        # Bounds last: those of transforms take longer to derive than times to predict.
        gains = best is None or total * MARGIN < limit
        if gains and (measured or over_budget(backend, problem) is None):
            best, limit = Choice(backend.name, source, seconds), total
    if best is None:
        raise UnsupportedProblem(f"no backend can compute {problem}")
    return Choice(best.backend, "veto", best.seconds) if dot_products_only else best


def _loaded(backend: Backend | Deferred) -> Backend:
    return backend_named(backend.name) if isinstance(backend, Deferred) else backend


def _is_hopeless(backend: Backend, problem: Problem, prepared: bool, limit: float) -> bool:
    """Return True if even the lower bounds of a backend's cost take at least `limit` seconds.

    Most backends are far too slow for a given problem, and the bounds are cheaper than a plan.
    Rates are positive, so lower counts never take longer. A backend without bounds is planned.
    """
    bounds, enough = backend.cost_lower_bounds(problem), limit / MARGIN
    bound = seconds_lower_bound(backend, problem, bounds, prepared, enough)
    return limit <= bound * MARGIN < math.inf
