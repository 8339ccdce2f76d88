from typing import Any

from numpy.typing import NDArray

from polyconv._problem import Problem
from polyconv._team import TeamKernel

class Im2colKernel(TeamKernel):
    def __init__(
        self,
        problem: Problem,
        plan: dict[str, Any],
        filters: NDArray[Any],
        single_threaded_blas: Any,
    ) -> None: ...
