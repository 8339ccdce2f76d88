"""`ChunkLayout`: which tasks make the chunks of a result, and what they read.

The graph of a result, for each chunk of the input::

    halos("faces")      what the chunks beside it read of it; of an image, those across its corners
    halos("corners")    what the chunks across the edges and corners of a volume's chunk read of it
    outputs             the chunk of the result, from the chunk and its neighbours' halos

So no whole chunk is sent to another worker. There are at most two tasks for each chunk of an image,
and three for each chunk of a volume. Halos are copies: a view would keep its whole chunk in memory.

A neighbour fetches a whole group, though it reads only a part of it. The alternative, one task for
each neighbour, would be 26 tasks for a chunk of a volume, and scheduling a task takes longer than
sending elements that are not read. Corners of volumes are a group of their own, because 20 of the
26 neighbours read only edges and corners, which are small. In images 4 of 8 neighbours do, but all
halos of an image are small.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import product
from math import prod

from ._axes import ChunkedAxis
from ._mosaic import Box
from ._operations import Operation

__all__ = ["GROUPS", "ChunkLayout"]

GROUPS = ("faces", "corners")

Index = tuple[int, ...]


@dataclass(frozen=True)
class ChunkLayout:
    """An operation and the chunks of its spatial axes; all that tasks share, sent once to a worker.

    Attributes
    ----------
    operation : Operation
    axes : tuple of ChunkedAxis
        The spatial axes.
    """

    operation: Operation
    axes: tuple[ChunkedAxis, ...]

    @cached_property
    def is_split(self) -> bool:
        """True if a spatial axis has several chunks."""
        return any(len(axis.chunks) > 1 for axis in self.axes)

    def outputs(self, index: Index) -> Box:
        """Return the outputs of a chunk of the result."""
        return tuple([axis.outputs_of[i] for axis, i in zip(self.axes, index, strict=True)])

    def inputs(self, chunk: Index) -> Box:
        """Return the elements of a chunk of the input."""
        return tuple(
            [axis.starts[i : i + 2] for axis, i in zip(self.axes, chunk, strict=True)]  # type: ignore[misc]
        )

    def home(self, index: Index) -> Index:
        """Return the chunk of the input to which a chunk of the result belongs."""
        return tuple([axis.home_of[i] for axis, i in zip(self.axes, index, strict=True)])

    def core(self, index: Index) -> Box | None:
        """Return the outputs that read only their own chunk."""
        cores = [axis.cores[i] for axis, i in zip(self.axes, index, strict=True)]
        return None if None in cores else tuple(cores)  # type: ignore[arg-type]

    def neighbours(self, index: Index) -> list[tuple[str, Index]]:
        """Return the halos that a chunk of the result reads: group, and chunk of the input."""
        reads = [
            dict.fromkeys(read.chunk for read in axis.reads[i])
            for axis, i in zip(self.axes, index, strict=True)
        ]
        pairs = [(self._apart(index, chunk), chunk) for chunk in product(*reads)]
        return [(self._group(apart), chunk) for apart, chunk in pairs if apart]

    def read_by(self, index: Index) -> set[Box]:
        """Return the boxes that a chunk of the result reads, one for each chunk of the input."""
        along = zip(self.axes, index, strict=True)
        return set(product(*[[read.range for read in axis.reads[i]] for axis, i in along]))

    def sent(self, group: str, chunk: Index) -> int:
        """Return how many elements of one channel all neighbours together fetch from a group.

        Each neighbour fetches the whole group. All are counted as if on other workers.
        """
        boxes = self.halos(chunk).get(group, [])
        held = sum(prod([stop - start for start, stop in box]) for box in boxes)
        apart = [self._apart(index, chunk) for index, _ in self._readers(chunk)]
        return held * sum([each > 0 and self._group(each) == group for each in apart])

    def halos(self, chunk: Index) -> dict[str, list[Box]]:
        """Return the boxes of a chunk of the input that other chunks read, by non-empty groups."""
        groups: dict[str, dict[Box, None]] = {group: {} for group in GROUPS}
        for index, box in self._readers(chunk):
            apart = self._apart(index, chunk)
            if apart:
                groups[self._group(apart)][box] = None
        return {group: list(boxes) for group, boxes in groups.items() if boxes}

    def _readers(self, chunk: Index) -> Iterator[tuple[Index, Box]]:
        """Yield the chunks of the result that read a chunk of the input, with the box they read."""
        along = [axis.readers[i] for axis, i in zip(self.axes, chunk, strict=True)]
        for each in product(*along):
            yield tuple([index for index, _ in each]), tuple([box for _, box in each])

    def _apart(self, index: Index, chunk: Index) -> int:
        """Return the number of axes along which chunk `index` of the result has another home."""
        along = zip(self.axes, index, chunk, strict=True)
        return sum([axis.home_of[i] != own for axis, i, own in along])

    def _group(self, apart: int) -> str:
        """Return the group of halos that chunks read which differ along `apart` axes."""
        return "corners" if apart > 1 and len(self.axes) > 2 else "faces"
