"""asv: the speed of im2col relative to BLAS."""

import numpy as np

from .bench_choice import best_times

# Every ungrouped workload of six classes of `polyconv.workloads.PEERS`.
WORKLOADS = (
    "resnet50/conv2_3x3",
    "resnet50/conv3_3x3",
    "resnet50/conv3_3x3_s2",
    "resnet50/conv4_3x3",
    "resnet50/conv4_3x3_s2",
    "resnet50/conv5_3x3",
    "vgg16/conv1_2",
    "vgg16/conv3_1",
    "vgg16/conv4_2",
    "inception3/5x5_35",
    "inception3/1x7_17",
    "inception3/7x1_17",
    "inception3/3x3_s2_35",
    "googlenet/5x5_28",
    "cyclegan/7x7_to_rgb",
    "resnet50/conv2_reduce_1st",
    "resnet50/conv2_reduce",
    "resnet50/conv2_expand",
    "resnet50/conv3_project_s2",
    "resnet50/conv3_reduce",
    "resnet50/conv4_expand",
    "resnet50/conv5_reduce",
    "mobilenetv2/pw_expand_112",
    "mobilenetv2/pw_project_56",
    "mobilenetv2/pw_last_7",
    "deeplabv3/conv4_d2",
    "deeplabv3/conv5_d4",
    "deeplabv3/aspp_d12",
    "csrnet/back_d2",
    "resnet50/conv1_7x7_s2",
    "vgg16/conv1_1",
    "unet3d/first_3ch",
    "mobilenetv2/conv1_s2",
    "inception3/conv1_s2",
    "alexnet/conv1_11x11_s4",
    "vit/patches_16x16_s16",
    "unet3d/first_1ch",
    "c3d/conv1",
    "unet3d/down1_s2",
    "unet3d/enc2",
    "unet3d/enc3",
    "unet3d/head_1x1x1",
    "c3d/conv2",
    "audio1d/wav2vec2_conv1_s2",
    "audio1d/wavenet_d128",
    "audio1d/wavenet_d512",
    "audio1d/demucs_enc2_s4",
    "hifigan/stage2_k7",
)


class ShareOfBlas:
    """Time of one matrix product by BLAS, divided by that of im2col, which also packs."""

    params = (WORKLOADS,)
    param_names = ("workload",)
    unit = "of BLAS"
    timeout = 120

    def track_share(self, workload: str) -> float:
        """All windows times all filters, on one thread; above 1 if tiles suit BLAS better."""
        from scipy.linalg import get_blas_funcs
        from threadpoolctl import threadpool_limits

        import polyconv
        from polyconv.workloads import by_name

        row = by_name(workload)
        x, w = row.arrays()
        plan = polyconv.plan(x, w, backend="im2col", workers=1, **row.options)
        filters = w.shape[0]
        pixels, reduction_len = plan(x).size // filters, w.size // filters
        gemm = get_blas_funcs("gemm", dtype=x.dtype)
        windows = np.ones((pixels, reduction_len), x.dtype, "F")
        matrix = np.ones((reduction_len, filters), x.dtype, "F")

        def multiply(_, out=None):
            if out is None:
                out = np.empty((pixels, filters), x.dtype, "F")
            return gemm(1.0, windows, matrix, 0.0, out, overwrite_c=True)

        with threadpool_limits(1, "blas"):
            times = best_times({"im2col": plan, "BLAS": multiply}, x)
        return times["BLAS"] / times["im2col"]
