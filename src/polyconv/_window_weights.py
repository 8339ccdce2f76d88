"""The filters of a normalized convolution: their sums, and the limits of its denominators."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from ._gapped_input import NanconvRequest

__all__ = ["MIN_DENOMINATOR", "WindowWeights", "three_axes"]

# Minimum denominator by which a sum is divided, as a share of the weights' magnitudes: in general,
# and for sums of products with weights of one sign, whose errors shrink with the sums themselves.
# With less, the division would magnify errors more than 16 times (1000 times), so the output is
# summed anew in double precision. Limits of accuracy, not measured.
MIN_DENOMINATOR, _MIN_DENOMINATOR_OF_PRODUCTS = 1 / 16, 1e-3

# Largest share that counts as zero: a sum of doubles leaves as much where its terms cancel.
_ZERO_DENOMINATOR = 4e-13


class WindowWeights:
    """The filters of numerators and denominators.

    Attributes
    ----------
    used : ndarray
        The filters to convolve with.
    sums, magnitudes : ndarray, shape ``(out_channels,)``
        Sums of the weights, and of their magnitudes.
    """

    def __init__(self, w: NDArray[Any], dtype: np.dtype[Any], request: NanconvRequest) -> None:
        self._request, self._dtype = request, dtype
        self._w = np.ascontiguousarray(w, np.float64)
        flat = self._w.reshape(len(w), -1)
        with np.errstate(all="ignore"):  # weights or their sums may be infinite
            self.sums, self.magnitudes = flat.sum(1), np.abs(flat).sum(1)
            self.used = self._w.astype(dtype)

    @property
    def cancel(self) -> bool:
        """True if the sum of a filter is a small share of its weights' magnitudes, or negative."""
        share = max(MIN_DENOMINATOR, self._request.min_weight)
        return not bool(np.all(self.sums > share * self.magnitudes))

    def scale(self) -> None:
        """Divide the filters of means by their sums, once."""
        self.shares = self._w / self.sums.reshape(-1, *(1,) * (self._w.ndim - 1))
        if self._request.normalize:
            self.used = self.shares.astype(self._dtype)

    def for_sums(self) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Return the filters of numerators and denominators, with three spatial axes."""
        return three_axes(self.used.astype(np.float64)), three_axes(self.shares)

    def of_pixels(self) -> NDArray[Any]:
        """Return the filters of the validity of whole pixels."""
        pixels: NDArray[Any] = self.shares.sum(1, keepdims=True).astype(self._dtype)
        return pixels

    def limits(
        self, sums_products: bool, unit: NDArray[np.float64] | float = 1.0
    ) -> NDArray[np.float64]:
        """Return the `Limits` of each filter, for denominators in another unit.

        `sums_products` is True if a dot product convolves.
        """
        one_sign = sums_products and bool((self.shares >= 0).all())
        enough = _MIN_DENOMINATOR_OF_PRODUCTS if one_sign else MIN_DENOMINATOR
        share, magnitudes = self._request.min_weight, self.magnitudes / self.sums
        # By more than denominators are rounded, so that near the limit a sum of doubles decides.
        rounding = max(1e-9, 8 * float(np.finfo(self._dtype).eps))
        limits = np.empty((len(magnitudes), 4))
        limits[:, 0] = max(enough, share * (1 + rounding)) * magnitudes
        limits[:, 1] = max(_ZERO_DENOMINATOR, share * (1 - rounding)) * magnitudes
        limits[:, 2] = share * (1 + _ZERO_DENOMINATOR) * magnitudes
        limits[:, 3] = unit
        return limits


def three_axes(array: NDArray[Any]) -> NDArray[Any]:
    """Return `array` with three spatial axes."""
    missing = 5 - array.ndim
    return array.reshape(*array.shape[:2], *(1,) * missing, *array.shape[2:])
