/* Micro-kernels for elements of type T, with names made by FN(...); included by
 * microkernels.c and pairs.c. */

typedef T FN(vec) __attribute__((vector_size(VECTOR_BYTES), aligned(sizeof(T)), may_alias));
#define VEC FN(vec)

#include "partial_vectors.inc.h"

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
                MULTIPLY_ADD(sum[p][v], value, weights[v]);
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
CHANNELS(6, 4) CHANNELS(3, 4) CHANNELS_FOR(4)
#else
CHANNELS(6, 2) CHANNELS(3, 2) CHANNELS_FOR(2)
#endif

#define CHANNELS_STEP(P, V)                                                                        \
    FN(channels_##P##x##V)(x, pixel, tap, taps, w, sums, add);                                     \
    pixels -= P, pixel += P, sums += P * V * LANES;
#define CHANNELS_LAST(V)                                                                           \
    if (pixels >= 2) {                                                                             \
        CHANNELS_STEP(2, V)                                                                        \
    }                                                                                              \
    if (pixels) {                                                                                  \
        CHANNELS_STEP(1, V)                                                                        \
    }
#define CHANNELS_CASE(MOST, V)                                                                     \
    case V:                                                                                        \
        while (pixels >= MOST) {                                                                   \
            CHANNELS_STEP(MOST, V)                                                                 \
        }                                                                                          \
        while (pixels >= 4) {                                                                      \
            CHANNELS_STEP(4, V)                                                                    \
        }                                                                                          \
        CHANNELS_LAST(V)                                                                           \
        break;

/* The widest: a pixel alone takes twice its share, as its sums wait for each other. Of seven pixels,
 * as of 49 at the end, four and three take less than six and one. */
#define CHANNELS_SIX(V)                                                                            \
    case V:                                                                                        \
        while (pixels > 7 || pixels == 6) {                                                        \
            CHANNELS_STEP(6, V)                                                                    \
        }                                                                                          \
        if (pixels == 7 || pixels == 4) {                                                          \
            CHANNELS_STEP(4, V)                                                                    \
        }                                                                                          \
        if (pixels >= 3) {                                                                         \
            CHANNELS_STEP(3, V)                                                                    \
        }                                                                                          \
        CHANNELS_LAST(V)                                                                           \
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
        CHANNELS_SIX(4)
#else
        CHANNELS_SIX(2)
#endif
    }
}

/* A few filters' sums of a few vectors: where vectors are, and how far filters are apart. */
typedef struct {
    T *sums;
    const pc_size *at;
    pc_size stride;
} FN(place);

/* V vectors of pixels, each against F filters, added to what stands in `from`, if there is that. The
 * first `stored` filters' sums are written. */
INLINE void FN(pixels_tile)(const T *x, const pc_size *pixel, const pc_size *tap, pc_size taps,
                            const T *w, const T *bias, const FN(place) *from, const FN(place) *to,
                            pc_size stored, const int F, const int V) {
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
        VEC values[8];
        UNROLL
        for (int v = 0; v < V; v++) {
            values[v] = *(const VEC *)(at[v] + offset);
            IN_REGISTER(values[v]);
        }
        UNROLL
        for (int f = 0; f < F; f++) {
            T weight = w[f];
            UNROLL
            for (int v = 0; v < V; v++)
                MULTIPLY_ADD(sum[f][v], weight, values[v]);
        }
        w += F;
    }
    if (from)
        UNROLL
        for (int f = 0; f < F; f++)
            if (f < stored)
                UNROLL
                for (int v = 0; v < V; v++)
                    sum[f][v] += *(const VEC *)(from->sums + f * from->stride + from->at[v]);
    /* Read before the stores, which might change them for all that the compiler knows. */
    T *row = to->sums;
    const pc_size stride = to->stride;
    pc_size put[8];
    UNROLL
    for (int v = 0; v < V; v++)
        put[v] = to->at[v];
    UNROLL
    for (int f = 0; f < F; f++, row += stride) {
        if (f < stored) {
            T more = bias ? bias[f] : 0;
            UNROLL
            for (int v = 0; v < V; v++)
                *(VEC *)(row + put[v]) = sum[f][v] + more;
        }
    }
}

#define PIXELS(F, V)                                                                               \
    static void FN(pixels_##F##x##V)(const T *x, const pc_size *pixel, const pc_size *tap,         \
                                     pc_size taps, const T *w, const T *bias,                      \
                                     const FN(place) *from, const FN(place) *to,                   \
                                     pc_size stored) {                                             \
        FN(pixels_tile)(x, pixel, tap, taps, w, bias, from, to, stored, F, V);                     \
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
    case 10 * F + V:                                                                               \
        FN(pixels_##F##x##V)(x, pixel, tap, taps, w, bias, from, to, stored);                      \
        break;
INLINE void FN(pixels_sum)(int block, int v, const T *x, const pc_size *pixel, const pc_size *tap,
                           pc_size taps, const T *w, const T *bias, const FN(place) *from,
                           const FN(place) *to, pc_size stored) {
    switch (10 * block + v) {
        JOIN(UP_TO_, PIXEL_VECTORS_1)(PIXELS_CALL, 1)
        JOIN(UP_TO_, PIXEL_VECTORS_2)(PIXELS_CALL, 2)
        JOIN(UP_TO_, PIXEL_VECTORS_4)(PIXELS_CALL, 4)
    }
}

/* The same run by run; sums wait for the last in a place of their own. */
static void FN(pixels_runs)(const pc_pixels *plane, int v, const T *x, const pc_size *pixel,
                            const T *w, const T *bias, const FN(place) *from, const FN(place) *to,
                            pc_size stored) {
    static const pc_size beside[8] = {0,         LANES,     2 * LANES, 3 * LANES,
                                      4 * LANES, 5 * LANES, 6 * LANES, 7 * LANES};
    VEC waiting[4 * 8];
    const FN(place) kept = {(T *)waiting, beside, 8 * LANES};
    const pc_size runs = (plane->taps + plane->run - 1) / plane->run;
    for (pc_size r = 0, start = 0; r < runs; r++) {
        const pc_size stop = (r + 1) * plane->taps / runs;
        const int last = r + 1 == runs;
        FN(pixels_sum)(plane->block, v, x, pixel, plane->tap + start, stop - start,
                       w + start * plane->block, last ? bias : NULL, from, last ? to : &kept,
                       stored);
        start = stop;
        from = &kept;
    }
}

/* v vectors from the vector `done` on, against the filters from f on. */
INLINE void FN(pixels_vectors)(const pc_pixels *plane, const T *x, pc_size done, int v, pc_size f,
                               const T *w, T *sums) {
    const FN(place) to = {sums, plane->sums_at + done, plane->sums_stride};
    const FN(place) *from = plane->add ? &to : NULL;
    const T *bias = plane->bias ? (const T *)plane->bias + f : NULL;
    const pc_size stored = plane->filters - f, *pixel = plane->pixel + done;
    if (plane->taps <= plane->run)
        FN(pixels_sum)(plane->block, v, x, pixel, plane->tap, plane->taps, w, bias, from, &to,
                       stored);
    else
        FN(pixels_runs)(plane, v, x, pixel, w, bias, from, &to, stored);
}

static void FN(pixels)(const pc_pixels *plane, const void *x, const void *w_, void *sums_) {
    const pc_size most = plane->block == 1   ? PIXEL_VECTORS_1
                         : plane->block == 2 ? PIXEL_VECTORS_2
                                             : PIXEL_VECTORS_4;
    for (pc_size first = 0, end; first < plane->vectors; first = end) {
        end = first + plane->panel;
        if (end > plane->vectors)
            end = plane->vectors;
        const T *w = w_;
        T *sums = sums_;
        for (pc_size f = 0; f < plane->filters; f += plane->block) {
            for (pc_size done = first; done < end; done += most) {
                const int v = (int)(end - done < most ? end - done : most);
                FN(pixels_vectors)(plane, x, done, v, f, w, sums);
            }
            w += plane->block * plane->taps;
            sums += plane->block * plane->sums_stride;
        }
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

/* Fill what is beside n elements of each row: at once, n and all, where rows follow each other. */
INLINE void FN(fill_sides)(T *to, pc_size rows, pc_size left, pc_size n, pc_size right,
                           pc_size to_pitch, T value) {
    const pc_size length = left + n + right;
    if (length > n && to_pitch == length) {
        FN(fill)(to, rows * length, value);
        return;
    }
    for (pc_size r = 0; r < rows && length > n; r++, to += to_pitch) {
        FN(fill)(to, left, value);
        FN(fill)(to + left + n, right, value);
    }
}

static void FN(pad_rows)(const char *from, pc_size from_pitch, pc_size rows, pc_size left,
                         pc_size n, pc_size right, const void *value_, void *to_,
                         pc_size to_pitch) {
    T value = *(const T *)value_, *to = to_;
    if (n == 0) {
        /* Even a load of nothing is slow where nothing is mapped. */
        for (pc_size r = 0; r < rows; r++)
            FN(fill)(to + r * to_pitch, left + right, value);
        return;
    }
    if (n <= LANES) {
        FN(fill_sides)(to, rows, left, n, right, to_pitch, value);
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

/* Every `step`-th element, a power of two, of a line of `read` elements, which is all if that is
 * `step` vectors: of two vectors the even lanes, as often as it takes. */
INLINE VEC FN(pick_vector)(const T *line, pc_size read, const int step) {
    VEC part[8];
    UNROLL
    for (int j = 0; j < step; j++) {
        const pc_size left = read - j * LANES;
        part[j] = left >= LANES ? *(const VEC *)(line + j * LANES)
                  : left > 0    ? FN(load_part)(line + j * LANES, left)
                                : (VEC){0};
    }
    UNROLL
    for (int half = step / 2; half > 0; half /= 2)
        UNROLL
        for (int j = 0; j < half; j++)
            part[j] = __builtin_shufflevector(part[2 * j], part[2 * j + 1], LANE_LIST(EVEN, 0));
    return part[0];
}

/* Up to the last that is picked, and no further. */
#define PICK_READ(n) (step * ((n) - 1) + 1)

INLINE void FN(pick_vectors)(const char *from, pc_size from_pitch, pc_size rows, pc_size left,
                             pc_size n, pc_size right, T value, T *to, pc_size to_pitch,
                             const int step) {
    if (n <= LANES) {
        FN(fill_sides)(to, rows, left, n, right, to_pitch, value);
        to += left;
        for (pc_size r = 0; r < rows && n > 0; r++, from += from_pitch, to += to_pitch)
            FN(store_part)(to, n, FN(pick_vector)((const T *)from, PICK_READ(n), step));
        return;
    }
    for (pc_size r = 0; r < rows; r++, from += from_pitch, to += to_pitch) {
        const T *line = (const T *)from;
        pc_size i = 0;
        FN(fill)(to, left, value);
        for (; i + LANES < n; i += LANES)
            *(VEC *)(to + left + i) = FN(pick_vector)(line + step * i, step * LANES, step);
        /* The last vector overlaps the one before. */
        i = n - LANES;
        *(VEC *)(to + left + i) = FN(pick_vector)(line + step * i, PICK_READ(LANES), step);
        FN(fill)(to + left + n, right, value);
    }
}

static void FN(pick_rows)(const char *from, pc_size from_pitch, pc_size step, pc_size rows,
                          pc_size left, pc_size n, pc_size right, const void *value_, void *to_,
                          pc_size to_pitch) {
    T value = *(const T *)value_, *to = to_;
#define PICK(STEP)                                                                                 \
    case STEP:                                                                                     \
        FN(pick_vectors)(from, from_pitch, rows, left, n, right, value, to, to_pitch, STEP);       \
        return;
    switch (step) { PICK(2) PICK(4) PICK(8) }
#undef PICK
    for (pc_size r = 0; r < rows; r++, from += from_pitch, to += to_pitch) {
        const T *line = (const T *)from;
        FN(fill)(to, left, value);
        for (pc_size i = 0; i < n; i++)
            to[left + i] = line[i * step];
        FN(fill)(to + left + n, right, value);
    }
}

#undef PICK_READ

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
        PREFETCH(from + i);
        PREFETCH(from + i + LANES);
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
    for (int i = 0; i < LANES / unit; i++) {                                                       \
        if (i & (d) / unit)                                                                        \
            continue;                                                                              \
        VEC a = row[i], b = row[i + (d) / unit];                                                   \
        row[i] = __builtin_shufflevector(a, b, LANE_LIST(KEPT, d));                                \
        row[i + (d) / unit] = __builtin_shufflevector(a, b, LANE_LIST(MOVED, d));                  \
    }

/* A unit of 1 or 2 elements moves as one: 2 are the parts of a complex number. */
INLINE void FN(exchange)(VEC row[], const int unit) {
#if LANES > 8
    EXCHANGE(8)
#endif
#if LANES > 4
    EXCHANGE(4)
#endif
#if LANES > 2
    EXCHANGE(2)
#endif
    if (unit == 1)
        EXCHANGE(1)
}

INLINE void FN(transpose_block)(const T *sums, pc_size pixel_step, VEC bias, char *out,
                                pc_size channel_stride, const int unit) {
    VEC row[LANES];
    for (int i = 0; i < LANES / unit; i++)
        row[i] = *(const VEC *)(sums + i * pixel_step) + bias;
    FN(exchange)(row, unit);
    for (int i = 0; i < LANES / unit; i++)
        *(VEC *)(out + i * channel_stride) = row[i];
}

/* The same for less than a vector of pixels or of channels. */
INLINE void FN(transpose_part)(const T *sums, pc_size pixel_step, pc_size pixels, pc_size channels,
                               VEC bias, char *out, pc_size channel_stride, const int unit) {
    VEC row[LANES];
    for (int i = 0; i < LANES / unit; i++) {
        row[i] = bias;
        if (i < pixels)
            row[i] += FN(load_part)(sums + i * pixel_step, channels);
    }
    FN(exchange)(row, unit);
    for (int i = 0; i < LANES / unit; i++)
        if (i * unit < channels)
            FN(store_part)((T *)(out + i * channel_stride), pixels * unit, row[i]);
}

/* `channels` counts elements, which are `unit` to a channel of the result. */
INLINE void FN(transpose_units)(const T *sums, pc_size pixel_step, pc_size pixels,
                                pc_size channels, const T *bias, char *out,
                                pc_size channel_stride, const int unit) {
    const pc_size most = LANES / unit, pixel = unit * sizeof(T);
    pc_size c = 0, wide = channels < LANES ? channels : LANES;
    pc_size high = pixels < most ? pixels : most;
    /* Few of either are faster one by one. */
    while (wide / unit + high > most + 1 && c < channels) {
        /* Last blocks start early and overlap those before: the same values again. */
        c = c + wide <= channels ? c : channels - wide;
        VEC add = bias ? FN(load_part)(bias + c, wide) : (VEC){0};
        char *to = out + c / unit * channel_stride;
        for (pc_size p = 0; p < pixels; p += most) {
            pc_size at = p + high <= pixels ? p : pixels - high;
            const T *from = sums + at * pixel_step + c;
            if (wide == LANES && high == most)
                FN(transpose_block)(from, pixel_step, add, to + at * pixel, channel_stride, unit);
            else
                FN(transpose_part)(from, pixel_step, high, wide, add, to + at * pixel,
                                   channel_stride, unit);
        }
        c += wide;
    }
    for (; c < channels; c++) {
        T *to = (T *)(out + c / unit * channel_stride) + c % unit;
        T add = bias ? bias[c] : 0;
        for (pc_size p = 0; p < pixels; p++)
            to[p * unit] = sums[p * pixel_step + c] + add;
    }
}

static void FN(transpose)(const void *sums, pc_size pixel_step, pc_size pixels, pc_size channels,
                          const void *bias, char *out, pc_size channel_stride) {
    FN(transpose_units)(sums, pixel_step, pixels, channels, bias, out, channel_stride, 1);
}

static void FN(transpose_pairs)(const void *sums, pc_size pixel_step, pc_size pixels,
                                pc_size channels, const void *bias, char *out,
                                pc_size channel_stride) {
    FN(transpose_units)(sums, pixel_step, pixels, channels, bias, out, channel_stride, 2);
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
#undef CHANNELS_SIX
#undef CHANNELS_LAST
#undef CHANNELS_CASE
#undef CHANNELS_STEP
#undef PIXELS
#undef PIXELS_CASE
