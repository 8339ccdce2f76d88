/* The Fourier transforms of one instruction-set level: compiled once for each. */
#include "spectra.h"
#include "level.h"

#define TEMPLATE "spectra.inc.h"
#include "instantiate.h"

const pc_spectra_table JOIN(pc_spectra_transforms_, PC_LEVEL) = {
    .f32 = &JOIN(f32_spectra__, PC_LEVEL),
    .f64 = &JOIN(f64_spectra__, PC_LEVEL),
};
