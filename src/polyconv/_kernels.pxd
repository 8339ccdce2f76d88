# Declarations of the shared C code in backends/kernels, and conversions from NumPy arrays and
# problems to its arguments.

from libc.math cimport INFINITY
from libc.stdint cimport uintptr_t

cimport numpy as cnp


cdef extern from "types.h" nogil:
    ctypedef Py_ssize_t pc_size

    cdef enum pc_type:
        PC_F32
        PC_F64
        PC_U64
        PC_U32
        PC_INT16X2
        PC_U8S8X4
        PC_S8U8X4


cdef extern from "copy_kernels.h" nogil:
    ctypedef void (*pc_max_abs_kernel)(const void *x, pc_size n, void *maxima) noexcept nogil

    ctypedef struct pc_copy_kernels:
        int lanes
        int nr_vectors
        void pad_rows(const char *source, pc_size from_pitch, pc_size rows, pc_size left, pc_size n,
                      pc_size right, const void *value, void *to,
                      pc_size to_pitch) noexcept nogil
        void pad_strided_rows(const char *source, pc_size from_pitch, pc_size step, pc_size rows,
                              pc_size left, pc_size n, pc_size right, const void *value, void *to,
                              pc_size to_pitch) noexcept nogil
        void transpose(const void *sums, pc_size pixel_step, pc_size pixels, pc_size channels,
                       const void *bias, char *out, pc_size channel_stride) noexcept nogil
        pc_max_abs_kernel max_abs
        void read_f16(void *to, pc_size spread, const char *source, pc_size stride,
                      pc_size n) noexcept nogil
        void pad_rows_f16(const char *source, pc_size from_pitch, pc_size rows, pc_size left,
                          pc_size n, pc_size right, const void *value, void *to,
                          pc_size to_pitch) noexcept nogil
        void store_rows_f16(const float *sums, pc_size sums_pitch, pc_size rows, pc_size n,
                            const float *bias, int bias_per_column, char *out,
                            pc_size out_pitch) noexcept nogil


cdef extern from "max_abs.h" nogil:
    cdef enum:
        PC_MAX_ABS_BYTES

    double pc_max_abs(pc_type type, const void *maxima)

cdef extern from "prefetch.h" nogil:
    void pc_prefetch(const char *source, pc_size bytes)

cdef extern from "pack.h" nogil:
    ctypedef struct pc_arrays:
        const char *x
        char *out
        const char *bias
        pc_size x_batch
        pc_size x_channel
        pc_size x_stride[3]
        pc_size out_batch
        pc_size out_channel
        pc_size out_stride[3]
        double limit

    pc_size pc_count_before(pc_size distance, pc_size step, pc_size count)

    cdef enum pc_source:
        PC_BOOL
        PC_INT8
        PC_INT16
        PC_INT32
        PC_INT64
        PC_UINT8
        PC_UINT16
        PC_UINT32
        PC_UINT64
        PC_FLOAT16
        PC_BFLOAT16
        PC_FLOAT32
        PC_FLOAT64

    ctypedef void (*pc_convert)(
        void *to, pc_size spread, const char *source, pc_size stride, pc_size n
    ) noexcept nogil
    pc_convert pc_convert_for(pc_source source, pc_type to, const pc_copy_kernels *kernels)
    pc_convert pc_convert_int16x2_high(pc_source source)
    pc_convert pc_convert_int16x2_pairs(pc_source source)

    cdef enum pc_padding_mode:
        PC_CONSTANT
        PC_EDGE
        PC_WRAP
        PC_SYMMETRIC
        PC_REFLECT

    ctypedef struct pc_axis:
        pc_size lo
        pc_size n
        pc_padding_mode mode

    pc_size pc_input_index(const pc_axis *axis, pc_size coordinate)

    cdef union pc_element:
        float f32
        double f64
        unsigned long long u64
        unsigned u32

    ctypedef struct pc_reader:
        pc_axis axis
        pc_convert convert
        pc_size itemsize
        pc_size stride
        pc_size spread
        pc_element padding

    void pc_read_padding(const pc_reader *reader, char *to, const char *row, pc_size stride,
                         pc_size first, pc_size step, pc_size count)
    void pc_read_row(const pc_reader *reader, void *to, const char *row, pc_size first,
                     pc_size step, pc_size count)

    ctypedef struct pc_writer:
        const pc_copy_kernels *kernels
        const pc_copy_kernels *narrow
        pc_type sums
        pc_source result
        pc_size itemsize
        int parts
        pc_size pixel_stride
        pc_size channel_stride

    void pc_store(const pc_writer *writer, char *out, const void *sums, pc_size pixel_step,
                  pc_size channel_step, pc_size pixels, pc_size channels, const void *bias)


cdef inline pc_arrays arrays_of(cnp.ndarray x, object bias, cnp.ndarray out):
    """Return canonical arrays of rank 1 to 3 as pointers and strides; missing axes come first."""
    cdef pc_arrays a
    cdef Py_ssize_t i, missing = 5 - x.ndim
    a.x = cnp.PyArray_BYTES(x)
    a.out = cnp.PyArray_BYTES(out)
    a.bias = NULL if bias is None else cnp.PyArray_BYTES(bias)
    a.x_batch, a.x_channel = x.strides[0], x.strides[1]
    a.out_batch, a.out_channel = out.strides[0], out.strides[1]
    a.limit = INFINITY
    for i in range(3):
        a.x_stride[i] = x.strides[2 + i - missing] if i >= missing else 0
        a.out_stride[i] = out.strides[2 + i - missing] if i >= missing else 0
    return a


cdef inline pc_source source_of(dtype):
    """Return the element type of arrays of `dtype`; of complex ones, that of their parts."""
    # `dtype.name` takes 3 us, as much as the rest of a small plan.
    cdef Py_UCS4 kind = dtype.kind
    cdef int itemsize = dtype.itemsize
    if kind == u"b":
        return PC_BOOL
    if kind == u"i":
        return PC_INT8 if itemsize == 1 else PC_INT16 if itemsize == 2 else (
            PC_INT32 if itemsize == 4 else PC_INT64
        )
    if kind == u"u":
        return PC_UINT8 if itemsize == 1 else PC_UINT16 if itemsize == 2 else (
            PC_UINT32 if itemsize == 4 else PC_UINT64
        )
    if kind == u"c":
        itemsize //= 2
    elif kind != u"f":
        return PC_BFLOAT16
    return PC_FLOAT16 if itemsize == 2 else PC_FLOAT32 if itemsize == 4 else PC_FLOAT64


cdef inline pc_type type_of(dtype):
    """Return the kernels' type for sums of `dtype`; of complex ones, that of their parts."""
    if dtype.kind in "iu":
        return PC_U64 if dtype.itemsize == 8 else PC_U32
    return PC_F32 if dtype.itemsize == (8 if dtype.kind == "c" else 4) else PC_F64


cdef inline pc_padding_mode padding_mode_of(problem):
    """Return the kernels' padding mode for that of the problem."""
    if problem.padding_mode in ("zeros", "constant"):
        return PC_CONSTANT
    modes = ("edge", "wrap", "symmetric", "reflect")
    return <pc_padding_mode><int>(PC_EDGE + modes.index(problem.padding_mode))


cdef inline void set_input_axes(problem, pc_axis *axes):
    """Set how the three spatial axes are padded; axes that the problem lacks come first."""
    cdef Py_ssize_t i, missing = 3 - problem.rank
    cdef pc_padding_mode mode = padding_mode_of(problem)
    for i in range(3):
        axes[i].lo, axes[i].n, axes[i].mode = 0, 1, mode
        if i >= missing:
            axes[i].lo, axes[i].n = problem.pads[i - missing][0], problem.spatial[i - missing]


cdef inline pc_reader reader_of(problem, const pc_copy_kernels *kernels, bint imaginary):
    """Return how rows of the problem's input are read; the caller sets the stride.

    `kernels` are those of the accumulator's type.
    """
    cdef pc_axis axes[3]
    cdef pc_reader reader
    cdef pc_type type = type_of(problem.accumulator)
    value = problem.padding_value
    if isinstance(value, complex):
        value = value.imag if imaginary else value.real
    elif imaginary:
        value = 0
    set_input_axes(problem, axes)
    reader.axis = axes[2]
    reader.convert = pc_convert_for(source_of(problem.x_dtype), type, kernels)
    reader.itemsize = 4 if type == PC_F32 else 8
    reader.stride, reader.spread = 0, 1
    if type == PC_F32:
        reader.padding.f32 = value
    elif type == PC_F64:
        reader.padding.f64 = value
    else:
        reader.padding.u64 = value % (1 << 64)
    return reader


cdef inline pc_writer writer_of(problem, const pc_copy_kernels *kernels):
    """Return how sums are written into the problem's result; the caller sets the strides.

    `kernels` are those of the sums: they transpose sums where results have the same type, and round
    them to float16.
    """
    cdef pc_writer writer
    real = problem.accumulator.kind != "c"
    same = problem.dtype.itemsize == problem.accumulator.itemsize
    writer.kernels = kernels if same else NULL
    writer.sums, writer.result = type_of(problem.accumulator), source_of(problem.dtype)
    writer.narrow = kernels if writer.result == PC_FLOAT16 else NULL
    writer.parts = 1 if real else 2
    writer.itemsize = problem.dtype.itemsize // writer.parts
    writer.pixel_stride = writer.channel_stride = 0
    return writer


cdef extern from "interleave.h" nogil:
    ctypedef struct pc_interleaving:
        pc_size step[3]
        pc_size start[3]
        pc_size size[3]
        pc_size filters


cdef inline void interleave(
    problem, interleaving, pc_interleaving *to, pc_writer *writer
):
    """Set how filters that are outputs beside each other are stored, see `Backend.interleaver`."""
    cdef int axis, missing = 3 - <int>problem.rank
    for axis in range(3):
        to.step[axis] = to.size[axis] = 1
        to.start[axis] = 0
        if axis >= missing:
            to.step[axis] = interleaving.steps[axis - missing]
            to.start[axis] = interleaving.starts[axis - missing]
            to.size[axis] = interleaving.sizes[axis - missing]
    to.filters = <pc_size>problem.out_channels // (to.step[0] * to.step[1])
    writer.parts = <int>to.step[2]


cdef inline char *line_after(const void *memory) noexcept:
    """Return the first address from `memory` on that starts a cache line."""
    return <char *>((<uintptr_t>memory + 63) // 64 * 64)


cdef inline char *aligned(cnp.ndarray space):
    """Return the first address in `space` that starts a cache line."""
    return line_after(cnp.PyArray_DATA(space))
