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
    "direct": {"problems": 2081, "median": 1.15, "rms": 1.37, "p90": 1.6},
    "direct channels": {"problems": 593, "median": 1.17, "rms": 1.39, "p90": 1.57},
    "direct groups": {"problems": 220, "median": 1.21, "rms": 1.43, "p90": 1.68},
    "direct pixels_1": {"problems": 422, "median": 1.1, "rms": 1.32, "p90": 1.61},
    "direct pixels_2": {"problems": 173, "median": 1.2, "rms": 1.39, "p90": 1.64},
    "direct pixels_4": {"problems": 570, "median": 1.16, "rms": 1.33, "p90": 1.56},
    "direct rows": {"problems": 103, "median": 1.17, "rms": 1.4, "p90": 1.73},
    "direct, preparing": {"problems": 2081, "median": 1.07, "rms": 1.28, "p90": 1.43},
    "im2col": {"problems": 1901, "median": 1.18, "rms": 1.46, "p90": 1.81},
    "im2col packed": {"problems": 1793, "median": 1.18, "rms": 1.45, "p90": 1.8},
    "im2col pointwise": {"problems": 108, "median": 1.32, "rms": 1.54, "p90": 1.91},
    "im2col, preparing": {"problems": 1901, "median": 1.05, "rms": 1.43, "p90": 2.13},
    "fft": {"problems": 1901, "median": 1.13, "rms": 1.33, "p90": 1.49},
    "fft apart": {"problems": 834, "median": 1.11, "rms": 1.32, "p90": 1.44},
    "fft summed": {"problems": 1067, "median": 1.15, "rms": 1.34, "p90": 1.52},
    "fft, preparing": {"problems": 1901, "median": 1.07, "rms": 1.28, "p90": 1.26},
    "naive": {"problems": 147, "median": 1.06, "rms": 1.12, "p90": 1.15},
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
        "": {"call": 5.89e-06, "team": 1.13e-05, "flops": 2.28e-12, "beyond_l2": 1.19e-11,
            "beyond_l3": 1.95e-11, "outputs": 5.45e-11, "outputs_half": 6.43e-10, "outputs_last":
            2.4e-10, "bytes": 2.15e-12, "packed": 1.72e-11, "runs": 2.41e-09, "pieces": 5.6e-08,
            "workers": -0.0601, "taps": -0.00405, "taps_8": 0.0347, "taps_64": 0.033, "kernel_row":
            0.0163, "group_in": 0.0608, "group_in_16": -0.00905, "group_out": -0.00203,
            "group_out_8": 0.0305, "group_out_32": -0.00566, "groups": 0.00821, "row": -0.0363,
            "row_16": 0.0442, "row_128": 0.0148, "rows": 0.0119, "rows_16": 0.0101, "double": 0.503,
            "complex": 0.446, "complex_double": 0.838, "integer": 0.479, "converted": 0.0855,
            "half": 0.173, "channels_last": -0.0348, "channels_last_channels": 0.0203, "stride":
            0.0115, "dilation": -0.00331, "bordered": 0.177, "rank_1": -0.0569, "rank_3": 0.00327},
        "channels": {"call": 5.8e-06, "team": 1.15e-05, "flops": 4.7e-12, "beyond_l2": 1.39e-11,
            "beyond_l3": 1.03e-11, "outputs": 6.59e-11, "outputs_half": 6.34e-10, "outputs_last":
            4.32e-11, "bytes": 3.91e-12, "packed": 2.16e-11, "runs": 3.53e-09, "pieces": 1.07e-07,
            "workers": -0.0543, "taps": -0.0209, "taps_8": 0.0123, "taps_64": -0.00144,
            "kernel_row": 0.0124, "group_in": 0.07, "group_in_16": -0.053, "group_out": -0.0336,
            "group_out_8": -0.0583, "group_out_32": 0.0842, "groups": -0.0104, "row": -0.082,
            "row_16": 0.107, "row_128": -0.00332, "rows": 0.021, "rows_16": 0.024, "double": 0.542,
            "complex": 0.211, "complex_double": 0.612, "integer": 0.579, "converted": 0.0193,
            "half": 0.363, "channels_last": 0.0183, "channels_last_channels": -0.00226, "stride":
            0.0746, "dilation": 0.0112, "bordered": 0.157, "rank_1": 0.0904, "rank_3": -0.0634},
        "groups": {"call": 6.08e-06, "team": 5.04e-06, "flops": 2.7e-12, "beyond_l2": 6.5e-12,
            "beyond_l3": 2.43e-11, "outputs": 3.23e-11, "outputs_half": 5.78e-10, "outputs_last":
            6.32e-11, "bytes": 1.02e-12, "packed": 1.95e-11, "runs": 3.45e-09, "pieces": 5.38e-08,
            "workers": -0.0158, "taps": -0.188, "taps_8": 0.352, "taps_64": -0.142, "kernel_row":
            0.016, "group_in": 0.0608, "group_in_16": -0.00905, "group_out": -0.00203,
            "group_out_8": 0.0305, "group_out_32": -0.00566, "groups": 0.0256, "row": -0.0427,
            "row_16": 0.0369, "row_128": 0.035, "rows": 0.0296, "rows_16": 0.0134, "double": 0.336,
            "complex": 0.446, "complex_double": 0.838, "integer": -0.234, "converted": 0.717,
            "half": -0.509, "channels_last": -0.0386, "channels_last_channels": 0.03, "stride":
            -0.125, "dilation": -0.0256, "bordered": 0.175, "rank_1": -0.0226, "rank_3": -0.0669},
        "pixels_1": {"call": 5.29e-06, "team": 8.25e-06, "flops": 1.25e-12, "beyond_l2": 6.96e-12,
            "beyond_l3": 1.33e-11, "outputs": 5.88e-11, "outputs_half": 3.93e-10, "outputs_last":
            2.78e-10, "bytes": 9.58e-13, "packed": 2.66e-11, "runs": 1.86e-09, "pieces": 3.31e-08,
            "workers": -0.0301, "taps": -0.0178, "taps_8": 0.145, "taps_64": -0.086, "kernel_row":
            0.0838, "group_in_16": -0.21, "group_out": -0.00203, "group_out_8": 0.0305,
            "group_out_32": -0.00566, "groups": -0.00681, "row": 0.0283, "row_16": -0.0509,
            "row_128": 0.0429, "rows": 0.00908, "rows_16": 0.00174, "double": 0.511, "complex":
            0.446, "complex_double": 0.838, "integer": 0.453, "converted": -0.0445, "half": 0.269,
            "channels_last": -0.123, "channels_last_channels": 0.139, "stride": -0.553, "dilation":
            -0.0578, "bordered": 0.209, "rank_1": -0.375, "rank_3": 0.016},
        "pixels_2": {"call": 5.73e-06, "team": 1.47e-05, "flops": 2.57e-12, "beyond_l2": 5e-12,
            "beyond_l3": 9.35e-12, "outputs": 2.9e-10, "outputs_half": 1.93e-09, "outputs_last":
            3.01e-10, "bytes": 1.36e-12, "packed": 1.35e-11, "runs": 2.44e-09, "pieces": 4.4e-08,
            "workers": -0.0864, "taps": -0.0198, "taps_8": 0.111, "taps_64": -0.0974, "kernel_row":
            0.0277, "group_in": 0.0511, "group_in_16": 0.116, "group_out": -0.00467, "group_out_8":
            0.0305, "group_out_32": -0.00566, "groups": 0.0109, "row": -0.0595, "row_16": 0.101,
            "row_128": -0.0304, "rows": 0.0286, "rows_16": -0.0103, "double": 0.391, "complex":
            0.47, "complex_double": 0.852, "integer": 0.547, "half": 0.0197, "channels_last":
            -0.0977, "channels_last_channels": 0.0826, "stride": 0.0937, "dilation": 0.139,
            "bordered": -0.0478, "rank_1": 0.00337, "rank_3": 0.085},
        "pixels_4": {"call": 6.48e-06, "team": 1.01e-05, "flops": 1.99e-12, "beyond_l2": 1.46e-11,
            "beyond_l3": 2.76e-11, "outputs": 4.54e-11, "outputs_half": 7.43e-10, "outputs_last":
            3.5e-10, "bytes": 3.26e-12, "packed": 9.22e-12, "runs": 3.73e-09, "pieces": 3.62e-08,
            "workers": -0.0378, "taps": 0.0112, "taps_8": 0.0265, "taps_64": -0.0126, "kernel_row":
            -0.029, "group_in": 0.0375, "group_in_16": 0.0204, "group_out": -0.0088, "group_out_8":
            0.0501, "group_out_32": -0.0891, "groups": -0.00586, "row": -0.00759, "row_16": 0.0454,
            "row_128": -0.0221, "rows": 0.0244, "rows_16": -0.0304, "double": 0.534, "complex":
            0.319, "complex_double": 0.691, "integer": 0.508, "converted": 0.0463, "half": 0.0952,
            "channels_last": -0.0168, "channels_last_channels": 0.0442, "stride": 0.198, "dilation":
            0.0735, "bordered": 0.12, "rank_1": -0.0237, "rank_3": 0.0023},
        "rows": {"call": 6.1e-06, "team": 1.14e-05, "flops": 2.1e-12, "beyond_l2": 7.08e-12,
            "beyond_l3": 5.38e-11, "outputs": 4.63e-11, "outputs_half": 8.07e-10, "outputs_last":
            1.54e-10, "bytes": 2.46e-12, "packed": 2.11e-11, "runs": 2.13e-09, "pieces": 4.66e-08,
            "taps": 0.338, "taps_8": -0.253, "taps_64": -0.105, "kernel_row": 0.127, "group_in":
            0.211, "group_in_16": -0.00905, "group_out": -0.00203, "group_out_8": 0.0305,
            "group_out_32": -0.00566, "groups": 0.00321, "row": -0.138, "row_16": 0.185, "row_128":
            -0.0387, "rows": -0.248, "rows_16": 0.254, "double": 0.262, "complex": 0.446,
            "complex_double": 0.838, "integer": 0.377, "converted": 0.274, "half": 0.468,
            "channels_last": -0.126, "channels_last_channels": 0.258, "stride": 0.0115, "dilation":
            0.136, "bordered": 0.194, "rank_1": -0.0569, "rank_3": 0.377},
    },
    "im2col": {
        "": {"call": 2.12e-05, "team": 2.5e-05, "flops": 2.46e-12, "beyond_l2": 1.23e-11,
            "beyond_l3": 3.27e-11, "outputs": 2.9e-13, "outputs_half": 4.69e-10, "outputs_last":
            2.6e-10, "bytes": 3.87e-12, "packed": 4.98e-12, "runs": 3.78e-09, "pieces": 3.72e-08,
            "taps": 0.0653, "taps_8": 0.0139, "taps_64": -0.0535, "kernel_row": 0.0384, "group_in":
            0.0884, "group_in_16": 0.00901, "group_out": -0.0214, "group_out_8": 0.0212,
            "group_out_32": 0.00781, "groups": 0.017, "row": 0.0563, "row_16": -0.0624, "row_128":
            -0.00365, "rows": 0.00586, "rows_16": 0.00937, "double": 0.043, "complex": 0.864,
            "complex_double": 0.687, "converted": 0.132, "half": 0.132, "channels_last": 0.144,
            "channels_last_channels": 0.0156, "stride": 0.101, "dilation": 0.0561, "bordered":
            0.155, "rank_1": -0.0501, "rank_3": -0.0787},
        "packed": {"call": 2.16e-05, "team": 3.18e-05, "flops": 1.24e-12, "beyond_l2": 9.36e-12,
            "beyond_l3": 1.49e-11, "outputs": 2.46e-13, "outputs_half": 3.12e-10, "outputs_last":
            1.45e-10, "bytes": 2.08e-12, "packed": 5.1e-12, "runs": 3.42e-09, "pieces": 2.34e-08,
            "taps": 0.103, "taps_8": -0.0149, "taps_64": -0.0489, "kernel_row": 0.0119, "group_in":
            0.086, "group_in_16": -0.00441, "group_out_8": 0.0498, "group_out_32": 0.0246, "groups":
            0.0176, "row": 0.0859, "row_16": -0.0423, "row_128": -0.0541, "rows": -0.00185,
            "rows_16": 0.0181, "double": 0.036, "complex": 0.937, "complex_double": 0.732,
            "converted": 0.131, "half": 0.131, "channels_last": 0.149, "channels_last_channels":
            0.0156, "stride": 0.1, "dilation": 0.0518, "bordered": 0.155, "rank_1": 0.0346,
            "rank_3": -0.132},
        "pointwise": {"call": 1.87e-05, "team": 1.42e-05, "flops": 1.78e-11, "beyond_l2": 7.77e-12,
            "beyond_l3": 2.19e-11, "outputs": 2.9e-13, "outputs_half": 2.43e-09, "outputs_last":
            2.52e-09, "bytes": 3.61e-12, "packed": 4.98e-12, "runs": 3.78e-09, "pieces": 3.62e-08,
            "taps": 0.0653, "taps_8": 0.0139, "taps_64": -0.0535, "kernel_row": 0.0384, "group_in":
            -0.0707, "group_in_16": 0.184, "group_out": -0.504, "group_out_8": 0.339,
            "group_out_32": 0.0597, "groups": 0.017, "row": 0.134, "row_16": -0.248, "row_128":
            0.207, "rows": 0.129, "rows_16": 0.0126, "double": 0.412, "complex": 0.586,
            "complex_double": 0.741, "converted": 0.146, "half": 0.146, "channels_last": -1.0,
            "channels_last_channels": 0.177, "stride": 0.101, "dilation": 0.566, "bordered": 0.155,
            "rank_1": 0.106, "rank_3": -0.428},
    },
    "fft": {
        "": {"call": 5.86e-05, "team": 6e-05, "flops": 5.34e-12, "beyond_l2": 6.51e-11, "beyond_l3":
            6.47e-12, "outputs": 7.89e-10, "outputs_half": 1.03e-10, "outputs_last": 2.4e-11,
            "bytes": 2.12e-11, "packed": 2.67e-10, "runs": 5e-09, "pieces": 2.16e-05, "taps":
            -0.0793, "taps_8": 0.073, "taps_64": 0.0138, "kernel_row": 0.0303, "group_in": 0.00748,
            "group_in_16": -0.0718, "group_out": 0.226, "group_out_8": -0.19, "group_out_32":
            0.0285, "groups": 0.0533, "row": -0.0374, "row_16": 0.0659, "row_128": 0.0366, "rows":
            0.0351, "rows_16": 0.00845, "double": 0.0588, "complex": 0.0207, "complex_double":
            0.0509, "converted": 0.112, "half": 0.112, "channels_last": 0.0745, "stride": 0.145,
            "dilation": -0.0244, "bordered": 0.0156, "rank_1": -0.558, "rank_3": 0.298},
        "apart": {"call": 5.71e-05, "team": 6.81e-05, "flops": 3.95e-12, "beyond_l2": 1.84e-11,
            "beyond_l3": 7.01e-12, "outputs": 2.45e-10, "outputs_half": 1.8e-10, "outputs_last":
            2.34e-11, "bytes": 2.99e-11, "packed": 6.72e-11, "runs": 5e-09, "pieces": 1.82e-05,
            "taps": -0.00537, "taps_8": -0.0226, "taps_64": 0.0434, "kernel_row": 0.0385,
            "group_in": 0.00748, "group_in_16": -0.0718, "group_out": 0.143, "group_out_8": -0.0716,
            "group_out_32": -0.15, "groups": 0.072, "row": -0.0723, "row_16": 0.135, "row_128":
            0.0414, "rows": 0.0532, "rows_16": 0.0027, "double": 0.0303, "complex": -0.0565,
            "complex_double": 0.0406, "converted": 0.159, "half": 0.159, "channels_last": 0.095,
            "channels_last_channels": 0.0171, "stride": 0.128, "dilation": 0.0209, "bordered":
            0.0572, "rank_1": -0.674, "rank_3": 0.356},
        "summed": {"call": 7.71e-05, "team": 5.19e-05, "flops": 6.55e-12, "beyond_l2": 1.11e-10,
            "beyond_l3": 6.12e-12, "outputs": 1.27e-09, "outputs_half": 7.71e-11, "outputs_last":
            2.24e-11, "bytes": 2.84e-11, "packed": 5.51e-10, "runs": 5e-09, "pieces": 1.7e-05,
            "workers": -0.00467, "taps": -0.0873, "taps_8": 0.0664, "taps_64": 0.032, "kernel_row":
            0.0471, "group_in": -0.1, "group_in_16": 0.0413, "group_out": 0.167, "group_out_8":
            -0.0469, "group_out_32": -0.0355, "groups": 0.048, "row": -0.017, "row_16": 0.04,
            "row_128": 0.0224, "rows": 0.0333, "rows_16": -0.00638, "double": 0.0656, "complex":
            0.0155, "complex_double": 0.0771, "converted": 0.0948, "half": 0.0948, "channels_last":
            -0.0555, "channels_last_channels": 0.0164, "stride": 0.134, "dilation": -0.0447,
            "bordered": -0.00864, "rank_1": -0.58, "rank_3": 0.301},
    },
    "naive": {
        "": {"call": 7.32e-06, "team": 5e-06, "flops": 1e-11, "beyond_l2": 2e-11, "beyond_l3":
            5e-11, "outputs": 1e-11, "outputs_half": 1e-10, "outputs_last": 1e-10, "bytes":
            1.12e-07, "packed": 2e-11, "runs": 5e-09, "pieces": 1e-07, "workers": -0.7, "taps":
            -0.0644, "taps_8": 0.0112, "taps_64": 0.0614, "group_in": -0.0339, "group_in_16":
            0.0124, "group_out": -0.0209, "group_out_8": 0.0426, "group_out_32": 0.00557, "row":
            0.00905, "row_16": -0.00191, "row_128": -0.0406, "rows": 0.00796, "rows_16": 0.0288,
            "double": -0.689, "complex": -2.05, "complex_double": -2.68, "integer": -0.731,
            "converted": -0.00763, "half": 0.0287, "channels_last": 0.00544,
            "channels_last_channels": -0.0165, "dilation": -0.00448, "bordered": 0.0666, "rank_1":
            -0.0562, "rank_3": 0.0889},
    },
}

PREPARE: dict[str, dict[str, dict[str, float]]] = {
    "direct": {
        "": {"call": 1.55e-06, "team": 5e-06, "prepared": 2e-11, "weights": 8.31e-11, "filters":
            4.2e-09, "taps": 0.0335, "taps_8": -0.114, "taps_64": 0.0426, "group_in": -0.0311,
            "group_in_16": 0.0311, "group_out": -0.143, "group_out_8": -0.125, "group_out_32": 0.18,
            "groups": -0.157, "row": 0.0738, "row_16": 0.0371, "row_128": -0.094, "rows": 0.0305,
            "rows_16": -0.0541, "double": -0.424, "complex": 1.71, "complex_double": 1.26,
            "integer": -0.2, "converted": 1.13, "half": 0.977, "channels_last": 0.302,
            "channels_last_channels": 0.0817, "stride": -0.077, "dilation": -0.0877, "bordered":
            -0.0219, "rank_1": -0.0666, "rank_3": 0.136},
        "channels": {"call": 1.58e-06, "team": 5e-06, "prepared": 6.55e-12, "weights": 5.33e-12,
            "filters": 4.56e-10, "workers": -0.00444, "taps": 0.0904, "taps_8": 0.00538, "taps_64":
            -0.0362, "kernel_row": -0.0113, "group_in": 0.0488, "group_in_16": 0.036, "group_out":
            0.0448, "group_out_8": -0.141, "group_out_32": 0.123, "groups": 0.0339, "row": 0.0178,
            "rows": 0.0184, "rows_16": -0.0449, "double": -0.0683, "complex": 1.69,
            "complex_double": 1.35, "integer": -0.126, "converted": 0.931, "half": 1.59,
            "channels_last": 0.726, "channels_last_channels": 0.0864, "stride": 0.00845, "dilation":
            0.0453, "bordered": 0.102, "rank_1": 0.0219, "rank_3": 0.0384},
        "groups": {"call": 1.71e-06, "team": 5e-06, "prepared": 1.69e-11, "weights": 2.42e-11,
            "filters": 1.94e-10, "taps": -0.359, "taps_8": 0.323, "taps_64": 0.0421, "kernel_row":
            0.129, "group_in": -0.0311, "group_in_16": 0.0311, "group_out": -0.143, "group_out_8":
            -0.125, "group_out_32": 0.18, "groups": 0.0268, "row": -0.0196, "row_16": 0.0418,
            "row_128": 0.0364, "rows": 0.00603, "rows_16": -0.0356, "double": -0.167, "complex":
            1.71, "complex_double": 1.26, "integer": -0.259, "converted": 0.923, "half": 1.48,
            "channels_last": 1.1, "channels_last_channels": 0.0189, "stride": 0.0292, "dilation":
            -0.0203, "bordered": -0.312, "rank_1": -0.613, "rank_3": 0.231},
        "pixels_1": {"call": 1.42e-06, "team": 5e-06, "prepared": 8.38e-11, "weights": 4.25e-11,
            "filters": 4.28e-09, "taps": 0.299, "taps_8": -0.245, "taps_64": -0.14, "kernel_row":
            -0.0235, "group_in": -0.0637, "group_in_16": -0.0735, "group_out": -0.143,
            "group_out_8": -0.125, "group_out_32": 0.18, "groups": -0.0731, "row": 0.0169, "row_16":
            -0.0396, "row_128": 0.0218, "rows": -0.0138, "rows_16": 0.0187, "double": -0.613,
            "complex": 1.71, "complex_double": 1.26, "integer": -0.218, "converted": 0.555, "half":
            0.566, "channels_last": 0.0224, "channels_last_channels": 0.816, "stride": -0.0205,
            "dilation": 0.0464, "bordered": 0.0347, "rank_1": 0.109, "rank_3": -0.0393},
        "pixels_2": {"call": 1.44e-06, "team": 5e-06, "prepared": 1.42e-11, "weights": 2.83e-10,
            "filters": 2.09e-07, "taps": -0.388, "taps_8": 0.27, "taps_64": -0.188, "kernel_row":
            0.0631, "group_in": -0.0884, "group_in_16": 0.523, "group_out": 0.0653, "group_out_8":
            -0.125, "group_out_32": 0.18, "groups": -0.348, "row": -0.0313, "row_16": -0.18,
            "row_128": 0.275, "rows": 0.244, "rows_16": -0.214, "double": 0.017, "complex": 2.72,
            "complex_double": 2.54, "integer": -0.0189, "converted": 1.05, "half": 0.71,
            "channels_last": 0.255, "channels_last_channels": 0.0371, "stride": -0.117, "dilation":
            -0.0125, "bordered": 0.186, "rank_1": 0.365, "rank_3": 0.0243},
        "pixels_4": {"call": 1.51e-06, "team": 5e-06, "prepared": 7.81e-11, "weights": 1.38e-10,
            "filters": 5.12e-09, "taps": 0.0116, "taps_8": -0.103, "taps_64": 0.0873, "kernel_row":
            -0.00636, "group_in": -0.0812, "group_in_16": 0.0548, "group_out": -0.0871,
            "group_out_8": 0.0162, "group_out_32": 0.0771, "groups": -0.0451, "row": -0.0583,
            "row_16": 0.0463, "row_128": 0.0369, "rows": 0.0164, "rows_16": 0.0024, "double":
            -0.621, "complex": 1.53, "complex_double": 0.783, "integer": -0.0403, "converted":
            0.702, "half": 0.997, "channels_last": 0.499, "channels_last_channels": 0.0329,
            "stride": -0.0376, "dilation": 0.0124, "bordered": -0.104, "rank_1": 0.129, "rank_3":
            -0.0148},
        "rows": {"call": 1.46e-06, "team": 5e-06, "prepared": 1.93e-11, "weights": 7.28e-11,
            "filters": 5.66e-09, "taps": -0.00407, "taps_8": -0.164, "taps_64": 0.191, "kernel_row":
            0.293, "group_in": 0.116, "group_in_16": 0.0311, "group_out": -0.143, "group_out_8":
            -0.125, "group_out_32": 0.18, "groups": -0.0865, "row": 0.178, "row_16": -0.37,
            "row_128": 0.366, "rows": 0.216, "rows_16": -0.33, "double": -0.736, "complex": 1.71,
            "complex_double": 1.26, "integer": -0.343, "converted": 1.11, "half": 1.1,
            "channels_last": 0.197, "channels_last_channels": 0.377, "stride": -0.077, "dilation":
            -0.0951, "bordered": 0.261, "rank_1": -0.0666, "rank_3": 0.197},
    },
    "im2col": {
        "": {"call": 7.62e-06, "team": 5e-06, "prepared": 1.15e-11, "weights": 3.62e-12, "filters":
            7.57e-11, "taps": 0.481, "taps_8": -0.0916, "taps_64": -0.308, "kernel_row": -0.448,
            "group_in": -0.539, "group_in_16": -0.0731, "group_out": -0.322, "group_out_8": 0.556,
            "group_out_32": -0.254, "groups": -0.753, "row": 0.0659, "row_16": -0.107, "row_128":
            0.106, "rows": -0.0167, "rows_16": 0.00309, "double": -0.449, "complex": -1.99,
            "complex_double": -1.5, "converted": 1.05, "half": 1.05, "channels_last": 0.751,
            "channels_last_channels": 0.729, "stride": -0.0072, "dilation": 0.207, "bordered":
            0.011, "rank_1": 0.619, "rank_3": -0.643},
        "packed": {"call": 7.61e-06, "team": 5e-06, "prepared": 1.34e-11, "weights": 3.56e-12,
            "filters": 5.23e-11, "taps": 0.525, "taps_8": 0.0288, "taps_64": -0.393, "kernel_row":
            -0.669, "group_in": -0.531, "group_in_16": -0.058, "group_out": -0.337, "group_out_8":
            0.584, "group_out_32": -0.243, "groups": -0.745, "row": 0.0315, "row_16": -0.0178,
            "row_128": 0.0823, "rows_16": -0.018, "double": -0.476, "complex": -2.09,
            "complex_double": -1.48, "converted": 1.07, "half": 1.07, "channels_last": 0.709,
            "channels_last_channels": 0.734, "stride": -0.0277, "dilation": 0.259, "bordered":
            0.0315, "rank_1": 0.952, "rank_3": -0.89},
        "pointwise": {"call": 3.79e-06, "team": 5e-06, "prepared": 3.8e-10, "weights": 3.69e-12,
            "filters": 7.75e-11, "taps": 0.481, "taps_8": -0.0916, "taps_64": -0.308, "kernel_row":
            -0.448, "group_in": -0.844, "group_in_16": 0.228, "group_out": 2.03, "group_out_8":
            -2.75, "group_out_32": 0.0846, "groups": -0.753, "row": 0.0928, "row_16": -0.219,
            "row_128": 0.139, "rows": -0.00251, "rows_16": 0.0342, "double": -0.685, "complex":
            -3.25, "complex_double": -3.05, "converted": 0.361, "half": 0.361, "channels_last":
            -1.32, "channels_last_channels": 0.441, "stride": -0.0072, "dilation": -0.242,
            "bordered": 0.011, "rank_1": 0.236, "rank_3": -0.217},
    },
    "fft": {
        "": {"call": 9.43e-06, "team": 5e-06, "prepared": 4.92e-10, "weights": 3.29e-12, "filters":
            5.87e-06, "taps": -0.0187, "taps_8": -0.00385, "taps_64": 0.0145, "kernel_row": 0.0741,
            "group_in": 0.0309, "group_in_16": 0.042, "group_out": 0.0248, "group_out_8": -0.0225,
            "group_out_32": 0.0326, "groups": 0.0126, "row": -0.00461, "row_16": 0.0203, "row_128":
            -0.00406, "rows": 0.00227, "rows_16": 0.0101, "double": -0.384, "complex": -0.0292,
            "complex_double": -0.389, "converted": 0.0149, "half": 0.0149, "channels_last": 0.00191,
            "channels_last_channels": 0.00657, "stride": 0.0339, "dilation": 0.0592, "bordered":
            -0.00576, "rank_1": -0.355, "rank_3": 0.407},
        "apart": {"call": 8.59e-06, "team": 5e-06, "prepared": 5.55e-10, "weights": 3.11e-12,
            "filters": 6.91e-06, "taps": -0.0527, "taps_8": 0.0589, "taps_64": 0.0037, "kernel_row":
            0.0387, "group_in": 0.0309, "group_in_16": 0.042, "group_out": 0.0119, "group_out_8":
            -0.0328, "group_out_32": 0.0252, "groups": 0.00567, "row_16": 0.0184, "row_128":
            -0.0114, "rows": -0.00308, "rows_16": 0.0206, "double": -0.391, "complex": -0.0532,
            "complex_double": -0.449, "converted": 0.00256, "half": 0.00256, "channels_last":
            0.0123, "channels_last_channels": -0.00185, "stride": 0.0403, "dilation": 0.0683,
            "bordered": 0.0265, "rank_1": -0.132, "rank_3": 0.311},
        "summed": {"call": 1.14e-05, "team": 5e-06, "prepared": 5.02e-10, "weights": 2.92e-12,
            "filters": 5.82e-06, "taps": 0.00298, "taps_8": 0.0038, "taps_64": 0.0161, "kernel_row":
            0.0298, "group_in": 0.0214, "group_in_16": 0.0522, "group_out": 0.0222, "group_out_8":
            -0.00912, "group_out_32": 0.0262, "groups": 0.0254, "row_16": 0.0102, "rows": 0.00268,
            "rows_16": 0.00755, "double": -0.378, "complex": -0.0185, "complex_double": -0.335,
            "converted": 0.0131, "half": 0.0131, "channels_last": -0.0354, "channels_last_channels":
            0.0136, "stride": 0.03, "dilation": 0.0386, "bordered": -0.0176, "rank_1": -0.34,
            "rank_3": 0.381},
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
