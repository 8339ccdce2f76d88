"""Regret: what was chosen beside what would have been best."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

import polyconv
from polyconv import Explanation
from polyconv.workloads import Workload

from .timings import Times

__all__ = ["Judged", "Summary", "judge", "standing", "summary", "worst"]


@dataclass(frozen=True)
class Judged:
    """One choice: seconds that chosen and best took, and what the model had predicted."""

    name: str
    problem: str
    chosen: str
    best: str
    seconds: float
    best_seconds: float
    predicted: float
    best_predicted: float

    @property
    def regret(self) -> float:
        """1 if the choice was right."""
        return self.seconds / self.best_seconds


@dataclass(frozen=True)
class Summary:
    """What the targets are set for."""

    problems: int
    within_10_percent: float
    geometric_mean: float
    worst: float

    def __str__(self) -> str:
        return (
            f"{self.problems} problems: {self.within_10_percent:.1%} within 10 %, "
            f"geometric mean {self.geometric_mean:.3f}, worst {self.worst:.2f}"
        )


def summary(judged: Sequence[Judged]) -> Summary:
    """The figures of many choices."""
    regrets = np.array([one.regret for one in judged])
    return Summary(
        len(regrets),
        float(np.mean(regrets <= 1.1)),
        float(np.exp(np.mean(np.log(regrets)))),
        float(regrets.max()),
    )


def standing(row: Workload, workers: int, *, prepared: bool) -> Explanation:
    """What polyconv says of its backends for a problem; arrays of one element stand for its own."""
    x, w = (np.broadcast_to(np.zeros((), row.dtype), shape) for shape in (row.x_shape, row.w_shape))
    with polyconv.set_workers(workers):
        return polyconv.explain(x, w, prepared=prepared, **row.options)


def judge(
    row: Workload,
    report: Explanation,
    times: dict[str, Times],
    *,
    prepared: bool,
    chosen: str | None = None,
) -> Judged | None:
    """The choice in `report`, or one that was made otherwise; None if there was none to make."""
    eligible = {c.backend: c for c in report.candidates if c.reason is None and c.backend in times}
    spent = {
        name: times[name].call + (0.0 if prepared else times[name].prepare) for name in eligible
    }
    predicted = {
        name: (c.predicted or 0.0) + (0.0 if prepared else c.prepare or 0.0)
        for name, c in eligible.items()
    }
    if chosen is None:
        chosen = report.choice.backend
    if len(spent) < 2 or chosen not in spent:
        return None
    best = min(spent, key=lambda backend: spent[backend])
    return Judged(
        row.name,
        report.problem,
        chosen,
        best,
        spent[chosen],
        spent[best],
        predicted[chosen],
        predicted[best],
    )


def worst(judged: Iterable[Judged], number: int) -> list[Judged]:
    """The choices that cost most, as a factor."""
    return sorted(judged, key=lambda one: -one.regret)[:number]
