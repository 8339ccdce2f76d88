"""polyconv: planned and plain calls with ``backend="auto"``, and each backend planned.

Planned calls are timed in both layouts, and allocating their result as well as with ``out=``.
"""

from collections.abc import Callable
from dataclasses import asdict
from functools import partial
from typing import Any

import numpy as np
from numpy.typing import NDArray

import polyconv
from polyconv._machine import caches, fingerprint
from polyconv.backends import BACKENDS

from .adjoint import AdjointTask
from .task import Task, Variant, aligned

__all__ = ["adjoint_builders", "builders", "reference", "setup", "versions"]

# Backends whose predicted time exceeds the smallest by this factor are left out.
_MAX_PREDICTED_RATIO = 30.0


def setup(workers: int) -> None:
    """Do nothing: polyconv takes the number of usable CPUs, and fewer for small problems."""


def versions() -> dict[str, Any]:
    """Return the version, the ISA level, the name of the CPU and the bytes of its caches."""
    return {"polyconv": polyconv.__version__, **fingerprint(), "caches": asdict(caches())}


def reference(task: Task) -> Any:
    """Return the result that those of all libraries are compared with."""
    if isinstance(task, AdjointTask):
        return _adjoint(task, backend="direct")()
    return polyconv.conv(task.x, task.w, backend="direct", **task.options)


def builders(task: Task) -> dict[str, Callable[[], Variant]]:
    """Return planned calls, the plain call ``call``, and one plan for each backend.

    ``auto`` allocates its result, ``auto out`` writes into the same memory, and ``other`` and
    ``other out`` do so in the other layout.
    """
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
        "auto out": partial(_with_out, task),
        "other": partial(_other_layout, task, reuses_output=False),
        "other out": partial(_other_layout, task, reuses_output=True),
        "call": call,
        **{name: partial(planned, name) for name in names},
    }


def _with_out(task: Task) -> Variant:
    plan = polyconv.plan(task.x, task.w, **task.options)
    out = aligned(plan(task.x))
    return Variant(partial(plan, task.x, out=out), reuses_output=True, note=plan.backend)


def _other_layout(task: Task, *, reuses_output: bool) -> Variant:
    """Plan the workload in the layout that it does not have, whose conversions are not timed."""
    if task.channels_last:
        other, to, back = "channels_first", task.to_first, task.from_first
        w = task.w_channels_first
    else:
        other, to, back = "channels_last", task.to_last, task.from_last
        w = aligned(np.moveaxis(task.w, (0, 1), (-1, -2)))
    x = aligned(to(task.x))
    plan = polyconv.plan(x, w, **{**task.options, "data_format": other})
    memory = {"out": aligned(plan(x))} if reuses_output else {}

    def feed(source: NDArray[Any]) -> None:
        x[...] = to(source)

    call = partial(plan, x, **memory)
    return Variant(call, back, other, reuses_output, note=plan.backend, feed=feed)


def adjoint_builders(task: AdjointTask) -> dict[str, Callable[[], Variant]]:
    """Return the variants of `builders`, except those of single backends.

    Gradients of weights have no plans, and are not timed in the other layout: ``auto`` is the call.
    The gradient of an input, for weights that stay the same, is a transposed plan.
    """
    if task.operation == "weight_gradient":
        return {
            "auto": lambda: Variant(_adjoint(task)),
            "auto out": lambda: Variant(
                partial(_adjoint(task), out=aligned(_adjoint(task)())), reuses_output=True
            ),
            "call": lambda: Variant(_adjoint(task)),
        }
    other = "channels_first" if task.channels_last else "channels_last"
    planned = partial(_planned_transpose, task)
    return {
        "auto": partial(planned, task.layout, reuses_output=False),
        "auto out": partial(planned, task.layout, reuses_output=True),
        "other": partial(planned, other, reuses_output=False),
        "other out": partial(planned, other, reuses_output=True),
        "call": lambda: Variant(_adjoint(task)),
    }


def _planned_transpose(task: AdjointTask, layout: str, *, reuses_output: bool) -> Variant:
    """Plan a transposed convolution in a layout; conversions to another one are not timed."""
    if layout == "channels_first":
        to, back, w = task.to_first, task.from_first, task.w_channels_first
    else:
        to, back, w = task.to_last, task.from_last, task.w
        if not task.channels_last:
            w = aligned(np.moveaxis(task.w, (0, 1), (-1, -2)))
    x = task.source if layout == task.layout else aligned(to(task.source))
    plan = polyconv.plan(
        x,
        w,
        transpose=True,
        stride=task.stride,
        padding=task.pads,
        dilation=task.dilation,
        groups=task.groups,
        output_padding=task.as_transposed().output_padding,
        data_format=layout,
    )
    memory = {"out": aligned(plan(x))} if reuses_output else {}
    call, note = partial(plan, x, **memory), plan.backend or ""
    if layout == task.layout:
        return Variant(call, reuses_output=reuses_output, note=note)

    def feed(source: NDArray[Any]) -> None:
        x[...] = to(source)

    return Variant(call, back, layout, reuses_output, note=note, feed=feed)


def _options(task: AdjointTask) -> dict[str, Any]:
    return {name: task.options[name] for name in task.options if name != "padding_mode"}


def _adjoint(task: AdjointTask, **backend: str) -> Callable[..., Any]:
    """Return the plain call."""
    options = {**_options(task), **backend}
    if task.operation == "transpose":
        more = task.output_padding
        return partial(polyconv.conv_transpose, task.x, task.w, output_padding=more, **options)
    if task.operation == "input_gradient":
        return partial(polyconv.grad.conv_input, task.x.shape, task.w, task.g, **options)
    return partial(polyconv.grad.conv_weight, task.x, task.w.shape, task.g, **options)
