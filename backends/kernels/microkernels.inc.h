/* Micro-kernels for elements of type T, with names made by FN(...); included by microkernels.c only. */

typedef T FN(vec) __attribute__((vector_size(VECTOR_BYTES), aligned(sizeof(T)), may_alias));
#define VEC FN(vec)

/* What stays the same over all tiles of a plane of rows. */
typedef struct {
    const T *w;
    T bias;
    pc_size pitch, kernel_rows, columns, step, sums_pitch;
    int add;
} FN(plane);

/* P pixels, each against V vectors of output channels. */
INLINE void FN(channels_tile)(const T *x, const pc_size *pixel, const pc_size *tap, pc_size taps,
                                const T *w, T *sums, int add, const int P, const int V) {
    VEC sum[CHANNEL_PIXELS][CHANNEL_VECTORS];
    const T *at[CHANNEL_PIXELS];
    UNROLL
    for (int p = 0; p < P; p++) {
        at[p] = x + pixel[p];
        UNROLL
        for (int v = 0; v < V; v++)
            sum[p][v] = (VEC){0};
    }
    for (pc_size j = 0; j < taps; j++) {
        VEC weights[CHANNEL_VECTORS];
        UNROLL
        for (int v = 0; v < V; v++)
            weights[v] = *(const VEC *)(w + v * LANES);
        w += V * LANES;
        pc_size offset = tap[j];
        UNROLL
        for (int p = 0; p < P; p++) {
            T value = at[p][offset];
            UNROLL
            for (int v = 0; v < V; v++)
                sum[p][v] += value * weights[v];
        }
    }
    VEC *to = (VEC *)sums;
    if (add)
        UNROLL
        for (int p = 0; p < P; p++)
            UNROLL
            for (int v = 0; v < V; v++)
                sum[p][v] += to[p * V + v];
    UNROLL
    for (int p = 0; p < P; p++)
        UNROLL
        for (int v = 0; v < V; v++)
            to[p * V + v] = sum[p][v];
}

#define CHANNELS(P, V)                                                                             \
    static void FN(channels_##P##x##V)(                                              \
        const T *x, const pc_size *pixel, const pc_size *tap, pc_size taps, const T *w, T *sums,   \
        int add) {                                                                                 \
        FN(channels_tile)(x, pixel, tap, taps, w, sums, add, P, V);                              \
    }
#define CHANNELS_FOR(V) CHANNELS(6, V) CHANNELS(4, V) CHANNELS(2, V) CHANNELS(1, V)
CHANNELS_FOR(1)
CHANNELS_FOR(2)
#if CHANNEL_VECTORS == 4
CHANNELS_FOR(3)
CHANNELS_FOR(4)
#endif

#define CHANNELS_CASE(V)                                                                           \
    case V:                                                                                        \
        for (; pixels >= 6; pixels -= 6, pixel += 6, sums += 6 * V * LANES)                        \
            FN(channels_6x##V)(x, pixel, tap, taps, w, sums, add);                   \
        if (pixels >= 4) {                                                                         \
            FN(channels_4x##V)(x, pixel, tap, taps, w, sums, add);                   \
            pixels -= 4, pixel += 4, sums += 4 * V * LANES;                                        \
        }                                                                                          \
        if (pixels >= 2) {                                                                         \
            FN(channels_2x##V)(x, pixel, tap, taps, w, sums, add);                   \
            pixels -= 2, pixel += 2, sums += 2 * V * LANES;                                        \
        }                                                                                          \
        if (pixels)                                                                                \
            FN(channels_1x##V)(x, pixel, tap, taps, w, sums, add);                   \
        break;

static void FN(channels)(const void *x_, const pc_size *pixel, pc_size pixels,
                                       const pc_size *tap, pc_size taps, const void *w_,
                                       int vectors, void *sums_, int add) {
    const T *x = x_, *w = w_;
    T *sums = sums_;
    switch (vectors) {
        CHANNELS_CASE(1)
        CHANNELS_CASE(2)
#if CHANNEL_VECTORS == 4
        CHANNELS_CASE(3)
        CHANNELS_CASE(4)
#endif
    }
}

/* P pixels of channels in the lanes that are convolved apart from each other. */
INLINE void FN(groups_tile)(const T *x, const pc_size *pixel, const pc_size *tap, pc_size taps,
                            const T *w, T *sums, int add, const int P) {
    VEC sum[GROUP_PIXELS];
    const T *at[GROUP_PIXELS];
    UNROLL
    for (int p = 0; p < P; p++) {
        at[p] = x + pixel[p];
        sum[p] = (VEC){0};
    }
    for (pc_size j = 0; j < taps; j++) {
        VEC weights = *(const VEC *)(w + j * LANES);
        pc_size offset = tap[j];
        UNROLL
        for (int p = 0; p < P; p++)
            sum[p] += *(const VEC *)(at[p] + offset) * weights;
    }
    VEC *to = (VEC *)sums;
    if (add) {
        UNROLL
        for (int p = 0; p < P; p++)
            sum[p] += to[p];
    }
    UNROLL
    for (int p = 0; p < P; p++)
        to[p] = sum[p];
}

static void FN(groups)(const void *x_, const pc_size *pixel, pc_size pixels, const pc_size *tap,
                       pc_size taps, const void *w_, void *sums_, int add) {
    const T *x = x_, *w = w_;
    T *sums = sums_;
    for (; pixels >= GROUP_PIXELS;
         pixels -= GROUP_PIXELS, pixel += GROUP_PIXELS, sums += GROUP_PIXELS * LANES)
        FN(groups_tile)(x, pixel, tap, taps, w, sums, add, GROUP_PIXELS);
    for (; pixels >= 2; pixels -= 2, pixel += 2, sums += 2 * LANES)
        FN(groups_tile)(x, pixel, tap, taps, w, sums, add, 2);
    if (pixels)
        FN(groups_tile)(x, pixel, tap, taps, w, sums, add, 1);
}

/* V vectors of pixels, each against F filters. */
INLINE void FN(pixels_tile)(const T *x, const pc_size *pixel, const pc_size *tap, pc_size taps,
                              const T *w, T *sums, const pc_size *sums_at, pc_size sums_stride,
                              int add, const int F, const int V) {
    VEC sum[4][8];
    const T *at[8];
    UNROLL
    for (int v = 0; v < V; v++) {
        at[v] = x + pixel[v];
        UNROLL
        for (int f = 0; f < F; f++)
            sum[f][v] = (VEC){0};
    }
    for (pc_size j = 0; j < taps; j++) {
        pc_size offset = tap[j];
        UNROLL
        for (int v = 0; v < V; v++) {
            VEC values = *(const VEC *)(at[v] + offset);
            UNROLL
            for (int f = 0; f < F; f++)
                sum[f][v] += w[f] * values;
        }
        w += F;
    }
    if (add)
        UNROLL
        for (int f = 0; f < F; f++)
            UNROLL
            for (int v = 0; v < V; v++)
                sum[f][v] += *(const VEC *)(sums + f * sums_stride + sums_at[v]);
    UNROLL
    for (int f = 0; f < F; f++)
        UNROLL
        for (int v = 0; v < V; v++)
            *(VEC *)(sums + f * sums_stride + sums_at[v]) = sum[f][v];
}

#define PIXELS(F, V)                                                                               \
    static void FN(pixels_##F##x##V)(                                                \
        const T *x, const pc_size *pixel, const pc_size *tap, pc_size taps, const T *w, T *sums,   \
        const pc_size *sums_at, pc_size sums_stride, int add) {                                    \
        FN(pixels_tile)(x, pixel, tap, taps, w, sums, sums_at, sums_stride, add, F, V);          \
    }
#define PIXELS_FOR(F, TO) JOIN(UP_TO_, TO)(PIXELS, F)
#define UP_TO_8(X, F) UP_TO_6(X, F) X(F, 7) X(F, 8)
#define UP_TO_6(X, F) UP_TO_5(X, F) X(F, 6)
#define UP_TO_5(X, F) UP_TO_3(X, F) X(F, 4) X(F, 5)
#define UP_TO_3(X, F) X(F, 1) X(F, 2) X(F, 3)
PIXELS_FOR(1, PIXEL_VECTORS_1)
PIXELS_FOR(2, PIXEL_VECTORS_2)
PIXELS_FOR(4, PIXEL_VECTORS_4)

#define PIXELS_CALL(F, V)                                                                          \
    case V:                                                                                        \
        FN(pixels_##F##x##V)(x, pixel, tap, taps, w, sums, sums_at, sums_stride, add);             \
        break;
#define PIXELS_CASE(F)                                                                             \
    case F:                                                                                        \
        for (pc_size v; vectors > 0; vectors -= v, pixel += v, sums_at += v) {                     \
            v = vectors < PIXEL_VECTORS_##F ? vectors : PIXEL_VECTORS_##F;                         \
            switch (v) { JOIN(UP_TO_, PIXEL_VECTORS_##F)(PIXELS_CALL, F) }                         \
        }                                                                                          \
        break;

static void FN(pixels)(const void *x_, const pc_size *pixel, pc_size vectors,
                                     const pc_size *tap, pc_size taps, const void *w_,
                                     int filters, void *sums_, const pc_size *sums_at,
                                     pc_size sums_stride, int add) {
    const T *x = x_, *w = w_;
    T *sums = sums_;
    switch (filters) {
        PIXELS_CASE(1)
        PIXELS_CASE(2)
        PIXELS_CASE(4)
    }
}

/* ---- rows of one plane ---- */

/* Input row i feeds the output rows LO to HI - 1, each by another row of the kernel. */
INLINE void FN(rows_part)(VEC sum[][ROW_VECTORS], const T *x, const pc_size *at, const T *w,
                          pc_size i, pc_size columns, pc_size step, const int LO, const int HI,
                          const int V) {
    for (pc_size s = 0; s < columns; s++) {
        VEC values[ROW_VECTORS];
        UNROLL
        for (int v = 0; v < V; v++)
            values[v] = *(const VEC *)(x + s * step + at[v]);
        UNROLL
        for (int r = LO; r < HI; r++) {
            T weight = w[(i - r) * columns + s];
            UNROLL
            for (int v = 0; v < V; v++)
                sum[r][v] += weight * values[v];
        }
    }
}

/* ROWS output rows of V vectors, for a kernel of SIZE x SIZE, or of any size with at least ROWS
 * rows if SIZE is 0: then the loops have known bounds but for the rows that all outputs share. */
INLINE void FN(rows_tile)(const FN(plane) *p, const T *x, T *sums, const pc_size *places,
                          const int ROWS, const int V, const int SIZE) {
    /* Copies, because for all the compiler knows a stored sum could change the originals. */
    const T *w = p->w;
    T bias = p->bias;
    pc_size pitch = p->pitch, kernel_rows = p->kernel_rows, columns = p->columns, step = p->step;
    pc_size sums_pitch = p->sums_pitch, at[ROW_VECTORS];
    VEC sum[6][ROW_VECTORS];
    UNROLL
    for (int v = 0; v < V; v++)
        at[v] = places[v];
    UNROLL
    for (int r = 0; r < ROWS; r++) {
        UNROLL
        for (int v = 0; v < V; v++)
            sum[r][v] = (VEC){0};
    }
    if (SIZE) {
        UNROLL
        for (int i = 0; i < ROWS + SIZE - 1; i++)
            FN(rows_part)(sum, x + i * pitch, at, w, i, SIZE, 1, i < SIZE ? 0 : i - SIZE + 1,
                          i < ROWS ? i + 1 : ROWS, V);
    } else {
        UNROLL
        for (int i = 0; i < ROWS - 1; i++)
            FN(rows_part)(sum, x + i * pitch, at, w, i, columns, step, 0, i + 1, V);
        for (pc_size i = ROWS - 1; i < kernel_rows; i++)
            FN(rows_part)(sum, x + i * pitch, at, w, i, columns, step, 0, ROWS, V);
        UNROLL
        for (int k = 1; k < ROWS; k++)
            FN(rows_part)(sum, x + (kernel_rows - 1 + k) * pitch, at, w, kernel_rows - 1 + k,
                          columns, step, k, ROWS, V);
    }
    if (p->add) {
        UNROLL
        for (int r = 0; r < ROWS; r++) {
            UNROLL
            for (int v = 0; v < V; v++)
                sum[r][v] += *(const VEC *)(sums + r * sums_pitch + at[v]);
        }
    }
    UNROLL
    for (int r = 0; r < ROWS; r++) {
        UNROLL
        for (int v = 0; v < V; v++)
            *(VEC *)(sums + r * sums_pitch + at[v]) = sum[r][v] + bias;
    }
}

#define ROWS(R, V, SIZE)                                                                           \
    static void FN(rows_##R##x##V##_##SIZE)(const FN(plane) *p, const T *x, T *sums,               \
                                            const pc_size *at) {                                   \
        FN(rows_tile)(p, x, sums, at, R, V, SIZE);                                                 \
    }
#define ROWS_CASE(R, V, SIZE)                                                                      \
    case R: FN(rows_##R##x##V##_##SIZE)(p, x, sums, at); break;
#define ROWS_EACH(X, V, SIZE)                                                                      \
    X(1, V, SIZE) X(2, V, SIZE) X(3, V, SIZE) X(4, V, SIZE) X(5, V, SIZE) X(6, V, SIZE)

/* One column of V vectors from top to bottom, in even tiles of as many rows as the kernel allows. */
#define ROWS_COLUMN(V)                                                                             \
    ROWS_EACH(ROWS, V, 0) ROWS_EACH(ROWS, V, 3)                                                    \
    static void FN(rows_column_##V)(const FN(plane) *p, const T *x, T *sums, pc_size rows,         \
                                    const pc_size *at) {                                           \
        int small = p->kernel_rows == 3 && p->columns == 3 && p->step == 1;                        \
        pc_size most = small || p->kernel_rows > 6 ? 6 : p->kernel_rows;                           \
        for (pc_size tiles = (rows + most - 1) / most; tiles > 0; tiles--) {                       \
            pc_size count = (rows + tiles - 1) / tiles;                                            \
            if (small)                                                                             \
                switch (count) { ROWS_EACH(ROWS_CASE, V, 3) }                                      \
            else                                                                                   \
                switch (count) { ROWS_EACH(ROWS_CASE, V, 0) }                                      \
            rows -= count;                                                                         \
            x += count * p->pitch;                                                                 \
            sums += count * p->sums_pitch;                                                         \
        }                                                                                          \
    }
ROWS_COLUMN(1)
ROWS_COLUMN(2)
#if ROW_VECTORS == 4
ROWS_COLUMN(4)
#endif

static void FN(rows)(const void *x, pc_size pitch, pc_size rows, pc_size pixels, const void *w,
                     pc_size kernel_rows, pc_size columns, pc_size step, const void *bias,
                     void *sums, pc_size sums_pitch, int add) {
    FN(plane) plane = {w, bias ? *(const T *)bias : 0, pitch, kernel_rows, columns, step,
                       sums_pitch, add};
    pc_size vectors = (pixels + LANES - 1) / LANES;
    /* The last vector ends with the row. It overlaps the one before, and writes the same values;
     * if sums are added to, or are shorter than a vector, rows have room for whole ones. */
    pc_size last = add || pixels < LANES ? (vectors - 1) * LANES : pixels - LANES;
    for (pc_size v = 0; v < vectors;) {
        pc_size left = vectors - v, at[4];
        for (int i = 0; i < 4; i++)
            at[i] = v + i < vectors - 1 ? (v + i) * LANES : last;
#if ROW_VECTORS == 4
        if (left >= 4 || (left == 3 && !add)) {
            FN(rows_column_4)(&plane, x, sums, rows, at);
            v += 4;
            continue;
        }
#endif
        if (left >= 2) {
            FN(rows_column_2)(&plane, x, sums, rows, at);
            v += 2;
        } else {
            FN(rows_column_1)(&plane, x, sums, rows, at);
            v += 1;
        }
    }
}

#undef ROWS
#undef ROWS_CASE
#undef ROWS_EACH
#undef ROWS_COLUMN

/* ---- rows copied in and out ---- */

typedef T FN(half) __attribute__((vector_size(VECTOR_BYTES / 2), aligned(sizeof(T)), may_alias));
#define HALF FN(half)

/* n elements from -> to, plus `add`. Ends are covered by vectors that overlap the ones before. */
INLINE void FN(copy)(T *to, const T *from, pc_size n, T add) {
    if (n >= LANES) {
        for (pc_size i = 0; i + LANES <= n; i += LANES)
            *(VEC *)(to + i) = *(const VEC *)(from + i) + add;
        *(VEC *)(to + n - LANES) = *(const VEC *)(from + n - LANES) + add;
    } else if (n >= LANES / 2) {
        HALF first = *(const HALF *)from + add;
        HALF last = *(const HALF *)(from + n - LANES / 2) + add;
        *(HALF *)to = first;
        *(HALF *)(to + n - LANES / 2) = last;
    } else {
        for (pc_size i = 0; i < n; i++)
            to[i] = from[i] + add;
    }
}

INLINE void FN(fill)(T *to, pc_size n, T value) {
    for (pc_size i = 0; i < n; i++)
        to[i] = value;
}

static void FN(pad_rows)(const char *from, pc_size from_pitch, pc_size rows, pc_size left,
                         pc_size n, pc_size right, const void *value_, void *to_,
                         pc_size to_pitch) {
    T value = *(const T *)value_, *to = to_;
    for (pc_size r = 0; r < rows; r++, from += from_pitch, to += to_pitch) {
        FN(fill)(to, left, value);
        FN(copy)(to + left, (const T *)from, n, 0);
        FN(fill)(to + left + n, right, value);
    }
}

static void FN(pick)(const void *line_, pc_size step, pc_size n, void *to_) {
    const T *line = line_;
    T *to = to_;
    pc_size i = 0;
    if (step == 2) {
        for (; i + LANES <= n; i += LANES) {
            VEC low = *(const VEC *)(line + 2 * i), high = *(const VEC *)(line + 2 * i + LANES);
            *(VEC *)(to + i) = __builtin_shufflevector(low, high, LANE_LIST(EVEN, 0));
        }
    }
    for (; i < n; i++)
        to[i] = line[i * step];
}

static void FN(store_rows)(const void *sums_, pc_size sums_pitch, pc_size rows, pc_size n,
                           const void *bias, char *out, pc_size out_pitch) {
    const T *sums = sums_;
    T add = bias ? *(const T *)bias : 0;
    for (pc_size r = 0; r < rows; r++, sums += sums_pitch, out += out_pitch)
        FN(copy)((T *)out, sums, n, add);
}

#undef HALF

/* ---- sums of channels side by side, written as rows of pixels ---- */

/* Halves of an exchange between rows d apart: Eklundh's transposition, one bit of the index at a
 * time. */
#define KEPT(j, d) ((j) & (d) ? LANES + (j) - (d) : (j))
#define MOVED(j, d) ((j) & (d) ? LANES + (j) : (j) + (d))
#define EXCHANGE(d)                                                                                \
    for (int i = 0; i < LANES; i++) {                                                              \
        if (i & (d))                                                                               \
            continue;                                                                              \
        VEC a = row[i], b = row[i + (d)];                                                          \
        row[i] = __builtin_shufflevector(a, b, LANE_LIST(KEPT, d));                                \
        row[i + (d)] = __builtin_shufflevector(a, b, LANE_LIST(MOVED, d));                         \
    }

INLINE void FN(transpose_block)(const T *sums, pc_size pixel_step, VEC bias, char *out,
                                pc_size channel_stride) {
    VEC row[LANES];
    for (int i = 0; i < LANES; i++)
        row[i] = *(const VEC *)(sums + i * pixel_step) + bias;
#if LANES > 8
    EXCHANGE(8)
#endif
#if LANES > 4
    EXCHANGE(4)
#endif
#if LANES > 2
    EXCHANGE(2)
#endif
    EXCHANGE(1)
    for (int i = 0; i < LANES; i++)
        *(VEC *)(out + i * channel_stride) = row[i];
}

static void FN(transpose)(const void *sums_, pc_size pixel_step, pc_size pixels, pc_size channels,
                          const void *bias_, char *out, pc_size channel_stride) {
    const T *sums = sums_, *bias = bias_;
    pc_size c = 0;
    while (pixels >= LANES && channels >= LANES && c < channels) {
        /* Last blocks start early and overlap those before: the same values again. */
        c = c + LANES <= channels ? c : channels - LANES;
        VEC add = bias ? *(const VEC *)(bias + c) : (VEC){0};
        char *to = out + c * channel_stride;
        for (pc_size p = 0; p < pixels; p += LANES) {
            pc_size at = p + LANES <= pixels ? p : pixels - LANES;
            FN(transpose_block)(sums + at * pixel_step + c, pixel_step, add,
                                to + at * (pc_size)sizeof(T), channel_stride);
        }
        c += LANES;
    }
    for (; c < channels; c++) {
        T *to = (T *)(out + c * channel_stride);
        T add = bias ? bias[c] : 0;
        for (pc_size p = 0; p < pixels; p++)
            to[p] = sums[p * pixel_step + c] + add;
    }
}

#undef KEPT
#undef MOVED
#undef EXCHANGE
#undef PIXELS_FOR
#undef PIXELS_CALL
#undef UP_TO_8
#undef UP_TO_6
#undef UP_TO_5
#undef UP_TO_3
#undef VEC
#undef CHANNELS
#undef CHANNELS_FOR
#undef CHANNELS_CASE
#undef PIXELS
#undef PIXELS_CASE
