"""The backend `im2col`: patches packed into the columns of a matrix, multiplied through BLAS.

The patch matrix of an image has a row for each product of the definition (input channel and tap)
and a column for each output pixel; filters times patches are the outputs. It is never formed as a
whole: a work item is a tile of pixels, for some output channels, and packs a block of rows at a
time. A pointwise convolution needs no packing: the caller's array is its patch matrix.

::

    decides   backend.py    what is supported, cost, error bound
              planner.py    tile, rows packed at a time, sharing among workers
              tuning.py     measured numbers
                |
                |  a mapping with the fields of the struct Im2colPlan
                v
    packs     _im2col.pyx   patches, by whole rows of the input where it can (kernels/simd)
                |
                v
    computes  BLAS          one GEMM for each packed block, through scipy.linalg.cython_blas
                |
                v
    stores    _im2col.pyx   products and bias, unless BLAS wrote them into the result
"""

from .backend import Im2col

__all__ = ["Im2col"]
