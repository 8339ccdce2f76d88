from typing import Any

import numpy as np
from numpy.typing import NDArray

def correct(
    y: NDArray[Any],
    x: NDArray[Any],
    mask: NDArray[np.uint8] | None,
    w: NDArray[np.float64],
    v: NDArray[np.float64],
    gaps: NDArray[np.int64],
    border: NDArray[np.float64],
    options: dict[str, Any],
    limits: NDArray[np.float64],
    fill: float,
    outside: float | None,
) -> None: ...
def range_sums(
    w: NDArray[np.float64],
    outputs: int,
    first: int,
    left_out: int,
    axis: tuple[int, int, int, int],
) -> NDArray[np.float64]: ...
