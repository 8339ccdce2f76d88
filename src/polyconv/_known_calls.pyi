from collections.abc import Callable
from typing import Any

from numpy.typing import NDArray

from ._calls import PlainCall
from ._problem import Problem

class TestedCall:
    def __init__(self, problem: Problem, decide: Callable[[Problem], PlainCall | None]) -> None: ...

_Decide = Callable[
    [NDArray[Any], NDArray[Any], tuple[Any, ...], tuple[str, ...] | None, str],
    PlainCall | TestedCall | None,
]

def plain_call(
    decide: _Decide, x: Any, w: Any, bias: Any, out: Any, backend: Any, values: tuple[Any, ...]
) -> NDArray[Any] | None: ...
def plain_call_of_rank(
    rank: int, decide: _Decide, x: Any, w: Any, bias: Any, options: Any
) -> NDArray[Any] | None: ...
