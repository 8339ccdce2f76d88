"""Sharing a kernel's work items out to threads; how the threads meet is in kernels/team.c."""

from libc.string cimport memset

cimport numpy as cnp

from polyconv._cpu cimport look_for
from polyconv._kernels cimport (
    PC_F32, PC_F64, PC_MAX_ABS_BYTES, aligned, arrays_of, line_after, pc_arrays, pc_max_abs, pc_max_abs_kernel,
    pc_size, pc_type,
)

import numpy as np

cnp.import_array()


cdef extern from "thread_pool.h" nogil:
    void pc_thread_pool_run(
        pc_size workers, pc_size items,
        void (*task)(void *context, pc_size item, pc_size member) noexcept nogil, void *context,
    )


# Bytes of memory for which a tiny problem need not wait until an array is made.
cdef enum:
    SMALL = 1 << 12

# Bytes between what one worker keeps and what the next one does, or, if they keep more than that,
# as many as they keep. A processor fetches ahead what a loop with strides will read, far past its
# end, and would take the lines there from the other worker, who writes them: two workers lost a
# tenth of their time to that where a line takes 100 ns from core to core and back, and up to half
# of it where it takes 350. Strides are the longer the more a worker keeps. Nobody touches the bytes
# between.
cdef enum:
    BETWEEN = 1 << 17


cdef pc_size step(pc_size workspace) noexcept nogil:
    """Bytes from one worker's memory to the next one's."""
    return workspace + max(<pc_size>BETWEEN, workspace)


cpdef pc_size reserved(pc_size workspace, pc_size workers):
    """Bytes of memory in which so many workers keep `workspace` bytes each, far from each other."""
    return (workers - 1) * step(workspace) + workspace


cdef struct Call:
    pc_compute compute
    void *kernel
    pc_arrays arrays
    char *memory
    pc_size step


cdef void do_item(void *context, pc_size item, pc_size member) noexcept nogil:
    cdef const Call *call = <const Call *>context
    call.compute(call.kernel, &call.arrays, item, call.memory + member * call.step)


cdef class PooledKernel:
    """The call of the compiled backends' kernels.

    Each kernel says how many `items` there are, what computes one, in how much memory, as what the
    bias is read, if not in the accumulator's type, and whether it looks for what may veto it.
    """

    def __call__(self, cnp.ndarray x, bias, cnp.ndarray out, pc_size workers):
        """Write every element of `out`; return the largest magnitude, if it is tracked."""
        cdef Call call
        cdef pc_size size, member
        cdef char[SMALL + 64 + PC_MAX_ABS_BYTES] small
        if bias is not None and self.bias_type is not None:
            bias = bias.astype(self.bias_type)
        workers = min(workers, self.items)
        call.compute, call.kernel = self.compute_item, <void *>self
        call.arrays = arrays_of(x, bias, out)
        call.step = step(self.workspace)
        size = reserved(self.workspace, workers)
        if size <= SMALL:
            call.memory = line_after(small) + PC_MAX_ABS_BYTES
        else:
            space = np.empty(size + 64 + PC_MAX_ABS_BYTES, np.uint8)
            call.memory = aligned(space) + PC_MAX_ABS_BYTES
        if self.tracks_max_abs:
            for member in range(workers):
                memset(call.memory + member * call.step - PC_MAX_ABS_BYTES, 0, PC_MAX_ABS_BYTES)
        with nogil:
            pc_thread_pool_run(workers, self.items, do_item, &call)
        if not self.tracks_max_abs:
            return None
        return most_of(self.type, call.memory - PC_MAX_ABS_BYTES, call.step, workers)


cdef double most_of(pc_type type, const char *seen, pc_size apart, pc_size workers) noexcept nogil:
    """The largest magnitude that any of the workers has seen."""
    cdef pc_size member
    cdef double most = 0
    for member in range(workers):
        most = max(most, pc_max_abs(type, seen + member * apart))
    return most


# Elements of an array that are looked at as one item.
cdef enum:
    PIECE = 1 << 15


cdef struct Search:
    pc_max_abs_kernel max_abs
    const char *x
    pc_size itemsize, size
    char *most


cdef void do_piece(void *context, pc_size item, pc_size member) noexcept nogil:
    cdef const Search *search = <const Search *>context
    cdef pc_size first = item * PIECE
    search.max_abs(
        search.x + first * search.itemsize, min(PIECE, search.size - first),
        search.most + member * PC_MAX_ABS_BYTES,
    )


def largest(cnp.ndarray array, pc_size workers):
    """The largest magnitude in a contiguous array of float32 or float64; NaN is infinite."""
    cdef Search search
    cdef pc_type type = PC_F32 if array.itemsize == 4 else PC_F64
    cdef pc_size items = (array.size + PIECE - 1) // PIECE
    cdef char[PC_MAX_ABS_BYTES] alone
    workers = max(1, min(workers, items))
    search.max_abs, search.x = copy_kernels_for(type).max_abs, cnp.PyArray_BYTES(array)
    search.itemsize, search.size = array.itemsize, array.size
    if workers == 1:
        search.most = alone
    else:
        space = np.empty(workers * PC_MAX_ABS_BYTES + 64, np.uint8)
        search.most = aligned(space)
    memset(search.most, 0, workers * PC_MAX_ABS_BYTES)
    with nogil:
        pc_thread_pool_run(workers, items, do_piece, &search)
    return most_of(type, search.most, PC_MAX_ABS_BYTES, workers)
