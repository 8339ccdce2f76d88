"""Odd filters in separable: what is not finite decides the kernel, and no other bits."""

import numpy as np
import pytest

from polyconv import conv
from support.agreement import random_values

ODD_ALONG, ODD_ACROSS = np.outer([1, 2, 1], [1, 0, -1]), np.outer([1, 0, -1], [1, 3, 1])


@pytest.mark.parametrize("value", [np.nan, np.inf, -np.inf])
@pytest.mark.parametrize("dtype", ["float32", "float64"])
@pytest.mark.parametrize("kernel", [ODD_ALONG, ODD_ACROSS], ids=["along", "across"])
def test_other_outputs_keep_their_bits(kernel, dtype, value):
    """A worker that met NaN computes later rows with other instructions, but with equal bits."""
    x, w = random_values((2, 1, 300, 300), dtype, 1), kernel.astype(dtype)[None, None]
    finite = conv(x, w, padding=1, backend="separable")
    x[0, 0, 0, 0] = value
    met = np.zeros(finite.shape, bool)
    met[0, 0, :2, :2] = True
    for workers in (1, 2, 3):
        y = conv(x, w, padding=1, backend="separable", workers=workers)
        np.testing.assert_array_equal(np.isfinite(y), ~met)
        np.testing.assert_array_equal(y[~met], finite[~met])
