/* Micro-kernel stencil: one filter on one channel plane, pixels in the lanes.
 *
 * Several output rows share each loaded vector of an input row. Kernels of 2 to 5 and of 7 rows
 * have loops of their own, in which the weights of one column stay in registers; stencil_any
 * computes all others, in blocks of at most as many rows as the kernel has. Time of stencil_any
 * over that of the loops (float32, Zen 4, 1 core, 2026-11-30):
 * - kernels of 2 rows: 1.2 to 1.5 (2x2 on 5 channels of 249x279 and on 64 of 28x28)
 * - kernels of 4 rows: 1.2 (4x48 on 382x833)
 *
 * Register block, output rows x vectors: up to 6x4 with 32 registers, 6x2 with 16, and 8x1 for a
 * last single vector.
 *
 * Operands: w is [height][w_pitch]. Preconditions: x has room for whole vectors after each row; a
 * stride of 2 needs a height of 3 or 5; `nontemporal` (stream stores) excludes `add`.
 *
 * Expected inner loop of a 3x3 kernel, 6 rows: 8 loads and 18 FMAs for each vector and column.
 */
#include "direct_kernels.h"
#include "register_block.h"

#include "partial_vectors.inc.h"

pc_stencil_kernel FN(stencil);

#define PREFETCH_L2_WRITE(to) __builtin_prefetch(to, 1, 2)

/* Input row i feeds the output rows LO to HI - 1, row r through kernel row i - r. */
INLINE void FN(stencil_row)(VEC sum[][STENCIL_VECTORS], const pc_stencil_args *p, const T *x,
                            pc_size i, const int LO, const int HI, const int V) {
    const T *w = p->w;
    const pc_size *column = p->column;
    pc_size width = p->width, w_pitch = p->w_pitch;
    for (pc_size s = 0; s < width; s++) {
        VEC values[STENCIL_VECTORS];
        UNROLL
        for (int v = 0; v < V; v++)
            values[v] = *(const VEC *)(x + column[s] + v * LANES);
        UNROLL
        for (int r = LO; r < HI; r++) {
            T weight = w[(i - r) * w_pitch + s];
            UNROLL
            for (int v = 0; v < V; v++)
                MULTIPLY_ADD(sum[r][v], weight, values[v]);
        }
    }
}

/* A kernel of ROWS rows or more, at a stride of 1. */
INLINE void FN(stencil_any)(VEC sum[][STENCIL_VECTORS], const pc_stencil_args *p, const T *x,
                            pc_size first, pc_size last, const int ROWS, const int V) {
    pc_size pitch = p->pitch, height = p->height;
    UNROLL
    for (int i = 0; i < ROWS - 1; i++)
        if (i >= first && i < last)
            FN(stencil_row)(sum, p, x + i * pitch, i, 0, i + 1, V);
    pc_size stop = last < height ? last : height;
    for (pc_size i = first > ROWS - 1 ? first : ROWS - 1; i < stop; i++)
        FN(stencil_row)(sum, p, x + i * pitch, i, 0, ROWS, V);
    UNROLL
    for (int k = 1; k < ROWS; k++)
        if (height - 1 + k >= first && height - 1 + k < last)
            FN(stencil_row)(sum, p, x + (height - 1 + k) * pitch, height - 1 + k, k, ROWS, V);
}

/* Prefetch the rows that the block below reads and writes, a part of them with each kernel column:
 * all at once, the prefetches would fill the line fill buffers that loads of this block need. */
INLINE void FN(prefetch_below)(const pc_stencil_args *p, const T *x, const T *out, pc_size s,
                               const int ROWS, const int V, const int HEIGHT) {
    for (pc_size r = s; r < ROWS; r += p->width)
        UNROLL
    for (int v = 0; v < V; v++) {
        PREFETCH_L2(x + (ROWS + HEIGHT - 1 + r) * p->pitch + v * LANES);
        if (!p->nontemporal)
            PREFETCH_L2_WRITE(out + (ROWS + r) * p->out_pitch + v * LANES);
    }
}

/* A kernel of HEIGHT rows, known at compile time: the weights of one column stay in registers. */
INLINE void FN(stencil_fixed)(VEC sum[][STENCIL_VECTORS], const pc_stencil_args *p, const T *x,
                              const T *out, const int ROWS, const int V, const int HEIGHT,
                              const int STRIDE) {
    const T *w = p->w;
    const pc_size *column = p->column;
    pc_size pitch = p->pitch, width = p->width, w_pitch = p->w_pitch;
    for (pc_size s = 0; s < width; s++) {
        const T *at = x + column[s];
        T weight[7];
        /* With 16 registers the addresses of prefetches displace sums, even where none is made. */
        if (VECTOR_REGISTERS == 32 && STRIDE == 1 && p->prefetches)
            FN(prefetch_below)(p, x, out, s, ROWS, V, HEIGHT);
        UNROLL
        for (int t = 0; t < HEIGHT; t++)
            weight[t] = w[t * w_pitch + s];
        UNROLL
        for (int i = 0; i < (ROWS - 1) * STRIDE + HEIGHT; i++) {
            UNROLL
            for (int v = 0; v < V; v++) {
                VEC value = *(const VEC *)(at + i * pitch + v * LANES);
                IN_REGISTER(value);
                UNROLL
                for (int r = 0; r < ROWS; r++)
                    if (i - r * STRIDE >= 0 && i - r * STRIDE < HEIGHT)
                        MULTIPLY_ADD(sum[r][v], weight[i - r * STRIDE], value);
            }
        }
    }
}

/* Load or store the first n < LANES elements of a vector in each row. Without masks these are
 * functions, which copy a power-of-two piece of all rows at once. Inlined into the blocks, row by
 * row, the pieces doubled the compile time and cost branches for each row. */
#ifdef __AVX512F__
INLINE void FN(load_tails)(VEC *to, const T *from, pc_size pitch, const int ROWS, pc_size n) {
    UNROLL
    for (int r = 0; r < ROWS; r++)
        to[r] = FN(load_part)(from + r * pitch, n);
}
INLINE void FN(store_tails)(T *to, pc_size pitch, const VEC *from, const int ROWS, pc_size n) {
    UNROLL
    for (int r = 0; r < ROWS; r++)
        FN(store_part)(to + r * pitch, n, from[r]);
}
#else
INLINE void FN(copy_tails)(T *to, pc_size to_pitch, const T *from, pc_size from_pitch, int rows,
                           pc_size n) {
    UNROLL
    for (int size = LANES / 2; size > 0; size /= 2) {
        if (n & size) {
            for (int r = 0; r < rows; r++)
                memcpy(to + r * to_pitch, from + r * from_pitch, size * sizeof(T));
            to += size;
            from += size;
        }
    }
}
static __attribute__((noinline)) void FN(load_tails)(VEC *to, const T *from, pc_size pitch,
                                                     int rows, pc_size n) {
    FN(copy_tails)((T *)to, LANES, from, pitch, rows, n);
}
static __attribute__((noinline)) void FN(store_tails)(T *to, pc_size pitch, const VEC *from,
                                                      int rows, pc_size n) {
    FN(copy_tails)(to, pitch, (const T *)from, LANES, rows, n);
}
#endif

/* Store ROWS rows of V whole vectors, or add them to the stored sums.
 *
 * Row by row, because stores into one cache line after the other are merged. In the order of the
 * vectors, 112 x 112 depthwise took 4 % longer (the gate's `mobilenetv2/dw_112 direct`), and 3 x 3
 * on one megapixel 40 % longer, 0.65 ms, where rows of `out=` begin within a line and each vector
 * is stored to two of them (Emerald Rapids, one core, 2026-11-29). */
INLINE void FN(stencil_store)(VEC sum[][STENCIL_VECTORS], T *out, pc_size pitch, T bias, int add,
                              const int ROWS, const int V) {
    if (add)
        UNROLL
    for (int r = 0; r < ROWS; r++)
        UNROLL
    for (int v = 0; v < V; v++)
        sum[r][v] += *(const VEC *)(out + r * pitch + v * LANES);
    UNROLL
    for (int r = 0; r < ROWS; r++)
        UNROLL
    for (int v = 0; v < V; v++)
        *(VEC *)(out + r * pitch + v * LANES) = sum[r][v] + bias;
}

/* ROWS output rows x V vectors, of which the last stores `tail` elements. */
INLINE void FN(stencil_block)(const pc_stencil_args *p, const T *x, pc_size first, pc_size last,
                              T *out, pc_size tail, const int ROWS, const int V, const int HEIGHT,
                              const int STRIDE) {
    VEC sum[8][STENCIL_VECTORS];
    UNROLL
    for (int r = 0; r < ROWS; r++) {
        UNROLL
        for (int v = 0; v < V; v++)
            sum[r][v] = (VEC){0};
    }
    if (HEIGHT)
        FN(stencil_fixed)(sum, p, x, out, ROWS, V, HEIGHT, STRIDE);
    else
        FN(stencil_any)(sum, p, x, first, last, ROWS, V);
    T bias = p->bias ? *(const T *)p->bias : 0;
    pc_size out_pitch = p->out_pitch;
    int add = p->add;
    const uintptr_t alignment = (uintptr_t)out | (uintptr_t)out_pitch * sizeof(T);
    if (__builtin_expect(p->nontemporal, 0) && tail == LANES && alignment % VECTOR_BYTES == 0) {
        UNROLL
        for (int r = 0; r < ROWS; r++)
            UNROLL
        for (int v = 0; v < V; v++)
            STREAM_STORE(out + r * out_pitch + v * LANES, sum[r][v] + bias);
        return;
    }
    if (tail == LANES) {
        FN(stencil_store)(sum, out, out_pitch, bias, add, ROWS, V);
        return;
    }
    VEC last_vectors[8];
    T *to = out + (V - 1) * LANES;
    if (add) {
        VEC old[8] = {{0}};
        FN(load_tails)(old, to, out_pitch, ROWS, tail);
        UNROLL
        for (int r = 0; r < ROWS; r++)
            sum[r][V - 1] += old[r];
    }
    UNROLL
    for (int r = 0; r < ROWS; r++)
        last_vectors[r] = sum[r][V - 1] + bias;
    FN(store_tails)(to, out_pitch, last_vectors, ROWS, tail);
    FN(stencil_store)(sum, out, out_pitch, bias, add, ROWS, V - 1);
}

#define STENCIL(R, V, HEIGHT, STRIDE)                                                              \
    static void FN(stencil_##R##x##V##_##HEIGHT##s##STRIDE)(                                       \
        const pc_stencil_args *p, const T *x, pc_size first, pc_size last, T *out, pc_size tail) { \
        FN(stencil_block)(p, x, first, last, out, tail, R, V, HEIGHT, STRIDE);                     \
    }
#define STENCIL_CASE(R, V, HEIGHT, STRIDE)                                                         \
    case R: FN(stencil_##R##x##V##_##HEIGHT##s##STRIDE)(p, x, first, last, out, tail); break;
#define UP_TO_6(X, V, HEIGHT, STRIDE)                                                              \
    X(1, V, HEIGHT, STRIDE)                                                                        \
    X(2, V, HEIGHT, STRIDE)                                                                        \
    X(3, V, HEIGHT, STRIDE) X(4, V, HEIGHT, STRIDE) X(5, V, HEIGHT, STRIDE) X(6, V, HEIGHT, STRIDE)
#define UP_TO_7(X, V, HEIGHT, STRIDE) UP_TO_6(X, V, HEIGHT, STRIDE) X(7, V, HEIGHT, STRIDE)
#define UP_TO_8(X, V, HEIGHT, STRIDE) UP_TO_7(X, V, HEIGHT, STRIDE) X(8, V, HEIGHT, STRIDE)
#define STENCIL_SWITCH(EACH, V, HEIGHT, STRIDE)                                                    \
    switch (count) { EACH(STENCIL_CASE, V, HEIGHT, STRIDE) }

/* A column of V vectors from top to bottom, in blocks of equal height: at most MAX rows, and at
 * most `height` where stencil_any needs that. EACH_OF_7 lists the blocks for a height of 7. */
#define STENCIL_COLUMN(V, MAX, EACH, EACH_OF_7)                                                    \
    EACH(STENCIL, V, 0, 1)                                                                         \
    EACH(STENCIL, V, 2, 1)                                                                         \
    EACH(STENCIL, V, 3, 1)                                                                         \
    EACH(STENCIL, V, 4, 1)                                                                         \
    EACH(STENCIL, V, 5, 1)                                                                         \
    EACH_OF_7(STENCIL, V, 7, 1)                                                                    \
    EACH(STENCIL, V, 3, 2)                                                                         \
    EACH(STENCIL, V, 5, 2)                                                                         \
    static void FN(stencil_column_##V)(const pc_stencil_args *p, const T *x, pc_size rows,         \
                                       T *out, pc_size tail) {                                     \
        pc_size first = p->first, last = p->last, height = p->height;                              \
        unsigned left = (unsigned)rows;                                                            \
        const int fixed = height >= 2 && height <= 5;                                              \
        unsigned max = fixed || height > MAX ? MAX : (unsigned)height;                             \
        for (unsigned tiles = (left + max - 1) / max; tiles > 0; tiles--) {                        \
            unsigned count = (left + tiles - 1) / tiles;                                           \
            if (p->stride == 2 && height == 3)                                                     \
                STENCIL_SWITCH(EACH, V, 3, 2)                                                      \
            else if (p->stride == 2)                                                               \
                STENCIL_SWITCH(EACH, V, 5, 2)                                                      \
            else if (height == 2)                                                                  \
                STENCIL_SWITCH(EACH, V, 2, 1)                                                      \
            else if (height == 3)                                                                  \
                STENCIL_SWITCH(EACH, V, 3, 1)                                                      \
            else if (height == 4)                                                                  \
                STENCIL_SWITCH(EACH, V, 4, 1)                                                      \
            else if (height == 5)                                                                  \
                STENCIL_SWITCH(EACH, V, 5, 1)                                                      \
            else if (height == 7 && first <= 0 && last >= count + 6)                               \
                STENCIL_SWITCH(EACH_OF_7, V, 7, 1)                                                 \
            else                                                                                   \
                STENCIL_SWITCH(EACH, V, 0, 1)                                                      \
            left -= count;                                                                         \
            x += count * p->stride * p->pitch;                                                     \
            first -= count * p->stride;                                                            \
            last -= count * p->stride;                                                             \
            out += count * p->out_pitch;                                                           \
        }                                                                                          \
    }
STENCIL_COLUMN(1, 8, UP_TO_8, UP_TO_7)
STENCIL_COLUMN(2, 6, UP_TO_6, UP_TO_6)
#if STENCIL_VECTORS == 4
STENCIL_COLUMN(3, 6, UP_TO_6, UP_TO_6)
STENCIL_COLUMN(4, 6, UP_TO_6, UP_TO_6)
#endif

void FN(stencil)(const pc_stencil_args *p, const void *x_, pc_size rows, pc_size pixels,
                 void *out_) {
    const T *x = x_;
    T *out = out_;
    if (__builtin_expect(p->nontemporal, 0)) {
        /* Ordinary stores up to the first cache line: stream stores then write whole lines. */
        pc_size before = -((uintptr_t)out / sizeof(T)) % (64 / sizeof(T));
        for (pc_size count; before > 0 && before < pixels; before -= count) {
            count = before < LANES ? before : LANES;
            FN(stencil_column_1)(p, x, rows, out, count);
            x += count, out += count, pixels -= count;
        }
    }
    pc_size vectors = (pixels + LANES - 1) / LANES, tail = pixels - (vectors - 1) * LANES;
    for (pc_size v = 0, count; v < vectors; v += count, x += count * LANES, out += count * LANES) {
        count = vectors - v < STENCIL_VECTORS ? vectors - v : STENCIL_VECTORS;
        pc_size width = v + count < vectors ? LANES : tail;
        switch (count) {
#if STENCIL_VECTORS == 4
        case 4: FN(stencil_column_4)(p, x, rows, out, width); break;
        case 3: FN(stencil_column_3)(p, x, rows, out, width); break;
#endif
        case 2: FN(stencil_column_2)(p, x, rows, out, width); break;
        case 1: FN(stencil_column_1)(p, x, rows, out, width); break;
        }
    }
    if (p->nontemporal)
        STREAM_FENCE();
}
