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
    "direct pixels_1": {"problems": 268, "median": 1.08, "rms": 1.25, "p90": 1.45},
    "direct pixels_2": {"problems": 132, "median": 1.12, "rms": 1.24, "p90": 1.38},
    "direct pixels_4": {"problems": 180, "median": 1.15, "rms": 1.25, "p90": 1.39},
    "direct pointwise": {"problems": 132, "median": 1.14, "rms": 1.26, "p90": 1.46},
    "direct rows": {"problems": 493, "median": 1.09, "rms": 1.22, "p90": 1.38},
    "direct, preparing": {"problems": 2367, "median": 1.15, "rms": 1.36, "p90": 1.64},
    "winograd": {"problems": 368, "median": 1.12, "rms": 1.24, "p90": 1.41},
    "winograd, preparing": {"problems": 368, "median": 1.16, "rms": 1.27, "p90": 1.46},
    "im2col": {"problems": 2184, "median": 1.16, "rms": 1.3, "p90": 1.51},
    "im2col pointwise": {"problems": 113, "median": 1.17, "rms": 1.34, "p90": 1.54},
    "im2col rows": {"problems": 980, "median": 1.14, "rms": 1.27, "p90": 1.45},
    "im2col windows": {"problems": 1091, "median": 1.17, "rms": 1.33, "p90": 1.55},
    "im2col, preparing": {"problems": 2184, "median": 1.06, "rms": 1.38, "p90": 1.86},
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
    "im2col": {"v3": 2.23, "base": 5.7},
    "fft": {"v3": 1.55, "base": 2.61},
    "naive": {"v3": 1.0, "base": 1.0},
}

RATES: dict[str, dict[str, dict[str, float]]] = {
    "direct": {
        "": {"call": 1.93e-06, "team": 2.38e-06, "flops": 2.77e-12, "beyond_l2": 6.18e-12,
            "beyond_l3": 2.11e-11, "outputs": 4.63e-11, "outputs_half": 9.78e-10, "outputs_last":
            1.96e-10, "planes": 2.24e-10, "bytes": 1.12e-12, "packed": 6.99e-12, "gathered":
            2.03e-11, "runs": 9.54e-10, "runs_bordered": 3.06e-09, "pieces": 3.01e-08,
            "piece_terms": 1.34e-10, "workers": -0.596, "taps": 0.0182, "taps_8": 0.064, "taps_64":
            0.0292, "kernel_row": -0.0487, "group_in": 0.0395, "group_in_16": 0.0239, "group_out":
            0.00102, "group_out_8": -0.0106, "group_out_32": 0.0253, "row": -0.0299, "row_16":
            0.0325, "row_128": 0.0112, "rows": 0.0224, "double": 0.608, "complex": 0.341,
            "complex_double": 0.723, "integer": 0.503, "converted": 0.0912, "half": -0.0333,
            "channels_last": -0.0721, "channels_last_channels": 0.0171, "stride": -0.0214,
            "dilation": 0.0194, "bordered": 0.113, "bordered_padded": 0.0348, "rank_1": 0.0734,
            "rank_3": -0.06},
        "channels": {"call": 1.82e-06, "team": 1.94e-06, "flops": 5.6e-12, "beyond_l2": 8.4e-12,
            "beyond_l3": 3.6e-11, "outputs": 2e-10, "outputs_half": 8.52e-10, "outputs_last":
            8.42e-11, "planes": 3.01e-10, "bytes": 7.39e-13, "packed": 7.65e-12, "gathered":
            3.85e-11, "runs": 1.87e-09, "runs_bordered": 6.18e-09, "pieces": 8.07e-08,
            "piece_terms": 3.09e-10, "workers": -0.583, "taps": -0.093, "taps_8": 0.0355, "taps_64":
            0.0474, "kernel_row": 0.0857, "group_in": 0.0325, "group_in_16": 0.0013, "group_out":
            -0.0293, "group_out_8": -0.0472, "group_out_32": 0.0841, "groups": -0.00913, "row":
            -0.0507, "row_16": 0.0561, "row_128": 0.0259, "rows_16": 0.021, "double": 0.618,
            "complex": 0.282, "complex_double": 0.662, "integer": 0.577, "converted": 0.0772,
            "half": 0.318, "channels_last": -0.187, "channels_last_channels": 0.0198, "stride":
            0.0409, "dilation": 0.0112, "bordered": 0.00864, "bordered_padded": 0.0435, "rank_1":
            -0.146, "rank_3": 0.0574},
        "groups": {"call": 2.07e-06, "team": 9.51e-07, "flops": 1.69e-12, "beyond_l2": 5.87e-12,
            "beyond_l3": 1.83e-11, "outputs": 1.11e-11, "outputs_half": 7.8e-10, "outputs_last":
            7.51e-12, "planes": 2.15e-10, "bytes": 1.27e-12, "packed": 3.44e-12, "gathered":
            1.24e-11, "runs": 2.13e-10, "runs_bordered": 4.9e-10, "pieces": 5.08e-08, "piece_terms":
            4.77e-11, "workers": -0.526, "taps": -0.0318, "taps_8": 0.179, "taps_64": -0.0554,
            "kernel_row": 0.0624, "group_in": 0.0395, "group_in_16": 0.0239, "group_out": 0.00102,
            "group_out_8": -0.0106, "group_out_32": 0.0253, "groups": -0.0257, "row": 0.0125,
            "row_16": 0.0203, "row_128": 0.0141, "rows": 0.06, "rows_16": -0.0325, "double": 0.434,
            "complex": 0.341, "complex_double": 0.723, "integer": 0.297, "converted": 0.244, "half":
            -0.318, "channels_last": -0.443, "channels_last_channels": 0.091, "stride": 0.11,
            "dilation": 0.0311, "bordered": -0.0295, "bordered_padded": 0.0615, "rank_1": 0.0154,
            "rank_3": 0.201},
        "in_place": {"call": 1.93e-06, "team": 1.8e-06, "flops": 2.41e-12, "beyond_l2": 8.26e-12,
            "beyond_l3": 1.36e-11, "outputs": 4.86e-11, "outputs_half": 9.78e-10, "outputs_last":
            1.96e-10, "planes": 2.48e-10, "bytes": 1.51e-12, "packed": 8.31e-12, "gathered":
            8.61e-12, "runs": 1.43e-09, "runs_bordered": 3.95e-09, "pieces": 4.56e-09,
            "piece_terms": 1.31e-10, "workers": -0.601, "taps": -0.0206, "taps_8": 0.038, "taps_64":
            -0.0199, "kernel_row": -0.00926, "group_in": 0.00356, "group_in_16": 0.0759,
            "group_out": -0.0029, "group_out_8": 0.00196, "group_out_32": -0.0165, "groups":
            -0.00351, "row": 0.0297, "row_16": -0.0259, "row_128": 0.00579, "rows": 0.0069,
            "rows_16": 0.0119, "double": 0.568, "complex": 0.341, "complex_double": 0.723,
            "integer": 0.613, "converted": 0.0871, "half": -0.0333, "channels_last": -0.0721,
            "channels_last_channels": 0.0171, "stride": 0.0451, "dilation": 0.038, "bordered":
            0.0845, "bordered_padded": 0.0406, "rank_1": 0.0359, "rank_3": 0.00256},
        "pixels_1": {"call": 1.66e-06, "team": 3.37e-06, "flops": 8.61e-13, "beyond_l2": 2.87e-12,
            "beyond_l3": 1.39e-11, "outputs": 3.21e-11, "outputs_half": 4.22e-10, "outputs_last":
            2.12e-10, "planes": 2.19e-10, "bytes": 5.8e-13, "packed": 6.8e-12, "gathered": 1.99e-11,
            "runs": 1.65e-09, "runs_bordered": 1.1e-08, "pieces": 1.35e-08, "piece_terms": 6.98e-11,
            "workers": -0.617, "taps": 0.198, "taps_8": 0.0514, "taps_64": -0.149, "kernel_row":
            -0.0498, "group_in": -0.0521, "group_in_16": -0.106, "group_out": 0.00102,
            "group_out_8": -0.0106, "group_out_32": 0.0253, "groups": -0.0333, "row": 0.00407,
            "row_16": -0.0258, "row_128": 0.0236, "rows": -0.0294, "rows_16": 0.0464, "double":
            0.603, "complex": 0.341, "complex_double": 0.723, "integer": 0.645, "converted": -0.385,
            "half": 0.566, "channels_last": -0.219, "channels_last_channels": 0.196, "stride":
            -0.739, "dilation": -0.00195, "bordered": 0.00933, "bordered_padded": 0.113, "rank_1":
            0.256, "rank_3": -0.296},
        "pixels_2": {"call": 1.97e-06, "team": 4.83e-06, "flops": 1.44e-12, "beyond_l2": 4.96e-12,
            "beyond_l3": 1.04e-11, "outputs": 2.17e-10, "outputs_half": 2.02e-09, "outputs_last":
            3.94e-10, "planes": 2.18e-10, "bytes": 8.92e-13, "packed": 5.18e-12, "gathered":
            7.5e-12, "runs": 9.45e-10, "runs_bordered": 2.85e-09, "pieces": 1.6e-08, "piece_terms":
            2.4e-10, "workers": -0.61, "taps": -0.00834, "taps_8": 0.142, "taps_64": -0.079,
            "kernel_row": -0.0256, "group_in": 0.142, "group_in_16": -0.114, "group_out": -0.382,
            "group_out_8": -0.0106, "group_out_32": 0.0253, "row": 0.129, "row_16": -0.184,
            "row_128": 0.0582, "rows": -0.0243, "rows_16": 0.0624, "double": 0.439, "complex":
            0.227, "complex_double": 0.608, "integer": 0.284, "converted": -0.179, "half": -0.0825,
            "channels_last": -0.276, "channels_last_channels": 0.15, "stride": 0.169, "dilation":
            0.277, "bordered": -0.309, "bordered_padded": 0.237, "rank_1": 0.159, "rank_3": 0.144},
        "pixels_4": {"call": 1.97e-06, "team": 1.84e-06, "flops": 2.48e-12, "beyond_l2": 2.31e-11,
            "beyond_l3": 1.65e-11, "outputs": 9.53e-11, "outputs_half": 8.77e-10, "outputs_last":
            2.76e-10, "planes": 2.29e-10, "bytes": 1.15e-12, "packed": 7.28e-12, "gathered":
            8.59e-11, "runs": 1.49e-09, "runs_bordered": 3.82e-09, "pieces": 4.35e-08,
            "piece_terms": 1.1e-10, "workers": -0.61, "taps": -0.0201, "taps_8": -0.0128, "taps_64":
            0.0151, "kernel_row": 0.0424, "group_in": 0.0138, "group_in_16": -0.0276, "group_out":
            0.0953, "group_out_8": -0.026, "group_out_32": -0.0631, "groups": 0.0216, "row": -0.106,
            "row_16": 0.107, "row_128": 0.011, "rows": -0.00971, "rows_16": 0.0209, "double": 0.348,
            "complex": 0.39, "complex_double": 0.501, "integer": -0.236, "converted": 0.31, "half":
            -0.143, "channels_last": 0.119, "channels_last_channels": 0.0292, "stride": 0.084,
            "dilation": 0.0849, "bordered": -0.174, "bordered_padded": 0.203, "rank_1": -0.183,
            "rank_3": 0.0837},
        "pointwise": {"call": 1.84e-06, "team": 3.18e-06, "flops": 5.18e-12, "beyond_l2": 3.71e-12,
            "beyond_l3": 2.3e-11, "outputs": 3.67e-11, "outputs_half": 3.94e-10, "outputs_last":
            6.84e-11, "planes": 2.59e-10, "bytes": 8.68e-13, "packed": 7.21e-12, "gathered":
            2.23e-11, "runs": 5.1e-09, "runs_bordered": 3.06e-09, "pieces": 8.19e-08, "piece_terms":
            1.4e-10, "workers": -0.581, "taps": 0.0182, "taps_8": 0.064, "taps_64": 0.0292,
            "kernel_row": -0.0487, "group_in": -0.304, "group_in_16": 0.329, "group_out": 0.454,
            "group_out_8": -0.687, "group_out_32": 0.259, "row": 0.00145, "row_16": 0.0438,
            "row_128": 0.0229, "rows": -0.0223, "rows_16": 0.0543, "double": 0.648, "complex":
            0.0134, "complex_double": 0.788, "integer": 0.338, "converted": 0.252, "half": 0.298,
            "channels_last": 0.14, "channels_last_channels": -0.0325, "stride": 0.0575, "dilation":
            0.0724, "bordered": 0.113, "bordered_padded": 0.0348, "rank_1": -0.249, "rank_3":
            -0.144},
        "rows": {"call": 1.69e-06, "team": 1.63e-06, "flops": 6.77e-12, "beyond_l2": 6.71e-12,
            "beyond_l3": 7.46e-11, "outputs": 1.99e-11, "outputs_half": 2.08e-09, "outputs_last":
            1.47e-10, "planes": 2.19e-10, "bytes": 7.14e-13, "packed": 1.9e-11, "gathered":
            1.62e-11, "runs": 4.12e-10, "runs_bordered": 1.38e-08, "pieces": 1.17e-08,
            "piece_terms": 6.62e-11, "workers": -0.597, "taps": 0.107, "taps_8": -0.0132, "taps_64":
            -0.0997, "kernel_row": 0.06, "group_in": -0.00533, "group_in_16": 0.169, "group_out":
            0.00208, "group_out_8": 0.019, "group_out_32": 0.00838, "groups": -0.0173, "row":
            -0.118, "row_16": 0.0835, "row_128": 0.0513, "rows": -0.124, "rows_16": 0.116, "double":
            0.562, "complex": 0.19, "complex_double": 0.694, "integer": 0.642, "converted": 0.0174,
            "half": 0.148, "channels_last": -0.0545, "channels_last_channels": 0.0327, "stride":
            -0.424, "dilation": 0.0928, "bordered": 0.0956, "bordered_padded": 0.00942, "rank_1":
            0.0734, "rank_3": 0.264},
    },
    "winograd": {
        "": {"call": 1.74e-06, "team": 7.25e-07, "flops": 7.79e-12, "beyond_l2": 6.28e-11,
            "beyond_l3": 6.34e-12, "outputs": 1.56e-10, "outputs_half": 1e-10, "outputs_last":
            2.58e-10, "planes": 1.84e-08, "bytes": 4.99e-12, "packed": 1.13e-11, "gathered": 1e-10,
            "runs": 5e-09, "runs_bordered": 5e-09, "pieces": 1.79e-07, "piece_terms": 5.16e-09,
            "workers": -0.514, "taps": 0.239, "taps_8": -0.114, "taps_64": -0.234, "kernel_row":
            -0.351, "group_in": -0.0371, "group_in_16": 0.0987, "group_out": -0.0331, "group_out_8":
            -0.0688, "group_out_32": 0.0355, "groups": -0.00139, "row": -0.0873, "row_16": 0.0825,
            "row_128": 0.00581, "rows": 0.0425, "rows_16": -0.0668, "double": 0.282,
            "channels_last": 0.106, "channels_last_channels": -0.0199, "dilation": 0.116,
            "bordered": 0.133, "bordered_padded": 0.13, "rank_1": 0.336, "rank_3": 0.114},
    },
    "im2col": {
        "": {"call": 1.23e-05, "team": 2.99e-07, "flops": 6.07e-12, "beyond_l2": 2.56e-11,
            "beyond_l3": 1e-10, "outputs": 4.39e-13, "outputs_half": 1.1e-09, "outputs_last":
            5.86e-10, "planes": 8.8e-11, "bytes": 5.75e-12, "packed": 2.44e-11, "gathered":
            6.66e-11, "runs": 3.32e-09, "runs_bordered": 7.22e-09, "pieces": 8.22e-08,
            "piece_terms": 5.51e-09, "workers": -0.551, "taps": 0.00604, "taps_8": 0.0706,
            "taps_64": -0.0993, "kernel_row": -0.00926, "group_in": 0.0411, "group_in_16": -0.0129,
            "group_out": 0.0131, "group_out_8": 0.068, "group_out_32": -0.121, "groups": 0.00642,
            "row": -0.139, "row_16": 0.0922, "row_128": 0.0299, "rows": 0.0049, "rows_16": 0.00907,
            "double": -0.0293, "complex": 0.49, "complex_double": 0.264, "converted": 0.0457,
            "half": 0.0457, "channels_last": -0.057, "channels_last_channels": 0.0491, "stride":
            0.218, "dilation": 0.0646, "bordered": 0.078, "bordered_padded": -0.00905, "rank_1":
            0.181, "rank_3": -0.0219},
        "pointwise": {"call": 1.29e-05, "team": 2.71e-07, "flops": 1.52e-11, "beyond_l2": 2.52e-11,
            "beyond_l3": 9.51e-11, "outputs": 4.36e-13, "outputs_half": 1.1e-09, "outputs_last":
            5.86e-10, "planes": 8.51e-11, "bytes": 4.42e-12, "packed": 2.44e-11, "gathered":
            6.66e-11, "runs": 3.32e-09, "runs_bordered": 7.22e-09, "pieces": 8.81e-08,
            "piece_terms": 2.04e-09, "workers": -0.522, "taps": 0.00604, "taps_8": 0.0706,
            "taps_64": -0.0993, "kernel_row": -0.00926, "group_in": 0.0267, "group_in_16": 0.0489,
            "group_out": -0.454, "group_out_8": 0.536, "group_out_32": -0.11, "groups": 0.00642,
            "row": -0.105, "row_16": 0.278, "row_128": -0.173, "rows": 0.0262, "rows_16": -0.0961,
            "double": 0.543, "complex": 0.0107, "complex_double": 0.377, "converted": 0.0457,
            "half": 0.0457, "channels_last": -0.057, "channels_last_channels": 0.0491, "stride":
            0.218, "dilation": 0.106, "bordered": 0.078, "bordered_padded": -0.00905, "rank_1":
            -0.203, "rank_3": 0.684},
        "rows": {"call": 1.19e-05, "team": 2.92e-07, "flops": 7.24e-12, "beyond_l2": 1.98e-11,
            "beyond_l3": 6.33e-11, "outputs": 4.23e-13, "outputs_half": 1.1e-09, "outputs_last":
            5.86e-10, "planes": 8.82e-11, "bytes": 5.54e-12, "packed": 3.17e-11, "gathered":
            6.66e-11, "runs": 1.99e-09, "runs_bordered": 7.22e-09, "pieces": 1.3e-07, "piece_terms":
            8.91e-09, "workers": -0.57, "taps": 0.102, "taps_8": -0.012, "taps_64": -0.103,
            "kernel_row": -0.0386, "group_in": 0.0539, "group_in_16": -0.042, "group_out": 0.00603,
            "group_out_8": 0.136, "group_out_32": -0.164, "groups": 0.00478, "row": -0.238,
            "row_16": 0.242, "row_128": -0.0196, "rows": -0.0305, "rows_16": 0.0359, "double":
            -0.0326, "complex": 0.49, "complex_double": 0.264, "converted": 0.0457, "half": 0.0457,
            "channels_last": -0.057, "channels_last_channels": 0.0491, "stride": 0.218, "dilation":
            0.052, "bordered": 0.078, "bordered_padded": -0.00905, "rank_1": 0.116, "rank_3":
            -0.0335},
        "windows": {"call": 1.22e-05, "team": 2.88e-07, "flops": 1.86e-12, "beyond_l2": 1.5e-11,
            "beyond_l3": 1.75e-11, "outputs": 3.71e-13, "outputs_half": 4.03e-10, "outputs_last":
            2.25e-10, "planes": 9.04e-11, "bytes": 3.63e-12, "packed": 1.3e-11, "gathered":
            1.44e-11, "runs": 5.31e-09, "runs_bordered": 2.13e-09, "pieces": 3.72e-08,
            "piece_terms": 1.89e-09, "workers": -0.565, "taps": 0.0112, "taps_8": 0.0649, "taps_64":
            -0.0852, "kernel_row": -0.0192, "group_in": 0.0364, "group_in_16": -0.0323, "group_out":
            0.0463, "group_out_8": -0.00413, "group_out_32": 0.0122, "groups": 0.00464, "row":
            0.028, "row_16": -0.0084, "row_128": -0.0316, "rows": 0.0261, "rows_16": -0.0184,
            "double": -0.0182, "complex": 0.599, "complex_double": 0.418, "converted": 0.062,
            "half": 0.062, "channels_last": -0.0458, "channels_last_channels": 0.0391, "stride":
            0.044, "dilation": 0.0179, "bordered": -0.0548, "bordered_padded": 0.0472, "rank_1":
            0.262, "rank_3": -0.082},
    },
    "fft": {
        "": {"call": 1.97e-06, "team": 6.75e-07, "flops": 5.51e-12, "beyond_l2": 1.57e-11,
            "beyond_l3": 4.14e-12, "outputs": 5.66e-11, "outputs_half": 5.58e-10, "outputs_last":
            2.58e-10, "planes": 6.26e-08, "bytes": 5.32e-12, "packed": 8.32e-13, "gathered": 1e-10,
            "runs": 5e-09, "runs_bordered": 5e-09, "pieces": 1.07e-10, "piece_terms": 1.5e-13,
            "taps": 0.0511, "taps_8": -0.0471, "taps_64": 0.00506, "kernel_row": -0.0172,
            "group_in": 0.118, "group_in_16": -0.102, "group_out": -0.0317, "group_out_8": 0.0848,
            "group_out_32": -0.037, "groups": 0.0297, "row": 0.0633, "row_16": -0.0793, "row_128":
            0.0327, "rows": -0.00725, "rows_16": 0.0432, "double": 0.387, "complex": 0.179,
            "complex_double": 0.603, "converted": 0.0511, "half": 0.0511, "channels_last": -0.129,
            "channels_last_channels": 0.0444, "stride": 0.161, "dilation": -0.0438, "bordered":
            0.0438, "bordered_padded": 0.101, "rank_1": -0.105, "rank_3": -0.041},
        "planes": {"call": 2.12e-06, "team": 5.16e-07, "flops": 5.79e-12, "beyond_l2": 1e-11,
            "beyond_l3": 3.31e-12, "outputs": 2.52e-11, "outputs_half": 5.81e-10, "outputs_last":
            2.5e-10, "planes": 8.05e-09, "bytes": 7.06e-12, "packed": 9.04e-13, "gathered": 1e-10,
            "runs": 5e-09, "runs_bordered": 5e-09, "pieces": 1.07e-10, "piece_terms": 1.36e-13,
            "taps": -0.0019, "taps_64": -0.026, "kernel_row": 0.0216, "group_in": 0.074,
            "group_in_16": 0.0316, "group_out": -0.0246, "group_out_8": 0.0385, "group_out_32":
            0.0115, "groups": 0.0454, "row": 0.0439, "row_16": -0.0476, "row_128": 0.0318, "rows":
            0.0252, "rows_16": 0.0134, "double": 0.357, "complex": 0.137, "complex_double": 0.488,
            "converted": 0.0429, "half": 0.0429, "channels_last": -0.105, "channels_last_channels":
            0.0405, "stride": 0.152, "dilation": -0.0678, "bordered": 0.0561, "bordered_padded":
            0.104, "rank_1": -0.176, "rank_3": 0.00302},
        "summed": {"call": 7.1e-05, "team": 0.000158, "flops": 2.31e-12, "beyond_l2": 6.52e-12,
            "beyond_l3": 3.91e-12, "outputs": 3.65e-10, "outputs_half": 4.24e-10, "outputs_last":
            3.54e-10, "planes": 6.47e-09, "bytes": 1.12e-11, "packed": 8.56e-11, "gathered": 1e-10,
            "runs": 5e-09, "runs_bordered": 5e-09, "pieces": 1.07e-10, "piece_terms": 1.5e-13,
            "workers": -0.116, "taps": 0.0634, "taps_8": 0.00665, "taps_64": -0.182, "kernel_row":
            0.00365, "group_in": -0.049, "group_in_16": 0.0767, "group_out": 0.0599, "group_out_8":
            -0.0205, "group_out_32": 0.0513, "groups": 0.0329, "row": 0.125, "row_16": -0.0696,
            "row_128": -0.00156, "rows": 0.0493, "rows_16": -0.0131, "double": 0.33, "complex": 0.4,
            "complex_double": 0.621, "converted": 0.166, "half": 0.166, "channels_last": -0.408,
            "channels_last_channels": 0.0603, "stride": 0.137, "dilation": 0.0293, "bordered":
            -0.0429, "bordered_padded": 0.0527, "rank_1": -0.388, "rank_3": 0.0795},
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
        "rows": {"call": 7.61e-06, "team": 5e-06, "prepared": 2.36e-11, "weights": 6.51e-12,
            "filters": 6.86e-11, "workers": -1.0, "taps": 0.324, "taps_8": -0.798, "taps_64":
            -0.155, "kernel_row": -0.029, "group_in": -0.444, "group_in_16": 0.0339, "group_out":
            -0.659, "group_out_8": 0.125, "group_out_32": -0.465, "groups": -0.593, "row": 0.643,
            "row_16": -0.552, "row_128": 0.0339, "rows": 0.245, "rows_16": -0.173, "double": -0.586,
            "complex": -3.16, "complex_double": -1.4, "converted": 1.22, "half": 1.22,
            "channels_last": 0.732, "channels_last_channels": 0.728, "stride": -0.205, "dilation":
            -0.108, "bordered": -0.359, "bordered_padded": 0.219, "rank_1": 0.0833, "rank_3":
            0.103},
        "windows": {"call": 6.83e-06, "team": 5e-06, "prepared": 4.06e-11, "weights": 6.28e-12,
            "filters": 4.64e-11, "taps": 0.206, "taps_8": -0.0523, "taps_64": -0.172, "kernel_row":
            -0.276, "group_in": -0.17, "group_in_16": -0.115, "group_out": -0.275, "group_out_8":
            0.476, "group_out_32": -0.426, "groups": -0.331, "row": 0.0436, "row_16": -0.0788,
            "row_128": 0.0713, "rows": -0.0573, "rows_16": 0.077, "double": -0.41, "complex": -2.57,
            "complex_double": -1.83, "converted": 1.74, "half": 1.74, "channels_last": 0.935,
            "channels_last_channels": 0.34, "stride": -0.303, "dilation": -0.0171, "bordered":
            -0.229, "bordered_padded": 0.036, "rank_1": 0.357, "rank_3": -0.322},
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
