/* Winograd transforms: Cook-Toom along each axis, one vector of tiles or channels at a time.
 *
 * Along an axis with m outputs a tile, tile t reads `points` = m + taps - 1 elements from element
 * t * m on. Elements are deinterleaved by phase (polyphase form): element t * m + f is element t of
 * phase f. So the elements that neighbouring tiles read are neighbours in memory, and vectors run
 * over tiles for any shape of image: element l of tile t is element t + l / m of phase l % m.
 */
#ifndef POLYCONV_WINOGRAD_TRANSFORMS_H
#define POLYCONV_WINOGRAD_TRANSFORMS_H

#include "copy_kernels.h"
#include "igemm.h"
#include "pack.h"

/* Maximum points along an axis: 3 outputs of 7 taps. */
#define PC_MAX_POINTS 9
/* Maximum outputs of a tile along an axis. */
#define PC_MAX_OUTPUTS 6

/* tiles_in_lanes: one vector's length of a row of tiles. */
typedef struct {
    pc_size from;          /* offset in the transformed rows of a channel, in elements */
    pc_size to;            /* offset of its outputs in the result, in bytes */
    pc_size columns, rows; /* of outputs */
} pc_winograd_tile_run;

/* Rows of an image that rows of tiles read without packing. */
typedef struct {
    const char *x;     /* the first column of row 0 */
    const char *zeros; /* read in place of rows outside the image */
    pc_size x_stride;  /* bytes between rows */
    pc_size first_row; /* of the first row of tiles; negative in the padding */
    pc_size height;    /* rows of the image */
    pc_size left;      /* columns of padding before the first; for tiles_in_lanes, 0 */
    pc_size width;     /* columns, all inside the image */
    pc_size tile_rows;
    pc_size next;         /* elements to the channel that is read next; not for tiles_in_lanes */
    pc_size row_stride;   /* elements between rows of tiles in the result */
    pc_size point_stride; /* elements between points in the result */
} pc_winograd_rows;

/* tiles_in_lanes: maximum register blocks of one point, for 64 output channels and 8 vectors of
 * tiles. */
#define PC_MAX_REGISTER_BLOCKS 80

/* tiles_in_lanes: panels and weights of one block of tiles, for all points. */
typedef struct {
    pc_size points;
    pc_size stride;       /* elements between panels */
    pc_size tile_vectors; /* vectors of tiles in each row of a panel */
    pc_size ic_per_group;
    pc_size chain_length; /* input channels summed in registers */
    pc_size oc_per_group;
    pc_size oc_block;
    const void *w; /* w[oc_per_group / oc_block][points][ic_per_group][oc_block] */
} pc_winograd_panels;

/* F(outputs, taps): the functions of one transform for one element type and ISA level. Arrays are
 * read and written in whole vectors; strides are in elements. */
typedef struct {
    int outputs, taps;

    /* Transform weights along `rank` axes in double precision and round them once, from
     * w[taps ** rank][n] for n output channels to points ** rank rows; matrix[points][taps]. */
    void (*transform_weights)(const void *w, pc_size n, int rank, const double *matrix, void *to,
                              pc_size to_stride);

    /* Transform `points` rows of n elements into `points` rows. */
    void (*transform_input)(const void *const *from, pc_size n, void *to, pc_size to_stride);

    /* Deinterleave n * m elements of a row into m rows, one for each phase. */
    void (*deinterleave)(const void *row, pc_size n, void *to, pc_size to_stride);

    /* `transform_input` along one axis and `deinterleave` along the next: row i * m + f of `to` is
     * phase f of transformed row i. */
    void (*transform_input_deinterleave)(const void *const *from, pc_size n, void *to,
                                         pc_size to_stride);

    /* `transform_input_deinterleave` of each row of tiles, from rows of an image: n elements of
     * each phase. Whole vectors are written, the last of a row over the start of the next. */
    void (*transform_rows_deinterleave)(const pc_winograd_rows *rows, pc_size n, void *to,
                                        pc_size to_stride);

    /* Transform `points` rows of n elements into m rows. */
    void (*transform_output)(const void *const *from, pc_size n, void *const *to);

    /* Transform a row of tiles with n elements each: row i of `from` has point i of all tiles.
     * Tiles of `residues` residues alternate, so outputs of one are `residues` columns apart;
     * `columns` columns are written. */
    void (*output_1d)(const void *from, pc_size from_stride, pc_size n, pc_size residues,
                      pc_size columns, void *to);

    /* `output_1d` along two axes: row i * points + j of `from` has point (i, j); `to` are the m
     * rows of outputs. */
    void (*output_2d)(const void *from, pc_size from_stride, pc_size n, pc_size residues,
                      pc_size columns, void *const *to);

    /* to[i] = a[i] + factor * b[i] for i < n. */
    void (*add_scaled)(const void *a, const void *b, double factor, pc_size n, void *to);

    /* Combine rows a, b and c of n elements, `row_stride` apart, into the n complex numbers
     * a - (b + c) + i * factor * (b - c). */
    void (*complex_from_real)(const void *rows, pc_size row_stride, double factor, pc_size n,
                              void *to);

    /* tiles_in_lanes; NULL unless `outputs` is a power of two. The order of tiles in a vector is
     * that of transposed tile runs, the same in all four functions.
     *
     * Transform rows of tiles along the height. Elements of the last vector that lie after the
     * last column become zero. */
    void (*tiles_transform_height)(const pc_winograd_rows *rows, void *to);

    /* Transform `rows` rows along the width; point j of row i goes to panel i * points + j. */
    void (*tiles_transform_width)(const void *from, pc_size from_stride, pc_size rows,
                                  const pc_winograd_tile_run *tile_runs, pc_size vectors, void *to,
                                  pc_size to_stride);

    /* Multiply panels of input channels by the weights. `to` may be one panel before `from`. */
    void (*tiles_multiply)(const pc_winograd_panels *panels, const void *from, void *to);

    /* Multiply the tiles of one point by the weights, channels of the result in the lanes. */
    pc_igemm_kernel *igemm;

    /* Transform the products of one output channel along all axes, add its bias and write rows of
     * outputs, `out_stride` bytes apart. */
    void (*tiles_transform_output)(const void *from, pc_size from_stride, int rank,
                                   const pc_winograd_tile_run *tile_runs, pc_size vectors,
                                   const void *bias, char *out, pc_size out_stride);
} pc_winograd_transform;

/* The transforms of one ISA level; each list ends with an entry of 0 outputs. */
typedef struct {
    const pc_winograd_transform *f32, *f64;
} pc_winograd_level;

/* Return F(outputs, taps) for elements of `type`, or NULL if there is no such transform. */
const pc_winograd_transform *pc_winograd_transform_for(enum pc_type type, int outputs, int taps);

#endif
