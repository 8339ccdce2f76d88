"""The tiles of one problem: the plan as data, and the numbers that follow from it."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from polyconv._machine import caches
from polyconv._problem import Problem

from .axis import TileAxis
from .variants import DEPTHWISE, DOT, IGEMM, MAX_TAPS_IN_REGISTERS, STENCIL, Variant

__all__ = ["MIN_VECTORS_PER_FILTER", "Tiling"]

# Vectors of pixels that spatial sums for a filter before the next filters, at least. Structural:
# the register block of four filters holds 6 vectors with 32 registers.
MIN_VECTORS_PER_FILTER = 6


class Tiling(NamedTuple):
    """The plan of one problem: all that is decided before arrays are seen.

    Fields that it shares with `Candidate` are explained there. Counts are in elements of the
    kernels, see `elements`: a complex channel is two elements, and two channels may be one.
    """

    variant: Variant
    flat: bool  # vectors of pixels run on across row ends
    accumulates_in_out: bool  # vectors of pixels are summed in the result
    zero_copy: bool
    stride2: bool
    axes: tuple[TileAxis, TileAxis, TileAxis]  # depth, height, width
    groups: int
    channels: int
    oc_block: int
    oc_blocks: int
    rows_per_store: int  # rows of the tile that are summed, then stored
    oc_splits: int  # work items that share a tile, each with some of the oc_blocks
    groups_per_item: int  # groups that a work item computes one after the other
    ic_block: int  # input channels packed at a time
    interleave: int  # channels side by side at each packed place, or 1: planes of their own
    row_pitch: int  # packed places from row to row
    first_row_offset: int  # packed place of the first row
    channel_plane: int  # packed places of one input channel
    packed_size: int  # elements of the packed input
    sums_size: int  # elements of the sums
    max_entries: int  # capacity of the lists of pixels, of vectors, or of kernel columns
    valid_fraction: float
    skips_padding: bool
    interior_fraction: float  # share of outputs that are computed from the unpacked input
    pixels_per_vector: int
    row_vectors: int  # vectors of a kernel row, of dot

    @property
    def lengths(self) -> tuple[int, int, int]:
        """Packed places along each axis."""
        depth, height, _ = self.axes
        return depth.length, height.length, self.row_pitch

    def tap_offsets(self) -> NDArray[np.intp]:
        """Return the packed distance from the first tap to each, in the order of the weights."""
        channels = 1 if self.variant == DEPTHWISE else self.ic_block
        step = self.channel_plane if self.interleave == 1 else 1
        offsets = np.arange(channels, dtype=np.intp)[:, None] * step
        pitch = self.channel_plane * self.interleave
        for axis, length in zip(self.axes, self.lengths, strict=True):
            pitch //= length
            along = np.array([axis.tap_offset(tap) * pitch for tap in range(axis.kernel)], np.intp)
            offsets = (offsets[:, :, None] + along).reshape(channels, -1)
        return np.ascontiguousarray((offsets.T if self.skips_padding else offsets).ravel())

    def zero_copy_tap_offsets(self, p: Problem) -> NDArray[np.intp]:
        """Return the distance from the first tap to each in a contiguous input, in elements."""
        last = p.data_format == "channels_last"
        step = p.in_channels if last else 1
        offsets = np.zeros(1, np.intp)
        for n, kernel, dilation in zip(
            p.spatial[::-1], p.kernel[::-1], p.dilation[::-1], strict=True
        ):
            along = np.arange(kernel, dtype=np.intp) * (dilation * step)
            offsets = (along[:, None] + offsets).ravel()
            step *= n
        channels = np.arange(self.channels, dtype=np.intp) * (1 if last else step)
        return (channels[:, None] + offsets).ravel()

    def last_oc_block(self, filters: int, lanes: int) -> int:
        """Return the output channels of the last block: whole vectors, if they are in lanes."""
        rest = filters - (self.oc_blocks - 1) * self.oc_block
        return -(-rest // lanes) * lanes if self.variant == IGEMM else self.oc_block

    def input_elements(self, pixels: int) -> int:
        """Estimate the packed elements that `pixels` neighbouring outputs read."""
        depth, height, width = self.axes
        rows = 1 + (pixels - 1) // width.tile
        columns = min(width.length, pixels * width.length // width.tile + width.kernel)
        input_rows = min(height.length, (rows - 1) * height.stride + height.kernel)
        return self.ic_block * min(depth.length, depth.kernel) * input_rows * columns

    def input_fits_l1(self, lanes: int) -> bool:
        """Return True if L1 holds the input of the fewest vectors that a filter sums in turn."""
        return self.input_elements(MIN_VECTORS_PER_FILTER * lanes) * 4 <= caches().l1

    @property
    def kernel_runs(self) -> tuple[int, int]:
        """Runs of kernel rows, and of kernel columns, that are summed in registers in turn.

        Of stencil they cut one plane of the kernel, of depthwise all planes. Columns stay together
        as long as possible, because output rows share the input rows that they read.
        """
        depth, height, width = self.axes
        planes = depth.kernel if self.variant == DEPTHWISE else 1
        row_runs = min(height.kernel, -(-height.kernel * planes // MAX_TAPS_IN_REGISTERS))
        rows = -(-height.kernel // row_runs)
        max_columns = max(1, MAX_TAPS_IN_REGISTERS // (planes * rows))
        return row_runs, -(-width.kernel // max_columns)

    @property
    def max_roundings(self) -> int:
        """Largest number of roundings of a product: in register sums, then as those are added."""
        depth, height, width = self.axes
        if self.variant in (STENCIL, DEPTHWISE):
            row_runs, column_runs = self.kernel_runs
            taps = -(-height.kernel // row_runs) * -(-width.kernel // column_runs)
            if self.variant == DEPTHWISE:
                return depth.kernel * taps + row_runs * column_runs
            return taps + self.channels * depth.kernel * row_runs * column_runs
        taps = depth.kernel * height.kernel * width.kernel
        ic_blocks = -(-self.channels // self.ic_block)
        if self.variant == DOT:
            # Sums of vectors, of the 4 accumulators and 16 lanes pairwise, and of those sums.
            rows = self.ic_block * depth.kernel * height.kernel
            if self.row_vectors < MAX_TAPS_IN_REGISTERS:
                calls = -(-rows // (MAX_TAPS_IN_REGISTERS // self.row_vectors))
            else:
                calls = rows * -(-self.row_vectors // MAX_TAPS_IN_REGISTERS)
            return min(MAX_TAPS_IN_REGISTERS, rows * self.row_vectors) + 6 + ic_blocks * calls
        if self.skips_padding:
            runs = -(-self.ic_block // MAX_TAPS_IN_REGISTERS)
            return -(-self.ic_block // runs) + ic_blocks * runs * taps
        runs = -(-self.ic_block * taps // MAX_TAPS_IN_REGISTERS)
        return -(-self.ic_block * taps // runs) + ic_blocks * runs

    def workspace(self, itemsize: int) -> int:
        """Return the bytes for one worker, in whole cache lines."""
        size = (self.packed_size + self.sums_size) * itemsize + 2 * 8 * self.max_entries + 3 * 64
        return -(-size // 64) * 64
