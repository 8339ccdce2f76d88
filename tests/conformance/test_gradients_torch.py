"""A cross-check with PyTorch, where it is installed: transposed convolutions and gradients."""

import numpy as np
import pytest

from polyconv import conv_transpose, output_shape
from polyconv.grad import conv_input, conv_weight
from support.agreement import random_values

torch = pytest.importorskip("torch")
F = torch.nn.functional
TRANSPOSED = {1: F.conv_transpose1d, 2: F.conv_transpose2d, 3: F.conv_transpose3d}
INPUT = {rank: getattr(torch.nn.grad, f"conv{rank}d_input") for rank in (1, 2, 3)}
WEIGHT = {rank: getattr(torch.nn.grad, f"conv{rank}d_weight") for rank in (1, 2, 3)}
NUMBERS = [*range(40), *(pytest.param(n, marks=pytest.mark.slow) for n in range(40, 2000))]


def drawn(number):
    """Return the sizes and options of a random problem."""
    rng = np.random.default_rng(number)
    rank, groups = int(rng.integers(1, 4)), int(rng.integers(1, 4))
    kernel = rng.integers(1, 5, rank)
    stride, dilation = rng.integers(1, 4, rank), rng.integers(1, 3, rank)
    padding = [int(rng.integers(0, (k - 1) * d + 1)) for k, d in zip(kernel, dilation, strict=True)]
    options = {"stride": stride.tolist(), "padding": padding, "dilation": dilation.tolist()}
    depth, width, batch = (int(n) for n in rng.integers(1, 5, 3))
    spatial = (kernel - 1) * dilation + rng.integers(1, 8, rank)
    x_shape = (batch, groups * depth, *map(int, spatial))
    dtype = ["float32", "float64", "complex64"][number % 3]
    return rank, groups, x_shape, width, tuple(map(int, kernel)), options, dtype


def close(ours, theirs, dtype):
    precision = 1e-4 if dtype != "float64" else 1e-11
    np.testing.assert_allclose(ours, theirs.numpy(), rtol=precision, atol=10 * precision)


@pytest.mark.parametrize("number", NUMBERS)
def test_same_as_torch(number):
    rank, groups, x_shape, width, kernel, options, dtype = drawn(number)
    x = random_values(x_shape, dtype, 1)
    w = random_values((x_shape[1], width, *kernel), dtype, 2)
    bias = random_values((width * groups,), dtype, 3)
    more = [number % max(s, d) for s, d in zip(options["stride"], options["dilation"], strict=True)]
    both = {**options, "groups": groups, "output_padding": more}
    try:
        theirs = TRANSPOSED[rank](*map(torch.from_numpy, (x, w, bias)), **both)
    except RuntimeError as error:  # it computes no empty results
        assert "too small" in str(error)
    else:
        close(conv_transpose(x, w, bias, **both), theirs, dtype)

    if dtype == "complex64":
        return  # torch has no gradients of complex convolutions
    depth = x_shape[1] // groups
    w = random_values((width * groups, depth, *kernel), dtype, 2)
    both = {**options, "groups": groups}
    g = random_values(output_shape(x_shape, w.shape, **both), dtype, 4)
    tensors = [torch.from_numpy(a) for a in (x, w, g)]
    close(conv_input(x_shape, w, g, **both), INPUT[rank](x_shape, *tensors[1:], **both), dtype)
    theirs = WEIGHT[rank](tensors[0], w.shape, tensors[2], **both)
    close(conv_weight(x, w.shape, g, **both), theirs, dtype)
