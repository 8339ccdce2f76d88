/* The line kernels of one instruction-set level: compiled once for each, with PC_LEVEL its name. */
#include "lines.h"

#include "level.h"
#include "max_abs.h"

#define IS_FLOAT_f32 1
#define IS_FLOAT_f64 1
#define IS_FLOAT_u32 0
#define IS_FLOAT_u64 0
#define IS_FLOAT_(element) IS_FLOAT_##element
#define IS_FLOAT(element) IS_FLOAT_(element)

#define TEMPLATE "lines.inc.h"
#define TEMPLATE_INTEGERS
#include "instantiate.h"

/* Maximum taps of boxes that are summed in registers. */
#ifdef __AVX512F__
#define INPUT_TAPS(element) (IS_FLOAT(element) ? 2 * VECTOR_BYTES / BYTES_##element - 1 : 0)
#else
#define INPUT_TAPS(element) 0
#endif

#define KERNEL(element, name) JOIN(element##_##name##__, PC_LEVEL)
#define KERNELS(element)                                                                           \
    {.lanes = VECTOR_BYTES / BYTES_##element,                                                      \
     .input_taps = INPUT_TAPS(element),                                                            \
     .copy_row = KERNEL(element, copy_row),                                                        \
     .filter_row = KERNEL(element, filter_row),                                                    \
     .box_row = KERNEL(element, box_row),                                                          \
     .box_input = KERNEL(element, box_input),                                                      \
     .filter_lines = KERNEL(element, filter_lines),                                                \
     .box_lines = KERNEL(element, box_lines),                                                      \
     .fused_rows = KERNEL(element, fused_rows)}

const pc_line_table JOIN(pc_line_tables_, PC_LEVEL) = {
    .kernels = {
        [PC_F32] = KERNELS(f32),
        [PC_F64] = KERNELS(f64),
        [PC_U64] = KERNELS(u64),
        [PC_U32] = KERNELS(u32),
    },
};
