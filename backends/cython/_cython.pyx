# cython: boundscheck=False, wraparound=False, cdivision=True, initializedcheck=False
"""The direct loop: rows of sums, in the order of the definition; see `__init__.py`."""

from libc.stdint cimport (
    int8_t, int16_t, int32_t, int64_t, uint8_t, uint16_t, uint32_t, uint64_t,
)
from libc.string cimport memcpy

cimport numpy as cnp

from polyconv._kernels cimport pc_arrays, pc_size
from polyconv._thread_pool cimport PooledKernel, pc_compute, pc_stop_requested, pc_stop_token

import numpy as np

cnp.import_array()

cdef extern from *:
    ctypedef float float16_t "_Float16"

ctypedef float complex complex64_t
ctypedef double complex complex128_t

# Accumulators. Integers of either sign are summed as uint64: the bits are the same, and C defines
# how unsigned sums wrap around.
ctypedef fused number:
    uint64_t
    float
    double
    complex64_t
    complex128_t

cdef enum element:
    BOOL, INT8, INT16, INT32, INT64, UINT8, UINT16, UINT32, UINT64
    FLOAT16, BFLOAT16, FLOAT32, FLOAT64, COMPLEX64, COMPLEX128

# Taps of a row of the kernel from one question to the stop token to the next.
cdef enum:
    STOP_TAPS = 64

cdef enum mode:
    CONSTANT, EDGE, WRAP, SYMMETRIC, REFLECT

ELEMENTS = (
    "bool", "int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64", "float16",
    "bfloat16", "float32", "float64", "complex64", "complex128",
)
MODES = {
    "zeros": CONSTANT, "constant": CONSTANT, "edge": EDGE, "wrap": WRAP, "symmetric": SYMMETRIC,
    "reflect": REFLECT,
}


# One element of any type. Callers' arrays need not be aligned, so elements are copied here first.
cdef union scalar:
    int8_t int8
    int16_t int16
    int32_t int32
    int64_t int64
    uint8_t uint8
    uint16_t uint16
    uint32_t uint32
    uint64_t uint64
    float16_t float16
    float float32
    double float64
    complex64_t complex64
    complex128_t complex128


# One spatial axis: sizes of input, output and kernel, and how they meet.
cdef struct window_axis:
    pc_size n, out, kernel, stride, dilation, lo


cdef class CythonKernel(PooledKernel):
    """Weights in the accumulator's dtype; `Kernel` of the cython backend."""

    cdef window_axis axes[3]
    cdef element x_type, out_type
    cdef mode padding_mode
    cdef scalar padding_value
    cdef pc_size out_itemsize, groups, ic_per_group, oc_per_group, reduction_len
    cdef pc_size ow_block, oc_block, row_blocks, oc_blocks
    cdef const char *weights
    cdef object w

    def __init__(self, problem, ow_block, oc_block, workspace, cnp.ndarray w not None):
        cdef Py_ssize_t i, missing = 3 - problem.rank
        before = [lo for lo, _ in problem.pads]
        sizes = zip(problem.spatial, problem.out, problem.kernel, problem.stride,
                    problem.dilation, before)
        for i, axis in enumerate(missing * [(1, 1, 1, 1, 1, 0)] + list(sizes)):
            n, out, kernel, stride, dilation, lo = axis
            self.axes[i] = window_axis(n, out, kernel, stride, dilation, lo)
        self.x_type = ELEMENTS.index(problem.x_dtype.name)
        self.out_type = ELEMENTS.index(problem.dtype.name)
        self.out_itemsize = problem.dtype.itemsize
        self.padding_mode = MODES[problem.padding_mode]
        with np.errstate(over="ignore"):
            value = np.asarray(problem.padding_value).astype(problem.accumulator).tobytes()
        memcpy(&self.padding_value, <const char *>value, len(value))
        self.groups, self.reduction_len = problem.groups, problem.reduction_len
        self.ic_per_group, self.oc_per_group = problem.ic_per_group, problem.oc_per_group
        self.ow_block, self.oc_block = ow_block, oc_block
        self.row_blocks = (self.axes[2].out + self.ow_block - 1) // self.ow_block
        self.oc_blocks = (self.oc_per_group + self.oc_block - 1) // self.oc_block
        self.items = problem.batch * self.groups * self.oc_blocks * self.row_blocks
        self.items *= self.axes[0].out * self.axes[1].out
        self.workspace = workspace
        self.w, self.weights = w, cnp.PyArray_BYTES(w)
        letter = problem.accumulator.char
        if letter == "f":
            self.compute_item = <pc_compute>compute[float]
        elif letter == "d":
            self.compute_item = <pc_compute>compute[double]
        elif letter == "F":
            self.compute_item = <pc_compute>compute[complex64_t]
        elif letter == "D":
            self.compute_item = <pc_compute>compute[complex128_t]
        else:
            self.compute_item = <pc_compute>compute[uint64_t]

    def with_weights(self, cnp.ndarray w not None):
        """Return a kernel of the same problem with other weights."""
        cdef CythonKernel kernel = CythonKernel.__new__(CythonKernel)
        kernel.axes, kernel.x_type, kernel.out_type = self.axes, self.x_type, self.out_type
        kernel.padding_mode, kernel.padding_value = self.padding_mode, self.padding_value
        kernel.out_itemsize, kernel.reduction_len = self.out_itemsize, self.reduction_len
        kernel.groups, kernel.ic_per_group = self.groups, self.ic_per_group
        kernel.oc_per_group, kernel.oc_block = self.oc_per_group, self.oc_block
        kernel.ow_block, kernel.row_blocks = self.ow_block, self.row_blocks
        kernel.oc_blocks, kernel.items = self.oc_blocks, self.items
        kernel.workspace, kernel.compute_item = self.workspace, self.compute_item
        kernel.w, kernel.weights = w, cnp.PyArray_BYTES(w)
        return kernel


cdef void compute(
    CythonKernel self, const pc_arrays *a, pc_size item, number *memory, pc_stop_token *token
) noexcept nogil:
    """Sum `ow_block` outputs of one row for `oc_block` channels, which share the row of inputs."""
    cdef pc_size start = item % self.row_blocks * self.ow_block
    cdef pc_size row = item // self.row_blocks
    cdef pc_size slab = row // self.axes[1].out
    cdef pc_size block = slab // self.axes[0].out
    cdef pc_size group = block // self.oc_blocks % self.groups
    cdef pc_size n = block // self.oc_blocks // self.groups
    cdef pc_size oc = block % self.oc_blocks * self.oc_block
    cdef pc_size channels = min(self.oc_block, self.oc_per_group - oc)
    cdef pc_size count = min(self.ow_block, self.axes[2].out - start)
    cdef pc_size ic, d, h, w, z, y, k, i, term = 0
    cdef number *inputs = memory
    cdef number *sums
    cdef number weight
    cdef const number *weights = <const number *>self.weights
    cdef const char *line

    row %= self.axes[1].out
    slab %= self.axes[0].out
    oc += group * self.oc_per_group
    weights += oc * self.reduction_len
    for k in range(channels):
        sums = memory + (1 + k) * self.ow_block
        weight = 0
        if a.bias != NULL:
            weight = (<const number *>a.bias)[oc + k]
        for i in range(count):
            sums[i] = weight
    for ic in range(group * self.ic_per_group, (group + 1) * self.ic_per_group):
        for d in range(self.axes[0].kernel):
            z = source(self, 0, slab, d)
            for h in range(self.axes[1].kernel):
                y = source(self, 1, row, h)
                line = NULL
                if z >= 0 and y >= 0:
                    line = a.x + n * a.x_batch + ic * a.x_channel
                    line += z * a.x_stride[0] + y * a.x_stride[1]
                for w in range(self.axes[2].kernel):
                    # Columns of a kernel may be a million, which would take seconds.
                    if w % STOP_TAPS == 0 and pc_stop_requested(token):
                        return
                    load(self, inputs, line, a.x_stride[2], start, w, count)
                    for k in range(channels):
                        sums = memory + (1 + k) * self.ow_block
                        weight = weights[k * self.reduction_len + term]
                        for i in range(count):
                            sums[i] += weight * inputs[i]
                    term += 1
    for k in range(channels):
        store(
            self,
            a.out + n * a.out_batch + (oc + k) * a.out_channel + slab * a.out_stride[0]
            + row * a.out_stride[1] + start * a.out_stride[2],
            a.out_stride[2], memory + (1 + k) * self.ow_block, count,
        )


cdef inline pc_size source(
    CythonKernel self, int axis, pc_size output, pc_size tap
) noexcept nogil:
    """Return the input index that an output reads at a tap; -1 stands for the padding value."""
    cdef const window_axis *along = &self.axes[axis]
    cdef pc_size n = along.n, period = n
    cdef pc_size at = output * along.stride + tap * along.dilation - along.lo
    if 0 <= at < n:
        return at
    if self.padding_mode == CONSTANT:
        return -1
    if self.padding_mode == EDGE:
        return 0 if at < 0 else n - 1
    if self.padding_mode == SYMMETRIC:
        period = 2 * n
    elif self.padding_mode == REFLECT:
        period = max(2 * n - 2, 1)
    at = (at % period + period) % period
    if at < n:
        return at
    return 2 * n - 1 - at if self.padding_mode == SYMMETRIC else 2 * n - 2 - at


cdef inline void load(
    CythonKernel self, number *inputs, const char *line, pc_size stride, pc_size start,
    pc_size tap, pc_size count,
) noexcept nogil:
    """Convert the inputs that a row of outputs reads at one tap; a NULL line is all padding."""
    cdef pc_size i, at
    cdef pc_size step = self.axes[2].stride, first = start * step - self.axes[2].lo
    first += tap * self.axes[2].dilation
    if line != NULL and first >= 0 and first + (count - 1) * step < self.axes[2].n:
        line += first * stride
        for i in range(count):
            convert(&inputs[i], line + i * step * stride, self.x_type)
        return
    for i in range(count):
        at = -1 if line == NULL else source(self, 2, start + i, tap)
        if at < 0:
            inputs[i] = (<const number *>&self.padding_value)[0]
        else:
            convert(&inputs[i], line + at * stride, self.x_type)


cdef inline void convert(number *to, const char *x, element type) noexcept nogil:
    """Read one input, at any alignment, and convert it to the accumulator's type."""
    cdef scalar value
    if type == COMPLEX64 or type == COMPLEX128:
        if number is complex64_t or number is complex128_t:  # no other takes complex inputs
            if type == COMPLEX64:
                memcpy(&value.complex64, x, 8)
                to[0] = <number>value.complex64
            else:
                memcpy(&value.complex128, x, 16)
                to[0] = <number>value.complex128
        return
    if type == FLOAT32 or type == INT32 or type == UINT32:
        memcpy(&value, x, 4)
    elif type == FLOAT64 or type == INT64 or type == UINT64:
        memcpy(&value, x, 8)
    elif type == BOOL or type == INT8 or type == UINT8:
        memcpy(&value, x, 1)
    else:
        memcpy(&value, x, 2)
    to[0] = (
        <number>value.float32 if type == FLOAT32
        else <number>value.float64 if type == FLOAT64
        else <number><float>value.float16 if type == FLOAT16
        else <number>of_bfloat16(value.uint16) if type == BFLOAT16
        else <number>value.int8 if type == INT8
        else <number>value.int16 if type == INT16
        else <number>value.int32 if type == INT32
        else <number>value.int64 if type == INT64
        else <number>value.uint8 if type == UINT8
        else <number>value.uint16 if type == UINT16
        else <number>value.uint32 if type == UINT32
        else <number>value.uint64 if type == UINT64
        else <number>(value.uint8 != 0)
    )


cdef void store(
    CythonKernel self, char *out, pc_size stride, const number *sums, pc_size count
) noexcept nogil:
    """Write a row of sums, at any alignment: float16 is rounded, integers keep their low bytes."""
    cdef scalar value
    cdef pc_size i
    for i in range(count):
        memcpy(&value, &sums[i], sizeof(number))
        if number is float:
            if self.out_type == FLOAT16:
                value.float16 = <float16_t>sums[i]
            elif self.out_type == BFLOAT16:
                value.uint16 = to_bfloat16(sums[i])
        memcpy(out + i * stride, &value, self.out_itemsize)


cdef inline float of_bfloat16(uint16_t value) noexcept nogil:
    """Widen a bfloat16, which is the upper half of a float32."""
    cdef uint32_t bits = <uint32_t>value << 16
    cdef float single
    memcpy(&single, &bits, 4)
    return single


cdef inline uint16_t to_bfloat16(float value) noexcept nogil:
    """Round to the nearest bfloat16, halfway to the even one; a carry reaches the exponent."""
    cdef uint32_t bits
    memcpy(&bits, &value, 4)
    return 0x7fc0 if value != value else (bits + 0x7fff + (bits >> 16 & 1)) >> 16
