from typing import Any

from numpy.typing import NDArray

def max_abs(array: NDArray[Any], workers: int) -> float: ...

class PooledKernel:
    @property
    def tracks_max_abs(self) -> bool: ...
    def __call__(
        self, x: NDArray[Any], bias: NDArray[Any] | None, out: NDArray[Any], workers: int
    ) -> float | None: ...

def reserved(workspace: int, workers: int) -> int: ...
