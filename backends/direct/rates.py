"""Measured rates by which direct's variants are compared.

`_efficiency.pyx` reads them as ``TUNING.NAME``. Rates are fractions of the micro-kernels' peak. An
overhead of n products lowers the rate of t products to ``t / (t + n)``.
"""

from typing import Any

from polyconv.backends.tuning import Constant

__all__ = ["RATES", "zen5"]


def zen5(
    name: str,
    value: Any,
    meaning: str,
    date: str,
    trials: tuple[Any, ...],
    workloads: tuple[str, ...],
) -> Constant:
    """Return a constant that was measured on one core of a Zen 5."""
    return Constant(name, value, meaning, "Zen 5", date, trials, workloads)


RATES = (
    zen5(
        "SCATTERED_STORE",
        50,
        "Store cost in products per output if neighbouring pixels of a filter are not adjacent "
        "in the result.",
        "2026-11",
        (25, 100, 200),
        ("colour/3x3_2mpx_last", "colour/5x5_1mpx_last", "mobilenetv2/dw_112_last"),
    ),
    zen5(
        "TRANSPOSED_STORE",
        6,
        "Store cost in products per output if sums are transposed while they are stored.",
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
        "Fraction of igemm's peak with at least two, but not all vectors of the register block.",
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
        "Factor on the rate of igemm if it reads the input without packing it.",
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
        "Overhead of depthwise in products per output, for kernels of one row.",
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
        "STENCIL_PLANE_OVERHEAD",
        6,
        "Overhead of stencil in products per output for each plane of a kernel after the "
        "first, because each loads and stores the sums once more: 4 to 10 on volumes of 12 to "
        "48 planes.",
        "AMD EPYC (Zen 4), 1 core",
        "2026-11-30",
        (0, 12),
        ("unet3d/first_1ch", "far/volumes_2x2x2"),
    ),
    Constant(
        "STENCIL_CALL",
        56,
        "Overhead of stencil in vectors of products for each further call of its micro-kernel "
        "on a tile. It is called for each plane of a kernel, times each phase of a dilation. "
        "Examples: 240 filters of 3x2x3 taps, dilation 2, on 5x5x7 outputs take 4.8 times as "
        "long as with igemm; 3x3x3 taps on 12x12x12 take 1.05 times as long as with spatial.",
        "AMD EPYC (Zen 4), 1 core",
        "2026-11-30",
        (0, 112),
        ("far/volumes_2x2x2", "far/volumes_d2"),
    ),
    Constant(
        "STENCIL_ZERO_COPY_OVERHEAD",
        6,
        "Overhead of stencil in products per output if planes are not packed.",
        "Emerald Rapids",
        "2026-11-30",
        (3, 12),
        ("efficientnet/dw5_28", "mobilenetv2/dw_14"),
    ),
    Constant(
        "STENCIL_ZERO_COPY_ROW_OVERHEAD",
        70,
        "Overhead of stencil in products per row of a tile if planes are not packed.",
        "Emerald Rapids",
        "2026-11-30",
        (35, 140),
        ("efficientnet/dw5_14", "efficientnet/dw5_28", "mobilenetv2/dw_14"),
    ),
    Constant(
        "STENCIL_ZERO_COPY_STRIDED",
        2.7,
        "Factor on both overheads of stencil on planes that are not packed, at a stride of 2: "
        "rows are deinterleaved in registers.",
        "Emerald Rapids",
        "2026-11-30",
        (1.3, 5.4),
        ("efficientnet/dw5_56_s2", "mobilenetv2/dw_112_s2"),
    ),
    Constant(
        "STENCIL_ZERO_COPY_L1_SHARE",
        0.9,
        "Share of L1 that two tiles of unpacked planes may fill together with their results: "
        "one is computed while the next is prefetched.",
        "Emerald Rapids",
        "2026-11-30",
        (0.45, 0.7, 1.3, 1.8),
        ("mobilenetv2/dw_112", "mobilenetv2/dw_112_s2", "mobilenetv2/dw_56_c144"),
    ),
    zen5(
        "SPATIAL_1_PEAK",
        0.5,
        ("Fraction of peak that spatial reaches with one filter: each product needs a load."),
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
        "Rate of spatial with eight filters whose sums stay in the result, relative to igemm, "
        "which copies its sums once more to get them there.",
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
    Constant(
        "SPATIAL_8_SINGLE_TAPS",
        1.0,
        "Factor on the rate of eight filters with single taps where they are compared with "
        "igemm. On Zen 4 igemm takes 0.96 to 0.99 of their time for 256 and 512 channels to 64 "
        "and 128, whose sums they form in runs, 0.87 to 0.94 for 256 strided ones, which they "
        "pack, but 1.01 for 128 channels and 1.04 for 64.",
        "Emerald Rapids and Zen 4, 1 core",
        "2026-12-01",
        (0.8, 0.95),
        (
            "resnet50/conv2_expand",
            "resnet50/conv2_reduce",
            "resnet50/conv3_expand",
            "resnet50/conv3_project_s2",
            "resnet50/conv3_reduce",
            "resnet50/conv4_expand",
        ),
        amd=0.88,
    ),
    zen5(
        "SPATIAL_FROM_L2",
        0.78,
        "Factor on the rate of spatial with four filters if their input comes from L2, not L1.",
        "2026-11-20",
        (0.4, 0.6, 1.0),
        ("mobilenetv2/pw_project_56",),
    ),
    zen5(
        "STENCIL_STRIDED_PACKING",
        3.0,
        "Factor on stencil's overhead if packed rows have a stride.",
        "2026-11",
        (1.5, 6.0),
        ("efficientnet/dw5_56_s2", "mobilenetv2/dw_112_s2"),
    ),
    zen5(
        "DEPTHWISE_STRIDED_PACKING",
        3.0,
        "Factor on depthwise's overhead if packed rows have a stride.",
        "2026-11",
        (1.5, 6.0),
        ("efficientnet/dw5_56_s2", "mobilenetv2/dw_112_s2"),
    ),
    zen5(
        "SPATIAL_1_STRIDE_2",
        5 / 3,
        "Factor on the time of spatial with one filter if packed rows have stride 2.",
        "2026-11",
        (5 / 6, 10 / 3),
        ("efficientnet/dw5_56_s2", "mobilenetv2/dw_112_s2"),
    ),
    Constant(
        "CONFLICTING_STORE",
        38,
        "Store cost in products per output if the stores of a row conflict in L1: the pixels "
        "of a channels_last row can map to so few sets that these cannot hold its lines.",
        "Zen 5",
        "2026-11",
        (10, 150),
        ("far/conflicts_last",),
    ),
    Constant(
        "CONFLICTING_PEAK",
        0.25,
        "Fraction of peak that remains if the stores of a row conflict in L1 (CONFLICTING_STORE).",
        "Zen 5",
        "2026-11",
        (0.1, 0.6),
        ("far/conflicts_last",),
    ),
    Constant(
        "GATHER_STRIDE_COST",
        0.16,
        "Cost of gathering an element at strides of at least 3, in vectors of products at "
        "peak, for each unit of stride.",
        "Zen 5",
        "2026-11",
        (0.05, 0.5),
        ("far/signal_s5", "far/signal_s40", "far/image_s6"),
    ),
    Constant(
        "GATHER_ROW_COST",
        4,
        "Cost of gathering a row at strides of at least 3, in vectors of products at peak, "
        "added to GATHER_STRIDE_COST.",
        "Zen 5",
        "2026-11",
        (1, 16),
        ("far/signal_s40", "far/image_s6", "far/few_pixels_s3"),
    ),
    Constant(
        "GATHER_COST_FEW_FILTERS",
        1.3,
        "Minimum cost of gathering an element for spatial with at most two filters, in vectors "
        "of products at peak: 1.3 at strides 3 and 8, 2.4 from stride 16 on, with 16 taps.",
        "AMD EPYC (Zen 4), 1 core",
        "2026-11-30",
        (0.4, 4),
        ("far/signal_s5", "far/signal_s40", "far/blocks_7x12"),
    ),
    Constant(
        "GATHER_COST_IGEMM",
        4,
        "Minimum cost of gathering an element for igemm with at most two filters, in vectors "
        "of products at the rate that igemm reaches with so few lanes.",
        "AMD EPYC (Zen 4), 1 core",
        "2026-11-30",
        (1, 16),
        ("far/signal_s40", "far/image_s6"),
    ),
    Constant(
        "GATHER_COST_CHANNELS_LAST",
        4,
        "Cost of gathering an element of channels_last pixels for spatial with single taps, "
        "in vectors of products at the rate of spatial. Example: 408 channels of 256 pixels "
        "to 6 filters take 82 us with spatial, which gathers them, and 25 us with igemm.",
        "Emerald Rapids, 1 core",
        "2026-11-30",
        (0.01, 16),
        ("far/pointwise_408_last",),
    ),
    Constant(
        "MAX_TAPS_PACKING",
        64,
        "Maximum taps for which the cost of packing at stride 2 (spatial, one filter) grows "
        "with the taps; with more it stays constant. Example: 54x54 taps of int16 take 0.57 "
        "of the time that dot takes.",
        "AMD EPYC (Zen 4), 1 core",
        "2026-11-30",
        (8, 4096),
        ("far/image_s2_54_int16",),
    ),
    Constant(
        "IGEMM_SINGLE_PIXEL",
        0.75,
        "Fraction of igemm's peak with a single pixel, whose few sums do not hide the latency "
        "of an FMA. Example: 326161 taps of 2 channels to 9 filters take 1.9 times as long as "
        "with dot.",
        "AMD EPYC (Zen 4), 1 core",
        "2026-11-30",
        (0.3, 1.0),
        ("far/template_200",),
    ),
    Constant(
        "IGEMM_FEW_LANES",
        0.8,
        "Factor on the rate of igemm with at most two filters at strides of at least 3, if "
        "whole rows are packed. Time of igemm over that of another variant: 0.3 to 0.6 "
        "(spatial) and 0.9 to 1.5 (dot) for 4 pixels of 30 channels; 1.0 to 1.2 (spatial) for "
        "300 pixels of 8 channels.",
        "AMD EPYC (Zen 4), 1 core",
        "2026-11-30",
        (0.4, 1.2),
        ("far/few_pixels_s3", "far/signal_s3_float64"),
    ),
    Constant(
        "DOT_PEAK",
        0.42,
        "Fraction of peak that dot reaches: each product loads both factors.",
        "AMD EPYC (Zen 4), 1 core",
        "2026-11-30",
        (0.2, 0.8),
        ("far/blocks_7x12", "far/windows_100", "far/template_200"),
    ),
    Constant(
        "DOT_ROW_COST",
        1.5,
        "Cost of a kernel row for dot, in vectors of its products: 0.7 (AVX-512) to 1.5 (AVX2).",
        "AMD EPYC (Zen 4), 1 core",
        "2026-11-30",
        (0.5, 5),
        ("far/blocks_7x12", "far/windows_100"),
    ),
    Constant(
        "DOT_SUM_COST",
        5,
        "Cost of adding the lanes of a sum for dot, in vectors of its products: 4 to 5 with "
        "AVX-512, 6 with AVX2.",
        "AMD EPYC (Zen 4), 1 core",
        "2026-11-30",
        (1, 20),
        ("far/blocks_7x12", "far/windows_100"),
    ),
    Constant(
        "DOT_SHARED_PEAK",
        0.13,
        "Fraction of peak that dot reaches if windows share vectors: each FMA waits for the "
        "one before, because a window has one sum.",
        "AMD EPYC (Zen 4), 1 core",
        "2026-11-30",
        (0.04, 0.4),
        ("far/blocks_4", "far/blocks_5_uint8"),
    ),
    Constant(
        "DOT_SHARED_SUM_COST",
        1.25,
        "Cost of adding the lanes of a sum for dot if windows share vectors, in vectors of its "
        "products; the lanes of several sums are added together.",
        "AMD EPYC (Zen 4), 1 core",
        "2026-11-30",
        (0.3, 5),
        ("far/blocks_4", "far/blocks_5_uint8"),
    ),
)
