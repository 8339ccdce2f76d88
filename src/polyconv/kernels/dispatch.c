/* The tiles of the ISA level in use, and what is counted alike at each level. */
#include "dispatch.h"
#include "gap_tiles.h"

PC_DISPATCH(pc_gap_table, pc_gap_tables)

static pc_size blocks(pc_size n, pc_size block) { return (n + block - 1) / block; }

pc_size pc_gap_items(const pc_gap_tiles *p) {
    return p->images * p->channels * blocks(p->out[0], p->tile[0]) * blocks(p->out[1], p->tile[1]);
}

pc_size pc_gap_workspace(const pc_gap_tiles *p, enum pc_type type) {
    pc_size itemsize = type == PC_F32 ? 4 : 8;
    return pc_gap_layout_of(p, pc_gap_tables()->block[type != PC_F32], itemsize).end;
}
