from typing import Any

from numpy.typing import NDArray

def is_supported(w: NDArray[Any]) -> bool: ...
def structure_code(
    w: NDArray[Any], max_rank: int, rtol: float, max_growth: float, max_taps: int
) -> int: ...
def crosses(
    w: NDArray[Any], max_rank: int, rtol: float, max_growth: float
) -> tuple[NDArray[Any], float] | None: ...
