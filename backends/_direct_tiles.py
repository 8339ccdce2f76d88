"""Where direct convolution cuts: tiles, their packed layout, and the mode they are computed in."""

import math
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np

from polyconv._machine import caches
from polyconv._problem import Problem

from ._direct import lanes

__all__ = ["TAPS", "Tiling", "efficiency", "real_type", "tile"]

# Taps summed in registers before the sum is added to the others: the first of two levels of
# summation. Few keep rounding errors small and their weights in the L1 cache; many save additions.
TAPS = 128
# Pixels of a tile where channels are in the lanes: each block of weights is used so many times.
_PIXELS = 768
# Of those, how many are summed and stored at a time: long rows to write, sums still near. It is
# also the width of the widest tile.
_GROUP = 384
# Packed elements of a tile of one channel with pixels in the lanes: rows as long as can be, for the
# prefetcher's sake.
_PLANE = 40_000
# Work items for each thread to aim for, so that they share evenly; one thread needs no splitting.
_ITEMS = 4


@dataclass(frozen=True)
class Axis:
    """How one spatial axis of a tile is packed: in one of three layouts.

    - *overlapped*: consecutive padded coordinates, which neighbouring windows share;
    - *separate*: a run of its own for each tap of the kernel, one element for each output; shorter
      where dilation or stride leave gaps;
    - *phased*: a run for each remainder of the coordinate by the stride, so that the pixels of a
      strided row are neighbours and taps still share what they read.
    """

    out: int
    tile: int
    kernel: int
    stride: int
    dilation: int
    layout: str

    @property
    def reach(self) -> int:
        """Padded coordinates from the first to the last that a tile reads."""
        return (self.tile - 1) * self.stride + (self.kernel - 1) * self.dilation + 1

    @property
    def runs(self) -> int:
        """Stretches of equal distance."""
        return self._runs(self.layout, self.tile)[0]

    @property
    def run_length(self) -> int:
        """Packed positions of a run."""
        return self._runs(self.layout, self.tile)[1]

    def _runs(self, layout: str, tile: int) -> tuple[int, int]:
        """How many runs a tile has in a layout, and how long they are."""
        beyond = (self.kernel - 1) * self.dilation
        if layout == "overlapped":
            return 1, (tile - 1) * self.stride + beyond + 1
        if layout == "separate":
            return self.kernel, tile
        return self.stride, tile + beyond // self.stride

    @property
    def run_step(self) -> int:
        """Padded coordinates from the start of a run to that of the next."""
        return self.dilation if self.layout == "separate" else 1

    @property
    def length(self) -> int:
        """Packed positions."""
        return self.runs * self.run_length

    @property
    def out_step(self) -> int:
        """Packed distance between neighbouring outputs."""
        return self.stride if self.layout == "overlapped" else 1

    def place(self, tap: int) -> int:
        """Packed distance from the first tap to another."""
        if self.layout == "separate":
            return tap * self.tile
        if self.layout == "overlapped":
            return tap * self.dilation
        steps, phase = divmod(tap * self.dilation, self.stride)
        return phase * self.run_length + steps

    @property
    def tiles(self) -> int:
        """Tiles along the axis."""
        return -(-self.out // self.tile)

    def cut(self, tile: int, unit_steps: bool) -> "Axis":
        """The same axis in tiles of at most `tile`, evenly sized, in its shortest layout."""
        tile, layout, _ = self.shortest(tile, unit_steps)
        return Axis(self.out, tile, self.kernel, self.stride, self.dilation, layout)

    def shortest(self, tile: int, unit_steps: bool) -> tuple[int, str, int]:
        """What `cut` makes: the size of its tiles, its layout and its length."""
        tile = max(1, min(tile, self.out))
        tile = -(-self.out // -(-self.out // tile))
        layouts: tuple[str, ...] = ("overlapped", "separate")
        if unit_steps:
            layouts = ("overlapped", "separate", "phased")
            if self.stride > 1 and tile > 1:
                layouts = ("separate", "phased")
        layout, length = "", 0
        for name in layouts:
            runs, run_length = self._runs(name, tile)
            if not layout or runs * run_length < length:
                layout, length = name, runs * run_length
        return tile, layout, length


@dataclass(frozen=True)
class Tiling:
    """Everything that is decided before arrays are seen: the plan of one problem.

    Counts are in real elements: a complex channel is two (`parts`).
    """

    parts: int
    mode: str  # "channels", "groups", "pixels" or "rows"
    flat: bool  # vectors of pixels run on from row to row
    axes: tuple[Axis, Axis, Axis]
    groups: int  # computed apart: the problem's, or vectors of them
    block: int  # output channels computed together: lanes of vectors, or filters
    blocks: int
    group_rows: int  # rows of the tile summed and stored together
    splits: int  # work items that share a tile, each with some of the blocks
    together: int  # groups that a work item computes one after the other
    chunk: int  # input channels packed at a time
    cell: int  # packed elements of one place: all channels of a chunk side by side, or one
    pitch: int  # packed elements from row to row
    shift: int  # packed place of the first row
    plane: int  # packed elements of one input channel
    packed: int
    sums: int
    vectors: int  # capacity of the lists of pixels or vectors of pixels
    chain: int  # most roundings between a product and the result

    def workspace(self, itemsize: int) -> int:
        """Bytes for one worker, in whole cache lines."""
        size = (self.packed + self.sums) * itemsize + 2 * 8 * self.vectors + 3 * 64
        return -(-size // 64) * 64


def real_type(p: Problem) -> np.dtype[Any]:
    """The type of the kernels' elements; integers of both signs are computed modulo 2**64."""
    if p.accumulator.kind == "c":
        return np.dtype(f"f{p.accumulator.itemsize // 2}")
    return np.dtype(np.uint64) if p.accumulator.kind in "iu" else p.accumulator


@lru_cache(maxsize=1024)
def tile(p: Problem) -> Tiling:
    """Plan the tiles of `p`."""
    real = real_type(p)
    vector = lanes(real)
    pad = 3 - p.rank
    axes = tuple(
        Axis(out, out, kernel, stride, dilation, "overlapped")
        for out, kernel, stride, dilation in zip(
            (1,) * pad + p.out,
            (1,) * pad + p.kernel,
            (1,) * pad + p.stride,
            (1,) * pad + p.dilation,
            strict=True,
        )
    )
    limit = None if p.workspace_limit is None else p.workspace_limit // p.workers
    pixels, budget = 1 << 15, caches().l2 // 3
    while True:
        tilings = [
            _tiling(p, mode, axes, vector, budget // real.itemsize, pixels) for mode in _modes(p)
        ]
        fitting = [t for t in tilings if limit is None or t.workspace(real.itemsize) <= limit]
        if fitting:
            return max(fitting, key=lambda tiling: _score(p, tiling, vector["lanes"]))
        if budget == 0 and pixels == 1:
            return min(tilings, key=lambda tiling: tiling.workspace(real.itemsize))
        budget, pixels = budget // 2, max(1, pixels // 2)


def _modes(p: Problem) -> list[str]:
    """The ways that `p` can be computed."""
    depthwise = p.groups > 1 and p.group_in == p.group_out == 1 and p.accumulator.kind != "c"
    if depthwise and p.data_format == "channels_last":
        return ["groups"]
    modes = ["channels", "pixels"]
    if p.rank > 1 and p.kernel[-2] > 1 and p.stride[-1] == p.stride[-2] == 1:
        modes.append("rows")
    if depthwise:
        modes.append("groups")
    return modes


def efficiency(p: Problem, tiling: Tiling) -> float:
    """Fraction of peak to expect of a whole call, packing and all, from the shape of its tiles."""
    whole = {"channels": 1.0, "groups": 1.1, "pixels": 0.75, "rows": 1.2}[tiling.mode]
    return whole * _score(p, tiling, lanes(real_type(p))["lanes"])


def _score(p: Problem, tiling: Tiling, lane: int) -> float:
    """What tells modes apart: how full vectors are, and how far each loaded one is used.

    The numbers are rates seen on one core of a Zen 5 (2026-11-20), as parts of its peak.
    """
    filters = tiling.parts * p.group_out
    if tiling.mode == "channels":
        return filters / (tiling.blocks * tiling.block) * (0.7 if tiling.block == lane else 1.0)
    if tiling.mode == "groups":
        return p.groups / (tiling.groups * lane) * 0.5 * p.taps / (p.taps + 12)
    full = math.prod(axis.tile for axis in tiling.axes) / (tiling.vectors * lane)
    if tiling.mode == "pixels":
        full *= filters / (tiling.blocks * tiling.block)
        if tiling.block > 1:
            return full * (0.8 if tiling.block == 2 else 0.95)
        return full * (0.15 if p.stride[-1] > 1 else 0.5) * p.taps / (p.taps + 12)
    overlapped = tiling.axes[1].layout == tiling.axes[2].layout == "overlapped"
    if not overlapped or tiling.chain > 2 * TAPS:
        return 0.0
    width = tiling.axes[2].tile
    many_sums = 0.65 if math.prod(p.kernel[-2:]) > TAPS else 1.0
    return full * many_sums * 0.75 * p.taps / (p.taps + 12) * width / (width + lane)


def _filters(filters: int) -> int:
    return 4 if filters > 2 else filters


def _tiling(
    p: Problem,
    mode: str,
    axes: tuple[Axis, ...],
    vector: dict[str, int],
    budget: int,
    pixels: int,
) -> Tiling:
    """The tiles of one mode, within `budget` packed elements and `pixels` outputs."""
    lane = vector["lanes"]
    parts = 2 if p.accumulator.kind == "c" else 1
    channels, filters = parts * p.group_in, parts * p.group_out
    groups = p.groups
    if mode == "groups":
        channels = filters = block = lane
        groups = -(-p.groups // lane)
    elif mode == "channels":
        vectors = -(-filters // lane)
        block = lane * -(-vectors // -(-vectors // vector["channel_vectors"]))
    else:
        block = _filters(filters) if mode == "pixels" else 1
    blocks = -(-filters // block)
    if p.workers > 1:
        # Tiles enough for all threads, but none so small that its halo or its weights weigh more.
        share = p.batch * groups * blocks * math.prod(p.out) // (_ITEMS * p.workers)
        pixels = min(pixels, max(share, 64 * lane if mode in ("pixels", "rows") else 2 * lane))
    depth, height, width = _cut(mode, axes, channels, lane, budget, pixels)

    # Where vectors run along a row, the input's own elements start at the start of a cache line.
    pitch, shift = width.length, 0
    if mode == "rows":
        pitch, shift = -(-pitch // lane) * lane, -p.pads[-1][0] % lane
    plane = pitch * height.length * depth.length
    chunk = max(parts, min(channels, budget // plane // parts * parts))
    if mode == "groups":
        chunk = lane

    side_by_side = mode == "groups" or (
        mode == "channels" and p.data_format == "channels_last" and parts == 1
    )

    tiles = p.batch * groups * depth.tiles * height.tiles * width.tiles
    # Work items of one tile pack it anew, so it is split no further than threads are idle.
    least = p.workers if tiles < p.workers else _ITEMS * p.workers
    share = tiles * blocks if p.workers == 1 else max(1, tiles * blocks // least)
    splits = -(-blocks // share)

    outputs = depth.tile * height.tile * width.tile
    if mode in ("channels", "groups"):
        flat, entries, span = False, outputs, outputs * block
    else:
        rows = height.tile * -(-width.tile // lane)
        run = -(-((height.tile - 1) * width.length + width.tile) // lane)
        flat = mode == "pixels" and width.out_step == height.out_step == 1 and run < rows
        entries = depth.tile * (run if flat else rows)
        span = entries * lane * block
    # Sums of all blocks wait for the next chunk of input channels, if there is one.
    waiting = -(-blocks // splits) if chunk < channels else 1
    rows = depth.tile * height.tile
    if mode in ("channels", "groups"):
        rows = max(1, _GROUP // width.tile)
    return Tiling(
        parts=parts,
        mode=mode,
        flat=flat,
        axes=(depth, height, width),
        groups=groups,
        block=block,
        blocks=blocks,
        group_rows=rows,
        splits=splits,
        together=max(1, min(groups, share // blocks)),
        chunk=chunk,
        cell=chunk if side_by_side else 1,
        plane=plane,
        pitch=pitch,
        shift=shift,
        packed=shift + plane * chunk + 8 * lane + (width.reach if width.runs > 1 else 0),
        sums=span * waiting,
        vectors=entries,
        chain=_chain(p, mode, channels, chunk),
    )


def _cut(
    mode: str, axes: tuple[Axis, ...], channels: int, lane: int, budget: int, pixels: int
) -> list[Axis]:
    """Axes in tiles as large as `budget` and `pixels` allow, the last axis first."""
    widest, least = 1 << 15, 4 * lane
    if mode == "groups":
        pixels, least = min(pixels, 2 * _PIXELS), 16
    elif mode == "channels":
        pixels, least, widest = min(pixels, _PIXELS), 24, _GROUP
    elif channels == 1:
        budget = min(budget, _PLANE)
        widest = 256 * lane
    cut: list[Axis] = []
    for axis in reversed(axes):
        along = not cut and mode in ("pixels", "rows")
        others = math.prod(a.length for a in cut)
        others *= math.prod(a.shortest(1, False)[2] for a in axes[: 2 - len(cut)])
        size = max(1, min(axis.out, pixels, axis.out if cut else widest))
        floor = 1 if cut else min(axis.out, least)
        while size > floor and channels * others * axis.shortest(size, along)[2] > budget:
            size -= max(1, size // 8)
        cut.append(axis.cut(size, along))
        pixels = max(1, pixels // cut[-1].tile)
    return cut[::-1]


def _chain(p: Problem, mode: str, channels: int, chunk: int) -> int:
    """Most roundings of a product: in a sum in registers, and where such sums are added up."""
    if mode == "rows":
        *depth, height, width = p.kernel
        runs = min(height, -(-height * width // TAPS))
        return -(-height // runs) * width + channels * math.prod(depth) * runs
    if mode == "groups":
        channels = chunk = 1
    runs = -(-chunk * p.taps // TAPS)
    return -(-chunk * p.taps // runs) + -(-channels // chunk) * runs
