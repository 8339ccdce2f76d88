/* Micro-kernel depthwise_sliding: 3x3 and 5x5 at strides of 1 and 2, channels in the lanes.
 *
 * The window slides along the width of a few output rows, input column by input column. A loaded
 * column serves all its products: of all rows, and of all pixels whose windows hold it. Each input
 * is loaded once for each block of rows.
 *
 * Register block, output rows x pixels that share a column, at strides of 1 and 2: 6x3 and 6x2
 * for 3x3 kernels, 4x5 and 5x3 for 5x5, with 32 vector registers (AVX-512: level v4;
 * aarch64); with 16 (levels base and v3), 2x3 and 2x2 for 3x3 kernels only.
 *
 * Operands: as for depthwise. Preconditions, which depthwise_sliding() checks: one slice, no `add`,
 * consecutive pixels `stride` kernel columns apart.
 *
 * Expected inner loop, 3x3 at a stride of 1, 6 rows: 8 loads and 54 FMAs for each column and
 * vector. Included by depthwise.c.
 */

/* Return the size of the next of the fewest equal parts of `left`, each at most `max`. */
INLINE pc_size FN(even_part)(pc_size left, pc_size max) {
    unsigned tiles = ((unsigned)left + (unsigned)max - 1) / (unsigned)max;
    return ((unsigned)left + tiles - 1) / tiles;
}

/* Output pixels that read the same input column. */
#define SHARED_PIXELS(SIZE, STRIDE) (((SIZE) + (STRIDE) - 1) / (STRIDE))

/* Add the products of one input column, column WINDOW_COLUMN of the first pixel's window, to
 * that pixel and the next ones, up to pixel LAST. 3x3 weights are in registers; 5x5 ones are
 * loaded. */
INLINE void FN(depthwise_sliding_column)(const T *x, pc_size pitch, const T *w, pc_size w_pitch,
                                         VEC weights[3][3], VEC sum[][SLIDING_ROWS], const int SIZE,
                                         const int STRIDE, const int ROWS, const int WINDOW_COLUMN,
                                         const int LAST) {
    VEC values[SLIDING_VALUES];
    UNROLL
    for (int i = 0; i < (ROWS - 1) * STRIDE + SIZE; i++) {
        values[i] = *(const VEC *)x;
        IN_REGISTER(values[i]);
        x += pitch;
        NO_HOIST(x);
        UNROLL
        for (int r = 0; r < ROWS; r++) {
            int t = i - r * STRIDE;
            if (SIZE > 3 || t < 0 || t >= SIZE)
                continue;
            UNROLL
            for (int q = 0; q < SHARED_PIXELS(SIZE, STRIDE); q++)
                if (q <= LAST && q * STRIDE <= WINDOW_COLUMN)
                    MULTIPLY_ADD(sum[q][r], weights[t][WINDOW_COLUMN - q * STRIDE], values[i]);
        }
    }
    UNROLL
    for (int t = 0; t < SIZE; t++) {
        UNROLL
        for (int q = 0; q < SHARED_PIXELS(SIZE, STRIDE); q++) {
            if (SIZE == 3 || q > LAST || q * STRIDE > WINDOW_COLUMN)
                continue;
            VEC weight = *(const VEC *)(w + (WINDOW_COLUMN - q * STRIDE) * LANES);
            IN_REGISTER(weight);
            UNROLL
            for (int r = 0; r < ROWS; r++)
                MULTIPLY_ADD(sum[q][r], weight, values[r * STRIDE + t]);
        }
        w += w_pitch;
        NO_HOIST(w);
    }
}

/* Store the sums of the first pixel and shift those of the next ones into their place. */
INLINE void FN(depthwise_sliding_store)(VEC sum[][SLIDING_ROWS], VEC bias, T *out,
                                        pc_size out_pitch, const int PIXELS, const int ROWS) {
    UNROLL
    for (int r = 0; r < ROWS; r++) {
        *(VEC *)out = sum[0][r] + bias;
        out += out_pitch;
        NO_HOIST(out);
        UNROLL
        for (int q = 1; q < PIXELS; q++)
            sum[q - 1][r] = sum[q][r];
        sum[PIXELS - 1][r] = (VEC){0};
    }
}

/* ROWS output rows of at least SHARED_PIXELS(SIZE, STRIDE) pixels, for all vectors of channels. */
INLINE void FN(depthwise_sliding_block)(const pc_stencil_args *k, const T *x, pc_size pixels,
                                        T *out, const int SIZE, const int STRIDE,
                                        const int ROWS) {
    const int PIXELS = SHARED_PIXELS(SIZE, STRIDE);
    const T *w = k->w, *bias = k->bias;
    pc_size pitch = k->pitch, w_pitch = k->w_pitch, out_pitch = k->out_pitch;
    pc_size out_step = k->out_step, column = k->column[1] - k->column[0];
    x += k->column[0];
    for (pc_size v = 0; v < k->vectors; v++, x += LANES, out += LANES, w += k->w_vector) {
        VEC weights[3][3], sum[5][SLIDING_ROWS];
        UNROLL
        for (int t = 0; t < 3; t++) {
            UNROLL
            for (int s = 0; s < 3; s++)
                weights[t][s] = *(const VEC *)(w + t * w_pitch + s * LANES);
        }
        UNROLL
        for (int q = 0; q < PIXELS; q++) {
            UNROLL
            for (int r = 0; r < ROWS; r++)
                sum[q][r] = (VEC){0};
        }
        VEC channel_bias = bias ? *(const VEC *)(bias + v * LANES) : (VEC){0};
        const T *at = x;
        T *to = out;
        UNROLL
        for (int window_column = 0; window_column < SIZE - STRIDE; window_column++, at += column)
            FN(depthwise_sliding_column)(at, pitch, w, w_pitch, weights, sum, SIZE, STRIDE, ROWS,
                                         window_column, PIXELS);
        for (pc_size left = pixels - PIXELS; left >= 0; left--, to += out_step) {
            UNROLL
            for (int window_column = SIZE - STRIDE; window_column < SIZE;
                 window_column++, at += column)
                FN(depthwise_sliding_column)(at, pitch, w, w_pitch, weights, sum, SIZE, STRIDE,
                                             ROWS, window_column, PIXELS);
            FN(depthwise_sliding_store)(sum, channel_bias, to, out_pitch, PIXELS, ROWS);
        }
        UNROLL
        for (int last = PIXELS - 2; last >= 0; last--, to += out_step) {
            UNROLL
            for (int window_column = SIZE - STRIDE; window_column < SIZE;
                 window_column++, at += column)
                FN(depthwise_sliding_column)(at, pitch, w, w_pitch, weights, sum, SIZE, STRIDE,
                                             ROWS, window_column, last);
            FN(depthwise_sliding_store)(sum, channel_bias, to, out_pitch, PIXELS, ROWS);
        }
    }
}

#define SLIDING(SIZE, STRIDE, ROWS)                                                                \
    static void FN(depthwise_sliding_##SIZE##s##STRIDE##_##ROWS)(                                  \
        const pc_stencil_args *k, const T *x, pc_size pixels, T *out) {                            \
        FN(depthwise_sliding_block)(k, x, pixels, out, SIZE, STRIDE, ROWS);                        \
    }
#define SLIDING_NAME(SIZE, STRIDE, ROWS) FN(depthwise_sliding_##SIZE##s##STRIDE##_##ROWS),
#define SLIDING_UP_TO_2(X, SIZE, STRIDE) X(SIZE, STRIDE, 1) X(SIZE, STRIDE, 2)
#define SLIDING_UP_TO_3(X, SIZE, STRIDE) SLIDING_UP_TO_2(X, SIZE, STRIDE) X(SIZE, STRIDE, 3)
#define SLIDING_UP_TO_4(X, SIZE, STRIDE) SLIDING_UP_TO_3(X, SIZE, STRIDE) X(SIZE, STRIDE, 4)
#define SLIDING_UP_TO_5(X, SIZE, STRIDE) SLIDING_UP_TO_4(X, SIZE, STRIDE) X(SIZE, STRIDE, 5)
#define SLIDING_UP_TO_6(X, SIZE, STRIDE) SLIDING_UP_TO_5(X, SIZE, STRIDE) X(SIZE, STRIDE, 6)
/* (size, stride, output rows that fit into the registers). */
#if SLIDING_ROWS == 6
#define SLIDING_KERNELS(X) X(3, 1, 6) X(3, 2, 6) X(5, 1, 4) X(5, 2, 5)
#else
#define SLIDING_KERNELS(X) X(3, 1, 2) X(3, 2, 2)
#endif

#define SLIDING_DEFINE(SIZE, STRIDE, MAX) SLIDING_UP_TO_##MAX(SLIDING, SIZE, STRIDE)
SLIDING_KERNELS(SLIDING_DEFINE)

#define SLIDING_ENTRY(SIZE, STRIDE, MAX)                                                           \
    {SIZE, STRIDE, MAX, {SLIDING_UP_TO_##MAX(SLIDING_NAME, SIZE, STRIDE)}},
static const struct {
    pc_size size, stride, rows;
    void (*tiles[SLIDING_ROWS])(const pc_stencil_args *, const T *, pc_size, T *);
} FN(depthwise_sliding_kernels)[] = {SLIDING_KERNELS(SLIDING_ENTRY)};

/* Compute the outputs if there is a kernel for this size and stride; return 1 if so, else 0. */
static int FN(depthwise_sliding)(const pc_stencil_args *k, const T *x, pc_size rows, pc_size pixels,
                                 T *out) {
    pc_size i = 0, stride = k->stride;
    pc_size number =
        sizeof FN(depthwise_sliding_kernels) / sizeof FN(depthwise_sliding_kernels)[0];
    if (k->height != k->width || k->width < 2 || k->slices > 1 || k->add ||
        k->step != stride * (k->column[1] - k->column[0]))
        return 0;
    while (i < number && (FN(depthwise_sliding_kernels)[i].size != k->height ||
                          FN(depthwise_sliding_kernels)[i].stride != stride))
        i++;
    if (i == number || pixels < SHARED_PIXELS(k->height, stride))
        return 0;
    /* At most SLIDING_PIXELS pixels, so that L1 holds them until the next block of rows; parts of
     * 5x5 kernels may be 2 longer. */
    pc_size max = k->width == 3 ? SLIDING_PIXELS : SLIDING_PIXELS + 2;
    for (pc_size count; rows > 0; rows -= count) {
        count = FN(even_part)(rows, FN(depthwise_sliding_kernels)[i].rows);
        for (pc_size pixel = 0, wide; pixel < pixels; pixel += wide) {
            wide = FN(even_part)(pixels - pixel, max);
            FN(depthwise_sliding_kernels)
            [i].tiles[count - 1](k, x + pixel * k->step, wide, out + pixel * k->out_step);
        }
        x += count * stride * k->pitch;
        out += count * k->out_pitch;
    }
    return 1;
}
