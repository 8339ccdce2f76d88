"""Depthwise convolution of small images: the transforms themselves as matrix products.

For a period of some 40 elements a product with the matrix of the transform takes less time than a
fast transform: BLAS computes in vectors of full width, where SciPy's transforms have 16 bytes.
Only what is needed is computed, rows for the elements that are there and for the outputs that are
kept, and any period will do. Spectra are pairs of real arrays with the rows in front,
``(2, rows, channels, columns)``, so that all channels of a batch are in one product.
"""

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from polyconv._backend import Cost
from polyconv._machine import blas_single_threaded, caches
from polyconv._problem import Problem

from ._fft_blocks import MATRIX_RATE, period
from ._fft_filters import filter_spectra

__all__ = ["Matrices", "MatrixKernel", "choose_matrices"]

# Operations per second of these products, and elements per second of those one by one.
_RATE, _ELEMENTWISE = 1.8e11, 1.2e9

# Longer transforms are never faster as products.
_LONGEST = 64

# Seconds for the calls that a batch takes.
_PER_BATCH = 30e-6


@dataclass(frozen=True, slots=True)
class Matrices:
    """How a problem is cut: its periods, and how many channels or filters make a batch."""

    sizes: tuple[int, int]
    channels: int
    prepared: int
    seconds: float
    cost: Cost
    error_bound: float


@lru_cache(maxsize=1024)
def choose_matrices(p: Problem) -> Matrices | None:
    """What this takes, or None for problems that it is not made for."""
    if p.rank != 2 or p.group_in > 1 or p.group_out > 1 or p.accumulator.kind == "c":
        return None
    height, width = (period(p, axis) for axis in range(2))
    if not (0 < height <= _LONGEST and 0 < width <= _LONGEST):
        return None
    half = width // 2 + 1
    (rows, columns), (kept, places) = p.spatial, p.out
    planes = p.batch * p.groups
    products = (
        planes
        * half
        * (4 * rows * columns + 8 * rows * height + 8 * height * kept + 4 * kept * places)
    )
    elements = height * half
    # Held at once, in elements: an input and its rows; a spectrum, its product and a term of it;
    # rows that are kept, and outputs with the other half of their sums.
    held = max(
        rows * columns + 2 * (rows + height) * half,
        5 * elements,
        2 * (height + kept) * half,
        2 * kept * (half + places),
    )
    itemsize = p.accumulator.itemsize
    filters = 2 * elements * p.out_channels * itemsize
    matrices = 2 * itemsize * (half * (columns + places) + 2 * height * (rows + kept))
    room = 3 * caches().l2
    if p.workspace_limit is not None:
        room = min(room, p.workspace_limit - filters - matrices)
    one = held * itemsize
    channels = max(1, min(p.out_channels, room // one))
    # Filters are prepared in double precision, as many together as a batch has room for; so are
    # the matrices.
    wide = 16 * (elements + height * width)
    prepared = max(1, min(p.out_channels, channels * one // wide))
    most = max(channels * one, prepared * wide, 100 * (height**2 + width**2))
    seconds = products / _RATE + planes * elements / _ELEMENTWISE
    batches = p.batch * -(-p.out_channels // channels)
    return Matrices(
        sizes=(height, width),
        channels=channels,
        prepared=prepared,
        seconds=seconds * itemsize / 4 + batches * _PER_BATCH,
        cost=Cost(
            flops=int(seconds * MATRIX_RATE),
            bytes=p.moved_once + filters,
            workspace=filters + matrices + most,
            prepared=filters,
            way="matrices",
        ),
        # Four sums in a row, all but the first of complex numbers, round like one that is as long;
        # and each rounds its factors.
        error_bound=p.summation_error(columns + 2 * rows + 2 * height + 2 * half + 16),
    )


@dataclass(frozen=True)
class MatrixKernel:
    """Spectra of the filters, and the matrices of the transforms forth and back."""

    problem: Problem
    channels: int
    # (2, rows, channels, columns): real and imaginary parts.
    filters: NDArray[Any]
    # (2, columns of x, columns), (2 * rows, 2 * rows of x), (2 * rows kept, 2 * rows), and
    # (2, columns, columns kept).
    to_columns: NDArray[Any]
    to_rows: NDArray[Any]
    from_rows: NDArray[Any]
    from_columns: NDArray[Any]

    @classmethod
    def of(cls, p: Problem, cut: Matrices, w: NDArray[Any]) -> "MatrixKernel":
        """Prepare the canonical weights `w`."""
        height, width = cut.sizes
        half = width // 2 + 1
        filters = np.empty((2, height, p.out_channels, half), p.accumulator)
        for first in range(0, p.out_channels, cut.prepared):
            part = slice(first, first + cut.prepared)
            spectra = filter_spectra(p, cut.sizes, (True, True), w[part, 0])
            spectra /= height * width
            filters[0, :, part] = spectra.real.swapaxes(0, 1)
            filters[1, :, part] = spectra.imag.swapaxes(0, 1)
        rows, columns = _roots(height, height), _roots(width, half)
        kept = rows[:: p.stride[0]][: p.out[0]].conj()
        # The other half of the spectrum is the conjugate of this one.
        twice = np.where((np.arange(half) == 0) | (2 * np.arange(half) == width), 1, 2)
        places = (columns[:: p.stride[1]][: p.out[1]] * twice).T
        read, there = columns[: p.spatial[1]], rows[:, : p.spatial[0]]
        matrices = (
            np.stack([read.real, read.imag]),
            np.block([[there.real, -there.imag], [there.imag, there.real]]),
            np.block([[kept.real, -kept.imag], [kept.imag, kept.real]]),
            np.stack([places.real, places.imag]),
        )
        return cls(
            p, cut.channels, filters, *(np.ascontiguousarray(m, p.accumulator) for m in matrices)
        )

    def __call__(
        self, x: NDArray[Any], bias: NDArray[Any] | None, out: NDArray[Any], workers: int
    ) -> None:
        """Write every element of `out`."""
        with blas_single_threaded, np.errstate(over="ignore"):
            for first in range(0, self.problem.out_channels, self.channels):
                part = slice(first, first + self.channels)
                for image, result in zip(x[:, part], out[:, part], strict=True):
                    self._convolve(image, part, None if bias is None else bias[part], result)

    def _convolve(
        self, x: NDArray[Any], part: slice, bias: NDArray[Any] | None, out: NDArray[Any]
    ) -> None:
        """Write the outputs of a batch of channels."""
        filters = self.filters[:, :, part]
        channels, rows, _ = x.shape
        half = filters.shape[-1]
        x = np.ascontiguousarray(x, self.filters.dtype).swapaxes(0, 1)
        spectra = np.empty((2, rows, channels, half), self.filters.dtype)
        for coordinate, matrix in zip(spectra, self.to_columns, strict=True):
            np.matmul(x, matrix, out=coordinate)
        del x
        spectra = (self.to_rows @ spectra.reshape(2 * rows, -1)).reshape(filters.shape)
        spectra = _product(spectra, filters)
        spectra = self.from_rows @ spectra.reshape(len(self.to_rows), -1)
        real, imaginary = spectra.reshape(2, -1, channels, half)
        values: NDArray[Any] = real @ self.from_columns[0]
        values += imaginary @ self.from_columns[1]
        if bias is not None:
            values += bias[:, None]
        out[...] = values.swapaxes(0, 1)


def _product(a: NDArray[Any], b: NDArray[Any]) -> NDArray[Any]:
    """The complex product of pairs of real and imaginary parts."""
    product = np.empty_like(a)
    term = a[1] * b[1]
    np.multiply(a[0], b[0], out=product[0])
    product[0] -= term
    np.multiply(a[0], b[1], out=product[1])
    product[1] += np.multiply(a[1], b[0], out=term)
    return product


def _roots(n: int, frequencies: int) -> NDArray[Any]:
    """The matrix of a transform of n elements, in double precision."""
    turns = np.outer(np.arange(n), np.arange(frequencies)) % n
    roots: NDArray[Any] = np.exp(-2j * np.pi / n * turns)
    return roots
