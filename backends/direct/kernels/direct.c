/* Work items of direct convolution: cutting one out, computing it by blocks, and dot. */
#include "work_item.h"

#include <string.h>

/* ---- cutting out a work item ---- */

/* Find the tile, the groups and the oc_blocks of a work item. */
static void locate_item(const pc_direct *plan, pc_size item, pc_work_item *work) {
    const pc_direct_shape *shape = &plan->shape;
    pc_tile *tile = &work->tile;
    pc_size shared = shape->items / shape->oc_splits;
    /* Items with the same oc_blocks are neighbours, so that workers start with equal parts. */
    pc_size split = item / shared;
    item %= shared;
    for (int i = 2; i >= 0; i--) {
        const pc_tile_axis *axis = &plan->packing.shape.axes[i];
        pc_size index = item % axis->tiles;
        /* Tiles differ by one output at most, so that no last one is small. */
        tile->start[i] = index * axis->out / axis->tiles;
        tile->size[i] = (index + 1) * axis->out / axis->tiles - tile->start[i];
        item /= axis->tiles;
    }
    tile->group = item % shape->group_batches * shape->groups_per_item;
    tile->n = item / shape->group_batches;
    work->end_group = pc_min(shape->groups, tile->group + shape->groups_per_item);
    work->first_oc_block = split * shape->oc_blocks / shape->oc_splits;
    work->end_oc_block = (split + 1) * shape->oc_blocks / shape->oc_splits;
}

/* Partition a worker's memory: a header of one cache line, the packed input, sums and lists.
 * The header's first number is 1 if unused packed places were zeroed in this call, else 0. */
static void partition_memory(const pc_direct *plan, char *memory, pc_work_item *work) {
    const pc_direct_shape *shape = &plan->shape;
    pc_size size = shape->itemsize;
    work->zeroed = (pc_size *)memory;
    work->packed = memory + PC_DIRECT_HEADER_BYTES;
    work->sums = work->packed + (shape->packed_size * size + 63) / 64 * 64;
    work->pixel_offset = (pc_size *)(work->sums + (shape->sums_size * size + 63) / 64 * 64);
    /* Vectors may read past the last row: zero the 8 vectors after it. */
    memset(work->packed + (shape->first_row_offset +
                           plan->packing.shape.ic_block * plan->packing.shape.channel_plane) *
                              size,
           0, 8 * plan->kernels->lanes * size);
    work->packed += shape->first_row_offset * size;
    work->tile.padding_filled = 0;
}

/* Return the packed places along an axis that every tile fills: those of the smallest tile. */
static pc_size filled_places(const pc_tile_axis *axis) {
    return (axis->out / axis->tiles - 1) * axis->stride + (axis->kernel - 1) * axis->dilation + 1;
}

/* Zero the elements between and after the rows of packed planes of stencil and spatial, and the
 * first row of each plane, which vectors of the plane before it read. */
static void zero_around_rows(const pc_direct *plan, char *packed) {
    const pc_packing_shape *p = &plan->packing.shape;
    const pc_size size = p->itemsize, pitch = p->axes[2].length;
    const pc_size columns = filled_places(&p->axes[2]), rows = filled_places(&p->axes[1]);
    const pc_size planes = filled_places(&p->axes[0]);
    memset(packed - plan->shape.first_row_offset * size, 0, plan->shape.first_row_offset * size);
    for (pc_size c = 0; c < p->ic_block; c++, packed += p->channel_plane * size)
        for (pc_size d = 0; d < p->axes[0].length; d++)
            for (pc_size h = 0; h < p->axes[1].length; h++) {
                const pc_size used = h == 0 || h >= rows || d >= planes ? 0 : columns;
                if (used < pitch)
                    memset(packed + ((d * p->axes[1].length + h) * pitch + used) * size, 0,
                           (pitch - used) * size);
            }
}

/* True if all places of packed planes but those around rows are filled: no axis has several runs,
 * and there is nothing between planes. */
static int packs_whole_rows(const pc_packing_shape *p) {
    const pc_tile_axis *axes = p->axes;
    return axes[0].overlapped && axes[1].overlapped && axes[2].overlapped && p->interleave == 1 &&
           p->channel_plane == axes[0].length * axes[1].length * axes[2].length;
}

/* Zero the packed places that vectors read into lanes without an output, once in a call. Memory can
 * hold subnormal numbers by chance; an FMA of one takes 150 cycles. */
static void zero_unused_places(const pc_direct *plan, const pc_work_item *work) {
    const pc_direct_variant variant = plan->shape.variant;
    if (variant == PC_IGEMM || variant == PC_DOT || work->accumulates_in_out || work->zero_copy ||
        *work->zeroed)
        return;
    *work->zeroed = 1;
    /* Zeroing all that is packed would write each of its bytes twice. */
    if ((variant == PC_STENCIL && plan->packing.shape.axes[2].overlapped) ||
        (variant == PC_SPATIAL && packs_whole_rows(&plan->packing.shape)))
        zero_around_rows(plan, work->packed);
    else
        memset(work->packed - plan->shape.first_row_offset * plan->shape.itemsize, 0,
               plan->shape.packed_size * plan->shape.itemsize);
}

/* Return the pixels that an entry of the lists covers. */
static pc_size pixels_per_entry(const pc_direct *plan) {
    pc_direct_variant variant = plan->shape.variant;
    return variant == PC_SPATIAL || variant == PC_STENCIL ? plan->kernels->lanes : 1;
}

/* Lay out sums with `width` channels side by side. */
static void set_width(const pc_direct *plan, pc_work_item *work, pc_size width) {
    const pc_tile *tile = &work->tile;
    work->oc_width = work->layout.pixel_step = width;
    work->row_sums = work->layout.row_step = tile->size[2] * width;
    work->layout.plane_step = tile->size[1] * work->row_sums;
}

/* True if no window of a tile holds padding. */
static int holds_no_padding(const pc_direct *plan, const pc_tile *tile) {
    for (int i = 0; i < 3; i++) {
        const pc_tile_axis *axis = &plan->packing.shape.axes[i];
        const pc_size first = tile->start[i] * axis->stride - axis->pad_lo;
        const pc_size last =
            first + (tile->size[i] - 1) * axis->stride + (axis->kernel - 1) * axis->dilation;
        if (first < 0 || last >= axis->input_size)
            return 0;
    }
    return 1;
}

/* True if the caller's input is read without packing. Axes with one tap may have any stride; axes
 * with several taps must be contiguous. Spatial also needs its sums in the caller's array, so that
 * no vector reads beyond the last pixel, and rows of pixels that lie side by side (in a flat plan,
 * all rows). */
static int reads_zero_copy(const pc_direct *plan, const pc_arrays *a, const pc_work_item *work) {
    const pc_direct_shape *shape = &plan->shape;
    const pc_tile_axis *axes = plan->packing.shape.axes;
    pc_size contiguous = shape->itemsize;
    if (shape->variant == PC_STENCIL)
        return pc_stencil_reads_zero_copy(plan, a);
    if (!shape->zero_copy || a->x_channel != shape->x_channel_stride)
        return 0;
    if (shape->variant == PC_SPATIAL) {
        if (!work->accumulates_in_out || a->x_stride[2] != shape->itemsize ||
            !holds_no_padding(plan, &work->tile))
            return 0;
        if (shape->flat && work->tile.size[1] > 1 &&
            a->x_stride[1] != axes[2].length * shape->itemsize)
            return 0;
    }
    for (int i = 2; i >= 0; i--) {
        if (axes[i].kernel > 1 && a->x_stride[i] != contiguous)
            return 0;
        contiguous *= axes[i].input_size;
    }
    return whole_element_strides(plan, a);
}

/* True if the caller's array has room for the plan's whole vectors of pixels.
 *
 * The last vector of a row may overlap the one before, because sums there are stored, not added
 * to. */
static int sums_fit_out(const pc_direct *plan, const pc_arrays *a, const pc_work_item *work) {
    const pc_direct_shape *shape = &plan->shape;
    const pc_tile *tile = &work->tile;
    pc_size rest = a->out_stride[0] % shape->itemsize + a->out_channel % shape->itemsize;
    /* A single row has no gap, even if it is shorter than those of other tiles. */
    int gaps = tile->size[1] > 1 && (plan->packing.shape.axes[2].length > tile->size[2] ||
                                     a->out_stride[1] != tile->size[2] * shape->itemsize);
    return shape->accumulates_in_out && out_holds_sums(plan, a, a->out_stride[2]) && rest == 0 &&
           row_extent(plan, tile) >= plan->kernels->lanes && !(shape->flat && gaps);
}

/* Set the layout of rows and sums, and where padding begins: the same for all groups. */
static void measure(const pc_direct *plan, const pc_arrays *a, pc_work_item *work) {
    const pc_direct_shape *shape = &plan->shape;
    const pc_tile_axis *axes = plan->packing.shape.axes;
    const pc_tile *tile = &work->tile;
    pc_sums_layout *layout = &work->layout;
    pc_size step = pixels_per_entry(plan), extent = row_extent(plan, tile);
    work->row_lead = pc_pixels_before_line(plan, a, work);
    work->row_entries = (extent - work->row_lead + step - 1) / step + (work->row_lead > 0);
    layout->itemsize = shape->itemsize;
    work->oc_width = shape->oc_block;
    if (lanes_are_channels(plan)) {
        layout->channel_step = 1;
        set_width(plan, work, shape->oc_block);
    } else {
        work->row_sums = work->row_entries * step;
        layout->pixel_step = 1;
        layout->channel_step = shape->max_entries * step;
        layout->row_step = shape->flat ? axes[2].length : work->row_sums;
        layout->plane_step = work->row_sums * (shape->flat ? 1 : tile->size[1]);
    }
    work->column_offset = plan->tap_offset;
    work->row_pitch = axes[2].length;
    work->row_stride = axes[1].stride;
    work->row_dilation = axes[1].dilation;
    work->weight_lanes = shape->variant == PC_DEPTHWISE ? plan->kernels->lanes : 1;
    pc_measure_tile(&plan->packing, a, &work->tile);
}

/* True if rows are deinterleaved as they are read: no vector reads beyond a row's end. */
static int reads_stride2(const pc_direct *plan, const pc_arrays *a, const pc_work_item *work) {
    const pc_tile *tile = &work->tile;
    return plan->shape.stride2 && work->accumulates_in_out &&
           tile->size[2] >= plan->kernels->lanes && tile->whole_rows &&
           whole_element_strides(plan, a) && a->x_channel % plan->shape.itemsize == 0;
}

/* True if stencil can read rows of the interior from the caller's array. */
static int reads_interior(const pc_direct *plan, const pc_arrays *a) {
    return plan->shape.reads_interior && a->x_stride[2] == plan->shape.itemsize &&
           a->x_stride[1] % plan->shape.itemsize == 0;
}

/* True if igemm writes to the caller's array, in which the channels of a pixel are adjacent. */
static int igemm_in_out(const pc_direct *plan, const pc_arrays *a) {
    const pc_writer *writer = &plan->writer;
    pc_size rest = 0;
    for (int i = 0; i < 3; i++)
        rest |= a->out_stride[i] % writer->itemsize;
    return plan->shape.variant == PC_IGEMM && !plan->shape.skips_padding &&
           plan->kernels->igemm_in_out && writer->kernels && plan->interleaving.filters == 0 &&
           a->out_channel == writer->parts * writer->itemsize && rest == 0;
}

/* List a row of `count` offsets: those of the row above, `distance` further on. */
static void list_row_below(const pc_size *restrict above, pc_size *restrict offset, pc_size count,
                           pc_size distance) {
    for (pc_size i = 0; i < count; i++)
        offset[i] = above[i] + distance;
}

/* List the offsets of pixels (or vectors of them): in the input as it is read, and among the sums.
 *
 * Rows but the first of a plane are copied from the row above, two offsets at a time: element by
 * element, the list took 7 % of the time of 2 filters of 3x3 taps (600x512 pixels, float32, Zen 4,
 * 1 core, 2026-12-01). Not inlined, because it needs all registers. */
__attribute__((noinline)) static void list_pixels(const pc_direct *plan, const pc_arrays *a,
                                                  const pc_work_item *work) {
    const pc_direct_shape *shape = &plan->shape;
    const pc_tile_axis *axes = plan->packing.shape.axes;
    pc_size x_step[3], below = plan->packing.shape.interleave, count = 0;
    pc_size step = pixels_per_entry(plan);
    pc_size rows = shape->flat ? 1 : work->tile.size[1];
    pc_size wide = row_extent(plan, &work->tile);
    /* The last vector of a row in the caller's array ends with the row. */
    pc_size last = work->accumulates_in_out ? wide - step : wide;
    const pc_size out_step = a->out_stride[2] / shape->itemsize;
    const pc_size out_pitch = a->out_stride[1] / shape->itemsize;
    const int in_out = work->igemm_in_out || work->accumulates_in_out;
    pc_size *pixel = work->pixel_offset, *sums_at = pixel + shape->max_entries;
    for (int i = 2; i >= 0; i--) {
        x_step[i] = axes[i].out_step * below;
        below *= axes[i].length;
        if (work->zero_copy)
            x_step[i] = axes[i].stride * a->x_stride[i] / shape->itemsize;
    }
    for (pc_size d = 0; d < work->tile.size[0]; d++) {
        const pc_size row = d * x_step[0], to = d * a->out_stride[0] / shape->itemsize;
        const pc_size first = count;
        pc_size w = 0;
        if (work->row_lead > 0 && last > 0) {
            pixel[count] = row;
            sums_at[count++] = to;
            w = work->row_lead;
        }
        for (; w < last; w += step, count++) {
            pixel[count] = row + w * x_step[2];
            sums_at[count] = work->igemm_in_out         ? to + w * out_step
                             : work->accumulates_in_out ? to + w
                                                        : count * step;
        }
        if (work->accumulates_in_out) {
            pixel[count] = row + last * x_step[2];
            sums_at[count++] = to + last;
        }
        const pc_size n = count - first, pitch = in_out ? out_pitch : n * step;
        for (pc_size h = 1; h < rows; h++, count += n) {
            list_row_below(pixel + count - n, pixel + count, n, x_step[1]);
            list_row_below(sums_at + count - n, sums_at + count, n, pitch);
        }
    }
}

/* ---- a tile of one group ---- */

/* Return the elements of a block's sums. */
static pc_size block_sums(const pc_direct *plan) {
    const pc_direct_shape *shape = &plan->shape;
    return shape->max_entries * pixels_per_entry(plan) * shape->oc_block;
}

/* Add the products of `rows` kernel rows, `width` taps wide, to the sums of one filter.
 *
 * A call sums at most max_taps_in_registers vectors of a window: some rows, or a part of one. */
static void sum_dots(const pc_direct *plan, pc_dot_args *dot, const char *x, pc_size rows,
                     pc_size width, const pc_size *row_offset, const char *w, char *sums) {
    const pc_size size = plan->shape.itemsize, lanes = plan->kernels->lanes;
    const pc_size vectors = (width + lanes - 1) / lanes, max = plan->shape.max_taps_in_registers;
    const pc_size max_rows = vectors < max ? max / vectors : 1;
    const pc_size max_width = pc_min(max * lanes, width);
    for (pc_size row = 0; row < rows; row += max_rows)
        for (pc_size start = 0; start < width; start += max_width) {
            dot->row = row_offset + row;
            dot->rows = pc_min(max_rows, rows - row);
            dot->width = pc_min(max_width, width - start);
            plan->dot->windows(dot, x + start * size, w + (row * width + start) * size, sums);
            dot->add = 1;
        }
}

/* True if dot sums rows of narrow windows side by side in the caller's array. */
static int dots_in_out(const pc_direct *plan, const pc_arrays *a, const pc_work_item *work) {
    const pc_direct_shape *shape = &plan->shape;
    const pc_tile_axis *width = &plan->packing.shape.axes[2];
    const pc_size rest = a->out_stride[0] % shape->itemsize + a->out_channel % shape->itemsize;
    return shape->variant == PC_DOT && work->zero_copy && width->kernel <= 2 &&
           width->stride == width->kernel && a->x_stride[2] == shape->itemsize &&
           shape->reduction_len <= shape->max_taps_in_registers * width->kernel &&
           plan->packing.shape.ic_block >= shape->channels &&
           out_holds_sums(plan, a, a->out_stride[2]) && rest == 0;
}

/* Compute a tile of one group by dot, a row of windows at a time in the caller's array. */
static void compute_dot_rows(const pc_direct *plan, const pc_arrays *a, const pc_work_item *work) {
    const pc_direct_shape *shape = &plan->shape;
    const pc_tile_axis *axes = plan->packing.shape.axes;
    const pc_tile *tile = &work->tile;
    const char *x = first_input(plan, a, tile), *bias = a->bias;
    pc_dot_row_args row = {.row = plan->zero_copy_tap_offset,
                           .pixels = tile->size[2],
                           .rows = shape->reduction_len / axes[2].kernel,
                           .columns = axes[2].kernel};
    for (pc_size block = work->first_oc_block; block < work->end_oc_block; block++) {
        const char *w = block_weights(plan, work, block, 0);
        char *out = first_output(plan, a, tile) + block * a->out_channel;
        if (bias != NULL)
            row.bias = bias + (tile->group * shape->oc_per_group + block) * shape->bias_itemsize;
        for (pc_size i = 0; i < tile->size[0] * tile->size[1]; i++) {
            const pc_size d = i / tile->size[1], h = i % tile->size[1];
            if (pc_stop_requested(work->token))
                return;
            plan->dot->row(&row,
                           x + d * axes[0].stride * a->x_stride[0] +
                               h * axes[1].stride * a->x_stride[1],
                           w, out + d * a->out_stride[0] + h * a->out_stride[1]);
        }
    }
}

/* Add the products of `count` packed channels to a block's sums of some rows. The last ones of
 * igemm may write to the caller's array. */
static void sum(const pc_direct *plan, const pc_arrays *a, const pc_work_item *work, pc_size block,
                pc_size first, pc_size count, pc_size row, pc_size rows, char *sums) {
    const pc_direct_shape *shape = &plan->shape;
    if (shape->variant == PC_SPATIAL) {
        pc_spatial_block(plan, work, block, first, count, rows, sums);
    } else if (shape->variant == PC_DOT) {
        const pc_size width = plan->packing.shape.axes[2].kernel;
        pc_dot_args dot = {.pixel = work->pixel_offset + row * work->row_entries,
                           .pixels = rows * work->row_entries,
                           .add = first > 0};
        sum_dots(plan, &dot, work->x, count * shape->taps / width, width, work->tap_offset,
                 block_weights(plan, work, block, first), sums);
    } else {
        pc_igemm_block(plan, a, work, block, first, count, row, rows, sums);
    }
}

/* Compute a tile of one group. */
static void compute_group(const pc_direct *plan, const pc_arrays *a, pc_work_item *work) {
    const pc_direct_shape *shape = &plan->shape;
    const pc_tile *tile = &work->tile;
    pc_size ic_count, count, rows = tile->size[0] * (shape->flat ? 1 : tile->size[1]);
    int once = plan->packing.shape.ic_block >= shape->channels;
    if (work->signal) {
        pc_signal(plan, a, work);
        return;
    }
    if (work->accumulates_in_out) {
        pc_spatial_in_out(plan, a, work);
        return;
    }
    if (work->dots_in_out) {
        compute_dot_rows(plan, a, work);
        return;
    }
    for (pc_size first = 0; first < shape->channels; first += ic_count) {
        ic_count = pc_min(plan->packing.shape.ic_block, shape->channels - first);
        read_channels(plan, a, work, first, ic_count);
        for (pc_size block = work->first_oc_block; block < work->end_oc_block; block++) {
            if (pc_stop_requested(work->token))
                return;
            if (lanes_are_channels(plan))
                set_width(plan, work,
                          block + 1 < shape->oc_blocks ? shape->oc_block : shape->last_oc_block);
            pc_size kept = once ? 0 : (block - work->first_oc_block) * block_sums(plan);
            for (pc_size row = 0; row < rows; row += count) {
                char *sums = work->sums + (kept + row * work->row_sums) * shape->itemsize;
                count = pc_min(shape->rows_per_store, rows - row);
                if (shape->skips_padding)
                    pc_igemm_valid_taps(plan, work, block, first, ic_count, row, count, sums);
                else if (shape->variant != PC_STENCIL)
                    sum(plan, a, work, block, first, ic_count, row, count, sums);
                else if (pc_stencil(plan, a, work, block, first, ic_count, sums))
                    break;
                if (first + ic_count == shape->channels && !work->igemm_in_out)
                    pc_store_block(plan, a, work, block, row, count, sums);
            }
        }
    }
}

/* Return the arrays of the first phase, whose outputs are `step` outputs apart. */
static pc_arrays first_place(const pc_direct *plan, const pc_arrays *a) {
    pc_arrays arrays = *a;
    for (int i = 0; i < 3; i++)
        arrays.out_stride[i] *= plan->step[i];
    return arrays;
}

void pc_direct_compute(const pc_direct *plan, const pc_arrays *a, const char *weights, int finite,
                       pc_size item, char *memory, pc_stop_token *token) {
    const pc_direct_shape *shape = &plan->shape;
    pc_work_item work;
    pc_arrays arrays;
    if (plan->places > 0) {
        arrays = first_place(plan, a);
        a = &arrays;
    }
    work.weights = weights;
    work.token = token;
    work.finite = finite;
    work.tap_runs = 1;
    locate_item(plan, item, &work);
    partition_memory(plan, memory, &work);
    if (shape->interleaves_in_registers) {
        pc_spatial_interleaved(plan, a, &work);
        return;
    }
    work.igemm_in_out = igemm_in_out(plan, a);
    work.accumulates_in_out = sums_fit_out(plan, a, &work);
    work.zero_copy = reads_zero_copy(plan, a, &work);
    work.signal = pc_is_signal(plan, a, &work);
    if (plan->packing.shape.axes[1].tiles > 1)
        pc_cut_at_lines(plan, a, &work);
    measure(plan, a, &work);
    zero_unused_places(plan, &work);
    work.stride2 = reads_stride2(plan, a, &work);
    work.dots_in_out = dots_in_out(plan, a, &work);
    if (!(shape->variant == PC_STENCIL || shape->variant == PC_DEPTHWISE || work.stride2 ||
          work.dots_in_out || work.signal))
        list_pixels(plan, a, &work);
    const int planes_in_out = shape->single_plane && out_holds_sums(plan, a, a->out_stride[2]);
    if (plan->places > 0) {
        pc_igemm_places(plan, a, &work);
    } else if (shape->variant == PC_DEPTHWISE) {
        pc_depthwise(plan, a, &work);
    } else if (work.zero_copy && shape->variant == PC_STENCIL) {
        pc_stencil_planes(plan, a, &work);
    } else if (planes_in_out && reads_interior(plan, a)) {
        pc_stencil_interior(plan, a, &work);
    } else if (planes_in_out && work.tile.whole_rows) {
        pc_stencil_planes(plan, a, &work);
    } else {
        for (; work.tile.group < work.end_group && !pc_stop_requested(token); work.tile.group++) {
            compute_group(plan, a, &work);
            work.tile.padding_filled = 1;
        }
    }
}
