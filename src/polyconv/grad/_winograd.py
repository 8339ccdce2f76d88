"""Plans of the variant winograd: gradients of 3x3 weights from a quarter of the products.

The tiles of 4x4 outputs of all images are cut into blocks. Of each, a work item transforms its
input channels of x and its output channels of g, and multiplies them at all points by igemm.
"""

import math
from dataclasses import replace
from typing import NamedTuple

import numpy as np

from polyconv._cpu import lanes
from polyconv._machine import caches
from polyconv._problem import Problem
from polyconv.backends.blocking import even_block

from ._cook_toom import F_3_4, error_bound
from ._records import (
    WeightAxis,
    WeightPlan,
    WeightShape,
    WinogradShape,
    axis_of,
    offsets_of,
    panels_of,
    shape_of,
)
from ._tuning import TUNING
from ._weight_kernel import WeightKernel

__all__ = ["winograd_plan"]

# Structural: outputs of a tile along an axis, and points of both axes.
_OUTPUTS = F_3_4.taps
_POINTS = F_3_4.points**2
# Structural: rows of sums that igemm computes in register blocks of 6 and of 8, without a rest.
_ROW_STEP = 24
# Structural: tiles of a block, and those of a row of it, which is packed before its transform. 128
# tiles of x and of g of 128 channels are 2.3 MiB each.
_MAX_TILES, _MAX_COLUMNS = 128, 32
# Structural: maximum input and output channels of a work item, in float32; fewer inputs if there
# are more than 3 taps along the depth. They bound its memory to 32 MiB, half of it for sums. A
# larger work item would transform x and g less often.
_MAX_INPUTS, _MAX_OUTPUTS = 128, 256
# Structural: planes of x for each plane of g in a block, unless there are as many taps.
_MAX_PLANES = 3
# Structural: tiles whose products are summed before they are added to the sums in memory. Short
# chains have smaller errors.
_CHAINS = (128, 64, 32, 16)
# Structural: tiles of a part of the images, where the error of all of them is beyond the budget.
_PART_TILES = 2048


def winograd_plan(p: Problem, instead: WeightPlan) -> WeightPlan | None:
    """Return the plan, or None if the layer has other taps or igemm is faster.

    Parameters
    ----------
    p : Problem
    instead : WeightPlan
        That of igemm.
    """
    # With a limit of memory, the plan and so the bits would depend on the number of workers.
    if p.rank == 1 or p.kernel[-2:] != (3, 3) or p.workspace_limit is not None:
        return None
    if p.stride[-2:] != (1, 1) or p.dilation[-2:] != (1, 1):
        return None
    # Input channels are packed in whole vectors. Kernels so deep that fewer channels than a vector
    # fit into `_MAX_INPUTS` would take more memory.
    if min(_max_channels(p)) < lanes(p.accumulator)["lanes"]:
        return None
    whole = _Tiling.of(p, p.rtol)
    if whole is not None:
        if whole.cost >= instead.cost:
            return None
        shape, kernel = _kernel(p, whole)
        return WeightPlan(
            "winograd", kernel, shape, whole.cost, whole.bound, whole.roundings, instead
        )
    return _plan_by_images(p, instead)


def _plan_by_images(p: Problem, instead: WeightPlan) -> WeightPlan | None:
    """Return a plan that adds the gradients of some images at a time, or None.

    Errors of sums of all their tiles would be too large. Those of each part are within the budget.
    """
    images = max(1, _PART_TILES * p.batch // _tile_count(p))
    images = even_block(p.batch, images)
    parts = -(-p.batch // images)
    added = p.summation_error(parts)
    plans = {}  # of the parts' two sizes
    for size in (images, p.batch - (parts - 1) * images):
        part = replace(p, batch=size)
        tiling = _Tiling.of(part, p.rtol - added)
        if parts == 1 or tiling is None or tiling.cost >= instead.cost:
            return None
        if size not in plans:
            plans[size] = (tiling, *_kernel(part, tiling))
    tiling, shape, kernel = plans[images]
    bound = max(each.bound for each, _, _ in plans.values()) + added
    starts = range(0, p.batch, images)
    kernels = tuple((slice(at, at + images), plans[min(images, p.batch - at)][2]) for at in starts)
    roundings = tiling.roundings + parts
    return WeightPlan("winograd", kernel, shape, tiling.cost, bound, roundings, instead, kernels)


class _Tiling(NamedTuple):
    """Blocks of tiles, their cost, and the bound of the error.

    Attributes
    ----------
    axes : tuple of WeightAxis
        The depth, and rows and columns of tiles.
    images, block_tiles, blocks : int
        Images and tiles of a block, and blocks.
    chain, x_tiles : int
        Tiles whose products are summed in registers, and tiles of x of a block.
    bound, cost : float
        As of `WeightPlan`.
    """

    axes: tuple[WeightAxis, WeightAxis, WeightAxis]
    images: int
    block_tiles: int
    blocks: int
    chain: int
    x_tiles: int
    bound: float
    cost: float

    @property
    def roundings(self) -> int:
        """Roundings of sums that a product passes through."""
        return self.chain + self.blocks * -(-self.block_tiles // self.chain)

    @classmethod
    def of(cls, p: Problem, rtol: float) -> "_Tiling | None":
        """Return the tiling with the longest chains whose bound is within `rtol`, or None."""
        depth, rows, columns = axes = _axes(p)
        if depth.packed > max(_MAX_PLANES, depth.kernel) * depth.tile:
            return None
        images = even_block(p.batch, _MAX_TILES // (depth.tile * rows.tile * columns.tile))
        block_tiles = images * depth.tile * rows.tile * columns.tile
        blocks = -(-p.batch // images) * depth.tiles * rows.tiles * columns.tiles
        x_tiles = block_tiles // depth.tile * depth.packed
        for longest in _CHAINS:
            parts = -(-block_tiles // longest)
            chain = -(-block_tiles // parts)
            bound = error_bound(p, _tile_count(p), chain, blocks * parts)
            if bound <= rtol:
                cost = _cost(p, x_tiles / block_tiles, blocks * parts)
                return cls(axes, images, block_tiles, blocks, chain, x_tiles, bound, cost)
        return None


def _kernel(p: Problem, tiling: _Tiling) -> tuple[WeightShape, WeightKernel]:
    """Return the numbers of a plan in C, and its kernel."""
    depth, rows, columns = tiling.axes
    width = lanes(p.accumulator)["lanes"]
    panels, oc_block = panels_of(p)
    oc_splits, ic_splits = _splits(p, panels, oc_block)
    ics, in_item = -(-p.ic_per_group // ic_splits), -(-panels // oc_splits)
    ic_pitch = -(-ics // width) * width
    ic_block = _ic_block(p, ics, depth.kernel, oc_block)
    sum_rows = ic_block * depth.kernel
    # A vector more, so that no two points compete for one set of a cache.
    x_point, g_point = tiling.x_tiles * ic_pitch + width, tiling.block_tiles * oc_block + width
    sum_point = sum_rows * oc_block + width
    kept = in_item * -(-ics // ic_block) if tiling.blocks > 1 else 1
    pitch = _OUTPUTS * columns.tile + 2
    packed = (
        _POINTS * x_point,
        _POINTS * g_point * in_item,
        _POINTS * sum_point * kept,
        F_3_4.points * pitch * width,
        9 * sum_rows * oc_block,
    )
    axes = WeightAxis(), _row_axis(p.out[-2], 1), _row_axis(p.out[-1], columns.tile)
    shape = shape_of(
        p,
        axes,
        width,
        packed=packed,
        items=p.groups * oc_splits * ic_splits,
        pitch=pitch,
        plane=F_3_4.points * pitch,
        interleave=width,
        ic_block=ic_block,
        ic_splits=ic_splits,
        oc_block=oc_block,
        oc_splits=oc_splits,
        panels=panels,
        sum_block=oc_block,
        places=tiling.block_tiles + sum_rows,
    )
    *_, packed_offset, results_offset, _ = offsets_of(p, packed)
    winograd = WinogradShape(
        images=tiling.images,
        tile_rows=rows.out,
        tile_columns=columns.out,
        block_rows=rows.tile,
        block_columns=columns.tile,
        block_tiles=tiling.block_tiles,
        blocks=tiling.blocks,
        chain=tiling.chain,
        ic_pitch=ic_pitch,
        x_point=x_point,
        g_point=g_point,
        sum_point=sum_point,
        packed_offset=packed_offset,
        results_offset=results_offset,
    )
    no_taps = np.zeros(0, np.intp)
    return shape, WeightKernel(p, "winograd", axes, shape, no_taps, depth, winograd)


def _ic_block(p: Problem, ics: int, depth_taps: int, oc_block: int) -> int:
    """Return the input channels whose sums of a panel stay in half of the L2 cache."""
    step = max(1, _ROW_STEP // depth_taps)
    of_step = _POINTS * step * depth_taps * oc_block * p.accumulator.itemsize
    return min(ics, step * max(1, caches().l2 // 2 // of_step))


def _tile_count(p: Problem) -> int:
    """Return the tiles of all images."""
    tiles = (-(-n // _OUTPUTS) for n in p.out[-2:])
    return p.batch * math.prod(p.out[:-2]) * math.prod(tiles)


def _axes(p: Problem) -> tuple[WeightAxis, WeightAxis, WeightAxis]:
    """Return the depth, and the rows and columns of tiles as axes whose outputs are tiles."""
    rows, columns = (-(-n // _OUTPUTS) for n in p.out[-2:])
    column_block = even_block(columns, _MAX_COLUMNS)
    row_block = even_block(rows, _MAX_TILES // column_block)
    if p.rank == 2:
        depth = WeightAxis()
    else:
        tile = even_block(p.out[0], max(1, _MAX_TILES // (column_block * row_block)))
        depth = axis_of(p, 0, tile)
    return depth, _tile_axis(rows, row_block), _tile_axis(columns, column_block)


def _tile_axis(tiles: int, block: int) -> WeightAxis:
    return WeightAxis(tiles, block, -(-tiles // block), 1, 1, 1, 1, block)


def _row_axis(out: int, tiles: int) -> WeightAxis:
    """Return an axis of outputs, for packing what so many tiles read."""
    block = _OUTPUTS * tiles
    return WeightAxis(out, block, -(-out // block), 3, 1, 1, 1, block + 2)


def _splits(p: Problem, panels: int, oc_block: int) -> tuple[int, int]:
    """Return the work items that share the panels, and the input channels, of a group."""
    items = -(-p.workers // p.groups)
    oc_splits = items if panels % items == 0 else 1
    ic_splits = -(-items // oc_splits)
    max_inputs, max_outputs = _max_channels(p)
    oc_splits = max(oc_splits, min(panels, -(-panels * oc_block // max_outputs)))
    ic_splits = max(ic_splits, -(-p.ic_per_group // max_inputs))
    return oc_splits, min(p.ic_per_group, ic_splits)


def _max_channels(p: Problem) -> tuple[int, int]:
    """Return the largest number of input and of output channels of a work item."""
    size = p.accumulator.itemsize // 4
    return _MAX_INPUTS * 3 // (size * max(3, *p.kernel)), _MAX_OUTPUTS // size


def _cost(p: Problem, x_share: float, chains: int) -> float:
    """Return the vector FMAs of igemm that take as long, for each output position.

    `x_share` tiles of x are transformed for each one of g. The cost is that of one worker, so that
    the choice does not depend on their number.
    """
    depth = p.kernel[0] if p.rank == 3 else 1
    width, tiles = lanes(p.accumulator)["lanes"], _tile_count(p)
    vectors = -(-p.oc_per_group // width)
    max_inputs, max_outputs = _max_channels(p)
    x_vectors = -(-p.ic_per_group // width) * -(-p.oc_per_group // max_outputs)
    g_vectors = vectors * -(-p.ic_per_group // max_inputs)
    products = p.ic_per_group * depth * vectors
    of_tile = _POINTS * products + TUNING.WINOGRAD_X * x_share * x_vectors
    of_tile += TUNING.WINOGRAD_G * g_vectors
    of_sums = products * (TUNING.WINOGRAD_SUMS + TUNING.WINOGRAD_CHAIN * chains)
    outputs = p.batch * math.prod(p.out)
    return float(p.groups * (of_tile * tiles + of_sums) / outputs)
