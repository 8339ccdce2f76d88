/* Tiles of outputs, and packing of the elements that they read. */
#include "weight.h"

#include <string.h>

pc_size pc_weight_tiles(const pc_weight_plan *plan) {
    const pc_weight_axis *axes = plan->axes;
    return plan->shape.batch * axes[0].tiles * axes[1].tiles * axes[2].tiles;
}

void pc_weight_locate(const pc_weight_plan *plan, pc_size index, pc_weight_tile *tile) {
    for (int i = 2; i >= 0; i--) {
        const pc_weight_axis *axis = &plan->axes[i];
        tile->start[i] = index % axis->tiles * axis->tile;
        tile->size[i] = pc_min(axis->tile, axis->out - tile->start[i]);
        index /= axis->tiles;
    }
    tile->image = index;
}

/* Return the padded coordinate along an axis at which a tile starts. */
static pc_size first_of(const pc_weight_axis *axis, pc_size start) {
    return start * axis->stride * axis->step;
}

/* Return a row of the input at packed row (z, y) of a tile, or NULL for padding. */
static const char *row_of(const pc_weight_plan *plan, const pc_weight_arrays *a,
                          const pc_weight_tile *tile, const char *channel, pc_size z, pc_size y) {
    const pc_weight_axis *axes = plan->axes;
    const pc_size iz =
        pc_input_index(&plan->input_axes[0], first_of(&axes[0], tile->start[0]) + z * axes[0].step);
    const pc_size iy =
        pc_input_index(&plan->input_axes[1], first_of(&axes[1], tile->start[1]) + y * axes[1].step);
    return iz < 0 || iy < 0 ? NULL : channel + iz * a->x_stride[0] + iy * a->x_stride[1];
}

/* Return the number of packed elements that a tile of `size` outputs reads along an axis. */
static pc_size read_of(const pc_weight_axis *axis, pc_size size) {
    return axis->packed - (axis->tile - size) * axis->stride;
}

/* Pack all rows of one plane in one call, with padding of one value around them. Return false, and
 * pack nothing, if the elements are not contiguous, or not of the kernels' type. */
static int pack_plane(const pc_weight_plan *plan, const pc_weight_arrays *a,
                      const pc_weight_tile *tile, const char *channel, pc_size z, pc_size rows,
                      pc_size columns, char *to) {
    const pc_weight_axis *height = &plan->axes[1], *width = &plan->axes[2];
    const pc_weight_shape *shape = &plan->shape;
    const pc_size itemsize = shape->itemsize;
    if (!plan->same_x || a->x_stride[2] != itemsize || shape->phases > 1 || width->step > 1 ||
        height->step > 1 || plan->input_axes[2].mode != PC_CONSTANT)
        return 0;
    const void *padding = &plan->reader.padding;
    const pc_size iz = pc_input_index(&plan->input_axes[0],
                                      first_of(&plan->axes[0], tile->start[0]) +
                                          z * plan->axes[0].step);
    const pc_size y = first_of(height, tile->start[1]) - plan->input_axes[1].lo;
    const pc_size x = first_of(width, tile->start[2]) - plan->input_axes[2].lo;
    const pc_size above = pc_clamp(-y, rows);
    const pc_size below = rows - pc_clamp(plan->input_axes[1].n - y, rows);
    const pc_size left = pc_clamp(-x, columns);
    const pc_size right = columns - pc_clamp(plan->input_axes[2].n - x, columns);
    if (iz < 0 || left + right >= columns || above + below >= rows) {
        plan->copies->pad_rows(NULL, 0, 1, rows * shape->pitch, 0, 0, padding, to, 0);
        return 1;
    }
    plan->copies->pad_rows(NULL, 0, 1, above * shape->pitch, 0, 0, padding, to, 0);
    to += above * shape->pitch * itemsize;
    const pc_size inside = rows - above - below;
    plan->copies->pad_rows(channel + iz * a->x_stride[0] + (y + above) * a->x_stride[1] +
                               (x + left) * itemsize,
                           a->x_stride[1], inside, left, columns - left - right, right, padding, to,
                           shape->pitch);
    plan->copies->pad_rows(NULL, 0, 1, below * shape->pitch, 0, 0, padding,
                           to + inside * shape->pitch * itemsize, 0);
    return 1;
}

/* Pack one channel after another, as channels_first. */
static void pack_channels(const pc_weight_plan *plan, const pc_weight_arrays *a,
                          const pc_weight_tile *tile, pc_size first, pc_size channels, char *to) {
    const pc_weight_axis *axes = plan->axes;
    const pc_weight_shape *shape = &plan->shape;
    const pc_size depth = read_of(&axes[0], tile->size[0]);
    const pc_size rows = read_of(&axes[1], tile->size[1]);
    const pc_size columns = read_of(&axes[2], tile->size[2]);
    const pc_size row_bytes = shape->phases * shape->pitch * shape->itemsize;
    pc_reader reader = plan->reader;
    reader.stride = a->x_stride[2];
    for (pc_size c = 0; c < channels; c++, to += shape->plane * shape->itemsize) {
        const char *channel = a->x + tile->image * a->x_batch + (first + c) * a->x_channel;
        for (pc_size z = 0; z < depth; z++) {
            char *plane = to + z * axes[1].packed * row_bytes;
            if (pack_plane(plan, a, tile, channel, z, rows, columns, plane))
                continue;
            for (pc_size y = 0; y < rows; y++) {
                const char *row = row_of(plan, a, tile, channel, z, y);
                for (pc_size phase = 0; phase < shape->phases && phase < columns; phase++)
                    pc_read_row(&reader,
                                plane + y * row_bytes + phase * shape->pitch * shape->itemsize, row,
                                first_of(&axes[2], tile->start[2]) + phase * axes[2].step,
                                shape->phases * axes[2].step,
                                (columns - phase + shape->phases - 1) / shape->phases);
            }
        }
    }
}

/* Write `channels` elements of padding. */
static void fill(const pc_weight_plan *plan, char *to, pc_size channels) {
    plan->copies->pad_rows(NULL, 0, 1, channels, 0, 0, &plan->reader.padding, to, 0);
}

/* Pack pixels with adjacent channels, as channels_last. */
static void pack_pixels(const pc_weight_plan *plan, const pc_weight_arrays *a,
                        const pc_weight_tile *tile, pc_size first, pc_size channels, char *to) {
    const pc_weight_axis *axes = plan->axes;
    const pc_weight_shape *shape = &plan->shape;
    const pc_size depth = read_of(&axes[0], tile->size[0]);
    const pc_size rows = read_of(&axes[1], tile->size[1]);
    const pc_size columns = read_of(&axes[2], tile->size[2]);
    const pc_size pixel = shape->interleave * shape->itemsize;
    const pc_axis *width = &plan->input_axes[2];
    const int copied = plan->same_x && a->x_channel == shape->itemsize;
    const int transposed = !copied && plan->same_x && a->x_stride[2] == shape->itemsize &&
                           a->x_channel % shape->itemsize == 0;
    const char *image = a->x + tile->image * a->x_batch + first * a->x_channel;
    for (pc_size z = 0; z < depth; z++)
        for (pc_size y = 0; y < rows; y++) {
            const char *row = row_of(plan, a, tile, image, z, y);
            char *at = to + (z * axes[1].packed + y) * shape->pitch * pixel;
            const pc_size start = first_of(&axes[2], tile->start[2]);
            pc_size x = 0;
            while (x < columns) {
                pc_size index = row ? pc_input_index(width, start + x * axes[2].step) : -1;
                if (index < 0) {
                    fill(plan, at + x * pixel, channels);
                    x++;
                    continue;
                }
                const char *from = row + index * a->x_stride[2];
                pc_size count = 1;
                /* Adjacent pixels are copied, or transposed, as one run. */
                const int whole = a->x_stride[2] == pixel && channels == shape->interleave;
                if ((copied ? whole : transposed) && axes[2].step == 1 &&
                    start + x - width->lo == index)
                    count = pc_min(columns - x, pc_clamp(width->n - index, columns));
                if (copied)
                    memcpy(at + x * pixel, from, count * channels * shape->itemsize);
                else if (transposed)
                    plan->copies->transpose(from, a->x_channel / shape->itemsize, channels, count,
                                            NULL, at + x * pixel, pixel);
                else
                    plan->reader.convert(at + x * pixel, 1, from, a->x_channel, channels);
                x += count;
            }
        }
}

void pc_weight_pack_x(const pc_weight_plan *plan, const pc_weight_arrays *a,
                      const pc_weight_tile *tile, pc_size first, pc_size channels, char *to) {
    if (plan->shape.interleave > 1)
        pack_pixels(plan, a, tile, first, channels, to);
    else
        pack_channels(plan, a, tile, first, channels, to);
}

const char *pc_weight_output(const pc_weight_arrays *a, const pc_weight_tile *tile,
                             pc_size channel) {
    const char *at = a->g + tile->image * a->g_batch + channel * a->g_channel;
    for (int i = 0; i < 3; i++)
        at += tile->start[i] * a->g_stride[i];
    return at;
}

void pc_weight_pack_g(const pc_weight_plan *plan, const pc_weight_arrays *a,
                      const pc_weight_tile *tile, pc_size first, pc_size channels, pc_size width,
                      char *to) {
    const pc_size itemsize = plan->shape.itemsize;
    const char *from = pc_weight_output(a, tile, first);
    pc_size depth = tile->size[0], rows = tile->size[1], columns = tile->size[2];
    /* Adjacent rows are packed as one row. */
    if (a->g_stride[1] == columns * a->g_stride[2]) {
        columns *= rows, rows = 1;
        if (a->g_stride[0] == columns * a->g_stride[2])
            columns *= depth, depth = 1;
    }
    for (pc_size z = 0; z < depth; z++)
        for (pc_size y = 0; y < rows; y++, to += columns * width * itemsize) {
            const char *row = from + z * a->g_stride[0] + y * a->g_stride[1];
            if (plan->same_g && a->g_channel == itemsize) {
                for (pc_size x = 0; x < columns; x++)
                    memcpy(to + x * width * itemsize, row + x * a->g_stride[2],
                           channels * itemsize);
            } else if (plan->same_g && a->g_stride[2] == itemsize &&
                       a->g_channel % itemsize == 0) {
                plan->copies->transpose(row, a->g_channel / itemsize, channels, columns, NULL, to,
                                        width * itemsize);
            } else {
                for (pc_size c = 0; c < channels; c++)
                    plan->convert_g(to + c * itemsize, width, row + c * a->g_channel,
                                    a->g_stride[2], columns);
            }
        }
}
