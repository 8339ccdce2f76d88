"""Solve for the rates of the cost model, and estimate its error by cross-validation.

The rates minimise the sum of squares of log(predicted / measured), with a loss that grows linearly
beyond errors of 16 %. Two penalties limit overfitting: weights are pulled towards zero, and the
rates of one variant of a backend are pulled towards those of the whole backend. The error on unseen
problems is found by leaving out each fifth of the problems in turn.

auto takes the smallest prediction, which favours backends whose predictions are noisy and so are
too low by chance. `caution` finds the factor by which to raise the predictions of such a backend.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import least_squares
from threadpoolctl import threadpool_limits

from polyconv import Cost, Problem, _model
from polyconv._exchange import as_computed, packing_calls
from polyconv._select import MARGIN

from .timings import Times

__all__ = [
    "Fitted",
    "Samples",
    "caution",
    "cross_validated",
    "fit",
    "is_sample",
    "plain_python",
    "residuals_of",
    "rows_of",
    "samples_of",
]

Array = NDArray[np.float64]
# What is timed: a call with prepared weights, preparing as a plan does, packing as plain calls do.
Work = Literal["call", "prepare", "packed"]

# Minimum number of problems of a variant with its own rates; others have those of the backend.
_MIN_PROBLEMS_OF_VARIANT = 25
# Weights of the penalties on distances between logarithms: of a backend's rates and of its weights
# from the start, and of a variant's parameters from those of its backend. Where each fifth of 1346
# problems was left out in turn, a pull of 0.4 on variants instead of 0.2 lowers the mean regret of
# 1.018 to 1.016, and _OUTLIER of 0.15 instead of 0.3 to 1.015 (Emerald Rapids, one core,
# 2026-11-30).
_RATE_PULL, _WEIGHT_PULL, _VARIANT_PULL = 0.05, 0.15, 0.4
# Logarithm of the error above which the loss grows linearly.
_OUTLIER = 0.15
# Minimum gain in time by twice the number of threads, as a logarithm to base 2.
_MIN_GAIN = -0.1
_FOLDS = 5
# Longest plain call, in seconds, in which the time of Python shows; it is about 10 us.
_MAX_PYTHON_SHOWS = 2e-4
# Factors on the predictions of a backend that `caution` tries.
_CAUTIONS = (1.0, 1.05, 1.1, 1.15, 1.2)
# Minimum share of a measured time of packing that is not a copy of the weights.
_MIN_PACKING = 0.2
# Start of the search: seconds per call, per use of several threads, and per kernel that Python
# calls; then per count.
_CONSTANTS = {"call": 5e-6, "wake": 5e-6, "python": 4e-6}
_START_RATES = {
    "flops": 1e-11,
    "bytes": 2e-11,
    "beyond_l2": 2e-11,
    "beyond_l3": 5e-11,
    "outputs": 1e-11,
    "outputs_half": 1e-10,
    "outputs_last": 1e-10,
    "channel_planes": 1e-9,
    "packed": 2e-11,
    "gathered": 1e-10,
    "runs": 5e-9,
    "lookups": 5e-9,
    "work_items": 1e-7,
    "work_item_products": 1e-10,
    "prepared": 1e-10,
    "weights": 1e-10,
    "filters": 1e-8,
}


@dataclass(frozen=True)
class Samples:
    """Counts, traits and measured seconds of one backend, a row for each problem.

    `convolutions` are numbers that a problem shares with the same one for other numbers of workers.
    """

    counts: Array
    traits: Array
    wakes: NDArray[np.bool_]
    python_calls: Array
    convolutions: NDArray[np.intp]
    variants: NDArray[np.str_]
    measured: Array

    def __getitem__(self, which: NDArray[Any]) -> "Samples":
        return Samples(
            self.counts[which],
            self.traits[which],
            self.wakes[which],
            self.python_calls[which],
            self.convolutions[which],
            self.variants[which],
            self.measured[which],
        )

    def __len__(self) -> int:
        return len(self.measured)

    def with_slower_flops(self, factor: float) -> "Samples":
        """Return the same problems with their operations multiplied by `factor`."""
        counts = self.counts.copy()
        counts[:, 0] *= factor
        return replace(self, counts=counts)


@dataclass(frozen=True)
class Fitted:
    """Fitted parameters of the whole backend (``""``) and of each variant.

    They are the logarithms of `_CONSTANTS` and rates, then the weights of the traits.
    """

    variants: dict[str, Array]

    def predict(self, samples: Samples) -> Array:
        """Return the logarithms of the predicted seconds."""
        predicted = np.empty(len(samples))
        for variant in np.unique(samples.variants):
            of_variant = samples.variants == variant
            parameters = self.variants.get(str(variant), self.variants[""])
            predicted[of_variant] = np.log(np.sum(_terms(parameters, samples[of_variant]), axis=0))
        return predicted


def fit(samples: Samples, names: Sequence[str]) -> Fitted:
    """Return the rates of a backend and of each variant for the counts called `names`."""
    number = samples.traits.shape[1]
    rates = [_START_RATES[name] for name in names]
    start = np.concatenate([np.log([*_CONSTANTS.values(), *rates]), np.zeros(number)])
    first = len(start) - number
    start[first + _model.TRAITS.index("workers")] = -0.7
    pull = np.full(len(start), _WEIGHT_PULL)
    pull[:first] = _RATE_PULL
    together = _solve(samples, start, pull)
    variants = {"": together}
    for variant in np.unique(samples.variants):
        of_variant = samples.variants == variant
        if _MIN_PROBLEMS_OF_VARIANT <= of_variant.sum() < len(samples):
            variants[str(variant)] = _solve(
                samples[of_variant], together, np.full(len(start), _VARIANT_PULL)
            )
    return Fitted(variants)


def _terms(parameters: Array, samples: Samples) -> tuple[Array, ...]:
    """Return the parts of the predicted seconds: `_CONSTANTS`, and one for each count."""
    number, constants = samples.counts.shape[1], len(_CONSTANTS)
    # Clipped against overflow in large steps of the search; no factor comes near e**20.
    factor = np.exp(np.clip(samples.traits @ parameters[constants + number :], -20.0, 20.0))
    rates = np.exp(parameters[constants : constants + number])
    work = samples.counts * rates * factor[:, None]
    call, wake, python = np.exp(parameters[:constants])
    return (
        np.full(len(samples), call),
        wake * samples.wakes,
        python * samples.python_calls,
        *work.T,
    )


def _solve(samples: Samples, start: Array, pull: Array) -> Array:
    logs = np.log(samples.measured)
    constants = len(_CONSTANTS)

    def residuals(parameters: Array) -> Array:
        predicted = np.log(np.sum(_terms(parameters, samples), axis=0))
        return np.concatenate([predicted - logs, pull * (parameters - start)])

    def jacobian(parameters: Array) -> Array:
        terms = np.array(_terms(parameters, samples))
        shares = (terms / terms.sum(axis=0)).T
        work = shares[:, constants:].sum(axis=1, keepdims=True)
        return np.vstack([np.hstack([shares, work * samples.traits]), np.diag(pull)])

    low, high = np.full(len(start), -np.inf), np.full(len(start), np.inf)
    workers = constants + samples.counts.shape[1] + _model.TRAITS.index("workers")
    # Threads make work faster, at most in proportion to their number. The cost of starting them is
    # in the term `wake`.
    low[workers], high[workers] = -1.001, _MIN_GAIN
    # These matrices are too small for several BLAS threads.
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
    """Return log(predicted / measured) of each problem, by rates fitted without it.

    They are fitted without the same problem for other numbers of workers, too.
    """
    numbers, convolution = np.unique(samples.convolutions, return_inverse=True)
    fold = (np.random.default_rng(0).permutation(len(numbers)) % _FOLDS)[convolution]
    errors = np.empty(len(samples))
    for left_out in range(_FOLDS):
        test = fold == left_out
        fitted = fit(samples[~test], names)
        errors[test] = fitted.predict(samples[test]) - np.log(samples.measured[test])
    return errors


def caution(problems: Sequence[Mapping[str, tuple[float, float]]]) -> dict[str, float]:
    """Return the factor on the predictions of each backend that minimises the mean regret.

    Parameters
    ----------
    problems : sequence of mapping
        For each problem, by backend in the order of the list: logarithms of the seconds predicted
        by rates fitted without this problem, and of the measured seconds.
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
    """Return the mean logarithm of the regret of the choices."""
    total = 0.0
    for one in problems:
        limit, spent = math.inf, 0.0
        for name, (predicted, measured) in one.items():
            seconds = predicted + math.log(cautions[name])
            if seconds + math.log(MARGIN) < limit:
                limit, spent = seconds, measured
        total += spent - min(measured for _, measured in one.values())
    return total / max(1, len(problems))


def is_sample(backend: Any, problem: Problem, times: Mapping[str, Times]) -> bool:
    """Return True if `backend` is fitted to `times`.

    Where it exchanges input and weights, its calls prepare the input, too, which the model adds as
    a time of its own.
    """
    return backend.name in times and as_computed(backend, problem) is problem


def samples_of(
    backend: Any, problems: Sequence[tuple[Problem, dict[str, Times]]], work: Work = "call"
) -> Samples:
    """Return the samples of one backend on `problems`, of calls or of preparing or packing weights.

    Those of plain calls that read the weights as they lie follow those of planned calls.
    """
    counts, traits, wakes, python_calls, variants, seconds = [], [], [], [], [], []
    numbers: dict[Problem, int] = {}
    convolutions = []
    calls = work == "call"
    for problem, computed, cost, calls_of_python, took in _works(backend, problems, work):
        counts.append(
            _model.counts(cost, computed) if calls else _model.prepare_counts(cost, computed)
        )
        # One thread prepares, however many workers there are.
        own = _model.traits_of(cost, computed) if calls else (0.0, *_model.traits(computed)[1:])
        traits.append(own)
        wakes.append(problem.workers > 1 and cost.pool_items != 1 and calls)
        python_calls.append(calls_of_python)
        convolutions.append(numbers.setdefault(replace(problem, workers=1), len(numbers)))
        variants.append(cost.variant)
        seconds.append(took)
    return Samples(
        np.array(counts),
        np.array(traits),
        np.array(wakes),
        np.array(python_calls),
        np.array(convolutions),
        np.array(variants),
        np.array(seconds),
    )


def _works(
    backend: Any, problems: Sequence[tuple[Problem, dict[str, Times]]], work: Work
) -> list[tuple[Problem, Problem, Cost, int, float]]:
    """Return each problem, the one that is computed, counts, calls of Python, and seconds."""
    planned, plain = [], []
    for problem, times in problems:
        if not is_sample(backend, problem, times):
            continue
        one, computed = times[backend.name], backend.computes_as(problem)
        cost, took = backend.cost(problem), getattr(one, work)
        calls: int | None = cost.python_calls if work == "call" else 0
        if work == "packed":
            calls = packing_calls(backend, problem)
            if took is not None:  # the model adds a copy of the weights as a time of its own
                took = max(took - _model.rearranging_seconds(problem), _MIN_PACKING * took)
        if took is not None and calls is not None:
            planned.append((problem, computed, cost, calls, took))
        unpacked = backend.unpacked_cost(problem)
        if unpacked is not None and one.unprepared is not None and work == "call":
            plain.append((problem, problem, unpacked, unpacked.python_calls, one.unprepared))
    return planned + plain


def plain_python(
    backends: Sequence[Any], problems: Sequence[tuple[Problem, dict[str, Times]]]
) -> float:
    """Return the median of what a plain call without a packer takes beyond preparing and calling.

    Only of short calls, beside which it shows.
    """
    more = []
    for backend in backends:
        for problem, times in problems:
            one = times.get(backend.name)
            if one is None or one.unprepared is None or one.unprepared > _MAX_PYTHON_SHOWS:
                continue
            exchanged = as_computed(backend, problem, prepared=False) is not problem
            packs = packing_calls(backend, problem) is not None
            if not (exchanged or packs or backend.unpacked_cost(problem)):
                more.append(one.unprepared - one.prepare - one.call)
    return max(0.0, float(np.median(more))) if more else 0.0


def rows_of(
    fitted: Fitted, names: Sequence[str], factor: float = 1.0
) -> dict[str, dict[str, float]]:
    """Return the numbers of `fitted` by variant and name, as in `_rates`; times `factor`."""
    rows, first = {}, len(_CONSTANTS) + len(names)  # of the weights
    for variant, parameters in fitted.variants.items():
        values = np.concatenate([factor * np.exp(parameters[:first]), parameters[first:]])
        rows[variant] = dict(
            zip((*_CONSTANTS, *names, *_model.TRAITS), map(float, values), strict=True)
        )
    return rows


def residuals_of(errors: Array) -> dict[str, float]:
    """Return the figures of `errors` for the provenance, as factors."""
    off = np.exp(np.abs(errors))
    return {
        "problems": len(errors),
        "median": round(float(np.median(off)), 3),
        "rms": round(float(np.exp(np.sqrt(np.mean(errors**2)))), 3),
        "p90": round(float(np.quantile(off, 0.9)), 3),
    }
