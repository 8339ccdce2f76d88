"""The commands `explain`, `tune` and `wisdom`."""

import json
import os
import re
import signal
import subprocess
import sys
import time

import numpy as np
import pytest
from typer.testing import CliRunner

from polyconv import _model, choose, explain, wisdom
from polyconv._machine import isa_level
from polyconv._registry import adapter_names
from polyconv._units import UNITS
from polyconv.cli import _tune_machine
from polyconv.cli._app import app
from polyconv.cli._durations import seconds
from polyconv.cli._problems import listed_in, problem_of
from polyconv.workloads import by_name, workloads

COMMAND = [sys.executable, "-c", "from polyconv.cli import main; main()"]


@pytest.fixture
def path(tmp_path):
    return tmp_path / "wisdom.json"


# explain


def test_explain_a_workload(invoke):
    result = invoke("explain", "resnet50/conv2_3x3")
    assert result.exit_code == 0, result.output
    row = by_name("resnet50/conv2_3x3")
    assert result.stdout == f"{explain(*row.arrays(), **row.options)}\n"


def test_explain_a_suite(invoke):
    result = invoke("explain", "tiny", "--json")
    assert len(json.loads(result.stdout)) == len(workloads("tiny"))


def test_explain_shapes_and_options(invoke):
    result = invoke(
        *("explain", "--x", "2x3x20x21", "--w", "4x3x3x2", "--stride", "2x1", "--dilation", "2"),
        *("--padding", "0:1x2:0", "--padding-mode", "reflect", "--dtype", "float64"),
        *("--rtol", "0", "--workers", "1", "--json"),
    )
    assert result.exit_code == 0, result.output
    expected = explain(
        np.ones((2, 3, 20, 21)),
        np.ones((4, 3, 3, 2)),
        stride=(2, 1),
        dilation=2,
        padding=((0, 1), (2, 0)),
        padding_mode="reflect",
        rtol=0,
        workers=1,
    )
    assert json.loads(result.stdout) == json.loads(json.dumps(expected.to_dict()))


@pytest.mark.parametrize("shape", ["1,64,20,20", "(1, 64, 20, 20)", "[1,64,20,20]", "1x64x20x20"])
def test_explain_reads_shapes_as_libraries_print_them(invoke, shape):
    arguments = ("--w", "8,64,3,3", "--padding", "1,2", "--stride", "2,1")
    result = invoke("explain", "--x", shape, *arguments)
    assert result.exit_code == 0, result.output
    assert result.stdout.startswith("x (1x64x20x20) w (8x64x3x3) stride 2x1 padding 1x2 float32\n")


def test_explain_takes_shapes_as_arguments(invoke):
    result = invoke("explain", "1,64,20,20", "8x64x3x3", "--padding", "1")
    assert result.exit_code == 0, result.output
    assert result.stdout.startswith("x (1x64x20x20) w (8x64x3x3) padding 1x1 float32\n")
    options = ("explain", "--x", "1x3x60x51", "--kernel", "sobel")
    assert invoke("explain", "1x3x60x51", "--kernel", "sobel").stdout == invoke(*options).stdout


def test_explain_tests_named_filters_for_a_structure(invoke):
    result = invoke("explain", "--x", "1x3x600x512", "--kernel", "gaussian:15", "--json")
    assert result.exit_code == 0, result.output
    report = json.loads(result.stdout)
    assert report["structure"] == "separable"
    assert report["problem"].startswith("x (1x3x600x512) w (3x1x15x15) groups 3")
    row = json.loads(invoke("explain", "image/gaussian_15", "--json").stdout)
    assert row["structure"] == "separable"
    box = json.loads(invoke("explain", "separable/box_31_1mpx", "--json").stdout)
    assert box["structure"] == "box"


def test_explain_knows_wisdom_that_it_is_given(invoke, path):
    assert invoke("tune", "tiny/image", "--budget", "0.01", "--wisdom", path).exit_code == 0
    wisdom.forget_wisdom()
    assert "(model, " in invoke("explain", "tiny/image").stdout
    assert "(wisdom, " in invoke("explain", "tiny/image", "--wisdom", path).stdout


def test_explain_a_named_backend(invoke):
    assert "choice: im2col (forced): named by the caller" in invoke(
        "explain", "tiny/image", "--backend", "im2col"
    ).stdout.replace("\n", " ")


@pytest.mark.parametrize(
    ("arguments", "text"),
    [
        (["nothing"], "'nothing' is neither a suite nor a workload; allowed: resnet50"),
        (["nothing"], "or the shapes of x and w, such as 1x64x56x56 64x64x3x3"),
        (["tiny/image", "tiny/rgb"], "'tiny/image tiny/rgb' is not one problem; allowed: a "),
        (["1x1x9", "1x1x3", "2x1x3"], "'1x1x9 1x1x3 2x1x3' is not one problem"),
        (["1x1x9", "--w", "1x1x3", "--x", "1x1x8"], "--x '1x1x8' is given twice: '1x1x9', too"),
        (["1x3x9x9"], "'w' is missing"),
        ([], "the problem is missing; allowed: a workload, or the shapes of x and w, such as 1x"),
        (["--w", "1x3x9"], "'x' is missing"),
        (["--x", "1x3x9"], "'w' is missing"),
        (["tiny/image", "--stride", "2"], "has its own shapes and options"),
        (["tiny/image", "--kernel", "sobel"], "has its own shapes and options"),
        (["--x", "1x3x9x9", "--kernel", "blur"], "'blur' is unknown; allowed: gaussian:N"),
        (["--x", "1x3x9x9", "--kernel", "sobel", "--groups", "3"], "allowed: no --groups"),
        (
            ["--x", "1x3x9", "--kernel", "sobel"],
            "is not an image; allowed with --kernel: 1x3x600x512",
        ),
        (["--kernel", "sobel"], "--x is missing: the shape of the image"),
        (["--x", "1x3x9", "--w", "2x4x3"], "x has 3 channels"),
        (["--x", "1xthree", "--w", "2x4x3"], "x 'three' is not a number"),
        (["--x", "1x1x9", "--w", "1x1x3", "--padding", "sideways"], "padding='sideways'; allowed"),
        (["--x", "1x1x9", "--w", "1x1x3", "--padding", "1:2:3"], "allowed: (lo, hi)"),
        (["--x", "1x1x9", "--w", "1x1x3", "--dtype", "float7"], "dtype 'float7' is unknown"),
        (["--x", "1x1x9", "--w", "1x1x3", "--workers", "0"], "workers=0"),
        (["tiny/image", "--backend", "fast"], "backend='fast'; allowed: 'auto'"),
        (["tiny/image", "--also", "direct"], "also=['direct'] has 'direct'; allowed"),
        (["tiny/image", "--wisdom", "nowhere.json"], "nowhere.json"),
        (
            ["--x", "1x1x9", "--w", "1x1x3", "--dtype", "int32", "--backend", "fft"],
            "fft: dtypes int32 and int32 allow magnitudes times 2-norms of 8.0e+18",
        ),
    ],
)
def test_explain_refuses_in_one_line(invoke, arguments, text):
    result = invoke("explain", *arguments)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert result.stderr.startswith("polyconv explain: ")
    assert result.stderr.count("\n") == 1
    assert text in result.stderr


# tune


@pytest.mark.parametrize(
    ("text", "wanted"), [("0.5", 0.5), (".5", 0.5), ("10s", 10), ("10m", 600), ("1h", 3600)]
)
def test_durations(text, wanted):
    assert seconds("--budget", text) == wanted


@pytest.mark.slow
def test_tune_measures_named_filters_as_they_are(invoke, path):
    name = "separable/gaussian_5_256"
    result = invoke("tune", name, "--budget", "0.02s", "--wisdom", path)
    assert result.exit_code == 0, result.output
    x, w = by_name(name).arrays()
    assert choose(x, w, **by_name(name).options, prepared=True).source == "wisdom"
    again = invoke("tune", name, "--wisdom", path)
    assert "1 known before" in again.stdout


def test_tune_a_suite_and_a_workload_once(invoke, path):
    result = invoke("tune", "tiny", "tiny/image", "--budget", "0.01", "--wisdom", path)
    assert result.exit_code == 0, result.output
    rows = workloads("tiny")
    for row in rows:
        assert len(re.findall(rf"^{row.name} ", result.stdout, re.M)) == 1
        assert choose(*row.arrays(), **row.options).source == "wisdom"
    assert f"Measured:  {len(rows)} problems" in result.stdout
    assert "; 0 known before, 0 skipped" in result.stdout
    wisdom.forget_wisdom()
    assert wisdom.load(path).taken == len(rows)

    wisdom.forget_wisdom()
    again = invoke("tune", "tiny", "--budget", "0.01", "--wisdom", path)
    assert f"Measured:  0 problems in 0.0 s; {len(rows)} known before" in again.stdout
    anew = invoke("tune", "tiny", "--budget", "0.01", "--wisdom", path, "--again")
    assert f"Measured:  {len(rows)} problems" in anew.stdout


def test_tune_tells_what_changed_and_what_it_gained(invoke, path, monkeypatch):
    # A model that predicts the reference to be the fastest.
    for module in ("polyconv._select", "polyconv._find"):
        monkeypatch.setattr(
            f"{module}.predict",
            lambda backend, problem, *cost, prepared=True: 0.5 if backend.name == "naive" else 1.0,
        )
    result = invoke("tune", "tiny/image", "--budget", "0.05", "--wisdom", path)
    assert re.search(r"^tiny/image +naive +\w+ +\S+ us +[\d.]+x", result.stdout, re.M)
    assert re.search(r"Changed:   1 choice, [\d.]+x as fast as before", result.stdout)


def test_tune_writes_where_the_environment_says(invoke, path, monkeypatch):
    monkeypatch.setenv("POLYCONV_WISDOM", str(path))
    result = CliRunner().invoke(app, ["tune", "tiny/image", "--budget", "0.01"])
    assert result.exit_code == 0, result.output
    assert str(path) in result.stdout
    assert len(json.loads(path.read_text())["entries"][0]["problems"]) == 1


def test_tune_with_a_number_of_workers(invoke, path):
    assert invoke("tune", "tiny/image", "--budget", "0.01", "--wisdom", path, "--workers", 3)
    row = by_name("tiny/image")
    assert wisdom.recall(problem_of(row, 3))
    assert not wisdom.recall(problem_of(row, 1))


def test_tune_measures_adapters_that_are_asked_for(invoke, path):
    if not adapter_names():
        pytest.skip("no library is installed that an adapter is for")
    name = adapter_names()[0]
    result = invoke("tune", "tiny/image", "--budget", "0.05", "--wisdom", path, "--also", name)
    assert result.exit_code == 0, result.output
    assert name in wisdom.recall(problem_of(by_name("tiny/image"), None))
    assert f"also=('{name}',)" in result.stdout


def test_tune_knows_no_such_adapter(invoke, path):
    result = invoke("tune", "tiny/image", "--wisdom", path, "--also", "abacus")
    assert result.exit_code == 2
    assert "'abacus'" in result.stderr
    assert not path.exists()


@pytest.fixture
def measured_machine(monkeypatch):
    """Measure twice the unit times of the fit's machine; return the budgets that were asked for."""
    budgets = []
    units = dict.fromkeys((unit.name for unit in UNITS), 1e-9)
    monkeypatch.setattr(_model._rates, "UNITS", dict.fromkeys(("v4", "v3", "base"), units))

    def measure(budget, tell):
        budgets.append(budget)
        tell("cycle", 0.5)
        return {name: 2e-9 for name in units if name != "copy_l3"}

    monkeypatch.setattr(_tune_machine, "measure_units", measure)
    return budgets


def test_tune_the_machine(invoke, path, measured_machine):
    result = invoke("tune", "--machine", "--wisdom", path)
    assert result.exit_code == 0, result.output
    assert measured_machine == [10.0]
    lines = result.stdout.splitlines()
    assert max(len(line) for line in lines if not line.startswith("Wisdom:")) <= 100
    for unit in UNITS:
        (line,) = [line for line in lines if line.startswith(f"{unit.title}  ")]
        assert line.rstrip().endswith("0.50x" if unit.name != "copy_l3" else "GB/s"), line
    assert re.search(r"^core clock +500 MHz +1.00 GHz +0.50x$", result.stdout, re.M)
    assert re.search(r"^Machine: +.*, measured in \d+\.\d s$", result.stdout, re.M)
    assert "Measured:" not in result.stdout
    assert f"Wisdom:    {path}; set POLYCONV_WISDOM" in result.stdout
    assert len(wisdom.recall_machine()) == len(UNITS) - 1
    wisdom.forget_wisdom()
    shown = invoke("wisdom", "info", "--wisdom", path).stdout
    assert re.search(r"^machine +True$", shown, re.M)
    assert re.search(r"^problems +0$", shown, re.M)


def test_tune_the_machine_and_problems(invoke, path, measured_machine):
    result = invoke("tune", "tiny/image", "--machine", "--budget", "0.01", "--wisdom", path)
    assert result.exit_code == 0, result.output
    assert measured_machine == [0.01]
    assert "Measured:  1 problem" in result.stdout
    assert "machine of the fit" in result.stdout
    explained = invoke("explain", "tiny/image", "--wisdom", path).stdout
    assert explained.endswith(", scaled to this machine\n")


def test_tune_the_machine_where_the_fit_has_no_level_of_it(
    invoke, path, measured_machine, monkeypatch
):
    level = "v3" if isa_level() == "base" else "base"
    monkeypatch.setattr(_model._rates, "ISA", level)
    monkeypatch.setattr(_model._rates, "UNITS", {level: {"cycle": 4e-9}})
    result = invoke("tune", "--machine", "--wisdom", path)
    assert result.exit_code == 0, result.output
    assert re.search(r"^core clock +500 MHz +250 MHz +2.00x$", result.stdout, re.M)
    assert re.search(rf"^Fit: +.*, {level}, 20", result.stdout, re.M)


def test_unit_times_of_a_machine_are_shared(invoke, path, tmp_path, measured_machine):
    invoke("tune", "--machine", "--wisdom", path)
    shared = tmp_path / "shared.json"
    invoke("wisdom", "export", shared, "--wisdom", path)
    invoke("wisdom", "forget", "--wisdom", path)
    assert wisdom.recall_machine() == {}
    result = invoke("wisdom", "import", shared, "--wisdom", path)
    assert result.stdout.startswith("0 problems added, 0 merged, ")
    assert "unit times of 1 machine added or merged" in result.stdout
    assert wisdom.recall_machine()


def test_tune_needs_something_to_tune(invoke, path):
    result = invoke("tune", "--wisdom", path)
    assert result.exit_code == 2
    assert result.stderr == (
        "polyconv tune: TARGET is missing; allowed: suites, workloads, files, or --machine\n"
    )
    assert not path.exists()


ROWS = [
    {"name": "a", "x": [1, 3, 9, 8], "w": [4, 3, 3, 2], "stride": 2, "padding": [[0, 1], [2, 0]]},
    {"x": [2, 4, 30], "w": [4, 1, 5], "groups": 4, "padding": "causal", "dtype": "float64"},
    {"x": [1, 9, 8, 3], "w": [3, 3, 3, 4], "data_format": "channels_last", "padding": 1},
    {"x": [1, 1, 9], "w": [1, 1, 3], "padding": [2], "padding_mode": "wrap", "dilation": [2]},
]
TABLE = """name,x,w,stride,padding,groups,dtype,data_format,padding_mode,dilation
a,1x3x9x8,4x3x3x2,2,0:1x2:0,,,,,
,2x4x30,4x1x5,,causal,4,float64,,,
,1x9x8x3,3x3x3x4,,1,,,channels_last,,
,1x1x9,1x1x3,,2,,,,wrap,2
"""


def test_json_and_csv_list_the_same_problems(tmp_path):
    (tmp_path / "list.json").write_text(json.dumps(ROWS))
    (tmp_path / "list.csv").write_text(TABLE)
    first, second = listed_in(tmp_path / "list.json"), listed_in(tmp_path / "list.csv")
    assert [problem_of(row, 1) for row in first] == [problem_of(row, 1) for row in second]
    assert [row.name for row in first] == ["a", "list/2", "list/3", "list/4"]
    options = {"stride": 2, "padding": ((0, 1), (2, 0)), "workers": 1}
    wanted = explain(np.ones((1, 3, 9, 8), "f4"), np.ones((4, 3, 3, 2), "f4"), **options)
    assert str(problem_of(first[0], 1)) == wanted.problem


def test_tune_a_list(invoke, path, tmp_path):
    (tmp_path / "list.json").write_text(json.dumps(ROWS))
    result = invoke("tune", tmp_path / "list.json", "--budget", "0.01", "--wisdom", path)
    assert result.exit_code == 0, result.output
    assert wisdom.info()["problems"] == 4


BAD_LISTS = {
    "none.json": (None, "cannot be read"),
    "torn.json": ('[{"x": [1,', "is not JSON"),
    "object.json": ('{"x": [1, 1, 9]}', "is not a list of objects"),
    "empty.json": ("[]", "lists no problem"),
    "empty.csv": ("", "lists no problem"),
    "key.json": ('[{"x": [1, 1, 9], "w": [1, 1, 3], "pad": 1}]', "problem 1: 'pad' is unknown"),
    "missing.json": ('[{"x": [1, 1, 9]}]', "problem 1: 'w' is missing"),
    "shape.json": ('[{"x": [1, 1, 9], "w": [1, 2, 3]}]', "problem 1: x has 1 channels"),
    "type.json": ('[{"x": "1x1x9", "w": [1, 1, 3]}]', "problem 1: "),
    "float.json": ('[{"x": [1, 1, 9.5], "w": [1, 1, 3]}]', "problem 1: axis 2 of x=9.5"),
    "dtype.json": ('[{"x": [1, 1, 9], "w": [1, 1, 3], "dtype": "real"}]', "'real' is unknown"),
    "object.csv": ("x,w,dtype\n1x1x9,1x1x3,object\n", "problem 1: "),
    "row.csv": ("x,w\n1x1x9,1x1x3\n1x1x9,\n", "problem 2: 'w' is missing"),
    "more.csv": ("x,w\n1x1x9,1x1x3,7\n", "problem 1: "),
    "binary.csv": (b"\xff\xfe\x00", "cannot be read"),
}


@pytest.mark.parametrize("name", BAD_LISTS)
def test_a_bad_list_is_refused_in_one_line(invoke, path, tmp_path, name):
    content, text = BAD_LISTS[name]
    if content is not None:
        (tmp_path / name).write_bytes(content if type(content) is bytes else content.encode())
    result = invoke("tune", tmp_path / name, "--wisdom", path)
    assert result.exit_code == 2, result.output
    assert result.stderr.startswith(f"polyconv tune: '{tmp_path / name}'")
    assert result.stderr.count("\n") == 1
    assert text in result.stderr
    assert not path.exists()


@pytest.mark.parametrize(
    ("arguments", "text"),
    [
        (["nothing"], "'nothing' is neither a suite nor a workload"),
        (["tiny", "--budget", "0"], "--budget '0' is not a duration; allowed: 0.5, 10s, 10m or 1h"),
        (["tiny", "--budget", "soon"], "--budget 'soon' is not a duration"),
        (["tiny", "--workers", "0"], "--workers 0 is too few"),
        (["tiny", "--wisdom", "."], "--wisdom '.' cannot be used: "),
    ],
)
def test_tune_refuses_in_one_line(invoke, arguments, text, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    options = [] if "--wisdom" in arguments else ["--wisdom", "w.json"]
    result = invoke("tune", *arguments, *options)
    assert result.exit_code == 2
    assert result.stderr.startswith("polyconv tune: ")
    assert text in result.stderr
    assert result.stderr.count("\n") == 1


@pytest.mark.slow
def test_interrupted_tuning_keeps_what_it_has(path):
    running = subprocess.Popen(
        [*COMMAND, "tune", "resnet50", "vgg16", "--budget", "0.5", "--wisdom", path],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    deadline = time.monotonic() + 120
    while time.monotonic() < deadline and running.poll() is None:
        if path.exists() and json.loads(path.read_bytes())["entries"]:
            break
        time.sleep(0.05)
    os.kill(running.pid, signal.SIGINT)
    stdout, stderr = running.communicate(timeout=60)
    assert running.returncode == 130, stderr
    assert stderr == ""
    assert "Interrupted: what was measured until then is kept." in stdout
    assert wisdom.load(path).taken >= 1


# wisdom


def test_wisdom_of_a_fresh_account_is_exported(path, monkeypatch):
    monkeypatch.setenv("POLYCONV_WISDOM", str(path.parent / "no" / "folder" / "wisdom.json"))
    printed = CliRunner().invoke(app, ["wisdom", "export", "-"])
    assert printed.exit_code == 0, printed.output
    assert json.loads(printed.stdout)["entries"] == []


def test_wisdom_is_exported_imported_and_forgotten(invoke, path, tmp_path):
    invoke("tune", "tiny", "--budget", "0.01", "--wisdom", path)
    count = len(workloads("tiny"))
    shared = tmp_path / "shared.json"
    assert invoke("wisdom", "export", shared, "--wisdom", path).exit_code == 0
    printed = invoke("wisdom", "export", "-", "--wisdom", path).stdout
    assert json.loads(printed) == json.loads(shared.read_text())

    forgotten = invoke("wisdom", "forget", "--wisdom", path)
    assert forgotten.stdout == f"{path} is empty\n"
    assert json.loads(path.read_text())["entries"] == []
    result = invoke("wisdom", "import", shared, "--wisdom", path)
    assert result.stdout == (
        f"{count} problems added, 0 merged, of these 0 of other machines or versions; 0 rejected\n"
    )
    wisdom.forget_wisdom()
    shown = invoke("wisdom", "info", "--wisdom", path).stdout
    assert re.search(rf"^problems +{count}$", shown, re.M)
    assert str(path) in shown
    again = invoke("wisdom", "import", "-", "--wisdom", path, input=printed)
    assert again.stdout.startswith(f"0 problems added, {count} merged")


def test_wisdom_of_another_machine_is_imported_and_bad_entries_are_reported(invoke, path, tmp_path):
    invoke("tune", "tiny/image", "--budget", "0.01", "--wisdom", path)
    document = json.loads(path.read_text())
    document["entries"][0]["machine"]["cpu"] = "Abacus"
    document["entries"][0]["problems"].append({})
    (tmp_path / "other.json").write_text(json.dumps(document))
    result = invoke("wisdom", "import", tmp_path / "other.json", "--wisdom", path)
    assert "1 problems added, 0 merged, of these 1 of other machines" in result.stdout
    assert "1 rejected" in result.stdout
    assert "rejected: entries[0].problems[1] has no problem" in result.stderr


@pytest.mark.parametrize(
    ("arguments", "text"),
    [
        (["import", "none.json"], "none.json"),
        (["import", "torn.json"], "document is not JSON"),
        (["export", "-"], "w.json"),
        (["export", "no/where.json"], "No such file"),
    ],
)
def test_wisdom_refuses_in_one_line(invoke, tmp_path, monkeypatch, arguments, text):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "torn.json").write_text("{")
    if arguments[-1] == "no/where.json":
        wisdom.save(tmp_path / "w.json")
    result = invoke("wisdom", *arguments, "--wisdom", "w.json")
    assert result.exit_code == 2
    assert result.stderr.startswith(f"polyconv wisdom {arguments[0]}: ")
    assert result.stderr.count("\n") == 1
    assert text in result.stderr


def test_without_platformdirs_the_commands_say_what_to_do(invoke, monkeypatch):
    monkeypatch.setitem(sys.modules, "platformdirs", None)
    for command in (["tune", "tiny"], ["wisdom", "info"], ["wisdom", "forget"]):
        result = invoke(*command)
        assert result.exit_code == 2
        assert "polyconv[wisdom]" in result.stderr
        assert result.stderr.count("\n") == 1
