# cython: boundscheck=False, wraparound=False, cdivision=True

"""Strips of rows of images with gaps: zeros in their place; see kernels/gap_strips.h.

A strip is the rows of an input that some rows of outputs read, rows of padding included, with all
of its channels. Each filter reads one channel.
"""

from libc.stdint cimport uint8_t, uint64_t
from libc.string cimport memset

from polyconv._gap_windows cimport (
    ITEM_ROWS, PC_GAP_CELL, chunks, functions_for, pc_gap_strip_functions, pc_gap_weights_pitch,
    pc_gap_weights_rows, real,
)
from polyconv._thread_pool cimport pc_stop_token, run_planned

import numpy as np


def words_of(Py_ssize_t columns):
    """Return the words of 64 bits of a row of bits."""
    return (columns + 63) // 64


def block_of(int itemsize):
    """Return the rows and columns of outputs whose denominators are summed at a time."""
    cdef const pc_gap_strip_functions *functions = functions_for(itemsize)
    return functions.rows, functions.columns


def padded_weights(v, dtype):
    """Return the weights of denominators, ``(out_channels, rows, columns)``, for blocks to read."""
    cdef const pc_gap_strip_functions *functions = functions_for(dtype.itemsize)
    filters, rows, columns = v.shape
    shape = pc_gap_weights_rows(functions, rows), pc_gap_weights_pitch(functions, columns)
    padded = np.zeros((filters, *shape), dtype)
    first, left = functions.rows - 1, functions.columns + PC_GAP_CELL - 2
    padded[:, first:first + rows, left:left + columns] = v[:, :, ::-1]
    return padded


cdef struct Rows:
    # Rows of a strip and of the image that it is a part of; `itemsize` is that of its elements.
    const pc_gap_strip_functions *functions
    const char *x
    const uint8_t *mask
    char *values
    uint64_t *bits
    Py_ssize_t itemsize, width, words, rows, first, height
    Py_ssize_t *gaps  # of each item


cdef void clear_rows(
    const void *plan, const void *_, Py_ssize_t item, char *memory, pc_stop_token *token
) noexcept nogil:
    """Do `clear` for a work item; rows are numbered through all channels."""
    cdef const Rows *strip = <const Rows *>plan
    cdef Py_ssize_t at, row, place, start = item % chunks(strip.rows) * ITEM_ROWS
    cdef Py_ssize_t channel = item // chunks(strip.rows), row_bytes = strip.width * strip.itemsize
    strip.gaps[item] = 0
    for at in range(start, min(start + ITEM_ROWS, strip.rows)):
        place, row = channel * strip.rows + at, strip.first + at
        if row < 0 or row >= strip.height:
            memset(strip.values + place * row_bytes, 0, row_bytes)
            memset(strip.bits + place * strip.words, 0, strip.words * sizeof(uint64_t))
            continue
        row += channel * strip.height
        strip.gaps[item] += strip.functions.clear_row(
            strip.x + row * row_bytes,
            NULL if strip.mask == NULL else strip.mask + row * strip.width,
            strip.values + place * row_bytes, strip.bits + place * strip.words, strip.width,
        )


cdef void write_validity(
    const void *plan, const void *_, Py_ssize_t item, char *memory, pc_stop_token *token
) noexcept nogil:
    """Do `validity` for a work item."""
    cdef const Rows *strip = <const Rows *>plan
    cdef Py_ssize_t at, place, start = item % chunks(strip.rows) * ITEM_ROWS
    cdef Py_ssize_t channel = item // chunks(strip.rows), row_bytes = strip.width * strip.itemsize
    for at in range(start, min(start + ITEM_ROWS, strip.rows)):
        place = channel * strip.rows + at
        if 0 <= strip.first + at < strip.height:
            strip.functions.validity_row(
                strip.bits + place * strip.words, strip.values + place * row_bytes, strip.width
            )
        else:
            memset(strip.values + place * row_bytes, 0, row_bytes)


def clear(
    const real[:, :, :, ::1] x, mask, Py_ssize_t image, Py_ssize_t first, real[:, :, ::1] values,
    uint64_t[:, :, ::1] bits, Py_ssize_t workers=1,
):
    """Write the rows of one image from `first` on to `values`, with zeros at gaps and in padding.

    Parameters
    ----------
    x : ndarray, shape ``(batch, channels, height, width)``
    mask : ndarray of uint8, shape of `x`, or None
        Not 0 at gaps that are not NaN.
    image, first : int
        `first` may lie before the first row.
    values : ndarray, shape ``(channels, rows, width)``
    bits : ndarray, shape ``(channels, rows, words)``
        A bit is set at each gap; padding has no gaps.
    workers : int

    Returns
    -------
    int
        The number of gaps.
    """
    cdef const uint8_t[:, :, :, ::1] masked
    cdef Rows strip
    cdef Py_ssize_t items = values.shape[0] * chunks(values.shape[1])
    gaps = np.empty(items, np.intp)
    cdef Py_ssize_t[::1] of_items = gaps
    strip.functions, strip.itemsize = functions_for(sizeof(real)), sizeof(real)
    strip.x, strip.mask = <const char *>&x[image, 0, 0, 0], NULL
    if mask is not None:
        masked = mask
        strip.mask = &masked[image, 0, 0, 0]
    strip.values, strip.bits, strip.gaps = <char *>&values[0, 0, 0], &bits[0, 0, 0], &of_items[0]
    strip.width, strip.words, strip.rows = x.shape[3], bits.shape[2], values.shape[1]
    strip.first, strip.height = first, x.shape[2]
    run_planned(clear_rows, &strip, NULL, items, 0, workers)
    return int(gaps.sum())


def validity(
    const uint64_t[:, :, ::1] bits, Py_ssize_t first, Py_ssize_t height, real[:, :, ::1] values,
    Py_ssize_t workers=1,
):
    """Write 1 to `values` where a strip has data, and 0 at its gaps and in its padding.

    `first` is the strip's first row in an input of `height` rows.
    """
    cdef Rows strip
    strip.functions, strip.itemsize = functions_for(sizeof(real)), sizeof(real)
    strip.values, strip.bits = <char *>&values[0, 0, 0], <uint64_t *>&bits[0, 0, 0]
    strip.width, strip.words, strip.rows = values.shape[2], bits.shape[2], values.shape[1]
    strip.first, strip.height = first, height
    run_planned(
        write_validity, &strip, NULL, values.shape[0] * chunks(strip.rows), 0, workers
    )
