"""The order of axes in which a problem is computed: that of its input in memory.

Kernels read and write whole rows, or the channels of a pixel. In an array in Fortran order, or a
transposed view, neighbours of a row lie in different cache lines, and a call took 4 to 24 times as
long as on a C-ordered copy. Exchanging spatial axes of the input, the weights and the result alike
changes nothing in the definition, and neither does the place of the channels. So the front
transposes all three: each is a view, and rows are contiguous again. A new result has the order of
the input in memory, as NumPy's own functions give with ``order="K"``.
"""

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any, NamedTuple, TypeVar

from numpy.typing import NDArray

from ._backend import UnsupportedProblem
from ._cpu import is_c_contiguous
from ._problem import Problem
from ._select import decide, decide_for, is_auto

__all__ = ["AxisOrder", "axis_order"]

_T = TypeVar("_T")


# Minimum number of channels of a pixel for which a problem with interleaved channels is computed as
# channels_last; depthwise problems have no minimum. With fewer, channels_first reads rows whose
# elements lie some elements apart. Times with 3 and 4 channels, as multiples of the time for
# contiguous rows (3x3; Zen 3, one core, 2026-11-29, `python -m benchmarks.cliffs --family
# layouts`):
#
# - channels_first: 1.1 to 1.3;
# - channels_last: 1.2 to 1.7.
_MIN_CHANNELS_LAST = 8

# Minimum number of images, interleaved element by element, that are computed as a last spatial
# axis. "few" is for fewer than `_MIN_CHANNELS_LAST` channels, "many" for all others. Times as
# multiples of the time for contiguous images (3x3; Zen 3, one core, 2026-11-29, the command above):
#
# - as an axis: 0.2 to 1.4 with up to 3 channels, 1.3 to 3.3 with many;
# - image by image: 1.0 to 10 with up to 3 channels, 1.4 to 3.6 with many.
_MIN_IMAGES_LAST = {"few": 4, "many": 16}


@dataclass(frozen=True, slots=True)
class AxisOrder:
    """Another order of the axes of a problem, and views of its arrays in that order.

    Attributes
    ----------
    problem : Problem
        The problem in this order: what is chosen for, prepared and computed. It is dense; weights
        are tested in this order, as a backend will see them.
    x_axes, w_axes : tuple of int
        The caller's axes of `x` (and of the result) and of `w`, in this order.
    images_last : bool
        True if the images of the batch are a last spatial axis, along which the kernel has size 1.
    """

    problem: Problem
    x_axes: tuple[int, ...]
    w_axes: tuple[int, ...]
    images_last: bool = False

    def of_x(self, x: NDArray[Any]) -> NDArray[Any]:
        """Return the view of an input or a result in this order."""
        return x.transpose(self.x_axes)

    def of_w(self, w: NDArray[Any]) -> NDArray[Any]:
        """Return the view of weights in this order."""
        w = w.transpose(self.w_axes)
        return w[..., None] if self.images_last else w

    def canonical_w(self, w: NDArray[Any]) -> NDArray[Any]:
        """Return the canonical view of weights in this order."""
        return self.problem.canonical_w(self.of_w(w))

    def result(self, result: NDArray[Any]) -> NDArray[Any]:
        """Return the view of a result of this order in the caller's."""
        return result.transpose([self.x_axes.index(i) for i in range(result.ndim)])


def axis_order(
    problem: Problem, x: NDArray[Any], backend: Any, w: NDArray[Any] | None = None
) -> AxisOrder | None:
    """Return the order of axes to compute `problem` in, or None for the caller's own.

    Parameters
    ----------
    problem : Problem
    x : ndarray
        The input, in the caller's layout.
    backend : str
        The caller's argument. A backend that is named but refuses the other order, for its
        workspace for example, computes in the caller's.
    w : ndarray, optional
        The weights in the caller's layout, for backends that need a structure.
    """
    if is_c_contiguous(x):
        return None
    order = _for_strides(problem.dense, x.strides)
    if order is not None and not (is_auto(backend) and problem.workspace_limit is None):
        try:
            if w is None:
                decide(order.problem, backend)
            else:
                decide_for(order.problem, order.canonical_w(w), backend)
        except UnsupportedProblem:
            return None
    return order


class _Axes(NamedTuple):
    """The caller's axes of `x` and of `w`, by meaning; the batch axis is 0, if there is one."""

    batch: tuple[int, ...]
    channels: int
    spatial: tuple[int, ...]
    filters: int
    filter_channels: int
    kernel: tuple[int, ...]

    @classmethod
    def of(cls, p: Problem) -> "_Axes":
        """Return the axes of a problem's arrays."""
        rank, first = p.rank, 1 if p.batched else 0
        batch = (0,) * first
        if p.data_format == "channels_last":
            spatial = tuple(range(first, first + rank))
            return cls(batch, first + rank, spatial, rank + 1, rank, tuple(range(rank)))
        spatial = tuple(range(first + 1, first + 1 + rank))
        return cls(batch, first, spatial, 0, 1, tuple(range(2, 2 + rank)))


@lru_cache(maxsize=1024)
def _for_strides(problem: Problem, strides: tuple[int, ...]) -> AxisOrder | None:
    """Return the order for an input with these strides.

    Axes of one element have no step, and elements that repeat, at a step of 0, are in the caches:
    both stay where they are.
    """
    axes = _Axes.of(problem)
    steps = [abs(strides[axis]) for axis in axes.spatial]
    moving = [i for i in range(problem.rank) if problem.spatial[i] > 1 and steps[i] > 0]
    if not moving:
        return None
    nearest = min(steps[i] for i in moving)
    order = tuple(range(problem.rank))
    if steps[moving[-1]] > nearest:
        by_step = dict(zip(moving, sorted(moving, key=lambda i: -steps[i]), strict=True))
        order = tuple(by_step.get(i, i) for i in order)
    channel_step = abs(strides[axes.channels])
    data_format, few = problem.data_format, problem.in_channels < _MIN_CHANNELS_LAST
    if problem.in_channels > 1:
        if not 0 < channel_step < nearest:
            data_format = "channels_first"
        elif not few or problem.groups == problem.in_channels:
            data_format = "channels_last"
        nearest = min(nearest, channel_step or nearest)
    images = problem.batch if 0 < abs(strides[0]) < nearest else 1
    if problem.rank < 3 and images >= _MIN_IMAGES_LAST["few" if few else "many"]:
        return _ordered(problem, order, "channels_first", True)
    if order == tuple(range(problem.rank)) and data_format == problem.data_format:
        return None
    return _ordered(problem, order, data_format, False)


@lru_cache(maxsize=1024)
def _ordered(
    problem: Problem, order: tuple[int, ...], data_format: str, images_last: bool
) -> AxisOrder:
    """Return the order with spatial axes in `order`, and the channels as `data_format` says."""
    axes = _Axes.of(problem)
    spatial, kernel = _permuted(axes.spatial, order), _permuted(axes.kernel, order)
    if data_format == "channels_last":
        x_axes = (*axes.batch, *spatial, axes.channels)
        w_axes = (*kernel, axes.filter_channels, axes.filters)
    else:
        x_axes = (*axes.batch, axes.channels, *spatial)
        w_axes = (axes.filters, axes.filter_channels, *kernel)
    permuted = replace(
        problem,
        spatial=_permuted(problem.spatial, order),
        kernel=_permuted(problem.kernel, order),
        stride=_permuted(problem.stride, order),
        dilation=_permuted(problem.dilation, order),
        pads=_permuted(problem.pads, order),
        data_format=data_format,
    )
    if not images_last:
        return AxisOrder(permuted, x_axes, w_axes)
    with_images = replace(
        permuted,
        batch=1,
        batched=False,
        spatial=(*permuted.spatial, problem.batch),
        kernel=(*permuted.kernel, 1),
        stride=(*permuted.stride, 1),
        dilation=(*permuted.dilation, 1),
        pads=(*permuted.pads, (0, 0)),
    )
    return AxisOrder(with_images, (*x_axes[1:], 0), w_axes, True)


def _permuted(values: tuple[_T, ...], order: tuple[int, ...]) -> tuple[_T, ...]:
    return tuple(values[i] for i in order)
