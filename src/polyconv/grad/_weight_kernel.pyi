from typing import Any

import numpy as np
from numpy.typing import NDArray

from polyconv._problem import Problem

from ._records import WeightAxis, WeightShape, WinogradShape

class WeightKernel:
    def __init__(
        self,
        problem: Problem,
        variant: str,
        axes: tuple[WeightAxis, ...],
        shape: WeightShape,
        taps: NDArray[np.intp],
        depth: WeightAxis | None = None,
        winograd: WinogradShape | None = None,
    ) -> None: ...
    def __call__(
        self, x: NDArray[Any], g: NDArray[Any], out: NDArray[Any], workers: int
    ) -> bool: ...
