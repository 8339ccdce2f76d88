"""Measured numbers of `nanconv`.

    python -m benchmarks.cost_model measure nanconv

Workloads are convolved with 0.2 % of their inputs missing; for the seconds by which gaps are few,
with 1 %, where both ways to divide take about as long.
"""

from polyconv.backends.tuning import Constant, Tuning

__all__ = ["TUNING"]

_CPU, _DATE = "Emerald Rapids, 1 core", "2026-11-29"
_IMAGES = ("filter/3x3_1mpx", "filter/9x9_2mpx", "filter/7x7_1mpx_float64")
_LONG = ("filter/31x31_1mpx", "filter/63x63_1mpx")
_SIGNAL = ("fir/1000000x1001",)

TUNING = Tuning(
    "nanconv",
    Constant(
        "TILE_ROWS",
        128,
        "Rows of outputs of a tile; the rows of the halo above it are packed twice.",
        _CPU,
        _DATE,
        (64, 256),
        _IMAGES,
    ),
    Constant(
        "TILE_COLUMNS",
        2048,
        "Columns of outputs of a tile, whose packed rows stay in the L2 cache. Long rows are read"
        " and written from end to end, as prefetchers expect.",
        "Zen 4, 1 core",
        "2026-11-30",
        (512, 1024, 4096),
        _IMAGES,
    ),
    Constant(
        "LINE_COLUMNS",
        1024,
        "Outputs of a tile of one row.",
        _CPU,
        _DATE,
        (512, 4096),
        ("fir/1000000x31",),
    ),
    Constant(
        "GAP_VECTORS",
        2.0,
        "Vectors of weights that are looked up or multiplied in the time in which one vector of the"
        " weights of a gap is subtracted in the L1 or L2 cache, by which gaps are few.",
        "Zen 4, 1 core",
        "2026-11-30",
        (0.5, 8.0),
        _IMAGES,
    ),
    Constant(
        "MIN_COLUMNS",
        32,
        "Columns of a result from which on tiles pay without gaps, too; with gaps from half of them"
        " on: a register block of few columns is mostly unused.",
        _CPU,
        _DATE,
        (8, 128),
        ("mobilenetv2/dw_14", "mobilenetv2/dw_112"),
    ),
    Constant(
        "SMALL_PRODUCTS",
        1 << 15,
        "Products of a problem up to which tiles pay for any number of columns: other ways take 0.1"
        " ms to begin with.",
        "Zen 4, 1 core",
        "2026-11-30",
        (0, 1 << 17),
        ("tiny/image", "filter/3x3_1mpx"),
    ),
    Constant(
        "MAX_TAPS",
        441,
        "Taps of windows up to which values and validity are summed in one pass.",
        _CPU,
        _DATE,
        (25, 100),
        ("filter/9x9_2mpx", "filter/11x11_1mpx", "filter/15x15_1mpx_float64"),
    ),
    Constant(
        "STRUCTURED_TAPS",
        81,
        "Taps up to which they are so for separable filters, too, if there are gaps: convolved"
        " axis by axis, values and validity are written and read more often. Images with more taps"
        " are convolved by strips.",
        _CPU,
        _DATE,
        (0, 25, 225),
        ("separable/gaussian_5_1mpx", "separable/box_9_1mpx", "separable/gaussian_15_1mpx"),
    ),
    Constant(
        "STRIP_BYTES",
        1 << 21,
        "Bytes of the input of a strip, whose values and outputs stay in the L2 or L3 cache between"
        " the convolution and the division; more if that is needed for three times the rows of a"
        " window. The longer the strips, the fewer rows are read by two of them.",
        _CPU,
        "2026-11-30",
        (1 << 19, 1 << 23),
        _LONG,
    ),
    Constant(
        "STRIP_WEIGHT_SECONDS",
        0.04e-9,
        "Seconds to subtract the weight of a gap from one denominator of a strip, zeros beside its"
        " windows included, by which gaps are few.",
        _CPU,
        "2026-11-30",
        (0.01e-9, 0.16e-9),
        _LONG,
    ),
    Constant(
        "MAX_KEPT_STRIP_BYTES",
        1 << 14,
        "Bytes of filters up to which prepared strips are kept for the next call: preparing them"
        " takes as long as a small image, but a plan keeps spectra of filters.",
        _CPU,
        "2026-11-30",
        (0,),
        ("filter/31x31_1mpx",),
    ),
    Constant(
        "MAX_KEPT_BYTES",
        1 << 12,
        "Bytes of filters up to which prepared tiles are kept for the next call: preparing them"
        " takes as long as a small image, and their bytes are the key.",
        _CPU,
        _DATE,
        (0,),
        ("tiny/image", "filter/3x3_1mpx"),
    ),
    Constant(
        "WEIGHT_SECONDS",
        0.12e-9,
        "Seconds to add the weight of a gap to one output, by which gaps are few.",
        _CPU,
        _DATE,
        (0.03e-9, 0.5e-9),
        _SIGNAL,
    ),
    Constant(
        "RUN_SECONDS",
        8e-9,
        "Seconds to begin with a gap and a row of weights, by which gaps are few.",
        _CPU,
        _DATE,
        (2e-9, 32e-9),
        _SIGNAL,
    ),
    Constant(
        "SPLIT_SECONDS",
        0.5e-9,
        "Seconds that the image of validity takes for each byte of the input, beside its"
        " convolution, by which gaps are few.",
        _CPU,
        _DATE,
        (0.125e-9, 2e-9),
        _SIGNAL,
    ),
)
