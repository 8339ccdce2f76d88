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
        "Output rows that are filtered across at a time, whose input rows are filtered before.",
        _CPU,
        _DATE,
        (4, 16, 32),
        _WORKLOADS,
    ),
    Constant(
        "STREAMED_TAPS",
        5,
        "Taps across rows, up to which wide rows are computed one by one: then loads of the input"
        " and stores of the result overlap, which take longer than the products.",
        _CPU,
        _DATE,
        (0, 3, 9),
        _WORKLOADS,
    ),
    Constant(
        "STREAMED_VECTORS",
        48,
        "Minimum vectors of a row that counts as wide.",
        _CPU,
        _DATE,
        (16, 100),
        _WORKLOADS,
    ),
    Constant(
        "FUSED_VECTORS",
        16,
        "Minimum vectors of a row with which passes across and along are fused: in shorter rows "
        "the share of ends is too large.",
        _CPU,
        _DATE,
        (4, 100),
        _WORKLOADS,
    ),
    Constant(
        "FUSED_PREFETCHES",
        True,
        "True if fused passes prefetch what is a page ahead, instead of input 8 cache lines ahead. "
        "It takes 1.1 to 1.25 of the time without either on Zen 4, whose prefetchers follow rows "
        "by themselves, and 0.80 to 0.95 on Emerald Rapids.",
        "Zen 4 and Emerald Rapids, 1 core",
        "2026-11-30",
        (),
        _WORKLOADS,
        amd=False,
    ),
    Constant(
        "FUSED_TAPS",
        {16: 3, 32: 9, 64: 9},
        "Taps of both axes up to which passes are fused, by the bytes of a vector.",
        _CPU,
        _DATE,
        ({16: 9, 32: 5, 64: 5}, {16: 0, 32: 0, 64: 0}),
        _WORKLOADS,
    ),
    Constant(
        "PLANE_BLOCK",
        4,
        "Output planes that are filtered across at a time.",
        _CPU,
        _DATE,
        (2, 8),
        _VOLUMES,
    ),
)
