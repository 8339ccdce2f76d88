"""Outputs whose windows meet only zeros of the padding: they are the bias, and are not summed.

If padding is far larger than the kernel, a signal has such outputs at both ends, and an image has a
frame of them. The outputs inside the frame are those of the same problem with less padding. Their
products with zeros are zero only for finite weights: callers test those.
"""

import math
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from polyconv._problem import Problem

__all__ = ["Framing", "framing_of"]

# Structural: minimum share of outputs in the frame, and minimum outputs of the frame in a channel.
# Writing the frame in a pass of its own and searching the weights for NaN takes 1 to 2 us, which is
# little beside the time of 4096 outputs.
_MIN_FRAME_SHARE, _MIN_FRAME_OUTPUTS = 0.5, 4096


class Framing(NamedTuple):
    """The outputs inside the frame.

    Attributes
    ----------
    problem : Problem
        Their problem: the same with less padding.
    first : tuple of int
        Their first output along each axis.
    """

    problem: Problem
    first: tuple[int, ...]


def framing_of(p: Problem) -> Framing | None:
    """Return the outputs inside the frame of `p`; None for most problems, which have no frame."""
    along = zip(p.pads, p.extent, strict=True)
    return _framing(p) if any(max(pair) >= extent for pair, extent in along) else None


@lru_cache(maxsize=1024)
def _framing(p: Problem) -> Framing | None:
    if p.empty or p.padding_mode not in ("zeros", "constant") or p.padding_value != 0:
        return None
    first, inside, pads = [], [], []
    for n, (lo, hi), extent, stride, out in zip(
        p.spatial, p.pads, p.extent, p.stride, p.out, strict=True
    ):
        # The first output whose window reaches the input, and the last one that starts before its
        # end. No more are left out than the padding before the input spans.
        start = max(0, min(-(-(lo - extent + 1) // stride), lo // stride, out - 1))
        last = min((n - 1 + lo) // stride, out - 1)
        if last < start:
            return None
        first.append(start)
        inside.append(last - start + 1)
        less = lo - start * stride
        pads.append((less, min(hi, max(0, (last - start) * stride + extent - n - less))))
    outputs, rest = math.prod(p.out), math.prod(inside)
    if outputs - rest < max(_MIN_FRAME_SHARE * outputs, _MIN_FRAME_OUTPUTS):
        return None
    problem = replace(p, pads=tuple(pads))
    assert problem.out == tuple(inside)
    return Framing(problem, tuple(first))
