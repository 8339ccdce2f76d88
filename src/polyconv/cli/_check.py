"""Checks of results against references that share no code with the fast backends.

There are two checks:

- On the full problem, some outputs are summed again from their windows of the padded input, in more
  precision than the backends have: corners, random places, and the place where each backend differs
  most from the first one.
- On a smaller problem of the same kind, every output is compared in double precision: on a small
  one with the specification, on a larger one with the compiled reference, which is the same loop
  in Cython.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product
from typing import Any

import numpy as np
from numpy.typing import NDArray

from polyconv import Problem, conv

__all__ = ["Check", "CheckedProblem", "check_everywhere", "check_some", "specification"]

# Number of outputs at random places that a check sums again, beside those at the corners.
_CHECKED_PLACES = 200

# Relative error allowed for rounding a sum to half precision; published bounds exclude it.
_ROUNDING = {"float16": 2.0**-11, "bfloat16": 2.0**-8}

# Rows of (image, output channel, *position).
_Places = NDArray[np.intp]


@dataclass(frozen=True, eq=False)
class CheckedProblem:
    """One problem with its arrays, and the name by which checks call it."""

    name: str
    problem: Problem
    x: NDArray[Any]
    w: NDArray[Any]


@dataclass(frozen=True)
class Check:
    """One comparison: the largest error found and the bound on it, in units of max|x| sum|w_k|."""

    on: str
    outputs: int
    error: float
    bound: float

    @property
    def agrees(self) -> bool:
        """True if the error is within the bound."""
        return self.error <= self.bound

    @property
    def ratio(self) -> float:
        """The error as a fraction of the bound; 0 or infinity where the bound is 0."""
        if self.bound > 0:
            return self.error / self.bound
        return 0.0 if self.error == 0 else np.inf


def check_some(
    case: CheckedProblem, outputs: Sequence[NDArray[Any]], bounds: Sequence[float]
) -> list[Check]:
    """Compare several backends' outputs of one problem at some places with new sums."""
    problem = case.problem
    canonical = [problem.canonical_out(output) for output in outputs]
    units = _units(case)
    places = np.concatenate(
        [_sample_places(problem), _largest_differences(problem, units, canonical)], axis=0
    )
    wanted = _reference_sums(case, places)
    at = tuple(places.T)
    return [
        Check(case.name, len(places), _worst(output[at], wanted, units[places[:, 1]]), bound)
        for output, bound in zip(canonical, bounds, strict=True)
    ]


def check_everywhere(
    case: CheckedProblem, output: NDArray[Any], wanted: NDArray[Any], bound: float
) -> Check:
    """Compare every output with `wanted`, the `specification`'s."""
    problem = case.problem
    units = _units(case).reshape(-1, *(1,) * problem.rank)
    error = _worst(problem.canonical_out(output), problem.canonical_out(wanted), units)
    return Check(case.name, output.size, error, bound)


def specification(
    x: NDArray[Any], w: NDArray[Any], backend: str, options: dict[str, Any]
) -> NDArray[Any]:
    """Compute a problem with a backend that is a reference, in double precision."""
    if x.dtype.kind not in "biu":
        wide = np.complex128 if x.dtype.kind == "c" else np.float64
        x, w = x.astype(wide), w.astype(wide)
    return conv(x, w, backend=backend, **options)


def _units(case: CheckedProblem) -> NDArray[np.float64]:
    """Return the unit of errors, ``max|x| * sum|w_k|``, for each output channel k."""
    problem = case.problem
    max_abs_x = max(np.max(_magnitude(case.x), initial=0), abs(problem.padding_value))
    filters = _magnitude(problem.canonical_w(case.w)).reshape(problem.out_channels, -1)
    return np.asarray(float(max_abs_x) * filters.sum(axis=1))


def _magnitude(array: NDArray[Any]) -> NDArray[np.float64]:
    magnitude: NDArray[np.float64] = np.abs(array.astype(np.result_type(array, np.float64)))
    return magnitude


def _worst(got: NDArray[Any], wanted: NDArray[Any], units: NDArray[np.float64]) -> float:
    """Return the largest error in units; inf if a result is NaN."""
    rounding = _ROUNDING.get(got.dtype.name, 0.0)
    with np.errstate(all="ignore"):
        errors = np.abs(got - wanted).astype(np.float64)
        if rounding:
            errors = np.maximum(errors - rounding * np.abs(wanted).astype(np.float64), 0)
        errors /= units
    errors[got == wanted] = 0
    worst = float(errors.max(initial=0))
    return worst if worst == worst else np.inf


def _sample_places(problem: Problem) -> _Places:
    """Return all corners, and random places."""
    shape = (problem.batch, problem.out_channels, *problem.out)
    corners = np.array(list(product(*({0, size - 1} for size in shape))), np.intp)
    rng = np.random.default_rng(0)
    return np.concatenate([corners, rng.integers(0, shape, (_CHECKED_PLACES, len(shape)))])


def _largest_differences(
    problem: Problem, units: NDArray[np.float64], outputs: Sequence[NDArray[Any]]
) -> _Places:
    """Return the place where each of `outputs` after the first differs most from the first."""
    shape = (problem.batch, problem.out_channels, *problem.out)
    unit = units.astype(np.float32).reshape(-1, *(1,) * problem.rank)
    places = []
    for output in outputs[1:]:
        with np.errstate(all="ignore"):
            difference = np.abs(output - outputs[0]) / unit
        places.append(np.unravel_index(int(difference.argmax()), shape))
    return np.array(places, np.intp).reshape(-1, len(shape))


def _reference_sums(case: CheckedProblem, places: _Places) -> NDArray[Any]:
    """Sum each place's window of the padded input times its filter: the definition."""
    problem = case.problem
    x, filters = problem.canonical_x(case.x), problem.canonical_w(case.w)
    widths = ((0, 0), (0, 0), *problem.pads)
    mode: Any = problem.padding_mode
    if mode in ("zeros", "constant"):
        padded = np.pad(x, widths, constant_values=problem.padding_value)
    else:
        padded = np.pad(x, widths, mode)
    kinds: dict[str, Any] = {"f": np.longdouble, "c": np.clongdouble}
    wide = np.dtype(kinds.get(problem.accumulator.kind, problem.accumulator))
    sums = np.empty(len(places), wide)
    for i, (n, k, *position) in enumerate(places.tolist()):
        first = k // problem.oc_per_group * problem.ic_per_group
        window = [
            slice(o * s, o * s + e, d)
            for o, s, e, d in zip(
                position, problem.stride, problem.extent, problem.dilation, strict=True
            )
        ]
        block = padded[(n, slice(first, first + problem.ic_per_group), *window)]
        sums[i] = (block.astype(wide) * filters[k].astype(wide)).sum()
    return sums.astype(problem.dtype) if problem.dtype.kind in "iu" else sums
