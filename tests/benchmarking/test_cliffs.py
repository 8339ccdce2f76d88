"""The sweeps of ``benchmarks.cliffs``: their cases, and faults planted for them to find."""

import hashlib
import importlib.util
import json
import os
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import ClassVar

import numpy as np
import pytest

import polyconv

pytest.importorskip("rich")

ROOT = Path(__file__).parents[2]

# The names of all cases and the first elements of their arrays, hashed; in a new process.
IDENTITY = """
import hashlib
from benchmarks.cliffs.families import FAMILIES, cases
names = [f"{family}: {case}" for family in FAMILIES for case in cases(family)]
print(hashlib.sha256("\\n".join(names).encode()).hexdigest())
small = [case for family in FAMILIES for case in cases(family) if case.elements < 10_000]
print(hashlib.sha256(b"".join(a.tobytes() for case in small for a in case.arrays())).hexdigest())
"""

SUITE = (ROOT / "benchmarks" / "suite" / "bench_cliffs.py").read_text(encoding="utf-8")
# The families that the asv suite names.
FAMILY_NAMES = re.findall(r'^    "(\w+)",$', SUITE, re.MULTILINE)

CPU = max(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 0

LAYOUTS = ("C", "F", "transposed", "reversed", "stepped", "channels_inner", "big_endian")

each_family = pytest.mark.parametrize("family", FAMILY_NAMES)


@pytest.fixture(autouse=True)
def on_path(monkeypatch):
    monkeypatch.syspath_prepend(str(ROOT))


def room(name):
    return importlib.import_module(f"benchmarks.cliffs.{name}")


@pytest.fixture
def small():
    """A problem of some microseconds."""
    return room("cases").signal(500, 9, padding="same")


def compared(case):
    comparison = room("measuring").CaseComparison(case)
    comparison.run_alternatives()
    comparison.run_ours()
    return comparison


@pytest.fixture
def planted(monkeypatch):
    """Replace all alternatives by one, made by the function that is given."""

    def plant(make, name="planted"):
        table = room("alternatives").ALTERNATIVES
        for each in list(table):
            monkeypatch.delitem(table, each)
        monkeypatch.setitem(table, name, make)

    return plant


def test_asv_tracks_every_family():
    assert list(room("families").FAMILIES) == FAMILY_NAMES


@each_family
def test_every_family_yields_problems(family):
    cases = room("families").cases(family)
    assert len(cases) >= 6
    assert len({str(case) for case in cases}) == len(cases)
    for case in cases:
        options = {name: value for name, value in case.options.items() if name != "padding_mode"}
        assert 0 not in polyconv.output_shape(case.x_shape, case.w_shape, **options)
        assert case.elements < 120_000_000
    assert room("families").representative(family) in cases


@pytest.mark.slow
@each_family
def test_every_family_has_small_cases_and_alternatives_to_them(family):
    cases = room("families").cases(family)
    chosen = room("memory").smallest(family)
    assert sum(results for _, results in chosen) == 2
    for number, results in chosen:
        if results:
            task = room("task").CliffTask(cases[number])
            assert room("alternatives").calls_of(task), cases[number]


@pytest.mark.slow
def test_cases_are_the_same_in_every_process():
    def identity(seed):
        return subprocess.run(
            [sys.executable, "-c", IDENTITY],
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
            timeout=60,
        ).stdout

    first = identity("1")
    assert first == identity("2")
    names = [f"{f}: {case}" for f in FAMILY_NAMES for case in room("families").cases(f)]
    assert first.split()[0] == hashlib.sha256("\n".join(names).encode()).hexdigest()


def test_cases_are_named_by_all_that_distinguishes_them(small):
    changes = {
        "x_shape": (1, 1, 501),
        "w_shape": (1, 1, 8),
        "dtype": "float64",
        "w_dtype": "float64",
        "padding": "full",
        "stride": 2,
        "dilation": 2,
        "groups": 2,
        "padding_mode": "wrap",
        "layout": "stepped",
        "values": "nan",
        "weights": "mean",
        "call": "new_shape",
    }
    assert set(changes) == set(vars(small))
    names = [str(small), *(str(replace(small, **{n: v})) for n, v in changes.items())]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_layouts_change_memory_and_nothing_else(layout):
    assert room("cases").LAYOUTS == LAYOUTS
    case = replace(room("cases").image((6, 7), 3, channels=2, batch=3), layout=layout)
    x, _ = case.arrays()
    assert x.shape == case.x_shape
    assert x.flags.writeable
    assert x.flags.c_contiguous == (layout in ("C", "big_endian"))
    assert x.dtype.isnative == (layout != "big_endian")
    if layout == "transposed":
        assert x.strides == (336, 168, 4, 24)


@pytest.mark.parametrize("values", ["nan", "inf", "fill", "scattered_nan"])
def test_special_values_are_where_they_are_said_to_be(values):
    case = replace(room("cases").image(20, 3, channels=2), values=values)
    x, _ = case.arrays()
    special = ~np.isfinite(x) | (np.abs(x) > 1e10)
    if values == "scattered_nan":
        assert special.any()
    else:
        assert np.argwhere(special).tolist() == [list(case.special_element)]


# Spoils of a right result, by the dtype of the problem.
SPOILS = {
    "one element": lambda y: y + np.eye(1, y.size, 3, y.dtype.type).reshape(y.shape),
    "shape": lambda y: y[..., 1:],
    "dtype": lambda y: y.astype("float16"),
    "shift": lambda y: np.roll(y, 1, -1),
}


@pytest.mark.parametrize("dtype", ["float32", "complex64", "int16"])
@pytest.mark.parametrize("spoil", SPOILS)
def test_a_planted_wrong_alternative_is_an_error(small, planted, dtype, spoil):
    case = replace(small, dtype=dtype)
    right = room("task").CliffTask(case).ours()
    planted(lambda task: lambda: SPOILS[spoil](right))
    comparison = compared(case)
    assert set(comparison.wrong) == {"planted"}
    assert set(comparison.seconds) == {room("summary").OURS}
    planted(lambda task: lambda: right, "right")
    assert compared(case).wrong == {}


@pytest.mark.parametrize("values", ["nan", "inf", "fill"])
def test_special_values_in_the_wrong_place_are_an_error(small, planted, values):
    case = replace(small, values=values)
    right = room("task").CliffTask(case).ours()
    planted(lambda task: lambda: np.roll(right, 1, -1))
    assert set(compared(case).wrong) == {"planted"}


# Problems of which each alternative can compute some.
ODD = {
    "mixed": lambda c: c.signal(3000, 31, padding="same", w_dtype="float64"),
    "complex weights": lambda c: c.signal(300, 31, padding="same", w_dtype="complex64"),
    "complex input": lambda c: c.signal(300, 8, dtype="complex64", w_dtype="float64", padding=2),
    "integer input": lambda c: c.signal(300, 31, padding="same", dtype="uint8", w_dtype="float32"),
    "causal": lambda c: c.signal(200, 9, batch=3, padding="causal", dtype="float64"),
    "steps": lambda c: c.image(
        50, (4, 7), channels=2, filters=3, batch=2, padding="same", stride=(2, 3), dilation=(2, 1)
    ),
    "uneven": lambda c: c.image(30, 4, padding=((1, 0), (3, 2)), stride=2, dtype="int16"),
    "groups": lambda c: c.volume((5, 1, 9), 3, channels=2, filters=2, groups=2, padding="same"),
    "transposed": lambda c: c.image((9, 20), (3, 4), padding=1, layout="transposed"),
    "edge": lambda c: c.image((7, 1), 3, padding="full", padding_mode="edge", layout="F"),
    "reflect": lambda c: c.image(12, 5, channels=2, filters=2, padding=2, padding_mode="reflect"),
    "long kernel": lambda c: c.image((5, 8), (9, 3), padding="full"),
    "one axis": lambda c: c.image((1, 300), 3, padding="same"),
    "pixel": lambda c: c.image(1, 3, channels=40, filters=30, padding=1),
    "pointwise": lambda c: c.image(9, 1, channels=5, filters=6),
    "blocks": lambda c: c.image(40, 4, stride=4, weights="mean"),
    "integer blocks": lambda c: c.image(40, 4, stride=4, weights="mean", dtype="uint8"),
    "boolean": lambda c: c.image(20, 5, dtype="bool", padding="same"),
    "half": lambda c: c.image(20, 5, dtype="float16", padding="same"),
    "half input": lambda c: c.image(9, 5, dtype="float16", w_dtype="float32", padding="same"),
    "nan": lambda c: c.image(20, 5, channels=2, filters=3, padding="same", values="nan"),
    "inf": lambda c: c.signal(200, 31, padding="same", values="inf"),
    "fill": lambda c: c.signal(200, 31, padding="full", values="fill"),
    "transforms": lambda c: c.signal(20_000, 900, padding="same", dtype="float64"),
    "winograd": lambda c: c.image(28, 3, channels=64, filters=64, padding="same"),
}

each_odd = pytest.mark.parametrize("odd", ODD)


@each_odd
def test_alternatives_have_the_right_result(odd):
    comparison = compared(ODD[odd](room("cases")))
    assert comparison.wrong == {}
    assert len(comparison.seconds) > 1


def test_every_alternative_takes_part_somewhere():
    calls_of, task_room = room("alternatives").calls_of, room("task")
    tasks = [task_room.CliffTask(make(room("cases"))) for make in ODD.values()]
    taking_part = {name for task in tasks for name in calls_of(task)}
    missing = set(room("alternatives").ALTERNATIVES) - taking_part
    assert missing <= {"torch"} if importlib.util.find_spec("torch") is None else not missing


def test_a_fill_value_forgives_errors_where_it_is_met_alone(small, planted):
    case = replace(small, values="fill")
    spoilt = room("task").CliffTask(case).ours()
    spoilt[0, 0, 3] += 1
    planted(lambda task: lambda: spoilt)
    assert set(compared(case).wrong) == {"planted"}


def test_an_alternative_that_raises_is_an_error(small, planted):
    def fail():
        raise RuntimeError("planted")

    planted(lambda task: fail)
    assert compared(small).wrong == {"planted": "RuntimeError: planted"}


def test_a_planted_slow_call_is_found_as_the_worst(small, planted, monkeypatch):
    task_room, summary_room = room("task"), room("summary")
    ours, slow = task_room.CliffTask.ours, replace(small, dtype="float64")
    planted(lambda task: lambda: ours(task))

    def call(task):
        for _ in range(200 if task.case == slow else 1):
            y = ours(task)
        return y

    monkeypatch.setattr(task_room.CliffTask, "ours", call)
    family = summary_room.FamilySummary("planted")
    for case in (small, slow, replace(small, padding="full")):
        comparison = compared(case)
        comparison.time(0.02)
        seconds = dict(comparison.seconds)
        mine = seconds.pop(room("summary").OURS)
        family.cases.append(summary_room.CaseSummary(str(case), mine, alternatives=seconds))
    assert family.worst.case == str(slow)
    assert family.lost == [family.cases[1]]


def test_new_shapes_are_new_in_every_call(monkeypatch):
    case = replace(room("cases").image(9, 3, padding="same"), call="new_shape")
    table, seen = room("alternatives").ALTERNATIVES, []
    for name, make in list(table.items()):

        def noted(task, make=make, name=name):
            call = make(task)
            return None if call is None else lambda: (seen.append((name, task.x.shape)), call())[1]

        monkeypatch.setitem(table, name, noted)
    ours = room("task").CliffTask.ours
    monkeypatch.setattr(
        room("task").CliffTask,
        "ours",
        lambda task: (seen.append(("ours", task.x.shape)), ours(task))[1],
    )
    comparison = room("measuring").CaseComparison(case)
    comparison.run_alternatives()
    comparison.run_ours()
    first = len(seen)
    comparison.time(0.05)
    assert {shape for _, shape in seen[:first]} == {case.x_shape}
    assert len(seen) >= first + len(comparison.seconds)
    assert len(set(seen[first:])) == len(seen[first:])
    rounds = [shape for name, shape in seen[first:] if name == "ours"]
    assert case.x_shape not in rounds
    # All alternatives of a round have its shape: sizes that grow would favour the first one.
    each = len(comparison.seconds)
    assert [shape for _, shape in seen[first:]] == [shape for shape in rounds for _ in range(each)]
    # Ours comes first, before others make what it would share with them.
    assert {name for name, _ in seen[first::each]} == {"ours"}


@pytest.mark.slow
def test_memory_beyond_what_is_published_is_found(small, monkeypatch):
    memory = room("memory")
    task = room("task").CliffTask(small)
    task.ours()
    assert memory.excess(task, memory.peak_of(task.ours)) is None

    def hungry():
        hidden = np.ones(1 << 22)
        return task.ours() + 0 * hidden[0]

    assert "traced" in memory.excess(task, memory.peak_of(hungry))
    hoard = []

    def hoarding():
        hoard.append(np.ones(1 << 16))
        return task.ours()

    assert "kept" in memory.excess(task, memory.peak_of(hoarding))
    untraced = memory.Peak(0, 1 << 28, 0)
    assert "resident" in memory.excess(task, untraced)


def test_figures_of_a_family():
    summary_room = room("summary")
    case = summary_room.CaseSummary(
        "a", 2.0, alternatives={"scipy": 6.0, "polyconv x": 1.0}, libraries={"scipy": 6.0}
    )
    assert (case.best, case.ratio, case.library_ratio) == ("polyconv x", 0.5, 3.0)
    failed = summary_room.CaseSummary("b", alternatives={"scipy": 1.0}, failure="no reply")
    alone = summary_room.CaseSummary("c", 1.0)
    family = summary_room.FamilySummary("f", [alone, case, failed])
    assert alone.ratio is None
    assert failed.ratio == 0
    assert family.worst is failed
    assert family.lost == [failed, case]
    assert summary_room.geometric_mean([4.0, None, 1.0, 0.0]) == pytest.approx(2)
    assert summary_room.geometric_mean([None]) is None


class PlantedRunner:
    """A runner that reports equal times for all cases but a slow one and, if asked, a wrong one."""

    wrong: ClassVar[dict[str, str]] = {}
    spent = 0.0

    def __init__(self, cpu, limit):
        pass

    def facts(self):
        machine = {"cpu": "planted", "isa": "base"}
        return {"machine": machine, "versions": {"polyconv": "0"}, "python": "3"}

    def run(self, family, number, seconds):
        ours = 1e-3 * (50 if number == 4 else 1)
        others = {"numpy planted": 2e-3, "polyconv planted": 1e-3}
        summary = room("summary").CaseSummary(f"case {number}", ours, "direct", others)
        summary.libraries = {"numpy planted": 2e-3}
        summary.wrong = self.wrong if number == 1 else {}
        return summary

    def check(self, family, number, results):
        return {"memory": "1 GiB" if self.wrong else None, "wrong": {}}

    def start_family(self):
        pass

    stop = start_family


def test_the_report_names_the_worst_case_and_what_beats_it(monkeypatch, capsys):
    command = room("command")
    monkeypatch.setattr(command, "CliffRunner", PlantedRunner)
    assert command.main(["--family", "layouts"]) == 0
    printed = capsys.readouterr().out
    for text in ("planted, base", "case 4: 50 ms", "polyconv planted 1 ms", "0.02", "1 below"):
        assert text in printed
    assert command.main(["--family", "layouts", "--check"]) == 0
    assert "0 faults" in capsys.readouterr().out


def test_a_wrong_result_and_too_much_memory_fail_the_command(monkeypatch, capsys):
    command = room("command")
    monkeypatch.setattr(command, "CliffRunner", PlantedRunner)
    monkeypatch.setattr(PlantedRunner, "wrong", {"numpy planted": "3 integers differ"})
    assert command.main(["--family", "layouts"]) == 1
    assert "numpy planted is wrong: 3 integers differ" in capsys.readouterr().out
    assert command.main(["--family", "layouts", "--check"]) == 1
    assert "1 GiB" in capsys.readouterr().out


@pytest.mark.slow
def test_a_run_from_the_command_line(tmp_path):
    file = tmp_path / "cliffs.json"
    arguments = ("--family", "single_pix*", "--budget", "0.5", "--json", str(file))
    done = run_cliffs(*arguments)
    assert done.returncode == 0, done.stdout + done.stderr
    content = json.loads(file.read_text())
    assert content["machine"]["isa"]
    assert {"polyconv", "numpy", "scipy", "torch"} == set(content["versions"])
    (family,) = content["families"]
    assert family["name"] == "single_pixels"
    assert len(family["cases"]) + family["skipped"] == len(room("families").cases("single_pixels"))
    assert family["cases"][0]["seconds"] > 0
    assert family["cases"][0]["wrong"] == {}
    assert "worst case" in done.stdout


@pytest.mark.slow
def test_first_calls_are_timed_in_processes_of_their_own(monkeypatch):
    monkeypatch.setattr(room("runner"), "_FIRST_CALLS", 2)
    runner = room("runner").CliffRunner(CPU, 60)
    try:
        summary = runner.run("first_calls", 0, 0.1)
    finally:
        runner.stop()
    assert summary.failure is None
    assert summary.ratio > 0
    assert "numpy convolve" in summary.libraries


@pytest.mark.slow
def test_a_call_that_does_not_end_is_given_up():
    runner = room("runner").CliffRunner(CPU, 0.01)
    try:
        summary = runner.run("single_pixels", 0, 0.1)
    finally:
        runner.stop()
    assert "no reply" in summary.failure


@pytest.mark.parametrize(
    "arguments",
    [("--family", "nothing"), ("--budget", "0"), ("--budget", "soon"), ("--limit", "-1")],
)
def test_what_cannot_be_asked_is_refused_by_name(arguments, capsys):
    with pytest.raises(SystemExit) as ended:
        room("command").main(arguments)
    assert ended.value.code == 2
    printed = capsys.readouterr().err
    assert arguments[0] in printed
    assert arguments[1] in printed


def run_cliffs(*arguments):
    return subprocess.run(
        [sys.executable, "-m", "benchmarks.cliffs", *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )


def test_importing_the_command_does_nothing():
    code = "import sys, benchmarks.cliffs; assert not {'polyconv', 'rich'} & set(sys.modules)"
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True, timeout=60)
