"""Where Winograd convolution cuts: blocks of tiles whose transformed panels stay in a cache.

With a dilation d, outputs whose coordinates leave different remainders by d, their *residues*,
read different inputs: they are so many convolutions without dilation, each with tiles of its own.
Tiles of neighbouring residues are neighbours, and so are their inputs and outputs. A block has all
residues along the last axis, whose rows are then read and written as they stand.
"""

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import product
from typing import Any

import numpy as np

from polyconv._cpu import lanes
from polyconv._machine import caches
from polyconv._problem import Problem

from ._cook_toom import Transform

__all__ = ["MOST_TILES", "Tiling", "chain", "tile"]

# Most bytes of workspace for one worker.
_WORKSPACE = 16 << 20
# Most tiles of a block, and so the largest dilation of the last axis.
MOST_TILES = 128
# Their numbers along an axis.
_LENGTHS = (1, 2, 3, 4, 5, 6, 8, 10, 12, 16, 24, 32, 48, 64, 96, 128)

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
    lanes, itemsize, groups, group_in : int
        Elements of a vector, bytes of an element, groups and their input channels.
    together : int
        Input channels packed at once: more than one if they are side by side.
    """

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
    def prefetched(self) -> bool:
        """Whether weights are asked for ahead of their use, as they do not stay in the L2 cache."""
        return self.weights > caches().l2

    @property
    def far(self) -> bool:
        """Whether the weights come from memory, the L3 cache being for all else, too."""
        return self.weights > caches().l3 // 4

    @property
    def chain(self) -> int:
        """Channels summed at once."""
        return chain(self.group_in)

    @cached_property
    def places(self) -> tuple[int, ...]:
        """Places of a phase along each axis: tiles, and those that the last reach over into."""
        over = (self.transform.points - 1) // self.transform.outputs
        return tuple(
            (tiles + over) * residues
            for tiles, residues in zip(self.block, self.residue_block, strict=True)
        )

    @cached_property
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

    @cached_property
    def slots(self) -> int:
        """Elements of a row of a panel: places along the last axis, tiles along the others."""
        return self.images * math.prod(self.sizes[:-1]) * self.places[-1]

    @cached_property
    def plane(self) -> int:
        """Elements of one packed channel."""
        return math.prod(self.transform.outputs * places for places in self.places)

    @property
    def deep_step(self) -> int:
        """Elements of one plane of each tile, transformed along the first of three axes."""
        slice_ = self.plane // (self.transform.outputs * self.places[0])
        return _whole(self.sizes[0] * slice_, self.lanes)

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
        return (self.sizes[-1] * self.vectors + 1) * self.lanes

    @cached_property
    def parts(self) -> dict[str, int]:
        """What a worker keeps, in bytes and in this order; each starts at a cache line."""
        m, points, past = self.transform.outputs, self.transform.points, 5 * self.lanes
        row = self.sizes[-1] * m * self.vectors * self.lanes
        elements = {
            "line": self.together * self.line + past,
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


def tile(p: Problem, transforms: Iterable[Transform]) -> Tiling:
    """Plan the tiles of `p`: the cheapest transform and blocks that fit, or the smallest."""
    limit = _WORKSPACE
    if p.workspace_limit is not None:
        limit = min(limit, p.workspace_limit // p.workers)
    tilings = [tiling for transform in transforms for tiling in _tilings(p, transform)]
    fitting = [each for each in tilings if each.workspace <= limit]
    if not fitting:
        return min(tilings, key=lambda each: each.workspace)
    return min(fitting, key=lambda each: _time(p, each))


def _tilings(p: Problem, transform: Transform) -> Iterator[Tiling]:
    """Blocks worth considering."""
    vector = lanes(p.accumulator)
    vectors = -(-p.group_out // vector["lanes"])
    blocks = -(-vectors // vector["channel_vectors"])
    vectors = -(-vectors // blocks)
    residues = tuple(map(min, p.dilation, p.out))
    tiles = tuple(
        -(-out // (d * transform.outputs)) for out, d in zip(p.out, p.dilation, strict=True)
    )
    sizes: dict[str, Any] = {
        "transform": transform,
        "tiles": tiles,
        "residues": residues,
        "dilation": p.dilation[-1],
        "vectors": vectors,
        "blocks": -(-p.group_out // (vectors * vector["lanes"])),
        "lanes": vector["lanes"],
        "itemsize": p.accumulator.itemsize,
        "groups": p.groups,
        "group_in": p.group_in,
        "together": vector["lanes"] if p.data_format == "channels_last" else 1,
    }
    whole = tuple(map(math.prod, zip(tiles, residues, strict=True)))
    for cuts in product(*map(_cuts, tiles, residues, (False,) * (p.rank - 1) + (True,))):
        block = tuple(map(math.prod, cuts))
        if math.prod(block) > MOST_TILES:
            continue
        # Blocks grow along the last axes first: their rows are the longest.
        if any(b > 1 and c < t for b, c, t in zip(block, block[1:], whole[1:], strict=False)):
            continue
        sizes["block"], sizes["residue_block"] = zip(*cuts, strict=True)
        images = _even(p.batch, MOST_TILES // math.prod(block)) if block == whole else 1
        most_splits = sizes["blocks"] if p.workers > 1 else 1
        for splits in (1, 2, 3, 4, 6, 8, 12, 16):
            if splits <= most_splits:
                yield Tiling(images=images, splits=splits, **sizes)


def _cuts(tiles: int, residues: int, last: bool) -> set[tuple[int, int]]:
    """Tiles and residues of blocks along an axis: all residues, all tiles, or one residue."""
    if last:
        return {(length, residues) for length in _lengths(tiles)}
    some = {(tiles, length) for length in _lengths(residues)}
    return some | {(length, 1) for length in _lengths(tiles)}


def _lengths(tiles: int) -> set[int]:
    """Lengths of blocks: equal pieces, about as long as each of `_LENGTHS`."""
    return {_even(tiles, length) for length in _LENGTHS}


def _time(p: Problem, tiling: Tiling) -> float:
    """Time of one call in multiply-adds of a vector."""
    items = p.groups * -(-p.batch // tiling.images)
    for whole, part in ((tiling.tiles, tiling.block), (tiling.residues, tiling.residue_block)):
        items *= math.prod(-(-a // b) for a, b in zip(whole, part, strict=True))
    tiles = tiling.multiplied
    vectors = tiling.blocks * tiling.vectors
    # Six tiles are multiplied at once; what is left over takes more time for each.
    sixes, rest = divmod(tiles, 6)
    steps = 6 * sixes + (0, 2, 2.5, 4.5, 4.5, 6.5)[rest]
    read = _MEMORY if tiling.far else _L3 if tiling.weights > caches().l2 else _L2
    multiply = p.group_in * vectors * (steps + read) / tiling.splits
    into = _INPUT * p.group_in * -(-tiling.slots // tiling.lanes)
    out_of = _OUTPUT * tiles * vectors / tiling.splits
    # Panels and products that do not stay in the L2 cache come back from beyond.
    transform = (into + out_of) * max(1.0, tiling.workspace / caches().l2)
    rounds = -(-items * tiling.splits // p.workers)
    return rounds * tiling.points * (multiply + transform)


def _whole(size: int, unit: int) -> int:
    """`size` rounded up to a multiple of `unit`."""
    return -(-size // unit) * unit


def _even(size: int, most: int) -> int:
    """The length of equal pieces of `size`, at most `most` each (and at least 1)."""
    return -(-size // -(-size // max(1, min(size, most))))
