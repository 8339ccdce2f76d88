/* The line kernels of the instruction-set level in use. */
#include "dispatch.h"
#include "lines.h"

PC_DISPATCH(pc_line_table, pc_line_tables)

const pc_line_kernels *pc_line_kernels_for(enum pc_type type) {
    return &pc_line_tables()->kernels[type];
}
