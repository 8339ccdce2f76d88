from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from polyconv._backend import Kernel
from polyconv._problem import Problem

from .tiling import SeparableAxis, SeparableShape

class SeparablePlan:
    def __init__(
        self,
        problem: Problem,
        elements: np.dtype[Any],
        axes: Sequence[SeparableAxis],
        shape: SeparableShape,
        column: NDArray[np.intp] | None,
    ) -> None: ...

class SeparableKernel(Kernel):
    def __init__(
        self, plan: SeparablePlan, arrays: tuple[NDArray[Any], ...], spread: tuple[int, ...]
    ) -> None: ...
    def __call__(
        self,
        x: NDArray[Any],
        bias: NDArray[Any] | None,
        out: NDArray[Any],
        workers: int,
        limit: float = ...,
    ) -> float | None: ...
