"""The worker processes of the libraries, as the runner sees them: started alike, asked in turn."""

import os
import sys
from pathlib import Path

from abgate.process import UNSAFE_ENV, Crash, Process
from benchmarks import OPENBLAS_OF_LEVEL

__all__ = [
    "HELD_TO_AVX2",
    "LIBRARIES",
    "PEER_LIBRARIES",
    "Crash",
    "LibraryProcess",
    "environment",
]

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

# Settings of malloc with which freed memory stays with the process, in huge pages; thresholds are
# in bytes. Otherwise page faults take longer than the arithmetic for results of some megabytes.
_MALLOC = {
    "MALLOC_TRIM_THRESHOLD_": str(8 << 30),
    "MALLOC_MMAP_THRESHOLD_": str(8 << 30),
    "GLIBC_TUNABLES": "glibc.malloc.hugetlb=1",
}

# Settings that hold a library to AVX2, as level v3 does polyconv, its BLAS and the machine's peak.
# ncnn, LiteRT, MNN, ONNX Runtime, ducc0 and SimpleITK choose by the processor alone.
_ONEDNN = {"ONEDNN_MAX_CPU_ISA": "AVX2"}
_OPENBLAS = {"OPENBLAS_CORETYPE": OPENBLAS_OF_LEVEL["v3"]}
HELD_TO_AVX2: dict[str, dict[str, str]] = {
    "polyconv": _OPENBLAS,
    "torch": {**_ONEDNN, "ATEN_CPU_CAPABILITY": "avx2", "MKL_ENABLE_INSTRUCTIONS": "AVX2"},
    "openvino": _ONEDNN,
    "jax": {"XLA_FLAGS": "--xla_cpu_max_isa=AVX2"},
    "opencv": {"OPENCV_CPU_DISABLE": "AVX512F,AVX512_COMMON,AVX512_SKX,AVX512_CLX,AVX512_ICL"},
    "scipy": _OPENBLAS,
    "ipp": {},  # with_ipp loads libraries of one instruction set
    "machine": _OPENBLAS,
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
    isa : str or None
        ``"v3"`` holds a library of `HELD_TO_AVX2` to AVX2; None leaves it what the processor has.
    """

    def __init__(
        self, library: str, workers: int, cpus: tuple[int, ...], isa: str | None = None
    ) -> None:
        self.library = library
        script = [sys.executable, "-m", f"{__package__}.worker_process"]
        settings = environment(workers)
        super().__init__(
            [*script, library, str(workers), ",".join(map(str, cpus))],
            _held(library, settings) if isa == "v3" else settings,
            Path(__file__).parents[2],
        )


def _held(library: str, settings: dict[str, str]) -> dict[str, str]:
    """Return the environment that holds a library to AVX2; flags are added to those there."""
    held = {"POLYCONV_ISA": "v3", **HELD_TO_AVX2[library]}
    if "XLA_FLAGS" in settings and "XLA_FLAGS" in held:
        held["XLA_FLAGS"] = f"{settings['XLA_FLAGS']} {held['XLA_FLAGS']}"
    return {**settings, **held}
