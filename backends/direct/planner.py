"""The choice of a plan: a variant, and the tiles that it computes."""

import math
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from polyconv._cpu import lanes
from polyconv._machine import caches
from polyconv._problem import Problem

from .axis import TileAxis
from .efficiency import comparable_efficiency, compute_efficiency, efficiency_bound
from .elements import elements_of
from .padding import interior_fraction
from .tiling import MIN_VECTORS_PER_FILTER, Tiling
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
    Variant,
    candidates,
)

__all__ = ["efficiency", "planned", "record", "tiling_of"]


# Structural: widths that tiles are not cut below, of igemm and depthwise in pixels, of the others
# in vectors. They guard kernels so large or dilated that the halo of a few pixels fills the budget;
# no named workload is near them.
_MIN_IGEMM_WIDTH, _MIN_DEPTHWISE_WIDTH, _MIN_WIDTH_VECTORS = 24, 16, 4
# Structural: efficiency of whole calls over that of their micro-kernels, for igemm, depthwise,
# spatial, stencil and dot. The rates in `polyconv._rates` are fitted to costs that contain it, so
# the two can only change together.
_CALL_EFFICIENCY = (1.0, 1.1, 0.75, 1.2, 1.0)
# Structural: width of a tile in units of the dilation, below which it shares little of its input.
_MIN_DILATED_WIDTH = 8
# An axis that a problem does not have.
_SINGLE = TileAxis.whole(1, 1, 1, 1)


@lru_cache(maxsize=1024)
def planned(p: Problem) -> tuple[Tiling, float]:
    """Return the tiles of `p` and the efficiency of the micro-kernels on them."""
    setting = Setting.of(p)
    itemsize = setting.elements.dtype.itemsize
    along = zip(p.out, p.kernel, p.stride, p.dilation, strict=True)
    axes = [*[_SINGLE] * (3 - p.rank), *(TileAxis.whole(*each) for each in along)]
    limit = None if p.workspace_limit is None else p.workspace_limit // p.workers
    max_pixels, budget = TUNING.MAX_TILE_PIXELS, caches().l2 // TUNING.L2_DIVISOR
    # The highest bound first: candidates with a bound below the best efficiency are not planned.
    ordered = sorted(
        [(-efficiency_bound(setting, c), i, c) for i, c in enumerate(candidates(setting))]
    )
    while True:
        too_large: list[tuple[int, int, Tiling, Candidate]] = []
        best: tuple[Tiling, Candidate] | None = None
        best_value, best_number = 0.0, 0
        for negative_bound, number, candidate in ordered:
            if best is not None and -negative_bound < best_value:
                break
            tiling = _tiling(setting, candidate, axes, budget // itemsize, max_pixels)
            workspace = tiling.workspace(itemsize)
            if limit is not None and workspace > limit:
                too_large.append((workspace, number, tiling, candidate))
                continue
            value = comparable_efficiency(setting, candidate, tiling) / candidate.valid_fraction
            if best is None or value > best_value or (value == best_value and number < best_number):
                best, best_value, best_number = (tiling, candidate), value, number
        if best is None and budget == 0 and max_pixels == 1:
            best = min(too_large)[2:]  # candidate numbers differ, so `min` never compares tilings
        if best is not None:
            tiling, candidate = best
            return tiling, compute_efficiency(setting, candidate, tiling)
        budget, max_pixels = budget // 2, max(1, max_pixels // 2)


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
    return tiling._asdict() | {
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
        axis._asdict()
        | {
            "tiles": axis.tiles,
            "pad_lo": p.pads[i - missing][0] if i >= missing else 0,
            "input_size": p.spatial[i - missing] if i >= missing else 1,
            "length": length,
            "out_step": axis.out_step,
            "overlapped": axis.layout == "overlapped",
            "run_step": axis.run_step,
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


def _tiling(
    s: Setting, c: Candidate, axes: Sequence[TileAxis], budget: int, max_pixels: int
) -> Tiling:
    """Return the tiles of a candidate, of about `budget` packed elements and `max_pixels`."""
    p, elements, lanes = s.problem, s.elements, s.lanes
    igemm, depthwise = c.variant == IGEMM, c.variant == DEPTHWISE
    spatial, stencil = c.variant == SPATIAL, c.variant == STENCIL
    groups, channels = c.groups, c.channels
    wide = depthwise and p.data_format == "channels_last" and c.pixels_per_vector == 1
    interior = interior_fraction(p, elements, lanes) if wide else 0.0
    if interior > 0:
        budget *= TUNING.INTERIOR_TILE_FACTOR
    depth, height, width = _tiles(s, c, axes, budget, max_pixels)

    # Input elements start at the start of a cache line where vectors run along a row.
    row_pitch, first_row_offset = width.length, 0
    if stencil:
        row_pitch, first_row_offset = -(-width.length // lanes) * lanes, -p.pads[-1][0] % lanes
    channel_plane = row_pitch * height.length * depth.length
    ic_block = _ic_block(s, c, channel_plane, budget)

    # Whole vectors of pixels can be summed in the result.
    accumulates_in_out = (
        spatial
        and ic_block >= channels
        and s.accumulates_in_out
        and width.tile * (height.tile if width.length == width.tile else 1) >= lanes
    )
    interleaved = depthwise or (igemm and p.data_format == "channels_last" and elements.parts == 1)

    count = p.batch * groups * depth.tiles * height.tiles * width.tiles
    oc_splits = _oc_splits(p, c, count)
    items = count if p.workers == 1 else count // (TUNING.ITEMS_PER_WORKER * p.workers)

    rows_per_store = depth.tile * height.tile
    if igemm or depthwise:
        rows_per_store = max(1, TUNING.MAX_PIXELS_PER_STORE // width.tile)
    flat, max_entries, sums = _sums(
        c.variant, (depth, height, width), lanes, rows_per_store, accumulates_in_out
    )
    row_bias_size = 0
    if c.pixels_per_vector > 1:
        # The last vectors of a row are filled up with pixels that are summed, too; the bias of a
        # whole row stands behind all sums.
        vectors = -(-width.tile // c.pixels_per_vector)
        sums = c.oc_blocks * (min(rows_per_store, height.tile) * vectors + 1)
        row_bias_size = c.oc_blocks * lanes
    # Sums of all blocks wait for the next input channels, if there are more.
    waiting = -(-c.oc_blocks // oc_splits) if ic_block < channels else 1
    # A row that is not packed as it is read is first padded behind the planes.
    row_buffer = 0 if width.layout == "overlapped" else width.input_extent
    packed_size = (
        first_row_offset + channel_plane * ic_block + 8 * lanes + row_buffer + row_bias_size
    )
    return Tiling(
        variant=c.variant,
        flat=flat,
        accumulates_in_out=accumulates_in_out,
        zero_copy=c.zero_copy,
        stride2=accumulates_in_out and c.stride2,
        axes=(depth, height, width),
        groups=groups,
        channels=channels,
        oc_block=c.oc_block,
        oc_blocks=c.oc_blocks,
        rows_per_store=rows_per_store,
        oc_splits=oc_splits,
        groups_per_item=ic_block // lanes if wide else max(1, min(groups, items)),
        ic_block=ic_block,
        interleave=ic_block if interleaved else 1,
        row_pitch=row_pitch,
        first_row_offset=first_row_offset,
        channel_plane=channel_plane,
        packed_size=packed_size,
        sums_size=sums * c.oc_block * waiting,
        max_entries=max_entries,
        valid_fraction=c.valid_fraction,
        skips_padding=c.skips_padding,
        interior_fraction=interior,
        pixels_per_vector=c.pixels_per_vector,
        row_vectors=-(-p.kernel[-1] // lanes),
    )


def _ic_block(s: Setting, c: Candidate, channel_plane: int, budget: int) -> int:
    """Return the channels that are packed at a time, of `channel_plane` elements each."""
    parts = s.elements.parts
    if c.variant == DEPTHWISE:
        return c.channels
    if c.variant == STENCIL and c.channels == 1:
        # The planes of a few groups at a time, which take half of L1, results the other half.
        l1 = caches().l1 // (4 * s.elements.dtype.itemsize * channel_plane)
        return max(1, min(c.groups, l1))
    return max(parts, min(c.channels, budget // channel_plane // parts * parts))


def _oc_splits(p: Problem, c: Candidate, count: int) -> int:
    """Return the work items that share each of `count` tiles.

    Each of them packs the tile anew, so a tile is split only where workers would idle; of spatial,
    which computes faster than igemm, only where they would have no tile at all.
    """
    min_items = p.workers * (1 if c.variant == SPATIAL else TUNING.MIN_ITEMS_UNEVEN)
    if p.workers == 1 or count >= min_items or c.pixels_per_vector > 1:
        return 1
    return min(c.oc_blocks, p.workers // math.gcd(count, p.workers))


def _tiles(
    s: Setting, c: Candidate, axes: Sequence[TileAxis], budget: int, max_pixels: int
) -> list[TileAxis]:
    """Cut the axes for a candidate: tiles enough for all workers, of nearly equal size."""
    p, lanes = s.problem, s.lanes
    by_pixels = c.variant in (SPATIAL, STENCIL)
    if p.workers > 1:
        # All filters of a tile are one work item of spatial, because packing takes little.
        one_item = c.variant in (SPATIAL, DEPTHWISE)
        items = p.batch * c.groups * (1 if one_item else c.oc_blocks)
        pixels_per_item = items * math.prod(p.out) // (TUNING.ITEMS_PER_WORKER * p.workers)
        min_vectors = (
            TUNING.MIN_SHARED_PIXEL_VECTORS if by_pixels else TUNING.MIN_SHARED_CHANNEL_VECTORS
        )
        max_pixels = min(max_pixels, max(pixels_per_item, min_vectors * lanes))
    max_plane = caches().l1 // (2 * s.elements.dtype.itemsize)
    if c.groups == 1 or _kernel_rows(axes) > max_plane:
        max_plane = TUNING.MAX_SINGLE_CHANNEL_ELEMENTS
    l2 = caches().l2 // s.elements.dtype.itemsize
    channels = _min_channels(s, c)
    tiles = _cut(c.variant, axes, channels, lanes, budget, max_pixels, max_plane)
    if by_pixels and axes[2].dilation > 1:
        tiles[2] = _widened(tiles, _layouts(c.variant, axes[2], 2), l2 // channels, max_pixels)
    if p.workers > 1:
        blocks = c.oc_blocks if c.pixels_per_vector == 1 else 1
        tiles = _balanced(p, c.variant, tiles, c.groups, blocks)
    return tiles


def _kernel_rows(axes: Sequence[TileAxis]) -> int:
    """Return the input elements behind as many output rows as the kernel has.

    With fewer, each input row would be packed more than twice.
    """
    depth, height, width = axes
    rows = [axis._replace(tile=axis.kernel).input_extent for axis in (depth, height)]
    return math.prod(rows) * width.input_extent


def _min_channels(s: Setting, c: Candidate) -> int:
    """Return the input channels that tiles are cut for; they hold more if there is room."""
    at_once = s.problem.reduction_len <= TUNING.MAX_SPATIAL_REDUCTION_AT_ONCE
    if c.variant == DEPTHWISE or (c.variant == SPATIAL and at_once):
        return c.channels
    channels: int
    if c.skips_padding:
        channels = TUNING.MIN_CHANNELS_SKIPPING
    elif c.variant == IGEMM:
        channels = -(-TUNING.MIN_IGEMM_REDUCTION // s.problem.taps)
    else:
        channels = -(-TUNING.MIN_SPATIAL_REDUCTION // s.problem.taps)
    return min(c.channels, channels)


def _sums(
    variant: Variant,
    axes: tuple[TileAxis, TileAxis, TileAxis],
    lanes: int,
    rows_per_store: int,
    accumulates_in_out: bool,
) -> tuple[bool, int, int]:
    """Return `flat`, `max_entries`, and the sums of one filter."""
    depth, height, width = axes
    if variant == DEPTHWISE:
        # The only list is of kernel columns, and sums are stored as soon as they are complete.
        return False, width.kernel, min(rows_per_store, height.tile) * width.tile
    pixels = depth.tile * height.tile * width.tile
    if variant in (IGEMM, DOT):
        return False, pixels, pixels
    by_row = height.tile * -(-width.tile // lanes)
    across_rows = -(-((height.tile - 1) * width.length + width.tile) // lanes)
    unit_steps = width.out_step == height.out_step == 1
    flat = variant == SPATIAL and unit_steps and across_rows < by_row
    if accumulates_in_out:
        flat &= width.length == width.tile
    vectors = depth.tile * (across_rows if flat else by_row)
    return flat, vectors, vectors * lanes


def _cut(
    variant: Variant,
    axes: Sequence[TileAxis],
    channels: int,
    lanes: int,
    budget: int,
    max_pixels: int,
    max_plane: int,
) -> list[TileAxis]:
    """Cut axes into tiles as large as `budget` and `max_pixels` allow, the last axis first."""
    max_width, min_width = TUNING.MAX_TILE_PIXELS, _MIN_WIDTH_VECTORS * lanes
    if variant == DEPTHWISE:
        min_width = _MIN_DEPTHWISE_WIDTH
    elif variant == DOT:
        min_width, max_width = 1, TUNING.MAX_PIXELS_PER_STORE
    elif variant == IGEMM:
        max_pixels = min(max_pixels, TUNING.MAX_IGEMM_PIXELS)
        min_width, max_width = _MIN_IGEMM_WIDTH, TUNING.MAX_PIXELS_PER_STORE
    elif channels == 1:
        budget = min(budget, max_plane)
        max_width = TUNING.MAX_SINGLE_CHANNEL_VECTORS * lanes
    depth, height, width = map(_layouts, (variant,) * 3, axes, range(3))
    min_depth = axes[0].min_length(depth)
    # Packed elements for each place along an axis: the fewest of axes that are not cut yet.
    per_place = channels * min_depth * axes[1].min_length(height)
    max_tile = min(max_pixels, max_width)
    last = _largest_tile(axes[2], width, budget // per_place, max_tile, min_width)
    max_pixels, per_place = max(1, max_pixels // last.tile), channels * min_depth * last.length
    middle = _largest_tile(axes[1], height, budget // per_place, max_pixels, 1)
    max_pixels = max(1, max_pixels // middle.tile)
    per_place = channels * middle.length * last.length
    return [_largest_tile(axes[0], depth, budget // per_place, max_pixels, 1), middle, last]


def _largest_tile(
    axis: TileAxis, layouts: tuple[str, ...], places: int, max_tile: int, min_tile: int
) -> TileAxis:
    """Cut an axis into tiles of at most `max_tile` outputs that fit into about `places`.

    Tiles of `min_tile` outputs are not made smaller.
    """
    size = min(axis.out, max_tile)
    if axis.length > places:
        fitting = axis.max_tile(places, layouts)
        # A tile has at least as many places as outputs, and balancing never halves it.
        while size > min_tile and (size > 2 * places or axis.balanced(size) > fitting):
            size -= max(1, size // 8)
    return axis.cut(size, layouts)


def _widened(
    tiles: list[TileAxis], layouts: tuple[str, ...], places: int, max_pixels: int
) -> TileAxis:
    """Return the last axis in wider tiles where narrow ones would share nothing that they pack.

    Outputs a dilation apart read the same elements, so narrow tiles of a dilated kernel pack an
    element for each product, in runs as short as the tile. Wider tiles share it; they may fill L2,
    of `places` elements a channel.
    """
    depth, height, width = tiles
    rows = depth.length * height.length
    max_width = max_pixels // (depth.tile * height.tile)
    wide = width.cut(min(width.out, _MIN_DILATED_WIDTH * width.dilation, max_width), layouts)
    shares = 2 * wide.length // wide.tile < width.length // width.tile
    return wide if shares and wide.length * rows <= places else width


def _balanced(
    p: Problem, variant: Variant, axes: list[TileAxis], groups: int, oc_blocks: int
) -> list[TileAxis]:
    """Shrink the tiles of one axis by at most a third, if workers can share them evenly then."""
    along = next((i for i, axis in enumerate(axes) if axis.tiles > 1), 0)
    axis = axes[along]
    others = p.batch * groups * math.prod(axis.tiles for axis in axes) // axis.tiles
    max_tiles = TUNING.MIN_ITEMS_UNEVEN * p.workers
    # Few rows that workers cannot share are left whole if they can share the blocks.
    share_blocks = oc_blocks % p.workers == 0 and axis.out % p.workers > 0 and axis.out < max_tiles
    if others * axis.tiles <= max_tiles and not share_blocks:
        for size in range(axis.tile, max(1, axis.tile * 2 // 3) - 1, -1):
            if others * -(-axis.out // size) % p.workers == 0:
                axes[along] = axis.cut(size, _layouts(variant, axis, along))
                break
    return axes


def _layouts(variant: Variant, axis: TileAxis, along: int) -> tuple[str, ...]:
    """Return the layouts that an axis may have: vectors need neighbours side by side.

    Without stride and dilation no other layout is shorter than *overlapped*.
    """
    if axis.stride == axis.dilation == 1 or (variant == DOT and along == 2):
        return ("overlapped",)
    if variant == STENCIL and along > 0:
        return ("phased",) if along == 2 and axis.stride > 1 else ("overlapped",)
    if variant == SPATIAL and along == 2:
        return ("separate", "phased") if axis.stride > 1 else ("overlapped", "separate")
    return ("overlapped", "separate")
