# cython: boundscheck=False, wraparound=False, cdivision=True, initializedcheck=False
"""Plain calls of small problems of any size: packed, summed and stored without a plan.

A plan is made for one size. For signals of 321 to 630 samples and images of 14x65 pixels, a call
that makes a plan takes 55 to 65 us, a call without a plan 3 to 11 us (float32, Emerald Rapids, one
core, 2026-11-30; `python -m benchmarks.cliffs --family new_shapes` times such calls)::

    measure  ->  sizes of the call, or "leave it to a plan"
    list_taps    offsets of the taps in the packed image
    pack         one padded image at a time, all channels
    kernel       the micro-kernel `unplanned`, once for each chain of sums
"""

from cpython.mem cimport PyMem_RawCalloc, PyMem_RawFree
from libc.string cimport memcpy

cimport numpy as cnp

from polyconv._expected cimport MAX_AXES, Expected, describe, matches
from polyconv._kernels cimport pc_size
from polyconv.backends.direct._direct cimport unplanned_kernel

from polyconv._backend import MAX_UNPLANNED_WORKSPACE
from polyconv._cpu import lanes

from .elements import elements_of

cnp.import_array()


cdef extern from "direct_kernels.h" nogil:
    ctypedef struct pc_unplanned_args:
        const pc_size *tap
        const pc_size *weight
        const void *bias
        pc_size taps, filters, w_step, out_step
        pc_size out[3]
        pc_size step[2]
        int add

    ctypedef void (*pc_unplanned_pointer "pc_unplanned_kernel *")(
        const pc_unplanned_args *unplanned, const void *x, const void *w, void *out
    ) noexcept nogil


# Structural: arrays of a call on the stack, 8 KiB of taps.
cdef enum:
    MAX_STACK_TAPS = 1024
    MAX_CHAINS = 64


cdef struct Sizes:
    # Sizes of a call; those of the packed image in elements. Columns are packed by their remainder
    # modulo the stride, so that outputs beside each other read inputs beside each other.
    pc_size batch
    pc_size[3] n  # of the image
    pc_size[3] used  # of the padded image, up to the last element that a window reads
    pc_size[3] out
    pc_size[3] result  # spatial sizes of the result; `out` unless rows are joined
    pc_size phase  # columns of one remainder
    pc_size row, plane, channel


MAX_UNPLANNED_TAPS, MAX_UNPLANNED_CHAINS = MAX_STACK_TAPS, MAX_CHAINS

# Maximum number of products of a call. 4 million products of 16 filters take 0.13 ms without a
# plan, 0.4 ms with one (Emerald Rapids, one core, 2026-11-30, `python -m benchmarks.cliffs --family
# new_shapes`). With more products, the faster blocks of a plan save more than planning takes.
MAX_UNPLANNED_PRODUCTS = 1 << 23
# Structural: maximum number of elements of the workspace; one has at most 8 bytes.
MAX_UNPLANNED_ELEMENTS = MAX_UNPLANNED_WORKSPACE // 8


cdef class UnplannedCalls:
    """Plain calls of all problems that differ from one in the size of the input alone.

    The padding is zeros and the same at all sizes; there is one group, and all dtypes are equal.

    Parameters
    ----------
    problem : Problem
        One of them.
    order : ndarray of intp, shape ``(ic_per_group * taps,)``
        The order in which taps are summed: their numbers within a filter in C order.
    ends : tuple of int
        The end of each chain in that order. Sums of chains are added one after the other.
    max_products, max_elements : int
        Maximum products of a call, and maximum elements of its workspace, which holds a packed
        image, and a vector after it.
    no_bias : ndarray or None
        A bias of zeros, if plans add a bias even where there is none: -0.0 becomes 0.0.
    sums_alike : callable
        Returns True if the plan of a problem sums in this order.
    """

    cdef pc_unplanned_pointer kernel
    cdef int rank, x_ndim, type
    cdef pc_size itemsize, lanes, channels, filters, taps, max_products, max_elements
    cdef pc_size[3] size, stride, dilation, extent, lo, hi
    cdef Expected w, bias
    cdef pc_size[MAX_STACK_TAPS] order
    cdef pc_size[MAX_CHAINS] end
    cdef int chains
    cdef bint joins_rows  # windows are single pixels, so that an image is one row
    cdef object no_bias, sums_alike

    def __init__(
        self, problem, cnp.ndarray order, tuple ends, pc_size max_products,
        pc_size max_elements, no_bias, sums_alike,
    ):
        cdef int axis, missing = 3 - <int>problem.rank
        cdef const pc_size *numbers = <const pc_size *>cnp.PyArray_DATA(order)
        dtype = elements_of(problem).dtype
        self.kernel = <pc_unplanned_pointer>unplanned_kernel(dtype)
        self.lanes = lanes(dtype)["lanes"]
        self.rank = problem.rank
        self.x_ndim = problem.rank + (2 if problem.batched else 1)
        describe(problem.w_shape, problem.dtype, &self.w)
        describe((problem.out_channels,), problem.dtype, &self.bias)
        self.type, self.itemsize = problem.dtype.num, problem.dtype.itemsize
        self.channels, self.filters = problem.in_channels, problem.out_channels
        self.taps = problem.reduction_len
        self.max_products, self.max_elements = max_products, max_elements
        self.no_bias, self.sums_alike = no_bias, sums_alike
        assert no_bias is None or matches(no_bias, &self.bias)
        assert order.size == self.taps <= MAX_STACK_TAPS
        for axis in range(self.taps):
            self.order[axis] = numbers[axis]
        self.chains = len(ends)
        assert 1 <= self.chains <= MAX_CHAINS and ends[self.chains - 1] == self.taps
        for axis in range(self.chains):
            self.end[axis] = ends[axis]
        for axis in range(3):
            self.size[axis] = self.stride[axis] = self.dilation[axis] = self.extent[axis] = 1
            self.lo[axis] = self.hi[axis] = 0
            if axis >= missing:
                self.size[axis] = problem.kernel[axis - missing]
                self.stride[axis] = problem.stride[axis - missing]
                self.dilation[axis] = problem.dilation[axis - missing]
                self.extent[axis] = problem.extent[axis - missing]
                self.lo[axis], self.hi[axis] = problem.pads[axis - missing]
        self.joins_rows = problem.pointwise

    def __call__(self, x, w, bias, out=None):
        """Return the result for plain arrays in C order; None where it is left to a plan.

        It is written to `out`, if given, which must have its shape and dtype.
        """
        cdef cnp.ndarray image = <cnp.ndarray?>x
        cdef Sizes sizes
        if not matches(w, &self.w):
            return None
        if bias is None:
            bias = self.no_bias
        elif not matches(bias, &self.bias):
            return None
        return self.run(image, w, bias, out, &sizes) if self.measure(image, &sizes) else None

    def replaces_plan(self, x, problem):
        """Return True if it computes `x`, but sums in another order than the plan of `problem`."""
        cdef Sizes sizes
        return self.measure(<cnp.ndarray?>x, &sizes) and not self.sums_alike(problem)

    cdef bint measure(self, cnp.ndarray image, Sizes *sizes):
        """Set the sizes of a call; return False if `image` is of another problem or too large."""
        cdef int axis, first = self.x_ndim - self.rank, missing = 3 - self.rank
        cdef pc_size *n = sizes.n
        cdef pc_size *used = sizes.used
        cdef pc_size *out = sizes.out
        cdef pc_size products = self.filters * self.taps
        if (
            cnp.PyArray_TYPE(image) != self.type or cnp.PyArray_NDIM(image) != self.x_ndim
            or cnp.PyArray_DIM(image, first - 1) != self.channels
        ):
            return False
        sizes.batch = cnp.PyArray_DIM(image, 0) if first == 2 else 1
        for axis in range(3):
            n[axis] = cnp.PyArray_DIM(image, first + axis - missing) if axis >= missing else 1
            used[axis] = n[axis] + self.lo[axis] + self.hi[axis]
            if n[axis] < 1 or not self.extent[axis] <= used[axis] <= self.max_elements:
                return False
            out[axis] = (used[axis] - self.extent[axis]) // self.stride[axis] + 1
            used[axis] = (out[axis] - 1) * self.stride[axis] + self.extent[axis]
            products *= out[axis]
            if products > self.max_products:
                return False
            sizes.result[axis] = out[axis]
        if not 1 <= sizes.batch <= self.max_products // products:
            return False
        if self.joins_rows:
            n[2] *= n[0] * n[1]
            n[0] = n[1] = used[0] = used[1] = out[0] = out[1] = 1
            used[2] = out[2] = n[2]
        sizes.phase = (used[2] + self.stride[2] - 1) // self.stride[2]
        sizes.row = sizes.phase * self.stride[2]
        sizes.plane = sizes.row * used[1]
        if sizes.plane > self.max_elements:
            return False
        if used[0] * self.channels > (self.max_elements - self.lanes) // sizes.plane:
            return False
        sizes.channel = sizes.plane * used[0]
        return True

    cdef void list_taps(self, const Sizes *sizes, pc_size *tap) noexcept nogil:
        """Set the offset of each tap in the packed image, in the order of the sum."""
        cdef pc_size number, column
        cdef int j
        for j in range(self.taps):
            number = self.order[j]
            column = number % self.size[2] * self.dilation[2]
            tap[j] = column % self.stride[2] * sizes.phase + column // self.stride[2]
            number //= self.size[2]
            tap[j] += number % self.size[1] * self.dilation[1] * sizes.row
            number //= self.size[1]
            tap[j] += number % self.size[0] * self.dilation[0] * sizes.plane
            tap[j] += number // self.size[0] * sizes.channel

    cdef object run(self, cnp.ndarray image, cnp.ndarray w, bias, out, const Sizes *sizes):
        """Pack and sum the images of a batch one after the other; return the result."""
        cdef pc_unplanned_args args
        cdef pc_size[MAX_STACK_TAPS] tap
        cdef cnp.npy_intp[MAX_AXES] shape
        cdef pc_size first
        cdef int axis, chain, missing = 3 - self.rank
        cdef const char *source = cnp.PyArray_BYTES(image)
        cdef const void *weights = cnp.PyArray_DATA(w)
        cdef const void *last_bias = NULL
        cdef const void *no_bias = NULL
        if bias is not None:
            last_bias = cnp.PyArray_DATA(<cnp.ndarray>bias)
        if self.no_bias is not None:
            no_bias = cnp.PyArray_DATA(<cnp.ndarray>self.no_bias)
        shape[0] = sizes.batch
        shape[self.x_ndim - self.rank - 1] = self.filters
        for axis in range(3):
            args.out[axis] = sizes.out[axis]
            if axis >= missing:
                shape[self.x_ndim - 3 + axis] = sizes.result[axis]
        args.filters, args.w_step = self.filters, self.taps
        args.out_step = sizes.out[0] * sizes.out[1] * sizes.out[2]
        args.step[0], args.step[1] = self.stride[0] * sizes.plane, self.stride[1] * sizes.row
        self.list_taps(sizes, tap)

        result = out
        if out is None:
            result = cnp.PyArray_EMPTY(self.x_ndim, shape, self.type, 0)
        cdef char *to = cnp.PyArray_BYTES(<cnp.ndarray?>result)
        # From Python's allocator, so that tracemalloc counts it. Vectors read beyond the last row.
        cdef char *memory = <char *>PyMem_RawCalloc(
            sizes.channel * self.channels + self.lanes, self.itemsize
        )
        if memory == NULL:
            raise MemoryError
        for _ in range(sizes.batch):
            with nogil:
                self.pack(source, sizes, memory)
                first = 0
                for chain in range(self.chains):
                    args.tap, args.weight = tap + first, self.order + first
                    args.taps, args.add = self.end[chain] - first, chain > 0
                    args.bias = last_bias if chain == self.chains - 1 else no_bias
                    self.kernel(&args, memory, weights, to)
                    first = self.end[chain]
            source += self.channels * sizes.n[0] * sizes.n[1] * sizes.n[2] * self.itemsize
            to += self.filters * args.out_step * self.itemsize
        PyMem_RawFree(memory)
        return result

    cdef void pack(self, const char *source, const Sizes *sizes, char *memory) noexcept nogil:
        """Copy an image to its place in the padding, which is zeros."""
        cdef pc_size channel, z, i, at, stride = self.stride[2]
        cdef const pc_size *n = sizes.n
        cdef const pc_size *used = sizes.used
        cdef pc_size depth = min(n[0], used[0] - self.lo[0])
        cdef pc_size height = min(n[1], used[1] - self.lo[1])
        cdef pc_size width = min(n[2], used[2] - self.lo[2])
        cdef const char *line
        cdef char *to
        for channel in range(self.channels):
            for z in range(depth):
                line = source + (channel * n[0] + z) * n[1] * n[2] * self.itemsize
                to = memory
                to += ((channel * used[0] + self.lo[0] + z) * used[1] + self.lo[1]) * (
                    sizes.row * self.itemsize
                )
                for _ in range(height):
                    if stride == 1:
                        memcpy(to + self.lo[2] * self.itemsize, line, width * self.itemsize)
                    elif self.itemsize == 4:
                        for i in range(width):
                            at = self.lo[2] + i
                            at = at % stride * sizes.phase + at // stride
                            (<int *>to)[at] = (<const int *>line)[i]
                    else:
                        for i in range(width):
                            at = self.lo[2] + i
                            at = at % stride * sizes.phase + at // stride
                            (<long long *>to)[at] = (<const long long *>line)[i]
                    line += n[2] * self.itemsize
                    to += sizes.row * self.itemsize
