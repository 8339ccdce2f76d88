from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from polyconv._backend import Interleaving
from polyconv._problem import Problem
from polyconv._thread_pool import PooledKernel

IGEMM: int
DEPTHWISE: int
SPATIAL: int
STENCIL: int
DOT: int
HEADER_BYTES: int
PANEL_TAPS: int
PANEL_BYTES: int

class Geometry:
    def __init__(
        self,
        problem: Problem,
        tiling: Any,
        elements: Any,
        record: dict[str, Any],
        interleaving: Interleaving | None = None,
    ) -> None: ...

class DirectKernel(PooledKernel):
    def __init__(self, geometry: Geometry, matrices: NDArray[Any]) -> None: ...

class ReshapedKernel(PooledKernel):
    def __init__(self, kernel: Any, sources: tuple[int, int, int, int]) -> None: ...

def packer(geometry: Geometry) -> Callable[[NDArray[Any]], DirectKernel]: ...
def has_int8x4() -> bool: ...
def interleaved_filters(dtype: np.dtype[Any]) -> int: ...
def has_stride2(dtype: np.dtype[Any]) -> bool: ...
def has_stencil_zero_copy(dtype: np.dtype[Any]) -> bool: ...
