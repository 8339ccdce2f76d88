"""A made-up backend that spreads NaN as transforms do, to test the choice without a real transform.

It is right on finite data. One non-finite value anywhere makes its whole result NaN, which shows a
missing veto at once.
"""

from typing import Any

import numpy as np

from polyconv import Cost, Problem
from polyconv.backends import BACKENDS


class Smearing:
    """Tests set its attributes: the bound that it publishes and the reason for which it refuses."""

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
        right = BACKENDS[-1].prepare(p, w)
        finite_w = bool(np.isfinite(w).all())

        def kernel(x: Any, bias: Any, out: np.ndarray, workers: int) -> None:
            self.runs += 1
            # Every backend relies on this; results do not show it on processors with unaligned
            # loads.
            for array in (x, w, out, *([] if bias is None else [bias])):
                assert array.flags.aligned
                assert array.dtype.isnative
            right(x, bias, out, workers)
            if not (finite_w and np.isfinite(x).all() and np.isfinite(p.padding_value)):
                out[...] = np.nan

        return kernel
