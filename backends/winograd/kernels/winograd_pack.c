#include "winograd_pack.h"

#include <string.h>

/* Of the elements that tiles read along an axis: those inside the input, and the input index of the
 * first of them. */
typedef struct {
    pc_size first, end, source;
} valid_range;

/* Elements of a residue that `tiles` neighbouring tiles read. */
static pc_size tiles_extent(const pc_winograd_axis *axis, pc_size tiles) {
    return (tiles - 1) * axis->outputs + axis->points;
}

/* Padded coordinates that the tiles of all residues read along the last axis. */
static pc_size row_extent(const pc_winograd_axis *width, const pc_winograd_block *block) {
    return (tiles_extent(width, block->tiles[2]) - 1) * width->dilation + block->residues[2];
}

/* Of `count` coordinates first, first + step, ...: those between 0 and n - 1. */
static valid_range valid_range_of(pc_size first, pc_size step, pc_size count, pc_size n) {
    valid_range range;
    range.first = first < 0 ? (step - 1 - first) / step : 0;
    range.source = first + range.first * step;
    range.end = first < n ? pc_min(count, (n - first + step - 1) / step) : 0;
    return range;
}

/* The elements that tiles of one residue read along axis i. */
static valid_range residue_range(const pc_winograd_axis *axis, const pc_winograd_block *block,
                                  int i, pc_size residue) {
    return valid_range_of(pc_winograd_first_output(axis, block, i, residue) - axis->lo,
                        axis->dilation, tiles_extent(axis, block->tiles[i]), axis->n);
}

/* The index of an element of a residue among all phases of axis i. */
static pc_size packed_index(const pc_winograd_axis *axis, const pc_winograd_block *block, int i,
                            pc_size element, pc_size residue) {
    return element % axis->outputs * block->phase_len[i] +
           element / axis->outputs * block->residues[i] + residue;
}

/* Elements between the depths of a packed plane. */
static pc_size depth_stride(const pc_winograd *conv, const pc_winograd_block *block) {
    const pc_winograd_axis *height = &conv->plan.axes[1], *width = &conv->plan.axes[2];
    return height->outputs * block->phase_len[1] * width->outputs * block->phase_len[2];
}

/* Return true if rows of the input are copied without conversion, with constant padding. */
static int copies_rows(const pc_winograd *conv, const pc_arrays *a) {
    const pc_winograd_plan *plan = &conv->plan;
    pc_size size = plan->parts * plan->itemsize;
    return plan->same_type && plan->constant_padding &&
           (a->x_stride[2] == size || a->x_channel == size);
}

/* Fill `channels` * parts rows of n elements with the padding value. */
static void fill(const pc_winograd *conv, char *to, pc_size channels, pc_size n) {
    const pc_winograd_plan *plan = &conv->plan;
    if (plan->parts == 1) {
        n *= channels;
        channels = 1;
    }
    for (pc_size row = 0; row < channels * plan->parts; row++, to += n * plan->itemsize)
        conv->kernels->pad_rows(NULL, 0, 1, n, 0, 0, &conv->readers[row % plan->parts].padding, to,
                                0);
}

pc_size pc_winograd_begin_packing(const pc_winograd *conv, const pc_arrays *a,
                                  const pc_winograd_block *block, char *padded_row, char *planes) {
    const pc_winograd_plan *plan = &conv->plan;
    if (!copies_rows(conv, a))
        return 1;
    pc_size ic_block = a->x_stride[2] == plan->parts * plan->itemsize ? 1 : plan->ic_block;
    fill(conv, planes, block->images * ic_block, plan->channel_plane);
    fill(conv, padded_row, ic_block, plan->padded_row);
    return ic_block;
}

/* Deinterleave a padded row by phase; elements of neighbouring residues stay neighbours. */
static void deinterleave_row(const pc_winograd *conv, const pc_winograd_block *block,
                             const char *padded_row, char *to) {
    const pc_winograd_axis *width = &conv->plan.axes[2];
    pc_size itemsize = conv->plan.itemsize;
    pc_deinterleave_runs(padded_row, tiles_extent(width, block->tiles[2]), width->dilation * itemsize,
            block->residues[2] * itemsize, (int)width->outputs, to,
            block->phase_len[1] * block->phase_len[2] * itemsize);
}

/* ---- rows copied without conversion ---- */

/* Copy rows of n elements, `row_bytes` bytes apart, to rows `row_stride` elements apart. Channels,
 * and parts of complex elements, go to rows `part_stride` elements apart. */
static void copy_rows(const pc_winograd *conv, const pc_arrays *a, const char *source,
                      pc_size row_bytes, pc_size rows, pc_size n, pc_size channels, char *to,
                      pc_size row_stride, pc_size part_stride) {
    pc_size itemsize = conv->plan.itemsize, parts = conv->plan.parts;
    if (a->x_stride[2] == parts * itemsize) {
        if (parts == 1)
            conv->kernels->pad_rows(source, row_bytes, rows, 0, n, 0, &conv->readers[0].padding, to,
                                    row_stride);
        else
            conv->kernels->deinterleave(source, row_bytes, rows, 2 * n, to, to + part_stride * itemsize,
                                 row_stride);
        return;
    }
    for (pc_size row = 0; row < rows; row++)
        conv->kernels->transpose(source + row * row_bytes, a->x_stride[2] / itemsize, n,
                                 channels * parts, NULL, to + row * row_stride * itemsize,
                                 part_stride * itemsize);
}

/* Copy each row into the middle of a padded row, and deinterleave that. */
static void copy_deinterleaved_rows(const pc_winograd *conv, const pc_arrays *a,
                                    const pc_winograd_block *block, const char *source,
                                    pc_size row_bytes, pc_size rows, const valid_range *columns,
                                    pc_size channels, char *padded_row, char *to,
                                    pc_size row_stride) {
    const pc_winograd_plan *plan = &conv->plan;
    pc_size itemsize = plan->itemsize;
    for (pc_size row = 0; row < rows; row++) {
        copy_rows(conv, a, source + row * row_bytes, row_bytes, 1, columns->end - columns->first,
                  channels, padded_row + columns->first * itemsize, 0, plan->padded_row);
        for (pc_size part = 0; part < channels * plan->parts; part++)
            deinterleave_row(conv, block, padded_row + part * plan->padded_row * itemsize,
                             to + (part * plan->channel_plane + row * row_stride) * itemsize);
    }
}

/* Copy the rows of one residue that are inside the input; `source` is row 0 of the input. */
static void copy_residue_rows(const pc_winograd *conv, const pc_arrays *a,
                              const pc_winograd_block *block, const char *source, pc_size residue,
                              const valid_range *columns, pc_size channels, char *padded_row,
                              char *packed) {
    const pc_winograd_plan *plan = &conv->plan;
    const pc_winograd_axis *height = &plan->axes[1];
    pc_size m = height->outputs, row_bytes = height->dilation * a->x_stride[1];
    pc_size row_stride = block->residues[1] * pc_winograd_row_stride(conv, block);
    valid_range inside = residue_range(height, block, 1, residue);
    source += inside.source * a->x_stride[1];
    for (pc_size f = 0; f < m; f++) {
        /* Rows of a phase are consecutive here, and m rows of the residue apart in the input. */
        pc_size y = inside.first + (f - inside.first % m + m) % m;
        pc_size rows = y < inside.end ? (inside.end - y + m - 1) / m : 0;
        const char *row = source + (y - inside.first) * row_bytes;
        pc_size at = pc_winograd_row_offset(conv, block, f, y / m * block->residues[1] + residue);
        char *to = packed + at * plan->itemsize;
        if (plan->axes[2].dilation > 1)
            copy_deinterleaved_rows(conv, a, block, row, m * row_bytes, rows, columns, channels,
                                    padded_row, to, row_stride);
        else
            copy_rows(conv, a, row, m * row_bytes, rows, columns->end - columns->first, channels,
                      to + columns->first * plan->itemsize, row_stride, plan->channel_plane);
    }
}

/* Copy the part of `channels` consecutive channels that is inside the input. */
static void copy_channels(const pc_winograd *conv, const pc_arrays *a,
                          const pc_winograd_block *block, const char *source, pc_size channels,
                          char *padded_row, char *packed) {
    const pc_winograd_axis *depth = &conv->plan.axes[0], *width = &conv->plan.axes[2];
    valid_range columns =
        valid_range_of(pc_winograd_first_output(width, block, 2, 0) - width->lo, 1,
                       row_extent(width, block), width->n);
    if (columns.end <= columns.first)
        return;
    source += columns.source * a->x_stride[2];
    for (pc_size z = 0; z < block->residues[0]; z++) {
        valid_range inside = residue_range(depth, block, 0, z);
        for (pc_size e = inside.first; e < inside.end; e++) {
            pc_size from = inside.source + (e - inside.first) * depth->dilation;
            pc_size at = packed_index(depth, block, 0, e, z) * depth_stride(conv, block);
            for (pc_size y = 0; y < block->residues[1]; y++)
                copy_residue_rows(conv, a, block, source + from * a->x_stride[0], y, &columns,
                                  channels, padded_row, packed + at * conv->plan.itemsize);
        }
    }
}

/* ---- any type, strides and padding mode ---- */

/* Return the input index of an element of a residue; -1 in the padding and beyond it. */
static pc_size source_index(const pc_winograd *conv, const pc_winograd_block *block, int i,
                            pc_size element, pc_size residue) {
    const pc_winograd_axis *axis = &conv->plan.axes[i];
    pc_size at = pc_winograd_first_output(axis, block, i, residue) + element * axis->dilation;
    return at < axis->padded ? pc_input_index(&conv->input_axes[i], at) : -1;
}

/* Read one padded row. Elements beyond the padded input, which no output needs, become zero. */
static void read_row(const pc_winograd *conv, const pc_arrays *a, int part,
                     const pc_winograd_block *block, const char *row, char *padded_row, char *to,
                     void *max_abs) {
    const pc_winograd_axis *width = &conv->plan.axes[2];
    pc_size itemsize = conv->plan.itemsize;
    int dilated = width->dilation > 1;
    pc_size first = pc_winograd_first_output(width, block, 2, 0);
    pc_size length = dilated ? row_extent(width, block) : width->outputs * block->phase_len[2];
    pc_size count = pc_min(length, width->padded - first);
    pc_reader reader = conv->readers[part];
    char *packed = dilated ? padded_row : to;
    reader.stride = a->x_stride[2];
    pc_read_row(&reader, packed, row, first, 1, count);
    if (max_abs)
        conv->max_abs(packed, count, max_abs);
    memset(packed + count * itemsize, 0, (length - count) * itemsize);
    if (dilated)
        deinterleave_row(conv, block, padded_row, to);
}

/* Read a part of one channel; `plane` is NULL for the imaginary part of a real input. */
static void read_channel(const pc_winograd *conv, const pc_arrays *a, int part,
                         const pc_winograd_block *block, const char *plane, char *padded_row,
                         char *packed, void *max_abs) {
    const pc_winograd_axis *depth = &conv->plan.axes[0], *height = &conv->plan.axes[1];
    pc_size z_residues = block->residues[0], y_residues = block->residues[1], m = height->outputs;
    for (pc_size z = 0; z < tiles_extent(depth, block->tiles[0]) * z_residues; z++) {
        pc_size from_z = source_index(conv, block, 0, z / z_residues, z % z_residues);
        pc_size at = packed_index(depth, block, 0, z / z_residues, z % z_residues) *
                     depth_stride(conv, block);
        for (pc_size y = 0; y < tiles_extent(height, block->tiles[1]) * y_residues; y++) {
            pc_size e = y / y_residues;
            pc_size from_y = source_index(conv, block, 1, e, y % y_residues);
            pc_size row =
                pc_winograd_row_offset(conv, block, e % m, e / m * y_residues + y % y_residues);
            int inside = plane && from_z >= 0 && from_y >= 0;
            read_row(conv, a, part, block,
                     inside ? plane + from_z * a->x_stride[0] + from_y * a->x_stride[1] : NULL,
                     padded_row, packed + (at + row) * conv->plan.itemsize, max_abs);
        }
    }
}

void pc_winograd_pack(const pc_winograd *conv, const pc_arrays *a, const pc_winograd_block *block,
                      const char *source, pc_size channels, char *padded_row, char *planes,
                      void *max_abs) {
    const pc_winograd_plan *plan = &conv->plan;
    if (copies_rows(conv, a)) {
        copy_channels(conv, a, block, source, channels, padded_row, planes);
        if (max_abs)
            conv->max_abs(planes, channels * plan->parts * plan->channel_plane, max_abs);
        return;
    }
    for (int part = 0; part < plan->parts; part++) {
        int present = part == 0 || plan->imaginary_offset > 0;
        read_channel(conv, a, part, block, present ? source + part * plan->imaginary_offset : NULL,
                     padded_row, planes + part * plan->channel_plane * plan->itemsize, max_abs);
    }
}

/* ---- rows read without packing ---- */

int pc_winograd_reads_rows(const pc_winograd *conv, const pc_arrays *a) {
    const pc_winograd_plan *plan = &conv->plan;
    return plan->rank == 2 && plan->zero_padding && plan->same_type &&
           a->x_stride[2] == plan->itemsize;
}

void pc_winograd_track_max_abs(const pc_winograd *conv, const pc_winograd_rows *rows,
                               void *max_abs) {
    const pc_winograd_axis *height = &conv->plan.axes[1];
    pc_size y = pc_max(0, rows->first_row), n = rows->width;
    pc_size end = rows->first_row + (rows->tile_rows - 1) * height->outputs + height->points;
    pc_size count = pc_min(height->n, end) - y;
    /* Contiguous rows are one run. */
    if (rows->x_stride == n * conv->plan.itemsize && count > 0) {
        n *= count;
        count = 1;
    }
    for (const char *row = rows->x + y * rows->x_stride; count > 0; count--, row += rows->x_stride)
        conv->max_abs(row, n, max_abs);
}
