"""Checks of arrays: containers, dtypes, memory layout, and the caller's ``out=``; new results."""

import math
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from ._cpu import bytes_to_line
from ._dtypes import INPUT_DTYPES, castable, supported_input, usable_as_is

__all__ = [
    "MIN_ALIGNED_BYTES",
    "Described",
    "Result",
    "aligned_empty",
    "as_array",
    "as_bias",
    "as_out",
    "check_bias",
    "in_own_byte_order",
    "new_result",
]

# Structural: minimum bytes of a result that is aligned to cache lines. Aligning takes 1 us; writing
# a result of this size takes at least 10 us.
MIN_ALIGNED_BYTES = 1 << 18

# Limit of numpy.shares_memory's search (`max_work`) if two address ranges overlap.
_OVERLAP_WORK: Any = 10_000  # NumPy's stubs know only -1 and 0


class Result(Protocol):
    """Shape and dtype of a result, by which ``out=`` is checked."""

    @property
    def out_shape(self) -> tuple[int, ...]: ...
    @property
    def dtype(self) -> np.dtype[Any]: ...


class Described(Result, Protocol):
    """The parts of a problem, transposed or not, by which the caller's arrays are checked."""

    @property
    def out_channels(self) -> int: ...
    @property
    def x_shape(self) -> tuple[int, ...]: ...
    @property
    def x_dtype(self) -> np.dtype[Any]: ...
    @property
    def accumulator(self) -> np.dtype[Any]: ...


def as_array(name: str, value: Any) -> NDArray[Any]:
    """Return `value` as a plain, aligned ndarray of a supported dtype in native byte order.

    Only a byte-swapped or unaligned array is copied; any strides are kept. Containers whose
    meaning an ndarray cannot carry (a mask, matrix algebra, sparsity) are refused.
    """
    kind = type(value)
    if kind is np.ndarray and usable_as_is(value.dtype) and value.flags.aligned:
        return value  # type: ignore[no-any-return]
    if isinstance(value, np.ma.MaskedArray):
        raise TypeError(
            f"{name} is a masked array; its mask would be lost: pass {name}.filled(...) instead"
        )
    if isinstance(value, np.matrix):
        raise TypeError(f"{name} is a numpy.matrix; pass a plain array: numpy.asarray({name})")
    if kind.__module__.partition(".")[0] == "sparse" or kind.__module__.startswith("scipy.sparse"):
        raise TypeError(f"{name} is a sparse {kind.__name__}; pass {name}.toarray() instead")
    try:
        array = np.asarray(value)
    except ValueError as error:
        raise ValueError(f"{name} is not a rectangular array: {error}") from None
    if not supported_input(array.dtype):
        raise TypeError(f"{name} has dtype {array.dtype}; allowed: {INPUT_DTYPES}")
    if not array.dtype.isnative:
        array = array.astype(array.dtype.newbyteorder("="))
    if not array.flags.aligned:
        array = array.copy()
    return array


def as_bias(problem: Described, bias: Any) -> NDArray[Any]:
    """Return `bias` as a contiguous array of the accumulator's dtype, one value per channel."""
    array = as_array("bias", bias)
    check_bias(problem, array.shape, array.dtype)
    if array.dtype == problem.accumulator:
        return np.ascontiguousarray(array)
    with np.errstate(all="ignore"):  # values out of range become infinite or 0, as in a sum
        return np.ascontiguousarray(array, problem.accumulator)


def check_bias(problem: Described, shape: tuple[int, ...], dtype: np.dtype[Any]) -> None:
    """Raise ValueError or TypeError unless a bias of this shape and dtype can be added."""
    if shape != (problem.out_channels,):
        raise ValueError(
            f"bias has shape {shape}; allowed: ({problem.out_channels},), one value for each "
            "output channel"
        )
    if not castable(dtype, problem.dtype):
        raise TypeError(
            f"bias has dtype {dtype}; allowed: dtypes that the result's, {problem.dtype}, can hold"
        )


def as_out(
    problem: Result, out: Any, inputs: dict[str, tuple[Any, NDArray[Any] | None]]
) -> NDArray[Any]:
    """Return an ``out=`` as a plain ndarray over the same memory, in native byte order.

    Give the caller `in_own_byte_order` of `out` when the result is written. It is refused if it is
    not exactly the result, or shares memory with an input. `inputs` holds for each argument the
    caller's object and the array made of it. Both are checked: the array may be a copy, made for
    its dtype or alignment, and the original is then overwritten.
    """
    if type(out) is not np.ndarray:
        # A subclass such as numpy.memmap is used for its buffer alone. These two are refused: the
        # mask or the matrix algebra would be lost.
        if not isinstance(out, np.ndarray) or isinstance(out, (np.ma.MaskedArray, np.matrix)):
            raise TypeError(f"out must be a numpy.ndarray, not {type(out).__name__}")
        out = out.view(np.ndarray)
    if out.shape != problem.out_shape:
        raise ValueError(f"out has shape {out.shape}; allowed: {problem.out_shape}")
    if out.dtype.newbyteorder("=") != problem.dtype:
        raise TypeError(f"out has dtype {out.dtype}; allowed: {problem.dtype}")
    if not out.flags.writeable:
        raise ValueError("out is read-only; allowed: a writeable array")
    if _overlaps_itself(out):
        raise ValueError(
            f"out has strides {out.strides}, so some of its elements share memory; allowed: an "
            "array in which each element has its own memory"
        )
    for name, (given, used) in inputs.items():
        if isinstance(given, np.ndarray) and _share_memory(out, given):
            raise ValueError(f"out overlaps {name} in memory; allowed: an array apart from it")
        if used is not None and used is not given and _share_memory(out, used):
            raise ValueError(f"out overlaps {name} in memory; allowed: an array apart from it")
    # A view of the caller's bytes: no second array is needed.
    native: NDArray[Any] = out if out.dtype.isnative else out.view(problem.dtype)
    return native


def in_own_byte_order(out: NDArray[Any]) -> NDArray[Any]:
    """Return `out`, written in native byte order, after swapping it to its own byte order."""
    if not out.dtype.isnative:
        out.byteswap(inplace=True)
    return out


def new_result(shape: tuple[int, ...], dtype: np.dtype[Any]) -> NDArray[Any]:
    """Return an uninitialised result; a large one is aligned to a cache line for faster stores."""
    size = math.prod(shape) * dtype.itemsize
    return np.empty(shape, dtype) if size < MIN_ALIGNED_BYTES else aligned_empty(shape, dtype)


def aligned_empty(shape: tuple[int, ...], dtype: np.dtype[Any]) -> NDArray[Any]:
    """Return an uninitialised array that begins with a cache line."""
    memory = np.empty(math.prod(shape) * dtype.itemsize + 64, np.uint8)
    return np.ndarray(shape, dtype, memory, bytes_to_line(memory))


def _overlaps_itself(array: NDArray[Any]) -> bool:
    if array.flags.c_contiguous:
        return False
    extent = array.itemsize  # bytes that the axes so far span
    axes = sorted((abs(s), n) for s, n in zip(array.strides, array.shape, strict=True) if n > 1)
    for step, size in axes:
        if step < extent:
            return array.size > 0
        extent += step * (size - 1)
    return False


def _share_memory(a: NDArray[Any], b: NDArray[Any]) -> bool:
    if not np.may_share_memory(a, b):
        return False
    try:
        return np.shares_memory(a, b, max_work=_OVERLAP_WORK)
    except np.exceptions.TooHardError:
        return True
