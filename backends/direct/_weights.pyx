# cython: boundscheck=False, wraparound=False, cdivision=True, initializedcheck=False
"""Weights in the elements that are multiplied, before `_direct` packs them.

Complex weights become real ones, 8-bit integers int8x4, and taps that meet only zeros are left out.
"""

from libc.math cimport isfinite
from libc.string cimport memset

cimport numpy as cnp

from polyconv._cpu cimport copy_kernels_for
from polyconv._kernels cimport (
    PC_F32, PC_MAX_ABS_BYTES, pc_copy_kernels, pc_max_abs, pc_size, pc_type, type_of,
)

cnp.import_array()


def pack_int8x4(
    cnp.ndarray w, cnp.ndarray rows, pc_size channels, pc_size taps, int shifted
):
    """Write contiguous 8-bit ``(filters, channels, taps)`` as rows of int8x4, a filter in each.

    Parameters
    ----------
    w : array of int8 or uint8
        Weights.
    rows : array of uint32, ``(filters, 1 + elements of a place * taps)``
        Result, zero at first. The first column is the sum that a filter starts from.
    shifted : int
        Number added to each element of the input: 128, -128 or 0.
    """
    cdef pc_size row = rows.shape[1], filters = rows.size // row, channel, tap
    cdef bint signed = w.dtype.kind == "i"
    cdef const unsigned char *weight = <const unsigned char *>cnp.PyArray_DATA(w)
    cdef unsigned *to = <unsigned *>cnp.PyArray_DATA(rows)
    cdef unsigned char *bytes
    cdef long long total
    with nogil:
        for _ in range(filters):
            total = 0
            for channel in range(channels):
                bytes = <unsigned char *>(to + 1 + channel // 4 * taps) + channel % 4
                for tap in range(taps):
                    bytes[4 * tap] = weight[tap]
                    # As an unsigned byte, less 256 for a negative one.
                    total += weight[tap] - (256 if signed and weight[tap] > 127 else 0)
                weight += taps
            to[0] = <unsigned>(-shifted * total)
            to += row


def pack_int16x2(
    cnp.ndarray w, cnp.ndarray rows, pc_size channels, pc_size taps, pc_size per_element
):
    """Write contiguous int16 ``(filters, channels, taps)`` as rows of int16x2.

    Parameters
    ----------
    w : array of int16
        Weights.
    rows : array of 4-byte integers, ``(..., elements of a place * taps)``
        Result. The second half of an element is 0 where there is no second channel.
    per_element : int
        Channels of an element: 1 or 2.
    """
    cdef pc_size elements = (channels + per_element - 1) // per_element
    cdef pc_size filters = w.size // (channels * taps), element, tap, second
    cdef const short *weight = <const short *>cnp.PyArray_DATA(w)
    cdef short *to = <short *>cnp.PyArray_DATA(rows)
    with nogil:
        for _ in range(filters):
            for element in range(elements):
                second = taps if per_element == 2 and 2 * element + 1 < channels else 0
                for tap in range(taps):
                    to[2 * tap] = weight[tap]
                    to[2 * tap + 1] = weight[second + tap] if second > 0 else 0
                weight += taps + second
                to += 2 * taps


ctypedef fused part:
    float
    double


cdef void complex_part_as_real(
    const part *w, pc_size filters, pc_size channels, pc_size taps, part *to
) noexcept nogil:
    """Do what `complex_as_real` does, for one type of parts."""
    cdef pc_size t, row = 2 * channels * taps
    for _ in range(filters):
        for _ in range(channels):
            for t in range(taps):
                to[t] = to[row + taps + t] = w[2 * t]
                to[taps + t] = -w[2 * t + 1]
                to[row + t] = w[2 * t + 1]
            w += 2 * taps
            to += 2 * taps
        to += row


def complex_as_real(cnp.ndarray w, cnp.ndarray real, pc_size taps):
    """Write contiguous complex ``(filters, channels, taps)`` as twice as many real filters.

    The first of each two gives the real part of a sum, the second the imaginary part. Both multiply
    the real parts of a channel, then the imaginary parts.
    """
    cdef pc_size filters = real.shape[0] * real.shape[1] // 2
    cdef pc_size channels = w.size // (filters * taps)
    cdef const void *source = cnp.PyArray_DATA(w)
    cdef void *to = cnp.PyArray_DATA(real)
    if real.itemsize == 4:
        complex_part_as_real[float](
            <const float *>source, filters, channels, taps, <float *>to
        )
    else:
        complex_part_as_real[double](
            <const double *>source, filters, channels, taps, <double *>to
        )


ctypedef fused weight:
    float
    double
    double complex


cdef void copy_taps(
    const weight *w, pc_size rows, pc_size taps, const pc_size *kept, pc_size count, weight *to
) noexcept nogil:
    """Copy `count` taps of each row of taps."""
    cdef pc_size i
    cdef const weight *tap
    cdef weight *place
    for i in range(count):
        tap, place = w + kept[i], to + i
        for _ in range(rows):
            place[0] = tap[0]
            tap += taps
            place += count


def finite_taps(
    cnp.ndarray w, pc_size filters, pc_size channels, cnp.ndarray kept, pc_size cached_bytes
):
    """Return ``(filters, channels, taps)``, the taps `kept` of contiguous weights.

    They are floats or complex numbers, in any shape with `filters` and `channels` in front. Return
    None if any weight, kept or not, is not finite. All are read from memory once: taps are copied
    while a cache holds `cached_bytes` of filters. Elements of 8 bytes are copied as float64.
    """
    cdef pc_type type = type_of(w.dtype)
    cdef const pc_copy_kernels *kernels = copy_kernels_for(type)
    cdef pc_size taps = w.size // (filters * channels), rows, some
    cdef pc_size count = kept.size, size = w.itemsize
    cdef cnp.npy_intp[3] shape
    cdef pc_size filter_numbers = channels * taps * size // (4 if type == PC_F32 else 8)
    cdef pc_size at_once = max(1, cached_bytes // (channels * taps * size))
    cdef const pc_size *tap = <const pc_size *>cnp.PyArray_DATA(kept)
    cdef char[PC_MAX_ABS_BYTES] max_abs
    shape[0], shape[1], shape[2] = filters, channels, count
    cdef cnp.ndarray result = cnp.PyArray_EMPTY(3, shape, cnp.PyArray_TYPE(w), 0)
    cdef const char *source = cnp.PyArray_BYTES(w)
    cdef char *to = cnp.PyArray_BYTES(result)
    memset(max_abs, 0, PC_MAX_ABS_BYTES)
    with nogil:
        while filters > 0:
            some = min(filters, at_once)
            filters -= some
            rows = some * channels
            kernels.max_abs(source, some * filter_numbers, max_abs)
            if size == 4:
                copy_taps(<const float *>source, rows, taps, tap, count, <float *>to)
            elif size == 8:
                copy_taps(<const double *>source, rows, taps, tap, count, <double *>to)
            else:
                copy_taps(
                    <const double complex *>source, rows, taps, tap, count, <double complex *>to
                )
            source += rows * taps * size
            to += rows * count * size
    return result if isfinite(pc_max_abs(type, max_abs)) else None
