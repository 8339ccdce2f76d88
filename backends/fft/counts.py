"""Operations, bytes and seconds of segments of the backend `fft`, for one candidate or for many.

Pure functions of the problem and the machine. Each takes the numbers of each axis, which may be
arrays of candidates to broadcast.
"""

import functools
import math
import operator
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

import numpy as np

from polyconv._machine import caches
from polyconv._problem import Problem
from polyconv.backends.overlap_save import FilterPart, SegmentedAxis, part_of

from .tuning import TUNING

__all__ = [
    "Counts",
    "axis_numbers",
    "batch_bytes",
    "cache_bytes",
    "counts_of",
    "filter_workspace",
    "frequencies",
    "is_real",
    "line_buffers",
    "line_operations",
    "lines_at_once",
    "min_element_operations",
    "oc_block_of",
    "product_of",
    "seconds_of",
]

# Bytes of the SIMD vectors in which scipy.fft transforms several lines at once (SSE, as its wheels
# are built).
_VECTOR_BYTES = 16

# Structural: passes of a spectrum through memory if it does not stay in the cache: written, read
# and written by the transform along another axis, read and written by the product, read and written
# by the inverse transform, and read by the last one.
_SPECTRUM_PASSES = 8

# Filters are transformed in double precision, so that their spectra are exact but for one rounding,
# where single precision would take at most this share of the transforms of a call. Where a plain
# call would wait longer, working precision does, with a larger bound of errors.
_MAX_WIDE_SHARE = 1 / 8


class Counts(NamedTuple):
    """Counts of one candidate, or arrays of counts for many candidates at once."""

    transforms: Any  # real operations
    products: Any  # real operations
    moved: Any  # bytes between memory and caches
    part: FilterPart
    filters: Any  # bytes of the spectra of a part of the filters
    wide: Any  # True if filters are transformed in double precision, to be rounded once
    segment: Any  # bytes of workspace for one segment of one image and group
    batches: Any  # batches of segments


def counts_of(p: Problem, axes: Sequence[Sequence[Any]]) -> Counts:
    """Return the counts for `axis_numbers` of each axis."""
    size, read, _, keep, count, line = zip(*axes, strict=True)
    segments = p.batch * product_of(count)
    incoming = p.in_channels * segments * _transform_operations(p, size, line, read)
    outgoing = p.out_channels * segments * _transform_operations(p, size, line, keep)
    filtering = p.out_channels * p.ic_per_group * _transform_operations(p, size, line, p.kernel)
    wide = filtering <= _MAX_WIDE_SHARE * (incoming + outgoing)
    spectrum = frequencies(p, size) * _complex_bytes(p)
    oc_block = oc_block_of(p, axes)
    segment = batch_bytes(p, axes, 1, 1, (1,) * p.rank, oc_block)
    segment = np.maximum(segment, filter_workspace(p, size, wide))
    part = part_of(p, p.ic_per_group * spectrum, segment)
    passes, parts = part.passes(p), part.count(p)
    filters = part.spectra_bytes(p.ic_per_group * spectrum)
    spectra = segments * (passes * p.in_channels + p.out_channels) * spectrum
    transforms = passes * incoming + outgoing
    if p.rank == 1:
        lines = np.where(size[0] > TUNING.VECTORIZED_LINE, math.inf, segments * p.in_channels)
        transforms = transforms * np.clip(lines_at_once(p) / lines, 1, TUNING.SCALAR_TIME_FACTOR)
    # Filters in parts are transformed anew by each call.
    transforms = transforms + np.where(parts > 1, filtering * np.where(wide, 2, 1), 0)
    products = 8.0 * segments * frequencies(p, size) * p.out_channels * p.ic_per_group
    cache = cache_bytes(p)
    batch = np.maximum(segment, np.maximum(cache, TUNING.BATCH_FILTER_MULTIPLE * filters))
    batches = np.maximum(parts, spectra / batch)
    oc_blocks = np.ceil(part.oc_per_group / oc_block)
    # One for each group in each batch that holds it, block of outputs, and frequency.
    matrices = np.maximum(batches, p.groups * passes) * oc_blocks * frequencies(p, size)
    if p.ic_per_group > 1:
        products = products + matrices * TUNING.MATRIX_OPERATIONS
    else:  # single channels are multiplied without BLAS
        products = products + np.where(oc_block > 1, matrices * TUNING.MATRIX_OPERATIONS, 0)
    moved = p.x_bytes + p.out_bytes + filters * batches
    return Counts(
        transforms=transforms,
        products=products,
        moved=moved + np.where(segment > cache, _SPECTRUM_PASSES / 2 * spectra, 0),
        part=part,
        filters=filters,
        wide=wide,
        segment=segment,
        batches=batches * oc_blocks,
    )


def seconds_of(p: Problem, c: Counts) -> Any:
    """Return the estimated time, by which candidates are compared."""
    precision = 4 / lines_at_once(p)
    computing = c.transforms / p.workers / TUNING.TRANSFORM_RATE + c.products / TUNING.MATRIX_RATE
    moving = c.moved / TUNING.MEMORY_BANDWIDTH
    return precision * computing + moving + c.batches * TUNING.BATCH_SECONDS


def axis_numbers(axis: SegmentedAxis) -> tuple[float, ...]:
    """Return the numbers of an axis that counts are made of."""
    return axis.size, axis.read, axis.step, axis.keep, axis.count, line_operations(axis.size)


# ---- operations ----


def _transform_operations(
    p: Problem, size: Sequence[Any], line: Sequence[Any], used: Sequence[Any]
) -> Any:
    """Return the operations of one segment's transform.

    Along an axis, the lines of the axes before it are left out where they lie beyond `used`: they
    hold zeros (forward), or no outputs (inverse).
    """
    *others, last = line
    operations = product_of(used[:-1]) * (last if is_real(p) else 2 * last)
    width = frequencies(p, size[-1:])
    for axis in reversed(range(len(others))):
        operations = operations + product_of(used[:axis]) * width * 2 * line[axis]
        width = width * size[axis]
    return operations


@lru_cache(maxsize=4096)
def min_element_operations(length: int) -> float:
    """Return the fewest operations per element of any real transform of at least `length`."""
    factors = TUNING.FACTOR_OPERATIONS.items()
    cheapest: float = min(operations / math.log2(factor) for factor, operations in factors)
    return float(TUNING.ELEMENT_OPERATIONS + cheapest * math.log2(length))


@lru_cache(maxsize=4096)
def line_operations(size: int) -> float:
    """Return the operations of one real transform."""
    weight, rest = TUNING.ELEMENT_OPERATIONS, size
    for factor, operations in TUNING.FACTOR_OPERATIONS.items():
        while rest % factor == 0:
            rest //= factor
            weight += operations
    slowdown = TUNING.SCALAR_TIME_FACTOR if size > TUNING.VECTORIZED_LINE else 1
    if size > TUNING.CACHED_LINE:
        slowdown = TUNING.UNCACHED_TIME_FACTOR
    return float(size * weight * slowdown + TUNING.LINE_OPERATIONS)


# ---- memory ----


def oc_block_of(p: Problem, axes: Sequence[Sequence[Any]]) -> Any:
    """Return the output channels of a group that are multiplied and transformed back together.

    All of them if one segment then stays in the cache. Else a block of fewer, whose outputs take
    about as many bytes as the spectra of the input, or more: each block reads those again.
    """
    size, _, _, keep, *_ = zip(*axes, strict=True)
    spectrum = frequencies(p, size) * _complex_bytes(p)
    incoming = p.ic_per_group * spectrum
    outgoing = spectrum + product_of(keep[:-1]) * size[-1] * p.accumulator.itemsize
    room = np.maximum(cache_bytes(p) - incoming, incoming)
    block = np.clip(room // outgoing, 1, p.oc_per_group)
    # The fewest blocks of at most that many, all of nearly the same size.
    return np.ceil(p.oc_per_group / np.ceil(p.oc_per_group / block))


def batch_bytes(
    p: Problem,
    axes: Sequence[Sequence[Any]],
    images: int,
    groups: int,
    count: Sequence[int],
    oc_block: Any,
) -> Any:
    """Return the peak bytes of a batch: input and spectra, spectra and products, or the inverse."""
    size, read, step, keep, *_ = zip(*axes, strict=True)
    number = images * groups * math.prod(count)
    spectrum = number * frequencies(p, size) * _complex_bytes(p)
    regions = [(c - 1) * s + r for c, s, r in zip(count, step, read, strict=True)]
    region = images * groups * p.ic_per_group * product_of(regions) * p.accumulator.itemsize
    # scipy.fft copies a spectrum to append zeros to it; otherwise it works in place.
    padded = functools.reduce(operator.or_, map(operator.lt, read, size))
    incoming, outgoing = p.ic_per_group * spectrum, oc_block * spectrum
    result = oc_block * number * product_of(keep[:-1]) * size[-1] * p.accumulator.itemsize
    # The spectra of the input are freed before the last block is transformed back.
    kept = np.where(oc_block < p.oc_per_group, incoming, 0)
    peak = np.maximum(region + incoming * (1 + padded), kept + outgoing + result)
    peak = np.maximum(peak, incoming + outgoing)
    return peak + line_buffers(p, size, number * np.maximum(p.ic_per_group, oc_block))


def line_buffers(p: Problem, size: Sequence[Any], lines: Any) -> Any:
    """Return the bytes of scipy.fft's own buffers: two vectors of lines per worker.

    Fewer lines than fill a vector are transformed one by one. Only signals have so few.
    """
    itemsize = p.accumulator.itemsize
    vector: Any = lines_at_once(p)
    if p.rank == 1:
        vector = np.where(lines < vector, 1, vector)
    elif is_real(p):
        itemsize *= 2
    return 2 * itemsize * vector * p.workers * functools.reduce(np.maximum, size)


def multiply_buffer(p: Problem) -> int:
    """Return the bytes of NumPy's buffer of 8192 elements in products of single channels."""
    return 8192 * _complex_bytes(p) if p.ic_per_group == 1 else 0


def filter_workspace(p: Problem, size: Sequence[Any], wide: Any) -> Any:
    """Return the bytes to prepare the filters of one output, in double precision if `wide`."""
    widened = np.result_type(p.accumulator, np.float64)
    itemsize = np.where(wide, widened.itemsize, p.accumulator.itemsize)
    # The taps; then lines of zeros with taps among them and their spectra, twice per axis at most.
    return p.ic_per_group * itemsize * (p.taps + (4 if is_real(p) else 2) * frequencies(p, size))


def lines_at_once(p: Problem) -> int:
    """Return the lines that scipy.fft transforms at once."""
    return _VECTOR_BYTES // (p.accumulator.itemsize // (1 if is_real(p) else 2))


def cache_bytes(p: Problem) -> int:
    """Return the bytes of workspace that stay near the cores."""
    return int(TUNING.BATCH_L2_MULTIPLE * caches().l2 * p.workers)


def product_of(factors: Iterable[Any]) -> Any:
    """Return the product of numbers or arrays."""
    return functools.reduce(operator.mul, factors, 1)


def frequencies(p: Problem, size: Sequence[Any]) -> Any:
    """Return the elements of a spectrum: real data need half of it."""
    return product_of(size[:-1]) * (size[-1] // 2 + 1 if is_real(p) else size[-1])


def _complex_bytes(p: Problem) -> int:
    return p.accumulator.itemsize * (2 if is_real(p) else 1)


def is_real(p: Problem) -> bool:
    """Return True if the data have no imaginary parts."""
    return p.accumulator.kind != "c"
