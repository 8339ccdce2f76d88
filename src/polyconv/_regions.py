"""Regions: the part of an input that a part of the outputs reads, and its padding.

A convolution of a region, with the region's own padding, gives exactly those outputs that the
convolution of the whole input has there. Along one axis there are two forms::

    one range of the input   conv pads it, if it lies at an end, as it pads the whole axis there
    pieces of the input      where padding repeats elements that conv would not find in the range:
                             "wrap", and padding wider than the rest of the region

All ranges are half-open, ``(start, stop)``, in elements. Nothing here is as long as an axis.
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate, product
from math import prod
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from ._problem import Problem

if TYPE_CHECKING:
    from .transposed._problem import TransposedProblem

__all__ = [
    "AxisRegion",
    "Piece",
    "Range",
    "Region",
    "gathered",
    "region_of",
    "transposed_region_of",
]

Range = tuple[int, int]


class Piece(NamedTuple):
    """Elements of an axis: forwards (`step` 1), backwards (-1), or one of them repeated (0)."""

    first: int
    length: int
    step: int

    @property
    def range(self) -> Range:
        """The elements, in ascending order."""
        last = self.first + self.step * (self.length - 1)
        return min(self.first, last), max(self.first, last) + 1


class AxisRegion(NamedTuple):
    """The part of one axis of the input that a range of outputs reads.

    Attributes
    ----------
    reads : tuple of Range
        Ranges of the input, ascending and apart from each other. There is none where outputs read
        nothing but a constant.
    pads : (int, int)
        Elements of padding before and after the region, which the convolution adds in the
        problem's padding mode.
    pieces : tuple of Piece
        If not empty, the region is a copy of these pieces of the input, one after the other.
    output_padding : int
        For transposed convolutions: that of the region.
    """

    reads: tuple[Range, ...]
    pads: tuple[int, int]
    pieces: tuple[Piece, ...] = ()
    output_padding: int = 0

    @property
    def length(self) -> int:
        """Elements of the region, without padding."""
        if self.pieces:
            return sum(piece.length for piece in self.pieces)
        return sum(stop - start for start, stop in self.reads)


class Region(NamedTuple):
    """The part of an input that a box of outputs reads: one `AxisRegion` for each spatial axis."""

    axes: tuple[AxisRegion, ...]

    @property
    def shape(self) -> tuple[int, ...]:
        """Spatial shape of the region, without padding."""
        return tuple([axis.length for axis in self.axes])

    @property
    def is_box(self) -> bool:
        """True if the region is one box of the input: a view serves."""
        return not any(axis.pieces for axis in self.axes)

    def is_alike(self, other: "Region") -> bool:
        """Return True if the regions differ in their places alone: their outputs are as many.

        It is for regions of one convolution that are boxes.
        """
        return self.shape == other.shape and [axis.pads for axis in self.axes] == [
            axis.pads for axis in other.axes
        ]

    @property
    def box(self) -> tuple[Range, ...]:
        """The one range along each axis, if `is_box`; an empty one where nothing is read."""
        return tuple([axis.reads[0] if axis.reads else (0, 0) for axis in self.axes])

    @property
    def boxes(self) -> Iterator[tuple[Range, ...]]:
        """All boxes of the input that are read."""
        return product(*[axis.reads for axis in self.axes])

    @property
    def elements(self) -> int:
        """Elements of one channel of the input that are read."""
        return prod(sum(stop - start for start, stop in axis.reads) for axis in self.axes)

    def padding(self, p: Problem) -> dict[str, Any]:
        """Return the options of `conv` for the region's padding."""
        pads = tuple([axis.pads for axis in self.axes])
        if not any(map(any, pads)):
            return {"padding": 0}
        return {
            "padding": pads,
            "padding_mode": p.padding_mode,
            "padding_value": p.padding_value,
        }

    def transposed_padding(self) -> dict[str, Any]:
        """Return the options of `conv_transpose` for the region."""
        return {
            "padding": tuple([axis.pads for axis in self.axes]),
            "output_padding": tuple([axis.output_padding for axis in self.axes]),
        }

    def copy_pieces(
        self,
        region: NDArray[Any],
        part: Callable[[tuple[slice, ...]], NDArray[Any]],
        first_axis: int,
    ) -> None:
        """Copy all pieces into `region`.

        Parameters
        ----------
        region : ndarray
            To write to; of `shape` along the spatial axes, of which the first is `first_axis`.
        part : callable
            Returns the box of the input within one slice for each spatial axis.
        first_axis : int
        """
        along = []
        for axis in self.axes:
            pieces = axis.pieces or tuple([Piece(a, b - a, 1) for a, b in axis.reads])
            stops = accumulate(piece.length for piece in pieces)
            along.append([(p, slice(s - p.length, s)) for p, s in zip(pieces, stops, strict=True)])
        lead = (slice(None),) * first_axis
        for box in product(*along):
            values = part(tuple([slice(*piece.range) for piece, _ in box]))
            backwards = tuple([slice(None, None, piece.step or 1) for piece, _ in box])
            region[(*lead, *[place for _, place in box])] = values[(*lead, *backwards)]


def region_of(p: Problem, outputs: Sequence[Range]) -> Region:
    """Return the region of the input that a box of outputs reads, of at least one output.

    ``conv`` of the region with the options `Region.padding` gives these outputs: all other options
    are those of the whole convolution.

    Parameters
    ----------
    p : Problem
        The whole convolution.
    outputs : sequence of Range
        First output and the end, for each spatial axis.
    """
    return Region(tuple([_along(p, axis, *each) for axis, each in enumerate(outputs)]))


def _along(p: Problem, axis: int, start: int, stop: int) -> AxisRegion:
    n, (lo, _), stride = p.spatial[axis], p.pads[axis], p.stride[axis]
    begin = start * stride - lo
    end = (stop - 1) * stride + p.extent[axis] - lo
    low, high = max(begin, 0), min(end, n)
    inside, before, after = max(high - low, 0), max(-begin, 0), max(end - n, 0)
    if p.padding_mode in ("zeros", "constant"):
        if inside == 0:
            return AxisRegion((), (end - begin, 0))
        return AxisRegion(((low, high),), (before, after))
    # The widest padding that conv finds within the range, as it would in the whole axis.
    widest = {"edge": end - begin, "symmetric": inside, "reflect": inside - 1, "wrap": 0}
    if inside > 0 and max(before, after) <= widest[p.padding_mode]:
        return AxisRegion(((low, high),), (before, after))
    if begin <= 0 and n <= end:
        return AxisRegion(((0, n),), (before, after))
    pieces = tuple(_pieces(p.padding_mode, n, begin, end))
    return AxisRegion(_merged(sorted({piece.range for piece in pieces})), (0, 0), pieces)


def _pieces(mode: str, n: int, begin: int, end: int) -> Iterator[Piece]:
    """Return the elements at coordinates `begin` to `end` of an endless padding of `n` elements."""
    at = begin
    while at < end:
        if 0 <= at < n:
            piece = Piece(at, n - at, 1)
        elif mode == "wrap":
            piece = Piece(at % n, n - at % n, 1)
        elif mode == "edge" or n == 1:
            piece = Piece(0, -at, 0) if at < 0 else Piece(n - 1, end - at, 0)
        elif mode == "symmetric":
            q = at % (2 * n)
            piece = Piece(q, n - q, 1) if q < n else Piece(2 * n - 1 - q, 2 * n - q, -1)
        else:
            period = 2 * n - 2
            q = at % period
            piece = Piece(q, n - 1 - q, 1) if q < n - 1 else Piece(period - q, period - q, -1)
        # The input itself stays one piece.
        limit = min(end, 0) if at < 0 else end
        piece = piece._replace(length=min(piece.length, limit - at))
        yield piece
        at += piece.length


def _merged(ranges: Sequence[Range]) -> tuple[Range, ...]:
    """Return the union of sorted ranges as ranges apart from each other."""
    merged: list[Range] = []
    for start, stop in ranges:
        if merged and start <= merged[-1][1]:
            merged[-1] = merged[-1][0], max(stop, merged[-1][1])
        else:
            merged.append((start, stop))
    return tuple(merged)


def transposed_region_of(t: "TransposedProblem", outputs: Sequence[Range]) -> Region:
    """Return the region of the input that a box of outputs of a transposed convolution reads.

    ``conv_transpose`` of the region with `Region.transposed_padding` gives these outputs.
    """
    along = enumerate(zip(outputs, t.stride, t.extent, strict=True))
    return Region(tuple([_transposed(t, axis, *each) for axis, each in along]))


def _transposed(
    t: "TransposedProblem", axis: int, outputs: Range, stride: int, extent: int
) -> AxisRegion:
    # Input j spreads over the uncropped outputs j * stride to j * stride + extent.
    begin, end = (each + t.start[axis] for each in outputs)
    last = min((end - 1) // stride, t.spatial[axis] - 1)
    first = max(min(-((extent - 1 - begin) // stride), begin // stride, last), 0)
    spread = (last - first) * stride + extent
    crop, more = begin - first * stride, end - first * stride - spread
    return AxisRegion(((first, last + 1),), (crop, max(-more, 0)), (), max(more, 0))


def gathered(region: Region, x: NDArray[Any], first_axis: int) -> NDArray[Any]:
    """Return the region of `x`: a view if it is a box, else a copy.

    Parameters
    ----------
    region : Region
    x : ndarray
        The whole input, in any layout.
    first_axis : int
        Its first spatial axis; the others follow.
    """
    lead = (slice(None),) * first_axis
    if region.is_box:
        return x[(*lead, *[slice(*each) for each in region.box])]
    shape = (*x.shape[:first_axis], *region.shape, *x.shape[first_axis + len(region.axes) :])
    copy = np.empty(shape, x.dtype)
    region.copy_pieces(copy, lambda box: x[(*lead, *box)], first_axis)
    return copy
