/* Micro-kernel dot: one filter at a time, and one window or several that share a vector.
 *
 * It is for windows that share little or nothing, as in means over blocks, and for outputs too few
 * to fill vectors: rows are read as they lie, whereas pixels in the lanes would have to be
 * gathered.
 *
 * Register block: 4 vectors of sums, because a sum takes a product every 4 cycles. Lanes are added
 * pairwise at the end.
 *
 * Expected inner loop: 8 loads and 4 FMAs. There are two other loops for windows
 * side by side:
 * - If rows are half a vector or less, a vector holds a row of several windows. The inner loop is
 *   an FMA from memory for each row, and the lanes of LANES windows are added together.
 * - Windows of one or two columns have a lane each. Two columns are deinterleaved: 2 shuffles for 2
 *   FMAs.
 */
#include "dot.h"
#include "microkernel.h"

#include "lane_sum.inc.h"
#include "partial_vectors.inc.h"

enum { SUMS = 4 };

typedef uint8_t FN(bytes) __attribute__((vector_size(VECTOR_BYTES), may_alias));

pc_dot_kernel FN(dot);
pc_dot_row_kernel FN(dot_row);

/* Return the last `rest` elements of the row that ends at `end`, and zeros. A row of a vector or
 * more is read by a whole vector, of which `mask` clears the elements before them. */
INLINE VEC FN(load_end)(const T *end, pc_size rest, VEC mask, int short_row) {
    if (short_row)
        return FN(load_part)(end - rest, rest);
    return (VEC)((FN(bytes)) * (const VEC *)(end - LANES) & (FN(bytes))mask);
}

/* Return the products of one window, summed in each lane. */
INLINE VEC FN(dot_window)(const pc_dot_args *d, const T *x, const T *w, pc_size rest, VEC mask) {
    VEC sum[SUMS] = {{0}};
    const int short_row = d->width < LANES;
    for (pc_size r = 0; r < d->rows; r++, w += d->width) {
        const T *at = x + d->row[r];
        pc_size s = 0;
        for (; s + SUMS * LANES <= d->width; s += SUMS * LANES) {
            UNROLL
            for (int i = 0; i < SUMS; i++)
                MULTIPLY_ADD(sum[i], *(const VEC *)(w + s + i * LANES),
                             *(const VEC *)(at + s + i * LANES));
        }
        if (s + 2 * LANES <= d->width) {
            MULTIPLY_ADD(sum[0], *(const VEC *)(w + s), *(const VEC *)(at + s));
            MULTIPLY_ADD(sum[1], *(const VEC *)(w + s + LANES), *(const VEC *)(at + s + LANES));
            s += 2 * LANES;
        }
        if (s + LANES <= d->width)
            MULTIPLY_ADD(sum[2], *(const VEC *)(w + s), *(const VEC *)(at + s));
        if (rest > 0)
            MULTIPLY_ADD(sum[3], FN(load_end)(w + d->width, rest, mask, short_row),
                         FN(load_end)(at + d->width, rest, mask, short_row));
    }
    return (sum[0] + sum[1]) + (sum[2] + sum[3]);
}

/* The lanes of a sum are added up at its end: of one window by itself, or of LANES windows at once
 * by transposing their vectors, with zeros for missing windows; the order is the same.
 * MIN_ADDED_TOGETHER is the number of windows from which the latter is faster: with 16 lanes, 4 and
 * 6 windows of 64 float32 take 0.96 and 0.92 of the time so, 6 of 300 take 1.01 (Zen 4, 1 core,
 * AVX-512, 2026-12-01: two builds, by `python -m timeit -s "import numpy as np, polyconv; x, w =
 * np.ones((1, 1, 384), 'f4'), np.ones((1, 1, 64), 'f4'); p = polyconv.plan(x, w, stride=64,
 * workers=1, backend='direct')" "p(x)"`). Of 8 lanes one window takes 2.7 ns, 8 at once 25 ns
 * (float64, Zen 4, 1 core, 2026-11-30): such sums are always added by themselves. */
enum { MIN_ADDED_TOGETHER = 4, ADDS_TOGETHER = LANES >= 16 };

/* Add the lanes of each of LANES vectors, and store the first n sums. */
INLINE void FN(store_dots)(const pc_dot_args *d, VEC *part, pc_size n, T *sums) {
    VEC added = FN(lane_sums)(part, LANES);
    if (d->add)
        added += FN(load_part)(sums, n);
    FN(store_part)(sums, n, added);
}

/* Return the sums of n <= LANES windows side by side, one or two columns wide: each column is
 * summed, then both, in the order in which lanes of a window are added. Zero is added, too, as by
 * lanes that hold no product: -0.0 becomes 0.0. */
INLINE VEC FN(sum_neighbours)(const T *x, const pc_size *row, pc_size rows, const T *w, pc_size n,
                              const int COLUMNS) {
    VEC even = {0}, odd = {0};
    for (pc_size r = 0; r < rows; r++) {
        const T *at = x + row[r];
        VEC low, high;
        if (n == LANES)
            low = *(const VEC *)at;
        else
            low = FN(load_part)(at, COLUMNS * n < LANES ? COLUMNS * n : LANES);
        if (COLUMNS == 1) {
            MULTIPLY_ADD(even, w[r], low);
            continue;
        }
        if (n == LANES)
            high = *(const VEC *)(at + LANES);
        else
            high = FN(load_part)(at + LANES, 2 * n > LANES ? 2 * n - LANES : 0);
        MULTIPLY_ADD(even, w[2 * r], __builtin_shufflevector(low, high, LANE_LIST(EVEN, 0)));
        MULTIPLY_ADD(odd, w[2 * r + 1], __builtin_shufflevector(low, high, LANE_LIST(ODD, 0)));
    }
    if (COLUMNS == 2)
        even += odd;
    return even + (VEC){0};
}

/* True if LANES windows from p on start side by side. All are compared, because rows of an input
 * that is read where it lies may run backwards. */
INLINE int FN(are_neighbours)(const pc_dot_args *d, pc_size p) {
    pc_size differ = 0;
    if (p + LANES > d->pixels || d->pixel[p + 1] != d->pixel[p] + d->width)
        return 0;
    for (int i = 2; i < LANES; i++) /* compiled to vectors */
        differ |= d->pixel[p + i] - d->pixel[p] - i * d->width;
    return differ == 0;
}

enum { SHARED_ROWS = 128 }; /* maximum kernel rows of windows that share a vector: 8 KiB */

/* Count the windows from p on, at most `max`, each of which starts where the one before ends. */
INLINE pc_size FN(windows_side_by_side)(const pc_dot_args *d, pc_size p, pc_size max) {
    pc_size n = 1;
    while (n < max && p + n < d->pixels && d->pixel[p + n] == d->pixel[p] + n * d->width)
        n++;
    return n;
}

/* Sum windows whose rows take half a vector or less: a vector holds a row of those side by side.
 *
 * Their sums are moved to the first lanes, so that lanes are added in one order wherever a window
 * was: results do not depend on how rows are cut. */
static void FN(dot_short_rows)(const pc_dot_args *d, const T *x, const T *w, T *sums) {
    const pc_size width = d->width, shared = LANES / width;
    VEC weights[SHARED_ROWS], part[LANES], mask;
    T lane[2 * LANES] = {0};
    memset(&mask, 0, VECTOR_BYTES);
    memset(&mask, 0xff, width * sizeof(T));
    for (pc_size r = 0; r < d->rows; r++) {
        weights[r] = (VEC){0};
        for (pc_size i = 0; i < shared; i++)
            memcpy((T *)&weights[r] + i * width, w + r * width, width * sizeof(T));
    }
    for (pc_size p = 0, n; p < d->pixels; p += n) {
        if (width <= 2 && FN(are_neighbours)(d, p)) {
            const T *at = x + d->pixel[p];
            VEC added;
            if (width == 1)
                added = FN(sum_neighbours)(at, d->row, d->rows, w, LANES, 1);
            else
                added = FN(sum_neighbours)(at, d->row, d->rows, w, LANES, 2);
            if (d->add)
                added += *(const VEC *)(sums + p);
            *(VEC *)(sums + p) = added;
            n = LANES;
            continue;
        }
        for (n = 0; n + shared <= LANES && p + n < d->pixels;) {
            const T *window = x + d->pixel[p + n];
            const pc_size count = FN(windows_side_by_side)(d, p + n, shared + 1);
            const pc_size windows = count < shared ? count : shared;
            VEC sum = {0};
            /* A whole vector may be read: one more window follows, or it ends with the last. */
            if (count > shared || windows * width == LANES)
                for (pc_size r = 0; r < d->rows; r++)
                    MULTIPLY_ADD(sum, weights[r], *(const VEC *)(window + d->row[r]));
            else
                for (pc_size r = 0; r < d->rows; r++)
                    MULTIPLY_ADD(sum, weights[r],
                                 FN(load_part)(window + d->row[r], windows * width));
            *(VEC *)lane = sum;
            for (pc_size i = 0; i < windows; i++)
                part[n + i] =
                    (VEC)((FN(bytes)) * (const VEC *)(lane + i * width) & (FN(bytes))mask);
            n += windows;
        }
        for (pc_size i = n; i < LANES; i++)
            part[i] = (VEC){0};
        FN(store_dots)(d, part, n, sums + p);
    }
}

void FN(dot)(const pc_dot_args *d, const void *x_, const void *w, void *sums_) {
    const T *x = x_;
    T *sums = sums_;
    if (2 * d->width <= LANES && d->rows <= SHARED_ROWS && FN(windows_side_by_side)(d, 0, 2) == 2) {
        FN(dot_short_rows)(d, x, w, sums);
        return;
    }
    const pc_size rest = d->width % LANES;
    VEC mask;
    memset(&mask, 0, VECTOR_BYTES - rest * sizeof(T));
    memset((char *)&mask + VECTOR_BYTES - rest * sizeof(T), 0xff, rest * sizeof(T));
    pc_size p = 0;
    /* The weights of a single short row stay in a register. */
    const VEC weights = FN(load_part)(w, d->rows == 1 && d->width < LANES ? d->width : 0);
    for (; ADDS_TOGETHER && p + MIN_ADDED_TOGETHER <= d->pixels; p += LANES) {
        const pc_size n = d->pixels - p < LANES ? d->pixels - p : LANES;
        VEC part[LANES];
        if (d->rows == 1 && d->width < LANES && n == LANES) {
            const T *at = x + d->row[0];
            UNROLL
            for (int i = 0; i < LANES; i++) {
                part[i] = (VEC){0};
                MULTIPLY_ADD(part[i], weights, FN(load_part)(at + d->pixel[p + i], d->width));
            }
            FN(store_dots)(d, part, n, sums + p);
            continue;
        }
        for (pc_size i = 0; i < LANES; i++)
            part[i] = i < n ? FN(dot_window)(d, x + d->pixel[p + i], w, rest, mask) : (VEC){0};
        FN(store_dots)(d, part, n, sums + p);
    }
    for (; p < d->pixels; p++) {
        T sum = FN(lane_sum)(FN(dot_window)(d, x + d->pixel[p], w, rest, mask));
        sums[p] = d->add ? sums[p] + sum : sum;
    }
}

/* ---- rows of windows in the caller's array ---- */

/* Windows of one column: vectors of a block, and kernel rows that are summed before the next ones.
 * Hardware prefetchers follow so few rows; the sums wait in L1 meanwhile. */
enum { COLUMN_VECTORS = 4, ROWS_AT_ONCE = 8 };

/* Add the bias to complete sums. */
INLINE VEC FN(with_bias)(VEC sum, const T *bias) {
    if (bias)
        sum += *bias;
    return sum;
}

/* Add the products of some kernel rows to the sums of V vectors, which start from zero if `starts`.
 * If `ends`, they are complete then. The chain of products is one, however rows are cut. */
INLINE void FN(column_block)(const T *x, const pc_size *row, pc_size rows, const T *w, T *out,
                             int starts, int ends, const T *bias, const int V) {
    VEC sum[COLUMN_VECTORS];
    UNROLL
    for (int v = 0; v < V; v++)
        sum[v] = (VEC){0};
    if (!starts)
        UNROLL
    for (int v = 0; v < V; v++)
        sum[v] = *(const VEC *)(out + v * LANES);
    for (pc_size r = 0; r < rows; r++) {
        const T *at = x + row[r];
        UNROLL
        for (int v = 0; v < V; v++)
            MULTIPLY_ADD(sum[v], w[r], *(const VEC *)(at + v * LANES));
    }
    UNROLL
    for (int v = 0; v < V; v++) {
        if (ends)
            sum[v] = FN(with_bias)(sum[v] + (VEC){0}, bias);
        *(VEC *)(out + v * LANES) = sum[v];
    }
}

/* Sum whole vectors of windows of one column. */
static void FN(sum_columns)(const pc_dot_row_args *d, pc_size pixels, const T *x, const T *w,
                            T *out) {
    for (pc_size first = 0, rows; first < d->rows; first += rows) {
        const pc_size *row = d->row + first;
        rows = d->rows - first < ROWS_AT_ONCE ? d->rows - first : ROWS_AT_ONCE;
        const int starts = first == 0, ends = first + rows == d->rows;
        pc_size p = 0;
        for (; p + COLUMN_VECTORS * LANES <= pixels; p += COLUMN_VECTORS * LANES)
            FN(column_block)(x + p, row, rows, w + first, out + p, starts, ends, d->bias,
                             COLUMN_VECTORS);
        for (; p < pixels; p += LANES)
            FN(column_block)(x + p, row, rows, w + first, out + p, starts, ends, d->bias, 1);
    }
}

void FN(dot_row)(const pc_dot_row_args *d, const void *x_, const void *w_, void *sums) {
    const T *x = x_, *w = w_;
    const pc_size whole = d->pixels / LANES * LANES, rest = d->pixels - whole;
    T *out = sums;
    if (d->columns == 1) {
        FN(sum_columns)(d, whole, x, w, out);
        if (rest > 0)
            FN(store_part)(out + whole, rest,
                           FN(with_bias)(FN(sum_neighbours)(x + whole, d->row, d->rows, w, rest, 1),
                                         d->bias));
        return;
    }
    for (pc_size p = 0; p < whole; p += LANES)
        *(VEC *)(out + p) = FN(with_bias)(
            FN(sum_neighbours)(x + 2 * p, d->row, d->rows, w, LANES, 2), d->bias);
    if (rest > 0)
        FN(store_part)(out + whole, rest,
                       FN(with_bias)(FN(sum_neighbours)(x + 2 * whole, d->row, d->rows, w, rest, 2),
                                     d->bias));
}
