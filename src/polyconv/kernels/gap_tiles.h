/* Normalized convolution in one pass: sums of valid values and sums of their weights, by tiles.
 *
 * A tile of outputs is computed from one packed input region, whose elements are written twice:
 * values, with zeros at gaps, and validity, 1 or 0. Blocks of outputs whose windows hold no gap need
 * the first sum only; of the others both are summed from the same loop and divided in registers.
 */
#ifndef POLYCONV_GAP_TILES_H
#define POLYCONV_GAP_TILES_H

#include "gap_rows.h"
#include "gap_strips.h"
#include "pack.h"
#include "stop_token.h"

#include <stdbool.h>

/* Denominators of a filter, as shares of its weights: at least `enough` divides, at most `too_few`
 * leaves a gap. Between them the sums are computed anew in double precision, and the new denominator
 * is compared with `least`. A result is multiplied by `scale`. */
typedef struct {
    double enough, too_few, least, scale;
} pc_gap_limits;

typedef struct {
    pc_size images, channels, filters; /* filters of each channel */
    pc_size out[2];                    /* rows and columns of the result */
    pc_axis axes[2];                   /* those of the input */
    pc_size kernel[2];
    pc_size tile[2];        /* rows and columns of a work item */
    const void *weights;    /* all filters, in the type of the sums */
    const void *row_sums;   /* sums of each of their rows, in that type */
    const double *exact;    /* all filters in double precision */
    const pc_gap_limits *limits;
    double padding, fill;   /* values of constant padding, and of outputs without enough weight */
    bool padding_is_valid;
} pc_gap_tiles;

/* Contiguous arrays; `mask`, not 0 at more gaps, or NULL. */
typedef struct {
    const char *x;
    const uint8_t *mask;
    char *out;
} pc_gap_arrays;

/* Compute work item `item`; items are tiles, in order of image, channel, rows and columns. */
typedef void (*pc_gap_tile_function)(const pc_gap_tiles *tiles, const pc_gap_arrays *arrays,
                                     pc_size item, char *memory, pc_stop_token *token);

typedef struct {
    pc_gap_tile_function f32, f64;
    pc_size block[2]; /* columns that are computed at a time, at most: of f32, of f64 */
    pc_gap_row_functions rows[2]; /* of f32, of f64 */
    const pc_gap_strip_functions *strips[2];
} pc_gap_table;

const pc_gap_table *pc_gap_tables(void);

/* Return the bytes of workspace for one worker. */
pc_size pc_gap_workspace(const pc_gap_tiles *tiles, enum pc_type type);

/* Return the number of work items. */
pc_size pc_gap_items(const pc_gap_tiles *tiles);

/* Elements of the longest vector: rows are moved by fewer, so that vectors of the input begin at
 * multiples of their length. */
#define PC_GAP_LEAD 16

/* Return the elements of a packed row, where `block` columns are computed at a time: the last block
 * may reach beyond the tile. Rows start at a cache line. */
static inline pc_size pc_gap_pitch(const pc_gap_tiles *p, pc_size block, pc_size itemsize) {
    pc_size line = 64 / itemsize, columns = p->tile[1] > block ? p->tile[1] : block;
    return (PC_GAP_LEAD + columns + p->kernel[1] - 1 + line - 1) / line * line;
}

/* Return the binary logarithm of a cell of packed rows: they have at most 64 cells, one for a bit,
 * of whole vectors. */
static inline int pc_gap_shift(pc_size pitch) {
    int shift = 4;
    while (pitch > (pc_size)64 << shift)
        shift++;
    return shift;
}

/* Return the rows that are packed at a time, at most: those of a block's windows. */
static inline pc_size pc_gap_rows(const pc_gap_tiles *p) { return p->kernel[0] + 4 - 1; }

/* Return the bytes of what is known of these rows: two pointers, two words of 64 bits, and a flag. */
static inline pc_size pc_gap_rows_bytes(const pc_gap_tiles *p) {
    return (pc_gap_rows(p) * 40 + 63) / 64 * 64;
}

#endif
