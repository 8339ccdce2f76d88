# The kernels for this process, of the level that the processor has: linked once, for all backends.

from polyconv._kernels cimport pc_kernels, pc_look, pc_type


cdef const pc_kernels *kernels_for(pc_type type) noexcept nogil
cdef pc_look look_for(pc_type type) noexcept nogil
