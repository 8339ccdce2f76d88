/* The shared kernels of the instruction-set level in use. */
#include "dispatch.h"
#include "max_abs.h"
#include "microkernels.h"

PC_DISPATCH(pc_kernel_table, pc_kernel_tables)

/* Pairs are multiplied and added in one step where the processor has an instruction for that. */
#if defined(__x86_64__)
extern const pc_kernels pc_pairs_base, pc_pairs_v3, pc_pairs_v3_vnni, pc_pairs_v4, pc_pairs_v4_vnni;
#else
extern const pc_kernels pc_pairs_base;
#endif

static const pc_kernels *pairs(void) {
    switch (pc_isa_level()) {
#if defined(__x86_64__)
    case PC_V4: return __builtin_cpu_supports("avx512vnni") ? &pc_pairs_v4_vnni : &pc_pairs_v4;
#ifdef PC_AVX_VNNI
    case PC_V3: return __builtin_cpu_supports("avxvnni") ? &pc_pairs_v3_vnni : &pc_pairs_v3;
#else
    case PC_V3: return &pc_pairs_v3;
#endif
#endif
    default: return &pc_pairs_base;
    }
}

const pc_kernels *pc_kernels_for(enum pc_type type) {
    return type == PC_PAIRS ? pairs() : &pc_kernel_tables()->kernels[type];
}

pc_look pc_look_for(enum pc_type type) {
    const pc_kernel_table *table = pc_kernel_tables();
    return type == PC_F32 ? table->look_f32 : table->look_f64;
}
