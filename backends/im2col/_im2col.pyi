from typing import Any

from numpy.typing import NDArray

from polyconv._problem import Problem

class Im2colKernel:
    def __init__(
        self,
        problem: Problem,
        plan: dict[str, Any],
        filters: NDArray[Any],
        single_threaded_blas: Any,
    ) -> None: ...
    def __call__(
        self, x: NDArray[Any], bias: NDArray[Any] | None, out: NDArray[Any], workers: int
    ) -> None: ...
