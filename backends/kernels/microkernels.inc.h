/* Micro-kernels for elements of type T, with names made by FN(...); included by microkernels.c only. */

typedef T FN(vec) __attribute__((vector_size(VECTOR_BYTES), aligned(sizeof(T)), may_alias));
#define VEC FN(vec)

/* The first n <= LANES elements of a vector; others are zero, or left as they are. */
#ifdef __AVX512F__
#if LANES == 16
#define MASKED(name) name##_epi32
#else
#define MASKED(name) name##_epi64
#endif
INLINE VEC FN(load_part)(const T *from, pc_size n) {
    return (VEC)MASKED(_mm512_maskz_loadu)((1u << n) - 1, from);
}
INLINE void FN(store_part)(T *to, pc_size n, VEC value) {
    MASKED(_mm512_mask_storeu)(to, (1u << n) - 1, (__m512i)value);
}
#undef MASKED
#else
INLINE void FN(copy_part)(T *to, const T *from, pc_size n) {
    pc_size i = 0;
    for (int size = LANES; size > 0; size /= 2) {
        if (n & size) {
            memcpy(to + i, from + i, size * sizeof(T));
            i += size;
        }
    }
}
INLINE VEC FN(load_part)(const T *from, pc_size n) {
    T part[LANES] = {0};
    FN(copy_part)(part, from, n);
    return *(const VEC *)part;
}
INLINE void FN(store_part)(T *to, pc_size n, VEC value) {
    T part[LANES];
    *(VEC *)part = value;
    FN(copy_part)(to, part, n);
}
#endif

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
#define CHANNELS_FOR(V) CHANNELS(4, V) CHANNELS(2, V) CHANNELS(1, V)
CHANNELS(8, 1) CHANNELS_FOR(1)
#if CHANNEL_VECTORS == 4
CHANNELS(8, 2) CHANNELS_FOR(2)
CHANNELS(8, 3) CHANNELS_FOR(3)
CHANNELS(6, 4) CHANNELS_FOR(4)
#else
CHANNELS(6, 2) CHANNELS_FOR(2)
#endif

#define CHANNELS_STEP(P, V)                                                                        \
    FN(channels_##P##x##V)(x, pixel, tap, taps, w, sums, add);                                     \
    pixels -= P, pixel += P, sums += P * V * LANES;
#define CHANNELS_CASE(MOST, V)                                                                     \
    case V:                                                                                        \
        while (pixels >= MOST) {                                                                   \
            CHANNELS_STEP(MOST, V)                                                                 \
        }                                                                                          \
        while (pixels >= 4) {                                                                      \
            CHANNELS_STEP(4, V)                                                                    \
        }                                                                                          \
        if (pixels >= 2) {                                                                         \
            CHANNELS_STEP(2, V)                                                                    \
        }                                                                                          \
        if (pixels) {                                                                              \
            CHANNELS_STEP(1, V)                                                                    \
        }                                                                                          \
        break;

static void FN(channels)(const void *x_, const pc_size *pixel, pc_size pixels,
                                       const pc_size *tap, pc_size taps, const void *w_,
                                       int vectors, void *sums_, int add) {
    const T *x = x_, *w = w_;
    T *sums = sums_;
    switch (vectors) {
        CHANNELS_CASE(8, 1)
#if CHANNEL_VECTORS == 4
        CHANNELS_CASE(8, 2)
        CHANNELS_CASE(8, 3)
        CHANNELS_CASE(6, 4)
#else
        CHANNELS_CASE(6, 2)
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

/* ---- rows copied in and out ---- */

/* n elements from -> to, plus `add`. A last vector overlaps the one before. */
INLINE void FN(copy)(T *to, const T *from, pc_size n, T add) {
    if (n >= LANES) {
        for (pc_size i = 0; i + LANES <= n; i += LANES) {
            PREFETCH(from + i);
            *(VEC *)(to + i) = *(const VEC *)(from + i) + add;
        }
        *(VEC *)(to + n - LANES) = *(const VEC *)(from + n - LANES) + add;
    } else {
        FN(store_part)(to, n, FN(load_part)(from, n) + add);
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
    if (n <= LANES) {
        if (left + right > 0)
            FN(fill)(to, (rows - 1) * to_pitch + left + n + right, value);
        if (n == 0)
            return; /* even a load of nothing is slow where nothing is mapped */
        to += left;
        for (pc_size r = 0; r < rows; r++, from += from_pitch, to += to_pitch) {
            PREFETCH(from);
            FN(store_part)(to, n, FN(load_part)((const T *)from, n));
        }
        return;
    }
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

static void FN(split)(const char *from_, pc_size from_pitch, pc_size rows, pc_size n, void *even_,
                      void *odd_, pc_size to_pitch) {
    T *even = even_, *odd = odd_;
    for (pc_size r = 0; r < rows; r++, from_ += from_pitch, even += to_pitch, odd += to_pitch) {
        const T *from = (const T *)from_;
        pc_size i = 0;
        for (; i + 2 * LANES <= n; i += 2 * LANES) {
            VEC low = *(const VEC *)(from + i), high = *(const VEC *)(from + i + LANES);
            PREFETCH(from + i);
            PREFETCH(from + i + LANES);
            *(VEC *)(even + i / 2) = __builtin_shufflevector(low, high, LANE_LIST(EVEN, 0));
            *(VEC *)(odd + i / 2) = __builtin_shufflevector(low, high, LANE_LIST(ODD, 0));
        }
        pc_size left = n - i, more = left > LANES ? left - LANES : 0;
        if (left == 0)
            continue;
        VEC low = FN(load_part)(from + i, left - more);
        VEC high = FN(load_part)(from + i + LANES, more);
        FN(store_part)(even + i / 2, left - left / 2,
                       __builtin_shufflevector(low, high, LANE_LIST(EVEN, 0)));
        FN(store_part)(odd + i / 2, left / 2,
                       __builtin_shufflevector(low, high, LANE_LIST(ODD, 0)));
    }
}

static void FN(store_rows)(const void *sums_, pc_size sums_pitch, pc_size rows, pc_size n,
                           const void *bias, char *out, pc_size out_pitch) {
    const T *sums = sums_;
    T add = bias ? *(const T *)bias : 0;
    for (pc_size r = 0; r < rows; r++, sums += sums_pitch, out += out_pitch)
        FN(copy)((T *)out, sums, n, add);
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

INLINE void FN(exchange)(VEC row[]) {
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
}

INLINE void FN(transpose_block)(const T *sums, pc_size pixel_step, VEC bias, char *out,
                                pc_size channel_stride) {
    VEC row[LANES];
    for (int i = 0; i < LANES; i++)
        row[i] = *(const VEC *)(sums + i * pixel_step) + bias;
    FN(exchange)(row);
    for (int i = 0; i < LANES; i++)
        *(VEC *)(out + i * channel_stride) = row[i];
}

/* The same for less than a vector of pixels or of channels. */
static void FN(transpose_part)(const T *sums, pc_size pixel_step, pc_size pixels, pc_size channels,
                               VEC bias, char *out, pc_size channel_stride) {
    VEC row[LANES];
    for (int i = 0; i < LANES; i++) {
        row[i] = bias;
        if (i < pixels)
            row[i] += FN(load_part)(sums + i * pixel_step, channels);
    }
    FN(exchange)(row);
    for (int i = 0; i < LANES; i++)
        if (i < channels)
            FN(store_part)((T *)(out + i * channel_stride), pixels, row[i]);
}

static void FN(transpose)(const void *sums_, pc_size pixel_step, pc_size pixels, pc_size channels,
                          const void *bias_, char *out, pc_size channel_stride) {
    const T *sums = sums_, *bias = bias_;
    pc_size c = 0, wide = channels < LANES ? channels : LANES;
    pc_size high = pixels < LANES ? pixels : LANES;
    /* Few of either are faster one by one. */
    while (wide + high > LANES + 1 && c < channels) {
        /* Last blocks start early and overlap those before: the same values again. */
        c = c + wide <= channels ? c : channels - wide;
        VEC add = bias ? FN(load_part)(bias + c, wide) : (VEC){0};
        char *to = out + c * channel_stride;
        for (pc_size p = 0; p < pixels; p += LANES) {
            pc_size at = p + high <= pixels ? p : pixels - high;
            const T *from = sums + at * pixel_step + c;
            if (wide == LANES && high == LANES)
                FN(transpose_block)(from, pixel_step, add, to + at * (pc_size)sizeof(T),
                                    channel_stride);
            else
                FN(transpose_part)(from, pixel_step, high, wide, add,
                                   to + at * (pc_size)sizeof(T), channel_stride);
        }
        c += wide;
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
#undef CHANNELS
#undef CHANNELS_FOR
#undef CHANNELS_CASE
#undef CHANNELS_STEP
#undef PIXELS
#undef PIXELS_CASE
