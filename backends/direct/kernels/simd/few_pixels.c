/* Micro-kernel few_pixels: a matrix of filters times the patches of few pixels, reduction in lanes.
 *
 * Register block, filters x pixels: 4x4 with 32 registers, 4x2 with 16, and the powers of two
 * below. A vector of weights serves all pixels of a block while it is in a register, and the pixels
 * of the next blocks while the 4 or 8 rows of a chain are in L1.
 *
 * With one pixel, the time is that of reading weights. A block of 8x1 reads more streams of
 * weights, and loads the patch less often, than one of 4x1. It takes 0.93 of the time for sums of
 * 3200 to 25,088 products, and up to 1.07 for shorter ones (Zen 4, 1 core, 2026-11-30, `python -m
 * benchmarks.cost_model limits few_pixels` on two builds).
 *
 * Expected inner loop, 4x4: 8 loads and 16 FMAs.
 */
#include "few_pixels.h"
#include "microkernel.h"

#include "lane_sum.inc.h"
#include "partial_vectors.inc.h"

enum {
    FILTERS = 4,
    MAX_FILTERS = 8,
    PIXELS = VECTOR_REGISTERS / 8,
    CHAIN = PC_FEW_PIXELS_CHAIN * LANES,
};

pc_few_pixels_kernel FN(few_pixels);

/* Add the products of n elements to the sums of F filters and P pixels. */
INLINE void FN(few_pixels_block)(const pc_few_pixels_args *a, const T *x, const T *w, pc_size n,
                                 T *sums, const int F, const int P) {
    VEC sum[MAX_FILTERS * PIXELS] = {{0}};
    pc_size at = 0;
    for (; at + LANES <= n; at += LANES) {
        VEC values[PIXELS];
        UNROLL
        for (int p = 0; p < P; p++) {
            values[p] = *(const VEC *)(x + p * a->patch_step + at);
            IN_REGISTER(values[p]);
        }
        UNROLL
        for (int f = 0; f < F; f++) {
            VEC weights = *(const VEC *)(w + f * a->reduction_len + at);
            IN_REGISTER(weights);
            UNROLL
            for (int p = 0; p < P; p++)
                MULTIPLY_ADD(sum[f * P + p], weights, values[p]);
        }
    }
    if (at < n)
        UNROLL
    for (int f = 0; f < F; f++) {
        VEC weights = FN(load_part)(w + f * a->reduction_len + at, n - at);
        UNROLL
        for (int p = 0; p < P; p++)
            MULTIPLY_ADD(sum[f * P + p], weights, FN(load_part)(x + p * a->patch_step + at, n - at));
    }
    /* The lane sums of up to LANES vectors at a time become the lanes of one vector. */
    const int at_once = F * P < LANES ? F * P : LANES;
    UNROLL
    for (int first = 0; first < F * P; first += at_once) {
        T added[LANES];
        *(VEC *)added = FN(lane_sums)(sum + first, at_once);
        UNROLL
        for (int i = 0; i < at_once; i++)
            sums[(first + i) / P * a->pixels + (first + i) % P] += added[i];
    }
}

#define BLOCK(F, P)                                                                                \
    static void FN(few_pixels_##F##x##P)(const pc_few_pixels_args *a, const T *x, const T *w,      \
                                         pc_size n, T *sums) {                                     \
        FN(few_pixels_block)(a, x, w, n, sums, F, P);                                              \
    }
BLOCK(1, 1)
BLOCK(1, 2)
BLOCK(4, 1)
BLOCK(4, 2)
BLOCK(8, 1)
#if VECTOR_REGISTERS == 32
BLOCK(1, 4)
BLOCK(4, 4)
#endif

/* Add the products of n elements to the sums of F filters, 1, 4 or 8, and all pixels; 8 have
 * one. */
static void FN(few_pixels_rows)(const pc_few_pixels_args *a, const T *x, const T *w, pc_size n,
                                T *sums, int F) {
    for (pc_size p = 0, step; p < a->pixels; p += step) {
        const T *at = x + p * a->patch_step;
        const pc_size rest = a->pixels - p;
        step = rest >= PIXELS ? PIXELS : rest >= 2 ? 2 : 1;
        switch (10 * F + (int)step) {
#if VECTOR_REGISTERS == 32
        case 14: FN(few_pixels_1x4)(a, at, w, n, sums + p); break;
        case 44: FN(few_pixels_4x4)(a, at, w, n, sums + p); break;
#endif
        case 11: FN(few_pixels_1x1)(a, at, w, n, sums + p); break;
        case 12: FN(few_pixels_1x2)(a, at, w, n, sums + p); break;
        case 81: FN(few_pixels_8x1)(a, at, w, n, sums + p); break;
        case 41: FN(few_pixels_4x1)(a, at, w, n, sums + p); break;
        case 42: FN(few_pixels_4x2)(a, at, w, n, sums + p); break;
        }
    }
}

void FN(few_pixels)(const pc_few_pixels_args *a, const void *x_, const void *w_, void *sums_) {
    const T *x = x_;
    T *sums = sums_;
    memset(sums, 0, a->filters * a->pixels * sizeof(T));
    for (pc_size f = 0, step; f < a->filters; f += step) {
        const T *w = (const T *)w_ + f * a->reduction_len;
        step = a->filters - f >= FILTERS ? FILTERS : 1;
        if (a->pixels == 1 && a->reduction_len > 2 * CHAIN && a->filters - f >= MAX_FILTERS)
            step = MAX_FILTERS;
        for (pc_size at = 0; at < a->reduction_len; at += CHAIN) {
            const pc_size rest = a->reduction_len - at;
            FN(few_pixels_rows)(a, x + at, w + at, rest < CHAIN ? rest : CHAIN,
                                sums + f * a->pixels, (int)step);
        }
    }
}
