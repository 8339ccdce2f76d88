"""The planes of the fft backend and their transforms: shape, stages, and roots of unity.

What `_spectra.pyx` computes with, as functions of lengths alone; `_fft_planes` chooses those.
"""

import math
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ._fft_tiled import Tables

__all__ = ["REMEMBERED", "SIDE", "Planes", "layout", "radices", "tables"]

# Elements of a line, and of the lines that make a tile.
SIDE = 16

# Larger blocks are rare, and so are the tables for them.
REMEMBERED = 1 << 15


@dataclass(frozen=True, slots=True)
class Transform:
    """The values of a polynomial at the roots of ``z**length = c``: stages and their roots."""

    length: int
    radices: tuple[int, ...]
    # For each stage and each remainder before it, powers of one root.
    roots: NDArray[Any]
    # By which fractions of a turn, clockwise, the roots of z**length are turned.
    angles: NDArray[Any]
    turn: int


@dataclass(frozen=True, slots=True)
class Planes:
    """The shape of planes, and the transforms along its axes."""

    transforms: tuple[Transform, Transform, Transform]
    tile: Transform
    lines: int
    slab: int
    rows: int
    together: int
    elements: int
    # Real and imaginary parts of what the lines of a row are multiplied by in a tile.
    turns: NDArray[Any]

    @property
    def line_elements(self) -> int:
        """Elements of a row."""
        return self.lines * SIDE


@lru_cache(maxsize=4096)
def radices(length: int) -> tuple[int, ...]:
    """The stages of a transform of that length, in this order."""
    found = []
    for radix in (5, 3):
        while length % radix == 0:
            found.append(radix)
            length //= radix
    twos = length.bit_length() - 1
    return (*found, *(2,) * (twos % 2), *(4,) * (twos // 2))


@lru_cache(maxsize=4096)
def layout(lengths: tuple[int, ...], itemsize: int) -> tuple[int, int, int, int, int]:
    """Lines of a row, rows of a slab, rows in all, rows that are whole tiles, and all elements.

    Distances between rows, or slabs, of many whole pages would crowd them into a few sets of a
    cache; one more line, or row, keeps them apart.
    """
    slabs, slab, row = lengths
    lines = row // SIDE
    if slabs * slab > 1 and lines * SIDE * itemsize % 512 == 0:
        lines += 1
    if slabs > 1 and slab * lines * SIDE * itemsize % 2048 == 0:
        slab += 1
    together = SIDE // math.gcd(SIDE, lines)
    tiles = -(-slabs * slab * lines // SIDE)
    return lines, slab, slabs * slab, together, tiles * SIDE * SIDE


def _roots(numerators: NDArray[Any], denominator: int) -> NDArray[Any]:
    """``exp(-2j * pi * numerators / denominator)``, of angles within an eighth of a turn."""
    quarters = (8 * numerators + denominator) // (2 * denominator)
    angles = np.pi / 2 * ((4 * numerators - quarters * denominator) / denominator)
    roots: NDArray[Any] = np.exp(-1j * angles) * np.array([1, -1j, -1, 1j])[quarters % 4]
    return roots


def _transform(length: int, split: bool) -> Transform:
    """The transform at the roots of ``z**length = 1``, or of i for planes that are `split`."""
    return (_remembered if length <= REMEMBERED else _made)(length, split)


def _made(length: int, split: bool) -> Transform:
    # Angles are whole numbers of a fraction of a turn, and so exact.
    angles, turn = np.array([-1 if split else 0]), 4
    roots = []
    for radix in radices(length):
        roots.append(_roots(np.outer(angles, np.arange(1, radix)), turn * radix).ravel())
        angles = (angles[:, None] + turn * np.arange(radix)).ravel()
        turn *= radix
    return Transform(length, radices(length), np.concatenate([*roots, np.ones(1)]), angles, turn)


_remembered = lru_cache(maxsize=256)(_made)


def _planes(lengths: tuple[int, ...], split: int, itemsize: int) -> Planes:
    """Planes of these lengths, of which one axis is `split`, or none (-1)."""
    lines, slab, rows, together, elements = layout(lengths, itemsize)
    # Halves a and b are a + i b if z ** length = i.
    first, second, third = (
        _transform(length, i == split)
        for i, length in enumerate((*lengths[:2], lengths[2] // SIDE))
    )
    turns = np.zeros((2, lines, SIDE))
    roots = _roots(np.outer(third.angles, np.arange(SIDE)), third.turn * SIDE)
    turns[0, : len(roots)], turns[1, : len(roots)] = roots.real, roots.imag
    return Planes(
        transforms=(first, second, third),
        tile=_transform(SIDE, False),
        lines=lines,
        slab=slab,
        rows=rows,
        together=together,
        elements=elements,
        turns=turns.ravel(),
    )


def tables(lengths: tuple[int, ...], split: int, itemsize: int) -> tuple[Planes, Tables, Tables]:
    """Planes, their roots in the precision of a convolution, and in double precision.

    Of the axes, one is `split`, or none (-1).
    """
    make = _remembered_tables if math.prod(lengths) <= REMEMBERED else _tables
    return make(lengths, split, itemsize)


def _tables(lengths: tuple[int, ...], split: int, itemsize: int) -> tuple[Planes, Tables, Tables]:
    planes = _planes(lengths, split, itemsize)
    wide = Tables(planes, np.dtype(np.float64))
    return planes, Tables(planes, np.dtype(np.float32)) if itemsize == 4 else wide, wide


_remembered_tables = lru_cache(maxsize=32)(_tables)
