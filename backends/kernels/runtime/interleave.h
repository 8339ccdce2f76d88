/* Storing the outputs of a transposed convolution that are filters of one convolution. */
#ifndef POLYCONV_INTERLEAVE_H
#define POLYCONV_INTERLEAVE_H

#include "pack.h"

/* Filters that are neighbouring outputs: step[0] x step[1] x step[2] outputs for each pixel of the
 * convolution. The filters are ordered by the place along the first two axes, then by output
 * channel, then by the place along the last axis; `filters` of them belong to one place along the
 * first two axes. `filters` is 0 if each filter is an output channel of its own.
 *
 * The result has `size` outputs along an axis, from number `start` on. The first and the last pixel
 * have outputs beyond them, which are not stored. */
typedef struct {
    pc_size step[3], start[3], size[3], filters;
} pc_interleaving;

/* Maximum bytes of the sums of one pixel that are stored in one call: four vectors. */
enum { PC_MAX_PIXEL_BYTES = 256 };

/* Write the sums of `filters` filters from `first` on at `pixels` neighbours along the last axis,
 * the first of which is `pixel`. Of a pixel they are sums[i * pixel_step + filter * channel_step],
 * where one of the steps is 1; `first` is a multiple of the last step, and so is `filters`. The
 * rows of `image` in the result are contiguous, and its elements have the type of the sums. */
void pc_store_interleaved(const pc_writer *writer, const pc_interleaving *interleaving,
                          const pc_arrays *a, pc_size image, const pc_size pixel[3],
                          pc_size pixels, pc_size first, pc_size filters, const char *sums,
                          pc_size pixel_step, pc_size channel_step);

#endif
