/* Channels in the lanes, each convolved with a filter of its own; elements of type T, names made by
 * FN(...). Included by microkernels.c and pairs.c, after microkernels.inc.h.
 *
 * Each loaded vector feeds every output row that it belongs to, as in rows.inc.h, for several pixels
 * at once: then one load of either inputs or weights serves several products.
 */

/* Input row i feeds the output rows LO to HI - 1 of P pixels; the first of all output rows by the
 * row of the kernel that starts at `w`, the others by those STRIDE rows before. */
INLINE void FN(cells_part)(VEC sum[][CELL_PIXELS], const T *x, pc_size step, const T *w,
                           pc_size w_pitch, const int LO, const int HI, const int P,
                           const int STRIDE) {
    VEC weights[CELL_ROWS];
    UNROLL
    for (int r = LO; r < HI; r++)
        weights[r] = *(const VEC *)(w - r * STRIDE * w_pitch);
    UNROLL
    for (int p = 0; p < P; p++) {
        /* Three pixels to an address: more than that would be kept in memory. */
        if (p > 0 && p % 3 == 0) {
            x += 3 * step;
            NO_HOIST(x);
        }
        VEC values = *(const VEC *)(x + p % 3 * step);
        if (HI - LO > 1)
            IN_REGISTER(values);
        UNROLL
        for (int r = LO; r < HI; r++)
            MULTIPLY_ADD(sum[r][p], weights[r], values);
    }
}

/* One column of the kernel, which has (ROWS - 1) * STRIDE rows or more; of the input just the rows
 * from `first` to before `last`, if not WHOLE. */
INLINE void FN(cells_column)(VEC sum[][CELL_PIXELS], const T *x, pc_size pitch, pc_size step,
                             const T *w, pc_size w_pitch, pc_size height, pc_size first,
                             pc_size last, const int ROWS, const int P, const int STRIDE,
                             const int WHOLE) {
    const int BEFORE = (ROWS - 1) * STRIDE;
    UNROLL
    for (int i = 0; i < BEFORE; i++) {
        if (WHOLE || (i >= first && i < last))
            FN(cells_part)(sum, x, step, w, w_pitch, 0, i / STRIDE + 1, P, STRIDE);
        x += pitch;
        w += w_pitch;
        NO_HOIST(x);
        NO_HOIST(w);
    }
    pc_size i = BEFORE, stop = WHOLE || last > height ? height : last;
    if (!WHOLE && first > i) {
        pc_size skipped = (first < height ? first : height) - i;
        x += skipped * pitch;
        w += skipped * w_pitch;
        i += skipped;
    }
    for (; i < stop; i++, x += pitch, w += w_pitch)
        FN(cells_part)(sum, x, step, w, w_pitch, 0, ROWS, P, STRIDE);
    UNROLL
    for (int i = 0; i < BEFORE; i++) {
        if (WHOLE || (height + i >= first && height + i < last))
            FN(cells_part)(sum, x, step, w, w_pitch, i / STRIDE + 1, ROWS, P, STRIDE);
        x += pitch;
        w += w_pitch;
        NO_HOIST(x);
        NO_HOIST(w);
    }
}

/* Store the sums of a tile, or add to them what stands there. */
INLINE void FN(cells_each)(VEC sum[][CELL_PIXELS], T *row, pc_size out_pitch, pc_size out_step,
                           const int ROWS, const int P, const int store) {
    UNROLL
    for (int r = 0; r < ROWS; r++) {
        T *to = row;
        UNROLL
        for (int p = 0; p < P; p++) {
            if (store)
                *(VEC *)to = sum[r][p];
            else
                sum[r][p] += *(const VEC *)to;
            to += out_step;
            NO_HOIST(to);
        }
        row += out_pitch;
        NO_HOIST(row);
    }
}

/* ROWS output rows of P pixels, for all vectors of channels; of the kernel's columns just those from
 * `left` to before `right`. */
INLINE void FN(cells_tile)(const pc_stencil_args *k, const T *x, pc_size first, pc_size last, pc_size left,
                           pc_size right, T *out, const int ROWS, const int P, const int STRIDE,
                           const int WHOLE) {
    const T *all_w = k->w, *bias = k->bias;
    pc_size pitch = k->pitch, step = k->step, w_pitch = k->w_pitch, height = k->height;
    pc_size out_pitch = k->out_pitch, out_step = k->out_step;
    int add = k->add;
    for (pc_size v = 0; v < k->vectors; v++, x += LANES, out += LANES, all_w += k->w_vector) {
        VEC sum[CELL_ROWS][CELL_PIXELS];
        UNROLL
        for (int r = 0; r < ROWS; r++) {
            UNROLL
            for (int p = 0; p < P; p++)
                sum[r][p] = (VEC){0};
        }
        for (pc_size plane = 0; plane < k->planes; plane++) {
            const T *w = all_w + plane * k->w_plane;
            for (pc_size s = left; s < right; s++)
                FN(cells_column)(sum, x + plane * k->plane + k->column[s], pitch, step,
                                 w + s * LANES, w_pitch, height, first, last, ROWS, P, STRIDE,
                                 WHOLE);
        }
        if (add)
            FN(cells_each)(sum, out, out_pitch, out_step, ROWS, P, 0);
        if (bias) {
            VEC more = *(const VEC *)(bias + v * LANES);
            UNROLL
            for (int r = 0; r < ROWS; r++) {
                UNROLL
                for (int p = 0; p < P; p++)
                    sum[r][p] += more;
            }
        }
        FN(cells_each)(sum, out, out_pitch, out_step, ROWS, P, 1);
    }
}

#define CELLS(ROWS, P, STRIDE, WHOLE)                                                              \
    static void FN(cells_##ROWS##x##P##_##STRIDE##_##WHOLE)(                                       \
        const pc_stencil_args *k, const T *x, pc_size first, pc_size last, pc_size left, pc_size right,    \
        T *out) {                                                                                  \
        FN(cells_tile)(k, x, first, last, left, right, out, ROWS, P, STRIDE, WHOLE);               \
    }
#define CELLS_NAME(ROWS, P, STRIDE, WHOLE) FN(cells_##ROWS##x##P##_##STRIDE##_##WHOLE),
#define CELLS_TWO(X, ROWS, STRIDE, WHOLE) X(ROWS, 1, STRIDE, WHOLE) X(ROWS, 2, STRIDE, WHOLE)
#if CELL_PIXELS == 2
#define CELLS_FEW CELLS_TWO
#else
#define CELLS_FEW(X, ROWS, STRIDE, WHOLE)                                                          \
    CELLS_TWO(X, ROWS, STRIDE, WHOLE) X(ROWS, 3, STRIDE, WHOLE) X(ROWS, 4, STRIDE, WHOLE)
#endif
#if CELL_PIXELS == 8
#define CELLS_EACH(X, ROWS, STRIDE, WHOLE)                                                         \
    CELLS_FEW(X, ROWS, STRIDE, WHOLE)                                                              \
    X(ROWS, 5, STRIDE, WHOLE) X(ROWS, 6, STRIDE, WHOLE) X(ROWS, 7, STRIDE, WHOLE)                  \
    X(ROWS, 8, STRIDE, WHOLE)
#else
#define CELLS_EACH CELLS_FEW
#endif
CELLS_EACH(CELLS, 1, 1, 1) CELLS_EACH(CELLS, 2, 1, 1) CELLS_EACH(CELLS, 3, 1, 1)
CELLS_EACH(CELLS, 2, 2, 1)
CELLS_FEW(CELLS, 1, 1, 0) CELLS_FEW(CELLS, 2, 1, 0) CELLS_FEW(CELLS, 3, 1, 0)

typedef void (*FN(cells_kernel))(const pc_stencil_args *, const T *, pc_size, pc_size, pc_size, pc_size,
                                 T *);
static const FN(cells_kernel) FN(cells_whole)[2][CELL_ROWS][CELL_PIXELS] = {
    {{CELLS_EACH(CELLS_NAME, 1, 1, 1)},
     {CELLS_EACH(CELLS_NAME, 2, 1, 1)},
     {CELLS_EACH(CELLS_NAME, 3, 1, 1)}},
    {{CELLS_EACH(CELLS_NAME, 1, 1, 1)}, {CELLS_EACH(CELLS_NAME, 2, 2, 1)}},
};
static const FN(cells_kernel) FN(cells_some)[CELL_ROWS][CELL_PIXELS] = {
    {CELLS_FEW(CELLS_NAME, 1, 1, 0)},
    {CELLS_FEW(CELLS_NAME, 2, 1, 0)},
    {CELLS_FEW(CELLS_NAME, 3, 1, 0)},
};

static void FN(cells)(const pc_stencil_args *k, const void *x_, pc_size rows, pc_size pixels, void *out_) {
    const T *x = x_;
    T *out = out_;
    if (FN(walk)(k, x, rows, pixels, out))
        return;
    pc_size first = k->first, last = k->last, stride = k->stride;
    /* Rows of kernels share what they read with strides of 1 and 2. */
    pc_size most = 1;
    if (stride <= 2) {
        most = k->height / stride + 1;
        most = most < CELL_ROWS + 1 - stride ? most : CELL_ROWS + 1 - stride;
    }
    /* Whatever may be left out, with fewer pixels at a time more of it is. */
    int some = stride == 1 && k->last < PC_UNBOUNDED / 2;
    for (pc_size count; rows > 0; rows -= count) {
        count = FN(even)(rows, most);
        for (pc_size pixel = 0, wide; pixel < pixels; pixel += wide) {
            wide = FN(even)(pixels - pixel, some && CELL_PIXELS > 4 ? 4 : CELL_PIXELS);
            pc_size at = pixel * k->step, end = at + (wide - 1) * k->step;
            pc_size left = 0, right = k->width;
            while (left < right && end + k->column[left] < k->left)
                left++;
            while (left < right && at + k->column[right - 1] >= k->right)
                right--;
            FN(cells_kernel) kernel = some ? FN(cells_some)[count - 1][wide - 1]
                                           : FN(cells_whole)[stride == 2][count - 1][wide - 1];
            kernel(k, x + at, first, last, left, right, out + pixel * k->out_step);
        }
        x += count * stride * k->pitch;
        first -= count * stride;
        last -= count * stride;
        out += count * k->out_pitch;
    }
}

#undef CELLS
#undef CELLS_NAME
#undef CELLS_TWO
#undef CELLS_FEW
#undef CELLS_EACH
