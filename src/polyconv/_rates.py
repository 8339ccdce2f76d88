"""What the cost model multiplies counts by. Written by ``benchmarks/fit_cost_model.py``.

`_model` says what the numbers mean. `RESIDUALS` tells by which factor predictions are off, for
problems that were left out of the fit: the median, root mean square of the logarithms, and the
90th percentile.
"""
# fmt: off

from typing import Any

ISA = "v4"

FITTED: dict[str, Any] = {
    "date": "2026-11-20",
    "command": "python benchmarks/fit_cost_model.py --problems 1600 --workers 1 2 --budget 0.05",
    "problems": 3195,
    "machine": {"cpu": "AMD EPYC", "isa": "v4", "cpus": 2},
    "caches": {"l1": 49152, "l2": 1048576, "l3": 33554432},
    "libraries": {"numpy": "2.4.6", "scipy": "1.17.1"},
}

RESIDUALS: dict[str, dict[str, float]] = {
    "direct": {"problems": 3195, "median": 1.14, "rms": 1.3, "p90": 1.52},
    "direct channels": {"problems": 798, "median": 1.15, "rms": 1.33, "p90": 1.59},
    "direct groups": {"problems": 204, "median": 1.19, "rms": 1.32, "p90": 1.65},
    "direct pixels_1": {"problems": 404, "median": 1.12, "rms": 1.3, "p90": 1.48},
    "direct pixels_2": {"problems": 206, "median": 1.11, "rms": 1.24, "p90": 1.4},
    "direct pixels_4": {"problems": 688, "median": 1.15, "rms": 1.28, "p90": 1.5},
    "direct pointwise": {"problems": 160, "median": 1.18, "rms": 1.34, "p90": 1.66},
    "direct rows": {"problems": 735, "median": 1.11, "rms": 1.26, "p90": 1.45},
    "direct, preparing": {"problems": 3195, "median": 1.09, "rms": 1.25, "p90": 1.42},
    "winograd": {"problems": 300, "median": 1.13, "rms": 1.28, "p90": 1.49},
    "winograd, preparing": {"problems": 300, "median": 1.08, "rms": 1.22, "p90": 1.32},
    "im2col": {"problems": 2957, "median": 1.18, "rms": 1.42, "p90": 1.71},
    "im2col pointwise": {"problems": 192, "median": 1.22, "rms": 1.51, "p90": 1.88},
    "im2col rows": {"problems": 1319, "median": 1.17, "rms": 1.42, "p90": 1.75},
    "im2col windows": {"problems": 1446, "median": 1.18, "rms": 1.41, "p90": 1.66},
    "im2col, preparing": {"problems": 2957, "median": 1.06, "rms": 1.35, "p90": 1.76},
    "fft": {"problems": 2950, "median": 1.13, "rms": 1.26, "p90": 1.42},
    "fft planes": {"problems": 2265, "median": 1.12, "rms": 1.25, "p90": 1.41},
    "fft summed": {"problems": 1553, "median": 1.15, "rms": 1.25, "p90": 1.44},
    "fft, preparing": {"problems": 2950, "median": 1.11, "rms": 1.39, "p90": 1.63},
    "naive": {"problems": 195, "median": 1.05, "rms": 1.08, "p90": 1.15},
    "naive, preparing": {"problems": 195, "median": 1.03, "rms": 1.16, "p90": 1.2},
}

RANGES: dict[str, tuple[float, float]] = {
    "taps": (0.0, 12.0),
    "taps_8": (0.0, 9.0),
    "taps_64": (0.0, 6.0),
    "kernel_row": (0.0, 11.9),
    "group_in": (0.0, 11.0),
    "group_in_16": (0.0, 7.0),
    "group_out": (0.0, 11.0),
    "group_out_8": (0.0, 8.0),
    "group_out_32": (0.0, 6.0),
    "groups": (0.0, 9.57),
    "row": (0.0, 22.8),
    "row_16": (0.0, 18.8),
    "row_128": (0.0, 15.8),
    "rows": (0.0, 16.0),
    "rows_16": (0.0, 12.0),
    "double": (0.0, 1.0),
    "complex": (0.0, 1.0),
    "complex_double": (0.0, 1.0),
    "integer": (0.0, 1.0),
    "converted": (0.0, 1.0),
    "half": (0.0, 1.0),
    "channels_last": (0.0, 1.0),
    "channels_last_channels": (0.0, 10.0),
    "stride": (0.0, 4.0),
    "dilation": (0.0, 1.0),
    "bordered": (0.0, 1.0),
    "rank_1": (0.0, 1.0),
    "rank_3": (0.0, 1.0),
}

SLOWER: dict[str, dict[str, float]] = {
    "direct": {"v3": 1.9, "base": 6.42},
    "winograd": {"v3": 1.79, "base": 7.39},
    "im2col": {"v3": 1.86, "base": 4.06},
    "fft": {"v3": 1.6, "base": 3.2},
    "naive": {"v3": 1.0, "base": 1.0},
}

RATES: dict[str, dict[str, dict[str, float]]] = {
    "direct": {
        "": {"call": 5.17e-06, "team": 1.85e-05, "flops": 2.61e-12, "beyond_l2": 1.51e-11,
            "beyond_l3": 1.72e-11, "outputs": 6.62e-11, "outputs_half": 1.05e-09, "outputs_last":
            3.07e-10, "bytes": 3.1e-12, "packed": 1.24e-11, "runs": 2.65e-09, "pieces": 4.23e-08,
            "workers": -0.564, "taps": 0.0495, "taps_8": 0.0536, "taps_64": 0.0185, "kernel_row":
            -0.0455, "group_in": 0.0619, "group_in_16": -0.00784, "group_out": 0.00361,
            "group_out_8": -0.00238, "group_out_32": 0.00459, "groups": -0.0255, "row": -0.0325,
            "row_16": 0.0343, "row_128": 0.00639, "rows_16": 0.00662, "double": 0.504, "complex":
            0.472, "complex_double": 0.848, "integer": 0.481, "converted": 0.134, "half": -0.0657,
            "channels_last": -0.0987, "channels_last_channels": 0.0157, "stride": -0.0261,
            "dilation": 0.0267, "bordered": 0.207, "rank_1": 0.0266, "rank_3": 0.0204},
        "channels": {"call": 5.05e-06, "team": 1.41e-05, "flops": 5.02e-12, "beyond_l2": 1.54e-11,
            "beyond_l3": 1.21e-11, "outputs": 1.85e-10, "outputs_half": 1.01e-09, "outputs_last":
            1.19e-10, "bytes": 4.44e-12, "packed": 4.11e-11, "runs": 5.29e-09, "pieces": 6.77e-08,
            "workers": -0.56, "taps": -0.111, "taps_8": 0.106, "taps_64": -0.0164, "kernel_row":
            0.0727, "group_in": 0.0496, "group_in_16": -0.00791, "group_out": -0.0411,
            "group_out_8": 0.0317, "group_out_32": 0.015, "groups": -0.0194, "row": -0.0603,
            "row_16": 0.0714, "row_128": 0.0109, "rows": 0.0152, "rows_16": -0.00977, "double":
            0.569, "complex": 0.299, "complex_double": 0.664, "integer": 0.632, "converted": -0.036,
            "half": 0.303, "channels_last": -0.0228, "channels_last_channels": -0.00457, "dilation":
            -0.0256, "bordered": 0.186, "rank_1": -0.144, "rank_3": 0.074},
        "groups": {"call": 7.09e-06, "team": 2.91e-05, "flops": 3.4e-12, "beyond_l2": 5.2e-12,
            "beyond_l3": 3.24e-11, "outputs": 4.08e-11, "outputs_half": 9.76e-10, "outputs_last":
            4.59e-11, "bytes": 1.52e-12, "packed": 2.69e-11, "runs": 2.31e-09, "pieces": 3.44e-08,
            "workers": -0.612, "taps": -0.252, "taps_8": 0.544, "taps_64": -0.26, "kernel_row":
            -0.0438, "group_in": 0.0619, "group_in_16": -0.00784, "group_out": 0.00361,
            "group_out_8": -0.00238, "group_out_32": 0.00459, "groups": -0.0398, "row_16": 0.0426,
            "rows": 0.0379, "rows_16": -0.00348, "double": 0.302, "complex": 0.472,
            "complex_double": 0.848, "integer": -0.0482, "converted": 0.43, "half": -0.19,
            "channels_last": -0.262, "channels_last_channels": 0.0358, "stride": -0.0539,
            "dilation": -0.0525, "bordered": 0.196, "rank_1": 0.206, "rank_3": -0.185},
        "pixels_1": {"call": 4.47e-06, "team": 3.01e-05, "flops": 4.16e-13, "beyond_l2": 6.37e-12,
            "beyond_l3": 3.9e-12, "outputs": 3.5e-11, "outputs_half": 3.4e-10, "outputs_last":
            2.82e-10, "bytes": 5.17e-13, "packed": 9.12e-12, "runs": 5.91e-09, "pieces": 1.07e-08,
            "workers": -0.592, "taps": -0.125, "taps_8": 0.347, "taps_64": -0.203, "kernel_row":
            0.0856, "group_in": -0.00586, "group_in_16": -0.375, "group_out": 0.00361,
            "group_out_8": -0.00238, "group_out_32": 0.00459, "groups": -0.0774, "row": 0.206,
            "row_16": -0.148, "row_128": -0.0604, "rows": -0.00168, "rows_16": -0.0136, "double":
            0.516, "complex": 0.472, "complex_double": 0.848, "integer": 0.528, "converted": 0.0356,
            "half": 0.177, "channels_last": -0.233, "channels_last_channels": 0.123, "stride":
            -0.598, "dilation": -0.0217, "bordered": 0.16, "rank_1": 0.0137, "rank_3": -0.0678},
        "pixels_2": {"call": 5.34e-06, "team": 2.7e-05, "flops": 9.57e-12, "beyond_l2": 1.28e-11,
            "beyond_l3": 1.16e-11, "outputs": 1.01e-10, "outputs_half": 3.81e-09, "outputs_last":
            3.56e-10, "bytes": 2.42e-12, "packed": 1.41e-11, "runs": 4.11e-09, "pieces": 3.85e-08,
            "workers": -0.578, "taps": -0.208, "taps_8": 0.0941, "taps_64": 0.111, "kernel_row":
            0.0125, "group_in": -0.0459, "group_in_16": 0.237, "group_out": 1.03, "group_out_8":
            -0.00238, "group_out_32": 0.00459, "groups": 0.00973, "row": -0.217, "row_16": 0.248,
            "row_128": -0.0242, "rows": 0.0161, "rows_16": -0.00248, "double": 0.468, "complex":
            1.22, "complex_double": 1.59, "integer": 0.149, "converted": -0.0677, "half": 0.0586,
            "channels_last": -0.144, "channels_last_channels": 0.129, "stride": 0.139, "dilation":
            0.15, "bordered": -0.0297, "rank_1": 0.0214, "rank_3": 0.0897},
        "pixels_4": {"call": 5.38e-06, "team": 1.39e-05, "flops": 3.96e-12, "beyond_l2": 2.9e-11,
            "beyond_l3": 2.11e-11, "outputs": 7.3e-11, "outputs_half": 1.15e-09, "outputs_last":
            4.88e-10, "bytes": 7.03e-12, "packed": 1.29e-11, "runs": 6.02e-09, "pieces": 1.8e-08,
            "workers": -0.512, "taps": 0.0251, "taps_8": -0.0333, "taps_64": 0.0116, "kernel_row":
            -0.0209, "group_in": 0.00179, "group_in_16": 0.0622, "group_out": -0.00102,
            "group_out_8": 0.00742, "group_out_32": -0.0252, "groups": -0.0193, "row": -0.0845,
            "row_16": 0.125, "row_128": -0.0381, "rows": -0.0092, "rows_16": -0.0179, "double":
            0.432, "complex": 0.308, "complex_double": 0.603, "integer": 0.516, "converted": 0.0903,
            "half": 0.144, "channels_last": -0.00473, "channels_last_channels": 0.0523, "stride":
            0.148, "dilation": 0.0144, "bordered": 0.115, "rank_1": -0.104, "rank_3": 0.146},
        "pointwise": {"call": 5.55e-06, "team": 2.13e-05, "flops": 6.59e-12, "beyond_l2": 3.27e-11,
            "beyond_l3": 2.32e-11, "outputs": 3.04e-11, "outputs_half": 5.45e-10, "outputs_last":
            8.36e-11, "bytes": 3.08e-12, "packed": 1.08e-11, "runs": 6.44e-09, "pieces": 5.87e-08,
            "workers": -0.471, "taps": 0.0495, "taps_8": 0.0536, "taps_64": 0.0185, "kernel_row":
            -0.0455, "group_in": -0.0494, "group_in_16": 0.0148, "group_out": -0.0495,
            "group_out_8": 0.111, "group_out_32": -0.0756, "groups": -0.0255, "row": -0.0832,
            "row_16": 0.0825, "row_128": -0.0147, "rows": 0.0489, "rows_16": -0.0354, "double":
            0.419, "complex": 0.2, "complex_double": 0.577, "integer": 0.452, "converted": 0.253,
            "half": 0.258, "channels_last": -0.129, "channels_last_channels": 0.0133, "stride":
            0.141, "dilation": 0.0746, "bordered": 0.207, "rank_1": 0.369, "rank_3": 0.196},
        "rows": {"call": 4.91e-06, "team": 1.65e-05, "flops": 1.17e-11, "beyond_l2": 2.07e-11,
            "beyond_l3": 1.05e-10, "outputs": 3.14e-11, "outputs_half": 4.12e-09, "outputs_last":
            1.92e-10, "bytes": 1.7e-12, "packed": 2.84e-11, "runs": 1.77e-09, "pieces": 1.31e-08,
            "workers": -0.564, "taps": 0.00987, "taps_8": 0.0939, "taps_64": -0.108, "kernel_row":
            0.0606, "group_in": 0.0178, "group_in_16": 0.17, "group_out": -0.0305, "group_out_8":
            0.0752, "group_out_32": -0.132, "groups": -0.0128, "row": -0.235, "row_16": 0.163,
            "row_128": 0.0819, "rows": -0.0598, "rows_16": 0.0625, "double": 0.524, "complex":
            0.141, "complex_double": 0.703, "integer": 0.708, "converted": 0.152, "half": -0.14,
            "channels_last": 0.0895, "channels_last_channels": 0.0199, "stride": -0.0699,
            "dilation": 0.103, "bordered": 0.324, "rank_1": 0.0266, "rank_3": 0.239},
    },
    "winograd": {
        "": {"call": 5.24e-06, "team": 2.89e-05, "flops": 4.82e-12, "beyond_l2": 2.53e-11,
            "beyond_l3": 7.67e-12, "outputs": 2.46e-10, "outputs_half": 1e-10, "outputs_last":
            2.28e-11, "bytes": 1.53e-11, "packed": 2.7e-12, "runs": 5e-09, "pieces": 6.98e-07,
            "workers": -0.561, "taps": -0.0282, "taps_8": 0.107, "kernel_row": -0.229, "group_in":
            0.0876, "group_in_16": 0.0415, "group_out": 0.0218, "group_out_8": -0.119,
            "group_out_32": 0.0569, "groups": -0.00143, "row": -0.0908, "row_16": 0.0965, "row_128":
            0.00905, "rows": 0.0232, "rows_16": -0.0247, "double": 0.212, "channels_last": 0.215,
            "channels_last_channels": -0.0176, "bordered": 0.0742, "rank_1": -0.21, "rank_3":
            0.0607},
    },
    "im2col": {
        "": {"call": 2.18e-05, "team": 5.08e-05, "flops": 4.91e-12, "beyond_l2": 2.97e-11,
            "beyond_l3": 6.05e-11, "outputs": 5.58e-13, "outputs_half": 7.8e-10, "outputs_last":
            3.67e-10, "bytes": 7.56e-12, "packed": 1.05e-12, "runs": 4.24e-09, "pieces": 9.73e-08,
            "workers": -0.51, "taps": 0.0918, "taps_8": 0.0309, "taps_64": -0.118, "kernel_row":
            0.0151, "group_in": 0.0837, "group_in_16": 0.0102, "group_out": -0.0458, "group_out_8":
            0.0202, "group_out_32": -0.0721, "groups": 0.00103, "row": -0.0657, "row_16": 0.0365,
            "row_128": 0.00213, "rows": -0.0016, "rows_16": -0.00902, "double": 0.0202, "complex":
            0.965, "complex_double": 0.913, "converted": 0.206, "half": 0.206, "channels_last":
            0.243, "channels_last_channels": 0.0356, "stride": 0.199, "dilation": 0.0428,
            "bordered": 0.278, "rank_1": 0.0963, "rank_3": -0.0439},
        "pointwise": {"call": 1.91e-05, "team": 1.38e-05, "flops": 1.28e-11, "beyond_l2": 3.15e-11,
            "beyond_l3": 7.17e-11, "outputs": 5.56e-13, "outputs_half": 6.08e-10, "outputs_last":
            6.92e-10, "bytes": 5.24e-12, "packed": 1.05e-12, "runs": 4.24e-09, "pieces": 7.88e-08,
            "workers": -0.374, "taps": 0.0918, "taps_8": 0.0309, "taps_64": -0.118, "kernel_row":
            0.0151, "group_in": 0.0573, "group_in_16": -0.0336, "group_out": -0.211, "group_out_8":
            0.125, "group_out_32": 0.0185, "groups": 0.00103, "row": -0.0584, "row_16": 0.0978,
            "row_128": -0.0537, "rows": -0.00653, "rows_16": -0.047, "double": 0.529, "complex":
            0.129, "complex_double": 0.703, "converted": 0.494, "half": 0.494, "channels_last":
            0.339, "channels_last_channels": 0.0271, "stride": 0.199, "dilation": 0.368, "bordered":
            0.278, "rank_1": -0.202, "rank_3": 0.463},
        "rows": {"call": 2.1e-05, "team": 4.72e-05, "flops": 1.2e-11, "beyond_l2": 8.57e-11,
            "beyond_l3": 8.67e-11, "outputs": 5.46e-13, "outputs_half": 7.8e-10, "outputs_last":
            3.67e-10, "bytes": 1.63e-11, "packed": 1.12e-12, "runs": 6.77e-09, "pieces": 6.2e-07,
            "workers": -0.538, "taps": 0.17, "taps_8": 0.0115, "taps_64": -0.138, "kernel_row":
            -0.00145, "group_in": 0.118, "group_in_16": -0.0224, "group_out": -0.029, "group_out_8":
            0.0669, "group_out_32": -0.162, "groups": 0.00625, "row": -0.356, "row_16": 0.327,
            "row_128": 0.00372, "rows": -0.0445, "rows_16": 0.0438, "double": 0.0241, "complex":
            0.965, "complex_double": 0.913, "converted": 0.206, "half": 0.206, "channels_last":
            0.243, "channels_last_channels": 0.0356, "stride": 0.199, "dilation": -0.013,
            "bordered": 0.278, "rank_1": 0.0256, "rank_3": -0.172},
        "windows": {"call": 2.19e-05, "team": 8.37e-05, "flops": 1.25e-12, "beyond_l2": 8.85e-12,
            "beyond_l3": 2.01e-11, "outputs": 4.07e-13, "outputs_half": 3.16e-10, "outputs_last":
            1.4e-10, "bytes": 3.52e-12, "packed": 4.64e-12, "runs": 4.32e-09, "pieces": 5.44e-08,
            "workers": -0.541, "taps": 0.0794, "taps_8": 0.017, "taps_64": -0.0914, "kernel_row":
            0.00737, "group_in": 0.0637, "group_in_16": -0.0012, "group_out": -0.00752,
            "group_out_8": 0.0625, "group_out_32": -0.0142, "groups": -0.00859, "row": 0.0951,
            "row_16": -0.0333, "row_128": -0.0655, "rows": 0.0149, "rows_16": -0.035, "double":
            -0.0441, "complex": 0.889, "complex_double": 0.681, "converted": 0.115, "half": 0.115,
            "channels_last": 0.0289, "channels_last_channels": 0.0471, "stride": 0.0697, "dilation":
            0.0123, "bordered": 0.103, "rank_1": 0.0493, "rank_3": -0.0746},
    },
    "fft": {
        "": {"call": 4.41e-05, "team": 0.000166, "flops": 5.32e-12, "beyond_l2": 2.74e-11,
            "beyond_l3": 7.17e-13, "outputs": 4.02e-10, "outputs_half": 7.25e-10, "outputs_last":
            3.77e-10, "bytes": 9.43e-12, "packed": 8.04e-11, "runs": 5e-09, "pieces": 1.87e-05,
            "workers": -0.151, "taps": 0.0391, "taps_8": -0.0352, "taps_64": 0.0104, "kernel_row":
            -0.00532, "group_in": 0.0345, "group_in_16": -0.0625, "group_out": 0.092, "group_out_8":
            -0.1, "group_out_32": 0.0444, "row": 0.0694, "row_16": -0.0509, "row_128": -0.0141,
            "rows": 0.0149, "rows_16": -0.0198, "double": 0.275, "complex": 0.378, "complex_double":
            0.531, "converted": 0.122, "half": 0.122, "channels_last": 0.0162,
            "channels_last_channels": 0.0042, "stride": 0.0844, "dilation": 0.00638, "bordered":
            0.128, "rank_1": -0.247, "rank_3": -0.00191},
        "planes": {"call": 5.3e-06, "team": 2.22e-05, "flops": 2.94e-12, "beyond_l2": 1.47e-12,
            "beyond_l3": 3.58e-11, "outputs": 1.77e-11, "outputs_half": 5.51e-10, "outputs_last":
            1.66e-10, "bytes": 1.03e-11, "packed": 3.62e-11, "runs": 5e-09, "pieces": 8.48e-09,
            "workers": -0.528, "taps": 0.028, "taps_8": -0.0122, "taps_64": -0.0304, "kernel_row":
            -0.00132, "group_in": 0.0394, "group_in_16": 0.0361, "group_out": -0.0404,
            "group_out_8": 0.00466, "group_out_32": 0.0293, "groups": 0.017, "row": 0.106, "row_16":
            -0.0964, "row_128": 0.0111, "rows": 0.035, "rows_16": -0.0299, "double": 0.182,
            "complex": 0.189, "complex_double": 0.361, "converted": 0.0482, "half": 0.0482,
            "channels_last": 0.0464, "channels_last_channels": 0.0284, "stride": 0.0965, "dilation":
            -0.0285, "bordered": 0.142, "rank_1": -0.209, "rank_3": 0.163},
        "summed": {"call": 8.48e-05, "team": 0.000215, "flops": 3.91e-12, "beyond_l2": 1.44e-11,
            "beyond_l3": 6.61e-13, "outputs": 3.67e-10, "outputs_half": 2.58e-10, "outputs_last":
            1.96e-10, "bytes": 9.18e-12, "packed": 7.06e-11, "runs": 5e-09, "pieces": 1.51e-06,
            "workers": -0.177, "taps": 0.0359, "taps_8": -0.034, "taps_64": 0.0123, "kernel_row":
            0.00989, "group_in": -0.0206, "group_in_16": 0.0201, "group_out": 0.0613, "group_out_8":
            -0.0204, "group_out_32": 0.0112, "groups": 0.0185, "row": 0.109, "row_16": -0.0582,
            "row_128": -0.0138, "rows": 0.0481, "rows_16": -0.0307, "double": 0.352, "complex":
            0.417, "complex_double": 0.686, "converted": 0.139, "half": 0.139, "channels_last":
            -0.0594, "channels_last_channels": 0.0144, "stride": 0.123, "dilation": 0.0302,
            "bordered": 0.045, "rank_1": -0.369, "rank_3": 0.023},
    },
    "naive": {
        "": {"call": 1.28e-05, "team": 5e-06, "flops": 1e-11, "beyond_l2": 2e-11, "beyond_l3":
            5e-11, "outputs": 1e-11, "outputs_half": 1e-10, "outputs_last": 1e-10, "bytes":
            1.26e-07, "packed": 2e-11, "runs": 5e-09, "pieces": 1e-07, "workers": -0.7, "taps":
            -0.0757, "taps_8": 0.0197, "taps_64": 0.0625, "kernel_row": -0.00758, "group_in":
            -0.045, "group_in_16": 0.00708, "group_out": -0.0235, "group_out_8": 0.0425,
            "group_out_32": -0.0152, "groups": -0.00612, "row": 0.00356, "row_16": 0.00635,
            "row_128": 0.0164, "rows": 0.00569, "rows_16": 0.0316, "double": -0.699, "complex":
            -2.07, "complex_double": -2.68, "integer": -0.756, "converted": 0.0256, "half": -0.018,
            "channels_last": 0.0179, "channels_last_channels": -0.0152, "stride": 0.00983,
            "dilation": 0.0046, "bordered": 0.0619, "rank_1": -0.0489, "rank_3": 0.08},
    },
}

PREPARE: dict[str, dict[str, dict[str, float]]] = {
    "direct": {
        "": {"call": 3.44e-06, "team": 5e-06, "prepared": 1.24e-11, "weights": 7.64e-11, "filters":
            3.67e-09, "workers": -0.0677, "taps": 0.148, "taps_8": -0.109, "taps_64": -0.00499,
            "kernel_row": -0.0468, "group_in": -0.0291, "group_in_16": 0.128, "group_out": -0.121,
            "group_out_8": -0.115, "group_out_32": 0.21, "groups": -0.0518, "row": 0.0416, "row_16":
            -0.017, "row_128": -0.00803, "rows": 0.0686, "rows_16": -0.0706, "double": -0.306,
            "complex": 1.4, "complex_double": 1.01, "integer": -0.331, "converted": 1.05, "half":
            0.75, "channels_last": 0.269, "channels_last_channels": 0.0448, "stride": -0.148,
            "dilation": 0.0238, "bordered": -0.13, "rank_1": 0.182, "rank_3": -0.0671},
        "channels": {"call": 3.45e-06, "team": 5e-06, "prepared": 6.17e-12, "weights": 1.31e-11,
            "filters": 1.74e-09, "workers": -0.0474, "taps": 0.0323, "taps_8": 0.133, "taps_64":
            -0.155, "kernel_row": 0.0186, "group_in": 0.0785, "group_in_16": 0.162, "group_out":
            -0.0489, "group_out_8": -0.0243, "group_out_32": 0.144, "groups": 0.0586, "row":
            -0.0155, "row_16": -0.0473, "row_128": 0.111, "rows": 0.0815, "rows_16": -0.1, "double":
            -0.0802, "complex": 1.42, "complex_double": 1.25, "integer": -0.207, "converted": 0.905,
            "half": 1.14, "channels_last": 0.881, "channels_last_channels": 0.01, "stride": 0.0239,
            "dilation": 0.0835, "bordered": 0.0169, "rank_1": 0.108, "rank_3": -0.0391},
        "groups": {"call": 3.53e-06, "team": 5e-06, "prepared": 1.17e-11, "weights": 4.19e-11,
            "filters": 4.11e-10, "workers": -0.0845, "taps": -0.269, "taps_8": 0.429, "taps_64":
            -0.233, "kernel_row": 0.071, "group_in": -0.0291, "group_in_16": 0.128, "group_out":
            -0.121, "group_out_8": -0.115, "group_out_32": 0.21, "groups": -0.00419, "row": 0.0337,
            "row_16": 0.0721, "row_128": -0.0625, "rows": 0.0574, "rows_16": -0.0734, "double":
            -0.268, "complex": 1.4, "complex_double": 1.01, "integer": -0.618, "converted": 1.3,
            "half": 0.791, "channels_last": 0.335, "channels_last_channels": 0.0489, "stride":
            -0.0783, "dilation": -0.0267, "bordered": -0.271, "rank_1": -0.532, "rank_3": 0.141},
        "pixels_1": {"call": 3.11e-06, "team": 5e-06, "prepared": 3.46e-11, "weights": 5.95e-11,
            "filters": 2.92e-09, "workers": -0.174, "taps": 0.352, "taps_8": -0.239, "taps_64":
            -0.153, "kernel_row": -0.0249, "group_in": 0.047, "group_in_16": -0.362, "group_out":
            -0.121, "group_out_8": -0.115, "group_out_32": 0.21, "groups": -0.0288, "row": -0.0103,
            "row_16": 0.0686, "row_128": -0.0431, "rows": 0.00695, "rows_16": 0.0295, "double":
            -0.387, "complex": 1.4, "complex_double": 1.01, "integer": -0.595, "converted": 0.789,
            "half": 0.377, "channels_last": 0.144, "channels_last_channels": 0.91, "stride": 0.0984,
            "dilation": -0.0802, "bordered": -0.13, "rank_1": 0.122, "rank_3": -0.0507},
        "pixels_2": {"call": 3.18e-06, "team": 5e-06, "prepared": 1.24e-11, "weights": 1.73e-09,
            "filters": 2.21e-07, "workers": -0.0788, "taps": -0.206, "taps_8": -0.0443, "taps_64":
            0.00595, "kernel_row": -0.137, "group_in": -0.299, "group_in_16": 0.937, "group_out":
            0.645, "group_out_8": -0.115, "group_out_32": 0.21, "groups": -0.387, "row": -0.0563,
            "row_16": 0.0715, "row_128": 0.0259, "rows": 0.101, "rows_16": -0.115, "double": -0.185,
            "complex": 2.83, "complex_double": 2.46, "integer": -0.692, "converted": 0.724, "half":
            0.784, "channels_last": 0.156, "channels_last_channels": -0.0636, "stride": -0.175,
            "dilation": -0.212, "bordered": 0.178, "rank_1": 0.096, "rank_3": -0.444},
        "pixels_4": {"call": 3.37e-06, "team": 5e-06, "prepared": 7.76e-11, "weights": 1.37e-10,
            "filters": 4.57e-09, "workers": -0.0936, "taps": 0.0387, "taps_8": -0.0641, "taps_64":
            0.0649, "kernel_row": -0.0633, "group_in": -0.0751, "group_in_16": 0.0571, "group_out":
            -0.111, "group_out_8": 0.0811, "group_out_32": 0.0379, "groups": -0.0302, "row":
            -0.00162, "row_16": -0.0121, "row_128": 0.0418, "rows": 0.0207, "rows_16": 0.00114,
            "double": -0.517, "complex": 1.33, "complex_double": 0.862, "integer": -0.0123,
            "converted": 0.416, "half": 1.14, "channels_last": 0.357, "channels_last_channels":
            0.041, "stride": -0.0767, "dilation": -0.00263, "bordered": -0.0737, "rank_1": 0.224,
            "rank_3": -0.0487},
        "pointwise": {"call": 3.65e-06, "team": 5e-06, "prepared": 4.51e-11, "weights": 4.68e-11,
            "filters": 1.52e-09, "workers": -0.0801, "taps": 0.148, "taps_8": -0.109, "taps_64":
            -0.00499, "kernel_row": -0.0468, "group_in": -0.511, "group_in_16": 0.635, "group_out":
            -0.129, "group_out_8": 0.432, "group_out_32": -0.225, "groups": -0.0518, "row": 0.231,
            "row_16": -0.389, "row_128": 0.0876, "rows": -0.102, "rows_16": 0.162, "double": 0.116,
            "complex": 1.3, "complex_double": 1.38, "integer": -0.421, "converted": 1.14, "half":
            0.861, "channels_last": -0.143, "channels_last_channels": 0.149, "stride": -0.0453,
            "dilation": 0.0527, "bordered": -0.13, "rank_1": -0.102, "rank_3": 0.183},
        "rows": {"call": 3.25e-06, "team": 5e-06, "prepared": 5.29e-11, "weights": 4.75e-11,
            "filters": 2.25e-09, "workers": -0.0779, "taps": 0.354, "taps_8": -0.272, "taps_64":
            -0.172, "kernel_row": 0.0153, "group_in": -0.0495, "group_in_16": -0.08, "group_out":
            -0.0518, "group_out_8": 0.0373, "group_out_32": 0.0483, "groups": -0.0552, "row":
            0.0065, "row_16": -0.0377, "row_128": 0.0127, "rows": 0.0475, "rows_16": -0.0288,
            "double": -0.411, "complex": 0.585, "complex_double": 0.278, "integer": -0.632,
            "converted": 0.251, "half": 0.699, "channels_last": 0.11, "channels_last_channels":
            0.00272, "stride": -0.054, "bordered": 0.00832, "rank_1": 0.182, "rank_3": -0.0557},
    },
    "winograd": {
        "": {"call": 7.84e-06, "team": 5e-06, "prepared": 5.29e-11, "weights": 5.06e-11, "filters":
            1.74e-08, "workers": -0.0324, "taps": 0.0419, "taps_8": 0.176, "kernel_row": -0.134,
            "group_in": -0.0231, "group_in_16": 0.185, "group_out": -0.154, "group_out_8": 0.188,
            "group_out_32": 0.0534, "groups": 0.0635, "row": 0.0474, "row_16": -0.00945, "row_128":
            0.00669, "rows": -0.0301, "rows_16": 0.0574, "double": -0.43, "channels_last": 0.686,
            "channels_last_channels": -0.0336, "bordered": -0.0302, "rank_1": -0.0849, "rank_3":
            0.111},
    },
    "im2col": {
        "": {"call": 8.49e-06, "team": 5e-06, "prepared": 2.36e-12, "weights": 6.85e-13, "filters":
            5.7e-11, "workers": -0.0715, "taps": 0.32, "taps_8": -0.0521, "taps_64": -0.207,
            "kernel_row": -0.264, "group_in": -0.505, "group_in_16": 0.00853, "group_out": -0.179,
            "group_out_8": 0.394, "group_out_32": -0.255, "groups": -0.663, "row": 0.143, "row_16":
            -0.23, "row_128": 0.173, "rows": -0.015, "rows_16": -0.0329, "double": -0.52, "complex":
            -1.25, "complex_double": -1.44, "converted": 0.854, "half": 0.854, "channels_last":
            2.31, "channels_last_channels": 0.648, "stride": -0.00462, "dilation": 0.03, "bordered":
            -0.0253, "rank_1": 0.24, "rank_3": -0.347},
        "pointwise": {"call": 8.66e-06, "team": 5e-06, "prepared": 2.16e-12, "weights": 6.74e-13,
            "filters": 6.64e-11, "workers": -0.0309, "taps": 0.32, "taps_8": -0.0521, "taps_64":
            -0.207, "kernel_row": -0.264, "group_in": -0.546, "group_in_16": 0.0242, "group_out":
            -0.133, "group_out_8": 0.365, "group_out_32": -0.288, "groups": -0.663, "row": 0.277,
            "row_16": -0.51, "row_128": 0.119, "rows": 0.0912, "rows_16": -0.439, "double": -0.119,
            "complex": -1.33, "complex_double": -2.38, "converted": 0.752, "half": 0.752,
            "channels_last": 2.33, "channels_last_channels": 0.628, "stride": -0.00462, "dilation":
            -0.547, "bordered": -0.0253, "rank_1": 0.225, "rank_3": -0.369},
        "rows": {"call": 8.45e-06, "team": 5e-06, "prepared": 4.47e-12, "weights": 7.57e-13,
            "filters": 6.22e-11, "workers": -1.0, "taps": 1.16, "taps_8": -1.62, "taps_64": -0.134,
            "kernel_row": -0.00188, "group_in": -0.552, "group_in_16": -0.0984, "group_out": -0.568,
            "group_out_8": -0.0395, "group_out_32": -0.177, "groups": -0.603, "row": 0.48, "row_16":
            -0.384, "row_128": -0.00481, "rows": 0.319, "rows_16": -0.295, "double": -0.624,
            "complex": -1.25, "complex_double": -1.44, "converted": 0.854, "half": 0.854,
            "channels_last": 2.31, "channels_last_channels": 0.648, "stride": -0.00462, "dilation":
            -0.0177, "bordered": -0.0253, "rank_1": 0.213, "rank_3": 0.148},
        "windows": {"call": 7.79e-06, "team": 5e-06, "prepared": 1.38e-11, "weights": 6.93e-13,
            "filters": 3.24e-11, "workers": -0.0603, "taps": 0.11, "taps_8": -0.0963, "taps_64":
            -0.0459, "kernel_row": -0.106, "group_in": -0.0649, "group_in_16": -0.112, "group_out":
            -0.262, "group_out_8": 0.531, "group_out_32": -0.478, "groups": -0.234, "row": 0.0216,
            "row_16": -0.011, "row_128": 0.065, "rows": -0.0377, "rows_16": 0.0683, "double":
            -0.504, "complex": -1.35, "complex_double": -1.82, "converted": 1.94, "half": 1.94,
            "channels_last": 2.0, "channels_last_channels": 0.232, "stride": -0.0956, "dilation":
            0.0289, "bordered": -0.283, "rank_1": -0.0345, "rank_3": -0.104},
    },
    "fft": {
        "": {"call": 2.86e-05, "team": 5e-06, "prepared": 1.5e-09, "weights": 3.77e-09, "filters":
            5.68e-07, "workers": -0.0376, "taps": -0.0517, "taps_8": 0.0106, "kernel_row": 0.0689,
            "group_in": 0.0303, "group_in_16": 0.0146, "group_out": 0.0208, "group_out_8": -0.0101,
            "group_out_32": 0.00341, "groups": -0.00366, "row": -0.0696, "row_16": 0.0646,
            "row_128": -0.00575, "rows": -0.0841, "rows_16": 0.0922, "double": -0.682, "complex":
            -0.0392, "complex_double": -0.793, "converted": 0.0125, "half": 0.0125, "channels_last":
            0.0175, "channels_last_channels": -0.00741, "stride": -0.00552, "dilation": 0.0699,
            "bordered": -0.0427, "rank_1": -0.975, "rank_3": 0.355},
        "planes": {"call": 3.85e-06, "team": 5e-06, "prepared": 1.11e-10, "weights": 2.05e-10,
            "filters": 6.46e-10, "workers": -0.0373, "taps": 0.0519, "taps_8": -0.00868, "taps_64":
            0.0443, "kernel_row": -0.053, "group_in": -0.00898, "group_in_16": 0.0526, "group_out":
            -0.0256, "group_out_8": 0.0477, "group_out_32": 0.0108, "groups": -0.01, "row": 0.0353,
            "row_16": -0.0182, "row_128": 0.00944, "rows": 0.0133, "rows_16": 0.0297, "double":
            -0.747, "complex": -0.0236, "complex_double": -0.802, "converted": 0.0374, "half":
            0.0374, "channels_last": -0.0265, "channels_last_channels": 0.00125, "stride": -0.0655,
            "dilation": 0.0525, "bordered": 0.0115, "rank_1": 0.0818, "rank_3": 0.0156},
        "summed": {"call": 3.61e-05, "team": 5e-06, "prepared": 9.11e-10, "weights": 1.91e-09,
            "filters": 8.8e-07, "workers": -0.0457, "taps": -0.0193, "taps_8": -0.0138, "taps_64":
            -0.017, "kernel_row": 0.0556, "group_in": 0.0579, "group_in_16": 0.00552, "group_out":
            0.0752, "group_out_8": -0.0464, "group_out_32": -0.00754, "row": -0.0572, "row_16":
            0.0842, "row_128": -0.0556, "rows": -0.0909, "rows_16": 0.118, "double": -0.65,
            "complex": 0.0398, "complex_double": -0.709, "converted": 0.0153, "half": 0.0153,
            "channels_last": -0.00851, "channels_last_channels": -0.00645, "stride": 0.016,
            "dilation": 0.0769, "bordered": -0.0295, "rank_1": -0.972, "rank_3": 0.425},
    },
    "naive": {
        "": {"call": 9.05e-07, "team": 5e-06, "prepared": 1e-10, "weights": 1.55e-10, "filters":
            3.04e-09, "workers": -0.7, "taps": -0.188, "taps_8": 0.0579, "taps_64": -0.174,
            "kernel_row": 0.0133, "group_in": -0.204, "group_in_16": 0.0913, "group_out": -0.0756,
            "group_out_8": -0.445, "group_out_32": 0.188, "groups": -0.232, "row": -0.141, "row_16":
            -0.0545, "row_128": -0.018, "rows": -0.0573, "rows_16": 0.0162, "double": -0.411,
            "complex": 0.251, "complex_double": -0.0302, "integer": -0.145, "converted": 1.71,
            "half": 1.39, "channels_last": 0.148, "channels_last_channels": -0.0558, "stride":
            -0.0411, "dilation": 0.00988, "bordered": 0.323, "rank_1": -0.287, "rank_3": -0.0266},
    },
}
