"""Wisdom in memory: its keys, when it decides a choice, and the checks of imported documents."""

import copy
import json
import math
from dataclasses import replace

import numpy as np
import pytest

from polyconv import Choice, choose, explain, wisdom
from polyconv.wisdom import _document
from support.agreement import problem_of, remember
from support.remembered import PROBLEM, W, X, document

OTHERS = [
    ("machine", "cpu", "Abacus"),
    ("machine", "isa", "base"),
    ("machine", "cpus", 99),
    ("versions", "polyconv", "0.0.0"),
    ("versions", "numpy", "3.0"),
    ("versions", "scipy", "3.0"),
    ("versions", "blas", "another"),
]


# The key.


@pytest.mark.parametrize(
    "change",
    [
        {"flip": True},
        {"padding_value": 3.0},
        {"batched": False},
    ],
    ids=str,
)
def test_what_cannot_change_a_time_is_no_part_of_the_key(change):
    padded = problem_of(X, W, workers=1, padding=1, padding_mode="constant")
    wisdom.record(padded, {"naive": 1.0})
    assert wisdom.recall(replace(padded, **change)) == {"naive": 1.0}


def test_the_mode_of_no_padding_is_no_part_of_the_key():
    wisdom.record(PROBLEM, {"naive": 1.0})
    assert wisdom.recall(replace(PROBLEM, padding_mode="wrap")) == {"naive": 1.0}
    padded = problem_of(X, W, workers=1, padding=1)
    wisdom.record(padded, {"naive": 2.0})
    assert wisdom.recall(replace(padded, padding_mode="wrap")) == {}


@pytest.mark.parametrize(
    "change",
    [
        {"batch": 2},
        {"in_channels": 6, "groups": 2},
        {"out_channels": 5},
        {"spatial": (12, 13)},
        {"kernel": (3, 2)},
        {"stride": (1, 2)},
        {"dilation": (2, 1)},
        {"pads": ((0, 0), (0, 1))},
        {"data_format": "channels_last"},
        {"x_dtype": np.dtype("float64")},
        {"w_dtype": np.dtype("float64")},
        {"dtype": np.dtype("float64")},
        {"workspace_limit": 10**6},
        {"workers": 2},
        {"rtol": 0.5},
    ],
    ids=str,
)
def test_what_may_change_a_time_is_part_of_the_key(change):
    wisdom.record(PROBLEM, {"naive": 1.0})
    assert wisdom.recall(replace(PROBLEM, **change)) == {}


def test_every_field_of_a_problem_is_in_the_key_or_knowingly_left_out():
    left_out = {"flip", "padding_value", "batched", "whole_bytes"}
    renamed = {"batch", "in_channels", "spatial", "out_channels", "kernel"}
    fields = set(PROBLEM.__dataclass_fields__)
    assert fields - left_out - renamed | {"x", "w"} == _document._FIELDS


# When it decides.


def test_measurements_decide_among_those_measured_or_passed_over(smearing):
    remember(PROBLEM, {"naive": 1.0, "im2col": 2.0})
    assert choose(X, W, workers=1).backend == "naive"
    assert choose(X, W, workers=1).source == "wisdom"


def test_a_backend_that_was_not_measured_can_only_win_by_prediction():
    options = {"workers": 1, "rtol": 0}  # dot products only
    problem = problem_of(X, W, **options)
    wisdom.record(problem, {"naive": 1e-3})
    # Predicted to be far faster than naive is predicted to be, so the measurement says nothing.
    assert choose(X, W, **options).backend == "direct"
    assert choose(X, W, **options).source == "model"
    assert "there is none of direct" in explain(X, W, **options).why
    wisdom.record(problem, {"direct": 1e-4})
    # No other backend is predicted to beat direct, so their missing times change nothing.
    assert choose(X, W, **options) == Choice("direct", "wisdom", 1e-4)
    wisdom.record(problem, {"direct": 1e-4, "naive": 1e-5})
    assert choose(X, W, **options).source == "model"


# Documents.


def test_export_and_import():
    wisdom.record(PROBLEM, {"naive": 1.5, "direct": 0.1 + 0.2, "fft": math.inf})
    exported = wisdom.export_wisdom()
    assert json.loads(json.dumps(exported, allow_nan=False)) == exported
    known = wisdom.recall(PROBLEM)
    wisdom.forget_wisdom()
    assert wisdom.recall(PROBLEM) == {}
    assert wisdom.import_wisdom(exported) == wisdom.Imported(taken=1)
    assert wisdom.recall(PROBLEM) == known
    assert wisdom.export_wisdom() == exported


@pytest.mark.parametrize("form", [json.dumps, lambda d: json.dumps(d).encode()])
def test_import_of_text(form):
    assert wisdom.import_wisdom(form(document())).taken == 1


def test_import_merges_and_the_faster_stays():
    other = document({"naive": 1.0, "direct": 2.0, "fft": math.inf})
    wisdom.record(PROBLEM, {"naive": 2.0, "direct": 1.0, "im2col": 5.0})
    assert wisdom.import_wisdom(other) == wisdom.Imported(merged=1)
    known = {"naive": 1.0, "direct": 1.0, "im2col": 5.0, "fft": math.inf}
    assert wisdom.recall(PROBLEM) == known


@pytest.mark.parametrize("channels", [1, 2])
def test_times_of_fft_in_schema_1_count_where_it_is_known_what_they_were_of(channels):
    problem = problem_of(np.ones((1, channels, 9)), np.ones((2, channels, 3)), workers=1)
    wisdom.record(problem, {"direct": 2.0, "fft": 1.0})
    old = wisdom.export_wisdom() | {"schema": 1}
    wisdom.forget_wisdom()
    assert wisdom.import_wisdom(old).taken == 1
    tiled = {"fft_tiled": 1.0} if channels == 1 else {}
    assert wisdom.recall(problem) == {"direct": 2.0} | tiled
    wisdom.forget_wisdom()
    wisdom.record(problem, {"fft": 1.0})
    assert wisdom.import_wisdom(wisdom.export_wisdom()).rejected == ()
    assert wisdom.recall(problem) == {"fft": 1.0}


def test_importing_changes_the_choice_of_the_next_call():
    before = choose(X, W, workers=1)
    exported = document()
    wisdom.import_wisdom(exported)
    assert before.backend != choose(X, W, workers=1).backend == "naive"


@pytest.mark.parametrize(("part", "name", "value"), OTHERS)
def test_what_was_measured_elsewhere_never_decides(part, name, value):
    before = choose(X, W, workers=1)
    strange = document({"naive": 1e-9, "direct": 1.0}, **{part: {name: value}})
    assert wisdom.import_wisdom(strange) == wisdom.Imported(taken=1, elsewhere=1)
    after = choose(X, W, workers=1)
    assert (after.backend, after.source) == (before.backend, "model")
    assert wisdom.recall(PROBLEM) == {}
    assert wisdom.info()["problems"] == 0
    assert wisdom.info()["elsewhere"] == 1
    report = explain(X, W, workers=1)
    assert all(c.remembered is None for c in report.candidates)
    # It is not lost: another export has it again.
    assert wisdom.export_wisdom() == strange


BAD_DOCUMENTS = {
    "text": "no wisdom",
    "nothing": None,
    "a list": [],
    "another format": {"format": "other", "schema": 1, "entries": []},
    "no schema": {"format": "polyconv wisdom", "entries": []},
    "schema of another type": {"format": "polyconv wisdom", "schema": "1", "entries": []},
    "a later schema": {"format": "polyconv wisdom", "schema": 3, "entries": []},
    "no entries": {"format": "polyconv wisdom", "schema": 1},
    "torn": '{"format": "polyconv wisdom", "schema": 1, "entr',
    "too deep": "[" * 100_000,
}


@pytest.mark.parametrize("name", BAD_DOCUMENTS)
def test_a_bad_document_is_refused_whole(name):
    wisdom.record(PROBLEM, {"naive": 1.0})
    with pytest.raises(ValueError, match=r"^document"):
        wisdom.import_wisdom(BAD_DOCUMENTS[name])
    assert wisdom.recall(PROBLEM) == {"naive": 1.0}


def spoiled(**changes):
    row = copy.deepcopy(document()["entries"][0]["problems"][0])
    for name, value in changes.items():
        if name == "seconds":
            row["seconds"] = value
        elif value is None:
            del row["problem"][name]
        else:
            row["problem"][name] = value
    return row


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"seconds": {"naive": -1.0}}, "has seconds of 'naive': -1.0"),
        ({"seconds": {"naive": 0}}, "has seconds of 'naive': 0"),
        ({"seconds": {"naive": True}}, "True"),
        ({"seconds": {"naive": "fast"}}, "'fast'"),
        ({"seconds": {"naive": math.nan}}, "nan"),
        ({"seconds": {"naive": math.inf}}, "inf"),
        ({"seconds": {"naive": 10**400}}, "000"),
        ({"seconds": {}}, "has no seconds"),
        ({"seconds": [1.0]}, "has no seconds"),
        ({"stride": None}, "has no problem with the fields"),
        ({"colour": "red"}, "has no problem with the fields"),
        ({"stride": 1}, "has stride=1"),
        ({"stride": [1, -1]}, "has stride=[1, -1]"),
        ({"stride": [1.5]}, "has stride=[1.5]"),
        ({"pads": [0, 0]}, "has pads=[0, 0]"),
        ({"workers": "two"}, "has workers='two'"),
        ({"dtype": 32}, "has dtype=32"),
    ],
)
def test_one_bad_entry_is_rejected_with_its_reason(change, reason):
    mixed = document()
    mixed["entries"][0]["problems"].append(spoiled(**change))
    mixed["entries"].append({"machine": {}, "problems": []})
    taken = wisdom.import_wisdom(mixed)
    assert taken.taken == 1
    assert len(taken.rejected) == 2
    assert taken.rejected[0].startswith("entries[0].problems[1] ")
    assert reason in taken.rejected[0]
    assert taken.rejected[1] == "entries[1] lacks machine, versions or problems"
