from typing import Any

import numpy as np
from numpy.typing import NDArray

def has_nan(x: NDArray[Any]) -> bool: ...
def split(
    x: NDArray[Any],
    mask: NDArray[np.uint8],
    values: NDArray[Any],
    validity: NDArray[Any],
) -> None: ...
def count(x: NDArray[Any], mask: NDArray[np.uint8], limit: int) -> int: ...
def clear(
    x: NDArray[Any],
    mask: NDArray[np.uint8],
    values: NDArray[Any],
    places: NDArray[np.int64],
) -> int: ...
