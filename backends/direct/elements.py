"""What direct convolution packs: the elements that its micro-kernels multiply and add up.

- Floating-point numbers as they are, in the accumulator's type; complex ones as pairs of real
  channels.
- Integers in 64 bits, whose arithmetic is that of the result modulo 2**64; or in 32 bits, if the
  result has no more, or if no sum of such products can need more: that is twice as fast.
- Integers of which x and w both fit into 16 bits, then, as pairs: an element is two channels of a
  group, and the product of two elements is the sum of two products. That is four times as fast.
"""

from functools import lru_cache
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from polyconv._cpu import contiguous
from polyconv._problem import Problem

from ._direct import complex_as_real

__all__ = ["Elements", "elements", "matrices"]

# What an element's sum can hold, whatever the signs.
_MOST = 2**31 - 1


class Elements(NamedTuple):
    """The elements of one problem."""

    dtype: np.dtype[Any]  # of an element, and of sums
    parts: int  # elements of a channel: 2 if it is complex
    paired: bool  # elements are pairs of 16-bit integers
    pair: int  # channels of an element: 2 if there are two in a group to be paired
    channels: int  # elements that a group has at each place
    plain: bool  # those of the input are stored like that
    stored: bool  # and so are the results

    @property
    def narrow(self) -> bool:
        """Whether integers are summed in 32 bits."""
        return self.dtype == np.uint32


@lru_cache(maxsize=1024)
def elements(p: Problem) -> Elements:
    """Choose the elements of `p`."""
    kind, x = p.accumulator.kind, p.x_dtype
    if kind not in "iu":
        parts = 2 if kind == "c" else 1
        real = np.dtype(f"f{p.accumulator.itemsize // 2}") if kind == "c" else p.accumulator
        same = x == p.accumulator and parts == 1
        stored = p.dtype == p.accumulator
        return Elements(real, parts, False, 1, parts * p.group_in, same, stored)
    narrow = p.dtype.itemsize <= 4 or p.terms * _largest(x) * _largest(p.w_dtype) <= _MOST
    paired = narrow and _fits(x) and _fits(p.w_dtype)
    real = np.dtype(np.uint32 if narrow else np.uint64)
    pair = 2 if paired and p.group_in > 1 else 1
    plain = x.kind in "iu" and x.itemsize == real.itemsize and not paired
    return Elements(
        real, 1, paired, pair, -(-p.group_in // pair), plain, p.dtype.itemsize == real.itemsize
    )


def _largest(dtype: np.dtype[Any]) -> int:
    """The largest magnitude of an integer of `dtype`."""
    if dtype.kind == "b":
        return 1
    limits = np.iinfo(dtype)
    return max(-int(limits.min), int(limits.max))


def _fits(dtype: np.dtype[Any]) -> bool:
    """Whether all integers of `dtype` are 16-bit integers with a sign."""
    return dtype.itemsize == 1 or dtype == np.int16


def matrices(p: Problem, w: NDArray[Any]) -> NDArray[Any]:
    """Weights as ``(groups, output channels, elements of a place * taps)``, contiguous."""
    how = elements(p)
    if how.paired:
        w = w.reshape(p.groups, p.group_out, p.group_in, p.taps)
        halves = np.zeros((p.groups, p.group_out, how.channels, p.taps, 2), np.int16)
        halves[..., 0] = w[:, :, :: how.pair]
        if how.pair == 2:
            halves[:, :, : p.group_in // 2, :, 1] = w[:, :, 1::2]
        return halves.view(how.dtype).reshape(p.groups, p.group_out, -1)
    if p.accumulator.kind in "iu":
        return np.ascontiguousarray(w, how.dtype).reshape(p.groups, p.group_out, p.terms)
    w = contiguous(w, p.accumulator)
    if p.accumulator.kind != "c":
        return w.reshape(p.groups, p.group_out, p.terms)
    parts = np.empty((p.groups, 2 * p.group_out, 2 * p.terms), how.dtype)
    complex_as_real(w, parts, p.taps)
    return parts
