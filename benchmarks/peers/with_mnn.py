"""MNN: a session on a converted ONNX model, with three limits to its Winograd tiles.

Larger tiles give fewer correct digits. With the default limit the error exceeds the tolerance on
many layers, and the variant is then not counted. Signals are images of height 1, because long
signals of rank 1 crash. A session overwrites its input, so each call copies it in.
"""

import subprocess
import sys
import tempfile
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import MNN
import numpy as np
from numpy.typing import NDArray

from .adjoint import AdjointTask
from .onnx_models import convolution_model, transposed_model
from .task import Task, Unsupported, Variant

__all__ = ["adjoint_builders", "builders", "setup", "versions"]

# The native converter, in a process of its own: the script of that name installs packages.
_CONVERTER = "import sys, MNN, _tools; _tools.mnnconvert(sys.argv)"

# The session hint that limits Winograd tiles, and its values by the variants' names.
_WINOGRAD_HINT = 3
_WINOGRAD_LEVELS = {"default": None, "winograd1": 1, "winograd0": 0}

_workers = 1


def setup(workers: int) -> None:
    """Set the number of threads."""
    global _workers
    _workers = workers


def versions() -> dict[str, Any]:
    """Return the version."""
    return {"mnn": MNN.version()}


def builders(task: Task) -> dict[str, Callable[[], Variant]]:
    """Return one variant for each limit to the tiles."""
    if task.dtype != np.float32:
        raise Unsupported(str(task.dtype))
    if task.rank == 3 and (task.groups > 1 or task.dilation[0] > 1):
        raise Unsupported("groups or dilation of volumes: wrong results or a crash")
    shape = (len(task.x), task.filters, *task.out_image)
    first = task if task.rank > 1 and not task.channels_last else _as_image(task)
    model = cache(lambda: _converted(convolution_model(first)))
    return {
        name: lambda level=level: _variant(task, model(), shape, level)
        for name, level in _WINOGRAD_LEVELS.items()
    }


def adjoint_builders(task: AdjointTask) -> dict[str, Callable[[], Variant]]:
    """Return one variant, ``default``."""
    problem = task.as_transposed()
    if problem.x.dtype != np.float32 or problem.rank == 3:
        raise Unsupported(f"{problem.x.dtype} of rank {problem.rank}")
    model = lambda: _converted(transposed_model(problem.as_image()))  # noqa: E731
    return {"default": lambda: _variant(task, model(), problem.result_shape, None)}


def _as_image(task: Task) -> Task:
    """Return the workload with channels first, a signal as an image of height 1."""
    x, w = task.to_first(task.x), task.w_channels_first
    stride, dilation, pads = task.stride, task.dilation, task.pads
    if task.rank == 1:
        x, w = x[:, :, None], w[:, :, None]
        stride, dilation, pads = (1, *stride), (1, *dilation), ((0, 0), *pads)
    options = {"stride": stride, "dilation": dilation, "padding": pads, "padding_mode": "zeros"}
    return Task(x, w, {**options, "groups": task.groups, "data_format": "channels_first"})


def _converted(model: bytes) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder, "model.onnx"), Path(folder, "model.mnn")
        source.write_bytes(model)
        arguments = ["-f", "ONNX", "--modelFile", str(source), "--MNNModel", str(target)]
        command = [sys.executable, "-c", _CONVERTER, *arguments, "--bizCode", "peers"]
        done = subprocess.run(command, check=False, capture_output=True)
        if done.returncode or not target.exists():
            raise Unsupported("MNN's converter refuses the model")
        return target.read_bytes()


def _variant(task: Task, model: bytes, shape: tuple[int, ...], level: int | None) -> Variant:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "model.mnn")
        file.write_bytes(model)
        interpreter = MNN.Interpreter(str(file))
    if level is not None:
        interpreter.setSessionHint(_WINOGRAD_HINT, level)
    session = interpreter.createSession(
        {
            "backend": "CPU",
            "numThread": _workers,
            "precision": "high",
            "power": "high",
            "memory": "high",
        }
    )
    source, target = interpreter.getSessionInput(session), interpreter.getSessionOutput(session)
    height = (slice(None), slice(None), *([None] if task.rank == 1 else []))
    host = _tensor(np.ascontiguousarray(task.to_first(task.source)[height]))
    result, nothing = (_tensor(np.full(shape, np.nan, np.float32)[height]) for _ in range(2))

    def call(_memory: Any = (interpreter, session)) -> None:
        source.copyFrom(host)
        status = interpreter.runSession(session)
        if status:  # it returns at once, having computed nothing
            raise RuntimeError(f"MNN returned status {status}")

    def finish(_: None) -> NDArray[Any]:
        target.copyToHostTensor(result)
        return task.from_first(np.array(result.getNumpyData(), np.float32).reshape(shape))

    def feed(array: NDArray[Any]) -> None:
        # A tensor copies the array that it is made from; this is a view of the tensor's memory.
        view = host.getNumpyData()
        view[...] = task.to_first(array).reshape(view.shape)

    def poison() -> None:
        target.copyFrom(nothing)

    return Variant(call, finish, "channels_first", reuses_output=True, feed=feed, poison=poison)


def _tensor(array: NDArray[Any]) -> Any:
    return MNN.Tensor(array.shape, MNN.Halide_Type_Float, array, MNN.Tensor_DimensionType_Caffe)
