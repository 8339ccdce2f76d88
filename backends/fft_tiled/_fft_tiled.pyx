# cython: boundscheck=False, wraparound=False, cdivision=True, initializedcheck=False
"""The block loop of the fft backend: read, transform, multiply, transform back, store.

`_fft_planes.py` plans it; kernels/spectra.h has the transforms. A block of real data is the two
halves of itself, the real and the imaginary part of one that is half as long along its first axis,
where the transform takes values at the roots of ``z**n = i``: so the products of real polynomials
come back as two halves, too, and whatever reaches past the end returns at the start with its sign
changed. A block of complex data is transformed as it is.

With a stride s, outputs are sums over s phases of the input, of every s-th element each, which are
convolved with phases of the kernel; so nothing is computed that is thrown away. Sums over phases
and channels are taken between the spectra; both are terms here.
"""

from libc.string cimport memcpy, memset

cimport numpy as cnp

from polyconv._cpu cimport copy_kernels_for
from polyconv._kernels cimport (
    PC_MAX_ABS_BYTES, aligned, pc_arrays, pc_copy_kernels, pc_max_abs_kernel, pc_prefetch,
    pc_read_mapped, pc_reader, pc_size, pc_store, pc_type, pc_writer, reader_of, type_of, writer_of,
)
from fft_tiled_kernels cimport pc_spectra, pc_spectra_for, pc_spectra_kernels, pc_transform
from polyconv._thread_pool cimport PooledKernel, pc_compute

import numpy as np

from polyconv._machine import caches

cnp.import_array()

# Rows ahead of the one that is read or written, for which memory is asked where they are far.
cdef enum:
    AHEAD = 8


# One axis: of the problem, of its blocks, and of their planes.
cdef struct Axis:
    pc_size n, lo, padded, out, stride
    pc_size keep, count  # outputs of a block, and blocks
    pc_size read         # what of a block may be input
    pc_size first        # padded coordinate at which the first block starts
    pc_size length       # of a plane
    # The input's element at each coordinate of the padding, before and after.
    const pc_size *before
    const pc_size *after


cdef class Tables:
    """Roots of unity, in one precision, for planes of one shape."""

    cdef pc_spectra spectra
    cdef const pc_spectra_kernels *kernels
    cdef pc_size size, itemsize
    cdef tuple keep

    def __init__(self, planes, real):
        """`planes`: shape, radices and roots; `real`: the dtype of the parts."""
        cdef Py_ssize_t i
        cdef pc_transform *t
        self.kernels = pc_spectra_for(type_of(real))
        self.itemsize = real.itemsize
        keep = []
        for i, transform in enumerate((*planes.transforms, planes.tile)):
            t = &self.spectra.tile if i == 3 else &self.spectra.axes[i]
            t.length, t.stages = transform.length, len(transform.radices)
            for s, radix in enumerate(transform.radices):
                t.radix[s] = radix
            roots = transform.roots.view(np.float64).astype(real)
            t.roots = cnp.PyArray_DATA(roots)
            keep.append(roots)
        self.spectra.lines, self.spectra.slab = planes.lines, planes.slab
        self.spectra.rows, self.spectra.together = planes.rows, planes.together
        self.spectra.plane = self.size = planes.elements
        roots = np.empty(2 * planes.line_elements + 16, real)
        # Vectors are read from where cache lines start.
        roots = roots[-roots.ctypes.data % 64 // real.itemsize:][:2 * planes.line_elements]
        roots[:] = planes.turns
        self.spectra.roots = cnp.PyArray_DATA(roots)
        self.keep = (*keep, roots)


cdef class Geometry:
    """The blocks of one problem, computed with whatever weights: all that is not arrays."""

    cdef Axis axes[3]
    cdef Tables tables, wide
    cdef pc_type type
    cdef pc_max_abs_kernel max_abs
    cdef pc_reader readers[2]
    cdef pc_writer writer
    cdef pc_size groups, group_in, group_out, items, parts, x_part, out_part, itemsize, split
    cdef pc_size terms, phases, plane
    cdef bint constant, plain
    cdef bint far  # whether the rows of the input and of the result are too many for the caches
    # For each phase where it starts along three axes, and its first tap; of taps in the order of
    # phases the number, the place in a plane, which plane that is, and the factor.
    cdef pc_size taps
    cdef const pc_size *start
    cdef const pc_size *first_tap
    cdef const pc_size *tap
    cdef const pc_size *place
    cdef const pc_size *half
    cdef const double *factor
    cdef tuple keep

    def __init__(self, problem, blocks, Tables tables, Tables wide, places):
        """`wide`: the tables in double precision; `places`: of phases and taps."""
        cdef Py_ssize_t i, missing = 3 - problem.rank
        cdef Axis *axis
        real = problem.accumulator.kind != "c"
        self.tables, self.wide, self.itemsize = tables, wide, tables.itemsize
        self.parts = 1 if real else 2
        self.groups, self.group_out = problem.groups, problem.group_out
        self.group_in, self.phases = problem.group_in, len(places.starts)
        self.terms = self.group_in * self.phases
        self.plane = tables.size * tables.itemsize
        self.x_part = problem.x_dtype.itemsize // 2 if problem.x_dtype.kind == "c" else 0
        self.out_part = 0 if real else problem.dtype.itemsize // 2
        self.items = problem.batch * problem.groups
        none = np.zeros(1, np.intp)
        self.type = type_of(problem.accumulator)
        self.max_abs = copy_kernels_for(self.type).max_abs
        cdef const pc_copy_kernels *kernels = copy_kernels_for(self.type)
        self.readers[0] = reader_of(problem, kernels, none, False)
        self.readers[1] = reader_of(problem, kernels, none, True)
        self.writer = writer_of(problem, kernels)
        self.writer.parts = 1
        self.writer.itemsize = problem.dtype.itemsize // self.parts
        self.far = problem.rank > 1 and problem.in_out_bytes > caches().l3
        self.constant = problem.padding_mode in ("zeros", "constant")
        self.plain = problem.padding_value == 0
        self.split = missing if real else -1
        borders = []
        for i in range(3):
            axis = &self.axes[i]
            axis.n = axis.padded = axis.out = axis.stride = 1
            axis.keep = axis.count = axis.read = axis.length = 1
            axis.lo = axis.first = 0
            axis.before = axis.after = NULL
            if i < missing:
                continue
            cut = blocks.axes[i - missing]
            axis.n, axis.lo = problem.spatial[i - missing], problem.pads[i - missing][0]
            axis.padded, axis.out = problem.padded[i - missing], problem.out[i - missing]
            axis.stride = problem.stride[i - missing]
            axis.keep, axis.count, axis.read = cut.keep, cut.count, cut.read
            axis.first = axis.lo if cut.circular else 0
            axis.length = cut.size // 2 if i == self.split else cut.size
            self.items *= axis.count
            if not self.constant:
                before, after = problem.border(i - missing)
                axis.before = <const pc_size *>cnp.PyArray_DATA(before)
                axis.after = <const pc_size *>cnp.PyArray_DATA(after)
                borders += [before, after]
        self.taps = problem.taps
        self.start = <const pc_size *>cnp.PyArray_DATA(places.starts)
        self.first_tap = <const pc_size *>cnp.PyArray_DATA(places.first_taps)
        self.tap = <const pc_size *>cnp.PyArray_DATA(places.taps)
        self.place = <const pc_size *>cnp.PyArray_DATA(places.at)
        self.half = <const pc_size *>cnp.PyArray_DATA(places.half)
        self.factor = <const double *>cnp.PyArray_DATA(places.factor)
        self.keep = (borders, places)

    cdef void transform_filter(
        self, const double *w, pc_size phase, double *planes, char *to
    ) noexcept nogil:
        """The spectrum of a phase of one kernel, in double precision, rounded once."""
        cdef pc_size i, part, e, size = self.wide.size
        memset(planes, 0, 2 * size * sizeof(double))
        for i in range(self.first_tap[phase], self.first_tap[phase + 1]):
            for part in range(self.parts):
                planes[(self.half[i] + part) * size + self.place[i]] += (
                    self.factor[i] * w[self.tap[i] * self.parts + part]
                )
        self.wide.kernels.outer(
            &self.wide.spectra, planes, self.axes[1].length, self.lines(self.axes[2].length)
        )
        self.wide.kernels.rows(&self.wide.spectra, planes)
        if self.itemsize == 8:
            memcpy(to, planes, 2 * size * sizeof(double))
        else:
            for e in range(2 * size):
                (<float *>to)[e] = <float>planes[e]

    cdef pc_size lines(self, pc_size elements) noexcept nogil:
        """Lines of a row that these elements reach into."""
        return (elements + 15) // 16

    cdef void convolve(
        self, const pc_arrays *a, const char *filters, pc_size item, char *planes, void *most
    ) noexcept nogil:
        """One block of one image and group: all outputs of it."""
        cdef pc_size i, term, group, image, k, channel, pair = 2 * self.plane
        cdef pc_size block[3]
        cdef pc_size filled[3]
        cdef pc_size kept[3]
        cdef const pc_spectra *s = &self.tables.spectra
        cdef const pc_spectra_kernels *kernels = self.tables.kernels
        cdef char *to = planes
        cdef const char *filter
        for i in range(2, -1, -1):
            block[i] = item % self.axes[i].count
            item //= self.axes[i].count
            kept[i] = min(self.axes[i].keep, self.axes[i].length)
        group, image = item % self.groups, item // self.groups
        for term in range(self.terms):
            self.load(a, image, group, term, block, filled, planes + term * pair, most)
            kernels.outer(s, planes + term * pair, filled[1], self.lines(filled[2]))
            if not self.alone():
                kernels.rows(s, planes + term * pair)
        if self.group_out > 1:
            to += self.terms * pair
        for k in range(self.group_out):
            channel = group * self.group_out + k
            filter = filters + channel * self.terms * pair
            if self.alone():
                kernels.through(s, planes, filter)
            else:
                kernels.rows_back(s, planes, filter, self.terms, to)
            kernels.outer_back(s, to, kept[1], self.lines(kept[2]))
            self.store(a, image, channel, block, to)

    cdef bint alone(self) noexcept nogil:
        """Whether there is one product of spectra for each block."""
        return self.terms == 1 and self.group_out == 1

    # ---- input ----

    cdef void load(
        self, const pc_arrays *a, pc_size image, pc_size group, pc_size term, const pc_size *block,
        pc_size *filled, char *to, void *most
    ) noexcept nogil:
        """Read a phase of a block into two planes, and look at what there is.

        Zeros are what is past the end of the padded input, and what only fills up rows, slabs and
        tiles.

        `filled`: elements along each axis before which there may be others than zeros.
        """
        cdef pc_size part, i, d, h, above, here
        cdef pc_size first[3]
        cdef pc_size count[3]
        cdef const pc_size *phase = self.start + term % self.phases * 3
        cdef bint absent
        cdef const pc_reader *reader
        cdef const Axis *axis
        cdef pc_size length, width = self.tables.spectra.lines * 16 * self.itemsize
        cdef const char *x
        cdef const char *row
        cdef char *at
        for part in range(2):
            x = a.x + image * a.x_batch
            x += (group * self.group_in + term // self.phases) * a.x_channel
            reader = &self.readers[0]
            absent = False
            if self.split < 0 and part:
                reader = &self.readers[1]
                x += self.x_part
                absent = self.x_part == 0  # of real data
            for i in range(3):
                axis = &self.axes[i]
                first[i] = axis.first + block[i] * axis.keep * axis.stride + phase[i]
                # Of the phase, what is not past the end of the padded input.
                count[i] = (axis.padded - first[i] + axis.stride - 1) // axis.stride
                count[i] = min(axis.read, max(0, count[i]))
                if part == 0:
                    filled[i] = min(axis.length, count[i])
                if i == self.split:
                    first[i] += part * axis.length * axis.stride
                    count[i] -= part * axis.length
                count[i] = max(0, min(count[i], axis.length))
            at = to
            for d in range(self.axes[0].length):
                for h in range(self.axes[1].length):
                    if d >= count[0] or h >= count[1] or absent:
                        memset(at, 0, width)
                    else:
                        row = NULL
                        above = self.source(0, first[0] + d * self.axes[0].stride)
                        here = self.source(1, first[1] + h * self.axes[1].stride)
                        if above >= 0 and here >= 0:
                            row = x + above * a.x_stride[0] + here * a.x_stride[1]
                            self.ask(
                                row + AHEAD * self.axes[1].stride * a.x_stride[1]
                                + max(0, first[2] - self.axes[2].lo) * a.x_stride[2],
                                self.axes[2].stride * a.x_stride[2], count[2],
                            )
                        self.load_row(reader, a.x_stride[2], row, first[2], count[2], at)
                        length = count[2] * self.itemsize
                        memset(at + length, 0, width - length)
                        self.max_abs(at, self.tables.spectra.lines * 16, most)
                    at += width
                length = (self.tables.spectra.slab - self.axes[1].length) * width
                memset(at, 0, length)
                at += length
            memset(at, 0, to + self.plane - at)
            to += self.plane

    cdef void ask(self, const char *row, pc_size stride, pc_size count) noexcept nogil:
        """Ask for elements of a later row, unless they are near or in as many lines."""
        if self.far and stride <= 64:
            pc_prefetch(row, count * stride)

    cdef pc_size source(self, pc_size i, pc_size at) noexcept nogil:
        """The input's element at a padded coordinate, or -1 for the padding value."""
        cdef const Axis *axis = &self.axes[i]
        at -= axis.lo
        if 0 <= at < axis.n:
            return at
        if self.constant:
            return -1
        return axis.before[at + axis.lo] if at < 0 else axis.after[at - axis.n]

    cdef void load_row(
        self, const pc_reader *reader, pc_size stride, const char *row, pc_size first,
        pc_size count, char *to
    ) noexcept nogil:
        """Read every stride-th padded coordinate of a row; NULL is padding from end to end."""
        cdef const Axis *axis = &self.axes[2]
        cdef pc_size start, stop, step = axis.stride
        if row == NULL:
            self.fill(reader, to, count)
            return
        # The first that are in the input, and past it.
        start = max(0, min((axis.lo - first + step - 1) // step, count))
        stop = max(start, min((axis.lo + axis.n - first + step - 1) // step, count))
        if stop > start:
            reader.convert(
                to + start * self.itemsize, 1, row + (first + start * step - axis.lo) * stride,
                step * stride, stop - start,
            )
        if self.constant:
            self.fill(reader, to, start)
            self.fill(reader, to + stop * self.itemsize, count - stop)
            return
        pc_read_mapped(reader, to, row, stride, axis.before + first, step, start)
        pc_read_mapped(
            reader, to + stop * self.itemsize, row, stride,
            axis.after + (first + stop * step - axis.lo - axis.n), step, count - stop,
        )

    cdef void fill(self, const pc_reader *reader, char *to, pc_size count) noexcept nogil:
        """Write the padding value."""
        cdef pc_size i
        if self.plain:
            memset(to, 0, count * self.itemsize)
        else:
            for i in range(count):
                memcpy(to + i * self.itemsize, &reader.padding, self.itemsize)

    # ---- output ----

    cdef void store(
        self, const pc_arrays *a, pc_size image, pc_size channel, const pc_size *block,
        const char *planes
    ) noexcept nogil:
        """Write the outputs of a block, those of each plane where they belong."""
        cdef pc_size part, i, d, h, offset
        cdef pc_size first[3]
        cdef pc_size last[3]
        cdef pc_writer writer = self.writer
        cdef const char *bias
        cdef char *out
        cdef const Axis *axis
        writer.pixel_stride, writer.channel_stride = a.out_stride[2], 0
        for part in range(2):
            for i in range(3):
                axis = &self.axes[i]
                first[i], last[i] = 0, min(axis.keep, axis.out - block[i] * axis.keep)
                if i == self.split:  # outputs up to half of the block, or from there on
                    if part:
                        first[i] = axis.length
                    else:
                        last[i] = min(last[i], axis.length)
            if first[2] >= last[2]:
                continue
            bias = a.bias
            if bias != NULL:
                bias += channel * self.parts * self.itemsize
                if self.split < 0:
                    bias += part * self.itemsize
            for d in range(first[0], last[0]):
                for h in range(first[1], last[1]):
                    out = a.out + image * a.out_batch + channel * a.out_channel
                    out += (block[0] * self.axes[0].keep + d) * a.out_stride[0]
                    out += (block[1] * self.axes[1].keep + h) * a.out_stride[1]
                    out += (block[2] * self.axes[2].keep + first[2]) * a.out_stride[2]
                    if self.split < 0:
                        out += part * self.out_part
                    if h + AHEAD < last[1]:
                        self.ask(
                            out + AHEAD * a.out_stride[1], a.out_stride[2], last[2] - first[2]
                        )
                    offset = self.at(0, d, part) * self.tables.spectra.slab
                    offset = (offset + self.at(1, h, part)) * self.tables.spectra.lines * 16
                    offset += self.at(2, first[2], part)
                    pc_store(
                        &writer, out, planes + part * self.plane + offset * self.itemsize,
                        1, 0, last[2] - first[2], 1, bias,
                    )

    cdef pc_size at(self, pc_size i, pc_size output, pc_size part) noexcept nogil:
        """Where in its plane an output stands along an axis."""
        return output - part * self.axes[i].length if i == self.split else output


cdef class PlanesKernel(PooledKernel):
    """Spectra of the filters in the order of planes; `Kernel` of the fft backend."""

    cdef Geometry geometry
    cdef cnp.ndarray memory
    cdef char *filters

    def __init__(self, Geometry geometry, cnp.ndarray w):
        """`w`: contiguous, ``(out_channels, group_in, *kernel)`` of float64 or complex128."""
        cdef pc_size _kernel, phase, size = geometry.wide.size
        cdef pc_size kernels = w.shape[0] * w.shape[1], pair = 2 * geometry.plane
        cdef const double *values = <const double *>cnp.PyArray_DATA(w)
        cdef double *planes
        cdef char *to
        self.compute_item, self.items = <pc_compute>compute_item, geometry.items
        self.tracks_max_abs, self.type = True, geometry.type
        self.workspace = (geometry.terms + (geometry.group_out > 1)) * pair
        space = np.empty(2 * size * sizeof(double) + 64, np.uint8)
        self.memory = np.empty(kernels * geometry.phases * pair + 64, np.uint8)
        self.geometry, self.filters = geometry, aligned(self.memory)
        planes, to = <double *>aligned(space), self.filters
        with nogil:
            for _kernel in range(kernels):
                for phase in range(geometry.phases):
                    geometry.transform_filter(values, phase, planes, to)
                    to += pair
                values += geometry.taps * geometry.parts


cdef void compute_item(
    PlanesKernel kernel, const pc_arrays *a, pc_size item, char *memory
) noexcept nogil:
    kernel.geometry.convolve(a, kernel.filters, item, memory, memory - PC_MAX_ABS_BYTES)
