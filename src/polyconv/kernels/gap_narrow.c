/* Tiles of data with gaps whose windows are no wider than a pattern of validity; with AVX-512.
 *
 * Only padding that copies data is packed. The columns of a window are loads at neighbouring
 * addresses of the input. The validity of each row is written once, as bits.
 *
 * A vector of outputs whose windows hold no gap is a sum of products. For other vectors, the bits
 * are the masks of the loads. The bits also are the patterns by which sums of weights are looked up
 * for the denominators. Both happen in one loop, so products and permutations take turns.
 *
 * Compiled once for each ISA level and element type.
 */
#include "gap_tiles.h"
#include "gap_vectors.inc.h"

#include <math.h>

#if defined(__AVX512F__)

/* Rows of a register block. Windows of 3x3 have their weights and the sums of their patterns in
 * 15 of the 32 registers; their blocks have 1 vector of outputs in each row, those of others 2. */
#define MAX_ROWS 4
#define MAX_VECTORS 2
#define SIDE 3

#include "gap_windows.inc.h"

#if LANES == 16
typedef __mmask16 FN(lanes);
#define ORDERED(x) _mm512_cmp_ps_mask((__m512)(x), (__m512)(x), _CMP_ORD_Q)
#define AT_LEAST(x, y) _mm512_cmp_ps_mask((__m512)(x), (__m512)(y), _CMP_GE_OQ)
#define LOAD_LANES(lanes, from) ((VEC)_mm512_maskz_loadu_ps(lanes, from))
#define STORE_LANES(to, lanes, x) _mm512_mask_storeu_ps(to, lanes, (__m512)(x))
#define SELECT(lanes, no, yes) ((VEC)_mm512_mask_mov_ps((__m512)(no), lanes, (__m512)(yes)))
#else
typedef __mmask8 FN(lanes);
#define ORDERED(x) _mm512_cmp_pd_mask((__m512d)(x), (__m512d)(x), _CMP_ORD_Q)
#define AT_LEAST(x, y) _mm512_cmp_pd_mask((__m512d)(x), (__m512d)(y), _CMP_GE_OQ)
#define LOAD_LANES(lanes, from) ((VEC)_mm512_maskz_loadu_pd(lanes, from))
#define STORE_LANES(to, lanes, x) _mm512_mask_storeu_pd(to, lanes, (__m512d)(x))
#define SELECT(lanes, no, yes) ((VEC)_mm512_mask_mov_pd((__m512d)(no), lanes, (__m512d)(yes)))
#endif

/* Return a vector of one value; -0 remains -0. */
INLINE VEC FN(all_lanes)(T value) { return value - (VEC){0}; }

/* ---- validity ---- */

/* Return a word whose first n bits are set. */
INLINE uint64_t FN(first_bits)(pc_size n) {
    return n >= 64 ? ~(uint64_t)0 : n <= 0 ? 0 : ((uint64_t)1 << n) - 1;
}

/* Write the bits of a row of `words` words: set for valid elements from `first` to `stop`. `values`
 * and `mask`, which may be NULL, are where element 0 is or would be. */
static void FN(write_bits)(uint64_t *bits, pc_size words, const T *values, const uint8_t *mask,
                           pc_size first, pc_size stop) {
    for (pc_size word = 0; word < words; word++) {
        pc_size at = 64 * word;
        uint64_t inside = FN(first_bits)(stop - at) & ~FN(first_bits)(first - at), valid = 0;
        for (int v = 0; inside != 0 && v < 64 / LANES; v++) {
            FN(lanes) lanes = (FN(lanes))(inside >> v * LANES);
            VEC x = LOAD_LANES(lanes, values + at + v * LANES);
            valid |= (uint64_t)ORDERED(x) << v * LANES;
        }
        valid &= inside;
        if (mask != NULL && inside != 0)
            valid &= ~_mm512_test_epi8_mask(_mm512_maskz_loadu_epi8(inside, mask + at),
                                            _mm512_set1_epi8(-1));
        bits[word] = valid;
    }
}

/* Write `count` padded coordinates, from `first` on, of the row at `from`, NULL for one of padding,
 * to the row's own memory, with NaN at gaps. `mask` may be NULL. */
static void FN(copy_row)(const pc_gap_tiles *p, const FN(row) *row, const T *from,
                         const uint8_t *mask, pc_size first, pc_size count) {
    const pc_axis *axis = &p->shape.axes[1];
    T constant = p->shape.padding_is_valid ? (T)p->shape.padding : (T)NAN;
    if (from == NULL) {
        FN(fill)(row->own, count, constant);
        return;
    }
    for (pc_size i = 0; i < count; i++) {
        pc_size at = pc_input_index(axis, first + i);
        bool gap = at >= 0 && mask != NULL && mask[at] != 0;
        row->own[i] = gap ? (T)NAN : at < 0 ? constant : from[at];
    }
}

/* Set the values and the bits of `count` padded coordinates, from `first` on, of the row at `from`;
 * NULL is one of padding. Only padding that is data is copied, and the row that has it. */
static void FN(read_row)(const pc_gap_tiles *p, FN(row) *row, pc_size words, const T *from,
                         const uint8_t *mask, pc_size first, pc_size count) {
    const pc_axis *axis = &p->shape.axes[1];
    pc_size before = pc_clamp(axis->lo - first, count);
    pc_size inside = pc_clamp(axis->lo + axis->n - first, count);
    bool padded = from == NULL || before > 0 || inside < count;
    if (padded && (p->shape.padding_is_valid || axis->mode != PC_CONSTANT)) {
        FN(copy_row)(p, row, from, mask, first, count);
        row->values = row->own;
        FN(write_bits)(row->bits, words, row->values, NULL, 0, count);
    } else if (from == NULL) {
        row->values = row->own; /* which is not read */
        memset(row->bits, 0, words * sizeof(uint64_t));
    } else {
        row->values = from + first - axis->lo;
        FN(write_bits)(row->bits, words, row->values,
                       mask == NULL ? NULL : mask + first - axis->lo, before, inside);
    }
}

/* Set the bits that are set in all of `count` rows. */
static void FN(bits_of_all)(uint64_t *all, const FN(row) *rows, pc_size count, pc_size words) {
    memcpy(all, rows[0].bits, words * sizeof(uint64_t));
    for (pc_size r = 1; r < count; r++)
        for (pc_size i = 0; i < words; i++)
            all[i] &= rows[r].bits[i];
}

/* ---- sums ---- */

/* The sums of a block of outputs, of `rows` rows of `vectors` vectors, and their denominators. */
typedef struct {
    VEC sums[MAX_ROWS][MAX_VECTORS], divisors[MAX_ROWS][MAX_VECTORS];
} FN(sums);

/* Weights and sums of patterns of 3x3 windows. */
typedef struct {
    VEC weights[SIDE * SIDE], patterns[SIDE][2];
} FN(held);

/* Add the products with column t1 of row t0 of the windows to the sums of rows `low` to `high`. */
INLINE void FN(add_column)(const FN(place) *b, FN(sums) *s, const VEC *x, pc_size t0, pc_size t1,
                           const int low, const int high, const int vectors, const FN(held) *held) {
    UNROLL for (int o = low; o <= high; o++) {
        VEC weight;
        if (held != NULL)
            weight = held->weights[(t0 - o) * SIDE + t1];
        else
            weight = FN(all_lanes)(b->weights[(t0 - o) * b->p->shape.kernel[1] + t1]);
        UNROLL for (int v = 0; v < vectors; v++) s->sums[o][v] += x[v] * weight;
    }
}

/* Add row t0 of the windows that begin at column `at` to rows `low` to `high` of a block. `whole`:
 * no element of the windows is missing. */
INLINE void FN(add_row)(const FN(place) *b, FN(sums) *s, pc_size at, pc_size t0, const int low,
                        const int high, const int vectors, const bool whole, const FN(held) *held) {
    const T *values = b->rows[t0].values + at;
    const char *bytes = (const char *)b->rows[t0].bits + at / 8;
    uint32_t valid[MAX_VECTORS] = {0};
    if (!whole)
        UNROLL for (int v = 0; v < vectors; v++) {
            __m512i patterns = FN(patterns_at)(bytes + v * LANES / 8, 0);
            memcpy(&valid[v], bytes + v * LANES / 8, sizeof valid[v]);
            UNROLL for (int o = low; o <= high; o++) {
                const T *sums = b->patterns + (t0 - o) * FN(pattern_sums);
                VEC first = held != NULL ? held->patterns[t0 - o][0] : *(const VEC *)sums;
                VEC second =
                    held != NULL ? held->patterns[t0 - o][1] : *(const VEC *)(sums + LANES);
                s->divisors[o][v] += FN(look_up)(first, second, patterns);
            }
        }
    VEC x[MAX_VECTORS];
#define COLUMN(t1)                                                                                 \
    {                                                                                              \
        UNROLL for (int v = 0; v < vectors; v++) {                                                 \
            const T *from = values + v * LANES + (t1);                                             \
            x[v] = whole ? *(const VEC *)from                                                      \
                         : LOAD_LANES((FN(lanes))(valid[v] >> (t1)), from);                        \
            IN_REGISTER(x[v]);                                                                     \
        }                                                                                          \
        FN(add_column)(b, s, x, t0, t1, low, high, vectors, held);                                 \
    }
    if (held != NULL)
        UNROLL for (int t1 = 0; t1 < SIDE; t1++) COLUMN(t1)
    else
        for (pc_size t1 = 0; t1 < b->p->shape.kernel[1]; t1++)
            COLUMN(t1)
}

/* Sum a block of `rows` rows of outputs from column `at` on. */
INLINE void FN(sum_block)(const FN(place) *b, FN(sums) *s, pc_size at, const int rows,
                          const int vectors, const bool whole, const FN(held) *held) {
    UNROLL for (int o = 0; o < rows; o++)
        UNROLL for (int v = 0; v < vectors; v++) s->sums[o][v] = s->divisors[o][v] = (VEC){0};
    if (held != NULL) {
        UNROLL for (int t0 = 0; t0 < rows + SIDE - 1; t0++) {
            const int low = t0 < SIDE ? 0 : t0 - SIDE + 1, high = t0 < rows ? t0 : rows - 1;
            FN(add_row)(b, s, at, t0, low, high, vectors, whole, held);
        }
        return;
    }
    pc_size t0 = 0;
    UNROLL for (int r = 0; r < rows - 1; r++)
        FN(add_row)(b, s, at, t0++, 0, r, vectors, whole, held);
    while (t0 < b->p->shape.kernel[0])
        FN(add_row)(b, s, at, t0++, 0, rows - 1, vectors, whole, held);
    UNROLL for (int r = 1; r < rows; r++)
        FN(add_row)(b, s, at, t0++, r, rows - 1, vectors, whole, held);
}

/* Return the lanes of row `o` of a block, from `column` on, whose windows hold any data. */
static FN(lanes) FN(lanes_with_data)(const FN(place) *b, int o, pc_size column) {
    uint32_t bits = 0, reached = 0;
    for (pc_size t0 = 0; t0 < b->p->shape.kernel[0]; t0++) {
        uint32_t valid;
        memcpy(&valid, (const char *)b->rows[o + t0].bits + column / 8, sizeof valid);
        bits |= valid;
    }
    for (pc_size t1 = 0; t1 < b->p->shape.kernel[1]; t1++)
        reached |= bits >> t1;
    return (FN(lanes))reached;
}

/* Finish a block in which some outputs are summed anew, or lie beyond the last column. Outputs
 * without any data are filled, not summed: a sum takes 10 to 20 ns, and masks may leave out half of
 * an image. */
static __attribute__((noinline)) void FN(finish_some)(const FN(place) *b, const FN(sums) *s,
                                                      pc_size at, int rows, int vectors) {
    VEC fill = FN(all_lanes)((T)b->p->shape.fill), scale = FN(all_lanes)((T)b->limits->scale);
    for (int o = 0; o < rows; o++)
        for (int v = 0; v < vectors; v++) {
            pc_size column = at + v * LANES;
            T *to = b->out + o * b->out_pitch + column;
            VEC divisor = s->divisors[o][v];
            FN(lanes) lanes = (FN(lanes))FN(first_bits)(b->columns - column);
            FN(lanes) weak = lanes & ~AT_LEAST(divisor, FN(all_lanes)((T)b->limits->enough));
            FN(lanes) filled = AT_LEAST(FN(all_lanes)((T)b->limits->too_few), divisor);
            if ((weak & ~filled) != 0)
                filled |= ~FN(lanes_with_data)(b, o, column);
            VEC result = FN(quotient)(s->sums[o][v] * scale, divisor);
            STORE_LANES(to, lanes, SELECT(filled, result, fill));
            for (weak &= ~filled; weak != 0; weak &= weak - 1) {
                int lane = __builtin_ctz(weak);
                to[lane] = FN(exact)(b, o, column + lane);
            }
        }
}

/* Divide and store a block, all of whose outputs lie before the last column if it is `whole`. */
INLINE void FN(finish_block)(const FN(place) *b, const FN(sums) *s, pc_size at, const int rows,
                             const int vectors, const bool whole) {
    const T scale = (T)b->limits->scale;
    const VEC min_enough = FN(all_lanes)((T)b->limits->enough);
    const VEC max_too_few = FN(all_lanes)((T)b->limits->too_few);
    const FN(lanes) all_lanes = (FN(lanes))~0;
    FN(lanes) enough = all_lanes, known = all_lanes;
    if (!whole) {
        UNROLL for (int o = 0; o < rows; o++)
            UNROLL for (int v = 0; v < vectors; v++) enough &= AT_LEAST(s->divisors[o][v], min_enough);
        if (enough != all_lanes)
            UNROLL for (int o = 0; o < rows; o++)
                UNROLL for (int v = 0; v < vectors; v++)
                    known &= AT_LEAST(s->divisors[o][v], min_enough) |
                             AT_LEAST(max_too_few, s->divisors[o][v]);
        if (known != all_lanes || at + vectors * LANES > b->columns) {
            FN(sums) copy = *s; /* so that the sums can be registers */
            FN(finish_some)(b, &copy, at, rows, vectors);
            return;
        }
    }
    UNROLL for (int o = 0; o < rows; o++)
        UNROLL for (int v = 0; v < vectors; v++) {
            VEC result = s->sums[o][v] * scale, divisor = s->divisors[o][v];
            if (!whole)
                result = FN(quotient)(result, divisor);
            if (enough != all_lanes)
                result = SELECT(AT_LEAST(max_too_few, divisor), result,
                                FN(all_lanes)((T)b->p->shape.fill));
            *(VEC *)(b->out + o * b->out_pitch + at + v * LANES) = result;
        }
}

/* Compute `rows` rows of a tile for one filter. `all` are the bits that all rows of their windows
 * have. */
INLINE void FN(block_row)(const FN(place) *place, const uint64_t *all, const int rows,
                          const int vectors, const bool square) {
    const FN(place) b = *place;
    FN(held) held;
    if (square) {
        UNROLL for (int t = 0; t < SIDE * SIDE; t++) held.weights[t] = FN(all_lanes)(b.weights[t]);
        UNROLL for (int t = 0; t < SIDE; t++)
            UNROLL for (int i = 0; i < 2; i++)
                held.patterns[t][i] = *(const VEC *)(b.patterns + (2 * t + i) * LANES);
    }
    uint64_t window = FN(first_bits)(vectors * LANES + b.p->shape.kernel[1] - 1);
    for (pc_size at = 0; at < b.columns; at += vectors * LANES) {
        FN(sums) s;
        uint64_t valid;
        memcpy(&valid, (const char *)all + at / 8, sizeof valid);
        bool whole = (valid & window) == window && at + vectors * LANES <= b.columns;
        if (whole) {
            FN(sum_block)(&b, &s, at, rows, vectors, true, square ? &held : NULL);
            FN(finish_block)(&b, &s, at, rows, vectors, true);
        } else {
            FN(sum_block)(&b, &s, at, rows, vectors, false, square ? &held : NULL);
            FN(finish_block)(&b, &s, at, rows, vectors, false);
        }
    }
}

#define ROWS(rows)                                                                                 \
    static void FN(square_##rows)(const FN(place) *b, const uint64_t *all) {                       \
        FN(block_row)(b, all, rows, 1, true);                                                      \
    }                                                                                              \
    static void FN(other_##rows)(const FN(place) *b, const uint64_t *all) {                        \
        FN(block_row)(b, all, rows, MAX_VECTORS, false);                                           \
    }
ROWS(1)
ROWS(2)
ROWS(3)
ROWS(4)

static void (*const FN(by_rows)[2][MAX_ROWS])(const FN(place) *b, const uint64_t *all) = {
    {FN(other_1), FN(other_2), FN(other_3), FN(other_4)},
    {FN(square_1), FN(square_2), FN(square_3), FN(square_4)},
};

void FN(gap_narrow_tile)(const pc_gap_tiles *p, const pc_gap_arrays *a, pc_size item, char *memory,
                         pc_stop_token *token) {
    const pc_gap_shape *s = &p->shape;
    const pc_gap_tile t = pc_gap_tile_of(s, item);
    const pc_gap_layout l = pc_gap_layout_of(s, 2 * MAX_VECTORS * LANES, sizeof(T));
    bool square = s->kernel[0] == SIDE && s->kernel[1] == SIDE;
    pc_size kept = s->kernel[0] - 1, block = square ? MAX_ROWS : pc_min(MAX_ROWS, s->kernel[0]);
    pc_size taps = s->kernel[0] * s->kernel[1];
    FN(row) *rows = (FN(row) *)memory;
    for (pc_size r = 0; r < kept + block; r++)
        rows[r] = (FN(row)){.own = (T *)(memory + l.values) + r * l.pitch,
                            .bits = (uint64_t *)(memory + l.bits) + r * l.words};
    uint64_t *all = (uint64_t *)(memory + l.divisors);
    for (pc_size y = -kept, n; y < t.height; y += n) {
        if (pc_stop_requested(token))
            return;
        n = y < 0 ? kept : pc_min(block, t.height - y);
        for (pc_size r = 0; r < n; r++) {
            pc_size at = pc_input_index(&s->axes[0], t.y0 + y + kept + r);
            pc_size first = t.input + at * s->axes[1].n;
            FN(read_row)(p, &rows[(y < 0 ? 0 : kept) + r], l.words,
                         at < 0 ? NULL : (const T *)a->x + first,
                         a->mask == NULL ? NULL : a->mask + first, t.x0, t.count);
        }
        if (y < 0)
            continue;
        FN(bits_of_all)(all, rows, n + kept, l.words);
        for (pc_size k = 0; k < s->filters; k++) {
            pc_size filter = t.channel * s->filters + k;
            FN(place) b = {
                .p = p, .limits = p->limits + filter, .rows = rows, .columns = t.columns,
                .weights = (const T *)p->weights + filter * taps,
                .patterns = (const T *)p->patterns + filter * s->kernel[0] * FN(pattern_sums),
                .exact = p->exact + filter * taps, .out_pitch = s->out[1],
                .out = (T *)a->out + FN(output_at)(p, &t, k, y),
            };
            FN(by_rows)[square][n - 1](&b, all);
        }
        FN(slide)(rows, n, kept);
    }
}

#endif
