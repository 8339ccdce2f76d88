"""Measured numbers of `separable`."""

from polyconv.backends.tuning import Constant, Tuning

__all__ = ["TUNING"]

_CPU, _DATE = "Emerald Rapids, 1 core", "2026-11-29"
_WORKLOADS = (
    "separable/sobel_1mpx",
    "separable/gaussian_5_1mpx",
    "separable/gaussian_15_1mpx",
    "separable/box_9_1mpx",
)
_VOLUMES = ("separable/gaussian_5_256",)

TUNING = Tuning(
    "separable",
    Constant(
        "ROW_BLOCK",
        8,
        "Output rows of a block: their input rows are filtered along, then all of them across.",
        _CPU,
        _DATE,
        (4, 16, 32),
        _WORKLOADS,
    ),
    Constant(
        "STREAMED_TAPS",
        5,
        "Maximum taps across rows for which wide rows are computed one by one: loads of the input "
        "and stores of the result, which take longer than the products, then overlap.",
        _CPU,
        _DATE,
        (0, 3, 9),
        _WORKLOADS,
    ),
    Constant(
        "STREAMED_VECTORS",
        48,
        "Minimum vectors of a row that is computed by itself (STREAMED_TAPS).",
        _CPU,
        _DATE,
        (16, 100),
        _WORKLOADS,
    ),
    Constant(
        "FUSED_VECTORS",
        16,
        "Minimum vectors of a row for fusing the passes across and along: the ends of shorter rows "
        "take too large a share.",
        _CPU,
        _DATE,
        (4, 100),
        _WORKLOADS,
    ),
    Constant(
        "FUSED_PREFETCHES",
        True,
        "True if fused passes prefetch a page ahead, False if they prefetch input 8 cache lines "
        "ahead. Time with the former over that without any: 1.1 to 1.25 on Zen 4, whose hardware "
        "prefetchers follow rows by themselves; 0.80 to 0.95 on Emerald Rapids.",
        "Zen 4 and Emerald Rapids, 1 core",
        "2026-11-30",
        (),
        _WORKLOADS,
        amd=False,
    ),
    Constant(
        "FUSED_TAPS",
        {16: 3, 32: 9, 64: 9},
        "Maximum taps of either axis for fusing the passes, by the bytes of a vector.",
        _CPU,
        _DATE,
        ({16: 9, 32: 5, 64: 5}, {16: 0, 32: 0, 64: 0}),
        _WORKLOADS,
    ),
    Constant(
        "PLANE_BLOCK",
        4,
        "Output planes of a block, which are filtered across together.",
        _CPU,
        _DATE,
        (2, 8),
        _VOLUMES,
    ),
)
