/* Channels in the lanes, each convolved with a filter of 3 by 3 or 5 by 5; elements of type T, names
 * made by FN(...). Included by microkernels.c and pairs.c, before cells.inc.h.
 *
 * One walks along some rows of the output, column by column of the input. What is loaded of a column
 * is used for all products with it: of all rows, and of all the pixels that it belongs to.
 */

/* Of `left`, as many as one of the fewest tiles of at most `most` has, if they are even. */
INLINE pc_size FN(even)(pc_size left, pc_size most) {
    unsigned tiles = ((unsigned)left + (unsigned)most - 1) / (unsigned)most;
    return ((unsigned)left + tiles - 1) / tiles;
}

/* Pixels that share a column of the input. */
#define SHARING(SIZE, STRIDE) (((SIZE) + (STRIDE) - 1) / (STRIDE))

/* Add the products with one column of the input, which stands at PLACE in the window of the first
 * pixel, to that pixel and to those after it, up to LAST. Weights of 3 by 3 are in registers. */
INLINE void FN(walk_column)(const T *x, pc_size pitch, const T *w, pc_size w_pitch,
                            VEC weights[3][3], VEC sum[][WALK_ROWS], const int SIZE,
                            const int STRIDE, const int ROWS, const int PLACE, const int LAST) {
    VEC values[WALK_VALUES];
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
            for (int q = 0; q < SHARING(SIZE, STRIDE); q++)
                if (q <= LAST && q * STRIDE <= PLACE)
                    MULTIPLY_ADD(sum[q][r], weights[t][PLACE - q * STRIDE], values[i]);
        }
    }
    UNROLL
    for (int t = 0; t < SIZE; t++) {
        UNROLL
        for (int q = 0; q < SHARING(SIZE, STRIDE); q++) {
            if (SIZE == 3 || q > LAST || q * STRIDE > PLACE)
                continue;
            VEC weight = *(const VEC *)(w + (PLACE - q * STRIDE) * LANES);
            IN_REGISTER(weight);
            UNROLL
            for (int r = 0; r < ROWS; r++)
                MULTIPLY_ADD(sum[q][r], weight, values[r * STRIDE + t]);
        }
        w += w_pitch;
        NO_HOIST(w);
    }
}

/* Store the sums of a pixel, of which those of the next take the place. */
INLINE void FN(walk_on)(VEC sum[][WALK_ROWS], VEC bias, T *out, pc_size out_pitch, const int PIXELS,
                        const int ROWS) {
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

/* ROWS output rows of SHARING(SIZE, STRIDE) pixels or more, for all vectors of channels. */
INLINE void FN(walk_tile)(const pc_stencil_args *k, const T *x, pc_size pixels, T *out, const int SIZE,
                          const int STRIDE, const int ROWS) {
    const int PIXELS = SHARING(SIZE, STRIDE);
    const T *w = k->w, *bias = k->bias;
    pc_size pitch = k->pitch, w_pitch = k->w_pitch, out_pitch = k->out_pitch;
    pc_size out_step = k->out_step, column = k->column[1] - k->column[0];
    x += k->column[0];
    for (pc_size v = 0; v < k->vectors; v++, x += LANES, out += LANES, w += k->w_vector) {
        VEC weights[3][3], sum[5][WALK_ROWS];
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
        VEC more = bias ? *(const VEC *)(bias + v * LANES) : (VEC){0};
        const T *at = x;
        T *to = out;
        UNROLL
        for (int place = 0; place < SIZE - STRIDE; place++, at += column)
            FN(walk_column)(at, pitch, w, w_pitch, weights, sum, SIZE, STRIDE, ROWS, place, PIXELS);
        for (pc_size left = pixels - PIXELS; left >= 0; left--, to += out_step) {
            UNROLL
            for (int place = SIZE - STRIDE; place < SIZE; place++, at += column)
                FN(walk_column)(at, pitch, w, w_pitch, weights, sum, SIZE, STRIDE, ROWS, place,
                                PIXELS);
            FN(walk_on)(sum, more, to, out_pitch, PIXELS, ROWS);
        }
        UNROLL
        for (int last = PIXELS - 2; last >= 0; last--, to += out_step) {
            UNROLL
            for (int place = SIZE - STRIDE; place < SIZE; place++, at += column)
                FN(walk_column)(at, pitch, w, w_pitch, weights, sum, SIZE, STRIDE, ROWS, place,
                                last);
            FN(walk_on)(sum, more, to, out_pitch, PIXELS, ROWS);
        }
    }
}

#define WALK(SIZE, STRIDE, ROWS)                                                                   \
    static void FN(walk_##SIZE##s##STRIDE##_##ROWS)(const pc_stencil_args *k, const T *x, pc_size pixels,  \
                                                    T *out) {                                      \
        FN(walk_tile)(k, x, pixels, out, SIZE, STRIDE, ROWS);                                      \
    }
#define WALK_NAME(SIZE, STRIDE, ROWS) FN(walk_##SIZE##s##STRIDE##_##ROWS),
#define WALK_2(X, SIZE, STRIDE) X(SIZE, STRIDE, 1) X(SIZE, STRIDE, 2)
#define WALK_3(X, SIZE, STRIDE) WALK_2(X, SIZE, STRIDE) X(SIZE, STRIDE, 3)
#define WALK_4(X, SIZE, STRIDE) WALK_3(X, SIZE, STRIDE) X(SIZE, STRIDE, 4)
#define WALK_5(X, SIZE, STRIDE) WALK_4(X, SIZE, STRIDE) X(SIZE, STRIDE, 5)
#define WALK_6(X, SIZE, STRIDE) WALK_5(X, SIZE, STRIDE) X(SIZE, STRIDE, 6)
/* As many rows as there are registers for. */
#if WALK_ROWS == 6
#define WALKS(X)                                                                                   \
    X(3, 1, 6) X(3, 2, 6) X(5, 1, 4) X(5, 2, 5)
#else
#define WALKS(X) X(3, 1, 2) X(3, 2, 2)
#endif

#define WALK_DEFINE(SIZE, STRIDE, MOST) WALK_##MOST(WALK, SIZE, STRIDE)
WALKS(WALK_DEFINE)

#define WALK_ENTRY(SIZE, STRIDE, MOST)                                                             \
    {SIZE, STRIDE, MOST, {WALK_##MOST(WALK_NAME, SIZE, STRIDE)}},
static const struct {
    pc_size size, stride, rows;
    void (*tiles[WALK_ROWS])(const pc_stencil_args *, const T *, pc_size, T *);
} FN(walks)[] = {WALKS(WALK_ENTRY)};

/* Compute one plane of cells, if there is a kernel for that; tell whether. */
static int FN(walk)(const pc_stencil_args *k, const T *x, pc_size rows, pc_size pixels, T *out) {
    pc_size i = 0, number = sizeof FN(walks) / sizeof FN(walks)[0], stride = k->stride;
    if (k->height != k->width || k->width < 2 || k->planes > 1 || k->add ||
        k->step != stride * (k->column[1] - k->column[0]))
        return 0;
    while (i < number && (FN(walks)[i].size != k->height || FN(walks)[i].stride != stride))
        i++;
    if (i == number || pixels < SHARING(k->height, stride))
        return 0;
    /* Even halves of more pixels than that are long enough. */
    pc_size most = k->width == 3 ? WALK_PIXELS : WALK_PIXELS + 2;
    for (pc_size count; rows > 0; rows -= count) {
        count = FN(even)(rows, FN(walks)[i].rows);
        for (pc_size pixel = 0, wide; pixel < pixels; pixel += wide) {
            wide = FN(even)(pixels - pixel, most);
            FN(walks)[i].tiles[count - 1](k, x + pixel * k->step, wide, out + pixel * k->out_step);
        }
        x += count * stride * k->pitch;
        out += count * k->out_pitch;
    }
    return 1;
}

#undef WALK
#undef WALK_NAME
#undef WALK_DEFINE
#undef WALK_ENTRY
#undef WALKS
