# Calls that run without Python; see the module.

from polyconv._expected cimport Expected
from polyconv._kernels cimport pc_arrays, pc_size
from polyconv._thread_pool cimport PooledKernel


cdef class ContiguousArrays:
    cdef Expected x, out
    cdef pc_arrays strides  # canonical ones, without pointers
    cdef pc_size workers
    cdef tuple out_shape
    cdef object dtype  # of the result

    cdef object target(self, object x, object out)
    cdef double run(
        self, PooledKernel kernel, object x, object bias, object target, double limit
    ) except? -1


cdef class PlainCall:
    cdef ContiguousArrays arrays
    cdef Expected w, bias
    cdef object pack, fallback_of
    cdef double limit, max_abs_padding, reduction_len  # those of `max_input`

    # Return the array to write to, or the result; None if an argument needs a closer look.
    cdef object target(self, object x, object w, object bias, object out)
    cdef object call(self, object x, object w, object bias, object out)
