"""Where Winograd convolution cuts if tiles are in the lanes, as for groups of few channels.

Channels in the lanes leave vectors half empty where a group has few of them. Tiles fill them
however few there are: a vector of tiles is transformed at once, and each weight is broadcast to it.
Rows of tiles are cut into segments of a vector's length, so that the outputs of segments are whole
vectors, and that is all that is left empty at the end of a row.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import inf, prod
from typing import ClassVar

import numpy as np

from polyconv._cpu import lanes
from polyconv._machine import caches
from polyconv._pieces import equal_pieces
from polyconv._problem import Problem, derived

from .cook_toom import Transform
from .tiling import MOST_TILES, Tiling, filter_blocks, tiles_of, whole, workspace_limit

__all__ = ["LaneTiling", "channels_in_lanes", "suitable", "tile_in_lanes"]

# What blocks are weighed by, in multiply-adds of one vector: transforming a vector of the input or
# of the output, for each point; packing a row, and an element of it; products of a piece, and those
# of a channel at least, as sums wait for each other.
_INPUT, _OUTPUT, _ROW, _ELEMENT = 6.5, 7.0, 4.0, 0.3
_PIECE, _CHANNEL = 40.0, 8.0
# Vectors of a piece, and its filters at most: with 32 registers, and with 16.
_PIECES = {4: {4: 6, 2: 12, 1: 16}, 2: {2: 6, 1: 12}}
# How much longer than they are weighed channels in the lanes take with a single vector of filters.
_NARROW = 0.8
# Vectors of tiles, and channels of a group, at most: as PC_LANES_PIECES says.
_VECTORS, _CHANNELS = 8, 64


@dataclass(frozen=True)
class LaneTiling(Tiling):
    """One problem cut into blocks of tiles that are in the lanes, for all filters of a group.

    Attributes
    ----------
    items : int
        Blocks of all groups.
    """

    items: int

    in_lanes: ClassVar[bool] = True

    @property
    def segments(self) -> int:
        """Vectors that the rows of a block's tiles are cut into, and those that fill up."""
        return self.panel_vectors * self.transform.outputs

    @derived
    def panel_vectors(self) -> int:
        """Vectors of tiles."""
        lines = self.images * prod(self.sizes[:-1])
        return vectors_of(lines, self.sizes[-1], self.transform.outputs, self.lanes)

    @property
    def rows_step(self) -> int:
        """Elements of the rows of all tiles at one point along the first of two axes."""
        line = whole(self.transform.outputs * self.places[-1], self.lanes)
        lines = self.images * prod(self.sizes[:-1])
        return whole(lines * line, self.lanes) + self.lanes

    @property
    def panel_step(self) -> int:
        """Elements of a panel, of input channels or of filters."""
        channels = max(self.group_in, self.group_out)
        return (channels * self.panel_vectors + 1) * self.lanes

    @derived
    def parts(self) -> dict[str, int]:
        """What a worker keeps, in bytes and in this order; each starts at a cache line."""
        m, points, past = self.transform.outputs, self.transform.points, 5 * self.lanes
        elements = {
            "line": whole(m * self.places[-1], self.lanes) + past,
            "planes": self.images * self.plane + past,
            "rows": points * self.rows_step + past if self.rank > 1 else 0,
            # Products take the place of the panel before.
            "products": (self.points + 1) * self.panel_step,
            "out": self.multiplied * m**self.rank,
        }
        parts = {name: whole(size * self.itemsize, 64) for name, size in elements.items()}
        return parts | {"segments": whole(self.segments * 4 * np.dtype(np.intp).itemsize, 64)}


def tile_in_lanes(
    p: Problem, transforms: Iterable[Transform], limit: float = inf
) -> LaneTiling | None:
    """The cheapest transform and blocks, if there are any that suit `p` and its workspace.

    None that take as long as the `limit` are of interest.
    """
    best: LaneTiling | None = None
    lane, workspace = lanes(p.accumulator)["lanes"], workspace_limit(p)
    for transform in suitable(p, transforms):
        if _least(p, transform, lane) >= limit:
            continue
        # Of blocks, those that would be the best so far are planned, to know their memory.
        for time, block, images in _options(p, transform, lane):
            if time < limit:
                tiling = _tiling(p, transform, lane, block, images, time)
                if tiling.workspace <= workspace:
                    best, limit = tiling, time
    return best


def suitable(p: Problem, transforms: Iterable[Transform]) -> list[Transform]:
    """Transforms that there are with tiles in the lanes, if `p` can be computed so."""
    lane = lanes(p.accumulator)["lanes"]
    few = max(p.group_in, p.group_out) <= _CHANNELS
    plain = p.rank < 3 and p.data_format == "channels_first" and set(p.dilation) == {1}
    if p.accumulator.kind != "f" or not few or not plain:
        return []
    # Segments of other lengths are not made of whole tiles.
    return [each for each in transforms if each.outputs in (2, 4) and each.outputs <= lane]


def channels_in_lanes(tiling: Tiling) -> float:
    """The time with channels in the lanes, in what it is measured by here."""
    return tiling.time * (1 + _NARROW / tiling.vectors**2)


def vectors_of(lines: int, tiles: int, outputs: int, lane: int) -> int:
    """Vectors of tiles that so many lines of tiles make."""
    return -(-lines * -(-tiles * outputs // lane) // outputs)


def _least(p: Problem, transform: Transform, lane: int) -> float:
    """What no blocks take less time than.

    For each vector: products that wait for nothing, and transforms that stay in the L2 cache.
    """
    tiles, _ = tiles_of(p, transform.outputs)
    each = p.group_in * p.group_out + _INPUT * p.group_in + _OUTPUT * p.group_out
    vectors = p.groups * p.batch * prod(tiles) / lane
    points: int = transform.points**p.rank
    return 0.999 * points * each * vectors / p.workers


def _options(
    p: Problem, transform: Transform, lane: int
) -> Iterator[tuple[float, tuple[int, ...], int]]:
    """The blocks worth considering: their times, tiles and images."""
    m, points = transform.outputs, transform.points**p.rank
    tiles, _ = tiles_of(p, m)
    panel = points * lane * p.accumulator.itemsize * max(p.group_in, p.group_out)
    for block, images in _blocks(p, tiles, min(MOST_TILES, _VECTORS * lane)):
        vectors = vectors_of(images * prod(block[:-1]), block[-1], m, lane)
        if vectors > _VECTORS:
            continue
        rounds = -(-_items(p, tiles, block, images) // p.workers)
        rows = images * prod([m * part + transform.taps - 1 for part in block[:-1]])
        row = m * block[-1] + transform.taps - 1
        into = p.group_in * (_INPUT * points * vectors + rows * (_ROW + _ELEMENT * row))
        out_of = p.group_out * _OUTPUT * points * vectors
        multiply = points * _products(p, vectors)
        beyond = max(1.0, panel * vectors / caches().l2)
        yield rounds * (multiply + (into + out_of) * beyond), block, images


def _items(p: Problem, tiles: tuple[int, ...], block: tuple[int, ...], images: int) -> int:
    """Blocks of all groups."""
    items = p.groups * -(-p.batch // images)
    for everything, part in zip(tiles, block, strict=True):
        items *= -(-everything // part)
    return items


def _tiling(
    p: Problem, transform: Transform, lane: int, block: tuple[int, ...], images: int, time: float
) -> LaneTiling:
    blocks, filters = filter_blocks(p)
    tiles, residues = tiles_of(p, transform.outputs)
    return LaneTiling(
        transform=transform,
        tiles=tiles,
        block=block,
        residues=residues,
        residue_block=residues,
        dilation=1,
        images=images,
        vectors=filters // lane,
        blocks=blocks,
        splits=1,
        lanes=lane,
        itemsize=p.accumulator.itemsize,
        groups=p.groups,
        group_in=p.group_in,
        group_out=p.group_out,
        reals=1,
        together=1,
        items=_items(p, tiles, block, images),
        time=time,
    )


def _products(p: Problem, vectors: int) -> float:
    """Time of the products of so many vectors at a point."""
    time = 0.0
    for width, most in _PIECES[lanes(p.accumulator)["nr_vectors"]].items():
        count, vectors = divmod(vectors, width)
        if count == 0:
            continue
        pieces = -(-p.group_out // most)
        sums = max(_CHANNEL, width * p.group_out / pieces)
        time += count * pieces * (_PIECE + p.group_in * sums)
    return time


def _blocks(p: Problem, tiles: tuple[int, ...], most: int) -> Iterator[tuple[tuple[int, ...], int]]:
    """Blocks of so many tiles, and images: rows are cut only if they are longer than a block."""
    *above, last = tiles
    length = equal_pieces(last, most)
    for height in {equal_pieces(n, size) for n in above for size in range(1, most // length + 1)}:
        if (height, length) != tiles:
            yield (height, length), 1
    images = equal_pieces(p.batch, most // prod(tiles))
    yield (*above, length), images if length == last else 1
