from typing import Any

from numpy.typing import NDArray

from polyconv._problem import Problem

class WinogradPlan:
    def __init__(self, problem: Problem, tiling: Any) -> None: ...

class WinogradKernel:
    def __init__(self, plan: WinogradPlan, w: NDArray[Any], matrix: NDArray[Any]) -> None: ...
    def __call__(
        self, x: NDArray[Any], bias: NDArray[Any] | None, out: NDArray[Any], workers: int
    ) -> None: ...
