/* Direct convolution of one work item: a tile of the output, packed, summed and stored; planned by
 * _direct_tiles.py.
 */
#ifndef POLYCONV_DIRECT_H
#define POLYCONV_DIRECT_H

#include "direct_kernels.h"
#include "tiles.h"

/* The tiles of one problem, computed with whatever weights: all that is not arrays. */
typedef struct {
    pc_packing packing;
    pc_writer writer;
    const pc_direct_kernels *kernels;
    int by_channels; /* sums are those of channels side by side */
    int by_groups, by_pixels, by_rows, flat;
    int zeros;        /* all padding is zero */
    int skips;        /* products with padding are left out, tap by tap */
    int planes;       /* each group is one channel, of which each tile has one plane */
    int past;         /* sums of rows are more than the caches hold, and formed at once */
    int in_place;     /* pixels may be summed in the caller's array */
    int strided;      /* and read there, every other one */
    int reads_inside; /* cells inside the input are not packed */
    pc_size runs[2];  /* of the rows and of the columns of a plane's kernel */
    pc_size groups, channels, group_out, out_channels, itemsize, bias_itemsize;
    pc_size terms, taps, most_taps, block, last_block, blocks, group_rows, splits, together;
    pc_size batches, items;
    pc_size repeats; /* pixels whose few groups fill whole vectors of cells together, or 1 */
    pc_size packed_size, sums_size, entries, shift, panel;
    const pc_size *tap;
    const pc_size *borrowed_tap; /* channels of a contiguous input, or NULL */
    pc_size x_channel;           /* bytes from one of its channels to the next */
} pc_direct;

/* Compute one work item in a worker's own memory, with packed weights, all of which are `finite` or
 * may not be. */
void pc_direct_compute(const pc_direct *plan, const pc_arrays *a, const char *weights, int finite,
                       pc_size item, char *memory);

#endif
