# cython: boundscheck=False, wraparound=False, cdivision=True

"""Division of the outputs of strips of rows of images with gaps; see kernels/gap_strips.h.

Strips are those of `_gap_strips`. Each filter reads one channel. Rows of outputs are shared out to
the workers.
"""

from libc.stdint cimport uint8_t, uint64_t
from libc.string cimport memset

from polyconv._gap_windows cimport (
    ITEM_ROWS, Axes, Group, axes_of, border_place, chunks, finish_weak, functions_for, pc_gap_cells,
    pc_gap_strip, pc_gap_strip_functions, pc_gap_tables, pc_list_gaps, real, take_filter,
)
from polyconv._thread_pool cimport pc_stop_token, run_planned

import numpy as np


cdef void whole_row(
    const double *border, const Axes *a, real *to, Py_ssize_t room
) noexcept nogil:
    """Write the denominators of a row without gaps, and then ones."""
    cdef Py_ssize_t o
    for o in range(room):
        to[o] = <real>border[border_place(o, a, 2)] if o < a.out[2] else 1


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


cdef struct Outputs:
    # Rows of outputs of one filter, from `first` on, and what divides them. Pointers are to the
    # elements of the filter and of its channel.
    Group of
    char *y
    const char *x
    const uint64_t *bits  # of the strip that these rows read
    Py_ssize_t words, first, rows
    char *sums  # the convolution of the validity
    pc_gap_strip strip
    const pc_gap_strip_functions *functions
    const double *border
    Py_ssize_t border_pitch


cdef void plan_outputs(
    Outputs *outputs, const Py_ssize_t *x_shape, const Py_ssize_t *w_shape,
    const Py_ssize_t *y_shape, options, double fill, int of_type, Py_ssize_t words,
    Py_ssize_t first,
):
    """Set the fields that all filters share; each filter reads one channel."""
    cdef Group *of = &outputs.of
    axes_of(x_shape, w_shape, y_shape, options, &of.axes)
    of.rows = &pc_gap_tables().rows[of_type]
    of.channels, of.fill, of.mask = 1, fill, NULL
    of.has_outside, of.outside = False, 0
    outputs.words, outputs.first = words, first


cdef void take_outputs(
    Outputs *outputs,
    real[:, :, :, :, ::1] y,
    const real[:, :, :, :, ::1] x,
    const uint8_t[:, :, :, :, ::1] mask,
    const double[:, :, :, :, ::1] w,
    const double[:, :, :, :, ::1] v,
    const uint64_t[:, :, ::1] bits,
    const double[:, ::1] limits,
    Py_ssize_t image,
    Py_ssize_t k,
):
    """Set the fields of filter `k` and of the channel of `image` that it reads."""
    cdef Py_ssize_t c = k // (v.shape[0] // x.shape[1])
    take_filter(&outputs.of, &w[k, 0, 0, 0, 0], &v[k, 0, 0, 0, 0], &limits[k, 0])
    if mask is not None:
        outputs.of.mask = &mask[image, c, 0, 0, 0]
    outputs.y = <char *>&y[image, k, 0, outputs.first, 0]
    outputs.x, outputs.bits = <const char *>&x[image, c, 0, 0, 0], &bits[c, 0, 0]


cdef void divide_rows_by_sums(
    const Outputs *outputs, real *y, const real *x, real *sums, Py_ssize_t item, char *memory
) noexcept nogil:
    """Do `divide_by_sums` for the rows of a work item."""
    cdef const Group *of = &outputs.of
    cdef Py_ssize_t row, out = of.axes.out[2]
    cdef Py_ssize_t[3] place
    cdef double enough = of.limits.enough / of.limits.unit
    for row in range(item * ITEM_ROWS, min((item + 1) * ITEM_ROWS, outputs.rows)):
        place[0], place[1] = 0, outputs.first + row
        if of.rows.divide_by(y + row * out, sums + row * out, out, enough, of.limits.unit) == 0:
            continue
        clear_row_without_data(
            sums + row * out, of, outputs.bits + row * outputs.words, outputs.words, place[1],
            <uint64_t *>memory,
        )
        finish_weak(y + row * out, sums + row * out, 0, out, x, of, place)


cdef void divide_rows_by_sums_f32(
    const void *plan, const void *_, Py_ssize_t item, char *memory, pc_stop_token *token
) noexcept nogil:
    cdef const Outputs *outputs = <const Outputs *>plan
    divide_rows_by_sums(
        outputs, <float *>outputs.y, <const float *>outputs.x, <float *>outputs.sums, item, memory
    )


cdef void divide_rows_by_sums_f64(
    const void *plan, const void *_, Py_ssize_t item, char *memory, pc_stop_token *token
) noexcept nogil:
    cdef const Outputs *outputs = <const Outputs *>plan
    divide_rows_by_sums(
        outputs, <double *>outputs.y, <const double *>outputs.x, <double *>outputs.sums, item,
        memory,
    )


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
    Py_ssize_t workers=1,
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
    image, first, workers : int
    """
    cdef Outputs outputs
    cdef const uint8_t[:, :, :, :, ::1] masked = mask
    cdef Py_ssize_t k
    plan_outputs(
        &outputs, x.shape, v.shape, y.shape, options, fill, 0 if real is float else 1,
        bits.shape[2], first,
    )
    outputs.rows = sums.shape[2]
    for k in range(v.shape[0]):
        take_outputs(&outputs, y, x, masked, w, v, bits, limits, image, k)
        outputs.sums = <char *>&sums[0, k, 0, 0]
        run_planned(
            divide_rows_by_sums_f32 if real is float else divide_rows_by_sums_f64, &outputs, NULL,
            chunks(outputs.rows), bits.shape[2] * sizeof(uint64_t), workers,
        )


cdef inline Py_ssize_t whole_columns(const Outputs *outputs) noexcept nogil:
    """Return the columns of outputs in whole blocks."""
    cdef Py_ssize_t columns = outputs.functions.columns
    return (outputs.of.axes.out[2] + columns - 1) // columns * columns


cdef inline Py_ssize_t workspace_by_weights(
    const Outputs *outputs, Py_ssize_t itemsize
) noexcept nogil:
    """Return the bytes that `divide_rows_by_weights` takes."""
    cdef Py_ssize_t columns = whole_columns(outputs), group = outputs.functions.rows
    cdef Py_ssize_t words = outputs.words + columns // outputs.functions.columns
    return (2 * group + 1) * columns * itemsize + words * sizeof(uint64_t)


cdef void divide_rows_by_weights(
    const Outputs *outputs, real *y, const real *x, Py_ssize_t item, char *memory
) noexcept nogil:
    """Do `divide_by_weights` for the rows of a work item, by blocks of rows."""
    cdef const Group *of = &outputs.of
    cdef const Axes *a = &of.axes
    cdef const pc_gap_strip_functions *functions = outputs.functions
    cdef Py_ssize_t group = functions.rows, columns = whole_columns(outputs), out = a.out[2]
    cdef Py_ssize_t r, n, at, place_before = -1, slot = 0, found, first_inside
    cdef Py_ssize_t row = item * ITEM_ROWS, stop = min(row + ITEM_ROWS, outputs.rows)
    cdef const void *whole[8]  # a block has at most 8 rows at any level
    cdef real *wholes = <real *>memory
    cdef real *sums = wholes + (group + 1) * columns
    cdef uint64_t *common = <uint64_t *>(sums + group * columns)
    cdef Py_ssize_t *left = <Py_ssize_t *>(common + outputs.words)
    while row < stop:
        n = min(group, stop - row)
        for r in range(group):
            # Most rows are inside and have equal denominators.
            at = border_place(outputs.first + min(row + r, outputs.rows - 1), a, 1)
            if at != place_before:
                slot = (slot + 1) % (group + 1)
                whole_row(
                    outputs.border + at * outputs.border_pitch, a, wholes + slot * columns, columns
                )
                place_before = at
            whole[r] = wholes + slot * columns
        # In a row at the border no block is inside.
        first_inside = out
        if (
            a.first_inside[1] <= outputs.first + row
            and outputs.first + row + n <= a.stop_inside[1]
        ):
            first_inside = a.first_inside[2]
        found = functions.divide_blocks(
            &outputs.strip, row, n, y + row * out, whole, first_inside, a.stop_inside[2],
            of.limits.enough, sums, left,
        )
        if found > 0:
            finish_blocks(
                y + row * out, sums, left, found, n, functions.columns, x, of,
                outputs.bits + row * outputs.words, outputs.words, outputs.first + row, common,
            )
        row += n


cdef void divide_rows_by_weights_f32(
    const void *plan, const void *_, Py_ssize_t item, char *memory, pc_stop_token *token
) noexcept nogil:
    cdef const Outputs *outputs = <const Outputs *>plan
    divide_rows_by_weights(outputs, <float *>outputs.y, <const float *>outputs.x, item, memory)


cdef void divide_rows_by_weights_f64(
    const void *plan, const void *_, Py_ssize_t item, char *memory, pc_stop_token *token
) noexcept nogil:
    cdef const Outputs *outputs = <const Outputs *>plan
    divide_rows_by_weights(outputs, <double *>outputs.y, <const double *>outputs.x, item, memory)


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
    Py_ssize_t workers=1,
):
    """Divide rows of outputs of an image, from `first` on, by all weights less those of gaps.

    Parameters
    ----------
    y, x, mask, w, v, bits, options, limits, fill, image, first, workers
        As of `divide_by_sums`.
    gaps : int
        Those of the strip.
    padded : ndarray
        `padded_weights` of `v`.
    border
        As of `_gaps.correct`.
    """
    cdef Outputs outputs
    cdef Axes *a = &outputs.of.axes
    cdef const uint8_t[:, :, :, :, ::1] masked = mask
    cdef pc_gap_strip *strip = &outputs.strip
    cdef Py_ssize_t k
    plan_outputs(
        &outputs, x.shape, v.shape, y.shape, options, fill, 0 if real is float else 1,
        bits.shape[2], first,
    )
    outputs.functions = functions_for(sizeof(real))
    outputs.rows = bits.shape[1] - v.shape[3] + 1
    outputs.border_pitch = border.shape[3]
    cdef Py_ssize_t[::1] places = np.empty(max(gaps, 1), np.intp)
    ends_of = pc_gap_cells(a.n[2]) * (bits.shape[1] + 1) if gaps else 1
    cdef Py_ssize_t[::1] ends = np.empty(ends_of, np.intp)
    strip.gaps, strip.ends = &places[0] if gaps else NULL, &ends[0]
    strip.words, strip.columns, strip.lo, strip.out = bits.shape[2], a.n[2], a.lo[2], a.out[2]
    strip.kernel[0], strip.kernel[1] = a.k[1], a.k[2]
    strip.weights_pitch, strip.rows = padded.shape[2], bits.shape[1]
    strip.bits = NULL
    for k in range(v.shape[0]):
        take_outputs(&outputs, y, x, masked, w, v, bits, limits, image, k)
        outputs.border = &border[k, 0, 0, 0]
        strip.weights = &padded[k, 0, 0]
        if strip.bits != outputs.bits:
            strip.bits = outputs.bits
            if gaps > 0:
                with nogil:
                    pc_list_gaps(strip)
        run_planned(
            divide_rows_by_weights_f32 if real is float else divide_rows_by_weights_f64, &outputs,
            NULL, chunks(outputs.rows), workspace_by_weights(&outputs, sizeof(real)), workers,
        )


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
