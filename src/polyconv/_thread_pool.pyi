from typing import Any

from numpy.typing import NDArray

def max_abs(array: NDArray[Any], workers: int) -> float: ...
def places_beyond(array: NDArray[Any], limit: float, max_places: int) -> list[int] | None: ...

class PooledKernel:
    @property
    def tracks_max_abs(self) -> bool: ...
    @property
    def max_input(self) -> float: ...
    @property
    def spread(self) -> tuple[int, ...] | None: ...
    def __call__(
        self,
        x: NDArray[Any],
        bias: NDArray[Any] | None,
        out: NDArray[Any],
        workers: int,
        limit: float = ...,
    ) -> float | None: ...

def reserved(workspace: int, workers: int) -> int: ...
def max_input(
    max_abs_w: float, limit: float, max_abs_padding: float, reduction_len: float
) -> float: ...
