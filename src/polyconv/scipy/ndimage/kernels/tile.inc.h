/* A tile: pack the rows that it reads, and run one or two passes over them; a part of passes.c. */

static void FN(fill)(T *to, pc_size n, T value) {
    for (pc_size i = 0; i < n; i++)
        to[i] = value;
}

/* The columns that a tile reads of each row: first `before` columns of padding, then columns of the
 * input up to `inside`, then padding. `places` are the bytes from the row's start to the elements
 * that padding repeats; NULL for a constant. */
typedef struct {
    const FN(reader) *reader;
    pc_size first, stride, count, before, inside;
    const pc_size *places;
    T padding;
} FN(columns);

static FN(columns) FN(columns_of)(const pc_passes *p, pc_size stride, pc_size x0, pc_size count,
                                  pc_size *places) {
    const pc_axis *axis = &p->shape.axes[2];
    FN(columns) c = {.reader = &FN(readers)[p->shape.x_type], .first = x0 - axis->lo,
                     .stride = stride, .count = count, .before = pc_clamp(axis->lo - x0, count),
                     .inside = pc_clamp(axis->lo + axis->n - x0, count),
                     .places = axis->mode == PC_CONSTANT ? NULL : places,
                     .padding = (T)p->shape.padding};
    if (c.places != NULL) {
        for (pc_size i = 0; i < c.before; i++)
            *places++ = pc_input_index(axis, x0 + i) * stride;
        for (pc_size i = c.inside; i < count; i++)
            *places++ = pc_input_index(axis, x0 + i) * stride;
    }
    return c;
}

/* Pack the row at `row`; NULL is a row of padding. */
static void FN(pack_row)(const FN(columns) *c, T *to, const char *row) {
    pc_size before = c->before, inside = c->inside, after = c->count - inside;
    if (row == NULL) {
        FN(fill)(to, c->count, c->padding);
        return;
    }
    c->reader->read(to + before, row + (c->first + before) * c->stride, c->stride, inside - before);
    if (c->places == NULL) {
        FN(fill)(to, before, c->padding);
        FN(fill)(to + inside, after, c->padding);
    } else {
        c->reader->gather(to, row, c->places, before);
        c->reader->gather(to + inside, row, c->places + before, after);
    }
}

/* A work item: a tile of outputs, the input that it reads, and where its workspace lies. */
typedef struct {
    const pc_passes *p;
    const pc_pass_arrays *a;
    pc_size batch, z, y0, x0; /* of the first output */
    pc_size rows, columns;    /* outputs */
    pc_size in_rows, in_columns;
    bool by_rows, by_columns; /* the passes that there are */
    bool columns_first;       /* of both */
    pc_size pitch, plane; /* elements of a packed row, and of a packed plane */
    T *packed, *line, *spare, *result, *boxes;
    const T **pointers; /* to rows, one for each tap */
    FN(columns) read;
    FN(rounder) round; /* between two passes; NULL if there is one */
} FN(work);

/* Find the tile of a work item, and divide the workspace, as pc_pass_workspace counts it. */
static FN(work) FN(work_of)(const pc_passes *p, const pc_pass_arrays *a, pc_size item,
                            char *memory) {
    const pc_passes_shape *s = &p->shape;
    pc_size column_tiles = (s->out[3] + s->tile[1] - 1) / s->tile[1];
    pc_size row_tiles = (s->out[2] + s->tile[0] - 1) / s->tile[0];
    pc_size slab = item / column_tiles / row_tiles;
    FN(work) w = {
        .p = p, .a = a, .batch = slab / s->out[1], .z = slab % s->out[1],
        .y0 = item / column_tiles % row_tiles * s->tile[0],
        .x0 = item % column_tiles * s->tile[1],
        .by_rows = p->over_rows.sum != PC_SUM_NONE,
        .by_columns = p->over_columns.sum != PC_SUM_NONE,
        .pitch = FN(round_up)(s->tile[1] + s->window[2] - 1),
    };
    w.columns_first = w.by_rows && w.by_columns && s->columns_first;
    w.rows = pc_min(s->tile[0], s->out[2] - w.y0);
    w.columns = pc_min(s->tile[1], s->out[3] - w.x0);
    w.in_rows = w.rows + s->window[1] - 1;
    w.in_columns = w.columns + s->window[2] - 1;
    w.plane = w.pitch * (s->tile[0] + s->window[1] - 1);
    w.packed = (T *)memory;
    w.line = w.packed + w.plane * s->window[0];
    w.spare = w.line + w.pitch;
    w.result = w.spare + w.pitch;
    w.boxes = w.result + w.pitch;
    w.pointers = (const T **)(w.boxes + (is_long_box(&p->over_rows) ? w.plane : 0));
    pc_size *places = (pc_size *)(w.pointers + pc_pass_pointers(p));
    w.read = FN(columns_of)(p, a->x_stride[3], w.x0, w.in_columns, places);
    w.round = w.by_rows && w.by_columns ? FN(rounders)[s->out_type] : NULL;
    return w;
}

/* Pack a row of the input, NULL for one of padding, or the sums along it if that pass comes
 * first. */
static void FN(pack_or_sum)(const FN(work) *w, T *to, const char *row) {
    const pc_passes *p = w->p;
    if (!w->columns_first) {
        FN(pack_row)(&w->read, to, row);
    } else if (row == NULL) { /* the second pass finds padding there, not sums of it */
        FN(fill)(to, w->columns, w->read.padding);
    } else {
        FN(pack_row)(&w->read, w->line, row);
        FN(sum_columns)(&p->over_columns, to, w->columns, w->line, w->spare, w->pointers);
        if (w->round != NULL)
            w->round(to, w->columns);
    }
    /* A long box also sums the rest of the pitch, where subnormal numbers would be slow. */
    if (is_long_box(&p->over_rows)) {
        pc_size packed_columns = w->columns_first ? w->columns : w->in_columns;
        FN(fill)(to + packed_columns, w->pitch - packed_columns, 0);
    }
}

/* Pack the input of a tile; return false if the job stops. */
static bool FN(pack_tile)(const FN(work) *w, pc_stop_token *token) {
    const pc_passes *p = w->p;
    const pc_pass_arrays *a = w->a;
    for (pc_size d = 0; d < p->shape.window[0]; d++) {
        pc_size from_z = pc_input_index(&p->shape.axes[0], w->z + d);
        for (pc_size y = 0; y < w->in_rows; y++) {
            if (pc_stop_requested(token))
                return false;
            pc_size from_y = pc_input_index(&p->shape.axes[1], a->first_row + w->y0 + y);
            const char *row = NULL;
            if (from_z >= 0 && from_y >= 0)
                row = a->x + w->batch * a->x_stride[0] + from_z * a->x_stride[1] +
                      from_y * a->x_stride[2];
            FN(pack_or_sum)(w, w->packed + d * w->plane + y * w->pitch, row);
        }
    }
    if (is_long_box(&p->over_rows))
        FN(box_sums)(w->boxes, w->packed, w->rows * w->pitch, w->pitch, p->over_rows.taps);
    return true;
}

/* Write `n` sums over rows, or over a window, of the row of outputs `y`. */
static void FN(sum_over_rows)(const FN(work) *w, T *row, pc_size y, pc_size n) {
    const pc_pass *pass = &w->p->over_rows;
    if (is_long_box(pass)) {
        FN(divide)(row, w->boxes + y * w->pitch, n, (T)pass->taps);
        return;
    }
    const pc_size *place = pass->places;
    for (pc_size t = 0; t < pass->taps; t++)
        w->pointers[t] = place == NULL ? w->packed + (y + t) * w->pitch
                                       : w->packed + place[3 * t] * w->plane +
                                             (y + place[3 * t + 1]) * w->pitch + place[3 * t + 2];
    FN(sum_rows)(pass, row, n, w->pointers);
}

void FN(tile)(const pc_passes *p, const pc_pass_arrays *a, pc_size item, char *memory,
              pc_stop_token *token) {
    const FN(work) w = FN(work_of)(p, a, item, memory);
    if (!FN(pack_tile)(&w, token))
        return;
    FN(writer) write = FN(writers)[p->shape.out_type];
    bool direct = p->shape.out_type == OWN_TYPE && a->out_stride[3] == (pc_size)sizeof(T);
    char *out = a->out + w.batch * a->out_stride[0] + w.z * a->out_stride[1] +
                w.y0 * a->out_stride[2] + w.x0 * a->out_stride[3];
    bool columns_last = w.by_columns && !w.columns_first;
    pc_size n = columns_last ? w.in_columns : w.columns;
    for (pc_size y = 0; y < w.rows; y++, out += a->out_stride[2]) {
        if (pc_stop_requested(token))
            return;
        const T *sums = w.packed + y * w.pitch;
        T *to = direct ? (T *)out : w.result;
        if (w.by_rows) {
            T *row = columns_last ? w.line : to;
            FN(sum_over_rows)(&w, row, y, n);
            if (columns_last) {
                if (w.round != NULL)
                    w.round(row, n);
                if (p->shape.axes[2].mode == PC_CONSTANT) {
                    FN(fill)(row, w.read.before, w.read.padding);
                    FN(fill)(row + w.read.inside, w.in_columns - w.read.inside, w.read.padding);
                }
            }
            sums = row;
        }
        if (columns_last)
            FN(sum_columns)(&p->over_columns, to, w.columns, sums, w.spare, w.pointers);
        if (!direct)
            write(out, a->out_stride[3], to, w.columns);
    }
}
