from typing import Any

import numpy as np
from numpy.typing import NDArray

from polyconv._problem import Problem

def lanes(dtype: np.dtype[Any]) -> dict[str, int]: ...

class Geometry:
    def __init__(self, problem: Problem, tiling: Any) -> None: ...

class WinogradKernel:
    def __init__(self, geometry: Geometry, w: NDArray[Any], matrix: NDArray[Any]) -> None: ...
    def __call__(
        self, x: NDArray[Any], bias: NDArray[Any] | None, out: NDArray[Any], workers: int
    ) -> None: ...
