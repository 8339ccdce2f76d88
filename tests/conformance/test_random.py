"""Conformance: shapes and options drawn by hypothesis, for every backend."""

from math import prod

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from polyconv.backends import BACKENDS
from support.agreement import check, random_values

# What plain Python gets through in a few milliseconds.
MOST_PRODUCTS = 6000

DTYPES = ["float32", "float64", "complex64", "complex128", "int8", "uint16", "int64", "float16"]
MODES = ["zeros", "constant", "reflect", "symmetric", "edge", "wrap"]


@st.composite
def paddings(draw, rank):
    kind = draw(st.sampled_from(["int", "flat", "pairs", "name", "name"]))
    width = st.integers(0, 4)
    if kind == "int":
        return draw(width)
    if kind == "flat":
        return tuple(draw(width) for _ in range(rank))
    if kind == "pairs":
        return tuple((draw(width), draw(width)) for _ in range(rank))
    return draw(st.sampled_from(["valid", "same", "same_lower", "full", "causal"]))


def per_axis(draw, rank, most):
    """One integer for all axes, or one for each."""
    if draw(st.booleans()):
        return draw(st.integers(1, most))
    return tuple(draw(st.integers(1, most)) for _ in range(rank))


@st.composite
def problems(draw):
    """Arrays and options of a valid problem."""
    rank = draw(st.sampled_from([1, 2, 3]))
    groups = draw(st.integers(1, 3))
    depth, width = (draw(st.sampled_from([1, 2, 3, 4, 5, 0])) for _ in range(2))
    batch = draw(st.sampled_from([None, 1, 2, 3, 0]))
    kernel = tuple(draw(st.integers(1, 5 if rank == 1 else 3)) for _ in range(rank))
    options = {
        "stride": per_axis(draw, rank, 3),
        "dilation": per_axis(draw, rank, 3),
        "padding": draw(paddings(rank)),
        "padding_mode": draw(st.sampled_from(MODES)),
        "groups": groups,
        "flip": draw(st.booleans()),
        "data_format": draw(st.sampled_from(["channels_first", "channels_last"])),
        "workers": draw(st.sampled_from([None, 1, 2])),
    }
    if options["padding_mode"] == "constant":
        options["padding_value"] = draw(st.integers(0, 100))
    dilation = np.broadcast_to(options["dilation"], rank)
    extent = [int(d) * (k - 1) + 1 for d, k in zip(dilation, kernel, strict=True)]
    spatial = tuple(draw(st.integers(1, 4)) + draw(st.integers(0, e)) for e in extent)
    pads = added(options["padding"], extent)
    assume(all(n + pad >= e for n, pad, e in zip(spatial, pads, extent, strict=True)))
    assume(depth * width * groups * prod(kernel) * prod(spatial) * (batch or 1) <= MOST_PRODUCTS)

    x_dtype = draw(st.sampled_from(DTYPES))
    w_dtype = draw(st.sampled_from([x_dtype, x_dtype, "float32", "int8"]))
    seed = draw(st.integers(0, 1000))
    channels, filters = groups * depth, groups * width
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


def added(padding, extent):
    """The least that `padding` adds to each axis; a named one always adds enough, or nothing."""
    if isinstance(padding, str):
        return [0 if padding == "valid" else e - 1 for e in extent]
    if isinstance(padding, int):
        return [2 * padding] * len(extent)
    return [2 * p if isinstance(p, int) else sum(p) for p in padding]


@pytest.mark.parametrize("backend", BACKENDS, ids=lambda b: b.name)
@settings(max_examples=250)
@given(problem=problems())
def test_any_problem(backend, problem):
    x, w, bias, options = problem
    check(backend, x, w, bias, **options)
