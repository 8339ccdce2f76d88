"""Packing in direct of elements that lie apart: parts of complex numbers, taps and places far apart."""

import numpy as np
import pytest

from polyconv._request import make_problem
from polyconv.backends.direct._direct import DOT, SPATIAL
from polyconv.backends.direct.elements import elements_of
from polyconv.backends.direct.packing import packing_of
from polyconv.backends.direct.planner import tiling_of
from support.agreement import check, random_values
from support.direct_problems import DIRECT


def problem(x_shape, w_shape, dtype="float32", **options):
    return make_problem(x_shape, np.dtype(dtype), w_shape, np.dtype(dtype), **options)


def arrays(x_shape, w_shape, dtype):
    return random_values(x_shape, dtype, 1), random_values(w_shape, dtype, 2)


@pytest.mark.parametrize("mode", ["zeros", "edge", "reflect", "wrap"])
@pytest.mark.parametrize("dtype", ["complex64", "complex128"])
@pytest.mark.parametrize(
    "options",
    [
        {"padding": 2},
        {"padding": 2, "stride": 2},
        {"padding": 3, "stride": (2, 3), "dilation": 2},
        {"padding": 1, "dilation": (1, 14)},
    ],
    ids=str,
)
def test_both_parts_of_complex_elements(options, dtype, mode):
    for width in (33, 60):
        x, w = arrays((1, 2, 17, width), (2, 2, 3, 3), dtype)
        check(DIRECT, x, w, padding_mode=mode, **options)
        check(DIRECT, x[..., ::-1], w, padding_mode=mode, **options)


def test_complex_elements_that_are_widened_and_real_ones_of_complex_filters():
    x, w = arrays((1, 3, 9, 40), (2, 3, 3, 3), "complex64")
    check(DIRECT, x, w.astype("complex128"), padding=1, stride=2)
    check(DIRECT, x.real.copy(), w, padding=1, stride=2)


@pytest.mark.parametrize("mode", ["zeros", "wrap"])
@pytest.mark.parametrize("dtype", ["float32", "float16", "float64", "int64", "uint8"])
@pytest.mark.parametrize("channels", [1, 3, 4, 5, 18])
def test_places_far_apart(channels, dtype, mode):
    for kernel, options in ((3, {"stride": 5}), (2, {"stride": 7, "dilation": 3})):
        options |= {"padding": 4, "padding_mode": mode, "data_format": "channels_last"}
        x, w = arrays((1, 61, 50, channels), (kernel, kernel, channels, 9), dtype)
        check(DIRECT, x, w, **options)
        check(DIRECT, np.asfortranarray(x), w[..., :1], **options)


@pytest.mark.parametrize("dtype", ["float32", "float16", "complex64", "int16", "int64"])
@pytest.mark.parametrize("outputs", [1, 6, 16, 17, 40])
def test_few_outputs_of_taps_far_apart(outputs, dtype):
    x, w = arrays((1, 2, 30 * 100 + outputs), (1, 2, 31), dtype)
    check(DIRECT, x, w, dilation=100)
    check(DIRECT, x, w, dilation=100, padding=150, padding_mode="reflect")


def test_counts_of_both_parts_and_of_few_channels_apart():
    parts = problem((1, 2, 4010), (1, 2, 11), "complex64", dilation=400)
    places = problem((1, 500, 3), (3, 3, 8), stride=5, data_format="channels_last")
    for p in (parts, places):
        tiling, elements = tiling_of(p), elements_of(p)
        runs, _, _ = packing_of(p, tiling, elements, elements.channels)
        assert runs == tiling.width.runs * p.in_channels


@pytest.mark.parametrize(("filters", "width"), [(1, 128), (2, 128)])
def test_blocks_of_long_rows_are_dot_products(filters, width):
    blocks = problem((1, 1, 64 * width), (filters, 1, width), stride=width)
    assert tiling_of(blocks).variant == DOT
    windows = problem((1, 1, 64 * width), (filters, 1, width))
    assert tiling_of(windows).variant == SPATIAL


@pytest.mark.parametrize("pixels", [1, 3, 4, 5, 16, 19, 33])
@pytest.mark.parametrize("dtype", ["float32", "float64", "int16", "int64"])
def test_dot_products_of_any_number(pixels, dtype):
    x, w = arrays((1, 2, 130 * pixels), (2, 2, 130), dtype)
    check(DIRECT, x, w, stride=130)
