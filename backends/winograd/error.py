"""Growth of rounding errors in Winograd transforms.

The bound is on errors in units of ``max|x| * sum|w_k|``. Along one axis, the product at point i
contributes to output p with the factor ``output[p, i]``. Each rounding is an independent error of
random sign, proportional to the value rounded. So the variance of an output's error is a sum over
all roundings of

    (factor by which the error reaches the output)**2 * (value rounded)**2

For given `x` its square root is a norm of `w`. Of all `w` with the same ``sum|w_k|`` it is largest
where a single tap has all the weight. For a single tap a, the product at point i is
``kernel[i, a] * (input[i] @ d)``, and the variance is a quadratic form in the data d of a tile:

- for products and weights, each rounded once: the sum over i of
  ``(output[p, i] * kernel[i, a] * (input[i] @ d))**2``;
- for a step of the input transform that computes ``s @ d``, on which the value at point i depends
  linearly with the factor ``h[i]``:
  ``(sum_i output[p, i] * kernel[i, a] * h[i])**2 * (s @ d)**2``;
- for a step of the output transform, likewise.

Over data within ``max|x|`` such a form is largest at a corner of that cube: there are few corners,
and `growth` evaluates them all.

With several axes, errors made along one axis pass through the transforms of the others. Errors of
the input transform leave later axes unchanged, because transforming there and back is the plain
convolution with a single tap. Along earlier axes they meet every point, as products do. For data
that are products of patterns along the axes, the forms multiply. Let `products`, `input` and
`output` be the maxima of the three forms on one axis. The variance on r axes is then ::

    (input + output) * (1 + products + ... + products**(r - 1)) + n * products**r

where n is the number of roundings at each point. (Ascent from random signs of all 36 elements of a
tile found no larger form of the products than that of products of patterns.)
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from itertools import combinations, product

import numpy as np
from numpy.typing import NDArray

from .cook_toom import Step, Transform

__all__ = ["ROUNDING", "Growth", "best_magnitudes", "growth", "variance"]


# Standard deviation of a rounding error, in units of u times the value: uniform within half a unit
# in the last place, for values whose significands are distributed logarithmically.
ROUNDING = math.sqrt(1 / (8 * math.log(2)))


@dataclass(frozen=True)
class Growth:
    """Largest variances along one axis, in units of that of a rounding of ``max|x| * |w|``."""

    products: float
    input: float
    output: float


@lru_cache(maxsize=64)
def growth(transform: Transform) -> Growth:
    """Return the growth of errors in `transform`: maxima over all outputs, taps and signs of data.

    Examples
    --------
    >>> from polyconv.backends.winograd.cook_toom import TRANSFORMS
    >>> round(growth(TRANSFORMS[2, 3]).products, 6)
    5.0
    """
    kernel, forward, backward = (
        np.array(matrix, np.float64)
        for matrix in (transform.kernel, transform.input, transform.output)
    )
    corners = np.array([*product((1.0, -1.0), repeat=transform.points - 1)])
    corners = np.insert(corners, 0, 1.0, axis=1)
    values = corners @ forward.T
    points, outputs = transform.points, transform.outputs
    input_roundings = _roundings(transform.input_steps, "d", "v", points, points)
    output_roundings = _roundings(transform.output_steps, "m", "y", points, outputs)
    worst = np.zeros(3)
    for p, tap in product(range(transform.outputs), range(transform.taps)):
        factors = backward[p] * kernel[:, tap]
        products = values * kernel[:, tap]
        forms = (
            (values**2) @ factors**2,
            ((corners @ input_roundings.values.T) ** 2) @ (factors @ input_roundings.factors) ** 2,
            ((products @ output_roundings.values.T) ** 2) @ output_roundings.factors[p] ** 2,
        )
        worst = np.maximum(worst, [form.max() for form in forms])
    return Growth(*map(float, worst))


def variance(growth: Growth, rank: int, roundings: float) -> float:
    """Return the variance of an output on `rank` axes, with `roundings` roundings at each point."""
    passes = sum(growth.products**axis for axis in range(rank))
    return (growth.input + growth.output) * passes + roundings * growth.products**rank


def best_magnitudes(
    outputs: int, taps: int, candidates: Sequence[Fraction]
) -> tuple[Fraction, ...]:
    """Return the magnitudes with the smallest error on two axes, with two roundings at each point.

    If the number of finite points is odd, 0 is one of them.
    """
    pairs, odd = divmod(outputs + taps - 2, 2)
    zero = (Fraction(0),) * odd
    return min(
        (zero + chosen for chosen in combinations(candidates, pairs)),
        key=lambda each: variance(growth(Transform(outputs, taps, each)), 2, 2),
    )


@dataclass(frozen=True)
class _Roundings:
    """The roundings of a straight-line program, linear in its sources and its results."""

    values: NDArray[np.float64]  # (roundings, sources): the values rounded
    factors: NDArray[np.float64]  # (results, roundings): by which errors reach the results


def _roundings(
    steps: Sequence[Step], source: str, result: str, sources: int, results: int
) -> _Roundings:
    """Return every rounding of a program; products are rounded before they are added.

    Fused multiply-adds round once, so their errors are smaller.
    """
    known = {f"{source}{k}": np.eye(sources)[k] for k in range(sources)}
    factors_of: dict[str, NDArray[np.float64]] = {name: np.zeros(0) for name in known}
    values: list[NDArray[np.float64]] = []
    for step in steps:
        factor = float(step.factor)
        value = factor * known[step.other]
        factors = factor * _padded(factors_of[step.other], len(values))
        rounded = [value] if abs(factor) != 1 else []
        if step.start is not None:
            value = known[step.start] + value
            factors = factors + _padded(factors_of[step.start], len(values))
            rounded.append(value)
        values += rounded
        factors_of[step.name] = np.append(factors, np.ones(len(rounded)))
        known[step.name] = value
    of_results = [_padded(factors_of[f"{result}{k}"], len(values)) for k in range(results)]
    return _Roundings(np.array(values), np.array(of_results))


def _padded(factors: NDArray[np.float64], size: int) -> NDArray[np.float64]:
    """Append zeros: a value does not contain the errors of later roundings."""
    return np.append(factors, np.zeros(size - len(factors)))
