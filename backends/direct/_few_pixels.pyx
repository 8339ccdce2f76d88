# cython: boundscheck=False, wraparound=False, cdivision=True, initializedcheck=False
"""Plain calls of many weights and few pixels: weights are read once and not packed.

Packing weights reads and writes all of them, which takes longer than the products of few pixels. A
layer of 2048 channels to 2048 on one pixel takes 1.9 ms with packing and 0.6 ms without, the time
of reading 17 MB (Emerald Rapids, one core, 2026-11-30, `python -m benchmarks.cliffs --family
plain_weights`). So only the patches are packed, in the order of the weights. The patch of a pixel
whose window is the whole contiguous input is read where it lies.

`few_pixels.py` tells which problems these are. A work item is a block of a group's filters.
"""

from libc.string cimport memcpy, memset

cimport numpy as cnp

from polyconv._kernels cimport (
    aligned, pc_arrays, pc_axis, pc_input_index, pc_size, pc_type, set_input_axes, type_of,
)
from polyconv._thread_pool cimport PooledKernel, pc_compute, pc_stop_token

import numpy as np

cnp.import_array()


cdef extern from "few_pixels.h" nogil:
    ctypedef struct pc_few_pixels_args:
        pc_size reduction_len, filters, pixels, patch_step

    ctypedef void (*pc_few_pixels_pointer "pc_few_pixels_kernel *")(
        const pc_few_pixels_args *args, const void *x, const void *w, void *sums
    ) noexcept nogil

    pc_few_pixels_pointer pc_few_pixels_kernel_for(pc_type type)

    cdef enum:
        PC_FEW_PIXELS_CHAIN


# Filters of a work item: structural, they bound the sums that a worker holds.
cdef enum:
    MAX_ITEM_FILTERS = 32

# Minimum adjacent taps that are copied as a row. Structural: a call of memcpy takes as long as
# copying three or four taps one by one.
cdef enum:
    MIN_ROW_TAPS = 4


# Products that a lane sums before lanes are added; filters of a work item; taps of a copied row.
CHAIN, ITEM_FILTERS, ROW_TAPS = PC_FEW_PIXELS_CHAIN, MAX_ITEM_FILTERS, MIN_ROW_TAPS


ctypedef fused floating:
    float
    double


cdef class FewPixels:
    """The plan of a problem of floats, all of whose dtypes are equal, for any weights.

    Parameters
    ----------
    problem : Problem
    """

    cdef pc_few_pixels_pointer kernel
    cdef pc_size groups, channels, filters, batch, taps, itemsize
    cdef pc_size[3] out, size, stride, dilation  # `size` of the kernel
    cdef pc_axis[3] axes  # of the input
    cdef bint whole  # a window is the whole input
    cdef double padding_value
    cdef bint zero_padding  # there is padding, all of it zeros

    def __init__(self, problem):
        cdef int axis, missing = 3 - <int>problem.rank
        self.kernel = pc_few_pixels_kernel_for(type_of(problem.accumulator))
        self.groups, self.channels = problem.groups, problem.ic_per_group
        self.filters, self.batch, self.taps = problem.oc_per_group, problem.batch, problem.taps
        self.itemsize = problem.accumulator.itemsize
        self.padding_value = problem.accumulator.type(problem.padding_value)
        self.zero_padding = self.padding_value == 0 and problem.padded != problem.spatial
        self.zero_padding = self.zero_padding and problem.padding_mode in ("zeros", "constant")
        self.whole = problem.kernel == problem.padded == problem.spatial
        self.whole = self.whole and all(
            d == 1 or k == 1 for d, k in zip(problem.dilation, problem.kernel)
        )
        set_input_axes(problem, self.axes)
        for axis in range(3):
            self.size[axis] = self.out[axis] = self.stride[axis] = self.dilation[axis] = 1
            if axis >= missing:
                self.size[axis] = problem.kernel[axis - missing]
                self.out[axis] = problem.out[axis - missing]
                self.stride[axis] = problem.stride[axis - missing]
                self.dilation[axis] = problem.dilation[axis - missing]

    cdef bint read_as_it_lies(self, const pc_arrays *a) noexcept:
        """Return True if the input is the patches: one pixel, whose window is all of an image."""
        cdef pc_size step = self.itemsize
        cdef int axis
        if not self.whole or a.x_batch % step:
            return False
        for axis in reversed(range(3)):
            if self.size[axis] > 1 and a.x_stride[axis] != step:
                return False
            step *= self.size[axis]
        return self.channels * self.groups == 1 or a.x_channel == step

    cdef void pack(self, const pc_arrays *a, char *to) noexcept nogil:
        """Write the patches, ``(groups, batch, pixels, channels, taps)``.

        Zeros of the padding are written first, all at once. Writing them tap by tap adds 2 us
        to a call of about 48 us (128 channels of 5x5 taps around one pixel, float32, Zen 4, 1 core,
        2026-11-30).
        """
        cdef pc_size group, image, d, h, w
        cdef const char *x
        if self.zero_padding:
            memset(
                to, 0, self.groups * self.batch * self.out[0] * self.out[1] * self.out[2]
                * self.channels * self.taps * self.itemsize
            )
        for group in range(self.groups):
            for image in range(self.batch):
                x = a.x + image * a.x_batch + group * self.channels * a.x_channel
                for d in range(self.out[0]):
                    for h in range(self.out[1]):
                        for w in range(self.out[2]):
                            self.pack_patch(a, x, d, h, w, to)
                            to += self.channels * self.taps * self.itemsize

    cdef void pack_patch(
        self, const pc_arrays *a, const char *image, pc_size d, pc_size h, pc_size w, char *to
    ) noexcept nogil:
        """Write the patch of one pixel: rows of taps that lie side by side, or tap by tap."""
        cdef pc_size kd, kh, kw, z, y, x = w * self.stride[2] - self.axes[2].lo
        cdef bint beside = self.dilation[2] == 1 and a.x_stride[2] == self.itemsize
        cdef const char *source
        beside = beside and x >= 0 and x + self.size[2] <= self.axes[2].n
        if beside and self.size[2] >= MIN_ROW_TAPS:
            for kd in range(self.size[0]):
                z = pc_input_index(&self.axes[0], d * self.stride[0] + kd * self.dilation[0])
                for kh in range(self.size[1]):
                    y = pc_input_index(&self.axes[1], h * self.stride[1] + kh * self.dilation[1])
                    source = NULL
                    if min(z, y) >= 0:
                        source = image + z * a.x_stride[0] + y * a.x_stride[1] + x * self.itemsize
                    self.pack_row(source, a.x_channel, to)
                    to += self.size[2] * self.itemsize
            return
        for kd in range(self.size[0]):
            z = pc_input_index(&self.axes[0], d * self.stride[0] + kd * self.dilation[0])
            for kh in range(self.size[1]):
                y = pc_input_index(&self.axes[1], h * self.stride[1] + kh * self.dilation[1])
                for kw in range(self.size[2]):
                    x = pc_input_index(&self.axes[2], w * self.stride[2] + kw * self.dilation[2])
                    source = NULL
                    if min(z, y, x) >= 0:
                        source = image + z * a.x_stride[0] + y * a.x_stride[1] + x * a.x_stride[2]
                    if self.itemsize == 4:
                        self.pack_tap[float](<const float *>source, a.x_channel, <float *>to)
                    else:
                        self.pack_tap[double](<const double *>source, a.x_channel, <double *>to)
                    to += self.itemsize

    cdef void pack_row(self, const char *x, pc_size step, char *to) noexcept nogil:
        """Write a row of taps of all channels, `step` bytes apart; NULL stands for padding."""
        cdef pc_size channel, tap, bytes = self.size[2] * self.itemsize
        if x == NULL and self.zero_padding:
            return
        for channel in range(self.channels):
            if x != NULL:
                memcpy(to, x + channel * step, bytes)
            elif self.itemsize == 4:
                for tap in range(self.size[2]):
                    (<float *>to)[tap] = <float>self.padding_value
            else:
                for tap in range(self.size[2]):
                    (<double *>to)[tap] = self.padding_value
            to += self.taps * self.itemsize

    cdef void pack_tap(
        self, const floating *x, pc_size step, floating *to
    ) noexcept nogil:
        """Write one tap of all channels, `step` bytes apart; NULL stands for padding."""
        cdef pc_size channel, taps = self.taps
        if x == NULL:
            if self.zero_padding:
                return
            for channel in range(self.channels):
                to[channel * taps] = <floating>self.padding_value
            return
        for channel in range(self.channels):
            to[channel * taps] = x[0]
            x = <const floating *>(<const char *>x + step)


cdef class FewPixelsKernel(PooledKernel):
    """Unpacked weights and a plan; a `Kernel` for one call, which refers to the weights."""

    cdef FewPixels plan
    cdef cnp.ndarray w
    cdef const char *weights
    cdef pc_size pixels, reduction_len, blocks

    cdef double run(self, pc_arrays *arrays, pc_size workers) except? -1:
        cdef FewPixels plan = self.plan
        cdef pc_arrays view = arrays[0]
        # The batch and the channels become the pixels and the groups.
        if plan.read_as_it_lies(arrays):
            view.x_channel = self.reduction_len * plan.itemsize
        else:
            elements = plan.groups * self.pixels * self.reduction_len
            space = np.empty(elements * plan.itemsize + 64, np.uint8)
            view.x = aligned(space)
            plan.pack(arrays, <char *>view.x)
            view.x_batch = self.reduction_len * plan.itemsize
            view.x_channel = self.pixels * view.x_batch
        return PooledKernel.run(self, &view, workers)


def few_pixels_packer(FewPixels plan):
    """Return what makes the kernel for contiguous weights of the problem of `plan`."""
    def pack(cnp.ndarray w):
        cdef FewPixelsKernel kernel = FewPixelsKernel.__new__(FewPixelsKernel)
        kernel.plan, kernel.w, kernel.weights = plan, w, cnp.PyArray_BYTES(w)
        kernel.pixels = plan.batch * plan.out[0] * plan.out[1] * plan.out[2]
        kernel.reduction_len = plan.channels * plan.taps
        kernel.blocks = (plan.filters + MAX_ITEM_FILTERS - 1) // MAX_ITEM_FILTERS
        kernel.compute_item = <pc_compute>compute_item
        kernel.items = plan.groups * kernel.blocks
        kernel.workspace = MAX_ITEM_FILTERS * kernel.pixels * plan.itemsize
        return kernel
    return pack


cdef void compute_item(
    FewPixelsKernel kernel, const pc_arrays *a, pc_size item, char *memory, pc_stop_token *token
) noexcept nogil:
    """Compute the sums of a block of filters, add the bias and store them."""
    cdef pc_few_pixels_args args
    cdef pc_size group = item // kernel.blocks, first = item % kernel.blocks * MAX_ITEM_FILTERS
    args.reduction_len, args.pixels = kernel.reduction_len, kernel.pixels
    args.filters = min(MAX_ITEM_FILTERS, kernel.plan.filters - first)
    args.patch_step = a.x_batch // kernel.plan.itemsize
    first += group * kernel.plan.filters
    kernel.plan.kernel(
        &args, a.x + group * a.x_channel,
        kernel.weights + first * kernel.reduction_len * kernel.plan.itemsize, memory,
    )
    if kernel.plan.itemsize == 4:
        store[float](kernel, a, first, args.filters, <const float *>memory)
    else:
        store[double](kernel, a, first, args.filters, <const double *>memory)


cdef void store(
    FewPixelsKernel kernel, const pc_arrays *a, pc_size first, pc_size filters,
    const floating *sums,
) noexcept nogil:
    """Write the sums of `filters` output channels from `first` on."""
    cdef pc_size filter, image, d, h, w
    cdef floating bias
    cdef char *out
    for filter in range(first, first + filters):
        bias = 0
        if a.bias != NULL:
            bias = (<const floating *>a.bias)[filter]
        for image in range(kernel.plan.batch):
            out = a.out + image * a.out_batch + filter * a.out_channel
            for d in range(kernel.plan.out[0]):
                for h in range(kernel.plan.out[1]):
                    for w in range(kernel.plan.out[2]):
                        (<floating *>(
                            out + d * a.out_stride[0] + h * a.out_stride[1] + w * a.out_stride[2]
                        ))[0] = sums[0] + bias
                        sums += 1
