"""The modes in which direct convolution may compute a problem, and how well each will do."""

import math
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from polyconv._cpu import lanes
from polyconv._machine import caches
from polyconv._problem import Problem
from polyconv.backends.direct._direct import has_stride2

from .elements import Elements, elements

if TYPE_CHECKING:
    from .tiling import Tiling

__all__ = [
    "SKIPPED",
    "TAPS",
    "Mode",
    "Setting",
    "inside_part",
    "modes_of",
    "promise",
    "reached",
    "score",
]

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
# How many products take as long as it does to store their sum by itself; what is left of the rate
# of pixels in the lanes where they are stored to too few sets, and how many products it is there.
_STORE, _CROWDED, _CROWDED_STORE = 50, 0.25, 38
# How many products take as long as it does to store a sum that stands among those of other filters.
_TRANSPOSE = 6
# Every other pixel is picked anew for each four filters; for so many, packing takes longer.
_WHERE_IT_STANDS = 24
# Vectors of depthwise channels that are packed side by side where they stand so.
_VECTORS = 8
# Kernels with which one walks along the rows. Others jump about in them, for which rows that come
# from memory are packed.
_WALKED = ((3, 3), (5, 5))
# Part of the outputs that read nothing but the input from which on that is not packed for them.
_MOSTLY = 0.4


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
        return cls(p, how, apart, crowded, vector["lanes"], vector["nr_vectors"], filters)

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
    if not (every_other and s.elements.plain and has_stride2(s.elements.dtype)):
        return False
    left, right = p.pads[-1][0], 2 * p.out[-1] + 1 - p.pads[-1][0] - p.spatial[-1]
    return left <= 1 and right <= 0 and p.group_out <= _WHERE_IT_STANDS and p.terms <= TAPS


def _sets(distance: int) -> int:
    """Sets of the L1 cache that lines so many bytes apart come into."""
    lines, rest = divmod(distance, _LINE)
    return _SETS if rest else _SETS // math.gcd(lines, _SETS)


# How well a mode does --------------------------------------------------------------------------


def promise(s: Setting, mode: Mode) -> float:
    """What `score` by what is summed is at most, before it is known how tiles are cut."""
    p, full = s.problem, mode.full
    if mode.name == "pixels":
        full *= min(1.0, math.prod(p.out) / s.lane)
    elif mode.name == "rows":
        full *= min(1.0, p.out[-1] / s.lane)
    packing = _packing(s.problem, mode)
    return _rate(s, mode, full, p.out[-1], packing, s.stands_in_rows, True) / mode.summed


def score(s: Setting, mode: Mode, tiling: "Tiling") -> float:
    """What tells modes apart: what is `reached`, packing and all; 0 where a mode will not do."""
    if mode.name == "rows":
        apart = any(axis.reach > axis.kernel * axis.tile for axis in tiling.axes[1:])
        if apart or tiling.chain > 2 * TAPS:
            return 0.0
    return reached(s, mode, tiling, _packing(s.problem, mode, tiling)) * _picking(s, mode, tiling)


def reached(s: Setting, mode: Mode, tiling: "Tiling", packing: float = 1.0) -> float:
    """The part of peak that tiles reach: how full vectors are, and how far each one loaded is used.

    With `packing`, as `_packing` has it, that is counted, too.
    """
    width = tiling.axes[2].tile
    if mode.name in ("channels", "groups"):
        return _rate(s, mode, mode.full, width, packing)
    full = math.prod([axis.tile for axis in tiling.axes]) / (tiling.vectors * s.lane)
    if mode.name == "rows":
        return _rate(s, mode, full, width, packing)
    near = tiling.in_place and tiling.is_near(s.lane)
    return _rate(s, mode, full * mode.full, width, packing, tiling.in_place, near)


def _packing(p: Problem, mode: Mode, tiling: "Tiling | None" = None) -> float:
    """How many times as long packing rows with a stride makes what comes to each of them.

    Of rows and groups that is the overhead, of single filters all that they take; as was seen.
    """
    if mode.name == "rows" and p.stride[-2] > 1:
        return 3.0
    if mode.name == "groups" and p.stride[-1] > 1:
        return 3.0 * (1.0 if tiling is None else _packed_again(p, tiling))
    if mode.name == "pixels" and mode.block == 1 and p.stride[-1] > 1:
        return 5 / 3 if p.stride[-1] == 2 else 10 / 3
    return 1.0


def _packed_again(p: Problem, tiling: "Tiling") -> float:
    """How many times as much is packed as lies between a tile's first outputs and its last."""
    between = math.prod(p.stride) * math.prod([axis.tile for axis in tiling.axes])
    return max(1.0, tiling.plane / between)


def _picking(s: Setting, mode: Mode, tiling: "Tiling") -> float:
    """What picking elements one by one leaves of the rate of several filters of pixels.

    Even and odd ones are dealt out by vectors. The numbers are of one core of a Zen 5 (2026-11-20).
    """
    width = tiling.axes[2]
    gathered = width.layout == "separate" or width.stride > 2
    if mode.name != "pixels" or mode.block == 1 or not gathered or width.stride == 1:
        return 1.0
    pixels = math.prod([axis.tile for axis in tiling.axes])
    products = s.filters * s.problem.taps * pixels / tiling.plane  # of each element
    return products / (products + s.lane * (0.16 * width.stride + 4 / width.tile))


def _rate(
    s: Setting,
    mode: Mode,
    full: float,
    width: int,
    packing: float,
    in_place: bool = False,
    near: bool = False,
) -> float:
    """The part of peak of vectors of which a part is `full`, in tiles of such a width.

    Sums of pixels may be formed `in_place`, from what is `near` in the L1 cache.

    The numbers are rates seen on one core of a Zen 5 (2026-11-20), as parts of its peak.
    """
    p = s.problem
    if mode.name == "channels":
        shared = {1: 0.8, s.widest: 1.0}.get(mode.block // s.lane, 0.95)
        if s.filters <= 2:
            full *= p.terms / (p.terms + _TRANSPOSE)
        return full * shared * (1.1 if mode.borrows else 1.0)
    if mode.name == "groups":
        overhead = (16 if p.rank > 1 and p.kernel[-2] > 1 else 28) + 130 / width
        overhead *= packing
        return full * (0.9 * p.taps / (p.taps + overhead))
    if s.crowded:
        full *= _CROWDED * p.terms / (p.terms + _CROWDED_STORE)
    elif s.apart:
        full *= p.terms / (p.terms + _STORE)
    if mode.name == "rows":
        overhead = (12 + 150 / width) * packing
        return full * p.taps / (p.taps + overhead)
    if mode.block == 1:
        return full * 0.5 / packing * p.taps / (p.taps + 12)
    if in_place and mode.block == 4:
        # Against channels in the lanes, whose sums are transposed to be stored.
        return full * (1 if near else 0.78) * 0.95 * (p.terms + 12) / (p.terms + 6)
    if mode.block == 2:
        return full * 0.8
    # Short sums notice that they are formed by themselves, and then stored.
    return full * (0.95 if s.apart else min(0.95, p.terms / (p.terms + 2 * _TRANSPOSE)))


# What is not summed ----------------------------------------------------------------------------


def _summed(p: Problem, mode: str, channels: int) -> float:
    """The part of the products that is summed; all are, unless leaving some out is worth it."""
    if mode == "channels" and channels >= SKIPPED:
        inside = _inside(p, range(p.rank))
        return inside if inside < _WORTH else 1.0
    if mode == "rows" and p.kernel[-2] > 7 and p.dilation[-2] == 1:
        return _inside(p, [p.rank - 2])
    if mode == "groups" and max(p.kernel[-2:]) > 7 and max(p.dilation[-2:]) == 1:
        rows = _inside(p, [p.rank - 2]) if p.rank > 1 else 1.0
        # Of the columns, those that meet padding at all pixels of a few.
        return rows * min(1.0, _inside(p, [p.rank - 1]) + 3 / p.kernel[-1])
    return 1.0


def _inside(p: Problem, axes: Sequence[int]) -> float:
    """The part of the products that meet the input, and not zeros around it, along some axes."""
    if p.padding_mode not in ("zeros", "constant") or p.padding_value != 0:
        return 1.0
    part = 1.0
    for axis in axes:
        if any(p.pads[axis]):
            taps = range(-p.pads[axis][0], p.extent[axis] - p.pads[axis][0], p.dilation[axis])
            met = _met(p.spatial[axis], p.out[axis], p.stride[axis], taps)
            part *= met / p.kernel[axis] / p.out[axis]
    return max(part, 0.01)  # even where nothing is inside, there is something to do


@lru_cache(maxsize=1024)
def _met(size: int, out: int, stride: int, taps: range) -> int:
    """Pairs of an output and a tap that meet one of `size` elements of the input."""
    met = 0
    for first in taps:  # what the first output reads
        start = -(first // stride) if first < 0 else 0
        stop = min((size - 1 - first) // stride + 1, out)
        met += max(stop - start, 0)
    return met


def inside_part(p: Problem, how: Elements, lane: int) -> float:
    """The part of the outputs that read nothing but the input, if their cells need no packing."""
    if not (how.plain and how.stored) or p.groups < lane:
        return 0.0
    walked = p.kernel in _WALKED and set(p.dilation) == {1}
    if not walked and p.rank > 1 and p.in_out_bytes > caches().l3:
        return 0.0
    inside = 1.0
    for axis in range(p.rank):
        beyond = (p.kernel[axis] - 1) * p.dilation[axis]
        first = -(-p.pads[axis][0] // p.stride[axis])
        last = (p.spatial[axis] + p.pads[axis][0] - beyond - 1) // p.stride[axis] + 1
        inside *= max(min(last, p.out[axis]) - first, 0) / p.out[axis]
    return inside if inside > _MOSTLY else 0.0
