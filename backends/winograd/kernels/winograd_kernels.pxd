# The C code in this folder, as _winograd.pyx calls it.

from polyconv._kernels cimport (
    pc_arrays, pc_copy_kernels, pc_max_abs_kernel, pc_reader, pc_size, pc_type, pc_writer,
)


cdef extern from "winograd.h" nogil:
    ctypedef struct pc_winograd_panels:
        pc_size points, step, vectors, channels, chain, filters, block
        const void *w

    ctypedef struct pc_winograd:
        void kernel(const void *w, pc_size n, int rank, const double *matrix, void *to,
                    pc_size to_step) noexcept nogil

    const pc_winograd *pc_winograd_for(pc_type type, int outputs, int taps)

cdef extern from "winograd_pack.h" nogil:
    ctypedef struct pc_winograd_axis:
        pc_size out, dilation
        pc_size tiles, block, blocks
        pc_size residues, residue_block, residue_blocks
        pc_size outputs, points
        pc_size lo, n, padded
        const pc_size *source

    ctypedef struct pc_winograd_block:
        pc_size n, images, group, first_block, last_block
        pc_size start[3]
        pc_size tiles[3]
        pc_size residue[3]
        pc_size residues[3]
        pc_size size[3]
        pc_size places[3]
        pc_size lines, multiplied, slots

    ctypedef struct pc_winograd_input:
        const pc_copy_kernels *kernels
        pc_winograd_axis axes[3]
        pc_reader readers[2]
        pc_size parts, x_part, itemsize, together, plane, line
        bint plain, constant
        pc_max_abs_kernel max_abs

cdef extern from "winograd_lanes.h" nogil:
    ctypedef struct pc_winograd_lanes:
        const pc_winograd *transform
        pc_winograd_panels panels
        pc_writer writer
        bint zeros
        pc_size rank, lanes, group_weights, rows_step
        pc_size line_at, planes_at, rows_at, products_at, out_at, segments_at

    void pc_winograd_in_lanes(const pc_winograd_lanes *plan, const pc_winograd_input *packing,
                              const pc_arrays *a, const pc_winograd_block *block,
                              const char *weights, char *memory, void *most)
