"""OpenVINO's CPU plugin: a model of one convolution, with channels first and with channels last.

Input and result are shared with the plugin once; ``infer`` with ``share_outputs`` copies nothing.
Without the hint of precision the plugin computes in bfloat16 on processors that have it.

Bytes enter as bytes, and FakeQuantize nodes tell the plugin to multiply them as such. Its sums are
exact, and leave as float32.
"""

from collections.abc import Callable
from typing import Any

import numpy as np
import openvino
from numpy.typing import NDArray
from openvino import opset13
from openvino.preprocess import PrePostProcessor

from .adjoint import AdjointTask, Transposed
from .quantised import is_quantised
from .task import Task, Unsupported, Variant, aligned

__all__ = ["adjoint_builders", "builders", "setup", "versions"]

_LAYOUTS = {2: ("NCHW", "NHWC"), 3: ("NCDHW", "NDHWC")}

# The distance of two levels of quantised bytes. A power of 2, so that sums stay exact; not 1, which
# the plugin would drop.
_STEP = np.float32(0.5)

_workers = 1


def setup(workers: int) -> None:
    """Set the number of threads."""
    global _workers
    _workers = workers


def versions() -> dict[str, Any]:
    """Return the version, without the name of the build."""
    return {"openvino": openvino.__version__.partition("-")[0]}


def builders(task: Task) -> dict[str, Callable[[], Variant]]:
    """Return ``first`` and, for images and volumes, ``last``."""
    return _both(task, lambda: _convolution(task))


def adjoint_builders(task: AdjointTask) -> dict[str, Callable[[], Variant]]:
    """Return ``first`` and, for images and volumes, ``last``."""
    return _both(task, lambda: _transposed(task.as_transposed()))


def _both(task: Task, model: Callable[[], Any]) -> dict[str, Callable[[], Variant]]:
    variants = {"first": lambda: _variant(task, model(), last=False)}
    if task.rank > 1:
        variants["last"] = lambda: _variant(task, model(), last=True)
    return variants


def _convolution(task: Task) -> Any:
    if task.dtype != np.float32 and not is_quantised(task):
        raise Unsupported(f"{task.dtype} to {task.result_dtype}")
    shape = task.to_first(task.x).shape
    parameter, w = opset13.parameter(shape, task.dtype), task.w_channels_first
    function = opset13.convolution
    if task.groups > 1:
        function = opset13.group_convolution
        w = w.reshape(task.groups, -1, *w.shape[1:])
    x, weights = parameter, opset13.constant(w)
    if is_quantised(task):
        x, weights = _quantised(x, task.dtype), _quantised_weights(w)
    options = (task.stride, *_split(task.pads), task.dilation)
    node = function(x, weights, *map(list, options))
    return openvino.Model([opset13.result(node)], [parameter])


def _quantised(x: Any, dtype: np.dtype[Any]) -> Any:
    """Return bytes times `_STEP`, in 256 levels."""
    ends = np.array([np.iinfo(dtype).min, np.iinfo(dtype).max], np.float32)
    limits = map(opset13.constant, (*ends, *(ends * _STEP)))
    return opset13.fake_quantize(opset13.convert(x, np.float32), *limits, 256)


def _quantised_weights(w: NDArray[Any]) -> Any:
    """Return bytes times `_STEP`, one factor for each filter."""
    if w.max() > np.iinfo(np.int8).max:
        raise Unsupported("weights beyond int8")
    steps = np.full((*w.shape[:-3], 1, 1, 1), _STEP, np.float32)
    constant = opset13.constant(w.astype(np.int8))
    return opset13.multiply(opset13.convert(constant, np.float32), opset13.constant(steps))


def _transposed(problem: Transposed) -> Any:
    if problem.x.dtype != np.float32:
        raise Unsupported(str(problem.x.dtype))
    x, w = opset13.parameter(problem.x.shape, problem.x.dtype), problem.w
    function = opset13.convolution_backprop_data
    if problem.groups > 1:
        function = opset13.group_convolution_backprop_data
        w = w.reshape(problem.groups, -1, *w.shape[1:])
    low, high = _split(problem.pads)
    node = function(
        x,
        opset13.constant(w),
        strides=list(problem.stride),
        pads_begin=low,
        pads_end=high,
        dilations=list(problem.dilation),
        output_padding=list(problem.output_padding),
    )
    return openvino.Model([opset13.result(node)], [x])


def _split(pads: tuple[tuple[int, int], ...]) -> tuple[list[int], list[int]]:
    return [low for low, _ in pads], [high for _, high in pads]


def _variant(task: Task, model: Any, *, last: bool) -> Variant:
    if last:
        model = _with_channels_last(model, task.rank)
    settings = {
        "PERFORMANCE_HINT": "LATENCY",
        "NUM_STREAMS": 1,
        "INFERENCE_NUM_THREADS": _workers,
        "INFERENCE_PRECISION_HINT": "f32",
        "ENABLE_CPU_PINNING": False,
        "ENABLE_HYPER_THREADING": False,
    }
    compiled = openvino.Core().compile_model(model, "CPU", settings)
    precision = compiled.get_property("INFERENCE_PRECISION_HINT").to_string()
    if precision != "f32":
        raise RuntimeError(f"OpenVINO computes in {precision}")
    to, back = (task.to_last, task.from_last) if last else (task.to_first, task.from_first)
    x = aligned(to(task.source))
    y = aligned(np.empty(tuple(compiled.output(0).shape), np.float32))
    tensors = [openvino.Tensor(array, shared_memory=True) for array in (x, y)]
    request = compiled.create_infer_request()
    request.set_input_tensor(0, tensors[0])
    request.set_output_tensor(0, tensors[1])

    def call(_memory: Any = (tensors, compiled)) -> NDArray[Any]:
        request.infer(share_outputs=True)
        return y

    def feed(source: NDArray[Any]) -> None:
        x[...] = to(source)

    def finish(y: NDArray[Any]) -> NDArray[Any]:
        y = back(y)
        return y if task.dtype == y.dtype else np.rint(y / _STEP**2).astype(task.result_dtype)

    layout = "channels_last" if last else "channels_first"
    return Variant(call, finish, layout, reuses_output=True, feed=feed)


def _with_channels_last(model: Any, rank: int) -> Any:
    """Return the model with other layouts of its input and result."""
    inside, outside = map(openvino.Layout, _LAYOUTS[rank])
    steps = PrePostProcessor(model)
    for port in (steps.input(), steps.output()):
        port.tensor().set_layout(outside)
        port.model().set_layout(inside)
    return steps.build()
