"""The ISA level in use, its vector sizes, float16 conversions, and the CPUs of this thread."""

from functools import cache

from libc.stdlib cimport getenv

cimport numpy as cnp

from polyconv._kernels cimport (
    PC_F32, PC_U32, PC_U64, pc_copy_kernels, pc_size, pc_type, type_of,
)

import numpy as np

cnp.import_array()


cdef extern from "cpus.h" nogil:
    int pc_usable_cpus()

cdef extern from "isa.h" nogil:
    const char* pc_isa_name()
    const char* pc_isa_error()
    int pc_is_amd()

cdef extern from "copy_kernels.h" nogil:
    const pc_copy_kernels *pc_copy_kernels_for(pc_type type)


cdef const pc_copy_kernels *copy_kernels_for(pc_type type) noexcept nogil:
    return pc_copy_kernels_for(type)


def isa_level():
    """Name of the level in use: "base", "v3" or "v4".

    The highest level that this processor has, or the one that ``POLYCONV_ISA`` names.
    """
    return pc_isa_name().decode()


def isa_error():
    """Return the reason why ``POLYCONV_ISA`` cannot be followed, or an empty string."""
    return pc_isa_error().decode()


def is_amd():
    """Return True on a processor of AMD's."""
    return bool(pc_is_amd())


@cache
def lanes(dtype):
    """Vector sizes for elements of `dtype`: lanes, and NR of the GEMM-like kernels in vectors."""
    cdef const pc_copy_kernels *kernels = copy_kernels_for(type_of(dtype))
    return {"lanes": kernels.lanes, "nr_vectors": kernels.nr_vectors}


# Structural: minimum number of elements of weights that SIMD code transposes; see `contiguous`.
cdef Py_ssize_t MIN_TRANSPOSED = 2048


def contiguous(array, dtype):
    """Return ``numpy.ascontiguousarray(array, dtype)``; SIMD code converts float16 to float32.

    SIMD code also transposes weights in channels_last of at least `MIN_TRANSPOSED` elements. Times
    (Zen 4, one core, 2026-11-30, ``timeit``):

    - 64 filters of 32 channels with 3x3x3 taps of float32: 11 us, with NumPy 98 us;
    - weights of less than 2000 elements: 1.2 to 1.7 us, with NumPy 0.3 to 1.6 us.
    """
    if (
        array.ndim > 2 and array.size >= MIN_TRANSPOSED and dtype.itemsize in (4, 8)
        and not is_c_contiguous(array)
    ):
        last = array.transpose((*range(2, array.ndim), 1, 0))
        if is_c_contiguous(last):
            return channels_first(contiguous(last, dtype))
    if array.dtype != np.float16 or dtype != np.float32:
        return np.ascontiguousarray(array, dtype)
    cdef cnp.ndarray f16 = np.ascontiguousarray(array)
    cdef cnp.ndarray f32 = np.empty(array.shape, np.float32)
    cdef const pc_copy_kernels *kernels = copy_kernels_for(PC_F32)
    cdef void *to = cnp.PyArray_DATA(f32)
    cdef const char *source = cnp.PyArray_BYTES(f16)
    cdef pc_size n = f16.size
    with nogil:
        kernels.read_f16(to, 1, source, 2, n)
    return f32


cdef channels_first(cnp.ndarray last):
    """Return weights ``(*kernel, channels, filters)`` as ``(filters, channels, *kernel)``.

    Elements of 4 or 8 bytes are moved as integers, so that none changes.
    """
    cdef int rank = last.ndim - 2
    cdef pc_size filters = last.shape[rank + 1], channels = last.shape[rank], c
    cdef pc_size taps = last.size // max(1, filters * channels), size = last.itemsize
    shape = (filters, channels, *[last.shape[axis] for axis in range(rank)])
    cdef cnp.ndarray result = np.empty(shape, last.dtype)
    cdef const pc_copy_kernels *kernels = copy_kernels_for(PC_U32 if size == 4 else PC_U64)
    cdef const char *source = cnp.PyArray_BYTES(last)
    cdef char *to = cnp.PyArray_BYTES(result)
    with nogil:
        if taps == 1:
            kernels.transpose(source, filters, channels, filters, NULL, to, channels * size)
        elif taps > 0:
            for c in range(channels):
                kernels.transpose(
                    source + c * filters * size, channels * filters, taps, filters, NULL,
                    to + c * taps * size, channels * taps * size,
                )
    return result


def is_c_contiguous(cnp.ndarray array):
    """Return ``array.flags.c_contiguous``. This takes 30 ns, the attribute 80 ns."""
    return bool(cnp.PyArray_IS_C_CONTIGUOUS(array))


def bytes_to_line(cnp.ndarray array):
    """Return the bytes from the first element of `array` to the next cache line, 0 to 63.

    In Python, `array.ctypes.data` tells the address, but takes 1 us.
    """
    return -<Py_ssize_t>cnp.PyArray_DATA(array) & 63


def assign(cnp.ndarray to, cnp.ndarray values):
    """Do ``to[...] = values``; SIMD code converts rows between float16 and float32."""
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

    Each call of a convolution reads it; `os.environ` would take 0.5 us.
    """
    cdef const char *value = getenv("OMP_NUM_THREADS")
    return "" if value == NULL else value.decode(errors="replace")


def affinity():
    """Return the number of CPUs this thread may run on, at most 20 ms old; 0 if unknown."""
    return pc_usable_cpus()
