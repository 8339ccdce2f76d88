# cython: boundscheck=False, wraparound=False, cdivision=True, initializedcheck=False
"""The segment loop of `fft_tiled`: load, transform, multiply, transform back, store.

`planner` chooses the segments; kernels/fft.h describes the transforms. A segment of real data is
transformed as a right-angle convolution: its two halves along the first axis become the real and
imaginary parts of a complex segment of half the length, and the transform along that axis takes
values at the roots of ``z**n = i``. Products of real polynomials then come back as two halves, too.
The coefficients that pass the end of the segment return at its start with their sign changed. A
segment of complex data is transformed as it is.

With a stride s the input and the kernel are split into s polyphase components of every s-th
element, and an output is the sum over the convolutions of the components. So no output is computed
that the stride would skip. Sums over phases and over input channels are both taken between the
spectra: `spectra_per_output` counts their terms.
"""

from libc.math cimport fabs
from libc.string cimport memcpy, memset

cimport numpy as cnp

from polyconv._cpu cimport copy_kernels_for
from polyconv._kernels cimport (
    PC_MAX_ABS_BYTES, aligned, pc_arrays, pc_copy_kernels, pc_input_index, pc_max_abs,
    pc_read_padding, pc_prefetch, pc_reader, pc_size, pc_store,
    pc_writer, reader_of, set_input_axes, type_of, writer_of,
)
from fft_tiled_kernels cimport (
    PC_MAX_STAGES, PC_TILE_SIDE, pc_fft_kernels, pc_fft_kernels_for, pc_fft_plan, pc_re_im_layout,
    pc_transform,
)
from segment_records cimport PhaseTaps, SegmentShape, TiledAxis
from polyconv._thread_pool cimport (
    PooledKernel, pc_compute, pc_stop_requested, pc_stop_token, pc_task, run_items,
)

import numpy as np

cnp.import_array()

MAX_STAGES = PC_MAX_STAGES

# Structural: prefetch distance in rows of the input or result, enough to hide L3's latency.
cdef enum:
    PREFETCH_ROWS = 8


cdef inline pc_size lines_of(pc_size elements) noexcept nogil:
    """Return the lines of a row that its first elements reach into."""
    return (elements + PC_TILE_SIDE - 1) // PC_TILE_SIDE


cdef inline pc_size elements_from(const TiledAxis *axis, pc_size first) noexcept nogil:
    """Return the elements of a phase from `first` to the end of the padded input or the segment."""
    return min(axis.read, max(0, (axis.padded - first + axis.stride - 1) // axis.stride))


cdef class TransformTables:
    """The transforms of one segment length, with twiddles in one precision."""

    def __init__(self, plan, real):
        """`plan`: an `FftPlan`; `real`: the dtype of real and imaginary parts."""
        cdef Py_ssize_t i
        cdef pc_transform *to
        self.kernels = pc_fft_kernels_for(type_of(real))
        self.itemsize = real.itemsize
        kept = []
        for i, transform in enumerate((*plan.axes, plan.tile)):
            to = &self.plan.tile if i == 3 else &self.plan.axes[i]
            to.shape = transform.shape._asdict()
            twiddles = transform.twiddles.view(np.float64).astype(real)
            to.twiddles = cnp.PyArray_DATA(twiddles)
            kept.append(twiddles)
        self.plan.layout = plan.layout._asdict()
        size = len(plan.tile_twiddles)
        twiddles = np.empty(size + 16, real)
        # Vectors are loaded from aligned cache lines.
        twiddles = twiddles[-twiddles.ctypes.data % 64 // real.itemsize:][:size]
        twiddles[:] = plan.tile_twiddles
        self.plan.tile_twiddles = cnp.PyArray_DATA(twiddles)
        self.twiddles = (*kept, twiddles)


cdef class SegmentPlan:
    """The segments of one problem: all that does not depend on weights or arrays."""

    def __init__(
        self, problem, shape, axes, phase_taps, TransformTables tables,
        TransformTables filter_tables
    ):
        """`shape` and `axes`: records of `segment_plan`; `phase_taps`: an array of them."""
        cdef Py_ssize_t i
        self.shape = shape._asdict()
        for i in range(3):
            self.axes[i] = axes[i]._asdict()
        self.tables, self.filter_tables = tables, filter_tables
        self.part_bytes = tables.plan.layout.part_elements * tables.itemsize
        self.type = type_of(problem.accumulator)
        self.max_abs = copy_kernels_for(self.type).max_abs
        cdef const pc_copy_kernels *kernels = copy_kernels_for(self.type)
        self.readers[0] = reader_of(problem, kernels, False)
        self.readers[1] = reader_of(problem, kernels, True)
        self.writer = writer_of(problem, kernels)
        # Real and imaginary parts are written one after the other.
        self.writer.parts = 1
        self.writer.itemsize = problem.dtype.itemsize // self.shape.parts
        set_input_axes(problem, self.input_axes)
        self.phase_taps = <const PhaseTaps *>cnp.PyArray_DATA(phase_taps)
        self.taps = phase_taps

    cdef SegmentPlan resized(self, pc_size batch, const Resized *axes):
        """Return the plan of an input of another size, in segments of the same lengths.

        Circular axes stay circular, and others do not become so.
        """
        cdef SegmentPlan plan = SegmentPlan.__new__(SegmentPlan)
        cdef int i
        plan.shape, plan.tables, plan.filter_tables = self.shape, self.tables, self.filter_tables
        plan.type, plan.max_abs, plan.part_bytes = self.type, self.max_abs, self.part_bytes
        plan.readers, plan.writer, plan.input_axes = self.readers, self.writer, self.input_axes
        plan.phase_taps, plan.taps, plan.axes = self.phase_taps, self.taps, self.axes
        plan.shape.segments = batch * self.shape.groups
        for i in range(3):
            plan.axes[i].padded += axes[i].n - self.axes[i].n
            plan.axes[i].n = plan.input_axes[i].n = axes[i].n
            plan.axes[i].out, plan.axes[i].keep = axes[i].out, axes[i].keep
            plan.axes[i].read, plan.axes[i].segments = axes[i].read, axes[i].segments
            plan.shape.segments *= axes[i].segments
        plan.readers[0].axis.n = plan.readers[1].axis.n = axes[2].n
        return plan

    cdef Place place_of(self, pc_size i, const PhaseTaps *taps, pc_size tap) noexcept nogil:
        """Return the place of a tap of a phase along an axis."""
        cdef Place found
        cdef pc_size length = self.axes[i].length
        cdef bint is_split = i == self.shape.split_axis
        cdef pc_size size = 2 * length if is_split else length
        found.at, found.part, found.sign = taps.place - tap * taps.step, 0, 1
        while found.at < 0:
            found.at += size
            found.sign = -found.sign
        while found.at >= size:
            found.at -= size
            found.sign = -found.sign
        if not is_split:
            found.sign = 1
        elif found.at >= length:
            found.at -= length
            found.part = 1
        return found

    cdef void place_taps(
        self, const char *w, const PhaseTaps *taps, char *re_im
    ) noexcept nogil:
        """Add the taps of a phase of one filter to split parts of zeros."""
        cdef const SegmentShape *shape = &self.shape
        cdef const pc_re_im_layout *layout = &self.filter_tables.plan.layout
        cdef bint single = self.filter_tables.itemsize == 4
        cdef pc_size d, h, i, part, tap, at, row_tap, row
        cdef Place slab, line, column
        # The inverse transforms leave out the division by their lengths.
        cdef double value, scale = 1.0 / (
            self.axes[0].length * self.axes[1].length * self.axes[2].length
        )
        for d in range(taps[0].taps):
            slab = self.place_of(0, &taps[0], d)
            for h in range(taps[1].taps):
                line = self.place_of(1, &taps[1], h)
                row = (slab.at * layout.slab_rows + line.at) * layout.row_lines * PC_TILE_SIDE
                row_tap = (taps[0].tap + d * taps[0].tap_step) * self.axes[1].kernel
                row_tap = (row_tap + taps[1].tap + h * taps[1].tap_step) * self.axes[2].kernel
                for i in range(taps[2].taps):
                    column = self.place_of(2, &taps[2], i)
                    tap = (row_tap + taps[2].tap + i * taps[2].tap_step) * shape.parts
                    part = slab.part + line.part + column.part
                    at = part * layout.part_elements + row + column.at
                    for part in range(shape.parts):
                        value = slab.sign * line.sign * column.sign * scale
                        if shape.itemsize == 4:
                            value *= (<const float *>w)[tap + part]
                        else:
                            value *= (<const double *>w)[tap + part]
                        if single:
                            (<float *>re_im)[at] += <float>value
                        else:
                            (<double *>re_im)[at] += value
                        at += layout.part_elements

    cdef void transform_filter(
        self, const char *w, pc_size phase, char *scratch, char *to
    ) noexcept nogil:
        """Compute the spectrum of a phase of one filter; round it if that was in double precision.

        `scratch`: memory for the parts in double precision, NULL if `to` can be used.
        """
        cdef const pc_fft_plan *plan = &self.filter_tables.plan
        cdef const pc_fft_kernels *kernels = self.filter_tables.kernels
        cdef char *re_im = to if scratch == NULL else scratch
        cdef pc_size e, size = 2 * plan.layout.part_elements
        cdef pc_size lines = lines_of(self.axes[2].length) - self.shape.last_lines
        memset(re_im, 0, size * self.filter_tables.itemsize)
        self.place_taps(w, self.phase_taps + 3 * phase, re_im)
        kernels.forward_outer(plan, re_im, self.shape.tap_rows, self.shape.first_lines)
        kernels.forward_outer(
            plan, re_im + lines * PC_TILE_SIDE * self.filter_tables.itemsize, self.shape.tap_rows,
            self.shape.last_lines,
        )
        kernels.forward_rows(plan, re_im)
        if scratch != NULL:
            for e in range(size):
                (<float *>to)[e] = <float>(<const double *>re_im)[e]

    cdef void convolve(
        self, const pc_arrays *a, const char *filters, pc_size item, char *re_im, void *max_abs,
        pc_stop_token *token,
    ) noexcept nogil:
        """Compute all outputs of one segment of one image and group, or some if `token` says stop.
        """
        cdef const SegmentShape *shape = &self.shape
        cdef pc_size spectra = shape.spectra_per_output
        cdef pc_size i, k, group, image, channel, spectrum_bytes = 2 * self.part_bytes
        cdef pc_size segment[3]
        cdef pc_size filled[3]
        cdef pc_size kept[3]
        cdef const pc_fft_plan *plan = &self.tables.plan
        cdef const pc_fft_kernels *kernels = self.tables.kernels
        cdef bint single_product = spectra == 1 and shape.oc_per_group == 1
        cdef char *to = re_im
        cdef const char *filter
        for i in range(2, -1, -1):
            segment[i] = item % self.axes[i].segments
            item //= self.axes[i].segments
            kept[i] = min(self.axes[i].keep, self.axes[i].length)
        group, image = item % shape.groups, item // shape.groups
        for k in range(spectra):
            if pc_stop_requested(token):
                return
            self.load_segment(a, image, group, k, segment, filled, to, max_abs)
            kernels.forward_outer(plan, to, filled[1], lines_of(filled[2]))
            if not single_product:
                kernels.forward_rows(plan, to)
            to += spectrum_bytes
        # Several outputs all need the input's spectra, so products are written after these.
        if shape.oc_per_group == 1:
            to = re_im
        for k in range(shape.oc_per_group):
            if pc_stop_requested(token):
                return
            channel = group * shape.oc_per_group + k
            filter = filters + channel * spectra * spectrum_bytes
            if single_product:
                kernels.convolve_rows(plan, re_im, filter)
            else:
                kernels.multiply_inverse_rows(plan, re_im, filter, spectra, to)
            kernels.inverse_outer(plan, to, kept[1], lines_of(kept[2]))
            self.store_segment(a, image, channel, segment, to)

    # ---- input ----

    cdef void load_segment(
        self, const pc_arrays *a, pc_size image, pc_size group, pc_size k, const pc_size *segment,
        pc_size *filled, char *to, void *max_abs
    ) noexcept nogil:
        """Read one phase of one channel of a segment into split parts; track its largest magnitude.

        Elements past the end of the padded input, and the padding of rows, slabs and tiles, are
        zeros. So are elements beyond the limit of the call: the transform would spread them over
        the segment.

        `filled`: along each axis, all elements from there on are zeros.
        """
        cdef const SegmentShape *shape = &self.shape
        cdef pc_size part, i, channel = group * shape.ic_per_group + k // shape.phases
        cdef pc_size[3] first, count
        cdef const PhaseTaps *phase = self.phase_taps + k % shape.phases * 3
        cdef const pc_reader *reader
        cdef const TiledAxis *axis
        cdef const char *x
        cdef char[PC_MAX_ABS_BYTES] maxima
        memset(maxima, 0, PC_MAX_ABS_BYTES)
        for part in range(2):
            x = a.x + image * a.x_batch + channel * a.x_channel
            reader = &self.readers[0]
            for i in range(3):
                axis = &self.axes[i]
                first[i] = axis.first + segment[i] * axis.keep * axis.stride + phase[i].start
                count[i] = elements_from(axis, first[i])
                if part == 0:
                    filled[i] = min(axis.length, count[i])
                if i == shape.split_axis:
                    first[i] += part * axis.length * axis.stride
                    count[i] -= part * axis.length
                count[i] = max(0, min(count[i], axis.length))
            if shape.split_axis < 0 and part:
                reader = &self.readers[1]
                x += shape.x_part_bytes
                if shape.x_part_bytes == 0:  # real data have no imaginary part
                    count[0] = 0
            self.load_part(reader, x, a.x_stride, first, count, to, maxima)
            to += self.part_bytes
        self.max_abs(maxima, PC_MAX_ABS_BYTES // shape.itemsize, max_abs)
        if pc_max_abs(self.type, maxima) > a.limit:
            self.clear_beyond(to - 2 * self.part_bytes, a.limit)

    cdef void load_part(
        self, const pc_reader *reader, const char *x, const pc_size *stride, const pc_size *first,
        const pc_size *count, char *to, void *maxima
    ) noexcept nogil:
        """Read `count` elements along each axis, from `first` on, and zeros after them."""
        cdef pc_size d, h, slab, line, length
        cdef pc_size row_elements = self.tables.plan.layout.row_lines * PC_TILE_SIDE
        cdef pc_size row_bytes = row_elements * self.shape.itemsize
        cdef const char *row
        cdef char *at = to
        for d in range(self.axes[0].length):
            for h in range(self.axes[1].length):
                if d >= count[0] or h >= count[1]:
                    memset(at, 0, row_bytes)
                else:
                    row = NULL
                    slab = pc_input_index(&self.input_axes[0], first[0] + d * self.axes[0].stride)
                    line = pc_input_index(&self.input_axes[1], first[1] + h * self.axes[1].stride)
                    if slab >= 0 and line >= 0:
                        row = x + slab * stride[0] + line * stride[1]
                        self.prefetch_row(
                            row + PREFETCH_ROWS * self.axes[1].stride * stride[1]
                            + max(0, first[2] - self.axes[2].lo) * stride[2],
                            self.axes[2].stride * stride[2], count[2],
                        )
                    self.load_row(reader, stride[2], row, first[2], count[2], at)
                    length = count[2] * self.shape.itemsize
                    memset(at + length, 0, row_bytes - length)
                    self.max_abs(at, row_elements, maxima)
                at += row_bytes
            length = (self.tables.plan.layout.slab_rows - self.axes[1].length) * row_bytes
            memset(at, 0, length)
            at += length
        memset(at, 0, to + self.part_bytes - at)

    cdef void clear_beyond(self, char *re_im, double limit) noexcept nogil:
        """Set the elements of both parts that are NaN or larger than `limit` to zero."""
        cdef pc_size i
        cdef float *f32 = <float *>re_im
        cdef double *f64 = <double *>re_im
        for i in range(2 * self.part_bytes // self.shape.itemsize):
            if self.shape.itemsize == 4:
                f32[i] = f32[i] if fabs(f32[i]) <= limit else 0
            else:
                f64[i] = f64[i] if fabs(f64[i]) <= limit else 0

    cdef void prefetch_row(self, const char *row, pc_size stride, pc_size count) noexcept nogil:
        """Prefetch elements of a later row, if rows are far and several share a cache line."""
        if self.shape.prefetches and stride <= 64:
            pc_prefetch(row, count * stride)

    cdef void load_row(
        self, const pc_reader *reader, pc_size stride, const char *row, pc_size first,
        pc_size count, char *to
    ) noexcept nogil:
        """Read every stride-th padded coordinate of a row; NULL stands for a row of padding."""
        cdef const TiledAxis *axis = &self.axes[2]
        cdef pc_size itemsize = self.shape.itemsize, step = axis.stride
        cdef pc_size start, stop
        if row == NULL:
            self.fill_padding(reader, to, count)
            return
        # Elements [start, stop) of those read lie in the input.
        start = max(0, min((axis.lo - first + step - 1) // step, count))
        stop = max(start, min((axis.lo + axis.n - first + step - 1) // step, count))
        if stop > start:
            reader.convert(
                to + start * itemsize, 1, row + (first + start * step - axis.lo) * stride,
                step * stride, stop - start,
            )
        if self.shape.constant_padding:
            self.fill_padding(reader, to, start)
            self.fill_padding(reader, to + stop * itemsize, count - stop)
            return
        pc_read_padding(reader, to, row, stride, first, step, start)
        pc_read_padding(
            reader, to + stop * itemsize, row, stride, first + stop * step, step, count - stop
        )

    cdef void fill_padding(self, const pc_reader *reader, char *to, pc_size count) noexcept nogil:
        """Write the padding value."""
        cdef pc_size i, itemsize = self.shape.itemsize
        if self.shape.zero_padding:
            memset(to, 0, count * itemsize)
        else:
            for i in range(count):
                memcpy(to + i * itemsize, &reader.padding, itemsize)

    # ---- output ----

    cdef void store_segment(
        self, const pc_arrays *a, pc_size image, pc_size channel, const pc_size *segment,
        const char *re_im
    ) noexcept nogil:
        """Write the outputs of a segment from both of its parts."""
        cdef const SegmentShape *shape = &self.shape
        cdef pc_size row_elements = self.tables.plan.layout.row_lines * PC_TILE_SIDE
        cdef pc_size slab_rows = self.tables.plan.layout.slab_rows
        cdef pc_size part, i, d, h, row, offset
        cdef pc_size first[3]
        cdef pc_size last[3]
        cdef pc_writer writer = self.writer
        cdef const char *bias
        cdef char *out
        cdef const TiledAxis *axis
        writer.pixel_stride, writer.channel_stride = a.out_stride[2], 0
        for part in range(2):
            for i in range(3):
                axis = &self.axes[i]
                first[i], last[i] = 0, min(axis.keep, axis.out - segment[i] * axis.keep)
                if i == shape.split_axis:  # each part holds the outputs of one half
                    if part:
                        first[i] = axis.length
                    else:
                        last[i] = min(last[i], axis.length)
            if first[2] >= last[2]:
                continue
            bias = a.bias
            if bias != NULL:
                bias += channel * shape.parts * shape.itemsize
                if shape.split_axis < 0:
                    bias += part * shape.itemsize
            for d in range(first[0], last[0]):
                for h in range(first[1], last[1]):
                    out = a.out + image * a.out_batch + channel * a.out_channel
                    out += (segment[0] * self.axes[0].keep + d) * a.out_stride[0]
                    out += (segment[1] * self.axes[1].keep + h) * a.out_stride[1]
                    out += (segment[2] * self.axes[2].keep + first[2]) * a.out_stride[2]
                    if shape.split_axis < 0:
                        out += part * shape.out_part_bytes
                    if h + PREFETCH_ROWS < last[1]:
                        self.prefetch_row(
                            out + PREFETCH_ROWS * a.out_stride[1], a.out_stride[2],
                            last[2] - first[2],
                        )
                    row = self.in_part(0, d, part) * slab_rows + self.in_part(1, h, part)
                    offset = row * row_elements + self.in_part(2, first[2], part)
                    pc_store(
                        &writer, out, re_im + part * self.part_bytes + offset * shape.itemsize,
                        1, 0, last[2] - first[2], 1, bias,
                    )

    cdef pc_size in_part(self, pc_size i, pc_size output, pc_size part) noexcept nogil:
        """Return the coordinate of an output along an axis of the part that holds it."""
        return output - part * self.axes[i].length if i == self.shape.split_axis else output


cdef class FftTiledKernel(PooledKernel):
    """Spectra of the filters, in the layout of the segments' spectra; a `Kernel`."""

    def __init__(self, SegmentPlan plan, cnp.ndarray w):
        """`w`: contiguous, ``(out_channels, ic_per_group, *kernel)`` in the accumulator's dtype."""
        cdef const SegmentShape *shape = &plan.shape
        cdef pc_size size = plan.filter_tables.plan.layout.part_elements
        cdef pc_size filters = w.shape[0] * w.shape[1], spectrum_bytes = 2 * plan.part_bytes
        cdef FilterTransform transform = FilterTransform()
        self.compute_item, self.items = <pc_compute>compute_item, shape.segments
        self.tracks_max_abs, self.type = True, plan.type
        # With several outputs, the product needs room after the input's spectra.
        self.workspace = (shape.spectra_per_output + (shape.oc_per_group > 1)) * spectrum_bytes
        self.memory = np.empty(filters * shape.phases * spectrum_bytes + 64, np.uint8)
        self.plan, self.filters = plan, aligned(self.memory)
        transform.plan, transform.w = plan, cnp.PyArray_BYTES(w)
        transform.scratch, transform.to = NULL, self.filters
        if plan.filter_tables.itemsize != shape.itemsize:
            space = np.empty(2 * size * plan.filter_tables.itemsize + 64, np.uint8)
            transform.scratch = aligned(space)
        run_items(1, filters, <pc_task>transform_filter, <void *>transform)


cdef class FilterTransform:
    """The work of preparing filters: one of them is a work item."""

    cdef SegmentPlan plan
    cdef const char *w
    cdef char *scratch  # for spectra in double precision, NULL if they are not rounded
    cdef char *to


cdef void transform_filter(
    FilterTransform self, pc_size item, pc_size worker, pc_stop_token *token
) noexcept nogil:
    """Compute the spectra of all phases of one filter."""
    cdef const SegmentShape *shape = &self.plan.shape
    cdef const char *w = self.w + item * shape.taps * shape.parts * shape.itemsize
    cdef pc_size phase, spectrum_bytes = 2 * self.plan.part_bytes
    cdef char *to = self.to + item * shape.phases * spectrum_bytes
    for phase in range(shape.phases):
        self.plan.transform_filter(w, phase, self.scratch, to + phase * spectrum_bytes)


cdef void compute_item(
    FftTiledKernel kernel, const pc_arrays *a, pc_size item, char *memory, pc_stop_token *token
) noexcept nogil:
    kernel.plan.convolve(a, kernel.filters, item, memory, memory - PC_MAX_ABS_BYTES, token)
