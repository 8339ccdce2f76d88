"""Measured numbers of direct's planner. `polyconv.backends.tuning` says how to measure them again.

Here are limits of variants and of tiles; `rates.py` has the rates by which variants are compared.
"""

import math

from polyconv.backends.tuning import Constant, Tuning

from .rates import RATES, zen5

__all__ = [
    "MAX_FEW_PIXELS",
    "MAX_IDLE_PIXELS",
    "MIN_UNPACKED_PRODUCTS",
    "MIN_UNPACKED_WEIGHT_BYTES",
    "TUNING",
]


TUNING = Tuning(
    "direct",
    zen5(
        "MIN_CHANNELS_SKIPPING",
        64,
        "Minimum channels for igemm to skip products with padding, tap by tap.",
        "2026-11",
        (32, 128),
        (
            "audio1d/wav2vec2_position",
            "deeplabv3/aspp_d12",
            "googlenet/5x5_28",
            "inception3/1x7_17",
        ),
    ),
    zen5(
        "MAX_VALID_FRACTION_SKIPPING",
        0.92,
        (
            "Maximum share of valid products for igemm to skip those with padding: if fewer can be "
            "skipped, loops over parts of rows cost more than they save."
        ),
        "2026-11",
        (0.5, 0.8, 1.0),
        ("audio1d/wavenet_d512", "c3d/conv2", "csrnet/back_d2", "deeplabv3/aspp_d12"),
    ),
    Constant(
        "MIN_FEW_CHANNELS_SKIPPING",
        32,
        "Minimum channels for igemm to skip products with padding if at most "
        "MAX_VALID_FRACTION_FEW_CHANNELS of the products are valid.",
        "Emerald Rapids, 1 core",
        "2026-11-30",
        (16, 24, 64),
        ("audio1d/wav2vec2_position",),
    ),
    Constant(
        "MAX_VALID_FRACTION_FEW_CHANNELS",
        0.85,
        "Maximum share of valid products for igemm to skip the others with fewer than "
        "MIN_CHANNELS_SKIPPING channels. Skipping takes 0.89 of the time of computing all products "
        "at a share of 0.82, and 1.05 at 0.91 (48 channels of 14x14 pixels).",
        "Emerald Rapids, 1 core",
        "2026-11-30",
        (0.0, 0.92),
        ("audio1d/wav2vec2_position",),
    ),
    zen5(
        "MAX_KERNEL_NOT_SKIPPING",
        7,
        "Maximum kernel side for which stencil and depthwise sum every tap, padding or not.",
        "2026-11",
        (3, 14),
        ("convnext/dw7_56", "cyclegan/7x7_to_rgb", "efficientnet/dw5_14", "filter/11x11_1mpx"),
    ),
    Constant(
        "MAX_FILTERS_STRIDE2",
        128,
        (
            "Maximum filters for spatial to deinterleave rows at stride 2 in registers instead of "
            "packing them. All filters are computed for two vectors of pixels at a time, and each "
            "filter's result is one more stream of stores."
        ),
        "Emerald Rapids",
        "2026-11-30",
        (0, 24, 512),
        ("inception3/conv1_s2", "mobilenetv2/conv1_s2", "resnext50/conv3_g32_s2"),
    ),
    zen5(
        "MAX_DEPTHWISE_VECTORS",
        8,
        "Maximum vectors of depthwise channels that are packed side by side, in channels_last.",
        "2026-11",
        (1, 2, 4, 16),
        ("mobilenetv2/dw_112_last",),
    ),
    Constant(
        "MIN_TAPS_BY_VECTOR",
        100,
        "Minimum taps for depthwise to pack one vector of channels_last channels at a time. With "
        "fewer, it packs several side by side, or reads the input unpacked. Time relative to that "
        "with 64 to 144 channels: 0.5 to 0.8 for 24x24 taps at stride 2, 0.7 to 1.0 at stride 1; "
        "0.7 for 7x7x7 taps; up to 1.4 for 3x3x3.",
        "AMD EPYC (Zen 4), 1 core",
        "2026-11-30",
        (16, 50, 1 << 20),
        ("replknet/dw31_56_last",),
    ),
    zen5(
        "MAX_TILE_PIXELS",
        1 << 15,
        "Maximum outputs of a tile.",
        "2026-11",
        (1 << 14, 1 << 16),
        ("colour/3x3_2mpx_last", "filter/11x11_1mpx", "fir/1000000x129_complex64", "image/box_9"),
    ),
    zen5(
        "L2_DIVISOR",
        3,
        "Divisor of L2's bytes: the packed input of a tile takes at most 1 / L2_DIVISOR of L2.",
        "2026-11",
        (1, 6),
        ("alexnet/conv1_11x11_s4", "audio1d/demucs_enc2_s4", "c3d/conv2", "colour/3x3_2mpx_last"),
    ),
    zen5(
        "MAX_IGEMM_PIXELS",
        768,
        "Maximum pixels of an igemm tile, which loads each block of weights once.",
        "2026-11",
        (384, 1536),
        ("alexnet/conv1_11x11_s4", "c3d/conv2", "csrnet/back_d2", "deeplabv3/conv4_d2"),
    ),
    zen5(
        "MAX_PIXELS_PER_STORE",
        384,
        (
            "Maximum pixels that igemm and depthwise sum before they store them, and maximum width "
            "of an igemm tile: rows to write are long, and sums are still in L1."
        ),
        "2026-11",
        (192, 768),
        ("alexnet/conv1_11x11_s4", "audio1d/demucs_enc2_s4", "c3d/conv2", "csrnet/back_d2"),
    ),
    zen5(
        "MAX_SINGLE_CHANNEL_VECTORS",
        256,
        "Maximum width in vectors of spatial and stencil tiles of a single channel.",
        "2026-11",
        (128, 512),
        ("audio1d/fir_1001", "filter/15x15_1mpx_float64", "fir/1000000x1001", "tasnet/encoder"),
    ),
    zen5(
        "MIN_IGEMM_REDUCTION",
        256,
        (
            "Minimum products of an output whose input an igemm tile holds at a time. If it holds "
            "fewer channels, tiles can be larger and pack less halo, but sums are read and written "
            "again for each further block of channels."
        ),
        "2026-11",
        (128, 512),
        ("audio1d/demucs_enc2_s4", "c3d/conv2", "csrnet/back_d2", "deeplabv3/conv4_d2"),
    ),
    zen5(
        "MIN_SPATIAL_REDUCTION",
        64,
        "Minimum products of an output whose input a spatial or stencil tile holds at a time. "
        "Fewer than for igemm (MIN_IGEMM_REDUCTION), because fewer filters share a tile.",
        "2026-11",
        (16, 32, 128, 256),
        ("cyclegan/7x7_to_rgb", "filter/7x7_1mpx_complex64"),
    ),
    zen5(
        "MAX_SPATIAL_REDUCTION_AT_ONCE",
        512,
        (
            "Maximum products of an output for which spatial packs all channels at once, so that "
            "it can sum in the result."
        ),
        "2026-11",
        (256, 1024),
        ("hifigan/stage4_k11",),
    ),
    zen5(
        "MIN_TAPS_FROM_L2",
        4,
        (
            "Minimum taps that read each packed element for spatial to leave its input in L2 "
            "instead of L1."
        ),
        "2026-11",
        (2, 8),
        ("audio1d/wav2vec2_conv0_s5", "demucs/enc1_s4", "filter/3x3_8mpx", "inception3/conv1_s2"),
    ),
    zen5(
        "INTERIOR_TILE_FACTOR",
        4,
        (
            "Factor on the size of tiles whose interior is not packed: only what surrounds it "
            "takes room."
        ),
        "2026-11",
        (2, 8),
        ("mobilenetv2/dw_112_last",),
    ),
    zen5(
        "MAX_SINGLE_CHANNEL_ELEMENTS",
        50_000,
        (
            "Maximum packed elements of a spatial or stencil tile of a single channel, if L1 does "
            "not hold its rows: hardware prefetchers follow long rows."
        ),
        "2026-11",
        (25000, 100000),
        ("filter/11x11_1mpx", "filter/15x15_1mpx_float64", "image/box_9", "unet3d/first_1ch"),
    ),
    zen5(
        "ITEMS_PER_WORKER",
        4,
        "Work items per worker to aim for, so that all workers finish at about the same time.",
        "2026-11",
        (2, 8),
        ("alexnet/conv1_11x11_s4", "audio1d/demucs_enc2_s4", "convnext/dw7_56", "csrnet/back_d2"),
    ),
    zen5(
        "MIN_ITEMS_UNEVEN",
        16,
        "Minimum work items per worker from which on their number need not be a multiple of the "
        "workers.",
        "2026-11",
        (8, 32),
        (
            "alexnet/conv1_11x11_s4",
            "colour/5x5_1mpx_last",
            "deeplabv3/aspp_d12",
            "filter/15x15_1mpx_float64",
        ),
    ),
    zen5(
        "MIN_SHARED_PIXEL_VECTORS",
        64,
        (
            "Minimum vectors of outputs that spatial and stencil tiles keep when they are cut for "
            "more work items: smaller ones pack more halo and load weights more often."
        ),
        "2026-11",
        (32, 128),
        ("audio1d/wav2vec2_conv0_s5", "demucs/enc1_s4", "hifigan/stage4_k11", "tasnet/encoder"),
    ),
    zen5(
        "MIN_SHARED_CHANNEL_VECTORS",
        2,
        (
            "Minimum vectors of outputs that igemm and depthwise tiles keep when they are cut for "
            "more work items."
        ),
        "2026-11",
        (1, 4, 16),
        ("inception3/1x7_17", "inception3/5x5_35", "inception3/7x1_17", "resnet50/conv4_3x3"),
    ),
    Constant(
        "MIN_SHARED_BLOCK_VECTORS",
        8,
        "Minimum vectors of outputs that igemm tiles keep with a single block of output channels, "
        "which share little of what is packed. Example: 24 filters with 3x3 taps on 13x18 pixels "
        "take 0.5 of the time with tiles of MIN_SHARED_CHANNEL_VECTORS (``--workers 2``).",
        "AMD EPYC (Zen 4), 2 cores",
        "2026-11-30",
        (1, 3, 20),
        ("far/few_filters_d2", "resnext50/conv3_g32", "regnetx/stage3_g10"),
    ),
    zen5(
        "MIN_NONTEMPORAL_ROW",
        1 << 10,
        (
            "Minimum bytes of a row of the result for stencil to write it by non-temporal "
            "(streaming) stores, if input and result together exceed L3. With plain stores "
            "filter/3x3_8mpx takes 1.03 to 1.07 times as long, filter/5x5_8mpx as long (Zen 4, 1 "
            "core, 2026-12-01; equal plans differ by up to 0.04)."
        ),
        "2026-11",
        (256, 1 << 14, 1 << 20),
        ("filter/3x3_8mpx", "filter/5x5_8mpx"),
    ),
    Constant(
        "MIN_PREFETCHED_BYTES",
        48 << 20,
        (
            "Minimum bytes of input and result together for stencil to prefetch the rows below. On "
            "smaller images hardware prefetchers are as good."
        ),
        "Emerald Rapids",
        "2026-11-30",
        (0, 1 << 40),
        ("filter/3x3_1mpx", "filter/5x5_1mpx", "filter/3x3_8mpx", "filter/5x5_8mpx"),
    ),
    Constant(
        "MIN_PREFETCHED_SUMS",
        1.5,
        "Minimum size of the result, in multiples of L2, for spatial to prefetch the lines that it "
        "writes, with kernels of several taps.",
        "Emerald Rapids and Zen 4, 1 core",
        "2026-11-30",
        (0,),
        (
            "audio1d/wav2vec2_conv0_s5",
            "demucs/enc1_s4",
            "image/sobel",
            "resnext50/conv2_g32",
            "tasnet/encoder",
        ),
        amd=math.inf,
    ),
    Constant(
        "MAX_INT8X4_TAPS",
        320,
        (
            "Maximum elements of int8x4 that igemm sums in registers before it adds the sums to "
            "memory. Exact sums need no short chains; only the weights must fit into L1."
        ),
        "Emerald Rapids",
        "2026-11-30",
        (128, 144),
        ("resnet50/conv3_3x3_int8", "resnet50/conv4_reduce_int8", "resnet50/conv3_3x3_s2_int8"),
    ),
    Constant(
        "MIN_JOINED_IMAGES",
        8,
        "Minimum images of a batch of small images that is read as one more spatial axis.",
        "Emerald Rapids",
        "2026-11-29",
        (4, 16, 1 << 30),
        ("batches/signals_16", "batches/patches_8"),
    ),
    Constant(
        "MAX_JOINED_ROW",
        128,
        "Maximum outputs of a signal, with several groups, whose batch is read as one more axis.",
        "AMD EPYC (Zen 4)",
        "2026-11-30",
        (1, 32, 512),
        (
            "batches/depthwise_signals_30",
            "batches/depthwise_signals_500",
            "batches/grouped_signals_64",
        ),
    ),
    Constant(
        "MAX_JOINED_FLOPS",
        1 << 14,
        "Maximum operations per small image of a batch that is read as one more axis: a work "
        "item of so few operations costs as much as they do.",
        "Emerald Rapids",
        "2026-11-29",
        (1 << 12, 1 << 16),
        (
            "batches/images_28",
            "batches/patches_8",
            "batches/patches_16_depthwise",
            "batches/signals_16",
            "batches/signals_64x8",
            "batches/signals_256x8",
        ),
    ),
    Constant(
        "MIN_INTERIOR_VECTORS",
        21,
        "Minimum vectors of a row for stencil to read the interior unpacked, plus one for every "
        "TAPS_PER_INTERIOR_VECTOR taps. Beside the interior, one or two vectors are packed on "
        "either side.",
        "Emerald Rapids, 1 core",
        "2026-11-30",
        (8, 1 << 20),
        ("filter/3x3_1mpx", "filter/5x5_1mpx", "filter/7x7_4mpx"),
    ),
    Constant(
        "TAPS_PER_INTERIOR_VECTOR",
        7,
        "Taps for which MIN_INTERIOR_VECTORS grows by one vector. Some outputs beside the interior "
        "are computed twice, which takes longer with more taps; packing does not.",
        "Emerald Rapids, 1 core",
        "2026-11-30",
        (3, 1 << 20),
        ("filter/15x15_1mpx_float64", "image/box_9", "image/box_31", "image/gaussian_15"),
    ),
    Constant(
        "MIN_PRODUCTS_BY_8",
        20,
        "Minimum products of a sum for spatial to sum 8 filters of several taps at once: shorter "
        "sums are bound by stores. Never on Zen 4, where igemm takes 0.97 to 1.03 of the time of "
        "spatial on 50 random problems, and 0.94 if the input has left L2 between calls "
        "(resnet50/conv1_7x7_s2).",
        "Emerald Rapids and Zen 4, 1 core",
        "2026-11-30",
        (8, 17, 28),
        ("audio1d/wav2vec2_conv0_s5", "resnet50/conv1_7x7_s2", "tasnet/encoder", "vgg16/conv1_1"),
        amd=math.inf,
    ),
    Constant(
        "MAX_PANEL_VECTORS",
        24,
        "Maximum vectors of pixels of a panel that all blocks of eight filters of spatial share, "
        "if the result exceeds L2; a multiple of 3, their register block. 19 channels to 616 on "
        "31x105 pixels (float64, results of 48 MB) take 15.9 ms with 3, 4.8 to 10 ms with 12, 3.4 "
        "ms with 24, 3.1 ms with 384. 16 channels to 96 on 112x112 pixels (float32) take 0.27 ms "
        "with 12 and 24, 0.30 ms with 384.",
        "Emerald Rapids, 1 core",
        "2026-11-30",
        (3, 12, 384),
        ("mobilenetv2/pw_expand_112",),
    ),
    Constant(
        "MIN_SHARED_PRODUCTS",
        16,
        "Minimum products of a sum for dot to hold rows of several adjacent windows in one vector, "
        "with one group. Time of dot over that of spatial: 1.15 for 3x3 blocks, 0.75 to 1 for 4x4, "
        "0.5 for 5x5; on Zen 4 (2026-11-30) 1.15 to 1.25 (float32) and 0.8 to 0.95 (float64) for "
        "4x4, 0.4 for 5x5.",
        "Emerald Rapids, 1 core",
        "2026-11-30",
        (17, 26),
        ("far/blocks_4", "far/blocks_5_uint8"),
    ),
    *RATES,
)

# Limits of plain calls that read the caller's weights without packing them (`few_pixels.py`). Plans
# always pack. Times are relative to plain calls that pack the weights (float32, Emerald Rapids, 1
# core, 2026-11-30, `python -m benchmarks.cost_model limits few_pixels`).
#
# Maximum pixels of all images. 16 pixels take 0.4 to 0.5 of the time, 32 take 0.8 with AVX-512. 32
# were not measured without AVX-512, where register blocks have half as many pixels.
MAX_FEW_PIXELS = 16
# Minimum products of a sum, because lanes are added at its end: 128 products take 0.7 of the time,
# 64 take 1.1.
MIN_UNPACKED_PRODUCTS = 128
# Minimum bytes of the weights. With fewer, a call takes 0.4 to 0.6 of the time, too, but saves less
# than 2 us. So small problems sum in the order of their plans, which `unplanned` needs for the
# first call of a size.
MIN_UNPACKED_WEIGHT_BYTES = 1 << 16
# Maximum pixels if products with padding would be skipped with packed weights, but are computed
# with unpacked ones. Time relative to packed weights, 3x3 taps, 8 of which meet padding: 0.7 for 4
# pixels, 0.9 for 6, 1.3 for 16.
MAX_IDLE_PIXELS = 4
