"""Rates of the cost model, per unit of a count.

Written by ``python -m benchmarks.cost_model fit``.

`_model` explains the numbers. `RESIDUALS` holds the factors by which predictions are wrong on
problems that were left out of the fit: the median, the root mean square of the logarithms, and the
90th percentile. The rates of calls are multiplied by the factor `caution` of `FITTED`. `UNITS`
holds the unit times of the machine in seconds, for each instruction-set level, see `_units`.
"""
# fmt: off

from typing import Any

ISA = "v4"

FITTED: dict[str, Any] = {
    "date": "2026-11-29",
    "command": "python -m benchmarks.cost_model fit --problems 900 --workers 1 2 --budget 0.05",
    "problems": 2658,
    "machine": {"cpu": "Intel(R) Xeon(R) Processor", "isa": "v4", "cpus": 2},
    "caches": {"l1": 49152, "l2": 2097152, "l3": 272629760},
    "libraries": {"numpy": "2.4.6", "scipy": "1.17.1"},
    "caution": {"direct": 1.0, "im2col": 1.2, "fft_tiled": 1.05, "fft": 1.2, "cython": 1.05,
        "winograd": 1.0, "naive": 1.0, "separable": 1.0},
}

UNITS: dict[str, dict[str, float]] = {
    "v4": {"cycle": 3.35e-10, "add_float32": 1.14e-11, "add_float64": 2.19e-11, "add_int64": 9e-11,
        "add_int32": 3.38e-11, "add_int16": 1.09e-11, "gemm_float32": 1.39e-11, "gemm_float64":
        2.77e-11, "fft_float32": 6.74e-11, "fft_float64": 1.21e-10, "copy_l1": 5.51e-12, "copy_l2":
        2.53e-11, "copy_l3": 6.52e-11, "copy_memory": 1.45e-10, "stream_memory": 4.29e-11, "call":
        2.82e-07, "call_python": 9.93e-07},
    "v3": {"cycle": 3.46e-10, "add_float32": 2.01e-11, "add_float64": 3.98e-11, "add_int64":
        2.38e-10, "add_int32": 4.62e-11, "add_int16": 1.48e-11, "gemm_float32": 2.54e-11,
        "gemm_float64": 5.05e-11, "fft_float32": 6.74e-11, "fft_float64": 1.21e-10, "copy_l1":
        6.13e-12, "copy_l2": 2.53e-11, "copy_l3": 6.73e-11, "copy_memory": 1.48e-10,
        "stream_memory": 4.19e-11, "call": 2.75e-07, "call_python": 1.06e-06},
    "base": {"cycle": 3.23e-10, "add_float32": 5.5e-11, "add_float64": 1.1e-10, "add_int64":
        4.56e-10, "add_int32": 1.92e-10, "add_int16": 2.81e-11, "gemm_float32": 7.79e-11,
        "gemm_float64": 1.43e-10, "fft_float32": 6.71e-11, "fft_float64": 1.17e-10, "copy_l1":
        1.04e-11, "copy_l2": 2.36e-11, "copy_l3": 6.56e-11, "copy_memory": 1.53e-10,
        "stream_memory": 4.26e-11, "call": 2.82e-07, "call_python": 9.99e-07},
}

RESIDUALS: dict[str, dict[str, float]] = {
    "direct": {"problems": 2606, "median": 1.13, "rms": 1.34, "p90": 1.56},
    "direct depthwise": {"problems": 231, "median": 1.2, "rms": 1.42, "p90": 1.72},
    "direct dot": {"problems": 25, "median": 2.0, "rms": 2.09, "p90": 3.21},
    "direct igemm": {"problems": 563, "median": 1.15, "rms": 1.39, "p90": 1.71},
    "direct pointwise": {"problems": 155, "median": 1.15, "rms": 1.38, "p90": 1.59},
    "direct spatial_1": {"problems": 340, "median": 1.11, "rms": 1.31, "p90": 1.47},
    "direct spatial_2": {"problems": 175, "median": 1.18, "rms": 1.39, "p90": 1.62},
    "direct spatial_4": {"problems": 120, "median": 1.16, "rms": 1.33, "p90": 1.64},
    "direct spatial_in_out": {"problems": 280, "median": 1.1, "rms": 1.2, "p90": 1.32},
    "direct stencil": {"problems": 717, "median": 1.11, "rms": 1.25, "p90": 1.41},
    "direct, preparing": {"problems": 2606, "median": 1.12, "rms": 1.4, "p90": 1.69},
    "separable": {"problems": 510, "median": 1.11, "rms": 1.21, "p90": 1.34},
    "separable box": {"problems": 260, "median": 1.1, "rms": 1.17, "p90": 1.32},
    "separable separable": {"problems": 250, "median": 1.13, "rms": 1.24, "p90": 1.38},
    "separable, preparing": {"problems": 510, "median": 1.05, "rms": 1.14, "p90": 1.17},
    "winograd": {"problems": 429, "median": 1.16, "rms": 1.31, "p90": 1.51},
    "winograd tiles_in_lanes": {"problems": 98, "median": 1.12, "rms": 1.27, "p90": 1.52},
    "winograd, preparing": {"problems": 429, "median": 1.15, "rms": 1.31, "p90": 1.49},
    "im2col": {"problems": 2259, "median": 1.15, "rms": 1.34, "p90": 1.6},
    "im2col pointwise": {"problems": 96, "median": 1.12, "rms": 1.39, "p90": 1.45},
    "im2col rows": {"problems": 1134, "median": 1.11, "rms": 1.23, "p90": 1.37},
    "im2col windows": {"problems": 1029, "median": 1.2, "rms": 1.43, "p90": 1.78},
    "im2col, preparing": {"problems": 2259, "median": 1.06, "rms": 1.28, "p90": 1.21},
    "fft_tiled": {"problems": 2501, "median": 1.15, "rms": 1.3, "p90": 1.51},
    "fft_tiled l3_filters": {"problems": 362, "median": 1.23, "rms": 1.37, "p90": 1.69},
    "fft_tiled memory_filters": {"problems": 64, "median": 1.2, "rms": 1.3, "p90": 1.48},
    "fft_tiled, preparing": {"problems": 2501, "median": 1.15, "rms": 1.56, "p90": 1.62},
    "fft": {"problems": 2507, "median": 1.13, "rms": 1.3, "p90": 1.46},
    "fft, preparing": {"problems": 2507, "median": 1.18, "rms": 1.42, "p90": 1.61},
    "cython": {"problems": 1320, "median": 1.13, "rms": 1.22, "p90": 1.35},
    "cython, preparing": {"problems": 1320, "median": 1.05, "rms": 1.14, "p90": 1.17},
    "naive": {"problems": 162, "median": 1.21, "rms": 1.42, "p90": 1.7},
    "naive, preparing": {"problems": 162, "median": 1.06, "rms": 1.11, "p90": 1.14},
}

RANGES: dict[str, tuple[float, float]] = {
    "taps": (0.0, 19.7),
    "taps_8": (0.0, 16.7),
    "taps_64": (0.0, 13.7),
    "kernel_row": (0.0, 19.7),
    "ic_per_group": (0.0, 11.0),
    "ic_per_group_16": (0.0, 7.0),
    "oc_per_group": (0.0, 11.0),
    "oc_per_group_8": (0.0, 8.0),
    "oc_per_group_32": (0.0, 6.0),
    "groups": (0.0, 9.54),
    "row": (0.0, 22.1),
    "row_16": (0.0, 18.1),
    "row_128": (0.0, 15.1),
    "rows": (0.0, 20.6),
    "rows_16": (0.0, 16.6),
    "image": (0.0, 24.0),
    "image_32": (0.0, 19.0),
    "image_256": (0.0, 16.0),
    "double": (0.0, 1.0),
    "complex": (0.0, 1.0),
    "complex_double": (0.0, 1.0),
    "integer": (0.0, 1.0),
    "narrow_integer": (0.0, 1.0),
    "converted": (0.0, 1.0),
    "half": (0.0, 1.0),
    "channels_last": (0.0, 1.0),
    "channels_last_channels": (0.0, 10.0),
    "stride": (0.0, 9.17),
    "dilation": (0.0, 1.0),
    "bordered": (0.0, 1.0),
    "bordered_padded": (0.0, 11.7),
    "rank_1": (0.0, 1.0),
    "rank_3": (0.0, 1.0),
}

SLOWDOWN: dict[str, dict[str, float]] = {
    "direct": {"v3": 1.82, "base": 5.16},
    "separable": {},
    "winograd": {"v3": 1.9, "base": 4.14},
    "im2col": {"v3": 2.51, "base": 7.54},
    "fft_tiled": {"v3": 1.32, "base": 2.14},
    "fft": {"v3": 1.13, "base": 1.3},
    "cython": {"v3": 1.0, "base": 1.0},
    "naive": {"v3": 1.0, "base": 1.0},
}

RATES: dict[str, dict[str, dict[str, float]]] = {
    "direct": {
        "": {"call": 2.57e-06, "wake": 5.46e-06, "flops": 7.4e-12, "beyond_l2": 3.93e-11,
            "beyond_l3": 5e-11, "outputs": 1.78e-10, "outputs_half": 1.88e-11, "outputs_last":
            1.42e-10, "channel_planes": 9.46e-10, "bytes": 4.18e-12, "packed": 3.08e-11, "gathered":
            1.55e-11, "runs": 2.13e-09, "runs_bordered": 1.17e-08, "work_items": 2.36e-08,
            "work_item_products": 1.66e-12, "workers": -0.628, "taps": -0.015, "taps_8": 0.072,
            "taps_64": 0.0445, "kernel_row": -0.0424, "ic_per_group": 0.0233, "ic_per_group_16":
            0.0434, "oc_per_group": -0.0387, "oc_per_group_8": 0.0304, "oc_per_group_32": 0.0285,
            "groups": -0.01, "row": 0.133, "row_16": -0.0806, "row_128": -0.0444, "rows": 0.035,
            "rows_16": -0.0235, "image": -0.155, "image_32": 0.089, "image_256": 0.0519, "double":
            0.582, "complex": -0.262, "complex_double": 0.249, "integer": 0.935, "narrow_integer":
            0.121, "converted": 0.207, "half": -0.122, "channels_last": -0.0301,
            "channels_last_channels": 0.0186, "stride": -0.00128, "dilation": 0.00907, "bordered":
            0.14, "bordered_padded": 0.0656, "rank_1": -0.113, "rank_3": 0.0959},
        "depthwise": {"call": 2.88e-06, "wake": 6.37e-06, "flops": 7.79e-12, "beyond_l2": 3.45e-11,
            "beyond_l3": 5e-11, "outputs": 2.7e-10, "outputs_half": 1.7e-11, "outputs_last":
            4.44e-11, "channel_planes": 7.19e-10, "bytes": 3.13e-12, "packed": 1.34e-11, "gathered":
            5.45e-12, "runs": 5.4e-10, "runs_bordered": 2.88e-09, "work_items": 3.11e-08,
            "work_item_products": 1.67e-12, "workers": -0.597, "taps": -0.0191, "taps_8": 0.0834,
            "taps_64": 0.0566, "kernel_row": -0.00445, "ic_per_group": 0.0233, "ic_per_group_16":
            0.0434, "oc_per_group": -0.0387, "oc_per_group_8": 0.0304, "oc_per_group_32": 0.0285,
            "groups": -0.00515, "row": 0.225, "row_16": -0.0893, "row_128": -0.0312, "rows": 0.0254,
            "rows_16": 0.0035, "image": -0.22, "image_32": 0.12, "image_256": 0.00357, "double":
            0.552, "complex": -0.262, "complex_double": 0.249, "integer": 0.636, "narrow_integer":
            -0.666, "converted": 0.666, "half": -0.151, "channels_last": 0.0632,
            "channels_last_channels": 0.0321, "stride": 0.197, "dilation": -0.00324, "bordered":
            0.0643, "bordered_padded": 0.00362, "rank_1": -0.387, "rank_3": 0.476},
        "dot": {"call": 2.36e-06, "wake": 4.71e-06, "flops": 7e-12, "beyond_l2": 3.09e-11,
            "beyond_l3": 5e-11, "outputs": 1.78e-10, "outputs_half": 1.88e-11, "outputs_last":
            1.42e-10, "channel_planes": 9.46e-10, "bytes": 5.17e-12, "packed": 3.13e-11, "gathered":
            1.56e-11, "runs": 2.11e-09, "runs_bordered": 1.17e-08, "work_items": 2.34e-08,
            "work_item_products": 1.67e-12, "workers": -0.782, "taps": -0.276, "taps_8": 0.0324,
            "taps_64": 0.244, "kernel_row": 0.115, "ic_per_group": -0.0957, "ic_per_group_16":
            0.0434, "oc_per_group": -0.0175, "oc_per_group_8": 0.0304, "oc_per_group_32": 0.0285,
            "groups": -0.0728, "row": 0.18, "row_16": 0.0435, "row_128": -0.182, "rows": 0.127,
            "rows_16": -0.0586, "image": -0.083, "image_32": -0.182, "image_256": 0.259, "double":
            0.957, "complex": -0.262, "complex_double": 0.108, "integer": 0.341, "narrow_integer":
            0.554, "converted": 0.103, "half": -0.122, "channels_last": -0.145,
            "channels_last_channels": -0.107, "stride": 0.0174, "dilation": 0.00907, "bordered":
            0.178, "bordered_padded": 0.249, "rank_1": -0.141, "rank_3": -0.0657},
        "igemm": {"call": 2.31e-06, "wake": 4.19e-06, "flops": 1.27e-11, "beyond_l2": 7.98e-11,
            "beyond_l3": 5e-11, "outputs": 6.52e-10, "outputs_half": 1.69e-11, "outputs_last":
            1.01e-10, "channel_planes": 2.4e-09, "bytes": 2.1e-12, "packed": 2.84e-11, "gathered":
            1.47e-11, "runs": 5.07e-09, "runs_bordered": 3.67e-09, "work_items": 2.81e-08,
            "work_item_products": 1.68e-12, "workers": -0.613, "taps": -0.117, "taps_8": 0.0652,
            "taps_64": 0.0275, "kernel_row": 0.107, "ic_per_group": 0.0287, "ic_per_group_16":
            0.0177, "oc_per_group": -0.0174, "oc_per_group_8": -0.112, "oc_per_group_32": 0.164,
            "groups": 0.0213, "row": 0.0238, "row_16": -0.00166, "row_128": -0.0301, "rows": 0.0476,
            "rows_16": -0.0586, "image": -0.148, "image_32": 0.101, "image_256": 0.0582, "double":
            0.642, "complex": -0.254, "complex_double": 0.173, "integer": 0.742, "narrow_integer":
            -0.185, "converted": 0.652, "half": -0.517, "channels_last": -0.172,
            "channels_last_channels": 0.0236, "stride": 0.0369, "dilation": 0.0535, "bordered":
            0.206, "bordered_padded": 0.142, "rank_1": -0.117, "rank_3": 0.13},
        "pointwise": {"call": 2.4e-06, "wake": 4.49e-06, "flops": 1.15e-11, "beyond_l2": 6.43e-11,
            "beyond_l3": 5e-11, "outputs": 1.39e-10, "outputs_half": 1.97e-11, "outputs_last":
            1.28e-10, "channel_planes": 7.82e-10, "bytes": 2.16e-12, "packed": 1.88e-11, "gathered":
            1.37e-11, "runs": 6.27e-09, "runs_bordered": 1.17e-08, "work_items": 1.08e-07,
            "work_item_products": 1.65e-12, "workers": -0.654, "taps": -0.015, "taps_8": 0.072,
            "taps_64": 0.0445, "kernel_row": -0.0424, "ic_per_group": -0.159, "ic_per_group_16":
            0.184, "oc_per_group": 0.202, "oc_per_group_8": -0.329, "oc_per_group_32": 0.142,
            "groups": 0.201, "row": 0.106, "row_16": -0.0887, "row_128": -0.00848, "rows": -0.00455,
            "rows_16": 0.0416, "image": -0.137, "image_32": 0.131, "image_256": 0.0343, "double":
            0.612, "complex": -0.515, "complex_double": 0.204, "integer": -0.0835, "narrow_integer":
            -0.746, "converted": 1.32, "half": -1.61, "channels_last": -0.249,
            "channels_last_channels": 0.0247, "stride": 0.116, "dilation": 0.0835, "bordered": 0.14,
            "bordered_padded": 0.0656, "rank_1": -0.242, "rank_3": -0.098},
        "spatial_1": {"call": 2.31e-06, "wake": 4.96e-06, "flops": 8.02e-12, "beyond_l2": 3.1e-11,
            "beyond_l3": 5e-11, "outputs": 5.86e-11, "outputs_half": 1.94e-11, "outputs_last":
            1.42e-10, "channel_planes": 4.56e-09, "bytes": 2.76e-12, "packed": 3.1e-11, "gathered":
            1.42e-11, "runs": 7.44e-09, "runs_bordered": 2.34e-08, "work_items": 2.66e-08,
            "work_item_products": 1.65e-12, "workers": -0.65, "taps": -0.143, "taps_8": 0.195,
            "taps_64": -0.0922, "kernel_row": 0.0809, "ic_per_group": 0.0685, "ic_per_group_16":
            0.00617, "oc_per_group": -0.0387, "oc_per_group_8": 0.0304, "oc_per_group_32": 0.0285,
            "groups": -0.0283, "row": 0.168, "row_16": -0.117, "row_128": -0.0771, "rows": 0.0699,
            "rows_16": -0.107, "image": -0.312, "image_32": 0.34, "double": 0.576, "complex":
            -0.262, "complex_double": 0.249, "integer": 0.9, "narrow_integer": 0.297, "converted":
            -0.0989, "half": 0.00622, "channels_last": 0.0733, "channels_last_channels": -0.0229,
            "stride": 0.103, "dilation": 0.0758, "bordered": 0.0131, "bordered_padded": 0.463,
            "rank_1": -0.0963, "rank_3": 0.234},
        "spatial_2": {"call": 2.66e-06, "wake": 3.15e-06, "flops": 1.05e-12, "beyond_l2": 2.46e-11,
            "beyond_l3": 5e-11, "outputs": 8e-11, "outputs_half": 1.85e-11, "outputs_last":
            7.26e-11, "channel_planes": 4.78e-10, "bytes": 4.36e-12, "packed": 3.94e-11, "gathered":
            2.91e-11, "runs": 4e-09, "runs_bordered": 1.4e-08, "work_items": 5.5e-08,
            "work_item_products": 1.66e-12, "workers": -0.631, "taps": 0.196, "taps_8": -0.168,
            "taps_64": 0.0704, "kernel_row": 0.0155, "ic_per_group": 0.0748, "ic_per_group_16":
            -0.366, "oc_per_group": -0.715, "oc_per_group_8": 0.0304, "oc_per_group_32": 0.0285,
            "groups": -0.0273, "row": 0.0124, "row_16": 0.169, "row_128": -0.16, "rows": 0.119,
            "rows_16": -0.13, "image": -0.16, "image_32": 0.333, "image_256": -0.203, "double":
            0.342, "complex": -0.368, "complex_double": -0.289, "integer": 0.477, "narrow_integer":
            0.874, "converted": -0.364, "half": 0.578, "channels_last": -0.264,
            "channels_last_channels": 0.208, "stride": 0.0501, "dilation": -0.395, "bordered":
            -0.105, "bordered_padded": 0.38, "rank_1": 0.178, "rank_3": 0.281},
        "spatial_4": {"call": 2.47e-06, "wake": 5.88e-06, "flops": 7.3e-12, "beyond_l2": 3.05e-11,
            "beyond_l3": 5e-11, "outputs": 1.35e-10, "outputs_half": 1.71e-11, "outputs_last":
            1.52e-10, "channel_planes": 1.03e-09, "bytes": 2.91e-12, "packed": 1.25e-10, "gathered":
            1.97e-11, "runs": 2.71e-09, "runs_bordered": 8.72e-09, "work_items": 2.31e-08,
            "work_item_products": 1.65e-12, "workers": -0.579, "taps": 0.0338, "taps_8": -0.0911,
            "taps_64": 0.0981, "kernel_row": 0.0318, "ic_per_group": -0.041, "ic_per_group_16":
            0.102, "oc_per_group": -0.00659, "oc_per_group_8": 0.0685, "oc_per_group_32": 0.0285,
            "groups": -0.0118, "row": 0.00405, "row_16": 0.0873, "row_128": -0.0444, "rows": 0.102,
            "rows_16": -0.081, "image": -0.202, "image_32": 0.136, "image_256": 0.0287, "double":
            0.576, "complex": -0.158, "complex_double": 0.328, "integer": 1.51, "narrow_integer":
            0.173, "converted": 0.272, "half": -0.11, "channels_last": -0.233,
            "channels_last_channels": 0.116, "stride": 0.00396, "dilation": -0.139, "bordered":
            0.143, "bordered_padded": 0.371, "rank_1": -0.182, "rank_3": 0.0888},
        "spatial_in_out": {"call": 2.22e-06, "wake": 4.89e-06, "flops": 6.83e-12, "beyond_l2":
            2.43e-11, "beyond_l3": 5e-11, "outputs": 2.32e-10, "outputs_half": 1.88e-11,
            "outputs_last": 1.42e-10, "channel_planes": 1.08e-09, "bytes": 4.04e-12, "packed":
            5.08e-11, "gathered": 1.14e-11, "runs": 1.93e-09, "runs_bordered": 2.08e-08,
            "work_items": 1.33e-08, "work_item_products": 1.66e-12, "workers": -0.603, "taps":
            0.0396, "taps_8": -0.0166, "taps_64": -0.0255, "kernel_row": -0.0499, "ic_per_group":
            0.0258, "ic_per_group_16": 0.0817, "oc_per_group": -0.0122, "oc_per_group_8": -0.043,
            "oc_per_group_32": 0.0608, "groups": -0.0144, "row": 0.188, "row_16": -0.165, "row_128":
            -0.00182, "rows": -0.00586, "rows_16": 0.0273, "image": -0.242, "image_32": 0.201,
            "image_256": 0.024, "double": 0.554, "complex": -0.262, "complex_double": 0.249,
            "integer": 1.56, "narrow_integer": 0.121, "converted": 0.117, "half": -0.122,
            "channels_last": -0.0301, "channels_last_channels": 0.0186, "stride": 0.141, "dilation":
            -0.0798, "bordered": 0.0382, "bordered_padded": 0.11, "rank_1": -0.052, "rank_3":
            0.0184},
        "stencil": {"call": 2.27e-06, "wake": 4.51e-06, "flops": 1.55e-11, "beyond_l2": 5.86e-11,
            "beyond_l3": 5e-11, "outputs": 2.46e-10, "outputs_half": 1.75e-11, "outputs_last":
            1.37e-10, "channel_planes": 8.45e-10, "bytes": 5.02e-12, "packed": 1.61e-11, "gathered":
            4.65e-12, "runs": 7.48e-10, "runs_bordered": 6.22e-08, "work_items": 6.93e-09,
            "work_item_products": 1.68e-12, "workers": -0.606, "taps": 0.00805, "taps_8": 0.0369,
            "taps_64": -0.0171, "kernel_row": -0.00692, "ic_per_group": 0.0458, "ic_per_group_16":
            -0.114, "oc_per_group": -0.082, "oc_per_group_8": 0.162, "oc_per_group_32": -0.213,
            "groups": -0.0269, "row": -0.0351, "row_16": -0.0295, "rows": 0.08, "rows_16": -0.0955,
            "image": -0.0631, "image_32": -0.106, "image_256": 0.195, "double": 0.567, "complex":
            -0.647, "complex_double": 0.0645, "integer": 1.31, "narrow_integer": 0.0737,
            "converted": 0.133, "half": 0.0722, "channels_last": 0.0443, "channels_last_channels":
            -0.0155, "stride": 0.288, "dilation": 0.00357, "bordered": 0.0736, "bordered_padded":
            0.00773, "rank_1": -0.113, "rank_3": 0.121},
    },
    "separable": {
        "": {"call": 2.9e-06, "wake": 3.94e-06, "flops": 2.24e-12, "beyond_l2": 7.42e-12,
            "beyond_l3": 5e-11, "outputs": 4.23e-12, "outputs_half": 1e-10, "outputs_last":
            3.08e-12, "channel_planes": 9.35e-09, "bytes": 7.52e-12, "packed": 2.09e-11, "gathered":
            1.45e-11, "runs": 1.55e-08, "runs_bordered": 1.21e-08, "work_items": 3.38e-09,
            "work_item_products": 1.57e-11, "workers": -0.623, "taps": 0.0463, "taps_8": -0.0658,
            "taps_64": 0.0575, "kernel_row": 0.135, "groups": -0.00718, "row": 0.141, "row_16":
            -0.195, "row_128": 0.0173, "rows": 0.0682, "rows_16": -0.0699, "image": -0.0164,
            "image_32": -0.068, "image_256": 0.0973, "double": 0.0239, "complex": 0.482, "integer":
            0.0296, "narrow_integer": 0.059, "converted": 0.0886, "channels_last": 0.0515,
            "channels_last_channels": 0.0404, "stride": 0.473, "bordered": -0.037,
            "bordered_padded": 0.0267, "rank_1": 0.834, "rank_3": 0.105},
        "box": {"call": 2.91e-06, "wake": 3.37e-06, "flops": 1.97e-12, "beyond_l2": 6.52e-12,
            "beyond_l3": 5e-11, "outputs": 4.05e-12, "outputs_half": 1e-10, "outputs_last":
            2.84e-12, "channel_planes": 1.6e-08, "bytes": 1.1e-11, "packed": 2.02e-11, "gathered":
            8.79e-12, "runs": 1.64e-08, "runs_bordered": 7.24e-09, "work_items": 3.05e-09,
            "work_item_products": 1.66e-11, "workers": -0.634, "taps": 0.083, "taps_8": -0.139,
            "taps_64": 0.0755, "kernel_row": 0.166, "groups": -0.014, "row": 0.169, "row_16":
            -0.196, "row_128": 0.004, "rows": 0.0988, "rows_16": -0.118, "image": -0.114,
            "image_32": 0.0474, "image_256": 0.0866, "double": -0.00199, "complex": 0.681,
            "integer": 0.0566, "narrow_integer": 0.0767, "converted": 0.133, "channels_last":
            0.0189, "channels_last_channels": 0.0195, "stride": 0.522, "bordered": -0.0084,
            "bordered_padded": 0.0797, "rank_1": 0.644, "rank_3": 0.259},
        "separable": {"call": 2.82e-06, "wake": 5.25e-06, "flops": 2.28e-12, "beyond_l2": 8.83e-12,
            "beyond_l3": 5e-11, "outputs": 4.14e-12, "outputs_half": 1e-10, "outputs_last":
            3.04e-12, "channel_planes": 1.86e-08, "bytes": 5.01e-12, "packed": 1.6e-11, "gathered":
            1.39e-11, "runs": 1.06e-08, "runs_bordered": 1.51e-08, "work_items": 3.52e-09,
            "work_item_products": 1.63e-11, "workers": -0.603, "taps": 0.0713, "taps_8": -0.0239,
            "taps_64": 0.0188, "kernel_row": 0.0459, "groups": -0.0104, "row": 0.103, "row_16":
            -0.236, "rows": 0.116, "rows_16": -0.12, "image": 0.0812, "image_32": -0.218,
            "image_256": 0.168, "double": 0.0365, "complex": 0.477, "integer": 0.0296,
            "narrow_integer": 0.059, "converted": 0.0886, "channels_last": 0.0985,
            "channels_last_channels": 0.0231, "stride": 0.493, "bordered": -0.154,
            "bordered_padded": 0.024, "rank_1": 0.834, "rank_3": -0.172},
    },
    "winograd": {
        "": {"call": 3.13e-06, "wake": 4.16e-06, "flops": 1.74e-11, "beyond_l2": 9.85e-11,
            "beyond_l3": 5e-11, "outputs": 4.07e-12, "outputs_half": 1e-10, "outputs_last":
            3.72e-10, "channel_planes": 5.39e-08, "bytes": 2.3e-11, "packed": 4.72e-13, "gathered":
            1e-10, "runs": 5e-09, "runs_bordered": 5e-09, "work_items": 4.65e-09,
            "work_item_products": 8.74e-11, "workers": -0.611, "taps": 0.0579, "taps_8": -0.174,
            "taps_64": 0.0773, "kernel_row": -0.0888, "ic_per_group": -0.059, "ic_per_group_16":
            0.16, "oc_per_group": -0.0123, "oc_per_group_8": -0.0399, "oc_per_group_32": -0.045,
            "groups": 0.0192, "row": -0.0466, "row_16": 0.113, "row_128": -0.00897, "rows": 0.039,
            "rows_16": -0.0235, "image": -0.0227, "image_32": -0.0106, "image_256": -0.00678,
            "double": 0.301, "complex": 0.0952, "complex_double": 0.315, "channels_last": 0.12,
            "channels_last_channels": -0.00316, "dilation": 0.0221, "bordered": 0.00451,
            "bordered_padded": 0.326, "rank_1": -0.24, "rank_3": 0.408},
        "tiles_in_lanes": {"call": 2.49e-06, "wake": 2.38e-06, "flops": 1.94e-11, "beyond_l2":
            3.8e-11, "beyond_l3": 5e-11, "outputs": 4.03e-12, "outputs_half": 1e-10, "outputs_last":
            5.02e-10, "channel_planes": 1.23e-07, "bytes": 2.71e-11, "packed": 4.71e-13, "gathered":
            1e-10, "runs": 5e-09, "runs_bordered": 5e-09, "work_items": 4.45e-09,
            "work_item_products": 8.57e-11, "workers": -0.65, "taps": 0.0881, "taps_8": -0.267,
            "taps_64": 0.06, "kernel_row": 0.055, "ic_per_group": -0.0316, "ic_per_group_16":
            0.0447, "oc_per_group": -0.047, "oc_per_group_8": -0.0935, "oc_per_group_32": -0.0445,
            "groups": -0.0339, "row": 0.122, "row_16": -0.145, "row_128": 0.0228, "rows": -0.0166,
            "rows_16": 0.0554, "image": -0.24, "image_32": 0.179, "image_256": 0.0517, "double":
            0.299, "complex": 0.246, "complex_double": 0.572, "channels_last": 0.249,
            "channels_last_channels": -0.0196, "dilation": 0.11, "bordered": 0.206,
            "bordered_padded": 0.595, "rank_1": 0.13, "rank_3": 0.298},
    },
    "im2col": {
        "": {"call": 1.02e-05, "wake": 4.33e-06, "flops": 1.3e-11, "beyond_l2": 1.1e-10,
            "beyond_l3": 6e-11, "outputs": 1.06e-10, "outputs_half": 1.5e-10, "outputs_last":
            2.26e-09, "channel_planes": 2.16e-10, "bytes": 3.18e-11, "packed": 2.47e-11, "gathered":
            1.59e-10, "runs": 8.27e-09, "runs_bordered": 4.69e-08, "work_items": 1.9e-07,
            "work_item_products": 8.75e-10, "workers": -0.627, "taps": -0.0148, "taps_8": 0.0777,
            "taps_64": -0.0736, "kernel_row": 0.0181, "ic_per_group": 0.0247, "ic_per_group_16":
            0.0155, "oc_per_group": 0.00629, "oc_per_group_8": -0.0289, "oc_per_group_32": 0.0634,
            "groups": -0.0157, "row": -0.0777, "row_16": 0.0961, "row_128": -0.0377, "rows":
            0.00965, "rows_16": -0.0155, "image": -0.0532, "image_32": -0.0664, "image_256": 0.116,
            "double": 0.0586, "complex": 0.721, "complex_double": 0.36, "converted": 0.0106, "half":
            0.0106, "channels_last": 0.072, "channels_last_channels": 0.0556, "stride": 0.0541,
            "dilation": 0.0143, "bordered": 0.082, "bordered_padded": -0.0357, "rank_1": 0.0427,
            "rank_3": 0.0596},
        "pointwise": {"call": 1.03e-05, "wake": 2.86e-06, "flops": 2.52e-11, "beyond_l2": 1.22e-10,
            "beyond_l3": 6e-11, "outputs": 2.26e-10, "outputs_half": 1.5e-10, "outputs_last":
            2.26e-09, "channel_planes": 2.16e-10, "bytes": 1.44e-11, "packed": 2.47e-11, "gathered":
            1.59e-10, "runs": 8.27e-09, "runs_bordered": 4.69e-08, "work_items": 2.67e-07,
            "work_item_products": 8.52e-10, "workers": -0.6, "taps": -0.0148, "taps_8": 0.0777,
            "taps_64": -0.0736, "kernel_row": 0.0181, "ic_per_group": -0.395, "ic_per_group_16":
            0.446, "oc_per_group": 0.0694, "oc_per_group_8": -0.0543, "oc_per_group_32": 0.0307,
            "groups": -0.0157, "row": -0.0786, "row_16": 0.197, "row_128": -0.0868, "rows": 0.177,
            "rows_16": -0.195, "image": -0.0577, "image_32": -0.0186, "image_256": 0.0632, "double":
            0.522, "complex": 0.205, "complex_double": 0.661, "converted": 0.0106, "half": 0.0106,
            "channels_last": 0.072, "channels_last_channels": 0.0556, "stride": 0.0541, "dilation":
            0.0542, "bordered": 0.082, "bordered_padded": -0.0357, "rank_1": 0.344, "rank_3":
            0.564},
        "rows": {"call": 1.04e-05, "wake": 3.1e-06, "flops": 1.21e-11, "beyond_l2": 8.2e-11,
            "beyond_l3": 6e-11, "outputs": 3.88e-11, "outputs_half": 2.08e-10, "outputs_last":
            1.23e-09, "channel_planes": 2.21e-10, "bytes": 1.12e-11, "packed": 9.12e-11, "gathered":
            1.59e-10, "runs": 8.96e-09, "runs_bordered": 4.69e-08, "work_items": 1.85e-07,
            "work_item_products": 5.09e-10, "workers": -0.636, "taps": 0.0271, "taps_8": 0.0247,
            "taps_64": -0.0547, "kernel_row": 0.00498, "ic_per_group": 0.0327, "ic_per_group_16":
            -0.0101, "oc_per_group": 0.0238, "oc_per_group_8": 0.0259, "oc_per_group_32": 0.0573,
            "groups": -0.0157, "row": -0.014, "row_16": 0.0716, "row_128": -0.077, "rows": 0.0199,
            "rows_16": -0.0321, "image": -0.159, "image_32": -0.00493, "image_256": 0.162, "double":
            0.0722, "complex": 0.721, "complex_double": 0.36, "converted": 0.00135, "half": 0.00135,
            "channels_last": 0.0769, "channels_last_channels": 0.0556, "stride": 0.0541, "dilation":
            0.0278, "bordered": 0.082, "bordered_padded": -0.0357, "rank_1": 0.109, "rank_3": 0.1},
        "windows": {"call": 9.85e-06, "wake": 5.44e-06, "flops": 6.89e-12, "beyond_l2": 4.74e-11,
            "beyond_l3": 6e-11, "outputs": 9.4e-11, "outputs_half": 4.77e-11, "outputs_last":
            1.16e-09, "channel_planes": 2.26e-10, "bytes": 2.17e-11, "packed": 1.54e-11, "gathered":
            6.89e-11, "runs": 1.19e-08, "runs_bordered": 2.21e-08, "work_items": 9.48e-08,
            "work_item_products": 3.7e-10, "workers": -0.628, "taps": -0.0134, "taps_8": 0.0489,
            "taps_64": -0.0539, "kernel_row": 0.0149, "ic_per_group": 0.00175, "ic_per_group_16":
            0.018, "oc_per_group": 0.0395, "oc_per_group_8": -0.0818, "oc_per_group_32": 0.115,
            "groups": -0.00892, "row": -0.00581, "row_16": -0.00993, "row_128": -0.0118, "rows":
            0.00314, "rows_16": 0.00268, "image": -0.00178, "image_32": -0.0871, "image_256":
            0.0937, "double": 0.00554, "complex": 0.784, "complex_double": 0.441, "converted":
            0.0728, "half": 0.0728, "channels_last": 0.0862, "channels_last_channels": 0.0482,
            "stride": -0.0127, "dilation": -0.0137, "bordered": 0.024, "bordered_padded": 0.0319,
            "rank_1": 0.136, "rank_3": -0.0639},
    },
    "fft_tiled": {
        "": {"call": 2.58e-06, "wake": 6.98e-07, "flops": 1.46e-11, "beyond_l2": 3.06e-11,
            "beyond_l3": 5.25e-11, "outputs": 1.5e-12, "outputs_half": 7.42e-12, "outputs_last":
            6.56e-10, "channel_planes": 8.1e-10, "bytes": 2.71e-12, "packed": 2.63e-13, "gathered":
            1.05e-10, "runs": 5.25e-09, "runs_bordered": 5.25e-09, "work_items": 2.3e-10,
            "work_item_products": 1.07e-13, "workers": -0.678, "taps": -0.0469, "taps_8": 0.017,
            "taps_64": -0.00257, "kernel_row": 0.0498, "ic_per_group": 0.0841, "ic_per_group_16":
            -0.0615, "oc_per_group": -0.0322, "oc_per_group_8": 0.0427, "oc_per_group_32": 0.00119,
            "groups": 0.0272, "row": 0.0011, "row_16": -0.0395, "row_128": 0.0344, "rows": 0.00612,
            "rows_16": 0.00233, "image": 0.019, "image_32": 0.0429, "image_256": -0.0452, "double":
            0.461, "complex": 0.0812, "complex_double": 0.531, "converted": 0.357, "half": -0.326,
            "channels_last": -0.00394, "channels_last_channels": 0.0363, "stride": 0.105,
            "dilation": -0.0363, "bordered": 0.118, "bordered_padded": 0.101, "rank_1": -0.0499,
            "rank_3": -0.00585},
        "l3_filters": {"call": 5.27e-06, "wake": 7.84e-07, "flops": 1e-11, "beyond_l2": 1.42e-11,
            "beyond_l3": 5.25e-11, "outputs": 1.5e-12, "outputs_half": 7.93e-12, "outputs_last":
            1.05e-09, "channel_planes": 7.6e-10, "bytes": 1.16e-12, "packed": 2.72e-13, "gathered":
            1.05e-10, "runs": 5.25e-09, "runs_bordered": 5.25e-09, "work_items": 2.27e-10,
            "work_item_products": 1.11e-13, "workers": -0.848, "taps": 0.142, "taps_8": -0.0737,
            "taps_64": 0.0166, "kernel_row": -0.0968, "ic_per_group": 0.115, "ic_per_group_16":
            0.121, "oc_per_group": -0.00874, "oc_per_group_8": 0.078, "oc_per_group_32": 0.0271,
            "groups": 0.0668, "row": -0.0152, "row_16": -0.0561, "row_128": -0.023, "rows": -0.029,
            "rows_16": -0.0019, "image": 0.0381, "image_32": 0.0533, "image_256": -0.00616,
            "double": 0.704, "complex": 0.3, "complex_double": 0.654, "converted": 0.00908, "half":
            0.0528, "channels_last": -0.0227, "channels_last_channels": -0.00368, "stride": 0.223,
            "dilation": -0.0499, "bordered": -0.235, "bordered_padded": 0.159, "rank_1": 0.27,
            "rank_3": -0.106},
        "memory_filters": {"call": 2.75e-06, "wake": 7.43e-07, "flops": 7.97e-12, "beyond_l2":
            1.98e-11, "beyond_l3": 5.25e-11, "outputs": 1.53e-12, "outputs_half": 8.18e-12,
            "outputs_last": 5.84e-10, "channel_planes": 7.65e-10, "bytes": 1.08e-11, "packed":
            2.77e-13, "gathered": 1.05e-10, "runs": 5.25e-09, "runs_bordered": 5.25e-09,
            "work_items": 2.35e-10, "work_item_products": 1.12e-13, "workers": -0.556, "taps":
            0.233, "taps_8": 0.0205, "taps_64": 0.0945, "kernel_row": -0.374, "ic_per_group": 0.15,
            "ic_per_group_16": -0.155, "oc_per_group": 0.185, "oc_per_group_8": 0.118,
            "oc_per_group_32": -0.244, "groups": 0.0394, "row": 0.213, "row_16": -0.108, "row_128":
            -0.123, "rows": -0.0165, "rows_16": 0.12, "image": -0.183, "image_32": 0.171,
            "image_256": 0.0235, "double": 0.344, "complex": -0.0713, "complex_double": -0.269,
            "converted": 0.0516, "half": 0.301, "channels_last": -0.113, "channels_last_channels":
            -0.00652, "stride": -0.0831, "dilation": -0.634, "bordered": 0.0892, "bordered_padded":
            0.0968, "rank_1": 0.0838, "rank_3": -0.168},
    },
    "fft": {
        "": {"call": 4.51e-05, "wake": 0.000317, "flops": 7.2e-12, "beyond_l2": 4.79e-11,
            "beyond_l3": 6e-11, "outputs": 1.18e-09, "outputs_half": 6.82e-11, "outputs_last":
            9.91e-10, "channel_planes": 4.41e-09, "bytes": 3.53e-11, "packed": 5.69e-10, "gathered":
            1.2e-10, "runs": 6e-09, "runs_bordered": 6e-09, "work_items": 4.4e-05,
            "work_item_products": 4.69e-11, "workers": -0.179, "taps": 0.0399, "taps_8": -0.0438,
            "taps_64": 0.00802, "kernel_row": 0.0136, "ic_per_group": -0.0669, "ic_per_group_16":
            0.063, "oc_per_group": 0.149, "oc_per_group_8": -0.125, "oc_per_group_32": 0.0551,
            "row": 0.00778, "row_16": 0.00235, "row_128": -0.0115, "rows": -0.00543, "rows_16":
            0.0185, "image": 0.0346, "image_32": -0.00924, "image_256": -0.0307, "double": 0.0939,
            "complex": 0.183, "complex_double": 0.148, "converted": 0.0468, "half": 0.143,
            "channels_last": -0.0022, "channels_last_channels": 0.00419, "stride": 0.043,
            "dilation": 0.00564, "bordered": 0.152, "bordered_padded": 0.07, "rank_1": -0.242,
            "rank_3": 0.0712},
    },
    "cython": {
        "": {"call": 2.16e-06, "wake": 2.2e-05, "flops": 5.07e-11, "beyond_l2": 1.43e-10,
            "beyond_l3": 5.25e-11, "outputs": 2.89e-09, "outputs_half": 3.6e-09, "outputs_last":
            9.12e-10, "channel_planes": 3.43e-09, "bytes": 8.67e-11, "packed": 2.19e-11, "gathered":
            1.24e-09, "runs": 7.76e-11, "runs_bordered": 1.02e-10, "work_items": 2.52e-08,
            "work_item_products": 2.86e-11, "workers": -0.676, "taps_8": -0.0251, "taps_64": 0.0106,
            "kernel_row": 0.00103, "ic_per_group": -0.00932, "ic_per_group_16": 0.0306,
            "oc_per_group": 0.158, "oc_per_group_8": -0.00568, "oc_per_group_32": -0.129, "groups":
            0.00623, "row": -0.215, "row_16": 0.227, "row_128": -0.00987, "rows": 0.014, "rows_16":
            -0.00849, "image_256": -0.00215, "double": -0.601, "complex": -0.559, "complex_double":
            -1.17, "integer": -0.505, "narrow_integer": -0.479, "converted": 0.0251, "half": 0.398,
            "channels_last": 0.0382, "channels_last_channels": -0.00303, "stride": -0.0173,
            "dilation": -0.00748, "bordered": 0.101, "bordered_padded": 0.0434, "rank_1": -0.0857,
            "rank_3": -0.026},
    },
    "naive": {
        "": {"call": 8.24e-07, "wake": 5e-06, "flops": 1e-11, "beyond_l2": 2e-11, "beyond_l3":
            5e-11, "outputs": 1e-11, "outputs_half": 1e-10, "outputs_last": 1e-10, "channel_planes":
            1e-09, "bytes": 4.35e-07, "packed": 2e-11, "gathered": 1e-10, "runs": 5e-09,
            "runs_bordered": 5e-09, "work_items": 1e-07, "work_item_products": 1e-10, "workers":
            -0.7, "taps": -0.457, "taps_8": 0.103, "taps_64": 0.0915, "kernel_row": 0.142,
            "ic_per_group": -0.34, "ic_per_group_16": 0.0622, "oc_per_group": -0.523,
            "oc_per_group_8": 0.253, "oc_per_group_32": 0.32, "groups": 0.0137, "row": -0.0327,
            "row_16": -0.0268, "row_128": 0.137, "rows": -0.0168, "rows_16": 0.0819, "image":
            -0.00634, "image_32": -0.0434, "image_256": 0.0623, "double": -0.734, "complex": -1.82,
            "complex_double": -2.7, "integer": -0.951, "narrow_integer": -0.925, "converted":
            0.0248, "half": 0.0498, "channels_last": -0.155, "channels_last_channels": 0.0461,
            "stride": -0.0317, "dilation": 0.0129, "bordered": 0.262, "bordered_padded": 0.0144,
            "rank_1": -0.153, "rank_3": 0.158},
    },
}

PREPARE: dict[str, dict[str, dict[str, float]]] = {
    "direct": {
        "": {"call": 3.94e-06, "wake": 5e-06, "prepared": 1.53e-11, "weights": 4.01e-12, "filters":
            2.9e-09, "workers": -0.1, "taps": 0.212, "taps_8": -0.149, "taps_64": 0.0293,
            "kernel_row": 0.00409, "ic_per_group": 0.166, "ic_per_group_16": -0.0129,
            "oc_per_group": -0.0941, "oc_per_group_8": 0.0321, "oc_per_group_32": 0.086, "groups":
            0.0316, "row": 0.0804, "row_16": 0.022, "row_128": -0.0362, "rows": 0.0634, "rows_16":
            -0.0766, "image": 0.00564, "image_32": -0.174, "image_256": 0.112, "double": -0.0525,
            "complex": 0.806, "complex_double": 0.71, "integer": 0.152, "narrow_integer": 1.09,
            "converted": 0.152, "half": 0.207, "channels_last": 0.768, "channels_last_channels":
            0.0461, "stride": -0.032, "dilation": 0.0465, "bordered": -0.2, "bordered_padded":
            0.0283, "rank_1": -0.179, "rank_3": 0.21},
        "depthwise": {"call": 4.39e-06, "wake": 5e-06, "prepared": 7.1e-12, "weights": 2.17e-11,
            "filters": 4.88e-10, "workers": -0.1, "taps": 0.612, "taps_8": -1.09, "taps_64": 0.42,
            "kernel_row": 0.293, "ic_per_group": 0.166, "ic_per_group_16": -0.0129, "oc_per_group":
            -0.0941, "oc_per_group_8": 0.0321, "oc_per_group_32": 0.086, "groups": -0.0643, "row":
            -0.0904, "row_16": 0.06, "row_128": -0.0107, "rows": 0.14, "rows_16": -0.17, "image":
            0.234, "image_32": -0.695, "image_256": 0.592, "double": -0.158, "complex": 0.806,
            "complex_double": 0.71, "integer": -1.44, "narrow_integer": 0.967, "converted": 0.346,
            "half": 0.76, "channels_last": 0.984, "channels_last_channels": 0.00662, "stride":
            -0.169, "dilation": -0.707, "bordered": -0.204, "bordered_padded": 0.0765, "rank_1":
            -0.607, "rank_3": 0.258},
        "dot": {"call": 3.48e-06, "wake": 5e-06, "prepared": 1.34e-11, "weights": 4.13e-12,
            "filters": 3.12e-09, "workers": -0.107, "taps": 0.0899, "taps_8": -0.192, "taps_64":
            0.0793, "kernel_row": 0.0794, "ic_per_group": 0.522, "ic_per_group_16": -0.0129,
            "oc_per_group": 0.251, "oc_per_group_8": 0.0321, "oc_per_group_32": 0.086, "groups":
            0.189, "row": -0.275, "row_16": 0.0192, "row_128": 0.118, "rows": 0.234, "rows_16":
            -0.0857, "image": -0.142, "image_32": -0.00301, "image_256": 0.381, "double": -0.29,
            "complex": 0.806, "complex_double": 0.848, "integer": 0.847, "narrow_integer": 0.616,
            "converted": 0.249, "half": 0.207, "channels_last": 0.913, "channels_last_channels":
            0.256, "stride": 0.251, "dilation": 0.0465, "bordered": -0.203, "bordered_padded":
            0.0152, "rank_1": -0.207, "rank_3": 0.031},
        "igemm": {"call": 4.4e-06, "wake": 5e-06, "prepared": 2.33e-11, "weights": 2.02e-12,
            "filters": 5.45e-09, "workers": -0.1, "taps": -0.277, "taps_8": 0.441, "taps_64":
            -0.119, "kernel_row": 0.102, "ic_per_group": 0.227, "ic_per_group_16": 0.0457,
            "oc_per_group": -0.00804, "oc_per_group_8": 0.116, "oc_per_group_32": -0.0669, "groups":
            0.0699, "row": 0.14, "row_16": 0.0424, "row_128": -0.0835, "rows": 0.0645, "rows_16":
            -0.0541, "image": -0.0978, "image_32": -0.0812, "image_256": 0.0451, "double": 0.0491,
            "complex": 0.825, "complex_double": 0.896, "integer": 0.327, "narrow_integer": 1.01,
            "converted": 0.221, "half": -0.0195, "channels_last": 1.08, "channels_last_channels":
            -0.00533, "stride": -0.0208, "dilation": 0.184, "bordered": -0.244, "bordered_padded":
            0.0318, "rank_1": -0.896, "rank_3": 0.356},
        "pointwise": {"call": 5.35e-06, "wake": 5e-06, "prepared": 2.56e-11, "weights": 2.56e-12,
            "filters": 1.01e-09, "workers": -0.1, "taps": 0.212, "taps_8": -0.149, "taps_64":
            0.0293, "kernel_row": 0.00409, "ic_per_group": 0.201, "ic_per_group_16": -0.063,
            "oc_per_group": -0.859, "oc_per_group_8": 1.34, "oc_per_group_32": -0.372, "groups":
            0.822, "row": 0.217, "row_16": -0.233, "row_128": -0.00922, "rows": -0.196, "rows_16":
            0.196, "image": 0.126, "image_32": -0.205, "image_256": -0.0042, "double": 0.377,
            "complex": 1.53, "complex_double": 1.28, "integer": 0.301, "narrow_integer": 0.924,
            "converted": 0.344, "half": 0.358, "channels_last": -0.104, "channels_last_channels":
            0.182, "stride": 0.0424, "dilation": 0.0363, "bordered": -0.2, "bordered_padded":
            0.0283, "rank_1": -0.715, "rank_3": 0.1},
        "spatial_1": {"call": 3.04e-06, "wake": 5e-06, "prepared": 1.52e-11, "weights": 4.01e-12,
            "filters": 1.02e-06, "workers": -0.484, "taps": 0.0116, "taps_8": 0.0349, "taps_64":
            0.113, "kernel_row": 0.00945, "ic_per_group": 0.289, "ic_per_group_16": 1.09,
            "oc_per_group": -0.0941, "oc_per_group_8": 0.0321, "oc_per_group_32": 0.086, "groups":
            -0.436, "row": -0.0532, "row_16": 0.307, "row_128": -0.057, "rows": 0.185, "rows_16":
            -0.0295, "image": -0.298, "image_32": 0.121, "image_256": 0.0403, "double": 0.246,
            "complex": 0.806, "complex_double": 0.71, "integer": -0.0397, "narrow_integer": 1.23,
            "converted": 0.331, "half": 0.31, "channels_last": 0.347, "channels_last_channels":
            -0.198, "stride": -0.0358, "dilation": 0.0435, "bordered": -0.0502, "bordered_padded":
            -0.0445, "rank_1": -0.34, "rank_3": 0.242},
        "spatial_2": {"call": 3.75e-06, "wake": 5e-06, "prepared": 1.02e-11, "weights": 3.79e-12,
            "filters": 5.7e-09, "workers": -0.1, "taps": 0.263, "taps_8": -0.333, "taps_64": 0.0184,
            "kernel_row": 0.125, "ic_per_group": 0.141, "ic_per_group_16": -0.363, "oc_per_group":
            -0.248, "oc_per_group_8": 0.0321, "oc_per_group_32": 0.086, "groups": -0.0337, "row":
            0.169, "row_16": -0.025, "row_128": 0.328, "rows": 0.461, "rows_16": -0.00782, "image":
            -0.157, "image_32": -0.088, "image_256": -0.187, "double": -0.318, "complex": 1.15,
            "complex_double": 0.699, "integer": -0.462, "narrow_integer": 1.82, "converted": 1.01,
            "half": 0.962, "channels_last": 0.297, "channels_last_channels": 0.162, "stride":
            -0.0769, "dilation": -0.274, "bordered": 0.0352, "bordered_padded": 0.238, "rank_1":
            0.299, "rank_3": 0.822},
        "spatial_4": {"call": 4e-06, "wake": 5e-06, "prepared": 7.65e-12, "weights": 2.7e-11,
            "filters": 8.04e-09, "workers": -0.1, "taps": 0.244, "taps_8": -0.256, "taps_64":
            0.0645, "kernel_row": 0.0259, "ic_per_group_16": 0.108, "oc_per_group": -0.111,
            "oc_per_group_8": 0.0822, "oc_per_group_32": 0.086, "groups": -0.0881, "row": -0.0621,
            "row_16": 0.128, "row_128": 0.212, "rows": 0.209, "rows_16": -0.0803, "image": 0.143,
            "image_32": -0.393, "image_256": 0.0723, "double": 0.237, "complex": 1.41,
            "complex_double": 0.371, "integer": -0.503, "narrow_integer": 1.7, "converted": 0.71,
            "half": 0.166, "channels_last": 1.34, "channels_last_channels": -0.00522, "stride":
            -0.158, "dilation": 0.169, "bordered": -0.361, "bordered_padded": -0.346, "rank_1":
            -0.559, "rank_3": -0.043},
        "spatial_in_out": {"call": 3.75e-06, "wake": 5e-06, "prepared": 3.33e-11, "weights":
            3.16e-12, "filters": 2.05e-09, "workers": -0.102, "taps": -0.209, "taps_8": 0.178,
            "taps_64": -0.0544, "kernel_row": 0.156, "ic_per_group": 0.0122, "ic_per_group_16":
            0.0188, "oc_per_group": 0.00291, "oc_per_group_8": 0.0129, "oc_per_group_32": -0.0408,
            "groups": 0.00923, "row": 0.29, "row_16": -0.28, "row_128": 0.0576, "rows": 0.023,
            "rows_16": 0.0158, "image": 0.0232, "image_32": -0.033, "image_256": -0.0281, "double":
            -0.27, "complex": 0.806, "complex_double": 0.71, "integer": 0.153, "narrow_integer":
            1.09, "converted": -0.244, "half": 0.207, "channels_last": 0.768,
            "channels_last_channels": 0.0461, "stride": 0.0685, "dilation": -0.00835, "bordered":
            -0.117, "bordered_padded": 0.0873, "rank_1": -0.411, "rank_3": -0.228},
        "stencil": {"call": 3.84e-06, "wake": 5e-06, "prepared": 3.22e-11, "weights": 4.65e-12,
            "filters": 1.36e-09, "workers": -0.1, "taps": -0.139, "taps_8": -0.221, "taps_64":
            0.197, "kernel_row": 0.35, "ic_per_group": 0.222, "ic_per_group_16": -0.66,
            "oc_per_group": -0.294, "oc_per_group_8": 0.545, "oc_per_group_32": 0.292, "groups":
            0.0357, "row": -1.32, "row_16": 1.52, "row_128": -0.0615, "rows": 0.25, "rows_16":
            0.0152, "image": 0.813, "image_32": -0.561, "image_256": -0.417, "double": 0.301,
            "complex": -0.145, "complex_double": 0.706, "integer": 0.297, "narrow_integer": 2.36,
            "converted": 0.0271, "half": 0.891, "channels_last": 0.527, "channels_last_channels":
            0.0931, "stride": 0.228, "dilation": -0.301, "bordered": -0.535, "bordered_padded":
            -0.202, "rank_1": -0.179, "rank_3": 0.35},
    },
    "separable": {
        "": {"call": 3.41e-05, "wake": 5e-06, "prepared": 1.86e-10, "weights": 1.54e-10, "filters":
            3.15e-09, "workers": -0.1, "taps": 0.143, "taps_8": 0.145, "taps_64": -0.0314,
            "kernel_row": -0.275, "groups": 0.171, "row": -0.818, "row_16": 0.739, "row_128": 0.213,
            "rows": -0.114, "rows_16": 0.03, "image": 0.506, "image_32": -0.271, "image_256":
            -0.122, "double": -0.894, "complex": 1.07, "integer": 0.669, "narrow_integer": -1.01,
            "converted": -0.266, "channels_last": 0.954, "channels_last_channels": -0.559, "stride":
            -4.66, "bordered": -1.34, "bordered_padded": 0.194, "rank_1": -0.388, "rank_3": -0.395},
        "box": {"call": 2.51e-05, "wake": 5e-06, "prepared": 2.12e-10, "weights": 1.6e-10,
            "filters": 2.9e-09, "workers": -0.1, "taps": 0.145, "taps_8": -0.552, "taps_64":
            -0.0539, "kernel_row": -0.0863, "groups": -0.628, "row": -0.33, "row_16": 0.328,
            "row_128": -0.0991, "rows": -0.0317, "rows_16": 0.0299, "image": 0.665, "image_32":
            -0.225, "image_256": -0.361, "double": -1.3, "complex": 1.41, "integer": 0.676,
            "narrow_integer": 1.4, "converted": 2.2, "channels_last": -0.0138,
            "channels_last_channels": 0.253, "stride": -4.38, "bordered": -0.419, "bordered_padded":
            -0.0168, "rank_1": 0.00172, "rank_3": 0.143},
        "separable": {"call": 3.98e-05, "wake": 5e-06, "prepared": 2.12e-10, "weights": 1.64e-10,
            "filters": 3.55e-09, "workers": -0.1, "taps": 0.457, "taps_8": -0.549, "taps_64":
            0.0442, "kernel_row": 0.0122, "groups": 0.0185, "row": -0.057, "row_16": 0.333,
            "row_128": -0.269, "rows": 0.08, "rows_16": 0.111, "image": 0.0947, "image_32": -0.237,
            "image_256": -0.055, "double": -0.705, "complex": 1.45, "integer": 0.669,
            "narrow_integer": -1.01, "converted": -0.266, "channels_last": 0.487,
            "channels_last_channels": -0.411, "stride": -4.57, "bordered": -0.19, "bordered_padded":
            -0.0157, "rank_1": -0.388, "rank_3": 0.325},
    },
    "winograd": {
        "": {"call": 1.51e-05, "wake": 5e-06, "prepared": 1.49e-10, "weights": 2.46e-12, "filters":
            1.04e-08, "workers": -0.1, "taps": -0.129, "taps_8": 0.741, "taps_64": -0.0262,
            "kernel_row": 0.213, "ic_per_group": -0.097, "ic_per_group_16": 0.164, "oc_per_group":
            -0.0325, "oc_per_group_8": 0.0642, "oc_per_group_32": 0.056, "groups": -0.0469, "row":
            0.0486, "row_16": -0.0411, "row_128": 0.134, "rows": -0.0362, "rows_16": 0.0817,
            "image": -0.0134, "image_32": -0.0543, "image_256": 0.0516, "double": -0.29, "complex":
            0.959, "complex_double": 0.286, "channels_last": -0.00536, "channels_last_channels":
            0.0679, "dilation": -0.00872, "bordered": 0.0826, "bordered_padded": -0.0829, "rank_1":
            -0.0691, "rank_3": -0.655},
        "tiles_in_lanes": {"call": 1.22e-05, "wake": 5e-06, "prepared": 9.08e-11, "weights": 3e-12,
            "filters": 1.08e-08, "workers": -0.1, "taps": -0.149, "taps_8": 0.776, "taps_64":
            -0.656, "kernel_row": 0.7, "ic_per_group": -0.233, "ic_per_group_16": 0.34,
            "oc_per_group": -0.0813, "oc_per_group_8": 0.244, "oc_per_group_32": 0.0755, "groups":
            -0.13, "row": -0.0691, "row_16": 0.296, "row_128": 0.248, "rows": 0.639, "rows_16":
            -0.71, "image": -0.0551, "image_32": -0.296, "image_256": 0.218, "double": -0.343,
            "complex": 0.83, "complex_double": 0.243, "channels_last": -0.0838,
            "channels_last_channels": 0.0748, "dilation": -0.0916, "bordered": 0.0241,
            "bordered_padded": -0.00595, "rank_1": -0.206, "rank_3": -0.807},
    },
    "im2col": {
        "": {"call": 4.81e-06, "wake": 5e-06, "prepared": 1.04e-13, "weights": 1.45e-14, "filters":
            1.98e-11, "workers": -0.1, "taps": 0.358, "taps_8": -0.423, "taps_64": 0.247,
            "kernel_row": 0.0112, "ic_per_group": -1.09, "ic_per_group_16": 0.0996, "oc_per_group":
            0.18, "oc_per_group_8": -0.0996, "oc_per_group_32": -0.0419, "groups": -1.14, "row":
            0.218, "row_16": -0.337, "row_128": 0.223, "rows": -0.0122, "rows_16": -0.0123, "image":
            -0.0222, "image_32": -0.106, "image_256": 0.218, "double": -0.408, "complex": -0.393,
            "complex_double": -0.814, "converted": 0.0876, "half": 0.0876, "channels_last": 4.34,
            "channels_last_channels": 1.24, "stride": 0.0215, "dilation": -0.204, "bordered": 0.111,
            "bordered_padded": 0.0537, "rank_1": -0.299, "rank_3": -0.0733},
        "pointwise": {"call": 4.7e-06, "wake": 5e-06, "prepared": 1.04e-13, "weights": 1.45e-14,
            "filters": 1.98e-11, "workers": -0.101, "taps": 0.358, "taps_8": -0.423, "taps_64":
            0.247, "kernel_row": 0.0112, "ic_per_group": -1.1, "ic_per_group_16": 0.1,
            "oc_per_group": 0.174, "oc_per_group_8": -0.104, "oc_per_group_32": -0.0445, "groups":
            -1.14, "row": 0.215, "row_16": -0.339, "row_128": 0.222, "rows": -0.0129, "rows_16":
            -0.0125, "image": -0.0255, "image_32": -0.108, "image_256": 0.217, "double": -0.408,
            "complex": -0.393, "complex_double": -0.813, "converted": 0.0876, "half": 0.0876,
            "channels_last": 4.34, "channels_last_channels": 1.24, "stride": 0.0215, "dilation":
            -0.204, "bordered": 0.111, "bordered_padded": 0.0537, "rank_1": -0.299, "rank_3":
            -0.0733},
        "rows": {"call": 4.75e-06, "wake": 5e-06, "prepared": 1.6e-13, "weights": 1.43e-14,
            "filters": 1.88e-11, "workers": -0.1, "taps": 0.0466, "taps_8": -0.328, "taps_64":
            0.393, "kernel_row": 0.151, "ic_per_group": -0.193, "ic_per_group_16": 0.18,
            "oc_per_group": 0.108, "oc_per_group_8": -0.243, "oc_per_group_32": -0.462, "groups":
            -0.148, "row": -0.217, "row_16": -1.01, "row_128": 0.243, "rows": -0.13, "rows_16":
            0.0416, "image": 0.359, "image_32": 0.0361, "image_256": -0.193, "double": -0.0636,
            "complex": -0.393, "complex_double": -0.814, "converted": 2.54, "half": 2.54,
            "channels_last": 3.86, "channels_last_channels": 1.24, "stride": 0.0215, "dilation":
            0.0685, "bordered": 0.111, "bordered_padded": 0.0537, "rank_1": -0.32, "rank_3":
            -0.0327},
        "windows": {"call": 4.88e-06, "wake": 5e-06, "prepared": 8.33e-14, "weights": 1.11e-14,
            "filters": 1.41e-11, "workers": -0.1, "taps": 0.359, "taps_8": -0.456, "taps_64": 0.3,
            "kernel_row": 0.0301, "ic_per_group": -1.45, "ic_per_group_16": 0.125, "oc_per_group":
            0.215, "oc_per_group_8": -0.132, "oc_per_group_32": -0.0335, "groups": -1.46, "row":
            0.243, "row_16": -0.362, "row_128": 0.239, "rows_16": -0.0236, "image": -0.0271,
            "image_32": -0.125, "image_256": 0.24, "double": -0.437, "complex": -0.406,
            "complex_double": -0.819, "converted": 0.0965, "half": 0.0965, "channels_last": 4.43,
            "channels_last_channels": 1.57, "stride": 0.0237, "dilation": -0.221, "bordered": 0.126,
            "bordered_padded": 0.0521, "rank_1": -0.327, "rank_3": -0.0224},
    },
    "fft_tiled": {
        "": {"call": 1.2e-05, "wake": 5e-06, "prepared": 2.46e-10, "weights": 6.06e-13, "filters":
            3.42e-10, "workers": -0.1, "taps": 0.00312, "taps_8": 0.0119, "taps_64": 0.0775,
            "kernel_row": 0.0515, "ic_per_group": -0.0222, "ic_per_group_16": -0.0551,
            "oc_per_group": -0.0106, "oc_per_group_8": 0.00989, "oc_per_group_32": -0.137, "groups":
            -0.0154, "row": -0.00191, "row_16": -0.0261, "row_128": 0.0503, "rows": -0.011,
            "rows_16": 0.0235, "image": 0.0736, "image_32": -0.101, "image_256": 0.0221, "double":
            -0.742, "complex": 0.0717, "complex_double": -0.786, "converted": 0.294, "half": -0.216,
            "channels_last": 0.0899, "channels_last_channels": -0.0104, "stride": -0.149,
            "dilation": -0.00164, "bordered": -0.103, "bordered_padded": 0.0425, "rank_1": -0.17,
            "rank_3": 0.0944},
        "l3_filters": {"call": 6.28e-05, "wake": 5e-06, "prepared": 8.45e-11, "weights": 3.64e-13,
            "filters": 3.55e-10, "workers": -0.1, "taps": 0.0612, "taps_8": -0.00783, "taps_64":
            0.12, "kernel_row": 0.0543, "ic_per_group": 0.178, "ic_per_group_16": -0.0246,
            "oc_per_group": -0.283, "oc_per_group_8": 0.412, "oc_per_group_32": 0.0634, "groups":
            0.193, "row": 0.016, "row_16": 0.0737, "row_128": -0.0818, "rows": 0.0507, "rows_16":
            -0.0298, "image": -0.0351, "image_32": 0.101, "image_256": -0.0402, "double": -0.551,
            "complex": 0.554, "complex_double": -0.466, "converted": 0.106, "half": 0.0339,
            "channels_last": -0.348, "channels_last_channels": 0.0556, "stride": 0.0999, "dilation":
            -0.0616, "bordered": -0.0752, "bordered_padded": 0.301, "rank_1": -0.184, "rank_3":
            0.354},
        "memory_filters": {"call": 1.62e-05, "wake": 5e-06, "prepared": 2.49e-10, "weights":
            3.45e-13, "filters": 3.53e-10, "workers": -0.121, "taps": -0.014, "taps_8": 1.11,
            "taps_64": -0.813, "kernel_row": -0.748, "ic_per_group": 0.871, "ic_per_group_16":
            -1.69, "oc_per_group": 0.567, "oc_per_group_8": -0.0289, "oc_per_group_32": -0.755,
            "groups": 0.00917, "row": 0.0443, "row_16": -0.105, "row_128": -1.82, "rows": -0.474,
            "rows_16": 0.262, "image": 0.114, "image_32": -0.25, "image_256": 1.5, "double": -0.339,
            "complex": -0.477, "complex_double": -3.24, "converted": 1.12, "half": -0.938,
            "channels_last": -7.46, "channels_last_channels": 0.532, "stride": -0.946, "dilation":
            -2.43, "bordered": -0.0889, "bordered_padded": 0.0434, "rank_1": 2.84, "rank_3": 0.702},
    },
    "fft": {
        "": {"call": 4.13e-05, "wake": 5e-06, "prepared": 6.33e-10, "weights": 9.53e-10, "filters":
            3.06e-07, "workers": -0.1, "taps": 0.0146, "taps_8": -0.0143, "taps_64": -0.0119,
            "kernel_row": 0.096, "ic_per_group": 0.0878, "ic_per_group_16": 0.0819, "oc_per_group":
            0.0713, "oc_per_group_8": 0.0228, "oc_per_group_32": -0.0704, "groups": 0.044, "row":
            0.0235, "row_16": -0.0098, "row_128": 0.0287, "rows": -0.0445, "rows_16": 0.0571,
            "image": -0.135, "image_32": 0.0935, "image_256": 0.0722, "double": -0.323, "complex":
            0.0686, "complex_double": -0.374, "converted": 0.286, "half": -0.237, "channels_last":
            0.00249, "channels_last_channels": 0.00583, "stride": 0.0512, "dilation": 0.0829,
            "bordered": 0.0515, "bordered_padded": -0.0295, "rank_1": -0.963, "rank_3": 0.368},
    },
    "cython": {
        "": {"call": 1.21e-05, "wake": 5e-06, "prepared": 4.1e-13, "weights": 6.06e-13, "filters":
            1.65e-12, "workers": -0.1, "taps": 0.203, "taps_8": 0.0418, "taps_64": 0.0723,
            "kernel_row": -0.0156, "ic_per_group": 0.315, "ic_per_group_16": -0.153, "oc_per_group":
            0.0724, "oc_per_group_8": 0.146, "oc_per_group_32": 0.00494, "groups": 0.217, "row":
            0.448, "row_16": -0.3, "row_128": 0.109, "rows": 0.0714, "rows_16": 0.103, "image":
            -0.204, "image_32": -0.0676, "image_256": 0.426, "double": 0.0534, "complex": -0.302,
            "complex_double": -0.205, "integer": -0.288, "narrow_integer": -0.606, "converted":
            0.659, "half": 2.23, "channels_last": 0.586, "channels_last_channels": 0.153, "stride":
            0.0779, "dilation": -0.0662, "bordered": 0.202, "bordered_padded": -0.0707, "rank_1":
            -0.744, "rank_3": 0.0557},
    },
    "naive": {
        "": {"call": 1.4e-06, "wake": 5e-06, "prepared": 1e-10, "weights": 2.3e-12, "filters":
            1.65e-08, "workers": -0.7, "taps": 0.667, "taps_8": 0.0135, "taps_64": -0.0546,
            "kernel_row": -0.0601, "ic_per_group": 0.621, "ic_per_group_16": 0.032, "oc_per_group":
            0.038, "oc_per_group_8": -0.0271, "oc_per_group_32": 0.0397, "groups": 0.019, "row":
            0.0182, "row_16": 0.0117, "row_128": -0.311, "rows": -0.00472, "rows_16": 0.23, "image":
            0.0104, "image_32": -0.144, "image_256": 0.374, "double": -0.048, "complex": 0.112,
            "complex_double": 0.0665, "integer": -0.512, "narrow_integer": -0.597, "converted":
            -0.215, "half": 0.428, "channels_last": 0.0821, "channels_last_channels": 0.0191,
            "stride": 0.012, "dilation": -0.031, "bordered": -0.0145, "bordered_padded": -0.00388,
            "rank_1": 0.0528, "rank_3": 0.0053},
    },
}
