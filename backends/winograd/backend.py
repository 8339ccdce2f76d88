"""Winograd convolution: neighbouring outputs from fewer multiplications.

Tiles of outputs are computed by Cook-Toom along each axis: the input of a tile and the weights are
transformed, multiplied point by point and summed over channels, and the sums are transformed back.
F(4x4,3x3) multiplies 36 times where the definition does 144 times, F(3x3,3x3) 25 for 81,
F(2x2,3x3) 16 for 36 and F(2x2,5x5) 36 for 100. The larger the tile, the larger the rounding errors;
which one is taken is a matter of the error that `rtol` allows, and of time. By default F(4x4,3x3),
F(3x3x3,3x3x3), F(2x2,5x5) and, on one axis, F(4,5) and F(3,7) are the largest.

A complex convolution is made of three real ones, which `_complex_products` explains. Its errors are
1.4 times as large, so that by default F(3x3,3x3) is the largest in double precision.

Vectors hold channels, for many of them, or tiles, for groups of few (`_winograd_tiles` and
`_winograd_lanes`); what takes the least time is taken.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache, lru_cache
from operator import attrgetter, itemgetter
from typing import Any

import numpy as np
from numpy.typing import NDArray

from polyconv._backend import Backend, Cost, Kernel
from polyconv._cpu import contiguous
from polyconv._problem import Problem

from ._winograd import Geometry, WinogradKernel
from .complex_products import GROWTH, PLAIN, real_itemsize, real_weights, reals
from .cook_toom import TRANSFORMS, Step, Transform
from .error import Growth, growth, variance
from .lanes import LaneTiling, channels_in_lanes, suitable, tile_in_lanes
from .tiling import (
    MOST_TILES,
    Tiling,
    chain,
    filled_up,
    filter_blocks,
    tile,
    tiles_of,
)

__all__ = ["Winograd"]

# The counts of a cost, in the order in which they are given to it.
_COUNTS = attrgetter("flops", "bytes", "workspace", "packed", "runs", "pieces", "prepared")

# Most bytes of transformed weights.
_WEIGHTS = 1 << 30

# How many times larger than those of a dot product the variance of rounding errors may become.
_GROWTH = 5e4

# The standard deviation of a rounding error, in units of u times the value: uniform within half a
# unit in the last place, of values whose significands are distributed logarithmically.
_ROUNDING = math.sqrt(1 / (8 * math.log(2)))


class Winograd(Backend):
    """Winograd convolution with 3 or 5 taps along every axis, or 7 on one; floats and complex.

    A value in the input reaches all outputs of its tiles, with factors that cancel for finite
    numbers alone. Called by name on data with NaN or infinity, it may return NaN for all outputs of
    the tiles that read them; ``backend="auto"`` gives such data to others.
    """

    name = "winograd"
    dot_product = False

    def unsupported(self, p: Problem) -> str | None:
        """Other windows, strides and dtypes, very large dilations, padding that is not finite."""
        if p.dtype.char not in "fdFD":
            return f"dtype {p.dtype}; winograd does float32, float64, complex64 and complex128"
        sizes = _sizes(p.rank)
        if p.kernel[0] not in sizes or len(set(p.kernel)) > 1:
            *windows, largest = ("x".join(str(size) * p.rank) for size in sizes)
            return f"window {p.kernel}; winograd does {', '.join(windows)} and {largest}"
        if set(p.stride) != {1}:
            return f"stride {p.stride}; winograd does stride 1"
        if min(p.dilation[-1], p.out[-1]) > MOST_TILES:
            return f"dilation {p.dilation}; winograd does up to {MOST_TILES} along the last axis"
        if p.padding_value != 0 and not np.isfinite(p.padding_value):
            return f"padding_value {p.padding_value}; winograd would spread it over whole tiles"
        if not p.empty and tiling_of(p).weights > _WEIGHTS:
            return (
                f"transformed weights {tiling_of(p).weights >> 20} MiB; winograd keeps at most "
                f"{_WEIGHTS >> 20} MiB"
            )
        return None

    def cost(self, p: Problem) -> Cost:
        """Products at all points of all tiles, in vectors that are not all full, and transforms.

        Transformed weights are moved once, like input and output; transformed inputs and
        products are written and read. With tiles in the lanes, vectors of tiles are not all full,
        and rates are others: a way of its own.
        """
        if p.empty:
            return Cost(0, 0, 0)
        tiling = tiling_of(p)
        workspace = p.workers * tiling.workspace
        if isinstance(tiling, LaneTiling):
            blocks = tiling.items // p.groups
            tiles = blocks * tiling.panel_vectors * tiling.lanes
            return _cost_in_lanes(p, tiling.transform, tiles, blocks, workspace)
        return _cost(p, tiling.transform, tiling.multiplied, workspace)

    def cost_lower_bounds(self, p: Problem) -> Iterator[Cost]:
        """The least of each count among the transforms whose errors keep the budget."""
        known = p.kernel[0] in _sizes(p.rank) and max(p.stride) == 1
        if not known or p.accumulator.kind not in "fc" or p.empty:
            return
        transforms = _accurate(p)
        yield _least([_cost(p, each, MOST_TILES, 0) for each in transforms])
        in_lanes = suitable(p, transforms)
        if in_lanes:
            yield _least([_least_in_lanes(p, each) for each in in_lanes])

    def error_bound(self, p: Problem) -> float:
        """Four standard deviations of an output's error, if rounding errors are independent.

        Notes
        -----
        A rounding errs by at most half a unit in the last place, so for values of all magnitudes
        its standard deviation is ``sqrt(1 / (8 ln 2)) = 0.42`` times u times the value rounded.
        How these errors reach an output is derived in `_winograd_error`, for the worst signs of
        the data within a tile and the worst single tap, which has the largest error of all
        filters of the same ``sum|w_k|``. It remains to count n, the roundings at each point:

        - a transformed weight: one in float32, where it comes from double precision; in
          double precision two along each axis, for a factor and for a product with it;
        - the sum over c channels, in chains of l: if partial sums grow evenly, their squares add up
          to ``l / (3 (c / l)) + (c / l) / 3`` times that of the whole. A filter in one
          channel alone has a single product: 1.

        Two roundings are added for the bias and the result. The bound on errors is thus
        ``u * (2 + 4 * 0.42 * sqrt(variance))``.

        Complex numbers, errors and their weights are measured by their absolute values. Their
        variance is twice that of real numbers and a little more, as `_complex_products` derives.

        Of outputs that all have the worst signs and taps, some are thus beyond it: the largest of
        320,000 were at 1.09 times the bound, where no multiply-adds are fused.

        It is no bound for roundings that depend on each other. If all channels of the input are
        alike, in the one pattern of signs that a transform magnifies most, and so are the weights,
        of which just one corner tap differs from zero, all terms of a sum are equal and
        round alike; errors then grow with the length of the chains. The largest seen on such data
        were 1.6 times the bound with 64 channels, 3.9 times with 512 and 8.2 times with 2048. If
        just the sizes of the weights differ between channels, tests find the bound kept.
        """
        if p.empty:
            return 0.0
        return _bound(p, tiling_of(p).transform)

    def prepare(self, p: Problem, w: NDArray[Any]) -> Kernel:
        """Transform the weights in double precision and round them once."""
        weights = contiguous(w, p.accumulator).reshape(-1, p.group_in, p.taps)
        if p.accumulator.kind == "c":
            weights = real_weights(weights)
        matrix = np.array(tiling_of(p).transform.kernel, np.float64)
        return WinogradKernel(_geometry(p), weights, matrix)


@lru_cache(maxsize=1024)
def tiling_of(p: Problem) -> Tiling:
    """The cheapest tiles within the error budget; if there are none, the most accurate."""
    transforms = _accurate(p)
    channels = tile(p, transforms)
    return tile_in_lanes(p, transforms, channels_in_lanes(channels)) or channels


@lru_cache(maxsize=1024)
def _geometry(p: Problem) -> Geometry:
    return Geometry(p, tiling_of(p))


@cache
def _transforms(rank: int) -> tuple[Transform, ...]:
    """Transforms whose errors do not grow beyond use on so many axes."""
    return tuple(t for t in TRANSFORMS.values() if growth(t).products ** rank <= _GROWTH)


@cache
def _sizes(rank: int) -> tuple[int, ...]:
    """Taps along an axis that there are transforms for."""
    return tuple(sorted({transform.taps for transform in _transforms(rank)}))


def _accurate(p: Problem) -> list[Transform]:
    """The transforms within the error budget, the most accurate first, which there always is."""
    bounds = _bounds(p.accumulator, p.rank, p.kernel[0], p.group_in)
    return [each for bound, each in bounds if bound <= p.rtol] or [bounds[0][1]]


def _bound(p: Problem, transform: Transform) -> float:
    bounds = _bounds(p.accumulator, p.rank, transform.taps, p.group_in)
    return next(bound for bound, each in bounds if each is transform)


@lru_cache(maxsize=1024)
def _bounds(
    accumulator: np.dtype[Any], rank: int, taps: int, channels: int
) -> tuple[tuple[float, Transform], ...]:
    """Bounds on errors and the transforms that have them, the least first."""
    length = min(channels, chain(channels))
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
            bounds.append((unit * (2 + 4 * _ROUNDING * math.sqrt(total)), transform))
    return tuple(sorted(bounds, key=itemgetter(0)))


@cache
def _growth(outputs: int, taps: int) -> Growth:
    """Of the transform of these sizes, which are quicker to look up than the transform is."""
    return growth(TRANSFORMS[outputs, taps])


def _least(costs: Sequence[Cost]) -> Cost:
    """The least of each count of one way."""
    if len(costs) == 1:
        return costs[0]
    return replace(Cost(*map(min, zip(*map(_COUNTS, costs), strict=True))), way=costs[0].way)


def _cost(p: Problem, transform: Transform, together: int, workspace: int) -> Cost:
    """Counts with a transform, and so many tiles together."""
    lengths, residues = tiles_of(p, transform.outputs)
    tiles = p.batch * math.prod(lengths) * math.prod(residues)
    blocks, _ = filter_blocks(p)
    pieces = p.groups * blocks * -(-tiles // together)
    return _counts(p, transform, tiles, p.groups * filled_up(p), pieces, workspace)


def _cost_in_lanes(
    p: Problem, transform: Transform, tiles: int, blocks: int, workspace: int
) -> Cost:
    """Counts with so many tiles in the lanes, those that fill up vectors included."""
    cost = _counts(p, transform, tiles, p.out_channels, p.groups * blocks, workspace)
    return replace(cost, way="lanes")


def _least_in_lanes(p: Problem, transform: Transform) -> Cost:
    """Counts below which no blocks of tiles in the lanes come."""
    tiles = p.batch * math.prod(tiles_of(p, transform.outputs)[0])
    return _cost_in_lanes(p, transform, tiles, -(-tiles // MOST_TILES), 0)


def _counts(
    p: Problem, transform: Transform, tiles: int, filters: int, pieces: int, workspace: int
) -> Cost:
    """Counts with so many tiles of each group, and filters of all groups, as are computed."""
    itemsize, times = real_itemsize(p.accumulator), reals(p.accumulator)
    points = transform.points**p.rank
    into, out_of = _operations(transform.outputs, transform.taps, p.rank)
    blocks, block = filter_blocks(p)
    products = 2 * points * filters * p.group_in
    panels = 2 * tiles * (p.in_channels + filters)
    weights = p.out_channels * p.group_in
    moved = times * points * (panels + weights) * itemsize
    return Cost(
        times * tiles * (products + p.in_channels * into + filters * out_of),
        p.in_out_bytes + moved,
        workspace=workspace,
        packed=times * tiles * points * p.in_channels * itemsize,
        pieces=pieces,
        prepared=times * points * p.groups * blocks * block * p.group_in * itemsize,
    )


@cache
def _operations(outputs: int, taps: int, rank: int) -> tuple[int, int]:
    """Additions and multiplications that transform a channel of a tile, forth and back.

    What tiles share with their neighbours along axes that are still to come is transformed once.
    """
    transform = TRANSFORMS[outputs, taps]
    points = transform.points
    into = sum(points**axis * outputs ** (rank - 1 - axis) for axis in range(rank))
    out_of = sum(points ** (rank - 1 - axis) * outputs**axis for axis in range(rank))
    return _steps(transform.input_steps) * into, _steps(transform.output_steps) * out_of


def _steps(steps: tuple[Step, ...]) -> int:
    """Additions and multiplications of a program."""
    return sum((step.start is not None) + (abs(step.factor) != 1) for step in steps)
