/* Dense layers: the micro-kernel igemm with roles exchanged.
 *
 * Output channels are in the lanes. A row of sums is a weight's input channel and tap, and the sum
 * runs over the outputs of a tile: igemm's taps are outputs, its pixels are weights. x is packed as
 * it is, with its halo; offsets take the place of an im2col matrix.
 */
#include "weight.h"

#include <string.h>

/* Structural: bytes of a part of a panel of g. It stays in the L2 cache, and in an L1 of 48 KiB and
 * more, while ROWS rows of sums pass it; ROWS is a multiple of both register blocks, of 6 and of 8
 * rows. */
enum { PANEL = 1 << 15, ROWS = 24 };

pc_weight_part pc_weight_part_of(const pc_weight_shape *s, pc_size item) {
    pc_weight_part part;
    const pc_size ic = item % s->ic_splits, oc = item / s->ic_splits % s->oc_splits;
    part.group = item / s->ic_splits / s->oc_splits;
    part.first_ic = s->ic_per_group * ic / s->ic_splits;
    part.last_ic = s->ic_per_group * (ic + 1) / s->ic_splits;
    part.first_panel = s->panels * oc / s->oc_splits;
    part.last_panel = s->panels * (oc + 1) / s->oc_splits;
    return part;
}

/* List the places of a tile's outputs in packed x, and return their number. */
static pc_size list_outputs(const pc_weight_plan *plan, const pc_weight_tile *tile,
                            pc_size *places) {
    const pc_weight_axis *axes = plan->axes;
    const pc_weight_shape *s = &plan->shape;
    pc_size count = 0;
    for (pc_size z = 0; z < tile->size[0]; z++)
        for (pc_size y = 0; y < tile->size[1]; y++) {
            pc_size row = z * axes[0].stride * axes[1].packed + y * axes[1].stride;
            for (pc_size x = 0; x < tile->size[2]; x++)
                places[count++] = (row * s->pitch + x * axes[2].stride) * s->interleave;
        }
    return count;
}

/* List the places of weights in x, relative to an output: taps of each channel, or channels of each
 * tap where they lie side by side. `plane` elements lie between channels that do not. */
static void list_weights(const pc_weight_plan *plan, pc_size channels, pc_size plane,
                         pc_size *places) {
    const pc_weight_shape *s = &plan->shape;
    for (pc_size t = 0; t < s->taps; t++)
        for (pc_size c = 0; c < channels; c++) {
            if (s->interleave > 1)
                places[t * channels + c] = plan->taps[t] * s->interleave + c;
            else
                places[c * s->taps + t] = c * plane + plan->taps[t];
        }
}

/* Return true if igemm reads the caller's x. The layer must be pointwise, and its outputs must
 * follow each other in memory. Packing would take a fifth of the time of the products of 64 output
 * channels. */
static int is_zero_copy(const pc_weight_plan *plan, const pc_weight_arrays *a) {
    const pc_weight_shape *s = &plan->shape;
    return s->zero_copy && plan->same_x && a->x_stride[2] == s->itemsize &&
           a->x_channel % s->itemsize == 0;
}

/* Return the place in the caller's x that the first output of a tile reads, in channel 0. */
static const char *first_pixel(const pc_weight_plan *plan, const pc_weight_arrays *a,
                               const pc_weight_tile *tile) {
    const char *x = a->x + tile->image * a->x_batch;
    for (int i = 0; i < 3; i++)
        x += tile->start[i] * plan->axes[i].step * a->x_stride[i];
    return x;
}

/* Write `rows` rows of sums, whose places are `step` bytes apart. */
static void store_rows(const pc_weight_plan *plan, const char *sums, pc_size rows, pc_size channels,
                       char *out, pc_size step, pc_size oc_step) {
    const pc_size itemsize = plan->shape.itemsize, pitch = plan->shape.oc_block;
    if (oc_step == itemsize) {
        plan->copies->store_rows(sums, pitch, rows, channels, NULL, out, step);
    } else if (step == itemsize) {
        plan->copies->transpose(sums, pitch, rows, channels, NULL, out, oc_step);
    } else {
        for (pc_size r = 0; r < rows; r++, sums += pitch * itemsize, out += step)
            for (pc_size k = 0; k < channels; k++)
                memcpy(out + k * oc_step, sums + k * itemsize, itemsize);
    }
}

void pc_weight_store(const pc_weight_plan *plan, const pc_weight_arrays *a, const char *sums,
                     pc_size first_ic, pc_size ics, pc_size first_oc, pc_size ocs, int by_tap) {
    const pc_weight_shape *s = &plan->shape;
    const pc_size row = s->oc_block * s->itemsize;
    char *out = a->out + first_oc * a->out_oc + first_ic * a->out_ic;
    if (by_tap || s->taps == 1) {
        for (pc_size t = 0; t < s->taps; t++)
            store_rows(plan, sums + t * ics * row, ics, ocs, out + t * a->out_tap, a->out_ic,
                       a->out_oc);
    } else if (a->out_ic == s->taps * a->out_tap) {
        store_rows(plan, sums, ics * s->taps, ocs, out, a->out_tap, a->out_oc);
    } else {
        for (pc_size c = 0; c < ics; c++)
            store_rows(plan, sums + c * s->taps * row, s->taps, ocs, out + c * a->out_ic,
                       a->out_tap, a->out_oc);
    }
}

/* The sums of 24 rows, a multiple of each register block, stay in the L1 cache. */
void pc_weight_multiply(const pc_weight_plan *plan, const char *x, const pc_size *weights,
                        pc_size rows, const pc_size *outputs, pc_size count, pc_size parts,
                        const char *g, char *sums, int add) {
    const pc_weight_shape *s = &plan->shape;
    const pc_size pixel = s->oc_block * s->itemsize;
    for (pc_size r = 0; r < rows; r += ROWS)
        for (pc_size part = 0; part < parts; part++) {
            const pc_size first = count * part / parts, last = count * (part + 1) / parts;
            plan->kernels->igemm(x, weights + r, pc_min(ROWS, rows - r), outputs + first,
                                 last - first, g + first * pixel, s->oc_block / s->lanes,
                                 sums + r * pixel, add || part > 0, NULL);
        }
}

void pc_weight_igemm(const pc_weight_plan *plan, const pc_weight_arrays *a, pc_size item,
                     char *memory, pc_stop_token *token) {
    const pc_weight_shape *s = &plan->shape;
    const pc_weight_part part = pc_weight_part_of(s, item);
    const pc_size panel_bytes = s->pixels * s->oc_block * s->itemsize;
    const pc_size tiles = pc_weight_tiles(plan), oc_end = (part.group + 1) * s->oc_per_group;
    const pc_size first_oc = part.group * s->oc_per_group;
    const pc_size first_ic = part.group * s->ic_per_group;
    char *g = memory + s->g_offset;
    const int zero_copy = is_zero_copy(plan, a);
    const pc_size plane = zero_copy ? a->x_channel / s->itemsize : s->plane;
    pc_size *outputs = (pc_size *)(memory + s->tables_offset), *weights = outputs + s->pixels;
    if (s->oc_per_group % s->oc_block) /* lanes without a channel */
        memset(g, 0, (part.last_panel - part.first_panel) * panel_bytes);
    for (pc_size i = 0; i < tiles; i++) {
        pc_weight_tile tile;
        pc_weight_locate(plan, i, &tile);
        const pc_size count = list_outputs(plan, &tile, outputs);
        /* Parts of a panel stay in the L1 cache. */
        const pc_size parts = (count * s->sum_block * s->itemsize + PANEL - 1) / PANEL;
        for (pc_size panel = part.first_panel; panel < part.last_panel; panel++) {
            const pc_size oc = first_oc + panel * s->oc_block;
            pc_weight_pack_g(plan, a, &tile, oc, pc_min(s->oc_block, oc_end - oc), s->oc_block,
                             g + (panel - part.first_panel) * panel_bytes);
        }
        char *sums = memory + s->sums_offset;
        for (pc_size c = part.first_ic, ics; c < part.last_ic; c += ics) {
            ics = pc_min(s->ic_block, part.last_ic - c);
            const char *x = memory;
            if (zero_copy)
                x = first_pixel(plan, a, &tile) + (first_ic + c) * a->x_channel;
            else
                pc_weight_pack_x(plan, a, &tile, first_ic + c, ics, memory);
            list_weights(plan, ics, plane, weights);
            for (pc_size panel = part.first_panel; panel < part.last_panel; panel++) {
                if (pc_stop_requested(token))
                    return;
                const pc_size oc = first_oc + panel * s->oc_block;
                pc_weight_multiply(plan, x, weights, ics * s->taps, outputs, count, parts,
                                   g + (panel - part.first_panel) * panel_bytes, sums, i > 0);
                if (i + 1 == tiles)
                    pc_weight_store(plan, a, sums, c, ics, oc, pc_min(s->oc_block, oc_end - oc),
                                    s->interleave > 1);
                if (tiles > 1)
                    sums += ics * s->taps * s->oc_block * s->itemsize;
            }
        }
    }
}
