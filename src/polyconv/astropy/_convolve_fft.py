"""`convolve_fft`: the same convolution with the conventions of astropy's transforms."""

import math
import warnings
from typing import Any

import numpy as np
from astropy.convolution import convolve_fft as convolve_fft_of_astropy
from astropy.nddata import support_nddata
from astropy.utils.exceptions import AstropyUserWarning
from numpy.typing import NDArray

from polyconv._api import conv
from polyconv._nanconv import nanconv

from ._inputs import MAX_NORMALIZATION, gaps_of, is_mask_of, plain_array, plain_kernel

__all__ = ["convolve_fft", "convolve_fft_of_astropy"]

# Bytes of complex numbers beyond which astropy asks for ``allow_huge=True``.
_MAX_UNASKED_BYTES = 10**9


@support_nddata(data="array")  # type: ignore[untyped-decorator]
def convolve_fft(
    array: Any,
    kernel: Any,
    boundary: str | None = "fill",
    fill_value: float = 0.0,
    nan_treatment: str = "interpolate",
    normalize_kernel: Any = True,
    normalization_zero_tol: float = 1e-8,
    preserve_nan: bool = False,
    mask: Any = None,
    crop: bool = True,
    return_fft: bool = False,
    fft_pad: bool | None = None,
    psf_pad: bool | None = None,
    min_wt: float = 0.0,
    allow_huge: bool = False,
    fftn: Any = np.fft.fftn,
    ifftn: Any = np.fft.ifftn,
    complex_dtype: Any = complex,
    dealias: bool = False,
) -> Any:
    """Convolve an array with a kernel, as `astropy.convolution.convolve_fft` does.

    Parameters
    ----------
    array : array_like or NDData
        1, 2 or 3 axes. NaN and infinities are gaps.
    kernel : array_like or Kernel
        As many axes as `array`, of any sizes.
    boundary : {"fill", "wrap"}, default "fill"
        Values beyond the border: `fill_value`, or those of the other end.
    fill_value : float, default 0.0
        The value for ``boundary="fill"`` and ``nan_treatment="fill"``.
    nan_treatment : {"interpolate", "fill"}
        Divide by the weights of the valid pixels, or fill gaps before.
    normalize_kernel : bool or callable, default True
        Divide the kernel by its sum. Callables are left to astropy.
    normalization_zero_tol : float, default 1e-8
        Largest magnitude of a kernel's sum that counts as zero.
    preserve_nan : bool, default False
        Gaps become NaN again.
    mask : array_like, shape of `array`, optional
        Gaps, where it is not 0.
    min_wt : float, default 0.0
        Least share of the kernel's weight that must be valid: with less, results are NaN. With 0,
        results without any weight are 0.
    crop, return_fft, psf_pad
        Other results than the convolution of the array's size are left to astropy.
    allow_huge : bool, default False
        Arrays may exceed 1 GB as complex numbers.
    fft_pad, fftn, ifftn, complex_dtype, dealias
        Not needed: polyconv chooses its own algorithm.

    Returns
    -------
    ndarray or Quantity
        The result in double precision, of the shape of `array`.

    Raises
    ------
    ValueError, TypeError, NotImplementedError
        As astropy does.

    Examples
    --------
    >>> import numpy as np
    >>> from polyconv.astropy import convolve_fft
    >>> convolve_fft([1.0, np.nan, 3.0], [1.0, 1.0, 1.0])
    array([0.5, 2. , 1.5])
    """
    values = plain_array(array)
    weights = None if values is None else plain_kernel(kernel, values.ndim)
    usual = crop and not return_fft and isinstance(normalize_kernel, (bool, np.bool_))
    if (
        values is None
        or weights is None
        or not usual
        or not is_mask_of(values, mask)
        or nan_treatment not in ("interpolate", "fill")
        or (nan_treatment == "fill" and not math.isfinite(fill_value))
        or not _is_bounded(values, weights, boundary, (fft_pad, psf_pad, dealias))
        or (_complex_bytes(values, weights) > _MAX_UNASKED_BYTES and not allow_huge)
        or _is_singular(weights, bool(normalize_kernel), normalization_zero_tol)
    ):
        return convolve_fft_of_astropy(
            array,
            kernel,
            boundary,
            fill_value,
            nan_treatment,
            normalize_kernel,
            normalization_zero_tol,
            preserve_nan,
            mask,
            crop,
            return_fft,
            fft_pad,
            psf_pad,
            min_wt,
            allow_huge,
            fftn,
            ifftn,
            complex_dtype,
            dealias,
        )
    if boundary is None:
        warnings.warn(
            "The convolve_fft version of boundary=None is equivalent to the convolve "
            "boundary='fill': no result is set to zero near the border",
            AstropyUserWarning,
            stacklevel=2,
        )
    gaps = ~np.isfinite(values)
    masked = gaps_of(array, mask)
    gaps = gaps if masked is None else gaps | masked
    weights = np.where(np.isfinite(weights), weights, 0.0)
    result = _convolved(
        values,
        weights,
        gaps,
        boundary,
        float(fill_value),
        nan_treatment,
        bool(normalize_kernel),
        min_wt,
    )
    if preserve_nan:
        result[gaps] = np.nan
    unit = getattr(array, "unit", None)
    return result if unit is None else result << unit


def _is_bounded(
    array: NDArray[Any], kernel: NDArray[Any], boundary: Any, pads: tuple[Any, Any, Any]
) -> bool:
    """Return False for boundaries that astropy must compute or refuse."""
    if boundary == "wrap":
        inside = all(n >= k for n, k in zip(array.shape, kernel.shape, strict=True))
        return inside and not any(pads)
    return boundary in (None, "fill") and pads[1] is not False


def _complex_bytes(array: NDArray[Any], kernel: NDArray[Any]) -> int:
    sizes: list[int] = [n + k for n, k in zip(array.shape, kernel.shape, strict=True)]
    return 16 * math.prod(sizes)


def _is_singular(kernel: NDArray[Any], normalize: bool, tolerance: float) -> bool:
    """Return True for kernels that cannot be normalized, or only by the rules of astropy."""
    total = float(kernel[np.isfinite(kernel)].sum())
    return total < 1 / MAX_NORMALIZATION if normalize else total < max(tolerance, 0)


def _convolved(
    x: NDArray[np.float64],
    kernel: NDArray[np.float64],
    gaps: NDArray[np.bool_],
    boundary: str | None,
    fill_value: float,
    nan_treatment: str,
    normalize: bool,
    min_wt: float,
) -> NDArray[np.float64]:
    options: dict[str, Any] = {
        "flip": True,
        "padding": tuple([((k - 1) // 2, k // 2) for k in kernel.shape]),
        "padding_mode": "wrap" if boundary == "wrap" else "constant",
    }
    interpolate = nan_treatment == "interpolate"
    some = bool(gaps.any())
    if some and not interpolate:
        x = np.where(gaps, fill_value, x)
    if boundary != "wrap":  # an infinite border counts as gaps, or as zeros where gaps are filled
        outside = math.nan if interpolate else 0.0
        options["padding_value"] = fill_value if math.isfinite(fill_value) else outside
    w = kernel[None, None]
    if interpolate and (some or options.get("padding_value") != options.get("padding_value")):
        y: NDArray[np.float64] = nanconv(
            x[None],
            w,
            mask=gaps[None],
            normalize=normalize,
            min_weight=min(max(min_wt * (1 - 1e-12) * _share(kernel), 0.0), 1.0),
            fill_value=math.nan if min_wt > 0 else 0.0,
            **options,
        )[0]
        return y
    y = conv(x[None], w / kernel.sum() if normalize else w, **options)[0]
    return y


def _share(kernel: NDArray[np.float64]) -> float:
    """Return the sum of the kernel as a share of its weights' magnitudes."""
    return float(kernel.sum() / np.abs(kernel).sum())
