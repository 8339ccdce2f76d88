"""Phases that are one convolution, whose results a backend interleaves where it stores them.

Where the kernel is a multiple of the stride, all outputs beside each other meet the same inputs.
Computed one by one they are convolutions with few filters, each of which packs the inputs anew and
stores every s-th element of a row. As filters of one convolution they are packed once, fill
vectors, and rows are written whole: 128 to 64 channels with 2x2 taps on 128x128 pixels take 0.4 of
the time (Emerald Rapids, one core, 2026-11-30, `python -m benchmarks.peers --workload
unet/up_128`).
"""

import math
from dataclasses import replace
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from polyconv import wisdom
from polyconv._backend import Backend, UnsupportedProblem
from polyconv._machine import default_workers, threads_now
from polyconv._model import predict
from polyconv._problem import Problem
from polyconv._registry import backend_named
from polyconv._select import Choice, auto_candidates, decide, ineligible, is_auto, state
from polyconv._verbose import VERBOSE, note, told

from ._phases import Phase, has_few_filters, phases_of
from ._problem import TransposedProblem
from ._tuning import TUNING

__all__ = [
    "InterleavedPlan",
    "choice_of_interleaved",
    "computed_as",
    "cropped",
    "interleaved_phases",
]

# Structural: bytes of a result that is computed with the outputs that cropping leaves out, and
# copied: a copy of 52 KB takes 4 us, and each convolution of outputs at the ends as long or longer.
_MAX_CROPPED_BYTES = 1 << 18
# Structural: such outputs, at most, for each one that is left.
_MAX_CROPPED_OUTPUTS = 1.25


def computed_as(t: TransposedProblem, backend: Any) -> TransposedProblem:
    """Return the problem that is computed: with a few outputs more if all are then interleaved.

    A result cropped by half a stride has outputs at its ends that lie beside others than the rest.
    In a small result with few filters it is faster to compute those that lie beside them, too.
    """
    if not has_few_filters(t) or 0 in t.out:
        return t
    axes = zip(t.start, t.out, t.stride, strict=True)
    ends = [(start // s * s, -(-(start + n) // s) * s) for start, n, s in axes]
    start, out = (lo for lo, _ in ends), (hi - lo for lo, hi in ends)
    whole = replace(t, start=tuple(start), out=tuple(out))
    if whole == t:
        return t
    elements = math.prod(whole.out)
    size = elements * t.batch * t.out_channels * t.dtype.itemsize
    if size > _MAX_CROPPED_BYTES or elements > _MAX_CROPPED_OUTPUTS * math.prod(t.out):
        return t
    phases = interleaved_phases(whole, backend)
    return t if phases is None or len(phases) > 1 else whole


def cropped(t: TransposedProblem, whole: TransposedProblem, out: NDArray[Any]) -> NDArray[Any]:
    """Return the view of the result of `t` in that of `whole`."""
    places = zip(t.start, whole.start, t.out, strict=True)
    return t.part(out, tuple(slice(a - b, a - b + n) for a, b, n in places))


def interleaved_phases(t: TransposedProblem, backend: Any) -> tuple[Phase, ...] | None:
    """Return phases of which some are interleaved, if a backend can do that and it pays.

    A backend that is named does so where it can. Auto compares what the model predicts, or wisdom
    tells, for these phases and for the phases one by one.
    """
    phases = phases_of(t, interleaved=True)
    if not any(phase.steps for phase in phases):
        return None
    if not is_auto(backend):
        can = all(_can(phase, backend) for phase in phases if phase.steps)
        return phases if can else None
    pays = _pays(t, TUNING.SCATTERED_PHASES, default_workers(), state())
    return phases if pays else None


def _can(phase: Phase, backend: Any) -> bool:
    """Return True if the backend that is named computes a phase interleaved."""
    assert phase.problem is not None
    try:
        choice = decide(phase.problem, backend)
    except UnsupportedProblem:
        return False
    return backend_named(choice.backend).interleaver(phase.problem, phase.steps) is not None


@lru_cache(maxsize=512)
def _pays(t: TransposedProblem, factor: float, _workers: int, now: tuple[Any, ...]) -> bool:
    """Return True if interleaved phases are expected to take at most `factor` of phases one by one.

    `now` is the `state` that choices depend on.
    """
    joined, apart = 0.0, 0.0
    for phase in phases_of(t, interleaved=True):
        if phase.steps:
            assert phase.problem is not None
            choice = _fastest(phase.problem, phase.steps, now)
            if choice is None:
                return False
            joined += choice.seconds or 0.0
        elif phase.problem is not None:
            joined += decide(phase.problem).seconds or 0.0
    for phase in phases_of(t):
        if phase.problem is not None:
            apart += decide(phase.problem).seconds or 0.0
    return joined <= factor * apart


@lru_cache(maxsize=512)
def _fastest(p: Problem, steps: tuple[int, ...], _state: tuple[Any, ...]) -> Choice | None:
    """Return auto's choice among the backends that interleave the results of a phase."""
    able: list[Backend] = [
        each
        for each in auto_candidates()
        if each.interleaver(p, steps) is not None and ineligible(each, p) is None
    ]
    remembered = wisdom.recall(p)
    if able and all(each.name in remembered for each in able):
        best = min(able, key=lambda each: remembered[each.name])
        return Choice(best.name, "wisdom", remembered[best.name])
    if not able:
        return None
    best = min(able, key=lambda each: predict(each, p))
    return Choice(best.name, "model", predict(best, p))


def choice_of_interleaved(phase: Phase, backend: Any) -> Choice:
    """Return the choice for a phase that is interleaved; see `interleaved_phases`."""
    assert phase.problem is not None
    if is_auto(backend):
        choice = _fastest(phase.problem, phase.steps, state())
    else:
        choice = decide(phase.problem, backend)
    assert choice is not None
    return choice


class InterleavedPlan:
    """The weights of an interleaved phase, prepared; a `Plan` of it would store filter by filter.

    Parameters
    ----------
    problem, steps
        Those of the phase.
    choice : Choice
        Of a backend that has an `interleaver` for them.
    weights : ndarray
        In the caller's layout; not copied.
    bias : ndarray or None
        Of each filter.

    Attributes
    ----------
    problem, choice
    """

    def __init__(
        self,
        problem: Problem,
        steps: tuple[int, ...],
        choice: Choice,
        weights: NDArray[Any],
        bias: NDArray[Any] | None,
    ) -> None:
        self.problem, self.choice = problem, choice
        self._steps, self._weights, self._bias = steps, weights, bias
        prepare = backend_named(choice.backend).interleaver(problem, steps)
        if prepare is None:
            raise UnsupportedProblem(f"{choice.backend}: steps {steps} beside each other")
        with np.errstate(all="ignore"):  # weights may overflow in the accumulator's dtype
            self._kernel = prepare(problem.canonical_w(weights))

    @property
    def backend(self) -> str:
        """Name of the backend that answers."""
        return self.choice.backend

    @told("conv_transpose")
    def __call__(self, x: NDArray[Any], place: NDArray[Any]) -> NDArray[Any]:
        """Write all outputs of the phase; `place` are the first ones of each pixel."""
        problem = self.problem
        if VERBOSE:
            note(problem, self.choice)
        target = place if problem.batched else place[None]
        self._kernel(problem.canonical_x(x), self._bias, target, threads_now(problem.workers))
        return place

    def __reduce__(self) -> tuple[Any, ...]:
        parts = (self.problem, self._steps, self.choice, self._weights, self._bias)
        return InterleavedPlan, parts
