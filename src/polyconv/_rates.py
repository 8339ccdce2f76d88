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
    "command": "python benchmarks/fit_cost_model.py --problems 1200 --workers 1 2 --budget 0.05",
    "problems": 2081,
    "machine": {"cpu": "AMD EPYC", "isa": "v4", "cpus": 2},
    "caches": {"l1": 49152, "l2": 1048576, "l3": 33554432},
    "libraries": {"numpy": "2.4.6", "scipy": "1.17.1"},
}

RESIDUALS: dict[str, dict[str, float]] = {
    "direct": {"problems": 2081, "median": 1.15, "rms": 1.4, "p90": 1.65},
    "direct channels": {"problems": 593, "median": 1.15, "rms": 1.4, "p90": 1.59},
    "direct groups": {"problems": 220, "median": 1.22, "rms": 1.44, "p90": 1.63},
    "direct pixels_1": {"problems": 422, "median": 1.09, "rms": 1.35, "p90": 1.65},
    "direct pixels_2": {"problems": 173, "median": 1.17, "rms": 1.43, "p90": 1.8},
    "direct pixels_4": {"problems": 570, "median": 1.17, "rms": 1.41, "p90": 1.68},
    "direct rows": {"problems": 103, "median": 1.18, "rms": 1.47, "p90": 1.63},
    "direct, preparing": {"problems": 2081, "median": 1.08, "rms": 1.28, "p90": 1.43},
    "im2col": {"problems": 1901, "median": 1.21, "rms": 1.5, "p90": 1.86},
    "im2col packed": {"problems": 1793, "median": 1.21, "rms": 1.49, "p90": 1.84},
    "im2col pointwise": {"problems": 108, "median": 1.27, "rms": 1.6, "p90": 2.07},
    "im2col, preparing": {"problems": 1901, "median": 1.05, "rms": 1.43, "p90": 2.12},
    "fft": {"problems": 1901, "median": 1.15, "rms": 1.39, "p90": 1.59},
    "fft apart": {"problems": 834, "median": 1.12, "rms": 1.37, "p90": 1.51},
    "fft summed": {"problems": 1067, "median": 1.18, "rms": 1.41, "p90": 1.63},
    "fft, preparing": {"problems": 1901, "median": 1.07, "rms": 1.29, "p90": 1.27},
    "naive": {"problems": 147, "median": 1.06, "rms": 1.1, "p90": 1.14},
    "naive, preparing": {"problems": 147, "median": 1.05, "rms": 1.13, "p90": 1.13},
}

RANGES: dict[str, tuple[float, float]] = {
    "taps": (0.0, 12.0),
    "taps_8": (0.0, 9.0),
    "taps_64": (0.0, 6.0),
    "kernel_row": (0.0, 11.7),
    "group_in": (0.0, 9.86),
    "group_in_16": (0.0, 5.86),
    "group_out": (0.0, 9.98),
    "group_out_8": (0.0, 6.98),
    "group_out_32": (0.0, 4.98),
    "groups": (0.0, 9.57),
    "row": (0.0, 22.8),
    "row_16": (0.0, 18.8),
    "row_128": (0.0, 15.8),
    "rows": (0.0, 15.3),
    "rows_16": (0.0, 11.3),
    "beyond_l2": (0.0, 7.15),
    "beyond_l3": (0.0, 2.15),
    "double": (0.0, 1.0),
    "complex": (0.0, 1.0),
    "complex_double": (0.0, 1.0),
    "integer": (0.0, 1.0),
    "converted": (0.0, 1.0),
    "half": (0.0, 1.0),
    "channels_last": (0.0, 1.0),
    "channels_last_channels": (0.0, 9.54),
    "stride": (0.0, 2.0),
    "dilation": (0.0, 1.0),
    "bordered": (0.0, 1.0),
    "rank_1": (0.0, 1.0),
    "rank_3": (0.0, 1.0),
}

SLOWER: dict[str, dict[str, float]] = {
}

RATES: dict[str, dict[str, dict[str, float]]] = {
    "direct": {
        "": {"call": 5.75e-06, "team": 1.01e-05, "flops": 4.17e-12, "bytes": 1.13e-11, "packed":
            3.15e-11, "runs": 3.64e-09, "pieces": 8.63e-08, "taps": -0.0847, "taps_8": 0.0556,
            "taps_64": 0.064, "kernel_row": 0.0333, "group_in": 0.0085, "group_in_16": -0.0105,
            "group_out": 0.00246, "group_out_8": 0.0217, "group_out_32": -0.0165, "groups": -0.0113,
            "row": -0.044, "row_16": 0.0353, "row_128": 0.00902, "rows": 0.00734, "rows_16":
            -0.00842, "beyond_l2": 0.0785, "beyond_l3": -0.0276, "double": 0.478, "complex": 0.367,
            "complex_double": 0.765, "integer": 0.47, "converted": 0.0827, "half": 0.574,
            "channels_last": 0.16, "channels_last_channels": 0.00515, "stride": -0.0188, "dilation":
            -0.00529, "bordered": 0.159, "rank_1": -0.0696, "rank_3": 0.0332},
        "channels": {"call": 5.68e-06, "team": 1.03e-05, "flops": 6.52e-12, "bytes": 1.11e-11,
            "packed": 3.34e-11, "runs": 4.63e-09, "pieces": 1.4e-07, "taps": -0.0859, "taps_8":
            0.0601, "taps_64": -0.0155, "kernel_row": 0.0158, "group_in": 0.039, "group_in_16":
            -0.0644, "group_out": -0.0127, "group_out_8": -0.0941, "group_out_32": 0.0844, "groups":
            -0.032, "row": -0.0614, "row_16": 0.029, "row_128": 0.0356, "rows": 0.0246, "rows_16":
            -0.0152, "beyond_l2": 0.101, "beyond_l3": -0.244, "double": 0.501, "complex": 0.0927,
            "complex_double": 0.533, "integer": 0.631, "converted": -0.0606, "half": 0.755,
            "channels_last": 0.0616, "channels_last_channels": -0.00468, "stride": 0.0501,
            "dilation": 0.00952, "bordered": 0.13, "rank_1": 0.14, "rank_3": -0.0453},
        "groups": {"call": 6.07e-06, "team": 7.19e-06, "flops": 4.61e-12, "bytes": 4.96e-12,
            "packed": 3.47e-11, "runs": 4.46e-09, "pieces": 7.89e-08, "taps": -0.221, "taps_8":
            0.342, "taps_64": -0.104, "kernel_row": -0.0131, "group_in": 0.0085, "group_in_16":
            -0.0105, "group_out": 0.00246, "group_out_8": 0.0217, "group_out_32": -0.0165, "groups":
            0.0174, "row": -0.0627, "row_16": 0.0535, "row_128": 0.0162, "rows": 0.0348, "rows_16":
            -0.0173, "beyond_l2": 0.0528, "beyond_l3": -0.158, "double": 0.348, "complex": 0.367,
            "complex_double": 0.765, "integer": -0.0922, "converted": 0.536, "half": -0.135,
            "channels_last_channels": 0.0294, "stride": -0.148, "dilation": -0.0163, "bordered":
            0.171, "rank_1": 0.123, "rank_3": -0.0754},
        "pixels_1": {"call": 5.25e-06, "team": 8.29e-06, "flops": 2.39e-12, "bytes": 5.08e-12,
            "packed": 3.98e-11, "runs": 3.14e-09, "pieces": 5.86e-08, "taps": -0.0903, "taps_8":
            0.188, "taps_64": -0.0759, "kernel_row": 0.0744, "group_in": -0.0262, "group_in_16":
            -0.133, "group_out": 0.00246, "group_out_8": 0.0217, "group_out_32": -0.0165, "groups":
            -0.0127, "row": -0.00835, "row_16": -0.00826, "row_128": 0.0284, "beyond_l2": 0.0386,
            "beyond_l3": 0.0304, "double": 0.519, "complex": 0.367, "complex_double": 0.765,
            "integer": 0.467, "converted": -0.0279, "half": 0.424, "channels_last": 0.037,
            "channels_last_channels": 0.0961, "stride": -0.537, "dilation": -0.0456, "bordered":
            0.189, "rank_1": -0.353, "rank_3": 0.0266},
        "pixels_2": {"call": 5.68e-06, "team": 1.12e-05, "flops": 8.85e-12, "bytes": 6.95e-12,
            "packed": 2.11e-11, "runs": 7.75e-09, "pieces": 8.29e-08, "taps": -0.155, "taps_8":
            0.035, "taps_64": 0.0916, "kernel_row": 0.0297, "group_in": -0.0336, "group_in_16":
            0.0451, "group_out": 0.148, "group_out_8": 0.0217, "group_out_32": -0.0165, "groups":
            0.00347, "row": -0.0958, "row_16": 0.172, "row_128": -0.0705, "rows": 0.0483, "rows_16":
            -0.0665, "beyond_l2": 0.0476, "beyond_l3": -0.0335, "double": 0.35, "complex": 0.413,
            "complex_double": 0.839, "integer": 0.57, "converted": 0.107, "half": 0.498,
            "channels_last": 0.313, "channels_last_channels": 0.0227, "stride": 0.103, "dilation":
            0.0587, "bordered": 0.0519, "rank_1": -0.0291, "rank_3": 0.198},
        "pixels_4": {"call": 5.83e-06, "team": 9.19e-06, "flops": 2.8e-12, "bytes": 2.22e-11,
            "packed": 1.34e-11, "runs": 5.44e-09, "pieces": 9.73e-08, "taps": -0.0153, "taps_8":
            0.0311, "taps_64": -0.00806, "kernel_row": -0.0161, "group_in": -0.011, "group_in_16":
            0.0226, "group_out": -0.0548, "group_out_8": 0.114, "group_out_32": -0.102, "groups":
            -0.032, "row": 0.0435, "row_16": -0.045, "row_128": -0.0113, "rows": -0.00915,
            "rows_16": -0.0372, "beyond_l2": 0.107, "beyond_l3": -0.0761, "double": 0.461,
            "complex": 0.263, "complex_double": 0.518, "integer": 0.396, "converted": 0.12, "half":
            0.674, "channels_last": 0.558, "channels_last_channels": -0.0339, "stride": 0.114,
            "dilation": 0.09, "bordered": 0.091, "rank_1": -0.0433, "rank_3": 0.0527},
        "rows": {"call": 6.44e-06, "team": 1.25e-05, "flops": 4.54e-12, "bytes": 1.12e-11, "packed":
            3.07e-11, "runs": 3.3e-09, "pieces": 8.18e-08, "taps": 0.154, "taps_8": -0.216,
            "taps_64": 0.0113, "kernel_row": 0.262, "group_in": 0.203, "group_in_16": -0.0105,
            "group_out": 0.00246, "group_out_8": 0.0217, "group_out_32": -0.0165, "groups": 0.025,
            "row": -0.233, "row_16": 0.268, "row_128": 0.0138, "rows": -0.22, "rows_16": 0.241,
            "beyond_l2": 0.0758, "beyond_l3": 0.094, "double": 0.341, "complex": 0.367,
            "complex_double": 0.765, "integer": 0.169, "converted": 0.449, "half": 1.61,
            "channels_last": 0.0192, "channels_last_channels": 0.374, "stride": -0.0188, "dilation":
            0.188, "bordered": 0.28, "rank_1": -0.0696, "rank_3": 0.444},
    },
    "im2col": {
        "": {"call": 2.07e-05, "team": 2.89e-05, "flops": 3.2e-12, "bytes": 9.59e-12, "packed":
            1.81e-13, "runs": 5.32e-09, "pieces": 6.21e-08, "taps": -0.0328, "taps_8": 0.0797,
            "taps_64": -0.0265, "kernel_row": 0.05, "group_in": 0.0715, "group_in_16": -0.0113,
            "group_out_8": 0.0202, "group_out_32": -0.0171, "groups": 0.0111, "row": 0.0859,
            "row_16": -0.13, "row_128": 0.0252, "rows": 0.00173, "rows_16": -0.00218, "beyond_l2":
            0.0506, "beyond_l3": -0.015, "double": 0.0307, "complex": 0.844, "complex_double":
            0.686, "converted": 0.245, "half": 0.245, "channels_last": 0.295,
            "channels_last_channels": 0.00238, "stride": 0.103, "dilation": 0.0501, "bordered":
            0.119, "rank_1": -0.0966, "rank_3": -0.0456},
        "packed": {"call": 2.1e-05, "team": 3.27e-05, "flops": 1.12e-12, "bytes": 5.4e-12, "packed":
            1.73e-13, "runs": 4.2e-09, "pieces": 3.61e-08, "taps": 0.0556, "taps_8": 0.00668,
            "taps_64": -0.0243, "kernel_row": 0.0169, "group_in": 0.0652, "group_in_16": -0.00557,
            "group_out": 0.0274, "group_out_8": 0.0536, "group_out_32": 0.00867, "groups": 0.0107,
            "row": 0.126, "row_16": -0.0907, "row_128": -0.0571, "rows": -0.013, "rows_16": 0.0083,
            "beyond_l2": 0.0568, "beyond_l3": -0.0794, "double": 0.0164, "complex": 0.94,
            "complex_double": 0.734, "converted": 0.227, "half": 0.227, "channels_last": 0.269,
            "channels_last_channels": 0.00136, "stride": 0.105, "dilation": 0.0427, "bordered":
            0.126, "rank_1": -0.00763, "rank_3": -0.0978},
        "pointwise": {"call": 1.85e-05, "team": 1.87e-05, "flops": 2.49e-12, "bytes": 1.43e-11,
            "packed": 1.81e-13, "runs": 5.32e-09, "pieces": 7.08e-08, "taps": -0.0328, "taps_8":
            0.0797, "taps_64": -0.0265, "kernel_row": 0.05, "group_in": 0.201, "group_in_16":
            -0.0386, "group_out": -0.593, "group_out_8": 0.803, "group_out_32": -0.271, "groups":
            0.0111, "row": 0.0521, "row_16": -0.0957, "row_128": 0.134, "rows": 0.117, "rows_16":
            0.0411, "beyond_l2": 0.0522, "beyond_l3": -0.0173, "double": 0.229, "complex": 0.769,
            "complex_double": 0.377, "converted": 0.477, "half": 0.477, "channels_last": 1.4,
            "channels_last_channels": -0.074, "stride": 0.103, "dilation": 0.44, "bordered": 0.119,
            "rank_1": 0.0991, "rank_3": -0.222},
    },
    "fft": {
        "": {"call": 5.56e-05, "team": 7.09e-05, "flops": 9.11e-12, "bytes": 4.6e-11, "packed":
            1.89e-10, "runs": 5e-09, "pieces": 2.88e-05, "taps": -0.122, "taps_8": 0.0902,
            "taps_64": 0.0166, "kernel_row": 0.0449, "group_in": 0.00216, "group_in_16": -0.0888,
            "group_out": 0.21, "group_out_8": -0.217, "group_out_32": 0.0304, "groups": 0.0412,
            "row": -0.0359, "row_16": 0.0679, "row_128": 0.024, "rows": 0.0299, "rows_16": 0.0113,
            "beyond_l2": 0.0549, "beyond_l3": -0.184, "double": 0.0338, "complex": -0.042,
            "complex_double": 0.0138, "converted": 0.126, "half": 0.126, "channels_last": 0.0878,
            "channels_last_channels": -0.00299, "stride": 0.0594, "dilation": -0.0535, "bordered":
            0.00944, "rank_1": -0.498, "rank_3": 0.256},
        "apart": {"call": 5.57e-05, "team": 7.83e-05, "flops": 6.21e-12, "bytes": 3.59e-11,
            "packed": 8.75e-11, "runs": 5e-09, "pieces": 2.2e-05, "taps": -0.0264, "taps_8":
            -0.0138, "taps_64": 0.0434, "kernel_row": 0.042, "group_in": 0.00216, "group_in_16":
            -0.0888, "group_out": 0.15, "group_out_8": -0.0944, "group_out_32": -0.149, "groups":
            0.0589, "row": -0.0765, "row_16": 0.132, "row_128": 0.034, "rows": 0.0504, "rows_16":
            -0.00646, "beyond_l2": 0.0371, "beyond_l3": -0.0794, "double": 0.0248, "complex":
            -0.0863, "complex_double": -0.0088, "converted": 0.166, "half": 0.166, "channels_last":
            0.0968, "channels_last_channels": 0.0157, "stride": 0.0787, "bordered": 0.0502,
            "rank_1": -0.605, "rank_3": 0.327},
        "summed": {"call": 7.1e-05, "team": 6.16e-05, "flops": 1.03e-11, "bytes": 6.09e-11,
            "packed": 3.37e-10, "runs": 5e-09, "pieces": 2.61e-05, "taps": -0.141, "taps_8": 0.0843,
            "taps_64": 0.0402, "kernel_row": 0.0741, "group_in": -0.0821, "group_in_16": 0.0107,
            "group_out": 0.149, "group_out_8": -0.0812, "group_out_32": -0.0311, "groups": 0.0362,
            "row": -0.00836, "row_16": 0.0473, "row_128": 0.00841, "rows": 0.0334, "rows_16":
            0.00862, "beyond_l2": 0.0454, "beyond_l3": -0.229, "double": 0.0485, "complex": -0.0436,
            "complex_double": 0.0916, "converted": 0.113, "half": 0.113, "channels_last": -0.0324,
            "channels_last_channels": 0.00981, "stride": 0.0473, "dilation": -0.0635, "bordered":
            -0.00673, "rank_1": -0.534, "rank_3": 0.262},
    },
    "naive": {
        "": {"call": 8.67e-06, "team": 5e-06, "flops": 1e-11, "bytes": 1.13e-07, "packed": 2e-11,
            "runs": 5e-09, "pieces": 1e-07, "workers": -0.7, "taps": -0.0661, "taps_8": 0.00853,
            "taps_64": 0.0597, "kernel_row": 0.00461, "group_in": -0.0325, "group_in_16": 0.025,
            "group_out": -0.0243, "group_out_8": 0.0512, "group_out_32": 0.00171, "row": 0.00845,
            "row_16": -0.00186, "row_128": -0.0348, "rows": 0.00891, "rows_16": 0.0287, "double":
            -0.682, "complex": -2.04, "complex_double": -2.67, "integer": -0.73, "converted":
            -0.0118, "half": 0.0455, "channels_last": 0.0218, "channels_last_channels": -0.0208,
            "dilation": -0.00976, "bordered": 0.0694, "rank_1": -0.0659, "rank_3": 0.105},
    },
}

PREPARE: dict[str, dict[str, dict[str, float]]] = {
    "direct": {
        "": {"call": 1.58e-06, "team": 5e-06, "prepared": 1.85e-11, "weights": 7.7e-11, "filters":
            4.01e-09, "taps": 0.0353, "taps_8": -0.103, "taps_64": 0.0379, "group_in": -0.0239,
            "group_in_16": 0.0263, "group_out": -0.132, "group_out_8": -0.129, "group_out_32":
            0.175, "groups": -0.152, "row": 0.0752, "row_16": 0.0315, "row_128": -0.0909, "rows":
            0.0313, "rows_16": -0.0606, "beyond_l2": 0.00588, "beyond_l3": 0.0878, "double": -0.43,
            "complex": 1.71, "complex_double": 1.25, "integer": -0.21, "converted": 1.13, "half":
            0.988, "channels_last": 0.308, "channels_last_channels": 0.0802, "stride": -0.0797,
            "dilation": -0.0908, "bordered": -0.0289, "rank_1": -0.0662, "rank_3": 0.136},
        "channels": {"call": 1.57e-06, "team": 5e-06, "prepared": 8.11e-12, "weights": 9.2e-12,
            "filters": 6.17e-10, "taps": 0.0834, "taps_8": 0.0174, "taps_64": -0.0487, "kernel_row":
            -0.0224, "group_in": 0.0354, "group_in_16": 0.0336, "group_out": -0.0103, "group_out_8":
            -0.0843, "group_out_32": 0.104, "groups": 0.0163, "row": 0.0188, "row_16": -0.0139,
            "row_128": -0.00869, "rows": 0.0163, "rows_16": -0.0645, "beyond_l2": 0.0483,
            "beyond_l3": -0.263, "double": -0.102, "complex": 1.69, "complex_double": 1.33,
            "integer": -0.166, "converted": 1.03, "half": 1.49, "channels_last": 0.703,
            "channels_last_channels": 0.089, "stride": 0.00274, "dilation": 0.0306, "bordered":
            0.0783, "rank_1": 0.0413, "rank_3": 0.0299},
        "groups": {"call": 1.71e-06, "team": 5e-06, "prepared": 2.12e-11, "weights": 4.89e-11,
            "filters": 9.3e-10, "taps": -0.377, "taps_8": 0.358, "taps_64": 0.0223, "kernel_row":
            0.122, "group_in": -0.0239, "group_in_16": 0.0263, "group_out": -0.132, "group_out_8":
            -0.129, "group_out_32": 0.175, "groups": -0.0294, "row": -0.0254, "row_16": -0.021,
            "row_128": 0.0724, "rows_16": -0.0427, "beyond_l2": 0.063, "beyond_l3": 0.254, "double":
            -0.194, "complex": 1.71, "complex_double": 1.25, "integer": -0.328, "converted": 1.04,
            "half": 1.39, "channels_last": 0.93, "channels_last_channels": 0.038, "dilation":
            -0.0441, "bordered": -0.265, "rank_1": -0.44, "rank_3": 0.122},
        "pixels_1": {"call": 1.45e-06, "team": 5e-06, "prepared": 4.07e-11, "weights": 5.16e-11,
            "filters": 3.99e-09, "taps": 0.34, "taps_8": -0.235, "taps_64": -0.177, "kernel_row":
            -0.0253, "group_in": -0.0553, "group_in_16": -0.0705, "group_out": -0.132,
            "group_out_8": -0.129, "group_out_32": 0.175, "groups": -0.056, "row": 0.00348,
            "row_16": -0.0277, "row_128": 0.0338, "rows": -0.015, "rows_16": 0.0272, "beyond_l2":
            -0.0257, "beyond_l3": 0.344, "double": -0.609, "complex": 1.71, "complex_double": 1.25,
            "integer": -0.181, "converted": 0.718, "half": 0.55, "channels_last": 0.00546,
            "channels_last_channels": 0.192, "stride": -0.0109, "dilation": 0.0446, "bordered":
            0.0521, "rank_1": 0.113, "rank_3": -0.052},
        "pixels_2": {"call": 1.4e-06, "team": 5e-06, "prepared": 1.3e-11, "weights": 8.7e-11,
            "filters": 2.83e-07, "workers": -0.0277, "taps": -0.259, "taps_8": 0.292, "taps_64":
            -0.189, "kernel_row": 0.0473, "group_in": 0.0274, "group_in_16": 0.553, "group_out":
            -0.536, "group_out_8": -0.129, "group_out_32": 0.175, "groups": -0.338, "row": -0.0171,
            "row_16": -0.218, "row_128": 0.317, "rows": 0.235, "rows_16": -0.167, "beyond_l2":
            -0.0159, "beyond_l3": -0.394, "double": 0.0908, "complex": 2.1, "complex_double": 2.09,
            "integer": -0.113, "converted": 0.836, "half": 0.562, "channels_last": 0.281,
            "channels_last_channels": 0.0353, "stride": -0.0471, "dilation": -0.0875, "bordered":
            0.104, "rank_1": 0.327, "rank_3": -0.0603},
        "pixels_4": {"call": 1.55e-06, "team": 5e-06, "prepared": 4.78e-11, "weights": 1.15e-10,
            "filters": 4.02e-09, "taps": 0.00859, "taps_8": -0.101, "taps_64": 0.0962, "kernel_row":
            0.00513, "group_in": -0.0689, "group_in_16": 0.0539, "group_out": -0.0482,
            "group_out_8": -0.0348, "group_out_32": 0.113, "groups": -0.0312, "row": -0.0495,
            "row_16": 0.0433, "row_128": 0.0475, "rows": 0.0308, "rows_16": 0.00455, "beyond_l2":
            -0.0281, "double": -0.602, "complex": 1.61, "complex_double": 0.9, "integer": -0.0504,
            "converted": 0.817, "half": 0.928, "channels_last": 0.475, "channels_last_channels":
            0.0387, "stride": -0.0253, "dilation": 0.0318, "bordered": -0.0943, "rank_1": 0.126,
            "rank_3": -0.0174},
        "rows": {"call": 1.48e-06, "team": 5e-06, "prepared": 1.83e-11, "weights": 7.48e-11,
            "filters": 4.34e-09, "workers": -0.111, "taps": 0.0411, "taps_8": -0.106, "taps_64":
            0.0789, "kernel_row": 0.0431, "group_in": 0.0965, "group_in_16": 0.0263, "group_out":
            -0.132, "group_out_8": -0.129, "group_out_32": 0.175, "groups": -0.0148, "row": 0.136,
            "row_16": -0.0522, "row_128": 0.115, "rows": 0.0925, "rows_16": -0.131, "beyond_l2":
            -0.107, "beyond_l3": 0.0699, "double": -0.549, "complex": 1.71, "complex_double": 1.25,
            "integer": -0.308, "converted": 1.08, "half": 1.04, "channels_last": 0.338,
            "channels_last_channels": 0.16, "stride": -0.0797, "dilation": -0.126, "bordered":
            0.0512, "rank_1": -0.0662, "rank_3": 0.178},
    },
    "im2col": {
        "": {"call": 7.71e-06, "team": 5e-06, "prepared": 9.05e-12, "weights": 3.26e-12, "filters":
            7.86e-11, "taps": 0.492, "taps_8": -0.102, "taps_64": -0.305, "kernel_row": -0.426,
            "group_in": -0.545, "group_in_16": -0.0712, "group_out": -0.296, "group_out_8": 0.524,
            "group_out_32": -0.229, "groups": -0.758, "row": 0.0694, "row_16": -0.131, "row_128":
            0.119, "rows": -0.0164, "rows_16": -0.0032, "beyond_l2": 0.0317, "beyond_l3": -0.756,
            "double": -0.451, "complex": -1.86, "complex_double": -1.43, "converted": 1.09, "half":
            1.09, "channels_last": 0.77, "channels_last_channels": 0.74, "stride": -0.0121,
            "dilation": 0.192, "bordered": -0.00476, "rank_1": 0.641, "rank_3": -0.619},
        "packed": {"call": 7.7e-06, "team": 5e-06, "prepared": 9.19e-12, "weights": 3.18e-12,
            "filters": 6.65e-11, "taps": 0.526, "taps_8": 0.0053, "taps_64": -0.361, "kernel_row":
            -0.635, "group_in": -0.534, "group_in_16": -0.032, "group_out": -0.29, "group_out_8":
            0.531, "group_out_32": -0.216, "groups": -0.725, "row": 0.0505, "row_16": -0.0271,
            "row_128": 0.107, "rows": -0.00923, "rows_16": -0.00465, "beyond_l2": -0.0345,
            "beyond_l3": -0.894, "double": -0.493, "complex": -1.92, "complex_double": -1.36,
            "converted": 1.08, "half": 1.08, "channels_last": 0.764, "channels_last_channels":
            0.733, "stride": 0.00499, "dilation": 0.231, "bordered": 0.0159, "rank_1": 0.857,
            "rank_3": -0.796},
        "pointwise": {"call": 8.02e-06, "team": 5e-06, "prepared": 9.01e-12, "weights": 3.24e-12,
            "filters": 7.91e-11, "workers": -0.0649, "taps": 0.492, "taps_8": -0.102, "taps_64":
            -0.305, "kernel_row": -0.426, "group_in": -0.5, "group_in_16": -0.0255, "group_out":
            -0.37, "group_out_8": 0.526, "group_out_32": -0.0763, "groups": -0.758, "row": 0.116,
            "row_16": -0.308, "row_128": -0.0036, "rows": -0.0351, "rows_16": 0.0181, "beyond_l2":
            -0.113, "beyond_l3": -0.755, "double": -0.3, "complex": -1.86, "complex_double": -1.78,
            "converted": 1.11, "half": 1.11, "channels_last": 0.753, "channels_last_channels":
            0.692, "stride": -0.0121, "dilation": -0.00546, "bordered": -0.00476, "rank_1": 0.621,
            "rank_3": -0.612},
    },
    "fft": {
        "": {"call": 9.57e-06, "team": 5e-06, "prepared": 4.84e-10, "weights": 3.33e-12, "filters":
            5.82e-06, "taps": -0.0198, "taps_8": -0.00266, "taps_64": 0.0133, "kernel_row": 0.0754,
            "group_in": 0.0333, "group_in_16": 0.0425, "group_out": 0.0278, "group_out_8": -0.0263,
            "group_out_32": 0.032, "groups": 0.0152, "row": -0.00507, "row_16": 0.0241, "row_128":
            -0.00483, "rows": 0.00254, "rows_16": 0.014, "beyond_l2": -0.00799, "beyond_l3":
            -0.0195, "double": -0.381, "complex": -0.0182, "complex_double": -0.375, "converted":
            0.0123, "half": 0.0123, "channels_last": 0.00869, "channels_last_channels": 0.00585,
            "stride": 0.0402, "dilation": 0.0585, "bordered": -0.00394, "rank_1": -0.363, "rank_3":
            0.404},
        "apart": {"call": 8.69e-06, "team": 5e-06, "prepared": 5.34e-10, "weights": 3.28e-12,
            "filters": 6.75e-06, "taps": -0.0473, "taps_8": 0.0531, "taps_64": 0.00346,
            "kernel_row": 0.0401, "group_in": 0.0333, "group_in_16": 0.0425, "group_out": 0.0156,
            "group_out_8": -0.035, "group_out_32": 0.0169, "groups": 0.00801, "row": -0.00222,
            "row_16": 0.0227, "row_128": -0.0114, "rows": -0.00146, "rows_16": 0.0235, "beyond_l2":
            -0.00831, "beyond_l3": -0.0118, "double": -0.388, "complex": -0.0438, "complex_double":
            -0.433, "converted": 0.0015, "half": 0.0015, "channels_last": 0.0248,
            "channels_last_channels": -0.00414, "stride": 0.0462, "dilation": 0.0663, "bordered":
            0.0278, "rank_1": -0.134, "rank_3": 0.309},
        "summed": {"call": 1.18e-05, "team": 5e-06, "prepared": 4.9e-10, "weights": 3.21e-12,
            "filters": 5.73e-06, "taps": 0.00286, "taps_8": 0.00521, "taps_64": 0.0146,
            "kernel_row": 0.0301, "group_in": 0.024, "group_in_16": 0.0511, "group_out": 0.0261,
            "group_out_8": -0.0138, "group_out_32": 0.0261, "groups": 0.0275, "row": 0.00162,
            "row_16": 0.011, "row_128": -0.00181, "rows": 0.00155, "rows_16": 0.0106, "beyond_l2":
            -0.00415, "beyond_l3": 0.0275, "double": -0.379, "complex": -0.0091, "complex_double":
            -0.324, "converted": 0.011, "half": 0.011, "channels_last": -0.0364,
            "channels_last_channels": 0.0148, "stride": 0.0369, "dilation": 0.0386, "bordered":
            -0.0159, "rank_1": -0.349, "rank_3": 0.381},
    },
    "naive": {
        "": {"call": 7.54e-07, "team": 5e-06, "prepared": 1e-10, "weights": 2.43e-10, "filters":
            1.23e-09, "workers": -0.7, "taps": -0.163, "taps_8": -0.0422, "taps_64": -0.016,
            "kernel_row": -0.0599, "group_in": -0.213, "group_in_16": 0.176, "group_out": -0.233,
            "group_out_8": -0.0689, "group_out_32": 0.173, "groups": -0.248, "row": -0.0387,
            "row_16": -0.166, "row_128": 0.00232, "rows": -0.0972, "rows_16": 0.0106, "double":
            -0.469, "complex": -0.108, "complex_double": -0.183, "integer": 0.0502, "converted":
            1.5, "half": 1.49, "channels_last": 0.261, "channels_last_channels": 0.0452, "stride":
            -0.0729, "dilation": -0.507, "bordered": 0.41, "rank_1": -0.0613, "rank_3": -0.095},
    },
}
