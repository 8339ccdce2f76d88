/* Work items of signals: one channel, one filter of few taps, both arrays as the caller has them. */
#include "work_item.h"

int pc_is_signal(const pc_direct *plan, const pc_arrays *a, const pc_work_item *work) {
    const pc_direct_shape *shape = &plan->shape;
    const pc_tile_axis *axes = plan->packing.shape.axes;
    return shape->variant == PC_SPATIAL && plan->kernels->signal != NULL && shape->zero_copy &&
           work->accumulates_in_out && shape->channels * shape->oc_per_group == 1 &&
           axes[0].out * axes[0].kernel * axes[1].out * axes[1].kernel == 1 &&
           axes[2].stride == 1 && axes[2].overlapped &&
           shape->taps <= shape->max_taps_in_registers && a->x_stride[2] == shape->itemsize;
}

/* Sum the outputs from `first` to before `end` of a tile: at least a vector of them. They read the
 * caller's array, or what is packed of it and of its padding. */
static void compute_outputs(const pc_direct *plan, const pc_arrays *a, const pc_work_item *work,
                            pc_size first, pc_size end, int packed) {
    const pc_direct_shape *shape = &plan->shape;
    pc_tile tile = work->tile;
    tile.start[2] += first;
    tile.size[2] = end - first;
    const char *x = work->packed;
    if (packed) {
        tile.padding_filled = 0;
        pc_measure_tile(&plan->packing, a, &tile);
        pc_pack(&plan->packing, a, &tile, 0, 1, work->packed);
    } else {
        x = first_input(plan, a, &tile);
    }
    const pc_signal_args args = {
        .tap = plan->zero_copy_tap_offset,
        .bias = a->bias == NULL ? NULL : a->bias + tile.group * shape->itemsize,
        .taps = shape->taps,
    };
    plan->kernels->signal(&args, x, block_weights(plan, work, 0, 0), tile.size[2],
                          first_output(plan, a, &tile));
}

/* Only windows at the ends of a signal hold padding. They are computed by whole vectors, so that
 * some sums beside them are stored twice. */
void pc_signal(const pc_direct *plan, const pc_arrays *a, const pc_work_item *work) {
    const pc_tile_axis *width = &plan->packing.shape.axes[2];
    const pc_size start = work->tile.start[2], size = work->tile.size[2];
    const pc_size lanes = plan->kernels->lanes;
    pc_size first, end, ignored;
    pc_valid_outputs(width, start, size, 0, &first, &ignored);
    pc_valid_outputs(width, start, size, width->kernel - 1, &ignored, &end);
    if (end - first < lanes) {
        compute_outputs(plan, a, work, 0, size, 1);
        return;
    }
    compute_outputs(plan, a, work, first, end, 0);
    if (first > 0)
        compute_outputs(plan, a, work, 0, first < lanes ? lanes : first, 1);
    if (end < size)
        compute_outputs(plan, a, work, size - end < lanes ? size - lanes : end, size, 1);
}
