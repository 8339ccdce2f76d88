/* A work item of direct convolution, as the variants share it: direct.c cuts it out and computes
 * dot; igemm.c, spatial.c, stencil.c and depthwise.c compute the others, the last two by plane.c;
 * spatial_interleaved.c and igemm_places.c compute phases of a transposed convolution; store.c
 * writes sums into the caller's array.
 */
#ifndef POLYCONV_WORK_ITEM_H
#define POLYCONV_WORK_ITEM_H

#include "direct.h"

/* The layout of a tile's sums: bytes of each, and elements from one output to the next. */
typedef struct {
    pc_size itemsize, pixel_step, channel_step, row_step, plane_step;
} pc_sums_layout;

/* One work item: a tile of some groups, one after the other, for some of the oc_blocks. */
typedef struct {
    pc_tile tile;
    pc_size end_group, first_oc_block, end_oc_block;
    pc_size oc_width;      /* output channels of the current block, filling zeros included */
    pc_size row_entries;   /* pixels, or vectors of them, in a row (if flat, in all rows) */
    pc_size row_lead;      /* pixels before the first vector of a row that begins with a line */
    pc_size tap_runs;      /* runs of taps that spatial sums for all filters in turn */
    pc_size row_sums;      /* elements from the sums of one row to those of the next */
    pc_sums_layout layout; /* of the sums */
    const char *weights;
    pc_stop_token *token;
    int finite;             /* all weights are known to be finite */
    int signal;             /* samples of one row are summed there by the micro-kernel signal */
    int accumulates_in_out; /* pixels are summed in the caller's array */
    int stride2;            /* pixels are summed there, input rows deinterleaved in registers */
    int zero_copy;          /* the caller's input is read without packing */
    int dots_in_out;        /* dot sums rows of narrow windows in the caller's array */
    int igemm_in_out;       /* igemm writes to the caller's array */
    pc_size *zeroed;        /* 1 if unused places of `packed` were zeroed in this call */
    char *packed;
    const char *x; /* origin of pixel and tap offsets */
    const pc_size *tap_offset;
    char *sums;
    pc_size *pixel_offset; /* offsets of pixels, or vectors, in the input; then in the sums */

    /* Of stencil and depthwise. */
    const pc_size *column_offset; /* of the kernel's columns */
    pc_size row_pitch;            /* elements of an input row */
    pc_size row_stride;           /* input rows from one output row to the next */
    pc_size row_dilation;         /* input rows from one kernel row to the next */
    pc_size weight_lanes;         /* adjacent weights: those of a vector of channels, or 1 */
} pc_work_item;

/* True if the lanes of sums are output channels. */
static inline int lanes_are_channels(const pc_direct *plan) {
    return plan->shape.variant == PC_IGEMM || plan->shape.variant == PC_DEPTHWISE;
}

/* True if the caller's array can hold sums as they are, with elements `step` bytes apart. */
static inline int out_holds_sums(const pc_direct *plan, const pc_arrays *a, pc_size step) {
    return plan->writer.kernels != NULL && plan->writer.parts == 1 &&
           step == plan->shape.itemsize && a->out_stride[1] % plan->shape.itemsize == 0;
}

/* True if neighbours in the caller's input are a whole number of elements apart. */
static inline int whole_element_strides(const pc_direct *plan, const pc_arrays *a) {
    for (int i = 0; i < 3; i++)
        if (a->x_stride[i] % plan->shape.itemsize != 0)
            return 0;
    return 1;
}

/* Return the first output of the tile's group in the caller's array. */
static inline char *first_output(const pc_direct *plan, const pc_arrays *a, const pc_tile *tile) {
    char *out = a->out + tile->n * a->out_batch;
    out += tile->group * plan->shape.oc_per_group * a->out_channel;
    for (int i = 0; i < 3; i++)
        out += tile->start[i] * a->out_stride[i];
    return out;
}

/* Return the first element that the group of a tile reads in the input, which has no padding. */
static inline const char *first_input(const pc_direct *plan, const pc_arrays *a,
                                      const pc_tile *tile) {
    const char *x = a->x + tile->n * a->x_batch;
    x += tile->group * plan->packing.shape.ic_per_group * a->x_channel;
    for (int i = 0; i < 3; i++) {
        const pc_tile_axis *axis = &plan->packing.shape.axes[i];
        x += (tile->start[i] * axis->stride - axis->pad_lo) * a->x_stride[i];
    }
    return x;
}

/* Restrict a tile to some of its rows and columns; return false if none are left. */
static inline int crop_tile(pc_tile *tile, pc_size top, pc_size bottom, pc_size left,
                            pc_size right) {
    tile->start[1] += top;
    tile->size[1] = bottom - top;
    tile->start[2] += left;
    tile->size[2] = right - left;
    return top < bottom && left < right;
}

/* True if the pixels of a tile follow each other, in one row of vectors. */
static inline int sums_in_one_row(const pc_direct *plan, const pc_tile *tile) {
    return tile->size[0] == 1 && (plan->shape.flat || tile->size[1] == 1);
}

/* Return the packed places of a row of outputs; if the plan is flat, of all rows. */
static inline pc_size row_extent(const pc_direct *plan, const pc_tile *tile) {
    if (plan->shape.flat)
        return (tile->size[1] - 1) * plan->packing.shape.axes[2].length + tile->size[2];
    return tile->size[2];
}

/* Pack `count` channels of the tile's group, or point to them in a contiguous input. */
static inline void read_channels(const pc_direct *plan, const pc_arrays *a, pc_work_item *work,
                                 pc_size first, pc_size count) {
    const pc_tile *tile = &work->tile;
    if (!work->zero_copy) {
        pc_pack(&plan->packing, a, tile, first, count, work->packed);
        work->x = work->packed;
        work->tap_offset = plan->tap_offset;
        return;
    }
    work->x = first_input(plan, a, tile) + first * a->x_channel;
    work->tap_offset = plan->zero_copy_tap_offset;
}

/* Return the weights of a block, from the packed channel `first` on. */
static inline const char *block_weights(const pc_direct *plan, const pc_work_item *work,
                                        pc_size block, pc_size first) {
    const pc_direct_shape *shape = &plan->shape;
    pc_size blocks = work->tile.group * shape->oc_blocks + block;
    pc_size skipped = blocks * (shape->initial_rows + shape->reduction_len) * shape->oc_block;
    pc_size rows = shape->initial_rows + first * shape->taps;
    return work->weights + (skipped + rows * work->oc_width) * shape->itemsize;
}

/* Write `rows` rows of sums of a block, from `row` on, into the caller's array. */
void pc_store_block(const pc_direct *plan, const pc_arrays *a, const pc_work_item *work,
                    pc_size block, pc_size row, pc_size rows, const char *sums);

/* Add the products of one plane, by the runs of kernel rows and columns that registers can sum
 * (`kernel_runs`). The last run adds the bias. */
void pc_sum_plane(const pc_direct *plan, const pc_work_item *work, pc_stencil_args *args,
                  const char *w, const char *x, char *sums);

/* Return the pixels before the first vector of a row that begins with a cache line: in the caller's
 * input if it is read without packing, or in its result. 0 if channels differ in that. Vectors
 * shorter than a line are aligned to their own size: no vector then lies across lines. */
pc_size pc_pixels_before_line(const pc_direct *plan, const pc_arrays *a, const pc_work_item *work);

/* Cut an image of single taps between cache lines instead of between rows, if both arrays hold the
 * rows of a channel side by side: then only the first and the last vector of an image are
 * partial. */
void pc_cut_at_lines(const pc_direct *plan, const pc_arrays *a, pc_work_item *work);

/* Sum the work item of one group in the caller's array: `accumulates_in_out` is set. */
void pc_spatial_in_out(const pc_direct *plan, const pc_arrays *a, pc_work_item *work);

/* True if the work item is part of a signal that the micro-kernel signal can read and write in the
 * caller's arrays, all but windows that hold padding. */
int pc_is_signal(const pc_direct *plan, const pc_arrays *a, const pc_work_item *work);

/* Compute a tile of one group of a signal. */
void pc_signal(const pc_direct *plan, const pc_arrays *a, const pc_work_item *work);

/* Add the products of `count` packed channels to a block's sums of the first `rows` rows. */
void pc_spatial_block(const pc_direct *plan, const pc_work_item *work, pc_size block, pc_size first,
                      pc_size count, pc_size rows, char *sums);

/* Add the products of `count` packed channels, from `first` on, to the sums of some rows of igemm.
 * The last ones may be written to the caller's array. */
void pc_igemm_block(const pc_direct *plan, const pc_arrays *a, const pc_work_item *work,
                    pc_size block, pc_size first, pc_size count, pc_size row, pc_size rows,
                    char *sums);

/* Add sums as `pc_igemm_block` does, but each tap only for the pixels at which it lies inside the
 * input.
 *
 * To leave out products with zero padding is right for finite weights only: without `work->finite`,
 * every tap is summed for all pixels. */
void pc_igemm_valid_taps(const pc_direct *plan, const pc_work_item *work, pc_size block,
                         pc_size first, pc_size count, pc_size row, pc_size rows, char *sums);

/* Compute a work item of phases whose results are interleaved in registers. */
void pc_spatial_interleaved(const pc_direct *plan, const pc_arrays *a, pc_work_item *work);

/* Compute a work item of all phases of a transposed convolution by igemm. `a` has the strides from
 * one output of the first phase to the next. */
void pc_igemm_places(const pc_direct *plan, const pc_arrays *a, pc_work_item *work);

/* Compute a depthwise work item. */
void pc_depthwise(const pc_direct *plan, const pc_arrays *a, pc_work_item *work);

/* True if the plan's planes can be read in the caller's array by stencil_zero_copy. */
int pc_stencil_reads_zero_copy(const pc_direct *plan, const pc_arrays *a);

/* Compute a stencil work item whose groups are one plane each, several planes at a time. */
void pc_stencil_planes(const pc_direct *plan, const pc_arrays *a, pc_work_item *work);

/* Compute a stencil work item whose groups are one plane each, and pack only what surrounds the
 * interior of the planes. */
void pc_stencil_interior(const pc_direct *plan, const pc_arrays *a, pc_work_item *work);

/* Add the products of `count` packed channels to the sums of one filter, plane by plane.
 *
 * If the caller's array can hold sums, they are formed there, and the result is true. */
int pc_stencil(const pc_direct *plan, const pc_arrays *a, const pc_work_item *work, pc_size block,
               pc_size first, pc_size count, char *sums);

#endif
