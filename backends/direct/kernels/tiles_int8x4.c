/* Packing the input of a tile as int8x4: four channels in each element, and elements in planes of
 * their own or side by side at each place. If input and weights are both signed or both
 * unsigned, 128 is added to each byte of the input, or subtracted; either flips its sign bit.
 *
 * A last element of fewer than four channels has arbitrary bytes in place of the missing ones,
 * whose weights are zero.
 */
#include "tile_places.h"

#include <string.h>

enum { CHANNELS = 4 };

typedef uint8_t bytes16 __attribute__((vector_size(16), aligned(1), may_alias));

/* Equally spaced places of an axis: their number, those before and inside the input, the padded
 * coordinate of the first, and the distance of coordinates. */
typedef struct {
    pc_size first, step, count, before, inside;
} places;

static places places_of(const pc_tile_axis *axis, pc_size start, pc_size size, pc_size run) {
    places r;
    r.first = start * axis->stride + run * axis->run_step;
    r.step = axis->overlapped ? 1 : axis->stride;
    r.count = run_used(axis, size, run);
    r.before = pc_count_before(axis->pad_lo - r.first, r.step, r.count);
    r.inside =
        pc_count_before(axis->pad_lo + axis->input_size - r.first, r.step, r.count) - r.before;
    return r;
}

/* ---- elements of four rows of bytes ---- */

/* Zip 16, or 8, bytes of each of four rows into elements. */
static inline void zip16(const uint8_t *const row[CHANNELS], pc_size at, bytes16 flip,
                         uint8_t *to) {
    const bytes16 a = *(const bytes16 *)(row[0] + at) ^ flip;
    const bytes16 b = *(const bytes16 *)(row[1] + at) ^ flip;
    const bytes16 c = *(const bytes16 *)(row[2] + at) ^ flip;
    const bytes16 d = *(const bytes16 *)(row[3] + at) ^ flip;
#define ZIP_LOW(x, y)                                                                              \
    __builtin_shufflevector(x, y, 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23)
#define ZIP_HIGH(x, y)                                                                             \
    __builtin_shufflevector(x, y, 8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31)
#define ZIP_PAIRS_LOW(x, y)                                                                        \
    __builtin_shufflevector(x, y, 0, 1, 16, 17, 2, 3, 18, 19, 4, 5, 20, 21, 6, 7, 22, 23)
#define ZIP_PAIRS_HIGH(x, y)                                                                       \
    __builtin_shufflevector(x, y, 8, 9, 24, 25, 10, 11, 26, 27, 12, 13, 28, 29, 14, 15, 30, 31)
    const bytes16 ab_low = ZIP_LOW(a, b), ab_high = ZIP_HIGH(a, b);
    const bytes16 cd_low = ZIP_LOW(c, d), cd_high = ZIP_HIGH(c, d);
    *(bytes16 *)to = ZIP_PAIRS_LOW(ab_low, cd_low);
    *(bytes16 *)(to + 16) = ZIP_PAIRS_HIGH(ab_low, cd_low);
    *(bytes16 *)(to + 32) = ZIP_PAIRS_LOW(ab_high, cd_high);
    *(bytes16 *)(to + 48) = ZIP_PAIRS_HIGH(ab_high, cd_high);
}
static inline bytes16 load8(const uint8_t *from) {
    bytes16 value = {0};
    memcpy(&value, from, 8);
    return value;
}
static inline void zip8(const uint8_t *const row[CHANNELS], pc_size at, bytes16 flip, uint8_t *to) {
    const bytes16 ab = ZIP_LOW(load8(row[0] + at) ^ flip, load8(row[1] + at) ^ flip);
    const bytes16 cd = ZIP_LOW(load8(row[2] + at) ^ flip, load8(row[3] + at) ^ flip);
    *(bytes16 *)to = ZIP_PAIRS_LOW(ab, cd);
    *(bytes16 *)(to + 16) = ZIP_PAIRS_HIGH(ab, cd);
}

/* Zip n bytes of each of four rows into elements; a last vector may overlap the one before. */
static void zip_rows(const uint8_t *from, pc_size x_channel, pc_size channels, pc_size n,
                     uint8_t flip, uint8_t *to) {
    const bytes16 flips = flip - (bytes16){0};
    const uint8_t *row[CHANNELS];
    pc_size i = 0;
    for (int c = 0; c < CHANNELS; c++)
        row[c] = c < channels ? from + c * x_channel : from;
    for (; i + 16 <= n; i += 16)
        zip16(row, i, flips, to + i * CHANNELS);
    if (i < n && n >= 16) {
        zip16(row, n - 16, flips, to + (n - 16) * CHANNELS);
        return;
    }
    if (i + 8 <= n) {
        zip8(row, i, flips, to + i * CHANNELS);
        zip8(row, n - 8, flips, to + (n - 8) * CHANNELS);
        return;
    }
    for (; i < n; i++)
        for (int c = 0; c < CHANNELS; c++)
            to[i * CHANNELS + c] = row[c][i] ^ flip;
}

static inline void flip_bytes(uint8_t *restrict to, const uint8_t *restrict from, pc_size n,
                              uint8_t flip) {
    for (pc_size i = 0; i < n; i++)
        to[i] = from[i] ^ flip;
}

/* ---- rows of a tile ---- */

/* Pack n places of `channels` channels, `x_step` bytes apart in the caller's array. */
static void pack_places(const pc_packing *p, const pc_arrays *a, const char *from_, pc_size x_step,
                        pc_size n, pc_size channels, char *to_) {
    const pc_size place_bytes = p->shape.interleave * p->shape.itemsize, x_channel = a->x_channel;
    const uint8_t flip = (uint8_t)p->shape.flipped_bits;
    const uint8_t *from = (const uint8_t *)from_;
    uint8_t *to = (uint8_t *)to_;
    if (p->shape.interleave == 1 && x_step == 1)
        zip_rows(from, x_channel, channels, n, flip, to);
    else if (x_channel == 1 && x_step == channels && place_bytes == channels)
        flip_bytes(to, from, n * channels, flip);
    else if (x_channel == 1 && channels == CHANNELS)
        for (pc_size i = 0; i < n; i++, from += x_step, to += place_bytes)
            flip_bytes(to, from, CHANNELS, flip);
    else if (x_channel == 1)
        for (pc_size i = 0; i < n; i++, from += x_step, to += place_bytes)
            flip_bytes(to, from, channels, flip);
    else
        for (pc_size i = 0; i < n; i++, from += x_step, to += place_bytes)
            for (pc_size c = 0; c < channels; c++)
                to[c] = from[c * x_channel] ^ flip;
}

/* Fill `count` places with a constant padding. */
static inline void fill_places(const pc_packing *p, pc_size count, char *to_) {
    const uint32_t value = p->readers[0].padding.u32;
    uint32_t *to = (uint32_t *)to_;
    for (pc_size i = 0; i < count * p->shape.interleave; i++)
        to[i] = value;
}

/* Fill `count` places with the padding that repeats elements of `row`, or is constant. */
static void pad_places(const pc_packing *p, const pc_arrays *a, const char *row, pc_size first,
                       pc_size step, pc_size count, pc_size channels, char *to) {
    const pc_size place_bytes = p->shape.interleave * p->shape.itemsize;
    if (p->shape.constant_padding) {
        fill_places(p, count, to);
        return;
    }
    for (pc_size i = 0; i < count; i++)
        pack_places(p, a, source_at(p, 2, first + i * step, row, a->x_stride[2]), 0, 1, channels,
                    to + i * place_bytes);
}

/* Pack one run of a row; a row of NULL is padding. */
static inline void pack_run(const pc_packing *p, const pc_arrays *a, const places *run,
                            const char *row, pc_size channels, char *to) {
    const pc_size place_bytes = p->shape.interleave * p->shape.itemsize;
    const pc_size start = run->before, stop = start + run->inside;
    if (row == NULL) {
        fill_places(p, run->count, to);
        return;
    }
    pad_places(p, a, row, run->first, run->step, start, channels, to);
    if (run->inside > 0)
        pack_places(p, a,
                    row + (run->first + start * run->step - p->input_axes[2].lo) * a->x_stride[2],
                    run->step * a->x_stride[2], run->inside, channels, to + start * place_bytes);
    pad_places(p, a, row, run->first + stop * run->step, run->step, run->count - stop, channels,
               to + stop * place_bytes);
}

/* Pack the rows of a plane that one run of rows and one of columns meet. Rows without gaps in the
 * input and in the tile are one. */
static void pack_rows(const pc_packing *p, const pc_arrays *a, const places *down,
                      const places *across, const char *plane, pc_size channels, char *to) {
    const pc_size row_bytes = p->shape.axes[2].length * p->shape.interleave * p->shape.itemsize;
    const int one = p->shape.constant_padding && across->step == 1 &&
                    across->inside == p->shape.axes[2].length &&
                    down->step * a->x_stride[1] == across->inside * a->x_stride[2];
    for (pc_size h = 0; h < down->count; h++) {
        const char *row = source_at(p, 1, down->first + h * down->step, plane, a->x_stride[1]);
        places run = *across;
        if (one && h == down->before && row != NULL && down->inside > 1) {
            run.inside *= down->inside;
            run.count = run.inside;
            pack_run(p, a, &run, row, channels, to + h * row_bytes);
            h += down->inside - 1;
        } else {
            pack_run(p, a, &run, row, channels, to + h * row_bytes);
        }
    }
}

void pc_pack_int8x4(const pc_packing *p, const pc_arrays *a, const pc_tile *tile, pc_size first,
                    pc_size count, char *packed) {
    const pc_tile_axis *depth = p->shape.axes, *height = depth + 1, *width = depth + 2;
    const pc_size place_bytes = p->shape.interleave * p->shape.itemsize;
    const pc_size all = pc_min(CHANNELS * count, p->shape.ic_per_group - CHANNELS * first);
    const pc_size at_once = p->shape.interleave > 1 ? all : CHANNELS;
    const char *x = a->x + tile->n * a->x_batch;
    x += (tile->group * p->shape.ic_per_group + CHANNELS * first) * a->x_channel;
    for (pc_size v = 0; v < height->runs; v++) {
        const places down = places_of(height, tile->start[1], tile->size[1], v);
        for (pc_size h = 0; h < width->runs; h++) {
            const places across = places_of(width, tile->start[2], tile->size[2], h);
            for (pc_size c = 0; c < all; c += at_once) {
                char *plane = packed + c / CHANNELS * p->shape.channel_plane * p->shape.itemsize;
                plane += (v * height->run_length * width->length + h * width->run_length) *
                         place_bytes;
                for (pc_size d = 0; d < depth->length; d++) {
                    pc_size z = coordinate(depth, tile->start[0], tile->size[0], d);
                    if (z < 0)
                        continue;
                    pack_rows(p, a, &down, &across,
                              source_at(p, 0, z, x + c * a->x_channel, a->x_stride[0]),
                              pc_min(at_once, all - c),
                              plane + d * height->length * width->length * place_bytes);
                }
            }
        }
    }
}
