"""The class `Separable`: supported problems, costs, and the error bound."""

from collections.abc import Callable, Iterable
from functools import lru_cache, partial
from typing import Any

import numpy as np
from numpy.typing import NDArray

from polyconv._backend import Backend, Cost, Kernel
from polyconv._problem import Problem
from polyconv._structure import MAX_GROWTH, MAX_OUTER_PRODUCTS

from ._separable import SeparableKernel
from .counts import across, along, counts_of
from .factors import share_filter, vectors_of
from .planner import plan_of, tiling_of

__all__ = ["Separable"]

# Limits of memory, which no measurement chose: prepared filters that are kept for plain calls, and
# bytes of the weights of each. 31x31 taps of float32 take 4 KiB.
_KEPT_FILTERS, _MAX_KEPT_BYTES = 64, 16 << 10


class Separable(Backend):
    """Passes along the axes, for filters that are boxes or sums of few outer products."""

    name = "separable"
    dot_product = False

    def unsupported(self, p: Problem) -> str | None:
        """Return why dense filters are refused; None for others."""
        if p.structure.kind == "dense" and not p.empty:
            return (
                "dense filters; separable does boxes and sums of few outer products (at most "
                f"{MAX_OUTER_PRODUCTS} if it is named)"
            )
        return None

    def cost(self, p: Problem) -> Cost:
        """Operations of each pass; input and output once each."""
        if p.empty:
            return Cost(0, 0, 0)
        tiling = tiling_of(p, can_interleave(p))
        shape = tiling.shape
        counts = counts_of(p, tiling)
        return Cost(
            flops=counts.operations,
            bytes=p.moved_once,
            workspace=p.workers * shape.workspace,
            packed=counts.packed,
            runs=counts.lines,
            work_items=shape.items,
            prepared=p.out_channels * p.ic_per_group * shape.terms * sum(p.kernel) * shape.itemsize,
            gathered=counts.gathered,
            variant=p.structure.kind,
            lookups=counts.lookups,
            pool_items=shape.items,
        )

    def cost_lower_bounds(self, p: Problem) -> Iterable[Cost]:
        """The operations of all passes, without rows that are filtered twice and without padding.

        A window holds at most the padding of an axis, and lines of padding are not filtered.
        """
        if p.empty or p.structure.kind == "dense":
            return
        box = p.structure.kind == "box"
        operations = float(along(p, box and p.stride[-1] == 1))
        for axis in reversed(range(p.rank - 1)):
            equal = box and p.stride[axis] == p.dilation[axis] == 1
            operations *= min(1, p.spatial[axis] / p.out[axis])
            operations += across(p, max(0, p.kernel[axis] - sum(p.pads[axis])), equal)
        flops = int(p.outputs * p.ic_per_group * p.structure.rank * operations)
        yield Cost(flops, p.moved_once, 0, variant=p.structure.kind)

    def error_bound(self, p: Problem) -> float:
        """The roundings of each pass, of the vectors and of the sums, and the residual.

        A pass along an axis of n taps errs by at most ``S(n) = u * max(4 sqrt(n / 3), n / 4)`` in
        units of the largest magnitude of its input times the sum of its vector's magnitudes; see
        `Problem.summation_error`. The next pass multiplies that error by its own vector, and adds
        an error of its own. So an outer product errs by at most the sum of the S(n) of its passes,
        in units of ``max|x|`` times the sum of its own magnitudes: errors of equal sign, as those
        of constant data are, do not cancel between passes. The vectors are rounded, too, each
        element by at most u: one u for each axis. The last pass adds the outer products of all
        input channels, each of which passes through that many further roundings. The real and the
        imaginary part of a complex product are two real products each, so complex sums have twice
        the roundings.

        The outer products of a filter have magnitudes of at most `MAX_GROWTH` times the filter's
        own in sum, a single one of at most ``1 + residual`` times that. The residual, by which they
        differ from the filter, counts once. For boxes, sums by doubling pass through fewer
        roundings than the taps that count here.
        """
        if p.accumulator.kind in "iu":
            return 0.0
        unit = float(np.finfo(p.accumulator).eps) / 2
        parts = 2 if p.accumulator.kind == "c" else 1
        terms = p.ic_per_group * max(p.structure.rank, 1)
        taps = [parts * n for n in p.kernel]
        taps[0] += parts * terms if terms > 1 else 0
        passes = sum(p.summation_error(n) - 2 * unit for n in taps)
        growth = MAX_GROWTH if p.structure.rank > 1 else 1 + p.structure.residual
        # Two roundings for the bias and the result.
        return growth * (passes + p.rank * unit) + p.structure.residual + 2 * unit

    def prepare(self, p: Problem, w: NDArray[Any]) -> Kernel:
        """Factorise the weights, and lay out the vectors in the order in which passes read them.

        Plain calls prepare their filter each time, mostly the one of the call before. So prepared
        filters are kept by their values: looking one up takes 2 us, factorising it 40 us.
        """
        if w.nbytes > _MAX_KEPT_BYTES:
            return _prepared(p, w)
        return _kept(p, w.dtype, w.shape, w.tobytes())

    def packer(self, p: Problem) -> Callable[[NDArray[Any]], Kernel] | None:
        """Return `prepare` for floats: it only looks up the values of the weights."""
        return partial(self.prepare, p) if p.accumulator.kind == "f" else None

    def packer_calls(self, p: Problem) -> int | None:
        """Return 0 for floats."""
        return 0 if p.accumulator.kind == "f" else None


def _prepared(p: Problem, w: NDArray[Any]) -> SeparableKernel:
    interleaves = can_interleave(p) and share_filter(w)
    vectors = vectors_of(p, w[:1] if interleaves else w)
    return SeparableKernel(plan_of(p, interleaves), vectors, (0,) * p.rank)


@lru_cache(maxsize=_KEPT_FILTERS)
def _kept(
    p: Problem, dtype: np.dtype[Any], shape: tuple[int, ...], values: bytes
) -> SeparableKernel:
    return _prepared(p, np.frombuffer(values, dtype).reshape(shape))


def can_interleave(p: Problem) -> bool:
    """Return True if neighbouring channels of channels-last pixels can be filtered side by side.

    If all channels have the same filter, a row is filtered as one of a single channel whose taps
    are a pixel apart.
    """
    return (
        p.data_format == "channels_last"
        and p.in_channels > 1
        and p.groups == p.in_channels == p.out_channels
        and p.accumulator.kind != "c"
    )
