"""Cache of plans, and the efficiency of whole calls. `_planner.pyx` beside it makes the plans."""

from functools import lru_cache

from polyconv._problem import Problem

from ._planner import plan_tiles
from ._tiles import DirectTiling

__all__ = ["efficiency", "planned", "tiling_of"]

# Structural: efficiency of whole calls over that of their micro-kernels, for igemm, depthwise,
# spatial, stencil and dot. The rates in `polyconv._rates_*` are fitted to costs that contain it, so
# the two can only change together.
_CALL_EFFICIENCY = (1.0, 1.1, 0.75, 1.2, 1.0)


@lru_cache(maxsize=1024)
def planned(p: Problem, sums_in_result: bool = True) -> tuple[DirectTiling, float]:
    """Return the tiles of `p` and the efficiency of the micro-kernels on them.

    Without `sums_in_result`, the result has no room for sums, because it is interleaved.
    """
    return plan_tiles(p, sums_in_result=sums_in_result)


def tiling_of(p: Problem) -> DirectTiling:
    """Return the tiles of `p`."""
    return planned(p)[0]


def efficiency(tiling: DirectTiling, fraction: float) -> float:
    """Return the fraction of peak that a whole call reaches, packing excluded.

    `fraction` is that of the micro-kernels on the tiles, as `planned` returns it.
    """
    return _CALL_EFFICIENCY[tiling.variant] * fraction / tiling.valid_fraction
