"""The elements that direct convolution packs: the operands of its micro-kernels.

- Floating-point numbers stay as they are, in the accumulator's type. A complex channel is two real
  channels.
- Integers are summed in 64 bits, whose arithmetic is that of the result modulo 2**64; or in 32
  bits, at twice the rate, if the result has at most 32 bits or no sum can need more.
- If x and w both fit into 16 bits, an element is an int16x2: two channels of a group. A product of
  two elements is the sum of two products, at four times the rate of 64 bits.
- If both have 8 bits and the processor has VNNI, an element is an int8x4: four channels of a group,
  at eight times the rate of 64 bits. igemm sums them, and spatial if taps are single. The
  instruction multiplies unsigned by signed bytes. If x and w are both signed or both unsigned, x is
  shifted by 128 or -128; sums then start from ``-shift * sum(w_k)``, the result of an input of
  zeros. Padding is shifted, too, so this holds at every output. All of it is exact modulo 2**32.
"""

from functools import lru_cache
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from polyconv._cpu import contiguous
from polyconv._problem import Problem

from ._direct import has_int8x4
from ._weights import complex_as_real, pack_int8x4, pack_int16x2
from .padding import valid_fraction

__all__ = ["Elements", "elements_of", "weight_matrices"]

# Largest magnitude of a sum in 32 bits, for sums of either sign.
_MAX_SUM = 2**31 - 1

# Structural: int8x4 replaces int16x2 if it sums at most half as many elements.
# - Minimum channels of a group: 1 or 2 channels are one element of int16x2, too.
# - Minimum filters of a group: a vector of 16 lanes. With fewer, spatial with int16x2 fills
#   vectors.
# - Minimum share of products without padding: below it igemm with int16x2, which skips the others,
#   is as fast.
_MIN_INT8X4_CHANNELS, _MIN_INT8X4_FILTERS, _MIN_INT8X4_VALID = 3, 16, 0.5


class Elements(NamedTuple):
    """The elements of one problem."""

    dtype: np.dtype[Any]  # of an element, and of sums
    parts: int  # elements of a channel: 2 if it is complex, else 1
    int16x2: bool  # elements are pairs of 16-bit integers
    int8x4: bool  # elements are four 8-bit integers
    shift: int  # added to each 8-bit integer of x: 128 or -128 if w has the same sign, else 0
    channels_per_element: int  # 4 for int8x4; 2 for int16x2 of two channels or more; else 1
    channels: int  # elements of a group at each place
    same_as_x: bool  # x stores the same elements, so that they are copied, not converted
    same_as_out: bool  # the result stores the same elements as sums

    @property
    def in_32_bits(self) -> bool:
        """True if integers are summed in 32 bits."""
        return self.dtype == np.uint32


def elements_of(p: Problem) -> Elements:
    """Choose the elements of `p`."""
    elements = _elements_of(p.family, True)
    if elements.int8x4 and valid_fraction(p, range(p.rank)) < _MIN_INT8X4_VALID:
        return _elements_of(p.family, False)
    return elements


@lru_cache(maxsize=256)
def _elements_of(p: Problem, may_be_int8x4: bool) -> Elements:
    """Choose the elements of `p`, whatever the size of its input."""
    kind, x = p.accumulator.kind, p.x_dtype
    if kind not in "iu":
        parts = 2 if kind == "c" else 1
        real = np.dtype(f"f{p.accumulator.itemsize // 2}") if kind == "c" else p.accumulator
        same_as_x = x == p.accumulator and parts == 1
        same_as_out = p.dtype == p.accumulator
        channels = parts * p.ic_per_group
        return Elements(real, parts, False, False, 0, 1, channels, same_as_x, same_as_out)
    max_sum = p.reduction_len * _max_magnitude(x) * _max_magnitude(p.w_dtype)
    in_32_bits = p.dtype.itemsize <= 4 or max_sum <= _MAX_SUM
    int8x4 = may_be_int8x4 and in_32_bits and _suits_int8x4(p)
    int16x2 = in_32_bits and not int8x4 and _fits_int16(x) and _fits_int16(p.w_dtype)
    real = np.dtype(np.uint32 if in_32_bits else np.uint64)
    shift = 0
    if int8x4 and x == p.w_dtype:
        shift = 128 if x.kind == "i" else -128
    per_element = 4 if int8x4 else 2 if int16x2 and p.ic_per_group > 1 else 1
    channels = -(-p.ic_per_group // per_element)
    same_as_x = x.kind in "iu" and x.itemsize == real.itemsize and not int16x2
    same_as_out = p.dtype.itemsize == real.itemsize
    return Elements(real, 1, int16x2, int8x4, shift, per_element, channels, same_as_x, same_as_out)


def _suits_int8x4(p: Problem) -> bool:
    """Return True if int8x4 can compute `p`, and sums half the elements of int16x2."""
    return (
        p.x_dtype.itemsize == p.w_dtype.itemsize == 1
        and p.x_dtype.kind != "b" != p.w_dtype.kind
        and p.ic_per_group >= _MIN_INT8X4_CHANNELS
        and p.oc_per_group >= _MIN_INT8X4_FILTERS
        and has_int8x4()
    )


def _max_magnitude(dtype: np.dtype[Any]) -> int:
    """Return the largest magnitude of an integer of `dtype`."""
    if dtype.kind == "b":
        return 1
    limits = np.iinfo(dtype)
    return max(-int(limits.min), int(limits.max))


def _fits_int16(dtype: np.dtype[Any]) -> bool:
    """Return True if every integer of `dtype` is an int16."""
    return dtype.itemsize == 1 or dtype == np.int16


def weight_matrices(p: Problem, w: NDArray[Any], elements: Elements) -> NDArray[Any]:
    """Return weights as contiguous ``(groups, output channels, elements of a place * taps)``.

    A row of int8x4 starts with one more element: the sum to start from.
    """
    if elements.int8x4:
        filters, length = p.groups * p.oc_per_group, 1 + elements.channels * p.taps
        rows = np.zeros((filters, length), np.uint32)
        pack_int8x4(np.ascontiguousarray(w), rows, p.ic_per_group, p.taps, elements.shift)
        return rows.reshape(p.groups, p.oc_per_group, length)
    if elements.int16x2:
        rows = np.empty((p.groups, p.oc_per_group, elements.channels * p.taps), elements.dtype)
        per_element = elements.channels_per_element
        pack_int16x2(np.ascontiguousarray(w, np.int16), rows, p.ic_per_group, p.taps, per_element)
        return rows
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
