"""Timing: the fastest of several batches of calls."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

__all__ = ["Workload", "fastest", "warm_up"]

# Seconds of a batch of calls that is timed as one, so that the clock's resolution does not show.
_MIN_BATCH = 100e-6

# Seconds of calls, at least two, before the first visit: they fill caches and raise the clock rate.
_WARM_UP = 10e-3

# Minimum number of batches in a visit of a short call, after one call that refills the caches. For
# calls of at least `_MAX_REPEATED_SECONDS` seconds, refilling takes a small part of their time, so
# one batch is enough.
_MIN_BATCHES = 3
_MAX_REPEATED_SECONDS = 50e-3


@dataclass
class Workload:
    """A call, ready to be timed.

    Attributes
    ----------
    call : callable
        The timed function, without arguments.
    before : callable, optional
        Makes the next batch ready; not timed. Without it, calls may follow each other at once.
    number : int
        Calls of a batch; 0 for the number that the clock's resolution needs.
    clock : callable, optional
        Returns seconds; by default `time.perf_counter`.
    """

    call: Callable[[], Any]
    before: Callable[[], Any] | None = None
    number: int = 0
    clock: Callable[[], float] | None = None

    def batch(self, calls: int) -> float:
        """Return the seconds of a call in one batch."""
        if self.before is not None:
            self.before()
        clock, call = self.clock or time.perf_counter, self.call
        repeats = range(calls)
        start = clock()
        for _ in repeats:
            call()
        return (clock() - start) / calls


def warm_up(workload: Workload) -> float:
    """Call a workload a few times; return the seconds of the fastest call."""
    seconds: list[float] = []
    deadline = time.perf_counter() + _WARM_UP
    while len(seconds) < 2 or time.perf_counter() < deadline:
        seconds.append(workload.batch(workload.number or 1))
    return min(seconds)


def fastest(workload: Workload, seconds: float, per_call: float) -> tuple[float, int]:
    """Time batches of calls for about `seconds`.

    Parameters
    ----------
    workload : Workload
        The timed function.
    seconds : float
        Duration of all batches together, with what makes them ready.
    per_call : float
        Approximate seconds of a call, which decide the calls per batch.

    Returns
    -------
    tuple
        Seconds of a call in the fastest batch, and the number of batches.
    """
    calls = workload.number or max(1, int(_MIN_BATCH / max(per_call, 1e-7)))
    fewest = 1
    if workload.before is None and per_call < _MAX_REPEATED_SECONDS:
        fewest = _MIN_BATCHES
        workload.call()
    best, runs, deadline = float("inf"), 0, time.perf_counter() + seconds
    while runs < fewest or time.perf_counter() < deadline:
        best = min(best, workload.batch(calls))
        runs += 1
    return best, runs
