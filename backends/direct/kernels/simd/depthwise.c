/* Micro-kernel depthwise: channels in the lanes, each convolved with a filter of its own.
 *
 * Each loaded vector feeds every output row it belongs to, for several pixels at once, so that one
 * load of weights or of inputs serves several products. Kernels of 3x3 and 5x5 are computed by
 * depthwise_sliding.inc.h, which also reuses columns; this file computes all others. Depthwise
 * convolutions in channels_first, with pixels in the lanes, are computed by stencil_zero_copy.c and
 * stencil.c.
 *
 * Register block, output rows x pixels (each one vector of channels): up to 3x8 with 32
 * registers, 3x4 with 16; half of these pixels for u32 and u64; 2 rows at a stride of 2, 1 row at
 * larger strides.
 *
 * Operands: x is channels-last, or packed so; w is [vectors][slices][height][width][lanes].
 *
 * Expected inner loop of 3x8, for each kernel row and column: 3 loads of weights, 8 of inputs, 24
 * FMAs.
 */
#include "direct_kernels.h"
#include "register_block.h"

#include "depthwise_sliding.inc.h"

pc_depthwise_kernel FN(depthwise);

/* Add one input row to output rows LO to HI - 1 of P pixels. Output row r takes the kernel row at
 * `w - r * STRIDE * w_pitch`. */
INLINE void FN(depthwise_row)(VEC sum[][DEPTHWISE_PIXELS], const T *x, pc_size step, const T *w,
                              pc_size w_pitch, const int LO, const int HI, const int P,
                              const int STRIDE) {
    VEC weights[DEPTHWISE_ROWS];
    UNROLL
    for (int r = LO; r < HI; r++)
        weights[r] = *(const VEC *)(w - r * STRIDE * w_pitch);
    UNROLL
    for (int p = 0; p < P; p++) {
        /* One address for three pixels: x86 addressing reaches x, x + step and x + 2 * step. */
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

/* One column of a kernel of (ROWS - 1) * STRIDE rows or more. Unless WHOLE, input rows before
 * `first` and from `last` on are skipped. */
INLINE void FN(depthwise_column)(VEC sum[][DEPTHWISE_PIXELS], const T *x, pc_size pitch,
                                 pc_size step, const T *w, pc_size w_pitch, pc_size height,
                                 pc_size first, pc_size last, const int ROWS, const int P,
                                 const int STRIDE, const int WHOLE) {
    const int BEFORE = (ROWS - 1) * STRIDE;
    UNROLL
    for (int i = 0; i < BEFORE; i++) {
        if (WHOLE || (i >= first && i < last))
            FN(depthwise_row)(sum, x, step, w, w_pitch, 0, i / STRIDE + 1, P, STRIDE);
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
        FN(depthwise_row)(sum, x, step, w, w_pitch, 0, ROWS, P, STRIDE);
    UNROLL
    for (int i = 0; i < BEFORE; i++) {
        if (WHOLE || (height + i >= first && height + i < last))
            FN(depthwise_row)(sum, x, step, w, w_pitch, i / STRIDE + 1, ROWS, P, STRIDE);
        x += pitch;
        w += w_pitch;
        NO_HOIST(x);
        NO_HOIST(w);
    }
}

/* Store the sums of a block, or add the stored ones to them. */
INLINE void FN(depthwise_sums)(VEC sum[][DEPTHWISE_PIXELS], T *row, pc_size out_pitch,
                               pc_size out_step, const int ROWS, const int P, const int store) {
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

/* ROWS output rows x P pixels, for all vectors of channels and the kernel columns from `left` to
 * before `right`. */
INLINE void FN(depthwise_block)(const pc_stencil_args *k, const T *x, pc_size first, pc_size last,
                                pc_size left, pc_size right, T *out, const int ROWS, const int P,
                                const int STRIDE, const int WHOLE) {
    const T *all_w = k->w, *bias = k->bias;
    pc_size pitch = k->pitch, step = k->step, w_pitch = k->w_pitch, height = k->height;
    pc_size out_pitch = k->out_pitch, out_step = k->out_step;
    int add = k->add;
    for (pc_size v = 0; v < k->vectors; v++, x += LANES, out += LANES, all_w += k->w_vector) {
        VEC sum[DEPTHWISE_ROWS][DEPTHWISE_PIXELS];
        UNROLL
        for (int r = 0; r < ROWS; r++) {
            UNROLL
            for (int p = 0; p < P; p++)
                sum[r][p] = (VEC){0};
        }
        for (pc_size slice = 0; slice < k->slices; slice++) {
            const T *w = all_w + slice * k->w_slice;
            for (pc_size s = left; s < right; s++)
                FN(depthwise_column)(sum, x + slice * k->slice_pitch + k->column[s], pitch, step,
                                     w + s * LANES, w_pitch, height, first, last, ROWS, P, STRIDE,
                                     WHOLE);
        }
        if (add)
            FN(depthwise_sums)(sum, out, out_pitch, out_step, ROWS, P, 0);
        if (bias) {
            VEC channel_bias = *(const VEC *)(bias + v * LANES);
            UNROLL
            for (int r = 0; r < ROWS; r++) {
                UNROLL
                for (int p = 0; p < P; p++)
                    sum[r][p] += channel_bias;
            }
        }
        FN(depthwise_sums)(sum, out, out_pitch, out_step, ROWS, P, 1);
    }
}

#define DEPTHWISE(ROWS, P, STRIDE, WHOLE)                                                          \
    static void FN(depthwise_##ROWS##x##P##_##STRIDE##_##WHOLE)(                                   \
        const pc_stencil_args *k, const T *x, pc_size first, pc_size last, pc_size left,           \
        pc_size right, T *out) {                                                                   \
        FN(depthwise_block)(k, x, first, last, left, right, out, ROWS, P, STRIDE, WHOLE);          \
    }
#define DEPTHWISE_NAME(ROWS, P, STRIDE, WHOLE) FN(depthwise_##ROWS##x##P##_##STRIDE##_##WHOLE),
#define WIDTHS_2(X, ROWS, STRIDE, WHOLE) X(ROWS, 1, STRIDE, WHOLE) X(ROWS, 2, STRIDE, WHOLE)
#if DEPTHWISE_PIXELS == 2
#define WIDTHS_BOUNDED WIDTHS_2
#else
#define WIDTHS_BOUNDED(X, ROWS, STRIDE, WHOLE)                                                     \
    WIDTHS_2(X, ROWS, STRIDE, WHOLE) X(ROWS, 3, STRIDE, WHOLE) X(ROWS, 4, STRIDE, WHOLE)
#endif
#if DEPTHWISE_PIXELS == 8
#define WIDTHS_ALL(X, ROWS, STRIDE, WHOLE)                                                         \
    WIDTHS_BOUNDED(X, ROWS, STRIDE, WHOLE)                                                         \
    X(ROWS, 5, STRIDE, WHOLE)                                                                      \
    X(ROWS, 6, STRIDE, WHOLE) X(ROWS, 7, STRIDE, WHOLE) X(ROWS, 8, STRIDE, WHOLE)
#else
#define WIDTHS_ALL WIDTHS_BOUNDED
#endif
WIDTHS_ALL(DEPTHWISE, 1, 1, 1)
WIDTHS_ALL(DEPTHWISE, 2, 1, 1)
WIDTHS_ALL(DEPTHWISE, 3, 1, 1)
WIDTHS_ALL(DEPTHWISE, 2, 2, 1) WIDTHS_BOUNDED(DEPTHWISE, 1, 1, 0) WIDTHS_BOUNDED(DEPTHWISE, 2, 1, 0)
    WIDTHS_BOUNDED(DEPTHWISE, 3, 1, 0)

        typedef void (*FN(depthwise_block_kernel))(const pc_stencil_args *, const T *, pc_size,
                                                   pc_size, pc_size, pc_size, T *);
static const FN(depthwise_block_kernel) FN(depthwise_whole)[2][DEPTHWISE_ROWS][DEPTHWISE_PIXELS] = {
    {{WIDTHS_ALL(DEPTHWISE_NAME, 1, 1, 1)},
     {WIDTHS_ALL(DEPTHWISE_NAME, 2, 1, 1)},
     {WIDTHS_ALL(DEPTHWISE_NAME, 3, 1, 1)}},
    {{WIDTHS_ALL(DEPTHWISE_NAME, 1, 1, 1)}, {WIDTHS_ALL(DEPTHWISE_NAME, 2, 2, 1)}},
};
static const FN(depthwise_block_kernel) FN(depthwise_bounded)[DEPTHWISE_ROWS][DEPTHWISE_PIXELS] = {
    {WIDTHS_BOUNDED(DEPTHWISE_NAME, 1, 1, 0)},
    {WIDTHS_BOUNDED(DEPTHWISE_NAME, 2, 1, 0)},
    {WIDTHS_BOUNDED(DEPTHWISE_NAME, 3, 1, 0)},
};

void FN(depthwise)(const pc_stencil_args *k, const void *x_, pc_size rows, pc_size pixels,
                   void *out_) {
    const T *x = x_;
    T *out = out_;
    if (FN(depthwise_sliding)(k, x, rows, pixels, out))
        return;
    pc_size first = k->first, last = k->last, stride = k->stride;
    /* Output rows share input rows at strides of 1 and 2. */
    pc_size max = 1;
    if (stride <= 2) {
        max = k->height / stride + 1;
        max = max < DEPTHWISE_ROWS + 1 - stride ? max : DEPTHWISE_ROWS + 1 - stride;
    }
    /* Narrow blocks skip more of the padding. */
    int bounded = stride == 1 && k->last < PC_UNBOUNDED / 2;
    for (pc_size count; rows > 0; rows -= count) {
        count = FN(even_part)(rows, max);
        for (pc_size pixel = 0, wide; pixel < pixels; pixel += wide) {
            wide = FN(even_part)(pixels - pixel,
                                 bounded && DEPTHWISE_PIXELS > 4 ? 4 : DEPTHWISE_PIXELS);
            pc_size at = pixel * k->step, end = at + (wide - 1) * k->step;
            pc_size left = 0, right = k->width;
            while (left < right && end + k->column[left] < k->left)
                left++;
            while (left < right && at + k->column[right - 1] >= k->right)
                right--;
            FN(depthwise_block_kernel)
            kernel = bounded ? FN(depthwise_bounded)[count - 1][wide - 1]
                             : FN(depthwise_whole)[stride == 2][count - 1][wide - 1];
            kernel(k, x + at, first, last, left, right, out + pixel * k->out_step);
        }
        x += count * stride * k->pitch;
        first -= count * stride;
        last -= count * stride;
        out += count * k->out_pitch;
    }
}
