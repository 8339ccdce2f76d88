/* Micro-kernels for elements of type T, with names made by FN(...); included by microkernels.c only. */

typedef T FN(vec) __attribute__((vector_size(VECTOR_BYTES), aligned(sizeof(T)), may_alias));
#define VEC FN(vec)

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
    for (; pixels >= LANES && c + LANES <= channels; c += LANES) {
        VEC add = bias ? *(const VEC *)(bias + c) : (VEC){0};
        char *to = out + c * channel_stride;
        for (pc_size p = 0; p < pixels; p += LANES) {
            /* The last block starts early and overlaps the one before: the same values again. */
            pc_size at = p + LANES <= pixels ? p : pixels - LANES;
            FN(transpose_block)(sums + at * pixel_step + c, pixel_step, add,
                                to + at * (pc_size)sizeof(T), channel_stride);
        }
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
