from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from polyconv._problem import Problem

MAX_UNPLANNED_TAPS: int
MAX_UNPLANNED_CHAINS: int
MAX_UNPLANNED_PRODUCTS: int
MAX_UNPLANNED_ELEMENTS: int

class UnplannedCalls:
    def __init__(
        self,
        problem: Problem,
        order: NDArray[np.intp],
        ends: tuple[int, ...],
        max_products: int,
        max_elements: int,
        no_bias: NDArray[Any] | None,
        sums_alike: Callable[[Problem], bool],
    ) -> None: ...
    def __call__(
        self,
        x: NDArray[Any],
        w: NDArray[Any],
        bias: NDArray[Any] | None,
        out: NDArray[Any] | None = None,
    ) -> NDArray[Any] | None: ...
    def replaces_plan(self, x: NDArray[Any], problem: Problem) -> bool: ...
