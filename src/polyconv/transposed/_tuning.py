"""Measured numbers of `conv_transpose`: where products are scattered, phases interleaved.

python -m benchmarks.cost_model measure conv_transpose
"""

from polyconv.backends.tuning import Constant, Tuning

__all__ = ["TUNING"]

_CPU, _DATE = "Emerald Rapids, 1 core", "2026-11-29"
_ZEN4 = "Zen 4, 1 core", "2026-12-01"

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
        "Pixels of all images up to which products of kernels of at most 4 taps are scattered: one"
        " addition of arrays for each tap.",
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
        "MIN_PIXELS",
        2,
        "Pixels of all images from which on products are scattered. Scattering takes 1.2 to 3.8"
        " times as long as phases with 1 pixel, but 0.16 to 0.54 of their time with 2 and 3 (512"
        " channels to 256, 4x4 and 16 taps; 100 to 512, 4x4).",
        *_ZEN4,
        (1, 4, 8),
        ("dcgan/project_4x4", "dcgan/up_4"),
    ),
    Constant(
        "MIN_WEIGHTS",
        1 << 15,
        "Weights from which on products are scattered: fewer take less time to pack than the Python"
        " of `scatter`. Time relative to phases, stride 2: 0.7 with 3x3 taps, 4 pixels and 600 to"
        " 37,000 weights; with 4x4 taps and 4 to 16 pixels 2.0 of 16,000 weights, 1.5 of 66,000,"
        " 0.94 of 262,000.",
        *_ZEN4,
        (1 << 13, 1 << 20, 1 << 22),
        ("dcgan/up_4", "dcgan/up_8"),
    ),
    Constant(
        "MAX_SCATTERED_TAPS",
        64,
        "Taps up to which products are scattered: two arrays are added for each. Time relative to"
        " phases on 4x4 pixels, stride 2: 1.4 to 1.6 of 7x7 to 11x11 taps with 64 channels, 0.65 to"
        " 0.80 with 128.",
        *_ZEN4,
        (8, 1 << 10),
        ("dcgan/up_4", "dcgan/up_8"),
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
        " computed so: where both are predicted alike, images take up to 1.2 of the time"
        " (`python -m benchmarks.cost_model limits images`).",
        *_ZEN4,
        (0.0, 1.0),
        ("unet3d/up_3x3x3_last",),
    ),
)
