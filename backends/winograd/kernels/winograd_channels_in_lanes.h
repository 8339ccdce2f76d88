/* The variant channels_in_lanes: a block of tiles of one group, with vectors of output channels. */
#ifndef POLYCONV_WINOGRAD_CHANNELS_IN_LANES_H
#define POLYCONV_WINOGRAD_CHANNELS_IN_LANES_H

#include "winograd_plan.h"

/* Compute the block's outputs for its blocks of output channels. `weights` are the transformed ones
 * of all groups, `memory` is the worker's. Update `max_abs` with the input unless it is NULL. */
void pc_winograd_compute_channels_in_lanes(const pc_winograd *conv, const pc_arrays *a,
                                           const pc_winograd_block *block, const char *weights,
                                           char *memory, void *max_abs);

#endif
