from typing import Any

import numpy as np
from numpy.typing import NDArray

from polyconv._problem import Problem

from ._planner import WeightAxis, WeightShape

class WeightKernel:
    def __init__(
        self,
        problem: Problem,
        variant: str,
        axes: tuple[WeightAxis, ...],
        shape: WeightShape,
        taps: NDArray[np.intp],
    ) -> None: ...
    def __call__(
        self, x: NDArray[Any], g: NDArray[Any], out: NDArray[Any], workers: int
    ) -> None: ...
