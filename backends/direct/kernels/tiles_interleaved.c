/* Packing the input of a tile, halo included, with channels side by side at each place. */
#include "tile_places.h"

#include <stdlib.h>
#include <string.h>

/* Maximum places that are converted before they are transposed, and maximum bytes of a place: 4 KiB
 * on the stack. */
enum { PLACES_CONVERTED = 64, PLACE_BYTES = 64 };

/* Convert n places of a row, of `count` channels each, along the direction with smaller steps. */
static void convert_places(const pc_packing *p, const pc_arrays *a, const char *row, pc_size n,
                           pc_size count, char *to) {
    const pc_reader *reader = &p->readers[0];
    const pc_size lanes = p->kernels->lanes, place_bytes = p->shape.interleave * p->shape.itemsize;
    char lines[PLACES_CONVERTED * PLACE_BYTES];
    if (count == p->shape.interleave && a->x_stride[2] == count * a->x_channel) {
        reader->convert(to, 1, row, a->x_channel, n * count);
    } else if (count <= lanes && llabs(a->x_stride[2]) < llabs(a->x_channel)) {
        for (pc_size i = 0, some; i < n; i += some) {
            some = pc_min(n - i, PLACES_CONVERTED);
            for (pc_size c = 0; c < count; c++)
                reader->convert(lines + c * some * p->shape.itemsize, 1,
                                row + i * a->x_stride[2] + c * a->x_channel, a->x_stride[2], some);
            p->kernels->transpose(lines, some, count, some, NULL, to + i * place_bytes,
                                  place_bytes);
        }
    } else {
        for (pc_size i = 0; i < n; i++)
            reader->convert(to + i * place_bytes, 1, row + i * a->x_stride[2], a->x_channel, count);
    }
}

/* Pack the places of a row that are inside the input in one call, if the layout of the caller's
 * array allows that; return their number, else 0. */
static pc_size pack_valid_places(const pc_packing *p, const pc_arrays *a, const pc_tile *tile,
                                 const char *row, pc_size count, char *to) {
    const pc_tile_axis *width = &p->shape.axes[2];
    pc_size place_bytes = p->shape.interleave * p->shape.itemsize,
            n = tile->width - tile->left - tile->right;
    /* Rows of int16x2 without gaps. */
    int int16x2 = p->shape.channels_per_element == 2 && count == 2 * p->shape.interleave &&
                  a->x_stride[2] == count * a->x_channel;
    if ((p->shape.channels_per_element == 2 && !int16x2) || !width->overlapped || n <= 0)
        return 0;
    row += (tile->start[2] * width->stride + tile->left - width->pad_lo) * a->x_stride[2];
    to += tile->left * place_bytes;
    if (int16x2)
        p->convert_int16x2(to, 1, row, a->x_channel, n * count);
    else if (!p->shape.same_as_x)
        convert_places(p, a, row, n, count, to);
    else if (count == p->shape.interleave && a->x_channel == p->shape.itemsize &&
             a->x_stride[2] == place_bytes)
        memcpy(to, row, n * place_bytes);
    else if (a->x_channel == p->shape.itemsize)
        p->kernels->pad_rows(row, a->x_stride[2], n, 0, count, 0, &p->readers[0].padding, to,
                             p->shape.interleave);
    else if (count <= p->kernels->lanes && a->x_stride[2] == p->shape.itemsize &&
             a->x_channel % p->shape.itemsize == 0)
        p->kernels->transpose(row, a->x_channel / p->shape.itemsize, count, n, NULL, to,
                              place_bytes);
    else
        return 0;
    return n;
}

/* Pack the channels of one place of a row; a row of NULL is padding. */
static void pack_place(const pc_packing *p, const pc_arrays *a, const pc_tile *tile,
                       const char *row, pc_size w, pc_size count, char *to) {
    pc_size x = coordinate(&p->shape.axes[2], tile->start[2], tile->size[2], w);
    if (x < 0)
        return;
    const char *from = source_at(p, 2, x, row, a->x_stride[2]);
    if (from == NULL)
        fill(p, to, (count + p->shape.channels_per_element - 1) / p->shape.channels_per_element);
    else if (p->shape.channels_per_element == 2) {
        p->convert_int16x2(to, 1, from, a->x_channel, count);
        if (count % 2 == 1)
            memset(to + count * p->shape.itemsize / 2, 0, p->shape.itemsize / 2);
    } else if (p->shape.same_as_x && a->x_channel == p->shape.itemsize)
        memcpy(to, from, count * p->shape.itemsize);
    else
        p->readers[0].convert(to, 1, from, a->x_channel, count);
}

/* Largest number of channels that are read one after the other, each at all places; with more, all
 * channels of a place are read before the next place. Structural: as many streams as hardware
 * prefetchers follow; with 0 and with 32, strided layers of 3 to 32 channels take 0.98 to 1.05 of
 * the time (float32, Zen 4, 1 core, 2026-12-01, two builds by `abgate OLD NEW`). */
enum { MAX_CHANNELS_APART = 4 };

/* Copy or convert n places inside the input, `stride` bytes apart. */
static void pack_places_apart(const pc_packing *p, const pc_arrays *a, const char *from,
                              pc_size stride, pc_size n, pc_size count, char *to) {
    const pc_size size = p->shape.itemsize, place_bytes = p->shape.interleave * size;
    if (count <= MAX_CHANNELS_APART)
        for (pc_size c = 0; c < count; c++)
            p->readers[0].convert(to + c * size, p->shape.interleave, from + c * a->x_channel,
                                  stride, n);
    else if (p->shape.same_as_x && a->x_channel == size)
        for (pc_size i = 0; i < n; i++)
            memcpy(to + i * place_bytes, from + i * stride, count * size);
    else
        for (pc_size i = 0; i < n; i++)
            p->readers[0].convert(to + i * place_bytes, 1, from + i * stride, a->x_channel, count);
}

/* Pack a row in runs of coordinates a stride apart. */
static void pack_row_in_runs(const pc_packing *p, const pc_arrays *a, const pc_tile *tile,
                             const char *row, pc_size count, char *to) {
    const pc_tile_axis *width = &p->shape.axes[2];
    const pc_size place_bytes = p->shape.interleave * p->shape.itemsize, step = width->stride;
    for (pc_size run = 0; run < width->runs; run++) {
        const pc_size n = run_used(width, tile->size[2], run), place = run * width->run_length;
        const pc_size from = tile->start[2] * step + run * width->run_step - width->pad_lo;
        const pc_size start = pc_count_before(-from, step, n);
        const pc_size stop = pc_count_before(width->input_size - from, step, n);
        for (pc_size w = place; w < place + start; w++)
            pack_place(p, a, tile, row, w, count, to + w * place_bytes);
        for (pc_size w = place + stop; w < place + n; w++)
            pack_place(p, a, tile, row, w, count, to + w * place_bytes);
        if (stop > start)
            pack_places_apart(p, a, row + (from + start * step) * a->x_stride[2],
                              step * a->x_stride[2], stop - start, count,
                              to + (place + start) * place_bytes);
    }
}

/* Pack one row; a row of NULL is padding. */
static void pack_row(const pc_packing *p, const pc_arrays *a, const pc_tile *tile, const char *row,
                     pc_size count, char *to) {
    const pc_tile_axis *width = &p->shape.axes[2];
    pc_size place_bytes = p->shape.interleave * p->shape.itemsize;
    pc_size last = width->overlapped ? tile->width : width->length;
    if (row == NULL && width->overlapped) {
        fill(p, to, last * p->shape.interleave);
        return;
    }
    if (row != NULL && !width->overlapped && p->shape.channels_per_element == 1) {
        pack_row_in_runs(p, a, tile, row, count, to);
        return;
    }
    pc_size done = row ? pack_valid_places(p, a, tile, row, count, to) : 0;
    pc_size before = done > 0 ? tile->left : 0;
    if (done > 0 && p->shape.constant_padding) {
        fill(p, to, tile->left * p->shape.interleave);
        fill(p, to + (tile->left + done) * place_bytes, tile->right * p->shape.interleave);
        return;
    }
    for (pc_size w = 0; w < before; w++)
        pack_place(p, a, tile, row, w, count, to + w * place_bytes);
    for (pc_size w = before + done; w < last; w++)
        pack_place(p, a, tile, row, w, count, to + w * place_bytes);
}

void pc_pack_interleaved(const pc_packing *p, const pc_arrays *a, const pc_tile *tile,
                         pc_size first, pc_size count, char *packed) {
    const pc_tile_axis *depth = p->shape.axes, *height = depth + 1, *width = depth + 2;
    const char *channels = a->x + tile->n * a->x_batch;
    first *= p->shape.channels_per_element;
    channels += (tile->group * p->shape.ic_per_group + first) * a->x_channel;
    count = p->shape.channels_per_element == 2
                ? pc_min(2 * count, p->shape.ic_per_group - first)
                : pc_min(count, p->shape.in_channels - tile->group * p->shape.ic_per_group);
    for (pc_size d = 0; d < depth->length; d++) {
        pc_size z = coordinate(depth, tile->start[0], tile->size[0], d);
        if (z < 0)
            continue;
        const char *plane = source_at(p, 0, z, channels, a->x_stride[0]);
        for (pc_size h = 0; h < height->length; h++) {
            pc_size y = coordinate(height, tile->start[1], tile->size[1], h);
            pc_size place = (d * height->length + h) * width->length;
            if (y >= 0)
                pack_row(p, a, tile, source_at(p, 1, y, plane, a->x_stride[1]), count,
                         packed + place * p->shape.interleave * p->shape.itemsize);
        }
    }
}
