/* Micro-kernel spatial_interleaved: neighbouring pixels in the lanes, results of several filters
 * interleaved in registers.
 *
 *     out[c][parts * p + i] = bias[f] + sum over taps j of w[j][f] * x[pixel[p] + tap[j]]
 *
 * for filter f = parts * c + i: `parts` filters are outputs beside each other of a transposed
 * convolution. A register block is zipped by log2(parts) shuffles of each vector and writes whole
 * lines, once. igemm stores its sums and transposes them afterwards, which takes a quarter of its
 * time: stores that miss L1 wait for each other, and nothing is multiplied meanwhile (128 channels
 * to 64 on 128x128 pixels with 2x2 taps, Emerald Rapids, 2026-11-30, `python -m benchmarks.peers
 * --workers 1 --workload unet/up_128`).
 *
 * Register block, filters x vectors of pixels: 8x3 with 32 registers, 4x3 with 16. All filters
 * read the pixels in a panel, [taps][vectors] in L1. While one panel is multiplied the next is
 * made: each register block prefetches a few of its lines before its FMAs, and copies them after.
 * So the input need not be packed, and its lines may come from any cache and map to few sets.
 *
 * Operands: w is packed as [filters / block][w_step][block]; x is read unaligned. Precondition:
 * taps fit into a panel, and the filters of a place are a multiple of the block, which is one of
 * `parts`.
 *
 * Expected inner loop: 3 loads of pixels, 8 broadcasts of weights, 24 FMAs; no spills.
 */
#include "direct_kernels.h"
#include "microkernel.h"

pc_spatial_interleaved_kernel FN(spatial_interleaved);

enum { FN(VECTORS) = 3, FN(FILTERS) = INTERLEAVED_FILTERS };

/* The pixels of a panel: `vectors` of them from `pixel` on. */
typedef struct {
    T *panel;
    const pc_size *pixel;
    pc_size vectors;
} FN(panel);

/* Prefetch taps from `first` to before `end` of a panel. */
INLINE void FN(prefetch_taps)(const pc_spatial_interleaved_args *s, const T *x,
                              const FN(panel) *to, pc_size first, pc_size end) {
    for (pc_size j = first; j < end; j++)
        for (pc_size v = 0; v < to->vectors; v++)
            __builtin_prefetch(x + to->pixel[v] + s->tap[j]);
}

/* Copy taps from `first` to before `end` to a panel. */
INLINE void FN(copy_taps)(const pc_spatial_interleaved_args *s, const T *x, const FN(panel) *to,
                          pc_size first, pc_size end) {
    VEC *at = (VEC *)to->panel + first * to->vectors;
    for (pc_size j = first; j < end; j++)
        for (pc_size v = 0; v < to->vectors; v++)
            *at++ = *(const VEC *)(x + to->pixel[v] + s->tap[j]);
}

#include "zip.inc.h"

/* One block of filters x V vectors of pixels. */
INLINE void FN(interleaved_block)(const pc_spatial_interleaved_args *s, const T *panel,
                                  const pc_size *out_at, const T *w, const T *bias, T *out,
                                  const int V, const int PARTS) {
    const int F = FN(FILTERS);
    VEC sum[8][3];
    UNROLL
    for (int f = 0; f < F; f++)
        UNROLL
    for (int v = 0; v < V; v++)
        sum[f][v] = (VEC){0};
    for (pc_size j = 0; j < s->taps; j++, panel += V * LANES, w += F) {
        VEC values[3];
        UNROLL
        for (int v = 0; v < V; v++) {
            values[v] = *(const VEC *)(panel + v * LANES);
            IN_REGISTER(values[v]);
        }
        UNROLL
        for (int f = 0; f < F; f++) {
            T weight = w[f];
            UNROLL
            for (int v = 0; v < V; v++)
                MULTIPLY_ADD(sum[f][v], weight, values[v]);
        }
    }
    if (bias)
        UNROLL
    for (int f = 0; f < F; f++)
        UNROLL
    for (int v = 0; v < V; v++)
        sum[f][v] += bias[f];
    UNROLL
    for (int f = 0; f < F; f += PARTS, out += s->channel_stride)
        UNROLL
    for (int v = 0; v < V; v++) {
        VEC part[8];
        UNROLL
        for (int i = 0; i < PARTS; i++)
            part[i] = sum[f + i][v];
        FN(store_zipped)(part, out + out_at[v], PARTS);
    }
}

typedef void FN(block)(const pc_spatial_interleaved_args *s, const T *panel, const pc_size *out_at,
                       const T *w, const T *bias, T *out);
#define BLOCK(V, PARTS)                                                                            \
    static void FN(block_##V##_##PARTS)(const pc_spatial_interleaved_args *s, const T *panel,      \
                                        const pc_size *out_at, const T *w, const T *bias,          \
                                        T *out) {                                                  \
        FN(interleaved_block)(s, panel, out_at, w, bias, out, V, PARTS);                           \
    }
#define BLOCKS_OF(PARTS) BLOCK(1, PARTS) BLOCK(2, PARTS) BLOCK(3, PARTS)
BLOCKS_OF(2)
BLOCKS_OF(4)
#if INTERLEAVED_FILTERS == 8
BLOCKS_OF(8)
#endif

/* Return the function for a number of vectors. */
static FN(block) *FN(block_for)(int parts, pc_size vectors) {
#define OF_PARTS(PARTS) {FN(block_1_##PARTS), FN(block_2_##PARTS), FN(block_3_##PARTS)}
    static FN(block) *const blocks[][3] = {OF_PARTS(2), OF_PARTS(4),
#if INTERLEAVED_FILTERS == 8
                                           OF_PARTS(8)
#endif
    };
    return blocks[parts == 2 ? 0 : parts == 4 ? 1 : 2][vectors - 1];
}

/* Return the vectors of the next panel, of `left`. No single one is left over, whose sums are too
 * few to hide the latency of an FMA. */
INLINE pc_size FN(vectors_of)(pc_size left) {
    return left <= FN(VECTORS) ? left : left == FN(VECTORS) + 1 ? 2 : FN(VECTORS);
}

/* Multiply a panel by all filters, and make the next. */
INLINE void FN(multiply_panel)(const pc_spatial_interleaved_args *s, const T *x, const T *w,
                               const FN(panel) *from, const pc_size *out_at, const FN(panel) *to) {
    const pc_size F = FN(FILTERS), blocks = s->filters / F;
    FN(block) *const block = FN(block_for)(s->parts, from->vectors);
    const T *bias = s->bias;
    pc_size place = s->place, filter = s->filter, copied = 0;
    T *out = NULL;
    for (pc_size b = 0; b < blocks; b++, filter += F, w += F * s->w_step) {
        const pc_size end = (b + 1) * s->taps / blocks;
        if (filter == s->filters_of_place) {
            filter = 0;
            place++;
        }
        if (b == 0 || filter == 0)
            out = (T *)s->out + place / s->places * s->out_plane +
                  place % s->places * s->out_row + filter / s->parts * s->channel_stride;
        FN(prefetch_taps)(s, x, to, copied, end);
        block(s, from->panel, out_at, w, bias ? bias + b * F : NULL, out);
        FN(copy_taps)(s, x, to, copied, end);
        out += F / s->parts * s->channel_stride;
        copied = end;
    }
}

void FN(spatial_interleaved)(const pc_spatial_interleaved_args *s, const void *x, const void *w) {
    T panels[2][FN(VECTORS) * PC_PANEL_TAPS * LANES] __attribute__((aligned(PC_LINE)));
    FN(panel) from = {panels[0], s->pixel, FN(vectors_of)(s->vectors)};
    FN(copy_taps)(s, x, &from, 0, s->taps);
    for (pc_size first = 0, next, i = 1; first < s->vectors; first = next, i = 1 - i) {
        next = first + from.vectors;
        const FN(panel) to = {panels[i], s->pixel + next, FN(vectors_of)(s->vectors - next)};
        FN(multiply_panel)(s, x, w, &from, s->out_at + first, &to);
        from = to;
    }
}
