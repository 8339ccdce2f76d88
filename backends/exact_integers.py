"""Exact integers by transforms in double precision: which problem is transformed, and how.

A convolution of integers by overlap-save in float64 has an error below a bound that no data exceed.
Where it is below 1/4, rounding to the nearest integer gives the exact result. Only this bound
decides, never the statistical one that floats are held to. `integer_error` derives it.

*Halves.* If the dtypes allow a larger error, and elements of x have at most 16 bits, x is split
into ``h * 2**b + l``, and both are convolved as if they were two images. Their magnitudes are about
the square roots of those of x. Their results are rounded one by one and put together modulo 2**64.
A short segment errs by less than a transform of everything. So before elements are split, the proof
for whole elements is tried in segments, shorter ones if necessary, with the largest weights of the
dtype or with the weights at hand.

*Slabs.* If the result is large, the input is padded and converted a slab at a time, so that copies
in double precision stay small.
"""

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from polyconv._backend import Backend, Cost, Kernel
from polyconv._padded_input import padded_block
from polyconv._problem import Problem
from polyconv.backends.integer_error import (
    MAX_ERROR,
    elements_read,
    error_of_length,
    max_magnitude,
    max_norm,
    norm_of,
    unit_error,
)
from polyconv.backends.overlap_save import SegmentedAxis

__all__ = ["IntegerTransforms", "Slabs", "chosen_slabs", "slabs_of"]

# Maximum bytes of a slab's input or result as floats, whichever is larger. Up to `_WHOLE_BYTES` the
# whole problem is one slab. The numbers are limits of memory, not measurements.
_SLAB_BYTES, _WHOLE_BYTES = 8 << 20, 32 << 20

# Structural: elements that are split or rounded at a time, 128 KiB of doubles, which stay in L2.
_JOINED_ELEMENTS = 1 << 14

_FLOAT64 = np.dtype(np.float64)


@dataclass(frozen=True, slots=True)
class Slabs:
    """A problem of integers in slabs along the first spatial axis, each a problem of floats.

    Attributes
    ----------
    integers : Problem
    floats : Problem
        A slab of one image, or of its high and low parts, in float64.
    outputs, count : int
        Outputs of a slab along the first axis, and slabs.
    padded : bool
        True if a slab is padded before it is convolved.
    low_bits : int
        Bits of the low part, 0 where elements are not split.
    max_input : float
        The largest magnitude that the floats may have, by the dtype of x.
    """

    integers: Problem
    floats: Problem
    outputs: int
    count: int
    padded: bool
    low_bits: int
    max_input: float

    @property
    def workspace(self) -> int:
        """Bytes of a slab's input and result that are no arrays of the caller, and of copies."""
        p, copied = self.floats, 0
        if self.padded or self.low_bits:
            copied = p.in_channels * math.prod(p.spatial) * (8 + 8 * p.batch)
        if not self.in_place:
            copied += p.out_bytes
        return copied + 4 * 8 * _JOINED_ELEMENTS

    @property
    def in_place(self) -> bool:
        """True if the memory of the result takes the floats before they are rounded."""
        return not self.low_bits and self.integers.dtype.itemsize == 8

    def unit_error(
        self, axes: Sequence[SegmentedAxis], spectra: int, transform_error: float
    ) -> float:
        """Return the bound on an output's error in units of ``X * M``; `integer_error` derives it.

        `spectra` are those that are summed for an output, of all channels and phases. The error of
        a transform is in units of rounding.
        """
        phases = spectra // self.integers.ic_per_group
        read = elements_read(self.integers, phases * math.prod([axis.read for axis in axes]))
        return unit_error(transform_error, read, spectra)

    def input(self, x: NDArray[Any], first: int) -> NDArray[Any]:
        """Return the input of the slab whose first output along the first axis is `first`."""
        p = self.integers
        if not self.padded:
            return x
        start = (first * p.stride[0], *(0,) * (p.rank - 1))
        return padded_block(p, x, start, self.floats.spatial)

    def split(self, values: NDArray[Any]) -> NDArray[Any]:
        """Return an image of integers as two, of their high and low parts, or as it is."""
        if not self.low_bits:
            return values
        high_low = np.empty((2, *values.shape[1:]))
        source = np.ascontiguousarray(values).reshape(-1)
        highs, lows = high_low.reshape(2, -1)
        for first in range(0, source.size, _JOINED_ELEMENTS):
            part = slice(first, first + _JOINED_ELEMENTS)
            whole = source[part].astype(np.int32)  # elements have at most 16 bits
            high = whole + (1 << (self.low_bits - 1))
            high >>= self.low_bits
            highs[part] = high
            high <<= self.low_bits
            np.subtract(whole, high, out=lows[part])
        return high_low

    def joined(self, values: NDArray[Any]) -> NDArray[Any]:
        """Return the exact integers that floats stand for, in the accumulator's dtype."""
        rounded = np.rint(values)
        result = rounded[:1].astype(np.int64)
        if self.low_bits:
            result <<= self.low_bits
            result += rounded[1:].astype(np.int64)
        integers: NDArray[Any] = result.view(self.integers.accumulator)
        return integers


class IntegerTransforms(Backend):
    """A backend of transforms that takes integers, too, where rounding is proven exact.

    Parameters
    ----------
    floats : Backend
        Computes with floats and complex numbers.
    axes : callable
        Returns the segments of a problem of floats.
    spectra : callable
        Returns how many spectra are summed for an output, of all channels and phases of a segment.
    transform_error : callable
        Returns the error of a transform of a segment in units of rounding, by `error_of_length` or
        `error_of_stages`.
    """

    dot_product = False

    def __init__(
        self,
        floats: Backend,
        axes: Callable[[Problem], Sequence[SegmentedAxis]],
        spectra: Callable[[Problem], int],
        transform_error: Callable[[Problem], float],
    ) -> None:
        self.name, self._floats, self._axes, self._spectra = floats.name, floats, axes, spectra
        self._transform_error = transform_error

    def unsupported(self, p: Problem) -> str | None:
        """Return why floats are refused, or that the dtypes of integers prove nothing."""
        if p.accumulator.kind not in "iu":
            return self._floats.unsupported(p)
        if p.empty:
            return None
        slabs, norm = chosen_slabs(self, p), max_norm(p)
        reason = self._floats.unsupported(slabs.floats)
        if reason is not None or self._limit(slabs, norm) == math.inf:
            return reason
        proven = MAX_ERROR / self._unit_error(slabs)
        return (
            f"dtypes {p.x_dtype} and {p.w_dtype} allow magnitudes times 2-norms of "
            f"{slabs.max_input * norm:.1e}, proven exact up to {proven:.1e}; "
            f"{self.name} takes wider integers only under backend='auto', which sees their values"
        )

    def supports_small_values(self, p: Problem) -> bool:
        """Return True for integers: the kernel finds out whether they are small enough."""
        if p.accumulator.kind not in "iu":
            return False
        return p.empty or self._floats.unsupported(slabs_of(p).floats) is None

    def computes_as(self, p: Problem) -> Problem:
        """Return the problem of floats that stands for one of integers, whose `x` is not split."""
        return _transformed(p) if p.accumulator.kind in "iu" else p

    def cost(self, p: Problem) -> Cost:
        """The cost of all slabs, and of converting them."""
        if p.accumulator.kind not in "iu" or p.empty:
            return self._floats.cost(p)
        slabs = chosen_slabs(self, p)
        one, number = self._floats.cost(slabs.floats), p.batch * slabs.count
        return replace(
            one,
            flops=one.flops * number,
            bytes=(one.bytes + 2 * slabs.workspace) * number,
            workspace=self._workspace(slabs),
            packed=one.packed * number,
            runs=one.runs * number,
            work_items=one.work_items * number,
            gathered=one.gathered * number,
            lookups=one.lookups * number,
            python_calls=number * (1 + one.python_calls),
        )

    def cost_lower_bounds(self, p: Problem) -> Iterable[Cost]:
        """Return the lower bounds of one problem of floats without slabs.

        Where slabs skip input rows that no window reads, they may take less time than these bounds:
        there are no bounds then.
        """
        skips = p.accumulator.kind in "iu" and not p.empty and p.stride[0] > p.extent[0]
        if skips and slabs_of(p).count > 1:
            return ()
        return self._floats.cost_lower_bounds(self.computes_as(p))

    def error_bound(self, p: Problem) -> float:
        """Return the bound of the float backend; 0 for integers, which are exact."""
        return 0.0 if p.accumulator.kind in "iu" else self._floats.error_bound(p)

    def bound_is_symmetric(self, p: Problem) -> bool:
        """Return the float backend's answer; False for integers, whose proof depends on `x`."""
        return p.accumulator.kind not in "iu" and self._floats.bound_is_symmetric(p)

    def prepare(self, p: Problem, w: NDArray[Any]) -> Kernel:
        """Prepare the weights as floats, and find the largest input that they prove exact."""
        if p.accumulator.kind not in "iu":
            return self._floats.prepare(p, w)
        slabs = chosen_slabs(self, p)
        limit = self._limit(slabs, max_norm(p))
        if limit < math.inf or slabs.low_bits:
            norm = norm_of(p, w)
            limit = self._limit(slabs, norm)
            if slabs.low_bits:
                whole = self.proven_whole(slabs, norm)
                if whole is not None:
                    slabs, limit = whole, math.inf
        weights = w.astype(slabs.floats.accumulator)
        return IntegerKernel(slabs, self._floats.prepare(slabs.floats, weights), limit)

    def proven_whole(self, split: Slabs, norm: float) -> Slabs | None:
        """Return slabs of whole elements that are exact for this M; None to split them.

        The longer a segment, the more elements add to its error: in less workspace, and so with
        shorter segments, more is proven. They have fewer operations than split ones.
        """
        whole = slabs_of(split.integers, split=False)
        flops = self._floats.cost(split.floats).flops
        while True:
            cost = self._floats.cost(whole.floats)
            if not self._replaces(split, whole) or cost.flops >= flops:
                return None
            if self._limit(whole, norm) == math.inf:
                return whole
            shorter = replace(whole.floats, workspace_limit=cost.workspace * 3 // 4)
            if self._floats.cost(shorter).workspace >= cost.workspace:
                return None
            whole = replace(whole, floats=shorter)

    def _replaces(self, split: Slabs, whole: Slabs) -> bool:
        """Return True if slabs of whole elements are supported, in the memory of halves."""
        if self._floats.unsupported(whole.floats) is not None:
            return False
        return self._workspace(whole) <= self._workspace(split)

    def _workspace(self, slabs: Slabs) -> int:
        return self._floats.cost(slabs.floats).workspace + slabs.workspace

    def _unit_error(self, slabs: Slabs) -> float:
        p = slabs.floats
        return slabs.unit_error(self._axes(p), self._spectra(p), self._transform_error(p))

    def _limit(self, slabs: Slabs, largest_norm: float) -> float:
        """Return the largest ``|x|`` proven exact for a given M; inf if all are, -1 if none is."""
        p = slabs.integers
        provable = MAX_ERROR / (self._unit_error(slabs) * max(largest_norm, 1.0))
        if slabs.max_input < provable:
            return math.inf
        # Halves of small integers can be as large as those of others.
        if slabs.low_bits or max(1, abs(p.padding_value)) >= provable:
            return -1.0
        return math.nextafter(provable, 0.0)


@dataclass(frozen=True)
class IntegerKernel(Kernel):
    """A kernel of floats for slabs, between conversions."""

    slabs: Slabs
    floats: Kernel
    limit: float

    @property
    def tracks_max_abs(self) -> bool:
        """True: magnitudes are found in each slab."""
        return True

    @property
    def max_input(self) -> float:
        """The largest magnitude for which results are proven exact."""
        return self.limit

    def __call__(
        self,
        x: NDArray[Any],
        bias: NDArray[Any] | None,
        out: NDArray[Any],
        workers: int,
        limit: float = math.inf,
    ) -> float:
        """Write every element of `out`; elements beyond `limit` count as zeros."""
        slabs, p = self.slabs, self.slabs.integers
        limits = (limit,) if limit < math.inf else ()
        max_abs_x, buffer = 0.0, np.empty(0)
        if not slabs.in_place or p.out[0] % slabs.outputs:
            buffer = np.empty(slabs.floats.out_shape)
        for image in range(p.batch):
            for first in range(0, p.out[0], slabs.outputs):
                place = out[image : image + 1, :, first : first + slabs.outputs]
                in_place = slabs.in_place and place.shape[2] == slabs.outputs
                result = place.view(np.float64) if in_place else buffer
                # If no limit is set, values beyond the proof may overflow 64 bits.
                with np.errstate(all="ignore"):
                    values = slabs.split(slabs.input(x[image : image + 1], first))
                    seen = self.floats(values, None, result, workers, *limits)
                    max_abs_x = max(max_abs_x, seen or 0.0)
                    del values
                    self._join(result, bias, place)
        return max_abs_x

    def _join(self, result: NDArray[Any], bias: NDArray[Any] | None, place: NDArray[Any]) -> None:
        """Round a slab's floats into its `place` in the result, a few rows at a time."""
        p = self.slabs.integers
        rows = max(1, _JOINED_ELEMENTS // max(1, p.out_channels * math.prod(p.out[1:])))
        whole = not self.slabs.low_bits and bias is None and place.dtype.itemsize == 8
        rounded = np.empty((1, place.shape[1], min(rows, place.shape[2]), *place.shape[3:]))
        for first in range(0, place.shape[2], rows):
            part = slice(first, min(first + rows, place.shape[2]))
            if whole:
                # The result may lie in the memory of the floats; NumPy would copy it first.
                kept = rounded[:, :, : part.stop - first]
                np.rint(result[:, :, part], out=kept)
                np.copyto(place[:, :, part].view(np.int64), kept, casting="unsafe")
                continue
            exact = self.slabs.joined(result[:, :, part])
            if bias is not None:
                exact += bias.reshape(-1, *(1,) * p.rank)
            place[:, :, part] = exact


@lru_cache(maxsize=1024)
def chosen_slabs(backend: IntegerTransforms, p: Problem) -> Slabs:
    """Return the slabs of a problem: of whole elements, if dtypes prove them in segments.

    They are kept, because `unsupported`, `cost` and `prepare` ask for those of one problem.
    """
    slabs = slabs_of(p)
    return (backend.proven_whole(slabs, max_norm(p)) or slabs) if slabs.low_bits else slabs


@lru_cache(maxsize=1024)
def slabs_of(p: Problem, split: bool = True) -> Slabs:
    """Return the slabs of a problem of integers: as few as keep their workspace small.

    Without `split`, elements are not split, even if the dtypes prove too little for whole ones.
    Their slabs are cut as those of split elements are, and take less memory.
    """
    images = 2 if _takes_high_and_low(p) else 1
    splits = split and images == 2
    inner = [(n - 1) * s + e for n, s, e in zip(p.out, p.stride, p.extent, strict=True)]
    # Elements of everything; elements that each further output along the first axis takes.
    whole = max(p.in_channels * math.prod(p.spatial), p.out_channels * math.prod(p.out))
    row = max(
        p.in_channels * p.stride[0] * math.prod(inner[1:]), p.out_channels * math.prod(p.out[1:])
    )
    outputs, count = p.out[0], 1
    if 8 * images * whole > _WHOLE_BYTES:
        # Slabs overlap by the kernel's extent, and are longer than that.
        outputs = max(1, p.extent[0] // p.stride[0], _SLAB_BYTES // (8 * images * row))
        count = -(-p.out[0] // outputs)
        outputs = -(-p.out[0] // count)
    low_bits, max_input = 0, max(max_magnitude(p.x_dtype), abs(p.padding_value))
    if splits:
        low_bits = 4 * p.x_dtype.itemsize
        max_input = 2.0**low_bits  # both parts reach it
    # The parts of a padding value would differ.
    padded = count > 1 or (splits and p.padding_value != 0)
    floats = replace(
        p,
        batch=2 if splits else 1,
        batched=True,
        flip=False,
        data_format="channels_first",
        x_dtype=_FLOAT64 if low_bits else p.accumulator if padded else p.x_dtype,
        w_dtype=_FLOAT64,
        dtype=_FLOAT64,
        rtol=1.0,
        workspace_limit=None,
    )
    if padded:
        floats = replace(
            floats,
            spatial=((outputs - 1) * p.stride[0] + p.extent[0], *inner[1:]),
            pads=((0, 0),) * p.rank,
            padding_mode="zeros",
            padding_value=0,
        )
    slabs = Slabs(p, floats, outputs, count, padded, low_bits, max_input)
    if p.workspace_limit is None:
        return slabs
    limit = max(0, p.workspace_limit - slabs.workspace)
    return replace(slabs, floats=replace(floats, workspace_limit=limit))


@lru_cache(maxsize=1024)
def _transformed(p: Problem) -> Problem:
    """Return the problem of floats that stands for one of integers."""
    return replace(p, dtype=_FLOAT64, rtol=1.0)


@lru_cache(maxsize=1024)
def _takes_high_and_low(p: Problem) -> bool:
    """Return True if too little is proven for elements of `x` that are not split."""
    if p.x_dtype.itemsize > 2:
        return False
    # All segments err by less than one of the whole input, whose length is at most doubled. An axis
    # has at most as many phases as its stride, and as taps.
    longest = 2**p.rank * math.prod(p.padded)
    spectra = p.ic_per_group * math.prod(map(min, p.kernel, p.stride))
    error = unit_error(error_of_length(longest), elements_read(p, longest), spectra)
    return error * max_magnitude(p.x_dtype) * max_norm(p) >= MAX_ERROR
