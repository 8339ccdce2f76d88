/* Micro-kernel igemm: an indirect GEMM with output channels in the lanes.
 *
 *     sums[p][k] += sum over taps j of x[pixel[p] + tap[j]] * w[j][k]
 *
 * Indirect: offsets gather the rows of the GEMM, so that no im2col matrix is written. Compiled once
 * for each ISA level and element type; direct and winograd link it.
 *
 * Register block MR x NR, pixels x vectors of channels: 6 x 4 with 32 registers (8 x 3, 8 x 2 or 8
 * x 1 for fewer channels), 6 x 2 with 16 (8 x 1). Remaining pixels are computed by 4, 3, 2 or 1.
 *
 * Operands: w is packed as [taps][vectors * lanes] and read in order; sums are [pixels][vectors *
 * lanes]. Precondition: 1 <= vectors <= NR_VECTORS.
 *
 * With 32 registers the weights behind these are prefetched: the next call reads them, from L3 where
 * the weights of a layer fill L2, and faster than L3 delivers. Each register block prefetches two of
 * the lines of each tap, so that two blocks prefetch all: 16 pixels of 256 taps take 520 us, 660 us
 * if one block prefetches all of them and waits for line fill buffers, and 735 us if the prefetches
 * precede it (36 points, 256 channels, Emerald Rapids, weights in L3).
 *
 * Expected inner loop at v4: 4 loads of weights, 6 broadcasts of pixels, 24 FMAs, 2 prefetches; no
 * spills.
 */
#include "igemm.h"
#include "microkernel.h"

/* MR, in pixels: 8 where NR is narrow. */
#define IGEMM_MR 8

/* Vector v of the V that a block's sums start from. In front of int8x4 weights stand the sums of a
 * zero input, which are zero only if no operand was shifted by 128. Sums that are added to include
 * them. */
#if PRODUCT_OF(ELEMENT) >= 3
#define INITIAL_SUM(w, v, V) (add ? (VEC){0} : *(const VEC *)((w) + ((v) - (V)) * LANES))
#else
#define INITIAL_SUM(w, v, V) ((VEC){0})
#endif

#if VECTOR_REGISTERS == 32
#define PREFETCH_WEIGHTS(next) PREFETCH_L2(next)
#else
#define PREFETCH_WEIGHTS(next) (void)(next)
#endif

pc_igemm_kernel FN(igemm);

/* P pixels x V vectors of output channels. */
INLINE void FN(igemm_block)(const T *x, const pc_size *pixel, const pc_size *tap, pc_size taps,
                            const T *w, T *sums, int add, const int P, const int V) {
    VEC sum[IGEMM_MR][NR_VECTORS];
    const T *at[IGEMM_MR];
    UNROLL
    for (int p = 0; p < P; p++) {
        at[p] = x + pixel[p];
        UNROLL
        for (int v = 0; v < V; v++)
            sum[p][v] = INITIAL_SUM(w, v, V);
    }
    /* Neighbouring blocks take different lines, also where a call computes one block. */
    const pc_size lines = V < 2 ? 1 : 2;
    const pc_size turn = (uintptr_t)pixel / (P * sizeof *pixel) % ((V + 1) / 2);
    const pc_size ahead = (taps * V + turn * lines) * LANES;
    for (pc_size j = 0; j < taps; j++) {
        VEC weights[NR_VECTORS];
        UNROLL
        for (int v = 0; v < V; v++)
            weights[v] = *(const VEC *)(w + v * LANES);
        UNROLL
        for (int line = 0; line < lines; line++)
            PREFETCH_WEIGHTS(w + ahead + line * LANES);
        w += V * LANES;
        pc_size offset = tap[j];
        UNROLL
        for (int p = 0; p < P; p++) {
            T value = at[p][offset];
            UNROLL
            for (int v = 0; v < V; v++)
                MULTIPLY_ADD(sum[p][v], value, weights[v]);
        }
    }
    VEC *to = (VEC *)sums;
    if (add)
        UNROLL
    for (int p = 0; p < P; p++)
        UNROLL
    for (int v = 0; v < V; v++)
        sum[p][v] += to[p * V + v];
    UNROLL
    for (int p = 0; p < P; p++)
        UNROLL
    for (int v = 0; v < V; v++)
        to[p * V + v] = sum[p][v];
}

#define IGEMM(P, V)                                                                                \
    static void FN(igemm_##P##x##V)(const T *x, const pc_size *pixel, const pc_size *tap,          \
                                    pc_size taps, const T *w, T *sums, int add) {                  \
        FN(igemm_block)(x, pixel, tap, taps, w, sums, add, P, V);                                  \
    }
#define IGEMM_FOR(V) IGEMM(4, V) IGEMM(2, V) IGEMM(1, V)
IGEMM(8, 1)
IGEMM_FOR(1)
#if NR_VECTORS == 4
IGEMM(8, 2)
IGEMM_FOR(2) IGEMM(8, 3) IGEMM_FOR(3) IGEMM(6, 4) IGEMM(3, 4) IGEMM_FOR(4)
#else
IGEMM(6, 2)
IGEMM(3, 2) IGEMM_FOR(2)
#endif

#define IGEMM_STEP(P, V)                                                                           \
    FN(igemm_##P##x##V)(x, pixel, tap, taps, w, sums, add);                                        \
    pixels -= P, pixel += P, sums += P * V * LANES;
#define IGEMM_LAST(V)                                                                              \
    if (pixels >= 2) {                                                                             \
        IGEMM_STEP(2, V)                                                                           \
    }                                                                                              \
    if (pixels) {                                                                                  \
        IGEMM_STEP(1, V)                                                                           \
    }
#define IGEMM_CASE(MR, V)                                                                          \
    case V:                                                                                        \
        while (pixels >= MR) {                                                                     \
            IGEMM_STEP(MR, V)                                                                      \
        }                                                                                          \
        while (pixels >= 4) {                                                                      \
            IGEMM_STEP(4, V)                                                                       \
        }                                                                                          \
        IGEMM_LAST(V)                                                                              \
        break;

/* The widest block, MR = 6. A single pixel takes twice its share of the time: its 2 or 4 sums are
 * too few to hide the latency of an FMA. So 7 pixels (the end of 49) are computed as 4 + 3, not 6
 * + 1. */
#define IGEMM_CASE_6(V)                                                                            \
    case V:                                                                                        \
        while (pixels > 7 || pixels == 6) {                                                        \
            IGEMM_STEP(6, V)                                                                       \
        }                                                                                          \
        if (pixels == 7 || pixels == 4) {                                                          \
            IGEMM_STEP(4, V)                                                                       \
        }                                                                                          \
        if (pixels >= 3) {                                                                         \
            IGEMM_STEP(3, V)                                                                       \
        }                                                                                          \
        IGEMM_LAST(V)                                                                              \
        break;

    void FN(igemm)(const void *x_, const pc_size *pixel, pc_size pixels, const pc_size *tap,
                   pc_size taps, const void *w_, int vectors, void *sums_, int add) {
    const T *x = x_, *w = w_;
    T *sums = sums_;
    switch (vectors) {
        IGEMM_CASE(8, 1)
#if NR_VECTORS == 4
        IGEMM_CASE(8, 2)
        IGEMM_CASE(8, 3)
        IGEMM_CASE_6(4)
#else
        IGEMM_CASE_6(2)
#endif
    }
}
