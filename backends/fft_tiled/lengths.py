"""Segments of problems with few filters: the table of all their lengths.

`planner` weighs combinations of a few lengths of each axis, for any problem. Here all lengths are
weighed by `_lengths.pyx`, whose table serves inputs of any size. It is for few filters, whose
spectra stay in the L2 cache.
"""

import math
from functools import lru_cache

from polyconv._machine import caches
from polyconv._problem import Problem
from polyconv.backends.overlap_save import SegmentedAxis, circular_period

from ._lengths import SegmentLengths, read_and_keep
from .segment_plan import error_bound, spectra_per_output, splits
from .times import min_segment_seconds, seconds_of_segment, stage_operations
from .transforms import CACHED_ELEMENTS, TILE_SIDE
from .tuning import TUNING

__all__ = [
    "fast_length",
    "phase_extent",
    "segment_lengths",
    "segments_by_lengths",
    "segments_of_cuts",
    "size_unit",
]

# Lengths are one of these times a power of two: many odd factors would round more.
_ODD_FACTORS = (1, 3, 5, 9, 15)

# Structural: longest segment that the table must have, in extents of the kernel, along each axis of
# images and volumes; along that of signals it is `TUNING.MAX_SEGMENT_KERNELS`. Longer kernels are
# planned with segments that are longer than those of the table: with shorter ones, a volume of
# 84x63x80 under 12x10x13 would take 1.3 times as long, by the estimates of `times`.
_MIN_EXTENTS_OF_IMAGES = 6
# Structural: elements of the longest segments of signals, images and volumes in the table. An image
# of 1024x1024 and a kernel of 31x31 are fastest in 384x240, which is 2^16.5 elements. Longer ones
# leave the L2 cache: 744x505 under 66x35 take 1.70 ms in 320x288, and 1.84 in 768x192, although
# `times` estimates 0.88 of the time (float32, Sapphire Rapids, 1 core, 2026-12-01, `timeit`).
_MAX_ELEMENTS = {1: 2 * CACHED_ELEMENTS, 2: 4 * CACHED_ELEMENTS, 3: 8 * CACHED_ELEMENTS}


@lru_cache(maxsize=4096)
def fast_length(minimum: int) -> int:
    """Return the next length that there are accurate stages for."""
    return min(odd << (-(-minimum // odd) - 1).bit_length() for odd in _ODD_FACTORS)


def phase_extent(p: Problem, axis: int) -> int:
    """Return the extent of a phase of the kernel along an axis."""
    return (p.extent[axis] - 1) // p.stride[axis] + 1


def size_unit(p: Problem, axis: int) -> int:
    """Return the number that sizes are multiples of: whole lines, and two equal halves."""
    return (TILE_SIDE if axis == p.rank - 1 else 1) * (2 if splits(p, axis) else 1)


def segments_by_lengths(p: Problem) -> tuple[SegmentedAxis, ...] | None:
    """Return the fastest segments of all lengths in the table; None where it does not serve."""
    lengths = segment_lengths(p.family)
    if lengths is None:
        return None
    extents, periods = [], []
    for axis in range(p.rank):
        extents.append(phase_extent(p, axis))
        periods.append(circular_period(p, axis) if p.stride[axis] == 1 else 0)
    cuts = lengths.chosen(extents, p.out, periods, p.batch * p.groups, p.workers)
    return None if cuts is None else segments_of_cuts(p, cuts)


def segments_of_cuts(
    p: Problem, cuts: tuple[tuple[int, int, bool], ...]
) -> tuple[SegmentedAxis, ...]:
    """Return the axes of `p` in segments: of each, the length, the count, and if it is circular."""
    axes = []
    for axis, (size, count, circular) in enumerate(cuts):
        sizes = p.spatial[axis], p.out[axis], phase_extent(p, axis)
        read, keep = read_and_keep(size, count, circular, *sizes)
        axes.append(SegmentedAxis(size, read, keep, keep, count, circular))
    return tuple(axes)


@lru_cache(maxsize=256)
def segment_lengths(p: Problem) -> SegmentLengths | None:
    """Return the table that serves a family of problems, or None."""
    if p.accumulator.kind != "f" or p.padding_mode == "wrap":
        return None
    spectra, itemsize = spectra_per_output(p), p.accumulator.itemsize
    filters = p.out_channels * spectra * 2 * CACHED_ELEMENTS * itemsize
    if p.workspace_limit is not None or filters > caches().l2:
        return None
    extents = [phase_extent(p, axis) for axis in range(p.rank)]
    min_extents = TUNING.MAX_SEGMENT_KERNELS if p.rank == 1 else _MIN_EXTENTS_OF_IMAGES
    longest = math.prod([min_extents * (extent + 1) for extent in extents])
    if longest > _MAX_ELEMENTS[p.rank] or error_bound(p, _MAX_ELEMENTS[p.rank]) > p.rtol:
        return None
    return _table(p.rank, p.oc_per_group, spectra, itemsize)


@lru_cache(maxsize=32)
def _table(rank: int, oc_per_group: int, spectra: int, itemsize: int) -> SegmentLengths:
    """Return the table of real data; the first axis is that whose halves are the two parts."""
    units = (2 * TILE_SIDE,) if rank == 1 else (2, *(1,) * (rank - 2), TILE_SIDE)
    longest = _MAX_ELEMENTS[rank]
    lengths, stages = [], []
    for unit in units:
        factors = [1]
        while factors[-1] * unit < longest:
            factors.append(fast_length(factors[-1] + 1))
        lengths.append(tuple([factor * unit for factor in factors]))
        stages.append(tuple([stage_operations(factor) for factor in factors]))

    def seconds_of(sizes: tuple[int, ...]) -> float:
        parts = (*(1,) * (3 - rank), sizes[0] // 2, *sizes[1:])
        return seconds_of_segment(parts, oc_per_group, spectra, itemsize)

    element, stage, row = min_segment_seconds(oc_per_group, spectra, itemsize)
    # A part has half the elements, and half the rows unless it is one row.
    row = row if rank == 1 else row / 2
    return SegmentLengths(
        tuple(lengths), tuple(stages), element / 2, stage / 2, row, longest, seconds_of
    )
