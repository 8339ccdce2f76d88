"""The convolutions of an ONNX model: its Conv nodes, with the shapes that inference gives them."""

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np

from polyconv.workloads import Workload

from . import BadInput
from ._problems import problem_of

__all__ = ["Skipped", "convolutions"]

# Other convolutions, which are reported as skipped.
_OTHER_KINDS = ("ConvTranspose", "ConvInteger", "QLinearConv", "DeformConv", "FusedConv")


@dataclass(frozen=True)
class Skipped:
    """A node that is not tuned, and why."""

    node: str
    reason: str


@dataclass(frozen=True)
class _Tensor:
    """The inferred shape and dtype of a value; an open size is a name or None."""

    sizes: tuple[int | str | None, ...]
    dtype: np.dtype[Any]


def convolutions(path: Path, sizes: Mapping[str, int]) -> tuple[list[Workload], list[Skipped]]:
    """Return the model's convolutions as problems.

    Parameters
    ----------
    path : Path
        The model; external data need not be there.
    sizes : dict
        Values for sizes that the model leaves open, by name.

    Raises
    ------
    BadInput
        If it is no model, or onnx is not installed.
    """
    if find_spec("onnx") is None:
        raise BadInput("onnx is missing; install with: pip install 'polyconv[onnx]'")
    import onnx

    try:
        model = onnx.load(str(path), load_external_data=False)
        _fill_in(model.graph, sizes)
        model = onnx.shape_inference.infer_shapes(model)
    except Exception as error:  # protobuf and onnx have no common class of errors
        raise BadInput(f"{str(path)!r} is not a readable ONNX model: {error}") from None
    found = list(_of_graph(model.graph, path.stem, {}))
    workloads = [each for each in found if isinstance(each, Workload)]
    return workloads, [each for each in found if isinstance(each, Skipped)]


def _fill_in(graph: Any, sizes: Mapping[str, int]) -> None:
    """Set the open sizes of the inputs, and drop shapes that were inferred without them."""
    for value in graph.input:
        for dim in value.type.tensor_type.shape.dim:
            if dim.dim_param in sizes:
                dim.dim_value = sizes[dim.dim_param]
    if sizes:
        del graph.value_info[:]


def _of_graph(graph: Any, title: str, outer: Mapping[str, _Tensor]) -> Iterator[Workload | Skipped]:
    known = {**outer, **_tensors(graph)}
    for number, node in enumerate(graph.node):
        name = node.name or (node.output[0] if node.output else f"node {number}")
        if node.op_type == "Conv" and node.domain in ("", "ai.onnx"):
            yield _convolution(node, f"{title}/{name}", known)
        elif node.op_type in _OTHER_KINDS:
            yield Skipped(f"{title}/{name}", f"{node.op_type}; tuned are nodes of the type Conv")
        for attribute in node.attribute:
            for inner in (attribute.g, *attribute.graphs):
                yield from _of_graph(inner, title, known)


def _tensors(graph: Any) -> dict[str, _Tensor]:
    from onnx.helper import tensor_dtype_to_np_dtype

    known = {}
    for value in (*graph.input, *graph.value_info, *graph.output):
        tensor = value.type.tensor_type
        if tensor.HasField("shape") and tensor.elem_type:
            sizes = tuple(
                dim.dim_value if dim.HasField("dim_value") else dim.dim_param or None
                for dim in tensor.shape.dim
            )
            known[value.name] = _Tensor(sizes, np.dtype(tensor_dtype_to_np_dtype(tensor.elem_type)))
    for constant in graph.initializer:
        dtype = np.dtype(tensor_dtype_to_np_dtype(constant.data_type))
        known[constant.name] = _Tensor(tuple(constant.dims), dtype)
    return known


def _convolution(node: Any, name: str, known: Mapping[str, _Tensor]) -> Workload | Skipped:
    from polyconv.onnx._attributes import conv_options

    x, w = (known.get(value) for value in node.input[:2])
    if x is None or w is None:
        return Skipped(name, f"the shape of {'x' if x is None else 'w'} cannot be inferred")
    for tensor, which in ((x, "x"), (w, "w")):
        for axis, size in enumerate(tensor.sizes):
            if not isinstance(size, int):
                hint = "" if size is None else f"; give --dim {size}=N"
                return Skipped(name, f"axis {axis} of {which} is open{hint}")
    try:
        workload = Workload(
            name,
            x_shape=tuple(map(int, x.sizes)),  # type: ignore[arg-type]
            w_shape=tuple(map(int, w.sizes)),  # type: ignore[arg-type]
            dtype=x.dtype.name,
            **conv_options(_attributes(node), w.sizes),  # type: ignore[arg-type]
        )
        problem_of(workload, None)
    except (ValueError, TypeError) as error:
        return Skipped(name, str(error))
    if math.prod(problem_of(workload, None).out_shape) == 0:
        return Skipped(name, "its result is empty")
    return workload


def _attributes(node: Any) -> dict[str, Any]:
    """Return the node's attributes by name, texts as such."""
    from onnx.helper import get_attribute_value

    given = {attribute.name: get_attribute_value(attribute) for attribute in node.attribute}
    return {k: v.decode() if isinstance(v, bytes) else v for k, v in given.items()}
