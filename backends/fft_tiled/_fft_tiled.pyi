from typing import Any

import numpy as np
from numpy.typing import NDArray

from polyconv._problem import Problem
from polyconv._team import TeamKernel

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

class PlanesKernel(TeamKernel):
    def __init__(self, geometry: Geometry, w: NDArray[Any]) -> None: ...
