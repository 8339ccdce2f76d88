from typing import Any

import numpy as np
from numpy.typing import NDArray

def pack_int16x2(
    w: NDArray[Any], rows: NDArray[Any], channels: int, taps: int, per_element: int
) -> None: ...
def complex_as_real(w: NDArray[Any], real: NDArray[Any], taps: int) -> None: ...
def pack_int8x4(
    w: NDArray[Any], rows: NDArray[np.uint32], channels: int, taps: int, shifted: int
) -> None: ...
def finite_taps(
    w: NDArray[Any], filters: int, channels: int, kept: NDArray[np.intp], cached_bytes: int
) -> NDArray[Any] | None: ...
