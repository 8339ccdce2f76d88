"""One spatial axis of direct convolution in tiles, and the plan of one problem as data.

An axis is packed in one of three layouts:

- *overlapped*: consecutive padded coordinates, which neighbouring windows share;
- *separate*: one run for each tap of the kernel, with one element for each output; shorter than
  *overlapped* where dilation or stride leave gaps;
- *phased*: one run for each remainder of the coordinate by the stride. The pixels of a strided row
  are neighbours, and taps still share what they read.

These classes are compiled because planning a new shape makes a dozen axes and several tilings: as
named tuples they took most of the 0.2 ms of a first call (Zen 3, one core, 2026-11-29; `python -m
benchmarks.cliffs --family new_shapes` times such calls).
"""

cimport numpy as cnp

from polyconv._machine import caches

from ._direct import (
    DEPTHWISE as _DEPTHWISE, DOT as _DOT, HEADER_BYTES as _HEADER_BYTES, IGEMM as _IGEMM,
    STENCIL as _STENCIL,
)

import numpy as np

cnp.import_array()

cdef int DEPTHWISE = _DEPTHWISE, DOT = _DOT, IGEMM = _IGEMM, STENCIL = _STENCIL

# Products summed in registers before the sum is added to memory: the first of two levels of
# summation. Structural, because `Direct.error_bound` follows from it: fewer round less and keep
# their weights in the L1 cache, more save additions.
MAX_TAPS_IN_REGISTERS = 128
# Vectors of pixels that spatial sums for a filter before the next filters, at fewest. Structural:
# the register block of four filters holds 6 vectors with 32 registers, that of eight 3.
MIN_VECTORS_PER_FILTER, MIN_VECTORS_OF_8 = 6, 3

cdef Py_ssize_t HEADER_BYTES = _HEADER_BYTES
cdef Py_ssize_t TAPS_IN_REGISTERS = MAX_TAPS_IN_REGISTERS
cdef Py_ssize_t MIN_VECTORS = MIN_VECTORS_PER_FILTER

_NAMES = {OVERLAPPED: "overlapped", SEPARATE: "separate", PHASED: "phased"}


cdef class TileAxis:
    """One spatial axis, cut into tiles that are packed in one layout.

    Attributes
    ----------
    out, tile, tiles : int
        Outputs of the axis, of a tile, and the tiles.
    kernel, stride, dilation : int
        Those of the problem.
    extent, input_extent : int
        Padded coordinates of a window, and of a tile with its halo, both ends included.
    runs, run_length, run_step : int
        Stretches of equally spaced coordinates, packed places of each, and padded coordinates from
        the start of one to the start of the next.
    length, out_step : int
        Packed places of a tile, and from one output to the next.
    """

    @property
    def layout(self):
        """Name of the layout."""
        return _NAMES[self.kind]

    cdef Py_ssize_t balanced(self, Py_ssize_t max_tile):
        """Return the tile size that cuts the axis most evenly, at most `max_tile`."""
        return -(-self.out // -(-self.out // min(max_tile, self.out)))

    cdef TileAxis cut(self, Py_ssize_t max_tile, int layouts):
        """Return the axis in balanced tiles of at most `max_tile`, in its shortest layout."""
        if max_tile == self.tile and layouts == self.kind:
            return self
        cdef Py_ssize_t tile = self.balanced(max_tile)
        return new_axis(self, tile, self.shortest(tile, layouts))

    cdef Py_ssize_t min_length(self, int layouts):
        """Return the packed places of a tile of one output."""
        cdef PackingLayout kind = self.shortest(1, layouts)
        return runs_in(self, kind) * run_length_in(self, kind, 1)

    cdef Py_ssize_t max_tile(self, Py_ssize_t places, int layouts):
        """Return the largest tile that fits into `places`; less than 1 if none does."""
        cdef Py_ssize_t size = -1
        if layouts & OVERLAPPED:
            size = max(size, (places - self.extent) // self.stride + 1)
        if layouts & SEPARATE:
            size = max(size, places // self.kernel)
        if layouts & PHASED:
            size = max(size, places // self.stride - (self.extent - 1) // self.stride)
        return size

    cdef PackingLayout shortest(self, Py_ssize_t tile, int layouts):
        """Return the layout with the fewest places for a tile, the first in a tie."""
        cdef PackingLayout best = OVERLAPPED, kind
        cdef Py_ssize_t fewest = -1, places
        for kind in (OVERLAPPED, SEPARATE, PHASED):
            if layouts & kind:
                places = runs_in(self, kind) * run_length_in(self, kind, tile)
                if fewest < 0 or places < fewest:
                    best, fewest = kind, places
        return best

    def _numbers(self):
        return (
            self.out, self.tile, self.kernel, self.stride, self.dilation, self.runs,
            self.run_length, self.layout,
        )

    def __eq__(self, other):
        return isinstance(other, TileAxis) and self._numbers() == other._numbers()

    def __repr__(self):
        return f"TileAxis{self._numbers()}"


cdef Py_ssize_t runs_in(TileAxis axis, PackingLayout kind):
    """Return the runs of a tile in a layout."""
    if kind == OVERLAPPED:
        return 1
    return axis.kernel if kind == SEPARATE else axis.stride


cdef Py_ssize_t run_length_in(TileAxis axis, PackingLayout kind, Py_ssize_t tile):
    """Return the packed places of a run in a layout."""
    if kind == OVERLAPPED:
        return (tile - 1) * axis.stride + axis.extent
    return tile if kind == SEPARATE else tile + (axis.extent - 1) // axis.stride


cdef Py_ssize_t offset_of_tap(TileAxis axis, Py_ssize_t tap):
    """Return the packed distance from the first tap to `tap`."""
    if axis.kind == SEPARATE:
        return tap * axis.tile
    tap *= axis.dilation
    if axis.kind == OVERLAPPED:
        return tap
    return tap % axis.stride * axis.run_length + tap // axis.stride


cdef TileAxis whole_axis(
    Py_ssize_t out, Py_ssize_t kernel, Py_ssize_t stride, Py_ssize_t dilation
):
    """Return an axis in one tile, overlapped."""
    cdef TileAxis axis = TileAxis.__new__(TileAxis)
    axis.out, axis.kernel, axis.stride, axis.dilation = out, kernel, stride, dilation
    axis.extent = (kernel - 1) * dilation + 1
    return set_tile(axis, out, OVERLAPPED)


cdef TileAxis new_axis(TileAxis like, Py_ssize_t tile, PackingLayout kind):
    """Return the axis in tiles of another size and layout."""
    cdef TileAxis axis = TileAxis.__new__(TileAxis)
    axis.out, axis.kernel, axis.stride = like.out, like.kernel, like.stride
    axis.dilation, axis.extent = like.dilation, like.extent
    return set_tile(axis, tile, kind)


cdef TileAxis set_tile(TileAxis axis, Py_ssize_t tile, PackingLayout kind):
    """Set all that follows from the tile and the layout."""
    axis.tile, axis.kind = tile, kind
    axis.tiles = -(-axis.out // tile)
    axis.input_extent = (tile - 1) * axis.stride + axis.extent
    axis.runs, axis.run_length = runs_in(axis, kind), run_length_in(axis, kind, tile)
    axis.length = axis.runs * axis.run_length
    axis.run_step = axis.dilation if kind == SEPARATE else 1
    axis.out_step = axis.stride if kind == OVERLAPPED else 1
    return axis


# Fields of a `DirectTiling` that `pc_direct_shape` and `pc_packing_shape` have under the same
# names, and those that only the planner reads.
SHAPE_FIELDS = (
    "variant", "flat", "accumulates_in_out", "zero_copy", "stride2", "skips_padding", "groups",
    "channels", "oc_block", "oc_blocks", "rows_per_store", "oc_splits", "groups_per_item",
    "pixels_per_vector", "first_row_offset", "packed_size", "sums_size", "max_entries",
    "band_rows",
)
PACKING_FIELDS = ("ic_block", "channel_plane", "row_buffer", "interleave")
FIELDS = (
    *SHAPE_FIELDS, *PACKING_FIELDS, "axes", "row_pitch", "valid_fraction", "interior_fraction",
    "row_vectors",
)


cdef class DirectTiling:
    """The plan of one problem: all that is decided before arrays are seen.

    Attributes that it shares with `VariantCandidate` are explained there. Counts are in elements of
    the kernels, see `elements`: a complex channel is two elements, and two channels may be one.

    Attributes
    ----------
    flat : bool
        Vectors of pixels run on across row ends.
    accumulates_in_out : bool
        Vectors of pixels are summed in the result.
    depth, height, width : TileAxis
        The axes.
    rows_per_store : int
        Rows of the tile that are summed, then stored.
    oc_splits : int
        Work items that share a tile, each with some of the oc_blocks.
    groups_per_item : int
        Groups that a work item computes one after the other.
    ic_block : int
        Input channels packed at a time.
    interleave : int
        Channels side by side at each packed place, or 1: planes of their own.
    row_pitch, first_row_offset : int
        Packed places from row to row, and that of the first row.
    channel_plane : int
        Packed places of one input channel.
    row_buffer : int
        Elements of the buffer into which a padded row is converted before it is split into runs; 0
        if each run is read from the input by itself.
    packed_size, sums_size : int
        Elements of the packed input, and of the sums.
    max_entries : int
        Capacity of the lists of pixels, of vectors, or of kernel columns.
    interior_fraction : float
        Share of outputs that are computed from the unpacked input.
    band_rows : int
        stencil: rows of such outputs that are computed over the whole width before those below.
    row_vectors : int
        dot: vectors of one kernel row.
    """

    @property
    def axes(self):
        """The axes: depth, height, width."""
        return self.depth, self.height, self.width

    cpdef Py_ssize_t listed_columns(self):
        """Return the listed taps of a kernel row: in dot, whose rows are contiguous, one."""
        return 1 if self.variant == DOT else self.width.kernel

    def tap_offsets(self):
        """Return the packed distance from the first tap to each that is listed, as weights are."""
        cdef Py_ssize_t channels = 1 if self.variant == DEPTHWISE else self.ic_block
        cdef Py_ssize_t step = self.channel_plane if self.interleave == 1 else 1
        cdef Py_ssize_t columns = self.listed_columns()
        cdef Py_ssize_t taps = self.depth.kernel * self.height.kernel * columns
        cdef Py_ssize_t column = self.interleave, row = column * self.row_pitch
        cdef Py_ssize_t plane = row * self.height.length
        # Channel by channel, or tap by tap where taps are skipped.
        cdef Py_ssize_t channel_pitch = 1 if self.skips_padding else taps
        cdef Py_ssize_t tap_pitch = channels if self.skips_padding else 1
        cdef Py_ssize_t c, z, y, x, offset, tap = 0
        cdef cnp.ndarray offsets = np.empty(channels * taps, np.intp)
        cdef Py_ssize_t *to = <Py_ssize_t *>cnp.PyArray_DATA(offsets)
        for z in range(self.depth.kernel):
            for y in range(self.height.kernel):
                for x in range(columns):
                    offset = offset_of_tap(self.depth, z) * plane
                    offset += offset_of_tap(self.height, y) * row
                    offset += offset_of_tap(self.width, x) * column
                    for c in range(channels):
                        to[c * channel_pitch + tap * tap_pitch] = offset + c * step
                    tap += 1
        return offsets

    def zero_copy_tap_offsets(self, p):
        """Return the same in a contiguous input, in elements."""
        cdef bint last = p.data_format == "channels_last"
        cdef Py_ssize_t columns = self.listed_columns()
        cdef Py_ssize_t taps = self.depth.kernel * self.height.kernel * columns
        cdef Py_ssize_t missing = 3 - <Py_ssize_t>p.rank
        cdef Py_ssize_t column = p.in_channels if last else 1
        spatial = (1,) * missing + p.spatial
        cdef Py_ssize_t row = column * <Py_ssize_t>spatial[2]
        cdef Py_ssize_t plane = row * <Py_ssize_t>spatial[1]
        cdef Py_ssize_t step = 1 if last else plane * <Py_ssize_t>spatial[0]
        cdef Py_ssize_t c, z, y, x, tap = 0
        cdef cnp.ndarray offsets = np.empty(self.channels * taps, np.intp)
        cdef Py_ssize_t *to = <Py_ssize_t *>cnp.PyArray_DATA(offsets)
        for c in range(self.channels):
            for z in range(self.depth.kernel):
                for y in range(self.height.kernel):
                    for x in range(columns):
                        to[tap] = c * step + z * self.depth.dilation * plane
                        to[tap] += y * self.height.dilation * row + x * self.width.dilation * column
                        tap += 1
        return offsets

    cpdef Py_ssize_t input_elements(self, Py_ssize_t pixels):
        """Estimate the packed elements that `pixels` neighbouring outputs read."""
        cdef TileAxis width = self.width, height = self.height
        cdef Py_ssize_t rows = 1 + (pixels - 1) // width.tile
        cdef Py_ssize_t columns = pixels * width.length // width.tile + width.kernel
        rows = min(height.length, (rows - 1) * height.stride + height.kernel)
        cdef Py_ssize_t planes = min(self.depth.length, self.depth.kernel)
        return self.ic_block * planes * rows * min(width.length, columns)

    def input_fits_l1(self, Py_ssize_t lanes):
        """Return True if L1 holds the input of the fewest vectors that a filter sums in turn."""
        return self.input_elements(MIN_VECTORS * lanes) * 4 <= caches().l1

    @property
    def kernel_runs(self):
        """Runs of kernel rows, and of kernel columns, that are summed in registers in turn.

        Of stencil they cut one plane of the kernel, of depthwise all planes. Columns stay together
        as long as possible, because output rows share the input rows that they read.
        """
        cdef Py_ssize_t planes = self.depth.kernel if self.variant == DEPTHWISE else 1
        cdef Py_ssize_t row_runs = -(-self.height.kernel * planes // TAPS_IN_REGISTERS)
        row_runs = min(self.height.kernel, row_runs)
        cdef Py_ssize_t rows = -(-self.height.kernel // row_runs)
        cdef Py_ssize_t max_columns = max(1, TAPS_IN_REGISTERS // (planes * rows))
        return row_runs, -(-self.width.kernel // max_columns)

    cpdef Py_ssize_t max_roundings(self):
        """Largest number of roundings of a product: in register sums, then as those are added."""
        cdef Py_ssize_t row_runs, column_runs, taps, ic_blocks, rows, runs
        if self.variant == STENCIL or self.variant == DEPTHWISE:
            row_runs, column_runs = self.kernel_runs
            taps = -(-self.height.kernel // row_runs) * -(-self.width.kernel // column_runs)
            if self.variant == DEPTHWISE:
                return self.depth.kernel * taps + row_runs * column_runs
            return taps + self.channels * self.depth.kernel * row_runs * column_runs
        taps = self.depth.kernel * self.height.kernel * self.width.kernel
        ic_blocks = -(-self.channels // self.ic_block)
        if self.variant == DOT:
            # Sums of vectors, of the 4 accumulators and 16 lanes pairwise, and of those sums.
            rows = self.ic_block * self.depth.kernel * self.height.kernel
            if self.row_vectors < TAPS_IN_REGISTERS:
                runs = -(-rows // (TAPS_IN_REGISTERS // self.row_vectors))
            else:
                runs = rows * -(-self.row_vectors // TAPS_IN_REGISTERS)
            return min(TAPS_IN_REGISTERS, rows * self.row_vectors) + 6 + ic_blocks * runs
        if self.skips_padding:
            runs = -(-self.ic_block // TAPS_IN_REGISTERS)
            return -(-self.ic_block // runs) + ic_blocks * runs * taps
        runs = -(-self.ic_block * taps // TAPS_IN_REGISTERS)
        return -(-self.ic_block * taps // runs) + ic_blocks * runs

    cpdef Py_ssize_t workspace(self, Py_ssize_t itemsize):
        """Return the bytes for one worker, in whole cache lines."""
        cdef Py_ssize_t size = (self.packed_size + self.sums_size) * itemsize
        size += 2 * 8 * self.max_entries + HEADER_BYTES + 3 * 64
        return -(-size // 64) * 64

    def _numbers(self):
        return [getattr(self, name) for name in FIELDS]

    def __eq__(self, other):
        return isinstance(other, DirectTiling) and self._numbers() == other._numbers()

    def __repr__(self):
        return f"DirectTiling({self._numbers()})"
