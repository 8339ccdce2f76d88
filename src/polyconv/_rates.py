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
    "direct": {"problems": 2081, "median": 1.15, "rms": 1.4, "p90": 1.64},
    "direct channels": {"problems": 593, "median": 1.15, "rms": 1.39, "p90": 1.58},
    "direct groups": {"problems": 220, "median": 1.23, "rms": 1.44, "p90": 1.64},
    "direct pixels_1": {"problems": 422, "median": 1.09, "rms": 1.34, "p90": 1.61},
    "direct pixels_2": {"problems": 173, "median": 1.17, "rms": 1.42, "p90": 1.77},
    "direct pixels_4": {"problems": 570, "median": 1.17, "rms": 1.41, "p90": 1.67},
    "direct rows": {"problems": 103, "median": 1.15, "rms": 1.45, "p90": 1.59},
    "direct, preparing": {"problems": 2081, "median": 1.07, "rms": 1.28, "p90": 1.41},
    "im2col": {"problems": 1901, "median": 1.19, "rms": 1.48, "p90": 1.82},
    "im2col packed": {"problems": 1793, "median": 1.19, "rms": 1.48, "p90": 1.82},
    "im2col pointwise": {"problems": 108, "median": 1.28, "rms": 1.56, "p90": 2.04},
    "im2col, preparing": {"problems": 1901, "median": 1.05, "rms": 1.43, "p90": 2.12},
    "fft": {"problems": 1901, "median": 1.14, "rms": 1.38, "p90": 1.54},
    "fft apart": {"problems": 834, "median": 1.11, "rms": 1.35, "p90": 1.46},
    "fft summed": {"problems": 1067, "median": 1.17, "rms": 1.4, "p90": 1.59},
    "fft, preparing": {"problems": 1901, "median": 1.07, "rms": 1.29, "p90": 1.26},
    "naive": {"problems": 147, "median": 1.06, "rms": 1.12, "p90": 1.16},
    "naive, preparing": {"problems": 147, "median": 1.05, "rms": 1.16, "p90": 1.15},
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
        "": {"call": 5.69e-06, "team": 1.04e-05, "flops": 3.82e-12, "bytes": 1.07e-11, "packed":
            3.05e-11, "runs": 3.42e-09, "pieces": 7.98e-08, "taps": -0.0782, "taps_8": 0.0508,
            "taps_64": 0.0662, "kernel_row": 0.0334, "group_in": 0.0098, "group_in_16": -0.0105,
            "group_out": 0.00793, "group_out_8": 0.016, "group_out_32": -0.0082, "groups": -0.00835,
            "row": -0.0419, "row_16": 0.0392, "row_128": 0.00604, "rows": 0.0112, "rows_16": -0.012,
            "beyond_l2": 0.0738, "beyond_l3": -0.049, "double": 0.474, "complex": 0.372,
            "complex_double": 0.764, "integer": 0.458, "converted": 0.091, "half": 0.568,
            "channels_last": 0.16, "channels_last_channels": 0.00565, "stride": -0.0271, "dilation":
            -0.00882, "bordered": 0.164, "rank_1": -0.0717, "rank_3": 0.0321},
        "channels": {"call": 5.61e-06, "team": 1.05e-05, "flops": 6.14e-12, "bytes": 1.07e-11,
            "packed": 3.24e-11, "runs": 4.44e-09, "pieces": 1.3e-07, "taps": -0.087, "taps_8":
            0.0538, "kernel_row": 0.0207, "group_in": 0.0379, "group_in_16": -0.0603, "group_out":
            -0.00709, "group_out_8": -0.0994, "group_out_32": 0.0907, "groups": -0.0259, "row":
            -0.0603, "row_16": 0.0334, "row_128": 0.0343, "rows": 0.0294, "rows_16": -0.0218,
            "beyond_l2": 0.0934, "beyond_l3": -0.255, "double": 0.495, "complex": 0.0969,
            "complex_double": 0.53, "integer": 0.589, "converted": -0.0232, "half": 0.71,
            "channels_last": 0.0756, "channels_last_channels": -0.0064, "stride": 0.0494,
            "dilation": 0.00849, "bordered": 0.141, "rank_1": 0.134, "rank_3": -0.0349},
        "groups": {"call": 5.95e-06, "team": 7.37e-06, "flops": 4.27e-12, "bytes": 4.49e-12,
            "packed": 3.37e-11, "runs": 4.18e-09, "pieces": 7.52e-08, "taps": -0.214, "taps_8":
            0.346, "taps_64": -0.11, "kernel_row": -0.0195, "group_in": 0.0098, "group_in_16":
            -0.0105, "group_out": 0.00793, "group_out_8": 0.016, "group_out_32": -0.0082, "groups":
            0.0195, "row": -0.0621, "row_16": 0.055, "row_128": 0.0158, "rows": 0.0357, "rows_16":
            -0.016, "beyond_l2": 0.0498, "beyond_l3": -0.149, "double": 0.346, "complex": 0.372,
            "complex_double": 0.764, "integer": -0.0988, "converted": 0.541, "half": -0.147,
            "channels_last_channels": 0.0297, "stride": -0.147, "dilation": -0.0193, "bordered":
            0.176, "rank_1": 0.151, "rank_3": -0.0855},
        "pixels_1": {"call": 5.23e-06, "team": 8.96e-06, "flops": 2.19e-12, "bytes": 4.84e-12,
            "packed": 3.95e-11, "runs": 2.99e-09, "pieces": 5.34e-08, "taps": -0.0788, "taps_8":
            0.165, "taps_64": -0.0655, "kernel_row": 0.0834, "group_in": -0.0228, "group_in_16":
            -0.143, "group_out": 0.00793, "group_out_8": 0.016, "group_out_32": -0.0082, "groups":
            -0.0112, "row": -0.00325, "row_16": -0.0147, "row_128": 0.0333, "rows": 0.00359,
            "rows_16": -0.00128, "beyond_l2": 0.0313, "beyond_l3": 0.0475, "double": 0.503,
            "complex": 0.372, "complex_double": 0.764, "integer": 0.446, "converted": -0.0171,
            "half": 0.418, "channels_last": 0.0258, "channels_last_channels": 0.0996, "stride":
            -0.58, "dilation": -0.0417, "bordered": 0.193, "rank_1": -0.381, "rank_3": 0.0204},
        "pixels_2": {"call": 5.54e-06, "team": 1.18e-05, "flops": 8.12e-12, "bytes": 7.07e-12,
            "packed": 2.08e-11, "runs": 7.2e-09, "pieces": 7.83e-08, "taps": -0.17, "taps_8":
            0.0584, "taps_64": 0.0866, "kernel_row": 0.0325, "group_in": -0.0342, "group_in_16":
            0.0559, "group_out": 0.176, "group_out_8": 0.016, "group_out_32": -0.0082, "groups":
            0.00763, "row": -0.0903, "row_16": 0.171, "row_128": -0.0757, "rows": 0.0493, "rows_16":
            -0.0596, "beyond_l2": 0.0378, "beyond_l3": -0.0173, "double": 0.366, "complex": 0.438,
            "complex_double": 0.87, "integer": 0.558, "converted": 0.118, "half": 0.496,
            "channels_last": 0.325, "channels_last_channels": 0.0237, "stride": 0.0984, "dilation":
            0.0587, "bordered": 0.0485, "rank_1": -0.0279, "rank_3": 0.201},
        "pixels_4": {"call": 5.73e-06, "team": 9.44e-06, "flops": 2.55e-12, "bytes": 2.07e-11,
            "packed": 1.23e-11, "runs": 5.1e-09, "pieces": 9e-08, "taps": -0.00665, "taps_8":
            0.0311, "taps_64": -0.0125, "kernel_row": -0.0227, "group_in": -0.00845, "group_in_16":
            0.0206, "group_out": -0.0523, "group_out_8": 0.109, "group_out_32": -0.0896, "groups":
            -0.029, "row": 0.0495, "row_16": -0.0452, "row_128": -0.0147, "rows": -0.00517,
            "rows_16": -0.0414, "beyond_l2": 0.105, "beyond_l3": -0.124, "double": 0.459, "complex":
            0.273, "complex_double": 0.504, "integer": 0.399, "converted": 0.114, "half": 0.682,
            "channels_last": 0.554, "channels_last_channels": -0.0325, "stride": 0.11, "dilation":
            0.0828, "bordered": 0.095, "rank_1": -0.0377, "rank_3": 0.0423},
        "rows": {"call": 6.39e-06, "team": 1.24e-05, "flops": 4.09e-12, "bytes": 1.06e-11, "packed":
            3.09e-11, "runs": 3.04e-09, "pieces": 7.55e-08, "taps": 0.2, "taps_8": -0.254,
            "taps_64": 0.027, "kernel_row": 0.233, "group_in": 0.222, "group_in_16": -0.0105,
            "group_out": 0.00793, "group_out_8": 0.016, "group_out_32": -0.0082, "groups": 0.0284,
            "row": -0.238, "row_16": 0.293, "row_128": 0.0041, "rows": -0.233, "rows_16": 0.25,
            "beyond_l2": 0.0623, "beyond_l3": 0.0191, "double": 0.383, "complex": 0.372,
            "complex_double": 0.764, "integer": 0.194, "converted": 0.488, "half": 1.57,
            "channels_last": 0.0385, "channels_last_channels": 0.346, "stride": -0.0271, "dilation":
            0.186, "bordered": 0.306, "rank_1": -0.0717, "rank_3": 0.47},
    },
    "im2col": {
        "": {"call": 2.06e-05, "team": 3.14e-05, "flops": 3.44e-12, "bytes": 9.45e-12, "packed":
            1.5e-13, "runs": 5.53e-09, "pieces": 6.73e-08, "taps": -0.0433, "taps_8": 0.0938,
            "taps_64": -0.0291, "kernel_row": 0.0475, "group_in": 0.0683, "group_in_16": -0.00931,
            "group_out": -0.00463, "group_out_8": 0.0225, "group_out_32": -0.0183, "groups":
            0.00891, "row": 0.066, "row_16": -0.0821, "row_128": -0.00147, "rows": 0.00372,
            "rows_16": -0.00185, "beyond_l2": 0.043, "beyond_l3": -0.0185, "double": 0.0477,
            "complex": 0.829, "complex_double": 0.679, "converted": 0.242, "half": 0.242,
            "channels_last": 0.296, "channels_last_channels": 0.00409, "stride": 0.101, "dilation":
            0.055, "bordered": 0.129, "rank_1": -0.0782, "rank_3": -0.0678},
        "packed": {"call": 2.09e-05, "team": 3.58e-05, "flops": 1.38e-12, "bytes": 5.74e-12,
            "packed": 1.44e-13, "runs": 4.44e-09, "pieces": 4.12e-08, "taps": 0.0398, "taps_8":
            0.0274, "taps_64": -0.0283, "kernel_row": 0.0141, "group_in": 0.0626, "group_in_16":
            -0.00458, "group_out": 0.0215, "group_out_8": 0.0493, "group_out_32": 0.00515, "groups":
            0.00863, "row": 0.101, "row_16": -0.0504, "row_128": -0.0714, "rows": -0.0109,
            "rows_16": 0.0101, "beyond_l2": 0.0481, "beyond_l3": -0.0735, "double": 0.0341,
            "complex": 0.915, "complex_double": 0.722, "converted": 0.224, "half": 0.224,
            "channels_last": 0.268, "channels_last_channels": 0.00437, "stride": 0.103, "dilation":
            0.0484, "bordered": 0.135, "rank_1": 0.0126, "rank_3": -0.119},
        "pointwise": {"call": 1.84e-05, "team": 1.98e-05, "flops": 2.51e-12, "bytes": 1.38e-11,
            "packed": 1.5e-13, "runs": 5.53e-09, "pieces": 8.17e-08, "taps": -0.0433, "taps_8":
            0.0938, "taps_64": -0.0291, "kernel_row": 0.0475, "group_in": 0.178, "group_in_16":
            -0.00403, "group_out": -0.608, "group_out_8": 0.817, "group_out_32": -0.256, "groups":
            0.00891, "row": 0.0176, "row_16": 0.0368, "row_128": 0.0478, "rows": 0.154, "rows_16":
            -0.0253, "beyond_l2": 0.0253, "beyond_l3": -0.0569, "double": 0.216, "complex": 0.733,
            "complex_double": 0.283, "converted": 0.503, "half": 0.503, "channels_last": 1.46,
            "channels_last_channels": -0.0856, "stride": 0.101, "dilation": 0.445, "bordered":
            0.129, "rank_1": 0.0464, "rank_3": -0.094},
    },
    "fft": {
        "": {"call": 5.67e-05, "team": 6.87e-05, "flops": 8.97e-12, "bytes": 4.41e-11, "packed":
            1.99e-10, "runs": 5e-09, "pieces": 2.71e-05, "taps": -0.12, "taps_8": 0.0877, "taps_64":
            0.0192, "kernel_row": 0.0438, "group_in_16": -0.087, "group_out": 0.218, "group_out_8":
            -0.224, "group_out_32": 0.036, "groups": 0.0435, "row": -0.0391, "row_16": 0.0755,
            "row_128": 0.0216, "rows": 0.0295, "rows_16": 0.0117, "beyond_l2": 0.051, "beyond_l3":
            -0.186, "double": 0.0372, "complex": -0.0471, "complex_double": 0.0192, "converted":
            0.129, "half": 0.129, "channels_last": 0.0921, "channels_last_channels": -0.00333,
            "stride": 0.0566, "dilation": -0.0527, "bordered": 0.0128, "rank_1": -0.512, "rank_3":
            0.257},
        "apart": {"call": 5.66e-05, "team": 7.87e-05, "flops": 6.23e-12, "bytes": 3.52e-11,
            "packed": 9.32e-11, "runs": 5e-09, "pieces": 2.12e-05, "taps": -0.0322, "taps_8":
            -0.0116, "taps_64": 0.0488, "kernel_row": 0.0443, "group_in_16": -0.087, "group_out":
            0.161, "group_out_8": -0.106, "group_out_32": -0.149, "groups": 0.0631, "row": -0.0762,
            "row_16": 0.137, "row_128": 0.0338, "rows": 0.0454, "beyond_l2": 0.0302, "beyond_l3":
            -0.078, "double": 0.0304, "complex": -0.102, "complex_double": 0.00678, "converted":
            0.167, "half": 0.167, "channels_last": 0.1, "channels_last_channels": 0.0154, "stride":
            0.0769, "bordered": 0.0615, "rank_1": -0.653, "rank_3": 0.336},
        "summed": {"call": 7.16e-05, "team": 5.86e-05, "flops": 1.03e-11, "bytes": 5.91e-11,
            "packed": 3.51e-10, "runs": 5e-09, "pieces": 2.48e-05, "taps": -0.135, "taps_8": 0.0814,
            "taps_64": 0.0416, "kernel_row": 0.0684, "group_in": -0.0852, "group_in_16": 0.0129,
            "group_out": 0.152, "group_out_8": -0.0846, "group_out_32": -0.0262, "groups": 0.0378,
            "row": -0.013, "row_16": 0.055, "row_128": 0.00493, "rows": 0.0353, "rows_16": 0.00519,
            "beyond_l2": 0.0437, "beyond_l3": -0.239, "double": 0.0517, "complex": -0.0426,
            "complex_double": 0.087, "converted": 0.116, "half": 0.116, "channels_last": -0.0273,
            "channels_last_channels": 0.0095, "stride": 0.0449, "dilation": -0.0607, "bordered":
            -0.00903, "rank_1": -0.528, "rank_3": 0.256},
    },
    "naive": {
        "": {"call": 9.16e-06, "team": 5e-06, "flops": 1e-11, "bytes": 1.12e-07, "packed": 2e-11,
            "runs": 5e-09, "pieces": 1e-07, "workers": -0.7, "taps": -0.065, "taps_8": 0.012,
            "taps_64": 0.0602, "group_in": -0.0344, "group_in_16": 0.0194, "group_out": -0.0203,
            "group_out_8": 0.0408, "group_out_32": 0.00702, "row": 0.00887, "row_16": -0.0024,
            "row_128": -0.0372, "rows": 0.00785, "rows_16": 0.0308, "double": -0.691, "complex":
            -2.05, "complex_double": -2.68, "integer": -0.731, "converted": -0.00367, "half":
            0.0251, "channels_last": 0.00695, "channels_last_channels": -0.0175, "dilation":
            -0.00327, "bordered": 0.0647, "rank_1": -0.0561, "rank_3": 0.0893},
    },
}

PREPARE: dict[str, dict[str, dict[str, float]]] = {
    "direct": {
        "": {"call": 1.56e-06, "team": 5e-06, "prepared": 1.91e-11, "weights": 7.85e-11, "filters":
            4.01e-09, "taps": 0.0353, "taps_8": -0.108, "taps_64": 0.0407, "group_in": -0.026,
            "group_in_16": 0.0278, "group_out": -0.139, "group_out_8": -0.122, "group_out_32":
            0.173, "groups": -0.154, "row": 0.0741, "row_16": 0.0369, "row_128": -0.0945, "rows":
            0.0319, "rows_16": -0.0584, "beyond_l2": 0.00175, "beyond_l3": 0.0829, "double": -0.426,
            "complex": 1.71, "complex_double": 1.25, "integer": -0.204, "converted": 1.13, "half":
            0.981, "channels_last": 0.301, "channels_last_channels": 0.0813, "stride": -0.0793,
            "dilation": -0.091, "bordered": -0.0256, "rank_1": -0.0667, "rank_3": 0.144},
        "channels": {"call": 1.55e-06, "team": 5e-06, "prepared": 8.23e-12, "weights": 9.22e-12,
            "filters": 6.25e-10, "taps": 0.084, "taps_8": 0.0128, "taps_64": -0.0459, "kernel_row":
            -0.0224, "group_in": 0.035, "group_in_16": 0.0333, "group_out": -0.0144, "group_out_8":
            -0.0845, "group_out_32": 0.11, "groups": 0.0152, "row": 0.0169, "row_16": -0.00902,
            "row_128": -0.0105, "rows": 0.0159, "rows_16": -0.0596, "beyond_l2": 0.042, "beyond_l3":
            -0.244, "double": -0.0961, "complex": 1.7, "complex_double": 1.33, "integer": -0.155,
            "converted": 1.03, "half": 1.49, "channels_last": 0.694, "channels_last_channels":
            0.0905, "stride": 0.00112, "dilation": 0.0315, "bordered": 0.0846, "rank_1": 0.0507,
            "rank_3": 0.0415},
        "groups": {"call": 1.68e-06, "team": 5e-06, "prepared": 2.28e-11, "weights": 4.76e-11,
            "filters": 9.38e-10, "taps": -0.36, "taps_8": 0.332, "taps_64": 0.0354, "kernel_row":
            0.115, "group_in": -0.026, "group_in_16": 0.0278, "group_out": -0.139, "group_out_8":
            -0.122, "group_out_32": 0.173, "groups": -0.0305, "row": -0.0312, "row_16": -0.00167,
            "row_128": 0.0607, "rows": 0.00161, "rows_16": -0.0393, "beyond_l2": 0.0583,
            "beyond_l3": 0.23, "double": -0.19, "complex": 1.71, "complex_double": 1.25, "integer":
            -0.317, "converted": 1.01, "half": 1.36, "channels_last": 0.95,
            "channels_last_channels": 0.0335, "dilation": -0.0359, "bordered": -0.255, "rank_1":
            -0.435, "rank_3": 0.117},
        "pixels_1": {"call": 1.44e-06, "team": 5e-06, "prepared": 4.25e-11, "weights": 5.17e-11,
            "filters": 3.98e-09, "taps": 0.339, "taps_8": -0.239, "taps_64": -0.175, "kernel_row":
            -0.0232, "group_in": -0.0549, "group_in_16": -0.0739, "group_out": -0.139,
            "group_out_8": -0.122, "group_out_32": 0.173, "groups": -0.0576, "row": 0.00945,
            "row_16": -0.0372, "row_128": 0.0385, "rows": -0.0215, "rows_16": 0.0396, "beyond_l2":
            -0.0396, "beyond_l3": 0.079, "double": -0.598, "complex": 1.71, "complex_double": 1.25,
            "integer": -0.197, "converted": 0.726, "half": 0.536, "channels_last": -0.00512,
            "channels_last_channels": 0.174, "stride": -0.0105, "dilation": 0.0432, "bordered":
            0.0568, "rank_1": 0.0802, "rank_3": -0.0595},
        "pixels_2": {"call": 1.37e-06, "team": 5e-06, "prepared": 1.39e-11, "weights": 9.81e-11,
            "filters": 2.57e-07, "workers": -0.00627, "taps": -0.245, "taps_8": 0.248, "taps_64":
            -0.182, "kernel_row": 0.0468, "group_in": 0.00975, "group_in_16": 0.545, "group_out":
            -0.467, "group_out_8": -0.122, "group_out_32": 0.173, "groups": -0.337, "row": -0.0178,
            "row_16": -0.215, "row_128": 0.319, "rows": 0.238, "rows_16": -0.171, "beyond_l2":
            -0.0261, "beyond_l3": -0.364, "double": 0.107, "complex": 2.16, "complex_double": 2.15,
            "integer": -0.107, "converted": 0.856, "half": 0.583, "channels_last": 0.257,
            "channels_last_channels": 0.0371, "stride": -0.0686, "dilation": -0.0629, "bordered":
            0.113, "rank_1": 0.307, "rank_3": -0.0674},
        "pixels_4": {"call": 1.52e-06, "team": 5e-06, "prepared": 5.22e-11, "weights": 1.18e-10,
            "filters": 4.35e-09, "taps": 0.00497, "taps_8": -0.101, "taps_64": 0.0918, "kernel_row":
            0.0119, "group_in": -0.0722, "group_in_16": 0.063, "group_out": -0.0646, "group_out_8":
            -0.00523, "group_out_32": 0.0879, "groups": -0.0292, "row": -0.0534, "row_16": 0.0545,
            "row_128": 0.0391, "rows": 0.0312, "rows_16": 0.00189, "beyond_l2": -0.0308,
            "beyond_l3": -0.0265, "double": -0.594, "complex": 1.62, "complex_double": 0.904,
            "integer": -0.0268, "converted": 0.788, "half": 0.951, "channels_last": 0.504,
            "channels_last_channels": 0.0333, "stride": -0.0308, "dilation": -0.00696, "bordered":
            -0.0963, "rank_1": 0.0974, "rank_3": 0.00283},
        "rows": {"call": 1.47e-06, "team": 5e-06, "prepared": 1.89e-11, "weights": 7.59e-11,
            "filters": 4.36e-09, "workers": -0.0312, "taps": 0.0544, "taps_8": -0.122, "taps_64":
            0.0798, "kernel_row": 0.0958, "group_in": 0.0863, "group_in_16": 0.0278, "group_out":
            -0.139, "group_out_8": -0.122, "group_out_32": 0.173, "groups": -0.0278, "row": 0.125,
            "row_16": -0.0728, "row_128": 0.171, "rows": 0.0908, "rows_16": -0.145, "beyond_l2":
            -0.113, "beyond_l3": 0.126, "double": -0.539, "complex": 1.71, "complex_double": 1.25,
            "integer": -0.272, "converted": 1.09, "half": 1.01, "channels_last": 0.307,
            "channels_last_channels": 0.158, "stride": -0.0793, "dilation": -0.137, "bordered":
            0.0697, "rank_1": -0.0667, "rank_3": 0.197},
    },
    "im2col": {
        "": {"call": 7.65e-06, "team": 5e-06, "prepared": 1.02e-11, "weights": 3.51e-12, "filters":
            7.37e-11, "taps": 0.471, "taps_8": -0.0978, "taps_64": -0.285, "kernel_row": -0.435,
            "group_in": -0.546, "group_in_16": -0.0749, "group_out": -0.287, "group_out_8": 0.514,
            "group_out_32": -0.244, "groups": -0.747, "row": 0.074, "row_16": -0.116, "row_128":
            0.119, "rows": -0.0198, "beyond_l2": 0.00223, "beyond_l3": -0.744, "double": -0.466,
            "complex": -1.91, "complex_double": -1.47, "converted": 1.02, "half": 1.02,
            "channels_last": 0.803, "channels_last_channels": 0.732, "stride": -0.00358, "dilation":
            0.19, "rank_1": 0.579, "rank_3": -0.587},
        "packed": {"call": 7.63e-06, "team": 5e-06, "prepared": 1.04e-11, "weights": 3.43e-12,
            "filters": 6.34e-11, "taps": 0.501, "taps_8": 0.00621, "taps_64": -0.339, "kernel_row":
            -0.63, "group_in": -0.534, "group_in_16": -0.0369, "group_out": -0.29, "group_out_8":
            0.532, "group_out_32": -0.234, "groups": -0.718, "row": 0.0537, "row_16": -0.0105,
            "row_128": 0.103, "rows": -0.0108, "rows_16": -0.00277, "beyond_l2": -0.0607,
            "beyond_l3": -0.882, "double": -0.502, "complex": -1.97, "complex_double": -1.4,
            "converted": 1.04, "half": 1.04, "channels_last": 0.792, "channels_last_channels":
            0.726, "stride": 0.00938, "dilation": 0.232, "bordered": 0.0143, "rank_1": 0.773,
            "rank_3": -0.752},
        "pointwise": {"call": 7.93e-06, "team": 5e-06, "prepared": 1.01e-11, "weights": 3.5e-12,
            "filters": 7.41e-11, "workers": -0.0318, "taps": 0.471, "taps_8": -0.0978, "taps_64":
            -0.285, "kernel_row": -0.435, "group_in": -0.56, "group_in_16": -0.0696, "group_out":
            -0.297, "group_out_8": 0.577, "group_out_32": -0.0755, "groups": -0.747, "row": 0.051,
            "row_16": -0.207, "row_128": 0.0587, "rows": -0.0734, "rows_16": 0.00266, "beyond_l2":
            -0.108, "beyond_l3": -0.744, "double": -0.313, "complex": -1.92, "complex_double":
            -1.78, "converted": 1.03, "half": 1.03, "channels_last": 0.78, "channels_last_channels":
            0.657, "stride": -0.00358, "dilation": 0.0198, "rank_1": 0.552, "rank_3": -0.585},
    },
    "fft": {
        "": {"call": 9.53e-06, "team": 5e-06, "prepared": 4.84e-10, "weights": 3.49e-12, "filters":
            5.77e-06, "taps": -0.0199, "taps_8": -0.00334, "taps_64": 0.0145, "kernel_row": 0.075,
            "group_in": 0.0329, "group_in_16": 0.0425, "group_out": 0.0279, "group_out_8": -0.0249,
            "group_out_32": 0.032, "groups": 0.0163, "row": -0.00604, "row_16": 0.0258, "row_128":
            -0.00471, "rows": 0.00358, "rows_16": 0.0132, "beyond_l2": -0.00977, "beyond_l3":
            -0.0182, "double": -0.381, "complex": -0.0227, "complex_double": -0.379, "converted":
            0.0129, "half": 0.0129, "channels_last": 0.00758, "channels_last_channels": 0.00524,
            "stride": 0.0366, "dilation": 0.0577, "bordered": -0.00444, "rank_1": -0.363, "rank_3":
            0.403},
        "apart": {"call": 8.67e-06, "team": 5e-06, "prepared": 5.32e-10, "weights": 3.43e-12,
            "filters": 6.63e-06, "taps": -0.0442, "taps_8": 0.0491, "taps_64": 0.00497,
            "kernel_row": 0.0394, "group_in": 0.0329, "group_in_16": 0.0425, "group_out": 0.0145,
            "group_out_8": -0.0322, "group_out_32": 0.0185, "groups": 0.00869, "row": -0.00191,
            "row_16": 0.0214, "row_128": -0.00945, "rows": -0.00171, "rows_16": 0.0237, "beyond_l2":
            -0.00894, "beyond_l3": -0.0114, "double": -0.389, "complex": -0.0486, "complex_double":
            -0.433, "converted": 0.00294, "half": 0.00294, "channels_last": 0.0156,
            "channels_last_channels": -0.00234, "stride": 0.0432, "dilation": 0.0668, "bordered":
            0.0283, "rank_1": -0.136, "rank_3": 0.308},
        "summed": {"call": 1.17e-05, "team": 5e-06, "prepared": 4.93e-10, "weights": 3.37e-12,
            "filters": 5.72e-06, "taps": 0.00244, "taps_8": 0.00353, "taps_64": 0.0166,
            "kernel_row": 0.0308, "group_in": 0.0231, "group_in_16": 0.0524, "group_out": 0.0251,
            "group_out_8": -0.0115, "group_out_32": 0.0258, "groups": 0.0285, "row_16": 0.0156,
            "row_128": -0.00324, "rows": 0.00335, "rows_16": 0.00943, "beyond_l2": -0.00703,
            "beyond_l3": 0.0286, "double": -0.378, "complex": -0.0149, "complex_double": -0.333,
            "converted": 0.0111, "half": 0.0111, "channels_last": -0.029, "channels_last_channels":
            0.0123, "stride": 0.0328, "dilation": 0.0383, "bordered": -0.0179, "rank_1": -0.349,
            "rank_3": 0.38},
    },
    "naive": {
        "": {"call": 7.26e-07, "team": 5e-06, "prepared": 1e-10, "weights": 2.95e-10, "filters":
            1.77e-09, "workers": -0.7, "taps": -0.155, "taps_8": -0.0827, "taps_64": 0.0482,
            "kernel_row": -0.0879, "group_in": -0.284, "group_in_16": 0.216, "group_out": -0.165,
            "group_out_8": -0.188, "group_out_32": 0.0186, "groups": -0.266, "row": -0.119,
            "row_16": -0.189, "row_128": -0.00465, "rows": -0.108, "rows_16": -0.0326, "double":
            -0.41, "complex": -0.151, "complex_double": -0.287, "integer": 0.136, "converted": 1.47,
            "half": 1.39, "channels_last": 0.27, "channels_last_channels": 0.0496, "stride": -0.15,
            "dilation": -0.477, "bordered": 0.464, "rank_1": -0.034, "rank_3": -0.0729},
    },
}
