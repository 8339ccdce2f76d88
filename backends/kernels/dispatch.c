/* The sets of kernels for this process, by the level that isa.c decides. */
#include "extent.h"
#include "isa.h"
#include "microkernels.h"
#include "spectra.h"
#include "winograd.h"

#include <stddef.h>

extern const pc_kernels pc_kernels_base[PC_TYPES], pc_pairs_base;
extern const pc_winograd pc_winograd_f32_base[], pc_winograd_f64_base[];
extern const pc_spectra_kernels *const pc_spectra_base[];
void pc_look_f32_base(const void *x, pc_size n, void *most);
void pc_look_f64_base(const void *x, pc_size n, void *most);
#if defined(__x86_64__)
extern const pc_kernels pc_kernels_v3[PC_TYPES];
extern const pc_kernels pc_kernels_v4[PC_TYPES];
extern const pc_kernels pc_pairs_v3, pc_pairs_v3_vnni, pc_pairs_v4, pc_pairs_v4_vnni;
extern const pc_winograd pc_winograd_f32_v3[], pc_winograd_f64_v3[];
extern const pc_winograd pc_winograd_f32_v4[], pc_winograd_f64_v4[];
extern const pc_spectra_kernels *const pc_spectra_v3[], *const pc_spectra_v4[];
void pc_look_f32_v3(const void *x, pc_size n, void *most);
void pc_look_f64_v3(const void *x, pc_size n, void *most);
void pc_look_f32_v4(const void *x, pc_size n, void *most);
void pc_look_f64_v4(const void *x, pc_size n, void *most);
#endif

/* Pairs are multiplied and added in one step where the processor has an instruction for that. */
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
    if (type == PC_PAIRS)
        return pairs();
    switch (pc_isa_level()) {
#if defined(__x86_64__)
    case PC_V4: return &pc_kernels_v4[type];
    case PC_V3: return &pc_kernels_v3[type];
#endif
    default: return &pc_kernels_base[type];
    }
}

const pc_winograd *pc_winograd_for(enum pc_type type, int outputs, int taps) {
    const pc_winograd *transform;
    if (type != PC_F32 && type != PC_F64)
        return NULL;
    switch (pc_isa_level()) {
#if defined(__x86_64__)
    case PC_V4: transform = type == PC_F32 ? pc_winograd_f32_v4 : pc_winograd_f64_v4; break;
    case PC_V3: transform = type == PC_F32 ? pc_winograd_f32_v3 : pc_winograd_f64_v3; break;
#endif
    default: transform = type == PC_F32 ? pc_winograd_f32_base : pc_winograd_f64_base;
    }
    while (transform->outputs && (transform->outputs != outputs || transform->taps != taps))
        transform++;
    return transform->outputs ? transform : NULL;
}

const pc_spectra_kernels *pc_spectra_for(enum pc_type type) {
    switch (pc_isa_level()) {
#if defined(__x86_64__)
    case PC_V4: return pc_spectra_v4[type];
    case PC_V3: return pc_spectra_v3[type];
#endif
    default: return pc_spectra_base[type];
    }
}

pc_look pc_look_for(enum pc_type type) {
    switch (pc_isa_level()) {
#if defined(__x86_64__)
    case PC_V4: return type == PC_F32 ? pc_look_f32_v4 : pc_look_f64_v4;
    case PC_V3: return type == PC_F32 ? pc_look_f32_v3 : pc_look_f64_v3;
#endif
    default: return type == PC_F32 ? pc_look_f32_base : pc_look_f64_base;
    }
}
