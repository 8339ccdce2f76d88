"""One spatial axis of direct convolution: its tiles, and the packed layout of one of them."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

__all__ = ["TileAxis"]


class TileAxis(NamedTuple):
    """One spatial axis, cut into tiles that are packed in one of three layouts.

    - *overlapped*: consecutive padded coordinates, which neighbouring windows share;
    - *separate*: one run for each tap of the kernel, with one element for each output; shorter
      than *overlapped* where dilation or stride leave gaps;
    - *phased*: one run for each remainder of the coordinate by the stride. The pixels of a strided
      row are neighbours, and taps still share what they read.
    """

    out: int
    tile: int
    kernel: int
    stride: int
    dilation: int
    layout: str
    runs: int  # stretches of equally spaced coordinates
    run_length: int  # packed places of each

    @classmethod
    def whole(cls, out: int, kernel: int, stride: int, dilation: int) -> "TileAxis":
        """Return an axis in one tile, overlapped."""
        input_extent = (out - 1) * stride + (kernel - 1) * dilation + 1
        return cls(out, out, kernel, stride, dilation, "overlapped", 1, input_extent)

    @property
    def extent(self) -> int:
        """Padded coordinates from the first tap to the last, both included."""
        return (self.kernel - 1) * self.dilation + 1

    @property
    def input_extent(self) -> int:
        """Padded coordinates from the first to the last that a tile reads, halo included."""
        return (self.tile - 1) * self.stride + self.extent

    @property
    def run_step(self) -> int:
        """Padded coordinates from the start of a run to the start of the next."""
        return self.dilation if self.layout == "separate" else 1

    @property
    def length(self) -> int:
        """Packed places."""
        return self.runs * self.run_length

    @property
    def out_step(self) -> int:
        """Packed places from one output to the next."""
        return self.stride if self.layout == "overlapped" else 1

    def tap_offsets(self) -> NDArray[np.intp]:
        """Return the packed distance from the first tap to each."""
        taps = np.arange(self.kernel, dtype=np.intp)
        if self.layout == "separate":
            return taps * self.tile
        if self.layout == "overlapped":
            return taps * self.dilation
        steps, phase = np.divmod(taps * self.dilation, self.stride)
        offsets: NDArray[np.intp] = phase * self.run_length + steps
        return offsets

    @property
    def tiles(self) -> int:
        """Tiles along the axis."""
        return -(-self.out // self.tile)

    def balanced(self, max_tile: int) -> int:
        """Return the tile size that cuts the axis most evenly, at most `max_tile`."""
        return -(-self.out // -(-self.out // min(max_tile, self.out)))

    def cut(self, max_tile: int, layouts: tuple[str, ...]) -> "TileAxis":
        """Return the axis in balanced tiles of at most `max_tile`, in its shortest layout."""
        if max_tile == self.tile and layouts == (self.layout,):
            return self
        tile = self.balanced(max_tile)
        layout, runs, run_length = self._shortest(tile, layouts)
        return TileAxis(
            self.out, tile, self.kernel, self.stride, self.dilation, layout, runs, run_length
        )

    def min_length(self, layouts: tuple[str, ...]) -> int:
        """Return the packed places of a tile of one output."""
        _, runs, run_length = self._shortest(1, layouts)
        return runs * run_length

    def max_tile(self, places: int, layouts: tuple[str, ...]) -> int:
        """Return the largest tile that fits into `places`; less than 1 if none does."""
        return max([self._max_tile(places, layout) for layout in layouts])

    def _max_tile(self, places: int, layout: str) -> int:
        if layout == "overlapped":
            return (places - self.extent) // self.stride + 1
        if layout == "separate":
            return places // self.kernel
        return places // self.stride - (self.extent - 1) // self.stride

    def _shortest(self, tile: int, layouts: tuple[str, ...]) -> tuple[str, int, int]:
        """Return the layout with the fewest places for a tile, its runs and their length."""
        first, *others = layouts
        runs, run_length = self._runs_of(tile, first)
        for layout in others:
            other_runs, other_length = self._runs_of(tile, layout)
            if other_runs * other_length < runs * run_length:
                first, runs, run_length = layout, other_runs, other_length
        return first, runs, run_length

    def _runs_of(self, tile: int, layout: str) -> tuple[int, int]:
        """Return the runs of a tile in `layout`, and their length."""
        if layout == "overlapped":
            return 1, (tile - 1) * self.stride + self.extent
        if layout == "separate":
            return self.kernel, tile
        return self.stride, tile + (self.extent - 1) // self.stride
