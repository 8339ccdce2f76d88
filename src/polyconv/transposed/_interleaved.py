"""Phases that are one convolution, whose results a backend interleaves where it stores them.

Where the kernel is a multiple of the stride, neighbouring outputs meet the same inputs. Computed
one by one, phases are convolutions with few filters, each of which packs the inputs anew and stores
every s-th element of a row. If all phases are filters of one convolution, inputs are packed once,
filters fill vectors, and rows are written whole: 128 to 64 channels with 2x2 taps on 128x128 pixels
take 0.4 of the time of phases one by one (Emerald Rapids, one core, 2026-11-30, `python -m
benchmarks.peers --workload unet/up_128`).

With channels last, neighbours along a row are filters of one convolution anyway. Rows that meet a
single row of pixels are written in one pass over the input: 128 to 64 channels take 0.92 of the
time of two passes where the result is beyond L3, and 0.98 in L2 (Zen 4, one core, 2026-11-30,
`python -m benchmarks.peers --workload unet/up_128_last` with SCATTERED_PHASES 100 and 0).
"""

import math
from functools import cached_property, lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from polyconv import wisdom
from polyconv._backend import Backend, Cost, Interleaving, UnsupportedProblem
from polyconv._machine import default_workers, threads_now
from polyconv._model import predict
from polyconv._problem import Problem
from polyconv._registry import backend_named, ineligible
from polyconv._select import Choice, auto_candidates, decide, is_auto, state
from polyconv._verbose import VERBOSE, note, prints_choice
from polyconv._veto import max_abs, max_input

from ._phases import Phase, phases_of
from ._problem import TransposedProblem
from ._tuning import TUNING

__all__ = [
    "InterleavedPlan",
    "choice_of_interleaved",
    "interleaved_phases",
]


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
    assert phase.interleaving is not None
    return backend_named(choice.backend).interleaver(phase.problem, phase.interleaving) is not None


@lru_cache(maxsize=512)
def _pays(t: TransposedProblem, factor: float, _workers: int, now: tuple[Any, ...]) -> bool:
    """Return True if interleaved phases are expected to take at most `factor` of phases one by one.

    `now` is the `state` that choices depend on.
    """
    joined, apart = 0.0, 0.0
    for phase in phases_of(t, interleaved=True):
        if phase.interleaving is not None:
            assert phase.problem is not None
            choice = _fastest(phase.problem, phase.interleaving, now)
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
def _fastest(
    p: Problem,
    interleaving: Interleaving,
    _state: tuple[Any, ...],
    dot_products_only: bool = False,
) -> Choice | None:
    """Return auto's choice among the backends that interleave the results of a phase.

    None if no dot product does, which computes what values of the input veto for others.
    """
    able: list[tuple[Backend, Cost]] = []
    for each in auto_candidates():
        if dot_products_only and not each.dot_product:
            continue
        found = each.interleaver(p, interleaving)
        if found is not None and ineligible(each, p) is None:
            able.append((each, found.cost))
    if not any(each.dot_product for each, _ in able):
        return None
    remembered, source = wisdom.recall(p), "wisdom"
    if all(each.name in remembered for each, _ in able):
        seconds = {each.name: remembered[each.name] for each, _ in able}
    else:
        source = "model"
        seconds = {each.name: predict(each, p, cost) for each, cost in able}
    best = min(seconds, key=lambda name: seconds[name])
    return Choice(best, source, seconds[best])


def choice_of_interleaved(phase: Phase, backend: Any) -> Choice:
    """Return the choice for a phase that is interleaved; see `interleaved_phases`."""
    assert phase.problem is not None
    if is_auto(backend):
        assert phase.interleaving is not None
        choice = _fastest(phase.problem, phase.interleaving, state())
    else:
        choice = decide(phase.problem, backend)
    assert choice is not None
    return choice


def _dot_product(p: Problem, interleaving: Interleaving) -> Choice:
    """Return the choice among dot products."""
    choice = _fastest(p, interleaving, state(), dot_products_only=True)
    assert choice is not None
    return choice


class InterleavedPlan:
    """The weights of an interleaved phase, prepared; a `Plan` of it would store filter by filter.

    Its way out of a veto is a plan of its own kind for a dot product. `_plan.Fallback` cannot serve
    here: it runs kernels on results of the problem's own shape, and mends single outputs in them.

    Parameters
    ----------
    problem, interleaving
        Those of the phase.
    choice : Choice
        Of a backend that has an `interleaver` for them.
    weights : ndarray
        In the caller's layout; not copied. If values of them, or of an input, veto the backend, a
        dot product computes the phase.
    bias : ndarray or None
        Of each filter.

    Attributes
    ----------
    problem, choice
    """

    def __init__(
        self,
        problem: Problem,
        interleaving: Interleaving,
        choice: Choice,
        weights: NDArray[Any],
        bias: NDArray[Any] | None,
    ) -> None:
        self._limit = math.inf  # magnitude in the input beyond which the backend is vetoed
        if choice.source != "forced" and not backend_named(choice.backend).dot_product:
            self._limit = max_input(problem, max_abs(weights))
            if self._limit < 0:
                choice = _dot_product(problem, interleaving)
        self.problem, self.choice = problem, choice
        self._interleaving, self._weights, self._bias = interleaving, weights, bias
        interleaver = backend_named(choice.backend).interleaver(problem, interleaving)
        if interleaver is None:
            raise UnsupportedProblem(f"{choice.backend}: {interleaving}")
        with np.errstate(all="ignore"):  # weights may overflow in the accumulator's dtype
            self._kernel: Any = interleaver.prepare(problem.canonical_w(weights))

    @property
    def backend(self) -> str:
        """Name of the backend that answers."""
        return self.choice.backend

    @prints_choice("conv_transpose")
    def __call__(self, x: NDArray[Any], place: NDArray[Any]) -> NDArray[Any]:
        """Write all outputs of the phase, which are those of `place`."""
        problem = self.problem
        if VERBOSE:
            note(problem, self.choice)
        workers = threads_now(problem.workers)
        limits: tuple[float, ...] = ()
        if self._kernel.tracks_max_abs:
            limits = (min(self._limit, self._kernel.max_input),)
        out = problem.canonical_out(place)
        largest = self._kernel(problem.canonical_x(x), self._bias, out, workers, *limits)
        if limits and not largest <= limits[0]:
            self._instead(x, place)
        return place

    @cached_property
    def _instead(self) -> "InterleavedPlan":
        """The plan of a dot product. Two threads may make it twice, which is harmless."""
        choice = _dot_product(self.problem, self._interleaving)
        return InterleavedPlan(self.problem, self._interleaving, choice, self._weights, self._bias)

    def __reduce__(self) -> tuple[Any, ...]:
        parts = (self.problem, self._interleaving, self.choice, self._weights, self._bias)
        return InterleavedPlan, parts
