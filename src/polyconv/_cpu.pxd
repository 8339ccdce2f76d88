# The kernels for this process, of the level that the processor has: linked once, for all backends.

from polyconv._kernels cimport pc_copy_kernels, pc_max_abs_kernel, pc_type


cdef const pc_copy_kernels *copy_kernels_for(pc_type type) noexcept nogil
cdef pc_max_abs_kernel look_for(pc_type type) noexcept nogil
