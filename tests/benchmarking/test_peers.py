"""The comparison with other libraries: its workloads, its arithmetic, and one small match."""

import importlib
import json
import math
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

import polyconv
from polyconv.workloads import PEERS, by_name

pytest.importorskip("rich")

BENCHMARKS = Path(__file__).parents[2] / "benchmarks"

ROWS = [row for rows in PEERS.values() for row in rows]


@pytest.fixture
def room(monkeypatch):
    """Import a module of ``benchmarks/rivals``, where only the command finds them."""
    monkeypatch.syspath_prepend(str(BENCHMARKS))
    return lambda name: importlib.import_module(f"rivals.{name}")


def test_names_in_classes_are_unique_and_lead_to_their_rows():
    assert len({row.name for row in ROWS}) == len(ROWS)
    for row in ROWS:
        assert by_name(row.name) is row


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
def test_rows_are_problems_whose_operations_are_counted(row):
    report = polyconv.explain(row.x_shape, row.w_shape, **row.options)
    assert any(candidate.reason is None for candidate in report.candidates)
    assert row.flops > 0


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
def test_paddings_are_spelt_out_as_polyconv_means_them(room, row, monkeypatch):
    task_room = room("task")
    # The arrays of some rows are large, and do not matter here.
    monkeypatch.setattr(task_room, "by_name", lambda name: row)
    monkeypatch.setattr(
        type(row), "arrays", lambda self: (np.empty((0,), self.dtype), np.empty((0,), self.dtype))
    )
    task = task_room.Task(row.name)
    geometry = {"stride": row.stride, "dilation": row.dilation, "groups": row.groups}
    geometry["data_format"] = row.data_format
    assert polyconv.output_shape(
        row.x_shape, row.w_shape, padding=task.pads, **geometry
    ) == polyconv.output_shape(row.x_shape, row.w_shape, padding=row.padding, **geometry)


@pytest.mark.parametrize("name", ["tiny/image", "tiny/volume", "tiny/signal"])
@pytest.mark.parametrize("dtype", ["float32", "float64", "complex64", "int32"])
def test_wrong_results_are_found(room, monkeypatch, name, dtype):
    task_room = room("task")
    row = replace(by_name(name), dtype=dtype, result_dtype=dtype)
    monkeypatch.setattr(task_room, "by_name", lambda name: row)
    task = task_room.Task(row.name)
    assert task.x.ctypes.data % 64 == 0
    y = polyconv.conv(task.x, task.w, **row.options)
    assert task_room.same_result(task, y, y) == (0, None)
    # Rounding is forgiven, to floats; a term left out, NaN and another shape or dtype are not.
    if y.dtype.kind in "fc":
        rounded = y + 10 * np.finfo(y.dtype).eps * np.abs(task.x).max()
        assert task_room.same_result(task, rounded.astype(y.dtype), y)[1] is None
    spoilt = [y.copy() for _ in range(2)]
    spoilt[0].flat[-1] += 1
    spoilt[1].flat[0] = np.nan if y.dtype.kind in "fc" else 99
    for wrong in (*spoilt, y[..., :-1], np.zeros(y.shape, "bool")):
        assert task_room.same_result(task, wrong, y)[1] is not None


def test_ratios_are_to_the_fastest_rival_that_delivers(room):
    outcome_room = room("outcome")

    def entry(library, variant, best, **changes):
        rounds = [{"best": best, "median": 2 * best, "runs": 3}]
        return outcome_room.Entry(library, variant, rounds=rounds, **changes)

    outcome = outcome_room.Outcome("grouped", by_name("tiny/image"))
    outcome.entries += [
        entry("polyconv", "auto", 2.0, note="fft"),
        entry("polyconv", "call", 1.5),
        entry("polyconv", "direct", 1.0),
        entry("polyconv", "fft", 2.0),
        entry("torch", "contiguous", 6.0),
        entry("torch", "packed", 5.0),
        entry("torch", "native", 0.5, delivers=False),
        entry("jax", "constant", 0.1, wrong="error 1"),
        outcome_room.Entry("opencv", "filter2D", reason="one channel only"),
    ]
    assert outcome.rival.variant == "packed"
    assert outcome.backend.variant == "direct"
    assert outcome.auto_ratio == 2.5
    assert outcome.backend_ratio == 5.0
    assert outcome.reached is True
    assert outcome.of("torch", delivers=False).best == 0.5
    assert outcome.of("opencv") is None
    assert [wrong.library for wrong in outcome.disagreements] == ["jax"]
    assert outcome_room.geometric_mean([1.0, None, 4.0]) == pytest.approx(2)
    assert outcome_room.geometric_mean([None]) is None


def test_the_roof_is_the_lower_of_peak_and_traffic(room):
    outcome_room = room("outcome")
    machine = outcome_room.Machine(
        {"float32": 1e12, "float64": 5e11}, {1 << 20: 4e9, 1 << 30: 1e9}, 1
    )
    dense = outcome_room.Outcome("dense", by_name("vgg16/conv4_2"))
    assert machine.roofline(dense) < 1e12
    dense.saw_peak({"float32": 1e9})
    dense.saw_peak({"float32": 3e9})
    assert machine.roofline(dense) == 3e9
    row = by_name("tiny/pointwise")
    moved = 4 * (math.prod(row.x_shape) + math.prod(row.w_shape) + 8 * 4 * 4)
    tiny = outcome_room.Outcome("tiny", row)
    assert machine.roofline(tiny) == pytest.approx(row.flops / moved * 4e9)
    assert machine.roofline(outcome_room.Outcome("integer", replace(row, dtype="int8"))) is None


def test_every_target_is_of_a_class(room):
    assert set(room("outcome").TARGETS) <= set(PEERS)


def test_no_library_inherits_what_cripples_it(room, monkeypatch):
    monkeypatch.setenv("OPENBLAS_CORETYPE", "Prescott")
    monkeypatch.setenv("OMP_NUM_THREADS", "7")
    monkeypatch.setenv("KMP_BLOCKTIME", "7")
    environment = room("players").environment(2)
    assert "OPENBLAS_CORETYPE" not in environment
    assert "KMP_BLOCKTIME" not in environment
    assert environment["OMP_NUM_THREADS"] == environment["OPENBLAS_NUM_THREADS"] == "2"


@pytest.mark.slow
def test_a_match_from_the_command_line(tmp_path):
    files = {kind: tmp_path / f"peers.{kind}" for kind in ("json", "md")}
    told = subprocess.run(
        [
            *(sys.executable, str(BENCHMARKS / "peers.py"), "--rounds", "2", "--seconds", "0.001"),
            *("--workload", "tiny/signal", "--workload", "tiny/rgb"),
            *("--json", str(files["json"]), "--markdown", str(files["md"])),
        ],
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
        env={**os.environ, "COLUMNS": "200"},
    )
    assert told.returncode == 0, told.stderr
    content = json.loads(files["json"].read_text())
    assert [row["name"] for row in content["workloads"]] == ["tiny/signal", "tiny/rgb"]
    for row in content["workloads"]:
        entries = {(e["library"], e["variant"]): e for e in row["entries"]}
        assert len(entries["polyconv", "auto"]["rounds"]) == 2
        assert all(e["wrong"] is None for e in row["entries"])
    signal = {(e["library"], e["variant"]) for e in content["workloads"][0]["entries"]}
    assert ("scipy", "ndimage") in signal
    assert content["machine"]["isa"]
    assert str(tmp_path) not in files["json"].read_text()
    for name in ("tiny/signal", "tiny/rgb"):
        assert name in told.stdout
        assert name in files["md"].read_text()


@pytest.mark.slow
@pytest.mark.parametrize(
    "arguments", [["--workers", "0"], ["--classes", "nothing"], ["--workload", "no/thing"]]
)
def test_what_cannot_be_asked_is_refused_by_name(arguments):
    told = subprocess.run(
        [sys.executable, str(BENCHMARKS / "peers.py"), *arguments],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert told.returncode == 2
    assert arguments[1] in told.stderr


def test_importing_the_command_does_nothing():
    code = "import sys, peers; assert 'polyconv' not in sys.modules and 'rich' not in sys.modules"
    subprocess.run([sys.executable, "-c", code], cwd=BENCHMARKS, check=True, timeout=60)
