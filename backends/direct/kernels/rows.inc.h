/* Rows of pixels in the lanes, for one filter on one plane; elements of type T, names made by
 * FN(...). Included by microkernels.c and pairs.c, after microkernels.inc.h.
 *
 * Each loaded vector of an input row feeds every output row that it belongs to. Kernels of 3, 5 and
 * 7 rows have loops of their own, in which the weights of one column stay in registers.
 */

/* Input row i feeds the output rows LO to HI - 1, each by another row of the kernel. */
INLINE void FN(rows_part)(VEC sum[][ROW_VECTORS], const pc_stencil_args *p, const T *x, pc_size i,
                          const int LO, const int HI, const int V) {
    const T *w = p->w;
    const pc_size *column = p->column;
    pc_size width = p->width, w_pitch = p->w_pitch;
    for (pc_size s = 0; s < width; s++) {
        VEC values[ROW_VECTORS];
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

/* A kernel of at least ROWS rows, whatever their number, with a stride of one. */
INLINE void FN(rows_any)(VEC sum[][ROW_VECTORS], const pc_stencil_args *p, const T *x, pc_size first,
                         pc_size last, const int ROWS, const int V) {
    pc_size pitch = p->pitch, height = p->height;
    UNROLL
    for (int i = 0; i < ROWS - 1; i++)
        if (i >= first && i < last)
            FN(rows_part)(sum, p, x + i * pitch, i, 0, i + 1, V);
    pc_size stop = last < height ? last : height;
    for (pc_size i = first > ROWS - 1 ? first : ROWS - 1; i < stop; i++)
        FN(rows_part)(sum, p, x + i * pitch, i, 0, ROWS, V);
    UNROLL
    for (int k = 1; k < ROWS; k++)
        if (height - 1 + k >= first && height - 1 + k < last)
            FN(rows_part)(sum, p, x + (height - 1 + k) * pitch, height - 1 + k, k, ROWS, V);
}

/* A kernel of HEIGHT rows, column by column. */
INLINE void FN(rows_few)(VEC sum[][ROW_VECTORS], const pc_stencil_args *p, const T *x, const int ROWS,
                         const int V, const int HEIGHT, const int STRIDE) {
    const T *w = p->w;
    const pc_size *column = p->column;
    pc_size pitch = p->pitch, width = p->width, w_pitch = p->w_pitch;
    for (pc_size s = 0; s < width; s++) {
        const T *at = x + column[s];
        T weight[7];
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

/* ROWS output rows of V vectors, the last of them only `tail` elements wide. */
INLINE void FN(rows_tile)(const pc_stencil_args *p, const T *x, pc_size first, pc_size last, T *out,
                          pc_size tail, const int ROWS, const int V, const int HEIGHT,
                          const int STRIDE) {
    VEC sum[8][ROW_VECTORS];
    UNROLL
    for (int r = 0; r < ROWS; r++) {
        UNROLL
        for (int v = 0; v < V; v++)
            sum[r][v] = (VEC){0};
    }
    if (HEIGHT)
        FN(rows_few)(sum, p, x, ROWS, V, HEIGHT, STRIDE);
    else
        FN(rows_any)(sum, p, x, first, last, ROWS, V);
    T bias = p->bias ? *(const T *)p->bias : 0;
    pc_size out_pitch = p->out_pitch;
    int add = p->add;
    const uintptr_t places = (uintptr_t)out | (uintptr_t)out_pitch * sizeof(T);
    if (__builtin_expect(p->past, 0) && tail == LANES && places % VECTOR_BYTES == 0) {
        UNROLL
        for (int r = 0; r < ROWS; r++)
            UNROLL
            for (int v = 0; v < V; v++)
                STREAM_STORE(out + r * out_pitch + v * LANES, sum[r][v] + bias);
        return;
    }
    UNROLL
    for (int r = 0; r < ROWS; r++) {
        T *to = out + r * out_pitch;
        UNROLL
        for (int v = 0; v < V; v++) {
            if (v == V - 1 && tail < LANES) {
                if (add)
                    sum[r][v] += FN(load_part)(to + v * LANES, tail);
                FN(store_part)(to + v * LANES, tail, sum[r][v] + bias);
            } else {
                if (add)
                    sum[r][v] += *(const VEC *)(to + v * LANES);
                *(VEC *)(to + v * LANES) = sum[r][v] + bias;
            }
        }
    }
}

#define ROWS(R, V, HEIGHT, STRIDE)                                                                 \
    static void FN(rows_##R##x##V##_##HEIGHT##s##STRIDE)(                                          \
        const pc_stencil_args *p, const T *x, pc_size first, pc_size last, T *out, pc_size tail) {         \
        FN(rows_tile)(p, x, first, last, out, tail, R, V, HEIGHT, STRIDE);                         \
    }
#define ROWS_CASE(R, V, HEIGHT, STRIDE)                                                            \
    case R: FN(rows_##R##x##V##_##HEIGHT##s##STRIDE)(p, x, first, last, out, tail); break;
#define ROWS_EACH(X, V, HEIGHT, STRIDE)                                                            \
    X(1, V, HEIGHT, STRIDE) X(2, V, HEIGHT, STRIDE) X(3, V, HEIGHT, STRIDE)                        \
    X(4, V, HEIGHT, STRIDE) X(5, V, HEIGHT, STRIDE) X(6, V, HEIGHT, STRIDE)
#define ROWS_MORE(X, V, HEIGHT, STRIDE)                                                            \
    ROWS_EACH(X, V, HEIGHT, STRIDE) X(7, V, HEIGHT, STRIDE) X(8, V, HEIGHT, STRIDE)
#define ROWS_SWITCH(EACH, V, HEIGHT, STRIDE)                                                       \
    switch (count) { EACH(ROWS_CASE, V, HEIGHT, STRIDE) }

/* One column of V vectors from top to bottom, in even tiles of as many rows as the kernel allows,
 * at most MOST. */
#define ROWS_COLUMN(V, MOST, EACH)                                                                 \
    EACH(ROWS, V, 0, 1) EACH(ROWS, V, 3, 1) EACH(ROWS, V, 5, 1)                                    \
    EACH(ROWS, V, 7, 1) EACH(ROWS, V, 3, 2) EACH(ROWS, V, 5, 2)                                    \
    static void FN(rows_column_##V)(const pc_stencil_args *p, const T *x, pc_size rows, T *out,            \
                                    pc_size tail) {                                                \
        pc_size first = p->first, last = p->last, height = p->height;                              \
        unsigned left = (unsigned)rows;                                                            \
        unsigned most = height == 3 || height == 5 || height > MOST ? MOST : (unsigned)height;     \
        for (unsigned tiles = (left + most - 1) / most; tiles > 0; tiles--) {                      \
            unsigned count = (left + tiles - 1) / tiles;                                           \
            if (p->stride == 2 && height == 3)                                                     \
                ROWS_SWITCH(EACH, V, 3, 2)                                                         \
            else if (p->stride == 2)                                                               \
                ROWS_SWITCH(EACH, V, 5, 2)                                                         \
            else if (height == 3)                                                                  \
                ROWS_SWITCH(EACH, V, 3, 1)                                                         \
            else if (height == 5)                                                                  \
                ROWS_SWITCH(EACH, V, 5, 1)                                                         \
            else if (height == 7 && first <= 0 && last >= count + 6)                               \
                ROWS_SWITCH(EACH, V, 7, 1)                                                         \
            else                                                                                   \
                ROWS_SWITCH(EACH, V, 0, 1)                                                         \
            left -= count;                                                                         \
            x += count * p->stride * p->pitch;                                                     \
            first -= count * p->stride;                                                            \
            last -= count * p->stride;                                                             \
            out += count * p->out_pitch;                                                           \
        }                                                                                          \
    }
ROWS_COLUMN(1, 8, ROWS_MORE)
ROWS_COLUMN(2, 6, ROWS_EACH)
#if ROW_VECTORS == 4
ROWS_COLUMN(3, 6, ROWS_EACH)
ROWS_COLUMN(4, 6, ROWS_EACH)
#endif

static void FN(rows)(const pc_stencil_args *p, const void *x_, pc_size rows, pc_size pixels, void *out_) {
    const T *x = x_;
    T *out = out_;
    if (__builtin_expect(p->past, 0)) {
        /* Lines are written whole, so that nothing of them need be fetched. */
        pc_size before = -((uintptr_t)out / sizeof(T)) % (64 / sizeof(T));
        for (pc_size some; before > 0 && before < pixels; before -= some) {
            some = before < LANES ? before : LANES;
            FN(rows_column_1)(p, x, rows, out, some);
            x += some, out += some, pixels -= some;
        }
    }
    pc_size vectors = (pixels + LANES - 1) / LANES, tail = pixels - (vectors - 1) * LANES;
    for (pc_size v = 0, count; v < vectors; v += count, x += count * LANES, out += count * LANES) {
        count = vectors - v < ROW_VECTORS ? vectors - v : ROW_VECTORS;
        pc_size width = v + count < vectors ? LANES : tail;
        switch (count) {
#if ROW_VECTORS == 4
        case 4: FN(rows_column_4)(p, x, rows, out, width); break;
        case 3: FN(rows_column_3)(p, x, rows, out, width); break;
#endif
        case 2: FN(rows_column_2)(p, x, rows, out, width); break;
        case 1: FN(rows_column_1)(p, x, rows, out, width); break;
        }
    }
    if (p->past)
        STREAM_FENCE();
}

#undef ROWS
#undef ROWS_CASE
#undef ROWS_EACH
#undef ROWS_MORE
#undef ROWS_SWITCH
#undef ROWS_COLUMN
