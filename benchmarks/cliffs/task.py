"""A case with its arrays, and the views of it that alternatives start from."""

import math
from collections.abc import Callable
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .cases import CliffCase

__all__ = ["Call", "CliffTask"]

# A function that computes the result from the arrays, all conversions of the alternative included.
Call = Callable[[], NDArray[Any]]

# Maximum predicted time, relative to the smallest, of backends that are tried by name.
_MAX_PREDICTED_RATIO = 8.0

# Minimum magnitude of fill values; all other elements are normal deviates.
_MIN_FILL_VALUE = 1e6

# Maximum product of max|x| and sum|w_k| for which rounded results of float64 transforms are exact:
# their error is below 1/4, with the logarithm of the longest transform (32) as margin.
_EXACT_BY_TRANSFORM = 0.25 * 2**53 / 32
# Maximum product for which sums in float64 are exact.
_EXACT_BY_SUMS = 2.0**53


class CliffTask:
    """One problem for polyconv and for its alternatives.

    Parameters
    ----------
    case : CliffCase
    """

    def __init__(self, case: CliffCase) -> None:
        self.case = case
        self.x, self.w = case.arrays()
        # Made once, because a program has its options already. Making them takes 1 us, a fifth of a
        # call on a single sample.
        self.options = case.options

    def ours(self) -> NDArray[Any]:
        """Call `polyconv.conv`."""
        import polyconv

        return polyconv.conv(self.x, self.w, **self.options)

    @cached_property
    def problem(self) -> Any:
        """The normalised problem: pads, strides and dilations of each axis."""
        from polyconv._request import make_problem

        native = (array.dtype.newbyteorder("=") for array in (self.x, self.w))
        x_dtype, w_dtype = native
        shapes = self.x.shape, x_dtype, self.w.shape, w_dtype
        return make_problem(*shapes, workers=1, **self.options)

    @cached_property
    def named_backends(self) -> list[str]:
        """Backends that compute this, and auto has not chosen, without hopeless ones."""
        import polyconv
        from polyconv._registry import backend_named

        report = polyconv.explain(self.x, self.w, workers=1, **self.options)
        predicted = {
            candidate.backend: candidate.predicted + (candidate.prepare or 0)
            for candidate in report.candidates
            if candidate.reason is None and candidate.predicted is not None
            if self.finite or backend_named(candidate.backend).dot_product
        }
        limit = _MAX_PREDICTED_RATIO * min(predicted.values(), default=0)
        chosen = report.choice.backend
        # For the values at hand, auto may admit a backend that refuses the dtype if it is named.
        return [
            name
            for name, each in predicted.items()
            if each <= limit
            and name != chosen
            and backend_named(name).unsupported(self.problem) is None
        ]

    @property
    def dtype(self) -> np.dtype[Any]:
        """Dtype of the result."""
        return np.dtype(self.problem.dtype)

    @property
    def rank(self) -> int:
        """Number of spatial axes."""
        return self.case.rank

    @property
    def axes(self) -> tuple[int, ...]:
        """The spatial axes."""
        return tuple(range(-self.rank, 0))

    @property
    def exact(self) -> bool:
        """True if results are integers."""
        return self.dtype.kind in "iu"

    @property
    def finite(self) -> bool:
        """True if transforms may see all values: none is NaN or infinite or far larger."""
        return self.case.values in ("normal", "wide")

    @property
    def zeros(self) -> bool:
        """True if padding, where there is any, holds zeros."""
        p = self.problem
        return p.padding_mode == "zeros" or all(pads == (0, 0) for pads in p.pads)

    @property
    def padded(self) -> bool:
        """True if there is padding."""
        return any(pads != (0, 0) for pads in self.problem.pads)

    @property
    def single(self) -> bool:
        """True for one filter on one image of one channel."""
        p = self.problem
        return p.batch == p.in_channels == p.out_channels == 1

    @property
    def apart(self) -> bool:
        """True if each channel has a filter of its own, or there is one channel and one filter."""
        p = self.problem
        return p.groups == p.in_channels == p.out_channels

    @property
    def products(self) -> int:
        """Products of the definition."""
        p = self.problem
        return p.outputs * p.reduction_len

    @cached_property
    def magnitude(self) -> float:
        """A bound on the results: the largest of ``max|x| * sum|w_k|``."""
        if self.x.size == 0 or self.w.size == 0:
            return 0.0
        sums = np.abs(self.w).sum(axis=tuple(range(1, self.w.ndim)), dtype=np.float64)
        return float(self.max_abs) * float(sums.max())

    @cached_property
    def max_abs(self) -> float:
        """The largest magnitude of ordinary elements of `x`."""
        if self.x.dtype.kind in "biu":
            return float(max(-int(self.x.min()), int(self.x.max())))
        magnitudes = np.abs(self.x)
        if magnitudes.dtype == np.float16:
            magnitudes = magnitudes.astype(np.float32)
        return float(magnitudes.max(where=magnitudes < _MIN_FILL_VALUE, initial=0.0))

    @property
    def exact_by_transform(self) -> bool:
        """True if integers can be computed by float64 transforms and rounding."""
        return self.magnitude < _EXACT_BY_TRANSFORM

    @property
    def exact_by_sums(self) -> bool:
        """True if integers can be summed in float64."""
        return self.magnitude < _EXACT_BY_SUMS

    def stuffed(self, w: NDArray[Any]) -> NDArray[Any]:
        """Return weights with zeros between their elements, as dilation means."""
        p = self.problem
        if set(p.dilation) == {1}:
            return w
        stuffed = np.zeros((*w.shape[: w.ndim - p.rank], *p.extent), w.dtype)
        stuffed[(..., *(slice(None, None, d) for d in p.dilation))] = w
        return stuffed

    def stuffed_w(self) -> NDArray[Any]:
        """Return `w`, `stuffed`."""
        return self.stuffed(self.w)

    def windows_of_full(self) -> tuple[Any, ...] | None:
        """Return the part of a full convolution that holds the results; None if there is none."""
        p = self.problem
        places: list[Any] = [...]
        for e, (lo, hi), out, stride in zip(p.extent, p.pads, p.out, p.stride, strict=True):
            if lo > e - 1 or hi > e - 1:
                return None
            start = e - 1 - lo
            places.append(slice(start, start + (out - 1) * stride + 1, stride))
        return tuple(places)

    def full_size(self) -> int:
        """Elements of a full convolution of one image with one filter."""
        p = self.problem
        return math.prod(n + e - 1 for n, e in zip(p.spatial, p.extent, strict=True))
