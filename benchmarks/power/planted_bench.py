"""A bench file: the gate's quick pairs with a slowdown planted into one of them.

``POLYCONV_PLANT``, such as ``"image/sobel direct=1200"``, names the workload whose call is followed
by an empty loop of 1200 iterations. A counted loop, unlike one that waits for the clock, follows
the clock rate of the processor as the call does, and can be shorter than a read of the clock. Every
other call is followed by a loop of length zero.

    python benchmarks/power/planted_bench.py "image/sobel direct" 0.05

prints the value for a slowdown of 5 % on this machine.
"""

import math
import os
import statistics
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

_ROOT = Path(__file__).resolve().parents[2]
sys.path += [str(_ROOT), str(_ROOT / "benchmarks" / "gate")]

from abgate.worker.timing import Workload, fastest  # noqa: E402 - found there
from benchmarks import selection  # noqa: E402

__all__ = ["BENCHES", "iterations_for"]

# Iterations of the loop that is timed alone; estimates; pairs of visits per estimate; seconds of a
# visit.
_ITERATIONS, _ESTIMATES, _PAIRS, _VISIT = 10_000, 3, 50, 20e-3


def _spin(iterations: range) -> None:
    for _ in iterations:
        pass


def _followed(call: Callable[[], Any], iterations: int) -> Callable[[], None]:
    loop = range(iterations)

    def slow() -> None:
        call()
        _spin(loop)

    return slow


def iterations_for(call: Callable[[], Any], share: float) -> int:
    """Return the iterations of the loop that make `call` slower by `share`.

    The processor overlaps a hundred iterations or more with the end of a call, depending on the
    call. So the length is found from the slowdown of call and loop together, not from the time of
    the loop alone.
    """
    loop = Workload(lambda: _spin(range(_ITERATIONS)))
    iteration = fastest(loop, _VISIT, math.inf)[0] / _ITERATIONS
    plain, per_call = Workload(_followed(call, 0)), fastest(Workload(call), _VISIT, math.inf)[0]
    iterations = 0
    for _ in range(_ESTIMATES):
        both = plain, Workload(_followed(call, iterations))
        pairs = [[fastest(each, _VISIT, per_call)[0] for each in both] for _ in range(_PAIRS)]
        wanted = share * statistics.median(fast for fast, _ in pairs)
        added = statistics.median(slow - fast for fast, slow in pairs)
        iterations = max(1, iterations + round((wanted - added) / iteration))
    return iterations


def _slowed(build: Callable[[], Callable[[], Any]], iterations: int) -> Callable[[], None]:
    return _followed(build(), iterations)


def _planted() -> dict[str, Callable[[], Callable[[], Any]]]:
    where, _, iterations = os.environ.get("POLYCONV_PLANT", "").rpartition("=")
    return {
        name: partial(_slowed, selection.BENCHES[name], int(iterations) if name == where else 0)
        for name in selection.QUICK
    }


BENCHES = _planted()

if __name__ == "__main__":
    name, share = sys.argv[1:]
    print(f"{name}={iterations_for(selection.BENCHES[name](), float(share))}")
