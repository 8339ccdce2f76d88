"""Counts of the work of a plan, which the cost model multiplies by its rates."""

from polyconv._backend import Cost
from polyconv._problem import Problem

from ._direct import DEPTHWISE, DOT, IGEMM, SPATIAL, STENCIL
from ._tiles import DirectTiling
from .elements import Elements, elements_of
from .packing import packing_of
from .planner import efficiency

__all__ = ["counts_of"]

_NAMES = {
    IGEMM: "igemm",
    DEPTHWISE: "depthwise",
    SPATIAL: "spatial",
    STENCIL: "stencil",
    DOT: "dot",
}


def counts_of(p: Problem, tiling: DirectTiling, fraction: float) -> Cost:
    """Return the counts of a plan of `p`, whose micro-kernels reach `fraction` of peak."""
    elements = elements_of(p)
    itemsize = elements.dtype.itemsize
    depth, height, width = tiling.axes
    channels, groups = elements.channels, tiling.groups
    if tiling.variant == DEPTHWISE:
        # Vectors of channels that are packed side by side count as one group.
        channels = tiling.interleave
        one_pixel = tiling.pixels_per_vector == 1
        groups = -(-groups * tiling.oc_block // channels) if one_pixel else 1
    tiles = p.batch * groups * depth.tiles * height.tiles * width.tiles
    unpacked = tiling.zero_copy or tiling.stride2
    packed_fraction = 0.0 if unpacked else 1 - tiling.interior_fraction
    if tiling.zero_copy and tiling.variant == SPATIAL:
        # Of a padded signal, the tiles at its ends are packed.
        packed_fraction = min(1.0, sum(map(bool, p.pads[-1])) / width.tiles)
    times = tiles * tiling.oc_splits * packed_fraction
    packed = int(times * tiling.channel_plane * channels * itemsize)
    runs, gathered, lookups = packing_of(p, tiling, elements, channels) if times else (0, 0, 0)
    filters = tiling.groups * tiling.oc_blocks * tiling.oc_block
    items = p.batch * -(-tiling.groups // tiling.groups_per_item) * tiling.oc_splits
    return Cost(
        # The products of an int16x2 or int8x4 are one operation.
        flops=int(p.flops * elements.channels / p.ic_per_group / efficiency(tiling, fraction)),
        bytes=p.moved_once,
        workspace=p.workers * tiling.workspace(itemsize),
        packed=packed,
        runs=int(times * runs),
        work_items=tiles * tiling.oc_blocks * -(-channels // tiling.ic_block),
        prepared=filters * elements.channels * p.taps * itemsize,
        gathered=int(times * gathered * itemsize),
        variant=_rate_name(p, tiling, elements),
        lookups=int(times * lookups),
        pool_items=items * depth.tiles * height.tiles * width.tiles,
    )


def _rate_name(p: Problem, tiling: DirectTiling, elements: Elements) -> str:
    """Return the name of the rates in `polyconv._rates_*` that hold for a plan."""
    if tiling.accumulates_in_out and tiling.oc_block == 4:
        return "spatial_in_out"
    if tiling.variant == SPATIAL:
        return f"spatial_{tiling.oc_block}"
    if elements.int8x4:
        return "igemm_int8x4"
    if tiling.variant == IGEMM and p.taps == 1:
        return "pointwise"
    if tiling.variant == STENCIL and tiling.zero_copy:
        return "stencil_zero_copy"
    return _NAMES[tiling.variant]
