"""The worker process of one library: loads workloads, checks results, times calls on request.

Requests arrive on standard input, one JSON object per line. Replies go to the original standard
output; what libraries print goes to standard error. Between requests the process sleeps.
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

from .adjoint import AdjointTask
from .checking import check, poison
from .task import Task, Unsupported, Variant, load_aligned

__all__ = ["main"]

# Seconds of a batch of calls that is timed as one, so that the clock's resolution does not show.
_MIN_BATCH = 100e-6

# Minimum seconds of a call that is timed without an untimed call before it: beside that time,
# filling caches and waking threads no longer shows.
_WARM_UP_LIMIT = 20e-3


class _Server:
    """Answers requests for one library; keeps the workload that was loaded last."""

    def __init__(self, library: str, workers: int) -> None:
        self._module = importlib.import_module(f".with_{library}", __package__)
        self._module.setup(workers)
        self._task: Task | None = None
        self._builders: dict[str, Callable[[], Variant]] = {}
        self._wanted: Any = None
        self._variants: dict[str, Variant] = {}
        self._seconds: dict[str, float] = {}
        # The right results of variants whose timed calls have not been checked yet.
        self._unchecked: dict[str, Any] = {}

    def facts(self) -> dict[str, Any]:
        """Return versions, thread pools and BLAS of this process."""
        from threadpoolctl import threadpool_info

        keys = ("user_api", "internal_api", "version", "architecture", "num_threads", "prefix")
        pools = [
            {**{key: pool.get(key) for key in keys}, "package": _package(pool["filepath"])}
            for pool in threadpool_info()
        ]
        return {"versions": self._module.versions(), "pools": pools}

    def measure(self, **options: Any) -> dict[str, Any]:
        """Measure the machine; only the process of `with_machine` can."""
        return dict(self._module.measure(**options))

    def load(self, options: dict[str, Any], operation: str, folder: str) -> dict[str, Any]:
        """Load a workload's arrays; return the names of the variants that `prepare` takes.

        Parameters
        ----------
        options : dict
            Options of `polyconv.conv` or `polyconv.conv_transpose`.
        operation : str
            That of a `Workload`.
        folder : str
            Holds ``x.npy`` and ``w.npy``; polyconv's process adds ``reference.npy``.
        """
        reference = Path(folder, "reference.npy")
        self._builders = {}
        self._variants.clear()
        self._seconds.clear()
        self._unchecked.clear()
        try:
            x, w = (load_aligned(Path(folder, f"{name}.npy")) for name in ("x", "w"))
            if operation == "conv":
                self._task = task = Task(x, w, options)
            else:
                if not hasattr(self._module, "adjoint_builders"):
                    raise Unsupported(operation)
                self._task = task = AdjointTask(x, w, options, operation)
            if hasattr(self._module, "reference"):
                np.save(reference, self._module.reference(task))
            self._wanted = np.load(reference, mmap_mode="r")
            if isinstance(task, AdjointTask):
                self._builders = self._module.adjoint_builders(task)
            else:
                self._builders = self._module.builders(task)
        except Exception as error:
            return {"reason": _reason(error)}
        return {"variants": list(self._builders)}

    def prepare(self, variant: str) -> dict[str, Any]:
        """Build a variant of the workload that was loaded last, run it once, and check its result.

        Returns
        -------
        dict
            ``reason`` alone if the library cannot compute it; else ``error`` and ``wrong``, as
            `checking.check` returns them; ``seconds`` of a call, None if it is wrong; ``layout``,
            ``reuses_output`` and ``note`` of the variant.
        """
        assert self._task is not None
        try:
            built = self._builders[variant]()
            wanted = self._wanted if built.wanted is None else built.wanted(self._wanted)
            error, wrong = check(self._task, built, wanted)
            seconds = _warm_seconds(built.call) if wrong is None else None
        except Exception as failure:
            return {"reason": _reason(failure)}
        if seconds is not None:
            self._variants[variant], self._seconds[variant] = built, seconds
            self._unchecked[variant] = wanted
        return {
            "error": error,
            "wrong": wrong,
            "seconds": seconds,
            "layout": built.layout or self._task.layout,
            "reuses_output": built.reuses_output,
            "note": built.note,
        }

    def time(self, variant: str, seconds: float, clock: str) -> dict[str, Any]:
        """Time one variant for about `seconds`.

        Returns
        -------
        dict
            ``best``, ``median``: the fastest and the median call; ``runs``: the number of timings;
            ``wrong``: the reason why the last timed call left no right result, if it left none.
        """
        call, per_call = self._variants[variant].call, self._seconds[variant]
        repeats = range(max(1, int(_MIN_BATCH / max(per_call, 1e-7))))
        now = time.perf_counter if clock == "wall" else time.process_time
        times: list[float] = []
        if per_call < _WARM_UP_LIMIT:
            for _ in repeats:
                call()
        deadline = time.perf_counter() + seconds
        while not times or time.perf_counter() < deadline:
            start = now()
            for _ in repeats:
                call()
            times.append((now() - start) / len(repeats))
        return {
            "best": min(times),
            "median": statistics.median(times),
            "runs": len(times),
            "wrong": self._wrong_when_timed(variant),
        }

    def _wrong_when_timed(self, name: str) -> str | None:
        """Check a call that follows the timed ones, once for each variant."""
        wanted = self._unchecked.pop(name, None)
        if wanted is None:
            return None
        assert self._task is not None
        variant = self._variants[name]
        poison(variant, variant.call())
        wrong = self._task.compare(variant.finish(variant.call()), wanted)[1]
        return None if wrong is None else f"after the timed calls: {wrong}"


def _package(library: str) -> str:
    """Return the Python package that holds a shared library; empty for a system library."""
    folders = Path(library).parts
    if "site-packages" not in folders:
        return ""
    return folders[folders.index("site-packages") + 1].removesuffix(".libs")


def _warm_seconds(call: Callable[[], object]) -> float:
    """Return the seconds of a call with warm caches and threads; of one run if it is long."""
    best, deadline = float("inf"), time.perf_counter() + _WARM_UP_LIMIT
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
        # Before the library is imported: thread pools count the usable CPUs at that time.
        os.sched_setaffinity(0, {int(cpu) for cpu in cpus.split(",")})
    replies = os.fdopen(os.dup(1), "w")
    # Output of libraries must not mix with replies.
    os.dup2(2, 1)
    server = _Server(library, int(workers))
    gc.disable()
    for line in sys.stdin:
        request = json.loads(line)
        reply = getattr(server, request.pop("do"))(**request)
        replies.write(json.dumps(reply) + "\n")
        replies.flush()
        gc.collect()


if __name__ == "__main__":
    main()
