/* Writing sums into the caller's array: in any layout, in the result's dtype, with the bias added. */
#include "work_item.h"

/* Write rows of sums whose channels are planes, `parts` of which are neighbours in the result. */
static void interleave_rows(const pc_writer *to, const pc_sums_layout *layout, pc_size rows,
                            pc_size width, const char *sums, pc_size channels, const char *bias,
                            char *out, pc_size out_pitch) {
    for (pc_size c = 0; c < channels; c += to->parts)
        for (pc_size r = 0; r < rows; r++)
            to->kernels->interleave(
                sums + (c * layout->channel_step + r * layout->row_step) * layout->itemsize,
                layout->channel_step, width, bias ? bias + c * layout->itemsize : NULL,
                out + c / to->parts * to->channel_stride + r * out_pitch, to->parts);
}

/* Write `rows` rows of a tile from `row` on, counted over all its planes. `sums` are those of the
 * first of these rows, `out` is the tile's first output. */
static void store_rows(const pc_writer *to, const pc_arrays *a, const pc_tile *tile,
                       const pc_sums_layout *layout, int interleaved, pc_size row, pc_size rows,
                       const char *sums, pc_size channels, const char *bias, char *out) {
    pc_writer writer = *to;
    pc_size height = tile->size[1], width = tile->size[2], itemsize = layout->itemsize, count;
    int f16 = writer.result == PC_FLOAT16;
    int in_rows = layout->pixel_step == 1 && (writer.kernels || f16) &&
                  (writer.parts == 1 || interleaved) &&
                  a->out_stride[2] == writer.parts * writer.itemsize;
    /* Rows without gaps among the sums and in the result are written as one. */
    int dense = layout->row_step == width * layout->pixel_step &&
                a->out_stride[1] == width * a->out_stride[2];
    writer.pixel_stride = a->out_stride[2];
    writer.channel_stride = a->out_channel;
    for (; rows > 0; row += count, rows -= count) {
        char *out_row = out + row / height * a->out_stride[0] + row % height * a->out_stride[1];
        count = in_rows || dense ? pc_min(rows, height - row % height) : 1;
        if (in_rows && interleaved)
            interleave_rows(&writer, layout, count, width, sums, channels, bias, out_row,
                            a->out_stride[1]);
        else if (in_rows && f16)
            for (pc_size c = 0; c < channels; c++)
                writer.narrow->store_rows_f16((const float *)sums + c * layout->channel_step,
                                            layout->row_step, count, width,
                                            bias ? (const float *)bias + c : NULL, 0,
                                            out_row + c * a->out_channel, a->out_stride[1]);
        else if (in_rows)
            for (pc_size c = 0; c < channels; c++)
                writer.kernels->store_rows(sums + c * layout->channel_step * itemsize,
                                           layout->row_step, count, width,
                                           bias ? bias + c * itemsize : NULL,
                                           out_row + c * a->out_channel, a->out_stride[1]);
        else
            pc_store(&writer, out_row, sums, layout->pixel_step, layout->channel_step,
                     count * width, channels, bias);
        sums += count * layout->row_step * itemsize;
        if ((row + count) % height == 0)
            sums += (layout->plane_step - height * layout->row_step) * itemsize;
    }
}

void pc_store_block(const pc_direct *plan, const pc_arrays *a, const pc_work_item *work,
                    pc_size block, pc_size row, pc_size rows, const char *sums) {
    const pc_direct_shape *shape = &plan->shape;
    const pc_interleaving *interleaving = &plan->interleaving;
    const pc_tile *tile = &work->tile;
    pc_size parts = plan->packing.shape.parts, channels = parts * shape->oc_per_group;
    pc_size first = block * shape->oc_block, end, next;
    const char *bias = a->bias;
    char *out = first_output(plan, a, tile);
    if (bias != NULL)
        bias += tile->group * channels * shape->bias_itemsize;
    /* Lanes beyond the last channel are not stored. */
    end = pc_min(channels, parts * (shape->out_channels - tile->group * shape->oc_per_group));
    end = pc_min(first + shape->oc_block, end);
    if (shape->flat) {
        row *= tile->size[1];
        rows *= tile->size[1];
    }
    for (; first < end; first = next) {
        char *to = out;
        pc_size channel = first;
        next = end;
        if (interleaving->filters > 0) {
            pc_size place = first / interleaving->filters;
            next = pc_min(end, (place + 1) * interleaving->filters);
            channel = first % interleaving->filters;
            to += place / interleaving->step[1] * (a->out_stride[0] / interleaving->step[0]);
            to += place % interleaving->step[1] * (a->out_stride[1] / interleaving->step[1]);
        }
        to += channel / plan->writer.parts * a->out_channel;
        to += channel % plan->writer.parts * plan->writer.itemsize;
        store_rows(&plan->writer, a, tile, &work->layout, interleaving->filters > 0, row, rows,
                   sums, next - first, bias ? bias + first * shape->bias_itemsize : NULL, to);
        sums += (next - first) * work->layout.channel_step * work->layout.itemsize;
    }
}
