from typing import Any

import numpy as np
from numpy.typing import NDArray

def words_of(columns: int) -> int: ...
def block_of(itemsize: int) -> tuple[int, int]: ...
def padded_weights(v: NDArray[np.float64], dtype: np.dtype[Any]) -> NDArray[Any]: ...
def clear(
    x: NDArray[Any],
    mask: NDArray[np.uint8] | None,
    image: int,
    first: int,
    values: NDArray[Any],
    bits: NDArray[np.uint64],
) -> int: ...
def validity(bits: NDArray[np.uint64], first: int, height: int, values: NDArray[Any]) -> None: ...
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
) -> None: ...
