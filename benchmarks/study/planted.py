"""The gate's quick suite with a slowdown planted into one workload, as a bench file.

``POLYCONV_PLANT``, such as ``"image/sobel direct=1200"``, says where and how much: that call is
followed by an empty loop of so many turns. A loop of a counted length, and not one that waits for
the clock, keeps pace with the processor as the call does, and may be shorter than a look at the
clock. Every other call is followed by a loop of length zero.

    python benchmarks/study/planted.py "image/sobel direct" 0.05

prints what to plant for a slowdown of five percent on this machine.
"""

import importlib.util
import os
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

__all__ = ["BENCHES", "turns_for"]

# Turns of a loop that is timed by itself; how many estimates are made, each from so many pairs of
# visits of such a length; what a batch of short calls lasts. As where the gate times them.
_TURNS, _ESTIMATES, _PAIRS, _VISIT, _BATCH = 10_000, 3, 50, 20e-3, 100e-6


def _suite() -> Any:
    path = Path(__file__).resolve().parents[1] / "ab" / "suite.py"
    spec = importlib.util.spec_from_file_location("gate_suite", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


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
    turn = min(_seconds(lambda: _spin(range(_TURNS)), 1) for _ in range(100)) / _TURNS
    turns = 0
    for _ in range(_ESTIMATES):
        plain, added = _added(call, turns)
        turns = max(1, turns + round((share * plain - added) / turn))
    return turns


def _added(call: Callable[[], Any], turns: int) -> tuple[float, float]:
    """What `call` takes, and what so many turns add to it, in seconds: medians of many visits."""
    plain, slowed = _followed(call, 0), _followed(call, turns)
    calls = max(1, round(_BATCH / min(_seconds(plain, 1) for _ in range(100))))
    pairs = [(_fastest(plain, calls), _fastest(slowed, calls)) for _ in range(_PAIRS)]
    added = statistics.median(slow - fast for fast, slow in pairs)
    return statistics.median(fast for fast, _ in pairs), added


def _fastest(call: Callable[[], Any], calls: int) -> float:
    """What a call takes in the fastest batch of a visit."""
    call()
    best, deadline = float("inf"), time.perf_counter() + _VISIT
    while time.perf_counter() < deadline:
        best = min(best, _seconds(call, calls))
    return best


def _seconds(call: Callable[[], Any], calls: int) -> float:
    """What a call takes, in a batch."""
    batch, start = range(calls), time.perf_counter()
    for _ in batch:
        call()
    return (time.perf_counter() - start) / calls


def _planted() -> dict[str, Callable[[], Callable[[], Any]]]:
    where, _, turns = os.environ.get("POLYCONV_PLANT", "").rpartition("=")
    suite = _suite()
    return {
        # The defaults bind now what the loop goes on to change.
        name: lambda build=suite.BENCHES[name], turns=int(turns) if name == where else 0: _followed(
            build(), turns
        )
        for name in suite.QUICK
    }


BENCHES = _planted()

if __name__ == "__main__":
    print(f"{sys.argv[1]}={turns_for(_suite().BENCHES[sys.argv[1]](), float(sys.argv[2]))}")
