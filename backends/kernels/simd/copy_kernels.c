/* The table of copy kernels of one ISA level; compiled once for each, with PC_LEVEL its name. */
#include "copy_kernels.h"
#include "f16.h"
#include "level.h"
#include "max_abs.h"

#define TEMPLATE "copy_kernels.inc.h"
#define TEMPLATE_INTEGERS
#include "instantiate.h"

#define KERNEL(element, name) JOIN(element##_##name##__, PC_LEVEL)
#define KERNELS(element, ...)                                                                      \
    {.lanes = VECTOR_BYTES / BYTES_##element,                                                      \
     .nr_vectors = NR_VECTORS,                                                                     \
     .pad_rows = KERNEL(element, pad_rows),                                                        \
     .pad_strided_rows = KERNEL(element, pad_strided_rows),                                        \
     .deinterleave = KERNEL(element, deinterleave),                                                \
     .store_rows = KERNEL(element, store_rows),                                                    \
     .store_pixels = KERNEL(element, store_pixels),                                                \
     .transpose = KERNEL(element, transpose),                                                      \
     .transpose_units = KERNEL(element, transpose_units),                                          \
     .interleave = KERNEL(element, interleave),                                                    \
     __VA_ARGS__}

const pc_copy_table JOIN(pc_copy_tables_, PC_LEVEL) = {
    .kernels = {
    [PC_F32] = KERNELS(f32, .max_abs = KERNEL(f32, max_abs), .read_f16 = KERNEL(f32, read_f16),
                       .pad_rows_f16 = KERNEL(f32, pad_rows_f16),
                       .deinterleave_f16 = KERNEL(f32, deinterleave_f16),
                       .store_rows_f16 = KERNEL(f32, store_rows_f16)),
    [PC_F64] = KERNELS(f64, .max_abs = KERNEL(f64, max_abs), .read_f16 = KERNEL(f64, read_f16)),
    [PC_U64] = KERNELS(u64, .max_abs = NULL),
    [PC_U32] = KERNELS(u32, .max_abs = NULL),
    },
};
