from typing import Any

import numpy as np
from numpy.typing import NDArray

def divide(
    y: NDArray[Any],
    denominators: NDArray[Any],
    x: NDArray[Any],
    mask: NDArray[np.uint8] | None,
    w: NDArray[np.float64],
    v: NDArray[np.float64],
    options: dict[str, Any],
    limits: NDArray[np.float64],
    fill: float,
    weak: bool,
) -> int: ...
