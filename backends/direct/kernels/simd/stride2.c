/* Micro-kernel stride2: every other pixel in the lanes, for filters three columns wide.
 *
 * The input is read from the caller's array: packing it would take a quarter of the time if
 * filters are few. Two vectors of a row are deinterleaved. Even elements meet the filter's second
 * column, odd ones its third, and odd ones shifted by one pixel its first: each row of windows is
 * loaded once for all three columns.
 *
 * Register block: 8 filters x 2 vectors of pixels, or 4x4; 6 or 12 registers more hold the three
 * columns, so that the kernel exists with 32 registers only. Shuffles take an FMA's place: the
 * first filters write the columns to a panel, [channels][height][3][vectors] in L1, and the others
 * read it.
 *
 * Operands: w is [filters / F][channels][height][3][F], with F the filters of a register block.
 * Preconditions: width >= lanes; no window reaches beyond a row's end; `padding` points to two
 * vectors of the padding value.
 *
 * Expected inner loop of 8x2, for each channel and kernel row: 6 loads, 24 broadcasts, 48 FMAs, 3
 * prefetches of later input into L2 and those of a row of later results. The first filters have 4
 * loads, 6 shuffles and 6 stores instead of the 6 loads.
 */
#include "direct_kernels.h"
#include "register_block.h"

/* Packing makes int16x2: the caller's array has none. */
#if VECTOR_REGISTERS == 32 && PRODUCT_OF(ELEMENT) != 2

/* Cache lines of the next input that are prefetched with each row of windows. With 1 and 6, a layer
 * of 3 channels to 16 takes 1.07 and 1.02 of the time with 3 (3x3 on 4 images of 224 x 224,
 * float32, Zen 4, 1 core, 2026-12-01, two builds by `abgate OLD NEW`). */
#define PREFETCH_LINES 3
#define BEFORE(j, d) (LANES - 1 + (j))

/* Vectors of windows: the second element of each vector's first window (`at`) and the one before it
 * (`before`, which points to padding and does not move with the rows if `moves` is 0); the first
 * input row, and the offset of the sums. */
typedef struct {
    const T *at[STRIDE2_MAX_VECTORS], *before[STRIDE2_MAX_VECTORS];
    pc_size moves[STRIDE2_MAX_VECTORS], top[STRIDE2_MAX_VECTORS], to[STRIDE2_MAX_VECTORS];
} FN(windows);

/* Add the products of one row of windows of one channel, whose columns are written to `panel`, or
 * read there if READS_PANEL. */
INLINE void FN(stride2_row)(const FN(windows) *p, const T *padding, pc_size offset, const T *w,
                            const int *outside, T *panel, VEC sum[][STRIDE2_MAX_VECTORS],
                            const int F, const int V, const int READS_PANEL) {
    VEC values[3][STRIDE2_MAX_VECTORS];
    UNROLL
    for (int v = 0; v < V; v++) {
        if (READS_PANEL) {
            UNROLL
            for (int s = 0; s < 3; s++)
                values[s][v] = *(const VEC *)(panel + (s * V + v) * LANES);
            continue;
        }
        const T *from = p->at[v] + offset, *before = p->before[v] + (offset & p->moves[v]);
        if (outside && outside[v])
            from = before = padding;
        VEC low = *(const VEC *)from, high = *(const VEC *)(from + LANES);
        values[1][v] = __builtin_shufflevector(low, high, LANE_LIST(EVEN, 0));
        values[2][v] = __builtin_shufflevector(low, high, LANE_LIST(ODD, 0));
        values[0][v] =
            __builtin_shufflevector(*before - (VEC){0}, values[2][v], LANE_LIST(BEFORE, 0));
        UNROLL
        for (int s = 0; s < 3; s++)
            *(VEC *)(panel + (s * V + v) * LANES) = values[s][v];
    }
    UNROLL
    for (int s = 0; s < 3; s++) {
        UNROLL
        for (int v = 0; v < V; v++)
            IN_REGISTER(values[s][v]);
        UNROLL
        for (int f = 0; f < F; f++) {
            T weight = w[s * F + f];
            UNROLL
            for (int v = 0; v < V; v++)
                MULTIPLY_ADD(sum[f][v], weight, values[s][v]);
        }
    }
}

/* Sums of the register block that follows, whose lines are prefetched: those of its first filter,
 * at the offsets of this block's vectors, and its filters. */
typedef struct {
    T *sums;
    pc_size filters;
} FN(stride2_soon);

/* Where a register block reads its windows: in the input, all inside it (INSIDE) or some in the
 * padding (AT_EDGE); or in the panel, to which the first filters write them. */
enum { INSIDE, AT_EDGE, FROM_PANEL };

/* F filters x V vectors. */
INLINE void FN(stride2_block)(const pc_stride2_args *k, const FN(windows) *p, pc_size filter,
                              T *out, FN(stride2_soon) soon, const char *next, pc_size next_step,
                              T *panel, const int F, const int V, const int SOURCE) {
    VEC sum[8][STRIDE2_MAX_VECTORS];
    const T *w = (const T *)k->w + filter * k->channels * k->height * 3, *padding = k->padding;
    const pc_size height = k->height, line = k->line;
    const pc_size stored = k->filters - filter < F ? k->filters - filter : F;
    UNROLL
    for (int f = 0; f < F; f++)
        UNROLL
    for (int v = 0; v < V; v++)
        sum[f][v] = (VEC){0};
    for (pc_size c = 0; c < k->channels; c++) {
        pc_size offset = c * k->channel;
        for (pc_size t = 0; t < height; t++, offset += line, w += 3 * F, panel += 3 * V * LANES) {
            int outside[STRIDE2_MAX_VECTORS];
            UNROLL
            for (int v = 0; v < V && SOURCE == AT_EDGE; v++)
                outside[v] = p->top[v] + t < k->first || p->top[v] + t >= k->last;
            if (next_step > 0) {
                UNROLL
                for (int i = 0; i < PREFETCH_LINES; i++, next += next_step)
                    PREFETCH_L2(next);
            }
            /* The lines of one filter's sums: vectors across lines end in one more. */
            if (soon.filters > 0) {
                UNROLL
                for (int v = 0; v < V; v++)
                    PREFETCH_WRITE(soon.sums + p->to[v]);
                PREFETCH_WRITE(soon.sums + p->to[V - 1] + LANES);
                soon.sums += k->sums_stride;
                soon.filters--;
            }
            FN(stride2_row)(p, padding, offset, w, SOURCE == AT_EDGE ? outside : NULL, panel, sum,
                            F, V, SOURCE == FROM_PANEL);
        }
    }
    /* Without a bias, add nothing: an addition would take the place of an FMA. */
    const T *bias = k->bias ? (const T *)k->bias + filter : NULL;
    if (bias)
        UNROLL
    for (int f = 0; f < F; f++)
        if (f < stored)
            UNROLL
    for (int v = 0; v < V; v++)
        sum[f][v] += bias[f];
    UNROLL
    for (int f = 0; f < F; f++, out += k->sums_stride) {
        if (f < stored)
            UNROLL
        for (int v = 0; v < V; v++)
            *(VEC *)(out + p->to[v]) = sum[f][v];
    }
}

#define STRIDE2(F, V, SOURCE)                                                                      \
    static void FN(stride2_##SOURCE##_##F##x##V)(                                                  \
        const pc_stride2_args *k, const FN(windows) *p, pc_size filter, T *out,                    \
        FN(stride2_soon) soon, const char *next, pc_size next_step, T *panel) {                    \
        FN(stride2_block)(k, p, filter, out, soon, next, next_step, panel, F, V, SOURCE);          \
    }
#define STRIDE2_SOURCES(F, V) STRIDE2(F, V, INSIDE) STRIDE2(F, V, AT_EDGE) STRIDE2(F, V, FROM_PANEL)
STRIDE2_SOURCES(4, 4)
STRIDE2_SOURCES(8, 2)

/* Locate the vectors from number `first` on; return 1 if all they read is inside the input, else 0.
 * The last vector of a row overlaps the one before it; the last of all is repeated to fill up a
 * block. */
INLINE int FN(find_windows)(const pc_stride2_args *k, const T *x, pc_size first, pc_size vectors,
                            pc_size in_row, FN(windows) *p, int count) {
    int inside = 1;
    for (int v = 0; v < count; v++) {
        pc_size vector = first + v < vectors ? first + v : vectors - 1, row = vector / in_row;
        pc_size pixel = vector % in_row * LANES;
        if (pixel > k->width - LANES)
            pixel = k->width - LANES;
        p->top[v] = row * k->stride;
        p->to[v] = row * k->out_pitch + pixel;
        p->at[v] = x + p->top[v] * k->line + 2 * pixel + 1;
        p->moves[v] = k->left && pixel == 0 ? 0 : -1;
        p->before[v] = p->moves[v] ? p->at[v] - 1 : k->padding;
        inside &= p->top[v] >= k->first && p->top[v] + k->height <= k->last;
    }
    return inside;
}

/* All filters and rows, by one register block. */
#define STRIDE2_ALL(F, V)                                                                          \
    for (pc_size first = 0; first < vectors; first += V) {                                         \
        FN(windows) windows;                                                                       \
        const int inside = FN(find_windows)(k, x, first, vectors, in_row, &windows, V);            \
        T *out = out_;                                                                             \
        for (pc_size f = 0; f < k->filters; f += F, next += each) {                                \
            const int left = next < end;                                                           \
            /* The next filters, or the first ones of the vectors after these. */                  \
            const int more = f + F < k->filters;                                                   \
            const pc_size others = more ? k->filters - f - F : k->filters;                         \
            const FN(stride2_soon) soon = {                                                        \
                more ? out + F * k->sums_stride : (T *)out_ + V * LANES, others < F ? others : F}; \
            (f > 0    ? FN(stride2_FROM_PANEL_##F##x##V)                                           \
             : inside ? FN(stride2_INSIDE_##F##x##V)                                               \
                      : FN(stride2_AT_EDGE_##F##x##V))(k, &windows, f, out, soon,                  \
                                                       left ? next : (const char *)k->w,           \
                                                       left ? PC_LINE : 0, panel);                 \
            out += F * k->sums_stride;                                                             \
        }                                                                                          \
    }

void FN(stride2)(const pc_stride2_args *k, const void *x, void *out_) {
    const pc_size in_row = (k->width + LANES - 1) / LANES, vectors = k->rows * in_row;
    const pc_size each = k->channels * k->height * PREFETCH_LINES * PC_LINE;
    const char *next = k->next, *end = next + k->next_bytes;
    T panel[PC_PANEL_TAPS * STRIDE2_MAX_VECTORS * LANES] __attribute__((aligned(PC_LINE)));
    if (k->oc_block == 8) {
        STRIDE2_ALL(8, 2)
    } else {
        STRIDE2_ALL(4, 4)
    }
}

#endif
