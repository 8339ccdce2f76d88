"""A made-up backend that spreads NaN as transforms do, to test the choice without a real transform.

It is right on finite data. One non-finite value anywhere makes its whole result NaN, which shows a
missing veto at once.
"""

from typing import Any

import numpy as np

from polyconv import Backend, Cost, Kernel, Problem
from polyconv.backends import BACKENDS


class Smearing(Backend):
    """Attributes are set by the tests: what it publishes and what it refuses."""

    name = "smearing"
    dot_product = False

    def __init__(self) -> None:
        self.bound = 0.0
        self.reason: str | None = None
        self.workspace = 0
        self.flops = 0
        self.runs = 0

    def unsupported(self, p: Problem) -> str | None:
        return self.reason

    def cost(self, p: Problem) -> Cost:
        return Cost(self.flops, 0, self.workspace)

    def error_bound(self, p: Problem) -> float:
        return self.bound

    def prepare(self, p: Problem, w: np.ndarray) -> Any:
        return SmearingKernel(self, p, w)


class SmearingKernel(Kernel):
    """The specification's result, or NaN everywhere."""

    def __init__(self, backend: Smearing, p: Problem, w: np.ndarray) -> None:
        self.backend, self.problem, self.w = backend, p, w
        self.right = BACKENDS[-1].prepare(p, w)
        self.finite_w = bool(np.isfinite(w).all())

    def __call__(self, x: Any, bias: Any, out: np.ndarray, workers: int) -> None:
        self.backend.runs += 1
        # Alignment is promised to every backend. Results do not show a breach on processors that
        # load from any address.
        for array in (x, self.w, out, *([] if bias is None else [bias])):
            assert array.flags.aligned
            assert array.dtype.isnative
        self.right(x, bias, out, workers)
        finite = self.finite_w and np.isfinite(x).all()
        if not (finite and np.isfinite(self.problem.padding_value)):
            out[...] = np.nan
