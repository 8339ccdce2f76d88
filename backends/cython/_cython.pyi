from typing import Any

from numpy.typing import NDArray

from polyconv._problem import Problem

class CythonKernel:
    def __init__(
        self, problem: Problem, ow_block: int, oc_block: int, workspace: int, w: NDArray[Any]
    ) -> None: ...
    def __call__(
        self, x: NDArray[Any], bias: NDArray[Any] | None, out: NDArray[Any], workers: int
    ) -> None: ...
