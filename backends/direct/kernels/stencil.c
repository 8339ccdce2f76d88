/* Stencil work items: one filter, pixels in the lanes, several output rows at once. */
#include "work_item.h"

/* Set the steps that all rows of a tile share in the caller's array; return its first output. */
static char *start(const pc_direct *plan, const pc_arrays *a, const pc_tile *tile,
                   pc_stencil_args *args) {
    args->w_pitch = plan->packing.shape.axes[2].kernel;
    args->out_pitch = a->out_stride[1] / plan->shape.itemsize;
    args->nontemporal = plan->shape.nontemporal;
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
        pc_size left = count * depth->kernel;
        args.add = first > 0;
        for (pc_size c = 0; c < count; c++)
            for (pc_size plane = 0; plane < depth->kernel; plane++) {
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
