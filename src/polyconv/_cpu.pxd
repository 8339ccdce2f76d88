# The kernels for this process, of the level that the processor has: linked once, for all backends.

from polyconv._kernels cimport pc_kernels, pc_look, pc_spectra_kernels, pc_type, pc_winograd


cdef const pc_kernels *kernels_for(pc_type type) noexcept nogil
cdef const pc_winograd *winograd_for(pc_type type, int outputs, int taps) noexcept nogil
cdef const pc_spectra_kernels *spectra_for(pc_type type) noexcept nogil
cdef pc_look look_for(pc_type type) noexcept nogil
