/* Both passes of a plane at once, in registers. Included by lines.inc.h.
 *
 * A vector of the input's TAPS rows is filtered across; its result, and those of the vector before
 * and the one behind, give one vector of outputs. Taps along the row are shuffles of two registers,
 * so nothing is stored between the passes, and memory is read and written at an even pace, which the
 * hardware's prefetchers follow. Expected inner loop for each vector of outputs with 32 registers:
 * TAPS loads, 2 TAPS FMAs, TAPS - 1 shuffles, 3 instructions for max_abs and 1 store; no spills.
 */

/* Return elements k to k + LANES - 1 of the vectors a and b side by side, for constant k. */
#define FROM_PAIR(j, k) (j) + (k)
#define PAIR(a, b, k) __builtin_shufflevector(a, b, LANE_LIST(FROM_PAIR, k))

/* The rows of one row of outputs, and what all its vectors share. */
typedef struct {
    const T *lines[5];
    VEC across[5], along[5];
    BITS max; /* magnitudes of the last line */
    pc_size inside;
    VEC left[3], right[3]; /* results at the ends of the lines, and padding beyond them */
} FN(fused);

/* Filter the vector at element `at` of all lines across. */
INLINE VEC FN(fused_across)(FN(fused) *f, pc_size at, const int TAPS) {
    VEC sum = (VEC){0};
    UNROLL
    for (int t = 0; t < TAPS; t++) {
        VEC value = *(const VEC *)(f->lines[t] + at);
        IN_REGISTER(value);
        sum += f->across[t] * value;
        if (IS_FLOAT(ELEMENT) && t == TAPS - 1)
            f->max = FN(max_magnitude)(f->max, (BITS)value);
    }
    return sum;
}

/* The same for places that may lie in the padding. */
INLINE VEC FN(fused_at)(FN(fused) *f, pc_size at, const int TAPS) {
    const pc_size from_end = at - (f->inside - LANES);
    if (at < 0)
        return *(const VEC *)((const T *)f->left + (at < -2 * LANES ? 0 : at + 2 * LANES));
    if (from_end > 0)
        return *(const VEC *)((const T *)f->right + (from_end > 2 * LANES ? 2 * LANES : from_end));
    return FN(fused_across)(f, at, TAPS);
}

/* Filter along: `now` stands where the middle taps are, with its neighbours before and behind. */
INLINE VEC FN(fused_along)(const FN(fused) *f, VEC before, VEC now, VEC behind, const int TAPS) {
    const VEC *w = f->along;
    if (TAPS == 3)
        return w[0] * PAIR(before, now, LANES - 1) + w[1] * now + w[2] * PAIR(now, behind, 1);
    return w[0] * PAIR(before, now, LANES - 2) + w[1] * PAIR(before, now, LANES - 1) + w[2] * now +
           w[3] * PAIR(now, behind, 1) + w[4] * PAIR(now, behind, 2);
}

/* Compute the vector of outputs whose middle taps are at element `at` of the lines. */
INLINE VEC FN(fused_edge)(FN(fused) *f, pc_size at, const int TAPS) {
    const VEC before = FN(fused_at)(f, at - LANES, TAPS), now = FN(fused_at)(f, at, TAPS);
    return FN(fused_along)(f, before, now, FN(fused_at)(f, at + LANES, TAPS), TAPS);
}

INLINE void FN(fused_row_of)(const char *const *lines, const T *across, const T *along,
                             const T *padding, pc_size left, pc_size inside, pc_size n, T *out,
                             void *maxima, const int TAPS) {
    FN(fused) f = {.inside = inside};
    const pc_size shift = TAPS / 2 - left;
    VEC beyond = (VEC){0};
    UNROLL
    for (int t = 0; t < TAPS; t++) {
        f.lines[t] = (const T *)lines[t];
        f.across[t] = (VEC){0} + across[t];
        f.along[t] = (VEC){0} + along[t];
        beyond += f.across[t] * *padding;
    }
    if (IS_FLOAT(ELEMENT))
        f.max = *(const BITS *)maxima;
    f.left[0] = f.left[1] = f.right[1] = f.right[2] = beyond;
    f.left[2] = FN(fused_across)(&f, 0, TAPS);
    f.right[0] = FN(fused_across)(&f, inside - LANES, TAPS);
    *(VEC *)out = FN(fused_edge)(&f, shift, TAPS);
    pc_size i = -((uintptr_t)out / sizeof(T)) % LANES; /* stores are aligned from here on */
    for (; i + shift < LANES && i + LANES <= n; i += LANES)
        *(VEC *)(out + i) = FN(fused_edge)(&f, i + shift, TAPS);
    pc_size at = i + shift;
    if (i + LANES <= n && at + 2 * LANES <= inside) {
        VEC before = FN(fused_across)(&f, at - LANES, TAPS);
        VEC now = FN(fused_across)(&f, at, TAPS);
        for (; i + LANES <= n && at + 2 * LANES <= inside; i += LANES, at += LANES) {
            VEC behind = FN(fused_across)(&f, at + LANES, TAPS);
            *(VEC *)(out + i) = FN(fused_along)(&f, before, now, behind, TAPS);
            before = now;
            now = behind;
        }
    }
    for (; i + LANES < n; i += LANES)
        *(VEC *)(out + i) = FN(fused_edge)(&f, i + shift, TAPS);
    /* The last vector overlaps the one before it. */
    *(VEC *)(out + n - LANES) = FN(fused_edge)(&f, n - LANES + shift, TAPS);
    if (IS_FLOAT(ELEMENT))
        *(BITS *)maxima = f.max;
}

static void FN(fused_row)(const char *const *lines, const void *across, const void *along,
                          pc_size taps, const void *padding, pc_size left, pc_size inside,
                          pc_size n, void *out, void *maxima) {
    if (taps == 3)
        FN(fused_row_of)(lines, across, along, padding, left, inside, n, out, maxima, 3);
    else
        FN(fused_row_of)(lines, across, along, padding, left, inside, n, out, maxima, 5);
}
#undef FROM_PAIR
#undef PAIR
