/* Denominators of rows of outputs whose windows hold gaps; a part of gap_tiles.c. */

/* The buffer of the denominators of MAX_ROWS rows of outputs of a tile; column 0 is `before`. */
typedef struct {
    T *memory, *whole; /* `whole`: those of windows that hold no gap but padding at their ends */
    pc_size pitch, before;
    pc_size filter; /* that of `whole` */
    bool fresh;     /* all rows are `whole` */
} FN(divisors);

/* Write the denominators of a row of outputs, from column x0 on, whose windows hold no gap but
 * padding before or after the rows of the input; others stay 1. */
static void FN(write_whole)(const pc_gap_tiles *p, pc_size filter, pc_size x0, pc_size columns,
                            T *to) {
    const pc_axis *axis = &p->shape.axes[1];
    const double *sums = p->column_sums + filter * p->shape.kernel[1];
    if (p->shape.padding_is_valid || axis->mode != PC_CONSTANT)
        return;
    /* Windows from column `left` to `right` hold no padding. */
    pc_size left = pc_clamp(axis->lo - x0, columns);
    pc_size right = pc_clamp(axis->lo + axis->n - p->shape.kernel[1] + 1 - x0, columns);
    right = right < left ? left : right;
    for (pc_size x = left > 0 ? 0 : right; x < columns; x = x + 1 == left ? right : x + 1) {
        pc_size first = pc_clamp(axis->lo - x0 - x, p->shape.kernel[1]);
        pc_size stop = pc_clamp(axis->lo + axis->n - x0 - x, p->shape.kernel[1]);
        double sum = 0;
        for (pc_size t1 = first; t1 < stop; t1++)
            sum += sums[t1];
        to[x] = (T)sum;
    }
}

/* Subtract the weights of the gaps of a row from the denominators of `count` rows of outputs, from
 * `to` on; or `restore` the former denominators. `weights` is the reversed row of weights that the
 * first row of outputs meets; each next row of outputs meets the row of weights before. */
INLINE void FN(visit_row)(const FN(row) *row, const T *weights, const T *whole, T *to, pc_size pitch,
                          pc_size count, const pc_size vectors, const bool restore) {
    for (pc_size i = 0; i < row->count; i++) {
        T *sums = to + row->places[i];
        const T *weight = weights, *from = whole + row->places[i];
        for (pc_size o = 0; o < count; o++, sums += pitch, weight -= vectors * LANES)
            for (pc_size v = 0; v < vectors * LANES; v += LANES) {
                if (restore)
                    *(VEC *)(sums + v) = *(const VEC *)(from + v);
                else
                    *(VEC *)(sums + v) -= *(const VEC *)(weight + v);
            }
    }
}

/* Call `visit_row` for all gaps of the windows of `rows` rows of outputs. */
INLINE void FN(visit_gaps)(const FN(place) *b, FN(divisors) *d, pc_size rows, pc_size lead,
                           const bool restore) {
    pc_size taps = b->p->shape.kernel[0], vectors = b->p->shape.vectors;
    pc_size shift = d->before - lead - (b->p->shape.kernel[1] - 1);
    for (pc_size r = 0; r < rows + taps - 1; r++) {
        const FN(row) *row = &b->rows[r];
        pc_size low = r < taps ? 0 : r - taps + 1, count = pc_min(rows - 1, r) - low + 1;
        const T *weights = b->reversed + (r - low) * vectors * LANES, *whole = d->whole + shift;
        T *to = d->memory + low * d->pitch + shift;
        if (row->count == 0)
            continue;
        d->fresh = restore;
        if (vectors == 1)
            FN(visit_row)(row, weights, whole, to, d->pitch, count, 1, restore);
        else
            FN(visit_row)(row, weights, whole, to, d->pitch, count, vectors, restore);
    }
}

/* Compute the denominators of `rows` rows of outputs as those without gaps less the weights of the
 * gaps. */
static void FN(subtract_gaps)(const FN(place) *b, FN(divisors) *d, pc_size filter, pc_size rows,
                              pc_size columns, pc_size lead, pc_size x0) {
    if (d->filter != filter) {
        FN(write_whole)(b->p, filter, x0, columns, d->whole + d->before);
        d->filter = filter;
        d->fresh = false;
    }
    if (!d->fresh)
        for (int o = 0; o < MAX_ROWS; o++)
            memcpy(d->memory + o * d->pitch, d->whole, d->pitch * sizeof(T));
    d->fresh = true;
    FN(visit_gaps)(b, d, rows, lead, false);
}

/* Undo `subtract_gaps`, where that is less work than to write all denominators anew. */
static void FN(restore_divisors)(const FN(place) *b, FN(divisors) *d, pc_size rows, pc_size columns,
                                 pc_size lead, pc_size gaps) {
    if (gaps * b->p->shape.vectors * LANES < columns)
        FN(visit_gaps)(b, d, rows, lead, true);
}

#if defined(__AVX512F__)

/* Add the weights of the valid elements in row t0 of the windows to the denominators of rows `low`
 * to `high` of outputs. */
#define ADD_PATTERNS(low, high)                                                                    \
    {                                                                                              \
        const char *bits = (const char *)b->rows[t0].bits;                                         \
        for (pc_size part = 0; part < parts; part++) {                                             \
            pc_size at = start + part * FN(pattern);                                               \
            __m512i patterns[WIDE_VECTORS];                                                        \
            UNROLL for (int v = 0; v < WIDE_VECTORS; v++)                                          \
                patterns[v] = FN(patterns_at)(bits + at / 8 + v * LANES / 8, at % 8);              \
            UNROLL for (int o = (low); o <= (high); o++) {                                         \
                const T *of_part = b->patterns + ((t0 - o) * parts + part) * FN(pattern_sums);     \
                VEC first = *(const VEC *)of_part, second = *(const VEC *)(of_part + LANES);       \
                UNROLL for (int v = 0; v < WIDE_VECTORS; v++)                                      \
                    sums[o][v] += FN(look_up)(first, second, patterns[v]);                         \
            }                                                                                      \
        }                                                                                          \
        t0++;                                                                                      \
    }

/* Compute the denominators of `rows` rows of a block of outputs, whose windows begin at `start`. */
INLINE void FN(look_up_block)(const FN(place) *b, const int rows, pc_size start, T *to,
                              pc_size pitch) {
    VEC sums[MAX_ROWS][WIDE_VECTORS];
    UNROLL for (int o = 0; o < rows; o++)
        UNROLL for (int v = 0; v < WIDE_VECTORS; v++) sums[o][v] = (VEC){0};
    pc_size parts = b->p->shape.parts, t0 = 0;
    UNROLL for (int r = 0; r < rows - 1; r++) ADD_PATTERNS(0, r)
    while (t0 < b->p->shape.kernel[0])
        ADD_PATTERNS(0, rows - 1)
    UNROLL for (int r = 1; r < rows; r++) ADD_PATTERNS(r, rows - 1)
    UNROLL for (int o = 0; o < rows; o++)
        UNROLL for (int v = 0; v < WIDE_VECTORS; v++)
            *(VEC *)(to + o * pitch + v * LANES) = sums[o][v];
}

/* Compute the denominators of `rows` rows of outputs as sums of the weights of valid elements. */
static void FN(sum_validity)(const FN(place) *b, FN(divisors) *d, pc_size rows, pc_size columns,
                             pc_size lead) {
    d->fresh = false;
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
        FN(flags) lanes = (FN(flags)){0} + (SIGNED)(row->bits[i / 64] >> i % 64 & 0xFF);
        *(VEC *)(validity + i) = (VEC)((FN(flags))ones & (FN(flags))((lanes & lane) != 0));
    }
    row->expanded = true;
}

/* Compute the denominators of `rows` rows of outputs as sums of products with the validity. */
static void FN(sum_validity)(const FN(place) *b, FN(divisors) *d, pc_size rows, pc_size columns,
                             pc_size lead) {
    static const pc_gap_limits unit = {.scale = 1};
    for (pc_size r = 0; r < rows + b->p->shape.kernel[0] - 1; r++)
        if (!b->rows[r].expanded)
            FN(expand)(&b->rows[r], b->rows[r].own + b->validity, b->pitch);
    FN(place) of = *b;
    of.limits = &unit;
    of.divisors = NULL;
    of.out_pitch = d->pitch;
    of.columns = WIDE_VECTORS * LANES;
    d->fresh = false;
    for (pc_size x = 0; x < columns; x += of.columns) {
        if (columns >= of.columns) /* the last block overlaps the one before it */
            x = pc_min(x, columns - of.columns);
        of.out = d->memory + d->before + x;
        of.start = b->validity + lead + x;
        FN(by_rows)[rows][WIDE](&of);
    }
}

#endif

