#include "winograd_pack.h"

#include <string.h>

/* Which of the elements that tiles read along an axis are inside the input, and the first there. */
typedef struct {
    pc_size first, last, source;
} span;

/* Elements of a residue that so many neighbouring tiles read. */
static pc_size reach(const pc_winograd_axis *axis, pc_size tiles) {
    return (tiles - 1) * axis->outputs + axis->points;
}

/* Padded coordinates that tiles of all residues read along the last axis. */
static pc_size line_length(const pc_winograd_axis *width, const pc_winograd_block *block) {
    return (reach(width, block->tiles[2]) - 1) * width->dilation + block->residues[2];
}

/* Of `count` coordinates from `first` on, `step` apart, those that are elements 0 to n - 1. */
static span inside(pc_size first, pc_size step, pc_size count, pc_size n) {
    span there;
    there.first = first < 0 ? (step - 1 - first) / step : 0;
    there.source = first + there.first * step;
    there.last = first < n ? pc_min(count, (n - first + step - 1) / step) : 0;
    return there;
}

/* What tiles of one residue read along an axis. */
static span elements(const pc_winograd_axis *axis, const pc_winograd_block *block, int i,
                     pc_size residue) {
    return inside(pc_winograd_first(axis, block, i, residue) - axis->lo, axis->dilation,
                  reach(axis, block->tiles[i]), axis->n);
}

/* Where an element of a residue stands among all places: phase by phase. */
static pc_size place(const pc_winograd_axis *axis, const pc_winograd_block *block, int i,
                     pc_size element, pc_size residue) {
    return element % axis->outputs * block->places[i] +
           element / axis->outputs * block->residues[i] + residue;
}

/* Elements of all rows of a packed plane. */
static pc_size slice(const pc_winograd_input *input, const pc_winograd_block *block) {
    return input->axes[1].outputs * block->places[1] * input->axes[2].outputs * block->places[2];
}

/* Whether rows of the input are copied as they are, between constant padding. */
static int copied(const pc_winograd_input *input, const pc_arrays *a) {
    pc_size size = input->parts * input->itemsize;
    return input->plain && input->constant && (a->x_stride[2] == size || a->x_channel == size);
}

/* Fill `channels` times as many rows of n elements as a channel has parts. */
static void fill(const pc_winograd_input *input, char *to, pc_size channels, pc_size n) {
    if (input->parts == 1) {
        n *= channels;
        channels = 1;
    }
    for (pc_size row = 0; row < channels * input->parts; row++, to += n * input->itemsize)
        input->kernels->pad_rows(NULL, 0, 1, n, 0, 0, &input->readers[row % input->parts].padding,
                                 to, 0);
}

pc_size pc_winograd_frame(const pc_winograd_input *input, const pc_arrays *a,
                          const pc_winograd_block *block, char *line, char *planes) {
    if (!copied(input, a))
        return 1;
    pc_size together = a->x_stride[2] == input->parts * input->itemsize ? 1 : input->together;
    fill(input, planes, block->images * together, input->plane);
    fill(input, line, together, input->line);
    return together;
}

/* Sort a padded line by phase: residues stay side by side. */
static void deal(const pc_winograd_input *input, const pc_winograd_block *block, const char *line,
                 char *to) {
    const pc_winograd_axis *width = &input->axes[2];
    pc_deinterleave_runs(line, reach(width, block->tiles[2]), width->dilation * input->itemsize,
            block->residues[2] * input->itemsize, (int)width->outputs, to,
            block->places[1] * block->places[2] * input->itemsize);
}

/* ---- whole rows ---- */

/* Copy rows of n elements, `step` bytes apart, to rows `pitch` elements apart; channels side by
 * side, and the parts of each, come to be `part_step` elements apart. */
static void copy_rows(const pc_winograd_input *input, const pc_arrays *a, const char *source,
                      pc_size step, pc_size rows, pc_size n, pc_size channels, char *to,
                      pc_size pitch, pc_size part_step) {
    pc_size size = input->itemsize;
    if (a->x_stride[2] == input->parts * size) {
        if (input->parts == 1)
            input->kernels->pad_rows(source, step, rows, 0, n, 0, &input->readers[0].padding, to,
                                     pitch);
        else
            input->kernels->deinterleave(source, step, rows, 2 * n, to, to + part_step * size, pitch);
        return;
    }
    for (pc_size row = 0; row < rows; row++)
        input->kernels->transpose(source + row * step, a->x_stride[2] / size, n,
                                  channels * input->parts, NULL, to + row * pitch * size,
                                  part_step * size);
}

/* Copy n elements of each row into the middle of a padded line, and deal that out. */
static void deal_rows(const pc_winograd_input *input, const pc_arrays *a,
                      const pc_winograd_block *block, const char *source, pc_size step,
                      pc_size rows, const span *wide, pc_size channels, char *line, char *to,
                      pc_size pitch) {
    pc_size size = input->itemsize;
    for (pc_size row = 0; row < rows; row++) {
        copy_rows(input, a, source + row * step, step, 1, wide->last - wide->first, channels,
                  line + wide->first * size, 0, input->line);
        for (pc_size part = 0; part < channels * input->parts; part++)
            deal(input, block, line + part * input->line * size,
                 to + (part * input->plane + row * pitch) * size);
    }
}

/* Copy the rows of one residue that are inside the input, the first of which starts at `source`. */
static void copy_plane(const pc_winograd_input *input, const pc_arrays *a,
                       const pc_winograd_block *block, const char *source, pc_size residue,
                       const span *wide, pc_size channels, char *line, char *packed) {
    const pc_winograd_axis *height = &input->axes[1];
    pc_size m = height->outputs, step = height->dilation * a->x_stride[1];
    pc_size pitch = block->residues[1] * pc_winograd_pitch(input, block);
    span high = elements(height, block, 1, residue);
    source += high.source * a->x_stride[1];
    for (pc_size f = 0; f < m; f++) {
        /* The rows of a phase are neighbours here, and m apart among those of the residue. */
        pc_size y = high.first + (f - high.first % m + m) % m;
        pc_size rows = y < high.last ? (high.last - y + m - 1) / m : 0;
        const char *row = source + (y - high.first) * step;
        pc_size at = pc_winograd_row(input, block, f, y / m * block->residues[1] + residue);
        char *to = packed + at * input->itemsize;
        if (input->axes[2].dilation > 1)
            deal_rows(input, a, block, row, m * step, rows, wide, channels, line, to, pitch);
        else
            copy_rows(input, a, row, m * step, rows, wide->last - wide->first, channels,
                      to + wide->first * input->itemsize, pitch, input->plane);
    }
}

/* Copy what is inside the input, of one channel or several side by side. */
static void copy(const pc_winograd_input *input, const pc_arrays *a, const pc_winograd_block *block,
                 const char *source, pc_size channels, char *line, char *packed) {
    const pc_winograd_axis *depth = &input->axes[0], *width = &input->axes[2];
    span wide = inside(pc_winograd_first(width, block, 2, 0) - width->lo, 1,
                       line_length(width, block), width->n);
    if (wide.last <= wide.first)
        return;
    source += wide.source * a->x_stride[2];
    for (pc_size z = 0; z < block->residues[0]; z++) {
        span deep = elements(depth, block, 0, z);
        for (pc_size e = deep.first; e < deep.last; e++) {
            pc_size from = deep.source + (e - deep.first) * depth->dilation;
            pc_size at = place(depth, block, 0, e, z) * slice(input, block);
            for (pc_size y = 0; y < block->residues[1]; y++)
                copy_plane(input, a, block, source + from * a->x_stride[0], y, &wide, channels,
                           line, packed + at * input->itemsize);
        }
    }
}

/* ---- any rows ---- */

/* Input index behind an element of a residue; -1 in the padding and past its end. */
static pc_size source_of(const pc_winograd_axis *axis, const pc_winograd_block *block, int i,
                         pc_size element, pc_size residue) {
    pc_size at = pc_winograd_first(axis, block, i, residue) + element * axis->dilation;
    return at < axis->padded ? axis->source[at] : -1;
}

/* Copy the padded input of one row; past its end, what no output needs is zero. */
static void pack_row(const pc_winograd_input *input, const pc_arrays *a, int part,
                     const pc_winograd_block *block, const char *row, char *line, char *to,
                     void *most) {
    const pc_winograd_axis *width = &input->axes[2];
    int dealt = width->dilation > 1;
    pc_size first = pc_winograd_first(width, block, 2, 0);
    pc_size length = dealt ? line_length(width, block) : width->outputs * block->places[2];
    pc_size count = pc_min(length, width->padded - first);
    pc_reader reader = input->readers[part];
    char *packed = dealt ? line : to;
    reader.stride = a->x_stride[2];
    pc_read_row(&reader, packed, row, first, 1, count);
    if (most)
        input->max_abs(packed, count, most);
    memset(packed + count * input->itemsize, 0, (length - count) * input->itemsize);
    if (dealt)
        deal(input, block, line, to);
}

/* Copy a part of one channel, in any padding mode; a plane of NULL is zero. */
static void pack(const pc_winograd_input *input, const pc_arrays *a, int part,
                 const pc_winograd_block *block, const char *plane, char *line, char *packed,
                 void *most) {
    const pc_winograd_axis *depth = &input->axes[0], *height = &input->axes[1];
    pc_size deep = block->residues[0], high = block->residues[1], m = height->outputs;
    for (pc_size z = 0; z < reach(depth, block->tiles[0]) * deep; z++) {
        pc_size from_z = source_of(depth, block, 0, z / deep, z % deep);
        pc_size at = place(depth, block, 0, z / deep, z % deep) * slice(input, block);
        for (pc_size y = 0; y < reach(height, block->tiles[1]) * high; y++) {
            pc_size e = y / high, from_y = source_of(height, block, 1, e, y % high);
            pc_size row = pc_winograd_row(input, block, e % m, e / m * high + y % high);
            int there = plane && from_z >= 0 && from_y >= 0;
            pack_row(input, a, part, block,
                     there ? plane + from_z * a->x_stride[0] + from_y * a->x_stride[1] : NULL,
                     line, packed + (at + row) * input->itemsize, most);
        }
    }
}

void pc_winograd_pack(const pc_winograd_input *input, const pc_arrays *a,
                      const pc_winograd_block *block, const char *source, pc_size channels,
                      char *line, char *planes, void *most) {
    if (copied(input, a)) {
        copy(input, a, block, source, channels, line, planes);
        if (most)
            input->max_abs(planes, channels * input->parts * input->plane, most);
    } else {
        for (int part = 0; part < input->parts; part++)
            pack(input, a, part, block,
                 part == 0 || input->x_part ? source + part * input->x_part : NULL, line,
                 planes + part * input->plane * input->itemsize, most);
    }
}
