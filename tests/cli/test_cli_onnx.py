"""The convolutions of ONNX models: the same problems as in polyconv's own words."""

import numpy as np
import pytest

from polyconv import choose, explain
from polyconv._select import Choice
from polyconv.cli import BadInput, _model_times
from polyconv.cli._onnx import convolutions
from polyconv.cli._problems import problem_of
from polyconv.workloads import Workload

onnx = pytest.importorskip("onnx")


@pytest.fixture
def path(tmp_path):
    return tmp_path / "wisdom.json"


def model(*nodes, inputs, weights=(), values=()):
    """Return a model of `nodes`; sizes given as strings are symbolic."""
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


def test_open_sizes_are_reported(saved):
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
        (conv_node("x", "w", "y", pads=[-1, 0]), (1, 3, 9), (4, 3, 3), "pads=[-1, 0]"),
        (conv_node("x", "w", "y"), (0, 3, 9), (4, 3, 3), "its result is empty"),
    ],
    ids=lambda value: getattr(value, "op_type", None),
)
def test_what_cannot_be_tuned_is_reported(saved, node, x, w, reason):
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


def test_tune_a_model(invoke, path, saved):
    file = saved(
        conv_node("x", "w1", "a", pads=[1, 1]),
        conv_node("a", "w1", "b", pads=[1, 1]),  # the same problem again
        conv_node("b", "w2", "y", "ConvTranspose"),
        inputs={"x": ("batch", 3, 32)},
        weights=[("w1", (3, 3, 3)), ("w2", (3, 4, 1))],
    )
    result = invoke(
        "tune", file, "--dim", "batch=2", "--budget", "0.01", "--wisdom", path, "--workers", 1
    )
    assert result.exit_code == 0, result.output
    assert "Measured:  1 problem in" in result.stdout
    assert "Skipped:   net/y: ConvTranspose" in result.stdout
    assert "Model:     net.onnx: 2 Conv nodes take" in result.stdout
    assert "by prediction" not in result.stdout
    x, w = np.ones((2, 3, 32), "f4"), np.ones((3, 3, 3), "f4")
    assert choose(x, w, padding=1, workers=1).source == "wisdom"


def test_what_the_nodes_of_a_model_take(monkeypatch):
    nodes = [
        Workload("net/a", (1, 3, 32), (3, 3, 3), padding=1),
        Workload("net/b", (1, 3, 32), (3, 3, 3), padding=1),
        Workload("net/c", (1, 3, 64), (5, 3, 3)),
    ]
    times = {32: Choice("direct", "wisdom", 1e-3), 64: Choice("im2col", "model", 6e-3)}
    monkeypatch.setattr(_model_times, "decide", lambda problem: times[problem.spatial[0]])
    line = _model_times.model_line("net.onnx", nodes, 1)
    assert line == "net.onnx: 3 Conv nodes take 8.00 ms in all, 1 of them by prediction"
    columns = [list(column.cells) for column in _model_times.model_table(nodes, 1).columns]
    assert list(zip(*columns, strict=True)) == [
        ("net/c", "im2col", "1", "6.00 ms", "75%"),
        ("net/a", "direct", "2", "1.00 ms", "25%"),
    ]


def test_bad_models_and_sizes(invoke, path, tmp_path, monkeypatch):
    (tmp_path / "torn.onnx").write_bytes(b"\x08\x07torn")
    for name in ("torn.onnx", "none.onnx"):
        result = invoke("tune", tmp_path / name, "--wisdom", path)
        assert result.exit_code == 2
        assert "is not a readable ONNX model" in result.stderr
    for size in ("batch", "batch=0", "=3", "batch=many"):
        result = invoke("tune", tmp_path / "torn.onnx", "--dim", size, "--wisdom", path)
        assert f"--dim '{size}' is not a size" in result.stderr
    monkeypatch.setattr("polyconv.cli._onnx.find_spec", lambda name: None)
    with pytest.raises(BadInput, match=r"polyconv\[onnx\]"):
        convolutions(tmp_path / "torn.onnx", {})
