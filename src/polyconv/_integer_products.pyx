# cython: cdivision=True
"""Filters of integers as outer products of integers; `_structure` describes the structures.

The column and the row through one tap are divided by the largest common divisor of their elements.
What is left of the tap is the factor of the last axis, so all vectors are integers, and one pass
over the taps tells if their product is the filter.
"""

cimport numpy as cnp

from polyconv._weights cimport Weights, filter_at, weights_of

import numpy as np

cnp.import_array()

ctypedef long long i64


cdef unsigned long long size_of(i64 x) noexcept nogil:
    return <unsigned long long>x if x >= 0 else -<unsigned long long>x


cdef unsigned long long gcd(unsigned long long a, unsigned long long b) noexcept nogil:
    while b:
        a, b = b, a % b
    return a


cdef unsigned long long read_primitive(
    const char *data, Py_ssize_t step, Py_ssize_t n, Py_ssize_t at, i64 *to
) noexcept nogil:
    """Copy a vector divided by the largest number that leaves integers, positive at `at`.

    Returns its element at `at`.
    """
    cdef unsigned long long divisor = 0
    cdef bint negative = (<const i64 *>(data + at * step))[0] < 0
    cdef i64 element
    cdef Py_ssize_t i
    for i in range(n):
        divisor = gcd(size_of((<const i64 *>(data + i * step))[0]), divisor)
    for i in range(n):
        element = (<const i64 *>(data + i * step))[0]
        to[i] = <i64>(size_of(element) // divisor)
        if (element < 0) != negative:
            to[i] = <i64>(0 - <unsigned long long>to[i])
    return <unsigned long long>to[at]


cdef bint read_product(Weights *w, const char *data, i64 *to) noexcept nogil:
    """Write a filter of integers as an outer product of integers; False if it is none.

    The vectors of all axes but the last are primitive. Sums and products are modulo 2**64.
    """
    cdef Py_ssize_t i, j, k
    cdef Py_ssize_t[3] at
    cdef i64 *u = to
    cdef i64 *v = u + w.size[2]
    cdef i64 *t = v + w.size[3]
    cdef i64 element
    cdef unsigned long long divisor, other, product
    cdef const char *row
    at[0] = -1
    for i in range(w.size[2]):
        for j in range(w.size[3]):
            row = data + i * w.step[2] + j * w.step[3]
            for k in range(w.size[4]):
                if at[0] < 0 and (<const i64 *>(row + k * w.step[4]))[0] != 0:
                    at[0], at[1], at[2] = i, j, k
    if at[0] < 0:
        for i in range(w.size[2] + w.size[3] + w.size[4]):
            to[i] = 0
        return True
    divisor = read_primitive(
        data + at[1] * w.step[3] + at[2] * w.step[4], w.step[2], w.size[2], at[0], u
    )
    other = read_primitive(
        data + at[0] * w.step[2] + at[2] * w.step[4], w.step[3], w.size[3], at[1], v
    )
    if divisor > (<unsigned long long>1 << 63) // other:
        return False
    divisor *= other
    row = data + at[0] * w.step[2] + at[1] * w.step[3]
    for k in range(w.size[4]):
        element = (<const i64 *>(row + k * w.step[4]))[0]
        if size_of(element) % divisor:
            return False
        t[k] = <i64>(size_of(element) // divisor)
        if element < 0:
            t[k] = <i64>(0 - <unsigned long long>t[k])
    for i in range(w.size[2]):
        for j in range(w.size[3]):
            row = data + i * w.step[2] + j * w.step[3]
            product = <unsigned long long>u[i] * <unsigned long long>v[j]
            for k in range(w.size[4]):
                element = (<const i64 *>(row + k * w.step[4]))[0]
                if product * <unsigned long long>t[k] != <unsigned long long>element:
                    return False
    return True


def integer_products(cnp.ndarray w):
    """Return the filters as outer products of integers, or None if one is none.

    Parameters
    ----------
    w : ndarray of int64, shape ``(out_channels, ic_per_group, *kernel)``

    Returns
    -------
    ndarray of int64, shape ``(out_channels, ic_per_group, 1, elements)``
        The vectors of all axes, one after the other, as `_crosses.crosses` returns them.
    """
    cdef Weights weights = weights_of(w)
    cdef Py_ssize_t stride = weights.size[2] + weights.size[3] + weights.size[4], k, c
    cdef cnp.ndarray terms = np.empty((*(<object>w).shape[:2], 1, stride), np.int64)
    cdef i64 *to = <i64 *>cnp.PyArray_DATA(terms)
    for k in range(weights.size[0]):
        for c in range(weights.size[1]):
            if not read_product(&weights, filter_at(&weights, k, c), to):
                return None
            to += stride
    return terms
