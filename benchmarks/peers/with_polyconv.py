"""polyconv itself: planned and plain calls with ``backend="auto"``, and each backend planned."""

from collections.abc import Callable
from functools import partial
from typing import Any

import polyconv
from polyconv._machine import fingerprint
from polyconv.backends import BACKENDS

from .task import Task, Variant

__all__ = ["builders", "reference", "setup", "versions"]

# A backend predicted to take so many times longer than the best is left out, not waited for.
_HOPELESS = 30.0


def setup(workers: int) -> None:
    """Nothing: the environment and the CPUs limit polyconv, who takes fewer for small problems."""


def versions() -> dict[str, Any]:
    """Version, level of vector instructions, and what this machine is called."""
    return {"polyconv": polyconv.__version__, **fingerprint()}


def reference(task: Task) -> Any:
    """The result that all others are held against."""
    return polyconv.conv(task.x, task.w, backend="direct", **task.workload.options)


def builders(task: Task) -> dict[str, Callable[[], Variant]]:
    """``auto`` is the planned call, ``call`` the plain one; the others are backends, planned."""
    options = task.workload.options

    def planned(backend: str) -> Variant:
        plan = polyconv.plan(task.x, task.w, backend=backend, **options)
        return Variant(partial(plan, task.x), note=plan.backend)

    def call() -> Variant:
        function = getattr(polyconv, f"conv{task.rank}d")
        return Variant(partial(function, task.x, task.w, **options))

    standing = polyconv.explain(task.x, task.w, **options).candidates
    predicted = {c.backend: c.predicted for c in standing if c.predicted is not None}
    # polyconv's own: adapters would bring rivals into its process.
    names = [backend.name for backend in BACKENDS if backend.name in predicted]
    limit = _HOPELESS * min(predicted[name] for name in names)
    names = [name for name in names if predicted[name] < limit]
    return {
        "auto": partial(planned, "auto"),
        "call": call,
        **{name: partial(planned, name) for name in names},
    }
