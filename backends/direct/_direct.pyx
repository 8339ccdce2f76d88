# cython: boundscheck=False, wraparound=False, cdivision=True, initializedcheck=False
"""Direct convolution between Python and C: the plan as kernels/direct.h has it, and the weights.

`_record.record` lists the numbers of a plan under the names of the C structs. They are converted
once for each problem; pointers are added here. Weights, which `_weights` converts, are brought into
the order in which tiles read them.
"""

from functools import cache
from math import prod

from libc.math cimport INFINITY
from libc.string cimport memcpy, memset

cimport numpy as cnp

from polyconv._cpu cimport copy_kernels_for
from polyconv._kernels cimport (
    PC_INT16X2, PC_S8U8X4, PC_U32, PC_U8S8X4, aligned, interleave, pc_arrays, pc_axis, pc_convert,
    pc_convert_for, pc_convert_int16x2_high, pc_convert_int16x2_pairs, pc_copy_kernels,
    pc_interleaving, pc_reader, pc_size, pc_source, pc_type, pc_writer, reader_of, set_input_axes,
    source_of, type_of, writer_of,
)
from polyconv._thread_pool cimport PooledKernel, pc_compute, pc_stop_token, run_items

import numpy as np

from polyconv._thread_pool import max_abs as max_abs_of

cnp.import_array()


cdef extern from "tiles.h" nogil:
    ctypedef struct pc_tile_axis:
        pc_size out, tile, tiles, kernel, stride, dilation, pad_lo, input_size, length, out_step
        bint overlapped
        pc_size runs, run_length, run_step

    ctypedef struct pc_packing_shape:
        pc_tile_axis axes[3]
        pc_size parts, channels_per_element, flipped_bits, x_imag_offset, itemsize, ic_per_group
        pc_size in_channels, ic_block, channel_plane, row_buffer, interleave
        bint same_as_x, widens_f16, constant_padding

    ctypedef struct pc_packing:
        pc_packing_shape shape
        const pc_copy_kernels *kernels
        pc_axis input_axes[3]
        pc_reader readers[2]
        pc_convert convert_int16x2

cdef extern from "direct_kernels.h" nogil:
    const int PC_PANEL_TAPS, PC_PANEL_BYTES
    ctypedef struct pc_direct_kernels:
        int lanes
        const void *igemm
        const void *stride2
        const void *stencil_zero_copy
        void *unplanned
        const void *spatial_interleaved
        int interleaved_filters
    const pc_direct_kernels *pc_direct_kernels_for(pc_type type)

cdef extern from "dot.h" nogil:
    ctypedef struct pc_dot_kernels:
        pass
    const pc_dot_kernels *pc_dot_kernels_for(pc_type type)

cdef extern from "direct.h" nogil:
    const pc_size PC_DIRECT_HEADER_BYTES

    ctypedef enum pc_direct_variant:
        PC_IGEMM
        PC_DEPTHWISE
        PC_SPATIAL
        PC_STENCIL
        PC_DOT

    ctypedef struct pc_direct_shape:
        pc_direct_variant variant
        bint flat, zero_padding, skips_padding, single_plane, nontemporal
        bint accumulates_in_out, stride2, zero_copy, reads_interior, prefetches, prefetches_sums
        bint prefetches_pixels
        bint omits_products, interleaves_in_registers
        pc_size kernel_runs[2]
        pc_size groups, channels, oc_per_group, out_channels, itemsize, bias_itemsize
        pc_size reduction_len, initial_rows, taps, max_taps_in_registers
        pc_size oc_block, last_oc_block, oc_blocks, rows_per_store, oc_splits
        pc_size groups_per_item, group_batches, items, pixels_per_vector
        pc_size packed_size, sums_size, workspace, max_entries
        pc_size first_row_offset, band_rows, run_taps, vectors_per_filter, x_channel_stride

    ctypedef struct pc_direct:
        pc_direct_shape shape
        pc_packing packing
        pc_writer writer
        pc_interleaving interleaving
        pc_size places
        pc_size step[3]
        const pc_direct_kernels *kernels
        const pc_dot_kernels *dot
        const pc_size *tap_offset
        const pc_size *zero_copy_tap_offset

    void pc_direct_compute(const pc_direct *plan, const pc_arrays *a, const char *weights,
                           bint finite, pc_size item, char *memory, pc_stop_token *token)


# The numbers of `enum pc_direct_variant` in direct.h.
IGEMM, DEPTHWISE, SPATIAL, STENCIL = PC_IGEMM, PC_DEPTHWISE, PC_SPATIAL, PC_STENCIL
DOT = PC_DOT

HEADER_BYTES = PC_DIRECT_HEADER_BYTES
PANEL_TAPS, PANEL_BYTES = PC_PANEL_TAPS, PC_PANEL_BYTES


cdef class Geometry:
    """The plan of one problem in C, for any weights and arrays."""

    cdef pc_direct plan
    cdef bint in_32_bits  # integers are summed in 32 bits
    cdef tuple keep  # arrays that the plan points to

    def __init__(self, problem, tiling, elements, dict record, interleaving=None):
        """Make the plan; `interleaving` is that of `Backend.interleaver`, or None."""
        cdef pc_direct *plan = &self.plan
        cdef pc_type type = kernel_type(problem, elements)
        tap_offsets = tiling.tap_offsets()
        zero_copy_taps = tap_offsets
        if record["zero_copy"]:
            zero_copy_taps = tiling.zero_copy_tap_offsets(problem)
        self.keep = (tap_offsets, zero_copy_taps)
        plan.shape = record
        plan.tap_offset = <const pc_size *>cnp.PyArray_DATA(tap_offsets)
        plan.zero_copy_tap_offset = <const pc_size *>cnp.PyArray_DATA(zero_copy_taps)
        plan.kernels, plan.dot = pc_direct_kernels_for(type), pc_dot_kernels_for(type)
        set_packing(&plan.packing, copy_kernels_for(type), type, problem, record["packing"])
        plan.writer = writer_of(problem, plan.packing.kernels)
        if interleaving is not None and problem.data_format == "channels_last":
            set_places(plan, interleaving.steps)
        elif interleaving is not None:
            interleave(problem, interleaving, &plan.interleaving, &plan.writer)
        self.in_32_bits = elements.in_32_bits
        if self.in_32_bits:
            read_integers(&plan.packing, problem, type)
            plan.writer.sums = PC_U32
            plan.writer.kernels = plan.packing.kernels if problem.dtype.itemsize == 4 else NULL
            if problem.dtype.itemsize == 8:
                plan.writer.narrow = plan.packing.kernels


cdef void set_places(pc_direct *plan, tuple steps):
    """Set the number of phases of a transposed convolution, along each axis and in all."""
    cdef int axis, missing = 3 - len(steps)
    plan.places = prod(steps)
    for axis in range(3):
        plan.step[axis] = steps[axis - missing] if axis >= missing else 1


cdef pc_type kernel_type(problem, elements):
    """Return the type of the elements that micro-kernels multiply."""
    if elements.int8x4:
        return PC_U8S8X4 if problem.w_dtype.kind == "i" else PC_S8U8X4
    return PC_INT16X2 if elements.int16x2 else type_of(elements.dtype)


cdef void set_packing(
    pc_packing *packing, const pc_copy_kernels *kernels, pc_type type, problem, dict record
):
    """Set how tiles are packed."""
    packing.shape = record
    packing.kernels = kernels
    set_input_axes(problem, packing.input_axes)
    packing.readers[0] = reader_of(problem, kernels, False)
    packing.readers[1] = reader_of(problem, kernels, True)
    packing.convert_int16x2 = NULL


cdef void read_integers(pc_packing *packing, problem, pc_type type):
    """Read a problem's integers as elements of 32 bits: one integer, or an int16x2."""
    cdef pc_source source = source_of(problem.x_dtype)
    cdef pc_reader *readers = packing.readers
    readers[0].convert = pc_convert_for(source, type, packing.kernels)
    readers[0].itemsize = readers[1].itemsize = 4
    value = problem.padding_value % (1 << 32)
    if type == PC_INT16X2:
        readers[1].convert = pc_convert_int16x2_high(source)
        packing.convert_int16x2 = pc_convert_int16x2_pairs(source)
        value = value % (1 << 16) * 0x10001
    elif packing.shape.channels_per_element == 4:
        value = value % (1 << 8) * 0x1010101 ^ packing.shape.flipped_bits
    readers[0].padding.u32 = readers[1].padding.u32 = value


@cache
def has_stride2(dtype):
    """True if a micro-kernel reads every other pixel of elements of `dtype` without packing."""
    return pc_direct_kernels_for(type_of(dtype)).stride2 != NULL


@cache
def has_int8x4():
    """True if a micro-kernel multiplies four 8-bit integers by one instruction."""
    return pc_direct_kernels_for(PC_U8S8X4).igemm != NULL


def interleaved_filters(dtype):
    """Return the filters of the block that interleaves results in registers, 0 if there is none."""
    return pc_direct_kernels_for(type_of(dtype)).interleaved_filters


def has_stencil_zero_copy(dtype):
    """True if a micro-kernel reads planes of elements of `dtype` without packing."""
    return pc_direct_kernels_for(type_of(dtype)).stencil_zero_copy != NULL


cdef void *unplanned_kernel(object dtype):
    return pc_direct_kernels_for(type_of(dtype)).unplanned


cdef bint all_finite(cnp.ndarray matrices):
    """Return True if all weights are finite."""
    if matrices.dtype.kind == "u":
        return True
    return max_abs_of(matrices, 1) < INFINITY


cdef void order_by_tap(
    const char *rows, pc_size channels, pc_size ic_block, pc_size taps, pc_size row_bytes, char *to
) noexcept nogil:
    """Copy rows of output channels from the order of input channel and tap to that of tap and
    input channel within each ic_block.
    """
    cdef pc_size first = 0, tap, channel
    while first < channels:
        for tap in range(taps):
            for channel in range(first, min(first + ic_block, channels)):
                memcpy(to, rows + (channel * taps + tap) * row_bytes, row_bytes)
                to += row_bytes
        first += ic_block


cdef class DirectKernel(PooledKernel):
    """Packed weights and a plan; the `Kernel` of the direct backend.

    Weights are packed as ``[group][block][input channel and tap][output channel of the block]``,
    the order in which tiles read them. In front of the weights of int8x4 are the sums to start
    from. Where igemm skips products with padding, the order within each ic_block is ``[tap][input
    channel]``. The last block may be narrower, but takes as much room.
    """

    cdef Geometry geometry
    cdef cnp.ndarray memory
    cdef char *weights
    cdef bint finite  # known to be, so that products with padding may be left out

    def __init__(self, Geometry geometry, cnp.ndarray matrices):
        self.pack(geometry, matrices)

    cdef int pack(self, Geometry geometry, cnp.ndarray matrices) except -1:
        """Pack contiguous matrices as `weight_matrices` returns them; only their values count."""
        cdef const pc_direct *plan = &geometry.plan
        cdef const pc_direct_shape *shape = &plan.shape
        cdef pc_size parts = plan.packing.shape.parts
        cdef pc_size places = max(1, plan.places)
        cdef pc_size rows = places * parts * shape.oc_per_group
        cdef pc_size all_rows = places * parts * shape.out_channels
        cdef pc_size length = shape.initial_rows + shape.reduction_len
        cdef pc_size size = shape.oc_block * length * shape.itemsize
        cdef DirectWeightPacking packing
        cdef bint whole
        self.compute_item = <pc_compute>compute_item
        self.items, self.workspace = shape.items, shape.workspace
        self.zeroed = PC_DIRECT_HEADER_BYTES
        if geometry.in_32_bits and shape.bias_itemsize == 4:
            self.bias_type = np.uint32
        self.geometry = geometry
        # A pass over the weights, made only if needed: a plain call makes it each time.
        self.finite = shape.omits_products and all_finite(matrices)
        whole = rows % shape.oc_block == 0 and all_rows >= shape.groups * rows
        cdef cnp.npy_intp allocated = shape.groups * shape.oc_blocks * size + 64
        if whole:
            self.memory = cnp.PyArray_EMPTY(1, &allocated, cnp.NPY_UINT8, 0)
        else:
            self.memory = cnp.PyArray_ZEROS(1, &allocated, cnp.NPY_UINT8, 0)
        self.weights = aligned(self.memory)
        packing.by_channel = NULL
        if shape.skips_padding:
            by_channel = np.empty(size, np.uint8)
            packing.by_channel = cnp.PyArray_BYTES(by_channel)
        packing.plan, packing.rows, packing.all_rows = plan, rows, all_rows
        packing.w, packing.to, packing.size = cnp.PyArray_BYTES(matrices), self.weights, size
        run_items(1, shape.groups * shape.oc_blocks, pack_weights, &packing)
        return 0


def packer(Geometry geometry):
    """Return ``DirectKernel(geometry, matrices)`` as a function of the matrices; it is faster."""
    def pack(cnp.ndarray matrices):
        cdef DirectKernel kernel = DirectKernel.__new__(DirectKernel)
        kernel.pack(geometry, matrices)
        return kernel
    return pack


cdef class ReshapedKernel(PooledKernel):
    """The kernel of a reshaped problem, called with arrays of the problem itself.

    Only strides differ. `sources` maps axes of the plan to axes of the arrays, see
    `reshaping.Reshaping`.
    """

    cdef PooledKernel kernel
    cdef int[4] sources

    def __init__(self, PooledKernel kernel, tuple sources):
        cdef int axis
        self.kernel, self.bias_type = kernel, kernel.bias_type
        for axis in range(4):
            self.sources[axis] = sources[axis]

    cdef double run(self, pc_arrays *arrays, pc_size workers) except? -1:
        cdef pc_arrays view = arrays[0]
        cdef pc_size x, out
        cdef int axis, source
        for axis in range(4):
            source = self.sources[axis]
            if source == 0:
                x, out = arrays.x_batch, arrays.out_batch
            elif source > 0:
                x, out = arrays.x_stride[source - 1], arrays.out_stride[source - 1]
            else:
                x = out = 0
            if axis == 0:
                view.x_batch, view.out_batch = x, out
            else:
                view.x_stride[axis - 1], view.out_stride[axis - 1] = x, out
        return self.kernel.run(&view, workers)


cdef struct DirectWeightPacking:
    const pc_direct *plan
    pc_size rows, all_rows  # of a group's matrix, and of all matrices
    pc_size size  # bytes of a packed block
    const char *w
    char *to
    char *by_channel  # a block before its order by tap, where igemm leaves out products


cdef void pack_weights(
    void *context, pc_size item, pc_size worker, pc_stop_token *token
) noexcept nogil:
    """Pack the weights of one block of output channels of a group."""
    cdef const DirectWeightPacking *packing = <const DirectWeightPacking *>context
    cdef const pc_direct_shape *shape = &packing.plan.shape
    cdef pc_size group = item // shape.oc_blocks, block = item % shape.oc_blocks
    cdef pc_size length = shape.initial_rows + shape.reduction_len
    cdef pc_size first = block * shape.oc_block, row_bytes = length * shape.itemsize
    cdef bint last = block + 1 == shape.oc_blocks
    cdef pc_size width = shape.last_oc_block if last else shape.oc_block
    # Filters that fill up a block are zero, and their sums are never stored.
    cdef pc_size filters = min(width, packing.rows - first)
    filters = min(filters, packing.all_rows - group * packing.rows)
    cdef char *to = packing.to + item * packing.size
    cdef const char *w = packing.w + (group * packing.rows + first) * row_bytes
    if (width == 1 or length == 1) and filters == width and not shape.skips_padding:
        memcpy(to, w, filters * row_bytes)
        return
    if shape.skips_padding and filters < width:
        memset(packing.by_channel, 0, packing.size)
    packing.plan.packing.kernels.transpose(
        w, length, filters, length, NULL,
        packing.by_channel if shape.skips_padding else to, width * shape.itemsize,
    )
    if shape.skips_padding:
        order_by_tap(
            packing.by_channel, shape.channels, packing.plan.packing.shape.ic_block, shape.taps,
            width * shape.itemsize, to,
        )


cdef void compute_item(
    DirectKernel kernel, const pc_arrays *a, pc_size item, char *memory, pc_stop_token *token
) noexcept nogil:
    pc_direct_compute(
        &kernel.geometry.plan, a, kernel.weights, kernel.finite, item, memory, token
    )
