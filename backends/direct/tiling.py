"""The tiles of one problem: the plan as data, and what follows from it."""

import math
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from polyconv._machine import caches

from .axis import Axis
from .variants import TAPS

__all__ = ["Tiling"]

# Vectors of pixels that a filter has in turn at least: as many as the kernels sum at a time.
_PANEL = 6
# Taps that share what is read, from which on it may come from L2.
_SHARED = 4


class Tiling(NamedTuple):
    """Everything that is decided before arrays are seen: the plan of one problem.

    What it has in common with its `Mode` is explained there. Counts are in elements of the kernels,
    as `_direct_elements` has them: a complex channel is two, and two channels may be one.
    """

    mode: str
    flat: bool  # vectors of pixels run on from row to row
    in_place: bool  # they are summed in the result, where that stands row by row
    borrows: bool
    strided: bool
    axes: tuple[Axis, Axis, Axis]
    groups: int
    channels: int
    block: int
    blocks: int
    group_rows: int  # rows of the tile summed and stored together
    splits: int  # work items that share a tile, each with some of the blocks
    together: int  # groups that a work item computes one after the other
    chunk: int  # input channels packed at a time
    cell: int  # packed elements of one place: all channels of a chunk side by side, or one
    pitch: int  # packed elements from row to row
    shift: int  # packed place of the first row
    plane: int  # packed elements of one input channel
    packed: int
    sums: int
    vectors: int  # capacity of the lists of pixels, vectors of pixels, or columns of the kernel
    summed: float
    skips: bool  # products are left out tap by tap
    inside: float  # part of the outputs whose cells are read where they stand
    repeats: int

    @property
    def lengths(self) -> tuple[int, int, int]:
        """Packed places along each axis."""
        depth, height, _ = self.axes
        return depth.length, height.length, self.pitch

    def offsets(self) -> NDArray[np.intp]:
        """Packed distance from the first tap to every other, in the order of the weights."""
        channels = 1 if self.mode == "groups" else self.chunk
        step = self.plane if self.cell == 1 else 1
        offsets = np.arange(channels, dtype=np.intp)[:, None] * step
        below = self.plane * self.cell
        for axis, length in zip(self.axes, self.lengths, strict=True):
            below //= length
            along = np.array([axis.place(tap) * below for tap in range(axis.kernel)], np.intp)
            offsets = (offsets[:, :, None] + along).reshape(channels, -1)
        return np.ascontiguousarray((offsets.T if self.skips else offsets).ravel())

    def last_block(self, filters: int, lane: int) -> int:
        """Output channels of the last block of so many: of those in the lanes, whole vectors."""
        rest = filters - (self.blocks - 1) * self.block
        return -(-rest // lane) * lane if self.mode == "channels" else self.block

    def reads(self, pixels: int) -> int:
        """Packed elements that so many neighbouring pixels read, roughly."""
        depth, height, width = self.axes
        rows = 1 + (pixels - 1) // width.tile
        columns = min(width.length, pixels * width.length // width.tile + width.kernel)
        down = min(height.length, (rows - 1) * height.stride + height.kernel)
        return self.chunk * min(depth.length, depth.kernel) * down * columns

    def panel(self, lane: int, itemsize: int) -> int:
        """Vectors of pixels for each filter in turn, so few that what they read stays near.

        Near is L2 where most taps find what the one before them read, else L1: long rows of one
        filter are written fastest.
        """
        pixels = self.vectors * lane
        taps = self.chunk * math.prod(axis.kernel for axis in self.axes)
        read_once = self.reads(pixels) * _SHARED <= taps * pixels
        near = caches().l2 if read_once else caches().l1
        vectors = _PANEL
        while vectors < self.vectors and self.reads(2 * vectors * lane) * itemsize <= near // 2:
            vectors *= 2
        return vectors

    def is_near(self, lane: int) -> bool:
        """Whether the L1 cache holds what a filter reads in turn."""
        return self.reads(_PANEL * lane) * 4 <= caches().l1

    @property
    def runs(self) -> tuple[int, int]:
        """Runs of rows, and of columns, in which one plane of the kernel (of cells, all) is summed.

        Long columns are kept together, because rows share what they read.
        """
        depth, height, width = self.axes
        planes = depth.kernel if self.mode == "groups" else 1
        down = min(height.kernel, -(-height.kernel * planes // TAPS))
        most = max(1, TAPS // (planes * -(-height.kernel // down)))
        return down, -(-width.kernel // most)

    @property
    def chain(self) -> int:
        """Most roundings of a product: in a sum in registers, and where such sums are added up."""
        depth, height, width = self.axes
        if self.mode in ("rows", "groups"):
            down, across = self.runs
            terms = -(-height.kernel // down) * -(-width.kernel // across)
            if self.mode == "groups":
                return depth.kernel * terms + down * across
            return terms + self.channels * depth.kernel * down * across
        taps, chunks = depth.kernel * height.kernel * width.kernel, -(-self.channels // self.chunk)
        if self.skips:
            runs = -(-self.chunk // TAPS)
            return -(-self.chunk // runs) + chunks * runs * taps
        runs = -(-self.chunk * taps // TAPS)
        return -(-self.chunk * taps // runs) + chunks * runs

    def workspace(self, itemsize: int) -> int:
        """Bytes for one worker, in whole cache lines."""
        size = (self.packed + self.sums) * itemsize + 2 * 8 * self.vectors + 3 * 64
        return -(-size // 64) * 64
