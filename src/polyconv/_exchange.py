"""Exchange of input and weights where the kernel is longer than the input.

For each output a convolution sums over the taps of the kernel. If a short input is padded for a
long kernel, most of these products are with zeros. With the arguments exchanged, the sum is over
the elements of the input instead: ``out[o] = sum_i x[i] * w[i - o * stride + lo]`` along each axis.
That is the correlation of the reversed weights with the reversed input; its products are the same.

Backends that are dot products exchange wherever that saves enough operations. A transform with
prepared weights gains nothing. In a plain call it transforms both arguments, the long kernel at
once; with the arguments exchanged, it cuts the long one into segments that stay in the cache. Its
published bound, in units of ``max|x| * sum|w|``, must hold either way, which
`Backend.bound_is_symmetric` tells. The kernel is in `_exchanged_kernel`.
"""

import math
from dataclasses import replace
from functools import lru_cache

import numpy as np

from ._backend import Backend
from ._problem import Problem
from ._structure import DENSE

__all__ = [
    "as_computed",
    "exchanged_axis",
    "has_plain_results",
    "has_plain_weights",
    "is_canonical",
    "may_exchange",
    "may_pack",
    "packing_calls",
]

# Minimum number of operations that the exchange must save in a dot product: the sum of
#
# - `_MIN_SAVED_FLOPS`, which take about 2 us, as long as preparing the input as weights;
# - `_SAVED_BY_FILTER` for each filter, which becomes an image;
# - less `_SAVED_BY_IMAGE` for each image, which becomes a filter.
#
# Measured on 2973 random problems in which the exchange saves 1e4 to 6e6 operations (Zen 4, one
# core, 2026-11-30; `python -m benchmarks.cost_model limits exchanges` times 40 of them). With these
# numbers a problem takes 1.05 times the time of the faster way in the geometric mean; 8 problems in
# 1000 take more than twice that time.
_MIN_SAVED_FLOPS, _SAVED_BY_FILTER, _SAVED_BY_IMAGE = 1e5, 3e4, 2e4
# Structural: maximum number of filters, channels or images for which the three numbers above hold,
# about the maximum of the random problems. More of them fill vectors without an exchange.
_MAX_DOT_CHANNELS = 16

# Minimum number of operations that the exchange must save for each filter, in transforms and in dot
# products with more than `_MAX_DOT_CHANNELS` filters, channels or images. That many operations take
# about 15 us; preparing the input as weights takes 5 to 15 us in each call (Emerald Rapids, one
# core, 2026-11-30, `python -m benchmarks.cost_model limits exchanges`).
_MIN_SAVED_PER_IMAGE = 5e5

# Minimum number of taps for each element of the input with which a plain call of a transform
# exchanges them. At 2, cutting the weights into segments saves less time than their reversed copy
# takes (`python -m benchmarks.cliffs --family long_kernels`).
_MIN_TAPS_OF_TRANSFORMS = 4


def as_computed(backend: Backend, problem: Problem, *, prepared: bool = True) -> Problem:
    """Return the problem that `backend` computes: `problem`, or the exchanged one if faster.

    Plain calls, whose weights are not `prepared`, are exchanged by transforms, too.
    """
    if not may_exchange(problem):
        return problem
    if not backend.dot_product:
        long = problem.taps >= _MIN_TAPS_OF_TRANSFORMS * math.prod(problem.spatial)
        if prepared or not long or not backend.bound_is_symmetric(problem):
            return problem
    exchanged = _exchanged(problem, backend.dot_product)
    if exchanged is None or backend.unsupported(exchanged) is not None:
        return problem
    return exchanged


def may_exchange(problem: Problem) -> bool:
    """Return True if the kernel is longer than the input: `as_computed` may exchange them."""
    return problem.taps > math.prod(problem.spatial)


@lru_cache(maxsize=1024)
def _exchanged(p: Problem, dot_product: bool) -> Problem | None:
    """Return the problem with `x` and `w` exchanged; None if it is not defined or not faster.

    Filters become images, and images filters. Depthwise channels stay channels. A `dot_product`
    leaves out taps that meet only padding either way.
    """
    depthwise = p.batch == p.oc_per_group == 1
    pads_zeros = p.padding_mode in ("zeros", "constant") and p.padding_value == 0
    if p.empty or not (p.groups == 1 or depthwise) or set(p.dilation) != {1}:
        return None
    if p.workspace_limit is not None:  # counts are those of the problem itself
        return None
    if not (pads_zeros or not any(map(any, p.pads))):
        return None
    pads, used = zip(*(exchanged_axis(p, axis) for axis in range(p.rank)), strict=True)
    if any(part.start >= part.stop for part in used):
        return None  # all products are with padding
    images = p.out_channels if p.groups == 1 else 1
    exchanged = replace(
        p,
        batch=images,
        batched=True,
        out_channels=p.batch if p.groups == 1 else p.out_channels,
        spatial=tuple(part.stop - part.start for part in used),
        kernel=p.spatial,
        pads=pads,
        padding_mode="zeros",
        padding_value=0,
        flip=False,
        data_format="channels_first",
        x_dtype=p.w_dtype,
        w_dtype=p.x_dtype,
        structure=DENSE,
    )
    if not dot_product or max(images, p.batch, p.ic_per_group) > _MAX_DOT_CHANNELS:
        saved = p.flops - exchanged.flops
        return exchanged if saved >= images * _MIN_SAVED_PER_IMAGE else None
    saved = p.flops * math.prod(exchanged.spatial) // p.taps - exchanged.flops
    min_saved = _MIN_SAVED_FLOPS + images * _SAVED_BY_FILTER - p.batch * _SAVED_BY_IMAGE
    return exchanged if saved >= max(1, min_saved) else None


def exchanged_axis(p: Problem, axis: int) -> tuple[tuple[int, int], slice]:
    """Return the padding of the reversed weights along an axis, and the part of them that is read.

    Output o multiplies element j of the reversed input by element ``u = o * stride + j - lo`` of
    the reversed weights. Taps that multiply only padding are cut off, as negative padding would do.
    """
    n, taps, stride = p.spatial[axis], p.kernel[axis], p.stride[axis]
    lo = n + p.pads[axis][0] - taps
    hi = (p.out[axis] - 1) * stride + n - lo - taps
    return (max(lo, 0), max(hi, 0)), slice(max(-lo, 0), taps - max(-hi, 0))


# ---- which plain calls pack their weights in compiled code, by `Backend.packer` ----
#
# Others prepare them in Python, as a plan does. `_decided_calls` makes the packers; the cost model
# asks which calls have one, because that saves 5 to 25 us.


def packing_calls(backend: Backend, problem: Problem) -> int | None:
    """Return the Python functions that wrap packing in a plain call; None if it has no packer.

    The `problem` is one that is not exchanged. One function converts weights, one brings them into
    canonical order.
    """
    plain = has_plain_weights(problem)
    if problem.empty:
        return None
    if problem.tests_weights and not (plain and problem.accumulator.kind == "f"):
        return None
    if not may_pack(backend, problem):
        return None
    calls = backend.packer_calls(problem)
    if calls is None or plain:
        return calls
    if not np.can_cast(problem.w_dtype, problem.accumulator):
        return None
    return calls + (not is_canonical(problem)) + (problem.w_dtype != problem.accumulator)


def may_pack(backend: Backend, problem: Problem) -> bool:
    """Return True if `backend` may pack weights as the caller passes them.

    Those of dot products are converted and brought into canonical order first.
    """
    return backend.dot_product or has_plain_weights(problem)


def is_canonical(problem: Problem) -> bool:
    """Return True if arrays are read as they lie: not flipped, channels first."""
    return not problem.flip and problem.data_format == "channels_first"


def has_plain_weights(problem: Problem) -> bool:
    """Return True if weights are packed as they are: not converted, flipped or transposed."""
    return is_canonical(problem) and problem.w_dtype == problem.accumulator


def has_plain_results(problem: Problem) -> bool:
    """Return True if views of its arrays are those of the exchanged problem, its result too."""
    if not is_canonical(problem) or not np.can_cast(problem.x_dtype, problem.accumulator):
        return False
    return min(problem.batch, problem.out_channels) == 1 or problem.groups > 1
