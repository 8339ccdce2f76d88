# The copy kernels of this process, at the processor's ISA level: linked once, for all backends.

from polyconv._kernels cimport pc_copy_kernels, pc_type


cdef const pc_copy_kernels *copy_kernels_for(pc_type type) noexcept nogil
