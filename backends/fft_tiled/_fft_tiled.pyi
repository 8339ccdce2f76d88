from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from polyconv._problem import Problem

MAX_STAGES: int

class TransformTables:
    def __init__(self, plan: Any, real: np.dtype[Any]) -> None: ...

class SegmentPlan:
    def __init__(
        self,
        problem: Problem,
        shape: Any,
        axes: Sequence[Any],
        taps: Any,
        tables: TransformTables,
        double_tables: TransformTables,
    ) -> None: ...

class FftTiledKernel:
    def __init__(self, plan: SegmentPlan, w: NDArray[Any]) -> None: ...
    def __call__(
        self, x: NDArray[Any], bias: NDArray[Any] | None, out: NDArray[Any], workers: int
    ) -> None: ...
