"""The match: every library runs a workload, is checked, and is timed beside the others."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from polyconv.workloads import Workload

from .libraries import LIBRARIES, Crash, Player
from .summary import Entry, Outcome

__all__ = ["Referee", "Visits"]

# A variant so many times slower than the fastest is timed no further: after its first runs, and
# after a visit. The first runs say little, if another program had the CPU just then.
_HOPELESS_AT_FIRST, _HOPELESS = 40.0, 6.0

# Pools of threads may spin for a moment after a call; nobody is timed while they do.
_CALM = 5e-3


@dataclass(frozen=True)
class Visits:
    """How each variant is timed.

    Attributes
    ----------
    rounds : int
        How often.
    seconds : float
        For how long, each time.
    clock : str
        ``"wall"``, or ``"cpu"`` for the time that the process used.
    """

    rounds: int
    seconds: float
    clock: str


class Referee:
    """Starts the libraries and takes them through workloads.

    Parameters
    ----------
    workers : int
        Threads of each library.
    cpus : tuple of int
        CPUs that all are pinned to.
    visits : Visits
        How each variant is timed.
    folder : Path
        Where results may be left for comparison.
    """

    def __init__(self, workers: int, cpus: tuple[int, ...], visits: Visits, folder: Path) -> None:
        self._workers, self._cpus, self._visits = workers, cpus, visits
        self._reference = folder / "reference.npy"
        self._players: dict[str, Player] = {}
        self._machine: Player | None = None
        self.absent: dict[str, str] = {}

    def start(self) -> dict[str, dict[str, Any]]:
        """Start every library that is installed; versions and thread pools of each."""
        facts = {}
        for library in LIBRARIES:
            try:
                self._players[library] = player = self._new(library)
                facts[library] = player.ask("facts")
            except Crash as crash:
                self._drop(library, str(crash))
        if "polyconv" in self.absent:
            raise Crash(f"polyconv: {self.absent['polyconv']}")
        return facts

    def machine(self) -> dict[str, Any]:
        """Peak and bandwidth, on the CPUs that the libraries get."""
        self._machine = self._new("machine")
        return self._machine.ask("measure", copies=True)

    def stop(self) -> None:
        """End all processes."""
        for player in (*self._players.values(), self._machine):
            if player is not None:
                player.stop()

    def _new(self, library: str) -> Player:
        return Player(library, self._workers, self._cpus)

    def _drop(self, library: str, why: str) -> None:
        self.absent[library] = why
        player = self._players.pop(library, None)
        if player is not None:
            player.stop()

    def _revive(self, library: str) -> None:
        """Replace a process that crashed, so that one workload costs a library only itself."""
        self._players.pop(library).stop()
        self._players[library] = self._new(library)

    def play(self, group: str, workload: Workload, tell: Callable[[str], None]) -> Outcome:
        """One workload of the class `group`; `tell` hears who is at work."""
        outcome = Outcome(group, workload)
        # Nobody shall be held against the workload before, should polyconv fail on this one.
        self._reference.unlink(missing_ok=True)
        for library in tuple(self._players):
            tell(f"{library} loads")
            outcome.entries.extend(self._load(library, workload))
        live = outcome.contenders(_HOPELESS_AT_FIRST)
        for entry in live:
            # The first runs only told the pace; they were not made in turn.
            entry.rounds.clear()
        for number in range(self._visits.rounds):
            live = live if number == 0 else outcome.contenders(_HOPELESS)
            tell(f"round {number + 1} of {self._visits.rounds}")
            if self._machine is not None:
                outcome.saw_peak(self._machine.ask("measure", copies=False))
            for entry in live if number % 2 == 0 else reversed(live):
                self._time(entry)
        return outcome

    def _load(self, library: str, workload: Workload) -> Sequence[Entry]:
        try:
            reply = self._players[library].ask(
                "load", workload=workload.name, reference=str(self._reference)
            )
        except Crash as crash:
            self._revive(library)
            return [Entry(library, "", reason=f"crashed: {crash}")]
        if "reason" in reply:
            return [Entry(library, "", reason=reply["reason"])]
        entries = []
        for variant, told in reply["variants"].items():
            if "reason" in told:
                entries.append(Entry(library, variant, reason=told["reason"]))
                continue
            pace = told["pace"]
            entries.append(
                Entry(
                    library,
                    variant,
                    error=told["error"],
                    wrong=told["wrong"],
                    delivers=told["delivers"],
                    note=told["note"],
                    rounds=[{"best": pace, "median": pace, "runs": 1}],
                )
            )
        return entries

    def _time(self, entry: Entry) -> None:
        if entry.reason is not None:
            return
        time.sleep(_CALM)
        try:
            reply = self._players[entry.library].ask(
                "time",
                variant=entry.variant,
                seconds=self._visits.seconds,
                clock=self._visits.clock,
            )
        except Crash as crash:
            self._revive(entry.library)
            entry.reason = f"crashed: {crash}"
            return
        entry.rounds.append(reply)
