"""Windows that `polyconv.conv` computes: floats, where its backends are faster than passes.

Passes take time for each tap. Backends share loads between rows, fuse multiply-adds, factorise
separable windows or transform, and so gain where windows have many taps. Integers are summed by
passes: only these have SciPy's order of sums, on which casts depend.
"""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from polyconv._api import plan

from ._stages import Stages

__all__ = ["ByConv", "pays"]

# Taps from which on conv is faster, those of weight 0 not counted. Time of passes over that of
# conv, which is direct for these (one worker; Sapphire Rapids, AVX-512, 2026-11-29):
#
#     float32   3x3    5x5    7x7   13x13       float64   3x3    5x5    7x7   13x13
#     64^2      0.91   1.03   1.20   1.63                 0.91   1.11   1.27   1.83
#     512^2     0.87   1.39   1.71   2.35                 1.11   1.55   1.83   2.26
#     2048^2    1.06   1.14   1.87                        1.02   1.47   1.87
_MIN_TAPS = 25


def pays(
    shape: tuple[int, ...], window: NDArray[np.float64], x_dtype: np.dtype[Any], dtype: Any
) -> bool:
    """Return True if conv is expected to be faster than passes for this window."""
    if x_dtype.kind != "f" or x_dtype != dtype or not 0 < len(shape) <= 3 or 0 in shape:
        return False
    return np.count_nonzero(window) >= _MIN_TAPS


class ByConv:
    """A window as a plan of `polyconv.conv`, called as `Stages` are."""

    __slots__ = ("_passes", "_plan", "_skips_taps", "dtype", "out_shape")

    def __init__(
        self,
        shape: tuple[int, ...],
        window: NDArray[np.float64],
        before: tuple[int, ...],
        mode: str,
        cval: float,
        passes: Stages,
        workers: Any,
    ) -> None:
        self._passes, self.dtype, self.out_shape = passes, passes.dtype, passes.out_shape
        # NaN under a weight of 0 must not spread, which in a convolution it does.
        self._skips_taps = not window.all()
        sizes = zip(before, window.shape, strict=True)
        padding = [(0, 0) if mode == "valid" else (lo, size - 1 - lo) for lo, size in sizes]
        constant = {"padding_value": cval} if mode == "constant" else {}
        self._plan = plan(
            (1, 1, *shape),
            window[None, None].astype(self.dtype),
            padding=padding,
            padding_mode="zeros" if mode == "valid" else mode,
            workers=workers,
            **constant,
        )

    def __call__(self, x: NDArray[Any], out: NDArray[Any], workers: Any) -> None:
        """Write every element of `out`, which is aligned and shares no memory with `x`."""
        self._plan(x[None, None], out=out[None, None])
        if self._skips_taps:
            with np.errstate(all="ignore"):
                finite = np.isfinite(np.add.reduce(out, axis=None))
            if not finite:
                self._passes(x, out, workers)
