from typing import Any

from numpy.typing import NDArray

from polyconv._backend import Interleaving
from polyconv._problem import Problem
from polyconv._thread_pool import PooledKernel

class WinogradPlan:
    def __init__(
        self, problem: Problem, tiling: Any, interleaving: Interleaving | None = None
    ) -> None: ...

class WinogradKernel(PooledKernel):
    def __init__(self, plan: WinogradPlan, w: NDArray[Any], matrix: NDArray[Any]) -> None: ...
