"""How the fft backend cuts a problem into blocks for its own transforms.

Pure functions of the problem and the machine; `_spectra.pyx` computes what they say, and
kernels/spectra.h tells what planes and lines are. Along each axis there are blocks, or all of it
at once, as in `_fft_blocks`; but one block at a time is read, transformed, multiplied, transformed
back and written, and where there is a stride, all lengths are those of its phases.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import product
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from polyconv._backend import Cost
from polyconv._machine import caches
from polyconv._problem import Problem
from polyconv.backends.fft.segments import FILTERS, SMALL, WORKSPACE, Axis, period

from ._fft_tiled import Geometry, PlanesKernel
from .transforms import REMEMBERED, SIDE, Planes, layout, radices, tables

__all__ = ["PlaneBlocks", "choose_planes", "least_planes", "prepare_planes"]

# Real operations for each complex element, one way: of a stage by its radix, and of a tile, with
# reading or writing, which takes no less time. And of a product, added to a sum.
_STAGE = {2: 5.0, 3: 8.5, 4: 8.5, 5: 11.5}
_TILE, _PRODUCT = 30.0, 8.0

# The fewest of them for a stage, by the binary logarithm of its radix.
_LEAST_STAGE = min(operations / math.log2(radix) for radix, operations in _STAGE.items())

# Operations in a second, on one core of a Zen 5, while planes are in its L1 cache; how much longer
# they take in the L2 cache and beyond; operations for each row, seconds for each block, and bytes
# per second of filters from beyond the L2 cache.
_RATE, _BEYOND_L1, _BEYOND_L2 = 1.2e11, 1.12, 1.6
_PER_ROW, _PER_BLOCK, _FROM_L3, _FROM_MEMORY = 1000.0, 0.15e-6, 8e10, 2e10

# From one candidate to the next blocks grow by these factors; beyond `_LONGEST` kernels there is
# nothing left to save.
_GROWTH, _LONGEST = (1.25, 1.5, 1.7), 64

# Largest errors in ``u * sqrt(log2(F))`` for F elements of a block: data of +-1, tones, constants
# and impulses through a kernel of a single tap, the worst case for a bound in these units. Their
# standard deviation is 1.08 at most, in double precision, where the filter's spectrum errs as well.
# Single tones err alike at many places: up to 6.03 was seen, and the rest is reserve.
_ROUND_TRIP = 8.0

# Lengths are these times powers of two.
_ODD = (1, 3, 5, 9, 15)


@dataclass(frozen=True, slots=True)
class PlaneBlocks:
    """How one problem is cut.

    Attributes
    ----------
    axes : tuple of Axis
        The spatial axes.
    filters : int
        Bytes of the filters' spectra.
    seconds : float
        What ways to compute are weighed by.
    cost : Cost
        What a call executes, moves and keeps.
    error_bound : float
        Bound on the error.
    """

    axes: tuple[Axis, ...]
    filters: int
    seconds: float
    cost: Cost
    error_bound: float


@lru_cache(maxsize=1024)
def choose_planes(p: Problem) -> PlaneBlocks:
    """The cheapest blocks, of those that keep the error budget and the memory if there are any."""
    options = [_candidates(p, axis) for axis in range(p.rank)]
    limit = WORKSPACE + FILTERS if p.workspace_limit is None else p.workspace_limit
    frugal = min(limit, max(SMALL, p.out_bytes))
    longest = math.prod([max([axis.size for axis in candidates]) for candidates in options])
    careful = _bound(p, longest) > p.rtol
    best: tuple[Axis, ...] = ()
    least, first = (math.inf, math.inf), 0
    # The most promising first: when none of the others can be quicker, they need not be weighed.
    for promise, number, axes in sorted(_promises(p, options)):
        if least < (0.0, promise):
            break
        c = _counts(p, axes)
        held = c.workspace - c.filters if p.workspace_limit is None else c.workspace
        refused = c.filters > FILTERS or held > min(limit, WORKSPACE)
        if refused or (careful and _bound(p, math.prod([a.size for a in axes])) > p.rtol):
            weight = (2.0, c.workspace)
        else:
            weight = (float(c.workspace > frugal), c.seconds)
        if weight < least or (weight == least and number < first):
            best, least, first = axes, weight, number
    return _blocks(p, best)


def _promises(
    p: Problem, options: Sequence[Sequence[Axis]]
) -> list[tuple[float, int, tuple[Axis, ...]]]:
    """All ways to cut a problem, numbered, with seconds that they cannot be below."""
    # Blocks; elements and rows of a plane, and operations of stages for an element; axes.
    ways: list[tuple[int, int, int, float, tuple[Axis, ...]]]
    ways = [(p.batch * p.groups, 1, 1, 0.0, ())]
    for i, candidates in enumerate(options):
        unit, halves = SIDE if i == p.rank - 1 else 1, 2 if _is_split(p, i) else 1
        cuts = [
            (a.size // halves, a.count, _stages(a.size // halves // unit), a) for a in candidates
        ]
        ways = [
            (blocks * count, elements * length, elements, stages + more, (*axes, axis))
            for blocks, elements, _, stages, axes in ways
            for length, count, more, axis in cuts
        ]
    terms, pair = _terms(p), 2 * _itemsize(p)
    promises = []
    for number, (blocks, elements, rows, stages, axes) in enumerate(ways):
        operations = _operations(p, terms, blocks, elements, rows, stages)
        operations *= _slower(p, terms, pair * elements)
        promises.append((_busy(p, terms, blocks, operations), number, axes))
    return promises


class _Counts(NamedTuple):
    """What a way to cut a problem executes and holds."""

    blocks: int
    operations: float
    moved: float
    elements: int  # of a plane
    calls: int  # transforms, forth or back
    filters: float  # bytes
    workspace: float  # bytes
    seconds: float


def _counts(p: Problem, axes: tuple[Axis, ...]) -> _Counts:
    lengths, itemsize = _lengths(p, axes), _itemsize(p)
    _, _, rows, _, elements = layout(lengths, itemsize)
    blocks = p.batch * p.groups * math.prod([axis.count for axis in axes])
    terms, pair = _terms(p), 2 * elements * itemsize
    stages = _stages(lengths[0]) + _stages(lengths[1]) + _stages(lengths[2] // SIDE)
    operations = _operations(p, terms, blocks, elements, rows, stages) * _slower(p, terms, pair)
    seconds = _busy(p, terms, blocks, operations)
    filters = pair * terms * p.out_channels
    moved = blocks / p.groups * filters
    if filters > caches().l2:
        seconds += moved / (_FROM_L3 if filters <= caches().l3 // 2 else _FROM_MEMORY)
    held = min(p.workers, blocks) * _held(p, terms, pair)
    wide = 16 * elements + 8 * p.out_channels * p.terms
    tables = 64 * (sum(lengths) + lengths[2]) + 48 * p.taps
    return _Counts(
        blocks=blocks,
        operations=operations,
        moved=moved,
        elements=elements,
        calls=blocks * (terms + p.group_out),
        filters=filters,
        workspace=filters + max(held, wide) + tables,
        seconds=seconds,
    )


def _operations(
    p: Problem, terms: int, blocks: int, elements: int, rows: int, stages: float
) -> float:
    """Operations of blocks whose planes have so many elements and rows, if those are near."""
    calls = blocks * (terms + p.group_out)
    operations = calls * (elements * (_TILE + stages) + rows * _PER_ROW)
    return operations + blocks * terms * p.group_out * elements * _PRODUCT


def _slower(p: Problem, terms: int, pair: int) -> float:
    """How much longer operations take on planes of which two have so many bytes."""
    held = _held(p, terms, pair)
    if held <= caches().l1 * 3 // 4:
        return 1.0
    return _BEYOND_L1 if held + pair <= caches().l2 else _BEYOND_L2


def _held(p: Problem, terms: int, pair: int) -> int:
    """Bytes of the planes of one block, of which two have so many."""
    return pair * (terms + (p.group_out > 1))


def _busy(p: Problem, terms: int, blocks: int, operations: float) -> float:
    """Seconds that operations take, and blocks besides."""
    seconds = operations * _itemsize(p) / 4 / _RATE + blocks * (terms + p.group_out) * _PER_BLOCK
    return seconds / blocks * _rounds(p, blocks)


def _rounds(p: Problem, blocks: int) -> int:
    """How many blocks the busiest worker has."""
    return -(-blocks // p.workers)


def least_planes(p: Problem) -> Cost:
    """Counts that those of no blocks are below, for what is no case for fft to be seen at once.

    Along an axis, blocks have at least as many elements in all as the shorter of the two ways takes
    that there are to have it in one, and none is shorter than the kernel; a block has one tile.
    """
    elements, rows, least = 1, 1, 1
    for axis in range(p.rank):
        extent = (p.extent[axis] - 1) // p.stride[axis] + 1
        size = p.out[axis] + extent - 1
        circular = period(p, axis) if p.stride[axis] == 1 else 0
        if 0 < circular < size:
            size, extent = circular, min(circular, extent)
        unit, halves = _unit(p, axis), 2 if _is_split(p, axis) else 1
        elements *= -(-size // unit) * unit // halves
        least *= -(-extent // unit) * unit // halves
        if axis < p.rank - 1:
            rows = elements
    elements, rows = p.batch * max(SIDE * SIDE, elements), p.batch * rows
    stages = _LEAST_STAGE * math.log2(least // SIDE)
    least = max(SIDE * SIDE, least)
    itemsize, terms = _itemsize(p), _terms(p)
    together = p.groups * (terms + p.group_out)
    operations = _operations(p, terms, p.groups, elements, rows, stages)
    operations *= 0.999 * _slower(p, terms, 2 * least * itemsize)
    filters = terms * p.out_channels * 2 * itemsize
    return Cost(
        flops=int(operations),
        bytes=p.in_out_bytes + elements * filters,
        workspace=0,
        packed=together * elements // 2 * itemsize,
        pieces=p.batch * together,
        prepared=least * filters,
        way="planes",
    )


def _blocks(p: Problem, axes: tuple[Axis, ...]) -> PlaneBlocks:
    """What follows from how the axes are cut."""
    c = _counts(p, axes)
    return PlaneBlocks(
        axes=axes,
        filters=int(c.filters),
        seconds=c.seconds,
        cost=Cost(
            # Of all workers, even of those that wait for the busiest one.
            flops=int(c.operations * p.workers * _rounds(p, c.blocks) / c.blocks),
            bytes=int(p.in_out_bytes + c.moved),
            workspace=int(c.workspace),
            packed=int(c.calls / 2 * c.elements * _itemsize(p)),
            pieces=c.calls,
            prepared=int(c.filters),
            way="planes",
        ),
        error_bound=float(_bound(p, math.prod(axis.size for axis in axes))),
    )


def _candidates(p: Problem, axis: int) -> list[Axis]:
    """Ways to cut one axis: blocks of growing lengths, and all at once."""
    out = p.out[axis]
    extent = (p.extent[axis] - 1) // p.stride[axis] + 1
    found: dict[int, Axis] = {}
    least = extent
    while True:
        size = _size(p, axis, least)
        # As many blocks of that length as are needed, and then no longer than that many need to be.
        count = -(-out // (size - extent + 1))
        size = _size(p, axis, -(-out // count) + extent - 1)
        if count == 1 or size > _LONGEST * (extent + 1):
            break
        step = size - extent + 1
        found[size] = Axis(size, size, step, step, -(-out // step), False)
        least = int(_GROWTH[p.rank - 1] * max(size, least)) + 1
    whole = _size(p, axis, out + extent - 1)
    circular = period(p, axis) if p.stride[axis] == 1 else 0
    if circular and (p.padding_mode != "wrap" or not any(p.pads[axis])):
        circular = _size(p, axis, circular)
    elif circular and (_is_split(p, axis) or _size(p, axis, circular) != circular):
        circular = 0
    if 0 < circular <= whole:
        last = Axis(circular, p.spatial[axis], out, out, 1, True)
    else:
        last = Axis(whole, whole, out, out, 1, False)
    return [*found.values(), last]


@lru_cache(maxsize=1024)
def _residues(p: Problem) -> tuple[tuple[int, ...], ...]:
    """The phases of each axis that have taps, by the coordinates at which they start."""
    return tuple(
        tuple(sorted({tap * dilation % stride for tap in range(min(kernel, stride))}))
        for kernel, dilation, stride in zip(p.kernel, p.dilation, p.stride, strict=True)
    )


def _terms(p: Problem) -> int:
    """How many products of spectra are summed for one output."""
    return p.group_in * math.prod(map(len, _residues(p)))


def _is_split(p: Problem, axis: int) -> bool:
    """Whether the halves of blocks along an axis are the parts of a complex block."""
    return axis == 0 and p.accumulator.kind != "c"


@lru_cache(maxsize=4096)
def _fast(least: int) -> int:
    """The next length with few odd factors: many of them round more."""
    return min(odd << (-(-least // odd) - 1).bit_length() for odd in _ODD)


def _size(p: Problem, axis: int, least: int) -> int:
    """The shortest block along an axis that there is a transform for."""
    unit = _unit(p, axis)
    return unit * _fast(-(-least // unit))


def _unit(p: Problem, axis: int) -> int:
    """Of what the lengths of blocks are multiples: of lines, and of halves."""
    return (SIDE if axis == p.rank - 1 else 1) * (2 if _is_split(p, axis) else 1)


def _lengths(p: Problem, axes: tuple[Axis, ...]) -> tuple[int, ...]:
    """The lengths of planes: of three axes, and halves of what is split."""
    sizes = [axis.size // 2 if _is_split(p, i) else axis.size for i, axis in enumerate(axes)]
    return (*(1,) * (3 - p.rank), *sizes)


def _bound(p: Problem, elements: int) -> float:
    unit = float(np.finfo(p.accumulator).eps) / 2
    transforms = unit * _ROUND_TRIP * math.sqrt(math.log2(elements + 1))
    terms = _terms(p)
    return transforms if terms == 1 else math.hypot(transforms, p.summation_error(2 * terms))


def _itemsize(p: Problem) -> int:
    return p.accumulator.itemsize // (2 if p.accumulator.kind == "c" else 1)


@lru_cache(maxsize=4096)
def _stages(length: int) -> float:
    """Operations for each element of a transform."""
    return sum(_STAGE[radix] for radix in radices(length))


def _geometry(p: Problem) -> Geometry:
    blocks = choose_planes(p)
    lengths = _lengths(p, blocks.axes)
    split = 3 - p.rank if p.accumulator.kind != "c" else -1
    planes, roots, wide = tables(lengths, split, _itemsize(p))
    return Geometry(p, blocks, roots, wide, _places(p, blocks, planes))


_remembered_geometry = lru_cache(maxsize=64)(_geometry)


def prepare_planes(p: Problem, w: NDArray[Any]) -> PlanesKernel:
    """The kernel for canonical weights `w`."""
    short = math.prod(a.size for a in choose_planes(p).axes) <= REMEMBERED
    geometry = (_remembered_geometry if short else _geometry)(p)
    double = np.complex128 if p.accumulator.kind == "c" else np.float64
    return PlanesKernel(geometry, np.ascontiguousarray(w.astype(p.accumulator, copy=False), double))


@dataclass(frozen=True, slots=True)
class Places:
    """Where the taps of a kernel stand in the planes of their phases.

    Attributes
    ----------
    starts : ndarray, shape (phases, 3)
        The coordinates at which each phase starts.
    first_taps : ndarray, shape (phases + 1,)
        The first tap of each phase, in the order of phases.
    taps, at, half, factor : ndarray, shape (taps,)
        In that order: the number of a tap, its place in a plane, which plane that is, and what it
        is multiplied by.
    """

    starts: NDArray[Any]
    first_taps: NDArray[Any]
    taps: NDArray[Any]
    at: NDArray[Any]
    half: NDArray[Any]
    factor: NDArray[Any]


def _places(p: Problem, blocks: PlaneBlocks, planes: Planes) -> Places:
    """The correlation is the product with a polynomial of the exponents of the taps, turned round.

    Of a circular axis the unpadded input is at the start, so that output 0 sees it later by the
    padding before it. Whatever passes the end of an axis that is split changes its sign.
    """
    pitches = (planes.slab * planes.line_elements, planes.line_elements, 1)[3 - p.rank :]
    scale = 1 / math.prod(transform.length for transform in planes.transforms) / SIDE
    phase, at, half = (np.zeros((1,) * p.rank, np.intp) for _ in range(3))
    factor: Any = np.full((1,) * p.rank, scale)
    residues = _residues(p)
    for i, (axis, pitch) in enumerate(zip(blocks.axes, pitches, strict=True)):
        along = tuple(-1 if j == i else 1 for j in range(p.rank))
        later, residue = np.divmod(p.dilation[i] * np.arange(p.kernel[i]), p.stride[i])
        shift = p.pads[i][0] if axis.circular else 0
        turns, place = np.divmod(shift - later, axis.size)
        if _is_split(p, i):
            upper, place = np.divmod(place, axis.size // 2)
            half = half + upper.reshape(along)
            factor = factor * np.where(turns % 2, -1.0, 1.0).reshape(along)
        at = at + (place * pitch).reshape(along)
        number = np.searchsorted(residues[i], residue).reshape(along)
        phase = phase * len(residues[i]) + number
    phase, at, half, factor = (
        np.broadcast_to(a, p.kernel).ravel() for a in (phase, at, half, factor)
    )
    taps = np.argsort(phase, kind="stable")
    starts = [(*(0,) * (3 - p.rank), *start) for start in product(*residues)]
    return Places(
        starts=np.array(starts, np.intp),
        first_taps=np.searchsorted(phase[taps], np.arange(len(starts) + 1)).astype(np.intp),
        taps=taps.astype(np.intp),
        at=at[taps].astype(np.intp),
        half=half[taps].astype(np.intp),
        factor=factor[taps],
    )
