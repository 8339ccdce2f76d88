"""Measured numbers of `conv_weight`.

    python -m benchmarks.cost_model measure conv_weight

Each workload is the gradient of its layer's weights.
"""

from polyconv.backends.tuning import Constant, Tuning

__all__ = ["TUNING"]

_CPU, _DATE = "Emerald Rapids, 1 core", "2026-11-29"
_DENSE = ("resnet50/conv2_3x3", "resnet50/conv4_3x3", "vgg16/conv3_1", "unet3d/enc3")

TUNING = Tuning(
    "conv_weight",
    Constant(
        "IGEMM_PIXELS",
        512,
        "Outputs of a tile of igemm with float32, at most: 196, those of an image of 14x14, are one"
        " tile.",
        _CPU,
        _DATE,
        (128, 256, 1024),
        _DENSE,
    ),
    Constant(
        "STORED_ROWS",
        24,
        "Rows of sums that are stored together where there is one tile: the next ones are packed"
        " while these are in the L1 cache. Of 9 taps there are at least 72.",
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
        "Bytes of x and g in a tile of row_products, at most: half of an L1 cache.",
        _CPU,
        _DATE,
        (12 << 10, 48 << 10),
        ("mobilenetv2/dw_112", "mobilenetv2/dw_14"),
    ),
    Constant(
        "ROW_PRODUCTS_SPEED",
        0.5,
        "Vector products that row_products does while igemm does one, because it loads x for each.",
        _CPU,
        _DATE,
        (0.25, 1.0),
        ("resnet50/conv1_7x7_s2", "unet3d/enc2"),
    ),
)
