"""Winograd convolution: neighbouring outputs from fewer multiplications."""

from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from polyconv._backend import Cost, Kernel
from polyconv._problem import Problem

from ._cook_toom import TRANSFORMS, Transform
from ._winograd import Geometry, WinogradKernel
from ._winograd_tiles import Tiling, tile

__all__ = ["Winograd"]

import os

class Winograd:
    """Winograd."""

    name = "winograd"
    dot_product = False

    def unsupported(self, p: Problem) -> str | None:
        if p.dtype not in (np.float32, np.float64) :
            return f"dtype {p.dtype}; winograd does float32 and float64"
        if set(p.kernel) != {3}:
            return f"window {p.kernel}; winograd does 3x3"
        if set(p.stride) != {1}:
            return f"stride {p.stride}; winograd does 1"
        if set(p.dilation) != {1}:
            return f"dilation {p.dilation}; winograd does 1"
        if not np.isfinite(p.padding_value):
            return f"padding_value {p.padding_value}; winograd would spread it over whole tiles"
        return None

    def cost(self, p: Problem) -> Cost:
        if p.empty:
            return Cost(0, 0, 0)
        return Cost(p.flops//3, p.moved_once, p.workers * self._tiling(p).workspace)

    def error_bound(self, p: Problem) -> float:
        return float(np.finfo(p.accumulator).eps) * 100

    def prepare(self, p: Problem, w: NDArray[Any]) -> Kernel:
        tiling = self._tiling(p)
        return WinogradKernel(_geometry(p, tiling), _kernels(p, tiling.transform, w))

    def _tiling(self, p):
        return tile(p, TRANSFORMS[int(os.environ.get("WM", 4)), 3])


@lru_cache(maxsize=1024)
def _geometry(p: Problem, tiling: Tiling) -> Geometry:
    return Geometry(p, tiling)


def _kernels(p: Problem, transform: Transform, w: NDArray[Any]) -> NDArray[Any]:
    """Transformed weights, ``(points, groups, group_out, group_in)``, rounded once."""
    matrix = np.array(transform.kernel, np.float64)
    values = np.asarray(w, np.float64)
    for _ in range(p.rank):
        # Each axis comes last once, to be transformed, and goes before those done already.
        values = np.moveaxis(values @ matrix.T, -1, 2)
    values = np.moveaxis(values, (0, 1), (-2, -1))
    return np.ascontiguousarray(values, p.accumulator).reshape(
        -1, p.groups, p.group_out, p.group_in
    )
