/* The passes of a work item: along the rows of the input, and across buffered lines. */
#include "work_item.h"

#include <string.h>

/* ---- packing ---- */

/* Pack `count` pixels of several interleaved channels: the padded coordinates first, first + step,
 * ... of a row; NULL is a row of padding. */
static void read_pixels(const pc_work *work, const pc_reader *reader, char *to, const char *row,
                        pc_size first, pc_size step, pc_size count) {
    const pc_separable_shape *shape = &work->plan->shape;
    const pc_arrays *a = work->a;
    const pc_size channels = shape->interleave;
    const int adjacent = step == 1 && a->x_channel == shape->x_itemsize &&
                         a->x_stride[2] == channels * shape->x_itemsize;
    for (pc_size run; count > 0; count -= run) {
        const pc_size at = row ? pc_input_index(&reader->axis, first) : -1;
        run = 1;
        if (at < 0) {
            for (pc_size c = 0; c < channels; c++)
                memcpy(to + c * shape->itemsize, &reader->padding, shape->itemsize);
        } else {
            if (adjacent && at == first - reader->axis.lo)
                run = pc_min(count, reader->axis.n - at);
            const char *from = row + at * a->x_stride[2];
            if (run == 1)
                reader->convert(to, 1, from, a->x_channel, channels);
            else
                reader->convert(to, 1, from, a->x_channel, run * channels);
        }
        first += run * step;
        to += run * channels * shape->itemsize;
    }
}

/* Pack the input of `outputs` outputs of a row, from output `first` on: all parts, and for each the
 * phases of the stride. `track`: update the running maxima. */
static void pack(const pc_work *work, const char *row, pc_size first, pc_size outputs, int track) {
    const pc_separable *plan = work->plan;
    const pc_separable_shape *shape = &plan->shape;
    const pc_separable_axis *axis = &plan->axes[2];
    char *to = work->packed;
    for (pc_size part = 0; part < shape->parts; part++) {
        pc_reader reader = plan->readers[part];
        const int absent = part && shape->x_part_bytes == 0; /* real input of a complex problem */
        const char *from = row ? row + part * shape->x_part_bytes : NULL;
        reader.stride = work->a->x_stride[2];
        for (pc_size phase = 0; phase < shape->phases; phase++) {
            const pc_size count = outputs + (axis->extent - 1 - phase) / axis->stride;
            const pc_size coordinate = first * axis->stride + phase;
            if (absent)
                memset(to, 0, count * shape->itemsize);
            else if (shape->interleave > 1)
                read_pixels(work, &reader, to, from, coordinate, axis->stride, count);
            else
                pc_read_row(&reader, to, from, coordinate, axis->stride, count);
            if (track && plan->max_abs)
                plan->max_abs(to, count * shape->interleave, work->maxima);
            to += shape->phase_pitch * shape->itemsize;
        }
    }
}

/* ---- along rows ---- */

/* Filter `n` elements into the rings of all terms of a channel, `at` elements from the start of the
 * rows of padded coordinate `y`. `x`: the first tap of the first element, of the real parts. */
static void filter_along(const pc_work *work, pc_size ic, const char *x, pc_size n, pc_size y,
                         pc_size at) {
    const pc_separable *plan = work->plan;
    const pc_separable_shape *shape = &plan->shape;
    const pc_separable_axis *axis = &plan->axes[2];
    const pc_line_kernels *kernels = plan->kernels;
    const pc_size part_bytes = shape->phases * shape->phase_pitch * shape->itemsize;
    for (pc_size term = 0; term < shape->terms; term++)
        for (int p = 0; p < shape->parts; p++) {
            char *to = pc_row_ring(work, ic, term, p);
            to += (y % shape->row_ring * shape->pitch + at) * shape->itemsize;
            if (axis->box) {
                kernels->box_row(x + p * part_bytes, axis->taps, axis->dilation * shape->interleave,
                                 n, work->scratch, to);
                continue;
            }
            const char *w = pc_weights(work, 2, ic, term);
            for (int q = 0, add = 0; q < shape->parts; q++) {
                const int set = pc_set(work, p, q);
                if (set < 0)
                    continue;
                kernels->filter_row(x + q * part_bytes, plan->column,
                                    w + set * axis->taps * shape->itemsize, axis->taps, add, n, to);
                add = 1;
            }
        }
}

/* Pack the input of `outputs` outputs of a row, and filter them. */
static void filter_packed(const pc_work *work, pc_size ic, const char *row, pc_size y,
                          pc_size from, pc_size outputs, int track) {
    const pc_separable_shape *shape = &work->plan->shape;
    const pc_size lanes = work->plan->kernels->lanes, at = from * shape->interleave;
    if (outputs <= 0)
        return;
    pack(work, row, work->first[2] + from, outputs, track);
    /* Whole vectors: the buffers have room for them. */
    filter_along(work, ic, work->packed,
                 (outputs * shape->interleave + lanes - 1) / lanes * lanes, y, at);
}

void pc_fill_row(const pc_work *work, pc_size ic, pc_size z, pc_size y) {
    const pc_separable *plan = work->plan;
    const pc_separable_shape *shape = &plan->shape;
    const pc_separable_axis *axis = &plan->axes[2];
    const pc_arrays *a = work->a;
    const pc_size plane = pc_input_index(&plan->input_axes[0], z);
    const pc_size line = pc_input_index(&plan->input_axes[1], y);
    const pc_size group = work->filter / shape->oc_per_group, size = work->size[2];
    const char *row = NULL;
    if (plane >= 0 && line >= 0)
        row = a->x + work->image * a->x_batch + (group * shape->ic_per_group + ic) * a->x_channel +
              plane * a->x_stride[0] + line * a->x_stride[1];
    /* Outputs whose windows hold no padding. */
    const pc_size first = work->first[2];
    const pc_size from = pc_clamp(axis->lo - first, size);
    const pc_size to = pc_clamp(axis->lo + axis->n - axis->extent + 1 - first, size);
    if (row == NULL || !work->zero_copy ||
        (to - from) * shape->interleave < plan->kernels->lanes) {
        filter_packed(work, ic, row, y, 0, size, row != NULL);
        return;
    }
    if (plan->max_abs) {
        const pc_size start = pc_clamp(first - axis->lo, axis->n);
        const pc_size stop = pc_clamp(first + size - 1 + axis->extent - axis->lo, axis->n);
        plan->max_abs(row + start * a->x_stride[2], (stop - start) * shape->interleave,
                      work->maxima);
    }
    filter_packed(work, ic, row, y, 0, from, 0);
    filter_along(work, ic, row + (first + from - axis->lo) * a->x_stride[2],
                 (to - from) * shape->interleave, y, from * shape->interleave);
    filter_packed(work, ic, row, y, to, size - to, 0);
}

/* ---- across lines ---- */

void pc_filter_across(const pc_work *work, int number, pc_size ic, pc_size term, pc_size outputs,
                      int add, const void *bias) {
    const pc_separable_axis *axis = &work->plan->axes[number];
    const pc_line_kernels *kernels = work->plan->kernels;
    const char *w = pc_weights(work, number, ic, term);
    for (int p = 0; p < work->plan->shape.parts; p++)
        for (int q = 0, adds = add; q < work->plan->shape.parts; q++) {
            const int set = pc_set(work, p, q);
            if (set < 0)
                continue;
            const char *taps = w + set * axis->taps * work->plan->shape.itemsize;
            if (axis->box)
                kernels->box_lines(work->lines[q], taps, axis->taps, bias, adds, outputs, work->n,
                                   work->out[p]);
            else if (axis->stride == 1 && axis->dilation == 1)
                kernels->filter_lines(work->lines[q], taps, axis->taps, bias, adds, outputs,
                                      work->n, work->out[p]);
            else
                for (pc_size r = 0; r < outputs; r++) {
                    for (pc_size t = 0; t < axis->taps; t++)
                        work->tap_lines[t] =
                            work->lines[q][r * axis->stride + t * axis->dilation];
                    kernels->filter_lines(work->tap_lines, taps, axis->taps, bias, adds, 1, work->n,
                                          work->out[p] + r);
                }
            adds = 1;
        }
}
