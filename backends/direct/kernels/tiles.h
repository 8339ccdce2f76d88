/* Tiles of the output: packing the padded input that they read, halo included.
 *
 * A place is one position in a packed plane. Each packed channel has its own plane, or `interleave`
 * channels lie side by side at each place of a single plane. Along each axis, places are
 * consecutive padded coordinates ("overlapped"), or several runs of coordinates that are a stride
 * apart.
 */
#ifndef POLYCONV_TILES_H
#define POLYCONV_TILES_H

#include "pack.h"

/* One spatial axis: how outputs are cut into tiles, and how the input of a tile is packed. */
typedef struct {
    pc_size out, tile, tiles; /* outputs of the axis; maximum outputs of a tile; tiles */
    pc_size kernel, stride, dilation;
    pc_size pad_lo, input_size; /* padding before the input, and elements of the input */
    pc_size length;             /* packed places */
    pc_size out_step;           /* places from one output to the next */
    int overlapped;
    pc_size runs, run_length; /* stretches of equally spaced coordinates; places of each */
    pc_size run_step;         /* padded coordinates from the start of a run to the next */
} pc_tile_axis;

/* The numbers by which all tiles of a problem are packed. `_record.record` returns a mapping with
 * these names. Counts are in elements of the kernels' type. */
typedef struct {
    pc_tile_axis axes[3];
    pc_size parts;                /* 2 if complex channels are packed as two real ones, else 1 */
    pc_size channels_per_element; /* 2 for int16x2 of two channels of a group, 4 for int8x4, or 1 */
    pc_size flipped_bits;         /* of an int8x4: the sign bits, if 128 is added; else 0 */
    pc_size x_imag_offset;        /* bytes from real to imaginary part of the input, or 0 */
    pc_size itemsize;             /* bytes */
    pc_size ic_per_group, in_channels;
    pc_size ic_block;      /* channels packed at a time, at most */
    pc_size channel_plane; /* places of one channel */
    pc_size row_buffer;    /* elements of a row that is read whole and packed in runs, or 0 */
    pc_size interleave;    /* channels side by side at each place, or 1 */
    int same_as_x;         /* the input stores the same elements: they are copied */
    int widens_f16;        /* the kernels convert rows of float16 */
    int constant_padding;  /* all padding has one value */
} pc_packing_shape;

/* Packing of all tiles of a problem. */
typedef struct {
    pc_packing_shape shape;
    const pc_copy_kernels *kernels;
    pc_axis input_axes[3];      /* maps padded coordinates to input elements */
    pc_reader readers[2];       /* of real and imaginary parts, or of the channels of int16x2 */
    pc_convert convert_int16x2; /* of two adjacent channels */
} pc_packing;

/* One tile. `pc_measure_tile` sets the fields from `height` on. */
typedef struct {
    pc_size n, group;                  /* image, and (first) group */
    pc_size start[3], size[3];         /* first output along each axis, and their number */
    pc_size height, width;             /* padded rows and columns that are read */
    pc_size above, below, left, right; /* of these, rows and columns outside of the input */
    int whole_rows;                    /* rows are copied, or converted from float16, as they are */
    int in_runs;                       /* rows or columns are copied in runs */
    int padding_filled; /* an earlier channel has filled the padding in the packed planes */
} pc_tile;

/* Measure the part of the padded input that all channels of a tile read. */
void pc_measure_tile(const pc_packing *packing, const pc_arrays *a, pc_tile *tile);

/* Find the outputs, of `size` from `start` on, for which `tap` falls inside the input: from `first`
 * to before `end`. */
void pc_valid_outputs(const pc_tile_axis *axis, pc_size start, pc_size size, pc_size tap,
                      pc_size *first, pc_size *end);

/* Pack `count` elements of channels from `first` of the tile's group, which may reach into groups
 * after it. After the planes of an ic_block there is room for `row_buffer` elements. */
void pc_pack(const pc_packing *packing, const pc_arrays *a, const pc_tile *tile, pc_size first,
             pc_size count, char *packed);

#endif
