"""The requests that a worker answers.

Requests arrive on standard input, one JSON object per line: ``{"do": "load", "name": "alpha"}``.
Replies go to the original standard output; other output goes to standard error. Between requests
the process sleeps. ``load`` makes a workload ready and leaves it so: ``time`` may follow, several
times, until ``drop``. ``memory`` weighs a workload in a process of its own.
"""

from __future__ import annotations

import gc
import importlib.util
import json
import os
import sys
import traceback
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any, TextIO

from .memory import weigh
from .sources import Source, open_source
from .timing import Workload, fastest, warm_up

__all__ = ["main"]

_MAX_REASON = 300


class _Server:
    """Answers requests about one source of workloads."""

    def __init__(self, requests: TextIO, replies: TextIO) -> None:
        self._requests, self._replies = requests, replies
        self._source: Source | None = None

    def serve(self, source: Source) -> None:
        """Answer requests until standard input ends."""
        self._source = source
        answers: dict[str, Callable[..., dict[str, Any]]] = {
            "ready": dict,
            "names": source.names,
            "facts": partial(_facts, source),
            "load": self._load,
            "memory": self._memory,
        }
        for request in self._received():
            self._reply(_answer(partial(answers[request.pop("do")], **request)))

    def _received(self) -> Iterator[dict[str, Any]]:
        for line in self._requests:
            yield json.loads(line)

    def _reply(self, reply: dict[str, Any]) -> None:
        self._replies.write(json.dumps(reply) + "\n")
        self._replies.flush()

    def _load(self, name: str) -> dict[str, Any]:
        """Make a workload ready, and time it until it is dropped; the reply to the drop."""
        assert self._source is not None
        # Collecting what other loads left takes 50 ms where SciPy is loaded, unless it is frozen.
        gc.freeze()
        self._source.run(name, self._timed)
        gc.collect()
        return {}

    def _timed(self, workload: Workload) -> None:
        """Reply to a load, then answer requests for times."""
        seconds = warm_up(workload)
        gc.collect()
        self._reply({"seconds": seconds})
        for request in self._received():
            if request["do"] == "drop":
                return
            best, runs = fastest(workload, request["seconds"], request["per_call"])
            self._reply({"best": best, "runs": runs})

    def _memory(self, name: str) -> dict[str, Any]:
        """Weigh a workload in a copy of this process, which holds nothing but the bench file."""
        read, write = os.pipe()
        child = os.fork()
        if child == 0:
            os.close(read)
            with os.fdopen(write, "w") as pipe:
                assert self._source is not None
                source = self._source

                def tell(workload: Workload) -> None:
                    json.dump(weigh(workload), pipe)
                    pipe.flush()
                    os._exit(0)

                def run() -> dict[str, Any]:
                    source.run(name, tell)
                    return {}

                json.dump(_answer(run), pipe)
            os._exit(0)
        os.close(write)
        with os.fdopen(read) as pipe:
            text = pipe.read()
        _, status = os.waitpid(child, 0)
        if not text:
            return {"failed": f"the process that weighs it ended with status {status}"}
        reply: dict[str, Any] = json.loads(text)
        return reply


def _answer(compute: Callable[[], dict[str, Any]]) -> dict[str, Any]:
    try:
        return compute()
    except NotImplementedError as error:
        return {"unsupported": str(error) or "not implemented"}
    except Exception as error:
        traceback.print_exc()
        return {"failed": f"{type(error).__name__}: {error}"[:_MAX_REASON]}


def _facts(source: Source) -> dict[str, Any]:
    """Return the versions, and the facts of the bench file, that a time depends on."""
    libraries = {
        name: module.__version__
        for name, module in sorted(sys.modules.items())
        if "." not in name
        and name != "abgate"
        and isinstance(getattr(module, "__version__", None), str)
    }
    return {
        "python": sys.version.split()[0],
        "libraries": libraries,
        "blas": _blas(),
        "more": source.facts(),
    }


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
    """Pin to one CPU, by its number, where the system can."""
    if cpu:
        os.sched_setaffinity(0, {int(cpu)})


def main(bench: str, scratch: str, first_cpu: str, cpu: str) -> None:
    """Load the bench file on one CPU, then answer requests on the CPU for timing.

    Libraries count usable CPUs when they are loaded, so the process is pinned before.
    """
    requests, replies = os.fdopen(os.dup(0)), os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)
    _pin(first_cpu)
    server = _Server(requests, replies)

    def serve(source: Source) -> None:
        _pin(cpu)
        gc.disable()
        server.serve(source)

    open_source(Path(bench), Path(scratch), serve)
