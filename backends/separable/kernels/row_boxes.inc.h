/* Boxes along a row. Included by lines.inc.h.
 *
 * With AVX-512, up to 31 taps (15 in double precision) are summed in registers. Doubling gives the
 * sums of the last 2, 4, 8 and 16 elements up to each element; a window adds one of these for each
 * binary digit of its number of taps. No windows share a running sum, so NaN stays in the windows
 * that hold it, and rounding errors do not accumulate along a row.
 *
 * Expected inner loop for each vector of 9 taps: 2 loads, 4 additions, 3 shuffles, 2 instructions
 * for max_abs and a store; a box of 31 takes 8 additions and 6 shuffles.
 */

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

/* ---- in registers ---- */

#if defined(__AVX512F__) && IS_FLOAT(ELEMENT)
/* Structural: maximum number of taps that are summed in registers: such windows span three
 * vectors. */
#define MAX_TAPS_IN_REGISTERS (2 * LANES - 1)

/* Sums of 2, 4, 8 and 16 elements up to each element of a vector, at indices 1 to 4. */
typedef struct {
    VEC of[5];
} FN(box_sums);

/* State of a row: the sums of its last two vectors. */
typedef struct {
    FN(box_sums) far, before;
    VEC padding, one; /* `one` hides the constant from the compiler */
    BITS max;
} FN(box_state);

/* Return a + b; BY_FMA as a * 1 + b. Some processors have units for additions alone: additions
 * would wait for these while the units for FMAs are free. */
INLINE VEC FN(box_add)(const FN(box_state) *state, VEC a, VEC b, const int BY_FMA) {
    if (BY_FMA)
        return state->one * a + b;
    return a + b;
}

/* Return the number of lanes of one vector that the first `n` elements fill. */
INLINE pc_size FN(lanes_of)(pc_size n) { return n < 0 ? 0 : n > LANES ? LANES : n; }

/* Return elements `at` to at + LANES - 1 of a row, and `padding` for those outside. */
INLINE VEC FN(load_padded)(const pc_row *row, pc_size at, VEC padding) {
    const unsigned inside =
        (1u << FN(lanes_of)(row->inside - at)) - (1u << FN(lanes_of)(-at));
    const T *from = (const T *)row->x + at;
#if LANES == 16
    return (VEC)_mm512_mask_loadu_epi32((__m512i)padding, inside, from);
#else
    return (VEC)_mm512_mask_loadu_epi64((__m512i)padding, inside, from);
#endif
}

/* Return elements `at` to at + LANES - 1 of a row; INSIDE promises that none is padding. */
INLINE VEC FN(elements)(const FN(box_state) *state, const pc_row *row, pc_size at,
                        const int INSIDE) {
    if (INSIDE)
        return *(const VEC *)((const T *)row->x + at);
    return FN(load_padded)(row, at, state->padding);
}

/* Return PAIR(a, b, k), which needs a constant k. Where loops are unrolled, k is one and a single
 * case of the switch is left. With -O1, as sanitizers are built, loops are not unrolled. */
INLINE VEC FN(pair)(VEC a, VEC b, const int k) {
#define PAIR_CASE(k)                                                                               \
    case k: return PAIR(a, b, k);
    switch (k & (LANES - 1)) {
        PAIR_CASE(1) PAIR_CASE(2) PAIR_CASE(3) PAIR_CASE(4) PAIR_CASE(5) PAIR_CASE(6) PAIR_CASE(7)
#if LANES == 16
        PAIR_CASE(8) PAIR_CASE(9) PAIR_CASE(10) PAIR_CASE(11) PAIR_CASE(12) PAIR_CASE(13)
        PAIR_CASE(14) PAIR_CASE(15)
#endif
    default: return a;
    }
#undef PAIR_CASE
}

/* Advance by the vector of elements from `at` on, with which the windows of the next outputs end.
 * Return these outputs. INSIDE: no element of the windows is padding. */
INLINE VEC FN(box_step)(FN(box_state) *state, const pc_row *row, pc_size at, const int TAPS,
                        const int INSIDE) {
    FN(box_sums) now;
    VEC x = FN(elements)(state, row, at, INSIDE);
    IN_REGISTER(x);
    const VEC seen = INSIDE ? x : FN(load_padded)(row, at, (VEC){0});
    state->max = FN(max_magnitude)(state->max, (BITS)seen);
    now.of[0] = x;
    now.of[1] = x + FN(elements)(state, row, at - 1, INSIDE); /* a load waits for no shuffle */
    UNROLL
    for (int k = 2; k < 5; k++)
        if (1 << k <= TAPS) {
            const VEC shifted =
                FN(pair)(state->before.of[k - 1], now.of[k - 1], LANES - (1 << (k - 1)));
            now.of[k] = FN(box_add)(state, now.of[k - 1], shifted, k % 2 == 0);
        }
    VEC sum = (VEC){0};
    int taps = 0; /* taps summed so far */
    UNROLL
    for (int k = 4; k >= 0; k--) {
        if (!(TAPS >> k & 1))
            continue;
        VEC next = now.of[k];
        if (taps > LANES)
            next = FN(pair)(state->far.of[k], state->before.of[k], 2 * LANES - taps);
        else if (taps > 0)
            next = FN(pair)(state->before.of[k], now.of[k], LANES - taps);
        sum = taps == 0 ? next : FN(box_add)(state, sum, next, k % 2);
        taps += 1 << k;
    }
    state->far = state->before;
    state->before = now;
    return sum;
}

/* Set to[i] to the sum of TAPS neighbouring elements from element i on, for i < n. */
INLINE void FN(box_in_registers)(const pc_row *row, pc_size n, T *to, const char *ahead,
                                 const int TAPS) {
    FN(box_state) state = {.padding = (VEC){0} + *(const T *)row->padding, .one = (VEC){0} + 1};
    IN_REGISTER(state.one);
    const pc_size last = TAPS - 1 - row->left; /* element of the first window */
    pc_size i = TAPS > LANES ? -2 * LANES : -LANES;
    while (i < n) {
        const pc_size at = i + last;
        if (i < 0 || at < 1 || at + LANES > row->inside) {
            const VEC sum = FN(box_step)(&state, row, at, TAPS, 0);
            if (i >= 0)
                *(VEC *)(to + i) = sum;
            i += LANES;
            continue;
        }
        const pc_size left = (row->inside - at) / LANES * LANES;
        const pc_size end = left < n - i ? i + left : n;
        for (; i < end; i += LANES) {
            if (ahead)
                PREFETCH_WRITE(ahead + i * sizeof(T));
            *(VEC *)(to + i) = FN(box_step)(&state, row, i + last, TAPS, 1);
        }
    }
    BITS *seen = row->maxima;
    *seen = FN(max_magnitude)(*seen, state.max);
}

#define ROW_BOX(TAPS)                                                                              \
    static void FN(row_box_##TAPS)(const pc_row *row, pc_size n, T *to, const char *ahead) {       \
        FN(box_in_registers)(row, n, to, ahead, TAPS);                                             \
    }
#define ROW_BOXES(X)                                                                               \
    X(2) X(3) X(4) X(5) X(6) X(7) X(8) X(9) X(10) X(11) X(12) X(13) X(14) X(15)
#if LANES == 16
#define MORE_ROW_BOXES(X)                                                                          \
    X(16) X(17) X(18) X(19) X(20) X(21) X(22) X(23) X(24) X(25) X(26) X(27) X(28) X(29) X(30) X(31)
#else
#define MORE_ROW_BOXES(X)
#endif
ROW_BOXES(ROW_BOX)
MORE_ROW_BOXES(ROW_BOX)
#define ROW_BOX_OF(TAPS) [TAPS] = FN(row_box_##TAPS),
static void (*const FN(row_boxes)[])(const pc_row *, pc_size, T *, const char *) = {
    ROW_BOXES(ROW_BOX_OF) MORE_ROW_BOXES(ROW_BOX_OF)};
#undef ROW_BOX
#undef ROW_BOXES
#undef MORE_ROW_BOXES
#undef ROW_BOX_OF
#else
#define MAX_TAPS_IN_REGISTERS 0
#endif

static void FN(box_input)(const pc_row *row, pc_size taps, pc_size n, void *out,
                          const char *ahead) {
#if MAX_TAPS_IN_REGISTERS
    FN(row_boxes)[taps](row, n, out, ahead);
#else
    (void)row, (void)taps, (void)n, (void)out, (void)ahead;
#endif
}

/* ---- any number of taps ---- */

/* Sum the first taps of a box: in registers, if they are neighbours. */
static void FN(sum_first)(const T *x, pc_size taps, pc_size step, pc_size n, T *to,
                          const char *ahead) {
#if MAX_TAPS_IN_REGISTERS
    if (step == 1 && taps > 1) {
        BITS unused = {0};
        const T zero = 0;
        const pc_row row = {
            .x = x, .inside = n + taps - 1, .padding = &zero, .maxima = &unused,
        };
        const pc_size whole = n / LANES * LANES;
        FN(row_boxes)[taps](&row, whole, to, ahead);
        if (whole < n) { /* The last vector overlaps the one before it. */
            const pc_row last = {
                .x = x + n - LANES, .inside = LANES + taps - 1, .padding = &zero, .maxima = &unused,
            };
            FN(row_boxes)[taps](&last, LANES, to + n - LANES, NULL);
        }
        return;
    }
#endif
    FN(sum_taps)(x, taps, step, n, to, ahead);
}

/* Sum a row of any number of taps. The first pass sums the number of taps that the highest binary
 * digits of `taps` give: at most seven, or MAX_TAPS_IN_REGISTERS. For each further digit, sums of m
 * taps become sums of 2 m (digit 0) or 2 m + 1 (digit 1):
 *
 *     sum_2m[i] = sum_m[i] + sum_m[i + m]        sum_2m+1[i] = sum_2m[i] + x[i + 2 m]
 *
 * With at most seven, a box of 31 takes three passes, with 6 + 2 + 2 additions. No sum holds more
 * than its own window, so NaN stays in the windows that hold it, and rounding errors do not
 * accumulate as they do in a running sum.
 */
static void FN(box_row)(const void *x_, pc_size taps, pc_size step, pc_size n, void *scratch,
                        void *out, const char *ahead) {
    const T *x = x_, *from = x_;
    const pc_size room = n + (taps - 1) * step;
    T *buffers[2] = {scratch, (T *)scratch + room};
    int digits = 0, used = 0;
    const pc_size max_unsplit = MAX_TAPS_IN_REGISTERS && step == 1 ? MAX_TAPS_IN_REGISTERS : 7;
    while (taps >> digits > max_unsplit)
        digits++;
    for (pc_size m = 0, sums; m < taps; m = sums, used ^= 1) {
        const pc_size odd = taps >> digits & 1;
        sums = m ? 2 * m + odd : taps >> digits;
        const pc_size length = n + (taps - sums) * step;
        T *to = digits-- ? buffers[used] : out;
        if (m == 0)
            FN(sum_first)(x, sums, step, length, to, ahead);
        else if (odd)
            FN(double_taps)(from, m * step, x + 2 * m * step, length, to, 1);
        else
            FN(double_taps)(from, m * step, NULL, length, to, 0);
        from = to;
    }
}
#undef MAX_TAPS_IN_REGISTERS
