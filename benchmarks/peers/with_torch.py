"""torch: eager calls on contiguous and channels_last tensors, and oneDNN with reordered weights."""

from collections.abc import Callable
from itertools import chain
from typing import Any

import numpy as np
import torch
import torch.nn.functional as F
from numpy.typing import NDArray

from .adjoint import AdjointTask
from .task import Task, Unsupported, Variant

__all__ = ["adjoint_builders", "builders", "setup", "versions"]

_CONVOLUTIONS: dict[int, Callable[..., torch.Tensor]] = {1: F.conv1d, 2: F.conv2d, 3: F.conv3d}
_TRANSPOSED: dict[int, Callable[..., torch.Tensor]] = {
    1: F.conv_transpose1d,
    2: F.conv_transpose2d,
    3: F.conv_transpose3d,
}
_CHANNELS_LAST = {2: torch.channels_last, 3: torch.channels_last_3d}


def setup(workers: int) -> None:
    """Set the number of threads, and record no gradients."""
    torch.set_num_threads(workers)
    torch.set_num_interop_threads(1)
    torch.inference_mode(True).__enter__()


def versions() -> dict[str, Any]:
    """Return the version and the instruction set in use."""
    return {"torch": torch.__version__, "torch_cpu": torch.backends.cpu.get_cpu_capability()}


def builders(task: Task) -> dict[str, Callable[[], Variant]]:
    """Return ``contiguous``, ``channels_last``, ``native`` (conversions untimed) and ``packed``."""
    variants = {"contiguous": lambda: _contiguous(task)}
    if task.rank > 1:
        variants["channels_last"] = lambda: _last(task)
        if not task.channels_last:
            variants["native"] = lambda: _native(task)
        if task.dtype == np.float32 and task.even_pads:
            variants["packed"] = lambda: _packed(task)
    return variants


def _convolve(task: Task, w: torch.Tensor) -> Callable[[torch.Tensor], torch.Tensor]:
    """Return the eager call for tensors of shape ``(N, C, *image)`` in any memory format."""
    function = _CONVOLUTIONS[task.rank]
    options: dict[str, Any] = {
        "stride": task.stride,
        "dilation": task.dilation,
        "groups": task.groups,
    }
    cast = torch.int32 if task.dtype != task.result_dtype else None
    if cast is not None and task.result_dtype != np.int32:
        raise Unsupported(f"{task.dtype} to {task.result_dtype}")
    if cast is not None:
        # torch's int8 convolution returns int8, with overflow.
        w = w.to(cast)
    if task.even_pads:
        padding = tuple(low for low, _ in task.pads)

        def run(x: torch.Tensor) -> torch.Tensor:
            return function(x if cast is None else x.to(cast), w, padding=padding, **options)

    else:
        widths = tuple(chain.from_iterable(reversed(task.pads)))

        def run(x: torch.Tensor) -> torch.Tensor:
            x = x if cast is None else x.to(cast)
            return function(F.pad(x, widths), w, **options)

    return run


def _tensor(task: Task) -> torch.Tensor:
    """Return the input as ``(N, C, *image)``, without a copy."""
    x = torch.from_numpy(task.x)
    return x.movedim(-1, 1) if task.channels_last else x


def _delivered(task: Task, y: torch.Tensor) -> NDArray[Any]:
    """Return the result in the workload's layout, copied only if its memory format differs."""
    y = y.movedim(1, -1) if task.channels_last else y
    return y.contiguous().numpy()


def _contiguous(task: Task) -> Variant:
    run = _convolve(task, torch.from_numpy(task.w_channels_first))
    x = _tensor(task)
    return Variant(lambda: _delivered(task, run(x.contiguous())))


def _last(task: Task) -> Variant:
    memory_format = _CHANNELS_LAST[task.rank]
    w = torch.from_numpy(task.w_channels_first).contiguous(memory_format=memory_format)
    run = _convolve(task, w)
    x = _tensor(task)
    return Variant(lambda: _delivered(task, run(x.contiguous(memory_format=memory_format))))


def _native(task: Task) -> Variant:
    memory_format = _CHANNELS_LAST[task.rank]
    w = torch.from_numpy(task.w_channels_first).contiguous(memory_format=memory_format)
    run = _convolve(task, w)
    x = _tensor(task).contiguous(memory_format=memory_format)

    def feed(source: NDArray[Any]) -> None:
        x.copy_(torch.from_numpy(task.to_first(source)))

    return Variant(lambda: run(x), lambda y: _delivered(task, y), "channels_last", feed=feed)


def _packed(task: Task) -> Variant:
    x = _tensor(task)
    padding = [low for low, _ in task.pads]
    stride, dilation = list(task.stride), list(task.dilation)
    w = torch.ops.mkldnn._reorder_convolution_weight(
        torch.from_numpy(task.w_channels_first),
        padding,
        stride,
        dilation,
        task.groups,
        list(x.shape),
    )
    convolve = torch.ops.mkldnn._convolution_pointwise

    def call() -> NDArray[Any]:
        y = convolve(x, w, None, padding, stride, dilation, task.groups, "none", [], "")
        return _delivered(task, y)

    return Variant(call)


def adjoint_builders(task: AdjointTask) -> dict[str, Callable[[], Variant]]:
    """Return ``contiguous`` and ``channels_last``: eager calls with timed conversions."""
    variants = {"contiguous": lambda: _adjoint(task, torch.contiguous_format)}
    if task.rank > 1:
        variants["channels_last"] = lambda: _adjoint(task, _CHANNELS_LAST[task.rank])
    return variants


def _adjoint(task: AdjointTask, memory_format: torch.memory_format) -> Variant:
    """Return the call in a memory format; weights have it from the start."""
    if not task.even_pads:
        raise Unsupported(f"padding {task.pads}")
    padding = [low for low, _ in task.pads]
    stride, dilation = list(task.stride), list(task.dilation)
    w = torch.from_numpy(task.w_channels_first).contiguous(memory_format=memory_format)
    x = _tensor(task)
    if task.operation == "transpose":
        function = _TRANSPOSED[task.rank]
        more = task.output_padding

        def call() -> NDArray[Any]:
            of_x = x.contiguous(memory_format=memory_format)
            y = function(of_x, w, None, stride, padding, more, task.groups, dilation)
            return _delivered(task, y)

        return Variant(call)
    g = torch.from_numpy(task.g)
    g = g.movedim(-1, 1) if task.channels_last else g
    of_input = task.operation == "input_gradient"
    mask = [of_input, not of_input, False]
    backward = torch.ops.aten.convolution_backward
    none = [0] * task.rank

    def gradient() -> NDArray[Any]:
        of_g = g.contiguous(memory_format=memory_format)
        # The gradient of the weights reads no weights, and that of the input no input.
        of_x = x if of_input else x.contiguous(memory_format=memory_format)
        both = backward(
            of_g, of_x, w, None, stride, padding, dilation, False, none, task.groups, mask
        )
        if of_input:
            return _delivered(task, both[0])
        y = both[1].movedim((0, 1), (-1, -2)) if task.channels_last else both[1]
        return y.contiguous().numpy()

    return Variant(gradient)
