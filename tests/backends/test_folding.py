"""Long signals under widely dilated kernels, folded into images; see `folding.py` of `direct`."""

import numpy as np
import pytest

from polyconv import conv, plan
from polyconv.backends.direct.folding import folding_of
from support.agreement import check, problem_of, random_values, slow_but
from support.direct_problems import DIRECT

# Shapes of x and w, options, and the first columns of the images.
PROBLEMS = {
    "whole rows": ((1, 1, 70_000), (1, 1, 5), {"dilation": 1000}, (0,)),
    "causal": ((1, 1, 70_000), (1, 1, 9), {"dilation": 500, "padding": "causal"}, (0,)),
    "padding beside": ((1, 1, 72_000), (1, 1, 8), {"dilation": 600, "padding": "same"}, (0, 300)),
    "ragged": ((1, 1, 70_123), (1, 1, 6), {"dilation": 999, "padding": ((77, 501),)}, None),
    "far beyond": ((1, 1, 66_001), (1, 1, 40), {"dilation": 700, "padding": "full"}, None),
    "batch": ((2, 1, 66_000), (1, 1, 7), {"dilation": 512, "padding": "same"}, None),
    "depthwise": (
        (2, 3, 66_010),
        (3, 1, 4),
        {"dilation": 333, "padding": "same", "groups": 3},
        None,
    ),
    "one signal": ((1, 70_000), (1, 1, 12), {"dilation": 256, "padding": (130,)}, None),
    "constant": (
        (1, 1, 66_000),
        (1, 1, 5),
        {"dilation": 900, "padding": 450, "padding_mode": "constant", "padding_value": -2},
        None,
    ),
}
# Problems that are not folded: near taps, few of them, short signals, padding that repeats the
# signal.
OTHERS = {
    "near taps": ((1, 1, 70_000), (1, 1, 9), {"dilation": 3}),
    "two taps": ((1, 1, 70_000), (1, 1, 2), {"dilation": 500}),
    "short": ((1, 1, 9_000), (1, 1, 9), {"dilation": 500, "padding": "same"}),
    "few rows": ((1, 1, 70_000), (1, 1, 3), {"dilation": 20_000, "padding": "same"}),
    "reflected": (
        (1, 1, 70_000),
        (1, 1, 9),
        {"dilation": 500, "padding": 500, "padding_mode": "reflect"},
    ),
    "strided": ((1, 1, 70_000), (1, 1, 9), {"dilation": 500, "stride": 2}),
    "filters": ((1, 2, 70_000), (4, 2, 9), {"dilation": 500}),
}


def arrays(problem, dtype="float32"):
    x_shape, w_shape, options, *_ = problem
    return random_values(x_shape, dtype, 1), random_values(w_shape, dtype, 2), options


@pytest.mark.parametrize("name", PROBLEMS)
def test_the_images_hold_each_output_and_element_once(name):
    x, w, options = arrays(PROBLEMS[name])
    p = problem_of(x, w, **options)
    folding = folding_of(p)
    columns = PROBLEMS[name][3]
    if columns is not None:
        assert tuple(fold.out_first for fold in folding.folds) == columns
    step, (n,), (out,) = p.dilation[0], p.spatial, p.out
    read, written = np.zeros(n, int), np.zeros(out, int)
    for image, x_first, out_first in folding.folds:
        rows, width = image.spatial
        places = np.arange(rows)[:, None] * step + np.arange(width)
        np.add.at(read, places + x_first, 1)
        places = np.arange(image.out[0])[:, None] * step + np.arange(image.out[1])
        np.add.at(written, places + out_first, 1)
        assert min(min(pair) for pair in image.pads) >= 0
    assert set(read) == set(written) == {1}


@pytest.mark.parametrize("name", OTHERS)
def test_other_problems_are_not_folded(name):
    x, w, options = arrays(OTHERS[name])
    assert folding_of(problem_of(x, w, **options)) is None


@pytest.mark.parametrize("workers", [1, 2])
@pytest.mark.parametrize("dtype", slow_but(["float32", "float64", "float16"], "float32"))
@pytest.mark.parametrize("name", PROBLEMS)
def test_results_are_those_of_the_signal(name, dtype, workers):
    x, w, options = arrays(PROBLEMS[name], dtype)
    bias = random_values(w.shape[:1], dtype, 3)
    check(DIRECT, x, w, bias, workers=workers, **options)


@pytest.mark.parametrize("name", PROBLEMS)
def test_plain_and_planned_calls_have_the_same_bits(name):
    x, w, options = arrays(PROBLEMS[name])
    planned = plan(x, w, backend="direct", **options)(x)
    for view in (x, np.repeat(x, 2, -1)[..., ::2]):
        for _ in range(2):
            result = conv(view, w, backend="direct", **options)
            np.testing.assert_array_equal(result, planned)
    out = np.full((*planned.shape[:-1], 3 * planned.shape[-1]), np.nan, x.dtype)[..., ::3]
    np.testing.assert_array_equal(conv(x, w, out=out, backend="direct", **options), planned)


@pytest.mark.parametrize("place", ["x", "w"])
def test_values_that_are_not_finite_stay_where_they_are(place):
    x, w, options = arrays(PROBLEMS["padding beside"])
    (x if place == "x" else w)[0, 0, 3] = np.inf
    result = conv(x, w, backend="direct", **options)
    expected = conv(x, w, backend="cython", **options)
    np.testing.assert_array_equal(np.isnan(result), np.isnan(expected))
    np.testing.assert_array_equal(np.isinf(result), np.isinf(expected))
