"""Segments and batches of the backend `fft`, by counts of their operations and bytes.

Pure functions of the problem and the machine. `overlap_save` describes the two ways to cut an axis;
here every combination of a few lengths per axis is weighed by the operations that it executes. A
*batch* is what one call of scipy.fft transforms: some images, groups and segments, which together
stay near the cores.
"""

import functools
import math
import operator
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import product
from typing import Any, NamedTuple

import numpy as np

from polyconv._backend import Cost
from polyconv._machine import caches
from polyconv._problem import Problem
from polyconv.backends.overlap_save import (
    FREE_WORKSPACE,
    MAX_FILTER_SPECTRA,
    MAX_WORKSPACE,
    SegmentedAxis,
    circular_period,
    has_fixed_period,
)

from .tuning import TUNING

__all__ = ["Segmentation", "batches", "choose_segments", "cost_lower_bound"]

# Bytes of the SIMD vectors in which scipy.fft transforms several lines at once (SSE, as its wheels
# are built). Fewer lines than fill a vector take as long.
_VECTOR_BYTES = 16

# Passes of a spectrum through memory if it does not stay in the cache: written, read and written by
# the transform along another axis, read and written by the product, read and written by the inverse
# transform, and read by the last one.
_SPECTRUM_PASSES = 8

# Largest errors in ``u * sqrt(log2(F))`` after a transform and its inverse: data of +-1 through a
# kernel of a single tap, the worst case for a bound in these units. The standard deviation is
# largest where F is a power of 3, 1.18; the bound is 5.25 of them, passed by one value in ten
# million.
_ROUND_TRIP_ERROR = 6.2

# Lines beyond 2^14 elements leave the L2 cache while they are transformed, so each operation takes
# longer. No named workload has such lines: this keeps whole long signals from looking cheap.
_CACHED_LINE, _UNCACHED_LINE_FACTOR = 1 << 14, 1.25

# Kernel extents of the longest candidate: beyond, the overlap is less than 2 % of a segment, and
# candidates would only cost planning time.
_MAX_SEGMENT_KERNELS = 64

# Bytes of the filters that are transformed together: their share of the L2 cache.
_PREPARED_BYTES = 1 << 20


@dataclass(frozen=True, slots=True)
class Segmentation:
    """The segments of one problem, and the batches in which they are transformed.

    Attributes
    ----------
    axes : tuple of SegmentedAxis
        The spatial axes.
    spectrum_shape : tuple of int
        Shape of a segment's spectrum; of real data, half of the last axis.
    batch_images, batch_groups : int
        Images and groups of a batch.
    batch_segments : tuple of int
        Segments of a batch along each axis.
    prepared_filters : int
        Filters that are transformed together when weights are prepared.
    filter_bytes : int
        Bytes of the filters' spectra.
    seconds : float
        Estimated time, by which candidates are compared.
    cost : Cost
        Counts of one call.
    error_bound : float
        Bound on the error.
    """

    axes: tuple[SegmentedAxis, ...]
    spectrum_shape: tuple[int, ...]
    batch_images: int
    batch_groups: int
    batch_segments: tuple[int, ...]
    prepared_filters: int
    filter_bytes: int
    seconds: float
    cost: Cost
    error_bound: float

    @property
    def sizes(self) -> tuple[int, ...]:
        """Lengths of the transforms."""
        return tuple(axis.size for axis in self.axes)


class _Counts(NamedTuple):
    """Counts of one candidate, or arrays of counts for many candidates at once."""

    transforms: Any  # real operations
    products: Any  # real operations
    moved: Any  # bytes between memory and caches
    filters: Any  # bytes of the filters' spectra
    segment: Any  # bytes of workspace for one segment of one image and group
    batches: Any  # batches of segments


@lru_cache(maxsize=1024)
def choose_segments(p: Problem) -> Segmentation:
    """Return the cheapest segments within the limits of error and memory, if any are.

    If none are, return the cheapest of all; its cost and bound then say what is exceeded.
    """
    candidates = [_candidates(p, axis) for axis in range(p.rank)]
    columns = []
    for position, options in enumerate(candidates):
        numbers = np.array([_axis_numbers(axis) for axis in options])
        along = [-1 if axis == position else 1 for axis in range(p.rank)]
        columns.append([column.reshape(along) for column in numbers.T])
    c = _counts(p, columns)
    allowed = (c.filters <= MAX_FILTER_SPECTRA) & (c.segment <= MAX_WORKSPACE)
    allowed &= _error_bound(p, _product(size for size, *_ in columns)) <= p.rtol
    if p.workspace_limit is not None:
        allowed &= c.filters + c.segment <= p.workspace_limit
    seconds = _seconds(p, c)
    # One transform of everything would need about four times the size of the result.
    preferred = allowed & (c.segment <= max(FREE_WORKSPACE, p.out_bytes))
    for admitted in (preferred, allowed):
        if admitted.any():
            seconds = np.where(admitted, seconds, math.inf)
            break
    best = np.unravel_index(int(seconds.argmin()), seconds.shape)
    axes = tuple(options[i] for options, i in zip(candidates, best, strict=True))
    return _segmentation(p, axes, _Counts(*(float(count[best]) for count in c)))


def _segmentation(p: Problem, axes: tuple[SegmentedAxis, ...], c: _Counts) -> Segmentation:
    """Return the batches and costs of segments that are chosen."""
    numbers = [_axis_numbers(axis) for axis in axes]
    sizes = [axis.size for axis in axes]
    images, groups, segments = _batch(p, axes, c)
    batch = int(_batch_bytes(p, numbers, images, groups, segments))
    one = int(_filter_workspace(p, sizes))
    prepared = max(1, min(batch, _PREPARED_BYTES) // one)
    # The cost model knows one rate of operations: that of matrix products. It halves the rate for
    # elements of twice the size by itself; complex elements run at the rate of their parts.
    seconds = c.transforms / TUNING.TRANSFORM_RATE + c.products / TUNING.MATRIX_RATE
    parts = 1 if _is_real(p) else 2
    return Segmentation(
        axes=axes,
        spectrum_shape=(*sizes[:-1], int(_frequencies(p, sizes[-1:]))),
        batch_images=images,
        batch_groups=groups,
        batch_segments=segments,
        prepared_filters=prepared,
        filter_bytes=int(c.filters),
        seconds=float(_seconds(p, c)),
        cost=Cost(
            flops=int(seconds * TUNING.MATRIX_RATE / parts),
            bytes=int(c.moved),
            workspace=int(c.filters) + max(batch, prepared * one),
            packed=int(p.batch * p.in_channels * math.prod(a.count * a.size for a in axes))
            * p.accumulator.itemsize,
            work_items=-(-p.batch // images)
            * -(-p.groups // groups)
            * math.prod(-(-a.count // n) for a, n in zip(axes, segments, strict=True)),
            prepared=int(c.filters),
        ),
        error_bound=float(_error_bound(p, math.prod(sizes))),
    )


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
    parts = 1 if _is_real(p) else 2
    lines = _min_element_operations(shortest) * parts * elements * (p.in_channels + p.out_channels)
    products = 4.0 * parts * elements * p.out_channels * p.ic_per_group
    seconds = lines / TUNING.TRANSFORM_RATE + products / TUNING.MATRIX_RATE
    filters = kernel * p.out_channels * p.ic_per_group * p.accumulator.itemsize
    return Cost(
        flops=int(seconds * TUNING.MATRIX_RATE / parts),
        bytes=p.x_bytes + p.out_bytes + filters,
        workspace=0,
        packed=elements * p.in_channels * p.accumulator.itemsize,
        work_items=1,
        prepared=filters,
    )


def batches(p: Problem, cut: Segmentation) -> Iterator[tuple[slice, slice, list[range]]]:
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

    extent, stride = p.extent[axis], p.stride[axis]
    positions = (p.out[axis] - 1) * stride + 1
    # Fast real transforms have lengths of factors 2, 3 and 5; complex ones also 7 and 11.
    real = axis == p.rank - 1 and p.accumulator.kind != "c"
    found = {}
    wanted = extent + stride - 1
    while True:
        size = scipy.fft.next_fast_len(wanted, real)
        # Keep the number of segments of that length, and shorten them as far as it allows.
        count = -(-positions // ((size - extent + 1) // stride * stride))
        step = -(-p.out[axis] // count) * stride
        size = _fast_size(step + extent - 1, real, p.rank)
        if count == 1 or size > _MAX_SEGMENT_KERNELS * (extent + stride):
            break
        step = (size - extent + 1) // stride * stride
        count = -(-positions // step)
        found[size] = SegmentedAxis(size, size, step, step // stride, count, False)
        wanted = int(TUNING.SEGMENT_GROWTH[p.rank - 1] * max(size, wanted)) + 1
    period = circular_period(p, axis)
    if period and not has_fixed_period(p, axis):
        period = _fast_size(period, real, p.rank)
    if period and scipy.fft.next_fast_len(period) == period:
        whole = SegmentedAxis(period, p.spatial[axis], positions, p.out[axis], 1, True)
    else:
        size = _fast_size(positions + extent - 1, real, p.rank)
        whole = SegmentedAxis(size, size, positions, p.out[axis], 1, False)
    return [*found.values(), whole]


@lru_cache(maxsize=4096)
def _fast_size(minimum: int, real: bool, rank: int) -> int:
    """Return the cheapest of the next four lengths that scipy.fft has fast transforms for.

    A longer one also means more lines along the other axes.
    """
    import scipy.fft

    sizes: list[int] = [scipy.fft.next_fast_len(minimum, real)]
    for _ in range(3):
        sizes.append(scipy.fft.next_fast_len(sizes[-1] + 1, real))
    return min(sizes, key=lambda size: _line_operations(size) * size ** (rank - 1))


# ---- counts ----


def _axis_numbers(axis: SegmentedAxis) -> tuple[float, ...]:
    """Return the numbers of an axis that counts are made of."""
    return axis.size, axis.read, axis.step, axis.keep, axis.count, _line_operations(axis.size)


def _counts(p: Problem, axes: Sequence[Sequence[Any]]) -> _Counts:
    """Return the counts for `_axis_numbers` of each axis, which may be arrays to broadcast."""
    size, read, _, keep, count, line = zip(*axes, strict=True)
    segments = p.batch * _product(count)
    frequencies = _frequencies(p, size)
    spectrum = frequencies * _complex_bytes(p)
    spectra = segments * (p.in_channels + p.out_channels) * spectrum
    transforms = segments * (
        p.in_channels * _transform_operations(p, size, line, read)
        + p.out_channels * _transform_operations(p, size, line, keep)
    )
    if p.rank == 1:
        transforms = transforms * np.maximum(1, _lanes(p) / (segments * p.in_channels))
    filters = spectrum * p.out_channels * p.ic_per_group
    products = 8.0 * segments * frequencies * p.out_channels * p.ic_per_group
    segment = np.maximum(_batch_bytes(p, axes, 1, 1, (1,) * p.rank), _filter_workspace(p, size))
    cache = _cache_bytes(p)
    batch = np.maximum(segment, np.maximum(cache, TUNING.BATCH_FILTER_MULTIPLE * filters))
    batches = np.maximum(1, spectra / batch)
    products = products + batches * frequencies * p.groups * TUNING.MATRIX_OPERATIONS
    moved = p.x_bytes + p.out_bytes + filters * batches
    return _Counts(
        transforms=transforms,
        products=products,
        moved=moved + np.where(segment > cache, _SPECTRUM_PASSES / 2 * spectra, 0),
        filters=filters,
        segment=segment,
        batches=batches,
    )


def _seconds(p: Problem, c: _Counts) -> Any:
    precision = 4 / _lanes(p)
    computing = c.transforms / p.workers / TUNING.TRANSFORM_RATE + c.products / TUNING.MATRIX_RATE
    moving = c.moved / TUNING.MEMORY_BANDWIDTH
    return precision * computing + moving + c.batches * TUNING.BATCH_SECONDS


def _transform_operations(
    p: Problem, size: Sequence[Any], line: Sequence[Any], used: Sequence[Any]
) -> Any:
    """Return the operations of one segment's transform.

    Along an axis, the lines of the axes before it are left out where they lie beyond `used`: they
    hold zeros (forward), or no outputs (inverse).
    """
    *others, last = line
    operations = _product(used[:-1]) * (last if _is_real(p) else 2 * last)
    width = _frequencies(p, size[-1:])
    for axis in reversed(range(len(others))):
        operations = operations + _product(used[:axis]) * width * 2 * line[axis]
        width = width * size[axis]
    return operations


@lru_cache(maxsize=4096)
def _min_element_operations(length: int) -> float:
    """Return the fewest operations per element of any real transform of at least `length`."""
    factors = TUNING.FACTOR_OPERATIONS.items()
    cheapest: float = min(operations / math.log2(factor) for factor, operations in factors)
    return float(TUNING.ELEMENT_OPERATIONS + cheapest * math.log2(length))


@lru_cache(maxsize=4096)
def _line_operations(size: int) -> float:
    """Return the operations of one real transform."""
    weight, rest = TUNING.ELEMENT_OPERATIONS, size
    for factor, operations in TUNING.FACTOR_OPERATIONS.items():
        while rest % factor == 0:
            rest //= factor
            weight += operations
    slowdown = _UNCACHED_LINE_FACTOR if size > _CACHED_LINE else 1
    return float(size * weight * slowdown + TUNING.LINE_OPERATIONS)


# ---- memory ----


def _batch(
    p: Problem, axes: tuple[SegmentedAxis, ...], c: _Counts
) -> tuple[int, int, tuple[int, ...]]:
    """Return the images, the groups, and the segments along each axis of one batch.

    A batch stays in the cache, unless the filters' spectra are larger: each batch reads those once,
    and must be large enough to be worth it. Of signals, it fills the vectors of scipy.fft.
    """
    limit = MAX_WORKSPACE
    if p.workspace_limit is not None:
        limit = min(limit, p.workspace_limit - int(c.filters))
    numbers = [_axis_numbers(axis) for axis in axes]
    buffers = int(_line_buffers(p, [axis.size for axis in axes]))
    one = int(_batch_bytes(p, numbers, 1, 1, (1,) * p.rank)) - buffers
    wanted = max(_cache_bytes(p), int(TUNING.BATCH_FILTER_MULTIPLE * int(c.filters)))
    if p.rank == 1:
        wanted = max(wanted, _lanes(p) * one)
    room = max(1, min(limit - buffers, wanted) // one)
    # Fill the last axis first: neighbouring segments share input.
    shares = []
    for number in (*(axis.count for axis in reversed(axes)), p.groups, p.batch):
        # The fewest batches of at most `room`, all of nearly the same size.
        cuts = -(-number // min(number, room))
        shares.append(-(-number // cuts))
        room = max(1, room // shares[-1])
    *counts, groups, images = shares
    return images, groups, tuple(reversed(counts))


def _batch_bytes(
    p: Problem, axes: Sequence[Sequence[Any]], images: int, groups: int, count: Sequence[int]
) -> Any:
    """Return the peak bytes of a batch: input and spectra, spectra and products, or the inverse."""
    size, read, step, keep, *_ = zip(*axes, strict=True)
    number = images * groups * math.prod(count)
    spectrum = number * _frequencies(p, size) * _complex_bytes(p)
    regions = [(c - 1) * s + r for c, s, r in zip(count, step, read, strict=True)]
    region = images * groups * p.ic_per_group * _product(regions) * p.accumulator.itemsize
    # scipy.fft copies a spectrum to append zeros to it; otherwise it works in place.
    padded = functools.reduce(operator.or_, map(operator.lt, read, size))
    incoming, outgoing = p.ic_per_group * spectrum, p.oc_per_group * spectrum
    result = p.oc_per_group * number * _product(keep[:-1]) * size[-1] * p.accumulator.itemsize
    peak = np.maximum(region + incoming * (1 + padded), outgoing + result)
    peak = np.maximum(peak, incoming + outgoing)
    return peak + _line_buffers(p, size)


def _line_buffers(p: Problem, size: Sequence[Any]) -> Any:
    """Return the bytes of scipy.fft's own buffers: two vectors of complex lines per worker."""
    return 4 * _VECTOR_BYTES * p.workers * functools.reduce(np.maximum, size)


def _filter_workspace(p: Problem, size: Sequence[Any]) -> Any:
    """Return the bytes to prepare the filters of one output, in double precision."""
    wide = 16.0 * p.ic_per_group
    return wide * (_frequencies(p, size) + _product(size) / (2 if _is_real(p) else 1))


def _lanes(p: Problem) -> int:
    """Return the lines that scipy.fft transforms at once."""
    return _VECTOR_BYTES // (p.accumulator.itemsize // (1 if _is_real(p) else 2))


def _cache_bytes(p: Problem) -> int:
    """Return the bytes of workspace that stay near the cores."""
    return int(TUNING.BATCH_L2_MULTIPLE * caches().l2 * p.workers)


def _product(factors: Iterable[Any]) -> Any:
    return functools.reduce(operator.mul, factors, 1)


def _frequencies(p: Problem, size: Sequence[Any]) -> Any:
    """Return the elements of a spectrum: real data need half of it."""
    return _product(size[:-1]) * (size[-1] // 2 + 1 if _is_real(p) else size[-1])


def _complex_bytes(p: Problem) -> int:
    return p.accumulator.itemsize * (2 if _is_real(p) else 1)


def _is_real(p: Problem) -> bool:
    return p.accumulator.kind != "c"


def _error_bound(p: Problem, elements: Any) -> Any:
    """Return the bound: transforms, by the logarithm of their elements, and sums over channels."""
    unit = float(np.finfo(p.accumulator).eps) / 2
    transforms = unit * _ROUND_TRIP_ERROR * np.sqrt(np.log2(elements + 1))
    return np.hypot(transforms, p.summation_error(2 * p.ic_per_group))
