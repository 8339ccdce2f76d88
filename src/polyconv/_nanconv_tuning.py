"""Measured numbers of `nanconv`.

    python -m benchmarks.cost_model measure nanconv

Workloads are convolved with 0.2 % of their inputs missing. For the times that decide whether gaps
are few, 1 % is missing, because both ways to divide take about equally long then.
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
        "Rows of outputs of a tile. Each tile packs the rows of its halo once more.",
        _CPU,
        _DATE,
        (64, 256),
        _IMAGES,
    ),
    Constant(
        "TILE_COLUMNS",
        2048,
        "Columns of outputs of a tile. Its packed rows stay in the L2 cache, and prefetchers follow"
        " long rows.",
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
        "Vectors of weights that are looked up, or multiplied, in the time of subtracting one"
        " vector of a gap's weights in the L1 or L2 cache. It decides whether gaps are few.",
        "Zen 4, 1 core",
        "2026-11-30",
        (0.5, 8.0),
        _IMAGES,
    ),
    Constant(
        "MIN_COLUMNS",
        32,
        "Minimum columns of a result for which tiles pay without gaps. With gaps, half of them are"
        " enough. Fewer columns leave most of a register block unused.",
        _CPU,
        _DATE,
        (8, 128),
        ("mobilenetv2/dw_14", "mobilenetv2/dw_112"),
    ),
    Constant(
        "SMALL_PRODUCTS",
        1 << 15,
        "Maximum products of a problem for which tiles pay with any number of columns. The other"
        " algorithms take 0.1 ms before they compute anything.",
        "Zen 4, 1 core",
        "2026-11-30",
        (0, 1 << 17),
        ("tiny/image", "filter/3x3_1mpx"),
    ),
    Constant(
        "MAX_TAPS",
        441,
        "Maximum taps of windows for which values and validity are summed in one pass.",
        _CPU,
        _DATE,
        (25, 100),
        ("filter/9x9_2mpx", "filter/11x11_1mpx", "filter/15x15_1mpx_float64"),
    ),
    Constant(
        "STRUCTURED_TAPS",
        81,
        "Maximum taps for which data with gaps are summed in one pass even if the filter is"
        " separable or a transform is faster. Convolved axis by axis, values and validity are"
        " written and read more often. Images are convolved by strips if there are more taps.",
        _CPU,
        _DATE,
        (0, 25, 225),
        ("separable/gaussian_5_1mpx", "separable/box_9_1mpx", "separable/gaussian_15_1mpx"),
    ),
    Constant(
        "STRIP_BYTES",
        1 << 21,
        "Bytes of the input of a strip. Its values and outputs stay in the L2 or L3 cache between"
        " the convolution and the division. Longer strips read fewer rows twice, so a strip has at"
        " least three times the rows of a window's halo, whatever their bytes.",
        _CPU,
        "2026-11-30",
        (1 << 19, 1 << 23),
        _LONG,
    ),
    Constant(
        "STRIP_WEIGHT_SECONDS",
        0.04e-9,
        "Seconds to subtract the weight of a gap from one denominator of a strip, zeros beside its"
        " windows included. It decides whether gaps are few.",
        _CPU,
        "2026-11-30",
        (0.01e-9, 0.16e-9),
        _LONG,
    ),
    Constant(
        "MAX_KEPT_STRIP_BYTES",
        1 << 14,
        "Maximum bytes of filters whose prepared strips are kept for the next call. Preparing"
        " strips takes as long as a small image, but their plans hold spectra of the filters.",
        _CPU,
        "2026-11-30",
        (0,),
        ("filter/31x31_1mpx",),
    ),
    Constant(
        "MAX_KEPT_BYTES",
        1 << 12,
        "Maximum bytes of filters whose prepared tiles are kept for the next call. Preparing tiles"
        " takes as long as a small image, but the filters' bytes are the key of the look-up.",
        _CPU,
        _DATE,
        (0,),
        ("tiny/image", "filter/3x3_1mpx"),
    ),
    Constant(
        "WEIGHT_SECONDS",
        0.12e-9,
        "Seconds to add the weight of a gap to one output. It decides whether gaps are few.",
        _CPU,
        _DATE,
        (0.03e-9, 0.5e-9),
        _SIGNAL,
    ),
    Constant(
        "RUN_SECONDS",
        8e-9,
        "Seconds to begin with one row of weights of a gap. It decides whether gaps are few.",
        _CPU,
        _DATE,
        (2e-9, 32e-9),
        _SIGNAL,
    ),
    Constant(
        "SPLIT_SECONDS",
        0.5e-9,
        "Seconds to make the image of validity, for each byte of the input, without its"
        " convolution. It decides whether gaps are few.",
        _CPU,
        _DATE,
        (0.125e-9, 2e-9),
        _SIGNAL,
    ),
)
