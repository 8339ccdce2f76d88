"""The operations of tasks: each gives any box of its outputs from the input around it."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import prod
from typing import Any

import numpy as np
from numpy.typing import NDArray

from polyconv._api import plan
from polyconv._calls import Plan
from polyconv._nanconv import fill_gaps, nanconv
from polyconv._problem import Problem
from polyconv._regions import Region, region_of, transposed_region_of
from polyconv.transposed import TransposedPlan, TransposedProblem

from ._axes import TransposedAxis, WindowAxis, WindowedAxis
from ._mosaic import Box, Mosaic

__all__ = ["Convolution", "Filter", "Normalized", "Operation", "Transposed"]

# Structural: plans that a process keeps for all operations. Chunks inside an array and at its sides
# are planned apart, and so are their borders: about 25 plans for images, 80 for volumes.
_KEPT_PLANS = 128


# Structural: bytes of a huge page, and of the smallest arrays for which NumPy asks for such.
_HUGE_PAGE, _MIN_HUGE_BYTES = 2 << 20, 4 << 20


def _new(shape: tuple[int, ...], dtype: np.dtype[Any]) -> NDArray[Any]:
    """Return an uninitialised array; a large one begins with a huge page.

    A chunk's result is new memory every time. Its first and last pages would be small ones, up to
    1023 of them: 0.2 ms for 16 MiB with two threads and 0.5 with one, of 7 (Emerald Rapids,
    2026-11-29, `python -m benchmarks.peers.large_dask --constants`).
    """
    size = prod(shape) * dtype.itemsize
    if size < _MIN_HUGE_BYTES:
        return np.empty(shape, dtype)
    memory = np.empty(size + _HUGE_PAGE, np.dtype(np.uint8))
    start = -memory.ctypes.data % _HUGE_PAGE
    return memory[start : start + size].view(dtype).reshape(shape)


@dataclass(frozen=True, eq=False)
class Operation(ABC):
    """A function of arrays in chunks. Copies in other processes are equal by their token.

    Attributes
    ----------
    token : str
        A hash of all arguments.
    plain : bool
        True if the arrays have no axis of channels, and the operation has: it sees them with one.
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

    def fill(self, x: NDArray[Any], target: NDArray[Any]) -> bool:
        """Write all outputs of a chunk as if nothing was beside it, if that is the fastest way.

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
        return _new((len(x), *image) if p.batched else image, p.dtype)


@dataclass(frozen=True, eq=False)
class Convolution(_Weighted):
    """`polyconv.conv`."""

    problem: Problem

    @property
    def axes(self) -> tuple[WindowedAxis, ...]:
        """The spatial axes."""
        return tuple([WindowAxis(self.problem, axis) for axis in range(self.problem.rank)])

    def write(self, sources: Sequence[Mosaic], outputs: Box, target: NDArray[Any]) -> None:
        """Write a box of outputs."""
        region = region_of(self.problem, outputs)
        x = sources[0].region(region)
        _planned(self, x.shape, x.dtype, tuple(region.padding(self.problem).items()))(x, target)


@dataclass(frozen=True, eq=False)
class Transposed(_Weighted):
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
    operation: Convolution | Transposed,
    shape: tuple[int, ...],
    dtype: np.dtype[Any],
    padding: tuple[tuple[str, Any], ...],
) -> Plan | TransposedPlan:
    """Return the plan of an operation for a region of this shape; two threads may both make it."""
    like = np.empty(shape, dtype)  # only described, never touched
    options: Any = {**operation.options, **dict(padding)}
    made: Plan | TransposedPlan = plan(like, operation.w, operation.bias, **options)
    return made


@dataclass(frozen=True, eq=False)
class Normalized(Convolution):
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
        return _new(tuple([stop - start for start, stop in outputs]), self.dtype)

    def fill(self, x: NDArray[Any], target: NDArray[Any]) -> bool:
        """Filter a chunk as if nothing was beside it."""
        self.function(x, output=target, **self.arguments)
        return True

    def write(self, sources: Sequence[Mosaic], outputs: Box, target: NDArray[Any]) -> None:
        """Write a box of outputs: filter what it reads, and leave out what else that gives."""
        along = zip(self.axes, outputs, strict=True)
        region = Region(tuple([axis.region(each) for axis, each in along]))
        filtered = self.function(sources[0].region(region), output=self.dtype, **self.arguments)
        starts = [
            window.pads[0][0] - each.pads[0]
            for window, each in zip(self.windows, region.axes, strict=True)
        ]
        box = [slice(a, a + n) for a, n in zip(starts, target.shape, strict=True)]
        target[...] = filtered[tuple(box)]
