"""The class `Im2col`: supported problems, counts of the cost, and the error bound."""

import math
from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray

from polyconv._backend import Backend, Cost, Kernel
from polyconv._cpu import contiguous, lanes
from polyconv._machine import blas_single_threaded
from polyconv._problem import Problem
from polyconv.backends.trimming import trimmed

from .planner import (
    copies_planes,
    gathers,
    packs_whole_rows,
    plan_of,
    tile_count,
    tiling_of,
    transposes,
    zero_copy,
)

__all__ = ["Im2col"]

# Time of a call that copies rows, in rows: a call takes 16 ns, beginning and padding a row 1.2 ns
# (Zen 4, one core, 2026-11-30, rates that `python -m benchmarks.cost_model fit` found for each).
_ROWS_OF_A_CALL = 13


class Im2col(Backend):
    """Patch matrix times filter matrix, by BLAS: floats and complex."""

    name = "im2col"
    dot_product = True

    def unsupported(self, p: Problem) -> str | None:
        """Return why integers are refused; None for floats and complex numbers."""
        if p.accumulator.kind in "iu":
            return (
                f"dtype {p.dtype}; im2col multiplies through BLAS, which has floats and complex "
                "only"
            )
        return None

    def cost(self, p: Problem) -> Cost:
        """The definition's operations; patches packed and read again, and partial sums."""
        if p.empty:
            return Cost(0, 0, 0)
        tiling = tiling_of(p)
        tiles = tile_count(p, tiling)
        return _cost(
            p,
            tiles=tiles,
            tile_height=tiling.tile_height,
            tile_width=min(tiling.tile_width, p.out[-1]),
            oc_splits=tiling.oc_splits,
            reduction_blocks=-(-p.reduction_len // tiling.reduction_block),
            workspace=p.workers * tiling.workspace(p.accumulator.itemsize),
            pool_items=tiles * tiling.oc_splits,
        )

    def cost_lower_bounds(self, p: Problem) -> Iterator[Cost]:
        """The cost of patches that are packed once, in one block of the reduction."""
        if p.empty or p.accumulator.kind in "iu":
            return
        yield _cost(
            p,
            tiles=p.batch * p.groups,
            tile_height=p.out[-2] if p.rank > 1 else 1,
            tile_width=p.out[-1],
            oc_splits=1,
            reduction_blocks=1,
            workspace=0,
        )

    def error_bound(self, p: Problem) -> float:
        """Plain sums by BLAS over blocks of the reduction, in any order; blocks added in turn.

        On some processors BLAS forms a single chain. With equal terms, all its roundings may have
        the same sign: twice the error that `summation_error` expects of a chain.
        """
        products = p.reduction_len * (2 if p.accumulator.kind == "c" else 1)
        block = 1 if p.empty else tiling_of(p).reduction_block
        return p.summation_error(2 * (min(products, block) + products / block))

    def prepare(self, p: Problem, w: NDArray[Any]) -> Kernel:
        """Convert the weights to a matrix of filters for each group."""
        # Loads scipy.linalg, which takes 70 ms, for its BLAS.
        from ._im2col import Im2colKernel

        filters = contiguous(w, p.accumulator).reshape(p.groups, p.oc_per_group, p.reduction_len)
        return Im2colKernel(p, plan_of(p), filters, blas_single_threaded)

    def packer(self, p: Problem) -> Callable[[NDArray[Any]], Kernel]:
        """Return the function that makes a kernel of filters, which BLAS reads without packing."""
        from ._im2col import Im2colKernel

        none = np.empty(0, p.accumulator)
        kernel = Im2colKernel(p, plan_of(p), none, blas_single_threaded)
        return lambda w: kernel.with_filters(contiguous(w, p.accumulator))


def _cost(
    p: Problem,
    *,
    tiles: int,
    tile_height: int,
    tile_width: int,
    oc_splits: int,
    reduction_blocks: int,
    workspace: int,
    pool_items: int = 0,
) -> Cost:
    """Return the cost of a problem in these tiles, each shared by `oc_splits` work items."""
    itemsize, copies = p.accumulator.itemsize, zero_copy(p)
    columns = p.batch * p.groups * math.prod(p.out)
    patches = 0 if copies else columns * p.reduction_len * itemsize
    # Work items that share a tile pack it again.
    packed = patches * oc_splits
    # Sums are read and written for each block of the reduction after the first.
    partial_sums = 2 * (reduction_blocks - 1) * p.outputs * itemsize
    # One call copies the rows of a tile; a short row is part of a vector.
    planes = copies_planes(p)
    short = planes and p.out[-1] < lanes(p.accumulator)["lanes"]
    # One call transposes the channels of a row.
    rows_of_a_call = tile_height if planes else p.ic_per_group if transposes(p) else 1
    runs = packed // (itemsize * tile_width * rows_of_a_call)
    if planes:
        # Calls that only write padding take a quarter of the time of others.
        runs = runs * (p.taps + 3 * trimmed(p)[0].taps) // (4 * p.taps)
        runs += packed // (itemsize * tile_width) // _ROWS_OF_A_CALL
    # BLAS packs the filters for each tile, or reads them for its one pixel.
    filters = tiles * p.oc_per_group * p.reduction_len * itemsize
    return Cost(
        flops=p.flops,
        bytes=p.moved_once + patches + packed + partial_sums + filters,
        workspace=workspace,
        packed=packed,
        runs=runs,
        work_items=tiles * oc_splits * reduction_blocks,
        prepared=p.out_channels * p.reduction_len * itemsize,
        gathered=packed if short or gathers(p) else 0,
        variant=_variant(p),
        lookups=int(packed // itemsize * p.looked_up_share),
        pool_items=pool_items,
    )


def _variant(p: Problem) -> str:
    """Return the kind of patches, which differ in how fast BLAS multiplies them or they are packed.

    Images of one pixel are vectors, multiplied by gemv.
    """
    if math.prod(p.out[-2:]) == 1:
        return "vector"
    if zero_copy(p):
        return "pointwise"
    if packs_whole_rows(p):
        return "rows"
    if transposes(p):
        return "channels"
    return "complex" if p.accumulator.kind == "c" else "windows"
