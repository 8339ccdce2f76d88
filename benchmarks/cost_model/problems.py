"""Random problems of every class, to fit the cost model on and to measure its regret on.

One generator draws both, from different seeds: `TRAINING` and `TESTING` never give the same
problems, so that regret is measured on problems that no rate was fitted to. A seed and a number
give the same problem on every machine. `random_corner` draws those that a benchmark of layers and
filters never has: strides and dilations beyond the kernel, axes of one element and of a million.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np

from polyconv import output_shape
from polyconv.workloads import Workload

__all__ = [
    "TESTING",
    "TRAINING",
    "random_corner",
    "random_few_pixels_problem",
    "random_problem",
    "random_rare_dtype_problem",
    "random_scipy_problem",
    "random_structured_problem",
]

TRAINING, TESTING = 1, 2

_MAX_FLOPS = 2e9
_MAX_ELEMENTS = 8e6


@dataclass(frozen=True)
class Family:
    """Problems of one kind: ranges, from which sizes are drawn uniformly in the logarithm.

    `kernel` has one range for each rank; `channels` and `filters` are those of one group.
    """

    channels: tuple[int, int]
    filters: tuple[int, int]
    kernel: tuple[tuple[int, int], tuple[int, int], tuple[int, int]]
    groups: tuple[int, int] = (1, 1)


_SMALL = ((2, 16), (2, 5), (2, 4))
_FAMILIES = {
    "dense": Family((8, 512), (8, 512), ((2, 16), (3, 3), (3, 3))),
    "odd": Family((4, 256), (4, 256), _SMALL),
    "pointwise": Family((4, 1024), (4, 1024), ((1, 1), (1, 1), (1, 1))),
    "first": Family((1, 4), (4, 128), ((3, 64), (3, 11), (3, 5))),
    "thin": Family((1, 8), (1, 8), ((2, 64), (2, 11), (2, 5))),
    "large": Family((1, 64), (1, 64), ((16, 512), (7, 31), (5, 9))),
    "filter": Family((1, 1), (1, 1), ((2, 4000), (2, 63), (2, 11))),
    "depthwise": Family((1, 1), (1, 1), ((2, 64), (3, 9), (3, 5)), groups=(3, 768)),
    "depthwise_large": Family((1, 1), (1, 1), ((16, 1024), (9, 31), (5, 9)), groups=(2, 256)),
    "grouped": Family((2, 64), (2, 64), ((2, 16), (2, 5), (2, 3)), groups=(2, 32)),
}
# Weights: float32 dominates in practice.
_DTYPES = {
    "float32": 12,
    "float64": 4,
    "complex64": 1,
    "complex128": 1,
    "float16": 1,
    "int64": 0.5,
    "int32": 0.5,
    "int16": 0.5,
    "uint8": 0.5,
}
# Each as often, so that enough problems of each variant have dtypes that are rare in practice.
_EVEN_DTYPES = dict.fromkeys(_DTYPES, 1)
_PADDINGS = {"same": 6, "valid": 3, "full": 1}
_MODES = {"zeros": 8, "reflect": 1, "edge": 0.5, "wrap": 0.5}


def random_problem(seed: int, number: int) -> Workload:
    """Return problem `number` of `seed`, from tiny to 2 GFLOP."""
    return _first_that_fits(_drawn, (seed, number), f"random/{seed}_{number}", _DTYPES)


def random_rare_dtype_problem(seed: int, number: int) -> Workload:
    """Return a problem as `random_problem` does, but of any dtype as often as of another."""
    return _first_that_fits(_drawn, (seed, 4, number), f"rare_dtype/{seed}_{number}", _EVEN_DTYPES)


def random_scipy_problem(seed: int, number: int) -> Workload:
    """Return a problem for `scipy.signal`: one channel, one or two axes, no stride."""
    return _first_that_fits(_drawn_filter, (seed, 1, number), f"scipy/{seed}_{number}")


def random_corner(seed: int, number: int) -> Workload:
    """Return a problem of extreme proportions, in any dtype, from tiny to 2 GFLOP."""
    return _first_that_fits(_drawn_corner, (seed, 2, number), f"corner/{seed}_{number}")


def random_structured_problem(seed: int, number: int) -> Workload:
    """Return a problem whose filters are Gaussians or boxes, one for each channel."""
    return _first_that_fits(_drawn_structured, (seed, 3, number), f"structured/{seed}_{number}")


def random_few_pixels_problem(seed: int, number: int) -> Workload:
    """Return a layer with many weights on 1 to 16 pixels, as at the end of a classifier."""
    return _first_that_fits(_drawn_few_pixels, (seed, 5, number), f"few_pixels/{seed}_{number}")


def _first_that_fits(
    draw: Callable[..., Workload | None], seed: tuple[int, ...], *arguments: Any
) -> Workload:
    """Return the first problem that `draw` returns with a generator of this seed."""
    rng = np.random.default_rng(seed)
    while True:
        row = draw(rng, *arguments)
        if row is not None:
            return row


def _drawn(rng: np.random.Generator, name: str, dtypes: dict[str, Any]) -> Workload | None:
    rank = int(rng.choice((1, 2, 3), p=(0.3, 0.5, 0.2)))
    family = _FAMILIES[str(rng.choice(list(_FAMILIES)))]
    kernel = _sizes(rng, family.kernel[rank - 1], rank)
    groups, ic_per_group = _log(rng, *family.groups), _log(rng, *family.channels)
    oc_per_group = _log(rng, *family.filters)
    batch = 1 if rng.random() < 0.7 else _log(rng, 2, 16)
    stride = int(rng.choice((1, 2, 3, 4), p=(0.75, 0.18, 0.03, 0.04)))
    dilation = int(rng.choice((1, 2, 3, 4), p=(0.85, 0.08, 0.03, 0.04)))
    dtype = _weighted(rng, dtypes)
    flops_per_product = 8 if dtype.startswith("complex") else 2
    one = flops_per_product * groups * oc_per_group * ic_per_group * math.prod(kernel) * batch
    outputs = _log(rng, 3e2, _MAX_FLOPS) / one
    image = _image(rng, outputs, rank)
    padding = _weighted(rng, _PADDINGS)
    extent = [dilation * (k - 1) + 1 for k in kernel]
    grown = extent if padding == "valid" else [1] * rank
    image = tuple((n - 1) * stride + e for n, e in zip(image, grown, strict=True))
    last = rng.random() < 0.2
    channels, filters = groups * ic_per_group, groups * oc_per_group
    row = Workload(
        name,
        (batch, *image, channels) if last else (batch, channels, *image),
        (*kernel, ic_per_group, filters) if last else (filters, ic_per_group, *kernel),
        stride=stride,
        dilation=dilation,
        groups=groups,
        padding=padding,
        padding_mode=_weighted(rng, _MODES),
        data_format="channels_last" if last else "channels_first",
        dtype=dtype,
    )
    return row if outputs >= 1 and _fits(row) else None


def _drawn_filter(rng: np.random.Generator, name: str) -> Workload | None:
    rank = int(rng.choice((1, 2)))
    kernel = _sizes(rng, _FAMILIES["filter"].kernel[rank - 1], rank)
    dtype = _weighted(rng, {"float32": 2, "float64": 2, "complex128": 1})
    outputs = _log(rng, 3e2, _MAX_FLOPS) / (2 * math.prod(kernel))
    padding = _weighted(rng, {"full": 1, "same": 1, "valid": 1})
    image = tuple(n + k - 1 for n, k in zip(_image(rng, outputs, rank), kernel, strict=True))
    row = Workload(name, (1, 1, *image), (1, 1, *kernel), padding=padding, dtype=dtype)
    return row if outputs >= 1 and _fits(row) else None


# Sizes of smoothing filters, for each rank.
_SMOOTHING = ((2, 500), (2, 63), (2, 15))


def _drawn_structured(rng: np.random.Generator, name: str) -> Workload | None:
    weights = str(rng.choice(("gaussian", "box")))
    rank = int(rng.choice((1, 2, 3), p=(0.1, 0.65, 0.25))) if weights == "box" else None
    rank = rank or int(rng.choice((2, 3), p=(0.75, 0.25)))
    kernel = _sizes(rng, _SMOOTHING[rank - 1], rank)
    channels = 1 if rng.random() < 0.6 else _log(rng, 2, 64)
    batch = 1 if rng.random() < 0.8 else _log(rng, 2, 8)
    stride = 1 if rng.random() < 0.85 else 2
    dtype = _weighted(rng, {"float32": 10, "float64": 4, "complex64": 1})
    if weights == "box" and rng.random() < 0.3:
        dtype = str(rng.choice(("uint8", "int16", "int32")))
    outputs = _log(rng, 3e2, _MAX_ELEMENTS) / (channels * batch)
    extents = [(n - 1) * stride + 1 for n in _image(rng, outputs, rank)]
    padding = _weighted(rng, _PADDINGS)
    if padding == "valid":
        extents = [n + k - 1 for n, k in zip(extents, kernel, strict=True)]
    last = rng.random() < 0.25
    row = Workload(
        name,
        (batch, *extents, channels) if last else (batch, channels, *extents),
        (*kernel, 1, channels) if last else (channels, 1, *kernel),
        stride=stride,
        groups=channels,
        padding=padding,
        padding_mode=_weighted(rng, _MODES),
        data_format="channels_last" if last else "channels_first",
        dtype=dtype,
        weights=weights,
    )
    return row if outputs >= 1 and _fits(row) else None


@dataclass(frozen=True)
class Corner:
    """Problems of extreme proportions: ranges for each rank, as in `Family`.

    A `stride` of (0, 0) is the kernel's size. With "valid" padding `out` has the ranges of the
    output's sizes, else those of the input's.
    """

    kernel: tuple[tuple[int, int], tuple[int, int], tuple[int, int]]
    out: tuple[tuple[int, int], tuple[int, int], tuple[int, int]]
    stride: tuple[int, int] = (1, 1)
    dilation: tuple[int, int] = (1, 1)
    padding: str = "valid"
    batch: tuple[int, int] = (1, 1)
    channels: tuple[int, int] = (1, 4)
    filters: tuple[int, int] = (1, 4)


_CORNERS = {
    "blocks": Corner(
        ((2, 1000), (2, 32), (2, 16)), ((10, 100_000), (4, 500), (2, 40)), stride=(0, 0)
    ),
    "far_strides": Corner(_SMALL, ((2, 10_000), (2, 60), (2, 12)), stride=(5, 200)),
    "far_taps": Corner(
        ((2, 2000), (2, 9), (2, 5)), ((2, 100_000), (2, 300), (2, 40)), dilation=(5, 1000)
    ),
    "tiny_images": Corner(
        ((1, 9), (1, 5), (1, 3)),
        ((1, 8), (1, 4), (1, 3)),
        padding="same",
        channels=(8, 512),
        filters=(8, 512),
    ),
    "many_signals": Corner(
        ((1, 9), (1, 3), (1, 3)), ((1, 8), (1, 4), (1, 2)), padding="same", batch=(100, 4000)
    ),
    "long_kernels": Corner(
        ((1000, 300_000), (30, 600), (8, 60)), ((2, 2000), (2, 60), (2, 12)), padding="full"
    ),
    "few_outputs": Corner(
        ((1000, 1_000_000), (30, 1000), (8, 100)), ((1, 16), (1, 4), (1, 2)), filters=(1, 16)
    ),
    "one_long_axis": Corner(((1, 64), (1, 64), (1, 64)), ((100_000, 4_000_000),) * 3),
}
_ANY_DTYPE = (*_DTYPES, "bool", "int8", "uint16", "uint32", "uint64")


def _drawn_corner(rng: np.random.Generator, name: str) -> Workload | None:
    kind = str(rng.choice(list(_CORNERS)))
    corner, rank = _CORNERS[kind], int(rng.choice((1, 2, 3), p=(0.5, 0.4, 0.1)))
    kernel = [_log(rng, *corner.kernel[rank - 1]) for _ in range(rank)]
    out = [_log(rng, *corner.out[rank - 1]) for _ in range(rank)]
    if kind == "one_long_axis":  # the others are as narrow as can be
        long = int(rng.integers(rank))
        kernel = [k if i == long else 1 for i, k in enumerate(kernel)]
        out = [n if i == long else _log(rng, 1, 3) for i, n in enumerate(out)]
    stride = kernel if corner.stride[0] == 0 else [_log(rng, *corner.stride)] * rank
    dilation = _log(rng, *corner.dilation)
    image = out
    if corner.padding == "valid":
        along = zip(out, stride, kernel, strict=True)
        image = [(n - 1) * s + dilation * (k - 1) + 1 for n, s, k in along]
    channels, filters = _log(rng, *corner.channels), _log(rng, *corner.filters)
    last = rng.random() < 0.2
    batch = _log(rng, *corner.batch)
    row = Workload(
        name,
        (batch, *image, channels) if last else (batch, channels, *image),
        (*kernel, channels, filters) if last else (filters, channels, *kernel),
        stride=tuple(stride),
        dilation=dilation,
        padding=corner.padding,
        data_format="channels_last" if last else "channels_first",
        dtype=str(rng.choice(_ANY_DTYPE)),
    )
    return row if _fits(row) else None


def _drawn_few_pixels(rng: np.random.Generator, name: str) -> Workload | None:
    rank = int(rng.choice((1, 2)))
    kernel = [_log(rng, 1, 16 if rank == 1 else 5)] * rank
    channels, filters = _log(rng, 8, 2048), _log(rng, 4, 2048)
    batch, out = _log(rng, 1, 4), [_log(rng, 1, 4) for _ in range(rank)]
    padding = _weighted(rng, {"same": 1, "valid": 1})
    image = out
    if padding == "valid":
        image = [n + k - 1 for n, k in zip(out, kernel, strict=True)]
    last = rng.random() < 0.2
    row = Workload(
        name,
        (batch, *image, channels) if last else (batch, channels, *image),
        (*kernel, channels, filters) if last else (filters, channels, *kernel),
        padding=padding,
        data_format="channels_last" if last else "channels_first",
        dtype=_weighted(rng, {"float32": 3, "float64": 1}),
    )
    return row if batch * math.prod(out) <= 16 and _fits(row) else None


def _fits(row: Workload) -> bool:
    """True if arrays and operations stay within the limits."""
    geometry = {key: value for key, value in row.options.items() if key != "padding_mode"}
    shape = output_shape(row.x_shape, row.w_shape, **geometry)
    largest = max(map(math.prod, (row.x_shape, row.w_shape, shape)))
    return largest <= _MAX_ELEMENTS and 0 < row.flops <= _MAX_FLOPS


def _image(rng: np.random.Generator, outputs: float, rank: int) -> tuple[int, ...]:
    """Return the sizes of a nearly square image of about `outputs` elements."""
    side = max(outputs, 1.0) ** (1 / rank)
    stretch = rng.uniform(-0.7, 0.7, rank)
    stretch -= stretch.mean()
    return tuple(max(1, round(side * math.exp(s))) for s in stretch)


def _sizes(rng: np.random.Generator, bounds: tuple[int, int], rank: int) -> tuple[int, ...]:
    """Return the sizes of a kernel, equal on all axes in 85 % of the cases."""
    if rng.random() < 0.85:
        return (_log(rng, *bounds),) * rank
    return tuple(_log(rng, *bounds) for _ in range(rank))


def _log(rng: np.random.Generator, low: float, high: float) -> int:
    """Return an integer; above 8, in half of the cases a multiple of 8, as channels in networks."""
    value = round(math.exp(rng.uniform(math.log(low), math.log(high))))
    if value > 8 and high <= 1024 and rng.random() < 0.5:
        value = -(-value // 8) * 8
    return value


def _weighted(rng: np.random.Generator, weights: dict[str, Any]) -> str:
    total = sum(weights.values())
    return str(rng.choice(list(weights), p=[weight / total for weight in weights.values()]))
