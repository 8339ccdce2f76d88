"""The study of the gate's power, and the count of instructions: their arithmetic, untimed."""

import importlib
import json
import shutil
import subprocess
import sys
from itertools import islice
from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("rich")

ROOT = Path(__file__).parents[2]


@pytest.fixture
def room(monkeypatch):
    """Import a module of ``benchmarks``."""
    monkeypatch.syspath_prepend(str(ROOT))
    return lambda name: importlib.import_module(f"benchmarks.{name}")


def record(planted, workload, slower, tool="gate", **more):
    return {
        "tool": tool,
        "planted": planted,
        "workload": workload,
        "status": int(bool(slower)),
        "slower": slower,
        "seconds": 1.0,
        "more": more,
    }


def test_rates_have_the_exact_interval(room):
    rate = room("power.report").rate
    # The upper end of the interval for 0 in n solves (1 - p)^n = 0.025.
    assert rate(0, 100) == f"0/100 = 0.0% (0.0% to {100 * (1 - 0.025 ** (1 / 100)):.1f}%)"
    assert rate(10, 10).startswith("10/10 = 100.0% (69.")


def test_a_continued_study_goes_on_where_it_stopped(room):
    app = room("power.command")
    whole = list(islice(app._due([], ["gate"]), 72))
    assert [run[1] for run in whole] == list(range(72))
    done = [record(*run[2:], []) for run in whole[:25]]
    assert list(islice(app._due(done, ["gate"]), 47)) == whole[25:]
    planted = {(share, where) for _, _, share, where in whole if share}
    assert len(planted) == 4 * len({where for _, where in planted}) == 32
    assert sum(share == 0 for _, _, share, _ in whole) == 16


def test_tools_take_turns(room):
    runs = list(islice(room("power.command")._due([], ["gate", "asv"]), 6))
    assert [run[0] for run in runs] == ["gate", "asv"] * 3
    assert runs[0][1:] == runs[1][1:]


def test_the_report_counts_found_missed_and_wrongly_named(room, capsys):
    records = [
        record(0.0, None, []),
        record(0.0, None, ["a"]),
        record(0.05, "a", ["a"]),
        record(0.05, "a", ["b"]),
        record(0.05, "a", []),
        record(0.05, "a", ["a", "b"]),
    ]
    room("power.report").show(records, replays=False)
    lines = capsys.readouterr().out.splitlines()
    (nothing,) = [line for line in lines if " 0% " in line]
    (five,) = [line for line in lines if " 5% " in line]
    assert "1/2 = 50.0%" in nothing
    assert five.count("2/4 = 50.0%") == 2


def test_noise_is_what_was_recorded_without_a_planting(room):
    times = {"a": [[1.0, 1.0], [1.0, 2.0]], "b": [[1.0], [3.0]]}
    noise = room("power.report").recorded_noise(
        [record(0.0, None, [], times=times), record(0.05, "b", [], times=times)]
    )
    assert noise.keys() == {"a", "b"}
    np.testing.assert_allclose(noise["a"], [0, np.log(2)] * 2)
    np.testing.assert_allclose(noise["b"], [np.log(3)])


def test_replays_find_what_is_planted(room):
    random = np.random.default_rng(0)
    noise = {name: random.normal(0, 0.01, 500) for name in "abc"}
    replay = room("power.report").replay
    outcomes, rounds = replay(noise, {"b": 0.1}, random)
    assert outcomes == {"a": "same", "b": "slower", "c": "same"}
    assert rounds >= 10  # the first look at three workloads


@pytest.mark.parametrize(("plant", "turns"), [("", 0), ("tiny/image auto=50", 50)])
def test_a_planting_is_a_loop_of_the_length_asked_for(room, monkeypatch, plant, turns):
    monkeypatch.setenv("POLYCONV_PLANT", plant)
    planted = importlib.reload(room("power.planted_bench"))
    assert list(planted.BENCHES) == list(planted.selection.QUICK)
    slow = planted.BENCHES["tiny/image auto"]()
    spun = []
    monkeypatch.setattr(planted, "_spin", spun.append)
    slow()
    assert spun == [range(turns)]


@pytest.mark.parametrize("share", [0.03, 0.2])
def test_a_planting_is_as_long_as_the_share_asked_for(room, monkeypatch, share):
    planted = room("power.planted_bench")
    clock = [0.0]

    def advance(seconds):
        clock[0] += seconds

    monkeypatch.setattr("time.perf_counter", lambda: clock[0])
    # A clock on which the first part of a loop costs nothing, as on a processor that overlaps.
    monkeypatch.setattr(planted, "_spin", lambda turns: advance(1e-8 * max(0, len(turns) - 20)))
    turns = planted.iterations_for(lambda: advance(1e-4), share)
    assert 1e-8 * (turns - 20) == pytest.approx(share * 1e-4, rel=0.02)


PROFILE = """\
events: Ir
ob=(1) /lib/ld.so
fn=(1) start
10 1000
ob=(2) /site-packages/polyconv/backends/_direct.so
fn=(2) kernel
20 30
+1 4
calls=1 50
22 999999
* 6
cob=(3) /lib/libm.so
cfn=(3) sqrt
calls=2 60
23 888888
ob=(3)
40 7000
ob=(2)
-1 60
totals: 1
"""


def test_only_own_instructions_count(room):
    assert room("instructions").own_instructions(PROFILE) == 30 + 4 + 6 + 60


def test_counts_of_nothing_are_an_error(room, monkeypatch, capsys):
    instructions = room("instructions")
    monkeypatch.setattr(instructions, "_compiler", lambda: "cc 1")
    monkeypatch.setattr(instructions, "_counts", lambda: {"a": 1000, "b": 0})
    monkeypatch.setattr(instructions.shutil, "which", lambda name: name)
    assert instructions.main([]) == 1
    assert "editable" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("compiler", "counts", "status"),
    [
        ("cc 1", {"a": 1009, "b": 500}, 0),
        ("cc 1", {"a": 1000, "new": 9}, 0),
        ("cc 1", {"a": 1011, "b": 1000}, 1),
        ("cc 2", {"a": 9999}, 2),
    ],
)
def test_more_instructions_are_reported(room, capsys, compiler, counts, status):
    old = {"compiler": "cc 1", "counts": {"a": 1000, "b": 1000}}
    assert room("instructions").compare(old, {"compiler": compiler, "counts": counts}) == status
    assert ("MORE" in capsys.readouterr().out) == (status == 1)


def test_the_committed_counts_are_of_what_is_counted(room):
    instructions = room("instructions")
    committed = json.loads((ROOT / "benchmarks" / "instructions.json").read_text())
    assert committed["compiler"]
    assert list(committed["counts"]) == [" ".join(pair) for pair in instructions._COUNTED]
    assert all(count > 0 for count in committed["counts"].values())


def test_without_valgrind_nothing_is_compared(room, monkeypatch, capsys):
    monkeypatch.setattr(shutil, "which", lambda name: None)
    assert room("instructions").main([]) == 2
    assert "valgrind" in capsys.readouterr().err


@pytest.mark.slow
def test_the_commands_say_what_they_take():
    for command in ("power", "instructions", "cost_model", "cost_model fit", "cost_model regret"):
        done = subprocess.run(
            [sys.executable, "-m", *f"benchmarks.{command} --help".split()],
            cwd=ROOT,
            capture_output=True,
            check=True,
        )
        assert f"python -m benchmarks.{command}".encode() in done.stdout


def test_an_unknown_command_of_the_cost_model_is_named():
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.cost_model", "guess"],
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 2
    assert b"'guess'; allowed: carry, fit, limits, measure, regret" in done.stderr
