# cython: boundscheck=False, wraparound=False, cdivision=True, initializedcheck=False
"""Copies of some taps of exchanged weights, in blocks that stay in the L1 cache.

The weights of a phase are every s-th tap, in reverse order, of filters whose channels are
exchanged: elements that are far apart both where they are read and where they are written. NumPy
copies them in 2 ns each, these loops in 0.4 ns (512x256x4x4 with stride 2, Emerald Rapids, one
core, 2026-11-29).
"""

from libc.stdint cimport uint8_t, uint16_t, uint32_t, uint64_t

cimport numpy as cnp

cnp.import_array()

# Filters and channels of a block. Weights of neighbouring filters often lie a multiple of 4 KiB
# apart, so that their lines share a set of the cache, which has 8 ways or more.
cdef enum:
    FILTERS = 8
    CHANNELS = 8

ctypedef double complex doublecomplex

ctypedef fused element:
    uint8_t
    uint16_t
    uint32_t
    uint64_t
    doublecomplex


cdef void copy_block(
    const element *type_of_element, const char *source, Py_ssize_t filter_step,
    Py_ssize_t channel_step, const Py_ssize_t *places, Py_ssize_t taps, char *to,
    Py_ssize_t to_filter_step, Py_ssize_t filters, Py_ssize_t channels,
) noexcept nogil:
    cdef Py_ssize_t k, c, t
    cdef const char *at
    cdef element *target
    for c in range(channels):
        for k in range(filters):
            at = source + k * filter_step + c * channel_step
            target = <element *>(to + k * to_filter_step) + c * taps
            for t in range(taps):
                target[t] = (<const element *>(at + places[t]))[0]


def copy_taps(cnp.ndarray forward, list copies, list places):
    """Copy taps of weights in canonical order.

    Parameters
    ----------
    forward : ndarray, shape ``(K, C, *kernel)``
        With any strides that are multiples of its alignment.
    copies : list of ndarray, shape ``(K, C, taps)``
        Contiguous, of the same dtype; each is written.
    places : list of ndarray of intp, shape ``(taps,)``
        For each copy, the bytes from the first tap of a filter's channel to each of its taps.
    """
    cdef Py_ssize_t k, c, filters, channels, part
    cdef Py_ssize_t itemsize = forward.itemsize, step0 = forward.strides[0]
    cdef Py_ssize_t step1 = forward.strides[1]
    cdef cnp.ndarray copy, offsets
    cdef const char *source
    cdef char *to
    cdef const Py_ssize_t *at
    cdef Py_ssize_t taps, row
    for c in range(0, forward.shape[1], CHANNELS):
        channels = min(<Py_ssize_t>CHANNELS, forward.shape[1] - c)
        for k in range(0, forward.shape[0], FILTERS):
            filters = min(<Py_ssize_t>FILTERS, forward.shape[0] - k)
            source = cnp.PyArray_BYTES(forward) + k * step0 + c * step1
            for part in range(len(copies)):
                copy, offsets = copies[part], places[part]
                taps = offsets.shape[0]
                row = copy.shape[1] * taps * itemsize
                to = cnp.PyArray_BYTES(copy) + k * row + c * taps * itemsize
                at = <const Py_ssize_t *>cnp.PyArray_DATA(offsets)
                if itemsize == 1:
                    copy_block(<const uint8_t *>NULL, source, step0, step1, at, taps, to, row,
                               filters, channels)
                elif itemsize == 2:
                    copy_block(<const uint16_t *>NULL, source, step0, step1, at, taps, to, row,
                               filters, channels)
                elif itemsize == 4:
                    copy_block(<const uint32_t *>NULL, source, step0, step1, at, taps, to, row,
                               filters, channels)
                elif itemsize == 16:
                    copy_block(<const doublecomplex *>NULL, source, step0, step1, at, taps, to, row,
                               filters, channels)
                else:
                    copy_block(<const uint64_t *>NULL, source, step0, step1, at, taps, to, row,
                               filters, channels)
