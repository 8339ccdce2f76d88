# cython: cdivision=True
"""Cross approximation of filters by sums of outer products; `_structure` describes it.

It is compiled because plain calls test their weights each time: 9 taps take 0.4 us, 225 taps 0.9 us
(with NumPy 30 us).
"""

from libc.math cimport fabs, frexp, hypot, isfinite, sqrt
from libc.stdlib cimport free, malloc

cimport numpy as cnp

from polyconv._weights cimport AXES, Weights, filter_at, weights_of

import numpy as np

cnp.import_array()

_INT64 = np.dtype(np.int64)

# Unit roundoff of double precision: half the distance from 1 to the next number. It bounds the
# relative error of a rounded product.
cdef double ROUNDING = 2.0**-53
cdef double PRODUCT = 1
cdef double COMPLEX_PRODUCT = sqrt(5.0)


ctypedef double complex c128
ctypedef long long i64

# Minimum sum of the magnitudes of a filter: below it, errors of subnormal numbers would count.
cdef double MIN_TOTAL = 2.0**-900

# Values that select the functions for a type.
cdef float FLOAT = 0
cdef double DOUBLE = 0
cdef c128 COMPLEX = 0
cdef i64 INTEGER = 0

ctypedef fused element:
    float
    double
    c128
    i64

ctypedef fused value:
    double
    c128


cdef struct Survey:
    # Sum of magnitudes, and the largest of them.
    double total, largest

cdef struct Sums:
    # Sum of the magnitudes of all outer products, and a bound on the rounding errors of what they
    # leave of the matrix.
    double terms, rounded


cdef bint is_constant(Weights *w, const char *data, element kind) noexcept nogil:
    """Return True if all taps of the filter at `data` have one finite value."""
    cdef Py_ssize_t i, j, k
    cdef const char *row
    cdef element first = (<const element *>data)[0]
    if first - first != 0:  # inf or NaN
        return False
    for i in range(w.size[2]):
        for j in range(w.size[3]):
            row = data + i * w.step[2] + j * w.step[3]
            for k in range(w.size[4]):
                if (<const element *>(row + k * w.step[4]))[0] != first:
                    return False
    return True


cdef bint is_box(Weights *w, element kind) noexcept nogil:
    """Return True if each filter of each channel has one finite value."""
    cdef Py_ssize_t k, c
    for k in range(w.size[0]):
        for c in range(w.size[1]):
            if not is_constant(w, filter_at(w, k, c), kind):
                return False
    return True


cdef void read_filter(Weights *w, const char *data, element kind, value *to) noexcept nogil:
    """Copy the filter at `data`."""
    cdef Py_ssize_t i, j, k, n = 0
    cdef const char *row
    for i in range(w.size[2]):
        for j in range(w.size[3]):
            row = data + i * w.step[2] + j * w.step[3]
            for k in range(w.size[4]):
                if value is c128 or element is not c128:  # complex numbers are never read as real
                    to[n] = (<const element *>(row + k * w.step[4]))[0]
                n += 1


cdef inline double magnitude(value x) noexcept nogil:
    if value is double:
        return fabs(x)
    else:
        return hypot(x.real, x.imag)


cdef Survey survey(const value *x, Py_ssize_t n) noexcept nogil:
    """Return the sum of the magnitudes and the largest one, by four independent partial sums."""
    cdef double m0, m1, m2, m3, a = 0, b = 0, c = 0, d = 0, p = 0, q = 0, r = 0, s = 0
    cdef Py_ssize_t i, whole = n - n % 4
    cdef Survey found
    for i in range(0, whole, 4):
        m0, m1 = magnitude(x[i]), magnitude(x[i + 1])
        m2, m3 = magnitude(x[i + 2]), magnitude(x[i + 3])
        a += m0
        b += m1
        c += m2
        d += m3
        p = m0 if m0 > p else p
        q = m1 if m1 > q else q
        r = m2 if m2 > r else r
        s = m3 if m3 > s else s
    for i in range(whole, n):
        m0 = magnitude(x[i])
        a += m0
        p = m0 if m0 > p else p
    found.total = (a + b) + (c + d)
    found.largest = max(max(p, q), max(r, s))
    return found


cdef Py_ssize_t place_of(double largest, const value *x, Py_ssize_t n) noexcept nogil:
    """Return the index of the first element of a magnitude; 0 if there is none, as among NaN."""
    cdef Py_ssize_t i
    for i in range(n):
        if magnitude(x[i]) == largest:
            return i
    return 0


cdef int terms_of_matrix(
    value *left, Py_ssize_t rows, Py_ssize_t columns, int max_rank, double limit, value *terms,
    Py_ssize_t stride, Survey *of_left, Sums *sums,
) noexcept nogil:
    """Approximate a matrix by crosses until at most `limit` is left of it.

    Writes each term as a column followed by a row; terms start `stride` elements apart. Replaces
    the matrix and its survey by those of the remainder, and sets `sums`. Returns the number of
    terms, or -1 if it takes more than `max_rank`.
    """
    cdef Py_ssize_t i, j, at, column
    cdef value pivot, u
    cdef value *of_column
    cdef value *of_row
    cdef double product
    cdef int rank = 0
    sums.terms = sums.rounded = 0
    while rank == 0 or not of_left.total <= limit:
        if rank == max_rank:
            return -1
        at = place_of(of_left.largest, left, rows * columns)
        pivot, column = left[at], at % columns
        of_column, of_row = terms + rank * stride, terms + rank * stride + rows
        for j in range(columns):
            of_row[j] = left[at - column + j]
        for i in range(rows):
            u = left[i * columns + column]
            of_column[i] = u / pivot if pivot != 0 else 0
        for i in range(rows):
            u = of_column[i]
            for j in range(columns):
                left[i * columns + j] = left[i * columns + j] - u * of_row[j]
        product = survey(of_column, rows).total * survey(of_row, columns).total
        of_left[0] = survey(left, rows * columns)
        sums.terms += product
        # Errors of the products and of the differences.
        sums.rounded += ROUNDING * (
            (PRODUCT if value is double else COMPLEX_PRODUCT) * product + of_left.total
        )
        rank += 1
    return rank


cdef int terms_of_filter(
    value *left, Weights *w, int max_rank, double limit, value *terms, Py_ssize_t stride,
    value *room, Survey *of_left, Sums *sums,
) noexcept nogil:
    """Approximate a filter by crosses of its first axis by the others.

    As `terms_of_matrix`; each term is a vector for each of three axes. `room` has space for twice
    the elements of the last two axes.
    """
    cdef Py_ssize_t n = w.size[2], rest = w.size[3] * w.size[4]
    cdef Py_ssize_t i, j, at
    cdef value pivot, u
    cdef value *matrix = room
    cdef value *matrix_left = room + rest
    cdef value *first
    cdef double size, matrix_size
    cdef int rank = 0, inner, r
    cdef Survey of_matrix
    cdef Sums inner_sums
    if n == 1:
        for r in range(max_rank):
            terms[r * stride] = 1
        return terms_of_matrix(
            left, w.size[3], w.size[4], max_rank, limit, terms + 1, stride, of_left, sums
        )
    sums.terms = sums.rounded = 0
    while rank == 0 or not of_left.total <= limit:
        if rank == max_rank:
            return -1
        at = place_of(of_left.largest, left, n * rest)
        pivot = left[at]
        first = terms + rank * stride
        for i in range(n):
            u = left[i * rest + at % rest]
            first[i] = u / pivot if pivot != 0 else 0
        for j in range(rest):
            matrix[j] = matrix_left[j] = left[at - at % rest + j]
        size, of_matrix = survey(first, n).total, survey(matrix, rest)
        matrix_size = of_matrix.total
        # The remainder of the matrix may use up half of the limit.
        inner = terms_of_matrix(
            matrix_left, w.size[3], w.size[4], max_rank - rank,
            limit / (2 * size) if size > 0 else 0, first + n, stride, &of_matrix, &inner_sums,
        )
        if inner < 0:
            return -1
        for r in range(1, inner):
            for i in range(n):
                first[r * stride + i] = first[i]
        for j in range(rest):
            matrix[j] = matrix[j] - matrix_left[j]  # the terms' sum
        for i in range(n):
            u = first[i]
            for j in range(rest):
                left[i * rest + j] = left[i * rest + j] - u * matrix[j]
        of_left[0] = survey(left, n * rest)
        sums.terms += size * inner_sums.terms
        # The terms' sum is a difference, too.
        sums.rounded += size * inner_sums.rounded + ROUNDING * (
            (1 + (PRODUCT if value is double else COMPLEX_PRODUCT)) * size * matrix_size
            + of_left.total
        )
        rank += inner
    return rank


cdef int walk(
    Weights *w, element kind, value *room, int max_rank, double rtol, double max_growth, value *to,
    double *residual,
) noexcept nogil:
    """Factorise all filters, and return the largest number of terms, or 0 if one is dense.

    Writes the terms to `to`, unless that is NULL. Each filter of each channel gets room for
    `max_rank` terms; a term is one vector for each axis, one after the other. Missing terms are
    zeros.
    """
    cdef Py_ssize_t taps = w.size[2] * w.size[3] * w.size[4]
    cdef Py_ssize_t stride = w.size[2] + w.size[3] + w.size[4]
    cdef Py_ssize_t k, c, i
    cdef value *left = room
    cdef value *terms = room + taps + 2 * w.size[3] * w.size[4]
    cdef int rank, max_terms = 1
    cdef double size, filters, remainders
    cdef Survey of_left
    cdef Sums sums
    residual[0] = 0
    for k in range(w.size[0]):
        filters = remainders = 0
        for c in range(w.size[1]):
            read_filter(w, filter_at(w, k, c), kind, left)
            of_left = survey(left, taps)
            size = of_left.total
            if not isfinite(size) or 0 < size < MIN_TOTAL:
                return 0
            rank = terms_of_filter(
                left, w, max_rank, rtol * size, terms, stride, left + taps, &of_left, &sums
            )
            if rank < 0 or (size > 0 and not sums.terms <= max_growth * size):
                return 0
            max_terms = max(max_terms, rank)
            filters += size
            remainders += of_left.total + sums.rounded
            if to != NULL:
                for i in range(rank * stride):
                    to[i] = terms[i]
                for i in range(rank * stride, max_rank * stride):
                    to[i] = 0
                to += max_rank * stride
        if remainders > 0:
            residual[0] = max(residual[0], remainders / filters)
    # A sum of n numbers errs by less than n roundings.
    residual[0] *= 1 + 4 * ROUNDING * taps * w.size[1]
    return max_terms if residual[0] <= rtol else 0


cdef void *room_for(Weights *w, int max_rank, size_t size) except NULL:
    """Return memory for `walk`."""
    cdef Py_ssize_t taps = w.size[2] * w.size[3] * w.size[4]
    cdef Py_ssize_t stride = w.size[2] + w.size[3] + w.size[4]
    cdef void *room = malloc((taps + 2 * w.size[3] * w.size[4] + max_rank * stride) * size)
    if room == NULL:
        raise MemoryError
    return room


cdef int walk_any(
    cnp.ndarray w, int max_rank, double rtol, double max_growth, void *to, double *residual
) except -1:
    """Do `walk` for an array of float32, float64 or complex128."""
    cdef Weights weights = weights_of(w)
    cdef int number = cnp.PyArray_TYPE(w)
    cdef int rank
    cdef void *room = room_for(&weights, max_rank, 16 if number == cnp.NPY_CDOUBLE else 8)
    if number == cnp.NPY_FLOAT:
        rank = walk(
            &weights, FLOAT, <double *>room, max_rank, rtol, max_growth, <double *>to, residual
        )
    elif number == cnp.NPY_DOUBLE:
        rank = walk(
            &weights, DOUBLE, <double *>room, max_rank, rtol, max_growth, <double *>to, residual
        )
    else:
        rank = walk(
            &weights, COMPLEX, <c128 *>room, max_rank, rtol, max_growth, <c128 *>to, residual
        )
    free(room)
    return rank


cdef bint are_boxes(Weights *w, int number) noexcept:
    """Return `is_box` for the type of a NumPy array."""
    if number == cnp.NPY_FLOAT:
        return is_box(w, FLOAT)
    if number == cnp.NPY_DOUBLE:
        return is_box(w, DOUBLE)
    if number == cnp.NPY_CDOUBLE:
        return is_box(w, COMPLEX)
    return is_box(w, INTEGER)


def is_supported(cnp.ndarray w):
    """Return True for arrays of float32, float64 and complex128, which `crosses` takes."""
    cdef int number = cnp.PyArray_TYPE(w)
    return bool(
        number == cnp.NPY_FLOAT or number == cnp.NPY_DOUBLE or number == cnp.NPY_CDOUBLE
    )


def structure_code(
    cnp.ndarray w, int max_rank, double rtol, double max_growth, Py_ssize_t max_taps
):
    """Return the structure of weights as a number.

    Parameters
    ----------
    w : ndarray, shape ``(out_channels, ic_per_group, *kernel)``
        Of float32, float64, complex128 or int64. Among int64 weights only boxes are found.
    max_rank, rtol, max_growth
        As for `crosses`.
    max_taps : int
        Maximum number of taps of filters whose outer products are looked for.

    Returns
    -------
    int
        0 for dense filters and filters of one tap, 1 for boxes. Else it is ``4096 * rank + 2048``
        plus the binary exponent of the residual, rounded up.

    Raises
    ------
    TypeError
        If weights are of another dtype, whose elements would be read at another size.
    """
    cdef int number = cnp.PyArray_TYPE(w)
    if not is_supported(w) and w.dtype != _INT64:
        raise TypeError(f"w: dtype {w.dtype}; allowed: float32, float64, complex128, int64")
    cdef Weights weights = weights_of(w)
    cdef Py_ssize_t[AXES] n = weights.size
    cdef Py_ssize_t taps = n[2] * n[3] * n[4]
    cdef int rank, exponent
    cdef double residual, mantissa
    if n[0] * n[1] == 0 or taps <= 1:
        return 0
    if are_boxes(&weights, number):
        return 1
    # A line of taps is its only outer product.
    if number == cnp.NPY_LONGLONG or number == cnp.NPY_LONG or taps > max_taps:
        return 0
    if max(max(n[2], n[3]), n[4]) == taps:
        return 0
    rank = walk_any(w, max_rank, rtol, max_growth, NULL, &residual)
    if rank == 0:
        return 0
    mantissa = frexp(residual, &exponent)
    return 4096 * rank + 2048 + exponent - (mantissa == 0.5)


def crosses(cnp.ndarray w, int max_rank, double rtol, double max_growth):
    """Return the outer products of weights by cross approximation, or None.

    Parameters
    ----------
    w : ndarray, shape ``(out_channels, ic_per_group, *kernel)``
        Of float32, float64 or complex128.
    max_rank : int
        Maximum number of outer products of a filter.
    rtol : float
        Largest residual.
    max_growth : float
        Maximum sum of the magnitudes of a filter's outer products, in units of the filter's own
        sum of magnitudes.

    Returns
    -------
    terms : ndarray, shape ``(out_channels, ic_per_group, rank, elements)``
        For each outer product the vectors of all axes, one after the other. There are always three:
        kernels of one or two axes have vectors of one element for the missing first axes.
    residual : float
    """
    cdef Weights weights = weights_of(w)
    cdef double residual
    cdef Py_ssize_t stride = weights.size[2] + weights.size[3] + weights.size[4]
    dtype = np.complex128 if cnp.PyArray_TYPE(w) == cnp.NPY_CDOUBLE else np.float64
    cdef cnp.ndarray terms = np.empty((*(<object>w).shape[:2], max_rank, stride), dtype)
    cdef int rank = walk_any(w, max_rank, rtol, max_growth, cnp.PyArray_DATA(terms), &residual)
    return None if rank == 0 else (terms[:, :, :rank], residual)
