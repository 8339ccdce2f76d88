#include "direct_work.h"

#include <string.h>

/* ---- cutting a work item out ---- */

/* Which tile, groups and channels a work item has. */
static void locate(const pc_direct *plan, pc_size item, pc_direct_work *work) {
    pc_tile *tile = &work->tile;
    pc_size shared = plan->items / plan->splits;
    /* All that share a thread's blocks follow each other: threads begin with equal parts. */
    pc_size split = item / shared;
    item %= shared;
    for (int i = 2; i >= 0; i--) {
        const pc_tile_axis *axis = &plan->packing.axes[i];
        pc_size index = item % axis->tiles;
        /* As equal as can be, so that no last one is small. */
        tile->start[i] = index * axis->out / axis->tiles;
        tile->size[i] = (index + 1) * axis->out / axis->tiles - tile->start[i];
        item /= axis->tiles;
    }
    tile->group = item % plan->batches * plan->together;
    tile->n = item / plan->batches;
    work->last_group = pc_min(plan->groups, tile->group + plan->together);
    work->first_block = split * plan->blocks / plan->splits;
    work->last_block = (split + 1) * plan->blocks / plan->splits;
}

/* Lay out a worker's memory. */
static void divide(const pc_direct *plan, char *memory, pc_direct_work *work) {
    pc_size size = plan->itemsize;
    work->packed = memory;
    work->sums = work->packed + (plan->packed_size * size + 63) / 64 * 64;
    work->pixel = (pc_size *)(work->sums + (plan->sums_size * size + 63) / 64 * 64);
    /* Vectors may read past the last row. */
    memset(work->packed + (plan->shift + plan->packing.chunk * plan->packing.plane) * size, 0,
           8 * plan->kernels->lanes * size);
    work->packed += plan->shift * size;
    work->tile.framed = 0;
}

/* Packed places of a row of outputs; if rows are taken as one, of all of them. */
static pc_size span(const pc_direct *plan, const pc_tile *tile) {
    if (plan->flat)
        return (tile->size[1] - 1) * plan->packing.axes[2].length + tile->size[2];
    return tile->size[2];
}

/* Have sums of so many channels side by side. */
static void set_width(const pc_direct *plan, pc_direct_work *work, pc_size width) {
    const pc_tile *tile = &work->tile;
    work->width = work->layout.pixel_step = width;
    work->row_sums = work->layout.row_step = tile->size[2] * width;
    work->layout.plane_step = tile->size[1] * work->row_sums;
}

/* Find what all groups of a tile share: its rows, and where padding begins. */
static void measure(const pc_direct *plan, const pc_arrays *a, pc_direct_work *work) {
    const pc_tile *tile = &work->tile;
    pc_layout *layout = &work->layout;
    pc_size step = plan->by_channels ? 1 : plan->kernels->lanes;
    work->row_entries = (span(plan, tile) + step - 1) / step;
    layout->itemsize = plan->itemsize;
    work->width = plan->block;
    if (plan->by_channels) {
        layout->channel_step = 1;
        set_width(plan, work, plan->block);
    } else {
        work->row_sums = work->row_entries * step;
        layout->pixel_step = 1;
        layout->channel_step = plan->entries * step;
        layout->row_step = plan->flat ? plan->packing.axes[2].length : work->row_sums;
        layout->plane_step = work->row_sums * (plan->flat ? 1 : tile->size[1]);
    }
    work->column = plan->tap;
    work->line = plan->packing.axes[2].length;
    work->stride = plan->packing.axes[1].stride;
    work->dilation = plan->packing.axes[1].dilation;
    work->lanes = plan->by_groups ? plan->kernels->lanes : 1;
    pc_measure(&plan->packing, a, &work->tile);
}

/* Whether the input is read where it stands. */
static int borrowed(const pc_direct *plan, const pc_arrays *a) {
    return plan->borrowed_tap != NULL && a->x_channel == plan->x_channel && whole_steps(plan, a);
}

/* Whether whole vectors of pixels fit into the caller's array, where the plan has them.
 *
 * The last of a row may overlap the one before: nothing is added to sums that stand there. */
static int fits(const pc_direct *plan, const pc_arrays *a, const pc_direct_work *work) {
    const pc_tile *tile = &work->tile;
    pc_size rest = a->out_stride[0] % plan->itemsize + a->out_channel % plan->itemsize;
    int gaps = plan->packing.axes[2].length > tile->size[2] ||
               (tile->size[1] > 1 && a->out_stride[1] != tile->size[2] * plan->itemsize);
    return plan->in_place && written(plan, a, a->out_stride[2]) && rest == 0 &&
           span(plan, tile) >= plan->kernels->lanes && !(plan->flat && gaps);
}

/* Whether every other pixel is read where it stands: none is beyond a row's end. */
static int picks(const pc_direct *plan, const pc_arrays *a, const pc_direct_work *work) {
    const pc_tile *tile = &work->tile;
    return plan->strided && work->in_place && tile->size[2] >= plan->kernels->lanes &&
           tile->whole_rows && whole_steps(plan, a) && a->x_channel % plan->itemsize == 0;
}

/* List where pixels (or vectors of them) of the tile are read, and summed.
 *
 * Short sums notice how long that takes: a function of its own has all registers for it. */
__attribute__((noinline)) static void place(const pc_direct *plan, const pc_arrays *a,
                                            const pc_direct_work *work) {
    const pc_tile_axis *axes = plan->packing.axes;
    pc_size x_step[3], below = plan->packing.cell, count = 0;
    pc_size step = plan->by_channels ? 1 : plan->kernels->lanes;
    pc_size rows = plan->flat ? 1 : work->tile.size[1];
    pc_size wide = span(plan, &work->tile);
    /* The last vector of a row may overlap the one before. */
    pc_size last = work->in_place ? wide - step : wide;
    pc_size *pixel = work->pixel, *sums_at = pixel + plan->entries;
    for (int i = 2; i >= 0; i--) {
        x_step[i] = axes[i].out_step * below;
        below *= axes[i].length;
        if (work->borrows)
            x_step[i] = axes[i].stride * a->x_stride[i] / plan->itemsize;
    }
    for (pc_size d = 0; d < work->tile.size[0]; d++)
        for (pc_size h = 0; h < rows; h++) {
            pc_size row = d * x_step[0] + h * x_step[1];
            pc_size to = (d * a->out_stride[0] + h * a->out_stride[1]) / plan->itemsize;
            for (pc_size w = 0; w < last; w += step, count++) {
                pixel[count] = row + w * x_step[2];
                sums_at[count] = work->in_place ? to + w : count * step;
            }
            if (work->in_place) {
                pixel[count] = row + last * x_step[2];
                sums_at[count++] = to + last;
            }
        }
}

/* ---- a tile of one group ---- */

/* Have `count` channels of the tile's group where they can be summed. */
static void read(const pc_direct *plan, const pc_arrays *a, pc_direct_work *work, pc_size first,
                 pc_size count) {
    const pc_tile *tile = &work->tile;
    if (!work->borrows) {
        pc_pack(&plan->packing, a, tile, first, count, work->packed);
        work->x = work->packed;
        work->tap = plan->tap;
        return;
    }
    work->x = a->x + tile->n * a->x_batch;
    work->x += (tile->group * plan->packing.group_in + first) * a->x_channel;
    for (int i = 0; i < 3; i++)
        work->x += tile->start[i] * plan->packing.axes[i].stride * a->x_stride[i];
    work->tap = plan->borrowed_tap;
}

/* Set what vectors of pixels have in common, wherever they are summed. */
static void set_pixels(const pc_direct *plan, const pc_direct_work *work, pc_spatial_args *plane) {
    plane->pixel = work->pixel;
    plane->sums_at = work->pixel + plan->entries;
    plane->tap = plan->tap;
    plane->max_taps = plan->most_taps;
    plane->oc_block = (int)plan->block;
    plane->bias = NULL;
    plane->add = 0;
    plane->vector_block = plan->panel;
}

/* Sum filters from `first` on into the caller's array, and read the input there. */
static void write_strided(const pc_direct *plan, const pc_arrays *a, const pc_direct_work *work,
                          pc_size first, char *out) {
    const pc_tile *tile = &work->tile;
    const pc_tile_axis *height = &plan->packing.axes[1];
    pc_size size = plan->itemsize;
    const char *x = a->x + tile->n * a->x_batch;
    x += tile->group * plan->packing.group_in * a->x_channel;
    plan->packing.kernels->pad_rows(NULL, 0, 1, 2 * plan->kernels->lanes, 0, 0,
                                    &plan->packing.readers[0].padding, work->packed, 0);
    pc_stride2_args plane = {
        .w = block_weights(plan, work, work->first_block, 0),
        .padding = work->packed,
        .channels = plan->channels,
        .height = height->kernel,
        .channel = a->x_channel / size,
        .line = a->x_stride[1] / size,
        .stride = height->stride,
        .left = (int)tile->left,
        .first = tile->above,
        .last = tile->height - tile->below,
        .rows = tile->size[1],
        .width = tile->size[2],
        .filters = pc_min(plan->group_out, work->last_block * plan->block) - first,
        .sums_stride = a->out_channel / size,
        .out_pitch = a->out_stride[1] / size,
    };
    if (a->bias != NULL)
        plane.bias = a->bias + (tile->group * plan->group_out + first) * size;
    if (tile->group + 1 < work->last_group && tile->size[1] == height->out) {
        plane.next_bytes = plan->packing.group_in * a->x_channel;
        plane.next = x + plane.next_bytes;
    }
    for (int i = 0; i < 3; i++) {
        const pc_tile_axis *axis = &plan->packing.axes[i];
        x += (tile->start[i] * axis->stride - axis->input.lo) * a->x_stride[i];
    }
    plan->kernels->stride2(&plane, x, out);
}

/* Sum all filters of a work item straight into the caller's array. */
static void write_pixels(const pc_direct *plan, const pc_arrays *a, const pc_direct_work *work) {
    pc_spatial_args plane;
    pc_size first = work->first_block * plan->block;
    char *out = target(plan, a, &work->tile) + first * a->out_channel;
    if (work->picks) {
        write_strided(plan, a, work, first, out);
        return;
    }
    pc_pack(&plan->packing, a, &work->tile, 0, plan->channels, work->packed);
    set_pixels(plan, work, &plane);
    plane.vectors =
        work->tile.size[0] * work->row_entries * (plan->flat ? 1 : work->tile.size[1]);
    plane.taps = plan->terms;
    plane.filters = pc_min(plan->group_out, work->last_block * plan->block) - first;
    plane.sums_stride = a->out_channel / plan->itemsize;
    if (a->bias != NULL)
        plane.bias = a->bias + (work->tile.group * plan->group_out + first) * plan->itemsize;
    plan->kernels->spatial(&plane, work->packed,
                          block_weights(plan, work, work->first_block, 0), out);
}

/* Elements of the sums of one block. */
static pc_size block_sums(const pc_direct *plan) {
    if (plan->by_channels)
        return plan->entries * plan->block;
    return plan->entries * plan->kernels->lanes * plan->block;
}

/* Add the products of `count` packed channels to the sums of a block, for some rows. */
static void sum(const pc_direct *plan, const pc_direct_work *work, pc_size block, pc_size first,
                pc_size count, pc_size row, pc_size rows, char *sums) {
    pc_size taps = count * plan->taps;
    pc_size runs = (taps + plan->most_taps - 1) / plan->most_taps;
    pc_size lanes = plan->kernels->lanes, entries = rows * work->row_entries;
    const pc_size *pixel = work->pixel + row * work->row_entries;
    const char *all_w = block_weights(plan, work, block, first);
    pc_spatial_args plane;
    if (plan->by_pixels) {
        set_pixels(plan, work, &plane);
        plane.vectors = entries;
        plane.taps = taps;
        plane.filters = plan->block;
        plane.sums_stride = plan->entries * lanes;
        plane.add = first > 0;
        plan->kernels->spatial(&plane, work->packed, all_w, sums);
        return;
    }
    for (pc_size run = 0; run < runs; run++) {
        pc_size start = run * taps / runs, stop = (run + 1) * taps / runs;
        const char *w = all_w + start * work->width * plan->itemsize;
        plan->kernels->igemm(work->x, pixel, entries, work->tap + start, stop - start, w,
                                (int)(work->width / lanes), sums, first + start > 0);
    }
}

/* What `sum` does, but each tap is summed only for pixels that it does not meet padding at.
 *
 * That is exact for finite weights; if there are others, every tap is summed for all pixels. */
static void sum_inside(const pc_direct *plan, const pc_direct_work *work, pc_size block,
                       pc_size first, pc_size count, pc_size row, pc_size rows, char *sums) {
    const pc_tile *tile = &work->tile;
    pc_size lo[3], hi[3], last, height = tile->size[1];
    pc_size size = work->width * plan->itemsize;
    pc_size runs = (count + plan->most_taps - 1) / plan->most_taps;
    const char *w = block_weights(plan, work, block, first);
    if (first == 0)
        memset(sums, 0, rows * work->row_sums * plan->itemsize);
    for (pc_size tap = 0; tap < plan->taps; tap++) {
        pc_size left = tap;
        for (int i = 2; i >= 0; i--) {
            const pc_tile_axis *axis = &plan->packing.axes[i];
            pc_meets(axis, tile->start[i], tile->size[i], left % axis->kernel, &lo[i], &hi[i]);
            left /= axis->kernel;
            if (!work->finite) {
                lo[i] = 0;
                hi[i] = tile->size[i];
            }
        }
        for (pc_size r = row; r < row + rows; r = last) {
            pc_size d = r / height, h = r % height;
            last = r + 1;
            if (d < lo[0] || d >= hi[0] || h < lo[1] || h >= hi[1])
                continue;
            /* Whole rows are summed as one. */
            if (hi[2] - lo[2] == tile->size[2])
                last = pc_min(row + rows, d * height + hi[1]);
            for (pc_size run = 0; run < runs; run++) {
                pc_size start = run * count / runs, stop = (run + 1) * count / runs;
                plan->kernels->igemm(
                    work->packed, work->pixel + r * tile->size[2] + lo[2],
                    hi[2] - lo[2] + (last - r - 1) * tile->size[2],
                    plan->tap + tap * plan->packing.chunk + start, stop - start,
                    w + (tap * count + start) * size, (int)(work->width / plan->kernels->lanes),
                    sums + ((r - row) * tile->size[2] + lo[2]) * size, 1);
            }
        }
    }
}

void pc_direct_store(const pc_direct *plan, const pc_arrays *a, const pc_direct_work *work,
                     pc_size block, pc_size row, pc_size rows, const char *sums) {
    const pc_tile *tile = &work->tile;
    pc_size parts = plan->packing.parts, channels = parts * plan->group_out;
    pc_size first = block * plan->block;
    const char *bias = a->bias;
    char *out = target(plan, a, tile);
    out += first / parts * a->out_channel + first % parts * plan->writer.itemsize;
    if (bias != NULL)
        bias += (tile->group * channels + first) * plan->bias_itemsize;
    /* Lanes that no channel is left for are not stored. */
    channels = pc_min(pc_min(plan->block, channels - first),
                        parts * (plan->out_channels - tile->group * plan->group_out) - first);
    if (plan->flat) {
        row *= tile->size[1];
        rows *= tile->size[1];
    }
    pc_store_rows(&plan->writer, a, tile, &work->layout, row, rows, sums, channels, bias, out);
}

/* Compute a tile of one group. */
static void compute_group(const pc_direct *plan, const pc_arrays *a, pc_direct_work *work) {
    const pc_tile *tile = &work->tile;
    pc_size chunk, count, rows = tile->size[0] * (plan->flat ? 1 : tile->size[1]);
    int once = plan->packing.chunk >= plan->channels;
    if (work->in_place) {
        write_pixels(plan, a, work);
        return;
    }
    for (pc_size first = 0; first < plan->channels; first += chunk) {
        chunk = pc_min(plan->packing.chunk, plan->channels - first);
        read(plan, a, work, first, chunk);
        for (pc_size block = work->first_block; block < work->last_block; block++) {
            if (plan->by_channels)
                set_width(plan, work,
                          block + 1 < plan->blocks ? plan->block : plan->last_block);
            pc_size kept = once ? 0 : (block - work->first_block) * block_sums(plan);
            for (pc_size row = 0; row < rows; row += count) {
                char *sums = work->sums + (kept + row * work->row_sums) * plan->itemsize;
                count = pc_min(plan->group_rows, rows - row);
                if (plan->skips)
                    sum_inside(plan, work, block, first, chunk, row, count, sums);
                else if (!plan->by_rows)
                    sum(plan, work, block, first, chunk, row, count, sums);
                else if (pc_direct_rows(plan, a, work, block, first, chunk, sums))
                    break;
                if (first + chunk == plan->channels)
                    pc_direct_store(plan, a, work, block, row, count, sums);
            }
        }
    }
}

void pc_direct_compute(const pc_direct *plan, const pc_arrays *a, const char *weights, int finite,
                       pc_size item, char *memory) {
    pc_direct_work work;
    work.weights = weights;
    work.finite = finite;
    locate(plan, item, &work);
    divide(plan, memory, &work);
    measure(plan, a, &work);
    work.borrows = borrowed(plan, a);
    work.in_place = fits(plan, a, &work);
    work.picks = picks(plan, a, &work);
    if (!(plan->by_rows || plan->by_groups || work.picks))
        place(plan, a, &work);
    if (plan->by_groups) {
        pc_direct_cells(plan, a, &work);
    } else if (plan->planes && work.tile.whole_rows && written(plan, a, a->out_stride[2])) {
        pc_direct_planes(plan, a, &work);
    } else {
        for (; work.tile.group < work.last_group; work.tile.group++) {
            compute_group(plan, a, &work);
            work.tile.framed = 1;
        }
    }
}
