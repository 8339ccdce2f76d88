"""Measured numbers of the backend `winograd`; `polyconv.backends.tuning` says how to read them.

Times are in vector FMAs: the time of one fused multiply-add of a whole vector in the micro-kernel.
"""

from polyconv.backends.tuning import Constant, Tuning

__all__ = ["TUNING"]

_CPU, _DATE = "Zen 5", "2026-11"

_FEW_CHANNELS = ("resnext50/conv2_g32", "resnext50/conv3_g32", "tiny/image", "tiny/rgb")

TUNING = Tuning(
    "winograd",
    Constant(
        name="MAX_BLOCK_TILES",
        value=128,
        meaning="Maximum tiles of a block; bounds panels, products and the last axis' dilation.",
        cpu=_CPU,
        date=_DATE,
        trials=(64, 256),
        workloads=("resnet50/conv2_3x3_last", "googlenet/5x5_28", "hifigan/stage2_k7"),
    ),
    Constant(
        name="MAX_WORKSPACE",
        value=16 << 20,
        meaning="Maximum bytes of one worker's workspace.",
        cpu=_CPU,
        date=_DATE,
        trials=(8 << 20, 32 << 20),
        workloads=("resnet50/conv5_3x3_b8", "vgg16/conv4_2"),
    ),
    Constant(
        name="WEIGHTS_L3_FRACTION",
        value=0.25,
        meaning="Share of L3 beyond which transformed weights count as read from memory.",
        cpu=_CPU,
        date=_DATE,
        trials=(0.125, 0.5),
        workloads=("deeplabv3/aspp_d12", "unet3d/enc3", "vgg16/conv3_1"),
    ),
    Constant(
        name="WEIGHT_COST_L2",
        value=5.0,
        meaning="Vector FMAs to read one vector of transformed weights from the L2 cache.",
        cpu=_CPU,
        date=_DATE,
        trials=(2.5, 10.0),
        workloads=("inception3/5x5_35", "googlenet/5x5_28", "regnetx/stage3_g10"),
    ),
    Constant(
        name="WEIGHT_COST_L3",
        value=6.0,
        meaning="Vector FMAs to read one vector of transformed weights from the L3 cache.",
        cpu=_CPU,
        date=_DATE,
        trials=(3.0, 12.0),
        workloads=("resnet50/conv2_3x3", "c3d/conv2", "unet3d/enc2"),
    ),
    Constant(
        name="WEIGHT_COST_MEMORY",
        value=10.0,
        meaning="Vector FMAs to read one vector of transformed weights from memory.",
        cpu=_CPU,
        date=_DATE,
        trials=(5.0, 20.0),
        workloads=("resnet50/conv4_3x3", "vgg16/conv5", "deeplabv3/aspp_d12"),
    ),
    Constant(
        name="PANEL_COST",
        value=10.0,
        meaning="Vector FMAs to read 64 bytes of a panel that has left the L2 cache.",
        cpu="Emerald Rapids and Zen 4",
        date=_DATE,
        trials=(0.0, 5.0, 20.0),
        workloads=("resnet50/conv4_3x3_b8", "resnet50/conv2_3x3", "resnet50/conv5_3x3_b8"),
        amd=2.0,
    ),
    Constant(
        name="INPUT_COST",
        value=4.0,
        meaning="Vector FMAs to transform one vector of the input by F(4, 3), for each point.",
        cpu=_CPU,
        date=_DATE,
        trials=(2.0, 8.0),
        workloads=("resnet50/conv2_3x3", "inception3/5x5_35", "deeplabv3/aspp_d12"),
    ),
    Constant(
        name="OUTPUT_COST",
        value=4.0,
        meaning="Vector FMAs to transform one vector of products by F(4, 3), for each point.",
        cpu=_CPU,
        date=_DATE,
        trials=(2.0, 8.0),
        workloads=("inception3/5x5_35", "c3d/conv2", "efficientnet/dw5_28"),
    ),
    Constant(
        name="REMAINDER_COST",
        value=(0.0, 2.0, 2.5, 4.5, 4.5, 6.5),
        meaning=(
            "Vector FMAs of the 0 to 5 tiles that register blocks of 6 leave over, for each vector "
            "of output channels and each input channel."
        ),
        cpu=_CPU,
        date=_DATE,
        trials=((0.0, 1.0, 2.0, 3.0, 4.0, 5.0), (0.0, 6.0, 6.0, 6.0, 6.0, 6.0)),
        workloads=("resnet50/conv2_3x3", "resnet50/conv3_3x3", "c3d/conv2"),
    ),
    Constant(
        name="MIN_ROW_FILL",
        value=0.75,
        meaning="Minimum share of lanes that a row of tiles fills, to be read without packing.",
        cpu="Zen 4",
        date="2026-12",
        trials=(0.25, 0.5, 1.0),
        workloads=("resnet50/conv2_3x3_b8", "resnet50/conv4_3x3_b8", "vgg16/conv3_1"),
    ),
    Constant(
        name="TILES_INPUT_COST",
        value=6.5,
        meaning="tiles_in_lanes: vector FMAs to transform one vector of the input, for each point.",
        cpu=_CPU,
        date=_DATE,
        trials=(3.25, 13.0),
        workloads=_FEW_CHANNELS,
    ),
    Constant(
        name="TILES_OUTPUT_COST",
        value=7.0,
        meaning="tiles_in_lanes: vector FMAs to transform one vector of products, for each point.",
        cpu=_CPU,
        date=_DATE,
        trials=(3.5, 14.0),
        workloads=_FEW_CHANNELS,
    ),
    Constant(
        name="TILES_ROW_COST",
        value=4.0,
        meaning="tiles_in_lanes: vector FMAs to begin a row when packing.",
        cpu=_CPU,
        date=_DATE,
        trials=(2.0, 8.0),
        workloads=("resnet50/conv2_3x3", "resnet50/conv2_3x3_float64"),
    ),
    Constant(
        name="TILES_ELEMENT_COST",
        value=0.3,
        meaning="tiles_in_lanes: vector FMAs to pack one element.",
        cpu=_CPU,
        date=_DATE,
        trials=(0.15, 0.6),
        workloads=("resnext50/conv3_g32", "resnet50/conv2_3x3"),
    ),
    Constant(
        name="TILES_REGISTER_BLOCK_COST",
        value=40.0,
        meaning="tiles_in_lanes: vector FMAs to begin and end a register block at one point.",
        cpu=_CPU,
        date=_DATE,
        trials=(20.0, 80.0),
        workloads=(*_FEW_CHANNELS, "image/sobel"),
    ),
    Constant(
        name="TILES_MIN_CHANNEL_COST",
        value=8.0,
        meaning=(
            "tiles_in_lanes: minimum vector FMAs of one input channel in a register block. With "
            "fewer accumulators, each FMA waits for the one before."
        ),
        cpu=_CPU,
        date=_DATE,
        trials=(4.0, 16.0),
        workloads=("image/sobel", "efficientnet/dw5_28", "mobilenetv2/dw_112"),
    ),
    Constant(
        name="ONE_VECTOR_EXTRA",
        value=0.8,
        meaning=(
            "channels_in_lanes: extra time, as a share of the predicted time, if a block of output "
            "channels is 1 vector; a quarter of that share for 2 vectors, a ninth for 3."
        ),
        cpu=_CPU,
        date=_DATE,
        trials=(0.4, 1.6),
        workloads=(*_FEW_CHANNELS, "efficientnet/dw5_28"),
    ),
)
