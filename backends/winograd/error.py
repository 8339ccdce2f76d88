"""How rounding errors grow on their way through Winograd transforms.

The bound is on errors in units of ``max|x| * sum|w_k|``. In a single axis, the product of point i
reaches output p with the factor ``output[p, i]``. Each rounding is an error of its own, of random
sign, in proportion to the value rounded; so an output's error has a variance, a sum over all
roundings of

    (factor by which the error reaches the output)**2 * (value rounded)**2

For given `x` its square root is a norm of `w`, and so it is largest, of all `w` with the same
``sum|w_k|``, where a single tap has all the weight. For a single tap a, the product of point i is
``kernel[i, a] * (input[i] @ d)``, and the variance is a quadratic form in the data d of a tile:

- of products and weights, each rounded once: the sum over i of
  ``(output[p, i] * kernel[i, a] * (input[i] @ d))**2``;
- of a step of the input transform that computes ``s @ d``, to which the values of points i are
  linear with the factors ``h[i]``: ``(sum_i output[p, i] * kernel[i, a] * h[i])**2 * (s @ d)**2``;
- of a step of the output transform, likewise.

Data within ``max|x|`` make such a form largest at a corner of that cube: there are few corners, and
`growth` tries them all.

With more axes, errors made along one axis pass through the others. Those of the input transform
come out of later axes as they went in, because transforms there and back are the plain
convolution with a single tap. Along earlier axes they meet every point, like the products. For
data that are products of patterns along the axes, forms then multiply, so that with the largest
values `products`, `input` and `output` of the three forms on one axis, the variance on r axes is
(ascent from random signs of all 36 elements of a tile found no larger form of the products) ::

    (input + output) * (1 + products + ... + products**(r - 1)) + n * products**r

where n counts what is rounded at each point.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from itertools import combinations, product

import numpy as np
from numpy.typing import NDArray

from .cook_toom import Step, Transform

__all__ = ["Growth", "best_magnitudes", "growth", "variance"]


@dataclass(frozen=True)
class Growth:
    """Largest variances along one axis, in units of that of a rounding of ``max|x| * |w|``."""

    products: float
    input: float
    output: float


@lru_cache(maxsize=64)
def growth(transform: Transform) -> Growth:
    """Growth of errors in `transform`, over all outputs, taps and signs of data.

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
    into = _roundings(transform.input_steps, "d", "v", transform.points, transform.points)
    out_of = _roundings(transform.output_steps, "m", "y", transform.points, transform.outputs)
    worst = np.zeros(3)
    for p, tap in product(range(transform.outputs), range(transform.taps)):
        reach = backward[p] * kernel[:, tap]
        forms = (
            (values**2) @ reach**2,
            ((corners @ into.values.T) ** 2) @ (reach @ into.factors) ** 2,
            (((values * kernel[:, tap]) @ out_of.values.T) ** 2) @ out_of.factors[p] ** 2,
        )
        worst = np.maximum(worst, [form.max() for form in forms])
    return Growth(*map(float, worst))


def variance(growth: Growth, rank: int, roundings: float) -> float:
    """Variance of an output on `rank` axes, with so many `roundings` of each product."""
    passes = sum(growth.products**axis for axis in range(rank))
    return (growth.input + growth.output) * passes + roundings * growth.products**rank


def best_magnitudes(
    outputs: int, taps: int, candidates: Sequence[Fraction]
) -> tuple[Fraction, ...]:
    """The magnitudes of least error on two axes, two roundings to a product.

    With a number of finite points that is odd, 0 is one of them.
    """
    pairs, odd = divmod(outputs + taps - 2, 2)
    zero = (Fraction(0),) * odd
    return min(
        (zero + chosen for chosen in combinations(candidates, pairs)),
        key=lambda each: variance(growth(Transform(outputs, taps, each)), 2, 2),
    )


@dataclass(frozen=True)
class _Roundings:
    """The roundings of a program: what is rounded, and how far it reaches into the results."""

    values: NDArray[np.float64]  # (roundings, sources)
    factors: NDArray[np.float64]  # (results, roundings)


def _roundings(
    steps: Sequence[Step], source: str, result: str, sources: int, results: int
) -> _Roundings:
    """Every rounding of a program, products counted apart, as where nothing fuses them."""
    known = {f"{source}{k}": np.eye(sources)[k] for k in range(sources)}
    reaches: dict[str, NDArray[np.float64]] = {name: np.zeros(0) for name in known}
    values: list[NDArray[np.float64]] = []
    for step in steps:
        factor = float(step.factor)
        value = factor * known[step.other]
        reach = factor * _padded(reaches[step.other], len(values))
        rounded = [value] if abs(factor) != 1 else []
        if step.start is not None:
            value = known[step.start] + value
            reach = reach + _padded(reaches[step.start], len(values))
            rounded.append(value)
        values += rounded
        reaches[step.name] = np.append(reach, np.ones(len(rounded)))
        known[step.name] = value
    factors = [_padded(reaches[f"{result}{k}"], len(values)) for k in range(results)]
    return _Roundings(np.array(values), np.array(factors))


def _padded(reach: NDArray[np.float64], size: int) -> NDArray[np.float64]:
    return np.append(reach, np.zeros(size - len(reach)))
