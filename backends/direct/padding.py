"""Which products and outputs of a problem meet padding."""

from collections.abc import Sequence
from functools import lru_cache

from polyconv._machine import caches
from polyconv._problem import Problem

from .elements import Elements

__all__ = ["inside_part", "summed_part"]

# Kernels with which one walks along the rows. Others jump about in them, for which rows that come
# from memory are packed.
_WALKED = ((3, 3), (5, 5))
# Part of the outputs that read nothing but the input from which on that is not packed for them.
_MOSTLY = 0.4


def summed_part(p: Problem, axes: Sequence[int]) -> float:
    """The part of the products that meet the input, and not zeros around it, along some axes."""
    if p.padding_mode not in ("zeros", "constant") or p.padding_value != 0:
        return 1.0
    part = 1.0
    for axis in axes:
        if any(p.pads[axis]):
            taps = range(-p.pads[axis][0], p.extent[axis] - p.pads[axis][0], p.dilation[axis])
            met = _met(p.spatial[axis], p.out[axis], p.stride[axis], taps)
            part *= met / p.kernel[axis] / p.out[axis]
    return max(part, 0.01)  # even where nothing is inside, there is something to do


@lru_cache(maxsize=1024)
def _met(size: int, out: int, stride: int, taps: range) -> int:
    """Pairs of an output and a tap that meet one of `size` elements of the input."""
    met = 0
    for first in taps:  # what the first output reads
        start = -(first // stride) if first < 0 else 0
        stop = min((size - 1 - first) // stride + 1, out)
        met += max(stop - start, 0)
    return met


def inside_part(p: Problem, how: Elements, lane: int) -> float:
    """The part of the outputs that read nothing but the input, if their cells need no packing."""
    if not (how.plain and how.stored) or p.groups < lane:
        return 0.0
    walked = p.kernel in _WALKED and set(p.dilation) == {1}
    if not walked and p.rank > 1 and p.in_out_bytes > caches().l3:
        return 0.0
    inside = 1.0
    for axis in range(p.rank):
        beyond = (p.kernel[axis] - 1) * p.dilation[axis]
        first = -(-p.pads[axis][0] // p.stride[axis])
        last = (p.spatial[axis] + p.pads[axis][0] - beyond - 1) // p.stride[axis] + 1
        inside *= max(min(last, p.out[axis]) - first, 0) / p.out[axis]
    return inside if inside > _MOSTLY else 0.0
