"""Overlap-save: segments of a problem, for the backends `fft` and `fft_tiled`.

Along each axis there are two ways:

- *overlap-save*: segments of F elements of the padded input, `step` apart, so that neighbours
  overlap. A circular correlation of length F with a kernel of extent e is the wanted one at the
  first ``F - e + 1`` places; those are kept;
- *circular*: the whole unpadded axis in one transform. Its period replaces padding: the zeros
  before the input are those after it, so ``F = n + max(lo, hi)`` is enough. With the padding mode
  ``wrap`` no element is added at all.

The limits of memory are shared. Each backend chooses the lengths, because the cheapest ones
differ. Spectra of the filters beyond `MAX_FILTER_SPECTRA` are not kept: a
`PartwiseKernel` keeps the weights, and at each call computes the spectra of one part of the output
channels, uses them, and goes on to the next part.
"""

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from polyconv._backend import Cost, Kernel
from polyconv._problem import Problem

__all__ = [
    "MAX_CALL_WORKSPACE",
    "MAX_FILTER_SPECTRA",
    "MAX_TIME_FOR_MEMORY",
    "FilterPart",
    "PartwiseKernel",
    "Segmentation",
    "SegmentedAxis",
    "circular_period",
    "growing_cuts",
    "has_fixed_period",
    "max_workspace",
    "part_of",
    "preferred_workspace",
    "problem_of_part",
    "refusal",
    "weight_bytes",
    "workspace_refusal",
]

# Limits of memory in bytes. They are promises of the documentation, not measurements.
#
# Preferred workspace, or the bytes of the result if these are more: segments within it are taken
# even if others are faster by up to MAX_TIME_FOR_MEMORY.
MIN_PREFERRED_WORKSPACE = 8 << 20
# Workspace beside the filters' spectra. More is used only where the problem is large itself.
MAX_CALL_WORKSPACE = 64 << 20
# Maximum workspace beside the filters' spectra, in multiples of the input, the weights and the
# result. One transform of everything takes up to about three. Dilated kernels may need more, and
# are refused.
MAX_WORKSPACE_MULTIPLE = 4
# Maximum bytes of the filters' spectra; those of one output channel may be more.
MAX_FILTER_SPECTRA = 256 << 20

# Maximum time of segments within the preferred workspace, relative to the fastest segments of all,
# for taking them. Estimates of time err by more than this.
MAX_TIME_FOR_MEMORY = 1.05


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


class FilterPart(NamedTuple):
    """Filters whose spectra are held at once: some groups, and some outputs of each of them.

    Planners may weigh many candidates at once; then these are arrays.
    """

    groups: Any
    oc_per_group: Any

    def is_all(self, p: Problem) -> bool:
        """Return True if these are all filters, so that a plan keeps their spectra."""
        return bool(self == (p.groups, p.oc_per_group))

    def spectra_bytes(self, spectrum_bytes: Any) -> Any:
        """Return the bytes of these filters' spectra; `spectrum_bytes` is one output channel's."""
        return self.groups * self.oc_per_group * spectrum_bytes

    def passes(self, p: Problem) -> Any:
        """Return the number of parts of one group; its input is transformed for each of them."""
        return -(-p.oc_per_group // self.oc_per_group)

    def count(self, p: Problem) -> Any:
        """Return the parts of all filters."""
        return self.passes(p) * -(-p.groups // self.groups)


@dataclass(frozen=True, slots=True)
class Segmentation:
    """The segments of one problem.

    Attributes
    ----------
    axes : tuple of SegmentedAxis
        The spatial axes.
    part : FilterPart
        Filters whose spectra are held at once.
    filter_bytes : int
        Bytes of their spectra.
    seconds : float
        Estimated time, by which candidates are compared.
    cost : Cost
        Counts of one call.
    error_bound : float
        Bound on the error.
    """

    axes: tuple[SegmentedAxis, ...]
    part: FilterPart
    filter_bytes: int
    seconds: float
    cost: Cost
    error_bound: float


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


def growing_cuts(
    cut: Callable[[int], SegmentedAxis | None], shortest: int, growth: float
) -> list[SegmentedAxis]:
    """Return segments of an axis of growing lengths, up to the longest that `cut` makes.

    Parameters
    ----------
    cut : callable
        Returns segments of at least the given length, or None if they are too long.
    shortest : int
        Minimum length.
    growth : float
        Ratio of a length to the one before.
    """
    found, wanted = {}, shortest
    while (axis := cut(wanted)) is not None:
        found[axis.size] = axis
        wanted = int(growth * max(axis.size, wanted)) + 1
    return list(found.values())


def refusal(name: str, p: Problem) -> str | None:
    """Return why overlap-save cannot compute `p` in any segments, or None."""
    if not np.isfinite(p.padding_value):
        return f"padding_value {p.padding_value}; {name} would spread it over whole segments"
    return None


def workspace_refusal(name: str, p: Problem, cut: Segmentation) -> str | None:
    """Return why even the segments with the least memory need too much, or None.

    Only taps far apart lead to it, because a segment is longer than the kernel's extent.
    """
    kept = 0 if cut.part.is_all(p) else weight_bytes(p)
    needed = max(cut.filter_bytes, cut.cost.workspace - cut.filter_bytes - kept)
    limit = max(MAX_FILTER_SPECTRA, max_workspace(p))
    if p.workspace_limit is not None or needed <= limit:
        return None
    return (
        f"kernel extent {p.extent}; segments of this length need {needed:.3g} bytes, and {name} "
        f"takes at most {limit:.3g} for arrays of these sizes"
    )


# ---- memory ----


def max_workspace(p: Problem) -> float:
    """Return the maximum workspace in bytes beside the filters' spectra, if `p` sets no limit."""
    elements = p.batch * p.in_channels * math.prod(p.spatial) + p.outputs
    elements += p.out_channels * p.reduction_len
    return max(MAX_CALL_WORKSPACE, MAX_WORKSPACE_MULTIPLE * elements * p.accumulator.itemsize)


def preferred_workspace(p: Problem) -> int:
    """Return the bytes of workspace within which segments may be slower than the fastest."""
    return max(MIN_PREFERRED_WORKSPACE, p.out_bytes)


def weight_bytes(p: Problem) -> int:
    """Return the bytes of the weights that a `PartwiseKernel` keeps."""
    return p.out_channels * p.reduction_len * p.accumulator.itemsize


def part_of(p: Problem, spectrum_bytes: Any, workspace: Any) -> FilterPart:
    """Return the filters whose spectra are held at once; at least those of one output channel.

    Parameters
    ----------
    spectrum_bytes : float or ndarray
        Bytes of the spectra of one output channel's filters.
    workspace : float or ndarray
        Bytes of workspace beside them.
    """
    limit: Any = MAX_FILTER_SPECTRA
    if p.workspace_limit is not None:
        limit = np.minimum(limit, p.workspace_limit - workspace)
    kept = p.out_channels * spectrum_bytes <= limit
    if kept is True or np.all(kept):
        return FilterPart(p.groups, p.oc_per_group)
    if p.workspace_limit is not None:
        limit = np.minimum(limit, p.workspace_limit - workspace - weight_bytes(p))
    channels = np.where(kept, p.out_channels, limit // spectrum_bytes)
    groups = np.clip(channels // p.oc_per_group, 1, p.groups)
    return FilterPart(groups, np.clip(channels, 1, p.oc_per_group))


def problem_of_part(p: Problem, groups: int, oc_per_group: int) -> Problem:
    """Return the problem of some groups of `p` and some outputs of each of them."""
    return replace(
        p,
        groups=groups,
        in_channels=groups * p.ic_per_group,
        out_channels=groups * oc_per_group,
    )


@dataclass(frozen=True)
class PartwiseKernel(Kernel):
    """Filters whose spectra are too large to keep: each call computes them, a part at a time.

    Attributes
    ----------
    problem : Problem
    part : FilterPart
        Filters of a part; either whole groups or outputs of one group.
    weights : ndarray
        Canonical weights in the accumulator's dtype.
    prepare : callable
        Returns the kernel for the problem and the weights of a part.
    """

    problem: Problem
    part: FilterPart
    weights: NDArray[Any]
    prepare: Callable[[Problem, NDArray[Any]], Kernel]

    @property
    def tracks_max_abs(self) -> bool:
        """True, as for the kernels of the parts."""
        return True

    def __call__(
        self,
        x: NDArray[Any],
        bias: NDArray[Any] | None,
        out: NDArray[Any],
        workers: int,
        limit: float = math.inf,
    ) -> float:
        """Write every element of `out`; elements beyond `limit` count as zeros."""
        max_abs_x, limits = 0.0, () if limit == math.inf else (limit,)
        with np.errstate(all="ignore"):  # weights are prepared in the call
            for problem, inputs, outputs in self._parts():
                # The spectra of a part are freed before those of the next are computed.
                found = self.prepare(problem, self.weights[outputs])(
                    x[:, inputs],
                    None if bias is None else bias[outputs],
                    out[:, outputs],
                    workers,
                    *limits,
                )
                max_abs_x = max(max_abs_x, found or 0.0)
        return max_abs_x

    def _parts(self) -> Iterator[tuple[Problem, slice, slice]]:
        """Yield the problem of each part, its channels of the input, and its output channels."""
        p, part = self.problem, self.part
        for group in range(0, p.groups, part.groups):
            groups = min(part.groups, p.groups - group)
            inputs = slice(group * p.ic_per_group, (group + groups) * p.ic_per_group)
            for output in range(0, p.oc_per_group, part.oc_per_group):
                outs = min(part.oc_per_group, p.oc_per_group - output)
                first = group * p.oc_per_group + output
                yield problem_of_part(p, groups, outs), inputs, slice(first, first + groups * outs)
