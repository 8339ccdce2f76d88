"""Direct convolution: the definition's own sums, tile by tile, in vector registers.

A tile of the output is computed from a packed copy of the padded input that it reads: converted to
the accumulator's type, halo and padding filled in, and small enough for the L2 cache. Micro-kernels
see a list of packed offsets ("taps") relative to each pixel, so ranks, strides, dilations, groups,
layouts and dtypes are all a matter of packing. The variants:

- *igemm*: an indirect GEMM of MR pixels x NR output channels. Channels are in the lanes of a
  vector, and each input element is broadcast to them.
- *depthwise*: the channels of a depthwise convolution are in the lanes, each with its own filter,
  on several rows at once. Where channels lie side by side and fill a vector, only the halo of the
  input is packed; where they are too few to fill one, the next pixels do.
- *spatial*: neighbouring pixels are in the lanes, for filters too few to fill a vector, and for
  sums so short that it matters to form them in the result. With 32 vector registers, few filters
  at stride 2 deinterleave the caller's rows in registers.
- *stencil*: the same for a single filter, on several output rows that share each loaded vector.
  With AVX-512, small filters of a depthwise convolution read the caller's planes without packing.
- *dot*: neighbouring taps are in the lanes, for windows that share little (means over blocks) and
  for a few outputs of long kernels. A contiguous input is read without packing. Of windows side by
  side with short rows, a vector holds a row of several.
- *few_pixels*: plain calls of many weights and few pixels, such as a classifier's last layer.
  Products of a sum are in the lanes, and weights are read as they lie, not packed.

Complex numbers are pairs of real channels: ``(xr + i xi)(wr + i wi)`` is the real product of
``[xr, xi]`` with ``[[wr, wi], [-wi, wr]]``, which the real kernels compute with the same number of
operations.
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from polyconv._backend import Backend, Cost, Interleaver, Interleaving, Kernel, UnplannedConv
from polyconv._cpu import lanes as lanes_of
from polyconv._machine import caches
from polyconv._problem import Problem
from polyconv._veto import max_abs
from polyconv.backends.trimming import trimmed

from ._direct import (
    DEPTHWISE,
    DOT,
    IGEMM,
    SPATIAL,
    STENCIL,
    DirectKernel,
    Geometry,
    ReshapedKernel,
    interleaved_filters,
    packer,
)
from ._few_pixels import few_pixels_packer
from ._frame import Frame, FramedKernel
from ._record import record
from ._tiles import MAX_TAPS_IN_REGISTERS, DirectTiling
from ._weights import complex_as_real, finite_taps
from .elements import Elements, elements_of, weight_matrices
from .few_pixels import (
    few_pixels_cost,
    few_pixels_of,
    few_pixels_roundings,
    few_pixels_workspace,
)
from .framing import framing_of
from .packing import packing_of
from .planner import efficiency, planned, tiling_of
from .reshaping import reshaped, reshaping_of
from .unplanned import unplanned_between

__all__ = ["Direct"]

_NAMES = {
    IGEMM: "igemm",
    DEPTHWISE: "depthwise",
    SPATIAL: "spatial",
    STENCIL: "stencil",
    DOT: "dot",
}

# Limits of memory, which no measurement chose: plans in C that are kept, and bytes of the offsets
# of each. Those of 512 channels of 3x3 taps take 36 KiB, which is little beside their weights.
_KEPT_PLANS, _MAX_KEPT_OFFSETS = 512, 40 << 10

# Types of weights in whose arrays compiled code finds values that are not finite.
_FLOAT_TYPE_CODES = "fdFD"


class Direct(Backend):
    """Direct convolution with SIMD micro-kernels: every problem, in the definition's own sums."""

    name = "direct"
    dot_product = True

    def unsupported(self, p: Problem) -> str | None:
        """Return None: every problem is supported."""
        return None

    def cost(self, p: Problem) -> Cost:
        """Operations in vectors that are not all full, and input and output once each."""
        if p.empty:
            return Cost(0, 0, 0)
        framing = framing_of(p)
        if framing is not None:
            # Weights that are not finite need all windows. The frame is filled as fast as bytes are
            # packed.
            cost = self.cost(framing.problem)
            frame = p.out_bytes - framing.problem.out_bytes
            return replace(
                cost,
                bytes=cost.bytes + frame,
                packed=cost.packed + frame,
                workspace=max(cost.workspace, _workspace(reshaped(p))),
            )
        smaller, _ = trimmed(p)
        # Weights that are read as they lie, and those that are not finite, need all taps.
        workspace = few_pixels_workspace(p)
        p = reshaped(p)
        if smaller.taps < p.taps:
            cost, workspace = self.cost(smaller), max(workspace, _workspace(p))
        else:
            cost = _counts(p, *planned(p))
        return cost if workspace <= cost.workspace else replace(cost, workspace=workspace)

    def computes_as(self, p: Problem) -> Problem:
        """Return the problem that is planned: without what meets only zeros, reshaped."""
        return reshaped(trimmed(_inside_frame(p))[0])

    def error_bound(self, p: Problem) -> float:
        """Two-level summation: sums of `MAX_TAPS_IN_REGISTERS` products, then sums of these."""
        if p.empty:
            return p.summation_error(0)
        inside = _inside_frame(p)
        problems = p, trimmed(p)[0], trimmed(inside)[0]
        plans = [tiling_of(reshaped(each)) for each in problems]
        if _interleaves(p):
            plans.append(planned(p, sums_in_result=False)[0])
        roundings = [tiling.max_roundings() for tiling in plans]
        # A call that reads the weights as they lie leaves out no taps.
        roundings += [few_pixels_roundings(each) for each in (*problems, inside)]
        return p.summation_error(max(roundings))

    def prepare(self, p: Problem, w: NDArray[Any]) -> Kernel:
        """Convert the weights and lay them out in the order in which tiles read them."""
        framing = framing_of(p)
        if framing is not None and _is_finite(p, w):
            return FramedKernel(_frame(p), self.prepare(framing.problem, w))
        smaller, taps = trimmed(p)
        if smaller is not p:
            kept = _finite_taps(p, w, taps)
            if kept is not None:
                return self.prepare(smaller, kept)
        reshaping = reshaping_of(p)
        if reshaping is not None:
            kernel = self.prepare(reshaping.problem, reshaping.of_w(w))
            return ReshapedKernel(kernel, reshaping.sources)
        return DirectKernel(_geometry(p), _matrices(p, w))

    def packer(self, p: Problem) -> Callable[[NDArray[Any]], Kernel] | None:
        """Return the function that packs weights, if the plan in C is kept, as small ones are.

        None where taps of integers are left out, or axes are exchanged.
        """
        few_pixels = few_pixels_of(p)
        if few_pixels is not None:
            return few_pixels_packer(few_pixels)
        framing = framing_of(p)
        if framing is not None:
            pack = self.packer(framing.problem)
            return None if pack is None else self._packer_in_frame(p, pack)
        smaller, taps = trimmed(p)
        if smaller is not p:
            pack = self.packer(smaller) if p.w_dtype.char in _FLOAT_TYPE_CODES else None
            return None if pack is None else self._packer_of_taps(p, taps, pack)
        reshaping = reshaping_of(p)
        if reshaping is not None:
            pack = self.packer(reshaping.problem) if reshaping.order is None else None
            return None if pack is None else _reshaped_packer(pack, reshaping.sources)
        if not _is_kept(p):
            return None
        pack = packer(_kept(p))
        if p.w_dtype == p.accumulator and tiling_of(p).pixels_per_vector == 1:
            if p.accumulator.kind == "f":
                return pack
            if p.accumulator.kind == "c":
                return _complex_packer(p, pack)
        return lambda w: pack(_matrices(p, w))

    def unpacked_cost(self, p: Problem) -> Cost | None:
        """Return the counts of a call for many weights and few pixels, see `few_pixels`."""
        return few_pixels_cost(p)

    def _packer_of_taps(
        self, p: Problem, taps: tuple[slice, ...], pack: Callable[[NDArray[Any]], Kernel]
    ) -> Callable[[NDArray[Any]], Kernel]:
        """Return a function that packs `taps` by `pack`, or all taps if a weight is not finite."""
        filters, channels = p.out_channels, p.ic_per_group
        kept, cached_bytes = _numbers(p.kernel, taps), _cached_filter_bytes()

        def pack_taps(w: NDArray[Any]) -> Kernel:
            found = finite_taps(w, filters, channels, kept, cached_bytes)
            return self.prepare(p, w) if found is None else pack(found)

        return pack_taps

    def _packer_in_frame(
        self, p: Problem, pack: Callable[[NDArray[Any]], Kernel]
    ) -> Callable[[NDArray[Any]], Kernel]:
        """Return a function that packs weights by `pack`, or for all windows if one is not finite.

        `pack` is the packer for the outputs inside the frame.
        """
        frame = _frame(p)

        def pack_in_frame(w: NDArray[Any]) -> Kernel:
            return FramedKernel(frame, pack(w)) if _is_finite(p, w) else self.prepare(p, w)

        return pack_in_frame

    def unplanned(self, low: Problem, high: Problem) -> UnplannedConv | None:
        """Return the function that sums small problems without a plan, in the order of plans."""
        return unplanned_between(low, high)

    def interleaver(self, p: Problem, interleaving: Interleaving) -> Interleaver | None:
        """Return igemm or spatial for floats, whose sums are stored as they are."""
        return None if p.empty or not _interleaves(p) else _interleaver(p, interleaving)


@lru_cache(maxsize=_KEPT_PLANS)
def _interleaver(p: Problem, interleaving: Interleaving) -> Interleaver | None:
    """Return `Direct.interleaver`, kept for plain calls, whose weights alone are new."""
    elements = elements_of(p)
    tiling, fraction = planned(p, sums_in_result=False)
    # A block holds all outputs beside each other of a channel.
    if tiling.variant not in (IGEMM, SPATIAL) or tiling.oc_block % interleaving.steps[-1]:
        return None
    numbers = record(p, tiling, elements)
    if _interleaves_in_registers(p, tiling, interleaving):
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

    kept = made() if _offset_bytes(p, tiling) <= _MAX_KEPT_OFFSETS else None

    def prepare(w: NDArray[Any]) -> Kernel:
        return DirectKernel(kept or made(), weight_matrices(p, w))

    return Interleaver(_counts(p, tiling, fraction), prepare)


def _interleaves(p: Problem) -> bool:
    """Return True if `Direct.interleaver` may compute `p`, by a plan of its own."""
    same = elements_of(p).same_as_out and p.accumulator.kind == "f"
    return same and p.groups == 1 and p.data_format == "channels_first"


def _reads_l2(p: Problem, elements: Elements) -> bool:
    """Return True if panels of `spatial_interleaved` read pixels where they are, in L2.

    Channels that evict each other's lines from L1 may do so. Beyond L2 they are packed: 128
    channels of 128x128 pixels, 64 KiB apart, take 1.2 of the time without (Emerald Rapids,
    2026-11-30, `python -m benchmarks.peers --workers 1 --workload unet/up_128`).
    """
    in_l2 = math.prod(p.x_shape) * p.x_dtype.itemsize <= caches().l2
    return in_l2 and p.taps == 1 and p.padded == p.spatial and elements.same_as_x


def _interleaves_in_registers(p: Problem, tiling: DirectTiling, interleaving: Interleaving) -> bool:
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


def _counts(p: Problem, tiling: DirectTiling, fraction: float) -> Cost:
    """Return the counts of a plan of `p`, whose micro-kernels reach this fraction of peak."""
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
    times = 0 if unpacked else tiles * tiling.oc_splits * (1 - tiling.interior_fraction)
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


def _workspace(p: Problem) -> int:
    """Return the bytes that all workers use together."""
    return p.workers * tiling_of(p).workspace(elements_of(p).dtype.itemsize)


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


def _matrices(p: Problem, w: NDArray[Any]) -> NDArray[Any]:
    """Return canonical weights as `DirectKernel` takes them."""
    weights, copies = weight_matrices(p, w), tiling_of(p).pixels_per_vector
    return weights if copies == 1 else np.tile(weights, (copies, 1, 1))


def _complex_packer(
    p: Problem, pack: Callable[[NDArray[Any]], Kernel]
) -> Callable[[NDArray[Any]], Kernel]:
    """Return a function that does ``pack(_matrices(p, w))`` for complex weights, but faster."""
    shape = p.groups, 2 * p.oc_per_group, 2 * p.reduction_len
    dtype, taps = elements_of(p).dtype, p.taps

    def pack_complex(w: NDArray[Any]) -> Kernel:
        real = np.empty(shape, dtype)
        complex_as_real(w, real, taps)
        return pack(real)

    return pack_complex


def _reshaped_packer(
    pack: Callable[[NDArray[Any]], Kernel], sources: tuple[int, int, int, int]
) -> Callable[[NDArray[Any]], Kernel]:
    """Return a function that packs weights by `pack`, for arrays of the reshaped problem."""
    return lambda w: ReshapedKernel(pack(w), sources)


def _inside_frame(p: Problem) -> Problem:
    """Return the problem of the outputs inside a frame; for most problems `p` itself."""
    framing = framing_of(p)
    return p if framing is None else framing.problem


def _frame(p: Problem) -> Frame:
    """Return the frame of a problem that has one."""
    framing = framing_of(p)
    assert framing is not None
    return Frame(p, framing.first, framing.problem.out)


def _is_finite(p: Problem, w: NDArray[Any]) -> bool:
    """Return True if no weight is NaN or infinite, nor becomes so in the accumulator's dtype."""
    if w.dtype.kind in "biu":
        return True
    return max_abs(w) <= float(np.finfo(p.accumulator).max)


def _finite_taps(p: Problem, w: NDArray[Any], taps: tuple[slice, ...]) -> NDArray[Any] | None:
    """Return `taps` of canonical weights; None if any, left out or not, is not finite."""
    if w.flags.c_contiguous and w.dtype.char in _FLOAT_TYPE_CODES and w.dtype == p.accumulator:
        filters, channels, *kernel = w.shape
        kept = finite_taps(w, filters, channels, _numbers(kernel, taps), _cached_filter_bytes())
        return (
            None
            if kept is None
            else kept.reshape(filters, channels, *[part.stop - part.start for part in taps])
        )
    inner: Any = (..., *taps)
    return w[inner] if _is_finite(p, w) else None


def _numbers(kernel: Sequence[int], taps: tuple[slice, ...]) -> NDArray[np.intp]:
    """Return the numbers of `taps` in C order."""
    return np.arange(math.prod(kernel)).reshape(kernel)[taps].ravel()


def _cached_filter_bytes() -> int:
    """Return the bytes of weights that are searched, then copied, while they are in L1."""
    return caches().l1 // 2


def _geometry(p: Problem) -> Geometry:
    """Return the plan of `p` in C."""
    return _kept(p) if _is_kept(p) else _made(p)


def _is_kept(p: Problem) -> bool:
    """Return True if the plan of `p` in C is kept, because its offsets take little memory."""
    return _offset_bytes(p, tiling_of(p)) <= _MAX_KEPT_OFFSETS


def _offset_bytes(p: Problem, tiling: DirectTiling) -> int:
    """Return the bytes of the offsets of taps, the largest part of a plan in C."""
    taps = p.taps // p.kernel[-1] * tiling.listed_columns()
    return 8 * taps * (tiling.channels if tiling.zero_copy else tiling.ic_block)


def _made(p: Problem) -> Geometry:
    tiling, elements = tiling_of(p), elements_of(p)
    return Geometry(p, tiling, elements, record(p, tiling, elements))


_kept = lru_cache(maxsize=_KEPT_PLANS)(_made)
