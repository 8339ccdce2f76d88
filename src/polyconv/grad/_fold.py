"""The adjoint of `numpy.pad`: each element of the padding is added to the element it repeats.

Along one axis, the padding is a list of runs: coordinates next to each other that repeat elements
next to each other, forwards or backwards, or one element (an edge). Boxes of runs are added by
slices, so that no array of indices is needed.
"""

from collections.abc import Callable, Iterator
from itertools import product
from math import prod
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from polyconv._padded_input import MAX_INDICES, input_indices
from polyconv._problem import Problem

__all__ = ["MAX_FOLDED_BYTES", "Run", "boxes", "fold", "inside_of"]

# Structural: maximum bytes of a part of the padding's gradient. It bounds the memory beside the
# result. A part of one element of each channel may take more.
MAX_FOLDED_BYTES = 1 << 22


class Run(NamedTuple):
    """Neighbouring coordinates of the padded input, and the input's elements that they repeat.

    `step` is 1 or -1 if the elements follow each other forwards or backwards, and 0 if all
    coordinates repeat one element.
    """

    start: int
    length: int
    first: int
    step: int

    @property
    def bisected(self) -> "tuple[Run, Run]":
        """The run in two parts."""
        m = self.length // 2
        rest = Run(self.start + m, self.length - m, self.first + m * self.step, self.step)
        return self._replace(length=m), rest


def inside_of(p: Problem, axis: int) -> Run:
    """Return the run that is the input itself."""
    return Run(p.pads[axis][0], p.spatial[axis], 0, 1)


def _runs(p: Problem, axis: int) -> Iterator[Run]:
    """Return the runs of the padding along an axis, as far as windows read it."""
    for begin, end in _padding_read(p, axis):
        for start in range(begin, end, MAX_INDICES):
            elements = input_indices(p, axis, start, min(start + MAX_INDICES, end))
            steps = np.diff(elements)
            at = 0
            while at < len(elements):
                step = int(steps[at]) if at < len(steps) else 1
                differs = np.flatnonzero(steps[at:] != step)
                length = int(differs[0]) + 1 if len(differs) else len(elements) - at
                if abs(step) > 1:
                    step, length = 1, 1
                yield Run(start + at, length, int(elements[at]), step)
                at += length


def _padding_read(p: Problem, axis: int) -> Iterator[tuple[int, int]]:
    """Return ranges that hold all coordinates of the padding that windows read along an axis.

    If windows do not touch, each window has a range. If the coordinates of one tap do not reach
    those of the next tap, each tap has a range. The padding between the ranges, which nothing
    reads, may be far longer than all arrays.
    """
    stride, dilation, extent = p.stride[axis], p.dilation[axis], p.extent[axis]
    places = (p.out[axis] - 1) * stride + 1  # of one tap
    if stride > extent:
        parts = [(o * stride, o * stride + extent) for o in range(p.out[axis])]
    elif dilation > places:
        parts = [(t * dilation, t * dilation + places) for t in range(p.kernel[axis])]
    else:
        parts = [(0, places - 1 + extent)]
    before = p.pads[axis][0]
    after = before + p.spatial[axis]
    for begin, end in parts:
        yield begin, min(end, before)
        yield max(begin, after), end


def boxes(p: Problem) -> Iterator[tuple[Run, ...]]:
    """Return the boxes of runs that make up the padding, each of `MAX_FOLDED_BYTES` an image."""
    along = [[inside_of(p, axis), *_runs(p, axis)] for axis in range(p.rank)]
    for index, box in enumerate(product(*along)):
        if index > 0:
            yield from _pieces(p, box)


def _pieces(p: Problem, box: tuple[Run, ...]) -> Iterator[tuple[Run, ...]]:
    taken = prod(run.length for run in box) * p.in_channels * p.accumulator.itemsize
    longest = max(range(p.rank), key=lambda axis: box[axis].length)
    if taken <= MAX_FOLDED_BYTES or box[longest].length == 1:
        yield box
        return
    for half in box[longest].bisected:
        yield from _pieces(p, (*box[:longest], half, *box[longest + 1 :]))


def fold(
    p: Problem, out: NDArray[Any], gradient_of: Callable[[tuple[Run, ...], slice], NDArray[Any]]
) -> None:
    """Add the gradient of the padding to `out`, which holds that of the input itself.

    Parameters
    ----------
    p : Problem
    out : ndarray
        Canonical, ``(batch, in_channels, *spatial)``.
    gradient_of : callable
        Returns the gradient of a box of some images, canonical.
    """
    for box in boxes(p):
        taken = prod(run.length for run in box) * p.in_channels * p.accumulator.itemsize
        images = max(1, MAX_FOLDED_BYTES // max(taken, 1))
        target, sums = [], []
        for axis, run in enumerate(box, 2):
            if run.step == 0:
                sums.append(axis)
                target.append(slice(run.first, run.first + 1))
            else:
                last = run.first + run.step * run.length
                target.append(slice(run.first, last if last >= 0 else None, run.step))
        for start in range(0, p.batch, images):
            part = slice(start, start + images)
            values = gradient_of(box, part)
            if sums:
                values = values.sum(axis=tuple(sums), keepdims=True, dtype=values.dtype)
            place = out[(part, slice(None), *target)]
            place[...] = place + values
