/* Channels that are not summed with others, and few channels: the micro-kernel row_products.
 *
 * Sums are kept for each lane until all tiles are done. Lanes are pixels, which are then summed in
 * a fixed order, or channels, each with a filter of its own. */
#include "weight.h"

#include <string.h>

/* Compute all taps of a tile, PC_MAX_ROW_TAPS or fewer at a time. */
static void multiply_taps(const pc_weight_plan *plan, const pc_row_products *rows, const char *x,
                          pc_size interleave, char *totals) {
    const pc_weight_shape *s = &plan->shape;
    const pc_size calls = (s->taps + PC_MAX_ROW_TAPS - 1) / PC_MAX_ROW_TAPS;
    const void *places[PC_MAX_ROW_TAPS];
    pc_row_products products = *rows;
    products.x = places;
    for (pc_size call = 0, tap = 0; call < calls; call++) {
        const pc_size end = s->taps * (call + 1) / calls;
        products.taps = end - tap;
        products.totals = totals + tap * s->lanes * s->itemsize;
        for (int t = 0; tap < end; tap++, t++)
            places[t] = x + plan->taps[tap] * interleave * s->itemsize;
        plan->kernels->row_products(&products);
    }
}

void pc_weight_row_products(const pc_weight_plan *plan, const pc_weight_arrays *a, pc_size item,
                            char *memory, pc_stop_token *token) {
    const pc_weight_axis *axes = plan->axes;
    const pc_weight_shape *s = &plan->shape;
    const pc_size group = item / s->ic_splits, split = item % s->ic_splits;
    const pc_size last = s->ic_per_group * (split + 1) / s->ic_splits;
    const pc_size tiles = pc_weight_tiles(plan), row = s->phases * s->pitch;
    const pc_size of_filter = s->taps * s->lanes * s->itemsize;
    const int zero_copy = plan->same_g && a->g_stride[2] == s->itemsize &&
                          a->g_stride[1] % s->itemsize == 0;
    char *packed = memory + s->g_offset, *totals = memory + s->sums_offset;
    for (pc_size c = s->ic_per_group * split / s->ic_splits; c < last; c++) {
        memset(totals, 0, s->oc_per_group * of_filter);
        for (pc_size i = 0; i < tiles; i++) {
            if (pc_stop_requested(token))
                return;
            pc_weight_tile tile;
            pc_weight_locate(plan, i, &tile);
            pc_weight_pack_x(plan, a, &tile, group * s->ic_per_group + c, 1, memory);
            for (pc_size k = 0; k < s->oc_per_group; k++) {
                const pc_size oc = group * s->oc_per_group + k;
                pc_row_products products = {
                    .g_step = s->lanes, .x_step = s->lanes,
                    .rows = tile.size[1], .vectors = tile.size[2] / s->lanes,
                    .tail = tile.size[2] % s->lanes, .x_pitch = axes[1].stride * row,
                    .g_pitch = zero_copy ? a->g_stride[1] / s->itemsize : tile.size[2],
                };
                if (!zero_copy)
                    pc_weight_pack_g(plan, a, &tile, oc, 1, 1, packed);
                for (pc_size z = 0; z < tile.size[0]; z++) {
                    products.g = zero_copy
                        ? pc_weight_output(a, &tile, oc) + z * a->g_stride[0]
                        : packed + z * tile.size[1] * tile.size[2] * s->itemsize;
                    const pc_size plane = z * axes[0].stride * axes[1].packed * row;
                    multiply_taps(plan, &products, memory + plane * s->itemsize, 1,
                                  totals + k * of_filter);
                }
            }
        }
        for (pc_size k = 0; k < s->oc_per_group; k++)
            plan->kernels->sum_lanes(totals + k * of_filter, s->taps,
                                     a->out + (group * s->oc_per_group + k) * a->out_oc +
                                         c * a->out_ic,
                                     a->out_tap);
    }
}

void pc_weight_depthwise(const pc_weight_plan *plan, const pc_weight_arrays *a, pc_size item,
                         char *memory, pc_stop_token *token) {
    const pc_weight_axis *axes = plan->axes;
    const pc_weight_shape *s = &plan->shape;
    const pc_size first = item * s->oc_block, tiles = pc_weight_tiles(plan);
    const pc_size channels = pc_min(s->oc_block, s->groups - first), width = s->interleave;
    const pc_size vector = s->taps * s->lanes * s->itemsize;
    char *g = memory + s->g_offset, *totals = memory + s->sums_offset;
    memset(totals, 0, width / s->lanes * vector);
    if (channels < width) /* lanes without a channel */
        memset(memory, 0, s->sums_offset);
    for (pc_size i = 0; i < tiles; i++) {
        if (pc_stop_requested(token))
            return;
        pc_weight_tile tile;
        pc_weight_locate(plan, i, &tile);
        pc_weight_pack_x(plan, a, &tile, first, channels, memory);
        pc_weight_pack_g(plan, a, &tile, first, channels, width, g);
        pc_row_products products = {
            .g_step = width, .x_step = axes[2].stride * width,
            .rows = tile.size[1], .vectors = tile.size[2],
            .g_pitch = tile.size[2] * width, .x_pitch = axes[1].stride * s->pitch * width,
        };
        for (pc_size z = 0; z < tile.size[0]; z++)
            for (pc_size v = 0; v < width / s->lanes; v++) {
                const pc_size lane = v * s->lanes;
                const pc_size plane = z * axes[0].stride * axes[1].packed * s->pitch;
                products.g = g + (z * tile.size[1] * tile.size[2] * width + lane) * s->itemsize;
                multiply_taps(plan, &products, memory + (plane * width + lane) * s->itemsize, width,
                              totals + v * vector);
            }
    }
    for (pc_size c = 0; c < channels; c++)
        for (pc_size t = 0; t < s->taps; t++) {
            const pc_size lane = c / s->lanes * s->taps * s->lanes + t * s->lanes + c % s->lanes;
            memcpy(a->out + (first + c) * a->out_oc + t * a->out_tap, totals + lane * s->itemsize,
                   s->itemsize);
        }
}
