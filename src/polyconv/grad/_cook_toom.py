"""F(3, 4) by Cook-Toom, for gradients of 3x3 weights: transforms, programs, and error bound.

The gradient of three taps from four neighbouring outputs and the six inputs that they read is a
short convolution: 6 products instead of 12 along an axis. It is the transpose of F(4, 3) with
respect to the weights, so it has the same points. The scale of each point stands in the last
transform, which is done once for all tiles, not in that of `g`.

``python -m polyconv.grad._cook_toom`` prints the programs as C.
"""

import math
from fractions import Fraction
from functools import cached_property, lru_cache
from itertools import product

import numpy as np

from polyconv._problem import Problem
from polyconv.backends.winograd.cook_toom import Matrix, Step, Transform, function, heading, label
from polyconv.backends.winograd.error import ROUNDING, growth, variance

__all__ = ["F_3_4", "GradientTransform", "c_source", "error_bound"]

_AXES = 2


class GradientTransform(Transform):
    """A `Transform` whose scale is in `output`, with steps for its `kernel`."""

    @cached_property
    def kernel(self) -> Matrix:
        """``(points, taps)``: powers of the points."""
        return tuple(
            tuple(value * scale for value in row)
            for row, scale in zip(vars(Transform)["kernel"].func(self), self._scales, strict=True)
        )

    @cached_property
    def output(self) -> Matrix:
        """``(outputs, points)``: powers of the points, over their scale."""
        return tuple(
            tuple(value / scale for value, scale in zip(row, self._scales, strict=True))
            for row in vars(Transform)["output"].func(self)
        )

    @cached_property
    def _scales(self) -> tuple[Fraction, ...]:
        scales = (
            math.prod((point - other for other in self.finite if other != point), start=Fraction(1))
            for point in self.finite
        )
        return (*scales, Fraction(1))

    @cached_property
    def kernel_steps(self) -> tuple[Step, ...]:
        """Steps that compute ``v = kernel @ g``; opposite points share the parts of a degree."""
        steps: list[Step] = []
        row = 0
        for number, magnitude in enumerate(self.magnitudes):
            if not magnitude:
                steps.append(Step(f"v{row}", None, Fraction(1), "g0"))
                row += 1
                continue
            even, odd = "g0", "g1"
            for k in range(2, self.taps):
                name = f"odd{number}" if k % 2 else f"even{number}"
                start = odd if k % 2 else even
                steps.append(Step(name, start, magnitude ** (k - k % 2), f"g{k}"))
                even, odd = (even, name) if k % 2 else (name, odd)
            steps.append(Step(f"v{row}", even, magnitude, odd))
            steps.append(Step(f"v{row + 1}", even, -magnitude, odd))
            row += 2
        steps.append(Step(f"v{row}", None, Fraction(1), f"g{self.taps - 1}"))
        return tuple(steps)

    @cached_property
    def output_steps(self) -> tuple[Step, ...]:
        """Steps that compute ``y = output @ m``; opposite points share a sum and a difference."""
        steps: list[Step] = []
        row = 0
        terms: list[list[tuple[Fraction, str]]] = [[] for _ in range(self.outputs)]
        for number, magnitude in enumerate(self.magnitudes):
            if not magnitude:
                terms[0].append((self.output[0][row], f"m{row}"))
                row += 1
                continue
            names = f"sum{number}", f"difference{number}"
            for name, sign in zip(names, (1, -1), strict=True):
                steps.append(Step(name, f"m{row}", Fraction(sign), f"m{row + 1}"))
            for k in range(self.outputs):
                terms[k].append((self.output[k][row], names[k % 2]))
            row += 2
        for k, parts in enumerate(terms):
            start = f"m{row}" if k == self.outputs - 1 else None
            for factor, other in parts:
                steps.append(Step(f"y{k}", start, factor, other))
                start = f"y{k}"
        return tuple(steps)


# The points of F(4, 3): 0, 23/32, 44/32, their opposites, and infinity.
F_3_4 = GradientTransform(3, 4, (Fraction(0), Fraction(23, 32), Fraction(44, 32)))


def error_bound(p: Problem, tiles: int, chain: int, chains: int) -> float:
    """Return the bound of a gradient from `tiles` tiles, in units of ``max|x| * sum|g_k|``.

    Parameters
    ----------
    p : Problem
    tiles : int
        Number of tiles, those of all depths of a volume included.
    chain : int
        Number of tiles summed in one partial sum.
    chains : int
        Number of partial sums, which are added at the end.

    Notes
    -----
    The bound is four standard deviations of independent rounding errors, as `Winograd.error_bound`
    derives it. Here `g` stands for the weights, and sums run over tiles instead of channels.
    """
    sums = max(1.0, chain**2 / (3 * tiles) + (chains / 3 if chains > 1 else 0))
    unit = float(np.finfo(p.accumulator).eps) / 2
    return unit * (2 + 4 * ROUNDING * math.sqrt(_variance(sums)))


@lru_cache(maxsize=512)
def _variance(sums: float) -> float:
    """Return the variance of an output if summing adds `sums` roundings at each point."""
    return variance(growth(F_3_4), _AXES, _AXES * _roundings() + sums)


@lru_cache(maxsize=1)
def _roundings() -> float:
    """Return the number of roundings at each point along an axis, without those of the sum.

    - Transform of `g`: at a finite point other than 0, taps 0 to 3 pass 0, 1, 1 and 2 roundings.
      One step multiplies by the square of the point, one by the point. At 0 and infinity none does.
    - Factors of `output`: one rounding each, except at infinity.

    The products at the points are weighted as in `growth`. About 1.1 roundings at every point have
    the variance of the worst tap.
    """
    t = F_3_4
    kernel, forward, backward = (np.array(m, np.float64) for m in (t.kernel, t.input, t.output))
    corners = np.array([*product((1.0, -1.0), repeat=t.points)])
    values = (corners @ forward.T) ** 2
    of_taps = np.array([[tap % 2 + tap // 2 for tap in range(t.taps)]] * t.points)
    of_taps[[0, -1]] = 0
    of_taps[:-1] += 1
    worst = max(
        float((values @ (of_taps[:, tap] * (backward[p] * kernel[:, tap]) ** 2)).max())
        for p, tap in product(range(t.outputs), range(t.taps))
    )
    return worst / growth(t).products


def c_source() -> str:
    """Return the straight-line programs as C, for vectors of any type."""
    points = F_3_4.points
    lines = [
        *heading(
            "Winograd transforms of gradients of weights, for one vector",
            "python -m polyconv.grad._cook_toom",
            "winograd_transforms.c",
        ),
        "",
        label(F_3_4),
        *function("transform_g", "g", F_3_4.taps, "v", F_3_4.kernel_steps),
        *function("transform_x", "d", points, "v", F_3_4.input_steps),
        *function("transform_sums", "m", points, "y", F_3_4.output_steps),
    ]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    print(c_source(), end="")
