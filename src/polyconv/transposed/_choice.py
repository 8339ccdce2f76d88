"""Choices, explanations and measurements of a transposed convolution: those of its phases.

Each phase is a convolution with a choice and wisdom of its own. One answer stands for all: the
backend, the reasons and the table of the phase with the most operations, the first of equals.
"""

import math
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from numpy.typing import ArrayLike, NDArray

from polyconv._arguments import Ints, ProblemOptions
from polyconv._arrays import as_array
from polyconv._explain import Explanation, explain_problem
from polyconv._find import Timing, measure
from polyconv._problem import Problem
from polyconv._request import described, is_shape
from polyconv._select import Choice, decide, decide_for, is_auto
from polyconv._veto import is_finite, max_abs

from ._functions import finite_phases, phases_for
from ._interleaved import choice_of_interleaved
from ._one_pixel import phase_of_one_pixel
from ._phases import Phase, phases_of, weights_of
from ._problem import TransposedProblem, transposed_of
from ._scatter import scatters

__all__ = ["choose_transposed", "explain_transposed", "find_transposed"]


def choose_transposed(
    x: ArrayLike | tuple[int, ...],
    w: ArrayLike | tuple[int, ...],
    backend: Any,
    prepared: bool,
    output_padding: Ints,
    options: ProblemOptions,
) -> Choice:
    """Return the choice for the phase with the most operations, with the time of all phases."""
    t = transposed_of(*described("x", x), *described("w", w), output_padding, options)
    decided = _decided(t, w, backend, prepared)
    times = [choice.seconds for _, choice in decided]
    seconds = None if None in times else math.fsum(filter(None, times))
    return replace(_largest(t, decided)[1], seconds=seconds)


def explain_transposed(
    x: ArrayLike | tuple[int, ...],
    w: ArrayLike | tuple[int, ...],
    backend: Any,
    prepared: bool,
    output_padding: Ints,
    options: ProblemOptions,
) -> Explanation:
    """Explain the choice for the phase with the most operations."""
    t = transposed_of(*described("x", x), *described("w", w), output_padding, options)
    decided = _decided(t, w, backend, prepared)
    largest, choice = _largest(t, decided)
    finite = True
    if not (is_shape(x) or is_shape(w)):
        finite = is_finite(largest, as_array("x", x), max_abs(as_array("w", w)))
    if is_auto(backend) and not prepared and not is_shape(w) and scatters(t, as_array("w", w)):
        text = f"{t}\nby one matrix product, scattered; in phases, of which the largest: {largest}"
        return replace(
            explain_problem(largest, backend, prepared=prepared, finite=finite), problem=text
        )
    explained = explain_problem(largest, backend, prepared=prepared, finite=finite)
    phases = f"{len(decided)} phases" if len(decided) > 1 else "one phase"
    if any(phase.steps and phase.problem == largest for phase in phases_of(t, interleaved=True)):
        # Auto compares the backends that can interleave, and not all of the table.
        text = f"{t}\nin {phases}, of which the largest, interleaved where it is stored: {largest}"
        return replace(explained, problem=text, choice=choice)
    if len(decided) == 1:
        return explained
    return replace(explained, problem=f"{t}\nin {phases}, of which the largest: {largest}")


def find_transposed(
    x: NDArray[Any],
    w: NDArray[Any],
    budget: float,
    hopeless: bool,
    progress: Callable[[str, float], None] | None,
    output_padding: Ints,
    options: ProblemOptions,
) -> list[Timing]:
    """Measure the backends on each phase, and return what was measured on the largest."""
    t = transposed_of(x.shape, x.dtype, w.shape, w.dtype, output_padding, options)
    t.require_memory()
    phases = phases_for(t, w)
    if any(phase.steps or phase.images is not None for phase in phases):
        phases += phases_of(t)  # one by one, and with all axes, they may be faster
    phases += phase_of_one_pixel(t) or ()  # of plans
    parts: dict[Problem, tuple[Phase, NDArray[Any]]] = {}
    for phase, weights in zip(phases, weights_of(t, phases, w), strict=True):
        if phase.problem is not None:
            p = phase.problem
            structured = p if phase.steps else p.for_weights(p.canonical_w(weights))
            parts[structured] = phase, weights
    largest = max(parts, key=lambda problem: problem.flops, default=None)
    if largest is None:
        raise ValueError(_nothing(t))
    found = {
        problem: measure(
            problem,
            phase.part(t, x),
            weights,
            budget / len(parts),
            hopeless=hopeless,
            progress=progress,
        )
        for problem, (phase, weights) in parts.items()
    }
    return found[largest]


def _decided(
    t: TransposedProblem, w: ArrayLike | tuple[int, ...], backend: Any, prepared: bool
) -> list[tuple[Problem, Choice]]:
    """Return the problem and the choice of each phase, with the structure of its weights."""
    if is_shape(w):
        phases = finite_phases(t, backend, prepared)
        return [
            (
                phase.problem,
                choice_of_interleaved(phase, backend)
                if phase.steps
                else decide(phase.problem, backend, prepared=prepared),
            )
            for phase in phases
            if phase.problem is not None
        ]
    array = as_array("w", w)
    phases = phases_for(t, array, backend, prepared)
    decided: list[tuple[Problem, Choice]] = []
    for phase, weights in zip(phases, weights_of(t, phases, array), strict=True):
        p = phase.problem
        if p is None:
            continue
        if phase.steps:
            decided.append((p, choice_of_interleaved(phase, backend)))
        else:
            decided.append(decide_for(p, p.canonical_w(weights), backend, prepared=prepared))
    return decided


def _largest(t: TransposedProblem, decided: list[tuple[Problem, Choice]]) -> tuple[Problem, Choice]:
    """Return the phase with the most operations, the first of equals."""
    if not decided:
        raise ValueError(_nothing(t))
    return max(decided, key=lambda pair: pair[0].flops)


def _nothing(t: TransposedProblem) -> str:
    return f"{t} multiplies nothing, so there is no backend to choose"
