from collections.abc import Callable
from typing import Any

from numpy.typing import NDArray

from polyconv._backend import Kernel
from polyconv._problem import Problem

CHAIN: int
ITEM_FILTERS: int
ROW_TAPS: int

class FewPixels:
    def __init__(self, problem: Problem) -> None: ...

def few_pixels_packer(plan: FewPixels) -> Callable[[NDArray[Any]], Kernel]: ...
