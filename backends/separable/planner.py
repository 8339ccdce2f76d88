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

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from polyconv._cpu import lanes
from polyconv._machine import CACHE_LINE, caches
from polyconv._problem import Problem
from polyconv.backends.blocking import even_block, rounded_up

from ._separable import SeparablePlan
from .counts import operations_of
from .tiling import SeparableAxis, SeparableShape, SeparableTiling, elements_of
from .tuning import TUNING

__all__ = ["plan_of", "tiling_of"]

# Structural: bytes of the L1 cache over its ways: a page, so that addresses need no translation.
_L1_WAY = 4096
# Structural: loads wait for earlier stores whose addresses differ by a multiple of a page, if these
# are in the store queue still; and a gap of more bytes than those that are stored to a row.
_PAGE, _GAP = 4096, 768
# Structural: narrowest tiles, in vectors; narrower rows cost more calls than they save misses.
_MIN_TILE_VECTORS = 16
# Structural: stores that wait in the store queue of a core, at most (72 on Golden Cove, 64 on
# Zen 4), and rows that are packed at a time, at most, as in kernels/work_item.h.
_STORE_QUEUE, _MAX_PACKED_ROWS = 72, 8
# Structural: filters that kernels/fused.inc.h filters across and along at once, and interleaved
# channels.
_FUSED_KERNELS, _FUSED_CHANNELS = ((3, 3), (5, 5), (7, 7), (9, 9)), (1, 3)
# Work items for each worker, at least, where the problem allows it: work stealing evens them out.
_ITEMS_PER_WORKER = 4
# Structural: time of the busiest worker over the mean, above which tiles are cut further: 3 items
# for 2 workers are, 5 are not, because narrower tiles take more calls.
_MAX_IMBALANCE = 1.25
# Operations of a whole vector that take as long as a call for one line, about: the ratio of the
# rates of runs and of operations is 120 to 220 vectors of 16, before traits. With 100, 12 of 3000
# tilings take over 1.2 of the predicted time of the best one, with 40 it is 21 (Zen 4, 2026-11-30;
# `pytest tests/selection/test_cuts.py` counts them).
_CALL_VECTORS = 100
# Operations of a worker that take as long as waking the others, for boxes and for others, about:
# 3.2 us by the fitted rates, by which an operation of short rows takes 50 ps in boxes and 16 ps in
# others.
_WAKE_OPERATIONS, _WAKE_OPERATIONS_OF_PRODUCTS = 65_000, 200_000


@lru_cache(maxsize=1024)
def tiling_of(p: Problem, interleaves: bool) -> SeparableTiling:
    """Choose the tiles of `p`; with `interleaves`, all channels share a filter and the lanes.

    A worker's memory shall fit into half of the L2 cache, and into the workspace limit. Of tiles
    whose rings are kept the first that fit and that workers share evenly are the best; of these and
    of those whose blocks are filled anew, the ones with the fewest operations are taken. If none
    fit, the smallest are.
    """
    budget = caches().l2 // 2
    if p.workspace_limit is not None:
        budget = min(budget, p.workspace_limit // p.workers)
    kept: list[SeparableTiling] = []
    filled_anew, tiling = [], None
    for number, tiling in enumerate(_tries(p, interleaves)):
        if tiling.shape.workspace <= budget:
            if not tiling.shape.keeps:
                filled_anew.append(tiling)
            elif not kept or _idle(p, kept[-1]) > _MAX_IMBALANCE:
                kept.append(tiling)
                # Only whole rows are filtered in fused passes, in half of the time.
                is_best = tiling.shape.fuses or _idle(p, tiling) <= _MAX_IMBALANCE
                if is_best and (number == 0 or p.ic_per_group == 1):
                    break  # no others filter fewer rows
    assert tiling is not None
    fitting = [*kept, *filled_anew]
    return min(fitting, key=lambda each: _busiest(p, each), default=tiling)


def _busiest(p: Problem, tiling: SeparableTiling) -> float:
    """Return the operations of all workers if each had those of the busiest one.

    Calls are included, and waking the workers, which a single work item does not.
    """
    calls = sum(tiling.lines) * _CALL_VECTORS * lanes(elements_of(p))["lanes"]
    wakes = p.workers > 1 and tiling.shape.items > 1
    box = p.structure.kind == "box"
    waking = p.workers * (_WAKE_OPERATIONS if box else _WAKE_OPERATIONS_OF_PRODUCTS) * wakes
    # The operations are those of one term and part; dense filters, which are refused, have no term.
    waking_share = waking / (max(tiling.shape.terms, 1) * tiling.shape.parts)
    return (operations_of(p, tiling) + calls) * _idle(p, tiling) + waking_share


def _idle(p: Problem, tiling: SeparableTiling) -> float:
    """Return the time of the worker with most work items, relative to the mean of all workers."""
    items = tiling.shape.items
    return -(-items // p.workers) * p.workers / items


def _tries(p: Problem, interleaves: bool) -> Iterator[SeparableTiling]:
    """Yield tilings of less and less memory."""
    out = (*(1,) * (3 - p.rank), *p.out)
    extent = (*(1,) * (3 - p.rank), *p.extent)
    fixed = _fixed_fields(p, interleaves)
    vector = lanes(elements_of(p))["lanes"]
    narrowest = -(-_MIN_TILE_VECTORS * vector // fixed["interleave"])
    columns, is_volume = out[2], p.rank == 3
    block = [TUNING.PLANE_BLOCK, TUNING.ROW_BLOCK]
    # Rings are kept: halve the rows of a tile of a volume, then its columns.
    rows = out[1]
    while True:
        yield _tiling(p, fixed, True, rows, columns, block)
        if is_volume and rows > 2 * TUNING.ROW_BLOCK and rows > extent[1]:
            rows = -(-rows // 2)
        elif columns >= 2 * narrowest:
            columns = -(-columns // 2)
        else:
            break
    # Blocks are filled anew: larger ones first.
    sizes = [max(TUNING.PLANE_BLOCK, extent[0]), max(TUNING.ROW_BLOCK, extent[1], 32)]
    while p.ic_per_group > 1 and not interleaves:
        yield _tiling(p, fixed, False, min(rows, max(sizes[1], 8)), columns, sizes)
        if max(sizes) == 1:
            break
        sizes = [-(-size // 2) for size in sizes]
    while columns > 1 or rows > 1 or max(block) > 1:
        columns, rows = -(-columns // 2), (-(-rows // 2) if is_volume else rows)
        block = [-(-size // 2) for size in block]
        if not is_volume and columns == 1 and max(block) == 1:
            rows = 1
        yield _tiling(p, fixed, True, rows, columns, block)


def _tiling(
    p: Problem, fixed: dict[str, Any], keeps: bool, rows: int, columns: int, block: list[int]
) -> SeparableTiling:
    """Return the plan for tiles of these rows and columns, and blocks of these outputs.

    `fixed` are the fields of all tilings of the problem, by `_fixed_fields`.
    """
    depth, height, width = _axes(p, fixed["filters"], rows, columns, block)
    elements = elements_of(p)
    itemsize, vector, channels = elements.itemsize, lanes(elements)["lanes"], fixed["interleave"]
    parts, is_volume = fixed["parts"], fixed["is_volume"]
    row_block, plane_block = min(block[1], height.tile), min(block[0], depth.tile)
    wide = width.tile * channels >= TUNING.STREAMED_VECTORS * vector
    if wide and height.taps <= TUNING.STREAMED_TAPS and keeps:
        row_block = 1
    row_ring = (row_block - 1) * height.stride + height.extent
    plane_ring = (plane_block - 1) * depth.stride + depth.extent
    pitch = _pitch((width.tile * channels + 3 * vector) * itemsize) // itemsize
    packed = _packed_rows(width, elements, channels, parts)
    read = (width.tile + width.extent - 1) * channels + 3 * vector
    scratch = 2 * read if width.box else 0
    max_lines = max(row_ring, plane_ring, height.taps, depth.taps)
    chains = (fixed["ic_per_group"] if keeps else 1) * p.structure.rank * parts
    # The rows of one plane and channel are filtered after those of another.
    row_chains = p.structure.rank * parts if is_volume else chains
    ring_rows = row_chains * row_ring
    plane_rows = chains * plane_ring * height.tile if is_volume else 0
    sums = parts * (plane_block * height.tile if is_volume else row_block)
    places_ring = not is_volume and _rows_share_pages(p, ring_rows, pitch * itemsize)
    # Bytes of each part of a worker's memory, as separable.c divides it.
    zeroed = _whole_lines(
        _PAGE * places_ring,
        ring_rows * pitch * itemsize,
        plane_rows * pitch * itemsize,
        sums * pitch * itemsize,
        packed["packed_rows"] * packed["packed_bytes"],
    )
    shape = SeparableShape(
        **fixed,
        **packed,
        items=p.batch * fixed["filters"] * depth.tiles * height.tiles * width.tiles,
        keeps=keeps,
        fuses=_fuses(p, elements, width, channels),
        places_ring=places_ring,
        pitch=pitch,
        chains=row_chains,
        plane_chains=chains if is_volume else 0,
        row_ring=row_ring,
        plane_ring=plane_ring,
        row_block=row_block,
        plane_block=plane_block,
        scratch=scratch,
        max_lines=max_lines,
        zeroed=zeroed,
        workspace=zeroed + _whole_lines(scratch * itemsize, *(8 * max_lines,) * 6),
    )
    return SeparableTiling((depth, height, width), shape)


def _fixed_fields(p: Problem, interleaves: bool) -> dict[str, Any]:
    """Return the fields of `SeparableShape` that are the same for all tilings of a problem."""
    elements, is_complex = elements_of(p), p.accumulator.kind == "c"
    parts, itemsize = 2 if is_complex else 1, elements.itemsize
    return {
        "filters": 1 if interleaves else p.out_channels,
        "ic_per_group": 1 if interleaves else p.ic_per_group,
        "oc_per_group": 1 if interleaves else p.oc_per_group,
        "terms": p.structure.rank,
        "interleave": p.in_channels if interleaves else 1,
        "parts": parts,
        "itemsize": itemsize,
        "x_itemsize": p.x_dtype.itemsize // (2 if p.x_dtype.kind == "c" else 1),
        "bias_itemsize": itemsize if p.dtype.itemsize <= 4 else p.accumulator.itemsize // parts,
        "x_part_bytes": p.x_dtype.itemsize // 2 if p.x_dtype.kind == "c" else 0,
        "out_part_bytes": p.dtype.itemsize // 2 if is_complex else 0,
        "same_as_x": _same(p.x_dtype, elements),
        "is_volume": p.rank == 3,
        "prefetches": _is_beyond_l2(p),
        "fused_prefetches": TUNING.FUSED_PREFETCHES,
    }


def _axes(
    p: Problem, filters: int, rows: int, columns: int, block: list[int]
) -> tuple[SeparableAxis, SeparableAxis, SeparableAxis]:
    """Return three axes with tiles of at most these rows and columns, some for each worker."""
    box, is_volume = p.structure.kind == "box", p.rank == 3
    columns, tile = even_block(p.out[-1], columns), even_block((1, 1, *p.out)[-2], rows)
    tiles = -(-p.out[-1] // columns)
    sizes = [(1, *p.out)[-3] if is_volume else 1, tile, columns]
    # Tiles of planes, or of rows, so many that each worker has some.
    split = 0 if is_volume else 1
    if is_volume:
        tiles *= -(-p.out[-2] // tile)
    items = p.batch * filters * tiles
    if p.workers > 1 and items < _ITEMS_PER_WORKER * p.workers:
        wanted = -(-_ITEMS_PER_WORKER * p.workers // max(items, 1))
        extent = (1, 1, *p.extent)[-3 + split]
        min_size = min(sizes[split], max(2 * extent, 2 * block[split]))
        sizes[split] = even_block(sizes[split], max(min_size, sizes[split] / wanted))
    axes = [SeparableAxis(box=box and i == 1) for i in range(3 - p.rank)]
    for i, axis in enumerate(range(p.rank), 3 - p.rank):
        size = min(sizes[i], p.out[axis])
        axes.append(
            SeparableAxis(
                n=p.spatial[axis],
                lo=p.pads[axis][0],
                out=p.out[axis],
                taps=p.kernel[axis],
                stride=p.stride[axis],
                dilation=p.dilation[axis],
                extent=p.extent[axis],
                tile=size,
                tiles=-(-p.out[axis] // size),
                box=box and p.stride[axis] == 1 and (i == 2 or p.dilation[axis] == 1),
            )
        )
    depth, height, width = axes
    return depth, height, width


def _packed_rows(
    width: SeparableAxis, elements: np.dtype[Any], channels: int, parts: int
) -> dict[str, Any]:
    """Return the fields of `SeparableShape` that tell how rows are packed, phase by phase."""
    vector = lanes(elements)["lanes"]
    phases = min(width.stride, width.extent)
    phase_pitch = (width.tile + (width.extent - 1) // width.stride) * channels + 4 * vector
    rows = 1 + -(-_STORE_QUEUE * vector // (width.tile * channels))
    return {
        "phases": phases,
        "phase_pitch": phase_pitch,
        "packed_rows": min(_MAX_PACKED_ROWS, rows),
        "packed_bytes": _pitch((parts * phases * phase_pitch + 2 * vector) * elements.itemsize),
    }


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
        and not _sums_input(p, elements, channels)
        and p.stride == p.dilation == (1, 1)
        and p.ic_per_group == 1
        and (p.structure.rank == 1 or (p.kernel[0] <= 7 and _is_beyond_l2(p)))
        and p.accumulator.kind != "c"
        and _same(p.x_dtype, elements)
        and (p.padding_mode in ("zeros", "constant") or max(p.pads[1]) * channels <= vector)
        and width.tiles == 1
        and min(width.n, width.out) * channels >= TUNING.FUSED_VECTORS * vector
    )


def _sums_input(p: Problem, elements: np.dtype[Any], channels: int) -> bool:
    """Return True if boxes are summed along rows of the input first, because rows share cache sets.

    Rows of 7 and 9 taps a multiple of 4 KiB apart meet in one set of the L1 cache, and fused passes
    load each of them several times. Time of a box of 9 that sums along rows first, relative to
    fused passes: 0.92 to 0.96 on 1024x1024, 0.5 there if input and result are aligned differently,
    1.1 on 1000x1000 (Zen 4, 1 core, AVX-512, 2026-11-30; ``python -m benchmarks.peers --classes
    separable``). Kernels sum along rows in registers with AVX-512 only.
    """
    return (
        p.structure.kind == "box"
        and p.kernel[-1] >= 7
        and channels == 1
        and p.padding_mode in ("zeros", "constant")
        and elements.kind == "f"
        and lanes(elements)["lanes"] * elements.itemsize == 64
        and p.spatial[-1] * elements.itemsize % _L1_WAY == 0
    )


def _is_beyond_l2(p: Problem) -> bool:
    """Return True if input and result are too large for the L2 cache."""
    return p.in_out_bytes > caches().l2


def _whole_lines(*sizes: int) -> int:
    """Return the bytes of parts of memory that begin at cache lines."""
    return sum(rounded_up(size, CACHE_LINE) for size in sizes)


def _rows_share_pages(p: Problem, ring_rows: int, pitch: int) -> bool:
    """Return True if a ring is placed where no row meets the result at the same offset in a page.

    A load waits for an earlier store to an address that differs by a multiple of 4 KiB, until that
    has left the store queue. That is avoided if all rows of the result begin at one offset, and
    the rows of the ring leave a gap between theirs. A box of 9 on 1024x1024 then takes 0.89 of the
    time that it takes with waits (Zen 4, 1 core, 2026-11-30; ``python -m benchmarks.peers --classes
    separable``).
    """
    row = p.out[-1] * p.dtype.itemsize * (p.out_channels if p.data_format == "channels_last" else 1)
    return row % _PAGE == 0 and ring_rows * (pitch % _PAGE) <= _PAGE - _GAP


def _pitch(size: int) -> int:
    """Return a pitch of at least `size` bytes: an odd number of lines, to avoid set conflicts.

    Rows a power of two apart share the sets of a cache, which hold 8 to 12 of them.
    """
    return (-(-size // CACHE_LINE) | 1) * CACHE_LINE


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


def _columns(tiling: SeparableTiling) -> NDArray[np.intp] | None:
    """Return where the taps of the last axis are packed; None if side by side."""
    axis, shape = tiling.axes[2], tiling.shape
    if axis.stride == axis.dilation == shape.interleave == 1 or axis.box:
        return None
    place, phase = np.divmod(np.arange(axis.taps) * axis.dilation, axis.stride)
    columns: NDArray[np.intp] = phase * shape.phase_pitch + place * shape.interleave
    return columns.astype(np.intp)
