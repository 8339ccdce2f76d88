"""Spectra of filters, computed once, in double precision."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from polyconv._problem import Problem

__all__ = ["filter_spectra"]


def filter_spectra(
    p: Problem, sizes: Sequence[int], circular: Sequence[bool], w: NDArray[Any]
) -> NDArray[Any]:
    """Return conjugate spectra of filters ``(..., *kernel)``, for transforms of lengths `sizes`.

    A `circular` axis holds the unpadded input at its start. There the taps are shifted by the
    padding before the input, so that output 0 comes out at place 0.
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
    else:  # a kernel longer than the period: taps a period apart share a place
        np.add.at(placed, taps, w)
    import scipy.fft  # when first used: it takes 0.2 s

    transform: Any = scipy.fft.fftn if p.accumulator.kind == "c" else scipy.fft.rfftn
    spectra: NDArray[Any] = transform(placed, axes=range(-p.rank, 0))
    conjugate: NDArray[Any] = np.conj(spectra, out=spectra)
    return conjugate
