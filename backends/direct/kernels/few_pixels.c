/* The micro-kernel few_pixels of the ISA level in use. */
#include "few_pixels.h"
#include "dispatch.h"

PC_DISPATCH(pc_few_pixels_table, pc_few_pixels_tables)

pc_few_pixels_kernel *pc_few_pixels_kernel_for(enum pc_type type) {
    const pc_few_pixels_table *table = pc_few_pixels_tables();
    return type == PC_F32 ? table->f32 : table->f64;
}
