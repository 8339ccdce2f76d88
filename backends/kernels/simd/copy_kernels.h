/* Copy kernels: rows and matrices moved between the caller's arrays and the backends' buffers.
 *
 * They pad, deinterleave, transpose, convert float16, store sums with a bias, and find the largest
 * magnitude. All backends use them; there is one table for each element type and ISA level.
 *
 * Pitches of the caller's arrays are in bytes (from_pitch, out_pitch, channel_stride); pitches of
 * buffers are in elements (to_pitch, sums_pitch, pixel_step). Pointers to elements are aligned to
 * the element, not to vectors. No kernel reads or writes beyond the n elements of a row.
 */
#ifndef POLYCONV_COPY_KERNELS_H
#define POLYCONV_COPY_KERNELS_H

#include "types.h"

/* Update the PC_MAX_ABS_BYTES bytes of running maxima `maxima` with the magnitudes of n elements;
 * see max_abs.h. */
typedef void (*pc_max_abs_kernel)(const void *x, pc_size n, void *maxima);

typedef struct {
    /* Elements of a vector. */
    int lanes;
    /* NR of this level's GEMM-like kernels, in vectors. */
    int nr_vectors;

    /* Copy rows of n elements, each between `left` and `right` elements of `value`. */
    void (*pad_rows)(const char *from, pc_size from_pitch, pc_size rows, pc_size left, pc_size n,
                     pc_size right, const void *value, void *to, pc_size to_pitch);

    /* Copy every `step`-th element of rows, each between padding as in `pad_rows`. n elements of a
     * row are copied. */
    void (*pad_strided_rows)(const char *from, pc_size from_pitch, pc_size step, pc_size rows,
                             pc_size left, pc_size n, pc_size right, const void *value, void *to,
                             pc_size to_pitch);

    /* Split rows of n elements into rows of even and of odd elements. */
    void (*deinterleave)(const char *from, pc_size from_pitch, pc_size rows, pc_size n, void *even,
                         void *odd, pc_size to_pitch);

    /* Write rows of n sums plus one bias for all of them (NULL is none). */
    void (*store_rows)(const void *sums, pc_size sums_pitch, pc_size rows, pc_size n,
                       const void *bias, char *out, pc_size out_pitch);

    /* Write rows of n sums plus a bias for each column (NULL is none): the channels of pixels. */
    void (*store_pixels)(const void *sums, pc_size sums_pitch, pc_size rows, pc_size n,
                         const void *bias, char *out, pc_size out_pitch);

    /* Write sums[pixel * pixel_step + channel] + bias[channel] to out[channel][pixel]; the channels
     * of `out` are `channel_stride` bytes apart; bias NULL is none. Also packs weights, and
     * transposes channel planes into pixels. */
    void (*transpose)(const void *sums, pc_size pixel_step, pc_size pixels, pc_size channels,
                      const void *bias, char *out, pc_size channel_stride);

    /* Transpose units of `unit` neighbouring channels, which are neighbours in a row of `out`, too:
     * real and imaginary parts, or adjacent outputs of a transposed convolution. `unit` is 2, 4 or
     * 8, at most `lanes`; `channels` counts all sums. */
    void (*transpose_units)(const void *sums, pc_size pixel_step, pc_size pixels,
                            pc_size channels, const void *bias, char *out,
                            pc_size channel_stride, int unit);

    /* Write `unit` rows of n sums as one row, which takes one element of each row in turn, plus a
     * bias for each row (NULL is none). `unit` is 3, or as in `transpose_units`. */
    void (*interleave)(const void *sums, pc_size sums_pitch, pc_size n, const void *bias, char *out,
                       int unit);

    /* Find the largest magnitude. NULL for integers. */
    pc_max_abs_kernel max_abs;

    /* Convert n float16, `stride` bytes apart, to every `spread`-th element of `to`. NULL for
     * integers. */
    void (*read_f16)(void *to, pc_size spread, const char *from, pc_size stride, pc_size n);

    /* `pad_rows` and `deinterleave` from rows of float16. Only float32 has these two and
     * `store_rows_f16`. */
    void (*pad_rows_f16)(const char *from, pc_size from_pitch, pc_size rows, pc_size left,
                         pc_size n, pc_size right, const void *value, void *to, pc_size to_pitch);
    void (*deinterleave_f16)(const char *from, pc_size from_pitch, pc_size rows, pc_size n,
                             void *even, void *odd, pc_size to_pitch);

    /* Round rows of n sums to float16, plus a bias for each column if `bias_per_column`, else one
     * for all; bias NULL is none. */
    void (*store_rows_f16)(const float *sums, pc_size sums_pitch, pc_size rows, pc_size n,
                           const float *bias, int bias_per_column, char *out, pc_size out_pitch);
} pc_copy_kernels;

/* The kernels of one ISA level. int16x2 and int8x4 have no entry: their elements are copied as
 * 32-bit integers. */
typedef struct {
    pc_copy_kernels kernels[PC_INT16X2];
} pc_copy_table;

/* Return the kernels for elements of `type` at the level that isa.h chooses. */
const pc_copy_kernels *pc_copy_kernels_for(enum pc_type type);

#endif
