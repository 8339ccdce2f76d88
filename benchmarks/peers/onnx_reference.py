"""ONNX's reference evaluator with `polyconv.onnx.ops`, without them, and beside onnxruntime.

    python -m benchmarks.peers.onnx_reference --workers 1
    python -m benchmarks.peers.onnx_reference --markdown onnx.md
    python -m benchmarks.peers.onnx_reference --plain --image 32 --width 16

The model is a ResNet-18 with random weights and its batch normalisations folded, as exporters write
it. Timed are the model as a whole, all nodes of each kind in it, and each of its Conv nodes as a
model of its own, in turn; the fastest run of each counts. Results are compared first.

onnx 1.21 has two Conv operators: loops in Python, and a matrix product, which the evaluator takes
unless it is made with ``optimized=False``. `--plain` makes it so; at full size that takes an hour.
1.23 has the matrix product alone.
"""

import argparse
import math
import os
import sys
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

__all__ = ["OnnxRow", "main", "resnet18", "single_nodes"]

# Largest difference, in units of max|result|, of sums in float32 through 18 layers.
_TOLERANCE = 1e-4


@dataclass(frozen=True)
class OnnxRow:
    """Seconds of a model, or of one of its nodes."""

    name: str
    reference: float
    polyconv: float
    onnxruntime: float


class _Builder:
    """Nodes and initialisers of a graph, added one after the other."""

    def __init__(self, seed: int) -> None:
        self.nodes: list[Any] = []
        self.weights: list[Any] = []
        self._rng = np.random.default_rng(seed)

    def constant(self, name: str, shape: tuple[int, ...]) -> str:
        """Add random weights that keep the variance of what they are multiplied with."""
        from onnx import numpy_helper

        scale = math.sqrt(2 / max(1, math.prod(shape[1:])))
        array = (self._rng.standard_normal(shape) * scale).astype(np.float32)
        self.weights.append(numpy_helper.from_array(array, name))
        return name

    def node(self, kind: str, inputs: list[str], output: str, **attributes: Any) -> str:
        """Add a node and return its output."""
        from onnx import helper

        self.nodes.append(helper.make_node(kind, inputs, [output], name=output, **attributes))
        return output

    def conv(self, x: str, name: str, filters: int, channels: int, size: int, stride: int) -> str:
        """Add a convolution with bias that keeps the size of its input, divided by the stride."""
        shape = (filters, channels, size, size)
        inputs = [x, self.constant(f"{name}.w", shape), self.constant(f"{name}.b", shape[:1])]
        return self.node("Conv", inputs, name, strides=[stride] * 2, pads=[size // 2] * 4)


def resnet18(image: int = 224, width: int = 64, seed: int = 0) -> Any:
    """Return a ResNet-18 for images of one size; its first stage has `width` channels."""
    from onnx import TensorProto, helper

    graph = _Builder(seed)
    x = graph.node("Relu", [graph.conv("x", "stem", width, 3, 7, 2)], "stem.relu")
    x = graph.node("MaxPool", [x], "pool", kernel_shape=[3, 3], strides=[2, 2], pads=[1] * 4)
    channels = width
    for stage in range(4):
        for block in range(2):
            name, filters = f"layer{stage + 1}.{block}", width << stage
            stride = 2 if stage and not block else 1
            y = graph.conv(x, f"{name}.conv1", filters, channels, 3, stride)
            y = graph.node("Relu", [y], f"{name}.relu1")
            y = graph.conv(y, f"{name}.conv2", filters, filters, 3, 1)
            if stride > 1:
                x = graph.conv(x, f"{name}.down", filters, channels, 1, stride)
            y = graph.node("Add", [y, x], f"{name}.add")
            x, channels = graph.node("Relu", [y], f"{name}.relu2"), filters
    x = graph.node("GlobalAveragePool", [x], "mean")
    x = graph.node("Flatten", [x], "flat")
    fc = [x, graph.constant("fc.w", (1000, channels)), graph.constant("fc.b", (1000,))]
    graph.node("Gemm", fc, "y", transB=1)
    made = helper.make_graph(
        graph.nodes,
        "resnet18",
        [helper.make_tensor_value_info("x", TensorProto.FLOAT, (1, 3, image, image))],
        [helper.make_tensor_value_info("y", TensorProto.FLOAT, (1, 1000))],
        initializer=graph.weights,
    )
    return helper.make_model(made, opset_imports=[helper.make_opsetid("", 21)], ir_version=10)


def single_nodes(model: Any) -> list[tuple[str, int, Any, tuple[int, ...]]]:
    """Return the different Conv nodes: the name of the first, their number, a model, its input."""
    import onnx
    from onnx import TensorProto, helper

    inferred = onnx.shape_inference.infer_shapes(model).graph
    shapes = {
        value.name: tuple(dim.dim_value for dim in value.type.tensor_type.shape.dim)
        for value in (*inferred.input, *inferred.value_info)
    }
    constants = {each.name: each for each in inferred.initializer}
    found: dict[Any, tuple[str, int, Any, tuple[int, ...]]] = {}
    for node in inferred.node:
        if node.op_type != "Conv":
            continue
        x, w = shapes[node.input[0]], tuple(constants[node.input[1]].dims)
        graph = helper.make_graph(
            [node],
            node.name,
            [helper.make_tensor_value_info(node.input[0], TensorProto.FLOAT, x)],
            [helper.make_tensor_value_info(node.output[0], TensorProto.FLOAT, None)],
            initializer=[constants[name] for name in node.input[1:]],
        )
        one = helper.make_model(graph, opset_imports=model.opset_import, ir_version=10)
        key = x, w, str(node.attribute)
        name, count, *rest = found.get(key, (node.name, 0, one, x))
        found[key] = (name, count + 1, *rest)  # type: ignore[assignment]
    return list(found.values())


def timed(
    name: str, model: Any, x: NDArray[Any], workers: int, seconds: float, plain: bool
) -> OnnxRow:
    """Compare the three results, then time all of them in turn."""
    import onnxruntime
    from onnx.reference import ReferenceEvaluator

    import polyconv.onnx

    from .signal import race

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = workers
    session = onnxruntime.InferenceSession(
        model.SerializeToString(), options, providers=["CPUExecutionProvider"]
    )
    feed = {session.get_inputs()[0].name: x}
    own: dict[str, Any] = {"optimized": False} if plain else {}
    evaluators = [
        ReferenceEvaluator(model, **own),
        ReferenceEvaluator(model, new_ops=polyconv.onnx.ops),
    ]
    calls = [lambda run=each.run: run(None, feed)[0] for each in (*evaluators, session)]
    wanted, *others = [call() for call in calls]
    for got in others:
        error = float(np.abs(got - wanted).max() / np.abs(wanted).max())
        if not error <= _TOLERANCE:
            raise AssertionError(f"{name}: results differ by {error:.1e}")
    # The reference is slow, and its time needs no precision.
    (reference,) = race(calls[:1], 0)
    if workers == 1:
        return OnnxRow(name, reference, *race(calls[1:], seconds))
    # Threads of one library that wait for work would keep the other's from a core.
    apart = [race([call], seconds / 2)[0] for call in calls[1:]]
    return OnnxRow(name, reference, *apart)


def seconds_by_kind(evaluator: Any, feed: dict[str, NDArray[Any]], runs: int) -> Counter[str]:
    """Return the seconds of all nodes of each kind, such as Conv, in the fastest of some runs."""
    fastest: Counter[str] = Counter()
    for _ in range(runs):
        seconds: Counter[str] = Counter()
        for node in evaluator.rt_nodes_:
            node.run = _clocked(type(node).run.__get__(node), node.op_type, seconds)
        evaluator.run(None, feed)
        fastest = Counter({k: min(t, fastest.get(k, math.inf)) for k, t in seconds.items()})
    for node in evaluator.rt_nodes_:
        del node.run
    return fastest


def _clocked(run: Any, kind: str, seconds: Counter[str]) -> Any:
    """Return a function that adds the time of its calls to those of a kind."""

    def clocked(*arguments: Any, **keywords: Any) -> Any:
        start = time.perf_counter()
        result = run(*arguments, **keywords)
        seconds[kind] += time.perf_counter() - start
        return result

    return clocked


def table_by_kind(model: Any, x: NDArray[Any], plain: bool) -> list[str]:
    """Return a table of the time that the nodes of each kind take, the longest first."""
    from onnx.reference import ReferenceEvaluator

    import polyconv.onnx

    own: dict[str, Any] = {"optimized": False} if plain else {}
    feed = {model.graph.input[0].name: x}
    reference = seconds_by_kind(ReferenceEvaluator(model, **own), feed, 1 if plain else 2)
    ours = seconds_by_kind(ReferenceEvaluator(model, new_ops=polyconv.onnx.ops), feed, 10)
    lines = ["| nodes | reference | with polyconv |", "| --- | ---: | ---: |"]
    for kind, seconds in reference.most_common():
        lines.append(f"| {kind} | {seconds * 1e3:.3g} ms | {ours[kind] * 1e3:.3g} ms |")
    return lines


def geometric_mean(ratios: Sequence[float]) -> float:
    """Return the geometric mean."""
    return math.exp(sum(map(math.log, ratios)) / len(ratios))


def _line(row: OnnxRow) -> str:
    """Return a row of the table."""
    times = (row.reference, row.polyconv, row.onnxruntime)
    reference, ours, runtime = (f"{time * 1e3:.3g} ms" for time in times)
    cells = [reference, ours, f"{row.reference / row.polyconv:.1f}", runtime]
    return f"| {row.name} | {' | '.join(cells)} | {row.onnxruntime / row.polyconv:.2f} |"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.peers.onnx_reference",
        description=(__doc__ or "").partition("\n")[0],
    )
    parser.add_argument("--workers", type=int, default=1, metavar="N", help="threads, default 1")
    parser.add_argument("--image", type=int, default=224, metavar="N")
    parser.add_argument("--width", type=int, default=64, metavar="N")
    parser.add_argument(
        "--seconds", type=float, default=0.5, metavar="S", help="seconds for each row"
    )
    parser.add_argument(
        "--plain", action="store_true", help="the reference's loops; needs onnx 1.21 or older"
    )
    parser.add_argument("--markdown", type=Path, metavar="PATH", help="write the table there")
    options = parser.parse_args(arguments)
    # NumPy's BLAS, which the reference multiplies by, is to have as many threads.
    os.environ.setdefault("OMP_WAIT_POLICY", "passive")
    from threadpoolctl import threadpool_limits

    import polyconv
    from polyconv._machine import fingerprint

    from .ndimage import pinned

    model = resnet18(options.image, options.width)
    rng = np.random.default_rng(1)
    whole = ("resnet18", 1, model, (1, 3, options.image, options.image))
    titles = ["", "reference", "with polyconv", "ratio", "onnxruntime", "its ratio to polyconv"]
    lines = [f"| {' | '.join(titles)} |", "| --- |" + " ---: |" * 5]
    ratios, sums = [], [0.0, 0.0, 0.0]
    limits = threadpool_limits(options.workers)
    with pinned(options.workers), polyconv.set_workers(options.workers), limits:
        for name, count, one, shape in (whole, *single_nodes(model)):
            x = rng.standard_normal(shape).astype(np.float32)
            row = timed(name, one, x, options.workers, options.seconds, options.plain)
            lines.append(_line(row if count == 1 else replace(row, name=f"{count} x {name}")))
            print(lines[-1], flush=True)
            if one is not model:
                ratios.append(row.onnxruntime / row.polyconv)
                times = row.reference, row.polyconv, row.onnxruntime
                sums = [total + count * time for total, time in zip(sums, times, strict=True)]
        kinds = table_by_kind(model, rng.standard_normal(whole[-1], np.float32), options.plain)
    lines.append(_line(OnnxRow("all Conv nodes", *sums)))
    print(lines[-1], "", *kinds, "", sep="\n")
    summary = (
        f"Conv nodes: {sums[0] / sums[1]:.1f} times as fast as the reference; beside onnxruntime "
        f"{sums[2] / sums[1]:.2f} in all, {geometric_mean(ratios):.2f} in the geometric mean, "
        f"{min(ratios):.2f} at worst."
    )
    print(summary)
    if options.markdown:
        machine = fingerprint()
        head = (
            f"{machine['cpu']}, {machine['isa']}; {options.workers} worker(s); "
            f"{datetime.now(UTC):%Y-%m-%d}. {summary}"
        )
        options.markdown.write_text(
            "\n".join([head, "", *lines, "", *kinds]) + "\n", encoding="utf-8"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
