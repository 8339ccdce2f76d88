"""Values that exclude backends which are not dot products, and their places in an input.

Transforms add many inputs before they multiply, so NaN and inf would spread to other outputs, and
very large values could overflow although the result does not. The largest magnitude of an array
tells whether it holds such values; `large_values` finds them where there are few.
"""

import math
from functools import lru_cache
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from ._machine import threads_now
from ._problem import Problem
from ._thread_pool import max_abs as max_abs_of_contiguous
from ._thread_pool import max_input as max_input_of
from ._thread_pool import places_beyond

__all__ = [
    "LargeValues",
    "are_small",
    "cleared",
    "is_finite",
    "large_values",
    "limits",
    "max_abs",
    "max_input",
    "only_beyond",
]

# Largest factor by which a transform's intermediate values may exceed a representable result.
_HEADROOM = 2.0**64

# Bits of an infinite float16; those of NaN are above.
_INFINITE_FLOAT16 = 0x7C00

# Structural: elements of a part of an input that is searched element by element. They bound the
# memory of the search, which is a few arrays of that many elements.
_SEARCHED_ELEMENTS = 1 << 15

# Structural: maximum number of large values that are found one by one. Most inputs hold none or
# one. If there are more, the input is searched by channels.
_MAX_SEPARATE_VALUES = 4

# Number of parts into which each step of the search cuts what it searches. With 64, all steps read
# little more than the input once.
_PARTS = 64


def is_finite(problem: Problem, x: NDArray[Any], max_abs_w: float) -> bool:
    """Return True if backends that are not dot products may compute with all values of `x`."""
    return problem.accumulator.kind in "iu" or are_small(
        problem, max_abs(x, threads_now(problem.workers)), max_abs_w
    )


def are_small(problem: Problem, max_abs_x: float, max_abs_w: float) -> bool:
    """Return True if backends that are not dot products may compute with such magnitudes."""
    return max_abs_x <= max_input(problem, max_abs_w)


def max_input(problem: Problem, max_abs_w: float) -> float:
    """Return the largest magnitude in `x` with which transforms may compute; -1 if there is none.

    The padding counts as a part of `x`. Integers have no limit here; a kernel may have one of its
    own, `Kernel.max_input`.
    """
    return max_input_of(max_abs_w, *limits(problem))


@lru_cache(maxsize=1024)
def limits(problem: Problem) -> tuple[float, float, int]:
    """Return the limit of sums, the largest magnitude in the padding, and the products of a sum."""
    if problem.accumulator.kind in "iu":
        return math.inf, 0.0, problem.reduction_len
    limit = float(np.finfo(problem.accumulator).max)
    padding = max_abs(np.asarray(problem.padding_value))
    return limit / _HEADROOM, padding, problem.reduction_len


def max_abs(array: NDArray[Any], workers: int = 1) -> float:
    """Return the largest magnitude in an array, of complex ones in their parts; inf for NaN."""
    if array.size == 0:
        return 0.0
    dtype, flags = array.dtype, array.flags
    if flags.forc and flags.aligned and dtype.char in "fdFD" and dtype.isnative:
        if dtype.kind == "c":
            array = array.ravel(order="K").view(dtype.char.lower())
        return max_abs_of_contiguous(array, workers)
    if dtype.kind == "c":
        return max(max_abs(array.real), max_abs(array.imag))
    if dtype == np.float16 and dtype.isnative:
        return _max_abs_of_float16(array)
    # The methods array.min() and array.max() do the same, with a microsecond of overhead.
    low = float(np.minimum.reduce(array, axis=None))
    high = float(np.maximum.reduce(array, axis=None))
    return max(-low, high) if low == low and high == high else math.inf


def _max_abs_of_float16(array: NDArray[Any]) -> float:
    """Return `max_abs`, by the bits of the elements, which are ordered as magnitudes are.

    NumPy converts each float16 to compare it. The maximum of 60,000 elements takes 1.7 ms as
    float16, 7 us as integers (`timeit`, Emerald Rapids, one core, 2026-11-30).
    """
    # The largest element without a sign, and the largest with one, whose highest bit is set.
    positive = int(np.maximum.reduce(array.view(np.int16), axis=None))
    negative = int(np.maximum.reduce(array.view(np.uint16), axis=None))
    bits = max(positive, negative - 0x8000, 0)
    return float(np.uint16(bits).view(np.float16)) if bits <= _INFINITE_FLOAT16 else math.inf


def cleared(array: NDArray[Any], limit: float) -> NDArray[Any]:
    """Return `array`, of floats or complex, with zeros for parts that are NaN or beyond `limit`."""
    for part in _parts(array):
        part[_beyond(part, limit)] = 0
    return array


def only_beyond(array: NDArray[Any], limit: float) -> NDArray[Any]:
    """Return the elements that `cleared` removes from `array`, with zeros elsewhere."""
    array = array.copy()
    for part in _parts(array):
        part[~_beyond(part, limit)] = 0
    return array


def _parts(array: NDArray[Any]) -> tuple[NDArray[Any], ...]:
    return (array.real, array.imag) if array.dtype.kind == "c" else (array,)


def _beyond(part: NDArray[Any], limit: float) -> NDArray[np.bool_]:
    # Integers too: their magnitudes overflow in two's complement. A scalar of NumPy compares in
    # double precision, as the kernels do.
    beyond: NDArray[np.bool_] = ~(np.abs(part.astype(np.float64)) <= np.float64(limit))
    return beyond


class LargeValues(NamedTuple):
    """Elements of one channel of an input, near each other, that are NaN or beyond a limit.

    Attributes
    ----------
    image, channel : int
    places : ndarray, shape (elements, rank)
        Their spatial coordinates.
    has_nan : bool
        True if NaN is among them.
    """

    image: int
    channel: int
    places: NDArray[np.intp]
    has_nan: bool


def large_values(
    problem: Problem,
    x: NDArray[Any],
    limit: float,
    max_elements: float,
    *,
    nan_places: bool = True,
) -> list[LargeValues] | None:
    """Return all elements of canonical `x` that are NaN or beyond `limit`.

    Without `nan_places`, those of NaN are left out.

    Returns
    -------
    list or None
        None if there are more than `max_elements`.
    """
    if nan_places and x.flags.c_contiguous and x.dtype == problem.accumulator:
        few = _few_values(x, limit, int(min(max_elements, _MAX_SEPARATE_VALUES)))
        if few is not None:
            return few
    found: list[LargeValues] = []
    elements = 0
    parts = [(x, (0,) * x.ndim)]
    while parts:
        part, start = parts.pop()
        # Cuts along the first axis that has any: a part of a contiguous array is contiguous.
        axis = next((i for i, n in enumerate(part.shape) if n > 1), 0)
        length = part.shape[axis]
        if length > 1 and (axis < 2 or part.size > _SEARCHED_ELEMENTS):
            step = -(-length // _PARTS)
            for first in range(0, length, step):
                smaller = part[(slice(None),) * axis + (slice(first, first + step),)]
                if max_abs(smaller) > limit:
                    at = start[axis] + first
                    parts.append((smaller, (*start[:axis], at, *start[axis + 1 :])))
            continue
        # As the kernels do, compare in the accumulator's type.
        values = part[0, 0].astype(problem.accumulator)
        beyond = np.logical_or.reduce([_beyond(each, limit) for each in _parts(values)])
        nan = np.isnan(values)
        has_nan = bool(nan.any())
        if has_nan and not nan_places:
            beyond &= ~nan
        places = np.argwhere(beyond)
        elements += len(places)
        if elements > max_elements:
            return None
        if len(places) or has_nan:
            found.append(LargeValues(start[0], start[1], places + start[2:], has_nan))
    return found


def _few_values(x: NDArray[Any], limit: float, max_values: int) -> list[LargeValues] | None:
    """Return `large_values` of contiguous floats one by one; None beyond `max_values`."""
    if x.dtype.kind != "f":
        return None
    numbers = places_beyond(x, limit, max_values)
    if numbers is None:
        return None
    found = []
    for number in numbers:
        image, channel, *place = map(int, np.unravel_index(number, x.shape))
        value = x[(image, channel, *place)]
        found.append(LargeValues(image, channel, np.array([place], np.intp), bool(value != value)))
    return found
