"""The transposes of a convolution: its adjoints without conjugation.

JAX and autograd propagate gradients by transposes, torch by adjoints. For real arrays transposes
and adjoints are equal.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ._input import conv_input
from ._weight import conv_weight

__all__ = ["transpose_input", "transpose_weight"]


def transpose_input(
    x_shape: Sequence[int], w: NDArray[Any], g: NDArray[Any], **options: Any
) -> NDArray[Any]:
    """Return `conv_input` for weights that it does not conjugate."""
    return conv_input(x_shape, np.conj(w) if np.iscomplexobj(w) else w, g, **options)


def transpose_weight(
    x: NDArray[Any], w_shape: Sequence[int], g: NDArray[Any], **options: Any
) -> NDArray[Any]:
    """Return `conv_weight` for an input, and a constant around it, that it does not conjugate."""
    if np.iscomplexobj(x):
        x = np.conj(x)
        if "padding_value" in options:
            options["padding_value"] = np.conj(options["padding_value"])
    return conv_weight(x, w_shape, g, **options)
