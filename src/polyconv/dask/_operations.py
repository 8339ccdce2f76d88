"""The operations of tasks: each gives any box of its outputs from the input around it."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from polyconv._api import plan
from polyconv._calls import Plan
from polyconv._machine import caches
from polyconv._nanconv import fill_gaps, nanconv
from polyconv._plan import decide_in, make_plan
from polyconv._problem import Problem
from polyconv._regions import Region, region_of, transposed_region_of
from polyconv._request import make_problem
from polyconv.transposed import TransposedPlan, TransposedProblem

from ._axes import TransposedAxis, WindowAxis, WindowedAxis
from ._memory import new_chunk
from ._mosaic import Box, Mosaic

__all__ = [
    "ConvolutionOperation",
    "Filter",
    "NormalizedOperation",
    "Operation",
    "TransposedOperation",
]

# Structural: plans that a process keeps for all operations. Chunks inside an array and at its sides
# are planned apart, and so are their halos: about 25 plans for images, 80 for volumes.
_KEPT_PLANS = 128


# Minimum share of a chunk's outputs that read no padding for which the whole chunk is convolved,
# not its core alone. Outputs that read padding are then computed twice, but the rows of the result
# are whole cache lines, and only such rows are streamed. Times of 16 chunks of 2048x2048 (Zen 4,
# one thread, 2026-11-30, `python -m benchmarks.peers.large_dask --constants`):
#
# - 5x5 kernel, share 0.996: 60 ms for whole chunks, 67 ms for cores;
# - box of 31x31, share 0.971, not streamed: 96 ms for whole chunks, 91 ms for cores.
_MIN_FILLED = 0.98


@dataclass(frozen=True, eq=False)
class Operation(ABC):
    """A function of arrays in chunks. Copies in other processes are equal by their token.

    Attributes
    ----------
    token : str
        A hash of all arguments.
    plain : bool
        True if the arrays have no axis of channels but the operation needs one, which is added.
    """

    token: str
    plain: bool

    def __hash__(self) -> int:
        return hash(self.token)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Operation) and other.token == self.token

    @property
    @abstractmethod
    def lead(self) -> int:
        """Axes before the spatial ones, that of channels of plain arrays included."""

    @property
    @abstractmethod
    def axes(self) -> tuple[WindowedAxis, ...]:
        """The spatial axes."""

    @property
    @abstractmethod
    def result_dtype(self) -> np.dtype[Any]:
        """Dtype of the result."""

    @abstractmethod
    def new(self, x: NDArray[Any], outputs: Box) -> NDArray[Any]:
        """Return an uninitialised array for a box of outputs of the images in `x`."""

    @abstractmethod
    def write(self, sources: Sequence[Mosaic], outputs: Box, target: NDArray[Any]) -> None:
        """Write a box of outputs."""

    def at_sides(self, sources: Sequence[Mosaic], sides: Sequence[Box]) -> list[NDArray[Any]]:
        """Return boxes of outputs on opposite sides of a chunk: one or two boxes."""
        found = []
        for outputs in sides:
            found.append(self.new(sources[0].first, outputs))
            self.write(sources, outputs, found[-1])
        return found

    def fill(
        self, sources: Sequence[NDArray[Any]], own: Box, outputs: Box, target: NDArray[Any]
    ) -> bool:
        """Write all outputs of a chunk as if nothing was beside it, if that is the fastest way.

        Parameters
        ----------
        sources : sequence of ndarray
            The chunk of each array.
        own : Box
            The elements that the chunk holds.
        outputs : Box
            The outputs in `target`.
        target : ndarray

        Returns
        -------
        bool
            True if it is done; outputs that read beside the chunk are then written anew.
        """
        return False


@dataclass(frozen=True, eq=False)
class _Weighted(Operation):
    """An operation with weights.

    Attributes
    ----------
    w, bias : ndarray
        As the caller gave them.
    options : mapping
        Options of `polyconv.conv` other than the padding.
    """

    w: NDArray[Any]
    bias: NDArray[Any] | None
    options: Mapping[str, Any]
    problem: Any

    @property
    def lead(self) -> int:
        """Axes before the spatial ones, that of channels of plain arrays included."""
        lead: int = self.problem.batched + (self.problem.data_format == "channels_first")
        return lead

    @property
    def result_dtype(self) -> np.dtype[Any]:
        """Dtype of the result."""
        dtype: np.dtype[Any] = self.problem.dtype
        return dtype

    def new(self, x: NDArray[Any], outputs: Box) -> NDArray[Any]:
        """Return an uninitialised array for a box of outputs of the images in `x`."""
        p = self.problem
        sizes = tuple([stop - start for start, stop in outputs])
        last = p.data_format == "channels_last"
        image = (*sizes, p.out_channels) if last else (p.out_channels, *sizes)
        return new_chunk((len(x), *image) if p.batched else image, p.dtype)


@dataclass(frozen=True, eq=False)
class _Windowed(_Weighted):
    """An operation whose outputs read windows of the input."""

    problem: Problem

    @property
    def axes(self) -> tuple[WindowedAxis, ...]:
        """The spatial axes."""
        return tuple([WindowAxis(self.problem, axis) for axis in range(self.problem.rank)])


@dataclass(frozen=True, eq=False)
class ConvolutionOperation(_Windowed):
    """`polyconv.conv`."""

    def fill(
        self, sources: Sequence[NDArray[Any]], own: Box, outputs: Box, target: NDArray[Any]
    ) -> bool:
        """Convolve a chunk alone, with as much padding as gives all outputs.

        The rows of a whole result begin at cache lines; those of a part of it need not.
        """
        p = self.problem
        pads, is_end, once = [], False, 1.0
        for axis, ((start, stop), (first, end)) in enumerate(zip(own, outputs, strict=True)):
            begin, stride = first * p.stride[axis] - p.pads[axis][0], p.stride[axis]
            before = start - begin
            after = begin + (end - first - 1) * stride + p.extent[axis] - stop
            if before < 0 or after <= -stride:
                return False
            after = max(after, 0)
            pads.append((before, after))
            once *= 1 - (-(-before // stride) - (-after // stride)) / (end - first)
            is_end = is_end or begin < 0 or stop + after > p.spatial[axis]
        if once < _MIN_FILLED:
            return False
        padding: dict[str, Any] = {"padding": tuple(pads)}
        if is_end:
            padding |= {"padding_mode": p.padding_mode, "padding_value": p.padding_value}
        x = sources[0]
        _planned(self, x.shape, x.dtype, tuple(padding.items()))(x, target)
        return True

    def write(self, sources: Sequence[Mosaic], outputs: Box, target: NDArray[Any]) -> None:
        """Write a box of outputs."""
        region = region_of(self.problem, outputs)
        x = sources[0].region(region)
        _planned(self, x.shape, x.dtype, tuple(region.padding(self.problem).items()))(x, target)

    def at_sides(self, sources: Sequence[Mosaic], sides: Sequence[Box]) -> list[NDArray[Any]]:
        """Return boxes of outputs on opposite sides of a chunk, two of one shape as a batch."""
        if len(sides) == 1:
            return super().at_sides(sources, sides)
        p = self.problem
        regions = [region_of(p, outputs) for outputs in sides]
        first = regions[0]
        if not all(each.is_alike(first) and each.is_box for each in regions):
            return super().at_sides(sources, sides)
        x = sources[0].joined([each.box for each in regions])
        joined = x.reshape(-1, *x.shape[2:]) if p.batched else x
        results = _planned(self, joined.shape, x.dtype, tuple(first.padding(p).items()))(joined)
        if p.batched:
            results = results.reshape(len(sides), len(x[0]), *results.shape[1:])
        return list(results)


@dataclass(frozen=True, eq=False)
class TransposedOperation(_Weighted):
    """`polyconv.conv_transpose`."""

    problem: TransposedProblem

    @property
    def axes(self) -> tuple[WindowedAxis, ...]:
        """The spatial axes."""
        return tuple([TransposedAxis(self.problem, axis) for axis in range(self.problem.rank)])

    def write(self, sources: Sequence[Mosaic], outputs: Box, target: NDArray[Any]) -> None:
        """Write a box of outputs."""
        region = transposed_region_of(self.problem, outputs)
        x = sources[0].region(region)
        padding = {"transpose": True, **region.transposed_padding()}
        _planned(self, x.shape, x.dtype, tuple(padding.items()))(x, target)


@lru_cache(maxsize=_KEPT_PLANS)
def _planned(
    operation: ConvolutionOperation | TransposedOperation,
    shape: tuple[int, ...],
    dtype: np.dtype[Any],
    padding: tuple[tuple[str, Any], ...],
) -> Plan | TransposedPlan:
    """Return the plan of an operation for a region of this shape; two threads may both make it."""
    options: Any = {**operation.options, **dict(padding)}
    if isinstance(operation, ConvolutionOperation):
        return _plan_of_part(operation.problem, shape, dtype, operation.w, operation.bias, options)
    like = np.empty(shape, dtype)  # only described, never touched
    made: TransposedPlan = plan(like, operation.w, operation.bias, **options)
    return made


def _plan_of_part(
    whole: Problem,
    shape: tuple[int, ...],
    dtype: np.dtype[Any],
    w: NDArray[Any],
    bias: NDArray[Any] | None,
    options: dict[str, Any],
) -> Plan:
    """Return the plan of a region, made for caches as part of the whole array.

    The bytes of the whole array decide on stream stores, prefetches and reads without packing,
    because the regions of other threads compete for L3. Beyond it, ordinary stores would read each
    line from memory before they write it. Regions that fit into L2 are planned by their own bytes,
    because their results are likely to be read before they leave L2.
    """
    backend = options.pop("backend")
    native = dtype.newbyteorder("=")  # as arrays are converted to
    problem = make_problem(shape, native, w.shape, w.dtype, **options)
    if problem.in_out_bytes > caches().l2:
        problem = replace(problem, whole_bytes=whole.in_out_bytes)
    structured, choice = decide_in(None, problem, w, backend)
    return make_plan(structured, choice, w, bias)


@dataclass(frozen=True, eq=False)
class NormalizedOperation(_Windowed):
    """`polyconv.nanconv`.

    Attributes
    ----------
    gaps : mapping
        The options of `nanconv` that `conv` does not have, but for its mask.
    """

    gaps: Mapping[str, Any]

    def write(self, sources: Sequence[Mosaic], outputs: Box, target: NDArray[Any]) -> None:
        """Write a box of outputs."""
        p, gaps = self.problem, {**self.gaps}
        preserve_nan = gaps.pop("preserve_nan")
        region = region_of(p, outputs)
        arrays = [source.region(region) for source in sources]
        options: Any = {**self.options, **region.padding(p), **gaps}
        target[...] = nanconv(arrays[0], self.w, mask=_second(arrays), **options)
        if preserve_nan:
            own = [p.canonical_x(source.get(outputs)) for source in sources]
            fill_gaps(p, p.canonical_out(target), own[0], _second(own), gaps["fill_value"])


def _second(arrays: Sequence[NDArray[Any]]) -> NDArray[Any] | None:
    return arrays[1] if len(arrays) > 1 else None


@dataclass(frozen=True, eq=False)
class Filter(Operation):
    """A function of `polyconv.scipy.ndimage`, whose result has the shape of its input.

    Attributes
    ----------
    function : callable
        Called as ``function(array, output=..., **arguments)``.
    arguments : mapping
    dtype : dtype
    windows : tuple of Problem
        For each axis a convolution of a signal with the same window and mode.
    """

    function: Callable[..., NDArray[Any]]
    arguments: Mapping[str, Any]
    dtype: np.dtype[Any]
    windows: tuple[Problem, ...]

    @property
    def lead(self) -> int:
        """Axes before the spatial ones: none."""
        return 0

    @property
    def result_dtype(self) -> np.dtype[Any]:
        """Dtype of the result."""
        return self.dtype

    @property
    def axes(self) -> tuple[WindowedAxis, ...]:
        """The axes."""
        return tuple([WindowAxis(window, 0) for window in self.windows])

    def new(self, x: NDArray[Any], outputs: Box) -> NDArray[Any]:
        """Return an uninitialised array for a box of outputs."""
        return new_chunk(tuple([stop - start for start, stop in outputs]), self.dtype)

    def fill(
        self, sources: Sequence[NDArray[Any]], own: Box, outputs: Box, target: NDArray[Any]
    ) -> bool:
        """Filter a chunk as if nothing was beside it."""
        self.function(sources[0], output=target, **self.arguments)
        return True

    def write(self, sources: Sequence[Mosaic], outputs: Box, target: NDArray[Any]) -> None:
        """Write a box of outputs: filter the region it reads, and drop results beside the box."""
        along = zip(self.axes, outputs, strict=True)
        region = Region(tuple([axis.region(each) for axis, each in along]))
        filtered = self.function(sources[0].region(region), output=self.dtype, **self.arguments)
        starts = [
            window.pads[0][0] - each.pads[0]
            for window, each in zip(self.windows, region.axes, strict=True)
        ]
        box = [slice(a, a + n) for a, n in zip(starts, target.shape, strict=True)]
        target[...] = filtered[tuple(box)]
