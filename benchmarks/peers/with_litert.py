"""LiteRT (TensorFlow Lite) on XNNPACK: a model of one convolution, with channels last.

Convolutions of int8 have results of int8 there, their sums divided by a number.
"""

from collections.abc import Callable, Sequence
from importlib.metadata import version
from typing import Any

import flatbuffers
import numpy as np
from ai_edge_litert import schema_py_generated as schema
from ai_edge_litert.interpreter import Interpreter
from numpy.typing import NDArray

from .adjoint import AdjointTask, Transposed
from .quantised import is_quantised, output_scale, requantised
from .task import Task, Unsupported, Variant

__all__ = ["adjoint_builders", "builders", "setup", "versions"]

_FILE_IDENTIFIER = b"TFL3"
_SCHEMA_VERSION = 3

_workers = 1


def setup(workers: int) -> None:
    """Set the number of threads."""
    global _workers
    _workers = workers


def versions() -> dict[str, Any]:
    """Return the version."""
    return {"litert": version("ai-edge-litert")}


def builders(task: Task) -> dict[str, Callable[[], Variant]]:
    """Return one variant: ``invoke``, or ``requantised`` for bytes."""
    if is_quantised(task):
        scale = output_scale(task)
        return {
            "requantised": lambda: _variant(task, _convolution(task, scale), requantised(scale))
        }
    return {"invoke": lambda: _variant(task, _convolution(task))}


def adjoint_builders(task: AdjointTask) -> dict[str, Callable[[], Variant]]:
    """Return one variant, ``invoke``."""
    return {"invoke": lambda: _variant(task, _transposed(task.as_transposed().as_image()))}


def _variant(
    task: Task, model: bytes, wanted: Callable[[NDArray[Any]], NDArray[Any]] | None = None
) -> Variant:
    interpreter = Interpreter(model_content=model, num_threads=_workers)
    interpreter.allocate_tensors()
    x = interpreter.tensor(interpreter.get_input_details()[0]["index"])
    y = interpreter.tensor(interpreter.get_output_details()[0]["index"])

    def feed(source: NDArray[Any]) -> None:
        x()[...] = task.to_last(source).reshape(x().shape)

    def finish(_: None) -> NDArray[Any]:
        result = y().astype(task.result_dtype)
        return task.from_last(result[:, 0] if task.rank == 1 else result)

    def poison() -> None:
        y()[...] = np.nan if task.dtype.kind == "f" else 99

    feed(task.source)
    return Variant(
        interpreter.invoke,
        finish,
        "channels_last",
        reuses_output=True,
        wanted=wanted,
        feed=feed,
        poison=poison,
    )


class _Graph:
    """A model of one graph, tensor by tensor and operator by operator."""

    def __init__(self) -> None:
        self._graph = schema.SubGraphT()
        self._graph.tensors, self._graph.operators = [], []
        self._model = schema.ModelT()
        self._model.version, self._model.subgraphs = _SCHEMA_VERSION, [self._graph]
        # Tensors that are computed share the first buffer, which is empty.
        self._model.buffers, self._model.operatorCodes = [schema.BufferT()], []

    def tensor(
        self,
        shape: tuple[int, ...],
        dtype: np.dtype[Any],
        scales: Sequence[float] = (),
        axis: int = 0,
    ) -> int:
        """Add a tensor that is computed, quantised if it has `scales`; return its number."""
        tensor = schema.TensorT()
        tensor.shape, tensor.buffer = list(shape), 0
        tensor.type = getattr(schema.TensorType, dtype.name.upper())
        if scales:
            tensor.quantization = schema.QuantizationParametersT()
            tensor.quantization.scale = list(scales)
            tensor.quantization.zeroPoint = [0] * len(scales)
            tensor.quantization.quantizedDimension = axis
        self._graph.tensors.append(tensor)
        return len(self._graph.tensors) - 1

    def constant(self, values: NDArray[Any], scales: Sequence[float] = (), axis: int = 0) -> int:
        """Add a tensor with its values; return its number."""
        number = self.tensor(values.shape, values.dtype, scales, axis)
        tensor, buffer = self._graph.tensors[number], schema.BufferT()
        buffer.data = np.frombuffer(values.tobytes(), np.uint8)
        self._model.buffers.append(buffer)
        tensor.buffer = len(self._model.buffers) - 1
        return number

    def operator(self, code: int, version: int, options: Any, inputs: list[int], y: int) -> None:
        """Add an operator that computes tensor `y`."""
        known, operator = schema.OperatorCodeT(), schema.OperatorT()
        known.builtinCode, known.version = code, version
        # Codes above 127 have no deprecated one.
        known.deprecatedBuiltinCode = min(code, 127)
        self._model.operatorCodes.append(known)
        operator.opcodeIndex = len(self._model.operatorCodes) - 1
        operator.inputs, operator.outputs, operator.builtinOptions = inputs, [y], options
        kind = type(options).__name__.removesuffix("T")
        operator.builtinOptionsType = getattr(schema.BuiltinOptions, kind)
        self._graph.operators.append(operator)

    def file(self, x: int, y: int) -> bytes:
        """Return the file of the graph from tensor `x` to tensor `y`."""
        self._graph.inputs, self._graph.outputs = [x], [y]
        builder = flatbuffers.Builder()
        builder.Finish(self._model.Pack(builder), _FILE_IDENTIFIER)
        return bytes(builder.Output())


def _convolution(task: Task, scale: int | None = None) -> bytes:
    """Return a model of a convolution, after a PAD unless its padding is SAME or VALID.

    XNNPACK computes both at once. With a `scale`, bytes are summed and the sums divided by it.
    """
    if scale is None:
        _must_be_float32(task.dtype)
    elif task.dtype != np.int8:
        raise Unsupported(str(task.dtype))
    if task.rank == 3 and (task.groups > 1 or set(task.dilation) != {1}):
        raise Unsupported("groups or dilation of volumes")
    one = (1,) if task.rank == 1 else ()
    image, pads = (*one, *task.image), (*[(0, 0)] * len(one), *task.pads)
    w = task.w_channels_first
    w = w[:, :, None] if task.rank == 1 else w
    graph = _Graph()
    dtype, ones, results = task.dtype, (), ()
    if scale is not None:
        ones, results = (1.0,), (float(scale),)
    x = padded = graph.tensor((len(task.x), *image, task.channels), dtype, ones)
    same = all(map(_is_same, task.stride, task.pads, task.kernel, task.dilation))
    if not same and any(map(any, pads)):
        extents = tuple(n + low + high for n, (low, high) in zip(image, pads, strict=True))
        padded = graph.tensor((len(task.x), *extents, task.channels), dtype, ones)
        widths = graph.constant(np.array([(0, 0), *pads, (0, 0)], np.int32))
        graph.operator(schema.BuiltinOperator.PAD, 1, schema.PadOptionsT(), [x, widths], padded)
    code, version, options, w = _operator(task, w)
    strides, dilations = (*one, *task.stride), (*one, *task.dilation)
    options.strideH, options.strideW = strides[-2:]
    options.dilationHFactor, options.dilationWFactor = dilations[-2:]
    options.padding = schema.Padding.SAME if same else schema.Padding.VALID
    y = graph.tensor((len(task.x), *one, *task.out_image, task.filters), dtype, results)
    axis = w.ndim - 1 if code == schema.BuiltinOperator.DEPTHWISE_CONV_2D else 0
    of_filters = task.filters * ones
    weights = graph.constant(w, of_filters, axis)
    sums = np.zeros(task.filters, np.float32 if scale is None else np.int32)
    bias = graph.constant(sums, of_filters)
    graph.operator(code, version, options, [padded, weights, bias], y)
    return graph.file(x, y)


def _operator(task: Task, w: NDArray[Any]) -> tuple[int, int, Any, NDArray[Any]]:
    """Return code, version, options and weights of the operator, from ``(K, C/groups, ...)``."""
    operators = schema.BuiltinOperator
    if task.rank == 3:
        options = schema.Conv3DOptionsT()
        options.strideD, options.dilationDFactor = task.stride[0], 1
        return operators.CONV_3D, 1, options, np.moveaxis(w, (0, 1), (-1, -2))
    if task.groups == task.channels > 1:
        options = schema.DepthwiseConv2DOptionsT()
        options.depthMultiplier = task.filters // task.channels
        return operators.DEPTHWISE_CONV_2D, 2, options, np.moveaxis(w, 0, -1)
    # The number of groups follows from the channels of the weights.
    return operators.CONV_2D, 2, schema.Conv2DOptionsT(), np.moveaxis(w, 1, -1)


def _is_same(stride: int, pads: tuple[int, int], kernel: int, dilation: int) -> bool:
    total = dilation * (kernel - 1)
    return stride == 1 and pads == (total // 2, total - total // 2)


def _transposed(problem: Transposed) -> bytes:
    """Return a model of a transposed convolution of images."""
    _must_be_float32(problem.x.dtype)
    if problem.rank == 3 or problem.groups > 1 or set(problem.dilation) != {1}:
        raise Unsupported("volumes, groups and dilation")
    valid = {*problem.pads} == {(0, 0)} and not any(problem.output_padding)
    if not valid and not _is_same_transposed(problem):
        raise Unsupported("padding other than SAME and VALID")
    graph, shape = _Graph(), problem.result_shape
    n, channels, *image = problem.x.shape
    dtype = problem.x.dtype
    x = graph.tensor((n, *image, channels), dtype)
    y = graph.tensor((n, *shape[2:], shape[1]), dtype)
    options = schema.TransposeConvOptionsT()
    options.strideH, options.strideW = problem.stride
    options.padding = schema.Padding.VALID if valid else schema.Padding.SAME
    result_shape = graph.constant(np.array((n, *shape[2:], shape[1]), np.int32))
    weights = graph.constant(np.moveaxis(problem.w, 0, -1))
    code = schema.BuiltinOperator.TRANSPOSE_CONV
    graph.operator(code, 1, options, [result_shape, weights, x], y)
    return graph.file(x, y)


def _is_same_transposed(problem: Transposed) -> bool:
    """True if each result has stride times the image's extent, the odd zero at the end."""
    image, out = problem.x.shape[2:], problem.out_image
    kernel, stride = problem.w.shape[2:], problem.stride
    totals = [max(k - s, 0) for k, s in zip(kernel, stride, strict=True)]
    return all(n * s == o for n, s, o in zip(image, stride, out, strict=True)) and all(
        low == total // 2 for (low, _), total in zip(problem.pads, totals, strict=True)
    )


def _must_be_float32(dtype: np.dtype[Any]) -> None:
    if dtype != np.float32:
        raise Unsupported(str(dtype))
