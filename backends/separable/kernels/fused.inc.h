/* Both passes of a plane at once, in registers. Included by lines.inc.h.
 *
 * A vector of the input's TAPS rows is filtered across. Its result, and those of the vectors before
 * and after it, give one vector of outputs. Taps along the row are shuffles of two registers, so
 * nothing is stored between the passes, and memory is read and written at an even pace, which
 * hardware prefetchers follow.
 *
 * R rows of outputs share each loaded vector, for two reasons:
 * - Rows of the input are rarely aligned, so each load takes two accesses to L1.
 * - Nine rows a power of two apart do not stay in L1. R rows of outputs share each line from L2,
 *   too. Boxes share the sum of the rows that all R windows hold.
 *
 * If a vector of weights is even or odd, as those of Gaussians and of Sobel's filter are, the
 * elements of two taps are added or subtracted before they are multiplied: some processors have
 * units for additions alone, where FMAs would be the bottleneck. A middle weight of 1 takes no
 * product. Nor does a middle weight of 0, that of an odd vector, although 0 times NaN or infinity
 * is NaN. If max_abs found NaN or infinity, all rows of the call are computed again with all
 * products.
 *
 * Neighbouring taps along a row are STEP elements apart: 1, or 3 for pixels of three channels that
 * share a filter.
 *
 * Expected inner loop for each vector of R rows of outputs, with 32 registers: TAPS + R - 1 loads,
 * 2 R TAPS FMAs or additions, R (TAPS - 1) shuffles, 2 R instructions for max_abs (3 R without
 * AVX-512) and R stores; no spills. Boxes of 7 and of 9 sum pairs and fours of results once: 4
 * shuffles and 4 additions along.
 */

/* KIND: the filter's weights. */
#define ANY 0        /* no symmetry is known */
#define BOX 1        /* weights across are equal, weights along are 1 */
#define EVEN_BOTH 2  /* even across with 1 in the middle, even along, as Gaussians are */
#define ODD_ALONG 3  /* even across with 1 in the middle, odd along */
#define ODD_ACROSS 4 /* odd across, even along */
/* ODD_ALONG and ODD_ACROSS with the products of the odd vector's zero, for input that is not
 * finite. Where the input is finite, results have the same bits, so they do not depend on which
 * rows a worker filtered before. */
#define ODD_ALONG_WHOLE 5
#define ODD_ACROSS_WHOLE 6
#define IS_ODD_ALONG(KIND) ((KIND) == ODD_ALONG || (KIND) == ODD_ALONG_WHOLE)
#define IS_ODD_ACROSS(KIND) ((KIND) == ODD_ACROSS || (KIND) == ODD_ACROSS_WHOLE)

/* Prefetch 4096 bytes ahead: hardware prefetchers stop at a page's end. planner.py decides by the
 * processor. Time with this prefetch over that without it, for rows beyond L2 (1 core, 1024
 * columns, `python -m benchmarks.peers --classes separable`):
 * - Emerald Rapids, 2026-11-29: 0.80 to 0.95
 * - Zen 4, 2026-11-30: 1.1 to 1.25
 *
 * Kernels of 3 rows prefetch the result only. Time with the input prefetched, too, over that
 * without (Emerald Rapids, 2026-11-30, `--workload separable/sobel_1mpx`):
 * - Sobel (3 rows): 1.07 to 1.12 on 1024x1024, 1.07 to 1.09 on 1000x2000, 1.00 on 2160x3840
 * - 5 rows: 0.96 on 1024x1024 */
#define FUSED_PREFETCH(from, write) __builtin_prefetch((const char *)(from) + 4096, write, 2)
/* Without FUSED_PREFETCH, prefetch new rows of the input 512 bytes (8 cache lines) ahead into L1,
 * and at a row's end the first 512 bytes of the next rows. Time with this prefetch over that
 * without it (1024x1024, Zen 4, 1 core, 2026-11-30, `--classes separable`):
 * - 3 taps 0.94, 7 taps 0.97, 5 taps with AVX2 0.97
 * - R = 4: 1.04, because the prefetched lines do not stay in L1; a box of 9: 1.03;
 *   neither prefetches */
#define FUSED_NEAR 512
#define FUSED_NEARS(TAPS, R) ((R) <= 2 && (TAPS) < 9)
#define FUSED_PREFETCH_NEAR(from) __builtin_prefetch((const char *)(from) + FUSED_NEAR)

/* Return the vector that starts k taps before b (TAPS_BEFORE) or k taps after the start of a
 * (TAPS_AFTER), from the adjacent vectors a and b. */
#define TAPS_BEFORE(a, b, k) (STEP == 1 ? PAIR(a, b, LANES - (k)) : PAIR(a, b, LANES - 3 * (k)))
#define TAPS_AFTER(a, b, k) (STEP == 1 ? PAIR(a, b, k) : PAIR(a, b, 3 * (k)))
/* Add the products of the taps k before and k after the middle one. */
#define TAPS_AT(k)                                                                                 \
    {                                                                                              \
        const VEC a = TAPS_BEFORE(before, now, k), b = TAPS_AFTER(now, after, k);                \
        if (KIND == ANY)                                                                           \
            sum = sum + w[-(k)] * a + w[k] * b;                                                    \
        else                                                                                       \
            sum += w[k] * (IS_ODD_ALONG(KIND) ? b - a : b + a);                                    \
    }

/* State shared by all vectors of R rows of outputs. */
typedef struct {
    const T *lines[PC_MAX_FUSED_TAPS + PC_MAX_FUSED_ROWS - 1];
    VEC across[PC_MAX_FUSED_TAPS], along[PC_MAX_FUSED_TAPS], bias;
    BITS max; /* magnitudes of the last R lines */
    pc_size inside;
    int prefetches;
    int adds_sums; /* add to the sums that other terms have written */
    int adds_any;  /* add these sums, or a bias, or both */
} FN(fused);

/* Results of the pass across in the padding: `beyond` for constant padding; `left` and `right` for
 * padding that repeats columns, with the columns of the lines beside it. */
typedef struct {
    int repeats;
    VEC beyond, left[PC_MAX_FUSED_ROWS][3], right[PC_MAX_FUSED_ROWS][3];
} FN(fused_edges);

/* Add the rows of R windows of TAPS rows, and multiply the sums by `weight`. */
INLINE void FN(fused_box_across)(const VEC *row, VEC weight, VEC *to, const int TAPS, const int R) {
    VEC shared = row[R - 1], before = row[R > 1 ? R - 2 : 0], after = row[R > 1 ? TAPS : 0];
    UNROLL
    for (int t = R; t < TAPS; t++)
        shared += row[t];
    to[R - 1] = shared;
    UNROLL
    for (int r = R - 2; r >= 0; r--) {
        if (r < R - 2)
            before += row[r];
        to[r] = shared + before;
    }
    UNROLL
    for (int r = 1; r < R; r++) {
        if (r > 1)
            after += row[TAPS - 1 + r];
        to[r] += after;
    }
    UNROLL
    for (int r = 0; r < R; r++)
        to[r] = to[r] * weight + (VEC){0}; /* no negative zero */
}

/* Filter the vector at element `at` of all lines across, for R rows of outputs. */
INLINE void FN(fused_across)(FN(fused) *f, pc_size at, VEC *to, const int TAPS, const int KIND,
                             const int R) {
    const VEC *w = f->across;
    VEC row[PC_MAX_FUSED_TAPS + PC_MAX_FUSED_ROWS - 1];
    UNROLL
    for (int r = 0; r < R; r++)
        to[r] = (VEC){0};
    UNROLL
    for (int t = 0; t < TAPS + R - 1; t++) {
        row[t] = *(const VEC *)(f->lines[t] + at);
        IN_REGISTER(row[t]);
        if (IS_FLOAT(ELEMENT) && t >= TAPS - 1)
            f->max = FN(max_magnitude)(f->max, (BITS)row[t]);
        if (KIND == ANY)
            UNROLL
        for (int r = 0; r < R; r++)
            if (t - r >= 0 && t - r < TAPS)
                to[r] += w[t - r] * row[t];
    }
    if (KIND == BOX)
        FN(fused_box_across)(row, w[0], to, TAPS, R);
    if (KIND < EVEN_BOTH)
        return;
    UNROLL
    for (int r = 0; r < R; r++) {
        const VEC *middle = row + r + TAPS / 2;
        if (KIND == ODD_ACROSS_WHOLE)
            to[r] = w[TAPS / 2] * middle[0];
        else if (KIND != ODD_ACROSS)
            to[r] = middle[0];
        UNROLL
        for (int k = 1; k <= TAPS / 2; k++)
            to[r] += w[TAPS / 2 + k] *
                     (IS_ODD_ACROSS(KIND) ? middle[k] - middle[-k] : middle[k] + middle[-k]);
    }
}

/* Filter along: `now` is the vector of the middle taps, `before` and `after` its neighbours. */
INLINE VEC FN(fused_along)(const FN(fused) *f, VEC before, VEC now, VEC after, const int TAPS,
                           const int KIND, const int STEP) {
    const VEC *w = f->along + TAPS / 2;
    VEC sum = {0};
    if (KIND != ODD_ALONG)
        sum = w[0] * now + (VEC){0}; /* no negative zero */
    TAPS_AT(1)
    if (TAPS >= 5)
        TAPS_AT(2)
    if (TAPS >= 7)
        TAPS_AT(3)
    if (TAPS >= 9)
        TAPS_AT(4)
    return sum;
}

/* Sums of the last 2 and 4 elements up to each element of a vector, for boxes of 7 and 9. */
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

/* Return the sums of the 7 or 9 elements of each window, from the sums `a` of `now` and `b` of
 * `after`. */
INLINE VEC FN(fused_box)(VEC before, VEC now, VEC after, FN(fused_sums) a, FN(fused_sums) b,
                         const int TAPS, const int STEP) {
    if (TAPS == 7)
        return a.of_4 + TAPS_AFTER(a.of_2, b.of_2, 2) + TAPS_AFTER(now, after, 3);
    return a.of_4 + TAPS_AFTER(a.of_4, b.of_4, 4) + TAPS_BEFORE(before, now, 4);
}

/* Set `left` and `right` of the edges: padding that repeats columns repeats their results. */
INLINE void FN(fused_ends)(FN(fused) *f, FN(fused_edges) *e, const pc_fused_args *p,
                           const int TAPS, const int KIND, const int R) {
    const VEC beyond = e->beyond;
    VEC first[PC_MAX_FUSED_ROWS], last[PC_MAX_FUSED_ROWS];
    FN(fused_across)(f, 0, first, TAPS, KIND, R);
    FN(fused_across)(f, f->inside - LANES, last, TAPS, KIND, R);
    UNROLL
    for (int r = 0; r < R; r++) {
        e->left[r][0] = e->left[r][1] = e->right[r][1] = e->right[r][2] = beyond;
        e->left[r][2] = first[r];
        e->right[r][0] = last[r];
    }
    pc_size base = -LANES; /* `first` holds the results from here on */
    for (pc_size k = 0; k < p->left + p->right; k++) {
        const pc_size column = p->repeated[k];
        if (column < base || column >= base + LANES) {
            base = column / LANES * LANES;
            base = base < f->inside - LANES ? base : f->inside - LANES;
            FN(fused_across)(f, base, first, TAPS, KIND, R);
        }
        UNROLL
        for (int r = 0; r < R; r++) {
            const T value = ((const T *)&first[r])[column - base];
            if (k < p->left)
                ((T *)e->left[r])[2 * LANES - p->left + k] = value;
            else
                ((T *)e->right[r])[LANES + k - p->left] = value;
        }
    }
}

/* Prepare what all rows share. */
INLINE void FN(fused_start)(FN(fused) *f, FN(fused_edges) *e, const pc_fused_args *p,
                            const int TAPS, const int KIND) {
    f->inside = p->inside;
    f->prefetches = p->prefetches;
    f->adds_sums = p->add;
    f->adds_any = p->add || p->bias;
    f->bias = (VEC){0};
    f->max = (BITS){0};
    if (p->bias)
        f->bias += *(const T *)p->bias;
    e->repeats = p->repeated != NULL;
    e->beyond = (VEC){0};
    UNROLL
    for (int t = 0; t < TAPS; t++) {
        f->across[t] = (VEC){0} + ((const T *)p->across)[t];
        f->along[t] = (VEC){0} + ((const T *)p->along)[t];
        if (KIND == BOX)
            e->beyond += *(const T *)p->padding;
        else
            e->beyond += f->across[t] * *(const T *)p->padding;
    }
    if (KIND == BOX)
        e->beyond = e->beyond * f->across[0] + (VEC){0};
}

/* Return the vector from element k of `now` on; elements outside of `now` are those of `beyond`. */
INLINE VEC FN(beside)(VEC now, VEC beyond, pc_size k) {
    const VEC three[3] = {beyond, now, beyond};
    return *(const VEC *)((const T *)three + LANES + k);
}

/* Functions for one number of taps. The ends of rows have a function of their own: inlined, it
 * would fill the registers that the loop needs. */
#define FUSED(TAPS, KIND, R, STEP, NAME)                                                           \
    /* fused_across for places that may lie in the padding. */                                     \
    static __attribute__((noinline)) void FN(fused_at_##NAME)(                                     \
        FN(fused) *f, const FN(fused_edges) *e, pc_size at, VEC *to) {                             \
        const pc_size from_end = at - (f->inside - LANES);                                         \
        if (at >= 0 && from_end <= 0) {                                                            \
            FN(fused_across)(f, at, to, TAPS, KIND, R);                                            \
            return;                                                                                \
        }                                                                                          \
        if (!e->repeats) {                                                                         \
            const int partly = at > -LANES && from_end < LANES;                                    \
            if (partly)                                                                            \
                FN(fused_across)(f, at < 0 ? 0 : f->inside - LANES, to, TAPS, KIND, R);            \
            for (int r = 0; r < R; r++)                                                            \
                to[r] = partly ? FN(beside)(to[r], e->beyond, at < 0 ? at : from_end) : e->beyond; \
            return;                                                                                \
        }                                                                                          \
        for (int r = 0; r < R; r++) {                                                              \
            const T *left = (const T *)e->left[r], *right = (const T *)e->right[r];                \
            if (at < 0)                                                                            \
                to[r] = *(const VEC *)(left + (at < -2 * LANES ? 0 : at + 2 * LANES));             \
            else                                                                                   \
                to[r] = *(const VEC *)(right + (from_end > 2 * LANES ? 2 * LANES : from_end));     \
        }                                                                                          \
    }                                                                                              \
    static void FN(fused_##NAME)(FN(fused) *f, FN(fused_edges) *e, const pc_fused_args *p,         \
                                 pc_size row) {                                                    \
        UNROLL                                                                                     \
        for (int t = 0; t < TAPS + R - 1; t++)                                                     \
            f->lines[t] = (const T *)p->lines[row + t];                                            \
        if (e->repeats)                                                                            \
            FN(fused_ends)(f, e, p, TAPS, KIND, R);                                                \
        FN(fused_row)(f, e, p, (T *const *)p->out + row, FN(fused_at_##NAME), TAPS, KIND, R,       \
                      STEP);                                                                       \
        /* The first lines of the next new rows. */                                                \
        if (FUSED_NEARS(TAPS, R) && !f->prefetches && row + 2 * R <= p->rows)                      \
            for (int k = 0; k < FUSED_NEAR; k += PC_LINE)                                          \
                for (int r = 0; r < R; r++)                                                        \
                    __builtin_prefetch(p->lines[row + R + TAPS - 1 + r] + k);                      \
    }

/* State carried from one vector of outputs to the next, for R rows. */
typedef struct {
    VEC before[PC_MAX_FUSED_ROWS], now[PC_MAX_FUSED_ROWS];
    FN(fused_sums) sums[PC_MAX_FUSED_ROWS];
} FN(fused_state);

/* Compute the vectors of outputs at element i; `after` are the results across one vector after
 * them. With PART, only lanes `first` to `last` - 1 are stored. With ADDS, a bias and the sums that
 * other terms have written may be added. */
INLINE void FN(fused_step)(const FN(fused) *f, FN(fused_state) *s, const VEC *after,
                           T *const *out, pc_size i, pc_size first, pc_size last,
                           const int ADDS, const int PART, const int TAPS, const int KIND,
                           const int R, const int STEP) {
    UNROLL
    for (int r = 0; r < R; r++) {
        T *to = out[r] + i;
        VEC sum;
        if (KIND == BOX) {
            const FN(fused_sums) next = FN(fused_double)(s->now[r], after[r], s->sums[r], STEP);
            sum = FN(fused_box)(s->before[r], s->now[r], after[r], s->sums[r], next, TAPS, STEP);
            s->sums[r] = next;
        } else
            sum = FN(fused_along)(f, s->before[r], s->now[r], after[r], TAPS, KIND, STEP);
        if (ADDS && f->adds_sums)
            sum += PART ? FN(load_lanes)(to, first, last) : *(const VEC *)to;
        if (ADDS)
            sum += f->bias;
        if (PART && last - first < LANES)
            FN(store_lanes)(to, first, last, sum);
        else
            *(VEC *)to = sum;
        s->before[r] = s->now[r];
        s->now[r] = after[r];
    }
}

/* Compute the vectors of outputs from element i up to `end`; the results after each lie inside the
 * lines. */
INLINE void FN(fused_steps)(FN(fused) *f, FN(fused_state) *s, T *const *out, pc_size i,
                            pc_size end, pc_size shift, const int ADDS, const int TAPS,
                            const int KIND, const int R, const int STEP) {
    int prefetches = f->prefetches;
    for (; i < end; i += LANES) {
        VEC after[PC_MAX_FUSED_ROWS];
        __asm__("" : "+r"(prefetches)); /* keeps one loop for both values */
        if (prefetches)
            UNROLL
        for (int r = 0; r < R; r++) {
            if (TAPS > 3)
                FUSED_PREFETCH(f->lines[TAPS - 1 + r] + i + shift + LANES, 0);
            FUSED_PREFETCH(out[r] + i, 1);
        }
        else if (FUSED_NEARS(TAPS, R))
            UNROLL
        for (int r = 0; r < R; r++)
            FUSED_PREFETCH_NEAR(f->lines[TAPS - 1 + r] + i + shift + LANES);
        FN(fused_across)(f, i + shift + LANES, after, TAPS, KIND, R);
        FN(fused_step)(f, s, after, out, i, 0, LANES, ADDS, 0, TAPS, KIND, R, STEP);
    }
}

/* Compute R rows, from the first vector to the last. All stores to the first row are aligned,
 * because parts of vectors are stored at its ends. */
INLINE void FN(fused_row)(FN(fused) *f, FN(fused_edges) *e, const pc_fused_args *p, T *const *out_,
                          void at_place(FN(fused) *, const FN(fused_edges) *, pc_size, VEC *),
                          const int TAPS, const int KIND, const int R, const int STEP) {
    const pc_size shift = TAPS / 2 * STEP - p->left, n = p->n;
    VEC at[3][PC_MAX_FUSED_ROWS];
    FN(fused_state) state;
    T *out[PC_MAX_FUSED_ROWS];
    UNROLL
    for (int r = 0; r < R; r++)
        out[r] = out_[r];
    pc_size i = -(pc_size)((uintptr_t)out[0] / sizeof(T) % LANES); /* the vector of element 0 */
    for (int k = KIND == BOX ? 0 : 1; k < 3; k++)
        at_place(f, e, i + shift + (k - 2) * LANES, at[k]);
    UNROLL
    for (int r = 0; r < R; r++) {
        if (KIND == BOX) {
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
            if (g.adds_any)
                FN(fused_steps)(&g, &state, out, i, end, shift, 1, TAPS, KIND, R, STEP);
            else
                FN(fused_steps)(&g, &state, out, i, end, shift, 0, TAPS, KIND, R, STEP);
            i = end;
        } else {
            const pc_size first = i < 0 ? -i : 0, last = n - i < LANES ? n - i : LANES;
            VEC after[PC_MAX_FUSED_ROWS];
            at_place(f, e, i + shift + LANES, at[0]);
            UNROLL
            for (int r = 0; r < R; r++)
                after[r] = at[0][r];
            FN(fused_step)(&g, &state, after, out, i, first, last, 1, 1, TAPS, KIND, R, STEP);
            i += LANES;
        }
    }
    if (IS_FLOAT(ELEMENT)) {
        BITS *seen = p->maxima;
        *seen = FN(max_magnitude)(FN(max_magnitude)(*seen, f->max), g.max);
    }
}
