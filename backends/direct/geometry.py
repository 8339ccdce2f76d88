"""Plans in C, kept while they are small: plain calls of many sizes make one for each."""

from functools import lru_cache

from polyconv._problem import Problem

from ._direct import Geometry
from ._record import record
from ._tiles import DirectTiling
from .elements import elements_of
from .planner import tiling_of

__all__ = ["KEPT_PLANS", "MAX_KEPT_OFFSETS", "geometry_of", "is_kept", "offset_bytes"]

# Limits of memory, chosen and not measured: number of plans in C that are kept, and maximum bytes
# of the offsets of each. Offsets of 512 channels of 3x3 taps take 36 KiB, little beside their
# weights.
KEPT_PLANS, MAX_KEPT_OFFSETS = 512, 40 << 10


def geometry_of(p: Problem) -> Geometry:
    """Return the plan of `p` in C."""
    return _kept(p) if is_kept(p) else _made(p)


def is_kept(p: Problem) -> bool:
    """Return True if the plan of `p` in C is kept, because its offsets take little memory."""
    return offset_bytes(p, tiling_of(p)) <= MAX_KEPT_OFFSETS


def offset_bytes(p: Problem, tiling: DirectTiling) -> int:
    """Return the bytes of the offsets of taps, the largest part of a plan in C."""
    taps = p.taps // p.kernel[-1] * tiling.listed_columns()
    return 8 * taps * (tiling.channels if tiling.zero_copy else tiling.ic_block)


def _made(p: Problem) -> Geometry:
    tiling, elements = tiling_of(p), elements_of(p)
    return Geometry(p, tiling, elements, record(p, tiling, elements))


_kept = lru_cache(maxsize=KEPT_PLANS)(_made)
