from typing import Any

from polyconv._problem import Problem

from ._tiles import Tiling
from .elements import Elements

def record(p: Problem, t: Tiling, elements: Elements) -> dict[str, Any]: ...
