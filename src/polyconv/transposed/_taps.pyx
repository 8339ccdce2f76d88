# cython: boundscheck=False, wraparound=False, cdivision=True, initializedcheck=False
"""Copies of some taps of exchanged weights, in blocks that stay in the L1 cache.

The weights of a phase are every s-th tap, in reverse order, of filters whose channels are
exchanged: elements that are far apart both where they are read and where they are written. NumPy
copies them in 2.8 ns each, these loops in 0.8 ns, the first access to new memory included
(512x256x4x4 with stride 2, Emerald Rapids, one core, 2026-11-29; `python -m benchmarks.peers
--workload dcgan/up_4` times a call with them).
"""

from cpython.mem cimport PyMem_Free, PyMem_Malloc
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


# One copy: its taps, where they are in a filter's channel, and its own start.
cdef struct Part:
    Py_ssize_t taps, filter_elements  # of a filter's channel; from filter to filter
    const Py_ssize_t *places
    char *to


cdef void copy_blocks(
    const element *type_of_element, const char *source, Py_ssize_t filter_step,
    Py_ssize_t channel_step, const Part *parts, Py_ssize_t count, Py_ssize_t filters,
    Py_ssize_t channels,
) noexcept nogil:
    cdef Py_ssize_t k, c, t, i, first, channel, end, last
    cdef const char *at
    cdef const Part *part
    cdef element *target
    channel = 0
    while channel < channels:
        last = min(channel + <Py_ssize_t>CHANNELS, channels)
        first = 0
        while first < filters:
            end = min(first + <Py_ssize_t>FILTERS, filters)
            for i in range(count):
                part = parts + i
                for c in range(channel, last):
                    for k in range(first, end):
                        at = source + k * filter_step + c * channel_step
                        target = <element *>part.to + k * part.filter_elements + c * part.taps
                        for t in range(part.taps):
                            target[t] = (<const element *>(at + part.places[t]))[0]
            first = end
        channel = last


def copy_taps(cnp.ndarray forward, list copies, list places):
    """Copy taps of weights in canonical order.

    Parameters
    ----------
    forward : ndarray, shape ``(K, C, *kernel)``
        With any strides that are multiples of its alignment.
    copies : list of ndarray, shape ``(K, C, taps)``
        Of the same dtype; each is written. The channels and taps of a filter are contiguous.
    places : list of ndarray of intp, shape ``(taps,)``
        For each copy, the bytes from the first tap of a filter's channel to each of its taps.
    """
    cdef Py_ssize_t i, count = len(copies), itemsize = forward.itemsize
    cdef Py_ssize_t step0 = forward.strides[0], step1 = forward.strides[1]
    cdef Py_ssize_t filters = forward.shape[0], channels = forward.shape[1]
    cdef const char *source = cnp.PyArray_BYTES(forward)
    cdef cnp.ndarray copy, offsets
    cdef Part *parts = <Part *>PyMem_Malloc(max(count, 1) * sizeof(Part))
    if parts == NULL:
        raise MemoryError
    for i in range(count):
        copy, offsets = copies[i], places[i]
        parts[i].taps, parts[i].to = offsets.shape[0], cnp.PyArray_BYTES(copy)
        parts[i].filter_elements = copy.strides[0] // itemsize
        parts[i].places = <const Py_ssize_t *>cnp.PyArray_DATA(offsets)
    with nogil:
        if itemsize == 1:
            copy_blocks(
                <const uint8_t *>NULL, source, step0, step1, parts, count, filters, channels
            )
        elif itemsize == 2:
            copy_blocks(
                <const uint16_t *>NULL, source, step0, step1, parts, count, filters, channels
            )
        elif itemsize == 4:
            copy_blocks(
                <const uint32_t *>NULL, source, step0, step1, parts, count, filters, channels
            )
        elif itemsize == 8:
            copy_blocks(
                <const uint64_t *>NULL, source, step0, step1, parts, count, filters, channels
            )
        else:
            copy_blocks(
                <const doublecomplex *>NULL, source, step0, step1, parts, count, filters, channels
            )
    PyMem_Free(parts)
