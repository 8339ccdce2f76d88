/* Both passes of a plane at once, in registers. Included by lines.inc.h.
 *
 * A vector of the input's TAPS rows is filtered across; its result, and those of the vector before
 * and the one behind, give one vector of outputs. Taps along the row are shuffles of two registers,
 * so nothing is stored between the passes, and memory is read and written at an even pace, which the
 * hardware's prefetchers follow. Expected inner loop for each vector of outputs with 32 registers:
 * TAPS loads, 2 TAPS FMAs, TAPS - 1 shuffles, 3 instructions for max_abs and 1 store; no spills.
 * Boxes of 7 and of 9 sum pairs and fours of results once: 4 shuffles and 4 additions along.
 */

/* Return elements k to k + LANES - 1 of the vectors a and b side by side, for constant k. Shifts of
 * more than LANES are compiled, but planned nowhere. */
#define FROM_PAIR(j, k) (((j) + (k)) & (2 * LANES - 1))
#define PAIR(a, b, k) __builtin_shufflevector(a, b, LANE_LIST(FROM_PAIR, k))
/* Add the products of the taps k before and k behind the middle. */
#define TAPS_AT(k)                                                                                 \
    {                                                                                              \
        sum += w[-(k)] * PAIR(before, now, LANES - (k));                                           \
        sum += w[k] * PAIR(now, behind, k);                                                        \
    }

/* The rows of one row of outputs, and what all its vectors share. */
typedef struct {
    const T *lines[9];
    VEC across[9], along[9];
    BITS max; /* magnitudes of the last line */
    pc_size inside;
    VEC left[3], right[3]; /* results at the ends of the lines, and padding beyond them */
} FN(fused);

/* Filter the vector at element `at` of all lines across. */
INLINE VEC FN(fused_across)(FN(fused) *f, pc_size at, const int TAPS, const int BOX) {
    VEC sum = (VEC){0};
    UNROLL
    for (int t = 0; t < TAPS; t++) {
        VEC value = *(const VEC *)(f->lines[t] + at);
        IN_REGISTER(value);
        if (BOX)
            sum += value;
        else
            sum += f->across[t] * value;
        if (IS_FLOAT(ELEMENT) && t == TAPS - 1)
            f->max = FN(max_magnitude)(f->max, (BITS)value);
    }
    if (BOX)
        sum = sum * f->across[0] + (VEC){0}; /* no negative zero */
    return sum;
}

/* The same for places that may lie in the padding. */
INLINE VEC FN(fused_at)(FN(fused) *f, pc_size at, const int TAPS, const int BOX) {
    const pc_size from_end = at - (f->inside - LANES);
    if (at < 0)
        return *(const VEC *)((const T *)f->left + (at < -2 * LANES ? 0 : at + 2 * LANES));
    if (from_end > 0)
        return *(const VEC *)((const T *)f->right + (from_end > 2 * LANES ? 2 * LANES : from_end));
    return FN(fused_across)(f, at, TAPS, BOX);
}

/* Filter along: `now` stands where the middle taps are, with its neighbours before and behind. */
INLINE VEC FN(fused_along)(const FN(fused) *f, VEC before, VEC now, VEC behind, const int TAPS) {
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

/* Compute the vector of outputs whose middle taps are at element `at` of the lines. */
INLINE VEC FN(fused_edge)(FN(fused) *f, pc_size at, const int TAPS, const int BOX) {
    const VEC before = FN(fused_at)(f, at - LANES, TAPS, BOX);
    const VEC now = FN(fused_at)(f, at, TAPS, BOX);
    const VEC behind = FN(fused_at)(f, at + LANES, TAPS, BOX);
    return FN(fused_along)(f, before, now, behind, TAPS);
}

/* Sums of 2 and of 4 elements up to each element of a vector, for boxes of 7 and of 9. */
typedef struct {
    VEC of_2, of_4;
} FN(fused_sums);

/* Return the sums of a vector, `sums` being those of the vector before. */
INLINE FN(fused_sums) FN(fused_double)(VEC before, VEC now, FN(fused_sums) sums) {
    FN(fused_sums) doubled;
    doubled.of_2 = now + PAIR(before, now, LANES - 1);
    doubled.of_4 = doubled.of_2 + PAIR(sums.of_2, doubled.of_2, LANES - 2);
    return doubled;
}

/* Add 7 or 9 elements about the middle of each window, from the sums `a` of `now` and `b` of
 * `behind`. */
INLINE VEC FN(fused_box)(VEC before, VEC now, VEC behind, FN(fused_sums) a, FN(fused_sums) b,
                         const int TAPS) {
    if (TAPS == 7)
        return a.of_4 + PAIR(a.of_2, b.of_2, 2) + PAIR(now, behind, 3);
    return a.of_4 + PAIR(a.of_4, b.of_4, 4) + PAIR(before, now, LANES - 4);
}

INLINE void FN(fused_row_of)(const char *const *lines, const T *across, const T *along,
                             const T *padding, pc_size left, pc_size inside, pc_size n, T *out,
                             void *maxima, const int TAPS, const int BOX) {
    FN(fused) f = {.inside = inside};
    const pc_size shift = TAPS / 2 - left;
    VEC beyond = (VEC){0};
    UNROLL
    for (int t = 0; t < TAPS; t++) {
        f.lines[t] = (const T *)lines[t];
        f.across[t] = (VEC){0} + across[t];
        f.along[t] = (VEC){0} + along[t];
        if (BOX)
            beyond += *padding;
        else
            beyond += f.across[t] * *padding;
    }
    if (BOX)
        beyond = beyond * f.across[0] + (VEC){0};
    if (IS_FLOAT(ELEMENT))
        f.max = *(const BITS *)maxima;
    f.left[0] = f.left[1] = f.right[1] = f.right[2] = beyond;
    f.left[2] = FN(fused_across)(&f, 0, TAPS, BOX);
    f.right[0] = FN(fused_across)(&f, inside - LANES, TAPS, BOX);
    *(VEC *)out = FN(fused_edge)(&f, shift, TAPS, BOX);
    pc_size i = -((uintptr_t)out / sizeof(T)) % LANES; /* stores are aligned from here on */
    for (; i + shift < LANES && i + LANES <= n; i += LANES)
        *(VEC *)(out + i) = FN(fused_edge)(&f, i + shift, TAPS, BOX);
    pc_size at = i + shift;
    if (i + LANES <= n && at + 2 * LANES <= inside) {
        VEC before = FN(fused_across)(&f, at - LANES, TAPS, BOX);
        VEC now = FN(fused_across)(&f, at, TAPS, BOX);
        FN(fused_sums) sums = {{0}, {0}};
        if (BOX) {
            VEC first = FN(fused_at)(&f, at - 2 * LANES, TAPS, BOX);
            sums = FN(fused_double)(first, before, sums);
            sums = FN(fused_double)(before, now, sums);
        }
        for (; i + LANES <= n && at + 2 * LANES <= inside; i += LANES, at += LANES) {
            VEC behind = FN(fused_across)(&f, at + LANES, TAPS, BOX);
            VEC result;
            if (BOX) {
                const FN(fused_sums) next = FN(fused_double)(now, behind, sums);
                result = FN(fused_box)(before, now, behind, sums, next, TAPS);
                sums = next;
            } else
                result = FN(fused_along)(&f, before, now, behind, TAPS);
            *(VEC *)(out + i) = result;
            before = now;
            now = behind;
        }
    }
    for (; i + LANES < n; i += LANES)
        *(VEC *)(out + i) = FN(fused_edge)(&f, i + shift, TAPS, BOX);
    /* The last vector overlaps the one before it. */
    *(VEC *)(out + n - LANES) = FN(fused_edge)(&f, n - LANES + shift, TAPS, BOX);
    if (IS_FLOAT(ELEMENT))
        *(BITS *)maxima = f.max;
}

static void FN(fused_row)(const char *const *lines, const void *across, const void *along,
                          pc_size taps, int box, const void *padding, pc_size left,
                          pc_size inside, pc_size n, void *out, void *maxima) {
    if (taps == 3)
        FN(fused_row_of)(lines, across, along, padding, left, inside, n, out, maxima, 3, 0);
    else if (taps == 5)
        FN(fused_row_of)(lines, across, along, padding, left, inside, n, out, maxima, 5, 0);
    else if (taps == 7 && box)
        FN(fused_row_of)(lines, across, along, padding, left, inside, n, out, maxima, 7, 1);
    else if (taps == 7)
        FN(fused_row_of)(lines, across, along, padding, left, inside, n, out, maxima, 7, 0);
    else if (box)
        FN(fused_row_of)(lines, across, along, padding, left, inside, n, out, maxima, 9, 1);
    else
        FN(fused_row_of)(lines, across, along, padding, left, inside, n, out, maxima, 9, 0);
}
#undef FROM_PAIR
#undef PAIR
#undef TAPS_AT
