"""Outputs near large values of the input, put right after a backend ran that cannot take them.

`_veto` says which values are large. A kernel keeps them from all but a few outputs, in one of two
ways: it counts them as zeros, and their products are added here; or the outputs near them are lost,
and are computed anew as convolutions of blocks, without padding, by a dot product. All follows from
the places of the large values and from the problem: the same call gives the same result.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property, lru_cache
from itertools import product
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from ._backend import Kernel
from ._machine import threads_now
from ._padded_input import MAX_INDICES, input_indices, padded_block
from ._problem import Problem
from ._registry import backend_named
from ._select import decide
from ._veto import LargeValues, large_values, only_beyond

__all__ = ["Repair", "windows_with"]

# Seconds of the parts of a repair (Zen 3, one core, 2026-11; `python -m benchmarks.cliffs --family
# special_values` times such inputs):
#
# - of Python, for one large value;
# - of NumPy, for each product of such a value;
# - of NumPy, for each element of a channel that is marked where windows hold NaN;
# - of Python, for one block.
_VALUE_SECONDS, _PRODUCT_SECONDS, _MARK_SECONDS, _BLOCK_SECONDS = 40e-6, 5e-9, 8e-9, 300e-6

# Maximum number of large but finite values whose products are added. They are summed in one chain;
# up to this length its error stays below that of transforms.
_MAX_FINITE = 64

# Maximum elements of a channel that are marked, in a byte each, where windows hold NaN.
_MAX_MARKED_ELEMENTS = 1 << 25

# Structural: maximum number of blocks of outputs. Joining them compares each with all others.
_MAX_BLOCKS = 1024

# Number of prepared weights that are kept, each for blocks of one size and group. Most blocks have
# the same size.
_KEPT_KERNELS = 4


class _RepairBlock(NamedTuple):
    """A block of outputs of one image and group: its first outputs, and those after the last."""

    image: int
    group: int
    start: tuple[int, ...]
    stop: tuple[int, ...]

    @property
    def size(self) -> tuple[int, ...]:
        return tuple(b - a for a, b in zip(self.start, self.stop, strict=True))


class Repair:
    """Compute outputs near large values by dot products, if that is cheaper than all outputs.

    Parameters
    ----------
    problem : Problem
    w : ndarray
        Canonical weights.
    max_seconds : float
        Predicted time of a dot product that computes the whole result.
    """

    def __init__(self, problem: Problem, w: NDArray[Any], max_seconds: float) -> None:
        self._problem, self._w, self._max_seconds = problem, w, max_seconds

    @cached_property
    def _kernel(self) -> Any:
        """Return the prepared weights of a group, for blocks of one size."""
        problem, w = self._problem, self._w

        @lru_cache(maxsize=_KEPT_KERNELS)
        def kernel(size: tuple[int, ...], group: int) -> Kernel:
            part = problem_of_block(problem, size)
            filters = slice(group * problem.oc_per_group, (group + 1) * problem.oc_per_group)
            backend = backend_named(decide(part, dot_products_only=True).backend)
            return backend.prepare(part, w[filters])

        return kernel

    def __call__(
        self,
        x: NDArray[Any],
        bias: NDArray[Any] | None,
        out: NDArray[Any],
        limit: float,
        spread: Sequence[int] | None,
    ) -> bool:
        """Put the outputs right that elements of `x` larger than `limit` reach.

        Parameters
        ----------
        x, bias, out : ndarray
            As for `execute`.
        limit, spread
            As of the `Kernel` that wrote `out`.

        Returns
        -------
        bool
            False if nothing was done, because the outputs are many.
        """
        problem = self._problem
        x, out = problem.canonical_x(x), problem.canonical_out(out)
        with np.errstate(all="ignore"):
            if spread is None:
                return self._restore(x, bias, out, limit)
            return self._recompute(x, bias, out, limit, spread)

    def _restore(
        self, x: NDArray[Any], bias: NDArray[Any] | None, out: NDArray[Any], limit: float
    ) -> bool:
        """Write NaN where windows hold one, and add the products of other large values."""
        problem = self._problem
        products = problem.taps * problem.oc_per_group
        max_values = self._max_seconds / (_VALUE_SECONDS + _PRODUCT_SECONDS * products)
        plane = math.prod(problem.spatial)
        few = min(
            max_values, plane * _MARK_SECONDS / (_VALUE_SECONDS + _PRODUCT_SECONDS * products)
        )
        found = large_values(problem, x, limit, max(1.0, few))
        marked: list[LargeValues] = []
        if found is None and plane <= _MAX_MARKED_ELEMENTS:
            found = large_values(problem, x, limit, max_values, nan_places=False)
            marked = [each for each in found or () if each.has_nan]
        if found is None:
            return False
        groups = sorted({(each.image, each.channel // problem.ic_per_group) for each in marked})
        if len(groups) * plane * _MARK_SECONDS > self._max_seconds:
            return False
        added = [each for each in found if len(each.places)]
        # Results of half precision are rounded already, so no products can be added to them.
        half = problem.dtype.itemsize == 2 and problem.accumulator.kind == "f"
        if (added and half) or not self._add(added, x, out, limit, max_values):
            return self._recompute(x, bias, out, limit, (0,) * problem.rank)
        for image, group in groups:
            inputs, outputs = self._channels(group)
            mask = np.logical_or.reduce([np.isnan(channel) for channel in x[image, inputs]])
            np.copyto(out[image, outputs], np.nan, where=windows_with(problem, mask))
        return True

    def _add(
        self,
        found: list[LargeValues],
        x: NDArray[Any],
        out: NDArray[Any],
        limit: float,
        max_values: float,
    ) -> bool:
        """Add the products of large values, if they are few."""
        problem = self._problem
        large = []  # (image, channel, where it stands in the padded input, value)
        for each in found:
            values = x[(each.image, each.channel, *each.places.T)].astype(problem.accumulator)
            for place, value in zip(each.places, only_beyond(values, limit), strict=True):
                padded = [_padded_places(problem, i, n, n).tolist() for i, n in enumerate(place)]
                large.append((each.image, each.channel, padded, value))
        copies = [math.prod(map(len, padded)) for _, _, padded, _ in large]
        # Sums of integers are exact. Sums with infinity need not be.
        exact = problem.dtype.kind in "iu"
        finite = sum(n for n, each in zip(copies, large, strict=True) if np.isfinite(each[3]))
        if sum(copies) > max_values or (finite > _MAX_FINITE and not exact):
            return False
        for image, channel, padded, value in large:
            group, number = divmod(channel, problem.ic_per_group)
            _, outputs = self._channels(group)
            _add_products(problem, padded, value, self._w[outputs, number], out[image, outputs])
        return True

    def _channels(self, group: int) -> tuple[slice, slice]:
        """Return the input channels and the output channels of a group."""
        p = self._problem
        return (
            slice(group * p.ic_per_group, (group + 1) * p.ic_per_group),
            slice(group * p.oc_per_group, (group + 1) * p.oc_per_group),
        )

    def _recompute(
        self,
        x: NDArray[Any],
        bias: NDArray[Any] | None,
        out: NDArray[Any],
        limit: float,
        spread: Sequence[int],
    ) -> bool:
        """Compute blocks of outputs anew, if that is cheaper than all outputs."""
        found = large_values(self._problem, x, limit, self._max_seconds / _VALUE_SECONDS)
        max_blocks = min(_MAX_BLOCKS, self._max_seconds / _BLOCK_SECONDS)
        blocks = None if found is None else _blocks(self._problem, found, spread, max_blocks)
        if blocks is None or self._seconds(blocks) > self._max_seconds:
            return False
        for block in blocks:
            self._compute(block, x, bias, out)
        return True

    def _seconds(self, blocks: list[_RepairBlock]) -> float:
        """Return the predicted time; infinite if `blocks` have more outputs than the result."""
        problem = self._problem
        outputs = sum(math.prod(block.size) for block in blocks) * problem.oc_per_group
        if outputs > problem.outputs:
            return math.inf
        sizes = [block.size for block in blocks]
        return sum(
            sizes.count(size)
            * (_BLOCK_SECONDS + _predicted_seconds(problem_of_block(problem, size)))
            for size in sorted(set(sizes))
        )

    def _compute(
        self, block: _RepairBlock, x: NDArray[Any], bias: NDArray[Any] | None, out: NDArray[Any]
    ) -> None:
        problem, group = self._problem, block.group
        inputs, channels = self._channels(group)
        start = [a * s for a, s in zip(block.start, problem.stride, strict=True)]
        window = problem_of_block(problem, block.size).spatial
        values = padded_block(problem, x[block.image : block.image + 1, inputs], start, window)
        result = np.empty((1, problem.oc_per_group, *block.size), problem.dtype)
        self._kernel(block.size, group)(
            values,
            None if bias is None else bias[channels],
            result,
            threads_now(problem.workers),
        )
        place: Any = (block.image, channels, *map(slice, block.start, block.stop))
        out[place] = result[0]


@lru_cache(maxsize=1024)
def problem_of_block(p: Problem, size: tuple[int, ...]) -> Problem:
    """Return the problem whose result is a block of one image and group, without padding."""
    along = zip(size, p.stride, p.extent, strict=True)
    return replace(
        p,
        batch=1,
        batched=True,
        in_channels=p.ic_per_group,
        out_channels=p.oc_per_group,
        groups=1,
        spatial=tuple([(n - 1) * s + e for n, s, e in along]),
        pads=((0, 0),) * p.rank,
        padding_mode="zeros",
        padding_value=0,
        flip=False,
        data_format="channels_first",
        x_dtype=p.accumulator,
    )


def _predicted_seconds(p: Problem) -> float:
    return decide(p, dot_products_only=True).seconds or 0.0


def _add_products(
    p: Problem, places: list[list[int]], value: Any, w: NDArray[Any], out: NDArray[Any]
) -> None:
    """Add the products of one element of an input channel.

    Parameters
    ----------
    places : list of list of int
        Where it stands along each axis of the padded input.
    w, out : ndarray
        The filters of its channel, ``(oc_per_group, *kernel)``; outputs ``(oc_per_group, *out)``.
    """
    meets = [[_meeting(p, axis, at) for at in along] for axis, along in enumerate(places)]
    for slices in product(*meets):
        taps, outputs = zip(*slices, strict=True)
        weights = w[(slice(None), *taps)].astype(p.accumulator)
        out[(slice(None), *outputs)] += (value * weights).astype(out.dtype)


def _meeting(p: Problem, axis: int, at: int) -> tuple[slice, slice]:
    """Return the taps, and the outputs in the same order, that meet at a padded coordinate.

    Output o and tap t do where ``o * stride + t * dilation == at``.
    """
    stride, dilation, kernel = p.stride[axis], p.dilation[axis], p.kernel[axis]
    common = math.gcd(stride, dilation)
    tap_step, output_step = stride // common, dilation // common
    if at % common:
        return slice(0, 0), slice(0, 0)
    # The first tap that lies at a multiple of the stride, and the taps whose outputs exist.
    tap = at // common * pow(output_step, -1, tap_step) % tap_step if tap_step > 1 else 0
    excess = at - tap * dilation - (p.out[axis] - 1) * stride
    if excess > 0:
        tap += -(-excess // (tap_step * dilation)) * tap_step
    last = min(kernel - 1, at // dilation)
    count = (last - tap) // tap_step + 1
    if count <= 0:
        return slice(0, 0), slice(0, 0)
    output = (at - tap * dilation) // stride
    stop = output - count * output_step
    return slice(tap, last + 1, tap_step), slice(output, None if stop < 0 else stop, -output_step)


def windows_with(p: Problem, mask: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Return which outputs have a window that holds a marked element of the input."""
    mode: Any = "constant" if p.padding_mode == "zeros" else p.padding_mode
    for axis in range(p.rank):
        pads = [(0, 0)] * p.rank
        pads[axis] = p.pads[axis]
        mask = np.moveaxis(np.pad(mask, pads, mode), axis, 0)
        # Each step joins the marks of up to twice as many taps.
        taps = 1
        while taps < p.kernel[axis]:
            more = min(taps, p.kernel[axis] - taps)
            shift = more * p.dilation[axis]
            mask = mask[: len(mask) - shift] | mask[shift:]
            taps += more
        mask = np.moveaxis(mask[:: p.stride[axis]], 0, axis)
    return mask


def _padded_places(p: Problem, axis: int, first: int, last: int) -> NDArray[np.intp]:
    """Return where elements `first` to `last` of an axis stand in the padded input."""
    lo, n = p.pads[axis][0], p.spatial[axis]
    places = np.arange(lo + first, lo + last + 1)
    if p.padding_mode in ("zeros", "constant") or not any(p.pads[axis]):
        return places
    parts = [places]
    for start, stop in ((0, lo), (lo + n, p.padded[axis])):
        for a in range(start, stop, MAX_INDICES):
            index = input_indices(p, axis, a, min(a + MAX_INDICES, stop))
            parts.append(a + np.flatnonzero((index >= first) & (index <= last)))
    return np.sort(np.concatenate(parts))


def _blocks(
    p: Problem, found: list[LargeValues], spread: Sequence[int], max_blocks: float
) -> list[_RepairBlock] | None:
    """Return blocks that hold all outputs that large values reach; None if they are too many."""
    joined: dict[tuple[int, int], list[Any]] = {}
    count = 0
    for each in found:
        of_group = joined.setdefault((each.image, each.channel // p.ic_per_group), [])
        for places in _clusters(p, each.places):
            intervals = [
                list(_reached(p, axis, int(a.min()), int(a.max()), spread[axis]))
                for axis, a in enumerate(places.T)
            ]
            count += math.prod(map(len, intervals))
            if count > max_blocks:
                return None
            for block in product(*intervals):
                _join(of_group, np.array(block))
    return [
        _rounded(p, image, group, block)
        for (image, group), blocks in joined.items()
        for block in blocks
    ]


def _clusters(p: Problem, places: NDArray[np.intp]) -> list[NDArray[np.intp]]:
    """Return the places in parts that are further apart than the kernel along the last axis."""
    if len(places) == 1:
        return [places]
    places = places[np.argsort(places[:, -1], kind="stable")]
    gaps = np.flatnonzero(np.diff(places[:, -1]) > p.extent[-1]) + 1
    return np.split(places, gaps)


def _reached(
    p: Problem, axis: int, first: int, last: int, spread: int
) -> Iterator[tuple[int, int]]:
    """Yield the intervals of outputs that elements `first` to `last` of an axis reach."""
    if first == last and (p.padding_mode in ("zeros", "constant") or not any(p.pads[axis])):
        at, stride = p.pads[axis][0] + first, p.stride[axis]
        start = max(-(-(at - spread - p.extent[axis] + 1) // stride), 0)
        stop = min((at + spread) // stride + 1, p.out[axis])
        if start < stop:
            yield start, stop
        return
    places = _padded_places(p, axis, first, last)
    stride, out = p.stride[axis], p.out[axis]
    # Output o reads padded coordinates o * stride to o * stride + extent - 1.
    starts = np.maximum(-(-(places - spread - p.extent[axis] + 1) // stride), 0)
    stops = np.minimum((places + spread) // stride + 1, out)
    reached = starts < stops
    starts, stops = starts[reached], stops[reached]
    if len(starts):
        gaps = np.flatnonzero(starts[1:] > stops[:-1]) + 1
        for a, b in zip(np.split(starts, gaps), np.split(stops, gaps), strict=True):
            yield int(a[0]), int(b[-1])


def _join(blocks: list[Any], block: NDArray[Any]) -> None:
    """Add a block, an array of ``(start, stop)`` rows, to disjoint or barely overlapping others.

    Two blocks become one if that has no more outputs than both of them together.
    """
    while blocks:
        others = np.array(blocks)
        starts = np.minimum(others[:, :, 0], block[:, 0])
        stops = np.maximum(others[:, :, 1], block[:, 1])
        both = (others[:, :, 1] - others[:, :, 0]).prod(1) + (block[:, 1] - block[:, 0]).prod()
        cheaper = np.flatnonzero((stops - starts).prod(1) <= both)
        if not len(cheaper):
            break
        which = int(cheaper[0])
        block = np.stack([starts[which], stops[which]], axis=1)
        del blocks[which]
    blocks.append(block)


def _rounded(p: Problem, image: int, group: int, block: NDArray[Any]) -> _RepairBlock:
    """Return the block enlarged to one of few sizes, because each size has weights of its own."""
    starts, stops = [], []
    for (start, stop), out in zip(block.tolist(), p.out, strict=True):
        unit = 1 << max(0, (stop - start).bit_length() - 3)
        size = min(out, -(-(stop - start) // unit) * unit)
        starts.append(min(start, out - size))
        stops.append(starts[-1] + size)
    return _RepairBlock(image, group, tuple(starts), tuple(stops))
