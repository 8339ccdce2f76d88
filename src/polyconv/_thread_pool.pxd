# Kernels made of work items, which the workers of the thread pool share.

cimport numpy as cnp

from polyconv._kernels cimport pc_arrays, pc_size, pc_type


cdef extern from "stop_token.h" nogil:
    ctypedef struct pc_stop_token:
        pass

    bint pc_stop_requested(pc_stop_token *token)

# Computes one work item of `kernel` in a worker's workspace. The PC_MAX_ABS_BYTES bytes before
# `memory` hold the worker's running maxima, if the kernel tracks them; see max_abs.h. Long items
# ask `token` between their parts, and return at once if the job stops.
ctypedef void (*pc_compute)(
    void *kernel, const pc_arrays *a, pc_size item, char *memory, pc_stop_token *token
) noexcept nogil

ctypedef void (*pc_task)(
    void *context, pc_size item, pc_size worker, pc_stop_token *token
) noexcept nogil

# Call `task` for each item on the thread pool. Raises what a signal handler raises meanwhile.
cdef int run_items(pc_size workers, pc_size items, pc_task task, void *context) except? -1

# Computes one work item of `plan` in a worker's workspace.
ctypedef void (*pc_compute_planned)(
    const void *plan, const void *arrays, pc_size item, char *memory, pc_stop_token *token
) noexcept nogil

# Call `compute` for each item, with a workspace of `workspace` bytes for each worker: the call of
# plans that are no backend's kernels.
cdef int run_planned(
    pc_compute_planned compute, const void *plan, const void *arrays, pc_size items,
    pc_size workspace, pc_size workers,
) except? -1


cdef class PooledKernel:
    cdef pc_compute compute_item
    cdef pc_size items
    cdef pc_size workspace  # bytes for each worker
    # Bytes at the start of the workspace that are zeroed before a call. They hold marks of what a
    # worker has done in the call, and places that unused lanes read and nothing writes. Integers
    # and pointers left there by earlier code would be subnormal floats, on which an instruction
    # takes some 150 cycles on Intel's processors (tests/conformance/test_subnormals.py).
    cdef pc_size zeroed
    cdef object bias_type  # None: the accumulator's type
    # As in the base class `Kernel`.
    cdef readonly bint tracks_max_abs
    cdef readonly double max_input
    cdef readonly object spread
    cdef pc_type type  # of the elements whose magnitudes are tracked

    cdef object as_read(self, object bias)
    cdef double run(self, pc_arrays *arrays, pc_size workers) except? -1


# The largest magnitude with which transforms may compute, and that of an array; see the module.
cpdef double max_input(
    double max_abs_w, double limit, double max_abs_padding, double reduction_len
)
cpdef double max_abs(cnp.ndarray array, pc_size workers) except -1
