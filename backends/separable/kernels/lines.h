/* Micro-kernels of separable convolution: one pass along one axis.
 *
 *     copy_row       packs a row, and finds its largest magnitude
 *     filter_row     along a row: neighbouring taps are neighbouring elements
 *     box_row        along a packed row with equal taps, by doubling
 *     box_input      along a row of the input, not packed, with equal taps
 *     filter_lines   across lines: neighbouring taps are neighbouring lines (rows, or planes' rows)
 *     box_lines      across lines with equal taps
 *     fused_rows     across rows and along the result, in registers
 *
 * All lanes are neighbouring elements of a row. Pointers are aligned to the element, not to
 * vectors. Counts and offsets are in elements. Lines, and the results of rows, are buffers with
 * room for two whole vectors after their n elements.
 */
#ifndef POLYCONV_LINES_H
#define POLYCONV_LINES_H

#include "types.h"

/* Upper bounds for fused_rows: rows of outputs computed together, taps, and elements of padding at
 * either end of a row (at most `lanes`, too). */
enum {
    PC_MAX_FUSED_ROWS = 4,
    PC_MAX_FUSED_TAPS = 9,
    PC_MAX_FUSED_PADDING = 16,
    PC_FUSED_CALL_ROWS = 64, /* rows of outputs of a call */
};

/* The operands of fused_rows: rows of `inside` elements, with `left` elements of padding before and
 * `right` after them. `inside` and `n` are at least `lanes`. Neighbouring taps along a row are
 * `step` elements apart: 1 or 3. */
typedef struct {
    const char *const *lines; /* the taps + rows - 1 rows of the input */
    pc_size rows, taps, step;
    const void *across, *along; /* vectors of `taps` weights */
    int box;                    /* all taps across are equal, and those along are 1 */
    const void *padding;        /* the value of constant padding */
    const pc_size *repeated;    /* elements that the padding repeats: `left`, then `right`; or NULL */
    pc_size left, right, inside;
    pc_size n;         /* elements of a row of outputs */
    char *const *out;  /* rows of outputs */
    int add;           /* sums are added to the outputs */
    const void *bias;  /* is added to each output; NULL is none */
    void *maxima;      /* the last `rows` lines update it as in copy_row */
    const void *seen;  /* maxima of all lines before the last `rows`, padding left out */
    int prefetches;    /* prefetch a page ahead; 0: prefetch input 8 cache lines ahead */
} pc_fused_args;

/* A row of the input between paddings: `left` elements of the value `padding`, `inside` elements
 * from x on, and after them padding again. */
typedef struct {
    const void *x, *padding;
    pc_size left, inside;
    void *maxima; /* updated as by copy_row */
} pc_row;

typedef struct {
    int lanes;       /* elements of a vector */
    int input_taps;  /* maximum taps of box_input; 0: there is no box_input */

    /* Copy n elements, and update the running maxima of max_abs.h, unless they are integers. */
    void (*copy_row)(const void *from, pc_size n, void *to, void *maxima);

    /* Set out[i] to the sum of w[t] * x[column[t] + i], plus out[i] with `add`; `column` NULL is 0,
     * 1, 2, ... Nothing after the last product's element is read. n is at least `lanes`, and with
     * `add` a multiple of it. Meanwhile as many bytes as are written are prefetched for writing
     * from `ahead` on, unless it is NULL. */
    void (*filter_row)(const void *x, const pc_size *column, const void *w, pc_size taps, int add,
                       pc_size n, void *out, const char *ahead);

    /* Set out[i] to the sum of x[t * step + i] over the taps. `scratch` has room for two rows of
     * the elements read. n is at least `lanes`. `ahead` is that of filter_row. */
    void (*box_row)(const void *x, pc_size taps, pc_size step, pc_size n, void *scratch, void *out,
                    const char *ahead);

    /* Set out[i] to the sum of `taps` neighbouring elements of a padded row, from element i on; n
     * is a multiple of `lanes`. `ahead` is that of filter_row. */
    void (*box_input)(const pc_row *row, pc_size taps, pc_size n, void *out, const char *ahead);

    /* Set out[r][i] to the sum of w[t] * lines[r + t][i], plus *bias unless that is NULL, plus
     * out[r][i] with `add`. All lines but `first` to `last` - 1 hold zeros; kernels of 3 and 5 taps
     * read them, others do not. Exactly n elements of out[r] are written. Meanwhile n elements from
     * ahead[r] on are prefetched; NULL is none. */
    void (*filter_lines)(const char *const *lines, pc_size first, pc_size last, const void *w,
                         pc_size taps, const void *bias, int add, pc_size outputs, pc_size n,
                         char *const *out, const char *const *ahead);

    /* Do what filter_lines does for equal weights: w[0] multiplies the sum of the lines. All lines
     * are read. */
    void (*box_lines)(const char *const *lines, const void *w, pc_size taps, const void *bias,
                      int add, pc_size outputs, pc_size n, char *const *out,
                      const char *const *ahead);

    /* Filter `taps` rows across and the result along, for 3, 5, 7 or 9 taps of both. */
    void (*fused_rows)(const pc_fused_args *args);
} pc_line_kernels;

/* The kernels of one ISA level. */
typedef struct {
    pc_line_kernels kernels[PC_INT16X2];
} pc_line_table;

/* Return the kernels for elements of `type` at the level that isa.h chooses. */
const pc_line_kernels *pc_line_kernels_for(enum pc_type type);

#endif
