"""Reading regions: views of arrays in memory, and copies of others, each element once if possible.

Blocks that follow each other along the sweep read a halo in common. It is kept from one block to
the next, and so is what lies between the end of a region and the end of a chunk of the source: a
chunk is then decoded once.
"""

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from polyconv._regions import Range, Region

from ._ends import AxisLayout, Source

__all__ = ["Reader", "Ring"]


class Ring:
    """Two buffers in turn: their pages are touched for the first time only once."""

    def __init__(self) -> None:
        self._buffers = [np.empty(0, np.uint8), np.empty(0, np.uint8)]

    def take(self, shape: tuple[int, ...], dtype: np.dtype[Any]) -> NDArray[Any]:
        """Return the next buffer as an array, uninitialised; the one before stays as it is."""
        size = int(np.prod(shape)) * dtype.itemsize
        buffer = self._buffers.pop(0)
        if buffer.size < size:
            buffer = np.empty(0, np.uint8)  # frees the old one first
            buffer = np.empty(size, np.uint8)
        self._buffers.append(buffer)
        return buffer[:size].view(dtype).reshape(shape)


class _Held(NamedTuple):
    """The part that was read last: its box, and the array."""

    box: tuple[Range, ...]
    part: NDArray[Any]

    def continues(self, box: Sequence[Range], sweep: int) -> bool:
        """Return True if `box` begins within the one held, and is equal along all other axes."""
        here, there = list(self.box), list(box)
        (start, stop), (begin, _) = here.pop(sweep), there.pop(sweep)
        return here == there and start <= begin < stop


class Reader:
    """The regions of one source, in the order of the blocks.

    Parameters
    ----------
    source : Source
    layout : AxisLayout
    sweep : int
        The blocked axis along which one block follows the other.
    """

    def __init__(self, source: Source, layout: AxisLayout, sweep: int) -> None:
        self._source, self._layout, self._sweep = source, layout, sweep
        self._chunk = source.chunks(layout)[sweep]
        self._size = layout.of_axes(source.shape)[sweep]
        self._held: _Held | None = None
        self._ring = Ring()

    def place(self, box: Sequence[Range]) -> NDArray[Any]:
        """Return a box of the source: a view if the source is in memory."""
        return self._source.part(self._layout, box)

    def region(self, images: Sequence[Range], region: Region) -> NDArray[Any]:
        """Return a region of some images: `images` is the range of the batch, if there is one."""
        if not region.is_box:
            return self._copy(images, region)
        box = (*images, *region.box)
        # Images have no halo in common.
        alone = self._sweep < len(images) or region.elements == 0
        return self.place(box) if alone or self._source.is_direct else self._once(box)

    def _copy(self, images: Sequence[Range], region: Region) -> NDArray[Any]:
        """Return a copy of pieces. They may repeat elements, so their ranges are read first."""
        first, rank = self._layout.first_axis, self._layout.rank
        read = [(box, self.place((*images, *box))) for box in region.boxes]
        like = read[0][1]
        shape = (*like.shape[:first], *region.shape, *like.shape[first + rank :])
        copy = np.empty(shape, self._source.dtype)

        def part(wanted: tuple[slice, ...]) -> NDArray[Any]:
            for box, values in read:
                if all(a <= s.start and s.stop <= b for s, (a, b) in zip(wanted, box, strict=True)):
                    inside = [
                        slice(s.start - a, s.stop - a)
                        for s, (a, _) in zip(wanted, box, strict=True)
                    ]
                    return values[(*(slice(None),) * first, *inside)]
            raise AssertionError("each piece lies within a range that was read")

        region.copy_pieces(copy, part, first)
        return copy

    def _once(self, box: tuple[Range, ...]) -> NDArray[Any]:
        """Return a box; read only the part of it that is not held."""
        at = self._sweep
        axis = self._layout.first_axis + at - (len(box) - self._layout.rank)
        start, stop = box[at]
        end = min(-(-stop // self._chunk) * self._chunk, self._size)
        held = self._held
        if held is not None and held.continues(box, at):
            begun, until = held.box[at]
            part = held.part[(*(slice(None),) * axis, slice(start - begun, None))]
            end = max(end, until)
            if until < end:
                more = self.place((*box[:at], (until, end), *box[at + 1 :]))
                shape = list(part.shape)
                shape[axis] += more.shape[axis]
                together = self._ring.take(tuple(shape), part.dtype)
                part = np.concatenate([part, more], axis=axis, out=together)
        else:
            part = self.place((*box[:at], (start, end), *box[at + 1 :]))
        self._held = _Held((*box[:at], (start, end), *box[at + 1 :]), part)
        return part[(*(slice(None),) * axis, slice(0, stop - start))]
