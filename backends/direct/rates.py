"""Measured rates by which direct's variants are compared; `_efficiency` reads them by `tuning`.

Rates are fractions of the micro-kernels' peak. An overhead of n products lowers the rate of t
products to ``t / (t + n)``.
"""

from typing import Any

from polyconv.backends.tuning import Constant

__all__ = ["RATES", "zen5"]


def zen5(
    name: str,
    value: Any,
    unit: str,
    date: str,
    trials: tuple[Any, ...],
    workloads: tuple[str, ...],
) -> Constant:
    """Return a constant that was measured on one core of a Zen 5."""
    return Constant(name, value, unit, "Zen 5", date, trials, workloads)


RATES = (
    zen5(
        "SCATTERED_STORE",
        50,
        "Store cost in products per output where pixels of a filter lie apart in the result.",
        "2026-11",
        (25, 100, 200),
        ("colour/3x3_2mpx_last", "colour/5x5_1mpx_last", "mobilenetv2/dw_112_last"),
    ),
    zen5(
        "TRANSPOSED_STORE",
        6,
        (
            "Store cost in products per output of sums that are transposed on their way into the "
            "result."
        ),
        "2026-11",
        (3, 12),
        (
            "audio1d/wavenet_d512",
            "mobilenetv2/pw_project_56",
            "regnetx/stage3_g10",
            "resnet50/conv1_7x7_s2",
        ),
    ),
    zen5(
        "IGEMM_ONE_VECTOR",
        0.8,
        "Fraction of igemm's peak with one vector of output channels in the register block.",
        "2026-11-20",
        (0.4, 0.6, 1.0),
        (
            "regnetx/stage3_g10",
            "resnext50/conv3_g32",
            "resnext50/conv3_g32_s2",
            "resnext50/conv4_g32",
        ),
    ),
    zen5(
        "IGEMM_PARTIAL_BLOCK",
        0.95,
        "Fraction of igemm's peak with some but not all vectors of the register block.",
        "2026-11-20",
        (0.5, 0.8, 1.0),
        (
            "audio1d/wav2vec2_position",
            "googlenet/5x5_28",
            "hifigan/stage4_k11",
            "mobilenetv2/pw_project_56",
        ),
    ),
    zen5(
        "ZERO_COPY_GAIN",
        1.1,
        "Gain of igemm's rate from reading the input without packing it.",
        "2026-11-20",
        (0.55, 1.0, 2.2),
        (
            "mobilenetv2/pw_last_7",
            "mobilenetv2/pw_project_56",
            "resnet50/conv2_expand",
            "tiny/pointwise",
        ),
    ),
    zen5(
        "DEPTHWISE_PEAK",
        0.9,
        "Fraction of peak that depthwise reaches with many taps.",
        "2026-11-20",
        (0.45, 0.7, 1.0),
        ("convnext/dw7_56", "efficientnet/dw5_14", "mobilenetv2/dw_14", "replknet/dw27_14"),
    ),
    zen5(
        "DEPTHWISE_OVERHEAD",
        16,
        "Overhead of depthwise in products per output, for kernels of several rows.",
        "2026-11-20",
        (8, 32),
        ("convnext/dw7_56", "efficientnet/dw5_14", "efficientnet/dw5_28", "mobilenetv2/dw_112"),
    ),
    zen5(
        "DEPTHWISE_ONE_ROW_OVERHEAD",
        28,
        "The same for kernels of one row.",
        "2026-11-20",
        (14, 56),
        ("audio1d/tasnet_dw_d64",),
    ),
    zen5(
        "DEPTHWISE_ROW_OVERHEAD",
        130,
        "Overhead of depthwise in products per row of a tile.",
        "2026-11-20",
        (65, 260),
        ("efficientnet/dw5_14", "efficientnet/dw5_28", "mobilenetv2/dw_14"),
    ),
    zen5(
        "STENCIL_OVERHEAD",
        12,
        "Overhead of stencil in products per output.",
        "2026-11-20",
        (6, 24),
        (
            "convnext/dw7_56",
            "cyclegan/7x7_to_rgb",
            "efficientnet/dw5_14",
            "filter/7x7_1mpx_complex64",
        ),
    ),
    zen5(
        "STENCIL_ROW_OVERHEAD",
        150,
        "Overhead of stencil in products per row of a tile.",
        "2026-11-20",
        (75, 300),
        (
            "convnext/dw7_56",
            "efficientnet/dw5_14",
            "filter/7x7_1mpx_complex64",
            "mobilenetv2/dw_14",
        ),
    ),
    Constant(
        "STENCIL_ZERO_COPY_OVERHEAD",
        6,
        "Overhead in products per output of stencil where planes are not packed.",
        "Emerald Rapids",
        "2026-11-30",
        (3, 12),
        ("efficientnet/dw5_28", "mobilenetv2/dw_14"),
    ),
    Constant(
        "STENCIL_ZERO_COPY_ROW_OVERHEAD",
        70,
        "The same in products per row of a tile.",
        "Emerald Rapids",
        "2026-11-30",
        (35, 140),
        ("efficientnet/dw5_14", "efficientnet/dw5_28", "mobilenetv2/dw_14"),
    ),
    Constant(
        "STENCIL_ZERO_COPY_STRIDED",
        2.7,
        "Factor on both overheads at a stride of 2, where rows are deinterleaved in registers.",
        "Emerald Rapids",
        "2026-11-30",
        (1.3, 5.4),
        ("efficientnet/dw5_56_s2", "mobilenetv2/dw_112_s2"),
    ),
    Constant(
        "STENCIL_ZERO_COPY_L1_SHARE",
        0.9,
        (
            "Share of L1 that tiles of two planes that are not packed may fill with their results: "
            "one is computed, one is prefetched."
        ),
        "Emerald Rapids",
        "2026-11-30",
        (0.45, 0.7, 1.3, 1.8),
        ("mobilenetv2/dw_112", "mobilenetv2/dw_112_s2", "mobilenetv2/dw_56_c144"),
    ),
    zen5(
        "SPATIAL_1_PEAK",
        0.5,
        (
            "Fraction of peak that spatial reaches with one filter, which loads a vector for each "
            "product."
        ),
        "2026-11-20",
        (0.25, 0.7, 1.0),
        ("audio1d/tasnet_dw_d64", "convnext/dw7_56", "efficientnet/dw5_14", "filter/3x3_1mpx"),
    ),
    zen5(
        "SPATIAL_1_OVERHEAD",
        12,
        "Overhead of spatial with one filter in products per output.",
        "2026-11-20",
        (6, 24),
        ("audio1d/tasnet_dw_d64", "mobilenetv2/dw_112_s2", "mobilenetv2/dw_14"),
    ),
    zen5(
        "SPATIAL_2_PEAK",
        0.8,
        "Fraction of peak that spatial reaches with two filters.",
        "2026-11-20",
        (0.4, 0.6, 1.0),
        ("filter/7x7_1mpx_complex64", "image/sobel"),
    ),
    zen5(
        "SPATIAL_4_PEAK",
        0.95,
        "Fraction of peak that spatial reaches with four filters.",
        "2026-11-20",
        (0.5, 0.8, 1.0),
        (
            "audio1d/wav2vec2_conv0_s5",
            "demucs/enc1_s4",
            "hifigan/stage4_k11",
            "inception3/conv1_s2",
        ),
    ),
    Constant(
        "SPATIAL_8_PEAK",
        1.1,
        (
            "Rate of spatial with eight filters in the result, relative to igemm, that packs its "
            "sums once more."
        ),
        "Emerald Rapids",
        "2026-11-30",
        (0.7, 0.9, 1.03, 1.3),
        (
            "mobilenetv2/pw_expand_112",
            "mobilenetv2/pw_last_7",
            "resnet50/conv2_expand",
            "resnet50/conv4_expand",
        ),
    ),
    zen5(
        "SPATIAL_FROM_L2",
        0.78,
        "Fraction of the rate of four filters that remains where they read their input from L2.",
        "2026-11-20",
        (0.4, 0.6, 1.0),
        ("mobilenetv2/pw_project_56",),
    ),
    zen5(
        "STENCIL_STRIDED_PACKING",
        3.0,
        "Factor on stencil's overhead where rows with a stride are packed.",
        "2026-11",
        (1.5, 6.0),
        ("efficientnet/dw5_56_s2", "mobilenetv2/dw_112_s2"),
    ),
    zen5(
        "DEPTHWISE_STRIDED_PACKING",
        3.0,
        "Factor on depthwise's overhead where rows with a stride are packed.",
        "2026-11",
        (1.5, 6.0),
        ("efficientnet/dw5_56_s2", "mobilenetv2/dw_112_s2"),
    ),
    zen5(
        "SPATIAL_1_STRIDE_2",
        5 / 3,
        "Factor on the time of spatial with one filter where rows are packed at stride 2.",
        "2026-11",
        (5 / 6, 10 / 3),
        ("efficientnet/dw5_56_s2", "mobilenetv2/dw_112_s2"),
    ),
)
