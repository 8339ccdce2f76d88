# cython: boundscheck=False, wraparound=False, cdivision=True, initializedcheck=False
"""Separable convolution between Python and C: the plan as kernels/separable.h has it."""

cimport numpy as cnp

from polyconv._cpu cimport copy_kernels_for
from polyconv._kernels cimport (
    PC_MAX_ABS_BYTES, PC_U32, pc_arrays, pc_convert_for, pc_copy_kernels, pc_size, pc_type,
    reader_of, set_input_axes, source_of, type_of, writer_of,
)
from polyconv._thread_pool cimport PooledKernel, pc_compute, pc_stop_token
from separable_kernels cimport (
    pc_factors, pc_line_kernels_for, pc_separable, pc_separable_compute,
)

import numpy as np

cnp.import_array()


cdef class SeparablePlan:
    """The plan of one problem: all that does not depend on weights or arrays."""

    cdef pc_separable plan
    cdef pc_type type
    cdef object column  # keeps the array alive to which `plan` points

    def __init__(self, problem, elements, axes, shape, column):
        """`elements`: their dtype; `axes` and `shape`: records of `planner`; `column`: array or
        None.
        """
        cdef pc_separable *plan = &self.plan
        cdef const pc_copy_kernels *kernels
        cdef Py_ssize_t i
        self.type = type_of(elements)
        kernels = copy_kernels_for(self.type)
        for i in range(3):
            plan.axes[i] = axes[i]._asdict()
        plan.shape = shape._asdict()
        plan.kernels, plan.max_abs = pc_line_kernels_for(self.type), kernels.max_abs
        set_input_axes(problem, plan.input_axes)
        for i in range(2):
            plan.readers[i] = reader_of(problem, kernels, i == 1)
        plan.writer = writer_of(problem, kernels)
        # Real and imaginary parts are written one after the other.
        plan.writer.parts = 1
        plan.writer.itemsize = problem.dtype.itemsize // shape.parts
        if self.type == PC_U32:
            plan.readers[0].convert = pc_convert_for(
                source_of(problem.x_dtype), self.type, kernels
            )
            plan.readers[0].itemsize = 4
            plan.readers[0].padding.u32 = problem.padding_value % (1 << 32)
            plan.writer.sums = self.type
            plan.writer.kernels = kernels if problem.dtype.itemsize == 4 else NULL
            plan.writer.narrow = kernels if problem.dtype.itemsize == 8 else NULL
        self.column = column
        plan.column = NULL
        if column is not None:
            plan.column = <const pc_size *>cnp.PyArray_DATA(column)


cdef class SeparableKernel(PooledKernel):
    """Factors of all filters and a plan; the `Kernel` of the backend `separable`."""

    cdef SeparablePlan plan
    cdef pc_factors factors
    cdef tuple arrays  # keeps the arrays alive to which `factors` points

    def __init__(self, SeparablePlan plan, tuple arrays, tuple spread):
        """`arrays`: contiguous, for each of three axes, of the shape in pc_factors."""
        cdef Py_ssize_t i
        self.plan, self.arrays = plan, arrays
        for i in range(3):
            self.factors.axes[i] = cnp.PyArray_BYTES(arrays[i])
        self.factors.sets = arrays[0].shape[3]
        self.compute_item = <pc_compute>compute_item
        self.items, self.workspace = plan.plan.shape.items, plan.plan.shape.workspace
        self.zeroed = plan.plan.shape.zeroed
        self.type, self.tracks_max_abs = plan.type, plan.plan.max_abs != NULL
        self.spread = spread
        if plan.type == PC_U32 and plan.plan.shape.bias_itemsize == 4:
            self.bias_type = np.uint32


cdef void compute_item(
    SeparableKernel kernel, const pc_arrays *a, pc_size item, char *memory, pc_stop_token *token
) noexcept nogil:
    pc_separable_compute(
        &kernel.plan.plan, &kernel.factors, a, item, memory, memory - PC_MAX_ABS_BYTES, token
    )
