/* Strips of rows of an image with gaps: where the gaps are, and denominators near them.
 *
 * Where gaps are few, outputs are divided in blocks: a block's denominators are sums in registers,
 * from which each gap of its windows subtracts vectors of weights. That takes time in proportion to
 * the gaps; a convolution of the validity takes the same for few as for many. Gaps are listed once
 * for each strip, by cells of columns and then by rows. Those of a block's windows lie side by side
 * in that order, so no branch of the loop over them depends on where they are. */
#ifndef POLYCONV_GAP_STRIPS_H
#define POLYCONV_GAP_STRIPS_H

#include "pack.h"

#include <stdbool.h>

/* Columns of a cell: structural, a vector of floats of AVX-512. Some gaps of a block's first and
 * last cells lie beside its windows; the block subtracts zeros for them. */
#define PC_GAP_CELL 16

typedef struct {
    const uint64_t *bits;  /* of each row of the strip: bit j is set if column j is a gap */
    pc_size words;         /* of a row of bits */
    pc_size rows, columns; /* of the strip */
    pc_size kernel[2];
    pc_size lo;            /* columns of padding before the input */
    pc_size out;           /* columns of outputs */
    const void *weights;   /* of one filter, reversed, with zeros around: pc_gap_weights_rows rows */
    pc_size weights_pitch; /* elements of such a row: pc_gap_weights_pitch */
    pc_size *gaps;         /* places: row * weights_pitch - column; NULL without any */
    pc_size *ends;         /* [cells][rows + 1]: the gaps in the cells before, and in rows before */
} pc_gap_strip;

typedef struct {
    pc_size rows, columns; /* of outputs whose denominators are summed in registers */
    /* Write n elements with zeros at gaps, and the bits of gaps; return how many there are. `mask`,
     * not 0 at gaps that are not NaN, may be NULL. */
    pc_size (*clear_row)(const void *x, const uint8_t *mask, void *values, uint64_t *bits, pc_size n);
    /* Write 0 at gaps and 1 elsewhere. */
    void (*validity_row)(const uint64_t *bits, void *validity, pc_size n);
    /* Divide `rows` rows of outputs at `y`, at most those of a block, from row `row` of the strip
     * on. Their denominators are those without gaps, `whole`, less the weights of the gaps. `whole`
     * has the rows of a block, each readable up to a whole number of blocks, and is 1 in columns
     * `first_inside` to `stop_inside`. A block is left to the caller if a denominator is below
     * `enough`, or if the block ends beyond the last column: its first column is written to `left`,
     * and its denominators to `denominators`, which has rows of outputs. Return the number of
     * blocks that are left. */
    pc_size (*divide_blocks)(const pc_gap_strip *strip, pc_size row, pc_size rows, void *y,
                             const void *const *whole, pc_size first_inside, pc_size stop_inside,
                             double enough, void *denominators, pc_size *left);
} pc_gap_strip_functions;

static inline pc_size pc_gap_cells(pc_size columns) {
    return (columns + PC_GAP_CELL - 1) / PC_GAP_CELL;
}

/* Fill in the gaps and ends of a strip; there is room for all gaps. */
static inline void pc_list_gaps(const pc_gap_strip *s) {
    pc_size count = 0, *ends = s->ends;
    for (pc_size cell = 0; cell < pc_gap_cells(s->columns); cell++) {
        pc_size first = cell * PC_GAP_CELL;
        for (pc_size row = 0; row < s->rows; row++) {
            uint64_t left = s->bits[row * s->words + first / 64] >> first % 64 & 0xFFFF;
            *ends++ = count;
            for (; left != 0; left &= left - 1)
                s->gaps[count++] = row * s->weights_pitch - (first + __builtin_ctzll(left));
        }
        *ends++ = count;
    }
}

/* Return the elements of a padded row of weights, and the number of such rows: a block reads zeros
 * where its outputs' windows do not hold a gap of its cells. Tap (t0, t1) lies in row t0 of those
 * after the first rows - 1, at columns - 1 + PC_GAP_CELL - 1 + kernel[1] - 1 - t1. */
static inline pc_size pc_gap_weights_pitch(const pc_gap_strip_functions *f, pc_size taps) {
    return 2 * (f->columns + PC_GAP_CELL - 1) + taps - 2;
}
static inline pc_size pc_gap_weights_rows(const pc_gap_strip_functions *f, pc_size taps) {
    return 2 * f->rows + taps - 2;
}

#endif
