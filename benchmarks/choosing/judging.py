"""Regret: what was chosen beside what would have been best."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from polyconv import Problem, wisdom
from polyconv._model import predict, predict_prepare
from polyconv._select import decide, eligible

from .timings import Times

__all__ = ["Judged", "Summary", "judge_cold", "judge_warm", "summary", "worst"]


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


def judge_cold(
    name: str, problem: Problem, times: dict[str, Times], *, prepared: bool
) -> Judged | None:
    """The model's choice, without any wisdom; None if there was nothing to choose from."""
    wisdom.forget_wisdom()
    chosen = decide(problem, prepared=prepared).backend
    return _judge(
        name, problem, _spent(problem, times, prepared=prepared), chosen, prepared=prepared
    )


def judge_warm(name: str, problem: Problem, times: dict[str, Times], chosen: str) -> Judged | None:
    """What was `chosen` after `find`, judged by `times` that were measured apart."""
    return _judge(name, problem, _spent(problem, times, prepared=True), chosen, prepared=True)


def _judge(
    name: str, problem: Problem, spent: dict[str, float], chosen: str, *, prepared: bool
) -> Judged | None:
    if len(spent) < 2 or chosen not in spent:
        return None
    best = min(spent, key=lambda backend: spent[backend])
    return Judged(
        name,
        str(problem),
        chosen,
        best,
        spent[chosen],
        spent[best],
        _predicted(problem, chosen, prepared=prepared),
        _predicted(problem, best, prepared=prepared),
    )


def _spent(problem: Problem, times: dict[str, Times], *, prepared: bool) -> dict[str, float]:
    """Seconds of each backend that may answer and was timed."""
    names = [backend.name for backend in eligible(problem)]
    return {
        name: times[name].call + (0.0 if prepared else times[name].prepare)
        for name in names
        if name in times
    }


def _predicted(problem: Problem, name: str, *, prepared: bool) -> float:
    backend = next(b for b in eligible(problem) if b.name == name)
    seconds = predict(backend, problem)
    return seconds if prepared else seconds + predict_prepare(backend, problem)


def worst(judged: Iterable[Judged], number: int) -> list[Judged]:
    """The choices that cost most, as a factor."""
    return sorted(judged, key=lambda one: -one.regret)[:number]
