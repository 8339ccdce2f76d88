"""Plans that write the phases of a transposed convolution side by side into one result."""

import math
from dataclasses import replace
from functools import lru_cache
from typing import Any

from numpy.typing import NDArray

from polyconv._backend import Interleaver, Interleaving, Kernel
from polyconv._cpu import lanes as lanes_of
from polyconv._machine import caches
from polyconv._problem import Problem

from ._direct import IGEMM, SPATIAL, DirectKernel, Geometry, interleaved_filters
from ._record import record
from ._tiles import MAX_TAPS_IN_REGISTERS, DirectTiling
from .counts import counts_of
from .elements import Elements, elements_of, weight_matrices
from .geometry import KEPT_PLANS, MAX_KEPT_OFFSETS, offset_bytes
from .planner import planned, tiling_of

__all__ = [
    "has_float_sums",
    "interleaver_of",
    "interleaver_of_places",
    "interleaves",
    "interleaves_in_registers",
]


@lru_cache(maxsize=KEPT_PLANS)
def interleaver_of(p: Problem, interleaving: Interleaving) -> Interleaver | None:
    """Return `Direct.interleaver`, cached for plain calls, where only the weights are new."""
    elements = elements_of(p)
    tiling, fraction = planned(p, sums_in_result=False)
    # A block holds all outputs beside each other of a channel.
    if tiling.variant not in (IGEMM, SPATIAL) or tiling.oc_block % interleaving.steps[-1]:
        return None
    numbers = record(p, tiling, elements)
    if interleaves_in_registers(p, tiling, interleaving):
        block = interleaved_filters(elements.dtype)
        numbers |= {
            "variant": SPATIAL,
            "interleaves_in_registers": True,
            "zero_copy": tiling.zero_copy or _reads_l2(p, elements),
            "oc_block": block,
            "last_oc_block": block,
            "oc_blocks": p.out_channels // block,
        }

    def made() -> Geometry:
        return Geometry(p, tiling, elements, numbers, interleaving)

    kept = made() if offset_bytes(p, tiling) <= MAX_KEPT_OFFSETS else None

    def prepare(w: NDArray[Any]) -> Kernel:
        return DirectKernel(kept or made(), weight_matrices(p, w, elements))

    return Interleaver(counts_of(p, tiling, fraction), prepare)


@lru_cache(maxsize=KEPT_PLANS)
def interleaver_of_places(p: Problem, interleaving: Interleaving) -> Interleaver | None:
    """Return igemm for a result with channels last, which is written place by place.

    Its plan is that of the filters of one place. They are whole blocks, and all outputs of a pixel
    are in the result.
    """
    places = math.prod(interleaving.steps)
    one = replace(p, out_channels=p.out_channels // places)
    elements = elements_of(one)
    tiling, fraction = planned(one, sums_in_result=False)
    whole = tuple(n * step for n, step in zip(p.out, interleaving.steps, strict=True))
    if (
        tiling.variant != IGEMM
        or tiling.skips_padding
        or tiling.ic_block < tiling.channels
        or one.out_channels % tiling.oc_block
        or interleaving.sizes != whole
        or tiling.max_roundings() > tiling_of(p).max_roundings()
    ):
        return None
    numbers = record(one, tiling, elements)
    if numbers["items"] < p.workers:
        return None
    numbers["oc_blocks"] *= places
    counts = counts_of(one, tiling, fraction)
    cost = replace(
        counts,
        flops=counts.flops * places,
        bytes=p.moved_once,
        work_items=counts.work_items * places,
        prepared=counts.prepared * places,
    )

    def prepare(w: NDArray[Any]) -> Kernel:
        geometry = Geometry(one, tiling, elements, numbers, interleaving)
        return DirectKernel(geometry, weight_matrices(p, w, elements))

    return Interleaver(cost, prepare)


def interleaves(p: Problem) -> bool:
    """Return True if `Direct.interleaver` may compute `p`, by a plan of its own."""
    return has_float_sums(p) and p.data_format == "channels_first"


def has_float_sums(p: Problem) -> bool:
    """Return True for floats of one group, whose sums are stored as they are."""
    return p.groups == 1 and p.accumulator.kind == "f" and elements_of(p).same_as_out


def _reads_l2(p: Problem, elements: Elements) -> bool:
    """Return True if panels of `spatial_interleaved` read pixels where they are, in L2.

    In L2, pixels are not packed even if channels evict each other's lines from L1. Beyond L2 they
    are packed: 128 channels of 128x128 pixels, 64 KiB apart, take 1.2 times as long unpacked
    (Emerald Rapids, 2026-11-30, `python -m benchmarks.peers --workers 1 --workload unet/up_128`).
    """
    in_l2 = p.x_bytes <= caches().l2
    return in_l2 and p.taps == 1 and p.padded == p.spatial and elements.same_as_x


def interleaves_in_registers(p: Problem, tiling: DirectTiling, interleaving: Interleaving) -> bool:
    """Return True if a plan of igemm is computed by `spatial_interleaved` instead, on its tiles.

    Its sums are one run of products. It writes blocks of filters of whole vectors of pixels, all
    outputs of which are in the result.
    """
    block = interleaved_filters(elements_of(p).dtype)
    places = math.prod(interleaving.steps[:-1])
    whole = tuple(n * step for n, step in zip(p.out, interleaving.steps, strict=True))
    return (
        tiling.variant == IGEMM
        and not tiling.skips_padding
        and tiling.ic_block >= p.in_channels
        and p.reduction_len <= MAX_TAPS_IN_REGISTERS
        and tiling.width.out // tiling.width.tiles >= lanes_of(elements_of(p).dtype)["lanes"]
        and (p.out_channels // places) % block == 0 == block % interleaving.steps[-1]
        and set(interleaving.starts) == {0}
        and interleaving.sizes == whole
    )
