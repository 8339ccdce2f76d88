"""Overlap-save: how an axis is cut into segments, for the backends `fft` and `fft_tiled`.

Along each axis there are two ways:

- *overlap-save*: segments of F elements of the padded input, `step` apart, so that neighbours
  overlap. A circular correlation of length F with a kernel of extent e is the wanted one at the
  first ``F - e + 1`` places; those are kept;
- *circular*: the whole unpadded axis in one transform, whose period takes the part of the padding.
  Zeros before and after the input are the same zeros of the period, so ``F = n + max(lo, hi)`` is
  enough, and with the padding mode ``wrap`` no element is added at all.

Pure functions of the problem. Which lengths are cheapest differs between the backends and is theirs
to decide.
"""

from dataclasses import dataclass

import numpy as np

from polyconv._problem import Problem

__all__ = [
    "FREE_WORKSPACE",
    "MAX_FILTER_SPECTRA",
    "MAX_WORKSPACE",
    "SegmentedAxis",
    "circular_period",
    "has_fixed_period",
    "refusal",
    "spectra_refusal",
]

# Limits of memory in bytes. They are promises of the documentation, not measurements: workspace
# beside the filters' spectra; the filters' spectra; and workspace that needs no justification. More
# than the last is used only up to the size of the result.
MAX_WORKSPACE = 64 << 20
MAX_FILTER_SPECTRA = 256 << 20
FREE_WORKSPACE = 8 << 20


@dataclass(frozen=True, slots=True)
class SegmentedAxis:
    """One spatial axis in segments.

    Attributes
    ----------
    size : int
        Length of the transform.
    read : int
        Elements that a segment reads; zeros fill the rest of `size`.
    step : int
        Distance between segments.
    keep : int
        Outputs of a segment, after striding.
    count : int
        Segments.
    circular : bool
        True if the one segment is the unpadded axis.
    """

    size: int
    read: int
    step: int
    keep: int
    count: int
    circular: bool


def circular_period(p: Problem, axis: int) -> int:
    """Return the shortest period of a circular transform of a whole unpadded axis; 0 if none."""
    n, (lo, hi) = p.spatial[axis], p.pads[axis]
    positions = (p.out[axis] - 1) * p.stride[axis] + 1
    if n == 0:
        return 0
    if has_fixed_period(p, axis):
        return n if positions <= n else 0
    if p.padding_value == 0 and (p.padding_mode in ("zeros", "constant") or not (lo or hi)):
        return max(n + max(lo, hi), positions)
    return 0


def has_fixed_period(p: Problem, axis: int) -> bool:
    """Return True if only the length of the axis can be its period, because its padding wraps."""
    return p.padding_mode == "wrap" and any(p.pads[axis])


def refusal(name: str, p: Problem) -> str | None:
    """Return why overlap-save cannot compute `p` in any segments, or None."""
    if not np.isfinite(p.padding_value):
        return f"padding_value {p.padding_value}; {name} would spread it over whole segments"
    return None


def spectra_refusal(name: str, filters: int) -> str | None:
    """Return why filters' spectra of so many bytes are too large to keep, or None."""
    if filters <= MAX_FILTER_SPECTRA:
        return None
    limit = MAX_FILTER_SPECTRA >> 20
    return f"spectra of the filters {filters >> 20} MiB; {name} keeps at most {limit} MiB"
