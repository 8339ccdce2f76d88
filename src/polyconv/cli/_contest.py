"""How one workload is raced: every backend runs it, is checked, and is timed beside the others.

Each backend first runs a copy of the problem that is small enough for plain Python. Its pace there
tells what a larger run would take: a backend that would be too slow on the full problem (the
specification, nearly always) is timed on the largest copy that it can do. Results of larger
problems are compared with the compiled reference, wherever that is fast enough.
"""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from polyconv import Explanation, Plan, backends, explain, plan
from polyconv._measure import Sample, interleave

from ._check import Case, check_everywhere, check_some, specification
from ._entries import Entry
from ._result import Contest, Result

__all__ = ["contest"]

# Operations of the copies: the first takes plain Python a tenth of a second; the second lies
# halfway to the largest workloads, for backends whose overhead hides their pace on the first.
_COPIES = (200_000, 20_000_000)

# Seconds that one run may take.
_PATIENCE = 1.0

# The reference for problems that are too large for the specification.
_COMPILED_REFERENCE = "cython"

# A first run loads libraries and wakes threads, so the best of several tells the pace: of so many
# at most, and no more after so many seconds.
_TRIES = 5
_TRIAL = 0.05

# A backend slower than this part of the budget would leave the others too few runs beside it.
_ROUND = 1 / 20


@dataclass
class _Run:
    """A backend with its weights prepared, what it computed, and how fast at first sight."""

    result: Result
    plan: Plan
    out: NDArray[Any]
    seconds: float


class _Arena:
    """One size of the problem."""

    def __init__(self, entry: Entry, workers: int | None) -> None:
        self._entry = entry
        self.flops = entry.workload.flops
        self.options = {**entry.workload.options, "workers": workers}

    @cached_property
    def arrays(self) -> tuple[NDArray[Any], NDArray[Any]]:
        """`x` and `w`."""
        return self._entry.arrays()

    @cached_property
    def report(self) -> Explanation:
        """Who may run here, and why not."""
        return explain(*self.arrays, prepared=True, **self.options)

    def bound(self, backend: str) -> float:
        """The error bound that `backend` publishes for this problem."""
        bounds = {c.backend: c.error_bound for c in self.report.candidates}
        bound = bounds[backend]
        assert bound is not None, "only backends that support the problem have run"
        return bound

    def supports(self, backend: str) -> bool:
        """Whether `backend` can compute this problem at all."""
        return any(
            c.backend == backend and c.error_bound is not None for c in self.report.candidates
        )

    def affords(self, backend: str) -> bool:
        """True if `backend` supports this problem and is predicted to take a second at most."""
        return any(
            c.backend == backend and c.predicted is not None and c.predicted <= _PATIENCE
            for c in self.report.candidates
        )

    def run(self, result: Result) -> _Run:
        """Prepare a backend's weights and run it, a few times if that is quick."""
        x, w = self.arrays
        prepared = plan(x, w, backend=result.backend, **self.options)
        problem = prepared.problem
        # What a backend forgets to write shall not pass for a result.
        poison = np.nan if problem.dtype.kind in "fc" else np.iinfo(problem.dtype).max
        out = np.full(problem.out_shape, poison, problem.dtype)
        times: list[float] = []
        while len(times) < _TRIES and sum(times) < _TRIAL:
            start = time.perf_counter()
            prepared(x, out=out)
            times.append(time.perf_counter() - start)
        return _Run(result, prepared, out, min(times))


def contest(
    entry: Entry,
    names: Sequence[str],
    workers: int | None,
    budget: float,
    tell: Callable[[str], None],
) -> Contest:
    """Race the backends called `names` over one workload.

    Parameters
    ----------
    entry : Entry
        The workload.
    names : sequence of str
        Backends.
    workers : int or None
        Threads, as in `polyconv.conv`.
    budget : float
        Seconds to spend on timing those backends that are fast enough for several runs in it.
    tell : callable
        Called with the name of each backend as its turn comes.
    """
    full = _Arena(entry, workers)
    arenas = _arenas(entry, full, workers)
    small = arenas[0]
    reference = backends()[-1]
    wanted = specification(*small.arrays, reference, small.options)
    standing = {candidate.backend: candidate for candidate in full.report.candidates}
    results, runs = [], []
    for name in names:
        tell(name)
        candidate = standing[name]
        result = Result(name, candidate.reason is None, candidate.reason)
        results.append(result)
        if not full.supports(name):
            continue
        try:
            runs.append(_climb(result, arenas, wanted))
        except Exception as error:  # a backend that breaks loses; the others race on
            result.failed = True
            result.reason = f"{type(error).__name__}: {error}"
    for arena in arenas:
        here = [run for which, run in runs if which is arena]
        if here:
            _check(arena, here, arena is full)
            if arena is not small and arena.affords(_COMPILED_REFERENCE):
                tell("checking")
                _check_against_compiled(arena, here, arena is full)
            tell("timing")
            _time(arena, here, budget)
    return Contest(entry.workload, full.report.problem, full.report.choice, tuple(results))


def _arenas(entry: Entry, full: _Arena, workers: int | None) -> list[_Arena]:
    """The copies that are smaller than the problem, and the problem."""
    copies = [_Arena(entry.scaled_down(f), workers) for f in _COPIES if f < full.flops]
    return [*copies, full]


def _climb(result: Result, arenas: Sequence[_Arena], wanted: NDArray[Any]) -> tuple[_Arena, _Run]:
    """Run a backend on the smallest problem, check it there, and go on to the largest it can do."""
    *_, full = arenas
    level = 0
    while not arenas[level].supports(result.backend):
        level += 1
    run = arenas[level].run(result)
    if level == 0:
        case = Case("copy", run.plan.problem, *arenas[0].arrays)
        bound = arenas[0].bound(result.backend)
        result.checks.append(check_everywhere(case, run.out, wanted, bound))
    while level < len(arenas) - 1:
        pace = run.seconds / arenas[level].flops
        affordable = [
            i
            for i in range(level + 1, len(arenas))
            if pace * arenas[i].flops <= _PATIENCE and arenas[i].supports(result.backend)
        ]
        if not affordable:
            break
        level = affordable[-1]
        run = arenas[level].run(result)
    result.flops = arenas[level].flops
    result.scaled = arenas[level] is not full
    return arenas[level], run


def _check(arena: _Arena, runs: Sequence[_Run], is_full: bool) -> None:
    """Compare what the backends computed here with sums made anew."""
    checks = check_some(
        Case("problem" if is_full else "copy", runs[0].plan.problem, *arena.arrays),
        [run.out for run in runs],
        [arena.bound(run.result.backend) for run in runs],
    )
    for run, check in zip(runs, checks, strict=True):
        run.result.checks.append(check)


def _check_against_compiled(arena: _Arena, runs: Sequence[_Run], is_full: bool) -> None:
    """Compare every output computed here with the compiled reference's, in double precision."""
    wanted = specification(*arena.arrays, _COMPILED_REFERENCE, arena.options)
    case = Case("problem" if is_full else "copy", runs[0].plan.problem, *arena.arrays)
    for run in runs:
        bound = arena.bound(run.result.backend)
        run.result.checks.append(check_everywhere(case, run.out, wanted, bound))


def _time(arena: _Arena, runs: Sequence[_Run], budget: float) -> None:
    """Time all who ran here, side by side; the slow ones apart from the others, and briefly."""
    x, _ = arena.arrays

    def call(run: _Run) -> Callable[[], object]:
        return lambda: run.plan(x, out=run.out)

    quick = [run for run in runs if run.seconds <= budget * _ROUND]
    samples = interleave([call(run) for run in quick], budget) if quick else []
    for run, sample in zip(quick, samples, strict=True):
        run.result.sample = sample
    for run in runs:
        if run in quick:
            continue
        times = [run.seconds]
        if run.seconds <= budget:
            start = time.perf_counter()
            call(run)()
            times.append(time.perf_counter() - start)
        run.result.sample = Sample(min(times), sum(times) / len(times), len(times))
