/* Winograd convolution with tiles in the lanes, for groups of few channels; included by
 * winograd.inc.h only.
 *
 * However few channels are summed, vectors of tiles are full, and each weight is broadcast to them.
 * Rows of tiles are cut into segments of a vector's length; M segments, of any rows, have the M
 * elements of a vector of tiles.
 */
#include "partial_vectors.inc.h"

/* Transpose blocks of M x M elements in M vectors, of segments or of elements j of all tiles. */
#define KEPT(j, k) ((j) & 1 ? LANES + (j) - 1 : (j))
#define MOVED(j, k) ((j) & 1 ? LANES + (j) : (j) + 1)
#define ZIPPED(j, k) ((((j) & 1 ? LANES : 0) + ((j) & ~3) + ((j) & 2) / 2 + (k)) % (2 * LANES))
#define HALVES(j, k) ((((j) & 2 ? LANES - 2 : 0) + (j) + (k)) % (2 * LANES))
INLINE void FN(turn)(const VEC *from, VEC *to, const int M) {
    if (M == 2) {
        to[0] = __builtin_shufflevector(from[0], from[1], LANE_LIST(KEPT, 0));
        to[1] = __builtin_shufflevector(from[0], from[1], LANE_LIST(MOVED, 0));
    } else {
        VEC low0 = __builtin_shufflevector(from[0], from[1], LANE_LIST(ZIPPED, 0));
        VEC low1 = __builtin_shufflevector(from[2], from[3], LANE_LIST(ZIPPED, 0));
        VEC high0 = __builtin_shufflevector(from[0], from[1], LANE_LIST(ZIPPED, 2));
        VEC high1 = __builtin_shufflevector(from[2], from[3], LANE_LIST(ZIPPED, 2));
        to[0] = __builtin_shufflevector(low0, low1, LANE_LIST(HALVES, 0));
        to[1] = __builtin_shufflevector(low0, low1, LANE_LIST(HALVES, 2));
        to[2] = __builtin_shufflevector(high0, high1, LANE_LIST(HALVES, 0));
        to[3] = __builtin_shufflevector(high0, high1, LANE_LIST(HALVES, 2));
    }
}

INLINE void FN(lanes_rows)(const pc_winograd_rows *p, T *to, const int M, const int points,
                           const FN(transform) transform) {
    pc_size y = p->first;
    for (pc_size line = 0; line < p->lines; line++, y += M, to += p->line) {
        const char *from[PC_MOST_POINTS];
        const int inside = y >= 0 && y + points <= p->height;
        UNROLL
        for (int i = 0; i < points; i++) {
            from[i] = p->x + (y + i) * p->x_step;
            if (!inside && (y + i < 0 || y + i >= p->height))
                from[i] = p->zeros;
        }
        for (pc_size e = 0; e < p->width; e += LANES) {
            VEC d[PC_MOST_POINTS], v[PC_MOST_POINTS];
            /* Of a channel after the next, where planes are small. */
            UNROLL
            for (int i = 0; i < M; i++)
                __builtin_prefetch((const T *)from[i] + e + 1024);
            const pc_size left = p->width - e;
            UNROLL
            for (int i = 0; i < points; i++) {
                const T *at = (const T *)from[i] + e;
                d[i] = left >= LANES ? *(const VEC *)at : FN(load_part)(at, left);
            }
            transform(d, v);
            UNROLL
            for (int i = 0; i < points; i++)
                *(VEC *)(to + i * p->to_step + e) = v[i];
        }
    }
}

INLINE void FN(lanes_input)(const T *from, pc_size from_step, pc_size rows,
                            const pc_winograd_segment *segments, pc_size vectors, T *to,
                            pc_size to_step, const int M, const int points,
                            const FN(transform) transform) {
    for (pc_size v = 0; v < vectors; v++, segments += M) {
        const T *at[4];
        for (int f = 0; f < M; f++)
            at[f] = from + segments[f].from;
        for (pc_size row = 0; row < rows; row++) {
            VEC d[PC_MOST_POINTS + 3], point[PC_MOST_POINTS];
            UNROLL
            for (int first = 0; first < points; first += M) {
                VEC line[4];
                UNROLL
                for (int f = 0; f < M; f++)
                    line[f] = *(const VEC *)(at[f] + row * from_step + first);
                FN(turn)(line, d + first, M);
            }
            transform(d, point);
            UNROLL
            for (int j = 0; j < points; j++)
                *(VEC *)(to + (row * points + j) * to_step + v * LANES) = point[j];
        }
    }
}

/* With a single vector of tiles, loads are what limits products. Four weights are loaded at once
 * and spread from a register: no more, as that takes time, too. */
#if defined(__AVX512F__) && LANES == 16
#define SPREAD_4
#define FOURTH(j, k) (((j) & ~3) + (k))
INLINE void FN(lanes_spread)(VEC sum[][4], const T *w, VEC value) {
    VEC four = (VEC)_mm512_broadcast_f32x4(_mm_loadu_ps(w));
    sum[0][0] += __builtin_shufflevector(four, four, LANE_LIST(FOURTH, 0)) * value;
    sum[1][0] += __builtin_shufflevector(four, four, LANE_LIST(FOURTH, 1)) * value;
    sum[2][0] += __builtin_shufflevector(four, four, LANE_LIST(FOURTH, 2)) * value;
    sum[3][0] += __builtin_shufflevector(four, four, LANE_LIST(FOURTH, 3)) * value;
}
#undef FOURTH
#endif

/* K filters against V vectors of tiles at one point. */
INLINE void FN(lanes_tile)(const T *x, pc_size x_row, pc_size channels, const T *w, pc_size w_row,
                           T *to, int add, const int K, const int V) {
    VEC sum[16][4];
    UNROLL
    for (int k = 0; k < K; k++)
        UNROLL
        for (int v = 0; v < V; v++)
            sum[k][v] = (VEC){0};
    for (pc_size c = 0; c < channels; c++, x += x_row, w += w_row) {
        VEC values[4];
        UNROLL
        for (int v = 0; v < V; v++)
            values[v] = *(const VEC *)(x + v * LANES);
        int spread = 0;
#ifdef SPREAD_4
        if (K >= 8 && V == 1) {
            FN(lanes_spread)(sum, w, values[0]);
            spread = 4;
        }
#endif
        UNROLL
        for (int k = spread; k < K; k++) {
            T weight = w[k];
            UNROLL
            for (int v = 0; v < V; v++)
                sum[k][v] += weight * values[v];
        }
    }
    if (add)
        UNROLL
        for (int k = 0; k < K; k++)
            UNROLL
            for (int v = 0; v < V; v++)
                sum[k][v] += *(const VEC *)(to + k * x_row + v * LANES);
    UNROLL
    for (int k = 0; k < K; k++, to += x_row) {
        NO_HOIST(to);
        UNROLL
        for (int v = 0; v < V; v++)
            *(VEC *)(to + v * LANES) = sum[k][v];
    }
}

/* The same at so many points, some channels of which are summed. */
typedef void (*FN(lanes_tiles))(const pc_winograd_panels *p, const T *x, const T *w, T *to,
                                pc_size points, pc_size channels, int add);
#define TILE(K, V)                                                                                 \
    static void FN(lanes_##K##x##V)(const pc_winograd_panels *p, const T *x, const T *w, T *to,    \
                                    pc_size points, pc_size channels, int add) {                   \
        const pc_size row = p->vectors * LANES, step = p->step, size = p->channels * p->block;     \
        for (; points > 0; points--, x += step, w += size, to += step)                             \
            FN(lanes_tile)(x, row, channels, w, p->block, to, add, K, V);                          \
    }
#define NAME(K, V) FN(lanes_##K##x##V),
#define FILTERS_6(X, V) X(1, V) X(2, V) X(3, V) X(4, V) X(5, V) X(6, V)
#define FILTERS_12(X, V) FILTERS_6(X, V) X(7, V) X(8, V) X(9, V) X(10, V) X(11, V) X(12, V)
#define FILTERS_16(X, V) FILTERS_12(X, V) X(13, V) X(14, V) X(15, V) X(16, V)
JOIN(FILTERS_, LANES_FILTERS_1)(TILE, 1)
JOIN(FILTERS_, LANES_FILTERS_2)(TILE, 2)
static const FN(lanes_tiles) FN(lanes_by_1)[] = {JOIN(FILTERS_, LANES_FILTERS_1)(NAME, 1)};
static const FN(lanes_tiles) FN(lanes_by_2)[] = {JOIN(FILTERS_, LANES_FILTERS_2)(NAME, 2)};
#ifdef LANES_FILTERS_4
JOIN(FILTERS_, LANES_FILTERS_4)(TILE, 4)
static const FN(lanes_tiles) FN(lanes_by_4)[] = {JOIN(FILTERS_, LANES_FILTERS_4)(NAME, 4)};
#endif

/* Some filters against some vectors of tiles: where they are in panels, and the filters' weights. */
typedef struct {
    FN(lanes_tiles) tiles;
    pc_size x, w, to;
} FN(lanes_piece);

/* Cut the filters of all blocks, against all vectors, into pieces as equal as can be. */
INLINE int FN(lanes_cut)(const pc_winograd_panels *p, FN(lanes_piece) *piece) {
    const pc_size row = p->vectors * LANES;
    int found = 0;
    for (pc_size first = 0; first < p->filters; first += p->block) {
        const pc_size filters = p->filters - first < p->block ? p->filters - first : p->block;
        for (pc_size v = 0, width; v < p->vectors; v += width) {
            pc_size most = LANES_FILTERS_1;
            const FN(lanes_tiles) *tiles = FN(lanes_by_1);
            width = 1;
            if (p->vectors - v >= 2)
                width = 2, most = LANES_FILTERS_2, tiles = FN(lanes_by_2);
#ifdef LANES_FILTERS_4
            if (p->vectors - v >= 4)
                width = 4, most = LANES_FILTERS_4, tiles = FN(lanes_by_4);
#endif
            const pc_size pieces = (filters + most - 1) / most;
            for (pc_size i = 0; i < pieces; i++) {
                const pc_size k = i * filters / pieces, end = (i + 1) * filters / pieces;
                piece[found].tiles = tiles[end - k - 1];
                piece[found].x = v * LANES;
                piece[found].w = first * p->points * p->channels + k;
                piece[found++].to = (first + k) * row + v * LANES;
            }
        }
    }
    return found;
}

static void FN(lanes_multiply)(const pc_winograd_panels *p, const void *from, void *to) {
    FN(lanes_piece) pieces[PC_LANES_PIECES];
    const int count = FN(lanes_cut)(p, pieces);
    if (count == 1 && p->channels <= p->chain) {
        pieces->tiles(p, from, p->w, to, p->points, p->channels, 0);
        return;
    }
    /* Sums take the place of the panel before, which all pieces are done with. */
    for (pc_size point = 0; point < p->points; point++) {
        const T *x = (const T *)from + point * p->step;
        const T *w = (const T *)p->w + point * p->channels * p->block;
        T *sums = (T *)to + point * p->step;
        for (pc_size c = 0; c < p->channels; c += p->chain) {
            const pc_size channels = p->channels - c < p->chain ? p->channels - c : p->chain;
            for (int i = 0; i < count; i++)
                pieces[i].tiles(p, x + c * p->vectors * LANES + pieces[i].x,
                                w + c * p->block + pieces[i].w, sums + pieces[i].to, 1, channels,
                                c > 0);
        }
    }
}

/* Segments of a vector of tiles, in variables that no store of outputs can change. */
typedef struct {
    char *to[4];
    pc_size columns[4], rows[4];
} FN(lanes_places);

INLINE FN(lanes_places) FN(lanes_place)(const pc_winograd_segment *segments, char *out,
                                        const int M) {
    FN(lanes_places) places;
    UNROLL
    for (int f = 0; f < M; f++) {
        places.to[f] = out + segments[f].to;
        places.columns[f] = segments[f].columns;
        places.rows[f] = segments[f].rows;
    }
    return places;
}

/* Write row i of the outputs of a vector of tiles, which is `step` bytes from the first. */
INLINE void FN(lanes_store)(const VEC *y, const FN(lanes_places) *places, int i, pc_size step,
                            T bias, const int M) {
    VEC line[4];
    FN(turn)(y, line, M);
    UNROLL
    for (int f = 0; f < M; f++) {
        if (i < places->rows[f]) {
            T *to = (T *)(places->to[f] + step);
            if (places->columns[f] >= LANES)
                *(VEC *)to = line[f] + bias;
            else
                FN(store_part)(to, places->columns[f], line[f] + bias);
        }
    }
}

INLINE void FN(lanes_output_line)(const T *from, pc_size from_step,
                                  const pc_winograd_segment *segments, pc_size vectors, T bias,
                                  char *out, const int M, const int points,
                                  const FN(transform) transform) {
    for (pc_size v = 0; v < vectors; v++, segments += M, from += LANES) {
        const FN(lanes_places) places = FN(lanes_place)(segments, out, M);
        VEC m[PC_MOST_POINTS], y[4];
        UNROLL
        for (int i = 0; i < points; i++)
            m[i] = *(const VEC *)(from + i * from_step);
        transform(m, y);
        FN(lanes_store)(y, &places, 0, 0, bias, M);
    }
}

INLINE void FN(lanes_output_plane)(const T *from, pc_size from_step,
                                   const pc_winograd_segment *segments, pc_size vectors, T bias,
                                   char *out, pc_size out_step, const int M, const int points,
                                   const FN(transform) transform) {
    for (pc_size v = 0; v < vectors; v++, segments += M, from += LANES) {
        const FN(lanes_places) places = FN(lanes_place)(segments, out, M);
        /* In memory: more than there are registers, beside the factors. */
        VEC half[4][PC_MOST_POINTS];
        _Pragma("GCC unroll 1")
        for (int j = 0; j < points; j++) {
            VEC m[PC_MOST_POINTS], y[4];
            UNROLL
            for (int i = 0; i < points; i++)
                m[i] = *(const VEC *)(from + (i * points + j) * from_step);
            transform(m, y);
            UNROLL
            for (int i = 0; i < M; i++)
                half[i][j] = y[i];
        }
        _Pragma("GCC unroll 1")
        for (int i = 0; i < M; i++) {
            VEC y[4];
            transform(half[i], y);
            FN(lanes_store)(y, &places, i, i * out_step, bias, M);
        }
    }
}

#define LANES_DEFINE(M, R)                                                                         \
    static void FN(lanes_rows_##M##_##R)(const pc_winograd_rows *rows, void *to) {                 \
        FN(lanes_rows)(rows, to, M, M + R - 1, FN(input_##M##_##R));                               \
    }                                                                                              \
    static void FN(lanes_input_##M##_##R)(const void *from, pc_size from_step, pc_size rows,       \
                                          const pc_winograd_segment *segments, pc_size vectors,    \
                                          void *to, pc_size to_step) {                             \
        FN(lanes_input)(from, from_step, rows, segments, vectors, to, to_step, M, M + R - 1,       \
                        FN(input_##M##_##R));                                                      \
    }                                                                                              \
    static void FN(lanes_output_##M##_##R)(const void *from, pc_size from_step, int rank,          \
                                           const pc_winograd_segment *segments, pc_size vectors,   \
                                           const void *bias_, char *out, pc_size out_step) {       \
        const T bias = bias_ ? *(const T *)bias_ : 0;                                              \
        if (rank == 1)                                                                             \
            FN(lanes_output_line)(from, from_step, segments, vectors, bias, out, M, M + R - 1,     \
                                  FN(output_##M##_##R));                                           \
        else                                                                                       \
            FN(lanes_output_plane)(from, from_step, segments, vectors, bias, out, out_step, M,     \
                                   M + R - 1, FN(output_##M##_##R));                               \
    }
#define DEFINE(M, R) JOIN(LANES_, M)(LANES_DEFINE(M, R))
TRANSFORMS(DEFINE)
#undef DEFINE
#undef LANES_DEFINE
#undef SPREAD_4
#undef FILTERS_16
#undef FILTERS_12
#undef FILTERS_6
#undef NAME
#undef TILE
#undef HALVES
#undef ZIPPED
#undef MOVED
#undef KEPT
