from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

class PassAxis(NamedTuple):
    n: int
    before: int
    window: int
    mode: str

class Sum(NamedTuple):
    kind: str
    weights: NDArray[np.float64]
    places: NDArray[np.intp] | None = ...

class Passes:
    def __init__(
        self,
        slots: Sequence[int],
        out: Sequence[int],
        axes: Sequence[PassAxis],
        tile: tuple[int, int],
        over_rows: Sum | None,
        over_columns: Sum | None,
        columns_first: bool,
        x_dtype: np.dtype[Any],
        out_dtype: np.dtype[Any],
        padding: float,
        single: bool,
    ) -> None: ...
    @property
    def items(self) -> int: ...
    @property
    def workspace(self) -> int: ...
    def __call__(
        self, x: NDArray[Any], out: NDArray[Any], workers: int, first_row: int = ...
    ) -> None: ...
