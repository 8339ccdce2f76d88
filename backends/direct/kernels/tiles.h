/* Tiles of the output: packing the padded input that they read for the micro-kernels, and storing
 * their sums.
 *
 * A channel is a plane of its own, or one element of the cell that stands at each place of a single
 * plane. Along each axis, places are consecutive padded coordinates ("overlapped"), or several runs
 * of coordinates that are a stride apart.
 */
#ifndef POLYCONV_TILES_H
#define POLYCONV_TILES_H

#include "pack.h"

/* One spatial axis: the outputs and how they are cut, then how the input of a tile is packed. */
typedef struct {
    pc_size out, tile, tiles; /* outputs, in all and of a tile; tiles */
    pc_size kernel, stride, dilation;
    pc_axis input;
    pc_size length;           /* packed places */
    pc_size out_step;         /* places from one output to the next */
    int overlapped;
    pc_size runs, run_length; /* how many, and places of each */
    pc_size run_step;         /* padded coordinates from the start of a run to that of the next */
} pc_tile_axis;

/* How all tiles of a problem are packed. Counts are in elements of the kernels' type. */
typedef struct {
    const pc_copy_kernels *kernels;
    pc_tile_axis axes[3];
    pc_reader readers[2];          /* of real and of imaginary parts, or of a pair's channels */
    pc_convert halves;             /* of pairs that stand side by side */
    int widens_halves;             /* the kernels convert rows of half precision */
    pc_size parts;                 /* 2 if complex channels are packed as two real ones, else 1 */
    pc_size pair;                  /* 2 if two channels of a group are packed as one, else 1 */
    pc_size x_part;                /* bytes from real to imaginary part of an input element, or 0 */
    pc_size itemsize;
    pc_size group_in, in_channels; /* input channels of a group, and of all */
    pc_size chunk, plane;          /* channels packed at a time at most, and elements of each */
    pc_size cell;                  /* elements of a place: 1 if channels are planes of their own */
    int plain;                     /* elements of the input are those of the kernels */
    int constant;                  /* all padding has one value */
} pc_packing;

typedef struct {
    pc_size n, group;          /* image, and (first) group */
    pc_size start[3], size[3]; /* first output along each axis, and how many */
    /* What `pc_measure` finds: padded rows and columns that are read, how many of them lie outside
     * of the input at each side, whether its rows are copied, or converted from half precision, as
     * they are, and whether rows or columns are copied in runs, even if they are whole. */
    pc_size height, width, above, below, left, right;
    int whole_rows, in_runs;
    int framed; /* the padding around the packed planes stands there already */
} pc_tile;

/* Find what packing all channels of a tile shares. */
void pc_measure(const pc_packing *packing, const pc_arrays *a, pc_tile *tile);

/* Find the outputs, of `size` from `start` on, whose tap meets the input: from the first to before
 * the last. */
void pc_meets(const pc_tile_axis *axis, pc_size start, pc_size size, pc_size tap, pc_size *first,
              pc_size *last);

/* Pack `count` real channels, or pairs of channels, from `first` of the tile's group, which may be
 * those of groups after it. Behind the planes of a chunk there is room for one padded row. */
void pc_pack(const pc_packing *packing, const pc_arrays *a, const pc_tile *tile, pc_size first,
             pc_size count, char *packed);

/* How the sums of a tile stand: bytes of each, and elements from one output to the next. */
typedef struct {
    pc_size itemsize, pixel_step, channel_step, row_step, plane_step;
} pc_layout;

/* Write sums of `rows` rows of a tile, from the row `row` of all its planes on; `sums` are those of
 * the first of these rows, `out` is the tile's first output. */
void pc_store_rows(const pc_writer *writer, const pc_arrays *a, const pc_tile *tile,
                   const pc_layout *layout, pc_size row, pc_size rows, const char *sums,
                   pc_size channels, const char *bias, char *out);

#endif
