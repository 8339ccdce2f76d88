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
    "direct channels": {"problems": 604, "median": 1.13, "rms": 1.3, "p90": 1.51},
    "direct groups": {"problems": 217, "median": 1.2, "rms": 1.49, "p90": 1.82},
    "direct in_place": {"problems": 366, "median": 1.11, "rms": 1.28, "p90": 1.42},
    "direct pixels_1": {"problems": 268, "median": 1.08, "rms": 1.23, "p90": 1.43},
    "direct pixels_2": {"problems": 129, "median": 1.21, "rms": 1.37, "p90": 1.68},
    "direct pixels_4": {"problems": 150, "median": 1.16, "rms": 1.28, "p90": 1.49},
    "direct pointwise": {"problems": 141, "median": 1.17, "rms": 1.34, "p90": 1.5},
    "direct rows": {"problems": 492, "median": 1.13, "rms": 1.24, "p90": 1.43},
    "direct, preparing": {"problems": 2367, "median": 1.19, "rms": 1.38, "p90": 1.68},
    "winograd": {"problems": 404, "median": 1.16, "rms": 1.29, "p90": 1.52},
    "winograd lanes": {"problems": 94, "median": 1.15, "rms": 1.25, "p90": 1.45},
    "winograd, preparing": {"problems": 404, "median": 1.21, "rms": 1.37, "p90": 1.65},
    "im2col": {"problems": 2184, "median": 1.16, "rms": 1.34, "p90": 1.6},
    "im2col pointwise": {"problems": 113, "median": 1.13, "rms": 1.28, "p90": 1.51},
    "im2col rows": {"problems": 1052, "median": 1.13, "rms": 1.29, "p90": 1.5},
    "im2col windows": {"problems": 1019, "median": 1.19, "rms": 1.41, "p90": 1.72},
    "im2col, preparing": {"problems": 2184, "median": 1.1, "rms": 1.37, "p90": 1.74},
    "fft": {"problems": 2177, "median": 1.15, "rms": 1.26, "p90": 1.45},
    "fft planes": {"problems": 1721, "median": 1.14, "rms": 1.26, "p90": 1.43},
    "fft summed": {"problems": 456, "median": 1.17, "rms": 1.3, "p90": 1.51},
    "fft, preparing": {"problems": 2177, "median": 1.16, "rms": 1.43, "p90": 1.61},
    "naive": {"problems": 149, "median": 1.07, "rms": 1.16, "p90": 1.24},
    "naive, preparing": {"problems": 149, "median": 1.2, "rms": 1.52, "p90": 1.61},
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
    "direct": {"v3": 2.23, "base": 7.54},
    "winograd": {"v3": 2.23, "base": 6.05},
    "im2col": {"v3": 3.13, "base": 8.67},
    "fft": {"v3": 1.97, "base": 3.19},
    "naive": {"v3": 1.0, "base": 1.0},
}

RATES: dict[str, dict[str, dict[str, float]]] = {
    "direct": {
        "": {"call": 1.76e-06, "team": 2.02e-06, "flops": 3.74e-12, "beyond_l2": 8.39e-12,
            "beyond_l3": 2.99e-11, "outputs": 1.58e-11, "outputs_half": 4.89e-11, "outputs_last":
            1.06e-10, "planes": 4.2e-10, "bytes": 2.54e-12, "packed": 6.62e-12, "gathered":
            1.72e-11, "runs": 8.63e-10, "runs_bordered": 2.81e-09, "pieces": 2.93e-08,
            "piece_terms": 2.67e-10, "workers": -0.501, "taps": 0.0082, "taps_8": 0.0505, "taps_64":
            0.0422, "kernel_row": -0.058, "group_in": 0.0271, "group_in_16": 0.0165, "group_out":
            -0.0623, "group_out_8": 0.076, "group_out_32": -0.016, "row": -0.0145, "row_16":
            -0.0126, "row_128": 0.0348, "rows": 0.0328, "rows_16": -0.00485, "double": 0.6,
            "complex": -0.388, "complex_double": 0.148, "integer": 0.431, "narrow_integer": -0.0303,
            "converted": 0.135, "half": -0.0875, "channels_last": -0.0422, "channels_last_channels":
            0.0177, "stride": 0.0624, "dilation": 0.0788, "bordered": 0.144, "bordered_padded":
            0.05, "rank_1": 0.146, "rank_3": -0.0964},
        "channels": {"call": 1.61e-06, "team": 1.66e-06, "flops": 5.44e-12, "beyond_l2": 5.35e-12,
            "beyond_l3": 6.42e-11, "outputs": 1.2e-10, "outputs_half": 3.35e-11, "outputs_last":
            6.06e-11, "planes": 5.12e-10, "bytes": 1.26e-12, "packed": 6.29e-12, "gathered":
            5.64e-11, "runs": 6.75e-10, "runs_bordered": 2.3e-09, "pieces": 8.86e-08, "piece_terms":
            5.15e-10, "workers": -0.514, "taps": -0.086, "taps_8": 0.0155, "taps_64": 0.0403,
            "kernel_row": 0.0745, "group_in": 0.0176, "group_in_16": 0.00839, "group_out": 0.0397,
            "group_out_8": -0.117, "group_out_32": 0.0608, "groups": 0.0117, "row": -0.0296,
            "row_16": 0.0242, "row_128": 0.0358, "rows_16": 0.00158, "double": 0.624, "complex":
            -0.49, "complex_double": 0.0276, "integer": 0.344, "narrow_integer": -0.173,
            "converted": 0.154, "half": -0.0458, "channels_last": -0.0873, "channels_last_channels":
            0.0056, "stride": 0.059, "dilation": 0.106, "bordered": 0.00833, "bordered_padded":
            0.104, "rank_1": -0.214, "rank_3": 0.0788},
        "groups": {"call": 1.86e-06, "team": 1.35e-06, "flops": 2.96e-12, "beyond_l2": 9.79e-12,
            "beyond_l3": 2.06e-11, "outputs": 9.08e-12, "outputs_half": 3.24e-11, "outputs_last":
            1.3e-11, "planes": 3.61e-10, "bytes": 2.81e-12, "packed": 3.75e-12, "gathered":
            1.01e-11, "runs": 2.75e-10, "runs_bordered": 7.84e-10, "pieces": 5.57e-08,
            "piece_terms": 8.11e-11, "workers": -0.377, "taps": 0.0171, "taps_8": 0.0993, "taps_64":
            -0.0846, "kernel_row": 0.0942, "group_in": 0.0271, "group_in_16": 0.0165, "group_out":
            -0.0623, "group_out_8": 0.076, "group_out_32": -0.016, "groups": -0.0603, "row": 0.0303,
            "row_16": -0.0843, "row_128": 0.0733, "rows": -0.0102, "rows_16": 0.0479, "double":
            0.379, "complex": -0.388, "complex_double": 0.148, "integer": 0.249, "narrow_integer":
            -0.0247, "converted": 0.154, "half": 0.139, "channels_last": -0.53,
            "channels_last_channels": 0.103, "stride": 0.218, "dilation": 0.0323, "bordered":
            0.0641, "bordered_padded": 0.0521, "rank_1": -0.0846, "rank_3": 0.218},
        "in_place": {"call": 1.76e-06, "team": 1.15e-06, "flops": 2.07e-12, "beyond_l2": 5.93e-12,
            "beyond_l3": 1.21e-11, "outputs": 1.28e-11, "outputs_half": 4.89e-11, "outputs_last":
            1.06e-10, "planes": 4.64e-10, "bytes": 4.57e-12, "packed": 2.77e-12, "gathered":
            9.97e-12, "runs": 1.22e-09, "runs_bordered": 4.33e-09, "pieces": 3.84e-09,
            "piece_terms": 1.52e-10, "workers": -0.501, "taps": 0.00481, "taps_8": -0.00388,
            "taps_64": -0.0311, "kernel_row": -0.00515, "group_in": 0.0151, "group_in_16": 0.0669,
            "group_out": 0.0389, "group_out_8": -0.0792, "group_out_32": 0.0244, "groups": -0.00441,
            "row": 0.0257, "row_16": -0.00748, "row_128": -0.00224, "rows": 0.0213, "rows_16":
            -0.00602, "double": 0.512, "complex": -0.388, "complex_double": 0.148, "integer": 0.579,
            "narrow_integer": -0.0303, "converted": 0.0509, "half": -0.0875, "channels_last":
            -0.0422, "channels_last_channels": 0.0177, "stride": 0.0625, "dilation": 0.0347,
            "bordered": 0.0423, "bordered_padded": 0.0374, "rank_1": 0.0554, "rank_3": -0.0115},
        "pixels_1": {"call": 1.52e-06, "team": 1.7e-06, "flops": 1.73e-12, "beyond_l2": 4.67e-12,
            "beyond_l3": 2.7e-11, "outputs": 1.07e-11, "outputs_half": 4.86e-11, "outputs_last":
            1.06e-10, "planes": 4.31e-10, "bytes": 8.68e-13, "packed": 2.11e-12, "gathered":
            4.06e-12, "runs": 3.23e-09, "runs_bordered": 1.49e-09, "pieces": 1.37e-08,
            "piece_terms": 1.8e-10, "workers": -0.535, "taps": 0.204, "taps_8": 0.0109, "taps_64":
            -0.0976, "kernel_row": -0.0891, "group_in": -0.0157, "group_in_16": -0.549, "group_out":
            -0.0623, "group_out_8": 0.076, "group_out_32": -0.016, "groups": -0.0315, "row": -0.061,
            "row_16": 0.0792, "row_128": -0.0217, "rows": -0.0274, "rows_16": 0.0618, "double":
            0.61, "complex": -0.388, "complex_double": 0.148, "integer": 0.63, "narrow_integer":
            0.148, "converted": -0.072, "half": 0.451, "channels_last": -0.03,
            "channels_last_channels": 0.206, "stride": 0.0834, "dilation": 0.0163, "bordered":
            0.046, "bordered_padded": 0.12, "rank_1": 0.26, "rank_3": -0.499},
        "pixels_2": {"call": 1.72e-06, "team": 2.18e-06, "flops": 1.84e-12, "beyond_l2": 8.67e-12,
            "beyond_l3": 1.62e-11, "outputs": 1.24e-10, "outputs_half": 5.95e-11, "outputs_last":
            6.12e-11, "planes": 4e-10, "bytes": 2.94e-12, "packed": 2.61e-12, "gathered": 1.12e-11,
            "runs": 1.62e-09, "runs_bordered": 3.05e-09, "pieces": 3.18e-08, "piece_terms":
            5.43e-10, "workers": -0.451, "taps": -0.0596, "taps_8": 0.208, "taps_64": -0.0124,
            "kernel_row": -0.151, "group_in": 0.127, "group_in_16": -0.0959, "group_out": -0.295,
            "group_out_8": 0.076, "group_out_32": -0.016, "groups": -0.0105, "row": 0.128, "row_16":
            -0.0572, "row_128": -0.0891, "rows": -0.0106, "rows_16": 0.046, "double": 0.308,
            "complex": -0.176, "complex_double": 0.153, "integer": 0.155, "narrow_integer": -0.0303,
            "converted": -0.00989, "half": 0.0408, "channels_last": -0.2, "channels_last_channels":
            0.0969, "stride": 0.152, "dilation": 0.119, "bordered": -0.363, "bordered_padded":
            0.485, "rank_1": 0.509, "rank_3": 0.043},
        "pixels_4": {"call": 1.83e-06, "team": 1.52e-06, "flops": 2.37e-12, "beyond_l2": 1.32e-11,
            "beyond_l3": 2.48e-11, "outputs": 1.31e-11, "outputs_half": 2.83e-11, "outputs_last":
            6.75e-11, "planes": 4.35e-10, "bytes": 2.17e-12, "packed": 3.09e-11, "gathered":
            2.79e-11, "runs": 6.74e-10, "runs_bordered": 3.2e-09, "pieces": 3.69e-08, "piece_terms":
            1.67e-10, "workers": -0.491, "taps": -0.012, "taps_8": -0.0373, "taps_64": 0.113,
            "kernel_row": -0.0166, "group_in": -0.0114, "group_in_16": -0.0255, "group_out": 0.105,
            "group_out_8": 0.00526, "group_out_32": -0.137, "groups": 0.0305, "row": -0.0532,
            "row_16": 0.0599, "row_128": -0.0177, "rows": 0.0083, "rows_16": 0.00879, "double":
            0.276, "complex": -0.138, "complex_double": 0.246, "integer": -0.0174, "narrow_integer":
            0.0286, "converted": 0.0684, "half": -0.0735, "channels_last": 0.015,
            "channels_last_channels": 0.0423, "stride": 0.065, "dilation": 0.0329, "bordered":
            0.177, "bordered_padded": 0.223, "rank_1": 0.0446, "rank_3": 0.0225},
        "pointwise": {"call": 1.55e-06, "team": 2.8e-06, "flops": 5.09e-12, "beyond_l2": 6.42e-12,
            "beyond_l3": 1.8e-11, "outputs": 1.61e-11, "outputs_half": 4.88e-11, "outputs_last":
            6.34e-11, "planes": 3.51e-10, "bytes": 1.45e-12, "packed": 5.47e-12, "gathered":
            1.47e-11, "runs": 5.56e-09, "runs_bordered": 2.81e-09, "pieces": 7.52e-08,
            "piece_terms": 2.51e-10, "workers": -0.541, "taps": 0.0082, "taps_8": 0.0505, "taps_64":
            0.0422, "kernel_row": -0.058, "group_in": -0.152, "group_in_16": 0.162, "group_out":
            0.402, "group_out_8": -0.72, "group_out_32": 0.336, "row": -0.00161, "row_16": 0.0374,
            "row_128": 0.0725, "rows": -0.0384, "rows_16": 0.0654, "double": 0.63, "complex":
            -0.774, "complex_double": 0.0204, "integer": 0.272, "narrow_integer": 0.0278,
            "converted": -0.0343, "half": -0.156, "channels_last": 0.414, "channels_last_channels":
            -0.0565, "stride": 0.0729, "dilation": -0.126, "bordered": 0.144, "bordered_padded":
            0.05, "rank_1": -0.323, "rank_3": -0.381},
        "rows": {"call": 1.57e-06, "team": 1.81e-06, "flops": 1.17e-11, "beyond_l2": 1.15e-11,
            "beyond_l3": 1.03e-10, "outputs": 1.28e-11, "outputs_half": 4.39e-11, "outputs_last":
            9.64e-11, "planes": 4.11e-10, "bytes": 1.59e-12, "packed": 3e-11, "gathered": 1.93e-11,
            "runs": 5.5e-10, "runs_bordered": 2.04e-08, "pieces": 1.32e-08, "piece_terms": 1.46e-10,
            "workers": -0.461, "taps": -0.0567, "taps_8": 0.13, "taps_64": -0.0992, "kernel_row":
            0.0794, "group_in": 0.0148, "group_in_16": 0.121, "group_out": -0.0531, "group_out_8":
            0.132, "group_out_32": -0.084, "groups": -0.0249, "row": -0.0784, "row_16": 0.0123,
            "row_128": 0.0871, "rows": -0.134, "rows_16": 0.138, "double": 0.543, "complex": -0.606,
            "complex_double": 0.00969, "integer": 0.751, "narrow_integer": 0.106, "converted":
            0.0306, "half": 0.0335, "channels_last": 0.0521, "channels_last_channels": 0.0046,
            "stride": -0.247, "dilation": 0.152, "bordered": 0.146, "bordered_padded": 0.0126,
            "rank_1": 0.146, "rank_3": 0.189},
    },
    "winograd": {
        "": {"call": 2e-06, "team": 2.24e-06, "flops": 2.04e-11, "beyond_l2": 1.39e-10, "beyond_l3":
            2.3e-11, "outputs": 6.75e-12, "outputs_half": 1e-10, "outputs_last": 8.3e-10, "planes":
            2.53e-08, "bytes": 6.39e-12, "packed": 8.87e-13, "gathered": 1e-10, "runs": 5e-09,
            "runs_bordered": 5e-09, "pieces": 1.68e-08, "piece_terms": 9.4e-09, "workers": -0.369,
            "taps": 0.197, "taps_8": -0.118, "taps_64": -0.15, "kernel_row": -0.348, "group_in":
            -0.0968, "group_in_16": 0.143, "group_out": -0.0277, "group_out_8": -0.119,
            "group_out_32": 0.0658, "groups": 0.00322, "row": -0.107, "row_16": 0.12, "row_128":
            -0.0325, "rows_16": -0.0323, "double": 0.415, "complex": 0.191, "complex_double": 0.589,
            "channels_last": 0.0528, "channels_last_channels": -0.00966, "dilation": 0.124,
            "bordered": 0.202, "bordered_padded": 0.103, "rank_1": 0.213, "rank_3": 0.141},
        "lanes": {"call": 1.59e-06, "team": 1.47e-06, "flops": 8.79e-12, "beyond_l2": 1.38e-11,
            "beyond_l3": 7.35e-11, "outputs": 6.21e-12, "outputs_half": 1e-10, "outputs_last":
            1.06e-09, "planes": 2.06e-08, "bytes": 1.64e-11, "packed": 8.91e-13, "gathered": 1e-10,
            "runs": 5e-09, "runs_bordered": 5e-09, "pieces": 1.63e-08, "piece_terms": 7.4e-09,
            "workers": -0.432, "taps": -0.217, "taps_8": 0.253, "taps_64": -0.176, "kernel_row":
            -0.185, "group_in": 0.0155, "group_in_16": 0.302, "group_out": -0.109, "group_out_8":
            0.071, "group_out_32": -0.136, "groups": -0.0252, "row": 0.015, "row_16": -0.034,
            "row_128": 0.0564, "rows": 0.0685, "rows_16": -0.0472, "double": 0.14, "complex": 0.275,
            "complex_double": 0.631, "channels_last": 0.063, "channels_last_channels": -0.0113,
            "dilation": 0.151, "bordered": 0.112, "bordered_padded": 0.804, "rank_1": -0.214,
            "rank_3": 0.0814},
    },
    "im2col": {
        "": {"call": 1.12e-05, "team": 3.55e-06, "flops": 8.38e-12, "beyond_l2": 4.87e-11,
            "beyond_l3": 1.86e-10, "outputs": 1.27e-12, "outputs_half": 1.36e-10, "outputs_last":
            9.65e-10, "planes": 1.61e-10, "bytes": 1.65e-11, "packed": 1.44e-11, "gathered":
            1.22e-10, "runs": 4.51e-09, "runs_bordered": 1.13e-08, "pieces": 1.52e-07,
            "piece_terms": 1.09e-10, "workers": -0.392, "taps": 0.0437, "taps_8": 0.012, "taps_64":
            -0.0541, "kernel_row": -0.00894, "group_in": 0.0344, "group_in_16": -0.00864,
            "group_out": -0.0181, "group_out_8": 0.0162, "group_out_32": 0.0229, "groups": -0.0129,
            "row": -0.25, "row_16": 0.202, "row_128": 0.0238, "rows": -0.00392, "rows_16": 0.0264,
            "double": 0.0164, "complex": 0.535, "complex_double": 0.302, "converted": 0.0458,
            "half": 0.0458, "channels_last": 0.084, "channels_last_channels": 0.0451, "stride":
            0.123, "dilation": 0.0709, "bordered": 0.2, "bordered_padded": -0.0302, "rank_1": 0.264,
            "rank_3": -0.0441},
        "pointwise": {"call": 1.17e-05, "team": 2.22e-06, "flops": 3.09e-11, "beyond_l2": 2.93e-11,
            "beyond_l3": 1.39e-10, "outputs": 1.28e-12, "outputs_half": 1.36e-10, "outputs_last":
            9.65e-10, "planes": 1.63e-10, "bytes": 8.18e-12, "packed": 1.44e-11, "gathered":
            1.22e-10, "runs": 4.51e-09, "runs_bordered": 1.13e-08, "pieces": 1.64e-07,
            "piece_terms": 1.1e-10, "workers": -0.577, "taps": 0.0437, "taps_8": 0.012, "taps_64":
            -0.0541, "kernel_row": -0.00894, "group_in": -0.115, "group_in_16": 0.15, "group_out":
            -0.416, "group_out_8": 0.288, "group_out_32": 0.202, "groups": -0.0129, "row": -0.132,
            "row_16": 0.284, "row_128": -0.094, "rows": 0.0642, "rows_16": -0.093, "double": 0.524,
            "complex": 0.0717, "complex_double": 0.582, "converted": 0.0458, "half": 0.0458,
            "channels_last": 0.084, "channels_last_channels": 0.0451, "stride": 0.123, "dilation":
            -0.0299, "bordered": 0.2, "bordered_padded": -0.0302, "rank_1": -0.103, "rank_3":
            0.533},
        "rows": {"call": 1.15e-05, "team": 5.55e-06, "flops": 7.39e-12, "beyond_l2": 4.51e-11,
            "beyond_l3": 1.38e-10, "outputs": 1.21e-12, "outputs_half": 2.21e-10, "outputs_last":
            7.62e-10, "planes": 1.66e-10, "bytes": 1.41e-11, "packed": 1.49e-11, "gathered":
            1.22e-10, "runs": 4.24e-09, "runs_bordered": 1.13e-08, "pieces": 1.75e-07,
            "piece_terms": 8.08e-11, "workers": -0.378, "taps": 0.137, "taps_8": -0.0797, "taps_64":
            -0.0512, "kernel_row": -0.0224, "group_in": 0.0509, "group_in_16": -0.0234, "group_out":
            -0.0348, "group_out_8": 0.0761, "group_out_32": 0.0327, "groups": -0.00685, "row":
            -0.339, "row_16": 0.365, "row_128": -0.0472, "rows": -0.0152, "rows_16": 0.0373,
            "double": 0.0191, "complex": 0.535, "complex_double": 0.302, "converted": 0.0145,
            "half": 0.0145, "channels_last": 0.0284, "channels_last_channels": 0.0451, "stride":
            0.123, "dilation": 0.0136, "bordered": 0.2, "bordered_padded": -0.0302, "rank_1": 0.261,
            "rank_3": -0.0639},
        "windows": {"call": 1.06e-05, "team": 2.19e-06, "flops": 3.22e-12, "beyond_l2": 2.81e-11,
            "beyond_l3": 7.88e-11, "outputs": 1.15e-12, "outputs_half": 3.93e-11, "outputs_last":
            3.61e-10, "planes": 1.7e-10, "bytes": 7.76e-12, "packed": 2.7e-11, "gathered": 4.04e-11,
            "runs": 6.1e-09, "runs_bordered": 4.54e-09, "pieces": 5.85e-08, "piece_terms": 9.34e-11,
            "workers": -0.396, "taps": 0.0173, "taps_8": 0.0206, "taps_64": -0.0246, "kernel_row":
            -0.0104, "group_in": 0.0154, "group_in_16": -0.0192, "group_out": 0.0327, "group_out_8":
            -0.0193, "group_out_32": 0.0628, "groups": -0.0143, "row": -0.06, "row_16": -0.012,
            "row_128": 0.0458, "rows": -0.0108, "rows_16": 0.0296, "double": -0.0471, "complex":
            0.66, "complex_double": 0.445, "converted": 0.119, "half": 0.119, "channels_last":
            0.171, "channels_last_channels": 0.0315, "stride": 0.022, "dilation": 0.0385,
            "bordered": 0.0529, "bordered_padded": 0.0305, "rank_1": 0.291, "rank_3": -0.0751},
    },
    "fft": {
        "": {"call": 1.87e-06, "team": 2.06e-06, "flops": 6.73e-12, "beyond_l2": 1.48e-11,
            "beyond_l3": 7.05e-12, "outputs": 7.5e-11, "outputs_half": 1.5e-11, "outputs_last":
            2.16e-10, "planes": 6.52e-08, "bytes": 2.22e-12, "packed": 4.79e-13, "gathered": 1e-10,
            "runs": 5e-09, "runs_bordered": 5e-09, "pieces": 1.01e-10, "piece_terms": 1.22e-13,
            "workers": -0.304, "taps": 0.0463, "taps_8": -0.0479, "taps_64": 0.0145, "kernel_row":
            -0.0153, "group_in": 0.141, "group_in_16": -0.12, "group_out": -0.0427, "group_out_8":
            0.128, "group_out_32": -0.0594, "groups": 0.0189, "row": 0.0666, "row_16": -0.0931,
            "row_128": 0.0413, "rows": -0.0146, "rows_16": 0.047, "double": 0.461, "complex": 0.164,
            "complex_double": 0.681, "converted": 0.0163, "half": 0.0163, "channels_last": -0.0667,
            "channels_last_channels": 0.0381, "stride": 0.182, "dilation": -0.0492, "bordered":
            0.0394, "bordered_padded": 0.0935, "rank_1": -0.0815, "rank_3": -0.0862},
        "planes": {"call": 1.99e-06, "team": 2.52e-06, "flops": 6.23e-12, "beyond_l2": 8.11e-12,
            "beyond_l3": 8.04e-12, "outputs": 3.8e-11, "outputs_half": 1.58e-11, "outputs_last":
            2.69e-10, "planes": 1.64e-08, "bytes": 9.66e-12, "packed": 5.06e-13, "gathered": 1e-10,
            "runs": 5e-09, "runs_bordered": 5e-09, "pieces": 1.02e-10, "piece_terms": 1.2e-13,
            "workers": -0.41, "taps": -0.0019, "taps_8": 0.00444, "taps_64": -0.0163, "kernel_row":
            0.0153, "group_in": 0.0634, "group_in_16": 0.0281, "group_out": -0.0412, "group_out_8":
            0.0423, "group_out_32": 0.0252, "groups": 0.0362, "row": 0.0498, "row_16": -0.0578,
            "row_128": 0.0364, "rows": 0.0234, "rows_16": 0.013, "double": 0.342, "complex": 0.133,
            "complex_double": 0.47, "converted": 0.0107, "half": 0.0107, "channels_last": -0.0395,
            "channels_last_channels": 0.033, "stride": 0.142, "dilation": -0.0724, "bordered":
            0.0561, "bordered_padded": 0.103, "rank_1": -0.172, "rank_3": 0.00458},
        "summed": {"call": 6.85e-05, "team": 0.000255, "flops": 3.74e-12, "beyond_l2": 3.96e-11,
            "beyond_l3": 6.43e-12, "outputs": 3.18e-10, "outputs_half": 1.48e-11, "outputs_last":
            2.68e-10, "planes": 7.03e-09, "bytes": 1.63e-11, "packed": 5.7e-13, "gathered": 1e-10,
            "runs": 5e-09, "runs_bordered": 5e-09, "pieces": 1.01e-10, "piece_terms": 1.22e-13,
            "taps": 0.037, "taps_8": 0.0352, "taps_64": -0.155, "group_in": 0.0207, "group_in_16":
            -0.017, "group_out": 0.02, "group_out_8": -0.0201, "group_out_32": 0.0285, "groups":
            0.0248, "row": 0.136, "row_16": -0.109, "row_128": 0.0188, "rows": 0.0408, "rows_16":
            -0.0135, "double": 0.328, "complex": 0.45, "complex_double": 0.759, "converted": 0.135,
            "half": 0.135, "channels_last": -0.316, "channels_last_channels": 0.0464, "stride":
            0.131, "dilation": 0.0267, "bordered": 0.0361, "bordered_padded": 0.0602, "rank_1":
            -0.276, "rank_3": -0.0663},
    },
    "naive": {
        "": {"call": 5.02e-06, "team": 5e-06, "flops": 1e-11, "beyond_l2": 2e-11, "beyond_l3":
            5e-11, "outputs": 1e-11, "outputs_half": 1e-10, "outputs_last": 1e-10, "planes":
            9.98e-10, "bytes": 1.27e-07, "packed": 2e-11, "gathered": 1e-10, "runs": 5e-09,
            "runs_bordered": 5e-09, "pieces": 1e-07, "piece_terms": 1e-10, "workers": -0.7, "taps":
            -0.0855, "taps_8": 0.0514, "taps_64": 0.0305, "group_in": -0.0352, "group_in_16":
            0.0211, "group_out": -0.0101, "group_out_8": -0.0139, "group_out_32": 0.0487, "groups":
            -0.00814, "row": 0.0163, "row_16": 0.0175, "row_128": -0.264, "rows": 0.00508,
            "rows_16": 0.0155, "double": -0.713, "complex": -2.06, "complex_double": -2.73,
            "integer": -0.671, "narrow_integer": -0.739, "converted": -0.0495, "half": 0.0749,
            "channels_last": -0.0372, "channels_last_channels": -0.0107, "stride": -0.00867,
            "dilation": -0.0133, "bordered": 0.0227, "rank_1": -0.0998, "rank_3": 0.0641},
    },
}

PREPARE: dict[str, dict[str, dict[str, float]]] = {
    "direct": {
        "": {"call": 2.49e-06, "team": 5e-06, "prepared": 8.89e-13, "weights": 8.22e-12, "filters":
            2.6e-09, "taps": 0.443, "taps_8": -0.224, "taps_64": 0.0332, "kernel_row": -0.135,
            "group_in": 0.0799, "group_in_16": 0.204, "group_out": -0.208, "group_out_8": 0.0361,
            "group_out_32": 0.25, "groups": -0.0962, "row": 0.0167, "row_16": 0.0592, "row_128":
            -0.0449, "rows": 0.0815, "rows_16": -0.0641, "double": -0.281, "complex": 1.2,
            "complex_double": 0.908, "integer": -0.0267, "narrow_integer": 0.895, "converted":
            0.907, "half": -0.6, "channels_last": 0.526, "channels_last_channels": 0.0737, "stride":
            -0.181, "dilation": 0.0785, "bordered": -0.145, "bordered_padded": 0.0156, "rank_1":
            0.167, "rank_3": -0.125},
        "channels": {"call": 2.21e-06, "team": 5e-06, "prepared": 1.74e-13, "weights": 1.3e-12,
            "filters": 1.35e-09, "taps": 0.216, "taps_8": 0.188, "taps_64": -0.273, "kernel_row":
            0.0631, "group_in": 0.386, "group_in_16": 0.11, "group_out": -0.375, "group_out_8":
            0.44, "group_out_32": 0.0907, "groups": 0.131, "row": -0.0256, "row_16": -0.118,
            "row_128": 0.213, "rows": 0.0807, "rows_16": -0.102, "double": 0.0549, "complex": 1.21,
            "complex_double": 1.36, "integer": -0.327, "narrow_integer": 0.665, "converted": 1.35,
            "half": -1.01, "channels_last": 1.58, "channels_last_channels": -0.0387, "stride":
            -0.0522, "dilation": 0.194, "bordered": -0.021, "bordered_padded": -0.00944, "rank_1":
            -0.0314, "rank_3": 0.0667},
        "groups": {"call": 2.24e-06, "team": 5e-06, "prepared": 3.8e-12, "weights": 1.8e-12,
            "filters": 7.49e-10, "workers": -0.0347, "taps": 0.246, "taps_8": 0.366, "taps_64":
            -0.309, "kernel_row": -0.296, "group_in": 0.0799, "group_in_16": 0.204, "group_out":
            -0.208, "group_out_8": 0.0361, "group_out_32": 0.25, "groups": -0.0299, "row": -0.0122,
            "row_16": 0.162, "row_128": -0.167, "rows": 0.0453, "rows_16": -0.107, "double": -0.136,
            "complex": 1.2, "complex_double": 0.908, "integer": 0.121, "narrow_integer": 0.364,
            "converted": 0.538, "half": -0.28, "channels_last": 1.12, "channels_last_channels":
            -0.0443, "stride": 0.028, "dilation": -0.393, "bordered": -0.501, "bordered_padded":
            -0.0789, "rank_1": 0.904, "rank_3": -0.321},
        "in_place": {"call": 2.14e-06, "team": 5e-06, "prepared": 1.92e-11, "weights": 3.63e-12,
            "filters": 2.24e-09, "workers": -0.0663, "taps": 0.0765, "taps_8": -0.123, "taps_64":
            0.0544, "kernel_row": 0.0578, "group_in": -0.0415, "group_in_16": 0.145, "group_out":
            0.0952, "group_out_8": -0.234, "group_out_32": 0.135, "groups": -0.0446, "row": 0.124,
            "row_16": -0.0925, "row_128": 0.00981, "rows": 0.0139, "rows_16": -0.0325, "double":
            -0.673, "complex": 1.2, "complex_double": 0.908, "integer": 0.383, "narrow_integer":
            0.895, "converted": -0.351, "half": -0.6, "channels_last": 0.526,
            "channels_last_channels": 0.0737, "stride": -0.0452, "dilation": 0.0243, "bordered":
            -0.119, "bordered_padded": -0.0369, "rank_1": -0.111, "rank_3": 0.2},
        "pixels_1": {"call": 1.92e-06, "team": 5e-06, "prepared": 1.21e-12, "weights": 1.01e-11,
            "filters": 2.33e-09, "workers": -0.137, "taps": 0.832, "taps_8": -0.308, "taps_64":
            -0.364, "kernel_row": -0.263, "group_in": 0.0326, "group_in_16": -0.198, "group_out":
            -0.208, "group_out_8": 0.0361, "group_out_32": 0.25, "groups": -0.0826, "row": -0.0164,
            "row_16": 0.0688, "row_128": 0.0065, "rows": -0.105, "rows_16": 0.152, "double": -0.662,
            "complex": 1.2, "complex_double": 0.908, "integer": -0.283, "narrow_integer": 1.25,
            "converted": 0.731, "half": -0.505, "channels_last": 0.171, "channels_last_channels":
            0.768, "stride": 0.117, "dilation": 0.219, "bordered": -0.131, "bordered_padded":
            0.0861, "rank_1": 0.909, "rank_3": -0.339},
        "pixels_2": {"call": 2.13e-06, "team": 5e-06, "prepared": 9.2e-13, "weights": 8.53e-12,
            "filters": 3.05e-09, "workers": -0.241, "taps": 0.137, "taps_8": -0.102, "taps_64":
            -0.0492, "kernel_row": 0.0115, "group_in": 0.103, "group_in_16": 0.162, "group_out":
            -0.214, "group_out_8": 0.0361, "group_out_32": 0.25, "groups": -0.0533, "row": 0.193,
            "row_16": -0.263, "row_128": 0.143, "rows": 0.234, "rows_16": -0.304, "double": -0.361,
            "complex": 1.3, "complex_double": 1.04, "integer": -0.103, "narrow_integer": 0.895,
            "converted": 1.05, "half": -0.376, "channels_last": 0.269, "channels_last_channels":
            0.0719, "stride": -0.194, "dilation": 0.023, "bordered": 0.00563, "bordered_padded":
            0.166, "rank_1": 0.157, "rank_3": 0.173},
        "pixels_4": {"call": 2.28e-06, "team": 5e-06, "prepared": 1.01e-12, "weights": 3.98e-11,
            "filters": 1.89e-09, "taps": 0.295, "taps_8": 0.0488, "taps_64": -0.138, "kernel_row":
            -0.647, "group_in_16": -0.0576, "group_out": 0.233, "group_out_8": -0.378,
            "group_out_32": 0.275, "groups": 0.0253, "row": -0.207, "row_16": 0.149, "row_128":
            0.227, "rows": 0.118, "rows_16": -0.0293, "double": 0.346, "complex": 1.18,
            "complex_double": 0.589, "integer": -0.486, "narrow_integer": 1.64, "converted": 1.44,
            "half": -0.795, "channels_last": 1.19, "channels_last_channels": 0.0272, "stride":
            0.175, "dilation": 0.53, "bordered": -0.149, "bordered_padded": -0.302, "rank_1": 0.828,
            "rank_3": -0.93},
        "pointwise": {"call": 2.37e-06, "team": 5e-06, "prepared": 5.26e-13, "weights": 1.93e-12,
            "filters": 5.84e-09, "taps": 0.443, "taps_8": -0.224, "taps_64": 0.0332, "kernel_row":
            -0.135, "group_in": 0.238, "group_in_16": 0.36, "group_out": -0.885, "group_out_8":
            0.742, "group_out_32": 0.299, "groups": -0.0962, "row": 0.196, "row_16": -0.279,
            "row_128": 0.0359, "rows": -0.11, "rows_16": 0.205, "double": 0.416, "complex": 1.89,
            "complex_double": 2.29, "integer": 0.385, "narrow_integer": 0.578, "converted": 0.802,
            "half": -0.793, "channels_last": 0.451, "channels_last_channels": 0.135, "stride":
            0.0318, "dilation": 0.0255, "bordered": -0.145, "bordered_padded": 0.0156, "rank_1":
            -0.22, "rank_3": 0.00168},
        "rows": {"call": 3.21e-06, "team": 5e-06, "prepared": 3.35e-12, "weights": 7.93e-12,
            "filters": 1.34e-09, "taps": 0.916, "taps_8": -0.808, "taps_64": -0.148, "kernel_row":
            0.0534, "group_in": 0.00187, "group_in_16": -0.0583, "group_out": -0.0526,
            "group_out_8": 0.0729, "group_out_32": -0.0845, "groups": -0.038, "row": 0.067,
            "row_16": -0.13, "row_128": 0.202, "rows": -0.0283, "rows_16": 0.101, "double": -0.83,
            "complex": 0.29, "complex_double": -0.226, "integer": -0.701, "narrow_integer": 0.434,
            "converted": 0.639, "half": -0.0925, "channels_last": 0.162, "channels_last_channels":
            0.0554, "stride": 0.223, "dilation": -0.0588, "bordered": -0.609, "bordered_padded":
            0.0521, "rank_1": 0.167, "rank_3": -0.168},
    },
    "winograd": {
        "": {"call": 1.07e-05, "team": 5e-06, "prepared": 1.32e-11, "weights": 6.07e-12, "filters":
            5.67e-09, "taps": 0.281, "taps_8": 0.164, "taps_64": -0.309, "kernel_row": 0.311,
            "group_in": -0.018, "group_in_16": 0.228, "group_out": -0.202, "group_out_8": 0.372,
            "group_out_32": -0.0565, "groups": 0.00231, "row": 0.0254, "row_16": 0.00849, "row_128":
            0.162, "rows": -0.0381, "rows_16": 0.0804, "double": -0.35, "complex": 0.982,
            "complex_double": 0.337, "channels_last": 0.297, "channels_last_channels": -0.00471,
            "dilation": -0.0458, "bordered": -0.266, "bordered_padded": -0.0148, "rank_1": -0.023,
            "rank_3": -0.264},
        "lanes": {"call": 7.19e-06, "team": 5e-06, "prepared": 2.05e-12, "weights": 7.37e-12,
            "filters": 1.55e-08, "taps": 0.31, "taps_8": -0.476, "taps_64": 0.0953, "kernel_row":
            1.56, "group_in": -0.0766, "group_in_16": -0.00397, "group_out": -0.353, "group_out_8":
            0.529, "group_out_32": 0.0359, "groups": -0.176, "row": 0.0353, "row_16": -0.344,
            "row_128": 0.471, "rows": 0.192, "rows_16": 0.0154, "double": -0.154, "complex": 0.929,
            "complex_double": 0.291, "channels_last": 0.367, "channels_last_channels": -0.0201,
            "dilation": -0.157, "bordered": 0.244, "bordered_padded": 0.115, "rank_1": 0.296,
            "rank_3": 0.134},
    },
    "im2col": {
        "": {"call": 9.1e-06, "team": 5e-06, "prepared": 7.67e-13, "weights": 3.58e-13, "filters":
            1.67e-11, "taps": 0.202, "taps_8": -0.0097, "taps_64": -0.128, "kernel_row": -0.0886,
            "group_in": -0.283, "group_in_16": 0.0251, "group_out": -0.0207, "group_out_8": 0.276,
            "group_out_32": -0.257, "groups": -0.379, "row": 0.103, "row_16": -0.153, "row_128":
            0.1, "rows": -0.0188, "rows_16": -0.0108, "double": -0.648, "complex": -1.91,
            "complex_double": -1.38, "converted": 0.329, "half": 0.329, "channels_last": 2.91,
            "channels_last_channels": 0.423, "stride": -0.0636, "dilation": -0.0168, "bordered":
            0.223, "bordered_padded": -0.0883, "rank_1": 0.00875, "rank_3": -0.163},
        "pointwise": {"call": 8.16e-06, "team": 5e-06, "prepared": 1.12e-12, "weights": 4.1e-13,
            "filters": 1.73e-11, "taps": 0.202, "taps_8": -0.0097, "taps_64": -0.128, "kernel_row":
            -0.0886, "group_in": 0.798, "group_in_16": -1.17, "group_out": -0.113, "group_out_8":
            -0.758, "group_out_32": 0.236, "groups": -0.379, "row": 0.963, "row_16": -0.811,
            "row_128": -0.0731, "rows": 0.122, "rows_16": -0.155, "double": -1.22, "complex": -3.15,
            "complex_double": -1.68, "converted": 0.329, "half": 0.329, "channels_last": 2.91,
            "channels_last_channels": 0.423, "stride": -0.0636, "dilation": -0.768, "bordered":
            0.223, "bordered_padded": -0.0883, "rank_1": -0.0619, "rank_3": -0.0685},
        "rows": {"call": 9.37e-06, "team": 5e-06, "prepared": 7.29e-13, "weights": 3.5e-13,
            "filters": 2.45e-11, "taps": -0.0179, "taps_8": 0.221, "taps_64": -0.369, "kernel_row":
            -0.0573, "group_in": -0.227, "group_in_16": -0.0612, "group_out": -0.246, "group_out_8":
            0.455, "group_out_32": -0.475, "groups": -0.252, "row": 0.288, "row_16": -0.352,
            "row_128": 0.475, "rows": 0.205, "rows_16": 0.349, "double": -1.09, "complex": -1.91,
            "complex_double": -1.38, "converted": 0.484, "half": 0.484, "channels_last": 2.31,
            "channels_last_channels": 0.423, "stride": -0.0636, "dilation": 0.397, "bordered":
            0.223, "bordered_padded": -0.0883, "rank_1": 0.322, "rank_3": -1.83},
        "windows": {"call": 8.36e-06, "team": 5e-06, "prepared": 6.16e-13, "weights": 2.97e-13,
            "filters": 2.65e-11, "taps": 0.194, "taps_8": -0.0815, "taps_64": -0.0514, "kernel_row":
            -0.0722, "group_in": -0.173, "group_in_16": 0.0742, "group_out": -0.0493, "group_out_8":
            0.237, "group_out_32": -0.191, "groups": -0.246, "row": 0.0831, "row_16": -0.126,
            "row_128": 0.109, "rows": 0.032, "rows_16": -0.0922, "double": -0.689, "complex": -1.96,
            "complex_double": -1.49, "converted": 0.262, "half": 0.262, "channels_last": 3.72,
            "channels_last_channels": 0.235, "stride": -0.0157, "dilation": 0.0103, "bordered":
            0.273, "bordered_padded": -0.0848, "rank_1": 0.108, "rank_3": -0.101},
    },
    "fft": {
        "": {"call": 3.21e-06, "team": 5e-06, "prepared": 6.45e-11, "weights": 1.95e-10, "filters":
            1.36e-07, "taps": 0.114, "taps_8": -0.123, "taps_64": 0.104, "kernel_row": -0.0283,
            "group_in": 0.128, "group_in_16": 0.229, "group_out": -0.104, "group_out_8": 0.336,
            "group_out_32": -0.0103, "groups": 0.0128, "row": -0.0405, "row_16": 0.0927, "row_128":
            0.0144, "rows": 0.0675, "rows_16": 0.0144, "double": -0.612, "complex": -0.0317,
            "complex_double": -0.583, "converted": 0.079, "half": 0.079, "channels_last": -0.0615,
            "stride": 0.0752, "dilation": 0.0567, "bordered": -0.0477, "bordered_padded": -0.00775,
            "rank_1": -0.0338, "rank_3": 0.167},
        "planes": {"call": 3.11e-06, "team": 5e-06, "prepared": 1.08e-10, "weights": 1.83e-10,
            "filters": 6.23e-09, "taps": 0.0373, "taps_8": -0.00157, "taps_64": 0.0483,
            "kernel_row": -0.0267, "group_in": 0.00334, "group_in_16": 0.0859, "group_out": -0.0249,
            "group_out_8": 0.0773, "group_out_32": 0.0179, "groups": 0.00695, "row": 0.0284,
            "row_16": 0.0166, "row_128": -0.0154, "rows": 0.0171, "rows_16": 0.0307, "double":
            -0.779, "complex": -0.0202, "complex_double": -0.83, "converted": 0.0288, "half":
            0.0288, "channels_last": -0.0271, "channels_last_channels": -0.00632, "stride": -0.0454,
            "dilation": 0.0518, "bordered": 0.00999, "bordered_padded": 0.00456, "rank_1": -0.0447,
            "rank_3": 0.0564},
        "summed": {"call": 4.19e-05, "team": 5e-06, "prepared": 3.34e-10, "weights": 4.91e-10,
            "filters": 3.22e-07, "taps": -0.0362, "taps_8": -0.0954, "taps_64": 0.148, "kernel_row":
            0.139, "group_in": 0.175, "group_in_16": -0.0374, "group_out": 0.078, "group_out_8":
            0.0531, "group_out_32": -0.0879, "groups": 0.0494, "row": 0.0117, "row_16": 0.00168,
            "row_128": -0.0179, "rows": -0.116, "rows_16": 0.189, "double": -0.537, "complex":
            -0.0349, "complex_double": -0.682, "converted": 0.0147, "half": 0.0147, "channels_last":
            0.0311, "channels_last_channels": -0.017, "stride": 0.0651, "dilation": 0.0348,
            "bordered": 0.0572, "bordered_padded": 0.0284, "rank_1": -1.14, "rank_3": 0.524},
    },
    "naive": {
        "": {"call": 1.01e-06, "team": 5e-06, "prepared": 1e-10, "weights": 1.8e-09, "filters":
            2.11e-08, "workers": -0.7, "taps": -0.193, "taps_8": -0.542, "taps_64": 0.616,
            "kernel_row": -0.0364, "group_in": -0.624, "group_in_16": 0.401, "group_out": -0.23,
            "group_out_8": 0.123, "group_out_32": 0.0831, "groups": -0.0852, "row": -0.612,
            "row_16": -0.134, "row_128": -0.00195, "rows": -0.337, "rows_16": -0.068, "double":
            -0.654, "complex": -0.286, "complex_double": -0.808, "integer": -0.302,
            "narrow_integer": -0.0338, "converted": 1.5, "half": 1.87, "channels_last": 2.34,
            "channels_last_channels": -0.323, "stride": -1.46, "dilation": -1.05, "bordered": 0.307,
            "bordered_padded": -0.0862, "rank_1": -0.0267, "rank_3": 0.451},
    },
}
