#include "interleave.h"

#include <string.h>

/* Sums of some filters of one place, and where they go. */
typedef struct {
    pc_writer writer;
    const char *sums, *bias;
    pc_size pixel_step, channel_step, filters;
} pc_placed_sums;

/* Write `pixels` neighbours from `pixel` on, all outputs of each. */
static void store_pixels(const pc_placed_sums *from, pc_size pixel, pc_size pixels, char *out) {
    const pc_writer *writer = &from->writer;
    const pc_size itemsize = writer->itemsize;
    const char *sums = from->sums + pixel * from->pixel_step * itemsize;
    if (from->pixel_step != 1) {
        pc_store(writer, out, sums, from->pixel_step, from->channel_step, pixels, from->filters,
                 from->bias);
        return;
    }
    for (pc_size f = 0; f < from->filters; f += writer->parts, out += writer->channel_stride)
        writer->kernels->interleave(sums + f * from->channel_step * itemsize, from->channel_step,
                                    pixels, from->bias ? from->bias + f * itemsize : NULL, out,
                                    writer->parts);
}

/* Write those outputs of one pixel that are in a row of `size`, in which the first of them would be
 * at `column`. */
static void store_cropped_pixel(const pc_placed_sums *from, pc_size pixel, char *row,
                                pc_size column, pc_size size) {
    const pc_size parts = from->writer.parts, itemsize = from->writer.itemsize;
    const pc_size first = column < 0 ? -column : 0, n = pc_min(parts, size - column) - first;
    char outputs[PC_MAX_PIXEL_BYTES];
    pc_placed_sums adjoining = *from;
    if (n <= 0)
        return;
    adjoining.writer.channel_stride = parts * itemsize;
    store_pixels(&adjoining, pixel, 1, outputs);
    for (pc_size c = 0; c < from->filters / parts; c++)
        memcpy(row + c * from->writer.channel_stride + (column + first) * itemsize,
               outputs + (c * parts + first) * itemsize, n * itemsize);
}

/* Write a row of pixels, the first output of which would be at `column` of a row of `size`. */
static void store_row(const pc_placed_sums *from, pc_size pixels, char *row, pc_size column,
                      pc_size size) {
    const pc_size parts = from->writer.parts, behind = size - column;
    /* The pixels all of whose outputs are in the row: from `whole` to before `end`. */
    const pc_size whole = pc_count_before(-column, parts, pixels);
    const pc_size end = behind < 0 ? 0 : pc_min(pixels, behind / parts);
    for (pc_size i = 0; i < whole; i++)
        store_cropped_pixel(from, i, row, column + i * parts, size);
    if (whole < end)
        store_pixels(from, whole, end - whole,
                     row + (column + whole * parts) * from->writer.itemsize);
    for (pc_size i = whole < end ? end : whole; i < pixels; i++)
        store_cropped_pixel(from, i, row, column + i * parts, size);
}

void pc_store_interleaved(const pc_writer *writer, const pc_interleaving *interleaving,
                          const pc_arrays *a, pc_size image, const pc_size pixel[3],
                          pc_size pixels, pc_size first, pc_size filters, const char *sums,
                          pc_size pixel_step, pc_size channel_step) {
    const pc_size *step = interleaving->step, *start = interleaving->start;
    const pc_size *size = interleaving->size, end = first + filters, column = pixel[2] * step[2];
    pc_placed_sums from = {
        .writer = *writer, .sums = sums, .pixel_step = pixel_step, .channel_step = channel_step};
    from.writer.pixel_stride = step[2] * writer->itemsize;
    from.writer.channel_stride = a->out_channel;
    for (; first < end; first += from.filters) {
        const pc_size place = first / interleaving->filters;
        const pc_size channel = first % interleaving->filters / step[2];
        const pc_size d = pixel[0] * step[0] + place / step[1] - start[0];
        const pc_size h = pixel[1] * step[1] + place % step[1] - start[1];
        from.filters = pc_min(end, (place + 1) * interleaving->filters) - first;
        from.bias = a->bias ? a->bias + first * writer->itemsize : NULL;
        if (d >= 0 && d < size[0] && h >= 0 && h < size[1])
            store_row(&from, pixels,
                      a->out + image * a->out_batch + channel * a->out_channel +
                          d * a->out_stride[0] + h * a->out_stride[1],
                      column - start[2], size[2]);
        from.sums += from.filters * channel_step * writer->itemsize;
    }
}
