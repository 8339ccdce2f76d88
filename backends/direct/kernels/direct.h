/* The plan of a direct convolution in C, and the computation of one work item. _tiles.pyx
 * describes each number of a plan, and _planner.pyx decides it.
 */
#ifndef POLYCONV_DIRECT_H
#define POLYCONV_DIRECT_H

#include "direct_kernels.h"
#include "dot.h"
#include "interleave.h"
#include "stop_token.h"
#include "tiles.h"

typedef enum {
    PC_IGEMM,     /* output channels in the lanes */
    PC_DEPTHWISE, /* the channels of a depthwise convolution in the lanes */
    PC_SPATIAL,   /* neighbouring pixels in the lanes */
    PC_STENCIL,   /* neighbouring pixels in the lanes, one filter, several output rows */
    PC_DOT        /* neighbouring taps in the lanes, one filter */
} pc_direct_variant;

/* The numbers of a plan. `_record.record` returns a mapping with these names. Counts are in
 * elements of the kernels' type. */
typedef struct {
    pc_direct_variant variant;
    int flat;               /* vectors of pixels run on across row ends */
    int zero_padding;       /* all padding is zero */
    int skips_padding;      /* igemm leaves out products with padding, tap by tap */
    int single_plane;       /* a group is one channel, a tile one plane of it */
    int nontemporal;        /* stencil writes results by non-temporal stores */
    int accumulates_in_out; /* spatial sums in the caller's array, if its layout allows that */
    int stride2;            /* spatial deinterleaves the caller's rows, if their layout does */
    int zero_copy;          /* the caller's input is read without packing, in some layouts */
    int reads_interior;     /* depthwise and stencil pack only what is around the interior */
    int prefetches;         /* stencil prefetches the rows below */
    int prefetches_sums;    /* spatial prefetches lines of the caller's array that it writes */
    int prefetches_pixels;  /* eight filters of spatial prefetch the pixels that they read there */
    int interleaves_in_registers; /* spatial interleaves phases of a transposed convolution */
    int omits_products;     /* skips products with padding: allowed for finite weights only */
    pc_size kernel_runs[2]; /* runs of kernel rows and of columns that are summed in turn */
    pc_size groups, channels, oc_per_group, out_channels;
    pc_size itemsize, bias_itemsize; /* bytes */
    pc_size reduction_len;           /* products of an output */
    pc_size initial_rows; /* rows in front of a block's weights, of sums to start from: 0 or 1 */
    pc_size taps, max_taps_in_registers;
    pc_size oc_block, last_oc_block, oc_blocks; /* output channels computed together; blocks */
    pc_size rows_per_store;                     /* rows of a tile that are summed, then stored */
    pc_size oc_splits; /* work items that share a tile, each with some of the blocks */
    pc_size groups_per_item, group_batches; /* group_batches = groups / groups_per_item */
    pc_size items;
    pc_size pixels_per_vector; /* pixels whose few depthwise channels fill vectors, or 1 */
    pc_size packed_size, sums_size, workspace; /* elements; elements; bytes of a worker */
    pc_size max_entries;        /* capacity of the lists of pixels, vectors or kernel columns */
    pc_size first_row_offset;   /* aligns the first input element of a row */
    pc_size band_rows; /* output rows of an interior computed over the whole width in turn */
    pc_size run_taps;           /* taps that spatial sums for all filters before the next */
    pc_size vectors_per_filter; /* vectors of pixels that spatial sums before the next filters */
    pc_size x_channel_stride;   /* bytes from channel to channel of a contiguous input */
} pc_direct_shape;

/* The plan of one problem: all but arrays. */
typedef struct {
    pc_direct_shape shape;
    pc_packing packing;
    pc_writer writer;
    pc_interleaving interleaving;
    /* Phases of a transposed convolution that share a packed tile, and their number along each
     * axis; 0 for all other plans, and for phases that `interleaving` writes. */
    pc_size places, step[3];
    const pc_direct_kernels *kernels;
    const pc_dot_kernels *dot;
    /* Packed distance from the first tap to each; in dot, to the first tap of each kernel row. */
    const pc_size *tap_offset;
    const pc_size *zero_copy_tap_offset; /* distances of these taps in a contiguous input */
} pc_direct;

/* Bytes at the start of a worker's memory that are zeroed before a call. */
#define PC_DIRECT_HEADER_BYTES 64

/* Compute one work item in a worker's own memory, or a part of it if `token` asks to stop. `finite`
 * is true if all weights are known to be finite. */
void pc_direct_compute(const pc_direct *plan, const pc_arrays *a, const char *weights, int finite,
                       pc_size item, char *memory, pc_stop_token *token);

#endif
