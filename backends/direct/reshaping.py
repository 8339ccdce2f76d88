"""Problems with other spatial axes: axes of one element are left out, the batch becomes an axis.

The planner lays vectors along the last spatial axis, and cuts a work item from one image, which
takes 0.2 to 0.6 us besides its products. So

- axes of one padded element and one tap are left out: a volume of 500,000x1x1 is a signal;
- a batch of small images, or of short signals of many groups, becomes one image, whose first axis
  is the batch, with one tap: 10,000 signals of 16 samples are an image of 10,000 rows;
- if windows span the whole of a short last axis, the axis with most outputs comes last: for 2x2x2
  taps on 200,000x2x2 elements, vectors run along 199,999 outputs and read four strided rows;
- images of one pixel have their channels last: 1,024 depthwise channels fill 64 vectors.

Values and sums are the same.
"""

from dataclasses import replace
from functools import lru_cache
from typing import Any, NamedTuple

from numpy.typing import NDArray

from polyconv._problem import Problem

from .tuning import TUNING

__all__ = ["Reshaping", "reshaped", "reshaping_of"]

# Structural: maximum number of spatial axes of the C plan.
_MAX_SPATIAL_AXES = 3
# Structural: maximum elements of an axis that is too short to fill vectors (along longer axes the
# variant `dot` has taps in the lanes), and minimum outputs of the axis that takes its place. With
# fewer, making views of the arrays, which takes 1 us, does not pay.
_MAX_SHORT_AXIS, _MIN_LONG_OUTPUTS = 8, 128


class Reshaping(NamedTuple):
    """A problem with other spatial axes, and the views of arrays that it takes.

    Attributes
    ----------
    problem : Problem
    axes : tuple
        Index of the spatial axes of canonical arrays: slices of those that are kept, 0 elsewhere.
    order : tuple or None
        The order of all axes that are kept; None if it stays, so that weights stay as they lie in
        memory.
    joins : bool
        True if the batch is the first spatial axis.
    sources : tuple of four int
        Entry i, for i = batch, depth, height and width of the C plan, is the axis of the canonical
        images that it steps along: 0 for the batch, 1 to 3 for depth, height and width, or -1 if it
        has one element.
    """

    problem: Problem
    axes: tuple[Any, ...]
    order: tuple[int, ...] | None
    joins: bool
    sources: tuple[int, int, int, int]

    def of_w(self, w: NDArray[Any]) -> NDArray[Any]:
        """Return the view of canonical weights."""
        w = w[self.axes]
        if self.order is not None:
            w = w.transpose(self.order)
        return w[:, :, None] if self.joins else w


def reshaped(p: Problem) -> Problem:
    """Return the problem that is planned in place of `p`; for most problems `p` itself."""
    reshaping = reshaping_of(p)
    return p if reshaping is None else reshaping.problem


def reshaping_of(p: Problem) -> Reshaping | None:
    """Return how `p` gets the axes that suit the planner best; None if it has them."""
    if p.empty or (
        p.batch < TUNING.MIN_JOINED_IMAGES and 1 not in p.padded and not _is_short(p, p.rank - 1)
    ):
        return None
    return _reshaping(p, _joins_batch(p))


def _joins_batch(p: Problem) -> bool:
    """Return True if the batch becomes an axis: if work items of one image would be too small."""
    if p.batch < TUNING.MIN_JOINED_IMAGES:
        return False
    # Images of one pixel would each read all weights from L2. 32 images of 512 channels to 512 take
    # 0.38 ms one by one, 0.15 ms as one image (float32, Zen 4, 1 core, 2026-11-30, by `plan`).
    if set(p.padded) == {1}:
        return True
    # Signals of several groups have a work item for each group. Images of several groups are not
    # joined: kernels read images unpacked, but pack the volume that they would become, which takes
    # 1.4 to 2 times as long (16 depthwise channels of 16x16 pixels, Zen 4, 2026-11-30).
    short = p.padded[:-1] == (1,) * (p.rank - 1) and p.out[-1] <= TUNING.MAX_JOINED_ROW
    items = p.batch * (p.groups if short else 1)
    return bool(p.flops <= items * TUNING.MAX_JOINED_FLOPS)


def _sorted(p: Problem, axes: list[int]) -> list[int]:
    """Return axes in the order that suits the planner: that with most outputs after short ones."""
    if not axes or p.oc_per_group > 1 or not _is_short(p, axes[-1]):
        return axes
    longest = max(axes, key=lambda axis: (p.out[axis], axis))
    if p.out[longest] < _MIN_LONG_OUTPUTS:
        return axes
    return [axis for axis in axes if axis != longest] + [longest]


def _is_short(p: Problem, axis: int) -> bool:
    """Return True if an axis has few elements, and one output."""
    return p.out[axis] == 1 and p.padded[axis] <= _MAX_SHORT_AXIS


@lru_cache(maxsize=1024)
def _reshaping(p: Problem, joins: bool) -> Reshaping | None:
    sizes = zip(p.spatial, p.padded, strict=True)
    kept = [axis for axis, (n, padded) in enumerate(sizes) if not n == padded == 1]
    joins = joins and len(kept) < _MAX_SPATIAL_AXES
    if not kept and not joins:
        kept = [p.rank - 1]
    sorted_axes = _sorted(p, kept)
    if not joins and sorted_axes == kept and len(kept) == p.rank:
        return None
    order = None
    if sorted_axes != kept:
        order = (0, 1, *(2 + kept.index(axis) for axis in sorted_axes))
    batch = (p.batch,) if joins else ()
    one, none = (1,) * joins, ((0, 0),) * joins
    # Channels of images of one pixel lie side by side in either format.
    pixels = all(n == padded == 1 for n, padded in zip(p.spatial, p.padded, strict=True))
    problem = replace(
        p,
        batch=1 if joins else p.batch,
        batched=True,
        data_format="channels_last" if pixels else p.data_format,
        spatial=batch + tuple([p.spatial[axis] for axis in sorted_axes]),
        kernel=one + tuple([p.kernel[axis] for axis in sorted_axes]),
        stride=one + tuple([p.stride[axis] for axis in sorted_axes]),
        dilation=one + tuple([p.dilation[axis] for axis in sorted_axes]),
        pads=none + tuple([p.pads[axis] for axis in sorted_axes]),
    )
    axes = (slice(None), slice(None), *(slice(None) if i in kept else 0 for i in range(p.rank)))
    spatial = (0,) * joins + tuple([1 + _MAX_SPATIAL_AXES - p.rank + axis for axis in sorted_axes])
    depth, height, width = (-1,) * (_MAX_SPATIAL_AXES - len(spatial)) + spatial
    return Reshaping(problem, axes, order, joins, (-1 if joins else 0, depth, height, width))
