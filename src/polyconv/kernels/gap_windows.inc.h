/* Windows of rows with gaps: the rows, the outputs of a block, and one output summed anew. */

/* A row of a tile's input. Cell i of it is the 1 << shift elements from i << shift on. Bit i of
 * `gaps` is set if cell i has a gap; bit i of `some` is set if it may have a valid element. */
typedef struct {
    const T *values;
    T *own;          /* memory for values of this row */
    uint64_t *bits;  /* of each element, set if it is valid */
    int32_t *places; /* of gaps, but for those of padding at the ends of a row */
    pc_size count;   /* of these places */
    uint64_t gaps, some;
    bool expanded; /* validity is written, too */
} FN(row);

INLINE void FN(fill)(T *to, pc_size n, T value) {
    for (pc_size i = 0; i < n; i++)
        to[i] = value;
}

/* Move on by `n` rows of outputs: the last `kept` rows that were read come first, and the memory of
 * the others is free for the next rows. */
INLINE void FN(slide)(FN(row) *rows, pc_size n, pc_size kept) {
    FN(row) spare[MAX_ROWS];
    memcpy(spare, rows, n * sizeof *rows);
    memmove(rows, rows + n, kept * sizeof *rows);
    memcpy(rows + kept, spare, n * sizeof *rows);
}

/* Return the elements of the result before row `y` of a tile, of filter `k` of its channel. */
INLINE pc_size FN(output_at)(const pc_gap_tiles *p, const pc_gap_tile *t, pc_size k, pc_size y) {
    const pc_gap_shape *s = &p->shape;
    return ((t->plane * s->filters + k) * s->out[0] + t->y0 + y) * s->out[1] + t->x0;
}

/* A block of outputs, and the rows of its windows; `start` is its first column there. */
typedef struct {
    const pc_gap_tiles *p;
    const pc_gap_limits *limits;
    FN(row) *rows;
    const T *weights, *reversed, *patterns; /* of a filter */
    const double *exact;
    pc_size validity, pitch; /* elements from a row's values to its validity, and of each of them */
    pc_size start, out_pitch;
    T *out;
    const T *divisors; /* of the block's outputs; NULL if no window holds a gap */
    pc_size divisors_pitch;
    double enough, too_few; /* as in `limits`, for these divisors */
    pc_size columns; /* outputs to write in each row */
} FN(place);

/* Return one output, summed anew in double precision from the valid elements of its window. */
static T FN(exact)(const FN(place) *b, pc_size row, pc_size column) {
    double numerator = 0, denominator = 0;
    const double *weight = b->exact;
    for (pc_size t0 = 0; t0 < b->p->shape.kernel[0]; t0++) {
        const FN(row) *from = &b->rows[row + t0];
        for (pc_size t1 = 0; t1 < b->p->shape.kernel[1]; t1++, weight++) {
            pc_size at = b->start + column + t1;
            if (from->bits[at / 64] >> at % 64 & 1) {
                numerator += *weight * from->values[at];
                denominator += *weight;
            }
        }
    }
    bool enough = denominator > b->limits->min_denominator;
    return (T)(enough ? numerator / denominator * b->limits->scale : b->p->shape.fill);
}
