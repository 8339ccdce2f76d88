"""The operands that polyconv computes, and the result dtype that SciPy gives them."""

import math
from dataclasses import dataclass
from itertools import product
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import signal

from polyconv._veto import max_abs

__all__ = [
    "FLOAT_RESULTS",
    "MAX_SPATIAL_AXES",
    "RESULTS",
    "SignalArithmetic",
    "by_scipy",
    "is_finite",
    "operand",
]

# Maximum number of axes that one call of `conv` convolves.
MAX_SPATIAL_AXES = 3

# Type characters of the dtypes that SciPy and polyconv both compute.
_COMPUTED = "?bhilqBHILQefdFD"

_PYTHON_VALUES = frozenset({list, tuple, int, float, complex, bool})


@dataclass(frozen=True)
class SignalArithmetic:
    """The dtype of SciPy's result, and the dtype in which polyconv computes it.

    Attributes
    ----------
    dtype : dtype
        Of the result.
    computed : dtype
        `dtype`, but float32 for bool: a sum of products is positive if a product is true.
    """

    dtype: np.dtype[Any]
    computed: np.dtype[Any]

    @property
    def is_bool(self) -> bool:
        """True for results of bool."""
        return self.computed is not self.dtype

    def cast(self, array: NDArray[Any]) -> NDArray[Any]:
        """Return an array of dtype `computed` in the dtype of the result."""
        return array if self.computed is self.dtype else array != 0


def _arithmetic(*dtypes: np.dtype[Any]) -> SignalArithmetic:
    dtype = np.result_type(*dtypes)
    return SignalArithmetic(dtype, np.dtype(np.float32) if dtype.kind == "b" else dtype)


def _transformed(dtype: np.dtype[Any]) -> np.dtype[Any]:
    """Return the dtype to which scipy.fft converts."""
    if dtype.kind in "biu":
        return np.dtype(np.float64)
    return np.dtype(np.float32) if dtype.char == "e" else dtype


_PAIRS = [(a + b, np.dtype(a), np.dtype(b)) for a, b in product(_COMPUTED, repeat=2)]

# Results of `scipy.signal.convolve` and of `fftconvolve` by the type characters of two arrays. A
# pair that is missing here goes to SciPy.
RESULTS = {pair: _arithmetic(a, b) for pair, a, b in _PAIRS}
FLOAT_RESULTS = {pair: _arithmetic(_transformed(a), _transformed(b)) for pair, a, b in _PAIRS}


def operand(value: Any) -> NDArray[Any] | None:
    """Return `value` as an array, or None if SciPy must compute or refuse the call.

    Masked arrays, matrices, ragged lists and arrays of other libraries are left to SciPy. The array
    is in native byte order, as SciPy's results are.
    """
    if type(value) is np.ndarray:
        array = value
    elif type(value) in _PYTHON_VALUES or isinstance(value, (np.generic, np.memmap)):
        try:
            array = np.asarray(value)
        except ValueError:  # a ragged list
            return None
    else:
        return None
    return array if array.dtype.isnative else array.astype(array.dtype.newbyteorder("="))


def is_finite(weights: NDArray[Any]) -> bool:
    """Return False for weights that padding must not meet: NaN or infinity times 0 is NaN."""
    return weights.dtype.kind not in "fc" or max_abs(weights) < math.inf


# SciPy's own functions, kept here because callers may put polyconv's in their place.
_ORIGINALS = {name: getattr(signal, name) for name in signal.__all__}


def by_scipy(name: str) -> Any:
    """Return SciPy's function of this name."""
    return _ORIGINALS[name]
