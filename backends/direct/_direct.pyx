# cython: boundscheck=False, wraparound=False, cdivision=True, initializedcheck=False
"""Direct convolution between Python and C: the plan as kernels/direct.h has it, and the weights.

What `_direct_tiles` plans is written down once for each problem; how work items are computed then
is in kernels/direct.c. Here the weights are brought into the order in which tiles read them.
"""

from functools import cache

cimport numpy as cnp

from polyconv._cpu cimport copy_kernels_for
from polyconv._kernels cimport (
    PC_INT16X2, aligned, packing_of, pc_arrays, pc_packing, pc_size, pc_type, pc_writer, type_of,
    writer_of,
)
from polyconv._thread_pool cimport PooledKernel, pc_compute

import numpy as np

from polyconv._machine import caches

cnp.import_array()


cdef extern from "direct_kernels.h" nogil:
    ctypedef struct pc_direct_kernels:
        int lanes
        const void *stride2
    const pc_direct_kernels *pc_direct_kernels_for(pc_type type)

cdef extern from "direct.h" nogil:
    ctypedef struct pc_direct:
        pc_packing packing
        pc_writer writer
        const pc_direct_kernels *kernels
        bint by_channels, by_groups, by_pixels, by_rows, flat
        bint zeros, skips, planes, past, in_place, strided, reads_inside
        pc_size runs[2]
        pc_size groups, channels, group_out, out_channels, itemsize, bias_itemsize
        pc_size terms, taps, most_taps, block, last_block, blocks, group_rows, splits, together
        pc_size batches, items
        pc_size repeats
        pc_size packed_size, sums_size, entries, shift, panel
        const pc_size *tap
        const pc_size *borrowed_tap
        pc_size x_channel

    void pc_direct_compute(const pc_direct *plan, const pc_arrays *a, const char *weights,
                           bint finite, pc_size item, char *memory)


# Bytes of the shortest rows that are written past the caches.
cdef enum:
    PAST_ROW = 1 << 10


cdef class Geometry:
    """The tiles of one problem, computed with whatever weights: all that is not arrays."""

    cdef pc_direct plan
    cdef bint leaves_out  # products with padding, if the weights are finite
    cdef bint narrow  # integers are summed in 32 bits
    cdef pc_size workspace
    cdef tuple keep

    def __init__(self, problem, tiling, elements, most_taps):
        cdef pc_direct *plan = &self.plan
        real = elements.dtype
        cdef pc_type type = PC_INT16X2 if elements.paired else type_of(real)
        maps = (np.zeros(1, np.intp),) * (3 - problem.rank) + problem.source
        offsets = tiling.offsets()
        last = problem.data_format == "channels_last"
        channel_step = 1 if last else int(np.prod(problem.spatial, dtype=np.intp))
        channels = np.arange(problem.group_in, dtype=np.intp) * channel_step
        plan.borrowed_tap = <const pc_size *>cnp.PyArray_DATA(channels) if tiling.borrows else NULL
        plan.x_channel = channel_step * real.itemsize
        self.keep = (offsets, maps, channels)
        plan.tap = <const pc_size *>cnp.PyArray_DATA(offsets)
        plan.packing = packing_of(copy_kernels_for(type), type, problem, tiling, elements, maps)
        plan.kernels = pc_direct_kernels_for(type)
        plan.writer = writer_of(problem, plan.packing.kernels)
        plan.bias_itemsize = plan.itemsize = real.itemsize
        self.narrow = elements.narrow
        if self.narrow:
            plan.writer.sums = type
            plan.writer.kernels = plan.packing.kernels if problem.dtype.itemsize == 4 else NULL
            if problem.dtype.itemsize == 8:
                plan.writer.narrow, plan.bias_itemsize = plan.packing.kernels, 8
        plan.by_channels = tiling.mode in ("channels", "groups")
        plan.by_groups, plan.by_rows = tiling.mode == "groups", tiling.mode == "rows"
        plan.by_pixels = tiling.mode == "pixels"
        plan.flat, plan.runs, plan.skips = tiling.flat, tiling.runs, tiling.skips
        plan.zeros = plan.packing.constant and problem.padding_value == 0
        self.leaves_out = plan.skips or (
            plan.zeros and (plan.by_rows or (plan.by_groups and tiling.summed < 1))
        )
        plan.in_place, plan.strided = tiling.in_place, tiling.strided
        plan.reads_inside = tiling.inside > 0
        plan.groups = tiling.groups
        plan.channels = tiling.block if plan.by_groups else elements.channels
        plan.group_out = tiling.block if plan.by_groups else problem.group_out
        plan.out_channels = problem.out_channels
        plan.repeats = tiling.repeats
        if plan.repeats > 1:
            # To the kernels, all channels of as many pixels are the channels of one.
            plan.group_out = plan.out_channels = tiling.blocks * tiling.block
        plan.terms, plan.taps = elements.channels * problem.taps, problem.taps
        plan.most_taps = most_taps
        plan.planes = (
            plan.by_rows and plan.terms * tiling.axes[0].tile == problem.taps
            and tiling.axes[0].kernel == 1 and problem.group_out == 1
        )
        # Short rows, and those whose lines do not begin together, have few lines to write whole.
        row = problem.out[problem.rank - 1] * problem.dtype.itemsize
        plan.past = (
            plan.by_rows and plan.channels * tiling.axes[0].kernel == 1
            and tiling.runs == (1, 1) and problem.in_out_bytes > caches().l3
            and row >= PAST_ROW and row % 64 == 0
        )
        plan.block, plan.blocks, plan.splits = tiling.block, tiling.blocks, tiling.splits
        plan.last_block = tiling.last_block(elements.parts * problem.group_out, plan.kernels.lanes)
        plan.group_rows, plan.together = tiling.group_rows, tiling.together
        plan.batches = (plan.groups + plan.together - 1) // plan.together
        plan.items = problem.batch * plan.batches * plan.splits
        for axis in tiling.axes:
            plan.items *= axis.tiles
        plan.packed_size, plan.sums_size = tiling.packed, tiling.sums
        plan.entries, plan.shift = tiling.vectors, tiling.shift
        plan.panel = tiling.panel(plan.kernels.lanes, plan.itemsize)
        self.workspace = tiling.workspace(real.itemsize)


@cache
def has_stride2(dtype):
    """True if a micro-kernel reads every other pixel of elements of `dtype` without packing."""
    return pc_direct_kernels_for(type_of(dtype)).stride2 != NULL


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


cdef class DirectKernel(PooledKernel):
    """Packed weights on the tiles of a problem; `Kernel` of the direct backend.

    Weights are packed as ``[group][block][input channel and tap][output channel of the block]``,
    the order in which tiles read them; behind those of a last block, which may be narrower, there
    is room for as many as others have.
    """

    cdef Geometry geometry
    cdef cnp.ndarray memory
    cdef char *weights
    cdef bint finite  # known to be, so that products with padding may be left out

    def __init__(self, Geometry geometry, cnp.ndarray matrices):
        cdef const pc_direct *plan = &geometry.plan
        cdef pc_size group, block, width, filters, rows = plan.packing.parts * plan.group_out
        cdef pc_size size = plan.block * plan.terms * plan.itemsize
        cdef pc_size all_rows = plan.packing.parts * plan.out_channels
        cdef const char *w
        cdef char *to
        self.compute_item = <pc_compute>compute_item
        self.items, self.workspace = plan.items, geometry.workspace
        if geometry.narrow and plan.bias_itemsize == 4:
            self.bias_type = np.uint32
        self.geometry = geometry
        # Weights are looked at only where it matters: a plain call does this every time.
        self.finite = geometry.leaves_out and bool(np.isfinite(matrices).all())
        whole = rows % plan.block == 0 and all_rows >= plan.groups * rows
        fresh = np.empty if whole else np.zeros
        self.memory = fresh(plan.groups * plan.blocks * size + 64, np.uint8)
        self.weights = aligned(self.memory)
        to = self.weights
        with nogil:
            for group in range(plan.groups):
                for block in range(plan.blocks):
                    # Filters that fill up a block are zero; what they sum to is never stored.
                    width = plan.block if block + 1 < plan.blocks else plan.last_block
                    filters = min(width, rows - block * plan.block)
                    filters = min(filters, all_rows - group * rows)
                    w = cnp.PyArray_BYTES(matrices)
                    w += (group * rows + block * plan.block) * plan.terms * plan.itemsize
                    plan.packing.kernels.transpose(
                        w, plan.terms, filters, plan.terms, NULL, to,
                        width * plan.itemsize,
                    )
                    to += size


cdef void compute_item(
    DirectKernel kernel, const pc_arrays *a, pc_size item, char *memory
) noexcept nogil:
    pc_direct_compute(
        &kernel.geometry.plan, a, kernel.weights, kernel.finite, item, memory
    )
