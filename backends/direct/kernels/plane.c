/* One plane of stencil and depthwise: runs of kernel rows and columns, and phases of dilated
 * rows. */
#include "work_item.h"

/* Sum a packed plane, padding included, by the micro-kernel that reads planes without packing:
 * results have the same bits, whatever the layouts of the caller's arrays are. */
static void sum_packed_plane(const pc_direct *plan, const pc_stencil_args *args, const char *x,
                             pc_size height, pc_size width, char *sums) {
    const pc_zero_copy_args plane = {
        .w = args->w,
        .bias = args->bias,
        .kernel = args->height,
        .stride = args->stride,
        .last = (height - 1) * args->stride + args->height,
        .right = (width - 1) * args->stride + args->width,
        .pitch = args->pitch,
        .out_pitch = args->out_pitch,
    };
    plan->kernels->stencil_zero_copy(&plane, x, height, width, sums);
}

/* Sum depthwise rows at a stride, one register block of rows at a time, without the kernel rows
 * that are padding for all of them. The micro-kernel itself skips rows only at a stride of 1. */
static void sum_valid_rows(const pc_direct *plan, const pc_stencil_args *args, const char *x,
                           pc_size height, pc_size width, char *sums) {
    const pc_size size = plan->shape.itemsize, max_rows = args->stride == 2 ? 2 : 1;
    for (pc_size row = 0, rows; row < height; row += rows) {
        rows = pc_min(max_rows, height - row);
        const pc_size at = row * args->stride, last_at = at + (rows - 1) * args->stride;
        const pc_size first = pc_clamp(args->first - last_at, args->height);
        const pc_size last = pc_clamp(args->last - at, args->height);
        pc_stencil_args part = *args;
        part.w = (const char *)args->w + first * args->w_pitch * size;
        part.height = last > first ? last - first : 0;
        plan->kernels->depthwise(&part, x + (at + first) * args->pitch * size, rows, width,
                                 sums + row * args->out_pitch * size);
    }
}

/* Add the products of neighbouring rows. */
static inline void sum_phase(const pc_direct *plan, const pc_stencil_args *args, const char *x,
                             pc_size height, pc_size width, char *sums) {
    if (plan->shape.variant == PC_DEPTHWISE && args->stride > 1 &&
        (args->first > 0 || args->last < (height - 1) * args->stride + args->height))
        sum_valid_rows(plan, args, x, height, width, sums);
    else if (plan->shape.variant == PC_DEPTHWISE)
        plan->kernels->depthwise(args, x, height, width, sums);
    else if (plan->shape.zero_copy)
        sum_packed_plane(plan, args, x, height, width, sums);
    else
        plan->kernels->stencil(args, x, height, width, sums);
}

void pc_sum_plane(const pc_direct *plan, const pc_work_item *work, pc_stencil_args *args,
                  const char *w, const char *x, char *sums) {
    const pc_direct_shape *shape = &plan->shape;
    const pc_tile_axis *axes = plan->packing.shape.axes;
    const pc_tile *tile = &work->tile;
    const pc_tile_axis *height = &axes[1], *width = &axes[2];
    const void *bias = args->bias;
    pc_size row_runs = shape->kernel_runs[0], column_runs = shape->kernel_runs[1];
    pc_size out_pitch = args->out_pitch;
    pc_size first = 0, end = PC_UNBOUNDED;
    /* Output rows of different phases of a dilation share no input row; each phase is a plane. */
    pc_size phases =
        work->row_stride > 1 ? tile->size[1] : pc_min(work->row_dilation, tile->size[1]);
    if (work->row_dilation == 1)
        phases = 1;
    args->pitch = work->row_dilation * work->row_pitch;
    args->stride = work->row_stride;
    args->out_pitch = phases * out_pitch;
    args->left = -PC_UNBOUNDED;
    args->right = PC_UNBOUNDED;
    if (work->finite && shape->zero_padding && work->row_dilation == 1 && height->overlapped) {
        first = height->pad_lo - tile->start[1] * height->stride;
        end = first + height->input_size;
    }
    if (work->finite && shape->zero_padding && width->overlapped && shape->pixels_per_vector == 1) {
        args->left =
            (width->pad_lo - tile->start[2] * width->stride) * plan->packing.shape.interleave;
        args->right = args->left + width->input_size * plan->packing.shape.interleave;
    }
    if (row_runs * column_runs * phases == 1) {
        /* Common case, without divisions: for a small plane they would take as long as the sums. */
        args->height = height->kernel;
        args->width = width->kernel;
        args->w = w;
        args->column = work->column_offset;
        args->first = first;
        args->last = end;
        sum_phase(plan, args, x, tile->size[1], tile->size[2], sums);
        args->add = 1;
        return;
    }
    for (pc_size i = 0; i < row_runs; i++) {
        pc_size top = i * height->kernel / row_runs;
        args->height = (i + 1) * height->kernel / row_runs - top;
        args->first = first - top;
        args->last = end - top;
        for (pc_size j = 0; j < column_runs && !pc_stop_requested(work->token); j++) {
            pc_size column = j * width->kernel / column_runs;
            args->width = (j + 1) * width->kernel / column_runs - column;
            args->column = work->column_offset + column;
            args->w = w + (top * width->kernel + column) * work->weight_lanes * shape->itemsize;
            args->bias = i + 1 == row_runs && j + 1 == column_runs ? bias : NULL;
            for (pc_size phase = 0; phase < phases; phase++)
                sum_phase(plan, args,
                          x + (top * work->row_dilation + phase * work->row_stride) *
                                  work->row_pitch * shape->itemsize,
                          (tile->size[1] - phase + phases - 1) / phases, tile->size[2],
                          sums + phase * out_pitch * shape->itemsize);
            args->add = 1;
        }
    }
    args->out_pitch = out_pitch;
}
