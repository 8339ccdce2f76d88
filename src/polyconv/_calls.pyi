from collections.abc import Callable
from typing import Any, Self

from numpy.typing import ArrayLike, NDArray

from ._axis_order import AxisOrder
from ._backend import Kernel
from ._plan import Fallback
from ._problem import Problem
from ._select import Choice

class Plan:
    def __init__(
        self,
        *,
        problem: Problem,
        choice: Choice,
        weights: NDArray[Any],
        bias: NDArray[Any] | None,
        kernel: Kernel | None,
        fallback: Fallback | None,
        order: AxisOrder | None,
        careful: Callable[..., NDArray[Any]],
        remake: Callable[..., Plan],
    ) -> None: ...
    @property
    def problem(self) -> Problem: ...
    @property
    def choice(self) -> Choice: ...
    @property
    def weights(self) -> NDArray[Any]: ...
    @property
    def bias(self) -> NDArray[Any] | None: ...
    @property
    def kernel(self) -> Kernel | None: ...
    @property
    def fallback(self) -> Fallback | None: ...
    @property
    def order(self) -> AxisOrder | None: ...
    @property
    def others(self) -> dict[AxisOrder | None, Plan]: ...
    @property
    def backend(self) -> str: ...
    def __call__(self, x: ArrayLike, out: NDArray[Any] | None = None) -> NDArray[Any]: ...
    def __copy__(self) -> Self: ...
    def __deepcopy__(self, memo: dict[int, Any]) -> Self: ...

class PlainCall:
    def __init__(
        self,
        problem: Problem,
        pack: Callable[[NDArray[Any]], Kernel],
        fallback_of: Callable[[NDArray[Any]], Fallback] | None = None,
    ) -> None: ...

class ExchangedCall(PlainCall):
    def __init__(
        self,
        problem: Problem,
        exchanged: Problem,
        pack: Callable[[NDArray[Any]], Kernel],
        backwards: tuple[Any, ...],
        used: tuple[Any, ...],
    ) -> None: ...
