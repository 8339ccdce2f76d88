# cython: boundscheck=False, wraparound=False, cdivision=True, initializedcheck=False
"""The tile loop of Winograd convolution: pack, transform, multiply, transform, store.

`_winograd_tiles.py` plans it. Of a block of tiles, each input channel is packed by phase (see
kernels/winograd.h) and transformed into one panel for each point; the panels are multiplied by the
transformed weights, a block of output channels at a time; and the products are transformed into
rows of the output.
"""

from cython.parallel cimport parallel, prange, threadid
from libc.string cimport memcpy, memset

cimport numpy as cnp

from polyconv._kernels cimport (
    aligned, arrays_of, pc_arrays, pc_deal, pc_kernels, pc_kernels_for, pc_prefetch, pc_reader,
    pc_row, pc_size, pc_store, pc_winograd, pc_winograd_for, pc_writer, reader_of, type_of, writer_of,
)

import numpy as np

cnp.import_array()

# Points along an axis.
cdef enum:
    MOST_POINTS = 9

# Input channels whose weights are brought side by side at a time.
cdef enum:
    TOGETHER = 32


# Tiles of all residues (see _winograd_tiles.py) alternate: tile t * residues + r is the t-th of the
# residue r.
cdef struct Axis:
    pc_size out, dilation
    pc_size tiles, block, blocks       # tiles of a residue, in all and of a block; blocks
    pc_size residues, residue_block, residue_blocks
    pc_size outputs, points            # of a tile; both are 1 along an axis that is not there
    pc_size lo, n, padded              # padding before the input, its size, and both with the rest
    const pc_size *source


# A block of tiles: the first image, and along each axis the first tile and residue, how many there
# are, tiles of all residues, and places in a phase: tiles, and those that tiles reach over into.
cdef struct Block:
    pc_size n, images, group, first_block, last_block
    pc_size start[3]
    pc_size tiles[3]
    pc_size residue[3]
    pc_size residues[3]
    pc_size size[3]
    pc_size places[3]
    pc_size lines  # rows of tiles along the last axis
    pc_size multiplied, slots


# Which of the elements that tiles of one residue read are inside the input, and the first there.
cdef struct Span:
    pc_size first, last, source


# Where a worker keeps what.
cdef struct Memory:
    char *line
    char *planes
    char *deep
    char *phases
    char *panels
    char *products
    char *half
    char *rows
    char *unwanted
    pc_size *slot


cdef class Geometry:
    """The tiles of one problem, computed with whatever weights: all that is not arrays."""

    cdef const pc_kernels *kernels
    cdef const pc_winograd *transform
    cdef Axis axes[3]
    cdef pc_reader reader
    cdef pc_writer writer
    cdef bint plain, constant, prefetched, dealt
    cdef pc_size rank, batch, groups, group_in, group_out, itemsize
    cdef pc_size points, images, image_blocks, block, blocks, vectors, splits, items, chain
    cdef pc_size together, line_size, plane_size, deep_step, phase_step, panel_step, panel_row
    cdef pc_size product_step, half_step, workspace
    cdef pc_size parts[10]
    cdef const pc_size *tap
    cdef tuple keep

    def __init__(self, problem, tiling):
        cdef Py_ssize_t i, missing = 3 - problem.rank
        self.kernels = pc_kernels_for(type_of(problem.accumulator))
        self.transform = pc_winograd_for(
            type_of(problem.accumulator), tiling.transform.outputs, tiling.transform.taps
        )
        self.rank, self.batch, self.groups = problem.rank, problem.batch, problem.groups
        self.group_in, self.group_out = problem.group_in, problem.group_out
        self.itemsize, self.points = problem.accumulator.itemsize, tiling.points
        self.images, self.splits, self.chain = tiling.images, tiling.splits, tiling.chain
        self.image_blocks = (self.batch + self.images - 1) // self.images
        self.vectors, self.blocks = tiling.vectors, tiling.blocks
        self.block = self.vectors * self.kernels.lanes
        self.items = self.image_blocks * self.groups * self.splits
        maps = (np.zeros(1, np.intp),) * missing + problem.source
        for i in range(3):
            axis = &self.axes[i]
            axis.outputs = axis.points = axis.out = axis.tiles = axis.block = 1
            axis.dilation = axis.residues = axis.residue_block = axis.n = axis.padded = 1
            axis.lo = 0
            if i >= missing:
                axis.outputs, axis.points = tiling.transform.outputs, tiling.transform.points
                axis.out, axis.tiles = problem.out[i - missing], tiling.tiles[i - missing]
                axis.block, axis.dilation = tiling.block[i - missing], problem.dilation[i - missing]
                axis.residues = tiling.residues[i - missing]
                axis.residue_block = tiling.residue_block[i - missing]
                axis.lo, axis.n = problem.pads[i - missing][0], problem.spatial[i - missing]
                axis.padded = problem.padded[i - missing]
            axis.blocks = (axis.tiles + axis.block - 1) // axis.block
            axis.residue_blocks = (axis.residues + axis.residue_block - 1) // axis.residue_block
            axis.source = <const pc_size *>cnp.PyArray_DATA(maps[i])
            self.items *= axis.blocks * axis.residue_blocks
        for i, size in enumerate(tiling.parts.values()):
            self.parts[i] = size
        self.workspace, self.prefetched = tiling.workspace, tiling.prefetched
        self.dealt = self.axes[2].dilation > 1
        self.together, self.plane_size = tiling.together, tiling.plane
        self.line_size = tiling.line
        self.deep_step, self.phase_step = tiling.deep_step, tiling.phase_step
        self.panel_row, self.panel_step = tiling.panel_row, tiling.panel_step
        self.product_step, self.half_step = tiling.product_step, tiling.half_step
        taps = np.arange(problem.group_in, dtype=np.intp) * tiling.panel_row
        self.tap = <const pc_size *>cnp.PyArray_DATA(taps)
        self.keep = (taps, maps)
        self.plain = problem.x_dtype == problem.accumulator
        self.constant = problem.padding_mode in ("zeros", "constant")
        self.reader = reader_of(problem, maps[2], False)
        self.writer = writer_of(problem, self.kernels)

    cdef void compute(
        self, const pc_arrays *a, const char *weights, pc_size item, char *space
    ) noexcept nogil:
        """Compute one work item: a block of tiles of one group, for some blocks of channels."""
        cdef Block tiles
        cdef Memory memory
        cdef pc_size block
        self.locate(item, &tiles)
        self.divide(space, &memory)
        self.list_slots(&tiles, memory.slot)
        self.transform_input(a, &tiles, &memory)
        for block in range(tiles.first_block, tiles.last_block):
            self.multiply(&tiles, weights, block, &memory)
            self.store_block(a, &tiles, block, &memory)

    cdef void locate(self, pc_size item, Block *tiles) noexcept nogil:
        """Which tiles and channels a work item has."""
        cdef pc_size i, over, split = item % self.splits
        cdef Axis *axis
        item //= self.splits
        tiles.first_block = split * self.blocks // self.splits
        tiles.last_block = (split + 1) * self.blocks // self.splits
        tiles.multiplied = 1
        for i in range(2, -1, -1):
            axis = &self.axes[i]
            tiles.residue[i] = item % axis.residue_blocks * axis.residue_block
            item //= axis.residue_blocks
            tiles.start[i] = item % axis.blocks * axis.block
            item //= axis.blocks
            tiles.residues[i] = min(axis.residue_block, axis.residues - tiles.residue[i])
            tiles.tiles[i] = min(axis.block, axis.tiles - tiles.start[i])
            tiles.size[i] = tiles.tiles[i] * tiles.residues[i]
            over = (axis.points - 1) // axis.outputs
            tiles.places[i] = (tiles.tiles[i] + over) * tiles.residues[i]
            tiles.multiplied *= tiles.size[i]
        tiles.group = item % self.groups
        tiles.n = item // self.groups * self.images
        tiles.images = min(self.images, self.batch - tiles.n)
        tiles.lines = tiles.images * tiles.size[0] * tiles.size[1]
        tiles.multiplied *= tiles.images
        tiles.slots = tiles.lines * tiles.places[2]

    cdef void divide(self, char *space, Memory *memory) noexcept nogil:
        """Lay out a worker's memory."""
        memory.line = space
        memory.planes = memory.line + self.parts[0]
        memory.deep = memory.planes + self.parts[1]
        memory.phases = memory.deep + self.parts[2]
        memory.panels = memory.phases + self.parts[3]
        memory.products = memory.panels + self.parts[4]
        memory.half = memory.products + self.parts[5]
        memory.rows = memory.half + self.parts[6]
        memory.unwanted = memory.rows + self.parts[7]
        memory.slot = <pc_size *>(memory.unwanted + self.parts[8])

    cdef void list_slots(self, const Block *tiles, pc_size *slot) noexcept nogil:
        """Where in its panel each tile stands: lines of tiles have places between them."""
        cdef pc_size line, t
        for line in range(tiles.lines):
            for t in range(tiles.size[2]):
                slot[line * tiles.size[2] + t] = line * tiles.places[2] + t

    # ---- input ----

    cdef void transform_input(
        self, const pc_arrays *a, const Block *tiles, const Memory *memory
    ) noexcept nogil:
        """Fill the panels: for each point, channels by slots."""
        cdef pc_size c = 0, image, i, count, together = 1
        cdef pc_size size = self.plane_size * self.itemsize
        cdef const char *source
        cdef bint copied = self.plain and self.constant and (
            a.x_stride[2] == self.itemsize or a.x_channel == self.itemsize
        )
        if copied:
            # What is around the input stays as it is, from channel to channel.
            if a.x_stride[2] != self.itemsize:
                together = self.together
            self.fill(memory.planes, tiles.images * together * self.plane_size)
            self.fill(memory.line, together * self.line_size)
        while c < self.group_in:
            count = min(together, self.group_in - c)
            for image in range(tiles.images):
                source = a.x + (tiles.n + image) * a.x_batch
                source += (tiles.group * self.group_in + c) * a.x_channel
                if copied:
                    self.copy(
                        a, tiles, source, count, memory.line, memory.planes + image * together * size
                    )
                else:
                    self.pack(a, tiles, source, memory.line, memory.planes + image * size)
            for i in range(count):
                for image in range(tiles.images):
                    self.split(
                        tiles, image, memory.planes + (image * together + i) * size, memory
                    )
                self.transform_rows(tiles, c + i, memory)
            c += count

    cdef void transform_rows(
        self, const Block *tiles, pc_size c, const Memory *memory
    ) noexcept nogil:
        """Transform the phases of a channel along the last axis."""
        cdef pc_size row, f, rows = self.points // self.axes[2].points
        cdef pc_size m = self.axes[2].outputs, points = self.axes[2].points
        cdef const void *source[MOST_POINTS]
        for row in range(rows):
            for f in range(points):
                source[f] = memory.phases + (
                    (row * m + f % m) * self.phase_step + f // m * tiles.residues[2]
                ) * self.itemsize
            self.transform.input(
                source, tiles.slots,
                memory.panels
                + (row * points * self.panel_step + c * self.panel_row) * self.itemsize,
                self.panel_step,
            )

    cdef void split(
        self, const Block *tiles, pc_size image, const char *planes, const Memory *memory
    ) noexcept nogil:
        """Transform a packed channel along all axes but the last, and sort that by phase."""
        cdef Axis *depth = &self.axes[0]
        cdef Axis *height = &self.axes[1]
        cdef pc_size width = self.axes[2].outputs * tiles.places[2]
        cdef pc_size lines = tiles.size[1] * tiles.places[2]
        cdef pc_size slice = height.outputs * tiles.places[1] * width
        cdef pc_size k, z
        cdef const void *source[MOST_POINTS]
        cdef pc_size first = image * tiles.size[0] * lines
        if self.rank == 1 and self.dealt:
            for k in range(self.axes[2].outputs):
                memcpy(
                    memory.phases + (k * self.phase_step + first) * self.itemsize,
                    planes + k * lines * self.itemsize, lines * self.itemsize,
                )
            return
        if self.rank == 1:
            self.transform.split(
                planes, lines, memory.phases + first * self.itemsize, self.phase_step
            )
            return
        if self.rank == 3:
            for k in range(depth.points):
                source[k] = planes + (
                    k % depth.outputs * tiles.places[0] + k // depth.outputs * tiles.residues[0]
                ) * slice * self.itemsize
            self.transform.input(source, tiles.size[0] * slice, memory.deep, self.deep_step)
            planes = memory.deep
        for k in range(depth.points):
            for z in range(tiles.size[0]):
                self.split_plane(
                    tiles, planes + (k * self.deep_step + z * slice) * self.itemsize,
                    memory.phases + (
                        k * height.points * self.axes[2].outputs * self.phase_step
                        + first + z * lines
                    ) * self.itemsize,
                )

    cdef void split_plane(
        self, const Block *tiles, const char *plane, char *to
    ) noexcept nogil:
        """Transform a plane along its height, and sort that by phase."""
        cdef pc_size m = self.axes[1].outputs, i, f
        cdef pc_size n = tiles.size[1] * tiles.places[2]
        cdef pc_size pitch = self.pitch(tiles)
        cdef const void *source[MOST_POINTS]
        for i in range(self.axes[1].points):
            source[i] = plane + self.row(tiles, i % m, i // m * tiles.residues[1]) * self.itemsize
        if not self.dealt:
            self.transform.input_split(source, n, to, self.phase_step)
            return
        m = self.axes[2].outputs
        for f in range(m):
            self.transform.input(source, n, to + f * self.phase_step * self.itemsize,
                                 m * self.phase_step)
            for i in range(self.axes[1].points):
                source[i] = <const char *>source[i] + tiles.places[1] * pitch * self.itemsize

    cdef pc_size pitch(self, const Block *tiles) noexcept nogil:
        """Elements from one row of a packed plane to the next; dealt ones are of a single phase."""
        return tiles.places[2] if self.dealt else self.axes[2].outputs * tiles.places[2]

    cdef pc_size row(self, const Block *tiles, pc_size phase, pc_size place) noexcept nogil:
        """Where in a packed plane the row at a place of a phase starts."""
        cdef pc_size width = self.axes[2].outputs * tiles.places[2]
        return phase * tiles.places[1] * width + place * self.pitch(tiles)

    cdef void fill(self, char *to, pc_size count) noexcept nogil:
        """Fill `count` elements with padding."""
        self.kernels.pad_rows(NULL, 0, 1, count, 0, 0, &self.reader.padding, to, 0)

    cdef void copy(
        self, const pc_arrays *a, const Block *tiles, const char *source, pc_size channels,
        char *line, char *packed,
    ) noexcept nogil:
        """Copy what is inside the input, of one channel or several side by side."""
        cdef Axis *depth = &self.axes[0]
        cdef Axis *height = &self.axes[1]
        cdef pc_size z, y, at, slice = height.outputs * tiles.places[1]
        cdef Span deep, high, wide
        slice *= self.axes[2].outputs * tiles.places[2]
        if self.dealt:
            wide = line_inside(&self.axes[2], tiles)
        else:
            wide = inside(&self.axes[2], tiles, 2, 0)
        source += wide.source * a.x_stride[2]
        for z in range(tiles.residues[0]):
            deep = inside(depth, tiles, 0, z)
            for y in range(tiles.residues[1]):
                high = inside(height, tiles, 1, y)
                for at in range(deep.first, deep.last):
                    self.copy_plane(
                        a, tiles, source + high.source * a.x_stride[1]
                        + (deep.source + (at - deep.first) * depth.dilation) * a.x_stride[0],
                        y, &high, &wide, channels, line, packed + (
                            at % depth.outputs * tiles.places[0]
                            + at // depth.outputs * tiles.residues[0] + z
                        ) * slice * self.itemsize,
                    )

    cdef void copy_plane(
        self, const pc_arrays *a, const Block *tiles, const char *source, pc_size residue,
        const Span *high, const Span *wide, pc_size channels, char *line, char *packed,
    ) noexcept nogil:
        """Copy rows of one residue; `source` is the first element of the first that is inside."""
        cdef pc_size m = self.axes[1].outputs, dilation = self.axes[1].dilation
        cdef pc_size f, y, rows, n = wide.last - wide.first
        cdef pc_size pitch = tiles.residues[1] * self.pitch(tiles)
        cdef const char *row
        cdef char *to
        if n <= 0:
            return
        for f in range(m):
            # The rows of a phase are neighbours here, and m apart among those of the residue.
            y = high.first + (f - high.first % m + m) % m
            rows = (high.last - y + m - 1) // m if y < high.last else 0
            row = source + (y - high.first) * dilation * a.x_stride[1]
            to = packed + self.row(tiles, f, y // m * tiles.residues[1] + residue) * self.itemsize
            if self.dealt:
                self.deal_rows(
                    a, tiles, row, m * dilation * a.x_stride[1], rows, n, channels,
                    line, line + wide.first * self.itemsize, to, pitch,
                )
            else:
                self.copy_rows(
                    a, row, m * dilation * a.x_stride[1], rows, n, channels,
                    to + wide.first * self.itemsize, pitch, self.plane_size,
                )

    cdef void copy_rows(
        self, const pc_arrays *a, const char *source, pc_size step, pc_size rows, pc_size n,
        pc_size channels, char *to, pc_size pitch, pc_size channel_step,
    ) noexcept nogil:
        """Copy rows of n elements, `step` bytes apart, to rows `pitch` elements apart."""
        cdef pc_size row
        if a.x_stride[2] == self.itemsize:
            self.kernels.pad_rows(source, step, rows, 0, n, 0, &self.reader.padding, to, pitch)
            return
        for row in range(rows):
            self.kernels.transpose(
                source + row * step, a.x_stride[2] // self.itemsize, n, channels, NULL,
                to + row * pitch * self.itemsize, channel_step * self.itemsize,
            )

    cdef void deal_rows(
        self, const pc_arrays *a, const Block *tiles, const char *source, pc_size step,
        pc_size rows, pc_size n, pc_size channels, char *line, char *inner, char *to,
        pc_size pitch,
    ) noexcept nogil:
        """Copy n elements of each row into the middle of a padded line, and deal that out."""
        cdef pc_size row, c
        for row in range(rows):
            self.copy_rows(a, source + row * step, step, 1, n, channels, inner, 0, self.line_size)
            for c in range(channels):
                self.deal(
                    tiles, line + c * self.line_size * self.itemsize,
                    to + (c * self.plane_size + row * pitch) * self.itemsize,
                )

    cdef void deal(self, const Block *tiles, const char *line, char *to) noexcept nogil:
        """Sort a padded line by phase: residues stay side by side."""
        cdef Axis *width = &self.axes[2]
        pc_deal(
            line, reach(width, tiles.tiles[2]), width.dilation * self.itemsize,
            tiles.residues[2] * self.itemsize, <int>width.outputs, to,
            tiles.places[1] * tiles.places[2] * self.itemsize,
        )

    cdef void pack(
        self, const pc_arrays *a, const Block *tiles, const char *plane, char *line, char *packed
    ) noexcept nogil:
        """Copy the padded input of one channel, planes and rows sorted by phase, in any mode."""
        cdef Axis *depth = &self.axes[0]
        cdef Axis *height = &self.axes[1]
        cdef pc_size z, y, r, at, from_z, from_y
        cdef pc_size slice = height.outputs * self.axes[2].outputs * tiles.places[1] * tiles.places[2]
        cdef const char *row
        for z in range(reach(depth, tiles.tiles[0]) * tiles.residues[0]):
            r = z % tiles.residues[0]
            from_z = self.source(tiles, 0, z // tiles.residues[0], r)
            at = z // tiles.residues[0]
            at = at % depth.outputs * tiles.places[0] + at // depth.outputs * tiles.residues[0] + r
            for y in range(reach(height, tiles.tiles[1]) * tiles.residues[1]):
                r = y % tiles.residues[1]
                from_y = self.source(tiles, 1, y // tiles.residues[1], r)
                row = NULL
                if from_z >= 0 and from_y >= 0:
                    row = plane + from_z * a.x_stride[0] + from_y * a.x_stride[1]
                self.pack_row(a, tiles, row, line, packed + (at * slice + self.row(
                    tiles, y // tiles.residues[1] % height.outputs,
                    y // tiles.residues[1] // height.outputs * tiles.residues[1] + r,
                )) * self.itemsize)

    cdef pc_size source(
        self, const Block *tiles, int i, pc_size element, pc_size residue
    ) noexcept nogil:
        """Input index behind an element of a residue; -1 in the padding and past its end."""
        cdef Axis *axis = &self.axes[i]
        cdef pc_size coordinate = (tiles.start[i] * axis.outputs + element) * axis.dilation
        coordinate += tiles.residue[i] + residue
        return axis.source[coordinate] if coordinate < axis.padded else -1

    cdef void pack_row(
        self, const pc_arrays *a, const Block *tiles, const char *row, char *line, char *to
    ) noexcept nogil:
        """Copy the padded input of one row; past its end, what no output needs is zero."""
        cdef Axis *width = &self.axes[2]
        cdef pc_size first = tiles.start[2] * width.outputs * width.dilation
        cdef pc_size length = width.outputs * tiles.places[2]
        cdef pc_size count
        cdef pc_reader reader = self.reader
        cdef char *packed = to
        if self.dealt:
            length, packed = line_length(width, tiles), line
        count = min(length, width.padded - first)
        reader.stride = a.x_stride[2]
        pc_row(&reader, packed, row, first, 1, count)
        if count < length:
            memset(packed + count * self.itemsize, 0, (length - count) * self.itemsize)
        if self.dealt:
            self.deal(tiles, line, to)

    # ---- products ----

    cdef void multiply(
        self, const Block *tiles, const char *weights, pc_size block, const Memory *memory
    ) noexcept nogil:
        """Multiply the panel of each point by its weights: for each point, tiles by channels."""
        cdef pc_size point, first, count
        cdef pc_size size = self.group_in * self.block * self.itemsize
        weights += (tiles.group * self.blocks + block) * self.points * size
        for point in range(self.points):
            first = 0
            while first < self.group_in:
                count = min(self.chain, self.group_in - first)
                if self.prefetched:
                    # The weights of the next sum, while this one is computed.
                    pc_prefetch(
                        weights + point * size + (first + count) * self.block * self.itemsize,
                        self.chain * self.block * self.itemsize,
                    )
                self.kernels.channels(
                    memory.panels + point * self.panel_step * self.itemsize,
                    memory.slot, tiles.multiplied, self.tap + first, count,
                    weights + point * size + first * self.block * self.itemsize,
                    <int>self.vectors,
                    memory.products + point * self.product_step * self.itemsize, first > 0,
                )
                first += count

    # ---- output ----

    cdef void store_block(
        self, const pc_arrays *a, const Block *tiles, pc_size block, const Memory *memory
    ) noexcept nogil:
        """Transform and write the products of one block of channels."""
        cdef pc_size line = 0, n, z, y
        for n in range(tiles.images):
            for z in range(tiles.size[0]):
                for y in range(tiles.size[1]):
                    self.store_line(a, tiles, block, line, n, z, y, memory)
                    line += 1

    cdef void store_line(
        self, const pc_arrays *a, const Block *tiles, pc_size block, pc_size line, pc_size n,
        pc_size z, pc_size y, const Memory *memory,
    ) noexcept nogil:
        """Transform and write the products of a line of tiles."""
        cdef Axis *depth = &self.axes[0]
        cdef pc_size first_z = first_output(depth, tiles, 0, z)
        cdef pc_size k, planes = wanted(depth, first_z)
        cdef pc_size last = self.points // depth.points
        cdef pc_size row, i, size = tiles.size[2] * self.block
        cdef const void *source[MOST_POINTS]
        cdef void *to[MOST_POINTS]
        cdef char *products = memory.products + line * size * self.itemsize
        cdef char *out = a.out + (tiles.n + n) * a.out_batch + first_z * a.out_stride[0]
        if self.rank < 3:
            self.store_plane(a, tiles, block, y, products, self.product_step, out, memory)
            return
        for row in range(last):
            for k in range(depth.points):
                source[k] = products + (k * last + row) * self.product_step * self.itemsize
            for i in range(depth.outputs):
                to[i] = memory.half + (i * last + row) * self.half_step * self.itemsize
            self.transform.output(source, size, to)
        for k in range(planes):
            self.store_plane(
                a, tiles, block, y, memory.half + k * last * self.half_step * self.itemsize,
                self.half_step, out + k * depth.dilation * a.out_stride[0], memory,
            )

    cdef void store_plane(
        self, const pc_arrays *a, const Block *tiles, pc_size block, pc_size y,
        const char *products, pc_size step, char *out, const Memory *memory,
    ) noexcept nogil:
        """Transform and write the products of a line of tiles of a plane."""
        cdef Axis *height = &self.axes[1]
        cdef Axis *width = &self.axes[2]
        cdef pc_size first_y = first_output(height, tiles, 1, y)
        cdef pc_size first_x = first_output(width, tiles, 2, 0)
        cdef pc_size rows = wanted(height, first_y), step_y = height.dilation * a.out_stride[1]
        cdef pc_size columns = min(tiles.tiles[2] * width.outputs * width.dilation, width.out - first_x)
        cdef pc_size size = columns * self.block * self.itemsize
        cdef pc_size i, j, channels = min(self.block, self.group_out - block * self.block)
        cdef pc_size first = tiles.group * self.group_out + block * self.block
        cdef const char *bias = a.bias
        cdef pc_writer writer = self.writer
        cdef void *to[MOST_POINTS]
        if self.rank == 1:
            self.transform.output_line(
                products, step, self.block, tiles.residues[2], columns, memory.rows
            )
        else:
            for i in range(height.outputs):
                to[i] = memory.rows + i * size if i < rows else memory.unwanted
            self.transform.output_plane(
                products, step, self.block, tiles.residues[2], columns, to
            )
        if bias != NULL:
            bias += first * self.itemsize
        out += first * a.out_channel + first_y * a.out_stride[1] + first_x * a.out_stride[2]
        writer.pixel_stride, writer.channel_stride = a.out_stride[2], a.out_channel
        # Rows that follow each other in both places are written as one.
        i = rows if step_y == columns * a.out_stride[2] and rows > 0 else 1
        for j in range(rows // i):
            pc_store(
                &writer, out + j * step_y, memory.rows + j * size, self.block, 1,
                i * columns, channels, bias,
            )


cdef inline Span inside(
    const Axis *axis, const Block *tiles, int i, pc_size residue
) noexcept nogil:
    """What tiles of one residue read along an axis that is inside the input."""
    cdef Span span
    cdef pc_size d = axis.dilation, first = first_output(axis, tiles, i, residue) - axis.lo
    span.first = max(0, (d - 1 - first) // d)
    span.source = first + span.first * d
    span.last = min(reach(axis, tiles.tiles[i]), (axis.n - first + d - 1) // d)
    return span


cdef inline Span line_inside(const Axis *width, const Block *tiles) noexcept nogil:
    """What tiles of all residues read along the last axis that is inside the input."""
    cdef Span span
    cdef pc_size first = first_output(width, tiles, 2, 0) - width.lo
    span.first = max(0, -first)
    span.source = first + span.first
    span.last = min(line_length(width, tiles), width.n - first)
    return span


cdef inline pc_size first_output(
    const Axis *axis, const Block *tiles, int i, pc_size tile
) noexcept nogil:
    """The first output of a block's tile."""
    cdef pc_size t = tiles.start[i] + tile // tiles.residues[i]
    return t * axis.outputs * axis.dilation + tiles.residue[i] + tile % tiles.residues[i]


cdef inline pc_size wanted(const Axis *axis, pc_size first) noexcept nogil:
    """How many outputs of a tile there are, from its first on."""
    return min(axis.outputs, max(0, axis.out - first + axis.dilation - 1) // axis.dilation)


cdef inline pc_size reach(const Axis *axis, pc_size tiles) noexcept nogil:
    """Elements of a residue that so many neighbouring tiles read."""
    return (tiles - 1) * axis.outputs + axis.points


cdef inline pc_size line_length(const Axis *width, const Block *tiles) noexcept nogil:
    """Padded coordinates that tiles of all residues read along the last axis."""
    return (reach(width, tiles.tiles[2]) - 1) * width.dilation + tiles.residues[2]


cdef class WinogradKernel:
    """Transformed weights on the tiles of a problem; `Kernel` of the winograd backend.

    Weights are packed as ``[group][block][point][input channel][output channel of the block]``,
    the order in which they are read.
    """

    cdef Geometry geometry
    cdef cnp.ndarray memory
    cdef char *weights

    def __init__(self, Geometry geometry, cnp.ndarray w, cnp.ndarray matrix):
        """`w`: contiguous, ``(out_channels, group_in, taps)``; `matrix`: ``(points, taps)``."""
        cdef pc_size group, block, filters, c, count
        cdef pc_size rows = geometry.group_out, taps = w.shape[2], terms = geometry.group_in * taps
        cdef pc_size step = geometry.group_in * geometry.block
        cdef pc_size row = geometry.block * geometry.itemsize
        cdef const char *source
        cdef char *to
        cdef char *side
        self.geometry = geometry
        self.memory = np.empty(
            geometry.groups * geometry.blocks * geometry.points * step * geometry.itemsize + 64,
            np.uint8,
        )
        self.weights = aligned(self.memory)
        to = self.weights
        # Filters that fill up a block are zero; what they sum to is never stored.
        space = np.zeros(TOGETHER * taps * row + 64, np.uint8)
        side = aligned(space)
        with nogil:
            for group in range(geometry.groups):
                for block in range(geometry.blocks):
                    filters = min(geometry.block, rows - block * geometry.block)
                    source = cnp.PyArray_BYTES(w)
                    source += (group * rows + block * geometry.block) * terms * geometry.itemsize
                    memset(side, 0, TOGETHER * taps * row)
                    for c in range(geometry.group_in):
                        if c % TOGETHER == 0:
                            count = min(<pc_size>TOGETHER, geometry.group_in - c)
                            geometry.kernels.transpose(
                                source + c * taps * geometry.itemsize, terms, filters,
                                count * taps, NULL, side, row,
                            )
                        geometry.transform.kernel(
                            side + c % TOGETHER * taps * row, geometry.block,
                            <int>geometry.rank, <const double *>cnp.PyArray_DATA(matrix),
                            to + c * row, step,
                        )
                    to += geometry.points * step * geometry.itemsize

    def __call__(self, cnp.ndarray x, bias, cnp.ndarray out, int workers):
        """Write every element of `out`."""
        cdef pc_arrays a = arrays_of(x, bias, out)
        cdef pc_size item
        cdef char *memory
        cdef Geometry geometry = self.geometry
        cdef pc_size workspace = geometry.workspace, items = geometry.items
        cdef const char *weights = self.weights
        workers = min(workers, items)
        space = np.empty(workers * workspace + 64, np.uint8)
        memory = aligned(space)
        with nogil:
            if workers == 1:
                for item in range(items):
                    geometry.compute(&a, weights, item, memory)
            else:
                with parallel(num_threads=workers):
                    for item in prange(items, schedule="dynamic"):
                        geometry.compute(&a, weights, item, memory + threadid() * workspace)
