"""What this machine can do: peak of multiply-adds, and bandwidth of copies at each cache level.

A small C program measures both where a compiler is at hand; NumPy's matrix product and copies are
a lower bound elsewhere.
"""

import json
import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np

__all__ = ["builders", "measure", "setup", "versions"]

# Bytes that a copy touches: within L2, within L3, and beyond any cache.
_WORKING_SETS = (512 << 10, 8 << 20, 512 << 20)

_GEMM = 1024
_SECONDS = 0.15

# Enough independent accumulators to keep two units of latency 4 busy, few enough for 16 registers.
_SOURCE = r"""
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#ifdef __AVX512F__
#define BYTES 64
#elif defined(__AVX__)
#define BYTES 32
#else
#define BYTES 16
#endif
typedef float f32 __attribute__((vector_size(BYTES)));
typedef double f64 __attribute__((vector_size(BYTES)));

static double now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec + 1e-9 * t.tv_nsec;
}

#define PEAK(V, N)                                                                       \
    static double peak_##V(long rounds) {                                                \
        double start = now();                                                            \
        _Pragma("omp parallel") {                                                        \
            V acc[12], a = (V){0} + 1, b = (V){0};                                       \
            for (int i = 0; i < 12; i++) acc[i] = b + i;                                 \
            __asm__ volatile("" : "+x"(a), "+x"(b));                                     \
            for (long r = 0; r < rounds; r++)                                            \
                _Pragma("GCC unroll 12") for (int i = 0; i < 12; i++)                    \
                    acc[i] = acc[i] * a + b;                                             \
            for (int i = 0; i < 12; i++) __asm__ volatile("" : : "x"(acc[i]));           \
        }                                                                                \
        return 2.0 * 12 * (N) * rounds / (now() - start);                                \
    }
PEAK(f32, BYTES / 4)
PEAK(f64, BYTES / 8)

static double copy(char *to, char *from, size_t part, long rounds) {
    double start = now();
    _Pragma("omp parallel") {
        size_t me = 0;
#ifdef _OPENMP
        extern int omp_get_thread_num(void);
        me = omp_get_thread_num();
#endif
        for (long r = 0; r < rounds; r++) {
            memcpy(to + me * part, from + me * part, part);
            __asm__ volatile("" : : : "memory");
        }
    }
    return 2.0 * part * rounds / (now() - start);
}

int main(int count, char **arguments) {
    int threads = atoi(arguments[1]);
    double best32 = 0, best64 = 0;
    for (int i = 0; i < 8; i++) {
        double rate = peak_f32(2000000);
        best32 = rate > best32 ? rate : best32;
        rate = peak_f64(2000000);
        best64 = rate > best64 ? rate : best64;
    }
    printf("{\"float32\": %.0f, \"float64\": %.0f, \"copy\": {", threads * best32, threads * best64);
    for (int i = 2; i < count; i++) {
        size_t part = strtoull(arguments[i], 0, 10) / 2;
        char *from = malloc(part * threads), *to = malloc(part * threads);
        memset(from, 1, part * threads);
        memset(to, 1, part * threads);
        double best = 0;
        for (int j = 0; j < 8; j++) {
            double rate = copy(to, from, part, 1 + (64 << 20) / part);
            best = rate > best ? rate : best;
        }
        printf("%s\"%s\": %.0f", i > 2 ? ", " : "", arguments[i], threads * best);
        free(from);
        free(to);
    }
    printf("}}\n");
    return 0;
}
"""

_workers = 1


def setup(workers: int) -> None:
    """Use so many threads."""
    global _workers
    _workers = workers


def versions() -> dict[str, Any]:
    """Nothing: the machine is no library."""
    return {}


def builders(task: Any) -> dict[str, Any]:
    """Nothing: the machine runs no workload."""
    return {}


def measure() -> dict[str, Any]:
    """Operations per second in both precisions, and bytes per second copied (read and written).

    Returns
    -------
    dict
        ``float32``, ``float64``; ``copy``: rate by the bytes that each thread touches; ``gemm``:
        what NumPy's matrix product reaches in float32; ``by``: who measured.
    """
    gemm = {name: _gemm(np.dtype(name)) for name in ("float32", "float64")}
    peak = _compiled() or {**gemm, "copy": _copies(), "by": "NumPy"}
    # A product may beat a loop that the compiler did badly by.
    best = {name: max(peak[name], rate) for name, rate in gemm.items()}
    return {**peak, **best, "gemm": gemm["float32"]}


def _compiled() -> dict[str, Any] | None:
    """What the C program says; None without a compiler."""
    compiler = shutil.which(os.environ.get("CC", "cc"))
    if compiler is None:
        return None
    with tempfile.TemporaryDirectory() as folder:
        source, program = Path(folder, "peak.c"), Path(folder, "peak")
        source.write_text(_SOURCE)
        flags = ["-O3", "-march=native", "-ffp-contract=fast", "-fopenmp"]
        try:
            subprocess.run(
                [compiler, *flags, str(source), "-o", str(program)], check=True, capture_output=True
            )
            sizes = [str(size) for size in _WORKING_SETS]
            environment = {**os.environ, "OMP_NUM_THREADS": str(_workers)}
            told = subprocess.run(
                [str(program), str(_workers), *sizes],
                check=True,
                capture_output=True,
                env=environment,
            )
        except (OSError, subprocess.CalledProcessError):
            return None
    return {**json.loads(told.stdout), "by": "C"}


def _gemm(dtype: np.dtype[Any]) -> float:
    a = np.ones((_GEMM, _GEMM), dtype)
    out = np.empty_like(a)
    return 2 * _GEMM**3 / _fastest(lambda: np.matmul(a, a, out=out))


def _copies() -> dict[str, float]:
    rates = {}
    for size in _WORKING_SETS:
        source = np.ones(size // 2, np.uint8)
        target = np.ones_like(source)
        rates[str(size)] = size / _fastest(lambda t=target, s=source: np.copyto(t, s))
    return rates


def _fastest(call: Callable[[], object]) -> float:
    """Seconds of the fastest call in a short while."""
    best, deadline = float("inf"), time.perf_counter() + _SECONDS
    while time.perf_counter() < deadline:
        start = time.perf_counter()
        call()
        best = min(best, time.perf_counter() - start)
    return best
