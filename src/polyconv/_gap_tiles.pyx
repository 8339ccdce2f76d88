# cython: boundscheck=False, wraparound=False, initializedcheck=False
"""Normalized convolution in one pass over values and validity; see kernels/gap_tiles.h."""

cimport numpy as cnp

from polyconv._kernels cimport (
    PC_F32, PC_F64, padding_mode_of, pc_axis, pc_size, pc_type,
)
from polyconv._thread_pool cimport pc_compute_planned, pc_stop_token, run_planned

from libc.stdint cimport uint8_t, uintptr_t

import numpy as np

from polyconv._arrays import MIN_ALIGNED_BYTES, aligned_empty

cnp.import_array()

# Structural: bytes of a page, and of a cache line. Processors compare the places of loads with
# those of earlier stores by the lowest 12 bits of addresses: a load at the place of a store in
# another page waits.
cdef enum:
    PAGE = 4096
    LINE = 64

# A copy, which compiled code reads faster than Python's.
cdef pc_size MIN_ALIGNED = MIN_ALIGNED_BYTES

cdef extern from "gap_tiles.h" nogil:
    ctypedef struct pc_gap_limits:
        pass

    ctypedef struct pc_gap_shape:
        pc_size images
        pc_size channels
        pc_size filters
        pc_size out[2]
        pc_axis axes[2]
        pc_size kernel[2]
        pc_size tile[2]
        pc_size vectors
        pc_size parts
        double few
        double padding
        double fill
        bint padding_is_valid

    ctypedef struct pc_gap_tiles:
        pc_gap_shape shape
        const void *weights
        const double *exact
        const double *column_sums
        const void *reversed
        const void *patterns
        const pc_gap_limits *limits

    ctypedef struct pc_gap_arrays:
        const char *x
        const uint8_t *mask
        char *out

    ctypedef void (*pc_gap_tile_function)(
        const pc_gap_tiles *tiles, const pc_gap_arrays *arrays, pc_size item, char *memory,
        pc_stop_token *token,
    ) noexcept nogil

    ctypedef struct pc_gap_table:
        pc_gap_tile_function f32
        pc_gap_tile_function f64
        pc_gap_tile_function narrow_f32
        pc_gap_tile_function narrow_f64
        pc_size[2] block
        pc_size[2] pattern

    const pc_gap_table *pc_gap_tables()
    pc_size pc_gap_workspace(const pc_gap_tiles *tiles, pc_type type)
    pc_size pc_gap_items(const pc_gap_tiles *tiles)


def reversed_rows(weights, lanes):
    """Return rows of weights from the last to the first, and zeros, in whole vectors."""
    *leading, taps = weights.shape
    rows = np.zeros((*leading, (taps + lanes - 1) // lanes * lanes), weights.dtype)
    rows[..., :taps] = weights[..., ::-1]
    return rows


def pattern_sums(exact, pattern, dtype):
    """Return the sums of the weights of each part of each row, for all patterns of validity.

    Parameters
    ----------
    exact : ndarray of float64, shape ``(..., taps)``
    pattern : int
        Taps of a part; the last one may have fewer.
    dtype : dtype

    Returns
    -------
    ndarray, shape ``(..., parts, 2 ** pattern)``
        Bit i of a pattern is set if the element at tap i of the part is valid.
    """
    *leading, taps = exact.shape
    parts = (taps + pattern - 1) // pattern
    padded = np.zeros((*leading, parts * pattern))
    padded[..., :taps] = exact
    patterns = np.arange(2**pattern)
    sums = np.zeros((*leading, parts, 2**pattern))
    for tap in range(pattern):
        sums += padded[..., tap::pattern, None] * (patterns >> tap & 1)
    return sums.astype(dtype)


def shape_record(problem, tile):
    """Return the numbers of `pc_gap_shape` that follow from the problem alone, and the tile.

    Problems of one axis have one row.
    """
    missing, mode = 2 - problem.rank, <int>padding_mode_of(problem)
    pads, spatial = ((0, 0),) * missing + problem.pads, (1,) * missing + problem.spatial
    return {
        "channels": problem.in_channels,
        "filters": problem.oc_per_group,
        "out": (1,) * missing + problem.out,
        "axes": [{"lo": lo, "n": n, "mode": mode} for (lo, _), n in zip(pads, spatial)],
        "kernel": (1,) * missing + problem.kernel,
        "tile": tile,
    }


def in_lines(array):
    """Return a copy that starts at a cache line, so that no vector of it lies across two lines."""
    copy = aligned_empty(array.shape, array.dtype)
    copy[...] = array
    return copy


cdef class GapTiles:
    """A normalized convolution of images whose filters read one channel each, ready to be called.

    Parameters
    ----------
    problem : Problem
        Of rank 1 or 2, with strides and dilations of 1 and ``ic_per_group == 1``.
    images : int
        The batch, which may be larger than the problem's.
    tile : (int, int)
        Rows and columns of a work item.
    weights, exact : ndarray, shape ``(out_channels, 1, *kernel)``
        The filters, whose sums are 1: in the type of the sums, and in double precision.
    limits : ndarray of float64, shape ``(out_channels, 6)``
        `pc_gap_limits` of each filter; see gap_tiles.h.
    padding : float
        The value of constant padding; NaN is padding without data.
    fill : float
        The value of outputs without enough weight.
    gap_vectors : float
        Vectors of weights that are looked up, or vectors of products, in the time in which one
        vector of a gap's weights is subtracted.
    """

    cdef pc_gap_tiles tiles
    cdef pc_gap_tile_function tile
    cdef readonly pc_size items
    cdef readonly pc_size workspace
    cdef object kept

    def __init__(
        self, problem, pc_size images, tile, cnp.ndarray weights, cnp.ndarray exact,
        cnp.ndarray limits, double padding, double fill,
        double gap_vectors,
    ):
        cdef pc_type type = PC_F32 if weights.itemsize == 4 else PC_F64
        cdef const pc_gap_table *table = pc_gap_tables()
        cdef pc_size lanes = table.block[type != PC_F32] // 4
        cdef pc_size taps = problem.kernel[problem.rank - 1]
        cdef pc_size pattern = table.pattern[type != PC_F32]
        rows = exact.reshape(len(exact), -1, taps)
        cdef cnp.ndarray column_sums = rows.sum(1)
        cdef cnp.ndarray reversed = in_lines(
            reversed_rows(rows, lanes).astype(weights.dtype)
        )
        cdef cnp.ndarray patterns = reversed  # of no use elsewhere
        if pattern:
            patterns = in_lines(pattern_sums(rows, pattern, weights.dtype))
        parts = patterns.shape[2] if pattern else 0
        # Work for a vector of denominators and a row of weights, over that for a gap.
        few = (parts or taps) / (reversed.shape[2] * gap_vectors)
        self.tiles.shape = {
            **shape_record(problem, tile),
            "images": images,
            "vectors": reversed.shape[2] // lanes,
            "parts": parts,
            "few": few,
            "padding": padding if padding == padding else 0,
            "fill": fill,
            "padding_is_valid": padding == padding,
        }
        self.kept = weights, exact, limits, column_sums, reversed, patterns
        self.tiles.weights = cnp.PyArray_DATA(weights)
        self.tiles.exact = <const double *>cnp.PyArray_DATA(exact)
        self.tiles.column_sums = <const double *>cnp.PyArray_DATA(column_sums)
        self.tiles.reversed = cnp.PyArray_DATA(reversed)
        self.tiles.patterns = cnp.PyArray_DATA(patterns)
        self.tiles.limits = <const pc_gap_limits *>cnp.PyArray_DATA(limits)
        self.tile = table.f32 if type == PC_F32 else table.f64
        if self.tiles.shape.parts == 1:
            self.tile = table.narrow_f32 if type == PC_F32 else table.narrow_f64
        self.items = pc_gap_items(&self.tiles)
        self.workspace = pc_gap_workspace(&self.tiles, type)

    def new_result(self, cnp.ndarray x, tuple shape):
        """Return an uninitialised array for the result of `x`.

        Rows of large ones begin at other places of memory pages than those of `x`, as far apart
        as the length of rows allows. Rows of 16 KiB that began at nearly the same places took 1.6
        times as long (3x3 weights, 2048 x 2048, float64, Zen 4, one core, 2026-11-30).
        """
        cdef pc_size itemsize = x.itemsize, size = itemsize, row, apart = PAGE // 2
        for n in shape:
            size *= n
        if size < MIN_ALIGNED:
            return np.empty(shape, x.dtype)
        row = self.tiles.shape.out[1] * itemsize
        while apart > LINE and row % (2 * apart):
            apart //= 2
        cdef cnp.ndarray memory = np.empty(size + PAGE, np.uint8)
        cdef uintptr_t wanted = <uintptr_t>cnp.PyArray_DATA(x) + apart
        wanted -= wanted % LINE + <uintptr_t>cnp.PyArray_DATA(memory)
        return np.ndarray(shape, x.dtype, memory, wanted % PAGE)

    def __call__(self, cnp.ndarray x, mask, cnp.ndarray out, pc_size workers):
        """Write every element of `out`.

        Parameters
        ----------
        x : ndarray, shape ``(images, in_channels, *spatial)``
            Contiguous, of the dtype of the weights.
        mask : ndarray of bool, shape of `x`, contiguous, or None
        out : ndarray, shape ``(images, out_channels, *out)``
            Contiguous, of the same dtype.
        workers : int
        """
        cdef pc_gap_arrays arrays
        arrays.x, arrays.out = cnp.PyArray_BYTES(x), cnp.PyArray_BYTES(out)
        arrays.mask = NULL
        if mask is not None:
            arrays.mask = <const uint8_t *>cnp.PyArray_BYTES(mask)
        run_planned(
            <pc_compute_planned>self.tile, &self.tiles, &arrays, self.items, self.workspace,
            workers,
        )
