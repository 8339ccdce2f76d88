"""The time of an import, in a fresh process each."""

import subprocess
import sys

from .runner import environment

__all__ = ["import_seconds"]

_STATEMENTS = {
    "polyconv": "import polyconv",
    "NumPy and SciPy": "import numpy, scipy",
}
_TIMED = "import time; start = time.process_time(); {}; print(time.process_time() - start)"
_REPEATS = 3


def import_seconds() -> dict[str, float]:
    """Return the CPU seconds of the fastest of some imports, by what is imported."""
    best = dict.fromkeys(_STATEMENTS, float("inf"))
    for _ in range(_REPEATS):
        for name, statement in _STATEMENTS.items():
            done = subprocess.run(
                [sys.executable, "-c", _TIMED.format(statement)],
                env=environment(),
                check=True,
                capture_output=True,
                text=True,
            )
            best[name] = min(best[name], float(done.stdout))
    return best
