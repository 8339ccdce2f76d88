"""The process that runs in one of the two builds: loads workloads and times them when asked.

It is started by its path, under the interpreter of that build, which may hold nothing of the
gate's own requirements and be of an older version; so it needs the standard library alone.
Requests come as JSON, one a line, on standard input; replies go the same way to what was standard
output. Between them the process sleeps.

A bench file is a Python file. Each function ``bench_NAME()`` in it makes what a workload needs and
returns the call that is timed. ``BENCHES``, a dict of such functions by name, adds more;
``QUICK``, a tuple of names, says which of all ``--quick`` runs. ``NotImplementedError`` says that
the build cannot do a workload.
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

# Short calls are timed in batches of at least so many seconds, for the clock's sake.
_BATCH = 100e-6

# Before the first visit a workload runs for so long, or twice, so that caches and clocks are warm.
_WARM = 10e-3

# At each visit it is called at least so often.
_CALLS = 3


class _Bench:
    """The bench file, and the workloads of it that are loaded."""

    def __init__(self, path: str) -> None:
        # Last: what stands beside the bench file must not hide what is installed.
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
        """All workloads, and the few of a quick run."""
        return {"names": list(self._builders), "quick": self._quick}

    def load(self, name: str) -> dict[str, Any]:
        """Make a workload ready and warm; what a call of it takes."""
        call = self._builders[name]()
        if not callable(call):
            raise TypeError(f"it returned {call!r}; allowed: a function to be timed")
        paces: list[float] = []
        deadline = time.perf_counter() + _WARM
        while len(paces) < 2 or time.perf_counter() < deadline:
            start = time.perf_counter()
            call()
            paces.append(time.perf_counter() - start)
        self._loaded[name] = call
        gc.collect()
        return {"pace": min(paces)}

    def time(self, name: str, seconds: float, pace: float) -> dict[str, Any]:
        """Call it for about `seconds`; the fastest."""
        best, runs = fastest(self._loaded[name], seconds, pace)
        return {"best": best, "runs": runs}

    def drop(self, name: str) -> dict[str, Any]:
        """Free what a workload holds."""
        del self._loaded[name]
        return {}

    def facts(self) -> dict[str, Any]:
        """What a timing in this process depends on."""
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


def fastest(call: Callable[[], Any], seconds: float, pace: float) -> tuple[float, int]:
    """Seconds of the fastest of the batches of calls in about `seconds`, and their number.

    `pace` is about what a call takes.
    """
    repeats = range(max(1, int(_BATCH / max(pace, 1e-7))))
    call()
    best, runs, deadline = float("inf"), 0, time.perf_counter() + seconds
    while runs < _CALLS or time.perf_counter() < deadline:
        start = time.perf_counter()
        for _ in repeats:
            call()
        best = min(best, (time.perf_counter() - start) / len(repeats))
        runs += 1
    return best, runs


def _blas() -> list[str]:
    """Each BLAS that is loaded, with the processor that its kernels are for."""
    if importlib.util.find_spec("threadpoolctl") is None:
        return []
    from threadpoolctl import threadpool_info

    pools = [pool for pool in threadpool_info() if pool["user_api"] == "blas"]
    return sorted(
        {f"{p['internal_api']} {p['version']} {p.get('architecture') or ''}".strip() for p in pools}
    )


def _pin(cpu: str) -> None:
    """Stay on one CPU, where that can be asked for; the libraries read it when they are loaded."""
    if cpu and hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {int(cpu)})


def main(path: str, cpu: str) -> None:
    """Answer requests until there are no more."""
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
            reply = {"broken": f"{type(error).__name__}: {error}"[:300]}
        replies.write(json.dumps(reply) + "\n")
        replies.flush()


if __name__ == "__main__":
    main(*sys.argv[1:])
