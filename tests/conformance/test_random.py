"""Conformance: shapes and options drawn by hypothesis, for every backend."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from polyconv.backends import BACKENDS
from support.agreement import check, random_values
from support.drawn import problems


@st.composite
def calls(draw):
    """Draw arrays in the caller's layout, in several orders of memory, and options."""
    problem = draw(problems())
    batch, channels, filters, spatial, kernel, x_dtype, w_dtype, options, seed = problem
    depth = channels // options["groups"]
    last = options["data_format"] == "channels_last"
    image = (*spatial, channels) if last else (channels, *spatial)
    x = random_values(image if batch is None else (batch, *image), x_dtype, seed)
    w_shape = (*kernel, depth, filters) if last else (filters, depth, *kernel)
    w = random_values(w_shape, w_dtype, seed + 1)
    bias = random_values((filters,), "int8", seed + 2) if draw(st.booleans()) else None
    if bias is not None and np.result_type(x, w).kind == "u":
        bias = bias.view(np.uint8)
    for name in draw(st.sets(st.sampled_from(["x reversed", "x transposed", "w reversed"]))):
        if name == "x reversed":
            x = x[..., ::-1]
        elif name == "x transposed":
            x = np.asfortranarray(x)
        else:
            w = w[::-1, :, ::-1]
    return x, w, bias, options


@pytest.mark.slow
@pytest.mark.parametrize("backend", BACKENDS, ids=lambda b: b.name)
@given(call=calls())
def test_any_problem(backend, call):
    x, w, bias, options = call
    check(backend, x, w, bias, **options)
