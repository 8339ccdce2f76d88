"""The accepted dtypes, and the dtypes of results and accumulators.

The rules are those of NumPy: floats and complex follow `numpy.result_type`, integers and booleans
follow `numpy.sum`. Every other module takes its dtypes from here.
"""

from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import DTypeLike

__all__ = [
    "INPUT_DTYPES",
    "NATIVE_INPUTS",
    "accumulator_dtype",
    "castable",
    "default_rtol",
    "requested_dtype",
    "result_dtype",
    "supported_input",
    "usable_as_is",
]

INPUT_DTYPES = (
    "bool, int8 to int64, uint8 to uint64, float16, bfloat16 (ml_dtypes), float32, float64, "
    "complex64 or complex128"
)
RESULT_DTYPES = INPUT_DTYPES.removeprefix("bool, ")

NATIVE_INPUTS = frozenset(np.dtype(c) for c in "?bhilqBHILQefdFD")
# Default error budgets. Single and double precision: 256 units of rounding, to two digits, because
# the bounds of Winograd F(4x4, 3x3) with 2048 channels are 208 and 230; long FFTs stay below.
_RTOL = {
    "float16": 1e-3,
    "bfloat16": 1e-2,
    "float32": 1.5e-5,
    "complex64": 1.5e-5,
    "float64": 2.8e-14,
    "complex128": 2.8e-14,
}


def is_bfloat16(dtype: np.dtype[Any]) -> bool:
    """Return True for the bfloat16 that the ml_dtypes package registers with NumPy."""
    return dtype.name == "bfloat16" and dtype.itemsize == 2


def usable_as_is(dtype: np.dtype[Any]) -> bool:
    """Return True for supported dtypes of NumPy itself in native byte order."""
    return dtype in NATIVE_INPUTS


def supported_input(dtype: np.dtype[Any]) -> bool:
    """Return True if arrays of `dtype` can be convolved, in either byte order."""
    return dtype.newbyteorder("=") in NATIVE_INPUTS or is_bfloat16(dtype)


def result_dtype(
    x: np.dtype[Any], w: np.dtype[Any], requested: DTypeLike | None = None
) -> np.dtype[Any]:
    """Return the dtype of the result of `conv` for inputs of dtypes `x` and `w`.

    A `requested` dtype must be reachable without losing a kind (complex to real, float to integer,
    signed to unsigned), as the ``same_kind`` rule of `numpy.can_cast` has it.

    uint64 and a signed integer have no common integer type. NumPy takes float64, which loses digits
    beyond 2**53. So a dtype must be requested: a signed integer, whose sums wrap around, or a
    float.
    """
    if requested is None:
        return _natural_dtype(x, w)
    dtype = requested_dtype(requested)
    # NumPy's kinds of the inputs decide, not int64: uint8 inputs may be asked for as int16.
    source = np.dtype(np.int64) if _no_common_integer(x, w) else _common_dtype(x, w)
    if not castable(source, dtype):
        raise TypeError(
            f"dtype={dtype} cannot hold the {source} products of x ({x}) and w ({w}); "
            "allowed: a dtype of the same or a wider kind"
        )
    return dtype


@lru_cache(maxsize=256)
def _natural_dtype(x: np.dtype[Any], w: np.dtype[Any]) -> np.dtype[Any]:
    """Return `result_dtype` for a call without ``dtype=``."""
    if _no_common_integer(x, w):
        raise TypeError(
            f"x has dtype {x}, w has dtype {w}: no integer type holds both, and float64 is not "
            "exact; allowed: dtype='int64', whose sums wrap around, or dtype='float64'"
        )
    natural = _common_dtype(x, w)
    if natural.kind in "bi":
        natural = np.dtype(np.int64)
    elif natural.kind == "u":
        natural = np.dtype(np.uint64)
    return natural


def _common_dtype(x: np.dtype[Any], w: np.dtype[Any]) -> np.dtype[Any]:
    """Return the dtype that NumPy promotes both to, if arrays of it can be convolved."""
    try:
        common = np.result_type(x, w)
    except TypeError:
        raise TypeError(f"w has dtype {w}, which does not combine with x's dtype {x}") from None
    if not supported_input(common):
        raise TypeError(f"x and w of dtypes {x} and {w} give {common}; allowed: {INPUT_DTYPES}")
    return common


def _no_common_integer(x: np.dtype[Any], w: np.dtype[Any]) -> bool:
    """Return True for uint64 with a signed integer."""
    return {x.kind, w.kind} == {"i", "u"} and np.result_type(x, w).kind == "f"


def requested_dtype(requested: DTypeLike) -> np.dtype[Any]:
    """Return the argument ``dtype=`` as a dtype that a result may have."""
    try:
        dtype = np.dtype(requested)
    except TypeError:
        raise TypeError(f"dtype={requested!r} is not a dtype; allowed: {RESULT_DTYPES}") from None
    if not supported_input(dtype) or dtype.kind == "b" or not dtype.isnative:
        raise TypeError(f"dtype={dtype} is not a result type; allowed: {RESULT_DTYPES}")
    return dtype


def accumulator_dtype(result: np.dtype[Any]) -> np.dtype[Any]:
    """Return the dtype in which products are summed for a result of dtype `result`."""
    if result.kind == "i":
        return np.dtype(np.int64)
    if result.kind == "u":
        return np.dtype(np.uint64)
    if result.itemsize == 2:
        return np.dtype(np.float32)
    return result


@lru_cache(maxsize=256)
def default_rtol(result: np.dtype[Any]) -> float:
    """Return the default error budget of `result`; 0 for integers, which are exact."""
    return _RTOL.get(result.name, 0.0)


def castable(source: np.dtype[Any], target: np.dtype[Any]) -> bool:
    """Return True if `source` can be cast to `target` without losing a kind."""
    return np.can_cast(_standard(source), _standard(target), "same_kind")


def _standard(dtype: np.dtype[Any]) -> np.dtype[Any]:
    """Return a NumPy float with the casting rules of bfloat16, which has kind "V" in NumPy."""
    return np.dtype(np.float32) if is_bfloat16(dtype) else dtype
