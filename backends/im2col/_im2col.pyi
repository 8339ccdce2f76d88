from typing import Any

from numpy.typing import NDArray

from polyconv._problem import Problem
from polyconv._thread_pool import PooledKernel

class Im2colKernel(PooledKernel):
    def __init__(
        self,
        problem: Problem,
        plan: dict[str, Any],
        filters: NDArray[Any],
        single_threaded_blas: Any,
    ) -> None: ...
    def with_filters(self, filters: NDArray[Any]) -> Im2colKernel: ...
