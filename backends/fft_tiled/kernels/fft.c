/* The Fourier transforms of one instruction-set level: compiled once for each level. */
#include "fft.h"
#include "level.h"

#define TEMPLATE "fft.inc.h"
#include "instantiate.h"

const pc_fft_table JOIN(pc_fft_transforms_, PC_LEVEL) = {
    .f32 = &JOIN(f32_fft_kernels__, PC_LEVEL),
    .f64 = &JOIN(f64_fft_kernels__, PC_LEVEL),
};
