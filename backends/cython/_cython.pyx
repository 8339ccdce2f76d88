# cython: boundscheck=False, wraparound=False, cdivision=True, initializedcheck=False
"""The direct loop: rows of sums, in the order of the definition; see `__init__.py`."""

from libc.string cimport memcpy

cimport numpy as cnp

from polyconv._kernels cimport pc_arrays, pc_size
from polyconv._thread_pool cimport PooledKernel, pc_compute, pc_stop_requested, pc_stop_token

from elements cimport complex64_t, complex128_t, convert, element, number, scalar, store, uint64_t

import numpy as np

cnp.import_array()

# Taps of a row of the kernel from one question to the stop token to the next.
cdef enum:
    STOP_TAPS = 64

cdef enum mode:
    CONSTANT, EDGE, WRAP, SYMMETRIC, REFLECT

# In the order of `element` in elements.pxd.
ELEMENTS = (
    "bool", "int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64", "float16",
    "bfloat16", "float32", "float64", "complex64", "complex128",
)
MODES = {
    "zeros": CONSTANT, "constant": CONSTANT, "edge": EDGE, "wrap": WRAP, "symmetric": SYMMETRIC,
    "reflect": REFLECT,
}


# One spatial axis: sizes of input, output and kernel, and how they meet.
cdef struct window_axis:
    pc_size n, out, kernel, stride, dilation, lo


# The numbers of a problem and of its blocks.
cdef struct direct_loop:
    window_axis axes[3]
    element x_type, out_type
    mode padding_mode
    pc_size out_itemsize, groups, ic_per_group, oc_per_group, reduction_len
    pc_size ow_block, oc_block, row_blocks, oc_blocks


cdef class CythonKernel(PooledKernel):
    """Weights in the accumulator's dtype; `Kernel` of the cython backend."""

    cdef direct_loop plan
    cdef scalar padding_value
    cdef const char *weights
    cdef object w

    def __init__(self, problem, pc_size ow_block, oc_block, workspace, cnp.ndarray w not None):
        cdef Py_ssize_t missing = 3 - problem.rank
        sizes = zip(problem.spatial, problem.out, problem.kernel, problem.stride,
                    problem.dilation, (lo for lo, _ in problem.pads))
        self.plan = {
            "axes": [
                dict(zip(("n", "out", "kernel", "stride", "dilation", "lo"), axis))
                for axis in missing * [(1, 1, 1, 1, 1, 0)] + list(sizes)
            ],
            "x_type": ELEMENTS.index(problem.x_dtype.name),
            "out_type": ELEMENTS.index(problem.dtype.name),
            "padding_mode": MODES[problem.padding_mode],
            "out_itemsize": problem.dtype.itemsize,
            "groups": problem.groups,
            "ic_per_group": problem.ic_per_group,
            "oc_per_group": problem.oc_per_group,
            "reduction_len": problem.reduction_len,
            "ow_block": ow_block,
            "oc_block": oc_block,
            "row_blocks": -(-problem.out[problem.rank - 1] // ow_block),
            "oc_blocks": -(-problem.oc_per_group // oc_block),
        }
        with np.errstate(over="ignore"):
            value = np.asarray(problem.padding_value).astype(problem.accumulator).tobytes()
        memcpy(&self.padding_value, <const char *>value, len(value))
        self.items = problem.batch * self.plan.groups * self.plan.oc_blocks * self.plan.row_blocks
        self.items *= self.plan.axes[0].out * self.plan.axes[1].out
        self.workspace = workspace
        self.w, self.weights = w, cnp.PyArray_BYTES(w)
        letter = problem.accumulator.char
        self.compute_item = (
            <pc_compute>compute[float] if letter == "f"
            else <pc_compute>compute[double] if letter == "d"
            else <pc_compute>compute[complex64_t] if letter == "F"
            else <pc_compute>compute[complex128_t] if letter == "D"
            else <pc_compute>compute[uint64_t]
        )

    def with_weights(self, cnp.ndarray w not None):
        """Return a kernel of the same problem with other weights."""
        cdef CythonKernel kernel = CythonKernel.__new__(CythonKernel)
        kernel.plan, kernel.padding_value = self.plan, self.padding_value
        kernel.items, kernel.workspace = self.items, self.workspace
        kernel.compute_item = self.compute_item
        kernel.w, kernel.weights = w, cnp.PyArray_BYTES(w)
        return kernel


cdef void compute(
    CythonKernel self, const pc_arrays *a, pc_size item, number *memory, pc_stop_token *token
) noexcept nogil:
    """Sum `ow_block` outputs of one row for `oc_block` channels, which share the row of inputs."""
    cdef const direct_loop *p = &self.plan
    cdef pc_size start = item % p.row_blocks * p.ow_block
    cdef pc_size row = item // p.row_blocks
    cdef pc_size slab = row // p.axes[1].out
    cdef pc_size block = slab // p.axes[0].out
    cdef pc_size group = block // p.oc_blocks % p.groups
    cdef pc_size n = block // p.oc_blocks // p.groups
    cdef pc_size oc = block % p.oc_blocks * p.oc_block
    cdef pc_size channels = min(p.oc_block, p.oc_per_group - oc)
    cdef pc_size count = min(p.ow_block, p.axes[2].out - start)
    cdef pc_size ic, d, h, w, z, y, k, i, term = 0
    cdef number *inputs = memory
    cdef number *sums
    cdef number weight
    cdef const number *weights = <const number *>self.weights
    cdef const char *line

    row %= p.axes[1].out
    slab %= p.axes[0].out
    oc += group * p.oc_per_group
    weights += oc * p.reduction_len
    for k in range(channels):
        sums = memory + (1 + k) * p.ow_block
        weight = 0
        if a.bias != NULL:
            weight = (<const number *>a.bias)[oc + k]
        for i in range(count):
            sums[i] = weight
    for ic in range(group * p.ic_per_group, (group + 1) * p.ic_per_group):
        for d in range(p.axes[0].kernel):
            z = source(p, 0, slab, d)
            for h in range(p.axes[1].kernel):
                y = source(p, 1, row, h)
                line = NULL
                if z >= 0 and y >= 0:
                    line = a.x + n * a.x_batch + ic * a.x_channel
                    line += z * a.x_stride[0] + y * a.x_stride[1]
                for w in range(p.axes[2].kernel):
                    # Columns of a kernel may be a million, which would take seconds.
                    if w % STOP_TAPS == 0 and pc_stop_requested(token):
                        return
                    load(self, inputs, line, a.x_stride[2], start, w, count)
                    for k in range(channels):
                        sums = memory + (1 + k) * p.ow_block
                        weight = weights[k * p.reduction_len + term]
                        for i in range(count):
                            sums[i] += weight * inputs[i]
                    term += 1
    for k in range(channels):
        store(
            a.out + n * a.out_batch + (oc + k) * a.out_channel + slab * a.out_stride[0]
            + row * a.out_stride[1] + start * a.out_stride[2],
            a.out_stride[2], p.out_type, p.out_itemsize, memory + (1 + k) * p.ow_block, count,
        )


cdef inline pc_size source(
    const direct_loop *p, int axis, pc_size output, pc_size tap
) noexcept nogil:
    """Return the input index that an output reads at a tap; -1 stands for the padding value."""
    cdef const window_axis *along = &p.axes[axis]
    cdef pc_size n = along.n, period = n
    cdef pc_size at = output * along.stride + tap * along.dilation - along.lo
    if 0 <= at < n:
        return at
    if p.padding_mode == CONSTANT:
        return -1
    if p.padding_mode == EDGE:
        return 0 if at < 0 else n - 1
    if p.padding_mode == SYMMETRIC:
        period = 2 * n
    elif p.padding_mode == REFLECT:
        period = max(2 * n - 2, 1)
    at = (at % period + period) % period
    if at < n:
        return at
    return 2 * n - 1 - at if p.padding_mode == SYMMETRIC else 2 * n - 2 - at


cdef inline void load(
    CythonKernel self, number *inputs, const char *line, pc_size stride, pc_size start,
    pc_size tap, pc_size count,
) noexcept nogil:
    """Convert the inputs that a row of outputs reads at one tap; a NULL line is all padding."""
    cdef const direct_loop *p = &self.plan
    cdef pc_size i, at
    cdef pc_size step = p.axes[2].stride, first = start * step - p.axes[2].lo
    first += tap * p.axes[2].dilation
    if line != NULL and first >= 0 and first + (count - 1) * step < p.axes[2].n:
        line += first * stride
        for i in range(count):
            convert(&inputs[i], line + i * step * stride, p.x_type)
        return
    for i in range(count):
        at = -1 if line == NULL else source(p, 2, start + i, tap)
        if at < 0:
            inputs[i] = (<const number *>&self.padding_value)[0]
        else:
            convert(&inputs[i], line + at * stride, p.x_type)
