"""Convolution in the frequency domain: overlap-save blocks, transformed by scipy.fft.

The padded input is cut into overlapping blocks of F elements along each axis. A block's spectrum
times the conjugate spectrum of a kernel of extent e is the circular correlation of the two, of
which the first ``F - e + 1`` places are those of the plain one; they are kept, the others dropped.
Sums over input channels are taken between the spectra, as one matrix product per frequency.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import product
from typing import Any

import numpy as np
import scipy.fft
from numpy.lib.stride_tricks import as_strided
from numpy.typing import NDArray

from polyconv._backend import Cost, Kernel
from polyconv._machine import blas_single_threaded
from polyconv._problem import Problem

__all__ = ["Fft"]

# Bytes of workspace beside the spectra of the filters, and the most that those may take.
_WORKSPACE = 64 << 20
_FILTERS = 256 << 20

# What blocks are weighed by: operations per second of transforms and of matrix products (float32),
# bytes per second. Only their ratios matter, and only roughly.
_TRANSFORM_RATE, _PRODUCT_RATE, _BANDWIDTH = 1.5e10, 5e10, 2e10

# Largest errors seen in ``u * sqrt(log2(F))`` after a transform there and back: data of +-1 through
# a kernel of a single tap, the worst case for a bound in these units, has a standard deviation of
# 0.88; this is 5.25 of them, passed by one value in ten million.
_ROUND_TRIP = 4.62


@dataclass(frozen=True)
class Blocks:
    """How one problem is cut: `step` output places (before striding) per block of `size`."""

    size: tuple[int, ...]
    step: tuple[int, ...]
    count: tuple[int, ...]


class Fft:
    """Overlap-save through scipy.fft: floats and complex, at its best with large kernels."""

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
        filters = _spectrum(p, _blocks(p)) * p.out_channels * p.group_in
        if filters > _FILTERS:
            return (
                f"spectra of the filters {filters >> 20} MiB; fft keeps at most "
                f"{_FILTERS >> 20} MiB"
            )
        return None

    def cost(self, p: Problem) -> Cost:
        """Transforms of all blocks and a product of spectra at each frequency."""
        if p.empty:
            return Cost(0, 0, 0)
        blocks = _blocks(p)
        transforms, products, moved = _counts(p, blocks)
        # Transforms run slower than products; their operations weigh more by that factor.
        flops = int(products + transforms * _PRODUCT_RATE / _TRANSFORM_RATE)
        images, group = _together(p, blocks)
        batches = (-(-c // g) for c, g in zip(blocks.count, group, strict=True))
        blocks_packed = p.batch * p.in_channels * math.prod(blocks.count) * math.prod(blocks.size)
        return Cost(
            flops=flops,
            bytes=int(moved),
            workspace=_workspace(p, blocks),
            packed=blocks_packed * p.accumulator.itemsize,
            pieces=-(-p.batch // images) * math.prod(batches),
            prepared=_spectrum(p, blocks) * p.out_channels * p.group_in,
            way="apart" if p.group_in == 1 else "summed",
        )

    def error_bound(self, p: Problem) -> float:
        """Errors of the transforms, and of the sums over channels, as independent of each other.

        Each level of a transform adds rounding errors of random sign, so they grow with the square
        root of ``log2(F)``.
        """
        if p.empty:
            return 0.0
        return _bound(p, _blocks(p).size)

    def prepare(self, p: Problem, w: NDArray[Any]) -> Kernel:
        """Transform the filters, in double precision, and round their spectra once."""
        return FftKernel.of(p, w)


@dataclass(frozen=True)
class FftKernel:
    """Conjugate spectra of the filters, ready to multiply those of the blocks."""

    problem: Problem
    blocks: Blocks
    # (frequencies, groups, group_in, group_out), or (groups, group_out, *frequencies) if group_in
    # is 1: then a product needs no sum, and spectra keep the layout that transforms give them.
    filters: NDArray[Any]

    @classmethod
    def of(cls, p: Problem, w: NDArray[Any]) -> "FftKernel":
        """Prepare the canonical weights `w`."""
        blocks = _blocks(p)
        complex_type = np.result_type(p.accumulator, np.complex64)
        shape = _frequencies(p, blocks)
        axes = tuple(range(-p.rank, 0))
        spectra = np.empty((p.out_channels, p.group_in, *shape), complex_type)
        wide = np.result_type(p.accumulator, np.float64)
        placed = np.zeros((p.group_in, *blocks.size), wide)
        dilated = tuple(slice(0, e, d) for e, d in zip(p.extent, p.dilation, strict=True))
        for filter_, spectrum in zip(w, spectra, strict=True):
            placed[(slice(None), *dilated)] = np.conj(filter_.astype(p.accumulator))
            spectrum[...] = np.conj(_forward(p, placed, axes, 1))
        spectra = spectra.reshape(p.groups, p.group_out, p.group_in, *shape)
        if p.group_in == 1:
            return cls(p, blocks, spectra[:, :, 0])
        matrices = spectra.reshape(p.groups, p.group_out, p.group_in, -1).transpose(3, 0, 2, 1)
        return cls(p, blocks, np.ascontiguousarray(matrices))

    def __call__(
        self, x: NDArray[Any], bias: NDArray[Any] | None, out: NDArray[Any], workers: int
    ) -> None:
        """Write every element of `out`."""
        p = self.problem
        for images, first, count in _batches(p, self.blocks):
            values = self._convolve(x[images], first, count, workers)
            if bias is not None:
                values += bias.reshape(-1, *(1,) * p.rank)
            starts = [
                f * (step // s)
                for f, step, s in zip(first, self.blocks.step, p.stride, strict=True)
            ]
            place = tuple(
                slice(a, min(a + n, m))
                for a, n, m in zip(starts, values.shape[2:], p.out, strict=True)
            )
            inside: tuple[Any, ...] = (..., *(slice(0, s.stop - s.start) for s in place))
            with np.errstate(over="ignore"):
                out[(images, slice(None), *place)] = values[inside]

    def _convolve(
        self, x: NDArray[Any], first: tuple[int, ...], count: tuple[int, ...], workers: int
    ) -> NDArray[Any]:
        """The outputs of `count` blocks along each axis, from the block `first`."""
        p, size, step = self.problem, self.blocks.size, self.blocks.step
        axes = tuple(range(-p.rank, 0))
        span = [(c - 1) * s + n for c, s, n in zip(count, step, size, strict=True)]
        start = [f * s for f, s in zip(first, step, strict=True)]
        region = p.padded_block(x, start, span)
        strides = region.strides[-p.rank :]
        windows = as_strided(
            region,
            (len(x), p.groups, p.group_in, *count, *size),
            (
                region.strides[0],
                region.strides[1] * p.group_in,
                region.strides[1],
                *(s * n for s, n in zip(strides, step, strict=True)),
                *strides,
            ),
            writeable=False,
        )
        spectra = self._multiply(_forward(p, windows, axes, workers))
        blocks: NDArray[Any] = _backward(p, spectra, size, axes, workers)
        kept: list[Any] = [slice(0, v, s) for v, s in zip(step, p.stride, strict=True)]
        blocks = blocks[..., *kept]
        # (n, groups, group_out, *count, *kept) -> (n, channels, count0 * kept0, ...)
        order = [0, 1, 2]
        for axis in range(p.rank):
            order += [3 + axis, 3 + p.rank + axis]
        shape = [c * v // s for c, v, s in zip(count, step, p.stride, strict=True)]
        return blocks.transpose(order).reshape(len(x), p.out_channels, *shape)

    def _multiply(self, spectra: NDArray[Any]) -> NDArray[Any]:
        """Spectra ``(n, groups, group_in, *count, *f)`` times the filters, summed over channels."""
        p = self.problem
        n, count = spectra.shape[0], spectra.shape[3 : 3 + p.rank]
        frequencies = spectra.shape[3 + p.rank :]
        if p.group_in == 1:
            filters = self.filters.reshape(1, p.groups, p.group_out, *(1,) * p.rank, *frequencies)
            weighted: NDArray[Any] = spectra * filters
            return weighted
        blocks = math.prod(count)
        columns = spectra.reshape(n, p.groups, p.group_in, blocks, -1).transpose(4, 1, 0, 3, 2)
        columns = columns.reshape(-1, p.groups, n * blocks, p.group_in)
        products: NDArray[Any]
        with blas_single_threaded:
            products = columns @ self.filters
        products = products.reshape(-1, p.groups, n, blocks, p.group_out).transpose(2, 1, 4, 3, 0)
        return products.reshape(n, p.groups, p.group_out, *count, *frequencies)


def _forward(p: Problem, values: NDArray[Any], axes: tuple[int, ...], workers: int) -> NDArray[Any]:
    transform = scipy.fft.fftn if p.accumulator.kind == "c" else scipy.fft.rfftn
    result: NDArray[Any] = transform(values, axes=axes, workers=workers)
    return result


def _backward(
    p: Problem,
    spectra: NDArray[Any],
    size: tuple[int, ...],
    axes: tuple[int, ...],
    workers: int,
) -> NDArray[Any]:
    transform = scipy.fft.ifftn if p.accumulator.kind == "c" else scipy.fft.irfftn
    result: NDArray[Any] = transform(spectra, s=size, axes=axes, workers=workers, overwrite_x=True)
    return result


def _batches(
    p: Problem, blocks: Blocks
) -> Iterator[tuple[slice, tuple[int, ...], tuple[int, ...]]]:
    """Images and blocks that are transformed together: as many as the workspace holds."""
    images, group = _together(p, blocks)
    for n in range(0, p.batch, images):
        for first in product(*(range(0, c, g) for c, g in zip(blocks.count, group, strict=True))):
            count = tuple(min(g, c - f) for g, c, f in zip(group, blocks.count, first, strict=True))
            yield slice(n, min(n + images, p.batch)), first, count


def _together(p: Problem, blocks: Blocks) -> tuple[int, tuple[int, ...]]:
    """How many images and blocks along each axis fit into the workspace at once."""
    limit = _WORKSPACE if p.workspace_limit is None else min(_WORKSPACE, p.workspace_limit)
    images, count = p.batch, list(blocks.count)
    while _batch_bytes(p, blocks, images, count) > limit:
        if images > 1:
            images = -(-images // 2)
        elif max(count) > 1:
            axis = next(i for i, c in enumerate(count) if c > 1)
            count[axis] = -(-count[axis] // 2)
        else:
            break
    return images, tuple(count)


def _batch_bytes(p: Problem, blocks: Blocks, images: int, count: list[int]) -> int:
    """Bytes for one batch: blocks and their spectra, twice where channels are summed."""
    copies = 1 if p.group_in == 1 else 2
    one = _spectrum(p, blocks) + math.prod(blocks.size) * p.accumulator.itemsize
    return images * math.prod(count) * copies * one * (p.in_channels + p.out_channels)


def _workspace(p: Problem, blocks: Blocks) -> int:
    images, count = _together(p, blocks)
    filters = _spectrum(p, blocks) * p.out_channels * p.group_in
    return _batch_bytes(p, blocks, images, list(count)) + filters


def _frequencies(p: Problem, blocks: Blocks) -> tuple[int, ...]:
    """Shape of a block's spectrum: real data needs half of it."""
    *rest, last = blocks.size
    return (*rest, last if p.accumulator.kind == "c" else last // 2 + 1)


def _spectrum(p: Problem, blocks: Blocks) -> int:
    """Bytes of one spectrum."""
    itemsize = p.accumulator.itemsize * (1 if p.accumulator.kind == "c" else 2)
    return math.prod(_frequencies(p, blocks)) * itemsize


def _counts(p: Problem, blocks: Blocks) -> tuple[float, float, float]:
    """Operations of the transforms and of the products, and bytes moved."""
    size = math.prod(blocks.size)
    number = p.batch * math.prod(blocks.count)
    kind = 2 if p.accumulator.kind == "c" else 1
    transforms = number * (p.in_channels + p.out_channels) * kind * 2.5 * size * math.log2(size + 1)
    products = number * math.prod(_frequencies(p, blocks)) * 8.0 * p.out_channels * p.group_in
    filters = _spectrum(p, blocks) * p.out_channels * p.group_in
    blocks_moved = number * (p.in_channels + p.out_channels) * _spectrum(p, blocks)
    return transforms, products, filters + 4.0 * blocks_moved


def _bound(p: Problem, size: tuple[int, ...]) -> float:
    unit = float(np.finfo(p.accumulator).eps) / 2
    transforms = unit * _ROUND_TRIP * math.sqrt(math.log2(math.prod(size) + 1))
    if p.group_in == 1:
        return transforms
    return math.hypot(transforms, p.summation_error(2 * p.group_in))


@lru_cache(maxsize=1024)
def _blocks(p: Problem) -> Blocks:
    """The cheapest blocks, of those that keep the error budget if there are any."""
    best: tuple[tuple[bool, float], Blocks] | None = None
    for size in product(*(_sizes(p, axis) for axis in range(p.rank))):
        # A whole number of strides per block, so that every block starts at an output.
        step = tuple((f - e + 1) // s * s for f, e, s in zip(size, p.extent, p.stride, strict=True))
        count = tuple(
            -(-((o - 1) * s + 1) // v) for o, s, v in zip(p.out, p.stride, step, strict=True)
        )
        blocks = Blocks(size, step, count)
        transforms, products, moved = _counts(p, blocks)
        seconds = transforms / _TRANSFORM_RATE + products / _PRODUCT_RATE + moved / _BANDWIDTH
        too_much = (
            _bound(p, size) > p.rtol
            or _spectrum(p, blocks) * p.out_channels * p.group_in > _FILTERS
            or (p.workspace_limit is not None and _workspace(p, blocks) > p.workspace_limit)
        )
        if best is None or (too_much, seconds) < best[0]:
            best = (too_much, seconds), blocks
    assert best is not None
    return best[1]


def _sizes(p: Problem, axis: int) -> list[int]:
    """Block sizes to consider along an axis: fast lengths from the smallest to all at once."""
    least = p.extent[axis] + p.stride[axis] - 1
    most = (p.out[axis] - 1) * p.stride[axis] + p.extent[axis]
    most = _fast(max(least, most))
    sizes = []
    size = _fast(least)
    while size < most:
        sizes.append(size)
        size = _fast(max(size + 1, size * 5 // 4))
    return [*sizes, most]


def _fast(least: int) -> int:
    """The smallest ``2**a * 3**b`` from `least` on: fast, and with the smallest rounding errors."""
    best = 1 << (least - 1).bit_length()
    three = 1
    while three < best:
        rest = -(-least // three)
        best = min(best, three << (rest - 1).bit_length())
        three *= 3
    return best
