/* Copies of rows: padded, strided, deinterleaved, and stored with a bias.
 *
 * Expected inner loop: one load and one store (two loads, a shuffle and a store where elements are
 * dropped) for each vector, with a prefetch 4 KiB ahead. A row's last vector overlaps the one
 * before it; rows shorter than a vector go through load_part and store_part. Included by
 * copy_kernels.inc.h.
 */

/* Copy n elements, plus `add`. The last vector overlaps the one before it. */
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

/* Fill n elements. Padding of a row is mostly shorter than a vector; for that, a loop that the
 * compiler vectorises takes longer than copying the row. */
INLINE void FN(fill)(T *to, pc_size n, T value) {
    const VEC all = value - (VEC){0}; /* keeps the sign of a zero */
    if (n >= LANES) {
        for (pc_size i = 0; i + LANES <= n; i += LANES)
            *(VEC *)(to + i) = all;
        *(VEC *)(to + n - LANES) = all;
    } else if (n > 0) {
        FN(store_part)(to, n, all);
    }
}

/* Fill the padding to the left and right of n elements of each row. Adjacent rows are filled as one
 * line, inner elements included: one long loop instead of two short ones for each row. */
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
        /* `from` may be NULL here; a masked load of no element from it takes a slow fault path. */
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

/* Return every `step`-th element of a line of `read` elements, at most `step` vectors of them.
 * `step` is 2, 4 or 8; log2(step) rounds of shuffles keep the even lanes of two vectors. */
INLINE VEC FN(load_strided)(const T *line, pc_size read, const int step) {
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

/* Elements up to the last one that is copied: nothing after it may be read. */
#define STRIDED_READ(n) (step * ((n) - 1) + 1)

INLINE void FN(pad_strided_by)(const char *from, pc_size from_pitch, pc_size rows, pc_size left,
                               pc_size n, pc_size right, T value, T *to, pc_size to_pitch,
                               const int step) {
    if (n <= LANES) {
        FN(fill_sides)(to, rows, left, n, right, to_pitch, value);
        to += left;
        for (pc_size r = 0; r < rows && n > 0; r++, from += from_pitch, to += to_pitch)
            FN(store_part)(to, n, FN(load_strided)((const T *)from, STRIDED_READ(n), step));
        return;
    }
    for (pc_size r = 0; r < rows; r++, from += from_pitch, to += to_pitch) {
        const T *line = (const T *)from;
        pc_size i = 0;
        FN(fill)(to, left, value);
        for (; i + LANES < n; i += LANES)
            *(VEC *)(to + left + i) = FN(load_strided)(line + step * i, step * LANES, step);
        /* The last vector overlaps the one before it. */
        i = n - LANES;
        *(VEC *)(to + left + i) = FN(load_strided)(line + step * i, STRIDED_READ(LANES), step);
        FN(fill)(to + left + n, right, value);
    }
}

static void FN(pad_strided_rows)(const char *from, pc_size from_pitch, pc_size step, pc_size rows,
                                 pc_size left, pc_size n, pc_size right, const void *value_,
                                 void *to_, pc_size to_pitch) {
    T value = *(const T *)value_, *to = to_;
#define STRIDED(STEP)                                                                              \
    case STEP:                                                                                     \
        FN(pad_strided_by)(from, from_pitch, rows, left, n, right, value, to, to_pitch, STEP);     \
        return;
    switch (step) { STRIDED(2) STRIDED(4) STRIDED(8) }
#undef STRIDED
    for (pc_size r = 0; r < rows; r++, from += from_pitch, to += to_pitch) {
        const T *line = (const T *)from;
        FN(fill)(to, left, value);
        for (pc_size i = 0; i < n; i++)
            to[left + i] = line[i * step];
        FN(fill)(to + left + n, right, value);
    }
}

#undef STRIDED_READ

static void FN(deinterleave)(const char *from_, pc_size from_pitch, pc_size rows, pc_size n,
                             void *even_, void *odd_, pc_size to_pitch) {
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

#include "zip.inc.h"

/* Zip `unit` rows. The last vectors overlap those before them; elements of rows shorter than a
 * vector are written one by one. */
INLINE void FN(interleave_by)(const T *sums, pc_size pitch, pc_size n, const T *bias, T *out,
                              const int unit) {
    for (pc_size i = 0; i < n && n >= LANES; i += LANES) {
        const pc_size first = i + LANES <= n ? i : n - LANES;
        VEC part[8];
        UNROLL
        for (int u = 0; u < unit; u++) {
            part[u] = *(const VEC *)(sums + u * pitch + first);
            if (bias)
                part[u] += bias[u];
        }
        if (unit == 3)
            FN(store_three_zipped)(part, out + first * unit);
        else
            FN(store_zipped)(part, out + first * unit, unit);
    }
    for (pc_size i = 0; i < n && n < LANES; i++)
        for (int u = 0; u < unit; u++)
            out[i * unit + u] = sums[u * pitch + i] + (bias ? bias[u] : 0);
}

static void FN(interleave)(const void *sums, pc_size sums_pitch, pc_size n, const void *bias,
                           char *out, int unit) {
#define ROWS(UNIT)                                                                                 \
    case UNIT:                                                                                     \
        FN(interleave_by)(sums, sums_pitch, n, bias, (T *)out, UNIT);                              \
        return;
    switch (unit) { ROWS(2) ROWS(3) ROWS(4) ROWS(8) }
#undef ROWS
}

static void FN(store_rows)(const void *sums_, pc_size sums_pitch, pc_size rows, pc_size n,
                           const void *bias, char *out, pc_size out_pitch) {
    const T *sums = sums_;
    T add = bias ? *(const T *)bias : 0;
    for (pc_size r = 0; r < rows; r++, sums += sums_pitch, out += out_pitch)
        FN(copy)((T *)out, sums, n, add);
}

/* Store whole vectors, then the rest of each row by a masked store. The bias is loaded again for
 * each row: it is in L1, and too long for registers. */
static void FN(store_pixels)(const void *sums_, pc_size sums_pitch, pc_size rows, pc_size n,
                             const void *bias_, char *out, pc_size out_pitch) {
    const T *sums = sums_, *bias = bias_;
    const pc_size whole = n / LANES * LANES;
    for (pc_size r = 0; r < rows; r++, sums += sums_pitch, out += out_pitch) {
        T *to = (T *)out;
        for (pc_size i = 0; i < whole; i += LANES) {
            VEC value = *(const VEC *)(sums + i);
            if (bias)
                value += *(const VEC *)(bias + i);
            *(VEC *)(to + i) = value;
        }
        if (whole < n) {
            VEC value = FN(load_part)(sums + whole, n - whole);
            if (bias)
                value += FN(load_part)(bias + whole, n - whole);
            FN(store_part)(to + whole, n - whole, value);
        }
    }
}
