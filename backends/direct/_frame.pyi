"""Types of the compiled module; `_frame.pyx` has the documentation."""

from polyconv._backend import Kernel
from polyconv._problem import Problem

class Frame:
    def __init__(
        self, problem: Problem, first: tuple[int, ...], inside: tuple[int, ...]
    ) -> None: ...

class FramedKernel(Kernel):
    def __init__(self, frame: Frame, kernel: Kernel) -> None: ...
