"""The choice: eligible backends, their order, remembered times, and `explain`."""

import json
import math
import re
import sys
import threading

import numpy as np
import pytest

from polyconv import (
    Choice,
    Timing,
    UnsupportedProblem,
    backends,
    capabilities,
    choose,
    conv,
    explain,
    find,
    set_backend,
    set_workers,
    wisdom,
)
from polyconv._explain import explain_problem
from polyconv._registry import backend_named
from polyconv._request import make_problem
from polyconv._select import MARGIN
from polyconv.backends import ADAPTERS, BACKENDS
from polyconv.workloads import WORKLOADS
from support.agreement import problem_for, problem_of, random_values, remember

X = random_values((1, 3, 12, 12), "float32", 1)
W = random_values((4, 3, 3, 3), "float32", 2)
DOT_PRODUCTS = [backend.name for backend in BACKENDS if backend.dot_product]


def prefer(name, seconds=1e-9, **options):
    remember(problem_of(X, W, workers=1, **options), {name: seconds})


def test_the_list_ends_with_the_reference():
    names = backends()
    assert names[-1] == "naive"
    assert len(set(names)) == len(names)
    assert "auto" not in names
    own = tuple(backend.name for backend in BACKENDS)
    assert tuple(name for name in names if name in own) == own
    assert set(names) - set(own) <= {adapter.name for adapter in ADAPTERS}


def test_the_reference_supports_everything():
    for row in capabilities().values():
        assert set(row) == set(backends())
        assert row["naive"] is None
        assert all(reason is None or reason for reason in row.values())


def test_choosing_is_repeatable_and_records_nothing():
    before = wisdom.info()
    first = choose(X, W)
    for _ in range(5):
        assert choose(X, W) == first
        assert choose(X.shape, W.shape, dtype="float32") == first
    assert first.source == "model"
    assert first.seconds > 0
    assert wisdom.info() == before


def test_choosing_runs_nothing(smearing):
    prefer("smearing")
    assert choose(X, W, workers=1).backend == "smearing"
    explain(X, W, workers=1)
    assert smearing.runs == 0


@pytest.mark.parametrize("dtype", ["uint8", "int64", "float16", "float32", "complex128"])
@pytest.mark.parametrize("prepared", [False, True])
def test_few_outputs_of_a_large_input_are_not_left_to_the_reference(dtype, prepared):
    for shape, stride in (
        ((1, 10_000, 10_000), 5000),
        ((1, 10_000, 10_000), 700),
        ((1, 10**9), 10**8),
        ((1, 400, 400, 400), 200),
    ):
        x = np.broadcast_to(np.ones(1, dtype), shape)
        w = np.ones((1, 1, *(3,) * (len(shape) - 1)), dtype)
        choice = choose(x, w, stride=stride, prepared=prepared, workers=1)
        assert choice.backend != "naive"
        assert choice.seconds < 1e-3


def test_choosing_does_not_look_at_values(smearing):
    prefer("smearing")
    hole = X.copy()
    hole[0, 0, 0, 0] = np.nan
    assert choose(hole, W, workers=1) == choose(X, W, workers=1)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ({"groups": 1}, {"groups": True}),
        ({"stride": 1}, {"stride": 1.0}),
        ({"padding": 0}, {"padding": False}),
        ({"dilation": (1, 1)}, {"dilation": (1, True)}),
        ({"backend": "auto"}, {"backend": ["auto"]}),
        ({"dtype": "float32"}, {"dtype": ["float32"]}),
    ],
)
def test_what_is_remembered_does_not_let_a_wrong_argument_pass(first, second):
    for _ in range(2):
        choose(X.shape, W.shape, **first)
        with pytest.raises((TypeError, ValueError), match=next(iter(second))):
            choose(X.shape, W.shape, **second)
    with pytest.raises(TypeError, match="axis 0 of x"):
        choose((True, *X.shape[1:]), W.shape, **first)


def test_what_is_remembered_heeds_the_settings(monkeypatch):
    shapes = (1, 64, 112, 112), (64, 64, 3, 3)
    alone = choose(*shapes, workers=1)
    for _ in range(2):
        with set_backend("im2col"):
            assert choose(*shapes).source == "forced"
        with set_workers(1):
            assert choose(*shapes) == alone
        with set_workers(8):
            assert choose(*shapes) != alone
        monkeypatch.setenv("OMP_NUM_THREADS", "1")
        assert choose(*shapes) == alone
        monkeypatch.setenv("OMP_NUM_THREADS", "8")
        assert choose(*shapes) != alone
        monkeypatch.delenv("OMP_NUM_THREADS")
        assert choose(*shapes, dtype="float32", workers=1) != alone
        assert choose(X, W, workers=1).source == "model"
        prefer("direct")
        assert choose(X, W, workers=1).source == "wisdom"
        wisdom.forget_wisdom()


def test_a_forced_choice():
    for name in backends():
        if choose_supports(name):
            assert choose(X, W, backend=name) == Choice(name, "forced", None)


def choose_supports(name):
    return backend_named(name).unsupported(problem_of(X, W)) is None


def test_ties_go_to_the_first_in_the_list(monkeypatch):
    monkeypatch.setattr("polyconv._select.predict", lambda backend, problem, *cost, **_: 1.0)
    assert choose(X, W, rtol=1).backend == backends()[0]


def test_a_prediction_decides(monkeypatch):
    for favourite in (backend.name for backend in BACKENDS):
        if not choose_supports(favourite):
            continue
        wisdom.forget_wisdom()  # and with it, choices made by other predictions
        monkeypatch.setattr(
            "polyconv._select.predict",
            lambda backend, problem, *cost, best=favourite, **_: (
                1.0 if backend.name == best else 2.0
            ),
        )
        assert choose(X, W, rtol=1) == Choice(favourite, "model", 1.0)


def test_a_measurement_decides(smearing):
    predicted = choose(X, W, workers=1)
    prefer("smearing", 1e-9)
    assert choose(X, W, workers=1) == Choice("smearing", "wisdom", 1e-9)
    wisdom.forget_wisdom()
    assert choose(X, W, workers=1) == predicted


def test_a_measurement_is_of_its_own_problem_only(smearing):
    prefer("smearing")
    for options in ({"padding": 1}, {"stride": 2}, {"workers": 2}, {"dtype": "float64"}):
        assert choose(X, W, **{"workers": 1, **options}).source == "model"
    # The memory layout of the kernel does not change the time.
    assert choose(X, W, workers=1, flip=True).source == "wisdom"


def test_the_faster_of_two_measurements_stays():
    problem = problem_of(X, W, workers=1)
    for seconds in (math.inf, 3.0, 1.0, 2.0, math.inf):
        wisdom.record(problem, {"naive": seconds})
    assert wisdom.recall(problem) == {"naive": 1.0}
    assert wisdom.info()["problems"] == wisdom.info()["timings"] == 1


def test_rtol_of_zero_leaves_the_dot_products(smearing):
    smearing.bound = 1e-300
    prefer("smearing")
    assert choose(X, W, workers=1).backend == "smearing"
    choice = choose(X, W, workers=1, rtol=0)
    assert choice.backend in DOT_PRODUCTS
    assert 0 < choice.seconds < np.inf
    for backend in BACKENDS:
        wisdom.forget_wisdom()
        prefer(backend.name, rtol=0)
        assert choose(X, W, workers=1, rtol=0).backend in DOT_PRODUCTS


@pytest.mark.parametrize(
    ("dtype", "rtol"),
    [("float32", 1.5e-5), ("complex64", 1.5e-5), ("float64", 2.8e-14), ("complex128", 2.8e-14)],
)
def test_the_default_budget(smearing, dtype, rtol):
    x, w = X.astype(dtype), W.astype(dtype)
    remember(problem_of(x, w, workers=1), {"smearing": 1e-9})
    smearing.bound = rtol * 0.99
    assert choose(x, w, workers=1).backend == "smearing"
    wisdom.forget_wisdom()
    remember(problem_of(x, w, workers=1), {"smearing": 1e-9})
    smearing.bound = rtol * 1.01
    assert choose(x, w, workers=1).backend != "smearing"
    remember(problem_of(x, w, workers=1, rtol=rtol * 2), {"smearing": 1e-9})
    assert choose(x, w, workers=1, rtol=rtol * 2).backend == "smearing"


def test_what_values_rule_out_is_not_recorded_as_slow(smearing):
    x = X.copy()
    x[0, 0, 0, 0] = np.nan
    timings = find(x, W, workers=1, rtol=1, budget=0.01)
    assert {t.backend: t.status for t in timings}["smearing"] == "vetoed"
    assert wisdom.info()["problems"] == wisdom.info()["timings"] == 0


def test_the_default_budget_of_half_precision(smearing):
    x, w = X.astype("float16"), W.astype("float16")
    remember(problem_of(x, w, workers=1), {"smearing": 1e-9})
    smearing.bound = 0.99e-3
    assert choose(x, w, workers=1).backend == "smearing"


def test_a_workspace_limit_excludes_with_the_reason(smearing):
    smearing.workspace = 1000
    prefer("smearing", workspace_limit=1000)
    assert choose(X, W, workers=1, workspace_limit=1000).backend == "smearing"
    assert choose(X, W, workers=1, workspace_limit=999).backend != "smearing"
    with pytest.raises(UnsupportedProblem, match=r"smearing: .*1000 bytes.*999"):
        conv(X, W, backend="smearing", workspace_limit=999)


def test_no_backend_exceeds_a_workspace_limit(backend):
    for limit in (0, 10_000, 1_000_000):
        problem = problem_for(backend, X, W, workspace_limit=limit)
        reason = backend.unsupported(problem)
        workspace = backend.cost(problem).workspace if reason is None else 0
        if reason is None and workspace <= limit:
            conv(X, W, backend=backend.name, workspace_limit=limit)
        else:
            with pytest.raises(UnsupportedProblem, match=str(limit)):
                conv(X, W, backend=backend.name, workspace_limit=limit)
        # Some backend stays eligible under any limit.
        assert conv(X, W, workspace_limit=limit).shape == (1, 4, 10, 10)


def test_finding_is_sorted_and_recorded():
    timings = find(X, W, budget=0.02, workers=1)
    assert all(type(timing) is Timing for timing in timings)
    assert {timing.backend for timing in timings} == {b.name for b in BACKENDS}
    times = {t.backend: t.seconds for t in timings if t.status == "measured"}
    assert list(times) == [timing.backend for timing in timings[: len(times)]]
    assert list(times.values()) == sorted(times.values())
    for timing in timings[: len(times)]:
        assert 0 < timing.seconds <= timing.median
        assert timing.spread >= 0
        assert timing.runs >= 1
        assert timing.workspace >= 0
        assert timing.reason is None
    for timing in timings[len(times) :]:
        assert timing.seconds is timing.median is timing.spread is None
        assert timing.runs == 0
        assert timing.reason
    known = wisdom.recall(problem_of(X, W, workers=1))
    assert {name: time for name, time in known.items() if time < math.inf} == times
    assert choose(X, W, workers=1).source == "wisdom"


@pytest.mark.parametrize("dtype", ["int64", "uint8", "bool", "complex64", "float16"])
def test_finding_measures_every_dtype(dtype):
    x, w = random_values((1, 2, 9), dtype, 1), random_values((2, 2, 3), dtype, 2)
    before = x.tobytes(), w.tobytes()
    timings = find(x, w, budget=0.005)
    assert {timing.backend for timing in timings} <= set(backends())
    assert (x.tobytes(), w.tobytes()) == before


def test_finding_on_nan_measures_dot_products_only(smearing):
    x = X.copy()
    x[0, 0, 0, 0] = np.nan
    timings = find(x, W, budget=0.005)
    assert {t.backend for t in timings if t.status == "measured"} <= set(DOT_PRODUCTS)
    assert smearing.runs == 0


def test_finding_measures_an_empty_problem():
    find(np.ones((0, 2, 5)), np.ones((1, 2, 3)), budget=0.005)
    find(np.ones((1, 0, 5)), np.ones((0, 0, 3)), budget=0.005)


def test_finding_leaves_out_the_hopeless(smearing):
    smearing.flops = 10**18
    timings = {timing.backend: timing for timing in find(X, W, workers=1, budget=0.005)}
    assert timings["smearing"].status == "hopeless"
    assert re.match(
        r"predicted \S+ s, \d+ times the time of the fastest", timings["smearing"].reason
    )
    assert smearing.runs == 0
    assert wisdom.recall(problem_of(X, W, workers=1))["smearing"] == math.inf
    timings = {timing.backend: timing for timing in find(X, W, budget=0.005, hopeless=True)}
    assert timings["smearing"].status == "measured"
    assert smearing.runs > 0


def test_an_explanation_for_code(smearing):
    smearing.bound = 0.5
    prefer("naive", 0.25)
    report = explain(X, W, workers=1).to_dict()
    assert json.loads(json.dumps(report))["choice"]["source"] == "wisdom"
    candidates = {candidate["backend"]: candidate for candidate in report["candidates"]}
    assert tuple(candidates) == backends()
    assert candidates["naive"]["remembered"] == 0.25
    assert candidates["naive"]["reason"] is None
    assert "5.0e-01" in candidates["smearing"]["reason"]
    assert "1.5e-05" in candidates["smearing"]["reason"]


def test_an_explanation_in_print(smearing):
    smearing.reason = "window (3, 3); smearing does 5x5"
    report = explain(X, W)
    text = str(report)
    assert "not eligible: window (3, 3); smearing does 5x5" in text
    lines = text.splitlines()
    starred = [line for line in lines if line.startswith("*")]
    assert [line.split()[1] for line in starred] == [report.choice.backend]
    for name in backends():
        assert sum(name in line.split()[:2] for line in lines[2:]) == 1
    assert "1x3x12x12" in lines[0]


def test_an_explanation_says_why(smearing):
    def why():
        return explain(X, W, workers=1, prepared=True).why

    problem = problem_of(X, W, workers=1)
    assert re.fullmatch(r"predicted fastest of \d+, [\d.]+ times as fast as \w+", why())
    remember(problem, {"direct": 1e-6, "im2col": 2e-6, "fft": 3e-6})
    assert why() == "measured fastest of 3, 2 times as fast as im2col"
    plain = explain(X, W, workers=1)
    assert re.fullmatch(
        r"measured fastest of 3, [\d.]+ times as fast as \w+; the times include preparing .*",
        plain.why,
    )
    assert not plain.prepared
    assert not plain.to_dict()["prepared"]
    assert explain(X, W, workers=1, prepared=True).prepared
    wisdom.record(problem, {"im2col": 0.99e-6})  # too little to displace what stands before it
    assert why() == "measured to be about as fast as im2col, and listed before it"
    assert explain(X, W, backend="fft").why == "named by the caller"
    with set_backend("fft"):
        assert explain(X, W).why == "named by set_backend"
    wisdom.forget_wisdom()
    prefer("smearing")
    assert why() == "the only one measured"
    hole = X.copy()
    hole[0, 0, 0, 0] = np.nan
    report = explain(hole, W, workers=1)
    assert report.choice.source == "veto"
    assert report.choice.backend in DOT_PRODUCTS
    assert "values that are not finite, or too large, leave dot products only" in report.why
    standing = {candidate.backend: candidate.reason for candidate in report.candidates}
    assert standing["smearing"].endswith("smearing would spread them")
    assert explain(hole, W, workers=1, backend="smearing").choice.source == "forced"
    assert smearing.runs == 0


@pytest.mark.parametrize("workers", [1, 2])
def test_a_plain_call_weighs_calls_and_preparing_together(workers):
    """The choice of a plain call is the least of both, that of a plan the least of calls."""
    for row in WORKLOADS[::3]:
        problem = make_problem(
            row.x_shape, np.dtype(row.dtype), row.w_shape, np.dtype(row.dtype),
            workers=workers, **row.options,
        )  # fmt: skip
        for prepared in (True, False):
            report = explain_problem(problem, prepared=prepared)
            times = {
                each.backend: each.predicted + (0 if prepared else each.prepare)
                for each in report.candidates
                if each.reason is None
            }
            assert times[report.choice.backend] <= min(times.values()) * MARGIN, row.name


def test_an_explanation_agrees_with_the_choice():
    for options in ({}, {"rtol": 0}, {"padding": 1, "stride": 2}, {"dtype": "float64"}):
        report = explain(X, W, **options)
        assert report.choice == choose(X, W, **options)
        chosen = next(c for c in report.candidates if c.backend == report.choice.backend)
        assert chosen.reason is None


def test_naming_a_backend_for_a_block():
    assert choose(X, W).source == "model"
    with set_backend("naive"):
        assert choose(X, W) == Choice("naive", "forced", None)
        with set_backend("auto"):
            assert choose(X, W).source == "model"
        assert choose(X, W).backend == "naive"
        for name in backends():
            if choose_supports(name):
                assert choose(X, W, backend=name).backend == name
    assert choose(X, W).source == "model"


def test_a_block_ends_by_an_exception_too():
    with pytest.raises(KeyError), set_backend("naive"):
        raise KeyError
    assert choose(X, W).source == "model"


def test_a_block_in_one_thread_is_not_seen_by_another():
    seen = []
    inside = threading.Event()

    def ask():
        assert inside.wait(timeout=60)
        seen.append(choose(X, W).source)

    thread = threading.Thread(target=ask)
    thread.start()
    with set_backend("naive"):
        inside.set()
        thread.join()
    assert seen == ["model"]


def test_a_thread_started_in_a_block_begins_as_python_has_it():
    seen = []
    with set_backend("naive"):
        thread = threading.Thread(target=lambda: seen.append(choose(X, W).source))
        thread.start()
        thread.join()
    # From 3.14 on a flag of the interpreter, which is set in free-threaded builds.
    inherits = getattr(sys.flags, "thread_inherit_context", False)
    assert seen == ["forced" if inherits else "model"]


def test_a_forced_backend_never_falls_back(smearing):
    smearing.reason = "not today; 1"
    with pytest.raises(UnsupportedProblem, match=r"^smearing: not today; 1$"):
        conv(X, W, backend="smearing")
    with set_backend("smearing"), pytest.raises(UnsupportedProblem):
        conv(X, W)
    conv(X, W)
