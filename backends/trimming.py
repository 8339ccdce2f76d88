"""Outer taps of a kernel that meet only zeros of the padding: a smaller problem without them.

Examples: a 3x3 kernel on an image of one pixel, padded by 1, becomes a 1x1 kernel; many taps of a
kernel longer than the signal never reach it. Whole planes of taps at either end of an axis are left
out, and as much of the padding as they span, so that the result keeps its size. Products with zeros
are zero only for finite weights, so callers test the weights.
"""

from dataclasses import replace
from functools import lru_cache

from polyconv._problem import Problem

__all__ = ["trimmed"]


def trimmed(p: Problem) -> tuple[Problem, tuple[slice, ...]]:
    """Return `p` without outer taps that meet only zeros, and the taps that are left, by axis.

    Most problems are returned as they are.
    """
    smaller = _trimmed(p) if p.has_idle_taps else None
    return smaller or (p, (slice(None),) * p.rank)


@lru_cache(maxsize=1024)
def _trimmed(p: Problem) -> tuple[Problem, tuple[slice, ...]] | None:
    taps, pads = [], []
    for n, k, d, s, out, (lo, hi) in zip(
        p.spatial, p.kernel, p.dilation, p.stride, p.out, p.pads, strict=True
    ):
        # Taps before `first` read padding even for the last output, those from `end` on even for
        # the first. No more are left out than the padding spans.
        first = min(max(-(-(lo - (out - 1) * s) // d), 0), lo // d)
        end = max(min((n - 1 + lo) // d + 1, k), k - hi // d)
        if end <= first:  # all products are zero
            return None
        taps.append(slice(first, end))
        pads.append((lo - first * d, hi - (k - end) * d))
    kernel = tuple([each.stop - each.start for each in taps])
    if kernel == p.kernel:
        return None
    return replace(p, kernel=kernel, pads=tuple(pads)), tuple(taps)
