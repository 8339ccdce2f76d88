"""How the fft backend cuts a problem: lengths of transforms, blocks, and batches of blocks.

Batches are for sums over channels; `_fft_planes` has what is not summed.

Pure functions of the problem and the machine. Along each axis there are two ways:

- *overlap-save*: blocks of F elements of the padded input, `step` apart; of a block's circular
  correlation with a kernel of extent e the first ``F - e + 1`` places are right, and kept;
- *circular*: the whole unpadded axis at once, its padding left to the transform's own period. Zeros
  before and after the input are then the same zeros, so that ``F = n + max(lo, hi)`` will do, and
  with ``wrap`` no element is added at all.

Every combination of a few lengths per axis is weighed by counts of what it executes.
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
import scipy.fft

from polyconv._backend import Cost
from polyconv._machine import caches
from polyconv._problem import Problem

__all__ = [
    "FILTERS",
    "SMALL",
    "WORKSPACE",
    "Axis",
    "Blocks",
    "batches",
    "choose_blocks",
    "least_cost",
    "least_seconds",
    "period",
]

# Bytes of workspace beside the spectra of the filters, and the most that those may take.
WORKSPACE = 64 << 20
FILTERS = 256 << 20

# Bytes of workspace that nobody minds; of more than that, no more than the result has.
SMALL = 8 << 20

# What blocks are weighed by: operations per second of transforms and of matrix products (float32;
# half of it in double precision), bytes per second from beyond the L2 cache, and seconds for the
# calls that a batch of blocks takes. Measured on one core of a Zen 5; only their ratios matter, and
# only roughly.
_TRANSFORM_RATE, _MATRIX_RATE = 3e10, 1e11
_BANDWIDTH, _PER_BATCH = 4e10, 50e-6

# Operations per element of a real transform (twice that of a complex one), for each factor of its
# length and for reading and writing; fitted to times of SciPy's, which they give to 5 %.
_FACTORS = {4: 3.6, 2: 2.1, 3: 3.7, 5: 5.3, 7: 6.6, 11: 9.5}
_PER_ELEMENT = 6.3

# Lines beyond this leave the cache while they are transformed, which takes so much longer.
_LONG_LINE, _PENALTY = 1 << 14, 1.25

# What else a line that is transformed costs, and a matrix product, in operations of theirs.
_PER_LINE, _PER_MATRIX = 250, 6000

# SciPy transforms several lines at once, in vectors of so many bytes; fewer take as long.
_VECTOR = 16

# How often spectra pass through memory if they do not stay in the cache: they are written, read and
# written by a transform along another axis, by the product, by the transform back, and read.
_PASSES = 8

# Largest errors seen in ``u * sqrt(log2(F))`` after a transform there and back: data of +-1 through
# a kernel of a single tap, the worst case for a bound in these units. The standard deviation is
# largest where F is a power of 3, 1.18; this is 5.25 of them, passed by one value in ten million.
_ROUND_TRIP = 6.2

# Bytes of filters that are prepared together.
_PREPARED = 1 << 20

# From one candidate to the next the length of a block grows by these factors, for each number of
# axes; beyond `_LONGEST` kernels there is nothing left to save.
_GROWTH, _LONGEST = (1.2, 1.5, 1.5), 64


@dataclass(frozen=True, slots=True)
class Axis:
    """How one axis is cut: `count` transforms of length `size`, each of `read` elements and zeros.

    A block gives `step` places of the output before striding, and `keep` after it.
    """

    size: int
    read: int
    step: int
    keep: int
    count: int
    circular: bool

    @property
    def numbers(self) -> tuple[float, ...]:
        """What costs are counted from, the operations of one real transform included."""
        return self.size, self.read, self.step, self.keep, self.count, _line(self.size)


@dataclass(frozen=True, slots=True)
class Blocks:
    """How one problem is cut along its axes, and how much of it is transformed together.

    Attributes
    ----------
    axes : tuple of Axis
        The spatial axes.
    frequencies : tuple of int
        Shape of a block's spectrum: of the spectrum of real data half is enough.
    images, groups, together
        How many images, groups, and blocks along each axis make a batch.
    prepared : int
        How many filters are transformed together when they are prepared.
    filters : int
        Bytes of the filters' spectra.
    seconds : float
        What they are weighed by.
    cost : Cost
        What a call executes, moves and keeps.
    error_bound : float
        Bound on the error.
    """

    axes: tuple[Axis, ...]
    frequencies: tuple[int, ...]
    images: int
    groups: int
    together: tuple[int, ...]
    prepared: int
    filters: int
    seconds: float
    cost: Cost
    error_bound: float

    @property
    def sizes(self) -> tuple[int, ...]:
        """Lengths of the transforms."""
        return tuple(axis.size for axis in self.axes)


class _Counts(NamedTuple):
    """What a way to cut a problem executes and moves, or arrays of it for many ways at once."""

    transforms: Any  # real operations
    products: Any  # real operations
    moved: Any  # bytes between memory and caches
    filters: Any  # bytes of the filters' spectra
    block: Any  # bytes of workspace for one block of one image and group
    batches: Any  # how often a batch of blocks is transformed


@lru_cache(maxsize=1024)
def choose_blocks(p: Problem) -> Blocks:
    """The cheapest blocks, of those that keep the error budget and the memory if there are any."""
    candidates = [_candidates(p, axis) for axis in range(p.rank)]
    columns = []
    for position, options in enumerate(candidates):
        numbers = np.array([axis.numbers for axis in options])
        along = [-1 if axis == position else 1 for axis in range(p.rank)]
        columns.append([column.reshape(along) for column in numbers.T])
    c = _counts(p, columns)
    allowed = (c.filters <= FILTERS) & (c.block <= WORKSPACE)
    allowed &= _bound(p, _product(size for size, *_ in columns)) <= p.rtol
    if p.workspace_limit is not None:
        allowed &= c.filters + c.block <= p.workspace_limit
    seconds = _seconds(p, c)
    # A transform of everything holds about four times the result.
    frugal = allowed & (c.block <= max(SMALL, p.out_bytes))
    for wish in (frugal, allowed):
        if wish.any():
            seconds = np.where(wish, seconds, math.inf)
            break
    best = np.unravel_index(int(seconds.argmin()), seconds.shape)
    axes = tuple(options[i] for options, i in zip(candidates, best, strict=True))
    return _blocks(p, axes, _Counts(*(float(count[best]) for count in c)))


def _blocks(p: Problem, axes: tuple[Axis, ...], c: _Counts) -> Blocks:
    """What follows from how the axes are cut."""
    numbers = [axis.numbers for axis in axes]
    sizes = [axis.size for axis in axes]
    images, groups, together = _together(p, axes, c)
    batch = int(_bytes(p, numbers, images, groups, together))
    one = int(_one_filter(p, sizes))
    prepared = max(1, min(batch, _PREPARED) // one)
    # Everything is counted as what runs fastest, matrix products.
    seconds = c.transforms / _TRANSFORM_RATE + c.products / _MATRIX_RATE
    # They also halve rates for items of twice the bytes; complex ones run at that of their parts.
    parts = 1 if _is_real(p) else 2
    return Blocks(
        axes=axes,
        frequencies=(*sizes[:-1], int(_frequencies(p, sizes[-1:]))),
        images=images,
        groups=groups,
        together=together,
        prepared=prepared,
        filters=int(c.filters),
        seconds=float(_seconds(p, c)),
        cost=Cost(
            flops=int(seconds * _MATRIX_RATE / parts),
            bytes=int(c.moved),
            workspace=int(c.filters) + max(batch, prepared * one),
            packed=int(p.batch * p.in_channels * math.prod(a.count * a.size for a in axes))
            * p.accumulator.itemsize,
            pieces=-(-p.batch // images)
            * -(-p.groups // groups)
            * math.prod(-(-a.count // t) for a, t in zip(axes, together, strict=True)),
            prepared=int(c.filters),
            way="summed",
        ),
        error_bound=float(_bound(p, math.prod(sizes))),
    )


def least_cost(p: Problem) -> Cost:
    """Counts that those of no blocks are below, for what is no case for fft to be seen at once.

    Along an axis, blocks have at least as many elements in all as the shorter of the two ways takes
    that there are to have it in one. Of transforms, those along the first axis are counted: others
    may have fewer lines, where input is padded with zeros or not every output is wanted.
    """
    elements, kernel, least = p.batch, 1, 0
    for axis in reversed(range(p.rank)):
        size = (p.out[axis] - 1) * p.stride[axis] + p.extent[axis]
        whole = period(p, axis)
        elements *= min(whole, size) if whole else size
        least = min(whole, p.extent[axis]) if whole else p.extent[axis]
        kernel *= least
    parts = 1 if _is_real(p) else 2
    lines = _line_rate(least) * parts * elements * (p.in_channels + p.out_channels)
    products = 4.0 * parts * elements * p.out_channels * p.group_in
    seconds = lines / _TRANSFORM_RATE + products / _MATRIX_RATE
    filters = kernel * p.out_channels * p.group_in * p.accumulator.itemsize
    return Cost(
        flops=int(seconds * _MATRIX_RATE / parts),
        bytes=p.in_out_bytes + filters,
        workspace=0,
        packed=elements * p.in_channels * p.accumulator.itemsize,
        pieces=1,
        prepared=filters,
        way="summed",
    )


def least_seconds(p: Problem) -> float:
    """What no blocks weigh less than."""
    cost = least_cost(p)
    busy = 0.999 * cost.flops * (1 if _is_real(p) else 2) / _MATRIX_RATE
    return busy * 4 / _lanes(p) / p.workers + cost.bytes / _BANDWIDTH + _PER_BATCH


def batches(p: Problem, blocks: Blocks) -> Iterator[tuple[slice, slice, list[range]]]:
    """Images, groups, and blocks along each axis that are transformed together."""
    spans = [
        [range(first, min(first + n, axis.count)) for first in range(0, axis.count, n)]
        for axis, n in zip(blocks.axes, blocks.together, strict=True)
    ]
    for group in range(0, p.groups, blocks.groups):
        groups = slice(group, min(group + blocks.groups, p.groups))
        for image in range(0, p.batch, blocks.images):
            images = slice(image, min(image + blocks.images, p.batch))
            for ranges in product(*spans):
                yield images, groups, list(ranges)


def _candidates(p: Problem, axis: int) -> list[Axis]:
    """Ways to cut one axis: blocks of growing lengths, and all at once."""
    extent, stride = p.extent[axis], p.stride[axis]
    positions = (p.out[axis] - 1) * stride + 1
    # Lengths of real transforms have no factors but 2, 3 and 5 to be fast, others 7 and 11 as well.
    real = axis == p.rank - 1 and p.accumulator.kind != "c"
    found = {}
    least = extent + stride - 1
    while True:
        size = scipy.fft.next_fast_len(least, real)
        # As many blocks of that length as are needed, and then no longer than that many need to be.
        count = -(-positions // ((size - extent + 1) // stride * stride))
        step = -(-p.out[axis] // count) * stride
        size = _fast(step + extent - 1, real, p.rank)
        if count == 1 or size > _LONGEST * (extent + stride):
            break
        step = (size - extent + 1) // stride * stride
        count = -(-positions // step)
        found[size] = Axis(size, size, step, step // stride, count, False)
        least = int(_GROWTH[p.rank - 1] * max(size, least)) + 1
    circular = period(p, axis)
    if circular and not _wraps(p, axis):
        circular = _fast(circular, real, p.rank)
    if circular and scipy.fft.next_fast_len(circular) == circular:
        whole = Axis(circular, p.spatial[axis], positions, p.out[axis], 1, True)
    else:
        size = _fast(positions + extent - 1, real, p.rank)
        whole = Axis(size, size, positions, p.out[axis], 1, False)
    return [*found.values(), whole]


@lru_cache(maxsize=4096)
def _fast(least: int, real: bool, rank: int) -> int:
    """The cheapest of the next few lengths that transforms are fast for.

    A longer one means more lines along the other axes.
    """
    sizes: list[int] = [scipy.fft.next_fast_len(least, real)]
    for _ in range(3):
        sizes.append(scipy.fft.next_fast_len(sizes[-1] + 1, real))
    return min(sizes, key=lambda size: _line(size) * size ** (rank - 1))


def period(p: Problem, axis: int) -> int:
    """The shortest period in which a circular transform has a whole axis unpadded; 0 if none."""
    n, (lo, hi) = p.spatial[axis], p.pads[axis]
    positions = (p.out[axis] - 1) * p.stride[axis] + 1
    if n == 0:
        return 0
    if _wraps(p, axis):
        return n if positions <= n else 0
    if p.padding_value == 0 and (p.padding_mode in ("zeros", "constant") or not (lo or hi)):
        return max(n + max(lo, hi), positions)
    return 0


def _wraps(p: Problem, axis: int) -> bool:
    """Whether the period of an axis is its length and no other."""
    return p.padding_mode == "wrap" and any(p.pads[axis])


def _counts(p: Problem, axes: Sequence[Sequence[Any]]) -> _Counts:
    """Counts for axes that are cut so: `Axis.numbers` of each, which may be arrays to broadcast."""
    size, read, _, keep, count, line = zip(*axes, strict=True)
    blocks = p.batch * _product(count)
    frequencies = _frequencies(p, size)
    spectrum = frequencies * _complex_bytes(p)
    streamed = blocks * (p.in_channels + p.out_channels) * spectrum
    transforms = blocks * (
        p.in_channels * _transform(p, size, line, read)
        + p.out_channels * _transform(p, size, line, keep)
    )
    if p.rank == 1:
        transforms = transforms * np.maximum(1, _lanes(p) / (blocks * p.in_channels))
    filters = spectrum * p.out_channels * p.group_in
    products = 8.0 * blocks * frequencies * p.out_channels * p.group_in
    block = np.maximum(_bytes(p, axes, 1, 1, (1,) * p.rank), _one_filter(p, size))
    cache = _cache(p)
    batches = np.maximum(1, streamed / np.maximum(block, np.maximum(cache, 2 * filters)))
    products = products + batches * frequencies * p.groups * _PER_MATRIX
    moved = p.in_out_bytes + filters * batches
    return _Counts(
        transforms=transforms,
        products=products,
        moved=moved + np.where(block > cache, _PASSES / 2 * streamed, 0),
        filters=filters,
        block=block,
        batches=batches,
    )


def _seconds(p: Problem, c: _Counts) -> Any:
    precision = 4 / _lanes(p)
    busy = c.transforms / p.workers / _TRANSFORM_RATE + c.products / _MATRIX_RATE
    return precision * busy + c.moved / _BANDWIDTH + c.batches * _PER_BATCH


def _transform(p: Problem, size: Sequence[Any], line: Sequence[Any], inside: Sequence[Any]) -> Any:
    """Operations of one block's transform: lines with nothing `inside` are not transformed."""
    *others, last = line
    operations = _product(inside[:-1]) * (last if _is_real(p) else 2 * last)
    width = _frequencies(p, size[-1:])
    for axis in reversed(range(len(others))):
        operations = operations + _product(inside[:axis]) * width * 2 * line[axis]
        width = width * size[axis]
    return operations


@lru_cache(maxsize=4096)
def _line_rate(least: int) -> float:
    """Operations per element of real transforms no shorter than `least`, of the fewest factors."""
    return _PER_ELEMENT + min(o / math.log2(f) for f, o in _FACTORS.items()) * math.log2(least)


@lru_cache(maxsize=4096)
def _line(size: int) -> float:
    """Operations of one real transform."""
    weight, rest = _PER_ELEMENT, size
    for factor, operations in _FACTORS.items():
        while rest % factor == 0:
            rest //= factor
            weight += operations
    return size * weight * (_PENALTY if size > _LONG_LINE else 1) + _PER_LINE


def _together(p: Problem, axes: tuple[Axis, ...], c: _Counts) -> tuple[int, int, tuple[int, ...]]:
    """How many images, groups, and blocks along each axis stay in the cache at once.

    Where channels are summed, filters are read once in a batch, which should be worth it; and
    vectors should be full.
    """
    limit = WORKSPACE
    if p.workspace_limit is not None:
        limit = min(limit, p.workspace_limit - int(c.filters))
    numbers = [axis.numbers for axis in axes]
    buffers = int(_buffers(p, [axis.size for axis in axes]))
    one = int(_bytes(p, numbers, 1, 1, (1,) * p.rank)) - buffers
    wanted = max(_cache(p), 2 * int(c.filters))
    if p.rank == 1:
        wanted = max(wanted, _lanes(p) * one)
    room = max(1, min(limit - buffers, wanted) // one)
    # All of the last axis first: neighbouring blocks share what they read.
    shares = []
    for number in (*(axis.count for axis in reversed(axes)), p.groups, p.batch):
        # The fewest equal blocks of at most `room`.
        blocks = -(-number // min(number, room))
        shares.append(-(-number // blocks))
        room = max(1, room // shares[-1])
    *counts, groups, images = shares
    return images, groups, tuple(reversed(counts))


def _bytes(
    p: Problem, axes: Sequence[Sequence[Any]], images: int, groups: int, count: Sequence[int]
) -> Any:
    """Most bytes that a batch holds at once: what is read, spectra, products, and their inverse."""
    size, read, step, keep, *_ = zip(*axes, strict=True)
    number = images * groups * math.prod(count)
    spectrum = number * _frequencies(p, size) * _complex_bytes(p)
    spans = [(c - 1) * s + r for c, s, r in zip(count, step, read, strict=True)]
    region = images * groups * p.group_in * _product(spans) * p.accumulator.itemsize
    # A spectrum is copied where zeros are put behind it; otherwise transforms are done in place.
    grown = functools.reduce(operator.or_, map(operator.lt, read, size))
    incoming, outgoing = p.group_in * spectrum, p.group_out * spectrum
    result = p.group_out * number * _product(keep[:-1]) * size[-1] * p.accumulator.itemsize
    held = np.maximum(region + incoming * (1 + grown), outgoing + result)
    held = np.maximum(held, incoming + outgoing)
    return held + _buffers(p, size)


def _buffers(p: Problem, size: Sequence[Any]) -> Any:
    """Bytes in which threads have the lines that they transform: complex ones, and twice."""
    return 4 * _VECTOR * p.workers * functools.reduce(np.maximum, size)


def _one_filter(p: Problem, size: Sequence[Any]) -> Any:
    """Bytes that the preparation of one filter takes: it is done in double precision."""
    wide = 16.0 * p.group_in
    return wide * (_frequencies(p, size) + _product(size) / (2 if _is_real(p) else 1))


def _lanes(p: Problem) -> int:
    """How many lines are transformed at once."""
    return _VECTOR // (p.accumulator.itemsize // (1 if _is_real(p) else 2))


def _cache(p: Problem) -> int:
    """Bytes of workspace that stay near the cores."""
    return 3 * caches().l2 * p.workers


def _product(factors: Iterable[Any]) -> Any:
    return functools.reduce(operator.mul, factors, 1)


def _frequencies(p: Problem, size: Sequence[Any]) -> Any:
    """Elements of a spectrum: real data needs half of it."""
    return _product(size[:-1]) * (size[-1] // 2 + 1 if _is_real(p) else size[-1])


def _complex_bytes(p: Problem) -> int:
    return p.accumulator.itemsize * (2 if _is_real(p) else 1)


def _is_real(p: Problem) -> bool:
    return p.accumulator.kind != "c"


def _bound(p: Problem, elements: Any) -> Any:
    unit = float(np.finfo(p.accumulator).eps) / 2
    transforms = unit * _ROUND_TRIP * np.sqrt(np.log2(elements + 1))
    return np.hypot(transforms, p.summation_error(2 * p.group_in))
