"""Measurements of other machines: how far they pull predictions, and that they decide nothing."""

import json
import math
from itertools import permutations

import pytest

from polyconv import Choice, choose, explain, wisdom
from polyconv._seed import MOST, WEIGHT, seeds_of
from polyconv.wisdom import Elsewhere
from support.remembered import PROBLEM, W, X, document

ABACUS = {"machine": {"cpu": "Abacus"}}


def record(seconds, cpu="Abacus"):
    return Elsewhere({"cpu": cpu, "isa": "v3", "cpus": 4}, {"polyconv": "0.0.1"}, seconds)


@pytest.fixture
def predicted(monkeypatch):
    """Set the predictions of a call with prepared weights; preparing takes no time."""

    def set_to(**seconds):
        wisdom.forget_wisdom()
        for module in ("_select", "_explain"):
            monkeypatch.setattr(
                f"polyconv.{module}.predict", lambda backend, *_: seconds.get(backend.name, 100.0)
            )
            monkeypatch.setattr(f"polyconv.{module}.predict_prepare", lambda *_: 0.0)

    return set_to


def test_predictions_are_pulled_towards_the_ratios_measured():
    seeds = seeds_of([record({"direct": 3.0, "fft": 1.0})], {"direct": 1.0, "fft": 1.0})
    assert seeds.factors["direct"] / seeds.factors["fft"] == pytest.approx(3**WEIGHT)
    assert math.prod(seeds.factors.values()) == pytest.approx(1)
    # How fast that machine is as a whole tells nothing.
    slower = seeds_of([record({"direct": 300.0, "fft": 100.0})], {"direct": 1.0, "fft": 1.0})
    assert slower.factors == pytest.approx(seeds.factors)


def test_who_predicts_right_is_not_moved():
    seeds = seeds_of([record({"direct": 30.0, "fft": 10.0})], {"direct": 3.0, "fft": 1.0})
    assert seeds.factors == pytest.approx({"direct": 1, "fft": 1})


@pytest.mark.parametrize("wild", [1e-300, 1e300])
def test_no_prediction_moves_far(wild):
    times = {"direct": 1.0, "im2col": 1.0, "fft": wild}
    factors = seeds_of([record(times)], dict.fromkeys(times, 1.0)).factors
    assert set(factors) == set(times)
    assert max(factors.values()) == pytest.approx(MOST)
    assert min(factors.values()) == pytest.approx(1 / MOST)
    assert factors["direct"] == factors["im2col"]


@pytest.mark.parametrize(
    "seconds", [{}, {"fft": 1.0}, {"fft": 1.0, "direct": math.inf}, {"fft": 1.0, "other": 2.0}]
)
def test_what_has_no_ratio_is_no_seed(seconds):
    seeds = seeds_of([record(seconds)], {"direct": 1.0, "fft": 1.0})
    assert (seeds.factors, seeds.origins) == ({}, ())


def test_several_records_are_averaged():
    predicted = {"direct": 1.0, "fft": 1.0}
    both = [record({"direct": 2.0, "fft": 1.0}), record({"direct": 1.0, "fft": 2.0}, "Slide rule")]
    seeds = seeds_of(both, predicted)
    assert seeds.factors == pytest.approx({"direct": 1, "fft": 1})
    assert [origin.split(",")[0] for origin in seeds.origins] == ["cpu Abacus", "cpu Slide rule"]


def test_a_seed_may_tip_the_balance(predicted):
    predicted(direct=1.0, im2col=1.05)
    assert choose(X, W, workers=1).backend == "direct"
    wisdom.import_wisdom(document({"direct": 2.0, "im2col": 1.0}, **ABACUS))
    choice = choose(X, W, workers=1)
    assert (choice.backend, choice.source) == ("im2col", "model")
    assert choice.seconds == pytest.approx(1.05 * (1 / (2 * 1.05)) ** (WEIGHT / 2))
    report = explain(X, W, workers=1)
    assert "seeded by measurements of cpu Abacus" in report.why
    (origin,) = report.seeds
    assert "polyconv" in origin
    seeded = {c.backend: c.seeded for c in report.candidates if c.seeded is not None}
    assert seeded.keys() == {"direct", "im2col"}
    assert seeded["im2col"] == choice.seconds < seeded["direct"]
    assert "seeded" in str(report)
    assert json.loads(json.dumps(report.to_dict()))["seeds"] == [origin]
    wisdom.forget_wisdom()
    assert choose(X, W, workers=1).backend == "direct"
    assert explain(X, W, workers=1).seeds == ()


def test_a_wild_seed_does_not_decide(predicted):
    predicted(direct=1.0, naive=5.0)
    wisdom.import_wisdom(document({"direct": 1e9, "naive": 1e-9}, **ABACUS))
    assert choose(X, W, workers=1).backend == "direct"


def test_what_was_measured_here_outweighs_any_seed(predicted):
    predicted(direct=1.0, im2col=1.2)
    wild = document({"direct": 1e9, "im2col": 1e-9}, **ABACUS)
    wisdom.import_wisdom(wild)
    assert choose(X, W, workers=1).backend == "im2col"
    # im2col was not measured here; that it is predicted to be slower is for the model to say.
    wisdom.record(PROBLEM, {"direct": 0.5})
    assert choose(X, W, workers=1) == Choice("direct", "wisdom", 0.5)
    report = explain(X, W, workers=1)
    assert report.seeds == ()
    assert all(c.seeded is None for c in report.candidates)
    assert "seeded" not in str(report)


def test_measurements_here_that_do_not_decide_leave_it_to_seeded_predictions(predicted):
    predicted(direct=1.0, im2col=1.05)
    strange = document({"direct": 2.0, "im2col": 1.0}, **ABACUS)
    wisdom.record(PROBLEM, {"naive": 1e-3})
    assert choose(X, W, workers=1).backend == "direct"
    wisdom.import_wisdom(strange)
    assert choose(X, W, workers=1).backend == "im2col"
    assert "they lack" in explain(X, W, workers=1).why


@pytest.mark.parametrize("time", [-1.0, 0.0, "1", True, [1.0], math.nan, math.inf])
def test_a_corrupted_seed_is_rejected(predicted, time):
    predicted(direct=1.0, im2col=1.05)
    strange = document({"direct": 2.0, "im2col": 1.0}, **ABACUS)
    strange["entries"][0]["problems"][0]["seconds"]["im2col"] = time
    imported = wisdom.import_wisdom(strange)
    assert len(imported.rejected) == 1
    assert choose(X, W, workers=1) == Choice("direct", "model", 1.0)


def test_the_order_of_imports_does_not_matter():
    documents = [
        document(
            {"direct": 0.1 * n + 0.3, "im2col": 0.7, "winograd": 0.1 * n}, machine={"cpu": cpu}
        )
        for n, cpu in enumerate(("Abacus", "Slide rule", "Quipu"), 1)
    ]
    seen = set()
    for order in permutations(documents):
        wisdom.forget_wisdom()
        for each in order:
            wisdom.import_wisdom(each)
        seen.add((choose(X, W, workers=1), explain(X, W, workers=1)))
    assert len(seen) == 1


def test_seeds_are_of_their_own_problem_only(predicted):
    predicted(direct=1.0, im2col=1.05)
    wisdom.import_wisdom(document({"direct": 2.0, "im2col": 1.0}, **ABACUS))
    assert choose(X, W, workers=1).backend == "im2col"
    assert choose(X, W, workers=1, padding=1).backend == "direct"


def test_a_named_backend_has_no_seeds():
    wisdom.import_wisdom(document({"direct": 2.0, "im2col": 1.0}, **ABACUS))
    report = explain(X, W, workers=1, backend="im2col")
    assert report.seeds == ()
    assert "seeded" not in str(report)
