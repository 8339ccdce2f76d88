"""Stages, each of which filters an array along one axis or two and stores the result once.

SciPy filters one axis after another and stores the array after each. A stage filters two axes at
once if one of them is the fastest of the array and the windows are short. Sums of the first axis
are rounded to the dtype of the array that SciPy would store, so the results are SciPy's.
"""

import math
from typing import Any, NamedTuple, cast

import numpy as np
from numpy.typing import NDArray

from polyconv._arrays import new_result
from polyconv._backend import UnsupportedProblem
from polyconv._machine import worker_count

from ._arithmetic import Arithmetic
from ._by_conv import ConvStage, pays_along_axis, pays_for_plane, pays_for_window
from ._passes import PassAxis, Passes, Sum
from ._tuning import TUNING

__all__ = ["AxisSum", "Stages", "axis_stages", "weights_sum", "window_stage"]

# Structural: minimum rows and columns of a tile if windows are long along the other axis.
_MIN_ROWS, _MIN_WIDTH = 4, 64

# Maximum window of the second pass of a stage, in elements: along the rows, and along the columns.
# The first pass also computes the halo of a tile. With these windows the halo is an eighth (rows)
# or a quarter (columns) of the tile.
_MAX_ROWS_HALO, _MAX_COLUMNS_HALO = 8, 64

# Structural: planes of a slab. Slabs of 8 and of 32 planes take equally long.
_SLAB_PLANES = 16
# Minimum bytes of a result that is computed slab by slab. Times as multiples of the time of one
# stage after the other (gaussian_filter, float32, Zen 4, one core, 2026-11-30; `python -m
# benchmarks.cost_model limits stages`):
#
# - result of 8 MiB: 0.8;
# - result of 3.4 MiB: 0.93 to 1, because the array between the stages stays in a cache anyway.
_MIN_SLABBED_BYTES = 4 << 20
# Minimum number of columns for which vectors along the rows are faster than strided vectors along
# another axis. Vectors along the rows take 0.9 of the time of strided vectors with 16 columns, 1.96
# times as long with 12 (measured as the limit above).
_MIN_COLUMNS = 16

# Integers up to this magnitude are exact in float32.
_MAX_EXACT = 1 << 24

_EPS = float(np.finfo(np.float64).eps)

# Maximum difference of two weights that differ by rounding alone, in units of 2.2e-16 times the
# larger weight. Weights of ``np.exp(-np.linspace(-2, 2, 101) ** 2)`` differ by 7 units; over a
# wider range they differ by more.
_ROUNDED = 1024.0

_BYTE = np.dtype(np.uint8)
_IDENTITY = PassAxis(1, 0, 1, "edge")


class AxisSum(NamedTuple):
    """Sums along one axis of an array: the axis, the start of its windows, and their weights.

    `before` is the number of elements of a window before the position of the output; `mode` is one
    of numpy.pad's, or "valid".
    """

    axis: int
    before: int
    mode: str
    sum: Sum

    @property
    def size(self) -> int:
        """Length of the window."""
        return int(self.sum.weights.size)


def weights_sum(weights: NDArray[np.float64]) -> Sum:
    """Return the sum with these weights in SciPy's order.

    SciPy adds (subtracts) two elements of the same (opposite) weight before it multiplies, by the
    weight of the first. Weights that differ by less than 2.2e-16 are the same to it; here they must
    also be the same but for rounding. The middle weight may have any value.
    """
    half = weights.size // 2
    if weights.size % 2:
        first, last = weights[:half], weights[half + 1 :][::-1]
        with np.errstate(all="ignore"):  # NaN, as of equal infinities, is no difference to SciPy
            rounding = _EPS * np.minimum(1.0, _ROUNDED * np.maximum(np.abs(first), np.abs(last)))
            if not (np.abs(first - last) > rounding).any():
                return Sum("pairs", weights)
            if not (np.abs(first + last) > rounding).any():
                return Sum("differences", weights)
    return Sum("line", weights)


class _Stage(NamedTuple):
    """One computation; `shape` is that to which the array is reshaped first, or None."""

    passes: "Passes | ConvStage | _Slabs"
    dtype: np.dtype[Any]
    shape: tuple[int, ...] | None
    out_shape: tuple[int, ...]
    seen_out_shape: tuple[int, ...]
    rows: int  # the axis along which passes sum rows, or -1


class _Slabs:
    """Two stages computed slab by slab along axis 0, along which only the first one sums.

    The slab that the first stage stores is still in the caches when the second stage reads it. The
    last slab has the full size and ends with the result, so it may repeat planes of the one before.
    """

    __slots__ = ("_dtype", "_first", "_second", "_shape", "_starts")

    def __init__(self, first: _Stage, second: _Stage, planes: int) -> None:
        self._first, self._second = cast(Passes, first.passes), second.passes
        self._shape, self._dtype = first.out_shape, first.dtype
        depth = first.out_shape[0]
        self._starts = [*range(0, planes - depth, depth), planes - depth]

    def __call__(self, x: NDArray[Any], out: NDArray[Any], workers: int) -> None:
        slab = new_result(self._shape, self._dtype)
        for start in self._starts:
            self._first(x, slab, workers, start)
            self._second(slab, out[start : start + len(slab)], workers)


class Stages:
    """A sequence of stages with arrays between them, prepared for one shape and dtype."""

    __slots__ = ("_flops", "_stages", "dtype", "out_shape")

    def __init__(
        self, stages: list[_Stage], out_shape: tuple[int, ...], dtype: np.dtype[Any], flops: int
    ) -> None:
        self._stages, self.out_shape = stages, out_shape
        self.dtype, self._flops = dtype, flops

    def __call__(self, x: NDArray[Any], out: NDArray[Any], workers: Any) -> None:
        """Write every element of `out`, which is aligned and shares no memory with `x`."""
        threads = worker_count(self._flops, workers)
        if not self._stages:  # no axes to sum along, or no outputs
            out[...] = x
            return
        last = self._stages[-1]
        for stage in self._stages:
            to = out if stage is last else new_result(stage.out_shape, stage.dtype)
            if stage.shape is None:
                stage.passes(x, to, threads)
            else:
                seen = to if to.flags.c_contiguous else new_result(stage.out_shape, stage.dtype)
                stage.passes(x.reshape(stage.shape), seen.reshape(stage.seen_out_shape), threads)
                if seen is not to:
                    to[...] = seen
            x = to


def axis_stages(
    shape: tuple[int, ...],
    strides: tuple[int, ...],
    sums: list[AxisSum],
    arithmetic: Arithmetic,
) -> Stages:
    """Return the stages that sum along axes one after another.

    Parameters
    ----------
    shape, strides : tuple of int
        Of the input. Arrays between stages are C-ordered.
    sums : list of AxisSum
        In the order in which SciPy filters.
    arithmetic : Arithmetic
    """
    stages: list[_Stage] = []
    flops, at, dtype = 0, 0, arithmetic.dtype
    if 0 in shape:
        return Stages([], _shrunk(shape, sums), dtype, 0)
    if _is_exact(sums, arithmetic):
        arithmetic = arithmetic._replace(single=True)
    made: list[_Made] = []
    while at < len(sums):
        pair = len(shape) <= 4 and at + 1 < len(sums) and _fits(shape, strides, sums[at : at + 2])
        group = sums[at : at + 1 + pair]
        at += len(group)
        # Between two passes SciPy stores bool in bytes that may hold any value.
        stored = _BYTE if dtype.kind == "b" and at < len(sums) else dtype
        arithmetic = arithmetic._replace(dtype=stored)
        plane = _plane(shape, group, arithmetic) if pair else None
        if plane is not None:
            stage = plane
        elif not pair and group[0].sum.kind != "box" and pays_along_axis(group[0].size, arithmetic):
            stage = _convolution(shape, group[0], arithmetic)
        else:
            stage = _stage(shape, strides, group, arithmetic)
        stages.append(stage)
        made.append(_Made(shape, strides, group, arithmetic))
        shape, arithmetic = stage.out_shape, arithmetic._replace(x_dtype=stored)
        strides = c_strides(shape, stored.itemsize)
        flops += 2 * math.prod(shape) * sum(each.size for each in group)
    if _gains_by_slabs(stages, made):
        stages = [_slabs(*made)]
    return Stages(stages, shape, dtype, flops)


class _Made(NamedTuple):
    """The arguments that a stage was made of."""

    shape: tuple[int, ...]
    strides: tuple[int, ...]
    group: list[AxisSum]
    arithmetic: Arithmetic


def _gains_by_slabs(stages: list[_Stage], made: list[_Made]) -> bool:
    """Return True if two stages should be computed slab by slab along axis 0."""
    if len(stages) != 2 or not all(isinstance(stage.passes, Passes) for stage in stages):
        return False
    first, second = stages
    if first.rows != 0 or len(first.out_shape) < 3 or first.shape is not None:
        return False
    if any(each.axis == 0 for each in made[1].group):
        return False
    size = math.prod(second.out_shape) * second.dtype.itemsize
    return second.out_shape[0] >= 2 * _SLAB_PLANES and size >= _MIN_SLABBED_BYTES


def _slabs(first: _Made, second: _Made) -> _Stage:
    """Return one stage that computes two stages slab by slab."""
    of_slab = _stage(*first, planes=_SLAB_PLANES)
    slab = of_slab.out_shape
    from_slab = _stage(
        slab, c_strides(slab, of_slab.dtype.itemsize), second.group, second.arithmetic
    )
    planes = _shrunk(first.shape, first.group)[0]
    out_shape = _shrunk(second.shape, second.group)
    slabs = _Slabs(of_slab, from_slab, planes)
    return _Stage(slabs, second.arithmetic.dtype, None, out_shape, out_shape, 0)


def _convolution(shape: tuple[int, ...], summed: AxisSum, arithmetic: Arithmetic) -> _Stage:
    """Return the stage along one axis that conv computes, as images of one channel."""
    axis, out_shape = summed.axis, _shrunk(shape, [summed])
    outer, inner = math.prod(shape[:axis]), shape[axis + 1 :]
    last = (math.prod(inner),) if inner else ()
    window = summed.sum.weights.reshape(-1, *(1,) * len(last))
    seen = (outer, 1, shape[axis], *last)
    before = (summed.before, *(0,) * len(last))
    convolution = ConvStage(seen, window, before, summed.mode, arithmetic)
    seen_out = (outer, 1, out_shape[axis], *last)
    return _Stage(convolution, arithmetic.dtype, seen, out_shape, seen_out, -1)


def _plane(shape: tuple[int, ...], group: list[AxisSum], arithmetic: Arithmetic) -> _Stage | None:
    """Return the stage that conv computes along both axes of an image, if that pays."""
    columns, rows = sorted(group, key=lambda each: each.axis, reverse=True)
    lines, modes = (rows.sum.weights, columns.sum.weights), (rows.mode, columns.mode)
    if "box" in (rows.sum.kind, columns.sum.kind) or not pays_for_plane(
        shape, lines, modes, arithmetic
    ):
        return None
    window, before = np.outer(*lines), (rows.before, columns.before)
    try:
        plane = ConvStage(
            (1, 1, *shape), window, before, rows.mode, arithmetic, backend="separable"
        )
    except UnsupportedProblem:  # weights that float32 does not hold are no outer product
        return None
    return _Stage(plane, arithmetic.dtype, None, _shrunk(shape, group), _shrunk(shape, group), -1)


def _is_exact(sums: list[AxisSum], arithmetic: Arithmetic) -> bool:
    """Return True if every sum is an integer that float32 holds exactly, so float64 gains nothing.

    That holds for narrow integers with integer weights, and for boxes with truncated quotients.
    """
    bound = _max_abs(arithmetic.x_dtype, arithmetic.padding)
    for each in sums:
        box = each.sum.kind == "box"
        if box and arithmetic.dtype.kind == "f":
            return False
        weights = np.abs(each.sum.weights)
        bound *= float(weights.sum())
        if not bound < _MAX_EXACT or (weights != np.floor(weights)).any():
            return False
        if arithmetic.dtype.kind != "f":
            bound = _max_abs(arithmetic.dtype, arithmetic.padding)
    return True


def _max_abs(dtype: np.dtype[Any], padding: float) -> float:
    """Return the largest magnitude of integers of up to 16 bits and of their padding, or inf."""
    if dtype.kind not in "biu" or dtype.itemsize > 2 or padding != np.floor(padding):
        return np.inf
    return max(2.0 ** (8 * dtype.itemsize), abs(padding))


def c_strides(shape: tuple[int, ...], itemsize: int) -> tuple[int, ...]:
    """Return the strides of a C-ordered array."""
    strides = [itemsize]
    for n in shape[:0:-1]:
        strides.append(strides[-1] * max(n, 1))
    return tuple(strides[::-1][-len(shape) :]) if shape else ()


def _fits(shape: tuple[int, ...], strides: tuple[int, ...], pair: list[AxisSum]) -> bool:
    """Return True if one stage can filter two axes: one holds the columns, and windows are short.

    The first pass also computes the halo of the second one, so long windows do not pay.
    """
    columns = _columns(shape, strides, None)
    first, second = pair
    if first.axis == second.axis or columns not in (first.axis, second.axis):
        return False
    return second.size <= (_MAX_ROWS_HALO if first.axis == columns else _MAX_COLUMNS_HALO)


def _columns(shape: tuple[int, ...], strides: tuple[int, ...], rows: int | None) -> int:
    """Return the axis of the columns: the one of smallest stride with `_MIN_COLUMNS` elements."""
    axes = [axis for axis in range(len(shape)) if axis != rows]
    long = [axis for axis in axes if shape[axis] >= _MIN_COLUMNS]
    if not long:
        return max(axes, key=lambda axis: (shape[axis], axis))
    return min(long, key=lambda axis: (abs(strides[axis]), -axis))


def _stage(
    shape: tuple[int, ...],
    strides: tuple[int, ...],
    group: list[AxisSum],
    arithmetic: Arithmetic,
    planes: int | None = None,
) -> _Stage:
    """Return a stage along one or two axes; its result has `planes` along axis 0 if given."""
    seen = None
    out_shape = _shrunk(shape, group)
    if planes is not None:
        out_shape = (planes, *out_shape[1:])
    if len(shape) > 4:
        axis = group[0].axis
        seen = (math.prod(shape[:axis]), shape[axis], math.prod(shape[axis + 1 :]))
        group = [group[0]._replace(axis=1)]
        shape, strides = seen, c_strides(seen, arithmetic.x_dtype.itemsize)
    columns = _columns(shape, strides, None)
    if columns not in [each.axis for each in group]:
        columns = _columns(shape, strides, group[0].axis) if len(shape) > 1 else group[0].axis
    rows: int = next((each.axis for each in group if each.axis != columns), -1)
    free = [axis for axis in range(len(shape)) if axis not in (rows, columns)]
    if rows < 0 and free:  # no sums along rows: take the longest axis that is left
        rows = max(free, key=lambda axis: shape[axis])
        free.remove(rows)
    slots = [*[-1, -1, *free][-2:], rows, columns]
    seen_out = out_shape if seen is None else _shrunk(shape, group)
    by_axis = {each.axis: each for each in group}
    axes = [_IDENTITY, *(_axis(shape, by_axis.get(axis), axis) for axis in (rows, columns))]
    # There are no sums along depth and batch, so only their sizes matter.
    axes[0] = PassAxis(1 if slots[1] < 0 else shape[slots[1]], 0, 1, "edge")
    out = [1 if axis < 0 else seen_out[axis] for axis in slots]
    over_rows = by_axis[rows].sum if rows in by_axis else None
    over_columns = by_axis[columns].sum if columns in by_axis else None
    passes = Passes(
        slots,
        out,
        axes,
        _tile(out[2], out[3], (1, axes[1].window, axes[2].window), 4 if arithmetic.single else 8),
        over_rows,
        over_columns,
        group[0].axis == columns,
        arithmetic.x_dtype,
        arithmetic.dtype,
        arithmetic.padding,
        arithmetic.single,
    )
    return _Stage(passes, arithmetic.dtype, seen, out_shape, seen_out, rows)


def _axis(shape: tuple[int, ...], summed: AxisSum | None, axis: int) -> PassAxis:
    if summed is None:
        return PassAxis(1 if axis < 0 else shape[axis], 0, 1, "edge")
    if summed.mode == "valid":
        return PassAxis(shape[axis], 0, summed.size, "edge")
    return PassAxis(shape[axis], summed.before, summed.size, summed.mode)


def _shrunk(shape: tuple[int, ...], group: list[AxisSum]) -> tuple[int, ...]:
    """Return the shape of the result: "valid" shortens an axis by the window less 1."""
    sizes = list(shape)
    for each in group:
        if each.mode == "valid":
            sizes[each.axis] -= each.size - 1
    return tuple(sizes)


def window_stage(
    shape: tuple[int, ...],
    weights: NDArray[np.float64],
    before: tuple[int, ...],
    modes: tuple[str, ...],
    arithmetic: Arithmetic,
) -> Stages:
    """Return the stage that sums over a window of up to 3 axes, without taps of weight 0.

    `weights` has the array's axes, up to 4; along one of 4 it has size 1. At least one weight is
    not 0.
    """
    slots = [-1] * (4 - len(shape)) + list(range(len(shape)))
    if len(shape) == 4:
        batch = weights.shape.index(1)
        slots.sort(key=lambda axis: axis != batch)
    out_shape = tuple(
        n - w + 1 if mode == "valid" else n
        for n, w, mode in zip(shape, weights.shape, modes, strict=True)
    )
    axes = []
    for axis in slots[1:]:
        if axis < 0:
            axes.append(_IDENTITY)
        elif modes[axis] == "valid":
            axes.append(PassAxis(shape[axis], 0, weights.shape[axis], "edge"))
        else:
            axes.append(PassAxis(shape[axis], before[axis], weights.shape[axis], modes[axis]))
    if 0 in shape:
        return Stages([], out_shape, arithmetic.dtype, 0)
    used = np.argwhere(weights)
    places = np.zeros((len(used), 3), np.intp)
    for i, axis in enumerate(slots[1:]):
        if axis >= 0:
            places[:, i] = used[:, axis]
    out = [1 if axis < 0 else out_shape[axis] for axis in slots]
    summed = AxisSum(0, 0, "edge", Sum("window", weights.ravel()))
    if _is_exact([summed], arithmetic):
        arithmetic = arithmetic._replace(single=True)
    passes = Passes(
        slots,
        out,
        axes,
        _tile(out[2], out[3], tuple(axis.window for axis in axes), 4 if arithmetic.single else 8),
        Sum("window", weights[weights != 0], places),
        None,
        False,
        arithmetic.x_dtype,
        arithmetic.dtype,
        arithmetic.padding,
        arithmetic.single,
    )
    stage = _Stage(passes, arithmetic.dtype, None, out_shape, out_shape, -1)
    if pays_for_window(shape, weights, arithmetic) and len(set(modes)) == 1:
        skipping = None if weights.all() else passes
        convolution = ConvStage((1, 1, *shape), weights, before, modes[0], arithmetic, skipping)
        stage = stage._replace(passes=convolution)
    return Stages([stage], out_shape, arithmetic.dtype, 2 * len(used) * math.prod(out_shape))


def _tile(rows: int, columns: int, window: tuple[int, ...], itemsize: int) -> tuple[int, int]:
    """Return the rows and columns of a tile, whose packed region is about `TUNING.TILE_BYTES`.

    For a window longer than such a tile, the tile is as long as the window: then the halo is at
    most as large as the tile.
    """
    height = max(window[1], _MIN_ROWS)
    line = window[0] * itemsize * (2 * height - 1)  # bytes of a column
    width = max(TUNING.TILE_BYTES // line - window[2] + 1, window[2], _MIN_WIDTH)
    width = max(1, min(columns, width, max(TUNING.ROW_BYTES // itemsize, window[2])))
    line = window[0] * itemsize * (width + window[2] - 1)
    height = max(TUNING.TILE_BYTES // line - window[1] + 1, height)
    return max(1, min(rows, height, max(TUNING.TILE_ROWS, window[1]))), width
