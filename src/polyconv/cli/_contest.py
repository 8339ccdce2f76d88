"""The contest on one workload: every backend runs it, is checked, and is timed, interleaved.

Each backend first runs a scaled-down copy of the problem that is small enough for plain Python. Its
seconds per operation there predict larger runs: a backend that would be too slow on the full
problem, such as the specification, is timed on the largest copy that it can do in time. Results of
larger problems are compared with the compiled reference, wherever that is fast enough.
"""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from polyconv import Explanation, Plan, UnsupportedProblem, backends, explain, plan
from polyconv._measure import Sample, interleave

from ._check import CheckedProblem, check_everywhere, check_some, specification
from ._entries import RaceEntry
from ._result import Contest, RaceResult

__all__ = ["contest"]

# Operations of the scaled-down copies. The first copy takes 0.1 s in plain Python. The second lies
# halfway to the largest workloads, because on the first the overhead of some backends dominates.
_COPIES = (200_000, 20_000_000)

# Maximum predicted seconds of one run.
_MAX_RUN_SECONDS = 1.0

# A first run loads libraries and wakes threads, so the best of several runs counts: at most
# _MAX_TRIALS, none after _TRIAL_SECONDS.
_MAX_TRIALS = 5
_TRIAL_SECONDS = 0.05

# The reference for problems that are too large for the specification.
_COMPILED_REFERENCE = "cython"

# Maximum duration of a run that is interleaved with others, as a fraction of the budget. Longer
# runs would leave too little time for the others.
_MAX_INTERLEAVED = 1 / 20


@dataclass
class _Run:
    """A backend with prepared weights, its output, and its best time of the first runs."""

    result: RaceResult
    plan: Plan
    out: NDArray[Any]
    seconds: float


class _Arena:
    """One size of the problem."""

    def __init__(self, entry: RaceEntry, workers: int | None) -> None:
        self._entry = entry
        self.flops = entry.workload.flops
        self.options = {**entry.workload.options, "workers": workers}

    @cached_property
    def arrays(self) -> tuple[NDArray[Any], NDArray[Any]]:
        """`x` and `w`."""
        return self._entry.arrays()

    @cached_property
    def report(self) -> Explanation:
        """Every backend's eligibility for this size."""
        return explain(*self.arrays, prepared=True, **self.options)

    def bound(self, backend: str) -> float:
        """Return the error bound that `backend` publishes for this problem."""
        bounds = {c.backend: c.error_bound for c in self.report.candidates}
        bound = bounds[backend]
        assert bound is not None, "only backends that support the problem have run"
        return bound

    def supports(self, backend: str) -> bool:
        """Return True if `backend` can compute this problem."""
        return any(
            c.backend == backend and c.error_bound is not None for c in self.report.candidates
        )

    def affords(self, backend: str) -> bool:
        """True if `backend` supports this problem and is predicted to take a second at most."""
        return any(
            c.backend == backend and c.predicted is not None and c.predicted <= _MAX_RUN_SECONDS
            for c in self.report.candidates
        )

    def run(self, result: RaceResult) -> _Run:
        """Prepare a backend's weights and run it, several times if it is fast."""
        x, w = self.arrays
        prepared = plan(x, w, backend=result.backend, **self.options)
        problem = prepared.problem
        # Elements that a backend does not write must fail the check.
        poison = np.nan if problem.dtype.kind in "fc" else np.iinfo(problem.dtype).max
        out = np.full(problem.out_shape, poison, problem.dtype)
        times: list[float] = []
        while len(times) < _MAX_TRIALS and sum(times) < _TRIAL_SECONDS:
            start = time.perf_counter()
            prepared(x, out=out)
            times.append(time.perf_counter() - start)
        return _Run(result, prepared, out, min(times))


def contest(
    entry: RaceEntry,
    names: Sequence[str],
    workers: int | None,
    budget: float,
    tell: Callable[[str], None],
) -> Contest:
    """Race the backends called `names` over one workload.

    Parameters
    ----------
    entry : RaceEntry
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
        result = RaceResult(name, candidate.reason is None, candidate.reason)
        results.append(result)
        if not full.supports(name):
            continue
        try:
            runs.append(_climb(result, arenas, wanted))
        except UnsupportedProblem as refused:  # integers too wide for a backend that is named
            result.eligible, result.reason = False, str(refused)
        except Exception as error:  # the other backends race on
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


def _arenas(entry: RaceEntry, full: _Arena, workers: int | None) -> list[_Arena]:
    """Return the copies that are smaller than the problem, and the problem."""
    copies = [_Arena(entry.scaled_down(f), workers) for f in _COPIES if f < full.flops]
    return [*copies, full]


def _climb(
    result: RaceResult, arenas: Sequence[_Arena], wanted: NDArray[Any]
) -> tuple[_Arena, _Run]:
    """Run and check a backend on the smallest size, then run the largest that it can do in time."""
    *_, full = arenas
    level = 0
    while not arenas[level].supports(result.backend):
        level += 1
    run = arenas[level].run(result)
    if level == 0:
        case = CheckedProblem("copy", run.plan.problem, *arenas[0].arrays)
        bound = arenas[0].bound(result.backend)
        result.checks.append(check_everywhere(case, run.out, wanted, bound))
    while level < len(arenas) - 1:
        pace = run.seconds / arenas[level].flops
        affordable = [
            i
            for i in range(level + 1, len(arenas))
            if pace * arenas[i].flops <= _MAX_RUN_SECONDS and arenas[i].supports(result.backend)
        ]
        if not affordable:
            break
        level = affordable[-1]
        run = arenas[level].run(result)
    result.flops = arenas[level].flops
    result.scaled = arenas[level] is not full
    return arenas[level], run


def _check(arena: _Arena, runs: Sequence[_Run], is_full: bool) -> None:
    """Compare the backends' outputs of this size with reference sums."""
    checks = check_some(
        CheckedProblem("problem" if is_full else "copy", runs[0].plan.problem, *arena.arrays),
        [run.out for run in runs],
        [arena.bound(run.result.backend) for run in runs],
    )
    for run, check in zip(runs, checks, strict=True):
        run.result.checks.append(check)


def _check_against_compiled(arena: _Arena, runs: Sequence[_Run], is_full: bool) -> None:
    """Compare every output computed here with the compiled reference's, in double precision."""
    wanted = specification(*arena.arrays, _COMPILED_REFERENCE, arena.options)
    case = CheckedProblem("problem" if is_full else "copy", runs[0].plan.problem, *arena.arrays)
    for run in runs:
        bound = arena.bound(run.result.backend)
        run.result.checks.append(check_everywhere(case, run.out, wanted, bound))


def _time(arena: _Arena, runs: Sequence[_Run], budget: float) -> None:
    """Time the runs of this size, interleaved; slow ones alone and at most twice."""
    x, _ = arena.arrays

    def call(run: _Run) -> Callable[[], object]:
        return lambda: run.plan(x, out=run.out)

    quick = [run for run in runs if run.seconds <= budget * _MAX_INTERLEAVED]
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
