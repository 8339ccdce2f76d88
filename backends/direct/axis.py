"""How direct convolution cuts one spatial axis into tiles, and how it packs one of them."""

from typing import NamedTuple

__all__ = ["Axis"]


class Axis(NamedTuple):
    """How one spatial axis of a tile is packed: in one of three layouts.

    - *overlapped*: consecutive padded coordinates, which neighbouring windows share;
    - *separate*: a run of its own for each tap of the kernel, one element for each output; shorter
      where dilation or stride leave gaps;
    - *phased*: a run for each remainder of the coordinate by the stride, so that the pixels of a
      strided row are neighbours and taps still share what they read.
    """

    out: int
    tile: int
    kernel: int
    stride: int
    dilation: int
    layout: str
    runs: int  # stretches of equal distance
    run_length: int  # packed positions of each

    @classmethod
    def whole(cls, out: int, kernel: int, stride: int, dilation: int) -> "Axis":
        """An axis in one tile, as it stands."""
        reach = (out - 1) * stride + (kernel - 1) * dilation + 1
        return cls(out, out, kernel, stride, dilation, "overlapped", 1, reach)

    @property
    def beyond(self) -> int:
        """Padded coordinates from the first tap to the last."""
        return (self.kernel - 1) * self.dilation

    @property
    def reach(self) -> int:
        """Padded coordinates from the first to the last that a tile reads."""
        return (self.tile - 1) * self.stride + self.beyond + 1

    @property
    def run_step(self) -> int:
        """Padded coordinates from the start of a run to that of the next."""
        return self.dilation if self.layout == "separate" else 1

    @property
    def length(self) -> int:
        """Packed positions."""
        return self.runs * self.run_length

    @property
    def out_step(self) -> int:
        """Packed distance between neighbouring outputs."""
        return self.stride if self.layout == "overlapped" else 1

    def place(self, tap: int) -> int:
        """Packed distance from the first tap to another."""
        if self.layout == "separate":
            return tap * self.tile
        if self.layout == "overlapped":
            return tap * self.dilation
        steps, phase = divmod(tap * self.dilation, self.stride)
        return phase * self.run_length + steps

    @property
    def tiles(self) -> int:
        """Tiles along the axis."""
        return -(-self.out // self.tile)

    def even(self, tile: int) -> int:
        """The size of tiles of at most `tile` that are as equal as can be."""
        return -(-self.out // -(-self.out // min(tile, self.out)))

    def cut(self, tile: int, layouts: tuple[str, ...]) -> "Axis":
        """The same axis in tiles of at most `tile`, evenly sized, in its shortest layout."""
        if tile == self.tile and layouts == (self.layout,):
            return self
        tile = self.even(tile)
        layout, runs, run_length = self._shortest(tile, layouts)
        return Axis(
            self.out, tile, self.kernel, self.stride, self.dilation, layout, runs, run_length
        )

    def least(self, layouts: tuple[str, ...]) -> int:
        """Packed positions of a single output."""
        _, runs, run_length = self._shortest(1, layouts)
        return runs * run_length

    def most(self, room: int, layouts: tuple[str, ...]) -> int:
        """The largest tile that is packed into so many positions; less than 1 if none is."""
        return max([self._most(room, layout) for layout in layouts])

    def _most(self, room: int, layout: str) -> int:
        if layout == "overlapped":
            return (room - self.beyond - 1) // self.stride + 1
        if layout == "separate":
            return room // self.kernel
        return room // self.stride - self.beyond // self.stride

    def _shortest(self, tile: int, layouts: tuple[str, ...]) -> tuple[str, int, int]:
        """The layout of a tile with the fewest positions, its runs and how long they are."""
        first, *others = layouts
        runs, run_length = self._packed(tile, first)
        for layout in others:
            more, longer = self._packed(tile, layout)
            if more * longer < runs * run_length:
                first, runs, run_length = layout, more, longer
        return first, runs, run_length

    def _packed(self, tile: int, layout: str) -> tuple[int, int]:
        """How many runs a tile has in a layout, and how long they are."""
        if layout == "overlapped":
            return 1, (tile - 1) * self.stride + self.beyond + 1
        if layout == "separate":
            return self.kernel, tile
        return self.stride, tile + self.beyond // self.stride
