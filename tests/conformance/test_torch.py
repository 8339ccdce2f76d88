"""A cross-check with PyTorch, where it is installed: the same arguments mean the same thing."""

import numpy as np
import pytest

from polyconv import conv
from support.agreement import random_values, require

torch = pytest.importorskip("torch")
functional = torch.nn.functional
CONVOLUTIONS = {1: functional.conv1d, 2: functional.conv2d, 3: functional.conv3d}

CASES = [
    {},
    {"stride": 2},
    {"padding": 1},
    {"padding": 2, "dilation": 2},
    {"groups": 2, "stride": 3, "padding": 1},
    {"padding": "valid"},
    {"padding": "same", "dilation": 2},
]


@pytest.mark.parametrize("rank", [1, 2, 3])
@pytest.mark.parametrize("options", CASES, ids=str)
@pytest.mark.parametrize("dtype", ["float32", "float64", "complex64"])
def test_same_as_torch(backend, rank, options, dtype):
    x = random_values((2, 4, *(11, 9, 8)[:rank]), dtype, 1)
    w = random_values((2, 4 // options.get("groups", 1), *(3, 3, 2)[:rank]), dtype, 2)
    if backend.name == "naive":
        x = x[:1, ..., :8]
    require(backend, x, w, **options)
    bias = random_values((2,), dtype, 3)
    theirs = CONVOLUTIONS[rank](*map(torch.from_numpy, (x.copy(), w, bias)), **options).numpy()
    ours = conv(x, w, bias, backend=backend.name, **options)
    precision = 1e-4 if dtype != "float64" else 1e-12
    np.testing.assert_allclose(ours, theirs, rtol=precision, atol=precision)


@pytest.mark.parametrize("mode", ["reflect", "replicate", "circular"])
def test_padding_modes_of_torch(backend, mode):
    x = random_values((1, 2, 6, 7), "float64", 1)
    w = random_values((2, 2, 3, 3), "float64", 2)
    layer = torch.nn.Conv2d(2, 2, 3, padding=2, padding_mode=mode, bias=False, dtype=torch.float64)
    with torch.no_grad():
        layer.weight.copy_(torch.from_numpy(w))
        theirs = layer(torch.from_numpy(x)).numpy()
    ours = conv(x, w, padding=2, padding_mode=mode, backend=backend.name)
    np.testing.assert_allclose(ours, theirs, rtol=1e-12, atol=1e-12)
