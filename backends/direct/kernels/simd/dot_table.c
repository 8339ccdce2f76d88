/* The table of the micro-kernels of dot at one ISA level; compiled once for each. */
#include "dot.h"
#include "level.h"

#define WINDOWS(element) JOIN(element##_dot__, PC_LEVEL)
#define ROW(element) JOIN(element##_dot_row__, PC_LEVEL)
#define KERNELS(element) {WINDOWS(element), ROW(element)}

pc_dot_kernel WINDOWS(f32), WINDOWS(f64), WINDOWS(u64), WINDOWS(u32), WINDOWS(int16x2);
pc_dot_row_kernel ROW(f32), ROW(f64), ROW(u64), ROW(u32), ROW(int16x2);

const pc_dot_table JOIN(pc_dot_tables_, PC_LEVEL) = {
    .kernels =
        {
            [PC_F32] = KERNELS(f32),
            [PC_F64] = KERNELS(f64),
            [PC_U64] = KERNELS(u64),
            [PC_U32] = KERNELS(u32),
            [PC_INT16X2] = KERNELS(int16x2),
        },
};
