# Kernels made of work items, which the threads of one team share.

from polyconv._kernels cimport pc_arrays, pc_size, pc_type

# What computes one work item of `kernel`, in a worker's own memory. The PC_MAX_ABS_BYTES bytes before
# it are for what a kernel that looks at its input has seen; see max_abs.h.
ctypedef void (*pc_compute)(
    void *kernel, const pc_arrays *a, pc_size item, char *memory
) noexcept nogil


cdef class PooledKernel:
    cdef pc_compute compute_item
    cdef pc_size items
    cdef pc_size workspace  # bytes of memory that a worker needs
    cdef object bias_type  # what the bias is read as, or None: the accumulator's type
    cdef readonly bint tracks_max_abs  # as `Kernel` says
    cdef pc_type type         # of the numbers that it looks at
