"""The variant `tiles_in_lanes`: vectors of tiles, for groups of few channels.

With few channels in a group, vectors of channels are mostly padding. Vectors of tiles are full for
any number of channels: a vector of tiles is transformed at once, and each weight is broadcast to
it. Rows of tiles are cut into tile runs of one vector's length; M tile runs are transposed to the M
elements of a vector of tiles with M outputs each. So the outputs of tile runs are whole vectors,
too, and only the last tile run of a row has idle lanes.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import inf, prod
from typing import Any, ClassVar

import numpy as np

from polyconv._cpu import lanes
from polyconv._derived import derived
from polyconv._machine import caches
from polyconv._problem import Problem
from polyconv.backends.blocking import even_block, rounded_up

from .cook_toom import Transform
from .tiling import WinogradTiling, oc_blocking, tiles_of, workspace_limit
from .tuning import TUNING

__all__ = ["TilesInLanesTiling", "plan_tiles_in_lanes", "suitable_transforms"]

# Maximum vectors of tiles in a block and channels of a group: the list of register blocks in C has
# room for no more (PC_MAX_REGISTER_BLOCKS).
_MAX_TILE_VECTORS, _MAX_CHANNELS = 8, 64

# Register blocks of the micro-kernel, as vectors of tiles -> maximum output channels. The keys are
# NR of igemm: 4 with 32 vector registers, 2 with 16.
_REGISTER_BLOCKS = {4: {4: 6, 2: 12, 1: 16}, 2: {2: 6, 1: 12}}

# Lower bounds are a little less than the sum they bound, which may round differently.
_ROUNDING_SLACK = 0.999

# A tile run in C is 4 integers of this size.
_TILE_RUN_BYTES = 4 * np.dtype(np.intp).itemsize


@dataclass(frozen=True)
class TilesInLanesTiling(WinogradTiling):
    """Tile blocks of this variant, each for all output channels of a group.

    Attributes
    ----------
    tile_blocks : int
        Blocks of all groups.
    """

    tile_blocks: int

    variant: ClassVar[str] = "tiles_in_lanes"

    @property
    def last_oc_block(self) -> int:
        """Output channels of a group's last block: as the others."""
        return self.oc_block

    @derived
    def tile_vectors(self) -> int:
        """Vectors of tiles in a block."""
        rows = self.images * prod(self.block_tiles[:-1])
        return _tile_vectors(rows, self.block_tiles[-1], self.transform.outputs, self.lanes)

    @property
    def tile_runs(self) -> int:
        """Tile runs of a block: of its rows of tiles, and those that pad the last vector."""
        return self.tile_vectors * self.transform.outputs

    @property
    def row_stride(self) -> int:
        """Elements between points along the first of two axes: rows of all tiles."""
        row = rounded_up(self.transform.outputs * self.phase_len[-1], self.lanes)
        rows = self.images * prod(self.block_tiles[:-1])
        return rounded_up(rows * row, self.lanes) + self.lanes

    @property
    def panel_stride(self) -> int:
        """Elements between panels, of input channels or of products; against set conflicts."""
        channels = max(self.ic_per_group, self.oc_per_group)
        return (channels * self.tile_vectors + 1) * self.lanes

    @derived
    def buffers(self) -> dict[str, int]:
        """Sizes in bytes of a worker's buffers, in this order; each starts at a cache line."""
        m, points = self.transform.outputs, self.transform.points
        overrun = (m + 1) * self.lanes  # as in channels_in_lanes
        sizes = {
            "padded_row": rounded_up(m * self.phase_len[-1], self.lanes) + overrun,
            "channel_planes": self.images * self.channel_plane + overrun,
            "rows": points * self.row_stride + overrun if self.rank > 1 else 0,
            # The products of a point overwrite the panel of the point before.
            "products": (self.points + 1) * self.panel_stride,
            "out": self.tile_count * m**self.rank,
        }
        tile_runs = rounded_up(self.tile_runs * _TILE_RUN_BYTES, 64)
        return self._aligned(sizes) | {"tile_runs": tile_runs}

    def variant_plan(self) -> dict[str, Any]:
        """Return the fields of ``pc_winograd_tiles_in_lanes``."""
        return {
            "lanes": self.lanes,
            "group_weights": self.oc_blocks * self.points * self.ic_per_group * self.oc_block,
            "row_stride": self.row_stride,
            "panel_stride": self.panel_stride,
            **self.offsets(),
        }


def plan_tiles_in_lanes(
    p: Problem, transforms: Iterable[Transform], time_limit: float = inf
) -> TilesInLanesTiling | None:
    """Return the cheapest transform and blocks, or None if none is faster than `time_limit`.

    None, too, if this variant cannot compute `p` or nothing fits the workspace.
    """
    best: TilesInLanesTiling | None = None
    lane, workspace = lanes(p.accumulator)["lanes"], workspace_limit(p)
    for transform in suitable_transforms(p, transforms):
        if _min_time(p, transform, lane) >= time_limit:
            continue
        # Only candidates that would be the best so far are built: the workspace is known then.
        for time, tile_block, images in _options(p, transform, lane):
            if time < time_limit:
                tiling = _tiling(p, transform, lane, tile_block, images, time)
                if tiling.workspace <= workspace:
                    best, time_limit = tiling, time
    return best


def suitable_transforms(p: Problem, transforms: Iterable[Transform]) -> list[Transform]:
    """Return the transforms that this variant has, or none if it cannot compute `p`."""
    lane = lanes(p.accumulator)["lanes"]
    few_channels = max(p.ic_per_group, p.oc_per_group) <= _MAX_CHANNELS
    layout = p.rank < 3 and p.data_format == "channels_first" and set(p.dilation) == {1}
    if p.accumulator.kind != "f" or not few_channels or not layout:
        return []
    # Tile runs hold whole tiles only if the outputs of a tile divide the lanes.
    return [each for each in transforms if each.outputs in (2, 4) and each.outputs <= lane]


def _tile_vectors(rows: int, tiles: int, outputs: int, lane: int) -> int:
    """Return the vectors of tiles in `rows` rows of `tiles` tiles."""
    return -(-rows * -(-tiles * outputs // lane) // outputs)


def _min_time(p: Problem, transform: Transform, lane: int) -> float:
    """Return a lower bound of the time of any blocks.

    No FMA waits for another, and the transforms' data stay in the L2 cache.
    """
    tiles, _ = tiles_of(p, transform.outputs)
    each: float = p.ic_per_group * p.oc_per_group
    each += TUNING.TILES_INPUT_COST * p.ic_per_group + TUNING.TILES_OUTPUT_COST * p.oc_per_group
    vectors = p.groups * p.batch * prod(tiles) / lane
    points: int = transform.points**p.rank
    return _ROUNDING_SLACK * points * each * vectors / p.workers


def _options(
    p: Problem, transform: Transform, lane: int
) -> Iterator[tuple[float, tuple[int, ...], int]]:
    """Yield the candidates: predicted time, tiles of a block along each axis, and images."""
    m, points = transform.outputs, transform.points**p.rank
    tiles, _ = tiles_of(p, m)
    input_cost, output_cost = TUNING.TILES_INPUT_COST, TUNING.TILES_OUTPUT_COST
    row_cost, element_cost = TUNING.TILES_ROW_COST, TUNING.TILES_ELEMENT_COST
    panel = points * lane * p.accumulator.itemsize * max(p.ic_per_group, p.oc_per_group)
    max_tiles = min(TUNING.MAX_BLOCK_TILES, _MAX_TILE_VECTORS * lane)
    for tile_block, images in _tile_blocks(p, tiles, max_tiles):
        vectors = _tile_vectors(images * prod(tile_block[:-1]), tile_block[-1], m, lane)
        if vectors > _MAX_TILE_VECTORS:
            continue
        rounds = -(-_work_items(p, tiles, tile_block, images) // p.workers)
        rows = images * prod([m * part + transform.taps - 1 for part in tile_block[:-1]])
        columns = m * tile_block[-1] + transform.taps - 1
        packing = rows * (row_cost + element_cost * columns)
        input_time = p.ic_per_group * (input_cost * points * vectors + packing)
        output_time = p.oc_per_group * output_cost * points * vectors
        multiply = points * _multiply_time(p, vectors)
        # Panels beyond the L2 cache are read back from the next level.
        l2_overflow = max(1.0, panel * vectors / caches().l2)
        yield rounds * (multiply + (input_time + output_time) * l2_overflow), tile_block, images


def _work_items(
    p: Problem, tiles: tuple[int, ...], tile_block: tuple[int, ...], images: int
) -> int:
    """Return the tile blocks of all groups."""
    items = p.groups * -(-p.batch // images)
    for total, part in zip(tiles, tile_block, strict=True):
        items *= -(-total // part)
    return items


def _tiling(
    p: Problem,
    transform: Transform,
    lane: int,
    tile_block: tuple[int, ...],
    images: int,
    time: float,
) -> TilesInLanesTiling:
    oc_blocks, oc_block = oc_blocking(p)
    tiles, residues = tiles_of(p, transform.outputs)
    return TilesInLanesTiling(
        transform=transform,
        tiles=tiles,
        tile_block=tile_block,
        residues=residues,
        residue_block=residues,
        dilation=1,
        images=images,
        oc_vectors=oc_block // lane,
        oc_blocks=oc_blocks,
        oc_splits=1,
        lanes=lane,
        itemsize=p.accumulator.itemsize,
        groups=p.groups,
        ic_per_group=p.ic_per_group,
        oc_per_group=p.oc_per_group,
        real_convs=1,
        ic_block=1,
        tile_blocks=_work_items(p, tiles, tile_block, images),
        time=time,
    )


def _multiply_time(p: Problem, vectors: int) -> float:
    """Return the time of the products of `vectors` vectors of tiles at one point."""
    time, min_channel_cost = 0.0, TUNING.TILES_MIN_CHANNEL_COST
    register_block_cost = TUNING.TILES_REGISTER_BLOCK_COST
    register_blocks = _REGISTER_BLOCKS[lanes(p.accumulator)["nr_vectors"]]
    for width, max_channels in register_blocks.items():
        count, vectors = divmod(vectors, width)
        if count == 0:
            continue
        blocks = -(-p.oc_per_group // max_channels)
        channel_cost = max(min_channel_cost, width * p.oc_per_group / blocks)
        time += count * blocks * (register_block_cost + p.ic_per_group * channel_cost)
    return time


def _tile_blocks(
    p: Problem, tiles: tuple[int, ...], max_tiles: int
) -> Iterator[tuple[tuple[int, ...], int]]:
    """Yield tiles of a block along each axis, and images.

    Rows are cut only if they have more than `max_tiles` tiles.
    """
    *above, last = tiles
    length = even_block(last, max_tiles)
    heights = range(1, max_tiles // length + 1)
    for height in {even_block(n, size) for n in above for size in heights}:
        if (height, length) != tiles:
            yield (height, length), 1
    images = even_block(p.batch, max_tiles // prod(tiles))
    yield (*above, length), images if length == last else 1
