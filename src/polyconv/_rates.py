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
    "problems": 2373,
    "machine": {"cpu": "AMD EPYC", "isa": "v4", "cpus": 2},
    "caches": {"l1": 49152, "l2": 1048576, "l3": 33554432},
    "libraries": {"numpy": "2.4.6", "scipy": "1.17.1"},
}

RESIDUALS: dict[str, dict[str, float]] = {
    "direct": {"problems": 2373, "median": 1.08, "rms": 1.25, "p90": 1.39},
    "direct channels": {"problems": 630, "median": 1.09, "rms": 1.28, "p90": 1.46},
    "direct groups": {"problems": 200, "median": 1.18, "rms": 1.48, "p90": 1.75},
    "direct in_place": {"problems": 336, "median": 1.06, "rms": 1.15, "p90": 1.21},
    "direct pixels_1": {"problems": 286, "median": 1.05, "rms": 1.18, "p90": 1.25},
    "direct pixels_2": {"problems": 131, "median": 1.11, "rms": 1.24, "p90": 1.4},
    "direct pixels_4": {"problems": 143, "median": 1.13, "rms": 1.23, "p90": 1.35},
    "direct pointwise": {"problems": 154, "median": 1.1, "rms": 1.26, "p90": 1.46},
    "direct rows": {"problems": 493, "median": 1.08, "rms": 1.2, "p90": 1.36},
    "direct, preparing": {"problems": 2373, "median": 1.14, "rms": 1.34, "p90": 1.56},
    "winograd": {"problems": 408, "median": 1.12, "rms": 1.22, "p90": 1.33},
    "winograd lanes": {"problems": 94, "median": 1.07, "rms": 1.13, "p90": 1.22},
    "winograd, preparing": {"problems": 408, "median": 1.16, "rms": 1.29, "p90": 1.48},
    "im2col": {"problems": 2190, "median": 1.12, "rms": 1.3, "p90": 1.52},
    "im2col pointwise": {"problems": 113, "median": 1.09, "rms": 1.22, "p90": 1.35},
    "im2col rows": {"problems": 1052, "median": 1.09, "rms": 1.24, "p90": 1.39},
    "im2col windows": {"problems": 1025, "median": 1.17, "rms": 1.37, "p90": 1.63},
    "im2col, preparing": {"problems": 2190, "median": 1.06, "rms": 1.27, "p90": 1.68},
    "fft": {"problems": 2183, "median": 1.11, "rms": 1.2, "p90": 1.33},
    "fft planes": {"problems": 1727, "median": 1.1, "rms": 1.18, "p90": 1.29},
    "fft summed": {"problems": 456, "median": 1.16, "rms": 1.28, "p90": 1.46},
    "fft, preparing": {"problems": 2183, "median": 1.1, "rms": 1.35, "p90": 1.47},
    "naive": {"problems": 149, "median": 1.05, "rms": 1.09, "p90": 1.14},
    "naive, preparing": {"problems": 149, "median": 1.03, "rms": 1.15, "p90": 1.09},
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
    "direct": {"v3": 1.9, "base": 5.26},
    "winograd": {"v3": 1.55, "base": 3.9},
    "im2col": {"v3": 2.41, "base": 6.05},
    "fft": {"v3": 1.43, "base": 2.41},
    "naive": {"v3": 1.0, "base": 1.0},
}

RATES: dict[str, dict[str, dict[str, float]]] = {
    "direct": {
        "": {"call": 1.62e-06, "team": 1.43e-06, "flops": 3.62e-12, "beyond_l2": 1.84e-12,
            "beyond_l3": 3.36e-11, "outputs": 2.37e-11, "outputs_half": 3.2e-11, "outputs_last":
            6.5e-11, "planes": 7.79e-10, "bytes": 2.09e-12, "packed": 7.86e-12, "gathered": 1.6e-11,
            "runs": 5.87e-10, "runs_bordered": 4.7e-09, "pieces": 2.8e-08, "piece_terms": 2.48e-10,
            "workers": -0.71, "taps": 0.00196, "taps_8": 0.0429, "taps_64": 0.0469, "kernel_row":
            -0.0483, "group_in": 0.0114, "group_in_16": 0.0201, "group_out": -0.0287, "group_out_8":
            0.05, "group_out_32": -0.00724, "groups": 0.00292, "row": -0.0151, "row_16": -0.00116,
            "row_128": 0.023, "rows": 0.0143, "rows_16": 0.00647, "double": 0.63, "complex": -0.375,
            "complex_double": 0.158, "integer": 0.439, "narrow_integer": -0.041, "converted": 0.171,
            "half": -0.138, "channels_last": -0.0459, "channels_last_channels": 0.0191, "dilation":
            0.0328, "bordered": 0.116, "bordered_padded": 0.037, "rank_1": 0.0628, "rank_3":
            -0.0289},
        "channels": {"call": 1.49e-06, "team": 1.16e-06, "flops": 5.11e-12, "beyond_l2": 1.71e-12,
            "beyond_l3": 1.07e-10, "outputs": 8.42e-11, "outputs_half": 1.93e-11, "outputs_last":
            5.38e-11, "planes": 1.71e-09, "bytes": 1.64e-12, "packed": 8.48e-12, "gathered":
            4.2e-11, "runs": 9.87e-10, "runs_bordered": 3.49e-09, "pieces": 8.14e-08, "piece_terms":
            3.46e-10, "workers": -0.689, "taps": -0.0733, "taps_8": 0.0388, "taps_64": -0.00574,
            "kernel_row": 0.0559, "group_in": 0.0125, "group_in_16": -0.00408, "group_out": 0.065,
            "group_out_8": -0.161, "group_out_32": 0.107, "groups": 0.00489, "row": -0.038,
            "row_16": 0.0393, "row_128": 0.00904, "rows": -0.0129, "rows_16": 0.0191, "double":
            0.593, "complex": -0.482, "complex_double": -0.00189, "integer": -0.0204,
            "narrow_integer": -0.553, "converted": 0.546, "half": -0.389, "channels_last": -0.168,
            "channels_last_channels": 0.0209, "stride": 0.0119, "dilation": 0.0517, "bordered":
            0.0514, "bordered_padded": 0.0786, "rank_1": -0.147, "rank_3": 0.0409},
        "groups": {"call": 1.71e-06, "team": 1.06e-06, "flops": 2.07e-12, "beyond_l2": 4.36e-12,
            "beyond_l3": 3.25e-11, "outputs": 1.19e-11, "outputs_half": 2.82e-11, "outputs_last":
            9.16e-12, "planes": 5.99e-10, "bytes": 2.32e-12, "packed": 1.8e-12, "gathered": 1.2e-11,
            "runs": 1.4e-10, "runs_bordered": 7.93e-10, "pieces": 4.56e-08, "piece_terms": 7.42e-11,
            "workers": -0.678, "taps": -0.0957, "taps_8": 0.125, "taps_64": -0.00723, "kernel_row":
            0.167, "group_in": 0.0114, "group_in_16": 0.0201, "group_out": -0.0287, "group_out_8":
            0.05, "group_out_32": -0.00724, "groups": 0.0037, "row": 0.046, "row_16": -0.168,
            "row_128": 0.133, "rows": 0.0195, "rows_16": -0.0202, "double": 0.483, "complex":
            -0.375, "complex_double": 0.158, "integer": 0.294, "narrow_integer": 0.366, "converted":
            -0.227, "half": 0.463, "channels_last": 0.346, "channels_last_channels": -0.0233,
            "stride": 0.262, "dilation": -0.107, "bordered": 0.0135, "bordered_padded": 0.0988,
            "rank_1": -0.0496, "rank_3": 0.527},
        "in_place": {"call": 1.45e-06, "team": 8.03e-07, "flops": 2.85e-12, "beyond_l2": 2.8e-12,
            "beyond_l3": 2.4e-11, "outputs": 2.51e-11, "outputs_half": 3.2e-11, "outputs_last":
            6.5e-11, "planes": 9.28e-10, "bytes": 1.33e-12, "packed": 8.93e-12, "gathered": 5.4e-12,
            "runs": 4.76e-10, "runs_bordered": 9.18e-09, "pieces": 5.01e-09, "piece_terms":
            2.27e-10, "workers": -0.702, "taps": -0.0515, "taps_8": 0.00811, "taps_64": 0.0243,
            "kernel_row": 0.00867, "group_in": -0.0256, "group_in_16": 0.0598, "group_out": -0.0185,
            "group_out_8": 0.0111, "group_out_32": -0.0191, "groups": 0.00124, "row": 0.0765,
            "row_16": -0.0773, "row_128": 0.00465, "rows": 0.0032, "rows_16": 0.00884, "double":
            0.558, "complex": -0.375, "complex_double": 0.158, "integer": 0.623, "narrow_integer":
            -0.041, "converted": 0.0806, "half": -0.138, "channels_last": -0.0459,
            "channels_last_channels": 0.0191, "stride": 0.038, "dilation": 0.022, "bordered":
            0.00713, "bordered_padded": 0.0384, "rank_1": 0.0244, "rank_3": 0.0146},
        "pixels_1": {"call": 1.44e-06, "team": 1.11e-06, "flops": 1.52e-12, "beyond_l2": 1.49e-12,
            "beyond_l3": 2.02e-11, "outputs": 1.17e-11, "outputs_half": 3.11e-11, "outputs_last":
            6.5e-11, "planes": 8.23e-10, "bytes": 6.99e-13, "packed": 3.08e-12, "gathered":
            6.82e-12, "runs": 3.22e-10, "runs_bordered": 4.82e-09, "pieces": 1.62e-08,
            "piece_terms": 1.86e-10, "workers": -0.713, "taps": 0.128, "taps_8": 0.0123, "taps_64":
            -0.114, "kernel_row": 0.0019, "group_in": -0.00658, "group_in_16": -0.332, "group_out":
            -0.0287, "group_out_8": 0.05, "group_out_32": -0.00724, "groups": -0.039, "row": 0.0225,
            "row_16": 0.00742, "row_128": -0.0281, "rows": -0.00658, "rows_16": -0.00526, "double":
            0.606, "complex": -0.375, "complex_double": 0.158, "integer": 0.585, "narrow_integer":
            0.154, "converted": -0.0609, "half": 0.293, "channels_last": -0.0703,
            "channels_last_channels": 0.202, "stride": -0.022, "dilation": -0.00732, "bordered":
            0.0707, "bordered_padded": 0.0159, "rank_1": -0.208, "rank_3": 0.0942},
        "pixels_2": {"call": 1.55e-06, "team": 1.48e-06, "flops": 2.18e-12, "beyond_l2": 1.1e-11,
            "beyond_l3": 2.08e-11, "outputs": 3.51e-11, "outputs_half": 3.02e-11, "outputs_last":
            4.14e-11, "planes": 7.9e-10, "bytes": 9.76e-12, "packed": 3.71e-12, "gathered":
            9.47e-12, "runs": 4.1e-10, "runs_bordered": 7.6e-09, "pieces": 4.21e-08, "piece_terms":
            5.66e-10, "workers": -0.711, "taps": -0.0619, "taps_8": 0.1, "taps_64": 0.0271,
            "kernel_row": -0.0667, "group_in": 0.0511, "group_in_16": -0.0805, "group_out": 0.27,
            "group_out_8": 0.05, "group_out_32": -0.00724, "groups": -0.0204, "row": 0.0466,
            "row_16": -0.0228, "row_128": -0.034, "rows": -0.0176, "rows_16": 0.0158, "double":
            0.487, "complex": 0.281, "complex_double": 0.518, "integer": 0.148, "narrow_integer":
            -0.041, "converted": 0.0024, "half": -0.0198, "channels_last": -0.0514,
            "channels_last_channels": 0.0604, "stride": 0.135, "dilation": -0.00773, "bordered":
            -0.292, "bordered_padded": 0.261, "rank_1": 0.0919, "rank_3": 0.01},
        "pixels_4": {"call": 1.61e-06, "team": 9.79e-07, "flops": 3.06e-12, "beyond_l2": 2.42e-11,
            "beyond_l3": 2.54e-11, "outputs": 1.8e-11, "outputs_half": 1.77e-11, "outputs_last":
            4.75e-11, "planes": 1.12e-09, "bytes": 2.56e-12, "packed": 1.17e-11, "gathered":
            2.98e-11, "runs": 5.65e-10, "runs_bordered": 5.1e-09, "pieces": 4.66e-08, "piece_terms":
            2.45e-10, "workers": -0.677, "taps": -0.0274, "taps_8": -0.0334, "taps_64": 0.126,
            "kernel_row": -0.0639, "group_in": -0.0423, "group_in_16": 0.0455, "group_out": 0.0134,
            "group_out_8": -0.0323, "group_out_32": -0.189, "groups": 0.0127, "row": 0.105,
            "row_16": -0.119, "row_128": 0.00114, "rows": -0.0294, "rows_16": 0.0148, "double":
            0.693, "complex": -0.254, "complex_double": 0.117, "integer": 0.418, "narrow_integer":
            0.0201, "converted": 0.0623, "half": -0.0222, "channels_last": -0.138,
            "channels_last_channels": 0.0703, "stride": 0.0732, "dilation": 0.0121, "bordered":
            0.261, "bordered_padded": 0.201, "rank_1": -0.119, "rank_3": 0.125},
        "pointwise": {"call": 1.47e-06, "team": 1.15e-06, "flops": 5.41e-12, "beyond_l2": 7.28e-13,
            "beyond_l3": 4.73e-11, "outputs": 1.88e-11, "outputs_half": 3.13e-11, "outputs_last":
            4.11e-11, "planes": 7.07e-10, "bytes": 6.01e-13, "packed": 7.2e-12, "gathered":
            1.99e-11, "runs": 4.84e-09, "runs_bordered": 4.7e-09, "pieces": 7.66e-08, "piece_terms":
            2.28e-10, "workers": -0.707, "taps": 0.00196, "taps_8": 0.0429, "taps_64": 0.0469,
            "kernel_row": -0.0483, "group_in": -0.0981, "group_in_16": 0.0876, "group_out": 0.118,
            "group_out_8": -0.186, "group_out_32": 0.0838, "groups": 0.00292, "row": 0.0347,
            "row_16": 0.00685, "row_128": 0.00565, "rows": -0.048, "rows_16": 0.068, "double":
            0.657, "complex": -0.744, "complex_double": -0.0616, "integer": 0.359, "narrow_integer":
            0.0536, "converted": -0.0258, "half": -0.35, "channels_last": 0.359,
            "channels_last_channels": -0.0479, "stride": 0.0645, "dilation": -0.0234, "bordered":
            0.116, "bordered_padded": 0.037, "rank_1": -0.335, "rank_3": -0.0654},
        "rows": {"call": 1.47e-06, "team": 1.19e-06, "flops": 9.45e-12, "beyond_l2": 8.36e-12,
            "beyond_l3": 5.77e-11, "outputs": 2.86e-11, "outputs_half": 4.04e-11, "outputs_last":
            5.99e-11, "planes": 7.3e-10, "bytes": 2.73e-12, "packed": 6.58e-12, "gathered":
            4.22e-11, "runs": 9.37e-10, "runs_bordered": 1.85e-08, "pieces": 9.43e-09,
            "piece_terms": 1.65e-10, "workers": -0.706, "taps": 0.0421, "taps_8": 0.0253, "taps_64":
            -0.0677, "kernel_row": 0.02, "group_in": 0.0136, "group_in_16": 0.115, "group_out":
            -0.0415, "group_out_8": 0.0957, "group_out_32": -0.0742, "groups": -0.0188, "row":
            -0.103, "row_16": 0.0313, "row_128": 0.0719, "rows": -0.102, "rows_16": 0.11, "double":
            0.614, "complex": -0.601, "complex_double": -0.0384, "integer": 0.638, "narrow_integer":
            0.0819, "converted": -0.0254, "half": 0.175, "channels_last": 0.0194,
            "channels_last_channels": -0.0112, "stride": -0.45, "dilation": 0.0742, "bordered":
            0.055, "bordered_padded": 0.0135, "rank_1": 0.0628, "rank_3": 0.168},
    },
    "winograd": {
        "": {"call": 1.75e-06, "team": 1.07e-06, "flops": 1.79e-11, "beyond_l2": 9.34e-11,
            "beyond_l3": 2.58e-11, "outputs": 1.36e-11, "outputs_half": 1e-10, "outputs_last":
            4.99e-10, "planes": 3.17e-08, "bytes": 7.01e-12, "packed": 6.86e-13, "gathered": 1e-10,
            "runs": 5e-09, "runs_bordered": 5e-09, "pieces": 1.69e-08, "piece_terms": 9.59e-09,
            "workers": -0.625, "taps": 0.128, "taps_8": -0.0705, "taps_64": -0.125, "kernel_row":
            -0.309, "group_in": -0.0759, "group_in_16": 0.0855, "group_out": -0.0104, "group_out_8":
            -0.134, "group_out_32": 0.0604, "groups": 0.00712, "row": -0.0886, "row_16": 0.0828,
            "rows": 0.0109, "rows_16": -0.0334, "double": 0.373, "complex": 0.118, "complex_double":
            0.53, "channels_last": 0.0843, "channels_last_channels": -0.016, "dilation": 0.0935,
            "bordered": 0.164, "bordered_padded": 0.149, "rank_1": 0.161, "rank_3": 0.102},
        "lanes": {"call": 1.35e-06, "team": 8.73e-07, "flops": 9.03e-12, "beyond_l2": 1.25e-11,
            "beyond_l3": 1.42e-10, "outputs": 1.08e-11, "outputs_half": 1e-10, "outputs_last":
            6.72e-10, "planes": 2.51e-08, "bytes": 1.63e-11, "packed": 6.83e-13, "gathered": 1e-10,
            "runs": 5e-09, "runs_bordered": 5e-09, "pieces": 1.59e-08, "piece_terms": 5.5e-09,
            "workers": -0.655, "taps": -0.232, "taps_8": 0.213, "taps_64": -0.136, "kernel_row":
            -0.0694, "group_in": -0.0126, "group_in_16": 0.232, "group_out": -0.0846, "group_out_8":
            -0.0639, "group_out_32": 0.34, "groups": -0.0491, "row": 0.0191, "row_16": -0.0631,
            "row_128": 0.0609, "rows": 0.0597, "rows_16": -0.0725, "double": 0.174, "complex": 0.22,
            "complex_double": 0.613, "channels_last": 0.134, "channels_last_channels": -0.0194,
            "dilation": 0.137, "bordered": 0.145, "bordered_padded": 0.678, "rank_1": -0.138,
            "rank_3": 0.0578},
    },
    "im2col": {
        "": {"call": 9.82e-06, "team": 1.6e-06, "flops": 1.11e-11, "beyond_l2": 2.85e-11,
            "beyond_l3": 2.57e-10, "outputs": 2.16e-12, "outputs_half": 4.54e-11, "outputs_last":
            9.61e-10, "planes": 1.33e-10, "bytes": 2.26e-11, "packed": 3.71e-12, "gathered":
            1.46e-10, "runs": 4.57e-09, "runs_bordered": 2.06e-08, "pieces": 1.54e-07,
            "piece_terms": 4.04e-10, "workers": -0.658, "taps": 0.0167, "taps_8": 0.0268, "taps_64":
            -0.0499, "kernel_row": 0.00344, "group_in": 0.0239, "group_in_16": -0.0103, "group_out":
            -0.0114, "group_out_8": -0.0268, "group_out_32": 0.0548, "groups": -0.00949, "row":
            -0.278, "row_16": 0.233, "row_128": 0.0202, "rows": -0.00592, "rows_16": 0.0265,
            "double": 0.0393, "complex": 0.551, "complex_double": 0.273, "converted": 0.0471,
            "half": 0.0471, "channels_last": 0.0812, "channels_last_channels": 0.0492, "stride":
            0.131, "dilation": 0.0609, "bordered": 0.158, "bordered_padded": -0.0698, "rank_1":
            0.215, "rank_3": -0.0055},
        "pointwise": {"call": 9.88e-06, "team": 1.02e-06, "flops": 3.47e-11, "beyond_l2": 2.37e-11,
            "beyond_l3": 2.35e-10, "outputs": 2.19e-12, "outputs_half": 4.54e-11, "outputs_last":
            9.61e-10, "planes": 1.34e-10, "bytes": 1.01e-11, "packed": 3.71e-12, "gathered":
            1.46e-10, "runs": 4.57e-09, "runs_bordered": 2.06e-08, "pieces": 1.54e-07,
            "piece_terms": 4.18e-10, "workers": -0.687, "taps": 0.0167, "taps_8": 0.0268, "taps_64":
            -0.0499, "kernel_row": 0.00344, "group_in": -0.174, "group_in_16": 0.201, "group_out":
            -0.406, "group_out_8": 0.339, "group_out_32": 0.126, "groups": -0.00949, "row": -0.135,
            "row_16": 0.311, "row_128": -0.169, "rows": 0.047, "rows_16": -0.0994, "double": 0.55,
            "complex": 0.014, "complex_double": 0.492, "converted": 0.0471, "half": 0.0471,
            "channels_last": 0.0812, "channels_last_channels": 0.0492, "stride": 0.131, "dilation":
            -0.0372, "bordered": 0.158, "bordered_padded": -0.0698, "rank_1": -0.044, "rank_3":
            0.676},
        "rows": {"call": 1e-05, "team": 2.16e-06, "flops": 9.25e-12, "beyond_l2": 2.83e-11,
            "beyond_l3": 1.83e-10, "outputs": 2.09e-12, "outputs_half": 1.34e-10, "outputs_last":
            9.3e-10, "planes": 1.37e-10, "bytes": 2.02e-11, "packed": 4.49e-12, "gathered":
            1.46e-10, "runs": 4.32e-09, "runs_bordered": 2.06e-08, "pieces": 1.79e-07,
            "piece_terms": 1.56e-10, "workers": -0.65, "taps": 0.072, "taps_8": -0.0129, "taps_64":
            -0.0569, "kernel_row": -0.0092, "group_in": 0.0352, "group_in_16": -0.00709,
            "group_out": -0.0127, "group_out_8": 0.0171, "group_out_32": 0.0694, "groups": -0.0063,
            "row": -0.339, "row_16": 0.362, "row_128": -0.0466, "rows": -0.0189, "rows_16": 0.036,
            "double": 0.028, "complex": 0.551, "complex_double": 0.273, "channels_last": 0.0383,
            "channels_last_channels": 0.0492, "stride": 0.131, "dilation": 0.0184, "bordered":
            0.158, "bordered_padded": -0.0698, "rank_1": 0.209, "rank_3": -0.00505},
        "windows": {"call": 9.49e-06, "team": 1.39e-06, "flops": 3.72e-12, "beyond_l2": 1.1e-11,
            "beyond_l3": 9.61e-11, "outputs": 1.97e-12, "outputs_half": 1.54e-11, "outputs_last":
            3.03e-10, "planes": 1.4e-10, "bytes": 1.23e-11, "packed": 1.07e-11, "gathered":
            3.85e-11, "runs": 7.32e-09, "runs_bordered": 7.73e-09, "pieces": 5.61e-08,
            "piece_terms": 2.8e-10, "workers": -0.677, "taps": -0.00829, "taps_8": 0.0249,
            "taps_64": -0.022, "kernel_row": 0.00687, "group_in": 0.0143, "group_in_16": -0.0255,
            "group_out": 0.0251, "group_out_8": -0.0409, "group_out_32": 0.0915, "groups": -0.00464,
            "row": -0.0672, "row_16": 0.0197, "row_128": 0.0298, "rows": -0.00226, "rows_16":
            0.0267, "double": 0.00959, "complex": 0.7, "complex_double": 0.459, "converted": 0.147,
            "half": 0.147, "channels_last": 0.169, "channels_last_channels": 0.0301, "stride":
            0.0027, "dilation": 0.0136, "bordered": -0.0151, "bordered_padded": 0.0117, "rank_1":
            0.209, "rank_3": -0.0706},
    },
    "fft": {
        "": {"call": 1.68e-06, "team": 7.06e-07, "flops": 6.5e-12, "beyond_l2": 7.32e-12,
            "beyond_l3": 2.86e-11, "outputs": 4.77e-11, "outputs_half": 9.29e-12, "outputs_last":
            2.21e-10, "planes": 5.26e-08, "bytes": 2.17e-12, "packed": 3.67e-13, "gathered": 1e-10,
            "runs": 5e-09, "runs_bordered": 5e-09, "pieces": 9.51e-11, "piece_terms": 1.25e-13,
            "workers": -0.607, "taps": 0.0347, "taps_8": -0.0549, "taps_64": 0.00701, "kernel_row":
            0.00333, "group_in": 0.124, "group_in_16": -0.0904, "group_out": -0.0343, "group_out_8":
            0.0954, "group_out_32": -0.0398, "groups": 0.0156, "row": 0.071, "row_16": -0.0933,
            "row_128": 0.0335, "rows": -0.0169, "rows_16": 0.0375, "double": 0.478, "complex":
            0.199, "complex_double": 0.674, "converted": 0.0171, "half": 0.0171, "channels_last":
            -0.0376, "channels_last_channels": 0.0337, "stride": 0.184, "dilation": -0.0663,
            "bordered": 0.00556, "bordered_padded": 0.0618, "rank_1": -0.117, "rank_3": -0.0248},
        "planes": {"call": 1.77e-06, "team": 9.51e-07, "flops": 6.39e-12, "beyond_l2": 3.14e-12,
            "beyond_l3": 3.01e-11, "outputs": 2.73e-11, "outputs_half": 8.5e-12, "outputs_last":
            2.76e-10, "planes": 8.32e-09, "bytes": 6.62e-12, "packed": 3.68e-13, "gathered": 1e-10,
            "runs": 5e-09, "runs_bordered": 5e-09, "pieces": 9.36e-11, "piece_terms": 1.21e-13,
            "workers": -0.702, "taps": -0.0118, "taps_8": -0.00738, "taps_64": -0.0194,
            "kernel_row": 0.0332, "group_in": 0.0717, "group_in_16": 0.026, "group_out": -0.0327,
            "group_out_8": 0.0345, "group_out_32": 0.00584, "groups": 0.0287, "row": 0.0621,
            "row_16": -0.074, "row_128": 0.0336, "rows": 0.0136, "rows_16": 0.00695, "double":
            0.399, "complex": 0.166, "complex_double": 0.525, "converted": 0.0182, "half": 0.0182,
            "channels_last": -0.0334, "channels_last_channels": 0.0311, "stride": 0.163, "dilation":
            -0.0849, "bordered": 0.0131, "bordered_padded": 0.0707, "rank_1": -0.204, "rank_3":
            0.0476},
        "summed": {"call": 6.39e-05, "team": 4.34e-05, "flops": 2.84e-12, "beyond_l2": 1.92e-11,
            "beyond_l3": 1.49e-11, "outputs": 1.54e-10, "outputs_half": 9.24e-12, "outputs_last":
            6.4e-10, "planes": 6.41e-09, "bytes": 1.41e-11, "packed": 4.49e-13, "gathered": 1e-10,
            "runs": 5e-09, "runs_bordered": 5e-09, "pieces": 9.51e-11, "piece_terms": 1.25e-13,
            "workers": -0.161, "taps": 0.0702, "taps_8": 0.0212, "taps_64": -0.207, "kernel_row":
            -0.0288, "group_in": -0.032, "group_in_16": 0.0598, "group_out": 0.067, "group_out_8":
            -0.113, "group_out_32": 0.102, "groups": 0.0313, "row": 0.0956, "row_16": -0.0269,
            "row_128": -0.0116, "rows": 0.0812, "rows_16": -0.0356, "double": 0.369, "complex":
            0.466, "complex_double": 0.715, "converted": 0.083, "half": 0.083, "channels_last":
            -0.432, "channels_last_channels": 0.0565, "stride": 0.129, "dilation": 0.0169,
            "bordered": 0.0288, "bordered_padded": 0.091, "rank_1": -0.111, "rank_3": -0.0718},
    },
    "naive": {
        "": {"call": 5.61e-06, "team": 5e-06, "flops": 1e-11, "beyond_l2": 2e-11, "beyond_l3":
            5e-11, "outputs": 1e-11, "outputs_half": 1e-10, "outputs_last": 1e-10, "planes":
            9.98e-10, "bytes": 1.1e-07, "packed": 2e-11, "gathered": 1e-10, "runs": 5e-09,
            "runs_bordered": 5e-09, "pieces": 1e-07, "piece_terms": 1e-10, "workers": -0.7, "taps":
            -0.0698, "taps_8": 0.0128, "taps_64": 0.0642, "kernel_row": -0.00311, "group_in":
            -0.0362, "group_in_16": 0.00343, "group_out": -0.018, "group_out_8": 0.0262,
            "group_out_32": 0.0119, "row": 0.00942, "row_16": -0.00361, "row_128": -0.0458, "rows":
            0.00686, "rows_16": 0.021, "double": -0.696, "complex": -2.07, "complex_double": -2.7,
            "integer": -0.73, "narrow_integer": -0.76, "converted": -0.00414, "half": 0.023,
            "channels_last": -0.00407, "channels_last_channels": -0.0111, "stride": 0.0011,
            "dilation": -0.00666, "bordered": 0.0347, "bordered_padded": 0.00474, "rank_1": -0.0673,
            "rank_3": 0.082},
    },
}

PREPARE: dict[str, dict[str, dict[str, float]]] = {
    "direct": {
        "": {"call": 2.17e-06, "team": 5e-06, "prepared": 2.49e-12, "weights": 1.01e-11, "filters":
            2.67e-09, "workers": -0.162, "taps": 0.382, "taps_8": -0.216, "taps_64": 0.0231,
            "kernel_row": -0.131, "group_in": 0.0568, "group_in_16": 0.184, "group_out": -0.226,
            "group_out_8": 0.0501, "group_out_32": 0.23, "groups": -0.0889, "row": 0.0419, "row_16":
            0.0333, "row_128": -0.0616, "rows": 0.0747, "rows_16": -0.061, "double": -0.229,
            "complex": 1.02, "complex_double": 0.767, "integer": 0.315, "narrow_integer": 1.27,
            "converted": 0.519, "half": -0.245, "channels_last": 0.635, "channels_last_channels":
            0.0563, "stride": -0.174, "dilation": 0.132, "bordered": -0.147, "bordered_padded":
            0.0122, "rank_1": 0.142, "rank_3": -0.138},
        "channels": {"call": 1.98e-06, "team": 5e-06, "prepared": 5.88e-13, "weights": 2.1e-12,
            "filters": 1.62e-09, "workers": -0.1, "taps": 0.153, "taps_8": 0.174, "taps_64": -0.229,
            "kernel_row": 0.0686, "group_in": 0.293, "group_in_16": 0.124, "group_out": -0.29,
            "group_out_8": 0.299, "group_out_32": 0.141, "groups": 0.11, "row": -0.0265, "row_16":
            -0.0226, "row_128": 0.0905, "rows": 0.0579, "rows_16": -0.0949, "double": 0.0534,
            "complex": 1.06, "complex_double": 1.14, "integer": -0.136, "narrow_integer": 0.96,
            "converted": 1.09, "half": -0.694, "channels_last": 1.48, "channels_last_channels":
            -0.0141, "stride": -0.069, "dilation": 0.189, "bordered": 0.113, "bordered_padded":
            -0.0399, "rank_1": -0.212, "rank_3": 0.0633},
        "groups": {"call": 1.97e-06, "team": 5e-06, "prepared": 1.54e-11, "weights": 5.7e-12,
            "filters": 6.81e-10, "workers": -0.144, "taps": 0.185, "taps_8": 0.16, "taps_64":
            -0.131, "kernel_row": -0.36, "group_in": 0.0568, "group_in_16": 0.184, "group_out":
            -0.226, "group_out_8": 0.0501, "group_out_32": 0.23, "groups": -0.0297, "row": -0.00855,
            "row_16": 0.14, "row_128": -0.133, "rows": 0.0761, "rows_16": -0.0963, "double": -0.13,
            "complex": 1.02, "complex_double": 0.767, "integer": -0.147, "narrow_integer": 0.00447,
            "converted": 0.552, "half": -0.548, "channels_last": 1.29, "channels_last_channels":
            -0.0738, "stride": 0.0746, "dilation": -0.506, "bordered": -0.38, "bordered_padded":
            -0.0593, "rank_1": 1.12, "rank_3": -0.571},
        "in_place": {"call": 1.87e-06, "team": 5e-06, "prepared": 2.61e-11, "weights": 5.13e-12,
            "filters": 1.58e-09, "workers": -0.332, "taps": -0.00893, "taps_8": -0.022, "taps_64":
            -0.0399, "kernel_row": 0.0239, "group_in": -0.0678, "group_in_16": 0.115, "group_out":
            0.0171, "group_out_8": -0.0892, "group_out_32": 0.0604, "groups": -0.00936, "row":
            0.132, "row_16": -0.0994, "row_128": -0.00108, "rows": 0.0474, "rows_16": -0.0201,
            "double": -0.528, "complex": 1.02, "complex_double": 0.767, "integer": 0.28,
            "narrow_integer": 1.27, "converted": -0.21, "half": -0.245, "channels_last": 0.635,
            "channels_last_channels": 0.0563, "stride": -0.0545, "dilation": 0.0349, "bordered":
            -0.138, "bordered_padded": 0.0355, "rank_1": 0.0948, "rank_3": -0.0345},
        "pixels_1": {"call": 1.66e-06, "team": 5e-06, "prepared": 3.07e-12, "weights": 3.16e-11,
            "filters": 6.19e-09, "workers": -0.492, "taps": 0.458, "taps_8": -0.146, "taps_64":
            -0.386, "kernel_row": -0.0473, "group_in": 0.0834, "group_in_16": -0.519, "group_out":
            -0.226, "group_out_8": 0.0501, "group_out_32": 0.23, "groups": -0.102, "row": -0.0236,
            "row_16": 0.118, "row_128": -0.0405, "rows": -0.0497, "rows_16": 0.107, "double":
            -0.557, "complex": 1.02, "complex_double": 0.767, "integer": -0.216, "narrow_integer":
            1.28, "converted": 0.949, "half": 0.052, "channels_last": -0.00843,
            "channels_last_channels": 1.1, "stride": 0.1, "dilation": 0.188, "bordered": -0.221,
            "bordered_padded": 0.0716, "rank_1": 0.0967, "rank_3": -0.177},
        "pixels_2": {"call": 1.89e-06, "team": 5e-06, "prepared": 2.57e-12, "weights": 9.11e-12,
            "filters": 4.09e-09, "workers": -0.277, "taps": 0.399, "taps_8": -0.253, "taps_64":
            -0.144, "kernel_row": -0.079, "group_in": 0.0546, "group_in_16": -0.159, "group_out":
            0.348, "group_out_8": 0.0501, "group_out_32": 0.23, "groups": -0.095, "row": 0.0701,
            "row_16": -0.0608, "row_128": 0.0136, "rows": 0.0803, "rows_16": -0.113, "double":
            -0.465, "complex": 0.836, "complex_double": 0.752, "integer": 0.212, "narrow_integer":
            1.27, "converted": 0.549, "half": -0.113, "channels_last": 0.399,
            "channels_last_channels": 0.0298, "stride": -0.215, "dilation": 0.287, "bordered": 0.16,
            "bordered_padded": 0.0996, "rank_1": 0.163, "rank_3": -0.386},
        "pixels_4": {"call": 1.87e-06, "team": 5e-06, "prepared": 6.33e-11, "weights": 9.7e-12,
            "filters": 3.44e-09, "workers": -0.237, "taps": 0.0165, "taps_8": 0.0994, "taps_64":
            0.0401, "kernel_row": -0.414, "group_in": -0.0348, "group_in_16": -0.0924, "group_out":
            0.0965, "group_out_8": -0.216, "group_out_32": -0.715, "groups": -0.0538, "row":
            -0.0221, "row_16": 0.0512, "row_128": 0.0642, "rows": 0.0969, "rows_16": -0.0751,
            "double": -0.412, "complex": 0.56, "complex_double": 0.0364, "integer": -0.0592,
            "narrow_integer": 1.75, "converted": 0.771, "half": -0.418, "channels_last": 1.07,
            "channels_last_channels": 0.0203, "stride": -0.0205, "dilation": 0.243, "bordered":
            -0.236, "bordered_padded": -0.0713, "rank_1": 0.644, "rank_3": -0.12},
        "pointwise": {"call": 1.97e-06, "team": 5e-06, "prepared": 5.91e-13, "weights": 2.51e-12,
            "filters": 8.8e-09, "workers": -0.141, "taps": 0.382, "taps_8": -0.216, "taps_64":
            0.0231, "kernel_row": -0.131, "group_in": 0.248, "group_in_16": 0.342, "group_out":
            -0.981, "group_out_8": 0.91, "group_out_32": 0.166, "groups": -0.0889, "row": 0.158,
            "row_16": -0.196, "row_128": -0.0327, "rows": -0.0952, "rows_16": 0.13, "double": 0.483,
            "complex": 2.35, "complex_double": 2.31, "integer": 0.733, "narrow_integer": 0.814,
            "converted": 0.495, "half": -0.236, "channels_last": 0.245, "channels_last_channels":
            0.16, "stride": -0.00179, "dilation": -0.0537, "bordered": -0.147, "bordered_padded":
            0.0122, "rank_1": -0.103, "rank_3": 0.0258},
        "rows": {"call": 2.75e-06, "team": 5e-06, "prepared": 6.09e-12, "weights": 1.17e-11,
            "filters": 1.24e-09, "workers": -0.15, "taps": 0.693, "taps_8": -0.558, "taps_64":
            -0.193, "kernel_row": -0.00643, "group_in": -0.0367, "group_in_16": -0.0252,
            "group_out": -0.0772, "group_out_8": 0.0923, "group_out_32": -0.191, "groups": -0.0511,
            "row": 0.0478, "row_16": -0.122, "row_128": 0.112, "rows": 0.0727, "rows_16": -0.0166,
            "double": -0.541, "complex": 0.217, "complex_double": -0.13, "integer": -0.416,
            "narrow_integer": 0.692, "converted": 0.375, "half": 0.045, "channels_last": 0.109,
            "channels_last_channels": 0.0681, "stride": -0.00829, "dilation": -0.0308, "bordered":
            -0.709, "bordered_padded": 0.0536, "rank_1": 0.142, "rank_3": -0.107},
    },
    "winograd": {
        "": {"call": 8.81e-06, "team": 5e-06, "prepared": 3.31e-11, "weights": 2.86e-12, "filters":
            9.77e-09, "workers": -0.062, "taps": -0.0702, "taps_8": 0.511, "taps_64": -0.304,
            "kernel_row": 0.424, "group_in": -0.028, "group_in_16": 0.221, "group_out": -0.116,
            "group_out_8": 0.204, "group_out_32": -0.00988, "row": 0.0122, "row_16": 0.0379,
            "row_128": 0.0923, "rows": -0.0475, "rows_16": 0.0813, "double": -0.317, "complex":
            0.763, "complex_double": 0.207, "channels_last": 0.479, "channels_last_channels":
            -0.023, "dilation": -0.0787, "bordered": 0.0193, "bordered_padded": -0.0967, "rank_1":
            -0.271, "rank_3": -0.314},
        "lanes": {"call": 7.12e-06, "team": 5e-06, "prepared": 7.08e-12, "weights": 4.52e-12,
            "filters": 2.38e-08, "workers": -0.0624, "taps": 0.0383, "taps_8": -0.133, "taps_64":
            -0.341, "kernel_row": 1.56, "group_in": -0.059, "group_in_16": 0.11, "group_out":
            -0.302, "group_out_8": 0.141, "group_out_32": 0.861, "groups": -0.166, "row": 0.0228,
            "row_16": -0.238, "row_128": 0.369, "rows": 0.128, "rows_16": -0.0615, "double": -0.19,
            "complex": 0.709, "complex_double": 0.173, "channels_last": 0.548,
            "channels_last_channels": -0.0366, "dilation": -0.127, "bordered": 0.176,
            "bordered_padded": 0.0967, "rank_1": 0.0849, "rank_3": -0.248},
    },
    "im2col": {
        "": {"call": 7.87e-06, "team": 5e-06, "prepared": 3.92e-13, "weights": 2.21e-13, "filters":
            2.59e-11, "workers": -0.0993, "taps": 0.272, "taps_8": -0.0163, "taps_64": -0.158,
            "kernel_row": -0.229, "group_in": -0.377, "group_in_16": -0.0135, "group_out": 0.0168,
            "group_out_8": 0.179, "group_out_32": -0.203, "groups": -0.463, "row": 0.142, "row_16":
            -0.194, "row_128": 0.107, "rows": -0.0582, "rows_16": 0.0222, "double": -0.579,
            "complex": -1.64, "complex_double": -1.37, "converted": 0.148, "half": 0.148,
            "channels_last": 3.38, "channels_last_channels": 0.541, "stride": -0.0434, "dilation":
            0.0113, "bordered": 0.258, "bordered_padded": -0.0489, "rank_1": -0.0774, "rank_3":
            -0.348},
        "pointwise": {"call": 7.29e-06, "team": 5e-06, "prepared": 4.36e-13, "weights": 2.33e-13,
            "filters": 3.33e-11, "workers": -0.779, "taps": 0.272, "taps_8": -0.0163, "taps_64":
            -0.158, "kernel_row": -0.229, "group_in": 0.267, "group_in_16": -0.755, "group_out":
            0.473, "group_out_8": -0.568, "group_out_32": -0.537, "groups": -0.463, "row": 0.727,
            "row_16": -0.577, "row_128": 0.00418, "rows": 0.122, "rows_16": -0.0604, "double":
            -0.799, "complex": -2.28, "complex_double": -1.68, "converted": 0.148, "half": 0.148,
            "channels_last": 3.38, "channels_last_channels": 0.541, "stride": -0.0434, "dilation":
            0.165, "bordered": 0.258, "bordered_padded": -0.0489, "rank_1": -0.0275, "rank_3":
            0.00554},
        "rows": {"call": 7.99e-06, "team": 5e-06, "prepared": 4.21e-13, "weights": 1.95e-13,
            "filters": 4.84e-11, "workers": -1.0, "taps": 0.31, "taps_8": -0.261, "taps_64": -0.206,
            "kernel_row": -0.299, "group_in": -0.281, "group_in_16": -0.0677, "group_out": -0.264,
            "group_out_8": 0.0923, "group_out_32": -0.707, "groups": -0.415, "row": 0.777, "row_16":
            -0.664, "row_128": 0.209, "rows": 0.448, "rows_16": -0.406, "double": -0.803, "complex":
            -1.64, "complex_double": -1.37, "converted": 0.737, "half": 0.737, "channels_last":
            1.57, "channels_last_channels": 0.541, "stride": -0.0434, "dilation": -0.186,
            "bordered": 0.258, "bordered_padded": -0.0489, "rank_1": 0.438, "rank_3": -0.475},
        "windows": {"call": 7.35e-06, "team": 5e-06, "prepared": 3.28e-13, "weights": 1.62e-13,
            "filters": 3.42e-11, "workers": -0.093, "taps": 0.254, "taps_8": -0.0422, "taps_64":
            -0.139, "kernel_row": -0.208, "group_in": -0.194, "group_in_16": 0.00662, "group_out":
            -0.0329, "group_out_8": 0.198, "group_out_32": -0.191, "groups": -0.285, "row": 0.138,
            "row_16": -0.191, "row_128": 0.121, "rows": -0.0416, "rows_16": -0.00449, "double":
            -0.617, "complex": -1.7, "complex_double": -1.44, "converted": 0.101, "half": 0.101,
            "channels_last": 4.1, "channels_last_channels": 0.318, "dilation": 0.0186, "bordered":
            0.24, "bordered_padded": -0.0366, "rank_1": -0.0573, "rank_3": -0.322},
    },
    "fft": {
        "": {"call": 2.66e-06, "team": 5e-06, "prepared": 6.15e-11, "weights": 2.01e-10, "filters":
            1.29e-07, "workers": -0.0702, "taps": 0.11, "taps_8": -0.122, "taps_64": 0.102,
            "kernel_row": -0.0297, "group_in": 0.109, "group_in_16": 0.235, "group_out": -0.101,
            "group_out_8": 0.289, "group_out_32": 0.0327, "row": -0.0368, "row_16": 0.075,
            "row_128": 0.0209, "rows": 0.0682, "rows_16": 0.00957, "double": -0.598, "complex":
            -0.0333, "complex_double": -0.568, "converted": 0.082, "half": 0.082, "channels_last":
            -0.0695, "channels_last_channels": 0.0113, "stride": 0.0686, "dilation": 0.0646,
            "bordered": -0.0124, "bordered_padded": -0.00952, "rank_1": 0.0177, "rank_3": 0.154},
        "planes": {"call": 2.58e-06, "team": 5e-06, "prepared": 1.03e-10, "weights": 1.87e-10,
            "filters": 6.03e-09, "workers": -0.0566, "taps": 0.032, "taps_8": 0.0015, "taps_64":
            0.0419, "kernel_row": -0.0265, "group_in": -0.00988, "group_in_16": 0.0723, "group_out":
            -0.021, "group_out_8": 0.0347, "group_out_32": 0.0204, "groups": -0.00784, "row": 0.039,
            "row_16": -0.00908, "row_128": -0.0073, "rows": 0.0158, "rows_16": 0.0214, "double":
            -0.757, "complex": -0.0397, "complex_double": -0.8, "converted": 0.023, "half": 0.023,
            "channels_last": -0.0194, "channels_last_channels": 0.00131, "stride": -0.0598,
            "dilation": 0.0547, "bordered": 0.0373, "bordered_padded": 0.00423, "rank_1": -0.0263,
            "rank_3": 0.0639},
        "summed": {"call": 3.39e-05, "team": 5e-06, "prepared": 4.73e-10, "weights": 8.64e-10,
            "filters": 2.53e-07, "workers": -0.0947, "taps": -0.0344, "taps_8": -0.107, "taps_64":
            0.18, "kernel_row": 0.0971, "group_in": 0.161, "group_in_16": -0.0759, "group_out":
            0.0704, "group_out_8": 0.031, "group_out_32": -0.0752, "groups": 0.0228, "row": -0.0202,
            "row_16": 0.0214, "row_128": -0.0117, "rows": -0.129, "rows_16": 0.19, "double": -0.562,
            "complex": 0.101, "complex_double": -0.765, "converted": 0.0139, "half": 0.0139,
            "channels_last": -0.0926, "channels_last_channels": 0.0106, "stride": 0.0727,
            "dilation": 0.0257, "bordered": 0.151, "bordered_padded": -0.00731, "rank_1": -1.1,
            "rank_3": 0.494},
    },
    "naive": {
        "": {"call": 8.45e-07, "team": 5e-06, "prepared": 1e-10, "weights": 2.85e-10, "filters":
            1.96e-09, "workers": -0.7, "taps": -0.0677, "taps_8": -0.144, "taps_64": -0.0964,
            "kernel_row": -0.0942, "group_in": -0.241, "group_in_16": 0.131, "group_out": -0.296,
            "group_out_8": -0.00723, "group_out_32": 0.199, "groups": -0.199, "row": -0.122,
            "row_16": -0.0372, "row_128": -0.01, "rows": -0.057, "rows_16": 0.0198, "double":
            -0.583, "complex": -0.0112, "complex_double": 0.00306, "integer": -0.403,
            "narrow_integer": 0.432, "converted": 1.41, "half": 1.4, "channels_last": 0.364,
            "channels_last_channels": -0.0122, "stride": -0.156, "dilation": -0.464, "bordered":
            0.593, "bordered_padded": -0.0497, "rank_1": -0.116, "rank_3": -0.00243},
    },
}
