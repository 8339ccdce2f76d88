# cython: boundscheck=False, wraparound=False, cdivision=True

"""Windows of data with gaps: where they lie, and one output summed anew from its window.

Where few weights are valid, a denominator that was subtracted from others has lost its digits, and
a transform's error would grow by the division: such outputs are summed product by product, in
double precision.
"""

from libc.math cimport isnan
from libc.stdint cimport int64_t, uint8_t, uint64_t

ctypedef fused real:
    float
    double

cdef extern from "gap_tiles.h" nogil:
    enum:
        PC_GAP_WEIGHTS

    ctypedef struct pc_gap_row_functions:
        void (*add_valid)(
            const void *x, const double *w, const double *v, Py_ssize_t n, double *sums
        ) noexcept nogil
        void (*add_weights)(
            const int64_t *gaps, Py_ssize_t count, const double *weights, Py_ssize_t n,
            double *deficit,
        ) noexcept nogil
        Py_ssize_t (*divide_less)(
            void *y, const double *whole, bint alike, const double *deficit, Py_ssize_t n,
            double enough,
        ) noexcept nogil
        Py_ssize_t (*divide_by)(
            void *y, const void *denominators, Py_ssize_t n, double enough, double unit
        ) noexcept nogil
        Py_ssize_t (*count)(
            const void *x, const uint8_t *mask, Py_ssize_t n, Py_ssize_t limit
        ) noexcept nogil
        Py_ssize_t (*clear)(
            const void *x, const uint8_t *mask, void *values, Py_ssize_t n, int64_t *places,
            Py_ssize_t room,
        ) noexcept nogil
        void (*split)(
            const void *x, const uint8_t *mask, void *values, void *validity, Py_ssize_t n
        ) noexcept nogil

    ctypedef struct pc_gap_strip:
        const uint64_t *bits
        Py_ssize_t words
        Py_ssize_t rows
        Py_ssize_t columns
        Py_ssize_t[2] kernel
        Py_ssize_t lo
        Py_ssize_t out
        const void *weights
        Py_ssize_t weights_pitch
        Py_ssize_t *gaps
        Py_ssize_t *ends

    ctypedef struct pc_gap_strip_functions:
        Py_ssize_t rows
        Py_ssize_t columns
        Py_ssize_t (*clear_row)(
            const void *x, const uint8_t *mask, void *values, uint64_t *bits, Py_ssize_t n
        ) noexcept nogil
        void (*validity_row)(const uint64_t *bits, void *validity, Py_ssize_t n) noexcept nogil
        Py_ssize_t (*divide_blocks)(
            const pc_gap_strip *strip, Py_ssize_t row, Py_ssize_t rows, void *y,
            const void **whole, Py_ssize_t first_inside, Py_ssize_t stop_inside, double enough,
            void *denominators, Py_ssize_t *left
        ) noexcept nogil

    Py_ssize_t PC_GAP_CELL
    Py_ssize_t pc_gap_cells(Py_ssize_t columns)
    void pc_list_gaps(const pc_gap_strip *strip)
    Py_ssize_t pc_gap_weights_pitch(const pc_gap_strip_functions *f, Py_ssize_t taps)
    Py_ssize_t pc_gap_weights_rows(const pc_gap_strip_functions *f, Py_ssize_t taps)

    ctypedef struct pc_gap_table:
        pc_gap_row_functions[2] rows
        const pc_gap_strip_functions *strips[2]

    const pc_gap_table *pc_gap_tables()


# Structural: rows of a strip in a work item: whole blocks, which have 4 or 8 rows, and enough of
# them to pay for waking a worker.
cdef enum:
    ITEM_ROWS = 16


cdef inline Py_ssize_t chunks(Py_ssize_t rows) noexcept nogil:
    """Return the work items of some rows of a strip."""
    return (rows + ITEM_ROWS - 1) // ITEM_ROWS


cdef inline const pc_gap_strip_functions *functions_for(int itemsize) noexcept:
    """Return the functions of strips whose elements have `itemsize` bytes."""
    return pc_gap_tables().strips[0 if itemsize == 4 else 1]


cdef struct Axes:
    # Values of three axes, from the first to the last; missing axes have one element.
    Py_ssize_t[3] n, k, stride, dilation, lo, out, first_inside, stop_inside, left_out


cdef struct Limits:
    # Limits of a denominator times `unit`. From `enough` on, it divides. Up to `too_few`, it leaves
    # a gap. Between them, both sums are computed anew, and the new denominator is compared with
    # `min_denominator`.
    double enough, too_few, min_denominator, unit


cdef struct Group:
    # One output channel of one image: its filter, and the input channels that it reads.
    Axes axes
    const pc_gap_row_functions *rows  # for the type of `x` and of the outputs
    Limits limits
    Py_ssize_t channels
    const double *w
    const double *v
    const uint8_t *mask
    double fill
    # True if elements beyond the border are valid, and their value.
    bint has_outside
    double outside


cdef inline double exact(
    const real *x, const Group *of, const Py_ssize_t[3] o
) noexcept nogil:
    """Return one output as a sum of products over the valid elements of its window.

    `x` begins at the channels that the output's filter reads.
    """
    cdef const Axes *a = &of.axes
    cdef double[2] sums
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
                    of.rows.add_valid(
                        x + row + start + first, of.w + tap + first, of.v + tap + first,
                        stop - first, sums,
                    )
                    continue
                for t2 in range(first, stop):
                    i2 = row + start + t2 * a.dilation[2]
                    if not (isnan(x[i2]) or (of.mask != NULL and of.mask[i2])):
                        sums[0] += of.w[tap + t2] * x[i2]
                        sums[1] += of.v[tap + t2]
    return sums[0] / sums[1] if sums[1] > of.limits.min_denominator else of.fill


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


cdef inline Py_ssize_t border_place(
    Py_ssize_t output, const Axes *a, int axis
) noexcept nogil:
    """Return where the denominators of the border have that of an output of an axis."""
    if output < a.first_inside[axis]:
        return output
    return max(a.first_inside[axis], output - a.left_out[axis])


cdef inline void axes_of(
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


cdef inline void take_filter(
    Group *of, const double *w, const double *v, const double *limits
) noexcept nogil:
    """Set the weights of numerators and denominators and the four limits of a filter."""
    of.w, of.v = w, v
    of.limits.enough, of.limits.too_few = limits[0], limits[1]
    of.limits.min_denominator, of.limits.unit = limits[2], limits[3]
