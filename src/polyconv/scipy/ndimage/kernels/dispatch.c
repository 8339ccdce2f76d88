/* The passes of the ISA level in use, and what is counted alike at each level. */
#include "dispatch.h"
#include "passes.h"

PC_DISPATCH(pc_pass_table, pc_pass_tables)

pc_tile_function pc_tile_function_for(enum pc_type type) {
    const pc_pass_table *table = pc_pass_tables();
    return type == PC_F32 ? table->f32 : table->f64;
}

static pc_size blocks(pc_size n, pc_size block) { return (n + block - 1) / block; }

pc_size pc_pass_items(const pc_passes *p) {
    const pc_passes_shape *s = &p->shape;
    return s->out[0] * s->out[1] * blocks(s->out[2], s->tile[0]) * blocks(s->out[3], s->tile[1]);
}

pc_size pc_pass_workspace(const pc_passes *p, pc_size itemsize) {
    const pc_passes_shape *s = &p->shape;
    pc_size line = 64 / itemsize; /* rows start at a cache line */
    pc_size pitch = blocks(s->tile[1] + s->window[2] - 1, line) * line;
    pc_size plane = pitch * (s->tile[0] + s->window[1] - 1);
    pc_size elements = plane * s->window[0] + 3 * pitch;
    if (is_long_box(&p->over_rows))
        elements += plane;
    /* A tile reads window - 1 columns of padding at most, unless it is all padding. */
    pc_size places = s->tile[1] + s->window[2] - 1;
    return elements * itemsize + (pc_pass_pointers(p) + places) * (pc_size)sizeof(void *);
}
