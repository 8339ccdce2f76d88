"""The process of one library: it loads workloads, checks results and times calls when asked.

Requests come as JSON, one a line, on standard input; replies go the same way to what was standard
output. Between them the process sleeps.
"""

import gc
import importlib
import json
import os
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np

from .task import Task, Unsupported, Variant, same_result

__all__ = ["main"]

# Short calls are timed in batches of at least so many seconds, for the clock's sake.
_BATCH = 100e-6

# A call that takes so long needs no untimed one before it to fill the caches.
_LONG = 20e-3


class _Player:
    """One library and the workload that it has loaded."""

    def __init__(self, library: str, workers: int) -> None:
        self._module = importlib.import_module(f".with_{library}", __package__)
        self._module.setup(workers)
        self._task: Task | None = None
        self._variants: dict[str, Variant] = {}
        self._paces: dict[str, float] = {}

    def facts(self) -> dict[str, Any]:
        """Versions, and the thread pools and BLAS of this process."""
        from threadpoolctl import threadpool_info

        keys = ("user_api", "internal_api", "version", "architecture", "num_threads", "prefix")
        pools = [
            {**{key: pool.get(key) for key in keys}, "package": _package(pool["filepath"])}
            for pool in threadpool_info()
        ]
        return {"versions": self._module.versions(), "pools": pools}

    def measure(self, **options: Any) -> dict[str, Any]:
        """What the machine itself can do; only the process for that has an answer."""
        return dict(self._module.measure(**options))

    def load(self, workload: str, reference: str) -> dict[str, Any]:
        """Make every variant ready, run it once, and check what it returns."""
        self._variants.clear()
        self._paces.clear()
        try:
            self._task = task = Task(workload)
            if hasattr(self._module, "reference"):
                np.save(reference, self._module.reference(task))
            wanted = np.load(reference, mmap_mode="r")
            builders = self._module.builders(task)
        except Exception as error:
            return {"reason": _reason(error)}
        return {"variants": {name: self._try(name, b, wanted) for name, b in builders.items()}}

    def _try(self, name: str, build: Callable[[], Variant], wanted: Any) -> dict[str, Any]:
        assert self._task is not None
        try:
            variant = build()
            error, wrong = same_result(self._task, variant.finish(variant.call()), wanted)
            pace = _pace(variant.call)
        except Exception as error:
            return {"reason": _reason(error)}
        if wrong is None:
            self._variants[name], self._paces[name] = variant, pace
        return {
            "error": error,
            "wrong": wrong,
            "pace": pace,
            "delivers": variant.delivers,
            "note": variant.note,
        }

    def time(self, variant: str, seconds: float, clock: str) -> dict[str, float]:
        """Time one variant for about `seconds`; fastest and median of one call."""
        call, pace = self._variants[variant].call, self._paces[variant]
        repeats = range(max(1, int(_BATCH / max(pace, 1e-7))))
        now = time.perf_counter if clock == "wall" else time.process_time
        times: list[float] = []
        if pace < _LONG:
            for _ in repeats:
                call()
        deadline = time.perf_counter() + seconds
        while not times or time.perf_counter() < deadline:
            start = now()
            for _ in repeats:
                call()
            times.append((now() - start) / len(repeats))
        return {"best": min(times), "median": statistics.median(times), "runs": len(times)}


def _package(library: str) -> str:
    """The Python package that brought a shared library; empty for the system's."""
    folders = Path(library).parts
    if "site-packages" not in folders:
        return ""
    return folders[folders.index("site-packages") + 1].removesuffix(".libs")


def _pace(call: Callable[[], object]) -> float:
    """Seconds of a call once caches and thread pools are warm; one run of it if it is long."""
    best, deadline = float("inf"), time.perf_counter() + _LONG
    while time.perf_counter() < deadline:
        start = time.perf_counter()
        call()
        best = min(best, time.perf_counter() - start)
    return best


def _reason(error: Exception) -> str:
    lines = str(error).strip().splitlines()
    text = lines[0][:160] if lines else ""
    return text if isinstance(error, Unsupported) else f"{type(error).__name__}: {text}"


def main() -> None:
    """Serve one library, ``LIBRARY WORKERS CPUS`` on the command line, until the input ends."""
    library, workers, cpus = sys.argv[1:]
    if hasattr(os, "sched_setaffinity"):
        # Before the library is imported: thread pools count the CPUs that they see then.
        os.sched_setaffinity(0, {int(cpu) for cpu in cpus.split(",")})
    replies = os.fdopen(os.dup(1), "w")
    # What libraries print is no reply.
    os.dup2(2, 1)
    player = _Player(library, int(workers))
    gc.disable()
    for line in sys.stdin:
        request = json.loads(line)
        reply = getattr(player, request.pop("do"))(**request)
        replies.write(json.dumps(reply) + "\n")
        replies.flush()
        gc.collect()


if __name__ == "__main__":
    main()
