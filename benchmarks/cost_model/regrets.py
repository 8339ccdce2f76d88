"""Regret: the time of the chosen backend relative to that of the fastest eligible one."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

import polyconv
from polyconv import Explanation
from polyconv.workloads import Workload

from .timings import Times

__all__ = ["ChoiceRegret", "RegretFigures", "explained", "figures_of", "regret_of", "worst"]


@dataclass(frozen=True)
class ChoiceRegret:
    """One choice: measured and predicted seconds of the chosen and of the best backend."""

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
        """Time of the chosen backend over the best; 1 if the choice was right."""
        return self.seconds / self.best_seconds


@dataclass(frozen=True)
class RegretFigures:
    """Figures of many choices, for which there are targets."""

    problems: int
    within_10_percent: float
    geometric_mean: float
    worst: float

    def __str__(self) -> str:
        return (
            f"{self.problems} problems: {self.within_10_percent:.1%} within 10 %, "
            f"geometric mean {self.geometric_mean:.3f}, worst {self.worst:.2f}"
        )


def figures_of(choices: Sequence[ChoiceRegret]) -> RegretFigures:
    """Return the figures of many choices."""
    regrets = np.array([choice.regret for choice in choices])
    return RegretFigures(
        len(regrets),
        float(np.mean(regrets <= 1.1)),
        float(np.exp(np.mean(np.log(regrets)))),
        float(regrets.max()),
    )


def explained(row: Workload, workers: int, *, prepared: bool) -> Explanation:
    """Return polyconv's explanation of a problem, asked with its weights and an input of zeros."""
    x, w = np.broadcast_to(np.zeros((), row.dtype), row.x_shape), row.arrays()[1]
    with polyconv.set_workers(workers):
        return polyconv.explain(x, w, prepared=prepared, **row.options)


def regret_of(
    row: Workload,
    report: Explanation,
    times: dict[str, Times],
    *,
    prepared: bool,
    chosen: str | None = None,
) -> ChoiceRegret | None:
    """Return the regret of the choice in `report`, or of `chosen`.

    None if fewer than two eligible backends were timed, or the chosen one was not.
    """
    eligible = {c.backend: c for c in report.candidates if c.reason is None and c.backend in times}
    spent = {name: times[name].call if prepared else times[name].plain for name in eligible}
    predicted = {
        name: (c.predicted or 0.0) + (0.0 if prepared else c.prepare or 0.0)
        for name, c in eligible.items()
    }
    if chosen is None:
        chosen = report.choice.backend
    if len(spent) < 2 or chosen not in spent:
        return None
    best = min(spent, key=lambda backend: spent[backend])
    return ChoiceRegret(
        row.name,
        report.problem,
        chosen,
        best,
        spent[chosen],
        spent[best],
        predicted[chosen],
        predicted[best],
    )


def worst(choices: Iterable[ChoiceRegret], number: int) -> list[ChoiceRegret]:
    """Return the choices with the largest regrets."""
    return sorted(choices, key=lambda choice: -choice.regret)[:number]
