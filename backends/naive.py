"""The specification: convolution as its definition reads, in plain Python loops.

Every other backend is held to what stands here. Sums are kept in Python numbers: floats and
complex in double precision, integers exactly, so the only rounding is the one into the result.
"""

from dataclasses import dataclass
from itertools import product
from typing import Any

import numpy as np
from numpy.typing import NDArray

from polyconv._backend import Backend, Cost, Kernel
from polyconv._problem import Problem

__all__ = ["Naive"]


@dataclass(frozen=True)
class NaiveKernel(Kernel):
    """Weights in the accumulator's dtype, applied one product at a time."""

    problem: Problem
    w: NDArray[Any]

    def __call__(
        self, x: NDArray[Any], bias: NDArray[Any] | None, out: NDArray[Any], workers: int
    ) -> None:
        """Write every element of `out`; `workers` has no use here."""
        p, w = self.problem, self.w
        x = x.astype(p.accumulator)
        with np.errstate(over="ignore"):
            padding = np.asarray(p.padding_value).astype(p.accumulator).item()
        for n, k, *position in product(*map(range, out.shape)):
            group = k // p.group_out
            total = 0 if bias is None else bias[k].item()
            for c, *tap in product(range(p.group_in), *map(range, p.kernel)):
                place = [
                    source[o * stride + t * dilation]
                    for source, o, t, stride, dilation in zip(
                        p.source, position, tap, p.stride, p.dilation, strict=True
                    )
                ]
                outside = min(place) < 0
                value = padding if outside else x.item(n, group * p.group_in + c, *place)
                total += value * w.item(k, c, *tap)
            out[n, k, *position] = stored(total, p)


def stored(total: Any, p: Problem) -> Any:
    """`total` as the result's dtype holds it: integers wrap around, floats round."""
    if p.dtype.kind in "iu":
        bits = 8 * p.dtype.itemsize
        total %= 1 << bits
        if p.dtype.kind == "i" and total >> (bits - 1):
            total -= 1 << bits
        return total
    with np.errstate(over="ignore"):
        return np.asarray(total).astype(p.dtype)


class Naive(Backend):
    """Plain Python loops: every dtype and every option, and slow."""

    name = "naive"
    dot_product = True

    def unsupported(self, p: Problem) -> str | None:
        """Nothing is."""
        return None

    def cost(self, p: Problem) -> Cost:
        """The definition's own operations."""
        itemsize = p.accumulator.itemsize
        return Cost(p.flops, itemsize * 2 * p.flops, 0)

    def error_bound(self, p: Problem) -> float:
        """Sums in double precision, and one rounding into the accumulator's precision.

        A plain sum of equal terms rounds the same way for long stretches, so its error grows with
        n and not with its square root (n * u / 4 measured): only the worst case holds for it.
        """
        if p.accumulator.kind in "iu":
            return 0.0
        double = float(np.finfo(np.float64).eps) / 2
        once = float(np.finfo(p.accumulator).eps) / 2
        terms = p.terms * (2 if p.accumulator.kind == "c" else 1)
        return double * (terms + 2) + once

    def prepare(self, p: Problem, w: NDArray[Any]) -> Kernel:
        """Keep the weights in the accumulator's dtype."""
        return NaiveKernel(p, w.astype(p.accumulator))
