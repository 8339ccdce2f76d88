"""The plan of a problem as a record of numbers for C, and the efficiency of its tiles.

`_planner.pyx` chooses the variant and cuts the tiles.
"""

import math
from functools import lru_cache
from typing import Any

from polyconv._cpu import lanes
from polyconv._machine import caches
from polyconv._problem import Problem

from ._direct import DEPTHWISE, STENCIL
from ._planner import plan_tiles
from ._tiles import MAX_TAPS_IN_REGISTERS, MIN_VECTORS_PER_FILTER, Tiling
from .elements import elements_of
from .tuning import TUNING

__all__ = ["efficiency", "planned", "record", "tiling_of"]

# Structural: efficiency of whole calls over that of their micro-kernels, for igemm, depthwise,
# spatial and stencil. The rates in `polyconv._rates` are fitted to costs that contain it, so the
# two can only change together.
_CALL_EFFICIENCY = (1.0, 1.1, 0.75, 1.2)


@lru_cache(maxsize=1024)
def planned(p: Problem) -> tuple[Tiling, float]:
    """Return the tiles of `p` and the efficiency of the micro-kernels on them."""
    return plan_tiles(p)


def tiling_of(p: Problem) -> Tiling:
    """Return the tiles of `p`."""
    return planned(p)[0]


def efficiency(p: Problem) -> float:
    """Return the fraction of peak that a whole call reaches, packing excluded."""
    tiling, fraction = planned(p)
    return _CALL_EFFICIENCY[tiling.variant] * fraction / tiling.valid_fraction


def record(p: Problem) -> dict[str, Any]:
    """Return the plan of `p` as the numbers of `pc_direct_shape`, in kernels/direct.h.

    ``"packing"`` holds those of `pc_packing_shape`, in kernels/tiles.h. Cython converts both
    mappings by the names of the fields, and takes no notice of others.
    """
    tiling, elements = tiling_of(p), elements_of(p)
    lane_count = lanes(elements.dtype)["lanes"]
    itemsize = elements.dtype.itemsize
    depthwise = tiling.variant == DEPTHWISE
    stencil = tiling.variant == STENCIL
    constant = p.padding_mode in ("zeros", "constant")
    zero_padding = constant and p.padding_value == 0
    oc_per_group = tiling.oc_block if depthwise else p.oc_per_group
    out_channels = p.out_channels
    if tiling.pixels_per_vector > 1:
        # The micro-kernel sees the channels of all pixels of a vector as those of one pixel.
        oc_per_group = out_channels = tiling.oc_blocks * tiling.oc_block
    group_batches = -(-tiling.groups // tiling.groups_per_item)
    tiles = math.prod(axis.tiles for axis in tiling.axes)
    depth = tiling.axes[0]
    one_plane = stencil and tiling.channels * depth.kernel == 1
    kernel_runs = tiling.kernel_runs
    # Streamed are results beyond L3, if each output is formed at once and rows are long enough and
    # aligned alike, so that most cache lines are written whole.
    row_bytes = p.out[-1] * p.dtype.itemsize
    nontemporal = (
        one_plane
        and kernel_runs == (1, 1)
        and p.in_out_bytes > caches().l3
        and row_bytes >= TUNING.MIN_NONTEMPORAL_ROW
        and row_bytes % 64 == 0
    )
    skips = stencil or (depthwise and tiling.valid_fraction < 1)
    last = p.data_format == "channels_last"
    return tiling.record() | {
        "zero_padding": zero_padding,
        "single_plane": one_plane and depth.tile == 1 and p.oc_per_group == 1,
        "nontemporal": nontemporal,
        "reads_interior": tiling.interior_fraction > 0,
        "omits_products": tiling.skips_padding or (zero_padding and skips),
        "kernel_runs": kernel_runs,
        "oc_per_group": oc_per_group,
        "out_channels": out_channels,
        "itemsize": itemsize,
        "bias_itemsize": 8 if elements.in_32_bits and p.dtype.itemsize == 8 else itemsize,
        "reduction_len": elements.channels * p.taps,
        "taps": p.taps,
        "max_taps_in_registers": MAX_TAPS_IN_REGISTERS,
        "last_oc_block": tiling.last_oc_block(elements.parts * p.oc_per_group, lane_count),
        "group_batches": group_batches,
        "items": p.batch * group_batches * tiling.oc_splits * tiles,
        "workspace": tiling.workspace(itemsize),
        "vectors_per_filter": _vectors_per_filter(tiling, lane_count, itemsize),
        "x_channel_stride": itemsize * (1 if last else math.prod(p.spatial)),
        "packing": {
            "axes": _axis_records(p, tiling),
            "parts": elements.parts,
            "channels_per_element": elements.channels_per_element,
            "x_imag_offset": p.x_dtype.itemsize // 2 if p.x_dtype.kind == "c" else 0,
            "itemsize": itemsize,
            "ic_per_group": tiling.oc_block if depthwise else p.ic_per_group,
            "in_channels": p.in_channels,
            "ic_block": tiling.ic_block,
            "channel_plane": tiling.channel_plane,
            "interleave": tiling.interleave,
            "same_as_x": elements.same_as_x,
            "widens_f16": p.widens_f16,
            "constant_padding": constant,
        },
    }


def _axis_records(p: Problem, tiling: Tiling) -> list[dict[str, Any]]:
    """Return the numbers of `pc_tile_axis` for each axis."""
    missing = 3 - p.rank
    return [
        axis.record()
        | {
            "pad_lo": p.pads[i - missing][0] if i >= missing else 0,
            "input_size": p.spatial[i - missing] if i >= missing else 1,
            "length": length,
        }
        for i, (axis, length) in enumerate(zip(tiling.axes, tiling.lengths, strict=True))
    ]


def _vectors_per_filter(tiling: Tiling, lanes: int, itemsize: int) -> int:
    """Return the vectors of pixels that spatial sums for a filter before the next filters.

    Long rows of one filter are written fastest, so they are as many as keep their input in L2, or
    in L1 where few taps share each packed element.
    """
    pixels = tiling.max_entries * lanes
    taps = tiling.ic_block * math.prod(axis.kernel for axis in tiling.axes)
    shared = tiling.input_elements(pixels) * TUNING.MIN_TAPS_FROM_L2 <= taps * pixels
    max_bytes = (caches().l2 if shared else caches().l1) // 2
    vectors = MIN_VECTORS_PER_FILTER
    while (
        vectors < tiling.max_entries
        and tiling.input_elements(2 * vectors * lanes) * itemsize <= max_bytes
    ):
        vectors *= 2
    return vectors
