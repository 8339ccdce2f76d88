# The kernels for this process, of the level that the processor has: linked once, for all backends.

from polyconv._kernels cimport pc_kernels, pc_size, pc_spectra_kernels, pc_type, pc_winograd


cdef const pc_kernels *kernels_for(pc_type type) noexcept nogil
cdef const pc_winograd *winograd_for(pc_type type, int outputs, int taps) noexcept nogil
cdef const pc_spectra_kernels *spectra_for(pc_type type) noexcept nogil
cdef double largest_of(pc_type type, const void *x, pc_size n) noexcept nogil
