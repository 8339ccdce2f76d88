"""Plain calls of small problems without a plan: which there are, and the order of their sums.

A program whose sizes vary (crops of images, signals of any length) calls with each size once or
twice. To plan a size takes longer than to compute it, so the first call of each does without.
Results must not depend on that, so sums are formed in the order of the plan:

- igemm and spatial sum by channels, and then by the taps of a kernel in C order;
- stencil sums by the columns of a kernel 3 or 5 rows high, others by rows.

All products are in one chain. Other variants have other orders, stencil 7 rows high two of them:
they are left to plans.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from polyconv._problem import Problem
from polyconv.backends.trimming import trimmed

from ._direct import IGEMM, SPATIAL, STENCIL
from ._tiles import MAX_TAPS_IN_REGISTERS
from ._unplanned import UnplannedCalls
from .elements import elements_of
from .planner import tiling_of
from .reshaping import reshaping_of

__all__ = ["unplanned_calls"]

# Products of a call, at most: 4 million of 16 filters take 0.13 ms, 0.4 ms with a plan (Emerald
# Rapids, one core, 2026-11-30, `python -m benchmarks.cliffs --family new_shapes`). Beyond, the call
# hides the time of a plan, whose blocks are faster.
_MAX_PRODUCTS = 1 << 23
# Structural: packed elements of an image, at most. They stay in L2.
_MAX_ELEMENTS = 1 << 16


def unplanned_calls(low: Problem, high: Problem) -> UnplannedCalls | None:
    """Return the calls of all problems whose sizes lie between two; None if plans must do them."""
    orders = _order(low), _order(high)
    if orders[0] is None or orders[0] != orders[1]:
        return None
    numbers = np.arange(low.reduction_len).reshape(low.ic_per_group, *low.kernel)
    if orders[0].columns:
        numbers = numbers.swapaxes(-1, -2)
    order: NDArray[np.intp] = numbers.ravel().astype(np.intp)
    no_bias = np.zeros(low.out_channels, low.dtype) if orders[0].adds_bias else None
    return UnplannedCalls(low, order, _MAX_PRODUCTS, _MAX_ELEMENTS, no_bias)


class _Order(NamedTuple):
    """The order of sums: by columns of the kernel, and if a bias of zeros is added at last."""

    columns: bool
    adds_bias: bool


def _order(p: Problem) -> _Order | None:
    """Return the order in which the plan of `p` sums; None if it is another one."""
    elements = elements_of(p)
    plain = elements.same_as_x and elements.same_as_out and p.w_dtype == p.x_dtype == p.dtype
    zeros = p.padding_mode in ("zeros", "constant") and p.padding_value == 0
    if not (plain and zeros and p.groups == 1 and p.reduction_len <= MAX_TAPS_IN_REGISTERS):
        return None
    if elements.in_32_bits or p.flip or p.data_format == "channels_last":
        return None
    if p.workspace_limit is not None or p.empty:
        return None
    if trimmed(p)[0] is not p or reshaping_of(p) is not None:
        return None
    tiling = tiling_of(p)
    if tiling.ic_block < tiling.channels or tiling.skips_padding or tiling.stride2:
        return None
    if tiling.variant in (IGEMM, SPATIAL):
        return _Order(columns=False, adds_bias=False)
    one_plane = tiling.channels == tiling.depth.kernel == 1 and tiling.kernel_runs == (1, 1)
    if tiling.variant == STENCIL and one_plane and tiling.height.kernel != 7:
        return _Order(columns=tiling.height.kernel in (3, 5), adds_bias=True)
    return None
