/* Micro-kernel igemm_in_out: igemm whose sums are written to the result, once.
 *
 *     out[p][k] = bias[k] + sums[p][k] + sum over taps j of x[pixel[p] + tap[j]] * w[j][k]
 *
 * For results in which the channels of a pixel are adjacent. igemm writes sums to memory of the
 * worker, from which they are stored when a block of pixels is complete. Stores that
 * miss L1 wait 18 cycles each for their lines, one after the other, which takes a quarter of the
 * time for sums of 128 products. Here each register block writes a few lines, for which the FMAs of
 * the next block do not wait (128 channels to 64 on 128x128 pixels with 2x2 taps, Emerald Rapids,
 * 2026-11-30, `python -m benchmarks.peers --workers 1 --workload unet/up_128_last`).
 *
 * Register blocks and operands are those of igemm.c. The next weights are prefetched into L2 only:
 * L1 does not hold them beside the present ones, which need its line fill buffers. With weights in
 * L3, 9 to 16 pixels, 128 taps: 0.87 of the time that prefetches into L1 take.
 */
#include "direct_kernels.h"
#include "microkernel.h"
#include "partial_vectors.inc.h"
#include "prefetch.h"

#define PREFETCH_WEIGHTS(address) PREFETCH_L2(address)
#include "igemm_products.inc.h"

pc_igemm_in_out_kernel FN(igemm_in_out);

/* The pixels that are left, and where they are. */
typedef struct {
    const pc_igemm_in_out_args *all;
    const T *x, *w, *sums;
    T *out;
    const pc_size *pixel, *out_at;
    pc_size pixels;
    const char *next, *end; /* the weights that are prefetched */
} FN(rest);

/* P pixels x V vectors of output channels. Each tap prefetches AHEAD bytes. */
INLINE void FN(in_out_block)(FN(rest) *rest, const int AHEAD, const int P, const int V) {
    const pc_igemm_in_out_args *s = rest->all;
    const T *at[IGEMM_MR], *w = rest->w, *bias = s->bias;
    const pc_size last = s->channels - (V - 1) * LANES;
    VEC sum[IGEMM_MR][NR_VECTORS];
    UNROLL
    for (int p = 0; p < P; p++) {
        at[p] = rest->x + rest->pixel[p];
        UNROLL
        for (int v = 0; v < V; v++)
            sum[p][v] = (VEC){0};
    }
    IGEMM_PRODUCTS(s->tap, s->taps, rest->next, AHEAD, P, V)
    if (rest->sums) {
        UNROLL
        for (int p = 0; p < P; p++)
            UNROLL
        for (int v = 0; v < V; v++)
            sum[p][v] += *(const VEC *)(rest->sums + (p * V + v) * LANES);
        rest->sums += P * V * LANES;
    }
    if (s->add)
        UNROLL
    for (int p = 0; p < P; p++)
        UNROLL
    for (int v = 0; v < V; v++)
        sum[p][v] += *(const VEC *)(rest->out + rest->out_at[p] + v * LANES);
    UNROLL
    for (int v = 0; v < V; v++) {
        if (bias) {
            const VEC add = v + 1 < V ? *(const VEC *)(bias + v * LANES)
                                      : FN(load_part)(bias + v * LANES, last);
            UNROLL
            for (int p = 0; p < P; p++)
                sum[p][v] += add;
        }
    }
    UNROLL
    for (int p = 0; p < P; p++) {
        T *to = rest->out + rest->out_at[p];
        UNROLL
        for (int v = 0; v + 1 < V; v++)
            *(VEC *)(to + v * LANES) = sum[p][v];
        if (last == LANES)
            *(VEC *)(to + (V - 1) * LANES) = sum[p][V - 1];
        else
            FN(store_part)(to + (V - 1) * LANES, last, sum[p][V - 1]);
    }
    rest->pixels -= P, rest->pixel += P, rest->out_at += P;
}

#define BLOCK(P, V)                                                                                \
    static void FN(in_out_##P##x##V)(FN(rest) * rest) { FN(in_out_block)(rest, 0, P, V); }
#define BLOCKS(V) BLOCK(4, V) BLOCK(2, V) BLOCK(1, V)
#define REST(V)                                                                                    \
    while (rest.pixels >= 4)                                                                       \
        FN(in_out_4x##V)(&rest);                                                                   \
    if (rest.pixels >= 2)                                                                          \
        FN(in_out_2x##V)(&rest);                                                                   \
    if (rest.pixels)                                                                               \
        FN(in_out_1x##V)(&rest);                                                                   \
    break;
#define CASE_8(V)                                                                                  \
    case V:                                                                                        \
        while (rest.pixels >= 8)                                                                   \
            FN(in_out_8x##V)(&rest);                                                               \
        REST(V)
#define CASE_6(V)                                                                                  \
    case V:                                                                                        \
        while (rest.pixels > 7 || rest.pixels == 6)                                                \
            FN(in_out_6x##V)(&rest);                                                               \
        if (rest.pixels == 7)                                                                      \
            FN(in_out_4x##V)(&rest);                                                               \
        if (rest.pixels == 3)                                                                      \
            FN(in_out_3x##V)(&rest);                                                               \
        REST(V)

BLOCK(8, 1)
BLOCKS(1)
#if NR_VECTORS == 4
BLOCK(8, 2)
BLOCKS(2)
BLOCK(8, 3)
BLOCKS(3)
BLOCK(6, 4)
BLOCK(3, 4)
BLOCKS(4)
#else
BLOCK(6, 2)
BLOCK(3, 2)
BLOCKS(2)
#endif

void FN(igemm_in_out)(const pc_igemm_in_out_args *s, const void *x, const void *w, void *out) {
    FN(rest) rest = {.all = s,
                     .x = x,
                     .w = w,
                     .sums = s->sums,
                     .out = out,
                     .pixel = s->pixel,
                     .out_at = s->out_at,
                     .pixels = s->pixels};
    if (s->next && s->vectors == NR_VECTORS) {
        const int spread = s->pixels >= 6 * (TAP_BYTES(NR_VECTORS) / LINE_OF_TAP(NR_VECTORS));
        rest.next = s->next;
        rest.end = rest.next + s->taps * TAP_BYTES(NR_VECTORS);
        while (rest.next < rest.end && (rest.pixels > 7 || rest.pixels == 6)) {
            if (spread)
                FN(in_out_block)(&rest, LINE_OF_TAP(NR_VECTORS), 6, NR_VECTORS);
            else
                FN(in_out_block)(&rest, LINES_OF_TAP(NR_VECTORS), 6, NR_VECTORS);
        }
        if (rest.next < rest.end && rest.pixels == 4)
            FN(in_out_block)(&rest, LINES_OF_TAP(NR_VECTORS), 4, NR_VECTORS);
        else if (rest.next < rest.end && rest.pixels == 3)
            FN(in_out_block)(&rest, LINES_OF_TAP(NR_VECTORS), 3, NR_VECTORS);
        if (rest.next < rest.end)
            pc_prefetch(rest.next, rest.end - rest.next);
    }
    switch (s->vectors) {
        CASE_8(1)
#if NR_VECTORS == 4
        CASE_8(2)
        CASE_8(3)
        CASE_6(4)
#else
        CASE_6(2)
#endif
    }
}
