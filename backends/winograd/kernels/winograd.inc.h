/* Winograd transforms for elements of type T, with names made by FN(...); included by winograd.c
 * only. M outputs of R taps are known while compiling, so loops over points are unrolled. */

typedef T FN(vec) __attribute__((vector_size(VECTOR_BYTES), aligned(sizeof(T)), may_alias));
#define VEC FN(vec)
#define MOST_POINTS_OF_TILE 216

typedef void (*FN(transform))(const VEC *, VEC *);

#include "winograd_transforms.inc.h"

/* M vectors of a line become one vector of each phase. */
INLINE void FN(phases)(const VEC *line, VEC *phase, const int M) {
    if (M == 2) {
        phase[0] = __builtin_shufflevector(line[0], line[1], LANE_LIST(EVEN, 0));
        phase[1] = __builtin_shufflevector(line[0], line[1], LANE_LIST(ODD, 0));
    } else if (M == 3) {
        VEC part0 = __builtin_shufflevector(line[0], line[1], LANE_LIST(THIRD_OF_TWO, 0));
        VEC part1 = __builtin_shufflevector(line[0], line[1], LANE_LIST(THIRD_OF_TWO, 1));
        VEC part2 = __builtin_shufflevector(line[0], line[1], LANE_LIST(THIRD_OF_TWO, 2));
        phase[0] = __builtin_shufflevector(part0, line[2], LANE_LIST(THIRD_OF_ALL, 0));
        phase[1] = __builtin_shufflevector(part1, line[2], LANE_LIST(THIRD_OF_ALL, 1));
        phase[2] = __builtin_shufflevector(part2, line[2], LANE_LIST(THIRD_OF_ALL, 2));
    } else {
        VEC even0 = __builtin_shufflevector(line[0], line[1], LANE_LIST(EVEN, 0));
        VEC even1 = __builtin_shufflevector(line[2], line[3], LANE_LIST(EVEN, 0));
        VEC odd0 = __builtin_shufflevector(line[0], line[1], LANE_LIST(ODD, 0));
        VEC odd1 = __builtin_shufflevector(line[2], line[3], LANE_LIST(ODD, 0));
        phase[0] = __builtin_shufflevector(even0, even1, LANE_LIST(EVEN, 0));
        phase[1] = __builtin_shufflevector(odd0, odd1, LANE_LIST(EVEN, 0));
        phase[2] = __builtin_shufflevector(even0, even1, LANE_LIST(ODD, 0));
        phase[3] = __builtin_shufflevector(odd0, odd1, LANE_LIST(ODD, 0));
    }
}

INLINE void FN(rows)(const void *const *from, pc_size n, T *to, pc_size to_step,
                     const int points, const FN(transform) transform) {
    for (pc_size e = 0; e < n; e += LANES) {
        VEC d[PC_MOST_POINTS], v[PC_MOST_POINTS];
        UNROLL
        for (int i = 0; i < points; i++)
            d[i] = *(const VEC *)((const T *)from[i] + e);
        transform(d, v);
        UNROLL
        for (int i = 0; i < points; i++)
            *(VEC *)(to + i * to_step + e) = v[i];
    }
}

INLINE void FN(split)(const T *line, pc_size n, T *to, pc_size to_step, const int M) {
    for (pc_size e = 0; e < n; e += LANES) {
        VEC part[4], phase[4];
        UNROLL
        for (int f = 0; f < M; f++)
            part[f] = *(const VEC *)(line + e * M + f * LANES);
        FN(phases)(part, phase, M);
        UNROLL
        for (int f = 0; f < M; f++)
            *(VEC *)(to + f * to_step + e) = phase[f];
    }
}

INLINE void FN(input_split)(const void *const *from, pc_size n, T *to, pc_size to_step,
                            const int M, const int points, const FN(transform) transform) {
    for (pc_size e = 0; e < n; e += LANES) {
        VEC v[4][PC_MOST_POINTS];
        UNROLL
        for (int f = 0; f < M; f++) {
            VEC d[PC_MOST_POINTS];
            UNROLL
            for (int i = 0; i < points; i++)
                d[i] = *(const VEC *)((const T *)from[i] + e * M + f * LANES);
            transform(d, v[f]);
        }
        UNROLL
        for (int i = 0; i < points; i++) {
            VEC line[4], phase[4];
            UNROLL
            for (int f = 0; f < M; f++)
                line[f] = v[f][i];
            FN(phases)(line, phase, M);
            UNROLL
            for (int f = 0; f < M; f++)
                *(VEC *)(to + (i * M + f) * to_step + e) = phase[f];
        }
    }
}

INLINE void FN(outputs)(const void *const *from, pc_size n, void *const *to, const int M,
                        const int points, const FN(transform) transform) {
    for (pc_size e = 0; e < n; e += LANES) {
        VEC m[PC_MOST_POINTS], y[4];
        UNROLL
        for (int i = 0; i < points; i++)
            m[i] = *(const VEC *)((const T *)from[i] + e);
        transform(m, y);
        UNROLL
        for (int i = 0; i < M; i++)
            *(VEC *)((T *)to[i] + e) = y[i];
    }
}

/* Write the outputs of a tile, `step` elements apart, as far as `count` goes. */
INLINE void FN(store)(const VEC *y, T *to, pc_size step, pc_size count, const int M) {
    if (count >= M) {
        UNROLL
        for (int j = 0; j < M; j++)
            *(VEC *)(to + j * step) = y[j];
    } else {
        /* Once in a line: not worth a copy of all this code for each number of columns. */
        VEC rest[4];
        for (int j = 0; j < M; j++)
            rest[j] = y[j];
        _Pragma("GCC unroll 1")
        for (pc_size j = 0; j < count; j++)
            *(VEC *)(to + j * step) = rest[j];
    }
}

/* Each tile of a line: its outputs start at the column `first`, and `count` of them are among all
 * `columns`. Those of `spread` neighbouring tiles take turns. */
#define EACH_TILE(first, count, columns, spread, M)                                                \
    for (pc_size start = 0; start < columns; start += M * spread)                                  \
        for (pc_size first = start, count;                                                         \
             first < start + spread &&                                                             \
             (count = (columns - first + spread - 1) / spread) > 0; first++, from += n)

INLINE void FN(output_line)(const T *from, pc_size from_step, pc_size n, pc_size spread,
                            pc_size columns, T *to, const int M, const int points,
                            const FN(transform) transform) {
    EACH_TILE(first, count, columns, spread, M) {
        for (pc_size e = 0; e < n; e += LANES) {
            VEC m[PC_MOST_POINTS], y[4];
            UNROLL
            for (int i = 0; i < points; i++)
                m[i] = *(const VEC *)(from + i * from_step + e);
            transform(m, y);
            FN(store)(y, to + first * n + e, spread * n, count, M);
        }
    }
}

INLINE void FN(output_plane)(const T *from, pc_size from_step, pc_size n, pc_size spread,
                             pc_size columns, void *const *to, const int M, const int points,
                             const FN(transform) transform) {
    EACH_TILE(first, count, columns, spread, M) {
        for (pc_size e = 0; e < n; e += LANES) {
            VEC half[4][PC_MOST_POINTS];
            UNROLL
            for (int j = 0; j < points; j++) {
                VEC m[PC_MOST_POINTS], y[4];
                UNROLL
                for (int i = 0; i < points; i++)
                    m[i] = *(const VEC *)(from + (i * points + j) * from_step + e);
                transform(m, y);
                UNROLL
                for (int i = 0; i < M; i++)
                    half[i][j] = y[i];
            }
            UNROLL
            for (int i = 0; i < M; i++) {
                VEC y[4];
                transform(half[i], y);
                FN(store)(y, (T *)to[i] + first * n + e, spread * n, count, M);
            }
        }
    }
}

/* ---- complex numbers ---- */

static void FN(combine)(const void *a_, const void *b_, double factor_, pc_size n, void *to_) {
    const T *a = a_, *b = b_, factor = (T)factor_;
    T *to = to_;
    pc_size e = 0;
    for (; e + LANES <= n; e += LANES)
        *(VEC *)(to + e) = *(const VEC *)(a + e) + factor * *(const VEC *)(b + e);
    for (; e < n; e++)
        to[e] = a[e] + factor * b[e];
}

static void FN(merge)(const void *rows, pc_size step, double factor_, pc_size n, void *to_) {
    const T *a = rows, *b = a + step, *c = b + step, factor = (T)factor_;
    T *to = to_;
    for (pc_size e = 0; e < n; e += LANES) {
        VEC first = *(const VEC *)(b + e), second = *(const VEC *)(c + e);
        VEC re = *(const VEC *)(a + e) - (first + second), im = factor * (first - second);
        *(VEC *)(to + 2 * e) = __builtin_shufflevector(re, im, LANE_LIST(ZIP_LOW, 0));
        *(VEC *)(to + 2 * e + LANES) = __builtin_shufflevector(re, im, LANE_LIST(ZIP_HIGH, 0));
    }
}

/* As many doubles as there are elements in a vector. */
typedef double FN(wide) __attribute__((vector_size(LANES * 8), aligned(sizeof(T))));
#define WIDE FN(wide)

INLINE void FN(kernel)(const T *w, pc_size n, int rank, const double *matrix, T *to,
                       pc_size to_step, const int taps, const int points) {
    WIDE space[2][MOST_POINTS_OF_TILE];
    for (pc_size e = 0; e < n; e += LANES) {
        WIDE *from = space[0], *next = space[1];
        int before = 1, after = 1;
        for (int axis = 1; axis < rank; axis++)
            after *= taps;
        for (int i = 0; i < after * taps; i++)
            from[i] = __builtin_convertvector(*(const VEC *)(w + i * n + e), WIDE);
        for (int axis = 0; axis < rank; axis++) {
            for (int b = 0; b < before; b++)
                for (int a = 0; a < after; a++)
                    UNROLL
                    for (int i = 0; i < points; i++) {
                        WIDE sum = matrix[i * taps] * from[b * taps * after + a];
                        UNROLL
                        for (int k = 1; k < taps; k++)
                            sum += matrix[i * taps + k] * from[(b * taps + k) * after + a];
                        next[(b * points + i) * after + a] = sum;
                    }
            WIDE *last = from;
            from = next, next = last;
            before *= points, after /= taps;
        }
        for (int i = 0; i < before; i++)
            *(VEC *)(to + i * to_step + e) = __builtin_convertvector(from[i], VEC);
    }
}
#undef WIDE

#define DEFINE(M, R)                                                                               \
    static void FN(rows_##M##_##R)(const void *const *from, pc_size n, void *to,                   \
                                   pc_size to_step) {                                              \
        FN(rows)(from, n, to, to_step, M + R - 1, FN(input_##M##_##R));                            \
    }                                                                                              \
    static void FN(kernel_##M##_##R)(const void *w, pc_size n, int rank, const double *matrix,     \
                                     void *to, pc_size to_step) {                                  \
        FN(kernel)(w, n, rank, matrix, to, to_step, R, M + R - 1);                                 \
    }                                                                                              \
    static void FN(split_##M##_##R)(const void *line, pc_size n, void *to, pc_size to_step) {      \
        FN(split)(line, n, to, to_step, M);                                                        \
    }                                                                                              \
    static void FN(input_split_##M##_##R)(const void *const *from, pc_size n, void *to,            \
                                          pc_size to_step) {                                       \
        FN(input_split)(from, n, to, to_step, M, M + R - 1, FN(input_##M##_##R));                  \
    }                                                                                              \
    static void FN(outputs_##M##_##R)(const void *const *from, pc_size n, void *const *to) {       \
        FN(outputs)(from, n, to, M, M + R - 1, FN(output_##M##_##R));                              \
    }                                                                                              \
    static void FN(output_line_##M##_##R)(const void *from, pc_size from_step, pc_size n,          \
                                          pc_size spread, pc_size columns, void *to) {             \
        FN(output_line)(from, from_step, n, spread, columns, to, M, M + R - 1,                     \
                        FN(output_##M##_##R));                                                     \
    }                                                                                              \
    static void FN(output_plane_##M##_##R)(const void *from, pc_size from_step, pc_size n,         \
                                           pc_size spread, pc_size columns, void *const *to) {     \
        FN(output_plane)(from, from_step, n, spread, columns, to, M, M + R - 1,                    \
                         FN(output_##M##_##R));                                                    \
    }
TRANSFORMS(DEFINE)
#undef DEFINE
#include "winograd_lanes.inc.h"
#undef EACH_TILE
#undef MOST_POINTS_OF_TILE
#undef VEC
