# The C code in this folder, as _winograd.pyx calls it. Structs that Cython converts from mappings
# list all their fields.

from polyconv._kernels cimport (
    pc_arrays, pc_axis, pc_copy_kernels, pc_interleaving, pc_max_abs_kernel, pc_reader, pc_size,
    pc_type, pc_writer,
)
from polyconv._thread_pool cimport pc_stop_token


cdef extern from "winograd_transforms.h" nogil:
    ctypedef struct pc_winograd_transform:
        void transform_weights(const void *w, pc_size n, int rank, const double *matrix, void *to,
                               pc_size to_stride) noexcept nogil

    const pc_winograd_transform *pc_winograd_transform_for(pc_type type, int outputs, int taps)

cdef extern from "winograd_plan.h" nogil:
    ctypedef struct pc_winograd_axis:
        pc_size out, dilation
        pc_size tiles, tile_block, tile_blocks
        pc_size residues, residue_block, residue_blocks
        pc_size outputs, points
        pc_size lo, n, padded

    ctypedef struct pc_winograd_plan:
        pc_winograd_axis axes[3]
        pc_size rank, points, batch, groups, ic_per_group, oc_per_group
        pc_size images, oc_block, last_oc_block, oc_blocks, oc_splits, work_items, workspace
        pc_size itemsize, parts, imaginary_offset, ic_block, channel_plane, padded_row
        bint same_type, constant_padding, zero_padding
        pc_size chain_length
        double tilt

    ctypedef struct pc_winograd_channels_in_lanes:
        pc_size real_convs
        pc_size depth_input_stride, phase_stride, panel_row_stride, panel_stride, product_stride
        pc_size depth_output_stride, output_row_stride
        bint reads_rows
        pc_size padded_row_offset, channel_planes_offset, tilted_plane_offset, depth_input_offset
        pc_size phases_offset, panels_offset, products_offset, depth_output_offset
        pc_size output_rows_offset, complex_rows_offset, discarded_row_offset, tile_column_offset

    ctypedef struct pc_winograd_tiles_in_lanes:
        pc_size lanes, group_weights, row_stride, panel_stride
        pc_size padded_row_offset, channel_planes_offset, rows_offset, products_offset, out_offset
        pc_size tile_runs_offset

    ctypedef struct pc_winograd:
        pc_winograd_plan plan
        pc_winograd_channels_in_lanes channels_in_lanes
        pc_winograd_tiles_in_lanes tiles_in_lanes
        const pc_winograd_transform *transform
        const pc_copy_kernels *kernels
        pc_axis input_axes[3]
        const pc_size *channel_offset
        pc_reader readers[2]
        pc_writer writer
        pc_interleaving interleaving
        pc_max_abs_kernel max_abs

    ctypedef struct pc_winograd_block:
        pc_size first_image, images, group, first_oc_block, end_oc_block
        pc_size first_tile[3]
        pc_size tiles[3]
        pc_size first_residue[3]
        pc_size residues[3]
        pc_size block_tiles[3]
        pc_size phase_len[3]
        pc_size tile_rows, tile_count, panel_columns
        pc_stop_token *token

cdef extern from "winograd_channels_in_lanes.h" nogil:
    void pc_winograd_compute_channels_in_lanes(
        const pc_winograd *conv, const pc_arrays *a, const pc_winograd_block *block,
        const char *weights, char *memory, void *max_abs)

cdef extern from "winograd_tiles_in_lanes.h" nogil:
    void pc_winograd_compute_tiles_in_lanes(
        const pc_winograd *conv, const pc_arrays *a, const pc_winograd_block *block,
        const char *weights, char *memory, void *max_abs)
