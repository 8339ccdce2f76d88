"""The specification: convolution by its definition, in plain Python loops.

All other backends are tested against it. Sums are Python numbers: floats and complex in double
precision, integers exact. The result is rounded once.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Any

import numpy as np
from numpy.typing import NDArray

from polyconv._backend import Backend, Cost, Kernel
from polyconv._padded_input import input_index
from polyconv._problem import Problem

__all__ = ["Naive"]


@dataclass(frozen=True)
class NaiveKernel(Kernel):
    """Filters as lists of numbers, applied one product at a time."""

    problem: Problem
    filters: list[list[Any]]

    def __call__(
        self, x: NDArray[Any], bias: NDArray[Any] | None, out: NDArray[Any], workers: int
    ) -> None:
        """Write every element of `out`; one thread, whatever `workers` allows."""
        p = self.problem
        with np.errstate(all="ignore"):
            padding = np.asarray(p.padding_value).astype(p.accumulator).item()
            read = reader(p, x)
            for n, group, *position in positions((p.batch, p.groups, *p.out)):
                numbers = window(p, read, padding, n, group, position)
                for k in range(group * p.oc_per_group, (group + 1) * p.oc_per_group):
                    total = 0 if bias is None else bias[k].item()
                    for value, weight in zip(numbers, self.filters[k], strict=True):
                        total += value * weight
                    out[n, k, *position] = stored(total, p)


def positions(shape: tuple[int, ...]) -> Iterator[tuple[int, ...]]:
    """Yield all indices; `itertools.product` would hold every axis's indices in memory."""
    if not shape:
        yield ()
        return
    for first in range(shape[0]):
        for others in positions(shape[1:]):
            yield first, *others


def reader(p: Problem, x: NDArray[Any]) -> Callable[..., Any]:
    """Return a function of an element's indices: its value, as a number of the accumulator."""
    integers = x.dtype.kind in "biu" and p.accumulator.kind in "iu"
    if integers or (x.dtype.kind in "biufc" and np.can_cast(x.dtype, p.accumulator, "safe")):
        return x.item  # the same number, or for integers the same modulo 2**64
    number = p.accumulator.type
    return lambda *index: number(x[index]).item()


def window(
    p: Problem,
    read: Callable[..., Any],
    padding: Any,
    n: int,
    group: int,
    position: Sequence[int],
) -> list[Any]:
    """Return the inputs of one output, as numbers of the accumulator, in the order of weights."""
    indices = [
        [input_index(p, axis, o * stride + tap * dilation) for tap in range(kernel)]
        for axis, (o, stride, dilation, kernel) in enumerate(
            zip(position, p.stride, p.dilation, p.kernel, strict=True)
        )
    ]
    channels = range(group * p.ic_per_group, (group + 1) * p.ic_per_group)
    return [
        padding if min(index) < 0 else read(n, c, *index)
        for c, *index in product(channels, *indices)
    ]


def stored(total: Any, p: Problem) -> Any:
    """Return `total` in the result's dtype: integers wrap around, floats are rounded."""
    if p.dtype.kind in "iu":
        bits = 8 * p.dtype.itemsize
        total %= 1 << bits
        if p.dtype.kind == "i" and total >> (bits - 1):
            total -= 1 << bits
        return total
    with np.errstate(all="ignore"):
        return np.asarray(total).astype(p.dtype)


class Naive(Backend):
    """Plain Python loops: every dtype and every option, and slow."""

    name = "naive"
    dot_product = True

    def unsupported(self, p: Problem) -> str | None:
        """Return None: every problem is supported."""
        return None

    def cost(self, p: Problem) -> Cost:
        """The definition's own operations."""
        itemsize = p.accumulator.itemsize
        return Cost(p.flops, itemsize * 2 * p.flops, 0)

    def cost_lower_bounds(self, p: Problem) -> Iterator[Cost]:
        """The cost itself, which takes no planning."""
        yield self.cost(p)

    def error_bound(self, p: Problem) -> float:
        """Sums in double precision, and one rounding into the accumulator's precision.

        In a plain sum of equal terms, long runs of roundings have the same sign. The error then
        grows with n and not with its square root (n * u / 4 measured), so this is the worst case.
        """
        if p.accumulator.kind in "iu":
            return 0.0
        double = float(np.finfo(np.float64).eps) / 2
        once = float(np.finfo(p.accumulator).eps) / 2
        products = p.reduction_len * (2 if p.accumulator.kind == "c" else 1)
        return double * (products + 2) + once

    def prepare(self, p: Problem, w: NDArray[Any]) -> Kernel:
        """Convert the weights to numbers of the accumulator."""
        return NaiveKernel(p, w.astype(p.accumulator).reshape(p.out_channels, -1).tolist())
