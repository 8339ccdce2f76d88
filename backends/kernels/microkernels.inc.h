/* Micro-kernels for elements of type T, with names made by FN(...); included by microkernels.c only. */

typedef T FN(vec) __attribute__((vector_size(VECTOR_BYTES), aligned(sizeof(T)), may_alias));
#define VEC FN(vec)
#define LANES ((pc_size)(VECTOR_BYTES / sizeof(T)))

/* P pixels, each against V vectors of output channels. */
INLINE void FN(channels_tile)(const T *x, const pc_size *pixel, const pc_size *tap, pc_size taps,
                                const T *w, T *sums, int add, const int P, const int V) {
    VEC sum[CHANNEL_PIXELS][CHANNEL_VECTORS];
    const T *at[CHANNEL_PIXELS];
    for (int p = 0; p < P; p++) {
        at[p] = x + pixel[p];
        for (int v = 0; v < V; v++)
            sum[p][v] = (VEC){0};
    }
    for (pc_size j = 0; j < taps; j++) {
        VEC weights[CHANNEL_VECTORS];
        for (int v = 0; v < V; v++)
            weights[v] = *(const VEC *)(w + v * LANES);
        w += V * LANES;
        pc_size offset = tap[j];
        for (int p = 0; p < P; p++) {
            T value = at[p][offset];
            for (int v = 0; v < V; v++)
                sum[p][v] += value * weights[v];
        }
    }
    for (int p = 0; p < P; p++) {
        for (int v = 0; v < V; v++) {
            VEC *to = (VEC *)(sums + (p * V + v) * LANES);
            if (add)
                sum[p][v] += *to;
            *to = sum[p][v];
        }
    }
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
    for (int v = 0; v < V; v++) {
        at[v] = x + pixel[v];
        for (int f = 0; f < F; f++)
            sum[f][v] = (VEC){0};
    }
    for (pc_size j = 0; j < taps; j++) {
        pc_size offset = tap[j];
        for (int v = 0; v < V; v++) {
            VEC values = *(const VEC *)(at[v] + offset);
            for (int f = 0; f < F; f++)
                sum[f][v] += w[f] * values;
        }
        w += F;
    }
    for (int f = 0; f < F; f++) {
        for (int v = 0; v < V; v++) {
            VEC *to = (VEC *)(sums + f * sums_stride + sums_at[v]);
            if (add)
                sum[f][v] += *to;
            *to = sum[f][v];
        }
    }
}

#define PIXELS(F, V)                                                                               \
    static void FN(pixels_##F##x##V)(                                                \
        const T *x, const pc_size *pixel, const pc_size *tap, pc_size taps, const T *w, T *sums,   \
        const pc_size *sums_at, pc_size sums_stride, int add) {                                    \
        FN(pixels_tile)(x, pixel, tap, taps, w, sums, sums_at, sums_stride, add, F, V);          \
    }
PIXELS(1, 1)
PIXELS(2, 1)
PIXELS(4, 1)
#if CHANNEL_VECTORS == 4
PIXELS(1, 8)
PIXELS(2, 8)
PIXELS(4, 6)
#else
PIXELS(1, 8)
PIXELS(2, 5)
PIXELS(4, 3)
#endif

#define PIXELS_CASE(F)                                                                             \
    case F:                                                                                        \
        for (; vectors >= PIXEL_VECTORS_##F; vectors -= PIXEL_VECTORS_##F)                         \
            FN(JOIN(pixels_##F##x, PIXEL_VECTORS_##F))(                              \
                x, pixel, tap, taps, w, sums, sums_at, sums_stride, add),                          \
                pixel += PIXEL_VECTORS_##F, sums_at += PIXEL_VECTORS_##F;                          \
        for (; vectors > 0; vectors--)                                                             \
            FN(pixels_##F##x1)(x, pixel++, tap, taps, w, sums, sums_at++,            \
                                             sums_stride, add);                                    \
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

#undef VEC
#undef LANES
#undef CHANNELS
#undef CHANNELS_FOR
#undef CHANNELS_CASE
#undef PIXELS
#undef PIXELS_CASE
