"""What this machine can do: peak of multiply-adds, and bandwidth of copies at each cache level.

A small C library measures both where a compiler is at hand; NumPy's matrix product and copies are
a lower bound elsewhere. The clock of a processor drifts, so the peak is taken again and again
while the libraries play.
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

# Bytes that a copy touches: within L2, within L3, and beyond any cache.
_WORKING_SETS = (512 << 10, 8 << 20, 512 << 20)

_GEMM = 768
_SECONDS = 0.1

# About a millisecond and a half on one core of today.
_ROUNDS = 1_000_000

# Enough independent accumulators to keep two units of latency 4 busy, few enough for 16 registers.
# What is multiplied comes from volatile variables, so that the compiler cannot know it.
_SOURCE = r"""
#ifdef __AVX512F__
#define BYTES 64
#elif defined(__AVX__)
#define BYTES 32
#else
#define BYTES 16
#endif
#define MANY 12
typedef float f32 __attribute__((vector_size(BYTES)));
typedef double f64 __attribute__((vector_size(BYTES)));

volatile double one = 1, none = 0, sink;

#define PEAK(V, T)                                                   \
    long peak_##V(long rounds) {                                     \
        V acc[MANY], a = (V){0} + (T)one, b = (V){0} + (T)none;      \
        for (int i = 0; i < MANY; i++) acc[i] = b + (T)i;            \
        for (long r = 0; r < rounds; r++)                            \
            _Pragma("GCC unroll 12")                                 \
            for (int i = 0; i < MANY; i++) acc[i] = acc[i] * a + b;  \
        for (int i = 0; i < MANY; i++) sink = acc[i][0];             \
        return 2L * MANY * (BYTES / sizeof(T)) * rounds;             \
    }
PEAK(f32, float)
PEAK(f64, double)
"""

_workers = 1
_library: ctypes.CDLL | None = None


def setup(workers: int) -> None:
    """Use so many threads, and compile the C library if that can be done."""
    global _workers, _library
    _workers, _library = workers, _compiled()


def versions() -> dict[str, Any]:
    """Nothing: the machine is no library."""
    return {}


def measure(copies: bool) -> dict[str, Any]:
    """Operations per second in both precisions, and bytes copied per second.

    Parameters
    ----------
    copies : bool
        Whether to measure copies and NumPy's matrix product too, which takes a second.

    Returns
    -------
    dict
        ``float32``, ``float64``; ``copy``: rate, read and written, by the bytes that each thread
        touches; ``gemm``: what NumPy's matrix product reaches in float32; ``by``: who measured.
    """
    if _library is None:
        peak = {name: _gemm(np.dtype(name)) for name in ("float32", "float64")}
    else:
        peak = {"float32": _loop(_library.peak_f32), "float64": _loop(_library.peak_f64)}
    if not copies:
        return peak
    gemm = _gemm(np.dtype(np.float32))
    return {
        # A product may beat a loop that the compiler did badly by.
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
        flags = ["-O3", "-march=native", "-ffp-contract=fast", "-shared", "-fPIC"]
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
    """The best rate of a loop, times the threads: cores that share nothing need no race."""
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
    """Bytes per second that all threads together read and write, each copying half of `size`."""
    sources = [np.ones(size // 2, np.uint8) for _ in range(_workers)]
    targets = [np.ones_like(source) for source in sources]
    # Long enough for the cost of a thread pool not to show.
    repeats = max(1, (64 << 20) // size)

    def copy(which: int) -> None:
        for _ in range(repeats):
            np.copyto(targets[which], sources[which])

    with ThreadPoolExecutor(_workers) as pool:
        seconds = _fastest(lambda: list(pool.map(copy, range(_workers))))
    return size * repeats * _workers / seconds


def _fastest(call: Callable[[], object]) -> float:
    """Seconds of the fastest call in a short while."""
    best, deadline = float("inf"), time.perf_counter() + _SECONDS
    while time.perf_counter() < deadline:
        start = time.perf_counter()
        call()
        best = min(best, time.perf_counter() - start)
    return best
