/* The copy kernels of the ISA level in use. */
#include "dispatch.h"
#include "copy_kernels.h"

PC_DISPATCH(pc_copy_table, pc_copy_tables)

const pc_copy_kernels *pc_copy_kernels_for(enum pc_type type) {
    return &pc_copy_tables()->kernels[type >= PC_INT16X2 ? PC_U32 : type];
}
