from typing import Any

from polyconv._problem import Problem

from ._tiles import DirectTiling
from .elements import Elements

def record(p: Problem, t: DirectTiling, elements: Elements) -> dict[str, Any]: ...
