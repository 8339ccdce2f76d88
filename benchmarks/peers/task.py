"""One workload as every library needs it: aligned arrays, and options spelt out for each axis.

It must not import polyconv: the processes of the rivals run without it.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from polyconv.workloads import Workload, by_name

__all__ = ["Task", "Unsupported", "Variant", "same_result"]

# The largest error that rounding explains, in units of max|x| * sum|w_k|: Winograd and transforms
# included. Integers are exact.
_TOLERANCE = {"float32": 3e-6, "complex64": 3e-6, "float64": 1e-13, "complex128": 1e-13}

_CACHE_LINE = 64


class Unsupported(Exception):
    """A library cannot do this workload; the text says why."""


@dataclass(frozen=True)
class Variant:
    """One way of a library to do a workload.

    Attributes
    ----------
    call : callable
        What is timed; returns the result.
    finish : callable
        Makes a NumPy array in the workload's layout of it, untimed.
    delivers : bool
        Whether `finish` is free, so that `call` alone delivers what was asked.
    note : str
        What `call` runs, if the name does not tell.
    """

    call: Callable[[], Any]
    finish: Callable[[Any], NDArray[Any]] = np.asarray
    delivers: bool = True
    note: str = ""


class Task:
    """Arrays and options of the workload called `name`."""

    def __init__(self, name: str) -> None:
        workload = by_name(name)
        self.workload: Workload = workload
        x, w = workload.arrays()
        self.x, self.w = _aligned(x), _aligned(w)
        self.channels_last = workload.data_format == "channels_last"
        self.rank = rank = len(workload.x_shape) - 2
        self.image = workload.x_shape[1:-1] if self.channels_last else workload.x_shape[2:]
        self.kernel = workload.w_shape[:rank] if self.channels_last else workload.w_shape[2:]
        self.filters = workload.w_shape[-1 if self.channels_last else 0]
        self.groups = workload.groups
        self.stride = _per_axis(workload.stride, rank)
        self.dilation = _per_axis(workload.dilation, rank)
        self.pads = self._pads()
        self.dtype = np.dtype(workload.dtype)
        self.result_dtype = np.dtype(workload.result_dtype or workload.dtype)

    def _pads(self) -> tuple[tuple[int, int], ...]:
        """Zeros before and after each axis."""
        padding = self.workload.padding
        if self.workload.padding_mode != "zeros":
            raise Unsupported(f"padding_mode {self.workload.padding_mode!r}")
        if not isinstance(padding, str):
            both = np.reshape(padding, (-1, 1)) if np.ndim(padding) == 1 else padding
            given = np.broadcast_to(np.asarray(both), (self.rank, 2))
            return tuple((int(low), int(high)) for low, high in given)
        pairs: list[tuple[int, int]] = []
        for n, k, stride, dilation in zip(
            self.image, self.kernel, self.stride, self.dilation, strict=True
        ):
            extent = dilation * (k - 1) + 1
            if padding == "same":
                total = max((math.ceil(n / stride) - 1) * stride + extent - n, 0)
                pairs.append((total // 2, total - total // 2))
            elif padding == "causal":
                pairs.append((extent - 1, 0))
            elif padding == "valid":
                pairs.append((0, 0))
            else:
                raise Unsupported(f"padding {padding!r}")
        return tuple(pairs)

    @property
    def even_pads(self) -> bool:
        """Whether every axis has as many zeros before as after."""
        return all(low == high for low, high in self.pads)

    @property
    def w_channels_first(self) -> NDArray[Any]:
        """Weights as ``(K, C/groups, *kernel)``, contiguous."""
        if not self.channels_last:
            return self.w
        return _aligned(np.moveaxis(self.w, (-1, -2), (0, 1)))

    def one_filter(self) -> tuple[NDArray[Any], NDArray[Any], tuple[int, ...]]:
        """Image and kernel of a plain filter, as libraries for signals and images take them.

        Returns
        -------
        x, w : ndarray
            Without batch and channels.
        shape : tuple of int
            Of the result that the workload asks for.

        Raises
        ------
        Unsupported
            If this is anything but one odd-sized filter whose result is as large as its image.
        """
        if self.x.size != math.prod(self.image) or self.w.size != math.prod(self.kernel):
            raise Unsupported("one image, one channel, one filter only")
        self._must_filter()
        return self.x.reshape(self.image), self.w.reshape(self.kernel), self.x.shape

    def filter_each(self) -> tuple[NDArray[Any], NDArray[Any]]:
        """Image with its channels on the last axis, and a kernel for each of them.

        Raises
        ------
        Unsupported
            If this is anything but odd-sized filters whose result is as large as their image.
        """
        channels = self.x.shape[-1]
        if not self.channels_last or len(self.x) > 1 or not self.groups == channels == self.filters:
            raise Unsupported("one image, one filter for each channel, channels_last only")
        self._must_filter()
        kernels = np.moveaxis(self.w, -1, 0)
        return self.x[0], np.ascontiguousarray(kernels[..., 0])

    def _must_filter(self) -> None:
        """Refuse whatever libraries for signals and images do not do."""
        if any(s != 1 for s in (*self.stride, *self.dilation)):
            raise Unsupported("stride and dilation of 1 only")
        if any(k % 2 == 0 for k in self.kernel):
            raise Unsupported("odd filters only")
        if self.pads != tuple((k // 2, k // 2) for k in self.kernel):
            raise Unsupported("results of the image's size only")


def _per_axis(value: int | tuple[int, ...], rank: int) -> tuple[int, ...]:
    return tuple(int(v) for v in np.broadcast_to(value, rank))


def _aligned(array: NDArray[Any]) -> NDArray[Any]:
    """A contiguous copy that starts at a cache line, as JAX wants it to use it without copying."""
    memory = np.empty(array.nbytes + _CACHE_LINE, np.uint8)
    start = -memory.ctypes.data % _CACHE_LINE
    copy = memory[start : start + array.nbytes].view(array.dtype).reshape(array.shape)
    copy[...] = array
    return copy


def same_result(task: Task, result: NDArray[Any], wanted: NDArray[Any]) -> tuple[float, str | None]:
    """The error of `result`, and what is wrong with it, if anything.

    Returns
    -------
    error : float
        The largest, in units of ``max|x| * sum|w_k|``; of integers, the largest difference.
    wrong : str or None
        Why this is not the workload's result.
    """
    if result.shape != wanted.shape or result.dtype != wanted.dtype:
        return math.inf, (
            f"{result.dtype} of shape {result.shape}; wanted {wanted.dtype} of {wanted.shape}"
        )
    if result.size == 0:
        return 0.0, None
    axis = -1 if task.channels_last else 1
    others = tuple(i for i in range(result.ndim) if i != axis % result.ndim)
    if task.result_dtype.kind in "iu":
        error = float(np.abs(result.astype(np.int64) - wanted).max())
        return error, None if error == 0 else f"integers differ by up to {error:.0f}"
    difference = np.abs(result - wanted).max(axis=others)
    weights = np.abs(task.w_channels_first).reshape(task.filters, -1).sum(axis=1)
    error = float((difference / (np.abs(task.x).max() * weights)).max())
    limit = _TOLERANCE[task.result_dtype.name]
    wrong = not error <= limit
    return error, f"error {error:.1e}; rounding explains {limit:.0e}" if wrong else None
