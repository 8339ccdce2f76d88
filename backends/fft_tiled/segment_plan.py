"""Arguments of the segment loop: the fields of its C structs, and the places of a filter's taps.

A stride s splits an axis of the input into s polyphase components ("phases") of every s-th element,
and the taps of the kernel likewise; only phases that have taps count.
"""

import math
from functools import lru_cache
from itertools import product
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from polyconv._machine import caches
from polyconv._problem import Problem
from polyconv.backends.overlap_save import SegmentedAxis

from ._fft_tiled import SegmentPlan
from .transforms import CACHED_ELEMENTS, TILE_SIDE, transform_tables

__all__ = [
    "error_bound",
    "lengths_of",
    "segment_plan",
    "spectra_per_output",
    "splits",
    "tap_lines",
    "transformed_share",
]


# Bound on the error of transforming there and back, in units of ``u * sqrt(log2(F))`` for F
# elements of a segment: the largest error seen, 6.03, plus a third. Tried were data of +-1, tones,
# constants and impulses with a kernel of a single tap, the worst case for a bound in these units.
# The standard deviation is at most 1.08, in double precision, where the filter's spectrum errs,
# too. Single tones have the largest errors, because they err alike at many places.
_ROUND_TRIP_ERROR = 8.0


class TiledAxis(NamedTuple):
    """One of three axes: of the problem, of its segments, and of their parts.

    Attributes
    ----------
    n, lo, padded, out, kernel, stride : int
        Elements of the input, padding before it, elements with padding, outputs, taps, stride.
    keep, segments : int
        Outputs of a segment, and segments.
    read : int
        Elements of a segment that may be input.
    first : int
        Padded coordinate at which the first segment starts.
    length : int
        Elements of a part.
    """

    n: int = 1
    lo: int = 0
    padded: int = 1
    out: int = 1
    kernel: int = 1
    stride: int = 1
    keep: int = 1
    segments: int = 1
    read: int = 1
    first: int = 0
    length: int = 1


class SegmentShape(NamedTuple):
    """Sizes that all segments of a problem share.

    Attributes
    ----------
    groups, ic_per_group, oc_per_group, taps : int
        As in `Problem`.
    phases : int
        Polyphase components of the input that meet taps.
    spectra_per_output : int
        Products of spectra that are summed for one output.
    segments : int
        Segments of all images and groups: the work items.
    parts : int
        1 for real elements, 2 for complex ones.
    itemsize : int
        Bytes of a real or imaginary part of a segment's elements.
    x_part_bytes, out_part_bytes : int
        Offsets of imaginary parts within elements of the input and the result; 0 if those are real.
    split_axis : int
        The axis whose halves are the real and imaginary parts, -1 for complex data.
    tap_rows, first_lines, last_lines : int
        Those of `TapLines`.
    constant_padding, zero_padding : bool
        True if the padding is one value, and if that is zero.
    prefetches : bool
        True if rows are prefetched, because input and result are too large for the L3 cache.
    """

    groups: int
    ic_per_group: int
    oc_per_group: int
    phases: int
    spectra_per_output: int
    taps: int
    segments: int
    parts: int
    itemsize: int
    x_part_bytes: int
    out_part_bytes: int
    split_axis: int
    tap_rows: int
    first_lines: int
    last_lines: int
    constant_padding: bool
    zero_padding: bool
    prefetches: bool


class PhaseTaps(NamedTuple):
    """The taps of one phase along one of three axes: every `tap_step`-th, at falling places.

    Attributes
    ----------
    start : int
        The coordinate at which the phase starts.
    tap, taps, tap_step : int
        The first tap, their number, and their distance in the kernel.
    place, step : int
        The first tap's place in a segment, which may lie outside and wrap around, and the distance
        to the next one, which lies before it.
    """

    start: int = 0
    tap: int = 0
    taps: int = 1
    tap_step: int = 1
    place: int = 0
    step: int = 0


def _phases(p: Problem, axis: int) -> int:
    """Return the phases along an axis that have taps."""
    return min(p.kernel[axis], p.stride[axis] // math.gcd(p.stride[axis], p.dilation[axis]))


def spectra_per_output(p: Problem) -> int:
    """Return the products of spectra that are summed for one output."""
    return _spectra_of(p.family)


@lru_cache(maxsize=1024)
def _spectra_of(p: Problem) -> int:
    return p.ic_per_group * math.prod([_phases(p, axis) for axis in range(p.rank)])


def error_bound(p: Problem, elements: int) -> float:
    """Return the bound: transforms, by the logarithm of their elements, and sums of products."""
    unit = float(np.finfo(p.accumulator).eps) / 2
    transforms = unit * _ROUND_TRIP_ERROR * math.sqrt(math.log2(elements + 1))
    spectra = spectra_per_output(p)
    return transforms if spectra == 1 else math.hypot(transforms, p.summation_error(2 * spectra))


def splits(p: Problem, axis: int) -> bool:
    """Return True if the halves of segments along an axis are real and imaginary parts."""
    return axis == 0 and p.accumulator.kind != "c"


def lengths_of(p: Problem, axes: tuple[SegmentedAxis, ...]) -> tuple[int, ...]:
    """Return the lengths of a part along three axes."""
    sizes = [axis.size // 2 if splits(p, i) else axis.size for i, axis in enumerate(axes)]
    return (*(1,) * (3 - p.rank), *sizes)


class TapLines(NamedTuple):
    """Where a filter's taps lie in a part; the rest is zeros, which need no transform.

    Attributes
    ----------
    tap_rows : int
        Rows from the first on that may hold taps.
    first_lines, last_lines : int
        Lines at the start and at the end of a row that may hold taps.
    """

    tap_rows: int
    first_lines: int
    last_lines: int


def tap_lines(p: Problem, axes: tuple[SegmentedAxis, ...]) -> TapLines:
    """Return where taps lie in a part of segments `axes`.

    The first tap is at the padding before a circular axis, else at 0, and the others lie before it;
    they wrap around to the end.
    """
    *_, rows, columns = lengths_of(p, axes)
    lowest, highest = _places_of_taps(p, axes, -1)
    lines = -(-columns // TILE_SIDE)
    first_lines, last_lines = min(lines, -(-(highest + 1) // TILE_SIDE)), 0
    if lowest < 0:
        last_lines = lines - max(0, lowest + columns) // TILE_SIDE
    if first_lines + last_lines >= lines or highest >= columns:
        first_lines, last_lines = lines, 0
    if p.rank == 3:
        lowest, highest = _places_of_taps(p, axes, -2)
        if lowest >= 0 and highest < rows:
            rows = highest + 1
    return TapLines(rows, first_lines, last_lines)


def _places_of_taps(p: Problem, axes: tuple[SegmentedAxis, ...], axis: int) -> tuple[int, int]:
    """Return the lowest and the highest place of taps along an axis, which fall from tap to tap."""
    highest = p.pads[axis][0] if axes[axis].circular else 0
    return highest - (p.extent[axis] - 1) // p.stride[axis], highest


def transformed_share(p: Problem, axes: tuple[SegmentedAxis, ...]) -> float:
    """Return the share of the transforms of a filter, over all axes, that are computed."""
    found, (*_, rows, columns) = tap_lines(p, axes), lengths_of(p, axes)
    lines = (found.first_lines + found.last_lines) / -(-columns // TILE_SIDE)
    return (1.0, (lines + 1) / 2, (found.tap_rows / rows * lines + lines + 1) / 3)[p.rank - 1]


def _segment_plan(p: Problem, axes: tuple[SegmentedAxis, ...]) -> SegmentPlan:
    lengths = lengths_of(p, axes)
    itemsize = p.accumulator.itemsize // (2 if p.accumulator.kind == "c" else 1)
    split_axis = 3 - p.rank if p.accumulator.kind != "c" else -1
    tables, filter_tables = transform_tables(lengths, split_axis, itemsize)
    return SegmentPlan(
        p,
        _shape(p, axes, split_axis, itemsize),
        _tiled_axes(p, axes, lengths),
        _phase_taps(p, axes),
        tables,
        filter_tables,
    )


_cached_segment_plan = lru_cache(maxsize=64)(_segment_plan)


def segment_plan(p: Problem, axes: tuple[SegmentedAxis, ...]) -> SegmentPlan:
    """Return the plan in C of the segments of `p`, for any weights."""
    small = math.prod(axis.size for axis in axes) <= CACHED_ELEMENTS
    return (_cached_segment_plan if small else _segment_plan)(p, axes)


def _shape(
    p: Problem, axes: tuple[SegmentedAxis, ...], split_axis: int, itemsize: int
) -> SegmentShape:
    real, spectra = p.accumulator.kind != "c", spectra_per_output(p)
    return SegmentShape(
        groups=p.groups,
        ic_per_group=p.ic_per_group,
        oc_per_group=p.oc_per_group,
        phases=spectra // p.ic_per_group,
        spectra_per_output=spectra,
        taps=p.taps,
        segments=p.batch * p.groups * math.prod(axis.count for axis in axes),
        parts=1 if real else 2,
        itemsize=itemsize,
        x_part_bytes=p.x_dtype.itemsize // 2 if p.x_dtype.kind == "c" else 0,
        out_part_bytes=0 if real else p.dtype.itemsize // 2,
        split_axis=split_axis,
        **tap_lines(p, axes)._asdict(),
        constant_padding=p.padding_mode in ("zeros", "constant"),
        zero_padding=p.padding_value == 0,
        prefetches=p.rank > 1 and p.bytes_to_keep > caches().l3,
    )


def _tiled_axes(
    p: Problem, axes: tuple[SegmentedAxis, ...], lengths: tuple[int, ...]
) -> tuple[TiledAxis, ...]:
    missing = 3 - p.rank
    return (TiledAxis(),) * missing + tuple(
        TiledAxis(
            n=p.spatial[i],
            lo=p.pads[i][0],
            padded=p.padded[i],
            out=p.out[i],
            kernel=p.kernel[i],
            stride=p.stride[i],
            keep=axis.keep,
            segments=axis.count,
            read=axis.read,
            first=p.pads[i][0] if axis.circular else 0,
            length=lengths[missing + i],
        )
        for i, axis in enumerate(axes)
    )


def _phase_taps(p: Problem, axes: tuple[SegmentedAxis, ...]) -> NDArray[np.intp]:
    """Return the fields of `PhaseTaps` for each phase and axis, ``(phases, 3, fields)``.

    Taps are coefficients of a polynomial with negated exponents, so that a product with it is a
    correlation. A circular axis holds the unpadded input at its start, so the exponents grow by the
    padding before the input.
    """
    along = [[PhaseTaps()]] * (3 - p.rank)
    for i, axis in enumerate(axes):
        phases, shift = _phases(p, i), p.pads[i][0] if axis.circular else 0
        # Taps of one phase are a period apart: the fewest taps after which the dilation has
        # advanced by whole strides.
        period = p.stride[i] // math.gcd(p.stride[i], p.dilation[i])
        found = []
        for tap in range(phases):
            exponent, start = divmod(p.dilation[i] * tap, p.stride[i])
            found.append(
                PhaseTaps(
                    start=start,
                    tap=tap,
                    taps=-(-(p.kernel[i] - tap) // period),
                    tap_step=period,
                    place=shift - exponent,
                    step=p.dilation[i] * period // p.stride[i],
                )
            )
        along.append(sorted(found))
    return np.array(list(product(*along)), np.intp)
