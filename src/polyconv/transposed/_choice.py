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
from polyconv._select import Choice, decide
from polyconv._veto import is_finite, max_abs

from ._functions import phases_for
from ._phases import Phase, phases_of, weights_of
from ._phases import dominant as dominant_of
from ._problem import TransposedProblem, transposed_of

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
    phases = phases_of(t)
    largest = _dominant(t, phases)
    choices = {p: decide(p, backend, prepared=prepared) for p in _problems(phases)}
    times = [choices[phase.problem].seconds for phase in phases if phase.problem is not None]
    seconds = None if None in times else math.fsum(filter(None, times))
    return replace(choices[largest], seconds=seconds)


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
    phases = phases_of(t)
    largest = _dominant(t, phases)
    finite = True
    if not (is_shape(x) or is_shape(w)):
        finite = is_finite(largest, as_array("x", x), max_abs(as_array("w", w)))
    explained = explain_problem(largest, backend, prepared=prepared, finite=finite)
    count = sum(phase.problem is not None for phase in phases)
    text = f"{t}\nin {count} phases, of which the largest: {largest}"
    return replace(explained, problem=text) if count > 1 else explained


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
    weights = dict(zip(phases, weights_of(t, phases, w), strict=True))
    largest = _dominant(t, phases)
    problems = _problems(phases)
    found = []
    for problem, phase in problems.items():
        timings = measure(
            problem,
            t.part(x, phase.x),
            weights[phase],
            budget / len(problems),
            hopeless=hopeless,
            progress=progress,
        )
        if problem == largest:
            found = timings
    return found


def _problems(phases: tuple[Phase, ...]) -> dict[Problem, Phase]:
    """Return the different problems, each with a phase that has it."""
    return {phase.problem: phase for phase in phases if phase.problem is not None}


def _dominant(t: TransposedProblem, phases: tuple[Phase, ...]) -> Problem:
    largest = dominant_of(phases)
    if largest is None:
        raise ValueError(f"{t} multiplies nothing, so there is no backend to choose")
    return largest
