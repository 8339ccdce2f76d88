/* Fourier transforms of blocks in the cache, and products of their spectra with those of filters.
 *
 * A block is two planes, of real and of imaginary parts. Planes have three axes, and their rows are
 * cut into lines of PC_SIDE elements, along which all vectors run:
 *
 * - along the first two axes, and along the lines of a row, lines are transformed as they are;
 * - of PC_SIDE neighbouring lines, a tile, each is multiplied by powers of a root of unity; then
 *   the tile is transposed, and transformed once more.
 *
 * Nothing is ever put in order: forth, frequencies stay where the stages leave them, and back, they
 * are taken from there. Spectra of filters come from the same transform, and lie alike.
 */
#ifndef POLYCONV_SPECTRA_H
#define POLYCONV_SPECTRA_H

#include "copy_kernels.h"

#define PC_SIDE 16
#define PC_MOST_STAGES 24

/* The values of a polynomial of `length` coefficients at the roots of z^length = c. A stage of radix
 * r takes each remainder modulo z^(r m) - c, and makes r of them, modulo z^m - d with d^r = c. It
 * needs, for each, the powers 1 to r - 1 of one such d, as real and imaginary part; the stages stand
 * one after the other. With c = 1 this is the discrete Fourier transform. */
typedef struct {
    pc_size length;
    int stages;
    int radix[PC_MOST_STAGES]; /* 2, 3, 4 or 5 */
    const void *roots;
} pc_transform;

typedef struct {
    /* The first two axes, the lines of a row, and a tile. */
    pc_transform axes[3], tile;
    /* Lines of a row, rows of a slab, and rows in all: some may be there only for the sake of the
     * cache. */
    pc_size lines, slab, rows;
    pc_size together;  /* rows that are whole tiles */
    pc_size plane;     /* elements, whole tiles */
    const void *roots; /* [2][lines][PC_SIDE], real and imaginary parts */
} pc_spectra;

/* Of two planes, that of the imaginary parts follows that of the real parts. */
typedef struct {
    /* Transform along the first two axes, forth or back: just the first `lines` lines of rows, and
     * along the first axis just the first `rows` rows of slabs. */
    void (*outer)(const pc_spectra *s, void *planes, pc_size rows, pc_size lines);
    void (*outer_back)(const pc_spectra *s, void *planes, pc_size rows, pc_size lines);

    /* Transform all rows. */
    void (*rows)(const pc_spectra *s, void *planes);

    /* Sum the products of `terms` spectra, pairs of planes one after the other, with as many of
     * filters, and transform all rows back. The result may take the place of the first term. */
    void (*rows_back)(const pc_spectra *s, const void *from, const void *filters, pc_size terms,
                      void *to);

    /* `rows` and then `rows_back` of a single term, a tile after the other. */
    void (*through)(const pc_spectra *s, void *planes, const void *filter);
} pc_spectra_kernels;

/* The transforms of one instruction-set level. */
typedef struct {
    const pc_spectra_kernels *f32, *f64;
} pc_spectra_table;

/* The transforms for elements of `type`, which is not an integer. */
const pc_spectra_kernels *pc_spectra_for(enum pc_type type);

#endif
