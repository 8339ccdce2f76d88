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
    "direct": {"problems": 2367, "median": 1.12, "rms": 1.28, "p90": 1.47},
    "direct channels": {"problems": 566, "median": 1.11, "rms": 1.25, "p90": 1.41},
    "direct groups": {"problems": 217, "median": 1.22, "rms": 1.52, "p90": 2.14},
    "direct in_place": {"problems": 379, "median": 1.1, "rms": 1.27, "p90": 1.37},
    "direct pixels_1": {"problems": 268, "median": 1.09, "rms": 1.26, "p90": 1.46},
    "direct pixels_2": {"problems": 132, "median": 1.14, "rms": 1.29, "p90": 1.45},
    "direct pixels_4": {"problems": 180, "median": 1.15, "rms": 1.28, "p90": 1.52},
    "direct pointwise": {"problems": 132, "median": 1.15, "rms": 1.26, "p90": 1.47},
    "direct rows": {"problems": 493, "median": 1.11, "rms": 1.23, "p90": 1.4},
    "direct, preparing": {"problems": 2367, "median": 1.15, "rms": 1.36, "p90": 1.64},
    "winograd": {"problems": 368, "median": 1.14, "rms": 1.27, "p90": 1.44},
    "winograd, preparing": {"problems": 368, "median": 1.16, "rms": 1.27, "p90": 1.46},
    "im2col": {"problems": 2184, "median": 1.18, "rms": 1.39, "p90": 1.68},
    "im2col pointwise": {"problems": 148, "median": 1.23, "rms": 1.5, "p90": 1.89},
    "im2col rows": {"problems": 980, "median": 1.15, "rms": 1.32, "p90": 1.57},
    "im2col windows": {"problems": 1056, "median": 1.21, "rms": 1.44, "p90": 1.76},
    "im2col, preparing": {"problems": 2184, "median": 1.06, "rms": 1.39, "p90": 1.84},
    "fft": {"problems": 2177, "median": 1.12, "rms": 1.26, "p90": 1.43},
    "fft planes": {"problems": 1725, "median": 1.11, "rms": 1.24, "p90": 1.38},
    "fft summed": {"problems": 452, "median": 1.19, "rms": 1.34, "p90": 1.61},
    "fft, preparing": {"problems": 2177, "median": 1.11, "rms": 1.36, "p90": 1.49},
    "naive": {"problems": 149, "median": 1.05, "rms": 1.09, "p90": 1.13},
    "naive, preparing": {"problems": 149, "median": 1.07, "rms": 1.24, "p90": 1.47},
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
    "rank_1": (0.0, 1.0),
    "rank_3": (0.0, 1.0),
}

SLOWER: dict[str, dict[str, float]] = {
    "direct": {"v3": 2.01, "base": 6.69},
    "winograd": {"v3": 1.43, "base": 4.76},
    "im2col": {"v3": 1.86, "base": 4.66},
    "fft": {"v3": 1.62, "base": 2.61},
    "naive": {"v3": 1.0, "base": 1.0},
}

RATES: dict[str, dict[str, dict[str, float]]] = {
    "direct": {
        "": {"call": 1.92e-06, "team": 2.36e-06, "flops": 2.71e-12, "beyond_l2": 8.7e-12,
            "beyond_l3": 1.66e-11, "outputs": 4.11e-11, "outputs_half": 8.02e-10, "outputs_last":
            2.11e-10, "bytes": 1.53e-12, "packed": 1.28e-11, "runs": 1.23e-09, "pieces": 4.52e-08,
            "workers": -0.59, "taps": 0.0271, "taps_8": 0.0621, "taps_64": 0.0351, "kernel_row":
            -0.0505, "group_in": 0.0506, "group_in_16": 0.0205, "group_out_8": -0.0216,
            "group_out_32": 0.0318, "groups": -0.00784, "row": -0.037, "row_16": 0.0385, "row_128":
            0.0117, "rows": 0.0131, "rows_16": 0.00634, "double": 0.582, "complex": 0.425,
            "complex_double": 0.855, "integer": 0.495, "narrow_integer": -0.005, "converted": 0.259,
            "half": -0.00603, "channels_last": -0.0188, "channels_last_channels": 0.0104, "stride":
            0.00871, "dilation": 0.0197, "bordered": 0.271, "rank_1": 0.0496, "rank_3": -0.0594},
        "channels": {"call": 1.85e-06, "team": 2.06e-06, "flops": 7.87e-12, "beyond_l2": 1.22e-11,
            "beyond_l3": 1.57e-11, "outputs": 3.4e-10, "outputs_half": 9.75e-10, "outputs_last":
            1.12e-10, "bytes": 1.24e-12, "packed": 2.08e-11, "runs": 3.72e-09, "pieces": 9.84e-08,
            "workers": -0.582, "taps": -0.124, "taps_8": 0.0668, "taps_64": 0.0605, "kernel_row":
            0.103, "group_in": 0.0473, "group_out": -0.0899, "group_out_8": -0.00184,
            "group_out_32": 0.101, "groups": -0.00859, "row": -0.0818, "row_16": 0.0949, "row_128":
            0.00703, "rows": -0.0244, "rows_16": 0.056, "double": 0.625, "complex": 0.336,
            "complex_double": 0.767, "integer": 0.705, "narrow_integer": 0.205, "converted": 0.0604,
            "half": 0.464, "channels_last": -0.183, "channels_last_channels": 0.0177, "stride":
            0.0565, "dilation": 0.022, "bordered": 0.207, "rank_1": -0.23, "rank_3": 0.0435},
        "groups": {"call": 2.06e-06, "team": 8.77e-07, "flops": 1.4e-12, "beyond_l2": 5.73e-12,
            "beyond_l3": 1.17e-11, "outputs": 1.17e-11, "outputs_half": 4.05e-10, "outputs_last":
            6.19e-12, "bytes": 1.23e-12, "packed": 3.25e-12, "runs": 2.17e-10, "pieces": 5.25e-08,
            "workers": -0.516, "taps": 0.0547, "taps_8": 0.122, "taps_64": -0.0252, "kernel_row":
            -0.0189, "group_in": 0.0506, "group_in_16": 0.0205, "group_out_8": -0.0216,
            "group_out_32": 0.0318, "groups": -0.0237, "row": -0.0169, "row_16": 0.0483, "row_128":
            0.0175, "rows": 0.0794, "rows_16": -0.0572, "double": 0.448, "complex": 0.425,
            "complex_double": 0.855, "integer": 0.163, "narrow_integer": -0.337, "converted": 0.801,
            "half": -0.462, "channels_last": -0.361, "channels_last_channels": 0.0886, "stride":
            0.132, "dilation": 0.105, "bordered": 0.231, "rank_1": 0.233, "rank_3": 0.106},
        "in_place": {"call": 1.94e-06, "team": 1.73e-06, "flops": 2.36e-12, "beyond_l2": 8.64e-12,
            "beyond_l3": 1.22e-11, "outputs": 4.23e-11, "outputs_half": 8.02e-10, "outputs_last":
            2.11e-10, "bytes": 2.32e-12, "packed": 1.05e-11, "runs": 1.89e-09, "pieces": 5.96e-09,
            "workers": -0.598, "taps": -0.0103, "taps_8": 0.0255, "taps_64": -0.0153, "kernel_row":
            -0.00679, "group_in": 0.0041, "group_in_16": 0.0735, "group_out": -0.0226,
            "group_out_8": 0.0347, "group_out_32": -0.0316, "groups": -0.00579, "row": 0.0426,
            "row_16": -0.0565, "row_128": 0.0194, "rows": 0.00175, "rows_16": 0.0241, "double":
            0.558, "complex": 0.425, "complex_double": 0.855, "integer": 0.599, "narrow_integer":
            0.099, "converted": 0.16, "half": -0.00603, "channels_last": -0.0188,
            "channels_last_channels": 0.0104, "stride": 0.0769, "dilation": 0.0352, "bordered":
            0.145, "rank_1": 0.0816, "rank_3": -0.0429},
        "pixels_1": {"call": 1.63e-06, "team": 2.54e-06, "flops": 4.74e-13, "beyond_l2": 2.2e-12,
            "beyond_l3": 1.04e-11, "outputs": 2.02e-11, "outputs_half": 2.05e-10, "outputs_last":
            3.65e-10, "bytes": 4.52e-13, "packed": 6.52e-12, "runs": 8.05e-09, "pieces": 4.06e-09,
            "workers": -0.607, "taps": 0.174, "taps_8": 0.158, "taps_64": -0.187, "kernel_row":
            -0.0802, "group_in": -0.0155, "group_in_16": -0.647, "group_out_8": -0.0216,
            "group_out_32": 0.0318, "groups": -0.0414, "row": -0.0255, "row_16": -0.0392, "row_128":
            0.0622, "rows": -0.0327, "rows_16": 0.149, "double": 0.574, "complex": 0.425,
            "complex_double": 0.855, "integer": 0.555, "narrow_integer": 0.055, "converted": -0.142,
            "half": 0.451, "channels_last": -0.318, "channels_last_channels": 0.222, "stride":
            -0.568, "dilation": -0.047, "bordered": 0.206, "rank_1": 1.09, "rank_3": -1.2},
        "pixels_2": {"call": 1.95e-06, "team": 5.83e-06, "flops": 1.43e-12, "beyond_l2": 4.52e-12,
            "beyond_l3": 6.2e-12, "outputs": 2.22e-10, "outputs_half": 1.71e-09, "outputs_last":
            2.8e-10, "bytes": 1.18e-12, "packed": 1.47e-11, "runs": 1.48e-09, "pieces": 2.88e-08,
            "workers": -0.615, "taps": -0.0485, "taps_8": 0.202, "taps_64": -0.123, "kernel_row":
            0.013, "group_in": 0.145, "group_in_16": -0.105, "group_out": -0.273, "group_out_8":
            -0.0216, "group_out_32": 0.0318, "groups": 0.0281, "row": -0.071, "row_16": 0.0726,
            "row_128": 0.0172, "rows": 0.0521, "rows_16": -0.00245, "double": 0.46, "complex":
            0.401, "complex_double": 0.842, "integer": 0.246, "narrow_integer": -0.254, "converted":
            0.00193, "half": -0.0143, "channels_last": -0.0585, "channels_last_channels": 0.143,
            "stride": 0.176, "dilation": 0.159, "bordered": -0.11, "rank_1": 0.263, "rank_3":
            0.104},
        "pixels_4": {"call": 1.9e-06, "team": 1.52e-06, "flops": 2.41e-12, "beyond_l2": 2.71e-11,
            "beyond_l3": 1.17e-11, "outputs": 4.96e-11, "outputs_half": 8.43e-10, "outputs_last":
            3.01e-10, "bytes": 1.49e-12, "packed": 8.81e-11, "runs": 2.67e-09, "pieces": 4.69e-08,
            "workers": -0.617, "taps": 0.0145, "taps_8": -0.0337, "taps_64": 0.0401, "kernel_row":
            0.00974, "group_in": -0.00855, "group_in_16": -0.017, "group_out": 0.085, "group_out_8":
            0.0114, "group_out_32": -0.0992, "groups": -0.0101, "row": -0.11, "row_16": 0.117,
            "rows": -0.021, "rows_16": 0.0271, "double": 0.347, "complex": 0.484, "complex_double":
            0.601, "integer": -0.188, "narrow_integer": -0.688, "converted": 0.311, "half": -0.0187,
            "channels_last": 0.167, "channels_last_channels": 0.0456, "stride": 0.0659, "dilation":
            0.0414, "bordered": 0.0409, "rank_1": -0.145, "rank_3": 0.0162},
        "pointwise": {"call": 1.85e-06, "team": 3.19e-06, "flops": 5.11e-12, "beyond_l2": 4.53e-12,
            "beyond_l3": 1.95e-11, "outputs": 3.48e-11, "outputs_half": 3.52e-10, "outputs_last":
            7.33e-11, "bytes": 1.35e-12, "packed": 2.2e-11, "runs": 4.72e-09, "pieces": 8.66e-08,
            "workers": -0.577, "taps": 0.0271, "taps_8": 0.0621, "taps_64": 0.0351, "kernel_row":
            -0.0505, "group_in": -0.266, "group_in_16": 0.296, "group_out": 0.412, "group_out_8":
            -0.655, "group_out_32": 0.266, "groups": -0.00784, "row": -0.0121, "row_16": 0.0659,
            "row_128": 0.00951, "rows": -0.0114, "rows_16": 0.0361, "double": 0.661, "complex":
            0.02, "complex_double": 0.817, "integer": 0.297, "narrow_integer": -0.203, "converted":
            0.339, "half": 0.274, "channels_last": 0.179, "channels_last_channels": -0.0382,
            "stride": 0.0393, "dilation": 0.06, "bordered": 0.271, "rank_1": -0.206, "rank_3":
            -0.129},
        "rows": {"call": 1.73e-06, "team": 1.72e-06, "flops": 1.01e-11, "beyond_l2": 1.1e-11,
            "beyond_l3": 9.51e-11, "outputs": 2.33e-11, "outputs_half": 3.07e-09, "outputs_last":
            2.49e-10, "bytes": 9.41e-13, "packed": 2.88e-11, "runs": 5.6e-10, "pieces": 2.47e-08,
            "workers": -0.591, "taps": 0.112, "taps_8": -0.0254, "taps_64": -0.0954, "kernel_row":
            0.0719, "group_in": 0.00477, "group_in_16": 0.174, "group_out": -0.0211, "group_out_8":
            0.074, "group_out_32": -0.0564, "groups": -0.0127, "row": -0.224, "row_16": 0.181,
            "row_128": 0.0664, "rows": -0.129, "rows_16": 0.123, "double": 0.572, "complex": 0.206,
            "complex_double": 0.774, "integer": 0.635, "narrow_integer": 0.135, "converted": 0.233,
            "half": -0.0585, "channels_last": 0.0307, "channels_last_channels": 0.0186, "stride":
            -0.195, "dilation": 0.129, "bordered": 0.316, "rank_1": 0.0496, "rank_3": 0.339},
    },
    "winograd": {
        "": {"call": 1.72e-06, "team": 1.08e-06, "flops": 8.71e-12, "beyond_l2": 6.55e-11,
            "beyond_l3": 1.47e-11, "outputs": 4.95e-10, "outputs_half": 1e-10, "outputs_last":
            4.37e-11, "bytes": 1.24e-11, "packed": 1.42e-11, "runs": 5e-09, "pieces": 6.14e-07,
            "workers": -0.517, "taps": 0.204, "taps_8": -0.135, "taps_64": -0.0636, "kernel_row":
            -0.268, "group_in": 0.0614, "group_in_16": 0.0822, "group_out": -0.0569, "group_out_8":
            -0.061, "group_out_32": 0.00633, "groups": -0.00355, "row": -0.178, "row_16": 0.173,
            "row_128": -0.00118, "rows": -0.0344, "rows_16": 0.0259, "double": 0.233, "complex":
            0.25, "complex_double": 0.36, "channels_last": 0.188, "channels_last_channels": -0.0221,
            "dilation": 0.0793, "bordered": 0.186, "rank_1": 0.0548, "rank_3": 0.14},
        "lanes": {"call": 1.72e-06, "team": 1.08e-06, "flops": 3.96e-12, "beyond_l2": 0.0,
            "beyond_l3": 0.0, "outputs": 6.65e-11, "outputs_half": 0.0, "outputs_last": 0.0,
            "bytes": 3.21e-12, "packed": 8.64e-12, "runs": 0.0, "pieces": 4.81e-08, "workers":
            -0.55, "double": 0.385},
    },
    "im2col": {
        "": {"call": 1.24e-05, "team": 1.13e-05, "flops": 6.94e-12, "beyond_l2": 2.75e-11,
            "beyond_l3": 8.38e-11, "outputs": 7.68e-13, "outputs_half": 8.46e-10, "outputs_last":
            4.58e-10, "bytes": 1.33e-11, "packed": 4.21e-13, "runs": 3.48e-09, "pieces": 1.38e-07,
            "workers": -0.493, "taps": 0.0763, "taps_8": 0.0609, "taps_64": -0.143, "group_in":
            0.101, "group_in_16": -0.0133, "group_out": -0.0437, "group_out_8": 0.0069,
            "group_out_32": -0.0616, "groups": -0.00141, "row": -0.147, "row_16": 0.105, "row_128":
            0.0202, "rows": -0.0178, "rows_16": 0.0258, "complex": 0.934, "complex_double": 0.873,
            "converted": 0.267, "half": 0.267, "channels_last": 0.344, "channels_last_channels":
            0.0408, "stride": 0.224, "dilation": 0.0446, "bordered": 0.37, "rank_1": 0.105,
            "rank_3": -0.0674},
        "pointwise": {"call": 1.26e-05, "team": 2.37e-06, "flops": 1.76e-11, "beyond_l2": 1.37e-11,
            "beyond_l3": 5.87e-11, "outputs": 7.59e-13, "outputs_half": 1.49e-09, "outputs_last":
            1.24e-09, "bytes": 7.62e-12, "packed": 4.21e-13, "runs": 3.48e-09, "pieces": 1.39e-07,
            "workers": -0.496, "taps": 0.0763, "taps_8": 0.0609, "taps_64": -0.143, "group_in":
            0.0788, "group_in_16": -0.0161, "group_out": -0.389, "group_out_8": 0.19,
            "group_out_32": 0.12, "groups": -0.00141, "row": -0.0445, "row_16": 0.0714, "row_128":
            -0.0296, "rows": 0.0428, "rows_16": -0.0601, "double": 0.555, "complex": 0.0401,
            "complex_double": 0.648, "converted": 0.305, "half": 0.305, "channels_last": 0.399,
            "channels_last_channels": 0.0325, "stride": 0.224, "dilation": 0.419, "bordered": 0.37,
            "rank_1": -0.0594, "rank_3": 0.384},
        "rows": {"call": 1.22e-05, "team": 1.19e-05, "flops": 9.11e-12, "beyond_l2": 3.21e-11,
            "beyond_l3": 6.39e-11, "outputs": 7.31e-13, "outputs_half": 8.46e-10, "outputs_last":
            4.58e-10, "bytes": 1.55e-11, "packed": 3.9e-13, "runs": 2.71e-09, "pieces": 2.98e-07,
            "workers": -0.546, "taps": 0.211, "taps_8": -0.0485, "taps_64": -0.128, "kernel_row":
            -0.0319, "group_in": 0.12, "group_in_16": -0.0394, "group_out": -0.0217, "group_out_8":
            0.0447, "group_out_32": -0.106, "groups": -0.00115, "row": -0.344, "row_16": 0.398,
            "row_128": -0.07, "rows": -0.0509, "rows_16": 0.0561, "double": 0.0032, "complex":
            0.934, "complex_double": 0.873, "converted": 0.267, "half": 0.267, "channels_last":
            0.344, "channels_last_channels": 0.0408, "stride": 0.224, "dilation": 0.0484,
            "bordered": 0.37, "rank_1": 0.0328, "rank_3": -0.0843},
        "windows": {"call": 1.2e-05, "team": 3.14e-05, "flops": 2.49e-12, "beyond_l2": 1.44e-11,
            "beyond_l3": 2.49e-11, "outputs": 6.25e-13, "outputs_half": 5.77e-10, "outputs_last":
            2.69e-10, "bytes": 1.12e-11, "packed": 4.7e-13, "runs": 4.7e-09, "pieces": 8.37e-08,
            "workers": -0.489, "taps": 0.0567, "taps_8": 0.0734, "taps_64": -0.13, "kernel_row":
            -0.00491, "group_in": 0.0978, "group_in_16": -0.0447, "group_out": -0.018,
            "group_out_8": 0.0111, "group_out_32": 0.0142, "groups": -0.00933, "row": 0.0273,
            "row_16": -0.0629, "row_128": 0.0201, "rows": -0.00326, "double": -0.0497, "complex":
            0.802, "complex_double": 0.589, "converted": 0.122, "half": 0.122, "channels_last":
            0.104, "channels_last_channels": 0.0371, "stride": 0.0298, "dilation": -0.00255,
            "bordered": 0.14, "rank_1": 0.155, "rank_3": -0.128},
    },
    "fft": {
        "": {"call": 2e-06, "team": 5.61e-07, "flops": 7.37e-12, "beyond_l2": 2.05e-11, "beyond_l3":
            3.33e-12, "outputs": 6.25e-11, "outputs_half": 6.61e-10, "outputs_last": 3.43e-10,
            "bytes": 6.72e-12, "packed": 8.14e-13, "runs": 5e-09, "pieces": 1.35e-10, "taps":
            0.0481, "taps_8": -0.0405, "taps_64": -0.00501, "kernel_row": -0.0182, "group_in":
            0.121, "group_in_16": -0.0918, "group_out": -0.0431, "group_out_8": 0.0918,
            "group_out_32": -0.0571, "groups": 0.0318, "row": 0.0149, "row_16": -0.0504, "row_128":
            0.0415, "rows": -0.00745, "rows_16": 0.0462, "double": 0.387, "complex": 0.183,
            "complex_double": 0.585, "converted": 0.0669, "half": 0.0669, "channels_last": -0.132,
            "channels_last_channels": 0.0435, "stride": 0.14, "dilation": -0.0467, "bordered":
            0.129, "rank_1": 0.00654, "rank_3": -0.114},
        "planes": {"call": 2.12e-06, "team": 4.93e-07, "flops": 6.47e-12, "beyond_l2": 1.14e-11,
            "beyond_l3": 2.78e-12, "outputs": 2.5e-11, "outputs_half": 6.14e-10, "outputs_last":
            2.83e-10, "bytes": 7.28e-12, "packed": 8.64e-13, "runs": 5e-09, "pieces": 1.35e-10,
            "taps": -0.00424, "taps_8": 0.00607, "taps_64": -0.0308, "kernel_row": 0.0214,
            "group_in": 0.0772, "group_in_16": 0.0309, "group_out": -0.0273, "group_out_8": 0.0456,
            "group_out_32": 0.00816, "groups": 0.0452, "row": 0.0256, "row_16": -0.034, "row_128":
            0.0352, "rows": 0.0223, "rows_16": 0.0157, "double": 0.36, "complex": 0.153,
            "complex_double": 0.491, "converted": 0.0503, "half": 0.0503, "channels_last": -0.114,
            "channels_last_channels": 0.0407, "stride": 0.146, "dilation": -0.0583, "bordered":
            0.145, "rank_1": -0.172, "rank_3": -0.0109},
        "summed": {"call": 7.22e-05, "team": 0.000158, "flops": 2.51e-12, "beyond_l2": 7.09e-12,
            "beyond_l3": 3.19e-12, "outputs": 3.9e-10, "outputs_half": 4.71e-10, "outputs_last":
            4.24e-10, "bytes": 1.14e-11, "packed": 8.23e-11, "runs": 5e-09, "pieces": 1.35e-10,
            "workers": -0.12, "taps": 0.0658, "taps_8": 0.00589, "taps_64": -0.18, "kernel_row":
            0.00369, "group_in": -0.0356, "group_in_16": 0.0674, "group_out": 0.0514, "group_out_8":
            -0.0289, "group_out_32": 0.0617, "groups": 0.0324, "row": 0.109, "row_16": -0.0549,
            "row_128": -0.0013, "rows": 0.0528, "rows_16": -0.0167, "double": 0.341, "complex":
            0.416, "complex_double": 0.64, "converted": 0.161, "half": 0.161, "channels_last":
            -0.443, "channels_last_channels": 0.0641, "stride": 0.137, "dilation": 0.0295,
            "bordered": -0.0214, "rank_1": -0.364, "rank_3": 0.0602},
    },
    "naive": {
        "": {"call": 8.85e-06, "team": 5e-06, "flops": 1e-11, "beyond_l2": 2e-11, "beyond_l3":
            5e-11, "outputs": 1e-11, "outputs_half": 1e-10, "outputs_last": 1e-10, "bytes": 1.1e-07,
            "packed": 2e-11, "runs": 5e-09, "pieces": 1e-07, "workers": -0.7, "taps": -0.0681,
            "taps_8": 0.014, "taps_64": 0.0633, "kernel_row": -0.00398, "group_in": -0.036,
            "group_in_16": 0.0131, "group_out": -0.0133, "group_out_8": 0.0203, "group_out_32":
            0.0139, "groups": 0.0019, "row": 0.00954, "row_16": 0.00357, "row_128": -0.0669, "rows":
            0.00906, "rows_16": 0.0242, "double": -0.696, "complex": -2.08, "complex_double": -2.7,
            "integer": -0.739, "narrow_integer": -0.739, "converted": -0.00158, "half": 0.0135,
            "channels_last": -0.00329, "channels_last_channels": -0.0152, "stride": 0.00221,
            "dilation": -0.00604, "bordered": 0.0527, "rank_1": -0.0792, "rank_3": 0.0801},
    },
}

PREPARE: dict[str, dict[str, dict[str, float]]] = {
    "direct": {
        "": {"call": 2.18e-06, "team": 5e-06, "prepared": 2.05e-12, "weights": 1.78e-11, "filters":
            3.66e-09, "workers": -0.0523, "taps": 0.365, "taps_8": -0.194, "taps_64": -0.0219,
            "kernel_row": -0.14, "group_in": 0.0296, "group_in_16": 0.193, "group_out": -0.205,
            "group_out_8": -0.0193, "group_out_32": 0.255, "groups": -0.123, "row": 0.0419,
            "row_16": -0.0115, "row_128": 0.0102, "rows": 0.0758, "rows_16": -0.059, "double":
            -0.234, "complex": 1.95, "complex_double": 1.57, "integer": -0.212, "narrow_integer":
            -0.212, "converted": 1.38, "half": 0.898, "channels_last": 0.371,
            "channels_last_channels": 0.0781, "stride": -0.158, "dilation": 0.0422, "bordered":
            -0.2, "rank_1": 0.244, "rank_3": -0.204},
        "channels": {"call": 1.91e-06, "team": 5e-06, "prepared": 5.07e-13, "weights": 3.28e-12,
            "filters": 1.36e-09, "workers": -0.0379, "taps": 0.274, "taps_8": -0.0318, "taps_64":
            -0.217, "kernel_row": 0.0753, "group_in": 0.188, "group_in_16": 0.216, "group_out":
            -0.259, "group_out_8": 0.227, "group_out_32": 0.136, "groups": 0.0696, "row": -0.0102,
            "row_16": -0.169, "row_128": 0.295, "rows": 0.0772, "rows_16": -0.0865, "double":
            0.0487, "complex": 2.05, "complex_double": 1.77, "integer": -0.511, "narrow_integer":
            -0.511, "converted": 1.88, "half": 0.741, "channels_last": 1.23,
            "channels_last_channels": -0.0157, "stride": -0.0109, "dilation": 0.225, "bordered":
            -0.00598, "rank_1": 0.0224, "rank_3": 0.0387},
        "groups": {"call": 1.91e-06, "team": 5e-06, "prepared": 9.88e-13, "weights": 6.16e-12,
            "filters": 1.08e-09, "taps": 0.0405, "taps_8": 0.701, "taps_64": -0.557, "kernel_row":
            -0.127, "group_in": 0.0296, "group_in_16": 0.193, "group_out": -0.205, "group_out_8":
            -0.0193, "group_out_32": 0.255, "groups": -0.0966, "row": 0.0495, "row_16": -0.0337,
            "row_128": -0.0156, "rows": -0.00503, "rows_16": 0.0136, "double": -0.124, "complex":
            1.95, "complex_double": 1.57, "integer": -0.372, "narrow_integer": -0.372, "converted":
            1.36, "half": 0.728, "channels_last": 0.97, "channels_last_channels": -0.0279, "stride":
            0.0907, "dilation": -0.339, "bordered": -0.397, "rank_1": 0.294, "rank_3": -0.418},
        "in_place": {"call": 1.81e-06, "team": 5e-06, "prepared": 4.56e-11, "weights": 8.5e-12,
            "filters": 3.21e-09, "workers": -0.225, "taps": 0.0699, "taps_8": -0.0403, "taps_64":
            -0.0255, "kernel_row": -0.0646, "group_in": -0.0223, "group_in_16": 0.0605, "group_out":
            -0.0543, "group_out_8": -0.0835, "group_out_32": 0.126, "groups": -0.0333, "row":
            0.0529, "row_16": -0.028, "row_128": -0.0052, "rows": 0.0197, "rows_16": -0.0222,
            "double": -0.437, "complex": 1.95, "complex_double": 1.57, "integer": 0.065,
            "narrow_integer": 0.065, "converted": 0.268, "half": 0.898, "channels_last": 0.371,
            "channels_last_channels": 0.0781, "stride": -0.0169, "dilation": 0.0612, "bordered":
            -0.0778, "rank_1": 0.154, "rank_3": 0.121},
        "pixels_1": {"call": 1.6e-06, "team": 5e-06, "prepared": 5.26e-12, "weights": 2.11e-11,
            "filters": 3.42e-09, "workers": -0.311, "taps": 0.591, "taps_8": -0.226, "taps_64":
            -0.338, "kernel_row": -0.156, "group_in": -0.00584, "group_in_16": 0.0151, "group_out":
            -0.205, "group_out_8": -0.0193, "group_out_32": 0.255, "groups": -0.112, "row": 0.0495,
            "row_16": -0.00876, "row_128": -0.00987, "rows": -0.0547, "rows_16": 0.129, "double":
            -0.744, "complex": 1.95, "complex_double": 1.57, "integer": -0.592, "narrow_integer":
            -0.592, "converted": 1.18, "half": -0.0374, "channels_last": 0.107,
            "channels_last_channels": 1.01, "stride": 0.0497, "dilation": 0.0879, "bordered": -0.17,
            "rank_1": 0.717, "rank_3": -0.137},
        "pixels_2": {"call": 1.6e-06, "team": 5e-06, "prepared": 1.77e-12, "weights": 1.05e-11,
            "filters": 2.16e-07, "workers": -0.121, "taps": 0.0654, "taps_8": 0.0857, "taps_64":
            0.0238, "kernel_row": -0.107, "group_in": 0.194, "group_in_16": 0.694, "group_out":
            -0.578, "group_out_8": -0.0193, "group_out_32": 0.255, "groups": -0.449, "row": -0.0524,
            "row_16": -0.123, "row_128": 0.22, "rows": 0.139, "rows_16": -0.105, "double": 0.376,
            "complex": 2.36, "complex_double": 2.4, "integer": 0.0612, "narrow_integer": 0.061,
            "converted": 1.05, "half": 0.257, "channels_last": 0.192, "channels_last_channels":
            -0.0589, "stride": -0.114, "dilation": -0.0487, "bordered": 0.341, "rank_1": 0.505,
            "rank_3": -0.591},
        "pixels_4": {"call": 1.76e-06, "team": 5e-06, "prepared": 2.07e-12, "weights": 5.39e-10,
            "filters": 4.3e-09, "workers": -0.0437, "taps": 0.2, "taps_8": -0.354, "taps_64": 0.28,
            "kernel_row": -0.209, "group_in": -0.237, "group_in_16": 0.117, "group_out": -0.26,
            "group_out_8": 0.183, "group_out_32": 0.109, "groups": -0.168, "row": -0.0913, "row_16":
            0.11, "row_128": 0.0118, "rows": 0.0741, "rows_16": -0.0158, "double": -0.751,
            "complex": 1.43, "complex_double": 0.983, "integer": 0.213, "narrow_integer": 0.213,
            "converted": 1.33, "half": 0.633, "channels_last": -0.0622, "channels_last_channels":
            0.127, "stride": -0.104, "dilation": 0.121, "bordered": -0.159, "rank_1": 0.791,
            "rank_3": -0.289},
        "pointwise": {"call": 2.2e-06, "team": 5e-06, "prepared": 1.06e-11, "weights": 1.54e-11,
            "filters": 8.51e-10, "workers": -0.0473, "taps": 0.365, "taps_8": -0.194, "taps_64":
            -0.0219, "kernel_row": -0.14, "group_in": -0.633, "group_in_16": 0.856, "group_out":
            0.244, "group_out_8": -0.311, "group_out_32": 0.201, "groups": -0.123, "row": 0.342,
            "row_16": -0.561, "row_128": 0.206, "rows": -0.142, "rows_16": 0.238, "double": 0.178,
            "complex": 1.61, "complex_double": 2.08, "integer": -0.377, "narrow_integer": -0.377,
            "converted": 1.54, "half": 1.22, "channels_last": -0.253, "channels_last_channels":
            0.208, "stride": -0.0695, "dilation": 0.053, "bordered": -0.2, "rank_1": -0.311,
            "rank_3": 0.139},
        "rows": {"call": 2.75e-06, "team": 5e-06, "prepared": 9.74e-12, "weights": 1.33e-11,
            "filters": 2.07e-09, "workers": -0.0649, "taps": 0.749, "taps_8": -0.502, "taps_64":
            -0.296, "kernel_row": -0.129, "group_in": -0.0811, "group_in_16": -0.00601, "group_out":
            -0.0908, "group_out_8": 0.0933, "group_out_32": -0.0287, "groups": -0.101, "row":
            0.0381, "row_16": -0.12, "row_128": 0.0789, "rows": 0.112, "rows_16": -0.0573, "double":
            -0.7, "complex": 0.62, "complex_double": 0.157, "integer": -0.832, "narrow_integer":
            -0.832, "converted": 0.745, "half": 0.375, "channels_last": 0.0749,
            "channels_last_channels": 0.0588, "stride": -0.0908, "dilation": -0.0355, "bordered":
            -0.367, "rank_1": 0.244, "rank_3": -0.349},
    },
    "winograd": {
        "": {"call": 8.75e-06, "team": 5e-06, "prepared": 8.74e-12, "weights": 2.26e-12, "filters":
            1.23e-08, "taps": 0.205, "taps_8": 0.13, "taps_64": -0.0102, "kernel_row": 0.508,
            "group_in": 0.1, "group_in_16": 0.185, "group_out": -0.316, "group_out_8": 0.479,
            "group_out_32": -0.115, "groups": 0.0515, "row": 0.0126, "row_16": 0.0362, "rows":
            -0.0339, "rows_16": 0.0883, "double": -0.262, "complex": 0.62, "complex_double": 0.51,
            "channels_last": 0.56, "channels_last_channels": -0.0447, "dilation": -0.172,
            "bordered": -0.176, "rank_1": -0.406, "rank_3": -0.0893},
    },
    "im2col": {
        "": {"call": 7.5e-06, "team": 5e-06, "prepared": 1.45e-11, "weights": 4.8e-12, "filters":
            9.42e-11, "taps": 0.325, "taps_8": -0.052, "taps_64": -0.259, "kernel_row": -0.269,
            "group_in": -0.531, "group_in_16": -0.0522, "group_out": -0.41, "group_out_8": 0.682,
            "group_out_32": -0.324, "groups": -0.778, "row": 0.153, "row_16": -0.242, "row_128":
            0.151, "rows": -0.0639, "rows_16": 0.0755, "double": -0.439, "complex": -1.8,
            "complex_double": -1.4, "converted": 1.14, "half": 1.14, "channels_last": 0.812,
            "channels_last_channels": 0.738, "stride": -0.213, "dilation": 0.0751, "bordered":
            -0.041, "rank_1": 0.182, "rank_3": -0.349},
        "pointwise": {"call": 7.05e-06, "team": 5e-06, "prepared": 1.67e-11, "weights": 5.01e-12,
            "filters": 9.94e-11, "taps": 0.325, "taps_8": -0.052, "taps_64": -0.259, "kernel_row":
            -0.269, "group_in": -0.408, "group_in_16": -0.138, "group_out": 0.523, "group_out_8":
            0.213, "group_out_32": -1.47, "groups": -0.778, "row": 0.157, "row_16": -0.607,
            "row_128": 0.493, "rows": 0.101, "rows_16": -0.134, "double": -0.29, "complex": -2.39,
            "complex_double": -3.05, "converted": 1.1, "half": 1.1, "channels_last": -0.652,
            "channels_last_channels": 0.622, "stride": -0.213, "dilation": -0.182, "bordered":
            -0.041, "rank_1": 1.17, "rank_3": 0.607},
        "rows": {"call": 7.61e-06, "team": 5e-06, "prepared": 1.95e-11, "weights": 5.19e-12,
            "filters": 9.69e-11, "workers": -1.0, "taps": 0.342, "taps_8": -0.814, "taps_64":
            -0.154, "kernel_row": -0.0272, "group_in": -0.449, "group_in_16": 0.0507, "group_out":
            -0.639, "group_out_8": 0.0866, "group_out_32": -0.451, "groups": -0.59, "row": 0.66,
            "row_16": -0.568, "row_128": 0.0341, "rows": 0.252, "rows_16": -0.179, "double": -0.588,
            "complex": -1.8, "complex_double": -1.4, "converted": 1.14, "half": 1.14,
            "channels_last": 0.812, "channels_last_channels": 0.738, "stride": -0.213, "dilation":
            -0.109, "bordered": -0.041, "rank_1": 0.0921, "rank_3": 0.108},
        "windows": {"call": 6.86e-06, "team": 5e-06, "prepared": 2.4e-11, "weights": 4.64e-12,
            "filters": 5.05e-11, "taps": 0.247, "taps_8": -0.0369, "taps_64": -0.171, "kernel_row":
            -0.37, "group_in": -0.118, "group_in_16": -0.178, "group_out": -0.238, "group_out_8":
            0.42, "group_out_32": -0.337, "groups": -0.285, "row": 0.0208, "row_16": -0.0171,
            "row_128": 0.0378, "rows": -0.0566, "rows_16": 0.0842, "double": -0.429, "complex":
            -2.14, "complex_double": -1.71, "converted": 1.89, "half": 1.89, "channels_last": 1.16,
            "channels_last_channels": 0.331, "stride": -0.275, "dilation": 0.045, "bordered": -0.11,
            "rank_1": 0.466, "rank_3": -0.41},
    },
    "fft": {
        "": {"call": 2.78e-06, "team": 5e-06, "prepared": 6.73e-11, "weights": 2.01e-10, "filters":
            1.34e-07, "workers": -0.00574, "taps": 0.0996, "taps_8": -0.121, "taps_64": 0.107,
            "kernel_row": -0.0202, "group_in": 0.116, "group_in_16": 0.22, "group_out": -0.0987,
            "group_out_8": 0.297, "group_out_32": 0.00816, "groups": 0.00586, "row": -0.0354,
            "row_16": 0.0653, "row_128": 0.0312, "rows": 0.0652, "rows_16": 0.0151, "double":
            -0.645, "complex": -0.0533, "complex_double": -0.618, "converted": 0.0831, "half":
            0.0831, "channels_last": -0.0321, "channels_last_channels": 0.0045, "stride": 0.0789,
            "dilation": 0.0698, "bordered": -0.0264, "rank_1": -0.0164, "rank_3": 0.148},
        "planes": {"call": 2.71e-06, "team": 5e-06, "prepared": 1.1e-10, "weights": 1.81e-10,
            "filters": 5.47e-09, "taps": 0.0302, "taps_8": -0.00583, "taps_64": 0.0478,
            "kernel_row": -0.0158, "group_in": 0.00217, "group_in_16": 0.0783, "group_out": -0.026,
            "group_out_8": 0.0585, "group_out_32": 0.0132, "groups": -0.00146, "row": 0.0384,
            "row_16": -0.0134, "row_128": -0.00112, "rows": 0.0122, "rows_16": 0.0287, "double":
            -0.818, "complex": -0.0266, "complex_double": -0.868, "converted": 0.0406, "half":
            0.0406, "channels_last_channels": -0.0035, "stride": -0.0527, "dilation": 0.0609,
            "bordered": 0.0434, "rank_1": -0.0728, "rank_3": 0.0602},
        "summed": {"call": 3.31e-05, "team": 5e-06, "prepared": 4.39e-10, "weights": 7.28e-10,
            "filters": 3.35e-07, "workers": -0.0275, "taps": -0.0414, "taps_8": -0.109, "taps_64":
            0.158, "kernel_row": 0.114, "group_in": 0.177, "group_in_16": -0.0824, "group_out":
            0.0825, "group_out_8": 0.00436, "group_out_32": -0.0726, "groups": 0.023, "row":
            -0.00115, "row_16": -0.00149, "row_128": -0.00797, "rows": -0.138, "rows_16": 0.194,
            "double": -0.518, "complex": 0.041, "complex_double": -0.696, "converted": 0.0143,
            "half": 0.0143, "channels_last": 0.0506, "channels_last_channels": -0.00871, "stride":
            0.0899, "dilation": 0.0199, "bordered": 0.0787, "rank_1": -1.15, "rank_3": 0.514},
    },
    "naive": {
        "": {"call": 8.64e-07, "team": 5e-06, "prepared": 1e-10, "weights": 1.38e-12, "filters":
            7.27e-09, "workers": -0.7, "taps": 0.27, "taps_8": 0.411, "taps_64": -0.925,
            "kernel_row": -0.402, "group_in": 0.184, "group_in_16": 0.0873, "group_out": -0.00832,
            "group_out_8": -0.62, "group_out_32": 0.156, "groups": -0.289, "row": 0.127, "row_16":
            -0.663, "row_128": -0.0142, "rows": -0.358, "rows_16": -0.0399, "double": 0.191,
            "complex": 0.544, "complex_double": -0.0672, "integer": -0.103, "narrow_integer":
            -0.103, "converted": 1.2, "half": 1.49, "channels_last": 0.153,
            "channels_last_channels": -0.0376, "stride": 0.0024, "dilation": 0.233, "bordered":
            0.599, "rank_1": -0.106, "rank_3": 0.369},
    },
}
