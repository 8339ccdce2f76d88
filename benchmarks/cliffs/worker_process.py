"""The process that measures: pinned to one CPU, asked for one step of a case at a time.

Requests arrive on standard input, one JSON object per line. Replies go to the original standard
output; what libraries print goes to standard error.
"""

import gc
import json
import os
import sys
import time
from typing import Any

from .alternatives import is_library
from .families import cases
from .measuring import CaseComparison
from .memory import check, load_backends
from .summary import OURS

__all__ = ["main"]


class _Server:
    """Answers requests; keeps the case that was loaded last."""

    _comparison: CaseComparison
    _loaded = False

    def facts(self) -> dict[str, Any]:
        """Return the machine and the versions of all libraries."""
        from importlib.metadata import PackageNotFoundError, version

        from polyconv._machine import fingerprint

        versions = {}
        for name in ("polyconv", "numpy", "scipy", "torch"):
            try:
                versions[name] = version(name)
            except PackageNotFoundError:
                versions[name] = "absent"
        return {"machine": fingerprint(), "versions": versions, "python": sys.version.split()[0]}

    def alternatives(self, family: str, number: int) -> dict[str, Any]:
        """Load a case and run its alternatives once."""
        self._comparison = CaseComparison(cases(family)[number])
        self._comparison.run_alternatives()
        return self._reply()

    def ours(self) -> dict[str, Any]:
        """Run our call once, and check the results."""
        self._comparison.run_ours()
        return self._reply() | {"backend": self._comparison.backend}

    def time(self, seconds: float) -> dict[str, Any]:
        """Time the calls in turn."""
        self._comparison.time(seconds)
        return self._reply()

    def check(self, family: str, number: int, results: bool) -> dict[str, Any]:
        """Watch the memory of our call, and compare the results if asked to."""
        if not self._loaded:
            load_backends()
            self._loaded = True
        return check(cases(family)[number], results=results)

    def _reply(self) -> dict[str, Any]:
        known = self._comparison
        others = {name: each for name, each in known.seconds.items() if name != OURS}
        return {
            "seconds": known.seconds.get(OURS),
            "alternatives": others,
            "libraries": {name: each for name, each in others.items() if is_library(name)},
            "wrong": known.wrong,
        }


def main() -> None:
    """Serve until the input ends."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {int(sys.argv[1])})
    replies = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)
    server = _Server()
    for line in sys.stdin:
        request = json.loads(line)
        reply = getattr(server, request.pop("do"))(**request) | {"spent": time.process_time()}
        replies.write(json.dumps(reply) + "\n")
        replies.flush()
        gc.collect()


if __name__ == "__main__":
    main()
