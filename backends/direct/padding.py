"""The products and outputs of a problem that meet padding."""

from collections.abc import Sequence
from functools import lru_cache

import numpy as np

from polyconv._cpu import lanes as lanes_of
from polyconv._machine import caches
from polyconv._problem import Problem

__all__ = ["depthwise_interior_fraction", "interior_fraction", "valid_fraction"]

# Kernel sizes of the micro-kernel depthwise_sliding. Structural: depthwise_sliding.inc.h unrolls
# 5x5 with 32 vector registers only, with which igemm has 4 vectors of output channels. Images and
# volumes beyond L3 are read without packing for these sizes only, because depthwise_sliding reads
# each row once, front to back. The general micro-kernel jumps between rows, so its input is packed:
# 5x5 taps at level v3 take 0.89 times as long as they do unpacked (1600x1600 pixels of 16
# channels, float32, Zen 4, 1 core, 2026-11-30).
_HAS_32_REGISTERS = lanes_of(np.dtype(np.float32))["nr_vectors"] == 4
_SLIDING_KERNELS = ((3, 3), (5, 5)) if _HAS_32_REGISTERS else ((3, 3),)
# Structural: minimum share of interior outputs for reading the input without packing. It excludes
# images about as small as the kernel, whose tiles would be split into slivers; no named workload is
# near it.
_MIN_INTERIOR_FRACTION = 0.4


def valid_fraction(p: Problem, axes: Sequence[int]) -> float:
    """Return the share of products whose taps, along `axes`, fall inside the input.

    It is 1 unless the padding is zero: other padding has to be multiplied.
    """
    if p.padding_mode not in ("zeros", "constant") or p.padding_value != 0:
        return 1.0
    fraction = 1.0
    for axis in axes:
        if any(p.pads[axis]):
            taps = range(-p.pads[axis][0], p.extent[axis] - p.pads[axis][0], p.dilation[axis])
            valid = _valid_taps(p.spatial[axis], p.out[axis], p.stride[axis], taps)
            fraction *= valid / p.kernel[axis] / p.out[axis]
    return max(fraction, 0.01)  # loops over tiles take time even if no tap is valid


@lru_cache(maxsize=1024)
def _valid_taps(size: int, out: int, stride: int, taps: range) -> int:
    """Count the pairs of an output and a tap that read one of `size` input elements."""
    valid = 0
    for coordinate in taps:  # input coordinate that the first output reads
        start = -(coordinate // stride) if coordinate < 0 else 0
        stop = min((size - 1 - coordinate) // stride + 1, out)
        valid += max(stop - start, 0)
    return valid


def depthwise_interior_fraction(p: Problem, lanes: int) -> float:
    """Return the share of outputs that a depthwise plan computes from the unpacked input.

    These are the interior outputs; 0 if they are too few to split each tile. The input and the
    result have the type of the elements.
    """
    if p.groups < lanes:
        return 0.0
    sliding = p.kernel in _SLIDING_KERNELS and set(p.dilation) == {1}
    if not sliding and p.rank > 1 and p.bytes_to_keep > caches().l3:
        return 0.0
    return interior_fraction(p)


def interior_fraction(p: Problem) -> float:
    """Return the share of outputs without padding in their window; 0 if splits do not pay."""
    interior = 1.0
    for axis in range(p.rank):
        before_last_tap = (p.kernel[axis] - 1) * p.dilation[axis]
        first = -(-p.pads[axis][0] // p.stride[axis])
        last = (p.spatial[axis] + p.pads[axis][0] - before_last_tap - 1) // p.stride[axis] + 1
        interior *= max(min(last, p.out[axis]) - first, 0) / p.out[axis]
    return interior if interior > _MIN_INTERIOR_FRACTION else 0.0
