"""`convolve`: the weighted mean of the valid pixels around each pixel."""

import math
import warnings
from typing import Any

import numpy as np
from astropy.convolution import convolve as convolve_of_astropy
from astropy.nddata import support_nddata
from astropy.utils.exceptions import AstropyUserWarning
from numpy.typing import NDArray

from polyconv._api import conv
from polyconv._gap_scans import has_nan
from polyconv._nanconv import nanconv

from ._inputs import MAX_NORMALIZATION, gaps_of, is_mask_of, plain_array, plain_kernel

__all__ = ["convolve", "convolve_of_astropy"]

# astropy's boundaries and the padding modes that mean the same; None convolves inside only.
_BOUNDARIES = {None: "zeros", "fill": "constant", "wrap": "wrap", "extend": "edge"}

# astropy's own text, by which programs filter its warnings.
_LARGE_GAP = (
    "nan_treatment='interpolate', however, NaN values detected post convolution. A contiguous "
    "region of NaN values, larger than the kernel size, are present in the input array. Increase "
    "the kernel size to avoid this."
)


@support_nddata(data="array")  # type: ignore[untyped-decorator]
def convolve(
    array: Any,
    kernel: Any,
    boundary: str | None = "fill",
    fill_value: float = 0.0,
    nan_treatment: str = "interpolate",
    normalize_kernel: bool = True,
    mask: Any = None,
    preserve_nan: bool = False,
    normalization_zero_tol: float = 1e-8,
) -> Any:
    """Convolve an array with a kernel, as `astropy.convolution.convolve` does.

    Parameters
    ----------
    array : array_like, NDData or Kernel
        1, 2 or 3 axes. NaN are gaps. Kernels as arrays are left to astropy.
    kernel : array_like or Kernel
        As many axes as `array`, of odd sizes.
    boundary : {"fill", "wrap", "extend"} or None, default "fill"
        Values beyond the border: `fill_value`, those of the other end, or the nearest; with None,
        results are 0 where the kernel reaches beyond it.
    fill_value : float, default 0.0
        The value for ``boundary="fill"`` and ``nan_treatment="fill"``.
    nan_treatment : {"interpolate", "fill"}
        Divide by the weights of the valid pixels, or fill gaps before.
    normalize_kernel : bool, default True
        Divide the kernel by its sum.
    mask : array_like, shape of `array`, optional
        Gaps, where it is not 0.
    preserve_nan : bool, default False
        Gaps become NaN again.
    normalization_zero_tol : float, default 1e-8
        Largest magnitude of a kernel's sum that counts as zero.

    Returns
    -------
    ndarray or Quantity
        The result, of the shape and, for floats, the dtype of `array`.

    Raises
    ------
    ValueError, TypeError, NotImplementedError
        As astropy does.

    Warns
    -----
    AstropyUserWarning
        If a gap is larger than the kernel.

    Examples
    --------
    >>> import numpy as np
    >>> from polyconv.astropy import convolve
    >>> convolve([1.0, np.nan, 3.0], [1.0, 1.0, 1.0], boundary="extend")
    array([1., 2., 3.])
    """
    result = None
    values = plain_array(array)
    weights = None if values is None else plain_kernel(kernel, values.ndim)
    known = boundary in _BOUNDARIES and nan_treatment in ("interpolate", "fill")
    if (
        values is not None
        and weights is not None
        and known
        and _is_odd(weights, values, boundary)
        and is_mask_of(values, mask)
    ):
        gaps = gaps_of(array, mask)
        nan = has_nan(values.reshape(-1))
        if gaps is not None and preserve_nan:
            initially = gaps | np.isnan(values)
        elif preserve_nan and nan:
            initially = np.isnan(values)
        else:
            initially = None
        if nan_treatment == "fill" and (nan or gaps is not None):
            where = np.isnan(values) if gaps is None else gaps | np.isnan(values)
            values, gaps, nan = np.where(where, fill_value, values), None, False
        interpolate = nan_treatment == "interpolate" and (
            nan or gaps is not None or (boundary == "fill" and math.isnan(fill_value))
        )
        total = float(weights.sum())
        singular = total < 1 / MAX_NORMALIZATION or abs(total) <= normalization_zero_tol
        refused = (normalize_kernel or interpolate) and singular
        if math.isfinite(total) and not refused:
            result = _convolved(
                values, weights, gaps, boundary, fill_value, bool(normalize_kernel), interpolate
            )
            if interpolate and not preserve_nan and _sum_is_nan(result):
                warnings.warn(_LARGE_GAP, AstropyUserWarning, stacklevel=2)
            if initially is not None:
                result[initially] = np.nan
    if result is None:
        return convolve_of_astropy(
            array,
            kernel,
            boundary,
            fill_value,
            nan_treatment,
            normalize_kernel,
            mask,
            preserve_nan,
            normalization_zero_tol,
        )
    return _as_given(result, array)


def _is_odd(kernel: NDArray[Any], array: NDArray[Any], boundary: str | None) -> bool:
    """Return False for kernels that astropy must refuse."""
    if any(k % 2 == 0 for k in kernel.shape):
        return False
    return boundary is not None or all(
        n >= k for n, k in zip(array.shape, kernel.shape, strict=True)
    )


def _convolved(
    x: NDArray[np.float64],
    kernel: NDArray[np.float64],
    gaps: NDArray[np.bool_] | None,
    boundary: str | None,
    fill_value: float,
    normalize: bool,
    interpolate: bool,
) -> NDArray[np.float64]:
    half = [k // 2 for k in kernel.shape]
    y: NDArray[np.float64]
    options: dict[str, Any] = {"padding": tuple(half), "padding_mode": _BOUNDARIES[boundary]}
    if boundary == "fill":
        options["padding_value"] = fill_value
    if boundary is None:
        options = {}
    if not interpolate:
        w = kernel / kernel.sum() if normalize else kernel
        y = conv(x[None], w[None, None], flip=True, **options)[0]
    else:
        y, without_weight = _interpolated(x, kernel, gaps, normalize, options)
        if without_weight is not None:
            # astropy keeps a pixel where the valid weights amount to nothing.
            inner = x if gaps is None else np.where(gaps, np.nan, x)
            if boundary is None:
                inner = _inner(inner, half)
            np.copyto(y, inner if normalize else inner * kernel.sum(), where=without_weight)
    if boundary is not None:
        return y
    result = np.zeros(x.shape)
    _inner(result, half)[...] = y
    return result


def _interpolated(
    x: NDArray[np.float64],
    kernel: NDArray[np.float64],
    gaps: NDArray[np.bool_] | None,
    normalize: bool,
    options: dict[str, Any],
) -> tuple[NDArray[np.float64], NDArray[np.bool_] | None]:
    """Return the result, and the places without valid weights, where the result is NaN.

    Instead of the places, None is returned if no valid pixel can lie at one of them.
    """
    w = kernel[None, None]
    weightless = kernel[tuple(k // 2 for k in kernel.shape)] == 0
    # Infinity times a weight of 0 is NaN as well. With infinities in the input, NaN in the result
    # does not mean that no weight is valid.
    infinite = _has_infinity(x) or math.isinf(options.get("padding_value", 0.0))
    if (kernel >= 0).all() and not (weightless and infinite):
        mask = None if gaps is None else gaps[None]
        mean: NDArray[np.float64] = nanconv(
            x[None], w, mask=mask, normalize=normalize, flip=True, **options
        )[0]
        return mean, np.isnan(mean) if weightless else None
    # astropy divides by negative sums of weights, too: values and validity are two images.
    valid = ~np.isnan(x) if gaps is None else ~(np.isnan(x) | gaps)
    both = np.stack([np.where(valid, x, 0.0), valid])
    if options:
        widths = [(0, 0), *((half, half) for half in options["padding"])]
        mode, value = options["padding_mode"], options.get("padding_value", 0.0)
        if mode == "constant":
            both = np.pad(both, widths, mode, constant_values=np.nan)
            outside = [0.0, 0.0] if math.isnan(value) else [value, 1.0]
            for image, constant in zip(both, outside, strict=True):
                image[np.isnan(image)] = constant
        else:
            both = np.pad(both, widths, mode)
    y: NDArray[np.float64]
    y, weight = conv(both[:, None], w, flip=True, rtol=0)[:, 0]
    with np.errstate(all="ignore"):
        y /= weight
    without_weight: NDArray[np.bool_] = weight == 0
    y[without_weight] = np.nan
    if not normalize:
        y *= kernel.sum()
    return y, without_weight


def _sum_is_nan(array: NDArray[np.float64]) -> bool:
    """Return True for NaN, and for infinities of both signs: astropy warns of these, too."""
    with np.errstate(all="ignore"):
        return math.isnan(np.add.reduce(array, axis=None))


def _has_infinity(array: NDArray[np.float64]) -> bool:
    return bool(np.isinf(array).any())


def _inner(array: NDArray[Any], half: list[int]) -> NDArray[Any]:
    """Return the part of `array` that is at least `half` away from the border."""
    inside = tuple(slice(h, n - h) for h, n in zip(half, array.shape, strict=True))
    return array[inside]


def _as_given(result: NDArray[np.float64], array: Any) -> Any:
    """Return the result with the unit of `array`, and with its dtype if that is a float."""
    unit, dtype = getattr(array, "unit", None), getattr(array, "dtype", result.dtype)
    if unit is not None:
        result = result << unit
    return result.astype(dtype, copy=False) if dtype.kind == "f" else result
