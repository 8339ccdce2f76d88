"""One workload as every library needs it: aligned arrays, and options spelt out for each axis.

It must not import polyconv: the worker processes of the peers run without it.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

__all__ = ["TOLERANCE", "Task", "Unsupported", "Variant", "aligned", "load_aligned", "same_result"]

# Largest error by rounding, in units of max|x| * sum|w_k|, with Winograd and transforms included.
# Integers are exact.
TOLERANCE = {"float32": 3e-6, "complex64": 3e-6, "float64": 1e-13, "complex128": 1e-13}

# Bytes of a cache line.
_CACHE_LINE = 64


class Unsupported(Exception):
    """A library cannot do this workload; the text says why."""


@dataclass(frozen=True)
class Variant:
    """One variant of a library's computation of a workload.

    Attributes
    ----------
    call : callable
        The timed function; returns the result.
    finish : callable
        Converts the result to a NumPy array in the workload's layout, untimed. It computes nothing.
    layout : str or None
        The layout of input and result, ``"channels_first"``, ``"channels_last"`` or ``"blocks"``;
        None for that of the workload.
    reuses_output : bool
        True if each call writes into the same memory; False if it allocates its result.
    note : str
        The algorithm that `call` uses, if its name does not tell.
    wanted : callable or None
        Returns the right result, given that of the workload, if the library has its own weights for
        the filter or rescales its sums; None if it is that of the workload.
    feed : callable or None
        Replaces the library's input by an array of the workload's layout, untimed. None if the
        library reads `Task.source` itself.
    poison : callable or None
        Overwrites the memory of the result, untimed. None if that is the array that `call`
        returns.
    """

    call: Callable[[], Any]
    finish: Callable[[Any], NDArray[Any]] = np.asarray
    layout: str | None = None
    reuses_output: bool = False
    note: str = ""
    wanted: Callable[[NDArray[Any]], NDArray[Any]] | None = None
    feed: Callable[[NDArray[Any]], None] | None = None
    poison: Callable[[], None] | None = None


class Task:
    """Arrays and options of one workload.

    Parameters
    ----------
    x, w : ndarray
        Input and weights.
    options : dict
        The options of `polyconv.conv`.
    """

    def __init__(self, x: NDArray[Any], w: NDArray[Any], options: dict[str, Any]) -> None:
        self.x, self.w, self.options = x, w, options
        self.channels_last = options["data_format"] == "channels_last"
        self.rank = rank = x.ndim - 2
        self.image = x.shape[1:-1] if self.channels_last else x.shape[2:]
        self.kernel = w.shape[:rank] if self.channels_last else w.shape[2:]
        self.filters = w.shape[-1 if self.channels_last else 0]
        self.groups = options["groups"]
        self.stride = _per_axis(options["stride"], rank)
        self.dilation = _per_axis(options["dilation"], rank)
        self.pads = self._pads()
        self.dtype = x.dtype
        self.result_dtype = np.dtype(options.get("dtype", x.dtype))

    def _pads(self) -> tuple[tuple[int, int], ...]:
        """Return the number of zeros before and after each axis."""
        padding = self.options["padding"]
        if self.options["padding_mode"] != "zeros":
            raise Unsupported(f"padding_mode {self.options['padding_mode']!r}")
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

    def compare(self, result: NDArray[Any], wanted: NDArray[Any]) -> tuple[float, str | None]:
        """Return the error of a result, and why it is wrong, if it is; see `same_result`."""
        return same_result(self, result, wanted)

    @property
    def source(self) -> NDArray[Any]:
        """The array in which the result is linear, and which every call reads."""
        return self.x

    @property
    def layout(self) -> str:
        """``"channels_first"`` or ``"channels_last"``."""
        return "channels_last" if self.channels_last else "channels_first"

    @property
    def channels(self) -> int:
        """Number of input channels."""
        return int(self.x.shape[-1 if self.channels_last else 1])

    @property
    def out_image(self) -> tuple[int, ...]:
        """Extents of the result."""
        axes = zip(self.image, self.kernel, self.stride, self.dilation, self.pads, strict=True)
        return tuple((n + lo + hi - d * (k - 1) - 1) // s + 1 for n, k, s, d, (lo, hi) in axes)

    def to_first(self, array: NDArray[Any]) -> NDArray[Any]:
        """Return an array of the workload's layout as ``(N, C, *image)``, without a copy."""
        return np.moveaxis(array, -1, 1) if self.channels_last else array

    def to_last(self, array: NDArray[Any]) -> NDArray[Any]:
        """Return an array of the workload's layout as ``(N, *image, C)``, without a copy."""
        return array if self.channels_last else np.moveaxis(array, 1, -1)

    def from_first(self, array: NDArray[Any]) -> NDArray[Any]:
        """Return ``(N, C, *image)`` in the workload's layout, without a copy."""
        return np.moveaxis(array, 1, -1) if self.channels_last else array

    def from_last(self, array: NDArray[Any]) -> NDArray[Any]:
        """Return ``(N, *image, C)`` in the workload's layout, without a copy."""
        return array if self.channels_last else np.moveaxis(array, -1, 1)

    @property
    def even_pads(self) -> bool:
        """True if each axis has the same number of zeros before and after it."""
        return all(low == high for low, high in self.pads)

    @property
    def w_channels_first(self) -> NDArray[Any]:
        """Weights as ``(K, C/groups, *kernel)``, contiguous."""
        if not self.channels_last:
            return self.w
        return aligned(np.moveaxis(self.w, (-1, -2), (0, 1)))

    def one_filter(self) -> tuple[NDArray[Any], NDArray[Any], tuple[int, ...]]:
        """Return image and kernel of a single filter, in the form of signal and image libraries.

        Returns
        -------
        x, w : ndarray
            Without batch and channels.
        shape : tuple of int
            Of the result that the workload asks for.

        Raises
        ------
        Unsupported
            Unless this is one filter of odd size whose result has the size of its image.
        """
        if self.x.size != math.prod(self.image) or self.w.size != math.prod(self.kernel):
            raise Unsupported("one image, one channel, one filter only")
        self._must_filter()
        return self.x.reshape(self.image), self.w.reshape(self.kernel), self.x.shape

    def filter_each(self) -> tuple[NDArray[Any], NDArray[Any]]:
        """Return the image with its channels on the last axis, and one kernel per channel.

        Raises
        ------
        Unsupported
            Unless these are filters of odd size whose result has the size of their image.
        """
        channels = self.x.shape[-1]
        if not self.channels_last or len(self.x) > 1 or not self.groups == channels == self.filters:
            raise Unsupported("one image, one filter for each channel, channels_last only")
        self._must_filter()
        kernels = np.moveaxis(self.w, -1, 0)
        return self.x[0], np.ascontiguousarray(kernels[..., 0])

    def _must_filter(self) -> None:
        """Refuse problems that signal and image libraries cannot compute."""
        if any(s != 1 for s in (*self.stride, *self.dilation)):
            raise Unsupported("stride and dilation of 1 only")
        if any(k % 2 == 0 for k in self.kernel):
            raise Unsupported("odd filters only")
        if self.pads != tuple((k // 2, k // 2) for k in self.kernel):
            raise Unsupported("results of the image's size only")


def _per_axis(value: int | tuple[int, ...], rank: int) -> tuple[int, ...]:
    return tuple(int(v) for v in np.broadcast_to(value, rank))


def aligned(array: NDArray[Any]) -> NDArray[Any]:
    """Return a contiguous copy that starts at a cache line, which JAX can use without a copy."""
    memory = np.empty(array.nbytes + _CACHE_LINE, np.uint8)
    start = -memory.ctypes.data % _CACHE_LINE
    copy = memory[start : start + array.nbytes].view(array.dtype).reshape(array.shape)
    copy[...] = array
    return copy


def load_aligned(path: Path) -> NDArray[Any]:
    """Load an array from a .npy file to the start of a cache line."""
    return aligned(np.load(path))


def same_result(task: Task, result: NDArray[Any], wanted: NDArray[Any]) -> tuple[float, str | None]:
    """Compare `result` with the reference `wanted`.

    Returns
    -------
    error : float
        The largest error, in units of ``max|x| * sum|w_k|``; for integers the largest difference.
    wrong : str or None
        The reason why this is not the workload's result; None if it is.
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
    limit = TOLERANCE[task.result_dtype.name]
    wrong = not error <= limit
    return error, f"error {error:.1e}; allowed: {limit:.0e}" if wrong else None
