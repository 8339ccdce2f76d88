"""The commands about the choice: what explain shows, what tune measures, what wisdom keeps."""

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

from polyconv import choose, explain, wisdom
from polyconv.cli import BadInput
from polyconv.cli._app import app
from polyconv.cli._onnx import convolutions
from polyconv.cli._problems import listed_in, problem_of
from polyconv.workloads import by_name, workloads

onnx = pytest.importorskip("onnx")
COMMAND = [sys.executable, "-c", "from polyconv.cli import main; main()"]


@pytest.fixture
def run(monkeypatch):
    monkeypatch.delenv("POLYCONV_WISDOM", raising=False)

    def invoke(*arguments, **options):
        return CliRunner().invoke(app, [*map(str, arguments)], **options)

    return invoke


@pytest.fixture
def path(tmp_path):
    return tmp_path / "wisdom.json"


# explain


def test_explain_a_workload(run):
    result = run("explain", "resnet50/conv2_3x3")
    assert result.exit_code == 0, result.output
    row = by_name("resnet50/conv2_3x3")
    assert result.stdout == f"{explain(*row.arrays(), **row.options)}\n"


def test_explain_a_suite(run):
    result = run("explain", "tiny", "--json")
    assert len(json.loads(result.stdout)) == len(workloads("tiny"))


def test_explain_shapes_and_options(run):
    result = run(
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


def test_explain_knows_wisdom_that_it_is_given(run, path):
    assert run("tune", "tiny/image", "--budget", "0.01", "--wisdom", path).exit_code == 0
    wisdom.forget_wisdom()
    assert "(model, " in run("explain", "tiny/image").stdout
    assert "(wisdom, " in run("explain", "tiny/image", "--wisdom", path).stdout


def test_explain_a_named_backend(run):
    assert "choice: im2col (forced): named by the caller" in run(
        "explain", "tiny/image", "--backend", "im2col"
    ).stdout.replace("\n", " ")


@pytest.mark.parametrize(
    ("arguments", "text"),
    [
        (["nothing"], "'nothing' is neither a suite nor a workload; allowed: resnet50"),
        ([], "'x' is missing"),
        (["--x", "1x3x9"], "'w' is missing"),
        (["tiny/image", "--stride", "2"], "has its own shapes and options"),
        (["--x", "1x3x9", "--w", "2x4x3"], "x has 3 channels"),
        (["--x", "1xthree", "--w", "2x4x3"], "x 'three' is no number"),
        (["--x", "1x1x9", "--w", "1x1x3", "--padding", "sideways"], "padding='sideways'; allowed"),
        (["--x", "1x1x9", "--w", "1x1x3", "--padding", "1:2:3"], "allowed: (lo, hi)"),
        (["--x", "1x1x9", "--w", "1x1x3", "--dtype", "float7"], "dtype 'float7' is unknown"),
        (["--x", "1x1x9", "--w", "1x1x3", "--workers", "0"], "workers=0"),
        (["tiny/image", "--backend", "fast"], "backend='fast'; allowed: 'auto'"),
        (["tiny/image", "--also", "direct"], "also=['direct'] has 'direct'; allowed"),
        (["tiny/image", "--wisdom", "nowhere.json"], "nowhere.json"),
        (
            ["--x", "1x1x9", "--w", "1x1x3", "--dtype", "int8", "--backend", "fft"],
            "fft: dtype int64; fft rounds",
        ),
    ],
)
def test_explain_refuses_in_one_line(run, arguments, text):
    result = run("explain", *arguments)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert result.stderr.startswith("polyconv explain: ")
    assert result.stderr.count("\n") == 1
    assert text in result.stderr


# tune


def test_tune_a_suite_and_a_workload_once(run, path):
    result = run("tune", "tiny", "tiny/image", "--budget", "0.01", "--wisdom", path)
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
    again = run("tune", "tiny", "--budget", "0.01", "--wisdom", path)
    assert f"Measured:  0 problems in 0.0 s; {len(rows)} known before" in again.stdout
    anew = run("tune", "tiny", "--budget", "0.01", "--wisdom", path, "--again")
    assert f"Measured:  {len(rows)} problems" in anew.stdout


def test_tune_tells_what_changed_and_what_it_gained(run, path, monkeypatch):
    # A model that takes the specification for the fastest.
    for module in ("polyconv._select", "polyconv._find"):
        monkeypatch.setattr(
            f"{module}.predict", lambda backend, problem: 0.5 if backend.name == "naive" else 1.0
        )
    result = run("tune", "tiny/image", "--budget", "0.05", "--wisdom", path)
    assert re.search(r"^tiny/image +naive +\w+ +\S+ us +[\d.]+x", result.stdout, re.M)
    assert re.search(r"Changed:   1 choice, [\d.]+x as fast as before", result.stdout)


def test_tune_writes_where_the_environment_says(run, path, monkeypatch):
    monkeypatch.setenv("POLYCONV_WISDOM", str(path))
    result = CliRunner().invoke(app, ["tune", "tiny/image", "--budget", "0.01"])
    assert result.exit_code == 0, result.output
    assert str(path) in result.stdout
    assert len(json.loads(path.read_text())["entries"][0]["problems"]) == 1


def test_tune_with_a_number_of_workers(run, path):
    assert run("tune", "tiny/image", "--budget", "0.01", "--wisdom", path, "--workers", 3)
    row = by_name("tiny/image")
    assert wisdom.recall(problem_of(row, 3))
    assert not wisdom.recall(problem_of(row, 1))


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


def test_tune_a_list(run, path, tmp_path):
    (tmp_path / "list.json").write_text(json.dumps(ROWS))
    result = run("tune", tmp_path / "list.json", "--budget", "0.01", "--wisdom", path)
    assert result.exit_code == 0, result.output
    assert wisdom.info()["problems"] == 4


BAD_LISTS = {
    "none.json": (None, "cannot be read"),
    "torn.json": ('[{"x": [1,', "is no JSON"),
    "object.json": ('{"x": [1, 1, 9]}', "holds no list of objects"),
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
def test_a_bad_list_is_refused_in_one_line(run, path, tmp_path, name):
    content, text = BAD_LISTS[name]
    if content is not None:
        (tmp_path / name).write_bytes(content if type(content) is bytes else content.encode())
    result = run("tune", tmp_path / name, "--wisdom", path)
    assert result.exit_code == 2, result.output
    assert result.stderr.startswith(f"polyconv tune: '{tmp_path / name}'")
    assert result.stderr.count("\n") == 1
    assert text in result.stderr
    assert not path.exists()


@pytest.mark.parametrize(
    ("arguments", "text"),
    [
        (["nothing"], "'nothing' is neither a suite nor a workload"),
        (["tiny", "--budget", "0"], "--budget 0.0 is no time"),
        (["tiny", "--workers", "0"], "--workers 0 is too few"),
        (["tiny", "--wisdom", "."], "--wisdom '.' cannot be used: "),
    ],
)
def test_tune_refuses_in_one_line(run, arguments, text, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    options = [] if "--wisdom" in arguments else ["--wisdom", "w.json"]
    result = run("tune", *arguments, *options)
    assert result.exit_code == 2
    assert result.stderr.startswith("polyconv tune: ")
    assert text in result.stderr
    assert result.stderr.count("\n") == 1


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


# ONNX


def model(*nodes, inputs, weights=(), values=()):
    """A model of these nodes; sizes that are words are open."""
    helper = onnx.helper
    float32 = onnx.TensorProto.FLOAT
    types = dict.fromkeys([*inputs, *dict(weights)], float32) | dict(values)
    graph = helper.make_graph(
        list(nodes),
        "graph",
        [helper.make_tensor_value_info(n, types[n], shape) for n, shape in inputs.items()],
        [helper.make_tensor_value_info(nodes[-1].output[0], float32, None)],
        initializer=[
            helper.make_tensor(n, types[n], shape, np.zeros(int(np.prod(shape))))
            for n, shape in weights
        ],
    )
    return helper.make_model(graph, opset_imports=[helper.make_opsetid("", 21)])


def conv_node(x, w, y, kind="Conv", **attributes):
    return onnx.helper.make_node(kind, [x, w], [y], name=y, **attributes)


@pytest.fixture
def saved(tmp_path):
    def save(*nodes, **parts):
        onnx.save(model(*nodes, **parts), tmp_path / "net.onnx")
        return tmp_path / "net.onnx"

    return save


CONV_NODES = {
    "plain": ((1, 3, 9, 8), (4, 3, 3, 2), {}, {}),
    "everything": (
        (2, 4, 20, 21),
        (6, 2, 3, 3),
        {"strides": [2, 1], "dilations": [1, 2], "group": 2, "pads": [0, 1, 2, 3]},
        {"stride": (2, 1), "dilation": (1, 2), "groups": 2, "padding": ((0, 2), (1, 3))},
    ),
    "1-D": ((1, 3, 40), (4, 3, 5), {"pads": [4, 0]}, {"padding": "causal"}),
    "3-D": ((1, 2, 5, 6, 7), (4, 2, 3, 3, 3), {"pads": [1] * 6}, {"padding": 1}),
    "same upper": (
        (1, 3, 10, 11),
        (4, 3, 4, 3),
        {"auto_pad": "SAME_UPPER", "strides": [2, 3]},
        {"padding": "same", "stride": (2, 3)},
    ),
    "same lower": (
        (1, 3, 10, 11),
        (4, 3, 4, 3),
        {"auto_pad": "SAME_LOWER"},
        {"padding": "same_lower"},
    ),
    "valid": ((1, 3, 10), (4, 3, 4), {"auto_pad": "VALID"}, {}),
    "depthwise": ((1, 8, 10), (8, 1, 3), {"group": 8}, {"groups": 8}),
    "kernel shape": ((1, 3, 9), (4, 3, 3), {"kernel_shape": [3]}, {}),
}


@pytest.mark.parametrize("name", CONV_NODES)
def test_a_conv_node_is_the_same_problem(saved, name):
    x, w, attributes, options = CONV_NODES[name]
    file = saved(conv_node("x", "w", "y", **attributes), inputs={"x": x}, weights=[("w", w)])
    (row,), skipped = convolutions(file, {})
    assert not skipped
    assert row.name == "net/y"
    wanted = explain(np.ones(x, "f4"), np.ones(w, "f4"), workers=1, **options)
    assert str(problem_of(row, 1)) == wanted.problem
    # onnx has a size formula of its own.
    inferred = onnx.shape_inference.infer_shapes(onnx.load(file)).graph.output[0]
    sizes = tuple(dim.dim_value for dim in inferred.type.tensor_type.shape.dim)
    assert problem_of(row, 1).out_shape == sizes


def test_shapes_are_inferred_through_the_model(saved):
    file = saved(
        conv_node("x", "w1", "a", pads=[1, 1, 1, 1], strides=[2, 2]),
        onnx.helper.make_node("Relu", ["a"], ["b"]),
        conv_node("b", "w2", "y"),
        inputs={"x": ("batch", 3, 32, 32)},
        weights=[("w1", (8, 3, 3, 3)), ("w2", (4, 8, 1, 1))],
    )
    rows, skipped = convolutions(file, {"batch": 5})
    assert [row.x_shape for row in rows] == [(5, 3, 32, 32), (5, 8, 16, 16)]
    assert not skipped


def test_open_sizes_are_told(saved):
    file = saved(
        conv_node("x", "w", "y"), inputs={"x": ("batch", 3, 9)}, weights=[("w", (4, 3, 3))]
    )
    rows, (skipped,) = convolutions(file, {})
    assert not rows
    assert skipped.reason == "axis 0 of x is open; give --dim batch=N"


def test_weights_and_types_of_other_kinds(saved):
    double = onnx.TensorProto.DOUBLE
    file = saved(
        conv_node("x", "w", "y"),
        inputs={"x": (1, 3, 9), "w": (4, 3, 3)},
        values=[("x", double), ("w", double)],
    )
    (row,), _ = convolutions(file, {})
    assert row.dtype == "float64"


@pytest.mark.parametrize(
    ("node", "x", "w", "reason"),
    [
        (conv_node("x", "w", "y", "ConvTranspose"), (1, 3, 9), (3, 4, 3), "ConvTranspose; tuned"),
        (conv_node("x", "w", "y"), (1, 3, 5, 5, 5, 5), (4, 3, 1, 1, 1, 1), "1 to 3"),
        (conv_node("x", "nowhere", "y"), (1, 3, 9), (4, 3, 3), "shape of w cannot be inferred"),
        (conv_node("x", "w", "y", pads=[-1, 0]), (1, 3, 9), (4, 3, 3), "padding=-1"),
        (conv_node("x", "w", "y"), (0, 3, 9), (4, 3, 3), "its result is empty"),
    ],
    ids=lambda value: getattr(value, "op_type", None),
)
def test_what_cannot_be_tuned_is_told(saved, node, x, w, reason):
    rows, (skipped,) = convolutions(saved(node, inputs={"x": x}, weights=[("w", w)]), {})
    assert not rows
    assert skipped.node == "net/y"
    assert reason in skipped.reason


def test_convolutions_inside_branches(tmp_path):
    helper = onnx.helper
    float32 = onnx.TensorProto.FLOAT
    branch = helper.make_graph(
        [conv_node("x", "w", "inner")],
        "branch",
        [],
        [helper.make_tensor_value_info("inner", float32, None)],
    )
    graph = helper.make_graph(
        [helper.make_node("If", ["c"], ["y"], then_branch=branch, else_branch=branch)],
        "graph",
        [
            helper.make_tensor_value_info("c", onnx.TensorProto.BOOL, ()),
            helper.make_tensor_value_info("x", float32, (1, 3, 9)),
        ],
        [helper.make_tensor_value_info("y", float32, None)],
        initializer=[helper.make_tensor("w", float32, (4, 3, 3), np.zeros(36))],
    )
    onnx.save(helper.make_model(graph), tmp_path / "if.onnx")
    rows, skipped = convolutions(tmp_path / "if.onnx", {})
    assert [row.name for row in rows] == ["if/inner", "if/inner"]
    assert not skipped


def test_tune_a_model(run, path, saved):
    file = saved(
        conv_node("x", "w1", "a", pads=[1, 1]),
        conv_node("a", "w1", "b", pads=[1, 1]),  # the same problem again
        conv_node("b", "w2", "y", "ConvTranspose"),
        inputs={"x": ("batch", 3, 32)},
        weights=[("w1", (3, 3, 3)), ("w2", (3, 4, 1))],
    )
    result = run(
        "tune", file, "--dim", "batch=2", "--budget", "0.01", "--wisdom", path, "--workers", 1
    )
    assert result.exit_code == 0, result.output
    assert "Measured:  1 problem in" in result.stdout
    assert "Skipped:   net/y: ConvTranspose" in result.stdout
    x, w = np.ones((2, 3, 32), "f4"), np.ones((3, 3, 3), "f4")
    assert choose(x, w, padding=1, workers=1).source == "wisdom"


def test_bad_models_and_sizes(run, path, tmp_path, monkeypatch):
    (tmp_path / "torn.onnx").write_bytes(b"\x08\x07torn")
    for name in ("torn.onnx", "none.onnx"):
        result = run("tune", tmp_path / name, "--wisdom", path)
        assert result.exit_code == 2
        assert "is no readable ONNX model" in result.stderr
    for size in ("batch", "batch=0", "=3", "batch=many"):
        result = run("tune", tmp_path / "torn.onnx", "--dim", size, "--wisdom", path)
        assert f"--dim '{size}' is no size" in result.stderr
    monkeypatch.setattr("polyconv.cli._onnx.find_spec", lambda name: None)
    with pytest.raises(BadInput, match=r"polyconv\[onnx\]"):
        convolutions(tmp_path / "torn.onnx", {})


# wisdom


def test_wisdom_is_exported_imported_and_forgotten(run, path, tmp_path):
    run("tune", "tiny", "--budget", "0.01", "--wisdom", path)
    count = len(workloads("tiny"))
    shared = tmp_path / "shared.json"
    assert run("wisdom", "export", shared, "--wisdom", path).exit_code == 0
    printed = run("wisdom", "export", "-", "--wisdom", path).stdout
    assert json.loads(printed) == json.loads(shared.read_text())

    forgotten = run("wisdom", "forget", "--wisdom", path)
    assert forgotten.stdout == f"{path} is empty\n"
    assert json.loads(path.read_text())["entries"] == []
    result = run("wisdom", "import", shared, "--wisdom", path)
    assert result.stdout == (
        f"{count} problems taken, 0 merged, of these 0 of other machines or versions; 0 rejected\n"
    )
    wisdom.forget_wisdom()
    shown = run("wisdom", "info", "--wisdom", path).stdout
    assert re.search(rf"^problems +{count}$", shown, re.M)
    assert str(path) in shown
    again = run("wisdom", "import", "-", "--wisdom", path, input=printed)
    assert again.stdout.startswith(f"0 problems taken, {count} merged")


def test_wisdom_of_another_machine_is_imported_and_bad_entries_are_told(run, path, tmp_path):
    run("tune", "tiny/image", "--budget", "0.01", "--wisdom", path)
    document = json.loads(path.read_text())
    document["entries"][0]["machine"]["cpu"] = "Abacus"
    document["entries"][0]["problems"].append({})
    (tmp_path / "other.json").write_text(json.dumps(document))
    result = run("wisdom", "import", tmp_path / "other.json", "--wisdom", path)
    assert "1 problems taken, 0 merged, of these 1 of other machines" in result.stdout
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
def test_wisdom_refuses_in_one_line(run, tmp_path, monkeypatch, arguments, text):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "torn.json").write_text("{")
    if arguments[-1] == "no/where.json":
        wisdom.save(tmp_path / "w.json")
    result = run("wisdom", *arguments, "--wisdom", "w.json")
    assert result.exit_code == 2
    assert result.stderr.startswith(f"polyconv wisdom {arguments[0]}: ")
    assert result.stderr.count("\n") == 1
    assert text in result.stderr


def test_without_platformdirs_the_commands_say_what_to_do(run, monkeypatch):
    monkeypatch.setitem(sys.modules, "platformdirs", None)
    for command in (["tune", "tiny"], ["wisdom", "info"], ["wisdom", "forget"]):
        result = run(*command)
        assert result.exit_code == 2
        assert "polyconv[wisdom]" in result.stderr
        assert result.stderr.count("\n") == 1
