"""Decide which small problems are computed without planning each size; see `_unplanned.pyx`."""

import math
from functools import partial

from polyconv._backend import MAX_UNPLANNED_WORKSPACE
from polyconv._machine import MAX_THREADS
from polyconv._problem import Problem

from ._fft_tiled import SegmentPlan
from ._unplanned import UnplannedSegments
from .lengths import phase_extent, segment_lengths, segments_of_cuts
from .planner import choose_tiled_segments, workspace_in
from .segment_plan import segment_plan

__all__ = ["unplanned_between"]

# The length, the number of segments, and True if it is circular, of each axis.
_Cuts = tuple[tuple[int, int, bool], ...]


def unplanned_between(low: Problem, high: Problem) -> UnplannedSegments | None:
    """Return the calls of all problems whose sizes lie between two; None to plan them."""
    lengths = segment_lengths(high.family)
    if lengths is None or lengths is not segment_lengths(low.family) or low.pads != high.pads:
        return None
    if high.workers > MAX_THREADS:
        return None
    plain = high.x_dtype == high.w_dtype == high.dtype == high.accumulator
    zeros = high.padding_mode in ("zeros", "constant") and high.padding_value == 0
    if not (plain and zeros) or high.flip or high.data_format == "channels_last" or low.empty:
        return None
    return UnplannedSegments(
        low,
        high,
        lengths,
        tuple([phase_extent(high, axis) for axis in range(high.rank)]),
        partial(_plan_of, high),
        _cuts_of_plan,
    )


def _plan_of(p: Problem, cuts: _Cuts) -> SegmentPlan | None:
    """Return the plan in C of `p` in segments; None if they take too much workspace."""
    axes = segments_of_cuts(p, cuts)
    # `workspace_in` counts the `busy` workers of this size, one segment each. A larger size with
    # segments of the same lengths may occupy all `p.workers`, so scale to them.
    busy = min(p.workers, p.batch * p.groups * math.prod([count for _, count, _ in cuts]))
    workspace = workspace_in(p, axes) * p.workers // busy
    return segment_plan(p, axes) if workspace <= MAX_UNPLANNED_WORKSPACE else None


def _cuts_of_plan(p: Problem) -> _Cuts:
    """Return the segments of the plan of `p`."""
    axes = choose_tiled_segments(p).axes
    return tuple([(axis.size, axis.count, axis.circular) for axis in axes])
