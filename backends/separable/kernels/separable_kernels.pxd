# The C code in this folder, as _separable.pyx calls it; separable.h says what each field means.

from polyconv._kernels cimport (
    pc_arrays, pc_axis, pc_max_abs_kernel, pc_reader, pc_size, pc_type, pc_writer,
)
from polyconv._thread_pool cimport pc_stop_token


cdef extern from "lines.h" nogil:
    ctypedef struct pc_line_kernels:
        int lanes

    const pc_line_kernels *pc_line_kernels_for(pc_type type)


cdef extern from "separable.h" nogil:
    ctypedef struct pc_separable_axis:
        pc_size n, lo, out, taps, stride, dilation, extent, tile, tiles
        bint box

    ctypedef struct pc_separable_shape:
        pc_size items, filters, ic_per_group, oc_per_group, terms, interleave, parts
        pc_size itemsize, x_itemsize, bias_itemsize, x_part_bytes, out_part_bytes
        bint same_as_x, is_volume, keeps, prefetches, fused_prefetches, fuses, places_ring
        pc_size pitch, chains, plane_chains, row_ring, plane_ring, row_block, plane_block
        pc_size phases, phase_pitch, packed_rows, packed_bytes, scratch, max_lines
        pc_size zeroed, workspace

    ctypedef struct pc_separable:
        pc_separable_axis axes[3]
        pc_separable_shape shape
        pc_axis input_axes[3]
        pc_reader readers[2]
        pc_writer writer
        const pc_line_kernels *kernels
        pc_max_abs_kernel max_abs
        const pc_size *column

    ctypedef struct pc_factors:
        const char *axes[3]
        pc_size sets

    void pc_separable_compute(const pc_separable *plan, const pc_factors *factors,
                              const pc_arrays *a, pc_size item, char *memory, void *maxima,
                              pc_stop_token *token)
