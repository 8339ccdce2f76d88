# cython: boundscheck=False, wraparound=False, cdivision=True, initializedcheck=False
"""The tile loop of direct convolution: pack, sum, store; see `direct.py` for the plan.

How a tile is packed, and how its sums are stored, is in kernels/tiles.h.
"""

from libc.string cimport memset

cimport numpy as cnp

from polyconv._cpu cimport kernels_for
from polyconv._kernels cimport (
    PC_FAR, PC_PAIRS, aligned, packing_of, pc_arrays, pc_kernels, pc_layout, pc_measure,
    pc_meets, pc_pack, pc_packing, pc_pixels, pc_rows, pc_size, pc_store_rows, pc_strided,
    pc_tile, pc_tile_axis, pc_type, pc_writer, type_of, writer_of,
)
from polyconv._team cimport TeamKernel, pc_compute

import numpy as np

cnp.import_array()


# One work item: a tile of some groups, one after the other, for some of the blocks of channels.
cdef struct Work:
    pc_tile tile
    pc_size last_group, first_block, last_block
    pc_size row_entries  # pixels, or vectors of them, in a row (in all rows, if they are flat)
    pc_size row_sums  # elements from the sums of one such row to those of the next
    pc_layout layout  # of the sums
    const char *weights
    bint finite  # so are all weights
    bint in_place  # pixels are summed in the caller's array
    bint borrows  # input is read in the caller's array
    char *packed
    const char *x  # what pixels and taps are relative to
    const pc_size *tap
    char *sums
    pc_size *pixel  # where pixels, or vectors of them, are packed; then where they are summed
    # How planes of rows or of cells are read.
    const pc_size *column  # where the columns of the kernel are
    pc_size line, stride, dilation  # elements of an input row; rows between outputs, and taps
    pc_size lanes  # weights that stand side by side


cdef class Geometry:
    """The tiles of one problem, computed with whatever weights: all that is not arrays."""

    cdef pc_packing packing
    cdef pc_writer writer
    cdef const pc_kernels *kernels
    cdef bint by_channels  # sums are those of channels side by side
    cdef bint by_groups, by_pixels, by_rows, flat
    cdef bint zeros  # all padding is zero
    cdef bint skips  # products with padding are left out, tap by tap
    cdef bint leaves_out  # products with padding, if the weights are finite
    cdef bint planes  # each group is one channel, of which each tile has one plane
    cdef bint in_place  # pixels may be summed in the caller's array
    cdef bint strided  # and read there, every other one
    cdef bint reads_inside  # cells inside the input are not packed
    cdef bint narrow  # integers are summed in 32 bits
    cdef pc_size[2] runs  # of the rows and of the columns of a plane's kernel
    cdef pc_size batch, groups, channels, group_out, out_channels, itemsize, bias_itemsize
    cdef pc_size terms, taps, most_taps, block, blocks, group_rows, splits, together, batches, items
    cdef pc_size packed_size, sums_size, entries, shift, panel, workspace
    cdef const pc_size *tap
    cdef const pc_size *borrowed_tap  # channels of a contiguous input, or NULL
    cdef pc_size x_channel  # bytes from one of its channels to the next
    cdef tuple keep

    def __init__(self, problem, tiling, elements, most_taps):
        real = elements.dtype
        cdef pc_type type = PC_PAIRS if elements.paired else type_of(real)
        maps = (np.zeros(1, np.intp),) * (3 - problem.rank) + problem.source
        offsets = tiling.offsets()
        last = problem.data_format == "channels_last"
        channel_step = 1 if last else int(np.prod(problem.spatial, dtype=np.intp))
        channels = np.arange(problem.group_in, dtype=np.intp) * channel_step
        self.borrowed_tap = <const pc_size *>cnp.PyArray_DATA(channels) if tiling.borrows else NULL
        self.x_channel = channel_step * real.itemsize
        self.keep = (offsets, maps, channels)
        self.tap = <const pc_size *>cnp.PyArray_DATA(offsets)
        self.packing = packing_of(kernels_for(type), type, problem, tiling, elements, maps)
        self.kernels = self.packing.kernels
        self.writer = writer_of(problem, self.kernels)
        self.bias_itemsize = self.itemsize = real.itemsize
        self.narrow = elements.narrow
        if self.narrow:
            self.writer.sums = type
            self.writer.kernels = self.kernels if problem.dtype.itemsize == 4 else NULL
            if problem.dtype.itemsize == 8:
                self.writer.narrow, self.bias_itemsize = self.kernels, 8
        self.by_channels = tiling.mode in ("channels", "groups")
        self.by_groups, self.by_rows = tiling.mode == "groups", tiling.mode == "rows"
        self.by_pixels = tiling.mode == "pixels"
        self.flat, self.runs, self.skips = tiling.flat, tiling.runs, tiling.skips
        self.zeros = self.packing.constant and problem.padding_value == 0
        self.leaves_out = self.skips or (
            self.zeros and (self.by_rows or (self.by_groups and tiling.summed < 1))
        )
        self.in_place, self.reads_inside = tiling.in_place, tiling.inside > 0
        self.strided = tiling.strided and self.kernels.strided != NULL
        self.batch, self.groups = problem.batch, tiling.groups
        self.channels = tiling.block if self.by_groups else elements.channels
        self.group_out = tiling.block if self.by_groups else problem.group_out
        self.out_channels = problem.out_channels
        self.terms, self.taps = elements.channels * problem.taps, problem.taps
        self.most_taps = most_taps
        self.planes = (
            self.by_rows and self.terms * tiling.axes[0].tile == problem.taps
            and tiling.axes[0].kernel == 1 and problem.group_out == 1
        )
        self.block, self.blocks, self.splits = tiling.block, tiling.blocks, tiling.splits
        self.group_rows, self.together = tiling.group_rows, tiling.together
        self.batches = (self.groups + self.together - 1) // self.together
        self.items = self.batch * self.batches * self.splits
        for axis in tiling.axes:
            self.items *= axis.tiles
        self.packed_size, self.sums_size = tiling.packed, tiling.sums
        self.entries, self.shift = tiling.vectors, tiling.shift
        self.panel = tiling.panel(self.kernels.lanes, self.itemsize)
        self.workspace = tiling.workspace(real.itemsize)

    cdef void compute(
        self, const pc_arrays *a, const char *weights, bint finite, pc_size item, char *memory
    ) noexcept nogil:
        """Compute one work item."""
        cdef Work work
        cdef pc_size i
        work.weights, work.finite = weights, finite
        self.locate(item, &work)
        self.divide(memory, &work)
        self.measure(a, &work)
        work.borrows = self.borrowed(a)
        work.in_place = self.fits(a, &work)
        if not (self.by_rows or self.by_groups):
            self.place(a, &work)
        if self.by_groups:
            self.compute_cells(a, &work)
        elif self.planes and work.tile.whole_rows and self.written(a, a.out_stride[2]):
            self.compute_planes(a, &work)
        else:
            for i in range(work.tile.group, work.last_group):
                work.tile.group = i
                self.compute_group(a, &work)
                work.tile.framed = True

    cdef void locate(self, pc_size item, Work *work) noexcept nogil:
        """Which tile, groups and channels a work item has."""
        cdef pc_tile *tile = &work.tile
        cdef const pc_tile_axis *axis
        cdef pc_size i, index, shared = self.items // self.splits
        # All that share a thread's blocks follow each other: threads begin with equal parts.
        cdef pc_size split = item // shared
        item %= shared
        for i in range(2, -1, -1):
            axis = &self.packing.axes[i]
            index = item % axis.tiles
            # As equal as can be, so that no last one is small.
            tile.start[i] = index * axis.out // axis.tiles
            tile.size[i] = (index + 1) * axis.out // axis.tiles - tile.start[i]
            item //= axis.tiles
        tile.group = item % self.batches * self.together
        tile.n = item // self.batches
        work.last_group = min(self.groups, tile.group + self.together)
        work.first_block = split * self.blocks // self.splits
        work.last_block = (split + 1) * self.blocks // self.splits

    cdef void divide(self, char *memory, Work *work) noexcept nogil:
        """Lay out a worker's memory."""
        cdef pc_size size = self.itemsize
        work.packed = memory
        work.sums = work.packed + (self.packed_size * size + 63) // 64 * 64
        work.pixel = <pc_size *>(work.sums + (self.sums_size * size + 63) // 64 * 64)
        # Vectors may read past the last row.
        memset(
            work.packed + (self.shift + self.packing.chunk * self.packing.plane) * size, 0,
            8 * self.kernels.lanes * size,
        )
        work.packed += self.shift * size
        work.tile.framed = False

    cdef void measure(self, const pc_arrays *a, Work *work) noexcept nogil:
        """Find what all groups of a tile share: its rows, and where padding begins."""
        cdef const pc_tile *tile = &work.tile
        cdef pc_layout *layout = &work.layout
        cdef pc_size step = 1 if self.by_channels else self.kernels.lanes
        work.row_entries = (self.span(tile) + step - 1) // step
        layout.itemsize = self.itemsize
        if self.by_channels:
            work.row_sums = tile.size[2] * self.block
            layout.pixel_step, layout.channel_step = self.block, 1
        else:
            work.row_sums = work.row_entries * step
            layout.pixel_step, layout.channel_step = 1, self.entries * step
        layout.row_step = self.packing.axes[2].length if self.flat else work.row_sums
        layout.plane_step = work.row_sums * (1 if self.flat else tile.size[1])
        work.column, work.line = self.tap, self.packing.axes[2].length
        work.stride, work.dilation = self.packing.axes[1].stride, self.packing.axes[1].dilation
        work.lanes = self.kernels.lanes if self.by_groups else 1
        pc_measure(&self.packing, a, &work.tile)

    cdef bint written(self, const pc_arrays *a, pc_size step) noexcept nogil:
        """Whether sums may stand in the caller's array, where elements are `step` bytes apart."""
        return (
            self.writer.kernels != NULL and self.writer.parts == 1 and step == self.itemsize
            and a.out_stride[1] % self.itemsize == 0
        )

    cdef bint borrowed(self, const pc_arrays *a) noexcept nogil:
        """Whether the input is read where it stands."""
        return (
            self.borrowed_tap != NULL and a.x_channel == self.x_channel and self.whole_steps(a)
        )

    cdef bint whole_steps(self, const pc_arrays *a) noexcept nogil:
        """Whether neighbours in the caller's input are whole elements apart."""
        cdef pc_size i
        for i in range(3):
            if a.x_stride[i] % self.itemsize != 0:
                return False
        return True

    cdef bint fits(self, const pc_arrays *a, const Work *work) noexcept nogil:
        """Whether whole vectors of pixels fit into the caller's array, where the plan has them.

        The last of a row may overlap the one before: nothing is added to sums that stand there.
        """
        cdef const pc_tile *tile = &work.tile
        cdef pc_size rest = a.out_stride[0] % self.itemsize + a.out_channel % self.itemsize
        cdef bint gaps = self.packing.axes[2].length > tile.size[2] or (
            tile.size[1] > 1 and a.out_stride[1] != tile.size[2] * self.itemsize
        )
        return (
            self.in_place and self.written(a, a.out_stride[2]) and rest == 0
            and self.span(tile) >= self.kernels.lanes and not (self.flat and gaps)
        )

    cdef void compute_planes(self, const pc_arrays *a, Work *work) noexcept nogil:
        """Compute a tile of groups that are one plane each, many of them at a time.

        What is packed first has left the store queue when it is read.
        """
        cdef pc_tile *tile = &work.tile
        cdef pc_size i, count
        cdef pc_rows rows
        cdef char *out = self.start(a, tile, &rows)
        while tile.group < work.last_group:
            count = min(self.packing.chunk, work.last_group - tile.group)
            pc_pack(&self.packing, a, tile, 0, count, work.packed)
            for i in range(count):
                rows.add = False
                rows.bias = NULL if a.bias == NULL else a.bias + tile.group * self.itemsize
                self.sum_plane(
                    work, &rows, work.weights + tile.group * self.taps * self.itemsize,
                    work.packed + i * self.packing.plane * self.itemsize, out,
                )
                out += a.out_channel
                tile.group += 1
            tile.framed = True

    cdef void compute_cells(self, const pc_arrays *a, Work *work) noexcept nogil:
        """Compute a tile of groups that are a vector of a cell each.

        Where all that is read is inside the input it is read there, and packed elsewhere.
        """
        cdef const pc_tile *tile = &work.tile
        cdef Work part = work[0]
        cdef pc_size whole = self.whole_groups(a, work)
        cdef pc_size[3] lo, hi
        cdef pc_size i, ignored
        if self.reads_inside and whole > tile.group and self.side_by_side(a):
            for i in range(3):
                pc_meets(
                    &self.packing.axes[i], tile.start[i], tile.size[i], 0, &lo[i], &ignored
                )
                pc_meets(
                    &self.packing.axes[i], tile.start[i], tile.size[i],
                    self.packing.axes[i].kernel - 1, &ignored, &hi[i],
                )
            if lo[0] == 0 and hi[0] == tile.size[0] and lo[1] < hi[1] and lo[2] < hi[2]:
                part.last_group = whole
                self.compute_part(a, &part, 0, lo[1], 0, tile.size[2], False)
                self.compute_part(a, &part, lo[1], hi[1], 0, lo[2], False)
                self.compute_part(a, &part, lo[1], hi[1], lo[2], hi[2], True)
                self.compute_part(a, &part, lo[1], hi[1], hi[2], tile.size[2], False)
                self.compute_part(a, &part, hi[1], tile.size[1], 0, tile.size[2], False)
                work.tile.group = whole
        while tile.group < work.last_group:
            part.tile = work.tile
            part.last_group = min(
                work.last_group, tile.group + self.packing.cell // self.kernels.lanes
            )
            self.compute_packed(a, &part)
            work.tile.group = part.last_group

    cdef void compute_part(
        self, const pc_arrays *a, const Work *work, pc_size top, pc_size bottom, pc_size left,
        pc_size right, bint inside,
    ) noexcept nogil:
        """Compute some rows and columns of a tile of cells, which read only the input or do not."""
        cdef Work part = work[0]
        cdef pc_tile *tile = &part.tile
        if top == bottom or left == right:
            return
        tile.start[1] += top
        tile.size[1] = bottom - top
        tile.start[2] += left
        tile.size[2] = right - left
        if inside:
            self.compute_inside(a, &part)
        else:
            pc_measure(&self.packing, a, tile)
            self.compute_packed(a, &part)

    cdef pc_size whole_groups(self, const pc_arrays *a, const Work *work) noexcept nogil:
        """Before which group whole vectors of sums may stand in the caller's array."""
        if not self.written(a, a.out_channel) or a.out_stride[2] % self.itemsize != 0:
            return work.tile.group
        return max(work.tile.group, min(work.last_group, self.out_channels // self.kernels.lanes))

    cdef bint side_by_side(self, const pc_arrays *a) noexcept nogil:
        """Whether the channels of the caller's input can be read as cells."""
        return a.x_channel == self.itemsize and self.whole_steps(a)

    cdef void compute_inside(self, const pc_arrays *a, Work *work) noexcept nogil:
        """Compute a tile of whole vectors of cells that reads nothing but the input."""
        cdef const pc_tile *tile = &work.tile
        cdef const pc_tile_axis *axis
        cdef const char *x = a.x + tile.n * a.x_batch + tile.group * self.kernels.lanes * (
            a.x_channel
        )
        cdef pc_rows rows
        cdef pc_size i
        for i in range(3):
            axis = &self.packing.axes[i]
            x += (tile.start[i] * axis.stride - axis.input.lo) * a.x_stride[i]
        work.finite = False  # There are no products to leave out.
        work.line = a.x_stride[1] // self.itemsize
        work.stride, work.dilation = self.packing.axes[1].stride, self.packing.axes[1].dilation
        axis = &self.packing.axes[0]
        rows.plane = axis.dilation * a.x_stride[0] // self.itemsize
        work.column = self.columns(
            work, &rows, self.packing.axes[2].stride * a.x_stride[2] // self.itemsize,
            self.packing.axes[2].dilation * a.x_stride[2] // self.itemsize,
        )
        self.write_cells(a, work, &rows, x, axis.stride * a.x_stride[0], work.last_group)

    cdef void compute_packed(self, const pc_arrays *a, Work *work) noexcept nogil:
        """Pack a tile of cells and compute it."""
        cdef pc_tile *tile = &work.tile
        cdef const pc_tile_axis *depth = &self.packing.axes[0]
        cdef const pc_tile_axis *height = &self.packing.axes[1]
        cdef const pc_tile_axis *width = &self.packing.axes[2]
        cdef pc_size cell = self.packing.cell, lanes = self.kernels.lanes
        cdef pc_size whole = self.whole_groups(a, work), first = tile.group
        cdef pc_rows rows
        pc_pack(&self.packing, a, tile, 0, (work.last_group - first) * lanes, work.packed)
        work.line = width.length * cell
        work.stride = height.out_step
        work.dilation = height.dilation if height.overlapped else height.tile
        rows.plane = height.length * work.line * (
            depth.dilation if depth.overlapped else depth.tile
        )
        work.column = self.columns(
            work, &rows, width.out_step * cell,
            (width.dilation if width.overlapped else width.tile) * cell,
        )
        cdef pc_size step = depth.out_step * height.length * work.line * self.itemsize
        if whole > first:
            self.write_cells(a, work, &rows, work.packed, step, whole)
        tile.group = whole
        while tile.group < work.last_group:
            self.store_cells(
                a, work, &rows, work.packed + (tile.group - first) * lanes * self.itemsize, step
            )
            tile.group += 1

    cdef const pc_size *columns(
        self, const Work *work, pc_rows *rows, pc_size step, pc_size dilation
    ) noexcept nogil:
        """List where the columns of the kernel are, and set what all planes of cells share."""
        cdef pc_size s, lanes = self.kernels.lanes
        cdef pc_size width = self.packing.axes[2].kernel, height = self.packing.axes[1].kernel
        for s in range(width):
            work.pixel[s] = s * dilation
        rows.step = step
        rows.w_pitch = width * lanes
        rows.planes, rows.w_plane = self.packing.axes[0].kernel, height * rows.w_pitch
        rows.w_vector = self.taps * lanes
        return work.pixel

    cdef void write_cells(
        self, const pc_arrays *a, const Work *work, pc_rows *rows, const char *x, pc_size step,
        pc_size last,
    ) noexcept nogil:
        """Sum whole vectors of channels, of groups before `last`, in the caller's array."""
        cdef const pc_tile *tile = &work.tile
        cdef pc_size d, first = tile.group * self.kernels.lanes
        cdef char *out = self.target(a, tile)
        rows.vectors = last - tile.group
        rows.out_pitch = a.out_stride[1] // self.itemsize
        rows.out_step = a.out_stride[2] // self.itemsize
        for d in range(tile.size[0]):
            rows.add = False
            rows.bias = NULL if a.bias == NULL else a.bias + first * self.itemsize
            self.sum_plane(
                work, rows, work.weights + first * self.taps * self.itemsize, x + d * step,
                out + d * a.out_stride[0],
            )

    cdef void store_cells(
        self, const pc_arrays *a, const Work *work, pc_rows *rows, const char *x, pc_size step
    ) noexcept nogil:
        """Sum one vector of channels, a few rows at a time, and store the sums."""
        cdef Work part = work[0]
        cdef pc_tile *tile = &part.tile
        cdef pc_size d, row
        cdef pc_size lanes = self.kernels.lanes
        rows.vectors, rows.bias = 1, NULL
        rows.out_pitch, rows.out_step = work.row_sums, lanes
        for d in range(work.tile.size[0]):
            row = 0
            while row < work.tile.size[1]:
                tile.start[1] = work.tile.start[1] + row
                tile.size[1] = min(self.group_rows, work.tile.size[1] - row)
                rows.add = False
                self.sum_plane(
                    &part, rows, work.weights + tile.group * lanes * self.taps * self.itemsize,
                    x + d * step + row * work.stride * work.line * self.itemsize, work.sums,
                )
                self.store(
                    a, work, 0, d * work.tile.size[1] + row, tile.size[1], work.sums
                )
                row += tile.size[1]

    cdef char *target(self, const pc_arrays *a, const pc_tile *tile) noexcept nogil:
        """The first output of the tile's group in the caller's array."""
        cdef pc_size i
        cdef char *out = a.out + tile.n * a.out_batch + tile.group * self.group_out * a.out_channel
        for i in range(3):
            out += tile.start[i] * a.out_stride[i]
        return out

    cdef char *start(self, const pc_arrays *a, const pc_tile *tile, pc_rows *rows) noexcept nogil:
        """Set what all rows of a tile share, written to the caller's array, and find the first."""
        rows.w_pitch = self.packing.axes[2].kernel
        rows.out_pitch = a.out_stride[1] // self.itemsize
        return self.target(a, tile)

    cdef void read(
        self, const pc_arrays *a, Work *work, pc_size first, pc_size count
    ) noexcept nogil:
        """Have `count` channels of the tile's group where they can be summed."""
        cdef const pc_tile *tile = &work.tile
        cdef pc_size i
        if not work.borrows:
            pc_pack(&self.packing, a, tile, first, count, work.packed)
            work.x, work.tap = work.packed, self.tap
            return
        work.x = a.x + tile.n * a.x_batch
        work.x += (tile.group * self.packing.group_in + first) * a.x_channel
        for i in range(3):
            work.x += tile.start[i] * self.packing.axes[i].stride * a.x_stride[i]
        work.tap = self.borrowed_tap

    cdef void compute_group(self, const pc_arrays *a, Work *work) noexcept nogil:
        """Compute a tile of one group."""
        cdef const pc_tile *tile = &work.tile
        cdef pc_size chunk, kept, block, row, count, first = 0
        cdef pc_size rows = tile.size[0] * (1 if self.flat else tile.size[1])
        cdef char *sums
        cdef bint once = self.packing.chunk >= self.channels
        if work.in_place:
            self.write_pixels(a, work)
            return
        while first < self.channels:
            chunk = min(self.packing.chunk, self.channels - first)
            self.read(a, work, first, chunk)
            for block in range(work.first_block, work.last_block):
                kept = 0 if once else (block - work.first_block) * self.block_sums()
                row = 0
                while row < rows:
                    count = min(self.group_rows, rows - row)
                    sums = work.sums + (kept + row * work.row_sums) * self.itemsize
                    if self.skips:
                        self.sum_inside(work, block, first, chunk, row, count, sums)
                    elif not self.by_rows:
                        self.sum(work, block, first, chunk, row, count, sums)
                    elif self.sum_rows(a, work, block, first, chunk, sums):
                        break
                    if first + chunk == self.channels:
                        self.store(a, work, block, row, count, sums)
                    row += count
            first += chunk

    cdef void write_pixels(self, const pc_arrays *a, const Work *work) noexcept nogil:
        """Sum all filters of a work item straight into the caller's array."""
        cdef pc_pixels plane
        cdef pc_size first = work.first_block * self.block
        cdef char *out = self.target(a, &work.tile) + first * a.out_channel
        if self.reads_windows(a, &work.tile):
            self.write_strided(a, work, first, out)
            return
        pc_pack(&self.packing, a, &work.tile, 0, self.channels, work.packed)
        self.set_pixels(work, &plane)
        plane.vectors = work.tile.size[0] * work.row_entries * (
            1 if self.flat else work.tile.size[1]
        )
        plane.taps = self.terms
        plane.filters = min(self.group_out, work.last_block * self.block) - first
        plane.sums_stride = a.out_channel // self.itemsize
        if a.bias != NULL:
            plane.bias = a.bias + (work.tile.group * self.group_out + first) * self.itemsize
        self.kernels.pixels(
            &plane, work.packed, self.block_weights(work, work.first_block, 0, self.block), out
        )

    cdef bint reads_windows(self, const pc_arrays *a, const pc_tile *tile) noexcept nogil:
        """Whether every other pixel is read where it stands: none is beyond a row's end."""
        return (
            self.strided and tile.whole_rows and tile.left <= 1 and tile.right == 0
            and self.whole_steps(a) and a.x_channel % self.itemsize == 0
        )

    cdef void write_strided(
        self, const pc_arrays *a, const Work *work, pc_size first, char *out
    ) noexcept nogil:
        """Sum filters from `first` on into the caller's array, and read the input there."""
        cdef const pc_tile *tile = &work.tile
        cdef const pc_tile_axis *axis
        cdef pc_strided plane
        cdef pc_size i, lanes = self.kernels.lanes
        cdef const char *group = a.x + tile.n * a.x_batch
        group += tile.group * self.packing.group_in * a.x_channel
        self.kernels.pad_rows(
            NULL, 0, 1, 2 * lanes, 0, 0, &self.packing.readers[0].padding, work.packed, 0
        )
        plane.w = self.block_weights(work, work.first_block, 0, self.block)
        plane.bias, plane.padding = NULL, work.packed
        if a.bias != NULL:
            plane.bias = a.bias + (tile.group * self.group_out + first) * self.itemsize
        plane.channels, plane.height = self.channels, self.packing.axes[1].kernel
        plane.channel = a.x_channel // self.itemsize
        plane.line = a.x_stride[1] // self.itemsize
        plane.stride, plane.left = self.packing.axes[1].stride, tile.left
        plane.first, plane.last = tile.above, tile.height - tile.below
        plane.rows, plane.width = tile.size[1], tile.size[2]
        plane.filters = min(self.group_out, work.last_block * self.block) - first
        plane.sums_stride = a.out_channel // self.itemsize
        plane.out_pitch = a.out_stride[1] // self.itemsize
        plane.next, plane.next_bytes = NULL, 0
        if tile.group + 1 < work.last_group and tile.size[1] == self.packing.axes[1].out:
            plane.next_bytes = self.packing.group_in * a.x_channel
            plane.next = group + plane.next_bytes
        for i in range(3):
            axis = &self.packing.axes[i]
            group += (tile.start[i] * axis.stride - axis.input.lo) * a.x_stride[i]
        self.kernels.strided(&plane, group, out)

    cdef void set_pixels(self, const Work *work, pc_pixels *plane) noexcept nogil:
        """Set what vectors of pixels have in common, wherever they are summed."""
        plane.pixel, plane.sums_at = work.pixel, work.pixel + self.entries
        plane.tap, plane.run, plane.block = self.tap, self.most_taps, <int>self.block
        plane.bias, plane.add = NULL, False
        plane.panel = self.panel

    cdef pc_size block_sums(self) noexcept nogil:
        """Elements of the sums of one block."""
        if self.by_channels:
            return self.entries * self.block
        return self.entries * self.kernels.lanes * self.block

    cdef pc_size span(self, const pc_tile *tile) noexcept nogil:
        """Packed places of a row of outputs; if rows are taken as one, of all of them."""
        if self.flat:
            return (tile.size[1] - 1) * self.packing.axes[2].length + tile.size[2]
        return tile.size[2]

    cdef void place(self, const pc_arrays *a, const Work *work) noexcept nogil:
        """List where pixels (or vectors of them) of the tile are read, and summed."""
        cdef const pc_tile_axis *axes = self.packing.axes
        cdef pc_size[3] x_step
        cdef pc_size i, d, h, w, at, row, to, below = self.packing.cell, count = 0
        cdef pc_size step = 1 if self.by_channels else self.kernels.lanes
        cdef pc_size rows = 1 if self.flat else work.tile.size[1]
        cdef pc_size span = self.span(&work.tile)
        cdef pc_size *pixel = work.pixel
        cdef pc_size *sums_at = pixel + self.entries
        for i in range(2, -1, -1):
            x_step[i] = axes[i].out_step * below
            below *= axes[i].length
            if work.borrows:
                x_step[i] = axes[i].stride * a.x_stride[i] // self.itemsize
        for d in range(work.tile.size[0]):
            for h in range(rows):
                row = d * x_step[0] + h * x_step[1]
                to = (d * a.out_stride[0] + h * a.out_stride[1]) // self.itemsize
                w = 0
                while w < span:
                    at = min(w, span - step) if work.in_place else w
                    pixel[count] = row + at * x_step[2]
                    sums_at[count] = to + at if work.in_place else count * step
                    count += 1
                    w += step

    cdef const char *block_weights(
        self, const Work *work, pc_size block, pc_size first, pc_size filters
    ) noexcept nogil:
        """The weights of a block's taps from the packed channel `first` on."""
        return work.weights + (
            (work.tile.group * self.blocks + block) * self.terms + first * self.taps
        ) * filters * self.itemsize

    cdef void sum(
        self, const Work *work, pc_size block, pc_size first, pc_size count, pc_size row,
        pc_size rows, char *sums,
    ) noexcept nogil:
        """Add the products of `count` packed channels to the sums of a block, for some rows."""
        cdef pc_size taps = count * self.taps
        cdef pc_size runs = (taps + self.most_taps - 1) // self.most_taps
        cdef pc_size run, start, stop
        cdef pc_size lanes = self.kernels.lanes
        cdef pc_size entries = rows * work.row_entries
        cdef const pc_size *pixel = work.pixel + row * work.row_entries
        cdef const char *all_w = self.block_weights(work, block, first, self.block)
        cdef const char *w
        cdef pc_pixels plane
        if self.by_pixels:
            self.set_pixels(work, &plane)
            plane.vectors, plane.taps, plane.filters = entries, taps, self.block
            plane.sums_stride, plane.add = self.entries * lanes, first > 0
            self.kernels.pixels(&plane, work.packed, all_w, sums)
            return
        for run in range(runs):
            start = run * taps // runs
            stop = (run + 1) * taps // runs
            w = all_w + start * self.block * self.itemsize
            self.kernels.channels(
                work.x, pixel, entries, work.tap + start, stop - start, w,
                <int>(self.block // lanes), sums, first + start > 0,
            )

    cdef void sum_inside(
        self, const Work *work, pc_size block, pc_size first, pc_size count, pc_size row,
        pc_size rows, char *sums,
    ) noexcept nogil:
        """What `sum` does, but each tap is summed only for pixels that it does not meet padding at.

        That is exact for finite weights; if there are others, every tap is summed for all pixels.
        """
        cdef const pc_tile *tile = &work.tile
        cdef pc_size tap, left, i, r, last, run, start, stop, height = tile.size[1]
        cdef pc_size[3] lo, hi, at
        cdef pc_size size = self.block * self.itemsize
        cdef pc_size runs = (count + self.most_taps - 1) // self.most_taps
        cdef const char *w = self.block_weights(work, block, first, self.block)
        if first == 0:
            memset(sums, 0, rows * work.row_sums * self.itemsize)
        for tap in range(self.taps):
            left = tap
            for i in range(2, -1, -1):
                at[i] = left % self.packing.axes[i].kernel
                left //= self.packing.axes[i].kernel
                pc_meets(
                    &self.packing.axes[i], tile.start[i], tile.size[i], at[i], &lo[i], &hi[i]
                )
                if not work.finite:
                    lo[i], hi[i] = 0, tile.size[i]
            r = row
            while r < row + rows:
                last = r + 1
                if lo[0] <= r // height < hi[0] and lo[1] <= r % height < hi[1]:
                    # Whole rows are summed as one.
                    if hi[2] - lo[2] == tile.size[2]:
                        last = min(row + rows, r // height * height + hi[1])
                    for run in range(runs):
                        start, stop = run * count // runs, (run + 1) * count // runs
                        self.kernels.channels(
                            work.packed, work.pixel + r * tile.size[2] + lo[2],
                            hi[2] - lo[2] + (last - r - 1) * tile.size[2],
                            self.tap + tap * self.packing.chunk + start, stop - start,
                            w + (tap * count + start) * size,
                            <int>(self.block // self.kernels.lanes),
                            sums + ((r - row) * tile.size[2] + lo[2]) * size, True,
                        )
                r = last

    cdef bint sum_rows(
        self, const pc_arrays *a, const Work *work, pc_size block, pc_size first, pc_size count,
        char *sums,
    ) noexcept nogil:
        """Add the products of `count` packed channels to the sums of one filter, plane by plane.

        Where results are what sums are, they are summed in the caller's array; tell whether.
        """
        cdef const pc_tile *tile = &work.tile
        cdef const pc_tile_axis *depth = &self.packing.axes[0]
        cdef const pc_tile_axis *height = &self.packing.axes[1]
        cdef const pc_tile_axis *width = &self.packing.axes[2]
        cdef pc_rows rows
        cdef pc_size d, c, plane, z, left
        cdef pc_size plane_step = depth.dilation if depth.overlapped else depth.tile
        cdef pc_size sums_step = tile.size[1] * work.row_sums * self.itemsize
        cdef bint last = first + count == self.channels
        cdef bint written = self.written(a, a.out_stride[2])
        cdef const char *w = self.block_weights(work, block, first, 1)
        cdef char *out = self.start(a, tile, &rows)
        if written:
            sums, sums_step = out + block * a.out_channel, a.out_stride[0]
        else:
            rows.out_pitch = work.row_sums
        for d in range(tile.size[0]):
            rows.add = first > 0
            left = count * depth.kernel
            for c in range(count):
                for plane in range(depth.kernel):
                    left -= 1
                    z = (d * depth.out_step + plane * plane_step) * height.length * width.length
                    rows.bias = NULL
                    if written and last and left == 0 and a.bias != NULL:
                        rows.bias = a.bias + (tile.group * self.group_out + block) * self.itemsize
                    self.sum_plane(
                        work, &rows, w + (c * self.taps + plane * height.kernel * width.kernel) * (
                            self.itemsize
                        ),
                        work.packed + (c * self.packing.plane + z) * self.itemsize, sums,
                    )
            sums += sums_step
        return written

    cdef void sum_plane(
        self, const Work *work, pc_rows *rows, const char *w, const char *x, char *sums
    ) noexcept nogil:
        """Add one plane's products with as many columns of the kernel at a time as may be summed.

        A bias is added with the last of them.
        """
        cdef const pc_tile *tile = &work.tile
        cdef const pc_tile_axis *height = &self.packing.axes[1]
        cdef const pc_tile_axis *width = &self.packing.axes[2]
        cdef const void *bias = rows.bias
        cdef pc_size down = self.runs[0], across = self.runs[1], out_pitch = rows.out_pitch
        cdef pc_size i, j, top, column, phase, first = 0, end = PC_FAR
        # Dilated rows fall into classes that never meet; each is a plane of its own.
        cdef pc_size phases = tile.size[1] if work.stride > 1 else min(work.dilation, tile.size[1])
        if work.dilation == 1:
            phases = 1
        rows.pitch, rows.stride = work.dilation * work.line, work.stride
        rows.out_pitch = phases * out_pitch
        rows.left, rows.right = -PC_FAR, PC_FAR
        if work.finite and self.zeros and work.dilation == 1 and height.overlapped:
            first = height.input.lo - tile.start[1] * height.stride
            end = first + height.input.n
        if work.finite and self.zeros and width.overlapped:
            rows.left = (width.input.lo - tile.start[2] * width.stride) * self.packing.cell
            rows.right = rows.left + width.input.n * self.packing.cell
        if down * across * phases == 1:
            # Small planes notice every division.
            rows.height, rows.width = height.kernel, width.kernel
            rows.w, rows.column = w, work.column
            rows.first, rows.last = first, end
            self.sum_phase(rows, x, tile.size[1], tile.size[2], sums)
            rows.add = True
            return
        for i in range(down):
            top = i * height.kernel // down
            rows.height = (i + 1) * height.kernel // down - top
            rows.first, rows.last = first - top, end - top
            for j in range(across):
                column = j * width.kernel // across
                rows.width = (j + 1) * width.kernel // across - column
                rows.column = work.column + column
                rows.w = w + (top * width.kernel + column) * work.lanes * self.itemsize
                rows.bias = bias if i + 1 == down and j + 1 == across else NULL
                for phase in range(phases):
                    self.sum_phase(
                        rows, x + (top * work.dilation + phase * work.stride) * work.line * (
                            self.itemsize
                        ),
                        (tile.size[1] - phase + phases - 1) // phases, tile.size[2],
                        sums + phase * out_pitch * self.itemsize,
                    )
                rows.add = True
        rows.out_pitch = out_pitch

    cdef inline void sum_phase(
        self, const pc_rows *rows, const char *x, pc_size height, pc_size width, char *sums
    ) noexcept nogil:
        """Add the products of neighbouring rows."""
        if self.by_groups:
            self.kernels.cells(rows, x, height, width, sums)
        else:
            self.kernels.rows(rows, x, height, width, sums)

    cdef void store(
        self, const pc_arrays *a, const Work *work, pc_size block, pc_size row, pc_size rows,
        const char *sums,
    ) noexcept nogil:
        """Write the sums of a block into the caller's array, for some rows of the tile."""
        cdef const pc_tile *tile = &work.tile
        cdef pc_size parts = self.packing.parts, channels = parts * self.group_out
        cdef pc_size first = block * self.block
        cdef const char *bias = a.bias
        cdef char *out = self.target(a, tile)
        out += first // parts * a.out_channel + first % parts * self.writer.itemsize
        if bias != NULL:
            bias += (tile.group * channels + first) * self.bias_itemsize
        # Lanes that no channel is left for are not stored.
        channels = min(
            self.block, channels - first,
            parts * (self.out_channels - tile.group * self.group_out) - first,
        )
        if self.flat:
            row, rows = row * tile.size[1], rows * tile.size[1]
        pc_store_rows(&self.writer, a, tile, &work.layout, row, rows, sums, channels, bias, out)


ctypedef fused part:
    float
    double


cdef void pair(
    const part *w, pc_size filters, pc_size channels, pc_size taps, part *to
) noexcept nogil:
    """What `complex_as_real` does, on elements."""
    cdef pc_size t, row = 2 * channels * taps
    for _ in range(filters):
        for _ in range(channels):
            for t in range(taps):
                to[t] = to[row + taps + t] = w[2 * t]
                to[taps + t] = -w[2 * t + 1]
                to[row + t] = w[2 * t + 1]
            w += 2 * taps
            to += 2 * taps
        to += row


def complex_as_real(cnp.ndarray w, cnp.ndarray pairs, pc_size taps):
    """Write contiguous complex ``(filters, channels, taps)`` as twice as many real filters.

    The first of two gives the real part of a sum, the other the imaginary part; each takes the
    real part of a channel, then the imaginary part.
    """
    cdef pc_size filters = pairs.shape[0] * pairs.shape[1] // 2
    cdef pc_size channels = w.size // (filters * taps)
    cdef const void *source = cnp.PyArray_DATA(w)
    cdef void *to = cnp.PyArray_DATA(pairs)
    if pairs.itemsize == 4:
        pair[float](<const float *>source, filters, channels, taps, <float *>to)
    else:
        pair[double](<const double *>source, filters, channels, taps, <double *>to)


cdef class DirectKernel(TeamKernel):
    """Packed weights on the tiles of a problem; `Kernel` of the direct backend.

    Weights are packed as ``[group][block][input channel and tap][output channel of the block]``,
    the order in which tiles read them.
    """

    cdef Geometry geometry
    cdef cnp.ndarray memory
    cdef char *weights
    cdef bint finite  # known to be, so that products with padding may be left out

    def __init__(self, Geometry geometry, cnp.ndarray matrices):
        cdef pc_size group, block, filters, rows = geometry.packing.parts * geometry.group_out
        cdef pc_size size = geometry.block * geometry.terms * geometry.itemsize
        cdef pc_size all_rows = geometry.packing.parts * geometry.out_channels
        cdef const char *w
        cdef char *to
        self.compute_item = <pc_compute>compute_item
        self.items, self.workspace = geometry.items, geometry.workspace
        if geometry.narrow and geometry.bias_itemsize == 4:
            self.bias_type = np.uint32
        self.geometry = geometry
        # Weights are looked at only where it matters: a plain call does this every time.
        self.finite = geometry.leaves_out and bool(np.isfinite(matrices).all())
        whole = rows % geometry.block == 0 and all_rows >= geometry.groups * rows
        fresh = np.empty if whole else np.zeros
        self.memory = fresh(geometry.groups * geometry.blocks * size + 64, np.uint8)
        self.weights = aligned(self.memory)
        to = self.weights
        with nogil:
            for group in range(geometry.groups):
                for block in range(geometry.blocks):
                    # Filters that fill up a block are zero; what they sum to is never stored.
                    filters = min(geometry.block, rows - block * geometry.block)
                    filters = min(filters, all_rows - group * rows)
                    w = cnp.PyArray_BYTES(matrices)
                    w += (group * rows + block * geometry.block) * geometry.terms * (
                        geometry.itemsize
                    )
                    geometry.kernels.transpose(
                        w, geometry.terms, filters, geometry.terms, NULL, to,
                        geometry.block * geometry.itemsize,
                    )
                    to += size


cdef void compute_item(
    DirectKernel kernel, const pc_arrays *a, pc_size item, char *memory
) noexcept nogil:
    kernel.geometry.compute(a, kernel.weights, kernel.finite, item, memory)
