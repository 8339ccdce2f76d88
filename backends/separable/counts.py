"""Work of a plan of the backend `separable`, for its choice and for the cost model."""

import math
from typing import NamedTuple

from polyconv._cpu import lanes
from polyconv._problem import Problem

from .tiling import SeparableAxis, SeparableTiling, elements_of

__all__ = ["PassCounts", "across", "along", "counts_of", "operations_of"]

# Structural: rows of outputs that a call of fused passes counts as; kernels compute 1, 2 or 4.
_FUSED_ROWS = 2


class PassCounts(NamedTuple):
    """Work of all passes of one call.

    Attributes
    ----------
    operations : int
        Real operations, in whole vectors.
    packed, gathered : int
        Bytes of rows packed before the first pass and of buffered sums stored after the last one;
        and the bytes of these that are moved element by element.
    lines : int
        Calls of micro-kernels, each of which packs or filters a line.
    lookups : int
        Pixels that repeat others or are converted one by one, and elements of padding that are
        stored one by one.
    """

    operations: int
    packed: int
    gathered: int
    lines: int
    lookups: int


def counts_of(p: Problem, tiling: SeparableTiling) -> PassCounts:
    """Return the work of a call."""
    shape, (depth, height, width) = tiling.shape, tiling.axes
    operations = shape.terms * operations_of(p, tiling)
    images = shape.items // (depth.tiles * height.tiles * width.tiles)
    out_rows = images * width.tiles * math.prod(p.out[:-1])
    if shape.fuses:
        return PassCounts(operations, 0, 0, shape.terms * -(-out_rows // _FUSED_ROWS), 0)
    rows, plane_rows = _filtered_rows(p, tiling)
    packed, gathered, lookups = _packing(p, tiling, rows)
    if _stores_sums(p, tiling):
        stored = out_rows * width.tile * _pixel_bytes(tiling)
        packed, gathered = packed + stored, gathered + stored
    filtered = rows + _calls(height, out_rows * shape.ic_per_group, shape.row_block)
    if shape.is_volume:
        filtered = rows + _calls(height, plane_rows, shape.row_block)
        filtered += _calls(depth, out_rows * shape.ic_per_group, shape.plane_block)
    return PassCounts(
        operations, packed, gathered, rows + shape.terms * shape.parts * filtered, lookups
    )


def _calls(axis: SeparableAxis, lines: int, block: int) -> int:
    """Return the calls that filter across an axis, for `lines` lines of outputs.

    There is one for each block of lines at stride and dilation 1, else one for each line.
    """
    return -(-lines // block) if axis.stride == axis.dilation == 1 else lines


def _packing(p: Problem, tiling: SeparableTiling, rows: int) -> tuple[int, int, int]:
    """Return `packed`, `gathered` and `lookups` of packing these rows, without stored sums."""
    shape, (depth, height, width) = tiling.shape, tiling.axes
    copies = shape.same_as_x and width.stride == 1 and shape.parts == 1
    copies = copies and (p.data_format == "channels_first" or p.in_channels == shape.interleave)
    repeats = p.padding_mode not in ("zeros", "constant")
    columns = (width.tile - 1) * width.stride + width.extent
    if width.stride > 1:
        columns = shape.phases * (width.tile + (width.extent - 1) // width.stride)
    pixels = rows * columns
    # Rows of zero padding are not among `rows`; those of another constant are filled, not packed.
    all_read = repeats or _omits_padding(p, tiling)
    read = 1.0 if all_read else _inside(depth) * _inside(height)
    # Interleaved pixels of padding are looked up one by one, others in runs.
    padding_share = sum(p.pads[-1]) / p.padded[-1] if repeats and shape.interleave > 1 else 0.0
    repeated = int(pixels * max(p.repeated_share, padding_share))
    if copies:
        return int(pixels * read * _inside(width)) * _pixel_bytes(tiling), 0, repeated
    gathered = pixels * _pixel_bytes(tiling)
    if shape.interleave == 1:
        return gathered, gathered, repeated
    if width.stride > 1:
        return gathered, gathered, pixels + repeated
    stored = 0 if repeats else int(pixels * (1 - read * _inside(width))) * shape.interleave
    return gathered, gathered, stored + repeated


def _pixel_bytes(tiling: SeparableTiling) -> int:
    shape = tiling.shape
    return shape.interleave * shape.parts * shape.itemsize


def _inside(axis: SeparableAxis) -> float:
    """Return the share of the padded coordinates that tiles of an axis read inside the input."""
    read = axis.tiles * ((axis.tile - 1) * axis.stride + axis.extent)
    # Tiles share coordinates of the input, not those of the padding.
    padding = (axis.out - 1) * axis.stride + axis.extent - axis.n
    return 1.0 - max(0, min(padding, read)) / read


def _stores_sums(p: Problem, tiling: SeparableTiling) -> bool:
    """Return True if sums are buffered, because results have another type or layout."""
    shape = tiling.shape
    apart = p.data_format == "channels_last" and p.out_channels > shape.interleave
    return shape.parts > 1 or p.dtype.itemsize != shape.itemsize or apart


# ---- operations ----


def operations_of(p: Problem, tiling: SeparableTiling) -> int:
    """Return the operations of all passes, in whole vectors, for one term."""
    depth, height, width = tiling.axes
    shape, vector = tiling.shape, lanes(elements_of(p))["lanes"]
    row = -(-width.tile * shape.interleave // vector) * vector
    rows, plane_rows = _filtered_rows(p, tiling)
    operations = rows * row * along(p, width.box)
    last = height
    if shape.is_volume:
        taps = _valid_taps(p, tiling, height)
        operations += plane_rows * row * across(p, taps, height.box)
        last = depth
    last_taps = _valid_taps(p, tiling, last) if p.rank > 1 else 1
    out_rows = p.outputs // (p.out[-1] * shape.interleave) * width.tiles * shape.ic_per_group
    return operations + out_rows * row * across(p, last_taps, last.box)


def _filtered_rows(p: Problem, tiling: SeparableTiling) -> tuple[int, int]:
    """Return `tiling.lines` without those of zero padding, which are zeros without products."""
    rows, plane_rows = tiling.lines
    if not _omits_padding(p, tiling):
        return rows, plane_rows
    depth, height, _ = tiling.axes
    rows = round(rows * _inside(depth) * _inside(height))
    return max(1, rows), max(1, round(plane_rows * _inside(depth)))


def _valid_taps(p: Problem, tiling: SeparableTiling, axis: SeparableAxis) -> int:
    """Return the mean number of taps that meet the input in a pass across lines.

    Kernels of 3 and 5 taps, boxes, and kernels whose taps lie apart sum all taps.
    """
    if axis.box or axis.taps in (3, 5) or axis.stride > 1 or axis.dilation > 1:
        return axis.taps
    if not _omits_padding(p, tiling):
        return axis.taps
    after = axis.out - 1 + axis.taps - axis.lo - axis.n  # of the last output
    missing = sum(
        _series(first, axis.out) - _series(first - axis.taps, axis.out)
        for first in (axis.lo, after)
    )
    return max(1, axis.taps - missing // axis.out)


def _series(first: int, count: int) -> int:
    """Return the sum of `count` numbers that fall by 1 from `first` on, positive ones only."""
    count = min(count, max(0, first))
    return count * first - count * (count - 1) // 2


def _omits_padding(p: Problem, tiling: SeparableTiling) -> bool:
    """Return True if products with padding are left out; fused passes compute them."""
    zeros = p.padding_mode in ("zeros", "constant") and p.padding_value == 0
    return zeros and not tiling.shape.fuses


def along(p: Problem, box: bool) -> int:
    """Return the operations of a pass along a row, for each element of its result."""
    taps = p.kernel[-1]
    return _box_additions(taps) if box else _product_operations(p) * taps


def across(p: Problem, taps: int, box: bool) -> int:
    """Return the operations of a pass across lines, for each element of its result.

    Boxes sum the lines that 8 outputs share once.
    """
    return 5 + taps // 8 if box else _product_operations(p) * taps


def _product_operations(p: Problem) -> int:
    """Return the real operations of a product that is added: a complex one is four real ones."""
    return 8 if p.accumulator.kind == "c" else 2


def _box_additions(taps: int) -> int:
    """Return the additions of a box along a row: up to seven taps first, then by doubling."""
    digits = max(taps.bit_length() - 3, 0)
    return (taps >> digits) - 1 + digits + (taps & ((1 << digits) - 1)).bit_count()
