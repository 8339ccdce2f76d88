#include "tiles.h"

#include <stdlib.h>
#include <string.h>

/* Padded coordinates from the first to the last that a tile of `size` outputs reads. */
static pc_size reach(const pc_tile_axis *axis, pc_size size) {
    return (size - 1) * axis->stride + (axis->kernel - 1) * axis->dilation + 1;
}

/* Packed places of a run that a tile of `size` outputs needs. */
static pc_size run_used(const pc_tile_axis *axis, pc_size size, pc_size run) {
    if (axis->overlapped)
        return reach(axis, size);
    /* As many as there are coordinates to read, which separate runs and late phases pass sooner. */
    pc_size left = reach(axis, size) - 1 - run * axis->run_step;
    return left < 0 ? 0 : pc_min(axis->run_length - axis->tile + size, left / axis->stride + 1);
}

/* Padded coordinate behind a packed place of a tile, or -1 if the tile needs none there. */
static pc_size coordinate(const pc_tile_axis *axis, pc_size start, pc_size size, pc_size place) {
    pc_size run = 0, step = 1;
    if (!axis->overlapped) {
        run = place / axis->run_length;
        place %= axis->run_length;
        step = axis->stride;
    }
    if (run >= axis->runs || place >= run_used(axis, size, run))
        return -1;
    return start * axis->stride + place * step + run * axis->run_step;
}

/* Whether even and odd elements of a row stand apart. */
static int in_two_phases(const pc_tile_axis *axis) {
    return axis->stride == 2 && axis->runs == 2 && axis->run_step == 1;
}

void pc_measure(const pc_packing *p, const pc_arrays *a, pc_tile *tile) {
    const pc_tile_axis *height = &p->axes[1], *width = &p->axes[2];
    pc_size y = height->input.lo - tile->start[1] * height->stride;
    pc_size x = width->input.lo - tile->start[2] * width->stride;
    tile->height = reach(height, tile->size[1]);
    tile->width = reach(width, tile->size[2]);
    tile->above = pc_clamp(y, tile->height);
    tile->below = tile->height - pc_clamp(y + height->input.n, tile->height);
    tile->left = pc_clamp(x, tile->width);
    tile->right = tile->width - pc_clamp(x + width->input.n, tile->width);
    pc_size outside = tile->left + tile->right + tile->above + tile->below;
    int plain = p->plain && !p->widens_halves && a->x_stride[2] == p->itemsize;
    int rows = p->widens_halves ? a->x_stride[2] == sizeof(uint16_t) : plain;
    int constant = p->constant || outside == 0;
    tile->whole_rows =
        rows && constant && height->overlapped && tile->left + tile->right < tile->width;
    tile->in_runs = plain && constant &&
                    !(height->overlapped && (width->overlapped || in_two_phases(width)));
}

void pc_meets(const pc_tile_axis *axis, pc_size start, pc_size size, pc_size tap, pc_size *first,
              pc_size *last) {
    pc_size from_lo = axis->input.lo - start * axis->stride - tap * axis->dilation;
    *first = pc_count_before(from_lo, axis->stride, size);
    *last = pc_count_before(from_lo + axis->input.n, axis->stride, size);
}

/* ---- whole rows ---- */

/* Fill `count` elements with padding. */
static void fill_by(const pc_packing *p, const pc_reader *reader, char *to, pc_size count) {
    if (count > 0)
        p->kernels->pad_rows(NULL, 0, 1, count, 0, 0, &reader->padding, to, 0);
}
static void fill(const pc_packing *p, char *to, pc_size count) {
    fill_by(p, &p->readers[0], to, count);
}

/* Fill the columns of padding of rows whose even and odd elements stand apart; what is behind them
 * belongs to no output. */
static void fill_phases(const pc_packing *p, const pc_tile *tile, pc_size rows, char *packed) {
    const pc_tile_axis *width = &p->axes[2];
    for (pc_size x = 0; x < tile->width; x++) {
        if (x == tile->left && (x = tile->width - tile->right) == tile->width)
            break;
        p->kernels->pad_rows(NULL, 0, rows, 1, 0, 0, &p->readers[0].padding,
                             packed + (x % 2 * width->run_length + x / 2) * p->itemsize,
                             width->length);
    }
}

/* Copy the rows of a plane that are inside the input, and fill what is around them. */
static void pad_rows(const pc_packing *p, const pc_arrays *a, const pc_tile *tile,
                     const char *plane, char *packed, char *line) {
    const pc_copy_kernels *kernels = p->kernels;
    const pc_tile_axis *width = &p->axes[2];
    const void *value = &p->readers[0].padding;
    const int halves = p->widens_halves;
    /* From the caller's rows. */
    void (*const pad)(const char *, pc_size, pc_size, pc_size, pc_size, pc_size, const void *,
                      void *, pc_size) = halves ? kernels->pad_rows_f16 : kernels->pad_rows;
    pc_size left = tile->left, right = tile->right, n = tile->width - left - right;
    pc_size inside = tile->height - tile->above - tile->below;
    pc_size pitch = width->length, step = a->x_stride[1];
    if (!tile->framed) {
        fill(p, packed, tile->above * pitch);
        fill(p, packed + (tile->above + inside) * pitch * p->itemsize, tile->below * pitch);
    }
    packed += tile->above * pitch * p->itemsize;
    if (in_two_phases(width)) {
        if (!tile->framed)
            fill_phases(p, tile, inside, packed);
        /* The first element inside stands in the first phase if `left` is even. */
        (halves ? kernels->deinterleave_f16 : kernels->deinterleave)(
            plane, step, inside, n,
            packed + (left % 2 * width->run_length + left / 2) * p->itemsize,
            packed + ((left + 1) % 2 * width->run_length + (left + 1) / 2) * p->itemsize, pitch);
    } else if (!width->overlapped) {
        /* Of half precision; plain elements are packed in runs. */
        for (pc_size h = 0; h < inside; h++) {
            pad(plane + h * step, 0, 1, left, n, right, value, line, 0);
            for (pc_size run = 0; run < width->runs; run++)
                kernels->pad_strided_rows(
                    line + run * width->run_step * p->itemsize, 0, width->stride, 1, 0,
                    run_used(width, tile->size[2], run), 0, value,
                    packed + (h * pitch + run * width->run_length) * p->itemsize, 0);
        }
    } else if (n == pitch && step == n * a->x_stride[2]) {
        pad(plane, 0, 1, 0, n * inside, 0, value, packed, 0);
    } else if (tile->framed) {
        pad(plane, step, inside, 0, n, 0, value, packed + left * p->itemsize, pitch);
    } else {
        pad(plane, step, inside, left, n, right, value, packed, pitch);
    }
}

/* Copy one channel of a tile in whole rows. */
static void pack_rows(const pc_packing *p, const pc_arrays *a, const pc_tile *tile,
                      const char *plane, char *packed, char *line) {
    const pc_tile_axis *depth = &p->axes[0], *height = &p->axes[1], *width = &p->axes[2];
    plane += (tile->start[1] * height->stride + tile->above - height->input.lo) * a->x_stride[1];
    plane += (tile->start[2] * width->stride + tile->left - width->input.lo) * a->x_stride[2];
    for (pc_size d = 0; d < depth->length; d++) {
        pc_size z = coordinate(depth, tile->start[0], tile->size[0], d);
        if (z >= 0) {
            z = depth->input.source[z];
            if (z >= 0)
                pad_rows(p, a, tile, plane + z * a->x_stride[0], packed, line);
            else if (!tile->framed)
                fill(p, packed, tile->height * width->length);
        }
        packed += height->length * width->length * p->itemsize;
    }
}

/* ---- runs of plain rows ---- */

/* The packed places of one run: the first coordinate, in the input, and the distance of the others;
 * how many there are, how many of them lie before the input, and how many in it. */
typedef struct {
    pc_size first, step, count, outside, inside;
} run_places;

static run_places places(const pc_tile_axis *axis, pc_size start, pc_size size, pc_size run) {
    run_places r;
    r.first = start * axis->stride + run * axis->run_step - axis->input.lo;
    r.step = axis->overlapped ? 1 : axis->stride;
    r.count = run_used(axis, size, run);
    r.outside = pc_count_before(-r.first, r.step, r.count);
    r.inside = pc_count_before(axis->input.n - r.first, r.step, r.count) - r.outside;
    return r;
}

/* What `pack_run` does, place by place. */
static inline __attribute__((always_inline)) void
pack_few(const char *plane, pc_size row_step, const run_places *down, const run_places *across,
         const void *value, pc_size pitch, char *to, const pc_size size) {
    for (pc_size r = 0; r < down->count; r++, to += pitch * size) {
        const char *row = plane + (down->first + r * down->step) * row_step;
        int outside = r < down->outside || r >= down->outside + down->inside;
        for (pc_size i = 0; i < across->count; i++) {
            int padding = outside || i < across->outside || i >= across->outside + across->inside;
            if (padding)
                memcpy(to + i * size, value, size);
            else
                memcpy(to + i * size, row + (across->first + i * across->step) * size, size);
        }
    }
}

/* Places of a run that are copied sooner than it takes to begin with a row. */
enum { FEW = 4 };

/* Copy one run of rows and columns of a plane, each row of it `pitch` elements after the other. */
static void pack_run(const pc_packing *p, const pc_arrays *a, const char *plane,
                     const run_places *down, const run_places *across, pc_size pitch, char *to) {
    const pc_copy_kernels *kernels = p->kernels;
    const void *value = &p->readers[0].padding;
    if (down->count * across->count <= FEW) {
        if (p->itemsize == 4)
            pack_few(plane, a->x_stride[1], down, across, value, pitch, to, 4);
        else
            pack_few(plane, a->x_stride[1], down, across, value, pitch, to, 8);
        return;
    }
    pc_size left = across->outside, n = across->inside, right = across->count - left - n;
    pc_size above = down->outside, rows = down->inside, below = down->count - above - rows;
    pc_size row_step = down->step * a->x_stride[1];
    plane += (down->first + above * down->step) * a->x_stride[1];
    plane += (across->first + left * across->step) * p->itemsize;
    kernels->pad_rows(NULL, 0, above, across->count, 0, 0, value, to, pitch);
    to += above * pitch * p->itemsize;
    if (across->step == 1 || n == 0)
        kernels->pad_rows(plane, row_step, rows, left, n, right, value, to, pitch);
    else
        kernels->pad_strided_rows(plane, row_step, across->step, rows, left, n, right, value, to,
                                  pitch);
    to += rows * pitch * p->itemsize;
    kernels->pad_rows(NULL, 0, below, across->count, 0, 0, value, to, pitch);
}

/* Copy one channel of a tile run by run. */
static void pack_runs(const pc_packing *p, const pc_arrays *a, const pc_tile *tile,
                      const char *channel, char *packed) {
    const pc_tile_axis *depth = &p->axes[0], *height = &p->axes[1], *width = &p->axes[2];
    pc_size pitch = width->length, plane_size = height->length * pitch * p->itemsize;
    for (pc_size v = 0; v < height->runs; v++) {
        run_places down = places(height, tile->start[1], tile->size[1], v);
        for (pc_size h = 0; h < width->runs; h++) {
            run_places across = places(width, tile->start[2], tile->size[2], h);
            pc_size place = v * height->run_length * pitch + h * width->run_length;
            char *to = packed + place * p->itemsize;
            for (pc_size d = 0; d < depth->length; d++, to += plane_size) {
                pc_size z = coordinate(depth, tile->start[0], tile->size[0], d);
                if (z < 0)
                    continue;
                z = depth->input.source[z];
                if (z >= 0)
                    pack_run(p, a, channel + z * a->x_stride[0], &down, &across, pitch, to);
                else
                    p->kernels->pad_rows(NULL, 0, down.count, across.count, 0, 0,
                                         &p->readers[0].padding, to, pitch);
            }
        }
    }
}

/* ---- any rows ---- */

/* What stands at a padded coordinate of an axis, in what starts at `from`; NULL is padding. */
static const char *at(const pc_tile_axis *axis, pc_size coordinate, const char *from,
                      pc_size stride) {
    pc_size source = axis->input.source[coordinate];
    return from == NULL || source < 0 ? NULL : from + source * stride;
}

/* Convert the rows of a channel, or of a pair, that are inside the input, and fill what is around
 * them. */
static void convert_rows(const pc_packing *p, const pc_arrays *a, const pc_tile *tile, pc_size part,
                         int paired, const char *channel, char *packed, char *line) {
    const pc_tile_axis *depth = &p->axes[0], *height = &p->axes[1], *width = &p->axes[2];
    const pc_reader *reader = &p->readers[part];
    pc_size left = tile->left, right = tile->right, n = tile->width - left - right;
    pc_size inside = tile->height - tile->above - tile->below, rows = inside;
    pc_size pitch = width->length, size = p->itemsize, stride = a->x_stride[2];
    const int overlapped = width->overlapped, framed = tile->framed;
    const int dealt = in_two_phases(width);
    channel += (tile->start[1] * height->stride + tile->above - height->input.lo) * a->x_stride[1];
    channel += (tile->start[2] * width->stride + left - width->input.lo) * stride;
    if (!overlapped) {
        fill_by(p, reader, line, left);
        fill_by(p, reader, line + (left + n) * size, right);
    } else if (n == pitch && a->x_stride[1] == n * stride) {
        /* Rows that follow each other in both places are one. */
        n *= inside;
        rows = 1;
    }
    for (pc_size d = 0; d < depth->length; d++, packed += height->length * pitch * size) {
        pc_size z = coordinate(depth, tile->start[0], tile->size[0], d);
        if (z < 0)
            continue;
        const char *row = at(depth, z, channel, a->x_stride[0]);
        pc_size above = row ? tile->above : tile->height;
        char *to = packed + above * pitch * size;
        if (!framed) {
            fill_by(p, reader, packed, above * pitch);
            if (row)
                fill_by(p, reader, to + inside * pitch * size, tile->below * pitch);
        }
        for (pc_size h = 0; row && h < rows; h++, row += a->x_stride[1], to += pitch * size) {
            char *middle = (overlapped ? to : line) + left * size;
            if (overlapped && !framed) {
                fill_by(p, reader, to, left);
                fill_by(p, reader, middle + n * size, right);
            }
            reader->convert(middle, 1, row, stride, n);
            if (paired)
                p->readers[1].convert(middle, 1, row + a->x_channel, stride, n);
            if (overlapped)
                continue;
            if (dealt)
                p->kernels->deinterleave(line, 0, 1, tile->width, to,
                                         to + width->run_length * size, 0);
            for (pc_size run = 0; run < width->runs && !dealt; run++)
                p->kernels->pad_strided_rows(
                    line + run * width->run_step * size, 0, width->stride, 1, 0,
                    run_used(width, tile->size[2], run), 0, &reader->padding,
                    to + run * width->run_length * size, 0);
        }
    }
}

/* Copy one real channel of a tile. */
static void pack_plane(const pc_packing *p, const pc_arrays *a, const pc_tile *tile, pc_size part,
                       const char *channel, char *packed) {
    const pc_tile_axis *depth = &p->axes[0], *height = &p->axes[1], *width = &p->axes[2];
    pc_reader reader = p->readers[part];
    pc_size first = tile->start[2] * width->stride, step = width->overlapped ? 1 : width->stride;
    reader.stride = a->x_stride[2];
    for (pc_size d = 0; d < depth->length; d++) {
        pc_size z = coordinate(depth, tile->start[0], tile->size[0], d);
        if (z < 0)
            continue;
        const char *plane = at(depth, z, channel, a->x_stride[0]);
        for (pc_size h = 0; h < height->length; h++) {
            pc_size y = coordinate(height, tile->start[1], tile->size[1], h);
            if (y < 0)
                continue;
            const char *row = at(height, y, plane, a->x_stride[1]);
            char *to = packed + (d * height->length + h) * width->length * p->itemsize;
            for (pc_size run = 0; run < width->runs; run++)
                pc_read_row(&reader, to + run * width->run_length * p->itemsize, row,
                       first + run * width->run_step, step, run_used(width, tile->size[2], run));
        }
    }
}

/* Copy channels of a tile plane by plane. */
static void pack_planes(const pc_packing *p, const pc_arrays *a, const pc_tile *tile, pc_size first,
                        pc_size count, char *packed) {
    /* A padded row as it is, before it is spread. */
    char *line = packed + p->chunk * p->plane * p->itemsize;
    int whole = tile->left + tile->right + tile->above + tile->below == 0;
    int in_rows = p->axes[1].overlapped && (p->constant || whole) &&
                  tile->left + tile->right < tile->width;
    for (pc_size c = first; c < first + count; c++, packed += p->plane * p->itemsize) {
        pc_size part = c % p->parts, channel = c / p->parts * p->pair;
        const char *plane = a->x + tile->n * a->x_batch + part * p->x_part;
        plane += (tile->group * p->group_in + channel) * a->x_channel;
        /* The weight of a second channel that is not there is zero. */
        int paired = p->pair == 2 && channel + 1 < p->group_in;
        if (part == 1 && p->x_part == 0) /* a real input has no imaginary parts */
            memset(packed, 0, p->plane * p->itemsize);
        else if (tile->in_runs)
            pack_runs(p, a, tile, plane, packed);
        else if (tile->whole_rows)
            pack_rows(p, a, tile, plane, packed, line);
        else if (in_rows)
            convert_rows(p, a, tile, part, paired, plane, packed, line);
        else {
            pack_plane(p, a, tile, part, plane, packed);
            if (paired)
                pack_plane(p, a, tile, 1, plane + a->x_channel, packed);
        }
    }
}

/* ---- cells ---- */

/* Places that are converted at a time, before they are transposed. */
enum { CONVERTED = 64, CONVERTED_BYTES = 64 };

/* Convert n places of a row, of `count` channels each, along whichever direction is denser. */
static void convert_inside(const pc_packing *p, const pc_arrays *a, const char *row, pc_size n,
                           pc_size count, char *to) {
    const pc_reader *reader = &p->readers[0];
    const pc_size lanes = p->kernels->lanes, cell = p->cell * p->itemsize;
    char lines[CONVERTED * CONVERTED_BYTES];
    if (count == p->cell && a->x_stride[2] == count * a->x_channel) {
        reader->convert(to, 1, row, a->x_channel, n * count);
    } else if (count <= lanes && llabs(a->x_stride[2]) < llabs(a->x_channel)) {
        for (pc_size i = 0, some; i < n; i += some) {
            some = pc_min(n - i, CONVERTED);
            for (pc_size c = 0; c < count; c++)
                reader->convert(lines + c * some * p->itemsize, 1,
                                row + i * a->x_stride[2] + c * a->x_channel, a->x_stride[2], some);
            p->kernels->transpose(lines, some, count, some, NULL, to + i * cell, cell);
        }
    } else {
        for (pc_size i = 0; i < n; i++)
            reader->convert(to + i * cell, 1, row + i * a->x_stride[2], a->x_channel, count);
    }
}

/* Bring the places of a row that are inside the input side by side all at once, if the layout of
 * the caller's array allows that; tell how many there are. */
static pc_size pack_inside(const pc_packing *p, const pc_arrays *a, const pc_tile *tile,
                           const char *row, pc_size count, char *to) {
    const pc_tile_axis *width = &p->axes[2];
    pc_size cell = p->cell * p->itemsize, n = tile->width - tile->left - tile->right;
    /* Pairs without a gap. */
    int paired = p->pair == 2 && count == 2 * p->cell && a->x_stride[2] == count * a->x_channel;
    if ((p->pair == 2 && !paired) || !width->overlapped || n <= 0)
        return 0;
    row += (tile->start[2] * width->stride + tile->left - width->input.lo) * a->x_stride[2];
    to += tile->left * cell;
    if (paired)
        p->halves(to, 1, row, a->x_channel, n * count);
    else if (!p->plain)
        convert_inside(p, a, row, n, count, to);
    else if (count == p->cell && a->x_channel == p->itemsize && a->x_stride[2] == cell)
        memcpy(to, row, n * cell);
    else if (a->x_channel == p->itemsize)
        p->kernels->pad_rows(row, a->x_stride[2], n, 0, count, 0, &p->readers[0].padding, to,
                             p->cell);
    else if (count <= p->kernels->lanes && a->x_stride[2] == p->itemsize &&
             a->x_channel % p->itemsize == 0)
        p->kernels->transpose(row, a->x_channel / p->itemsize, count, n, NULL, to, cell);
    else
        return 0;
    return n;
}

/* Copy the cell at one place of a row; a row of NULL is padding. */
static void pack_cell(const pc_packing *p, const pc_arrays *a, const pc_tile *tile, const char *row,
                      pc_size w, pc_size count, char *to) {
    pc_size x = coordinate(&p->axes[2], tile->start[2], tile->size[2], w);
    if (x < 0)
        return;
    const char *from = at(&p->axes[2], x, row, a->x_stride[2]);
    if (from == NULL)
        fill(p, to, (count + p->pair - 1) / p->pair);
    else if (p->pair == 2) {
        p->halves(to, 1, from, a->x_channel, count);
        if (count % 2 == 1)
            memset(to + count * p->itemsize / 2, 0, p->itemsize / 2);
    } else if (p->plain && a->x_channel == p->itemsize)
        memcpy(to, from, count * p->itemsize);
    else
        p->readers[0].convert(to, 1, from, a->x_channel, count);
}

/* Copy one row of cells; a row of NULL is padding. */
static void pack_row(const pc_packing *p, const pc_arrays *a, const pc_tile *tile, const char *row,
                     pc_size count, char *to) {
    const pc_tile_axis *width = &p->axes[2];
    pc_size cell = p->cell * p->itemsize;
    pc_size last = width->overlapped ? tile->width : width->length;
    if (row == NULL && width->overlapped) {
        fill(p, to, last * p->cell);
        return;
    }
    pc_size done = row ? pack_inside(p, a, tile, row, count, to) : 0;
    pc_size before = done > 0 ? tile->left : 0;
    if (done > 0 && p->constant) {
        fill(p, to, tile->left * p->cell);
        fill(p, to + (tile->left + done) * cell, tile->right * p->cell);
        return;
    }
    for (pc_size w = 0; w < before; w++)
        pack_cell(p, a, tile, row, w, count, to + w * cell);
    for (pc_size w = before + done; w < last; w++)
        pack_cell(p, a, tile, row, w, count, to + w * cell);
}

/* Copy channels of a tile side by side. */
static void pack_cells(const pc_packing *p, const pc_arrays *a, const pc_tile *tile, pc_size first,
                       pc_size count, char *packed) {
    const pc_tile_axis *depth = &p->axes[0], *height = &p->axes[1], *width = &p->axes[2];
    const char *channels = a->x + tile->n * a->x_batch;
    first *= p->pair;
    channels += (tile->group * p->group_in + first) * a->x_channel;
    count = p->pair == 2 ? pc_min(2 * count, p->group_in - first)
                         : pc_min(count, p->in_channels - tile->group * p->group_in);
    for (pc_size d = 0; d < depth->length; d++) {
        pc_size z = coordinate(depth, tile->start[0], tile->size[0], d);
        if (z < 0)
            continue;
        const char *plane = at(depth, z, channels, a->x_stride[0]);
        for (pc_size h = 0; h < height->length; h++) {
            pc_size y = coordinate(height, tile->start[1], tile->size[1], h);
            pc_size place = (d * height->length + h) * width->length;
            if (y >= 0)
                pack_row(p, a, tile, at(height, y, plane, a->x_stride[1]), count,
                         packed + place * p->cell * p->itemsize);
        }
    }
}

void pc_pack(const pc_packing *p, const pc_arrays *a, const pc_tile *tile, pc_size first,
             pc_size count, char *packed) {
    if (p->cell > 1)
        pack_cells(p, a, tile, first, count, packed);
    else
        pack_planes(p, a, tile, first, count, packed);
}

/* ---- storing ---- */

void pc_store_rows(const pc_writer *to, const pc_arrays *a, const pc_tile *tile,
                   const pc_layout *layout, pc_size row, pc_size rows, const char *sums,
                   pc_size channels, const char *bias, char *out) {
    pc_writer writer = *to;
    pc_size height = tile->size[1], width = tile->size[2], itemsize = layout->itemsize, count;
    int halves = writer.result == PC_FLOAT16;
    int in_rows = layout->pixel_step == 1 && (writer.kernels || halves) && writer.parts == 1 &&
                  a->out_stride[2] == writer.itemsize;
    /* Rows that follow each other in both places are written as one. */
    int dense = layout->row_step == width * layout->pixel_step &&
                a->out_stride[1] == width * a->out_stride[2];
    writer.pixel_stride = a->out_stride[2];
    writer.channel_stride = a->out_channel;
    for (; rows > 0; row += count, rows -= count) {
        char *line = out + row / height * a->out_stride[0] + row % height * a->out_stride[1];
        count = in_rows || dense ? pc_min(rows, height - row % height) : 1;
        if (in_rows && halves)
            for (pc_size c = 0; c < channels; c++)
                writer.narrow->store_rows_f16(
                    (const float *)sums + c * layout->channel_step, layout->row_step, count, width,
                    bias ? (const float *)bias + c : NULL, 0, line + c * a->out_channel,
                    a->out_stride[1]);
        else if (in_rows)
            for (pc_size c = 0; c < channels; c++)
                writer.kernels->store_rows(sums + c * layout->channel_step * itemsize,
                                           layout->row_step, count, width,
                                           bias ? bias + c * itemsize : NULL,
                                           line + c * a->out_channel, a->out_stride[1]);
        else
            pc_store(&writer, line, sums, layout->pixel_step, layout->channel_step, count * width,
                     channels, bias);
        sums += count * layout->row_step * itemsize;
        if ((row + count) % height == 0)
            sums += (layout->plane_step - height * layout->row_step) * itemsize;
    }
}
