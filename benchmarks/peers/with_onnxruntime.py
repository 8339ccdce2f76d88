"""onnxruntime: one node (a convolution of floats or bytes, or transposed) with constant weights."""

from collections.abc import Callable
from typing import Any

import numpy as np
import onnx
import onnxruntime
from numpy.typing import NDArray

from .adjoint import AdjointTask
from .onnx_models import convolution_model, quantised_model, transposed_model
from .quantised import is_quantised, output_scale, requantised
from .task import Task, Unsupported, Variant, aligned

__all__ = ["adjoint_builders", "builders", "setup", "versions"]

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
    """Return ``run``, which allocates its result, and ``bound``, which has memory for it.

    For bytes also ``requantised``, by QLinearConv, whose results are bytes again.
    """
    shape = (len(task.x), task.filters, *task.out_image)
    quantised = {"requantised": lambda: _requantised(task)} if is_quantised(task) else {}
    return quantised | {
        "run": lambda: _run(_session(convolution_model(task)), task.x),
        "bound": lambda: _bound(
            _session(convolution_model(task)),
            task.x,
            task.from_first(np.empty(shape, task.result_dtype)),
        ),
    }


def adjoint_builders(task: AdjointTask) -> dict[str, Callable[[], Variant]]:
    """Return ``run``: the node's layout is channels_first."""
    return {"run": lambda: _transposed(task)}


def _session(model: bytes) -> Any:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = _workers
    options.inter_op_num_threads = 1
    options.log_severity_level = _FATAL
    try:
        return onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
    except Exception as error:
        raise Unsupported(str(error).splitlines()[0][:120]) from None


def _run(session: Any, x: NDArray[Any]) -> Variant:
    feed = {"x": x}
    return Variant(lambda: session.run(None, feed)[0])


def _bound(session: Any, x: NDArray[Any], result: NDArray[Any]) -> Variant:
    """Bind input and result once, so that each call writes into the same memory."""
    y = aligned(result)
    binding = session.io_binding()
    for bind, name, array in ((binding.bind_input, "x", x), (binding.bind_output, "y", y)):
        bind(name, "cpu", 0, array.dtype.type, array.shape, array.ctypes.data)

    def call() -> NDArray[Any]:
        session.run_with_iobinding(binding)
        return y

    return Variant(call, reuses_output=True)


def _requantised(task: Task) -> Variant:
    scale = output_scale(task)
    session, feed = _session(quantised_model(task, scale)), {"x": task.x}
    return Variant(
        lambda: session.run(None, feed)[0],
        lambda y: y.astype(np.int32),
        wanted=requantised(scale),
    )


def _transposed(task: AdjointTask) -> Variant:
    problem = task.as_transposed()
    session = _session(transposed_model(problem))
    x = aligned(problem.x)
    feed = {"x": x}

    def replace(source: NDArray[Any]) -> None:
        x[...] = task.to_first(source)

    return Variant(
        lambda: session.run(None, feed)[0], task.from_first, "channels_first", feed=replace
    )
