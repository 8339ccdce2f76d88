"""Overlap-save through scipy.fft: transform segments, multiply their spectra, transform back.

The spectrum of a segment times the conjugate spectrum of a kernel is the spectrum of their circular
correlation. `segments` decides how long the segments are. Here a batch of them that stays in the
cache is transformed at a time. Forward transforms begin with the last axis, so that lines of zeros
after the input are not transformed; inverse transforms end with it, so that lines without outputs
are left out.

Sums over input channels are taken between the spectra, as one matrix product per frequency. Spectra
have the channels last: the transforms read and write them there, and nothing is transposed.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import product
from typing import Any

import numpy as np
from numpy.lib.stride_tricks import as_strided
from numpy.typing import NDArray

from polyconv._backend import Backend, Cost, Kernel
from polyconv._cpu import assign
from polyconv._machine import blas_single_threaded
from polyconv._padded_input import is_interior, padded_block
from polyconv._problem import Problem
from polyconv._veto import cleared, max_abs
from polyconv.backends.exact_integers import IntegerTransforms
from polyconv.backends.integer_error import error_of_length
from polyconv.backends.overlap_save import (
    PartwiseKernel,
    SegmentedAxis,
    refusal,
    workspace_refusal,
)

from .filters import filter_spectra
from .segments import BatchedSegmentation, batches, choose_segments, cost_lower_bound
from .transforms import forward, inverse_last, inverse_outer

__all__ = ["Fft"]


class FloatFft(Backend):
    """Overlap-save through scipy.fft: floats and complex, at its best with many channels."""

    name = "fft"
    dot_product = False

    def unsupported(self, p: Problem) -> str | None:
        """Non-finite padding, and taps so far apart that one segment takes too much memory."""
        reason = refusal(self.name, p)
        if reason is not None or p.empty:
            return reason
        return workspace_refusal(self.name, p, choose_segments(p))

    def cost(self, p: Problem) -> Cost:
        """Transforms of all segments and products of spectra at each frequency."""
        return Cost(0, 0, 0) if p.empty else choose_segments(p).cost

    def cost_lower_bounds(self, p: Problem) -> Iterator[Cost]:
        """One bound for all segmentations."""
        if not p.empty:
            yield cost_lower_bound(p)

    def error_bound(self, p: Problem) -> float:
        """Errors grow with the logarithm of the segments' lengths; see `segments`."""
        return 0.0 if p.empty else choose_segments(p).error_bound

    def prepare(self, p: Problem, w: NDArray[Any]) -> Kernel:
        """Transform the filters, in double precision where that takes little time.

        If the spectra are too large to keep, each call does that.
        """
        cut = choose_segments(p)
        with np.errstate(all="ignore"):  # called by name, with weights that are not finite
            if cut.part.is_all(p):
                return FftKernel.of(cut, p, w)
            return PartwiseKernel(p, cut.part, w.astype(p.accumulator), partial(FftKernel.of, cut))


class Fft(IntegerTransforms):
    """Overlap-save through scipy.fft, with integers where rounding is proven exact."""

    def __init__(self) -> None:
        floats = FloatFft()
        super().__init__(
            floats,
            lambda p: choose_segments(p).axes,
            lambda p: p.ic_per_group,
            lambda p: error_of_length(math.prod([axis.size for axis in choose_segments(p).axes])),
        )


@dataclass(frozen=True)
class FftKernel(Kernel):
    """Spectra of the filters, ready to multiply those of the segments."""

    problem: Problem
    segments: BatchedSegmentation
    # For each block of groups, and in it for each block of a group's outputs:
    # (*frequencies, groups, ic_per_group, outputs)
    filters: tuple[tuple[NDArray[Any], ...], ...]

    @classmethod
    def of(cls, cut: BatchedSegmentation, p: Problem, w: NDArray[Any]) -> "FftKernel":
        """Prepare the canonical weights `w` of `p`, a problem that is cut in this way."""
        w = w.reshape(p.groups, p.oc_per_group, p.ic_per_group, *p.kernel)
        groups, outs = (
            [slice(first, first + block) for first in range(0, number, block)]
            for number, block in ((p.groups, cut.batch_groups), (p.oc_per_group, cut.oc_block))
        )
        return cls(p, cut, tuple(tuple(_spectra(p, cut, w[g, k]) for k in outs) for g in groups))

    @property
    def tracks_max_abs(self) -> bool:
        """True: a call scans the input before it transforms it."""
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
        max_abs_x = 0.0 if limit == math.inf else max_abs(x, workers)
        # Called by name, data with NaN or inf give NaN, as the products have it, without warnings.
        with np.errstate(all="ignore"):
            for batch in batches(self.problem, self.segments):
                self._convolve(
                    x, bias, out, batch, workers, limit if max_abs_x > limit else math.inf
                )
        return max_abs_x

    def _convolve(
        self,
        x: NDArray[Any],
        bias: NDArray[Any] | None,
        out: NDArray[Any],
        batch: tuple[slice, slice, Sequence[range]],
        workers: int,
        limit: float,
    ) -> None:
        """Write the outputs of one batch."""
        p, rank, axes = self.problem, self.problem.rank, self.segments.axes
        images, groups, ranges = batch
        # (*read, groups, images, *segments, ic_per_group)
        order = [*range(3 + rank, 3 + 2 * rank), 1, 0, *range(3, 3 + rank), 2]
        part = x[images, groups.start * p.ic_per_group : groups.stop * p.ic_per_group]
        windows = _windows(p, axes, part, ranges, limit).transpose(order)
        spectra = forward(p, windows, self.segments.sizes, workers)
        del windows
        filters = self.filters[groups.start // self.segments.batch_groups]
        for first, block in zip(
            range(0, p.oc_per_group, self.segments.oc_block), filters, strict=True
        ):
            products = _multiply(p, spectra, block)
            if block is filters[-1]:
                del spectra
            products = inverse_outer(p, products, axes, workers)
            values = inverse_last(p, products.transpose(np.argsort(order)), axes[-1], workers)
            del products
            outputs = slice(first, first + block.shape[-1])
            if bias is not None:
                channels = bias.reshape(p.groups, p.oc_per_group)[groups, outputs]
                values += channels.reshape(*channels.shape, *(1,) * (2 * rank))
            _write(p, out[images, groups.start * p.oc_per_group + first :], values, axes, ranges)
            del values


def _spectra(p: Problem, cut: BatchedSegmentation, w: NDArray[Any]) -> NDArray[Any]:
    """Return the spectra of filters ``(groups, outputs, ic_per_group, *kernel)``, channels last."""
    complex_type = np.result_type(p.accumulator, np.complex64)
    groups, outs = w.shape[:2]
    filters = np.empty((*cut.spectrum_shape, groups, p.ic_per_group, outs), complex_type)
    spectra = np.moveaxis(filters, range(p.rank), range(-p.rank, 0)).swapaxes(1, 2)
    circular = [axis.circular for axis in cut.axes]
    w = w.astype(p.accumulator, copy=False)
    wide = np.result_type(p.accumulator, np.float64) if cut.wide_filters else p.accumulator
    at_once = min(cut.prepared_filters, outs)
    groups_at_once = cut.prepared_filters // at_once
    for group in range(0, groups, groups_at_once):
        for out in range(0, outs, at_once):
            part = slice(group, group + groups_at_once), slice(out, out + at_once)
            values = w[part].astype(wide, copy=False)
            spectra[part] = filter_spectra(p, cut.sizes, circular, values)
    return filters


def _multiply(p: Problem, spectra: NDArray[Any], filters: NDArray[Any]) -> NDArray[Any]:
    """Return products of spectra, summed over the channels of a group."""
    rows, columns = spectra.shape[: p.rank + 1], spectra.shape[p.rank + 1 : -1]
    spectra = spectra.reshape(*rows, -1, p.ic_per_group)
    if filters.shape[-2:] == (1, 1):
        summed: NDArray[Any] = spectra * filters
    else:
        with blas_single_threaded:
            summed = spectra @ filters
    return summed.reshape(*rows, *columns, filters.shape[-1])


def _windows(
    p: Problem,
    axes: Sequence[SegmentedAxis],
    x: NDArray[Any],
    ranges: Sequence[range],
    limit: float,
) -> NDArray[Any]:
    """Return overlapping segments of the input, with zeros for elements beyond `limit`.

    Their shape is ``(images, groups, ic_per_group, *segments, *read)``.

    They are a view of `x` where they hold no padding, need no conversion and are all within the
    limit, else of a padded copy.
    """
    start, size = [], []
    for axis, segments, (lo, _) in zip(axes, ranges, p.pads, strict=True):
        start.append(lo if axis.circular else segments.start * axis.step)
        size.append((len(segments) - 1) * axis.step + axis.read)
    if x.dtype == p.accumulator and is_interior(p, start, size):
        within = (
            slice(a - lo, a - lo + m) for a, m, (lo, _) in zip(start, size, p.pads, strict=True)
        )
        region = x[(slice(None), slice(None), *within)]
        if limit < math.inf and max_abs(region) > limit:
            region = cleared(region.copy(), limit)
    else:
        region = padded_block(p, x, start, size)
        if limit < math.inf:
            region = cleared(region, limit)
    image, channel, *strides = region.strides
    return as_strided(
        region,
        (
            len(x),
            region.shape[1] // p.ic_per_group,
            p.ic_per_group,
            *map(len, ranges),
            *(axis.read for axis in axes),
        ),
        (
            image,
            channel * p.ic_per_group,
            channel,
            *(s * axis.step for s, axis in zip(strides, axes, strict=True)),
            *strides,
        ),
        writeable=False,
    )


def _write(
    p: Problem,
    out: NDArray[Any],
    values: NDArray[Any],
    axes: Sequence[SegmentedAxis],
    ranges: Sequence[range],
) -> None:
    """Write the outputs of segments into the result, which may end inside the last segment.

    The first channel of `out` is the first output of the first group.
    """
    image, channel, *strides = out.strides
    images, groups, outputs = values.shape[:3]
    for runs in product(*map(_runs_of_equal_segments, axes, ranges, out.shape[2:])):
        segments, lengths, starts = zip(*runs, strict=True)
        place = as_strided(
            out[(slice(None), slice(None), *(slice(a, None) for a in starts))],
            (images, groups, outputs, *(s.stop - s.start for s in segments), *lengths),
            (
                image,
                channel * p.oc_per_group,
                channel,
                *(s * axis.keep for s, axis in zip(strides, axes, strict=True)),
                *strides,
            ),
        )
        assign(place, values[(..., *segments, *map(slice, lengths))])


def _runs_of_equal_segments(
    axis: SegmentedAxis, segments: range, size: int
) -> Iterator[tuple[slice, int, int]]:
    """Yield segments of equal output lengths: which of the batch, the length, the first output."""
    full = min(segments.stop, size // axis.keep)
    if full > segments.start:
        yield slice(0, full - segments.start), axis.keep, segments.start * axis.keep
    if full < segments.stop:
        rest = size - full * axis.keep
        yield slice(full - segments.start, full - segments.start + 1), rest, full * axis.keep
