"""Where Winograd convolution cuts: blocks of tiles whose transformed panels stay in a cache.

With a dilation d, outputs whose coordinates leave different remainders by d, their *residues*,
read different inputs: they are so many convolutions without dilation, each with tiles of its own.
Tiles of neighbouring residues are neighbours, and so are their inputs and outputs. A block has all
residues along the last axis, whose rows are then read and written as they stand.
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import ClassVar, NamedTuple

import numpy as np

from polyconv._cpu import lanes
from polyconv._machine import caches
from polyconv._pieces import equal_pieces
from polyconv._problem import Problem, derived

from .complex_products import real_itemsize, reals
from .cook_toom import Transform

__all__ = [
    "MOST_TILES",
    "Tiling",
    "chain",
    "filled_up",
    "filter_blocks",
    "tile",
    "tiles_of",
    "whole",
    "workspace_limit",
]

# Most bytes of workspace for one worker.
_WORKSPACE = 16 << 20
# Most tiles of a block, and so the largest dilation of the last axis.
MOST_TILES = 128
# Their numbers along an axis.
_LENGTHS = (1, 2, 3, 4, 5, 6, 8, 10, 12, 16, 24, 32, 48, 64, 96, 128)
# Work items that may share a block, each with some of the output channels.
_SPLITS = (1, 2, 3, 4, 6, 8, 12, 16)

# What blocks are weighed by, in multiply-adds of one vector: reading a vector of weights from the
# L2 cache, the L3 cache and memory, and transforming one of the input or of the output, for each
# point.
_L2, _L3, _MEMORY, _INPUT, _OUTPUT = 5.0, 6.0, 10.0, 4.0, 4.0


@dataclass(frozen=True)
class Tiling:
    """One problem cut into blocks of tiles, and the memory that a block takes.

    Attributes
    ----------
    transform : Transform
        That of every axis.
    tiles, block : tuple of int
        Tiles of one residue along each axis: in all, and in a block.
    residues, residue_block : tuple of int
        Residues along each axis: in all, and in a block.
    dilation : int
        That of the last axis.
    images : int
        Images that a block spans.
    vectors, blocks : int
        Vectors of output channels that are multiplied at once, and blocks of so many.
    splits : int
        Work items that share a block of tiles, each with some of the output channels.
    lanes, itemsize, groups, group_in, group_out : int
        Elements of a vector, bytes of a real element, groups and their channels.
    reals : int
        Real convolutions: 3 for complex numbers.
    together : int
        Input channels packed at once: more than one if they are side by side.
    time : float
        Of a worker, in multiply-adds of one vector.
    """

    in_lanes: ClassVar[bool] = False

    transform: Transform
    tiles: tuple[int, ...]
    block: tuple[int, ...]
    residues: tuple[int, ...]
    residue_block: tuple[int, ...]
    dilation: int
    images: int
    vectors: int
    blocks: int
    splits: int
    lanes: int
    itemsize: int
    groups: int
    group_in: int
    group_out: int
    reals: int
    together: int
    time: float

    @property
    def rank(self) -> int:
        """Number of spatial axes."""
        return len(self.block)

    @derived
    def points(self) -> int:
        """Points of a tile, and so panels."""
        return int(self.transform.points**self.rank)

    @derived
    def weights(self) -> int:
        """Bytes of the transformed weights, filters that fill up blocks included."""
        filters = self.groups * self.blocks * self.vectors * self.lanes
        return self.points * filters * self.reals * self.group_in * self.itemsize

    @property
    def prefetched(self) -> bool:
        """Whether weights are asked for ahead of their use, as they do not stay in the L2 cache."""
        return self.weights > caches().l2

    @property
    def far(self) -> bool:
        """Whether the weights come from memory, the L3 cache being for all else, too."""
        return is_far(self.weights)

    @property
    def chain(self) -> int:
        """Channels summed at once."""
        return chain(self.group_in)

    @derived
    def places(self) -> tuple[int, ...]:
        """Places of a phase along each axis: tiles, and those that the last reach over into."""
        over = (self.transform.points - 1) // self.transform.outputs
        return tuple(
            (tiles + over) * residues
            for tiles, residues in zip(self.block, self.residue_block, strict=True)
        )

    @derived
    def sizes(self) -> tuple[int, ...]:
        """Tiles of a block along each axis, those of all its residues."""
        return tuple(
            tiles * residues for tiles, residues in zip(self.block, self.residue_block, strict=True)
        )

    @property
    def multiplied(self) -> int:
        """Tiles of a block."""
        return self.images * math.prod(self.sizes)

    @property
    def line(self) -> int:
        """Elements of a padded row of a block, where it is not packed by phase at once."""
        if self.dilation == 1:
            return 0
        reach = (self.block[-1] - 1) * self.transform.outputs + self.transform.points
        return (reach - 1) * self.dilation + self.residues[-1]

    @derived
    def slots(self) -> int:
        """Elements of a row of a panel: places along the last axis, tiles along the others."""
        return self.images * math.prod(self.sizes[:-1]) * self.places[-1]

    @derived
    def plane(self) -> int:
        """Elements of one packed channel, or of a part of one."""
        return math.prod(self.transform.outputs * places for places in self.places)

    @property
    def deep_step(self) -> int:
        """Elements of one plane of each tile, transformed along the first of three axes."""
        slice_ = self.plane // (self.transform.outputs * self.places[0])
        return whole(self.sizes[0] * slice_, self.lanes)

    @property
    def phase_step(self) -> int:
        """Elements between two phases; vectors may run past the last place."""
        return whole(self.slots, self.lanes) + 2 * self.lanes

    @property
    def panel_row(self) -> int:
        """Elements of a row of a panel, in whole vectors."""
        return whole(self.slots, self.lanes)

    @property
    def panel_step(self) -> int:
        """Elements of a panel; a vector more, so that not all compete for the same cache sets."""
        return self.reals * self.group_in * self.panel_row + self.lanes

    @property
    def product_step(self) -> int:
        """Elements of the products at one point."""
        return (self.multiplied * self.vectors + 1) * self.lanes

    @property
    def half_step(self) -> int:
        """Elements of a line of products transformed along the first of three axes."""
        return (self.sizes[-1] * self.vectors + 1) * self.lanes

    @property
    def row_step(self) -> int:
        """Elements of the outputs of a line of tiles, for one plane and block of filters."""
        m = self.transform.outputs
        return (m if self.rank > 1 else 1) * self.sizes[-1] * m * self.vectors * self.lanes

    @derived
    def parts(self) -> dict[str, int]:
        """What a worker keeps, in bytes and in this order; each starts at a cache line."""
        m, points, past = self.transform.outputs, self.transform.points, 5 * self.lanes
        together = self.together * (1 if self.reals == 1 else 2)
        elements = {
            "line": together * self.line + past,
            "planes": self.images * together * self.plane + past,
            "combined": 0 if self.reals == 1 else self.plane + past,
            "deep": 0,
            "phases": self.points // points * m * self.phase_step,
            "panels": self.points * self.panel_step,
            "products": self.reals * self.points * self.product_step,
            "half": 0,
            "rows": self.reals * self.row_step,
            "merged": 0 if self.reals == 1 else 2 * self.row_step,
            "unwanted": self.sizes[-1] * m * self.vectors * self.lanes,
        }
        if self.rank == 3:
            elements["deep"] = points * self.deep_step + past
            elements["half"] = self.reals * m * points**2 * self.half_step
        parts = {name: whole(size * self.itemsize, 64) for name, size in elements.items()}
        return parts | {"slot": whole(self.multiplied * np.dtype(np.intp).itemsize, 64)}

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


def tile(p: Problem, transforms: Iterable[Transform]) -> Tiling:
    """Plan the tiles of `p`: the cheapest transform and blocks that fit, or the smallest."""
    limit = workspace_limit(p)
    near = caches().l2
    best: Tiling | None = None
    least, first = math.inf, (0, 0)
    small: list[tuple[int, int, int, float, Tiling]] = []
    # The most promising first: of transforms, and of blocks, the memory of which is known when
    # they are planned, which few need to be.
    for work in sorted(_Work.of(p, each, order) for order, each in enumerate(transforms)):
        if work.least > least:
            break
        for option in sorted(_options(p, work)):
            if option[0] > least:
                break
            _, number, block, images, splits, rounds, multiply, transform = option
            tiling = _tiling(p, work, block, images, splits)
            workspace = tiling.workspace
            time = rounds * work.points * (multiply + transform * max(1.0, workspace / near))
            if workspace > limit:
                small.append((workspace, work.order, number, time, tiling))
                continue
            if time < least or (time == least and (work.order, number) < first):
                best, least, first = tiling, time, (work.order, number)
    if best is None:
        *_, least, best = min(small)
    return replace(best, time=least)


def workspace_limit(p: Problem) -> int:
    """Most bytes for one worker."""
    if p.workspace_limit is None:
        return _WORKSPACE
    return min(_WORKSPACE, p.workspace_limit // p.workers)


def filter_blocks(p: Problem) -> tuple[int, int]:
    """Blocks of a group's filters, and how many filters make one: whole vectors."""
    vector = lanes(p.accumulator)
    vectors = filled_up(p) // vector["lanes"]
    blocks = -(-vectors // vector["nr_vectors"])
    block = -(-vectors // blocks) * vector["lanes"]
    return -(-p.group_out // block), block


def filled_up(p: Problem) -> int:
    """A group's filters, made up to whole vectors: its last block has no more."""
    lane = lanes(p.accumulator)["lanes"]
    return -(-p.group_out // lane) * lane


def tiles_of(p: Problem, outputs: int) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Tiles of one residue along each axis, of so many outputs, and residues."""
    steps = [(out, d, d * outputs) for out, d in zip(p.out, p.dilation, strict=True)]
    return (
        tuple([-(-out // step) for out, _, step in steps]),
        tuple([min(d, out) for out, d, _ in steps]),
    )


class _Work(NamedTuple):
    """What all blocks with one transform have in common; `least` is below the time of any."""

    least: float
    order: int
    transform: Transform
    tiles: tuple[int, ...]
    residues: tuple[int, ...]
    points: int
    read: float

    @classmethod
    def of(cls, p: Problem, transform: Transform, order: int) -> "_Work":
        blocks, filters = filter_blocks(p)
        lane = lanes(p.accumulator)["lanes"]
        points, vectors = transform.points**p.rank, filled_up(p) // lane
        terms = reals(p.accumulator)
        weights = points * p.groups * blocks * filters * terms * p.group_in
        weights *= real_itemsize(p.accumulator)
        read = _MEMORY if is_far(weights) else _L3 if weights > caches().l2 else _L2
        tiles, residues = tiles_of(p, transform.outputs)
        # For each tile: no step is quicker than one, and weights are read once for the most tiles.
        one: float = p.group_in * vectors * (1 + read / MOST_TILES)
        one += _INPUT * p.group_in / lane + _OUTPUT * vectors
        one *= terms * p.groups
        work = p.batch * math.prod(tiles) * math.prod(residues) * one / p.workers
        return cls(0.999 * points * work, order, transform, tiles, residues, points, read)


# A block: tiles and residues along each axis, tiles of all residues, and of all axes.
_Block = tuple[tuple[int, ...], tuple[int, ...], tuple[int, ...], int]
_NOTHING: _Block = ((), (), (), 1)

# The time if no memory were taken but panels and products; the number among all options; a block,
# images, splits; and what makes up the time: rounds, multiplications and transforms.
_Option = tuple[float, int, _Block, int, int, int, float, float]


def _options(p: Problem, work: _Work) -> list[_Option]:
    """The blocks worth considering, with their times."""
    options: list[_Option] = []
    _, _, transform, tiles, residues, points, read = work
    over, lane = (transform.points - 1) // transform.outputs, lanes(p.accumulator)["lanes"]
    blocks, filters = filter_blocks(p)
    most_splits = blocks if p.workers > 1 else 1
    workers, width = p.workers, reals(p.accumulator) * (filters // lane)
    group_in, vectors = reals(p.accumulator) * p.group_in, filled_up(p) // lane
    near = caches().l2
    whole = math.prod(tiles) * math.prod(residues)
    panel = points * lane * real_itemsize(p.accumulator)
    for block in _blocks(tiles, residues):
        lengths, some, sizes, size = block
        images = equal_pieces(p.batch, MOST_TILES // size) if size == whole else 1
        items = p.groups * -(-p.batch // images)
        for everything, part in zip(tiles + residues, lengths + some, strict=True):
            items *= -(-everything // part)
        together = images * size
        # Six tiles are multiplied at once; what is left over takes more time for each.
        sixes, rest = divmod(together, 6)
        steps = 6 * sixes + (0, 2, 2.5, 4.5, 4.5, 6.5)[rest]
        slots = together // sizes[-1] * (lengths[-1] + over) * some[-1]
        rows = -(-slots // lane)
        multiply = group_in * vectors * (steps + read)
        into = _INPUT * group_in * rows
        out_of = _OUTPUT * together * blocks * width
        # Panels and products that do not stay in the L2 cache come back from beyond.
        beyond = max(1.0, panel * (group_in * rows + together * width) / near)
        for n in _SPLITS:
            if n > most_splits:
                break
            rounds = -(-items * n // workers)
            parts = multiply / n, into + out_of / n
            time = rounds * points * (parts[0] + parts[1] * beyond)
            options.append((time, len(options), block, images, n, rounds, *parts))
    return options


def _tiling(p: Problem, work: _Work, block: _Block, images: int, splits: int) -> Tiling:
    lane = lanes(p.accumulator)["lanes"]
    blocks, filters = filter_blocks(p)
    beside = lane if p.accumulator.kind != "c" else lane // 2
    return Tiling(
        transform=work.transform,
        tiles=work.tiles,
        block=block[0],
        residues=work.residues,
        residue_block=block[1],
        dilation=p.dilation[-1],
        images=images,
        vectors=filters // lane,
        blocks=blocks,
        splits=splits,
        lanes=lane,
        itemsize=real_itemsize(p.accumulator),
        groups=p.groups,
        group_in=p.group_in,
        group_out=p.group_out,
        reals=reals(p.accumulator),
        together=beside if p.data_format == "channels_last" else 1,
        time=math.inf,
    )


@lru_cache(maxsize=1024)
def _blocks(tiles: tuple[int, ...], residues: tuple[int, ...]) -> tuple[_Block, ...]:
    """Blocks of at most `MOST_TILES` tiles; they grow along the last axes first, whose rows are
    the longest.
    """
    found: list[_Block] = []
    last = len(tiles) == 1
    rests: tuple[_Block, ...] = (_NOTHING,)
    whole = 1
    if not last:
        rests, whole = _blocks(tiles[1:], residues[1:]), tiles[1] * residues[1]
    for length, some in _cuts(tiles[0], residues[0], last):
        size = length * some
        for lengths, residue_block, sizes, rest in rests:
            if size * rest <= MOST_TILES and (size == 1 or last or sizes[0] == whole):
                found.append(
                    ((length, *lengths), (some, *residue_block), (size, *sizes), size * rest)
                )
    return tuple(found)


@lru_cache(maxsize=1024)
def _cuts(tiles: int, residues: int, last: bool) -> tuple[tuple[int, int], ...]:
    """Tiles and residues of blocks along an axis: all residues, all tiles, or one residue."""
    if last:
        return tuple({(length, residues) for length in _lengths(tiles)})
    some = {(tiles, length) for length in _lengths(residues)}
    return tuple(some | {(length, 1) for length in _lengths(tiles)})


def _lengths(tiles: int) -> set[int]:
    """Lengths of blocks: equal pieces, about as long as each of `_LENGTHS`."""
    return {equal_pieces(tiles, length) for length in _LENGTHS}


def is_far(weights: int) -> bool:
    """Whether so many bytes of weights come from memory, the L3 cache being for all else, too."""
    return weights > caches().l3 // 4


def whole(size: int, unit: int) -> int:
    """`size` rounded up to a multiple of `unit`."""
    return -(-size // unit) * unit
