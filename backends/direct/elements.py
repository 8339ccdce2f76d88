"""The elements that direct convolution packs: the operands of its micro-kernels.

- Floating-point numbers stay as they are, in the accumulator's type. A complex channel is two real
  channels.
- Integers are summed in 64 bits, whose arithmetic is that of the result modulo 2**64; or in 32
  bits, at twice the rate, if the result has at most 32 bits or no sum can need more.
- Where x and w both fit into 16 bits, an element is an int16x2: two channels of a group. A product
  of two elements is the sum of two products, at four times the rate of 64 bits.
"""

from functools import lru_cache
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from polyconv._cpu import contiguous
from polyconv._problem import Problem

from ._direct import complex_as_real

__all__ = ["Elements", "elements_of", "weight_matrices"]

# Largest magnitude of a sum in 32 bits, for sums of either sign.
_MAX_SUM = 2**31 - 1


class Elements(NamedTuple):
    """The elements of one problem."""

    dtype: np.dtype[Any]  # of an element, and of sums
    parts: int  # elements of a channel: 2 if it is complex, else 1
    int16x2: bool  # elements are pairs of 16-bit integers
    channels_per_element: int  # 2 for int16x2 with at least two channels in a group, else 1
    channels: int  # elements of a group at each place
    same_as_x: bool  # x stores the same elements, so that they are copied, not converted
    same_as_out: bool  # the result stores the same elements as sums

    @property
    def in_32_bits(self) -> bool:
        """True if integers are summed in 32 bits."""
        return self.dtype == np.uint32


def elements_of(p: Problem) -> Elements:
    """Choose the elements of `p`."""
    return _elements_of(p.family)


@lru_cache(maxsize=256)
def _elements_of(p: Problem) -> Elements:
    kind, x = p.accumulator.kind, p.x_dtype
    if kind not in "iu":
        parts = 2 if kind == "c" else 1
        real = np.dtype(f"f{p.accumulator.itemsize // 2}") if kind == "c" else p.accumulator
        same_as_x = x == p.accumulator and parts == 1
        same_as_out = p.dtype == p.accumulator
        return Elements(real, parts, False, 1, parts * p.ic_per_group, same_as_x, same_as_out)
    max_sum = p.reduction_len * _max_magnitude(x) * _max_magnitude(p.w_dtype)
    in_32_bits = p.dtype.itemsize <= 4 or max_sum <= _MAX_SUM
    int16x2 = in_32_bits and _fits_int16(x) and _fits_int16(p.w_dtype)
    real = np.dtype(np.uint32 if in_32_bits else np.uint64)
    per_element = 2 if int16x2 and p.ic_per_group > 1 else 1
    channels = -(-p.ic_per_group // per_element)
    same_as_x = x.kind in "iu" and x.itemsize == real.itemsize and not int16x2
    same_as_out = p.dtype.itemsize == real.itemsize
    return Elements(real, 1, int16x2, per_element, channels, same_as_x, same_as_out)


def _max_magnitude(dtype: np.dtype[Any]) -> int:
    """Return the largest magnitude of an integer of `dtype`."""
    if dtype.kind == "b":
        return 1
    limits = np.iinfo(dtype)
    return max(-int(limits.min), int(limits.max))


def _fits_int16(dtype: np.dtype[Any]) -> bool:
    """Return True if every integer of `dtype` is an int16."""
    return dtype.itemsize == 1 or dtype == np.int16


def weight_matrices(p: Problem, w: NDArray[Any]) -> NDArray[Any]:
    """Return weights as contiguous ``(groups, output channels, elements of a place * taps)``."""
    elements = elements_of(p)
    if elements.int16x2:
        w = w.reshape(p.groups, p.oc_per_group, p.ic_per_group, p.taps)
        int16x2 = np.zeros((p.groups, p.oc_per_group, elements.channels, p.taps, 2), np.int16)
        int16x2[..., 0] = w[:, :, :: elements.channels_per_element]
        if elements.channels_per_element == 2:
            int16x2[:, :, : p.ic_per_group // 2, :, 1] = w[:, :, 1::2]
        return int16x2.view(elements.dtype).reshape(p.groups, p.oc_per_group, -1)
    if p.accumulator.kind in "iu":
        return np.ascontiguousarray(w, elements.dtype).reshape(
            p.groups, p.oc_per_group, p.reduction_len
        )
    w = contiguous(w, p.accumulator)
    if p.accumulator.kind != "c":
        return w.reshape(p.groups, p.oc_per_group, p.reduction_len)
    real = np.empty((p.groups, 2 * p.oc_per_group, 2 * p.reduction_len), elements.dtype)
    complex_as_real(w, real, p.taps)
    return real
