"""`Mosaic`: a chunk and the halos of its neighbours, read as one array."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from polyconv._regions import Range, Region

__all__ = ["Box", "Mosaic", "box_slices"]

Box = tuple[Range, ...]


def box_slices(box: Box, origin: Box) -> tuple[slice, ...]:
    """Return the slices of a box in an array that holds the box `origin`."""
    return tuple([slice(a - at, b - at) for (a, b), (at, _) in zip(box, origin, strict=True)])


class Mosaic:
    """Tiles of an array too large to be here, addressed by their places in it.

    Parameters
    ----------
    lead : int
        Number of axes before the spatial ones. All tiles have equal sizes along these axes and
        along those after the spatial ones.
    """

    def __init__(self, lead: int) -> None:
        self._lead = (slice(None),) * lead
        self._tiles: list[tuple[Box, NDArray[Any]]] = []

    def add(self, box: Box, tile: NDArray[Any]) -> None:
        """Add a tile that holds `box`. Tiles that overlap agree."""
        self._tiles.append((box, tile))

    @property
    def first(self) -> NDArray[Any]:
        """The tile that was added first."""
        return self._tiles[0][1]

    def get(self, box: Box) -> NDArray[Any]:
        """Return a box, a view if it lies within one tile, else a copy."""
        for place, tile in self._tiles:
            if all(a >= p and b <= q for (a, b), (p, q) in zip(box, place, strict=True)):
                return tile[(*self._lead, *box_slices(box, place))]
        copy = self._new(tuple([b - a for a, b in box]))
        self._copy(box, copy)
        return copy

    def joined(self, boxes: Sequence[Box]) -> NDArray[Any]:
        """Return copies of boxes of one size, along a new first axis."""
        copies = self._new(tuple([b - a for a, b in boxes[0]]), len(boxes))
        for box, copy in zip(boxes, copies, strict=True):
            self._copy(box, copy)
        return copies

    def _new(self, sizes: tuple[int, ...], *count: int) -> NDArray[Any]:
        """Return an uninitialised array for a box of these sizes, or for a number of them."""
        like, lead = self.first, len(self._lead)
        shape = (*count, *like.shape[:lead], *sizes, *like.shape[lead + len(sizes) :])
        return np.empty(shape, like.dtype)

    def _copy(self, box: Box, to: NDArray[Any]) -> None:
        # At the sides of chunks most of the time goes into small copies, and most of the time of a
        # small copy into Python.
        lead = self._lead
        for place, tile in self._tiles:
            read, written = [*lead], [*lead]
            for (a, b), (p, q) in zip(box, place, strict=True):
                start, stop = a if a > p else p, b if b < q else q
                if start >= stop:
                    break
                read.append(slice(start - p, stop - p))
                written.append(slice(start - a, stop - a))
            else:
                to[tuple(written)] = tile[tuple(read)]

    def region(self, region: Region) -> NDArray[Any]:
        """Return a copy of the input that a part of the outputs reads."""
        if region.is_box:
            return self.get(region.box)
        copy = self._new(region.shape)
        region.copy_pieces(copy, self._within, len(self._lead))
        return copy

    def _within(self, slices: Sequence[slice]) -> NDArray[Any]:
        return self.get(tuple([(each.start, each.stop) for each in slices]))
