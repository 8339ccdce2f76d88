/* Micro-kernel dot: the taps of a kernel row in the lanes, one filter at a time.
 *
 * Its table is separate from that of direct_kernels.h, whose micro-kernels take minutes to compile.
 */
#ifndef POLYCONV_DOT_H
#define POLYCONV_DOT_H

#include "types.h"

/* Window p is `rows` rows of neighbouring taps: row r starts at x[pixel[p] + row[r]]. w is
 * [rows][width]. All offsets count elements. */
typedef struct {
    const pc_size *pixel, *row;
    pc_size pixels, rows, width;
    int add; /* add to the sums instead of overwriting them */
} pc_dot_args;

/* Compute one sum for each pixel. Nothing beyond the last tap of a row is read. */
typedef void pc_dot_kernel(const pc_dot_args *dot, const void *x, const void *w, void *sums);

/* A row of windows side by side, one or two columns wide: row r of the first window starts at
 * x[row[r]]. w is [rows][columns]. */
typedef struct {
    const pc_size *row;
    const void *bias; /* of one element, or NULL */
    pc_size pixels, rows, columns;
} pc_dot_row_args;

/* Compute the sums of a row of windows, with the same bits as pc_dot_kernel. */
typedef void pc_dot_row_kernel(const pc_dot_row_args *dot, const void *x, const void *w, void *sums);

/* The micro-kernels of one element type, and those of one ISA level. */
typedef struct {
    pc_dot_kernel *windows;
    pc_dot_row_kernel *row;
} pc_dot_kernels;
typedef struct {
    pc_dot_kernels kernels[PC_TYPES];
} pc_dot_table;

/* Return the micro-kernels for elements of `type` at the level that isa.h chooses. */
const pc_dot_kernels *pc_dot_kernels_for(enum pc_type type);

#endif
