"""Solving for the rates of the cost model, and how wrong it is on what it has not seen.

The rates are those that make predictions least wrong, as the sum of squares of log(predicted /
measured), where errors beyond 35 % count with their absolute value only. Two things keep them from
following noise. Weights are drawn towards zero, so that a trait has to earn its place; and the
rates of one way of a backend are drawn towards those of all its ways together. How wrong the
predictions are on problems that were not fitted is found by leaving out each fifth of the problems
in turn.

Among several predictions the lowest is taken, which is the more often too low the less sure a
backend's are. `caution` finds by how much such a backend is better predicted too slow.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import least_squares
from threadpoolctl import threadpool_limits

from polyconv import Problem, _model
from polyconv._select import MARGIN

from .timings import Times

__all__ = [
    "Fitted",
    "Samples",
    "caution",
    "cross_validated",
    "fit",
    "residuals_of",
    "rows_of",
    "samples_of",
]

Array = NDArray[np.float64]

# Ways with fewer problems than this have the rates of their backend.
_FEW = 25
# How strongly logarithms of rates and weights are drawn to where they start, in units of the log of
# one prediction: those of a backend, and those of its ways towards the backend's.
_RATE_PULL, _WEIGHT_PULL, _WAY_PULL = 0.05, 0.15, 0.2
_OUTLIER = 0.3
# Twice as many threads make work shorter by this at least, as a logarithm.
_LEAST_GAIN = -0.1
_FOLDS = 5
# How many times too slow a backend may be predicted for caution's sake.
_CAUTIONS = (1.0, 1.05, 1.1, 1.15, 1.2)
# Where seconds per call and team start, and those per count.
_START = (5e-6, 5e-6)
_START_RATES = {
    "flops": 1e-11,
    "bytes": 2e-11,
    "beyond_l2": 2e-11,
    "beyond_l3": 5e-11,
    "outputs": 1e-11,
    "outputs_half": 1e-10,
    "outputs_last": 1e-10,
    "planes": 1e-9,
    "packed": 2e-11,
    "gathered": 1e-10,
    "runs": 5e-9,
    "runs_bordered": 5e-9,
    "pieces": 1e-7,
    "piece_terms": 1e-10,
    "prepared": 1e-10,
    "weights": 1e-10,
    "filters": 1e-8,
}


@dataclass(frozen=True)
class Samples:
    """What is fitted for one backend: a row for each problem, and what it measured."""

    counts: Array
    traits: Array
    teams: NDArray[np.bool_]
    ways: NDArray[np.str_]
    measured: Array

    def __getitem__(self, which: NDArray[Any]) -> "Samples":
        return Samples(
            self.counts[which],
            self.traits[which],
            self.teams[which],
            self.ways[which],
            self.measured[which],
        )

    def __len__(self) -> int:
        return len(self.measured)

    def with_slower_flops(self, factor: float) -> "Samples":
        """The same problems with operations counted so many times."""
        counts = self.counts.copy()
        counts[:, 0] *= factor
        return replace(self, counts=counts)


@dataclass(frozen=True)
class Fitted:
    """Logarithms of call, team and rates, then weights: for all ways (``""``) and for each."""

    ways: dict[str, Array]

    def predict(self, samples: Samples) -> Array:
        """Logarithms of the predicted seconds."""
        predicted = np.empty(len(samples))
        for way in np.unique(samples.ways):
            mine = samples.ways == way
            parameters = self.ways.get(str(way), self.ways[""])
            predicted[mine] = np.log(np.sum(_terms(parameters, samples[mine]), axis=0))
        return predicted


def fit(samples: Samples, names: Sequence[str]) -> Fitted:
    """The rates of a backend for the counts called `names`: of all its ways, then of each."""
    number = samples.traits.shape[1]
    rates = [_START_RATES[name] for name in names]
    start = np.concatenate([np.log([*_START, *rates]), np.zeros(number)])
    first = len(start) - number
    start[first + _model.TRAITS.index("workers")] = -0.7
    pull = np.full(len(start), _WEIGHT_PULL)
    pull[:first] = _RATE_PULL
    together = _solve(samples, start, pull)
    ways = {"": together}
    for way in np.unique(samples.ways):
        mine = samples.ways == way
        if _FEW <= mine.sum() < len(samples):
            ways[str(way)] = _solve(samples[mine], together, np.full(len(start), _WAY_PULL))
    return Fitted(ways)


def _terms(parameters: Array, samples: Samples) -> tuple[Array, ...]:
    """The parts of the predicted seconds: call, team, and one for each count."""
    number = samples.counts.shape[1]
    # Steps that a search tries may be so long that they overflow; no rate is off by e**20.
    factor = np.exp(np.clip(samples.traits @ parameters[2 + number :], -20.0, 20.0))
    work = samples.counts * np.exp(parameters[2 : 2 + number]) * factor[:, None]
    call = np.full(len(samples), np.exp(parameters[0]))
    return call, np.exp(parameters[1]) * samples.teams, *work.T


def _solve(samples: Samples, start: Array, pull: Array) -> Array:
    logs = np.log(samples.measured)
    number = samples.counts.shape[1]

    def residuals(parameters: Array) -> Array:
        predicted = np.log(np.sum(_terms(parameters, samples), axis=0))
        return np.concatenate([predicted - logs, pull * (parameters - start)])

    def jacobian(parameters: Array) -> Array:
        terms = np.array(_terms(parameters, samples))
        shares = (terms / terms.sum(axis=0)).T
        work = shares[:, 2 : 2 + number].sum(axis=1, keepdims=True)
        return np.vstack([np.hstack([shares, work * samples.traits]), np.diag(pull)])

    low, high = np.full(len(start), -np.inf), np.full(len(start), np.inf)
    workers = 2 + number + _model.TRAITS.index("workers")
    # Work that threads share is done sooner, and never more than so many times; what it costs to
    # have them is that of a team, not of the work.
    low[workers], high[workers] = -1.001, _LEAST_GAIN
    # BLAS' threads cost more than they bring to matrices of this size.
    with threadpool_limits(1, user_api="blas"):
        solution = least_squares(
            residuals,
            start,
            jac=jacobian,
            bounds=(low, high),
            loss="soft_l1",
            f_scale=_OUTLIER,
            ftol=1e-5,
            xtol=1e-5,
            max_nfev=60,
        )
    return np.asarray(solution.x)


def cross_validated(samples: Samples, names: Sequence[str]) -> Array:
    """log(predicted / measured) of each problem by rates that were fitted without it."""
    fold = np.random.default_rng(0).permutation(len(samples)) % _FOLDS
    errors = np.empty(len(samples))
    for left_out in range(_FOLDS):
        test = fold == left_out
        fitted = fit(samples[~test], names)
        errors[test] = fitted.predict(samples[test]) - np.log(samples.measured[test])
    return errors


def caution(problems: Sequence[Mapping[str, tuple[float, float]]]) -> dict[str, float]:
    """How many times too slow each backend is best predicted, for choices to be good on the whole.

    Parameters
    ----------
    problems : sequence of mapping
        Of each, by backend and in the order of their list: logarithms of the seconds predicted by
        rates that were fitted without this problem, and of those measured.
    """
    names = list(dict.fromkeys(name for one in problems for name in one))
    cautions = dict.fromkeys(names, 1.0)
    for name in names[1:]:
        regrets = [(_regret(problems, {**cautions, name: c}), c) for c in _CAUTIONS]
        cautions[name] = min(regrets)[1]
    return cautions


def _regret(
    problems: Sequence[Mapping[str, tuple[float, float]]], cautions: Mapping[str, float]
) -> float:
    """Mean logarithm of the time of what would be chosen to that of the fastest."""
    total = 0.0
    for one in problems:
        limit, spent = math.inf, 0.0
        for name, (predicted, measured) in one.items():
            seconds = predicted + math.log(cautions[name])
            if seconds + math.log(MARGIN) < limit:
                limit, spent = seconds, measured
        total += spent - min(measured for _, measured in one.values())
    return total / max(1, len(problems))


def samples_of(
    backend: Any, problems: Sequence[tuple[Problem, dict[str, Times]]], *, prepare: bool
) -> Samples:
    """What one backend measured on `problems`, of calls or of preparing weights."""
    counts, traits, teams, ways, seconds = [], [], [], [], []
    for problem, times in problems:
        if backend.name not in times:
            continue
        cost = backend.cost(problem)
        counts.append(
            _model.prepare_counts(cost, problem) if prepare else _model.counts(cost, problem)
        )
        traits.append(_model.traits(problem))
        teams.append(problem.workers > 1 and not prepare)
        ways.append(cost.way)
        one = times[backend.name]
        seconds.append(one.prepare if prepare else one.call)
    return Samples(
        np.array(counts), np.array(traits), np.array(teams), np.array(ways), np.array(seconds)
    )


def rows_of(
    fitted: Fitted, names: Sequence[str], times: float = 1.0
) -> dict[str, dict[str, float]]:
    """The numbers of `fitted` by name, way by way, as `_rates` has them; so many times as slow."""
    rows = {}
    for way, parameters in fitted.ways.items():
        values = np.concatenate(
            [times * np.exp(parameters[: 2 + len(names)]), parameters[2 + len(names) :]]
        )
        rows[way] = dict(
            zip(("call", "team", *names, *_model.TRAITS), map(float, values), strict=True)
        )
    return rows


def residuals_of(errors: Array) -> dict[str, float]:
    """What the provenance says of `errors`, as factors."""
    off = np.exp(np.abs(errors))
    return {
        "problems": len(errors),
        "median": round(float(np.median(off)), 3),
        "rms": round(float(np.exp(np.sqrt(np.mean(errors**2)))), 3),
        "p90": round(float(np.quantile(off, 0.9)), 3),
    }
