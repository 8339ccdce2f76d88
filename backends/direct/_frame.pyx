# cython: boundscheck=False, wraparound=False, cdivision=True, initializedcheck=False
"""The frame of outputs whose windows meet only zeros: it is filled with the bias.

`framing.py` tells which outputs they are. Work items are parts of rows of the result. The first
cell of each part, one output or the adjacent channels of one, is stored as sums are; the others are
copies of it.
"""

from libc.string cimport memcpy, memset

cimport numpy as cnp

from polyconv._cpu cimport copy_kernels_for
from polyconv._kernels cimport (
    PC_U32, pc_arrays, pc_size, pc_store, pc_writer, type_of, writer_of,
)
from polyconv._thread_pool cimport PooledKernel, pc_stop_token, run_items

from .elements import elements_of

cnp.import_array()


# Structural: bytes that a work item fills, and that are copied at a time: they stay in L1.
cdef enum:
    ITEM_BYTES = 1 << 18
    COPIED_BYTES = 1 << 12


cdef class Frame:
    """The frame of a problem, for any weights.

    Parameters
    ----------
    problem : Problem
    first, inside : tuple of int
        Along each axis, the first output inside the frame, and the number of those.
    """

    cdef pc_writer writer
    cdef pc_size batch, channels, itemsize, bias_bytes
    cdef pc_size[3] out, first, end

    def __init__(self, problem, tuple first, tuple inside):
        cdef int axis, missing = 3 - <int>problem.rank
        self.writer = writer_of(problem, copy_kernels_for(type_of(problem.accumulator)))
        self.bias_bytes = problem.accumulator.itemsize
        if elements_of(problem).in_32_bits:
            # As `Geometry` has it: the bias is as wide as the sums, or as a result of 64 bits.
            self.writer.sums = PC_U32
            self.writer.kernels = self.writer.narrow = NULL
            self.bias_bytes = 8 if problem.dtype.itemsize == 8 else 4
        self.batch, self.channels = problem.batch, problem.out_channels
        self.itemsize = problem.dtype.itemsize
        for axis in range(3):
            self.out[axis], self.first[axis], self.end[axis] = 1, 0, 1
            if axis >= missing:
                self.out[axis] = problem.out[axis - missing]
                self.first[axis] = first[axis - missing]
                self.end[axis] = self.first[axis] + <pc_size>inside[axis - missing]


cdef struct Filling:
    pc_writer writer
    const pc_arrays *arrays
    const pc_size *out
    const pc_size *first
    const pc_size *end
    pc_size channels, at_once  # channels of a cell
    pc_size bytes, bias_bytes  # of a cell, and of the bias of a channel
    pc_size rows, row_parts, part_rows, part_columns  # of one cell of channels of an image


cdef void fill_part(
    void *context, pc_size item, pc_size worker, pc_stop_token *token
) noexcept nogil:
    """Fill a part of the frame: some rows, or some columns of a row, of one cell of channels."""
    cdef const Filling *f = <const Filling *>context
    cdef const pc_arrays *a = f.arrays
    cdef pc_size column = item % f.row_parts * f.part_columns, row, last_row
    cdef pc_size end_column = min(column + f.part_columns, f.out[2]), y, z, channel
    cdef pc_size row_blocks = (f.rows + f.part_rows - 1) // f.part_rows
    cdef char *to = a.out
    cdef char *line
    item //= f.row_parts
    row = item % row_blocks * f.part_rows
    last_row = min(row + f.part_rows, f.rows)
    item //= row_blocks
    channel = item % (f.channels // f.at_once) * f.at_once
    to += channel * a.out_channel + item // (f.channels // f.at_once) * a.out_batch
    while row < last_row:
        z, y = row // f.out[1], row % f.out[1]
        line = to + z * a.out_stride[0] + y * a.out_stride[1]
        if f.first[0] <= z < f.end[0] and f.first[1] <= y < f.end[1]:
            fill(f, channel, line, column, min(end_column, f.first[2]))
            fill(f, channel, line, max(column, f.end[2]), end_column)
        else:
            fill(f, channel, line, column, end_column)
        row += 1


cdef void fill(
    const Filling *f, pc_size channel, char *line, pc_size start, pc_size stop
) noexcept nogil:
    """Fill the columns of a row from `start` to `stop` with the bias."""
    cdef pc_size parts = f.writer.parts, step = f.arrays.out_stride[2], i, filled, size, total
    cdef char[64] zero
    cdef const char *bias = f.arrays.bias
    cdef char *to = line + start * step
    if start >= stop:
        return
    total = (stop - start) * f.bytes
    if bias == NULL and step == f.bytes:
        memset(to, 0, total)
        return
    memset(zero, 0, sizeof(zero))
    if bias != NULL:
        bias += channel * f.bias_bytes
    pc_store(&f.writer, to, zero, 1, 0, 1, f.at_once * parts, bias)
    if step != f.bytes:
        for i in range(1, stop - start):
            memcpy(to + i * step, to, f.bytes)
        return
    filled = f.bytes
    while filled < total:
        size = min(min(filled, total - filled), max(f.bytes, COPIED_BYTES // f.bytes * f.bytes))
        memcpy(to + filled, to, size)
        filled += size


cdef class FramedKernel(PooledKernel):
    """The kernel of the outputs inside a frame, and the frame around them."""

    cdef Frame frame
    cdef PooledKernel kernel

    def __init__(self, Frame frame, PooledKernel kernel):
        self.frame, self.kernel, self.bias_type = frame, kernel, kernel.bias_type

    cdef double run(self, pc_arrays *arrays, pc_size workers) except? -1:
        cdef Frame frame = self.frame
        cdef pc_arrays inside = arrays[0]
        cdef Filling f
        cdef pc_size row_bytes
        cdef int axis
        f.writer, f.arrays = frame.writer, arrays
        f.writer.pixel_stride, f.writer.channel_stride = arrays.out_stride[2], arrays.out_channel
        f.out, f.first, f.end = frame.out, frame.first, frame.end
        f.channels = frame.channels
        f.at_once = f.channels if arrays.out_channel == frame.itemsize else 1
        f.bytes, f.bias_bytes = f.at_once * frame.itemsize, frame.bias_bytes
        f.rows = f.out[0] * f.out[1]
        row_bytes = f.out[2] * f.bytes
        f.part_rows = max(1, min(f.rows, ITEM_BYTES // row_bytes))
        f.part_columns = max(1, min(f.out[2], ITEM_BYTES // f.bytes))
        f.row_parts = (f.out[2] + f.part_columns - 1) // f.part_columns
        items = frame.batch * (f.channels // f.at_once) * f.row_parts
        items *= (f.rows + f.part_rows - 1) // f.part_rows
        run_items(min(workers, items), items, fill_part, &f)
        for axis in range(3):
            inside.out += frame.first[axis] * arrays.out_stride[axis]
        return self.kernel.run(&inside, workers)
