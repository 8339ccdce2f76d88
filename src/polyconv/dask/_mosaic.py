"""`Mosaic`: a chunk and the borders of its neighbours, read as one array."""

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
        Axes before the spatial ones; all tiles agree in these and in those behind.
    """

    def __init__(self, lead: int) -> None:
        self._lead = (slice(None),) * lead
        self._tiles: list[tuple[Box, NDArray[Any]]] = []

    def add(self, box: Box, tile: NDArray[Any]) -> None:
        """Add a tile that holds `box`. Tiles that overlap agree."""
        self._tiles.append((box, tile))

    def get(self, box: Box) -> NDArray[Any]:
        """Return a box, a view if it lies within one tile, else a copy."""
        for place, tile in self._tiles:
            if all(a >= p and b <= q for (a, b), (p, q) in zip(box, place, strict=True)):
                return tile[(*self._lead, *box_slices(box, place))]
        like, rank, lead = self._tiles[0][1], len(box), len(self._lead)
        sizes = tuple([b - a for a, b in box])
        copy = np.empty((*like.shape[:lead], *sizes, *like.shape[lead + rank :]), like.dtype)
        for place, tile in self._tiles:
            both = tuple(
                [(max(a, p), min(b, q)) for (a, b), (p, q) in zip(box, place, strict=True)]
            )
            if all(a < b for a, b in both):
                values = tile[(*self._lead, *box_slices(both, place))]
                copy[(*self._lead, *box_slices(both, box))] = values
        return copy

    def region(self, region: Region) -> NDArray[Any]:
        """Return a copy of the input that a part of the outputs reads."""
        if region.is_box:
            return self.get(region.box)
        like, lead, rank = self._tiles[0][1], len(self._lead), len(region.axes)
        shape = (*like.shape[:lead], *region.shape, *like.shape[lead + rank :])
        copy = np.empty(shape, like.dtype)
        region.copy_pieces(copy, self._within, lead)
        return copy

    def _within(self, slices: Sequence[slice]) -> NDArray[Any]:
        return self.get(tuple([(each.start, each.stop) for each in slices]))
