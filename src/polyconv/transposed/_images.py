"""Phases with one tap along an axis, whose places along it are images of a problem of lower rank.

A 3x3x3 kernel of stride 2 has phases of 2x2x2 taps, of 2x2x1, of 2x1x1 and of 1x1x1. Winograd has
transforms for equal windows along all axes. A phase of 2x2x1 taps is a convolution of 2x2 taps of
as many images as it has places along the last axis: moving that axis to the batch copies nothing,
and auto then chooses among all backends. Phases of 64 to 32 channels with 2x2x1, 2x1x2 and 1x2x2
taps on 16x16x16 pixels take 0.81, 0.72 and 0.72 of the time with channels last, and the whole layer
0.9. A kernel of 1x3x3 with stride 1 takes 0.4, in both layouts (Zen 4, one core, 2026-12-01,
`python -m benchmarks.cost_model limits images`).
"""

from dataclasses import replace
from functools import lru_cache
from operator import itemgetter
from typing import Any, TypeVar

from polyconv._machine import default_workers
from polyconv._problem import Problem
from polyconv._select import MAX_FLOPS_BETWEEN, decide, state

from ._phases import Phase, phases_of
from ._problem import TransposedProblem
from ._tuning import TUNING

__all__ = ["fastest_phases", "phase_of_images"]

_T = TypeVar("_T")


def fastest_phases(t: TransposedProblem, prepared: bool) -> tuple[Phase, ...]:
    """Return the phases one by one, those as images that auto is expected to compute faster so.

    A plain call, without `prepared` weights, packs them each time, which counts.
    """
    return _fastest(t, prepared, TUNING.IMAGES_OF_ONE_TAP, default_workers(), state())


@lru_cache(maxsize=512)
def _fastest(
    t: TransposedProblem, prepared: bool, factor: float, _workers: int, _state: tuple[Any, ...]
) -> tuple[Phase, ...]:
    """Return `fastest_phases`, kept for the `state` that choices depend on."""
    return tuple([_faster(t, phase, prepared, factor) for phase in phases_of(t)])


def _faster(t: TransposedProblem, phase: Phase, prepared: bool, factor: float) -> Phase:
    """Return a phase as images if that is expected to take at most `factor` of its time."""
    p = phase.problem
    if p is None or not (prepared or p.flops > MAX_FLOPS_BETWEEN):
        return phase  # comparing backends for each axis would take as long as a plain call
    others = [phase_of_images(t, phase, axis) for axis in range(t.rank)]
    able = [each for each in others if each is not None]
    if not able:
        return phase
    seconds, best = min(((_seconds(each, prepared), each) for each in able), key=itemgetter(0))
    return best if seconds <= factor * _seconds(phase, prepared) else phase


def phase_of_images(t: TransposedProblem, phase: Phase, axis: int) -> Phase | None:
    """Return the phase whose places along a spatial axis are images, or None.

    They are so for a single image, if the phase has one tap along the axis and more along another.
    With channels first the last axis is not moved, and rows of the result are whole: images by
    winograd that store every second element take up to 1.14 of the time of all axes by direct (32
    to 16 channels, 32x32x32 pixels; Zen 4, one core, 2026-12-01, `benchmarks.cost_model limits
    images`).
    """
    p = phase.problem
    if p is None or t.batch != 1 or t.rank < 2 or phase.others:
        return None
    if t.data_format == "channels_first" and (axis == t.rank - 1 or t.stride[-1] > 1):
        return None
    if p.kernel[axis] > 1 or max(p.kernel) == 1 or p.pads[axis] != (0, 0):
        return None
    return replace(phase, problem=_of_images(p, axis), images=axis)


def _of_images(p: Problem, axis: int) -> Problem:
    """Return the problem of lower rank."""

    def without(values: tuple[_T, ...]) -> tuple[_T, ...]:
        return values[:axis] + values[axis + 1 :]

    return replace(
        p,
        batch=p.spatial[axis],
        batched=True,
        spatial=without(p.spatial),
        kernel=without(p.kernel),
        stride=without(p.stride),
        dilation=without(p.dilation),
        pads=without(p.pads),
    )


def _seconds(phase: Phase, prepared: bool) -> float:
    """Return the time that auto's choice for a phase is expected to take."""
    assert phase.problem is not None
    return decide(phase.problem, prepared=prepared).seconds or 0.0
