"""How well each mode will do: the part of peak that its tiles reach."""

import math

from polyconv._problem import Problem

from .tiling import Tiling
from .variants import TAPS, Mode, Setting

__all__ = ["promise", "reached", "score"]

# How many products take as long as it does to store their sum by itself; what is left of the rate
# of pixels in the lanes where they are stored to too few sets, and how many products it is there.
_STORE, _CROWDED, _CROWDED_STORE = 50, 0.25, 38
# How many products take as long as it does to store a sum that stands among those of other filters.
_TRANSPOSE = 6


def promise(s: Setting, mode: Mode) -> float:
    """What `score` by what is summed is at most, before it is known how tiles are cut."""
    p, full = s.problem, mode.full
    if mode.name == "pixels":
        full *= min(1.0, math.prod(p.out) / s.lane)
    elif mode.name == "rows":
        full *= min(1.0, p.out[-1] / s.lane)
    packing = _packing(s.problem, mode)
    return _rate(s, mode, full, p.out[-1], packing, s.stands_in_rows, True) / mode.summed


def score(s: Setting, mode: Mode, tiling: Tiling) -> float:
    """What tells modes apart: what is `reached`, packing and all; 0 where a mode will not do."""
    if mode.name == "rows":
        apart = any(axis.reach > axis.kernel * axis.tile for axis in tiling.axes[1:])
        if apart or tiling.chain > 2 * TAPS:
            return 0.0
    return reached(s, mode, tiling, _packing(s.problem, mode, tiling)) * _picking(s, mode, tiling)


def reached(s: Setting, mode: Mode, tiling: Tiling, packing: float = 1.0) -> float:
    """The part of peak that tiles reach: how full vectors are, and how far each one loaded is used.

    With `packing`, as `_packing` has it, that is counted, too.
    """
    width = tiling.axes[2].tile
    if mode.name in ("channels", "groups"):
        return _rate(s, mode, mode.full, width, packing)
    full = math.prod([axis.tile for axis in tiling.axes]) / (tiling.vectors * s.lane)
    if mode.name == "rows":
        return _rate(s, mode, full, width, packing)
    near = tiling.in_place and tiling.is_near(s.lane)
    return _rate(s, mode, full * mode.full, width, packing, tiling.in_place, near)


def _packing(p: Problem, mode: Mode, tiling: Tiling | None = None) -> float:
    """How many times as long packing rows with a stride makes what comes to each of them.

    Of rows and groups that is the overhead, of single filters all that they take; as was seen.
    """
    if mode.name == "rows" and p.stride[-2] > 1:
        return 3.0
    if mode.name == "groups" and p.stride[-1] > 1:
        return 3.0 * (1.0 if tiling is None else _packed_again(p, tiling))
    if mode.name == "pixels" and mode.block == 1 and p.stride[-1] > 1:
        return 5 / 3 if p.stride[-1] == 2 else 10 / 3
    return 1.0


def _packed_again(p: Problem, tiling: Tiling) -> float:
    """How many times as much is packed as lies between a tile's first outputs and its last."""
    between = math.prod(p.stride) * math.prod([axis.tile for axis in tiling.axes])
    return max(1.0, tiling.plane / between)


def _picking(s: Setting, mode: Mode, tiling: Tiling) -> float:
    """What picking elements one by one leaves of the rate of several filters of pixels.

    Even and odd ones are dealt out by vectors. The numbers are of one core of a Zen 5 (2026-11-20).
    """
    width = tiling.axes[2]
    gathered = width.layout == "separate" or width.stride > 2
    if mode.name != "pixels" or mode.block == 1 or not gathered or width.stride == 1:
        return 1.0
    pixels = math.prod([axis.tile for axis in tiling.axes])
    products = s.filters * s.problem.taps * pixels / tiling.plane  # of each element
    return products / (products + s.lane * (0.16 * width.stride + 4 / width.tile))


def _rate(
    s: Setting,
    mode: Mode,
    full: float,
    width: int,
    packing: float,
    in_place: bool = False,
    near: bool = False,
) -> float:
    """The part of peak of vectors of which a part is `full`, in tiles of such a width.

    Sums of pixels may be formed `in_place`, from what is `near` in the L1 cache.

    The numbers are rates seen on one core of a Zen 5 (2026-11-20), as parts of its peak.
    """
    p = s.problem
    if mode.name == "channels":
        shared = {1: 0.8, s.widest: 1.0}.get(mode.block // s.lane, 0.95)
        if s.filters <= 2:
            full *= p.terms / (p.terms + _TRANSPOSE)
        return full * shared * (1.1 if mode.borrows else 1.0)
    if mode.name == "groups":
        overhead = (16 if p.rank > 1 and p.kernel[-2] > 1 else 28) + 130 / width
        overhead *= packing
        return full * (0.9 * p.taps / (p.taps + overhead))
    if s.crowded:
        full *= _CROWDED * p.terms / (p.terms + _CROWDED_STORE)
    elif s.apart:
        full *= p.terms / (p.terms + _STORE)
    if mode.name == "rows":
        overhead = (12 + 150 / width) * packing
        return full * p.taps / (p.taps + overhead)
    if mode.block == 1:
        return full * 0.5 / packing * p.taps / (p.taps + 12)
    if in_place and mode.block == 4:
        # Against channels in the lanes, whose sums are transposed to be stored.
        return full * (1 if near else 0.78) * 0.95 * (p.terms + 12) / (p.terms + 6)
    if mode.block == 2:
        return full * 0.8
    # Short sums notice that they are formed by themselves, and then stored.
    return full * (0.95 if s.apart else min(0.95, p.terms / (p.terms + 2 * _TRANSPOSE)))
