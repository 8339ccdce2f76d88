# cython: boundscheck=False, wraparound=False, initializedcheck=False
"""One or two passes over an array, in SciPy's order of sums; see kernels/passes.h."""

from typing import Any, NamedTuple

cimport numpy as cnp

from polyconv._kernels cimport (
    PC_CONSTANT, PC_EDGE, PC_F32, PC_F64, PC_REFLECT, PC_SYMMETRIC, PC_WRAP, pc_axis, pc_size,
    pc_source, pc_type, source_of,
)
from polyconv._thread_pool cimport pc_compute_planned, pc_stop_token, run_planned

import numpy as np

cnp.import_array()

cdef extern from "passes.h" nogil:
    cdef enum pc_sum:
        PC_SUM_NONE
        PC_SUM_LINE
        PC_SUM_PAIRS
        PC_SUM_DIFFERENCES
        PC_SUM_BOX
        PC_SUM_WINDOW

    ctypedef struct pc_pass:
        pc_sum sum
        pc_size taps
        const void *weights
        const pc_size *places

    ctypedef struct pc_passes_shape:
        pc_size out[4]
        pc_axis axes[3]
        pc_size window[3]
        pc_size tile[2]
        bint columns_first
        pc_source x_type
        pc_source out_type
        double padding

    ctypedef struct pc_passes:
        pc_passes_shape shape
        pc_pass over_rows
        pc_pass over_columns

    ctypedef struct pc_pass_arrays:
        const char *x
        char *out
        pc_size x_stride[4]
        pc_size out_stride[4]
        pc_size first_row

    ctypedef void (*pc_tile_function)(
        const pc_passes *passes, const pc_pass_arrays *arrays, pc_size item, char *memory,
        pc_stop_token *token,
    ) noexcept nogil
    pc_tile_function pc_tile_function_for(pc_type type)
    pc_size pc_pass_workspace(const pc_passes *passes, pc_size itemsize)
    pc_size pc_pass_items(const pc_passes *passes)


cdef dict SUMS = {
    "line": PC_SUM_LINE, "pairs": PC_SUM_PAIRS, "differences": PC_SUM_DIFFERENCES,
    "box": PC_SUM_BOX, "window": PC_SUM_WINDOW,
}
cdef dict MODES = {
    "constant": PC_CONSTANT, "edge": PC_EDGE, "wrap": PC_WRAP, "symmetric": PC_SYMMETRIC,
    "reflect": PC_REFLECT,
}


class PassAxis(NamedTuple):
    """An axis of the input: its size, the window along it, and numpy.pad's mode.

    `before` is the number of elements of a window before the output's own place.
    """

    n: int
    before: int
    window: int
    mode: str


class Sum(NamedTuple):
    """A pass: how it sums, its weights, and for a window the depth, row and column of each."""

    kind: str
    weights: Any
    places: Any = None


cdef class Passes:
    """One or two passes, prepared for arrays of one shape and dtype; threads may share it.

    Parameters
    ----------
    slots : sequence of int
        The array's axes that are batch, depth, rows and columns; -1 for none.
    out : sequence of int
        Sizes of the result along them.
    axes : sequence of Axis
        Depth, rows and columns of the input.
    tile : (int, int)
        Rows and columns of a work item.
    over_rows, over_columns : Sum or None
        The pass along the rows or over a window, and the pass along the columns.
    columns_first : bool
        True if the pass along the columns comes first. It matters if sums are rounded between them.
    x_dtype, out_dtype : dtype
        In native byte order.
    padding : float
        Value in the padding of constant axes.
    single : bool
        Sum in float32, not in float64.
    """

    cdef pc_passes passes
    cdef pc_tile_function tile
    cdef int[4] slots
    cdef readonly pc_size items
    cdef readonly pc_size workspace
    cdef object kept

    def __init__(
        self, slots, out, axes, tile, over_rows, over_columns, bint columns_first, x_dtype,
        out_dtype, double padding, bint single,
    ):
        self.passes.shape = {
            "out": out,
            "axes": [{"lo": axis.before, "n": axis.n, "mode": MODES[axis.mode]} for axis in axes],
            "window": [axis.window for axis in axes],
            "tile": tile,
            "columns_first": columns_first,
            "x_type": source_of(x_dtype),
            "out_type": source_of(out_dtype),
            "padding": padding,
        }
        self.slots, self.kept = slots, []
        self.passes.over_rows = self._pass_of(over_rows, single)
        self.passes.over_columns = self._pass_of(over_columns, single)
        self.tile = pc_tile_function_for(PC_F32 if single else PC_F64)
        self.items = pc_pass_items(&self.passes)
        self.workspace = pc_pass_workspace(&self.passes, 4 if single else 8)

    cdef pc_pass _pass_of(self, described, bint single):
        cdef pc_pass made
        cdef cnp.ndarray weights, places
        made.sum, made.taps, made.weights, made.places = PC_SUM_NONE, 0, NULL, NULL
        if described is None:
            return made
        with np.errstate(all="ignore"):  # weights may overflow in float32, or underflow
            weights = np.ascontiguousarray(described.weights, np.float32 if single else np.float64)
        self.kept.append(weights)
        made.sum, made.taps = <pc_sum><int>SUMS[described.kind], weights.size
        made.weights = cnp.PyArray_DATA(weights)
        if described.places is not None:
            places = np.ascontiguousarray(described.places, np.intp)
            self.kept.append(places)
            made.places = <const pc_size *>cnp.PyArray_DATA(places)
        return made

    def __call__(self, cnp.ndarray x, cnp.ndarray out, pc_size workers, pc_size first_row=0):
        """Write every element of `out`, which shares no memory with `x`.

        The rows of `out` are those from `first_row` on of the whole result.
        """
        cdef pc_pass_arrays arrays
        cdef int i, axis
        arrays.x, arrays.out = cnp.PyArray_BYTES(x), cnp.PyArray_BYTES(out)
        for i in range(4):
            axis = self.slots[i]
            arrays.x_stride[i] = 0 if axis < 0 else x.strides[axis]
            arrays.out_stride[i] = 0 if axis < 0 else out.strides[axis]
        arrays.first_row = first_row
        run_planned(
            <pc_compute_planned>self.tile, &self.passes, &arrays, self.items, self.workspace,
            workers,
        )
