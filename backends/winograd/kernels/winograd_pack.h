/* Packing the padded input of Winograd tiles.
 *
 * Along each axis a packed plane is sorted by phase, as winograd.h says. With a dilation, tiles of all
 * residues (see _winograd_tiles.py) alternate: tile t * residues + r is the t-th of the residue r, and
 * so do their places. Rows are sorted by phase later, with their transform; but rows that are
 * dilated are dealt out to phases at once, and then stand as [row phase][phase][row place][place].
 */
#ifndef POLYCONV_WINOGRAD_PACK_H
#define POLYCONV_WINOGRAD_PACK_H

#include "max_abs.h"
#include "pack.h"

typedef struct {
    pc_size out, dilation;
    pc_size tiles, block, blocks; /* tiles of a residue, in all and of a block; blocks */
    pc_size residues, residue_block, residue_blocks;
    pc_size outputs, points;      /* of a tile; both are 1 along an axis that is not there */
    pc_size lo, n, padded;        /* padding before the input, its size, and both with the rest */
    const pc_size *source;
} pc_winograd_axis;

/* A block of tiles: the first image, and along each axis the first tile and residue, how many there
 * are, tiles of all residues, and places in a phase: tiles, and those that tiles reach over into. */
typedef struct {
    pc_size n, images, group, first_block, last_block;
    pc_size start[3], tiles[3], residue[3], residues[3], size[3], places[3];
    pc_size lines; /* rows of tiles along the last axis */
    pc_size multiplied, slots;
} pc_winograd_block;

/* How the input of a problem is packed. */
typedef struct {
    const pc_copy_kernels *kernels;
    pc_winograd_axis axes[3];
    pc_reader readers[2]; /* of real and of imaginary parts */
    pc_size parts;        /* 2 if numbers are complex, whose parts are planes of their own, else 1 */
    pc_size x_part;       /* bytes from real to imaginary part of an input element, or 0 */
    pc_size itemsize;     /* of a part */
    pc_size together;    /* channels packed at once, where they are side by side */
    pc_size plane, line; /* elements of a packed part, and of a padded row that is dealt out */
    int plain, constant; /* elements of the input are those of the kernels; padding has one value */
    pc_max_abs_kernel max_abs;
} pc_winograd_input;

/* Start the packing of a block into `planes`, for all its images; tell how many channels are packed
 * at once. What is around the input is written here if it stays as it is, from channel to channel. */
pc_size pc_winograd_frame(const pc_winograd_input *input, const pc_arrays *a,
                          const pc_winograd_block *block, char *line, char *planes);

/* Pack `channels` neighbouring channels of an image, which start at `source`, each in as many planes
 * as it has parts; look at what is packed, if `most` is not NULL. */
void pc_winograd_pack(const pc_winograd_input *input, const pc_arrays *a,
                      const pc_winograd_block *block, const char *source, pc_size channels,
                      char *line, char *planes, void *most);

/* Elements from one row of a packed plane to the next; dealt ones are of a single phase. */
static inline pc_size pc_winograd_pitch(const pc_winograd_input *input,
                                        const pc_winograd_block *block) {
    const pc_winograd_axis *width = &input->axes[2];
    return width->dilation > 1 ? block->places[2] : width->outputs * block->places[2];
}

/* Where in a packed plane the row at a place of a phase starts. */
static inline pc_size pc_winograd_row(const pc_winograd_input *input,
                                      const pc_winograd_block *block, pc_size phase,
                                      pc_size place) {
    pc_size width = input->axes[2].outputs * block->places[2];
    return phase * block->places[1] * width + place * pc_winograd_pitch(input, block);
}

/* The first output of a block's tile along an axis. */
static inline pc_size pc_winograd_first(const pc_winograd_axis *axis,
                                        const pc_winograd_block *block, int i, pc_size tile) {
    pc_size t = block->start[i] + tile / block->residues[i];
    return t * axis->outputs * axis->dilation + block->residue[i] + tile % block->residues[i];
}

/* How many outputs of a tile there are, from its first on. */
static inline pc_size pc_winograd_wanted(const pc_winograd_axis *axis, pc_size first) {
    return pc_clamp((axis->out - first + axis->dilation - 1) / axis->dilation, axis->outputs);
}

#endif
