from typing import Any

from numpy.typing import NDArray

from polyconv._problem import Problem
from polyconv._thread_pool import PooledKernel

class CythonKernel(PooledKernel):
    def __init__(
        self, problem: Problem, ow_block: int, oc_block: int, workspace: int, w: NDArray[Any]
    ) -> None: ...
    def with_weights(self, w: NDArray[Any]) -> CythonKernel: ...
