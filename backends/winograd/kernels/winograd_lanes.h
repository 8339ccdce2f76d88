/* A block of Winograd tiles of one group, with tiles in the lanes; planned by _winograd_lanes.py. */
#ifndef POLYCONV_WINOGRAD_LANES_H
#define POLYCONV_WINOGRAD_LANES_H

#include "winograd.h"
#include "winograd_pack.h"

/* Sizes are in elements; where a worker keeps what, in bytes from the start of its memory. */
typedef struct {
    const pc_winograd *transform;
    pc_winograd_panels panels; /* but for its vectors and weights, which are a block's own */
    pc_writer writer;
    int zeros; /* whether all padding is zero */
    pc_size rank, lanes;
    pc_size group_weights; /* transformed ones of a group */
    pc_size rows_step;     /* from one point along the first of two axes to the next */
    pc_size line_at, planes_at, rows_at, products_at, out_at, segments_at;
} pc_winograd_lanes;

/* Compute a block for all filters of its group, with the transformed weights of all groups;
 * look at the input, if `most` is not NULL. */
void pc_winograd_in_lanes(const pc_winograd_lanes *plan, const pc_winograd_input *input,
                          const pc_arrays *a, const pc_winograd_block *block, const char *weights,
                          char *memory, void *most);

#endif
