"""Direct convolution: the definition's own sums, tile by tile, in vector registers.

A tile of the output is computed from a packed copy of the padded input it needs: converted to the
accumulator's type, padding filled in, and small enough to stay in a cache. The micro-kernels see
just a list of places ("taps") relative to each pixel, so ranks, strides, dilations, groups,
layouts and dtypes are all a matter of packing. `_direct_tiles` is where that is planned, and
`_direct_modes` knows the modes and how well each will do:

- *channels*: output channels in the lanes of a vector, each input element broadcast to them;
- *groups*: the channels of a depthwise convolution in the lanes, each with its own filter, on
  several rows at once; where they stand side by side and fill a vector, the input is packed at
  its edges only; where they are too few for that, the pixels after them fill it;
- *pixels*: neighbouring pixels in the lanes, for filters too few to fill a vector, and for sums so
  short that it matters to form them where they belong; of few filters on every other pixel, the
  input is read where it stands, if the processor has 32 vector registers;
- *rows*: the same for a single filter, on several rows at once that share each loaded vector.

What is packed and added up, `_direct_elements` says: floats in their own type, integers in as few
bits as are exact, those of 8 and 16 bits two channels at a time.

Complex numbers are pairs of real channels: ``(xr + i xi)(wr + i wi)`` is the real product of
``[xr, xi]`` with ``[[wr, wi], [-wi, wr]]``, which the real kernels compute, with no operation more.
"""

from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from polyconv._backend import Cost, Kernel
from polyconv._problem import Problem

from ._direct import DirectKernel, Geometry
from .elements import Elements, elements, matrices
from .planner import efficiency, tile
from .tiling import Tiling
from .variants import TAPS

__all__ = ["Direct"]


class Direct:
    """Direct convolution with SIMD micro-kernels: every problem, in the definition's own sums."""

    name = "direct"
    dot_product = True

    def unsupported(self, p: Problem) -> str | None:
        """Nothing is."""
        return None

    def cost(self, p: Problem) -> Cost:
        """Operations in vectors that are not all full, and input and output once each."""
        if p.empty:
            return Cost(0, 0, 0)
        tiling, how = tile(p), elements(p)
        itemsize = how.dtype.itemsize
        depth, height, width = tiling.axes
        channels, groups = how.channels, tiling.groups
        if tiling.mode == "groups":
            # As many vectors of channels as are packed side by side.
            channels = tiling.cell
            groups = -(-groups * tiling.block // channels) if tiling.repeats == 1 else 1
        tiles = p.batch * groups * depth.tiles * height.tiles * width.tiles
        # What is read where it stands is not packed.
        unpacked = tiling.borrows or tiling.strided
        times = 0 if unpacked else tiles * tiling.splits * (1 - tiling.inside)
        packed = int(times * tiling.plane * channels * itemsize)
        lines = depth.length * height.length
        lines *= width.length if tiling.cell > 1 else width.runs * channels
        filters = tiling.groups * tiling.blocks * tiling.block
        return Cost(
            # Two products of a pair are one operation.
            flops=int(p.flops * how.channels / p.group_in / efficiency(p)),
            bytes=p.moved_once,
            workspace=p.workers * tiling.workspace(itemsize),
            packed=packed,
            runs=int(times * lines),
            pieces=tiles * tiling.blocks * -(-channels // tiling.chunk),
            prepared=filters * how.channels * p.taps * itemsize,
            gathered=packed if _gathers(p, tiling, how) else 0,
            way=_way(p, tiling),
        )

    def error_bound(self, p: Problem) -> float:
        """Two-level summation: sums of some `TAPS` products are formed, then added up."""
        return p.summation_error(0 if p.empty else tile(p).chain)

    def prepare(self, p: Problem, w: NDArray[Any]) -> Kernel:
        """Convert the weights and lay them out in the order in which tiles read them."""
        weights = matrices(p, w)
        if tile(p).skips:
            weights = _tap_by_tap(weights, tile(p).chunk, p.taps)
        elif tile(p).repeats > 1:
            weights = np.tile(weights, (tile(p).repeats, 1, 1))
        return DirectKernel(_geometry(p), weights)


def _way(p: Problem, tiling: Tiling) -> str:
    """What runs at a rate of its own: the modes, filters at a time, and where no tap is shared."""
    if tiling.in_place and tiling.block == 4:
        return "in_place"
    if tiling.mode == "pixels":
        return f"pixels_{tiling.block}"
    return "pointwise" if tiling.mode == "channels" and p.taps == 1 else tiling.mode


def _gathers(p: Problem, tiling: Tiling, how: Elements) -> bool:
    """Whether packed rows are neither copied as they stand nor converted as fast."""
    apart = p.data_format == "channels_last" and p.in_channels > tiling.cell == 1
    spread = p.stride[-1] > 1 and tiling.axes[2].layout != "overlapped"
    return apart or spread or not (how.plain or p.widens_halves)


@lru_cache(maxsize=1024)
def _geometry(p: Problem) -> Geometry:
    return Geometry(p, tile(p), elements(p), TAPS)


def _tap_by_tap(weights: NDArray[Any], chunk: int, taps: int) -> NDArray[Any]:
    """The same weights with a tap's channels side by side, `chunk` of them at a time."""
    groups, filters, terms = weights.shape
    by_channel = weights.reshape(groups, filters, terms // taps, taps)
    return np.concatenate(
        [
            by_channel[:, :, first : first + chunk].swapaxes(2, 3).reshape(groups, filters, -1)
            for first in range(0, terms // taps, chunk)
        ],
        axis=2,
    )
