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
    "command": "python benchmarks/fit_cost_model.py --problems 1200 --workers 1 --budget 0.05",
    "problems": 1400,
    "machine": {"cpu": "AMD EPYC", "isa": "v4", "cpus": 2},
    "caches": {"l1": 49152, "l2": 1048576, "l3": 33554432},
    "libraries": {"numpy": "2.4.6", "scipy": "1.17.1"},
}

RESIDUALS: dict[str, dict[str, float]] = {
    "direct": {"problems": 1400, "median": 1.12, "rms": 1.29, "p90": 1.56},
    "direct channels": {"problems": 400, "median": 1.13, "rms": 1.27, "p90": 1.47},
    "direct groups": {"problems": 147, "median": 1.19, "rms": 1.34, "p90": 1.64},
    "direct pixels_1": {"problems": 334, "median": 1.07, "rms": 1.31, "p90": 1.62},
    "direct pixels_2": {"problems": 118, "median": 1.15, "rms": 1.3, "p90": 1.59},
    "direct pixels_4": {"problems": 332, "median": 1.12, "rms": 1.26, "p90": 1.47},
    "direct rows": {"problems": 69, "median": 1.13, "rms": 1.28, "p90": 1.56},
    "direct, preparing": {"problems": 1400, "median": 1.07, "rms": 1.31, "p90": 1.44},
    "im2col": {"problems": 1283, "median": 1.17, "rms": 1.35, "p90": 1.56},
    "im2col packed": {"problems": 1213, "median": 1.17, "rms": 1.32, "p90": 1.53},
    "im2col pointwise": {"problems": 70, "median": 1.27, "rms": 1.75, "p90": 2.57},
    "im2col, preparing": {"problems": 1283, "median": 1.05, "rms": 1.47, "p90": 2.14},
    "fft": {"problems": 1283, "median": 1.11, "rms": 1.25, "p90": 1.37},
    "fft apart": {"problems": 626, "median": 1.09, "rms": 1.24, "p90": 1.29},
    "fft summed": {"problems": 657, "median": 1.13, "rms": 1.26, "p90": 1.4},
    "fft, preparing": {"problems": 1283, "median": 1.07, "rms": 1.18, "p90": 1.24},
    "naive": {"problems": 147, "median": 1.06, "rms": 1.14, "p90": 1.18},
    "naive, preparing": {"problems": 147, "median": 1.04, "rms": 1.14, "p90": 1.13},
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
    "direct": {"v3": 1.86, "base": 5.93},
    "im2col": {"v3": 1.65, "base": 4.66},
    "fft": {"v3": 1.43, "base": 2.41},
    "naive": {"v3": 1.0, "base": 1.0},
}

RATES: dict[str, dict[str, dict[str, float]]] = {
    "direct": {
        "": {"call": 5.96e-06, "team": 5e-06, "flops": 2.91e-12, "beyond_l2": 1.3e-11, "beyond_l3":
            2.33e-11, "outputs": 5.83e-11, "outputs_half": 7.57e-10, "outputs_last": 3.34e-10,
            "bytes": 1.97e-12, "packed": 1.74e-11, "runs": 3.09e-09, "pieces": 6.06e-08, "workers":
            -0.7, "taps": -0.0176, "taps_8": 0.0389, "taps_64": 0.0323, "kernel_row": 0.0171,
            "group_in": 0.0482, "group_in_16": 0.0053, "group_out": -0.0034, "group_out_8": 0.0353,
            "group_out_32": -0.0315, "row": -0.0449, "row_16": 0.0388, "row_128": 0.0229, "rows":
            0.00248, "rows_16": 0.0178, "double": 0.512, "complex": 0.424, "complex_double": 0.862,
            "integer": 0.51, "converted": 0.0805, "half": 0.179, "channels_last": -0.00281,
            "channels_last_channels": 0.0133, "stride": 0.0213, "dilation": -0.0051, "bordered":
            0.18, "rank_1": -0.0574, "rank_3": -0.00331},
        "channels": {"call": 5.94e-06, "team": 5e-06, "flops": 5.32e-12, "beyond_l2": 1.6e-11,
            "beyond_l3": 2.14e-11, "outputs": 7.82e-11, "outputs_half": 5.57e-10, "outputs_last":
            6.37e-11, "bytes": 3.22e-12, "packed": 2.1e-11, "runs": 4.18e-09, "pieces": 1.05e-07,
            "workers": -0.7, "taps": -0.0185, "taps_64": -0.00268, "kernel_row": 0.0233, "group_in":
            0.0473, "group_in_16": -0.0194, "group_out": -0.0442, "group_out_8": -0.0132,
            "group_out_32": 0.0367, "row": -0.0977, "row_16": 0.112, "rows": 0.0246, "rows_16":
            0.0144, "double": 0.504, "complex": 0.172, "complex_double": 0.622, "integer": 0.702,
            "converted": -0.11, "half": 0.584, "channels_last": 0.0802, "channels_last_channels":
            -0.0116, "stride": 0.0633, "dilation": 0.0118, "bordered": 0.127, "rank_1": 0.122,
            "rank_3": -0.0848},
        "groups": {"call": 6.22e-06, "team": 5e-06, "flops": 3.85e-12, "beyond_l2": 7.59e-12,
            "beyond_l3": 1.85e-11, "outputs": 4.38e-11, "outputs_half": 7.13e-10, "outputs_last":
            1.36e-10, "bytes": 1.12e-12, "packed": 1.93e-11, "runs": 4.63e-09, "pieces": 8.94e-08,
            "workers": -0.7, "taps": -0.282, "taps_8": 0.424, "taps_64": -0.135, "kernel_row":
            0.0286, "group_in": 0.0482, "group_in_16": 0.0053, "group_out": -0.0034, "group_out_8":
            0.0353, "group_out_32": -0.0315, "groups": 0.0106, "row": -0.00713, "row_16": -0.0063,
            "row_128": 0.0341, "rows": 0.0361, "rows_16": -0.0253, "double": 0.37, "complex": 0.424,
            "complex_double": 0.862, "integer": -0.137, "converted": 0.63, "half": -0.462,
            "channels_last": -0.0443, "channels_last_channels": 0.0305, "stride": -0.0646,
            "dilation": 0.024, "bordered": 0.183, "rank_1": -0.16, "rank_3": 0.0621},
        "pixels_1": {"call": 5.35e-06, "team": 5e-06, "flops": 1.8e-12, "beyond_l2": 7.34e-12,
            "beyond_l3": 2.19e-11, "outputs": 7.2e-11, "outputs_half": 6.56e-10, "outputs_last":
            5.57e-10, "bytes": 9.45e-13, "packed": 1.6e-11, "runs": 1.74e-09, "pieces": 3.48e-08,
            "workers": -0.7, "taps": 0.0525, "taps_8": 0.0819, "taps_64": -0.103, "kernel_row":
            0.0422, "group_in": -0.0142, "group_in_16": -0.0979, "group_out": -0.0034,
            "group_out_8": 0.0353, "group_out_32": -0.0315, "groups": -0.00693, "row": -0.0229,
            "row_16": -0.0181, "row_128": 0.0552, "rows": -0.00823, "rows_16": 0.0214, "double":
            0.597, "complex": 0.424, "complex_double": 0.862, "integer": 0.498, "converted": -0.012,
            "half": 0.209, "channels_last": -0.25, "channels_last_channels": 0.219, "stride":
            -0.446, "dilation": -0.0497, "bordered": 0.268, "rank_1": -0.248, "rank_3": -0.0653},
        "pixels_2": {"call": 6.01e-06, "team": 5e-06, "flops": 3.78e-12, "beyond_l2": 8.25e-12,
            "beyond_l3": 1.05e-11, "outputs": 1.01e-10, "outputs_half": 1.71e-09, "outputs_last":
            3.4e-10, "bytes": 1.61e-12, "packed": 2.19e-11, "runs": 2.36e-09, "pieces": 5.33e-08,
            "workers": -0.7, "taps": 0.0286, "taps_8": -0.0148, "taps_64": -0.028, "kernel_row":
            0.0226, "group_in": 0.0147, "group_in_16": 0.141, "group_out": 0.113, "group_out_8":
            0.0353, "group_out_32": -0.0315, "groups": -0.00248, "row": -0.0467, "row_16": 0.0728,
            "row_128": -0.00207, "rows": 0.00322, "rows_16": -0.00602, "double": 0.293, "complex":
            0.396, "complex_double": 0.78, "integer": 0.557, "converted": -0.0421, "half": 0.00743,
            "channels_last": -0.0745, "channels_last_channels": 0.0604, "stride": 0.106, "dilation":
            0.138, "bordered": -0.0113, "rank_1": -0.171, "rank_3": 0.0271},
        "pixels_4": {"call": 6.61e-06, "team": 5e-06, "flops": 2.36e-12, "beyond_l2": 1.47e-11,
            "beyond_l3": 3.05e-11, "outputs": 4.55e-11, "outputs_half": 7.1e-10, "outputs_last":
            3.76e-10, "bytes": 1.69e-12, "packed": 1.02e-11, "runs": 4.76e-09, "pieces": 3.06e-08,
            "workers": -0.7, "taps": -0.00844, "taps_8": -0.00285, "taps_64": 0.0408, "group_in":
            0.0139, "group_in_16": 0.0488, "group_out": 0.00396, "group_out_8": 0.0264,
            "group_out_32": -0.0682, "groups": -0.00188, "row": -0.00538, "row_16": 0.0474,
            "row_128": -0.0344, "rows": 0.00522, "rows_16": -0.0073, "double": 0.508, "complex":
            0.287, "complex_double": 0.69, "integer": 0.529, "converted": 0.068, "half": 0.127,
            "channels_last": 0.0621, "channels_last_channels": 0.0328, "stride": 0.164, "dilation":
            0.0479, "bordered": 0.107, "rank_1": -0.0473, "rank_3": 0.0862},
        "rows": {"call": 6.08e-06, "team": 5e-06, "flops": 2.09e-12, "beyond_l2": 8.6e-12,
            "beyond_l3": 4.58e-11, "outputs": 6.11e-11, "outputs_half": 9.03e-10, "outputs_last":
            1.51e-10, "bytes": 2.49e-12, "packed": 1.82e-11, "runs": 4.34e-09, "pieces": 5.63e-08,
            "workers": -0.7, "taps": 0.224, "taps_8": -0.15, "taps_64": -0.163, "kernel_row": 0.231,
            "group_in": 0.0667, "group_in_16": 0.0053, "group_out": -0.0034, "group_out_8": 0.0353,
            "group_out_32": -0.0315, "row": -0.125, "row_16": 0.165, "row_128": -0.0396, "rows":
            -0.251, "rows_16": 0.275, "double": 0.351, "complex": 0.424, "complex_double": 0.862,
            "integer": 0.436, "converted": 0.229, "half": 0.403, "channels_last": -0.0414,
            "channels_last_channels": 0.395, "stride": 0.0213, "dilation": 0.203, "bordered": 0.112,
            "rank_1": -0.0574, "rank_3": 0.393},
    },
    "im2col": {
        "": {"call": 2.13e-05, "team": 5e-06, "flops": 2.7e-12, "beyond_l2": 1.1e-11, "beyond_l3":
            3.55e-11, "outputs": 4.97e-13, "outputs_half": 4.63e-10, "outputs_last": 2.78e-10,
            "bytes": 2.85e-12, "packed": 9.78e-12, "runs": 6.8e-09, "pieces": 3.5e-08, "workers":
            -0.7, "taps": -0.0126, "taps_8": 0.026, "taps_64": -0.024, "kernel_row": 0.071,
            "group_in": 0.0533, "group_in_16": 0.00303, "group_out": 0.00809, "group_out_8":
            -0.0153, "group_out_32": 0.032, "groups": 0.0137, "row": 0.0569, "row_16": -0.0353,
            "row_128": -0.0389, "rows": 0.0147, "rows_16": -0.0102, "double": 0.0663, "complex":
            0.911, "complex_double": 0.815, "converted": 0.166, "half": 0.166, "channels_last":
            0.145, "channels_last_channels": 0.00691, "stride": 0.0876, "dilation": 0.0208,
            "bordered": 0.105, "rank_1": -0.0692, "rank_3": 0.00691},
        "packed": {"call": 2.15e-05, "team": 5e-06, "flops": 1.26e-12, "beyond_l2": 8.26e-12,
            "beyond_l3": 1.43e-11, "outputs": 4.32e-13, "outputs_half": 2.86e-10, "outputs_last":
            1.66e-10, "bytes": 1.55e-12, "packed": 6.85e-12, "runs": 6.2e-09, "pieces": 1.85e-08,
            "workers": -0.7, "taps": 0.0266, "taps_8": -0.00708, "taps_64": -0.0188, "kernel_row":
            0.0487, "group_in": 0.0524, "group_in_16": -0.021, "group_out": 0.0258, "group_out_8":
            0.0112, "group_out_32": 0.0622, "groups": 0.0134, "row": 0.081, "row_16": 0.0179,
            "row_128": -0.116, "rows": 0.00504, "double": 0.074, "complex": 0.988, "complex_double":
            0.871, "converted": 0.165, "half": 0.165, "channels_last": 0.136,
            "channels_last_channels": 0.00853, "stride": 0.0877, "dilation": 0.014, "bordered":
            0.108, "rank_1": 0.0025, "rank_3": -0.0383},
        "pointwise": {"call": 1.97e-05, "team": 5e-06, "flops": 6.71e-12, "beyond_l2": 6.72e-12,
            "beyond_l3": 2.31e-11, "outputs": 4.99e-13, "outputs_half": 1.16e-09, "outputs_last":
            5.98e-10, "bytes": 1.94e-12, "packed": 9.78e-12, "runs": 6.8e-09, "pieces": 3.09e-08,
            "workers": -0.7, "taps": -0.0126, "taps_8": 0.026, "taps_64": -0.024, "kernel_row":
            0.071, "group_in": 0.175, "group_in_16": -0.0707, "group_out": -0.586, "group_out_8":
            0.37, "group_out_32": 0.124, "groups": 0.0137, "row": 0.193, "row_16": -0.419,
            "row_128": 0.268, "rows": 0.156, "rows_16": 0.0421, "double": 0.449, "complex": 0.516,
            "complex_double": 0.837, "converted": 0.119, "half": 0.119, "channels_last": -0.0644,
            "channels_last_channels": 0.0651, "stride": 0.0876, "dilation": 0.797, "bordered":
            0.105, "rank_1": 0.457, "rank_3": -0.343},
    },
    "fft": {
        "": {"call": 6.09e-05, "team": 5e-06, "flops": 6.7e-12, "beyond_l2": 4.32e-11, "beyond_l3":
            1.14e-11, "outputs": 1.11e-09, "outputs_half": 2.52e-10, "outputs_last": 2.99e-11,
            "bytes": 1.97e-11, "packed": 2.92e-10, "runs": 5e-09, "pieces": 2.05e-05, "workers":
            -0.7, "taps": -0.0816, "taps_8": 0.0585, "taps_64": 0.0128, "kernel_row": 0.0456,
            "group_in": 0.00264, "group_in_16": -0.0756, "group_out": 0.24, "group_out_8": -0.213,
            "group_out_32": 0.0235, "groups": 0.047, "row": -0.0527, "row_16": 0.0731, "row_128":
            0.0382, "rows": 0.0325, "rows_16": 0.003, "double": 0.0976, "complex": 0.00153,
            "complex_double": 0.104, "converted": 0.0845, "half": 0.0845, "channels_last": 0.103,
            "channels_last_channels": -0.00704, "stride": 0.142, "dilation": -0.0288, "bordered":
            0.00954, "rank_1": -0.54, "rank_3": 0.332},
        "apart": {"call": 5.72e-05, "team": 5e-06, "flops": 2.39e-12, "beyond_l2": 2.68e-11,
            "beyond_l3": 1.11e-11, "outputs": 3.38e-10, "outputs_half": 1.07e-09, "outputs_last":
            2.83e-11, "bytes": 3.75e-11, "packed": 6.9e-11, "runs": 5e-09, "pieces": 1.89e-05,
            "workers": -0.7, "taps": -0.00404, "taps_8": -0.017, "taps_64": 0.0264, "kernel_row":
            0.0461, "group_in": 0.00264, "group_in_16": -0.0756, "group_out": 0.0888, "group_out_8":
            -0.0115, "group_out_32": -0.035, "groups": 0.0598, "row": -0.0765, "row_16": 0.132,
            "row_128": 0.0382, "rows": 0.0599, "rows_16": -0.0112, "double": -0.00602, "complex":
            -0.0509, "complex_double": -0.0184, "converted": 0.0884, "half": 0.0884,
            "channels_last": 0.107, "channels_last_channels": 0.0027, "stride": 0.132, "dilation":
            0.0355, "bordered": 0.0416, "rank_1": -0.638, "rank_3": 0.379},
        "summed": {"call": 7.9e-05, "team": 5e-06, "flops": 9.49e-12, "beyond_l2": 4.06e-11,
            "beyond_l3": 1.08e-11, "outputs": 1.96e-09, "outputs_half": 1.77e-10, "outputs_last":
            2.83e-11, "bytes": 2.51e-11, "packed": 5.89e-10, "runs": 5e-09, "pieces": 1.62e-05,
            "workers": -0.7, "taps": -0.112, "taps_8": 0.0441, "taps_64": 0.0567, "kernel_row":
            0.106, "group_in": -0.121, "group_in_16": 0.069, "group_out": 0.17, "group_out_8":
            -0.057, "group_out_32": -0.0422, "groups": 0.0535, "row": -0.0291, "row_16": 0.0617,
            "row_128": 0.00959, "rows": 0.0282, "rows_16": -0.0137, "double": 0.105, "complex":
            0.0104, "complex_double": 0.159, "converted": 0.0732, "half": 0.0732, "channels_last":
            0.0055, "channels_last_channels": 0.00495, "stride": 0.135, "dilation": -0.0318,
            "bordered": -0.0174, "rank_1": -0.652, "rank_3": 0.409},
    },
    "naive": {
        "": {"call": 9.56e-06, "team": 5e-06, "flops": 1e-11, "beyond_l2": 2e-11, "beyond_l3":
            5e-11, "outputs": 1e-11, "outputs_half": 1e-10, "outputs_last": 1e-10, "bytes":
            1.05e-07, "packed": 2e-11, "runs": 5e-09, "pieces": 1e-07, "workers": -0.7, "taps":
            -0.0613, "taps_8": 0.00657, "taps_64": 0.0481, "kernel_row": 0.0159, "group_in":
            -0.0189, "group_in_16": 0.00541, "group_out": -0.0202, "group_out_8": 0.0613,
            "group_out_32": -0.0134, "groups": 0.00673, "row": 0.013, "row_16": 0.00282, "row_128":
            -0.0836, "rows": 0.00992, "rows_16": 0.0448, "double": -0.667, "complex": -2.04,
            "complex_double": -2.67, "integer": -0.743, "half": 0.0862, "channels_last": 0.0197,
            "channels_last_channels": -0.023, "stride": -0.0118, "dilation": -0.0292, "bordered":
            0.09, "rank_1": -0.0745, "rank_3": 0.13},
    },
}

PREPARE: dict[str, dict[str, dict[str, float]]] = {
    "direct": {
        "": {"call": 1.56e-06, "team": 5e-06, "prepared": 2.42e-11, "weights": 1.04e-10, "filters":
            5.89e-09, "workers": -0.7, "taps": 0.0303, "taps_8": -0.13, "taps_64": 0.042,
            "kernel_row": 0.00269, "group_in": -0.0438, "group_in_16": 0.0326, "group_out": -0.173,
            "group_out_8": -0.12, "group_out_32": 0.203, "groups": -0.182, "row": 0.0844, "row_16":
            0.00267, "row_128": -0.0757, "rows": 0.0322, "rows_16": -0.0561, "double": -0.434,
            "complex": 1.75, "complex_double": 1.29, "integer": -0.157, "converted": 1.11, "half":
            0.969, "channels_last": 0.307, "channels_last_channels": 0.0808, "stride": -0.0674,
            "dilation": -0.109, "bordered": -0.0508, "rank_1": -0.0403, "rank_3": 0.129},
        "channels": {"call": 1.6e-06, "team": 5e-06, "prepared": 8.8e-12, "weights": 8.73e-12,
            "filters": 8.33e-10, "workers": -0.7, "taps": 0.075, "taps_8": -0.0274, "taps_64":
            -0.00319, "kernel_row": 0.00606, "group_in": 0.0131, "group_in_16": 0.0569, "group_out":
            0.03, "group_out_8": -0.148, "group_out_32": 0.131, "groups": -0.00479, "row": 0.0231,
            "row_16": -0.0239, "row_128": 0.012, "rows": 0.0176, "rows_16": -0.055, "double": -0.11,
            "complex": 1.79, "complex_double": 1.42, "integer": -0.0602, "converted": 0.897, "half":
            1.63, "channels_last": 0.769, "channels_last_channels": 0.0808, "stride": -0.0166,
            "dilation": 0.00687, "bordered": -0.0147, "rank_1": 0.00716, "rank_3": 0.0525},
        "groups": {"call": 1.72e-06, "team": 5e-06, "prepared": 2.8e-11, "weights": 4.08e-11,
            "filters": 4.65e-10, "workers": -0.7, "taps": -0.386, "taps_8": 0.308, "taps_64":
            0.0485, "kernel_row": 0.151, "group_in": -0.0438, "group_in_16": 0.0326, "group_out":
            -0.173, "group_out_8": -0.12, "group_out_32": 0.203, "groups": -0.0257, "row": 0.00306,
            "row_16": -0.0261, "row_128": 0.0481, "rows": 0.00599, "rows_16": -0.0252, "double":
            -0.185, "complex": 1.75, "complex_double": 1.29, "integer": -0.334, "converted": 0.972,
            "half": 1.0, "channels_last": 0.879, "channels_last_channels": 0.0467, "stride": 0.0566,
            "dilation": -0.0827, "bordered": -0.147, "rank_1": -0.539, "rank_3": 0.203},
        "pixels_1": {"call": 1.45e-06, "team": 5e-06, "prepared": 6.56e-11, "weights": 5.47e-11,
            "filters": 4.88e-09, "workers": -0.7, "taps": 0.299, "taps_8": -0.213, "taps_64":
            -0.157, "kernel_row": -0.0473, "group_in": -0.0543, "group_in_16": -0.101, "group_out":
            -0.173, "group_out_8": -0.12, "group_out_32": 0.203, "groups": -0.0692, "row": -0.00415,
            "row_16": -0.00822, "row_128": 0.017, "rows": 0.00603, "rows_16": -0.00863, "double":
            -0.629, "complex": 1.75, "complex_double": 1.29, "integer": -0.222, "converted": 0.626,
            "half": 0.592, "channels_last": 0.00488, "channels_last_channels": 0.799, "stride":
            -0.0186, "dilation": 0.0365, "bordered": 0.0845, "rank_1": 0.275, "rank_3": -0.0723},
        "pixels_2": {"call": 1.56e-06, "team": 5e-06, "prepared": 1.64e-11, "weights": 1.81e-10,
            "filters": 2.5e-07, "workers": -0.7, "taps": -0.315, "taps_8": 0.266, "taps_64": -0.229,
            "kernel_row": 0.0621, "group_in": -0.0929, "group_in_16": 0.763, "group_out": -0.248,
            "group_out_8": -0.12, "group_out_32": 0.203, "groups": -0.363, "row": -0.0714, "row_16":
            -0.0846, "row_128": 0.219, "rows": 0.236, "rows_16": -0.212, "double": -0.116,
            "complex": 2.57, "complex_double": 2.38, "integer": -0.11, "converted": 0.97, "half":
            0.785, "channels_last": 0.309, "channels_last_channels": 0.051, "stride": -0.074,
            "dilation": -0.0877, "bordered": 0.239, "rank_1": 0.321, "rank_3": 0.145},
        "pixels_4": {"call": 1.57e-06, "team": 5e-06, "prepared": 6.49e-11, "weights": 1.29e-10,
            "filters": 4.53e-09, "workers": -0.7, "taps": 0.0193, "taps_8": -0.107, "taps_64": 0.1,
            "kernel_row": -0.0174, "group_in": -0.0699, "group_in_16": 0.0424, "group_out": -0.0689,
            "group_out_8": -0.01, "group_out_32": 0.0868, "groups": -0.0444, "row": -0.0521,
            "row_16": 0.0382, "row_128": 0.0394, "rows": 0.0168, "double": -0.626, "complex": 1.54,
            "complex_double": 0.814, "integer": -0.105, "converted": 0.813, "half": 0.89,
            "channels_last": 0.506, "channels_last_channels": 0.0318, "stride": -0.0349, "dilation":
            0.00181, "bordered": -0.11, "rank_1": 0.152, "rank_3": -0.0105},
        "rows": {"call": 1.45e-06, "team": 5e-06, "prepared": 2.36e-11, "weights": 9.66e-11,
            "filters": 7.32e-09, "workers": -0.7, "taps": 0.046, "taps_8": -0.109, "taps_64": 0.139,
            "kernel_row": 0.0277, "group_in": 0.00988, "group_in_16": 0.0326, "group_out": -0.173,
            "group_out_8": -0.12, "group_out_32": 0.203, "groups": -0.0998, "row": 0.22, "row_16":
            -0.327, "row_128": 0.274, "rows": 0.179, "rows_16": -0.322, "double": -0.728, "complex":
            1.75, "complex_double": 1.29, "integer": -0.317, "converted": 1.13, "half": 1.15,
            "channels_last": 0.169, "channels_last_channels": 0.218, "stride": -0.0674, "dilation":
            0.0269, "bordered": 0.316, "rank_1": -0.0403, "rank_3": 0.164},
    },
    "im2col": {
        "": {"call": 7.7e-06, "team": 5e-06, "prepared": 8.52e-12, "weights": 2.94e-12, "filters":
            6.85e-11, "workers": -0.7, "taps": 0.44, "taps_8": -0.131, "taps_64": -0.202,
            "kernel_row": -0.377, "group_in": -0.527, "group_in_16": -0.0349, "group_out": -0.218,
            "group_out_8": 0.411, "group_out_32": -0.191, "groups": -0.698, "row": 0.0831, "row_16":
            -0.124, "row_128": 0.0943, "rows": -0.0259, "rows_16": 0.00636, "double": -0.478,
            "complex": -1.97, "complex_double": -1.47, "converted": 1.06, "half": 1.06,
            "channels_last": 0.9, "channels_last_channels": 0.685, "stride": -0.00496, "dilation":
            0.186, "bordered": 0.0994, "rank_1": 0.532, "rank_3": -0.493},
        "packed": {"call": 7.69e-06, "team": 5e-06, "prepared": 8.56e-12, "weights": 2.76e-12,
            "filters": 4.67e-11, "workers": -0.7, "taps": 0.508, "taps_8": -0.0381, "taps_64":
            -0.277, "kernel_row": -0.6, "group_in": -0.525, "group_in_16": -0.0186, "group_out":
            -0.227, "group_out_8": 0.442, "group_out_32": -0.195, "groups": -0.694, "row": 0.0624,
            "row_16": -0.0687, "row_128": 0.096, "rows": -0.0161, "rows_16": -0.011, "double":
            -0.519, "complex": -2.18, "complex_double": -1.45, "converted": 1.07, "half": 1.07,
            "channels_last": 0.904, "channels_last_channels": 0.693, "stride": -0.00957, "dilation":
            0.23, "bordered": 0.14, "rank_1": 0.879, "rank_3": -0.74},
        "pointwise": {"call": 7.59e-06, "team": 5e-06, "prepared": 9.74e-12, "weights": 3.06e-12,
            "filters": 7.15e-11, "workers": -0.7, "taps": 0.44, "taps_8": -0.131, "taps_64": -0.202,
            "kernel_row": -0.377, "group_in": -0.0998, "group_in_16": -0.207, "group_out": 0.356,
            "group_out_8": -0.00243, "group_out_32": -0.898, "groups": -0.698, "row": 0.124,
            "row_16": -0.535, "row_128": 0.422, "rows": -0.0135, "rows_16": 0.0841, "double":
            -0.282, "complex": -2.1, "complex_double": -2.91, "converted": 1.02, "half": 1.02,
            "channels_last": 0.483, "channels_last_channels": 0.365, "stride": -0.00496, "dilation":
            -0.164, "bordered": 0.0994, "rank_1": 0.997, "rank_3": 0.181},
    },
    "fft": {
        "": {"call": 9.17e-06, "team": 5e-06, "prepared": 5.21e-10, "weights": 6.66e-12, "filters":
            6.47e-06, "workers": -0.7, "taps": -0.0182, "taps_8": -0.00324, "taps_64": 0.0117,
            "kernel_row": 0.0648, "group_in": 0.03, "group_in_16": 0.0377, "group_out": 0.0148,
            "group_out_8": -0.0167, "group_out_32": 0.0179, "groups": 0.00568, "row": -0.00317,
            "row_16": 0.0131, "row_128": -0.00206, "rows_16": 0.011, "double": -0.353, "complex":
            -0.0326, "complex_double": -0.385, "converted": 0.00995, "half": 0.00995,
            "channels_last": 0.00508, "channels_last_channels": 0.00643, "stride": 0.0252,
            "dilation": 0.0468, "bordered": -0.00108, "rank_1": -0.312, "rank_3": 0.388},
        "apart": {"call": 8.59e-06, "team": 5e-06, "prepared": 6.13e-10, "weights": 6.13e-12,
            "filters": 7.73e-06, "workers": -0.7, "taps": -0.0689, "taps_8": 0.0677, "taps_64":
            0.00261, "kernel_row": 0.0429, "group_in": 0.03, "group_in_16": 0.0377, "group_out":
            0.00957, "group_out_8": -0.0368, "group_out_32": 0.0419, "groups": 0.0028, "row":
            -0.00226, "row_16": 0.0164, "row_128": -0.00926, "rows": -0.00529, "rows_16": 0.0199,
            "double": -0.366, "complex": -0.0548, "complex_double": -0.459, "converted": -0.00269,
            "half": -0.00269, "channels_last": 0.0233, "channels_last_channels": -0.00496, "stride":
            0.0295, "dilation": 0.0568, "bordered": 0.0263, "rank_1": -0.158, "rank_3": 0.308},
        "summed": {"call": 1.11e-05, "team": 5e-06, "prepared": 5.08e-10, "weights": 6.12e-12,
            "filters": 6.32e-06, "workers": -0.7, "taps": 0.006, "taps_8": 0.00516, "taps_64":
            0.0105, "kernel_row": 0.0208, "group_in": 0.0239, "group_in_16": 0.0453, "group_out":
            0.0138, "group_out_8": -0.00432, "group_out_32": 0.00957, "groups": 0.0154, "row":
            0.00214, "row_16": 0.00143, "row_128": 0.00224, "rows_16": 0.00908, "double": -0.339,
            "complex": -0.0143, "complex_double": -0.316, "converted": 0.00897, "half": 0.00897,
            "channels_last": -0.0368, "channels_last_channels": 0.0152, "stride": 0.0228,
            "dilation": 0.0264, "bordered": -0.00874, "rank_1": -0.297, "rank_3": 0.368},
    },
    "naive": {
        "": {"call": 7.73e-07, "team": 5e-06, "prepared": 1e-10, "weights": 2.68e-10, "filters":
            1.33e-09, "workers": -0.7, "taps": -0.205, "taps_8": -0.0148, "taps_64": -0.0151,
            "kernel_row": -0.0524, "group_in": -0.26, "group_in_16": 0.213, "group_out": -0.175,
            "group_out_8": -0.15, "group_out_32": 0.0964, "groups": -0.247, "row": -0.0433,
            "row_16": -0.166, "rows": -0.0511, "rows_16": 0.0415, "double": -0.417, "complex":
            -0.0556, "complex_double": -0.299, "integer": 0.0507, "converted": 1.4, "half": 1.54,
            "channels_last": 0.106, "channels_last_channels": 0.0884, "stride": -0.0935, "dilation":
            -0.476, "bordered": 0.461, "rank_1": -0.0918, "rank_3": 0.00654},
    },
}
