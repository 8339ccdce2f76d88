/* Winograd transforms: Cook-Toom along each axis, one vector of tiles or channels at a time.
 *
 * Along an axis with m outputs a tile, tile t starts at element t * m, and `points` = m + taps - 1
 * elements belong to it. Elements are kept by phase: element t * m + f stands at place t of phase
 * f. So what tiles read lies side by side, and vectors run over tiles whatever the shape of the
 * image; element l of tile t is at place t + l / m of phase l % m.
 */
#ifndef POLYCONV_WINOGRAD_H
#define POLYCONV_WINOGRAD_H

#include "copy_kernels.h"
#include "igemm.h"

/* Along an axis. */
#define PC_MOST_POINTS 9

/* LANES elements of a row of tiles: where they are among the transformed rows of a channel, where
 * their outputs begin in the result, in bytes, and how many columns and rows of outputs there are. */
typedef struct {
    pc_size from, to, columns, rows;
} pc_winograd_segment;

/* Rows of an image that lines of tiles read; distances are in elements, but for those of x. */
typedef struct {
    const char *x, *zeros;        /* the first column of row 0; what is read outside the image */
    pc_size x_step, first, height; /* bytes from row to row; the row that tiles start at; rows */
    pc_size width;                /* columns, none of which is outside */
    pc_size lines, line, to_step; /* of tiles, from one to the next, and from point to point */
} pc_winograd_rows;

#define PC_LANES_PIECES 80 /* of products with 64 filters and 8 vectors */

/* Products at all points, with tiles in the lanes; distances are in elements. */
typedef struct {
    pc_size points, step;         /* from the panel of one point to that of the next */
    pc_size vectors;              /* of tiles, in each row of a panel */
    pc_size channels, chain;      /* summed in all, and at a time */
    pc_size filters, block;       /* in all, and in a block of weights: */
    const void *w;                /* w[filters / block][points][channels][block] */
} pc_winograd_panels;

typedef struct {
    int outputs, taps;

    /* Transform weights along `rank` axes in double precision, and round them once: w[taps ** rank][n]
     * of n filters side by side (whole vectors) into points ** rank rows `to_step` elements apart.
     * matrix[points][taps]. */
    void (*kernel)(const void *w, pc_size n, int rank, const double *matrix, void *to,
                   pc_size to_step);

    /* Transform `points` rows of n elements, wherever they are, into as many rows `to_step`
     * elements apart. All rows are read and written in whole vectors. */
    void (*input)(const void *const *from, pc_size n, void *to, pc_size to_step);

    /* Sort n * m elements of a line by phase, into m rows `to_step` elements apart; in whole
     * vectors. */
    void (*split)(const void *line, pc_size n, void *to, pc_size to_step);

    /* `input` along one axis and `split` along the next: row i * m + f of `to` is phase f of
     * transformed row i. */
    void (*input_split)(const void *const *from, pc_size n, void *to, pc_size to_step);

    /* Transform `points` rows of n elements into m rows, wherever they are; in whole vectors. */
    void (*output)(const void *const *from, pc_size n, void *const *to);

    /* Transform tiles side by side, n elements (whole vectors) in each: row i of `from`, rows
     * `from_step` apart, has point i of all tiles. The outputs stand side by side, too, those of
     * one tile `spread` columns apart, with `spread` tiles between each other; so many `columns`
     * are written. */
    void (*output_line)(const void *from, pc_size from_step, pc_size n, pc_size spread,
                        pc_size columns, void *to);

    /* The same along two axes: row i * points + j of `from` has point (i, j); `to` has the m
     * rows of outputs. */
    void (*output_plane)(const void *from, pc_size from_step, pc_size n, pc_size spread,
                         pc_size columns, void *const *to);

    /* to[i] = a[i] + factor * b[i] for i < n. */
    void (*combine)(const void *a, const void *b, double factor, pc_size n, void *to);

    /* Rows a, b and c of n elements, `step` apart, become the n complex numbers
     * a - (b + c) + i * factor * (b - c); in whole vectors. */
    void (*merge)(const void *rows, pc_size step, double factor, pc_size n, void *to);

    /* With tiles in the lanes, outputs being a power of two: m segments make a vector of tiles, in
     * an order that is the same in all of these.
     *
     * Transform lines of tiles along the height. Vectors are written whole, with zeros behind the
     * last column. */
    void (*lanes_rows)(const pc_winograd_rows *rows, void *to);

    /* Transform along the last axis `rows` rows,
     * `from_step` apart; point j of row i goes to the panel i * points + j, `to_step` apart. */
    void (*lanes_input)(const void *from, pc_size from_step, pc_size rows,
                        const pc_winograd_segment *segments, pc_size vectors, void *to,
                        pc_size to_step);

    /* Products of the tiles of one point, channels of the result in the lanes. */
    pc_igemm_kernel *igemm;

    /* From rows of channels to rows of filters, which may stand one panel before. */
    void (*lanes_multiply)(const pc_winograd_panels *panels, const void *from, void *to);

    /* Transform one filter's products along both axes, and write rows of outputs plus its bias,
     * `out_step` bytes apart. */
    void (*lanes_output)(const void *from, pc_size from_step, int rank,
                         const pc_winograd_segment *segments, pc_size vectors, const void *bias,
                         char *out, pc_size out_step);
} pc_winograd;

/* The transforms of one instruction-set level; each list ends with one of 0 outputs. */
typedef struct {
    const pc_winograd *f32, *f64;
} pc_winograd_table;

/* The transforms of F(outputs, taps) for elements of `type`, or NULL if there are none. */
const pc_winograd *pc_winograd_for(enum pc_type type, int outputs, int taps);

#endif
