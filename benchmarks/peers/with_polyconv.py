"""polyconv: planned and plain calls with ``backend="auto"``, and each backend planned."""

from collections.abc import Callable
from functools import partial
from typing import Any

import polyconv
from polyconv._machine import fingerprint
from polyconv.backends import BACKENDS

from .adjoint import AdjointTask
from .task import Task, Variant

__all__ = ["adjoint_builders", "builders", "reference", "setup", "versions"]

# Backends whose predicted time exceeds the smallest by this factor are left out.
_MAX_PREDICTED_RATIO = 30.0


def setup(workers: int) -> None:
    """Do nothing: polyconv takes the number of usable CPUs, and fewer for small problems."""


def versions() -> dict[str, Any]:
    """Return the version, the ISA level and the name of the CPU."""
    return {"polyconv": polyconv.__version__, **fingerprint()}


def reference(task: Task) -> Any:
    """Return the result that those of all libraries are compared with."""
    if isinstance(task, AdjointTask):
        return _adjoint(task, backend="direct")()
    return polyconv.conv(task.x, task.w, backend="direct", **task.options)


def builders(task: Task) -> dict[str, Callable[[], Variant]]:
    """Return the planned call ``auto``, the plain call ``call``, and one plan per backend."""
    options = task.options

    def planned(backend: str) -> Variant:
        plan = polyconv.plan(task.x, task.w, backend=backend, **options)
        return Variant(partial(plan, task.x), note=plan.backend)

    def call() -> Variant:
        function = getattr(polyconv, f"conv{task.rank}d")
        return Variant(partial(function, task.x, task.w, **options))

    candidates = polyconv.explain(task.x, task.w, **options).candidates
    predicted = {c.backend: c.predicted for c in candidates if c.predicted is not None}
    # Without adapters, which would load the peers into this process.
    names = [backend.name for backend in BACKENDS if backend.name in predicted]
    limit = _MAX_PREDICTED_RATIO * min(predicted[name] for name in names)
    names = [name for name in names if predicted[name] < limit]
    return {
        "auto": partial(planned, "auto"),
        "call": call,
        **{name: partial(planned, name) for name in names},
    }


def adjoint_builders(task: AdjointTask) -> dict[str, Callable[[], Variant]]:
    """Return ``auto``, planned where there are plans, and the plain call ``call``."""

    def planned() -> Variant:
        more = task.output_padding
        plan = polyconv.plan(task.x, task.w, transpose=True, output_padding=more, **_options(task))
        return Variant(partial(plan, task.x), note=plan.backend or "")

    call = lambda: Variant(_adjoint(task))  # noqa: E731
    return {"auto": planned if task.operation == "transpose" else call, "call": call}


def _options(task: AdjointTask) -> dict[str, Any]:
    return {name: task.options[name] for name in task.options if name != "padding_mode"}


def _adjoint(task: AdjointTask, **backend: str) -> Callable[[], Any]:
    """Return the plain call."""
    options = {**_options(task), **backend}
    if task.operation == "transpose":
        more = task.output_padding
        return partial(polyconv.conv_transpose, task.x, task.w, output_padding=more, **options)
    if task.operation == "input_gradient":
        return partial(polyconv.grad.conv_input, task.x.shape, task.w, task.g, **options)
    return partial(polyconv.grad.conv_weight, task.x, task.w.shape, task.g, **options)
