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
    "command": "python benchmarks/fit_cost_model.py --problems 1150 --workers 1 2 --budget 0.05",
    "problems": 2367,
    "machine": {"cpu": "AMD EPYC", "isa": "v4", "cpus": 2},
    "caches": {"l1": 49152, "l2": 1048576, "l3": 33554432},
    "libraries": {"numpy": "2.4.6", "scipy": "1.17.1"},
}

RESIDUALS: dict[str, dict[str, float]] = {
    "direct": {"problems": 2367, "median": 1.11, "rms": 1.27, "p90": 1.43},
    "direct channels": {"problems": 566, "median": 1.09, "rms": 1.24, "p90": 1.36},
    "direct groups": {"problems": 217, "median": 1.25, "rms": 1.5, "p90": 2.0},
    "direct in_place": {"problems": 379, "median": 1.1, "rms": 1.27, "p90": 1.38},
    "direct pixels_1": {"problems": 268, "median": 1.08, "rms": 1.26, "p90": 1.44},
    "direct pixels_2": {"problems": 132, "median": 1.13, "rms": 1.25, "p90": 1.4},
    "direct pixels_4": {"problems": 180, "median": 1.14, "rms": 1.25, "p90": 1.38},
    "direct pointwise": {"problems": 132, "median": 1.14, "rms": 1.26, "p90": 1.46},
    "direct rows": {"problems": 493, "median": 1.09, "rms": 1.21, "p90": 1.36},
    "direct, preparing": {"problems": 2367, "median": 1.15, "rms": 1.36, "p90": 1.64},
    "winograd": {"problems": 368, "median": 1.12, "rms": 1.24, "p90": 1.41},
    "winograd, preparing": {"problems": 368, "median": 1.16, "rms": 1.27, "p90": 1.46},
    "im2col": {"problems": 2184, "median": 1.15, "rms": 1.29, "p90": 1.48},
    "im2col pointwise": {"problems": 113, "median": 1.17, "rms": 1.34, "p90": 1.53},
    "im2col rows": {"problems": 1005, "median": 1.14, "rms": 1.27, "p90": 1.45},
    "im2col windows": {"problems": 1066, "median": 1.16, "rms": 1.3, "p90": 1.5},
    "im2col, preparing": {"problems": 2184, "median": 1.06, "rms": 1.38, "p90": 1.85},
    "fft": {"problems": 2177, "median": 1.12, "rms": 1.25, "p90": 1.43},
    "fft planes": {"problems": 1725, "median": 1.11, "rms": 1.23, "p90": 1.37},
    "fft summed": {"problems": 452, "median": 1.19, "rms": 1.33, "p90": 1.61},
    "fft, preparing": {"problems": 2177, "median": 1.11, "rms": 1.36, "p90": 1.5},
    "naive": {"problems": 149, "median": 1.05, "rms": 1.09, "p90": 1.13},
    "naive, preparing": {"problems": 149, "median": 1.07, "rms": 1.25, "p90": 1.49},
}

RANGES: dict[str, tuple[float, float]] = {
    "taps": (0.0, 12.0),
    "taps_8": (0.0, 9.0),
    "taps_64": (0.0, 6.0),
    "kernel_row": (0.0, 11.7),
    "group_in": (0.0, 11.0),
    "group_in_16": (0.0, 7.0),
    "group_out": (0.0, 11.0),
    "group_out_8": (0.0, 8.0),
    "group_out_32": (0.0, 6.0),
    "groups": (0.0, 9.57),
    "row": (0.0, 22.8),
    "row_16": (0.0, 18.8),
    "row_128": (0.0, 15.8),
    "rows": (0.0, 15.3),
    "rows_16": (0.0, 11.3),
    "double": (0.0, 1.0),
    "complex": (0.0, 1.0),
    "complex_double": (0.0, 1.0),
    "integer": (0.0, 1.0),
    "narrow_integer": (0.0, 1.0),
    "converted": (0.0, 1.0),
    "half": (0.0, 1.0),
    "channels_last": (0.0, 1.0),
    "channels_last_channels": (0.0, 10.0),
    "stride": (0.0, 4.0),
    "dilation": (0.0, 1.0),
    "bordered": (0.0, 1.0),
    "bordered_padded": (0.0, 11.7),
    "rank_1": (0.0, 1.0),
    "rank_3": (0.0, 1.0),
}

SLOWER: dict[str, dict[str, float]] = {
    "direct": {"v3": 2.05, "base": 6.55},
    "winograd": {"v3": 1.49, "base": 4.66},
    "im2col": {"v3": 2.23, "base": 5.47},
    "fft": {"v3": 1.4, "base": 2.32},
    "naive": {"v3": 1.0, "base": 1.0},
}

RATES: dict[str, dict[str, dict[str, float]]] = {
    "direct": {
        "": {"call": 1.94e-06, "team": 2.41e-06, "flops": 2.86e-12, "beyond_l2": 6.24e-12,
            "beyond_l3": 2.06e-11, "outputs": 4.77e-11, "outputs_half": 1.03e-09, "outputs_last":
            1.87e-10, "planes": 2.01e-10, "bytes": 1.16e-12, "packed": 7.26e-12, "gathered":
            2.1e-11, "runs": 9.23e-10, "runs_bordered": 3.26e-09, "pieces": 3.13e-08, "piece_terms":
            1.36e-10, "workers": -0.597, "taps": 0.0173, "taps_8": 0.0604, "taps_64": 0.0317,
            "kernel_row": -0.0483, "group_in": 0.0397, "group_in_16": 0.0259, "group_out": -0.00714,
            "group_out_32": 0.0207, "row": -0.0326, "row_16": 0.0325, "row_128": 0.0129, "rows":
            0.0218, "rows_16": 0.00334, "double": 0.612, "complex": 0.334, "complex_double": 0.717,
            "integer": 0.504, "converted": 0.0861, "half": -0.0437, "channels_last": 0.0167,
            "channels_last_channels": 0.00261, "stride": -0.0189, "dilation": 0.0215, "bordered":
            0.108, "bordered_padded": 0.0342, "rank_1": 0.0828, "rank_3": -0.0573},
        "channels": {"call": 1.82e-06, "team": 1.96e-06, "flops": 5.7e-12, "beyond_l2": 7.89e-12,
            "beyond_l3": 3.11e-11, "outputs": 2.08e-10, "outputs_half": 9.05e-10, "outputs_last":
            8.47e-11, "planes": 2.63e-10, "bytes": 7.77e-13, "packed": 8.07e-12, "gathered":
            4.08e-11, "runs": 1.8e-09, "runs_bordered": 6.24e-09, "pieces": 8.07e-08, "piece_terms":
            3.08e-10, "workers": -0.584, "taps": -0.0812, "taps_8": 0.0208, "taps_64": 0.0503,
            "kernel_row": 0.085, "group_in": 0.0325, "group_in_16": 0.00279, "group_out": -0.043,
            "group_out_8": -0.0329, "group_out_32": 0.0817, "groups": -0.0103, "row": -0.053,
            "row_16": 0.0591, "row_128": 0.0258, "rows_16": 0.0209, "double": 0.622, "complex":
            0.278, "complex_double": 0.651, "integer": 0.577, "converted": 0.0701, "half": 0.314,
            "channels_last": -0.153, "channels_last_channels": 0.0141, "stride": 0.0433, "dilation":
            0.0164, "bordered": 0.0076, "bordered_padded": 0.0427, "rank_1": -0.144, "rank_3":
            0.0624},
        "groups": {"call": 2.07e-06, "team": 9.54e-07, "flops": 1.7e-12, "beyond_l2": 5.87e-12,
            "beyond_l3": 1.81e-11, "outputs": 1.11e-11, "outputs_half": 7.89e-10, "outputs_last":
            7.42e-12, "planes": 1.94e-10, "bytes": 1.29e-12, "packed": 3.48e-12, "gathered":
            1.25e-11, "runs": 2.11e-10, "runs_bordered": 4.94e-10, "pieces": 5.12e-08,
            "piece_terms": 4.8e-11, "workers": -0.526, "taps": -0.0331, "taps_8": 0.181, "taps_64":
            -0.0557, "kernel_row": 0.0627, "group_in": 0.0397, "group_in_16": 0.0259, "group_out":
            -0.00714, "group_out_32": 0.0207, "groups": -0.0257, "row": 0.0124, "row_16": 0.0203,
            "row_128": 0.0143, "rows": 0.0601, "rows_16": -0.0325, "double": 0.434, "complex":
            0.334, "complex_double": 0.717, "integer": 0.296, "converted": 0.243, "half": -0.32,
            "channels_last": -0.442, "channels_last_channels": 0.0906, "stride": 0.11, "dilation":
            0.0306, "bordered": -0.0298, "bordered_padded": 0.0613, "rank_1": 0.0142, "rank_3":
            0.201},
        "in_place": {"call": 1.93e-06, "team": 1.8e-06, "flops": 2.46e-12, "beyond_l2": 8.41e-12,
            "beyond_l3": 1.39e-11, "outputs": 4.95e-11, "outputs_half": 1.03e-09, "outputs_last":
            1.87e-10, "planes": 2.2e-10, "bytes": 1.56e-12, "packed": 8.49e-12, "gathered":
            8.82e-12, "runs": 1.44e-09, "runs_bordered": 4.08e-09, "pieces": 4.44e-09,
            "piece_terms": 1.33e-10, "workers": -0.601, "taps": -0.0207, "taps_8": 0.038, "taps_64":
            -0.0198, "kernel_row": -0.00916, "group_in": 0.00358, "group_in_16": 0.0759,
            "group_out": -0.00288, "group_out_8": 0.00199, "group_out_32": -0.0164, "groups":
            -0.00348, "row": 0.0249, "row_16": -0.0214, "row_128": 0.00598, "rows": 0.00693,
            "rows_16": 0.0119, "double": 0.568, "complex": 0.334, "complex_double": 0.717,
            "integer": 0.613, "converted": 0.0866, "half": -0.0437, "channels_last": 0.0167,
            "channels_last_channels": 0.00261, "stride": 0.0448, "dilation": 0.038, "bordered":
            0.0839, "bordered_padded": 0.0406, "rank_1": 0.0359, "rank_3": 0.00258},
        "pixels_1": {"call": 1.65e-06, "team": 3.59e-06, "flops": 8.78e-13, "beyond_l2": 2.82e-12,
            "beyond_l3": 1.51e-11, "outputs": 3.14e-11, "outputs_half": 4.36e-10, "outputs_last":
            1.87e-10, "planes": 1.98e-10, "bytes": 5.91e-13, "packed": 7.23e-12, "gathered":
            1.87e-11, "runs": 1.67e-09, "runs_bordered": 1.21e-08, "pieces": 1.57e-08,
            "piece_terms": 8.19e-11, "workers": -0.621, "taps": 0.184, "taps_8": 0.0478, "taps_64":
            -0.152, "kernel_row": -0.0301, "group_in": -0.046, "group_in_16": -0.115, "group_out":
            -0.00714, "group_out_32": 0.0207, "groups": -0.0374, "row": 0.0171, "row_16": -0.046,
            "row_128": 0.0312, "rows": -0.0335, "rows_16": 0.0552, "double": 0.605, "complex":
            0.334, "complex_double": 0.717, "integer": 0.663, "converted": -0.408, "half": 0.619,
            "channels_last": -0.0528, "channels_last_channels": 0.202, "stride": -0.744, "dilation":
            0.0429, "bordered": -0.0366, "bordered_padded": 0.115, "rank_1": 0.187, "rank_3":
            -0.273},
        "pixels_2": {"call": 1.95e-06, "team": 5.06e-06, "flops": 1.72e-12, "beyond_l2": 4.73e-12,
            "beyond_l3": 9.72e-12, "outputs": 2.43e-10, "outputs_half": 2.21e-09, "outputs_last":
            2.43e-10, "planes": 1.96e-10, "bytes": 9.21e-13, "packed": 5.36e-12, "gathered":
            8.34e-12, "runs": 1.23e-09, "runs_bordered": 2.97e-09, "pieces": 1.88e-08,
            "piece_terms": 2.15e-10, "workers": -0.611, "taps": -0.039, "taps_8": 0.142, "taps_64":
            -0.0658, "kernel_row": -0.00826, "group_in": 0.138, "group_in_16": -0.0961, "group_out":
            -0.404, "group_out_32": 0.0207, "groups": 0.00475, "row": 0.0899, "row_16": -0.138,
            "row_128": 0.0526, "rows": -0.00536, "rows_16": 0.0524, "double": 0.466, "complex":
            0.252, "complex_double": 0.611, "integer": 0.287, "converted": -0.151, "half": -0.0629,
            "channels_last": -0.0165, "channels_last_channels": 0.133, "stride": 0.198, "dilation":
            0.197, "bordered": -0.298, "bordered_padded": 0.22, "rank_1": 0.194, "rank_3": 0.163},
        "pixels_4": {"call": 1.97e-06, "team": 1.89e-06, "flops": 2.48e-12, "beyond_l2": 2.24e-11,
            "beyond_l3": 1.63e-11, "outputs": 1.22e-10, "outputs_half": 8.86e-10, "outputs_last":
            2.78e-10, "planes": 2.05e-10, "bytes": 1.19e-12, "packed": 7.38e-12, "gathered":
            8.59e-11, "runs": 1.46e-09, "runs_bordered": 3.95e-09, "pieces": 4.26e-08,
            "piece_terms": 1.16e-10, "workers": -0.609, "taps": -0.0191, "taps_8": -0.0111,
            "taps_64": 0.0104, "kernel_row": 0.0439, "group_in": 0.0167, "group_in_16": -0.0202,
            "group_out": 0.0885, "group_out_8": -0.0221, "group_out_32": -0.0611, "groups": 0.0238,
            "row": -0.115, "row_16": 0.116, "row_128": 0.01, "rows": -0.00603, "rows_16": 0.0202,
            "double": 0.347, "complex": 0.394, "complex_double": 0.515, "integer": -0.231,
            "converted": 0.272, "half": -0.105, "channels_last": 0.145, "channels_last_channels":
            0.0238, "stride": 0.0826, "dilation": 0.0743, "bordered": -0.169, "bordered_padded":
            0.197, "rank_1": -0.175, "rank_3": 0.0727},
        "pointwise": {"call": 1.84e-06, "team": 3.19e-06, "flops": 5.27e-12, "beyond_l2": 3.76e-12,
            "beyond_l3": 2.29e-11, "outputs": 3.75e-11, "outputs_half": 4.02e-10, "outputs_last":
            6.77e-11, "planes": 2.33e-10, "bytes": 8.99e-13, "packed": 7.46e-12, "gathered":
            2.27e-11, "runs": 5.19e-09, "runs_bordered": 3.26e-09, "pieces": 8.33e-08,
            "piece_terms": 1.45e-10, "workers": -0.581, "taps": 0.0173, "taps_8": 0.0604, "taps_64":
            0.0317, "kernel_row": -0.0483, "group_in": -0.304, "group_in_16": 0.33, "group_out":
            0.449, "group_out_8": -0.682, "group_out_32": 0.26, "row_16": 0.0453, "row_128": 0.022,
            "rows": -0.0217, "rows_16": 0.0534, "double": 0.649, "complex": 0.0126,
            "complex_double": 0.785, "integer": 0.337, "converted": 0.252, "half": 0.295,
            "channels_last": 0.155, "channels_last_channels": -0.0342, "stride": 0.0574, "dilation":
            0.0707, "bordered": 0.108, "bordered_padded": 0.0342, "rank_1": -0.247, "rank_3":
            -0.143},
        "rows": {"call": 1.71e-06, "team": 1.64e-06, "flops": 7.26e-12, "beyond_l2": 9.14e-12,
            "beyond_l3": 7.5e-11, "outputs": 2.34e-11, "outputs_half": 1.96e-09, "outputs_last":
            1.99e-10, "planes": 1.98e-10, "bytes": 7.82e-13, "packed": 1.86e-11, "gathered":
            3.72e-11, "runs": 4.39e-10, "runs_bordered": 1.48e-08, "pieces": 1.28e-08,
            "piece_terms": 7.76e-11, "workers": -0.6, "taps": 0.0312, "taps_8": 0.0517, "taps_64":
            -0.0936, "kernel_row": 0.0739, "group_in": -0.00815, "group_in_16": 0.195, "group_out":
            -0.00412, "group_out_8": 0.0299, "group_out_32": -0.0443, "groups": -0.0154, "row":
            -0.116, "row_16": 0.0752, "row_128": 0.0555, "rows": -0.0894, "rows_16": 0.0858,
            "double": 0.569, "complex": 0.139, "complex_double": 0.62, "integer": 0.659,
            "converted": -0.156, "half": 0.314, "channels_last": 0.0768, "stride": -0.645,
            "dilation": 0.0847, "bordered": 0.0927, "bordered_padded": 0.0148, "rank_1": 0.0828,
            "rank_3": 0.269},
    },
    "winograd": {
        "": {"call": 1.74e-06, "team": 7.16e-07, "flops": 7.74e-12, "beyond_l2": 6.28e-11,
            "beyond_l3": 6.23e-12, "outputs": 1.54e-10, "outputs_half": 1e-10, "outputs_last":
            2.84e-10, "planes": 1.84e-08, "bytes": 4.9e-12, "packed": 1.12e-11, "gathered": 1e-10,
            "runs": 5e-09, "runs_bordered": 5e-09, "pieces": 1.78e-07, "piece_terms": 5.24e-09,
            "workers": -0.513, "taps": 0.238, "taps_8": -0.113, "taps_64": -0.235, "kernel_row":
            -0.349, "group_in": -0.0375, "group_in_16": 0.0988, "group_out": -0.0344, "group_out_8":
            -0.0676, "group_out_32": 0.0357, "groups": -0.00153, "row": -0.0873, "row_16": 0.0821,
            "row_128": 0.00651, "rows": 0.0459, "rows_16": -0.0704, "double": 0.282,
            "channels_last": 0.102, "channels_last_channels": -0.0201, "dilation": 0.117,
            "bordered": 0.135, "bordered_padded": 0.129, "rank_1": 0.344, "rank_3": 0.116},
    },
    "im2col": {
        "": {"call": 1.22e-05, "team": 3.35e-07, "flops": 7.05e-12, "beyond_l2": 2.76e-11,
            "beyond_l3": 1.08e-10, "outputs": 4.73e-13, "outputs_half": 1.4e-09, "outputs_last":
            6.67e-10, "planes": 9.3e-11, "bytes": 5.88e-12, "packed": 2.68e-11, "gathered":
            8.55e-11, "runs": 3.49e-09, "runs_bordered": 8.29e-09, "pieces": 8.39e-08,
            "piece_terms": 6.15e-09, "workers": -0.55, "taps": 0.00209, "taps_8": 0.0636, "taps_64":
            -0.0916, "kernel_row": -0.00448, "group_in": 0.0383, "group_in_16": -0.00608,
            "group_out": 0.00299, "group_out_8": 0.0687, "group_out_32": -0.12, "groups": 0.00456,
            "row": -0.147, "row_16": 0.0925, "row_128": 0.0368, "rows": 0.00126, "rows_16": 0.0164,
            "double": -0.0313, "complex": 0.415, "complex_double": 0.182, "converted": 0.00559,
            "half": 0.00559, "channels_last": 0.0615, "channels_last_channels": 0.023, "stride":
            0.225, "dilation": 0.0691, "bordered": 0.0786, "bordered_padded": -0.0156, "rank_1":
            0.18, "rank_3": -0.017},
        "pointwise": {"call": 1.29e-05, "team": 3e-07, "flops": 1.68e-11, "beyond_l2": 2.7e-11,
            "beyond_l3": 1.03e-10, "outputs": 4.7e-13, "outputs_half": 1.4e-09, "outputs_last":
            6.67e-10, "planes": 9e-11, "bytes": 4.53e-12, "packed": 2.68e-11, "gathered": 8.55e-11,
            "runs": 3.49e-09, "runs_bordered": 8.29e-09, "pieces": 8.93e-08, "piece_terms": 2.2e-09,
            "workers": -0.523, "taps": 0.00209, "taps_8": 0.0636, "taps_64": -0.0916, "kernel_row":
            -0.00448, "group_in": 0.0154, "group_in_16": 0.0598, "group_out": -0.464, "group_out_8":
            0.544, "group_out_32": -0.108, "groups": 0.00456, "row": -0.111, "row_16": 0.285,
            "row_128": -0.174, "rows": 0.0282, "rows_16": -0.0982, "double": 0.546, "complex":
            0.00938, "complex_double": 0.355, "converted": 0.00559, "half": 0.00559,
            "channels_last": 0.0615, "channels_last_channels": 0.023, "stride": 0.225, "dilation":
            0.103, "bordered": 0.0786, "bordered_padded": -0.0156, "rank_1": -0.197, "rank_3":
            0.688},
        "rows": {"call": 1.19e-05, "team": 3.26e-07, "flops": 7.47e-12, "beyond_l2": 2.04e-11,
            "beyond_l3": 6.46e-11, "outputs": 4.55e-13, "outputs_half": 1.4e-09, "outputs_last":
            5.94e-10, "planes": 9.33e-11, "bytes": 5.33e-12, "packed": 3.25e-11, "gathered":
            8.55e-11, "runs": 1.98e-09, "runs_bordered": 8.29e-09, "pieces": 1.34e-07,
            "piece_terms": 9.37e-09, "workers": -0.57, "taps": 0.0954, "taps_8": -0.00762,
            "taps_64": -0.104, "kernel_row": -0.0364, "group_in": 0.0527, "group_in_16": -0.0414,
            "group_out": 0.00456, "group_out_8": 0.134, "group_out_32": -0.162, "groups": 0.00425,
            "row": -0.236, "row_16": 0.237, "row_128": -0.0157, "rows": -0.0284, "rows_16": 0.0339,
            "double": -0.0324, "complex": 0.415, "complex_double": 0.182, "converted": 0.00559,
            "half": 0.00559, "channels_last": 0.102, "channels_last_channels": 0.023, "stride":
            0.225, "dilation": 0.0531, "bordered": 0.0786, "bordered_padded": -0.0156, "rank_1":
            0.118, "rank_3": -0.0383},
        "windows": {"call": 1.21e-05, "team": 3.27e-07, "flops": 2.39e-12, "beyond_l2": 1.76e-11,
            "beyond_l3": 1.86e-11, "outputs": 4.08e-13, "outputs_half": 5.23e-10, "outputs_last":
            2.59e-10, "planes": 9.53e-11, "bytes": 3.91e-12, "packed": 1.52e-11, "gathered":
            2.1e-11, "runs": 5.9e-09, "runs_bordered": 2.27e-09, "pieces": 4.3e-08, "piece_terms":
            2.24e-09, "workers": -0.561, "taps": -0.00144, "taps_8": 0.0561, "taps_64": -0.072,
            "kernel_row": -0.00415, "group_in": 0.0325, "group_in_16": -0.0194, "group_out": 0.0312,
            "group_out_8": 0.00517, "group_out_32": 0.00397, "groups": 0.0028, "row": 0.0195,
            "row_16": -0.0189, "row_128": -0.0136, "rows": 0.019, "rows_16": -0.00459, "double":
            -0.0181, "complex": 0.538, "complex_double": 0.343, "converted": 0.0351, "half": 0.0351,
            "channels_last": 0.0783, "channels_last_channels": 0.0136, "stride": 0.0485, "dilation":
            0.013, "bordered": -0.0496, "bordered_padded": 0.0467, "rank_1": 0.232, "rank_3":
            -0.0628},
    },
    "fft": {
        "": {"call": 1.96e-06, "team": 6.64e-07, "flops": 5.54e-12, "beyond_l2": 1.52e-11,
            "beyond_l3": 3.59e-12, "outputs": 6.48e-11, "outputs_half": 5.71e-10, "outputs_last":
            2.27e-10, "planes": 6.2e-08, "bytes": 5.35e-12, "packed": 7.16e-13, "gathered": 1e-10,
            "runs": 5e-09, "runs_bordered": 5e-09, "pieces": 1.07e-10, "piece_terms": 1.34e-13,
            "taps": 0.049, "taps_8": -0.0488, "taps_64": 0.00668, "kernel_row": -0.0136, "group_in":
            0.121, "group_in_16": -0.102, "group_out": -0.0389, "group_out_8": 0.0942,
            "group_out_32": -0.0407, "groups": 0.0302, "row": 0.0627, "row_16": -0.0794, "row_128":
            0.0332, "rows": -0.00777, "rows_16": 0.0454, "double": 0.387, "complex": 0.181,
            "complex_double": 0.602, "converted": 0.0493, "half": 0.0493, "channels_last": -0.0411,
            "channels_last_channels": 0.0307, "stride": 0.163, "dilation": -0.0443, "bordered":
            0.0418, "bordered_padded": 0.101, "rank_1": -0.107, "rank_3": -0.0395},
        "planes": {"call": 2.1e-06, "team": 5.07e-07, "flops": 5.81e-12, "beyond_l2": 9.53e-12,
            "beyond_l3": 2.88e-12, "outputs": 3e-11, "outputs_half": 6.02e-10, "outputs_last":
            2.59e-10, "planes": 8.06e-09, "bytes": 7.52e-12, "packed": 7.49e-13, "gathered": 1e-10,
            "runs": 5e-09, "runs_bordered": 5e-09, "pieces": 1.07e-10, "piece_terms": 1.23e-13,
            "taps": -0.00542, "taps_8": -0.0014, "taps_64": -0.0237, "kernel_row": 0.0262,
            "group_in": 0.0744, "group_in_16": 0.0347, "group_out": -0.0336, "group_out_8": 0.0476,
            "group_out_32": 0.00744, "groups": 0.0456, "row": 0.0432, "row_16": -0.0482, "row_128":
            0.0332, "rows": 0.0255, "rows_16": 0.0149, "double": 0.35, "complex": 0.14,
            "complex_double": 0.48, "converted": 0.0407, "half": 0.0407, "channels_last": -0.0315,
            "channels_last_channels": 0.026, "stride": 0.152, "dilation": -0.0677, "bordered":
            0.0551, "bordered_padded": 0.104, "rank_1": -0.184, "rank_3": 0.00897},
        "summed": {"call": 7.03e-05, "team": 0.000162, "flops": 3.26e-12, "beyond_l2": 1.73e-11,
            "beyond_l3": 3.19e-12, "outputs": 1.83e-10, "outputs_half": 4.08e-10, "outputs_last":
            4.14e-10, "planes": 4.99e-09, "bytes": 1.28e-11, "packed": 1.27e-12, "gathered": 1e-10,
            "runs": 5e-09, "runs_bordered": 5e-09, "pieces": 1.07e-10, "piece_terms": 1.34e-13,
            "workers": -0.12, "taps": 0.0691, "taps_8": 0.00389, "taps_64": -0.201, "kernel_row":
            -0.00814, "group_in": -0.0257, "group_in_16": 0.0504, "group_out": 0.0372,
            "group_out_8": -0.117, "group_out_32": 0.127, "groups": 0.0267, "row": 0.141, "row_16":
            -0.0802, "row_128": 0.00138, "rows": 0.0755, "rows_16": -0.039, "double": 0.402,
            "complex": 0.512, "complex_double": 0.818, "converted": 0.181, "half": 0.181,
            "channels_last": -0.398, "channels_last_channels": 0.0562, "stride": 0.135, "dilation":
            0.0355, "bordered": -0.134, "bordered_padded": 0.088, "rank_1": -0.2, "rank_3":
            0.00607},
    },
    "naive": {
        "": {"call": 9.28e-06, "team": 5e-06, "flops": 1e-11, "beyond_l2": 2e-11, "beyond_l3":
            5e-11, "outputs": 1e-11, "outputs_half": 1e-10, "outputs_last": 1e-10, "planes":
            9.98e-10, "bytes": 1.08e-07, "packed": 2e-11, "gathered": 1e-10, "runs": 5e-09,
            "runs_bordered": 5e-09, "pieces": 1e-07, "piece_terms": 1e-10, "workers": -0.7, "taps":
            -0.068, "taps_8": 0.0141, "taps_64": 0.0634, "kernel_row": -0.00321, "group_in":
            -0.0348, "group_in_16": 0.012, "group_out": -0.0122, "group_out_8": 0.018,
            "group_out_32": 0.0154, "groups": 0.00291, "row": 0.0109, "row_16": 0.00224, "row_128":
            -0.066, "rows": 0.0104, "rows_16": 0.0233, "double": -0.694, "complex": -2.08,
            "complex_double": -2.7, "integer": -0.737, "converted": 0.00123, "half": 0.0127,
            "channels_last_channels": -0.0159, "stride": 0.00354, "dilation": -0.00904, "bordered":
            0.0248, "bordered_padded": 0.00926, "rank_1": -0.0799, "rank_3": 0.0795},
    },
}

PREPARE: dict[str, dict[str, dict[str, float]]] = {
    "direct": {
        "": {"call": 2.18e-06, "team": 5e-06, "prepared": 2.02e-12, "weights": 1.77e-11, "filters":
            3.64e-09, "workers": -0.0523, "taps": 0.365, "taps_8": -0.195, "taps_64": -0.022,
            "kernel_row": -0.14, "group_in": 0.0291, "group_in_16": 0.193, "group_out": -0.205,
            "group_out_8": -0.0191, "group_out_32": 0.255, "groups": -0.123, "row": 0.0423,
            "row_16": -0.0122, "row_128": 0.0107, "rows": 0.0767, "rows_16": -0.0599, "double":
            -0.233, "complex": 1.95, "complex_double": 1.57, "integer": -0.21, "converted": 1.38,
            "half": 0.898, "channels_last": 0.372, "channels_last_channels": 0.078, "stride":
            -0.157, "dilation": 0.0416, "bordered": -0.211, "bordered_padded": 0.00579, "rank_1":
            0.247, "rank_3": -0.204},
        "channels": {"call": 1.91e-06, "team": 5e-06, "prepared": 5.97e-13, "weights": 3.32e-12,
            "filters": 1.36e-09, "workers": -0.0427, "taps": 0.259, "taps_8": -0.0248, "taps_64":
            -0.206, "kernel_row": 0.0872, "group_in": 0.19, "group_in_16": 0.213, "group_out":
            -0.259, "group_out_8": 0.227, "group_out_32": 0.144, "groups": 0.073, "row": -0.0128,
            "row_16": -0.161, "row_128": 0.281, "rows": 0.0683, "rows_16": -0.0747, "double":
            0.0487, "complex": 2.02, "complex_double": 1.75, "integer": -0.549, "converted": 1.88,
            "half": 0.777, "channels_last": 1.22, "channels_last_channels": -0.015, "stride":
            -0.0114, "dilation": 0.249, "bordered": 0.176, "bordered_padded": -0.0914, "rank_1":
            -0.00833, "rank_3": 0.066},
        "groups": {"call": 1.91e-06, "team": 5e-06, "prepared": 9.45e-13, "weights": 6.11e-12,
            "filters": 1.19e-09, "taps": 0.0332, "taps_8": 0.746, "taps_64": -0.581, "kernel_row":
            -0.139, "group_in": 0.0291, "group_in_16": 0.193, "group_out": -0.205, "group_out_8":
            -0.0191, "group_out_32": 0.255, "groups": -0.102, "row": 0.0425, "row_16": -0.0274,
            "row_128": -0.0196, "rows": -0.00546, "rows_16": 0.0129, "double": -0.124, "complex":
            1.95, "complex_double": 1.57, "integer": -0.385, "converted": 1.37, "half": 0.686,
            "channels_last": 0.956, "channels_last_channels": -0.0267, "stride": 0.0899, "dilation":
            -0.331, "bordered": -0.331, "bordered_padded": -0.0525, "rank_1": 0.333, "rank_3":
            -0.435},
        "in_place": {"call": 1.81e-06, "team": 5e-06, "prepared": 4.57e-11, "weights": 8.6e-12,
            "filters": 3.29e-09, "workers": -0.225, "taps": 0.0687, "taps_8": -0.0417, "taps_64":
            -0.0195, "kernel_row": -0.0608, "group_in": -0.0202, "group_in_16": 0.0585, "group_out":
            -0.0631, "group_out_8": -0.0746, "group_out_32": 0.125, "groups": -0.034, "row": 0.057,
            "row_16": -0.0323, "row_128": -0.0053, "rows": 0.0185, "rows_16": -0.0216, "double":
            -0.437, "complex": 1.95, "complex_double": 1.57, "integer": 0.0609, "converted": 0.275,
            "half": 0.898, "channels_last": 0.372, "channels_last_channels": 0.078, "stride":
            -0.0183, "dilation": 0.0572, "bordered": -0.0694, "bordered_padded": -0.0104, "rank_1":
            0.146, "rank_3": 0.127},
        "pixels_1": {"call": 1.59e-06, "team": 5e-06, "prepared": 3.87e-12, "weights": 2.18e-11,
            "filters": 4.21e-09, "workers": -0.311, "taps": 0.61, "taps_8": -0.269, "taps_64":
            -0.323, "kernel_row": -0.141, "group_in": 0.00255, "group_in_16": 0.0172, "group_out":
            -0.205, "group_out_8": -0.0191, "group_out_32": 0.255, "groups": -0.133, "row": 0.0303,
            "row_16": 0.0281, "row_128": -0.0233, "rows": -0.0502, "rows_16": 0.133, "double":
            -0.723, "complex": 1.95, "complex_double": 1.57, "integer": -0.542, "converted": 1.23,
            "half": -0.0289, "channels_last": 0.198, "channels_last_channels": 0.939, "stride":
            0.0476, "dilation": 0.126, "bordered": -0.36, "bordered_padded": 0.103, "rank_1": 0.638,
            "rank_3": -0.129},
        "pixels_2": {"call": 1.43e-06, "team": 5e-06, "prepared": 1.73e-12, "weights": 7.5e-12,
            "filters": 1.15e-07, "workers": -0.115, "taps": 0.144, "taps_8": 0.0813, "taps_64":
            -0.0189, "kernel_row": -0.223, "group_in": 0.186, "group_in_16": 0.363, "group_out":
            -0.465, "group_out_8": -0.0191, "group_out_32": 0.255, "groups": -0.505, "row": 0.301,
            "row_16": -0.522, "row_128": 0.249, "rows": 0.0382, "double": 0.249, "complex": 2.11,
            "complex_double": 2.19, "integer": 0.301, "converted": 1.08, "half": -0.0241,
            "channels_last": 0.0757, "channels_last_channels": -0.00101, "stride": -0.11,
            "dilation": 0.112, "bordered": -0.468, "bordered_padded": 0.901, "rank_1": 0.561,
            "rank_3": -0.632},
        "pixels_4": {"call": 1.76e-06, "team": 5e-06, "prepared": 2.05e-12, "weights": 5.58e-10,
            "filters": 4.25e-09, "workers": -0.044, "taps": 0.201, "taps_8": -0.351, "taps_64":
            0.276, "kernel_row": -0.213, "group_in": -0.238, "group_in_16": 0.116, "group_out":
            -0.262, "group_out_8": 0.187, "group_out_32": 0.107, "groups": -0.169, "row": -0.0966,
            "row_16": 0.116, "row_128": 0.0105, "rows": 0.0738, "rows_16": -0.0167, "double":
            -0.751, "complex": 1.43, "complex_double": 0.981, "integer": 0.206, "converted": 1.34,
            "half": 0.627, "channels_last": -0.0687, "channels_last_channels": 0.128, "stride":
            -0.106, "dilation": 0.124, "bordered": -0.138, "bordered_padded": -0.041, "rank_1":
            0.793, "rank_3": -0.294},
        "pointwise": {"call": 2.2e-06, "team": 5e-06, "prepared": 1.05e-11, "weights": 1.53e-11,
            "filters": 8.48e-10, "workers": -0.0473, "taps": 0.365, "taps_8": -0.195, "taps_64":
            -0.022, "kernel_row": -0.14, "group_in": -0.632, "group_in_16": 0.855, "group_out":
            0.245, "group_out_8": -0.312, "group_out_32": 0.201, "groups": -0.123, "row": 0.342,
            "row_16": -0.561, "row_128": 0.206, "rows": -0.142, "rows_16": 0.238, "double": 0.178,
            "complex": 1.61, "complex_double": 2.08, "integer": -0.376, "converted": 1.54, "half":
            1.23, "channels_last": -0.253, "channels_last_channels": 0.208, "stride": -0.0695,
            "dilation": 0.053, "bordered": -0.211, "bordered_padded": 0.00579, "rank_1": -0.311,
            "rank_3": 0.139},
        "rows": {"call": 2.75e-06, "team": 5e-06, "prepared": 7.05e-12, "weights": 1.45e-11,
            "filters": 2.18e-09, "workers": -0.0682, "taps": 0.761, "taps_8": -0.501, "taps_64":
            -0.319, "kernel_row": -0.115, "group_in": -0.0788, "group_in_16": -0.0137, "group_out":
            -0.0959, "group_out_8": 0.0988, "group_out_32": -0.0274, "groups": -0.105, "row":
            0.0352, "row_16": -0.111, "row_128": 0.0724, "rows": 0.106, "rows_16": -0.0527,
            "double": -0.703, "complex": 0.666, "complex_double": 0.227, "integer": -0.841,
            "converted": 0.788, "half": 0.393, "channels_last": 0.0738, "channels_last_channels":
            0.0548, "stride": -0.106, "dilation": -0.0377, "bordered": -0.509, "bordered_padded":
            0.036, "rank_1": 0.247, "rank_3": -0.321},
    },
    "winograd": {
        "": {"call": 8.76e-06, "team": 5e-06, "prepared": 9.01e-12, "weights": 2.01e-12, "filters":
            1.21e-08, "taps": 0.215, "taps_8": 0.129, "taps_64": 0.0127, "kernel_row": 0.488,
            "group_in": 0.0997, "group_in_16": 0.184, "group_out": -0.309, "group_out_8": 0.477,
            "group_out_32": -0.117, "groups": 0.0557, "row": 0.0133, "row_16": 0.0395, "row_128":
            -0.00345, "rows": -0.048, "rows_16": 0.101, "double": -0.262, "channels_last": 0.539,
            "channels_last_channels": -0.0415, "dilation": -0.173, "bordered": -0.0881,
            "bordered_padded": -0.0517, "rank_1": -0.433, "rank_3": -0.1},
    },
    "im2col": {
        "": {"call": 7.49e-06, "team": 5e-06, "prepared": 1.75e-11, "weights": 6e-12, "filters":
            6.75e-11, "taps": 0.322, "taps_8": -0.0419, "taps_64": -0.293, "kernel_row": -0.268,
            "group_in": -0.496, "group_in_16": -0.0797, "group_out": -0.476, "group_out_8": 0.757,
            "group_out_32": -0.344, "groups": -0.777, "row": 0.151, "row_16": -0.23, "row_128":
            0.148, "rows": -0.0732, "rows_16": 0.0987, "double": -0.427, "complex": -3.16,
            "complex_double": -1.4, "converted": 1.22, "half": 1.22, "channels_last": 0.732,
            "channels_last_channels": 0.728, "stride": -0.205, "dilation": 0.0709, "bordered":
            -0.359, "bordered_padded": 0.219, "rank_1": 0.178, "rank_3": -0.351},
        "pointwise": {"call": 2.68e-06, "team": 5e-06, "prepared": 6.34e-07, "weights": 6e-12,
            "filters": 6.75e-11, "workers": -0.0936, "taps": 0.322, "taps_8": -0.0419, "taps_64":
            -0.293, "kernel_row": -0.268, "group_in": -0.676, "group_in_16": -0.0143, "group_out":
            -0.519, "group_out_8": -0.186, "group_out_32": 0.0236, "groups": -0.777, "row": 0.0321,
            "row_16": -0.0391, "row_128": 0.0184, "rows": 0.00302, "rows_16": 0.0151, "double":
            -0.708, "complex": -2.66, "complex_double": -3.2, "converted": 1.22, "half": 1.22,
            "channels_last": 0.732, "channels_last_channels": 0.728, "stride": -0.205, "dilation":
            0.0312, "bordered": -0.359, "bordered_padded": 0.219, "rank_1": 0.00283, "rank_3":
            0.00768},
        "rows": {"call": 7.61e-06, "team": 5e-06, "prepared": 2.35e-11, "weights": 6.5e-12,
            "filters": 6.87e-11, "workers": -1.0, "taps": 0.307, "taps_8": -0.772, "taps_64":
            -0.169, "kernel_row": -0.0251, "group_in": -0.446, "group_in_16": 0.0378, "group_out":
            -0.639, "group_out_8": 0.104, "group_out_32": -0.462, "groups": -0.586, "row": 0.635,
            "row_16": -0.524, "row_128": 0.0158, "rows": 0.244, "rows_16": -0.174, "double": -0.612,
            "complex": -3.16, "complex_double": -1.4, "converted": 1.22, "half": 1.22,
            "channels_last": 0.653, "channels_last_channels": 0.728, "stride": -0.205, "dilation":
            -0.0802, "bordered": -0.359, "bordered_padded": 0.219, "rank_1": 0.0631, "rank_3":
            0.0965},
        "windows": {"call": 6.78e-06, "team": 5e-06, "prepared": 4.55e-11, "weights": 6.31e-12,
            "filters": 4.78e-11, "taps": 0.204, "taps_8": -0.0511, "taps_64": -0.172, "kernel_row":
            -0.285, "group_in": -0.175, "group_in_16": -0.114, "group_out": -0.278, "group_out_8":
            0.475, "group_out_32": -0.427, "groups": -0.335, "row": 0.0407, "row_16": -0.0718,
            "row_128": 0.0683, "rows": -0.0532, "rows_16": 0.0715, "double": -0.41, "complex":
            -2.54, "complex_double": -1.85, "converted": 1.72, "half": 1.72, "channels_last": 0.91,
            "channels_last_channels": 0.34, "stride": -0.301, "dilation": -0.0147, "bordered":
            -0.204, "bordered_padded": 0.0335, "rank_1": 0.374, "rank_3": -0.329},
    },
    "fft": {
        "": {"call": 2.78e-06, "team": 5e-06, "prepared": 6.78e-11, "weights": 2.04e-10, "filters":
            1.35e-07, "workers": -0.00588, "taps": 0.0991, "taps_8": -0.12, "taps_64": 0.106,
            "kernel_row": -0.0203, "group_in": 0.116, "group_in_16": 0.219, "group_out": -0.0994,
            "group_out_8": 0.298, "group_out_32": 0.00774, "groups": 0.00575, "row": -0.0362,
            "row_16": 0.0658, "row_128": 0.0314, "rows": 0.0646, "rows_16": 0.0157, "double":
            -0.646, "complex": -0.0526, "complex_double": -0.619, "converted": 0.0834, "half":
            0.0834, "channels_last": -0.0323, "channels_last_channels": 0.00453, "stride": 0.0784,
            "dilation": 0.0706, "bordered": -0.0164, "bordered_padded": -0.0072, "rank_1": -0.0183,
            "rank_3": 0.148},
        "planes": {"call": 2.71e-06, "team": 5e-06, "prepared": 1.09e-10, "weights": 1.8e-10,
            "filters": 5e-09, "taps": 0.0304, "taps_8": -0.0063, "taps_64": 0.0481, "kernel_row":
            -0.0158, "group_in": 0.002, "group_in_16": 0.0786, "group_out": -0.0258, "group_out_8":
            0.0582, "group_out_32": 0.0132, "groups": -0.00139, "row": 0.039, "row_16": -0.0139,
            "row_128": -0.00112, "rows": 0.0124, "rows_16": 0.0284, "double": -0.818, "complex":
            -0.0272, "complex_double": -0.868, "converted": 0.0406, "half": 0.0406,
            "channels_last_channels": -0.00348, "stride": -0.0526, "dilation": 0.0607, "bordered":
            0.038, "bordered_padded": 0.00425, "rank_1": -0.0718, "rank_3": 0.0605},
        "summed": {"call": 3.31e-05, "team": 5e-06, "prepared": 4.4e-10, "weights": 7.29e-10,
            "filters": 3.35e-07, "workers": -0.0275, "taps": -0.0414, "taps_8": -0.109, "taps_64":
            0.158, "kernel_row": 0.114, "group_in": 0.177, "group_in_16": -0.0825, "group_out":
            0.0825, "group_out_8": 0.00431, "group_out_32": -0.0726, "groups": 0.023, "row":
            -0.0013, "row_16": -0.0013, "row_128": -0.00803, "rows": -0.138, "rows_16": 0.195,
            "double": -0.518, "complex": 0.0413, "complex_double": -0.696, "converted": 0.0142,
            "half": 0.0142, "channels_last": 0.0505, "channels_last_channels": -0.00869, "stride":
            0.09, "dilation": 0.0199, "bordered": 0.0843, "bordered_padded": -0.0049, "rank_1":
            -1.15, "rank_3": 0.514},
    },
    "naive": {
        "": {"call": 8.64e-07, "team": 5e-06, "prepared": 1e-10, "weights": 1.42e-12, "filters":
            6.95e-09, "workers": -0.7, "taps": 0.273, "taps_8": 0.416, "taps_64": -0.961,
            "kernel_row": -0.407, "group_in": 0.19, "group_in_16": 0.0807, "group_out": -0.00104,
            "group_out_8": -0.636, "group_out_32": 0.166, "groups": -0.287, "row": 0.141, "row_16":
            -0.665, "row_128": -0.014, "rows": -0.361, "rows_16": -0.0388, "double": 0.174,
            "complex": 0.546, "complex_double": -0.0714, "integer": -0.1, "converted": 1.21, "half":
            1.51, "channels_last": 0.158, "channels_last_channels": -0.0373, "dilation": 0.226,
            "bordered": 0.535, "bordered_padded": 0.0184, "rank_1": -0.108, "rank_3": 0.395},
    },
}
