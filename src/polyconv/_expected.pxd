"""Arrays as calls without Python expect them: plain, of one shape and dtype, in C order."""

from libc.string cimport memcmp

cimport numpy as cnp

from polyconv._kernels cimport pc_size


cdef enum:
    # Axes of an array: a batch, channels, and three of space.
    MAX_AXES = 5


cdef struct Expected:
    # An array of a problem in the caller's layout and C order.
    int ndim
    int type  # NumPy's number
    pc_size size  # bytes
    cnp.npy_intp[MAX_AXES] shape


cdef inline bint describe(shape, dtype, Expected *array) except -1:
    """Set the expected type, bytes and sizes to those of an array of this shape and dtype."""
    cdef int axis
    array.ndim, array.type, array.size = len(shape), dtype.num, dtype.itemsize
    for axis in range(array.ndim):
        array.shape[axis] = shape[axis]
        array.size *= array.shape[axis]
    return True


cdef inline bint matches(value, const Expected *expected):
    """Return True if `value` is a plain array of this shape and dtype, in C order and aligned.

    Numbers of NumPy's types differ for dtypes that are equal, "l" and "q": such arrays are compared
    in Python.
    """
    if type(value) is not cnp.ndarray:
        return False
    cdef cnp.ndarray array = <cnp.ndarray>value
    return (
        cnp.PyArray_TYPE(array) == expected.type
        and cnp.PyArray_ISCARRAY_RO(array)
        and cnp.PyArray_NDIM(array) == expected.ndim
        and memcmp(
            cnp.PyArray_DIMS(array), expected.shape, expected.ndim * sizeof(cnp.npy_intp)
        ) == 0
    )
