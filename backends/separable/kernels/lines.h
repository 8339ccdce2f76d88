/* Micro-kernels of separable convolution: one pass along one axis.
 *
 *     copy_row       packs a row, and finds its largest magnitude
 *     filter_row     along a row: neighbouring taps are neighbouring elements
 *     box_row        the same with equal taps, by doubling
 *     box_input      the same of a row that is not packed
 *     filter_lines   across lines: neighbouring taps are neighbouring lines (rows, or planes' rows)
 *     box_lines      the same with equal taps
 *     fused_rows     across rows and along the result, in registers
 *
 * All lanes are neighbouring elements of a row. Pointers are aligned to the element, not to vectors.
 * Counts and offsets are in elements. Lines, and the results of rows, are buffers with room for two
 * whole vectors behind their n elements.
 */
#ifndef POLYCONV_LINES_H
#define POLYCONV_LINES_H

#include "types.h"

/* Rows of outputs that fused_rows may compute together, taps, and elements of padding at either end of
 * a row, of which there are at most `lanes`: upper bounds. */
enum {
    PC_MAX_FUSED_ROWS = 4,
    PC_MAX_FUSED_TAPS = 9,
    PC_MAX_FUSED_PADDING = 16,
    PC_FUSED_CALL_ROWS = 64, /* rows of outputs of a call */
};

/* The operands of fused_rows: rows of `inside` elements, with `left` elements of padding before and
 * `right` behind them. `inside` and `n` are at least `lanes`. Neighbouring taps along a row are `step`
 * elements apart: 1 or 3. */
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
    const void *seen;  /* maxima that hold all lines before them but those of padding */
    int prefetches;    /* memory a page ahead is prefetched, or else input a few cache lines ahead */
} pc_fused_args;

/* A row of the input between paddings: `left` elements of the value `padding`, `inside` elements from
 * x on, and behind them padding again. */
typedef struct {
    const void *x, *padding;
    pc_size left, inside;
    void *maxima; /* is updated as in copy_row */
} pc_row;

typedef struct {
    int lanes;       /* elements of a vector */
    int input_taps;  /* most taps of box_input; 0: there is none */

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

    /* Set out[i] to the sum of `taps` neighbouring elements of a padded row, from element i on; n is a
     * multiple of `lanes`. `ahead` is that of filter_row. */
    void (*box_input)(const pc_row *row, pc_size taps, pc_size n, void *out, const char *ahead);

    /* Set out[r][i] to the sum of w[t] * lines[r + t][i], plus *bias unless that is NULL, plus
     * out[r][i] with `add`. All lines but `first` to `last` - 1 hold zeros, which kernels of 3 and 5
     * taps read. Exactly n elements of out[r] are written. Meanwhile n elements from ahead[r] on are
     * prefetched; NULL is none. */
    void (*filter_lines)(const char *const *lines, pc_size first, pc_size last, const void *w,
                         pc_size taps, const void *bias, int add, pc_size outputs, pc_size n,
                         char *const *out, const char *const *ahead);

    /* The same for all lines where all w[t] are w[0], which multiplies the sum. */
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
