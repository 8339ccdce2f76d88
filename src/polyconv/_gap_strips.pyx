# cython: boundscheck=False, wraparound=False, cdivision=True

"""Strips of rows of images with gaps: zeros in their place, and division; see kernels/gap_strips.h.

A strip is the rows of an input that some rows of outputs read, rows of padding included, with all
of its channels. Each filter reads one channel.
"""

from libc.stdint cimport uint8_t, uint64_t
from libc.string cimport memset

from polyconv._gap_windows cimport (
    PC_GAP_CELL, Axes, Group, axes_of, finish, pc_gap_cells, pc_gap_strip, pc_gap_strip_functions,
    pc_gap_tables, pc_gap_weights_pitch, pc_gap_weights_rows, pc_list_gaps, real, take_filter,
)

import numpy as np


cdef inline const pc_gap_strip_functions *functions_for(int itemsize) noexcept:
    return pc_gap_tables().strips[0 if itemsize == 4 else 1]


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


def clear(
    const real[:, :, :, ::1] x, mask, Py_ssize_t image, Py_ssize_t first, real[:, :, ::1] values,
    uint64_t[:, :, ::1] bits,
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
        Gets the places of gaps; padding is none.

    Returns
    -------
    int
        The number of gaps.
    """
    cdef const uint8_t[:, :, :, ::1] masked
    cdef const uint8_t *of_row = NULL
    cdef const pc_gap_strip_functions *functions = functions_for(sizeof(real))
    cdef Py_ssize_t c, i, row, gaps = 0, width = x.shape[3]
    cdef bint has_mask = mask is not None
    if has_mask:
        masked = mask
    with nogil:
        for c in range(values.shape[0]):
            for i in range(values.shape[1]):
                row = first + i
                if row < 0 or row >= x.shape[2]:
                    memset(&values[c, i, 0], 0, width * sizeof(real))
                    memset(&bits[c, i, 0], 0, bits.shape[2] * sizeof(uint64_t))
                    continue
                if has_mask:
                    of_row = &masked[image, c, row, 0]
                gaps += functions.clear_row(
                    &x[image, c, row, 0], of_row, &values[c, i, 0], &bits[c, i, 0], width
                )
    return gaps


def validity(
    const uint64_t[:, :, ::1] bits, Py_ssize_t first, Py_ssize_t height, real[:, :, ::1] values
):
    """Write 1 to `values` where a strip has data, and 0 at its gaps and in its padding.

    `first` is the strip's first row in an input of `height` rows.
    """
    cdef const pc_gap_strip_functions *functions = functions_for(sizeof(real))
    cdef Py_ssize_t c, i
    with nogil:
        for c in range(values.shape[0]):
            for i in range(values.shape[1]):
                if 0 <= first + i < height:
                    functions.validity_row(&bits[c, i, 0], &values[c, i, 0], values.shape[2])
                else:
                    memset(&values[c, i, 0], 0, values.shape[2] * sizeof(real))


cdef void whole_row(
    const double *border, const Axes *a, real *to, Py_ssize_t room
) noexcept nogil:
    """Write the denominators of a row without gaps, and then ones."""
    cdef Py_ssize_t o
    for o in range(room):
        if o >= a.out[2]:
            to[o] = 1
        elif o < a.first_inside[2]:
            to[o] = <real>border[o]
        else:
            to[o] = <real>border[max(a.first_inside[2], o - a.left_out[2])]


cdef void clear_without_data(
    const uint64_t *bits, Py_ssize_t words, Py_ssize_t rows, const Axes *a, real *denominators,
    uint64_t *common
) noexcept nogil:
    """Write zeros where windows hold no data: transforms leave rounding errors there.

    `bits` are the `rows` rows of the input that the windows read. A window holds no data if each of
    its columns is padding or has gaps in all these rows. `common` has room for a row of bits.
    """
    cdef Py_ssize_t i, j, o, run = a.lo[2]
    memset(common, 0xFF, words * sizeof(uint64_t))
    for i in range(rows):
        for j in range(words):
            common[j] &= bits[i * words + j]
    for o in range(a.out[2]):
        # `run` counts columns without data, in turn, up to the last one of the window, j.
        j = o - a.lo[2] + a.k[2] - 1
        if o == 0:
            run = a.lo[2]
            for i in range(min(j + 1, a.n[2])):
                run = run + 1 if common[i >> 6] >> (i & 63) & 1 else 0
            if j >= a.n[2]:
                run += j + 1 - a.n[2]
        elif j >= a.n[2]:
            run += 1
        elif j >= 0:
            run = run + 1 if common[j >> 6] >> (j & 63) & 1 else 0
        if run >= a.k[2]:
            denominators[o] = 0


cdef inline Py_ssize_t place_of(Py_ssize_t output, const Axes *a) noexcept nogil:
    """Return where the denominators of the border have that of a row of outputs."""
    if output < a.first_inside[1]:
        return output
    return max(a.first_inside[1], output - a.left_out[1])


cdef inline void finish_weak(
    real *y, const real *denominators, Py_ssize_t start, Py_ssize_t stop, const real *x,
    const Group *of, Py_ssize_t[3] place
) noexcept nogil:
    """Finish the outputs of a row that `divide_by` left, from `start` to `stop`."""
    cdef real enough = <real>(of.limits.enough / of.limits.unit)
    cdef Py_ssize_t o
    for o in range(start, stop):
        if not denominators[o] >= enough:
            place[2] = o
            finish(y + o, <double>denominators[o], x, of, place)


cdef void clear_row_without_data(
    real *denominators, const Group *of, const uint64_t *bits, Py_ssize_t words,
    Py_ssize_t row, uint64_t *common
) noexcept nogil:
    """Write zeros where windows of a row of outputs hold no data.

    `bits` are the rows of these windows, those of padding included.
    """
    cdef const Axes *a = &of.axes
    cdef Py_ssize_t start = max(0, a.lo[1] - row)
    cdef Py_ssize_t stop = max(start, min(a.k[1], a.n[1] + a.lo[1] - row))
    clear_without_data(bits + start * words, words, stop - start, a, denominators, common)


cdef inline void group_of(
    Group *of, const Py_ssize_t *x_shape, const Py_ssize_t *w_shape, const Py_ssize_t *y_shape,
    options, double fill, int of_type
):
    """Set what is the same for all filters; each of them reads one channel."""
    axes_of(x_shape, w_shape, y_shape, options, &of.axes)
    of.rows = &pc_gap_tables().rows[of_type]
    of.channels, of.fill, of.mask = 1, fill, NULL
    of.has_outside, of.outside = False, 0


def divide_by_sums(
    real[:, :, :, :, ::1] y,
    const real[:, :, :, :, ::1] x,
    mask,
    const double[:, :, :, :, ::1] w,
    const double[:, :, :, :, ::1] v,
    const uint64_t[:, :, ::1] bits,
    real[:, :, :, ::1] sums,
    options,
    const double[:, ::1] limits,
    double fill,
    Py_ssize_t image,
    Py_ssize_t first,
):
    """Divide rows of outputs of an image, from `first` on, by sums of the weights of their data.

    Parameters
    ----------
    y, x, mask, w, v, options, limits, fill
        As of `_gaps.correct`, with one row of an image along the first of three spatial axes.
    bits : ndarray, shape ``(channels, rows + kernel - 1, words)``
        Of the strip that these rows read.
    sums : ndarray, shape ``(1, out_channels, rows, columns)``
        The convolution of the validity, in units of ``limits[:, 3]``; overwritten.
    image, first : int
    """
    cdef Group of
    cdef const uint8_t[:, :, :, :, ::1] masked
    cdef Py_ssize_t k, c, row, per_channel = v.shape[0] // x.shape[1]
    cdef Py_ssize_t[3] place
    cdef real *to
    cdef double enough
    cdef uint64_t[::1] common = np.empty(bits.shape[2], np.uint64)
    group_of(&of, x.shape, v.shape, y.shape, options, fill, 0 if real is float else 1)
    if mask is not None:
        masked = mask
    with nogil:
        for k in range(v.shape[0]):
            c = k // per_channel
            take_filter(&of, &w[k, 0, 0, 0, 0], &v[k, 0, 0, 0, 0], &limits[k, 0])
            if mask is not None:
                of.mask = &masked[image, c, 0, 0, 0]
            enough = of.limits.enough / of.limits.unit
            for row in range(sums.shape[2]):
                place[0], place[1] = 0, first + row
                to = &y[image, k, 0, place[1], 0]
                if of.rows.divide_by(
                    to, &sums[0, k, row, 0], of.axes.out[2], enough, of.limits.unit
                ) == 0:
                    continue
                clear_row_without_data(
                    &sums[0, k, row, 0], &of, &bits[c, row, 0], bits.shape[2], place[1],
                    &common[0],
                )
                finish_weak(
                    to, &sums[0, k, row, 0], 0, of.axes.out[2], &x[image, c, 0, 0, 0], &of, place
                )


def divide_by_weights(
    real[:, :, :, :, ::1] y,
    const real[:, :, :, :, ::1] x,
    mask,
    const double[:, :, :, :, ::1] w,
    const double[:, :, :, :, ::1] v,
    const uint64_t[:, :, ::1] bits,
    Py_ssize_t gaps,
    const real[:, :, ::1] padded,
    const double[:, :, :, ::1] border,
    options,
    const double[:, ::1] limits,
    double fill,
    Py_ssize_t image,
    Py_ssize_t first,
):
    """Divide rows of outputs of an image, from `first` on, by all weights less those of gaps.

    Parameters
    ----------
    y, x, mask, w, v, bits, options, limits, fill, image, first
        As of `divide_by_sums`.
    gaps : int
        Those of the strip.
    padded : ndarray
        `padded_weights` of `v`.
    border
        As of `_gaps.correct`.
    """
    cdef Group of
    cdef Axes *a = &of.axes
    cdef const uint8_t[:, :, :, :, ::1] masked
    cdef const pc_gap_strip_functions *functions = functions_for(sizeof(real))
    cdef pc_gap_strip strip
    cdef Py_ssize_t k, c, r, n, at, place_before, row, group = functions.rows, slot = 0, found
    cdef Py_ssize_t rows = bits.shape[1] - v.shape[3] + 1, per_channel = v.shape[0] // x.shape[1]
    cdef Py_ssize_t first_inside
    cdef const void *whole[8]  # a block has no more rows at any level
    group_of(&of, x.shape, v.shape, y.shape, options, fill, 0 if real is float else 1)
    if mask is not None:
        masked = mask
    blocks = (a.out[2] + functions.columns - 1) // functions.columns
    dtype = np.float32 if real is float else np.float64
    cdef real[:, ::1] wholes = np.empty((group + 1, blocks * functions.columns), dtype)
    cdef real[:, ::1] sums = np.empty((group, a.out[2]), dtype)
    cdef uint64_t[::1] common = np.empty(bits.shape[2], np.uint64)
    cdef Py_ssize_t[::1] left = np.empty(blocks, np.intp)
    cdef Py_ssize_t[::1] places = np.empty(max(gaps, 1), np.intp)
    ends_of = pc_gap_cells(a.n[2]) * (bits.shape[1] + 1) if gaps else 1
    cdef Py_ssize_t[::1] ends = np.empty(ends_of, np.intp)
    strip.gaps, strip.ends = &places[0] if gaps else NULL, &ends[0]
    strip.words, strip.columns, strip.lo, strip.out = bits.shape[2], a.n[2], a.lo[2], a.out[2]
    strip.kernel[0], strip.kernel[1] = a.k[1], a.k[2]
    strip.weights_pitch, strip.rows = padded.shape[2], bits.shape[1]
    with nogil:
        for k in range(v.shape[0]):
            c = k // per_channel
            take_filter(&of, &w[k, 0, 0, 0, 0], &v[k, 0, 0, 0, 0], &limits[k, 0])
            if mask is not None:
                of.mask = &masked[image, c, 0, 0, 0]
            strip.bits, strip.weights, place_before = &bits[c, 0, 0], &padded[k, 0, 0], -1
            if k % per_channel == 0 and gaps > 0:
                pc_list_gaps(&strip)
            row = 0
            while row < rows:
                n = min(group, rows - row)
                for r in range(group):
                    # Most rows are inside, and alike.
                    at = place_of(first + min(row + r, rows - 1), a)
                    if at != place_before:
                        slot = (slot + 1) % (group + 1)
                        whole_row(&border[k, 0, at, 0], a, &wholes[slot, 0], wholes.shape[1])
                        place_before = at
                    whole[r] = &wholes[slot, 0]
                # No block of a row at the border is inside.
                first_inside = a.out[2]
                if a.first_inside[1] <= first + row and first + row + n <= a.stop_inside[1]:
                    first_inside = a.first_inside[2]
                found = functions.divide_blocks(
                    &strip, row, n, &y[image, k, 0, first + row, 0], whole, first_inside,
                    a.stop_inside[2], of.limits.enough, &sums[0, 0], &left[0],
                )
                if found > 0:
                    finish_blocks(
                        &y[image, k, 0, first + row, 0], &sums[0, 0], &left[0], found, n,
                        functions.columns, &x[image, c, 0, 0, 0], &of, &bits[c, row, 0],
                        bits.shape[2], first + row, &common[0],
                    )
                row += n


cdef void finish_blocks(
    real *y, real *sums, const Py_ssize_t *left, Py_ssize_t count, Py_ssize_t rows,
    Py_ssize_t columns, const real *x, const Group *of, const uint64_t *bits, Py_ssize_t words,
    Py_ssize_t first, uint64_t *common
) noexcept nogil:
    """Finish the outputs of the blocks that `divide_blocks` left; `first` is their first row."""
    cdef Py_ssize_t r, i, weak, stop, out = of.axes.out[2]
    cdef Py_ssize_t[3] place
    for r in range(rows):
        weak = 0
        for i in range(count):
            stop = min(out, left[i] + columns)
            weak += of.rows.divide_by(
                y + r * out + left[i], sums + r * out + left[i], stop - left[i], of.limits.enough,
                1,
            )
        if weak == 0:
            continue
        place[0], place[1] = 0, first + r
        clear_row_without_data(sums + r * out, of, bits + r * words, words, place[1], common)
        for i in range(count):
            stop = min(out, left[i] + columns)
            finish_weak(y + r * out, sums + r * out, left[i], stop, x, of, place)
