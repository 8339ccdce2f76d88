/* The set of micro-kernels for this process, by the level that isa.c decides. */
#include "isa.h"
#include "microkernels.h"

extern const pc_kernels pc_kernels_base[PC_TYPES];
#if defined(__x86_64__)
extern const pc_kernels pc_kernels_v3[PC_TYPES];
extern const pc_kernels pc_kernels_v4[PC_TYPES];
#endif

const pc_kernels *pc_kernels_for(enum pc_type type) {
    switch (pc_isa_level()) {
#if defined(__x86_64__)
    case PC_V4: return &pc_kernels_v4[type];
    case PC_V3: return &pc_kernels_v3[type];
#endif
    default: return &pc_kernels_base[type];
    }
}
