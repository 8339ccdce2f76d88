"""Measurement: rounds of fresh processes that are visited in turn, old new new old.

In each round every build gets a new process, so that accidents of a process, above all the
addresses of its arrays, are drawn again. They start side by side, each on a CPU of its own where
there are enough. Then all are pinned to the same CPU, and sleep between requests. Workloads run in
random order. Each is visited A B B A or B A A B, at random, within fractions of a second and
several times, so that drift affects all builds alike. Of a visit the fastest call counts, because
noise only adds time; of all visits of a round to a build the mean of the fastest three quarters.
The round yields the logarithm of new over old.
"""

import math
import os
import random
import sys
import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from .builds import Build
from .ledger import Ledger
from .limits import BadInput
from .process import Crash, Process, calm_environment
from .rows import MEMORY, PEAK_RSS, TIME, Row

__all__ = ["Rounds", "Workloads"]

# A visit lasts `_CALLS_PER_VISIT` calls, within these limits in seconds.
_CALLS_PER_VISIT, _MIN_VISIT, _MAX_VISIT = 10, 10e-3, 50e-3

# Minimum and maximum turns of a round; a turn is A B B A, for example. Within these limits, visits
# take as long as the rest of the round, such as starting the processes.
_MIN_TURNS, _MAX_TURNS = 2, 8

# Fraction of the visits of a round that counts, the fastest ones; the others may have been
# disturbed. Standard deviation of log-ratios of equal builds beside a busy core, for calls of 1.1
# and 0.15 ms (54 rounds of eight visits, Emerald Rapids, 2026-11-29):
#
# - the fastest visit: 6.8 and 5.6 %, because it is a rare event;
# - the mean of all visits: 2.0 and 3.3 %.
_COUNTED = 0.75


@dataclass(frozen=True)
class Workloads:
    """The workloads of the bench file that all builds have.

    Attributes
    ----------
    names, quick : list of str
        All workloads, and those of a quick run.
    memory_only : set of str
        Those of which only the memory is compared, as of asv's ``peakmem_``.
    left_out : dict of str to str
        Workloads, or files of them, that cannot be compared, with the reason.
    """

    names: list[str]
    quick: list[str]
    memory_only: set[str] = field(default_factory=set)
    left_out: dict[str, str] = field(default_factory=dict)


class Rounds:
    """Builds and a bench file, ready to be compared.

    Parameters
    ----------
    builds : sequence of Build
        The old one, and one or more new ones.
    bench : Path
        The file or folder with the workloads.
    scratch : Path
        Folder for files that workloads keep between processes.
    seed : int
        Seed of every random order.
    """

    def __init__(self, builds: Sequence[Build], bench: Path, scratch: Path, seed: int) -> None:
        self._builds, self._bench, self._scratch = list(builds), bench.resolve(), scratch
        self._random = random.Random(seed)
        self._per_call: dict[str, float] = {}
        self._overhead = 0.0  # seconds of the last round outside visits
        self._visiting = 0.0  # seconds of visits in this round
        self._rows: dict[str, Row] = {}
        self.ledger = Ledger()

    @property
    def rows(self) -> Mapping[str, Row]:
        """The rows by their names, once `load_all` has run."""
        return self._rows

    def _name(self, row: Row) -> str:
        """Return the name of a row in tables: it tells only what differs between rows."""
        of = "" if row.quantity == TIME else f" ({row.quantity})"
        where = "" if len(self._builds) == 2 else f" in {self._builds[row.build].label}"
        return row.workload + of + where

    def workloads(self) -> Workloads:
        """Return the workloads of the bench file."""
        sides = list(range(len(self._builds)))
        processes = self._start(sides)
        try:
            old, *others = (self._ask_file(processes, side, "names") for side in sides)
        finally:
            self._stop(processes)
        # A bench file may list what its build offers; only workloads of all builds are comparable.
        known = [n for n in old["names"] if all(n in other["names"] for other in others)]
        broken = {
            name: f"{self._builds[side].label}: {why}"
            for side, reply in enumerate((old, *others))
            for name, why in reply["broken"].items()
        }
        if not known:
            reasons = "".join(f"; {name}: {why}" for name, why in broken.items())
            raise BadInput(
                f"--bench {self._bench} holds no workload; allowed: functions bench_NAME, BENCHES, "
                f"asv's time_NAME and peakmem_NAME, and tests that use pytest-benchmark{reasons}"
            )
        quick = [name for name in old["quick"] if name in known]
        return Workloads(known, quick, set(old["memory_only"]), broken)

    def load_all(
        self, names: Sequence[str], memory_only: set[str], *, memory: bool
    ) -> tuple[dict[str, str], list[dict[str, Any]]]:
        """Load each workload in all builds, which fixes the rows.

        Parameters
        ----------
        names : sequence of str
            Workloads.
        memory_only : set of str
            Those whose time is not compared.
        memory : bool
            True to compare the memory of all.

        Returns
        -------
        left_out : dict
            Workloads that a build cannot compute, or that fail in the old one, with the reason.
        facts : list of dict
            Versions that times depend on, for each build.

        Raises
        ------
        Crash
            If a workload fails in a new build, and not in the old one.
        """
        left_out: dict[str, str] = {}
        sides = list(range(len(self._builds)))
        processes = self._start(sides)
        try:
            for name in names:
                seconds = []
                for side in sides:
                    reply = processes[side].ask("load", name=name)
                    if "failed" in reply and side:
                        raise Crash(f"{name} in {self._builds[side].label}: {reply['failed']}")
                    why = reply.get("unsupported") or reply.get("failed")
                    if why:
                        left_out[name] = f"{self._builds[side].label}: {why}"
                        break
                    self._ask(side, processes, "drop", name)
                    seconds.append(reply["seconds"])
                else:
                    self._per_call[name] = min(seconds)
                    self._add_rows(name, memory_only, memory)
            return left_out, [self._ask_file(processes, side, "facts") for side in sides]
        finally:
            self._stop(processes)

    def _add_rows(self, name: str, memory_only: set[str], memory: bool) -> None:
        quantities = [] if name in memory_only else [TIME]
        quantities += MEMORY if memory else [PEAK_RSS] if name in memory_only else []
        for quantity in quantities:
            for build in range(1, len(self._builds)):
                row = Row(name, quantity, build)
                self._rows[self._name(row)] = row

    def run_round(self, names: Sequence[str]) -> None:
        """Measure the rows called `names` in one round, and enter them in the ledger."""
        begun, self._visiting = time.perf_counter(), 0.0
        rows = [self._rows[name] for name in names]
        timed = _by_workload(row for row in rows if row.quantity == TIME)
        sized = _by_workload(row for row in rows if row.quantity != TIME)
        turns = self._turns(timed)
        for each in timed.values():
            self.ledger.plan([self._name(row) for row in each], 2 * turns * 2)
        for each in sized.values():
            self.ledger.plan([self._name(row) for row in each], 2)
        sides = sorted({0, *(row.build for row in rows)})
        processes = self._start(sides)
        try:
            for workload in self._shuffled(timed):
                self._visit(workload, timed[workload], processes, turns)
            for workload in self._shuffled(sized):
                self._weigh(workload, sized[workload], processes)
        finally:
            self._stop(processes)
        self._overhead = time.perf_counter() - begun - self._visiting

    def _shuffled(self, workloads: Mapping[str, Any]) -> list[str]:
        return self._random.sample(list(workloads), len(workloads))

    def _turns(self, timed: Mapping[str, Sequence[Row]]) -> int:
        once = sum(2 * (1 + len(rows)) * self._seconds(name) for name, rows in timed.items())
        if once == 0:
            return _MIN_TURNS
        return max(_MIN_TURNS, min(_MAX_TURNS, round(self._overhead / once)))

    def _seconds(self, name: str) -> float:
        """Return the duration of a visit."""
        return max(_MIN_VISIT, min(_CALLS_PER_VISIT * self._per_call[name], _MAX_VISIT))

    def _visit(
        self, name: str, rows: Sequence[Row], processes: Mapping[int, Process], turns: int
    ) -> None:
        """Time one workload in the old build and the builds of `rows`."""
        order = self._sides(rows)
        for side in order:
            self._ask(side, processes, "load", name)
        per_call, seconds = self._per_call[name], self._seconds(name)
        times: dict[int, list[float]] = {side: [] for side in order}
        begun = time.perf_counter()
        for side in (*order, *reversed(order)) * turns:
            reply = self._ask(side, processes, "time", name, seconds=seconds, per_call=per_call)
            times[side].append(reply["best"])
            self.ledger.made += _served(side, rows)
        self._visiting += time.perf_counter() - begun
        for side in order:
            self._ask(side, processes, "drop", name)
        typical = {side: _typical(seconds) for side, seconds in times.items()}
        for row in rows:
            self.ledger.enter(self._name(row), (typical[0], typical[row.build]))

    def _weigh(self, name: str, rows: Sequence[Row], processes: Mapping[int, Process]) -> None:
        """Measure the memory of one workload in the old build and the builds of `rows`."""
        sizes = {}
        for side in self._sides(rows):
            sizes[side] = self._ask(side, processes, "memory", name)
            self.ledger.made += _served(side, rows)
        for row in rows:
            pair = sizes[0][row.quantity], sizes[row.build][row.quantity]
            self.ledger.enter(self._name(row), pair)

    def _sides(self, rows: Sequence[Row]) -> list[int]:
        """Return the old build and those of `rows`, in random order."""
        sides = sorted({0, *(row.build for row in rows)})
        return self._random.sample(sides, len(sides))

    def _ask_file(self, processes: Mapping[int, Process], side: int, do: str) -> dict[str, Any]:
        """Return the reply of a build's process to a request about the bench file as a whole."""
        reply = processes[side].ask(do)
        why = reply.get("failed") or reply.get("unsupported")
        if why:
            raise Crash(f"{self._bench.name} in {self._builds[side].label}: {why}")
        return reply

    def _ask(
        self, side: int, processes: Mapping[int, Process], do: str, name: str, **arguments: Any
    ) -> dict[str, Any]:
        reply = processes[side].ask(do, name=name, **arguments)
        why = reply.get("failed") or reply.get("unsupported")
        if why:
            raise Crash(f"{name} in {self._builds[side].label}: {why}")
        return reply

    def _start(self, sides: Sequence[int]) -> dict[int, Process]:
        """Start a process of each build, in random order, and wait until all are ready."""
        begun = time.perf_counter()
        cpus = _usable_cpus()
        processes: dict[int, Process] = {}
        try:
            for place, side in enumerate(self._random.sample(list(sides), len(sides))):
                processes[side] = self._process(side, cpus[-1 - place % len(cpus)], cpus[-1])
            for process in processes.values():
                process.ask("ready")
        except BaseException:
            self._stop(processes)
            raise
        self._overhead = time.perf_counter() - begun
        return processes

    def _process(self, side: int, first_cpu: str, cpu: str) -> Process:
        script = Path(__file__).with_name("worker") / "__main__.py"
        scratch = self._scratch / f"kept-{side}"
        scratch.mkdir(exist_ok=True)
        python = str(self._builds[side].python)
        command = [python, str(script), str(self._bench), str(scratch), first_cpu, cpu]
        folder = self._bench if self._bench.is_dir() else self._bench.parent
        return Process(command, calm_environment(), folder)

    def _stop(self, processes: Mapping[int, Process]) -> None:
        for process in processes.values():
            process.stop()


def _typical(seconds: Sequence[float]) -> float:
    """Return the geometric mean of the fastest visits.

    Examples
    --------
    >>> round(_typical([1.0, 100.0, 4.0, 2.0]), 9)
    2.0
    """
    counted = sorted(seconds)[: math.ceil(_COUNTED * len(seconds))]
    return math.exp(math.fsum(map(math.log, counted)) / len(counted))


def _served(side: int, rows: Sequence[Row]) -> int:
    """Return how many of `rows` a visit to a build serves; one to the old build serves all."""
    return sum(side in (0, row.build) for row in rows)


def _by_workload(rows: Iterable[Row]) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = {}
    for row in rows:
        found.setdefault(row.workload, []).append(row)
    return found


def _usable_cpus() -> list[str]:
    """Return the CPUs to use, the one for timing last; most interrupts are handled by the first.

    Elsewhere than on Linux processes cannot be pinned.
    """
    if sys.platform == "linux":
        return [str(cpu) for cpu in sorted(os.sched_getaffinity(0))]
    return [""]
