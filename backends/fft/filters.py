"""Spectra of filters."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from polyconv._problem import Problem

from .transforms import transformed

__all__ = ["filter_spectra"]


def filter_spectra(
    p: Problem, sizes: Sequence[int], circular: Sequence[bool], w: NDArray[Any]
) -> NDArray[Any]:
    """Return the spectra by which those of segments are multiplied, for transforms of `sizes`.

    The taps lie backwards: a product with such a spectrum is a correlation. A `circular` axis holds
    the unpadded input at its start. There the taps are shifted by the padding before the input, so
    that output 0 comes out at place 0. Lines of zeros are not transformed.

    Parameters
    ----------
    w : ndarray, shape ``(..., *kernel)``
        Filters, in the dtype whose precision the transforms take.
    """
    import scipy.fft  # when first used: it takes 0.2 s

    spectra: Any = w
    for axis in reversed(range(p.rank)):
        shift = p.pads[axis][0] if circular[axis] else 0
        spectra = _placed_backwards(
            spectra.swapaxes(axis - p.rank, -1), sizes[axis], p.dilation[axis], shift
        ).swapaxes(axis - p.rank, -1)
        real = axis == p.rank - 1 and p.accumulator.kind != "c"
        transform: Any = scipy.fft.rfft if real else scipy.fft.fft
        spectra = transformed(transform, spectra, sizes[axis], axis - p.rank, overwrite_x=True)
    return spectra  # type: ignore[no-any-return]


def _placed_backwards(w: NDArray[Any], size: int, dilation: int, shift: int) -> NDArray[Any]:
    """Return an axis of `size` zeros, with tap t of `w` added at place ``shift - t * dilation``.

    Places wrap around. The axis is the last one.
    """
    taps = w.shape[-1]
    placed = np.zeros((*w.shape[:-1], size), w.dtype)
    if (taps - 1) * dilation < size > shift:
        first = min(taps, shift // dilation + 1)  # taps at places that are not negative
        placed[..., shift - (first - 1) * dilation : shift + 1 : dilation] = w[..., first - 1 :: -1]
        if first < taps:
            last = size + shift - (taps - 1) * dilation
            placed[..., last : size + shift - first * dilation + 1 : dilation] = w[
                ..., : first - 1 : -1
            ]
    else:  # taps a period apart share a place
        places: Any = (..., (shift - dilation * np.arange(taps)) % size)
        np.add.at(placed, places, w)
    return placed
