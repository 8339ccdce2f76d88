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
    "direct": {"problems": 2367, "median": 1.12, "rms": 1.3, "p90": 1.52},
    "direct channels": {"problems": 604, "median": 1.12, "rms": 1.3, "p90": 1.5},
    "direct groups": {"problems": 217, "median": 1.2, "rms": 1.49, "p90": 1.83},
    "direct in_place": {"problems": 366, "median": 1.11, "rms": 1.28, "p90": 1.45},
    "direct pixels_1": {"problems": 268, "median": 1.08, "rms": 1.23, "p90": 1.43},
    "direct pixels_2": {"problems": 129, "median": 1.21, "rms": 1.37, "p90": 1.68},
    "direct pixels_4": {"problems": 150, "median": 1.16, "rms": 1.28, "p90": 1.45},
    "direct pointwise": {"problems": 141, "median": 1.16, "rms": 1.31, "p90": 1.46},
    "direct rows": {"problems": 492, "median": 1.13, "rms": 1.24, "p90": 1.43},
    "direct, preparing": {"problems": 2367, "median": 1.19, "rms": 1.38, "p90": 1.66},
    "winograd": {"problems": 404, "median": 1.16, "rms": 1.3, "p90": 1.5},
    "winograd lanes": {"problems": 94, "median": 1.16, "rms": 1.27, "p90": 1.44},
    "winograd, preparing": {"problems": 404, "median": 1.2, "rms": 1.37, "p90": 1.62},
    "im2col": {"problems": 2184, "median": 1.16, "rms": 1.34, "p90": 1.59},
    "im2col pointwise": {"problems": 113, "median": 1.12, "rms": 1.27, "p90": 1.52},
    "im2col rows": {"problems": 1052, "median": 1.14, "rms": 1.28, "p90": 1.5},
    "im2col windows": {"problems": 1019, "median": 1.19, "rms": 1.4, "p90": 1.68},
    "im2col, preparing": {"problems": 2184, "median": 1.09, "rms": 1.34, "p90": 1.72},
    "fft": {"problems": 2177, "median": 1.14, "rms": 1.26, "p90": 1.44},
    "fft planes": {"problems": 1721, "median": 1.14, "rms": 1.25, "p90": 1.43},
    "fft summed": {"problems": 456, "median": 1.16, "rms": 1.28, "p90": 1.51},
    "fft, preparing": {"problems": 2177, "median": 1.15, "rms": 1.4, "p90": 1.57},
    "naive": {"problems": 149, "median": 1.08, "rms": 1.16, "p90": 1.23},
    "naive, preparing": {"problems": 149, "median": 1.18, "rms": 1.37, "p90": 1.51},
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
    "direct": {"v3": 2.32, "base": 7.69},
    "winograd": {"v3": 2.36, "base": 6.42},
    "im2col": {"v3": 3.25, "base": 9.03},
    "fft": {"v3": 2.05, "base": 3.19},
    "naive": {"v3": 1.0, "base": 1.0},
}

RATES: dict[str, dict[str, dict[str, float]]] = {
    "direct": {
        "": {"call": 1.75e-06, "team": 1.76e-06, "flops": 3.75e-12, "beyond_l2": 8.29e-12,
            "beyond_l3": 3.06e-11, "outputs": 1.41e-11, "outputs_half": 3.45e-11, "outputs_last":
            1.12e-10, "planes": 5.19e-10, "bytes": 2.66e-12, "packed": 6.2e-12, "gathered":
            1.66e-11, "runs": 9.09e-10, "runs_bordered": 2.76e-09, "pieces": 2.78e-08,
            "piece_terms": 2.76e-10, "workers": -0.514, "taps": 0.00572, "taps_8": 0.0487,
            "taps_64": 0.0426, "kernel_row": -0.0535, "group_in": 0.021, "group_in_16": 0.0132,
            "group_out": -0.0577, "group_out_8": 0.0568, "row": -0.01, "row_16": -0.00909,
            "row_128": 0.0257, "rows": 0.0325, "rows_16": -0.00747, "double": 0.594, "complex":
            -0.379, "complex_double": 0.123, "integer": 0.438, "narrow_integer": -0.0138,
            "converted": 0.149, "half": -0.0849, "channels_last": -0.0397, "channels_last_channels":
            0.0151, "stride": 0.0537, "dilation": 0.0841, "bordered": 0.153, "bordered_padded":
            0.0497, "rank_1": 0.115, "rank_3": -0.0831},
        "channels": {"call": 1.59e-06, "team": 1.29e-06, "flops": 4.93e-12, "beyond_l2": 5.19e-12,
            "beyond_l3": 6.63e-11, "outputs": 1.38e-10, "outputs_half": 2.68e-11, "outputs_last":
            5.56e-11, "planes": 6.42e-10, "bytes": 1.45e-12, "packed": 5.68e-12, "gathered":
            5.16e-11, "runs": 6.39e-10, "runs_bordered": 2.41e-09, "pieces": 8.55e-08,
            "piece_terms": 4.74e-10, "workers": -0.551, "taps": -0.0411, "taps_8": -0.0292,
            "taps_64": 0.0593, "kernel_row": 0.0655, "group_in": 0.0134, "group_out": 0.0296,
            "group_out_8": -0.128, "group_out_32": 0.0905, "groups": 0.00168, "row": -0.0257,
            "row_16": 0.0364, "row_128": 0.0105, "rows": 0.0058, "rows_16": -0.00691, "double":
            0.603, "complex": -0.46, "complex_double": -0.0244, "integer": 0.308, "narrow_integer":
            -0.177, "converted": 0.201, "half": -0.064, "channels_last": -0.101,
            "channels_last_channels": 0.0071, "stride": 0.0342, "dilation": 0.122, "bordered":
            0.0344, "bordered_padded": 0.0955, "rank_1": -0.18, "rank_3": 0.0819},
        "groups": {"call": 1.86e-06, "team": 1.25e-06, "flops": 2.9e-12, "beyond_l2": 9.5e-12,
            "beyond_l3": 2.06e-11, "outputs": 8.32e-12, "outputs_half": 2.51e-11, "outputs_last":
            1.31e-11, "planes": 4.3e-10, "bytes": 2.82e-12, "packed": 3.6e-12, "gathered": 9.85e-12,
            "runs": 2.77e-10, "runs_bordered": 7.69e-10, "pieces": 5.4e-08, "piece_terms": 8.11e-11,
            "workers": -0.377, "taps": 0.0205, "taps_8": 0.0964, "taps_64": -0.0845, "kernel_row":
            0.0929, "group_in": 0.021, "group_in_16": 0.0132, "group_out": -0.0577, "group_out_8":
            0.0568, "groups": -0.0599, "row": 0.0313, "row_16": -0.0845, "row_128": 0.0726, "rows":
            -0.00935, "rows_16": 0.0469, "double": 0.38, "complex": -0.379, "complex_double": 0.123,
            "integer": 0.25, "narrow_integer": -0.0262, "converted": 0.158, "half": 0.14,
            "channels_last": -0.532, "channels_last_channels": 0.103, "stride": 0.218, "dilation":
            0.0328, "bordered": 0.0638, "bordered_padded": 0.0527, "rank_1": -0.0807, "rank_3":
            0.219},
        "in_place": {"call": 1.77e-06, "team": 1.04e-06, "flops": 2.06e-12, "beyond_l2": 5.79e-12,
            "beyond_l3": 1.21e-11, "outputs": 1.29e-11, "outputs_half": 3.45e-11, "outputs_last":
            1.12e-10, "planes": 5.93e-10, "bytes": 5.13e-12, "packed": 2.26e-12, "gathered":
            6.5e-12, "runs": 1.37e-09, "runs_bordered": 4.36e-09, "pieces": 3.76e-09, "piece_terms":
            1.3e-10, "workers": -0.512, "taps": 0.00993, "taps_8": -0.0133, "taps_64": -0.0407,
            "kernel_row": 0.00797, "group_in": 0.0165, "group_in_16": 0.0649, "group_out": 0.0402,
            "group_out_8": -0.0821, "group_out_32": 0.016, "groups": -0.00418, "row": 0.012,
            "row_16": 0.0174, "row_128": -0.0126, "rows": 0.0207, "rows_16": -0.0079, "double":
            0.511, "complex": -0.379, "complex_double": 0.123, "integer": 0.584, "narrow_integer":
            -0.0138, "converted": 0.0862, "half": -0.0849, "channels_last": -0.0397,
            "channels_last_channels": 0.0151, "stride": 0.0806, "dilation": 0.0449, "bordered":
            0.0471, "bordered_padded": 0.0386, "rank_3": 0.0121},
        "pixels_1": {"call": 1.52e-06, "team": 1.55e-06, "flops": 1.73e-12, "beyond_l2": 4.65e-12,
            "beyond_l3": 2.7e-11, "outputs": 9.84e-12, "outputs_half": 3.46e-11, "outputs_last":
            1.12e-10, "planes": 5.36e-10, "bytes": 8.79e-13, "packed": 2.05e-12, "gathered":
            3.99e-12, "runs": 3.29e-09, "runs_bordered": 1.47e-09, "pieces": 1.36e-08,
            "piece_terms": 1.82e-10, "workers": -0.534, "taps": 0.203, "taps_8": 0.0105, "taps_64":
            -0.0969, "kernel_row": -0.0883, "group_in": -0.0159, "group_in_16": -0.546, "group_out":
            -0.0577, "group_out_8": 0.0568, "groups": -0.0318, "row": -0.0597, "row_16": 0.0797,
            "row_128": -0.0236, "rows": -0.0272, "rows_16": 0.0615, "double": 0.61, "complex":
            -0.379, "complex_double": 0.123, "integer": 0.629, "narrow_integer": 0.147, "converted":
            -0.0708, "half": 0.456, "channels_last": -0.0302, "channels_last_channels": 0.205,
            "stride": 0.0839, "dilation": 0.0165, "bordered": 0.047, "bordered_padded": 0.12,
            "rank_1": 0.259, "rank_3": -0.501},
        "pixels_2": {"call": 1.72e-06, "team": 1.93e-06, "flops": 1.87e-12, "beyond_l2": 8.73e-12,
            "beyond_l3": 1.63e-11, "outputs": 1.2e-10, "outputs_half": 3.96e-11, "outputs_last":
            6.3e-11, "planes": 4.9e-10, "bytes": 3.12e-12, "packed": 2.62e-12, "gathered": 1.1e-11,
            "runs": 1.63e-09, "runs_bordered": 3.01e-09, "pieces": 3.15e-08, "piece_terms":
            5.52e-10, "workers": -0.45, "taps": -0.0597, "taps_8": 0.206, "taps_64": -0.00993,
            "kernel_row": -0.152, "group_in": 0.125, "group_in_16": -0.0992, "group_out": -0.285,
            "group_out_8": 0.0568, "groups": -0.0108, "row": 0.128, "row_16": -0.0553, "row_128":
            -0.0904, "rows": -0.0114, "rows_16": 0.0461, "double": 0.311, "complex": -0.172,
            "complex_double": 0.156, "integer": 0.151, "narrow_integer": -0.0138, "converted":
            -0.00229, "half": 0.0463, "channels_last": -0.202, "channels_last_channels": 0.0963,
            "stride": 0.151, "dilation": 0.119, "bordered": -0.359, "bordered_padded": 0.486,
            "rank_1": 0.507, "rank_3": 0.0418},
        "pixels_4": {"call": 1.83e-06, "team": 1.47e-06, "flops": 2.75e-12, "beyond_l2": 1.39e-11,
            "beyond_l3": 2.41e-11, "outputs": 1.14e-11, "outputs_half": 2.1e-11, "outputs_last":
            7.03e-11, "planes": 5.56e-10, "bytes": 2.49e-12, "packed": 1.62e-11, "gathered":
            3.79e-11, "runs": 7.87e-10, "runs_bordered": 3.21e-09, "pieces": 4.11e-08,
            "piece_terms": 1.91e-10, "workers": -0.513, "taps": -0.0373, "taps_8": -0.0333,
            "taps_64": 0.132, "kernel_row": -0.0155, "group_in": -0.0118, "group_in_16": -0.0428,
            "group_out": 0.098, "group_out_8": -0.043, "group_out_32": -0.0758, "groups": 0.0283,
            "row": -0.0204, "row_16": 0.0492, "row_128": -0.0421, "rows_16": 0.00323, "double":
            0.189, "complex": -0.191, "complex_double": 0.166, "integer": 0.106, "narrow_integer":
            0.0382, "converted": 0.0588, "half": -0.0518, "channels_last": -0.0569,
            "channels_last_channels": 0.0528, "stride": 0.0619, "dilation": 0.0187, "bordered":
            0.208, "bordered_padded": 0.209, "rank_1": -0.0455, "rank_3": 0.097},
        "pointwise": {"call": 1.54e-06, "team": 1.85e-06, "flops": 4.82e-12, "beyond_l2": 6.31e-12,
            "beyond_l3": 1.99e-11, "outputs": 1.45e-11, "outputs_half": 3.5e-11, "outputs_last":
            7.57e-11, "planes": 3.77e-10, "bytes": 1.61e-12, "packed": 5.19e-12, "gathered":
            1.45e-11, "runs": 5.41e-09, "runs_bordered": 2.76e-09, "pieces": 6.46e-08,
            "piece_terms": 2.27e-10, "workers": -0.532, "taps": 0.00572, "taps_8": 0.0487,
            "taps_64": 0.0426, "kernel_row": -0.0535, "group_in": -0.0751, "group_in_16": 0.0877,
            "group_out": 0.304, "group_out_8": -0.64, "group_out_32": 0.356, "row": -0.0217,
            "row_16": 0.0801, "row_128": 0.0284, "rows": -0.0251, "rows_16": 0.0528, "double":
            0.614, "complex": -0.73, "complex_double": -0.0466, "integer": 0.261, "narrow_integer":
            0.0624, "converted": -0.00544, "half": -0.14, "channels_last": 0.472,
            "channels_last_channels": -0.0678, "stride": 0.0888, "dilation": -0.112, "bordered":
            0.153, "bordered_padded": 0.0497, "rank_1": -0.251, "rank_3": -0.364},
        "rows": {"call": 1.57e-06, "team": 1.75e-06, "flops": 1.17e-11, "beyond_l2": 1.14e-11,
            "beyond_l3": 1.03e-10, "outputs": 1.16e-11, "outputs_half": 3.25e-11, "outputs_last":
            1.01e-10, "planes": 5.06e-10, "bytes": 1.63e-12, "packed": 3.01e-11, "gathered":
            1.91e-11, "runs": 5.66e-10, "runs_bordered": 2.05e-08, "pieces": 1.29e-08,
            "piece_terms": 1.48e-10, "workers": -0.46, "taps": -0.0584, "taps_8": 0.13, "taps_64":
            -0.0986, "kernel_row": 0.0794, "group_in": 0.0145, "group_in_16": 0.121, "group_out":
            -0.053, "group_out_8": 0.132, "group_out_32": -0.0833, "groups": -0.025, "row": -0.0775,
            "row_16": 0.0115, "row_128": 0.0869, "rows": -0.134, "rows_16": 0.138, "double": 0.543,
            "complex": -0.606, "complex_double": 0.00992, "integer": 0.751, "narrow_integer": 0.107,
            "converted": 0.0316, "half": 0.0365, "channels_last": 0.0518, "channels_last_channels":
            0.00477, "stride": -0.244, "dilation": 0.152, "bordered": 0.145, "bordered_padded":
            0.0126, "rank_1": 0.115, "rank_3": 0.19},
    },
    "winograd": {
        "": {"call": 2e-06, "team": 1.53e-06, "flops": 1.51e-11, "beyond_l2": 9.88e-11, "beyond_l3":
            2.34e-11, "outputs": 6.02e-12, "outputs_half": 1e-10, "outputs_last": 6.54e-10,
            "planes": 2.21e-08, "bytes": 6.36e-12, "packed": 7.69e-13, "gathered": 1e-10, "runs":
            5e-09, "runs_bordered": 5e-09, "pieces": 1.53e-08, "piece_terms": 9.35e-09, "workers":
            -0.397, "taps": 0.166, "taps_8": -0.138, "taps_64": -0.124, "kernel_row": -0.269,
            "group_in": -0.0886, "group_in_16": 0.122, "group_out": -0.0189, "group_out_8": -0.138,
            "group_out_32": 0.0715, "groups": 0.00641, "row": -0.0866, "row_16": 0.113, "row_128":
            -0.0404, "rows": 0.0268, "rows_16": -0.0623, "double": 0.375, "complex": 0.233,
            "complex_double": 0.535, "channels_last": 0.0334, "channels_last_channels": -0.00755,
            "dilation": 0.136, "bordered": 0.213, "bordered_padded": 0.108, "rank_1": 0.14,
            "rank_3": 0.217},
        "lanes": {"call": 1.61e-06, "team": 1.24e-06, "flops": 8.93e-12, "beyond_l2": 1.27e-11,
            "beyond_l3": 7.27e-11, "outputs": 5.42e-12, "outputs_half": 1e-10, "outputs_last":
            8.64e-10, "planes": 1.68e-08, "bytes": 1.65e-11, "packed": 7.44e-13, "gathered": 1e-10,
            "runs": 5e-09, "runs_bordered": 5e-09, "pieces": 1.48e-08, "piece_terms": 5.59e-09,
            "workers": -0.436, "taps": -0.29, "taps_8": 0.324, "taps_64": -0.159, "kernel_row":
            -0.163, "group_in": 0.012, "group_in_16": 0.294, "group_out": -0.112, "group_out_8":
            0.0985, "group_out_32": -0.189, "groups": -0.0214, "row": 0.0354, "row_16": -0.0536,
            "row_128": 0.0639, "rows": 0.0993, "rows_16": -0.0837, "double": 0.135, "complex":
            0.318, "complex_double": 0.581, "channels_last": 0.055, "channels_last_channels":
            -0.00921, "dilation": 0.174, "bordered": 0.114, "bordered_padded": 0.875, "rank_1":
            -0.291, "rank_3": 0.126},
    },
    "im2col": {
        "": {"call": 1.11e-05, "team": 2.23e-06, "flops": 8.9e-12, "beyond_l2": 4.45e-11,
            "beyond_l3": 1.93e-10, "outputs": 1.71e-12, "outputs_half": 1.26e-10, "outputs_last":
            1.04e-09, "planes": 1.4e-10, "bytes": 1.75e-11, "packed": 1.25e-11, "gathered":
            1.26e-10, "runs": 4.74e-09, "runs_bordered": 1.18e-08, "pieces": 1.54e-07,
            "piece_terms": 9.26e-11, "workers": -0.403, "taps": 0.0363, "taps_8": 0.0112, "taps_64":
            -0.05, "group_in": 0.0242, "group_in_16": -0.00795, "group_out": -0.011, "group_out_8":
            -0.0183, "group_out_32": 0.051, "groups": -0.0132, "row": -0.249, "row_16": 0.215,
            "row_128": 0.0117, "rows": -0.00467, "rows_16": 0.0236, "double": 0.0186, "complex":
            0.537, "complex_double": 0.279, "converted": 0.0504, "half": 0.0504, "channels_last":
            0.0799, "channels_last_channels": 0.042, "stride": 0.119, "dilation": 0.084, "bordered":
            0.202, "bordered_padded": -0.0307, "rank_1": 0.2, "rank_3": -0.0215},
        "pointwise": {"call": 1.1e-05, "team": 1.2e-06, "flops": 2.89e-11, "beyond_l2": 3.04e-11,
            "beyond_l3": 1.62e-10, "outputs": 1.73e-12, "outputs_half": 1.26e-10, "outputs_last":
            1.04e-09, "planes": 1.42e-10, "bytes": 9.62e-12, "packed": 1.25e-11, "gathered":
            1.26e-10, "runs": 4.74e-09, "runs_bordered": 1.18e-08, "pieces": 1.77e-07,
            "piece_terms": 9.33e-11, "workers": -0.57, "taps": 0.0363, "taps_8": 0.0112, "taps_64":
            -0.05, "group_in": -0.129, "group_in_16": 0.165, "group_out": -0.388, "group_out_8":
            0.304, "group_out_32": 0.146, "groups": -0.0132, "row": -0.138, "row_16": 0.307,
            "row_128": -0.122, "rows": 0.0423, "rows_16": -0.0722, "double": 0.501, "complex":
            0.101, "complex_double": 0.574, "converted": 0.0504, "half": 0.0504, "channels_last":
            0.0799, "channels_last_channels": 0.042, "stride": 0.119, "dilation": 0.048, "bordered":
            0.202, "bordered_padded": -0.0307, "rank_1": -0.208, "rank_3": 0.556},
        "rows": {"call": 1.16e-05, "team": 4.57e-06, "flops": 8.05e-12, "beyond_l2": 4.33e-11,
            "beyond_l3": 1.37e-10, "outputs": 1.62e-12, "outputs_half": 2.35e-10, "outputs_last":
            7.37e-10, "planes": 1.44e-10, "bytes": 1.41e-11, "packed": 1.29e-11, "gathered":
            1.26e-10, "runs": 4.21e-09, "runs_bordered": 1.18e-08, "pieces": 1.68e-07,
            "piece_terms": 6.41e-11, "workers": -0.38, "taps": 0.137, "taps_8": -0.0834, "taps_64":
            -0.0497, "kernel_row": -0.017, "group_in": 0.0474, "group_in_16": -0.0298, "group_out":
            -0.036, "group_out_8": 0.0392, "group_out_32": 0.0612, "groups": -0.0069, "row": -0.343,
            "row_16": 0.382, "row_128": -0.0579, "rows": -0.00775, "rows_16": 0.0255, "double":
            0.0287, "complex": 0.537, "complex_double": 0.279, "converted": 0.0126, "half": 0.0126,
            "channels_last": 0.0259, "channels_last_channels": 0.042, "stride": 0.119, "dilation":
            0.0226, "bordered": 0.202, "bordered_padded": -0.0307, "rank_1": 0.23, "rank_3":
            -0.0369},
        "windows": {"call": 1.06e-05, "team": 1.65e-06, "flops": 3.23e-12, "beyond_l2": 2.41e-11,
            "beyond_l3": 7.46e-11, "outputs": 1.53e-12, "outputs_half": 2.92e-11, "outputs_last":
            3.66e-10, "planes": 1.46e-10, "bytes": 9.23e-12, "packed": 2.04e-11, "gathered":
            3.97e-11, "runs": 6.46e-09, "runs_bordered": 4.55e-09, "pieces": 5.99e-08,
            "piece_terms": 9.25e-11, "workers": -0.419, "taps": 0.00376, "taps_8": 0.0265,
            "taps_64": -0.0216, "kernel_row": 0.0024, "group_in": 0.00232, "group_in_16": -0.00974,
            "group_out": 0.0423, "group_out_8": -0.0593, "group_out_32": 0.0972, "groups": -0.0136,
            "row": -0.0497, "row_128": 0.0281, "rows": -0.011, "rows_16": 0.0271, "double": -0.0414,
            "complex": 0.673, "complex_double": 0.433, "converted": 0.119, "half": 0.119,
            "channels_last": 0.168, "channels_last_channels": 0.0286, "stride": 0.0152, "dilation":
            0.056, "bordered": 0.062, "bordered_padded": 0.0279, "rank_1": 0.196, "rank_3":
            -0.0625},
    },
    "fft": {
        "": {"call": 1.88e-06, "team": 2.13e-06, "flops": 6.59e-12, "beyond_l2": 1.36e-11,
            "beyond_l3": 7.71e-12, "outputs": 7.66e-11, "outputs_half": 2.79e-11, "outputs_last":
            2.16e-10, "planes": 6.18e-08, "bytes": 3.14e-12, "packed": 4.27e-13, "gathered": 1e-10,
            "runs": 5e-09, "runs_bordered": 5e-09, "pieces": 1.13e-10, "piece_terms": 1.41e-13,
            "workers": -0.312, "taps": 0.0503, "taps_8": -0.0519, "taps_64": 0.0157, "kernel_row":
            -0.0164, "group_in": 0.13, "group_in_16": -0.11, "group_out": -0.0419, "group_out_8":
            0.119, "group_out_32": -0.0568, "groups": 0.0197, "row": 0.0596, "row_16": -0.081,
            "row_128": 0.0375, "rows": -0.0103, "rows_16": 0.0419, "double": 0.452, "complex":
            0.173, "complex_double": 0.668, "converted": 0.0107, "half": 0.0107, "channels_last":
            -0.0728, "channels_last_channels": 0.0428, "stride": 0.177, "dilation": -0.0468,
            "bordered": 0.047, "bordered_padded": 0.0932, "rank_1": -0.0843, "rank_3": -0.072},
        "planes": {"call": 1.99e-06, "team": 2.51e-06, "flops": 6.27e-12, "beyond_l2": 8.27e-12,
            "beyond_l3": 8.44e-12, "outputs": 3.83e-11, "outputs_half": 2.87e-11, "outputs_last":
            2.69e-10, "planes": 1.63e-08, "bytes": 9.7e-12, "packed": 4.49e-13, "gathered": 1e-10,
            "runs": 5e-09, "runs_bordered": 5e-09, "pieces": 1.13e-10, "piece_terms": 1.39e-13,
            "workers": -0.409, "taps": -0.00325, "taps_8": 0.00545, "taps_64": -0.0167,
            "kernel_row": 0.0162, "group_in": 0.063, "group_in_16": 0.0265, "group_out": -0.0408,
            "group_out_8": 0.0407, "group_out_32": 0.023, "groups": 0.0357, "row": 0.0499, "row_16":
            -0.0587, "row_128": 0.0372, "rows": 0.0236, "rows_16": 0.0123, "double": 0.342,
            "complex": 0.133, "complex_double": 0.469, "converted": 0.00944, "half": 0.00944,
            "channels_last": -0.0411, "channels_last_channels": 0.0336, "stride": 0.141, "dilation":
            -0.0732, "bordered": 0.0572, "bordered_padded": 0.103, "rank_1": -0.174, "rank_3":
            0.00417},
        "summed": {"call": 6.36e-05, "team": 0.000209, "flops": 4.5e-12, "beyond_l2": 2.42e-11,
            "beyond_l3": 6.57e-12, "outputs": 2.74e-10, "outputs_half": 2.78e-11, "outputs_last":
            3.92e-10, "planes": 6.08e-09, "bytes": 2.11e-11, "packed": 4.8e-13, "gathered": 1e-10,
            "runs": 5e-09, "runs_bordered": 5e-09, "pieces": 1.13e-10, "piece_terms": 1.41e-13,
            "workers": -0.0199, "taps": 0.0615, "taps_8": -0.003, "taps_64": -0.115, "kernel_row":
            -0.0155, "group_in": -0.046, "group_in_16": 0.0579, "group_out": 0.00587, "group_out_8":
            0.0107, "group_out_32": 0.0147, "groups": 0.0285, "row": 0.0898, "row_16": -0.0287,
            "row_128": 0.00275, "rows": 0.0615, "rows_16": -0.0293, "double": 0.393, "complex":
            0.486, "complex_double": 0.773, "converted": 0.114, "half": 0.114, "channels_last":
            -0.39, "channels_last_channels": 0.0642, "stride": 0.12, "dilation": 0.0244, "bordered":
            0.167, "bordered_padded": 0.0305, "rank_1": -0.243, "rank_3": -0.0398},
    },
    "naive": {
        "": {"call": 4.93e-06, "team": 5e-06, "flops": 1e-11, "beyond_l2": 2e-11, "beyond_l3":
            5e-11, "outputs": 1e-11, "outputs_half": 1e-10, "outputs_last": 1e-10, "planes":
            9.98e-10, "bytes": 1.27e-07, "packed": 2e-11, "gathered": 1e-10, "runs": 5e-09,
            "runs_bordered": 5e-09, "pieces": 1e-07, "piece_terms": 1e-10, "workers": -0.7, "taps":
            -0.0854, "taps_8": 0.0521, "taps_64": 0.0302, "kernel_row": -0.00238, "group_in":
            -0.0369, "group_in_16": 0.00955, "group_out": -0.0102, "group_out_8": -0.0123,
            "group_out_32": 0.0353, "groups": -0.00869, "row": 0.0161, "row_16": 0.0175, "row_128":
            -0.264, "rows": 0.00491, "rows_16": 0.0163, "double": -0.714, "complex": -2.06,
            "complex_double": -2.73, "integer": -0.671, "narrow_integer": -0.723, "converted":
            -0.0487, "half": 0.0755, "channels_last": -0.0374, "channels_last_channels": -0.0105,
            "stride": -0.00837, "dilation": -0.012, "bordered": 0.0197, "bordered_padded": 0.00183,
            "rank_1": -0.0955, "rank_3": 0.0634},
    },
}

PREPARE: dict[str, dict[str, dict[str, float]]] = {
    "direct": {
        "": {"call": 2.46e-06, "team": 5e-06, "prepared": 1e-12, "weights": 9.16e-12, "filters":
            2.84e-09, "workers": -0.0324, "taps": 0.451, "taps_8": -0.236, "taps_64": 0.0265,
            "kernel_row": -0.132, "group_in": 0.0618, "group_in_16": 0.213, "group_out": -0.216,
            "group_out_8": 0.0196, "group_out_32": 0.263, "groups": -0.106, "row": 0.0151, "row_16":
            0.0719, "row_128": -0.0615, "rows": 0.0767, "rows_16": -0.0589, "double": -0.266,
            "complex": 1.18, "complex_double": 0.863, "integer": -0.00878, "narrow_integer": 0.947,
            "converted": 0.957, "half": -0.652, "channels_last": 0.537, "channels_last_channels":
            0.073, "stride": -0.2, "dilation": 0.0996, "bordered": -0.148, "bordered_padded":
            0.0158, "rank_1": 0.12, "rank_3": -0.14},
        "channels": {"call": 2.16e-06, "team": 5e-06, "prepared": 8.24e-15, "weights": 1.34e-13,
            "filters": 9.33e-10, "workers": -0.0188, "taps": 0.424, "taps_8": 0.216, "taps_64":
            -0.276, "kernel_row": 0.0444, "group_in": 0.559, "group_in_16": 0.161, "group_out":
            -0.497, "group_out_8": 0.52, "group_out_32": 0.0851, "groups": 0.0925, "row": 0.00305,
            "row_16": -0.141, "row_128": 0.167, "rows": 0.0567, "rows_16": -0.109, "double": 0.328,
            "complex": 1.4, "complex_double": 1.82, "integer": -0.628, "narrow_integer": -0.0237,
            "converted": 1.7, "half": -1.47, "channels_last": 1.57, "channels_last_channels":
            -0.026, "stride": -0.0706, "dilation": 0.185, "bordered": -0.0492, "bordered_padded":
            0.00504, "rank_1": -0.0561, "rank_3": 0.0528},
        "groups": {"call": 2.24e-06, "team": 5e-06, "prepared": 4.1e-12, "weights": 1.95e-12,
            "filters": 7.96e-10, "workers": -0.0347, "taps": 0.227, "taps_8": 0.38, "taps_64":
            -0.306, "kernel_row": -0.293, "group_in": 0.0618, "group_in_16": 0.213, "group_out":
            -0.216, "group_out_8": 0.0196, "group_out_32": 0.263, "groups": -0.0301, "row": -0.012,
            "row_16": 0.162, "row_128": -0.167, "rows": 0.0443, "rows_16": -0.106, "double": -0.137,
            "complex": 1.18, "complex_double": 0.863, "integer": 0.119, "narrow_integer": 0.366,
            "converted": 0.538, "half": -0.287, "channels_last": 1.12, "channels_last_channels":
            -0.0448, "stride": 0.0284, "dilation": -0.393, "bordered": -0.5, "bordered_padded":
            -0.079, "rank_1": 0.886, "rank_3": -0.318},
        "in_place": {"call": 2.12e-06, "team": 5e-06, "prepared": 1.96e-11, "weights": 3.99e-12,
            "filters": 2.23e-09, "workers": -0.129, "taps": 0.0545, "taps_8": -0.163, "taps_64":
            0.0406, "kernel_row": 0.16, "group_in": -0.0529, "group_in_16": 0.107, "group_out":
            0.0603, "group_out_8": -0.187, "group_out_32": 0.133, "groups": -0.0315, "row": 0.0968,
            "row_16": -0.0824, "row_128": 0.0348, "rows": 0.0442, "rows_16": -0.0346, "double":
            -0.662, "complex": 1.18, "complex_double": 0.863, "integer": 0.374, "narrow_integer":
            0.947, "converted": -0.298, "half": -0.652, "channels_last": 0.537,
            "channels_last_channels": 0.073, "stride": -0.0255, "dilation": -0.0236, "bordered":
            -0.101, "bordered_padded": -0.0495, "rank_1": -0.188, "rank_3": 0.154},
        "pixels_1": {"call": 1.92e-06, "team": 5e-06, "prepared": 1.35e-12, "weights": 1.16e-11,
            "filters": 2.45e-09, "workers": -0.137, "taps": 0.821, "taps_8": -0.327, "taps_64":
            -0.345, "kernel_row": -0.256, "group_in": 0.025, "group_in_16": -0.179, "group_out":
            -0.216, "group_out_8": 0.0196, "group_out_32": 0.263, "groups": -0.084, "row": -0.0168,
            "row_16": 0.0685, "row_128": 0.00714, "rows": -0.106, "rows_16": 0.152, "double":
            -0.665, "complex": 1.18, "complex_double": 0.863, "integer": -0.289, "narrow_integer":
            1.25, "converted": 0.747, "half": -0.514, "channels_last": 0.168,
            "channels_last_channels": 0.767, "stride": 0.115, "dilation": 0.226, "bordered": -0.132,
            "bordered_padded": 0.0853, "rank_1": 0.87, "rank_3": -0.32},
        "pixels_2": {"call": 2.13e-06, "team": 5e-06, "prepared": 1.04e-12, "weights": 9.56e-12,
            "filters": 3.27e-09, "workers": -0.242, "taps": 0.154, "taps_8": -0.124, "taps_64":
            -0.0365, "kernel_row": 0.00738, "group_in": 0.0969, "group_in_16": 0.158, "group_out":
            -0.231, "group_out_8": 0.0196, "group_out_32": 0.263, "groups": -0.0501, "row": 0.176,
            "row_16": -0.239, "row_128": 0.133, "rows": 0.221, "rows_16": -0.291, "double": -0.349,
            "complex": 1.28, "complex_double": 0.992, "integer": -0.0909, "narrow_integer": 0.947,
            "converted": 1.11, "half": -0.419, "channels_last": 0.237, "channels_last_channels":
            0.0771, "stride": -0.202, "dilation": -0.0238, "bordered": 0.00938, "bordered_padded":
            0.156, "rank_1": 0.13, "rank_3": 0.14},
        "pixels_4": {"call": 2.26e-06, "team": 5e-06, "prepared": 1.12e-12, "weights": 5.75e-11,
            "filters": 2.02e-09, "taps": 0.269, "taps_8": 0.037, "taps_64": -0.108, "kernel_row":
            -0.621, "group_in": -0.0424, "group_in_16": -0.00761, "group_out": 0.205, "group_out_8":
            -0.33, "group_out_32": 0.212, "groups": 0.0338, "row": -0.217, "row_16": 0.194,
            "row_128": 0.179, "rows": 0.0991, "rows_16": -0.0066, "double": 0.108, "complex": 1.11,
            "complex_double": 0.502, "integer": -0.419, "narrow_integer": 1.63, "converted": 1.44,
            "half": -0.844, "channels_last": 1.27, "channels_last_channels": 0.00978, "stride":
            0.105, "dilation": 0.532, "bordered": -0.0511, "bordered_padded": -0.34, "rank_1":
            0.764, "rank_3": -0.864},
        "pointwise": {"call": 2.37e-06, "team": 5e-06, "prepared": 6.09e-13, "weights": 1.85e-12,
            "filters": 5.25e-09, "workers": -0.125, "taps": 0.451, "taps_8": -0.236, "taps_64":
            0.0265, "kernel_row": -0.132, "group_in": 0.211, "group_in_16": 0.378, "group_out":
            -0.955, "group_out_8": 0.893, "group_out_32": 0.193, "groups": -0.106, "row": 0.18,
            "row_16": -0.289, "row_128": 0.0148, "rows": -0.0473, "rows_16": 0.132, "double": 0.584,
            "complex": 2.01, "complex_double": 2.23, "integer": 0.315, "narrow_integer": 0.667,
            "converted": 0.965, "half": -0.685, "channels_last": 0.148, "channels_last_channels":
            0.176, "stride": 0.0662, "dilation": 0.106, "bordered": -0.148, "bordered_padded":
            0.0158, "rank_1": 0.21, "rank_3": 0.107},
        "rows": {"call": 3.21e-06, "team": 5e-06, "prepared": 3.69e-12, "weights": 8.75e-12,
            "filters": 1.46e-09, "taps": 0.887, "taps_8": -0.781, "taps_64": -0.146, "kernel_row":
            0.0526, "group_in": 0.00163, "group_in_16": -0.0585, "group_out": -0.0528,
            "group_out_8": 0.0732, "group_out_32": -0.0845, "groups": -0.0381, "row": 0.0669,
            "row_16": -0.13, "row_128": 0.201, "rows": -0.0286, "rows_16": 0.101, "double": -0.83,
            "complex": 0.289, "complex_double": -0.226, "integer": -0.703, "narrow_integer": 0.438,
            "converted": 0.641, "half": -0.095, "channels_last": 0.162, "channels_last_channels":
            0.0554, "stride": 0.222, "dilation": -0.0585, "bordered": -0.609, "bordered_padded":
            0.052, "rank_1": 0.12, "rank_3": -0.169},
    },
    "winograd": {
        "": {"call": 1.06e-05, "team": 5e-06, "prepared": 1.8e-11, "weights": 3.42e-12, "filters":
            6.79e-09, "taps": 0.157, "taps_8": 0.403, "taps_64": -0.524, "kernel_row": 0.303,
            "group_in": -0.0386, "group_in_16": 0.251, "group_out": -0.145, "group_out_8": 0.283,
            "group_out_32": -0.0448, "groups": 0.0097, "row": 0.0344, "row_128": 0.163, "rows":
            -0.0462, "rows_16": 0.0903, "double": -0.293, "complex": 0.837, "complex_double": 0.313,
            "channels_last": 0.363, "channels_last_channels": -0.00683, "dilation": -0.029,
            "bordered": -0.125, "bordered_padded": -0.0406, "rank_1": -0.144, "rank_3": -0.465},
        "lanes": {"call": 7.2e-06, "team": 5e-06, "prepared": 2.29e-12, "weights": 5.7e-12,
            "filters": 1.52e-08, "taps": 0.24, "taps_8": -0.39, "taps_64": 0.0358, "kernel_row":
            1.55, "group_in": -0.0933, "group_in_16": 0.0077, "group_out": -0.331, "group_out_8":
            0.513, "group_out_32": -0.162, "groups": -0.18, "row": 0.0379, "row_16": -0.355,
            "row_128": 0.497, "rows": 0.257, "rows_16": -0.0696, "double": -0.0894, "complex":
            0.814, "complex_double": 0.323, "channels_last": 0.44, "channels_last_channels":
            -0.0234, "dilation": -0.147, "bordered": 0.277, "bordered_padded": 0.108, "rank_1":
            0.251, "rank_3": -0.00602},
    },
    "im2col": {
        "": {"call": 8.91e-06, "team": 5e-06, "prepared": 4.02e-12, "weights": 1.53e-12, "filters":
            3.18e-10, "taps": 0.327, "taps_8": -0.0773, "taps_64": -0.134, "kernel_row": -0.184,
            "group_in": -2.25, "group_in_16": 0.0704, "group_out": -0.0734, "group_out_8": 0.29,
            "group_out_32": -0.185, "groups": -2.36, "row": 0.104, "row_16": -0.129, "row_128":
            0.12, "rows": -0.0205, "rows_16": -0.0221, "double": -0.651, "complex": -1.83,
            "complex_double": -1.47, "converted": 0.237, "half": 0.237, "channels_last": 1.27,
            "channels_last_channels": 2.37, "stride": -0.0182, "dilation": 0.0644, "bordered":
            0.295, "bordered_padded": -0.105, "rank_1": -0.0298, "rank_3": -0.259},
        "pointwise": {"call": 8.51e-06, "team": 5e-06, "prepared": 4.02e-12, "weights": 1.53e-12,
            "filters": 3.18e-10, "taps": 0.327, "taps_8": -0.0773, "taps_64": -0.134, "kernel_row":
            -0.184, "group_in": -2.25, "group_in_16": 0.0704, "group_out": -0.0756, "group_out_8":
            0.289, "group_out_32": -0.186, "groups": -2.36, "row": 0.1, "row_16": -0.132, "row_128":
            0.119, "rows": -0.0198, "rows_16": -0.0219, "double": -0.651, "complex": -1.83,
            "complex_double": -1.47, "converted": 0.237, "half": 0.237, "channels_last": 1.27,
            "channels_last_channels": 2.37, "stride": -0.0182, "dilation": 0.0642, "bordered":
            0.295, "bordered_padded": -0.105, "rank_1": -0.0304, "rank_3": -0.259},
        "rows": {"call": 9.23e-06, "team": 5e-06, "prepared": 4.39e-12, "weights": 1.49e-12,
            "filters": 2.64e-10, "taps": 0.142, "taps_8": -0.724, "taps_64": -0.0501, "kernel_row":
            0.321, "group_in": -1.31, "group_in_16": 0.0173, "group_out": -0.579, "group_out_8":
            0.18, "group_out_32": 0.381, "groups": -2.34, "row": 0.151, "row_16": 0.229, "row_128":
            -0.128, "rows": 0.582, "rows_16": -0.222, "double": -1.32, "complex": -1.83,
            "complex_double": -1.47, "converted": 0.606, "half": 0.606, "channels_last": 0.422,
            "channels_last_channels": 2.37, "stride": -0.0182, "dilation": -0.889, "bordered":
            0.295, "bordered_padded": -0.105, "rank_1": -0.125, "rank_3": -0.00201},
        "windows": {"call": 8.24e-06, "team": 5e-06, "prepared": 4.92e-12, "weights": 1.3e-12,
            "filters": 6.27e-10, "taps": 0.34, "taps_8": -0.122, "taps_64": -0.0967, "kernel_row":
            -0.191, "group_in": -2.67, "group_in_16": 0.122, "group_out": -0.0127, "group_out_8":
            0.169, "group_out_32": -0.139, "groups": -2.73, "row": 0.106, "row_16": -0.136,
            "row_128": 0.126, "rows": -0.00135, "rows_16": -0.0544, "double": -0.676, "complex":
            -1.86, "complex_double": -1.5, "converted": 0.162, "half": 0.162, "channels_last": 1.36,
            "channels_last_channels": 2.72, "stride": 0.0248, "dilation": 0.0655, "bordered": 0.323,
            "bordered_padded": -0.104, "rank_1": 0.0406, "rank_3": -0.256},
    },
    "fft": {
        "": {"call": 3.21e-06, "team": 5e-06, "prepared": 6.53e-11, "weights": 1.99e-10, "filters":
            1.38e-07, "taps": 0.115, "taps_8": -0.125, "taps_64": 0.104, "kernel_row": -0.0257,
            "group_in": 0.13, "group_in_16": 0.201, "group_out": -0.106, "group_out_8": 0.343,
            "group_out_32": -0.0397, "groups": 0.0113, "row": -0.0484, "row_16": 0.0953, "row_128":
            0.021, "rows": 0.0708, "rows_16": 0.0133, "double": -0.598, "complex": -0.0162,
            "complex_double": -0.577, "converted": 0.0901, "half": 0.0901, "channels_last": -0.0847,
            "channels_last_channels": 0.0101, "stride": 0.0772, "dilation": 0.0547, "bordered":
            -0.048, "bordered_padded": -0.00935, "rank_1": -0.0345, "rank_3": 0.156},
        "planes": {"call": 3.11e-06, "team": 5e-06, "prepared": 1.08e-10, "weights": 1.83e-10,
            "filters": 6.39e-09, "taps": 0.0362, "taps_8": -0.00212, "taps_64": 0.0472,
            "kernel_row": -0.0232, "group_in": 0.00261, "group_in_16": 0.0856, "group_out": -0.0247,
            "group_out_8": 0.0778, "group_out_32": 0.00937, "groups": 0.00672, "row": 0.0264,
            "row_16": 0.019, "row_128": -0.0152, "rows": 0.0207, "rows_16": 0.0262, "double":
            -0.777, "complex": -0.0178, "complex_double": -0.833, "converted": 0.0343, "half":
            0.0343, "channels_last": -0.031, "channels_last_channels": -0.0056, "stride": -0.0453,
            "dilation": 0.0532, "bordered": 0.0108, "bordered_padded": 0.00429, "rank_1": -0.0519,
            "rank_3": 0.0595},
        "summed": {"call": 3.37e-05, "team": 5e-06, "prepared": 3.93e-10, "weights": 5.58e-10,
            "filters": 3.09e-07, "workers": -0.0281, "taps": -0.00381, "taps_8": -0.0714, "taps_64":
            0.138, "kernel_row": 0.0694, "group_in": 0.207, "group_in_16": -0.102, "group_out":
            0.0809, "group_out_8": 0.0353, "group_out_32": -0.0912, "groups": 0.0224, "row":
            -0.0395, "row_16": 0.0473, "row_128": -0.00975, "rows": -0.139, "rows_16": 0.198,
            "double": -0.503, "complex": 0.183, "complex_double": -0.702, "converted": 0.0264,
            "half": 0.0264, "channels_last": -0.0887, "channels_last_channels": 0.0108, "stride":
            0.0732, "dilation": 0.0319, "bordered": 0.145, "bordered_padded": -0.0122, "rank_1":
            -1.1, "rank_3": 0.395},
    },
    "naive": {
        "": {"call": 1.04e-06, "team": 5e-06, "prepared": 1e-10, "weights": 2.53e-10, "filters":
            7.86e-09, "workers": -0.7, "taps": -0.0205, "taps_8": -0.862, "taps_64": 1.05,
            "kernel_row": -0.0616, "group_in": 0.44, "group_in_16": -0.364, "group_out": -0.909,
            "group_out_8": -1.43, "group_out_32": -0.143, "groups": 0.24, "row": -0.889, "row_16":
            -0.0127, "rows": -0.43, "double": -0.0924, "complex": -0.0908, "complex_double":
            -0.0893, "integer": 0.0667, "narrow_integer": 0.121, "converted": 1.46, "half": 1.83,
            "channels_last": 0.376, "channels_last_channels": -0.382, "stride": -0.192, "dilation":
            0.37, "bordered": 0.326, "bordered_padded": 0.563, "rank_1": 0.682, "rank_3": -0.696},
    },
}
