"""Transforms of segments: their radices, their twiddles, and the layout of split complex data.

All follow from the lengths alone, which `planner` chooses. The records have the fields of the C
structs in kernels/fft.h, where they are explained.
"""

import math
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from polyconv._machine import caches

from ._fft_tiled import MAX_STAGES, TransformTables

__all__ = [
    "CACHED_ELEMENTS",
    "KEPT_TABLE_BYTES",
    "TILE_SIDE",
    "FftPlan",
    "radices",
    "re_im_layout",
    "stages_of",
    "transform_tables",
    "widens_filters",
]

# Elements of a line, and lines of a tile: structural, the PC_TILE_SIDE of kernels/fft.h.
TILE_SIDE = 16

# Bytes that one way of an L1 cache holds: a page, so that the address within a page tells the set.
# Structural.
_PAGE = 4096

# Rows of tile twiddles that are computed together: 1 MiB in complex numbers.
_TWIDDLE_ROWS = 1 << 12

# Elements of the largest segment whose tables stay in a cache between plans: 32 entries of at most
# about 1 MiB each.
CACHED_ELEMENTS = 1 << 15


# Longer segments, of up to `_KEPT_ELEMENTS` elements, have tables of up to 7 MiB. Those used last
# stay in another cache, within `KEPT_TABLE_BYTES` together. Time of plain calls that find their
# tables there, relative to calls that make them (one core):
# - 50,000 to 200,000 samples and as many taps, float32: 0.3 to 0.6 (Emerald Rapids, 2026-11-30,
#   `python -m benchmarks.cost_model limits segment_tables`);
# - `same` of 648,803 samples, 196,607 taps: 0.46 in float64, 0.50 in float32 (Zen 4, 2026-12-01).
_KEPT_ELEMENTS = 3 << 17
KEPT_TABLE_BYTES = 10 << 20


class TransformShape(NamedTuple):
    """The fields of `pc_transform_shape`."""

    length: int
    stages: int
    radix: tuple[int, ...]  # MAX_STAGES of them


@dataclass(frozen=True, slots=True)
class TransformStages:
    """The values of a polynomial at the roots of ``z**length = c``."""

    shape: TransformShape
    # Stage by stage: for each remainder of the stages before, the powers of one root of unity.
    twiddles: NDArray[Any]
    # Clockwise angles of the roots of z**length = c, in the order in which the stages leave their
    # values: angles / turn of a whole turn.
    angles: NDArray[Any]
    turn: int


class ReImLayout(NamedTuple):
    """The fields of `pc_re_im_layout`."""

    row_lines: int
    slab_rows: int
    rows: int
    tiled_rows: int
    part_elements: int


@dataclass(frozen=True, slots=True)
class FftPlan:
    """The fields of `pc_fft_plan`."""

    axes: tuple[TransformStages, TransformStages, TransformStages]
    tile: TransformStages
    layout: ReImLayout
    tile_twiddles: NDArray[Any]


@lru_cache(maxsize=4096)
def radices(length: int) -> tuple[int, ...]:
    """Return the radices of the stages of a transform, in their order."""
    found = []
    for radix in (5, 3):
        while length % radix == 0:
            found.append(radix)
            length //= radix
    twos = length.bit_length() - 1
    return (*found, *(2,) * (twos % 2), *(4,) * (twos // 2))


def stages_of(lengths: tuple[int, ...]) -> tuple[int, ...]:
    """Return the radices of all stages of a part of three axes, those of its tiles last."""
    first, second, third = lengths
    return (*radices(first), *radices(second), *radices(third // TILE_SIDE), *radices(TILE_SIDE))


def _lines_in_l1(pitch: int) -> int:
    """Return how many cache lines, a multiple of them apart, the L1 cache holds at once."""
    return _PAGE // math.gcd(pitch, _PAGE) * (caches().l1 // _PAGE)


@lru_cache(maxsize=4096)
def re_im_layout(lengths: tuple[int, ...], itemsize: int) -> ReImLayout:
    """Return the layout of one part of three axes.

    Rows a multiple of 512 bytes apart, or slabs a multiple of 2048, would conflict in few sets of
    the L1 cache; one line, or row, of padding spreads them. Padding is added where the sets that
    rows meet do not hold a column of both parts, which all stages of its transform read. Segments
    of 320x192 elements of float32 take 0.78 of the time that they take without padding (Emerald
    Rapids, one core, 2026-11-30, `plan` of image/gaussian_15 with `fft_tiled`).
    """
    slabs, slab_rows, row = lengths
    row_lines = row // TILE_SIDE
    line = TILE_SIDE * itemsize
    held, padded = _lines_in_l1(row_lines * line), _lines_in_l1((row_lines + 1) * line)
    conflicts = slabs * slab_rows > 1 and row_lines * line % 512 == 0
    if conflicts or 2 * slab_rows > held < padded:
        row_lines += 1
    if slabs > 1 and slab_rows * row_lines * TILE_SIDE * itemsize % 2048 == 0:
        slab_rows += 1
    tiles = -(-slabs * slab_rows * row_lines // TILE_SIDE)
    return ReImLayout(
        row_lines=row_lines,
        slab_rows=slab_rows,
        rows=slabs * slab_rows,
        tiled_rows=TILE_SIDE // math.gcd(TILE_SIDE, row_lines),
        part_elements=tiles * TILE_SIDE * TILE_SIDE,
    )


def _roots_of_unity(numerators: NDArray[Any], denominator: int) -> NDArray[Any]:
    """Return ``exp(-2j * pi * numerators / denominator)``, exact to the last bit or nearly.

    Quarters of a turn are split off exactly, so that `exp` sees angles within an eighth of a turn.
    """
    quarters = (8 * numerators + denominator) // (2 * denominator)
    angles = np.pi / 2 * ((4 * numerators - quarters * denominator) / denominator)
    roots: NDArray[Any] = np.exp(-1j * angles) * np.array([1, -1j, -1, 1j])[quarters % 4]
    return roots


def _transform(length: int, split: bool) -> TransformStages:
    """Return the transform at the roots of ``z**length = 1``, or of i along a `split` axis."""
    make = _cached_transform if length <= CACHED_ELEMENTS else _made_transform
    return make(length, split)


def _made_transform(length: int, split: bool) -> TransformStages:
    # Angles are integers in units of 1 / turn, and so exact.
    angles, turn = np.array([-1 if split else 0]), 4
    twiddles = []
    stages = radices(length)
    for radix in stages:
        roots = _roots_of_unity(np.outer(angles, np.arange(1, radix)), turn * radix)
        twiddles.append(roots.ravel())
        angles = (angles[:, None] + turn * np.arange(radix)).ravel()
        turn *= radix
    shape = TransformShape(length, len(stages), (*stages, *(0,) * (MAX_STAGES - len(stages))))
    return TransformStages(shape, np.concatenate([*twiddles, np.ones(1)]), angles, turn)


_cached_transform = lru_cache(maxsize=256)(_made_transform)


def _tile_twiddles(third: TransformStages, layout: ReImLayout, real: np.dtype[Any]) -> NDArray[Any]:
    """Return the factors of a line's elements, roots to the powers 0 to 15, split in re and im.

    The power 4 q + r is the product of the powers 4 q and r. In single precision those are products
    of the first power, too, formed in double precision.
    """
    twiddles = np.zeros((2, layout.row_lines, TILE_SIDE), real)
    turn = third.turn * TILE_SIDE
    for start in range(0, len(third.angles), _TWIDDLE_ROWS):
        angles = third.angles[start : start + _TWIDDLE_ROWS, None]
        if real.itemsize == 8:
            low, high = (_roots_of_unity(angles * np.arange(4) * n, turn) for n in (1, 4))
        else:
            low = _first_powers(_roots_of_unity(angles, turn))
            high = _first_powers(low[:, 2:3] ** 2)
        powers = (high[:, :, None] * low[:, None, :]).reshape(-1, TILE_SIDE)
        for part, values in zip(twiddles, (powers.real, powers.imag), strict=True):
            part[start : start + len(values)] = values
    return twiddles.ravel()


def _first_powers(roots: NDArray[Any]) -> NDArray[Any]:
    """Return the powers 0 to 3 of a column of numbers."""
    square = roots * roots
    return np.hstack([np.ones_like(roots), roots, square, square * roots])


def _fft_plan(
    lengths: tuple[int, ...], split_axis: int, itemsize: int, real: np.dtype[Any]
) -> FftPlan:
    """Return the transforms for parts of these lengths; one axis is split, or none (-1).

    `real` is the dtype of the twiddles of tiles, which are most of the memory.
    """
    layout = re_im_layout(lengths, itemsize)
    # A real segment of halves a and b is a + i b if z ** length = i: a right-angle convolution.
    first, second, third = (
        _transform(length, i == split_axis)
        for i, length in enumerate((*lengths[:2], lengths[2] // TILE_SIDE))
    )
    return FftPlan(
        axes=(first, second, third),
        tile=_transform(TILE_SIDE, False),
        layout=layout,
        tile_twiddles=_tile_twiddles(third, layout, real),
    )


# Tables of the transforms of segments, and of those of filters.
_Tables = tuple[TransformTables, TransformTables]

# Bytes of the Python objects of tables besides their twiddles, rounded up. Structural.
_OBJECT_BYTES = 4096


def widens_filters(lengths: tuple[int, ...]) -> bool:
    """Return True if filters are transformed in double precision, so that their spectra are exact.

    Those of long segments are not: a plain call would wait for them, and for a second table.
    """
    return math.prod(lengths) <= CACHED_ELEMENTS


def transform_tables(lengths: tuple[int, ...], split_axis: int, itemsize: int) -> _Tables:
    """Return the tables of the transforms of segments, and of those of filters."""
    elements = math.prod(lengths)
    if elements <= CACHED_ELEMENTS:
        return _cached_tables(lengths, split_axis, itemsize)
    make = _kept_tables if elements <= _KEPT_ELEMENTS else _made_tables
    return make(lengths, split_axis, itemsize)


def _made_tables(lengths: tuple[int, ...], split_axis: int, itemsize: int) -> _Tables:
    real = np.dtype(np.float32 if itemsize == 4 else np.float64)
    wide = np.dtype(np.float64) if widens_filters(lengths) else real
    plan = _fft_plan(lengths, split_axis, itemsize, wide)
    tables = TransformTables(plan, real)
    return tables, tables if wide == real else TransformTables(plan, wide)


class _KeptTables:
    """Tables of the long segments that were used last, within `KEPT_TABLE_BYTES`."""

    def __init__(self) -> None:
        self._kept: dict[tuple[tuple[int, ...], int, int], _Tables] = {}

    def __call__(self, lengths: tuple[int, ...], split_axis: int, itemsize: int) -> _Tables:
        """Return the tables of `transform_tables`, made if they are not kept."""
        key = lengths, split_axis, itemsize
        kept = self._kept
        tables = kept.get(key)
        if tables is None:
            tables = _made_tables(*key)
        found, left = {key: tables}, KEPT_TABLE_BYTES - _twiddle_bytes(lengths, itemsize)
        for other, others_tables in kept.items():
            left -= _twiddle_bytes(other[0], other[2]) if other != key else 0
            if left < 0:
                break
            found.setdefault(other, others_tables)
        # No dict is changed once others see it, so threads need no lock: one of two that make
        # tables at once may lose them.
        self._kept = found
        return tables

    def cache_clear(self) -> None:
        """Forget all tables."""
        self._kept = {}


def _twiddle_bytes(lengths: tuple[int, ...], itemsize: int) -> int:
    """Return the bytes that tables of a long segment keep, or a little more.

    Stages have a root for each line or row, tiles one for each element, of a padded line, too.
    """
    lines = lengths[0] + lengths[1] + lengths[2] // TILE_SIDE
    return 2 * itemsize * (lines + lengths[2] + 4 * TILE_SIDE) + _OBJECT_BYTES


_cached_tables = lru_cache(maxsize=32)(_made_tables)
_kept_tables = _KeptTables()
