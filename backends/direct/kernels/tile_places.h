/* The places of a packed tile: the padded coordinate and the input element of each, and padding.
 * tiles.c packs channel by channel, tiles_interleaved.c side by side, tiles_int8x4.c both ways with
 * four channels in each element. */
#ifndef POLYCONV_TILE_PLACES_H
#define POLYCONV_TILE_PLACES_H

#include "tiles.h"

/* Return the number of padded coordinates that `size` outputs read, halo included: from the first
 * tap of the first output to the last tap of the last. */
static inline pc_size input_extent(const pc_tile_axis *axis, pc_size size) {
    return (size - 1) * axis->stride + (axis->kernel - 1) * axis->dilation + 1;
}

/* Return the number of packed elements of a run that a tile of `size` outputs reads. */
static inline pc_size run_used(const pc_tile_axis *axis, pc_size size, pc_size run) {
    if (axis->overlapped)
        return input_extent(axis, size);
    /* Separate runs and late phases end where the tile's last coordinate is. */
    pc_size left = input_extent(axis, size) - 1 - run * axis->run_step;
    const pc_size used = axis->run_length - axis->tile + size;
    /* Usually the last place is within the tile, which needs no division. */
    if (left >= (used - 1) * axis->stride)
        return used;
    return left < 0 ? 0 : left / axis->stride + 1;
}

/* Return the padded coordinate of a packed place, or -1 if the tile does not read the place. */
static inline pc_size coordinate(const pc_tile_axis *axis, pc_size start, pc_size size,
                                 pc_size place) {
    pc_size run = 0, step = 1;
    if (!axis->overlapped) {
        run = place / axis->run_length;
        place %= axis->run_length;
        step = axis->stride;
    }
    if (run >= axis->runs || place >= run_used(axis, size, run))
        return -1;
    return start * axis->stride + place * step + run * axis->run_step;
}

/* Fill `count` elements with the padding value of `reader`. */
static inline void fill_with(const pc_packing *p, const pc_reader *reader, char *to,
                             pc_size count) {
    if (count > 0)
        p->kernels->pad_rows(NULL, 0, 1, count, 0, 0, &reader->padding, to, 0);
}
static inline void fill(const pc_packing *p, char *to, pc_size count) {
    fill_with(p, &p->readers[0], to, count);
}

/* Return the address of a padded coordinate of an axis, relative to `from`; NULL is padding. */
static inline const char *source_at(const pc_packing *p, int axis, pc_size coordinate,
                                    const char *from, pc_size stride) {
    pc_size index = pc_input_index(&p->input_axes[axis], coordinate);
    return from == NULL || index < 0 ? NULL : from + index * stride;
}

/* Pack channels of a tile side by side. */
void pc_pack_interleaved(const pc_packing *packing, const pc_arrays *a, const pc_tile *tile,
                         pc_size first, pc_size count, char *packed);

/* Pack elements of a tile that are four channels each. */
void pc_pack_int8x4(const pc_packing *packing, const pc_arrays *a, const pc_tile *tile,
                    pc_size first, pc_size count, char *packed);

#endif
