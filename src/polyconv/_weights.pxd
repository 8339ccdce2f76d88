"""Canonical weights as they lie in memory, for the modules that read them filter by filter."""

cimport numpy as cnp


cdef enum:
    # Axes of weights: two of channels, and three of the kernel, of which the first may have size 1.
    AXES = 5


cdef struct Weights:
    # Bytes from one element to the next on each axis in `step`.
    const char *data
    Py_ssize_t[AXES] size
    Py_ssize_t[AXES] step


cdef inline Weights weights_of(cnp.ndarray w):
    """Describe canonical weights, of 3 to 5 axes."""
    cdef Weights found
    cdef int axis, gap = AXES - cnp.PyArray_NDIM(w)
    found.data = cnp.PyArray_BYTES(w)
    for axis in range(AXES):
        found.size[axis], found.step[axis] = 1, 0
    for axis in range(cnp.PyArray_NDIM(w)):
        found.size[axis if axis < 2 else axis + gap] = cnp.PyArray_DIM(w, axis)
        found.step[axis if axis < 2 else axis + gap] = cnp.PyArray_STRIDE(w, axis)
    return found


cdef inline const char *filter_at(Weights *w, Py_ssize_t k, Py_ssize_t c) noexcept nogil:
    return w.data + k * w.step[0] + c * w.step[1]
