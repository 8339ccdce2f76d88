from collections.abc import Callable
from typing import Any

from numpy.typing import NDArray

from polyconv._problem import Problem

from ._fft_tiled import SegmentPlan
from ._lengths import SegmentLengths

class UnplannedSegments:
    def __init__(
        self,
        low: Problem,
        high: Problem,
        lengths: SegmentLengths,
        extents: tuple[int, ...],
        plan_of: Callable[[tuple[tuple[int, int, bool], ...]], SegmentPlan | None],
        cuts_of_plan: Callable[[Problem], tuple[tuple[int, int, bool], ...]],
    ) -> None: ...
    def __call__(
        self,
        x: NDArray[Any],
        w: NDArray[Any],
        bias: NDArray[Any] | None,
        out: NDArray[Any] | None = None,
    ) -> NDArray[Any] | None: ...
    def replaces_plan(self, x: NDArray[Any], problem: Problem) -> bool: ...
