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
    const pc_size channels = shape->interleave, bytes = channels * shape->itemsize;
    const int whole = a->x_channel == shape->x_itemsize;
    const int adjacent = step == 1 && whole && a->x_stride[2] == channels * shape->x_itemsize;
    for (pc_size run; count > 0; count -= run) {
        const pc_size at = row ? pc_input_index(&reader->axis, first) : -1;
        run = 1;
        if (at < 0) {
            for (pc_size c = 0; c < channels; c++)
                memcpy(to + c * shape->itemsize, &reader->padding, shape->itemsize);
        } else {
            if (at == first - reader->axis.lo)
                run = pc_min(count, (reader->axis.n - at + step - 1) / step);
            const char *from = row + at * a->x_stride[2];
            if (adjacent)
                reader->convert(to, 1, from, a->x_channel, run * channels);
            else
                for (pc_size i = 0; i < run; i++, from += step * a->x_stride[2])
                    if (shape->same_as_x && whole)
                        memcpy(to + i * bytes, from, bytes);
                    else
                        reader->convert(to + i * bytes, 1, from, a->x_channel, channels);
        }
        first += run * step;
        to += run * bytes;
    }
}

/* Pack the input of a row of outputs element by element: all parts, and for each the phases of the
 * stride. */
static void gather(const pc_work *work, const char *row, char *to) {
    const pc_separable *plan = work->plan;
    const pc_separable_shape *shape = &plan->shape;
    const pc_separable_axis *axis = &plan->axes[2];
    for (pc_size part = 0; part < shape->parts; part++) {
        pc_reader reader = plan->readers[part];
        const int absent = part && shape->x_part_bytes == 0; /* real input of a complex problem */
        const char *from = row ? row + part * shape->x_part_bytes : NULL;
        reader.stride = work->a->x_stride[2];
        for (pc_size phase = 0; phase < shape->phases; phase++) {
            const pc_size count = work->size[2] + (axis->extent - 1 - phase) / axis->stride;
            const pc_size coordinate = work->first[2] * axis->stride + phase;
            if (absent)
                memset(to, 0, count * shape->itemsize);
            else if (shape->interleave > 1)
                read_pixels(work, &reader, to, from, coordinate, axis->stride, count);
            else
                pc_read_row(&reader, to, from, coordinate, axis->stride, count);
            if (row && plan->max_abs)
                plan->max_abs(to, count * shape->interleave, work->maxima);
            to += shape->phase_pitch * shape->itemsize;
        }
    }
}

/* Set the elements of `pixels` packed pixels to the padding value. */
static void fill(const pc_work *work, char *to, pc_size pixels) {
    const union pc_element value = work->plan->readers[0].padding;
    const pc_size count = pixels * work->plan->shape.interleave;
    if (work->plan->shape.itemsize == 4)
        for (pc_size i = 0; i < count; i++)
            ((uint32_t *)to)[i] = value.u32;
    else
        for (pc_size i = 0; i < count; i++)
            ((uint64_t *)to)[i] = value.u64;
}

/* Structural: pixels of padding that are copied in runs, at least; fewer are copied one by one,
 * which takes less time than the two calls of a run. */
enum { MIN_RUN = 8 };

/* Copy the pixels of the input that padded columns from `column` on repeat. */
static void repeat(const pc_work *work, char *to, const char *row, pc_size column, pc_size pixels) {
    const pc_separable *plan = work->plan;
    const pc_size bytes = plan->shape.interleave * plan->shape.itemsize;
    if (plan->shape.interleave == 1 && pixels >= MIN_RUN) {
        pc_read_padding(&plan->readers[0], to, row, bytes, column, 1, pixels);
        return;
    }
    for (pc_size i = 0; i < pixels; i++, to += bytes) {
        const char *from = row + pc_input_index(&plan->input_axes[2], column + i) * bytes;
        if (bytes == 4)
            memcpy(to, from, 4);
        else
            memcpy(to, from, bytes);
    }
}

void pc_start_packing(pc_work *work) {
    const pc_separable *plan = work->plan;
    const pc_separable_shape *shape = &plan->shape;
    const pc_separable_axis *axis = &plan->axes[2];
    const pc_size columns = work->size[2] - 1 + axis->extent;
    /* Elements before and after a row are read, too, into lanes that are not stored. */
    work->packed += plan->kernels->lanes * shape->itemsize;
    if (!work->copies)
        return;
    work->left = pc_clamp(axis->lo - work->first[2], columns);
    work->inside = pc_clamp(axis->lo + axis->n - work->first[2], columns) - work->left;
    work->right = columns - work->left - work->inside;
    /* The input is copied to an aligned place. */
    const pc_size lanes = plan->kernels->lanes, start = work->left * shape->interleave;
    work->packed += (start + lanes - 1) / lanes * lanes * shape->itemsize - start * shape->itemsize;
    /* A constant stays there for all rows. */
    for (pc_size i = 0; i < shape->packed_rows; i++) {
        char *row = work->packed + i * shape->packed_bytes;
        fill(work, row, work->left);
        fill(work, row + (work->left + work->inside) * shape->interleave * shape->itemsize,
             work->right);
    }
}

const char *pc_padding_row(const pc_work *work) {
    const pc_separable_shape *shape = &work->plan->shape;
    char *inside = work->packed + work->left * shape->interleave * shape->itemsize;
    fill(work, inside, work->inside);
    return inside;
}

/* Pack the input of a row of outputs; `row` NULL is a row of padding. */
static void pack(const pc_work *work, const char *row, char *to) {
    const pc_separable *plan = work->plan;
    const pc_size pixel = plan->shape.interleave * plan->shape.itemsize;
    const pc_size column = work->first[2];
    char *inside = to + work->left * pixel;
    if (!work->copies) {
        gather(work, row, to);
        return;
    }
    if (row == NULL) {
        fill(work, inside, work->inside);
        return;
    }
    if (work->inside > 0)
        plan->kernels->copy_row(row + (column + work->left - plan->axes[2].lo) * pixel,
                                work->inside * plan->shape.interleave, inside, work->maxima);
    if (plan->input_axes[2].mode != PC_CONSTANT) {
        repeat(work, to, row, column, work->left);
        repeat(work, inside + work->inside * pixel, row, column + work->left + work->inside,
               work->right);
    }
}

/* ---- along rows ---- */

const char *pc_input_row(const pc_work *work, pc_size ic, pc_size z, pc_size y) {
    const pc_separable *plan = work->plan;
    const pc_arrays *a = work->a;
    const pc_size plane = pc_input_index(&plan->input_axes[0], z);
    const pc_size line = pc_input_index(&plan->input_axes[1], y);
    const pc_size group = work->filter / plan->shape.oc_per_group;
    if (plane < 0 || line < 0)
        return NULL;
    return a->x + work->image * a->x_batch + (group * plan->shape.ic_per_group + ic) * a->x_channel +
           plane * a->x_stride[0] + line * a->x_stride[1];
}

/* Filter the packed row of padded coordinate `y` into the rings of all terms of a channel. */
static void filter_along(const pc_work *work, pc_size ic, const char *x, pc_size y,
                         const char *ahead) {
    const pc_separable *plan = work->plan;
    const pc_separable_shape *shape = &plan->shape;
    const pc_separable_axis *axis = &plan->axes[2];
    const pc_line_kernels *kernels = plan->kernels;
    const pc_size part_bytes = shape->phases * shape->phase_pitch * shape->itemsize;
    const pc_size slot = y % shape->row_ring * shape->pitch * shape->itemsize;
    const char *from = x - work->skew * shape->itemsize;
    for (pc_size term = 0; term < shape->terms; term++)
        for (int p = 0; p < shape->parts; p++) {
            char *to = pc_row_ring(work, ic, term, p) + slot;
            if (axis->box) {
                kernels->box_row(from + p * part_bytes, axis->taps, axis->dilation * shape->interleave,
                                 work->whole, work->scratch, to, term ? NULL : ahead);
                continue;
            }
            const char *w = pc_weights(work, 2, ic, term);
            for (int q = 0, add = 0; q < shape->parts; q++) {
                const int set = pc_set(work, p, q);
                if (set < 0)
                    continue;
                kernels->filter_row(from + q * part_bytes, plan->column,
                                    w + set * axis->taps * shape->itemsize, axis->taps, add,
                                    work->whole, to, term + add ? NULL : ahead);
                add = 1;
            }
        }
}

/* Sum the windows of a row of the input, which is not packed, into the ring of a channel; `row`
 * NULL is a row of padding. */
static void sum_input(const pc_work *work, pc_size ic, const char *row, pc_size y,
                      const char *ahead) {
    const pc_separable *plan = work->plan;
    const pc_separable_shape *shape = &plan->shape;
    const pc_separable_axis *axis = &plan->axes[2];
    const pc_size first = work->first[2] + work->left - axis->lo; /* column */
    const pc_row input = {
        /* A row of padding is not read, but offsets are added to its address: not to NULL. */
        .x = row ? row + first * shape->itemsize : (const char *)&plan->readers[0].padding,
        .padding = &plan->readers[0].padding,
        .left = work->left + work->skew,
        .inside = row ? work->inside : 0,
        .maxima = work->maxima,
    };
    char *to = pc_row_ring(work, ic, 0, 0) + y % shape->row_ring * shape->pitch * shape->itemsize;
    plan->kernels->box_input(&input, axis->taps, work->whole, to, ahead);
}

/* Set the row of padded coordinate `y` to zeros in the rings of all terms of a channel. */
static void clear_row(const pc_work *work, pc_size ic, pc_size y) {
    const pc_separable_shape *shape = &work->plan->shape;
    const pc_size slot = y % shape->row_ring * shape->pitch * shape->itemsize;
    for (pc_size term = 0; term < shape->terms; term++)
        for (int part = 0; part < shape->parts; part++)
            memset(pc_row_ring(work, ic, term, part) + slot, 0, work->whole * shape->itemsize);
}

/* Pack several rows before the first of them is filtered: a load that spans two stores waits until
 * these have left the store queue. */
void pc_fill_rows(const pc_work *work, pc_size ic, pc_size z, pc_size start, pc_size stop,
                  pc_size count, char *const *ahead) {
    const pc_separable_shape *shape = &work->plan->shape;
    pc_size places[PC_MAX_PACKED_ROWS];
    for (pc_size y = start, rows, written = 0; y < stop;) {
        for (rows = 0; y < stop && rows < shape->packed_rows; y++)
            if (pc_is_skipped(work, 1, y)) {
                clear_row(work, ic, y);
            } else if (work->sums_input) {
                sum_input(work, ic, pc_input_row(work, ic, z, y), y,
                          written < count ? ahead[written] : NULL);
                written++;
            } else if (pc_is_read(&work->plan->axes[1], y)) {
                pack(work, pc_input_row(work, ic, z, y),
                     work->packed + rows * shape->packed_bytes);
                places[rows++] = y;
            }
        for (pc_size i = 0; i < rows; i++, written++)
            filter_along(work, ic, work->packed + i * shape->packed_bytes, places[i],
                         written < count ? ahead[written] : NULL);
    }
}

/* ---- across lines ---- */

void pc_filter_across(const pc_work *work, int number, pc_size ic, pc_size term, pc_size start,
                      pc_size outputs, int add, const void *bias, const char *const *ahead) {
    const pc_separable_axis *axis = &work->plan->axes[number];
    /* Lines that are not zeros. */
    const pc_size first = work->skips_padding ? axis->lo - start : 0;
    const pc_size last = work->skips_padding ? first + axis->n : outputs + axis->taps;
    const pc_line_kernels *kernels = work->plan->kernels;
    const char *w = pc_weights(work, number, ic, term);
    for (int p = 0; p < work->plan->shape.parts; p++)
        for (int q = 0, adds = add; q < work->plan->shape.parts; q++) {
            const int set = pc_set(work, p, q);
            if (set < 0)
                continue;
            const char *const *next = adds || p ? NULL : ahead;
            const char *taps = w + set * axis->taps * work->plan->shape.itemsize;
            if (axis->box)
                kernels->box_lines(work->lines[q], taps, axis->taps, bias, adds, outputs, work->n,
                                   work->out[p], next);
            else if (axis->stride == 1 && axis->dilation == 1)
                kernels->filter_lines(work->lines[q], first, last, taps, axis->taps, bias, adds,
                                      outputs, work->n, work->out[p], next);
            else
                for (pc_size r = 0; r < outputs; r++) {
                    for (pc_size t = 0; t < axis->taps; t++)
                        work->tap_lines[t] =
                            work->lines[q][r * axis->stride + t * axis->dilation];
                    kernels->filter_lines(work->tap_lines, 0, axis->taps, taps, axis->taps, bias,
                                          adds, 1, work->n, work->out[p] + r,
                                          next ? next + r : NULL);
                }
            adds = 1;
        }
}
