# cython: boundscheck=False, wraparound=False, cdivision=True, initializedcheck=False
"""The weights' gradient between Python and C: the plan as kernels/weight.h has it."""

cimport numpy as cnp

from polyconv._cpu cimport copy_kernels_for
from polyconv._kernels cimport (
    arrays_of, pc_arrays, pc_axis, pc_convert, pc_convert_for, pc_copy_kernels,
    pc_reader, pc_size, pc_type, reader_of, set_input_axes, source_of, type_of,
)
from polyconv._thread_pool cimport pc_compute_planned, pc_stop_token, run_planned

cnp.import_array()

cdef extern from "weight.h" nogil:
    ctypedef struct pc_weight_axis:
        pc_size out, tile, tiles, kernel, stride, dilation, step, packed

    ctypedef struct pc_weight_shape:
        pc_size batch, groups, ic_per_group, oc_per_group, taps, itemsize
        pc_size phases, pitch, plane, pixels, interleave
        pc_size ic_block, ic_splits, oc_block, oc_splits, panels, sum_block, lanes
        pc_size g_offset, sums_offset, tables_offset, workspace, items
        bint zero_copy

    ctypedef struct pc_weight_winograd:
        pc_size images, tile_rows, tile_columns, block_rows, block_columns, block_tiles, blocks
        pc_size chain, ic_pitch, x_point, g_point, sum_point, packed_offset, results_offset

    ctypedef struct pc_weight_kernels:
        pass
    const pc_weight_kernels *pc_weight_kernels_for(pc_type type)

    ctypedef struct pc_weight_plan:
        pc_weight_axis axes[3]
        pc_weight_axis depth
        pc_weight_shape shape
        pc_weight_winograd winograd
        pc_axis input_axes[3]
        pc_reader reader
        pc_convert convert_g
        bint same_x, same_g
        const pc_size *taps
        const pc_weight_kernels *kernels
        const pc_copy_kernels *copies

    ctypedef struct pc_weight_arrays:
        const char *x
        const char *g
        char *out
        pc_size x_batch, x_channel
        pc_size x_stride[3]
        pc_size g_batch, g_channel
        pc_size g_stride[3]
        pc_size out_oc, out_ic, out_tap
        int *finite

    void pc_weight_igemm(
        const pc_weight_plan *plan, const pc_weight_arrays *a, pc_size item, char *memory,
        pc_stop_token *token,
    ) noexcept
    void pc_weight_winograd_item(
        const pc_weight_plan *plan, const pc_weight_arrays *a, pc_size item, char *memory,
        pc_stop_token *token,
    ) noexcept
    void pc_weight_depthwise(
        const pc_weight_plan *plan, const pc_weight_arrays *a, pc_size item, char *memory,
        pc_stop_token *token,
    ) noexcept
    void pc_weight_row_products(
        const pc_weight_plan *plan, const pc_weight_arrays *a, pc_size item, char *memory,
        pc_stop_token *token,
    ) noexcept

ctypedef void (*compute_item)(
    const pc_weight_plan *plan, const pc_weight_arrays *a, pc_size item, char *memory,
    pc_stop_token *token,
) noexcept nogil


cdef class WeightKernel:
    """The gradient of the weights of one problem; threads may share it.

    Parameters
    ----------
    problem : Problem
        `w_dtype` is the dtype of the gradient with respect to the result.
    variant : {"igemm", "depthwise", "row_products", "winograd"}
    axes, shape : records of `_records`
    taps : ndarray of intp
        Where each tap is in packed x, in packed pixels from the first one.
    depth, winograd : records of `_records`, optional
        Of the variant winograd: the axis of the depth, and its own numbers.
    """

    cdef pc_weight_plan plan
    cdef compute_item compute
    cdef cnp.ndarray taps  # keeps the array alive to which `plan` points

    def __init__(self, problem, variant, axes, shape, cnp.ndarray taps, depth=None, winograd=None):
        cdef pc_type type = type_of(problem.accumulator)
        cdef int i
        for i in range(3):
            self.plan.axes[i] = axes[i]._asdict()
        self.plan.shape = shape._asdict()
        self.taps, self.plan.taps = taps, <const pc_size *>cnp.PyArray_DATA(taps)
        set_input_axes(problem, self.plan.input_axes)
        self.plan.copies = copy_kernels_for(type)
        self.plan.reader = reader_of(problem, self.plan.copies, False)
        self.plan.convert_g = pc_convert_for(
            source_of(problem.w_dtype), type, self.plan.copies
        )
        self.plan.same_x = problem.x_dtype == problem.accumulator
        self.plan.same_g = problem.w_dtype == problem.accumulator
        self.plan.kernels = pc_weight_kernels_for(type)
        if variant == "winograd":
            self.plan.depth, self.plan.winograd = depth._asdict(), winograd._asdict()
            self.compute = pc_weight_winograd_item
        elif variant == "igemm":
            self.compute = pc_weight_igemm
        elif variant == "depthwise":
            self.compute = pc_weight_depthwise
        else:
            self.compute = pc_weight_row_products

    def __call__(self, cnp.ndarray x, cnp.ndarray g, cnp.ndarray out, pc_size workers):
        """Write all weights.

        Parameters
        ----------
        x, g : ndarray
            Canonical, in native byte order.
        out : ndarray, shape ``(out_channels, ic_per_group, taps)``
            Of the accumulator's dtype, with any strides.
        workers : int

        Returns
        -------
        bool
            False if the variant is winograd and a weight is not finite.
        """
        cdef pc_weight_arrays arrays
        cdef int i, finite = True
        cdef pc_arrays a = arrays_of(x, None, g)
        arrays.x, arrays.g, arrays.out = a.x, a.out, cnp.PyArray_BYTES(out)
        arrays.x_batch, arrays.x_channel = a.x_batch, a.x_channel
        arrays.g_batch, arrays.g_channel = a.out_batch, a.out_channel
        for i in range(3):
            arrays.x_stride[i], arrays.g_stride[i] = a.x_stride[i], a.out_stride[i]
        arrays.out_oc, arrays.out_ic = out.strides[0], out.strides[1]
        arrays.out_tap, arrays.finite = out.strides[2], &finite
        run_planned(
            <pc_compute_planned>self.compute, &self.plan, &arrays, self.plan.shape.items,
            self.plan.shape.workspace, workers,
        )
        return finite != 0
