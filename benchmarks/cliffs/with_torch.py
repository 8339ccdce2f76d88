"""torch, where it is installed: eager calls of ``conv1d``, ``conv2d``, ``conv3d``."""

import importlib.util
import math
from itertools import chain
from typing import Any

import numpy as np

from .task import Call, CliffTask

__all__ = ["TORCH"]

_MODES = {"reflect": "reflect", "edge": "replicate", "wrap": "circular"}

# Maximum number of products for which torch is tried; they take about 2 s. The first number is for
# float32 with at least `_MIN_CHANNELS` channels, which oneDNN computes, the second for all others.
_MAX_PRODUCTS, _MAX_OTHER_PRODUCTS = 4_000_000_000, 400_000_000
_MIN_CHANNELS = 8
# Maximum number of elements of the unfolded input, which torch stores in dtypes oneDNN lacks.
_MAX_UNFOLDED = 60_000_000


def _convolution(task: CliffTask) -> Call | None:
    """The convolution of the problem's rank, with padding apart where torch has none."""
    if importlib.util.find_spec("torch") is None:
        return None
    p = task.problem
    if not task.x.dtype == task.w.dtype == task.dtype or task.dtype.kind not in "fc":
        return None
    if task.dtype == np.float16 or not task.x.dtype.isnative or 0 in task.x.shape:
        return None
    single = task.dtype == np.float32
    fast = single and p.ic_per_group * p.oc_per_group >= _MIN_CHANNELS
    if task.products > (_MAX_PRODUCTS if fast else _MAX_OTHER_PRODUCTS):
        return None
    if not single and p.ic_per_group * p.taps * math.prod(p.out) > _MAX_UNFOLDED:
        return None
    if max(p.dilation) >= 2**31 // max(p.kernel):
        return None
    mode = _MODES.get(p.padding_mode)
    if task.padded and not task.zeros:
        spare = 1 if mode == "reflect" else 0
        along = zip(p.pads, p.spatial, strict=True)
        if mode is None or any(max(pads) > n - spare for pads, n in along):
            return None
    import torch

    torch.set_num_threads(1)
    function = getattr(torch.nn.functional, f"conv{task.rank}d")
    options: dict[str, Any] = {"stride": p.stride, "dilation": p.dilation, "groups": p.groups}
    widths = list(chain.from_iterable(reversed(p.pads)))
    even = task.zeros and all(low == high for low, high in p.pads)
    w = torch.from_numpy(task.w)

    def call() -> Any:
        array = task.x if min(task.x.strides) > 0 else np.ascontiguousarray(task.x)
        x = torch.from_numpy(array)
        with torch.inference_mode():
            if even:
                y = function(x, w, padding=tuple(low for low, _ in p.pads), **options)
            elif task.zeros:
                y = function(torch.nn.functional.pad(x, widths), w, **options)
            else:
                y = function(torch.nn.functional.pad(x, widths, mode), w, **options)
            return y.numpy()

    return call


TORCH = {"torch": _convolution}
