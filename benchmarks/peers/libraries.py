"""The libraries' processes as the referee sees them: started alike, asked one at a time."""

import os
import sys
from pathlib import Path

from benchmarks.gate.process import CRIPPLING, Crash, Process

__all__ = ["LIBRARIES", "RIVALS", "Crash", "Player", "environment"]

# In the order in which they are shown; polyconv plays first, its result is the measure of all.
RIVALS = ("torch", "onnxruntime", "jax", "opencv", "scipy")
LIBRARIES = ("polyconv", *RIVALS)

# Freed memory stays with the process, in huge pages: results of some megabytes would otherwise
# cost more in page faults than in arithmetic.
_MALLOC = {
    "MALLOC_TRIM_THRESHOLD_": str(8 << 30),
    "MALLOC_MMAP_THRESHOLD_": str(8 << 30),
    "GLIBC_TUNABLES": "glibc.malloc.hugetlb=1",
}


def environment(workers: int) -> dict[str, str]:
    """The environment of every process, the same for all."""
    threads = dict.fromkeys(
        ("OMP_NUM_THREADS", "MKL_NUM_THREADS", "OPENBLAS_NUM_THREADS"), str(workers)
    )
    kept = {
        name: value
        for name, value in os.environ.items()
        if name not in CRIPPLING and not name.startswith(("OMP_", "MKL_", "KMP_", "XLA_", "GOMP_"))
    }
    settings = {
        "OMP_WAIT_POLICY": "passive",
        "JAX_PLATFORMS": "cpu",
        "TF_CPP_MIN_LOG_LEVEL": "3",
        "NPROC": str(workers),
    }
    if workers == 1:
        settings["XLA_FLAGS"] = "--xla_cpu_multi_thread_eigen=false intra_op_parallelism_threads=1"
    return {**kept, **threads, **_MALLOC, **settings}


class Player(Process):
    """The process of one library.

    Parameters
    ----------
    library : str
        Which.
    workers : int
        Threads it may use.
    cpus : sequence of int
        CPUs it may run on.
    """

    def __init__(self, library: str, workers: int, cpus: tuple[int, ...]) -> None:
        self.library = library
        child = [sys.executable, "-m", f"{__package__}.worker_process"]
        super().__init__(
            [*child, library, str(workers), ",".join(map(str, cpus))],
            environment(workers),
            Path(__file__).parents[2],
        )
