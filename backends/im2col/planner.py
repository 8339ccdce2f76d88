"""Tiles of the patch matrix: their size, and how workers share them."""

import math
from functools import lru_cache
from typing import Any, NamedTuple

from polyconv._cpu import lanes
from polyconv._machine import CACHE_LINE, caches
from polyconv._problem import Problem
from polyconv.backends.blocking import even_block, rounded_up

from .tuning import TUNING

__all__ = [
    "Im2colTiling",
    "copies_planes",
    "gathers",
    "limits_of",
    "packs_whole_rows",
    "plan_of",
    "shared_tiling",
    "tile_count",
    "tiling_of",
    "transposes",
    "zero_copy",
]

# Maximum bytes of workspace for one worker. No measurement chose it and no named workload reaches
# it; it bounds the products of thousands of output channels.
_MAX_WORKER_WORKSPACE = 16 << 20

# Maximum multiplications of a product whose factors OpenBLAS does not pack: a property of OpenBLAS,
# not of the machine. With few output channels, packing takes longer than it saves.
_OPENBLAS_UNPACKED = 100**3

# Structural: minimum rows of the patch matrix packed at a time, if the caller limits the workspace.
# With fewer, each call of BLAS would sum too few products to be fast.
_MIN_BLOCK = 8

# The prefixes of BLAS routines, by dtype.
_BLAS_PREFIX = {"f": "s", "d": "d", "F": "c", "D": "z"}


class Im2colTiling(NamedTuple):
    """The tiles of one problem.

    Attributes
    ----------
    tile_height, tile_width : int
        Rows and columns of the output in a tile.
    reduction_block : int
        Rows of the patch matrix packed at a time.
    oc_splits, oc_block : int
        Work items that share a tile, and output channels of one.
    """

    tile_height: int
    tile_width: int
    reduction_block: int
    oc_splits: int
    oc_block: int

    @property
    def pixels(self) -> int:
        """Pixels of a tile: columns of its patch matrix."""
        return self.tile_height * self.tile_width

    def buffers(self, itemsize: int) -> dict[str, int]:
        """Return the sizes in bytes of a worker's buffers, in this order.

        `partial` is one row or column of products, before it is added to `products`.
        """
        pixels = self.pixels
        elements = {
            "products": pixels * self.oc_block,
            "patches": pixels * self.reduction_block,
            "partial": max(pixels, self.oc_block),
        }
        return {name: rounded_up(size * itemsize, CACHE_LINE) for name, size in elements.items()}

    def workspace(self, itemsize: int) -> int:
        """Return the bytes for one worker."""
        return sum(self.buffers(itemsize).values())


def zero_copy(p: Problem) -> bool:
    """Return True if BLAS reads the caller's array, provided that this is contiguous."""
    return p.pointwise and p.x_dtype == p.accumulator and p.data_format == "channels_first"


def packs_whole_rows(p: Problem) -> bool:
    """Return True if patches are packed by whole rows of a contiguous input."""
    return copies_planes(p) and set(p.stride[-2:]) == {1}


def copies_planes(p: Problem) -> bool:
    """Return True if one call copies the rows of a tile that a tap reads, strided or not."""
    return (
        _copies_elements(p)
        and p.accumulator.kind != "c"
        and p.padding_mode in ("zeros", "constant")
        and not _channels_apart(p)
        and (p.stride[-1] == 1 or not p.widens_f16)
    )


def gathers(p: Problem) -> bool:
    """Return True if elements are packed one by one even without a stride.

    Channels that are transposed are packed one by one if they are fewer than a vector.
    """
    if transposes(p):
        return p.ic_per_group < lanes(p.accumulator)["lanes"]
    return not _copies_elements(p) or p.accumulator.kind == "c" or _channels_apart(p)


def transposes(p: Problem) -> bool:
    """Return True if channels of a pixel are adjacent, and those of a row transposed together."""
    return (
        _channels_apart(p)
        and p.ic_per_group > 1
        and p.x_dtype == p.accumulator
        and p.accumulator.kind != "c"
        and p.padding_mode in ("zeros", "constant")
    )


def _copies_elements(p: Problem) -> bool:
    """Return True if elements are copied, or widened from float16, which is as fast."""
    return p.x_dtype == p.accumulator or p.widens_f16


def _channels_apart(p: Problem) -> bool:
    """Return True if other channels lie between neighbouring pixels of one channel."""
    return p.data_format == "channels_last" and p.in_channels > 1


@lru_cache(maxsize=1024)
def tiling_of(p: Problem) -> Im2colTiling:
    """Return the tiling of `p`: the largest tiles within the bounds.

    If they do not fit, fewer rows of the patch matrix are packed at a time, so that tiles keep as
    many pixels as they can: each row of a tile is a call.
    """
    itemsize = p.accumulator.itemsize
    limit, patch_bytes, max_pixels, max_elements = limits_of(p)
    tiling = _largest_tiling(p, max_pixels, min(patch_bytes // itemsize, max_elements))
    if tiling.workspace(itemsize) <= limit:
        return tiling
    # With as many rows as output channels, partial sums are moved twice as often as patches.
    oc_block = tiling.oc_block
    elements = max(0, limit // itemsize - oc_block)
    rows = min(p.reduction_len, max(_MIN_BLOCK, oc_block))
    max_pixels = max(1, min(max_pixels, elements // (oc_block + rows)))
    max_elements = min(patch_bytes // itemsize, max_elements)
    while True:
        room = max(1, elements - max_pixels * oc_block)
        tiling = _largest_tiling(p, max_pixels, min(room, max_elements))
        smallest = tiling.pixels == 1 and tiling.reduction_block == 1
        if smallest or tiling.workspace(itemsize) <= limit:
            return tiling
        elements, max_pixels = elements * 7 // 8, max(1, max_pixels * 7 // 8)


def _largest_tiling(p: Problem, max_pixels: int, max_elements: float) -> Im2colTiling:
    """Return the tiling with at most `max_pixels` in a tile and `max_elements` packed at a time."""
    width = even_block(p.out[-1], max_pixels)
    height = even_block(p.out[-2] if p.rank > 1 else 1, max_pixels // width)
    max_rows = int(max_elements // (width * height))
    return shared_tiling(p, height, width, even_block(p.reduction_len, max_rows))


def limits_of(p: Problem) -> tuple[int, int, int, float]:
    """Return the limits of a tile, before it is made smaller to keep the first of them.

    They are the bytes of a worker's workspace, and of the patches packed at a time; the pixels of
    a tile; and the elements of its patches.
    """
    limit = _MAX_WORKER_WORKSPACE
    if p.workspace_limit is not None:
        limit = min(limit, p.workspace_limit // p.workers)
    patch_bytes, max_pixels = int(caches().l2 * TUNING.PATCHES_L2_FRACTION), TUNING.MAX_PIXELS
    max_elements = math.inf
    if p.oc_per_group <= TUNING.MAX_UNPACKED_OUT_CHANNELS and p.accumulator.kind == "f":
        max_elements = _OPENBLAS_UNPACKED / p.oc_per_group
        max_pixels = min(max_pixels, math.isqrt(int(TUNING.PIXELS_PER_ROW * max_elements)))
    if p.workers > 1:
        items = TUNING.ITEMS_PER_WORKER * p.workers
        pixels_per_item = p.batch * p.groups * math.prod(p.out) // items
        max_pixels = min(max_pixels, max(TUNING.MIN_SHARED_PIXELS, pixels_per_item))
    return limit, patch_bytes, max_pixels, max_elements


def shared_tiling(p: Problem, height: int, width: int, reduction_block: int) -> Im2colTiling:
    """Return the tiling with tiles of this size, which workers share if there are few."""
    tiles, oc_splits = _tiles(p, height, width), 1
    if tiles < TUNING.ITEMS_PER_WORKER * p.workers:
        # Each work item packs the tile again, so a tile is shared only to keep all workers busy.
        oc_splits = min(p.oc_per_group, p.workers // math.gcd(tiles, p.workers))
    oc_block = -(-p.oc_per_group // oc_splits)
    return Im2colTiling(height, width, reduction_block, oc_splits, oc_block)


def tile_count(p: Problem, tiling: Im2colTiling) -> int:
    """Return the tiles of all images and groups."""
    return _tiles(p, tiling.tile_height, tiling.tile_width)


def _tiles(p: Problem, height: int, width: int) -> int:
    rows = p.out[-2] if p.rank > 1 else 1
    across = -(-rows // height) * -(-p.out[-1] // width)
    return p.batch * p.groups * math.prod(p.out[:-2]) * across


@lru_cache(maxsize=1024)
def plan_of(p: Problem) -> dict[str, Any]:
    """Return the fields of the struct ``Im2colPlan``, which _im2col.pyx explains."""
    tiling = tiling_of(p)
    itemsize = p.accumulator.itemsize
    buffers = tiling.buffers(itemsize)
    missing = 3 - p.rank
    tile = (1, tiling.tile_height, tiling.tile_width)
    axes = [
        {
            "out": p.out[i - missing] if i >= missing else 1,
            "tile": tile[i],
            "tiles": -(-p.out[i - missing] // tile[i]) if i >= missing else 1,
            "kernel": p.kernel[i - missing] if i >= missing else 1,
            "stride": p.stride[i - missing] if i >= missing else 1,
            "dilation": p.dilation[i - missing] if i >= missing else 1,
            "lo": p.pads[i - missing][0] if i >= missing else 0,
            "n": p.spatial[i - missing] if i >= missing else 1,
        }
        for i in range(3)
    ]
    return {
        "axes": axes,
        "groups": p.groups,
        "ic_per_group": p.ic_per_group,
        "oc_per_group": p.oc_per_group,
        "taps": p.taps,
        "reduction_len": p.reduction_len,
        "itemsize": itemsize,
        "reduction_block": tiling.reduction_block,
        "oc_splits": tiling.oc_splits,
        "oc_block": tiling.oc_block,
        "work_items": tile_count(p, tiling) * tiling.oc_splits,
        "workspace": sum(buffers.values()),
        "patches_offset": buffers["products"],
        "partial_offset": buffers["products"] + buffers["patches"],
        "blas_prefix": ord(_BLAS_PREFIX[p.accumulator.char]),
        "imaginary_offset": p.x_dtype.itemsize // 2 if p.x_dtype.kind == "c" else 0,
        "pointwise": p.pointwise,
        "same_type": p.x_dtype == p.accumulator,
        "widens_f16": p.widens_f16,
        "same_result_type": p.dtype == p.accumulator,
        "constant_padding": p.padding_mode in ("zeros", "constant"),
    }
