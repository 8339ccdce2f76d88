from polyconv._backend import Kernel
from polyconv._thread_pool import PooledKernel

class FoldedKernel(PooledKernel):
    def __init__(
        self,
        kernels: tuple[Kernel, ...],
        x_firsts: tuple[int, ...],
        out_firsts: tuple[int, ...],
        step: int,
    ) -> None: ...
