# The variants that can compute a problem. The module is backends/direct/_variants.pyx.


cdef enum:
    IGEMM
    DEPTHWISE
    SPATIAL
    STENCIL
    DOT


cdef class Setting:
    cdef readonly object problem, elements
    cdef readonly bint scattered, zips, set_conflicts, accumulates_in_out
    cdef readonly Py_ssize_t lanes, max_oc_vectors, filters
    cdef Py_ssize_t rank, batch, groups, workers, taps, reduction_len, ic_per_group, oc_per_group
    cdef Py_ssize_t itemsize, parts, pixels, last_pad
    cdef bint channels_last
    cdef Py_ssize_t[3] out, kernel, stride, dilation


cdef class VariantCandidate:
    cdef readonly int variant
    cdef readonly Py_ssize_t groups, channels, oc_block, oc_blocks, pixels_per_vector
    cdef readonly double lane_fraction, valid_fraction
    cdef readonly bint zero_copy, stride2, sums_rows, skips_padding


cdef list candidates_of(Setting s)
cdef bint conflicts(object distance, Py_ssize_t channels)
cdef bint has_long_rows(Setting s)
cdef bint reads_side_by_side(Setting s)
cdef Py_ssize_t sets_of(object distance)
cdef Py_ssize_t windows_per_vector(Setting s)
