from ._backend import Cost

COUNTS: tuple[str, ...]
PREPARE_COUNTS: tuple[str, ...]

class Rates:
    call: float
    wake: float
    python: float
    rates: tuple[float, ...]
    weights: tuple[float, ...]
    def __init__(
        self,
        call: float,
        wake: float,
        rates: tuple[float, ...],
        weights: tuple[float, ...],
        python: float = 0,
    ) -> None: ...

class Terms:
    def __init__(
        self,
        own: tuple[float, ...],
        weights: float,
        filters: float,
        traits: tuple[float, ...],
        reduction_len: float,
        workers: int,
    ) -> None: ...
    def counts(self, cost: Cost, slowdown: float = 1) -> tuple[float, ...]: ...
    def prepare_counts(self, cost: Cost) -> tuple[float, ...]: ...
    def busy_workers(self, cost: Cost) -> float: ...
    def seconds(self, rates: Rates, cost: Cost, slowdown: float = 1) -> float: ...
    def prepare_seconds(self, rates: Rates, cost: Cost) -> float: ...
    def constant_seconds(
        self, backends: list[list[tuple[Rates, Rates]]], prepared: bool
    ) -> list[float]: ...

def clipped(
    values: tuple[float, ...], low: tuple[float, ...], high: tuple[float, ...]
) -> tuple[float, ...]: ...
