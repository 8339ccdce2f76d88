/* Work items of direct convolution whose groups are in the lanes. */
#include "direct_work.h"

#include <string.h>

/* Before which group whole vectors of sums may stand in the caller's array. */
static pc_size whole_groups(const pc_direct *plan, const pc_arrays *a,
                            const pc_direct_work *work) {
    pc_size first = work->tile.group;
    if (!written(plan, a, a->out_channel) || a->out_stride[2] % plan->itemsize != 0)
        return first;
    if (plan->repeats > 1)
        return a->out_stride[2] == plan->packing.cell * plan->itemsize ? work->last_group : first;
    pc_size whole = pc_min(work->last_group, plan->out_channels / plan->kernels->lanes);
    return whole > first ? whole : first;
}

/* Whether the channels of the caller's input can be read as cells. */
static int side_by_side(const pc_direct *plan, const pc_arrays *a) {
    return a->x_channel == plan->itemsize && whole_steps(plan, a);
}

/* List where the columns of the kernel are, and set what all planes of cells share. */
static const pc_size *columns(const pc_direct *plan, const pc_direct_work *work,
                              pc_stencil_args *rows, pc_size step, pc_size dilation) {
    pc_size lanes = plan->kernels->lanes;
    pc_size width = plan->packing.axes[2].kernel, height = plan->packing.axes[1].kernel;
    for (pc_size s = 0; s < width; s++)
        work->pixel[s] = s * dilation;
    rows->step = step * plan->repeats;
    rows->w_pitch = width * lanes;
    rows->slices = plan->packing.axes[0].kernel;
    rows->w_slice = height * rows->w_pitch;
    rows->w_vector = plan->taps * lanes;
    return work->pixel;
}

/* The bias of all channels, again and again, behind the sums of rows. */
static const char *repeated_bias(const pc_direct *plan, const pc_arrays *a,
                                 const pc_direct_work *work) {
    pc_size size = plan->packing.cell * plan->itemsize;
    char *bias = work->sums + (plan->sums_size - plan->group_out) * plan->itemsize;
    for (pc_size i = 0; i < plan->repeats; i++)
        memcpy(bias + i * size, a->bias, size);
    return bias;
}

/* Sum whole vectors of channels, of groups before `last`, in the caller's array. */
static void write_cells(const pc_direct *plan, const pc_arrays *a, const pc_direct_work *work,
                        pc_stencil_args *rows, const char *x, pc_size step, pc_size last) {
    const pc_tile *tile = &work->tile;
    pc_size first = tile->group * plan->kernels->lanes;
    char *out = target(plan, a, tile);
    const char *bias = a->bias == NULL ? NULL : a->bias + first * plan->itemsize;
    rows->vectors = plan->repeats > 1 ? plan->blocks : last - tile->group;
    rows->out_pitch = a->out_stride[1] / plan->itemsize;
    rows->out_step = a->out_stride[2] / plan->itemsize * plan->repeats;
    if (plan->repeats > 1 && bias != NULL)
        bias = repeated_bias(plan, a, work);
    for (pc_size d = 0; d < tile->size[0]; d++) {
        rows->add = 0;
        rows->bias = bias;
        pc_direct_plane(plan, work, rows, work->weights + first * plan->taps * plan->itemsize,
                        x + d * step, out + d * a->out_stride[0]);
    }
}

/* Sum one vector of channels, a few rows at a time, and store the sums. */
static void store_cells(const pc_direct *plan, const pc_arrays *a, const pc_direct_work *work,
                        pc_stencil_args *rows, const char *x, pc_size step) {
    pc_direct_work part = *work;
    pc_tile *tile = &part.tile;
    pc_size lanes = plan->kernels->lanes;
    rows->vectors = 1;
    rows->bias = NULL;
    rows->out_pitch = work->row_sums;
    rows->out_step = lanes;
    for (pc_size d = 0; d < work->tile.size[0]; d++)
        for (pc_size row = 0; row < work->tile.size[1]; row += tile->size[1]) {
            tile->start[1] = work->tile.start[1] + row;
            tile->size[1] = pc_min(plan->group_rows, work->tile.size[1] - row);
            rows->add = 0;
            pc_direct_plane(plan, &part, rows,
                            work->weights + tile->group * lanes * plan->taps * plan->itemsize,
                            x + d * step + row * work->stride * work->line * plan->itemsize,
                            work->sums);
            pc_direct_store(plan, a, work, 0, d * work->tile.size[1] + row, tile->size[1],
                            work->sums);
        }
}

/* Compute a tile of whole vectors of cells that reads nothing but the input. */
static void compute_inside(const pc_direct *plan, const pc_arrays *a, pc_direct_work *work) {
    const pc_tile *tile = &work->tile;
    const pc_tile_axis *depth = &plan->packing.axes[0], *height = &plan->packing.axes[1];
    const pc_tile_axis *width = &plan->packing.axes[2];
    const char *x = a->x + tile->n * a->x_batch + tile->group * plan->kernels->lanes * a->x_channel;
    pc_stencil_args rows;
    for (int i = 0; i < 3; i++) {
        const pc_tile_axis *axis = &plan->packing.axes[i];
        x += (tile->start[i] * axis->stride - axis->input.lo) * a->x_stride[i];
    }
    work->finite = 0; /* There are no products to leave out. */
    work->line = a->x_stride[1] / plan->itemsize;
    work->stride = height->stride;
    work->dilation = height->dilation;
    rows.slice_pitch = depth->dilation * a->x_stride[0] / plan->itemsize;
    work->column = columns(plan, work, &rows, width->stride * a->x_stride[2] / plan->itemsize,
                           width->dilation * a->x_stride[2] / plan->itemsize);
    write_cells(plan, a, work, &rows, x, depth->stride * a->x_stride[0], work->last_group);
}

/* Sum all channels of some pixels, a few rows at a time, and store the sums. */
static void store_repeats(const pc_direct *plan, const pc_arrays *a, const pc_direct_work *work,
                          pc_stencil_args *rows, const char *x, pc_size step) {
    pc_direct_work part = *work;
    pc_tile *tile = &part.tile;
    const pc_size channels = plan->packing.cell, columns = work->tile.size[2];
    pc_writer writer = plan->writer;
    writer.pixel_stride = a->out_stride[2];
    writer.channel_stride = a->out_channel;
    tile->size[2] = (columns + plan->repeats - 1) / plan->repeats;
    rows->vectors = plan->blocks;
    rows->bias = NULL;
    rows->out_step = plan->group_out;
    rows->out_pitch = tile->size[2] * plan->group_out;
    for (pc_size d = 0; d < work->tile.size[0]; d++)
        for (pc_size row = 0; row < work->tile.size[1]; row += tile->size[1]) {
            char *out = target(plan, a, &work->tile) + d * a->out_stride[0];
            tile->start[1] = work->tile.start[1] + row;
            tile->size[1] = pc_min(plan->group_rows, work->tile.size[1] - row);
            rows->add = 0;
            pc_direct_plane(plan, &part, rows, work->weights,
                            x + d * step + row * work->stride * work->line * plan->itemsize,
                            work->sums);
            for (pc_size r = 0; r < tile->size[1]; r++)
                pc_store(&writer, out + (row + r) * a->out_stride[1],
                         work->sums + r * rows->out_pitch * plan->itemsize, channels, 1, columns,
                         channels, a->bias);
        }
}

/* Compute a packed tile of few groups: pixels that fill whole vectors in the caller's array, if
 * they follow each other there, and others apart. */
static void compute_repeats(const pc_direct *plan, const pc_arrays *a, const pc_direct_work *work,
                            pc_stencil_args *rows, const char *x, pc_size step) {
    pc_direct_work part = *work;
    pc_tile *tile = &part.tile;
    int in_place = whole_groups(plan, a, work) > tile->group;
    pc_size whole = in_place ? tile->size[2] / plan->repeats : 0;
    if (whole > 0) {
        tile->size[2] = whole;
        write_cells(plan, a, &part, rows, x, step, work->last_group);
    }
    tile->start[2] += whole * plan->repeats;
    tile->size[2] = work->tile.size[2] - whole * plan->repeats;
    if (tile->size[2] > 0)
        store_repeats(plan, a, &part, rows, x + whole * rows->step * plan->itemsize, step);
}

/* Pack a tile of cells and compute it. */
static void compute_packed(const pc_direct *plan, const pc_arrays *a, pc_direct_work *work) {
    pc_tile *tile = &work->tile;
    const pc_tile_axis *depth = &plan->packing.axes[0], *height = &plan->packing.axes[1];
    const pc_tile_axis *width = &plan->packing.axes[2];
    pc_size cell = plan->packing.cell, lanes = plan->kernels->lanes;
    pc_size whole = whole_groups(plan, a, work), first = tile->group;
    pc_stencil_args rows;
    pc_pack(&plan->packing, a, tile, 0, (work->last_group - first) * lanes, work->packed);
    work->line = width->length * cell;
    work->stride = height->out_step;
    work->dilation = height->overlapped ? height->dilation : height->tile;
    rows.slice_pitch =
        height->length * work->line * (depth->overlapped ? depth->dilation : depth->tile);
    work->column = columns(plan, work, &rows, width->out_step * cell,
                           (width->overlapped ? width->dilation : width->tile) * cell);
    pc_size step = depth->out_step * height->length * work->line * plan->itemsize;
    if (plan->repeats > 1) {
        compute_repeats(plan, a, work, &rows, work->packed, step);
        return;
    }
    if (whole > first)
        write_cells(plan, a, work, &rows, work->packed, step, whole);
    for (tile->group = whole; tile->group < work->last_group; tile->group++)
        store_cells(plan, a, work, &rows,
                    work->packed + (tile->group - first) * lanes * plan->itemsize, step);
}

/* Compute some rows and columns of a tile of cells, which read only the input or do not. */
static void compute_part(const pc_direct *plan, const pc_arrays *a, const pc_direct_work *work,
                         pc_size top, pc_size bottom, pc_size left, pc_size right, int inside) {
    pc_direct_work part = *work;
    pc_tile *tile = &part.tile;
    if (top == bottom || left == right)
        return;
    tile->start[1] += top;
    tile->size[1] = bottom - top;
    tile->start[2] += left;
    tile->size[2] = right - left;
    if (inside) {
        compute_inside(plan, a, &part);
    } else {
        pc_measure(&plan->packing, a, tile);
        compute_packed(plan, a, &part);
    }
}

/* Where all that is read is inside the input it is read there, and packed elsewhere. */
void pc_direct_cells(const pc_direct *plan, const pc_arrays *a, pc_direct_work *work) {
    const pc_tile *tile = &work->tile;
    pc_direct_work part = *work;
    pc_size whole = whole_groups(plan, a, work);
    if (plan->reads_inside && whole > tile->group && side_by_side(plan, a)) {
        pc_size lo[3], hi[3], ignored;
        for (int i = 0; i < 3; i++) {
            const pc_tile_axis *axis = &plan->packing.axes[i];
            pc_meets(axis, tile->start[i], tile->size[i], 0, &lo[i], &ignored);
            pc_meets(axis, tile->start[i], tile->size[i], axis->kernel - 1, &ignored, &hi[i]);
        }
        if (lo[0] == 0 && hi[0] == tile->size[0] && lo[1] < hi[1] && lo[2] < hi[2]) {
            part.last_group = whole;
            compute_part(plan, a, &part, 0, lo[1], 0, tile->size[2], 0);
            compute_part(plan, a, &part, lo[1], hi[1], 0, lo[2], 0);
            compute_part(plan, a, &part, lo[1], hi[1], lo[2], hi[2], 1);
            compute_part(plan, a, &part, lo[1], hi[1], hi[2], tile->size[2], 0);
            compute_part(plan, a, &part, hi[1], tile->size[1], 0, tile->size[2], 0);
            work->tile.group = whole;
        }
    }
    while (tile->group < work->last_group) {
        part.tile = work->tile;
        pc_size together = plan->repeats > 1 ? 1 : plan->packing.cell / plan->kernels->lanes;
        part.last_group = pc_min(work->last_group, tile->group + together);
        compute_packed(plan, a, &part);
        work->tile.group = part.last_group;
    }
}
