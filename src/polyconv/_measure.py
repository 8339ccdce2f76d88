"""Timing several ways to do one thing, side by side, so that drift strikes all alike."""

import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

__all__ = ["Sample", "interleave"]

# Short calls repeat until one run takes so long, for the sake of the clock's resolution.
_RUN = 100e-6
_MOST_RUNS = 1000


@dataclass(frozen=True)
class Sample:
    """Times of one candidate, in seconds per call.

    `spread` is the distance between the quartiles, as a part of the median.
    """

    best: float
    median: float
    runs: int
    spread: float = 0.0


def interleave(
    calls: Sequence[Callable[[], object]],
    budget: float,
    tell: Callable[[int, float], None] = lambda which, done: None,
) -> list[Sample]:
    """Time `calls` in turns, for about `budget` seconds in all, of which each gets the same share.

    The next turn is always that of the one that has used least of its share, so that the runs of
    slow and fast ones are spread over the same time. Before, an untimed run of each warms caches
    and threads, and another tells how long it takes; that is all for one that takes longer than its
    share. `tell` is called before each turn with the number of the call, and with the part of the
    budget that is used up.
    """
    share = budget / max(1, len(calls))
    repeats: list[int] = []
    times: list[list[float]] = []
    for which, call in enumerate(calls):
        tell(which, 0.0)
        first = _seconds(call, 1)
        once = first if first > share else _seconds(call, 1)
        repeats.append(max(1, min(1000, int(_RUN / max(once, 1e-7)))))
        times.append([once] if once > share else [])
    spent = [sum(t) for t in times]
    while True:
        waiting = [
            which
            for which, used in enumerate(spent)
            if not times[which] or (used < share and len(times[which]) < _MOST_RUNS)
        ]
        if not waiting:
            return [_sample(t) for t in times]
        which = min(waiting, key=spent.__getitem__)
        tell(which, min(1.0, sum(spent) / budget))
        seconds = _seconds(calls[which], repeats[which])
        spent[which] += seconds
        times[which].append(seconds / repeats[which])


def _seconds(call: Callable[[], object], repeat: int) -> float:
    start = time.perf_counter()
    for _ in range(repeat):
        call()
    return time.perf_counter() - start


def _sample(times: list[float]) -> Sample:
    median = statistics.median(times)
    spread = 0.0
    if len(times) > 1:
        low, _, high = statistics.quantiles(times, n=4, method="inclusive")
        spread = (high - low) / median
    return Sample(min(times), median, len(times), spread)
