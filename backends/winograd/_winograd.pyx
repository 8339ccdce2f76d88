# cython: boundscheck=False, wraparound=False, cdivision=True, initializedcheck=False
"""Winograd convolution between Python and C: the plan as the kernels have it, and the weights.

`_winograd_tiles.py` plans it. Of a block of tiles, each input channel is packed by phase (see
kernels/winograd.h) and transformed into one panel for each point; the panels are multiplied by the
transformed weights, a block of output channels at a time; and the products are transformed into
rows of the output. Complex numbers are so many real convolutions of combinations of their parts,
as _complex_products.py says, which share all of this: their rows of a panel follow each other, and
so do their products. Blocks with channels in the lanes are computed by
kernels/winograd_channels.c, those with tiles in the lanes by kernels/winograd_lanes.c.
"""

from libc.string cimport memset

cimport numpy as cnp

from polyconv._cpu cimport copy_kernels_for
from polyconv._kernels cimport (
    PC_MAX_ABS_BYTES, aligned, pc_arrays, pc_copy_kernels, pc_size, pc_type, pc_writer, reader_of,
    type_of, writer_of,
)
from polyconv._thread_pool cimport PooledKernel, pc_compute
from winograd_kernels cimport (
    pc_winograd, pc_winograd_axis, pc_winograd_block, pc_winograd_for, pc_winograd_in_lanes,
    pc_winograd_input, pc_winograd_lanes,
)

import numpy as np

from .complex_products import TILT

cnp.import_array()

# Input channels whose weights are brought side by side at a time.
cdef enum:
    TOGETHER = 32


cdef extern from "winograd_channels.h" nogil:
    ctypedef struct pc_winograd_channels:
        const pc_winograd *transform
        pc_writer writer
        bint prefetched
        pc_size rank, points, group_in, group_out, block, last_block, blocks, chain, reals
        double tilt
        pc_size deep_step, phase_step, panel_row, panel_step, product_step, half_step, row_step
        const pc_size *tap
        pc_size line_at, planes_at, combined_at, deep_at, phases_at, panels_at, products_at, half_at
        pc_size rows_at, merged_at, unwanted_at, slot_at

    void pc_winograd_in_channels(const pc_winograd_channels *plan, const pc_winograd_input *packing,
                                 const pc_arrays *a, const pc_winograd_block *tiles,
                                 const char *weights, char *memory, void *most)


cdef class Geometry:
    """The tiles of one problem, computed with whatever weights: all that is not arrays."""

    cdef pc_type type
    cdef const pc_copy_kernels *kernels
    cdef const pc_winograd *transform
    cdef pc_winograd_input input
    cdef pc_winograd_axis *axes
    cdef pc_writer writer
    # How blocks are computed, with what in the lanes; of the other one nothing is read.
    cdef pc_winograd_channels channels
    cdef pc_winograd_lanes lanes
    cdef bint in_lanes
    cdef pc_size rank, batch, groups, group_in, group_out, itemsize
    cdef pc_size points, images, image_blocks, block, last_block, blocks, splits, items
    cdef pc_size workspace
    cdef tuple keep

    def __init__(self, problem, tiling):
        cdef Py_ssize_t i, missing = 3 - problem.rank
        self.type = type_of(problem.accumulator)
        self.kernels = copy_kernels_for(self.type)
        self.transform = pc_winograd_for(
            self.type, tiling.transform.outputs, tiling.transform.taps
        )
        self.rank, self.batch, self.groups = problem.rank, problem.batch, problem.groups
        self.group_in, self.group_out = problem.group_in, problem.group_out
        self.itemsize, self.points = tiling.itemsize, tiling.points
        self.images, self.splits = tiling.images, tiling.splits
        self.image_blocks = (self.batch + self.images - 1) // self.images
        self.blocks, self.block = tiling.blocks, tiling.vectors * self.kernels.lanes
        self.last_block = self.block
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
        self.workspace = tiling.workspace
        taps = np.arange(problem.group_in, dtype=np.intp) * tiling.panel_row
        self.channels.tap = <const pc_size *>cnp.PyArray_DATA(taps)
        self.keep = (taps, maps)
        self.input.kernels, self.input.itemsize = self.kernels, self.itemsize
        self.input.max_abs = copy_kernels_for(self.type).max_abs
        self.input.readers[0] = reader_of(problem, self.kernels, maps[2], False)
        self.input.readers[1] = reader_of(problem, self.kernels, maps[2], True)
        self.input.parts = 1 if tiling.reals == 1 else 2
        self.input.x_part = problem.x_dtype.itemsize // 2 if problem.x_dtype.kind == "c" else 0
        self.input.together = tiling.together
        self.input.plane, self.input.line = tiling.plane, tiling.line
        self.input.plain = problem.x_dtype == problem.accumulator
        self.input.constant = problem.padding_mode in ("zeros", "constant")
        self.writer = writer_of(problem, self.kernels)
        self.in_lanes = tiling.in_lanes
        # Where a worker keeps what.
        at = dict(zip(tiling.parts, np.cumsum([0, *tiling.parts.values()]).tolist()))
        if self.in_lanes:
            self.plan_lanes(problem, tiling, at)
        else:
            self.plan_channels(tiling, at)

    cdef plan_channels(self, tiling, at):
        """How blocks with channels in the lanes are computed."""
        cdef pc_winograd_channels *channels = &self.channels
        cdef pc_size rest = self.group_out - (self.blocks - 1) * self.block
        self.last_block = (rest + self.kernels.lanes - 1) // self.kernels.lanes * self.kernels.lanes
        channels.transform, channels.writer = self.transform, self.writer
        channels.prefetched = tiling.prefetched
        channels.rank, channels.points = self.rank, self.points
        channels.group_in, channels.group_out = self.group_in, self.group_out
        channels.block, channels.last_block = self.block, self.last_block
        channels.blocks, channels.chain = self.blocks, tiling.chain
        channels.reals, channels.tilt = tiling.reals, TILT
        channels.deep_step, channels.phase_step = tiling.deep_step, tiling.phase_step
        channels.panel_row, channels.panel_step = tiling.panel_row, tiling.panel_step
        channels.product_step, channels.half_step = tiling.product_step, tiling.half_step
        channels.row_step = tiling.row_step
        channels.line_at, channels.planes_at = at["line"], at["planes"]
        channels.combined_at, channels.deep_at = at["combined"], at["deep"]
        channels.phases_at, channels.panels_at = at["phases"], at["panels"]
        channels.products_at, channels.half_at = at["products"], at["half"]
        channels.rows_at, channels.merged_at = at["rows"], at["merged"]
        channels.unwanted_at, channels.slot_at = at["unwanted"], at["slot"]

    cdef plan_lanes(self, problem, tiling, at):
        """How blocks with tiles in the lanes are computed."""
        cdef pc_winograd_lanes *lanes = &self.lanes
        lanes.transform, lanes.writer = self.transform, self.writer
        lanes.zeros = self.input.constant and problem.padding_value == 0
        lanes.rank, lanes.lanes = self.rank, self.kernels.lanes
        lanes.group_weights = self.blocks * self.points * self.group_in * self.block
        lanes.rows_step = tiling.rows_step
        lanes.line_at, lanes.planes_at, lanes.rows_at = at["line"], at["planes"], at["rows"]
        lanes.products_at, lanes.out_at = at["products"], at["out"]
        lanes.segments_at = at["segments"]
        lanes.panels.points, lanes.panels.step = self.points, tiling.panel_step
        lanes.panels.channels, lanes.panels.chain = self.group_in, tiling.chain
        lanes.panels.filters, lanes.panels.block = self.group_out, self.block

    cdef void compute(
        self, const pc_arrays *a, const char *weights, pc_size item, char *space
    ) noexcept nogil:
        """Compute one work item: a block of tiles of one group, for some blocks of channels."""
        cdef pc_winograd_block tiles
        # One look at the same input is enough.
        cdef void *most = space - PC_MAX_ABS_BYTES if item % self.splits == 0 else NULL
        self.locate(item, &tiles)
        if self.in_lanes:
            pc_winograd_in_lanes(&self.lanes, &self.input, a, &tiles, weights, space, most)
        else:
            pc_winograd_in_channels(&self.channels, &self.input, a, &tiles, weights, space, most)

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


cdef class WinogradKernel(PooledKernel):
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
        cdef pc_size group, block, width, filters, row, c, count, channels = w.shape[1]
        cdef pc_size rows = geometry.group_out, taps = w.shape[2], terms = channels * taps
        cdef pc_size size = geometry.points * channels * geometry.block * geometry.itemsize
        cdef const char *source
        cdef char *to
        cdef char *side
        cdef bint last
        self.compute_item = <pc_compute>compute_item
        self.tracks_max_abs, self.type = True, geometry.type
        self.items, self.workspace = geometry.items, geometry.workspace
        self.geometry = geometry
        self.memory = np.empty(
            geometry.groups * geometry.blocks * size + 64, np.uint8
        )
        self.weights = aligned(self.memory)
        to = self.weights
        # Filters that fill up a block are zero; what they sum to is never stored.
        row = geometry.block * geometry.itemsize
        space = np.zeros(TOGETHER * taps * row + 64, np.uint8)
        side = aligned(space)
        with nogil:
            for group in range(geometry.groups):
                for block in range(geometry.blocks):
                    last = block + 1 == geometry.blocks
                    width = geometry.last_block if last else geometry.block
                    row = width * geometry.itemsize
                    filters = min(width, rows - block * geometry.block)
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
                            side + c % TOGETHER * taps * row, width,
                            <int>geometry.rank, <const double *>cnp.PyArray_DATA(matrix),
                            to + c * row, channels * width,
                        )
                    to += size


cdef void compute_item(
    WinogradKernel kernel, const pc_arrays *a, pc_size item, char *memory
) noexcept nogil:
    kernel.geometry.compute(a, kernel.weights, item, memory)
