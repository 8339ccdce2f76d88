"""The plan of a problem of the backend `separable` as data: tiles, rings, blocks, element types.

`planner.py` chooses it; the records have the fields of the C structs.
"""

from typing import Any, NamedTuple

import numpy as np

from polyconv._problem import Problem
from polyconv.backends.integer_error import max_magnitude

__all__ = ["SeparableAxis", "SeparableShape", "SeparableTiling", "elements_of"]

# Structural: largest magnitude of a sum in 32 bits, for sums of either sign.
_MAX_SUM = 2**31 - 1


class SeparableAxis(NamedTuple):
    """One of three axes of the problem and of its tiles; axes that it lacks come first.

    Attributes
    ----------
    n, lo, out, taps, stride, dilation, extent : int
        Elements of the input, padding before it, outputs, and the kernel, as in `Problem`.
    tile, tiles : int
        Outputs of a tile, and tiles.
    box : bool
        True if the pass along this axis sums equal taps.
    """

    n: int = 1
    lo: int = 0
    out: int = 1
    taps: int = 1
    stride: int = 1
    dilation: int = 1
    extent: int = 1
    tile: int = 1
    tiles: int = 1
    box: bool = False


class SeparableShape(NamedTuple):
    """Sizes of a plan. Counts of memory are in elements of the kernels' type.

    Attributes
    ----------
    items, filters : int
        Work items; output channels, or 1 where all channels are interleaved in the lanes.
    ic_per_group, oc_per_group : int
        As in `Problem`, or 1 where channels are interleaved.
    terms : int
        Outer products of a filter and input channel.
    interleave : int
        Channels that stand side by side in the lanes and share one filter: 1, or all of them.
    parts : int
        2 for complex numbers, whose real and imaginary parts are filtered as two rows; else 1.
    itemsize, x_itemsize, bias_itemsize : int
        Bytes of an element, of the caller's element, and of the bias; of a part, if complex.
    x_part_bytes, out_part_bytes : int
        Offsets of imaginary parts within elements of the input and the result; 0 if those are real.
    same_as_x : bool
        True if the caller's elements are the kernels' own, so that rows need no packing.
    is_volume : bool
        True for three axes.
    keeps : bool
        True if rings of all channels are kept from block to block.
    prefetches : bool
        True if input and result are prefetched, because they are too large for the L2 cache.
    fused_prefetches : bool
        True if rows that are filtered across and along at once are prefetched a page ahead; False
        if their input is prefetched 8 cache lines ahead.
    fuses : bool
        True if rows are filtered across and along at once, in registers, if the caller's memory
        permits; see kernels/fused.inc.h. Otherwise the other fields tell what is done.
    places_ring : bool
        True if the ring of rows is placed by the address of the result, within one page more.
    pitch : int
        Elements from one buffered row to the next.
    chains, plane_chains : int
        Rings of rows, and of planes: one for each part, term, and channel if they are kept.
    row_ring, plane_ring : int
        Rows and planes of a ring.
    row_block, plane_block : int
        Output rows, and output planes, of a block.
    phases, phase_pitch : int
        Phases of the stride along the last axis, and the room for a packed row of each.
    packed_rows, packed_bytes : int
        Rows that are packed at a time, and bytes of one, all its phases and parts.
    scratch : int
        Elements in which boxes are doubled.
    max_lines : int
        Largest number of lines that are listed at a time.
    zeroed : int
        Bytes at the start of a worker's memory that are zeroed before a call, because partly used
        vectors read some that no pass writes.
    workspace : int
        Bytes of a worker's memory.
    """

    items: int
    filters: int
    ic_per_group: int
    oc_per_group: int
    terms: int
    interleave: int
    parts: int
    itemsize: int
    x_itemsize: int
    bias_itemsize: int
    x_part_bytes: int
    out_part_bytes: int
    same_as_x: bool
    is_volume: bool
    keeps: bool
    prefetches: bool
    fused_prefetches: bool
    fuses: bool
    places_ring: bool
    pitch: int
    chains: int
    plane_chains: int
    row_ring: int
    plane_ring: int
    row_block: int
    plane_block: int
    phases: int
    phase_pitch: int
    packed_rows: int
    packed_bytes: int
    scratch: int
    max_lines: int
    zeroed: int
    workspace: int


class SeparableTiling(NamedTuple):
    """The plan of one problem as data."""

    axes: tuple[SeparableAxis, SeparableAxis, SeparableAxis]
    shape: SeparableShape

    @property
    def lines(self) -> tuple[int, int]:
        """Rows of a tile's width that are filtered in one call, for one term.

        Rows of the input, along the last axis; in volumes also rows of planes, across rows.
        """
        shape, (depth, height, width) = self.shape, self.axes
        tiles = depth.tiles * height.tiles * width.tiles
        images = shape.items // tiles * shape.ic_per_group * width.tiles
        if not shape.is_volume:
            return images * _lines(height, shape.row_block, shape.keeps), 0
        planes = images * _lines(depth, shape.plane_block, shape.keeps)
        return planes * _lines(height, height.tile, True), planes * height.out


def _lines(axis: SeparableAxis, block: int, keeps: bool) -> int:
    """Return the lines that are read for all tiles of an axis; blocks read some again."""
    blocks = axis.tiles if keeps else axis.tiles * -(-axis.tile // block)
    # If windows leave gaps between them, only lines that meet taps are read.
    step = min(axis.stride, axis.taps)
    return axis.out * step + blocks * max(axis.extent - axis.stride, 0)


def elements_of(p: Problem) -> np.dtype[Any]:
    """Return the dtype of the kernels: that of the accumulator's parts, or 32-bit integers.

    Integers are summed modulo 2**32 where results have at most 32 bits or no sum needs more.
    """
    kind = p.accumulator.kind
    if kind == "c":
        return np.dtype(f"f{p.accumulator.itemsize // 2}")
    if kind == "f":
        return p.accumulator
    max_sum = p.reduction_len * max_magnitude(p.x_dtype) * max_magnitude(p.w_dtype)
    narrow = p.dtype.itemsize <= 4 or max_sum <= _MAX_SUM
    return np.dtype(np.uint32 if narrow else np.uint64)
