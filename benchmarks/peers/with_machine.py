"""The machine's limits: peak rate of multiply-adds, and copy bandwidth at each cache level.

A small C library measures the peak where a compiler is found; elsewhere NumPy's matrix product
gives a lower bound. Copies are NumPy's. The clock rate drifts, so the peak is measured again before
each round.
"""

import ctypes
import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import numpy as np

__all__ = ["measure", "setup", "versions"]

# Bytes touched by a copy: within L2, within L3, and beyond all caches.
_WORKING_SETS = (512 << 10, 8 << 20, 512 << 20)

# Rows and columns of the matrices; seconds of each measurement.
_GEMM = 768
_SECONDS = 0.1

# Iterations of the peak loop: 1.5 ms on one core at 4 GHz.
_ROUNDS = 1_000_000

# 12 accumulators: at least 8 keep two FMA units of latency 4 busy, at most 16 fit the registers.
# The factors are read from volatile variables, so that the compiler cannot fold them.
_SOURCE = r"""
#ifdef __AVX512F__
#define BYTES 64
#elif defined(__AVX__)
#define BYTES 32
#else
#define BYTES 16
#endif
#define ACCUMULATORS 12
typedef float f32 __attribute__((vector_size(BYTES)));
typedef double f64 __attribute__((vector_size(BYTES)));

volatile double one = 1, none = 0, sink;

#define PEAK(V, T)                                                   \
    long peak_##V(long rounds) {                                             \
        V acc[ACCUMULATORS], a = (V){0} + (T)one, b = (V){0} + (T)none;      \
        for (int i = 0; i < ACCUMULATORS; i++) acc[i] = b + (T)i;            \
        for (long r = 0; r < rounds; r++)                                    \
            _Pragma("GCC unroll 12")                                         \
            for (int i = 0; i < ACCUMULATORS; i++) acc[i] = acc[i] * a + b;  \
        for (int i = 0; i < ACCUMULATORS; i++) sink = acc[i][0];             \
        return 2L * ACCUMULATORS * (BYTES / sizeof(T)) * rounds;             \
    }
PEAK(f32, float)
PEAK(f64, double)
"""

_workers = 1
_library: ctypes.CDLL | None = None


def setup(workers: int) -> None:
    """Set the number of threads, and compile the C library if there is a compiler."""
    global _workers, _library
    _workers, _library = workers, _compiled()


def versions() -> dict[str, Any]:
    """Return nothing: the machine has no version."""
    return {}


def measure(copies: bool) -> dict[str, Any]:
    """Measure operations per second in both precisions, and bytes copied per second.

    Parameters
    ----------
    copies : bool
        Measure copies and NumPy's matrix product too, which takes a second.

    Returns
    -------
    dict
        ``float32``, ``float64``: peak; ``copy``: bytes read and written per second, by the bytes
        that each thread touches; ``gemm``: rate of NumPy's matrix product in float32; ``by``:
        ``"C"`` or ``"NumPy"``, which measured the peak.
    """
    if _library is None:
        peak = {name: _gemm(np.dtype(name)) for name in ("float32", "float64")}
    else:
        peak = {"float32": _loop(_library.peak_f32), "float64": _loop(_library.peak_f64)}
    if not copies:
        return peak
    gemm = _gemm(np.dtype(np.float32))
    return {
        # The matrix product is faster where the compiler spills the loop's accumulators.
        "float32": max(peak["float32"], gemm),
        "float64": max(peak["float64"], _gemm(np.dtype(np.float64))),
        "gemm": gemm,
        "copy": {str(size): _copy(size) for size in _WORKING_SETS},
        "by": "NumPy" if _library is None else "C",
    }


def _compiled() -> ctypes.CDLL | None:
    compiler = shutil.which(os.environ.get("CC", "cc"))
    if compiler is None:
        return None
    with tempfile.TemporaryDirectory() as folder:
        source, library = Path(folder, "peak.c"), Path(folder, "peak.so")
        source.write_text(_SOURCE)
        level = "x86-64-v3" if os.environ.get("POLYCONV_ISA") == "v3" else "native"
        flags = ["-O3", f"-march={level}", "-ffp-contract=fast", "-shared", "-fPIC"]
        command = [compiler, *flags, str(source), "-o", str(library)]
        try:
            subprocess.run(command, check=True, capture_output=True)
            loaded = ctypes.CDLL(str(library))
        except (OSError, subprocess.CalledProcessError):
            return None
    for function in (loaded.peak_f32, loaded.peak_f64):
        function.argtypes, function.restype = [ctypes.c_long], ctypes.c_long
    return loaded


def _loop(function: Callable[[int], int]) -> float:
    """Return the best rate of a loop on one core, times the threads: cores share no FMA units."""
    best = 0.0
    for _ in range(4):
        start = time.perf_counter()
        done = function(_ROUNDS)
        best = max(best, done / (time.perf_counter() - start))
    return best * _workers


def _gemm(dtype: np.dtype[Any]) -> float:
    a = np.ones((_GEMM, _GEMM), dtype)
    out = np.empty_like(a)
    return 2 * _GEMM**3 / _fastest(lambda: np.matmul(a, a, out=out))


def _copy(size: int) -> float:
    """Return bytes per second read and written by all threads, each copying half of `size`."""
    sources = [np.ones(size // 2, np.uint8) for _ in range(_workers)]
    targets = [np.ones_like(source) for source in sources]
    # 64 MiB per thread, so that the cost of the thread pool does not show.
    repeats = max(1, (64 << 20) // size)

    def copy(which: int) -> None:
        for _ in range(repeats):
            np.copyto(targets[which], sources[which])

    with ThreadPoolExecutor(_workers) as pool:
        seconds = _fastest(lambda: list(pool.map(copy, range(_workers))))
    return size * repeats * _workers / seconds


def _fastest(call: Callable[[], object]) -> float:
    """Return the seconds of the fastest call within `_SECONDS`."""
    best, deadline = float("inf"), time.perf_counter() + _SECONDS
    while time.perf_counter() < deadline:
        start = time.perf_counter()
        call()
        best = min(best, time.perf_counter() - start)
    return best
