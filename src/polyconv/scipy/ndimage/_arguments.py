"""SciPy's rules for arguments: what it accepts, and the exceptions that it raises for the rest.

Exceptions have SciPy's types, so that programs which catch them keep working.
"""

import operator
import warnings
from collections.abc import Iterable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from polyconv._arrays import new_result

__all__ = [
    "as_input",
    "axes_of",
    "axis_of",
    "is_single",
    "new_output",
    "output_dtype",
    "pad_mode",
    "per_axis",
    "placed",
    "real_cval",
    "real_dtype",
    "require_complex",
    "require_fit",
    "require_origin",
]

# Element types that SciPy's filters read and write, and the complex ones that it splits.
_REAL = frozenset(np.dtype(c) for c in "?bhilqBHILQfd")
_COMPLEX = frozenset(np.dtype(c) for c in "FD")

_FLOAT32 = np.dtype(np.float32)

# SciPy's names of modes, and numpy.pad's.
_MODES = {
    "reflect": "symmetric",
    "grid-mirror": "symmetric",
    "mirror": "reflect",
    "nearest": "edge",
    "constant": "constant",
    "grid-constant": "constant",
    "wrap": "wrap",
    "grid-wrap": "wrap",
    "valid": "valid",
}


def as_input(array: Any) -> NDArray[Any]:
    """Return an input as an aligned array in native byte order, of a dtype that SciPy filters."""
    x: NDArray[Any] = array if type(array) is np.ndarray else np.asarray(array)
    if x.dtype in _REAL or x.dtype in _COMPLEX:
        return x if x.flags.aligned else x.copy()
    native = x.dtype.newbyteorder("=")
    if native not in _REAL and native not in _COMPLEX:
        raise RuntimeError(f"input has dtype {x.dtype}; array type not supported")
    return x.astype(native)


def output_dtype(output: Any, x: NDArray[Any], *, is_complex: bool = False) -> np.dtype[Any]:
    """Return the dtype of the result that `output` asks for: None, a dtype, or an array.

    Parameters
    ----------
    output : None, dtype or array
        The caller's argument. None is the dtype of `x`.
    x : ndarray
    is_complex : bool
        True if the result must be complex: a real dtype is promoted then, as SciPy does.
    """
    if output is None:
        dtype = x.dtype if x.dtype.isnative else x.dtype.newbyteorder("=")
        return np.promote_types(dtype, np.complex64) if is_complex else dtype
    if isinstance(output, (type, np.dtype)):
        dtype = np.dtype(output)
        if is_complex and dtype.kind != "c":
            warnings.warn("promoting specified output dtype to complex", stacklevel=4)
            dtype = np.promote_types(dtype, np.complex64)
        return dtype
    if isinstance(output, str):
        dtype = np.dtype(output)
        if not issubclass(dtype.type, np.number):
            raise RuntimeError(f"output={output!r}; output must have numeric dtype")
    else:
        dtype = np.asarray(output).dtype
    if is_complex:
        require_complex(dtype)
    return dtype


def require_complex(dtype: np.dtype[Any]) -> None:
    """Check the dtype of a result whose input or weights are complex."""
    if dtype.kind != "c":
        raise RuntimeError(f"output has dtype {dtype}; output must have complex dtype")


def new_output(output: Any, shape: tuple[int, ...], dtype: np.dtype[Any]) -> NDArray[Any]:
    """Return the array to write to: the caller's, or a new one of `dtype`.

    A caller's dtype keeps its byte order.
    """
    if output is None:
        return new_result(shape, dtype)
    if isinstance(output, (type, np.dtype, str)):
        asked = np.dtype(output)
        swapped = not asked.isnative and asked.newbyteorder("=") == dtype
        return new_result(shape, asked if swapped else dtype)
    array = np.asarray(output)
    if array.shape != shape:
        raise RuntimeError(
            f"output shape not correct: output has shape {array.shape}; allowed: {shape}"
        )
    if not array.flags.writeable:
        raise ValueError("output array is read-only; allowed: a writeable array")
    return array


def real_dtype(dtype: np.dtype[Any]) -> np.dtype[Any]:
    """Return a result's dtype in native byte order, after checking that SciPy writes it."""
    if dtype in _REAL:
        return dtype
    native = dtype.newbyteorder("=")
    if native not in _REAL:
        raise RuntimeError(f"output has dtype {dtype}; array type not supported")
    return native


def axis_of(axis: Any, ndim: int) -> int:
    """Return an axis counted from the start."""
    from numpy.lib.array_utils import normalize_axis_index

    return normalize_axis_index(axis, ndim)


def axes_of(axes: Any, ndim: int) -> tuple[int, ...]:
    """Return the axes to filter along, all for None, counted from the start."""
    if axes is None:
        return tuple(range(ndim))
    if np.isscalar(axes):
        return (axis_of(axes, ndim),)
    if not isinstance(axes, Iterable):
        raise ValueError(f"axes={axes!r} must be an integer, iterable of integers, or None")
    found = tuple(operator.index(axis) for axis in axes)
    for axis in found:
        if not -ndim <= axis < ndim:
            raise ValueError(f"specified axis: {axis} is out of range")
    found = tuple(axis % ndim for axis in found)
    if len(set(found)) != len(found):
        raise ValueError(f"axes must be unique, got {found}")
    return found


def per_axis(name: str, value: Any, count: int) -> list[Any]:
    """Return a value for each of `count` axes: one for all, or a sequence of that length."""
    if isinstance(value, str) or not np.iterable(value):
        return [value] * count
    values = list(value)
    if len(values) != count:
        raise RuntimeError(
            f"{name}={value!r}; sequence argument must have length equal to input rank, or to the "
            f"number of axes, {count}"
        )
    return values


def placed(name: str, value: Any, along: tuple[int, ...], ndim: int) -> list[Any]:
    """Return a value for each axis of the array, 0 where `along` leaves one out.

    SciPy takes values for all axes in the order of the array, also where `axes` has another order.
    """
    values = per_axis(name, value, len(along))
    if len(along) == ndim:
        return values
    everywhere: list[Any] = [0] * ndim
    for axis, each in zip(along, values, strict=True):
        everywhere[axis] = each
    return everywhere


def pad_mode(mode: Any) -> str:
    """Return numpy.pad's name of a mode, or "valid"."""
    try:
        return _MODES[mode]
    except (KeyError, TypeError):
        raise RuntimeError(
            f"boundary mode not supported: {mode!r}; allowed: {', '.join(_MODES)}"
        ) from None


def require_origin(origin: Any, size: int, mode: str) -> int:
    """Return `origin`, after checking that the window of `size` still holds the output's place."""
    if not -(size // 2) <= origin <= (size - 1) // 2:
        raise ValueError(
            f"Invalid origin {origin}; allowed for {size} weights: "
            f"{-(size // 2)} to {(size - 1) // 2}"
        )
    if mode == "valid" and origin:
        raise ValueError(f"origin={origin} has no meaning with mode='valid'; allowed: 0")
    return operator.index(origin)


def require_fit(n: int, size: int, mode: str, axis: int) -> None:
    """Check that a window of `size` elements fits into an axis that "valid" does not extend."""
    if mode == "valid" and size > n:
        raise ValueError(
            f"window of {size} elements with mode='valid'; allowed on axis {axis}: at most {n}"
        )


def real_cval(cval: Any) -> float:
    """Return the constant of the padding as a float."""
    if isinstance(cval, (complex, np.complexfloating)) or np.iscomplexobj(cval):
        raise TypeError(f"cval={cval!r} is complex, and input is real; allowed: a real number")
    if isinstance(cval, (str, bytes)):
        raise TypeError(f"cval={cval!r}; must be a real number, not {type(cval).__name__}")
    return float(cval)


def is_single(precision: str | None, x_dtype: np.dtype[Any], out_dtype: np.dtype[Any]) -> bool:
    """Return True if sums are of float32: of float32 input, unless `precision` says otherwise."""
    if precision is None:
        return x_dtype is out_dtype is _FLOAT32 or x_dtype == out_dtype == _FLOAT32
    if precision == "double":
        return False
    if precision != "single":
        raise ValueError(f"precision={precision!r}; allowed: None, 'single' or 'double'")
    if out_dtype != _FLOAT32:
        raise ValueError(
            f"precision='single' with a result of dtype {out_dtype}; allowed: output=float32 "
            "(complex64)"
        )
    return True
