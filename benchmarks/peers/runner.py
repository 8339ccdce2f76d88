"""The runner: every library loads a workload, is checked, and is timed in turn with the others."""

import time
from collections.abc import Callable, Collection
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from polyconv.workloads import Workload

from .libraries import HELD_TO_AVX2, LIBRARIES, Crash, LibraryProcess
from .summary import Summary, TimedVariant

__all__ = ["Runner", "Visits"]

# Variants slower than the fastest by these factors are not timed further: after the calls made
# while loading, and after a round. The first factor is large because another program may have had
# the CPU during those calls.
_MAX_RATIO_LOADED, _MAX_RATIO = 40.0, 6.0

# Seconds between two libraries: their thread pools may spin for a moment after a call.
_PAUSE = 5e-3


@dataclass(frozen=True)
class Visits:
    """The number and length of the timings of each variant.

    Attributes
    ----------
    rounds : int
        Number of visits.
    seconds : float
        Duration of a visit.
    clock : str
        ``"wall"``, or ``"cpu"`` for the CPU time of the process.
    """

    rounds: int
    seconds: float
    clock: str


class Runner:
    """Starts the libraries and takes them through workloads.

    Parameters
    ----------
    workers : int
        Threads of each library.
    cpus : tuple of int
        CPUs that all processes are pinned to.
    visits : Visits
        Number and length of the timings of each variant.
    folder : Path
        A scratch folder for the arrays of the workload at hand.
    isa : str or None
        ``"v3"`` times only libraries that can be held to AVX2; None times all.
    peers : collection of str or None
        The libraries that are timed beside polyconv; None times all.
    """

    def __init__(
        self,
        workers: int,
        cpus: tuple[int, ...],
        visits: Visits,
        folder: Path,
        isa: str | None = None,
        peers: Collection[str] | None = None,
    ) -> None:
        self._workers, self._cpus, self._visits, self._isa = workers, cpus, visits, isa
        self._peers = peers
        self._folder = folder
        self._processes: dict[str, LibraryProcess] = {}
        self._machine: LibraryProcess | None = None
        self.absent: dict[str, str] = {}

    def start(self) -> dict[str, dict[str, Any]]:
        """Start every installed library; return the versions and thread pools of each."""
        facts = {}
        for library in LIBRARIES:
            if self._peers is not None and library not in {"polyconv", *self._peers}:
                continue
            if self._isa is not None and library not in HELD_TO_AVX2:
                self.absent[library] = "cannot be held to AVX2"
                continue
            try:
                self._processes[library] = process = self._new(library)
                facts[library] = process.ask("facts")
            except Crash as crash:
                self._drop(library, str(crash))
        if "polyconv" in self.absent:
            raise Crash(f"polyconv: {self.absent['polyconv']}")
        return facts

    def machine(self) -> dict[str, Any]:
        """Measure peak and bandwidth, on the CPUs of the libraries."""
        self._machine = self._new("machine")
        return self._machine.ask("measure", copies=True)

    def stop(self) -> None:
        """End all processes."""
        for process in (*self._processes.values(), self._machine):
            if process is not None:
                process.stop()

    def _new(self, library: str) -> LibraryProcess:
        return LibraryProcess(library, self._workers, self._cpus, self._isa)

    def _drop(self, library: str, why: str) -> None:
        self.absent[library] = why
        process = self._processes.pop(library, None)
        if process is not None:
            process.stop()

    def _restart(self, library: str) -> None:
        """Replace a process that crashed, so that the library can run the next workload."""
        self._processes.pop(library).stop()
        self._processes[library] = self._new(library)

    def run(self, problem_class: str, workload: Workload, tell: Callable[[str], None]) -> Summary:
        """Time all libraries on one workload of a class; `tell` receives the progress."""
        summary = Summary(problem_class, workload)
        self._save_arrays(workload)
        for library in tuple(self._processes):
            tell(f"{library} loads")
            summary.variants.extend(self._load(library, workload))
        live = summary.within(_MAX_RATIO_LOADED)
        for variant in live:
            # Times of the calls made while loading only select; they were not taken in turn.
            variant.rounds.clear()
        for number in range(self._visits.rounds):
            live = live if number == 0 else summary.within(_MAX_RATIO)
            tell(f"round {number + 1} of {self._visits.rounds}")
            if self._machine is not None:
                summary.note_peak(self._machine.ask("measure", copies=False))
            for variant in live if number % 2 == 0 else reversed(live):
                self._time(variant, summary)
        return summary

    def _save_arrays(self, workload: Workload) -> None:
        """Write `x` and `w` for the worker processes, which do not import polyconv."""
        for name, array in zip(("x", "w"), workload.arrays(), strict=True):
            np.save(self._folder / f"{name}.npy", array)
        # If polyconv fails on this workload, no library may be compared with the one before.
        (self._folder / "reference.npy").unlink(missing_ok=True)

    def _load(
        self, library: str, workload: Workload, left_out: Collection[str] = ()
    ) -> list[TimedVariant]:
        """Load and check the variants of a library, but for those that are `left_out`.

        A variant that ends the process is named; the others are then loaded anew without it.
        """
        crashed: list[TimedVariant] = []
        while True:
            name = ""  # of the variant at hand; none while the arrays are loaded
            ask = self._processes[library].ask
            try:
                reply = ask(
                    "load",
                    options=workload.options,
                    operation=workload.operation,
                    folder=str(self._folder),
                )
                if "reason" in reply:
                    return [*crashed, TimedVariant(library, "", reason=reply["reason"])]
                skipped = {*left_out, *(variant.name for variant in crashed)}
                loaded = []
                for name in reply["variants"]:
                    if name not in skipped:
                        loaded.append(_checked(library, name, ask("prepare", variant=name)))
                return [*loaded, *crashed]
            except Crash as crash:
                self._restart(library)
                crashed.append(TimedVariant(library, name, reason=f"crashed: {crash}"))
                if not name:
                    return crashed

    def _time(self, variant: TimedVariant, summary: Summary) -> None:
        """Time a variant once more; if it ends the process, load the library's others anew."""
        if variant.reason is not None or variant.wrong is not None:
            return
        time.sleep(_PAUSE)
        try:
            reply = self._processes[variant.library].ask(
                "time",
                variant=variant.name,
                seconds=self._visits.seconds,
                clock=self._visits.clock,
            )
        except Crash as crash:
            self._restart(variant.library)
            variant.reason = f"crashed: {crash}"
            self._reload(variant.library, summary)
            return
        variant.wrong = reply.pop("wrong")
        variant.rounds.append(reply)

    def _reload(self, library: str, summary: Summary) -> None:
        """Load the variants of a library again that are neither wrong nor refused."""
        variants = {v.name: v for v in summary.variants if v.library == library}
        refused = [name for name, v in variants.items() if v.reason or v.wrong]
        again = {v.name: v for v in self._load(library, summary.workload, refused)}
        for name in variants.keys() - refused:
            loaded = again[name] if name in again else again[""]
            variants[name].reason, variants[name].wrong = loaded.reason, loaded.wrong


def _checked(library: str, name: str, reply: dict[str, Any]) -> TimedVariant:
    """Return the variant that a worker process has prepared; wrong ones have no time."""
    if "reason" in reply:
        return TimedVariant(library, name, reason=reply["reason"])
    seconds = reply.pop("seconds")
    rounds = [] if seconds is None else [{"best": seconds, "median": seconds, "runs": 1}]
    return TimedVariant(library, name, rounds=rounds, **reply)
