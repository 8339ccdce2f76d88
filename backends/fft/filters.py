"""Spectra of filters, computed once, in double precision."""

from collections.abc import Sequence
from typing import Any

import numpy as np
import scipy.fft
from numpy.typing import NDArray

from polyconv._problem import Problem

__all__ = ["filter_spectra"]


def filter_spectra(
    p: Problem, sizes: Sequence[int], circular: Sequence[bool], w: NDArray[Any]
) -> NDArray[Any]:
    """Conjugate spectra of filters ``(..., *kernel)``, for transforms of lengths `sizes`.

    A `circular` axis has the unpadded input at its start, so that output 0 sees it later by the
    padding before it.
    """
    places = [
        (np.arange(k) * d - (lo if whole else 0)) % size
        for k, d, (lo, _), whole, size in zip(
            p.kernel, p.dilation, p.pads, circular, sizes, strict=True
        )
    ]
    placed = np.zeros((*w.shape[: -p.rank], *sizes), np.result_type(p.accumulator, np.float64))
    taps: Any = (..., *np.ix_(*places))
    w = np.conj(w.astype(p.accumulator))
    if all(e <= size for e, size in zip(p.extent, sizes, strict=True)):
        placed[taps] = w
    else:  # taps that are a period apart meet
        np.add.at(placed, taps, w)
    transform: Any = scipy.fft.fftn if p.accumulator.kind == "c" else scipy.fft.rfftn
    spectra: NDArray[Any] = transform(placed, axes=range(-p.rank, 0))
    conjugate: NDArray[Any] = np.conj(spectra, out=spectra)
    return conjugate
