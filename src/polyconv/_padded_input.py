"""The padded input of a problem: which element stands at a coordinate, and copies of blocks.

Coordinates count from the first element of the padding. Nothing here is as long as an axis.
"""

import math
from collections.abc import Sequence
from itertools import pairwise, product
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ._cpu import assign
from ._problem import Problem

__all__ = [
    "MAX_INDICES",
    "input_index",
    "input_indices",
    "is_interior",
    "lookup_bytes",
    "padded_block",
]

# Structural: padded coordinates that `padded_block` looks up at a time. Their indices take 128 KiB.
MAX_INDICES = 1 << 14


def input_index(p: Problem, axis: int, coordinate: int) -> int:
    """Return the input's element at a padded coordinate; -1 stands for `padding_value`."""
    at = coordinate - p.pads[axis][0]
    if 0 <= at < p.spatial[axis]:
        return at
    return int(input_indices(p, axis, coordinate, coordinate + 1)[0])


def input_indices(p: Problem, axis: int, start: int, stop: int) -> NDArray[np.intp]:
    """Return `input_index` of some coordinates: the modes of `numpy.pad` as arithmetic."""
    n = p.spatial[axis]
    at = np.arange(start, stop, dtype=np.intp) - p.pads[axis][0]
    match p.padding_mode:
        case "edge":
            return np.clip(at, 0, max(n - 1, 0))
        case "wrap":
            return at % max(n, 1)
        case "symmetric":
            at %= max(2 * n, 1)
            return np.minimum(at, 2 * n - 1 - at)
        case "reflect":
            at %= max(2 * n - 2, 1)
            return np.minimum(at, 2 * n - 2 - at)
    at[(at < 0) | (at >= n)] = -1
    return at


def is_interior(p: Problem, start: Sequence[int], size: Sequence[int]) -> bool:
    """Return True if a block of the padded input holds no padding."""
    return all(
        lo <= a and a + m <= lo + n
        for a, m, n, (lo, _) in zip(start, size, p.spatial, p.pads, strict=True)
    )


def padded_block(
    p: Problem, x: NDArray[Any], start: Sequence[int], size: Sequence[int]
) -> NDArray[Any]:
    """Copy a block of the padded input, in the accumulator's dtype.

    Parameters
    ----------
    p : Problem
    x : ndarray, shape ``(..., *spatial)``
        Any leading axes are kept.
    start, size : sequence of int
        The block in padded coordinates; elements beyond the end are zeros.
    """
    lead = x.ndim - p.rank
    block = np.empty((*x.shape[:lead], *size), p.accumulator)
    parts = [_parts(p, axis, a, m) for axis, (a, m) in enumerate(zip(start, size, strict=True))]
    if p.padding_value != 0:
        block[...] = 0
        ends = zip(start, size, p.padded, strict=True)
        padded: Any = (..., *(slice(0, min(m, end - a)) for a, m, end in ends))
        # 2**64 - 1 wraps around in int64, as elements of `x` do.
        block[padded] = np.asarray(p.padding_value).astype(p.accumulator)
    else:
        for axis, along in enumerate(parts, lead):
            covered = slice(min(r.start for r in along), max(r.stop for r in along))
            for margin in (slice(0, covered.start), slice(covered.stop, None)):
                block[(slice(None),) * axis + (margin,)] = 0
    for ranges in product(*parts):
        place: Any = (..., *(slice(r.start, r.stop) for r in ranges))
        assign(block[place], _values(p, x, start, ranges))
    return block


def lookup_bytes(p: Problem) -> int:
    """Return the most bytes that `padded_block` of the whole input takes beside the block.

    Repeated input is looked up in parts: by up to four arrays of indices for each axis, and up to
    two copies of a part.
    """
    borders = [min(max(pads), MAX_INDICES) for pads in p.pads]
    if p.padding_mode in ("zeros", "constant") or not any(borders):
        return 0
    longest = [max(n, border) for n, border in zip(p.spatial, borders, strict=True)]
    shares = [border / size for border, size in zip(borders, longest, strict=True) if border]
    taken = p.batch * p.in_channels * math.prod(longest) * max(shares)
    return int(2 * taken) * p.x_dtype.itemsize + 4 * 8 * sum(borders)


def _parts(p: Problem, axis: int, start: int, size: int) -> list[range]:
    """Return the places of a block, along an axis, that input or repeated input fills.

    The first range is the input itself, and may be empty.
    """
    n, lo = p.spatial[axis], p.pads[axis][0]
    end = min(start + size, p.padded[axis])
    first = min(max(start, lo), end)
    last = max(min(end, lo + n), first)
    parts = [range(first - start, last - start)]
    if p.padding_mode not in ("zeros", "constant"):
        for a, b in ((start, first), (last, end)):
            cuts = [*range(a - start, b - start, MAX_INDICES), b - start]
            parts += [range(*pair) for pair in pairwise(cuts)]
    return parts


def _values(
    p: Problem, x: NDArray[Any], start: Sequence[int], ranges: Sequence[range]
) -> NDArray[Any]:
    """Return the input elements that fill `ranges` of a block that begins at `start`."""
    taken = []
    for axis, (a, places) in enumerate(zip(start, ranges, strict=True)):
        first, n = a + places.start - p.pads[axis][0], p.spatial[axis]
        position = x.ndim - p.rank + axis
        inside = slice(first, first + len(places))
        if len(places) > 0 and not 0 <= first < n:
            indices = input_indices(p, axis, a + places.start, a + places.stop)
            low = int(indices.min())
            inside = slice(low, int(indices.max()) + 1)
            taken.append((indices - low, position))
        x = x[(slice(None),) * position + (inside,)]
    for indices, position in taken:
        x = x.take(indices, axis=position)
    return x
