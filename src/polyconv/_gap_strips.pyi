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
    workers: int = 1,
) -> int: ...
def validity(
    bits: NDArray[np.uint64], first: int, height: int, values: NDArray[Any], workers: int = 1
) -> None: ...
