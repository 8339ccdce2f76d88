from polyconv._backend import Kernel
from polyconv._problem import Problem
from polyconv._thread_pool import PooledKernel

class Frame:
    def __init__(
        self, problem: Problem, first: tuple[int, ...], inside: tuple[int, ...]
    ) -> None: ...

class FramedKernel(PooledKernel):
    def __init__(self, frame: Frame, kernel: Kernel) -> None: ...
