"""Segments and batches of the backend `fft`, by counts of their operations and bytes.

Pure functions of the problem and the machine. `overlap_save` describes the two ways to cut an axis;
here every combination of a few lengths per axis is weighed by `counts`. A *batch* is what one call
of scipy.fft transforms: some images, groups and segments, which together stay near the cores.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from itertools import product
from typing import Any

import numpy as np

from polyconv._backend import Cost
from polyconv._problem import Problem
from polyconv.backends.blocking import even_block
from polyconv.backends.overlap_save import (
    MAX_CALL_WORKSPACE,
    MAX_TIME_FOR_MEMORY,
    FilterPart,
    Segmentation,
    SegmentedAxis,
    circular_period,
    growing_cuts,
    has_fixed_period,
    max_workspace,
    preferred_workspace,
    problem_of_part,
    weight_bytes,
)

from . import counts
from .counts import Counts
from .tuning import TUNING

__all__ = [
    "BatchedSegmentation",
    "batches",
    "choose_segments",
    "cost_lower_bound",
]

# Largest errors in ``u * sqrt(log2(F))`` after a transform and its inverse: data of +-1 through a
# kernel of a single tap, the worst case for a bound in these units. The standard deviation is
# largest where F is a power of 3, 1.18; the bound is 5.25 of them, passed by one value in ten
# million.
_ROUND_TRIP_ERROR = 6.2

# Largest error of a filter's spectrum in working precision, in the same units, relative to its
# largest value: that of one tap. Its standard deviation is at most 0.79; of two million frequencies
# the worst had 2.67. A tone may hit that one, and then all outputs err alike: the two errors are
# added.
_FILTER_ERROR = 2.8

# Structural: kernel extents of the longest candidate. With more, the overlap is less than 2 % of a
# segment, and candidates would only cost planning time.
_MAX_SEGMENT_KERNELS = 64

# Structural: maximum number of other lengths that are tried around a candidate.
_MAX_BETWEEN = 12

# Structural: bytes of the filters that are transformed together, so that they stay in L2.
_PREPARED_BYTES = 1 << 20


@dataclass(frozen=True, slots=True)
class BatchedSegmentation(Segmentation):
    """The segments of one problem, and the batches in which those of a part are transformed.

    Attributes
    ----------
    spectrum_shape : tuple of int
        Shape of a segment's spectrum; of real data, half of the last axis.
    batch_images, batch_groups : int
        Images and groups of a batch.
    batch_segments : tuple of int
        Segments of a batch along each axis.
    oc_block : int
        Output channels of a group that are transformed back together.
    prepared_filters : int
        Filters that are transformed together when weights are prepared.
    wide_filters : bool
        True if they are transformed in double precision.
    """

    spectrum_shape: tuple[int, ...]
    batch_images: int
    batch_groups: int
    batch_segments: tuple[int, ...]
    oc_block: int
    prepared_filters: int
    wide_filters: bool

    @property
    def sizes(self) -> tuple[int, ...]:
        """Lengths of the transforms."""
        return tuple(axis.size for axis in self.axes)


@lru_cache(maxsize=1024)
def choose_segments(p: Problem) -> BatchedSegmentation:
    """Return the fastest segments within the limits of error and memory, if any are.

    If none are, return the fastest of all; its cost and bound then say what is exceeded. Segments
    that take little memory are preferred to others if they are nearly as fast.
    """
    options = [_candidates(p, axis) for axis in range(p.rank)]
    axes, is_limited = _fastest(p, options)
    if is_limited:
        # The fastest within a limit may lie between two candidates.
        near = [_between(p, *each) for each in zip(range(p.rank), options, axes, strict=True)]
        axes, _ = _fastest(p, near)
    return _segmentation(p, axes)


def _fastest(
    p: Problem, options: Sequence[Sequence[SegmentedAxis]]
) -> tuple[tuple[SegmentedAxis, ...], bool]:
    """Return the best of every combination of the axes' options, and if limits exclude faster ones.

    Computing filters in parts is a limit, too.
    """
    columns = []
    for position, along in enumerate(options):
        numbers = np.array([counts.axis_numbers(axis) for axis in along])
        shape = [-1 if axis == position else 1 for axis in range(p.rank)]
        columns.append([column.reshape(shape) for column in numbers.T])
    c = counts.counts_of(p, columns)
    seconds = counts.seconds_of(p, c)
    elements = counts.product_of(size for size, *_ in columns)
    allowed = _error_bound(p, elements, c.wide) <= p.rtol
    allowed = allowed & _keeps_limits(p, c)
    in_parts = np.broadcast_to(c.part.count(p) > 1, seconds.shape)
    unlimited = int(seconds.argmin())
    is_limited = bool(in_parts.flat[unlimited] or not allowed.flat[unlimited])
    if allowed.any():
        seconds = np.where(allowed, seconds, math.inf)
        preferred = np.where(c.segment <= preferred_workspace(p), seconds, math.inf)
        if preferred.min() <= MAX_TIME_FOR_MEMORY * seconds.min():
            seconds = preferred
    best = map(int, np.unravel_index(int(seconds.argmin()), seconds.shape))
    return tuple(along[i] for along, i in zip(options, best, strict=True)), is_limited


def _keeps_limits(p: Problem, c: Counts) -> Any:
    """Return True where memory is within the limits of the problem, or of the documentation."""
    if p.workspace_limit is None:
        return c.segment <= max_workspace(p)
    kept_weights = np.where(c.part.count(p) > 1, weight_bytes(p), 0)
    workspace = c.filters + c.segment + kept_weights + counts.multiply_buffer(p)
    return workspace <= p.workspace_limit


def _segmentation(p: Problem, axes: tuple[SegmentedAxis, ...]) -> BatchedSegmentation:
    """Return the batches and costs of segments that are chosen."""
    numbers = [counts.axis_numbers(axis) for axis in axes]
    sizes = [axis.size for axis in axes]
    c = counts.counts_of(p, numbers)
    part = FilterPart(int(c.part.groups), int(c.part.oc_per_group))
    filters, weights = int(c.filters), 0 if part.is_all(p) else weight_bytes(p)
    room = MAX_CALL_WORKSPACE
    if p.workspace_limit is not None:
        room = min(room, p.workspace_limit - filters - weights - counts.multiply_buffer(p))
    own = problem_of_part(p, *part)
    images, groups, segments, oc_block = _batch(own, axes, filters, room)
    batch = int(counts.batch_bytes(own, numbers, images, groups, segments, oc_block))
    one = int(counts.filter_workspace(p, sizes, c.wide))
    prepared = max(1, min(batch, _PREPARED_BYTES) // one)
    # The cost model knows one rate of operations: that of matrix products. It halves the rate for
    # elements of twice the size by itself; complex elements run at the rate of their parts.
    seconds = c.transforms / TUNING.TRANSFORM_RATE + c.products / TUNING.MATRIX_RATE
    flops = int(seconds * TUNING.MATRIX_RATE / (1 if counts.is_real(p) else 2))
    elements = p.batch * p.in_channels * math.prod(axis.count * axis.size for axis in axes)
    items = -(-p.batch // images) * -(-own.groups // groups) * -(-own.oc_per_group // oc_block)
    items *= math.prod(-(-axis.count // n) for axis, n in zip(axes, segments, strict=True))
    return BatchedSegmentation(
        axes=axes,
        part=part,
        filter_bytes=filters,
        seconds=float(counts.seconds_of(p, c)),
        cost=Cost(
            flops=flops,
            bytes=int(c.moved),
            workspace=filters + weights + max(batch, prepared * one) + counts.multiply_buffer(p),
            packed=elements * part.passes(p) * p.accumulator.itemsize,
            work_items=items * part.count(p),
            prepared=weights or filters,
        ),
        error_bound=float(_error_bound(p, math.prod(sizes), c.wide)),
        spectrum_shape=(*sizes[:-1], int(counts.frequencies(p, sizes[-1:]))),
        batch_images=images,
        batch_groups=groups,
        batch_segments=segments,
        oc_block=oc_block,
        prepared_filters=prepared,
        wide_filters=bool(c.wide),
    )


def _batch(
    p: Problem, axes: tuple[SegmentedAxis, ...], filters: int, limit: int
) -> tuple[int, int, tuple[int, ...], int]:
    """Return the images, the groups, the segments along each axis, and the outputs of one batch.

    A batch stays in the cache, unless the filters' spectra are larger: each batch reads those once,
    and must be large enough to be worth it. Of signals, it fills the vectors of scipy.fft. At least
    one segment is one, even if it exceeds the limit of bytes.
    """
    numbers = [counts.axis_numbers(axis) for axis in axes]
    sizes = [axis.size for axis in axes]
    buffers = int(counts.line_buffers(p, sizes, math.inf))
    oc_block = int(counts.oc_block_of(p, numbers))
    one = int(counts.batch_bytes(p, numbers, 1, 1, (1,) * p.rank, oc_block))
    one -= int(counts.line_buffers(p, sizes, max(p.ic_per_group, oc_block)))
    wanted = max(counts.cache_bytes(p), int(TUNING.BATCH_FILTER_MULTIPLE * filters))
    if p.rank == 1:
        wanted = max(wanted, counts.lines_at_once(p) * one)
    room = max(1, min(limit - buffers, wanted) // one)
    # Fill the last axis first: neighbouring segments share input.
    shares = []
    for number in (*(axis.count for axis in reversed(axes)), p.groups, p.batch):
        shares.append(even_block(number, room))
        room = max(1, room // shares[-1])
    *along, groups, images = shares
    return images, groups, tuple(reversed(along)), oc_block


def cost_lower_bound(p: Problem) -> Cost:
    """Return counts that no segmentation is below, cheaply, to pass over hopeless problems.

    Along an axis, all segments together have at least the elements of the shorter of the two ways
    to transform it at once. Only transforms along the first axis are counted: those along the
    others may have fewer lines, where the input is padded with zeros or outputs are strided.
    """
    elements, kernel, shortest = p.batch, 1, 0
    for axis in reversed(range(p.rank)):
        size = (p.out[axis] - 1) * p.stride[axis] + p.extent[axis]
        period = circular_period(p, axis)
        elements *= min(period, size) if period else size
        shortest = min(period, p.extent[axis]) if period else p.extent[axis]
        kernel *= shortest
    parts = 1 if counts.is_real(p) else 2
    lines = (
        counts.min_element_operations(shortest)
        * parts
        * elements
        * (p.in_channels + p.out_channels)
    )
    products = 4.0 * parts * elements * p.out_channels * p.ic_per_group
    seconds = lines / TUNING.TRANSFORM_RATE + products / TUNING.MATRIX_RATE
    # Spectra have at least the elements of a kernel; of filters in parts, the weights are kept.
    filters = min(kernel, p.taps) * p.out_channels * p.ic_per_group * p.accumulator.itemsize
    return Cost(
        flops=int(seconds * TUNING.MATRIX_RATE / parts),
        bytes=p.x_bytes + p.out_bytes + filters,
        workspace=0,
        packed=elements * p.in_channels * p.accumulator.itemsize,
        work_items=1,
        prepared=filters,
    )


def batches(p: Problem, cut: BatchedSegmentation) -> Iterator[tuple[slice, slice, list[range]]]:
    """Yield the images, the groups, and the segments along each axis of every batch."""
    along_axes = [
        [range(first, min(first + n, axis.count)) for first in range(0, axis.count, n)]
        for axis, n in zip(cut.axes, cut.batch_segments, strict=True)
    ]
    for group in range(0, p.groups, cut.batch_groups):
        groups = slice(group, min(group + cut.batch_groups, p.groups))
        for image in range(0, p.batch, cut.batch_images):
            images = slice(image, min(image + cut.batch_images, p.batch))
            for ranges in product(*along_axes):
                yield images, groups, list(ranges)


def _candidates(p: Problem, axis: int) -> list[SegmentedAxis]:
    """Return ways to cut one axis: segments of growing lengths, and the whole axis at once."""
    import scipy.fft  # when first used: it takes 0.2 s

    shortest = p.extent[axis] + p.stride[axis] - 1
    found = growing_cuts(partial(_cut, p, axis), shortest, TUNING.SEGMENT_GROWTH[p.rank - 1])
    real = _is_halved(p, axis)
    positions = (p.out[axis] - 1) * p.stride[axis] + 1
    period = circular_period(p, axis)
    if period and not has_fixed_period(p, axis):
        period = _fast_size(period, real, p.rank)
    if period and scipy.fft.next_fast_len(period) == period:
        whole = SegmentedAxis(period, p.spatial[axis], positions, p.out[axis], 1, True)
    else:
        size = _fast_size(positions + p.extent[axis] - 1, real, p.rank)
        whole = SegmentedAxis(size, size, positions, p.out[axis], 1, False)
    return [*found, whole]


def _between(
    p: Problem, axis: int, options: Sequence[SegmentedAxis], chosen: SegmentedAxis
) -> list[SegmentedAxis]:
    """Return an option of an axis, two before and after it, and others between them."""
    number = options.index(chosen)
    near = options[max(0, number - 2) : number + 3]
    shortest = p.extent[axis] + p.stride[axis] - 1
    sizes = np.geomspace(near[0].size, near[-1].size, _MAX_BETWEEN + 1)[1:-1]
    cuts = [_cut(p, axis, max(round(size), shortest)) for size in sizes]
    return list(dict.fromkeys([*near, *filter(None, cuts)]))


def _cut(p: Problem, axis: int, wanted: int) -> SegmentedAxis | None:
    """Return segments of at least the wanted length, or None if they are too long or one is all.

    Their number stays, and they are shortened as far as it allows.
    """
    import scipy.fft

    extent, stride, real = p.extent[axis], p.stride[axis], _is_halved(p, axis)
    positions = (p.out[axis] - 1) * stride + 1
    size = scipy.fft.next_fast_len(wanted, real)
    count = -(-positions // ((size - extent + 1) // stride * stride))
    step = -(-p.out[axis] // count) * stride
    size = _fast_size(step + extent - 1, real, p.rank)
    if count == 1 or size > _MAX_SEGMENT_KERNELS * (extent + stride):
        return None
    step = (size - extent + 1) // stride * stride
    return SegmentedAxis(size, size, step, step // stride, -(-positions // step), False)


def _is_halved(p: Problem, axis: int) -> bool:
    """Return True if half of an axis' spectrum is enough: the last one of real data.

    Fast real transforms have lengths of factors 2, 3 and 5; complex ones also 7 and 11.
    """
    return axis == p.rank - 1 and counts.is_real(p)


@lru_cache(maxsize=4096)
def _fast_size(minimum: int, real: bool, rank: int) -> int:
    """Return the cheapest of the next four lengths that scipy.fft has fast transforms for.

    A longer one also means more lines along the other axes.
    """
    import scipy.fft

    sizes: list[int] = [scipy.fft.next_fast_len(minimum, real)]
    for _ in range(3):
        sizes.append(scipy.fft.next_fast_len(sizes[-1] + 1, real))
    return min(sizes, key=lambda size: counts.line_operations(size) * size ** (rank - 1))


def _error_bound(p: Problem, elements: Any, wide: Any) -> Any:
    """Return the bound: transforms, by the logarithm of their elements, and sums over channels."""
    unit = float(np.finfo(p.accumulator).eps) / 2
    exact_filters = wide & (p.accumulator.char in "fF")
    error = _ROUND_TRIP_ERROR + np.where(exact_filters, 0, _FILTER_ERROR)
    transforms = unit * error * np.sqrt(np.log2(elements + 1))
    return np.hypot(transforms, p.summation_error(2 * p.ic_per_group))
