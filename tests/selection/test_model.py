"""The cost model: a pure function of the problem, scaled to the machine."""

import math
from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest

from polyconv import Backend, Cost, _model, _rates_amd, _rates_intel, choose, plan, wisdom
from polyconv._exchange import as_computed
from polyconv._machine import Caches
from polyconv._request import make_problem
from polyconv._select import decide
from polyconv._thread_pool import PooledKernel
from polyconv.backends import BACKENDS
from support.agreement import problem_of, slow_but_first

FAST = BACKENDS[:-1]

F32 = np.dtype(np.float32)
LARGE = make_problem((8, 64, 112, 112), F32, (64, 64, 3, 3), F32, padding=1, workers=1)


class Unfitted:
    """A backend of another package, for which the fit has no rates."""

    name = "unfitted"

    def __init__(self, **counts):
        self.counts = {"flops": 0, "bytes": 0, "workspace": 0} | counts

    def cost(self, p):
        return Cost(**self.counts)

    def computes_as(self, p):
        return p


@pytest.mark.parametrize(
    ("x_shape", "w_shape", "options", "elements"),
    [
        ((1, 1, 1000), (1, 1, 3), {}, 1000),
        ((1, 1, 1000), (1, 1, 3), {"stride": 100}, 10 * 18),  # of a line each
        ((1, 1, 10_000, 200), (1, 1, 3, 3), {"stride": (5000, 1)}, 6 * 200),
        ((1, 1, 10_000, 200), (1, 1, 3, 3), {"dilation": (4999, 1)}, 6 * 200),
        ((2, 4, 50, 64), (8, 4, 1, 1), {"stride": 2}, 2 * 4 * 25 * 64),
        ((1, 1000, 4), (3, 4, 2), {"stride": 2, "data_format": "channels_last"}, 4000),
        ((1, 100, 100, 16), (1, 1, 16, 2), {"stride": 2, "data_format": "channels_last"}, 40_000),
    ],
)
def test_bytes_of_the_input_are_those_that_windows_read(x_shape, w_shape, options, elements):
    problem = make_problem(x_shape, F32, w_shape, F32, **options)
    assert problem.in_out_bytes == 4 * (elements + problem.outputs)
    assert problem.x_bytes == 4 * math.prod(x_shape)


def test_predictions_are_a_pure_function_of_the_problem(backend, monkeypatch):
    monkeypatch.setattr(type(backend), "prepare", None)  # nothing may run
    again = replace(LARGE)
    assert again is not LARGE
    if backend.unsupported(LARGE) is not None:
        return
    first = _model.predict(backend, LARGE), _model.predict_prepare(backend, LARGE)
    assert (_model.predict(backend, again), _model.predict_prepare(backend, again)) == first
    assert wisdom.info()["problems"] == 0


def test_predictions_are_times(cost_model, backend):
    rows = [cost_model("problems").random_problem(7, number) for number in range(60)]
    for row in rows:
        problem = cost_model("timings").problem_of(row, 2)
        if backend.unsupported(problem) is None:
            assert 0 < _model.predict(backend, problem) < math.inf
            # Calls of exchanged problems prepare the input.
            exchanged = as_computed(backend, problem) is not problem
            preparing = _model.predict_prepare(backend, problem)
            assert preparing == 0 if exchanged else 0 < preparing < math.inf


@pytest.mark.parametrize("shape", [(0, 2, 5), (1, 0, 5), (1, 2, 5)])
def test_an_empty_problem_has_a_prediction(backend, shape):
    x, w = np.ones(shape), np.ones((0, shape[1], 3))
    problem = problem_of(x, w)
    if backend.unsupported(problem) is None:
        assert 0 < _model.predict(backend, problem) < 1e-3


def test_the_formula():
    weights = {"taps": 0.5, "workers": -1.0}
    rates = _model.Rates(
        call=2.0,
        wake=3.0,
        rates=tuple({"flops": 0.25, "work_items": 8.0}.get(name, 0.0) for name in _model.COUNTS),
        weights=tuple(weights.get(name, 0.0) for name in _model.TRAITS),
        python=7.0,
    )

    def terms_of(workers):
        values = {"taps": 4.0, "workers": math.log2(workers)}
        traits = tuple(values.get(name, 9.0) for name in _model.TRAITS)
        return _model.Terms((1.0,) * 6, 1.0, 1.0, traits, 1.0, workers)

    cost = Cost(flops=16, bytes=1, workspace=1, packed=1, runs=1, work_items=2, gathered=1)
    work = 0.25 * 16 + 8 * 2
    alone = 2 + work * math.exp(2)
    for workers, seconds in ((1, alone), (2, 5 + work * math.e)):
        terms = terms_of(workers)
        assert terms.seconds(rates, cost) == pytest.approx(seconds)
        assert terms.constant_seconds([[(rates, rates)]], True) == [2]
    # One item wakes no worker.
    assert terms.seconds(rates, replace(cost, pool_items=1)) == pytest.approx(alone)
    assert terms.seconds(rates, replace(cost, python_calls=2)) == pytest.approx(
        terms.seconds(rates, cost) + 2 * 7
    )
    # One worker computes two of three items, so 1.5 workers are busy on average.
    assert terms.seconds(rates, replace(cost, pool_items=3)) == pytest.approx(
        5 + work * math.exp(2 - math.log2(1.5))
    )
    assert terms.seconds(rates, replace(cost, pool_items=4)) == pytest.approx(5 + work * math.e)
    slowed = terms.seconds(rates, cost, slowdown=3)
    assert slowed == pytest.approx(5 + (3 * 0.25 * 16 + 8 * 2) * math.e)


def test_the_formula_of_preparing():
    # The first trait is that of the workers, of which one prepares.
    rates = _model.Rates(2.0, 3.0, (0.25, 8.0, 0.5), (-0.7, 0.5))
    terms = _model.Terms((1.0,) * 6, 3.0, 4.0, (1.0, 2.0), 1.0, 2)
    cost = Cost(flops=1, bytes=1, workspace=1, prepared=16)
    assert terms.prepare_counts(cost) == (16, 3, 4)
    work = 0.25 * 16 + 8 * 3 + 0.5 * 4
    assert terms.prepare_seconds(rates, cost) == pytest.approx(2 + work * math.e)


# Backends whose kernels are compiled but for those that Python wraps.
COMPILED = [b for b in BACKENDS if b.name not in ("fft", "naive")]


@pytest.mark.parametrize("backend", slow_but_first(COMPILED), ids=lambda b: b.name)
def test_a_cost_tells_if_python_calls_the_kernel(backend, cost_model):
    rows = cost_model("problems")
    seen = set()
    for draw in (rows.random_corner, rows.random_problem, rows.random_structured_problem):
        for number in range(30):
            row = draw(8, number)
            problem = cost_model("timings").problem_of(row, 1)
            if row.flops > 1e8 or backend.unsupported(problem) is not None:
                continue
            kernel = backend.prepare(problem, problem.canonical_w(row.arrays()[1]))
            in_python = not isinstance(kernel, PooledKernel)
            assert (backend.cost(problem).python_calls > 0) is in_python, problem
            seen.add(in_python)
    assert seen == ({True, False} if backend.name == "fft_tiled" else {False})


def test_counts_and_traits_have_their_names():
    cost = Cost(1, 2, 3, packed=4, runs=5, work_items=6, prepared=7, gathered=8, lookups=9)
    problem = make_problem(
        (2, 32, 16, 8), F32, (8, 4, 3, 3), F32, padding=1, groups=8, workers=4, stride=(1, 2)
    )
    counts = dict(zip(_model.COUNTS, _model.counts(cost, problem), strict=True))
    assert [counts[name] for name in ("flops", "bytes", "packed", "runs", "work_items")] == [
        1,
        2,
        4,
        5,
        6,
    ]
    assert (counts["gathered"], counts["work_item_products"], counts["channel_planes"]) == (
        8,
        6 * 36,
        64,
    )
    assert counts["outputs"] == 2 * 8 * 16 * 4
    assert counts["outputs_half"] == counts["outputs_last"] == counts["beyond_l3"] == 0
    traits = dict(zip(_model.TRAITS, _model.traits(problem), strict=True))
    expected = {
        "workers": 2,
        "taps": math.log2(9),
        "taps_8": math.log2(9 / 8),
        "taps_64": 0,
        "kernel_row": math.log2(3),
        "ic_per_group": 2,
        "oc_per_group": 0,
        "groups": 3,
        "row": 2,
        "rows": 5,
        "rows_16": 1,
        "stride": 1,
        "double": 0,
        "channels_last": 0,
        "rank_1": 0,
    }
    assert {name: traits[name] for name in expected} == pytest.approx(expected)


def test_padding_wider_than_the_input_is_one_trait():
    x, w = np.ones((1, 1, 20, 20), np.float32), np.ones((1, 1, 3, 3), np.float32)
    twice, many = (
        dict(zip(_model.TRAITS, _model.traits(problem), strict=True))["bordered_padded"]
        for problem in (problem_of(x, w, padding=p, padding_mode="wrap") for p in (10, 500))
    )
    assert twice == many == 1


@pytest.mark.parametrize("backend", FAST, ids=lambda b: b.name)
def test_shorter_vectors_are_never_faster(backend, monkeypatch):
    seconds = []
    for level in ("v4", "v3", "base"):
        monkeypatch.setattr(_model, "isa_level", lambda level=level: level)
        seconds.append(_model.predict(backend, LARGE))
    assert seconds == sorted(seconds)


def test_vectors_that_were_not_measured_count_by_their_length(monkeypatch):
    monkeypatch.setattr(_model._rates, "SLOWDOWN", {})
    monkeypatch.setattr(_model._rates, "ISA", "v3")
    assert [_model.slowdown_at("unfitted", level) for level in ("v4", "v3", "base")] == [
        0.5,
        1,
        2.5,
    ]


@pytest.mark.parametrize("backend", FAST, ids=lambda b: b.name)
def test_more_threads_are_faster_where_there_is_much_to_do(backend):
    seconds = [_model.predict(backend, replace(LARGE, workers=n)) for n in (1, 2, 4, 8)]
    assert seconds[-1] < seconds[0]
    assert seconds == sorted(seconds, reverse=True)


@pytest.mark.parametrize("backend", FAST, ids=lambda b: b.name)
def test_larger_caches_are_never_slower(backend):
    cost = backend.cost(LARGE)
    counts_by_cache = []
    for size in (1 << 12, 1 << 20, 1 << 30):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(_model, "caches", lambda size=size: Caches(size, size, size))
            counts_by_cache.append(_model.counts(cost, LARGE))
    for smaller, larger in pairwise(counts_by_cache):
        assert all(a >= b for a, b in zip(smaller, larger, strict=True))
    assert counts_by_cache[0] != counts_by_cache[-1]


def test_a_backend_without_rates_has_the_documented_ones(monkeypatch):
    # The rates are those of the fit's instruction-set level, whatever level this processor has.
    monkeypatch.setattr(_model, "isa_level", lambda: _model._rates.ISA)
    giga = Unfitted(flops=10**9)
    once = _model.predict(giga, LARGE)
    assert once == pytest.approx(0.1, rel=0.01)
    double = make_problem((1, 1, 9), np.dtype("f8"), (1, 1, 3), np.dtype("f8"), workers=1)
    assert _model.predict(giga, double) == pytest.approx(0.2, rel=0.01)
    assert _model.predict(Unfitted(bytes=2 * 10**9), LARGE) == pytest.approx(0.1, rel=0.01)
    assert 0 < _model.predict_prepare(giga, LARGE) < 1e-3


def test_variants_that_the_fit_did_not_see_have_the_rates_of_their_backend(monkeypatch):
    name = BACKENDS[0].name
    unfitted = Unfitted(flops=10**6, variant="never seen")
    monkeypatch.setattr(unfitted, "name", name, raising=False)
    together = _model.predict(unfitted, LARGE)
    unfitted.counts["variant"] = ""
    assert _model.predict(unfitted, LARGE) == together


def test_a_plan_does_not_pay_for_what_a_call_must_prepare(smearing, monkeypatch):
    x, w = np.ones((1, 2, 9), np.float32), np.ones((2, 2, 3), np.float32)
    monkeypatch.setattr(
        "polyconv._select.predict",
        lambda backend, problem, *cost, **_: 1.0 if backend is smearing else 2.0,
    )
    monkeypatch.setattr(
        "polyconv._select.predict_prepare",
        lambda backend, problem, *cost, **_: 5.0 if backend is smearing else 0.5,
    )
    wisdom.forget_wisdom()
    assert choose(x, w, rtol=1, prepared=True).backend == "smearing"
    assert plan(x, w, rtol=1).backend == "smearing"
    assert choose(x, w, rtol=1).backend == BACKENDS[0].name


def test_both_backends_of_overlap_save_are_chosen(cost_model):
    rows = [cost_model("problems").random_problem(7, number) for number in range(80)]
    seen = {decide(cost_model("timings").problem_of(row, 1)).backend for row in rows}
    assert {"fft", "fft_tiled"} <= seen


@pytest.mark.parametrize(("gain", "moves"), [(1.01, False), (1.2, True)])
def test_a_small_gain_does_not_pass_the_order_of_the_list(smearing, monkeypatch, gain, moves):
    x, w = np.ones((1, 2, 9), np.float32), np.ones((2, 2, 3), np.float32)
    monkeypatch.setattr(
        "polyconv._select.predict",
        lambda backend, problem, *cost, **_: 1 / gain if backend is smearing else 1.0,
    )
    wisdom.forget_wisdom()
    chosen = choose(x, w, rtol=1, prepared=True).backend
    assert (chosen == "smearing") is moves


@pytest.mark.parametrize("rates", [_rates_amd, _rates_intel], ids=["amd", "intel"])
def test_every_backend_has_rates_of_the_names_there_are(rates):
    for table, names in (
        (rates.RATES, _model.COUNTS),
        (rates.PREPARE, _model.PREPARE_COUNTS),
    ):
        names_of_backends = {backend.name for backend in BACKENDS}
        assert set(table) == names_of_backends, "run: python -m benchmarks.cost_model fit"
        for variants in table.values():
            assert "" in variants
            for row in variants.values():
                assert set(row) <= {"call", "wake", "python", *names, *_model.TRAITS}
                assert all(row[name] >= 0 for name in ("call", "wake", *names))
                assert row.get("workers", 0) <= 0.001
    packing = getattr(rates, "PACKING", {})  # a fit before packers were timed has none
    assert set(packing) <= {b.name for b in BACKENDS if type(b).packer is not Backend.packer}
    for variants in packing.values():
        assert "" in variants
        for row in variants.values():
            assert set(row) <= {"call", "wake", "python", *_model.PREPARE_COUNTS, *_model.TRAITS}
            assert all(row[name] >= 0 for name in ("call", "python", *_model.PREPARE_COUNTS))
    assert set(rates.RANGES) == {*_model.TRAITS} - {"workers"}
    assert {"date", "command", "problems", "machine", "caches"} <= set(rates.FITTED)
    for backend in BACKENDS:
        assert rates.RESIDUALS[backend.name]["median"] >= 1
