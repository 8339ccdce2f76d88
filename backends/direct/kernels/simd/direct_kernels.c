/* The table of direct's micro-kernels at one ISA level; compiled once for each.
 *
 * Each micro-kernel is a source of its own, compiled once for each level and element type: an edit
 * rebuilds that kernel only. VNNI levels have kernels for int16x2, and igemm and spatial for
 * int8x4.
 */
#include "direct_kernels.h"
#include "level.h"

#define KERNEL(element, name) JOIN(element##_##name##__, PC_LEVEL)
#if VECTOR_REGISTERS == 32
#define STRIDE2(element) KERNEL(element, stride2)
#else
#define STRIDE2(element) NULL
#endif

#ifdef __AVX512F__
#define ZERO_COPY(element) KERNEL(element, stencil_zero_copy)
#else
#define ZERO_COPY(element) NULL
#endif

#define DECLARE(element)                                                                           \
    pc_igemm_kernel KERNEL(element, igemm);                                                        \
    pc_spatial_kernel KERNEL(element, spatial);                                                    \
    pc_stencil_kernel KERNEL(element, stencil);                                                    \
    pc_depthwise_kernel KERNEL(element, depthwise);                                                \
    pc_stride2_kernel KERNEL(element, stride2);                                                    \
    pc_stencil_zero_copy_kernel KERNEL(element, stencil_zero_copy);                                \
    pc_signal_kernel KERNEL(element, signal);                                                      \
    pc_unplanned_kernel KERNEL(element, unplanned);                                                \
    pc_igemm_in_out_kernel KERNEL(element, igemm_in_out);                                          \
    pc_spatial_interleaved_kernel KERNEL(element, spatial_interleaved);
#define KERNELS(element, stride2_, zero_copy, unplanned_, ...)                                     \
    {.lanes = VECTOR_BYTES / BYTES_##element,                                                      \
     .igemm = KERNEL(element, igemm),                                                              \
     .spatial = KERNEL(element, spatial),                                                          \
     .stencil = KERNEL(element, stencil),                                                          \
     .depthwise = KERNEL(element, depthwise),                                                      \
     .stride2 = stride2_,                                                                          \
     .stencil_zero_copy = zero_copy,                                                               \
     .unplanned = unplanned_,                                                                      \
     __VA_ARGS__}

/* Those that read the caller's elements as they are. */
#define SIGNAL(element) .signal = KERNEL(element, signal)
/* Those that write results of floats at once. */
#define IN_OUT(element)                                                                            \
    .igemm_in_out = KERNEL(element, igemm_in_out),                                                 \
    .spatial_interleaved = KERNEL(element, spatial_interleaved),                                   \
    .interleaved_filters = INTERLEAVED_FILTERS

/* Elements into which packing puts four channels: only igemm and spatial multiply them. */
#define INT8X4_KERNELS(element)                                                                    \
    {.lanes = VECTOR_BYTES / BYTES_##element,                                                      \
     .igemm = KERNEL(element, igemm),                                                              \
     .spatial = KERNEL(element, spatial)}

DECLARE(int16x2)
#ifdef PC_VNNI
pc_igemm_kernel KERNEL(u8s8x4, igemm), KERNEL(s8u8x4, igemm);
pc_spatial_kernel KERNEL(u8s8x4, spatial), KERNEL(s8u8x4, spatial);
#else
DECLARE(f32)
DECLARE(f64)
DECLARE(u64)
DECLARE(u32)
#endif

const pc_direct_table JOIN(pc_direct_tables_, PC_LEVEL) = {
    .kernels =
        {
#ifndef PC_VNNI
            [PC_F32] = KERNELS(f32, STRIDE2(f32), ZERO_COPY(f32), KERNEL(f32, unplanned), SIGNAL(f32), IN_OUT(f32)),
            [PC_F64] = KERNELS(f64, STRIDE2(f64), ZERO_COPY(f64), KERNEL(f64, unplanned), SIGNAL(f64), IN_OUT(f64)),
            [PC_U64] = KERNELS(u64, STRIDE2(u64), NULL, KERNEL(u64, unplanned), SIGNAL(u64)),
            [PC_U32] = KERNELS(u32, STRIDE2(u32), NULL, NULL, SIGNAL(u32)),
#endif
            /* Packing makes int16x2 elements: the caller's array, which stride2 reads, has none. */
            [PC_INT16X2] = KERNELS(int16x2, NULL, NULL, NULL, .igemm_in_out = NULL),
#ifdef PC_VNNI
            [PC_U8S8X4] = INT8X4_KERNELS(u8s8x4),
            [PC_S8U8X4] = INT8X4_KERNELS(s8u8x4),
#endif
        },
};
