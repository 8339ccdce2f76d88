"""onnxruntime: a Conv node (ConvInteger for bytes) whose weights are an initialiser."""

from collections.abc import Callable
from typing import Any

import numpy as np
import onnx
import onnxruntime
from onnx import helper, numpy_helper

from .task import Task, Unsupported, Variant

__all__ = ["builders", "setup", "versions"]

# Versions of the operator set and of the file format; every onnxruntime since 1.15 reads them.
_OPSET, _IR = 17, 9

_FATAL = 4

_workers = 1


def setup(workers: int) -> None:
    """Set the number of threads."""
    global _workers
    _workers = workers
    onnxruntime.set_default_logger_severity(_FATAL)


def versions() -> dict[str, Any]:
    """Return the versions of the runtime and of the package that writes its models."""
    return {"onnxruntime": onnxruntime.__version__, "onnx": onnx.__version__}


def builders(task: Task) -> dict[str, Callable[[], Variant]]:
    """Return one variant, ``run``."""
    return {"run": lambda: _run(task)}


def _run(task: Task) -> Variant:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = _workers
    options.inter_op_num_threads = 1
    options.log_severity_level = _FATAL
    try:
        session = onnxruntime.InferenceSession(
            _model(task), options, providers=["CPUExecutionProvider"]
        )
    except Exception as error:
        raise Unsupported(str(error).splitlines()[0][:120]) from None
    feed = {"x": task.x}
    return Variant(lambda: session.run(None, feed)[0])


def _model(task: Task) -> bytes:
    """Return a model of one convolution, between transpositions if the channels are last."""
    if task.dtype == task.result_dtype:
        operator = "Conv"
    elif task.dtype.name in ("int8", "uint8") and task.result_dtype == np.int32:
        operator = "ConvInteger"
    else:
        raise Unsupported(f"{task.dtype} to {task.result_dtype}")
    last = task.channels_last
    axes = range(1, task.rank + 1)
    convolution = helper.make_node(
        operator,
        ["x_first" if last else "x", "w"],
        ["y_first" if last else "y"],
        kernel_shape=task.kernel,
        strides=task.stride,
        dilations=task.dilation,
        group=task.groups,
        pads=[low for low, _ in task.pads] + [high for _, high in task.pads],
    )
    nodes = [convolution]
    if last:
        to_first = helper.make_node("Transpose", ["x"], ["x_first"], perm=[0, task.rank + 1, *axes])
        to_last = helper.make_node(
            "Transpose", ["y_first"], ["y"], perm=[0, *(axis + 1 for axis in axes), 1]
        )
        nodes = [to_first, convolution, to_last]
    element, result = map(helper.np_dtype_to_tensor_dtype, (task.dtype, task.result_dtype))
    graph = helper.make_graph(
        nodes,
        "convolution",
        [helper.make_tensor_value_info("x", element, task.x.shape)],
        [helper.make_tensor_value_info("y", result, None)],
        [numpy_helper.from_array(task.w_channels_first, "w")],
    )
    opset = helper.make_opsetid("", _OPSET)
    model = helper.make_model(graph, opset_imports=[opset], ir_version=_IR)
    return model.SerializeToString()
