/* Micro-kernel stencil_zero_copy: one filter of 3x3 or 5x5 on one channel plane of the caller's
 * array, pixels in the lanes. Depthwise, channels_first, AVX-512 only: `stencil_zero_copy` in
 * _variants.pyx has the other conditions. stencil.c computes the rest, mostly on packed planes.
 *
 * Nothing is packed: the columns of a window are loads at neighbouring addresses, and masks leave
 * out the lanes that meet padding. At a stride of 2, two vectors of a row are deinterleaved into
 * the first two columns; the others are these, shifted by a pixel or two.
 *
 * Register block: V vectors of a row, for each output row whose windows hold the current input row:
 * 3 or 5 rows at a stride of 1, 2 or 3 at a stride of 2. All weights stay in registers. Each input
 * row is loaded once and feeds these sums; a row of sums is stored after its last input row.
 *
 * Meanwhile the same places of the next plane are prefetched into L1, and at a stride of 1 those of
 * its results. That saves a tenth of the time for 3x3 on 112x112 and on 56x56, a twentieth on 14x14
 * (Emerald Rapids, one core, 2026-11-30, `python -m benchmarks.peers --workers 1 --classes
 * depthwise`).
 *
 * Operands: w is [kernel][kernel]. Preconditions: zero padding; a stride of 1 or 2, a kernel of 3
 * or 5, both the same for rows and columns.
 *
 * Expected inner loop of 3x3, for each row: 3 V loads, 9 V FMAs, V stores, 2 V prefetches; at a
 * stride of 2, for each two input rows: 4 V + 2 loads, 6 V shuffles, 9 V FMAs, V stores, 4 V
 * prefetches.
 */
#include "direct_kernels.h"
#include "register_block.h"

#if defined(__AVX512F__) && PRODUCT_OF(ELEMENT) == 0

#if LANES == 16
typedef __mmask16 FN(lane_mask);
#define MASKED(name) name##_epi32
#else
typedef __mmask8 FN(lane_mask);
#define MASKED(name) name##_epi64
#endif
#define LANE_MASK FN(lane_mask)

/* Rows of a largest kernel. */
#define MAX_KERNEL 5

/* A row of padding: zeros for all columns that a pass reads. */
static const T FN(zeros)[2 * ZERO_COPY_VECTORS * LANES + LANES];

/* Lanes inside the input, and lanes to store, of a pass from top to bottom. At a stride of 1 a pass
 * with masks has one vector, and a mask for each column. At a stride of 2 there is one for each
 * load that can meet padding: both of the first vector, both of the last, the one after it. */
typedef struct {
    LANE_MASK loads[MAX_KERNEL];
    LANE_MASK stored; /* in the last vector */
} FN(pass_masks);
enum { FIRST_LOW, FIRST_HIGH, LAST_LOW, LAST_HIGH, AFTER_LAST };

/* Lane indices of columns 2, 3 and 4: even or odd elements shifted by d pixels, the last of which
 * come from the next vector. */
#define NEXT_EVEN(j, d) ((j) + (d) < LANES ? (j) + (d) : 2 * ((j) + (d)) - LANES)
#define NEXT_ODD(j, d) ((j) + (d) < LANES ? (j) + (d) : 2 * ((j) + (d)) - LANES + 1)

INLINE VEC FN(load_lanes)(const T *from, LANE_MASK mask, const int WHOLE) {
    return WHOLE ? *(const VEC *)from : (VEC)MASKED(_mm512_maskz_loadu)(mask, from);
}

/* Multiply column s of input row `u` of a period by the kernel's column, and add it to the sums of
 * all output rows that it belongs to. */
INLINE void FN(add_column)(VEC sum[], VEC value, const VEC *weights, const int s, const int u,
                           const int KERNEL, const int STRIDE) {
    const int ROWS = (KERNEL + STRIDE - 1) / STRIDE;
    IN_REGISTER(value);
    UNROLL
    for (int t = KERNEL - 1; t >= 0; t--)
        if ((u - t) % STRIDE == 0)
            sum[(u - t + ROWS * STRIDE) / STRIDE % ROWS] += weights[t * KERNEL + s] * value;
}

/* Add V vectors of windows of input row `u` of a period, at a stride of 1. */
INLINE void FN(add_windows_1)(VEC sum[][MAX_KERNEL], const T *x, const FN(pass_masks) *masks,
                              const VEC *weights, const int u, const int V, const int KERNEL,
                              const int WHOLE) {
    UNROLL
    for (int v = 0; v < V; v++)
        UNROLL
    for (int s = 0; s < KERNEL; s++)
        FN(add_column)(sum[v], FN(load_lanes)(x + v * LANES + s, masks->loads[s], WHOLE), weights,
                       s, u, KERNEL, 1);
}

/* Add V vectors of windows of input row `u` of a period, at a stride of 2: even and odd columns are
 * shuffled from two loads, and columns from the third on share the loads of the first two. */
INLINE void FN(add_windows_2)(VEC sum[][MAX_KERNEL], const T *x, const FN(pass_masks) *masks,
                              const VEC *weights, const int u, const int V, const int KERNEL) {
    VEC low = FN(load_lanes)(x, masks->loads[FIRST_LOW], 0);
    UNROLL
    for (int v = 0; v < V; v++) {
        const int last = v == V - 1, edge = v == 0 ? FIRST_HIGH : LAST_HIGH;
        VEC high = FN(load_lanes)(x + LANES, masks->loads[edge], v > 0 && !last);
        x += 2 * LANES;
        const int next_edge = last ? AFTER_LAST : LAST_LOW;
        VEC next = FN(load_lanes)(x, masks->loads[next_edge], v < V - 2);
        VEC even = __builtin_shufflevector(low, high, LANE_LIST(EVEN, 0));
        VEC odd = __builtin_shufflevector(low, high, LANE_LIST(ODD, 0));
        FN(add_column)(sum[v], even, weights, 0, u, KERNEL, 2);
        FN(add_column)(sum[v], odd, weights, 1, u, KERNEL, 2);
        FN(add_column)(sum[v], __builtin_shufflevector(even, next, LANE_LIST(NEXT_EVEN, 1)),
                       weights, 2, u, KERNEL, 2);
        if (KERNEL == 5) {
            FN(add_column)(sum[v], __builtin_shufflevector(odd, next, LANE_LIST(NEXT_ODD, 1)),
                           weights, 3, u, KERNEL, 2);
            FN(add_column)(sum[v], __builtin_shufflevector(even, next, LANE_LIST(NEXT_EVEN, 2)),
                           weights, 4, u, KERNEL, 2);
        }
        low = next;
    }
}

/* Where a pass is: the input row, counted from the first inside the input, and its first window;
 * the output row that this input row completes, and where it is stored. */
typedef struct {
    pc_size row, done;
    const T *x;
    T *out;
} FN(pass_place);

/* Add input row `u` of a period, and store the output row that it completes. Return 1 if that was
 * the last one. WHOLE, at a stride of 1: no lane meets padding, and all are stored. */
INLINE int FN(add_row)(const pc_zero_copy_args *p, FN(pass_place) *at, pc_size rows,
                       const FN(pass_masks) *masks, const VEC *weights, VEC bias,
                       VEC sum[][MAX_KERNEL], const int u, const int V, const int KERNEL,
                       const int STRIDE, const int WHOLE) {
    const int ROWS = (KERNEL + STRIDE - 1) / STRIDE, PERIOD = ROWS * STRIDE;
    const int is_inside = (size_t)at->row < (size_t)(p->last - p->first);
    if (u % STRIDE == 0) {
        UNROLL
        for (int v = 0; v < V; v++)
            sum[v][u / STRIDE] = (VEC){0};
    }
    if (is_inside || !p->finite) {
        const T *x = is_inside ? at->x : FN(zeros);
        if (STRIDE == 1)
            FN(add_windows_1)(sum, x, masks, weights, u, V, KERNEL, WHOLE);
        else
            FN(add_windows_2)(sum, x, masks, weights, u, V, KERNEL);
    }
    const T *next_x = at->x + p->next_x;
    NO_HOIST(next_x);
    UNROLL
    for (int v = 0; v < V * STRIDE; v++)
        __builtin_prefetch(next_x + v * LANES);
    at->row++;
    at->x += p->pitch;
    NO_HOIST(at->x);
    if ((u - KERNEL + 1) % STRIDE != 0)
        return 0;
    if (STRIDE == 1) {
        const T *next_out = at->out + p->next_out;
        NO_HOIST(next_out);
        UNROLL
        for (int v = 0; v < V; v++)
            __builtin_prefetch(next_out + v * LANES, 1);
    }
    if (at->done >= 0) {
        UNROLL
        for (int v = 0; v < V; v++) {
            VEC complete = sum[v][(u - KERNEL + 1 + PERIOD) / STRIDE % ROWS] + bias;
            if (WHOLE || v < V - 1)
                *(VEC *)(at->out + v * LANES) = complete;
            else
                MASKED(_mm512_mask_storeu)(at->out + v * LANES, masks->stored, (__m512i)complete);
        }
    }
    at->out += p->out_pitch;
    NO_HOIST(at->out);
    return ++at->done == rows;
}

/* V vectors of output rows from top to bottom. */
INLINE void FN(zero_copy_pass)(const pc_zero_copy_args *args, const T *x, pc_size rows, T *out,
                               const FN(pass_masks) *all_masks, const int V, const int KERNEL,
                               const int STRIDE, const int WHOLE) {
    const int ROWS = (KERNEL + STRIDE - 1) / STRIDE, PERIOD = ROWS * STRIDE;
    const pc_zero_copy_args p = *args;
    VEC bias = (p.bias ? *(const T *)p.bias : 0) - (VEC){0};
    FN(pass_masks) masks = *all_masks;
    if (!WHOLE) {
        UNROLL
        for (int i = 0; i < MAX_KERNEL; i++)
            if (STRIDE == 2 || i < KERNEL)
                __asm__("" : "+Yk"(masks.loads[i]));
    }
    VEC weights[MAX_KERNEL * MAX_KERNEL], sum[ZERO_COPY_VECTORS][MAX_KERNEL];
    UNROLL
    for (int t = 0; t < KERNEL; t++) {
        UNROLL
        for (int s = 0; s < KERNEL; s++) {
            const T weight = ((const T *)p.w)[t * KERNEL + s];
            weights[t * KERNEL + s] = weight - (VEC){0};
            IN_REGISTER(weights[t * KERNEL + s]);
        }
    }
    UNROLL
    for (int v = 0; v < V; v++)
        UNROLL
    for (int r = 0; r < ROWS; r++)
        sum[v][r] = (VEC){0};
    /* The first input rows also complete output rows before the first, which are not stored. */
    const pc_size done = -((KERNEL - 1) / STRIDE);
    FN(pass_place) at = {-p.first, done, x, out + done * p.out_pitch};
#define ADD_ROW(u)                                                                                 \
    if (u < PERIOD && FN(add_row)(&p, &at, rows, &masks, weights, bias, sum, u, V, KERNEL, STRIDE, \
                                  WHOLE))                                                          \
        return;
    for (;;) {
        ADD_ROW(0)
        ADD_ROW(1)
        ADD_ROW(2)
        ADD_ROW(3)
        ADD_ROW(4)
        ADD_ROW(5)
    }
#undef ADD_ROW
}

/* The passes of V vectors of one kernel, by number; without masks, or with them. */
#define PASS(V, KERNEL, STRIDE, WHOLE)                                                             \
    static void FN(zero_copy_##V##_##KERNEL##s##STRIDE##_##WHOLE)(                                 \
        const pc_zero_copy_args *p, const T *x, pc_size rows, T *out,                              \
        const FN(pass_masks) *masks) {                                                             \
        FN(zero_copy_pass)(p, x, rows, out, masks, V, KERNEL, STRIDE, WHOLE);                      \
    }
#define PASS_NAME(V, KERNEL, STRIDE, WHOLE) FN(zero_copy_##V##_##KERNEL##s##STRIDE##_##WHOLE),
#define PASSES_3S1(X) X(1, 3, 1, 0) X(1, 3, 1, 1) X(2, 3, 1, 1) X(3, 3, 1, 1) X(4, 3, 1, 1)
#define PASSES_5S1(X) X(1, 5, 1, 0) X(1, 5, 1, 1)
#define PASSES_3S2(X) X(1, 3, 2, 0) X(2, 3, 2, 0) X(3, 3, 2, 0) X(4, 3, 2, 0)
#define PASSES_5S2(X) X(1, 5, 2, 0)
PASSES_3S1(PASS)
PASSES_5S1(PASS)
PASSES_3S2(PASS)
PASSES_5S2(PASS)

/* Passes by kernel, 3 or 5, and by stride, 1 or 2. The first pass of a stride of 1 has masks. */
typedef struct {
    int max_vectors;
    void (*passes[ZERO_COPY_VECTORS + 1])(const pc_zero_copy_args *p, const T *x, pc_size rows,
                                          T *out, const FN(pass_masks) *masks);
} FN(zero_copy_passes);
static const FN(zero_copy_passes) FN(zero_copy)[2][2] = {
    {{4, {PASSES_3S1(PASS_NAME)}}, {4, {PASSES_3S2(PASS_NAME)}}},
    {{1, {PASSES_5S1(PASS_NAME)}}, {1, {PASSES_5S2(PASS_NAME)}}},
};

/* Return the mask of the lanes from `first` to before `end`, which may lie beyond the vector. */
INLINE LANE_MASK FN(lanes_between)(pc_size first, pc_size end) {
    first = first < 0 ? 0 : first > LANES ? LANES : first;
    end = end < first ? first : end > LANES ? LANES : end;
    return (LANE_MASK)((1u << end) - (1u << first));
}

/* Return the vectors of the next pass at a stride of 1, of `pixels` windows of which the columns
 * before `left` and from `right` on are padding, and set `masks`. 0: one vector, with masks. */
static pc_size FN(vectors_of_pass_1)(const pc_zero_copy_args *p, pc_size pixels, pc_size left,
                                     pc_size right, pc_size max, FN(pass_masks) *masks) {
    /* Vectors that are whole and meet no padding. */
    pc_size whole = (right - (p->kernel - 1)) / LANES;
    whole = left > 0 || right < p->kernel ? 0 : whole;
    whole = whole > pixels / LANES ? pixels / LANES : whole;
    if (whole > 0) {
        const pc_size passes = (whole + max - 1) / max;
        return (whole + passes - 1) / passes;
    }
    for (pc_size s = 0; s < p->kernel; s++)
        masks->loads[s] = FN(lanes_between)(left - s, right - s);
    return 0;
}

/* Return the vectors of a pass at a stride of 2, and set its masks: only the first vector may meet
 * padding on the left, only the last on the right. */
static pc_size FN(vectors_of_pass_2)(const pc_zero_copy_args *p, pc_size pixels, pc_size left,
                                     pc_size right, pc_size max, FN(pass_masks) *masks) {
    pc_size vectors = (pixels + LANES - 1) / LANES;
    const pc_size passes = (vectors + max - 1) / max;
    vectors = (vectors + passes - 1) / passes;
    while (vectors > 1 && (left > LANES || right < 2 * LANES * (vectors - 1)))
        vectors--;
    const pc_size last = 2 * LANES * (vectors - 1), after = last + 2 * LANES;
    const pc_size end = after + p->kernel - 2;
    masks->loads[FIRST_LOW] = FN(lanes_between)(left, right);
    masks->loads[FIRST_HIGH] = FN(lanes_between)(left - LANES, right - LANES);
    masks->loads[LAST_LOW] = FN(lanes_between)(left - last, right - last);
    masks->loads[LAST_HIGH] = FN(lanes_between)(left - last - LANES, right - last - LANES);
    masks->loads[AFTER_LAST] =
        FN(lanes_between)(left - after, (right < end ? right : end) - after);
    return vectors;
}

void FN(stencil_zero_copy)(const pc_zero_copy_args *p, const void *x_, pc_size rows, pc_size pixels,
                           void *out_) {
    const FN(zero_copy_passes) *all = &FN(zero_copy)[p->kernel == 5][p->stride == 2];
    pc_size count;
    for (pc_size pixel = 0; pixel < pixels; pixel += count * LANES) {
        const pc_size column = pixel * p->stride;
        FN(pass_masks) masks = {{0}, 0};
        count = (p->stride == 1 ? FN(vectors_of_pass_1) : FN(vectors_of_pass_2))(
            p, pixels - pixel, p->left - column, p->right - column, all->max_vectors, &masks);
        const pc_size pass = p->stride == 1 ? count : count - 1;
        count = count > 0 ? count : 1;
        masks.stored = FN(lanes_between)(0, pixels - pixel - (count - 1) * LANES);
        all->passes[pass](p, (const T *)x_ + column, rows, (T *)out_ + pixel, &masks);
    }
}

#endif
