"""Interleaved timing of several calls, so that clock drift affects all of them equally."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

__all__ = ["Sample", "interleave"]

# Shortest run in seconds: shorter calls are repeated within a run, for the clock's resolution.
_MIN_RUN_SECONDS = 100e-6
_MAX_RUNS = 1000


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
    """Time `calls` in turns, for about `budget` seconds in all; each call gets an equal share.

    The next turn goes to the call that has used least of its share, so that runs of slow and fast
    calls are spread over the same time. First an untimed run of each call warms caches and threads,
    and a timed run sets how often the call is repeated; a call that takes longer than its share is
    not run again. `tell` is called before each turn with the index of the call and the used part of
    the budget.
    """
    share = budget / max(1, len(calls))
    repeats: list[int] = []
    times: list[list[float]] = []
    for which, call in enumerate(calls):
        tell(which, 0.0)
        first = _seconds(call, 1)
        once = first if first > share else _seconds(call, 1)
        repeats.append(max(1, min(1000, int(_MIN_RUN_SECONDS / max(once, 1e-7)))))
        times.append([once] if once > share else [])
    spent = [sum(t) for t in times]
    while True:
        waiting = [
            which
            for which, used in enumerate(spent)
            if not times[which] or (used < share and len(times[which]) < _MAX_RUNS)
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
    import statistics  # takes milliseconds, and most processes never measure

    median = statistics.median(times)
    spread = 0.0
    if len(times) > 1:
        low, _, high = statistics.quantiles(times, n=4, method="inclusive")
        spread = (high - low) / median
    return Sample(min(times), median, len(times), spread)
