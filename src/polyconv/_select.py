"""The choice: which backend answers, and why.

Selection is a pure function of the problem, the machine and the recorded measurements; array
values can only veto (see `are_small`). Ties go to the backend that stands first in the list.
"""

import math
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from . import wisdom
from ._arguments import listed
from ._backend import Backend, Cost, UnsupportedProblem
from ._guard import faults
from ._machine import threads_now
from ._model import predict, predict_prepare
from ._problem import Problem
from ._registry import adapter_names, backend_named, candidates_of_auto
from ._seed import Seeds, seeds_of
from ._thread_pool import max_abs as largest_of

__all__ = [
    "MARGIN",
    "Choice",
    "are_small",
    "auto_candidates",
    "decide",
    "ineligible",
    "is_auto",
    "is_finite",
    "known_times",
    "largest",
    "refusal",
    "seeded_times",
    "set_backend",
    "state",
]

# A gain smaller than this does not displace a backend that stands earlier in the list: neither
# predictions nor measurements are so exact that it would mean anything.
MARGIN = 1.03

# The factor by which a transform may grow values on their way to a representable result.
_HEADROOM = 2.0**64

# The backend for calls that name none, and the adapters that "auto" may choose.
_Preference = tuple[str, tuple[str, ...]]
_preferred: ContextVar[_Preference] = ContextVar("polyconv_backend", default=("auto", ()))


@dataclass(frozen=True)
class Choice:
    """Which backend answers a problem, and why.

    Attributes
    ----------
    backend : str
        Its name.
    source : str
        ``"forced"`` (the caller named it), ``"model"`` (predicted; measurements of other machines
        may have pulled the predictions), ``"wisdom"`` (measured before) or ``"veto"`` (non-finite
        data left only the dot products).
    seconds : float or None
        Predicted or remembered time of one call with prepared weights; None if forced.
    """

    backend: str
    source: str
    seconds: float | None

    def __str__(self) -> str:
        time = "" if self.seconds is None else f", about {self.seconds:.3g} s"
        return f"{self.backend} ({self.source}{time})"


@contextmanager
def set_backend(name: str, *, also: Sequence[str] = ()) -> Iterator[None]:
    """Name the backend for calls inside a ``with`` block that do not name one themselves.

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
    token = _preferred.set((_checked_name(name), _checked_adapters(name, also)))
    try:
        yield
    finally:
        _preferred.reset(token)


def _checked_name(name: Any) -> str:
    return name if isinstance(name, str) and name == "auto" else backend_named(name).name


def _checked_adapters(name: str, also: Any) -> tuple[str, ...]:
    if isinstance(also, str) or not isinstance(also, Sequence):
        raise TypeError(f"also={also!r} must be a sequence of names, as in also=('torch',)")
    if also and name != "auto":
        raise ValueError(f"also={also!r} has no meaning with {name!r}; allowed: with 'auto'")
    for adapter in also:
        if adapter not in adapter_names():
            allowed = listed(adapter_names()) or "none, for no such library is installed"
            raise ValueError(f"also={also!r} has {adapter!r}; allowed: {allowed}")
    return tuple(also)


def is_auto(backend: Any) -> bool:
    """Whether `backend`, as a call names it, leaves the choice to polyconv here and now."""
    if not (isinstance(backend, str) and backend == "auto"):
        return False
    return _preferred.get()[0] == "auto"


def decide(
    problem: Problem,
    backend: Any = "auto",
    *,
    prepared: bool = True,
    dot_products_only: bool = False,
) -> Choice:
    """Choose for `problem`; a `backend` named by the caller is that backend or an error.

    A call without `prepared` weights takes the time to prepare them besides.
    """
    preferred, also = _preferred.get()
    name = preferred if isinstance(backend, str) and backend == "auto" else backend
    if dot_products_only or (isinstance(name, str) and name == "auto"):
        return _best(problem, prepared, dot_products_only, also, wisdom.generation(), faults())
    chosen = backend_named(name)
    reason = refusal(chosen, problem)
    if reason is not None:
        raise UnsupportedProblem(f"{chosen.name}: {reason}")
    return Choice(chosen.name, "forced", None)


def state() -> tuple[Any, ...]:
    """What else a choice depends on here and now, for caches of choices."""
    return _preferred.get(), wisdom.generation(), faults()


def is_finite(problem: Problem, x: NDArray[Any], largest_w: float) -> bool:
    """Whether a backend that mixes all inputs into each output may see all of `x`."""
    return problem.accumulator.kind in "iu" or are_small(
        problem, largest(x, threads_now(problem.workers)), largest_w
    )


def are_small(problem: Problem, largest_x: float, largest_w: float) -> bool:
    """Whether a backend that mixes all inputs into each output may see values up to these.

    Those of `x` count with the padding. Integers are always small. NaN and inf would spread, and so
    would values so large that a transform overflows on the way to a result that does not.
    """
    padding, limit = _limits(problem)
    most = max(largest_x, padding)
    # Each of them besides, because a transform adds up either before it multiplies.
    return most <= limit and largest_w <= limit and most * largest_w * problem.terms <= limit


@lru_cache(maxsize=1024)
def _limits(problem: Problem) -> tuple[float, float]:
    """The largest magnitude in the padding, and the most that sums may reach."""
    if problem.accumulator.kind in "iu":
        return 0.0, math.inf
    limit = float(np.finfo(problem.accumulator).max)
    return largest(np.asarray(problem.padding_value)), limit / _HEADROOM


def largest(array: NDArray[Any], workers: int = 1) -> float:
    """The largest magnitude in an array, of complex ones in their parts; NaN is infinite."""
    if array.size == 0:
        return 0.0
    dtype, flags = array.dtype, array.flags
    if flags.forc and flags.aligned and dtype.char in "fdFD" and dtype.isnative:
        if dtype.kind == "c":
            array = array.ravel(order="K").view(dtype.char.lower())
        return largest_of(array, workers)
    if dtype.kind == "c":
        return max(largest(array.real), largest(array.imag))
    # What array.min() and array.max() do, without the microsecond that they take besides.
    low = float(np.minimum.reduce(array, axis=None))
    high = float(np.maximum.reduce(array, axis=None))
    return max(-low, high) if low == low and high == high else math.inf


def auto_candidates() -> tuple[Backend, ...]:
    """The backends that auto considers here and now, in list order."""
    return candidates_of_auto(_preferred.get()[1])


def known_times(
    problem: Problem, candidates: Sequence[Backend]
) -> tuple[dict[str, float], list[str]]:
    """What decides between the candidates: measured seconds, or none of them.

    Returns
    -------
    seconds : dict
        Of every candidate, as measured; empty if predictions are to decide.
    missing : list of str
        The candidates for lack of which measurements do not decide.

    Notes
    -----
    A measurement is never compared with a prediction, which may be off for all backends alike. So
    where some candidates were not measured, because they were not eligible or not installed then,
    measurements decide only if the fastest of them is predicted to beat those candidates, too;
    by the model alone, whatever others measured.
    """
    names = [backend.name for backend in candidates]
    known = {name: time for name, time in wisdom.recall(problem).items() if name in names}
    if not known:
        return {}, []
    best = min(names, key=lambda name: known.get(name, math.inf))
    predicted = {backend.name: predict(backend, problem) for backend in candidates}
    missing = [n for n in names if n not in known and predicted[n] < predicted[best]]
    if missing or not math.isfinite(known[best]):
        return {}, missing
    return {name: known.get(name, math.inf) for name in names}, []


def seeded_times(problem: Problem, candidates: Sequence[Backend]) -> tuple[dict[str, float], Seeds]:
    """Predicted seconds of the candidates, pulled by what was measured elsewhere, and by what."""
    predicted = {backend.name: predict(backend, problem) for backend in candidates}
    seeds = seeds_of(wisdom.recall_foreign(problem), predicted)
    return {n: time * seeds.factors.get(n, 1.0) for n, time in predicted.items()}, seeds


@lru_cache(maxsize=4096)
def _best(
    problem: Problem,
    prepared: bool,
    dot_products_only: bool,
    also: tuple[str, ...],
    *_state: int,
) -> Choice:
    candidates = [b for b in candidates_of_auto(also) if b.dot_product or not dot_products_only]
    known: dict[str, float] = {}
    expected: dict[str, float] = {}
    if wisdom.recall(problem) or wisdom.recall_foreign(problem):
        candidates = [b for b in candidates if ineligible(b, problem) is None]
        known, _ = known_times(problem, candidates)
        expected = known or seeded_times(problem, candidates)[0]
    best: Choice | None = None
    limit = math.inf  # what would displace the best so far takes less
    for backend in candidates:
        cost: Cost | None = None
        if expected:
            seconds = total = expected[backend.name]
        else:
            if _is_hopeless(backend, problem, prepared, limit):
                continue
            if ineligible(backend, problem) is not None:
                continue
            cost = backend.cost(problem)
            seconds = total = predict(backend, problem, cost)
        if not prepared and total * MARGIN < limit:
            total += predict_prepare(backend, problem, cost)
        if best is None or total * MARGIN < limit:
            best, limit = Choice(backend.name, "wisdom" if known else "model", seconds), total
    if best is None:
        raise UnsupportedProblem(f"no backend can compute {problem}")
    return Choice(best.backend, "veto", best.seconds) if dot_products_only else best


def _is_hopeless(backend: Backend, problem: Problem, prepared: bool, limit: float) -> bool:
    """Whether `backend` cannot be predicted to take less than `limit`, whatever it plans to do.

    Most backends are far too slow for a problem, which takes less time to see than to plan how
    they would compute it. Rates are positive, so what has fewer counts takes less time.
    """
    least_costs = getattr(backend, "least_costs", None)
    if least_costs is None or limit == math.inf:
        return False
    hopeless = False  # if there are no such costs
    for cost in least_costs(problem):
        total = predict(backend, problem, cost)
        if not prepared and total * MARGIN < limit:
            total += predict_prepare(backend, problem, cost)
        if total * MARGIN < limit:
            return False
        hopeless = True
    return hopeless


def refusal(backend: Backend, problem: Problem) -> str | None:
    """Why `backend` cannot compute `problem` within its limit of workspace, or None."""
    reason = backend.unsupported(problem)
    if reason is None and problem.workspace_limit is not None:
        workspace = backend.cost(problem).workspace
        if workspace > problem.workspace_limit:
            return f"needs {workspace} bytes; workspace_limit is {problem.workspace_limit}"
    return reason


def ineligible(backend: Backend, problem: Problem) -> str | None:
    """Why auto may not choose `backend` for `problem`, or None."""
    reason = refusal(backend, problem)
    if reason is None and not backend.dot_product:
        bound = backend.error_bound(problem)
        if bound > problem.rtol:
            return f"error bound {bound:.1e} exceeds rtol {problem.rtol:.1e}"
    return reason
