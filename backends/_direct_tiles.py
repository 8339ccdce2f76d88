"""Where direct convolution cuts: tiles, their packed layout, and the mode they are computed in."""

import math
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from polyconv._cpu import lanes
from polyconv._machine import caches
from polyconv._problem import Problem

from ._direct_elements import elements

__all__ = ["TAPS", "Tiling", "efficiency", "tile"]

# Taps summed in registers before the sum is added to the others: the first of two levels of
# summation. Few keep rounding errors small and their weights in the L1 cache; many save additions.
TAPS = 128
# Pixels of a tile where channels are in the lanes: each block of weights is used so many times.
_PIXELS = 768
# Of those, how many are summed and stored at a time: long rows to write, sums still near. It is
# also the width of the widest tile.
_GROUP = 384
# Input channels that a tile has room for at least, before it is made smaller to hold more of them;
# and where products with padding are skipped, which is done for so many channels or more at a time.
_CHANNELS, _SKIPPED = 256, 64
# Vectors of pixels that a filter has in turn at least: as many as the kernels sum at a time.
_PANEL = 6
# Taps that share what is read, from which on it may come from L2.
_SHARED = 4
# Bytes of a cache line, sets of the L1 cache that a page is spread over, and lines of each set that
# may be counted on.
_LINE, _SETS, _WAYS = 64, 64, 8
# Skipping costs a little, for which so much must fall away.
_WORTH = 0.92
# Vectors of depthwise channels that are packed side by side where they stand so.
_VECTORS = 8
# Part of the outputs that read nothing but the input from which on that is not packed for them.
_MOSTLY = 0.4
# Little is packed of such tiles, which may be so many times as large.
_LARGER = 4
# Packed elements of a tile of one channel with pixels in the lanes: rows as long as can be, for the
# prefetcher's sake.
_PLANE = 40_000
# Work items for each thread to aim for, so that they share evenly; one thread needs no splitting.
_ITEMS = 4
# Of more for each, it does not matter how many: those that are left over are few.
_MANY = 16


class Axis(NamedTuple):
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
        runs, length = self._runs(self.layout, self.tile)
        return runs * length

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

    def cut(self, tile: int, layouts: Sequence[str]) -> "Axis":
        """The same axis in tiles of at most `tile`, evenly sized, in its shortest layout."""
        tile, layout, _ = self.shortest(tile, layouts)
        if (tile, layout) == (self.tile, self.layout):
            return self
        return Axis(self.out, tile, self.kernel, self.stride, self.dilation, layout)

    def shortest(self, tile: int, layouts: Sequence[str]) -> tuple[int, str, int]:
        """What `cut` makes: the size of its tiles, its layout and its length."""
        if tile > 1:
            tile = -(-self.out // -(-self.out // min(tile, self.out)))
        layout, length = "", 0
        for name in layouts:
            runs, run_length = self._runs(name, tile)
            if not layout or runs * run_length < length:
                layout, length = name, runs * run_length
        return tile, layout, length


class Tiling(NamedTuple):
    """Everything that is decided before arrays are seen: the plan of one problem.

    Counts are in elements of the kernels, as `_direct_elements` has them: a complex channel is two,
    and two channels may be one.
    """

    mode: str  # "channels", "groups", "pixels" or "rows"
    flat: bool  # vectors of pixels run on from row to row
    in_place: bool  # they are summed in the result, where that stands row by row
    borrows: bool  # the input is read where it stands, if that is contiguous
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
    vectors: int  # capacity of the lists of pixels, vectors of pixels, or columns of the kernel
    summed: float  # part of the products: those with padding may be left out
    skips: bool  # which is done tap by tap
    runs: tuple[int, int]  # of rows and of columns of a plane's kernel, in rows mode
    inside: float  # part of the outputs whose cells are read where they stand
    chain: int  # most roundings between a product and the result

    @property
    def lengths(self) -> tuple[int, int, int]:
        """Packed places along each axis."""
        depth, height, _ = self.axes
        return depth.length, height.length, self.pitch

    def offsets(self) -> NDArray[np.intp]:
        """Packed distance from the first tap to every other, in the order of the weights."""
        channels = 1 if self.mode == "groups" else self.chunk
        step = self.plane if self.cell == 1 else 1
        offsets = np.arange(channels, dtype=np.intp)[:, None] * step
        below = self.plane * self.cell
        for axis, length in zip(self.axes, self.lengths, strict=True):
            below //= length
            along = np.array([axis.place(tap) * below for tap in range(axis.kernel)], np.intp)
            offsets = (offsets[:, :, None] + along).reshape(channels, -1)
        return np.ascontiguousarray((offsets.T if self.skips else offsets).ravel())

    def reads(self, pixels: int) -> int:
        """Packed elements that so many neighbouring pixels read, roughly."""
        depth, height, width = self.axes
        rows = 1 + (pixels - 1) // width.tile
        columns = min(width.length, pixels * width.length // width.tile + width.kernel)
        down = min(height.length, (rows - 1) * height.stride + height.kernel)
        return self.chunk * min(depth.length, depth.kernel) * down * columns

    def panel(self, lane: int, itemsize: int) -> int:
        """Vectors of pixels for each filter in turn, so few that what they read stays near.

        Near is L2 where most taps find what the one before them read, else L1: long rows of one
        filter are written fastest.
        """
        pixels = self.vectors * lane
        taps = self.chunk * math.prod(axis.kernel for axis in self.axes)
        read_once = self.reads(pixels) * _SHARED <= taps * pixels
        near = caches().l2 if read_once else caches().l1
        vectors = _PANEL
        while vectors < self.vectors and self.reads(2 * vectors * lane) * itemsize <= near // 2:
            vectors *= 2
        return vectors

    def workspace(self, itemsize: int) -> int:
        """Bytes for one worker, in whole cache lines."""
        size = (self.packed + self.sums) * itemsize + 2 * 8 * self.vectors + 3 * 64
        return -(-size // 64) * 64


@lru_cache(maxsize=1024)
def tile(p: Problem) -> Tiling:
    """Plan the tiles of `p`."""
    real = elements(p).dtype
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
    modes = [_Mode.of(p, name, vector) for name in _modes(p)]
    while True:
        small: list[tuple[int, int, Tiling]] = []
        best: Tiling | None = None
        most, first = 0.0, 0
        # The most promising mode first: others then need not be planned.
        for number, mode in sorted(enumerate(modes), key=lambda each: -each[1].score):
            if best is not None and mode.score < most:
                break
            tiling = _tiling(p, mode, axes, vector, budget // real.itemsize, pixels)
            if limit is not None and tiling.workspace(real.itemsize) > limit:
                small.append((tiling.workspace(real.itemsize), number, tiling))
                continue
            score = _score(p, tiling, vector) / tiling.summed
            if best is None or score > most or (score == most and number < first):
                best, most, first = tiling, score, number
        if best is not None:
            return best
        if budget == 0 and pixels == 1:
            return min(small)[-1]  # no two have the same number
        budget, pixels = budget // 2, max(1, pixels // 2)


class _Mode(NamedTuple):
    """A way to compute a problem, as far as it is known before tiles are planned."""

    name: str
    groups: int  # as in `Tiling`
    channels: int  # of each group
    block: int
    blocks: int
    summed: float
    score: float  # the most that tiles can have

    @classmethod
    def of(cls, p: Problem, name: str, vector: dict[str, int]) -> "_Mode":
        groups, channels, block, blocks = _blocks(p, name, vector)
        summed = _summed(p, name, elements(p).channels)
        full = elements(p).parts * p.group_out / (blocks * block)
        if name == "groups":
            full = p.groups / (groups * vector["lanes"])
        score = _promise(p, name, full, block, vector) / summed
        return cls(name, groups, channels, block, blocks, summed, score)


def _modes(p: Problem) -> list[str]:
    """The ways that `p` can be computed."""
    depthwise = p.groups > 1 and p.group_in == p.group_out == 1 and p.accumulator.kind != "c"
    if depthwise and p.data_format == "channels_last":
        return ["groups"]
    modes = ["channels", "pixels"]
    # Shared rows: all heights of kernels without a stride, and the usual ones of a stride of two.
    if p.rank > 1 and (p.stride[-2] == 1 < p.kernel[-2] or _halved(p)):
        modes.append("rows")
    if depthwise:
        modes.append("groups")
    return modes


def _halved(p: Problem) -> bool:
    return p.stride[-2] == 2 and p.dilation[-2] == 1 and p.kernel[-2] in (3, 5)


def efficiency(p: Problem, tiling: Tiling) -> float:
    """Fraction of peak to expect of a whole call, packing and all, from the shape of its tiles."""
    whole = {"channels": 1.0, "groups": 1.1, "pixels": 0.75, "rows": 1.2}[tiling.mode]
    return whole * _score(p, tiling, lanes(elements(p).dtype)) / tiling.summed


def _score(p: Problem, tiling: Tiling, vector: dict[str, int]) -> float:
    """What tells modes apart: how full vectors are, and how far each loaded one is used.

    The numbers are rates seen on one core of a Zen 5 (2026-11-20), as parts of its peak.
    """
    lane, filters = vector["lanes"], elements(p).parts * p.group_out
    if tiling.mode == "channels":
        vectors = tiling.block // lane
        shared = {1: 0.8, vector["channel_vectors"]: 1.0}.get(vectors, 0.95)
        packed = 1.1 if tiling.borrows else 1.0
        return filters / (tiling.blocks * tiling.block) * shared * packed
    if tiling.mode == "groups":
        return p.groups / (tiling.groups * lane) * _cells(p, tiling.axes[2].tile)
    full = math.prod(axis.tile for axis in tiling.axes) / (tiling.vectors * lane)
    if p.data_format == "channels_last" and p.out_channels > 1:
        # Elements that are written one by one, which takes as long as so many terms.
        full *= p.terms / (p.terms + 50)
    if tiling.mode == "pixels":
        full *= filters / (tiling.blocks * tiling.block)
        if tiling.in_place and tiling.block == 4:
            # Against channels in the lanes, whose sums are transposed to be stored.
            near = 1 if tiling.reads(_PANEL * lane) * 4 <= caches().l1 else 0.78
            return full * near * 0.95 * (p.terms + 12) / (p.terms + 6)
        if tiling.block > 1:
            return full * (0.8 if tiling.block == 2 else 0.95)
        return full * (0.15 if p.stride[-1] > 1 else 0.5) * p.taps / (p.taps + 12)
    apart = any(axis.reach > axis.kernel * axis.tile for axis in tiling.axes[1:])
    if apart or tiling.chain > 2 * TAPS:
        return 0.0
    overhead = (12 + 150 / tiling.axes[2].tile) * (1 if p.stride[-2] == 1 else 3)
    return full * p.taps / (p.taps + overhead)


def _cells(p: Problem, width: int) -> float:
    """The part of peak of full vectors of depthwise channels, in tiles of such a width."""
    shared = p.rank > 1 and p.kernel[-2] > 1
    overhead = (16 if shared else 28) + 130 / width
    overhead *= 1 if p.stride[-1] == 1 else 3
    return 0.9 * p.taps / (p.taps + overhead)


def _promise(p: Problem, mode: str, full: float, block: int, vector: dict[str, int]) -> float:
    """What `_score` is at most, with vectors as full as filters or groups make them."""
    if mode == "channels":
        return full * (1.1 if _borrows(p, mode) else 1.0)
    width = p.out[-1]
    if mode == "groups":
        return full * _cells(p, width)
    if mode == "rows":
        overhead = (12 + 150 / width) * (1 if p.stride[-2] == 1 else 3)
        return p.taps / (p.taps + overhead)
    if block > 2:
        return full * 0.95 * (p.terms + 12) / (p.terms + 6)
    if block == 2:
        return full * 0.8
    return full * (0.15 if p.stride[-1] > 1 else 0.5) * p.taps / (p.taps + 12)


def _filters(filters: int) -> int:
    return 4 if filters > 2 else filters


def _tiling(
    p: Problem,
    way: _Mode,
    axes: tuple[Axis, ...],
    vector: dict[str, int],
    budget: int,
    pixels: int,
) -> Tiling:
    """The tiles of one mode, within `budget` packed elements and `pixels` outputs."""
    lane = vector["lanes"]
    parts = elements(p).parts
    mode, groups, channels, block, blocks, summed, _ = way
    skips = mode == "channels" and summed < 1
    wide = mode == "groups" and p.data_format == "channels_last"
    if p.workers > 1:
        # Tiles enough for all threads, but none so small that its halo or its weights weigh more.
        # All filters of a tile of pixels are one item, because what it packs is little.
        together = 1 if mode == "pixels" else blocks
        share = p.batch * groups * together * math.prod(p.out) // (_ITEMS * p.workers)
        pixels = min(pixels, max(share, 64 * lane if mode in ("pixels", "rows") else 2 * lane))
    plane = _PLANE if groups == 1 else caches().l1 // (2 * elements(p).dtype.itemsize)
    most = (_SKIPPED if skips else _CHANNELS) if mode == "channels" else channels
    inside = _inside_part(p, lane) if wide else 0.0
    if inside > 0:
        budget *= _LARGER
    tiled = _cut(mode, axes, min(channels, most), lane, budget, pixels, plane)
    depth, height, width = tiled if p.workers == 1 else _evened(p, mode, tiled, groups, blocks)

    # Where vectors run along a row, the input's own elements start at the start of a cache line.
    pitch, shift = width.length, 0
    if mode == "rows":
        pitch, shift = -(-pitch // lane) * lane, -p.pads[-1][0] % lane
    plane = pitch * height.length * depth.length
    chunk = max(parts, min(channels, budget // plane // parts * parts))
    if mode == "groups":
        chunk = channels
    elif mode == "rows" and channels == 1:
        # A few planes at a time, which leave room for the results in the L1 cache.
        chunk = max(1, min(groups, caches().l1 // (4 * elements(p).dtype.itemsize * plane)))

    # Whole vectors of sums may stand in the result at once.
    in_place = (
        mode == "pixels"
        and parts == 1
        and chunk >= channels
        and elements(p).stored
        and (p.data_format == "channels_first" or p.out_channels == 1)
        and width.tile * (height.tile if width.length == width.tile else 1) >= lane
    )
    side_by_side = mode == "groups" or (
        mode == "channels" and p.data_format == "channels_last" and parts == 1
    )

    tiles = p.batch * groups * depth.tiles * height.tiles * width.tiles
    # Work items of one tile pack it anew, so it is split where threads would be idle, no further;
    # of pixels, which take less time than channels, only if threads had nothing at all to do.
    fair = tiles >= p.workers * (1 if mode == "pixels" else _MANY) or p.workers == 1
    splits = 1 if fair else min(blocks, p.workers // math.gcd(tiles, p.workers))
    share = tiles if p.workers == 1 else tiles // (_ITEMS * p.workers)

    rows = depth.tile * height.tile
    if mode in ("channels", "groups"):
        rows = max(1, _GROUP // width.tile)
    flat, entries, sums = _sums(mode, (depth, height, width), lane, rows, in_place)
    # Sums of all blocks wait for the next chunk of input channels, if there is one.
    waiting = -(-blocks // splits) if chunk < channels else 1
    # A row that is spread, even into a single run, is first padded as it is, behind the planes.
    line = 0 if width.layout == "overlapped" else width.reach
    return Tiling(
        mode=mode,
        flat=flat,
        in_place=in_place,
        borrows=_borrows(p, mode),
        axes=(depth, height, width),
        groups=groups,
        block=block,
        blocks=blocks,
        group_rows=rows,
        splits=splits,
        together=chunk // lane if wide else max(1, min(groups, share)),
        chunk=chunk,
        cell=chunk if side_by_side else 1,
        plane=plane,
        pitch=pitch,
        shift=shift,
        packed=shift + plane * chunk + 8 * lane + line,
        sums=sums * block * waiting,
        vectors=entries,
        summed=summed,
        skips=skips,
        runs=_plane_runs(p, mode),
        inside=inside,
        chain=_chain(p, mode, channels, chunk, skips),
    )


def _sums(
    mode: str, axes: tuple[Axis, Axis, Axis], lane: int, rows: int, in_place: bool
) -> tuple[bool, int, int]:
    """Whether vectors run on from row to row, how long lists are, and sums of one filter."""
    depth, height, width = axes
    if mode == "groups":
        # A list of columns is all there is, and sums are stored as soon as they are there.
        return False, width.kernel, min(rows, height.tile) * width.tile
    pixels = depth.tile * height.tile * width.tile
    if mode == "channels":
        return False, pixels, pixels
    lines = height.tile * -(-width.tile // lane)
    run = -(-((height.tile - 1) * width.length + width.tile) // lane)
    flat = mode == "pixels" and width.out_step == height.out_step == 1 and run < lines
    if in_place:
        flat &= width.length == width.tile
    vectors = depth.tile * (run if flat else lines)
    return flat, vectors, vectors * lane


def _borrows(p: Problem, mode: str) -> bool:
    """Whether nothing is gained by packing: each input is read by one pixel alone, without padding.

    Channels whose distance brings them all into the same few sets of the L1 cache are packed.
    """
    single = p.taps == 1 and p.padded == p.spatial
    if mode != "channels" or not single or not elements(p).plain:
        return False
    if p.data_format == "channels_last":
        return True
    lines, rest = divmod(math.prod(p.spatial) * p.x_dtype.itemsize, _LINE)
    return rest > 0 or math.gcd(lines, _SETS) * TAPS <= _SETS * _WAYS


def _blocks(p: Problem, mode: str, vector: dict[str, int]) -> tuple[int, int, int, int]:
    """Groups computed apart, channels of each, filters of a block, and blocks."""
    lane, channels = vector["lanes"], elements(p).channels
    filters = elements(p).parts * p.group_out
    if mode == "groups":
        groups = -(-p.groups // lane)
        # Where channels stand side by side, several vectors of them are packed at once.
        together = min(groups, _VECTORS) if p.data_format == "channels_last" else 1
        return groups, together * lane, lane, 1
    if mode == "channels":
        vectors = -(-filters // lane)
        block = lane * -(-vectors // -(-vectors // vector["channel_vectors"]))
    else:
        block = _filters(filters) if mode == "pixels" else 1
    return p.groups, channels, block, -(-filters // block)


def _cut(
    mode: str,
    axes: tuple[Axis, ...],
    channels: int,
    lane: int,
    budget: int,
    pixels: int,
    plane: int,
) -> list[Axis]:
    """Axes in tiles as large as `budget` and `pixels` allow, the last axis first."""
    widest, least = 1 << 15, 4 * lane
    if mode == "groups":
        least = 16
    elif mode == "channels":
        pixels, least, widest = min(pixels, _PIXELS), 24, _GROUP
    elif channels == 1:
        budget = min(budget, plane)
        widest = 256 * lane
    cut: list[Axis] = []
    layouts = [_layouts(mode, axis, along) for along, axis in enumerate(axes)]
    ones = [axis.shortest(1, options)[2] for axis, options in zip(axes, layouts, strict=True)]
    done = 1
    for along in (2, 1, 0):
        axis = axes[along]
        room = budget // (channels * done * math.prod(ones[:along]))
        size = max(1, min(axis.out, pixels, axis.out if cut else widest))
        floor = 1 if cut else min(axis.out, least)
        # No tile is packed into fewer places than it has outputs, and none is half as large as the
        # most that it may be.
        while size > floor and (size > 2 * room or axis.shortest(size, layouts[along])[2] > room):
            size -= max(1, size // 8)
        cut.append(axis.cut(size, layouts[along]))
        done *= cut[-1].length
        pixels = max(1, pixels // cut[-1].tile)
    return cut[::-1]


def _evened(p: Problem, mode: str, axes: list[Axis], groups: int, blocks: int) -> list[Axis]:
    """The same axes, one of them in slightly smaller tiles if threads can share those evenly."""
    along = next((i for i, axis in enumerate(axes) if axis.tiles > 1), 0)
    axis = axes[along]
    others = p.batch * groups * math.prod(axis.tiles for axis in axes) // axis.tiles
    # Few rows that threads cannot share are left to those that can share the blocks.
    odd = blocks % p.workers == 0 and axis.out % p.workers > 0 and axis.out < _MANY * p.workers
    if others * axis.tiles <= _MANY * p.workers and not odd:
        for size in range(axis.tile, max(1, axis.tile * 2 // 3) - 1, -1):
            if others * -(-axis.out // size) % p.workers == 0:
                axes[along] = axis.cut(size, _layouts(mode, axis, along))
                break
    return axes


def _layouts(mode: str, axis: Axis, along: int) -> Sequence[str]:
    """The layouts that an axis may have: vectors of pixels need neighbours to be neighbours."""
    if mode == "rows" and along > 0:
        return ("phased",) if along == 2 and axis.stride > 1 else ("overlapped",)
    if mode == "pixels" and along == 2:
        return ("separate", "phased") if axis.stride > 1 else ("overlapped", "separate")
    return ("overlapped", "separate")


def _plane_runs(p: Problem, mode: str) -> tuple[int, int]:
    """Runs of rows, and of columns, in which one plane of the kernel (of cells, all) is summed.

    Long columns are kept together, because rows share what they read.
    """
    *depth, height, width = (1, *p.kernel)
    planes = math.prod(depth) if mode == "groups" else 1
    down = min(height, -(-height * planes // TAPS))
    most = max(1, TAPS // (planes * -(-height // down)))
    return down, -(-width // most)


def _inside_part(p: Problem, lane: int) -> float:
    """The part of the outputs that read nothing but the input, if their cells need no packing."""
    if not (elements(p).plain and elements(p).stored) or p.groups < lane:
        return 0.0
    inside = 1.0
    for axis in range(p.rank):
        beyond = (p.kernel[axis] - 1) * p.dilation[axis]
        first = -(-p.pads[axis][0] // p.stride[axis])
        last = (p.spatial[axis] + p.pads[axis][0] - beyond - 1) // p.stride[axis] + 1
        inside *= max(min(last, p.out[axis]) - first, 0) / p.out[axis]
    return inside if inside > _MOSTLY else 0.0


def _summed(p: Problem, mode: str, channels: int) -> float:
    """The part of the products that is summed; all are, unless leaving some out is worth it."""
    if mode == "channels" and channels >= _SKIPPED:
        inside = _inside(p, range(p.rank))
        return inside if inside < _WORTH else 1.0
    if mode == "rows" and p.kernel[-2] > 7 and p.dilation[-2] == 1:
        return _inside(p, [p.rank - 2])
    if mode == "groups" and max(p.kernel[-2:]) > 7 and max(p.dilation[-2:]) == 1:
        rows = _inside(p, [p.rank - 2]) if p.rank > 1 else 1.0
        # Of the columns, those that meet padding at all pixels of a few.
        return rows * min(1.0, _inside(p, [p.rank - 1]) + 3 / p.kernel[-1])
    return 1.0


def _inside(p: Problem, axes: Sequence[int]) -> float:
    """The part of the products that meet the input, and not zeros around it, along some axes."""
    if p.padding_mode not in ("zeros", "constant") or p.padding_value != 0:
        return 1.0
    part = 1.0
    for axis in axes:
        n, stride, out = p.spatial[axis], p.stride[axis], p.out[axis]
        met = 0
        # For each tap, the outputs for which it is inside.
        for tap in range(p.kernel[axis]):
            first = tap * p.dilation[axis] - p.pads[axis][0]
            start = -(first // stride) if first < 0 else 0
            stop = min((n - 1 - first) // stride + 1, out)
            met += max(stop - start, 0)
        part *= met / p.kernel[axis] / out
    return max(part, 0.01)  # even where nothing is inside, there is something to do


def _chain(p: Problem, mode: str, channels: int, chunk: int, skips: bool) -> int:
    """Most roundings of a product: in a sum in registers, and where such sums are added up."""
    if mode in ("rows", "groups"):
        *depth, height, width = (1, *p.kernel)
        planes = math.prod(depth)
        down, across = _plane_runs(p, mode)
        terms = -(-height // down) * -(-width // across)
        if mode == "groups":
            return planes * terms + down * across
        return terms + channels * planes * down * across
    if skips:
        runs = -(-chunk // TAPS)
        return -(-chunk // runs) + -(-channels // chunk) * runs * p.taps
    runs = -(-chunk * p.taps // TAPS)
    return -(-chunk * p.taps // runs) + -(-channels // chunk) * runs
