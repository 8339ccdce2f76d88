# cython: boundscheck=False, wraparound=False, cdivision=True

"""Passes over data with gaps, element by element: is there a gap, where, and zeros in its place."""

from libc.stdint cimport int32_t, int64_t, uint8_t

from polyconv._gap_windows cimport pc_gap_tables, real


ctypedef fused bits:
    int32_t
    int64_t


cdef enum:
    # Structural: elements that are scanned for NaN before the scan may end.
    SCAN_BLOCK = 512


cdef bint any_nan(const bits *x, Py_ssize_t n, bits magnitude, bits infinity) noexcept nogil:
    cdef Py_ssize_t i, stop, first = 0
    cdef bits negative = 0
    while first < n and negative >= 0:
        stop = min(first + SCAN_BLOCK, n)
        # Without branches, so that the loop is compiled to vector instructions. Bits of NaN are
        # above those of infinity, so their difference is negative and sets the sign bit.
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
    cdef Py_ssize_t n = x.shape[0]
    cdef const uint8_t *masked = &mask[0] if mask.shape[0] > 0 else NULL
    cdef int of_type = 0 if real is float else 1
    if n == 0:
        return
    with nogil:
        pc_gap_tables().rows[of_type].split(&x[0], masked, &values[0], &validity[0], n)


def count(const real[::1] x, const uint8_t[::1] mask, Py_ssize_t limit):
    """Return the number of gaps, or ``limit + 1`` if there are more than `limit`.

    `mask` is that of `split`.
    """
    cdef Py_ssize_t n = x.shape[0], gaps
    cdef const uint8_t *masked = &mask[0] if mask.shape[0] > 0 else NULL
    cdef int of_type = 0 if real is float else 1
    if n == 0:
        return 0
    with nogil:
        gaps = pc_gap_tables().rows[of_type].count(&x[0], masked, n, limit)
    return gaps


def clear(const real[::1] x, const uint8_t[::1] mask, real[::1] values, int64_t[::1] places):
    """Write `x` with zeros at gaps to `values`, and the places of gaps, ascending.

    Returns the number of places written. It is the number of gaps, unless another thread writes to
    `x` after `count`. `mask` is that of `split`; `places` has an element for each gap.
    """
    cdef Py_ssize_t n = x.shape[0], found = 0
    cdef const uint8_t *masked = &mask[0] if mask.shape[0] > 0 else NULL
    cdef int64_t *first = &places[0] if places.shape[0] > 0 else NULL
    cdef int of_type = 0 if real is float else 1
    if n == 0:
        return 0
    with nogil:
        found = pc_gap_tables().rows[of_type].clear(
            &x[0], masked, &values[0], n, first, places.shape[0]
        )
    return found
