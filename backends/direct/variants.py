"""The variants of direct convolution that can compute a problem.

Rule of thumb: igemm wins where the output channels of a group fill vectors, spatial where they do
not but rows of pixels do. With channels first, spatial can win with many filters, too, if it sums
in the result: that saves a store. `efficiency` compares their rates.
"""

import math
from enum import IntEnum
from typing import NamedTuple

from polyconv._cpu import lanes
from polyconv._machine import caches
from polyconv._problem import Problem
from polyconv.backends.direct._direct import has_stride2

from . import _direct
from .elements import Elements, elements_of
from .padding import valid_fraction
from .tuning import TUNING

__all__ = [
    "DEPTHWISE",
    "DOT",
    "IGEMM",
    "MAX_TAPS_IN_REGISTERS",
    "SPATIAL",
    "STENCIL",
    "Candidate",
    "Setting",
    "Variant",
    "candidates",
]

# Products summed in registers before the sum is added to memory: the first of two levels of
# summation. Structural, because `Direct.error_bound` follows from it: fewer round less and keep
# their weights in the L1 cache, more save additions.
MAX_TAPS_IN_REGISTERS = 128
# Structural: bytes of a cache line, sets of an L1 cache that a page is spread over, and ways of
# each set that one array may fill.
_LINE, _SETS, _WAYS = 64, 64, 8


class Variant(IntEnum):
    """The variants; their numbers are those of `pc_direct_variant` in kernels/direct.h."""

    IGEMM = _direct.IGEMM
    DEPTHWISE = _direct.DEPTHWISE
    SPATIAL = _direct.SPATIAL
    STENCIL = _direct.STENCIL
    DOT = _direct.DOT


# An attribute of an enum takes 0.2 us in Python 3.11; a plan needs some 60.
IGEMM, DEPTHWISE, SPATIAL, STENCIL, DOT = Variant


class Setting(NamedTuple):
    """Properties of a problem that all variants share."""

    problem: Problem
    elements: Elements
    scattered: bool  # neighbouring pixels of a filter lie apart in the result
    # A row of such pixels needs more cache lines than the L1 sets that it maps to can hold.
    set_conflicts: bool
    lanes: int  # elements of a vector
    max_oc_vectors: int  # vectors of output channels in igemm's register block
    filters: int  # of a group, in elements

    @classmethod
    def of(cls, p: Problem) -> "Setting":
        """Return the setting of `p`."""
        elements = elements_of(p)
        vector = lanes(elements.dtype)
        filters = elements.parts * p.oc_per_group
        scattered, set_conflicts = p.data_format == "channels_last" and p.out_channels > 1, False
        if scattered:
            ways = caches().l1 // (_SETS * _LINE)
            lines = _sets(p.out_channels * p.dtype.itemsize) * ways
            set_conflicts = lines < min(p.out[-1], MAX_TAPS_IN_REGISTERS)
        return cls(
            p,
            elements,
            scattered,
            set_conflicts,
            vector["lanes"],
            vector["nr_vectors"],
            filters,
        )

    @property
    def accumulates_in_out(self) -> bool:
        """True if vectors of pixels can be summed in the result: it has the sums' elements."""
        elements = self.elements
        return elements.same_as_out and elements.parts == 1 and not self.scattered


class Candidate(NamedTuple):
    """One variant for a problem, as far as it is known before tiles are planned."""

    variant: Variant
    groups: int  # computed one by one: the problem's, or vectors of depthwise channels
    channels: int  # of each such group, in elements
    oc_block: int  # output channels computed together, at most: lanes of vectors, or filters
    oc_blocks: int
    lane_fraction: float  # share of lanes, or of filters of a block, that hold a channel
    zero_copy: bool  # a contiguous input is read without packing
    stride2: bool  # or its rows are, deinterleaved in registers
    valid_fraction: float  # share of the products that are summed; others meet padding
    pixels_per_vector: int = 1  # pixels whose few groups fill whole vectors together

    @property
    def skips_padding(self) -> bool:
        """True if igemm leaves out products with padding, tap by tap."""
        return self.variant == IGEMM and self.valid_fraction < 1


def candidates(s: Setting) -> list[Candidate]:
    """Return the variants that can compute a problem, in the order that breaks ties."""
    found = []
    for variant in _variants(s.problem, s.lanes):
        groups, channels, oc_block, oc_blocks = _blocking(s, variant)
        if variant == DEPTHWISE:
            lane_fraction = s.problem.groups / (groups * s.lanes)
        elif variant == IGEMM:
            lane_fraction = s.filters / (-(-s.filters // s.lanes) * s.lanes)
        else:
            lane_fraction = s.filters / (oc_blocks * oc_block)
        found.append(
            Candidate(
                variant,
                groups,
                channels,
                oc_block,
                oc_blocks,
                lane_fraction,
                _zero_copy(s, variant),
                variant == SPATIAL and oc_block == 4 and _stride2(s),
                _valid_fraction(s.problem, variant, s.elements.channels),
            )
        )
    if found[0].variant == DEPTHWISE and _shares_vectors(s):
        groups = s.problem.groups
        vectors = groups // math.gcd(groups, s.lanes)
        pixels = vectors * s.lanes // groups
        return [Candidate(DEPTHWISE, 1, groups, s.lanes, vectors, 1.0, False, False, 1.0, pixels)]
    return found


def _variants(p: Problem, lanes: int) -> list[Variant]:
    """Return the variants that can compute `p`."""
    depthwise = p.groups > 1 and p.ic_per_group == p.oc_per_group == 1 and p.accumulator.kind != "c"
    if depthwise and p.data_format == "channels_last":
        return [DEPTHWISE]
    variants = [IGEMM, SPATIAL]
    if p.dilation[-1] == 1 and p.kernel[-1] >= lanes:
        variants.append(DOT)
    # Output rows share input rows: of any kernel height at stride 1, and at stride 2 of the
    # heights 3 and 5, for which the micro-kernel has loops.
    stride2 = p.rank > 1 and p.stride[-2] == 2 and p.dilation[-2] == 1 and p.kernel[-2] in (3, 5)
    if stride2 or (p.rank > 1 and p.stride[-2] == 1 < p.kernel[-2]):
        variants.append(STENCIL)
    if depthwise:
        variants.append(DEPTHWISE)
    return variants


def _shares_vectors(s: Setting) -> bool:
    """Return True if vectors run on from pixel to pixel, because channels do not fill one."""
    p = s.problem
    return p.groups < s.lanes and p.stride[-1] == p.dilation[-1] == 1 and p.out[-1] > 1


def _blocking(s: Setting, variant: Variant) -> tuple[int, int, int, int]:
    """Return the groups computed one by one, channels of each, oc_block and oc_blocks."""
    p, filters = s.problem, s.filters
    if variant == DEPTHWISE:
        groups = -(-p.groups // s.lanes)
        # Channels that lie side by side are packed several vectors at a time.
        last = p.data_format == "channels_last"
        vectors = min(groups, TUNING.MAX_DEPTHWISE_VECTORS) if last else 1
        return groups, vectors * s.lanes, s.lanes, 1
    if variant == IGEMM:
        vectors = -(-filters // s.lanes)
        oc_block = s.lanes * -(-vectors // -(-vectors // s.max_oc_vectors))
    elif variant == SPATIAL:
        oc_block = 4 if filters > 2 else filters
    else:
        oc_block = 1
    return p.groups, s.elements.channels, oc_block, -(-filters // oc_block)


def _zero_copy(s: Setting, variant: Variant) -> bool:
    """Return True if packing gains nothing: no padding, no conversion, and elements in order.

    For igemm each pixel must read one place, for dot rows must be contiguous. Channels that
    conflict are packed: those whose distance maps so few L1 sets that a run of
    `MAX_TAPS_IN_REGISTERS` channels would evict its own lines.
    """
    p = s.problem
    if p.padded != p.spatial or not s.elements.same_as_x:
        return False
    if variant == DOT:
        return p.data_format == "channels_first" or p.in_channels == 1
    if variant != IGEMM or p.taps > 1:
        return False
    if p.data_format == "channels_last":
        return True
    channel_bytes = math.prod(p.spatial) * p.x_dtype.itemsize
    return _sets(channel_bytes) * _WAYS >= MAX_TAPS_IN_REGISTERS


def _stride2(s: Setting) -> bool:
    """Return True if the stride-2 micro-kernel can read the caller's rows.

    It takes kernels 3 wide, at most one column of padding at the left and none at the right.
    """
    p = s.problem
    fits = p.rank < 3 and p.stride[-1] == 2 and p.kernel[-1] == 3 and set(p.dilation) == {1}
    if not (fits and s.elements.same_as_x and has_stride2(s.elements.dtype)):
        return False
    left, right = p.pads[-1][0], 2 * p.out[-1] + 1 - p.pads[-1][0] - p.spatial[-1]
    if left > 1 or right > 0:
        return False
    return p.oc_per_group <= TUNING.MAX_FILTERS_STRIDE2 and p.reduction_len <= MAX_TAPS_IN_REGISTERS


def _sets(distance: int) -> int:
    """Return the number of L1 sets that lines `distance` bytes apart map to."""
    lines, rest = divmod(distance, _LINE)
    return _SETS if rest else _SETS // math.gcd(lines, _SETS)


def _valid_fraction(p: Problem, variant: Variant, channels: int) -> float:
    """Return the share of the products that are summed: less than 1 where skipping pays."""
    if variant == IGEMM and channels >= TUNING.MIN_CHANNELS_SKIPPING:
        valid = valid_fraction(p, range(p.rank))
        return valid if valid < TUNING.MAX_VALID_FRACTION_SKIPPING else 1.0
    if variant == STENCIL and p.kernel[-2] > TUNING.MAX_KERNEL_NOT_SKIPPING and p.dilation[-2] == 1:
        return valid_fraction(p, [p.rank - 2])
    if variant != DEPTHWISE or max(p.kernel[-2:]) <= TUNING.MAX_KERNEL_NOT_SKIPPING:
        return 1.0
    if max(p.dilation[-2:]) == 1:
        rows = valid_fraction(p, [p.rank - 2]) if p.rank > 1 else 1.0
        # A column is left out where all pixels of a register block meet padding with it: about
        # 3 columns more are summed than are valid.
        return rows * min(1.0, valid_fraction(p, [p.rank - 1]) + 3 / p.kernel[-1])
    return 1.0
