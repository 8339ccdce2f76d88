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
    "problems": 2928,
    "machine": {"cpu": "AMD EPYC", "isa": "v4", "cpus": 2},
    "caches": {"l1": 49152, "l2": 1048576, "l3": 33554432},
    "libraries": {"numpy": "2.4.6", "scipy": "1.17.1"},
}

RESIDUALS: dict[str, dict[str, float]] = {
    "direct": {"problems": 2928, "median": 1.15, "rms": 1.3, "p90": 1.53},
    "direct channels": {"problems": 682, "median": 1.18, "rms": 1.35, "p90": 1.63},
    "direct groups": {"problems": 198, "median": 1.21, "rms": 1.33, "p90": 1.59},
    "direct pixels_1": {"problems": 391, "median": 1.11, "rms": 1.28, "p90": 1.45},
    "direct pixels_2": {"problems": 201, "median": 1.12, "rms": 1.25, "p90": 1.44},
    "direct pixels_4": {"problems": 671, "median": 1.16, "rms": 1.29, "p90": 1.5},
    "direct pointwise": {"problems": 114, "median": 1.21, "rms": 1.39, "p90": 1.76},
    "direct rows": {"problems": 671, "median": 1.11, "rms": 1.25, "p90": 1.45},
    "direct, preparing": {"problems": 2928, "median": 1.09, "rms": 1.22, "p90": 1.37},
    "winograd": {"problems": 226, "median": 1.14, "rms": 1.31, "p90": 1.56},
    "winograd, preparing": {"problems": 226, "median": 1.08, "rms": 1.21, "p90": 1.3},
    "im2col": {"problems": 2702, "median": 1.18, "rms": 1.43, "p90": 1.73},
    "im2col pointwise": {"problems": 151, "median": 1.24, "rms": 1.59, "p90": 2.14},
    "im2col rows": {"problems": 1181, "median": 1.17, "rms": 1.43, "p90": 1.76},
    "im2col windows": {"problems": 1370, "median": 1.18, "rms": 1.41, "p90": 1.68},
    "im2col, preparing": {"problems": 2702, "median": 1.06, "rms": 1.35, "p90": 1.76},
    "fft": {"problems": 2702, "median": 1.13, "rms": 1.26, "p90": 1.42},
    "fft apart": {"problems": 1165, "median": 1.11, "rms": 1.3, "p90": 1.44},
    "fft matrices": {"problems": 142, "median": 1.1, "rms": 1.14, "p90": 1.23},
    "fft summed": {"problems": 1395, "median": 1.15, "rms": 1.24, "p90": 1.42},
    "fft, preparing": {"problems": 2702, "median": 1.11, "rms": 1.39, "p90": 1.59},
    "naive": {"problems": 191, "median": 1.06, "rms": 1.08, "p90": 1.14},
    "naive, preparing": {"problems": 191, "median": 1.04, "rms": 1.15, "p90": 1.19},
}

RANGES: dict[str, tuple[float, float]] = {
    "taps": (0.0, 12.0),
    "taps_8": (0.0, 9.0),
    "taps_64": (0.0, 6.0),
    "kernel_row": (0.0, 11.9),
    "group_in": (0.0, 9.86),
    "group_in_16": (0.0, 5.86),
    "group_out": (0.0, 9.98),
    "group_out_8": (0.0, 6.98),
    "group_out_32": (0.0, 4.98),
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
    "channels_last_channels": (0.0, 9.54),
    "stride": (0.0, 2.0),
    "dilation": (0.0, 1.0),
    "bordered": (0.0, 1.0),
    "rank_1": (0.0, 1.0),
    "rank_3": (0.0, 1.0),
}

SLOWER: dict[str, dict[str, float]] = {
    "direct": {"v3": 1.86, "base": 5.58},
    "winograd": {"v3": 1.62, "base": 6.3},
    "im2col": {"v3": 1.79, "base": 4.22},
    "fft": {"v3": 1.0, "base": 1.4},
    "naive": {"v3": 1.0, "base": 1.0},
}

RATES: dict[str, dict[str, dict[str, float]]] = {
    "direct": {
        "": {"call": 5.17e-06, "team": 1.82e-05, "flops": 2.55e-12, "beyond_l2": 1.52e-11,
            "beyond_l3": 1.55e-11, "outputs": 6.16e-11, "outputs_half": 1.06e-09, "outputs_last":
            3.14e-10, "bytes": 3.32e-12, "packed": 1.25e-11, "runs": 2.7e-09, "pieces": 4.39e-08,
            "workers": -0.554, "taps": 0.0401, "taps_8": 0.0561, "taps_64": 0.0143, "kernel_row":
            -0.0344, "group_in": 0.0599, "group_in_16": 0.0119, "group_out_8": -0.00868,
            "group_out_32": 0.0269, "groups": -0.0244, "row": -0.0158, "row_16": 0.0156, "row_128":
            0.0101, "rows": 0.00235, "rows_16": -0.00131, "double": 0.484, "complex": 0.501,
            "complex_double": 0.828, "integer": 0.465, "converted": 0.116, "half": -0.0629,
            "channels_last": -0.0953, "channels_last_channels": 0.0135, "stride": -0.0415,
            "dilation": 0.0206, "bordered": 0.205, "rank_1": -0.0307, "rank_3": 0.0261},
        "channels": {"call": 5.12e-06, "team": 1.32e-05, "flops": 4.72e-12, "beyond_l2": 8.45e-12,
            "beyond_l3": 8.6e-12, "outputs": 1.55e-10, "outputs_half": 1.1e-09, "outputs_last":
            1.3e-10, "bytes": 4.19e-12, "packed": 3.49e-11, "runs": 4.97e-09, "pieces": 7.3e-08,
            "workers": -0.537, "taps": -0.133, "taps_8": 0.122, "taps_64": -0.0134, "kernel_row":
            0.0888, "group_in": 0.0544, "group_in_16": 0.0218, "group_out": -0.0383, "group_out_8":
            0.0272, "group_out_32": 0.0384, "groups": -0.0138, "row": -0.0525, "row_16": 0.0813,
            "row_128": 0.00865, "rows": 0.0193, "rows_16": -0.0131, "double": 0.545, "complex":
            0.331, "complex_double": 0.639, "integer": 0.618, "converted": -0.0701, "half": 0.271,
            "channels_last": 0.0222, "channels_last_channels": -0.0207, "stride": 0.0222,
            "dilation": -0.00517, "bordered": 0.191, "rank_1": -0.22, "rank_3": 0.11},
        "groups": {"call": 7.03e-06, "team": 3.05e-05, "flops": 3.53e-12, "beyond_l2": 5.5e-12,
            "beyond_l3": 3.15e-11, "outputs": 4.17e-11, "outputs_half": 9.87e-10, "outputs_last":
            5.07e-11, "bytes": 1.57e-12, "packed": 2.75e-11, "runs": 2.32e-09, "pieces": 3.53e-08,
            "workers": -0.607, "taps": -0.231, "taps_8": 0.471, "taps_64": -0.22, "kernel_row":
            -0.0185, "group_in": 0.0599, "group_in_16": 0.0119, "group_out_8": -0.00868,
            "group_out_32": 0.0269, "groups": -0.0423, "row": -0.00282, "row_16": 0.0512, "row_128":
            -0.00824, "rows": 0.0325, "rows_16": 0.00308, "double": 0.294, "complex": 0.501,
            "complex_double": 0.828, "integer": -0.0516, "converted": 0.443, "half": -0.2,
            "channels_last": -0.282, "channels_last_channels": 0.0404, "stride": -0.0447,
            "dilation": -0.0431, "bordered": 0.195, "rank_1": 0.0939, "rank_3": -0.147},
        "pixels_1": {"call": 4.48e-06, "team": 2.97e-05, "flops": 4.12e-13, "beyond_l2": 6.29e-12,
            "beyond_l3": 3.58e-12, "outputs": 3.42e-11, "outputs_half": 3.38e-10, "outputs_last":
            2.83e-10, "bytes": 5.28e-13, "packed": 9.25e-12, "runs": 5.76e-09, "pieces": 1.11e-08,
            "workers": -0.584, "taps": -0.124, "taps_8": 0.342, "taps_64": -0.203, "kernel_row":
            0.0904, "group_in": -0.00849, "group_in_16": -0.356, "group_out_8": -0.00868,
            "group_out_32": 0.0269, "groups": -0.0774, "row": 0.207, "row_16": -0.15, "row_128":
            -0.0575, "rows_16": -0.0163, "double": 0.508, "complex": 0.501, "complex_double": 0.828,
            "integer": 0.514, "converted": 0.0439, "half": 0.17, "channels_last": -0.241,
            "channels_last_channels": 0.128, "stride": -0.599, "dilation": -0.0219, "bordered":
            0.161, "rank_1": -0.0151, "rank_3": -0.0534},
        "pixels_2": {"call": 5.29e-06, "team": 2.68e-05, "flops": 7.27e-12, "beyond_l2": 1.23e-11,
            "beyond_l3": 1.04e-11, "outputs": 1.76e-10, "outputs_half": 3.59e-09, "outputs_last":
            3.16e-10, "bytes": 2.66e-12, "packed": 1.47e-11, "runs": 3.24e-09, "pieces": 3.75e-08,
            "workers": -0.578, "taps": -0.162, "taps_8": 0.0874, "taps_64": 0.0613, "kernel_row":
            0.0287, "group_in": -0.0337, "group_in_16": 0.216, "group_out": 0.951, "group_out_8":
            -0.00868, "group_out_32": 0.0269, "groups": 0.00933, "row": -0.195, "row_16": 0.221,
            "row_128": -0.0146, "rows": 0.0133, "rows_16": -0.00443, "double": 0.438, "complex":
            1.19, "complex_double": 1.49, "integer": 0.0466, "converted": -0.14, "half": 0.0886,
            "channels_last": -0.169, "channels_last_channels": 0.129, "stride": 0.127, "dilation":
            0.139, "bordered": -0.00634, "rank_1": -0.0671, "rank_3": 0.0878},
        "pixels_4": {"call": 5.45e-06, "team": 1.37e-05, "flops": 3.8e-12, "beyond_l2": 2.74e-11,
            "beyond_l3": 1.6e-11, "outputs": 6.54e-11, "outputs_half": 1.08e-09, "outputs_last":
            4.51e-10, "bytes": 6.87e-12, "packed": 1.35e-11, "runs": 6.03e-09, "pieces": 1.69e-08,
            "workers": -0.511, "taps": 0.0203, "taps_8": -0.0319, "taps_64": 0.0135, "kernel_row":
            -0.0168, "group_in": -0.00276, "group_in_16": 0.0668, "group_out": 0.00112,
            "group_out_8": 0.0127, "group_out_32": -0.033, "groups": -0.00866, "row": -0.0698,
            "row_16": 0.109, "row_128": -0.0354, "rows": -0.00723, "rows_16": -0.0233, "double":
            0.418, "complex": 0.306, "complex_double": 0.598, "integer": 0.506, "converted": 0.088,
            "half": 0.15, "channels_last": 0.0229, "channels_last_channels": 0.0463, "stride":
            0.147, "dilation": 0.0106, "bordered": 0.108, "rank_1": -0.124, "rank_3": 0.145},
        "pointwise": {"call": 5.38e-06, "team": 1.93e-05, "flops": 5.91e-12, "beyond_l2": 3.54e-11,
            "beyond_l3": 1.83e-11, "outputs": 3.47e-11, "outputs_half": 5.44e-10, "outputs_last":
            8.71e-11, "bytes": 4e-12, "packed": 1.08e-11, "runs": 5.58e-09, "pieces": 6.08e-08,
            "workers": -0.408, "taps": 0.0401, "taps_8": 0.0561, "taps_64": 0.0143, "kernel_row":
            -0.0344, "group_in": 0.0141, "group_in_16": -0.0343, "group_out": -0.0145,
            "group_out_8": 0.0794, "group_out_32": -0.0947, "groups": -0.0244, "row": -0.106,
            "row_16": 0.118, "row_128": -0.0358, "rows": 0.0286, "rows_16": -0.0376, "double":
            0.322, "complex": 0.385, "complex_double": 0.541, "integer": 0.361, "converted": 0.125,
            "half": 0.349, "channels_last": -0.116, "channels_last_channels": -0.00251, "stride":
            0.0581, "dilation": 0.0383, "bordered": 0.205, "rank_1": 0.247, "rank_3": 0.119},
        "rows": {"call": 4.88e-06, "team": 1.66e-05, "flops": 1.16e-11, "beyond_l2": 1.32e-11,
            "beyond_l3": 8.42e-11, "outputs": 2.88e-11, "outputs_half": 3.59e-09, "outputs_last":
            1.52e-10, "bytes": 1.61e-12, "packed": 2.5e-11, "runs": 2.25e-09, "pieces": 1.77e-08,
            "workers": -0.553, "taps": 0.038, "taps_8": 0.0214, "taps_64": -0.0717, "kernel_row":
            0.069, "group_in": 0.0115, "group_in_16": 0.307, "group_out": -0.0274, "group_out_8":
            0.0714, "group_out_32": -0.133, "groups": -0.00667, "row": -0.224, "row_16": 0.162,
            "row_128": 0.0834, "rows": -0.0667, "rows_16": 0.0689, "double": 0.526, "complex": 0.13,
            "complex_double": 0.695, "integer": 0.701, "converted": 0.151, "half": -0.113,
            "channels_last": 0.104, "channels_last_channels": 0.0134, "stride": -0.0162, "dilation":
            0.0946, "bordered": 0.357, "rank_1": -0.0307, "rank_3": 0.254},
    },
    "winograd": {
        "": {"call": 5.79e-06, "team": 2.87e-05, "flops": 6.28e-12, "beyond_l2": 3e-11, "beyond_l3":
            9.06e-12, "outputs": 1.77e-10, "outputs_half": 1e-10, "outputs_last": 3.76e-11, "bytes":
            1.4e-11, "packed": 1.53e-12, "runs": 5e-09, "pieces": 6.42e-07, "workers": -0.534,
            "taps": -0.003, "taps_8": 0.0728, "kernel_row": -0.185, "group_in": 0.0807,
            "group_in_16": 0.035, "group_out": 0.0144, "group_out_8": -0.143, "group_out_32":
            0.0982, "groups": 0.0115, "row": -0.102, "row_16": 0.0998, "row_128": 0.0175, "rows":
            0.00947, "rows_16": -0.00934, "double": 0.199, "channels_last": 0.21,
            "channels_last_channels": -0.021, "bordered": 0.11, "rank_1": -0.193, "rank_3": 0.0377},
    },
    "im2col": {
        "": {"call": 2.2e-05, "team": 5.16e-05, "flops": 4.5e-12, "beyond_l2": 2.6e-11, "beyond_l3":
            4.87e-11, "outputs": 5.81e-13, "outputs_half": 7.03e-10, "outputs_last": 3.22e-10,
            "bytes": 6.11e-12, "packed": 8.32e-13, "runs": 3.68e-09, "pieces": 9.3e-08, "workers":
            -0.519, "taps": 0.113, "taps_8": 0.00694, "taps_64": -0.111, "kernel_row": 0.0203,
            "group_in": 0.085, "group_in_16": 0.0379, "group_out": -0.0494, "group_out_8": 0.0139,
            "group_out_32": -0.0418, "groups": 0.00925, "row": -0.0504, "row_16": 0.0309, "row_128":
            -0.00202, "rows": 0.00236, "rows_16": -0.0127, "double": 0.00458, "complex": 0.947,
            "complex_double": 0.91, "converted": 0.194, "half": 0.194, "channels_last": 0.258,
            "channels_last_channels": 0.026, "stride": 0.202, "dilation": 0.0432, "bordered": 0.267,
            "rank_1": 0.0568, "rank_3": -0.0384},
        "pointwise": {"call": 1.92e-05, "team": 1.54e-05, "flops": 1.36e-11, "beyond_l2": 2.42e-11,
            "beyond_l3": 5.13e-11, "outputs": 5.81e-13, "outputs_half": 4.84e-10, "outputs_last":
            4.62e-10, "bytes": 5.98e-12, "packed": 8.32e-13, "runs": 3.68e-09, "pieces": 7.41e-08,
            "workers": -0.394, "taps": 0.113, "taps_8": 0.00694, "taps_64": -0.111, "kernel_row":
            0.0203, "group_in": 0.0715, "group_in_16": -0.0449, "group_out": -0.337, "group_out_8":
            0.312, "group_out_32": -0.0716, "groups": 0.00925, "row": -0.0499, "row_16": 0.113,
            "row_128": -0.0671, "rows": 0.0535, "rows_16": -0.0915, "double": 0.457, "complex":
            0.326, "complex_double": 0.651, "converted": 0.48, "half": 0.48, "channels_last": 0.587,
            "channels_last_channels": -0.00936, "stride": 0.202, "dilation": 0.422, "bordered":
            0.267, "rank_1": -0.105, "rank_3": 0.343},
        "rows": {"call": 2.14e-05, "team": 4.66e-05, "flops": 1.09e-11, "beyond_l2": 7.3e-11,
            "beyond_l3": 6.89e-11, "outputs": 5.67e-13, "outputs_half": 7.03e-10, "outputs_last":
            3.22e-10, "bytes": 1.21e-11, "packed": 8.79e-13, "runs": 5.45e-09, "pieces": 5.39e-07,
            "workers": -0.541, "taps": 0.198, "taps_8": -0.0165, "taps_64": -0.135, "kernel_row":
            0.00936, "group_in": 0.121, "group_in_16": 0.0379, "group_out": -0.0393, "group_out_8":
            0.0375, "group_out_32": -0.0831, "groups": 0.0168, "row": -0.337, "row_16": 0.322,
            "row_128": -0.00434, "rows": -0.0413, "rows_16": 0.0416, "double": 0.0116, "complex":
            0.947, "complex_double": 0.91, "converted": 0.194, "half": 0.194, "channels_last":
            0.258, "channels_last_channels": 0.026, "stride": 0.202, "dilation": 0.00418,
            "bordered": 0.267, "rank_1": -0.0396, "rank_3": -0.161},
        "windows": {"call": 2.19e-05, "team": 8.86e-05, "flops": 1.22e-12, "beyond_l2": 9.43e-12,
            "beyond_l3": 1.68e-11, "outputs": 4.53e-13, "outputs_half": 2.99e-10, "outputs_last":
            1.2e-10, "bytes": 3.97e-12, "packed": 3.18e-12, "runs": 4.03e-09, "pieces": 5.07e-08,
            "workers": -0.556, "taps": 0.111, "taps_8": -0.017, "taps_64": -0.0815, "kernel_row":
            0.00107, "group_in": 0.0576, "group_in_16": 0.00573, "group_out": -0.00479,
            "group_out_8": 0.0584, "group_out_32": -0.00961, "groups": -0.00845, "row": 0.0933,
            "row_16": -0.0315, "row_128": -0.0658, "rows": 0.0133, "rows_16": -0.0308, "double":
            -0.0685, "complex": 0.866, "complex_double": 0.66, "converted": 0.112, "half": 0.112,
            "channels_last": 0.0253, "channels_last_channels": 0.0478, "stride": 0.0706, "dilation":
            0.00416, "bordered": 0.116, "rank_1": 0.0715, "rank_3": -0.081},
    },
    "fft": {
        "": {"call": 4.42e-05, "team": 0.000165, "flops": 5.81e-12, "beyond_l2": 3.08e-11,
            "beyond_l3": 7.16e-13, "outputs": 3.93e-10, "outputs_half": 7.64e-10, "outputs_last":
            3.76e-10, "bytes": 6.67e-12, "packed": 7.79e-11, "runs": 5e-09, "pieces": 1.91e-05,
            "workers": -0.133, "taps": 0.0351, "taps_8": -0.0358, "taps_64": 0.0143, "kernel_row":
            -0.00157, "group_in": 0.0368, "group_in_16": -0.0647, "group_out": 0.0865,
            "group_out_8": -0.0886, "group_out_32": 0.0298, "row": 0.0675, "row_16": -0.0525,
            "row_128": -0.0113, "rows": 0.00999, "rows_16": -0.0132, "double": 0.283, "complex":
            0.4, "complex_double": 0.553, "converted": 0.117, "half": 0.117, "channels_last":
            0.00488, "channels_last_channels": 0.00687, "stride": 0.0808, "dilation": 0.0101,
            "bordered": 0.125, "rank_1": -0.247, "rank_3": -0.0232},
        "apart": {"call": 4.06e-05, "team": 0.000153, "flops": 4.9e-12, "beyond_l2": 3.22e-11,
            "beyond_l3": 7.09e-13, "outputs": 6.25e-10, "outputs_half": 1.78e-09, "outputs_last":
            7.1e-10, "bytes": 4.84e-12, "packed": 3.08e-10, "runs": 5e-09, "pieces": 2.86e-05,
            "workers": -0.153, "taps": 0.00489, "taps_8": -0.00993, "taps_64": 0.0303, "kernel_row":
            -0.00474, "group_in": 0.0368, "group_in_16": -0.0647, "group_out": 0.0615,
            "group_out_8": -0.0156, "group_out_32": -0.0228, "groups": -0.00984, "row": 0.0311,
            "row_16": -0.0173, "row_128": -0.019, "rows": 0.00879, "rows_16": -0.0189, "double":
            0.0825, "complex": 0.213, "complex_double": 0.218, "converted": 0.0944, "half": 0.0944,
            "channels_last": 0.00129, "channels_last_channels": 0.0248, "stride": 0.0447,
            "dilation": -0.00843, "bordered": 0.213, "rank_1": -0.281, "rank_3": 0.116},
        "matrices": {"call": 4.07e-05, "team": 6.44e-06, "flops": 1.81e-11, "beyond_l2": 3.15e-11,
            "beyond_l3": 7.16e-13, "outputs": 3.54e-10, "outputs_half": 7.57e-10, "outputs_last":
            3.24e-10, "bytes": 5.76e-12, "packed": 7.79e-11, "runs": 5e-09, "pieces": 1.91e-05,
            "workers": -0.0223, "taps": -0.21, "taps_8": 0.187, "taps_64": 0.0471, "kernel_row":
            -0.00836, "group_in": 0.0368, "group_in_16": -0.0647, "group_out": 0.0865,
            "group_out_8": -0.0886, "group_out_32": 0.0298, "groups": 0.0242, "row": -0.0498,
            "row_16": 0.00844, "row_128": -0.0113, "rows": 0.0674, "rows_16": -0.0125, "double":
            0.593, "complex": 0.4, "complex_double": 0.553, "converted": 0.321, "half": 0.321,
            "channels_last": -0.038, "channels_last_channels": 0.0265, "stride": -0.0148,
            "dilation": -0.103, "bordered": 0.259, "rank_1": -0.247, "rank_3": -0.0232},
        "summed": {"call": 8.57e-05, "team": 0.000216, "flops": 4.03e-12, "beyond_l2": 1.28e-11,
            "beyond_l3": 6.44e-13, "outputs": 3.01e-10, "outputs_half": 2.91e-10, "outputs_last":
            2.05e-10, "bytes": 5.57e-12, "packed": 5.05e-11, "runs": 5e-09, "pieces": 1.03e-06,
            "workers": -0.171, "taps": 0.0262, "taps_8": -0.0351, "taps_64": 0.0184, "kernel_row":
            0.0311, "group_in": -0.00626, "group_in_16": 0.0135, "group_out": 0.0571, "group_out_8":
            -0.0125, "groups": 0.024, "row": 0.121, "row_16": -0.0729, "row_128": -0.00996, "rows":
            0.0441, "rows_16": -0.0287, "double": 0.381, "complex": 0.478, "complex_double": 0.778,
            "converted": 0.127, "half": 0.127, "channels_last": -0.0672, "channels_last_channels":
            0.0138, "stride": 0.122, "dilation": 0.0449, "bordered": 0.0422, "rank_1": -0.38,
            "rank_3": 0.02},
    },
    "naive": {
        "": {"call": 6.81e-06, "team": 5e-06, "flops": 1e-11, "beyond_l2": 2e-11, "beyond_l3":
            5e-11, "outputs": 1e-11, "outputs_half": 1e-10, "outputs_last": 1e-10, "bytes":
            1.28e-07, "packed": 2e-11, "runs": 5e-09, "pieces": 1e-07, "workers": -0.7, "taps":
            -0.0771, "taps_8": 0.0189, "taps_64": 0.0603, "kernel_row": -0.00507, "group_in":
            -0.0458, "group_in_16": 0.00723, "group_out": -0.0249, "group_out_8": 0.0409,
            "group_out_32": -0.0121, "groups": -0.00757, "row_16": 0.00905, "row_128": 0.0174,
            "rows": 0.00493, "rows_16": 0.0309, "double": -0.697, "complex": -2.05,
            "complex_double": -2.67, "integer": -0.756, "converted": 0.025, "half": -0.0182,
            "channels_last": 0.017, "channels_last_channels": -0.0149, "stride": 0.00938,
            "dilation": 0.00439, "bordered": 0.0635, "rank_1": -0.0533, "rank_3": 0.0825},
    },
}

PREPARE: dict[str, dict[str, dict[str, float]]] = {
    "direct": {
        "": {"call": 3.39e-06, "team": 5e-06, "prepared": 1.67e-11, "weights": 1.12e-10, "filters":
            4.45e-09, "workers": -0.0752, "taps": 0.116, "taps_8": -0.102, "taps_64": -0.0152,
            "kernel_row": -0.0516, "group_in": -0.0365, "group_in_16": 0.117, "group_out": -0.18,
            "group_out_8": -0.00803, "group_out_32": 0.132, "groups": -0.0822, "row": 0.047,
            "row_16": -0.00439, "row_128": -0.0184, "rows": 0.0664, "rows_16": -0.0593, "double":
            -0.356, "complex": 1.38, "complex_double": 0.955, "integer": -0.305, "converted": 1.0,
            "half": 0.743, "channels_last": 0.249, "channels_last_channels": 0.0369, "stride":
            -0.121, "dilation": 0.0397, "bordered": -0.131, "rank_1": 0.142, "rank_3": -0.0625},
        "channels": {"call": 3.36e-06, "team": 5e-06, "prepared": 1.1e-11, "weights": 2.6e-11,
            "filters": 2.07e-09, "workers": -0.0485, "taps": -0.0418, "taps_8": 0.156, "taps_64":
            -0.117, "kernel_row": 0.008, "group_in": 0.0483, "group_in_16": 0.153, "group_out":
            -0.0925, "group_out_8": 0.0734, "group_out_32": 0.0317, "groups": 0.0225, "row":
            -0.0276, "row_16": 0.0385, "row_128": 0.0647, "rows": 0.0852, "rows_16": -0.1, "double":
            -0.129, "complex": 1.36, "complex_double": 1.2, "integer": -0.208, "converted": 0.897,
            "half": 1.11, "channels_last": 0.721, "channels_last_channels": 0.0227, "stride": 0.108,
            "dilation": 0.0867, "bordered": -0.0134, "rank_1": 0.022, "rank_3": -0.0254},
        "groups": {"call": 3.52e-06, "team": 5e-06, "prepared": 1.58e-11, "weights": 5.45e-11,
            "filters": 4.51e-10, "workers": -0.0832, "taps": -0.329, "taps_8": 0.48, "taps_64":
            -0.229, "kernel_row": 0.0729, "group_in": -0.0365, "group_in_16": 0.117, "group_out":
            -0.18, "group_out_8": -0.00803, "group_out_32": 0.132, "groups": -0.0097, "row": 0.0315,
            "row_16": 0.0742, "row_128": -0.0634, "rows": 0.0551, "rows_16": -0.0707, "double":
            -0.271, "complex": 1.38, "complex_double": 0.955, "integer": -0.626, "converted": 1.29,
            "half": 0.781, "channels_last": 0.313, "channels_last_channels": 0.0515, "stride":
            -0.0769, "dilation": -0.0356, "bordered": -0.272, "rank_1": -0.541, "rank_3": 0.14},
        "pixels_1": {"call": 3.1e-06, "team": 5e-06, "prepared": 4.52e-11, "weights": 8.58e-11,
            "filters": 3.52e-09, "workers": -0.172, "taps": 0.269, "taps_8": -0.166, "taps_64":
            -0.148, "kernel_row": -0.0285, "group_in": 0.0319, "group_in_16": -0.303, "group_out":
            -0.18, "group_out_8": -0.00803, "group_out_32": 0.132, "groups": -0.0322, "row":
            -0.00941, "row_16": 0.0535, "row_128": -0.0178, "rows": 0.00686, "rows_16": 0.0319,
            "double": -0.38, "complex": 1.38, "complex_double": 0.955, "integer": -0.611,
            "converted": 0.833, "half": 0.332, "channels_last": 0.11, "channels_last_channels":
            0.879, "stride": 0.101, "dilation": -0.0601, "bordered": -0.142, "rank_1": 0.125,
            "rank_3": -0.0582},
        "pixels_2": {"call": 3.2e-06, "team": 5e-06, "prepared": 1.68e-11, "weights": 1.65e-09,
            "filters": 2.41e-07, "workers": -0.0766, "taps": -0.18, "taps_8": -0.0557, "taps_64":
            -0.00708, "kernel_row": -0.135, "group_in": -0.298, "group_in_16": 0.94, "group_out":
            0.579, "group_out_8": -0.00803, "group_out_32": 0.132, "groups": -0.387, "row": -0.0618,
            "row_16": 0.0763, "row_128": 0.028, "rows": 0.1, "rows_16": -0.114, "double": -0.202,
            "complex": 2.74, "complex_double": 2.38, "integer": -0.704, "converted": 0.679, "half":
            0.813, "channels_last": 0.144, "channels_last_channels": -0.0627, "stride": -0.181,
            "dilation": -0.211, "bordered": 0.198, "rank_1": 0.0795, "rank_3": -0.448},
        "pixels_4": {"call": 3.36e-06, "team": 5e-06, "prepared": 8.04e-11, "weights": 1.5e-10,
            "filters": 4.97e-09, "workers": -0.0938, "taps": 0.0374, "taps_8": -0.0677, "taps_64":
            0.0694, "kernel_row": -0.063, "group_in": -0.0793, "group_in_16": 0.0602, "group_out":
            -0.121, "group_out_8": 0.0899, "group_out_32": 0.037, "groups": -0.0312, "row":
            -0.00177, "row_16": -0.0114, "row_128": 0.041, "rows": 0.0193, "rows_16": 0.00192,
            "double": -0.521, "complex": 1.33, "complex_double": 0.861, "integer": -0.0106,
            "converted": 0.429, "half": 1.13, "channels_last": 0.356, "channels_last_channels":
            0.0407, "stride": -0.0779, "dilation": -0.00291, "bordered": -0.0771, "rank_1": 0.217,
            "rank_3": -0.0475},
        "pointwise": {"call": 3.53e-06, "team": 5e-06, "prepared": 4.29e-11, "weights": 9.06e-11,
            "filters": 1.57e-09, "workers": -0.0426, "taps": 0.116, "taps_8": -0.102, "taps_64":
            -0.0152, "kernel_row": -0.0516, "group_in": -0.42, "group_in_16": 0.454, "group_out":
            -0.309, "group_out_8": 0.671, "group_out_32": -0.346, "groups": -0.0822, "row": 0.183,
            "row_16": -0.223, "row_128": -0.0656, "rows": -0.0387, "rows_16": 0.043, "double":
            0.163, "complex": 1.47, "complex_double": 1.29, "integer": -0.23, "converted": 1.16,
            "half": 0.742, "channels_last": 0.484, "channels_last_channels": 0.0683, "stride":
            -0.08, "dilation": 0.0469, "bordered": -0.131, "rank_1": 0.127, "rank_3": 0.492},
        "rows": {"call": 3.24e-06, "team": 5e-06, "prepared": 7.32e-11, "weights": 6.58e-11,
            "filters": 2.84e-09, "workers": -0.0784, "taps": 0.283, "taps_8": -0.277, "taps_64":
            -0.0989, "kernel_row": 0.0387, "group_in": -0.0475, "group_in_16": -0.0509, "group_out":
            -0.0496, "group_out_8": 0.0282, "group_out_32": 0.0505, "groups": -0.0507, "row":
            0.0139, "row_16": -0.0459, "row_128": 0.0567, "rows": 0.0461, "rows_16": -0.0285,
            "double": -0.433, "complex": 0.563, "complex_double": 0.263, "integer": -0.63,
            "converted": 0.228, "half": 0.709, "channels_last": 0.125, "dilation": -0.00764,
            "bordered": 0.0133, "rank_1": 0.142, "rank_3": -0.025},
    },
    "winograd": {
        "": {"call": 7.91e-06, "team": 5e-06, "prepared": 7.49e-11, "weights": 2.09e-11, "filters":
            2.94e-08, "workers": -0.0191, "taps": 0.0397, "taps_8": 0.152, "kernel_row": -0.131,
            "group_in": -0.0178, "group_in_16": 0.149, "group_out": -0.142, "group_out_8": 0.187,
            "group_out_32": 0.0211, "groups": 0.0435, "row": -0.018, "row_16": 0.077, "row_128":
            -0.015, "rows": -0.00439, "rows_16": 0.00446, "double": -0.541, "channels_last": 0.506,
            "channels_last_channels": -0.0133, "bordered": -0.078, "rank_1": -0.0958, "rank_3":
            0.0945},
    },
    "im2col": {
        "": {"call": 8.35e-06, "team": 5e-06, "prepared": 3.87e-12, "weights": 1.04e-12, "filters":
            3.85e-12, "workers": -0.0822, "taps": 0.265, "taps_8": -0.12, "taps_64": -0.118,
            "kernel_row": -0.216, "group_in": -0.0882, "group_in_16": -0.0795, "group_out": -0.203,
            "group_out_8": 0.464, "group_out_32": -0.412, "groups": -0.268, "row": 0.0859, "row_16":
            -0.155, "row_128": 0.16, "rows": -0.0448, "rows_16": 0.103, "double": -0.503, "complex":
            -1.13, "complex_double": -1.61, "converted": 2.04, "half": 2.04, "channels_last": 1.96,
            "channels_last_channels": 0.296, "stride": 0.126, "bordered": -0.286, "rank_1": 0.263,
            "rank_3": -0.407},
        "pointwise": {"call": 8.61e-06, "team": 5e-06, "prepared": 2.89e-12, "weights": 9.68e-13,
            "filters": 3.79e-12, "workers": -0.0144, "taps": 0.265, "taps_8": -0.12, "taps_64":
            -0.118, "kernel_row": -0.216, "group_in": -0.756, "group_in_16": 1.09, "group_out":
            -0.102, "group_out_8": 0.799, "group_out_32": -0.972, "groups": -0.268, "row": -0.0406,
            "row_16": -0.279, "row_128": -0.501, "rows": -0.306, "rows_16": 0.852, "double": -0.58,
            "complex": -1.34, "complex_double": -2.82, "converted": 1.82, "half": 1.82,
            "channels_last": 1.39, "channels_last_channels": 0.592, "stride": 0.126, "dilation":
            -0.305, "bordered": -0.286, "rank_1": 0.422, "rank_3": 0.997},
        "rows": {"call": 8.48e-06, "team": 5e-06, "prepared": 7.78e-12, "weights": 1.14e-12,
            "filters": 3.87e-12, "workers": -1.0, "taps": 0.894, "taps_8": -1.4, "taps_64": -0.077,
            "kernel_row": 0.0418, "group_in": -0.531, "group_in_16": 0.00472, "group_out": -0.595,
            "group_out_8": 0.0599, "group_out_32": -0.0686, "groups": -0.559, "row": 0.457,
            "row_16": -0.382, "row_128": 0.0517, "rows": 0.362, "rows_16": -0.282, "double": -0.761,
            "complex": -1.13, "complex_double": -1.61, "converted": 2.04, "half": 2.04,
            "channels_last": 1.96, "channels_last_channels": 0.296, "stride": 0.126, "dilation":
            -0.0919, "bordered": -0.286, "rank_1": 0.185, "rank_3": -0.00774},
        "windows": {"call": 7.75e-06, "team": 5e-06, "prepared": 1.03e-11, "weights": 1.17e-12,
            "filters": 3.45e-12, "workers": -0.0741, "taps": 0.148, "taps_8": -0.0103, "taps_64":
            -0.149, "kernel_row": -0.218, "group_in": -0.0398, "group_in_16": -0.0214, "group_out":
            -0.201, "group_out_8": 0.378, "group_out_32": -0.27, "groups": -0.149, "row": 0.0257,
            "row_16": -0.0022, "row_128": 0.063, "rows": 0.00811, "double": -0.518, "complex":
            -1.39, "complex_double": -2.01, "converted": 1.85, "half": 1.85, "channels_last": 2.11,
            "channels_last_channels": 0.144, "stride": -0.0315, "dilation": 0.134, "bordered":
            -0.258, "rank_1": 0.235, "rank_3": -0.325},
    },
    "fft": {
        "": {"call": 2.83e-05, "team": 5e-06, "prepared": 1.83e-09, "weights": 5.25e-09, "filters":
            5.52e-07, "workers": -0.0287, "taps": -0.0816, "taps_8": 0.0323, "kernel_row": 0.0692,
            "group_in": 0.0236, "group_in_16": -0.0112, "group_out": 0.0193, "group_out_8": -0.0174,
            "group_out_32": -0.00617, "groups": -0.00649, "row": -0.0778, "row_16": 0.0741,
            "row_128": -0.0116, "rows": -0.089, "rows_16": 0.0942, "double": -0.693, "complex":
            -0.0587, "complex_double": -0.816, "converted": 0.0148, "half": 0.0148, "channels_last":
            -0.00285, "channels_last_channels": -0.0021, "stride": -0.00825, "dilation": 0.0649,
            "bordered": -0.0423, "rank_1": -0.98, "rank_3": 0.348},
        "apart": {"call": 2.55e-05, "team": 5e-06, "prepared": 1.26e-09, "weights": 2.59e-09,
            "filters": 2.39e-07, "taps": -0.0585, "taps_8": 0.0145, "taps_64": -0.0277,
            "kernel_row": 0.133, "group_in": 0.0236, "group_in_16": -0.0112, "group_out": 0.0581,
            "group_out_8": -0.209, "group_out_32": 0.28, "groups": -0.0092, "row": -0.109, "row_16":
            0.115, "row_128": 0.0082, "rows": -0.0404, "rows_16": 0.0406, "double": -0.7, "complex":
            -0.0153, "complex_double": -0.781, "converted": -0.0051, "half": -0.0051,
            "channels_last": -0.00629, "channels_last_channels": 0.00858, "stride": 0.0126,
            "dilation": 0.0582, "bordered": -0.02, "rank_1": -1.08, "rank_3": 0.435},
        "matrices": {"call": 7.95e-05, "team": 5e-06, "prepared": 2.49e-09, "weights": 1.01e-08,
            "filters": 5.21e-07, "workers": -0.102, "taps": 0.0234, "taps_8": -0.0317, "kernel_row":
            -0.052, "group_in": 0.0236, "group_in_16": -0.0112, "group_out": 0.0193, "group_out_8":
            -0.0174, "group_out_32": -0.00617, "groups": -0.16, "row": 0.16, "row_16": 0.0442,
            "row_128": -0.0116, "rows": -0.0472, "rows_16": 0.0674, "double": -1.06, "complex":
            -0.0587, "complex_double": -0.816, "converted": -0.0446, "half": -0.0446,
            "channels_last": 0.0325, "channels_last_channels": -0.0487, "stride": 0.14, "dilation":
            0.417, "bordered": 0.00635, "rank_1": -0.98, "rank_3": 0.348},
        "summed": {"call": 3.5e-05, "team": 5e-06, "prepared": 1.17e-09, "weights": 2.73e-09,
            "filters": 1.01e-06, "workers": -0.0316, "taps": -0.0585, "taps_8": 0.00658, "taps_64":
            -0.0164, "kernel_row": 0.0739, "group_in": 0.0572, "group_in_16": -0.0309, "group_out":
            0.0672, "group_out_8": -0.0434, "group_out_32": -0.0311, "groups": -0.00969, "row":
            -0.0729, "row_16": 0.103, "row_128": -0.0694, "rows": -0.0964, "rows_16": 0.118,
            "double": -0.65, "complex": 0.0338, "complex_double": -0.709, "converted": 0.0211,
            "half": 0.0211, "channels_last": -0.0324, "stride": -0.00287, "dilation": 0.0665,
            "bordered": -0.0294, "rank_1": -0.983, "rank_3": 0.438},
    },
    "naive": {
        "": {"call": 9.08e-07, "team": 5e-06, "prepared": 1e-10, "weights": 1.4e-10, "filters":
            3.18e-09, "workers": -0.7, "taps": -0.188, "taps_8": 0.0679, "taps_64": -0.183,
            "kernel_row": 0.0169, "group_in": -0.194, "group_in_16": 0.0892, "group_out": -0.0635,
            "group_out_8": -0.461, "group_out_32": 0.184, "groups": -0.231, "row": -0.145, "row_16":
            -0.0606, "row_128": -0.0175, "rows": -0.0531, "rows_16": 0.00809, "double": -0.404,
            "complex": 0.226, "complex_double": -0.0223, "integer": -0.13, "converted": 1.71,
            "half": 1.4, "channels_last": 0.141, "channels_last_channels": -0.0525, "stride":
            -0.0502, "dilation": 0.0137, "bordered": 0.33, "rank_1": -0.302, "rank_3": -0.0227},
    },
}
