"""Measure the unit times of this machine: ``polyconv tune --machine``, and the fit of the model.

    memory sizes ──> _runs: one call for each unit ──> interleaved, the fastest counts
                     _waits: workers, one hand-over at a time ──> the shortest counts

Everything runs on one thread, except that other workers are woken. Units that this machine cannot
measure are left out: of caches that it does not have, of memory that it cannot spare, of workers
that have no CPU of their own.
"""

import math
import time
from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from . import _unit_loops as loops
from ._machine import Caches, blas_single_threaded, caches, usable_cpus
from ._measure import interleave
from ._problem import physical_memory

__all__ = ["measure_units", "memory_sizes"]

# Rounds of multiply-adds in a run, which take 10 to 100 us, and number of dependent additions,
# which take 3 us.
_ROUNDS = 1 << 13
# Minimum bytes copied in a run. They take at least 10 us, beside which the call's 0.2 us are small.
_MIN_COPIED = 1 << 20
# Side of the matrices of a product, large enough for the peak of BLAS.
_GEMM_SIZE = 256
# Signals of a transform, and their length.
_FFT_SHAPE = 16, 4096
# Largest memory for copies outside the caches, and its share of the machine's.
_MAX_MEMORY, _MEMORY_SHARE = 512 << 20, 4
# Number of hand-overs to spinning workers and to sleeping ones, and the pause in seconds before one
# to a sleeping worker: five times as long as workers spin (kernels/runtime/thread_pool.c).
_SPINNING, _SLEEPING, _PAUSE = 1000, 50, 1e-3
# Seconds for the hand-overs of each kind, if the workers' CPUs are busy.
_MAX_WAIT = 1.0

# A call, and the number of units of work in it.
_Run = tuple[Callable[[], object], float]


def measure_units(
    budget: float, tell: Callable[[str, float], None] = lambda unit, done: None
) -> dict[str, float]:
    """Measure this machine for about `budget` seconds, besides half a second to prepare.

    Parameters
    ----------
    budget : float
        Seconds.
    tell : callable, optional
        Called with the name of the next unit and the part of the budget that is used up.

    Returns
    -------
    dict
        Unit -> seconds, in the order of `polyconv._units.UNITS`. The fastest of many runs counts,
        which others on the machine disturb least.
    """
    runs = _runs()
    names = list(runs)
    with blas_single_threaded:
        samples = interleave(
            [call for call, _ in runs.values()],
            budget,
            lambda which, done: tell(names[which], done),
        )
    seconds = {
        name: sample.best / runs[name][1] for name, sample in zip(names, samples, strict=True)
    }
    if usable_cpus() > 1:
        tell("wake_up", 1.0)
        seconds |= _waits()
    return seconds


def memory_sizes(near: Caches, physical: int) -> dict[str, int]:
    """Return the bytes that a copy takes in all, source and target, by the unit that it measures.

    A copy in a cache takes half of it, and twice as much as the cache before it holds, or more.
    """
    outside = min(2 * near.l3, _MAX_MEMORY, physical // _MEMORY_SHARE)
    sizes = {
        "copy_l1": near.l1 // 2,
        "copy_l2": max(near.l2 // 2, 2 * near.l1),
        "copy_l3": min(near.l3 // 2, 4 * near.l2),
    }
    fits = {
        "copy_l1": True,
        "copy_l2": sizes["copy_l2"] <= near.l2,
        "copy_l3": sizes["copy_l3"] >= 2 * near.l2,
    }
    found = {name: size for name, size in sizes.items() if fits[name]}
    if outside >= 1.5 * near.l3:
        found |= {"copy_memory": outside, "stream_memory": outside // 2}
    return found


def _runs() -> dict[str, _Run]:
    runs: dict[str, _Run] = {"cycle": (lambda: loops.add_in_turn(_ROUNDS), _ROUNDS)}
    for element in ("float32", "float64", "int64", "int32", "int16"):
        runs[f"add_{element}"] = _multiply_adds(element)
    for dtype in (np.float32, np.float64):
        runs[f"gemm_{np.dtype(dtype)}"] = _product(dtype)
    for dtype in (np.float32, np.float64):
        runs[f"fft_{np.dtype(dtype)}"] = _transform(dtype)
    runs |= _copies()
    for name, backend in (("call", "direct"), ("call_python", "im2col")):
        runs[name] = _planned_call(backend)
    return runs


def _multiply_adds(element: str) -> _Run:
    return (
        lambda: loops.multiply_add(element, _ROUNDS),
        float(_ROUNDS * loops.products_of(element)),
    )


def _product(dtype: type[np.floating[Any]]) -> _Run:
    from scipy.linalg import blas

    multiply = blas.sgemm if dtype is np.float32 else blas.dgemm
    a, b, c = (np.ones((_GEMM_SIZE, _GEMM_SIZE), dtype, order="F") for _ in range(3))
    return lambda: multiply(1.0, a, b, c=c, overwrite_c=True), float(_GEMM_SIZE**3)


def _transform(dtype: type[np.floating[Any]]) -> _Run:
    import scipy.fft

    signals = np.ones(_FFT_SHAPE, dtype)
    count, length = _FFT_SHAPE
    # 2.5 n log2(n) operations of a real transform: the convention of benchFFT.
    return lambda: scipy.fft.rfft(signals, workers=1), 2.5 * count * length * math.log2(length)


def _copies() -> dict[str, _Run]:
    sizes = memory_sizes(caches(), physical_memory())
    runs: dict[str, _Run] = {}
    largest = max(sizes.values())
    try:
        # Ones, which are written: pages that were never written all share one, which is in L1.
        memory = np.ones(largest + 4096, np.uint8)
    except MemoryError:
        sizes = {name: size for name, size in sizes.items() if not name.endswith("_memory")}
        memory = np.ones(max(sizes.values()) + 4096, np.uint8)
    for name, size in sizes.items():
        if name == "stream_memory":
            runs[name] = _stream(memory, size // 256 * 256)
        else:
            runs[name] = _copy(memory, size // 512 * 256)
    return runs


def _copy(memory: NDArray[np.uint8], half: int) -> _Run:
    repeats = -(-_MIN_COPIED // half)
    return lambda: loops.copy(memory, half, repeats), float(half * repeats)


def _stream(memory: NDArray[np.uint8], size: int) -> _Run:
    return lambda: loops.stream(memory, size), float(size)


def _planned_call(backend: str) -> _Run:
    from . import plan

    x, w = np.ones((1, 1, 8), np.float32), np.ones((1, 1, 3), np.float32)
    planned = plan(x, w, backend=backend, workers=1)
    out = np.empty((1, 1, 6), np.float32)
    return lambda: planned(x, out), 1.0


def _waits() -> dict[str, float]:
    """Return the times of handing work to another worker, spinning and asleep."""
    loops.hand_over()  # starts the worker
    found = {"hand_over": _wait(_SPINNING, 0.0), "wake_up": _wait(_SLEEPING, _PAUSE)}
    return {name: seconds for name, seconds in found.items() if math.isfinite(seconds)}


def _wait(number: int, pause: float) -> float:
    """Return the shortest of `number` hand-overs, of fewer where workers come late."""
    times: list[float] = []
    deadline = time.perf_counter() + _MAX_WAIT
    while len(times) < number and (not times or time.perf_counter() < deadline):
        if pause:
            time.sleep(pause)
        times.append(loops.hand_over())
    return min(times)
