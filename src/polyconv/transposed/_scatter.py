"""Plain calls with few pixels and many weights: one matrix product, whose results are scattered.

Each element of `x` is multiplied by all weights of its channel, summed over the channels, and the
sums are added to the outputs, tap by tap. Weights are read once, where they are. Phases need them
copied and packed first, which takes longer than all products where there are few pixels. Beside
phases, 512x256x4x4 weights on 4x4 pixels take a third of the time, 1024x512x2x2 on 28x28 pixels
0.8 of it, but 256x256x3x3 on 14x14 pixels 1.1 (Emerald Rapids, one core, 2026-11-29, `python -m
benchmarks.cost_model measure conv_transpose`).
"""

from itertools import product
from math import prod
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from polyconv._machine import threads_now
from polyconv._request import make_problem

from ._problem import TransposedProblem
from ._tuning import TUNING

if TYPE_CHECKING:
    from polyconv._problem import Problem
    from polyconv.grad._records import WeightPlan

__all__ = ["error_bound", "scatter", "scatters"]

# Maximum number of taps for which `TUNING.MAX_PIXELS_OF_FEW_TAPS` bounds the pixels. With more taps
# `TUNING.MAX_PIXELS` does. `_tuning.py` states this number as well.
_MAX_FEW_TAPS = 4
# Limit of memory, not of time: maximum bytes of one call's products. Calls with 12 MiB would take
# 0.45 of the time of phases (256 channels to 3072, 4x4 taps, 8x8 pixels) and 0.89 (1024 to 1024,
# 2x2 taps, 28x28 pixels; float32, Zen 4, 1 core, 2026-12-01, with and without `scatters`).
_MAX_PRODUCT_BYTES = 1 << 23


def scatters(t: TransposedProblem, w: NDArray[Any]) -> bool:
    """Return True if a plain call with ``backend="auto"`` is computed by `scatter`."""
    if t.accumulator.kind != "f" or w.dtype != t.accumulator or not w.flags.c_contiguous:
        return False
    pixels, taps = t.batch * prod(t.spatial), prod(t.kernel)
    max_pixels = TUNING.MAX_PIXELS if taps > _MAX_FEW_TAPS else TUNING.MAX_PIXELS_OF_FEW_TAPS
    if not (
        TUNING.MIN_PIXELS <= pixels <= max_pixels
        and taps <= TUNING.MAX_SCATTERED_TAPS
        and t.workspace_limit is None
    ):
        return False
    products = t.out_channels * taps * pixels * t.accumulator.itemsize
    many = w.size >= max(TUNING.MIN_WEIGHTS, TUNING.MIN_WEIGHTS_OF_PIXEL * pixels)
    return many and products <= _MAX_PRODUCT_BYTES and 0 not in t.out


def error_bound(t: TransposedProblem) -> float:
    """Return the bound: sums over the channels, and one addition for each tap."""
    p, plan = _planned(t)
    return p.summation_error(plan.chain + prod(t.kernel))


def scatter(
    t: TransposedProblem,
    x: NDArray[Any],
    w: NDArray[Any],
    bias: NDArray[Any] | None,
    out: NDArray[Any],
) -> None:
    """Write the transposed convolution of checked arrays."""
    target = _canonical(t, out)
    sums = target if out.dtype == t.accumulator else np.empty(target.shape, t.accumulator)
    sums[...] = 0 if bias is None else bias.reshape(-1, *(1,) * t.rank)
    ic, oc = t.in_channels // t.groups, t.out_channels // t.groups
    # Channels first, then the pixels of all images.
    columns = np.moveaxis(_canonical(t, x), 1, 0).reshape(t.groups, ic, -1)
    last = t.data_format == "channels_last"
    for group in range(t.groups):
        part = slice(group * ic, (group + 1) * ic)
        matrix = w[..., part].reshape(-1, ic) if last else w[part].reshape(ic, -1).T
        products = _products(t, columns[group], matrix)
        order = (*t.kernel, oc) if last else (oc, *t.kernel)
        products = products.reshape(*order, t.batch, *t.spatial)
        if last:
            products = np.moveaxis(products, t.rank, 0)
        _add(t, products, sums[:, group * oc : (group + 1) * oc])
    if sums is not target:
        with np.errstate(all="ignore"):  # values out of range become infinite or 0
            target[...] = sums


def _canonical(t: TransposedProblem, array: NDArray[Any]) -> NDArray[Any]:
    """Return a view as ``(batch, channels, *spatial)``."""
    array = array if t.batched else array[None]
    return np.moveaxis(array, -1, 1) if t.data_format == "channels_last" else array


def _planned(t: TransposedProblem) -> "tuple[Problem, WeightPlan]":
    """Return the product as a gradient of weights, which sums over the channels."""
    # Gradients need this package, too.
    from polyconv.grad._planner import weight_plan

    pixels, channels = t.batch * prod(t.spatial), t.in_channels // t.groups
    p = make_problem(
        (1, pixels, channels),
        t.x_dtype,
        (t.out_channels // t.groups * prod(t.kernel), pixels, 1),
        t.w_dtype,
        dtype=t.accumulator,
        workers=t.workers,
    )
    plan = weight_plan(p, True)
    assert plan is not None  # its one axis is long enough, and has one tap
    return p, plan


def _products(t: TransposedProblem, columns: NDArray[Any], matrix: NDArray[Any]) -> NDArray[Any]:
    """Return ``matrix @ columns``; the kernel reads the matrix by panels, once."""
    p, plan = _planned(t)
    products = np.empty((len(matrix), columns.shape[1], 1), t.accumulator)
    plan.write(columns.T[None], matrix[None], products, threads_now(p.workers))
    return products


def _add(t: TransposedProblem, products: NDArray[Any], sums: NDArray[Any]) -> None:
    """Add products ``(channels, *kernel, batch, *spatial)`` to the outputs, tap by tap."""
    sums = sums.swapaxes(0, 1)
    with np.errstate(all="ignore"):
        for tap in product(*map(range, t.kernel)):
            read: list[slice] = []
            written: list[slice] = []
            for axis, index in enumerate(tap):
                i = t.kernel[axis] - 1 - index if t.flip else index
                stride, n = t.stride[axis], t.spatial[axis]
                first = i * t.dilation[axis] - t.start[axis]  # output of the first pixel
                begin = max(0, -(first // stride))
                end = min(n, (t.out[axis] - 1 - first) // stride + 1)
                read.append(slice(begin, max(end, begin)))
                at = first + begin * stride
                written.append(slice(at, at + max(end - begin, 0) * stride, stride))
            place: tuple[Any, ...] = (slice(None), slice(None), *written)
            added: tuple[Any, ...] = (slice(None), *tap, slice(None), *read)
            sums[place] += products[added]
