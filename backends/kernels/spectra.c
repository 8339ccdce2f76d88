/* The Fourier transforms of one instruction-set level: compiled once for each. */
#include "spectra.h"
#include "level.h"

#define TEMPLATE "spectra.inc.h"
#include "floats.inc.h"

const pc_spectra_kernels *const JOIN(pc_spectra_, PC_LEVEL)[] = {
    [PC_F32] = &JOIN(f32_spectra__, PC_LEVEL),
    [PC_F64] = &JOIN(f64_spectra__, PC_LEVEL),
};
