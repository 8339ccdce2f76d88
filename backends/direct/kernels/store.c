/* Writing sums into the caller's array: in any layout, in the result's dtype, with the bias
 * added. */
#include "work_item.h"

/* Write `rows` rows of a tile from `row` on, counted over all its planes. `sums` are those of the
 * first of these rows, `out` is the tile's first output. */
static void store_rows(const pc_writer *to, const pc_arrays *a, const pc_tile *tile,
                       const pc_sums_layout *layout, pc_size row, pc_size rows, const char *sums,
                       pc_size channels, const char *bias, char *out) {
    pc_writer writer = *to;
    pc_size height = tile->size[1], width = tile->size[2], itemsize = layout->itemsize, count;
    int f16 = writer.result == PC_FLOAT16;
    int in_rows = layout->pixel_step == 1 && (writer.kernels || f16) && writer.parts == 1 &&
                  a->out_stride[2] == writer.itemsize;
    /* Rows without gaps among the sums and in the result are written as one. */
    int dense = layout->row_step == width * layout->pixel_step &&
                a->out_stride[1] == width * a->out_stride[2];
    writer.pixel_stride = a->out_stride[2];
    writer.channel_stride = a->out_channel;
    for (; rows > 0; row += count, rows -= count) {
        char *out_row = out + row / height * a->out_stride[0] + row % height * a->out_stride[1];
        count = in_rows || dense ? pc_min(rows, height - row % height) : 1;
        if (in_rows && f16)
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

/* Write `rows` rows of a tile whose filters are adjacent outputs of one channel. */
static void store_rows_interleaved(const pc_direct *plan, const pc_arrays *a,
                                   const pc_work_item *work, pc_size row, pc_size rows,
                                   const char *sums, pc_size first, pc_size filters) {
    const pc_sums_layout *layout = &work->layout;
    const pc_tile *tile = &work->tile;
    const pc_size height = tile->size[1];
    for (; rows > 0; row++, rows--) {
        const pc_size pixel[3] = {tile->start[0] + row / height, tile->start[1] + row % height,
                                  tile->start[2]};
        pc_store_interleaved(&plan->writer, &plan->interleaving, a, tile->n, pixel, tile->size[2],
                             first, filters, sums, layout->pixel_step, layout->channel_step);
        sums += layout->row_step * layout->itemsize;
        if ((row + 1) % height == 0)
            sums += (layout->plane_step - height * layout->row_step) * layout->itemsize;
    }
}

void pc_store_block(const pc_direct *plan, const pc_arrays *a, const pc_work_item *work,
                    pc_size block, pc_size row, pc_size rows, const char *sums) {
    const pc_direct_shape *shape = &plan->shape;
    const pc_tile *tile = &work->tile;
    pc_size parts = plan->packing.shape.parts, channels = parts * shape->oc_per_group;
    pc_size first = block * shape->oc_block, end;
    const char *bias = a->bias;
    /* Lanes after the last channel are not stored. */
    end = pc_min(channels, parts * (shape->out_channels - tile->group * shape->oc_per_group));
    end = pc_min(first + shape->oc_block, end);
    if (shape->flat) {
        row *= tile->size[1];
        rows *= tile->size[1];
    }
    if (plan->interleaving.filters > 0) {
        store_rows_interleaved(plan, a, work, row, rows, sums, first, end - first);
        return;
    }
    char *out = first_output(plan, a, tile) + first / plan->writer.parts * a->out_channel;
    out += first % plan->writer.parts * plan->writer.itemsize;
    if (bias != NULL)
        bias += (tile->group * channels + first) * shape->bias_itemsize;
    store_rows(&plan->writer, a, tile, &work->layout, row, rows, sums, end - first, bias, out);
}
