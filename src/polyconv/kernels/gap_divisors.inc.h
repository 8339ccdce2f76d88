/* Denominators of rows of outputs whose windows hold gaps; a part of gap_tiles.c. */

/* The buffer of the denominators of MAX_ROWS rows of outputs of a tile; column 0 is `before`. */
typedef struct {
    T *memory, *whole; /* `whole`: those of windows that hold no gap but padding at their ends */
    pc_size pitch, before;
    pc_size filter; /* that of `whole` */
    bool fresh;     /* all rows are `whole` */
} FN(divisors);

/* Write the denominators of a row of outputs, from column x0 on, whose windows hold no gap but
 * padding before or behind the rows of the input. */
static void FN(write_whole)(const pc_gap_tiles *p, pc_size filter, pc_size x0, pc_size columns,
                            T *to) {
    const pc_axis *axis = &p->axes[1];
    const double *sums = p->column_sums + filter * p->kernel[1];
    bool data = p->padding_is_valid || axis->mode != PC_CONSTANT;
    for (pc_size x = 0; x < columns; x++) {
        pc_size first = pc_clamp(axis->lo - x0 - x, p->kernel[1]);
        pc_size stop = pc_clamp(axis->lo + axis->n - x0 - x, p->kernel[1]);
        to[x] = 1;
        if (data || stop - first == p->kernel[1])
            continue;
        double sum = 0;
        for (pc_size t1 = first; t1 < stop; t1++)
            sum += sums[t1];
        to[x] = (T)sum;
    }
}

/* Subtract the weights of the gaps of a row from the denominators of `count` rows of outputs, from
 * the windows' first row on. `weights` are those of the first of them, reversed; each next row of
 * outputs meets the row of weights before. */
INLINE void FN(subtract_row)(const FN(row) *row, const T *weights, const pc_size vectors, T *to,
                             pc_size pitch, pc_size count) {
    for (pc_size i = 0; i < row->count; i++) {
        T *sums = to + row->places[i];
        const T *weight = weights;
        for (pc_size o = 0; o < count; o++, sums += pitch, weight -= vectors * LANES)
            for (pc_size v = 0; v < vectors; v++)
                *(VEC *)(sums + v * LANES) -= *(const VEC *)(weight + v * LANES);
    }
}

/* Compute the denominators of `rows` rows of outputs as those without gaps less the weights of the
 * gaps. */
static void FN(subtract_gaps)(const FN(place) *b, FN(divisors) *d, pc_size rows, pc_size lead) {
    const pc_gap_tiles *p = b->p;
    pc_size taps = p->kernel[0], row_vectors = p->vectors;
    if (!d->fresh)
        for (int o = 0; o < MAX_ROWS; o++)
            memcpy(d->memory + o * d->pitch, d->whole, d->pitch * sizeof(T));
    d->fresh = true;
    for (pc_size r = 0; r < rows + taps - 1; r++) {
        const FN(row) *row = &b->rows[r];
        pc_size low = r < taps ? 0 : r - taps + 1, count = pc_min(rows - 1, r) - low + 1;
        const T *weights = b->reversed + (r - low) * row_vectors * LANES;
        T *to = d->memory + low * d->pitch + d->before - lead - (p->kernel[1] - 1);
        if (row->count == 0)
            continue;
        d->fresh = false;
        if (row_vectors == 1)
            FN(subtract_row)(row, weights, 1, to, d->pitch, count);
        else
            FN(subtract_row)(row, weights, row_vectors, to, d->pitch, count);
    }
}

#if defined(__AVX512F__)

/* Taps of a part of a row of weights: its patterns are as many as a vector has lanes. */
enum { FN(pattern) = sizeof(T) == 4 ? 4 : 3 };

/* Return the patterns of the windows' parts in all lanes: in each lane, bit 0 is the validity of an
 * element. The first is bit `shift` of the bytes; bits beyond a part are set, too. */
INLINE __m512i FN(patterns_at)(const char *bytes, pc_size shift) {
    if (sizeof(T) == 4) {
        uint32_t bits;
        memcpy(&bits, bytes, sizeof bits);
        __m512i lanes = _mm512_setr_epi32(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
        lanes = _mm512_add_epi32(lanes, _mm512_set1_epi32((int)shift));
        return _mm512_srlv_epi32(_mm512_set1_epi32((int)bits), lanes);
    }
    uint64_t bits;
    memcpy(&bits, bytes, sizeof bits);
    __m512i lanes = _mm512_setr_epi64(0, 1, 2, 3, 4, 5, 6, 7);
    lanes = _mm512_add_epi64(lanes, _mm512_set1_epi64((int64_t)shift));
    return _mm512_srlv_epi64(_mm512_set1_epi64((int64_t)bits), lanes);
}

/* Add what patterns stand for, of the sums of all patterns. */
INLINE VEC FN(look_up)(VEC sum, VEC sums, __m512i patterns) {
    return sizeof(T) == 4 ? sum + (VEC)_mm512_permutexvar_ps(patterns, (__m512)sums)
                          : sum + (VEC)_mm512_permutexvar_pd(patterns, (__m512d)sums);
}

/* Add a weight in the lanes whose element is valid. */
INLINE VEC FN(add_if)(VEC sum, T weight, __m512i patterns) {
    if (sizeof(T) == 4)
        return (VEC)_mm512_mask_add_ps((__m512)sum,
                                       _mm512_test_epi32_mask(patterns, _mm512_set1_epi32(1)),
                                       (__m512)sum, _mm512_set1_ps((float)weight));
    return (VEC)_mm512_mask_add_pd((__m512d)sum,
                                   _mm512_test_epi64_mask(patterns, _mm512_set1_epi64(1)),
                                   (__m512d)sum, _mm512_set1_pd((double)weight));
}

/* Add the weights of one part of row t0 of the windows to the denominators of rows `low` to `high`
 * of outputs; a part of a `single` tap is faster to add than to look up. */
#define ADD_PATTERNS(low, high, part, single)                                                      \
    {                                                                                              \
        pc_size at = start + (part) * FN(pattern);                                                 \
        const char *bits = (const char *)b->rows[t0].bits + at / 8;                                \
        __m512i patterns[WIDE_VECTORS];                                                            \
        UNROLL for (int v = 0; v < WIDE_VECTORS; v++)                                              \
            patterns[v] = FN(patterns_at)(bits + v * LANES / 8, at % 8);                           \
        UNROLL for (int o = (low); o <= (high); o++) {                                             \
            const T *of_part = b->patterns + ((t0 - o) * b->p->parts + (part)) * LANES;            \
            VEC sums_of_part = *(const VEC *)of_part;                                              \
            UNROLL for (int v = 0; v < WIDE_VECTORS; v++)                                          \
                sums[o][v] = single ? FN(add_if)(sums[o][v], of_part[1], patterns[v])              \
                                    : FN(look_up)(sums[o][v], sums_of_part, patterns[v]);          \
        }                                                                                          \
    }
#define ADD_VALIDITY(low, high)                                                                    \
    {                                                                                              \
        for (pc_size part = 0; part < looked_up; part++)                                           \
            ADD_PATTERNS(low, high, part, false)                                                   \
        if (looked_up < b->p->parts)                                                               \
            ADD_PATTERNS(low, high, looked_up, true)                                               \
        t0++;                                                                                      \
    }

/* Compute the denominators of `rows` rows of a block of outputs, whose windows begin at `start`. */
INLINE void FN(look_up_block)(const FN(place) *b, const int rows, pc_size start, T *to,
                              pc_size pitch) {
    VEC sums[MAX_ROWS][WIDE_VECTORS];
    UNROLL for (int o = 0; o < rows; o++)
        UNROLL for (int v = 0; v < WIDE_VECTORS; v++) sums[o][v] = (VEC){0};
    pc_size looked_up = b->p->parts - (b->p->kernel[1] % FN(pattern) == 1), t0 = 0;
    UNROLL for (int r = 0; r < rows - 1; r++) ADD_VALIDITY(0, r)
    while (t0 < b->p->kernel[0])
        ADD_VALIDITY(0, rows - 1)
    UNROLL for (int r = 1; r < rows; r++) ADD_VALIDITY(r, rows - 1)
    UNROLL for (int o = 0; o < rows; o++)
        UNROLL for (int v = 0; v < WIDE_VECTORS; v++)
            *(VEC *)(to + o * pitch + v * LANES) = sums[o][v];
}

/* Compute the denominators of `rows` rows of outputs as sums of the weights of what is valid. */
static void FN(sum_validity)(const FN(place) *b, FN(divisors) *d, pc_size rows, pc_size columns,
                             pc_size lead) {
    for (pc_size x = 0; x < columns; x += WIDE_VECTORS * LANES) {
        T *to = d->memory + d->before + x;
        if (rows == 1)
            FN(look_up_block)(b, 1, lead + x, to, d->pitch);
        else if (rows == 2)
            FN(look_up_block)(b, 2, lead + x, to, d->pitch);
        else if (rows == 3)
            FN(look_up_block)(b, 3, lead + x, to, d->pitch);
        else
            FN(look_up_block)(b, 4, lead + x, to, d->pitch);
    }
}

#else

/* Write 1 where the elements of a packed row are valid, and 0 at gaps; once for each row. */
static void FN(expand)(FN(row) *row, T *validity, pc_size pitch) {
    FN(flags) lane = {0};
    for (int i = 0; i < LANES; i++)
        lane[i] = 1 << i;
    const VEC ones = (VEC){0} + 1;
    for (pc_size i = 0; i < pitch; i += LANES) {
        FN(flags) lanes = (FN(flags)){0} + (FLAG_OF(ELEMENT))(row->bits[i / 64] >> i % 64 & 0xFF);
        *(VEC *)(validity + i) = (VEC)((FN(flags))ones & (FN(flags))((lanes & lane) != 0));
    }
    row->expanded = true;
}

/* Compute the denominators of `rows` rows of outputs as sums of products with the validity. */
static void FN(sum_validity)(const FN(place) *b, FN(divisors) *d, pc_size rows, pc_size columns,
                             pc_size lead) {
    static const pc_gap_limits unit = {.scale = 1};
    for (pc_size r = 0; r < rows + b->p->kernel[0] - 1; r++)
        if (!b->rows[r].expanded)
            FN(expand)(&b->rows[r], b->rows[r].values + b->validity, b->pitch);
    FN(place) of = *b;
    of.limits = &unit;
    of.divisors = NULL;
    of.out_pitch = d->pitch;
    of.columns = WIDE_VECTORS * LANES;
    for (pc_size x = 0; x < columns; x += of.columns) {
        if (columns >= of.columns) /* the last block overlaps the one before it */
            x = pc_min(x, columns - of.columns);
        of.out = d->memory + d->before + x;
        of.start = b->validity + lead + x;
        FN(by_rows)[rows][WIDE](&of);
    }
}

#endif

