/* The micro-kernels of the ISA level in use. */
#include "direct_kernels.h"
#include "dispatch.h"
#include "dot.h"

PC_DISPATCH(pc_direct_table, pc_direct_tables)

extern const pc_direct_table pc_direct_tables_v3_vnni, pc_direct_tables_v4_vnni;

/* VNNI multiplies int16x2 or int8x4 and adds the products in one instruction. CPUID decides, not
 * the level: it came years after both AVX2 and AVX-512. */
static const pc_direct_table *vnni_table(void) {
#if PC_MAX_ISA == 2
    if (pc_isa_level() == PC_V4 && __builtin_cpu_supports("avx512vnni"))
        return &pc_direct_tables_v4_vnni;
#endif
#ifdef PC_AVX_VNNI
    if (pc_isa_level() == PC_V3 && __builtin_cpu_supports("avxvnni"))
        return &pc_direct_tables_v3_vnni;
#endif
    return pc_direct_tables();
}

PC_DISPATCH(pc_dot_table, pc_dot_tables)

const pc_dot_kernels *pc_dot_kernels_for(enum pc_type type) {
    return &pc_dot_tables()->kernels[type];
}

const pc_direct_kernels *pc_direct_kernels_for(enum pc_type type) {
    const pc_direct_table *table = type >= PC_INT16X2 ? vnni_table() : pc_direct_tables();
    return &table->kernels[type];
}
