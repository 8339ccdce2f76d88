/* Rows of data with gaps: zeros in the place of gaps, and divisions of outputs near gaps. */
#ifndef POLYCONV_GAP_ROWS_H
#define POLYCONV_GAP_ROWS_H

#include "pack.h"

#include <stdbool.h>

/* Rows of weights for `add_weights` are filled with zeros up to a multiple of this many elements,
 * the length of the longest vector of doubles at any ISA level. */
#define PC_GAP_WEIGHTS 8

typedef struct {
    /* For those of n elements that are not NaN, add the products with w to sums[0], and v to
     * sums[1]. */
    void (*add_valid)(const void *x, const double *w, const double *v, pc_size n, double *sums);
    /* For each of `count` gaps, add n weights to `deficit`, starting at the place of the gap. */
    void (*add_weights)(const int64_t *gaps, pc_size count, const double *weights, pc_size n,
                        double *deficit);
    /* Divide up to n outputs by `whole` - `deficit`. Stop at the first output whose divisor is less
     * than `enough`, or up to 15 outputs before it. Return the number of outputs divided. `whole`
     * is one number for all outputs if they are `alike`, else one number for each. */
    pc_size (*divide_less)(void *y, const double *whole, bool alike, const double *deficit,
                           pc_size n, double enough);
    /* Divide n outputs by their denominators times `unit`, except those for which that is less than
     * `enough`. Return the number of outputs that were not divided. */
    pc_size (*divide_by)(void *y, const void *denominators, pc_size n, double enough, double unit);
    /* Return the number of gaps among n elements, or limit + 1 if there are more than `limit`.
     * `mask`, not 0 at gaps that are not NaN, may be NULL, here and below. */
    pc_size (*count)(const void *x, const uint8_t *mask, pc_size n, pc_size limit);
    /* Write n elements with zeros at gaps, and the places of the first `room` gaps; return how many
     * places were written. There are more or fewer gaps than `count` found if another thread writes
     * to x meanwhile. */
    pc_size (*clear)(const void *x, const uint8_t *mask, void *values, pc_size n, int64_t *places,
                     pc_size room);
    /* Write n elements with zeros at gaps, and 1 or 0 at gaps. */
    void (*split)(const void *x, const uint8_t *mask, void *values, void *validity, pc_size n);
} pc_gap_row_functions;

#endif
