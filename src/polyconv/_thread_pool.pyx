"""The call of pooled kernels; the thread pool itself is backends/kernels/runtime/thread_pool.c.

A long call can be interrupted. Python runs signal handlers in the main thread only, so while that
computes, it takes the interpreter's lock every 50 ms and runs those that are due. If one of them
raises, as Ctrl-C does, the workers stop and the call raises the same; the result is undefined.
"""

import os
import threading

from cpython.pythread cimport PyThread_get_thread_ident
from libc.math cimport INFINITY
from libc.string cimport memset

cimport numpy as cnp

from polyconv._cpu cimport copy_kernels_for
from polyconv._kernels cimport (
    PC_F32, PC_F64, PC_MAX_ABS_BYTES, aligned, arrays_of, line_after, pc_arrays, pc_max_abs,
    pc_max_abs_kernel, pc_size, pc_type,
)

import numpy as np

cnp.import_array()


cdef extern from "Python.h":
    int PyErr_CheckSignals() noexcept  # the exception is raised by `run_items`

cdef extern from "thread_pool.h" nogil:
    ctypedef int (*pc_signal_check)() noexcept nogil

    bint pc_thread_pool_run(
        pc_size workers, pc_size items, pc_task task, void *context, pc_signal_check check
    )


# Bytes of workspace that fit on the stack: a tiny problem need not allocate an array.
cdef enum:
    STACK_BYTES = 1 << 12

# Minimum gap in bytes between the workspaces of two workers; the gap is max(128 KiB, workspace). It
# keeps one core's stride prefetcher from fetching lines that another core writes. The prefetcher
# reads past a loop's end, the farther the larger the strides, and strides grow with the workspace.
# Time that two workers lost without the gap:
#
# - 10 % where a line takes 100 ns from core to core and back;
# - up to 50 % where it takes 350 ns.
#
# Structural, and compiled in: after an edit `asv run -b track_time_left` tells what workers lose.
cdef enum:
    WORKSPACE_GAP = 1 << 17


cdef unsigned long main_thread = threading.main_thread().ident


def _find_main_thread():
    """In a forked child, the thread that forked is the main one."""
    global main_thread
    main_thread = threading.main_thread().ident


os.register_at_fork(after_in_child=_find_main_thread)


cdef int check_signals() noexcept nogil:
    """Run signal handlers that are due; return True, with the exception set, if one raises."""
    with gil:
        return PyErr_CheckSignals() != 0


cdef int run_items(pc_size workers, pc_size items, pc_task task, void *context) except? -1:
    cdef pc_signal_check check = NULL
    cdef bint done
    if PyThread_get_thread_ident() == main_thread:
        check = check_signals
    with nogil:
        done = pc_thread_pool_run(workers, items, task, context, check)
    return 0 if done else -1


cdef pc_size step(pc_size workspace) noexcept nogil:
    """Return the bytes from one worker's workspace to the next one's."""
    return workspace + max(<pc_size>WORKSPACE_GAP, workspace)


cpdef pc_size reserved(pc_size workspace, pc_size workers):
    """Return the bytes that workspaces of `workspace` bytes take for `workers`, gaps included."""
    return (workers - 1) * step(workspace) + workspace


cdef struct Call:
    pc_compute_planned compute
    const void *plan
    const void *arrays
    char *memory
    pc_size step


cdef void do_item(
    void *context, pc_size item, pc_size worker, pc_stop_token *token
) noexcept nogil:
    cdef const Call *call = <const Call *>context
    call.compute(call.plan, call.arrays, item, call.memory + worker * call.step, token)


cdef int run_planned(
    pc_compute_planned compute, const void *plan, const void *arrays, pc_size items,
    pc_size workspace, pc_size workers,
) except? -1:
    cdef Call call
    workers = max(1, min(workers, items))
    call.compute, call.plan, call.arrays = compute, plan, arrays
    call.step = step(workspace)
    space = np.empty(reserved(workspace, workers) + 64, np.uint8)
    call.memory = aligned(space)
    return run_items(workers, items, do_item, &call)


cdef class PooledKernel:
    """Kernels whose work items the thread pool computes.

    A subclass sets the number of `items`, the function that computes one (`compute_item`), the
    bytes of a worker's `workspace`, how many of them are `zeroed` before a call, the type of the
    bias if it is not the accumulator's (`bias_type`), and `tracks_max_abs` if it finds the largest
    magnitude of its input on the way and confines elements beyond ``arrays.limit`` to their
    `spread`.
    """

    def __cinit__(self):
        self.max_input, self.spread = INFINITY, None

    @property
    def runs_at_once(self):
        """True, as in the base class `Kernel`: compiled kernels raise no warnings of NumPy's."""
        return True

    cdef object as_read(self, object bias):
        """Return a bias of the accumulator's type, or None, in the type that items read."""
        if bias is None or self.bias_type is None:
            return bias
        return bias.astype(self.bias_type)

    def __call__(
        self, cnp.ndarray x, bias, cnp.ndarray out, pc_size workers, double limit=INFINITY
    ):
        """Write every element of `out`; return max(abs(x)) if the kernel tracks it, else None."""
        bias = self.as_read(bias)
        cdef pc_arrays arrays = arrays_of(x, bias, out)
        arrays.limit = limit
        cdef double max_abs_x = self.run(&arrays, workers)
        return max_abs_x if self.tracks_max_abs else None

    cdef double run(self, pc_arrays *arrays, pc_size workers) except? -1:
        """Write the result at pointers and strides; return max(abs(x)), or 0 if it is not tracked.

        The bias is one that `as_read` returned. The caller keeps the arrays alive.
        """
        cdef Call call
        cdef pc_size size, worker
        cdef char[STACK_BYTES + 64 + PC_MAX_ABS_BYTES] stack
        workers = min(workers, self.items)
        call.compute, call.plan = <pc_compute_planned>self.compute_item, <void *>self
        call.arrays, call.step = arrays, step(self.workspace)
        size = reserved(self.workspace, workers)
        if size <= STACK_BYTES:
            call.memory = line_after(stack) + PC_MAX_ABS_BYTES
        else:
            space = np.empty(size + 64 + PC_MAX_ABS_BYTES, np.uint8)
            call.memory = aligned(space) + PC_MAX_ABS_BYTES
        if self.zeroed > 0:
            for worker in range(workers):
                memset(call.memory + worker * call.step, 0, self.zeroed)
        if self.tracks_max_abs:
            for worker in range(workers):
                memset(call.memory + worker * call.step - PC_MAX_ABS_BYTES, 0, PC_MAX_ABS_BYTES)
        run_items(workers, self.items, do_item, &call)
        if not self.tracks_max_abs:
            return 0
        return max_of(self.type, call.memory - PC_MAX_ABS_BYTES, call.step, workers)


cdef double max_of(
    pc_type type, const char *maxima, pc_size step, pc_size workers
) noexcept nogil:
    """Return the largest of all workers' maxima, which are `step` bytes apart."""
    cdef pc_size worker
    cdef double value = 0
    for worker in range(workers):
        value = max(value, pc_max_abs(type, maxima + worker * step))
    return value


# Structural: elements of an array in one work item of `max_abs`. They are 128 KiB of float32 or
# 256 KiB of float64, and take at least 10 us.
cdef enum:
    ITEM_ELEMENTS = 1 << 15


cdef struct Search:
    pc_max_abs_kernel max_abs
    const char *x
    pc_size itemsize, size
    char *maxima


cdef void search_item(
    void *context, pc_size item, pc_size worker, pc_stop_token *token
) noexcept nogil:
    cdef const Search *search = <const Search *>context
    cdef pc_size first = item * ITEM_ELEMENTS
    search.max_abs(
        search.x + first * search.itemsize, min(ITEM_ELEMENTS, search.size - first),
        search.maxima + worker * PC_MAX_ABS_BYTES,
    )


cpdef double max_input(
    double max_abs_w, double limit, double max_abs_padding, double reduction_len
):
    """Return the largest magnitude in an input with which transforms may compute; -1 without any.

    `limit` bounds three magnitudes: of the input and of the weights, because transforms sum each of
    them before products are formed, and of sums of `reduction_len` products.
    """
    cdef double max_abs_x
    if not max_abs_w <= limit:
        return -1
    max_abs_x = min(limit, limit / max(1.0, max_abs_w * reduction_len))
    return max_abs_x if max_abs_padding <= max_abs_x else -1


cpdef double max_abs(cnp.ndarray array, pc_size workers) except -1:
    """Return the largest magnitude in a contiguous array of floats; NaN counts as infinite.

    Raises
    ------
    TypeError
        If the array is not of float32 or float64.
    """
    if cnp.PyArray_TYPE(array) != cnp.NPY_FLOAT and cnp.PyArray_TYPE(array) != cnp.NPY_DOUBLE:
        raise TypeError(f"array: dtype {array.dtype}; allowed: float32, float64")
    cdef Search search
    cdef pc_type type = PC_F32 if array.itemsize == 4 else PC_F64
    cdef pc_size items = (array.size + ITEM_ELEMENTS - 1) // ITEM_ELEMENTS
    cdef char[PC_MAX_ABS_BYTES] alone
    workers = max(1, min(workers, items))
    search.max_abs, search.x = copy_kernels_for(type).max_abs, cnp.PyArray_BYTES(array)
    search.itemsize, search.size = array.itemsize, array.size
    if workers == 1:
        search.maxima = alone
    else:
        space = np.empty(workers * PC_MAX_ABS_BYTES + 64, np.uint8)
        search.maxima = aligned(space)
    memset(search.maxima, 0, workers * PC_MAX_ABS_BYTES)
    run_items(workers, items, search_item, &search)
    return max_of(type, search.maxima, PC_MAX_ABS_BYTES, workers)


# Elements of a block of the search. They are tested one by one only if the block's maximum is
# beyond the limit.
cdef enum:
    BLOCK_ELEMENTS = 1 << 10


cdef pc_size next_block(
    const Search *search, pc_type type, double limit, pc_size first
) noexcept nogil:
    """Return where the next block with an element beyond `limit` starts; the size if none does."""
    cdef char[PC_MAX_ABS_BYTES] maxima
    while first < search.size:
        memset(maxima, 0, PC_MAX_ABS_BYTES)
        search.max_abs(
            search.x + first * search.itemsize, min(BLOCK_ELEMENTS, search.size - first), maxima
        )
        if not pc_max_abs(type, maxima) <= limit:
            return first
        first += BLOCK_ELEMENTS
    return search.size


def places_beyond(cnp.ndarray array, double limit, pc_size max_places):
    """Return the numbers of the elements, in memory order, that are NaN or larger than `limit`.

    Parameters
    ----------
    array : ndarray
        Contiguous, of float32 or float64.
    limit : float
        Largest magnitude that is not found.
    max_places : int
        Maximum number of elements that are found.

    Returns
    -------
    list of int, or None
        None if there are more than `max_places`.

    Raises
    ------
    TypeError
        If the array is not of float32 or float64.
    """
    if cnp.PyArray_TYPE(array) != cnp.NPY_FLOAT and cnp.PyArray_TYPE(array) != cnp.NPY_DOUBLE:
        raise TypeError(f"array: dtype {array.dtype}; allowed: float32, float64")
    cdef pc_type type = PC_F32 if array.itemsize == 4 else PC_F64
    cdef Search search
    cdef const char *x = cnp.PyArray_BYTES(array)
    cdef pc_size itemsize = array.itemsize, first = 0, i
    cdef double value
    cdef list found = []
    search.max_abs, search.x = copy_kernels_for(type).max_abs, x
    search.itemsize, search.size = itemsize, array.size
    while True:
        with nogil:  # large inputs take long, and other threads compute meanwhile
            first = next_block(&search, type, limit, first)
        if first == search.size:
            return found
        for i in range(first, min(first + BLOCK_ELEMENTS, search.size)):
            value = (<const float *>x)[i] if itemsize == 4 else (<const double *>x)[i]
            if not -limit <= value <= limit:
                if len(found) == max_places:
                    return None
                found.append(i)
        first = min(first + BLOCK_ELEMENTS, search.size)
