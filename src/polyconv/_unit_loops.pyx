"""Compiled loops that tell how fast the machine is; `_unit_times` calls and times them.

The C is kernels/unit_loops.c, compiled once for each ISA level, and kernels/unit_waits.c.
"""

from libc.stdint cimport int64_t

cimport numpy as cnp

from polyconv._kernels cimport PC_F32, PC_F64, PC_INT16X2, PC_U32, PC_U64, aligned, pc_size
from polyconv._thread_pool cimport pc_stop_token, run_items

cnp.import_array()


cdef extern from "unit_loops.h" nogil:
    ctypedef struct pc_unit_loops:
        void (*multiply_add[5])(pc_size rounds) noexcept nogil
        int products[5]
        void (*copy)(const char *source, char *to, pc_size bytes) noexcept nogil
        void (*stream)(char *to, pc_size bytes) noexcept nogil

    const pc_unit_loops *pc_unit_loops_here()
    void pc_add_in_turn(pc_size rounds)


cdef extern from "unit_waits.h" nogil:
    ctypedef struct pc_hand_over:
        int64_t handed

    pc_hand_over pc_new_hand_over(int64_t limit)
    void pc_take(void *job, pc_size item, pc_size worker, pc_stop_token *token) noexcept
    int64_t pc_taken(pc_hand_over *job)


cdef dict ELEMENTS = {
    "float32": PC_F32, "float64": PC_F64, "int32": PC_U32, "int64": PC_U64, "int16": PC_INT16X2,
}

# Nanoseconds after which a worker that is handed an item has failed to come: 1000 times the 50 us
# that waking it takes on an idle machine (kernels/runtime/thread_pool.c).
cdef enum:
    MAX_WAIT_NS = 50_000_000


def multiply_add(str element, pc_size rounds):
    """Run `rounds` rounds of multiply-adds in registers, at the ISA level in use.

    `element` is "float32", "float64", "int32", "int64", or "int16" for products of 16-bit integers
    that are summed in pairs.
    """
    cdef pc_size type = ELEMENTS[element]
    with nogil:
        pc_unit_loops_here().multiply_add[type](rounds)


def products_of(str element):
    """Return the products of one round of `multiply_add`."""
    return pc_unit_loops_here().products[<pc_size>ELEMENTS[element]]


def add_in_turn(pc_size rounds):
    """Run additions, each of which waits for the one before; `rounds` is a multiple of 8."""
    with nogil:
        pc_add_in_turn(rounds)


def copy(cnp.ndarray memory, pc_size bytes, pc_size repeats):
    """Copy the first `bytes` of an array of bytes to a place after them, `repeats` times.

    `bytes` is a multiple of 256. The array has room for both, and for `GAP` and a cache line.
    """
    require(memory, bytes, 2 * bytes + GAP)
    cdef char *source = aligned(memory)
    cdef char *to = source + bytes + GAP
    with nogil:
        while repeats > 0:
            pc_unit_loops_here().copy(source, to, bytes)
            repeats -= 1


def stream(cnp.ndarray memory, pc_size bytes):
    """Store zeros past the caches into an array of bytes, with room for a cache line more."""
    require(memory, bytes, bytes)
    cdef char *to = aligned(memory)
    with nogil:
        pc_unit_loops_here().stream(to, bytes)


# Bytes between the halves of a copy, so that no load has the address of a recent store modulo 4096,
# for which a load waits.
cdef enum:
    GAP = 2048


cdef int require(cnp.ndarray memory, pc_size bytes, pc_size room) except -1:
    if bytes <= 0 or bytes % 256 or memory.nbytes < room + 64 or not memory.flags.c_contiguous:
        raise ValueError(f"{bytes} bytes in {memory.nbytes}; allowed: multiples of 256 that fit")
    return 0


def hand_over():
    """Return the seconds until another worker of the pool takes an item; infinite if none comes.

    If it was idle for less than 200 us, it still spins; later it sleeps, and has to be woken.
    """
    cdef pc_hand_over job = pc_new_hand_over(MAX_WAIT_NS)
    cdef int64_t taken
    run_items(2, 2, pc_take, &job)
    taken = pc_taken(&job)
    return (taken - job.handed) * 1e-9 if taken else float("inf")
