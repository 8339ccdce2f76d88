/* Packing the padded input of a block of tiles.
 *
 * A packed channel is deinterleaved by phase along each axis, as winograd_transforms.h says. With a
 * dilation, tiles of all residues (see tiling.py) alternate: tile t * residues + r is tile t of
 * residue r, and elements of phases alternate likewise. Without a dilation along the last axis,
 * rows are packed as they are, and deinterleaved after their transform. With one, they are
 * deinterleaved here: the layout is [row phase][phase][row][element].
 */
#ifndef POLYCONV_WINOGRAD_PACK_H
#define POLYCONV_WINOGRAD_PACK_H

#include "winograd_plan.h"

/* Begin a block: write constant padding into `planes` and `padded_row`, where it stays for all
 * channels. Return how many channels pc_winograd_pack may be given at once. */
pc_size pc_winograd_begin_packing(const pc_winograd *conv, const pc_arrays *a,
                                  const pc_winograd_block *block, char *padded_row, char *planes);

/* Pack `channels` consecutive channels of an image from `source` on, each into `parts` planes, and
 * update `max_abs` unless it is NULL. */
void pc_winograd_pack(const pc_winograd *conv, const pc_arrays *a, const pc_winograd_block *block,
                      const char *source, pc_size channels, char *padded_row, char *planes,
                      void *max_abs);

/* Return true if the height transform may read the caller's rows without packing them. */
int pc_winograd_reads_rows(const pc_winograd *conv, const pc_arrays *a);

/* Update `max_abs` with the elements that rows of tiles read of a channel. */
void pc_winograd_track_max_abs(const pc_winograd *conv, const pc_winograd_rows *rows,
                               void *max_abs);

/* Return the elements between rows of a packed plane; of deinterleaved rows, those of one phase. */
static inline pc_size pc_winograd_row_stride(const pc_winograd *conv,
                                             const pc_winograd_block *block) {
    const pc_winograd_axis *width = &conv->plan.axes[2];
    return width->dilation > 1 ? block->phase_len[2] : width->outputs * block->phase_len[2];
}

/* Return the offset in a packed plane, in elements, of row `row` of phase `phase`. */
static inline pc_size pc_winograd_row_offset(const pc_winograd *conv,
                                             const pc_winograd_block *block, pc_size phase,
                                             pc_size row) {
    pc_size width = conv->plan.axes[2].outputs * block->phase_len[2];
    return phase * block->phase_len[1] * width + row * pc_winograd_row_stride(conv, block);
}

#endif
