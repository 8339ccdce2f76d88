/* Micro-kernel dot: the taps of a kernel row in the lanes, one window and one filter at a time.
 *
 * It is for windows that share little or nothing, as in means over blocks, and for outputs too few
 * to fill vectors: rows are read as they lie, where pixels in lanes would have to be gathered.
 *
 * Register block: 4 vectors of sums, because a sum takes a product every 4 cycles. Lanes are added
 * pairwise at the end.
 *
 * Operands: w is [rows][width]. Row r of a window starts at x[pixel[p] + tap[r * width]]. Nothing
 * beyond the last tap of a row is read.
 *
 * Expected inner loop: 8 loads and 4 FMAs.
 */
#include "direct_kernels.h"
#include "microkernel.h"

#include "partial_vectors.inc.h"

enum { SUMS = 4 };

pc_dot_kernel FN(dot);

/* Return the sum of all lanes. */
INLINE T FN(add_lanes)(VEC sum) {
    T lane[LANES];
    *(VEC *)lane = sum;
    UNROLL
    for (int half = LANES / 2; half > 0; half /= 2) {
        UNROLL
        for (int i = 0; i < half; i++)
            lane[i] += lane[i + half];
    }
    return lane[0];
}

/* Return the products of one window, summed. */
INLINE T FN(dot_window)(const pc_dot_args *d, const T *x, const T *w) {
    VEC sum[SUMS] = {{0}};
    for (pc_size r = 0; r < d->rows; r++, w += d->width) {
        const T *at = x + d->tap[r * d->tap_step];
        pc_size s = 0;
        for (; s + SUMS * LANES <= d->width; s += SUMS * LANES) {
            UNROLL
            for (int i = 0; i < SUMS; i++)
                MULTIPLY_ADD(sum[i], *(const VEC *)(w + s + i * LANES),
                             *(const VEC *)(at + s + i * LANES));
        }
        for (; s + LANES <= d->width; s += LANES)
            MULTIPLY_ADD(sum[0], *(const VEC *)(w + s), *(const VEC *)(at + s));
        if (s < d->width)
            MULTIPLY_ADD(sum[1], FN(load_part)(w + s, d->width - s),
                         FN(load_part)(at + s, d->width - s));
    }
    return FN(add_lanes)((sum[0] + sum[1]) + (sum[2] + sum[3]));
}

void FN(dot)(const pc_dot_args *d, const void *x_, const void *w, void *sums_) {
    const T *x = x_;
    T *sums = sums_;
    for (pc_size p = 0; p < d->pixels; p++) {
        T sum = FN(dot_window)(d, x + d->pixel[p], w);
        sums[p] = d->add ? sums[p] + sum : sum;
    }
}
