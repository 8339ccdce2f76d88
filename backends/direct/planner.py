"""Where direct convolution cuts, and in which mode: the choice of a plan."""

import math
from collections.abc import Sequence
from functools import lru_cache

from polyconv._machine import caches
from polyconv._problem import Problem

from .axis import Axis
from .efficiency import promise, reached, score
from .padding import inside_part
from .tiling import Tiling
from .variants import SKIPPED, Mode, Setting, modes_of

__all__ = ["efficiency", "planned", "tile"]

# Pixels of a tile where channels are in the lanes: each block of weights is used so many times.
_PIXELS = 768
# Of those, how many are summed and stored at a time: long rows to write, sums still near. It is
# also the width of the widest tile.
_GROUP = 384
# Terms of an output that a tile has room for at least, before it is made smaller to hold more.
# Small tiles read more of what their neighbours read, too; where channels wait for the next tile,
# sums are read and written again. The fewer filters share what is packed, the larger is best.
_TERMS = {"channels": 256, "pixels": 64, "rows": 64}
# Sums of so few terms are formed at once, in the result if they may.
_SHORT = 512
# Little is packed of tiles that are mostly read where they stand, which may be so many times as
# large.
_LARGER = 4
# Packed elements of a tile of one channel with pixels in the lanes: rows as long as can be, for the
# prefetcher's sake.
_PLANE = 50_000
# Work items for each thread to aim for, so that they share evenly; one thread needs no splitting.
_ITEMS = 4
# Of more for each, it does not matter how many: those that are left over are few.
_MANY = 16


# An axis that a problem does not have.
_SINGLE = Axis.whole(1, 1, 1, 1)


@lru_cache(maxsize=1024)
def planned(p: Problem) -> tuple[Tiling, float]:
    """The tiles of `p`, and the part of peak `reached` with them."""
    setting = Setting.of(p)
    itemsize = setting.elements.dtype.itemsize
    along = zip(p.out, p.kernel, p.stride, p.dilation, strict=True)
    axes = [*[_SINGLE] * (3 - p.rank), *(Axis.whole(*each) for each in along)]
    limit = None if p.workspace_limit is None else p.workspace_limit // p.workers
    pixels, budget = 1 << 15, caches().l2 // 3
    # The most promising mode first: others then need not be planned.
    modes = sorted([(-promise(setting, m), i, m) for i, m in enumerate(modes_of(setting))])
    while True:
        small: list[tuple[int, int, Tiling, Mode]] = []
        best: tuple[Tiling, Mode] | None = None
        most, first = 0.0, 0
        for less, number, mode in modes:
            if best is not None and -less < most:
                break
            tiling = _tiling(setting, mode, axes, budget // itemsize, pixels)
            if limit is not None and tiling.workspace(itemsize) > limit:
                small.append((tiling.workspace(itemsize), number, tiling, mode))
                continue
            value = score(setting, mode, tiling) / mode.summed
            if best is None or value > most or (value == most and number < first):
                best, most, first = (tiling, mode), value, number
        if best is None and budget == 0 and pixels == 1:
            best = min(small)[2:]  # no two have the same number
        if best is not None:
            tiling, mode = best
            return tiling, reached(setting, mode, tiling)
        budget, pixels = budget // 2, max(1, pixels // 2)


def tile(p: Problem) -> Tiling:
    """Plan the tiles of `p`."""
    return planned(p)[0]


def efficiency(p: Problem) -> float:
    """Fraction of peak to expect of a whole call but its packing, from the shape of its tiles."""
    tiling, part = planned(p)
    whole = {"channels": 1.0, "groups": 1.1, "pixels": 0.75, "rows": 1.2}[tiling.mode]
    return whole * part / tiling.summed


def _tiling(s: Setting, way: Mode, axes: Sequence[Axis], budget: int, pixels: int) -> Tiling:
    """The tiles of one mode, within `budget` packed elements and `pixels` outputs."""
    p, how, lane = s.problem, s.elements, s.lane
    mode, groups, channels, blocks = way.name, way.groups, way.channels, way.blocks
    itemsize = how.dtype.itemsize
    wide = mode == "groups" and p.data_format == "channels_last" and way.repeats == 1
    if p.workers > 1:
        # Tiles enough for all threads, but none so small that its halo or its weights weigh more.
        # All filters of a tile of pixels are one item, because what it packs is little.
        together = 1 if mode in ("pixels", "groups") else blocks
        share = p.batch * groups * together * math.prod(p.out) // (_ITEMS * p.workers)
        pixels = min(pixels, max(share, 64 * lane if mode in ("pixels", "rows") else 2 * lane))
    plane = caches().l1 // (2 * itemsize)
    if groups == 1 or _rows_of(axes) > plane:
        plane = _PLANE
    inside = inside_part(p, how, lane) if wide else 0.0
    if inside > 0:
        budget *= _LARGER
    tiled = _cut(mode, axes, _together(s, way), lane, budget, pixels, plane)
    if p.workers > 1:
        tiled = _evened(p, mode, tiled, groups, blocks if way.repeats == 1 else 1)
    depth, height, width = tiled

    # Where vectors run along a row, the input's own elements start at the start of a cache line.
    pitch, shift = width.length, 0
    if mode == "rows":
        pitch, shift = -(-pitch // lane) * lane, -p.pads[-1][0] % lane
    plane = pitch * height.length * depth.length
    chunk = max(how.parts, min(channels, budget // plane // how.parts * how.parts))
    if mode == "groups":
        chunk = channels
    elif mode == "rows" and channels == 1:
        # A few planes at a time, which leave room for the results in the L1 cache.
        chunk = max(1, min(groups, caches().l1 // (4 * itemsize * plane)))

    # Whole vectors of sums may stand in the result at once.
    in_place = (
        mode == "pixels"
        and chunk >= channels
        and s.stands_in_rows
        and width.tile * (height.tile if width.length == width.tile else 1) >= lane
    )
    side_by_side = mode == "groups" or (
        mode == "channels" and p.data_format == "channels_last" and how.parts == 1
    )

    tiles = p.batch * groups * depth.tiles * height.tiles * width.tiles
    # Work items of one tile pack it anew, so it is split where threads would be idle, no further;
    # of pixels, which take less time than channels, only if threads had nothing at all to do.
    fair = p.workers == 1 or tiles >= p.workers * (1 if mode == "pixels" else _MANY)
    fair |= way.repeats > 1
    splits = 1 if fair else min(blocks, p.workers // math.gcd(tiles, p.workers))
    share = tiles if p.workers == 1 else tiles // (_ITEMS * p.workers)

    rows = depth.tile * height.tile
    if mode in ("channels", "groups"):
        rows = max(1, _GROUP // width.tile)
    flat, entries, sums = _sums(mode, (depth, height, width), lane, rows, in_place)
    cells = 0
    if way.repeats > 1:
        # Pixels that fill up the last vectors are summed, too; behind all stands the bias.
        sums = blocks * (min(rows, height.tile) * -(-width.tile // way.repeats) + 1)
        cells = blocks * lane
    # Sums of all blocks wait for the next chunk of input channels, if there is one.
    waiting = -(-blocks // splits) if chunk < channels else 1
    # A row that is spread, even into a single run, is first padded as it is, behind the planes.
    line = 0 if width.layout == "overlapped" else width.reach
    return Tiling(
        mode=mode,
        flat=flat,
        in_place=in_place,
        borrows=way.borrows,
        strided=in_place and way.strided,
        axes=(depth, height, width),
        groups=groups,
        channels=channels,
        block=way.block,
        blocks=blocks,
        group_rows=rows,
        splits=splits,
        together=chunk // lane if wide else max(1, min(groups, share)),
        chunk=chunk,
        cell=chunk if side_by_side else 1,
        plane=plane,
        pitch=pitch,
        shift=shift,
        packed=shift + plane * chunk + 8 * lane + line + cells,
        sums=sums * way.block * waiting,
        vectors=entries,
        summed=way.summed,
        skips=way.skips,
        inside=inside,
        repeats=way.repeats,
    )


def _rows_of(axes: Sequence[Axis]) -> int:
    """Elements that as many outputs read as the kernel has rows: less would be read many times."""
    depth, height, width = axes
    return (
        math.prod([axis._replace(tile=axis.kernel).reach for axis in (depth, height)]) * width.reach
    )


def _together(s: Setting, way: Mode) -> int:
    """Input channels that a tile is planned for; it takes more if there is room."""
    if way.name == "groups" or (way.name == "pixels" and s.problem.terms <= _SHORT):
        return way.channels
    return min(way.channels, SKIPPED if way.skips else -(-_TERMS[way.name] // s.problem.taps))


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


def _cut(
    mode: str,
    axes: Sequence[Axis],
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
    depth, height, width = map(_layouts, (mode,) * 3, axes, range(3))
    above = axes[0].least(depth)
    # What is packed beside each position along an axis: at least, where it is not cut yet.
    beside = channels * above * axes[1].least(height)
    last = _largest(axes[2], width, budget // beside, min(pixels, widest), least)
    pixels, beside = max(1, pixels // last.tile), channels * above * last.length
    middle = _largest(axes[1], height, budget // beside, pixels, 1)
    pixels, beside = max(1, pixels // middle.tile), channels * middle.length * last.length
    return [_largest(axes[0], depth, budget // beside, pixels, 1), middle, last]


def _largest(axis: Axis, layouts: tuple[str, ...], room: int, most: int, least: int) -> Axis:
    """The axis in tiles of at most `most` outputs, and of about as many as `room` has places for.

    Tiles of `least` outputs are not made smaller.
    """
    size = min(axis.out, most)
    if axis.length > room:
        fitting = axis.most(room, layouts)
        # No tile is packed into fewer places than it has outputs, and none is half as large as the
        # most that it may be.
        while size > least and (size > 2 * room or axis.even(size) > fitting):
            size -= max(1, size // 8)
    return axis.cut(size, layouts)


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


def _layouts(mode: str, axis: Axis, along: int) -> tuple[str, ...]:
    """The layouts that an axis may have: vectors of pixels need neighbours to be neighbours."""
    if axis.stride == axis.dilation == 1:  # which no layout makes shorter
        return ("overlapped",)
    if mode == "rows" and along > 0:
        return ("phased",) if along == 2 and axis.stride > 1 else ("overlapped",)
    if mode == "pixels" and along == 2:
        return ("separate", "phased") if axis.stride > 1 else ("overlapped", "separate")
    return ("overlapped", "separate")
