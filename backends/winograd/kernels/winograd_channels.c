#include "winograd_channels.h"

#include "prefetch.h"

#include <string.h>


/* Where in its panel each tile stands: lines of tiles have places between them. */
static void list_slots(const pc_winograd_block *tiles, pc_size *slot) {
    for (pc_size line = 0; line < tiles->lines; line++)
        for (pc_size t = 0; t < tiles->size[2]; t++)
            slot[line * tiles->size[2] + t] = line * tiles->places[2] + t;
}

/* ---- input ---- */

/* Add the packed imaginary parts to the real ones, tilted either way. */
static void combine(const pc_winograd_channels *plan, const pc_winograd_input *input,
                    const pc_winograd_block *tiles, pc_size real, const char *plane, char *to) {
    pc_size elements = 1;
    for (int i = 0; i < 3; i++)
        elements *= input->axes[i].outputs * tiles->places[i];
    plan->transform->combine(plane, plane + input->plane * input->itemsize,
                             real == 1 ? plan->tilt : -plan->tilt, elements, to);
}

/* Transform phases along the last axis, for this row of the panels. */
static void transform_rows(const pc_winograd_channels *plan, const pc_winograd_input *input,
                           const pc_winograd_block *tiles, pc_size channel, char *memory) {
    pc_size m = input->axes[2].outputs, points = input->axes[2].points;
    pc_size rows = plan->points / points, size = input->itemsize;
    const void *source[PC_MOST_POINTS];
    for (pc_size row = 0; row < rows; row++) {
        for (pc_size f = 0; f < points; f++)
            source[f] = memory + plan->phases_at +
                        ((row * m + f % m) * plan->phase_step + f / m * tiles->residues[2]) * size;
        plan->transform->input(
            source, tiles->slots,
            memory + plan->panels_at +
                (row * points * plan->panel_step + channel * plan->panel_row) * size,
            plan->panel_step);
    }
}

/* Transform a plane along its height, and sort that by phase. */
static void split_plane(const pc_winograd_channels *plan, const pc_winograd_input *input,
                        const pc_winograd_block *tiles, const char *plane, char *to) {
    const pc_winograd_axis *height = &input->axes[1], *width = &input->axes[2];
    pc_size n = tiles->size[1] * tiles->places[2], size = input->itemsize;
    pc_size pitch = pc_winograd_pitch(input, tiles);
    const void *source[PC_MOST_POINTS];
    for (pc_size i = 0; i < height->points; i++)
        source[i] = plane + size * pc_winograd_row(input, tiles, i % height->outputs,
                                                   i / height->outputs * tiles->residues[1]);
    if (width->dilation == 1) {
        plan->transform->input_split(source, n, to, plan->phase_step);
        return;
    }
    for (pc_size f = 0; f < width->outputs; f++) {
        plan->transform->input(source, n, to + f * plan->phase_step * size,
                               width->outputs * plan->phase_step);
        for (pc_size i = 0; i < height->points; i++)
            source[i] = (const char *)source[i] + tiles->places[1] * pitch * size;
    }
}

/* Transform a packed channel along all axes but the last, and sort that by phase. */
static void split(const pc_winograd_channels *plan, const pc_winograd_input *input,
                  const pc_winograd_block *tiles, pc_size image, const char *planes,
                  char *memory) {
    const pc_winograd_axis *depth = &input->axes[0], *height = &input->axes[1];
    const pc_winograd_axis *last = &input->axes[2];
    pc_size width = last->outputs * tiles->places[2], lines = tiles->size[1] * tiles->places[2];
    pc_size slice = height->outputs * tiles->places[1] * width, size = input->itemsize;
    pc_size first = image * tiles->size[0] * lines;
    char *phases = memory + plan->phases_at;
    if (plan->rank == 1 && last->dilation > 1) {
        for (pc_size k = 0; k < last->outputs; k++)
            memcpy(phases + (k * plan->phase_step + first) * size, planes + k * lines * size,
                   lines * size);
        return;
    }
    if (plan->rank == 1) {
        plan->transform->split(planes, lines, phases + first * size, plan->phase_step);
        return;
    }
    if (plan->rank == 3) {
        const void *source[PC_MOST_POINTS];
        for (pc_size k = 0; k < depth->points; k++)
            source[k] = planes + (k % depth->outputs * tiles->places[0] +
                                  k / depth->outputs * tiles->residues[0]) *
                                     slice * size;
        plan->transform->input(source, tiles->size[0] * slice, memory + plan->deep_at,
                               plan->deep_step);
        planes = memory + plan->deep_at;
    }
    for (pc_size k = 0; k < depth->points; k++)
        for (pc_size z = 0; z < tiles->size[0]; z++)
            split_plane(plan, input, tiles, planes + (k * plan->deep_step + z * slice) * size,
                        phases + (k * height->points * last->outputs * plan->phase_step + first +
                                  z * lines) *
                                     size);
}

/* Fill the panels: for each point, channels by slots. */
static void transform_input(const pc_winograd_channels *plan, const pc_winograd_input *input,
                            const pc_arrays *a, const pc_winograd_block *tiles, char *memory,
                            void *most) {
    pc_size count, size = input->parts * input->plane * input->itemsize;
    char *line = memory + plan->line_at, *planes = memory + plan->planes_at;
    pc_size together = pc_winograd_frame(input, a, tiles, line, planes);
    for (pc_size c = 0; c < plan->group_in; c += count) {
        count = pc_min(together, plan->group_in - c);
        for (pc_size image = 0; image < tiles->images; image++) {
            const char *source = a->x + (tiles->n + image) * a->x_batch;
            source += (tiles->group * plan->group_in + c) * a->x_channel;
            pc_winograd_pack(input, a, tiles, source, count, line,
                             planes + image * together * size, most);
        }
        for (pc_size i = 0; i < count; i++)
            for (pc_size real = 0; real < plan->reals; real++) {
                for (pc_size image = 0; image < tiles->images; image++) {
                    const char *source = planes + (image * together + i) * size;
                    if (real > 0) {
                        combine(plan, input, tiles, real, source, memory + plan->combined_at);
                        source = memory + plan->combined_at;
                    }
                    split(plan, input, tiles, image, source, memory);
                }
                transform_rows(plan, input, tiles, real * plan->group_in + c + i, memory);
            }
    }
}

/* ---- products ---- */

/* Filters of a block: whole vectors, some of them made up. */
static pc_size filters_of(const pc_winograd_channels *plan, pc_size block) {
    return block + 1 < plan->blocks ? plan->block : plan->last_block;
}

/* Multiply the panel of each point by its weights: for each point, tiles by channels. */
static void multiply(const pc_winograd_channels *plan, const pc_winograd_input *input,
                     const pc_winograd_block *tiles, const char *weights, pc_size block,
                     char *memory) {
    pc_size itemsize = input->itemsize, filters = filters_of(plan, block), row = filters * itemsize;
    pc_size size = plan->group_in * row, blocks = tiles->group * plan->blocks + block;
    const int vectors = (int)(filters / input->kernels->lanes);
    const pc_size *slot = (const pc_size *)(memory + plan->slot_at);
    weights += blocks * plan->points * plan->reals * plan->group_in * plan->block * itemsize;
    for (pc_size point = 0; point < plan->points; point++)
        for (pc_size real = 0; real < plan->reals; real++) {
            const char *panel =
                memory + plan->panels_at +
                itemsize * (point * plan->panel_step + real * plan->group_in * plan->panel_row);
            char *products = memory + plan->products_at +
                             itemsize * ((real * plan->points + point) * plan->product_step);
            pc_size count;
            for (pc_size first = 0; first < plan->group_in; first += count) {
                count = pc_min(plan->chain, plan->group_in - first);
                if (plan->prefetched)
                    /* The weights of the next sum, while this one is computed. */
                    pc_prefetch(weights + (first + count) * row, plan->chain * row);
                plan->transform->igemm(panel, slot, tiles->multiplied, plan->tap + first, count,
                                       weights + first * row, vectors, products, first > 0);
            }
            weights += size;
        }
}

/* ---- output ---- */

/* Transform and write the products of a line of tiles of a plane. */
static void store_plane(const pc_winograd_channels *plan, const pc_winograd_input *input,
                        const pc_arrays *a, const pc_winograd_block *tiles, pc_size block,
                        pc_size y, const char *products, pc_size step, pc_size real_step,
                        char *out, char *memory) {
    const pc_winograd_axis *height = &input->axes[1], *width = &input->axes[2];
    pc_size first_y = pc_winograd_first(height, tiles, 1, y);
    pc_size first_x = pc_winograd_first(width, tiles, 2, 0);
    pc_size rows = pc_winograd_wanted(height, first_y);
    pc_size step_y = height->dilation * a->out_stride[1];
    pc_size period = width->outputs * width->dilation;
    pc_size columns = pc_min(tiles->tiles[2] * period, width->out - first_x);
    pc_size filters = filters_of(plan, block), size = columns * filters * input->itemsize;
    pc_size channels = pc_min(filters, plan->group_out - block * plan->block);
    pc_size first = tiles->group * plan->group_out + block * plan->block;
    pc_size parts = input->parts;
    const char *bias = a->bias;
    pc_writer writer = plan->writer;
    char *sums;
    void *to[PC_MOST_POINTS];
    for (pc_size real = 0; real < plan->reals; real++) {
        sums = memory + plan->rows_at + real * plan->row_step * input->itemsize;
        if (plan->rank == 1) {
            plan->transform->output_line(products, step, filters, tiles->residues[2], columns,
                                         sums);
        } else {
            for (pc_size i = 0; i < height->outputs; i++)
                to[i] = i < rows ? sums + i * size : memory + plan->unwanted_at;
            plan->transform->output_plane(products, step, filters, tiles->residues[2], columns,
                                          to);
        }
        products += real_step * input->itemsize;
    }
    sums = memory + plan->rows_at;
    if (parts == 2) {
        char *merged = memory + plan->merged_at;
        plan->transform->merge(sums, plan->row_step, plan->tilt, rows * columns * filters,
                               merged);
        sums = merged;
    }
    if (bias != NULL)
        bias += first * parts * input->itemsize;
    out += first * a->out_channel + first_y * a->out_stride[1] + first_x * a->out_stride[2];
    writer.pixel_stride = a->out_stride[2];
    writer.channel_stride = a->out_channel;
    /* Rows that follow each other in both places are written as one. */
    pc_size joined = step_y == columns * a->out_stride[2] && rows > 0 ? rows : 1;
    for (pc_size j = 0; j < rows / joined; j++)
        pc_store(&writer, out + j * step_y, sums + j * parts * size, parts * filters, 1,
                 joined * columns, parts * channels, bias);
}

/* Transform and write the products of a line of tiles. */
static void store_line(const pc_winograd_channels *plan, const pc_winograd_input *input,
                       const pc_arrays *a, const pc_winograd_block *tiles, pc_size block,
                       pc_size line, pc_size n, pc_size z, pc_size y, char *memory) {
    const pc_winograd_axis *depth = &input->axes[0];
    pc_size first_z = pc_winograd_first(depth, tiles, 0, z);
    pc_size planes = pc_winograd_wanted(depth, first_z), last = plan->points / depth->points;
    pc_size size = tiles->size[2] * filters_of(plan, block), itemsize = input->itemsize;
    char *products = memory + plan->products_at + line * size * itemsize;
    char *half = memory + plan->half_at;
    char *out = a->out + (tiles->n + n) * a->out_batch + first_z * a->out_stride[0];
    if (plan->rank < 3) {
        store_plane(plan, input, a, tiles, block, y, products, plan->product_step,
                    plan->points * plan->product_step, out, memory);
        return;
    }
    for (pc_size real = 0; real < plan->reals; real++)
        for (pc_size row = 0; row < last; row++) {
            const void *source[PC_MOST_POINTS];
            void *to[PC_MOST_POINTS];
            for (pc_size k = 0; k < depth->points; k++) {
                pc_size i = (real * depth->points + k) * last + row;
                source[k] = products + i * plan->product_step * itemsize;
            }
            for (pc_size k = 0; k < depth->outputs; k++) {
                pc_size i = (real * depth->outputs + k) * last + row;
                to[k] = half + i * plan->half_step * itemsize;
            }
            plan->transform->output(source, size, to);
        }
    for (pc_size k = 0; k < planes; k++)
        store_plane(plan, input, a, tiles, block, y, half + k * last * plan->half_step * itemsize,
                    plan->half_step, depth->outputs * last * plan->half_step,
                    out + k * depth->dilation * a->out_stride[0], memory);
}

/* Transform and write the products of one block of channels. */
static void store_block(const pc_winograd_channels *plan, const pc_winograd_input *input,
                        const pc_arrays *a, const pc_winograd_block *tiles, pc_size block,
                        char *memory) {
    pc_size line = 0;
    for (pc_size n = 0; n < tiles->images; n++)
        for (pc_size z = 0; z < tiles->size[0]; z++)
            for (pc_size y = 0; y < tiles->size[1]; y++)
                store_line(plan, input, a, tiles, block, line++, n, z, y, memory);
}

void pc_winograd_in_channels(const pc_winograd_channels *plan, const pc_winograd_input *input,
                             const pc_arrays *a, const pc_winograd_block *tiles,
                             const char *weights, char *memory, void *most) {
    list_slots(tiles, (pc_size *)(memory + plan->slot_at));
    transform_input(plan, input, a, tiles, memory, most);
    for (pc_size block = tiles->first_block; block < tiles->last_block; block++) {
        multiply(plan, input, tiles, weights, block, memory);
        store_block(plan, input, a, tiles, block, memory);
    }
}
