"""The base class of the adapters: a problem converted to arrays that any library takes.

Libraries differ in paddings, layouts and dtypes. The adapters use only what all of them support:
real, contiguous channels-first arrays in the accumulator's precision, padded here unless the
library pads with zeros itself. Complex numbers become pairs of real channels, as in `direct`.
Unsigned integers become signed ones of the same bits, whose sums wrap around alike.
"""

import math
from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from polyconv._backend import Backend, Cost, Kernel
from polyconv._padded_input import lookup_bytes, padded_block
from polyconv._problem import Problem

__all__ = ["Library", "LibraryConvolution", "RealProblem"]


@dataclass(frozen=True)
class RealProblem:
    """The convolution that a library computes: shapes of real arrays, and its options."""

    x_shape: tuple[int, ...]
    w_shape: tuple[int, ...]
    dtype: np.dtype[Any]
    pads: tuple[tuple[int, int], ...]
    stride: tuple[int, ...]
    dilation: tuple[int, ...]
    groups: int


class LibraryConvolution(Protocol):
    """A library's function for one problem, with its weights."""

    def __call__(  # noqa: D102
        self, x: NDArray[Any], bias: NDArray[Any] | None, workers: int
    ) -> NDArray[Any]: ...


class Library(Backend):
    """An adapter to one library; a subclass names the library and makes a `LibraryConvolution`.

    Attributes
    ----------
    name : str
        The backend's name.
    library : str
        The module to import, when weights are first prepared.
    """

    name: str
    library: str
    # The library chooses the algorithm, and may choose another one in its next version.
    dot_product = False

    def unsupported(self, p: Problem) -> str | None:
        """Refuse a limit of workspace: libraries do not publish what they allocate."""
        if p.workspace_limit is not None:
            return f"workspace_limit {p.workspace_limit}; {self.name} may use any amount of memory"
        return None

    def cost(self, p: Problem) -> Cost:
        """The definition's operations; copies of input and result are written and read.

        The workspace is that of polyconv's copies; libraries do not publish theirs.
        """
        if p.empty:
            return Cost(0, 0, 0)
        real = self._real(p)
        copied = math.prod(real.x_shape) * real.dtype.itemsize
        result = p.outputs * p.accumulator.itemsize
        # Read-only arrays are copied, too, and those with negative strides.
        workspace = copied + max(result, 0 if self._library_pads(p) else lookup_bytes(p))
        if p.accumulator.kind == "c":  # two real parts are made of a complex copy, and joined again
            workspace = max(workspace, 2 * copied, 2 * result)
        copies = result + (0 if self._zero_copy(p) else copied)
        return Cost(p.flops, p.moved_once + 2 * copies, workspace)

    def error_bound(self, p: Problem) -> float:
        """Plain sums in unknown order: the bound of one chain through all products."""
        return p.summation_error(p.reduction_len * (2 if p.accumulator.kind == "c" else 1))

    def prepare(self, p: Problem, w: NDArray[Any]) -> Kernel:
        """Convert the weights for the library."""
        return LibraryKernel(self, p, self.convolution(self._real(p), _real_weights(p, w)))

    def convolution(self, p: RealProblem, w: NDArray[Any]) -> LibraryConvolution:
        """Return the library's function for `p`; it may keep `w`."""
        raise NotImplementedError

    def pads(self, pads: tuple[tuple[int, int], ...]) -> bool:
        """Return True if the library can pad with zeros by `pads`."""
        raise NotImplementedError

    def _real(self, p: Problem) -> RealProblem:
        parts = 2 if p.accumulator.kind == "c" else 1
        library_pads = self._library_pads(p)
        return RealProblem(
            x_shape=(p.batch, parts * p.in_channels, *(p.spatial if library_pads else p.padded)),
            w_shape=(parts * p.out_channels, parts * p.ic_per_group, *p.kernel),
            dtype=_real_type(p),
            pads=p.pads if library_pads else ((0, 0),) * p.rank,
            stride=p.stride,
            dilation=p.dilation,
            groups=p.groups,
        )

    def _library_pads(self, p: Problem) -> bool:
        if not any(map(any, p.pads)):
            return True
        # Some libraries cannot pad an axis of length 0.
        zeros = p.padding_mode in ("zeros", "constant") and p.padding_value == 0
        return zeros and min(p.spatial) > 0 and self.pads(p.pads)

    def _zero_copy(self, p: Problem) -> bool:
        real = p.accumulator.kind != "c" and p.x_dtype == _real_type(p)
        return real and self._library_pads(p)

    def real_input(self, p: Problem, x: NDArray[Any]) -> NDArray[Any]:
        """Return `x` as the library takes it: real, and padded unless the library pads."""
        if self._zero_copy(p):
            return x
        if self._library_pads(p):
            block = x.astype(p.accumulator, order="C")
        else:
            block = padded_block(p, x, (0,) * p.rank, p.padded)
        return _real_channels(p, block)


@dataclass(frozen=True)
class LibraryKernel(Kernel):
    """A library's function for one problem, called with real arrays."""

    library: Library
    problem: Problem
    convolve: LibraryConvolution

    def __call__(
        self, x: NDArray[Any], bias: NDArray[Any] | None, out: NDArray[Any], workers: int
    ) -> None:
        """Write every element of `out`."""
        p = self.problem
        real_bias = None if bias is None else _real_channels(p, bias[None]).reshape(-1)
        # Casts to float32 and float16 overflow to infinity, as defined, without a warning.
        with np.errstate(all="ignore"):
            _store(p, self.convolve(self.library.real_input(p, x), real_bias, workers), out)


def _real_type(p: Problem) -> np.dtype[Any]:
    if p.accumulator.kind == "u":
        return np.dtype(np.int64)
    return np.empty(0, p.accumulator).real.dtype


def _real_channels(p: Problem, a: NDArray[Any]) -> NDArray[Any]:
    """Return ``(batch, channels, ...)`` as real channels: of each group, real then imaginary."""
    if p.accumulator.kind != "c":
        return a.view(_real_type(p))
    batch, channels, *rest = a.shape
    grouped = a.reshape(batch, p.groups, channels // p.groups, *rest)
    return np.stack((grouped.real, grouped.imag), axis=2).reshape(batch, 2 * channels, *rest)


def _real_weights(p: Problem, w: NDArray[Any]) -> NDArray[Any]:
    """Return a copy of the weights, with ``[[wr, -wi], [wi, wr]]`` for complex ones."""
    w = np.array(w, p.accumulator, order="C")
    if p.accumulator.kind != "c":
        return w.view(_real_type(p))
    w = w.reshape(p.groups, p.oc_per_group, p.ic_per_group, *p.kernel)
    of_real = np.stack((w.real, -w.imag), axis=2)
    of_imag = np.stack((w.imag, w.real), axis=2)
    pairs = np.stack((of_real, of_imag), axis=1)
    return pairs.reshape(2 * p.out_channels, 2 * p.ic_per_group, *p.kernel)


def _store(p: Problem, y: NDArray[Any], out: NDArray[Any]) -> None:
    """Write a library's real result into the caller's array."""
    if p.accumulator.kind == "c":
        pairs = y.reshape(p.batch, p.groups, 2, p.oc_per_group, *p.out)
        shape = (p.batch, p.groups, p.oc_per_group, *p.out)
        joined = np.empty(shape, p.accumulator)
        joined.real, joined.imag = pairs[:, :, 0], pairs[:, :, 1]
        y = joined.reshape(p.batch, p.out_channels, *p.out)
    np.copyto(out, y.view(p.accumulator), casting="unsafe")
