"""Arrays and kernels as astropy's functions take them: lists, Quantity, masked arrays, Kernels."""

from typing import Any

import numpy as np
from astropy.convolution import Kernel
from numpy.typing import NDArray

__all__ = ["MAX_NORMALIZATION", "gaps_of", "is_mask_of", "plain_array", "plain_kernel"]

# astropy normalizes kernels whose sum is at least 1 / MAX_NORMALIZATION.
MAX_NORMALIZATION = 100

MAX_SPATIAL_AXES = 3


def plain_array(array: Any) -> NDArray[np.float64] | None:
    """Return the values in double precision; None for what astropy must compute or refuse."""
    if isinstance(array, Kernel):
        return None
    try:
        values = np.asarray(getattr(array, "value", array))
        if (
            values.dtype.kind not in "biuf"
            or not 1 <= values.ndim <= MAX_SPATIAL_AXES
            or not values.size
        ):
            return None
        return np.ascontiguousarray(values, np.float64)
    except (TypeError, ValueError):
        return None


def plain_kernel(kernel: Any, rank: int) -> NDArray[np.float64] | None:
    """Return the kernel in double precision; None for what astropy must compute or refuse."""
    if np.ma.is_masked(kernel):
        return None
    values = plain_array(kernel.array if isinstance(kernel, Kernel) else kernel)
    return None if values is None or values.ndim != rank else values


def is_mask_of(array: NDArray[Any], mask: Any) -> bool:
    """Return False for a mask that astropy must refuse."""
    return mask is None or (not np.ma.isMaskedArray(mask) and np.shape(mask) == array.shape)


def gaps_of(array: Any, mask: Any) -> NDArray[np.bool_] | None:
    """Return where `mask` or a masked array masks; None if nowhere."""
    masked = np.ma.getmaskarray(array) if np.ma.is_masked(array) else None
    if mask is None:
        return masked
    given: NDArray[np.bool_] = np.asarray(mask) != 0
    return given if masked is None else given | masked
