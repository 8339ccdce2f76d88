"""The bench file that the gate runs unless given another: polyconv's own selected workloads.

It is loaded in either build, and takes the table and the selection that belong to the gate, not
the build's, so that an old build is timed on today's rows.
"""

import importlib
import sys
import types
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

__all__ = ["BENCHES", "QUICK"]


def _beside_the_gate() -> Any:
    """The module ``selection`` from the folder above this one, whose own imports are relative."""
    package = types.ModuleType("gate_table")
    package.__path__ = [str(Path(__file__).resolve().parents[1])]
    sys.modules[package.__name__] = package
    return importlib.import_module("gate_table.selection")


_selection = _beside_the_gate()


def _builder(workload: str, backend: str) -> Callable[[], Callable[[], Any]]:
    def build() -> Callable[[], Any]:
        case = _selection.case(backend, workload)
        planned = case.prepare()
        return partial(planned, case.x, out=planned(case.x))

    return build


BENCHES = {
    f"{workload} {backend}": _builder(workload, backend)
    for workload in _selection.SELECTED
    for backend in _selection.BACKENDS
    if backend != "naive"
}
QUICK = tuple(f"{workload} {backend}" for workload, backend in _selection.QUICK)
