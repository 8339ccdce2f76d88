# cython: boundscheck=False, wraparound=False, cdivision=True

"""Division of sums over windows of data with few gaps by the weights of their valid elements.

Away from gaps and borders those are all of the weights, so few outputs are touched after the
convolution. For a row of outputs, the weights of the gaps that its windows hold are added up in a
row of doubles, which stays in cache, and subtracted from the sum of all weights.
"""

from libc.stdint cimport int64_t, uint8_t
from libc.string cimport memset

from polyconv._gap_windows cimport (
    PC_GAP_WEIGHTS, Axes, Group, axes_of, border_place, finish, pc_gap_tables, real, take_filter,
)

import numpy as np

from ._gap_tiles import reversed_rows


cdef enum:
    # Structural: outputs of a row that are corrected at a time, 64 KiB of sums in L2.
    CORRECTION_BLOCK = 8192
    # Structural: outputs that are finished one by one before the next are divided together.
    FINISHED = 16


cdef inline Py_ssize_t before(
    const int64_t *places, Py_ssize_t count, Py_ssize_t limit
) noexcept nogil:
    """Return how many of the ascending `places` are less than `limit`."""
    cdef Py_ssize_t low = 0, middle
    while low < count:
        middle = (low + count) // 2
        if places[middle] < limit:
            low = middle + 1
        else:
            count = middle
    return low


cdef struct Gaps:
    # Gaps in order of image, group, row of the input, channel of the group, and column. `rows` is
    # the number of the first gap of each row, for the rows of all images and groups.
    const int64_t *rows
    const int64_t *channels
    const int64_t *columns


cdef struct Row:
    # Sums of the weights of gaps, for the outputs of a row from `start` to `stop`. `deficit` points
    # to the place of output 0. Sums outside of `first` to `last` are 0.
    double *deficit
    Py_ssize_t start, stop, first, last


cdef inline void subtract_row(
    const int64_t *gaps, Py_ssize_t count, const double *v, const double *reversed,
    Py_ssize_t padded, const Group *of, Row *row
) noexcept nogil:
    """Add the weights of one row of taps that meet the gaps of one row of the input.

    `reversed` has `padded` numbers: the weights `v` from the last to the first, and then zeros.
    """
    cdef const Axes *a = &of.axes
    cdef Py_ssize_t i, at, tap, o, k = a.k[2]
    cdef Py_ssize_t extent = (k - 1) * a.dilation[2] + 1
    cdef Py_ssize_t low = row.start * a.stride[2] - a.lo[2]
    cdef Py_ssize_t high = (row.stop - 1) * a.stride[2] - a.lo[2] + extent
    if gaps[0] < low:
        i = before(gaps, count, low)
        gaps += i
        count -= i
    if count == 0:
        return
    if gaps[count - 1] >= high:
        count = before(gaps, count, high)
        if count == 0:
            return
    if a.stride[2] == 1 and a.dilation[2] == 1:
        of.rows.add_weights(gaps, count, reversed, padded, row.deficit + a.lo[2] - k + 1)
        # Gaps are in order, so the first and the last tell which outputs are touched.
        row.first = min(row.first, gaps[0] + a.lo[2] - k + 1)
        row.last = max(row.last, gaps[count - 1] + a.lo[2] + 1)
        return
    for i in range(count):
        at = gaps[i] + a.lo[2]
        for tap in range(k):
            o = at - tap * a.dilation[2]
            if o < 0 or o % a.stride[2]:
                continue
            o //= a.stride[2]
            if o < row.start or o >= row.stop:
                continue
            row.deficit[o] += v[tap]
            row.first, row.last = min(row.first, o), max(row.last, o + 1)


cdef void collect(
    const Gaps *gaps, Py_ssize_t first_row, const double *reversed, Py_ssize_t padded,
    const Group *of, const Py_ssize_t[3] place, Row *sums
) noexcept nogil:
    """Add up the weights of all gaps that windows of one row of outputs hold.

    `first_row` is the first of an image and group; `reversed` are the weights of its filter.
    """
    cdef const Axes *a = &of.axes
    cdef Py_ssize_t c, t0, t1, i0, i1, row, taps, first, last, end
    for t0 in range(a.k[0]):
        i0 = place[0] * a.stride[0] - a.lo[0] + t0 * a.dilation[0]
        if i0 < 0 or i0 >= a.n[0]:
            continue
        for t1 in range(a.k[1]):
            i1 = place[1] * a.stride[1] - a.lo[1] + t1 * a.dilation[1]
            if i1 < 0 or i1 >= a.n[1]:
                continue
            row = first_row + i0 * a.n[1] + i1
            first, end = gaps.rows[row], gaps.rows[row + 1]
            while first < end:
                c, last = gaps.channels[first], first + 1
                if c == gaps.channels[end - 1]:
                    last = end
                while last < end and gaps.channels[last] == c:
                    last += 1
                taps = (c * a.k[0] + t0) * a.k[1] + t1
                subtract_row(
                    gaps.columns + first, last - first, of.v + taps * a.k[2],
                    reversed + taps * padded, padded, of, sums,
                )
                first = last


cdef void divide_part(
    real *y, const real *x, const double *whole, bint alike, Py_ssize_t first, Py_ssize_t stop,
    const double *deficit, const Group *of, Py_ssize_t[3] place
) noexcept nogil:
    """Finish outputs `first` to `stop` of a row: divide by `whole` less their deficit.

    `whole` points to one number for all outputs if they are `alike`, else to one number for each
    output, starting with output `first`.
    """
    cdef Py_ssize_t o = first, end
    while o < stop:
        o += of.rows.divide_less(
            y + o, whole if alike else whole + o - first, alike, deficit + o, stop - o,
            of.limits.enough,
        )
        # The output at which `divide_less` stopped is among the next ones.
        end = min(o + FINISHED, stop)
        while o < end:
            place[2] = o
            finish(y + o, whole[0 if alike else o - first] - deficit[o], x, of, place)
            o += 1


cdef void correct_row(
    real *y, const real *x, const double *border, const Row *sums, bint at_border,
    const Group *of, Py_ssize_t[3] place
) noexcept nogil:
    """Finish the outputs of a row whose windows hold gaps or padding; all if it is `at_border`."""
    cdef const Axes *a = &of.axes
    cdef double one = 1
    # Three ranges of windows: with padding before the row, without padding, with padding after it.
    cdef Py_ssize_t inside = min(sums.stop, max(sums.start, a.first_inside[2]))
    cdef Py_ssize_t behind = max(inside, min(sums.stop, a.stop_inside[2]))
    cdef Py_ssize_t first = inside, last = behind
    if not at_border:
        first, last = max(inside, sums.first), min(behind, sums.last)
    divide_part(
        y, x, border + sums.start, False, sums.start, inside, sums.deficit, of, place
    )
    divide_part(
        y, x, border + a.first_inside[2] if at_border else &one, True, first, last, sums.deficit,
        of, place,
    )
    divide_part(
        y, x, border + border_place(behind, a, 2), False, behind, sums.stop, sums.deficit, of, place
    )


def by_rows(gaps, shape, channels):
    """Return the arrays of `Gaps`, from places in an array of `shape` with groups of `channels`."""
    images, in_channels, depth, height, width = shape[:5]
    row, column = np.divmod(gaps, width)
    channel, row = np.divmod(row, depth * height)
    group, channel = np.divmod(channel, channels)
    row += group * depth * height
    order = np.argsort(row, kind="stable")  # channels stay in order, and columns
    groups = images * in_channels // channels
    starts = np.searchsorted(row[order], np.arange(groups * depth * height + 1))
    return starts.astype(np.int64, copy=False), channel[order], column[order]


def range_sums(
    const double[:, :, ::1] w, Py_ssize_t outputs, Py_ssize_t first, Py_ssize_t left_out, axis
):
    """Return sums of the weights of the middle axis that meet an input without gaps.

    Parameters
    ----------
    w : ndarray, three axes
    outputs : int
        Those of the middle axis, without the `left_out` that follow output `first`.
    axis : tuple of int
        Elements of the input, stride, dilation, and padding before.

    Returns
    -------
    ndarray, shape ``(w.shape[0], outputs, w.shape[2])``
    """
    cdef Py_ssize_t n, stride, dilation, lo, i, j, o, place, low, high, k = w.shape[1]
    n, stride, dilation, lo = axis
    result = np.empty((w.shape[0], outputs, w.shape[2]))
    cdef double[:, :, ::1] sums = result
    # Running sums from either end, so that ranges from an end lose no digits by a difference.
    cdef double[:, :, ::1] below = np.zeros((w.shape[0], k + 1, w.shape[2]))
    cdef double[:, :, ::1] above = np.zeros((w.shape[0], k + 1, w.shape[2]))
    with nogil:
        for i in range(w.shape[0]):
            for o in range(k):
                for j in range(w.shape[2]):
                    below[i, o + 1, j] = below[i, o, j] + w[i, o, j]
                    above[i, k - 1 - o, j] = above[i, k - o, j] + w[i, k - 1 - o, j]
            for o in range(outputs):
                place = (o if o <= first else o + left_out) * stride - lo
                low = 0 if place >= 0 else min(k, (dilation - 1 - place) // dilation)
                high = 0 if place >= n else min(k, (n - 1 - place) // dilation + 1)
                high = max(low, high)
                for j in range(w.shape[2]):
                    if high == k:
                        sums[i, o, j] = above[i, low, j]
                    else:
                        sums[i, o, j] = below[i, high, j] - below[i, low, j]
    return result


cdef void correct_line(
    real *y, const real *x, const double *border, const double *reversed, Py_ssize_t padded,
    double *deficit, const Gaps *found, Py_ssize_t first_row, bint at_border, const Group *of,
    Py_ssize_t[3] place
) noexcept nogil:
    """Divide the outputs of a row, a block at a time; `deficit` is zeros, and left so."""
    cdef const Axes *a = &of.axes
    cdef Py_ssize_t size
    cdef Row row
    row.start = 0
    while row.start < a.out[2]:
        row.stop = min(row.start + CORRECTION_BLOCK, a.out[2])
        row.deficit = deficit + a.k[2] - 1 - row.start
        row.first, row.last = row.stop, row.start - a.k[2] + 1
        if found.columns != NULL:
            collect(found, first_row, reversed, padded, of, place, &row)
        correct_row(y, x, border, &row, at_border, of, place)
        size = row.last - row.first
        if size > 0:
            memset(row.deficit + row.first, 0, size * sizeof(double))
        row.start = row.stop


def correct(
    real[:, :, :, :, ::1] y,
    const real[:, :, :, :, ::1] x,
    mask,
    const double[:, :, :, :, ::1] w,
    const double[:, :, :, :, ::1] v,
    const int64_t[::1] gaps,
    const double[:, :, :, ::1] border,
    options,
    const double[:, ::1] limits,
    double fill,
    outside,
):
    """Divide the outputs whose windows hold gaps or padding, in place.

    Parameters
    ----------
    y : ndarray, shape ``(batch, out_channels, *out)``
        The convolution of `x` with `w`, three spatial axes; gaps counted as zeros.
    x : ndarray, shape ``(batch, in_channels, *spatial)``
    mask : ndarray of uint8, shape of `x`, or None
        Not 0 at masked elements, which are gaps beside those that are NaN.
    w, v : ndarray, shape ``(out_channels, ic_per_group, *kernel)``
        Weights of the numerator and of the denominator.
    gaps : ndarray of int64
        Places of the gaps in `x`, ascending.
    border : ndarray, shape ``(out_channels, *border)``
        Denominators that outputs have without gaps: along each axis an entry for each output at the
        border, and one, at the place of ``inside[0]``, for all outputs of the interior, where it is
        1.
    options : dict
        For each axis: ``stride``, ``dilation``; ``lo``, the padding before the first element;
        ``inside``, the first output of the interior, and the one after the last; ``left_out``, the
        outputs of the interior that have no entry of their own in `border`.
    limits : ndarray, shape ``(out_channels, 4)``
        `Limits` of each filter.
    fill : float
        The value where too few weights are valid.
    outside : float or None
        The value of elements beyond the border; None if they are gaps.
    """
    cdef Group of
    cdef Axes *a = &of.axes
    cdef const uint8_t[:, :, :, :, ::1] masked
    cdef Py_ssize_t images = x.shape[0], filters = v.shape[0], per_group
    cdef Py_ssize_t image, k, channel, first_row
    cdef Py_ssize_t[3] place
    cdef bint at_border
    if y.size == 0 or x.size == 0:
        return
    axes_of(x.shape, v.shape, y.shape, options, a)
    of.rows = &pc_gap_tables().rows[0 if real is float else 1]
    of.channels, of.fill = v.shape[1], fill
    of.has_outside, of.outside = outside is not None, 0 if outside is None else outside
    per_group = filters * of.channels // x.shape[1]
    of.mask = NULL
    if mask is not None:
        masked = mask
    cdef Gaps found
    cdef const int64_t[::1] rows, channels, columns
    rows, channels, columns = by_rows(np.asarray(gaps), x.shape, of.channels)
    found.rows = &rows[0]
    found.channels = &channels[0] if gaps.shape[0] else NULL
    found.columns = &columns[0] if gaps.shape[0] else NULL
    cdef const double[:, :, :, :, ::1] reversed = reversed_rows(
        np.asarray(v), PC_GAP_WEIGHTS
    )
    cdef Py_ssize_t padded = reversed.shape[4]
    # The weights of a gap may begin before the first output of a row, and end after the last.
    buffer = np.zeros(min(a.out[2], <Py_ssize_t>CORRECTION_BLOCK) + a.k[2] - 1 + padded)
    cdef double[::1] deficit = buffer
    with nogil:
        for image in range(images):
            for k in range(filters):
                channel = k // per_group * of.channels
                first_row = (image * x.shape[1] + channel) // of.channels * a.n[0] * a.n[1]
                take_filter(&of, &w[k, 0, 0, 0, 0], &v[k, 0, 0, 0, 0], &limits[k, 0])
                if mask is not None:
                    of.mask = &masked[image, channel, 0, 0, 0]
                for place[0] in range(a.out[0]):
                    for place[1] in range(a.out[1]):
                        at_border = not (
                            a.first_inside[0] <= place[0] < a.stop_inside[0]
                            and a.first_inside[1] <= place[1] < a.stop_inside[1]
                        )
                        correct_line(
                            &y[image, k, place[0], place[1], 0], &x[image, channel, 0, 0, 0],
                            &border[
                                k, border_place(place[0], a, 0), border_place(place[1], a, 1), 0
                            ],
                            &reversed[k, 0, 0, 0, 0], padded, &deficit[0], &found, first_row,
                            at_border, &of, place,
                        )
