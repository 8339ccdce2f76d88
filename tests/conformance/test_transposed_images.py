"""Phases with one tap along an axis, computed as images of a problem of lower rank."""

import pickle
from itertools import product

import numpy as np
import pytest

from polyconv import choose, conv, conv_transpose, explain, find, plan, wisdom
from polyconv.grad import conv_input
from polyconv.transposed import _functions
from polyconv.transposed._functions import phases_for
from polyconv.transposed._images import fastest_phases, phase_of_images
from polyconv.transposed._phases import phases_of
from polyconv.transposed._problem import transposed_of
from polyconv.transposed._tuning import TUNING
from support.agreement import assert_same_bits, random_values
from support.compare import assert_agrees
from support.scatter import convolve_transposed

# Kernels of 3 with stride 2, and others of which some axes have one tap.
CASES = {
    "volume": ((1, 5, 6, 7, 9), (5, 4, 3, 3, 3), {"stride": 2, "padding": 1}),
    "image": ((1, 5, 9, 7), (5, 4, 3, 3), {"stride": 2, "padding": 1, "output_padding": 1}),
    "cropped": ((1, 3, 8, 9, 6), (3, 4, 3, 4, 3), {"stride": (2, 2, 2), "padding": (2, 1, 0)}),
    "without a batch": ((5, 9, 7), (5, 4, 3, 3), {"stride": 2}),
    "groups": ((1, 6, 9, 7), (6, 2, 3, 3), {"stride": 2, "groups": 3}),
    "whole rows": ((1, 5, 6, 7, 9), (5, 4, 3, 3, 3), {"stride": (2, 2, 1), "padding": 1}),
    "stride 1": ((1, 5, 6, 7, 9), (5, 4, 1, 3, 3), {"padding": 1}),
    "dilation": ((1, 5, 9, 11), (5, 4, 3, 3), {"stride": (2, 1), "dilation": (1, 2)}),
    "stride 3": ((1, 5, 9, 8), (5, 4, 4, 4), {"stride": 3}),
}
LAYER = (1, 64, 16, 16, 16), (64, 32, 3, 3, 3), {"stride": 2, "padding": 1, "output_padding": 1}


def problem_of(x, w, output_padding=0, **options):
    return transposed_of(x.shape, x.dtype, w.shape, w.dtype, output_padding, options)


def arrays(case, data_format, dtype="float32"):
    """Return the input, weights and bias of a case, and its options."""
    x_shape, w_shape, options = case
    x, w = random_values(x_shape, dtype, 1), random_values(w_shape, dtype, 2)
    bias = random_values((w_shape[1] * options.get("groups", 1),), dtype, 3)
    options = options | {"data_format": data_format}
    if data_format == "channels_last":
        x = np.ascontiguousarray(np.moveaxis(x, x.ndim - w.ndim + 1, -1))
        w = np.ascontiguousarray(np.moveaxis(w, (0, 1), (-1, -2)))
    return x, w, bias, options


def all_as_images(t, prepared=False):
    """Return the phases, each as images if it can be."""
    found = []
    for phase in phases_of(t):
        others = [phase_of_images(t, phase, axis) for axis in range(t.rank)]
        found.append(next((each for each in others if each is not None), phase))
    return tuple(found)


@pytest.fixture
def as_images(monkeypatch):
    """Let auto compute as images whatever it can."""
    monkeypatch.setattr(_functions, "fastest_phases", all_as_images)
    monkeypatch.setattr(_functions, "interleaved_phases", lambda *_: None)
    monkeypatch.setattr(_functions, "scatters", lambda *_: False)


def each_case(test):
    kinds = [*product(CASES, ("channels_first", "channels_last"))]
    return pytest.mark.parametrize(("name", "data_format"), kinds)(test)


@each_case
def test_results_are_those_of_the_definition(as_images, name, data_format):
    x, w, bias, options = arrays(CASES[name], data_format)
    t = problem_of(x, w, **options)
    phases = phases_for(t, w)
    rows_are_whole = t.stride[-1] == 1 or data_format == "channels_last"
    assert any(phase.images is not None for phase in phases) == rows_are_whole
    expected = convolve_transposed(x, w, bias, **options)
    assert_agrees(conv_transpose(x, w, bias, **options), expected, 1e-5)
    planned = plan(x, w, bias, transpose=True, **options)
    assert_agrees(planned(x), expected, 1e-5)
    assert_same_bits(pickle.loads(pickle.dumps(planned))(x), planned(x))
    # Of a shape alone, into memory of any strides, from any strides.
    of_shape = plan(x.shape, w, bias, transpose=True, **options)
    apart = np.full((*planned(x).shape, 2), 7, np.float32)
    of_shape(np.asfortranarray(x), out=apart[..., 1])
    assert_agrees(apart[..., 1].copy(), expected, 1e-5)
    assert (apart[..., 0] == 7).all()


@each_case
def test_integers_are_exact(as_images, name, data_format):
    x, w, bias, options = arrays(CASES[name], data_format, "int32")
    expected = convolve_transposed(x, w, bias, **options)
    assert_agrees(conv_transpose(x, w, bias, **options), expected, 0.0)


@each_case
def test_dot_products_of_both_directions_agree(as_images, name, data_format):
    x, w, _, options = arrays(CASES[name], data_format, "int64")
    added = options.pop("output_padding", 0)
    y = conv_transpose(x, w, output_padding=added, **options)
    g = random_values(y.shape, "int64", 4)
    # `conv` with the same weights maps the larger array to the smaller one: its adjoint is ours.
    assert np.array_equal(conv_input(y.shape, w, x, **options), y)
    assert int((y * g).sum()) == int((x * conv(g, w, **options)).sum())


@pytest.mark.parametrize("value", [np.nan, np.inf])
@pytest.mark.parametrize("data_format", ["channels_first", "channels_last"])
def test_values_that_are_not_finite_reach_the_same_outputs(as_images, value, data_format):
    x, w, bias, options = arrays(CASES["volume"], data_format)
    x[(0, 2, 3, 4, 5) if data_format == "channels_first" else (0, 3, 4, 5, 2)] = value
    expected = convolve_transposed(x, w, bias, **options)
    for got in (
        conv_transpose(x, w, bias, **options),
        plan(x, w, bias, transpose=True, **options)(x),
    ):
        assert_agrees(got, expected, 1e-5)


def test_rows_stay_rows_with_channels_first():
    kinds = product(("volume", "whole rows"), ("channels_first", "channels_last"))
    expected = (set(), {0, 1, 2}, {0, 1}, {0, 1})
    for (name, data_format), wanted in zip(kinds, expected, strict=True):
        x, w, _, options = arrays(CASES[name], data_format)
        t = problem_of(x, w, **options)
        axes = {
            axis
            for phase, axis in product(phases_of(t), range(3))
            if phase_of_images(t, phase, axis) is not None
        }
        assert axes == wanted


def test_what_has_no_images():
    x, w, _, options = arrays(CASES["image"], "channels_last")
    many = problem_of(np.concatenate([x, x]), w, **options)
    pointwise = problem_of(x, w[:1, :1], **options)
    signal = problem_of(x[:, :, 0], w[:, 0], **options)
    none = problem_of(x[:0], w, **options)
    for t in (many, none, pointwise, signal):
        for phase, axis in product(phases_of(t), range(t.rank)):
            assert phase_of_images(t, phase, axis) is None


def test_auto_takes_images_where_a_constant_says_that_it_pays(monkeypatch):
    x, w, _, options = arrays(LAYER, "channels_last")
    t = problem_of(x, w, **options, workers=1)
    taken = []
    for factor in (0.0, 100.0):
        monkeypatch.setattr(TUNING, "IMAGES_OF_ONE_TAP", factor)
        taken.append(sum(phase.images is not None for phase in fastest_phases(t, True)))
    # 2x2x1 and 2x1x1 taps, three of each.
    assert taken == [0, 6]


def test_a_backend_that_is_named_computes_all_axes():
    x, w, _, options = arrays(LAYER, "channels_last")
    phases = phases_for(problem_of(x, w, **options), w, "direct")
    assert all(phase.images is None for phase in phases)


def test_choices_explanations_and_wisdom_are_about_the_same_phases(as_images):
    x, w, _, options = arrays(CASES["image"], "channels_last")
    options["transpose"] = True
    chosen = choose(x, w, prepared=True, **options)
    assert chosen.backend == plan(x, w, **options).backend
    assert chosen.seconds == choose(x, w.shape, prepared=True, **options).seconds
    assert "4 phases" in str(explain(x, w, prepared=True, **options))
    try:
        assert find(x, w, budget=0.01, **options)
        assert choose(x, w, prepared=True, **options).source in ("wisdom", "model")
    finally:
        wisdom.forget_wisdom()
