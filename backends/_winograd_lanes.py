"""Where Winograd convolution cuts if tiles are in the lanes, as for groups of few channels.

Channels in the lanes leave vectors half empty where a group has few of them. Tiles fill them
however few there are: a vector of tiles is transformed at once, and each weight is broadcast to it.
Rows of tiles are cut into segments of a vector's length, so that the outputs of segments are whole
vectors, and that is all that is left empty at the end of a row.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from math import inf, prod

import numpy as np

from polyconv._cpu import lanes
from polyconv._machine import caches
from polyconv._pieces import equal_pieces
from polyconv._problem import Problem

from ._cook_toom import Transform
from ._winograd_tiles import MOST_TILES, Tiling, filter_blocks, tiles_of, whole, workspace_limit

__all__ = ["LaneTiling", "tile_in_lanes"]

# What blocks are weighed by, in multiply-adds of one vector: transforming a vector of the input or
# of the output, for each point; packing a row, and an element of it.
_INPUT, _OUTPUT, _ROW, _ELEMENT = 10.0, 8.0, 20.0, 0.3
# Vectors of tiles, at most.
_VECTORS = 8


@dataclass(frozen=True)
class LaneTiling(Tiling):
    """One problem cut into blocks of tiles that are computed in the lanes, all filters at once."""

    in_lanes = True

    @property
    def segments(self) -> int:
        """Vectors that the rows of a block's tiles are cut into, and those that fill up."""
        return self.panel_vectors * self.transform.outputs

    @cached_property
    def panel_vectors(self) -> int:
        """Vectors of tiles."""
        lines = self.images * prod(self.sizes[:-1])
        return vectors_of(lines, self.sizes[-1], self.transform.outputs, self.lanes)

    @property
    def rows_step(self) -> int:
        """Elements of the rows of all tiles at one point along the first of two axes."""
        line = self.transform.outputs * self.places[-1]
        lines = self.images * prod(self.sizes[:-1])
        return whole(lines * line, self.lanes) + self.lanes

    @property
    def panel_step(self) -> int:
        """Elements of a panel, of input channels or of filters."""
        channels = max(self.group_in, self.group_out)
        return (channels * self.panel_vectors + 1) * self.lanes

    @cached_property
    def parts(self) -> dict[str, int]:
        """What a worker keeps, in bytes and in this order; each starts at a cache line."""
        m, points, past = self.transform.outputs, self.transform.points, 5 * self.lanes
        elements = {
            "line": m * self.places[-1] + past,
            "planes": self.images * self.plane + past,
            "rows": points * self.rows_step + past if self.rank > 1 else 0,
            # Products take the place of the panel before.
            "products": (self.points + 1) * self.panel_step,
            "out": self.multiplied * m**self.rank,
        }
        parts = {name: whole(size * self.itemsize, 64) for name, size in elements.items()}
        return parts | {"segments": whole(self.segments * 4 * np.dtype(np.intp).itemsize, 64)}


def tile_in_lanes(p: Problem, transforms: Iterable[Transform]) -> LaneTiling | None:
    """The cheapest transform and blocks, if there are any that suit `p` and its workspace."""
    if p.rank > 2 or p.data_format == "channels_last" or set(p.dilation) != {1}:
        return None
    best: LaneTiling | None = None
    lane, limit = lanes(p.accumulator)["lanes"], workspace_limit(p)
    for transform in transforms:
        # Segments of other lengths are not made of whole tiles.
        if transform.outputs in (2, 4) and transform.outputs <= lane:
            for tiling in _tilings(p, transform, lane):
                if (best is None or tiling.time < best.time) and tiling.workspace <= limit:
                    best = tiling
    return best


def vectors_of(lines: int, tiles: int, outputs: int, lane: int) -> int:
    """Vectors of tiles that so many lines of tiles make."""
    return -(-lines * -(-tiles * outputs // lane) // outputs)


def _tilings(p: Problem, transform: Transform, lane: int) -> Iterator[LaneTiling]:
    """The blocks worth considering, with their times."""
    m, points = transform.outputs, transform.points**p.rank
    blocks, filters = filter_blocks(p)
    tiles, residues = tiles_of(p, m)
    for block, images in _blocks(p, tiles):
        lines = images * prod(block[:-1])
        vectors = vectors_of(lines, block[-1], m, lane)
        if vectors > _VECTORS:
            continue
        items = p.groups * -(-p.batch // images)
        for everything, part in zip(tiles, block, strict=True):
            items *= -(-everything // part)
        rounds = -(-items // p.workers)
        rows = images * prod(m * part + transform.taps - 1 for part in block[:-1])
        row = m * block[-1] + transform.taps - 1
        panels = points * vectors * lane * p.accumulator.itemsize
        into = p.group_in * (_INPUT * points * vectors + rows * (_ROW + _ELEMENT * row))
        out_of = p.group_out * _OUTPUT * points * vectors
        multiply = p.group_in * p.group_out * points * vectors
        beyond = max(1.0, panels * max(p.group_in, p.group_out) / caches().l2)
        yield LaneTiling(
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
            together=1,
            time=rounds * (multiply + (into + out_of) * beyond),
        )


def _blocks(p: Problem, tiles: tuple[int, ...]) -> Iterator[tuple[tuple[int, ...], int]]:
    """Blocks of tiles and images: rows are cut only if they are longer than a block."""
    *above, last = tiles
    length = equal_pieces(last, MOST_TILES)
    if not above:
        yield (length,), equal_pieces(p.batch, MOST_TILES // length) if length == last else 1
        return
    for height in {equal_pieces(above[0], n) for n in range(1, MOST_TILES // length + 1)}:
        if (height, length) == tiles:
            yield tiles, equal_pieces(p.batch, MOST_TILES // prod(tiles))
        else:
            yield (height, length), 1
