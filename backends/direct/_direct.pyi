from typing import Any

from numpy.typing import NDArray

from polyconv._problem import Problem
from polyconv._team import TeamKernel

class Geometry:
    def __init__(self, problem: Problem, tiling: Any, elements: Any, most_taps: int) -> None: ...

class DirectKernel(TeamKernel):
    def __init__(self, geometry: Geometry, matrices: NDArray[Any]) -> None: ...

def complex_as_real(w: NDArray[Any], pairs: NDArray[Any], taps: int) -> None: ...
