"""The gate's quick suite with a slowdown planted into one workload, as a bench file.

``POLYCONV_PLANT``, such as ``"image/sobel direct=0.05"``, says where and how much: that call is
followed by an empty loop that takes this share of the call's own time. A loop of a counted length,
and not one that waits for the clock, keeps pace with the processor as the call does, and may be
shorter than a look at the clock. Every other call is followed by a loop of length zero.
"""

import importlib.util
import os
import time
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

__all__ = ["BENCHES"]

# Both the call and the loop are calibrated by the fastest of as many tries as fit into so long.
_CALIBRATION = 0.02
_LOOP = 10_000


def _suite() -> Any:
    path = Path(__file__).resolve().parents[1] / "ab" / "suite.py"
    spec = importlib.util.spec_from_file_location("gate_suite", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _fastest(call: Callable[[], Any]) -> float:
    best, deadline = float("inf"), time.perf_counter() + _CALIBRATION
    while time.perf_counter() < deadline:
        start = time.perf_counter()
        call()
        best = min(best, time.perf_counter() - start)
    return best


def _spin(turns: range) -> None:
    for _ in turns:
        pass


@cache
def _turn() -> float:
    """Seconds of one turn of an empty loop."""
    return _fastest(lambda: _spin(range(_LOOP))) / _LOOP


def _slowed(build: Callable[[], Callable[[], Any]], share: float) -> Callable[[], Any]:
    call = build()
    # The unplanted side is calibrated, too, so that nothing else sets the sides apart.
    turns = range(round(share * _fastest(call) / _turn()))

    def slow() -> None:
        call()
        _spin(turns)

    return slow


def _planted() -> dict[str, Callable[[], Callable[[], Any]]]:
    where, _, share = os.environ.get("POLYCONV_PLANT", "").rpartition("=")
    suite = _suite()
    return {
        # The defaults bind now what the loop goes on to change.
        name: lambda build=suite.BENCHES[name], share=float(share) if name == where else 0.0: (
            _slowed(build, share)
        )
        for name in suite.QUICK
    }


BENCHES = _planted()
