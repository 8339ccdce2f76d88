/* Tiles of data with gaps; compiled once for each ISA level and element type of the sums.
 *
 * The packed rows of a window slide over the tile: few enough for the L1 cache, and each row of the
 * input is packed once. Of a row without gaps, validity is not read.
 */
#include "gap_tiles.h"
#include "gap_vectors.inc.h"

/* Rows of a register block: of each, 2 vectors of sums of values and 2 of weights. With 32 registers,
 * 16 sums leave room for the 4 vectors that they share and for a weight; with 16, 8 sums do. */
#define MAX_ROWS (VECTOR_REGISTERS / 8)
/* Vectors of a row of a register block with gaps. Without, there are no sums of weights, and blocks
 * are twice as wide. So are those of a single row, because each chain of multiply-adds waits 4 cycles
 * for the one before. */
#define ROW_VECTORS 2
#define WIDE_VECTORS 4

/* Taps of a row up to which all rows of a block with gaps are summed as if they had some: their
 * multiply-adds take less than a mispredicted branch of 20 cycles, which gaps at random bring. */
#define MAX_UNTESTED_TAPS 5

/* A packed row. Bit i of `gaps` is set if there is a gap among elements i << shift and so on, a
 * cell; bit i of `some`, if there may be a valid element. */
typedef struct {
    T *values, *validity;
    uint64_t gaps, some;
    bool ones; /* validity is 1 at all columns of the input */
} FN(row);

/* Return the bits of the cells that hold elements `first` to `last`; beyond the row there are none. */
INLINE uint64_t FN(cells)(pc_size first, pc_size last, int shift) {
    pc_size after = 63 - pc_min(last >> shift, 63);
    return (~(uint64_t)0 >> after) & (~(uint64_t)0 << (first >> shift));
}

/* ---- packing ---- */

INLINE void FN(fill)(T *to, pc_size n, T value) {
    for (pc_size i = 0; i < n; i++)
        to[i] = value;
}

/* Note in `row` how many of the elements from `at` on, a vector of them, are NaN. */
INLINE void FN(note)(FN(row) *row, pc_size at, pc_size n, int nan, int shift) {
    uint64_t cells = FN(cells)(at, at + n - 1, shift);
    /* Without branches, which no processor predicts for gaps at random. */
    row->gaps |= cells & -(uint64_t)(nan > 0);
    row->some |= cells & -(uint64_t)(nan < 2);
}

/* Vectors that are packed at a time before the first gap of a row. */
#define CLEAN_VECTORS 4

/* Pack the elements before the first gap of a row whose validity is 1; return how many. */
static pc_size FN(pack_clean)(T *values, const T *from, pc_size n) {
    pc_size i = 0;
    for (; i + CLEAN_VECTORS * LANES <= n; i += CLEAN_VECTORS * LANES) {
        VEC x[CLEAN_VECTORS];
        UNROLL for (int v = 0; v < CLEAN_VECTORS; v++) x[v] = *(const VEC *)(from + i + v * LANES);
        bool nan = FN(any_nan)(x[0], x[1]);
        UNROLL for (int v = 2; v < CLEAN_VECTORS; v += 2)
            nan |= FN(any_nan)(x[v], x[v + 1]);
        if (nan)
            break;
        UNROLL for (int v = 0; v < CLEAN_VECTORS; v++) *(VEC *)(values + i + v * LANES) = x[v];
    }
    return i;
}

/* Pack n elements from `at` on, a multiple of LANES, so that no vector is in two cells. Where a row is
 * written again without gaps, as most are, its validity stays. */
static void FN(pack_data)(FN(row) *row, const T *from, pc_size at, pc_size n, int shift) {
    pc_size i = row->ones ? FN(pack_clean)(row->values + at, from, n) : 0;
    uint64_t gaps = 0, some = i > 0 ? FN(cells)(at, at + i - 1, shift) : 0;
    for (; i < n; i += LANES) {
        T part[LANES] = {0};
        const T *source = from + i;
        if (n - i < LANES)
            source = memcpy(part, source, (n - i) * sizeof(T));
        VEC x = *(const VEC *)source, validity;
        int nan = FN(clear_nan)(&x, &validity);
        *(VEC *)(row->values + at + i) = x;
        *(VEC *)(row->validity + at + i) = validity;
        pc_size cell = (at + i) >> shift;
        gaps |= (uint64_t)(nan > 0) << cell;
        some |= (uint64_t)(nan < 2) << cell;
    }
    row->gaps |= gaps;
    row->some |= some;
    row->ones = gaps == 0;
}

/* Clear the n elements from `at` on where `mask` is not 0, and note gaps as `pack_data` does: a gap
 * gives the same bits, be it NaN or masked. */
static void FN(apply_mask)(FN(row) *row, const uint8_t *restrict mask, pc_size at, pc_size n,
                           int shift) {
    T *restrict values = row->values + at, *restrict validity = row->validity + at;
    row->gaps = row->some = 0;
    row->ones = false;
    for (pc_size i = 0; i < n; i += LANES) {
        pc_size stop = pc_min(i + LANES, n);
        T valid = 0;
        for (pc_size j = i; j < stop; j++) {
            values[j] = mask[j] ? 0 : values[j];
            validity[j] = mask[j] ? 0 : validity[j];
            valid += validity[j];
        }
        bool none = stop - i == LANES && valid == 0;
        FN(note)(row, at + i, 1, none ? 2 : valid < (T)(stop - i), shift);
    }
}

/* Return how many of the `count` padded coordinates from `first` on lie before the input. */
INLINE pc_size FN(before)(const pc_axis *axis, pc_size first, pc_size count) {
    return pc_clamp(axis->lo - first, count);
}

/* Pack `count` padded coordinates, from `first` on, of the row at `from`; NULL is one of padding.
 * Elements of the input begin `lead` and the padding before them further. */
static void FN(pack_row)(const pc_gap_tiles *p, FN(row) *row, const T *from, const uint8_t *mask,
                         pc_size first, pc_size count, pc_size lead, int shift) {
    const pc_axis *axis = &p->axes[1];
    T constant = (T)p->padding;
    int nan = p->padding_is_valid ? 0 : 2;
    row->gaps = row->some = 0;
    if (from == NULL) {
        FN(note)(row, lead, count, nan, shift);
        FN(fill)(row->values + lead, count, constant);
        FN(fill)(row->validity + lead, count, nan == 0);
        row->ones = false;
        return;
    }
    pc_size before = FN(before)(axis, first, count);
    pc_size inside = pc_clamp(axis->lo + axis->n - first, count);
    pc_size start = first + before - axis->lo, n = inside - before;
    FN(pack_data)(row, from + start, lead + before, n, shift);
    uint8_t masked = 0;
    if (mask != NULL)
        for (pc_size i = 0; i < n; i++)
            masked |= mask[start + i];
    if (masked)
        FN(apply_mask)(row, mask + start, lead + before, n, shift);
    pc_size ends[2][2] = {{0, before}, {inside, count}};
    for (int end = 0; end < 2; end++)
        for (pc_size i = ends[end][0]; i < ends[end][1]; i++) {
            pc_size at = pc_input_index(axis, first + i);
            bool valid = at < 0 ? p->padding_is_valid
                                : from[at] == from[at] && (mask == NULL || !mask[at]);
            row->values[lead + i] = at < 0 ? constant : valid ? from[at] : 0;
            row->validity[lead + i] = valid;
            FN(note)(row, lead + i, 1, valid ? 0 : 2, shift);
        }
}

/* ---- sums ---- */

/* A block of outputs, and the packed rows of its windows; `start` is its first column there. */
typedef struct {
    const pc_gap_tiles *p;
    const pc_gap_limits *limits;
    const FN(row) *rows;
    const T *weights, *row_sums; /* of a filter, and of each row of it */
    const double *exact;
    uint64_t cells; /* that its windows read */
    pc_size start, out_pitch;
    T *out;
    pc_size columns; /* outputs to write in each row */
} FN(place);

/* Return one output, summed anew in double precision from the valid elements of its window. */
static T FN(exact)(const FN(place) *b, pc_size row, pc_size column) {
    double numerator = 0, denominator = 0;
    const double *weight = b->exact;
    for (pc_size t0 = 0; t0 < b->p->kernel[0]; t0++) {
        const FN(row) *from = &b->rows[row + t0];
        for (pc_size t1 = 0; t1 < b->p->kernel[1]; t1++, weight++) {
            pc_size at = b->start + column + t1;
            if (from->validity[at] != 0) {
                numerator += *weight * from->values[at];
                denominator += *weight;
            }
        }
    }
    bool enough = denominator > b->limits->least;
    return (T)(enough ? numerator / denominator * b->limits->scale : b->p->fill);
}

/* Finish the outputs of a row one by one, from their sums. */
static void FN(finish_row)(const FN(place) *b, pc_size row, const T *sums, const T *weights,
                           bool gaps) {
    const pc_gap_limits *limits = b->limits;
    T *to = b->out + row * b->out_pitch;
    for (pc_size i = 0; i < b->columns; i++) {
        if (!gaps)
            to[i] = sums[i] * (T)limits->scale;
        else if (weights[i] >= limits->enough)
            to[i] = sums[i] / weights[i] * (T)limits->scale;
        else
            to[i] = weights[i] <= limits->too_few ? (T)b->p->fill : FN(exact)(b, row, i);
    }
}

/* Add the products of row t0 of the windows to the sums of rows `low` to `high` of the block. */
#define ADD_PRODUCTS(low, high, mixed)                                                             \
    for (pc_size t1 = 0; t1 < taps; t1++) {                                                        \
        VEC x[WIDE_VECTORS], valid[WIDE_VECTORS];                                                            \
        UNROLL for (int v = 0; v < vectors; v++) {                                                 \
            x[v] = *(const VEC *)(values + t1 + v * LANES);                                        \
            IN_REGISTER(x[v]);                                                                     \
            if (mixed) {                                                                           \
                valid[v] = *(const VEC *)(validity + t1 + v * LANES);                              \
                IN_REGISTER(valid[v]);                                                             \
            }                                                                                      \
        }                                                                                          \
        UNROLL for (int o = (low); o <= (high); o++) {                                             \
            T weight = filter[t1 - o * taps];                                                      \
            UNROLL for (int v = 0; v < vectors; v++) {                                             \
                sums[o][v] += x[v] * weight;                                                       \
                if (mixed)                                                                         \
                    weights[o][v] += valid[v] * weight;                                            \
            }                                                                                      \
        }                                                                                          \
    }
#define ADD_ROW(low, high)                                                                         \
    {                                                                                              \
        const FN(row) *row = &b->rows[t0];                                                         \
        const T *filter = b->weights + t0 * taps;                                                  \
        const T *values = row->values + b->start, *validity = row->validity + b->start;            \
        bool all = taps <= MAX_UNTESTED_TAPS;                                                      \
        if (gaps && (all || (row->gaps & b->cells) != 0)) {                                        \
            if (all || (row->some & b->cells) != 0)                                                \
                ADD_PRODUCTS(low, high, true)                                                      \
        } else {                                                                                   \
            ADD_PRODUCTS(low, high, false)                                                         \
            if (gaps)                                                                              \
                UNROLL for (int o = (low); o <= (high); o++)                                       \
                    UNROLL for (int v = 0; v < vectors; v++)                                       \
                        weights[o][v] += b->row_sums[t0 - o];                                      \
        }                                                                                          \
        t0++;                                                                                      \
    }

/* Compute a block of `rows` rows, at most as many as the kernel has, of `vectors` vectors. */
INLINE void FN(block)(const FN(place) *b, const int rows, const int vectors, const bool gaps) {
    VEC sums[MAX_ROWS][WIDE_VECTORS], weights[MAX_ROWS][WIDE_VECTORS];
    UNROLL for (int r = 0; r < rows; r++)
        UNROLL for (int v = 0; v < vectors; v++) sums[r][v] = weights[r][v] = (VEC){0};
    pc_size taps = b->p->kernel[1], t0 = 0;
    UNROLL for (int r = 0; r < rows - 1; r++) ADD_ROW(0, r)
    while (t0 < b->p->kernel[0])
        ADD_ROW(0, rows - 1)
    UNROLL for (int r = 1; r < rows; r++) ADD_ROW(r, rows - 1)

    bool whole = b->columns == vectors * LANES;
    if (gaps && whole) {
        T enough = (T)b->limits->enough;
        FN(flags) weak = {0};
        UNROLL for (int r = 0; r < rows; r++)
            UNROLL for (int v = 0; v < vectors; v++) weak |= (FN(flags))(weights[r][v] < enough);
        whole = !FN(any)(weak);
    }
    if (!whole) {
        /* In memory of their own, so that the sums can be registers. */
        T values_of[WIDE_VECTORS * LANES], weights_of[WIDE_VECTORS * LANES];
        UNROLL for (int r = 0; r < rows; r++) {
            UNROLL for (int v = 0; v < vectors; v++) {
                *(VEC *)(values_of + v * LANES) = sums[r][v];
                *(VEC *)(weights_of + v * LANES) = weights[r][v];
            }
            FN(finish_row)(b, r, values_of, weights_of, gaps);
        }
        return;
    }
    T scale = (T)b->limits->scale;
    UNROLL for (int r = 0; r < rows; r++)
        UNROLL for (int v = 0; v < vectors; v++) {
            VEC result = sums[r][v] * scale;
            if (gaps)
                result = FN(quotient)(result, weights[r][v]);
            *(VEC *)(b->out + r * b->out_pitch + v * LANES) = result;
        }
}

enum { WIDE, NARROW, GAPS, SHAPES };

#define ROWS(rows, gap_vectors)                                                                    \
    static void FN(wide_##rows)(const FN(place) *b) {                                              \
        FN(block)(b, rows, WIDE_VECTORS, false);                                                   \
    }                                                                                              \
    static void FN(narrow_##rows)(const FN(place) *b) { FN(block)(b, rows, gap_vectors, false); }  \
    static void FN(gaps_##rows)(const FN(place) *b) { FN(block)(b, rows, gap_vectors, true); }
ROWS(1, WIDE_VECTORS)
ROWS(2, ROW_VECTORS)
#if MAX_ROWS == 4
ROWS(3, ROW_VECTORS)
ROWS(4, ROW_VECTORS)
#endif

/* Blocks by their rows. */
#define SHAPES_OF(rows) {FN(wide_##rows), FN(narrow_##rows), FN(gaps_##rows)}
static void (*const FN(by_rows)[MAX_ROWS + 1][SHAPES])(const FN(place) *b) = {
    {NULL, NULL, NULL}, SHAPES_OF(1), SHAPES_OF(2),
#if MAX_ROWS == 4
    SHAPES_OF(3), SHAPES_OF(4),
#endif
};

/* Compute `rows` rows of a tile for one filter, `b` at their first outputs; packed rows begin at
 * `lead`. */
static void FN(block_row)(FN(place) b, pc_size rows, pc_size columns, pc_size lead, int shift) {
    pc_size narrow = (rows == 1 ? WIDE_VECTORS : ROW_VECTORS) * LANES, wide = WIDE_VECTORS * LANES;
    pc_size taps = b.p->kernel[1], width;
    uint64_t gaps = 0, some = 0;
    for (pc_size r = 0; r < rows + b.p->kernel[0] - 1; r++) {
        gaps |= b.rows[r].gaps;
        some |= b.rows[r].some;
    }
    T *out = b.out;
    for (pc_size x = 0; x < columns; x += width) {
        /* The last block overlaps the one before it. */
        pc_size last = columns < wide ? x : pc_min(x, columns - wide);
        int shape = WIDE;
        b.cells = FN(cells)(lead + last, lead + last + wide + taps - 2, shift);
        width = wide;
        if (columns - x <= narrow || (gaps & b.cells) != 0) {
            last = columns < narrow ? x : pc_min(x, columns - narrow);
            b.cells = FN(cells)(lead + last, lead + last + narrow + taps - 2, shift);
            shape = (gaps & b.cells) != 0 ? GAPS : NARROW;
            width = narrow;
        }
        x = last;
        b.start = lead + x;
        b.columns = pc_min(width, columns - x);
        b.out = out + x;
        if (shape == GAPS && (some & b.cells) == 0)
            for (pc_size r = 0; r < rows; r++)
                FN(fill)(b.out + r * b.out_pitch, b.columns, (T)b.p->fill);
        else
            FN(by_rows)[rows][shape](&b);
    }
}

void FN(gap_tile)(const pc_gap_tiles *p, const pc_gap_arrays *a, pc_size item, char *memory,
                  pc_stop_token *token) {
    pc_size column_tiles = (p->out[1] + p->tile[1] - 1) / p->tile[1];
    pc_size row_tiles = (p->out[0] + p->tile[0] - 1) / p->tile[0];
    pc_size x0 = item % column_tiles * p->tile[1];
    pc_size y0 = item / column_tiles % row_tiles * p->tile[0];
    pc_size plane = item / column_tiles / row_tiles, channel = plane % p->channels;
    pc_size height = pc_min(p->tile[0], p->out[0] - y0);
    pc_size columns = pc_min(p->tile[1], p->out[1] - x0);
    pc_size count = columns + p->kernel[1] - 1, input = plane * p->axes[0].n * p->axes[1].n;

    pc_size pitch = pc_gap_pitch(p, WIDE_VECTORS * LANES, sizeof(T));
    pc_size kept = p->kernel[0] - 1, block = pc_min(MAX_ROWS, p->kernel[0]);
    int shift = pc_gap_shift(pitch);
    pc_size lead = (LANES - FN(before)(&p->axes[1], x0, count) % LANES) % LANES;
    FN(row) *rows = (FN(row) *)memory;
    T *next = (T *)(memory + pc_gap_rows_bytes(p));
    for (pc_size r = 0; r < kept + block; r++, next += 2 * pitch) {
        rows[r] = (FN(row)){.values = next, .validity = next + pitch};
        /* The last block may read, but not write, what lies beyond the tile: no gaps there. */
        pc_size end = lead + count;
        FN(fill)(next + end, pitch - end, 0);
        FN(fill)(next + pitch + end, pitch - end, 1);
    }
    pc_size taps = p->kernel[0] * p->kernel[1], size = p->out[0] * p->out[1];
    for (pc_size y = -kept, n; y < height; y += n) {
        if (pc_stop_requested(token))
            return;
        n = y < 0 ? kept : pc_min(block, height - y);
        for (pc_size r = 0; r < n; r++) {
            pc_size at = pc_input_index(&p->axes[0], y0 + y + kept + r);
            pc_size first = input + at * p->axes[1].n;
            FN(pack_row)(p, &rows[(y < 0 ? 0 : kept) + r],
                         at < 0 ? NULL : (const T *)a->x + first,
                         a->mask == NULL ? NULL : a->mask + first, x0, count, lead, shift);
        }
        if (y < 0)
            continue;
        for (pc_size k = 0; k < p->filters; k++) {
            pc_size filter = channel * p->filters + k;
            FN(place) b = {
                .p = p, .limits = p->limits + filter, .rows = rows,
                .weights = (const T *)p->weights + filter * taps,
                .row_sums = (const T *)p->row_sums + filter * p->kernel[0],
                .exact = p->exact + filter * taps, .out_pitch = p->out[1],
                .out = (T *)a->out + (plane * p->filters + k) * size + (y0 + y) * p->out[1] + x0,
            };
            FN(block_row)(b, n, columns, lead, shift);
        }
        /* The windows of the next rows begin n rows further down. */
        FN(row) spare[MAX_ROWS];
        memcpy(spare, rows, n * sizeof *rows);
        memmove(rows, rows + n, kept * sizeof *rows);
        memcpy(rows + kept, spare, n * sizeof *rows);
    }
}
