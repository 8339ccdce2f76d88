"""Transposed convolutions of one pixel, whose outputs are all filters of a matrix product."""

import pickle
from itertools import product

import numpy as np
import pytest

from polyconv import choose, conv, conv_transpose, explain, find, plan, wisdom
from polyconv.grad import conv_input
from polyconv.transposed._functions import phases_for
from polyconv.transposed._one_pixel import phase_of_one_pixel
from polyconv.transposed._problem import transposed_of
from support.agreement import assert_same_bits, random_values
from support.compare import assert_agrees
from support.scatter import convolve_transposed

LAYOUTS = ("channels_first", "channels_last")
CASES = {
    "image": ((1, 20, 1, 1), (20, 36, 4, 4), {}),
    "images": ((7, 20, 1, 1), (20, 36, 4, 3), {}),
    "without a batch": ((5, 1, 1), (5, 4, 3, 2), {}),
    "signal": ((1, 6, 1), (6, 33, 9), {}),
    "volume": ((2, 6, 1, 1, 1), (6, 5, 2, 3, 2), {}),
    "stride": ((1, 6, 1, 1), (6, 5, 4, 4), {"stride": (4, 2)}),
    "flip": ((1, 6, 1, 1), (6, 5, 4, 4), {"flip": True}),
    "one channel": ((1, 1, 1, 1), (1, 1, 5, 5), {}),
}
EACH = pytest.mark.parametrize(("name", "data_format"), [*product(CASES, LAYOUTS)])


def arrays(case, data_format, dtype="float32"):
    """Return the input, weights and bias of a case, and its options."""
    x_shape, w_shape, options = case
    x, w = random_values(x_shape, dtype, 1), random_values(w_shape, dtype, 2)
    bias = random_values((w_shape[1],), dtype, 3)
    if data_format == "channels_last":
        x = np.ascontiguousarray(np.moveaxis(x, x.ndim - w.ndim + 1, -1))
        w = np.ascontiguousarray(np.moveaxis(w, (0, 1), (-1, -2)))
    return x, w, bias, options | {"data_format": data_format}


def problem_of(x, w, output_padding=0, **options):
    return transposed_of(x.shape, x.dtype, w.shape, w.dtype, output_padding, options)


@EACH
@pytest.mark.parametrize("dtype", ["float32", "float64", "complex64"])
def test_results_are_those_of_the_definition(name, data_format, dtype):
    x, w, bias, options = arrays(CASES[name], data_format, dtype)
    [phase] = phases_for(problem_of(x, w, **options), w, prepared=True)
    assert phase.one_pixel
    assert phase.problem.taps == 1
    expected = convolve_transposed(x, w, bias, **options)
    assert_agrees(conv_transpose(x, w, bias, **options), expected, 1e-5)
    planned = plan(x, w, bias, transpose=True, **options)
    assert_agrees(planned(x), expected, 1e-5)
    assert_same_bits(pickle.loads(pickle.dumps(planned))(x), planned(x))
    # Of a shape alone, into memory of any strides, from any strides.
    of_shape = plan(x.shape, w, bias, transpose=True, dtype=dtype, **options)
    assert_agrees(of_shape(np.asfortranarray(x)), expected, 1e-5)
    whole = np.empty(planned(x).shape, dtype)
    assert planned(x, out=whole) is whole
    assert_same_bits(whole, planned(x))
    apart = np.full((*whole.shape, 2), 7, dtype)
    of_shape(np.asfortranarray(x), out=apart[..., 1])
    assert_agrees(apart[..., 1].copy(), expected, 1e-5)
    assert (apart[..., 0] == 7).all()


@EACH
def test_integers_are_exact_and_dot_products_agree(name, data_format):
    x, w, bias, options = arrays(CASES[name], data_format, "int32")
    expected = convolve_transposed(x, w, bias, **options)
    assert_agrees(plan(x, w, bias, transpose=True, **options)(x), expected, 0.0)
    x, w, _, options = arrays(CASES[name], data_format, "int64")
    y = plan(x, w, transpose=True, **options)(x)
    assert np.array_equal(y, conv_transpose(x, w, **options))
    g = random_values(y.shape, "int64", 4)
    assert np.array_equal(conv_input(y.shape, w, x, **options), y)
    assert int((y * g).sum()) == int((x * conv(g, w, **options)).sum())


@pytest.mark.parametrize("value", [np.nan, np.inf])
@pytest.mark.parametrize("data_format", LAYOUTS)
def test_values_that_are_not_finite_reach_the_same_outputs(value, data_format):
    for of_weights in (False, True):
        x, w, bias, options = arrays(CASES["image"], data_format)
        (w if of_weights else x).reshape(-1)[3] = value
        expected = convolve_transposed(x, w, bias, **options)
        planned = plan(x, w, bias, transpose=True, **options)
        assert_agrees(planned(x), expected, 1e-5)


@pytest.mark.parametrize(
    ("x_shape", "w_shape", "options"),
    [
        ((1, 6, 1, 2), (6, 5, 4, 4), {}),
        ((1, 6, 1, 1), (6, 5, 1, 1), {}),
        ((1, 6, 1, 1), (6, 5, 4, 4), {"padding": 1}),
        ((1, 6, 1, 1), (6, 5, 4, 4), {"padding": ((1, 0), (0, 0))}),
        ((1, 6, 1, 1), (6, 5, 4, 4), {"stride": 2, "output_padding": 1}),
        ((1, 6, 1, 1), (6, 5, 4, 4), {"dilation": 2}),
        ((1, 6, 1, 1), (6, 5, 3, 3), {"dilation": 2, "padding": ((0, 2), (0, 2))}),
        ((1, 6, 1, 1), (6, 5, 4, 4), {"groups": 2}),
        ((1, 6, 1, 1), (6, 5, 4, 4), {"workspace_limit": 1 << 20}),
    ],
)
def test_other_problems_keep_their_phases(x_shape, w_shape, options):
    x, w = random_values(x_shape, "float32", 1), random_values(w_shape, "float32", 2)
    assert phase_of_one_pixel(problem_of(x, w, **options)) is None
    planned = plan(x, w, transpose=True, **options)
    defined = {name: options[name] for name in options if name != "workspace_limit"}
    assert_agrees(planned(x), convolve_transposed(x, w, None, **defined), 1e-5)


def test_a_result_that_is_cropped_as_much_as_it_is_padded_is_whole():
    x, w, _, options = arrays(CASES["image"], "channels_first")
    options |= {"stride": 2, "padding": ((0, 1), (0, 1)), "output_padding": 1}
    assert phase_of_one_pixel(problem_of(x, w, **options)) is not None
    expected = convolve_transposed(x, w, None, **options)
    assert_agrees(plan(x, w, transpose=True, **options)(x), expected, 1e-5)


def test_plain_calls_and_a_backend_that_is_named_compute_the_taps():
    x, w, _, options = arrays(CASES["image"], "channels_first")
    t = problem_of(x, w, **options)
    for phases in (phases_for(t, w), phases_for(t, w, "direct", prepared=True)):
        assert [phase.problem.taps for phase in phases] == [16]


@pytest.mark.parametrize("data_format", LAYOUTS)
def test_choices_explanations_and_wisdom_are_about_the_same_phase(data_format):
    x, w, _, options = arrays(CASES["image"], data_format)
    options["transpose"] = True
    chosen = choose(x, w, prepared=True, **options)
    assert chosen.backend == plan(x, w, **options).backend
    assert chosen.seconds == choose(x, w.shape, prepared=True, **options).seconds
    assert "576" in str(explain(x, w, prepared=True, **options))
    try:
        assert find(x, w, budget=0.01, **options)
        assert choose(x, w, prepared=True, **options).source in ("wisdom", "model")
    finally:
        wisdom.forget_wisdom()
