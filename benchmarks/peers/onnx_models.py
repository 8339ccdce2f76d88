"""ONNX models of one convolution or transposed convolution, weights as an initialiser.

It must not import polyconv: the worker processes of the peers run without it.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from onnx import helper, numpy_helper

from .adjoint import Transposed
from .quantised import is_quantised
from .task import Task, Unsupported

__all__ = ["convolution_model", "quantised_model", "transposed_model"]

# Versions of the operator set and of the file format; every onnxruntime since 1.15 reads them.
_OPSET, _IR = 17, 9


def convolution_model(task: Task) -> bytes:
    """Return a model of a convolution, between transpositions if the channels are last."""
    if task.dtype == task.result_dtype:
        operator = "Conv"
    elif is_quantised(task):
        operator = "ConvInteger"
    else:
        raise Unsupported(f"{task.dtype} to {task.result_dtype}")
    node = helper.make_node(
        operator,
        ["x_first" if task.channels_last else "x", "w"],
        ["y_first" if task.channels_last else "y"],
        kernel_shape=task.kernel,
        strides=task.stride,
        dilations=task.dilation,
        group=task.groups,
        pads=_pads(task.pads),
    )
    nodes = [node]
    if task.channels_last:
        axes = range(1, task.rank + 1)
        to_first = helper.make_node("Transpose", ["x"], ["x_first"], perm=[0, task.rank + 1, *axes])
        to_last = helper.make_node(
            "Transpose", ["y_first"], ["y"], perm=[0, *(axis + 1 for axis in axes), 1]
        )
        nodes = [to_first, node, to_last]
    return _model(nodes, task.x, {"w": task.w_channels_first}, task.result_dtype)


def quantised_model(task: Task, scale: int) -> bytes:
    """Return a model of a convolution of bytes with channels first, its sums divided by `scale`."""
    if not is_quantised(task) or task.channels_last:
        raise Unsupported("bytes with channels first only")
    one, zero = np.ones((), np.float32), np.zeros((), task.dtype)
    constants = {
        "w": task.w,
        "one": one,
        "zero": zero,
        "scale": np.full((), scale, np.float32),
        "zero_y": zero,
    }
    node = helper.make_node(
        "QLinearConv",
        ["x", "one", "zero", "w", "one", "zero", "scale", "zero_y"],
        ["y"],
        kernel_shape=task.kernel,
        strides=task.stride,
        dilations=task.dilation,
        group=task.groups,
        pads=_pads(task.pads),
    )
    return _model([node], task.x, constants, task.dtype)


def transposed_model(problem: Transposed) -> bytes:
    """Return a model of a transposed convolution."""
    node = helper.make_node(
        "ConvTranspose",
        ["x", "w"],
        ["y"],
        kernel_shape=problem.w.shape[2:],
        strides=problem.stride,
        dilations=problem.dilation,
        group=problem.groups,
        pads=_pads(problem.pads),
        output_padding=problem.output_padding,
    )
    return _model([node], problem.x, {"w": problem.w}, problem.x.dtype)


def _pads(pads: tuple[tuple[int, int], ...]) -> list[int]:
    return [low for low, _ in pads] + [high for _, high in pads]


def _model(
    nodes: Sequence[Any],
    x: NDArray[Any],
    constants: dict[str, NDArray[Any]],
    result_dtype: np.dtype[Any],
) -> bytes:
    element, result = map(helper.np_dtype_to_tensor_dtype, (x.dtype, result_dtype))
    graph = helper.make_graph(
        nodes,
        "convolution",
        [helper.make_tensor_value_info("x", element, x.shape)],
        [helper.make_tensor_value_info("y", result, None)],
        [numpy_helper.from_array(array, name) for name, array in constants.items()],
    )
    opset = helper.make_opsetid("", _OPSET)
    model = helper.make_model(graph, opset_imports=[opset], ir_version=_IR)
    return bytes(model.SerializeToString())
