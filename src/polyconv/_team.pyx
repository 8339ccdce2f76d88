"""Sharing a kernel's work items out to threads; how the threads meet is in kernels/team.c."""

cimport numpy as cnp

from polyconv._kernels cimport aligned, arrays_of, pc_arrays, pc_size

import numpy as np

cnp.import_array()


cdef extern from "team.h" nogil:
    void pc_team_run(
        pc_size workers, pc_size items,
        void (*task)(void *context, pc_size item, pc_size member) noexcept nogil, void *context,
    )


cdef struct Call:
    pc_compute compute
    void *kernel
    pc_arrays arrays
    char *memory
    pc_size workspace


cdef void do_item(void *context, pc_size item, pc_size member) noexcept nogil:
    cdef const Call *call = <const Call *>context
    call.compute(call.kernel, &call.arrays, item, call.memory + member * call.workspace)


cdef class TeamKernel:
    """The call of the compiled backends' kernels.

    Each kernel says how many `items` there are, what computes one, and in how much memory.
    """

    def __call__(self, cnp.ndarray x, bias, cnp.ndarray out, pc_size workers):
        """Write every element of `out`."""
        cdef Call call
        workers = min(workers, self.items)
        space = np.empty(workers * self.workspace + 64, np.uint8)
        call.compute, call.kernel = self.compute_item, <void *>self
        call.arrays = arrays_of(x, bias, out)
        call.memory, call.workspace = aligned(space), self.workspace
        with nogil:
            pc_team_run(workers, self.items, do_item, &call)
