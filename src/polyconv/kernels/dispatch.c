/* The tiles of the ISA level in use, and what is counted alike at each level. */
#include "dispatch.h"
#include "gap_tiles.h"

PC_DISPATCH(pc_gap_table, pc_gap_tables)

static pc_size blocks(pc_size n, pc_size block) { return (n + block - 1) / block; }

pc_size pc_gap_items(const pc_gap_tiles *p) {
    const pc_gap_shape *s = &p->shape;
    return s->images * s->channels * blocks(s->out[0], s->tile[0]) * blocks(s->out[1], s->tile[1]);
}

pc_size pc_gap_workspace(const pc_gap_tiles *p, enum pc_type type) {
    pc_size itemsize = type == PC_F32 ? 4 : 8;
    return pc_gap_layout_of(&p->shape, pc_gap_tables()->block[type != PC_F32], itemsize).end;
}
