"""Direct convolution: the definition's own sums, tile by tile, in vector registers.

A tile of the output is computed from a packed copy of the padded input that it reads: converted to
the accumulator's type, halo and padding filled in, and small enough for the L2 cache. Micro-kernels
see a list of packed offsets ("taps") relative to each pixel, so ranks, strides, dilations, groups,
layouts and dtypes are all a matter of packing. The variants:

- *igemm*: an indirect GEMM of MR pixels x NR output channels. Channels are in the lanes of a
  vector, and each input element is broadcast to them.
- *depthwise*: the channels of a depthwise convolution are in the lanes, each with its own filter,
  on several rows at once. If channels are adjacent and fill a vector, only what surrounds the
  interior is packed. If they are too few to fill a vector, several pixels share it.
- *spatial*: neighbouring pixels are in the lanes, for filters too few to fill a vector, and for
  short sums, which are formed in the result. With 32 vector registers and stride 2, a limited
  number of filters deinterleaves the caller's rows in registers.
- *stencil*: neighbouring pixels are in the lanes, for a single filter and several output rows that
  share each loaded vector. With AVX-512, small filters of a depthwise convolution read the caller's
  planes without packing.
- *dot*: neighbouring taps are in the lanes, for windows that share little (means over blocks) and
  for a few outputs of long kernels. A contiguous input is read without packing. If adjacent windows
  have short rows, a vector holds a row of several; windows of one or two columns have a lane each,
  and whole rows of them are summed in the result.
- *few_pixels*: plain calls of many weights and few pixels, such as a classifier's last layer. The
  products of a sum are in the lanes, and weights are read without packing.

Complex numbers are pairs of real channels: ``(xr + i xi)(wr + i wi)`` is the real product of
``[xr, xi]`` with ``[[wr, wi], [-wi, wr]]``, which the real kernels compute with the same number of
operations.
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from polyconv._backend import Backend, Cost, Interleaver, Interleaving, Kernel, UnplannedConv
from polyconv._cpu import contiguous
from polyconv._machine import caches
from polyconv._problem import Problem
from polyconv._veto import max_abs
from polyconv.backends.trimming import trimmed

from ._direct import (
    DirectKernel,
    ReshapedKernel,
    packer,
)
from ._few_pixels import few_pixels_packer
from ._folded import FoldedKernel
from ._frame import Frame, FramedKernel
from ._weights import complex_as_real, finite_taps
from .counts import counts_of
from .elements import Elements, elements_of, weight_matrices
from .few_pixels import (
    few_pixels_cost,
    few_pixels_of,
    few_pixels_roundings,
    few_pixels_workspace,
)
from .folding import Folding, folding_of
from .framing import framing_of
from .geometry import geometry_of, is_kept
from .interleaving import has_float_sums, interleaver_of, interleaver_of_places, interleaves
from .planner import planned, tiling_of
from .reshaping import reshaped, reshaping_of
from .unplanned import unplanned_between

__all__ = ["Direct"]

# Structural: maximum number of weights of which all taps are copied before some of them are kept. A
# larger copy would leave L2.
_MAX_COPIED_WEIGHTS = 1 << 16

# Types of weights in whose arrays compiled code finds values that are not finite.
_FLOAT_TYPE_CODES = "fdFD"

_Packer = Callable[[NDArray[Any]], Kernel]


class _NestedPackers(NamedTuple):
    """Problems whose packers another packer calls, and the function that makes it of theirs."""

    problems: list[Problem]
    around: Callable[[Sequence[_Packer]], _Packer]


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
            # Weights that are not finite need all windows. Filling the frame counts as packing its
            # bytes.
            cost = self.cost(framing.problem)
            frame = p.out_bytes - framing.problem.out_bytes
            return replace(
                cost,
                bytes=cost.bytes + frame,
                packed=cost.packed + frame,
                workspace=max(cost.workspace, _workspace(p)),
            )
        smaller, _ = trimmed(p)
        folding = folding_of(p)
        if folding is not None and smaller is p:
            cost = counts_of(folding.whole, *planned(folding.whole))
            return replace(cost, workspace=_workspace(p))
        # Calls that read weights unpacked, and weights that are not finite, need all taps.
        workspace = few_pixels_workspace(p)
        p = reshaped(p)
        if smaller.taps < p.taps:
            cost, workspace = self.cost(smaller), max(workspace, _workspace(p))
        else:
            cost = counts_of(p, *planned(p))
        return cost if workspace <= cost.workspace else replace(cost, workspace=workspace)

    def computes_as(self, p: Problem) -> Problem:
        """Return the planned problem: without taps that meet only zeros, folded or reshaped."""
        smaller = trimmed(_inside_frame(p))[0]
        folding = folding_of(smaller)
        return reshaped(smaller) if folding is None else folding.whole

    def error_bound(self, p: Problem) -> float:
        """Two-level summation: sums of `MAX_TAPS_IN_REGISTERS` products, then sums of these."""
        if p.empty:
            return p.summation_error(0)
        inside = _inside_frame(p)
        problems = p, trimmed(p)[0], trimmed(inside)[0]
        plans = [tiling_of(each) for problem in problems for each in _planned_as(problem)]
        if interleaves(p):
            plans.append(planned(p, sums_in_result=False)[0])
        roundings = [tiling.max_roundings() for tiling in plans]
        # A call that reads the weights unpacked leaves out no taps.
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
        folding = folding_of(p)
        if folding is not None:
            column = w[..., None]
            kernels = [self.prepare(fold.problem, column) for fold in folding.folds]
            return _folded(p, folding, kernels)
        reshaping = reshaping_of(p)
        if reshaping is not None:
            kernel = self.prepare(reshaping.problem, reshaping.of_w(w))
            return ReshapedKernel(kernel, reshaping.sources)
        copies = tiling_of(p).pixels_per_vector
        return DirectKernel(geometry_of(p), _matrices(p, w, elements_of(p), copies))

    def packer(self, p: Problem) -> _Packer | None:
        """Return the function that packs weights, if the plan in C is kept, as small ones are.

        None where taps of integers are left out, or axes are exchanged.
        """
        few_pixels = few_pixels_of(p)
        if few_pixels is not None:
            return few_pixels_packer(few_pixels)
        nested = self._nested(p)
        if nested is not None:
            packs = [self.packer(each) for each in nested.problems]
            known = [pack for pack in packs if pack is not None]
            return nested.around(known) if known and len(known) == len(packs) else None
        if not is_kept(p):
            return None
        pack, copies = packer(geometry_of(p)), tiling_of(p).pixels_per_vector
        if p.w_dtype == p.accumulator and copies == 1:
            if p.accumulator.kind == "f":
                return pack
            if p.accumulator.kind == "c":
                return _complex_packer(p, pack)
        # Looked up once: to compare the problems of two calls takes 0.7 us.
        elements = elements_of(p)
        return lambda w: pack(_matrices(p, w, elements, copies))

    def packer_calls(self, p: Problem) -> int | None:
        """Count the functions that `packer` nests, and that which converts weights."""
        if few_pixels_of(p) is not None:
            return 0
        nested = self._nested(p)
        if nested is not None:
            calls = [self.packer_calls(each) for each in nested.problems]
            known = [count for count in calls if count is not None]
            return 1 + sum(known) if known and len(known) == len(calls) else None
        if not is_kept(p):
            return None
        plain = p.w_dtype == p.accumulator and tiling_of(p).pixels_per_vector == 1
        return 0 if plain and p.accumulator.kind == "f" else 1

    def _nested(self, p: Problem) -> _NestedPackers | None:
        """Return the problems whose packers that of `p` calls; None if it packs the weights itself.

        There are none of them if compiled code does not lay out the weights as `prepare` does.
        """
        framing = framing_of(p)
        if framing is not None:
            return _NestedPackers([framing.problem], partial(self._packer_in_frame, p))
        smaller, taps = trimmed(p)
        if smaller is not p:
            problems = [smaller] if _copies_taps(p) else []
            return _NestedPackers(problems, partial(self._packer_of_taps, p, taps))
        folding = folding_of(p)
        if folding is not None:
            problems = [fold.problem for fold in folding.folds]
            return _NestedPackers(problems, partial(_folded_packer, p, folding))
        reshaping = reshaping_of(p)
        if reshaping is not None:
            problems = [reshaping.problem] if reshaping.order is None else []
            return _NestedPackers(problems, partial(_reshaped_packer, reshaping.sources))
        return None

    def unpacked_cost(self, p: Problem) -> Cost | None:
        """Return the counts of a call for many weights and few pixels, see `few_pixels`."""
        return few_pixels_cost(p)

    def _packer_of_taps(
        self, p: Problem, taps: tuple[slice, ...], packs: Sequence[_Packer]
    ) -> _Packer:
        """Return a packer of `taps` by the one of `packs`, or of all if a weight is not finite."""
        [pack] = packs
        filters, channels = p.out_channels, p.ic_per_group
        kept, cached_bytes = _numbers(p.kernel, taps), _cached_filter_bytes()

        def pack_taps(w: NDArray[Any]) -> Kernel:
            found = finite_taps(contiguous(w, p.accumulator), filters, channels, kept, cached_bytes)
            return self.prepare(p, w) if found is None else pack(found)

        return pack_taps

    def _packer_in_frame(self, p: Problem, packs: Sequence[_Packer]) -> _Packer:
        """Return a packer of weights for the outputs inside the frame.

        The one of `packs` knows these outputs alone. Where a weight is not finite, outputs outside
        are no zeros, and the weights are packed for all outputs.
        """
        [pack], frame = packs, _frame(p)

        def pack_in_frame(w: NDArray[Any]) -> Kernel:
            return FramedKernel(frame, pack(w)) if _is_finite(p, w) else self.prepare(p, w)

        return pack_in_frame

    def unplanned(self, low: Problem, high: Problem) -> UnplannedConv | None:
        """Return the function that sums small problems without a plan, in the order of plans."""
        return unplanned_between(low, high)

    def interleaver(self, p: Problem, interleaving: Interleaving) -> Interleaver | None:
        """Return what interleaves phases of a transposed convolution; None if sums are not floats.

        Igemm does it in channels_last, spatial in channels_first. Other calls choose their variant
        in `_planner.pyx`.
        """
        if p.empty or not has_float_sums(p):
            return None
        last = p.data_format == "channels_last"
        return interleaver_of_places(p, interleaving) if last else interleaver_of(p, interleaving)


def _workspace(p: Problem) -> int:
    """Return the bytes that all workers use together."""
    itemsize = elements_of(p).dtype.itemsize
    return p.workers * max([tiling_of(each).workspace(itemsize) for each in _planned_as(p)])


def _matrices(p: Problem, w: NDArray[Any], elements: Elements, copies: int) -> NDArray[Any]:
    """Return canonical weights as `DirectKernel` takes them: copies for each pixel of a vector."""
    weights = weight_matrices(p, w, elements)
    return weights if copies == 1 else np.concatenate((weights,) * copies)


def _complex_packer(p: Problem, pack: _Packer) -> _Packer:
    """Return a function that packs complex weights as `_matrices` returns them, but faster."""
    shape = p.groups, 2 * p.oc_per_group, 2 * p.reduction_len
    dtype, taps = elements_of(p).dtype, p.taps

    def pack_complex(w: NDArray[Any]) -> Kernel:
        real = np.empty(shape, dtype)
        complex_as_real(w, real, taps)
        return pack(real)

    return pack_complex


def _reshaped_packer(sources: tuple[int, int, int, int], packs: Sequence[_Packer]) -> _Packer:
    """Return a packer of weights by the one of `packs`, for arrays of the reshaped problem."""
    [pack] = packs
    return lambda w: ReshapedKernel(pack(w), sources)


def _planned_as(p: Problem) -> list[Problem]:
    """Return the problems that are planned in place of `p`: its images if it is folded."""
    folding = folding_of(p)
    if folding is None:
        return [reshaped(p)]
    return [reshaped(trimmed(fold.problem)[0]) for fold in folding.folds]


def _folded(p: Problem, folding: Folding, kernels: Sequence[Kernel]) -> Kernel:
    """Return the kernel of a folded signal, of those of its images."""
    _, x_firsts, out_firsts = zip(*folding.folds, strict=True)
    return FoldedKernel(tuple(kernels), x_firsts, out_firsts, p.dilation[0])


def _folded_packer(p: Problem, folding: Folding, packs: Sequence[_Packer]) -> _Packer:
    """Return a packer of weights by the packers of all images."""
    return lambda w: _folded(p, folding, [pack(w[..., None]) for pack in packs])


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


def _copies_taps(p: Problem) -> bool:
    """Return True if compiled code copies taps of contiguous weights, converted first or not."""
    small = p.out_channels * p.reduction_len <= _MAX_COPIED_WEIGHTS
    return p.accumulator.char in _FLOAT_TYPE_CODES and (small or p.w_dtype == p.accumulator)


def _finite_taps(p: Problem, w: NDArray[Any], taps: tuple[slice, ...]) -> NDArray[Any] | None:
    """Return `taps` of canonical weights; None if any, left out or not, is not finite.

    Weights that are not contiguous, or are converted, are copied first if they are small.
    """
    if _copies_taps(p) and (w.flags.c_contiguous or w.size <= _MAX_COPIED_WEIGHTS):
        w = contiguous(w, p.accumulator)
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
    """Return the bytes of weights searched at a time, which are then copied from L1."""
    return caches().l1 // 2
