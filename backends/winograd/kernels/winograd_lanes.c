#include "winograd_lanes.h"

#include <string.h>

static pc_size larger(pc_size a, pc_size b) { return a > b ? a : b; }

/* Lay a block out in segments: where they are among lines of tiles, `pitch` elements apart, and in
 * the result. Those that fill up the last vector have no outputs. */
static pc_size cut(const pc_winograd_lanes *plan, const pc_winograd_input *input,
                   const pc_winograd_block *block, pc_size pitch, pc_size image_step,
                   const pc_arrays *out, pc_winograd_segment *segments) {
    const pc_winograd_axis *height = &input->axes[1], *width = &input->axes[2];
    pc_size size = input->itemsize, outputs = width->outputs, found = 0;
    pc_size columns = pc_min(width->out - block->start[2] * outputs, block->tiles[2] * outputs);
    for (pc_size n = 0; n < block->images; n++)
        for (pc_size line = 0; line < block->size[1]; line++) {
            pc_size y = line * height->outputs, first_y = block->start[1] * height->outputs;
            for (pc_size x = 0; x < columns; x += plan->lanes, found++) {
                pc_winograd_segment *s = &segments[found];
                s->from = n * image_step + line * pitch + x;
                s->to = n * out->out_batch + y * out->out_stride[1] + x * size;
                s->columns = pc_min(columns - x, plan->lanes);
                s->rows = pc_min(height->out - first_y - y, height->outputs);
            }
        }
    while (found % outputs) {
        segments[found] = segments[0];
        segments[found++].rows = 0;
    }
    return found / outputs;
}

/* Whether lines of tiles are transformed from where they stand, with zeros around them. */
static int in_place(const pc_winograd_lanes *plan, const pc_winograd_input *input,
                    const pc_arrays *a) {
    return plan->rank == 2 && plan->zeros && input->plain && a->x_stride[2] == input->itemsize;
}

/* The rows that a block reads where they stand, x of which is left open, behind `left` columns of
 * zeros; all that will be zero for all channels is written. */
static pc_winograd_rows frame(const pc_winograd_lanes *plan, const pc_winograd_input *input,
                              const pc_arrays *a, const pc_winograd_block *block, pc_size pitch,
                              char *memory, pc_size *left) {
    const pc_winograd_axis *height = &input->axes[1], *width = &input->axes[2];
    pc_size first = block->start[2] * width->outputs - width->lo;
    pc_size reach = (block->tiles[2] - 1) * width->outputs + width->points;
    pc_winograd_rows rows = {
        .zeros = memory + plan->line_at,
        .x_step = a->x_stride[1],
        .first = block->start[1] * height->outputs - height->lo,
        .height = height->n,
        .lines = block->size[1],
        .line = pitch,
        .to_step = plan->rows_step,
    };
    *left = larger(0, -first);
    rows.width = larger(0, pc_min(width->n, first + reach) - first - *left);
    memset(memory + plan->line_at, 0, (pitch + plan->lanes) * input->itemsize);
    memset(memory + plan->rows_at, 0, height->points * plan->rows_step * input->itemsize);
    return rows;
}

/* Look at what lines of tiles read of a channel. */
static void look(const pc_winograd_input *input, const pc_winograd_rows *there, void *most) {
    const pc_winograd_axis *height = &input->axes[1];
    pc_size y = larger(0, there->first), n = there->width;
    pc_size last = there->first + (there->lines - 1) * height->outputs + height->points;
    pc_size rows = pc_min(height->n, last) - y;
    /* At all of them at once, if they follow each other. */
    if (there->x_step == n * input->itemsize && rows > 0) {
        n *= rows;
        rows = 1;
    }
    for (const char *row = there->x + y * there->x_step; rows > 0; rows--, row += there->x_step)
        input->max_abs(row, n, most);
}

/* Pack a channel of an image and transform it along its height. */
static const char *pack(const pc_winograd_lanes *plan, const pc_winograd_input *input,
                        const pc_arrays *a, const pc_winograd_block *block, const char *source,
                        pc_size image, pc_size image_step, char *memory, void *most) {
    const pc_winograd_axis *height = &input->axes[1];
    const void *from[16];
    char *plane = memory + plan->planes_at, *rows = memory + plan->rows_at;
    if (plan->rank == 1) {
        pc_winograd_pack(input, a, block, source, 1, memory + plan->line_at,
                         plane + image * image_step * input->itemsize, most);
        return plane;
    }
    pc_winograd_pack(input, a, block, source, 1, memory + plan->line_at, plane, most);
    for (pc_size i = 0; i < height->points; i++)
        from[i] = plane + input->itemsize * pc_winograd_row(input, block, i % height->outputs,
                                                            i / height->outputs);
    plan->transform->input(from, image_step, rows + image * image_step * input->itemsize,
                           plan->rows_step);
    return rows;
}

/* Fill the panels with all channels of a group. */
static void transform_input(const pc_winograd_lanes *plan, const pc_winograd_input *input,
                            const pc_arrays *a, const pc_winograd_block *block, pc_size pitch,
                            pc_size image_step, const pc_winograd_segment *segments,
                            const pc_winograd_panels *panels, char *memory, void *most) {
    pc_size size = input->itemsize, left = 0, points = input->axes[1].points;
    const char *source = a->x + block->n * a->x_batch +
                         block->group * panels->channels * a->x_channel;
    char *to = memory + plan->products_at + panels->step * size;
    const char *rows = memory + plan->rows_at;
    int packed = !in_place(plan, input, a);
    pc_winograd_rows there = {0};
    if (packed)
        pc_winograd_frame(input, a, block, memory + plan->line_at, memory + plan->planes_at);
    else
        there = frame(plan, input, a, block, pitch, memory, &left);
    pc_size column = (block->start[2] * input->axes[2].outputs - input->axes[2].lo + left) * size;
    for (pc_size c = 0; c < panels->channels; c++, source += a->x_channel) {
        for (pc_size n = 0; n < block->images; n++) {
            there.x = source + n * a->x_batch;
            if (packed) {
                rows = pack(plan, input, a, block, there.x, n, image_step, memory, most);
            } else {
                there.x += column;
                if (most)
                    look(input, &there, most);
                plan->transform->lanes_rows(
                    &there, memory + plan->rows_at + (n * image_step + left) * size);
            }
        }
        plan->transform->lanes_input(rows, plan->rows_step, points, segments, panels->vectors, to,
                                     panels->step);
        to += panels->vectors * plan->lanes * size;
    }
}

/* Write rows that were put down in the block's own memory, element by element. */
static void store(const pc_winograd_lanes *plan, const pc_winograd_input *input, const pc_arrays *a,
                  const pc_winograd_block *block, const pc_arrays *put, char *out) {
    const pc_winograd_axis *height = &input->axes[1], *width = &input->axes[2];
    pc_size first_y = block->start[1] * height->outputs;
    pc_size first_x = block->start[2] * width->outputs;
    pc_size rows = pc_min(height->out - first_y, block->tiles[1] * height->outputs);
    pc_size columns = pc_min(width->out - first_x, block->tiles[2] * width->outputs);
    pc_writer writer = plan->writer;
    writer.pixel_stride = a->out_stride[2];
    writer.channel_stride = a->out_channel;
    for (pc_size n = 0; n < block->images; n++)
        for (pc_size y = 0; y < rows; y++)
            pc_store(&writer, out + n * a->out_batch + y * a->out_stride[1],
                     put->out + n * put->out_batch + y * put->out_stride[1], 1, 0, columns, 1,
                     NULL);
}

void pc_winograd_in_lanes(const pc_winograd_lanes *plan, const pc_winograd_input *input,
                          const pc_arrays *a, const pc_winograd_block *block, const char *weights,
                          char *memory, void *most) {
    const pc_winograd_axis *height = &input->axes[1], *width = &input->axes[2];
    pc_winograd_segment *segments = (pc_winograd_segment *)(memory + plan->segments_at);
    pc_winograd_panels panels = plan->panels;
    pc_size size = input->itemsize, pitch = width->outputs * block->places[2];
    /* Whole vectors are read faster where lines start at one. */
    if (in_place(plan, input, a))
        pitch = (pitch + plan->lanes - 1) / plan->lanes * plan->lanes;
    pc_size image_step = plan->rank == 1 ? input->plane : block->size[1] * pitch;
    pc_size step_y = block->tiles[2] * width->outputs * size;
    int direct = a->out_stride[2] == size;
    pc_arrays put = *a;
    if (!direct) {
        put.out = memory + plan->out_at;
        put.out_stride[1] = step_y;
        put.out_batch = block->tiles[1] * height->outputs * step_y;
    }
    panels.vectors = cut(plan, input, block, pitch, image_step, &put, segments);
    panels.w = weights + block->group * plan->group_weights * size;

    transform_input(plan, input, a, block, pitch, image_step, segments, &panels, memory, most);
    char *products = memory + plan->products_at;
    plan->transform->lanes_multiply(&panels, products + panels.step * size, products);

    char *out = a->out + block->n * a->out_batch +
                block->start[1] * height->outputs * a->out_stride[1] +
                block->start[2] * width->outputs * a->out_stride[2];
    for (pc_size k = 0; k < panels.filters; k++) {
        pc_size filter = block->group * panels.filters + k;
        char *to = out + filter * a->out_channel;
        plan->transform->lanes_output(products + k * panels.vectors * plan->lanes * size,
                                      panels.step, (int)plan->rank, segments, panels.vectors,
                                      a->bias ? a->bias + filter * size : NULL,
                                      direct ? to : put.out, put.out_stride[1]);
        if (!direct)
            store(plan, input, a, block, &put, to);
    }
}
