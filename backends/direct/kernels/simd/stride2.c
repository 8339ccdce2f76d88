/* Micro-kernel stride2: every other pixel in the lanes, for filters three columns wide.
 *
 * The input is read from the caller's array: packing it would take a quarter of the time where
 * filters are few. Two vectors of a row are deinterleaved. Even elements meet the filter's second
 * column, odd ones its third, and odd ones shifted by one pixel its first: each row of windows is
 * loaded once for all three columns.
 *
 * Register block: 4 filters x 4 vectors of pixels; 12 registers more hold the three columns, so
 * that the kernel exists with 32 registers only.
 *
 * Operands: w is [filters / 4][channels][height][3][4]. Preconditions: width >= lanes; no window
 * reaches beyond a row's end; `padding` points to two vectors of the padding value.
 *
 * Expected inner loop, for each channel and kernel row: 8 loads, 12 shuffles, 12 broadcasts, 48
 * FMAs, and 3 prefetches of later input into L2.
 */
#include "direct_kernels.h"
#include "register_block.h"

/* Packing makes int16x2: the caller's array has none. */
#if VECTOR_REGISTERS == 32 && PRODUCT_OF(ELEMENT) != 2

#define STRIDE2_FILTERS 4
/* Cache lines prefetched with each row of windows. */
#define PREFETCH_LINES 3
#define BEFORE(j, d) (LANES - 1 + (j))

/* STRIDE2_VECTORS vectors of windows: the second element of each vector's first window (`at`) and
 * the one before it (`before`, which points to padding and does not move with the rows if `moves`
 * is 0); the first input row, and the offset of the sums. */
typedef struct {
    const T *at[STRIDE2_VECTORS], *before[STRIDE2_VECTORS];
    pc_size moves[STRIDE2_VECTORS], top[STRIDE2_VECTORS], to[STRIDE2_VECTORS];
} FN(windows);

/* Add the products of one row of windows of one channel. */
INLINE void FN(stride2_row)(const FN(windows) *p, const T *padding, pc_size offset, const T *w,
                            const int *outside, VEC sum[][STRIDE2_VECTORS]) {
    VEC values[3][STRIDE2_VECTORS];
    UNROLL
    for (int v = 0; v < STRIDE2_VECTORS; v++) {
        const T *from = p->at[v] + offset, *before = p->before[v] + (offset & p->moves[v]);
        if (outside && outside[v])
            from = before = padding;
        VEC low = *(const VEC *)from, high = *(const VEC *)(from + LANES);
        values[1][v] = __builtin_shufflevector(low, high, LANE_LIST(EVEN, 0));
        values[2][v] = __builtin_shufflevector(low, high, LANE_LIST(ODD, 0));
        values[0][v] =
            __builtin_shufflevector(*before - (VEC){0}, values[2][v], LANE_LIST(BEFORE, 0));
    }
    UNROLL
    for (int s = 0; s < 3; s++) {
        UNROLL
        for (int v = 0; v < STRIDE2_VECTORS; v++)
            IN_REGISTER(values[s][v]);
        UNROLL
        for (int f = 0; f < STRIDE2_FILTERS; f++) {
            T weight = w[s * STRIDE2_FILTERS + f];
            UNROLL
            for (int v = 0; v < STRIDE2_VECTORS; v++)
                MULTIPLY_ADD(sum[f][v], weight, values[s][v]);
        }
    }
}

/* STRIDE2_FILTERS filters x STRIDE2_VECTORS vectors; all rows are inside the input if INSIDE. */
INLINE void FN(stride2_block)(const pc_stride2_args *k, const FN(windows) *p, pc_size filter,
                              T *out, const char *next, pc_size next_step, const int INSIDE) {
    VEC sum[STRIDE2_FILTERS][STRIDE2_VECTORS];
    const T *w = (const T *)k->w + filter * k->channels * k->height * 3, *padding = k->padding;
    const pc_size height = k->height, line = k->line;
    UNROLL
    for (int f = 0; f < STRIDE2_FILTERS; f++)
        UNROLL
    for (int v = 0; v < STRIDE2_VECTORS; v++)
        sum[f][v] = (VEC){0};
    for (pc_size c = 0; c < k->channels; c++) {
        pc_size offset = c * k->channel;
        for (pc_size t = 0; t < height; t++, offset += line, w += 3 * STRIDE2_FILTERS) {
            int outside[STRIDE2_VECTORS];
            UNROLL
            for (int v = 0; v < STRIDE2_VECTORS && !INSIDE; v++)
                outside[v] = p->top[v] + t < k->first || p->top[v] + t >= k->last;
            UNROLL
            for (int i = 0; i < PREFETCH_LINES; i++, next += next_step)
                PREFETCH_L2(next);
            FN(stride2_row)(p, padding, offset, w, INSIDE ? NULL : outside, sum);
        }
    }
    UNROLL
    for (int f = 0; f < STRIDE2_FILTERS; f++, out += k->sums_stride) {
        if (filter + f < k->filters) {
            T add = k->bias ? ((const T *)k->bias)[filter + f] : 0;
            UNROLL
            for (int v = 0; v < STRIDE2_VECTORS; v++)
                *(VEC *)(out + p->to[v]) = sum[f][v] + add;
        }
    }
}

static void FN(stride2_inside)(const pc_stride2_args *k, const FN(windows) *p, pc_size filter,
                               T *out, const char *next, pc_size next_step) {
    FN(stride2_block)(k, p, filter, out, next, next_step, 1);
}

static void FN(stride2_edge)(const pc_stride2_args *k, const FN(windows) *p, pc_size filter,
                             T *out, const char *next, pc_size next_step) {
    FN(stride2_block)(k, p, filter, out, next, next_step, 0);
}

/* Locate the vectors from number `first` on; return 1 if all they read is inside the input, else 0.
 * The last vector of a row overlaps the one before it; the last of all is repeated to fill up a
 * block. */
INLINE int FN(find_windows)(const pc_stride2_args *k, const T *x, pc_size first, pc_size vectors,
                            pc_size in_row, FN(windows) *p) {
    int inside = 1;
    for (int v = 0; v < STRIDE2_VECTORS; v++) {
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

void FN(stride2)(const pc_stride2_args *k, const void *x, void *out_) {
    const pc_size in_row = (k->width + LANES - 1) / LANES, vectors = k->rows * in_row;
    const pc_size each = k->channels * k->height * PREFETCH_LINES * PC_LINE;
    const char *next = k->next, *end = next + k->next_bytes;
    for (pc_size first = 0; first < vectors; first += STRIDE2_VECTORS) {
        FN(windows) windows;
        const int inside = FN(find_windows)(k, x, first, vectors, in_row, &windows);
        T *out = out_;
        for (pc_size f = 0; f < k->filters; f += STRIDE2_FILTERS, next += each) {
            const int left = next < end;
            (inside ? FN(stride2_inside) : FN(stride2_edge))(
                k, &windows, f, out, left ? next : (const char *)k->w, left ? PC_LINE : 0);
            out += STRIDE2_FILTERS * k->sums_stride;
        }
    }
}

#endif
