/* Micro-kernel dot: one window and one filter at a time.
 *
 * It is for windows that share little or nothing, as in means over blocks, and for outputs too few
 * to fill vectors: rows are read as they lie, where pixels in lanes would have to be gathered.
 *
 * Register block: 4 vectors of sums, because a sum takes a product every 4 cycles. Lanes are added
 * pairwise at the end.
 *
 * Expected inner loop: 8 loads and 4 FMAs.
 */
#include "dot.h"
#include "microkernel.h"

#include "lane_sum.inc.h"
#include "partial_vectors.inc.h"

enum { SUMS = 4 };

typedef uint8_t FN(bytes) __attribute__((vector_size(VECTOR_BYTES), may_alias));

pc_dot_kernel FN(dot);

/* Return the last `rest` elements of the row that ends at `end`, and zeros. A row of a vector or
 * more is read by a whole vector, of which `mask` clears the elements before them. */
INLINE VEC FN(load_end)(const T *end, pc_size rest, VEC mask, int short_row) {
    if (short_row)
        return FN(load_part)(end - rest, rest);
    return (VEC)((FN(bytes)) * (const VEC *)(end - LANES) & (FN(bytes))mask);
}

/* Return the products of one window, summed. */
INLINE T FN(dot_window)(const pc_dot_args *d, const T *x, const T *w, pc_size rest, VEC mask) {
    VEC sum[SUMS] = {{0}};
    const int short_row = d->width < LANES;
    for (pc_size r = 0; r < d->rows; r++, w += d->width) {
        const T *at = x + d->row[r];
        pc_size s = 0;
        for (; s + SUMS * LANES <= d->width; s += SUMS * LANES) {
            UNROLL
            for (int i = 0; i < SUMS; i++)
                MULTIPLY_ADD(sum[i], *(const VEC *)(w + s + i * LANES),
                             *(const VEC *)(at + s + i * LANES));
        }
        if (s + 2 * LANES <= d->width) {
            MULTIPLY_ADD(sum[0], *(const VEC *)(w + s), *(const VEC *)(at + s));
            MULTIPLY_ADD(sum[1], *(const VEC *)(w + s + LANES), *(const VEC *)(at + s + LANES));
            s += 2 * LANES;
        }
        if (s + LANES <= d->width)
            MULTIPLY_ADD(sum[2], *(const VEC *)(w + s), *(const VEC *)(at + s));
        if (rest > 0)
            MULTIPLY_ADD(sum[3], FN(load_end)(w + d->width, rest, mask, short_row),
                         FN(load_end)(at + d->width, rest, mask, short_row));
    }
    return FN(lane_sum)((sum[0] + sum[1]) + (sum[2] + sum[3]));
}

void FN(dot)(const pc_dot_args *d, const void *x_, const void *w, void *sums_) {
    const T *x = x_;
    T *sums = sums_;
    const pc_size rest = d->width % LANES;
    VEC mask;
    memset(&mask, 0, VECTOR_BYTES - rest * sizeof(T));
    memset((char *)&mask + VECTOR_BYTES - rest * sizeof(T), 0xff, rest * sizeof(T));
    for (pc_size p = 0; p < d->pixels; p++) {
        T sum = FN(dot_window)(d, x + d->pixel[p], w, rest, mask);
        sums[p] = d->add ? sums[p] + sum : sum;
    }
}
