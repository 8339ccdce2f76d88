# cython: boundscheck=False, wraparound=False, cdivision=True, initializedcheck=False
"""The tile loop of direct convolution: pack, sum, store; see `direct.py` for the plan."""

from cython.parallel cimport parallel, prange, threadid
from libc.string cimport memcpy, memset

cimport numpy as cnp

from polyconv._kernels cimport (
    Arrays, aligned, arrays_of, clamp, pc_kernels, pc_kernels_for, pc_reader, pc_row, pc_rows,
    pc_size, pc_store, pc_writer, reader_of, type_of, writer_of,
)

import numpy as np

cnp.import_array()


cdef struct Axis:
    pc_size out, tile, tiles, kernel, stride, dilation, length, out_step
    pc_size runs, run_length, run_step
    pc_size lo, n  # padding before the input, and its size
    bint overlapped
    const pc_size *source


# One tile: its first output, and how many there are, along each axis.
cdef struct Tile:
    pc_size n, group, first_block, last_block
    pc_size row_entries  # pixels, or vectors of them, in a row (in all rows, if they are flat)
    pc_size row_sums  # elements from the sums of one row to those of the next
    # Padded rows and columns of the tile, and how many lie outside of the input at each side.
    pc_size height, width, above, below, left, right
    bint finite  # so are all weights
    bint whole_rows  # the input's rows are copied as they are
    bint framed  # the padding around the packed planes stands there already
    pc_size start[3]
    pc_size size[3]


cdef class Geometry:
    """The tiles of one problem, computed with whatever weights: all that is not arrays."""

    cdef const pc_kernels *kernels
    cdef Axis axes[3]
    cdef pc_reader readers[2]
    cdef pc_writer writer
    cdef bint by_channels  # sums are those of channels side by side
    cdef bint by_groups, by_rows, flat
    cdef bint plain  # input elements are those of the kernels
    cdef bint skips  # products with padding are left out, tap by tap
    cdef bint planes  # each group is one channel, of which each tile has one plane
    cdef pc_size[2] runs  # of the rows and of the columns of a plane's kernel
    cdef bint constant  # all padding has one value
    cdef bint zeros  # which is zero
    cdef pc_size x_part  # bytes from real to imaginary part in the caller's array, or 0
    cdef pc_size batch, groups, group_in, group_out, parts, itemsize
    cdef pc_size terms, in_channels, out_channels
    cdef pc_size block, blocks, group_rows, splits, chunk, plane, packed_size, sums_size, entries
    cdef pc_size taps
    cdef pc_size most_taps, workspace, items, together, batches, shift, cell
    cdef const pc_size *tap
    cdef tuple keep

    def __init__(self, problem, tiling, real, most_taps):
        cdef Py_ssize_t i, missing = 3 - problem.rank
        self.kernels = pc_kernels_for(type_of(real))
        self.by_channels = tiling.mode in ("channels", "groups")
        self.by_groups, self.by_rows = tiling.mode == "groups", tiling.mode == "rows"
        self.flat = tiling.flat
        self.x_part = problem.x_dtype.itemsize // 2 if problem.x_dtype.kind == "c" else 0
        self.batch, self.groups = problem.batch, tiling.groups
        self.group_in, self.group_out = problem.group_in, problem.group_out
        self.terms = tiling.parts * problem.terms
        if self.by_groups:
            self.group_in = self.group_out = tiling.block
        self.in_channels, self.out_channels = problem.in_channels, problem.out_channels
        self.parts, self.itemsize = tiling.parts, real.itemsize
        self.block, self.blocks, self.splits = tiling.block, tiling.blocks, tiling.splits
        self.group_rows = tiling.group_rows
        self.chunk, self.plane = tiling.chunk, tiling.plane
        self.packed_size, self.sums_size = tiling.packed, tiling.sums
        self.entries, self.taps = tiling.vectors, problem.taps
        self.most_taps = most_taps
        self.runs, self.skips = tiling.runs, tiling.skips
        self.planes = (
            self.by_rows and self.terms * tiling.axes[0].tile == problem.taps
            and tiling.axes[0].kernel == 1 and problem.group_out == 1
        )
        self.workspace = tiling.workspace(real.itemsize)

        self.cell = tiling.cell
        step = tiling.plane if tiling.cell == 1 else 1
        offsets = np.arange(1 if self.by_groups else tiling.chunk, dtype=np.intp)[:, None] * step
        below = tiling.plane * tiling.cell
        maps = (np.zeros(1, np.intp),) * missing + problem.source
        self.together, self.shift = tiling.together, tiling.shift
        self.batches = (self.groups + self.together - 1) // self.together
        self.items = self.batch * self.batches * self.splits
        for i, axis in enumerate(tiling.axes):
            length = tiling.pitch if i == 2 else axis.length
            self.axes[i].out, self.axes[i].tile = axis.out, axis.tile
            self.axes[i].tiles, self.axes[i].kernel = axis.tiles, axis.kernel
            self.axes[i].stride, self.axes[i].dilation = axis.stride, axis.dilation
            self.axes[i].length, self.axes[i].overlapped = length, axis.layout == "overlapped"
            self.axes[i].runs, self.axes[i].run_length = axis.runs, axis.run_length
            self.axes[i].run_step = axis.run_step
            self.axes[i].out_step = axis.out_step
            self.axes[i].source = <const pc_size *>cnp.PyArray_DATA(maps[i])
            self.axes[i].lo = problem.pads[i - missing][0] if i >= missing else 0
            self.axes[i].n = problem.spatial[i - missing] if i >= missing else 1
            self.items *= axis.tiles
            below //= length
            along = np.array([axis.place(tap) * below for tap in range(axis.kernel)], np.intp)
            offsets = (offsets[:, :, None] + along).reshape(len(offsets), -1)
        offsets = np.ascontiguousarray((offsets.T if tiling.skips else offsets).ravel())
        self.tap = <const pc_size *>cnp.PyArray_DATA(offsets)
        self.keep = (offsets, maps)

        self.plain = problem.x_dtype == problem.accumulator and self.parts == 1
        self.constant = problem.padding_mode in ("zeros", "constant")
        self.zeros = self.constant and problem.padding_value == 0
        self.readers[0] = reader_of(problem, maps[2], False)
        self.readers[1] = reader_of(problem, maps[2], True)
        self.writer = writer_of(problem, self.kernels)

    cdef void compute(
        self, const Arrays *a, const char *weights, bint finite, pc_size item, char *memory
    ) noexcept nogil:
        """Compute one work item: a tile of some groups, for some of the blocks of channels."""
        cdef Tile tile
        cdef pc_size i, index, last
        cdef pc_size split = item % self.splits
        cdef char *packed = memory
        cdef char *sums = packed + (self.packed_size * self.itemsize + 63) // 64 * 64
        cdef pc_size *pixel = <pc_size *>(sums + (self.sums_size * self.itemsize + 63) // 64 * 64)

        item //= self.splits
        for i in range(2, -1, -1):
            index = item % self.axes[i].tiles
            item //= self.axes[i].tiles
            tile.start[i] = index * self.axes[i].tile
            tile.size[i] = min(self.axes[i].tile, self.axes[i].out - tile.start[i])
        tile.group = item % self.batches * self.together
        tile.n = item // self.batches
        tile.first_block = split * self.blocks // self.splits
        tile.last_block = (split + 1) * self.blocks // self.splits
        tile.finite, tile.framed = finite, False
        self.measure(a, &tile)
        if not self.by_rows:
            self.place(&tile, pixel)
        # Vectors may read past the last row.
        memset(
            packed + (self.shift + self.chunk * self.plane) * self.itemsize, 0,
            8 * self.kernels.lanes * self.itemsize,
        )
        packed += self.shift * self.itemsize
        last = min(self.groups, tile.group + self.together)
        if self.by_groups and self.cell > self.kernels.lanes:
            self.compute_cells(a, &tile, weights, last, packed, sums, pixel)
            return
        if self.planes and tile.whole_rows and self.written(a):
            self.compute_planes(a, &tile, weights, last, packed)
            return
        for i in range(tile.group, last):
            tile.group = i
            self.compute_group(a, &tile, weights, packed, sums, pixel)
            tile.framed = True

    cdef void measure(self, const Arrays *a, Tile *tile) noexcept nogil:
        """Find what all groups of a tile share: its rows, and where padding begins."""
        cdef Axis *height = &self.axes[1]
        cdef Axis *width = &self.axes[2]
        cdef pc_size x = tile.start[2] * width.stride, y = tile.start[1] * height.stride
        cdef pc_size step = 1 if self.by_channels else self.kernels.lanes
        tile.row_entries = (self.span(tile) + step - 1) // step
        if self.by_channels:
            tile.row_sums = tile.size[2] * self.block
        else:
            tile.row_sums = tile.row_entries * self.kernels.lanes
        tile.height, tile.width = reach(height, tile.size[1]), reach(width, tile.size[2])
        tile.left = clamp(width.lo - x, tile.width)
        tile.right = tile.width - clamp(width.lo + width.n - x, tile.width)
        tile.above = clamp(height.lo - y, tile.height)
        tile.below = tile.height - clamp(height.lo + height.n - y, tile.height)
        tile.whole_rows = (
            self.plain and a.x_stride[2] == self.itemsize and height.overlapped
            and (self.constant or tile.left + tile.right + tile.above + tile.below == 0)
            and tile.left + tile.right < tile.width
        )

    cdef bint written(self, const Arrays *a) noexcept nogil:
        """Whether sums of rows may stand in the caller's array."""
        return (
            self.writer.kernels != NULL and a.out_stride[2] == self.itemsize
            and a.out_stride[1] % self.itemsize == 0
        )

    cdef void compute_planes(
        self, const Arrays *a, Tile *tile, const char *weights, pc_size last, char *packed
    ) noexcept nogil:
        """Compute a tile of the groups up to `last`, each of one plane, many of them at a time.

        What is packed first has left the store queue when it is read.
        """
        cdef pc_size i, count
        cdef char *line = packed + self.chunk * self.plane * self.itemsize
        cdef const char *x = a.x + tile.n * a.x_batch
        cdef pc_rows rows
        cdef char *out = self.start(a, tile, &rows)
        while tile.group < last:
            count = min(self.chunk, last - tile.group)
            for i in range(count):
                self.pack_rows(
                    a, tile, x + (tile.group + i) * a.x_channel,
                    packed + i * self.plane * self.itemsize, line,
                )
            for i in range(count):
                rows.add = False
                rows.bias = NULL if a.bias == NULL else a.bias + tile.group * self.itemsize
                self.sum_plane(
                    tile, &rows, weights + tile.group * self.taps * self.itemsize,
                    packed + i * self.plane * self.itemsize, out,
                )
                out += a.out_channel
                tile.group += 1
            tile.framed = True

    cdef void compute_cells(
        self, const Arrays *a, Tile *tile, const char *weights, pc_size last, char *packed,
        char *sums, const pc_size *pixel,
    ) noexcept nogil:
        """Compute a tile of the groups up to `last`, each a vector of a cell."""
        cdef pc_size rows = tile.size[0] * tile.size[1], row, count
        self.pack_cells(a, tile, 0, self.cell, packed)
        while tile.group < last:
            if not self.write_cells(a, tile, weights, packed, pixel):
                row = 0
                while row < rows:
                    count = min(self.group_rows, rows - row)
                    self.sum(tile, weights, 0, 0, self.group_in, packed, pixel, row, count, sums)
                    self.store(a, tile, 0, row, count, sums)
                    row += count
            packed += self.group_in * self.itemsize
            tile.group += 1

    cdef bint write_cells(
        self, const Arrays *a, const Tile *tile, const char *w, const char *packed,
        const pc_size *pixel,
    ) noexcept nogil:
        """Sum a whole vector of channels straight into the caller's array, where they fit.

        Tell whether they did.
        """
        cdef pc_size r, lanes = self.kernels.lanes, first = tile.group * lanes
        cdef const char *bias = NULL if a.bias == NULL else a.bias + first * self.itemsize
        cdef char *out = a.out + tile.n * a.out_batch + first * a.out_channel
        cdef char *to
        if self.taps > self.most_taps or self.writer.kernels == NULL:
            return False
        if first + lanes > self.out_channels or a.out_channel != self.itemsize:
            return False
        if a.out_stride[2] % self.itemsize != 0:
            return False
        for r in range(3):
            out += tile.start[r] * a.out_stride[r]
        for r in range(tile.size[0] * tile.size[1]):
            to = out + r // tile.size[1] * a.out_stride[0] + r % tile.size[1] * a.out_stride[1]
            self.kernels.groups(
                packed, pixel + r * tile.size[2], tile.size[2], self.tap, self.taps,
                w + first * self.taps * self.itemsize, bias, to,
                a.out_stride[2] // self.itemsize, False,
            )
        return True

    cdef char *start(self, const Arrays *a, const Tile *tile, pc_rows *rows) noexcept nogil:
        """Set what all rows of a tile share, written to the caller's array, and find the first."""
        cdef pc_size i
        cdef char *out = a.out + tile.n * a.out_batch + tile.group * self.group_out * a.out_channel
        for i in range(3):
            out += tile.start[i] * a.out_stride[i]
        rows.w_pitch = self.axes[2].kernel
        rows.pitch = self.axes[1].dilation * self.axes[2].length
        rows.stride = self.axes[1].stride
        rows.out_pitch = self.axes[1].dilation * (a.out_stride[1] // self.itemsize)
        return out

    cdef void compute_group(
        self, const Arrays *a, const Tile *tile, const char *weights, char *packed, char *sums,
        const pc_size *pixel,
    ) noexcept nogil:
        """Compute a tile of one group."""
        cdef pc_size chunk, first, kept, block, rows, row, count
        cdef pc_size channels = self.parts * self.group_in
        cdef char *group
        cdef bint once = self.chunk >= channels
        rows = tile.size[0] * (1 if self.flat else tile.size[1])
        first = 0
        while first < channels:
            chunk = min(self.chunk, channels - first)
            if self.cell > 1:
                self.pack_cells(a, tile, first, chunk, packed)
            else:
                self.pack(a, tile, first, chunk, packed)
            for block in range(tile.first_block, tile.last_block):
                kept = 0 if once else (block - tile.first_block) * self.block_sums()
                row = 0
                while row < rows:
                    count = min(self.group_rows, rows - row)
                    group = sums + (kept + row * tile.row_sums) * self.itemsize
                    if self.skips:
                        self.sum_inside(
                            tile, weights, block, first, chunk, packed, pixel, row, count, group
                        )
                    elif not self.by_rows:
                        self.sum(
                            tile, weights, block, first, chunk, packed, pixel, row, count, group
                        )
                    elif self.sum_rows(a, tile, weights, block, first, chunk, packed, group):
                        break
                    if first + chunk == channels:
                        self.store(a, tile, block, row, count, group)
                    row += count
            first += chunk

    cdef pc_size block_sums(self) noexcept nogil:
        """Elements of the sums of one block."""
        if self.by_channels:
            return self.entries * self.block
        return self.entries * self.kernels.lanes * self.block

    cdef pc_size span(self, const Tile *tile) noexcept nogil:
        """Packed places of a row of outputs; if rows are taken as one, of all of them."""
        if self.flat:
            return (tile.size[1] - 1) * self.axes[2].length + tile.size[2]
        return tile.size[2]

    cdef void place(self, const Tile *tile, pc_size *pixel) noexcept nogil:
        """List where pixels (or vectors of them) of the tile are packed, and summed."""
        cdef pc_size d, h, w, row
        cdef pc_size width = self.axes[2].length
        cdef pc_size step = 1 if self.by_channels else self.kernels.lanes
        cdef pc_size rows = 1 if self.flat else tile.size[1]
        cdef pc_size span = self.span(tile)
        cdef pc_size *sums_at = pixel + self.entries
        cdef pc_size count = 0
        for d in range(tile.size[0]):
            for h in range(rows):
                row = d * self.axes[0].out_step * self.axes[1].length * width
                row += h * self.axes[1].out_step * width
                w = 0
                while w < span:
                    pixel[count] = (row + w * self.axes[2].out_step) * self.cell
                    sums_at[count] = count * step
                    count += 1
                    w += step

    cdef void pack(
        self, const Arrays *a, const Tile *tile, pc_size first, pc_size count, char *packed
    ) noexcept nogil:
        """Copy the padded input that the tile needs, `count` channels from `first`."""
        cdef pc_size c, channel, part
        # Behind all channels there is room for a padded row as it is, before it is spread.
        cdef char *line = packed + self.chunk * self.plane * self.itemsize
        cdef const char *plane
        for c in range(count):
            channel = (first + c) // self.parts
            part = (first + c) % self.parts
            plane = a.x + tile.n * a.x_batch
            plane += (tile.group * self.group_in + channel) * a.x_channel
            plane += part * self.x_part
            if part == 1 and self.x_part == 0:
                memset(packed, 0, self.plane * self.itemsize)
                packed += self.plane * self.itemsize
                continue
            if tile.whole_rows:
                self.pack_rows(a, tile, plane, packed, line)
            else:
                self.pack_plane(a, tile, part, plane, packed)
            packed += self.plane * self.itemsize

    cdef void pack_rows(
        self, const Arrays *a, const Tile *tile, const char *plane, char *packed, char *line
    ) noexcept nogil:
        """Copy one channel of a tile in whole rows."""
        cdef Axis *height = &self.axes[1]
        cdef Axis *width = &self.axes[2]
        cdef pc_size d, z
        plane += (tile.start[1] * height.stride + tile.above - height.lo) * a.x_stride[1]
        plane += (tile.start[2] * width.stride + tile.left - width.lo) * a.x_stride[2]
        for d in range(self.axes[0].length):
            z = coordinate(&self.axes[0], tile.start[0], tile.size[0], d)
            if z >= 0:
                z = self.axes[0].source[z]
                if z >= 0:
                    self.pad_rows(a, tile, plane + z * a.x_stride[0], packed, line)
                elif not tile.framed:
                    self.kernels.pad_rows(
                        NULL, 0, 1, tile.height * width.length, 0, 0, &self.readers[0].padding,
                        packed, 0,
                    )
            packed += height.length * width.length * self.itemsize

    cdef void pad_rows(
        self, const Arrays *a, const Tile *tile, const char *plane, char *packed, char *line
    ) noexcept nogil:
        """Copy the rows of a plane that are inside the input, and fill what is around them."""
        cdef Axis *width = &self.axes[2]
        cdef pc_size left = tile.left, right = tile.right, n = tile.width - left - right
        cdef pc_size inside = tile.height - tile.above - tile.below
        cdef pc_size pitch = width.length
        cdef pc_size h, run
        cdef const void *value = &self.readers[0].padding
        if not tile.framed:
            self.kernels.pad_rows(NULL, 0, 1, tile.above * pitch, 0, 0, value, packed, 0)
            self.kernels.pad_rows(
                NULL, 0, 1, tile.below * pitch, 0, 0, value,
                packed + (tile.above + inside) * pitch * self.itemsize, 0,
            )
        packed += tile.above * pitch * self.itemsize
        if width.stride == width.runs == 2 and width.run_step == 1:
            if not tile.framed:
                self.kernels.pad_rows(NULL, 0, 1, inside * pitch, 0, 0, value, packed, 0)
            # The first element inside stands in the first phase if `left` is even.
            self.kernels.split(
                plane, a.x_stride[1], inside, n,
                packed + (left % 2 * width.run_length + left // 2) * self.itemsize,
                packed + ((left + 1) % 2 * width.run_length + (left + 1) // 2) * self.itemsize,
                pitch,
            )
        elif not width.overlapped:
            for h in range(inside):
                self.kernels.pad_rows(
                    plane + h * a.x_stride[1], 0, 1, left, n, right, value, line, 0
                )
                for run in range(width.runs):
                    self.kernels.pick(
                        line + run * width.run_step * self.itemsize, width.stride,
                        run_used(width, tile.size[2], run),
                        packed + (h * pitch + run * width.run_length) * self.itemsize,
                    )
        elif n == pitch and a.x_stride[1] == n * self.itemsize:
            self.kernels.pad_rows(plane, 0, 1, 0, n * inside, 0, value, packed, 0)
        elif tile.framed:
            self.kernels.pad_rows(
                plane, a.x_stride[1], inside, 0, n, 0, value, packed + left * self.itemsize, pitch
            )
        else:
            self.kernels.pad_rows(
                plane, a.x_stride[1], inside, left, n, right, value, packed, pitch
            )

    cdef void pack_plane(
        self, const Arrays *a, const Tile *tile, pc_size part, const char *plane, char *packed
    ) noexcept nogil:
        """Copy one real channel of a tile."""
        cdef pc_size d, h, at, run, z, y, first
        cdef pc_size rows[2]
        cdef Axis *depth = &self.axes[0]
        cdef Axis *height = &self.axes[1]
        cdef Axis *width = &self.axes[2]
        cdef pc_reader reader = self.readers[part]
        cdef const char *row
        cdef pc_size step = 1 if width.overlapped else width.stride
        cdef pc_size line = width.length * self.itemsize
        reader.stride = a.x_stride[2]
        first = tile.start[2] * width.stride
        for d in range(depth.length):
            z = coordinate(depth, tile.start[0], tile.size[0], d)
            if z < 0:
                continue
            for h in range(height.length):
                y = coordinate(height, tile.start[1], tile.size[1], h)
                if y < 0:
                    continue
                rows[0], rows[1] = depth.source[z], height.source[y]
                row = NULL
                if rows[0] >= 0 and rows[1] >= 0:
                    row = plane + rows[0] * a.x_stride[0] + rows[1] * a.x_stride[1]
                at = (d * height.length + h) * line
                for run in range(width.runs):
                    pc_row(
                        &reader, packed + at + run * width.run_length * self.itemsize, row,
                        first + run * width.run_step, step, run_used(width, tile.size[2], run),
                    )

    cdef void pack_cells(
        self, const Arrays *a, const Tile *tile, pc_size first, pc_size count, char *packed
    ) noexcept nogil:
        """Copy the padded input that the tile needs, its channels side by side."""
        cdef Axis *width = &self.axes[2]
        cdef pc_reader reader = self.readers[0]
        cdef pc_size d, h, w, x, y, z, inside, first_done, last_done
        cdef pc_size cell = self.cell * self.itemsize
        cdef const char *row
        cdef const char *image = a.x + tile.n * a.x_batch
        cdef char *to
        count = min(count, self.in_channels - tile.group * self.group_in)
        image += (tile.group * self.group_in + first) * a.x_channel
        reader.stride = a.x_channel
        reader.axis.lo, reader.axis.n = 0, count
        for d in range(self.axes[0].length):
            z = coordinate(&self.axes[0], tile.start[0], tile.size[0], d)
            for h in range(self.axes[1].length):
                y = coordinate(&self.axes[1], tile.start[1], tile.size[1], h)
                if z < 0 or y < 0:
                    continue
                row = NULL
                if self.axes[0].source[z] >= 0 and self.axes[1].source[y] >= 0:
                    row = image + self.axes[0].source[z] * a.x_stride[0]
                    row += self.axes[1].source[y] * a.x_stride[1]
                to = packed + (d * self.axes[1].length + h) * width.length * cell
                first_done = last_done = 0
                if row != NULL and self.transposable(a, width, count):
                    first_done = clamp(width.lo - tile.start[2] * width.stride, width.length)
                    last_done = first_done + self.transpose_row(a, tile, row, first_done, to)
                w = 0
                while w < width.length:
                    if first_done <= w < last_done:
                        w = last_done
                        continue
                    x = coordinate(width, tile.start[2], tile.size[2], w)
                    inside = 1
                    if row != NULL and x >= 0 and width.source[x] >= 0:
                        inside = self.cells(a, tile, x, count)
                        self.copy_cells(
                            a, row + width.source[x] * a.x_stride[2], inside, count, to + w * cell
                        )
                    elif x >= 0:
                        pc_row(&reader, to + w * cell, NULL, 0, 1, count)
                    w += inside

    cdef bint transposable(
        self, const Arrays *a, const Axis *width, pc_size count
    ) noexcept nogil:
        """Whether whole rows of a vector of channels can be brought side by side."""
        return (
            self.plain and count == self.kernels.lanes and width.overlapped
            and a.x_stride[2] == self.itemsize and a.x_channel % self.itemsize == 0
        )

    cdef pc_size transpose_row(
        self, const Arrays *a, const Tile *tile, const char *row, pc_size left, char *to
    ) noexcept nogil:
        """Bring the input's own places of a row, from the packed place `left` on, side by side."""
        cdef Axis *width = &self.axes[2]
        cdef pc_size x = tile.start[2] * width.stride + left
        cdef pc_size end = tile.start[2] * width.stride + reach(width, tile.size[2])
        cdef pc_size n = min(end, width.lo + width.n) - x
        if n <= 0:
            return 0
        self.kernels.transpose(
            row + (x - width.lo) * self.itemsize, a.x_channel // self.itemsize,
            self.kernels.lanes, n, NULL, to + left * self.cell * self.itemsize,
            self.cell * self.itemsize,
        )
        return n

    cdef pc_size cells(
        self, const Arrays *a, const Tile *tile, pc_size x, pc_size count
    ) noexcept nogil:
        """How many places from the padded coordinate `x` on may be copied as one."""
        cdef Axis *width = &self.axes[2]
        cdef pc_size end = tile.start[2] * width.stride + reach(width, tile.size[2])
        if x < width.lo or x >= width.lo + width.n:
            return 1
        if not width.overlapped or not self.plain or a.x_channel != self.itemsize:
            return 1
        if count != self.cell or a.x_stride[2] != self.cell * self.itemsize:
            return 1
        return min(end, width.lo + width.n) - x

    cdef void copy_cells(
        self, const Arrays *a, const char *source, pc_size places, pc_size count, char *to
    ) noexcept nogil:
        """Copy `count` channels of one place, or all channels of many."""
        if places > 1 or (self.plain and a.x_channel == self.itemsize):
            memcpy(to, source, places * count * self.itemsize)
        else:
            self.readers[0].convert(to, 1, source, a.x_channel, count)

    cdef void sum(
        self, const Tile *tile, const char *w, pc_size block, pc_size first, pc_size count,
        const char *packed, const pc_size *pixel, pc_size row, pc_size rows, char *sums,
    ) noexcept nogil:
        """Add the products of `count` packed channels to the sums of a block, for some rows."""
        cdef pc_size taps = self.taps if self.by_groups else count * self.taps
        cdef pc_size runs = (taps + self.most_taps - 1) // self.most_taps
        cdef pc_size run, start, stop
        cdef pc_size lanes = self.kernels.lanes
        cdef pc_size entries = rows * tile.row_entries
        pixel += row * tile.row_entries
        w += ((tile.group * self.blocks + block) * self.terms + first * self.taps) * (
            self.block * self.itemsize
        )
        for run in range(runs):
            start = run * taps // runs
            stop = (run + 1) * taps // runs
            if self.by_groups:
                self.kernels.groups(
                    packed, pixel, entries, self.tap + start, stop - start,
                    w + start * self.block * self.itemsize, NULL, sums, lanes, start > 0,
                )
            elif self.by_channels:
                self.kernels.channels(
                    packed, pixel, entries, self.tap + start, stop - start,
                    w + start * self.block * self.itemsize, <int>(self.block // lanes), sums,
                    first + start > 0,
                )
            else:
                self.kernels.pixels(
                    packed, pixel, entries, self.tap + start, stop - start,
                    w + start * self.block * self.itemsize, <int>self.block, sums,
                    pixel + self.entries - row * tile.row_entries, self.entries * lanes,
                    first + start > 0,
                )

    cdef void sum_inside(
        self, const Tile *tile, const char *w, pc_size block, pc_size first, pc_size count,
        const char *packed, const pc_size *pixel, pc_size row, pc_size rows, char *sums,
    ) noexcept nogil:
        """What `sum` does, but each tap is summed only for pixels that it does not meet padding at.

        That is exact for finite weights; if there are others, every tap is summed for all pixels.
        """
        cdef pc_size tap, left, i, r, last, run, start, stop, runs, height = tile.size[1]
        cdef pc_size[3] lo, hi, at
        cdef pc_size size = self.block * self.itemsize
        runs = (count + self.most_taps - 1) // self.most_taps
        w += ((tile.group * self.blocks + block) * self.terms + first * self.taps) * size
        if first == 0:
            memset(sums, 0, rows * tile.row_sums * self.itemsize)
        for tap in range(self.taps):
            left = tap
            for i in range(2, -1, -1):
                at[i] = left % self.axes[i].kernel
                left //= self.axes[i].kernel
                inside(&self.axes[i], tile.start[i], tile.size[i], at[i], &lo[i], &hi[i])
                if not tile.finite:
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
                            packed, pixel + r * tile.size[2] + lo[2],
                            hi[2] - lo[2] + (last - r - 1) * tile.size[2],
                            self.tap + tap * self.chunk + start, stop - start,
                            w + (tap * count + start) * size,
                            <int>(self.block // self.kernels.lanes),
                            sums + ((r - row) * tile.size[2] + lo[2]) * size, True,
                        )
                r = last

    cdef bint sum_rows(
        self, const Arrays *a, const Tile *tile, const char *w, pc_size block, pc_size first,
        pc_size count, const char *packed, char *sums,
    ) noexcept nogil:
        """Add the products of `count` packed channels to the sums of one filter, plane by plane.

        Where results are what sums are, they are summed in the caller's array; tell whether.
        """
        cdef Axis *depth = &self.axes[0]
        cdef Axis *height = &self.axes[1]
        cdef Axis *width = &self.axes[2]
        cdef pc_rows rows
        cdef pc_size d, c, plane, z, left
        cdef pc_size plane_step = depth.dilation if depth.overlapped else depth.tile
        cdef pc_size sums_step = tile.size[1] * tile.row_sums * self.itemsize
        cdef bint last = first + count == self.parts * self.group_in
        cdef bint written = self.written(a)
        w += ((tile.group * self.blocks + block) * self.terms + first * self.taps) * self.itemsize
        cdef char *out = self.start(a, tile, &rows)
        if written:
            sums, sums_step = out + block * a.out_channel, a.out_stride[0]
        else:
            rows.out_pitch = height.dilation * tile.row_sums
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
                        tile, &rows, w + (c * self.taps + plane * height.kernel * width.kernel) * (
                            self.itemsize
                        ),
                        packed + (c * self.plane + z) * self.itemsize, sums,
                    )
            sums += sums_step
        return written

    cdef void sum_plane(
        self, const Tile *tile, pc_rows *rows, const char *w, const char *x, char *sums
    ) noexcept nogil:
        """Add one plane's products with as many columns of the kernel at a time as may be summed.

        A bias is added with the last of them.
        """
        cdef Axis *height = &self.axes[1]
        cdef Axis *width = &self.axes[2]
        cdef const void *bias = rows.bias
        cdef pc_size down = self.runs[0], across = self.runs[1]
        cdef pc_size i, j, top, column, phase, inside = 0, end = height.length
        # Dilated rows fall into classes that never meet; each is a plane of its own.
        cdef pc_size phases = min(height.dilation, tile.size[1])
        if tile.finite and self.zeros and height.dilation == 1:
            inside = height.lo - tile.start[1] * height.stride
            end = inside + height.n
        if down * across * phases == 1:
            rows.height, rows.width = height.kernel, width.kernel
            rows.w, rows.column = w, self.tap
            rows.first, rows.last = inside, end
            self.kernels.rows(rows, x, tile.size[1], tile.size[2], sums)
            rows.add = True
            return
        for i in range(down):
            top = i * height.kernel // down
            rows.height = (i + 1) * height.kernel // down - top
            rows.first, rows.last = inside - top, end - top
            for j in range(across):
                column = j * width.kernel // across
                rows.width = (j + 1) * width.kernel // across - column
                rows.column = self.tap + column
                rows.w = w + (top * width.kernel + column) * self.itemsize
                rows.bias = bias if i + 1 == down and j + 1 == across else NULL
                for phase in range(phases):
                    self.kernels.rows(
                        rows,
                        x + (top * height.dilation + phase) * width.length * self.itemsize,
                        (tile.size[1] - phase + height.dilation - 1) // height.dilation,
                        tile.size[2], sums + phase * (rows.out_pitch // height.dilation) * self.itemsize,
                    )
                rows.add = True

    cdef void store(
        self, const Arrays *a, const Tile *tile, pc_size block, pc_size row, pc_size rows,
        const char *sums,
    ) noexcept nogil:
        """Write the sums of a block into the caller's array, for some rows of the tile."""
        cdef pc_size i, d, last, span, next_row, pixel_step, channel_step
        cdef pc_size channels = self.parts * self.group_out
        cdef pc_size first = block * self.block
        cdef pc_writer writer = self.writer
        cdef const char *bias = a.bias
        cdef char *out = a.out + tile.n * a.out_batch
        cdef bint dense
        out += (tile.group * self.group_out + first // self.parts) * a.out_channel
        out += first % self.parts * writer.itemsize
        for i in range(3):
            out += tile.start[i] * a.out_stride[i]
        if bias != NULL:
            bias += (tile.group * channels + first) * self.itemsize
        # Lanes that no channel is left for are not stored.
        channels = min(
            self.block, channels - first,
            self.parts * (self.out_channels - tile.group * self.group_out) - first,
        )
        writer.pixel_stride, writer.channel_stride = a.out_stride[2], a.out_channel
        if self.by_channels:
            pixel_step, channel_step, next_row = self.block, 1, tile.size[2] * self.block
            dense = True
        else:
            pixel_step, channel_step = 1, self.entries * self.kernels.lanes
            next_row = self.axes[2].length if self.flat else tile.row_sums
            dense = next_row == tile.size[2]
        if not self.by_channels and writer.kernels != NULL and (
            writer.pixel_stride == self.itemsize
        ):
            span = tile.size[1] * next_row  # pixels and rows are summed whole, not in groups
            if self.flat:
                span = tile.row_sums
            for i in range(channels):
                for d in range(tile.size[0]):
                    self.kernels.store_rows(
                        sums + (i * channel_step + d * span) * self.itemsize, next_row,
                        tile.size[1], tile.size[2],
                        bias + i * self.itemsize if bias != NULL else NULL,
                        out + i * a.out_channel + d * a.out_stride[0], a.out_stride[1],
                    )
            return
        if self.flat:
            row, rows = row * tile.size[1], rows * tile.size[1]
        while rows > 0:
            # Rows that follow each other in both places are written as one.
            last = min(rows, tile.size[1] - row % tile.size[1])
            if not (dense and a.out_stride[1] == tile.size[2] * a.out_stride[2]):
                last = 1
            span = last * tile.size[2]
            pc_store(
                &writer,
                out + row // tile.size[1] * a.out_stride[0] + row % tile.size[1] * a.out_stride[1],
                sums, pixel_step, channel_step, span, channels, bias,
            )
            row += last
            rows -= last
            sums += last * next_row * self.itemsize
            if self.flat and row % tile.size[1] == 0:
                sums += (tile.row_sums - tile.size[1] * next_row) * self.itemsize


cdef void inside(
    const Axis *axis, pc_size start, pc_size size, pc_size tap, pc_size *first, pc_size *last
) noexcept nogil:
    """Find the outputs of a tile, from the first to before the last, whose tap meets the input."""
    cdef pc_size from_lo = axis.lo - start * axis.stride - tap * axis.dilation
    cdef pc_size to_end = from_lo + axis.n
    first[0] = clamp((from_lo + axis.stride - 1) // axis.stride if from_lo > 0 else 0, size)
    last[0] = clamp((to_end + axis.stride - 1) // axis.stride if to_end > 0 else 0, size)
    last[0] = max(first[0], last[0])


cdef pc_size reach(const Axis *axis, pc_size size) noexcept nogil:
    """Padded coordinates from the first to the last that a tile of `size` outputs reads."""
    return (size - 1) * axis.stride + (axis.kernel - 1) * axis.dilation + 1


cdef pc_size run_used(const Axis *axis, pc_size size, pc_size run) noexcept nogil:
    """Packed positions of a run that a tile of `size` outputs needs."""
    if axis.overlapped:
        return reach(axis, size)
    # As many as there are coordinates to read, which separate runs and late phases pass sooner.
    return min(
        axis.run_length - axis.tile + size,
        (reach(axis, size) - 1 - run * axis.run_step) // axis.stride + 1,
    )


cdef pc_size coordinate(
    const Axis *axis, pc_size start, pc_size size, pc_size position
) noexcept nogil:
    """Padded coordinate behind a packed position of a tile, or -1 if the tile needs none there."""
    cdef pc_size run, place, step
    if axis.overlapped:
        run, place, step = 0, position, 1
    else:
        run, place, step = position // axis.run_length, position % axis.run_length, axis.stride
    if run >= axis.runs or place >= run_used(axis, size, run):
        return -1
    return start * axis.stride + place * step + run * axis.run_step


cdef class DirectKernel:
    """Packed weights on the tiles of a problem; `Kernel` of the direct backend.

    Weights are packed as ``[group][block][input channel and tap][output channel of the block]``,
    the order in which tiles read them.
    """

    cdef Geometry geometry
    cdef cnp.ndarray memory
    cdef char *weights
    cdef bint finite

    def __init__(self, Geometry geometry, cnp.ndarray matrices):
        cdef pc_size group, block, filters, rows = geometry.parts * geometry.group_out
        cdef pc_size size = geometry.block * geometry.terms * geometry.itemsize
        cdef pc_size all_rows = geometry.parts * geometry.out_channels
        cdef const char *w
        cdef char *to
        self.geometry = geometry
        self.finite = bool(np.isfinite(matrices).all())
        self.memory = np.zeros(geometry.groups * geometry.blocks * size + 64, np.uint8)
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

    def __call__(self, cnp.ndarray x, bias, cnp.ndarray out, int workers):
        """Write every element of `out`."""
        cdef Arrays a = arrays_of(x, bias, out)
        cdef pc_size item
        cdef char *memory
        cdef Geometry geometry = self.geometry
        cdef pc_size workspace = geometry.workspace, items = geometry.items
        cdef const char *weights = self.weights
        cdef bint finite = self.finite
        workers = min(workers, items)
        space = np.empty(workers * workspace + 64, np.uint8)
        memory = aligned(space)
        with nogil:
            if workers == 1:
                for item in range(items):
                    geometry.compute(&a, weights, finite, item, memory)
            else:
                with parallel(num_threads=workers):
                    for item in prange(items, schedule="dynamic"):
                        geometry.compute(&a, weights, finite, item, memory + threadid() * workspace)
