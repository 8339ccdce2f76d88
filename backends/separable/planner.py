"""Tiles, rings and blocks of the backend `separable`, by the sizes of the caches.

Pure functions of the problem and the machine. Rows are filtered along the last axis into a ring of
rows, and blocks of output rows across that ring. In three dimensions the results across rows go
into a ring of planes, and blocks of output planes are filtered across that. Rings of a tile stay in
the L2 cache.

The input channels and outer products of a filter are summed one after the other. Where all their
rings fit, they are kept from one block of outputs to the next, so each row of the input is filtered
once for each tile. Otherwise one ring is filled anew for each block and channel, and blocks are
larger, so that rows that two blocks read are a small share.
"""

import math
from collections.abc import Iterator
from functools import lru_cache
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from polyconv._cpu import lanes
from polyconv._machine import caches
from polyconv._problem import Problem
from polyconv.backends.blocking import even_block
from polyconv.backends.exact_integers import max_magnitude

from ._separable import SeparablePlan
from .tuning import TUNING

__all__ = [
    "SeparableAxis",
    "SeparableShape",
    "Tiling",
    "across",
    "along",
    "elements_of",
    "operations_of",
    "plan_of",
    "tiling_of",
]

# Bytes of a cache line, and of the alignment of each part of a worker's memory.
_LINE = 64
# Structural: narrowest tiles, in vectors; narrower rows cost more calls than they save misses.
_MIN_TILE_VECTORS = 16
# Structural: stores that wait in the store queue of a core, at most (72 on Golden Cove, 64 on
# Zen 4), and rows that are packed at a time, at most, as in kernels/work_item.h.
_STORE_QUEUE, _MAX_PACKED_ROWS = 72, 8
# Structural: largest magnitude of a sum in 32 bits, for sums of either sign.
_MAX_SUM = 2**31 - 1
# Structural: filters that kernels/fused.inc.h filters across and along at once, and interleaved
# channels.
_FUSED_KERNELS, _FUSED_CHANNELS = ((3, 3), (5, 5), (7, 7), (9, 9)), (1, 3)
# Work items for each worker, at least, where the problem allows it: work stealing evens them out.
_ITEMS_PER_WORKER = 4
# Structural: time of the busiest worker over the mean, above which tiles are cut further: 3 items
# for 2 workers are, 5 are not, because narrower tiles take more calls.
_MAX_IDLE = 1.25
# Operations of a whole vector that take as long as a call for one line, about: the ratio of the
# rates of runs and of operations in `polyconv._rates` is 40 vectors of 16 for boxes, 15 for others.
_CALL_VECTORS = 40


class SeparableAxis(NamedTuple):
    """One of three axes of the problem and of its tiles; axes that it lacks come first.

    Attributes
    ----------
    n, lo, out, taps, stride, dilation, extent : int
        Elements of the input, padding before it, outputs, and the kernel, as in `Problem`.
    tile, tiles : int
        Outputs of a tile, and tiles.
    box : bool
        True if the pass along this axis sums equal taps.
    """

    n: int = 1
    lo: int = 0
    out: int = 1
    taps: int = 1
    stride: int = 1
    dilation: int = 1
    extent: int = 1
    tile: int = 1
    tiles: int = 1
    box: bool = False


class SeparableShape(NamedTuple):
    """Sizes of a plan. Counts of memory are in elements of the kernels' type.

    Attributes
    ----------
    items, filters : int
        Work items; output channels, or 1 where all channels are interleaved in the lanes.
    ic_per_group, oc_per_group : int
        As in `Problem`, or 1 where channels are interleaved.
    terms : int
        Outer products of a filter and input channel.
    interleave : int
        Channels that stand side by side in the lanes and share one filter: 1, or all of them.
    parts : int
        2 for complex numbers, whose real and imaginary parts are filtered as two rows; else 1.
    itemsize, x_itemsize, bias_itemsize : int
        Bytes of an element, of the caller's element, and of the bias; of a part, if complex.
    x_part_bytes, out_part_bytes : int
        Offsets of imaginary parts within elements of the input and the result; 0 if those are real.
    same_as_x : bool
        True if the caller's elements are the kernels' own, so that rows need no packing.
    planes : bool
        True for three axes.
    keeps : bool
        True if rings of all channels are kept from block to block.
    prefetches : bool
        True if input and result are prefetched, because they are too large for the L2 cache.
    fuses : bool
        True if rows are filtered across and along at once, in registers, if the caller's memory
        permits; see kernels/fused.inc.h. Otherwise the other fields tell what is done.
    pitch : int
        Elements from one buffered row to the next.
    chains, plane_chains : int
        Rings of rows, and of planes: one for each part, term, and channel if they are kept.
    row_ring, plane_ring : int
        Rows and planes of a ring.
    row_block, plane_block : int
        Output rows, and output planes, of a block.
    phases, phase_pitch : int
        Phases of the stride along the last axis, and the room for a packed row of each.
    packed_rows, packed_bytes : int
        Rows that are packed at a time, and bytes of one, all its phases and parts.
    scratch : int
        Elements in which boxes are doubled.
    max_lines : int
        Largest number of lines that are listed at a time.
    zeroed : int
        Bytes at the start of a worker's memory of which partly used vectors read some that are
        not written.
    workspace : int
        Bytes of a worker's memory.
    """

    items: int
    filters: int
    ic_per_group: int
    oc_per_group: int
    terms: int
    interleave: int
    parts: int
    itemsize: int
    x_itemsize: int
    bias_itemsize: int
    x_part_bytes: int
    out_part_bytes: int
    same_as_x: bool
    planes: bool
    keeps: bool
    prefetches: bool
    fuses: bool
    pitch: int
    chains: int
    plane_chains: int
    row_ring: int
    plane_ring: int
    row_block: int
    plane_block: int
    phases: int
    phase_pitch: int
    packed_rows: int
    packed_bytes: int
    scratch: int
    max_lines: int
    zeroed: int
    workspace: int


class Tiling(NamedTuple):
    """The plan of one problem as data."""

    axes: tuple[SeparableAxis, SeparableAxis, SeparableAxis]
    shape: SeparableShape

    @property
    def lines(self) -> tuple[int, int]:
        """Rows of a tile's width that are filtered in one call, for one term.

        Rows of the input, along the last axis; in volumes also rows of planes, across rows.
        """
        shape, (depth, height, width) = self.shape, self.axes
        tiles = depth.tiles * height.tiles * width.tiles
        images = shape.items // tiles * shape.ic_per_group * width.tiles
        if not shape.planes:
            return images * _lines(height, shape.row_block, shape.keeps), 0
        planes = images * _lines(depth, shape.plane_block, shape.keeps)
        return planes * _lines(height, height.tile, True), planes * height.out


def _lines(axis: SeparableAxis, block: int, keeps: bool) -> int:
    """Return the lines that are read for all tiles of an axis; blocks read some again."""
    blocks = axis.tiles if keeps else axis.tiles * -(-axis.tile // block)
    # Where windows leave gaps, only lines that meet taps are read.
    step = min(axis.stride, axis.taps)
    return axis.out * step + blocks * max(axis.extent - axis.stride, 0)


def elements_of(p: Problem) -> np.dtype[Any]:
    """Return the dtype of the kernels: that of the accumulator's parts, or 32-bit integers.

    Integers are summed modulo 2**32 where results have at most 32 bits or no sum needs more.
    """
    kind = p.accumulator.kind
    if kind == "c":
        return np.dtype(f"f{p.accumulator.itemsize // 2}")
    if kind == "f":
        return p.accumulator
    largest = p.reduction_len * max_magnitude(p.x_dtype) * max_magnitude(p.w_dtype)
    narrow = p.dtype.itemsize <= 4 or largest <= _MAX_SUM
    return np.dtype(np.uint32 if narrow else np.uint64)


@lru_cache(maxsize=1024)
def tiling_of(p: Problem, interleaves: bool) -> Tiling:
    """Choose the tiles of `p`; with `interleaves`, all channels share a filter and the lanes.

    A worker's memory shall fit into half of the L2 cache, and into the workspace limit. Of tiles
    whose rings are kept the first that fit and that workers share evenly are the best; of these and
    of those whose blocks are filled anew, the ones with the fewest operations are taken. If none
    fit, the smallest are.
    """
    budget = caches().l2 // 2
    if p.workspace_limit is not None:
        budget = min(budget, p.workspace_limit // p.workers)
    kept: list[Tiling] = []
    filled_anew, tiling = [], None
    for number, tiling in enumerate(_tries(p, interleaves)):
        if tiling.shape.workspace <= budget:
            if not tiling.shape.keeps:
                filled_anew.append(tiling)
            elif not kept or _idle(p, kept[-1]) > _MAX_IDLE:
                kept.append(tiling)
                # Only whole rows are filtered in fused passes, in half of the time.
                is_best = tiling.shape.fuses or _idle(p, tiling) <= _MAX_IDLE
                if is_best and (number == 0 or p.ic_per_group == 1):
                    break  # no others filter fewer rows
    assert tiling is not None
    fitting = [*kept, *filled_anew]
    return min(fitting, key=lambda each: _busiest(p, each), default=tiling)


def _busiest(p: Problem, tiling: Tiling) -> float:
    """Return the operations of all workers if each had those of the busiest one, calls included."""
    calls = sum(tiling.lines) * _CALL_VECTORS * lanes(elements_of(p))["lanes"]
    return (operations_of(p, tiling) + calls) * _idle(p, tiling)


def _idle(p: Problem, tiling: Tiling) -> float:
    """Return the time of the worker with most work items, relative to the mean of all workers."""
    items = tiling.shape.items
    return -(-items // p.workers) * p.workers / items


def operations_of(p: Problem, tiling: Tiling) -> int:
    """Return the operations of all passes, in whole vectors, for one term."""
    depth, height, width = tiling.axes
    rows, plane_rows = tiling.lines
    shape, vector = tiling.shape, lanes(elements_of(p))["lanes"]
    row = -(-width.tile * shape.interleave // vector) * vector
    operations = rows * row * along(p, width.box)
    last = height
    if shape.planes:
        operations += plane_rows * row * across(p, p.kernel[1], height.box)
        last = depth
    last_taps = last.taps if p.rank > 1 else 1
    out_rows = p.outputs // (p.out[-1] * shape.interleave) * width.tiles * shape.ic_per_group
    return operations + out_rows * row * across(p, last_taps, last.box)


def along(p: Problem, box: bool) -> int:
    """Return the operations of a pass along a row, for each element of its result."""
    taps = p.kernel[-1]
    return _box_additions(taps) if box else _product_operations(p) * taps


def across(p: Problem, taps: int, box: bool) -> int:
    """Return the operations of a pass across lines, for each element of its result.

    Boxes sum the lines that 8 outputs share once.
    """
    return 5 + taps // 8 if box else _product_operations(p) * taps


def _product_operations(p: Problem) -> int:
    """Return the real operations of a product that is added: a complex one is four real ones."""
    return 8 if p.accumulator.kind == "c" else 2


def _box_additions(taps: int) -> int:
    """Return the additions of a box along a row: up to seven taps first, then by doubling."""
    digits = max(taps.bit_length() - 3, 0)
    return (taps >> digits) - 1 + digits + (taps & ((1 << digits) - 1)).bit_count()


def _tries(p: Problem, interleaves: bool) -> Iterator[Tiling]:
    """Yield tilings of less and less memory."""
    out = (*(1,) * (3 - p.rank), *p.out)
    extent = (*(1,) * (3 - p.rank), *p.extent)
    channels = p.in_channels if interleaves else 1
    narrowest = -(-_MIN_TILE_VECTORS * lanes(elements_of(p))["lanes"] // channels)
    columns, planes = out[2], p.rank == 3
    block = [TUNING.PLANE_BLOCK, TUNING.ROW_BLOCK]
    # Rings are kept: halve the rows of a tile of a volume, then its columns.
    rows = out[1]
    while True:
        yield _tiling(p, interleaves, True, rows, columns, block)
        if planes and rows > 2 * TUNING.ROW_BLOCK and rows > extent[1]:
            rows = -(-rows // 2)
        elif columns >= 2 * narrowest:
            columns = -(-columns // 2)
        else:
            break
    # Blocks are filled anew: larger ones first.
    sizes = [max(TUNING.PLANE_BLOCK, extent[0]), max(TUNING.ROW_BLOCK, extent[1], 32)]
    while p.ic_per_group > 1 and not interleaves:
        yield _tiling(p, interleaves, False, min(rows, max(sizes[1], 8)), columns, sizes)
        if max(sizes) == 1:
            break
        sizes = [-(-size // 2) for size in sizes]
    while columns > 1 or rows > 1 or max(block) > 1:
        columns, rows = -(-columns // 2), (-(-rows // 2) if planes else rows)
        block = [-(-size // 2) for size in block]
        if not planes and columns == 1 and max(block) == 1:
            rows = 1
        yield _tiling(p, interleaves, True, rows, columns, block)


def _tiling(
    p: Problem, interleaves: bool, keeps: bool, rows: int, columns: int, block: list[int]
) -> Tiling:
    """Return the plan for tiles of these rows and columns, and blocks of these outputs."""
    elements = elements_of(p)
    itemsize, vector = elements.itemsize, lanes(elements)["lanes"]
    complex_, box = p.accumulator.kind == "c", p.structure.kind == "box"
    parts, channels = 2 if complex_ else 1, p.in_channels if interleaves else 1
    missing, planes = 3 - p.rank, p.rank == 3
    filters = 1 if interleaves else p.out_channels
    columns, tile = even_block(p.out[-1], columns), even_block((1, 1, *p.out)[-2], rows)
    tiles = [1, 1, -(-p.out[-1] // columns)]
    sizes = [(1, *p.out)[-3] if planes else 1, tile, columns]
    # Tiles of planes, or of rows, so many that each worker has some.
    split = 0 if planes else 1
    if planes:
        tiles[1] = -(-p.out[-2] // tile)
    items = p.batch * filters * math.prod(tiles)
    if p.workers > 1 and items < _ITEMS_PER_WORKER * p.workers:
        wanted = -(-_ITEMS_PER_WORKER * p.workers // max(items, 1))
        extent = (1, 1, *p.extent)[-3 + split]
        least = min(sizes[split], max(2 * extent, 2 * block[split]))
        sizes[split] = even_block(sizes[split], max(least, sizes[split] / wanted))
    axes = []
    for i in range(3):
        if i < missing:
            axes.append(SeparableAxis(box=box and i == 1))
            continue
        j = i - missing
        size = min(sizes[i], p.out[j])
        axes.append(
            SeparableAxis(
                n=p.spatial[j],
                lo=p.pads[j][0],
                out=p.out[j],
                taps=p.kernel[j],
                stride=p.stride[j],
                dilation=p.dilation[j],
                extent=p.extent[j],
                tile=size,
                tiles=-(-p.out[j] // size),
                box=box and p.stride[j] == 1 and (i == 2 or p.dilation[j] == 1),
            )
        )
    depth, height, width = axes
    row_block = min(block[1], height.tile)
    wide = width.tile * channels >= TUNING.STREAMED_VECTORS * vector
    if wide and height.taps <= TUNING.STREAMED_TAPS and keeps:
        row_block = 1
    plane_block = min(block[0], depth.tile)
    row_ring = (row_block - 1) * height.stride + height.extent
    plane_ring = (plane_block - 1) * depth.stride + depth.extent
    pitch = _pitch((width.tile * channels + 3 * vector) * itemsize) // itemsize
    phases = min(width.stride, width.extent)
    phase_pitch = (width.tile + (width.extent - 1) // width.stride) * channels + 4 * vector
    packed_bytes = _pitch((parts * phases * phase_pitch + 2 * vector) * itemsize)
    packed_rows = min(_MAX_PACKED_ROWS, 1 + -(-_STORE_QUEUE * vector // (width.tile * channels)))
    read = (width.tile + width.extent - 1) * channels + 3 * vector
    scratch = 2 * read if width.box else 0
    max_lines = max(row_ring, plane_ring, height.taps, depth.taps)
    chains = (p.ic_per_group if keeps and not interleaves else 1) * p.structure.rank * parts
    # The rows of one plane and channel are filtered after those of another.
    row_chains = p.structure.rank * parts if planes else chains
    ring_rows = row_chains * row_ring
    plane_rows = chains * plane_ring * height.tile if planes else 0
    sums = parts * (plane_block * height.tile if planes else row_block)
    # Bytes of each part of a worker's memory, as separable.c divides it.
    zeroed = _whole_lines(
        ring_rows * pitch * itemsize,
        plane_rows * pitch * itemsize,
        sums * pitch * itemsize,
        packed_rows * packed_bytes,
    )
    shape = SeparableShape(
        items=p.batch * filters * depth.tiles * height.tiles * width.tiles,
        filters=filters,
        ic_per_group=1 if interleaves else p.ic_per_group,
        oc_per_group=1 if interleaves else p.oc_per_group,
        terms=p.structure.rank,
        interleave=channels,
        parts=parts,
        itemsize=itemsize,
        x_itemsize=p.x_dtype.itemsize // (2 if p.x_dtype.kind == "c" else 1),
        bias_itemsize=itemsize if p.dtype.itemsize <= 4 else p.accumulator.itemsize // parts,
        x_part_bytes=p.x_dtype.itemsize // 2 if p.x_dtype.kind == "c" else 0,
        out_part_bytes=p.dtype.itemsize // 2 if complex_ else 0,
        same_as_x=_same(p.x_dtype, elements),
        planes=planes,
        keeps=keeps,
        prefetches=_is_beyond_l2(p),
        fuses=_fuses(p, elements, width, channels),
        pitch=pitch,
        chains=row_chains,
        plane_chains=chains if planes else 0,
        row_ring=row_ring,
        plane_ring=plane_ring,
        row_block=row_block,
        plane_block=plane_block,
        phases=phases,
        phase_pitch=phase_pitch,
        packed_rows=packed_rows,
        packed_bytes=packed_bytes,
        scratch=scratch,
        max_lines=max_lines,
        zeroed=zeroed,
        workspace=zeroed + _whole_lines(scratch * itemsize, *(8 * max_lines,) * 6),
    )
    return Tiling((depth, height, width), shape)


def _fuses(p: Problem, elements: np.dtype[Any], width: SeparableAxis, channels: int) -> bool:
    """Return True if one pass through whole rows of planes can do both axes in registers.

    `channels` of them are interleaved.

    Rows are padded with a constant or with few columns, and each row of outputs reads one new row.
    Sums of outer products gain where memory bounds them: on 1024x1024, two of 5x5 take 0.79 of the
    time of packed passes, three of 9x9 1.07; on 300x300, two of 5x5 take 1.12, because they load
    each row once for each product (Emerald Rapids, 1 core, AVX-512, 2026-11-29; `python -m
    benchmarks.cost_model measure separable.FUSED_TAPS` compares fused passes with packed ones).
    """
    vector = lanes(elements)["lanes"]
    return (
        p.rank == 2
        and p.kernel in _FUSED_KERNELS
        and channels in _FUSED_CHANNELS
        and p.kernel[0] // 2 * channels <= vector
        and p.kernel[0] <= TUNING.FUSED_TAPS[vector * elements.itemsize]
        and p.stride == p.dilation == (1, 1)
        and p.ic_per_group == 1
        and (p.structure.rank == 1 or (p.kernel[0] <= 7 and _is_beyond_l2(p)))
        and p.accumulator.kind != "c"
        and _same(p.x_dtype, elements)
        and (p.padding_mode in ("zeros", "constant") or max(p.pads[1]) * channels <= vector)
        and width.tiles == 1
        and min(width.n, width.out) * channels >= TUNING.FUSED_VECTORS * vector
    )


def _is_beyond_l2(p: Problem) -> bool:
    """Return True if input and result are too large for the L2 cache."""
    return p.in_out_bytes > caches().l2


def _whole_lines(*sizes: int) -> int:
    """Return the bytes of parts of memory that begin at cache lines."""
    return sum(-(-size // _LINE) * _LINE for size in sizes)


def _pitch(size: int) -> int:
    """Return a pitch of at least `size` bytes: an odd number of lines, to avoid set conflicts.

    Rows a power of two apart share the sets of a cache, which hold 8 to 12 of them.
    """
    return (-(-size // _LINE) | 1) * _LINE


def _same(x: np.dtype[Any], elements: np.dtype[Any]) -> bool:
    """Return True if elements of an array of dtype `x` are the kernels' elements."""
    if elements.kind == "u":
        return x.kind in "iu" and x.itemsize == elements.itemsize
    return x == elements


def plan_of(p: Problem, interleaves: bool) -> SeparablePlan:
    """Return the plan of `p` in C."""
    return _plan_of(p, interleaves)


@lru_cache(maxsize=64)
def _plan_of(p: Problem, interleaves: bool) -> SeparablePlan:
    tiling = tiling_of(p, interleaves)
    return SeparablePlan(p, elements_of(p), tiling.axes, tiling.shape, _columns(tiling))


def _columns(tiling: Tiling) -> NDArray[np.intp] | None:
    """Return where the taps of the last axis are packed; None if side by side."""
    axis, shape = tiling.axes[2], tiling.shape
    if axis.stride == axis.dilation == shape.interleave == 1 or axis.box:
        return None
    place, phase = np.divmod(np.arange(axis.taps) * axis.dilation, axis.stride)
    columns: NDArray[np.intp] = phase * shape.phase_pitch + place * shape.interleave
    return columns.astype(np.intp)
