"""Problems of the sizes and shapes that send `fft` and `fft_tiled` down each of their branches."""

import math
import tracemalloc
from typing import Any

import numpy as np

from polyconv import Problem
from support.agreement import problem_of

__all__ = ["LARGE", "PROBLEMS", "peak", "problem"]

# Name -> shapes of x and w, options. Large enough for several segments, small enough to check.
PROBLEMS = {
    "signal in segments": ((1, 1, 4000), (1, 1, 31), {"padding": "same"}),
    "signal at once": ((1, 1, 500), (1, 1, 301), {"padding": "full"}),
    "several filters": ((2, 1, 2000), (3, 1, 40), {}),
    "strided": ((1, 2, 3001), (2, 1, 50), {"groups": 2, "stride": 3, "padding": "same"}),
    "dilated": ((1, 1, 3000), (1, 1, 9), {"dilation": 20, "padding": "causal"}),
    "image in segments": ((1, 1, 130, 170), (1, 1, 9, 5), {"padding": "same"}),
    "rows at once, columns in segments": ((1, 1, 12, 900), (1, 1, 11, 21), {"padding": "same"}),
    "constant padding": ((1, 1, 90, 20), (1, 1, 7, 7), {"padding": 9, "padding_mode": "constant"}),
    "reflected": ((1, 1, 90, 20), (1, 1, 7, 7), {"padding": 9, "padding_mode": "reflect"}),
    "wrapped": (
        (2, 3, 24, 40),
        (3, 1, 7, 9),
        {"groups": 3, "padding": "same", "padding_mode": "wrap"},
    ),
    "wrapped, stride": (
        (1, 1, 24, 40),
        (1, 1, 5, 5),
        {"padding": "same", "padding_mode": "wrap", "stride": (2, 3)},
    ),
    "wrapped, a prime": ((1, 1, 601), (1, 1, 9), {"padding": "same", "padding_mode": "wrap"}),
    "wrapped around twice": (
        (1, 1, 12),
        (1, 1, 29),
        {"padding": ((14, 14),), "padding_mode": "wrap"},
    ),
    "kernel longer than the period": ((1, 1, 10), (1, 1, 30), {"padding": 12}),
    "depthwise": ((3, 40, 12, 14), (40, 1, 11, 11), {"groups": 40, "padding": "same"}),
    "summed channels": ((2, 6, 40, 60), (8, 6, 5, 5), {"padding": "same"}),
    "summed in groups, strided": (
        (2, 6, 40, 31),
        (9, 2, 5, 4),
        {"groups": 3, "stride": (2, 1), "padding": 3},
    ),
    "summed signals": ((3, 4, 900), (2, 4, 33), {"padding": 3}),
    "volume": ((1, 2, 9, 20, 12), (2, 1, 3, 5, 3), {"groups": 2, "padding": 1}),
    "summed volume": ((1, 3, 9, 10, 12), (2, 3, 3, 5, 3), {"stride": (1, 2, 1)}),
    "channels last": (
        (2, 30, 34, 4),
        (9, 9, 2, 6),
        {"groups": 2, "padding": "same", "data_format": "channels_last"},
    ),
    "a tap": ((1, 1, 50), (1, 1, 1), {}),
    "nothing but padding": ((1, 1, 0), (1, 1, 3), {"padding": 4}),
    "a wide signal": ((2, 2, 70_000), (4, 1, 700), {"groups": 2, "padding": "causal"}),
    "all of a stride": ((1, 1, 100), (1, 1, 7), {"stride": 150, "padding": 10}),
    "a long row of a volume": ((1, 1, 3, 4, 700), (1, 1, 2, 2, 90), {"padding": "same"}),
    "slabs that share sets of the cache": ((1, 1, 40, 40, 40), (1, 1, 9, 9, 9), {}),
}


def two_channels(x_shape, w_shape, options):
    """Return the problem with twice the channels of x and w: more products for each output."""
    channels = (x_shape[0], 2 * x_shape[1], *x_shape[2:])
    return channels, (w_shape[0], 2 * w_shape[1], *w_shape[2:]), options


PROBLEMS |= {
    f"{name}, two channels": two_channels(*row)
    for name, row in PROBLEMS.items()
    if row[1][1] == 1 and math.prod(row[0]) < 20_000
}


LARGE = {
    "a long signal": ((1, 1, 1 << 21), (1, 1, 1001)),
    "a large image": ((1, 1, 1500, 1400), (1, 1, 63, 63)),
    "a volume": ((1, 1, 128, 120, 130), (1, 1, 15, 15, 15)),
}


def problem(name: str, dtype: str = "float32", **options: Any) -> Problem:
    """Return the problem called `name` in `PROBLEMS`."""
    x_shape, w_shape, own = PROBLEMS[name]
    return problem_of(np.empty(x_shape, dtype), np.empty(w_shape, dtype), **own, **options)


def peak(call) -> int:
    """Return the peak bytes of `call`, beside those allocated before."""
    call()
    tracemalloc.start()
    try:
        call()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
