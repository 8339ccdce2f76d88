"""The convolutions that blocks can be computed of: `conv`, `conv_transpose` and `nanconv`.

Each knows the whole problem, which region of the input a block reads, and what a block costs in
memory. A plan is prepared once for each shape of a region: blocks in the middle share one, and
those at the ends have a few more.
"""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from functools import lru_cache
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from polyconv._api import plan
from polyconv._calls import Plan
from polyconv._gapped_input import NanconvRequest
from polyconv._nanconv import fill_gaps, nanconv
from polyconv._problem import Problem
from polyconv._regions import Range, Region, region_of, transposed_region_of
from polyconv.transposed._plan import TransposedPlan
from polyconv.transposed._problem import TransposedProblem

__all__ = ["BlockedConvolution", "BlockedNormalized", "BlockedTransposed", "Forward", "Parts"]

# Structural: maximum number of plans that are kept. Along two axes there are nine shapes of blocks:
# those of the first, middle and last block along each. A plan holds prepared weights.
_MAX_PLANS = 9


class Parts(NamedTuple):
    """The parts of the caller's arrays that a block needs, in the caller's layout with channels.

    Attributes
    ----------
    x : ndarray
        The block's region of the source.
    mask : ndarray or None
        That region of the mask.
    own_x, own_mask : ndarray or None
        The source and the mask at the places of the block's outputs.
    """

    x: NDArray[Any]
    mask: NDArray[Any] | None = None
    own_x: NDArray[Any] | None = None
    own_mask: NDArray[Any] | None = None


class BlockedConvolution(ABC):
    """A whole convolution, of which blocks are computed.

    Parameters
    ----------
    problem : Problem or TransposedProblem
    w : ndarray
    bias : array_like or None
    backend : str
    tuning : dict
        The options `workers` and `workspace_limit`.

    Attributes
    ----------
    reads_own_place : bool
        True if a block needs the input at the places of its outputs.
    """

    reads_own_place = False

    def __init__(
        self, problem: Any, w: NDArray[Any], bias: Any, backend: str, tuning: dict[str, Any]
    ) -> None:
        self.problem = problem
        self._w, self._bias = w, bias
        self._options = {
            "backend": backend,
            "stride": problem.stride,
            "dilation": problem.dilation,
            "groups": problem.groups,
            "flip": problem.flip,
            "data_format": problem.data_format,
            "dtype": problem.dtype,
            "rtol": problem.rtol,
            **tuning,
        }
        self._plan = lru_cache(_MAX_PLANS)(self._make_plan)

    @abstractmethod
    def region(self, outputs: Sequence[Range]) -> Region:
        """Return the part of the input that a box of outputs reads."""

    @abstractmethod
    def read_length(self, axis: int, outputs: int) -> int:
        """Return the most elements of a spatial axis, with padding, that a block reads."""

    @abstractmethod
    def halo(self, axis: int) -> int:
        """Return the size, in outputs, of the halo that two neighbouring blocks both read."""

    @abstractmethod
    def outputs_of(self, axis: int, elements: int) -> int:
        """Return the outputs of `elements` input elements, halo aside; 1 if not a whole number."""

    @abstractmethod
    def padding(self, region: Region) -> dict[str, Any]:
        """Return the options for the padding of a region."""

    @property
    def units(self) -> tuple[int, ...]:
        """The period of the regions along each spatial axis, in outputs."""
        rank: int = self.problem.rank
        return (1,) * rank

    @property
    def copies_pieces(self) -> bool:
        """True if regions at the ends of the input may be copies of pieces."""
        return False

    def compute(self, parts: Parts, region: Region, out: NDArray[Any]) -> None:
        """Write a block, in the caller's layout with channels."""
        self._plan(parts.x.shape, tuple(self.padding(region).items()))(parts.x, out=out)

    def scratch(self, x_elements: int, outputs: int) -> int:
        """Return the bytes that `compute` takes beside region, block and workspace."""
        del x_elements, outputs
        return 0

    def _make_plan(
        self, shape: tuple[int, ...], padding: tuple[tuple[str, Any], ...]
    ) -> Plan | TransposedPlan:
        like = np.empty(shape, self.problem.x_dtype)  # its pages are never touched
        transpose: Any = isinstance(self.problem, TransposedProblem)
        options: Any = {**self._options, **dict(padding)}
        made: Plan | TransposedPlan
        made = plan(like, self._w, self._bias, transpose=transpose, **options)
        return made


class Forward(BlockedConvolution):
    """`conv`."""

    problem: Problem

    def region(self, outputs: Sequence[Range]) -> Region:
        """Return the part of the input that a box of outputs reads."""
        return region_of(self.problem, outputs)

    def read_length(self, axis: int, outputs: int) -> int:
        """Return the most elements of a spatial axis, with padding, that a block reads."""
        return (outputs - 1) * self.problem.stride[axis] + self.problem.extent[axis]

    def halo(self, axis: int) -> int:
        """Return the size, in outputs, of the halo that two neighbouring blocks both read."""
        return max(self.problem.extent[axis] - 1, 0) // self.problem.stride[axis]

    def outputs_of(self, axis: int, elements: int) -> int:
        """Return the outputs of `elements` input elements, halo aside; 1 if not a whole number."""
        stride = self.problem.stride[axis]
        return elements // stride if elements % stride == 0 else 1

    def padding(self, region: Region) -> dict[str, Any]:
        """Return the options for the padding of a region."""
        return region.padding(self.problem)

    @property
    def copies_pieces(self) -> bool:
        """True for padding that repeats elements of the input."""
        return self.problem.padding_mode not in ("zeros", "constant")


class BlockedTransposed(BlockedConvolution):
    """`conv_transpose`."""

    problem: TransposedProblem

    def region(self, outputs: Sequence[Range]) -> Region:
        """Return the part of the input that a box of outputs reads."""
        return transposed_region_of(self.problem, outputs)

    def read_length(self, axis: int, outputs: int) -> int:
        """Return the maximum number of elements of an axis that a block of `outputs` reads."""
        t = self.problem
        return (outputs + t.extent[axis] - 2) // t.stride[axis] + 2

    def halo(self, axis: int) -> int:
        """Return the size, in outputs, of the halo that two neighbouring blocks both read."""
        return self.problem.extent[axis] - 1 + self.problem.stride[axis]

    def outputs_of(self, axis: int, elements: int) -> int:
        """Return the outputs over which `elements` input elements spread, halo aside."""
        return elements * self.problem.stride[axis]

    def padding(self, region: Region) -> dict[str, Any]:
        """Return the options for the crop of a region's result."""
        return region.transposed_padding()

    @property
    def units(self) -> tuple[int, ...]:
        """The strides: places of outputs repeat after them."""
        return self.problem.stride

    def scratch(self, x_elements: int, outputs: int) -> int:
        """Return the bytes of one block more: phases that lie side by side may be apart first."""
        del x_elements
        return outputs * self.problem.dtype.itemsize


class BlockedNormalized(Forward):
    """`nanconv`.

    Parameters
    ----------
    request : NanconvRequest
    w : ndarray
    preserve_nan : bool
    tuning : dict
    """

    def __init__(
        self, request: NanconvRequest, w: NDArray[Any], preserve_nan: bool, tuning: dict[str, Any]
    ) -> None:
        super().__init__(request.problem, w, None, request.backend, tuning)
        self._request, self.reads_own_place = request, preserve_nan

    def compute(self, parts: Parts, region: Region, out: NDArray[Any]) -> None:
        """Write a block."""
        p, request = self.problem, self._request
        options: Any = {**self._options, **self.padding(region)}
        y = nanconv(
            parts.x,
            self._w,
            mask=parts.mask,
            normalize=request.normalize,
            min_weight=request.min_weight,
            fill_value=request.fill_value,
            **options,
        )
        if parts.own_x is not None:
            mask = None if parts.own_mask is None else p.canonical_x(parts.own_mask)
            fill_gaps(p, p.canonical_out(y), p.canonical_x(parts.own_x), mask, request.fill_value)
        out[...] = y

    def scratch(self, x_elements: int, outputs: int) -> int:
        """Return the bytes of values and validity, of their convolutions, and of masks."""
        p = self.problem
        return (4 * p.accumulator.itemsize + 4) * (x_elements + outputs)
