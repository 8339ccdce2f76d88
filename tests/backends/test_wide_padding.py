"""Padding wider than the input: rows and periods that repeat are copied, whatever the dtype."""

import numpy as np
import pytest

from polyconv import conv
from polyconv._registry import backend_named
from support.agreement import check, problem_of, random_values, slow_but, slow_but_first
from support.direct_problems import DIRECT

MODES = ["edge", "wrap", "symmetric", "reflect"]
# Shapes of x and of w, and padding: up to a hundred periods.
SHAPES = {
    "signal": ((2, 2, 7), (2, 2, 3), 301),
    "image": ((1, 2, 5, 6), (2, 2, 3, 2), ((23, 31), (41, 3))),
    "tall image": ((1, 1, 3, 40), (1, 1, 3, 3), ((150, 90), (0, 1))),
    "volume": ((1, 1, 3, 4, 2), (2, 1, 2, 2, 2), 9),
    "one element": ((1, 1, 1, 1), (1, 1, 2, 3), 20),
}
DTYPES = ["float32", "float64", "complex64", "float16", "int8", "int32"]


@pytest.mark.parametrize("dtype", slow_but_first(DTYPES))
@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("name", SHAPES)
def test_direct(name, mode, dtype):
    x_shape, w_shape, padding = SHAPES[name]
    x, w = random_values(x_shape, dtype, 1), random_values(w_shape, dtype, 2)
    for options in ({}, {"stride": 2}, {"dilation": 3}):
        check(DIRECT, x, w, padding=padding, padding_mode=mode, **options)


@pytest.mark.parametrize("backend", ["winograd", "im2col", "fft_tiled", "fft", "cython"])
@pytest.mark.parametrize("mode", slow_but(MODES, "edge", "reflect"))
def test_other_backends(mode, backend):
    x, w = random_values((1, 2, 5, 6), "float64", 1), random_values((2, 2, 3, 3), "float64", 2)
    check(backend_named(backend), x, w, padding=((23, 31), (41, 3)), padding_mode=mode)


@pytest.mark.parametrize("layout", ["channels_first", "channels_last"])
@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("dtype", ["float32", "float64", "int32"])
def test_separable_filters(dtype, mode, layout):
    x = random_values((1, 2, 5, 6), dtype, 1)
    w = np.ones((2, 1, 4, 3), dtype)
    if layout == "channels_last":
        x, w = np.moveaxis(x, 1, -1).copy(), w.transpose(2, 3, 1, 0).copy()
    options = {"groups": 2, "padding": ((23, 31), (41, 3)), "data_format": layout}
    check(backend_named("separable"), x, w, padding_mode=mode, **options)


@pytest.mark.parametrize("step", [1, 2, 5, 11, 40])
@pytest.mark.parametrize("mode", MODES)
def test_steps_of_any_length(mode, step):
    x, w = random_values((1, 1, 9), "float32", 1), random_values((1, 1, 1), "float32", 2)
    padded = np.pad(x, ((0, 0), (0, 0), (700, 500)), mode)
    y = conv(x, w, padding=((700, 500),), padding_mode=mode, stride=step, backend="direct")
    np.testing.assert_array_equal(y, conv(padded, w, stride=step, backend="direct"))


@pytest.mark.parametrize("mode", MODES)
def test_rows_that_are_copied_are_not_counted(mode):
    x, w = np.ones((1, 1, 20, 20), np.float32), np.ones((1, 1, 3, 3), np.float32)
    narrow, wide = (
        DIRECT.cost(problem_of(x, w, padding=((pad, pad), (60, 60)), padding_mode=mode)).lookups
        for pad in (60, 3000)
    )
    if mode == "edge":  # filled with one element
        assert narrow == wide == 0
    else:  # 43 times the rows, of which each tile looks up its first ones
        assert 0 < narrow < wide < 30 * narrow
