/* The Fourier transforms of the instruction-set level in use. */
#include "dispatch.h"
#include "spectra.h"

PC_DISPATCH(pc_spectra_table, pc_spectra_transforms)

const pc_spectra_kernels *pc_spectra_for(enum pc_type type) {
    const pc_spectra_table *table = pc_spectra_transforms();
    return type == PC_F32 ? table->f32 : table->f64;
}
