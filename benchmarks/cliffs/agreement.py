"""The comparison of an alternative's result with ours."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from benchmarks.peers.task import TOLERANCE

from .task import CliffTask

__all__ = ["disagreement"]

_TOLERANCE = {**TOLERANCE, "float16": 1e-3}


def disagreement(task: CliffTask, theirs: NDArray[Any], ours: NDArray[Any]) -> str | None:
    """Return how a result differs from ours by more than rounding, or None if it does not.

    Integers must be equal, NaN and infinities must be at the same places, and all other elements
    must differ by at most `_TOLERANCE`, in units of ``max|x| * sum|w_k|``.
    """
    if theirs.shape != ours.shape or theirs.dtype != ours.dtype:
        return f"{theirs.dtype} of shape {theirs.shape}; ours {ours.dtype} of {ours.shape}"
    if ours.size == 0:
        return None
    if task.exact:
        different = int(np.count_nonzero(theirs != ours))
        return f"{different} integers differ" if different else None
    finite = np.isfinite(ours)
    if not np.array_equal(finite, np.isfinite(theirs)):
        return f"{np.count_nonzero(finite != np.isfinite(theirs))} elements are not finite in one"
    if not finite.all():
        special, other = ours[~finite], theirs[~finite]
        if ours.dtype.kind == "f" and not np.array_equal(special, other, equal_nan=True):
            return "NaN where ours has infinity, the reverse, or infinity of the other sign"
    with np.errstate(invalid="ignore"):
        difference = np.abs(theirs - ours)
    allowed = _TOLERANCE[ours.dtype.name] * _scale(task, difference.shape)
    wrong = finite & (difference > allowed)
    if wrong.any():
        worst = float(np.max(difference / allowed, where=wrong, initial=0))
        number = np.count_nonzero(wrong)
        return f"{number} elements differ, by up to {worst:.3g} times the tolerance"
    return None


def _scale(task: CliffTask, shape: tuple[int, ...]) -> NDArray[np.float64]:
    """Return ``max|x| * sum|w_k|``, where outputs that read a fill value count its magnitude."""
    sums = np.abs(task.w).sum(axis=tuple(range(1, task.w.ndim)), dtype=np.float64)
    channels = (1, -1, *(1,) * task.rank)
    scale = (task.max_abs * sums).reshape(channels)
    if task.case.values != "fill":
        return scale
    p = task.problem
    image, _, *place = task.case.special_element
    reading = [  # outputs whose windows hold element i
        slice(max(0, -((e - 1 - lo - i) // s)), (i + lo) // s + 1)
        for i, (lo, _), e, s in zip(place, p.pads, p.extent, p.stride, strict=True)
    ]
    scale = np.broadcast_to(scale, shape).copy()
    max_abs = float(np.abs(task.x[task.case.special_element]))
    scale[(image, slice(None), *reading)] = (max_abs * sums).reshape(channels[1:])
    return scale
