/* Channels in the lanes, each convolved with a filter of 3 by 3; elements of type T, names made by
 * FN(...). Included by microkernels.c only, before cells.inc.h.
 *
 * The weights stay in registers while one walks along the rows, and each input vector is loaded
 * once for all products of the output rows that are computed together.
 */

/* Of `left`, as many as one of the fewest tiles of at most `most` has, if they are even. */
INLINE pc_size FN(even)(pc_size left, pc_size most) {
    unsigned tiles = ((unsigned)left + (unsigned)most - 1) / (unsigned)most;
    return ((unsigned)left + tiles - 1) / tiles;
}

/* One input column, of ROWS output rows: products with the kernel's columns that are asked for, each
 * for another column of the output. */
INLINE void FN(nine_column)(const T *x, pc_size pitch, VEC weights[3][3], VEC sum[3][NINE_ROWS],
                            const int ROWS, const int STRIDE, const int FIRST, const int MIDDLE,
                            const int LAST) {
    UNROLL
    for (int i = 0; i < (ROWS - 1) * STRIDE + 3; i++) {
        VEC values = *(const VEC *)x;
        IN_REGISTER(values);
        x += pitch;
        IN_POINTER(x);
        UNROLL
        for (int r = 0; r < ROWS; r++) {
            int t = i - r * STRIDE;
            if (t < 0 || t > 2)
                continue;
            if (FIRST >= 0)
                sum[FIRST][r] += weights[t][0] * values;
            if (MIDDLE >= 0)
                sum[MIDDLE][r] += weights[t][1] * values;
            if (LAST >= 0)
                sum[LAST][r] += weights[t][2] * values;
        }
    }
}

/* Store the sums of an output column, of which those of the next take the place. */
INLINE void FN(nine_next)(VEC sum[3][NINE_ROWS], VEC bias, T *out, pc_size out_pitch, const int ROWS,
                          const int STRIDE) {
    UNROLL
    for (int r = 0; r < ROWS; r++) {
        *(VEC *)out = sum[0][r] + bias;
        out += out_pitch;
        IN_POINTER(out);
        sum[0][r] = sum[1][r];
        sum[1][r] = STRIDE == 1 ? sum[2][r] : (VEC){0};
        sum[2][r] = (VEC){0};
    }
}

/* ROWS output rows of two pixels or more, for all vectors of channels. */
INLINE void FN(nine_tile)(const pc_rows *k, const T *x, pc_size pixels, T *out, const int ROWS,
                          const int STRIDE) {
    const T *w = k->w, *bias = k->bias;
    pc_size pitch = k->pitch, w_pitch = k->w_pitch, out_pitch = k->out_pitch;
    pc_size out_step = k->out_step, column = k->column[1] - k->column[0];
    x += k->column[0];
    for (pc_size v = 0; v < k->vectors; v++, x += LANES, out += LANES, w += k->w_vector) {
        VEC weights[3][3], sum[3][NINE_ROWS];
        UNROLL
        for (int t = 0; t < 3; t++) {
            UNROLL
            for (int s = 0; s < 3; s++)
                weights[t][s] = *(const VEC *)(w + t * w_pitch + s * LANES);
        }
        UNROLL
        for (int r = 0; r < ROWS; r++)
            sum[0][r] = sum[1][r] = sum[2][r] = (VEC){0};
        VEC more = bias ? *(const VEC *)(bias + v * LANES) : (VEC){0};
        const T *at = x;
        T *to = out;
        FN(nine_column)(at, pitch, weights, sum, ROWS, STRIDE, 0, -1, -1);
        at += column;
        if (STRIDE == 1) {
            FN(nine_column)(at, pitch, weights, sum, ROWS, STRIDE, 1, 0, -1);
            for (pc_size left = pixels - 2; left > 0; left--) {
                at += column;
                FN(nine_column)(at, pitch, weights, sum, ROWS, STRIDE, 2, 1, 0);
                FN(nine_next)(sum, more, to, out_pitch, ROWS, STRIDE);
                to += out_step;
            }
            at += column;
            FN(nine_column)(at, pitch, weights, sum, ROWS, STRIDE, -1, 1, 0);
            FN(nine_next)(sum, more, to, out_pitch, ROWS, STRIDE);
        } else {
            for (pc_size left = pixels - 1; left > 0; left--) {
                FN(nine_column)(at, pitch, weights, sum, ROWS, STRIDE, -1, 0, -1);
                at += column;
                FN(nine_column)(at, pitch, weights, sum, ROWS, STRIDE, 1, -1, 0);
                at += column;
                FN(nine_next)(sum, more, to, out_pitch, ROWS, STRIDE);
                to += out_step;
            }
            to -= out_step;
            FN(nine_column)(at, pitch, weights, sum, ROWS, STRIDE, -1, 0, -1);
        }
        at += column;
        to += out_step;
        FN(nine_column)(at, pitch, weights, sum, ROWS, STRIDE, -1, -1, 0);
        FN(nine_next)(sum, more, to, out_pitch, ROWS, STRIDE);
    }
}

#define NINE(ROWS, STRIDE)                                                                         \
    static void FN(nine_##ROWS##_##STRIDE)(const pc_rows *k, const T *x, pc_size pixels, T *out) { \
        FN(nine_tile)(k, x, pixels, out, ROWS, STRIDE);                                            \
    }
#define NINE_NAME(ROWS, STRIDE) FN(nine_##ROWS##_##STRIDE),
#if NINE_ROWS == 6
#define NINE_EACH(X, STRIDE)                                                                       \
    X(1, STRIDE) X(2, STRIDE) X(3, STRIDE) X(4, STRIDE) X(5, STRIDE) X(6, STRIDE)
#else
#define NINE_EACH(X, STRIDE) X(1, STRIDE) X(2, STRIDE)
#endif
NINE_EACH(NINE, 1) NINE_EACH(NINE, 2)
static void (*const FN(nine_tiles)[2][NINE_ROWS])(const pc_rows *, const T *, pc_size, T *) = {
    {NINE_EACH(NINE_NAME, 1)},
    {NINE_EACH(NINE_NAME, 2)},
};

/* Whether this is for a kernel: one plane of 3 by 3, whose sums are added to nothing. */
INLINE int FN(is_nine)(const pc_rows *k) {
    return k->height == 3 && k->width == 3 && k->planes == 1 && k->stride <= 2 && !k->add &&
           k->step == k->stride * (k->column[1] - k->column[0]);
}

static void FN(nine)(const pc_rows *k, const T *x, pc_size rows, pc_size pixels, T *out) {
    for (pc_size count; rows > 0; rows -= count) {
        count = FN(even)(rows, NINE_ROWS);
        for (pc_size pixel = 0, wide; pixel < pixels; pixel += wide) {
            wide = FN(even)(pixels - pixel, NINE_PIXELS);
            FN(nine_tiles)[k->stride - 1][count - 1](k, x + pixel * k->step, wide,
                                                     out + pixel * k->out_step);
        }
        x += count * k->stride * k->pitch;
        out += count * k->out_pitch;
    }
}

#undef NINE
#undef NINE_NAME
#undef NINE_EACH
