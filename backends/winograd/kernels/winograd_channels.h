/* A block of Winograd tiles of one group, with channels in the lanes; planned by
 * _winograd_tiles.py. */
#ifndef POLYCONV_WINOGRAD_CHANNELS_H
#define POLYCONV_WINOGRAD_CHANNELS_H

#include "winograd.h"
#include "winograd_pack.h"

/* Sizes are in elements; where a worker keeps what, in bytes from the start of its memory. */
typedef struct {
    const pc_winograd *transform;
    pc_writer writer;
    int prefetched; /* weights are asked for before they are multiplied by */
    pc_size rank, points;
    pc_size group_in, group_out;    /* channels and filters of a group */
    pc_size block, last_block, blocks; /* filters of a block, and of a group's last; blocks */
    pc_size chain;                  /* channels summed at a time */
    pc_size reals;                  /* real convolutions that are computed for one */
    double tilt;                    /* of the sums of parts that two of them are of */
    pc_size deep_step, phase_step, panel_row, panel_step, product_step, half_step, row_step;
    const pc_size *tap;
    pc_size line_at, planes_at, combined_at, deep_at, phases_at, panels_at, products_at, half_at;
    pc_size rows_at, merged_at, unwanted_at, slot_at;
} pc_winograd_channels;

/* Compute a block for some blocks of filters, with the transformed weights of all groups;
 * look at the input, if `most` is not NULL. */
void pc_winograd_in_channels(const pc_winograd_channels *plan, const pc_winograd_input *input,
                             const pc_arrays *a, const pc_winograd_block *tiles,
                             const char *weights, char *memory, void *most);

#endif
