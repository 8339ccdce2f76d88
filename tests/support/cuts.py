"""Random problems, and every way to cut them that keeps the limits.

The planners of `fft` and `fft_tiled` weigh a few segment lengths per axis. Here all lengths with
fast transforms are weighed by the same estimates (of several axes, many of them). That of
`separable` takes the first of its tilings that fits into the cache. Here the cost model weighs all
of them by their counts.
"""

import itertools
import math
from dataclasses import replace
from typing import Any

import numpy as np
import scipy.fft

from polyconv import Problem, _model
from polyconv._machine import caches
from polyconv._request import make_problem
from polyconv.backends import overlap_save
from polyconv.backends.fft import counts as fft_counts
from polyconv.backends.fft import segments as fft_segments
from polyconv.backends.fft_tiled import planner as tiled_planner
from polyconv.backends.fft_tiled.segment_plan import error_bound
from polyconv.backends.im2col import Im2col
from polyconv.backends.im2col import backend as im2col_backend
from polyconv.backends.im2col import planner as im2col_planner
from polyconv.backends.overlap_save import SegmentedAxis
from polyconv.backends.separable import Separable, planner
from polyconv.backends.separable import backend as separable_backend

from .agreement import problem_for
from .structured import structured

__all__ = [
    "excess_time",
    "excess_time_of_patches",
    "excess_time_of_tiling",
    "layer_problem",
    "long_filter_problem",
    "structured_problem",
]

# Largest extents of the kernels, by rank.
_MAX_EXTENT = {1: 1 << 20, 2: 1 << 10, 3: 1 << 6}

# Lengths that are tried per axis, by rank.
_LENGTHS = {1: 400, 2: 24, 3: 9}


def long_filter_problem(seed: int, number: int) -> Problem:
    """Return a problem with filters of any extent, of which half lie at a transform length."""
    rng = np.random.default_rng((seed, number))
    rank = int(rng.choice((1, 1, 2, 2, 3)))
    extent = [_extent(rng, _MAX_EXTENT[rank])] * rank
    if rng.random() < 0.3:
        extent = [_extent(rng, _MAX_EXTENT[rank]) for _ in range(rank)]
    padding = str(rng.choice(("full", "same", "valid", "causal")))
    spatial = [max(1, round(e * math.exp(rng.uniform(-1, 2.5)))) for e in extent]
    if padding == "valid":
        spatial = [n + e for n, e in zip(spatial, extent, strict=True)]
    groups, channels, filters = (int(2 ** rng.choice((0, 0, 0, 1, 3, 6))) for _ in range(3))
    dtype = np.dtype(str(rng.choice(("float32", "float32", "float64", "complex64"))))
    problem = make_problem(
        (int(rng.choice((1, 1, 1, 5))), groups * channels, *spatial),
        dtype,
        (groups * filters, channels, *extent),
        dtype,
        padding=padding,
        padding_mode="reflect" if padding == "same" and rng.random() < 0.1 else "zeros",
        stride=int(rng.choice((1, 1, 1, 1, 2, 3))),
        groups=groups,
        workers=int(rng.choice((1, 1, 2))),
    )
    if rng.random() < 0.2:
        arrays = problem.in_out_bytes + overlap_save.weight_bytes(problem)
        return replace(problem, workspace_limit=int(arrays * math.exp(rng.uniform(-2, 2))))
    return problem


def _extent(rng: np.random.Generator, largest: int) -> int:
    if rng.random() < 0.5:
        return round(math.exp(rng.uniform(math.log(4), math.log(largest))))
    odd = int(rng.choice((1, 1, 3, 5, 9, 15)))
    power = int(rng.integers(2, max(3, int(math.log2(largest / odd)) + 1)))
    return min(largest, odd << power) + int(rng.integers(-1, 2))


def excess_time(backend: str, p: Problem) -> float:
    """Return the estimated time of the chosen segments relative to the fastest in the limits."""
    if backend == "fft":
        chosen, fastest = fft_segments.choose_segments(p).seconds, _fastest_of_fft(p)
    else:
        chosen, fastest = tiled_planner.choose_tiled_segments(p).seconds, _fastest_of_tiled(p)
    return chosen / fastest


def _thinned(p: Problem, sizes: list[int]) -> list[int]:
    """Return at most `_LENGTHS` of the sizes, evenly."""
    return sizes[:: max(1, -(-len(sizes) // _LENGTHS[p.rank]))]


def _fastest_of_fft(p: Problem) -> float:
    columns: list[Any] = []
    for axis in range(p.rank):
        own = fft_segments._candidates(p, axis)
        extent, stride, real = p.extent[axis], p.stride[axis], p.accumulator.kind != "c"
        sizes, size = [], extent + stride - 1
        while (size := scipy.fft.next_fast_len(size, real and axis == p.rank - 1)) < own[-1].size:
            sizes.append(size)
            size += 1
        axes = own + [_segments(p, axis, size, extent, stride) for size in _thinned(p, sizes)]
        numbers = np.array([fft_counts.axis_numbers(each) for each in axes])
        along = [-1 if other == axis else 1 for other in range(p.rank)]
        columns.append([column.reshape(along) for column in numbers.T])
    c = fft_counts.counts_of(p, columns)
    elements = math.prod(size for size, *_ in columns)
    allowed = fft_segments._error_bound(p, elements, c.wide) <= p.rtol
    allowed = allowed & fft_segments._keeps_limits(p, c)
    seconds = fft_counts.seconds_of(p, c)
    return float(np.where(allowed, seconds, math.inf).min()) if allowed.any() else math.inf


def _fastest_of_tiled(p: Problem) -> float:
    options = []
    for axis in range(p.rank):
        own = tiled_planner._axis_candidates(p, axis)
        extent = (p.extent[axis] - 1) // p.stride[axis] + 1
        sizes, size = [], extent
        while (size := tiled_planner._fast_size(p, axis, size)) < own[-1].size:
            sizes.append(size)
            size += 1
        options.append(own + [_segments(p, axis, size, extent, 1) for size in _thinned(p, sizes)])
    fastest, own_limit = math.inf, p.workspace_limit
    limit = overlap_save.max_workspace(p) if own_limit is None else own_limit
    for axes in itertools.product(*options):
        c = tiled_planner._counts(p, axes)
        used = c.workspace if own_limit is not None else c.workspace - c.filters
        if c.seconds < fastest and used <= limit:
            # The bound takes as long as the counts, and few cuts come this far.
            bound = error_bound(p, math.prod(axis.size for axis in axes))
            fastest = c.seconds if bound <= p.rtol else fastest
    return fastest


def _segments(p: Problem, axis: int, size: int, extent: int, stride: int) -> SegmentedAxis:
    """Return segments of one length; of `fft_tiled`, `extent` and `stride` are those of a phase."""
    step = (size - extent + 1) // stride * stride
    keep = step // stride
    return SegmentedAxis(size, size, step, keep, -(-p.out[axis] // keep), False)


def structured_problem(seed: int, number: int) -> Problem:
    """Return a problem of boxes, outer products or sums of two, with inputs of any size."""
    rng = np.random.default_rng((seed, number))
    rank = int(rng.choice((1, 2, 2, 2, 3)))
    kernel = [int(rng.choice((3, 5, 7, 9, 15, 31, 63))) for _ in range(rank)]
    kernel = [min(taps, 11) for taps in kernel] if rank == 3 else kernel
    largest = math.log((6e6, 2500, 200)[rank - 1])
    spatial = [int(math.exp(rng.uniform(math.log(taps + 1), largest))) for taps in kernel]
    groups, channels = int(rng.choice((1, 1, 1, 3, 16))), int(rng.choice((1, 1, 1, 1, 4)))
    dtype = str(rng.choice(("float32", "float32", "float64", "complex64", "int16")))
    kind = "box" if rank == 1 else str(rng.choice(("box", "rank 1", "rank 2")))
    weights = rng.integers(-5, 5, (groups, channels, *kernel)).astype(dtype)
    return problem_for(
        Separable(),
        np.broadcast_to(np.zeros(1, dtype), (1, groups * channels, *spatial)),
        structured(weights, kind),
        padding="same",
        groups=groups,
        stride=int(rng.choice((1, 1, 1, 2))),
        workers=int(rng.choice((1, 1, 2))),
    )


def excess_time_of_tiling(p: Problem, monkeypatch: Any) -> float:
    """Return the predicted time of separable's tiling relative to its fastest that fits."""
    budget, seconds = caches().l2 // 2, []
    for tiling in planner._tries(p, False):
        if tiling.shape.workspace <= budget:
            monkeypatch.setattr(separable_backend, "tiling_of", lambda *_, tiling=tiling: tiling)
            seconds.append(_model.predict(Separable(), p, Separable().cost(p)))
    monkeypatch.setattr(separable_backend, "tiling_of", planner.tiling_of)
    return _model.predict(Separable(), p, Separable().cost(p)) / min(seconds, default=math.inf)


def layer_problem(seed: int, number: int) -> Problem:
    """Return a problem of a layer of a network, of any size and number of channels."""
    rng = np.random.default_rng((seed, number))
    rank = int(rng.choice((1, 2, 2, 3)))
    kernel = [int(rng.choice((1, 3, 3, 5, 7)))] * rank
    outputs = (30_000, 200, 40)[rank - 1]
    spatial = [round(math.exp(rng.uniform(1, math.log(outputs)))) for _ in range(rank)]
    groups = int(rng.choice((1, 1, 1, 4)))
    channels, filters = (round(math.exp(rng.uniform(0, 6.2))) for _ in range(2))
    dtype = np.dtype(str(rng.choice(("float32", "float32", "float64", "complex64", "float16"))))
    problem = make_problem(
        (int(rng.choice((1, 1, 8))), groups * channels, *spatial),
        dtype,
        (groups * filters, channels, *kernel),
        dtype,
        padding="same",
        stride=int(rng.choice((1, 1, 2))),
        groups=groups,
        workers=int(rng.choice((1, 2))),
    )
    if rng.random() < 0.2:
        return replace(problem, workspace_limit=int(math.exp(rng.uniform(8, 14))))
    return problem


def excess_time_of_patches(p: Problem, monkeypatch: Any) -> float:
    """Return the predicted time of im2col's tiling relative to its fastest within the limits."""
    limit, patch_bytes, max_pixels, max_elements = im2col_planner.limits_of(p)
    itemsize, seconds = p.accumulator.itemsize, []
    rows = p.out[-2] if p.rank > 1 else 1
    # Matrices of fewer columns are slow, which the counts do not tell.
    chosen = im2col_planner.tiling_of(p)
    least = min(chosen.pixels, im2col_planner.TUNING.MIN_SHARED_PIXELS)
    for width in _parts(min(p.out[-1], max_pixels)):
        for height in _parts(min(rows, max_pixels // width)):
            max_rows = int(min(patch_bytes // itemsize, max_elements)) // (width * height)
            for block in _parts(min(p.reduction_len, max_rows)):
                tiling = im2col_planner.shared_tiling(p, height, width, block)
                if tiling.workspace(itemsize) > limit or tiling.pixels < least:
                    continue
                monkeypatch.setattr(im2col_backend, "tiling_of", lambda *_, tiling=tiling: tiling)
                seconds.append(_model.predict(Im2col(), p, Im2col().cost(p)))
    monkeypatch.setattr(im2col_backend, "tiling_of", im2col_planner.tiling_of)
    return _model.predict(Im2col(), p, Im2col().cost(p)) / min(seconds, default=math.inf)


def _parts(largest: int) -> list[int]:
    """Return some lengths up to the largest, which is among them."""
    return sorted({largest, *(max(1, round(largest * part / 8)) for part in range(1, 8))})
