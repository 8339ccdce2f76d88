"""Unit times: their measurement, their place in wisdom, and what the cost model makes of them."""

import json
import math
import sys
from dataclasses import replace

import numpy as np
import pytest

from polyconv import (
    _model,
    _rates_amd,
    _rates_intel,
    _unit_loops,
    _unit_times,
    _units,
    choose,
    explain,
    wisdom,
)
from polyconv._machine import Caches, usable_cpus
from polyconv._model import COUNTS, PREPARE_COUNTS, TRAITS
from polyconv._units import UNITS, scaled
from polyconv.backends import BACKENDS
from polyconv.wisdom import _document
from polyconv.wisdom._store import Store
from support.remembered import PROBLEM, W, X, document

NAMES = [unit.name for unit in UNITS]
# A machine that takes a nanosecond for everything: that of the fit in these tests.
FIT = dict.fromkeys(NAMES, 1e-9)
ROW = {"call": 1e-6, "wake": 2e-6, "flops": 4e-12, "bytes": 8e-12, "work_items": 1e-8}
TABLE = {
    name: {"": ROW, "variant": {**ROW, "double": 0.5}} for name in ("direct", "im2col", "cython")
}


@pytest.fixture
def fit(monkeypatch):
    """Let the fit have been made on the machine of `FIT`, at every level."""
    monkeypatch.setattr(_model._rates, "UNITS", dict.fromkeys(("v4", "v3", "base"), FIT))


def scaled_row(here, backend="direct", variant="", slowdown=None, prepare=False):
    rows = scaled(TABLE, {**FIT, **here}, FIT, slowdown or {}, prepare=prepare)
    return rows[backend][variant]


# Scaling.


def test_every_rate_is_made_of_units_and_every_unit_makes_one():
    of_backends = [*_units._OF_BACKEND.values(), *_units._TRAITS_OF_BACKEND.values()]
    maps = [_units._OF_COUNT, _units._OF_TRAIT, _units._PYTHON, *of_backends]
    used = {name for units in maps for names in units.values() for name in names}
    assert used == set(NAMES)
    assert set(_units._OF_COUNT) == {"call", "wake", "python", *COUNTS, *PREPARE_COUNTS}
    assert set(_units._OF_TRAIT) <= set(TRAITS)
    assert set(_units._OF_BACKEND) <= {backend.name for backend in BACKENDS}


def test_rates_follow_their_units():
    assert scaled_row({}) == {**ROW, **dict.fromkeys(_units._OF_TRAIT, 0.0)}
    here = {"add_float32": 3e-9, "copy_l2": 2e-9, "hand_over": 4e-9, "wake_up": 1e-9}
    row = scaled_row(here)
    wanted = {"flops": 3 * 4e-12, "bytes": 2 * 8e-12, "wake": 2 * 2e-6}
    assert {name: row[name] for name in ROW} == pytest.approx({**ROW, **wanted})


def test_libraries_have_units_of_their_own():
    here = {"add_float32": 3e-9, "gemm_float32": 5e-9, "cycle": 7e-9, "call_python": 2e-9}
    factors = {
        name: {count: scaled_row(here, name)[count] / ROW[count] for count in ("flops", "call")}
        for name in TABLE
    }
    assert factors == {
        "direct": pytest.approx({"flops": 3, "call": 1}),
        "im2col": pytest.approx({"flops": 5, "call": 2}),
        "cython": pytest.approx({"flops": 7, "call": 2}),
    }


def test_number_types_gain_what_they_gain_beside_float32():
    here = {"add_float32": 2e-9, "add_float64": 3e-9, "add_int32": 2e-9, "add_int16": 8e-9}
    row = scaled_row(here, variant="variant")
    assert row["double"] == pytest.approx(0.5 + math.log(3 / 2))
    assert row["complex_double"] == pytest.approx(math.log(3 / 2))
    assert row["integer"] == pytest.approx(math.log(1 / 2))
    assert row["narrow_integer"] == pytest.approx(math.log(4 / 2))


def test_what_one_machine_lacks_scales_nothing():
    rows = scaled(TABLE, {"copy_l3": 2e-9, "new": 9e-9}, {"add_float32": 1e-9}, {}, prepare=False)
    assert rows == TABLE


def test_unit_times_at_another_level_hold_its_slowdown():
    row = scaled_row({"add_float32": 2.1e-9}, slowdown={"direct": 2.0})
    assert row["flops"] == pytest.approx(4e-12 * 2.1 / 2.0)


# The model.


def predictions():
    return {b.name: _model.predict(b, PROBLEM) for b in BACKENDS if not b.unsupported(PROBLEM)}


def test_the_machine_of_the_fit_changes_no_bit_of_a_prediction(fit):
    before = predictions()
    wisdom.record_machine(FIT)
    assert predictions() == before
    wisdom.record_machine({**FIT, "gemm_float32": 0.5e-9})
    after = predictions()
    assert after["im2col"] < before["im2col"]
    assert {**after, "im2col": 0} == {**before, "im2col": 0}
    wisdom.forget_wisdom()
    assert predictions() == before


def test_a_level_that_the_fit_did_not_measure_is_compared_with_the_fits_own(monkeypatch):
    monkeypatch.setattr(_model._rates, "UNITS", {"v4": FIT})
    monkeypatch.setattr(_model._rates, "ISA", "v4")
    monkeypatch.setattr(_model._rates, "SLOWDOWN", {})
    monkeypatch.setattr(_model, "isa_level", lambda: "v3")
    _model._slowdown.cache_clear()
    try:
        problem = replace(PROBLEM, spatial=(500, 500))
        direct = BACKENDS[0]
        predicted = _model.predict(direct, problem)
        # Two instructions in place of one, which is what the model assumes.
        _model.use_units({**FIT, "add_float32": 2e-9})
        assert _model.predict(direct, problem) == pytest.approx(predicted, rel=1e-12)
        _model.use_units({**FIT, "add_float32": 1e-9})
        assert _model.predict(direct, problem) < predicted
    finally:
        _model._slowdown.cache_clear()
        _model.use_units({})


@pytest.mark.parametrize("rates", [_rates_amd, _rates_intel], ids=["amd", "intel"])
def test_the_fit_measured_its_machine_at_each_level(rates):
    assert rates.ISA in rates.UNITS, "run: python -m benchmarks.cost_model fit"
    assert ("AMD" in rates.FITTED["machine"]["cpu"]) is (rates is _rates_amd)
    for units in rates.UNITS.values():
        assert set(units) <= set(NAMES)
        assert _document.unit_fault(units) is None


def test_choices_follow_the_machine(fit):
    before = choose(X, W, workers=1, rtol=0)
    assert before.backend == "direct"
    # Calls of compiled kernels take seconds, those that Python wraps do not.
    wisdom.record_machine({**FIT, "call": 1e-3})
    after = choose(X, W, workers=1, rtol=0)
    assert after.backend in ("im2col", "cython", "naive")
    assert after.source == "model"
    wisdom.forget_wisdom()
    assert choose(X, W, workers=1, rtol=0) == before


def test_unfitted_backends_are_scaled_as_well(fit):
    class Unfitted:
        name = "unfitted"

        def computes_as(self, p):
            return p

    cost = BACKENDS[0].cost(PROBLEM)
    before = _model.predict(Unfitted(), PROBLEM, cost)
    _model.use_units(dict.fromkeys(NAMES, 3e-09))
    try:
        assert _model.predict(Unfitted(), PROBLEM, cost) == pytest.approx(3 * before)
    finally:
        _model.use_units({})


def test_explain_tells_if_the_machine_was_measured(fit):
    report = explain(X, W)
    assert not report.machine_measured
    assert str(report).endswith(", not scaled to this machine, as polyconv tune --machine does")
    wisdom.record_machine(FIT)
    report = explain(X, W)
    assert report.to_dict()["machine_measured"] is True
    assert str(report).endswith(", scaled to this machine")


# Wisdom.


def test_unit_times_are_exported_imported_and_forgotten():
    wisdom.record(PROBLEM, {"naive": 1.0})
    wisdom.record_machine({"cycle": 3e-10, "new_unit": 1e-9})
    exported = json.loads(json.dumps(wisdom.export_wisdom()))
    (entry,) = exported["entries"]
    assert entry["unit_seconds"] == {"cycle": 3e-10, "new_unit": 1e-9}
    assert len(entry["problems"]) == 1
    assert wisdom.info()["machine"] is True
    assert wisdom.info()["problems"] == wisdom.info()["timings"] == 1
    wisdom.forget_wisdom()
    assert wisdom.recall_machine() == {}
    assert wisdom.info()["machine"] is False
    assert wisdom.import_wisdom(exported) == wisdom.Imported(taken=1, machines=1)
    assert wisdom.recall_machine() == {"cycle": 3e-10, "new_unit": 1e-9}
    assert wisdom.export_wisdom() == exported


def test_the_faster_of_two_measurements_stays():
    wisdom.record_machine({"cycle": 3e-10, "call": 1e-6})
    wisdom.record_machine({"cycle": 4e-10, "call": 9e-7, "copy_l1": 1e-11})
    assert wisdom.recall_machine() == {"cycle": 3e-10, "call": 9e-7, "copy_l1": 1e-11}


def test_documents_without_unit_times_are_as_they_were():
    exported = document()
    assert set(exported["entries"][0]) == {"machine", "versions", "problems"}
    assert wisdom.import_wisdom(exported) == wisdom.Imported(taken=1)
    assert wisdom.recall_machine() == {}
    # A machine without timings of problems has an empty list, because readers of this schema check
    # that there is one.
    wisdom.forget_wisdom()
    wisdom.record_machine({"cycle": 3e-10})
    (entry,) = wisdom.export_wisdom()["entries"]
    assert entry["problems"] == []


def test_scalars_of_numpy_are_unit_times(fit):
    wisdom.forget_wisdom()
    wisdom.record_machine({"cycle": np.float32(0.5), "call": np.float64(2e-6)})
    assert wisdom.recall_machine() == {"cycle": 0.5, "call": 2e-6}
    assert {type(time) for time in wisdom.recall_machine().values()} == {float}
    for wrong in (np.float32(0), np.float32(np.nan), np.bool_(True)):
        with pytest.raises(ValueError, match="unit_seconds of 'cycle'"):
            wisdom.record_machine({"cycle": wrong})


@pytest.mark.parametrize(("part", "name"), [("machine", "isa"), ("versions", "blas")])
def test_unit_times_of_another_machine_are_kept_and_never_used(fit, part, name):
    before = predictions()
    wisdom.record_machine({**FIT, "cycle": 1e-12})
    exported = wisdom.export_wisdom()
    wisdom.forget_wisdom()
    exported["entries"][0][part][name] = "another"
    assert wisdom.import_wisdom(exported) == wisdom.Imported(machines=1)
    assert wisdom.recall_machine() == {}
    assert wisdom.info()["elsewhere"] == 0
    assert predictions() == before
    assert wisdom.export_wisdom() == exported


def test_unit_times_for_all_users_are_used_without_own_ones(fit, tmp_path, monkeypatch):
    system = tmp_path / "system.json"
    wisdom.record_machine({**FIT, "cycle": 2e-9})
    wisdom.save(system)
    wisdom.forget_wisdom()
    monkeypatch.setenv("POLYCONV_WISDOM_SYSTEM", str(system))
    monkeypatch.setattr(wisdom, "_opened", False)
    assert wisdom.recall_machine()["cycle"] == 2e-9
    assert wisdom.export_wisdom()["entries"] == []
    wisdom.record_machine({"cycle": 3e-9})
    assert wisdom.recall_machine() == {"cycle": 3e-9}


@pytest.mark.parametrize(
    ("seconds", "reason"),
    [
        ({}, "has no unit_seconds"),
        ([1e-9], "has no unit_seconds"),
        ({"cycle": 0}, "has unit_seconds of 'cycle': 0"),
        ({"cycle": None}, "has unit_seconds of 'cycle': None"),
        ({"cycle": True}, "has unit_seconds of 'cycle': True"),
        ({"cycle": 1e300}, "allowed: 1e-15 to 1.0"),
        ({"cycle": 1e-300}, "allowed: 1e-15 to 1.0"),
        ({"cycle": math.nan}, "nan"),
        ({"fft": "fast"}, "'fast'"),
    ],
)
@pytest.mark.parametrize("schema", [1, 2])
def test_bad_unit_times_are_rejected_with_their_reason(seconds, reason, schema):
    exported = document() | {"schema": schema}
    exported["entries"][0]["unit_seconds"] = seconds
    taken = wisdom.import_wisdom(exported)
    assert (taken.taken, taken.machines, len(taken.rejected)) == (1, 0, 1)
    assert taken.rejected[0].startswith("entries[0] ")
    assert reason in taken.rejected[0]
    with pytest.raises(ValueError, match=r"^seconds="):
        wisdom.record_machine(seconds)


def test_schema_1_may_name_a_unit_as_a_former_backend():
    exported = document() | {"schema": 1}
    exported["entries"][0]["unit_seconds"] = {"fft": 1e-9}
    assert wisdom.import_wisdom(exported).machines == 1
    assert wisdom.recall_machine() == {"fft": 1e-9}


def test_unit_times_alone_make_no_call_look_for_timings(monkeypatch):
    wisdom.record_machine({"cycle": 3e-10})
    with monkeypatch.context() as patch:
        patch.setattr(sys.modules[Store.__module__], "key_of", None)
        assert wisdom.recall(PROBLEM) == {}
    wisdom.record(PROBLEM, {"naive": 1.0})
    assert wisdom.recall(PROBLEM) == {"naive": 1.0}


def test_the_model_hears_of_changes_before_the_generation_changes():
    heard = []
    store = Store(lambda units: heard.append((units, store.generation)))
    store.record_machine({"cycle": 2e-10})
    store.record(PROBLEM, {"naive": 1.0})
    store.record_machine({"cycle": 3e-10})  # slower
    assert heard == [({"cycle": 2e-10}, 0)]
    store.forget()
    assert heard[1:] == [({}, 3)]


# Measuring.


@pytest.mark.parametrize(
    ("caches", "physical", "wanted"),
    [
        # Zen 4, and Emerald Rapids.
        (
            Caches(32 << 10, 1 << 20, 32 << 20),
            64 << 30,
            {"l1": 16 << 10, "l2": 512 << 10, "l3": 4 << 20, "memory": 64 << 20},
        ),
        (
            Caches(48 << 10, 2 << 20, 260 << 20),
            64 << 30,
            {"l1": 24 << 10, "l2": 1 << 20, "l3": 8 << 20, "memory": 512 << 20},
        ),
        # No L3 (Apple: the L2 counts as it), and little memory.
        (
            Caches(64 << 10, 16 << 20, 16 << 20),
            64 << 30,
            {"l1": 32 << 10, "l2": 8 << 20, "memory": 32 << 20},
        ),
        (
            Caches(32 << 10, 1 << 20, 32 << 20),
            128 << 20,
            {"l1": 16 << 10, "l2": 512 << 10, "l3": 4 << 20},
        ),
    ],
)
def test_copies_stay_in_their_cache(caches, physical, wanted):
    sizes = _unit_times.memory_sizes(caches, physical)
    assert {
        name.removeprefix("copy_"): size for name, size in sizes.items() if "stream" not in name
    } == wanted
    assert sizes.get("stream_memory", 0) == wanted.get("memory", 0) // 2


def implausible(seconds):
    """Return the units whose times no machine has, as far as the test knows.

    From 0.1 to 10 GHz. No processor has more than four units for multiply-adds; those of 64-bit
    integers take 10 instructions where the processor has none. Calls take less than 1 ms.
    """
    found = [] if 1e-10 < seconds["cycle"] < 1e-8 else ["cycle"]
    for element in ("float32", "float64", "int64", "int32", "int16"):
        vector = _unit_loops.products_of(element) / 12
        cycles = seconds[f"add_{element}"] * vector / seconds["cycle"]
        if not 0.2 < cycles < 20:
            found.append(f"add_{element}")
    return found if seconds["call"] < 1e-3 else [*found, "call"]


def test_this_machine_is_measured(monkeypatch):
    # Small caches: 8 MB for copies in memory, not twice the L3.
    small = Caches(32 << 10, 512 << 10, 4 << 20)
    monkeypatch.setattr(_unit_times, "caches", lambda: small)
    reported = []

    def measured():
        return _unit_times.measure_units(0.02, lambda unit, done: reported.append((unit, done)))

    seconds = measured()
    for _ in range(20):
        if not implausible(seconds):
            break
        # Other programs make a unit slower, never faster.
        again = measured()
        seconds = {name: min(again.get(name, time), time) for name, time in seconds.items()}
    assert implausible(seconds) == []
    waits = {"hand_over", "wake_up"}
    assert [*seconds] == [name for name in NAMES if name not in waits or usable_cpus() > 1]
    assert _document.unit_fault(seconds) is None
    assert {unit for unit, _ in reported} >= set(NAMES) - waits
    assert all(0 <= done <= 1 for _, done in reported)


def test_memory_that_cannot_be_spared_is_not_measured(monkeypatch):
    allocate = np.ones

    def refuse(shape, dtype):
        if shape > 1 << 23:
            raise MemoryError
        return allocate(shape, dtype)

    monkeypatch.setattr(_unit_times, "caches", lambda: Caches(32 << 10, 512 << 10, 16 << 20))
    monkeypatch.setattr(np, "ones", refuse)
    assert [*_unit_times._copies()] == ["copy_l1", "copy_l2", "copy_l3"]


@pytest.mark.parametrize("size", [0, -256, 100, 1 << 12])
def test_loops_stay_within_their_memory(size):
    memory = np.zeros(1 << 12, np.uint8)
    with pytest.raises(ValueError, match="allowed"):
        _unit_loops.copy(memory, size, 1)
    with pytest.raises(ValueError, match="allowed"):
        _unit_loops.stream(memory, size)
    with pytest.raises(ValueError, match="allowed"):
        _unit_loops.stream(memory[::2], 256)


def test_loops_copy_and_store_what_is_asked():
    memory = np.random.default_rng(0).integers(1, 256, 8192, np.uint8)
    source = memory.copy()
    _unit_loops.copy(memory, 1024, 2)
    changed = np.flatnonzero(memory != source)
    start = -memory.ctypes.data % 64
    assert changed.min() >= start + 1024 + 2048
    np.testing.assert_array_equal(memory[start + 3072 : start + 4096], source[start : start + 1024])
    memory[:] = 7
    _unit_loops.stream(memory, 512)
    assert np.count_nonzero(memory == 0) == 512
    assert not memory[start : start + 512].any()
