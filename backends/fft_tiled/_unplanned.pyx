# cython: boundscheck=False, wraparound=False, cdivision=True, initializedcheck=False
"""Plain calls of inputs of any size in a range: no size is planned in Python.

`SegmentLengths` gives the lengths of segments, as it does for plans, so results have the same bits
as those of planned calls. The plan in C of each combination of lengths is made once in Python, for
one size, and then resized. The filters are transformed in each plain call. `unplanned.py` beside
this file decides which problems are computed so.
"""

from libc.string cimport memset

cimport numpy as cnp

from polyconv._expected cimport MAX_AXES, Expected, describe, matches
from polyconv._kernels cimport pc_arrays, pc_size
from polyconv._thread_pool cimport PooledKernel, max_abs, max_input
from polyconv.backends.fft_tiled._fft_tiled cimport FftTiledKernel, Resized, SegmentPlan
from polyconv.backends.fft_tiled._lengths cimport RANKS, Cut, SegmentLengths, keep_of, read_of

from polyconv._arrays import MIN_ALIGNED_BYTES, new_result
from polyconv._machine import worker_count
from polyconv._veto import limits

cnp.import_array()

cdef pc_size MIN_ALIGNED = MIN_ALIGNED_BYTES


cdef struct Sizes:
    pc_size batch
    pc_size workers
    pc_size products
    pc_size[RANKS] n
    pc_size[RANKS] out
    Cut[RANKS] cuts


cdef class UnplannedSegments:
    """Plain calls of all problems that differ from two in the size of the input alone.

    They lie between these two, are of floats of one dtype, and padded by zeros.

    Parameters
    ----------
    low, high : Problem
    lengths : SegmentLengths
        The table that serves both.
    extents : tuple of int
        Extents of a phase of the kernel.
    plan_of : callable
        Returns the `SegmentPlan` of `high` in segments that `SegmentLengths.chosen` may return;
        None if they take too much workspace.
    cuts_of_plan : callable
        Returns the cuts of the plan of a problem, as `SegmentLengths.chosen` does.
    """

    cdef SegmentLengths lengths
    cdef Expected x, w, bias
    cdef int rank, first
    cdef pc_size workers, filters, reduction_len, groups
    cdef pc_size[RANKS] extent, low, high, lo, hi, stride, kernel_extent
    cdef pc_size low_batch, high_batch
    cdef double limit, max_abs_padding
    cdef object dtype, plan_of, cuts_of_plan
    cdef dict plans

    def __init__(
        self, low, high, SegmentLengths lengths, extents, plan_of, cuts_of_plan
    ):
        cdef int axis
        self.lengths, self.plan_of, self.cuts_of_plan = lengths, plan_of, cuts_of_plan
        self.plans = {}
        self.rank, self.first, self.dtype = high.rank, 2 if high.batched else 1, high.dtype
        describe(high.x_shape, high.dtype, &self.x)
        describe(high.w_shape, high.dtype, &self.w)
        describe((high.out_channels,), high.dtype, &self.bias)
        # The default number of workers depends on the size, unless both ends have the same.
        self.workers = high.workers if low.workers == high.workers else 0
        self.filters, self.groups = high.out_channels, high.groups
        self.reduction_len = high.reduction_len
        self.low_batch, self.high_batch = low.batch, high.batch
        self.limit, self.max_abs_padding, _ = limits(high)
        for axis in range(self.rank):
            self.extent[axis], self.stride[axis] = extents[axis], high.stride[axis]
            self.kernel_extent[axis] = high.extent[axis]
            self.low[axis], self.high[axis] = low.spatial[axis], high.spatial[axis]
            self.lo[axis], self.hi[axis] = high.pads[axis]

    def __call__(self, x, w, bias, out=None):
        """Return the result for plain arrays in C order; None where it is left to a plan.

        It is written to `out`, if given, which must have its shape and dtype.
        """
        cdef Sizes sizes
        cdef cnp.ndarray image = <cnp.ndarray?>x
        if not matches(w, &self.w) or not (bias is None or matches(bias, &self.bias)):
            return None
        if not self.measure(image, &sizes):
            return None
        cdef double limit = max_input(
            max_abs(w, 1), self.limit, self.max_abs_padding, self.reduction_len
        )
        if limit < 0:
            return None
        return self.run(image, w, bias, out, &sizes, limit)

    def replaces_plan(self, x, problem):
        """Return True if it computes `x`, but in other segments than the plan of `problem`."""
        cdef Sizes sizes
        if not self.measure(<cnp.ndarray?>x, &sizes):
            return False
        return self.cuts_of(&sizes) != self.cuts_of_plan(problem)

    cdef tuple cuts_of(self, const Sizes *sizes):
        """Return what `SegmentLengths.chosen` does."""
        cdef int axis
        return tuple([
            (sizes.cuts[axis].size, sizes.cuts[axis].count, bool(sizes.cuts[axis].circular))
            for axis in range(self.rank)
        ])

    cdef bint measure(self, cnp.ndarray image, Sizes *sizes) except -1:
        """Set sizes and segments; return False if `image` is of another problem or too large."""
        cdef int axis
        cdef pc_size[RANKS] period
        cdef pc_size padded
        if (
            cnp.PyArray_TYPE(image) != self.x.type or cnp.PyArray_NDIM(image) != self.x.ndim
            or cnp.PyArray_DIM(image, self.first - 1) != self.x.shape[self.first - 1]
        ):
            return False
        sizes.batch = cnp.PyArray_DIM(image, 0) if self.first == 2 else 1
        if not self.low_batch <= sizes.batch <= self.high_batch:
            return False
        sizes.products = self.reduction_len * self.filters * sizes.batch
        for axis in range(self.rank):
            sizes.n[axis] = cnp.PyArray_DIM(image, self.first + axis)
            if not self.low[axis] <= sizes.n[axis] <= self.high[axis]:
                return False
            padded = sizes.n[axis] + self.lo[axis] + self.hi[axis]
            sizes.out[axis] = (padded - self.kernel_extent[axis]) // self.stride[axis] + 1
            sizes.products *= sizes.out[axis]
            # As `overlap_save.circular_period` has it for zeros as padding.
            period[axis] = 0
            if self.stride[axis] == 1:
                period[axis] = max(
                    sizes.n[axis] + max(self.lo[axis], self.hi[axis]), sizes.out[axis]
                )
        sizes.workers = self.workers
        if sizes.workers == 0:
            sizes.workers = worker_count(2 * sizes.products, None)
        if not self.lengths.choose(
            self.extent, sizes.out, period, sizes.batch * self.groups, sizes.workers, sizes.cuts
        ):
            return False
        return self.plan(sizes) is not None

    cdef SegmentPlan plan(self, const Sizes *sizes):
        """Return the plan in C of `high` in segments of the same lengths; None if too large."""
        cdef const Cut *cuts = sizes.cuts
        key = (
            cuts[0].size, cuts[0].circular, cuts[1].size, cuts[1].circular,
            cuts[2].size, cuts[2].circular,
        )
        plan = self.plans.get(key, key)
        if plan is key:
            plan = self.plans[key] = self.plan_of(self.cuts_of(sizes))
        return plan

    cdef SegmentPlan resized(self, const Sizes *sizes):
        """Return the plan in C."""
        cdef Resized[RANKS] axes
        cdef int axis, at
        cdef const Cut *cut
        for at in range(RANKS):
            axes[at] = Resized(1, 1, 1, 1, 1)
        for axis in range(self.rank):
            at, cut = RANKS - self.rank + axis, &sizes.cuts[axis]
            axes[at].n, axes[at].out, axes[at].segments = sizes.n[axis], sizes.out[axis], cut.count
            axes[at].read = read_of(cut, sizes.n[axis])
            axes[at].keep = keep_of(cut, self.extent[axis], sizes.out[axis])
        return self.plan(sizes).resized(sizes.batch, axes)

    cdef object run(
        self, cnp.ndarray x, cnp.ndarray w, bias, out, const Sizes *sizes, double limit
    ):
        """Return the result; None if a value of `x` is beyond `limit`."""
        cdef cnp.npy_intp[MAX_AXES] shape
        cdef pc_arrays arrays
        cdef pc_size itemsize = x.itemsize, in_step = itemsize, out_step = itemsize, size
        cdef int axis
        shape[0] = sizes.batch
        shape[self.first - 1] = self.filters
        memset(&arrays, 0, sizeof(arrays))
        for axis in reversed(range(self.rank)):
            shape[self.first + axis] = sizes.out[axis]
            arrays.x_stride[RANKS - self.rank + axis] = in_step
            arrays.out_stride[RANKS - self.rank + axis] = out_step
            in_step *= sizes.n[axis]
            out_step *= sizes.out[axis]
        arrays.x_channel, arrays.out_channel = in_step, out_step
        size = out_step * self.filters * sizes.batch
        if self.first == 2:
            arrays.x_batch = in_step * x.shape[1]
            arrays.out_batch = out_step * self.filters
        result = out
        if out is None and size >= MIN_ALIGNED:
            result = new_result(tuple([shape[axis] for axis in range(self.x.ndim)]), self.dtype)
        elif out is None:
            result = cnp.PyArray_EMPTY(self.x.ndim, shape, self.x.type, 0)
        arrays.x, arrays.out = cnp.PyArray_BYTES(x), cnp.PyArray_BYTES(<cnp.ndarray?>result)
        if bias is not None:
            arrays.bias = cnp.PyArray_BYTES(<cnp.ndarray>bias)
        arrays.limit = limit
        cdef PooledKernel kernel = FftTiledKernel(self.resized(sizes), w)
        return None if kernel.run(&arrays, sizes.workers) > limit else result
