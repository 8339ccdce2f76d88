"""Plans: prepared once, unchangeable, picklable, and as right as `conv` on every input."""

import copy
import pickle
from dataclasses import FrozenInstanceError

import numpy as np
import pytest

from polyconv import (
    Choice,
    Kernel,
    Plan,
    UnsupportedProblem,
    choose,
    conv,
    plan,
    set_backend,
    wisdom,
)
from polyconv._plan import Fallback
from polyconv.backends import BACKENDS
from support.agreement import (
    assert_same_bits,
    poisoned,
    problem_of,
    random_values,
    remember,
    require,
    slow_but_first,
)

X = random_values((2, 3, 7, 8), "float32", 1)
W = random_values((4, 3, 3, 3), "float32", 2)
BIAS = random_values((4,), "float32", 3)
OPTIONS = [
    {},
    {"padding": "same", "stride": 2},
    {"padding": 3, "padding_mode": "reflect", "dilation": (2, 1)},
    {"flip": True, "workers": 2},
]


@pytest.mark.parametrize("options", OPTIONS, ids=str)
@pytest.mark.parametrize("bias", slow_but_first([BIAS, None]), ids=["bias", "no bias"])
@pytest.mark.slow_in_python
def test_a_plan_gives_what_conv_gives(backend, options, bias):
    require(backend, X, W, **options)
    prepared = plan(X, W, bias, backend=backend.name, **options)
    assert prepared.backend == backend.name
    for seed in range(3):
        x = random_values(X.shape, "float32", seed)
        expected = conv(x, W, bias, backend=backend.name, **options)
        assert_same_bits(prepared(x), expected)
        out = poisoned(expected.shape, expected.dtype)
        assert prepared(x, out=out) is out
        assert_same_bits(out, expected)


def test_a_plan_from_a_shape_takes_the_dtype_of_w(backend):
    prepared = plan(X.shape, W, backend=backend.name)
    assert prepared.problem.x_dtype == np.float32
    assert_same_bits(prepared(X), conv(X, W, backend=backend.name))


def test_a_plan_of_channels_last(backend):
    x, w = X.transpose(0, 2, 3, 1), W.transpose(2, 3, 1, 0)
    prepared = plan(x, w, BIAS, data_format="channels_last", groups=1, backend=backend.name)
    expected = conv(x, w, BIAS, data_format="channels_last", backend=backend.name)
    assert_same_bits(prepared(x), expected)


@pytest.mark.slow_in_python
def test_weights_and_bias_may_change_afterwards(backend):
    for order in "CF":
        w, bias = W.copy(order), BIAS.copy()
        prepared = plan(X, w, bias, backend=backend.name)
        expected = prepared(X)
        w[...] = np.nan
        bias[...] = np.nan
        assert_same_bits(prepared(X), expected)
        assert_same_bits(pickle.loads(pickle.dumps(prepared))(X), expected)
        assert np.isfinite(expected).all()


@pytest.mark.slow
@pytest.mark.parametrize("options", OPTIONS, ids=str)
@pytest.mark.parametrize("name", ["backend", "auto"])
def test_a_plan_survives_pickling(backend, name, options):
    require(backend, X, W, **options)
    name = backend.name if name == "backend" else "auto"
    prepared = plan(X, W, BIAS, backend=name, **options)
    for protocol in range(2, pickle.HIGHEST_PROTOCOL + 1):
        again = pickle.loads(pickle.dumps(prepared, protocol))
        assert type(again) is Plan
        assert again.problem == prepared.problem
        assert again.choice == prepared.choice
        assert_same_bits(again(X), prepared(X))


def test_a_plan_copies_as_itself(backend):
    prepared = plan(X, W, backend=backend.name)
    for again in (copy.copy(prepared), copy.deepcopy(prepared)):
        assert again is prepared


def test_a_plan_cannot_be_changed(backend):
    prepared = plan(X, W, BIAS, backend=backend.name)
    with pytest.raises(FrozenInstanceError):
        prepared.weights = W
    for array in (prepared.weights, prepared.bias):
        with pytest.raises(ValueError, match="read-only"):
            array[...] = 0


def test_a_plan_prints_itself(backend):
    prepared = plan(X, W, padding=1, backend=backend.name)
    text = repr(prepared)
    assert text == str(prepared)
    for part in ("2x3x7x8", "4x3x3x3", "padding 1x1", "float32", backend.name):
        assert part in text
    assert "forced" in text
    assert len(text) < 200


def test_a_plan_of_an_unsupported_problem_is_refused(smearing):
    smearing.reason = "made up; 3"
    with pytest.raises(UnsupportedProblem, match=r"^smearing: made up; 3$"):
        plan(X, W, backend="smearing")


def test_a_plan_for_an_empty_result(backend):
    prepared = plan((0, 3, 7, 8), W, BIAS, backend=backend.name)
    assert prepared(np.empty((0, 3, 7, 8), np.float32)).shape == (0, 4, 5, 6)


@pytest.mark.slow
def test_measuring_records_and_chooses_the_fastest():
    prepared = plan(X, W, effort="measure", workers=1)
    assert prepared.choice.source == "wisdom"
    known = wisdom.recall(problem_of(X, W, workers=1))
    assert prepared.backend == min(known, key=known.get)
    assert_same_bits(prepared(X), conv(X, W, backend=prepared.backend, workers=1))


def test_measuring_needs_only_a_shape():
    prepared = plan((1, 2, 6), np.ones((1, 2, 3), np.int16), effort="measure")
    x = np.ones((1, 2, 6), np.int16)
    assert prepared(x).tolist() == [[[6, 6, 6, 6]]]
    assert wisdom.info()["problems"] == 1


def test_a_named_backend_is_not_measured(backend):
    prepared = plan(X, W, effort="measure", backend=backend.name)
    assert prepared.choice.source == "forced"
    assert wisdom.info()["problems"] == 0


def test_a_backend_named_for_a_block_is_not_measured(backend):
    with set_backend(backend.name):
        prepared = plan(X, W, effort="measure")
    assert prepared.choice.source == "forced"
    assert wisdom.info()["problems"] == 0


def test_what_was_measured_is_not_measured_again(smearing):
    remember(problem_of(X, W, workers=1), {"smearing": 1e-9})
    prepared = plan(X, W, effort="measure", workers=1)
    assert prepared.choice == Choice("smearing", "wisdom", 1e-9)
    assert smearing.runs == 0


@pytest.mark.slow
def test_what_measurements_do_not_decide_is_measured(smearing):
    wisdom.record(problem_of(X, W, workers=1), {"naive": 1e-3})
    prepared = plan(X, W, effort="measure", workers=1)
    assert prepared.choice.source == "wisdom"
    assert smearing.runs > 0


def favoured_plan(w=W, **options):
    remember(problem_of(X, w, workers=1, **options), {"smearing": 1e-9})
    return plan(X, w, workers=1, **options)


def test_values_veto_call_by_call(smearing):
    prepared = favoured_plan()
    assert prepared.backend == "smearing"
    prepared(X)
    assert smearing.runs == 1
    x = X.copy()
    x[0, 0, 0, 0] = np.nan
    y = prepared(x)
    assert smearing.runs == 1, "the favourite saw a NaN"
    assert np.isnan(y).sum() == 4
    prepared(X)
    assert smearing.runs == 2, "one veto outlived its call"


@pytest.mark.parametrize("favourite", ["fft_tiled", "winograd"])
def test_answers_after_a_veto_are_those_of_a_dot_product(favourite):
    """Results after a veto equal a dot product's in each bit, and the veto leaves no trace."""
    x, w = random_values((2, 3, 20, 21), "float32", 1), random_values((4, 3, 3, 3), "float32", 2)
    remember(problem_of(x, w), {favourite: 1e-9})
    prepared = plan(x, w)
    assert prepared.backend == choose(x, w, prepared=False).backend == favourite
    plain, spread = plan(x, w, rtol=0), plan(x, w, backend=favourite)
    assert prepared(x).tobytes() == spread(x).tobytes() != plain(x).tobytes()
    for value in (np.nan, -np.inf, 3e38):
        bad = x.copy()
        bad[1, 2, 3, 4] = value
        out = np.empty_like(plain(x))
        assert_same_bits(prepared(bad), plain(bad))
        assert prepared(bad, out=out) is out
        assert_same_bits(out, plain(bad))
        assert_same_bits(conv(bad, w), plain(bad))
        assert prepared(x).tobytes() == spread(x).tobytes()


@pytest.mark.parametrize(
    ("tracks", "max_abs", "runs", "vetoed"),
    [(True, 3.0, 1, False), (True, np.inf, 1, True), (True, None, 1, True), (False, None, 0, True)],
)
def test_a_kernel_that_tracks_the_maximum_runs_first_and_is_believed(tracks, max_abs, runs, vetoed):
    x = X.copy()
    x[0, 0, 0, 0] = np.nan  # which only a scan of x finds here

    class Sevens(Kernel):
        tracks_max_abs = tracks

        def __call__(self, x, bias, out, workers, limit=np.inf):
            ran.append(limit)
            out[...] = 7
            return max_abs

    ran, kernel = [], Sevens()
    problem = problem_of(X, W, workers=1)
    fallback = Fallback(problem, lambda: choose(X, W, rtol=0, workers=1), W, 1.0)
    result = fallback.unless(kernel, x, None, None)
    assert len(ran) == runs
    assert_same_bits(result, conv(x, W, rtol=0, workers=1) if vetoed else np.full_like(result, 7))


def test_weights_are_prepared_for_the_veto_when_it_first_strikes(smearing, monkeypatch):
    prepared_for = []

    def counting(prepare):
        return lambda self, p, w: prepared_for.append(p) or prepare(self, p, w)

    for backend in BACKENDS[:-1]:  # the last one computes for smearing
        if backend.dot_product:
            monkeypatch.setattr(type(backend), "prepare", counting(type(backend).prepare))
    w = W.copy()
    prepared = favoured_plan(w)
    w[:] = 0  # the plan has a copy, which is prepared later
    prepared(X)
    assert prepared_for == []
    x = X.copy()
    x[0, 0, 0, 0] = np.nan
    for _ in range(2):
        np.testing.assert_allclose(prepared(x), conv(x, W, rtol=0), rtol=1e-5, atol=1e-5)
    assert prepared_for.count(prepared.problem) == 1


def test_a_problem_is_pickled_without_what_was_derived_from_it():
    problem = plan(np.ones((1, 1, 10_000)), np.ones((1, 1, 3)), padding=1).problem
    before = pickle.dumps(problem)
    assert problem.padded == (10_002,)
    hash(problem)
    after = pickle.dumps(problem)
    assert after == before
    assert pickle.loads(after) == problem


def test_the_veto_survives_pickling(smearing):
    prepared = pickle.loads(pickle.dumps(favoured_plan()))
    assert prepared.backend == "smearing"
    x = X.copy()
    x[1, 2, 3, 4] = np.inf
    assert np.isinf(prepared(x)).sum() == 4 * 9
    assert smearing.runs == 0


def test_weights_veto_once_and_for_all(smearing):
    w = W.copy()
    w[0, 0, 0, 0] = np.inf
    prepared = favoured_plan(w)
    assert prepared.choice.source == "veto"
    assert prepared.backend != "smearing"
    y = prepared(X)
    assert np.isfinite(y[:, 1:]).all()
    assert smearing.runs == 0


def test_a_named_backend_is_never_vetoed(smearing):
    prepared = plan(X, W, backend="smearing")
    x = X.copy()
    x[0, 0, 0, 0] = np.nan
    assert np.isnan(prepared(x)).all()
    assert smearing.runs == 1


def test_a_plan_made_anew_under_set_backend_keeps_its_veto(smearing):
    stored = pickle.dumps(favoured_plan())
    with set_backend("smearing"):
        prepared = pickle.loads(stored)
    x = X.copy()
    x[1, 2, 3, 4] = np.inf
    assert np.isinf(prepared(x)).sum() == 4 * 9
    assert smearing.runs == 0
