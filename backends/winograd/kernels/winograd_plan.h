/* The plan of a problem and one block of tiles of it.
 *
 * pc_winograd_plan and the struct of the problem's variant are converted from mappings that the
 * planner declares with the same names (`WinogradTiling.plan` and `variant_plan`); _winograd.pyx
 * sets pointers and readers. Strides and lengths are in elements, offsets in bytes.
 */
#ifndef POLYCONV_WINOGRAD_PLAN_H
#define POLYCONV_WINOGRAD_PLAN_H

#include "interleave.h"
#include "max_abs.h"
#include "pack.h"
#include "stop_token.h"
#include "winograd_transforms.h"

/* One spatial axis. An axis that the problem does not have has one tile of one output. */
typedef struct {
    pc_size out, dilation;
    pc_size tiles, tile_block, tile_blocks; /* tiles of a residue: in all and in a block; blocks */
    pc_size residues, residue_block, residue_blocks;
    pc_size outputs, points; /* of a tile */
    pc_size lo, n, padded;   /* padding before the input, input, padded input */
} pc_winograd_axis;

/* Sizes and strides that both variants read. */
typedef struct {
    pc_winograd_axis axes[3];
    pc_size rank, points;        /* points over all axes */
    pc_size batch, groups, ic_per_group, oc_per_group;
    pc_size images;              /* of a block */
    pc_size oc_block, last_oc_block, oc_blocks; /* whole vectors; of one group */
    pc_size oc_splits;           /* work items that share a block of tiles */
    pc_size work_items, workspace;
    pc_size itemsize;            /* bytes of a real number */
    pc_size parts;               /* 2 if numbers are complex, else 1 */
    pc_size imaginary_offset;    /* from the real part in an element of x; 0 if x is real */
    pc_size ic_block;            /* channels packed at once, if they are neighbours in memory */
    pc_size channel_plane;       /* a packed channel, or a part of it */
    pc_size padded_row;          /* a padded row that is deinterleaved before its transform, or 0 */
    int same_type;               /* true if x has the accumulator's type */
    int constant_padding, zero_padding;
    pc_size chain_length;        /* channels summed in registers */
    double tilt;                 /* t in complex_products.py */
} pc_winograd_plan;

/* The variant channels_in_lanes. */
typedef struct {
    pc_size real_convs;          /* real convolutions of one complex one: 3, else 1 */
    pc_size depth_input_stride, phase_stride, panel_row_stride, panel_stride, product_stride;
    pc_size depth_output_stride, output_row_stride;
    int reads_rows;              /* without packing, if the arrays admit it */
    /* Buffers in a worker's memory. */
    pc_size padded_row_offset, channel_planes_offset; /* written by winograd_pack.c */
    pc_size tilted_plane_offset; /* re + t * im of a channel */
    pc_size depth_input_offset;  /* a channel transformed along the first of three axes */
    pc_size phases_offset;       /* transformed along all axes but the last, deinterleaved */
    pc_size panels_offset;       /* [point][real convolution and channel][column] */
    pc_size products_offset;     /* [real convolution][point][tile][output channel] */
    pc_size depth_output_offset; /* products transformed along the first of three axes */
    pc_size output_rows_offset;  /* outputs of a row of tiles */
    pc_size complex_rows_offset; /* outputs of a row of tiles as complex numbers */
    pc_size discarded_row_offset; /* outputs beyond the last row */
    pc_size tile_column_offset;  /* pc_size[tile_count]: column of each tile in its panel */
} pc_winograd_channels_in_lanes;

/* The variant tiles_in_lanes. */
typedef struct {
    pc_size lanes;
    pc_size group_weights;       /* transformed weights of a group */
    pc_size row_stride;          /* between points along the first of two axes */
    pc_size panel_stride;
    /* Buffers in a worker's memory. */
    pc_size padded_row_offset, channel_planes_offset; /* written by winograd_pack.c */
    pc_size rows_offset;         /* a channel transformed along the first of two axes */
    pc_size products_offset;     /* panels, and products one panel before */
    pc_size out_offset;          /* outputs of a block, if they cannot be written to the result */
    pc_size tile_runs_offset;     /* pc_winograd_tile_run[] */
} pc_winograd_tiles_in_lanes;

/* A problem, ready to compute; of the two variants, one is set. */
typedef struct {
    pc_winograd_plan plan;
    pc_winograd_channels_in_lanes channels_in_lanes;
    pc_winograd_tiles_in_lanes tiles_in_lanes;
    const pc_winograd_transform *transform;
    const pc_copy_kernels *kernels;
    pc_axis input_axes[3];       /* map padded coordinates to input elements */
    const pc_size *channel_offset; /* of each channel's row in a panel */
    pc_reader readers[2];        /* of real and of imaginary parts */
    pc_writer writer;
    pc_interleaving interleaving; /* of channels_in_lanes */
    pc_max_abs_kernel max_abs;
} pc_winograd;

/* One block of tiles: the work of one work item. */
typedef struct {
    pc_size first_image, images, group;
    pc_size first_oc_block, end_oc_block;
    pc_size first_tile[3], tiles[3];       /* of each residue */
    pc_size first_residue[3], residues[3];
    pc_size block_tiles[3];                /* of all residues */
    pc_size phase_len[3];                  /* elements of a phase: tiles and the halo of the last */
    pc_size tile_rows;                     /* along the last axis, in all images */
    pc_size tile_count;
    pc_size panel_columns;                 /* tiles and the halos of rows */
    pc_stop_token *token;                  /* of the worker */
} pc_winograd_block;

static inline pc_size pc_max(pc_size a, pc_size b) { return a > b ? a : b; }

/* Return the first output of tile `tile` of a block along axis i. */
static inline pc_size pc_winograd_first_output(const pc_winograd_axis *axis,
                                               const pc_winograd_block *block, int i,
                                               pc_size tile) {
    pc_size t = block->first_tile[i] + tile / block->residues[i];
    return t * axis->outputs * axis->dilation + block->first_residue[i] + tile % block->residues[i];
}

/* Return how many outputs of a tile lie inside the result, the first of which is `first`. */
static inline pc_size pc_winograd_valid_outputs(const pc_winograd_axis *axis, pc_size first) {
    return pc_clamp((axis->out - first + axis->dilation - 1) / axis->dilation, axis->outputs);
}

#endif
