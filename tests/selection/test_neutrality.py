"""auto never changes non-finite elements, accuracy, dtype or layout of a result."""

import numpy as np
import pytest

from polyconv import choose, conv, output_shape, plan
from polyconv._select import backend_named
from polyconv.backends import BACKENDS
from support.agreement import problem_of, random_values, slow_but_first, supports

# Problems on which a transform is far faster than any sum of products.
TRANSFORMED = {
    "long filter": ((1, 1, 60_000), (1, 1, 3001)),
    "two channels": ((1, 2, 40_000), (1, 2, 4001)),
    "large kernel": ((1, 1, 160, 170), (1, 1, 63, 65)),
    "volume": ((1, 1, 44, 46, 48), (1, 1, 23, 23, 23)),
}
DTYPES = ["float32", "float64", "complex64"]


def arrays(name, dtype):
    x_shape, w_shape = TRANSFORMED[name]
    return random_values(x_shape, dtype, 1), random_values(w_shape, dtype, 2)


@pytest.mark.parametrize("dtype", slow_but_first(DTYPES))
@pytest.mark.parametrize("name", TRANSFORMED)
def test_a_transform_is_chosen(name, dtype):
    x, w = arrays(name, dtype)
    for prepared in (False, True):
        chosen = choose(x, w, workers=1, prepared=prepared)
        assert not backend_named(chosen.backend).dot_product


@pytest.mark.parametrize("value", slow_but_first([np.nan, np.inf, -np.inf], fast=2))
@pytest.mark.parametrize("dtype", slow_but_first(DTYPES))
@pytest.mark.parametrize("name", TRANSFORMED)
def test_one_value_that_is_not_finite_reaches_its_own_windows_only(name, dtype, value):
    x, w = arrays(name, dtype)
    at = tuple(np.random.default_rng(3).integers(0, x.shape))
    x[at] = value
    expected = np.zeros(output_shape(x.shape, w.shape), bool)
    # Output o reads from o to o + kernel - 1.
    reach = tuple(slice(max(0, a - k + 1), a + 1) for a, k in zip(at[2:], w.shape[2:], strict=True))
    expected[(0, 0, *reach)] = True
    for result in (conv(x, w, workers=1), plan(x, w, workers=1)(x)):
        assert np.array_equal(~np.isfinite(result), expected)


@pytest.mark.parametrize("value", [np.nan, np.inf])
def test_one_weight_that_is_not_finite_reaches_every_output(value):
    x, w = arrays("long filter", "float32")
    w[0, 0, 1000] = value
    for result in (conv(x, w, workers=1), plan(x, w, workers=1)(x)):
        assert not np.isfinite(result).any()


@pytest.mark.parametrize("dtype", slow_but_first(["float32", "float64"]))
@pytest.mark.parametrize("name", TRANSFORMED)
def test_what_auto_returns_is_within_its_budget(name, dtype):
    x, w = arrays(name, dtype)
    unit = np.abs(x).max() * np.abs(w).sum()
    exact = conv(x, w, backend="direct", workers=1, dtype="float64")
    own = backend_named("direct").error_bound(problem_of(x, w, workers=1))
    for rtol in (1.5e-5 if dtype == "float32" else 2.8e-14, 0):
        error = np.abs(conv(x, w, workers=1, rtol=rtol) - exact).max()
        assert error <= max(rtol, own) * unit


@pytest.mark.parametrize("options", [{}, {"data_format": "channels_last"}, {"dtype": "float64"}])
def test_dtype_shape_and_layout_do_not_depend_on_the_backend(options):
    x, w = random_values((2, 9, 8, 4), "float32", 1), random_values((3, 3, 4, 6), "float32", 2)
    if "data_format" not in options:
        x, w = np.moveaxis(x, -1, 1), np.ascontiguousarray(w.transpose(3, 2, 0, 1))
    seen = {
        (result.dtype, result.shape, result.strides, result.flags.writeable)
        for backend in BACKENDS
        if supports(backend, x, w, **options)
        for result in (
            conv(x, w, backend=backend.name, **options),
            plan(x, w, backend=backend.name, **options)(x),
        )
    }
    auto = conv(x, w, **options)
    assert seen == {(auto.dtype, auto.shape, auto.strides, auto.flags.writeable)}
