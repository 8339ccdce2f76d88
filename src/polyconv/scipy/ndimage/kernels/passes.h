/* Windowed sums with SciPy's rounding: one or two passes over a tile of an array.
 *
 * An array has four axes here: batch, depth, rows and columns, with any strides. A tile of outputs
 * is computed from one packed input region. One pass sums along the rows axis (or over a whole
 * window), the other along the columns. Between the two, sums are rounded to the type of the
 * result, as SciPy rounds what it stores after each pass of a separable filter. */
#ifndef POLYCONV_PASSES_H
#define POLYCONV_PASSES_H

#include "pack.h"
#include "stop_token.h"

#include <stdbool.h>

/* The sums of a pass over its window, in the order of SciPy, so that results are bit-equal. */
enum pc_sum {
    PC_SUM_NONE,        /* there is no such pass */
    PC_SUM_LINE,          /* the last tap first, then from the first to the one before the last */
    PC_SUM_PAIRS,     /* the middle tap, then pairs from the outermost inwards: (a + b) * weight */
    PC_SUM_DIFFERENCES, /* as PC_SUM_PAIRS, with (a - b) * weight */
    PC_SUM_BOX,           /* the sum of the window, divided by its size */
    PC_SUM_WINDOW,        /* any set of taps in depth, rows and columns, in their order in memory */
};

typedef struct {
    enum pc_sum sum;
    pc_size taps;          /* length of the window; of PC_SUM_WINDOW, the taps that are multiplied */
    const void *weights;   /* `taps` elements; NULL for a box */
    const pc_size *places; /* of PC_SUM_WINDOW: depth, row and column of each tap */
} pc_pass;

/* Return true for boxes that are summed by doubling. Boxes of up to 12 elements are faster when
 * they are summed one by one: an element takes one load, half a cycle; a doubling takes two loads
 * and a store for a row. */
static inline bool is_long_box(const pc_pass *pass) {
    return pass->sum == PC_SUM_BOX && pass->taps > 12;
}

/* The numbers of a plan; `_passes.pyx` lists them as a mapping, which Cython converts. */
typedef struct {
    pc_size out[4];     /* outputs: batch, depth, rows, columns */
    pc_axis axes[3];    /* of the input: depth, rows, columns */
    pc_size window[3];  /* taps along them, those of both passes */
    pc_size tile[2];    /* rows and columns of the outputs of a work item */
    bool columns_first; /* the pass along the columns is the first of two */
    enum pc_source x_type, out_type;
    double padding; /* of constant axes */
} pc_passes_shape;

typedef struct {
    pc_passes_shape shape;
    pc_pass over_rows;    /* along the rows axis, or over a window */
    pc_pass over_columns; /* along the columns axis */
} pc_passes;

typedef struct {
    const char *x;
    char *out;
    pc_size x_stride[4], out_stride[4]; /* bytes */
    pc_size first_row;                  /* of the whole result, which is the first one of `out` */
} pc_pass_arrays;

/* Return the pointers to rows, one for each tap, that a tile needs. */
static inline pc_size pc_pass_pointers(const pc_passes *p) {
    return p->over_rows.taps > p->over_columns.taps ? p->over_rows.taps : p->over_columns.taps;
}

/* Compute work item `item`; items are tiles, in order of batch, depth, rows and columns. */
typedef void (*pc_tile_function)(const pc_passes *passes, const pc_pass_arrays *arrays,
                                 pc_size item, char *memory, pc_stop_token *token);

typedef struct {
    pc_tile_function f32, f64;
} pc_pass_table;

/* Return the function that sums in elements of `type`, PC_F32 or PC_F64. */
pc_tile_function pc_tile_function_for(enum pc_type type);

/* Return the bytes of workspace for one worker, whose elements have `itemsize` bytes. */
pc_size pc_pass_workspace(const pc_passes *passes, pc_size itemsize);

/* Return the number of work items. */
pc_size pc_pass_items(const pc_passes *passes);

#endif
