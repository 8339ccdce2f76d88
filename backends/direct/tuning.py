"""Measured numbers of direct's planner. `polyconv.backends.tuning` says how to measure them again.

Here are limits of variants and of tiles; `rates` has those by which variants are compared.
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
        "Minimum channels with which igemm skips products with padding, tap by tap.",
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
            "Largest share of valid products for which igemm leaves out the others: loops over "
            "parts of rows cost the rest."
        ),
        "2026-11",
        (0.5, 0.8, 1.0),
        ("audio1d/wavenet_d512", "c3d/conv2", "csrnet/back_d2", "deeplabv3/aspp_d12"),
    ),
    Constant(
        "MIN_FEW_CHANNELS_SKIPPING",
        32,
        "The same minimum where at most MAX_VALID_FRACTION_FEW_CHANNELS of the products are valid.",
        "Emerald Rapids, 1 core",
        "2026-11-30",
        (16, 24, 64),
        ("audio1d/wav2vec2_position",),
    ),
    Constant(
        "MAX_VALID_FRACTION_FEW_CHANNELS",
        0.85,
        "The same share with fewer than MIN_CHANNELS_SKIPPING channels: 48 channels of 14x14 "
        "pixels take 0.89 of the time at a share of 0.82, and 1.05 at 0.91.",
        "Emerald Rapids, 1 core",
        "2026-11-30",
        (0.0, 0.92),
        ("audio1d/wav2vec2_position",),
    ),
    zen5(
        "MAX_KERNEL_NOT_SKIPPING",
        7,
        "Largest kernel side of which stencil and depthwise sum every tap, padding or not.",
        "2026-11",
        (3, 14),
        ("convnext/dw7_56", "cyclegan/7x7_to_rgb", "efficientnet/dw5_14", "filter/11x11_1mpx"),
    ),
    Constant(
        "MAX_FILTERS_STRIDE2",
        128,
        (
            "Filters up to which rows at stride 2 are deinterleaved in registers, two vectors of "
            "pixels at a time for all filters, instead of packed: more results are more streams."
        ),
        "Emerald Rapids",
        "2026-11-30",
        (0, 24, 512),
        ("inception3/conv1_s2", "mobilenetv2/conv1_s2", "resnext50/conv3_g32_s2"),
    ),
    zen5(
        "MAX_DEPTHWISE_VECTORS",
        8,
        ("Vectors of depthwise channels that are packed side by side, at most, in channels_last."),
        "2026-11",
        (1, 2, 4, 16),
        ("mobilenetv2/dw_112_last",),
    ),
    Constant(
        "MIN_TAPS_BY_VECTOR",
        100,
        "Minimum taps with which depthwise packs the input of one vector of channels_last channels "
        "at a time, and none is read unpacked: 64 to 144 channels take 0.5 to 0.8 of the time with "
        "24x24 taps at a stride of 2, 0.7 to 1.0 at 1, 0.7 with 7x7x7, but up to 1.4 with 3x3x3.",
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
        "Divisor of L2: the packed input of a tile takes at most this part of it.",
        "2026-11",
        (1, 6),
        ("alexnet/conv1_11x11_s4", "audio1d/demucs_enc2_s4", "c3d/conv2", "colour/3x3_2mpx_last"),
    ),
    zen5(
        "MAX_IGEMM_PIXELS",
        768,
        "Pixels of an igemm tile, at most: each of its blocks of weights is loaded once.",
        "2026-11",
        (384, 1536),
        ("alexnet/conv1_11x11_s4", "c3d/conv2", "csrnet/back_d2", "deeplabv3/conv4_d2"),
    ),
    zen5(
        "MAX_PIXELS_PER_STORE",
        384,
        (
            "Pixels that igemm and depthwise sum before they store them, at most, and the widest "
            "igemm tile: long rows to write, sums still in L1."
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
            "Products of an output for which an igemm tile holds input, at least: smaller tiles "
            "pack more halo, and waiting sums are read and written again."
        ),
        "2026-11",
        (128, 512),
        ("audio1d/demucs_enc2_s4", "c3d/conv2", "csrnet/back_d2", "deeplabv3/conv4_d2"),
    ),
    zen5(
        "MIN_SPATIAL_REDUCTION",
        64,
        "The same of spatial and stencil, whose tiles fewer filters share.",
        "2026-11",
        (16, 32, 128, 256),
        ("cyclegan/7x7_to_rgb", "filter/7x7_1mpx_complex64"),
    ),
    zen5(
        "MAX_SPATIAL_REDUCTION_AT_ONCE",
        512,
        (
            "Products of an output up to which spatial packs all channels at once, so that it can "
            "sum in the result."
        ),
        "2026-11",
        (256, 1024),
        ("hifigan/stage4_k11",),
    ),
    zen5(
        "MIN_TAPS_FROM_L2",
        4,
        (
            "Minimum taps that share each packed element with which spatial's filters may read it "
            "from L2 instead of L1."
        ),
        "2026-11",
        (2, 8),
        ("audio1d/wav2vec2_conv0_s5", "demucs/enc1_s4", "filter/3x3_8mpx", "inception3/conv1_s2"),
    ),
    zen5(
        "INTERIOR_TILE_FACTOR",
        4,
        (
            "Factor on the size of depthwise tiles whose interior is not packed: only their halo "
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
            "Packed elements of a spatial or stencil tile of a single channel, at most, where L1 "
            "does not hold its rows: long rows suit the prefetcher."
        ),
        "2026-11",
        (25000, 100000),
        ("filter/11x11_1mpx", "filter/15x15_1mpx_float64", "image/box_9", "unet3d/first_1ch"),
    ),
    zen5(
        "ITEMS_PER_WORKER",
        4,
        "Work items for each of several workers to aim for, so that they share evenly.",
        "2026-11",
        (2, 8),
        ("alexnet/conv1_11x11_s4", "audio1d/demucs_enc2_s4", "convnext/dw7_56", "csrnet/back_d2"),
    ),
    zen5(
        "MIN_ITEMS_UNEVEN",
        16,
        "Minimum work items for each worker with which an uneven rest does not matter.",
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
            "Vectors of outputs below which spatial and stencil tiles are not cut for more work "
            "items: halo and weights would weigh more."
        ),
        "2026-11",
        (32, 128),
        ("audio1d/wav2vec2_conv0_s5", "demucs/enc1_s4", "hifigan/stage4_k11", "tasnet/encoder"),
    ),
    zen5(
        "MIN_SHARED_CHANNEL_VECTORS",
        2,
        "The same of igemm and depthwise.",
        "2026-11",
        (1, 4, 16),
        ("inception3/1x7_17", "inception3/5x5_35", "inception3/7x1_17", "resnet50/conv4_3x3"),
    ),
    Constant(
        "MIN_SHARED_BLOCK_VECTORS",
        8,
        "The same of igemm with a single block of output channels, which share little of what is "
        "packed: 24 filters with 3x3 taps on 13x18 pixels take 0.5 of the time with 2 workers "
        "(``--workers 2``).",
        "AMD EPYC (Zen 4), 2 cores",
        "2026-11-30",
        (1, 3, 20),
        ("far/few_filters_d2", "resnext50/conv3_g32", "regnetx/stage3_g10"),
    ),
    zen5(
        "MIN_NONTEMPORAL_ROW",
        1 << 10,
        (
            "Minimum bytes of a row of results with which stencil writes results beyond L3 by "
            "nontemporal (non-temporal, streaming) stores."
        ),
        "2026-11",
        (256, 1 << 14, 1 << 20),
        ("filter/3x3_8mpx", "filter/5x5_8mpx"),
    ),
    Constant(
        "MIN_PREFETCHED_BYTES",
        48 << 20,
        (
            "Minimum bytes of input and result with which stencil prefetches the rows below: "
            "hardware prefetchers follow smaller images as well."
        ),
        "Emerald Rapids",
        "2026-11-30",
        (0, 1 << 40),
        ("filter/3x3_1mpx", "filter/5x5_1mpx", "filter/3x3_8mpx", "filter/5x5_8mpx"),
    ),
    Constant(
        "MIN_PREFETCHED_SUMS",
        1.5,
        "Minimum bytes of a result, in units of L2, with which spatial prefetches the lines that "
        "it writes, with kernels of several taps.",
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
            "Elements of int8x4 that igemm sums in registers before the sums are added to memory: "
            "exact sums have no other reason to be cut than the weights that L1 holds."
        ),
        "Emerald Rapids",
        "2026-11-30",
        (128, 144),
        ("resnet50/conv3_3x3_int8", "resnet50/conv4_reduce_int8", "resnet50/conv3_3x3_s2_int8"),
    ),
    Constant(
        "MIN_JOINED_IMAGES",
        8,
        "Minimum images with which a batch of small ones is read as one more spatial axis.",
        "Emerald Rapids",
        "2026-11-29",
        (4, 16, 1 << 30),
        ("batches/signals_16", "batches/patches_8"),
    ),
    Constant(
        "MAX_JOINED_ROW",
        128,
        "Outputs of a signal of one of several groups, at most, whose batch is read as an axis.",
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
        "Operations of a work item of a small image, at most: the item would cost as much again.",
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
        "Vectors of a row with which stencil reads the input unpacked, at least, and one more for "
        "each TAPS_PER_INTERIOR_VECTOR: beside the interior, one or two are packed on either side.",
        "Emerald Rapids, 1 core",
        "2026-11-30",
        (8, 1 << 20),
        ("filter/3x3_1mpx", "filter/5x5_1mpx", "filter/7x7_4mpx"),
    ),
    Constant(
        "TAPS_PER_INTERIOR_VECTOR",
        7,
        "Taps for each further vector of such a row: outputs beside the interior are computed "
        "twice, which takes longer the more taps there are, and packing does not.",
        "Emerald Rapids, 1 core",
        "2026-11-30",
        (3, 1 << 20),
        ("filter/15x15_1mpx_float64", "image/box_9", "image/box_31", "image/gaussian_15"),
    ),
    Constant(
        "MIN_PRODUCTS_BY_8",
        20,
        "Products of a sum from which spatial sums 8 filters of several taps at once: sums of "
        "fewer are bound by stores. On Zen 4 igemm is as fast on 50 such random problems (0.97 to "
        "1.03), and takes 0.94 of the time where its input has left the L2 cache between calls "
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
        "Vectors of pixels of a panel that eight filters of spatial share, at most, if L2 misses "
        "the result; a multiple of their register block of 3. 19 channels to 616 on 31x105 pixels "
        "(float64, 48 MB of results) take 15.9 ms with 3, 4.8 to 10 with 12, 3.4 with 24 and 3.1 "
        "with 384, and 16 channels to 96 on 112x112 (float32) 0.27 with 12 and 24, 0.30 with 384.",
        "Emerald Rapids, 1 core",
        "2026-11-30",
        (3, 12, 384),
        ("mobilenetv2/pw_expand_112",),
    ),
    Constant(
        "MIN_SHARED_PRODUCTS",
        16,
        "Minimum products of a sum on one plane of windows side by side with which dot holds rows "
        "of several windows in a vector: 3x3 blocks take 1.15 of the time of spatial, 4x4 blocks "
        "0.75 to 1, 5x5 blocks 0.5; on Zen 4 (2026-11-30) 4x4 blocks take 1.15 to 1.25 in float32, "
        "0.8 to 0.95 in float64, and 5x5 blocks 0.4.",
        "Emerald Rapids, 1 core",
        "2026-11-30",
        (17, 26),
        ("far/blocks_4", "far/blocks_5_uint8"),
    ),
    *RATES,
)

# Limits of plain calls that read the weights as they lie, see `few_pixels`; plans do not. They are
# given with the time relative to calls that pack (float32, Emerald Rapids, 1 core, 2026-11-30,
# `python -m benchmarks.cost_model limits few_pixels`).
#
# Maximum pixels of all images: 16 take 0.4 to 0.5. 32 take 0.8, but only with AVX-512 were they
# measured; without it, register blocks have half of the pixels.
MAX_FEW_PIXELS = 16
# Minimum products of a sum, whose lanes are added at the end: 128 take 0.7, 64 take 1.1.
MIN_UNPACKED_PRODUCTS = 128
# Minimum bytes of the weights. Fewer gain as much, 0.4 to 0.6, but less than 2 us a call: small
# problems keep the sums of their plans, by which `unplanned` computes their first calls.
MIN_UNPACKED_WEIGHT_BYTES = 1 << 16
# Maximum pixels whose products with padding are formed, where packed weights have none: 4 take 0.7,
# 6 take 0.9, 16 take 1.3 with 3x3 taps of which 8 are idle.
MAX_IDLE_PIXELS = 4
