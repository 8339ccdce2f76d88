/* Passes along a row. Included by lines.inc.h.
 *
 * Register block of filter_row: ROW_VECTORS vectors, which share each broadcast weight, and blocks of
 * 4 and 2 at the end of a row: a single vector waits 4 cycles for each sum. Each product
 * needs a load of its own, and in AVX-512 nearly all of them cross a cache line, which takes two
 * accesses. So the loads bound the loop: one tap of one vector takes a cycle where two FMAs would
 * fit.
 */

/* Structural: sums of a register block; with 8, broadcasts are few beside loads. */
#define ROW_VECTORS 8

#define PREFETCH_WRITE(to) __builtin_prefetch(to, 1, 2)

/* Return the larger magnitudes. With the sign bit cleared, numbers compare as their bits do, and NaN
 * above infinity. */
INLINE BITS FN(max_magnitude)(BITS max, BITS x) {
    x &= (BITS){0} + (sizeof(T) == 4 ? INT32_MAX : (BITS_OF(ELEMENT))INT64_MAX);
#ifdef __AVX512F__
    /* GCC compiles the comparison to a mask and a masked move, in a chain of six cycles. */
    return (BITS)(sizeof(T) == 4 ? _mm512_max_epi32((__m512i)max, (__m512i)x)
                                 : _mm512_max_epi64((__m512i)max, (__m512i)x));
#else
    const BITS larger = x > max;
    return (x & larger) | (max & ~larger);
#endif
}

static void FN(copy_row)(const void *from_, pc_size n, void *to_, void *maxima) {
    const T *from = from_;
    T *to = to_;
    BITS max[2] = {{0}, {0}};
    pc_size i = 0;
    for (; i + 2 * LANES <= n; i += 2 * LANES) {
        UNROLL
        for (int v = 0; v < 2; v++) {
            BITS x = *(const BITS *)(from + i + v * LANES);
            *(BITS *)(to + i + v * LANES) = x;
            if (IS_FLOAT(ELEMENT))
                max[v] = FN(max_magnitude)(max[v], x);
        }
    }
    for (pc_size left; (left = n - i) > 0; i += LANES) {
        BITS x;
        if (left >= LANES) {
            x = *(const BITS *)(from + i);
            *(BITS *)(to + i) = x;
        } else {
            x = (BITS)FN(load_part)(from + i, left);
            FN(store_part)(to + i, left, (VEC)x);
        }
        if (IS_FLOAT(ELEMENT))
            max[0] = FN(max_magnitude)(max[0], x);
    }
    if (IS_FLOAT(ELEMENT)) {
        BITS *seen = maxima;
        *seen = FN(max_magnitude)(FN(max_magnitude)(*seen, max[0]), max[1]);
    }
}

/* Sum V vectors over TAPS taps, or over `taps` where TAPS is 0. */
INLINE void FN(row_block)(const T *x, const pc_size *column, const T *w, pc_size taps, int add,
                          T *out, const char *ahead, const int V, const int TAPS) {
    VEC sum[ROW_VECTORS];
    if (ahead)
        UNROLL
    for (int v = 0; v < V; v++)
        PREFETCH_WRITE(ahead + v * VECTOR_BYTES);
    UNROLL
    for (int v = 0; v < V; v++)
        sum[v] = add ? *(const VEC *)(out + v * LANES) : (VEC){0};
    if (TAPS) {
        UNROLL
        for (int t = 0; t < TAPS; t++)
            UNROLL
        for (int v = 0; v < V; v++)
            sum[v] += w[t] * *(const VEC *)(x + t + v * LANES);
    } else if (column) {
        for (pc_size t = 0; t < taps; t++) {
            const T *at = x + column[t];
            T weight = w[t];
            UNROLL
            for (int v = 0; v < V; v++)
                sum[v] += weight * *(const VEC *)(at + v * LANES);
        }
    } else {
        for (pc_size t = 0; t < taps; t++) {
            T weight = w[t];
            UNROLL
            for (int v = 0; v < V; v++)
                sum[v] += weight * *(const VEC *)(x + t + v * LANES);
        }
    }
    UNROLL
    for (int v = 0; v < V; v++)
        *(VEC *)(out + v * LANES) = sum[v];
}

INLINE void FN(filter_row_of)(const T *x, const pc_size *column, const T *w, pc_size taps, int add,
                              pc_size n, T *out, const char *ahead, const int TAPS) {
    pc_size i = 0;
    for (; i + ROW_VECTORS * LANES <= n; i += ROW_VECTORS * LANES)
        FN(row_block)(x + i, column, w, taps, add, out + i, ahead ? ahead + i * sizeof(T) : NULL,
                      ROW_VECTORS, TAPS);
#define LAST_VECTORS(V)                                                                            \
    if (i + V * LANES <= n) {                                                                      \
        FN(row_block)(x + i, column, w, taps, add, out + i, NULL, V, TAPS);                        \
        i += V * LANES;                                                                            \
    }
    LAST_VECTORS(4)
    LAST_VECTORS(2)
    LAST_VECTORS(1)
#undef LAST_VECTORS
    if (i < n) /* The last vector overlaps the one before it. */
        FN(row_block)(x + n - LANES, column, w, taps, 0, out + n - LANES, NULL, 1, TAPS);
}

static void FN(filter_row)(const void *x, const pc_size *column, const void *w, pc_size taps,
                           int add, pc_size n, void *out, const char *ahead) {
    if (column == NULL && taps == 3)
        FN(filter_row_of)(x, NULL, w, 3, add, n, out, ahead, 3);
    else if (column == NULL && taps == 5)
        FN(filter_row_of)(x, NULL, w, 5, add, n, out, ahead, 5);
    else
        FN(filter_row_of)(x, column, w, taps, add, n, out, ahead, 0);
}

/* Set to[i] to from[i] + from[i + shift], plus x[i] unless x is NULL, for n >= LANES elements. */
INLINE void FN(double_taps)(const T *from, pc_size shift, const T *x, pc_size n, T *to,
                            const int ODD) {
    pc_size i = 0;
    for (; i + 4 * LANES <= n; i += 4 * LANES) {
        VEC sum[4];
        UNROLL
        for (int v = 0; v < 4; v++) {
            const T *at = from + i + v * LANES;
            sum[v] = *(const VEC *)at + *(const VEC *)(at + shift);
            if (ODD)
                sum[v] += *(const VEC *)(x + i + v * LANES);
        }
        UNROLL
        for (int v = 0; v < 4; v++)
            *(VEC *)(to + i + v * LANES) = sum[v];
    }
    for (;; i += LANES) {
        if (i + LANES > n) {
            if (i >= n)
                return;
            i = n - LANES; /* The last vector overlaps the one before it. */
        }
        VEC sum = *(const VEC *)(from + i) + *(const VEC *)(from + i + shift);
        if (ODD)
            sum += *(const VEC *)(x + i);
        *(VEC *)(to + i) = sum;
    }
}

/* Set to[i] to the sum of x[t * step + i] over the taps, for n >= LANES elements. */
static void FN(sum_taps)(const T *x, pc_size taps, pc_size step, pc_size n, T *to,
                         const char *ahead) {
    pc_size i = 0;
    for (; i + ROW_VECTORS * LANES <= n; i += ROW_VECTORS * LANES) {
        VEC sum[ROW_VECTORS];
        if (ahead)
            UNROLL
        for (int v = 0; v < ROW_VECTORS; v++)
            PREFETCH_WRITE(ahead + i * sizeof(T) + v * VECTOR_BYTES);
        UNROLL
        for (int v = 0; v < ROW_VECTORS; v++)
            sum[v] = *(const VEC *)(x + i + v * LANES);
        for (pc_size t = 1; t < taps; t++)
            UNROLL
        for (int v = 0; v < ROW_VECTORS; v++)
            sum[v] += *(const VEC *)(x + i + t * step + v * LANES);
        UNROLL
        for (int v = 0; v < ROW_VECTORS; v++)
            *(VEC *)(to + i + v * LANES) = sum[v];
    }
    for (; i < n; i += LANES) {
        if (i + LANES > n)
            i = n - LANES; /* The last vector overlaps the one before it. */
        VEC sum = *(const VEC *)(x + i);
        for (pc_size t = 1; t < taps; t++)
            sum += *(const VEC *)(x + i + t * step);
        *(VEC *)(to + i) = sum;
    }
}

/* The first pass sums as many taps as the three highest binary digits of `taps` say, at most seven.
 * The other digits tell how sums of m taps become those of 2 m or 2 m + 1:
 *
 *     sum_2m[i] = sum_m[i] + sum_m[i + m]        sum_2m+1[i] = sum_2m[i] + x[i + 2 m]
 *
 * A box of 31 takes three passes, with 6 + 2 + 2 additions. No sum holds more than its own window, so
 * NaN stays in windows that hold it, and nothing drifts as in a running sum.
 */
static void FN(box_row)(const void *x_, pc_size taps, pc_size step, pc_size n, void *scratch,
                        void *out, const char *ahead) {
    const T *x = x_, *from = x_;
    const pc_size room = n + (taps - 1) * step;
    T *buffers[2] = {scratch, (T *)scratch + room};
    int digits = 0, used = 0;
    while (taps >> digits > 7)
        digits++;
    for (pc_size m = 0, sums; m < taps; m = sums, used ^= 1) {
        const pc_size odd = taps >> digits & 1;
        sums = m ? 2 * m + odd : taps >> digits;
        const pc_size length = n + (taps - sums) * step;
        T *to = digits-- ? buffers[used] : out;
        if (m == 0)
            FN(sum_taps)(x, sums, step, length, to, ahead);
        else if (odd)
            FN(double_taps)(from, m * step, x + 2 * m * step, length, to, 1);
        else
            FN(double_taps)(from, m * step, NULL, length, to, 0);
        from = to;
    }
}
