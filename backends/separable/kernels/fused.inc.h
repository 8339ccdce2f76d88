/* Both passes of a plane at once, in registers. Included by lines.inc.h.
 *
 * A vector of the input's TAPS rows is filtered across; its result, and those of the vector before
 * and the one behind, give one vector of outputs. Taps along the row are shuffles of two registers,
 * so nothing is stored between the passes, and memory is read and written at an even pace, which the
 * hardware's prefetchers follow. R rows of outputs share each loaded vector: rows of the input are
 * rarely aligned, so each load takes two accesses to L1. Boxes share the sum of the rows that all R
 * windows hold, too.
 *
 * Neighbouring taps along a row are STEP elements apart: 1, or 3 of pixels with three channels, which
 * share a filter.
 *
 * Expected inner loop for each vector of R rows of outputs, with 32 registers: TAPS + R - 1 loads,
 * 2 R TAPS FMAs, R (TAPS - 1) shuffles, 3 R instructions for max_abs and R stores; no spills. Boxes
 * of 7 and of 9 sum pairs and fours of results once: 4 shuffles and 4 additions along.
 */

/* Prefetch distance of a page, behind whose end the hardware's prefetchers start anew: with it, rows
 * beyond L2 take 0.80 to 0.95 of the time (Emerald Rapids, 1 core, 1024 columns, 2026-11-29, `python
 * -m benchmarks.peers --classes separable`). Kernels of 3 rows prefetch the result only, not the
 * input, which the hardware's prefetchers follow by themselves: with both, Sobel takes 1.07 to 1.12
 * of the time on 1024x1024, 1.07 to 1.09 on 1000x2000 and the same on 2160x3840, but kernels of 5
 * rows take 0.96 on 1024x1024 (the same CPU, 2026-11-30, `--workload separable/sobel_1mpx`). */
#define FUSED_PREFETCH(from, write) __builtin_prefetch((const char *)(from) + 4096, write, 2)

/* Return elements k to k + LANES - 1 of the vectors a and b side by side, for constant k. Shifts of
 * more than LANES are compiled, but planned nowhere. */
#define FROM_PAIR(j, k) (((j) + (k)) & (2 * LANES - 1))
#define PAIR(a, b, k) __builtin_shufflevector(a, b, LANE_LIST(FROM_PAIR, k))
/* The same for elements k taps before vector b, and k taps behind the start of a. */
#define TAPS_BEFORE(a, b, k) (STEP == 1 ? PAIR(a, b, LANES - (k)) : PAIR(a, b, LANES - 3 * (k)))
#define TAPS_BEHIND(a, b, k) (STEP == 1 ? PAIR(a, b, k) : PAIR(a, b, 3 * (k)))
/* Add the products of the taps k before and k behind the middle. */
#define TAPS_AT(k)                                                                                 \
    {                                                                                              \
        sum += w[-(k)] * TAPS_BEFORE(before, now, k);                                              \
        sum += w[k] * TAPS_BEHIND(now, behind, k);                                                 \
    }

/* State shared by all vectors of R rows of outputs. */
typedef struct {
    const T *lines[PC_MAX_FUSED_TAPS + PC_MAX_FUSED_ROWS - 1];
    VEC across[PC_MAX_FUSED_TAPS], along[PC_MAX_FUSED_TAPS], bias;
    BITS max; /* magnitudes of the last R lines */
    pc_size inside;
    int add;
    /* Results across at the ends of the lines, and of the padding beyond them. */
    VEC left[PC_MAX_FUSED_ROWS][3], right[PC_MAX_FUSED_ROWS][3];
} FN(fused);

/* Filter the vector at element `at` of all lines across, for R rows of outputs. */
INLINE void FN(fused_across)(FN(fused) *f, pc_size at, VEC *to, const int TAPS, const int BOX,
                             const int R) {
    VEC shared = (VEC){0}, value[PC_MAX_FUSED_TAPS + PC_MAX_FUSED_ROWS - 1];
    UNROLL
    for (int r = 0; r < R; r++)
        to[r] = (VEC){0};
    UNROLL
    for (int t = 0; t < TAPS + R - 1; t++) {
        value[t] = *(const VEC *)(f->lines[t] + at);
        IN_REGISTER(value[t]);
        if (IS_FLOAT(ELEMENT) && t >= TAPS - 1)
            f->max = FN(max_magnitude)(f->max, (BITS)value[t]);
        if (BOX && t >= R - 1 && t < TAPS)
            shared += value[t];
        if (!BOX)
            UNROLL
        for (int r = 0; r < R; r++)
            if (t - r >= 0 && t - r < TAPS)
                to[r] += f->across[t - r] * value[t];
    }
    if (BOX)
        UNROLL
    for (int r = 0; r < R; r++) {
        to[r] = shared;
        if (r < R - 1)
            to[r] += value[0];
        if (r > 0)
            to[r] += value[TAPS];
        to[r] = to[r] * f->across[0] + (VEC){0}; /* no negative zero */
    }
}

/* Filter along: `now` stands where the middle taps are, with its neighbours before and behind. */
INLINE VEC FN(fused_along)(const FN(fused) *f, VEC before, VEC now, VEC behind, const int TAPS,
                           const int STEP) {
    const VEC *w = f->along + TAPS / 2;
    VEC sum = w[0] * now;
    TAPS_AT(1)
    if (TAPS >= 5)
        TAPS_AT(2)
    if (TAPS >= 7)
        TAPS_AT(3)
    if (TAPS >= 9)
        TAPS_AT(4)
    return sum;
}

/* Sums of 2 and of 4 elements up to each element of a vector, for boxes of 7 and of 9. */
typedef struct {
    VEC of_2, of_4;
} FN(fused_sums);

/* Return the sums of a vector, `sums` being those of the vector before. */
INLINE FN(fused_sums) FN(fused_double)(VEC before, VEC now, FN(fused_sums) sums, const int STEP) {
    FN(fused_sums) doubled;
    doubled.of_2 = now + TAPS_BEFORE(before, now, 1);
    doubled.of_4 = doubled.of_2 + TAPS_BEFORE(sums.of_2, doubled.of_2, 2);
    return doubled;
}

/* Add 7 or 9 elements about the middle of each window, from the sums `a` of `now` and `b` of
 * `behind`. */
INLINE VEC FN(fused_box)(VEC before, VEC now, VEC behind, FN(fused_sums) a, FN(fused_sums) b,
                         const int TAPS, const int STEP) {
    if (TAPS == 7)
        return a.of_4 + TAPS_BEHIND(a.of_2, b.of_2, 2) + TAPS_BEHIND(now, behind, 3);
    return a.of_4 + TAPS_BEHIND(a.of_4, b.of_4, 4) + TAPS_BEFORE(before, now, 4);
}

/* Set the results across at both ends of the lines, and those of the padding. */
INLINE void FN(fused_ends)(FN(fused) *f, const pc_fused_args *p, const int TAPS, const int BOX,
                           const int R) {
    VEC beyond = (VEC){0}, first[PC_MAX_FUSED_ROWS], last[PC_MAX_FUSED_ROWS];
    UNROLL
    for (int t = 0; t < TAPS; t++)
        if (BOX)
            beyond += *(const T *)p->padding;
        else
            beyond += f->across[t] * *(const T *)p->padding;
    if (BOX)
        beyond = beyond * f->across[0] + (VEC){0};
    FN(fused_across)(f, 0, first, TAPS, BOX, R);
    FN(fused_across)(f, f->inside - LANES, last, TAPS, BOX, R);
    UNROLL
    for (int r = 0; r < R; r++) {
        f->left[r][0] = f->left[r][1] = f->right[r][1] = f->right[r][2] = beyond;
        f->left[r][2] = first[r];
        f->right[r][0] = last[r];
    }
    if (p->repeated == NULL)
        return;
    pc_size base = -LANES; /* `first` holds the results from here on */
    for (pc_size k = 0; k < p->left + p->right; k++) {
        const pc_size column = p->repeated[k];
        if (column < base || column >= base + LANES) {
            base = column / LANES * LANES;
            base = base < f->inside - LANES ? base : f->inside - LANES;
            FN(fused_across)(f, base, first, TAPS, BOX, R);
        }
        UNROLL
        for (int r = 0; r < R; r++) {
            const T value = ((const T *)&first[r])[column - base];
            if (k < p->left)
                ((T *)f->left[r])[2 * LANES - p->left + k] = value;
            else
                ((T *)f->right[r])[LANES + k - p->left] = value;
        }
    }
}

/* Prepare R rows of outputs. */
INLINE void FN(fused_start)(FN(fused) *f, const pc_fused_args *p, const char *const *lines,
                            const int TAPS, const int BOX, const int R) {
    f->inside = p->inside;
    f->add = p->add;
    f->bias = (VEC){0};
    f->max = (BITS){0};
    if (p->bias)
        f->bias += *(const T *)p->bias;
    UNROLL
    for (int t = 0; t < TAPS; t++) {
        f->across[t] = (VEC){0} + ((const T *)p->across)[t];
        f->along[t] = (VEC){0} + ((const T *)p->along)[t];
    }
    UNROLL
    for (int t = 0; t < TAPS + R - 1; t++)
        f->lines[t] = (const T *)lines[t];
    FN(fused_ends)(f, p, TAPS, BOX, R);
}

/* Functions of one number of taps. That for the ends of rows is a function of its own: inlined, it
 * would fill the registers that the loop needs. */
#define FUSED(TAPS, BOX, R, STEP, NAME)                                                            \
    /* fused_across for places that may lie in the padding. */                                     \
    static __attribute__((noinline)) void FN(fused_at_##NAME)(FN(fused) *f, pc_size at, VEC *to) { \
        const pc_size from_end = at - (f->inside - LANES);                                         \
        if (at >= 0 && from_end <= 0) {                                                            \
            FN(fused_across)(f, at, to, TAPS, BOX, R);                                             \
            return;                                                                                \
        }                                                                                          \
        for (int r = 0; r < R; r++) {                                                              \
            const T *left = (const T *)f->left[r], *right = (const T *)f->right[r];                \
            if (at < 0)                                                                            \
                to[r] = *(const VEC *)(left + (at < -2 * LANES ? 0 : at + 2 * LANES));             \
            else                                                                                   \
                to[r] = *(const VEC *)(right + (from_end > 2 * LANES ? 2 * LANES : from_end));     \
        }                                                                                          \
    }                                                                                              \
    static void FN(fused_##NAME)(const pc_fused_args *p, const char *const *lines,                 \
                                 char *const *out) {                                               \
        FN(fused) f;                                                                               \
        FN(fused_start)(&f, p, lines, TAPS, BOX, R);                                               \
        FN(fused_row)(&f, p, (T *const *)out, FN(fused_at_##NAME), TAPS, BOX, R, STEP);            \
    }

/* State carried from one vector of outputs to the next, for R rows. */
typedef struct {
    VEC before[PC_MAX_FUSED_ROWS], now[PC_MAX_FUSED_ROWS];
    FN(fused_sums) sums[PC_MAX_FUSED_ROWS];
} FN(fused_state);

/* Compute the vectors of outputs at element i from the results behind them; of a PART, lanes `first`
 * to `last` - 1. With `add`, other terms have written their sums there. */
INLINE void FN(fused_step)(const FN(fused) *f, FN(fused_state) *s, const VEC *behind,
                           T *const *out, pc_size i, int add, pc_size first, pc_size last,
                           const int PART, const int TAPS, const int BOX, const int R,
                           const int STEP) {
    UNROLL
    for (int r = 0; r < R; r++) {
        T *to = out[r] + i;
        VEC sum;
        if (BOX) {
            const FN(fused_sums) next = FN(fused_double)(s->now[r], behind[r], s->sums[r], STEP);
            sum = FN(fused_box)(s->before[r], s->now[r], behind[r], s->sums[r], next, TAPS, STEP);
            s->sums[r] = next;
        } else
            sum = FN(fused_along)(f, s->before[r], s->now[r], behind[r], TAPS, STEP);
        if (add)
            sum += PART ? FN(load_lanes)(to, first, last) : *(const VEC *)to;
        sum += f->bias;
        if (PART)
            FN(store_lanes)(to, first, last, sum);
        else
            *(VEC *)to = sum;
        s->before[r] = s->now[r];
        s->now[r] = behind[r];
    }
}

/* The same up to element `end`, where all results behind are inside. */
INLINE void FN(fused_steps)(FN(fused) *f, FN(fused_state) *s, T *const *out, pc_size i,
                            pc_size end, pc_size shift, const int ADD, const int TAPS,
                            const int BOX, const int R, const int STEP) {
    for (; i < end; i += LANES) {
        VEC behind[PC_MAX_FUSED_ROWS];
        UNROLL
        for (int r = 0; r < R; r++) {
            if (TAPS > 3)
                FUSED_PREFETCH(f->lines[TAPS - 1 + r] + i + shift + LANES, 0);
            FUSED_PREFETCH(out[r] + i, 1);
        }
        FN(fused_across)(f, i + shift + LANES, behind, TAPS, BOX, R);
        FN(fused_step)(f, s, behind, out, i, ADD, 0, LANES, 0, TAPS, BOX, R, STEP);
    }
}

/* R rows, from the first vector to the last. All stores to the first of them are aligned: at its ends,
 * parts of vectors are stored. */
INLINE void FN(fused_row)(FN(fused) *f, const pc_fused_args *p, T *const *out_,
                          void at_place(FN(fused) *, pc_size, VEC *), const int TAPS, const int BOX,
                          const int R, const int STEP) {
    const pc_size shift = TAPS / 2 * STEP - p->left, n = p->n;
    VEC at[3][PC_MAX_FUSED_ROWS];
    FN(fused_state) state;
    T *out[PC_MAX_FUSED_ROWS];
    UNROLL
    for (int r = 0; r < R; r++)
        out[r] = out_[r];
    pc_size i = -(pc_size)((uintptr_t)out[0] / sizeof(T) % LANES); /* the vector of element 0 */
    for (int k = BOX ? 0 : 1; k < 3; k++)
        at_place(f, i + shift + (k - 2) * LANES, at[k]);
    UNROLL
    for (int r = 0; r < R; r++) {
        if (BOX) {
            state.sums[r] = (FN(fused_sums)){{0}, {0}};
            state.sums[r] = FN(fused_double)(at[0][r], at[1][r], state.sums[r], STEP);
            state.sums[r] = FN(fused_double)(at[1][r], at[2][r], state.sums[r], STEP);
        }
        state.before[r] = at[1][r];
        state.now[r] = at[2][r];
    }
    /* Nothing that is stored changes this copy: its vectors stay in registers. */
    FN(fused) g = *f;
    while (i < n) {
        const int whole = i >= 0 && i + LANES <= n;
        if (whole && i + shift + LANES >= 0 && i + shift + 2 * LANES <= g.inside) {
            pc_size vectors = (g.inside - shift - i) / LANES - 1;
            vectors = vectors < (n - i) / LANES ? vectors : (n - i) / LANES;
            const pc_size end = i + vectors * LANES;
            if (!BOX && g.add)
                FN(fused_steps)(&g, &state, out, i, end, shift, 1, TAPS, BOX, R, STEP);
            else
                FN(fused_steps)(&g, &state, out, i, end, shift, 0, TAPS, BOX, R, STEP);
            i = end;
        } else {
            const pc_size first = i < 0 ? -i : 0, last = n - i < LANES ? n - i : LANES;
            VEC behind[PC_MAX_FUSED_ROWS];
            at_place(f, i + shift + LANES, at[0]);
            UNROLL
            for (int r = 0; r < R; r++)
                behind[r] = at[0][r];
            FN(fused_step)(&g, &state, behind, out, i, g.add, first, last, 1, TAPS, BOX, R, STEP);
            i += LANES;
        }
    }
    if (IS_FLOAT(ELEMENT)) {
        BITS *seen = p->maxima;
        *seen = FN(max_magnitude)(FN(max_magnitude)(*seen, f->max), g.max);
    }
}

/* One row at a time where memory bounds the loop: the second of two rows may be aligned otherwise. */
#define FUSED_ROWS(TAPS, BOX, STEP)                                                                \
    FUSED(TAPS, BOX, 1, STEP, TAPS##_##BOX##_##STEP##_1)                                           \
    static void FN(fused_##TAPS##_##BOX##_##STEP)(const pc_fused_args *p) {                        \
        for (pc_size row = 0; row < p->rows; row++)                                                \
            FN(fused_##TAPS##_##BOX##_##STEP##_1)(p, p->lines + row, p->out + row);                \
    }
/* Two rows at a time where loads and additions do. */
#define FUSED_PAIRS(TAPS, BOX, STEP)                                                               \
    FUSED(TAPS, BOX, 1, STEP, TAPS##_##BOX##_##STEP##_1)                                           \
    FUSED(TAPS, BOX, 2, STEP, TAPS##_##BOX##_##STEP##_2)                                           \
    static void FN(fused_##TAPS##_##BOX##_##STEP)(const pc_fused_args *p) {                        \
        pc_size row = 0;                                                                           \
        for (; row + 2 <= p->rows; row += 2)                                                       \
            FN(fused_##TAPS##_##BOX##_##STEP##_2)(p, p->lines + row, p->out + row);                \
        for (; row < p->rows; row++)                                                               \
            FN(fused_##TAPS##_##BOX##_##STEP##_1)(p, p->lines + row, p->out + row);                \
    }
#define FUSED_STEP(STEP)                                                                           \
    FUSED_ROWS(3, 0, STEP)                                                                         \
    FUSED_ROWS(5, 0, STEP)                                                                         \
    FUSED_ROWS(7, 0, STEP)                                                                         \
    FUSED_PAIRS(9, 0, STEP)                                                                        \
    FUSED_PAIRS(7, 1, STEP)                                                                        \
    FUSED_PAIRS(9, 1, STEP)                                                                        \
    static void FN(fused_rows_##STEP)(const pc_fused_args *p) {                                    \
        switch (p->taps) {                                                                         \
        case 3: FN(fused_3_0_##STEP)(p); break;                                                    \
        case 5: FN(fused_5_0_##STEP)(p); break;                                                    \
        case 7: (p->box ? FN(fused_7_1_##STEP) : FN(fused_7_0_##STEP))(p); break;                  \
        default: (p->box ? FN(fused_9_1_##STEP) : FN(fused_9_0_##STEP))(p); break;                 \
        }                                                                                          \
    }
FUSED_STEP(1)
FUSED_STEP(3)

static void FN(fused_rows)(const pc_fused_args *p) {
    (p->step == 1 ? FN(fused_rows_1) : FN(fused_rows_3))(p);
}
#undef FROM_PAIR
#undef PAIR
#undef TAPS_BEFORE
#undef TAPS_BEHIND
#undef TAPS_AT
#undef FUSED
#undef FUSED_ROWS
#undef FUSED_PAIRS
#undef FUSED_STEP
#undef FUSED_PREFETCH
