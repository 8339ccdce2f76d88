/* The Fourier transforms of the instruction-set level in use. */
#include "dispatch.h"
#include "fft.h"

PC_DISPATCH(pc_fft_table, pc_fft_transforms)

const pc_fft_kernels *pc_fft_kernels_for(enum pc_type type) {
    const pc_fft_table *table = pc_fft_transforms();
    return type == PC_F32 ? table->f32 : table->f64;
}
