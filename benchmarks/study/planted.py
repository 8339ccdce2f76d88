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
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

__all__ = ["BENCHES", "turns_for"]

# Turns of a loop to time, how many the processor may do before the call has ended, at most, and
# for how long each is tried.
_TURNS, _OVERLAPPED, _SECONDS = 10_000, 50, 1.0


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

    The loop is timed by itself: in the difference of two times of a call, noise of a percent would
    be a third of a slowdown of three. The difference only tells of its first turns, which a
    processor may do while the call ends.
    """
    plain, loop = _fastest(_followed(call, 0), lambda: _spin(range(_TURNS)))
    turn = loop / _TURNS
    turns = round(share * plain / turn) + _OVERLAPPED
    plain, slowed = _fastest(_followed(call, 0), _followed(call, turns))
    visible = max(0.0, slowed - plain) / turn
    overlapped = min(max(0.0, turns - visible), _OVERLAPPED)
    return max(1, round(share * plain / turn + overlapped))


def _fastest(*calls: Callable[[], Any]) -> list[float]:
    """The fastest run of each, taken in turn."""
    best, deadline = [float("inf")] * len(calls), time.perf_counter() + _SECONDS
    while time.perf_counter() < deadline:
        for index, call in enumerate(calls):
            start = time.perf_counter()
            call()
            best[index] = min(best[index], time.perf_counter() - start)
    return best


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
