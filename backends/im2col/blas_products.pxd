# Products of row-major matrices through BLAS, in each of its four types.

from libc.string cimport memset
from scipy.linalg.cython_blas cimport cgemm, cgemv, dgemm, dgemv, sgemm, sgemv, zgemm, zgemv


# A row-major matrix: first element, and elements between rows.
cdef struct Matrix:
    char *data
    Py_ssize_t row_stride


# The operation products = filters @ patches. Filters are rows of `filter_stride` elements, of which
# the first `reduction_len` are multiplied; `blas_prefix` is s, d, c or z.
cdef struct Product:
    char blas_prefix
    Py_ssize_t itemsize, filter_stride
    Py_ssize_t pixels, out_channels, reduction_len


cdef inline void multiply(
    const Product *p, const char *filters, const Matrix *patches, const Matrix *products, bint add
) noexcept nogil:
    """Compute products = filters @ patches, or add that to `products`.

    BLAS matrices are column-major, so that row-major ones are transposed: the call computes
    products.T = patches.T @ filters.T.
    """
    if p.pixels == 1:
        multiply_pixel(p, filters, patches, products, add)
        return
    cdef int m = <int>p.pixels, n = <int>p.out_channels, k = <int>p.reduction_len
    cdef int lda = <int>patches.row_stride, ldb = <int>p.filter_stride
    cdef int ldc = <int>products.row_stride
    cdef char no = b"N"
    cdef float s_one = 1, s_beta = add
    cdef double d_one = 1, d_beta = add
    cdef float complex c_one = 1, c_beta = add
    cdef double complex z_one = 1, z_beta = add
    if p.blas_prefix == b"s":
        sgemm(&no, &no, &m, &n, &k, &s_one, <float *>patches.data, &lda, <float *>filters,
              &ldb, &s_beta, <float *>products.data, &ldc)
    elif p.blas_prefix == b"d":
        dgemm(&no, &no, &m, &n, &k, &d_one, <double *>patches.data, &lda, <double *>filters,
              &ldb, &d_beta, <double *>products.data, &ldc)
    elif p.blas_prefix == b"c":
        cgemm(&no, &no, &m, &n, &k, &c_one, <float complex *>patches.data, &lda,
              <float complex *>filters, &ldb, &c_beta, <float complex *>products.data, &ldc)
    else:
        zgemm(&no, &no, &m, &n, &k, &z_one, <double complex *>patches.data, &lda,
              <double complex *>filters, &ldb, &z_beta, <double complex *>products.data, &ldc)


cdef inline void multiply_pixel(
    const Product *p, const char *filters, const Matrix *patches, const Matrix *products, bint add
) noexcept nogil:
    """Multiply the filters by the patch of one pixel, a vector.

    gemv reads each filter once. gemm packs them first: with 512 filters of 4608 elements it
    took 4.7 times as long (Zen 3, 1 core, OpenBLAS 0.3.30, 2026-11-29).
    """
    cdef int m = <int>p.reduction_len, n = <int>p.out_channels, lda = <int>p.filter_stride
    cdef int incx = <int>patches.row_stride, incy = <int>products.row_stride
    cdef Py_ssize_t i
    cdef char transposed = b"T"
    cdef float s_one = 1
    cdef double d_one = 1
    cdef float complex c_one = 1
    cdef double complex z_one = 1
    for i in range(p.out_channels if not add else 0):  # a zero factor of BLAS would keep NaN
        memset(products.data + i * incy * p.itemsize, 0, p.itemsize)
    if p.blas_prefix == b"s":
        sgemv(&transposed, &m, &n, &s_one, <float *>filters, &lda, <float *>patches.data,
              &incx, &s_one, <float *>products.data, &incy)
    elif p.blas_prefix == b"d":
        dgemv(&transposed, &m, &n, &d_one, <double *>filters, &lda, <double *>patches.data,
              &incx, &d_one, <double *>products.data, &incy)
    elif p.blas_prefix == b"c":
        cgemv(&transposed, &m, &n, &c_one, <float complex *>filters, &lda,
              <float complex *>patches.data, &incx, &c_one,
              <float complex *>products.data, &incy)
    else:
        zgemv(&transposed, &m, &n, &z_one, <double complex *>filters, &lda,
              <double complex *>patches.data, &incx, &z_one,
              <double complex *>products.data, &incy)


cdef inline void multiply_then_add(
    const Product *p, const char *filters, const Matrix *patches, const Matrix *products,
    char *partial_products,
) noexcept nogil:
    """Add filters @ patches, one of which is a vector, to `products`.

    For a vector, BLAS may add term by term to the old value: one long chain of roundings, which
    the error bound does not allow. So the block is summed first and added once.
    """
    cdef bint is_complex = p.blas_prefix == b"c" or p.blas_prefix == b"z"
    cdef Py_ssize_t i, j, parts = 2 if is_complex else 1
    cdef Py_ssize_t columns = p.pixels * parts, row_stride = products.row_stride * parts
    cdef Matrix partial
    partial.data, partial.row_stride = partial_products, p.pixels
    multiply(p, filters, patches, &partial, False)
    for i in range(p.out_channels):
        for j in range(columns):
            if p.blas_prefix == b"s" or p.blas_prefix == b"c":
                (<float *>products.data)[i * row_stride + j] += (
                    (<float *>partial_products)[i * columns + j]
                )
            else:
                (<double *>products.data)[i * row_stride + j] += (
                    (<double *>partial_products)[i * columns + j]
                )
