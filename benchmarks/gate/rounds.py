"""Measurement: rounds of fresh processes that are visited in turn, old new new old.

In each round both builds get a new process, so that accidents of a process, above all the addresses
of its arrays, are drawn again. Both are pinned to the same CPU and sleep between requests.
Workloads run in random order. Each is visited A B B A or B A A B, at random, within fractions of a
second and several times, so that drift affects both alike. Of all visits to a build the fastest
call counts, because noise only adds time. The round yields the logarithm of new over old.
"""

import math
import os
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .builds import Build
from .limits import BadInput
from .process import Crash, Process, calm_environment

__all__ = ["Ledger", "Miscounted", "Rounds"]

# A visit lasts `_CALLS_PER_VISIT` calls, within these limits in seconds.
_CALLS_PER_VISIT, _MIN_VISIT, _MAX_VISIT = 10, 10e-3, 50e-3

# Visits of one turn, A B B A. The number of turns is chosen so that the visits of a round take as
# long as starting its processes, 0.8 s, within these limits.
_VISITS_PER_TURN = 4
_START_SECONDS, _MIN_TURNS, _MAX_TURNS = 0.8, 2, 8


class Miscounted(Exception):
    """The number of measurements differs from the planned one."""


@dataclass
class Ledger:
    """Planned and completed measurements, counted independently of each other.

    Attributes
    ----------
    times : dict
        For each workload two lists, old and new: seconds of the fastest call in each round.
    planned : int
        Number of visits that the rounds planned.
    made : int
        Number of visits that returned a time.
    """

    times: dict[str, tuple[list[float], list[float]]] = field(default_factory=dict)
    rounds: dict[str, int] = field(default_factory=dict)
    planned: int = 0
    made: int = 0

    def plan(self, names: Sequence[str], visits: int) -> None:
        """Count one more round of each of `names`, with a number of visits to each."""
        self.planned += visits * len(names)
        for name in names:
            self.rounds[name] = self.rounds.get(name, 0) + 1

    def enter(self, name: str, best: Sequence[float]) -> None:
        """Add the fastest calls of the old and the new build in one round."""
        for times, seconds in zip(self.times.setdefault(name, ([], [])), best, strict=True):
            times.append(seconds)

    def ratios(self, name: str) -> NDArray[np.float64]:
        """Return the logarithms of new over old, one per round."""
        old, new = self.times[name]
        return np.log(new) - np.log(old)

    def check(self) -> None:
        """Raise if a measurement is missing, doubled or not positive.

        Raises
        ------
        Miscounted
            With the numbers that differ.
        """
        if self.made != self.planned:
            raise Miscounted(f"{self.made} visits were made, {self.planned} were planned")
        for name, rounds in self.rounds.items():
            for times in self.times.get(name, ((), ())):
                if len(times) != rounds:
                    raise Miscounted(f"{name}: {len(times)} rounds, {rounds} were planned")
                if not all(math.isfinite(seconds) and seconds > 0 for seconds in times):
                    raise Miscounted(f"{name}: a time is not positive")


class Rounds:
    """Two builds and a bench file, ready to be compared.

    Parameters
    ----------
    builds : pair of Build
        The old one and the new one.
    bench : Path
        The file with the workloads.
    seed : int
        Seed of every random order.
    """

    def __init__(self, builds: tuple[Build, Build], bench: Path, seed: int) -> None:
        self._builds, self._bench = builds, bench.resolve()
        self._random = np.random.default_rng(seed)
        self._per_call: dict[str, float] = {}
        self.ledger = Ledger()

    def names(self) -> tuple[list[str], list[str]]:
        """Return all workloads of the bench file, and those of a quick run."""
        old, new = (self._alone(side, "names") for side in (0, 1))
        # A bench file may list what its build offers; only workloads of both are comparable.
        known = [name for name in old["names"] if name in new["names"]]
        if not known:
            raise BadInput(f"bench {self._bench}; it needs a function bench_NAME, or BENCHES")
        return known, [name for name in old["quick"] if name in known]

    def _alone(self, side: int, do: str) -> dict[str, Any]:
        process = self._start(side)
        try:
            reply = process.ask(do)
        finally:
            process.stop()
        return reply

    def load_all(
        self, names: Sequence[str]
    ) -> tuple[dict[str, str], tuple[dict[str, Any], dict[str, Any]]]:
        """Load each workload in both builds; return those left out, with reasons, and versions.

        Raises
        ------
        Crash
            If a workload fails in either build.
        """
        left_out: dict[str, str] = {}
        pair = self._start(0), self._start(1)
        try:
            for name in names:
                seconds = []
                for build, process in zip(self._builds, pair, strict=True):
                    reply = process.ask("load", name=name)
                    if "failed" in reply:
                        raise Crash(f"{name} in {build.label}: {reply['failed']}")
                    if "unsupported" in reply:
                        left_out[name] = f"{build.label}: {reply['unsupported']}"
                        break
                    process.ask("drop", name=name)
                    seconds.append(reply["seconds"])
                else:
                    self._per_call[name] = min(seconds)
            return left_out, (pair[0].ask("facts"), pair[1].ask("facts"))
        finally:
            for process in pair:
                process.stop()

    def run_round(self, names: Sequence[str]) -> None:
        """Measure each of `names` in one round, and enter the times in the ledger."""
        turns = self._turns(names)
        self.ledger.plan(names, _VISITS_PER_TURN * turns)
        # The order of the starts is random, too.
        sides = [int(side) for side in self._random.permutation(2)]
        processes = {side: self._start(side) for side in sides}
        try:
            for name in self._random.permutation(list(names)):
                self._visit(str(name), [processes[0], processes[1]], turns)
        finally:
            for process in processes.values():
                process.stop()

    def _turns(self, names: Sequence[str]) -> int:
        once = _VISITS_PER_TURN * sum(map(self._seconds, names))
        return max(_MIN_TURNS, min(_MAX_TURNS, round(_START_SECONDS / once)))

    def _seconds(self, name: str) -> float:
        """Return the duration of a visit."""
        return max(_MIN_VISIT, min(_CALLS_PER_VISIT * self._per_call[name], _MAX_VISIT))

    def _visit(self, name: str, processes: Sequence[Process], turns: int) -> None:
        first = int(self._random.integers(2))
        order = (first, 1 - first, 1 - first, first)
        for side in order[:2]:
            self._ask(side, processes, "load", name=name)
        per_call, seconds = self._per_call[name], self._seconds(name)
        best = [math.inf, math.inf]
        for side in order * turns:
            reply = self._ask(
                side, processes, "time", name=name, seconds=seconds, per_call=per_call
            )
            best[side] = min(best[side], reply["best"])
            self.ledger.made += 1
        for process in processes:
            process.ask("drop", name=name)
        self.ledger.enter(name, best)

    def _ask(
        self, side: int, processes: Sequence[Process], do: str, **arguments: Any
    ) -> dict[str, Any]:
        reply = processes[side].ask(do, **arguments)
        why = reply.get("failed") or reply.get("unsupported")
        if why:
            raise Crash(f"{arguments['name']} in {self._builds[side].label}: {why}")
        return reply

    def _start(self, side: int) -> Process:
        script = Path(__file__).with_name("worker_process.py")
        command = [str(self._builds[side].python), str(script), str(self._bench), _cpu()]
        return Process(command, calm_environment(), self._bench.parent)


def _cpu() -> str:
    """Return the last usable CPU; most interrupts are handled by the first."""
    usable = os.sched_getaffinity(0) if hasattr(os, "sched_getaffinity") else ()
    return str(max(usable)) if usable else ""
