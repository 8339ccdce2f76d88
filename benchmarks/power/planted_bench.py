"""The gate's quick suite with a slowdown planted into one workload, as a bench file.

``POLYCONV_PLANT``, such as ``"image/sobel direct=1200"``, says where and how much: that call is
followed by an empty loop of so many turns. A loop of a counted length, and not one that waits for
the clock, keeps pace with the processor as the call does, and may be shorter than a look at the
clock. Every other call is followed by a loop of length zero.

    python benchmarks/power/planted_bench.py "image/sobel direct" 0.05

prints what to plant for a slowdown of five percent on this machine.
"""

import math
import os
import statistics
import sys
from collections.abc import Callable
from functools import partial
from typing import Any

from polyconv.gate import selection
from polyconv.gate.worker_process import fastest

__all__ = ["BENCHES", "turns_for"]

# Turns of a loop that is timed by itself; how many estimates are made, each from so many pairs of
# visits of such a length.
_TURNS, _ESTIMATES, _PAIRS, _VISIT = 10_000, 3, 50, 20e-3


def _spin(turns: range) -> None:
    for _ in turns:
        pass


def _followed(call: Callable[[], Any], turns: int) -> Callable[[], None]:
    loop = range(turns)

    def slow() -> None:
        call()
        _spin(loop)

    return slow


def turns_for(call: Callable[[], Any], share: float) -> int:
    """Turns of the loop that make `call` slower by `share`.

    A hundred turns and more may pass while a call ends, and more after one than after another: so
    the loop is as long as it must be for the call to be seen slower, not as long as it takes alone.
    """
    turn = fastest(lambda: _spin(range(_TURNS)), _VISIT, math.inf)[0] / _TURNS
    plain, pace = _followed(call, 0), fastest(call, _VISIT, math.inf)[0]
    turns = 0
    for _ in range(_ESTIMATES):
        both = plain, _followed(call, turns)
        pairs = [[fastest(each, _VISIT, pace)[0] for each in both] for _ in range(_PAIRS)]
        wanted = share * statistics.median(fast for fast, _ in pairs)
        added = statistics.median(slow - fast for fast, slow in pairs)
        turns = max(1, turns + round((wanted - added) / turn))
    return turns


def _slowed(build: Callable[[], Callable[[], Any]], turns: int) -> Callable[[], None]:
    return _followed(build(), turns)


def _planted() -> dict[str, Callable[[], Callable[[], Any]]]:
    where, _, turns = os.environ.get("POLYCONV_PLANT", "").rpartition("=")
    return {
        name: partial(_slowed, selection.BENCHES[name], int(turns) if name == where else 0)
        for name in selection.QUICK
    }


BENCHES = _planted()

if __name__ == "__main__":
    name, share = sys.argv[1:]
    print(f"{name}={turns_for(selection.BENCHES[name](), float(share))}")
