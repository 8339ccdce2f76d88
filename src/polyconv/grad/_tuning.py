"""Measured numbers of `conv_weight`.

    python -m benchmarks.cost_model measure conv_weight

Each workload is the gradient of its layer's weights.
"""

from polyconv.backends.tuning import Constant, Tuning

__all__ = ["TUNING"]

_CPU, _DATE = "Emerald Rapids, 1 core", "2026-11-29"
_DENSE = ("resnet50/conv2_3x3", "resnet50/conv4_3x3", "vgg16/conv3_1", "unet3d/enc3")
# Workloads with kernels of 81, 128, 129, 961 and 1001 taps.
_LARGE_KERNELS = (
    "filter/9x9_2mpx",
    "audio1d/wav2vec2_position",
    "fir/1000000x129",
    "replknet/dw31_56",
    "audio1d/fir_1001",
)
# Layers whose gradients are timed with roles exchanged, as those of other dtypes are computed.
_EXCHANGED = (
    "resnet50/conv2_3x3",
    "resnet50/conv4_3x3",
    "resnet50/conv5_3x3",
    "vgg16/conv3_1",
    "mobilenetv2/dw_14",
)
# Layers of 3x3 taps with few and many channels, and with few and many tiles.
_WINOGRAD = (
    "resnet50/conv2_3x3",
    "resnet50/conv4_3x3",
    "resnet50/conv5_3x3",
    "unet3d/enc2",
    "vgg16/conv1_2",
)

TUNING = Tuning(
    "conv_weight",
    Constant(
        "IGEMM_PIXELS",
        512,
        "Maximum outputs of a tile of igemm with float32. The 196 outputs of an image of 14x14 are"
        " one tile.",
        _CPU,
        _DATE,
        (128, 256, 1024),
        _DENSE,
    ),
    Constant(
        "STORED_ROWS",
        24,
        "Rows of sums that are stored together if there is one tile. The next rows are packed while"
        " these are in the L1 cache. With 9 taps there are at least 72.",
        _CPU,
        _DATE,
        (12, 48, 96),
        (
            "resnet50/conv4_3x3",
            "resnet50/conv5_3x3",
            "resnet50/conv4_expand",
            "resnet50/conv4_reduce",
        ),
    ),
    Constant(
        "ROWS_BYTES",
        24 << 10,
        "Maximum bytes of x and g in a tile of row_products: half of an L1 cache.",
        _CPU,
        _DATE,
        (12 << 10, 48 << 10),
        ("mobilenetv2/dw_112", "mobilenetv2/dw_14"),
    ),
    Constant(
        "ROW_PRODUCTS_SPEED",
        0.5,
        "Vector products that row_products computes in the time of one of igemm. It loads x for"
        " each.",
        _CPU,
        _DATE,
        (0.25, 1.0),
        ("resnet50/conv1_7x7_s2", "unet3d/enc2"),
    ),
    Constant(
        "EXCHANGED_FACTOR",
        2.0,
        "Time of a gradient by the backends of convolution as a multiple of its prediction, which"
        " counts no sums over blocks.",
        _CPU,
        _DATE,
        (0.5, 1.0, 4.0),
        _LARGE_KERNELS,
    ),
    Constant(
        "COLUMNS_FACTOR",
        1.5,
        "Time of `_columns` as a multiple of its prediction, which counts neither copies of rows of"
        " x nor stores at a step.",
        "Sapphire Rapids, 1 core",
        _DATE,
        (1.0, 3.0),
        _EXCHANGED,
    ),
    Constant(
        "COLUMNS_SECONDS",
        1e-4,
        "Seconds that each convolution of `_columns` takes beyond `COLUMNS_FACTOR` times its"
        " prediction. There is one convolution for each tap of the last axis.",
        "Sapphire Rapids, 1 core",
        _DATE,
        (0.0, 1e-3),
        _EXCHANGED,
    ),
    Constant(
        "MIN_TAPS_OF_TRANSFORMS",
        64,
        "Minimum taps for which the gradient by the backends of convolution is predicted at all."
        " With fewer, their transforms are never faster.",
        _CPU,
        _DATE,
        (32, 256),
        (*_LARGE_KERNELS, "resnet50/conv1_7x7_s2"),
    ),
    Constant(
        "WINOGRAD_X",
        500.0,
        "Vector products of igemm that take as long as winograd's transform of a tile of x, packing"
        " included. It holds for 2 products in a cycle, as with AVX2; for 1 it is half.",
        "Zen 4, 1 core",
        "2026-11-30",
        (0.0, 1000.0),
        _WINOGRAD,
    ),
    Constant(
        "WINOGRAD_G",
        500.0,
        "Vector products of igemm that take as long as winograd's transform of a tile of g, packing"
        " included.",
        "Zen 4, 1 core",
        "2026-11-30",
        (0.0, 1000.0),
        _WINOGRAD,
    ),
    Constant(
        "WINOGRAD_SUMS",
        200.0,
        "Vector products of igemm that take as long as transforming a vector of sums at all points"
        " and storing its weights.",
        "Zen 4, 1 core",
        "2026-11-30",
        (0.0, 1000.0),
        _WINOGRAD,
    ),
    Constant(
        "WINOGRAD_CHAIN",
        72.0,
        "Vector products of igemm that take as long as adding a vector's sums of one chain, at all"
        " points, to those in memory.",
        "Zen 4, 1 core",
        "2026-11-30",
        (0.0, 288.0),
        _WINOGRAD,
    ),
)
