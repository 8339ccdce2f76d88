/* Micro-kernel spatial: neighbouring pixels in the lanes, a few filters at a time.
 *
 *     sums[f][v] += sum over taps j of w[j][f] * x[pixel[v] + tap[j] ... + lanes - 1]
 *
 * Register block, filters x vectors of pixels: 8x3, 4x6, 2x8 or 1x8 with 32 registers; 4x3,
 * 2x5 or 1x8 with 16. All filters are computed for one vector_block while its pixels are in cache.
 *
 * The first 8 filters of a vector_block write a panel, [taps][3] vectors for each register block,
 * and the others read it: its vectors are aligned, adjacent, and in few pages. In the input,
 * channels of single taps lie in pages of their own, more than the first-level TLB has entries for,
 * and taps of a row across lines. The panel costs 3 stores for each tap, which the first filters'
 * FMAs hide. If L1 holds a panel of 24 vectors, each filter writes 24 lines in turn, which hardware
 * prefetchers follow: runs of 3 lines in 616 planes are written at 4.6 GB/s, runs of 24 lines at
 * 7.6 GB/s (Emerald Rapids, 1 core, 2026-11-30, 48 MB).
 *
 * With 32 registers and `prefetches_sums`, lines of the result are prefetched for writing while
 * their sums are formed, because stores that miss L2 fill the store buffer and make the next sums
 * wait. If L2 holds the result, prefetches and the shorter loops over taps cost 4 %, so whole
 * register blocks are compiled with and without them.
 *
 * Operands: w is packed as [filters / oc_block][w_step][oc_block]; x is read unaligned.
 * Precondition: with `add`, vectors that overlap in the sums are in one register block, which loads
 * all its sums before it stores any. Those are the first two and the last two of a row.
 *
 * Expected inner loop of 4x6, for each tap: 6 loads of pixels, 4 broadcasts of weights, 24 FMAs;
 * no spills. Of 8x3: 3 loads, 8 broadcasts, and a prefetch of a line of every channel of the next
 * vector_block; of the first filters 3 stores, too. Without a panel: 3 loads, 8 broadcasts, and
 * prefetches of 3 lines.
 */
#include "direct_kernels.h"
#include "register_block.h"

pc_spatial_kernel FN(spatial);

/* Sums of int8x4 start from those of an input of zeros, which stand in front of the weights; see
 * igemm.c. The instruction tells the input's factor from the weight's. */
#if PRODUCT_OF(ELEMENT) >= 3
#define INITIAL_SUM(w, f, F) ((VEC){0} + (from ? 0 : (w)[(f) - (F)]))
#define ADD_PRODUCT(sum, x, w) MULTIPLY_ADD(sum, x, (VEC){0} + (w))
#else
#define INITIAL_SUM(w, f, F) ((VEC){0})
#define ADD_PRODUCT(sum, x, w) MULTIPLY_ADD(sum, w, x)
#endif

/* Where a register block reads its pixels: in the input, there and writing the panel, or in the
 * panel. */
enum { FROM_INPUT, INTO_PANEL, FROM_PANEL };

/* Prefetch distance in register blocks, for up to 8 filters that read pixels without a panel:
 * enough to hide the latency of L3. 104 channels of 35,079 pixels to 5 filters take 0.63 ms with 2
 * blocks, 0.89 ms with 1 block, 0.95 ms without prefetches (float32, Emerald Rapids, 1 core,
 * 2026-11-30, two builds by `abgate OLD NEW`). */
#define PIXELS_AHEAD 2

/* Sums of a register block: the offset of each vector, and the pitch from filter to filter. */
typedef struct {
    T *sums;
    const pc_size *at;
    pc_size stride;
} FN(sums);

/* F filters x V vectors of pixels, plus the sums in `from` unless that is NULL. Only the first
 * `stored` filters are written: others fill up an oc_block. 8 filters prefetch taps, which may
 * lie beyond the input: with a panel a line of `next` for each, without it all lines of a later
 * register block unless `next` is NULL. SOURCE tells how `panel` is used, PREFETCHES if
 * lines of `to` are prefetched. */
INLINE void FN(spatial_block)(const T *x, const pc_size *pixel, const pc_size *tap, pc_size taps,
                              const T *w, const T *bias, const FN(sums) *from, const FN(sums) *to,
                              pc_size stored, const T *next, T *panel, const int F, const int V,
                              const int SOURCE, const int PREFETCHES) {
    VEC sum[8][8];
    const T *at[8];
    UNROLL
    for (int v = 0; v < V; v++) {
        at[v] = x + pixel[v];
        UNROLL
        for (int f = 0; f < F; f++)
            sum[f][v] = INITIAL_SUM(w, f, F);
    }
    /* One part of the taps for each filter, whose lines are prefetched before it. */
    const int parts = PREFETCHES ? F : 1;
    pc_size j = 0;
    NO_UNROLL
    for (int part = 0; part < parts; part++) {
        const pc_size end = (part + 1) * taps / parts;
        if (PREFETCHES && part < stored) {
            const T *row = to->sums + part * to->stride;
            UNROLL
            for (int v = 0; v < V; v++)
                PREFETCH_WRITE(row + to->at[v]);
        }
        for (; j < end; j++) {
            pc_size offset = tap[j];
            VEC values[8];
            UNROLL
            for (int v = 0; v < V; v++) {
                values[v] = SOURCE == FROM_PANEL ? *(const VEC *)(panel + v * LANES)
                                                 : *(const VEC *)(at[v] + offset);
                IN_REGISTER(values[v]);
                if (SOURCE == INTO_PANEL)
                    *(VEC *)(panel + v * LANES) = values[v];
            }
            if (SOURCE != FROM_INPUT)
                panel += V * LANES;
            /* Channels lie far apart: more streams than hardware prefetchers follow. */
            if (F == 8 && SOURCE != FROM_INPUT)
                PREFETCH_L2(next + offset);
            if (F == 8 && SOURCE == FROM_INPUT && next)
                UNROLL
            for (int v = 0; v < V; v++)
                PREFETCH_L2(at[v] + offset + PIXELS_AHEAD * V * LANES);
            UNROLL
            for (int f = 0; f < F; f++) {
                T weight = w[f];
                UNROLL
                for (int v = 0; v < V; v++)
                    ADD_PRODUCT(sum[f][v], values[v], weight);
            }
            w += F;
        }
    }
    if (from)
        UNROLL
    for (int f = 0; f < F; f++)
        if (f < stored)
            UNROLL
    for (int v = 0; v < V; v++)
        sum[f][v] += *(const VEC *)(from->sums + f * from->stride + from->at[v]);
    /* Loaded before the stores, with which they might alias. */
    T *row = to->sums;
    const pc_size stride = to->stride;
    pc_size offset_of[8];
    UNROLL
    for (int v = 0; v < V; v++)
        offset_of[v] = to->at[v];
    /* Without a bias, add nothing: an addition would take the place of an FMA. */
    if (bias)
        UNROLL
    for (int f = 0; f < F; f++)
        if (f < stored)
            UNROLL
    for (int v = 0; v < V; v++)
        sum[f][v] += bias[f];
    UNROLL
    for (int f = 0; f < F; f++, row += stride) {
        if (f < stored)
            UNROLL
        for (int v = 0; v < V; v++)
            *(VEC *)(row + offset_of[v]) = sum[f][v];
    }
}

#define SPATIAL(F, V) SPATIAL_FROM(F, V, spatial, FROM_INPUT, 0)
#define SPATIAL_FROM(F, V, NAME, SOURCE, PREFETCHES)                                               \
    static void FN(NAME##_##F##x##V)(                                                              \
        const T *x, const pc_size *pixel, const pc_size *tap, pc_size taps, const T *w,            \
        const T *bias, const FN(sums) *from, const FN(sums) *to, pc_size stored, const T *next,    \
        T *panel) {                                                                                \
        FN(spatial_block)(x, pixel, tap, taps, w, bias, from, to, stored, next, panel, F, V,       \
                          SOURCE, PREFETCHES);                                                     \
    }
#define SPATIAL_FOR(F, TO) JOIN(UP_TO_, TO)(SPATIAL, F)
#define SPATIAL_FOR_PANEL(F, TO) JOIN(UP_TO_, TO)(SPATIAL_PANEL, F)
#define UP_TO_8(X, F) UP_TO_6(X, F) X(F, 7) X(F, 8)
#define UP_TO_6(X, F) UP_TO_5(X, F) X(F, 6)
#define UP_TO_5(X, F) UP_TO_3(X, F) X(F, 4) X(F, 5)
#define UP_TO_3(X, F) X(F, 1) X(F, 2) X(F, 3)
SPATIAL_FOR(1, SPATIAL_VECTORS_1)
SPATIAL_FOR(2, SPATIAL_VECTORS_2)
SPATIAL_FOR(4, SPATIAL_VECTORS_4)
#ifdef SPATIAL_VECTORS_8
SPATIAL_FOR(8, SPATIAL_VECTORS_8)
#define SPATIAL_PANEL(F, V)                                                                        \
    SPATIAL_FROM(F, V, spatial_into_panel, INTO_PANEL, 0)                                          \
    SPATIAL_FROM(F, V, spatial_from_panel, FROM_PANEL, 0)
SPATIAL_FOR_PANEL(8, SPATIAL_VECTORS_8)

/* Whole register blocks, with prefetches of the sums. With 16 registers the loop over parts of the
 * taps took 11 to 20 % more instructions: tiny/image and tasnet/encoder at level v3. */
#define EACH_PREFETCHING(X)                                                                        \
    X(1, SPATIAL_VECTORS_1, spatial_prefetching, FROM_INPUT, 1)                                    \
    X(2, SPATIAL_VECTORS_2, spatial_prefetching, FROM_INPUT, 1)                                    \
    X(4, SPATIAL_VECTORS_4, spatial_prefetching, FROM_INPUT, 1)                                    \
    X(8, SPATIAL_VECTORS_8, spatial_prefetching, FROM_INPUT, 1)                                    \
    X(8, SPATIAL_VECTORS_8, spatial_into_panel_prefetching, INTO_PANEL, 1)                         \
    X(8, SPATIAL_VECTORS_8, spatial_from_panel_prefetching, FROM_PANEL, 1)
#define SPATIAL_NAMED(F, V, NAME, SOURCE, PREFETCHES) SPATIAL_FROM(F, V, NAME, SOURCE, PREFETCHES)
EACH_PREFETCHING(SPATIAL_NAMED)
#endif

#define SPATIAL_CALL(F, V) SPATIAL_CALL_FROM(F, V, spatial, FROM_INPUT, 0)
#define SPATIAL_CALL_NAMED(F, V, NAME, SOURCE, PREFETCHES)                                         \
    SPATIAL_CALL_FROM(F, V, NAME, SOURCE, PREFETCHES)
#define SPATIAL_CALL_FROM(F, V, NAME, SOURCE, PREFETCHES)                                          \
    case 1000 * PREFETCHES + 100 * SOURCE + 10 * F + V:                                            \
        FN(NAME##_##F##x##V)(x, pixel, tap, taps, w, bias, from, to, stored, next, panel);         \
        break;
#define SPATIAL_CALL_PANEL(F, V)                                                                   \
    SPATIAL_CALL_FROM(F, V, spatial_into_panel, INTO_PANEL, 0)                                     \
    SPATIAL_CALL_FROM(F, V, spatial_from_panel, FROM_PANEL, 0)
INLINE void FN(spatial_sum)(int prefetches, int source, int oc_block, int v, const T *x,
                            const pc_size *pixel, const pc_size *tap, pc_size taps, const T *w,
                            const T *bias, const FN(sums) *from, const FN(sums) *to,
                            pc_size stored, const T *next, T *panel) {
    switch (1000 * prefetches + 100 * source + 10 * oc_block + v) {
        JOIN(UP_TO_, SPATIAL_VECTORS_1)(SPATIAL_CALL, 1)
            JOIN(UP_TO_, SPATIAL_VECTORS_2)(SPATIAL_CALL, 2)
                JOIN(UP_TO_, SPATIAL_VECTORS_4)(SPATIAL_CALL, 4)
#ifdef SPATIAL_VECTORS_8
        JOIN(UP_TO_, SPATIAL_VECTORS_8)(SPATIAL_CALL, 8)
            JOIN(UP_TO_, SPATIAL_VECTORS_8)(SPATIAL_CALL_PANEL, 8)
                EACH_PREFETCHING(SPATIAL_CALL_NAMED)
#endif
    }
}

/* Sum the taps in chains of at most max_taps; between them the sums are kept on the stack. */
static void FN(spatial_chains)(const pc_spatial_args *s, int prefetches, int source, int v,
                               const T *x, const pc_size *pixel, const T *w, const T *bias,
                               const FN(sums) *from, const FN(sums) *to, pc_size stored,
                               const T *next, T *panel) {
    static const pc_size adjacent[8] = {0,         LANES,     2 * LANES, 3 * LANES,
                                        4 * LANES, 5 * LANES, 6 * LANES, 7 * LANES};
    VEC stack[8 * 8];
    const FN(sums) kept = {(T *)stack, adjacent, 8 * LANES};
    const pc_size chains = (s->taps + s->max_taps - 1) / s->max_taps;
    for (pc_size r = 0, start = 0; r < chains; r++) {
        const pc_size stop = (r + 1) * s->taps / chains;
        const int last = r + 1 == chains;
        FN(spatial_sum)(prefetches && last, source, s->oc_block, v, x, pixel, s->tap + start,
                        stop - start, w + start * s->oc_block, last ? bias : NULL, from,
                        last ? to : &kept, stored, next,
                        source == FROM_INPUT ? NULL : panel + start * v * LANES);
        start = stop;
        from = &kept;
    }
}

/* v vectors from `done` on x one oc_block of filters from f on; `prefetches` asks for a whole
 * register block. */
INLINE void FN(spatial_vectors)(const pc_spatial_args *s, int prefetches, int source, const T *x,
                                pc_size done, int v, pc_size f, const T *w, T *sums,
                                const T *next, T *panel) {
    const FN(sums) to = {sums, s->sums_at + done, s->sums_stride};
    const FN(sums) *from = s->add ? &to : NULL;
    const T *bias = s->bias ? (const T *)s->bias + f : NULL;
    const pc_size stored = s->filters - f, *pixel = s->pixel + done;
    if (s->taps <= s->max_taps)
        FN(spatial_sum)(prefetches, source, s->oc_block, v, x, pixel, s->tap, s->taps, w, bias,
                        from, &to, stored, next, panel);
    else
        FN(spatial_chains)(s, prefetches, source, v, x, pixel, w, bias, from, &to, stored, next,
                           panel);
}

/* Return how many of the vectors that are left a register block of at most `max` sums. No single
 * vector is left over: it has too few sums to hide the latency of an FMA, and with `add` it may
 * overlap the vector before it. */
INLINE pc_size FN(next_vectors)(pc_size left, pc_size max) {
    return left <= max ? left : left == max + 1 ? (max + 1) / 2 : max;
}

/* All filters for the vectors from `first` to before `end`, at most `max` at a time. */
INLINE void FN(spatial_filters)(const pc_spatial_args *s, const T *x, pc_size first, pc_size end,
                                pc_size max, const T *w, T *sums) {
    const int prefetches_sums = VECTOR_REGISTERS == 32 && s->prefetches_sums;
    const T *next = s->prefetches_pixels ? x : NULL;
    for (pc_size f = 0; f < s->filters; f += s->oc_block) {
        for (pc_size done = first, v; done < end; done += v) {
            v = FN(next_vectors)(end - done, max);
            FN(spatial_vectors)(s, prefetches_sums && v == max, FROM_INPUT, x, done, (int)v, f, w,
                                sums, next, NULL);
        }
        w += s->oc_block * s->w_step;
        sums += s->oc_block * s->sums_stride;
    }
}

#ifdef SPATIAL_VECTORS_8
/* All filters for the vectors from `first` to before `end`, 8 at a time, through a panel. Each
 * register block prefetches a line of each tap for the next panel. */
INLINE void FN(spatial_panel)(const pc_spatial_args *s, const T *x, pc_size first, pc_size end,
                              const T *w, T *sums, T *panel) {
    const T *next = x + s->pixel[end - 1];
    pc_size lines = end - first;
    for (pc_size f = 0; f < s->filters; f += s->oc_block) {
        const int source = f == 0 ? INTO_PANEL : FROM_PANEL;
        T *part = panel;
        for (pc_size done = first, v; done < end; done += v) {
            v = FN(next_vectors)(end - done, SPATIAL_VECTORS_8);
            if (lines > 0) {
                next += LANES;
                lines--;
            }
            FN(spatial_vectors)(s, s->prefetches_sums && v == SPATIAL_VECTORS_8, source, x, done,
                                (int)v, f, w, sums, next, part);
            part += v * s->taps * LANES;
        }
        w += s->oc_block * s->w_step;
        sums += s->oc_block * s->sums_stride;
    }
}

/* Not inlined: its frame holds a panel, which callers without one need not have on their stack. */
static __attribute__((noinline)) void FN(spatial_through_panel)(const pc_spatial_args *s,
                                                                const T *x, const T *w, T *sums) {
    T panel[PC_PANEL_BYTES / sizeof(T)] __attribute__((aligned(PC_LINE)));
    for (pc_size first = 0, v; first < s->vectors; first += v) {
        v = FN(next_vectors)(s->vectors - first, s->vector_block);
        FN(spatial_panel)(s, x, first, first + v, w, sums, panel);
    }
}
#endif

void FN(spatial)(const pc_spatial_args *s, const void *x, const void *w, void *sums) {
    const pc_size max = s->oc_block == 1   ? SPATIAL_VECTORS_1
                        : s->oc_block == 2 ? SPATIAL_VECTORS_2
#ifdef SPATIAL_VECTORS_8
                        : s->oc_block == 8 ? SPATIAL_VECTORS_8
#endif
                                           : SPATIAL_VECTORS_4;
#ifdef SPATIAL_VECTORS_8
    if (s->oc_block == 8 && s->filters > 8 && s->taps <= PC_PANEL_TAPS) {
        FN(spatial_through_panel)(s, x, w, sums);
        return;
    }
#endif
    for (pc_size first = 0, end; first < s->vectors; first = end) {
        end = first + s->vector_block;
        if (end > s->vectors)
            end = s->vectors;
        FN(spatial_filters)(s, x, first, end, max, w, sums);
    }
}
