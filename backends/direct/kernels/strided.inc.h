/* Every other pixel in the lanes, for filters three columns wide, read where the input stands;
 * elements of type T, names made by FN(...). Included by microkernels.c.
 *
 * Of two vectors of a row the even elements meet the filter's second column, the odd ones its
 * third, and those moved on by a pixel its first. So each row of windows is loaded once for all
 * columns; and nothing is packed, which takes a quarter of the time if filters are few.
 */
#if STRIDED_VECTORS

#define STRIDED_FILTERS 4
/* Cache lines that are asked for with each row of windows. */
#define STRIDED_AHEAD 3
#define BEFORE(j, d) (LANES - 1 + (j))

/* Some vectors of windows: the second element of each one's first window, and the one before it,
 * which stays where it is if that is padding; their first input row, and where their sums go. */
typedef struct {
    const T *at[STRIDED_VECTORS], *before[STRIDED_VECTORS];
    pc_size moves[STRIDED_VECTORS], top[STRIDED_VECTORS], to[STRIDED_VECTORS];
} FN(windows);

/* Add the products with a row of windows of one channel. */
INLINE void FN(strided_row)(const FN(windows) *p, const T *padding, pc_size offset, const T *w,
                            const int *outside, VEC sum[][STRIDED_VECTORS]) {
    VEC values[3][STRIDED_VECTORS];
    UNROLL
    for (int v = 0; v < STRIDED_VECTORS; v++) {
        const T *from = p->at[v] + offset, *before = p->before[v] + (offset & p->moves[v]);
        if (outside && outside[v])
            from = before = padding;
        VEC low = *(const VEC *)from, high = *(const VEC *)(from + LANES);
        values[1][v] = __builtin_shufflevector(low, high, LANE_LIST(EVEN, 0));
        values[2][v] = __builtin_shufflevector(low, high, LANE_LIST(ODD, 0));
        values[0][v] = __builtin_shufflevector(*before - (VEC){0}, values[2][v],
                                               LANE_LIST(BEFORE, 0));
    }
    UNROLL
    for (int s = 0; s < 3; s++) {
        UNROLL
        for (int v = 0; v < STRIDED_VECTORS; v++)
            IN_REGISTER(values[s][v]);
        UNROLL
        for (int f = 0; f < STRIDED_FILTERS; f++) {
            T weight = w[s * STRIDED_FILTERS + f];
            UNROLL
            for (int v = 0; v < STRIDED_VECTORS; v++)
                MULTIPLY_ADD(sum[f][v], weight, values[s][v]);
        }
    }
}

/* A few vectors against a few filters, all rows of which are inside the input if INSIDE. */
INLINE void FN(strided_tile)(const pc_stride2_args *k, const FN(windows) *p, pc_size filter, T *out,
                             const char *next, pc_size next_step, const int INSIDE) {
    VEC sum[STRIDED_FILTERS][STRIDED_VECTORS];
    const T *w = (const T *)k->w + filter * k->channels * k->height * 3, *padding = k->padding;
    const pc_size height = k->height, line = k->line;
    UNROLL
    for (int f = 0; f < STRIDED_FILTERS; f++)
        UNROLL
        for (int v = 0; v < STRIDED_VECTORS; v++)
            sum[f][v] = (VEC){0};
    for (pc_size c = 0; c < k->channels; c++) {
        pc_size offset = c * k->channel;
        for (pc_size t = 0; t < height; t++, offset += line, w += 3 * STRIDED_FILTERS) {
            int outside[STRIDED_VECTORS];
            UNROLL
            for (int v = 0; v < STRIDED_VECTORS && !INSIDE; v++)
                outside[v] = p->top[v] + t < k->first || p->top[v] + t >= k->last;
            UNROLL
            for (int i = 0; i < STRIDED_AHEAD; i++, next += next_step)
                PREFETCH_NEAR(next);
            FN(strided_row)(p, padding, offset, w, INSIDE ? NULL : outside, sum);
        }
    }
    UNROLL
    for (int f = 0; f < STRIDED_FILTERS; f++, out += k->sums_stride) {
        if (filter + f < k->filters) {
            T more = k->bias ? ((const T *)k->bias)[filter + f] : 0;
            UNROLL
            for (int v = 0; v < STRIDED_VECTORS; v++)
                *(VEC *)(out + p->to[v]) = sum[f][v] + more;
        }
    }
}

static void FN(strided_inside)(const pc_stride2_args *k, const FN(windows) *p, pc_size filter, T *out,
                               const char *next, pc_size next_step) {
    FN(strided_tile)(k, p, filter, out, next, next_step, 1);
}

static void FN(strided_edge)(const pc_stride2_args *k, const FN(windows) *p, pc_size filter, T *out,
                             const char *next, pc_size next_step) {
    FN(strided_tile)(k, p, filter, out, next, next_step, 0);
}

/* Find some vectors, from number `first` on; tell whether all that they read is inside the input.
 * The last of a row overlaps the one before, and the last of all is computed more than once if that
 * makes a tile whole. */
INLINE int FN(find_windows)(const pc_stride2_args *k, const T *x, pc_size first, pc_size vectors,
                            pc_size in_row, FN(windows) *p) {
    int inside = 1;
    for (int v = 0; v < STRIDED_VECTORS; v++) {
        pc_size vector = first + v < vectors ? first + v : vectors - 1, row = vector / in_row;
        pc_size pixel = vector % in_row * LANES;
        if (pixel > k->width - LANES)
            pixel = k->width - LANES;
        p->top[v] = row * k->stride;
        p->to[v] = row * k->out_pitch + pixel;
        p->at[v] = x + p->top[v] * k->line + 2 * pixel + 1;
        p->moves[v] = k->left && pixel == 0 ? 0 : -1;
        p->before[v] = p->moves[v] ? p->at[v] - 1 : k->padding;
        inside &= p->top[v] >= k->first && p->top[v] + k->height <= k->last;
    }
    return inside;
}

static void FN(strided)(const pc_stride2_args *k, const void *x, void *out_) {
    const pc_size in_row = (k->width + LANES - 1) / LANES, vectors = k->rows * in_row;
    const pc_size each = k->channels * k->height * STRIDED_AHEAD * PC_LINE;
    const char *next = k->next, *end = next + k->next_bytes;
    for (pc_size first = 0; first < vectors; first += STRIDED_VECTORS) {
        FN(windows) windows;
        const int inside = FN(find_windows)(k, x, first, vectors, in_row, &windows);
        T *out = out_;
        for (pc_size f = 0; f < k->filters; f += STRIDED_FILTERS, next += each) {
            const int more = next < end;
            (inside ? FN(strided_inside) : FN(strided_edge))(
                k, &windows, f, out, more ? next : (const char *)k->w, more ? PC_LINE : 0);
            out += STRIDED_FILTERS * k->sums_stride;
        }
    }
}

#undef BEFORE
#undef STRIDED_AHEAD
#undef STRIDED_FILTERS

#endif
