"""Blocks of a convolution's outputs: parts of `g`, and the parts of the padded input they read.

The gradient of the weights is a sum over all outputs. It is formed block by block, so that neither
the padded input nor a packed copy of `g` is ever in memory as a whole.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from math import prod
from typing import Any

from numpy.typing import NDArray

from polyconv._padded_input import is_interior, padded_block
from polyconv._problem import Problem

__all__ = ["Block", "blocks"]

# Structural: maximum bytes of each of the two parts that a block reads, that of the padded input
# and that of `g`. It bounds the memory beside the result. A block of one output may read more.
MAX_BLOCK_BYTES = 1 << 23
# Structural: maximum number of filters that backends pack into one vector. Fewer filters are filled
# up to a vector.
_FILTER_PADDING = 16


@dataclass(frozen=True)
class Block:
    """Outputs of some images: a box of them.

    Attributes
    ----------
    images : slice
    start, size : tuple of int
        The first output on each axis, and the number of outputs.
    """

    images: slice
    start: tuple[int, ...]
    size: tuple[int, ...]

    def read(self, p: Problem) -> tuple[int, ...]:
        """Return the sizes of the box of the padded input that these outputs read."""
        return tuple(
            [(m - 1) * s + e for m, s, e in zip(self.size, p.stride, p.extent, strict=True)]
        )

    def of_x(self, p: Problem, x: NDArray[Any]) -> NDArray[Any]:
        """Return that box of canonical `x`: a view, or a copy where it has padding."""
        first = [o * s for o, s in zip(self.start, p.stride, strict=True)]
        size = self.read(p)
        if not is_interior(p, first, size):
            return padded_block(p, x[self.images], first, size)
        along = zip(first, size, p.pads, strict=True)
        return x[
            (self.images, slice(None), *(slice(a - lo, a - lo + n) for a, n, (lo, _) in along))
        ]

    def of_g(self, g: NDArray[Any]) -> NDArray[Any]:
        """Return the outputs of canonical `g`, a view."""
        along = zip(self.start, self.size, strict=True)
        return g[(self.images, slice(None), *(slice(a, a + n) for a, n in along))]


def blocks(p: Problem, one_image: bool) -> Iterator[Block]:
    """Return the blocks, in the order in which they are summed: it depends on `p` alone.

    Parameters
    ----------
    p : Problem
    one_image : bool
        True if a block holds one image only.
    """
    whole = Block(slice(0, 1), (0,) * p.rank, p.out)
    images = 1 if one_image else max(1, MAX_BLOCK_BYTES // _bytes(p, whole))
    for start in range(0, p.batch, images):
        stop = min(start + images, p.batch)
        yield from _pieces(p, Block(slice(start, stop), whole.start, whole.size))


def _bytes(p: Problem, block: Block) -> int:
    """Return the bytes of the larger of a block's two parts, for one image, `g` as packed."""
    read = p.in_channels * prod(block.read(p))
    packed = -(-p.out_channels // _FILTER_PADDING) * _FILTER_PADDING * prod(block.size)
    return max(read, packed) * p.accumulator.itemsize


def _pieces(p: Problem, block: Block) -> Iterator[Block]:
    longest = max(range(p.rank), key=lambda axis: block.size[axis])
    n = block.size[longest]
    if n == 1 or _bytes(p, block) <= MAX_BLOCK_BYTES:
        yield block
        return
    for a, b in ((0, n // 2), (n // 2, n)):
        start, size = list(block.start), list(block.size)
        start[longest] += a
        size[longest] = b - a
        yield from _pieces(p, Block(block.images, tuple(start), tuple(size)))
