from collections.abc import Sequence

class Rates:
    call: float
    wake: float
    rates: tuple[float, ...]
    weights: tuple[float, ...]
    def __init__(
        self, call: float, wake: float, rates: tuple[float, ...], weights: tuple[float, ...]
    ) -> None: ...

def clipped(
    values: tuple[float, ...], low: tuple[float, ...], high: tuple[float, ...]
) -> tuple[float, ...]: ...
def seconds(
    rates: Rates, counts: tuple[float, ...], traits: tuple[float, ...], workers: int
) -> float: ...
def least_seconds(
    bounds: Sequence[Sequence[tuple[Rates, Rates, tuple[float, ...], tuple[float, ...]]]],
    counts: tuple[float, ...],
    prepare_counts: tuple[float, ...],
    traits: tuple[float, ...],
    workers: int,
    prepared: bool,
) -> list[float]: ...
