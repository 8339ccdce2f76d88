"""Convolution in the frequency domain: blocks of the input, transformed, multiplied, and back.

`_spectra.pyx` does it one block at a time, with transforms in C, as `_fft_planes` plans. Here is
what sums over so many channels that matrix products are worth it, with transforms of scipy.fft.

A block's spectrum times the conjugate spectrum of a kernel is the circular correlation of the two.
`_fft_blocks` decides how long the blocks are; here they are transformed, a batch of them at a time
that stays in the cache, multiplied and transformed back. Transforms go axis by axis: forth from the
last, so that lines of zeros behind the input are not transformed, and back to the last, so that
lines which give no output are left out.

Sums over input channels are taken between the spectra, as one matrix product per frequency. Spectra
have their channels last: the transforms read and write them there, and nothing is transposed.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import product
from typing import Any

import numpy as np
import scipy.fft
from numpy.lib.stride_tricks import as_strided
from numpy.typing import NDArray

from polyconv._backend import Backend, Cost, Kernel
from polyconv._cpu import assign
from polyconv._machine import blas_single_threaded
from polyconv._problem import Problem
from polyconv.backends.fft_tiled.planner import (
    PlaneBlocks,
    choose_planes,
    least_planes,
    prepare_planes,
)

from .filters import filter_spectra
from .segments import FILTERS, Axis, Blocks, batches, choose_blocks, least_cost, least_seconds

__all__ = ["Fft"]


class Fft(Backend):
    """Overlap-save in blocks: floats and complex, at its best with large kernels."""

    name = "fft"
    dot_product = False

    def unsupported(self, p: Problem) -> str | None:
        """Integers, non-finite padding, and spectra that are too large to keep."""
        if p.accumulator.kind in "iu":
            return f"dtype {p.dtype}; fft rounds, and integers are exact"
        if not np.isfinite(p.padding_value):
            return f"padding_value {p.padding_value}; fft would spread it over whole blocks"
        if p.empty:
            return None
        filters = _choose(p).filters
        if filters > FILTERS:
            return (
                f"spectra of the filters {filters >> 20} MiB; fft keeps at most {FILTERS >> 20} MiB"
            )
        return None

    def cost(self, p: Problem) -> Cost:
        """Transforms of all blocks and products of spectra at each frequency."""
        return Cost(0, 0, 0) if p.empty else _choose(p).cost

    def cost_lower_bounds(self, p: Problem) -> Iterator[Cost]:
        """What planes take at least, and what blocks do where there are channels to sum."""
        if not p.empty:
            yield least_planes(p)
            if p.group_in > 1:
                yield least_cost(p)

    def error_bound(self, p: Problem) -> float:
        """Errors grow with the logarithm of the blocks; see `_fft_blocks`."""
        return 0.0 if p.empty else _choose(p).error_bound

    def prepare(self, p: Problem, w: NDArray[Any]) -> Kernel:
        """Transform the filters, in double precision, and round their spectra once."""
        return FftKernel.of(p, w) if isinstance(_choose(p), Blocks) else prepare_planes(p, w)


@lru_cache(maxsize=1024)
def _choose(p: Problem) -> Blocks | PlaneBlocks:
    """The cheaper way, of those that keep the budget."""
    planes = choose_planes(p)
    if p.group_in == 1:
        return planes
    weight = _weight(p, planes)
    if weight <= (False, least_seconds(p)):
        return planes
    blocks = choose_blocks(p)
    return planes if weight <= _weight(p, blocks) else blocks


def _weight(p: Problem, cut: Blocks | PlaneBlocks) -> tuple[bool, float]:
    limit = math.inf if p.workspace_limit is None else p.workspace_limit
    too_much = cut.filters > FILTERS or cut.cost.workspace > limit
    return too_much or cut.error_bound > p.rtol, cut.seconds


@dataclass(frozen=True)
class FftKernel(Kernel):
    """Conjugate spectra of the filters, ready to multiply those of the blocks."""

    problem: Problem
    blocks: Blocks
    # (*frequencies, groups, group_in, group_out)
    filters: NDArray[Any]

    @classmethod
    def of(cls, p: Problem, w: NDArray[Any]) -> "FftKernel":
        """Prepare the canonical weights `w`."""
        blocks = choose_blocks(p)
        complex_type = np.result_type(p.accumulator, np.complex64)
        filters = np.empty((*blocks.frequencies, p.groups, p.group_in, p.group_out), complex_type)
        spectra = np.moveaxis(filters, range(p.rank), range(-p.rank, 0)).swapaxes(1, 2)
        w = w.reshape(p.groups, p.group_out, p.group_in, *p.kernel)
        outs = min(blocks.prepared, p.group_out)
        groups = blocks.prepared // outs
        for group in range(0, p.groups, groups):
            for out in range(0, p.group_out, outs):
                part = slice(group, group + groups), slice(out, out + outs)
                spectra[part] = filter_spectra(
                    p, blocks.sizes, [axis.circular for axis in blocks.axes], w[part]
                )
        return cls(p, blocks, filters)

    def __call__(
        self, x: NDArray[Any], bias: NDArray[Any] | None, out: NDArray[Any], workers: int
    ) -> None:
        """Write every element of `out`."""
        for batch in batches(self.problem, self.blocks):
            self._convolve(x, bias, out, batch, workers)

    def _convolve(
        self,
        x: NDArray[Any],
        bias: NDArray[Any] | None,
        out: NDArray[Any],
        batch: tuple[slice, slice, Sequence[range]],
        workers: int,
    ) -> None:
        """Write the outputs of one batch."""
        p, rank, blocks = self.problem, self.problem.rank, self.blocks
        images, groups, ranges = batch
        # (*read, groups, images, *blocks, group_in)
        order = [*range(3 + rank, 3 + 2 * rank), 1, 0, *range(3, 3 + rank), 2]
        part = x[images, groups.start * p.group_in : groups.stop * p.group_in]
        windows = _windows(p, blocks.axes, part, ranges).transpose(order)
        spectra = _forward(p, windows, blocks.sizes, workers)
        del windows
        spectra = self._multiply(spectra, groups)
        spectra = _backward(p, spectra, blocks.axes, workers)
        values = _last_back(p, spectra.transpose(np.argsort(order)), blocks.axes[-1], workers)
        channels = slice(groups.start * p.group_out, groups.stop * p.group_out)
        if bias is not None:
            values += bias[channels].reshape(-1, p.group_out, *(1,) * (2 * rank))
        _write(out[images, channels], values, blocks.axes, ranges)

    def _multiply(self, spectra: NDArray[Any], groups: slice) -> NDArray[Any]:
        """Products of spectra, summed over the channels of a group."""
        p, rank = self.problem, self.problem.rank
        rows, columns = spectra.shape[: rank + 1], spectra.shape[rank + 1 : -1]
        with blas_single_threaded:
            summed: NDArray[Any] = (
                spectra.reshape(*rows, -1, p.group_in) @ self.filters[..., groups, :, :]
            )
        return summed.reshape(*rows, *columns, p.group_out)


def _windows(
    p: Problem, axes: Sequence[Axis], x: NDArray[Any], ranges: Sequence[range]
) -> NDArray[Any]:
    """Blocks of the padded input, ``(images, groups, group_in, *blocks, *read)``, overlapping."""
    start, size = [], []
    for axis, blocks, (lo, _) in zip(axes, ranges, p.pads, strict=True):
        start.append(lo if axis.circular else blocks.start * axis.step)
        size.append((len(blocks) - 1) * axis.step + axis.read)
    if x.dtype == p.accumulator and p.inside(start, size):
        within = (
            slice(a - lo, a - lo + m) for a, m, (lo, _) in zip(start, size, p.pads, strict=True)
        )
        region = x[(slice(None), slice(None), *within)]
    else:
        region = p.padded_block(x, start, size)
    image, channel, *strides = region.strides
    return as_strided(
        region,
        (
            len(x),
            region.shape[1] // p.group_in,
            p.group_in,
            *map(len, ranges),
            *(axis.read for axis in axes),
        ),
        (
            image,
            channel * p.group_in,
            channel,
            *(s * axis.step for s, axis in zip(strides, axes, strict=True)),
            *strides,
        ),
        writeable=False,
    )


def _forward(p: Problem, values: NDArray[Any], sizes: Sequence[int], workers: int) -> NDArray[Any]:
    """Transform along the first `rank` axes, with zeros behind what is there."""
    last = p.rank - 1
    transform: Any = scipy.fft.fft if p.accumulator.kind == "c" else scipy.fft.rfft
    spectra: NDArray[Any] = transform(values, sizes[-1], axis=last, workers=workers)
    for axis in reversed(range(last)):
        spectra = scipy.fft.fft(spectra, sizes[axis], axis=axis, overwrite_x=True, workers=workers)
    return spectra


def _backward(
    p: Problem, spectra: NDArray[Any], axes: Sequence[Axis], workers: int
) -> NDArray[Any]:
    """Transform back along all axes but the last; keep lines that give outputs."""
    for position, (axis, stride) in enumerate(zip(axes[:-1], p.stride, strict=False)):
        spectra = scipy.fft.ifft(spectra, axis=position, overwrite_x=True, workers=workers)
        spectra = spectra[(slice(None),) * position + (slice(0, axis.step, stride),)]
    return spectra


def _last_back(p: Problem, spectra: NDArray[Any], axis: Axis, workers: int) -> NDArray[Any]:
    """Transform back along the last axis, and keep what is an output."""
    transform: Any = scipy.fft.ifft if p.accumulator.kind == "c" else scipy.fft.irfft
    values: NDArray[Any] = transform(spectra, axis.size, workers=workers)
    return values[..., : axis.step : p.stride[-1]]


def _write(
    out: NDArray[Any], values: NDArray[Any], axes: Sequence[Axis], ranges: Sequence[range]
) -> None:
    """Put the outputs of blocks in their places, the last of an axis as far as it reaches."""
    image, channel, *strides = out.strides
    images, groups, group_out = values.shape[:3]
    for pieces in product(*map(_pieces, axes, ranges, out.shape[2:])):
        blocks, lengths, starts = zip(*pieces, strict=True)
        place = as_strided(
            out[(slice(None), slice(None), *(slice(a, None) for a in starts))],
            (images, groups, group_out, *(b.stop - b.start for b in blocks), *lengths),
            (
                image,
                channel * group_out,
                channel,
                *(s * axis.keep for s, axis in zip(strides, axes, strict=True)),
                *strides,
            ),
        )
        with np.errstate(over="ignore"):
            assign(place, values[(..., *blocks, *map(slice, lengths))])


def _pieces(axis: Axis, blocks: range, size: int) -> Iterator[tuple[slice, int, int]]:
    """Blocks of equal lengths: which of the batch, how long, and where they start in the output."""
    full = min(blocks.stop, size // axis.keep)
    if full > blocks.start:
        yield slice(0, full - blocks.start), axis.keep, blocks.start * axis.keep
    if full < blocks.stop:
        rest = size - full * axis.keep
        yield slice(full - blocks.start, full - blocks.start + 1), rest, full * axis.keep
