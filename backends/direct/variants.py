"""The modes in which direct convolution may compute a problem."""

import math
from typing import NamedTuple

from polyconv._cpu import lanes, picks
from polyconv._machine import caches
from polyconv._problem import Problem

from .elements import Elements, elements
from .padding import summed_part

__all__ = ["SKIPPED", "TAPS", "Mode", "Setting", "modes_of"]

# Taps summed in registers before the sum is added to the others: the first of two levels of
# summation. Few keep rounding errors small and their weights in the L1 cache; many save additions.
TAPS = 128
# Where products with padding are skipped, that is done for so many channels or more at a time.
SKIPPED = 64
# Skipping costs a little, for which so much must fall away.
_WORTH = 0.92
# Bytes of a cache line, sets of the L1 cache that a page is spread over, and lines of each set that
# may be counted on.
_LINE, _SETS, _WAYS = 64, 64, 8
# Every other pixel is picked anew for each four filters; for so many, packing takes longer.
_WHERE_IT_STANDS = 24
# Vectors of depthwise channels that are packed side by side where they stand so.
_VECTORS = 8


class Setting(NamedTuple):
    """What all modes of a problem have in common."""

    problem: Problem
    elements: Elements
    apart: bool  # pixels of a filter are not next to each other in the result
    crowded: bool  # a row of pixels of a filter has more lines than the few sets of L1 they come to
    lane: int  # elements of a vector
    widest: int  # vectors of filters that are computed together at most
    filters: int  # of a group, in elements

    @classmethod
    def of(cls, p: Problem) -> "Setting":
        """What they have in common in `p`."""
        how = elements(p)
        vector = lanes(how.dtype)
        filters = how.parts * p.group_out
        apart, crowded = p.data_format == "channels_last" and p.out_channels > 1, False
        if apart:
            ways = caches().l1 // (_SETS * _LINE)
            lines = _sets(p.out_channels * p.dtype.itemsize) * ways
            crowded = lines < min(p.out[-1], TAPS)
        return cls(p, how, apart, crowded, vector["lanes"], vector["channel_vectors"], filters)

    @property
    def stands_in_rows(self) -> bool:
        """Whether the result has elements as they are summed, and pixels next to each other."""
        how = self.elements
        return how.stored and how.parts == 1 and not self.apart


class Mode(NamedTuple):
    """A way to compute a problem, as far as it is known before tiles are planned."""

    name: str  # "channels", "groups", "pixels" or "rows"
    groups: int  # computed apart: the problem's, or vectors of them
    channels: int  # of each group
    block: int  # output channels computed together, at most: lanes of vectors, or filters
    blocks: int
    full: float  # part of vectors that filters or groups fill
    borrows: bool  # the input is read where it stands, if that is contiguous
    strided: bool  # or every other pixel of it
    summed: float  # part of the products: those with padding may be left out
    repeats: int = 1  # pixels whose few groups fill whole vectors together

    @property
    def skips(self) -> bool:
        """Whether products are left out tap by tap."""
        return self.name == "channels" and self.summed < 1


def modes_of(s: Setting) -> list[Mode]:
    """The ways that there are, in the order by which ties are broken."""
    modes = []
    for name in _names(s.problem):
        groups, channels, block, blocks = _blocks(s, name)
        if name == "groups":
            full = s.problem.groups / (groups * s.lane)
        elif name == "channels":
            full = s.filters / (-(-s.filters // s.lane) * s.lane)
        else:
            full = s.filters / (blocks * block)
        borrows = name == "channels" and _borrows(s)
        summed = _summed(s.problem, name, s.elements.channels)
        strided = name == "pixels" and block == 4 and _strided(s)
        modes.append(Mode(name, groups, channels, block, blocks, full, borrows, strided, summed))
    if modes[0].name == "groups" and _repeats(s):
        lane, groups = s.lane, s.problem.groups
        blocks = groups // math.gcd(groups, lane)
        repeats = blocks * lane // groups
        return [Mode("groups", 1, groups, lane, blocks, 1.0, False, False, 1.0, repeats)]
    return modes


def _names(p: Problem) -> list[str]:
    """The ways that `p` can be computed."""
    depthwise = p.groups > 1 and p.group_in == p.group_out == 1 and p.accumulator.kind != "c"
    if depthwise and p.data_format == "channels_last":
        return ["groups"]
    modes = ["channels", "pixels"]
    # Shared rows: all heights of kernels without a stride, and the usual ones of a stride of two.
    if p.rank > 1 and (p.stride[-2] == 1 < p.kernel[-2] or _shares_rows_by_two(p)):
        modes.append("rows")
    if depthwise:
        modes.append("groups")
    return modes


def _shares_rows_by_two(p: Problem) -> bool:
    return p.stride[-2] == 2 and p.dilation[-2] == 1 and p.kernel[-2] in (3, 5)


def _repeats(s: Setting) -> bool:
    """Whether vectors run on from pixel to pixel, whose few channels stand side by side."""
    p = s.problem
    return p.groups < s.lane and p.stride[-1] == p.dilation[-1] == 1 and p.out[-1] > 1


def _blocks(s: Setting, mode: str) -> tuple[int, int, int, int]:
    """Groups computed apart, channels of each, filters of a block, and blocks."""
    p, lane, filters = s.problem, s.lane, s.filters
    if mode == "groups":
        groups = -(-p.groups // lane)
        # Where channels stand side by side, several vectors of them are packed at once.
        together = min(groups, _VECTORS) if p.data_format == "channels_last" else 1
        return groups, together * lane, lane, 1
    if mode == "channels":
        vectors = -(-filters // lane)
        block = lane * -(-vectors // -(-vectors // s.widest))
    elif mode == "pixels":
        block = 4 if filters > 2 else filters
    else:
        block = 1
    return p.groups, s.elements.channels, block, -(-filters // block)


def _borrows(s: Setting) -> bool:
    """Whether nothing is gained by packing: each input is read by one pixel alone, without padding.

    Channels whose distance brings them all into the same few sets of the L1 cache are packed.
    """
    p = s.problem
    if p.taps > 1 or p.padded != p.spatial or not s.elements.plain:
        return False
    if p.data_format == "channels_last":
        return True
    return _sets(math.prod(p.spatial) * p.x_dtype.itemsize) * _WAYS >= TAPS


def _strided(s: Setting) -> bool:
    """Whether vectors hold every other pixel, of windows that all filters read at once."""
    p = s.problem
    every_other = p.rank < 3 and p.stride[-1] == 2 and p.kernel[-1] == 3 and set(p.dilation) == {1}
    if not (every_other and s.elements.plain and picks(s.elements.dtype)):
        return False
    left, right = p.pads[-1][0], 2 * p.out[-1] + 1 - p.pads[-1][0] - p.spatial[-1]
    return left <= 1 and right <= 0 and p.group_out <= _WHERE_IT_STANDS and p.terms <= TAPS


def _sets(distance: int) -> int:
    """Sets of the L1 cache that lines so many bytes apart come into."""
    lines, rest = divmod(distance, _LINE)
    return _SETS if rest else _SETS // math.gcd(lines, _SETS)


def _summed(p: Problem, mode: str, channels: int) -> float:
    """The part of the products that is summed; all are, unless leaving some out is worth it."""
    if mode == "channels" and channels >= SKIPPED:
        inside = summed_part(p, range(p.rank))
        return inside if inside < _WORTH else 1.0
    if mode == "rows" and p.kernel[-2] > 7 and p.dilation[-2] == 1:
        return summed_part(p, [p.rank - 2])
    if mode == "groups" and max(p.kernel[-2:]) > 7 and max(p.dilation[-2:]) == 1:
        rows = summed_part(p, [p.rank - 2]) if p.rank > 1 else 1.0
        # Of the columns, those that meet padding at all pixels of a few.
        return rows * min(1.0, summed_part(p, [p.rank - 1]) + 3 / p.kernel[-1])
    return 1.0
