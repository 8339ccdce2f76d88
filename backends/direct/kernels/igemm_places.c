/* Compute all phases of a transposed convolution from one packed tile, by igemm in channels_last.
 * Each phase writes every step-th pixel. Computed separately, each phase would read the input again
 * and write the result in a pass of its own.
 *
 * A `place` here is the number of a phase, not a position in a packed plane (tiles.h). */
#include "work_item.h"

/* Return the arrays of a place: its outputs follow the first one's by less than a step. */
static pc_arrays arrays_of_place(const pc_direct *plan, const pc_arrays *first, pc_size place) {
    pc_arrays arrays = *first;
    for (int i = 2; i >= 0; i--) {
        arrays.out += place % plan->step[i] * (first->out_stride[i] / plan->step[i]);
        place /= plan->step[i];
    }
    return arrays;
}

/* Sum the blocks of a place that are the work item's, some rows at a time. The place's first block
 * is number `first` of all. */
static void sum_place(const pc_direct *plan, const pc_arrays *a, const pc_work_item *work,
                      pc_size first, pc_size blocks) {
    const pc_direct_shape *shape = &plan->shape;
    const pc_size rows = work->tile.size[0] * work->tile.size[1];
    const pc_size begin = work->first_oc_block < first ? 0 : work->first_oc_block - first;
    for (pc_size block = begin; block < pc_min(work->end_oc_block - first, blocks); block++)
        for (pc_size row = 0, count; row < rows; row += count) {
            if (pc_stop_requested(work->token))
                return;
            count = pc_min(shape->rows_per_store, rows - row);
            pc_igemm_block(plan, a, work, block, 0, shape->channels, row, count, work->sums);
            if (!work->igemm_in_out)
                pc_store_block(plan, a, work, block, row, count, work->sums);
        }
}

void pc_igemm_places(const pc_direct *plan, const pc_arrays *a, pc_work_item *work) {
    const pc_direct_shape *shape = &plan->shape;
    const pc_size blocks = shape->oc_blocks / plan->places;
    const char *weights = work->weights;
    read_channels(plan, a, work, 0, shape->channels);
    for (pc_size place = 0; place < plan->places; place++) {
        const pc_arrays arrays = arrays_of_place(plan, a, place);
        const pc_size first = place * blocks;
        work->weights =
            weights + first * shape->oc_block * shape->reduction_len * shape->itemsize;
        sum_place(plan, &arrays, work, first, blocks);
    }
}
