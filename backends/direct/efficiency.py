"""The predicted efficiency of each variant: the fraction of peak that its tiles reach.

Measured rates are in `tuning`, as fractions of peak. An overhead of n products lowers the rate of t
taps to ``t / (t + n)``.
"""

import math

from polyconv._problem import Problem

from .tiling import Tiling
from .tuning import TUNING
from .variants import (
    DEPTHWISE,
    DOT,
    IGEMM,
    MAX_TAPS_IN_REGISTERS,
    SPATIAL,
    STENCIL,
    Candidate,
    Setting,
)

__all__ = ["comparable_efficiency", "compute_efficiency", "efficiency_bound"]

# Structural: these numbers guard corners that no named workload is near, and where a wrong variant
# would be several times as slow. Zen 5, 1 core, 2026-11.
# - Store cost in products per output, and fraction of peak that is left, where stores of long rows
#   conflict in few L1 sets: channels_last results whose pixels are a multiple of 64 bytes apart.
_CONFLICTING_STORE, _CONFLICTING_PEAK = 38, 0.25
# - Cost of gathering elements one by one (strides of 3 and more, dilations), in vectors of
#   products: of an element and unit of stride, and of the start of a row.
_GATHER_STRIDE_COST, _GATHER_ROW_COST = 0.16, 4
# - The same of an element for at most two filters, at any stride: between the 7 that AVX2 takes
#   (Zen 3, 1 core, 2026-11) and the fraction of AVX-512.
_GATHER_COST_FEW_FILTERS = 4
# - Peak of dot, whose products load both factors; its costs of a kernel row and of adding up the
#   lanes of a sum, in vectors of products (Zen 3, 1 core, 2026-11).
_DOT_PEAK, _DOT_ROW_COST, _DOT_SUM_COST = 0.5, 8, 10


def efficiency_bound(s: Setting, c: Candidate) -> float:
    """Return an upper bound of `comparable_efficiency` that needs no tiles."""
    p, lane_fraction = s.problem, c.lane_fraction
    if c.variant == SPATIAL:
        lane_fraction *= min(1.0, math.prod(p.out) / s.lanes)
    elif c.variant == STENCIL:
        lane_fraction *= min(1.0, p.out[-1] / s.lanes)
    packing = _packing_factor(s.problem, c)
    bound = _fraction_of_peak(s, c, lane_fraction, p.out[-1], packing, s.accumulates_in_out, True)
    return bound / c.valid_fraction


def comparable_efficiency(s: Setting, c: Candidate, tiling: Tiling) -> float:
    """Return the efficiency that candidates are compared by: packing counted, 0 if unsuitable."""
    if c.variant == STENCIL:
        gaps = any(axis.input_extent > axis.kernel * axis.tile for axis in tiling.axes[1:])
        if gaps or tiling.max_roundings > 2 * MAX_TAPS_IN_REGISTERS:
            return 0.0
    packing = _packing_factor(s.problem, c, tiling)
    return compute_efficiency(s, c, tiling, packing) * _gather_factor(s, c, tiling)


def compute_efficiency(s: Setting, c: Candidate, tiling: Tiling, packing: float = 1.0) -> float:
    """Return the fraction of peak that the micro-kernels reach on the tiles.

    `packing`, as `_packing_factor` has it, adds the time to pack.
    """
    width = tiling.axes[2].tile
    if c.variant in (IGEMM, DEPTHWISE, DOT):
        return _fraction_of_peak(s, c, c.lane_fraction, width, packing)
    used = math.prod([axis.tile for axis in tiling.axes]) / (tiling.max_entries * s.lanes)
    if c.variant == STENCIL:
        return _fraction_of_peak(s, c, used, width, packing)
    from_l1 = tiling.accumulates_in_out and tiling.input_fits_l1(s.lanes)
    return _fraction_of_peak(
        s, c, used * c.lane_fraction, width, packing, tiling.accumulates_in_out, from_l1
    )


def _packing_factor(p: Problem, c: Candidate, tiling: Tiling | None = None) -> float:
    """Return the factor by which packing rows with a stride raises a variant's overhead.

    Of single filters (spatial) at a stride of 2 it raises all of their time.
    """
    factor: float = 1.0
    if c.variant == STENCIL and p.stride[-2] > 1:
        factor = TUNING.STENCIL_STRIDED_PACKING
    elif c.variant == DEPTHWISE and p.stride[-1] > 1:
        factor = TUNING.DEPTHWISE_STRIDED_PACKING
        if tiling is not None:
            factor *= _repacking_factor(p, tiling)
    elif c.variant == SPATIAL and c.oc_block == 1 and p.stride[-1] == 2:
        factor = TUNING.SPATIAL_1_STRIDE_2
    return factor


def _repacking_factor(p: Problem, tiling: Tiling) -> float:
    """Return the ratio of the elements that tiles pack, halos included, to those of the input."""
    between = math.prod(p.stride) * math.prod([axis.tile for axis in tiling.axes])
    return max(1.0, tiling.channel_plane / between)


def _gather_factor(s: Setting, c: Candidate, tiling: Tiling) -> float:
    """Return the fraction of a rate that is left where elements are gathered one by one.

    Even and odd elements are deinterleaved by vectors instead. With many filters the cost of igemm
    is not worth counting.
    """
    width = tiling.axes[2]
    gathered = width.layout == "separate" or width.stride > 2
    few = s.filters <= 2
    if (
        not gathered
        or width.stride == 1
        or not (c.variant == SPATIAL or (c.variant == IGEMM and few))
    ):
        return 1.0
    pixels = math.prod([axis.tile for axis in tiling.axes])
    products = s.filters * s.problem.taps * pixels / tiling.channel_plane  # per packed element
    cost = _GATHER_STRIDE_COST * width.stride + _GATHER_ROW_COST / width.tile
    if few:
        cost = max(cost, _GATHER_COST_FEW_FILTERS)
    return products / (products + s.lanes * cost)


def _fraction_of_peak(
    s: Setting,
    c: Candidate,
    lane_fraction: float,
    width: int,
    packing: float,
    accumulates_in_out: bool = False,
    from_l1: bool = False,
) -> float:
    """Return the fraction of peak of vectors filled to `lane_fraction`, in tiles `width` wide.

    Sums of pixels may accumulate in the result, and the input of a filter may come from L1.
    """
    p = s.problem
    rate: float
    overhead: float
    if c.variant == IGEMM:
        partial: float = TUNING.IGEMM_PARTIAL_BLOCK
        peaks: dict[int, float] = {1: TUNING.IGEMM_ONE_VECTOR, s.max_oc_vectors: 1.0}
        if s.filters <= 2:
            lane_fraction *= p.reduction_len / (p.reduction_len + TUNING.TRANSPOSED_STORE)
        rate = lane_fraction * peaks.get(c.oc_block // s.lanes, partial)
        return rate * TUNING.ZERO_COPY_GAIN if c.zero_copy else rate
    if c.variant == DEPTHWISE:
        rows = p.rank > 1 and p.kernel[-2] > 1
        overhead = TUNING.DEPTHWISE_OVERHEAD if rows else TUNING.DEPTHWISE_ONE_ROW_OVERHEAD
        overhead = (overhead + TUNING.DEPTHWISE_ROW_OVERHEAD / width) * packing
        rate = TUNING.DEPTHWISE_PEAK * p.taps / (p.taps + overhead)
        return lane_fraction * rate
    if c.variant == DOT:
        row = (-(-p.kernel[-1] // s.lanes) + _DOT_ROW_COST) * s.lanes
        rate = _DOT_PEAK * p.kernel[-1] / row
        return rate * p.reduction_len / (p.reduction_len + _DOT_SUM_COST * s.lanes)
    if s.set_conflicts:
        lane_fraction *= (
            _CONFLICTING_PEAK * p.reduction_len / (p.reduction_len + _CONFLICTING_STORE)
        )
    elif s.scattered:
        lane_fraction *= p.reduction_len / (p.reduction_len + TUNING.SCATTERED_STORE)
    if c.variant == STENCIL:
        overhead = (TUNING.STENCIL_OVERHEAD + TUNING.STENCIL_ROW_OVERHEAD / width) * packing
        return lane_fraction * p.taps / (p.taps + overhead)
    if c.oc_block == 1:
        overhead = TUNING.SPATIAL_1_OVERHEAD
        rate = lane_fraction * TUNING.SPATIAL_1_PEAK / packing
        return rate * p.taps / (p.taps + overhead)
    peak: float = TUNING.SPATIAL_4_PEAK
    store: float = TUNING.TRANSPOSED_STORE
    if accumulates_in_out and c.oc_block == 4:
        # One store less than igemm, to whose rate the others are compared.
        rate = lane_fraction * (1 if from_l1 else TUNING.SPATIAL_FROM_L2) * peak
        return rate * (p.reduction_len + 2 * store) / (p.reduction_len + store)
    if c.oc_block == 2:
        peak = TUNING.SPATIAL_2_PEAK
    elif not s.scattered:
        # Two stores: among the tile's sums, then into the result.
        peak = min(peak, p.reduction_len / (p.reduction_len + 2 * store))
    return lane_fraction * peak
