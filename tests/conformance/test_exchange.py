"""Conformance: kernels longer than the input, of which input and weights are exchanged."""

import numpy as np
import pytest

from polyconv import _exchange, _model, _select, choose, conv, explain, plan
from polyconv._exchange import as_computed
from polyconv._exchanged_kernel import ExchangedKernel
from polyconv._request import make_problem
from polyconv.backends import BACKENDS
from support.agreement import check, problem_of, random_values, slow_but_first

DIRECT = BACKENDS[0]
FFT_TILED = next(backend for backend in BACKENDS if backend.name == "fft_tiled")
DTYPES = ["float32", "int16", "float64", "complex64", "float16", "int64", "bool"]

# Shapes of x and w, options.
CASES = {
    "full": ((1, 6), (1, 1, 40), {"padding": "full"}),
    "same": ((1, 1, 9), (1, 1, 24), {"padding": "same"}),
    "flipped": ((1, 6), (1, 1, 30), {"padding": [(29, 20)], "flip": True}),
    "strided": ((1, 7), (1, 1, 50), {"padding": "full", "stride": 3}),
    "more padding than taps": ((1, 3), (1, 1, 20), {"padding": [(21, 50)]}),
    "images and filters": ((3, 2, 5), (4, 2, 30), {"padding": "full"}),
    "depthwise": ((3, 7), (3, 1, 30), {"padding": "full", "groups": 3}),
    "grouped to one": ((4, 7), (2, 2, 30), {"padding": "full", "groups": 2}),
    "images": ((1, 3, 4), (1, 1, 15, 17), {"padding": "full"}),
    "taps that meet no input": ((1, 3, 4), (1, 1, 15, 17), {"padding": [(9, 8), (16, 3)]}),
    "volumes": ((2, 3, 2, 3), (1, 2, 6, 7, 5), {"padding": "full"}),
    "channels_last": ((5, 2), (30, 2, 3), {"padding": "full", "data_format": "channels_last"}),
}
# Problems that are computed as they are.
OTHERS = {
    "short kernel": ((1, 40), (1, 1, 30), {"padding": "full"}),
    "dilated": ((1, 6), (1, 1, 40), {"padding": "full", "dilation": 2}),
    "reflected": ((1, 9), (1, 1, 40), {"padding": 30, "padding_mode": "reflect"}),
    "padding of a value": (
        (1, 6),
        (1, 1, 40),
        {"padding": "full", "padding_mode": "constant", "padding_value": 1},
    ),
    "groups of filters": ((2, 6), (4, 1, 40), {"padding": "full", "groups": 2}),
    "no output meets the input": ((1, 3), (1, 1, 20), {"padding": [(20, 0)], "stride": 9}),
}


@pytest.fixture(autouse=True)
def any_work(monkeypatch):
    """Exchange small problems, too: the reference takes long for large ones."""
    for name in ("MIN_SAVED_FLOPS", "SAVED_BY_FILTER", "SAVED_BY_IMAGE", "MIN_SAVED_PER_IMAGE"):
        monkeypatch.setattr(_exchange, f"_{name}", 1)
    clear_caches()
    yield
    clear_caches()


def clear_caches():
    _exchange._exchanged.cache_clear()
    _select._best.cache_clear()


def arrays(case, dtype="float32"):
    x_shape, w_shape, options = (CASES | OTHERS)[case]
    return random_values(x_shape, dtype, 1), random_values(w_shape, dtype, 2), options


@pytest.mark.parametrize("dtype", slow_but_first(DTYPES, 2))
@pytest.mark.parametrize("case", CASES)
def test_results_agree_with_the_reference(case, dtype):
    x, w, options = arrays(case, dtype)
    problem = problem_of(x, w, **options)
    assert as_computed(DIRECT, problem).kernel == problem.spatial
    filters = w.shape[-1 if "data_format" in options else 0]
    check(DIRECT, x, w, random_values((filters,), dtype, 3), **options)
    check(DIRECT, x, w, **options)


@pytest.mark.parametrize("case", OTHERS)
def test_other_problems_are_not_exchanged(case):
    x, w, options = arrays(case)
    problem = problem_of(x, w, **options)
    assert as_computed(DIRECT, problem) is problem


def test_little_work_is_not_exchanged(monkeypatch):
    x, w, options = arrays("full")
    problem = problem_of(x, w, **options)
    monkeypatch.setattr(_exchange, "_MIN_SAVED_FLOPS", problem.flops)
    _exchange._exchanged.cache_clear()
    assert as_computed(DIRECT, problem) is problem


def test_taps_that_meet_only_padding_save_nothing(monkeypatch):
    """Backends leave such taps out without an exchange."""
    short, long = (
        make_problem((1, 1, 30), np.dtype("f"), (1, 1, taps), np.dtype("f"), padding="same")
        for taps in (200, 20_000)
    )
    assert long.flops > 90 * short.flops
    monkeypatch.setattr(_exchange, "_MIN_SAVED_FLOPS", 1e5)
    clear_caches()
    assert [as_computed(DIRECT, each) is each for each in (short, long)] == [True, True]
    monkeypatch.setattr(_exchange, "_MIN_SAVED_FLOPS", 1e3)
    clear_caches()
    assert [as_computed(DIRECT, each) is each for each in (short, long)] == [False, False]


def test_many_filters_of_an_image_of_few_pixels_stay_filters(monkeypatch):
    """As filters they fill vectors; as images, each would be convolved with one filter."""
    monkeypatch.undo()
    clear_caches()
    many, few = (
        make_problem((1, n, 2, 2), np.dtype("f"), (n, n, k, k), np.dtype("f"), padding=padding)
        for n, k, padding in ((512, 3, "same"), (8, 9, "full"))
    )
    assert as_computed(DIRECT, many) is many
    assert as_computed(DIRECT, few) is not few


def test_a_bias_is_added_alike_in_one_call_and_in_several():
    x, w, options = arrays("images and filters")
    bias = random_values((4,), "float32", 3)
    prepared = plan(x, w, bias, backend="direct", **options)
    assert isinstance(prepared.kernel, ExchangedKernel)
    alone = [
        plan(x, w[k : k + 1], bias[k : k + 1], backend="direct", **options)(x) for k in range(4)
    ]
    np.testing.assert_allclose(prepared(x), np.concatenate(alone, axis=1), rtol=1e-5, atol=1e-5)


def test_transforms_with_prepared_weights_are_not_exchanged():
    x, w, options = arrays("full")
    problem = problem_of(x, w, **options)
    for backend in BACKENDS:
        assert (as_computed(backend, problem) is problem) == (not backend.dot_product)


def test_plain_calls_exchange_where_the_bound_is_symmetric():
    for dtype, exchanging in [
        ("float32", {"fft_tiled"}),
        ("complex64", {"fft_tiled"}),
        ("int16", ()),
    ]:
        x, w, options = arrays("full", dtype)
        problem = problem_of(x, w, **options)
        found = {b.name for b in BACKENDS if as_computed(b, problem, prepared=False) is not problem}
        assert found - {b.name for b in BACKENDS if b.dot_product} == set(exchanging)
    x, w = arrays("same")[:2]  # 24 taps on 9 elements are too few
    problem = problem_of(x, w, padding="same")
    assert as_computed(FFT_TILED, problem, prepared=False) is problem


def test_auto_exchanges_a_long_kernel_in_a_plain_call_alone():
    shapes = (1, 1, 1000), (1, 1, 1_000_000)
    plain, turned = (
        explain(*each, padding="full", prepared=False) for each in (shapes, shapes[::-1])
    )
    planned = explain(*shapes, padding="full", prepared=True)
    of = {c.backend: c for c in plain.candidates}["fft_tiled"]
    again = {c.backend: c for c in turned.candidates}["fft_tiled"]
    kept = {c.backend: c for c in planned.candidates}["fft_tiled"]
    assert of.prepare == 0
    assert of.predicted == pytest.approx(again.predicted + again.prepare, rel=0.05)
    assert kept.prepare > 0


# Inputs and kernels whose transforms err most: single taps, constants, tones, signs.
def _adversarial(n, kind, rng):
    at = np.arange(n)
    return {
        "impulse": np.where(at == n // 3, 1.0, 0.0),
        "constant": np.ones(n),
        "tone": np.cos(2 * np.pi * rng.random() * at),
        "signs": rng.choice([-1.0, 1.0], n),
        "first": np.where(at == 0, 1.0, 0.0),
    }[kind]


KINDS = ["impulse", "constant", "tone", "signs", "first"]


@pytest.mark.parametrize("dtype", ["float32", "float64"])
@pytest.mark.parametrize("sizes", [(40, 4000), (300, 1300), (500, 12_000)])
@pytest.mark.parametrize("kind_of_w", KINDS)
def test_exchanged_transforms_keep_the_published_bound(kind_of_w, sizes, dtype):
    n, taps = sizes
    rng = np.random.default_rng(5)
    for kind in KINDS:
        x = _adversarial(n, kind, rng).astype(dtype)[None, None]
        w = _adversarial(taps, kind_of_w, rng).astype(dtype)[None, None]
        problem = problem_of(x, w, padding="full")
        assert as_computed(FFT_TILED, problem, prepared=False) is not problem
        result = conv(x, w, padding="full", backend="fft_tiled")
        exact = np.convolve(x[0, 0].astype(np.longdouble), w[0, 0, ::-1].astype(np.longdouble))
        error = np.abs(result[0, 0] - exact).max()
        scale = float(np.abs(x).max()) * float(np.abs(w.astype(np.float64)).sum())
        assert error <= FFT_TILED.error_bound(problem) * scale


@pytest.mark.parametrize("dtype", ["float32", "complex128"])
def test_values_that_are_not_finite_stay_where_the_definition_has_them(dtype):
    x, w, options = arrays("full", dtype)
    for changed in (x, w):
        value = changed.flat[3]
        changed.flat[3] = np.inf
        check(DIRECT, x, w, **options)
        changed.flat[3] = value


def test_plans_exchange_too():
    x, w, options = arrays("images and filters")
    prepared = plan(x, w, backend="direct", **options)
    assert isinstance(prepared.kernel, ExchangedKernel)
    assert prepared.choice == choose(x, w, prepared=True, backend="direct", **options)
    expected = conv(x, w, backend="fft", **options)
    w[...] = np.nan
    np.testing.assert_allclose(prepared(x), expected, atol=1e-4)
    np.testing.assert_allclose(prepared(2 * x), 2 * expected, atol=1e-4)


def test_predictions_are_those_of_the_exchanged_problem():
    x = np.ones((1, 1, 100), np.float32)
    w = np.ones((1, 1, 100_000), np.float32)
    shown = {c.backend: c for c in explain(x, w, padding="full").candidates}
    turned = {c.backend: c for c in explain(w, x, padding="full").candidates}
    for name in ("direct", "im2col"):
        whole = turned[name].predicted + turned[name].prepare
        # Packers take a part of the constant cost of preparing; views and tests are added.
        constant = max(row["call"] for row in _model._rates.PREPARE[name].values())
        assert -1.001 * _model._EXCHANGE <= whole - shown[name].predicted <= constant
        assert shown[name].prepare == 0


def test_a_workspace_limit_keeps_the_problem():
    x, w, options = arrays("full")
    problem = problem_of(x, w, workspace_limit=1 << 20, **options)
    assert as_computed(DIRECT, problem) is problem
