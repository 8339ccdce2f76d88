/* The Fourier transforms of one instruction-set level: compiled once for each. */
#include "spectra.h"
#include "level.h"

#define T float
#define LANES (VECTOR_BYTES / 4)
#define LANE_LIST LIST_BY_4
#define PREFIX f32_
#include "spectra.inc.h"
#undef T
#undef LANES
#undef LANE_LIST
#undef PREFIX

#define T double
#define LANES (VECTOR_BYTES / 8)
#define LANE_LIST LIST_BY_8
#define PREFIX f64_
#include "spectra.inc.h"
#undef T
#undef LANES
#undef LANE_LIST
#undef PREFIX

const pc_spectra_kernels *const JOIN(pc_spectra_, PC_LEVEL)[] = {
    [PC_F32] = &JOIN(f32_spectra__, PC_LEVEL),
    [PC_F64] = &JOIN(f64_spectra__, PC_LEVEL),
};
