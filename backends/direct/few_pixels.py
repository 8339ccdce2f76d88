"""Decide which plain calls have many weights and few pixels, and bound the roundings of their sums.

Examples are the last layers of classifiers, squeeze-and-excitation blocks, and kernels as large as
the image. A plan packs the weights once and gains by it. A plain call would pack them each time,
which takes longer than the products, so `_few_pixels.pyx` beside this file reads them unpacked.
"""

import math
from functools import lru_cache

import numpy as np

from polyconv._backend import Cost
from polyconv._cpu import lanes
from polyconv._problem import Problem
from polyconv.backends.trimming import trimmed

from . import tuning
from ._few_pixels import CHAIN, ITEM_FILTERS, ROW_TAPS, FewPixels

__all__ = ["few_pixels_cost", "few_pixels_of", "few_pixels_roundings", "few_pixels_workspace"]

# Structural: maximum bytes of packed patches, which stay in L2 while the weights are read.
_MAX_PATCH_BYTES = 1 << 19


def few_pixels_of(p: Problem) -> FewPixels | None:
    """Return the plan of `p` for weights that are not packed; None if it packs them."""
    return _plan_of(p) if _is_one(p) else None


def few_pixels_roundings(p: Problem) -> int:
    """Return the most roundings of a product in a call that packs no weights; 0 if `p` does."""
    if not _is_one(p):
        return 0
    width = lanes(p.accumulator)["lanes"]
    return CHAIN + int(math.log2(width)) + -(-p.reduction_len // (CHAIN * width))


def few_pixels_cost(p: Problem) -> Cost | None:
    """Return the counts of a call that packs no weights; None if `p` packs them."""
    if not _is_one(p):
        return None
    items = p.groups * -(-p.oc_per_group // ITEM_FILTERS)
    whole = p.kernel == p.padded == p.spatial  # then the input may be read where it lies
    packed = 0 if whole else _patch_bytes(p)
    taps = 0 if whole else p.groups * p.batch * math.prod(p.out) * p.taps
    rows = packed // (p.kernel[-1] * p.accumulator.itemsize)
    # Rows that are short, dilated or partly padding are packed tap by tap.
    by_row = p.kernel[-1] >= ROW_TAPS and p.dilation[-1] == 1 and p.pads[-1] == (0, 0)
    return Cost(
        flops=p.flops,
        bytes=p.moved_once,
        workspace=_workspace(p),
        packed=packed,
        runs=rows if by_row else 0,
        lookups=0 if by_row else taps,
        work_items=items,
        variant="few_pixels",
        pool_items=items,
    )


def few_pixels_workspace(p: Problem) -> int:
    """Return the bytes of patches and sums in such a call; 0 if `p` packs its weights."""
    return _workspace(p) if _is_one(p) else 0


def _workspace(p: Problem) -> int:
    pixels = p.batch * math.prod(p.out)
    elements = p.groups * p.reduction_len + p.workers * ITEM_FILTERS
    return pixels * elements * p.accumulator.itemsize


def _is_one(p: Problem) -> bool:
    pixels = p.batch * math.prod(p.out)
    if not 0 < pixels <= tuning.MAX_FEW_PIXELS or p.reduction_len < tuning.MIN_UNPACKED_PRODUCTS:
        return False
    if p.accumulator.kind != "f" or {p.x_dtype, p.w_dtype, p.dtype} != {p.accumulator}:
        return False
    weights = p.out_channels * p.reduction_len * p.accumulator.itemsize
    if weights < tuning.MIN_UNPACKED_WEIGHT_BYTES:
        return False
    if pixels > tuning.MAX_IDLE_PIXELS and trimmed(p)[0].taps < p.taps:
        return False
    if p.workspace_limit is not None and _workspace(p) > p.workspace_limit:
        return False
    # Patches are packed instead of weights, which pays if there are fewer pixels than filters.
    if pixels > p.oc_per_group:
        return False
    return _patch_bytes(p) <= _MAX_PATCH_BYTES and bool(np.isfinite(p.padding_value))


def _patch_bytes(p: Problem) -> int:
    return p.groups * p.batch * math.prod(p.out) * p.reduction_len * p.accumulator.itemsize


_plan_of = lru_cache(maxsize=256)(FewPixels)
