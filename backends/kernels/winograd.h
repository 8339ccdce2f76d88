/* Winograd transforms: Cook-Toom along each axis, one vector of tiles or channels at a time.
 *
 * Along an axis with m outputs a tile, tile t starts at element t * m, and `points` = m + taps - 1
 * elements belong to it. Elements are kept by phase: element t * m + f stands at place t of phase
 * f. So what tiles read lies side by side, and vectors run over tiles whatever the shape of the
 * image; element l of tile t is at place t + l / m of phase l % m.
 */
#ifndef POLYCONV_WINOGRAD_H
#define POLYCONV_WINOGRAD_H

#include "microkernels.h"

typedef struct {
    int outputs, taps;

    /* Transform weights along `rank` axes in double precision, and round them once: w[taps ** rank][n]
     * of n filters side by side (whole vectors) into points ** rank rows `to_step` elements apart.
     * matrix[points][taps]. */
    void (*kernel)(const void *w, pc_size n, int rank, const double *matrix, void *to,
                   pc_size to_step);

    /* Transform `points` rows of n elements, wherever they are, into as many rows `to_step`
     * elements apart. All rows are read and written in whole vectors. */
    void (*input)(const void *const *from, pc_size n, void *to, pc_size to_step);

    /* Sort n * m elements of a line by phase, into m rows `to_step` elements apart; in whole
     * vectors. */
    void (*split)(const void *line, pc_size n, void *to, pc_size to_step);

    /* `input` along one axis and `split` along the next: row i * m + f of `to` is phase f of
     * transformed row i. */
    void (*input_split)(const void *const *from, pc_size n, void *to, pc_size to_step);

    /* Transform `points` rows of n elements into m rows, wherever they are; in whole vectors. */
    void (*output)(const void *const *from, pc_size n, void *const *to);

    /* Transform tiles side by side, n elements (whole vectors) in each: row i of `from`, rows
     * `from_step` apart, has point i of all tiles. The outputs stand side by side, too, those of
     * one tile `spread` columns apart, with `spread` tiles between each other; so many `columns`
     * are written. */
    void (*output_line)(const void *from, pc_size from_step, pc_size n, pc_size spread,
                        pc_size columns, void *to);

    /* The same along two axes: row i * points + j of `from` has point (i, j); `to` has the m
     * rows of outputs. */
    void (*output_plane)(const void *from, pc_size from_step, pc_size n, pc_size spread,
                         pc_size columns, void *const *to);

    /* to[i] = a[i] + factor * b[i] for i < n. */
    void (*combine)(const void *a, const void *b, double factor, pc_size n, void *to);

    /* Rows a, b and c of n elements, `step` apart, become the n complex numbers
     * a - (b + c) + i * factor * (b - c); in whole vectors. */
    void (*merge)(const void *rows, pc_size step, double factor, pc_size n, void *to);
} pc_winograd;

/* The transforms of F(outputs, taps) for elements of `type`, or NULL if there are none. */
const pc_winograd *pc_winograd_for(enum pc_type type, int outputs, int taps);

/* Ask for memory that will be read soon, while there is something else to do. */
static inline void pc_prefetch(const char *from, pc_size bytes) {
    for (pc_size i = 0; i < bytes; i += 64)
        __builtin_prefetch(from + i, 0, 3);
}

#endif
