"""polyconv on rearrangements of a problem: none of them should be much faster than the problem."""

import math
from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

import polyconv

from .task import Call, CliffTask

__all__ = ["BACKENDS", "PREFIX", "REARRANGED"]

# Prefix of the names of alternatives that call polyconv itself.
PREFIX = "polyconv "

# Maximum number of calls in a loop over images, filters or groups.
_MAX_LOOP = 1000
# Maximum number of elements of a padded copy.
_MAX_PADDED = 60_000_000
# Maximum product of strides for an alternative that computes all outputs and keeps some.
_MAX_STRIDE = 16


def _contiguous(task: CliffTask) -> Call | None:
    """A copy of `x` in C order."""
    if task.x.flags.c_contiguous and task.x.dtype.isnative:
        return None
    native = task.x.dtype.newbyteorder("=")
    return lambda: _conv(task, np.ascontiguousarray(task.x, native), task.w)


def _transposed(task: CliffTask) -> Call | None:
    """Spatial axes of both arrays in reverse order, where that makes rows contiguous."""
    p = task.problem
    if task.x.flags.c_contiguous or p.rank == 1 or task.x.strides[2] > task.x.strides[-1]:
        return None
    axes = (0, 1, *range(p.rank + 1, 1, -1))
    options = {**task.options, "stride": p.stride[::-1], "dilation": p.dilation[::-1]}
    options["padding"] = p.pads[::-1]
    return lambda: polyconv.conv(
        task.x.transpose(axes), task.w.transpose(axes), **options
    ).transpose(axes)


def _exchanged(task: CliffTask) -> Call | None:
    """The kernel as input and the input as kernel, where the kernel is the larger one.

    NaN or infinity in `x` would multiply the padding as well, if `x` were the weights.
    """
    p = task.problem
    places = task.windows_of_full()
    if not task.single or not task.zeros or places is None or set(p.dilation) != {1}:
        return None
    if not task.finite:
        return None
    if 2 * math.prod(p.kernel) <= math.prod(p.spatial):
        return None
    backwards: Any = (..., *(slice(None, None, -1),) * p.rank)
    return lambda: polyconv.conv(task.w[backwards], task.x, padding="full", flip=True)[places]


def _each(axis: str) -> Callable[[CliffTask], Call | None]:
    """Return the function that makes a loop of calls, each for one image, filter or group."""

    def make(task: CliffTask) -> Call | None:
        p = task.problem
        number = {"image": p.batch, "filter": p.out_channels, "group": p.groups}[axis]
        if not 1 < number <= _MAX_LOOP or (axis == "filter" and p.groups > 1):
            return None
        if axis == "group" and p.groups not in (p.in_channels, p.out_channels):
            return None
        options = {**task.options, "groups": 1 if axis == "group" else p.groups}
        ic, oc = p.ic_per_group, p.oc_per_group

        def call() -> Any:
            y = np.empty((p.batch, p.out_channels, *p.out), p.dtype)
            for i in range(number):
                match axis:
                    case "image":
                        y[i : i + 1] = polyconv.conv(task.x[i : i + 1], task.w, **options)
                    case "filter":
                        y[:, i : i + 1] = polyconv.conv(task.x, task.w[i : i + 1], **options)
                    case _:
                        x, w = (
                            task.x[:, i * ic : (i + 1) * ic],
                            task.w[i * oc : (i + 1) * oc],
                        )
                        y[:, i * oc : (i + 1) * oc] = polyconv.conv(x, w, **options)
            return y

        return call

    return make


def _batch_as_rows(task: CliffTask) -> Call | None:
    """Signals as the rows of one image, images as those of one volume."""
    p = task.problem
    if p.batch == 1 or p.in_channels > 1 or p.out_channels > 1 or p.rank == 3:
        return None
    options = {name: getattr(p, name) for name in ("stride", "dilation")}
    options = {name: (1, *value) for name, value in options.items()}
    options["padding"] = ((0, 0), *p.pads)
    x, w = task.x.swapaxes(0, 1)[None], task.w[:, :, None]
    options["padding_mode"] = p.padding_mode
    return lambda: polyconv.conv(x[0][None], w, **options)[0].swapaxes(0, 1)


def _finite(task: CliffTask) -> Call | None:
    """The special value replaced by zero, and its products added to the outputs that it meets."""
    p, case = task.problem, task.case
    if case.values not in ("nan", "inf", "fill") or {*p.stride, *p.dilation} != {1}:
        return None
    if not task.zeros:
        return None
    image, channel, *place = case.special_element
    group = channel // p.ic_per_group
    filters = slice(group * p.oc_per_group, (group + 1) * p.oc_per_group)
    to: list[Any] = []
    taps: list[Any] = []
    for i, (lo, _), k, out in zip(place, p.pads, p.kernel, p.out, strict=True):
        first, last = max(0, i + lo - k + 1), min(out - 1, i + lo)
        to.append(slice(first, last + 1))
        taps.append(slice(i + lo - last, i + lo - first + 1))
    backwards: Any = (..., *(slice(None, None, -1),) * p.rank)
    weights = task.w[(filters, channel % p.ic_per_group, *taps)][backwards]

    def call() -> Any:
        x = task.x.copy(order="K")
        value = x[case.special_element]
        x[case.special_element] = 0
        y = _conv(task, x, task.w)
        with np.errstate(all="ignore"):
            y[(image, filters, *to)] += value * weights
        return y

    return call


def _rounded(task: CliffTask) -> Call | None:
    """Integers in float64, rounded, where that is exact."""
    if not task.exact or not task.exact_by_transform:
        return None

    def call() -> Any:
        y = _conv(task, task.x.astype(np.float64), task.w.astype(np.float64))
        return np.rint(y).astype(task.dtype)

    return call


def _converted(task: CliffTask) -> Call | None:
    """Both arrays converted to the dtype of the sums, and back."""
    if task.exact or task.x.dtype == task.w.dtype == task.problem.accumulator:
        return None
    sums = task.problem.accumulator

    def call() -> Any:
        y = _conv(task, task.x.astype(sums), task.w.astype(sums))
        return y.astype(task.dtype, copy=False)

    return call


def _padded_first(task: CliffTask) -> Call | None:
    """`numpy.pad`, and the rest without padding."""
    p = task.problem
    size = p.batch * p.in_channels * math.prod(p.padded)
    if not task.padded or size > _MAX_PADDED or p.padding_mode == "constant":
        return None
    mode = "constant" if p.padding_mode == "zeros" else p.padding_mode
    options = {**task.options, "padding": 0, "padding_mode": "zeros"}
    pads = ((0, 0), (0, 0), *p.pads)
    return lambda: polyconv.conv(np.pad(task.x, pads, mode), task.w, **options)


def _squeezed(task: CliffTask) -> Call | None:
    """Axes of length 1 dropped, with the taps that only meet padding there."""
    p = task.problem
    kept = [axis for axis, n in enumerate(p.spatial) if n > 1]
    if not task.zeros or len(kept) in (0, p.rank):
        return None
    taps: list[Any] = [slice(None), slice(None)]
    for axis in range(p.rank):
        lo, dilation = p.pads[axis][0], p.dilation[axis]
        if axis in kept:
            taps.append(slice(None))
        elif p.out[axis] > 1 or lo % dilation:
            return None
        else:
            taps.append(lo // dilation)
    options: dict[str, Any] = {
        "padding": tuple(p.pads[axis] for axis in kept),
        "stride": tuple(p.stride[axis] for axis in kept),
        "dilation": tuple(p.dilation[axis] for axis in kept),
        "groups": p.groups,
    }
    w, shape = task.w[tuple(taps)], (p.batch, p.out_channels, *p.out)
    x = task.x.reshape(*task.x.shape[:2], *(p.spatial[axis] for axis in kept))
    return lambda: polyconv.conv(x, w, **options).reshape(shape)


def _every_stride(task: CliffTask) -> Call | None:
    """All windows, of which every stride-th is kept."""
    p = task.problem
    if not 1 < math.prod(p.stride) <= _MAX_STRIDE:
        return None
    options = {**task.options, "padding": p.pads, "stride": 1}
    places = (..., *(slice(None, None, s) for s in p.stride))
    return lambda: polyconv.conv(task.x, task.w, **options)[places]


def _by_name(backend: str) -> Callable[[CliffTask], Call | None]:
    """Return the function that makes a call of one backend, if it is eligible and not hopeless."""

    def make(task: CliffTask) -> Call | None:
        if backend not in task.named_backends:
            return None
        return lambda: polyconv.conv(task.x, task.w, backend=backend, **task.options)

    return make


def _conv(task: CliffTask, x: NDArray[Any], w: NDArray[Any]) -> NDArray[Any]:
    return polyconv.conv(x, w, **task.options)


# All backends but the references, cython and naive.
BACKENDS = ("direct", "winograd", "im2col", "fft_tiled", "fft")

REARRANGED = {
    f"{PREFIX}on a C-ordered copy": _contiguous,
    f"{PREFIX}on exchanged axes": _transposed,
    f"{PREFIX}with x and w exchanged": _exchanged,
    f"{PREFIX}for each image": _each("image"),
    f"{PREFIX}for each filter": _each("filter"),
    f"{PREFIX}for each group": _each("group"),
    f"{PREFIX}with the batch as rows": _batch_as_rows,
    f"{PREFIX}on finite values": _finite,
    f"{PREFIX}in float64, rounded": _rounded,
    f"{PREFIX}after conversion": _converted,
    f"{PREFIX}after numpy.pad": _padded_first,
    f"{PREFIX}without axes of length 1": _squeezed,
    f"{PREFIX}with stride 1": _every_stride,
    **{f"{PREFIX}{backend}": _by_name(backend) for backend in BACKENDS},
}
