from collections.abc import Callable, Sequence

class SegmentLengths:
    def __init__(
        self,
        lengths: tuple[tuple[int, ...], ...],
        stages: tuple[tuple[float, ...], ...],
        per_element: float,
        per_stage: float,
        per_row: float,
        max_size: int,
        seconds_of: Callable[[tuple[int, ...]], float],
    ) -> None: ...
    def chosen(
        self,
        extents: Sequence[int],
        outs: Sequence[int],
        periods: Sequence[int],
        images: int,
        workers: int,
    ) -> tuple[tuple[int, int, bool], ...] | None: ...

def read_and_keep(
    size: int, count: int, circular: bool, n: int, out: int, extent: int
) -> tuple[int, int]: ...
