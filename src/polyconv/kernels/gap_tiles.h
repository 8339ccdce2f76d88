/* Normalized convolution in one pass: sums of valid values and sums of their weights, by tiles.
 *
 * A tile of outputs is computed from one packed input region: values, with zeros at gaps, and a bit
 * for each element, set where it is valid. Some rows of outputs at a time, the denominators of windows
 * with gaps are written to a buffer in the L1 cache. Then their numerators are summed in registers, as
 * those of windows without gaps are, and divided. Denominators follow from the gaps of these rows:
 *
 *     few     all weights, less those of each gap
 *     many    with AVX-512, sums of looked-up numbers: a vector of weights' sums, one for each pattern
 *             of validity of 5 (f32) or 4 (f64) neighbours, is permuted by the patterns of all lanes.
 *             Elsewhere sums of products with the validity, 1 or 0
 *
 * That is gap_tiles.c. With AVX-512, gap_narrow.c computes windows whose rows are one part of a pattern:
 * it packs nothing, and looks denominators up where it sums the products.
 */
#ifndef POLYCONV_GAP_TILES_H
#define POLYCONV_GAP_TILES_H

#include "gap_rows.h"
#include "gap_strips.h"
#include "pack.h"
#include "stop_token.h"

#include <stdbool.h>

/* Denominators of a filter, as shares of its weights: at least `enough` divides, at most `too_few`
 * leaves a gap. Between them the sums are computed anew in double precision, and the new
 * denominator is compared with `min_denominator`. A result is multiplied by `scale`. Denominators
 * that are differences keep the rounding errors of all weights: `enough_left` and `too_few_left`
 * hold for them. */
typedef struct {
    double enough, too_few, min_denominator, scale, enough_left, too_few_left;
} pc_gap_limits;

/* The numbers of a plan; `_gap_tiles.pyx` lists them as a mapping, which Cython converts. */
typedef struct {
    pc_size images, channels, filters; /* filters of each channel */
    pc_size out[2];                    /* rows and columns of the result */
    pc_axis axes[2];                   /* those of the input */
    pc_size kernel[2];
    pc_size tile[2]; /* rows and columns of a work item */
    pc_size vectors; /* of a row of `reversed` */
    pc_size parts;   /* of a row of weights, in `patterns`; 0 if nothing is looked up */
    double few; /* largest share of gaps, of the elements of rows, whose weights are subtracted */
    double padding, fill; /* values of constant padding, and of outputs without enough weight */
    bool padding_is_valid;
} pc_gap_shape;

typedef struct {
    pc_gap_shape shape;
    const void *weights;       /* all filters, in the type of the sums */
    const double *exact;       /* all filters in double precision */
    const double *column_sums; /* of each of them */
    const void *reversed; /* rows of weights from the last to the first, and zeros, in whole vectors */
    const void *patterns; /* of each row of weights, its sums over all patterns of each of its parts */
    const pc_gap_limits *limits;
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
    /* For windows of one part; NULL if nothing is looked up. */
    pc_gap_tile_function narrow_f32, narrow_f64;
    pc_size block[2];   /* columns that are computed at a time, at most: of f32, of f64 */
    pc_size pattern[2]; /* taps of a part of a row of weights; 0 if nothing is looked up */
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
static inline pc_size pc_gap_pitch(const pc_gap_shape *s, pc_size block, pc_size itemsize) {
    pc_size line = 64 / itemsize, columns = s->tile[1] > block ? s->tile[1] : block;
    return (PC_GAP_LEAD + columns + s->kernel[1] - 1 + line - 1) / line * line;
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
static inline pc_size pc_gap_rows(const pc_gap_shape *s) { return s->kernel[0] + 4 - 1; }

/* Return the words of 64 bits of a packed row of `pitch` elements: a part of a window of the last
 * block is read with the 8 bytes that begin with it. */
static inline pc_size pc_gap_words(pc_size pitch, pc_size block) { return (pitch + block) / 64 + 2; }

/* Return the places of gaps that a row of `pitch` elements has room for: they are listed by words
 * of bits, two at a time, until there are too many. */
static inline pc_size pc_gap_places(pc_size pitch) { return pitch + 66; }

/* Return the elements of a row of denominators: weights of a gap may begin before the first output,
 * at most as many as a row has, and end after the last. */
static inline pc_size pc_gap_divisors_pitch(const pc_gap_shape *s, pc_size block) {
    return (s->tile[1] + 2 * (block + s->kernel[1]) + 2 * PC_GAP_LEAD) / 16 * 16;
}

/* Where the parts of a worker's workspace begin, in bytes; all are whole cache lines. */
typedef struct {
    pc_size values;   /* packed values; before them a structure for each row, of a cache line */
    pc_size validity; /* 1 or 0 for each value; empty where bits are looked up */
    pc_size bits;
    pc_size places; /* of gaps */
    pc_size divisors; /* denominators of 4 rows of outputs and of a row without gaps */
    pc_size end;
    pc_size pitch, words; /* elements of a packed row, and words of 64 bits */
} pc_gap_layout;

static inline pc_gap_layout pc_gap_layout_of(const pc_gap_shape *s, pc_size block,
                                             pc_size itemsize) {
    pc_size rows = pc_gap_rows(s), pitch = pc_gap_pitch(s, block, itemsize);
    pc_size packed = rows * pitch * itemsize;
    pc_gap_layout l = {.pitch = pitch, .words = pc_gap_words(pitch, block)};
    l.values = rows * 64;
    l.validity = l.values + packed;
    l.bits = l.validity + (s->parts > 0 ? 0 : packed);
    l.places = l.bits + (rows * l.words + 7) / 8 * 64;
    l.divisors = l.places + (rows * pc_gap_places(pitch) + 15) / 16 * 64;
    l.end = l.divisors + 5 * pc_gap_divisors_pitch(s, block) * itemsize;
    return l;
}

/* The outputs of a work item, and the input that their windows read. */
typedef struct {
    pc_size plane, channel; /* of the input: image and channel, and channel of the image */
    pc_size y0, x0;         /* first output, and first element of the padded input */
    pc_size height, columns;
    pc_size count; /* elements of a row of the input */
    pc_size input; /* elements before the plane */
} pc_gap_tile;

static inline pc_gap_tile pc_gap_tile_of(const pc_gap_shape *s, pc_size item) {
    pc_size column_tiles = (s->out[1] + s->tile[1] - 1) / s->tile[1];
    pc_size row_tiles = (s->out[0] + s->tile[0] - 1) / s->tile[0];
    pc_gap_tile t = {
        .x0 = item % column_tiles * s->tile[1],
        .y0 = item / column_tiles % row_tiles * s->tile[0],
        .plane = item / column_tiles / row_tiles,
    };
    t.channel = t.plane % s->channels;
    t.height = pc_min(s->tile[0], s->out[0] - t.y0);
    t.columns = pc_min(s->tile[1], s->out[1] - t.x0);
    t.count = t.columns + s->kernel[1] - 1;
    t.input = t.plane * s->axes[0].n * s->axes[1].n;
    return t;
}

#endif
