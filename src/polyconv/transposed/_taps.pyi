from typing import Any

import numpy as np
from numpy.typing import NDArray

def copy_taps(
    forward: NDArray[Any], copies: list[NDArray[Any]], places: list[NDArray[np.intp]]
) -> None: ...
