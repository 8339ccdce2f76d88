"""Measured numbers of the backend `im2col`; `polyconv.backends.tuning` says how to read them."""

from polyconv.backends.tuning import Constant, Tuning

__all__ = ["TUNING"]

_CPU, _DATE = "Zen 5", "2026-11"

TUNING = Tuning(
    "im2col",
    Constant(
        name="MAX_PIXELS",
        value=800,
        meaning="Maximum pixels of a tile. With fewer, BLAS packs the filters more often.",
        cpu=_CPU,
        date=_DATE,
        trials=(400, 1600),
        workloads=("audio1d/fir_1001", "c3d/conv2", "convnext/dw7_56", "alexnet/conv1_11x11_s4"),
    ),
    Constant(
        name="MIN_SHARED_PIXELS",
        value=256,
        meaning="Minimum pixels of a tile that is shrunk so that workers can share an image.",
        cpu=_CPU,
        date=_DATE,
        trials=(128, 512),
        workloads=("resnet50/conv3_3x3", "deeplabv3/conv4_d2", "googlenet/5x5_28"),
    ),
    Constant(
        name="MAX_UNPACKED_OUT_CHANNELS",
        value=128,
        meaning="Maximum output channels of a group for keeping products within OpenBLAS' limit.",
        cpu=_CPU,
        date=_DATE,
        trials=(64, 256),
        workloads=("resnet50/conv3_3x3", "csrnet/back_d2", "inception3/1x7_17"),
    ),
    Constant(
        name="PIXELS_PER_ROW",
        value=8,
        meaning="Pixels of a tile per packed row of the patch matrix, if OpenBLAS packs no factor.",
        cpu=_CPU,
        date=_DATE,
        trials=(4, 16),
        workloads=("c3d/conv2", "hifigan/stage2_k7", "mobilenetv2/pw_project_56"),
    ),
    Constant(
        name="PATCHES_L2_FRACTION",
        value=0.5,
        meaning="Part of the L2 cache for the packed patches; BLAS' copy of them needs as much.",
        cpu=_CPU,
        date=_DATE,
        trials=(0.25, 1.0),
        workloads=("resnet50/conv4_3x3", "deeplabv3/aspp_d12", "vgg16/conv5"),
    ),
    Constant(
        name="ITEMS_PER_WORKER",
        value=4,
        meaning="Work items per worker to aim for, so that all finish at about the same time.",
        cpu=_CPU,
        date=_DATE,
        trials=(2, 8),
        workloads=("resnet50/conv2_3x3", "csrnet/back_d2", "hifigan/stage2_k7"),
    ),
)
