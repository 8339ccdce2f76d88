/* What the ways to compute a work item of direct convolution share: direct.c cuts it out, and sums
 * channels and pixels; direct_rows.c sums planes, and direct_cells.c planes of cells.
 */
#ifndef POLYCONV_DIRECT_WORK_H
#define POLYCONV_DIRECT_WORK_H

#include "direct.h"

/* One work item: a tile of some groups, one after the other, for some of the blocks of channels. */
typedef struct {
    pc_tile tile;
    pc_size last_group, first_block, last_block;
    pc_size width; /* filters of the block at hand, those that are made up included */
    pc_size row_entries; /* pixels, or vectors of them, in a row (in all rows, if they are flat) */
    pc_size row_sums;    /* elements from the sums of one such row to those of the next */
    pc_layout layout;    /* of the sums */
    const char *weights;
    int finite;   /* so are all weights */
    int in_place; /* pixels are summed in the caller's array */
    int picks;    /* and read there, every other one */
    int borrows;  /* input is read in the caller's array */
    char *packed;
    const char *x; /* what pixels and taps are relative to */
    const pc_size *tap;
    char *sums;
    pc_size *pixel; /* where pixels, or vectors of them, are packed; then where they are summed */
    /* How planes of rows or of cells are read. */
    const pc_size *column;          /* where the columns of the kernel are */
    pc_size line, stride, dilation; /* elements of an input row; rows between outputs, and taps */
    pc_size lanes;                  /* weights that stand side by side */
} pc_direct_work;

/* Whether sums may stand in the caller's array, where elements are `step` bytes apart. */
static inline int written(const pc_direct *plan, const pc_arrays *a, pc_size step) {
    return plan->writer.kernels != NULL && plan->writer.parts == 1 && step == plan->itemsize &&
           a->out_stride[1] % plan->itemsize == 0;
}

/* Whether neighbours in the caller's input are whole elements apart. */
static inline int whole_steps(const pc_direct *plan, const pc_arrays *a) {
    for (int i = 0; i < 3; i++)
        if (a->x_stride[i] % plan->itemsize != 0)
            return 0;
    return 1;
}

/* The first output of the tile's group in the caller's array. */
static inline char *target(const pc_direct *plan, const pc_arrays *a, const pc_tile *tile) {
    char *out = a->out + tile->n * a->out_batch + tile->group * plan->group_out * a->out_channel;
    for (int i = 0; i < 3; i++)
        out += tile->start[i] * a->out_stride[i];
    return out;
}

/* The weights of a block's taps from the packed channel `first` on. */
static inline const char *block_weights(const pc_direct *plan, const pc_direct_work *work,
                                        pc_size block, pc_size first) {
    pc_size blocks = work->tile.group * plan->blocks + block;
    return work->weights + (blocks * plan->terms * plan->block + first * plan->taps * work->width) *
                               plan->itemsize;
}

/* Write the sums of a block into the caller's array, for some rows of the tile. */
void pc_direct_store(const pc_direct *plan, const pc_arrays *a, const pc_direct_work *work,
                     pc_size block, pc_size row, pc_size rows, const char *sums);

/* Compute a tile of groups that are one plane each, many of them at a time. */
void pc_direct_planes(const pc_direct *plan, const pc_arrays *a, pc_direct_work *work);

/* Compute a tile of groups that are a vector of a cell each. */
void pc_direct_cells(const pc_direct *plan, const pc_arrays *a, pc_direct_work *work);

/* Add the products of `count` packed channels to the sums of one filter, plane by plane.
 *
 * Where results are what sums are, they are summed in the caller's array; tell whether. */
int pc_direct_rows(const pc_direct *plan, const pc_arrays *a, const pc_direct_work *work,
                   pc_size block, pc_size first, pc_size count, char *sums);

/* Add one plane's products with as many columns of the kernel at a time as may be summed.
 *
 * A bias is added with the last of them. */
void pc_direct_plane(const pc_direct *plan, const pc_direct_work *work, pc_stencil_args *rows,
                     const char *w, const char *x, char *sums);

#endif
