"""Times of every backend on a problem, and the file that keeps them.

A file holds the times of one build on one machine. It is written every 5 s and read at the start,
so that an interrupted command continues, and an analysis can be repeated without timing. Of two
measurements of one call the faster is kept. Problems beside which a call of constant time took
longer than usual are timed again, after all others.
"""

import json
import math
import os
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np

import polyconv
from polyconv import Backend, Problem
from polyconv._decided_calls import packer_of
from polyconv._exchange import as_computed
from polyconv._machine import fingerprint
from polyconv._plan import prepare as prepared_kernel
from polyconv._request import make_problem
from polyconv._unit_times import measure_units
from polyconv.backends import BACKENDS
from polyconv.workloads import Workload

__all__ = [
    "Measured",
    "Times",
    "Yardstick",
    "alternate",
    "clock_for",
    "collected",
    "measure_machine",
    "measured",
    "pinned",
    "problem_of",
    "time_all",
    "time_backends",
]

# Maximum operations for which the references, plain loops, are timed; they take 10 ms.
_MAX_FLOPS = {"naive": 20_000, "cython": 20_000_000}
# Maximum time, relative to the best, of candidates that are timed after `_MIN_ROUNDS` rounds.
_MAX_RATIO, _MIN_ROUNDS = 2.0, 4
# Minimum seconds of a batch of short calls that is timed as one, and of warm-up calls before it, so
# that a candidate whose first calls are slow is not dropped.
_MIN_BATCH, _WARM_UP = 50e-6, 500e-6
# Batches that are timed again where the clock stood still, at most, and how much less time than the
# wall's says so. Other programs may take the CPU for most of a batch.
_MAX_STILL = 8
# Seconds spent on preparing weights after which it is not repeated.
_MAX_PREPARE = 0.2
# Seconds for the unit times of the machine, at each level.
_UNITS_BUDGET = 10.0
# Seconds between two writes of the file.
_SAVE_EVERY = 5.0
# Time of the yardstick, relative to its best, above which the machine was disturbed; and how often
# a problem is timed at most. No measurement chose them: an idle machine stays below the first.
_MAX_DISTURBANCE, _MAX_PASSES = 1.06, 3
# Shapes of the yardstick, which takes about 0.2 ms on one core: long for the clock and for waking a
# worker, short beside the time of a problem.
_YARDSTICK = (1, 16, 56, 56), (32, 16, 3, 3)

Clock = Callable[[], float]


@dataclass(frozen=True)
class Times:
    """Best seconds of a call with prepared weights, of preparing them, and of a plain call.

    A plan prepares as `prepare` does, a plain call packs by the function that `Backend.packer`
    returned: `packed` is its time, None where plain calls prepare as a plan does, and where they
    read the weights as they lie or exchange them with the input.
    """

    call: float
    prepare: float
    unprepared: float | None = None
    packed: float | None = None

    @property
    def plain(self) -> float:
        """Seconds of a plain call."""
        return self.call + self.prepare if self.unprepared is None else self.unprepared

    def merged(self, other: "Times | None") -> "Times":
        """Return the smaller of both times each."""
        if other is None:
            return self
        unprepared = [t for t in (self.unprepared, other.unprepared) if t is not None]
        packed = [t for t in (self.packed, other.packed) if t is not None]
        return Times(
            min(self.call, other.call),
            min(self.prepare, other.prepare),
            min(unprepared, default=None),
            min(packed, default=None),
        )


@dataclass
class Measured:
    """Content of a file: times of each backend, by problem and number of workers."""

    path: Path
    machine: dict[str, Any]
    times: dict[str, dict[str, Times]] = field(default_factory=dict)
    rows: dict[str, Any] = field(default_factory=dict)
    # Further results on a problem, by the name of the analysis.
    notes: dict[str, dict[str, Any]] = field(default_factory=dict)
    # Unit times of the machine in seconds; none if they were not measured.
    units: dict[str, float] = field(default_factory=dict)
    saved: float = field(default_factory=time.monotonic)

    @staticmethod
    def key(row: Workload, workers: int) -> str:
        """Return the name of a problem in the file."""
        return f"{row.name} @{workers}"

    def get(self, row: Workload, workers: int) -> dict[str, Times]:
        """Return times by backend; none if the file holds another problem of that name."""
        key = self.key(row, workers)
        if self.rows.get(key) != json.loads(json.dumps(asdict(row))):
            return {}
        return self.times[key]

    def add(self, row: Workload, workers: int, times: dict[str, Times]) -> None:
        """Add `times`, or keep faster ones of the file."""
        known = self.get(row, workers)
        key = self.key(row, workers)
        self.times[key] = known | {n: t.merged(known.get(n)) for n, t in times.items()}
        self.rows[key] = json.loads(json.dumps(asdict(row)))

    def note(self, about: str, row: Workload, workers: int, make: Callable[[], Any]) -> Any:
        """Return the result of the analysis `about` on a problem; `make` one if there is none."""
        kept = self.notes.setdefault(about, {})
        key = self.key(row, workers)
        if key not in kept:
            kept[key] = make()
            self.save_now_and_then()
        return kept[key]

    def save_now_and_then(self) -> bool:
        """Save if the last time was `_SAVE_EVERY` seconds ago; return True if so."""
        due = time.monotonic() > self.saved + _SAVE_EVERY
        if due:
            self.save()
        return due

    def save(self) -> None:
        """Write a new file and rename it, so that an interruption leaves a whole one."""
        content = {
            "machine": self.machine,
            "rows": self.rows,
            "notes": self.notes,
            "units": self.units,
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
    """Open the file at `path`, or a new one; save it at the end, after errors too."""
    store = Measured(path, fingerprint())
    if path.exists():
        content = json.loads(path.read_text())
        if content["machine"] != store.machine:
            raise ValueError(
                f"--timings {path} was measured on {content['machine']}, this is "
                f"{store.machine}; allowed: another file"
            )
        store.rows, store.notes = content["rows"], content.get("notes", {})
        store.units = content.get("units", {})
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
    """Time the problems that `store` lacks, or all of them `again`."""
    todo = [row for row in rows if again or not complete(store, row, workers)]
    yardstick = Yardstick(workers)
    for timed_before in range(_MAX_PASSES):
        beside = _time_once(store, todo, workers, budget, yardstick, report)
        todo = [row for row, seconds in beside if yardstick.was_disturbed(seconds)]
        if todo:
            last = timed_before == _MAX_PASSES - 1
            report(
                f"the machine was disturbed beside {len(todo)} of {len(beside)} problems; "
                + ("their times are kept" if last else "they are timed again")
            )


def _time_once(
    store: Measured,
    rows: Sequence[Workload],
    workers: int,
    budget: float,
    yardstick: "Yardstick",
    report: Callable[[str], None],
) -> list[tuple[Workload, float]]:
    """Time each problem; return it with the larger time of the yardstick before and after."""
    started, beside = time.monotonic(), []
    before = yardstick.seconds() if rows else 0.0
    for done, row in enumerate(rows, start=1):
        store.add(row, workers, time_backends(row, workers, budget))
        after = yardstick.seconds()
        beside.append((row, max(before, after)))
        before = after
        if store.save_now_and_then() or done == len(rows):
            report(f"{done} of {len(rows)} problems timed, {time.monotonic() - started:.0f} s")
    return beside


class Yardstick:
    """A call of constant time, by which a disturbed machine is noticed.

    Other programs, other virtual machines and a lower clock rate make it slower, on the same clock
    by which problems are timed.
    """

    def __init__(self, workers: int) -> None:
        x, w = (np.ones(shape, np.float32) for shape in _YARDSTICK)
        with polyconv.set_workers(workers):
            plan = polyconv.plan(x, w, padding=1, backend="direct")
        self._call = partial(plan, x, np.empty(plan.problem.out_shape, np.float32))
        self._clock = clock_for(workers)
        self._best = math.inf

    def seconds(self) -> float:
        """Return the present time of a call, the best of three that follow an untimed one."""
        self._call()
        took = min(_once(self._call, 1, self._clock) for _ in range(3))
        self._best = min(self._best, took)
        return took

    def was_disturbed(self, seconds: float) -> bool:
        """Return True if `seconds` is far above the best time that was ever returned."""
        return seconds > _MAX_DISTURBANCE * self._best


def measure_machine(store: Measured, *, again: bool = False) -> None:
    """Measure the unit times that `store` lacks; those of both runs unite `again`."""
    if store.units and not again:
        return
    for name, seconds in measure_units(_UNITS_BUDGET).items():
        store.units[name] = min(seconds, store.units.get(name, seconds))
    store.save()


def collected(
    store: Measured, rows: Iterable[Workload], workers: Iterable[int]
) -> list[tuple[Problem, dict[str, Times]]]:
    """Return problems and times; one entry for problems that run on one thread in any case."""
    problems: dict[Problem, dict[str, Times]] = {}
    for row in rows:
        for count in workers:
            times = store.get(row, count)
            if times:
                problem = problem_of(row, count)
                known = problems.get(problem, {})
                problems[problem] = known | {n: t.merged(known.get(n)) for n, t in times.items()}
    return list(problems.items())


def problem_of(row: Workload, workers: int) -> Problem:
    """Return the problem of `row` for a number of workers.

    Filters with a name have a structure, others are random.
    """
    dtype = np.dtype(row.dtype)
    with polyconv.set_workers(workers):
        problem = make_problem(row.x_shape, dtype, row.w_shape, dtype, **row.options)
    if row.weights is None:
        return problem
    return problem.for_weights(problem.canonical_w(row.arrays()[1]))


@contextmanager
def pinned(workers: int) -> Iterator[None]:
    """Pin to one CPU per worker, where the system can."""
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
    """True if `store` has the times of all backends on `row`."""
    known = store.get(row, workers)
    return bool(known) and all(backend.name in known for backend in _timed(row, workers))


def time_backends(row: Workload, workers: int, budget: float) -> dict[str, Times]:
    """Time all backends that can compute `row` in turn, for about `budget` seconds together."""
    x, w = row.arrays()
    plans: dict[str, polyconv.Plan] = {}
    prepare: dict[str, float] = {}
    packed: dict[str, float] = {}
    with polyconv.set_workers(workers):
        clock = clock_for(workers)
        for backend in _timed(row, workers):
            plan = polyconv.plan(x, w, backend=backend.name, **row.options)
            plans[backend.name] = plan
            canonical = plan.problem.canonical_w(w)
            # As a plan does, which may exchange input and weights.
            make = partial(prepared_kernel, plan.problem, backend, canonical)
            prepare[backend.name] = _best(make, clock)
            pack = (
                None if _packs_nothing(backend, plan.problem) else packer_of(plan.problem, backend)
            )
            if pack is not None:
                packed[backend.name] = _best(partial(pack, w), clock)
        problem = problem_of(row, workers)
        out = np.empty(problem.out_shape, problem.dtype)
        calls = {name: partial(plan, x, out) for name, plan in plans.items()}
        best = alternate(calls, budget, clock)
        plain = {
            name: partial(polyconv.conv, x, w, out=out, backend=name, **row.options)
            for name in plans
        }
        unprepared = alternate(plain, budget / 4, clock) if plain else {}
    return {
        name: Times(best[name], prepare[name], unprepared[name], packed.get(name)) for name in plans
    }


def _packs_nothing(backend: Backend, problem: Problem) -> bool:
    """Return True if a plain call reads the weights as they lie, or exchanges them."""
    return (
        backend.unpacked_cost(problem) is not None
        or as_computed(backend, problem, prepared=False) is not problem
    )


def _timed(row: Workload, workers: int) -> list[Backend]:
    """Return the backends that can compute `row`, the references only on small problems."""
    problem = problem_of(row, workers)
    candidates = [b for b in BACKENDS if row.flops <= _MAX_FLOPS.get(b.name, math.inf)]
    return [backend for backend in candidates if backend.unsupported(problem) is None]


def _best(call: Callable[[], object], clock: Clock) -> float:
    """Return the best time of up to six runs, short ones in batches."""
    best = spent = _once(call, 1, clock)
    repeats = max(1, int(_MIN_BATCH / max(best, 1e-7)))
    for _ in range(5):
        if spent > _MAX_PREPARE:
            break
        took = _once(call, repeats, clock)
        best, spent = min(best, took), spent + took * repeats
    return best


def clock_for(workers: int) -> Clock:
    """Return the CPU clock for one worker, which excludes other programs, else the wall clock."""
    return time.process_time if workers == 1 else time.perf_counter


def alternate(
    calls: Mapping[str, Callable[[], object]], budget: float, clock: Clock
) -> dict[str, float]:
    """Return the best seconds of each call; they run in turn, for `budget` seconds together.

    Calls that are far slower than the fastest are dropped, so that close ones get the time.
    """
    best = {name: _first(call, clock) for name, call in calls.items()}
    deadline = time.perf_counter() + budget
    rounds = 0
    while rounds < _MIN_ROUNDS or time.perf_counter() < deadline:
        rounds += 1
        limit = _MAX_RATIO * min(best.values())
        for name, call in calls.items():
            if rounds <= _MIN_ROUNDS or best[name] <= limit:
                # In batches, so that the clock's resolution does not show.
                repeats = max(1, int(_MIN_BATCH / best[name]))
                best[name] = min(best[name], _once(call, repeats, clock))
        # At least two rounds of long calls, but at most five times the budget.
        if rounds >= 2 and time.perf_counter() > deadline + 4 * budget:
            break
    return best


def _first(call: Callable[[], object], clock: Clock) -> float:
    """Return the best time of the calls after the first one."""
    call()
    best, spent = float("inf"), 0.0
    while spent < _WARM_UP:
        took = _once(call, 1, clock)
        best, spent = min(best, took), spent + took
    return best


def _once(call: Callable[[], object], repeats: int, clock: Clock) -> float:
    """Return the seconds of a call, of a batch of them.

    A virtual machine's CPU clock may stand still for a while: in 1 of 7,000 readings on Sapphire
    Rapids. A batch that took far less by the clock than by the wall is timed again.
    """
    for _ in range(_MAX_STILL):
        wall, start = time.perf_counter(), clock()
        for _ in range(repeats):
            call()
        seconds, wall = clock() - start, time.perf_counter() - wall
        if seconds > wall / _MAX_STILL:
            break
    return max(seconds, wall / _MAX_STILL) / repeats
