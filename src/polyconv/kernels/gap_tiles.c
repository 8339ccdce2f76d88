/* Tiles of data with gaps; compiled once for each ISA level and element type of the sums.
 *
 * The packed rows of a window slide over the tile: few enough for the L1 cache, and each row of the
 * input is packed once. gap_divisors.inc.h computes the denominators of windows with gaps.
 */
#include "gap_tiles.h"
#include "gap_vectors.inc.h"

/* Rows of a register block, of 4 vectors each. With 32 registers, 16 sums leave room for the 4
 * vectors that they share and for a weight; with 16, 8 sums do. Blocks at the end of a row may have
 * 2 vectors. */
#define MAX_ROWS (VECTOR_REGISTERS / 8)
#define NARROW_VECTORS 2
#define WIDE_VECTORS 4

/* The count of a row whose gaps are not listed: with it, those of a block's windows are many. */
#define UNLISTED ((pc_size)1 << 30)

#include "gap_windows.inc.h"

/* Return the bits of the cells that hold elements `first` to `last`; beyond the row there are
 * none. */
INLINE uint64_t FN(cells)(pc_size first, pc_size last, int shift) {
    pc_size after = 63 - pc_min(last >> shift, 63);
    return (~(uint64_t)0 >> after) & (~(uint64_t)0 << (first >> shift));
}

/* ---- packing ---- */

/* Clear `n` bits from bit `first` on. */
INLINE void FN(clear_bits)(uint64_t *bits, pc_size first, pc_size n) {
    for (pc_size i = first; i < first + n; i++)
        bits[i / 64] &= ~((uint64_t)1 << i % 64);
}

/* Structural: vectors that are packed at a time before the first gap of a row, in registers. */
#define CLEAN_VECTORS 4

/* Pack the elements before the first gap of a row; return how many. */
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

/* Pack n elements from `at` on, a multiple of LANES, so that no vector is in two words of bits.
 * Return true if there are gaps. */
static bool FN(pack_data)(FN(row) *row, const T *from, pc_size at, pc_size n) {
    uint64_t any = 0;
    for (pc_size i = FN(pack_clean)(row->own + at, from, n); i < n;) {
        pc_size bit = (at + i) % 64, word = (at + i) / 64, stop = pc_min(n, i + 64 - bit);
        uint64_t gaps = 0;
        for (; i + LANES <= stop; i += LANES, bit += LANES) {
            VEC x = *(const VEC *)(from + i);
            gaps |= FN(take_nan)(&x) << bit;
            *(VEC *)(row->own + at + i) = x;
        }
        if (i < stop) {
            VEC x = {0};
            memcpy(&x, from + i, (stop - i) * sizeof(T));
            gaps |= FN(take_nan)(&x) << bit;
            *(VEC *)(row->own + at + i) = x;
            i = stop;
        }
        row->bits[word] &= ~gaps;
        any |= gaps;
    }
    return any != 0;
}

/* Clear the n elements from `at` on where `mask` is not 0. */
static void FN(apply_mask)(FN(row) *row, const uint8_t *restrict mask, pc_size at, pc_size n) {
    T *restrict values = row->own + at;
    for (pc_size i = 0; i < n; i++)
        values[i] = mask[i] ? 0 : values[i];
    for (pc_size i = 0, count; i < n; i += count) {
        pc_size word = (at + i) / 64, bit = (at + i) % 64;
        uint64_t gaps = 0;
        count = pc_min(n - i, 64 - bit);
        for (pc_size j = 0; j < count; j++)
            gaps |= (uint64_t)(mask[i + j] != 0) << (bit + j);
        row->bits[word] &= ~gaps;
    }
}

/* Return which of the 4 quarters of a word, of 16 bits each, have a bit that is set. */
INLINE uint64_t FN(quarters)(uint64_t word) {
    const uint64_t low = 0x7FFF7FFF7FFF7FFF;
    uint64_t any = (((word & low) + low) | word) & ~low;
    return (any >> 15) * 0x0001000200040008 >> 48 & 0xF;
}

/* Note the cells of a row that hold gaps and valid elements, from its bits; return the number of
 * gaps. */
static pc_size FN(note_cells)(FN(row) *row, pc_size n, int shift) {
    pc_size count = 0;
    row->gaps = row->some = 0;
    for (pc_size i = 0; i < n; i += 64) {
        count += __builtin_popcountll(~row->bits[i / 64]);
        uint64_t gaps = FN(quarters)(~row->bits[i / 64]), some = FN(quarters)(row->bits[i / 64]);
        if (shift == 4) { /* a cell is a quarter */
            row->gaps |= gaps << i / 16;
            row->some |= some << i / 16;
            continue;
        }
        for (int j = 0; j < 4; j++) {
            row->gaps |= (gaps >> j & 1) << ((i + 16 * j) >> shift);
            row->some |= (some >> j & 1) << ((i + 16 * j) >> shift);
        }
    }
    return count;
}

/* List the gaps among elements `first` to `stop` of a row. */
static void FN(list_gaps)(FN(row) *row, pc_size first, pc_size stop) {
    pc_size count = 0;
    for (pc_size i = first / 64 * 64; i < stop; i += 64) {
        uint64_t gaps = ~row->bits[i / 64];
        if (i < first)
            gaps &= ~(uint64_t)0 << (first - i);
        if (stop - i < 64)
            gaps &= ~(~(uint64_t)0 << (stop - i));
        /* Two gaps an iteration, the second of which may be none: fewer branches, which are
         * mispredicted where gaps lie at random. `places` has room for one entry more. */
        pc_size found = __builtin_popcountll(gaps), j = 0;
        do {
            uint64_t next = gaps & (gaps - 1);
            row->places[count + j] = (int32_t)(i + __builtin_ctzll(gaps | (uint64_t)1 << 63));
            row->places[count + j + 1] = (int32_t)(i + __builtin_ctzll(next | (uint64_t)1 << 63));
            gaps = next & (next - 1);
            j += 2;
        } while (j < found);
        count += found;
    }
    row->count = count;
}

/* Return how many of the `count` padded coordinates from `first` on lie before the input. */
INLINE pc_size FN(before)(const pc_axis *axis, pc_size first, pc_size count) {
    return pc_clamp(axis->lo - first, count);
}

/* Pack `count` padded coordinates, from `first` on, of the row at `from`, or of padding if it is
 * NULL. The first of them is written `lead` elements after the start of the packed row. More than
 * `limit` gaps are not listed. */
static void FN(pack_row)(const pc_gap_tiles *p, FN(row) *row, const T *from, const uint8_t *mask,
                         pc_size first, pc_size count, pc_size lead, int shift, pc_size limit) {
    const pc_axis *axis = &p->shape.axes[1];
    T constant = (T)p->shape.padding;
    pc_size end = lead + count;
    row->count = 0;
    row->expanded = false;
    for (pc_size i = 0; i <= end / 64; i++)
        row->bits[i] = ~(uint64_t)0;
    if (from == NULL) {
        FN(fill)(row->own + lead, count, constant);
        if (!p->shape.padding_is_valid) {
            FN(clear_bits)(row->bits, lead, count);
            row->count = UNLISTED;
        }
        FN(note_cells)(row, end, shift);
        return;
    }
    pc_size before = FN(before)(axis, first, count);
    pc_size inside = pc_clamp(axis->lo + axis->n - first, count);
    pc_size start = first + before - axis->lo, n = inside - before;
    bool gaps = FN(pack_data)(row, from + start, lead + before, n);
    uint8_t masked = 0;
    if (mask != NULL)
        for (pc_size i = 0; i < n; i++)
            masked |= mask[start + i];
    if (masked)
        FN(apply_mask)(row, mask + start, lead + before, n);
    bool all = axis->mode != PC_CONSTANT; /* gaps in padding are copies, too */
    uint64_t beside = 0;
    pc_size ends[2][2] = {{0, before}, {inside, count}};
    for (int side = 0; side < 2; side++)
        for (pc_size i = ends[side][0]; i < ends[side][1]; i++) {
            pc_size at = pc_input_index(axis, first + i);
            bool valid = at < 0 ? p->shape.padding_is_valid
                                : from[at] == from[at] && (mask == NULL || !mask[at]);
            row->own[lead + i] = at < 0 ? constant : valid ? from[at] : 0;
            if (!valid) {
                FN(clear_bits)(row->bits, lead + i, 1);
                beside |= FN(cells)(lead + i, lead + i, shift);
            }
        }
    row->gaps = beside;
    row->some = ~(uint64_t)0;
    if (!gaps && masked == 0 && (beside == 0 || !all))
        return;
    if (FN(note_cells)(row, end, shift) > limit)
        row->count = UNLISTED;
    else
        FN(list_gaps)(row, all ? lead : lead + before, all ? end : lead + inside);
}

/* ---- sums ---- */

/* Finish the outputs of a row one by one, from their sums and divisors, or NULL. */
static void FN(finish_row)(const FN(place) *b, pc_size row, const T *sums, const T *divisors) {
    const pc_gap_limits *limits = b->limits;
    T *to = b->out + row * b->out_pitch;
    for (pc_size i = 0; i < b->columns; i++) {
        if (divisors == NULL)
            to[i] = sums[i] * (T)limits->scale;
        else if (divisors[i] >= b->enough)
            to[i] = sums[i] / divisors[i] * (T)limits->scale;
        else
            to[i] = divisors[i] <= b->too_few ? (T)b->p->shape.fill : FN(exact)(b, row, i);
    }
}

/* Add the products of row t0 of the windows to the sums of rows `low` to `high` of the block. */
#define ADD_PRODUCTS(low, high)                                                                    \
    for (pc_size t1 = 0; t1 < taps; t1++) {                                                        \
        const T *values = b->rows[t0].values + b->start + t1;                                      \
        VEC x[WIDE_VECTORS];                                                                       \
        UNROLL for (int v = 0; v < vectors; v++) {                                                 \
            x[v] = *(const VEC *)(values + v * LANES);                                             \
            IN_REGISTER(x[v]);                                                                     \
        }                                                                                          \
        UNROLL for (int o = (low); o <= (high); o++) {                                             \
            T weight = b->weights[(t0 - o) * taps + t1];                                           \
            UNROLL for (int v = 0; v < vectors; v++) sums[o][v] += x[v] * weight;                  \
        }                                                                                          \
    }

#define ADD_ROW(low, high)                                                                         \
    {                                                                                              \
        ADD_PRODUCTS(low, high)                                                                    \
        t0++;                                                                                      \
    }

#define DIVISOR(r, v) (*(const VEC *)(b->divisors + (r) * b->divisors_pitch + (v) * LANES))

/* Compute a block of `rows` rows, at most as many as the kernel has, of `vectors` vectors. */
INLINE void FN(block)(const FN(place) *b, const int rows, const int vectors) {
    VEC sums[MAX_ROWS][WIDE_VECTORS];
    UNROLL for (int r = 0; r < rows; r++)
        UNROLL for (int v = 0; v < vectors; v++) sums[r][v] = (VEC){0};
    pc_size taps = b->p->shape.kernel[1], t0 = 0;
    UNROLL for (int r = 0; r < rows - 1; r++) ADD_ROW(0, r)
    while (t0 < b->p->shape.kernel[0])
        ADD_ROW(0, rows - 1)
    UNROLL for (int r = 1; r < rows; r++) ADD_ROW(r, rows - 1)

    const bool divided = b->divisors != NULL;
    bool whole = b->columns == vectors * LANES;
    if (divided && whole) {
        VEC lowest = DIVISOR(0, 0);
        UNROLL for (int r = 0; r < rows; r++)
            UNROLL for (int v = 0; v < vectors; v++)
                lowest = FN(lesser)(lowest, DIVISOR(r, v));
        whole = !FN(any)((FN(flags))(lowest < (T)b->enough));
    }
    if (!whole) {
        /* In memory of their own, so that the sums can be registers. */
        T of_row[WIDE_VECTORS * LANES], divisors[WIDE_VECTORS * LANES];
        UNROLL for (int r = 0; r < rows; r++) {
            UNROLL for (int v = 0; v < vectors; v++) {
                *(VEC *)(of_row + v * LANES) = sums[r][v];
                if (divided)
                    *(VEC *)(divisors + v * LANES) = DIVISOR(r, v);
            }
            FN(finish_row)(b, r, of_row, divided ? divisors : NULL);
        }
        return;
    }
    T scale = (T)b->limits->scale;
    UNROLL for (int r = 0; r < rows; r++)
        UNROLL for (int v = 0; v < vectors; v++) {
            VEC result = sums[r][v] * scale;
            if (divided)
                result = FN(quotient)(result, DIVISOR(r, v));
            *(VEC *)(b->out + r * b->out_pitch + v * LANES) = result;
        }
}

enum { WIDE, NARROW, SHAPES };

#define ROWS(rows)                                                                                 \
    static void FN(wide_##rows)(const FN(place) *b) { FN(block)(b, rows, WIDE_VECTORS); }          \
    static void FN(narrow_##rows)(const FN(place) *b) { FN(block)(b, rows, NARROW_VECTORS); }
ROWS(1)
ROWS(2)
#if MAX_ROWS == 4
ROWS(3)
ROWS(4)
#endif

/* Blocks by their rows. */
#define SHAPES_OF(rows) {FN(wide_##rows), FN(narrow_##rows)}
static void (*const FN(by_rows)[MAX_ROWS + 1][SHAPES])(const FN(place) *b) = {
    {NULL, NULL}, SHAPES_OF(1), SHAPES_OF(2),
#if MAX_ROWS == 4
    SHAPES_OF(3), SHAPES_OF(4),
#endif
};

#include "gap_divisors.inc.h"

/* Compute `rows` rows of a tile for one filter, `b` at their first outputs; packed rows begin at
 * `lead`, and their elements at column x0 of the padded input. */
static void FN(block_row)(FN(place) b, FN(divisors) *d, pc_size filter, pc_size rows,
                          pc_size columns, pc_size lead, int shift, pc_size x0) {
    pc_size narrow = NARROW_VECTORS * LANES, wide = WIDE_VECTORS * LANES, count = 0;
    pc_size read = rows + b.p->shape.kernel[0] - 1, width;
    uint64_t gaps = 0, some = 0;
    for (pc_size r = 0; r < read; r++) {
        gaps |= b.rows[r].gaps;
        some |= b.rows[r].some;
        count += b.rows[r].count;
    }
    bool many = count >= UNLISTED || count > b.p->shape.few * (double)(read * columns);
    b.enough = many ? b.limits->enough : b.limits->enough_left;
    b.too_few = many ? b.limits->too_few : b.limits->too_few_left;
    if (gaps != 0 && many)
        FN(sum_validity)(&b, d, rows, columns, lead);
    else if (gaps != 0)
        FN(subtract_gaps)(&b, d, filter, rows, columns, lead, x0);
    b.divisors_pitch = d->pitch;
    T *out = b.out;
    for (pc_size x = 0; x < columns; x += width) {
        int shape = columns - x <= narrow ? NARROW : WIDE;
        width = shape == NARROW ? narrow : wide;
        /* The last block overlaps the one before it. */
        if (columns >= width)
            x = pc_min(x, columns - width);
        b.start = lead + x;
        b.columns = pc_min(width, columns - x);
        b.out = out + x;
        uint64_t cells = FN(cells)(b.start, b.start + width + b.p->shape.kernel[1] - 2, shift);
        b.divisors = (gaps & cells) == 0 ? NULL : d->memory + d->before + x;
        if ((some & cells) == 0)
            for (pc_size r = 0; r < rows; r++)
                FN(fill)(b.out + r * b.out_pitch, b.columns, (T)b.p->shape.fill);
        else
            FN(by_rows)[rows][shape](&b);
    }
    if (gaps != 0 && !many)
        FN(restore_divisors)(&b, d, rows, columns, lead, count);
}

void FN(gap_tile)(const pc_gap_tiles *p, const pc_gap_arrays *a, pc_size item, char *memory,
                  pc_stop_token *token) {
    const pc_gap_shape *s = &p->shape;
    const pc_gap_tile t = pc_gap_tile_of(s, item);
    const pc_size block_columns = WIDE_VECTORS * LANES, count = t.count;
    const pc_gap_layout l = pc_gap_layout_of(s, block_columns, sizeof(T));
    const pc_size pitch = l.pitch;
    pc_size kept = s->kernel[0] - 1, block = pc_min(MAX_ROWS, s->kernel[0]);
    int shift = pc_gap_shift(pitch);
    pc_size lead = (LANES - FN(before)(&s->axes[1], t.x0, count) % LANES) % LANES;
    /* Gaps of a row beside others that may have fewer, padding included. */
    pc_size limit = (pc_size)(2 * s->few * (double)t.columns) + s->kernel[1];
    FN(row) *rows = (FN(row) *)memory;
    for (pc_size r = 0; r < kept + block; r++) {
        T *values = (T *)(memory + l.values) + r * pitch;
        rows[r] = (FN(row)){
            .values = values, .own = values, .bits = (uint64_t *)(memory + l.bits) + r * l.words,
            .places = (int32_t *)(memory + l.places) + r * pc_gap_places(pitch),
        };
        /* Blocks may read, but not write, what lies beyond the tile: no gaps there. */
        FN(fill)(rows[r].own + lead + count, pitch - lead - count, 0);
        memset(rows[r].bits, 0xFF, l.words * sizeof(uint64_t));
    }
    FN(divisors) divisors = {.pitch = pc_gap_divisors_pitch(s, block_columns), .filter = -1};
    divisors.before = (s->kernel[1] - 1 + LANES - 1) / LANES * LANES;
    divisors.memory = (T *)(memory + l.divisors);
    divisors.whole = divisors.memory + MAX_ROWS * divisors.pitch;
    FN(fill)(divisors.whole, divisors.pitch, 1);
    pc_size taps = s->kernel[0] * s->kernel[1];
    for (pc_size y = -kept, n; y < t.height; y += n) {
        if (pc_stop_requested(token))
            return;
        n = y < 0 ? kept : pc_min(block, t.height - y);
        for (pc_size r = 0; r < n; r++) {
            pc_size at = pc_input_index(&s->axes[0], t.y0 + y + kept + r);
            pc_size first = t.input + at * s->axes[1].n;
            FN(pack_row)(p, &rows[(y < 0 ? 0 : kept) + r],
                         at < 0 ? NULL : (const T *)a->x + first,
                         a->mask == NULL ? NULL : a->mask + first, t.x0, count, lead, shift, limit);
        }
        if (y < 0)
            continue;
        for (pc_size k = 0; k < s->filters; k++) {
            pc_size filter = t.channel * s->filters + k;
            FN(place) b = {
                .p = p, .limits = p->limits + filter, .rows = rows,
                .weights = (const T *)p->weights + filter * taps,
                .reversed = (const T *)p->reversed + filter * s->kernel[0] * s->vectors * LANES,
                .patterns = (const T *)p->patterns + filter * s->kernel[0] * s->parts * 2 * LANES,
                .exact = p->exact + filter * taps, .out_pitch = s->out[1], .pitch = pitch,
                .validity = (l.validity - l.values) / (pc_size)sizeof(T),
                .out = (T *)a->out + FN(output_at)(p, &t, k, y),
            };
            FN(block_row)(b, &divisors, filter, n, t.columns, lead, shift, t.x0);
        }
        FN(slide)(rows, n, kept);
    }
}
