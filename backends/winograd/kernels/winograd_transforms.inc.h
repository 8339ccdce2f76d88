/* Winograd transforms for elements of type T; included by winograd_transforms.c only. M outputs and
 * R taps are compile-time constants, so loops over points are unrolled. */

typedef T FN(vec) __attribute__((vector_size(VECTOR_BYTES), aligned(sizeof(T)), may_alias));
#define VEC FN(vec)
#define MAX_TILE_POINTS 216 /* 6 along each of 3 axes */

/* A straight-line program for one vector of tiles or channels. */
typedef void (*FN(program))(const VEC *, VEC *);

#include "partial_vectors.inc.h"
#include "winograd_programs.inc.h"

/* Deinterleave M consecutive vectors, at most 4, into one vector of each phase. */
INLINE void FN(deinterleave_few)(const VEC *line, VEC *phase, const int M) {
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

/* Deinterleave M consecutive vectors into one vector of each phase. More than 4 are even in number:
 * their even and their odd elements are deinterleaved. */
INLINE void FN(deinterleave_vectors)(const VEC *line, VEC *phase, const int M) {
    if (M <= 4) {
        FN(deinterleave_few)(line, phase, M);
        return;
    }
    VEC half[2][PC_MAX_OUTPUTS / 2], phases[2][PC_MAX_OUTPUTS / 2];
    UNROLL
    for (int f = 0; f < M / 2; f++) {
        half[0][f] = __builtin_shufflevector(line[2 * f], line[2 * f + 1], LANE_LIST(EVEN, 0));
        half[1][f] = __builtin_shufflevector(line[2 * f], line[2 * f + 1], LANE_LIST(ODD, 0));
    }
    FN(deinterleave_few)(half[0], phases[0], M / 2);
    FN(deinterleave_few)(half[1], phases[1], M / 2);
    UNROLL
    for (int f = 0; f < M; f++)
        phase[f] = phases[f % 2][f / 2];
}

INLINE void FN(transform_input)(const void *const *from, pc_size n, T *to, pc_size to_stride,
                                const int points, const FN(program) program) {
    for (pc_size e = 0; e < n; e += LANES) {
        VEC d[PC_MAX_POINTS], v[PC_MAX_POINTS];
        UNROLL
        for (int i = 0; i < points; i++)
            d[i] = *(const VEC *)((const T *)from[i] + e);
        program(d, v);
        UNROLL
        for (int i = 0; i < points; i++)
            *(VEC *)(to + i * to_stride + e) = v[i];
    }
}

INLINE void FN(deinterleave)(const T *line, pc_size n, T *to, pc_size to_stride, const int M) {
    for (pc_size e = 0; e < n; e += LANES) {
        VEC part[PC_MAX_OUTPUTS], phase[PC_MAX_OUTPUTS];
        UNROLL
        for (int f = 0; f < M; f++)
            part[f] = *(const VEC *)(line + e * M + f * LANES);
        FN(deinterleave_vectors)(part, phase, M);
        UNROLL
        for (int f = 0; f < M; f++)
            *(VEC *)(to + f * to_stride + e) = phase[f];
    }
}

/* Deinterleave M vectors of each of `points` transformed rows: phase f of row i goes to row
 * i * M + f of `to`. */
INLINE void FN(store_phases)(VEC v[][PC_MAX_POINTS], T *to, pc_size to_stride, const int M,
                             const int points) {
    UNROLL
    for (int i = 0; i < points; i++) {
        VEC line[PC_MAX_OUTPUTS], phase[PC_MAX_OUTPUTS];
        UNROLL
        for (int f = 0; f < M; f++)
            line[f] = v[f][i];
        FN(deinterleave_vectors)(line, phase, M);
        UNROLL
        for (int f = 0; f < M; f++)
            *(VEC *)(to + (i * M + f) * to_stride) = phase[f];
    }
}

INLINE void FN(transform_input_deinterleave)(const void *const *from, pc_size n, T *to,
                                             pc_size to_stride, const int M, const int points,
                                             const FN(program) program) {
    for (pc_size e = 0; e < n; e += LANES) {
        VEC v[PC_MAX_OUTPUTS][PC_MAX_POINTS];
        UNROLL
        for (int f = 0; f < M; f++) {
            VEC d[PC_MAX_POINTS];
            UNROLL
            for (int i = 0; i < points; i++)
                d[i] = *(const VEC *)((const T *)from[i] + e * M + f * LANES);
            program(d, v[f]);
        }
        FN(store_phases)(v, to + e, to_stride, M, points);
    }
}

/* Set the first element of each row that a row of tiles reads, from padded column 0 on; y is the
 * first of them. */
INLINE void FN(rows_of_tiles)(const pc_winograd_rows *p, pc_size y, const T **from,
                              const int points) {
    const int inside = y >= 0 && y + points <= p->height;
    UNROLL
    for (int i = 0; i < points; i++) {
        const char *row = p->x + (y + i) * p->x_stride;
        if (!inside && (y + i < 0 || y + i >= p->height))
            row = p->zeros;
        from[i] = (const T *)row - p->left;
    }
}

INLINE void FN(transform_rows_deinterleave)(const pc_winograd_rows *p, pc_size n, T *to,
                                            pc_size to_stride, const int M, const int points,
                                            const FN(program) program) {
    const pc_size end = p->left + p->width;
    for (pc_size row = 0; row < p->tile_rows; row++, to += p->row_stride) {
        const T *from[PC_MAX_POINTS];
        FN(rows_of_tiles)(p, p->first_row + row * M, from, points);
        for (pc_size e = 0; e < n; e += LANES) {
            VEC v[PC_MAX_OUTPUTS][PC_MAX_POINTS];
            UNROLL
            for (int f = 0; f < M; f++) {
                VEC d[PC_MAX_POINTS];
                const pc_size at = e * M + f * LANES;
                const pc_size first = pc_clamp(p->left - at, LANES);
                const pc_size last = pc_clamp(end - at, LANES);
                const int whole = last - first == LANES;
                /* A row of the channel that is read next, for each row that tiles do not share. */
                UNROLL
                for (int i = 0; i < M; i++)
                    __builtin_prefetch(from[i] + at + p->next, 0, 2);
                UNROLL
                for (int i = 0; i < points; i++)
                    d[i] = whole          ? *(const VEC *)(from[i] + at)
                           : first < last ? FN(load_lanes)(from[i] + at, first, last)
                                          : (VEC){0};
                program(d, v[f]);
            }
            FN(store_phases)(v, to + e, to_stride, M, points);
        }
    }
}

INLINE void FN(transform_output)(const void *const *from, pc_size n, void *const *to, const int M,
                                 const int points, const FN(program) program) {
    for (pc_size e = 0; e < n; e += LANES) {
        VEC m[PC_MAX_POINTS], y[PC_MAX_OUTPUTS];
        UNROLL
        for (int i = 0; i < points; i++)
            m[i] = *(const VEC *)((const T *)from[i] + e);
        program(m, y);
        UNROLL
        for (int i = 0; i < M; i++)
            *(VEC *)((T *)to[i] + e) = y[i];
    }
}

/* Write the first `count` outputs of a tile, `stride` elements apart. */
INLINE void FN(store_tile)(const VEC *y, T *to, pc_size stride, pc_size count, const int M) {
    if (count >= M) {
        UNROLL
        for (int j = 0; j < M; j++)
            *(VEC *)(to + j * stride) = y[j];
    } else {
        /* Runs once in a row of tiles. Unrolled, it would copy the transform for each count. */
        VEC rest[PC_MAX_OUTPUTS];
        for (int j = 0; j < M; j++)
            rest[j] = y[j];
        _Pragma("GCC unroll 1")
        for (pc_size j = 0; j < count; j++)
            *(VEC *)(to + j * stride) = rest[j];
    }
}

/* Loop over the tiles of a row. Outputs of a tile start at column `first` and `count` of them lie
 * within `columns`. Tiles of neighbouring residues alternate, so outputs of one are `residues`
 * columns apart. */
#define FOR_EACH_TILE(first, count, columns, residues, M)                                          \
    for (pc_size start = 0; start < columns; start += M * residues)                                \
        for (pc_size first = start, count;                                                         \
             first < start + residues &&                                                           \
             (count = (columns - first + residues - 1) / residues) > 0;                            \
             first++, from += n)

INLINE void FN(output_1d)(const T *from, pc_size from_stride, pc_size n, pc_size residues,
                          pc_size columns, T *to, const int M, const int points,
                          const FN(program) program) {
    FOR_EACH_TILE(first, count, columns, residues, M) {
        for (pc_size e = 0; e < n; e += LANES) {
            VEC m[PC_MAX_POINTS], y[PC_MAX_OUTPUTS];
            UNROLL
            for (int i = 0; i < points; i++)
                m[i] = *(const VEC *)(from + i * from_stride + e);
            program(m, y);
            FN(store_tile)(y, to + first * n + e, residues * n, count, M);
        }
    }
}

INLINE void FN(output_2d)(const T *from, pc_size from_stride, pc_size n, pc_size residues,
                          pc_size columns, void *const *to, const int M, const int points,
                          const FN(program) program) {
    FOR_EACH_TILE(first, count, columns, residues, M) {
        for (pc_size e = 0; e < n; e += LANES) {
            VEC vertical[PC_MAX_OUTPUTS][PC_MAX_POINTS];
            UNROLL
            for (int j = 0; j < points; j++) {
                VEC m[PC_MAX_POINTS], y[PC_MAX_OUTPUTS];
                UNROLL
                for (int i = 0; i < points; i++)
                    m[i] = *(const VEC *)(from + (i * points + j) * from_stride + e);
                program(m, y);
                UNROLL
                for (int i = 0; i < M; i++)
                    vertical[i][j] = y[i];
            }
            UNROLL
            for (int i = 0; i < M; i++) {
                VEC y[PC_MAX_OUTPUTS];
                program(vertical[i], y);
                FN(store_tile)(y, (T *)to[i] + first * n + e, residues * n, count, M);
            }
        }
    }
}

/* ---- complex numbers ---- */

static void FN(add_scaled)(const void *a_, const void *b_, double factor_, pc_size n, void *to_) {
    const T *a = a_, *b = b_, factor = (T)factor_;
    T *to = to_;
    pc_size e = 0;
    for (; e + LANES <= n; e += LANES)
        *(VEC *)(to + e) = *(const VEC *)(a + e) + factor * *(const VEC *)(b + e);
    for (; e < n; e++)
        to[e] = a[e] + factor * b[e];
}

static void FN(complex_from_real)(const void *rows, pc_size row_stride, double factor_, pc_size n,
                                  void *to_) {
    const T *a = rows, *b = a + row_stride, *c = b + row_stride, factor = (T)factor_;
    T *to = to_;
    for (pc_size e = 0; e < n; e += LANES) {
        VEC first = *(const VEC *)(b + e), second = *(const VEC *)(c + e);
        VEC re = *(const VEC *)(a + e) - (first + second), im = factor * (first - second);
        *(VEC *)(to + 2 * e) = __builtin_shufflevector(re, im, LANE_LIST(ZIPPED, 0));
        *(VEC *)(to + 2 * e + LANES) = __builtin_shufflevector(re, im, LANE_LIST(ZIPPED, LANES / 2));
    }
}

/* LANES doubles. */
typedef double FN(wide) __attribute__((vector_size(LANES * 8), aligned(sizeof(T))));
#define WIDE FN(wide)

/* Transform the weights along one axis after the other: from[before][taps][after] of all filters in
 * a vector becomes next[before][points][after]. */
INLINE void FN(transform_weights)(const T *w, pc_size n, int rank, const double *matrix, T *to,
                                  pc_size to_stride, const int taps, const int points) {
    WIDE space[2][MAX_TILE_POINTS];
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
            *(VEC *)(to + i * to_stride + e) = __builtin_convertvector(from[i], VEC);
    }
}
#undef WIDE

#define DEFINE(M, R)                                                                               \
    static void FN(transform_input_##M##_##R)(const void *const *from, pc_size n, void *to,        \
                                              pc_size to_stride) {                                 \
        FN(transform_input)(from, n, to, to_stride, M + R - 1, FN(input_##M##_##R));               \
    }                                                                                              \
    static void FN(transform_weights_##M##_##R)(                                                   \
        const void *w, pc_size n, int rank, const double *matrix, void *to, pc_size to_stride) {   \
        FN(transform_weights)(w, n, rank, matrix, to, to_stride, R, M + R - 1);                    \
    }                                                                                              \
    static void FN(deinterleave_##M##_##R)(const void *line, pc_size n, void *to,                  \
                                           pc_size to_stride) {                                    \
        FN(deinterleave)(line, n, to, to_stride, M);                                               \
    }                                                                                              \
    static void FN(transform_input_deinterleave_##M##_##R)(const void *const *from, pc_size n,     \
                                                           void *to, pc_size to_stride) {          \
        FN(transform_input_deinterleave)(from, n, to, to_stride, M, M + R - 1,                     \
                                         FN(input_##M##_##R));                                     \
    }                                                                                              \
    static void FN(transform_rows_deinterleave_##M##_##R)(const pc_winograd_rows *rows, pc_size n, \
                                                          void *to, pc_size to_stride) {           \
        FN(transform_rows_deinterleave)(rows, n, to, to_stride, M, M + R - 1,                      \
                                        FN(input_##M##_##R));                                      \
    }                                                                                              \
    static void FN(transform_output_##M##_##R)(const void *const *from, pc_size n,                 \
                                               void *const *to) {                                  \
        FN(transform_output)(from, n, to, M, M + R - 1, FN(output_##M##_##R));                     \
    }                                                                                              \
    static void FN(output_1d_##M##_##R)(const void *from, pc_size from_stride, pc_size n,          \
                                        pc_size residues, pc_size columns, void *to) {             \
        FN(output_1d)(from, from_stride, n, residues, columns, to, M, M + R - 1,                   \
                      FN(output_##M##_##R));                                                       \
    }                                                                                              \
    static void FN(output_2d_##M##_##R)(const void *from, pc_size from_stride, pc_size n,          \
                                        pc_size residues, pc_size columns, void *const *to) {      \
        FN(output_2d)(from, from_stride, n, residues, columns, to, M, M + R - 1,                   \
                      FN(output_##M##_##R));                                                       \
    }
TRANSFORMS(DEFINE)
#undef DEFINE
#include "winograd_tiles_in_lanes.inc.h"
#undef FOR_EACH_TILE
#undef MAX_TILE_POINTS
#undef VEC
