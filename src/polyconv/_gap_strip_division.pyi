from typing import Any

import numpy as np
from numpy.typing import NDArray

def divide_by_sums(
    y: NDArray[Any],
    x: NDArray[Any],
    mask: NDArray[np.uint8] | None,
    w: NDArray[np.float64],
    v: NDArray[np.float64],
    bits: NDArray[np.uint64],
    sums: NDArray[Any],
    options: dict[str, Any],
    limits: NDArray[np.float64],
    fill: float,
    image: int,
    first: int,
    workers: int = 1,
) -> None: ...
def divide_by_weights(
    y: NDArray[Any],
    x: NDArray[Any],
    mask: NDArray[np.uint8] | None,
    w: NDArray[np.float64],
    v: NDArray[np.float64],
    bits: NDArray[np.uint64],
    gaps: int,
    padded: NDArray[Any],
    border: NDArray[np.float64],
    options: dict[str, Any],
    limits: NDArray[np.float64],
    fill: float,
    image: int,
    first: int,
    workers: int = 1,
) -> None: ...
