"""Where Winograd convolution cuts: blocks of tiles whose transformed panels stay in a cache."""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import NamedTuple

import numpy as np

from polyconv._cpu import lanes
from polyconv._machine import caches
from polyconv._problem import Problem

from ._cook_toom import Transform

__all__ = ["MOST_TILES", "Tiling", "chain", "filter_blocks", "tile"]

# Most bytes of workspace for one worker.
_WORKSPACE = 16 << 20
# Most tiles of a block.
MOST_TILES = 128
# Their numbers along an axis.
_LENGTHS = (1, 2, 3, 4, 5, 6, 8, 10, 12, 16, 24, 32, 48, 64, 96, 128)
# Work items that may share a block, each with some of the output channels.
_SPLITS = (1, 2, 3, 4, 6, 8, 12, 16)

# What blocks are weighed by, in multiply-adds of one vector: reading a vector of weights from the
# L2 cache, the L3 cache and memory, and transforming one of the input or of the output, for each
# point.
_L2, _L3, _MEMORY, _INPUT, _OUTPUT = 5.0, 7.0, 10.0, 3.0, 3.0


@dataclass(frozen=True)
class Tiling:
    """One problem cut into blocks of tiles, and the memory that a block takes.

    Attributes
    ----------
    transform : Transform
        That of every axis.
    tiles, block : tuple of int
        Tiles along each axis: in all, and in a block.
    images : int
        Images that a block spans.
    vectors, blocks : int
        Vectors of output channels that are multiplied at once, and blocks of so many.
    splits : int
        Work items that share a block of tiles, each with some of the output channels.
    lanes, itemsize, groups, group_in : int
        Elements of a vector, bytes of an element, groups and their input channels.
    together : int
        Input channels packed at once: more than one if they are side by side.
    """

    transform: Transform
    tiles: tuple[int, ...]
    block: tuple[int, ...]
    images: int
    vectors: int
    blocks: int
    splits: int
    lanes: int
    itemsize: int
    groups: int
    group_in: int
    together: int

    @property
    def rank(self) -> int:
        """Number of spatial axes."""
        return len(self.block)

    @cached_property
    def points(self) -> int:
        """Points of a tile, and so panels."""
        return int(self.transform.points**self.rank)

    @cached_property
    def weights(self) -> int:
        """Bytes of the transformed weights, filters that fill up blocks included."""
        filters = self.groups * self.blocks * self.vectors * self.lanes
        return self.points * filters * self.group_in * self.itemsize

    @property
    def far(self) -> bool:
        """Whether the weights come from memory."""
        return is_far(self.weights)

    @property
    def chain(self) -> int:
        """Channels summed at once."""
        return chain(self.group_in)

    @cached_property
    def places(self) -> tuple[int, ...]:
        """Places of a phase along each axis: tiles, and those that the last reach over into."""
        over = (self.transform.points - 1) // self.transform.outputs
        return tuple(tiles + over for tiles in self.block)

    @property
    def multiplied(self) -> int:
        """Tiles of a block."""
        return self.images * math.prod(self.block)

    @cached_property
    def slots(self) -> int:
        """Elements of a row of a panel: places along the last axis, tiles along the others."""
        return self.images * math.prod(self.block[:-1]) * self.places[-1]

    @cached_property
    def plane(self) -> int:
        """Elements of one packed channel."""
        return math.prod(self.transform.outputs * places for places in self.places)

    @property
    def deep_step(self) -> int:
        """Elements of one plane of each tile, transformed along the first of three axes."""
        slice_ = self.plane // (self.transform.outputs * self.places[0])
        return _whole(self.block[0] * slice_, self.lanes)

    @property
    def phase_step(self) -> int:
        """Elements between two phases; vectors may run past the last place."""
        return _whole(self.slots, self.lanes) + 2 * self.lanes

    @property
    def panel_row(self) -> int:
        """Elements of a row of a panel, in whole vectors."""
        return _whole(self.slots, self.lanes)

    @property
    def panel_step(self) -> int:
        """Elements of a panel; a vector more, so that not all compete for the same cache sets."""
        return self.group_in * self.panel_row + self.lanes

    @property
    def product_step(self) -> int:
        """Elements of the products at one point."""
        return (self.multiplied * self.vectors + 1) * self.lanes

    @property
    def half_step(self) -> int:
        """Elements of a line of products transformed along the first of three axes."""
        return (self.block[-1] * self.vectors + 1) * self.lanes

    @cached_property
    def parts(self) -> dict[str, int]:
        """What a worker keeps, in bytes and in this order; each starts at a cache line."""
        m, points, past = self.transform.outputs, self.transform.points, 5 * self.lanes
        row = self.block[-1] * m * self.vectors * self.lanes
        elements = {
            "planes": self.images * self.together * self.plane + past,
            "deep": 0,
            "phases": self.points // points * m * self.phase_step,
            "panels": self.points * self.panel_step,
            "products": self.points * self.product_step,
            "half": 0,
            "rows": (m if self.rank > 1 else 1) * row,
            "unwanted": row,
        }
        if self.rank == 3:
            elements["deep"] = points * self.deep_step + past
            elements["half"] = m * points**2 * self.half_step
        parts = {name: _whole(size * self.itemsize, 64) for name, size in elements.items()}
        return parts | {"slot": _whole(self.multiplied * np.dtype(np.intp).itemsize, 64)}

    @property
    def workspace(self) -> int:
        """Bytes for one worker."""
        return sum(self.parts.values())


def chain(channels: int) -> int:
    """Channels summed in registers before the sum is added to the others.

    Two such levels err least if the first sums about ``(channels**2 / 2) ** (1 / 3)`` terms; fewer
    than 16 would take too many additions.
    """
    return max(16, 8 * round(math.cbrt(channels**2 / 2) / 8))


class _Work(NamedTuple):
    """What one transform takes, in multiply-adds of a vector."""

    least: float  # of the whole call, whatever the blocks
    order: int  # in which transforms are given: of equal ones, the first is taken
    transform: Transform
    tiles: tuple[int, ...]
    points: int
    vectors: int  # of output channels
    read: float  # for reading a vector of weights

    @classmethod
    def of(cls, p: Problem, transform: Transform, order: int) -> "_Work":
        blocks, filters = filter_blocks(p)
        lane = lanes(p.accumulator)["lanes"]
        points, vectors = transform.points**p.rank, blocks * (filters // lane)
        weights = points * p.groups * blocks * filters * p.group_in * p.accumulator.itemsize
        read = _MEMORY if is_far(weights) else _L3 if weights > caches().l2 else _L2
        tiles = tuple(-(-out // transform.outputs) for out in p.out)
        # For each tile: no step is quicker than one, and weights are read once for the most tiles.
        one = p.group_in * vectors * (1 + read / MOST_TILES)
        one += _INPUT * p.group_in / lane + _OUTPUT * vectors
        least = 0.999 * points * p.groups * p.batch * math.prod(tiles) * one / p.workers
        return cls(least, order, transform, tiles, points, vectors, read)


# The time if panels stay in the L2 cache; the number among all options; tiles of a block, images,
# splits; and what makes up the time: rounds, multiplications, and transforms forth and back.
_Option = tuple[float, int, tuple[int, ...], int, int, int, float, float, float]


def tile(p: Problem, transforms: Iterable[Transform]) -> Tiling:
    """Plan the tiles of `p`: the cheapest transform and blocks that fit, or the smallest."""
    limit = _WORKSPACE
    if p.workspace_limit is not None:
        limit = min(limit, p.workspace_limit // p.workers)
    best: Tiling | None = None
    least, first = math.inf, (0, 0)
    small: list[tuple[int, int, int, Tiling]] = []
    # The most promising first: of transforms, and of blocks, the memory of which is known when
    # they are planned, which few need to be.
    for work in sorted(_Work.of(p, each, order) for order, each in enumerate(transforms)):
        if work.least > least:
            break
        for time, number, block, images, splits, rounds, multiply, into, out_of in sorted(
            _options(p, work)
        ):
            if time > least:
                break
            tiling = _tiling(p, work, block, images, splits)
            if tiling.workspace > limit:
                small.append((tiling.workspace, work.order, number, tiling))
                continue
            total = time
            if tiling.workspace > 4 * caches().l2:  # panels and products leave it in between
                total = rounds * work.points * (multiply + 4 * into + 4 * out_of)
            if total < least or (total == least and (work.order, number) < first):
                best, least, first = tiling, total, (work.order, number)
    return min(small)[-1] if best is None else best


def filter_blocks(p: Problem) -> tuple[int, int]:
    """Blocks of a group's filters, and how many filters make one: whole vectors."""
    vector = lanes(p.accumulator)
    vectors = -(-p.group_out // vector["lanes"])
    blocks = -(-vectors // vector["channel_vectors"])
    block = -(-vectors // blocks) * vector["lanes"]
    return -(-p.group_out // block), block


def _tiling(p: Problem, work: _Work, block: tuple[int, ...], images: int, splits: int) -> Tiling:
    lane = lanes(p.accumulator)["lanes"]
    blocks, filters = filter_blocks(p)
    return Tiling(
        transform=work.transform,
        tiles=work.tiles,
        block=block,
        images=images,
        vectors=filters // lane,
        blocks=blocks,
        splits=splits,
        lanes=lane,
        itemsize=p.accumulator.itemsize,
        groups=p.groups,
        group_in=p.group_in,
        together=lane if p.data_format == "channels_last" else 1,
    )


def _options(p: Problem, work: _Work) -> list[_Option]:
    """The blocks worth considering, with their times."""
    options: list[_Option] = []
    _, _, transform, tiles, points, vectors, read = work
    over, lane = (transform.points - 1) // transform.outputs, lanes(p.accumulator)["lanes"]
    most_splits = filter_blocks(p)[0] if p.workers > 1 else 1
    group_in, workers = p.group_in, p.workers
    for block in _blocks(tiles):
        size = math.prod(block)
        images = _even(p.batch, MOST_TILES // size) if block == tiles else 1
        items = p.groups * -(-p.batch // images)
        for all_tiles, length in zip(tiles, block, strict=True):
            items *= -(-all_tiles // length)
        together = images * size
        # Six tiles are multiplied at once; what is left over takes more time for each.
        sixes, rest = divmod(together, 6)
        steps = 6 * sixes + (0, 2, 2.5, 4.5, 4.5, 6.5)[rest]
        slots = together // block[-1] * (block[-1] + over)
        multiply = group_in * vectors * (steps + read)
        into = _INPUT * group_in * -(-slots // lane)
        out_of = _OUTPUT * together * vectors
        for n in _SPLITS:
            if n > most_splits:
                break
            rounds = -(-items * n // workers)
            parts = multiply / n, into, out_of / n
            time = rounds * points * (parts[0] + into + parts[2])
            options.append((time, len(options), block, images, n, rounds, *parts))
    return options


@lru_cache(maxsize=1024)
def _blocks(tiles: tuple[int, ...]) -> tuple[tuple[int, ...], ...]:
    """Blocks of at most `MOST_TILES` tiles; they grow along the last axes first, whose rows are
    the longest.
    """
    found = []
    for first in _lengths(tiles[0]):
        rests: Iterable[tuple[int, ...]] = ((),)
        if len(tiles) > 1:
            rests = _blocks(tiles[1:])
        for rest in rests:
            if first > 1 and rest and rest[0] < tiles[1]:
                continue
            if first * math.prod(rest) <= MOST_TILES:
                found.append((first, *rest))
    return tuple(found)


@lru_cache(maxsize=1024)
def _lengths(tiles: int) -> tuple[int, ...]:
    """Lengths of blocks: equal pieces, about as long as each of `_LENGTHS`."""
    return tuple({_even(tiles, length) for length in _LENGTHS})


def is_far(weights: int) -> bool:
    """Whether so many bytes of weights come from memory, the L3 cache being for all else, too."""
    return weights > caches().l3 // 4


def _whole(size: int, unit: int) -> int:
    """`size` rounded up to a multiple of `unit`."""
    return -(-size // unit) * unit


def _even(size: int, most: int) -> int:
    """The length of equal pieces of `size`, at most `most` each (and at least 1)."""
    return -(-size // -(-size // max(1, min(size, most))))
