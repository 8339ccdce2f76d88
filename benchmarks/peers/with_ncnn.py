"""ncnn: one layer, with plain arrays and with its own blocks of 16, 8 or 4 channels.

ncnn takes one image a call, so a batch is a loop. Signals are images of height 1, which is faster
than its layer for signals. Memory comes from pools; without them each call asks the system for it.
"""

import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import ncnn
import numpy as np
from numpy.typing import NDArray

from .adjoint import AdjointTask, Transposed
from .task import Task, Unsupported, Variant

__all__ = ["adjoint_builders", "builders", "setup", "versions"]

# The first number of a file of layers, and the tag of float32 before weights.
_MAGIC, _FLOAT32_TAG = 7767517, bytes(4)

_BLOCKS = (16, 8, 4)

_workers = 1

# A pool must live longer than every array that was allocated from it; otherwise ncnn aborts.
_pools: list[Any] = []


def setup(workers: int) -> None:
    """Set the number of threads."""
    global _workers
    _workers = workers


def versions() -> dict[str, Any]:
    """Return the version."""
    return {"ncnn": ncnn.__version__}


def builders(task: Task) -> dict[str, Callable[[], Variant]]:
    """Return ``plain`` and ``packed``."""
    layer = _convolution(task)
    shape = (len(task.x), task.filters, *task.out_image)
    return _both(task, layer, task.w_channels_first, shape)


def adjoint_builders(task: AdjointTask) -> dict[str, Callable[[], Variant]]:
    """Return ``plain`` and ``packed``."""
    problem = task.as_transposed()
    if problem.groups > 1 and problem.groups != problem.x.shape[1]:
        raise Unsupported("groups of several channels")
    # ncnn holds the output channels of a transposed convolution first, within each group.
    groups = np.split(problem.w, problem.groups)
    w = np.concatenate([np.swapaxes(group, 0, 1) for group in groups])
    return _both(task, _deconvolution(problem), w, problem.result_shape)


def _both(
    task: Task, layer: str, w: NDArray[Any], shape: tuple[int, ...]
) -> dict[str, Callable[[], Variant]]:
    if task.dtype != np.float32:
        raise Unsupported(str(task.dtype))
    return {
        "plain": lambda: _variant(task, layer, w, shape, packed=False),
        "packed": lambda: _variant(task, layer, w, shape, packed=True),
    }


def _options() -> Any:
    """Return options of float32 arithmetic, with pools of memory."""
    options = ncnn.Net().opt
    kinds = ("fp16", "bf16", "int8")
    narrow = [n for n in dir(options) if n.startswith("use_") and any(kind in n for kind in kinds)]
    if not narrow:
        raise RuntimeError("ncnn has no options of precision under the known names")
    for name in narrow:
        setattr(options, name, False)
    options.num_threads = _workers
    options.use_vulkan_compute = False
    pools = ncnn.PoolAllocator(), ncnn.PoolAllocator()
    _pools.append(pools)
    options.blob_allocator, options.workspace_allocator = pools
    return options


def _variant(
    task: Task, layer: str, w: NDArray[Any], shape: tuple[int, ...], *, packed: bool
) -> Variant:
    channels = task.to_first(task.source).shape[1]
    if packed and channels % 4 and shape[1] % 4:
        raise Unsupported("blocks of 4 channels need a multiple of 4")
    net = ncnn.Net()
    net.opt = options = _options()
    if net.load_param_mem(f"{_MAGIC}\n2 2\nInput x 0 1 x\n{layer}\n"):
        raise Unsupported("ncnn refuses the layer")
    with tempfile.TemporaryDirectory() as folder:
        weights = Path(folder, "weights.bin")
        weights.write_bytes(_FLOAT32_TAG + np.ascontiguousarray(w).tobytes())
        if net.load_model(str(weights)):
            raise Unsupported("ncnn refuses the weights")
    block = next((size for size in _BLOCKS if packed and channels % size == 0), 1)
    inputs: list[Any] = [None] * len(task.source)
    results: list[Any] = [None] * len(inputs)
    # 1: leave the result as the layer writes it; 0: unpack it.
    kind = 1 if packed else 0

    def feed(source: NDArray[Any]) -> None:
        images = task.to_first(source)
        images = images[:, :, None] if task.rank == 1 else images
        for i, image in enumerate(images):
            array = np.ascontiguousarray(image)
            plain = ncnn.Mat(array).clone()  # a Mat does not keep its array alive
            inputs[i] = _repacked(plain, block, options) if block > 1 else plain

    def call() -> Sequence[Any]:
        for i, image in enumerate(inputs):
            extractor = net.create_extractor()
            extractor.input(0, image)
            status, results[i] = extractor.extract(1, kind)
            if status:
                raise RuntimeError(f"ncnn returned status {status}")
        return results

    def finish(mats: Sequence[Any]) -> NDArray[Any]:
        plain = [m if m.elempack == 1 else _repacked(m, 1, options) for m in mats]
        return task.from_first(np.stack([np.array(m) for m in plain]).reshape(shape))

    def poison() -> None:
        for mat in results:
            mat.fill(float("nan"))

    feed(task.source)
    layout = "blocks" if packed else "channels_first"
    return Variant(call, finish, layout, reuses_output=True, feed=feed, poison=poison)


def _repacked(mat: Any, block: int, options: Any) -> Any:
    result = ncnn.Mat()
    ncnn.convert_packing(mat, result, block, options)
    return result


# Numbers of a layer's parameters, for width, height and depth.
_KERNEL, _DILATION, _STRIDE = (1, 11, 21), (2, 12, 22), (3, 13, 23)
_PAD_BEFORE, _PAD_AFTER, _OUTPUT_PADDING = (4, 14, 24), (15, 16, 17), (18, 19, 20)


def _convolution(task: Task) -> str:
    kind = "Convolution" + "DepthWise" * (task.groups > 1)
    sizes = {
        _KERNEL: task.kernel,
        _DILATION: task.dilation,
        _STRIDE: task.stride,
        _PAD_BEFORE: tuple(low for low, _ in task.pads),
        _PAD_AFTER: tuple(high for _, high in task.pads),
    }
    return _layer(kind, sizes, task.rank, task.filters, task.w.size, task.groups)


def _deconvolution(problem: Transposed) -> str:
    kind = "Deconvolution" + "DepthWise" * (problem.groups > 1)
    sizes = {
        _KERNEL: problem.w.shape[2:],
        _DILATION: problem.dilation,
        _STRIDE: problem.stride,
        _PAD_BEFORE: tuple(low for low, _ in problem.pads),
        _PAD_AFTER: tuple(high for _, high in problem.pads),
        _OUTPUT_PADDING: problem.output_padding,
    }
    filters = problem.result_shape[1]
    return _layer(kind, sizes, problem.rank, filters, problem.w.size, problem.groups)


def _layer(
    kind: str,
    sizes: dict[tuple[int, ...], tuple[int, ...]],
    rank: int,
    filters: int,
    weights: int,
    groups: int,
) -> str:
    """Return the line of a layer. ncnn counts axes from the last; signals have height 1."""
    fields = {0: filters, 5: 0, 6: weights}
    for numbers, values in sizes.items():
        fields |= dict(zip(numbers, reversed(values), strict=False))
    if rank == 1:
        fields |= {11: 1, 12: 1, 13: 1, 14: 0, 16: 0}
    if groups > 1:
        fields[7] = groups
    numbered = " ".join(f"{number}={value}" for number, value in fields.items())
    return f"{kind}{'3D' * (rank == 3)} layer 1 1 x y {numbered}"
