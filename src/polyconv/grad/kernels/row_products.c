/* Micro-kernel row_products: rows of outputs times rows of the input, summed lane by lane.
 *
 *     totals[t] += sum over rows r and vectors i of g[r][i] * x[t][r][i]
 *
 * For filters whose channels are not summed with others, and for few channels. Pixels are in the
 * lanes, or channels where these lie side by side. Compiled once for each ISA level and element
 * type.
 *
 * Register block: up to 9 taps, one sum each, so that a loaded vector of g serves 9 products.
 * Expected inner loop of 9 taps: 1 load of g, 9 FMAs that load x; no spills of sums.
 */
#include "weight.h"

#include "microkernel.h"

#include "lane_sum.inc.h"
#include "partial_vectors.inc.h"

pc_row_products_kernel FN(row_products);
pc_sum_lanes_kernel FN(sum_lanes);

typedef SIGNED FN(bits) __attribute__((vector_size(VECTOR_BYTES)));
#define NUMBER(j, d) (j)

INLINE void FN(row_products_of)(const pc_row_products *p, const int TAPS) {
    VEC sum[PC_MAX_ROW_TAPS];
    const T *x[PC_MAX_ROW_TAPS];
    UNROLL
    for (int t = 0; t < TAPS; t++) {
        sum[t] = (VEC){0};
        x[t] = p->x[t];
    }
    const FN(bits) lane = {LANE_LIST(NUMBER, 0)};
    /* x is cleared, too, in the lanes beyond the tail: no product of zero and infinity. */
    const FN(bits) inside = lane < (SIGNED)p->tail;
    const T *row = p->g;
    for (pc_size r = 0; r < p->rows; r++, row += p->g_pitch) {
        pc_size at = r * p->x_pitch;
        const T *g = row;
        for (pc_size i = 0; i < p->vectors; i++, g += p->g_step, at += p->x_step) {
            VEC values = *(const VEC *)g;
            UNROLL
            for (int t = 0; t < TAPS; t++)
                sum[t] += values * *(const VEC *)(x[t] + at);
        }
        if (p->tail) {
            VEC values = FN(load_part)(g, p->tail);
            UNROLL
            for (int t = 0; t < TAPS; t++)
                sum[t] += values * (VEC)((FN(bits)) * (const VEC *)(x[t] + at) & inside);
        }
    }
    VEC *totals = p->totals;
    UNROLL
    for (int t = 0; t < TAPS; t++)
        totals[t] += sum[t];
}

/* LANES vectors are summed at a time, with two shuffles and an addition for each. */
void FN(sum_lanes)(const void *totals, pc_size count, char *out, pc_size step) {
    const VEC *vectors = totals;
    for (pc_size first = 0; first < count; first += LANES) {
        const pc_size some = pc_min(count - first, LANES);
        VEC row[LANES];
        UNROLL
        for (int i = 0; i < LANES; i++)
            row[i] = i < some ? vectors[first + i] : (VEC){0};
        const VEC sums = FN(lane_sums)(row, LANES);
        for (pc_size i = 0; i < some; i++, out += step)
            memcpy(out, (const T *)&sums + i, sizeof(T));
    }
}

#define ROW_PRODUCTS(TAPS)                                                                         \
    case TAPS: FN(row_products_of)(p, TAPS); break;

void FN(row_products)(const pc_row_products *p) {
    switch (p->taps) {
        ROW_PRODUCTS(1)
        ROW_PRODUCTS(2)
        ROW_PRODUCTS(3)
        ROW_PRODUCTS(4)
        ROW_PRODUCTS(5)
        ROW_PRODUCTS(6)
        ROW_PRODUCTS(7)
        ROW_PRODUCTS(8)
        ROW_PRODUCTS(9)
    }
}
