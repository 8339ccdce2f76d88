/* Phases of a transposed convolution whose results are interleaved in registers: few products, many
 * filters, and all outputs of each pixel in the result. */
#include "work_item.h"

/* List the vectors of pixels of a tile: where they are read, and where the first of their results
 * is, from that of the tile's image on. The last vector of a row overlaps the one before it, which
 * writes the same numbers. */
static pc_size list_vectors(const pc_direct *plan, const pc_arrays *a, const pc_work_item *work) {
    const pc_direct_shape *shape = &plan->shape;
    const pc_tile_axis *axes = plan->packing.shape.axes;
    const pc_tile *tile = &work->tile;
    const pc_size *step = plan->interleaving.step, lanes = plan->kernels->lanes;
    const pc_size size = shape->itemsize, last = tile->size[2] - lanes;
    pc_size *pixel = work->pixel_offset, *out_at = pixel + shape->max_entries, count = 0;
    pc_size x_step[3], below = 1;
    for (int i = 2; i >= 0; i--) {
        x_step[i] = work->zero_copy ? a->x_stride[i] / size : below;
        below *= axes[i].length;
    }
    for (pc_size d = 0; d < tile->size[0]; d++)
        for (pc_size h = 0; h < tile->size[1]; h++) {
            const pc_size row = d * x_step[0] + h * x_step[1];
            const pc_size out = ((tile->start[0] + d) * step[0] * a->out_stride[0] +
                                 (tile->start[1] + h) * step[1] * a->out_stride[1]) /
                                size;
            for (pc_size w = 0; w < last + lanes; w += lanes, count++) {
                const pc_size column = pc_min(w, last);
                pixel[count] = row + column * x_step[2];
                out_at[count] = out + (tile->start[2] + column) * step[2];
            }
        }
    return count;
}

/* True if vectors of pixels can be read in the caller's input. */
static int reads_zero_copy(const pc_direct *plan, const pc_arrays *a) {
    return plan->shape.zero_copy && a->x_channel == plan->shape.x_channel_stride &&
           a->x_stride[2] == plan->shape.itemsize && whole_element_strides(plan, a);
}

/* Maximum filters of one call, a few milliseconds; then the stop token is asked. Structural. */
enum { MAX_FILTERS = 1024 };

void pc_spatial_interleaved(const pc_direct *plan, const pc_arrays *a, pc_work_item *work) {
    const pc_direct_shape *shape = &plan->shape;
    const pc_interleaving *interleaving = &plan->interleaving;
    const pc_size size = shape->itemsize, block = shape->oc_block;
    const pc_size end = pc_min(shape->oc_per_group, work->end_oc_block * block);
    pc_measure_tile(&plan->packing, a, &work->tile);
    work->oc_width = block;
    work->zero_copy = reads_zero_copy(plan, a);
    read_channels(plan, a, work, 0, shape->channels);
    pc_spatial_interleaved_args some = {
        .out = a->out + work->tile.n * a->out_batch,
        .pixel = work->pixel_offset,
        .out_at = work->pixel_offset + shape->max_entries,
        .tap = work->tap_offset,
        .vectors = list_vectors(plan, a, work),
        .taps = shape->reduction_len,
        .w_step = shape->reduction_len,
        .filters_of_place = interleaving->filters,
        .places = interleaving->step[1],
        .out_row = a->out_stride[1] / size,
        .out_plane = a->out_stride[0] / size,
        .channel_stride = a->out_channel / size,
        .parts = (int)interleaving->step[2],
    };
    for (pc_size f = work->first_oc_block * block; f < end; f += some.filters) {
        if (pc_stop_requested(work->token))
            return;
        some.place = f / interleaving->filters;
        some.filter = f % interleaving->filters;
        some.filters = pc_min(end - f, MAX_FILTERS);
        some.bias = a->bias ? a->bias + f * size : NULL;
        plan->kernels->spatial_interleaved(&some, work->x, block_weights(plan, work, f / block, 0));
    }
}
