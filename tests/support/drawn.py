"""Hypothesis strategies for shapes and options of valid problems."""

from math import prod
from typing import Any, NamedTuple

import numpy as np
from hypothesis import assume
from hypothesis import strategies as st

# Products that plain Python computes in a few milliseconds.
MAX_PRODUCTS = 6000

DTYPES = ["float32", "float64", "complex64", "complex128", "int8", "uint16", "int64", "float16"]
MODES = ["zeros", "constant", "reflect", "symmetric", "edge", "wrap"]


class Drawn(NamedTuple):
    """Canonical shapes, dtypes and options of a problem; a batch of None is an unbatched input."""

    batch: int | None
    channels: int
    filters: int
    spatial: tuple[int, ...]
    kernel: tuple[int, ...]
    x_dtype: str
    w_dtype: str
    options: dict[str, Any]
    seed: int


@st.composite
def paddings(draw, rank):
    kind = draw(st.sampled_from(["int", "flat", "pairs", "name", "name"]))
    width = st.integers(0, 4)
    if kind == "int":
        return draw(width)
    if kind == "flat":
        return tuple(draw(width) for _ in range(rank))
    if kind == "pairs":
        return tuple((draw(width), draw(width)) for _ in range(rank))
    return draw(st.sampled_from(["valid", "same", "same_lower", "full", "causal"]))


def per_axis(draw, rank, max_value):
    """Draw one integer for all axes, or one for each."""
    if draw(st.booleans()):
        return draw(st.integers(1, max_value))
    return tuple(draw(st.integers(1, max_value)) for _ in range(rank))


@st.composite
def problems(draw):
    rank = draw(st.sampled_from([1, 2, 3]))
    groups = draw(st.integers(1, 3))
    depth, width = (draw(st.sampled_from([1, 2, 3, 4, 5, 0])) for _ in range(2))
    batch = draw(st.sampled_from([None, 1, 2, 3, 0]))
    kernel = tuple(draw(st.integers(1, 5 if rank == 1 else 3)) for _ in range(rank))
    options = {
        "stride": per_axis(draw, rank, 3),
        "dilation": per_axis(draw, rank, 3),
        "padding": draw(paddings(rank)),
        "padding_mode": draw(st.sampled_from(MODES)),
        "groups": groups,
        "flip": draw(st.booleans()),
        "data_format": draw(st.sampled_from(["channels_first", "channels_last"])),
        "workers": draw(st.sampled_from([None, 1, 2])),
    }
    if options["padding_mode"] == "constant":
        options["padding_value"] = draw(st.integers(0, 100))
    dilation = np.broadcast_to(options["dilation"], rank)
    extent = [int(d) * (k - 1) + 1 for d, k in zip(dilation, kernel, strict=True)]
    spatial = tuple(draw(st.integers(1, 4)) + draw(st.integers(0, e)) for e in extent)
    pads = min_padding(options["padding"], extent)
    assume(all(n + pad >= e for n, pad, e in zip(spatial, pads, extent, strict=True)))
    assume(depth * width * groups * prod(kernel) * prod(spatial) * (batch or 1) <= MAX_PRODUCTS)

    x_dtype = draw(st.sampled_from(DTYPES))
    w_dtype = draw(st.sampled_from([x_dtype, x_dtype, "float32", "int8"]))
    seed = draw(st.integers(0, 1000))
    return Drawn(
        batch, groups * depth, groups * width, spatial, kernel, x_dtype, w_dtype, options, seed
    )


def min_padding(padding, extent):
    """Return a lower bound of what `padding` adds to each axis.

    A named padding adds enough for one window, or nothing.
    """
    if isinstance(padding, str):
        return [0 if padding == "valid" else e - 1 for e in extent]
    if isinstance(padding, int):
        return [2 * padding] * len(extent)
    return [2 * p if isinstance(p, int) else sum(p) for p in padding]
