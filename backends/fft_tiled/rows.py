"""Counts of the rows that segments load and store, and of elements that are moved one by one.

`_fft_tiled.pyx` loads the two parts of a segment row by row: the input and its padding, whose
elements are looked up if they repeat others. It stores the outputs of a segment row by row, too.
"""

import math
from typing import NamedTuple

from polyconv._machine import CACHE_LINE, caches
from polyconv._problem import Problem
from polyconv.backends.overlap_save import SegmentedAxis

from .segment_plan import spectra_per_output

__all__ = ["RowCounts", "row_counts"]


class RowCounts(NamedTuple):
    """Rows of one call, without the filters'.

    Attributes
    ----------
    rows : int
        Rows that are loaded and stored; real and imaginary parts of complex data count as two.
    gathered : int
        Bytes of the accumulator's type that are moved one element at a time, because the caller's
        elements lie apart, have two parts, or are converted.
    unused : int
        Unused bytes of cache lines that are read again for each channel, because elements lie apart
        and the array does not stay in the L2 cache.
    lookups : int
        Elements of padding that repeat others.
    """

    rows: int
    gathered: int
    unused: int
    lookups: int


def row_counts(p: Problem, axes: tuple[SegmentedAxis, ...], passes: int) -> RowCounts:
    """Return the rows of segments, which load the input in each of these passes."""
    parts = 2 if p.accumulator.kind == "c" else 1
    channels_in, channels_out = p.in_channels, p.out_channels
    if p.data_format == "channels_first":
        channels_in = channels_out = 1
    *outer, last = [_elements_loaded(p, i, axis) for i, axis in enumerate(axes)]
    lines = passes * p.batch * p.groups * spectra_per_output(p) * math.prod(outer)
    # The halves of a signal's segment are two rows.
    rows = lines * axes[-1].count * max(parts, 2 if p.rank == 1 else 1)
    rows += p.batch * p.out_channels * math.prod(p.out[:-1]) * axes[-1].count * parts
    loaded, gathered, unused = lines * last, 0, 0
    for elements, dtype, step, array in (
        (loaded, p.x_dtype, p.stride[-1] * channels_in, p.x_bytes),
        (p.outputs, p.dtype, channels_out, p.out_bytes),
    ):
        if step > 1 or parts > 1 or not (dtype == p.accumulator or p.widens_f16):
            gathered += elements * p.accumulator.itemsize
        if array > caches().l2:
            line = min(step * dtype.itemsize, CACHE_LINE)
            unused += elements * max(0, line - dtype.itemsize)
    repeated = 0.0 if axes[-1].circular else p.repeated_share
    return RowCounts(rows, gathered, unused, int(loaded * parts * repeated))


def _elements_loaded(p: Problem, i: int, axis: SegmentedAxis) -> int:
    """Return the elements of one phase that all segments along an axis load."""
    if axis.circular:
        return axis.read
    phase = -(-p.padded[i] // p.stride[i])
    return min(axis.count * axis.read, phase + (axis.count - 1) * (axis.read - axis.keep))
