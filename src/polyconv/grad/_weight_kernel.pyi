from typing import Any

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
    ) -> None: ...
    def __call__(
        self, x: NDArray[Any], g: NDArray[Any], out: NDArray[Any], workers: int
    ) -> None: ...
