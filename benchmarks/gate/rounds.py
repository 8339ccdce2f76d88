"""The measuring: rounds of fresh processes that are visited in turn, old new new old.

In each round either build gets a process of its own, so that what chance gives a process (where its
arrays lie, above all) is drawn anew. Both are pinned to the same CPU and sleep while they are not
asked. Workloads come in shuffled order; each is visited A B B A or B A A B, by chance, within
fractions of a second and several times over, so that drift strikes both alike. Of all visits to a
build the fastest call counts: noise only adds. The round's number is the logarithm of new over old.
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

# A visit takes so long; longer, to hold so many calls, but no longer than the third allows.
_VISIT, _CALLS, _LONG_VISIT = 10e-3, 10, 50e-3

# Visits in turn, A B B A, are repeated so often that a round's visits take about as long as the
# start of its processes does, but within these limits.
_TURN = 4
_START, _LEAST_TURNS, _MOST_TURNS = 0.8, 2, 8


class Miscounted(Exception):
    """There are not as many measurements as were planned."""


@dataclass
class Ledger:
    """What was planned and what was measured, counted apart from each other.

    Attributes
    ----------
    times : dict
        For each workload a pair of lists, old and new: seconds of the fastest call in each round.
    planned : int
        Visits that the rounds were to make.
    made : int
        Visits that gave a time.
    """

    times: dict[str, tuple[list[float], list[float]]] = field(default_factory=dict)
    rounds: dict[str, int] = field(default_factory=dict)
    planned: int = 0
    made: int = 0

    def plan(self, names: Sequence[str], visits: int) -> None:
        """One more round of each of `names` is to come, with so many visits to each."""
        self.planned += visits * len(names)
        for name in names:
            self.rounds[name] = self.rounds.get(name, 0) + 1

    def enter(self, name: str, best: Sequence[float]) -> None:
        """The fastest calls of the old and of the new build in one round."""
        for times, seconds in zip(self.times.setdefault(name, ([], [])), best, strict=True):
            times.append(seconds)

    def ratios(self, name: str) -> NDArray[np.float64]:
        """Logarithms of new over old, one a round."""
        old, new = self.times[name]
        return np.log(new) - np.log(old)

    def check(self) -> None:
        """Stop if a measurement is missing, doubled, or no time.

        Raises
        ------
        Miscounted
            With both numbers.
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
        Of the order of everything.
    """

    def __init__(self, builds: tuple[Build, Build], bench: Path, seed: int) -> None:
        self._builds, self._bench = builds, bench.resolve()
        self._random = np.random.default_rng(seed)
        self._paces: dict[str, float] = {}
        self.ledger = Ledger()

    def names(self) -> tuple[list[str], list[str]]:
        """All workloads of the bench file, and the few of a quick run."""
        old, new = (self._alone(side, "names") for side in (0, 1))
        # A bench file may ask the build what it has: what only one build lists is not comparable.
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

    def rehearse(
        self, names: Sequence[str]
    ) -> tuple[dict[str, str], tuple[dict[str, Any], dict[str, Any]]]:
        """Load each workload in both builds once: why some cannot be compared, and facts.

        Raises
        ------
        Crash
            If a workload breaks in either build.
        """
        left_out: dict[str, str] = {}
        pair = self._start(0), self._start(1)
        try:
            for name in names:
                paces = []
                for build, process in zip(self._builds, pair, strict=True):
                    reply = process.ask("load", name=name)
                    if "broken" in reply:
                        raise Crash(f"{name} in {build.label}: {reply['broken']}")
                    if "unsupported" in reply:
                        left_out[name] = f"{build.label}: {reply['unsupported']}"
                        break
                    process.ask("drop", name=name)
                    paces.append(reply["pace"])
                else:
                    self._paces[name] = min(paces)
            return left_out, (pair[0].ask("facts"), pair[1].ask("facts"))
        finally:
            for process in pair:
                process.stop()

    def play(self, names: Sequence[str]) -> None:
        """One round; what it gives goes to the ledger."""
        turns = self._turns(names)
        self.ledger.plan(names, _TURN * turns)
        # Whoever starts first is drawn, too.
        sides = [int(side) for side in self._random.permutation(2)]
        processes = {side: self._start(side) for side in sides}
        try:
            for name in self._random.permutation(list(names)):
                self._visit(str(name), [processes[0], processes[1]], turns)
        finally:
            for process in processes.values():
                process.stop()

    def _turns(self, names: Sequence[str]) -> int:
        once = _TURN * sum(map(self._seconds, names))
        return max(_LEAST_TURNS, min(_MOST_TURNS, round(_START / once)))

    def _seconds(self, name: str) -> float:
        """Of a visit."""
        return max(_VISIT, min(_CALLS * self._paces[name], _LONG_VISIT))

    def _visit(self, name: str, processes: Sequence[Process], turns: int) -> None:
        first = int(self._random.integers(2))
        order = (first, 1 - first, 1 - first, first)
        for side in order[:2]:
            self._ask(side, processes, "load", name=name)
        pace, seconds = self._paces[name], self._seconds(name)
        best = [math.inf, math.inf]
        for side in order * turns:
            told = self._ask(side, processes, "time", name=name, seconds=seconds, pace=pace)
            best[side] = min(best[side], told["best"])
            self.ledger.made += 1
        for process in processes:
            process.ask("drop", name=name)
        self.ledger.enter(name, best)

    def _ask(self, side: int, processes: Sequence[Process], do: str, **what: Any) -> dict[str, Any]:
        reply = processes[side].ask(do, **what)
        why = reply.get("broken") or reply.get("unsupported")
        if why:
            raise Crash(f"{what['name']} in {self._builds[side].label}: {why}")
        return reply

    def _start(self, side: int) -> Process:
        script = Path(__file__).with_name("worker_process.py")
        command = [str(self._builds[side].python), str(script), str(self._bench), _cpu()]
        return Process(command, calm_environment(), self._bench.parent)


def _cpu() -> str:
    """The last usable CPU: the first is the one that interrupts like best."""
    usable = os.sched_getaffinity(0) if hasattr(os, "sched_getaffinity") else ()
    return str(max(usable)) if usable else ""
