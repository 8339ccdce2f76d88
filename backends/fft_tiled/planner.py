"""Lengths of the segments of the backend `fft_tiled`, by counts of their operations and bytes.

Pure functions of the problem and the machine. `overlap_save` describes the two ways to cut an axis.
One segment at a time is loaded, transformed, multiplied, transformed back and stored; kernels/fft.h
describes its layout. With a stride, all lengths are those of its polyphase components.
"""

import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache, partial
from itertools import chain
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from polyconv._backend import Cost, Kernel
from polyconv._machine import caches
from polyconv._problem import Problem
from polyconv.backends.overlap_save import (
    MAX_FILTER_SPECTRA,
    MAX_TIME_FOR_MEMORY,
    FilterPart,
    PartwiseKernel,
    Segmentation,
    SegmentedAxis,
    circular_period,
    growing_cuts,
    has_fixed_period,
    max_workspace,
    part_of,
    preferred_workspace,
    weight_bytes,
)

from ._fft_tiled import FftTiledKernel
from .lengths import fast_length, phase_extent, segments_by_lengths, size_unit
from .rows import row_counts
from .segment_plan import (
    error_bound,
    lengths_of,
    segment_plan,
    spectra_per_output,
    splits,
    transformed_share,
)
from .times import (
    cache_time_factor,
    compute_seconds,
    memory_share,
    min_stage_operations,
    operations_of_segments,
    stage_operations,
    streaming_seconds,
    transform_operations,
    working_set,
)
from .transforms import TILE_SIDE, re_im_layout, widens_filters
from .tuning import TUNING

__all__ = [
    "choose_tiled_segments",
    "packer_of",
    "prepare",
    "tiled_cost_lower_bounds",
    "workspace_in",
]


class _Candidate(NamedTuple):
    """One segmentation of all axes, ordered by a lower bound of its time."""

    min_seconds: float
    number: int
    axes: tuple[SegmentedAxis, ...]


class _Counts(NamedTuple):
    """Counts of one candidate."""

    segments: int
    operations: float
    moved: float  # bytes of filters' spectra; of variants, those from where most lie
    part_elements: int
    transforms: int  # of segments, forward or inverse
    filters: float  # bytes of the spectra of a part of the filters
    part: FilterPart
    workspace: float  # bytes
    seconds: float
    variant: str  # of `Cost`


class _Weighed(NamedTuple):
    """A candidate among those of its kind; ordered by seconds, or by bytes if it is refused."""

    weight: float = math.inf
    number: int = 0
    axes: tuple[SegmentedAxis, ...] = ()


@lru_cache(maxsize=1024)
def choose_tiled_segments(p: Problem) -> Segmentation:
    """Return the fastest segments within the limits of error and memory, if any are.

    If none are, return those with the least workspace; their cost and bound then say what is
    exceeded. Segments that take little memory are preferred to others if they are nearly as fast.
    """
    found = segments_by_lengths(p)
    if found is not None:
        return _segmentation(p, found, _counts(p, found))
    options = [_axis_candidates(p, axis) for axis in range(p.rank)]
    axes, is_limited = _fastest(p, options)
    counts = _counts(p, axes)
    if is_limited or counts.segments % p.workers:
        # The fastest within a limit, or for all workers, may lie between two candidates: try more
        # lengths near the fastest, and near the fastest whose filters are not computed in parts.
        whole = _fastest(p, options, keeps_filters=True)[0]
        axes, _ = _fastest(p, _options_near(p, options, {axes, whole}))
        counts = _counts(p, axes)
    return _segmentation(p, axes, counts)


def _fastest(
    p: Problem, options: Sequence[Sequence[SegmentedAxis]], keeps_filters: bool = False
) -> tuple[tuple[SegmentedAxis, ...], bool]:
    """Return the best combination of the axes' options, and True if limits exclude a faster one.

    Computing filters in parts counts as such a limit. With `keeps_filters`, combinations in parts
    are returned only if nothing else fits.
    """
    longest = math.prod([max([axis.size for axis in candidates]) for candidates in options])
    may_exceed_rtol = error_bound(p, longest) > p.rtol
    limit, preferred = max_workspace(p), preferred_workspace(p)
    fastest, small, refused, unlimited = _Weighed(), _Weighed(), _Weighed(), math.inf
    # Candidates are in the order of their lower bounds: after the first that cannot win, none can.
    for candidate in sorted(_candidates(p, options)):
        if candidate.min_seconds > MAX_TIME_FOR_MEMORY * fastest.weight:
            break
        axes, number = candidate.axes, candidate.number
        c = _counts(p, axes)
        if p.workspace_limit is None:
            exceeds = c.workspace - c.filters > limit
        else:
            exceeds = c.workspace > p.workspace_limit
        in_parts = not c.part.is_all(p)
        exceeds = exceeds or (keeps_filters and in_parts)
        if may_exceed_rtol and not exceeds:
            exceeds = error_bound(p, math.prod([a.size for a in axes])) > p.rtol
        if exceeds or in_parts:
            unlimited = min(unlimited, c.seconds)
        if exceeds:
            refused = min(refused, _Weighed(c.workspace, number, axes))
            continue
        fastest = min(fastest, _Weighed(c.seconds, number, axes))
        if c.workspace <= preferred:
            small = min(small, _Weighed(c.seconds, number, axes))
    best = fastest if fastest.axes else refused
    if small.weight <= MAX_TIME_FOR_MEMORY * fastest.weight < math.inf:
        best = small
    return best.axes, unlimited <= fastest.weight


def _candidates(p: Problem, options: Sequence[Sequence[SegmentedAxis]]) -> list[_Candidate]:
    """Return every combination of the axes' options, with a lower bound of its time."""
    # Segments; elements and rows of a part, and operations of stages per element; axes.
    cuts: list[tuple[int, int, int, float, tuple[SegmentedAxis, ...]]]
    cuts = [(p.batch * p.groups, 1, 1, 0.0, ())]
    for i, candidates in enumerate(options):
        unit, parts = TILE_SIDE if i == p.rank - 1 else 1, 2 if splits(p, i) else 1
        lengths = [
            (a.size // parts, a.count, stage_operations(a.size // parts // unit), a)
            for a in candidates
        ]
        cuts = [
            (segments * count, elements * length, elements, stages + more, (*axes, axis))
            for segments, elements, _, stages, axes in cuts
            for length, count, more, axis in lengths
        ]
    spectra, element_bytes = spectra_per_output(p), 2 * _itemsize(p)
    # If the longest part fits into the L1 cache, all do.
    longest = max([elements for _, elements, *_ in cuts])
    fits = cache_time_factor(p.oc_per_group, spectra, element_bytes * longest) == 1
    found = []
    for number, (segments, elements, rows, stages, axes) in enumerate(cuts):
        operations = operations_of_segments(
            p.oc_per_group, spectra, segments, elements, rows, stages
        )
        if not fits:
            operations *= cache_time_factor(p.oc_per_group, spectra, element_bytes * elements)
        found.append(_Candidate(_compute_seconds(p, spectra, segments, operations), number, axes))
    return found


def _counts(p: Problem, axes: tuple[SegmentedAxis, ...]) -> _Counts:
    lengths, itemsize = lengths_of(p, axes), _itemsize(p)
    layout = re_im_layout(lengths, itemsize)
    elements = layout.part_elements
    segments = p.batch * p.groups * math.prod([axis.count for axis in axes])
    spectra, spectrum_bytes = spectra_per_output(p), 2 * elements * itemsize
    stages = stage_operations(lengths[0]) + stage_operations(lengths[1])
    stages += stage_operations(lengths[2] // TILE_SIDE)
    time_factor = cache_time_factor(p.oc_per_group, spectra, spectrum_bytes)
    operations = (
        operations_of_segments(p.oc_per_group, spectra, segments, elements, layout.rows, stages)
        * time_factor
    )
    seconds = _compute_seconds(p, spectra, segments, operations)
    transforms = segments * (spectra + p.oc_per_group)
    calling = min(p.workers, segments) * working_set(p.oc_per_group, spectra, spectrum_bytes)
    tables, scratch = _table_bytes(lengths, itemsize), 16 * elements
    if not widens_filters(lengths):
        scratch = 0
    part, kept_weights = _part_of(p, spectra * spectrum_bytes, max(calling, scratch) + tables)
    filters = part.spectra_bytes(spectra * spectrum_bytes)
    if kept_weights:
        # Each part transforms its input again; filters in double precision take twice as long.
        again = (part.passes(p) - 1) * segments * spectra
        filter_transforms = p.out_channels * spectra * (2 if scratch else 1)
        more = transform_operations(elements, layout.rows, stages) * time_factor
        operations += (again + filter_transforms) * more
        seconds += (again / p.workers + filter_transforms) * more * itemsize / 4 / TUNING.RATE
        transforms += again + filter_transforms
        tables *= 2  # of two sizes of parts
    moved = segments / p.groups * p.out_channels * spectra * spectrum_bytes
    variant = ""
    if filters > caches().l2:
        missing = memory_share(filters)
        streaming = streaming_seconds(moved, missing)
        seconds += streaming
        # The fitted rate of bytes comes from problems that mostly compute. If reading spectra takes
        # much of the time, a problem counts as a variant with its own rates, for L3 or for memory:
        # its bytes are those that take as long from there alone.
        if spectra > 1 and streaming > TUNING.STREAMING_SHARE * seconds:
            in_l3 = missing < 1 / 2
            variant = "l3_filters" if in_l3 else "memory_filters"
            moved = streaming * (TUNING.L3_BANDWIDTH if in_l3 else TUNING.MEMORY_BANDWIDTH)
    preparing = scratch + part.spectra_bytes(p.reduction_len * p.accumulator.itemsize)
    return _Counts(
        segments=segments,
        operations=operations,
        moved=moved,
        part_elements=elements,
        transforms=transforms,
        filters=filters,
        part=part,
        workspace=filters + kept_weights + max(calling, preparing) + tables,
        seconds=seconds,
        variant=variant,
    )


def _table_bytes(lengths: tuple[int, ...], itemsize: int) -> int:
    """Return the bytes of the tables of the transforms, while they are made."""
    if widens_filters(lengths):
        return 64 * (sum(lengths) + lengths[2])
    # Twiddles of tiles are made, and copied to aligned lines. Those of an axis' stages, their
    # angles, and arrays on the way take at most 160 bytes for each element or line.
    lines = lengths[0] + lengths[1] + lengths[2] // TILE_SIDE
    return 4 * itemsize * (lengths[2] + TILE_SIDE) + 160 * lines + (2 << 20)


def _part_of(p: Problem, one_filter: int, workspace: int) -> tuple[FilterPart, int]:
    """Return the filters whose spectra are held at once, and the bytes of weights that are kept.

    A contiguous copy of a part's weights, from which spectra are computed, counts as theirs.
    """
    copied = 0 if p.workspace_limit is None else p.reduction_len * p.accumulator.itemsize
    part = FilterPart(*map(int, part_of(p, one_filter + copied, workspace)))
    return part, 0 if part.is_all(p) else weight_bytes(p)


def _compute_seconds(p: Problem, spectra: int, segments: int, operations: float) -> float:
    """Return the seconds of the worker with the most segments, without moving filters."""
    seconds = compute_seconds(p.oc_per_group, spectra, _itemsize(p), segments, operations)
    return seconds / segments * _segments_per_worker(p, segments)


def _segments_per_worker(p: Problem, segments: int) -> int:
    """Return the segments of the worker that has the most."""
    return -(-segments // p.workers)


@lru_cache(maxsize=256)
def _bounds_of_axes(p: Problem) -> list[tuple[int, int, int, bool]]:
    """Return the bounds of segments along each axis of a family of problems.

    They are the extent of a phase of the kernel; the number that sizes are multiples of; 2 if the
    halves of a segment are the parts of complex numbers, else 1; and True if the axis may be
    transformed at once without padding.
    """
    return [
        (
            phase_extent(p, axis),
            size_unit(p, axis),
            2 if splits(p, axis) else 1,
            p.stride[axis] == 1,
        )
        for axis in range(p.rank)
    ]


def tiled_cost_lower_bounds(p: Problem) -> Iterator[Cost]:
    """Yield counts that no segmentation is below, for each variant, to pass over hopeless problems.

    Along an axis, all segments together have at least the elements of the shorter of the two ways
    to transform it at once, and none is shorter than the kernel. A segment has at least one tile.
    """
    elements, rows, shortest = 1, 1, 1
    for axis, (whole_extent, unit, parts, by_period) in enumerate(_bounds_of_axes(p.family)):
        extent, size = whole_extent, p.out[axis] + whole_extent - 1
        period = circular_period(p, axis) if by_period else 0
        if 0 < period < size:
            size, extent = period, min(period, extent)
        rows = elements
        elements *= -(-size // unit) * unit // parts
        shortest *= -(-extent // unit) * unit // parts
    elements, rows = p.batch * max(TILE_SIDE * TILE_SIDE, elements), p.batch * rows
    stages = min_stage_operations() * math.log2(shortest // TILE_SIDE)
    shortest = max(TILE_SIDE * TILE_SIDE, shortest)
    itemsize, spectra = _itemsize(p), spectra_per_output(p)
    transforms = p.groups * (spectra + p.oc_per_group)
    operations = operations_of_segments(p.oc_per_group, spectra, p.groups, elements, rows, stages)
    # A thousandth allows for rounding in a different order.
    operations *= 0.999 * cache_time_factor(p.oc_per_group, spectra, 2 * shortest * itemsize)
    filters = spectra * p.out_channels * 2 * itemsize
    prepared = shortest * filters // p.rank  # at least the last axis is transformed whole
    # The longest segments have less than four times the elements, lines of padding included.
    if p.workspace_limit is not None or 4 * elements // p.batch * filters > MAX_FILTER_SPECTRA:
        prepared = min(prepared, weight_bytes(p))  # of filters in parts, the weights are kept
    # At least half of the spectra of `memory_filters` is read from memory; what is read from L3
    # counts as the bytes that memory would deliver meanwhile, see `_counts`.
    share = (1 + TUNING.MEMORY_BANDWIDTH / TUNING.L3_BANDWIDTH) / 2
    shares = {"": 1.0, "l3_filters": 1.0, "memory_filters": min(1.0, share)}
    for variant in shares if spectra > 1 else ("",):
        yield Cost(
            flops=int(operations),
            bytes=p.in_out_bytes + int(shares[variant] * elements * filters),
            workspace=0,
            packed=transforms * elements // 2 * itemsize,
            work_items=p.batch * transforms,
            prepared=prepared,
            variant=variant,
        )


def workspace_in(p: Problem, axes: tuple[SegmentedAxis, ...]) -> int:
    """Return the bytes of workspace of `p` in segments."""
    return int(_counts(p, axes).workspace)


def _segmentation(p: Problem, axes: tuple[SegmentedAxis, ...], c: _Counts) -> Segmentation:
    """Return the costs of segments that are chosen."""
    # Workers that wait for the one with the most segments count as busy.
    busy_segments = p.workers * _segments_per_worker(p, c.segments)
    rows = row_counts(p, axes, int(c.part.passes(p)))
    return Segmentation(
        axes=axes,
        part=c.part,
        filter_bytes=int(c.filters),
        seconds=c.seconds,
        cost=Cost(
            flops=int(c.operations * busy_segments / c.segments),
            bytes=int(p.in_out_bytes + rows.unused + c.moved),
            workspace=int(c.workspace),
            packed=int(c.transforms / 2 * c.part_elements * _itemsize(p)),
            runs=rows.rows,
            work_items=c.transforms,
            prepared=int(c.filters * transformed_share(p, axes))
            if c.part.is_all(p)
            else weight_bytes(p),
            gathered=rows.gathered,
            variant=c.variant,
            lookups=rows.lookups,
            python_calls=0 if c.part.is_all(p) else int(c.part.count(p)),
        ),
        error_bound=float(error_bound(p, math.prod(axis.size for axis in axes))),
    )


def _axis_candidates(p: Problem, axis: int) -> list[SegmentedAxis]:
    """Return ways to cut one axis: segments of growing lengths, and the whole axis at once."""
    out, extent = p.out[axis], phase_extent(p, axis)
    found = growing_cuts(partial(_cut, p, axis), extent, TUNING.SEGMENT_GROWTH[p.rank - 1])
    whole = _fast_size(p, axis, out + extent - 1)
    period = circular_period(p, axis) if p.stride[axis] == 1 else 0
    if period and not has_fixed_period(p, axis):
        period = _fast_size(p, axis, period)
    elif period and (splits(p, axis) or _fast_size(p, axis, period) != period):
        period = 0
    if 0 < period <= whole:
        last = SegmentedAxis(period, p.spatial[axis], out, out, 1, True)
    else:
        last = SegmentedAxis(whole, whole, out, out, 1, False)
    return [*found, last]


def _options_near(
    p: Problem,
    options: Sequence[Sequence[SegmentedAxis]],
    chosen: Iterable[tuple[SegmentedAxis, ...]],
) -> list[list[SegmentedAxis]]:
    """Return for each axis the options that `_between` adds around those of each chosen cut."""
    near = [
        [_between(p, *each) for each in zip(range(p.rank), options, axes, strict=True)]
        for axes in chosen
    ]
    return [list(dict.fromkeys(chain(*along))) for along in zip(*near, strict=True)]


def _between(
    p: Problem, axis: int, options: Sequence[SegmentedAxis], chosen: SegmentedAxis
) -> list[SegmentedAxis]:
    """Return an option of an axis, two before and after it, and others between them."""
    number = options.index(chosen)
    near = options[max(0, number - 2) : number + 3]
    found = {cut.size: cut for cut in near}
    wanted = max(near[0].size + 1, phase_extent(p, axis))
    while wanted < near[-1].size and (cut := _cut(p, axis, wanted)) is not None:
        found.setdefault(cut.size, cut)
        wanted = _fast_size(p, axis, wanted) + 1
    return list(found.values())


def _cut(p: Problem, axis: int, wanted: int) -> SegmentedAxis | None:
    """Return segments of at least the wanted length; None if too long, or if one holds the axis.

    They are shortened as far as their number stays the same.
    """
    out, extent = p.out[axis], phase_extent(p, axis)
    size = _fast_size(p, axis, wanted)
    count = -(-out // (size - extent + 1))
    size = _fast_size(p, axis, -(-out // count) + extent - 1)
    if count == 1 or size > TUNING.MAX_SEGMENT_KERNELS * (extent + 1):
        return None
    step = size - extent + 1
    return SegmentedAxis(size, size, step, step, -(-out // step), False)


def _fast_size(p: Problem, axis: int, minimum: int) -> int:
    """Return the shortest segment along an axis for which there is a transform."""
    unit = size_unit(p, axis)
    return unit * fast_length(-(-minimum // unit))


def _itemsize(p: Problem) -> int:
    return p.accumulator.itemsize // (2 if p.accumulator.kind == "c" else 1)


def prepare(p: Problem, w: NDArray[Any]) -> Kernel:
    """Return the kernel for canonical weights `w`."""
    cut = choose_tiled_segments(p)
    # The parts of the filters have two sizes, at most; each has one plan.
    plan_of = lru_cache(maxsize=2)(partial(segment_plan, axes=cut.axes))

    def prepare_part(part: Problem, w: NDArray[Any]) -> Kernel:
        return FftTiledKernel(plan_of(part), np.ascontiguousarray(w, p.accumulator))

    if cut.part.is_all(p):
        return prepare_part(p, w)
    return PartwiseKernel(p, cut.part, w.astype(p.accumulator), prepare_part)


def packer_of(p: Problem) -> Callable[[NDArray[Any]], Kernel]:
    """Return the function that prepares weights of plain calls, all of whose spectra are kept."""
    cut = choose_tiled_segments(p)
    # Tables of long segments take megabytes; their cache decides which are kept.
    return lambda w: FftTiledKernel(segment_plan(p, cut.axes), w)
