"""Transposed convolutions and gradients as every library needs them.

As `task`, it must not import polyconv.
"""

import math
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .task import Task, Unsupported, aligned

__all__ = ["AdjointTask", "Transposed"]

# Maximum error, in units of the largest result times the root of the number of products in it. It
# is float32's machine epsilon. The libraries' errors are 2e-8; with inputs rounded to 11 bits they
# are at least 4e-7.
_TOLERANCE = 1.2e-7


@dataclass(frozen=True)
class Transposed:
    """A transposed convolution with channels first, as ONNX defines it.

    Attributes
    ----------
    x, w : ndarray
        ``(N, C, *image)`` and ``(C, K/groups, *kernel)``.
    stride, pads, dilation, groups, output_padding
        For each axis but `groups`; `pads` are pairs.
    out_image : tuple of int
        Extents of the result.
    """

    x: NDArray[Any]
    w: NDArray[Any]
    stride: tuple[int, ...]
    pads: tuple[tuple[int, int], ...]
    dilation: tuple[int, ...]
    groups: int
    output_padding: tuple[int, ...]
    out_image: tuple[int, ...]

    @property
    def rank(self) -> int:
        """Number of spatial axes."""
        return self.x.ndim - 2

    @property
    def result_shape(self) -> tuple[int, ...]:
        """``(N, K, *out_image)``."""
        return (len(self.x), self.w.shape[1] * self.groups, *self.out_image)

    def as_image(self) -> "Transposed":
        """Return a 1-D problem as one on images of height 1; any other as it is."""
        if self.rank > 1:
            return self
        return Transposed(
            self.x[:, :, None],
            self.w[:, :, None],
            (1, *self.stride),
            ((0, 0), *self.pads),
            (1, *self.dilation),
            self.groups,
            (0, *self.output_padding),
            (1, *self.out_image),
        )


class AdjointTask(Task):
    """Arrays and options of one transposed convolution or gradient.

    Parameters
    ----------
    x, w : ndarray
        Input and weights: of the transposed convolution, or of the convolution whose gradient is
        computed.
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
        out = self.out_image
        image = (*out, self.filters) if self.channels_last else (self.filters, *out)
        rng = np.random.default_rng(2)
        g = 2 * rng.random((len(self.x), *image), np.float32) - 1
        return aligned(g.astype(self.dtype))

    @property
    def source(self) -> NDArray[Any]:
        """The array in which the result is linear, and which every call reads."""
        return self.x if self.g is None else self.g

    def as_transposed(self) -> Transposed:
        """Return the transposed convolution that computes this.

        Raises
        ------
        Unsupported
            For gradients of weights.
        """
        if self.operation == "weight_gradient":
            raise Unsupported("weight_gradient")
        x = self.to_first(self.source)
        image = x.shape[2:]
        # Without output padding each axis has the extent that its last window reaches.
        axes = zip(image, self.kernel, self.stride, self.dilation, self.pads, strict=True)
        reached = [(n - 1) * s + d * (k - 1) + 1 - lo - hi for n, k, s, d, (lo, hi) in axes]
        if self.operation == "transpose":
            more = self.output_padding
        else:
            more = tuple(n - r for n, r in zip(self.image, reached, strict=True))
        return Transposed(
            np.ascontiguousarray(x),
            self.w_channels_first,
            self.stride,
            self.pads,
            self.dilation,
            self.groups,
            more,
            tuple(r + m for r, m in zip(reached, more, strict=True)),
        )

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
