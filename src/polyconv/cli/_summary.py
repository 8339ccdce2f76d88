"""Summary of a race: wins per backend, the regret of auto, and disagreements."""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from ._doors import DoorTimes
from ._result import Contest, RaceResult

__all__ = ["Disagreement", "RaceSummary", "summarise"]


@dataclass(frozen=True)
class Disagreement:
    """A backend that gave a wrong result, or none where it should have."""

    workload: str
    backend: str
    text: str


@dataclass(frozen=True)
class RaceSummary:
    """The outcome of a race.

    Attributes
    ----------
    raced, total : int
        Workloads finished, and how many there were to be.
    seconds : float
        Duration.
    interrupted : bool
        True if the user ended it.
    wins : dict
        Number of workloads on which each backend was the fastest.
    regret : float or None
        Geometric mean of the time of auto's pick over that of the fastest eligible backend.
    misses : int
        Workloads on which auto's pick was clearly not the fastest.
    compared : int
        Results that were checked.
    disagreements : tuple of Disagreement
        Those that failed the check.
    """

    raced: int
    total: int
    seconds: float
    interrupted: bool
    wins: dict[str, int]
    regret: float | None
    misses: int
    compared: int
    disagreements: tuple[Disagreement, ...]


def summarise(
    contests: Sequence[Contest],
    doors: Sequence[DoorTimes],
    *,
    total: int,
    seconds: float,
    interrupted: bool,
) -> RaceSummary:
    """Count and average."""
    wins = Counter(c.fastest.backend for c in contests if c.fastest is not None)
    factors = [c.auto_factor for c in contests if c.auto_factor is not None]
    wrong = [
        Disagreement(c.workload.name, r.backend, _complaint(r))
        for c in contests
        for r in c.results
        if r.status in ("disagrees", "failed")
    ]
    wrong += [
        Disagreement(
            "doors", each.function, f"relative difference {each.difference:.2g} from SciPy's result"
        )
        for each in doors
        if not each.agrees
    ]
    return RaceSummary(
        raced=len(contests),
        total=total,
        seconds=seconds,
        interrupted=interrupted,
        wins=dict(wins.most_common()),
        regret=math.exp(sum(map(math.log, factors)) / len(factors)) if factors else None,
        misses=sum(c.auto_missed for c in contests),
        compared=sum(r.status != "unsupported" for c in contests for r in c.results) + len(doors),
        disagreements=tuple(wrong),
    )


def _complaint(result: RaceResult) -> str:
    worst = result.worst
    if result.failed or worst is None:
        return str(result.reason)
    on = "the problem" if worst.on == "problem" else "its scaled-down copy"
    return (
        f"error {worst.error:.2g} x max|x| sum|w|, bound {worst.bound:.2g} "
        f"({worst.outputs} outputs of {on} checked)"
    )
