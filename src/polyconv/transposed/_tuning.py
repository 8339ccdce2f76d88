"""Measured numbers of `conv_transpose`: where products are scattered, phases interleaved.

python -m benchmarks.cost_model measure conv_transpose
"""

from polyconv.backends.tuning import Constant, Tuning

__all__ = ["TUNING"]

_CPU, _DATE = "Emerald Rapids, 1 core", "2026-11-29"

TUNING = Tuning(
    "conv_transpose",
    Constant(
        "MAX_PIXELS",
        64,
        "Pixels of all images up to which products are scattered: more of them take longer to"
        " scatter than their weights to pack.",
        _CPU,
        _DATE,
        (0, 256),
        ("dcgan/up_4", "dcgan/up_8", "dcgan/up_16"),
    ),
    Constant(
        "MAX_PIXELS_OF_FEW_TAPS",
        1024,
        "The same for kernels of at most 4 taps.",
        _CPU,
        _DATE,
        (64, 1 << 15),
        ("unet/up_1024", "unet/up_128"),
    ),
    Constant(
        "MIN_WEIGHTS_OF_PIXEL",
        1 << 10,
        "Weights for each pixel from which on products are scattered: fewer take less time to pack"
        " than their products to scatter.",
        _CPU,
        _DATE,
        (1 << 8, 1 << 12),
        ("unet/up_1024", "dcgan/up_8", "hifigan/up_512"),
    ),
    Constant(
        "SCATTERED_PHASES",
        1.25,
        "Time of phases one by one as a multiple of what is predicted: no prediction counts that"
        " they store every s-th element of a row, or read the input anew.",
        _CPU,
        "2026-11-30",
        (0.0, 100.0),
        ("unet/up_128", "unet3d/up_2x2x2", "dcgan/up_32_to_rgb", "dcgan/up_16", "hifigan/up_128"),
    ),
    Constant(
        "IMAGES_OF_ONE_TAP",
        0.97,
        "Predicted time of a phase as images, as a part of that with all axes, up to which it is"
        " computed so: where both are predicted alike, images take up to 1.2 of the time.",
        "Zen 4, 1 core",
        "2026-12-01",
        (0.0, 1.0),
        ("unet3d/up_3x3x3",),
    ),
)
