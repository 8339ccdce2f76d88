from typing import Any

import numpy as np
from numpy.typing import NDArray

from polyconv._problem import Problem

class Geometry:
    def __init__(self, problem: Problem, tiling: Any, elements: Any, most_taps: int) -> None: ...

class DirectKernel:
    def __init__(self, geometry: Geometry, matrices: NDArray[Any]) -> None: ...
    def __call__(
        self, x: NDArray[Any], bias: NDArray[Any] | None, out: NDArray[Any], workers: int
    ) -> None: ...

def complex_as_real(w: NDArray[Any], pairs: NDArray[Any], taps: int) -> None: ...
def has_stride2(dtype: np.dtype[Any]) -> bool: ...
