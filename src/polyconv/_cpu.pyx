"""What the kernels run on: the instruction-set level, its vectors, and the processors."""

from functools import cache

from libc.stdlib cimport getenv

cimport numpy as cnp

from polyconv._kernels cimport (
    PC_F32, pc_copy_kernels, pc_max_abs_kernel, pc_size, pc_type, type_of,
)

import numpy as np

cnp.import_array()


cdef extern from "cpus.h" nogil:
    int pc_usable_cpus()

cdef extern from "isa.h" nogil:
    const char* pc_isa_name()
    const char* pc_isa_error()

cdef extern from "copy_kernels.h" nogil:
    const pc_copy_kernels *pc_copy_kernels_for(pc_type type)

cdef extern from "max_abs.h" nogil:
    pc_max_abs_kernel pc_look_for(pc_type type)


cdef const pc_copy_kernels *copy_kernels_for(pc_type type) noexcept nogil:
    return pc_copy_kernels_for(type)


cdef pc_max_abs_kernel look_for(pc_type type) noexcept nogil:
    return pc_look_for(type)


def isa_level():
    """Name of the level in use: "base", "v3" or "v4".

    The highest that this processor has, or what the environment's ``POLYCONV_ISA`` asks for.
    """
    return pc_isa_name().decode()


def isa_error():
    """Why ``POLYCONV_ISA`` cannot be followed, or an empty string."""
    return pc_isa_error().decode()


@cache
def lanes(dtype):
    """Vector sizes of the kernels for elements of `dtype`: lanes, and vectors in a tile."""
    cdef const pc_copy_kernels *kernels = copy_kernels_for(type_of(dtype))
    return {"lanes": kernels.lanes, "nr_vectors": kernels.channel_vectors}


@cache
def picks(dtype):
    """Whether every other pixel, of elements of `dtype`, can be picked where it stands."""
    return copy_kernels_for(type_of(dtype)).strided != NULL


def contiguous(array, dtype):
    """What `numpy.ascontiguousarray` gives, with half precision converted by the processor."""
    if array.dtype != np.float16 or dtype != np.float32:
        return np.ascontiguousarray(array, dtype)
    cdef cnp.ndarray halves = np.ascontiguousarray(array)
    cdef cnp.ndarray singles = np.empty(array.shape, np.float32)
    cdef const pc_copy_kernels *kernels = copy_kernels_for(PC_F32)
    cdef void *to = cnp.PyArray_DATA(singles)
    cdef const char *source = cnp.PyArray_BYTES(halves)
    cdef pc_size n = halves.size
    with nogil:
        kernels.read_f16(to, 1, source, 2, n)
    return singles


def assign(cnp.ndarray to, cnp.ndarray values):
    """What ``to[...] = values`` does; rows of halves are converted by the processor."""
    cdef const pc_copy_kernels *kernels = copy_kernels_for(PC_F32)
    cdef int axis = to.ndim - 1
    if axis < 0 or (<object>to).shape != (<object>values).shape:
        to[...] = values
        return
    cdef bint widened = to.dtype == np.float32 and values.dtype == np.float16
    cdef bint rounded = to.dtype == np.float16 and values.dtype == np.float32
    cdef bint rows = (
        to.strides[axis] == to.itemsize and values.strides[axis] == values.itemsize
    )
    if not (rows and (widened or rounded)):
        to[...] = values
        return
    cdef cnp.flatiter row = cnp.PyArray_IterAllButAxis(to, &axis)
    cdef cnp.flatiter source = cnp.PyArray_IterAllButAxis(values, &axis)
    cdef pc_size n = to.shape[axis]
    with nogil:
        while cnp.PyArray_ITER_NOTDONE(row):
            if widened:
                kernels.read_f16(
                    cnp.PyArray_ITER_DATA(row), 1, <const char *>cnp.PyArray_ITER_DATA(source), 2,
                    n,
                )
            else:
                kernels.store_rows_f16(
                    <const float *>cnp.PyArray_ITER_DATA(source), 0, 1, n, NULL, False,
                    <char *>cnp.PyArray_ITER_DATA(row), 0,
                )
            cnp.PyArray_ITER_NEXT(row)
            cnp.PyArray_ITER_NEXT(source)


def omp_num_threads():
    """The environment's ``OMP_NUM_THREADS``, or an empty string.

    Every call asks for it, and `os.environ` would take half a microsecond to tell.
    """
    cdef const char *value = getenv("OMP_NUM_THREADS")
    return "" if value == NULL else value.decode(errors="replace")


def affinity():
    """How many CPUs this thread may run on, as of a few hundredths of a second ago at most.

    0 where the system does not tell.
    """
    return pc_usable_cpus()
