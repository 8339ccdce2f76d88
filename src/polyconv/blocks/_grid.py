"""The shape of blocks, and their order: boxes of outputs that fit into memory.

A block costs the bytes of its outputs and those of the region that it reads. Blocks are halved
along the slowest axis first, because rows next to each other lie next to each other on disk, as
long as the halo stays a small part of what a block reads. Edges of blocks lie on edges of chunks
where memory allows, so that no chunk is written in two parts.
"""

from collections.abc import Callable, Sequence
from math import ceil, lcm, prod

from polyconv._regions import Range

__all__ = ["Grid", "GridAxis", "block_shape"]

Sizes = tuple[int, ...]

# Structural: an axis is halved before the next one while a block along it is longer than this many
# halos. The region is then at most 1 + 1/8 times as long as the block.
_HALOS = 8


class GridAxis:
    """One blocked axis.

    Attributes
    ----------
    outputs : int
    halo : int
        Size, in outputs, of the halo that two neighbouring blocks both read.
    unit : int
        Outputs to which edges of blocks are aligned, because of strides.
    chunk : int
        Outputs between the edges of the target's chunks, or else of the source's; 1 without any.
    """

    def __init__(self, outputs: int, halo: int, unit: int, chunk: int) -> None:
        self.outputs, self.halo, self.unit = outputs, halo, unit
        self.chunk = lcm(chunk, unit)


def block_shape(
    axes: Sequence[GridAxis], order: Sequence[int], bytes_of: Callable[[Sizes], int], limit: int
) -> Sizes:
    """Return the largest block, about, whose bytes are at most `limit`, or else the smallest one.

    Parameters
    ----------
    axes : sequence of GridAxis
    order : sequence of int
        The axes from the slowest to the fastest one in memory.
    bytes_of : callable
        Returns the bytes that a block of given sizes takes.
    limit : int
    """
    sizes = [max(axis.outputs, 1) for axis in axes]

    def halve(units: Sequence[int], floors: Sequence[int]) -> None:
        for at in order:
            while bytes_of(tuple(sizes)) > limit and sizes[at] > max(units[at], floors[at]):
                half = ceil(sizes[at] / 2 / units[at]) * units[at]
                if half >= sizes[at]:
                    break
                sizes[at] = half

    chunks, ones = [axis.chunk for axis in axes], [axis.unit for axis in axes]
    halve(chunks, [_HALOS * axis.halo for axis in axes])
    halve(chunks, [0] * len(axes))
    halve(ones, [0] * len(axes))
    for at in order:  # halves may be half of what fits
        if sizes[at] < axes[at].outputs:
            unit = chunks[at] if sizes[at] % chunks[at] == 0 else ones[at]
            _grow(sizes, at, axes[at].outputs, unit, bytes_of, limit)
    return tuple(sizes)


def _grow(
    sizes: list[int],
    at: int,
    outputs: int,
    unit: int,
    bytes_of: Callable[[Sizes], int],
    limit: int,
) -> None:
    """Enlarge a block along one axis as far as fits, then make all blocks about as large."""

    def fits(units: int) -> bool:
        return bytes_of((*sizes[:at], units * unit, *sizes[at + 1 :])) <= limit

    low, high = max(sizes[at] // unit, 1), ceil(outputs / unit)
    if sizes[at] < unit:
        return
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if fits(middle) else (low, middle - 1)
    blocks = ceil(outputs / (low * unit))
    sizes[at] = ceil(outputs / blocks / unit) * unit


class Grid:
    """All blocks, in the order in which they are computed; the fastest axis changes first.

    Parameters
    ----------
    outputs : sequence of int
        Outputs along each blocked axis.
    block : sequence of int
    order : sequence of int
        The axes from the slowest to the fastest one.
    """

    def __init__(self, outputs: Sequence[int], block: Sequence[int], order: Sequence[int]) -> None:
        self.block = tuple([min(size, max(n, 1)) for size, n in zip(block, outputs, strict=True)])
        self._outputs, self._order = tuple(outputs), tuple(order)
        self._counts = [ceil(n / size) for n, size in zip(outputs, self.block, strict=True)]

    def __len__(self) -> int:
        return prod(self._counts)

    @property
    def sweep(self) -> int:
        """The axis along which one block follows the other."""
        split = [at for at in self._order if self._counts[at] > 1]
        return split[-1] if split else self._order[0]

    def __getitem__(self, number: int) -> tuple[Range, ...]:
        if not 0 <= number < len(self):
            raise IndexError(number)
        box: list[Range] = [(0, 0)] * len(self._outputs)
        for at in reversed(self._order):
            number, place = divmod(number, self._counts[at])
            start = place * self.block[at]
            box[at] = start, min(start + self.block[at], self._outputs[at])
        return tuple(box)
