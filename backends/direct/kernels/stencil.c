/* Stencil work items: one filter, pixels in the lanes, several output rows at once. */
#include "work_item.h"

/* Set the steps that all rows of a tile share in the caller's array; return its first output. */
static char *start(const pc_direct *plan, const pc_arrays *a, const pc_tile *tile,
                   pc_stencil_args *args) {
    args->w_pitch = plan->packing.shape.axes[2].kernel;
    args->out_pitch = a->out_stride[1] / plan->shape.itemsize;
    args->nontemporal = plan->shape.nontemporal;
    args->prefetches = 0;
    return first_output(plan, a, tile);
}

int pc_stencil_reads_zero_copy(const pc_direct *plan, const pc_arrays *a) {
    const pc_direct_shape *shape = &plan->shape;
    const pc_size size = shape->itemsize;
    return shape->variant == PC_STENCIL && shape->zero_copy && shape->single_plane &&
           out_holds_sums(plan, a, a->out_stride[2]) &&
           a->x_stride[2] == size && a->x_stride[1] % size == 0 && a->x_channel % size == 0;
}

/* Compute the planes of a work item from the caller's array. */
static void compute_zero_copy(const pc_direct *plan, const pc_arrays *a, pc_work_item *work) {
    const pc_direct_shape *shape = &plan->shape;
    const pc_tile_axis *height = &plan->packing.shape.axes[1];
    const pc_tile_axis *width = &plan->packing.shape.axes[2];
    pc_tile *tile = &work->tile;
    const pc_size size = shape->itemsize;
    pc_zero_copy_args args = {
        .kernel = height->kernel,
        .stride = height->stride,
        .first = height->pad_lo - tile->start[1] * height->stride,
        .left = width->pad_lo - tile->start[2] * width->stride,
        .pitch = a->x_stride[1] / size,
        .out_pitch = a->out_stride[1] / size,
        .next_x = a->x_channel / size,
        .next_out = a->out_channel / size,
        .finite = work->finite,
    };
    args.last = args.first + height->input_size;
    args.right = args.left + width->input_size;
    const char *x = a->x + tile->n * a->x_batch + tile->group * a->x_channel;
    x -= args.first * a->x_stride[1] + args.left * size;
    char *out = first_output(plan, a, tile);
    for (; tile->group < work->end_group && !pc_stop_requested(work->token); tile->group++) {
        args.w = work->weights + tile->group * shape->taps * size;
        args.bias = a->bias == NULL ? NULL : a->bias + tile->group * size;
        plan->kernels->stencil_zero_copy(&args, x, tile->size[1], tile->size[2], out);
        x += a->x_channel;
        out += a->out_channel;
    }
}

/* The planes of an ic_block are packed before the first is read: its stores have left the store
 * queue by then. */
void pc_stencil_planes(const pc_direct *plan, const pc_arrays *a, pc_work_item *work) {
    const pc_direct_shape *shape = &plan->shape;
    pc_tile *tile = &work->tile;
    pc_stencil_args args;
    if (work->zero_copy) {
        compute_zero_copy(plan, a, work);
        return;
    }
    char *out = start(plan, a, tile, &args);
    while (tile->group < work->end_group && !pc_stop_requested(work->token)) {
        pc_size count = pc_min(plan->packing.shape.ic_block, work->end_group - tile->group);
        pc_pack(&plan->packing, a, tile, 0, count, work->packed);
        for (pc_size i = 0; i < count; i++) {
            args.add = 0;
            args.bias = a->bias == NULL ? NULL : a->bias + tile->group * shape->itemsize;
            pc_sum_plane(
                plan, work, &args, work->weights + tile->group * shape->taps * shape->itemsize,
                work->packed + i * plan->packing.shape.channel_plane * shape->itemsize, out);
            out += a->out_channel;
            tile->group++;
        }
        tile->padding_filled = 1;
    }
}

/* Compute outputs of a plane whose windows hold no padding from the caller's input.
 *
 * A band of rows is computed over the whole width before the rows below it: its rows share each
 * loaded input row. `band_rows_of` in _planner.pyx says how many rows it has. */
static void compute_interior(const pc_direct *plan, const pc_arrays *a, pc_work_item *work,
                             pc_stencil_args *args, const char *w) {
    const pc_direct_shape *shape = &plan->shape;
    pc_tile *tile = &work->tile;
    const pc_size rows = tile->size[1], max_rows = shape->band_rows * work->row_dilation;
    const char *x = a->x + tile->n * a->x_batch + tile->group * a->x_channel;
    char *out = first_output(plan, a, tile);
    for (int i = 0; i < 3; i++) {
        const pc_tile_axis *axis = &plan->packing.shape.axes[i];
        x += (tile->start[i] * axis->stride - axis->pad_lo) * a->x_stride[i];
    }
    work->finite = 0; /* All taps are valid: rows need no tests. */
    work->row_pitch = a->x_stride[1] / shape->itemsize;
    args->prefetches = shape->prefetches;
    /* Before stream stores, stencil computes the outputs up to a line. Unless that is a whole
     * number of vectors in all rows, the last vector would read beyond the interior. */
    if (a->out_stride[1] % (plan->kernels->lanes * shape->itemsize) != 0)
        args->nontemporal = 0;
    pc_size bands = (rows + max_rows - 1) / max_rows;
    for (pc_size row = 0; bands > 0 && !pc_stop_requested(work->token); row += tile->size[1]) {
        tile->size[1] = (rows - row + bands - 1) / bands;
        bands--;
        args->add = 0;
        pc_sum_plane(plan, work, args, w, x + row * a->x_stride[1], out + row * a->out_stride[1]);
    }
}

/* Compute rows and columns of a plane's tile; none of their windows holds padding if `interior`. */
static void compute_part(const pc_direct *plan, const pc_arrays *a, const pc_work_item *work,
                         pc_size top, pc_size bottom, pc_size left, pc_size right, int interior) {
    const pc_direct_shape *shape = &plan->shape;
    pc_work_item part = *work;
    pc_tile *tile = &part.tile;
    pc_stencil_args args;
    if (!crop_tile(tile, top, bottom, left, right))
        return;
    char *out = start(plan, a, tile, &args);
    const char *w = work->weights + tile->group * shape->taps * shape->itemsize;
    args.bias = a->bias == NULL ? NULL : a->bias + tile->group * shape->itemsize;
    if (interior) {
        compute_interior(plan, a, &part, &args, w);
        return;
    }
    pc_packing packing = plan->packing;
    if (tile->size[2] < work->tile.size[2]) {
        /* Rows as short as the part: a page apart, they would conflict in L1 and miss the TLB. */
        pc_tile_axis *width = &packing.shape.axes[2];
        const pc_size lanes = plan->kernels->lanes;
        const pc_size read = tile->size[2] + (width->kernel - 1) * width->dilation;
        width->length = part.row_pitch = (read + lanes - 1) / lanes * lanes;
    }
    pc_measure_tile(&packing, a, tile);
    pc_pack(&packing, a, tile, 0, 1, work->packed);
    args.add = 0;
    pc_sum_plane(plan, &part, &args, w, work->packed, out);
}

/* Compute a tile of one plane, and pack only what is around its interior: the outputs whose windows
 * hold no padding, in whole vectors that are aligned with the result.
 *
 * The interior comes first, so that the input around it is in the caches when it is packed. The
 * columns beside the interior are whole vectors, too, so that no vector reads a place that was not
 * packed; some outputs are thereby computed twice. */
static void compute_around_interior(const pc_direct *plan, const pc_arrays *a,
                                    const pc_work_item *work) {
    const pc_tile *tile = &work->tile;
    const pc_size lanes = plan->kernels->lanes, rows = tile->size[1], columns = tile->size[2];
    pc_size lo[3], hi[3], ignored;
    for (int i = 0; i < 3; i++) {
        const pc_tile_axis *axis = &plan->packing.shape.axes[i];
        pc_valid_outputs(axis, tile->start[i], tile->size[i], 0, &lo[i], &ignored);
        pc_valid_outputs(axis, tile->start[i], tile->size[i], axis->kernel - 1, &ignored, &hi[i]);
    }
    const uintptr_t first = (uintptr_t)first_output(plan, a, tile) / plan->shape.itemsize;
    const pc_size left = lo[2] + -(first + lo[2]) % lanes;
    const pc_size right = left + (hi[2] - left) / lanes * lanes;
    if (lo[0] == 1 || hi[0] == 0 || lo[1] >= hi[1] || left >= right) {
        compute_part(plan, a, work, 0, rows, 0, columns, 0);
        return;
    }
    const pc_size beside_left = (left + lanes - 1) / lanes * lanes;
    const pc_size beside_right = (columns - right + lanes - 1) / lanes * lanes;
    compute_part(plan, a, work, lo[1], hi[1], left, right, 1);
    compute_part(plan, a, work, lo[1], hi[1], 0, beside_left, 0);
    compute_part(plan, a, work, lo[1], hi[1], columns - beside_right, columns, 0);
    compute_part(plan, a, work, 0, lo[1], 0, columns, 0);
    compute_part(plan, a, work, hi[1], rows, 0, columns, 0);
}

void pc_stencil_interior(const pc_direct *plan, const pc_arrays *a, pc_work_item *work) {
    pc_tile *tile = &work->tile;
    for (; tile->group < work->end_group && !pc_stop_requested(work->token); tile->group++)
        compute_around_interior(plan, a, work);
}

/* Find the kernel planes that meet planes of the input at depth `d` of a tile: from `first` to
 * before `end`. Others add nothing, if weights are finite. There is one at least, because it writes
 * sums. */
static void find_valid_planes(const pc_direct *plan, const pc_work_item *work, pc_size d,
                              pc_size *first, pc_size *end) {
    const pc_tile_axis *depth = &plan->packing.shape.axes[0];
    const pc_size z = (work->tile.start[0] + d) * depth->stride - depth->pad_lo;
    *first = 0;
    *end = depth->kernel;
    if (!work->finite || !plan->shape.zero_padding)
        return;
    *first = pc_count_before(-z, depth->dilation, depth->kernel);
    *end = pc_count_before(depth->input_size - z, depth->dilation, depth->kernel);
    if (*end <= *first) {
        *first = 0;
        *end = 1;
    }
}

int pc_stencil(const pc_direct *plan, const pc_arrays *a, const pc_work_item *work, pc_size block,
               pc_size first, pc_size count, char *sums) {
    const pc_direct_shape *shape = &plan->shape;
    const pc_tile_axis *axes = plan->packing.shape.axes;
    const pc_tile *tile = &work->tile;
    const pc_tile_axis *depth = &axes[0], *height = &axes[1], *width = &axes[2];
    pc_stencil_args args;
    pc_size plane_step = depth->overlapped ? depth->dilation : depth->tile;
    pc_size sums_step = tile->size[1] * work->row_sums * shape->itemsize;
    int last = first + count == shape->channels;
    int in_out = out_holds_sums(plan, a, a->out_stride[2]);
    const char *w = block_weights(plan, work, block, first);
    char *out = start(plan, a, tile, &args);
    if (in_out) {
        sums = out + block * a->out_channel;
        sums_step = a->out_stride[0];
    } else {
        args.out_pitch = work->row_sums;
        args.nontemporal = 0;
    }
    for (pc_size d = 0; d < tile->size[0]; d++) {
        pc_size first_plane, end_plane;
        find_valid_planes(plan, work, d, &first_plane, &end_plane);
        pc_size left = count * (end_plane - first_plane);
        args.add = first > 0;
        for (pc_size c = 0; c < count; c++)
            for (pc_size plane = first_plane; plane < end_plane; plane++) {
                pc_size z =
                    (d * depth->out_step + plane * plane_step) * height->length * width->length;
                left--;
                args.bias = NULL;
                if (in_out && last && left == 0 && a->bias != NULL)
                    args.bias =
                        a->bias + (tile->group * shape->oc_per_group + block) * shape->itemsize;
                pc_sum_plane(plan, work, &args,
                             w + (c * shape->taps + plane * height->kernel * width->kernel) *
                                     shape->itemsize,
                             work->packed +
                                 (c * plan->packing.shape.channel_plane + z) * shape->itemsize,
                             sums);
            }
        sums += sums_step;
    }
    return in_out;
}
