/* One work item of separable convolution: which lines are filtered when, and where results go.
 *
 * In two dimensions rows are filtered along the last axis into a ring of rows, from which blocks of
 * output rows are filtered across. In three, the results across rows go into a ring of planes, from
 * which blocks of output planes are filtered. Each row of the input is read once for each tile.
 */
#include "work_item.h"

#include "max_abs.h"

#include <string.h>

/* ---- results ---- */

/* Return where row (z, y) of the tile begins in the caller's array. */
static char *result_row(const pc_work *work, pc_size z, pc_size y) {
    const pc_arrays *a = work->a;
    return a->out + work->image * a->out_batch + work->filter * a->out_channel +
           (work->first[0] + z) * a->out_stride[0] + (work->first[1] + y) * a->out_stride[1] +
           work->first[2] * a->out_stride[2];
}

/* Return the buffer of the sums of one part of row `line` of a block of lines. */
static char *sums_row(const pc_work *work, pc_size part, pc_size line) {
    const pc_separable_shape *shape = &work->plan->shape;
    pc_size lines =
        shape->is_volume ? shape->plane_block * work->plan->axes[1].tile : shape->row_block;
    return work->sums + (part * lines + line) * shape->pitch * shape->itemsize;
}

/* List the results of `count` lines: rows from row `y` on, or row `y` of planes from plane `z`
 * on. */
static void list_results(const pc_work *work, pc_size z, pc_size y, pc_size count) {
    const pc_separable_shape *shape = &work->plan->shape;
    for (pc_size part = 0; part < shape->parts; part++)
        for (pc_size i = 0; i < count; i++) {
            pc_size line = shape->is_volume ? i * work->plan->axes[1].tile + y : i;
            if (work->stores_sums)
                work->out[part][i] = sums_row(work, part, line);
            else
                work->out[part][i] = result_row(work, z + (shape->is_volume ? i : 0),
                                                y + (shape->is_volume ? 0 : i));
        }
}

/* Write the sums of one row into the caller's array, with the bias. */
static void store_row(const pc_work *work, pc_size line, char *out) {
    const pc_separable_shape *shape = &work->plan->shape;
    const pc_arrays *a = work->a;
    pc_writer writer = work->plan->writer;
    writer.pixel_stride = a->out_stride[2];
    writer.channel_stride = a->out_channel;
    for (pc_size part = 0; part < shape->parts; part++) {
        const char *bias = a->bias;
        if (bias)
            bias += (work->filter * shape->parts + part) * shape->bias_itemsize;
        pc_store(&writer, out + part * shape->out_part_bytes, sums_row(work, part, line),
                 shape->interleave, shape->interleave > 1, work->size[2], shape->interleave, bias);
    }
}

/* Return the bias to add with a term of a channel, or NULL. It is added with the last term;
 * buffered sums get it when they are stored instead, with the same roundings. */
static const void *bias_of(const pc_work *work, pc_size ic, pc_size term) {
    const pc_separable_shape *shape = &work->plan->shape;
    const pc_arrays *a = work->a;
    if (work->stores_sums || a->bias == NULL || ic + 1 < shape->ic_per_group ||
        term + 1 < shape->terms)
        return NULL;
    return a->bias + work->filter * work->plan->shape.itemsize;
}

/* ---- two dimensions ---- */

/* List the rows of the input, from padded coordinate `start` on, to prefetch while `count` outputs
 * are computed. Return the list, or NULL. */
static const char *const *list_input(const pc_work *work, pc_size z, pc_size start,
                                     pc_size count) {
    const pc_separable_axis *width = &work->plan->axes[2];
    if (!work->prefetches)
        return NULL;
    const pc_size column = pc_clamp(work->first[2] * width->stride - width->lo, width->n);
    for (pc_size i = 0; i < count; i++) {
        const char *row = pc_input_row(work, 0, z, start + i);
        work->ahead[i] = (row ? row : work->a->x) + column * work->a->x_stride[2];
    }
    return work->ahead;
}

/* Filter `count` outputs across rows, from padded coordinate `start` on, for one term. */
static void filter_across_rows(const pc_work *work, pc_size ic, pc_size term, pc_size start,
                               pc_size count, int add, const void *bias,
                               const char *const *ahead) {
    const pc_separable_shape *shape = &work->plan->shape;
    const pc_separable_axis *axis = &work->plan->axes[1];
    const pc_size lines = (count - 1) * axis->stride + axis->extent;
    for (pc_size part = 0; part < shape->parts; part++) {
        const char *ring = pc_row_ring(work, ic, term, part) + work->skew * shape->itemsize;
        pc_size slot = start % shape->row_ring;
        for (pc_size i = 0; i < lines; i++) {
            work->lines[part][i] = ring + slot * shape->pitch * shape->itemsize;
            slot = slot + 1 == shape->row_ring ? 0 : slot + 1;
        }
    }
    pc_filter_across(work, 1, ic, term, start, count, add, bias, ahead);
}

static pc_size max(pc_size a, pc_size b) { return a > b ? a : b; }

static void compute_rows(const pc_work *work) {
    const pc_separable_shape *shape = &work->plan->shape;
    const pc_separable_axis *axis = &work->plan->axes[1];
    pc_size filled = 0; /* the rings hold rows up to here, if they are kept */
    for (pc_size y = 0, count; y < work->size[1]; y += count) {
        count = pc_min(shape->row_block, work->size[1] - y);
        const pc_size start = (work->first[1] + y) * axis->stride;
        const pc_size stop = start + (count - 1) * axis->stride + axis->extent;
        const pc_size prefetched = work->prefetches && !work->stores_sums ? count : 0;
        for (pc_size ic = 0; ic < shape->ic_per_group; ic++) {
            if (pc_stop_requested(work->token))
                return;
            list_results(work, 0, y, count);
            pc_fill_rows(work, ic, 0, max(start, filled), stop, ic ? 0 : prefetched, work->out[0]);
            const char *const *ahead = ic ? NULL : list_input(work, 0, stop, count);
            for (pc_size term = 0; term < shape->terms; term++)
                filter_across_rows(work, ic, term, start, count, ic + term > 0,
                                   bias_of(work, ic, term), ahead);
        }
        filled = shape->keeps ? stop : 0;
        for (pc_size i = 0; i < count && work->stores_sums; i++)
            store_row(work, i, result_row(work, 0, y + i));
    }
}

/* Return the row at padded coordinate `y`, from the first column of the input inside the tile on:
 * of the caller's array, or the row `padding`. */
static const char *fused_line(const pc_work *work, const char *padding, pc_size y) {
    const char *row = pc_input_row(work, 0, 0, y);
    return row ? row : padding;
}

/* Compute all rows without rings, each from the rows of the input that its taps meet. */
static void fuse_passes(const pc_work *work) {
    const pc_separable *plan = work->plan;
    const pc_size taps = plan->axes[1].taps, y0 = work->first[1], step = plan->shape.interleave;
    const pc_size left = work->left * step, inside = work->inside * step;
    const char *padding = pc_padding_row(work);
    const char *lines[PC_MAX_FUSED_TAPS + PC_FUSED_CALL_ROWS - 1];
    char unused[PC_MAX_ABS_BYTES] __attribute__((aligned(PC_MAX_ABS_BYTES)));
    char *out[PC_FUSED_CALL_ROWS];
    pc_size repeated[2 * PC_MAX_FUSED_PADDING];
    pc_fused_args args = {
        .lines = lines, .taps = taps, .step = step,
        .box = plan->axes[1].box && plan->axes[2].box, .padding = &plan->readers[0].padding,
        .left = left, .right = work->right * step, .inside = inside, .n = work->n, .out = out,
        .seen = work->maxima, .prefetches = plan->shape.fused_prefetches,
    };
    if (plan->input_axes[2].mode != PC_CONSTANT) {
        for (pc_size k = 0; k < left + args.right; k++) {
            const pc_size at = k < left ? k : k + inside;
            repeated[k] = pc_input_index(&plan->input_axes[2], at / step) * step + at % step;
        }
        args.repeated = repeated;
    }
    /* Rows of outputs add their new lines to the maxima; the lines before them are added here. */
    for (pc_size t = 0; t < taps - 1; t++) {
        lines[t] = fused_line(work, padding, y0 + t);
        if (plan->max_abs && lines[t] != padding)
            plan->max_abs(lines[t], inside, work->maxima);
    }
    memset(unused, 0, sizeof unused);
    for (pc_size y = 0; y < work->size[1] && !pc_stop_requested(work->token); y += args.rows) {
        const pc_size rows = pc_min(PC_FUSED_CALL_ROWS, work->size[1] - y);
        for (pc_size r = 0; r < rows; r++) {
            lines[taps - 1 + r] = fused_line(work, padding, y0 + y + taps - 1 + r);
            out[r] = result_row(work, 0, y + r);
        }
        /* Padding does not count as input. */
        const int is_padding = lines[taps - 1] == padding;
        args.rows = 1;
        while (args.rows < rows &&
               (lines[taps - 1 + args.rows] == padding) == is_padding)
            args.rows++;
        args.maxima = is_padding ? unused : work->maxima;
        for (pc_size term = 0; term < plan->shape.terms; term++) {
            args.across = pc_weights(work, 1, 0, term);
            args.along = pc_weights(work, 2, 0, term);
            args.add = term > 0;
            args.bias = bias_of(work, 0, term);
            plan->kernels->fused_rows(&args);
        }
        for (pc_size t = 0; t < taps - 1; t++)
            lines[t] = lines[t + args.rows];
    }
}

/* ---- three dimensions ---- */

/* Set plane `z` of a channel to zeros in the rings of planes. */
static void clear_plane(const pc_work *work, pc_size ic, pc_size z) {
    const pc_separable_shape *shape = &work->plan->shape;
    for (pc_size term = 0; term < shape->terms; term++)
        for (pc_size part = 0; part < shape->parts; part++)
            for (pc_size y = 0; y < work->size[1]; y++)
                memset(pc_plane_row(work, ic, term, part, z, y), 0, work->n * shape->itemsize);
}

/* Filter plane `z` of a channel along and across its rows, into the rings of planes. */
static void fill_plane(const pc_work *work, pc_size ic, pc_size z) {
    const pc_separable_shape *shape = &work->plan->shape;
    const pc_separable_axis *axis = &work->plan->axes[1];
    if (pc_is_skipped(work, 0, z)) {
        clear_plane(work, ic, z);
        return;
    }
    pc_size filled = 0;
    for (pc_size y = 0, count; y < work->size[1]; y += count) {
        count = pc_min(shape->row_block, work->size[1] - y);
        const pc_size start = (work->first[1] + y) * axis->stride;
        const pc_size stop = start + (count - 1) * axis->stride + axis->extent;
        if (pc_stop_requested(work->token))
            return;
        pc_fill_rows(work, ic, z, max(start, filled), stop, 0, NULL);
        filled = stop;
        for (pc_size term = 0; term < shape->terms; term++) {
            for (pc_size part = 0; part < shape->parts; part++)
                for (pc_size i = 0; i < count; i++)
                    work->out[part][i] = pc_plane_row(work, ic, term, part, z, y + i);
            filter_across_rows(work, ic, term, start, count, 0, NULL, NULL);
        }
    }
}

static void compute_planes(const pc_work *work) {
    const pc_separable_shape *shape = &work->plan->shape;
    const pc_separable_axis *axis = &work->plan->axes[0];
    pc_size filled = 0;
    for (pc_size z = 0, count; z < work->size[0]; z += count) {
        count = pc_min(shape->plane_block, work->size[0] - z);
        const pc_size start = (work->first[0] + z) * axis->stride;
        const pc_size stop = start + (count - 1) * axis->stride + axis->extent;
        for (pc_size ic = 0; ic < shape->ic_per_group; ic++) {
            for (pc_size at = max(start, filled); at < stop; at++)
                if (pc_is_read(axis, at))
                    fill_plane(work, ic, at);
            for (pc_size y = 0; y < work->size[1]; y++) {
                if (pc_stop_requested(work->token))
                    return;
                list_results(work, z, y, count);
                for (pc_size term = 0; term < shape->terms; term++) {
                    for (pc_size part = 0; part < shape->parts; part++)
                        for (pc_size i = 0; i < stop - start; i++)
                            work->lines[part][i] =
                                pc_plane_row(work, ic, term, part, start + i, y);
                    pc_filter_across(work, 0, ic, term, start, count, ic + term > 0,
                                     bias_of(work, ic, term), NULL);
                }
            }
        }
        filled = shape->keeps ? stop : 0;
        for (pc_size i = 0; i < count && work->stores_sums; i++)
            for (pc_size y = 0; y < work->size[1]; y++)
                store_row(work, i * work->plan->axes[1].tile + y, result_row(work, z + i, y));
    }
}

/* ---- work items ---- */

/* Return the next `bytes` of memory, and advance `memory` to the first cache line after them. */
static char *take(char **memory, pc_size bytes) {
    char *taken = *memory;
    *memory += (bytes + 63) / 64 * 64;
    return taken;
}

/* Structural: loads wait for stores to addresses that differ by a multiple of PAGE (planner.py).
 * The first row of a ring begins RING_AFTER_RESULT bytes, four stores of AVX-512, after the
 * result, modulo PAGE; the other rows begin farther after it. */
enum { PAGE = 4096, RING_AFTER_RESULT = 256 };

/* Divide a worker's memory; planner.py counts the same bytes. */
static void divide_memory(pc_work *work, char *memory) {
    const pc_separable_shape *shape = &work->plan->shape;
    if (shape->places_ring && !work->stores_sums) {
        const uintptr_t ring = (uintptr_t)result_row(work, 0, 0) + RING_AFTER_RESULT;
        memory += (ring - (uintptr_t)memory) % PAGE / 64 * 64;
    }
    const pc_size row = shape->pitch * shape->itemsize, tile = work->plan->axes[1].tile;
    const pc_size lines = shape->is_volume ? shape->plane_block * tile : shape->row_block;
    const pc_size list = shape->max_lines * sizeof(char *);
    work->rows = take(&memory, shape->chains * shape->row_ring * row);
    work->planes = take(&memory, shape->plane_chains * shape->plane_ring * tile * row);
    work->sums = take(&memory, shape->parts * lines * row);
    work->packed = take(&memory, shape->packed_rows * shape->packed_bytes);
    work->scratch = take(&memory, shape->scratch * shape->itemsize);
    for (int part = 0; part < 2; part++) {
        work->lines[part] = (const char **)take(&memory, list);
        work->out[part] = (char **)take(&memory, list);
    }
    work->tap_lines = (const char **)take(&memory, list);
    work->ahead = (const char **)take(&memory, list);
}

void pc_separable_compute(const pc_separable *plan, const pc_factors *factors, const pc_arrays *a,
                          pc_size item, char *memory, void *maxima, pc_stop_token *token) {
    const pc_separable_shape *shape = &plan->shape;
    const pc_size pixel = shape->interleave * shape->itemsize;
    pc_work work = {
        .plan = plan, .factors = factors, .a = a, .token = token, .maxima = maxima,
    };
    for (int i = 2; i >= 0; i--) {
        const pc_separable_axis *axis = &plan->axes[i];
        work.first[i] = item % axis->tiles * axis->tile;
        work.size[i] = pc_min(axis->tile, axis->out - work.first[i]);
        item /= axis->tiles;
    }
    work.filter = item % shape->filters;
    work.image = item / shape->filters;
    const pc_size lanes = plan->kernels->lanes;
    work.n = work.size[2] * shape->interleave;
    const int x_adjacent = shape->interleave == 1 || a->x_channel == shape->itemsize;
    const int out_adjacent = shape->interleave == 1 || (a->out_channel == shape->itemsize && !a->bias);
    work.copies = shape->same_as_x && plan->axes[2].stride == 1 && a->x_stride[2] == pixel &&
                  x_adjacent;
    work.sums_input = work.copies && plan->axes[2].box && plan->axes[2].dilation == 1 &&
                      shape->interleave == 1 && shape->terms == 1 && plan->axes[2].taps > 1 &&
                      plan->axes[2].taps <= plan->kernels->input_taps &&
                      plan->axes[1].stride == 1 && plan->input_axes[2].mode == PC_CONSTANT;
    work.stores_sums = plan->writer.kernels == NULL || shape->parts > 1 ||
                       a->out_stride[2] != pixel || !out_adjacent;
    work.skips_padding = plan->input_axes[2].mode == PC_CONSTANT;
    for (pc_size part = 0; part < shape->parts; part++)
        work.skips_padding &= shape->itemsize == 4 ? plan->readers[part].padding.u32 == 0
                                                   : plan->readers[part].padding.u64 == 0;
    work.skew = 0;
    if (!work.stores_sums)
        work.skew = (uintptr_t)result_row(&work, 0, 0) / shape->itemsize % lanes;
    work.whole = (work.skew + work.n + lanes - 1) / lanes * lanes;
    work.prefetches = shape->prefetches && work.copies;
    work.fuses = shape->fuses && work.copies && !work.stores_sums;
    divide_memory(&work, memory);
    pc_start_packing(&work);
    if (work.fuses)
        fuse_passes(&work);
    else if (shape->is_volume)
        compute_planes(&work);
    else
        compute_rows(&work);
}
