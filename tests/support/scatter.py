"""The oracle of transposed convolution and of gradients: products, scattered tap by tap.

Each tap sends every element of the input to another element of the result, as the definition says,
in a wider type than the result's. Nothing of polyconv is imported. The padding that repeats
elements is found by padding an array of their numbers with `numpy.pad`.
"""

from itertools import product
from math import prod
from typing import Any

import numpy as np

from support import oracle
from support.oracle import Reference


def transposed_sizes(spatial, extent, stride, padding, output_padding):
    """Return the crops and the sizes of the result of a transposed convolution, for each axis."""
    pads, out = [], []
    for axis, (n, e, s, more) in enumerate(
        zip(spatial, extent, stride, output_padding, strict=True)
    ):
        if padding in ("same", "same_lower"):
            pads.append(oracle.pads(padding, n * s, e, s, axis))
            out.append(n * s)
        else:
            pads.append(oracle.pads(padding, n, e, s, axis))
            out.append((n - 1) * s - sum(pads[-1]) + e + more)
    return pads, out


def convolve_transposed(
    x: Any,
    w: Any,
    bias: Any = None,
    *,
    stride: Any = 1,
    padding: Any = 0,
    output_padding: Any = 0,
    dilation: Any = 1,
    groups: int = 1,
    flip: bool = False,
    data_format: str = "channels_first",
    dtype: Any = None,
) -> Reference:
    """Return the transposed convolution by its definition."""
    result = oracle.result_dtype(x.dtype, w.dtype, dtype)
    accumulator = oracle.accumulator_dtype(result)
    wide = oracle.wide_dtype(accumulator)
    rank, last = w.ndim - 2, data_format == "channels_last"
    batched = x.ndim == rank + 2
    x = x if batched else x[None]
    if last:
        x, w = np.moveaxis(x, -1, 1), np.moveaxis(w, (-1, -2), (0, 1))
    if flip:
        w = np.flip(w, tuple(range(2, 2 + rank)))
    stride, dilation, more = (np.broadcast_to(v, rank) for v in (stride, dilation, output_padding))
    extent = [int(d) * (k - 1) + 1 for d, k in zip(dilation, w.shape[2:], strict=True)]
    pads, out = transposed_sizes(x.shape[2:], extent, stride, padding, more)
    with np.errstate(all="ignore"):
        x, w = x.astype(accumulator).astype(wide), w.astype(accumulator).astype(wide)
        width, depth = w.shape[1], x.shape[1] // groups
        value = np.zeros((len(x), groups, width, *out), wide)
        elements = x.reshape(len(x), groups, depth, *x.shape[2:])
        filters = w.reshape(groups, depth, *w.shape[1:])
        for t in np.ndindex(w.shape[2:]):
            ways = zip(x.shape[2:], out, stride, t, dilation, pads, strict=True)
            ways = [_way(n, m, s, b * d - lo) for n, m, s, b, d, (lo, _) in ways]
            read, written = zip(*ways, strict=True)
            if value[(..., *written)].size:  # np.einsum of NumPy 2.4 writes beyond empty results
                moved = elements[(..., *read)]
                value[(..., *written)] += np.einsum("ngc...,gcw->ngw...", moved, filters[(..., *t)])
        value = value.reshape(len(x), groups * width, *out)
        scale = np.zeros(value.shape[1])
        if wide.kind in "fc":
            by_group = np.abs(w).reshape(groups, depth, width, prod(w.shape[2:]))
            scale = np.abs(x).max(initial=0) * by_group.sum((1, 3)).reshape(-1)
        if bias is not None:
            b = np.asarray(bias).astype(accumulator).astype(wide)
            value = value + b.reshape(-1, *(1,) * rank)
            scale = scale + (np.abs(b) if wide.kind in "fc" else 0)
        if wide.kind == "u":
            value = value.astype(result)
    value = value if batched else value[0]
    value = np.moveaxis(value, -1 - rank, -1) if last else value
    axis = value.ndim - 1 if last else value.ndim - 1 - rank
    return Reference(value, result, accumulator, scale, depth * prod(w.shape[2:]), axis)


def _way(n, m, step, offset):
    """Return which of `n` elements go to one of `m` results along an axis, and to which ones.

    Element a goes to ``a * step + offset``.
    """
    first, end = max(0, -(offset // step)), min(n, (m - 1 - offset) // step + 1)
    if first >= end:
        return slice(0), slice(0)
    return slice(first, end), slice(first * step + offset, (end - 1) * step + offset + 1, step)


def gradients(x, w, g, *, padding_mode="zeros", padding_value=0, padding=0, **options):
    """Return the gradients of ``conv(x, w)`` with respect to `x` and `w`, product by product.

    Canonical float or complex arrays of small integers, for which every sum is exact.
    """
    rank = w.ndim - 2
    stride, dilation = (np.broadcast_to(options.get(k, 1), rank) for k in ("stride", "dilation"))
    groups, flip = options.get("groups", 1), options.get("flip", False)
    spatial = tuple(range(2, 2 + rank))
    backwards = np.flip(w, spatial) if flip else w
    extent = [int(d) * (k - 1) + 1 for d, k in zip(dilation, w.shape[2:], strict=True)]
    pads = [
        oracle.pads(padding, *sizes, axis)
        for axis, sizes in enumerate(zip(x.shape[2:], extent, stride, strict=True))
    ]
    repeats = oracle.MODES.get(padding_mode, padding_mode) != "constant"
    # The number of the element that each padded coordinate repeats; -1 for a constant.
    constant = {} if repeats else {"constant_values": -1}
    numbers = np.arange(prod(x.shape[2:])).reshape(x.shape[2:])
    behind = np.pad(numbers, pads, oracle.MODES.get(padding_mode, padding_mode), **constant)
    flat = x.reshape(*x.shape[:2], prod(x.shape[2:]))
    dx, dw = np.zeros(flat.shape, np.result_type(w, g)), np.zeros(w.shape, np.result_type(x, g))
    depth, width = w.shape[1], len(w) // groups
    for o, t in product(np.ndindex(g.shape[2:]), np.ndindex(w.shape[2:])):
        place = tuple(int(a * s + b * d) for a, s, b, d in zip(o, stride, t, dilation, strict=True))
        number = behind[place]
        for k in range(len(w)):
            channels = slice(k // width * depth, (k // width + 1) * depth)
            of_g = g[(slice(None), k, *o)]
            if number >= 0:
                dx[:, channels, number] += of_g[:, None] * backwards[(k, slice(None), *t)].conj()
            read = (
                flat[:, channels, number]
                if number >= 0
                else np.full((len(x), 1), padding_value, x.dtype)
            )
            dw[(k, slice(None), *t)] += (of_g[:, None] * read.conj()).sum(0)
    return dx.reshape(x.shape), np.flip(dw, spatial) if flip else dw
