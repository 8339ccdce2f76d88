"""The class `Winograd`: supported problems, counts of the cost, and the error bound."""

import math
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache, lru_cache, partial
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from polyconv._backend import Backend, Cost, Interleaver, Interleaving, Kernel
from polyconv._cpu import contiguous
from polyconv._problem import Problem

from ._winograd import WinogradKernel, WinogradPlan
from .complex_products import real_conv_count, real_itemsize, real_weights
from .cook_toom import TRANSFORMS, Step, Transform
from .planner import accurate_transforms, bound_of, channels_tiling_of, kernel_sizes, tiling_of
from .tiles_in_lanes import TilesInLanesTiling, suitable_transforms
from .tiling import oc_blocking, padded_oc_per_group, tiles_of
from .tuning import TUNING

__all__ = ["Winograd"]

# Maximum bytes of transformed weights; problems with more are refused. The number is a limit of
# memory, not a measurement.
_MAX_WEIGHT_BYTES = 1 << 30


class Winograd(Backend):
    """Winograd convolution with 2, 3 or 5 taps along every axis, or 7 on one; floats and complex.

    An input element enters all outputs of the tiles that read it. In outputs whose window does not
    hold it, its terms cancel, but only if it is finite. So a call by name on data with NaN or
    infinity may return NaN for whole tiles; ``backend="auto"`` gives such data to other backends.
    """

    name = "winograd"
    dot_product = False

    def unsupported(self, p: Problem) -> str | None:
        """Refuse other windows, strides and dtypes, huge dilations and non-finite padding."""
        if p.dtype.char not in "fdFD":
            return f"dtype {p.dtype}; winograd does float32, float64, complex64 and complex128"
        if p.kernel[0] not in kernel_sizes(p.rank) or len(set(p.kernel)) > 1:
            return f"window {p.kernel}; winograd does {_windows(p.rank)}"
        if set(p.stride) != {1}:
            return f"stride {p.stride}; winograd does stride 1"
        # A block holds all residues of the last axis, at least one tile of each.
        if min(p.dilation[-1], p.out[-1]) > TUNING.MAX_BLOCK_TILES:
            return (
                f"dilation {p.dilation}; winograd does up to {TUNING.MAX_BLOCK_TILES} along the "
                "last axis"
            )
        if p.padding_value != 0 and not np.isfinite(p.padding_value):
            return f"padding_value {p.padding_value}; winograd would spread it over whole tiles"
        if not p.empty and tiling_of(p).weight_bytes > _MAX_WEIGHT_BYTES:
            return (
                f"transformed weights {tiling_of(p).weight_bytes >> 20} MiB; winograd keeps at "
                f"most {_MAX_WEIGHT_BYTES >> 20} MiB"
            )
        return None

    def cost(self, p: Problem) -> Cost:
        """Products at all points of all tiles, padded vectors included, and the transforms.

        Input, output and transformed weights are moved once; transformed inputs and products are
        written and read once each. The variant ``tiles_in_lanes`` pads vectors of tiles instead of
        vectors of channels and has rates of its own.
        """
        if p.empty:
            return Cost(0, 0, 0)
        tiling = tiling_of(p)
        workspace = p.workers * tiling.workspace
        if isinstance(tiling, TilesInLanesTiling):
            tile_blocks = tiling.tile_blocks // p.groups
            tiles = tile_blocks * tiling.tile_vectors * tiling.lanes
            return _cost_of_tiles_in_lanes(p, tiling.transform, tiles, tile_blocks, workspace)
        return _cost_of_channels_in_lanes(p, tiling.transform, tiling.tile_count, workspace)

    def cost_lower_bounds(self, p: Problem) -> Iterator[Cost]:
        """Yield, for each variant, the minimum of each count over the accurate transforms."""
        known = p.kernel[0] in kernel_sizes(p.rank) and max(p.stride) == 1
        if not known or p.accumulator.kind not in "fc" or p.empty:
            return
        max_tiles = TUNING.MAX_BLOCK_TILES
        for variant, growths in _growths(p.family):
            costs = []
            for growth in growths:
                tiles_per_residue, residues = tiles_of(p, growth.outputs)
                tiles = p.batch * math.prod(tiles_per_residue) * math.prod(residues)
                costs.append(
                    (
                        growth.flops * tiles,
                        growth.bytes * tiles + growth.weight_bytes,
                        growth.packed * tiles,
                        growth.work_items * -(-tiles // max_tiles),
                        growth.prepared,
                    )
                )
            flops, moved, packed, work_items, prepared = map(min, zip(*costs, strict=True))
            yield Cost(
                flops,
                p.in_out_bytes + moved,
                0,
                packed=packed,
                work_items=work_items,
                prepared=prepared,
                variant=variant,
            )

    def error_bound(self, p: Problem) -> float:
        """Four standard deviations of an output's error, if rounding errors are independent.

        Notes
        -----
        A rounding errs by at most half a unit in the last place, so over values of all magnitudes
        its standard deviation is ``sqrt(1 / (8 ln 2)) = 0.42`` times u times the value rounded.
        The module `error` derives how these errors reach an output, for the worst signs of the data
        within a tile and for the worst single tap, which has the largest error of all filters with
        the same ``sum|w_k|``. It leaves open n, the number of roundings at each point:

        - a transformed weight is rounded once in float32, where it is computed in double
          precision; in double precision twice along each axis, for a factor and for its product;
        - the sum over c channels is formed in chains of length l. If partial sums grow evenly,
          their squares add up to ``l / (3 (c / l)) + (c / l) / 3`` times that of the whole. A
          filter with one channel has a single product: 1.

        The bias and the result add two roundings, so the bound on errors is
        ``u * (2 + 4 * 0.42 * sqrt(variance))``.

        Errors of complex numbers and their weights are measured by absolute values. Their variance
        is twice that of real numbers and a little more, as `complex_products` derives.

        The bound is statistical. Of outputs that all have the worst signs and taps, a few are
        beyond it: the largest of 320,000 was at 1.09 times the bound, where no multiply-adds are
        fused.

        It does not hold for roundings that depend on each other. If all channels of the input have
        the one pattern of signs that a transform magnifies most, and all channels of the weights
        are equal with one non-zero corner tap, all terms of a sum are equal and round alike; errors
        then grow with the length of the chains. The largest seen on such data were 1.6 times the
        bound with 64 channels, 3.9 times with 512 and 8.2 times with 2048. If only the magnitudes
        of the weights differ between channels, tests find the bound kept.
        """
        if p.empty:
            return 0.0
        # The second is that of `interleaver`.
        transforms = {tiling_of(p).transform, channels_tiling_of(p).transform}
        return max(bound_of(p, transform) for transform in transforms)

    def prepare(self, p: Problem, w: NDArray[Any]) -> Kernel:
        """Transform the weights in double precision and round them once."""
        return _prepared(p, _plan(p), tiling_of(p).transform, w)

    def packer(self, p: Problem) -> Callable[[NDArray[Any]], Kernel] | None:
        """Return `prepare` for floats."""
        if self.packer_calls(p) is None:
            return None
        return partial(_prepared, p, _plan(p), tiling_of(p).transform)

    def packer_calls(self, p: Problem) -> int | None:
        """Return 0 for floats: their packer is `prepare`."""
        return 0 if p.accumulator.kind == "f" and not p.empty else None

    def interleaver(self, p: Problem, interleaving: Interleaving) -> Interleaver | None:
        """Return the variant ``channels_in_lanes`` for floats, without dilation."""
        same = p.accumulator.kind == "f" and p.dtype == p.accumulator
        if not same or p.groups > 1 or p.data_format == "channels_last" or p.empty:
            return None
        if set(p.dilation) != {1} or self.unsupported(p) is not None:
            return None
        tiling = channels_tiling_of(p)
        # A block holds all outputs beside each other of a channel.
        if tiling.oc_block % interleaving.steps[-1] or tiling.weight_bytes > _MAX_WEIGHT_BYTES:
            return None

        def prepare(w: NDArray[Any]) -> Kernel:
            return _prepared(p, WinogradPlan(p, tiling, interleaving), tiling.transform, w)

        workspace = p.workers * tiling.workspace
        cost = _cost_of_channels_in_lanes(p, tiling.transform, tiling.tile_count, workspace)
        return Interleaver(cost, prepare)


@cache
def _windows(rank: int) -> str:
    """Return the windows that have transforms, for a text."""
    *windows, largest = ("x".join(str(size) * rank) for size in kernel_sizes(rank))
    return f"{', '.join(windows)} and {largest}"


def _prepared(p: Problem, plan: WinogradPlan, transform: Transform, w: NDArray[Any]) -> Kernel:
    weights = contiguous(w, p.accumulator).reshape(-1, p.ic_per_group, p.taps)
    if p.accumulator.kind == "c":
        with np.errstate(all="ignore"):  # called by name, with weights that are not finite
            weights = real_weights(weights)
    return WinogradKernel(plan, weights, np.array(transform.kernel, np.float64))


@lru_cache(maxsize=1024)
def _plan(p: Problem) -> WinogradPlan:
    return WinogradPlan(p, tiling_of(p))


class _Growth(NamedTuple):
    """Counts of one transform for each tile of a problem, and constant ones, in largest blocks."""

    outputs: int
    flops: int  # per tile
    bytes: int  # per tile
    packed: int  # per tile
    work_items: int  # per block of tiles
    weight_bytes: int
    prepared: int


@lru_cache(maxsize=256)
def _growths(p: Problem) -> list[tuple[str, list[_Growth]]]:
    """Return the growths of each variant, by its name, for a family of problems.

    They leave out the padding of vectors and blocks, so they are lower bounds.
    """
    transforms = accurate_transforms(p)
    padded = p.groups * padded_oc_per_group(p)
    blocks = p.groups * oc_blocking(p)[0]
    found = [("", [_growth_of(p, each, padded, blocks) for each in transforms])]
    suitable = suitable_transforms(p, transforms)
    if suitable:
        growths = [_growth_of(p, each, p.out_channels, p.groups) for each in suitable]
        found.append(("tiles_in_lanes", growths))
    return found


def _growth_of(p: Problem, transform: Transform, out_channels: int, work_items: int) -> _Growth:
    none, one = (_counts(p, transform, tiles, out_channels, 0, 0) for tiles in (0, 1))
    return _Growth(
        transform.outputs,
        one.flops - none.flops,
        one.bytes - none.bytes,
        one.packed - none.packed,
        work_items,
        none.bytes - p.in_out_bytes,
        none.prepared,
    )


def _cost_of_channels_in_lanes(
    p: Problem, transform: Transform, block_tiles: int, workspace: int
) -> Cost:
    """Count with `block_tiles` tiles in a block."""
    tiles_per_residue, residues = tiles_of(p, transform.outputs)
    tiles = p.batch * math.prod(tiles_per_residue) * math.prod(residues)
    oc_blocks, _ = oc_blocking(p)
    work_items = p.groups * oc_blocks * -(-tiles // block_tiles)
    return _counts(p, transform, tiles, p.groups * padded_oc_per_group(p), work_items, workspace)


def _cost_of_tiles_in_lanes(
    p: Problem, transform: Transform, tiles: int, tile_blocks: int, workspace: int
) -> Cost:
    """Count with `tiles` tiles in each group, those that pad vectors included."""
    work_items = p.groups * tile_blocks
    cost = _counts(p, transform, tiles, p.out_channels, work_items, workspace)
    return replace(cost, variant="tiles_in_lanes")


def _counts(
    p: Problem, transform: Transform, tiles: int, out_channels: int, work_items: int, workspace: int
) -> Cost:
    """Count with `tiles` tiles in each group and `out_channels` in all groups, padding included."""
    itemsize, real_convs = real_itemsize(p.accumulator), real_conv_count(p.accumulator)
    points = transform.points**p.rank
    input_flops, output_flops = _transform_flops(transform.outputs, transform.taps, p.rank)
    oc_blocks, oc_block = oc_blocking(p)
    products = 2 * points * out_channels * p.ic_per_group
    panels = 2 * tiles * (p.in_channels + out_channels)
    weights = p.out_channels * p.ic_per_group
    packed = real_convs * tiles * points * p.in_channels
    moved = real_convs * points * (panels + weights) * itemsize
    transforms = p.in_channels * input_flops + out_channels * output_flops
    return Cost(
        real_convs * tiles * (products + transforms),
        p.in_out_bytes + moved,
        workspace=workspace,
        packed=packed * itemsize,
        work_items=work_items,
        prepared=real_convs * points * p.groups * oc_blocks * oc_block * p.ic_per_group * itemsize,
        lookups=int(packed * p.looked_up_share),
        pool_items=work_items,
    )


@cache
def _transform_flops(outputs: int, taps: int, rank: int) -> tuple[int, int]:
    """Return the operations of one tile's input transform and output transform, for a channel.

    Elements that neighbouring tiles share along the axes still to be transformed are counted once.
    """
    transform = TRANSFORMS[outputs, taps]
    points = transform.points
    rows_in = sum(points**axis * outputs ** (rank - 1 - axis) for axis in range(rank))
    rows_out = sum(points ** (rank - 1 - axis) * outputs**axis for axis in range(rank))
    return _flops(transform.input_steps) * rows_in, _flops(transform.output_steps) * rows_out


def _flops(steps: tuple[Step, ...]) -> int:
    """Return the additions and multiplications of a straight-line program."""
    return sum((step.start is not None) + (abs(step.factor) != 1) for step in steps)
