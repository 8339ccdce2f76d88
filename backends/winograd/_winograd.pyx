# cython: boundscheck=False, wraparound=False, cdivision=True, initializedcheck=False
"""The backend's kernel object: the plan in C, transformed weights, and the call for a work item.

`WinogradPlan` is a problem without arrays: one of them serves all weights. `WinogradKernel` adds
the transformed weights. A work item is a block of tiles of one group, for some blocks of output
channels.
"""

from libc.string cimport memset

cimport numpy as cnp

from polyconv._cpu cimport copy_kernels_for
from polyconv._kernels cimport (
    PC_MAX_ABS_BYTES, aligned, interleave, pc_arrays, pc_size, pc_type, reader_of, set_input_axes,
    type_of, writer_of,
)
from polyconv._thread_pool cimport PooledKernel, pc_compute, pc_stop_token, run_items
from winograd_kernels cimport (
    pc_winograd, pc_winograd_axis, pc_winograd_block, pc_winograd_compute_channels_in_lanes,
    pc_winograd_compute_tiles_in_lanes, pc_winograd_plan, pc_winograd_transform_for,
)

import numpy as np

cnp.import_array()

# Structural: input channels whose weights are transposed at a time; it bounds the copy.
cdef enum:
    TRANSPOSED_CHANNELS = 32


cdef class WinogradPlan:
    """The plan of one problem in C."""

    cdef pc_winograd conv
    cdef pc_type type
    cdef bint tiles_in_lanes
    cdef object offsets  # keeps `conv.channel_offset` alive

    def __init__(self, problem, tiling, interleaving=None):
        """Make the plan; `interleaving` is that of `Backend.interleaver`, or None."""
        cdef pc_winograd *conv = &self.conv
        conv.plan = tiling.plan(problem)
        self.tiles_in_lanes = tiling.variant == "tiles_in_lanes"
        if self.tiles_in_lanes:
            conv.tiles_in_lanes = tiling.variant_plan()
        else:
            conv.channels_in_lanes = tiling.variant_plan()
        self.type = type_of(problem.accumulator)
        conv.kernels = copy_kernels_for(self.type)
        conv.max_abs = conv.kernels.max_abs
        conv.transform = pc_winograd_transform_for(
            self.type, tiling.transform.outputs, tiling.transform.taps
        )
        set_input_axes(problem, conv.input_axes)
        offsets = np.arange(conv.plan.ic_per_group) * conv.channels_in_lanes.panel_row_stride
        conv.channel_offset = <const pc_size *>cnp.PyArray_DATA(offsets)
        self.offsets = offsets
        conv.readers[0] = reader_of(problem, conv.kernels, False)
        conv.readers[1] = reader_of(problem, conv.kernels, True)
        conv.writer = writer_of(problem, conv.kernels)
        if interleaving is not None:
            interleave(problem, interleaving, &conv.interleaving, &conv.writer)

    cdef pc_size transformed_input(self) noexcept nogil:
        """Return the bytes of a workspace in which input is packed and transformed, up to panels.

        Whole vectors are transformed, with unused lanes, and some of those are never written.
        """
        if self.tiles_in_lanes:
            return self.conv.tiles_in_lanes.products_offset
        return self.conv.channels_in_lanes.panels_offset

    cdef void compute(
        self, const pc_arrays *a, const char *weights, pc_size item, char *memory,
        pc_stop_token *token,
    ) noexcept nogil:
        """Compute one work item, or part of it if `token` says stop."""
        cdef pc_winograd_block block
        # Work items that share a block of tiles read the same input: one tracks its maximum.
        cdef bint tracks = item % self.conv.plan.oc_splits == 0
        cdef void *max_abs = memory - PC_MAX_ABS_BYTES if tracks else NULL
        self.locate(item, &block)
        block.token = token
        if self.tiles_in_lanes:
            pc_winograd_compute_tiles_in_lanes(&self.conv, a, &block, weights, memory, max_abs)
        else:
            pc_winograd_compute_channels_in_lanes(&self.conv, a, &block, weights, memory, max_abs)

    cdef void locate(self, pc_size item, pc_winograd_block *block) noexcept nogil:
        """Set the tiles, images and output channels of a work item.

        Work items count output channels fastest, then tiles from the last axis to the first,
        groups and images.
        """
        cdef const pc_winograd_plan *plan = &self.conv.plan
        cdef const pc_winograd_axis *axis
        cdef pc_size i, halo, split = item % plan.oc_splits
        item //= plan.oc_splits
        block.first_oc_block = split * plan.oc_blocks // plan.oc_splits
        block.end_oc_block = (split + 1) * plan.oc_blocks // plan.oc_splits
        for i in range(2, -1, -1):
            axis = &plan.axes[i]
            block.first_residue[i] = item % axis.residue_blocks * axis.residue_block
            item //= axis.residue_blocks
            block.first_tile[i] = item % axis.tile_blocks * axis.tile_block
            item //= axis.tile_blocks
            block.residues[i] = min(axis.residue_block, axis.residues - block.first_residue[i])
            block.tiles[i] = min(axis.tile_block, axis.tiles - block.first_tile[i])
            block.block_tiles[i] = block.tiles[i] * block.residues[i]
            halo = (axis.points - 1) // axis.outputs
            block.phase_len[i] = (block.tiles[i] + halo) * block.residues[i]
        block.group = item % plan.groups
        block.first_image = item // plan.groups * plan.images
        block.images = min(plan.images, plan.batch - block.first_image)
        block.tile_rows = block.images * block.block_tiles[0] * block.block_tiles[1]
        block.tile_count = block.tile_rows * block.block_tiles[2]
        block.panel_columns = block.tile_rows * block.phase_len[2]


cdef class WinogradKernel(PooledKernel):
    """Transformed weights on the tiles of a problem; `Kernel` of the winograd backend.

    Weights are packed as ``[group][oc_block][point][input channel][output channel of the block]``,
    the order in which they are read. For complex ones, input channels are those of three real
    convolutions.
    """

    cdef WinogradPlan plan
    cdef cnp.ndarray memory
    cdef const char *weights

    def __init__(self, WinogradPlan plan, cnp.ndarray w, cnp.ndarray matrix):
        """`w`: real, contiguous, ``(out_channels, channels, taps)``; `matrix`: ``(points, taps)``.

        Channels are those of the real convolutions, one convolution after the other.
        """
        cdef const pc_winograd_plan *p = &plan.conv.plan
        cdef pc_size channels = w.shape[1], taps = w.shape[2]
        cdef pc_size block_bytes = p.points * channels * p.oc_block * p.itemsize
        cdef WinogradWeightPacking packing
        self.compute_item = <pc_compute>compute_item
        self.tracks_max_abs, self.type = True, plan.type
        self.items, self.workspace = p.work_items, p.workspace
        self.zeroed = plan.transformed_input()
        # A value reaches the outputs of all tiles that read it.
        self.spread = tuple([
            (p.axes[i].outputs - 1) * p.axes[i].dilation for i in range(3 - p.rank, 3)
        ])
        self.plan = plan
        self.memory = np.empty(p.groups * p.oc_blocks * block_bytes + 64, np.uint8)
        self.weights = aligned(self.memory)
        # Zeros pad the output channels of a block; their sums are never stored.
        space = np.zeros(TRANSPOSED_CHANNELS * taps * p.oc_block * p.itemsize + 64, np.uint8)
        packing.conv, packing.channels, packing.taps = &plan.conv, channels, taps
        packing.w, packing.matrix = cnp.PyArray_BYTES(w), <const double *>cnp.PyArray_DATA(matrix)
        packing.transposed, packing.to = aligned(space), aligned(self.memory)
        packing.block_bytes = block_bytes
        run_items(1, p.groups * p.oc_blocks, pack_weights, &packing)


cdef struct WinogradWeightPacking:
    const pc_winograd *conv
    pc_size channels, taps, block_bytes
    const char *w
    const double *matrix
    char *transposed
    char *to


cdef void pack_weights(
    void *context, pc_size item, pc_size worker, pc_stop_token *token
) noexcept nogil:
    """Transform the weights of one block of output channels of a group."""
    cdef const WinogradWeightPacking *packing = <const WinogradWeightPacking *>context
    cdef const pc_winograd *conv = packing.conv
    cdef const pc_winograd_plan *p = &conv.plan
    cdef pc_size group = item // p.oc_blocks, oc_block = item % p.oc_blocks
    cdef bint last = oc_block + 1 == p.oc_blocks
    cdef pc_size width = p.last_oc_block if last else p.oc_block
    cdef pc_size first = oc_block * p.oc_block, row = width * p.itemsize
    cdef pc_size out_channels = min(width, p.oc_per_group - first)
    cdef pc_size channels = packing.channels, taps = packing.taps
    cdef pc_size c, count, row_len = channels * taps
    cdef const char *w = packing.w + (group * p.oc_per_group + first) * row_len * p.itemsize
    cdef char *transposed = packing.transposed
    cdef char *to = packing.to + item * packing.block_bytes
    memset(transposed, 0, TRANSPOSED_CHANNELS * taps * row)
    for c in range(channels):
        if c % TRANSPOSED_CHANNELS == 0:
            count = min(<pc_size>TRANSPOSED_CHANNELS, channels - c)
            conv.kernels.transpose(
                w + c * taps * p.itemsize, row_len, out_channels, count * taps, NULL, transposed,
                row,
            )
        conv.transform.transform_weights(
            transposed + c % TRANSPOSED_CHANNELS * taps * row, width, <int>p.rank,
            packing.matrix, to + c * row, channels * width,
        )


cdef void compute_item(
    WinogradKernel kernel, const pc_arrays *a, pc_size item, char *memory, pc_stop_token *token
) noexcept nogil:
    kernel.plan.compute(a, kernel.weights, item, memory, token)
