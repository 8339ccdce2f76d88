"""Times of every backend on a problem, and the file that keeps them.

A file holds the times of one build on one machine. It is written every few seconds and read at the
start, so that a command that was broken off goes on where it was, and an analysis can be repeated
without timing anything. Of two measurements of the same thing the faster stays.
"""

import json
import os
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np

import polyconv
from polyconv import Backend, Problem
from polyconv._machine import fingerprint
from polyconv._request import make_problem
from polyconv.backends import BACKENDS
from polyconv.workloads import Workload

__all__ = [
    "Measured",
    "Times",
    "alternate",
    "clock_for",
    "collected",
    "measured",
    "pinned",
    "problem_of",
    "time_all",
    "time_backends",
]

# The reference, Python loops, is timed up to so many operations: a hundredth of a second.
_LIMIT_REFERENCE = 20_000
# A candidate so many times slower than the best is no longer timed after a few runs.
_OUT_OF_THE_RACE, _RUNS = 2.0, 4
# Seconds for which a short call is repeated to be timed, and before that to become as fast as it is
# when it comes again and again: else what is slow at first only would be out of the race.
_SPAN, _WARMING = 50e-6, 500e-6
# Preparing weights for longer than this is not repeated.
_LONG = 0.2
_SAVE_EVERY = 5.0

Clock = Callable[[], float]


@dataclass(frozen=True)
class Times:
    """Best times in seconds of a call with prepared weights, and of preparing them."""

    call: float
    prepare: float

    def merged(self, other: "Times | None") -> "Times":
        """The faster of each."""
        if other is None:
            return self
        return Times(min(self.call, other.call), min(self.prepare, other.prepare))


@dataclass
class Measured:
    """What a file holds: for each problem and number of workers, the times of each backend."""

    path: Path
    machine: dict[str, Any]
    times: dict[str, dict[str, Times]] = field(default_factory=dict)
    rows: dict[str, Any] = field(default_factory=dict)
    # What else is known of a problem, by the name of who wanted to know it.
    notes: dict[str, dict[str, Any]] = field(default_factory=dict)
    saved: float = field(default_factory=time.monotonic)

    @staticmethod
    def key(row: Workload, workers: int) -> str:
        """How a problem is called in the file."""
        return f"{row.name} @{workers}"

    def get(self, row: Workload, workers: int) -> dict[str, Times]:
        """Times by backend; none if `row` was another problem when it was timed."""
        key = self.key(row, workers)
        if self.rows.get(key) != json.loads(json.dumps(asdict(row))):
            return {}
        return self.times[key]

    def add(self, row: Workload, workers: int, times: dict[str, Times]) -> None:
        """Keep `times`, or what was faster before."""
        known = self.get(row, workers)
        key = self.key(row, workers)
        self.times[key] = known | {n: t.merged(known.get(n)) for n, t in times.items()}
        self.rows[key] = json.loads(json.dumps(asdict(row)))

    def note(self, about: str, row: Workload, workers: int, make: Callable[[], Any]) -> Any:
        """What is kept `about` a problem, made if it is not there yet."""
        kept = self.notes.setdefault(about, {})
        key = self.key(row, workers)
        if key not in kept:
            kept[key] = make()
            self.save_now_and_then()
        return kept[key]

    def save_now_and_then(self) -> bool:
        """Save if that was not done for seconds, and tell whether it was done now."""
        due = time.monotonic() > self.saved + _SAVE_EVERY
        if due:
            self.save()
        return due

    def save(self) -> None:
        """Write the file whole, so that breaking off leaves the old one or the new one."""
        content = {
            "machine": self.machine,
            "rows": self.rows,
            "notes": self.notes,
            "times": {
                key: {name: asdict(t) for name, t in times.items()}
                for key, times in self.times.items()
            },
        }
        part = self.path.with_suffix(".part")
        part.write_text(json.dumps(content, indent=0))
        part.replace(self.path)
        self.saved = time.monotonic()


@contextmanager
def measured(path: Path) -> Iterator[Measured]:
    """The file at `path`, or a new one; saved at the end, however that comes."""
    store = Measured(path, fingerprint())
    if path.exists():
        content = json.loads(path.read_text())
        if content["machine"] != store.machine:
            raise ValueError(
                f"{path} was measured on {content['machine']}; this is {store.machine}: name "
                "another file"
            )
        store.rows, store.notes = content["rows"], content.get("notes", {})
        store.times = {
            key: {name: Times(**t) for name, t in times.items()}
            for key, times in content["times"].items()
        }
    try:
        yield store
    finally:
        store.save()


def time_all(
    store: Measured,
    rows: Iterable[Workload],
    workers: int,
    budget: float,
    *,
    again: bool = False,
    report: Callable[[str], None] = print,
) -> None:
    """Time what `store` does not have yet, or all of it once more."""
    todo = [row for row in rows if again or not complete(store, row, workers)]
    started = time.monotonic()
    for done, row in enumerate(todo, start=1):
        store.add(row, workers, time_backends(row, workers, budget))
        if store.save_now_and_then() or done == len(todo):
            report(f"{done} of {len(todo)} problems timed, {time.monotonic() - started:.0f} s")


def collected(
    store: Measured, rows: Iterable[Workload], workers: Iterable[int]
) -> list[tuple[Problem, dict[str, Times]]]:
    """Problems and times; those that run on one thread with any number of workers just once."""
    problems: dict[Problem, dict[str, Times]] = {}
    for row in rows:
        for most in workers:
            times = store.get(row, most)
            if times:
                problem = problem_of(row, most)
                known = problems.get(problem, {})
                problems[problem] = known | {n: t.merged(known.get(n)) for n, t in times.items()}
    return list(problems.items())


def problem_of(row: Workload, workers: int) -> Problem:
    """The problem that `row` is where so many threads may run."""
    dtype = np.dtype(row.dtype)
    with polyconv.set_workers(workers):
        return make_problem(row.x_shape, dtype, row.w_shape, dtype, **row.options)


@contextmanager
def pinned(workers: int) -> Iterator[None]:
    """Stay on as many processors as there are workers, where the system lets us."""
    if not hasattr(os, "sched_setaffinity"):
        yield
        return
    usable = os.sched_getaffinity(0)
    os.sched_setaffinity(0, sorted(usable)[-workers:])
    try:
        yield
    finally:
        os.sched_setaffinity(0, usable)


def complete(store: Measured, row: Workload, workers: int) -> bool:
    """Whether every backend that is timed on `row` has been."""
    known = store.get(row, workers)
    return bool(known) and all(backend.name in known for backend in _timed(row, workers))


def time_backends(row: Workload, workers: int, budget: float) -> dict[str, Times]:
    """Time all backends that can compute `row` for about `budget` seconds each, in turns."""
    x, w = row.arrays()
    plans: dict[str, polyconv.Plan] = {}
    prepare: dict[str, float] = {}
    with polyconv.set_workers(workers):
        clock = clock_for(workers)
        for backend in _timed(row, workers):
            plan = polyconv.plan(x, w, backend=backend.name, **row.options)
            plans[backend.name] = plan
            canonical = plan.problem.canonical_w(w)
            prepare[backend.name] = _best(partial(backend.prepare, plan.problem, canonical), clock)
        problem = problem_of(row, workers)
        out = np.empty(problem.out_shape, problem.dtype)
        calls = {name: partial(plan, x, out) for name, plan in plans.items()}
        best = alternate(calls, budget, clock)
    return {name: Times(best[name], prepare[name]) for name in plans}


def _timed(row: Workload, workers: int) -> list[Backend]:
    """The backends that can compute `row`, but the reference only if that takes no time."""
    problem = problem_of(row, workers)
    candidates = BACKENDS if row.flops <= _LIMIT_REFERENCE else BACKENDS[:-1]
    return [backend for backend in candidates if backend.unsupported(problem) is None]


def _best(call: Callable[[], object], clock: Clock) -> float:
    """Best time of up to five runs."""
    best, spent = float("inf"), 0.0
    for _ in range(5):
        took = _once(call, 1, clock)
        best, spent = min(best, took), spent + took
        if spent > _LONG:
            break
    return best


def clock_for(workers: int) -> Clock:
    """What times are taken with: one thread's own time, which other programs' runs do not enter."""
    return time.process_time if workers == 1 else time.perf_counter


def alternate(
    calls: Mapping[str, Callable[[], object]], budget: float, clock: Clock
) -> dict[str, float]:
    """Best seconds of each of `calls`, one run each in turns, for `budget` seconds in all.

    Those that are far behind sit out once that is clear, so that time is spent on near ties.
    """
    best = {name: _first(call, clock) for name, call in calls.items()}
    deadline = time.perf_counter() + budget
    rounds = 0
    while rounds < _RUNS or time.perf_counter() < deadline:
        rounds += 1
        limit = _OUT_OF_THE_RACE * min(best.values())
        for name, call in calls.items():
            if rounds <= _RUNS or best[name] <= limit:
                # A single short run would be timed with its clock.
                repeats = max(1, int(_SPAN / best[name]))
                best[name] = min(best[name], _once(call, repeats, clock))
        # Where one run is long, so few that they are done in a few times the budget.
        if rounds >= 2 and time.perf_counter() > deadline + 4 * budget:
            break
    return best


def _first(call: Callable[[], object], clock: Clock) -> float:
    """Best time of the first runs but the very first."""
    call()
    best, spent = float("inf"), 0.0
    while spent < _WARMING:
        took = _once(call, 1, clock)
        best, spent = min(best, took), spent + took
    return best


def _once(call: Callable[[], object], repeats: int, clock: Clock) -> float:
    start = clock()
    for _ in range(repeats):
        call()
    return (clock() - start) / repeats
