"""Transposed convolutions and gradients as every library needs them.

As `task`, it must not import polyconv.
"""

import math
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .task import Task

__all__ = ["AdjointTask"]

# Largest error, in units of the largest result times the root of the products in it.
_TOLERANCE = 3e-6


class AdjointTask(Task):
    """Arrays and options of one transposed convolution or gradient.

    Parameters
    ----------
    x, w : ndarray
        Input and weights, of the convolution where a gradient is asked for.
    options : dict
        The options of the operation.
    operation : str
        That of a `Workload`.

    Attributes
    ----------
    g : ndarray or None
        The gradient with respect to the convolution's result.
    output_padding : tuple of int
        For each axis.
    """

    def __init__(
        self, x: NDArray[Any], w: NDArray[Any], options: dict[str, Any], operation: str
    ) -> None:
        options = dict(options)
        more = options.pop("output_padding", 0)
        super().__init__(x, w, {"padding_mode": "zeros", **options})
        self.operation = operation
        self.output_padding = (more,) * self.rank
        self.g = None if operation == "transpose" else self._gradient()

    def _gradient(self) -> NDArray[Any]:
        """Return random numbers of the shape of the convolution's result."""
        axes = zip(self.image, self.kernel, self.stride, self.dilation, self.pads, strict=True)
        out = tuple((n + lo + hi - d * (k - 1) - 1) // s + 1 for n, k, s, d, (lo, hi) in axes)
        image = (*out, self.filters) if self.channels_last else (self.filters, *out)
        rng = np.random.default_rng(2)
        return (2 * rng.random((len(self.x), *image), np.float32) - 1).astype(self.dtype)

    def compare(self, result: NDArray[Any], wanted: NDArray[Any]) -> tuple[float, str | None]:
        """Return the largest error relative to the results, and why they are wrong, if so."""
        if result.shape != wanted.shape or result.dtype != wanted.dtype:
            return math.inf, (
                f"{result.dtype} of shape {result.shape}; wanted {wanted.dtype} of {wanted.shape}"
            )
        terms = math.prod(self.x.shape if self.operation == "weight_gradient" else self.w.shape)
        scale = float(np.abs(wanted).max()) * math.sqrt(terms)
        error = float(np.abs(result - wanted).max()) / scale
        wrong = not error <= _TOLERANCE
        return error, f"error {error:.1e}; allowed: {_TOLERANCE:.0e}" if wrong else None
