"""The worker process inside one of the two builds: loads workloads, times them on request.

It is started by its path, under the interpreter of the build. That environment may lack the gate's
requirements and may hold an older polyconv, so only the standard library is imported here.
Requests arrive on standard input, one JSON object per line. Replies go to the original standard
output; other output goes to standard error. Between requests the process sleeps.

A bench file is a Python file. Each function ``bench_NAME()`` in it prepares a workload and returns
the call to be timed. ``BENCHES``, a dict of such functions by name, adds more; ``QUICK``, a tuple
of names, lists those of ``--quick``. ``NotImplementedError`` means that the build cannot compute
the workload.
"""

from __future__ import annotations

import gc
import importlib.util
import json
import os
import sys
import time
import traceback
from collections.abc import Callable
from typing import Any

# Seconds of a batch of calls that is timed as one, so that the clock's resolution does not show.
_MIN_BATCH = 100e-6

# Seconds of calls, at least two, before the first visit: they fill caches and raise the clock rate.
_WARM_UP = 10e-3

# Batches per visit.
_MIN_BATCHES = 3


class _Bench:
    """The bench file, and the workloads of it that are loaded."""

    def __init__(self, path: str) -> None:
        # At the end: modules beside the bench file must not hide installed ones.
        sys.path.append(os.path.dirname(path))
        spec = importlib.util.spec_from_file_location("bench_file", path)
        assert spec is not None
        assert spec.loader is not None
        module = importlib.util.module_from_spec(spec)
        sys.modules["bench_file"] = module
        spec.loader.exec_module(module)
        self._builders = {
            name[len("bench_") :]: value
            for name, value in vars(module).items()
            if name.startswith("bench_") and callable(value)
        }
        self._builders.update(getattr(module, "BENCHES", {}))
        self._quick = list(getattr(module, "QUICK", self._builders))
        self._loaded: dict[str, Any] = {}

    def names(self) -> dict[str, Any]:
        """Return the names of all workloads, and those of a quick run."""
        return {"names": list(self._builders), "quick": self._quick}

    def load(self, name: str) -> dict[str, Any]:
        """Prepare a workload and warm it up; return the seconds of a call."""
        call = self._builders[name]()
        if not callable(call):
            raise TypeError(f"it returned {call!r}; allowed: a function to be timed")
        seconds: list[float] = []
        deadline = time.perf_counter() + _WARM_UP
        while len(seconds) < 2 or time.perf_counter() < deadline:
            start = time.perf_counter()
            call()
            seconds.append(time.perf_counter() - start)
        self._loaded[name] = call
        gc.collect()
        return {"seconds": min(seconds)}

    def time(self, name: str, seconds: float, per_call: float) -> dict[str, Any]:
        """Call a workload for about `seconds`; return the seconds of the fastest call."""
        best, runs = fastest(self._loaded[name], seconds, per_call)
        return {"best": best, "runs": runs}

    def drop(self, name: str) -> dict[str, Any]:
        """Free the arrays of a workload."""
        del self._loaded[name]
        return {}

    def facts(self) -> dict[str, Any]:
        """Return the versions that a time in this process depends on."""
        libraries = {
            name: module.__version__
            for name, module in sorted(sys.modules.items())
            if "." not in name and isinstance(getattr(module, "__version__", None), str)
        }
        facts: dict[str, Any] = {
            "python": sys.version.split()[0],
            "libraries": libraries,
            "blas": _blas(),
        }
        machine = sys.modules.get("polyconv._machine")
        if machine is not None:
            facts["isa"] = machine.isa_level()
        return facts


def fastest(call: Callable[[], Any], seconds: float, per_call: float) -> tuple[float, int]:
    """Time batches of calls for about `seconds`.

    Parameters
    ----------
    call : callable
        The timed function.
    seconds : float
        Duration of all batches together.
    per_call : float
        Approximate seconds of a call, which decide the calls per batch.

    Returns
    -------
    tuple
        Seconds of a call in the fastest batch, and the number of batches.
    """
    repeats = range(max(1, int(_MIN_BATCH / max(per_call, 1e-7))))
    call()
    best, runs, deadline = float("inf"), 0, time.perf_counter() + seconds
    while runs < _MIN_BATCHES or time.perf_counter() < deadline:
        start = time.perf_counter()
        for _ in repeats:
            call()
        best = min(best, (time.perf_counter() - start) / len(repeats))
        runs += 1
    return best, runs


def _blas() -> list[str]:
    """Return each loaded BLAS, with the processor that its kernels are for."""
    if importlib.util.find_spec("threadpoolctl") is None:
        return []
    from threadpoolctl import threadpool_info

    pools = [pool for pool in threadpool_info() if pool["user_api"] == "blas"]
    return sorted(
        {f"{p['internal_api']} {p['version']} {p.get('architecture') or ''}".strip() for p in pools}
    )


def _pin(cpu: str) -> None:
    """Pin to one CPU where the system can; libraries count usable CPUs when they are loaded."""
    if cpu and hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {int(cpu)})


def main(path: str, cpu: str) -> None:
    """Answer requests until standard input ends."""
    replies = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)
    here = os.path.dirname(os.path.abspath(__file__))
    sys.path[:] = [entry for entry in sys.path if os.path.abspath(entry or ".") != here]
    _pin(cpu)
    bench = _Bench(path)
    gc.disable()
    for line in sys.stdin:
        request = json.loads(line)
        try:
            reply = getattr(bench, request.pop("do"))(**request)
        except NotImplementedError as error:
            reply = {"unsupported": str(error) or "not implemented"}
        except Exception as error:
            traceback.print_exc()
            reply = {"failed": f"{type(error).__name__}: {error}"[:300]}
        replies.write(json.dumps(reply) + "\n")
        replies.flush()


if __name__ == "__main__":
    main(*sys.argv[1:])
