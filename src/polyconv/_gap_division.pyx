# cython: boundscheck=False, wraparound=False, cdivision=True

"""Division of sums over windows of data with many gaps by the weights of their valid elements."""

from libc.stdint cimport uint8_t

from polyconv._gap_windows cimport (
    Axes, Group, axes_of, finish_weak, pc_gap_tables, real, take_filter,
)


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
    """Divide all outputs, in place, by `denominators` of the same shape; see `_gaps.correct`.

    Outputs without enough weight are left as they are, and their number is returned. With `weak`,
    only these outputs are finished.
    """
    cdef Group of
    cdef Axes *a = &of.axes
    cdef const uint8_t[:, :, :, :, ::1] masked
    cdef Py_ssize_t image, k, channel, per_group, images = x.shape[0], filters = v.shape[0]
    cdef Py_ssize_t left = 0
    cdef Py_ssize_t[3] place
    if y.size == 0 or x.size == 0:
        return 0
    of.rows = &pc_gap_tables().rows[0 if real is float else 1]
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
                take_filter(&of, &w[k, 0, 0, 0, 0], &v[k, 0, 0, 0, 0], &limits[k, 0])
                if mask is not None:
                    of.mask = &masked[image, channel, 0, 0, 0]
                for place[0] in range(a.out[0]):
                    for place[1] in range(a.out[1]):
                        if weak:
                            finish_weak(
                                &y[image, k, place[0], place[1], 0],
                                &denominators[image, k, place[0], place[1], 0], 0,
                                of.axes.out[2], &x[image, channel, 0, 0, 0], &of, place,
                            )
                        else:
                            left += of.rows.divide_by(
                                &y[image, k, place[0], place[1], 0],
                                &denominators[image, k, place[0], place[1], 0], a.out[2],
                                of.limits.enough / of.limits.unit, of.limits.unit,
                            )
    return left
