"""Decide which small problems are computed without a plan, and the order of their sums.

`_unplanned.pyx` beside it computes them.

A program whose sizes vary (crops of images, signals of any length) calls with each size once or
twice. Planning a size takes longer than computing it, so the first call of a size has no plan. It
sums in the order of the plans at both ends of a range of sizes. If the plan of a size between them
sums in another order, as that of 1 of 20,000 random problems does, no call of that size is planned:
equal calls return equal bits. The orders are

- of igemm and spatial: channel by channel, and the taps of a kernel in C order, in chains of equal
  length and at most `MAX_TAPS_IN_REGISTERS` products;
- of stencil: plane by plane of a kernel, each of which is a chain; by columns if the kernel is 2 to
  5 rows high, else by rows.

Other variants have other orders, and stencil with 7 rows has two: such problems are planned.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from polyconv._problem import Problem
from polyconv.backends.trimming import trimmed

from ._direct import IGEMM, SPATIAL, STENCIL
from ._tiles import MAX_TAPS_IN_REGISTERS
from ._unplanned import (
    MAX_UNPLANNED_CHAINS,
    MAX_UNPLANNED_ELEMENTS,
    MAX_UNPLANNED_PRODUCTS,
    MAX_UNPLANNED_TAPS,
    UnplannedCalls,
)
from .elements import elements_of
from .few_pixels import few_pixels_of
from .folding import folding_of
from .framing import framing_of
from .planner import tiling_of
from .reshaping import reshaping_of

__all__ = ["unplanned_between"]


def unplanned_between(low: Problem, high: Problem) -> UnplannedCalls | None:
    """Return the calls of all problems whose sizes lie between two; None to plan them."""
    orders = _order(low), _order(high)
    if orders[0] is None or orders[0] != orders[1]:
        return None
    chosen = orders[0]
    numbers = np.arange(low.reduction_len).reshape(low.ic_per_group, *low.kernel)
    if chosen.columns:
        numbers = numbers.swapaxes(-1, -2)
    order: NDArray[np.intp] = numbers.ravel().astype(np.intp)
    ends = tuple(low.reduction_len * (i + 1) // chosen.chains for i in range(chosen.chains))
    no_bias = np.zeros(low.out_channels, low.dtype) if chosen.adds_bias else None
    return UnplannedCalls(
        low,
        order,
        ends,
        MAX_UNPLANNED_PRODUCTS,
        MAX_UNPLANNED_ELEMENTS,
        no_bias,
        lambda p: _order(p) == chosen,
    )


class _Order(NamedTuple):
    """The order of sums.

    Attributes
    ----------
    columns : bool
        True if a plane of the kernel is summed by columns.
    adds_bias : bool
        True if each chain adds a bias, of zeros where there is none.
    chains : int
        Chains of equal length.
    """

    columns: bool
    adds_bias: bool
    chains: int


def _order(p: Problem) -> _Order | None:
    """Return the order in which the plan of `p` sums; None if it is another one."""
    elements = elements_of(p)
    plain = elements.same_as_x and elements.same_as_out and p.w_dtype == p.x_dtype == p.dtype
    zeros = p.padding_mode in ("zeros", "constant") and p.padding_value == 0
    if not (plain and zeros and p.groups == 1 and p.reduction_len <= MAX_UNPLANNED_TAPS):
        return None
    if elements.in_32_bits or p.flip or p.data_format == "channels_last":
        return None
    if p.workspace_limit is not None or p.empty:
        return None
    if trimmed(p)[0] is not p or reshaping_of(p) is not None or few_pixels_of(p) is not None:
        return None
    if framing_of(p) is not None or folding_of(p) is not None:
        return None
    tiling = tiling_of(p)
    if tiling.ic_block < tiling.channels or tiling.skips_padding or tiling.stride2:
        return None
    if tiling.variant in (IGEMM, SPATIAL):
        chains = -(-p.reduction_len // MAX_TAPS_IN_REGISTERS)
        # Many single taps may be summed in other runs.
        if p.taps == 1 and chains > 1:
            return None
        return _Order(columns=False, adds_bias=False, chains=chains)
    planes = tiling.channels * tiling.depth.kernel
    whole = tiling.kernel_runs == (1, 1) and planes <= MAX_UNPLANNED_CHAINS
    if tiling.variant == STENCIL and whole and tiling.height.kernel != 7:
        columns = tiling.height.kernel <= 5
        return _Order(columns=columns, adds_bias=True, chains=planes)
    return None
