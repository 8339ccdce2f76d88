"""The time of choosing, on the caller's thread."""

import time
from collections.abc import Callable
from functools import partial
from itertools import count

import numpy as np

import polyconv
from polyconv import wisdom
from polyconv._request import make_problem
from polyconv._select import decide
from polyconv.workloads import Workload

from .problems import random_problem

__all__ = ["overheads"]

_RUNS, _REPEATS = 200, 50
# Seed of problems that are used nowhere else, so that no choice for them is cached.
_SEED = 3


def overheads() -> dict[str, float]:
    """Return the seconds of each part of a choice."""
    wisdom.forget_wisdom()
    x_shape, w_shape, float32 = (1, 64, 56, 56), (64, 64, 3, 3), np.dtype(np.float32)
    problem = make_problem(x_shape, float32, w_shape, float32, padding=1)
    x, w = np.ones((1, 1, 16), np.float32), np.ones((1, 1, 3), np.float32)
    out = np.empty((1, 1, 14), np.float32)
    forced = polyconv.plan(x, w, backend=polyconv.choose(x, w, prepared=True).backend)
    auto = polyconv.plan(x, w)
    sizes = count(57)

    def first(choose: Callable[[tuple[int, ...]], object]) -> float:
        """Return the median over sizes that are in no cache."""
        seconds = [_timed(lambda: choose((1, 64, next(sizes), 56))) for _ in range(_RUNS // 10)]
        return float(np.median(seconds))

    def public(shape: tuple[int, ...]) -> object:
        return polyconv.choose(shape, w_shape, padding=1, dtype="float32", workers=1)

    random = [_timed(_choice_of(random_problem(_SEED, number))) for number in range(_RUNS)]
    return {
        "choose, first, random problems, median": float(np.median(random)),
        "choose, first, random problems, 90th percentile": float(np.quantile(random, 0.9)),
        "choose, cached": _best(lambda: public(x_shape)),
        "choose, cached, workers by default": _best(
            lambda: polyconv.choose(x_shape, w_shape, padding=1, dtype="float32")
        ),
        "the choice alone, cached": _best(lambda: decide(problem)),
        "choose, first": first(public),
        "auto in a planned call": _best(lambda: auto(x, out)) - _best(lambda: forced(x, out)),
    }


def _choice_of(row: Workload) -> Callable[[], object]:
    x = np.empty(row.x_shape, row.dtype)
    # Dense: zeros would be a box, and what a call finds in unwritten memory depends on the last.
    w = (100 * np.random.default_rng(_SEED).random(row.w_shape, np.float32)).astype(row.dtype)
    return partial(polyconv.choose, x, w, workers=1, **row.options)


def _timed(call: Callable[[], object]) -> float:
    start = time.perf_counter()
    call()
    return time.perf_counter() - start


def _best(call: Callable[[], object]) -> float:
    call()
    best = float("inf")
    for _ in range(_RUNS):
        start = time.perf_counter()
        for _ in range(_REPEATS):
            call()
        best = min(best, (time.perf_counter() - start) / _REPEATS)
    return best
