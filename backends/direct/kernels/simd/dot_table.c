/* The table of the micro-kernel dot at one ISA level; compiled once for each. */
#include "dot.h"
#include "level.h"

#define KERNEL(element) JOIN(element##_dot__, PC_LEVEL)

pc_dot_kernel KERNEL(f32), KERNEL(f64), KERNEL(u64), KERNEL(u32), KERNEL(int16x2);

const pc_dot_table JOIN(pc_dot_tables_, PC_LEVEL) = {
    .kernels =
        {
            [PC_F32] = KERNEL(f32),
            [PC_F64] = KERNEL(f64),
            [PC_U64] = KERNEL(u64),
            [PC_U32] = KERNEL(u32),
            [PC_INT16X2] = KERNEL(int16x2),
        },
};
