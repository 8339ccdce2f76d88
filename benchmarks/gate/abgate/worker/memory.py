"""Memory of one call: the highest resident memory, and what Python's allocators allot."""

from __future__ import annotations

import contextlib
import sys
import tracemalloc
from pathlib import Path

from .timing import Workload

__all__ = ["weigh"]

# Minimum bytes of a peak that counts: a page. A ratio of fewer bytes tells nothing.
_MIN_BYTES = 4096

_STATUS, _CLEAR = Path("/proc/self/status"), Path("/proc/self/clear_refs")


def weigh(workload: Workload) -> dict[str, int]:
    """Call a workload twice; return the peaks in bytes.

    Returns
    -------
    dict
        ``"peak RSS"``: the highest resident memory of the process during the first call, inputs
        included. ``"traced peak"``: what the second call allots, as tracemalloc sees it; arrays of
        NumPy are in it, memory of C libraries is not.
    """
    if workload.before is not None:
        workload.before()
    _forget_peak()
    for _ in range(workload.number or 1):
        workload.call()
    resident = _peak()
    if workload.before is not None:
        workload.before()
    tracemalloc.start()
    held, _ = tracemalloc.get_traced_memory()
    tracemalloc.reset_peak()
    for _ in range(workload.number or 1):
        workload.call()
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return {"peak RSS": max(resident, _MIN_BYTES), "traced peak": max(peak - held, _MIN_BYTES)}


def _forget_peak() -> None:
    """Set the highest resident memory to the present one, where the system can."""
    # Elsewhere than on Linux the peak of the preparation counts, too.
    with contextlib.suppress(OSError):
        _CLEAR.write_text("5")


def _peak() -> int:
    """Return the highest resident memory in bytes."""
    try:
        lines = _STATUS.read_text().splitlines()
    except OSError:
        import resource

        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        return peak if sys.platform == "darwin" else peak * 1024
    (line,) = (line for line in lines if line.startswith("VmHWM:"))
    return int(line.split()[1]) * 1024
