# cython: boundscheck=False, wraparound=False, cdivision=True

"""Sums over the windows of data with gaps: the elements of windows that are valid, and no others.

`nanconv` divides each sum by the weights of its valid elements. Away from gaps and borders those
are all of the weights, so few outputs are touched after the convolution. For a row of outputs, the
weights of the gaps that its windows hold are added up in a row of doubles, which stays in cache,
and subtracted from the sum of all weights.

Where few weights are left, that difference has lost its digits, and a transform's error would grow
by the division: such outputs are summed anew, product by product, in double precision.
"""

from libc.math cimport isnan
from libc.stdint cimport int64_t, uint8_t, uint64_t
from libc.string cimport memset

import numpy as np


ctypedef fused real:
    float
    double

cdef extern from "gap_tiles.h" nogil:
    ctypedef void (*pc_add_valid)(
        const void *x, const double *w, const double *v, Py_ssize_t n, double *sums
    ) noexcept nogil

    ctypedef struct pc_gap_table:
        pc_add_valid add_valid_f32
        pc_add_valid add_valid_f64

    const pc_gap_table *pc_gap_tables()


cdef enum:
    # Outputs that are divided at a time, if all have enough weight.
    DIVIDED = 64
    # Outputs of a row that are corrected at a time: their sums of doubles fit into an L2 cache.
    CORRECTED = 8192


cdef struct Axes:
    # Of three axes each, from the first to the last; missing ones have one element.
    Py_ssize_t[3] n, k, stride, dilation, lo, out, first_inside, stop_inside, left_out


cdef struct Limits:
    # Of denominators, times `unit`: at least `enough` divides; at most `too_few` leaves a gap;
    # between them, sums are computed anew and the new denominator is compared with `least`.
    double enough, too_few, least, unit


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
    # In order of image, group, row of the input, channel of the group, and column. `rows` tells for
    # each row, of all images and groups, which is its first gap.
    const int64_t *rows
    const int64_t *channels
    const int64_t *columns


cdef inline Py_ssize_t subtract_row(
    const int64_t *gaps, Py_ssize_t count, const double *v, const Axes *a,
    double *deficit, uint8_t *touched, Py_ssize_t start, Py_ssize_t out, Py_ssize_t[2] span
) noexcept nogil:
    """Add the weights of one row of taps that meet the gaps of one row of the input.

    Only for outputs from `start` to `out`. Returns the number of weights, at most.
    """
    cdef Py_ssize_t i, at, tap, first, last, o, k = a.k[2]
    cdef Py_ssize_t reach = (k - 1) * a.dilation[2]
    i = before(gaps, count, start * a.stride[2] - a.lo[2])
    gaps += i
    count = before(gaps, count - i, (out - 1) * a.stride[2] - a.lo[2] + reach + 1)
    if count == 0:
        return 0
    if a.stride[2] == 1 and a.dilation[2] == 1:
        for i in range(count):
            at = gaps[i] + a.lo[2]
            first, last = max(0, at - out + 1), min(k - 1, at - start)
            for tap in range(first, last + 1):
                deficit[at - tap] += v[tap]
                touched[at - tap] = 1
        # Gaps are in order, so the first and the last tell which outputs are touched.
        span[0] = min(span[0], max(start, gaps[0] + a.lo[2] - k + 1))
        span[1] = max(span[1], min(out, gaps[count - 1] + a.lo[2] + 1))
        return count * k
    for i in range(count):
        at = gaps[i] + a.lo[2]
        for tap in range(k):
            o = at - tap * a.dilation[2]
            if o < 0 or o % a.stride[2]:
                continue
            o //= a.stride[2]
            if o < start or o >= out:
                continue
            deficit[o] += v[tap]
            touched[o] = 1
            span[0], span[1] = min(span[0], o), max(span[1], o + 1)
    return count * k


cdef struct Group:
    # One output channel of one image: its filter, and the input channels that it reads.
    Axes axes
    Limits limits
    Py_ssize_t channels
    const double *w
    const double *v
    const uint8_t *mask
    double fill
    # True if elements beyond the border are valid, and their value.
    bint has_outside
    double outside


cdef double exact(
    const real *x, const Group *of, const Py_ssize_t[3] o
) noexcept nogil:
    """Return one output as a sum of products over the valid elements of its window.

    `x` begins at the channels that the output's filter reads.
    """
    cdef const Axes *a = &of.axes
    cdef double[2] sums
    cdef pc_add_valid add_valid = (
        pc_gap_tables().add_valid_f32 if real is float else pc_gap_tables().add_valid_f64
    )
    cdef Py_ssize_t c, t0, t1, t2, i0, i1, i2, row, tap, first, stop
    cdef Py_ssize_t start = o[2] * a.stride[2] - a.lo[2]
    cdef bint inside
    sums[0] = sums[1] = 0
    for c in range(of.channels):
        for t0 in range(a.k[0]):
            i0 = o[0] * a.stride[0] - a.lo[0] + t0 * a.dilation[0]
            for t1 in range(a.k[1]):
                i1 = o[1] * a.stride[1] - a.lo[1] + t1 * a.dilation[1]
                inside = 0 <= i0 < a.n[0] and 0 <= i1 < a.n[1]
                if not inside and not of.has_outside:
                    continue
                row = ((c * a.n[0] + i0) * a.n[1] + i1) * a.n[2]
                tap = ((c * a.k[0] + t0) * a.k[1] + t1) * a.k[2]
                # Taps `first` to `stop` meet elements of the input.
                first = stop = 0
                if inside:
                    first = min(max(0, -(start // a.dilation[2])), a.k[2])
                    while first < a.k[2] and start + first * a.dilation[2] < 0:
                        first += 1
                    stop = first
                    if start + first * a.dilation[2] < a.n[2]:
                        stop = (a.n[2] - 1 - start) // a.dilation[2] + 1
                        stop = max(first, min(a.k[2], stop))
                if of.has_outside:
                    for t2 in range(a.k[2]):
                        if t2 < first or t2 >= stop:
                            sums[0] += of.w[tap + t2] * of.outside
                            sums[1] += of.v[tap + t2]
                if of.mask == NULL and a.dilation[2] == 1:
                    add_valid(
                        x + row + start + first, of.w + tap + first, of.v + tap + first,
                        stop - first, sums,
                    )
                    continue
                for t2 in range(first, stop):
                    i2 = row + start + t2 * a.dilation[2]
                    if not (isnan(x[i2]) or (of.mask != NULL and of.mask[i2])):
                        sums[0] += of.w[tap + t2] * x[i2]
                        sums[1] += of.v[tap + t2]
    return sums[0] / sums[1] if sums[1] > of.limits.least else of.fill


cdef inline void finish(
    real *y, double denominator, const real *x, const Group *of, const Py_ssize_t[3] place
) noexcept nogil:
    """Divide one output, or fill it, or sum it anew."""
    denominator *= of.limits.unit
    if denominator >= of.limits.enough:
        y[0] = <real>(y[0] / denominator)
    elif denominator <= of.limits.too_few:
        y[0] = <real>of.fill
    else:
        y[0] = <real>exact(x, of, place)


cdef Py_ssize_t collect(
    const Gaps *gaps, Py_ssize_t first_row, const Group *of, const Py_ssize_t[3] place,
    double *deficit, uint8_t *touched, Py_ssize_t start, Py_ssize_t stop, Py_ssize_t[2] span
) noexcept nogil:
    """Add up the weights of all gaps that windows of one row of outputs hold; return their number.

    Only for outputs from `start` to `stop`. `first_row` is the first of an image and group.
    """
    cdef const Axes *a = &of.axes
    cdef Py_ssize_t c, t0, t1, i0, i1, row, tap, first, last, end, count = 0
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
                while last < end and gaps.channels[last] == c:
                    last += 1
                tap = ((c * a.k[0] + t0) * a.k[1] + t1) * a.k[2]
                count += subtract_row(
                    gaps.columns + first, last - first, of.v + tap, a, deficit, touched, start,
                    stop, span,
                )
                first = last
    return count


cdef inline Py_ssize_t place_of(Py_ssize_t output, const Axes *a, int axis) noexcept nogil:
    """Return where the denominators of the border have that of an output of an axis."""
    if output < a.first_inside[axis]:
        return output
    return max(a.first_inside[axis], output - a.left_out[axis])


cdef inline bint divided(
    real *y, double whole, const double *deficit, Py_ssize_t first, Py_ssize_t stop,
    const Group *of
) noexcept nogil:
    """Divide outputs `first` to `stop` and return True, if all have enough weight.

    Loops without branches, which are compiled to vectors.
    """
    cdef Py_ssize_t o
    cdef double largest = 0
    for o in range(first, stop):
        largest = deficit[o] if deficit[o] > largest else largest
    if whole - largest < of.limits.enough:
        return False
    for o in range(first, stop):
        y[o] = y[o] / <real>(whole - deficit[o])
    return True


cdef bint padding_divided(
    real *y, const double *border, Py_ssize_t start, Py_ssize_t first, Py_ssize_t last,
    Py_ssize_t out, const Group *of
) noexcept nogil:
    """Divide the outputs of a row without gaps, but those from `first` to `last`.

    Returns False, and does nothing, unless all have enough weight.
    """
    cdef const Axes *a = &of.axes
    cdef Py_ssize_t o
    for o in range(a.out[2] - a.left_out[2]):
        if border[o] * of.limits.unit < of.limits.enough:
            return False
    for o in range(start, first):
        y[o] = <real>(y[o] / (border[place_of(o, a, 2)] * of.limits.unit))
    for o in range(max(first, last), out):
        y[o] = <real>(y[o] / (border[place_of(o, a, 2)] * of.limits.unit))
    return True


cdef void correct_row(
    real *y, const real *x, const double *border,
    double *deficit, uint8_t *touched, Py_ssize_t start, Py_ssize_t out, Py_ssize_t[2] span,
    Py_ssize_t weights, bint all_of_it,
    const Group *of, Py_ssize_t[3] place
) noexcept nogil:
    """Finish the outputs of a row, from `start` to `out`, whose windows hold gaps or padding.

    `weights` are those of gaps, in all windows: at least as many as outputs with gaps.
    """
    cdef const Axes *a = &of.axes
    cdef Py_ssize_t o, stop
    cdef Py_ssize_t first = out if all_of_it else min(out, max(start, a.first_inside[2]))
    cdef Py_ssize_t last = out if all_of_it else min(out, a.stop_inside[2])
    cdef Py_ssize_t[3][2] parts
    cdef int part
    cdef Py_ssize_t block
    if weights == 0:
        if padding_divided(y, border, start, first, last, out, of):
            return
    # Padding before, gaps between, padding behind.
    parts[0][0], parts[0][1] = start, first
    parts[1][0], parts[1][1] = max(first, span[0]), min(last, span[1])
    parts[2][0], parts[2][1] = max(first, last), out
    for part in range(3):
        o, stop = parts[part][0], parts[part][1]
        while o < stop:
            block = 1
            if part == 1 and o + 8 <= stop:
                block = 8
                if (<const uint64_t *>(touched + o))[0] == 0:
                    o += block
                    continue
                if divided(y, border[place_of(o, a, 2)], deficit, o, o + block, of):
                    o += block
                    continue
            for o in range(o, o + block):
                if part != 1 or touched[o]:
                    place[2] = o
                    finish(y + o, border[place_of(o, a, 2)] - deficit[o], x, of, place)
            o += 1


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
        Not 0 at gaps that are not NaN.
    w, v : ndarray, shape ``(out_channels, ic_per_group, *kernel)``
        Weights of the numerator and of the denominator.
    gaps : ndarray of int64
        Places of the gaps in `x`, ascending.
    border : ndarray, shape ``(out_channels, *border)``
        Denominators without gaps of all outputs that differ.
    options : dict
        For each axis: ``stride``, ``dilation``, ``lo``, the padding before; ``inside``, the first
        output without padding, and the one after the last, between which denominators without gaps
        are 1; and ``left_out``, how many of those outputs `border` leaves out.
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
    cdef Py_ssize_t image, k, channel, weights, start, stop, first_row
    cdef double *sums
    cdef uint8_t *marked
    cdef Py_ssize_t[3] place
    cdef Py_ssize_t[2] span
    cdef bint all_of_it
    if y.size == 0 or x.size == 0:
        return
    axes_of(x.shape, v.shape, y.shape, options, a)
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
    buffer = np.zeros(min(a.out[2], <Py_ssize_t>CORRECTED))
    marks = np.zeros(min(a.out[2], <Py_ssize_t>CORRECTED) + 8, np.uint8)
    cdef double[::1] deficit = buffer
    cdef uint8_t[::1] touched = marks
    with nogil:
        for image in range(images):
            for k in range(filters):
                channel = k // per_group * of.channels
                first_row = (image * x.shape[1] + channel) // of.channels * a.n[0] * a.n[1]
                of.w, of.v = &w[k, 0, 0, 0, 0], &v[k, 0, 0, 0, 0]
                of.limits.enough, of.limits.too_few = limits[k, 0], limits[k, 1]
                of.limits.least, of.limits.unit = limits[k, 2], limits[k, 3]
                if mask is not None:
                    of.mask = &masked[image, channel, 0, 0, 0]
                for place[0] in range(a.out[0]):
                    for place[1] in range(a.out[1]):
                        all_of_it = not (
                            a.first_inside[0] <= place[0] < a.stop_inside[0]
                            and a.first_inside[1] <= place[1] < a.stop_inside[1]
                        )
                        start = 0
                        while start < a.out[2]:
                            stop = min(start + CORRECTED, a.out[2])
                            # So that outputs have their own places in the rows of sums.
                            sums, marked = &deficit[0] - start, &touched[0] - start
                            span[0], span[1] = stop, start
                            weights = 0
                            if found.columns != NULL:
                                weights = collect(
                                    &found, first_row, &of, place, sums, marked, start, stop, span,
                                )
                            correct_row(
                                &y[image, k, place[0], place[1], 0],
                                &x[image, channel, 0, 0, 0],
                                &border[k, place_of(place[0], a, 0), place_of(place[1], a, 1), 0],
                                sums, marked, start, stop, span, weights, all_of_it, &of, place,
                            )
                            if span[0] < span[1]:
                                memset(sums + span[0], 0, (span[1] - span[0]) * sizeof(double))
                                memset(marked + span[0], 0, span[1] - span[0])
                            start = stop


def divide(
    real[:, :, :, :, ::1] y,
    const real[:, :, :, :, ::1] denominators,
    const real[:, :, :, :, ::1] x,
    mask,
    const double[:, :, :, :, ::1] w,
    const double[:, :, :, :, ::1] v,
    options,
    const double[:, ::1] limits,
    double fill,
    bint weak,
):
    """Divide all outputs, in place, by `denominators` of the same shape; the rest as `correct`.

    Outputs without enough weight are left as they are, and their number is returned; with `weak`,
    they are finished, and no others.
    """
    cdef Group of
    cdef Axes *a = &of.axes
    cdef const uint8_t[:, :, :, :, ::1] masked
    cdef Py_ssize_t image, k, channel, per_group, images = x.shape[0], filters = v.shape[0]
    cdef Py_ssize_t left = 0
    cdef Py_ssize_t[3] place
    if y.size == 0 or x.size == 0:
        return 0
    axes_of(x.shape, v.shape, y.shape, options, a)
    of.channels, of.fill = v.shape[1], fill
    of.has_outside, of.outside = False, 0
    per_group = filters * of.channels // x.shape[1]
    of.mask = NULL
    if mask is not None:
        masked = mask
    with nogil:
        for image in range(images):
            for k in range(filters):
                channel = k // per_group * of.channels
                of.w, of.v = &w[k, 0, 0, 0, 0], &v[k, 0, 0, 0, 0]
                of.limits.enough, of.limits.too_few = limits[k, 0], limits[k, 1]
                of.limits.least, of.limits.unit = limits[k, 2], limits[k, 3]
                if mask is not None:
                    of.mask = &masked[image, channel, 0, 0, 0]
                for place[0] in range(a.out[0]):
                    for place[1] in range(a.out[1]):
                        if weak:
                            finish_weak(
                                &y[image, k, place[0], place[1], 0],
                                &denominators[image, k, place[0], place[1], 0],
                                &x[image, channel, 0, 0, 0], &of, place,
                            )
                        else:
                            left += divide_row(
                                &y[image, k, place[0], place[1], 0],
                                &denominators[image, k, place[0], place[1], 0], &of,
                            )
    return left


cdef inline Py_ssize_t divide_row(
    real *y, const real *denominator, const Group *of
) noexcept nogil:
    """Divide a row of outputs that have enough weight; return the number of the others.

    Without branches where all of a block have enough.
    """
    cdef Py_ssize_t o, stop, first = 0, left = 0
    cdef real least, enough = <real>(of.limits.enough / of.limits.unit)
    cdef real unit = <real>of.limits.unit
    while first < of.axes.out[2]:
        stop = min(first + DIVIDED, of.axes.out[2])
        least = denominator[first]
        for o in range(first, stop):
            least = denominator[o] if denominator[o] < least else least
        if least >= enough:
            for o in range(first, stop):
                y[o] = y[o] / (denominator[o] * unit)
        else:
            for o in range(first, stop):
                if denominator[o] >= enough:
                    y[o] = y[o] / (denominator[o] * unit)
                else:
                    left += 1
        first = stop
    return left


cdef inline void finish_weak(
    real *y, const real *denominator, const real *x, const Group *of, Py_ssize_t[3] place
) noexcept nogil:
    """Finish the outputs of a row that `divide_row` left."""
    cdef Py_ssize_t o
    cdef real enough = <real>(of.limits.enough / of.limits.unit)
    for o in range(of.axes.out[2]):
        if not denominator[o] >= enough:
            place[2] = o
            finish(y + o, denominator[o], x, of, place)


cdef void axes_of(
    const Py_ssize_t *x_shape, const Py_ssize_t *w_shape, const Py_ssize_t *y_shape, options,
    Axes *a
):
    """Fill `a` from shapes of five axes and the options of `correct`."""
    cdef int i
    for i in range(3):
        a.n[i], a.k[i], a.out[i] = x_shape[2 + i], w_shape[2 + i], y_shape[2 + i]
        a.stride[i], a.dilation[i] = options["stride"][i], options["dilation"][i]
        a.lo[i] = options["lo"][i]
        a.first_inside[i], a.stop_inside[i] = options["inside"][i]
        a.left_out[i] = options["left_out"][i]
