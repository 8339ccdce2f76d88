# cython: boundscheck=False, wraparound=False, cdivision=True, initializedcheck=False
"""Kernels of a folded signal, called with arrays of the signal itself; see `folding.py`."""

from polyconv._kernels cimport pc_arrays, pc_size
from polyconv._thread_pool cimport PooledKernel


cdef class FoldedKernel(PooledKernel):
    """The kernels of the images into which a signal is folded, one after the other.

    Only strides and first elements differ from image to image.

    Parameters
    ----------
    kernels : tuple of PooledKernel
    x_firsts, out_firsts : tuple of int
        The first element of the signal, and of the result, of each image.
    step : int
        Elements of a row.
    """

    cdef tuple kernels, x_firsts, out_firsts
    cdef pc_size step

    def __init__(self, tuple kernels, tuple x_firsts, tuple out_firsts, pc_size step):
        self.kernels, self.x_firsts, self.out_firsts = kernels, x_firsts, out_firsts
        self.step, self.bias_type = step, (<PooledKernel>kernels[0]).bias_type

    cdef double run(self, pc_arrays *arrays, pc_size workers) except? -1:
        cdef pc_arrays view
        cdef pc_size x_first, out_first
        for kernel, x_first, out_first in zip(self.kernels, self.x_firsts, self.out_firsts):
            view = arrays[0]
            view.x_stride[1] = self.step * arrays.x_stride[2]
            view.out_stride[1] = self.step * arrays.out_stride[2]
            view.x += x_first * arrays.x_stride[2]
            view.out += out_first * arrays.out_stride[2]
            (<PooledKernel?>kernel).run(&view, workers)
        return 0
