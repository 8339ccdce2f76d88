"""Choose transform and variant: the fastest within the error budget.

The transforms whose error bound fits `rtol` are planned in both variants; the smaller predicted
time wins. If no bound fits, the most accurate transform is planned, so that its bound can be
reported.
"""

import math
from functools import cache, lru_cache
from operator import itemgetter
from typing import Any

import numpy as np

from polyconv._problem import Problem

from .channels_in_lanes import (
    ChannelsInLanesTiling,
    plan_channels_in_lanes,
    time_in_tiles_units,
)
from .complex_products import GROWTH, PLAIN
from .cook_toom import TRANSFORMS, Transform
from .error import ROUNDING, Growth, growth, variance
from .tiles_in_lanes import plan_tiles_in_lanes
from .tiling import WinogradTiling, chain_length

__all__ = ["accurate_transforms", "bound_of", "channels_tiling_of", "kernel_sizes", "tiling_of"]

# A limit of accuracy, not of speed: maximum variance of the rounding errors of a transform's
# products, in units of the variance of one rounding (`error.growth`, to the power of the axes).
# Variances, and the smallest `rtol` that a transform needs (`python -m benchmarks.cost_model limits
# transforms` prints variances, bounds and errors):
#
# - offered: F(6, 3) and F(4, 5) on images, 6.8e4, rtol 1e-4
# - not offered: F(3, 7) on images, 8.7e5, rtol 3e-4; F(6, 3) on volumes, 1.8e7, rtol 1.4e-3
_MAX_VARIANCE = 7e4

# Outputs and taps of the transforms that are offered on two axes only. The default `rtol` would
# admit F(6, 3) on one axis, where its error, 6.6e-8, is twice that of F(4, 3), 3.2e-8 (64 channels,
# normal deviates, float32; `python -m benchmarks.cost_model limits transforms`).
_IMAGES_ONLY = frozenset({(6, 3)})


@lru_cache(maxsize=1024)
def tiling_of(p: Problem) -> WinogradTiling:
    """Return the cheapest tiling within the error budget, or the most accurate transform's."""
    channels = channels_tiling_of(p)
    limit = time_in_tiles_units(channels)
    return plan_tiles_in_lanes(p, accurate_transforms(p), limit) or channels


@lru_cache(maxsize=1024)
def channels_tiling_of(p: Problem) -> ChannelsInLanesTiling:
    """Return `tiling_of` for the variant ``channels_in_lanes``."""
    return plan_channels_in_lanes(p, accurate_transforms(p))


@cache
def kernel_sizes(rank: int) -> tuple[int, ...]:
    """Return the kernel sizes that have transforms on `rank` axes."""
    return tuple(sorted({transform.taps for transform in _transforms(rank)}))


def accurate_transforms(p: Problem) -> list[Transform]:
    """Return the transforms within the error budget, the most accurate first; at least one."""
    bounds = _bounds(p.accumulator, p.rank, p.kernel[0], p.ic_per_group)
    return [each for bound, each in bounds if bound <= p.rtol] or [bounds[0][1]]


def bound_of(p: Problem, transform: Transform) -> float:
    """Return the error bound of `p` with `transform`; `Winograd.error_bound` derives it."""
    bounds = _bounds(p.accumulator, p.rank, transform.taps, p.ic_per_group)
    return next(bound for bound, each in bounds if each is transform)


@cache
def _transforms(rank: int) -> tuple[Transform, ...]:
    """Return the transforms that are offered on `rank` axes."""
    return tuple(
        transform
        for sizes, transform in TRANSFORMS.items()
        if growth(transform).products ** rank <= _MAX_VARIANCE
        and (rank == 2 or sizes not in _IMAGES_ONLY)
    )


@lru_cache(maxsize=1024)
def _bounds(
    accumulator: np.dtype[Any], rank: int, taps: int, channels: int
) -> tuple[tuple[float, Transform], ...]:
    """Return pairs of an error bound and the transform that has it, the smallest bound first."""
    length = min(channels, chain_length(channels))
    chains = channels / length
    sums = max(1.0, length / (3 * chains) + (chains / 3 if chains > 1 else 0))
    precision = np.finfo(accumulator)
    unit = float(precision.eps) / 2
    weights = 1 if precision.bits == 32 else 2 * rank
    bounds = []
    for transform in _transforms(rank):
        if transform.taps == taps:
            total = variance(_growth(transform.outputs, taps), rank, weights + sums)
            if accumulator.kind == "c":
                total = GROWTH * total + PLAIN
            bounds.append((unit * (2 + 4 * ROUNDING * math.sqrt(total)), transform))
    return tuple(sorted(bounds, key=itemgetter(0)))


@cache
def _growth(outputs: int, taps: int) -> Growth:
    """Return `growth` of a transform by its sizes: two ints hash faster than a `Transform`."""
    return growth(TRANSFORMS[outputs, taps])
