"""The variant `channels_in_lanes`: vectors of output channels, one GEMM for each point.

A block of tiles has a panel for each point, with a row for each input channel and a column for each
tile. The micro-kernel broadcasts panel elements and multiplies them by vectors of transformed
weights. Blocks are chosen so that panels and products stay in the L2 cache.
"""

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any, ClassVar, NamedTuple

import numpy as np

from polyconv._cpu import lanes
from polyconv._derived import derived
from polyconv._machine import CACHE_LINE, caches
from polyconv._problem import Problem
from polyconv.backends.blocking import even_block, rounded_up

from .complex_products import real_conv_count, real_itemsize
from .cook_toom import TRANSFORMS, Transform
from .tiling import (
    WinogradTiling,
    oc_blocking,
    padded_oc_per_group,
    tiles_of,
    weights_in_memory,
    workspace_limit,
)
from .tuning import TUNING

__all__ = ["ChannelsInLanesTiling", "plan_channels_in_lanes", "time_in_tiles_units"]

# Candidates: lengths of a block along an axis, in tiles, and numbers of work items that share a
# tile block. They sample the search space; trying all lengths up to 128 changes the plans of 2
# named workloads.
_BLOCK_LENGTHS = (1, 2, 3, 4, 5, 6, 8, 10, 12, 16, 24, 32, 48, 64, 96, 128)
_OC_SPLITS = (1, 2, 3, 4, 6, 8, 12, 16)

# Tiles of a register block: MR of the micro-kernel igemm.
_REGISTER_BLOCK_TILES = 6

# Bytes of vectors that the kernels load in part by a mask: those of AVX-512.
_MASKED_VECTOR = 64

# Lower bounds are a little less than the sum they bound, which may round differently.
_ROUNDING_SLACK = 0.999


@dataclass(frozen=True)
class ChannelsInLanesTiling(WinogradTiling):
    """Tile blocks of this variant, and the layout of their panels and products."""

    variant: ClassVar[str] = "channels_in_lanes"

    @property
    def last_oc_block(self) -> int:
        """Output channels of a group's last block, in whole vectors."""
        channels = self.oc_per_group - (self.oc_blocks - 1) * self.oc_block
        return rounded_up(channels, self.lanes)

    @derived
    def panel_columns(self) -> int:
        """Elements of a panel row: the phase along the last axis, tiles along the others."""
        return self.images * math.prod(self.block_tiles[:-1]) * self.phase_len[-1]

    @property
    def depth_input_stride(self) -> int:
        """Elements between points of planes transformed along the first of three axes."""
        plane = self.channel_plane // (self.transform.outputs * self.phase_len[0])
        return rounded_up(self.block_tiles[0] * plane, self.lanes)

    @property
    def phase_stride(self) -> int:
        """Elements between phases; vectors may run past the last one's end."""
        return rounded_up(self.panel_columns, self.lanes) + 2 * self.lanes

    @property
    def panel_row_stride(self) -> int:
        """Elements between rows of a panel, in whole vectors."""
        return rounded_up(self.panel_columns, self.lanes)

    @property
    def panel_stride(self) -> int:
        """Elements between panels; one vector more than a panel, against set conflicts."""
        return self.real_convs * self.ic_per_group * self.panel_row_stride + self.lanes

    @property
    def product_stride(self) -> int:
        """Elements between the products of two points; one vector more, against set conflicts."""
        return (self.tile_count * self.oc_vectors + 1) * self.lanes

    @property
    def depth_output_stride(self) -> int:
        """Elements between rows of products transformed along the first of three axes."""
        return (self.block_tiles[-1] * self.oc_vectors + 1) * self.lanes

    @property
    def output_row_stride(self) -> int:
        """Elements between the outputs of two real convolutions, for a row of tiles."""
        m = self.transform.outputs
        rows = m if self.rank > 1 else 1
        return rows * self.block_tiles[-1] * m * self.oc_vectors * self.lanes

    @property
    def reads_rows(self) -> bool:
        """True if rows of images are transformed without packing them.

        That spares a copy, but starts a vector with each row of tiles. Ends of rows need masked
        loads: at level v3, whose partial vectors are copied through the stack, 3x3 of 128 channels
        on 28x28 took 1.07 of the time (Zen 4, December 2026).
        """
        if self.lanes * self.itemsize < _MASKED_VECTOR:
            return False
        row = self.phase_len[-1]
        fill = row / rounded_up(row, self.lanes)
        real_plane = self.rank == 2 and self.real_convs == 1 and self.dilation == 1
        return bool(real_plane and fill >= TUNING.MIN_ROW_FILL)

    @derived
    def buffers(self) -> dict[str, int]:
        """Sizes in bytes of a worker's buffers, in this order; each starts at a cache line."""
        m, points = self.transform.outputs, self.transform.points
        # Loads may run past the end: deinterleaving loads a vector for each phase, from any element
        # on.
        overrun = (m + 1) * self.lanes
        planes = self.ic_block * (1 if self.real_convs == 1 else 2)
        is_complex, is_volume = self.real_convs > 1, self.rank == 3
        sizes = {
            "padded_row": planes * self.padded_row + overrun,
            "channel_planes": self.images * planes * self.channel_plane + overrun,
            "tilted_plane": self.channel_plane + overrun if is_complex else 0,
            "depth_input": points * self.depth_input_stride + overrun if is_volume else 0,
            "phases": self.points // points * m * self.phase_stride,
            "panels": self.points * self.panel_stride,
            "products": self.real_convs * self.points * self.product_stride,
            "depth_output": (
                self.real_convs * m * points**2 * self.depth_output_stride if is_volume else 0
            ),
            "output_rows": self.real_convs * self.output_row_stride,
            "complex_rows": 2 * self.output_row_stride if is_complex else 0,
            "discarded_row": self.block_tiles[-1] * m * self.oc_vectors * self.lanes,
        }
        columns = rounded_up(self.tile_count * np.dtype(np.intp).itemsize, CACHE_LINE)
        return self._aligned(sizes) | {"tile_column": columns}

    def variant_plan(self) -> dict[str, Any]:
        """Return the fields of ``pc_winograd_channels_in_lanes``."""
        return {
            "real_convs": self.real_convs,
            "depth_input_stride": self.depth_input_stride,
            "phase_stride": self.phase_stride,
            "panel_row_stride": self.panel_row_stride,
            "panel_stride": self.panel_stride,
            "product_stride": self.product_stride,
            "depth_output_stride": self.depth_output_stride,
            "output_row_stride": self.output_row_stride,
            "reads_rows": self.reads_rows,
            **self.offsets(),
        }


def time_in_tiles_units(tiling: ChannelsInLanesTiling) -> float:
    """Return the predicted time, corrected so that it compares with `tiles_in_lanes`."""
    extra: float = TUNING.ONE_VECTOR_EXTRA / tiling.oc_vectors**2
    return tiling.time * (1 + extra)


def plan_channels_in_lanes(p: Problem, transforms: Iterable[Transform]) -> ChannelsInLanesTiling:
    """Return the cheapest transform and blocks that fit the workspace, or the smallest blocks."""
    limit, l2 = workspace_limit(p), caches().l2
    best: ChannelsInLanesTiling | None = None
    best_time, best_order = math.inf, (0, 0)
    too_large: list[tuple[int, int, int, float, ChannelsInLanesTiling]] = []
    # Candidates are tried in the order of their lower bounds, so that few are built: the workspace
    # of a block is known only then.
    for work in sorted(_TransformWork.of(p, each, order) for order, each in enumerate(transforms)):
        if work.min_time > best_time:
            break
        for option in sorted(_options(p, work)):
            min_time, number, block, images, oc_splits, rounds, multiply, transform = option
            if min_time > best_time:
                break
            tiling = _tiling(p, work, block, images, oc_splits)
            workspace = tiling.workspace
            time = rounds * work.points * (multiply + transform * max(1.0, workspace / l2))
            if workspace > limit:
                too_large.append((workspace, work.order, number, time, tiling))
                continue
            order = (work.order, number)
            if time < best_time or (time == best_time and order < best_order):
                best, best_time, best_order = tiling, time, order
    if best is None:
        *_, best_time, best = min(too_large)
    return replace(best, time=best_time)


class _TransformWork(NamedTuple):
    """One transform: a lower bound of the time of any blocks, and what all its blocks share."""

    min_time: float
    order: int
    transform: Transform
    tiles: tuple[int, ...]
    residues: tuple[int, ...]
    points: int
    weight_bytes: int
    weight_cost: float

    @classmethod
    def of(cls, p: Problem, transform: Transform, order: int) -> "_TransformWork":
        oc_blocks, oc_block = oc_blocking(p)
        lane = lanes(p.accumulator)["lanes"]
        points, vectors = transform.points**p.rank, padded_oc_per_group(p) // lane
        real_convs = real_conv_count(p.accumulator)
        weight_bytes = points * p.groups * oc_blocks * oc_block * real_convs * p.ic_per_group
        weight_bytes *= real_itemsize(p.accumulator)
        if weights_in_memory(weight_bytes):
            weight_cost: float = TUNING.WEIGHT_COST_MEMORY
        elif weight_bytes > caches().l2:
            weight_cost = TUNING.WEIGHT_COST_L3
        else:
            weight_cost = TUNING.WEIGHT_COST_L2
        tiles, residues = tiles_of(p, transform.outputs)
        # For one tile: no register block is faster than 1 FMA per tile, and weights are read once
        # for the largest block.
        tile_time: float = p.ic_per_group * vectors * (1 + weight_cost / TUNING.MAX_BLOCK_TILES)
        input_cost, output_cost = _transform_costs(transform)
        tile_time += input_cost * p.ic_per_group / lane + output_cost * vectors
        tile_time *= real_convs * p.groups
        work = p.batch * math.prod(tiles) * math.prod(residues) * tile_time / p.workers
        min_time = _ROUNDING_SLACK * points * work
        return cls(min_time, order, transform, tiles, residues, points, weight_bytes, weight_cost)


def _transform_costs(transform: Transform) -> tuple[float, float]:
    """Return `INPUT_COST` and `OUTPUT_COST`, more for transforms of more steps than F(4, 3)."""
    measured, points = TRANSFORMS[4, 3], transform.points
    scale = measured.points / points
    return (
        TUNING.INPUT_COST * max(1, scale * len(transform.input_steps) / len(measured.input_steps)),
        TUNING.OUTPUT_COST
        * max(1, scale * len(transform.output_steps) / len(measured.output_steps)),
    )


class _TileBlock(NamedTuple):
    """A block of tiles, without its images."""

    tiles: tuple[int, ...]
    residues: tuple[int, ...]
    block_tiles: tuple[int, ...]
    tile_count: int


_NO_AXES = _TileBlock((), (), (), 1)


# A candidate: its time if only panels and products took space in L2; its number, which breaks ties;
# block, images, oc_splits; and the terms of its time: rounds of work items, multiplications,
# transforms. A plain tuple, because a plan makes hundreds.
_Option = tuple[float, int, _TileBlock, int, int, int, float, float]


def _options(p: Problem, work: _TransformWork) -> list[_Option]:
    """Return the candidates with one transform."""
    options: list[_Option] = []
    _, _, transform, tiles, residues, points, weight_bytes, weight_cost = work
    halo, lane = (transform.points - 1) // transform.outputs, lanes(p.accumulator)["lanes"]
    oc_blocks, oc_block = oc_blocking(p)
    max_splits = oc_blocks if p.workers > 1 else 1
    workers, real_convs = p.workers, real_conv_count(p.accumulator)
    ic, oc_vectors = real_convs * p.ic_per_group, padded_oc_per_group(p) // lane
    product_vectors = real_convs * (oc_block // lane)
    l2, max_tiles, remainder_cost = caches().l2, TUNING.MAX_BLOCK_TILES, TUNING.REMAINDER_COST
    input_cost, output_cost = _transform_costs(transform)
    panel_cost = TUNING.PANEL_COST * lane * real_itemsize(p.accumulator) / 64
    # Weights that fit into L2 take space there beside panels and products; others do not stay.
    resident_weights = weight_bytes if weight_bytes <= l2 else 0
    vector_bytes = points * lane * real_itemsize(p.accumulator)
    for block, images in _spans(tiles, residues, max_tiles, p.batch):
        some_tiles, some_residues, block_tiles, size = block
        items = p.groups * -(-p.batch // images)
        for total, part in zip(tiles + residues, some_tiles + some_residues, strict=True):
            items *= -(-total // part)
        tile_count = images * size
        register_blocks, rest = divmod(tile_count, _REGISTER_BLOCK_TILES)
        steps = _REGISTER_BLOCK_TILES * register_blocks + remainder_cost[rest]
        columns = tile_count // block_tiles[-1] * (some_tiles[-1] + halo) * some_residues[-1]
        column_vectors = -(-columns // lane)
        multiply = ic * oc_vectors * (steps + weight_cost)
        input_time = input_cost * ic * column_vectors
        output_time = output_cost * tile_count * oc_blocks * product_vectors
        # Panels and products beyond the L2 cache are read back from the next level: panels for each
        # block of output channels.
        size = vector_bytes * (ic * column_vectors + tile_count * product_vectors)
        l2_overflow = max(1.0, size / l2)
        if size + resident_weights > l2:
            multiply += panel_cost * ic * column_vectors * oc_blocks
        for oc_splits in _OC_SPLITS:
            if oc_splits > max_splits:
                break
            rounds = -(-items * oc_splits // workers)
            parts = multiply / oc_splits, input_time + output_time / oc_splits
            time = rounds * points * (parts[0] + parts[1] * l2_overflow)
            options.append((time, len(options), block, images, oc_splits, rounds, *parts))
    return options


def _tiling(
    p: Problem, work: _TransformWork, block: _TileBlock, images: int, oc_splits: int
) -> ChannelsInLanesTiling:
    lane = lanes(p.accumulator)["lanes"]
    oc_blocks, oc_block = oc_blocking(p)
    # One vector of neighbouring channels is transposed at a time; half as many if complex.
    neighbours = lane if p.accumulator.kind != "c" else lane // 2
    return ChannelsInLanesTiling(
        transform=work.transform,
        tiles=work.tiles,
        tile_block=block.tiles,
        residues=work.residues,
        residue_block=block.residues,
        dilation=p.dilation[-1],
        images=images,
        oc_vectors=oc_block // lane,
        oc_blocks=oc_blocks,
        oc_splits=oc_splits,
        lanes=lane,
        itemsize=real_itemsize(p.accumulator),
        groups=p.groups,
        ic_per_group=p.ic_per_group,
        oc_per_group=p.oc_per_group,
        real_convs=real_conv_count(p.accumulator),
        ic_block=neighbours if p.data_format == "channels_last" else 1,
        time=math.inf,
    )


def _spans(
    tiles: tuple[int, ...], residues: tuple[int, ...], max_tiles: int, batch: int
) -> Iterator[tuple[_TileBlock, int]]:
    """Yield blocks and the number of images each spans: several only if it has all their tiles."""
    all_tiles = math.prod(tiles) * math.prod(residues)
    for block in _blocks(tiles, residues, max_tiles):
        max_images = max_tiles // block.tile_count if block.tile_count == all_tiles else 1
        for images in _image_counts(batch, max_images) if batch > 1 else (1,):
            yield block, images


@lru_cache(maxsize=1024)
def _image_counts(batch: int, max_images: int) -> tuple[int, ...]:
    """Return the numbers of images, out of `batch`, that blocks may span."""
    return tuple({even_block(batch, min(n, max_images)) for n in _BLOCK_LENGTHS})


@lru_cache(maxsize=1024)
def _blocks(
    tiles: tuple[int, ...], residues: tuple[int, ...], max_tiles: int
) -> tuple[_TileBlock, ...]:
    """Return blocks of at most `max_tiles` tiles.

    A block has more than one tile along an axis only if it spans all later axes: rows along the
    last axes are the longest runs in memory.
    """
    found: list[_TileBlock] = []
    last = len(tiles) == 1
    inner: tuple[_TileBlock, ...] = (_NO_AXES,)
    whole_axis = 1
    if not last:
        inner = _blocks(tiles[1:], residues[1:], max_tiles)
        whole_axis = tiles[1] * residues[1]
    for length, some in _axis_cuts(tiles[0], residues[0], last):
        size = length * some
        for lengths, residue_block, sizes, rest in inner:
            if size * rest <= max_tiles and (size == 1 or last or sizes[0] == whole_axis):
                found.append(
                    _TileBlock(
                        (length, *lengths), (some, *residue_block), (size, *sizes), size * rest
                    )
                )
    return tuple(found)


@lru_cache(maxsize=1024)
def _axis_cuts(tiles: int, residues: int, last: bool) -> tuple[tuple[int, int], ...]:
    """Return tiles and residues of blocks along an axis.

    The last axis keeps all residues. Others have all tiles of some residues or some tiles of one.
    """
    if last:
        return tuple({(length, residues) for length in _block_lengths(tiles)})
    some = {(tiles, length) for length in _block_lengths(residues)}
    return tuple(some | {(length, 1) for length in _block_lengths(tiles)})


def _block_lengths(tiles: int) -> set[int]:
    """Return the lengths of equal blocks of `tiles`, near each of `_BLOCK_LENGTHS`."""
    return {even_block(tiles, length) for length in _BLOCK_LENGTHS}
