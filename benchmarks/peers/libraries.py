"""The worker processes of the libraries, as the runner sees them: started alike, asked in turn."""

import os
import sys
from pathlib import Path

from abgate.process import UNSAFE_ENV, Crash, Process

__all__ = ["LIBRARIES", "PEER_LIBRARIES", "Crash", "LibraryProcess", "environment"]

# In the order of the columns. polyconv runs first, because the others are checked against it.
PEER_LIBRARIES = (
    "torch",
    "onnxruntime",
    "jax",
    "openvino",
    "ncnn",
    "litert",
    "mnn",
    "opencv",
    "scipy",
    "ducc0",
    "ipp",
    "simpleitk",
)
LIBRARIES = ("polyconv", *PEER_LIBRARIES)

# Freed memory stays with the process, in huge pages: for results of some megabytes, page faults
# otherwise take longer than the arithmetic. Thresholds in bytes.
_MALLOC = {
    "MALLOC_TRIM_THRESHOLD_": str(8 << 30),
    "MALLOC_MMAP_THRESHOLD_": str(8 << 30),
    "GLIBC_TUNABLES": "glibc.malloc.hugetlb=1",
}


def environment(workers: int) -> dict[str, str]:
    """Return the environment of every worker process, the same for all libraries."""
    threads = dict.fromkeys(
        ("OMP_NUM_THREADS", "MKL_NUM_THREADS", "OPENBLAS_NUM_THREADS"), str(workers)
    )
    kept = {
        name: value
        for name, value in os.environ.items()
        if name not in UNSAFE_ENV and not name.startswith(("OMP_", "MKL_", "KMP_", "XLA_", "GOMP_"))
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


class LibraryProcess(Process):
    """The worker process of one library.

    Parameters
    ----------
    library : str
        Name of the library, or ``"machine"`` for `with_machine`.
    workers : int
        Number of threads.
    cpus : tuple of int
        CPUs that the process is pinned to.
    """

    def __init__(self, library: str, workers: int, cpus: tuple[int, ...]) -> None:
        self.library = library
        script = [sys.executable, "-m", f"{__package__}.worker_process"]
        super().__init__(
            [*script, library, str(workers), ",".join(map(str, cpus))],
            environment(workers),
            Path(__file__).parents[2],
        )
