/* The kernels of the ISA level in use. */
#include "dispatch.h"
#include "weight.h"

PC_DISPATCH(pc_weight_table, pc_weight_tables)

const pc_weight_kernels *pc_weight_kernels_for(enum pc_type type) {
    return &pc_weight_tables()->kernels[type];
}
