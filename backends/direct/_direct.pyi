from typing import Any

from numpy.typing import NDArray

from polyconv._problem import Problem

IGEMM: int
DEPTHWISE: int
SPATIAL: int
STENCIL: int

class Geometry:
    def __init__(
        self, problem: Problem, tiling: Any, elements: Any, record: dict[str, Any]
    ) -> None: ...

class DirectKernel:
    def __init__(self, geometry: Geometry, matrices: NDArray[Any]) -> None: ...
    def __call__(
        self, x: NDArray[Any], bias: NDArray[Any] | None, out: NDArray[Any], workers: int
    ) -> None: ...

def complex_as_real(w: NDArray[Any], real: NDArray[Any], taps: int) -> None: ...
