"""`convolve2d` and `correlate2d`, with values beyond the border."""

from typing import Any, SupportsIndex

import numpy as np
from numpy.typing import ArrayLike, NDArray

from polyconv._api import conv

from ._batches import Cut, outputs_of
from ._operands import RESULTS, by_scipy, operand

__all__ = ["convolve2d", "correlate2d"]

# SciPy's names of boundaries, and the padding modes that mean the same.
_BOUNDARIES = {
    "fill": "zeros",
    "pad": "zeros",
    "wrap": "wrap",
    "circular": "wrap",
    "symm": "symmetric",
    "symmetric": "symmetric",
}

_MODES = frozenset({"full", "same", "valid"})

# Maximum number of taps for which a transform is never used. Plain sums of products give integer
# values for floats of integer value, as SciPy's do. With more taps a transform may be used, because
# it can be faster. Chosen, not measured.
_MAX_SUMMED_TAPS = 128


def convolve2d(
    in1: ArrayLike,
    in2: ArrayLike,
    mode: str = "full",
    boundary: str = "fill",
    fillvalue: complex = 0,
    *,
    workers: SupportsIndex | None = None,
) -> Any:
    """Convolve two images, as `scipy.signal.convolve2d` does.

    Parameters
    ----------
    in1, in2 : array_like
        Arrays of two axes.
    mode : {"full", "valid", "same"}
        As in `convolve`.
    boundary : {"fill", "wrap", "symm"}
        Values beyond the border of `in1`: `fillvalue`, those of the other end, or the image
        mirrored at its edge.
    fillvalue : scalar, default 0
        The value for ``boundary="fill"``.
    workers : int, optional
        Threads to use at most, as in `polyconv.conv`.

    Returns
    -------
    ndarray
        The convolution, in the dtype of SciPy's result.

    Raises
    ------
    ValueError, TypeError
        As SciPy does.

    Examples
    --------
    >>> from polyconv.scipy import signal
    >>> signal.convolve2d([[1, 2], [3, 4]], [[1, 10]], boundary="wrap")
    array([[21, 12, 21],
           [43, 34, 43]])
    """
    y = _filtered(in1, in2, mode, boundary, fillvalue, workers, True)
    return by_scipy("convolve2d")(in1, in2, mode, boundary, fillvalue) if y is None else y


def correlate2d(
    in1: ArrayLike,
    in2: ArrayLike,
    mode: str = "full",
    boundary: str = "fill",
    fillvalue: complex = 0,
    *,
    workers: SupportsIndex | None = None,
) -> Any:
    """Cross-correlate two images, as `scipy.signal.correlate2d` does: `in2` is conjugated.

    Parameters
    ----------
    in1, in2, mode, boundary, fillvalue, workers
        As in `convolve2d`.

    Returns
    -------
    ndarray
        The correlation, in the dtype of SciPy's result.

    Examples
    --------
    >>> from polyconv.scipy import signal
    >>> signal.correlate2d([[1, 2, 3], [4, 5, 6]], [[1, 10]], mode="valid")
    array([[21, 32],
           [54, 65]])
    """
    y = _filtered(in1, in2, mode, boundary, fillvalue, workers, False)
    return by_scipy("correlate2d")(in1, in2, mode, boundary, fillvalue) if y is None else y


def _filtered(
    in1: ArrayLike,
    in2: ArrayLike,
    mode: str,
    boundary: str,
    fillvalue: Any,
    workers: Any,
    flip: bool,
) -> NDArray[Any] | None:
    """Return the result, or None if SciPy must compute the result or raise the error."""
    a, b = operand(in1), operand(in2)
    if a is None or b is None or not a.ndim == b.ndim == 2 or a.size == 0 or b.size == 0:
        return None
    result = RESULTS.get(a.dtype.char + b.dtype.char)
    if result is None or not isinstance(boundary, str) or not isinstance(mode, str):
        return None
    padding_mode = _BOUNDARIES.get(boundary)
    if padding_mode is None or mode not in _MODES or result.dtype.char == "e" or result.is_bool:
        return None
    (rows, columns), (k_rows, k_columns) = a.shape, b.shape
    swapped = mode == "valid" and (rows < k_rows or columns < k_columns)
    if swapped:
        if rows > k_rows or columns > k_columns:
            return None
        a, b = b, a
    if padding_mode == "zeros" and not (type(fillvalue) is int and fillvalue == 0):
        if not _holds(result.dtype, fillvalue):
            return None  # SciPy casts it, or says why it cannot
        padding_mode = "constant"
        a = a.astype(result.dtype, copy=False)
    kept = [outputs_of(mode, n, k) for n, k in zip(a.shape, b.shape, strict=True)]
    if mode == "same" and not flip:  # for kernels of even sizes SciPy takes the other middle
        kept = [(k // 2, n) for n, k in zip(a.shape, b.shape, strict=True)]
    cut = Cut.of(a.shape, b.shape, *zip(*kept, strict=True))
    y: NDArray[Any] = conv(
        a[None],
        (b.conj() if b.dtype.kind == "c" and not flip else b)[None, None],
        padding=cut.pads,
        padding_mode=padding_mode,
        padding_value=fillvalue if padding_mode == "constant" else 0,
        flip=flip,
        dtype=result.dtype,
        rtol=0 if b.size <= _MAX_SUMMED_TAPS else None,
        workers=workers,
    )[0]
    return y[::-1, ::-1] if swapped and not flip else y


def _holds(dtype: np.dtype[Any], value: Any) -> bool:
    """Return True if `value` is a number of Python's that an array of `dtype` holds."""
    if dtype.kind in "iu":
        limits = np.iinfo(dtype)
        return type(value) is int and limits.min <= value <= limits.max
    return type(value) in (int, float)
