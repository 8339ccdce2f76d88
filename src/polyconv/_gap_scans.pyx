# cython: boundscheck=False, wraparound=False, cdivision=True

"""Passes over data with gaps, element by element: is there a gap, where, and zeros in its place."""

from libc.stdint cimport int32_t, int64_t, uint8_t

import numpy as np


ctypedef fused real:
    float
    double

ctypedef fused bits:
    int32_t
    int64_t


cdef enum:
    # Elements that are scanned for NaN before the next are.
    SCANNED = 512


cdef bint any_nan(const bits *x, Py_ssize_t n, bits magnitude, bits infinity) noexcept nogil:
    cdef Py_ssize_t i, stop, first = 0
    cdef bits negative = 0
    while first < n and negative >= 0:
        stop = min(first + SCANNED, n)
        # Without branches, so that it is compiled to vectors: the sign bit tells of any NaN.
        for i in range(first, stop):
            negative |= infinity - (x[i] & magnitude)
        first = stop
    return negative < 0


def has_nan(const real[::1] x):
    """Return True if there is NaN in an array of one axis; reading ends at the first ones."""
    cdef Py_ssize_t n = x.shape[0]
    cdef bint found
    if n == 0:
        return False
    with nogil:
        if real is float:
            found = any_nan(<const int32_t *>&x[0], n, 0x7FFFFFFF, 0x7F800000)
        else:
            found = any_nan(
                <const int64_t *>&x[0], n, <int64_t>0x7FFFFFFFFFFFFFFF, <int64_t>0x7FF0000000000000
            )
    return found


def split(const real[::1] x, const uint8_t[::1] mask, real[::1] values, real[::1] validity):
    """Write `x` with zeros at gaps to `values`, and 1 or 0 at gaps to `validity`.

    `mask`, not 0 at gaps that are not NaN, may be empty.
    """
    cdef Py_ssize_t i, n = x.shape[0]
    cdef bint masked = mask.shape[0] > 0
    cdef real valid
    with nogil:
        for i in range(n):
            values[i] = x[i] if x[i] == x[i] else 0
            validity[i] = 1 if x[i] == x[i] else 0
        if masked:
            for i in range(n):
                valid = 0 if mask[i] else 1
                values[i] = values[i] if valid else 0
                validity[i] *= valid


def clear(const real[::1] x, const uint8_t[::1] mask, real[::1] values, Py_ssize_t limit):
    """Write `x` with zeros at gaps to `values`, up to `limit` gaps.

    Parameters
    ----------
    x, values : ndarray of one axis
    mask : ndarray of uint8
        Not 0 at gaps that are not NaN; may be empty.
    limit : int

    Returns
    -------
    ndarray of int64 or None
        Places of the gaps, ascending; None if there are more, and `values` is undefined.
    """
    cdef Py_ssize_t i, stop, first = 0, n = x.shape[0], count = 0
    cdef bint masked = mask.shape[0] > 0
    cdef bint gaps
    places = np.empty(max(limit, 1), np.int64)
    cdef int64_t[::1] found = places
    with nogil:
        while first < n and count <= limit:
            stop = min(first + SCANNED, n)
            gaps = False
            for i in range(first, stop):
                values[i] = x[i]
                gaps |= x[i] != x[i]
            if masked:
                for i in range(first, stop):
                    gaps |= mask[i] != 0
            if gaps:
                for i in range(first, stop):
                    if x[i] != x[i] or (masked and mask[i] != 0):
                        values[i] = 0
                        if count < limit:
                            found[count] = i
                        count += 1
            first = stop
    return None if count > limit else places[:count]
