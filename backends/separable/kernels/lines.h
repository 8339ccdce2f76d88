/* Micro-kernels of separable convolution: one pass along one axis.
 *
 *     copy_row       packs a row, and finds its largest magnitude
 *     filter_row     along a row: neighbouring taps are neighbouring elements
 *     box_row        the same with equal taps, by doubling
 *     filter_lines   across lines: neighbouring taps are neighbouring lines (rows, or planes' rows)
 *     box_lines      the same with equal taps
 *     fused_row      across rows and along the result, in registers
 *
 * All lanes are neighbouring elements of a row. Pointers are aligned to the element, not to vectors.
 * Counts and offsets are in elements. Lines, and the results of rows, are buffers with room for two
 * whole vectors behind their n elements.
 */
#ifndef POLYCONV_LINES_H
#define POLYCONV_LINES_H

#include "types.h"

typedef struct {
    int lanes; /* elements of a vector */

    /* Copy n elements, and update the running maxima of max_abs.h, unless they are integers. */
    void (*copy_row)(const void *from, pc_size n, void *to, void *maxima);

    /* Set out[i] to the sum of w[t] * x[column[t] + i], plus out[i] with `add`; `column` NULL is 0,
     * 1, 2, ... Nothing behind the last product is read. n is at least `lanes`, and with `add` a
     * multiple of it. Memory from `ahead` on is prefetched for writing meanwhile, as many bytes as
     * are written; NULL is none. */
    void (*filter_row)(const void *x, const pc_size *column, const void *w, pc_size taps, int add,
                       pc_size n, void *out, const char *ahead);

    /* Set out[i] to the sum of x[t * step + i] over the taps. `scratch` has room for two rows of
     * the elements read. n is at least `lanes`. `ahead` is that of filter_row. */
    void (*box_row)(const void *x, pc_size taps, pc_size step, pc_size n, void *scratch, void *out,
                    const char *ahead);

    /* Set out[r][i] to the sum of w[t] * lines[r + t][i], plus *bias unless that is NULL, plus
     * out[r][i] with `add`. Exactly n elements of out[r] are written. Meanwhile n elements from
     * ahead[r] on are prefetched; NULL is none. */
    void (*filter_lines)(const char *const *lines, const void *w, pc_size taps, const void *bias,
                         int add, pc_size outputs, pc_size n, char *const *out,
                         const char *const *ahead);

    /* The same where all w[t] are w[0], which multiplies the sum. */
    void (*box_lines)(const char *const *lines, const void *w, pc_size taps, const void *bias,
                      int add, pc_size outputs, pc_size n, char *const *out,
                      const char *const *ahead);

    /* Filter `taps` rows across and the result along, by vectors of 3, 5, 7 or 9 taps; write n
     * outputs. `box` says that all taps across are equal, and those along are 1.
     * The rows have `inside` elements each, and behind `left` columns of *padding; whatever outputs
     * need behind them is *padding, too. `inside` and n are at least `lanes`. The magnitudes of the
     * last row update `maxima` as in copy_row. */
    void (*fused_row)(const char *const *lines, const void *across, const void *along, pc_size taps,
                      int box, const void *padding, pc_size left, pc_size inside, pc_size n, void *out,
                      void *maxima);
} pc_line_kernels;

/* The kernels of one ISA level. */
typedef struct {
    pc_line_kernels kernels[PC_INT16X2];
} pc_line_table;

/* Return the kernels for elements of `type` at the level that isa.h chooses. */
const pc_line_kernels *pc_line_kernels_for(enum pc_type type);

#endif
