from typing import Any

import numpy as np
from numpy.typing import NDArray

from polyconv._problem import Problem

class Tables:
    def __init__(self, planes: Any, real: np.dtype[Any]) -> None: ...

class Geometry:
    def __init__(
        self,
        problem: Problem,
        blocks: Any,
        tables: Tables,
        wide: Tables,
        places: Any,
    ) -> None: ...

class PlanesKernel:
    def __init__(self, geometry: Geometry, w: NDArray[Any]) -> None: ...
    def __call__(
        self, x: NDArray[Any], bias: NDArray[Any] | None, out: NDArray[Any], workers: int
    ) -> None: ...
