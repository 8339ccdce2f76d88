#include "winograd_tiles_in_lanes.h"

#include "winograd_pack.h"

#include <string.h>

/* Rows of tiles in the panels' source: a transformed channel of all images of a block. */
typedef struct {
    pc_size row_stride, image_stride; /* elements */
} row_layout;

/* List the tile runs of a block, with their offsets in `layout` and in the result `out`. Tile runs
 * that pad the last vector have no outputs. Return the vectors of tiles. */
static pc_size list_tile_runs(const pc_winograd *conv, const pc_winograd_block *block,
                             const row_layout *layout, const pc_arrays *out,
                             pc_winograd_tile_run *tile_runs) {
    const pc_winograd_axis *height = &conv->plan.axes[1], *width = &conv->plan.axes[2];
    pc_size itemsize = conv->plan.itemsize, lanes = conv->tiles_in_lanes.lanes;
    pc_size outputs = width->outputs, count = 0;
    pc_size columns =
        pc_min(width->out - block->first_tile[2] * outputs, block->tiles[2] * outputs);
    for (pc_size n = 0; n < block->images; n++)
        for (pc_size row = 0; row < block->block_tiles[1]; row++) {
            pc_size y = row * height->outputs, first_y = block->first_tile[1] * height->outputs;
            for (pc_size x = 0; x < columns; x += lanes, count++) {
                pc_winograd_tile_run *s = &tile_runs[count];
                s->from = n * layout->image_stride + row * layout->row_stride + x;
                s->to = n * out->out_batch + y * out->out_stride[1] + x * itemsize;
                s->columns = pc_min(columns - x, lanes);
                s->rows = pc_min(height->out - first_y - y, height->outputs);
            }
        }
    while (count % outputs) {
        tile_runs[count] = tile_runs[0];
        tile_runs[count++].rows = 0;
    }
    return count / outputs;
}

/* Describe the input rows of a block, which are read without packing; the caller sets `x` for each
 * channel. The zeros of the padding are the same for all channels and are written here: `left`
 * columns before the first column of the input, and the columns after its last. */
static pc_winograd_rows begin_zero_copy(const pc_winograd *conv, const pc_arrays *a,
                                        const pc_winograd_block *block, pc_size row_stride,
                                        char *memory, pc_size *left) {
    const pc_winograd_plan *plan = &conv->plan;
    const pc_winograd_tiles_in_lanes *variant = &conv->tiles_in_lanes;
    const pc_winograd_axis *height = &plan->axes[1], *width = &plan->axes[2];
    pc_size first = block->first_tile[2] * width->outputs - width->lo;
    pc_size extent = (block->tiles[2] - 1) * width->outputs + width->points;
    pc_winograd_rows rows = {
        .zeros = memory + variant->padded_row_offset,
        .x_stride = a->x_stride[1],
        .first_row = block->first_tile[1] * height->outputs - height->lo,
        .height = height->n,
        .tile_rows = block->block_tiles[1],
        .row_stride = row_stride,
        .point_stride = variant->row_stride,
    };
    *left = pc_max(0, -first);
    rows.width = pc_max(0, pc_min(width->n, first + extent) - first - *left);
    memset(memory + variant->padded_row_offset, 0, (row_stride + variant->lanes) * plan->itemsize);
    memset(memory + variant->rows_offset, 0, height->points * variant->row_stride * plan->itemsize);
    return rows;
}

/* Pack a channel of an image and transform it along the height; return the transformed rows. */
static const char *pack_and_transform_height(const pc_winograd *conv, const pc_arrays *a,
                                             const pc_winograd_block *block, const char *source,
                                             pc_size image, pc_size image_stride, char *memory,
                                             void *max_abs) {
    const pc_winograd_plan *plan = &conv->plan;
    const pc_winograd_tiles_in_lanes *variant = &conv->tiles_in_lanes;
    const pc_winograd_axis *height = &plan->axes[1];
    const void *from[PC_MAX_POINTS];
    char *plane = memory + variant->channel_planes_offset, *rows = memory + variant->rows_offset;
    char *padded_row = memory + variant->padded_row_offset;
    pc_size at = image * image_stride * plan->itemsize;
    if (plan->rank == 1) {
        pc_winograd_pack(conv, a, block, source, 1, padded_row, plane + at, max_abs);
        return plane;
    }
    pc_winograd_pack(conv, a, block, source, 1, padded_row, plane, max_abs);
    for (pc_size i = 0; i < height->points; i++)
        from[i] = plane + plan->itemsize * pc_winograd_row_offset(conv, block, i % height->outputs,
                                                                  i / height->outputs);
    conv->transform->transform_input(from, image_stride, rows + at, variant->row_stride);
    return rows;
}

/* Fill the panels: for each point, input channels by tiles. */
static void transform_input(const pc_winograd *conv, const pc_arrays *a,
                            const pc_winograd_block *block, const row_layout *layout,
                            const pc_winograd_tile_run *tile_runs, const pc_winograd_panels *panels,
                            char *memory, void *max_abs) {
    const pc_winograd_plan *plan = &conv->plan;
    const pc_winograd_tiles_in_lanes *variant = &conv->tiles_in_lanes;
    const pc_winograd_axis *width = &plan->axes[2];
    pc_size itemsize = plan->itemsize, left = 0;
    const char *source =
        a->x + block->first_image * a->x_batch + block->group * plan->ic_per_group * a->x_channel;
    char *to = memory + variant->products_offset + panels->stride * itemsize;
    const char *transformed = memory + variant->rows_offset;
    int zero_copy = pc_winograd_reads_rows(conv, a);
    pc_winograd_rows rows = {0};
    if (zero_copy)
        rows = begin_zero_copy(conv, a, block, layout->row_stride, memory, &left);
    else
        pc_winograd_begin_packing(conv, a, block, memory + variant->padded_row_offset,
                                  memory + variant->channel_planes_offset);
    pc_size first_column = block->first_tile[2] * width->outputs - width->lo + left;
    for (pc_size c = 0; c < plan->ic_per_group; c++, source += a->x_channel) {
        for (pc_size n = 0; n < block->images; n++) {
            const char *image = source + n * a->x_batch;
            if (!zero_copy) {
                transformed = pack_and_transform_height(conv, a, block, image, n,
                                                        layout->image_stride, memory, max_abs);
                continue;
            }
            rows.x = image + first_column * itemsize;
            if (max_abs)
                pc_winograd_track_max_abs(conv, &rows, max_abs);
            conv->transform->tiles_transform_height(
                &rows,
                memory + variant->rows_offset + (n * layout->image_stride + left) * itemsize);
        }
        conv->transform->tiles_transform_width(transformed, variant->row_stride,
                                               plan->axes[1].points, tile_runs,
                                               panels->tile_vectors, to, panels->stride);
        to += panels->tile_vectors * variant->lanes * itemsize;
    }
}

/* Write an output channel from the block's own rows, for results that are not contiguous. */
static void store_rows(const pc_winograd *conv, const pc_arrays *a, const pc_winograd_block *block,
                       const pc_arrays *rows_in_block, char *out) {
    const pc_winograd_axis *height = &conv->plan.axes[1], *width = &conv->plan.axes[2];
    pc_size first_y = block->first_tile[1] * height->outputs;
    pc_size first_x = block->first_tile[2] * width->outputs;
    pc_size rows = pc_min(height->out - first_y, block->tiles[1] * height->outputs);
    pc_size columns = pc_min(width->out - first_x, block->tiles[2] * width->outputs);
    pc_writer writer = conv->writer;
    writer.pixel_stride = a->out_stride[2];
    writer.channel_stride = a->out_channel;
    for (pc_size n = 0; n < block->images; n++)
        for (pc_size y = 0; y < rows; y++)
            pc_store(&writer, out + n * a->out_batch + y * a->out_stride[1],
                     rows_in_block->out + n * rows_in_block->out_batch +
                         y * rows_in_block->out_stride[1],
                     1, 0, columns, 1, NULL);
}

void pc_winograd_compute_tiles_in_lanes(const pc_winograd *conv, const pc_arrays *a,
                                        const pc_winograd_block *block, const char *weights,
                                        char *memory, void *max_abs) {
    const pc_winograd_plan *plan = &conv->plan;
    const pc_winograd_tiles_in_lanes *variant = &conv->tiles_in_lanes;
    const pc_winograd_axis *height = &plan->axes[1], *width = &plan->axes[2];
    pc_winograd_tile_run *tile_runs = (pc_winograd_tile_run *)(memory + variant->tile_runs_offset);
    pc_size itemsize = plan->itemsize;
    row_layout layout = {.row_stride = width->outputs * block->phase_len[2]};
    /* Aligned vectors load faster. */
    if (pc_winograd_reads_rows(conv, a))
        layout.row_stride =
            (layout.row_stride + variant->lanes - 1) / variant->lanes * variant->lanes;
    layout.image_stride =
        plan->rank == 1 ? plan->channel_plane : block->block_tiles[1] * layout.row_stride;
    /* Outputs are written to the result if its rows are contiguous, else to rows of the block. */
    int contiguous = a->out_stride[2] == itemsize;
    pc_arrays target = *a;
    if (!contiguous) {
        target.out = memory + variant->out_offset;
        target.out_stride[1] = block->tiles[2] * width->outputs * itemsize;
        target.out_batch = block->tiles[1] * height->outputs * target.out_stride[1];
    }
    pc_winograd_panels panels = {
        .points = plan->points,
        .stride = variant->panel_stride,
        .tile_vectors = list_tile_runs(conv, block, &layout, &target, tile_runs),
        .ic_per_group = plan->ic_per_group,
        .chain_length = plan->chain_length,
        .oc_per_group = plan->oc_per_group,
        .oc_block = plan->oc_block,
        .w = weights + block->group * variant->group_weights * itemsize,
    };

    transform_input(conv, a, block, &layout, tile_runs, &panels, memory, max_abs);
    char *products = memory + variant->products_offset;
    conv->transform->tiles_multiply(&panels, products + panels.stride * itemsize, products);

    char *out = a->out + block->first_image * a->out_batch +
                block->first_tile[1] * height->outputs * a->out_stride[1] +
                block->first_tile[2] * width->outputs * a->out_stride[2];
    for (pc_size k = 0; k < plan->oc_per_group; k++) {
        pc_size channel = block->group * plan->oc_per_group + k;
        char *to = out + channel * a->out_channel;
        conv->transform->tiles_transform_output(
            products + k * panels.tile_vectors * variant->lanes * itemsize, panels.stride,
            (int)plan->rank, tile_runs, panels.tile_vectors,
            a->bias ? a->bias + channel * itemsize : NULL, contiguous ? to : target.out,
            target.out_stride[1]);
        if (!contiguous)
            store_rows(conv, a, block, &target, to);
    }
}
