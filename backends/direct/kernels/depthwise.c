/* Depthwise work items: channels in the lanes. The interior is read from the caller's array, where
 * that has channels side by side; the rest is packed. */
#include "work_item.h"

#include <string.h>

/* Return the end of the groups whose sums can be whole vectors in the caller's array. */
static pc_size end_of_whole_groups(const pc_direct *plan, const pc_arrays *a,
                                   const pc_work_item *work) {
    const pc_direct_shape *shape = &plan->shape;
    pc_size first = work->tile.group;
    if (!out_holds_sums(plan, a, a->out_channel) || a->out_stride[2] % shape->itemsize != 0)
        return first;
    if (shape->pixels_per_vector > 1)
        return a->out_stride[2] == plan->packing.shape.interleave * shape->itemsize
                   ? work->end_group
                   : first;
    pc_size whole = pc_min(work->end_group, shape->out_channels / plan->kernels->lanes);
    return whole > first ? whole : first;
}

/* True if the caller's input has channels side by side. */
static int channels_adjoin(const pc_direct *plan, const pc_arrays *a) {
    return a->x_channel == plan->shape.itemsize && whole_element_strides(plan, a);
}

/* List the offsets of the kernel's columns, and set the steps that all planes share. */
static const pc_size *set_columns(const pc_direct *plan, const pc_work_item *work,
                                  pc_stencil_args *args, pc_size step, pc_size dilation) {
    const pc_tile_axis *axes = plan->packing.shape.axes;
    pc_size lanes = plan->kernels->lanes;
    pc_size width = axes[2].kernel, height = axes[1].kernel;
    for (pc_size s = 0; s < width; s++)
        work->pixel_offset[s] = s * dilation;
    args->step = step * plan->shape.pixels_per_vector;
    args->w_pitch = width * lanes;
    args->slices = axes[0].kernel;
    args->w_slice = height * args->w_pitch;
    args->w_vector = plan->shape.taps * lanes;
    return work->pixel_offset;
}

/* Repeat the bias of all channels for the pixels of a vector, after the sums of rows. */
static const char *repeat_bias(const pc_direct *plan, const pc_arrays *a,
                               const pc_work_item *work) {
    const pc_direct_shape *shape = &plan->shape;
    pc_size size = plan->packing.shape.interleave * shape->itemsize;
    char *bias = work->sums + (shape->sums_size - shape->oc_per_group) * shape->itemsize;
    for (pc_size i = 0; i < shape->pixels_per_vector; i++)
        memcpy(bias + i * size, a->bias, size);
    return bias;
}

/* Sum whole vectors of channels, of groups before `end`, in the caller's array. */
static void sum_in_out(const pc_direct *plan, const pc_arrays *a, const pc_work_item *work,
                       pc_stencil_args *args, const char *x, pc_size step, pc_size end) {
    const pc_direct_shape *shape = &plan->shape;
    const pc_tile *tile = &work->tile;
    pc_size first = tile->group * plan->kernels->lanes;
    char *out = first_output(plan, a, tile);
    const char *bias = a->bias == NULL ? NULL : a->bias + first * shape->itemsize;
    args->vectors = shape->pixels_per_vector > 1 ? shape->oc_blocks : end - tile->group;
    args->out_pitch = a->out_stride[1] / shape->itemsize;
    args->out_step = a->out_stride[2] / shape->itemsize * shape->pixels_per_vector;
    if (shape->pixels_per_vector > 1 && bias != NULL)
        bias = repeat_bias(plan, a, work);
    for (pc_size d = 0; d < tile->size[0]; d++) {
        args->add = 0;
        args->bias = bias;
        pc_sum_plane(plan, work, args, work->weights + first * shape->taps * shape->itemsize,
                     x + d * step, out + d * a->out_stride[0]);
    }
}

/* Sum one vector of channels, `rows_per_store` rows at a time, and store the sums. */
static void sum_and_store(const pc_direct *plan, const pc_arrays *a, const pc_work_item *work,
                          pc_stencil_args *args, const char *x, pc_size step) {
    const pc_direct_shape *shape = &plan->shape;
    pc_work_item part = *work;
    pc_tile *tile = &part.tile;
    pc_size lanes = plan->kernels->lanes;
    args->vectors = 1;
    args->bias = NULL;
    args->out_pitch = work->row_sums;
    args->out_step = lanes;
    for (pc_size d = 0; d < work->tile.size[0]; d++)
        for (pc_size row = 0; row < work->tile.size[1]; row += tile->size[1]) {
            tile->start[1] = work->tile.start[1] + row;
            tile->size[1] = pc_min(shape->rows_per_store, work->tile.size[1] - row);
            args->add = 0;
            pc_sum_plane(plan, &part, args,
                         work->weights + tile->group * lanes * shape->taps * shape->itemsize,
                         x + d * step + row * work->row_stride * work->row_pitch * shape->itemsize,
                         work->sums);
            pc_store_block(plan, a, work, 0, d * work->tile.size[1] + row, tile->size[1],
                           work->sums);
        }
}

/* Compute a tile of whole vectors of channels without padding from the caller's input. */
static void compute_interior(const pc_direct *plan, const pc_arrays *a, pc_work_item *work) {
    const pc_direct_shape *shape = &plan->shape;
    const pc_tile_axis *axes = plan->packing.shape.axes;
    const pc_tile *tile = &work->tile;
    const pc_tile_axis *depth = &axes[0], *height = &axes[1], *width = &axes[2];
    const char *x = a->x + tile->n * a->x_batch + tile->group * plan->kernels->lanes * a->x_channel;
    pc_stencil_args args;
    for (int i = 0; i < 3; i++) {
        const pc_tile_axis *axis = &axes[i];
        x += (tile->start[i] * axis->stride - axis->pad_lo) * a->x_stride[i];
    }
    work->finite = 0; /* All taps are valid: rows and columns need no tests. */
    work->row_pitch = a->x_stride[1] / shape->itemsize;
    work->row_stride = height->stride;
    work->row_dilation = height->dilation;
    args.slice_pitch = depth->dilation * a->x_stride[0] / shape->itemsize;
    work->column_offset =
        set_columns(plan, work, &args, width->stride * a->x_stride[2] / shape->itemsize,
                    width->dilation * a->x_stride[2] / shape->itemsize);
    sum_in_out(plan, a, work, &args, x, depth->stride * a->x_stride[0], work->end_group);
}

/* Sum vectors that share pixels, `rows_per_store` rows at a time, and store the sums. */
static void sum_and_store_pixels(const pc_direct *plan, const pc_arrays *a,
                                 const pc_work_item *work, pc_stencil_args *args, const char *x,
                                 pc_size step) {
    const pc_direct_shape *shape = &plan->shape;
    pc_work_item part = *work;
    pc_tile *tile = &part.tile;
    const pc_size channels = plan->packing.shape.interleave, columns = work->tile.size[2];
    pc_writer writer = plan->writer;
    writer.pixel_stride = a->out_stride[2];
    writer.channel_stride = a->out_channel;
    tile->size[2] = (columns + shape->pixels_per_vector - 1) / shape->pixels_per_vector;
    args->vectors = shape->oc_blocks;
    args->bias = NULL;
    args->out_step = shape->oc_per_group;
    args->out_pitch = tile->size[2] * shape->oc_per_group;
    for (pc_size d = 0; d < work->tile.size[0]; d++)
        for (pc_size row = 0; row < work->tile.size[1]; row += tile->size[1]) {
            char *out = first_output(plan, a, &work->tile) + d * a->out_stride[0];
            tile->start[1] = work->tile.start[1] + row;
            tile->size[1] = pc_min(shape->rows_per_store, work->tile.size[1] - row);
            args->add = 0;
            pc_sum_plane(plan, &part, args, work->weights,
                         x + d * step + row * work->row_stride * work->row_pitch * shape->itemsize,
                         work->sums);
            for (pc_size r = 0; r < tile->size[1]; r++)
                pc_store(&writer, out + (row + r) * a->out_stride[1],
                         work->sums + r * args->out_pitch * shape->itemsize, channels, 1, columns,
                         channels, a->bias);
        }
}

/* Compute a packed tile of few channels: pixels that fill whole vectors are summed in the caller's
 * array, if it has no gaps between pixels; the others are stored. */
static void compute_shared_vectors(const pc_direct *plan, const pc_arrays *a,
                                   const pc_work_item *work, pc_stencil_args *args, const char *x,
                                   pc_size step) {
    const pc_direct_shape *shape = &plan->shape;
    pc_work_item part = *work;
    pc_tile *tile = &part.tile;
    int in_out = end_of_whole_groups(plan, a, work) > tile->group;
    pc_size whole = in_out ? tile->size[2] / shape->pixels_per_vector : 0;
    if (whole > 0) {
        tile->size[2] = whole;
        sum_in_out(plan, a, &part, args, x, step, work->end_group);
    }
    tile->start[2] += whole * shape->pixels_per_vector;
    tile->size[2] = work->tile.size[2] - whole * shape->pixels_per_vector;
    if (tile->size[2] > 0)
        sum_and_store_pixels(plan, a, &part, args, x + whole * args->step * shape->itemsize, step);
}

/* Pack a tile and compute it. */
static void compute_packed(const pc_direct *plan, const pc_arrays *a, pc_work_item *work) {
    const pc_direct_shape *shape = &plan->shape;
    const pc_tile_axis *axes = plan->packing.shape.axes;
    pc_tile *tile = &work->tile;
    const pc_tile_axis *depth = &axes[0], *height = &axes[1], *width = &axes[2];
    pc_size channels = plan->packing.shape.interleave, lanes = plan->kernels->lanes;
    pc_size whole = end_of_whole_groups(plan, a, work), first = tile->group;
    pc_stencil_args args;
    pc_pack(&plan->packing, a, tile, 0, (work->end_group - first) * lanes, work->packed);
    work->row_pitch = width->length * channels;
    work->row_stride = height->out_step;
    work->row_dilation = height->overlapped ? height->dilation : height->tile;
    args.slice_pitch =
        height->length * work->row_pitch * (depth->overlapped ? depth->dilation : depth->tile);
    work->column_offset =
        set_columns(plan, work, &args, width->out_step * channels,
                    (width->overlapped ? width->dilation : width->tile) * channels);
    pc_size step = depth->out_step * height->length * work->row_pitch * shape->itemsize;
    if (shape->pixels_per_vector > 1) {
        compute_shared_vectors(plan, a, work, &args, work->packed, step);
        return;
    }
    if (whole > first)
        sum_in_out(plan, a, work, &args, work->packed, step, whole);
    for (tile->group = whole; tile->group < work->end_group; tile->group++)
        sum_and_store(plan, a, work, &args,
                      work->packed + (tile->group - first) * lanes * shape->itemsize, step);
}

/* Compute some rows and columns of a tile, which are `interior` if no tap of theirs is padding. */
static void compute_part(const pc_direct *plan, const pc_arrays *a, const pc_work_item *work,
                         pc_size top, pc_size bottom, pc_size left, pc_size right, int interior) {
    pc_work_item part = *work;
    pc_tile *tile = &part.tile;
    if (!crop_tile(tile, top, bottom, left, right))
        return;
    if (interior) {
        compute_interior(plan, a, &part);
    } else {
        pc_measure_tile(&plan->packing, a, tile);
        compute_packed(plan, a, &part);
    }
}

void pc_depthwise(const pc_direct *plan, const pc_arrays *a, pc_work_item *work) {
    const pc_tile *tile = &work->tile;
    pc_work_item part = *work;
    pc_size whole = end_of_whole_groups(plan, a, work);
    if (plan->shape.reads_interior && whole > tile->group && channels_adjoin(plan, a)) {
        pc_size lo[3], hi[3], ignored;
        for (int i = 0; i < 3; i++) {
            const pc_tile_axis *axis = &plan->packing.shape.axes[i];
            pc_valid_outputs(axis, tile->start[i], tile->size[i], 0, &lo[i], &ignored);
            pc_valid_outputs(axis, tile->start[i], tile->size[i], axis->kernel - 1, &ignored,
                             &hi[i]);
        }
        if (lo[0] == 0 && hi[0] == tile->size[0] && lo[1] < hi[1] && lo[2] < hi[2]) {
            part.end_group = whole;
            compute_part(plan, a, &part, 0, lo[1], 0, tile->size[2], 0);
            compute_part(plan, a, &part, lo[1], hi[1], 0, lo[2], 0);
            compute_part(plan, a, &part, lo[1], hi[1], lo[2], hi[2], 1);
            compute_part(plan, a, &part, lo[1], hi[1], hi[2], tile->size[2], 0);
            compute_part(plan, a, &part, hi[1], tile->size[1], 0, tile->size[2], 0);
            work->tile.group = whole;
        }
    }
    while (tile->group < work->end_group && !pc_stop_requested(work->token)) {
        part.tile = work->tile;
        pc_size together = plan->shape.pixels_per_vector > 1
                               ? 1
                               : plan->packing.shape.interleave / plan->kernels->lanes;
        part.end_group = pc_min(work->end_group, tile->group + together);
        compute_packed(plan, a, &part);
        work->tile.group = part.end_group;
    }
}
