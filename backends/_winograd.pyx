# cython: boundscheck=False, wraparound=False, cdivision=True, initializedcheck=False
"""The tile loop of Winograd convolution: pack, transform, multiply, transform, store.

`_winograd_tiles.py` plans it. Of a block of tiles, each input channel is packed by phase (see
kernels/winograd.h) and transformed into one panel for each point; the panels are multiplied by the
transformed weights, a block of output channels at a time; and the products are transformed into
rows of the output. Complex numbers are so many real convolutions of combinations of their parts,
as _complex_products.py says, which share all of this: their rows of a panel follow each other, and
so do their products. Blocks with tiles in the lanes are left to kernels/winograd_lanes.c.
"""

from libc.string cimport memcpy, memset

cimport numpy as cnp

from polyconv._cpu cimport kernels_for, winograd_for
from polyconv._kernels cimport (
    aligned, pc_arrays, pc_kernels, pc_prefetch, pc_size, pc_store, pc_winograd,
    pc_winograd_axis, pc_winograd_block, pc_winograd_first, pc_winograd_frame,
    pc_winograd_in_lanes, pc_winograd_input, pc_winograd_lanes, pc_winograd_pack,
    pc_winograd_pitch, pc_winograd_row, pc_winograd_wanted, pc_writer, reader_of, type_of,
    writer_of,
)
from polyconv._team cimport TeamKernel, pc_compute

import numpy as np

from ._complex_products import TILT

cnp.import_array()

# Points along an axis.
cdef enum:
    MOST_POINTS = 9

# Input channels whose weights are brought side by side at a time.
cdef enum:
    TOGETHER = 32


# Where a worker keeps what.
cdef struct Memory:
    char *line
    char *planes
    char *combined
    char *deep
    char *phases
    char *panels
    char *products
    char *half
    char *rows
    char *merged
    char *unwanted
    pc_size *slot


cdef class Geometry:
    """The tiles of one problem, computed with whatever weights: all that is not arrays."""

    cdef const pc_kernels *kernels
    cdef const pc_winograd *transform
    cdef pc_winograd_input input
    cdef pc_winograd_axis *axes
    cdef pc_writer writer
    cdef pc_winograd_lanes lanes
    cdef bint prefetched, dealt, in_lanes
    cdef pc_size rank, batch, groups, group_in, group_out, itemsize
    cdef pc_size points, images, image_blocks, block, blocks, vectors, splits, items, chain
    cdef pc_size plane_size, deep_step, phase_step, panel_step, panel_row, product_step, half_step
    cdef pc_size workspace
    cdef pc_size reals, row_step
    cdef double tilt
    cdef pc_size parts[12]
    cdef const pc_size *tap
    cdef tuple keep

    def __init__(self, problem, tiling):
        cdef Py_ssize_t i, missing = 3 - problem.rank
        self.kernels = kernels_for(type_of(problem.accumulator))
        self.transform = winograd_for(
            type_of(problem.accumulator), tiling.transform.outputs, tiling.transform.taps
        )
        self.rank, self.batch, self.groups = problem.rank, problem.batch, problem.groups
        self.group_in, self.group_out = problem.group_in, problem.group_out
        self.itemsize, self.points = tiling.itemsize, tiling.points
        self.reals, self.tilt = tiling.reals, TILT
        self.images, self.splits, self.chain = tiling.images, tiling.splits, tiling.chain
        self.image_blocks = (self.batch + self.images - 1) // self.images
        self.vectors, self.blocks = tiling.vectors, tiling.blocks
        self.block = self.vectors * self.kernels.lanes
        self.items = self.image_blocks * self.groups * self.splits
        maps = (np.zeros(1, np.intp),) * missing + problem.source
        self.axes = self.input.axes
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
        self.plane_size = tiling.plane
        self.deep_step, self.phase_step = tiling.deep_step, tiling.phase_step
        self.panel_row, self.panel_step = tiling.panel_row, tiling.panel_step
        self.product_step, self.half_step = tiling.product_step, tiling.half_step
        self.row_step = tiling.row_step
        taps = np.arange(problem.group_in, dtype=np.intp) * tiling.panel_row
        self.tap = <const pc_size *>cnp.PyArray_DATA(taps)
        self.keep = (taps, maps)
        self.input.kernels, self.input.itemsize = self.kernels, self.itemsize
        self.input.readers[0] = reader_of(problem, self.kernels, maps[2], False)
        self.input.readers[1] = reader_of(problem, self.kernels, maps[2], True)
        self.input.parts = 1 if self.reals == 1 else 2
        self.input.x_part = problem.x_dtype.itemsize // 2 if problem.x_dtype.kind == "c" else 0
        self.input.together = tiling.together
        self.input.plane, self.input.line = tiling.plane, tiling.line
        self.input.plain = problem.x_dtype == problem.accumulator
        self.input.constant = problem.padding_mode in ("zeros", "constant")
        self.writer = writer_of(problem, self.kernels)
        self.in_lanes = tiling.in_lanes
        if self.in_lanes:
            self.plan_lanes(problem, tiling)

    cdef plan_lanes(self, problem, tiling):
        """How blocks with tiles in the lanes are computed."""
        cdef pc_winograd_lanes *lanes = &self.lanes
        at = dict(zip(tiling.parts, np.cumsum([0, *tiling.parts.values()]).tolist()))
        lanes.transform, lanes.writer = self.transform, self.writer
        lanes.zeros = self.input.constant and problem.padding_value == 0
        lanes.rank, lanes.lanes = self.rank, self.kernels.lanes
        lanes.group_weights = self.blocks * self.points * self.group_in * self.block
        lanes.rows_step = tiling.rows_step
        lanes.line_at, lanes.planes_at, lanes.rows_at = at["line"], at["planes"], at["rows"]
        lanes.products_at, lanes.out_at = at["products"], at["out"]
        lanes.segments_at = at["segments"]
        lanes.panels.points, lanes.panels.step = self.points, self.panel_step
        lanes.panels.channels, lanes.panels.chain = self.group_in, self.chain
        lanes.panels.filters, lanes.panels.block = self.group_out, self.block

    cdef void compute(
        self, const pc_arrays *a, const char *weights, pc_size item, char *space
    ) noexcept nogil:
        """Compute one work item: a block of tiles of one group, for some blocks of channels."""
        cdef pc_winograd_block tiles
        cdef Memory memory
        cdef pc_size block
        self.locate(item, &tiles)
        if self.in_lanes:
            pc_winograd_in_lanes(&self.lanes, &self.input, a, &tiles, weights, space)
            return
        self.divide(space, &memory)
        self.list_slots(&tiles, memory.slot)
        self.transform_input(a, &tiles, &memory)
        for block in range(tiles.first_block, tiles.last_block):
            self.multiply(&tiles, weights, block, &memory)
            self.store_block(a, &tiles, block, &memory)

    cdef void locate(self, pc_size item, pc_winograd_block *tiles) noexcept nogil:
        """Which tiles and channels a work item has."""
        cdef pc_size i, over, split = item % self.splits
        cdef pc_winograd_axis *axis
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
        memory.combined = memory.planes + self.parts[1]
        memory.deep = memory.combined + self.parts[2]
        memory.phases = memory.deep + self.parts[3]
        memory.panels = memory.phases + self.parts[4]
        memory.products = memory.panels + self.parts[5]
        memory.half = memory.products + self.parts[6]
        memory.rows = memory.half + self.parts[7]
        memory.merged = memory.rows + self.parts[8]
        memory.unwanted = memory.merged + self.parts[9]
        memory.slot = <pc_size *>(memory.unwanted + self.parts[10])

    cdef void list_slots(self, const pc_winograd_block *tiles, pc_size *slot) noexcept nogil:
        """Where in its panel each tile stands: lines of tiles have places between them."""
        cdef pc_size line, t
        for line in range(tiles.lines):
            for t in range(tiles.size[2]):
                slot[line * tiles.size[2] + t] = line * tiles.places[2] + t

    # ---- input ----

    cdef void transform_input(
        self, const pc_arrays *a, const pc_winograd_block *tiles, const Memory *memory
    ) noexcept nogil:
        """Fill the panels: for each point, channels by slots."""
        cdef pc_size c = 0, real, image, i, count
        cdef pc_size size = self.input.parts * self.plane_size * self.itemsize
        cdef pc_size together = pc_winograd_frame(
            &self.input, a, tiles, memory.line, memory.planes
        )
        cdef const char *source
        while c < self.group_in:
            count = min(together, self.group_in - c)
            for image in range(tiles.images):
                source = a.x + (tiles.n + image) * a.x_batch
                source += (tiles.group * self.group_in + c) * a.x_channel
                pc_winograd_pack(
                    &self.input, a, tiles, source, count, memory.line,
                    memory.planes + image * together * size,
                )
            for i in range(count):
                for real in range(self.reals):
                    for image in range(tiles.images):
                        source = memory.planes + (image * together + i) * size
                        if real > 0:
                            self.combine(tiles, real, source, memory.combined)
                            source = memory.combined
                        self.split(tiles, image, source, memory)
                    self.transform_rows(tiles, real * self.group_in + c + i, memory)
            c += count

    cdef void combine(
        self, const pc_winograd_block *tiles, pc_size real, const char *plane, char *to
    ) noexcept nogil:
        """Add the packed imaginary parts to the real ones, tilted either way."""
        cdef pc_size i, elements = 1
        for i in range(3):
            elements *= self.axes[i].outputs * tiles.places[i]
        self.transform.combine(
            plane, plane + self.plane_size * self.itemsize, self.tilt if real == 1 else -self.tilt,
            elements, to,
        )

    cdef void transform_rows(
        self, const pc_winograd_block *tiles, pc_size channel, const Memory *memory
    ) noexcept nogil:
        """Transform phases along the last axis, for this row of the panels."""
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
                + (row * points * self.panel_step + channel * self.panel_row) * self.itemsize,
                self.panel_step,
            )

    cdef void split(
        self, const pc_winograd_block *tiles, pc_size image, const char *planes,
        const Memory *memory,
    ) noexcept nogil:
        """Transform a packed channel along all axes but the last, and sort that by phase."""
        cdef pc_winograd_axis *depth = &self.axes[0]
        cdef pc_winograd_axis *height = &self.axes[1]
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
        self, const pc_winograd_block *tiles, const char *plane, char *to
    ) noexcept nogil:
        """Transform a plane along its height, and sort that by phase."""
        cdef pc_size m = self.axes[1].outputs, i, f
        cdef pc_size n = tiles.size[1] * tiles.places[2]
        cdef pc_size pitch = pc_winograd_pitch(&self.input, tiles)
        cdef const void *source[MOST_POINTS]
        for i in range(self.axes[1].points):
            source[i] = plane + self.itemsize * pc_winograd_row(
                &self.input, tiles, i % m, i // m * tiles.residues[1]
            )
        if not self.dealt:
            self.transform.input_split(source, n, to, self.phase_step)
            return
        m = self.axes[2].outputs
        for f in range(m):
            self.transform.input(source, n, to + f * self.phase_step * self.itemsize,
                                 m * self.phase_step)
            for i in range(self.axes[1].points):
                source[i] = <const char *>source[i] + tiles.places[1] * pitch * self.itemsize

    # ---- products ----

    cdef void multiply(
        self, const pc_winograd_block *tiles, const char *weights, pc_size block,
        const Memory *memory,
    ) noexcept nogil:
        """Multiply the panel of each point by its weights: for each point, tiles by channels."""
        cdef pc_size point, real, first, count
        cdef pc_size size = self.group_in * self.block * self.itemsize
        cdef const char *panel
        cdef char *products
        weights += (tiles.group * self.blocks + block) * self.points * self.reals * size
        for point in range(self.points):
            for real in range(self.reals):
                panel = memory.panels + self.itemsize * (
                    point * self.panel_step + real * self.group_in * self.panel_row
                )
                products = memory.products + self.itemsize * (
                    (real * self.points + point) * self.product_step
                )
                first = 0
                while first < self.group_in:
                    count = min(self.chain, self.group_in - first)
                    if self.prefetched:
                        # The weights of the next sum, while this one is computed.
                        pc_prefetch(
                            weights + (first + count) * self.block * self.itemsize,
                            self.chain * self.block * self.itemsize,
                        )
                    self.kernels.channels(
                        panel, memory.slot, tiles.multiplied, self.tap + first, count,
                        weights + first * self.block * self.itemsize, <int>self.vectors,
                        products, first > 0,
                    )
                    first += count
                weights += size

    # ---- output ----

    cdef void store_block(
        self, const pc_arrays *a, const pc_winograd_block *tiles, pc_size block,
        const Memory *memory,
    ) noexcept nogil:
        """Transform and write the products of one block of channels."""
        cdef pc_size line = 0, n, z, y
        for n in range(tiles.images):
            for z in range(tiles.size[0]):
                for y in range(tiles.size[1]):
                    self.store_line(a, tiles, block, line, n, z, y, memory)
                    line += 1

    cdef void store_line(
        self, const pc_arrays *a, const pc_winograd_block *tiles, pc_size block, pc_size line,
        pc_size n, pc_size z, pc_size y, const Memory *memory,
    ) noexcept nogil:
        """Transform and write the products of a line of tiles."""
        cdef pc_winograd_axis *depth = &self.axes[0]
        cdef pc_size first_z = pc_winograd_first(depth, tiles, 0, z)
        cdef pc_size k, planes = pc_winograd_wanted(depth, first_z)
        cdef pc_size last = self.points // depth.points
        cdef pc_size row, real, i, size = tiles.size[2] * self.block
        cdef const void *source[MOST_POINTS]
        cdef void *to[MOST_POINTS]
        cdef char *products = memory.products + line * size * self.itemsize
        cdef char *out = a.out + (tiles.n + n) * a.out_batch + first_z * a.out_stride[0]
        if self.rank < 3:
            self.store_plane(
                a, tiles, block, y, products, self.product_step,
                self.points * self.product_step, out, memory,
            )
            return
        for real in range(self.reals):
            for row in range(last):
                for k in range(depth.points):
                    i = (real * depth.points + k) * last + row
                    source[k] = products + i * self.product_step * self.itemsize
                for k in range(depth.outputs):
                    i = (real * depth.outputs + k) * last + row
                    to[k] = memory.half + i * self.half_step * self.itemsize
                self.transform.output(source, size, to)
        for k in range(planes):
            self.store_plane(
                a, tiles, block, y, memory.half + k * last * self.half_step * self.itemsize,
                self.half_step, depth.outputs * last * self.half_step,
                out + k * depth.dilation * a.out_stride[0], memory,
            )

    cdef void store_plane(
        self, const pc_arrays *a, const pc_winograd_block *tiles, pc_size block, pc_size y,
        const char *products, pc_size step, pc_size real_step, char *out, const Memory *memory,
    ) noexcept nogil:
        """Transform and write the products of a line of tiles of a plane."""
        cdef pc_winograd_axis *height = &self.axes[1]
        cdef pc_winograd_axis *width = &self.axes[2]
        cdef pc_size first_y = pc_winograd_first(height, tiles, 1, y)
        cdef pc_size first_x = pc_winograd_first(width, tiles, 2, 0)
        cdef pc_size rows = pc_winograd_wanted(height, first_y)
        cdef pc_size step_y = height.dilation * a.out_stride[1]
        cdef pc_size period = width.outputs * width.dilation
        cdef pc_size columns = min(tiles.tiles[2] * period, width.out - first_x)
        cdef pc_size size = columns * self.block * self.itemsize
        cdef pc_size i, j, channels = min(self.block, self.group_out - block * self.block)
        cdef pc_size first = tiles.group * self.group_out + block * self.block
        cdef pc_size real, parts = self.input.parts
        cdef const char *bias = a.bias
        cdef pc_writer writer = self.writer
        cdef char *sums
        cdef void *to[MOST_POINTS]
        for real in range(self.reals):
            sums = memory.rows + real * self.row_step * self.itemsize
            if self.rank == 1:
                self.transform.output_line(
                    products, step, self.block, tiles.residues[2], columns, sums
                )
            else:
                for i in range(height.outputs):
                    to[i] = sums + i * size if i < rows else memory.unwanted
                self.transform.output_plane(
                    products, step, self.block, tiles.residues[2], columns, to
                )
            products += real_step * self.itemsize
        sums = memory.rows
        if parts == 2:
            self.transform.merge(
                sums, self.row_step, self.tilt, rows * columns * self.block, memory.merged
            )
            sums = memory.merged
        if bias != NULL:
            bias += first * parts * self.itemsize
        out += first * a.out_channel + first_y * a.out_stride[1] + first_x * a.out_stride[2]
        writer.pixel_stride, writer.channel_stride = a.out_stride[2], a.out_channel
        # Rows that follow each other in both places are written as one.
        i = rows if step_y == columns * a.out_stride[2] and rows > 0 else 1
        for j in range(rows // i):
            pc_store(
                &writer, out + j * step_y, sums + j * parts * size, parts * self.block, 1,
                i * columns, parts * channels, bias,
            )


cdef class WinogradKernel(TeamKernel):
    """Transformed weights on the tiles of a problem; `Kernel` of the winograd backend.

    Weights are packed as ``[group][block][point][input channel][output channel of the block]``,
    the order in which they are read. Those of complex numbers have so many times the channels.
    """

    cdef Geometry geometry
    cdef cnp.ndarray memory
    cdef char *weights

    def __init__(self, Geometry geometry, cnp.ndarray w, cnp.ndarray matrix):
        """`w`: real, contiguous, ``(out_channels, channels, taps)``; `matrix`: ``(points, taps)``.

        Channels are those of the real convolutions, one after the other.
        """
        cdef pc_size group, block, filters, c, count, channels = w.shape[1]
        cdef pc_size rows = geometry.group_out, taps = w.shape[2], terms = channels * taps
        cdef pc_size step = channels * geometry.block
        cdef pc_size row = geometry.block * geometry.itemsize
        cdef const char *source
        cdef char *to
        cdef char *side
        self.compute_item = <pc_compute>compute_item
        self.items, self.workspace = geometry.items, geometry.workspace
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
                    for c in range(channels):
                        if c % TOGETHER == 0:
                            count = min(<pc_size>TOGETHER, channels - c)
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


cdef void compute_item(
    WinogradKernel kernel, const pc_arrays *a, pc_size item, char *memory
) noexcept nogil:
    kernel.geometry.compute(a, kernel.weights, item, memory)
