"""`python -m benchmarks.cliffs --check`: compare results, and memory with what polyconv publishes.

The smallest case of each family is computed, and nothing is timed.

Memory is watched twice. tracemalloc sees every array of NumPy to the byte. The peak of the
process's resident memory sees what C allocates, too, but in pages and with the allocator's habits;
where the system cannot reset that peak, only its growth beyond all earlier calls is seen.
"""

import gc
import math
import resource
import sys
import tracemalloc
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

import polyconv
from polyconv._axis_order import axis_order
from polyconv._registry import backend_named

from .cases import CliffCase
from .families import cases
from .measuring import CaseComparison
from .task import Call, CliffTask

__all__ = ["Peak", "check", "excess", "peak_of", "smallest"]

# Maximum peak memory beside the result, relative to the published workspace and prepared weights.
MULTIPLE = 1.25
# Further bytes that any call may take. Traced: plans and other Python objects. Resident: pages of
# code and data that are touched for the first time.
_TRACED, _RESIDENT = 1 << 20, 12 << 20
# Maximum bytes that stay allocated after a call, for the plan of a new shape. Tables of transforms,
# which all shapes of a length share, are part of the published workspace.
_KEPT = 256 << 10
# Bytes of a plan for each tap and channel: its offset from the window.
_OFFSET = 8

# Number of cases of each family whose results are compared, and minimum bytes of the arrays of the
# case whose memory is measured. With so many bytes, a fault in proportion to them exceeds
# `_RESIDENT`.
_COMPARED_CASES, _MIN_MEASURED_BYTES = 2, 16 << 20
# Maximum number of products of a case whose memory is measured; they take about a second.
_MAX_PRODUCTS = 1_000_000_000

_STATUS, _RESET = Path("/proc/self/status"), Path("/proc/self/clear_refs")


@dataclass(frozen=True)
class Peak:
    """Bytes that a call had allocated at its peak beside its result, and bytes that it left."""

    traced: int
    resident: int
    kept: int


def smallest(family: str) -> list[tuple[int, bool]]:
    """Return the cases of a family that the quick form takes.

    Returns
    -------
    list of tuple
        Number of the case, and True if its results are compared with those of the alternatives.
    """
    numbered = sorted(enumerate(cases(family)), key=lambda pair: _products(pair[1]))
    chosen = [(number, True) for number, _ in numbered[:_COMPARED_CASES]]
    for number, case in numbered[_COMPARED_CASES:]:
        if _bytes(case) >= _MIN_MEASURED_BYTES and _products(case) <= _MAX_PRODUCTS:
            return [*chosen, (number, False)]
    return chosen


def check(case: CliffCase, *, results: bool) -> dict[str, Any]:
    """Return what is wrong with a call's memory, and with the results of the alternatives.

    Returns
    -------
    dict
        ``memory``: a sentence or None. ``wrong``: by alternative, how its result differs from ours.
    """
    task = CliffTask(case)
    peak = peak_of(task.ours)
    memory = excess(task, peak)
    wrong: dict[str, str] = {}
    if results:
        comparison = CaseComparison(case)
        comparison.run_alternatives()
        comparison.run_ours()
        wrong = comparison.wrong
    return {"memory": memory, "wrong": wrong}


def peak_of(call: Call) -> Peak:
    """Run a call and watch its memory."""
    gc.collect()
    tracemalloc.start()
    try:
        before, _ = tracemalloc.get_traced_memory()
        resident = _reset_resident()
        result = call()
        size = result.nbytes
        _, traced = tracemalloc.get_traced_memory()
        grown = _peak_resident() - resident
        del result
        gc.collect()
        kept, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    return Peak(traced - before - size, grown - size, kept - before)


def excess(task: CliffTask, peak: Peak) -> str | None:
    """Return how a call's memory exceeds what is published, or None if it does not."""
    options = task.case.options
    backend = polyconv.choose(task.x, task.w, workers=1, **options).backend
    order = axis_order(task.problem, task.x, "auto", task.w)
    cost = backend_named(backend).cost(task.problem if order is None else order.problem)
    converted = task.w.size * np.dtype(task.problem.accumulator).itemsize
    published = cost.workspace + max(cost.prepared, converted)
    allowed = int(MULTIPLE * published) + _OFFSET * task.problem.reduction_len
    said = f"{backend} publishes {_mib(cost.workspace)} and {_mib(published - cost.workspace)}"
    for name, used, spare in (
        ("traced", peak.traced, _TRACED),
        ("resident", peak.resident, _RESIDENT),
    ):
        if used > allowed + spare:
            return f"{_mib(used)} {name} beside the result; {said} of weights"
    if peak.kept > _KEPT + cost.workspace:
        return f"{_mib(peak.kept)} kept after the call; {said} of weights"
    return None


def load_backends() -> None:
    """Call every backend once, so that what it loads is not counted as a call's memory."""
    for rank in (1, 2, 3):
        x, w = np.ones((1, 1, *(8,) * rank), np.float32), np.ones((1, 1, *(3,) * rank), np.float32)
        for name in polyconv.backends():
            try:
                polyconv.conv(x, w, backend=name)
            except polyconv.UnsupportedProblem:
                continue


def _mib(size: int) -> str:
    return f"{size / 2**20:.1f} MiB"


def _bytes(case: CliffCase) -> int:
    x, w = np.dtype(case.dtype), np.dtype(case.w_dtype or case.dtype)
    return math.prod(case.x_shape) * x.itemsize + math.prod(case.w_shape) * w.itemsize


def _products(case: CliffCase) -> int:
    options = {name: value for name, value in case.options.items() if name != "padding_mode"}
    shape = polyconv.output_shape(case.x_shape, case.w_shape, **options)
    return math.prod(shape) * math.prod(case.w_shape[1:])


def _reset_resident() -> int:
    """Forget the peak of resident memory where the system can; return the bytes it grows from."""
    if not _RESET.exists():
        return _peak_resident()
    _RESET.write_text("5")
    return _status("VmRSS")


def _peak_resident() -> int:
    if _STATUS.exists():
        return _status("VmHWM")
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit


def _status(name: str) -> int:
    lines = _STATUS.read_text().splitlines()
    (line,) = (line for line in lines if line.startswith(f"{name}:"))
    return int(line.split()[1]) * 1024
