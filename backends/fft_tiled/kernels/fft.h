/* Fast Fourier transforms of overlap-save segments that stay in the L1 or L2 cache, and products of
 * their spectra with those of the filters.
 *
 * A segment is stored as split complex numbers (`re_im`): all real parts, then all imaginary parts.
 * Each part is an array of three axes. Its rows are cut into lines of PC_TILE_SIDE elements, and
 * SIMD vectors run along the lines:
 *
 * - Along the first two axes ("outer"), and across the lines of a row, a transform combines whole
 *   lines. Each lane is a transform of its own, so no lane is ever moved.
 * - The transform within lines takes PC_TILE_SIDE neighbouring lines, a tile: each line is
 *   multiplied by twiddles, the tile is transposed, and its lines are transformed once more.
 *
 * Nothing is reordered (no bit reversal): a forward transform leaves the frequencies where its
 * stages put them, and an inverse transform takes them from there. The spectra of the filters come
 * from the same forward transform, so both have the same order.
 */
#ifndef POLYCONV_FFT_H
#define POLYCONV_FFT_H

#include "copy_kernels.h"

/* Elements of a line, and lines of a tile: one AVX-512 vector of floats. */
#define PC_TILE_SIDE 16
/* Enough for lengths beyond 2^24: radices are at least 2. */
#define PC_MAX_STAGES 24

/* The values of a polynomial of `length` coefficients at the roots of z^length = c: for c = 1, the
 * discrete Fourier transform. A stage of radix r replaces each remainder modulo z^(r m) - c by r
 * remainders modulo z^m - d, where d runs over the r-th roots of c. */
typedef struct {
    pc_size length;
    int stages;
    int radix[PC_MAX_STAGES]; /* 2, 3, 4 or 5; zeros after the last stage */
} pc_transform_shape;

typedef struct {
    pc_transform_shape shape;
    /* For each stage in turn, and each remainder before it: the powers 1 to r - 1 of one d, as
     * pairs of real and imaginary part. All stages together have length - 1 twiddles. */
    const void *twiddles;
} pc_transform;

/* Where the elements of one part lie. */
typedef struct {
    pc_size row_lines;     /* lines from one row to the next; one of them may be padding */
    pc_size slab_rows;     /* rows from one slab to the next; one of them may be padding */
    pc_size rows;          /* rows in all, padding included */
    pc_size tiled_rows;    /* the smallest number of rows that is a whole number of tiles */
    pc_size part_elements; /* elements of the part, a whole number of tiles */
} pc_re_im_layout;

/* All that the transforms of one segment length share. */
typedef struct {
    pc_transform axes[3], tile; /* the first two axes, the lines of a row, and a tile */
    pc_re_im_layout layout;
    const void *tile_twiddles; /* [2][row_lines][PC_TILE_SIDE]: real, then imaginary parts */
} pc_fft_plan;

typedef struct {
    /* Transform along the first two axes: only the first `lines` lines of each row, and along the
     * first axis only the first `rows` rows of each slab. The others hold zeros (forward), or
     * nothing that is stored (inverse). */
    void (*forward_outer)(const pc_fft_plan *plan, void *re_im, pc_size rows, pc_size lines);
    void (*inverse_outer)(const pc_fft_plan *plan, void *re_im, pc_size rows, pc_size lines);

    /* Transform all rows. */
    void (*forward_rows)(const pc_fft_plan *plan, void *re_im);

    /* Multiply `spectra` spectra, one after the other, by one filter each; sum the products and
     * transform all rows of the sum back. `to` may be the first spectrum. */
    void (*multiply_inverse_rows)(const pc_fft_plan *plan, const void *from, const void *filters,
                                  pc_size spectra, void *to);

    /* `forward_rows`, then `multiply_inverse_rows` of a single spectrum, tile by tile. */
    void (*convolve_rows)(const pc_fft_plan *plan, void *re_im, const void *filter);
} pc_fft_kernels;

/* The transforms of one instruction-set level. */
typedef struct {
    const pc_fft_kernels *f32, *f64;
} pc_fft_table;

/* The transforms of this processor's level for elements of `type`, float or double. */
const pc_fft_kernels *pc_fft_kernels_for(enum pc_type type);

#endif
