/* Micro-kernel igemm: an indirect GEMM with output channels in the lanes.
 *
 *     sums[p][k] += sum over taps j of x[pixel[p] + tap[j]] * w[j][k]
 *
 * Indirect: offsets gather the rows of the GEMM, so that no im2col matrix is written. Compiled once
 * for each ISA level and element type; direct and winograd link it.
 *
 * Register block MR x NR, pixels x vectors of channels: 6x4 with 32 registers (8x3, 8x2 or
 * 8x1 for fewer channels), 6x2 with 16 (8x1). Remaining pixels are computed by 4, 3, 2 or 1.
 *
 * Operands: w is packed as [taps][vectors * lanes] and read in order; sums are [pixels][vectors *
 * lanes]. Precondition: 1 <= vectors <= NR_VECTORS.
 *
 * The weights that the caller multiplies next are prefetched between FMAs. Otherwise, if few pixels
 * share weights that L2 does not hold, the first register block would wait for them.
 *
 * Expected inner loop at v4: 4 loads of weights, 6 broadcasts of pixels, 24 FMAs; no spills.
 */
#include "igemm.h"
#include "microkernel.h"

#define PREFETCH_WEIGHTS(address) __builtin_prefetch(address)
#include "igemm_products.inc.h"

/* Vector v of the V vectors from which a block's sums start. For int8x4 they stand in front of the
 * weights: the sums of a zero input, which are zero only if no operand was shifted by 128. With
 * `add`, the sums in memory already include them. */
#if PRODUCT_OF(ELEMENT) >= 3
#define INITIAL_SUM(w, v, V) (add ? (VEC){0} : *(const VEC *)((w) + ((v) - (V)) * LANES))
#else
#define INITIAL_SUM(w, v, V) ((VEC){0})
#endif

pc_igemm_kernel FN(igemm);

/* P pixels x V vectors of output channels. Each tap prefetches AHEAD bytes from `next` on. */
INLINE void FN(igemm_block)(const T *x, const pc_size *pixel, const pc_size *tap, pc_size taps,
                            const T *w, T *sums, int add, const char *next, const int AHEAD,
                            const int P, const int V) {
    VEC sum[IGEMM_MR][NR_VECTORS];
    const T *at[IGEMM_MR];
    UNROLL
    for (int p = 0; p < P; p++) {
        at[p] = x + pixel[p];
        UNROLL
        for (int v = 0; v < V; v++)
            sum[p][v] = INITIAL_SUM(w, v, V);
    }
    IGEMM_PRODUCTS(tap, taps, next, AHEAD, P, V)
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
        FN(igemm_block)(x, pixel, tap, taps, w, sums, add, NULL, 0, P, V);                         \
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

/* The widest block, MR = 6. A single pixel takes twice its share of the time, because its 2 or 4
 * sums do not hide the latency of an FMA. So 7 pixels (the last of 49) are computed as 4 + 3, not 6
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

static void FN(igemm_blocks)(const T *x, const pc_size *pixel, pc_size pixels, const pc_size *tap,
                             pc_size taps, const T *w, int vectors, T *sums, int add) {
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

#if PRODUCT_OF(ELEMENT) == 0
#include "prefetch.h"

/* Sum blocks of MR pixels, as long as BLOCKS holds, until all weights from `next` on are
 * prefetched. */
#define IGEMM_PREFETCHING(MR, V, BLOCKS)                                                           \
    {                                                                                              \
        const char *next = next_, *end = next + taps * TAP_BYTES(V);                               \
        const int spread = pixels >= MR * (TAP_BYTES(V) / LINE_OF_TAP(V));                         \
        while (next < end && (BLOCKS)) {                                                           \
            if (spread)                                                                            \
                FN(igemm_block)(x, pixel, tap, taps, w, sums, add, next, LINE_OF_TAP(V), MR, V);   \
            else                                                                                   \
                FN(igemm_block)(x, pixel, tap, taps, w, sums, add, next, LINES_OF_TAP(V), MR, V);  \
            next += taps * (spread ? LINE_OF_TAP(V) : LINES_OF_TAP(V));                            \
            pixels -= MR, pixel += MR, sums += MR * V * LANES;                                     \
        }                                                                                          \
        pc_prefetch(next, end - next);                                                             \
    }

void FN(igemm)(const void *x_, const pc_size *pixel, pc_size pixels, const pc_size *tap,
               pc_size taps, const void *w_, int vectors, void *sums_, int add,
               const void *next_) {
    const T *x = x_, *w = w_;
    T *sums = sums_;
    if (next_ && vectors == NR_VECTORS)
        IGEMM_PREFETCHING(6, NR_VECTORS, pixels > 7 || pixels == 6)
#if NR_VECTORS == 4
    else if (next_ && vectors == 3)
        IGEMM_PREFETCHING(8, 3, pixels >= 8)
#endif
    FN(igemm_blocks)(x, pixel, pixels, tap, taps, w, vectors, sums, add);
}
#else
void FN(igemm)(const void *x, const pc_size *pixel, pc_size pixels, const pc_size *tap,
               pc_size taps, const void *w, int vectors, void *sums, int add, const void *next) {
    (void)next;
    FN(igemm_blocks)(x, pixel, pixels, tap, taps, w, vectors, sums, add);
}
#endif
