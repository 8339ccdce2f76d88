/* Passes along a row. Included by lines.inc.h.
 *
 * Register block of filter_row: ROW_VECTORS vectors, which share each broadcast weight; blocks of 4
 * and 2 vectors at the end of a row, because the sum of a single vector would wait 4 cycles for
 * each FMA.
 *
 * In AVX-512 nearly all loads cross a cache line, which takes two accesses, so loads would bound
 * the loop. Therefore two taps share loads: vectors of the second tap are shuffled from those of
 * the first. One tap of one vector takes 1.09 cycles with shared loads, 1.65 cycles with a load for
 * each product (Zen 4, 1 core, 15 to 63 taps, 2026-11-30, `python -m benchmarks.peers --classes
 * separable`).
 */

/* Structural: vectors of a register block. One broadcast serves 8 loads. */
#define ROW_VECTORS 8

/* Return elements k to k + LANES - 1 of the vectors a and b side by side, for constant k. Shifts of
 * more than LANES are compiled, but planned nowhere. */
#ifdef __AVX512F__
/* GCC shuffles by vpermt2ps, which overwrites an operand and needs a register of indices. */
#if LANES == 16
#define PAIR(a, b, k) ((VEC)_mm512_alignr_epi32((__m512i)(b), (__m512i)(a), (k) & 15))
#else
#define PAIR(a, b, k) ((VEC)_mm512_alignr_epi64((__m512i)(b), (__m512i)(a), (k) & 7))
#endif
#else
#define FROM_PAIR(j, k) (((j) + (k)) & (2 * LANES - 1))
#define PAIR(a, b, k) __builtin_shufflevector(a, b, LANE_LIST(FROM_PAIR, k))
#endif

#define PREFETCH_WRITE(to) __builtin_prefetch(to, 1, 2)

/* Return the larger magnitude in each lane. With the sign bit cleared, floats order as their bits
 * do as integers, NaN above infinity. */
INLINE BITS FN(max_magnitude)(BITS max, BITS x) {
    x &= (BITS){0} + (sizeof(T) == 4 ? INT32_MAX : (SIGNED)INT64_MAX);
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

/* Add the products of one tap to V vectors. */
INLINE void FN(add_tap)(VEC *sum, const T *x, const T *w, const int V) {
    const T weight = w[0];
    UNROLL
    for (int v = 0; v < V; v++)
        sum[v] += weight * *(const VEC *)(x + v * LANES);
}

/* Add the products of two neighbouring taps to V vectors. */
INLINE void FN(add_two_taps)(VEC *sum, const T *x, const T *w, const int V) {
#ifdef __AVX512F__
    /* Vectors of the second tap are shuffled from those of the first. The last one is loaded,
     * because the vector after it must not be read. */
    const VEC first = (VEC){0} + w[0], second = (VEC){0} + w[1];
    VEC now = *(const VEC *)x;
    IN_REGISTER(now);
    UNROLL
    for (int v = 0; v < V; v++) {
        VEC after = *(const VEC *)(x + (v < V - 1 ? (v + 1) * LANES : v * LANES + 1));
        IN_REGISTER(after);
        sum[v] += first * now;
        sum[v] += second * (v < V - 1 ? PAIR(now, after, 1) : after);
        now = after;
    }
#else
    FN(add_tap)(sum, x, w, V);
    FN(add_tap)(sum, x + 1, w + 1, V);
#endif
}

/* Sum V vectors over TAPS taps, or over `taps` if TAPS is 0. */
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
    pc_size t = 0;
    if (column) {
        for (; t < taps; t++) {
            const T *at = x + column[t];
            T weight = w[t];
            UNROLL
            for (int v = 0; v < V; v++)
                sum[v] += weight * *(const VEC *)(at + v * LANES);
        }
    } else if (TAPS) {
        UNROLL
        for (int k = 0; k + 1 < TAPS; k += 2)
            FN(add_two_taps)(sum, x + k, w + k, V);
        if (TAPS % 2)
            FN(add_tap)(sum, x + TAPS - 1, w + TAPS - 1, V);
    } else {
        for (; t + 1 < taps; t += 2)
            FN(add_two_taps)(sum, x + t, w + t, V);
        if (t < taps)
            FN(add_tap)(sum, x + t, w + t, V);
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
