"""Takes cases through a worker process, which it gives up where a call does not end."""

import subprocess
import sys
from pathlib import Path
from typing import Any

from abgate.process import Crash, Process, calm_environment

from .families import cases
from .summary import MIN_RATIO, OURS, CaseSummary

__all__ = ["CliffRunner", "environment"]

_ROOT = Path(__file__).parents[2]

# Number of processes for each first call; the fastest one counts.
_FIRST_CALLS = 3
# Cases below the target are measured once more, for this multiple of the time.
_AGAIN = 2.0


def environment() -> dict[str, str]:
    """Return the environment of worker processes: one thread in every library."""
    threads = ("OMP_NUM_THREADS", "MKL_NUM_THREADS", "OPENBLAS_NUM_THREADS")
    kept = {name: value for name, value in calm_environment().items() if "POLYCONV" not in name}
    return {**kept, **dict.fromkeys(threads, "1")}


class CliffRunner:
    """One worker process at a time.

    Parameters
    ----------
    cpu : int
        CPU that it is pinned to.
    limit : float
        Seconds after which a call, or the alternatives together, are given up.
    """

    def __init__(self, cpu: int, limit: float) -> None:
        self._cpu, self._limit = cpu, limit
        self._process: Process | None = None
        self._spent = self._before = 0.0

    @property
    def spent(self) -> float:
        """CPU seconds of all worker processes since `start_family`."""
        return self._before + self._spent

    def start_family(self) -> None:
        """Use a new process, so that no family meets shapes and memory of another."""
        self.stop()
        self._before = 0.0

    def facts(self) -> dict[str, Any]:
        """Return the machine and the versions of all libraries."""
        return self._ask("facts")

    def run(self, family: str, number: int, seconds: float) -> CaseSummary:
        """Measure one case, for about `seconds`."""
        case = cases(family)[number]
        summary = CaseSummary(str(case))
        try:
            _note(summary, self._ask("alternatives", family=family, number=number))
        except Crash as crash:
            summary.failure = f"alternatives: {crash}"
            return summary
        try:
            reply = self._ask("ours")
            summary.backend = reply["backend"]
            _note(summary, reply)
            if case.call == "first_call":
                self._first_calls(summary, family, number)
                return summary
            _note(summary, self._ask("time", seconds=seconds))
            if summary.ratio is not None and summary.ratio < MIN_RATIO:
                _note(summary, self._ask("time", seconds=_AGAIN * seconds))
        except Crash as crash:
            summary.failure = str(crash)
            if summary.seconds is None and "no reply" in summary.failure:
                summary.seconds = self._limit
        return summary

    def _first_calls(self, summary: CaseSummary, family: str, number: int) -> None:
        """Replace times by those of first calls, each in a process of its own."""
        script = [sys.executable, "-m", f"{__package__}.first_call", family, str(number)]
        best = dict.fromkeys((OURS, *summary.alternatives), float("inf"))
        for _ in range(_FIRST_CALLS):
            for name in best:
                done = subprocess.run(
                    [*script, name],
                    cwd=_ROOT,
                    env=environment(),
                    check=True,
                    capture_output=True,
                    text=True,
                    timeout=self._limit,
                )
                best[name] = min(best[name], float(done.stdout))
        summary.seconds = best.pop(OURS)
        summary.alternatives = best
        summary.libraries = {name: best[name] for name in summary.libraries}

    def check(self, family: str, number: int, results: bool) -> dict[str, Any]:
        """Return what is wrong with memory and results; see `memory.check`."""
        return self._ask("check", family=family, number=number, results=results)

    def stop(self) -> None:
        """End the process; the next request starts another."""
        if self._process is not None:
            self._process.stop()
            self._process = None
            self._before, self._spent = self.spent, 0.0

    def _ask(self, do: str, **arguments: Any) -> dict[str, Any]:
        if self._process is None:
            command = [sys.executable, "-m", f"{__package__}.worker_process", str(self._cpu)]
            self._process = Process(command, environment(), _ROOT, self._limit)
        try:
            reply = self._process.ask(do, **arguments)
            self._spent = reply.pop("spent")
            return reply
        except Crash:
            # A call that was given up has taken about the limit.
            self._before += self._limit
            self.stop()
            raise


def _note(summary: CaseSummary, reply: dict[str, Any]) -> None:
    for name in ("seconds", "alternatives", "libraries", "wrong"):
        setattr(summary, name, reply[name])
