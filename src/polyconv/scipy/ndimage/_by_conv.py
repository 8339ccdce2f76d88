"""Filters by `polyconv.conv` instead of passes: sums of floats over windows of many taps.

A pass takes time in proportion to the taps. Backends of `conv` take less for each tap: they share
loads between rows, fuse multiply-adds, factorise separable windows or transform. Integers, and
filters with ``precision="double"``, need SciPy's order of sums, which only passes keep. The choice
between passes and `conv` is made in this module alone.
"""

import math
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from polyconv._api import plan

from ._arithmetic import Arithmetic
from ._tuning import TUNING

__all__ = ["ConvStage", "pays_along_axis", "pays_for_plane", "pays_for_window"]

# Measurements behind the numbers of `_tuning` (one worker; Emerald Rapids, AVX-512, 2026-11-29;
# `python -m benchmarks.cost_model measure ndimage` compares the numbers with others).
#
# MIN_TAPS: ratio of the time of passes to that of conv, which chose direct, by windows:
#
#     float32   3x3    5x5    7x7   13x13       float64   3x3    5x5    7x7   13x13
#     64^2      0.91   1.03   1.20   1.63                 0.91   1.11   1.27   1.83
#     512^2     0.87   1.39   1.71   2.35                 1.11   1.55   1.83   2.26
#     2048^2    1.06   1.14   1.87                        1.02   1.47   1.87
#
# MIN_TAPS_OF_LINE: the same ratio along the rows and along the columns; conv chose direct up to 65
# taps, above them fft_tiled:
#
#     float32    33       65      129       257         float64   33       65      129
#     512^2   1.6 0.9  2.4 1.0  2.8 1.7  13.8 2.1              1.4 0.9  1.9 1.3   5.7 2.0
#     2048^2  1.8 1.0  0.9 1.2  1.5 2.2   3.4 3.7              1.3 1.1  1.2 1.3   2.3 2.1
#     10^6        1.0      1.7     11.5      15.9                  0.8      3.0       4.8
#
# MIN_PLANE: ratio of the time of passes to that of separable, Gaussians (`python -m
# benchmarks.peers.gaussians` times both):
#
#     taps       3     5     9    13    21    41
#     256^2   1.09  1.01  0.98  0.93  0.90  1.01
#     512^2   1.00  0.87  0.96  0.98  1.11  1.29
#     1024^2  1.44  1.22  1.20  1.26  1.33  1.53
#     2048^2  1.35  1.08  1.58  1.60  1.63  1.77

# Structural: minimum number of taps of a line for which a quarter of MIN_PLANE is enough. The last
# two columns of the table above show it.
_MIN_TAPS_OF_QUARTER_PLANE = 21


def pays_for_plane(
    shape: tuple[int, ...],
    lines: Sequence[NDArray[Any]],
    modes: Sequence[str],
    arithmetic: Arithmetic,
) -> bool:
    """Return True if the backend separable is expected to be faster than passes for two lines.

    The backend pads once, before the first line; SciPy pads before each line. With constant padding
    the results are equal only if the constant is 0.
    """
    single = arithmetic.single and _is_allowed(arithmetic) and len(shape) == 2
    zeros = modes[0] != "constant" or arithmetic.padding == 0
    if not (single and zeros and modes[0] == modes[1]):
        return False
    elements, taps = math.prod(shape), min(line.size for line in lines)
    min_elements: int = TUNING.MIN_PLANE // (4 if taps >= _MIN_TAPS_OF_QUARTER_PLANE else 1)
    return elements >= min_elements


def pays_for_window(shape: tuple[int, ...], window: NDArray[Any], arithmetic: Arithmetic) -> bool:
    """Return True if conv is expected to be faster than passes for this window."""
    few_axes = 0 < len(shape) <= 3 and 0 not in shape
    return few_axes and _is_allowed(arithmetic) and int(np.count_nonzero(window)) >= TUNING.MIN_TAPS


def pays_along_axis(taps: int, arithmetic: Arithmetic) -> bool:
    """Return True if conv is expected to be faster than passes for a line of weights."""
    return _is_allowed(arithmetic) and taps >= TUNING.MIN_TAPS_OF_LINE


def _is_allowed(arithmetic: Arithmetic) -> bool:
    """Return True if any order of sums is allowed: floats, without ``precision="double"``."""
    return (
        arithmetic.x_dtype.kind == "f"
        and arithmetic.x_dtype == arithmetic.dtype
        and not arithmetic.exact
    )


class ConvStage:
    """A plan of `polyconv.conv` with the calling convention of `Passes`.

    Parameters
    ----------
    shape : tuple of int
        Of the input, with batch and channel axes.
    window : ndarray
        Weights, without these axes.
    before : sequence of int
        Elements of the window before the position of the output, on each axis.
    mode : str
        numpy.pad's, or "valid".
    arithmetic : Arithmetic
    skipping : callable, optional
        Computes the sums without the taps whose weight is 0. It replaces results that are not
        finite, because NaN times 0 is NaN.
    backend : str, default "auto"
        As of `polyconv.plan`.
    """

    __slots__ = ("_lead", "_plan", "_skipping")

    def __init__(
        self,
        shape: tuple[int, ...],
        window: NDArray[np.float64],
        before: tuple[int, ...],
        mode: str,
        arithmetic: Arithmetic,
        skipping: Callable[..., None] | None = None,
        backend: str = "auto",
    ) -> None:
        self._lead, self._skipping = shape[:2], skipping
        sizes = zip(before, window.shape, strict=True)
        self._plan = plan(
            shape,
            window[None, None].astype(arithmetic.dtype),
            padding=[(0, 0) if mode == "valid" else (lo, size - 1 - lo) for lo, size in sizes],
            padding_mode="zeros" if mode == "valid" else mode,
            padding_value=arithmetic.padding if mode == "constant" else 0,
            workers=arithmetic.workers,
            backend=backend,
        )

    def __call__(self, x: NDArray[Any], out: NDArray[Any], workers: Any) -> None:
        """Write every element of `out`, which shares no memory with `x`."""
        shape = self._plan.problem.x_shape
        if x.ndim < len(shape):  # one image, without batch and channels
            self._plan(x[None, None], out=out[None, None])
        else:
            self._plan(x, out=out)
        if self._skipping is None:
            return
        with np.errstate(all="ignore"):
            finite = np.isfinite(np.add.reduce(out, axis=None))
        if not finite:
            self._skipping(x, out, workers)
