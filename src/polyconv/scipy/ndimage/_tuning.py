"""Measured numbers of `polyconv.scipy.ndimage`: tiles of passes, and where `conv` is faster.

python -m benchmarks.cost_model measure ndimage
"""

from polyconv.backends.tuning import Constant, Tuning

__all__ = ["TUNING"]

_CPU, _DATE = "Emerald Rapids, 1 core", "2026-11-29"
# Workloads of separable filters are cut to a quarter of their image: `separable` would compute the
# whole one.
_TILED = ("separable/gaussian_5_1mpx", "separable/gaussian_15_1mpx", "separable/sobel_1mpx")
_LINES = ("fir/1000000x31", "fir/1000000x129")

TUNING = Tuning(
    "ndimage",
    Constant(
        "TILE_BYTES",
        256 << 10,
        "Bytes of the packed region of a tile: half of an L2 cache of 512 KiB.",
        _CPU,
        _DATE,
        (128 << 10, 512 << 10),
        _TILED,
    ),
    Constant(
        "ROW_BYTES",
        2 << 10,
        "Bytes of a row of outputs of a tile, in the type of the sums. The rows of a Gaussian's "
        "window then lie in the L1 cache.",
        _CPU,
        _DATE,
        (1 << 10, 4 << 10),
        _TILED,
    ),
    Constant("TILE_ROWS", 64, "Rows of a tile.", _CPU, _DATE, (32, 128), _TILED),
    Constant(
        "MIN_TAPS",
        25,
        "Minimum taps of a window, without weights of 0, for which conv is faster than a pass.",
        _CPU,
        _DATE,
        (9, 50),
        ("filter/3x3_1mpx", "filter/5x5_1mpx", "filter/7x7_1mpx_float64"),
    ),
    Constant(
        "MIN_TAPS_OF_LINE",
        65,
        "Minimum taps of a line for which conv is faster than a pass. They are more than those of "
        "a window: two axes of a Gaussian are one stage of passes, but two calls of conv.",
        _CPU,
        _DATE,
        (31, 129),
        _LINES,
    ),
    Constant(
        "MIN_PLANE",
        1 << 19,
        "Minimum elements of a float32 image for which the backend separable is faster than two "
        "passes. Rows stay in cache between its two lines.",
        _CPU,
        _DATE,
        (1 << 17, 1 << 21),
        ("separable/gaussian_5_1mpx", "separable/gaussian_15_1mpx"),
    ),
)
