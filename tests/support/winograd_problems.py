"""Problems that reach each variant and each edge of `winograd`, and each transform's ranks."""

from typing import Any

import numpy as np
import pytest

from polyconv.backends import BACKENDS
from polyconv.backends.winograd import planner
from polyconv.backends.winograd.cook_toom import TRANSFORMS
from support.agreement import random_values

WINOGRAD = next(backend for backend in BACKENDS if backend.name == "winograd")

TRANSFORM_SIZES = pytest.mark.parametrize("transform", TRANSFORMS, ids="F{0[0]}x{0[1]}".format)
LAST = {"data_format": "channels_last"}
# Name -> shapes of x and w, options.
PROBLEMS = {
    "signal": ((2, 5, 131), (7, 5, 3), {"padding": 1}),
    "long signal": ((1, 3, 2000), (4, 3, 3), {"padding": "causal"}),
    "image": ((1, 9, 23, 29), (20, 9, 3, 3), {"padding": 1}),
    "smaller than a tile": ((2, 3, 3, 4), (2, 3, 3, 3), {}),
    "one output": ((1, 4, 3, 3), (5, 4, 3, 3), {}),
    "wide image": ((1, 4, 5, 400), (3, 4, 3, 3), {"padding": (0, 2)}),
    "high image": ((1, 4, 400, 3), (3, 4, 3, 3), {"padding": 1}),
    "many small images": ((37, 6, 7, 7), (9, 6, 3, 3), {"padding": 1}),
    "more output channels than an oc_block": ((1, 20, 14, 15), (150, 20, 3, 3), {"padding": 1}),
    "more input channels than a chain": ((1, 150, 9, 9), (8, 150, 3, 3), {"padding": 1}),
    "groups": ((2, 12, 11, 12), (15, 4, 3, 3), {"groups": 3, "padding": 1}),
    "groups of more channels than a chain": (
        (1, 40, 10, 11),
        (46, 20, 3, 3),
        {"groups": 2, "padding": (1, 0)},
    ),
    "image wider than a tile block": ((2, 2, 7, 700), (3, 2, 3, 3), {"padding": (0, 1)}),
    "depthwise": ((1, 20, 12, 13), (20, 1, 3, 3), {"groups": 20, "padding": "same"}),
    "channels last": ((2, 17, 22, 35), (3, 3, 35, 40), LAST | {"padding": 1}),
    "channels last, narrow": ((2, 5, 6, 20), (3, 3, 20, 3), LAST | {"padding": "same_lower"}),
    "channels last, groups": ((3, 9, 10, 12), (3, 3, 6, 8), LAST | {"groups": 2}),
    "channels last, reflected": (
        (1, 6, 21, 18),
        (3, 3, 18, 4),
        LAST | {"padding": 3, "padding_mode": "reflect"},
    ),
    "constant padding": (
        (1, 5, 9, 30),
        (4, 5, 3, 3),
        {"padding": 4, "padding_mode": "constant", "padding_value": -2.5},
    ),
    "wrapped more than once": (
        (1, 2, 4, 5),
        (3, 2, 3, 3),
        {"padding": (9, 11), "padding_mode": "wrap"},
    ),
    "padding alone in some tiles": ((1, 3, 2, 2), (3, 3, 3, 3), {"padding": 12}),
    "flipped": ((1, 3, 9, 8), (4, 3, 3, 3), {"flip": True}),
    "volume": ((2, 6, 7, 9, 11), (10, 6, 3, 3, 3), {"padding": 1}),
    "volume, channels last": ((1, 5, 6, 20, 7), (3, 3, 3, 7, 9), LAST | {"padding": (1, 0, 2)}),
    "dilated signal": ((2, 5, 131), (7, 5, 3), {"padding": 3, "dilation": 3}),
    "signal of few outputs to a residue": ((3, 4, 57), (5, 4, 3), {"dilation": 25}),
    "dilated image": ((1, 9, 23, 29), (20, 9, 3, 3), {"padding": 2, "dilation": 2}),
    "dilated small images": ((7, 5, 9, 10), (6, 5, 3, 3), {"padding": "same", "dilation": (2, 3)}),
    "more residues than a residue block": (
        (1, 3, 33, 33),
        (4, 3, 3, 3),
        {"padding": 12, "dilation": 12},
    ),
    "more residues than outputs": ((1, 3, 12, 15), (4, 3, 3, 3), {"dilation": (5, 7)}),
    "high dilation": ((1, 3, 250, 9), (4, 3, 3, 3), {"padding": (90, 1), "dilation": (90, 1)}),
    "wide dilation": ((2, 3, 9, 150), (4, 3, 3, 3), {"padding": (1, 60), "dilation": (1, 60)}),
    "dilated, channels last": (
        (2, 17, 22, 35),
        (3, 3, 35, 40),
        LAST | {"padding": 3, "dilation": (2, 3)},
    ),
    "dilated, reflected": (
        (1, 4, 11, 12),
        (3, 4, 3, 3),
        {"padding": 5, "padding_mode": "reflect", "dilation": (4, 2)},
    ),
    "dilated, constant padding": (
        (1, 3, 9, 30),
        (4, 3, 3, 3),
        {"padding": 7, "padding_mode": "constant", "padding_value": 1.5, "dilation": 2},
    ),
    "dilated groups": ((2, 12, 11, 12), (15, 4, 3, 3), {"groups": 3, "dilation": 2}),
    "dilated volume": ((1, 4, 9, 10, 13), (5, 4, 3, 3, 3), {"padding": 2, "dilation": (2, 3, 4)}),
    "dilated volume, channels last": (
        (2, 9, 6, 20, 7),
        (3, 3, 3, 7, 9),
        LAST | {"padding": 1, "dilation": (3, 1, 2)},
    ),
    "volume, mirrored": (
        (1, 3, 5, 6, 9),
        (2, 3, 3, 3, 3),
        {"padding": 2, "padding_mode": "symmetric"},
    ),
}


# Each transform with every rank that it is offered on.
RANKS = [
    pytest.param(transform, rank, id=f"F{transform[0]}x{transform[1]}-{rank}")
    for transform in TRANSFORMS
    for rank in (1, 2, 3)
    if TRANSFORMS[transform] in planner._transforms(rank)
]
# The fast tests: every problem with two transforms, and one problem of each rank with all.
FAST_TRANSFORMS = (4, 3), (2, 5)
FAST_NAMES = ("signal", "image", "channels last", "volume")
CASES = [
    pytest.param(
        transform,
        name,
        id=f"F{transform[0]}x{transform[1]}-{name}",
        marks=() if transform in FAST_TRANSFORMS or name in FAST_NAMES else pytest.mark.slow,
    )
    for name in PROBLEMS
    for transform, rank in (each.values for each in RANKS)
    if rank == len(PROBLEMS[name][1]) - 2
]


def arrays(
    name: str, dtype: str = "float32", taps: int = 3
) -> tuple[np.ndarray, np.ndarray, dict[str, Any]]:
    """Return the named problem with kernels of `taps` and tiles of as many outputs per axis."""
    x_shape, w_shape, options = PROBLEMS[name]
    rank = len(w_shape) - 2
    first = 1 if "data_format" in options else 2  # spatial axis
    dilation = np.broadcast_to(options.get("dilation", 1), rank)
    fixed = options.get("padding") in ("same", "same_lower", "causal")
    more = [0 if fixed else d * (taps - 3) for d in dilation]
    x_shape = (
        *x_shape[:first],
        *(n + m for n, m in zip(x_shape[first:], more, strict=False)),
        *x_shape[first + rank :],
    )
    kernel = slice(0, rank) if first == 1 else slice(2, None)
    w_shape = list(w_shape)
    w_shape[kernel] = (taps,) * rank
    return random_values(x_shape, dtype, 1), random_values(w_shape, dtype, 2), options
