from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from polyconv._problem import Problem
from polyconv._thread_pool import PooledKernel

MAX_STAGES: int

class TransformTables:
    def __init__(self, plan: Any, real: np.dtype[Any]) -> None: ...

class SegmentPlan:
    def __init__(
        self,
        problem: Problem,
        shape: Any,
        axes: Sequence[Any],
        phase_taps: NDArray[Any],
        tables: TransformTables,
        filter_tables: TransformTables,
    ) -> None: ...

class FftTiledKernel(PooledKernel):
    def __init__(self, plan: SegmentPlan, w: NDArray[Any]) -> None: ...
