"""The same problem with other spatial axes: without those of one element, with the batch as one.

The planner lays vectors along the last spatial axis, and cuts a work item from one image, which
takes 0.2 to 0.6 us besides its products. So

- axes of one padded element and one tap are left out: a volume of 500,000x1x1 is a signal;
- a batch of small images becomes one image, whose first axis is the batch, with one tap: 10,000
  signals of 16 samples are an image of 10,000 rows.

Values and sums are the same.
"""

from dataclasses import replace
from functools import lru_cache
from typing import Any, NamedTuple

from numpy.typing import NDArray

from polyconv._backend import Kernel
from polyconv._problem import Problem

from .tuning import TUNING

__all__ = ["ReshapedKernel", "reshaped", "reshaping_of"]

# Structural: spatial axes of the C plan, at most.
_MAX_RANK = 3


class Reshaping(NamedTuple):
    """A problem with other spatial axes, and the views of arrays that it takes.

    Attributes
    ----------
    problem : Problem
    axes : tuple
        Index of the spatial axes of canonical arrays: slices of those that are kept, 0 elsewhere.
    joins : bool
        True if the batch is the first spatial axis.
    """

    problem: Problem
    axes: tuple[Any, ...]
    joins: bool

    def of_image(self, array: NDArray[Any]) -> NDArray[Any]:
        """Return the view of a canonical input or result."""
        array = array[self.axes]
        return array.swapaxes(0, 1)[None] if self.joins else array

    def of_w(self, w: NDArray[Any]) -> NDArray[Any]:
        """Return the view of canonical weights."""
        w = w[self.axes]
        return w[:, :, None] if self.joins else w


def reshaped(p: Problem) -> Problem:
    """Return the problem that is planned in place of `p`; for most problems `p` itself."""
    reshaping = reshaping_of(p)
    return p if reshaping is None else reshaping.problem


def reshaping_of(p: Problem) -> Reshaping | None:
    """Return how `p` gets the axes that suit the planner best; None if it has them."""
    if p.empty or (p.batch < TUNING.MIN_JOINED_IMAGES and 1 not in p.padded):
        return None
    joins = p.batch >= TUNING.MIN_JOINED_IMAGES and p.flops <= p.batch * TUNING.MAX_JOINED_FLOPS
    return _reshaping(p, joins)


@lru_cache(maxsize=1024)
def _reshaping(p: Problem, joins: bool) -> Reshaping | None:
    sizes = zip(p.spatial, p.padded, strict=True)
    kept = [axis for axis, (n, padded) in enumerate(sizes) if not n == padded == 1]
    joins = joins and len(kept) < _MAX_RANK
    if not kept and not joins:
        kept = [p.rank - 1]
    if not joins and len(kept) == p.rank:
        return None
    batch = (p.batch,) if joins else ()
    one, none = (1,) * joins, ((0, 0),) * joins
    problem = replace(
        p,
        batch=1 if joins else p.batch,
        batched=True,
        spatial=batch + tuple([p.spatial[axis] for axis in kept]),
        kernel=one + tuple([p.kernel[axis] for axis in kept]),
        stride=one + tuple([p.stride[axis] for axis in kept]),
        dilation=one + tuple([p.dilation[axis] for axis in kept]),
        pads=none + tuple([p.pads[axis] for axis in kept]),
    )
    axes = (slice(None), slice(None), *(slice(None) if i in kept else 0 for i in range(p.rank)))
    return Reshaping(problem, axes, joins)


class ReshapedKernel(Kernel):
    """The kernel of a reshaped problem, called with arrays of the problem itself."""

    def __init__(self, reshaping: Reshaping, kernel: Kernel) -> None:
        self._reshaping, self._kernel = reshaping, kernel

    def __call__(
        self, x: NDArray[Any], bias: NDArray[Any] | None, out: NDArray[Any], workers: int
    ) -> None:
        """Write every element of `out`."""
        view = self._reshaping.of_image
        self._kernel(view(x), bias, view(out), workers)
