"""im2col: windows copied into the columns of a matrix, multiplied by the filters through BLAS.

The matrix of all windows is never formed: tiles of it, at most `_PATCHES` bytes, are packed,
multiplied and forgotten. A pointwise convolution needs no packing at all.
"""

import math
from functools import lru_cache
from typing import Any, NamedTuple

from numpy.typing import NDArray

from polyconv._backend import Backend, Cost, Kernel
from polyconv._cpu import contiguous
from polyconv._machine import blas_single_threaded, caches
from polyconv._problem import Problem

from ._im2col import Im2colKernel

__all__ = ["Im2col"]

# Most bytes of workspace for one worker.
_WORKSPACE = 16 << 20
# Pixels of a tile at most: BLAS packs the filters anew for each, so they should be used many times.
_PIXELS = 800
# Pixels of a tile that is shared among threads, at least where there are as many.
_SHARED_PIXELS = 256
# OpenBLAS packs neither factor of a product of so few multiplications. With few filters that saves
# more than small products cost, which are fastest with that many pixels for each term.
_UNPACKED = 100**3
_FEW_FILTERS = 128
_PIXELS_PER_TERM = 8
# Work items for each thread to aim for, so that they share evenly; one thread needs no splitting.
_ITEMS = 4


class Tiling(NamedTuple):
    """The tiles of one problem: rows and columns of the output, and rows of the matrix."""

    height: int
    width: int
    terms: int  # rows of the matrix packed at a time
    splits: int  # work items that share a tile, each with some of the filters
    filters: int  # of one work item

    @property
    def pixels(self) -> int:
        """Columns of the packed matrix."""
        return self.height * self.width

    def workspace(self, itemsize: int) -> int:
        """Bytes for one worker: the matrix, the product, one row in parts, and a spare vector."""
        elements = self.pixels * (self.terms + self.filters) + self.width
        elements += max(self.pixels, self.filters)
        return -(-(elements * itemsize + 3 * 64) // 64) * 64


class Im2col(Backend):
    """Patch matrix times filter matrix, by BLAS: floats and complex."""

    name = "im2col"
    dot_product = True

    def unsupported(self, p: Problem) -> str | None:
        """Integers."""
        if p.accumulator.kind in "iu":
            return (
                f"dtype {p.dtype}; im2col multiplies through BLAS, which has floats and complex "
                "only"
            )
        return None

    def cost(self, p: Problem) -> Cost:
        """The definition's operations; windows written to the matrix and read, and partial sums."""
        if p.empty:
            return Cost(0, 0, 0)
        itemsize, tiling = p.accumulator.itemsize, tile(p)
        windows = p.batch * p.groups * math.prod(p.out)
        in_place = _in_place(p)
        patches = 0 if in_place else windows * p.terms * itemsize
        # Work items that share a tile pack it anew.
        packed = patches * tiling.splits
        chunks = -(-p.terms // tiling.terms)
        # Sums are read and written for all chunks of terms but the first.
        summed = 2 * (chunks - 1) * p.outputs * itemsize
        return Cost(
            flops=p.flops,
            bytes=p.moved_once + patches + packed + summed,
            workspace=p.workers * tiling.workspace(itemsize),
            packed=packed,
            runs=packed // (itemsize * min(tiling.width, p.out[-1])),
            pieces=_tiles(p, tiling) * tiling.splits * chunks,
            prepared=p.out_channels * p.terms * itemsize,
            gathered=packed if _gathers(p) else 0,
            way="pointwise" if in_place else "rows" if _whole_rows(p) else "windows",
        )

    def error_bound(self, p: Problem) -> float:
        """BLAS sums the rows of a tile's matrix, in no promised order; tile is added to tile.

        On some processors it forms a single chain of equal terms, whose roundings are all as bad as
        can be: twice what `summation_error` expects of a chain.
        """
        terms = p.terms * (2 if p.accumulator.kind == "c" else 1)
        rows = 1 if p.empty else tile(p).terms
        return p.summation_error(2 * (min(terms, rows) + terms / rows))

    def prepare(self, p: Problem, w: NDArray[Any]) -> Kernel:
        """Convert the weights to a matrix of filters for each group."""
        matrix = contiguous(w.reshape(p.groups, p.group_out, p.terms), p.accumulator)
        return Im2colKernel(p, tile(p), matrix, blas_single_threaded)


def _even_block(size: int, max_block: float) -> int:
    """Return the length of the fewest equal blocks of `size` that have at most `max_block`."""
    return -(-size // -(-size // max(1, min(size, int(max_block)))))


def _in_place(p: Problem) -> bool:
    """Whether BLAS reads the caller's array, where that is contiguous."""
    return p.pointwise and p.x_dtype == p.accumulator and p.data_format == "channels_first"


def _gathers(p: Problem) -> bool:
    """Whether elements are packed one by one even without a stride."""
    return not _in_rows(p) or p.accumulator.kind == "c" or _apart(p)


def _in_rows(p: Problem) -> bool:
    """Whether rows of the input are copied as they are, or converted as fast."""
    return p.x_dtype == p.accumulator or p.widens_halves


def _apart(p: Problem) -> bool:
    """Whether neighbours of one channel are not neighbours in memory."""
    return p.data_format == "channels_last" and p.in_channels > 1


def _whole_rows(p: Problem) -> bool:
    """Whether windows are packed by whole rows, as they stand in memory."""
    return (
        _in_rows(p)
        and p.accumulator.kind != "c"
        and p.padding_mode in ("zeros", "constant")
        and not _apart(p)
        and set(p.stride[-2:]) == {1}
    )


@lru_cache(maxsize=1024)
def tile(p: Problem) -> Tiling:
    """Plan the tiles of `p`."""
    itemsize = p.accumulator.itemsize
    limit = _WORKSPACE
    if p.workspace_limit is not None:
        limit = min(limit, p.workspace_limit // p.workers)
    # Half of the cache is for what BLAS makes of the matrix.
    budget, pixels, unpacked = caches().l2 // 2, _PIXELS, math.inf
    if p.group_out <= _FEW_FILTERS and p.accumulator.kind == "f":
        unpacked = _UNPACKED / p.group_out
        pixels = min(pixels, math.isqrt(int(_PIXELS_PER_TERM * unpacked)))
    if p.workers > 1:
        share = p.batch * p.groups * math.prod(p.out) // (_ITEMS * p.workers)
        pixels = min(pixels, max(_SHARED_PIXELS, share))
    rows = p.out[-2] if p.rank > 1 else 1
    while True:
        width = _even_block(p.out[-1], pixels)
        height = _even_block(rows, pixels // width)
        most = min(budget // itemsize, unpacked) // (width * height)
        tiling = Tiling(height, width, _even_block(p.terms, int(most)), 1, p.group_out)
        tiles = _tiles(p, tiling)
        if tiles < _ITEMS * p.workers:
            # Each packs the tile anew, as BLAS does, so no more than keep threads busy.
            splits = min(p.group_out, p.workers // math.gcd(tiles, p.workers))
            tiling = tiling._replace(splits=splits, filters=-(-p.group_out // splits))
        if tiling.workspace(itemsize) <= limit or (tiling.pixels == 1 and tiling.terms == 1):
            return tiling
        budget, pixels = max(1, budget // 2), max(1, pixels // 2)


def _tiles(p: Problem, tiling: Tiling) -> int:
    """Tiles of the output, for all images and groups."""
    rows = p.out[-2] if p.rank > 1 else 1
    across = -(-rows // tiling.height) * -(-p.out[-1] // tiling.width)
    return p.batch * p.groups * math.prod(p.out[:-2]) * across
