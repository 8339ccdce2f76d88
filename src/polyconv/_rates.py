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
    "direct": {"problems": 2367, "median": 1.1, "rms": 1.27, "p90": 1.44},
    "direct channels": {"problems": 560, "median": 1.09, "rms": 1.26, "p90": 1.42},
    "direct groups": {"problems": 217, "median": 1.26, "rms": 1.51, "p90": 1.93},
    "direct in_place": {"problems": 366, "median": 1.09, "rms": 1.24, "p90": 1.32},
    "direct pixels_1": {"problems": 268, "median": 1.07, "rms": 1.24, "p90": 1.42},
    "direct pixels_2": {"problems": 132, "median": 1.12, "rms": 1.34, "p90": 1.43},
    "direct pixels_4": {"problems": 196, "median": 1.11, "rms": 1.23, "p90": 1.39},
    "direct pointwise": {"problems": 135, "median": 1.13, "rms": 1.26, "p90": 1.42},
    "direct rows": {"problems": 493, "median": 1.08, "rms": 1.19, "p90": 1.34},
    "direct, preparing": {"problems": 2367, "median": 1.13, "rms": 1.35, "p90": 1.56},
    "winograd": {"problems": 404, "median": 1.13, "rms": 1.24, "p90": 1.4},
    "winograd lanes": {"problems": 94, "median": 1.09, "rms": 1.18, "p90": 1.28},
    "winograd, preparing": {"problems": 404, "median": 1.16, "rms": 1.28, "p90": 1.45},
    "im2col": {"problems": 2184, "median": 1.13, "rms": 1.31, "p90": 1.51},
    "im2col pointwise": {"problems": 113, "median": 1.1, "rms": 1.26, "p90": 1.46},
    "im2col rows": {"problems": 1005, "median": 1.11, "rms": 1.25, "p90": 1.43},
    "im2col windows": {"problems": 1066, "median": 1.16, "rms": 1.36, "p90": 1.59},
    "im2col, preparing": {"problems": 2184, "median": 1.05, "rms": 1.36, "p90": 1.88},
    "fft": {"problems": 2177, "median": 1.11, "rms": 1.22, "p90": 1.37},
    "fft planes": {"problems": 1725, "median": 1.1, "rms": 1.2, "p90": 1.33},
    "fft summed": {"problems": 452, "median": 1.17, "rms": 1.29, "p90": 1.51},
    "fft, preparing": {"problems": 2177, "median": 1.1, "rms": 1.37, "p90": 1.51},
    "naive": {"problems": 149, "median": 1.05, "rms": 1.1, "p90": 1.15},
    "naive, preparing": {"problems": 149, "median": 1.03, "rms": 1.14, "p90": 1.11},
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
    "direct": {"v3": 2.01, "base": 6.69},
    "winograd": {"v3": 1.55, "base": 4.95},
    "im2col": {"v3": 2.46, "base": 6.05},
    "fft": {"v3": 1.4, "base": 2.46},
    "naive": {"v3": 1.0, "base": 1.0},
}

RATES: dict[str, dict[str, dict[str, float]]] = {
    "direct": {
        "": {"call": 1.92e-06, "team": 1.62e-06, "flops": 2.88e-12, "beyond_l2": 4.93e-12,
            "beyond_l3": 2.36e-11, "outputs": 1.84e-11, "outputs_half": 1.03e-09, "outputs_last":
            1.98e-10, "planes": 3.72e-10, "bytes": 2.01e-12, "packed": 6.97e-12, "gathered":
            2.2e-11, "runs": 6.78e-10, "runs_bordered": 3.67e-09, "pieces": 3.29e-08, "piece_terms":
            1.83e-10, "workers": -0.639, "taps": 0.0201, "taps_8": 0.045, "taps_64": 0.0402,
            "kernel_row": -0.0526, "group_in": 0.0273, "group_in_16": 0.018, "group_out": -0.0184,
            "group_out_8": 0.0258, "group_out_32": 0.0109, "groups": 0.0013, "row": -0.0111,
            "row_16": 0.00643, "row_128": 0.0207, "rows": 0.0334, "rows_16": -0.0104, "double":
            0.604, "complex": -0.35, "complex_double": 0.128, "integer": 0.463, "narrow_integer":
            0.0586, "converted": 0.02, "half": -0.0264, "channels_last": 0.00274,
            "channels_last_channels": 0.00522, "stride": -0.0225, "dilation": 0.0339, "bordered":
            0.11, "bordered_padded": 0.045, "rank_1": 0.0961, "rank_3": -0.0737},
        "channels": {"call": 1.78e-06, "team": 1.1e-06, "flops": 4.72e-12, "beyond_l2": 5.04e-12,
            "beyond_l3": 2.95e-11, "outputs": 1.59e-10, "outputs_half": 1.02e-09, "outputs_last":
            8.92e-11, "planes": 5.65e-10, "bytes": 1.03e-12, "packed": 6.96e-12, "gathered":
            4.64e-11, "runs": 1.15e-09, "runs_bordered": 6.09e-09, "pieces": 8.01e-08,
            "piece_terms": 3.06e-10, "workers": -0.629, "taps": -0.0352, "taps_8": -0.0141,
            "taps_64": 0.0555, "kernel_row": 0.0668, "group_in": 0.0402, "group_in_16": -0.0185,
            "group_out": -0.0475, "group_out_8": -0.0144, "group_out_32": 0.0669, "groups":
            -0.00555, "row": -0.0358, "row_16": 0.0289, "row_128": 0.0402, "rows": 0.0114,
            "rows_16": 0.00911, "double": 0.625, "complex": -0.428, "complex_double": -0.00595,
            "integer": 0.538, "narrow_integer": -0.00258, "converted": 0.00154, "half": 0.205,
            "channels_last": -0.141, "channels_last_channels": 0.0177, "stride": 0.034, "dilation":
            0.055, "bordered": 0.00394, "bordered_padded": 0.0551, "rank_1": -0.0913, "rank_3":
            0.0222},
        "groups": {"call": 1.99e-06, "team": 1.4e-06, "flops": 1.7e-12, "beyond_l2": 6.22e-12,
            "beyond_l3": 2.39e-11, "outputs": 1.1e-11, "outputs_half": 1.13e-09, "outputs_last":
            9.4e-12, "planes": 3.55e-10, "bytes": 1.86e-12, "packed": 3.1e-12, "gathered": 1.4e-11,
            "runs": 1.51e-10, "runs_bordered": 3.97e-10, "pieces": 4.82e-08, "piece_terms":
            5.69e-11, "workers": -0.6, "taps": 0.0402, "taps_8": 0.0882, "taps_64": -0.0423,
            "kernel_row": 0.087, "group_in": 0.0273, "group_in_16": 0.018, "group_out": -0.0184,
            "group_out_8": 0.0258, "group_out_32": 0.0109, "groups": -0.0407, "row": 0.00811,
            "row_16": 0.0143, "row_128": 0.00121, "rows": 0.042, "rows_16": -0.0294, "double":
            0.413, "complex": -0.35, "complex_double": 0.128, "integer": 0.183, "narrow_integer":
            -0.0862, "converted": 0.178, "half": -0.334, "channels_last": -0.391,
            "channels_last_channels": 0.081, "stride": 0.107, "dilation": 0.0212, "bordered":
            0.0525, "bordered_padded": 0.0372, "rank_1": -0.0407, "rank_3": 0.246},
        "in_place": {"call": 1.83e-06, "team": 9.87e-07, "flops": 2.33e-12, "beyond_l2": 6.61e-12,
            "beyond_l3": 1.18e-11, "outputs": 1.64e-11, "outputs_half": 1.03e-09, "outputs_last":
            1.98e-10, "planes": 4.42e-10, "bytes": 4.94e-12, "packed": 2.53e-12, "gathered":
            6.54e-12, "runs": 1.23e-09, "runs_bordered": 4.7e-09, "pieces": 4.83e-09, "piece_terms":
            1.52e-10, "workers": -0.626, "taps": -0.032, "taps_8": 0.0352, "taps_64": -0.0286,
            "kernel_row": 0.00156, "group_in_16": 0.0808, "group_out": 0.00418, "group_out_8":
            -0.0252, "group_out_32": -0.00897, "groups": -0.00375, "row": 0.046, "row_16": -0.0252,
            "row_128": -0.0121, "rows": 0.0176, "rows_16": -0.0108, "double": 0.536, "complex":
            -0.35, "complex_double": 0.128, "integer": 0.614, "narrow_integer": 0.0586, "converted":
            0.0673, "half": -0.0264, "channels_last": 0.00274, "channels_last_channels": 0.00522,
            "stride": 0.0608, "dilation": 0.0626, "bordered": 0.0528, "bordered_padded": 0.0459,
            "rank_1": 0.0149, "rank_3": 0.0523},
        "pixels_1": {"call": 1.67e-06, "team": 1.69e-06, "flops": 7.69e-13, "beyond_l2": 2.24e-12,
            "beyond_l3": 1.57e-11, "outputs": 1.75e-11, "outputs_half": 2.88e-10, "outputs_last":
            1.98e-10, "planes": 3.61e-10, "bytes": 7.82e-13, "packed": 5.04e-12, "gathered":
            1.59e-11, "runs": 4.26e-09, "runs_bordered": 1.49e-08, "pieces": 8.28e-09,
            "piece_terms": 8.42e-11, "workers": -0.639, "taps": 0.129, "taps_8": 0.114, "taps_64":
            -0.148, "kernel_row": -0.0493, "group_in": -0.0302, "group_in_16": -0.32, "group_out":
            -0.0184, "group_out_8": 0.0258, "group_out_32": 0.0109, "groups": -0.0598, "row":
            0.0503, "row_16": -0.0683, "row_128": 0.0222, "rows": -0.0126, "rows_16": 0.0467,
            "double": 0.602, "complex": -0.35, "complex_double": 0.128, "integer": 0.63,
            "narrow_integer": 0.466, "converted": -0.407, "half": 0.753, "channels_last": -0.0624,
            "channels_last_channels": 0.0723, "stride": -0.722, "dilation": 0.0453, "bordered":
            -0.0449, "bordered_padded": 0.134, "rank_1": 0.43, "rank_3": -0.67},
        "pixels_2": {"call": 1.91e-06, "team": 2.03e-06, "flops": 1.4e-12, "beyond_l2": 6.26e-12,
            "beyond_l3": 1.42e-11, "outputs": 1.14e-10, "outputs_half": 1.41e-09, "outputs_last":
            1.58e-10, "planes": 3.46e-10, "bytes": 2.49e-12, "packed": 2.96e-12, "gathered":
            1.03e-11, "runs": 1.38e-09, "runs_bordered": 4.62e-09, "pieces": 2.96e-08,
            "piece_terms": 3.08e-10, "workers": -0.625, "taps": -0.0216, "taps_8": 0.0948,
            "taps_64": 0.0184, "kernel_row": -0.0895, "group_in": 0.0854, "group_in_16": 0.0471,
            "group_out": -0.157, "group_out_8": 0.0258, "group_out_32": 0.0109, "groups": -0.00829,
            "row": 0.155, "row_16": -0.122, "row_128": -0.0276, "rows": -0.0331, "rows_16": 0.0637,
            "double": 0.329, "complex": 0.0265, "complex_double": 0.221, "integer": 0.176,
            "narrow_integer": 0.0586, "converted": -0.225, "half": 0.0134, "channels_last":
            -0.00736, "channels_last_channels": 0.112, "stride": 0.202, "dilation": -0.00936,
            "bordered": -0.447, "bordered_padded": 0.461, "rank_1": 0.233, "rank_3": 0.185},
        "pixels_4": {"call": 1.9e-06, "team": 1.07e-06, "flops": 2.38e-12, "beyond_l2": 2.09e-11,
            "beyond_l3": 1.75e-11, "outputs": 2.55e-11, "outputs_half": 7.55e-10, "outputs_last":
            3.03e-10, "planes": 3.98e-10, "bytes": 2.36e-12, "packed": 1.52e-11, "gathered":
            5.82e-11, "runs": 8.95e-10, "runs_bordered": 4.84e-09, "pieces": 3.95e-08,
            "piece_terms": 1.19e-10, "workers": -0.634, "taps": 0.0268, "taps_8": -0.0464,
            "taps_64": 0.0858, "kernel_row": -0.043, "group_in": -0.0245, "group_in_16": -0.00202,
            "group_out": 0.085, "group_out_8": -0.00975, "group_out_32": -0.0743, "groups": 0.0244,
            "row": -0.0395, "row_16": 0.0441, "row_128": 0.00752, "rows": 0.011, "double": 0.335,
            "complex": -0.26, "complex_double": 0.102, "integer": -0.256, "narrow_integer": -0.333,
            "converted": 0.261, "half": -0.17, "channels_last": 0.07, "channels_last_channels":
            0.0177, "stride": 0.0349, "dilation": 0.0169, "bordered": 0.107, "bordered_padded":
            0.16, "rank_1": 0.0154, "rank_3": -0.0699},
        "pointwise": {"call": 1.83e-06, "team": 1.67e-06, "flops": 5.28e-12, "beyond_l2": 3.32e-12,
            "beyond_l3": 2.21e-11, "outputs": 1.51e-11, "outputs_half": 4.61e-10, "outputs_last":
            6.82e-11, "planes": 3.76e-10, "bytes": 1.36e-12, "packed": 6.52e-12, "gathered":
            1.82e-11, "runs": 5.17e-09, "runs_bordered": 3.67e-09, "pieces": 8.08e-08,
            "piece_terms": 2.12e-10, "workers": -0.642, "taps": 0.0201, "taps_8": 0.045, "taps_64":
            0.0402, "kernel_row": -0.0526, "group_in": -0.118, "group_in_16": 0.123, "group_out":
            0.277, "group_out_8": -0.589, "group_out_32": 0.341, "groups": 0.0013, "row": 0.00435,
            "row_16": 0.0625, "row_128": 0.00989, "rows": -0.0114, "rows_16": 0.0236, "double":
            0.638, "complex": -0.746, "complex_double": 0.0135, "integer": 0.254, "narrow_integer":
            0.00436, "converted": -0.0143, "half": 0.202, "channels_last": 0.456,
            "channels_last_channels": -0.0645, "stride": 0.0686, "dilation": -0.0795, "bordered":
            0.11, "bordered_padded": 0.045, "rank_1": -0.278, "rank_3": -0.263},
        "rows": {"call": 1.7e-06, "team": 1.54e-06, "flops": 8.56e-12, "beyond_l2": 5.69e-12,
            "beyond_l3": 8.07e-11, "outputs": 1.27e-11, "outputs_half": 2.1e-09, "outputs_last":
            1.81e-10, "planes": 3.62e-10, "bytes": 1.22e-12, "packed": 2.41e-11, "gathered":
            2.67e-11, "runs": 4e-10, "runs_bordered": 1.73e-08, "pieces": 1.26e-08, "piece_terms":
            8.94e-11, "workers": -0.637, "taps": 0.0282, "taps_8": 0.0509, "taps_64": -0.086,
            "kernel_row": 0.0598, "group_in": -0.00917, "group_in_16": 0.168, "group_out_8": 0.0105,
            "group_out_32": -0.09, "groups": -0.0181, "row": -0.0923, "row_16": 0.0533, "row_128":
            0.0522, "rows": -0.136, "rows_16": 0.138, "double": 0.569, "complex": -0.547,
            "complex_double": 0.0238, "integer": 0.697, "narrow_integer": 0.228, "converted":
            -0.0933, "half": 0.278, "channels_last": 0.0704, "channels_last_channels": 0.00714,
            "stride": -0.529, "dilation": 0.0778, "bordered": 0.105, "bordered_padded": 0.0248,
            "rank_1": 0.0961, "rank_3": 0.192},
    },
    "winograd": {
        "": {"call": 1.96e-06, "team": 5.38e-07, "flops": 1.1e-11, "beyond_l2": 5.58e-11,
            "beyond_l3": 1.78e-11, "outputs": 4.8e-10, "outputs_half": 1e-10, "outputs_last":
            4.18e-10, "planes": 2.04e-08, "bytes": 5.27e-12, "packed": 6.64e-13, "gathered": 1e-10,
            "runs": 5e-09, "runs_bordered": 5e-09, "pieces": 2.55e-08, "piece_terms": 6.87e-09,
            "workers": -0.569, "taps": 0.2, "taps_8": -0.0558, "taps_64": -0.237, "kernel_row":
            -0.311, "group_in": -0.00699, "group_in_16": 0.0736, "group_out": -0.0712,
            "group_out_8": -0.108, "group_out_32": 0.108, "groups": 0.017, "row": -0.0972, "row_16":
            0.0981, "row_128": -0.00669, "rows": 0.0125, "rows_16": -0.0321, "double": 0.4,
            "complex": 0.198, "complex_double": 0.664, "channels_last": 0.102,
            "channels_last_channels": -0.0191, "dilation": 0.117, "bordered": 0.138,
            "bordered_padded": 0.143, "rank_1": 0.214, "rank_3": 0.0644},
        "lanes": {"call": 1.63e-06, "team": 4.92e-07, "flops": 6.23e-12, "beyond_l2": 1.51e-11,
            "beyond_l3": 1.09e-10, "outputs": 4.86e-11, "outputs_half": 1e-10, "outputs_last":
            6.16e-10, "planes": 1.73e-08, "bytes": 1.59e-11, "packed": 6.47e-13, "gathered": 1e-10,
            "runs": 5e-09, "runs_bordered": 5e-09, "pieces": 2.01e-08, "piece_terms": 4.29e-09,
            "workers": -0.569, "taps": -0.187, "taps_8": 0.191, "taps_64": -0.206, "kernel_row":
            -0.0707, "group_in": 0.0302, "group_in_16": 0.186, "group_out": -0.0945, "group_out_8":
            -0.00871, "group_out_32": 0.229, "groups": -0.0359, "row": -0.0016, "row_16": -0.00533,
            "row_128": 0.0197, "rows": 0.0358, "rows_16": -0.038, "double": 0.148, "complex": 0.206,
            "complex_double": 0.619, "channels_last": 0.0663, "channels_last_channels": -0.0104,
            "dilation": 0.169, "bordered": 0.092, "bordered_padded": 0.791, "rank_1": -0.152,
            "rank_3": 0.051},
    },
    "im2col": {
        "": {"call": 1.06e-05, "team": 1.29e-06, "flops": 1.18e-11, "beyond_l2": 3.3e-11,
            "beyond_l3": 1.97e-10, "outputs": 1.52e-12, "outputs_half": 2.26e-09, "outputs_last":
            1.11e-09, "planes": 1.34e-10, "bytes": 2.08e-11, "packed": 2.25e-12, "gathered":
            1.26e-10, "runs": 4.23e-09, "runs_bordered": 1.34e-08, "pieces": 1.25e-07,
            "piece_terms": 1.19e-09, "workers": -0.57, "taps": 0.0162, "taps_8": 0.0263, "taps_64":
            -0.0578, "kernel_row": 0.00431, "group_in": 0.0173, "group_in_16": 0.00179, "group_out":
            -0.0269, "group_out_8": -0.00994, "group_out_32": 0.039, "groups": -0.00856, "row":
            -0.25, "row_16": 0.211, "row_128": 0.0175, "rows": -0.00191, "rows_16": 0.0197,
            "double": 0.0638, "complex": 0.541, "complex_double": 0.281, "converted": 0.0876,
            "half": 0.0876, "channels_last": 0.0795, "channels_last_channels": 0.0378, "stride":
            0.107, "dilation": 0.0797, "bordered": 0.154, "bordered_padded": -0.039, "rank_1": 0.2,
            "rank_3": 0.0265},
        "pointwise": {"call": 1.08e-05, "team": 1.32e-06, "flops": 2.12e-11, "beyond_l2": 2.85e-11,
            "beyond_l3": 1.17e-10, "outputs": 1.55e-12, "outputs_half": 2.26e-09, "outputs_last":
            1.11e-09, "planes": 1.35e-10, "bytes": 1.8e-11, "packed": 2.25e-12, "gathered":
            1.26e-10, "runs": 4.23e-09, "runs_bordered": 1.34e-08, "pieces": 1.22e-07,
            "piece_terms": 1.5e-09, "workers": -0.604, "taps": 0.0162, "taps_8": 0.0263, "taps_64":
            -0.0578, "kernel_row": 0.00431, "group_in": -0.185, "group_in_16": 0.237, "group_out":
            -0.445, "group_out_8": 0.493, "group_out_32": 0.0176, "groups": -0.00856, "row":
            -0.0824, "row_16": 0.274, "row_128": -0.169, "rows": 0.0703, "rows_16": -0.125,
            "double": 0.512, "complex": 0.044, "complex_double": 0.55, "converted": 0.0876, "half":
            0.0876, "channels_last": 0.0795, "channels_last_channels": 0.0378, "stride": 0.107,
            "dilation": 0.0433, "bordered": 0.154, "bordered_padded": -0.039, "rank_1": -0.0647,
            "rank_3": 0.783},
        "rows": {"call": 1.07e-05, "team": 1.75e-06, "flops": 1.15e-11, "beyond_l2": 3.06e-11,
            "beyond_l3": 1.49e-10, "outputs": 1.45e-12, "outputs_half": 2.26e-09, "outputs_last":
            9.91e-10, "planes": 1.37e-10, "bytes": 1.9e-11, "packed": 1.81e-12, "gathered":
            1.26e-10, "runs": 3.99e-09, "runs_bordered": 1.34e-08, "pieces": 1.82e-07,
            "piece_terms": 4.72e-10, "workers": -0.547, "taps": 0.109, "taps_8": -0.0511, "taps_64":
            -0.057, "kernel_row": -0.0112, "group_in": 0.0403, "group_in_16": -0.0177, "group_out":
            -0.0478, "group_out_8": 0.0219, "group_out_32": 0.0798, "groups": -0.00695, "row":
            -0.334, "row_16": 0.364, "row_128": -0.0508, "rows": -0.0225, "rows_16": 0.0357,
            "double": 0.0668, "complex": 0.541, "complex_double": 0.281, "converted": 0.0876,
            "half": 0.0876, "channels_last": 0.0174, "channels_last_channels": 0.0378, "stride":
            0.107, "dilation": 0.0246, "bordered": 0.154, "bordered_padded": -0.039, "rank_1":
            0.169, "rank_3": 0.0151},
        "windows": {"call": 1.04e-05, "team": 9.56e-07, "flops": 4.19e-12, "beyond_l2": 1.15e-11,
            "beyond_l3": 6.89e-11, "outputs": 1.34e-12, "outputs_half": 7.6e-10, "outputs_last":
            3.71e-10, "planes": 1.42e-10, "bytes": 1.34e-11, "packed": 4.26e-12, "gathered":
            3.27e-11, "runs": 6e-09, "runs_bordered": 5.33e-09, "pieces": 4.91e-08, "piece_terms":
            4.5e-10, "workers": -0.6, "taps": -0.00159, "taps_8": 0.027, "taps_64": -0.036,
            "kernel_row": 0.00912, "group_in": 0.00808, "group_in_16": -0.0109, "group_out": 0.0194,
            "group_out_8": -0.0436, "group_out_32": 0.0834, "groups": -0.0051, "row": -0.0589,
            "row_16": 0.0293, "row_128": 0.0164, "rows": 0.0116, "rows_16": 0.00476, "double":
            0.0174, "complex": 0.67, "complex_double": 0.458, "converted": 0.123, "half": 0.123,
            "channels_last": 0.14, "channels_last_channels": 0.0273, "stride": -0.00824, "dilation":
            0.0389, "bordered": -0.00878, "bordered_padded": 0.0269, "rank_1": 0.225, "rank_3":
            -0.0377},
    },
    "fft": {
        "": {"call": 2.01e-06, "team": 1.17e-06, "flops": 5.52e-12, "beyond_l2": 1.13e-11,
            "beyond_l3": 1.16e-11, "outputs": 5.48e-11, "outputs_half": 5.75e-10, "outputs_last":
            2.36e-10, "planes": 6.24e-08, "bytes": 5.06e-12, "packed": 6.08e-13, "gathered": 1e-10,
            "runs": 5e-09, "runs_bordered": 5e-09, "pieces": 1.26e-10, "piece_terms": 2.17e-13,
            "taps": 0.0433, "taps_8": -0.0385, "taps_64": -0.00152, "kernel_row": -0.0173,
            "group_in": 0.112, "group_in_16": -0.1, "group_out": -0.0325, "group_out_8": 0.0807,
            "group_out_32": -0.0335, "groups": 0.0284, "row": 0.0694, "row_16": -0.0873, "row_128":
            0.038, "rows": 0.00244, "rows_16": 0.0286, "double": 0.414, "complex": 0.193,
            "complex_double": 0.632, "converted": 0.0433, "half": 0.0433, "channels_last": -0.0383,
            "channels_last_channels": 0.0338, "stride": 0.166, "dilation": -0.0445, "bordered":
            0.0379, "bordered_padded": 0.102, "rank_1": -0.0888, "rank_3": -0.0378},
        "planes": {"call": 2.14e-06, "team": 9.83e-07, "flops": 5.68e-12, "beyond_l2": 6.1e-12,
            "beyond_l3": 1.09e-11, "outputs": 2.48e-11, "outputs_half": 6.34e-10, "outputs_last":
            2.65e-10, "planes": 1.22e-08, "bytes": 7.47e-12, "packed": 6.4e-13, "gathered": 1e-10,
            "runs": 5e-09, "runs_bordered": 5e-09, "pieces": 1.29e-10, "piece_terms": 2.08e-13,
            "taps": -0.005, "taps_8": 0.00378, "taps_64": -0.0299, "kernel_row": 0.0184, "group_in":
            0.0686, "group_in_16": 0.0181, "group_out": -0.029, "group_out_8": 0.0388,
            "group_out_32": -0.0196, "groups": 0.0417, "row": 0.0564, "row_16": -0.0624, "row_128":
            0.0364, "rows": 0.0304, "double": 0.374, "complex": 0.153, "complex_double": 0.517,
            "converted": 0.0347, "half": 0.0347, "channels_last": -0.0346, "channels_last_channels":
            0.0332, "stride": 0.159, "dilation": -0.0694, "bordered": 0.0441, "bordered_padded":
            0.105, "rank_1": -0.173, "rank_3": 0.028},
        "summed": {"call": 6.39e-05, "team": 8.53e-05, "flops": 3.31e-12, "beyond_l2": 1.87e-11,
            "beyond_l3": 9.24e-12, "outputs": 3.15e-10, "outputs_half": 3.04e-10, "outputs_last":
            2.79e-10, "planes": 6.86e-09, "bytes": 9.75e-12, "packed": 8.72e-13, "gathered": 1e-10,
            "runs": 5e-09, "runs_bordered": 5e-09, "pieces": 1.26e-10, "piece_terms": 2.17e-13,
            "workers": -0.102, "taps": 0.0896, "taps_8": -0.0487, "taps_64": -0.0589, "kernel_row":
            -0.0312, "group_in": -0.00712, "group_in_16": 0.0278, "group_out": 0.0241,
            "group_out_8": -0.0448, "group_out_32": 0.0684, "groups": 0.0189, "row": 0.129,
            "row_16": -0.103, "row_128": 0.0336, "rows": 0.0726, "rows_16": -0.0445, "double":
            0.438, "complex": 0.507, "complex_double": 0.863, "converted": 0.147, "half": 0.147,
            "channels_last": -0.28, "channels_last_channels": 0.0447, "stride": 0.101, "dilation":
            0.0273, "bordered": -0.0181, "bordered_padded": 0.133, "rank_1": -0.137, "rank_3":
            -0.0239},
    },
    "naive": {
        "": {"call": 6.25e-06, "team": 5e-06, "flops": 1e-11, "beyond_l2": 2e-11, "beyond_l3":
            5e-11, "outputs": 1e-11, "outputs_half": 1e-10, "outputs_last": 1e-10, "planes":
            9.98e-10, "bytes": 1.19e-07, "packed": 2e-11, "gathered": 1e-10, "runs": 5e-09,
            "runs_bordered": 5e-09, "pieces": 1e-07, "piece_terms": 1e-10, "workers": -0.7, "taps":
            -0.0715, "taps_8": 0.0155, "taps_64": 0.0613, "kernel_row": -0.00262, "group_in":
            -0.0326, "group_in_16": 0.00746, "group_out": -0.017, "group_out_8": 0.0214,
            "group_out_32": 0.0231, "row": 0.00967, "row_16": -0.00188, "row_128": -0.059, "rows":
            0.00737, "rows_16": 0.0243, "double": -0.693, "complex": -2.08, "complex_double": -2.7,
            "integer": -0.733, "narrow_integer": -0.754, "converted": 0.00799, "half": 0.00839,
            "channels_last": 0.00666, "channels_last_channels": -0.0182, "dilation": -0.00516,
            "bordered": 0.0265, "bordered_padded": 0.00755, "rank_1": -0.0625, "rank_3": 0.0931},
    },
}

PREPARE: dict[str, dict[str, dict[str, float]]] = {
    "direct": {
        "": {"call": 1.99e-06, "team": 5e-06, "prepared": 6.84e-13, "weights": 1.34e-11, "filters":
            3.66e-09, "workers": -0.0653, "taps": 0.399, "taps_8": -0.24, "taps_64": 0.0505,
            "kernel_row": -0.103, "group_in": 0.079, "group_in_16": 0.173, "group_out": -0.257,
            "group_out_8": 0.0652, "group_out_32": 0.227, "groups": -0.125, "row": 0.0129, "row_16":
            0.0635, "row_128": -0.0588, "rows": 0.0755, "rows_16": -0.0657, "double": -0.152,
            "complex": 1.15, "complex_double": 0.919, "integer": 0.0923, "narrow_integer": 0.93,
            "converted": 0.966, "half": 1.3, "channels_last": 0.424, "channels_last_channels":
            0.0835, "stride": -0.181, "dilation": 0.0617, "bordered": -0.201, "bordered_padded":
            0.0136, "rank_1": 0.0838, "rank_3": -0.14},
        "channels": {"call": 1.76e-06, "team": 5e-06, "prepared": 5.17e-14, "weights": 1.22e-12,
            "filters": 1.51e-09, "workers": -0.0429, "taps": 0.348, "taps_8": -0.00186, "taps_64":
            -0.25, "kernel_row": 0.141, "group_in": 0.375, "group_in_16": 0.132, "group_out":
            -0.464, "group_out_8": 0.464, "group_out_32": 0.123, "groups": 0.0786, "row": -0.0281,
            "row_16": -0.171, "row_128": 0.32, "rows": 0.0712, "rows_16": -0.102, "double": 0.178,
            "complex": 1.38, "complex_double": 1.41, "integer": -0.276, "narrow_integer": 0.422,
            "converted": 1.55, "half": 0.981, "channels_last": 1.52, "channels_last_channels":
            -0.0353, "stride": -0.0269, "dilation": 0.197, "bordered": 0.0958, "bordered_padded":
            -0.0565, "rank_1": -0.227, "rank_3": 0.128},
        "groups": {"call": 1.77e-06, "team": 5e-06, "prepared": 6.95e-13, "weights": 1.32e-12,
            "filters": 8.29e-10, "workers": -0.0434, "taps": 0.175, "taps_8": 0.89, "taps_64":
            -0.773, "kernel_row": -0.263, "group_in": 0.079, "group_in_16": 0.173, "group_out":
            -0.257, "group_out_8": 0.0652, "group_out_32": 0.227, "groups": -0.099, "row": 0.0373,
            "row_16": -0.011, "row_128": -0.00925, "rows": 0.0248, "rows_16": -0.0216, "double":
            -0.086, "complex": 1.15, "complex_double": 0.919, "integer": 0.24, "narrow_integer":
            -0.195, "converted": 0.833, "half": 1.0, "channels_last": 0.799,
            "channels_last_channels": -0.00391, "stride": 0.0277, "dilation": -0.348, "bordered":
            -0.439, "bordered_padded": -0.0122, "rank_1": 0.705, "rank_3": -0.593},
        "in_place": {"call": 1.74e-06, "team": 5e-06, "prepared": 3.03e-11, "weights": 5.61e-12,
            "filters": 1.66e-09, "workers": -0.224, "taps": 0.0154, "taps_8": -0.0341, "taps_64":
            -0.00276, "group_in": -0.037, "group_in_16": 0.0741, "group_out": 0.0237, "group_out_8":
            -0.12, "group_out_32": 0.0928, "groups": -0.0107, "row": 0.103, "row_16": -0.0703,
            "row_128": -0.0118, "rows": 0.0166, "rows_16": -0.0123, "double": -0.55, "complex":
            1.15, "complex_double": 0.919, "integer": 0.247, "narrow_integer": 0.93, "converted":
            -0.157, "half": 1.3, "channels_last": 0.424, "channels_last_channels": 0.0835, "stride":
            -0.0227, "dilation": -0.00249, "bordered": -0.125, "bordered_padded": 0.0188, "rank_1":
            0.0378, "rank_3": -0.0212},
        "pixels_1": {"call": 1.49e-06, "team": 5e-06, "prepared": 8.43e-13, "weights": 1.49e-11,
            "filters": 8.15e-09, "workers": -0.286, "taps": 0.441, "taps_8": 0.0323, "taps_64":
            -0.355, "kernel_row": -0.174, "group_in": 0.095, "group_in_16": -0.298, "group_out":
            -0.257, "group_out_8": 0.0652, "group_out_32": 0.227, "groups": -0.179, "row": 0.0382,
            "row_16": 0.0662, "row_128": -0.0754, "rows": -0.0431, "rows_16": 0.101, "double":
            -0.204, "complex": 1.15, "complex_double": 0.919, "integer": -0.0346, "narrow_integer":
            1.19, "converted": 0.764, "half": 0.556, "channels_last": 0.125,
            "channels_last_channels": 1.04, "stride": 0.0913, "dilation": 0.0963, "bordered":
            -0.355, "bordered_padded": 0.11, "rank_1": 0.744, "rank_3": -0.252},
        "pixels_2": {"call": 1.74e-06, "team": 5e-06, "prepared": 6.86e-13, "weights": 1.46e-11,
            "filters": 4.57e-09, "workers": -0.131, "taps": 0.285, "taps_8": -0.128, "taps_64":
            -0.149, "kernel_row": -0.0617, "group_in": 0.0754, "group_in_16": -0.101, "group_out":
            0.223, "group_out_8": 0.0652, "group_out_32": 0.227, "groups": -0.0864, "row": 0.0894,
            "row_16": -0.0797, "row_128": -0.0126, "rows": 0.0583, "rows_16": -0.0835, "double":
            -0.369, "complex": 1.06, "complex_double": 0.85, "integer": 0.0844, "narrow_integer":
            0.93, "converted": 0.802, "half": 1.14, "channels_last": 0.32, "channels_last_channels":
            0.0534, "stride": -0.236, "dilation": 0.267, "bordered": -0.289, "bordered_padded":
            0.274, "rank_1": 0.0776, "rank_3": -0.387},
        "pixels_4": {"call": 1.8e-06, "team": 5e-06, "prepared": 6.97e-13, "weights": 2.95e-10,
            "filters": 4.69e-09, "workers": -0.0982, "taps": 0.0987, "taps_8": -0.206, "taps_64":
            0.251, "kernel_row": -0.221, "group_in": -0.116, "group_in_16": 0.0288, "group_out":
            -0.127, "group_out_8": 0.0526, "group_out_32": 0.107, "groups": -0.113, "row": -0.0563,
            "row_16": 0.0565, "row_128": 0.0271, "rows": -0.0143, "rows_16": 0.0811, "double":
            -0.604, "complex": 0.609, "complex_double": 0.0452, "integer": 0.136, "narrow_integer":
            1.56, "converted": 0.758, "half": 1.32, "channels_last": 0.203,
            "channels_last_channels": 0.0971, "stride": 0.0273, "dilation": 0.159, "bordered":
            0.0476, "bordered_padded": -0.108, "rank_1": 0.425, "rank_3": -0.346},
        "pointwise": {"call": 1.92e-06, "team": 5e-06, "prepared": 2.65e-13, "weights": 1.39e-12,
            "filters": 9.39e-09, "workers": -0.0276, "taps": 0.399, "taps_8": -0.24, "taps_64":
            0.0505, "kernel_row": -0.103, "group_in": 0.308, "group_in_16": 0.388, "group_out":
            -1.09, "group_out_8": 0.959, "group_out_32": 0.234, "groups": -0.125, "row": 0.154,
            "row_16": -0.266, "row_128": 0.0651, "rows": -0.15, "rows_16": 0.251, "double": 0.639,
            "complex": 2.25, "complex_double": 2.6, "integer": 0.375, "narrow_integer": 0.445,
            "converted": 0.913, "half": 1.43, "channels_last": -0.669, "channels_last_channels":
            0.27, "stride": 0.0694, "dilation": 0.0544, "bordered": -0.201, "bordered_padded":
            0.0136, "rank_1": -0.219, "rank_3": -0.0416},
        "rows": {"call": 2.7e-06, "team": 5e-06, "prepared": 1.68e-12, "weights": 1.55e-11,
            "filters": 1.59e-09, "workers": -0.0478, "taps": 0.643, "taps_8": -0.47, "taps_64":
            -0.215, "kernel_row": 0.0275, "group_in": -0.0459, "group_in_16": 0.0356, "group_out":
            -0.0301, "group_out_8": 0.00459, "group_out_32": 0.102, "groups": -0.0359, "row":
            0.0162, "row_16": -0.0613, "row_128": 0.0445, "rows": 0.0444, "rows_16": 0.0143,
            "double": -0.128, "complex": 0.43, "complex_double": 0.475, "integer": -0.496,
            "narrow_integer": 0.633, "converted": 0.689, "half": 0.697, "channels_last": 0.0893,
            "channels_last_channels": 0.0624, "stride": -0.0206, "dilation": -0.0861, "bordered":
            -0.732, "bordered_padded": 0.0658, "rank_1": 0.0838, "rank_3": -0.0588},
    },
    "winograd": {
        "": {"call": 9.3e-06, "team": 5e-06, "prepared": 2.99e-11, "weights": 1.94e-12, "filters":
            9.41e-09, "workers": -0.0102, "taps": -0.0651, "taps_8": 0.479, "taps_64": -0.278,
            "kernel_row": 0.446, "group_in": 0.00168, "group_in_16": 0.199, "group_out": -0.143,
            "group_out_8": 0.282, "group_out_32": -0.0568, "groups": 0.016, "row": -0.00678,
            "row_16": 0.0383, "row_128": 0.112, "rows": -0.0435, "rows_16": 0.0841, "double":
            -0.294, "complex": 0.817, "complex_double": 0.251, "channels_last": 0.515,
            "channels_last_channels": -0.0306, "dilation": -0.0315, "bordered": 0.0041,
            "bordered_padded": -0.0951, "rank_1": -0.281, "rank_3": -0.246},
        "lanes": {"call": 7.25e-06, "team": 5e-06, "prepared": 8.63e-12, "weights": 2.74e-12,
            "filters": 2.41e-08, "taps": 0.0725, "taps_8": -0.187, "taps_64": -0.307, "kernel_row":
            1.51, "group_in": -0.0732, "group_in_16": 0.101, "group_out": -0.304, "group_out_8":
            0.232, "group_out_32": 0.673, "groups": -0.158, "row": -0.0103, "row_16": -0.189,
            "row_128": 0.354, "rows": 0.133, "rows_16": -0.0796, "double": -0.128, "complex": 0.761,
            "complex_double": 0.212, "channels_last": 0.586, "channels_last_channels": -0.0444,
            "dilation": -0.0833, "bordered": 0.249, "bordered_padded": 0.133, "rank_1": 0.116,
            "rank_3": -0.162},
    },
    "im2col": {
        "": {"call": 8.04e-06, "team": 5e-06, "prepared": 4.2e-12, "weights": 1.44e-12, "filters":
            6.33e-11, "workers": -0.0248, "taps": 0.352, "taps_8": -0.0382, "taps_64": -0.253,
            "kernel_row": -0.294, "group_in": -0.55, "group_in_16": -0.0169, "group_out": -0.277,
            "group_out_8": 0.57, "group_out_32": -0.301, "groups": -0.736, "row": 0.104, "row_16":
            -0.154, "row_128": 0.119, "rows": -0.0142, "rows_16": -0.0097, "double": -0.518,
            "complex": -1.61, "complex_double": -1.51, "converted": 0.888, "half": 0.888,
            "channels_last": 1.58, "channels_last_channels": 0.742, "stride": -0.174, "dilation":
            0.0467, "bordered": 0.157, "bordered_padded": -0.0325, "rank_1": 0.211, "rank_3":
            -0.392},
        "pointwise": {"call": 7.64e-06, "team": 5e-06, "prepared": 4.89e-12, "weights": 1.51e-12,
            "filters": 7.04e-11, "workers": -0.406, "taps": 0.352, "taps_8": -0.0382, "taps_64":
            -0.253, "kernel_row": -0.294, "group_in": -0.0122, "group_in_16": -0.55, "group_out":
            0.147, "group_out_8": 0.0884, "group_out_32": -0.807, "groups": -0.736, "row": 0.372,
            "row_16": -0.284, "row_128": 0.133, "rows": 0.216, "rows_16": -0.14, "double": -0.746,
            "complex": -2.13, "complex_double": -1.83, "converted": 0.888, "half": 0.888,
            "channels_last": 1.58, "channels_last_channels": 0.742, "stride": -0.174, "dilation":
            0.048, "bordered": 0.157, "bordered_padded": -0.0325, "rank_1": 0.221, "rank_3":
            -0.381},
        "rows": {"call": 8.16e-06, "team": 5e-06, "prepared": 4.91e-12, "weights": 1.51e-12,
            "filters": 6.9e-11, "workers": -1.0, "taps": 0.31, "taps_8": -0.727, "taps_64": -0.0969,
            "kernel_row": -0.0479, "group_in": -0.512, "group_in_16": -0.00541, "group_out": -0.603,
            "group_out_8": 0.165, "group_out_32": -0.243, "groups": -0.481, "row": 0.668, "row_16":
            -0.43, "row_128": -0.105, "rows": 0.355, "rows_16": -0.264, "double": -0.6, "complex":
            -1.61, "complex_double": -1.51, "converted": 0.888, "half": 0.888, "channels_last":
            1.31, "channels_last_channels": 0.742, "stride": -0.174, "dilation": 0.0105, "bordered":
            0.157, "bordered_padded": -0.0325, "rank_1": 0.373, "rank_3": -0.238},
        "windows": {"call": 7.25e-06, "team": 5e-06, "prepared": 5.3e-11, "weights": 1.47e-12,
            "filters": 4.74e-11, "workers": -0.0181, "taps": 0.28, "taps_8": 0.00143, "taps_64":
            -0.313, "kernel_row": -0.362, "group_in": -0.187, "group_in_16": -0.11, "group_out":
            -0.427, "group_out_8": 0.705, "group_out_32": -0.465, "groups": -0.422, "row": 0.0112,
            "row_16": -0.0216, "row_128": 0.0713, "rows": -0.0182, "rows_16": 0.0301, "double":
            -0.436, "complex": -2.17, "complex_double": -2.02, "converted": 1.58, "half": 1.58,
            "channels_last": 0.782, "channels_last_channels": 0.386, "stride": -0.323, "dilation":
            0.0085, "bordered": -0.0894, "bordered_padded": 0.0243, "rank_1": 0.51, "rank_3":
            -0.48},
    },
    "fft": {
        "": {"call": 2.87e-06, "team": 5e-06, "prepared": 6.5e-11, "weights": 1.95e-10, "filters":
            1.34e-07, "workers": -0.00916, "taps": 0.116, "taps_8": -0.128, "taps_64": 0.11,
            "kernel_row": -0.0321, "group_in": 0.113, "group_in_16": 0.236, "group_out": -0.0999,
            "group_out_8": 0.292, "group_out_32": 0.0305, "groups": 0.00385, "row": -0.0425,
            "row_16": 0.0771, "row_128": 0.0231, "rows": 0.0655, "rows_16": 0.0151, "double":
            -0.596, "complex": -0.0536, "complex_double": -0.578, "converted": 0.0751, "half":
            0.0751, "channels_last": -0.0466, "channels_last_channels": 0.00664, "stride": 0.0661,
            "dilation": 0.0559, "bordered": -0.0152, "bordered_padded": -0.00584, "rank_1": 0.0225,
            "rank_3": 0.13},
        "planes": {"call": 2.81e-06, "team": 5e-06, "prepared": 1.08e-10, "weights": 1.87e-10,
            "filters": 6.54e-09, "taps": 0.0294, "taps_8": 0.00464, "taps_64": 0.0453, "kernel_row":
            -0.0256, "group_in": -0.0013, "group_in_16": 0.0838, "group_out": -0.0256,
            "group_out_8": 0.0582, "group_out_32": 0.00767, "groups": -0.00218, "row": 0.0322,
            "row_128": -0.0115, "rows": 0.0141, "rows_16": 0.0264, "double": -0.755, "complex":
            -0.0291, "complex_double": -0.807, "converted": 0.0307, "half": 0.0307, "channels_last":
            -0.00107, "channels_last_channels": -0.00493, "stride": -0.0601, "dilation": 0.0506,
            "bordered": 0.0379, "bordered_padded": 0.00583, "rank_1": -0.0378, "rank_3": 0.0599},
        "summed": {"call": 3.68e-05, "team": 5e-06, "prepared": 3.94e-10, "weights": 5.97e-10,
            "filters": 3.41e-07, "workers": -0.0406, "taps": -0.0102, "taps_8": -0.0999, "taps_64":
            0.13, "kernel_row": 0.0855, "group_in": 0.191, "group_in_16": -0.0858, "group_out":
            0.0756, "group_out_8": 0.0229, "group_out_32": -0.0691, "groups": 0.0276, "row":
            -0.0203, "row_16": 0.0271, "row_128": -0.0189, "rows": -0.127, "rows_16": 0.193,
            "double": -0.529, "complex": 0.0508, "complex_double": -0.748, "converted": 0.00524,
            "half": 0.00524, "channels_last": 0.0125, "channels_last_channels": -0.00169, "stride":
            0.0836, "dilation": -0.00171, "bordered": 0.128, "bordered_padded": 0.00276, "rank_1":
            -1.08, "rank_3": 0.455},
    },
    "naive": {
        "": {"call": 9e-07, "team": 5e-06, "prepared": 1e-10, "weights": 3.37e-10, "filters":
            1.81e-09, "workers": -0.7, "taps": -0.0827, "taps_8": -0.271, "taps_64": 0.0663,
            "kernel_row": -0.0229, "group_in": -0.298, "group_in_16": 0.0154, "group_out": -0.231,
            "group_out_8": -0.00572, "group_out_32": -0.038, "groups": -0.248, "row": -0.111,
            "row_16": -0.22, "row_128": -0.00766, "rows": -0.0848, "rows_16": 0.0428, "double":
            -0.38, "complex": -0.0276, "complex_double": -0.461, "integer": -0.346,
            "narrow_integer": 0.644, "converted": 1.77, "half": 0.998, "channels_last": 0.538,
            "channels_last_channels": -0.0582, "stride": -0.155, "dilation": -0.375, "bordered":
            0.43, "bordered_padded": -0.0376, "rank_1": -0.291, "rank_3": 0.0382},
    },
}
