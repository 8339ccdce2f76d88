from typing import Any

import numpy as np
from numpy.typing import NDArray

from ._problem import Problem

def reversed_rows(weights: NDArray[Any], lanes: int) -> NDArray[Any]: ...
def pattern_sums(
    exact: NDArray[np.float64], pattern: int, dtype: np.dtype[Any]
) -> NDArray[Any]: ...

class GapTiles:
    items: int
    workspace: int
    def __init__(
        self,
        problem: Problem,
        images: int,
        tile: tuple[int, int],
        weights: NDArray[Any],
        exact: NDArray[np.float64],
        limits: NDArray[np.float64],
        padding: float,
        fill: float,
        gap_vectors: float,
    ) -> None: ...
    def new_result(self, x: NDArray[Any], shape: tuple[int, ...]) -> NDArray[Any]: ...
    def __call__(
        self, x: NDArray[Any], mask: NDArray[np.bool_] | None, out: NDArray[Any], workers: int
    ) -> None: ...
