"""Timing several ways to do one thing, side by side, so that drift strikes all alike."""

import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

__all__ = ["Sample", "interleave"]


@dataclass(frozen=True)
class Sample:
    """Times of one candidate, in seconds per call."""

    best: float
    median: float
    runs: int


def interleave(calls: Sequence[Callable[[], object]], budget: float) -> list[Sample]:
    """Time each of `calls` in rounds, one run each a round, for about `budget` seconds in all.

    A first, untimed run of each warms caches and threads. Short calls repeat within a run, so that
    the clock's resolution does not show.
    """
    repeats = []
    for call in calls:
        call()
        start = time.perf_counter()
        call()
        once = time.perf_counter() - start
        repeats.append(max(1, min(1000, int(100e-6 / max(once, 1e-7)))))
    times: list[list[float]] = [[] for _ in calls]
    deadline = time.perf_counter() + budget
    while not times[0] or time.perf_counter() < deadline:
        for call, repeat, record in zip(calls, repeats, times, strict=True):
            start = time.perf_counter()
            for _ in range(repeat):
                call()
            record.append((time.perf_counter() - start) / repeat)
        if len(times[0]) >= 1000:
            break
    return [Sample(min(t), statistics.median(t), len(t)) for t in times]
