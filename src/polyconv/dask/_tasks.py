"""The tasks of a graph, as workers run them: cut halos off a chunk, compute a chunk's outputs.

The outputs that read nothing but their own chunk, its core, are computed from the chunk as it lies
in memory. A convolution with a small kernel pads the chunk, so that it writes whole rows of the
result. The strips along the chunk's sides are computed from copies that join the chunk with its
neighbours' halos, those of opposite sides as a batch of two.
"""

from collections.abc import Sequence
from math import prod
from typing import Any

from numpy.typing import NDArray

from ._layout import ChunkLayout
from ._mosaic import Box, Mosaic, box_slices

__all__ = ["cut_halos", "outputs_of"]

Index = tuple[int, ...]
Halos = list[dict[Box, NDArray[Any]]]

# Minimum share of a chunk's outputs in its core for which the core is computed apart. The core and
# the four strips around it are five convolutions; the alternative is one convolution of a copy of
# the whole region. Time of the five as a multiple of that of the one, with a 31x31 kernel (Emerald
# Rapids, 2026-11-29, `python -m benchmarks.peers.large_dask --constants`):
#
# - chunks of 256x256, core 0.78: 1.34;
# - chunks of 2048x2048, core 0.97: 0.74.
_MIN_CORE = 0.9


def cut_halos(layout: ChunkLayout, group: str, chunk: Index, *arrays: NDArray[Any]) -> Halos:
    """Return copies of what neighbours read of a chunk, for each array by its place."""
    boxes = layout.halos(chunk)[group]
    place = layout.inputs(chunk)
    lead = (slice(None),) * (layout.operation.lead - layout.operation.plain)
    return [
        {box: array[(*lead, *box_slices(box, place))].copy() for box in boxes} for array in arrays
    ]


def outputs_of(
    layout: ChunkLayout, index: Index, arrays: Sequence[NDArray[Any]], halos: Sequence[Halos]
) -> NDArray[Any]:
    """Return the outputs of a chunk of the result.

    Parameters
    ----------
    layout : ChunkLayout
    index : tuple of int
        The chunk of the result along each spatial axis.
    arrays : sequence of ndarray
        The chunk of each array that it belongs to.
    halos : sequence
        What `cut_halos` returned for its neighbours.
    """
    operation = layout.operation
    lifted = [array[None] if operation.plain else array for array in arrays]
    sources, read = [], layout.read_by(index)
    for number, array in enumerate(lifted):
        source = Mosaic(operation.lead)
        source.add(layout.inputs(layout.home(index)), array)
        for each in halos:
            tiles = each[number]
            for box in tiles.keys() & read:
                source.add(box, tiles[box][None] if operation.plain else tiles[box])
        sources.append(source)
    whole, core = layout.outputs(index), layout.core(index)
    if core is not None and _size(core) < _MIN_CORE * _size(whole):
        core = None
    sides: list[tuple[Box, NDArray[Any]]] = []
    if core is not None:
        # The strips are computed before the result is allocated. The allocator then gives the
        # memory of their copies to the copies of the next chunk. If the result were allocated
        # first, copies would lie after it, in new pages.
        for boxes in _around(core, whole):
            sides += zip(boxes, operation.at_sides(sources, boxes), strict=True)
    target = operation.new(lifted[0], whole)
    lead = (slice(None),) * operation.lead

    def part(box: Box) -> NDArray[Any]:
        return target[(*lead, *box_slices(box, whole))]

    if core is None:
        if target.size > 0:
            operation.write(sources, whole, target)
    elif not operation.fill(lifted, layout.inputs(layout.home(index)), whole, target):
        operation.write(sources, core, part(core))
    for side, values in sides:
        part(side)[...] = values
    return target[0] if operation.plain else target


def _size(box: Box) -> int:
    return prod([stop - start for start, stop in box])


def _around(core: Box, whole: Box) -> list[list[Box]]:
    """Return boxes that make up `whole` without `core`: for each axis one or two, if not empty."""
    found: list[list[Box]] = []
    rest = list(whole)
    for axis, ((low, high), (start, stop)) in enumerate(zip(core, whole, strict=True)):
        strips = [(a, b) for a, b in ((start, low), (high, stop)) if a < b]
        if strips:
            found.append([(*rest[:axis], strip, *rest[axis + 1 :]) for strip in strips])
        rest[axis] = (low, high)
    return found
