/* Choice of a table of function pointers by ISA level, the same in every folder.
 *
 * A folder compiles one constant table for each level, named NAME_base, NAME_v3 and NAME_v4, and
 * writes PC_DISPATCH(type, NAME) once. That defines NAME(), which returns the table of the level
 * that isa.c has chosen.
 */
#ifndef POLYCONV_DISPATCH_H
#define POLYCONV_DISPATCH_H

#include "isa.h"

#if PC_MAX_ISA == 2
#define PC_DISPATCH(type, name)                                                                    \
    extern const type name##_base, name##_v3, name##_v4;                                           \
    const type *name(void) {                                                                       \
        switch (pc_isa_level()) {                                                                  \
        case PC_V4: return &name##_v4;                                                             \
        case PC_V3: return &name##_v3;                                                             \
        default: return &name##_base;                                                              \
        }                                                                                          \
    }
#elif PC_MAX_ISA == 1
#define PC_DISPATCH(type, name)                                                                    \
    extern const type name##_base, name##_v3;                                                      \
    const type *name(void) { return pc_isa_level() == PC_V3 ? &name##_v3 : &name##_base; }
#else
#define PC_DISPATCH(type, name)                                                                    \
    extern const type name##_base;                                                                 \
    const type *name(void) { return &name##_base; }
#endif

#endif
