"""What choosing costs, in the caller's own time."""

import time
from collections.abc import Callable
from itertools import count

import numpy as np

import polyconv
from polyconv import wisdom
from polyconv._request import make_problem
from polyconv._select import decide

__all__ = ["overheads"]

_RUNS, _REPEATS = 200, 50


def overheads() -> dict[str, float]:
    """Best seconds for each of the parts of a choice."""
    wisdom.forget_wisdom()
    x_shape, w_shape, float32 = (1, 64, 56, 56), (64, 64, 3, 3), np.dtype(np.float32)
    problem = make_problem(x_shape, float32, w_shape, float32, padding=1)
    x, w = np.ones((1, 1, 16), np.float32), np.ones((1, 1, 3), np.float32)
    out = np.empty((1, 1, 14), np.float32)
    forced = polyconv.plan(x, w, backend=polyconv.choose(x, w, prepared=True).backend)
    auto = polyconv.plan(x, w)
    sizes = count(57)

    def first(choose: Callable[[tuple[int, ...]], object]) -> float:
        """The median over sizes that were never asked for, which no cache can know."""
        seconds = []
        for _ in range(_RUNS // 10):
            shape = (1, 64, next(sizes), 56)
            start = time.perf_counter()
            choose(shape)
            seconds.append(time.perf_counter() - start)
        return float(np.median(seconds))

    def public(shape: tuple[int, ...]) -> object:
        return polyconv.choose(shape, w_shape, padding=1, dtype="float32", workers=1)

    return {
        "choose, cached": _best(lambda: public(x_shape)),
        "the choice alone, cached": _best(lambda: decide(problem)),
        "choose, first": first(public),
        "auto in a planned call": _best(lambda: auto(x, out)) - _best(lambda: forced(x, out)),
    }


def _best(call: Callable[[], object]) -> float:
    call()
    best = float("inf")
    for _ in range(_RUNS):
        start = time.perf_counter()
        for _ in range(_REPEATS):
            call()
        best = min(best, (time.perf_counter() - start) / _REPEATS)
    return best
