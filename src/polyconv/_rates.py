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
    "date": "2026-11-30",
    "command": "python -m benchmarks.cost_model fit --problems 1200 --workers 1 2 --budget 0.05",
    "problems": 2814,
    "machine": {"cpu": "Intel(R) Xeon(R) Processor", "isa": "v4", "cpus": 2},
    "caches": {"l1": 49152, "l2": 2097152, "l3": 272629760},
    "libraries": {"numpy": "2.4.6", "scipy": "1.17.1"},
    "caution": {"direct": 1.0, "im2col": 1.15, "fft_tiled": 1.05, "fft": 1.0, "cython": 1.15,
        "winograd": 1.05, "naive": 1.0, "separable": 1.0},
}

UNITS: dict[str, dict[str, float]] = {
    "v4": {"cycle": 3.44e-10, "add_float32": 1.14e-11, "add_float64": 2.27e-11, "add_int64": 9e-11,
        "add_int32": 3.38e-11, "add_int16": 1.1e-11, "gemm_float32": 1.43e-11, "gemm_float64":
        2.95e-11, "fft_float32": 6.81e-11, "fft_float64": 1.22e-10, "copy_l1": 5.55e-12, "copy_l2":
        2.52e-11, "copy_l3": 6.22e-11, "copy_memory": 1.4e-10, "stream_memory": 3.98e-11, "call":
        3.02e-07, "call_python": 1.05e-06, "hand_over": 3.42e-07, "wake_up": 2.39e-05},
    "v3": {"cycle": 3.03e-10, "add_float32": 1.87e-11, "add_float64": 3.96e-11, "add_int64":
        2.27e-10, "add_int32": 3.95e-11, "add_int16": 1.28e-11, "gemm_float32": 2.5e-11,
        "gemm_float64": 4.99e-11, "fft_float32": 6.4e-11, "fft_float64": 1.12e-10, "copy_l1":
        5.09e-12, "copy_l2": 2.32e-11, "copy_l3": 6.32e-11, "copy_memory": 1.46e-10,
        "stream_memory": 4.02e-11, "call": 2.64e-07, "call_python": 9.53e-07, "hand_over": 3.06e-07,
        "wake_up": 2.5e-05},
    "base": {"cycle": 3.21e-10, "add_float32": 5.49e-11, "add_float64": 1.1e-10, "add_int64":
        4.56e-10, "add_int32": 1.91e-10, "add_int16": 2.81e-11, "gemm_float32": 7.84e-11,
        "gemm_float64": 1.47e-10, "fft_float32": 6.3e-11, "fft_float64": 1.12e-10, "copy_l1":
        1.03e-11, "copy_l2": 2.25e-11, "copy_l3": 6.09e-11, "copy_memory": 1.51e-10,
        "stream_memory": 4.07e-11, "call": 2.43e-07, "call_python": 9.54e-07, "hand_over": 3.21e-07,
        "wake_up": 2.69e-05},
}

RESIDUALS: dict[str, dict[str, float]] = {
    "direct": {"problems": 2759, "median": 1.14, "rms": 1.37, "p90": 1.65},
    "direct depthwise": {"problems": 263, "median": 1.23, "rms": 1.49, "p90": 1.92},
    "direct dot": {"problems": 39, "median": 1.19, "rms": 1.35, "p90": 1.53},
    "direct igemm": {"problems": 566, "median": 1.18, "rms": 1.4, "p90": 1.77},
    "direct igemm_int8x4": {"problems": 19, "median": 1.25, "rms": 1.39, "p90": 1.71},
    "direct pointwise": {"problems": 104, "median": 1.19, "rms": 1.56, "p90": 2.02},
    "direct spatial_1": {"problems": 363, "median": 1.09, "rms": 1.34, "p90": 1.62},
    "direct spatial_2": {"problems": 185, "median": 1.22, "rms": 1.52, "p90": 2.02},
    "direct spatial_4": {"problems": 97, "median": 1.28, "rms": 1.61, "p90": 2.14},
    "direct spatial_8": {"problems": 222, "median": 1.1, "rms": 1.25, "p90": 1.47},
    "direct spatial_in_out": {"problems": 149, "median": 1.11, "rms": 1.33, "p90": 1.36},
    "direct stencil": {"problems": 734, "median": 1.11, "rms": 1.25, "p90": 1.4},
    "direct stencil_zero_copy": {"problems": 18, "median": 1.26, "rms": 1.36, "p90": 1.67},
    "direct, preparing": {"problems": 2759, "median": 1.15, "rms": 1.46, "p90": 1.76},
    "separable": {"problems": 548, "median": 1.11, "rms": 1.26, "p90": 1.38},
    "separable box": {"problems": 292, "median": 1.1, "rms": 1.24, "p90": 1.44},
    "separable separable": {"problems": 256, "median": 1.12, "rms": 1.29, "p90": 1.36},
    "separable, preparing": {"problems": 548, "median": 1.17, "rms": 1.56, "p90": 1.99},
    "winograd": {"problems": 404, "median": 1.16, "rms": 1.32, "p90": 1.58},
    "winograd tiles_in_lanes": {"problems": 96, "median": 1.14, "rms": 1.29, "p90": 1.41},
    "winograd, preparing": {"problems": 404, "median": 1.12, "rms": 1.33, "p90": 1.49},
    "im2col": {"problems": 2373, "median": 1.16, "rms": 1.36, "p90": 1.64},
    "im2col pointwise": {"problems": 96, "median": 1.19, "rms": 1.49, "p90": 1.95},
    "im2col rows": {"problems": 1187, "median": 1.11, "rms": 1.23, "p90": 1.38},
    "im2col windows": {"problems": 1090, "median": 1.23, "rms": 1.47, "p90": 1.83},
    "im2col, preparing": {"problems": 2373, "median": 1.05, "rms": 1.28, "p90": 1.22},
    "fft_tiled": {"problems": 2637, "median": 1.15, "rms": 1.27, "p90": 1.47},
    "fft_tiled l3_filters": {"problems": 348, "median": 1.16, "rms": 1.31, "p90": 1.55},
    "fft_tiled memory_filters": {"problems": 60, "median": 1.18, "rms": 1.28, "p90": 1.49},
    "fft_tiled, preparing": {"problems": 2637, "median": 1.11, "rms": 1.66, "p90": 1.53},
    "fft": {"problems": 2643, "median": 1.11, "rms": 1.27, "p90": 1.4},
    "fft, preparing": {"problems": 2643, "median": 1.19, "rms": 1.42, "p90": 1.7},
    "cython": {"problems": 1546, "median": 1.19, "rms": 1.29, "p90": 1.51},
    "cython, preparing": {"problems": 1546, "median": 1.05, "rms": 1.17, "p90": 1.16},
    "naive": {"problems": 203, "median": 1.17, "rms": 1.41, "p90": 1.62},
    "naive, preparing": {"problems": 203, "median": 1.11, "rms": 1.2, "p90": 1.34},
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
    "groups": (0.0, 9.57),
    "row": (0.0, 22.8),
    "row_16": (0.0, 18.8),
    "row_128": (0.0, 15.8),
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
    "direct": {"v3": 1.86, "base": 5.37},
    "separable": {},
    "winograd": {"v3": 1.82, "base": 3.25},
    "im2col": {"v3": 2.27, "base": 6.05},
    "fft_tiled": {"v3": 1.4, "base": 2.14},
    "fft": {"v3": 1.11, "base": 1.27},
    "cython": {"v3": 1.0, "base": 1.0},
    "naive": {"v3": 1.0, "base": 1.0},
}

RATES: dict[str, dict[str, dict[str, float]]] = {
    "direct": {
        "": {"call": 2.62e-07, "wake": 1.46e-06, "python": 3.67e-06, "flops": 8.3e-12, "beyond_l2":
            4.36e-11, "beyond_l3": 5e-11, "outputs": 1.98e-10, "outputs_half": 1.87e-10,
            "outputs_last": 1.36e-10, "channel_planes": 4.42e-10, "bytes": 3.4e-12, "packed":
            2.63e-11, "gathered": 2.89e-11, "runs": 3.07e-09, "runs_bordered": 9.26e-09,
            "work_items": 5.06e-08, "work_item_products": 1.78e-12, "workers": -0.601, "taps":
            0.0167, "taps_8": 0.0491, "taps_64": 0.0375, "kernel_row": -0.061, "ic_per_group":
            0.0158, "ic_per_group_16": 0.0385, "oc_per_group": -0.00461, "oc_per_group_8": -0.0537,
            "oc_per_group_32": 0.0691, "groups": -0.0185, "row": 0.147, "row_16": -0.131, "row_128":
            -0.0189, "rows": 0.022, "rows_16": -0.0221, "image": -0.152, "image_32": 0.0796,
            "image_256": 0.0658, "double": 0.568, "complex": -0.298, "complex_double": 0.242,
            "integer": 0.97, "narrow_integer": 0.109, "converted": 0.0929, "half": -0.0157,
            "channels_last": -0.0603, "channels_last_channels": 0.0112, "stride": -0.0166,
            "dilation": -0.0106, "bordered": 0.176, "bordered_padded": 0.087, "rank_1": -0.0184,
            "rank_3": 0.0791},
        "depthwise": {"call": 5.41e-07, "wake": 1.43e-06, "python": 2.82e-06, "flops": 1.04e-11,
            "beyond_l2": 4.9e-11, "beyond_l3": 5e-11, "outputs": 1.89e-10, "outputs_half": 1.68e-10,
            "outputs_last": 7.43e-11, "channel_planes": 4.27e-10, "bytes": 3.63e-12, "packed":
            2.25e-11, "gathered": 1.85e-11, "runs": 1.04e-09, "runs_bordered": 6.71e-09,
            "work_items": 4.85e-08, "work_item_products": 1.78e-12, "workers": -0.65, "taps":
            -0.098, "taps_8": 0.147, "taps_64": 0.0595, "kernel_row": -0.00456, "ic_per_group":
            0.0158, "ic_per_group_16": 0.0385, "oc_per_group": -0.00461, "oc_per_group_8": -0.0537,
            "oc_per_group_32": 0.0691, "groups": 0.00878, "row": 0.152, "row_16": -0.0512,
            "row_128": -0.0308, "rows": 0.0333, "rows_16": -0.00769, "image": -0.192, "image_32":
            0.138, "image_256": -0.0117, "double": 0.519, "complex": -0.298, "complex_double":
            0.242, "integer": 0.834, "narrow_integer": -0.341, "converted": 0.401, "half": 0.109,
            "channels_last": 0.0681, "channels_last_channels": 0.00381, "stride": 0.127, "dilation":
            -0.0361, "bordered": -0.087, "bordered_padded": 0.00652, "rank_1": -0.178, "rank_3":
            0.328},
        "dot": {"call": 3.93e-07, "wake": 1.45e-06, "python": 3.51e-06, "flops": 8.39e-12,
            "beyond_l2": 2.49e-11, "beyond_l3": 5e-11, "outputs": 1.97e-10, "outputs_half":
            1.87e-10, "outputs_last": 1.35e-10, "channel_planes": 4.42e-10, "bytes": 3.66e-12,
            "packed": 2.63e-11, "gathered": 3.03e-11, "runs": 3.1e-09, "runs_bordered": 9.26e-09,
            "work_items": 5.15e-08, "work_item_products": 1.77e-12, "workers": -0.686, "taps":
            -0.345, "taps_8": 0.325, "taps_64": 0.161, "kernel_row": -0.00217, "ic_per_group":
            0.0446, "ic_per_group_16": 0.0249, "oc_per_group": -0.141, "oc_per_group_8": -0.0537,
            "oc_per_group_32": 0.0691, "groups": -0.106, "row": 0.158, "row_16": -0.0701, "row_128":
            0.00397, "rows": -0.00252, "rows_16": 0.0519, "image": -0.0325, "image_32": -0.136,
            "image_256": 0.123, "double": 0.608, "complex": -0.464, "complex_double": 0.073,
            "integer": 0.263, "narrow_integer": 0.304, "converted": 0.098, "half": 0.111,
            "channels_last": -0.341, "channels_last_channels": 0.0294, "stride": 0.0295, "dilation":
            -0.0106, "bordered": 0.217, "bordered_padded": 0.311, "rank_1": -0.0255, "rank_3":
            -0.437},
        "igemm": {"call": 2.32e-07, "wake": 1.4e-06, "python": 3.52e-06, "flops": 1.24e-11,
            "beyond_l2": 8.65e-11, "beyond_l3": 5e-11, "outputs": 6e-10, "outputs_half": 1.42e-10,
            "outputs_last": 1.42e-10, "channel_planes": 5.35e-10, "bytes": 2.66e-12, "packed":
            2.08e-11, "gathered": 1.93e-11, "runs": 5.03e-09, "runs_bordered": 2.49e-09,
            "work_items": 5.95e-08, "work_item_products": 1.79e-12, "workers": -0.556, "taps":
            -0.0567, "taps_8": -0.0196, "taps_64": 0.0541, "kernel_row": 0.102, "ic_per_group":
            0.04, "ic_per_group_16": 0.0124, "oc_per_group": -0.0139, "oc_per_group_8": -0.0958,
            "oc_per_group_32": 0.117, "groups": 0.01, "row": 0.0355, "row_16": -0.00351, "row_128":
            -0.016, "rows": 0.0324, "rows_16": -0.0408, "image": -0.166, "image_32": 0.126,
            "image_256": 0.0365, "double": 0.628, "complex": -0.289, "complex_double": 0.13,
            "integer": 0.84, "narrow_integer": 0.00472, "converted": 0.456, "half": -0.308,
            "channels_last": -0.151, "channels_last_channels": 0.00801, "stride": 0.0322,
            "dilation": 0.0259, "bordered": 0.228, "bordered_padded": 0.121, "rank_1": -0.174,
            "rank_3": 0.168},
        "pointwise": {"call": 1.82e-07, "wake": 1.46e-06, "python": 3.67e-06, "flops": 8.56e-12,
            "beyond_l2": 7.92e-11, "beyond_l3": 5e-11, "outputs": 1.5e-10, "outputs_half": 1.61e-10,
            "outputs_last": 1.16e-10, "channel_planes": 4.41e-10, "bytes": 2.88e-12, "packed":
            2.72e-11, "gathered": 3.01e-11, "runs": 6.23e-09, "runs_bordered": 9.26e-09,
            "work_items": 4.44e-08, "work_item_products": 1.78e-12, "workers": -0.524, "taps":
            0.0167, "taps_8": 0.0491, "taps_64": 0.0375, "kernel_row": -0.061, "ic_per_group":
            -0.183, "ic_per_group_16": 0.219, "oc_per_group": 0.363, "oc_per_group_8": -0.528,
            "oc_per_group_32": 0.191, "groups": 0.0876, "row": 0.138, "row_16": -0.0336, "row_128":
            -0.0524, "rows": 0.0434, "rows_16": -0.0313, "image": -0.202, "image_32": 0.169,
            "image_256": -0.0119, "double": 0.534, "complex": -0.655, "complex_double": 0.184,
            "integer": 0.608, "narrow_integer": 0.32, "converted": 0.401, "half": -0.462,
            "channels_last": -0.102, "channels_last_channels": -0.00605, "stride": 0.054,
            "dilation": 0.0236, "bordered": 0.176, "bordered_padded": 0.087, "rank_1": -0.189,
            "rank_3": -0.0484},
        "spatial_1": {"call": 1.9e-07, "wake": 1.39e-06, "python": 4.4e-06, "flops": 6.95e-12,
            "beyond_l2": 3.6e-11, "beyond_l3": 5e-11, "outputs": 9.06e-11, "outputs_half": 1.84e-10,
            "outputs_last": 1.36e-10, "channel_planes": 3.84e-10, "bytes": 3.02e-12, "packed":
            2.35e-11, "gathered": 2.41e-11, "runs": 5.44e-09, "runs_bordered": 2.31e-08,
            "work_items": 6.75e-08, "work_item_products": 1.78e-12, "workers": -0.647, "taps":
            -0.0208, "taps_8": 0.0965, "taps_64": -0.0997, "kernel_row": 0.0487, "ic_per_group":
            0.0467, "ic_per_group_16": -0.163, "oc_per_group": -0.00461, "oc_per_group_8": -0.0537,
            "oc_per_group_32": 0.0691, "groups": -0.0449, "row": 0.168, "row_16": -0.0917,
            "row_128": -0.073, "rows": 0.00341, "rows_16": -0.00754, "image": -0.249, "image_32":
            0.231, "image_256": 0.00516, "double": 0.562, "complex": -0.298, "complex_double":
            0.242, "integer": 0.919, "narrow_integer": 0.296, "converted": -0.17, "half": 0.164,
            "channels_last": -0.0401, "channels_last_channels": 0.0873, "stride": 0.0754,
            "dilation": 0.0214, "bordered": 0.1, "bordered_padded": 0.263, "rank_1": -0.295,
            "rank_3": 0.198},
        "spatial_2": {"call": 2.26e-07, "wake": 1.4e-06, "python": 4.28e-06, "flops": 3.35e-12,
            "beyond_l2": 4.38e-11, "beyond_l3": 5e-11, "outputs": 9.82e-11, "outputs_half":
            1.75e-10, "outputs_last": 1.13e-10, "channel_planes": 3.61e-10, "bytes": 3.28e-12,
            "packed": 2.98e-11, "gathered": 3.78e-11, "runs": 3.03e-09, "runs_bordered": 1.06e-08,
            "work_items": 7.23e-08, "work_item_products": 1.78e-12, "workers": -0.669, "taps":
            0.114, "taps_8": -0.142, "taps_64": 0.0622, "kernel_row": -0.02, "ic_per_group": 0.0316,
            "ic_per_group_16": -0.257, "oc_per_group": -0.323, "oc_per_group_8": -0.0537,
            "oc_per_group_32": 0.0691, "groups": -0.0247, "row": -0.0127, "row_16": -0.00679,
            "row_128": -0.00521, "rows": 0.0782, "rows_16": -0.114, "image": -0.0212, "image_32":
            0.108, "image_256": -0.0792, "double": 0.561, "complex": -0.288, "complex_double":
            0.0524, "integer": 0.362, "narrow_integer": 0.719, "converted": -0.265, "half": 0.416,
            "channels_last": -0.444, "channels_last_channels": 0.204, "stride": 0.0501, "dilation":
            -0.143, "bordered": -0.138, "bordered_padded": 0.376, "rank_1": 0.392, "rank_3": 0.132},
        "spatial_4": {"call": 2.44e-07, "wake": 1.46e-06, "python": 3.62e-06, "flops": 5.96e-12,
            "beyond_l2": 6.39e-11, "beyond_l3": 5e-11, "outputs": 1.84e-10, "outputs_half":
            1.41e-10, "outputs_last": 1.34e-10, "channel_planes": 4.39e-10, "bytes": 3.33e-12,
            "packed": 5.32e-11, "gathered": 3.31e-11, "runs": 3.29e-09, "runs_bordered": 8.27e-09,
            "work_items": 5.52e-08, "work_item_products": 1.78e-12, "workers": -0.585, "taps":
            -0.00572, "taps_8": -0.0218, "taps_64": 0.0363, "kernel_row": 0.0207, "ic_per_group":
            0.00551, "ic_per_group_16": 0.0495, "oc_per_group": -0.0833, "oc_per_group_8": 0.215,
            "oc_per_group_32": 0.0691, "groups": -0.0299, "row": 0.0766, "row_16": -0.154,
            "row_128": 0.104, "rows": 0.0654, "rows_16": -0.059, "image": -0.109, "image_32":
            0.0414, "image_256": 0.065, "double": 0.641, "complex": -0.382, "complex_double":
            0.0763, "integer": 1.19, "narrow_integer": 0.177, "converted": 0.0814, "half": -0.0963,
            "channels_last": -0.186, "channels_last_channels": 0.1, "stride": 0.143, "dilation":
            -0.00628, "bordered": -0.0298, "bordered_padded": 0.504, "rank_1": 0.194, "rank_3":
            0.0182},
        "spatial_8": {"call": 2.11e-07, "wake": 1.18e-06, "python": 3.67e-06, "flops": 6.78e-12,
            "beyond_l2": 4.38e-11, "beyond_l3": 5e-11, "outputs": 2.11e-10, "outputs_half":
            1.86e-10, "outputs_last": 1.35e-10, "channel_planes": 4.06e-10, "bytes": 3.04e-12,
            "packed": 2.72e-11, "gathered": 2.97e-11, "runs": 3.41e-09, "runs_bordered": 9.96e-09,
            "work_items": 4.76e-08, "work_item_products": 1.78e-12, "workers": -0.565, "taps":
            -0.0446, "taps_8": 0.0271, "taps_64": -0.00529, "kernel_row": 0.0278, "ic_per_group":
            -0.00489, "ic_per_group_16": 0.0666, "oc_per_group": -0.0309, "oc_per_group_8": -0.0682,
            "oc_per_group_32": 0.112, "groups": -0.0208, "row": 0.0963, "row_16": -0.0954,
            "row_128": -0.00124, "rows": -0.00914, "rows_16": -0.00338, "image": -0.082, "image_32":
            0.11, "image_256": -0.0244, "double": 0.566, "complex": -0.405, "complex_double":
            -0.0892, "integer": 0.967, "narrow_integer": -0.382, "converted": 0.161, "half": -0.315,
            "channels_last": -0.122, "channels_last_channels": 0.0241, "stride": 0.0343, "dilation":
            -0.0455, "bordered": 0.123, "bordered_padded": 0.144, "rank_1": -0.114, "rank_3":
            0.0536},
        "spatial_in_out": {"call": 2.31e-07, "wake": 1.52e-06, "python": 3.64e-06, "flops":
            6.67e-12, "beyond_l2": 3.79e-11, "beyond_l3": 5e-11, "outputs": 2.38e-10,
            "outputs_half": 1.87e-10, "outputs_last": 1.36e-10, "channel_planes": 4.17e-10, "bytes":
            3e-12, "packed": 3.64e-11, "gathered": 2.67e-11, "runs": 2.72e-09, "runs_bordered":
            2.65e-08, "work_items": 3.66e-08, "work_item_products": 1.78e-12, "workers": -0.65,
            "taps": 0.0179, "taps_8": -0.00217, "taps_64": -0.0185, "kernel_row": -0.0171,
            "ic_per_group": 0.0311, "ic_per_group_16": 0.0535, "oc_per_group": -0.0525,
            "oc_per_group_8": 0.0385, "oc_per_group_32": -0.0131, "groups": -0.0267, "row": 0.102,
            "row_16": -0.0678, "row_128": -0.0254, "rows": -0.00134, "image": -0.111, "image_32":
            0.0407, "image_256": 0.0573, "double": 0.519, "complex": -0.298, "complex_double":
            0.242, "integer": 1.73, "narrow_integer": 0.109, "converted": -0.105, "half": -0.0157,
            "channels_last": -0.0603, "channels_last_channels": 0.0112, "stride": 0.0411,
            "dilation": -0.0462, "bordered": 0.067, "bordered_padded": 0.0238, "rank_1": -0.0707,
            "rank_3": 0.0313},
        "stencil": {"call": 3.36e-07, "wake": 1.54e-06, "python": 3.27e-06, "flops": 1.78e-11,
            "beyond_l2": 4.46e-11, "beyond_l3": 5e-11, "outputs": 1.74e-10, "outputs_half":
            1.62e-10, "outputs_last": 1.36e-10, "channel_planes": 4.41e-10, "bytes": 3.34e-12,
            "packed": 1.73e-11, "gathered": 6.43e-12, "runs": 2.91e-09, "runs_bordered": 4.88e-08,
            "work_items": 3.32e-08, "work_item_products": 1.78e-12, "workers": -0.645, "taps":
            -0.0458, "taps_8": 0.087, "taps_64": -0.0302, "kernel_row": 0.0241, "ic_per_group":
            0.0607, "ic_per_group_16": -0.00486, "oc_per_group": -0.103, "oc_per_group_8": 0.224,
            "oc_per_group_32": -0.187, "groups": -0.00421, "row": -0.0347, "row_16": -0.0422,
            "row_128": 0.015, "rows": 0.0397, "rows_16": -0.0482, "image": -0.0307, "image_32":
            -0.15, "image_256": 0.209, "double": 0.575, "complex": -0.662, "complex_double": 0.0348,
            "integer": 1.49, "narrow_integer": 0.265, "converted": -0.114, "half": 0.223,
            "channels_last": 0.0333, "channels_last_channels": 0.0113, "stride": 0.547, "dilation":
            0.0296, "bordered": 0.127, "bordered_padded": 0.0682, "rank_1": -0.0184, "rank_3":
            0.118},
    },
    "separable": {
        "": {"call": 4.33e-07, "wake": 4.61e-06, "python": 4e-06, "flops": 2.02e-12, "beyond_l2":
            4.77e-12, "beyond_l3": 5e-11, "outputs": 2.19e-12, "outputs_half": 1e-10,
            "outputs_last": 2.09e-12, "channel_planes": 6.09e-09, "bytes": 2.1e-12, "packed":
            2.52e-11, "gathered": 4.72e-12, "runs": 1.29e-08, "runs_bordered": 8.58e-09,
            "work_items": 8.11e-09, "work_item_products": 1.35e-11, "workers": -0.616, "taps":
            0.101, "taps_8": -0.151, "taps_64": 0.0586, "kernel_row": 0.183, "groups": -0.0142,
            "row": 0.0937, "row_16": -0.151, "row_128": 0.00752, "rows": 0.0379, "rows_16": -0.0489,
            "image": -0.00323, "image_32": -0.0298, "image_256": 0.0618, "double": 0.0578,
            "complex": 0.722, "integer": 0.0399, "narrow_integer": 0.136, "converted": 0.177,
            "channels_last": 0.00959, "channels_last_channels": 0.0555, "stride": 0.552, "bordered":
            0.0194, "bordered_padded": 0.0182, "rank_1": 0.608, "rank_3": 0.125},
        "box": {"call": 4.66e-07, "wake": 4.53e-06, "python": 4e-06, "flops": 1.97e-12, "beyond_l2":
            5.19e-12, "beyond_l3": 5e-11, "outputs": 2.15e-12, "outputs_half": 1e-10,
            "outputs_last": 2.05e-12, "channel_planes": 6.29e-09, "bytes": 2.67e-12, "packed":
            2.79e-11, "gathered": 4.23e-12, "runs": 1.4e-08, "runs_bordered": 5.78e-09,
            "work_items": 7.6e-09, "work_item_products": 1.34e-11, "workers": -0.646, "taps":
            0.0786, "taps_8": -0.156, "taps_64": 0.064, "kernel_row": 0.222, "groups": -0.0186,
            "row": 0.0733, "row_16": -0.122, "row_128": -0.0128, "rows": 0.0411, "rows_16": -0.0757,
            "image": 0.0125, "image_32": -0.0681, "image_256": 0.103, "double": 0.0126, "complex":
            0.758, "integer": 0.036, "narrow_integer": 0.133, "converted": 0.171, "channels_last":
            -0.0376, "channels_last_channels": 0.0495, "stride": 0.567, "bordered": -0.02,
            "bordered_padded": 0.177, "rank_1": 0.495, "rank_3": 0.23},
        "separable": {"call": 3.77e-07, "wake": 4.75e-06, "python": 4e-06, "flops": 2.17e-12,
            "beyond_l2": 5.15e-12, "beyond_l3": 5e-11, "outputs": 2.18e-12, "outputs_half": 1e-10,
            "outputs_last": 2.07e-12, "channel_planes": 6.52e-09, "bytes": 1.81e-12, "packed":
            2.09e-11, "gathered": 4.88e-12, "runs": 1.15e-08, "runs_bordered": 1.05e-08,
            "work_items": 8.74e-09, "work_item_products": 1.32e-11, "workers": -0.59, "taps": 0.12,
            "taps_8": -0.126, "taps_64": 0.0433, "kernel_row": 0.103, "groups": -0.0165, "row":
            0.115, "row_16": -0.214, "row_128": 0.00509, "rows": 0.0519, "rows_16": -0.0607,
            "image": 0.0179, "image_32": -0.0701, "image_256": 0.0888, "double": 0.0946, "complex":
            0.717, "integer": 0.0399, "narrow_integer": 0.136, "converted": 0.177, "channels_last":
            0.0691, "channels_last_channels": 0.0459, "stride": 0.551, "bordered": 0.0155,
            "bordered_padded": 0.0123, "rank_1": 0.608, "rank_3": -0.055},
    },
    "winograd": {
        "": {"call": 1.06e-06, "wake": 3.35e-06, "python": 4.2e-06, "flops": 3.12e-11, "beyond_l2":
            1.55e-10, "beyond_l3": 5.25e-11, "outputs": 6.57e-12, "outputs_half": 1.05e-10,
            "outputs_last": 1.45e-09, "channel_planes": 7.21e-08, "bytes": 1e-11, "packed":
            4.77e-13, "gathered": 1.05e-10, "runs": 5.25e-09, "runs_bordered": 5.25e-09,
            "work_items": 5.66e-09, "work_item_products": 1.09e-08, "workers": -0.598, "taps":
            0.249, "taps_8": -0.112, "taps_64": -0.201, "kernel_row": -0.415, "ic_per_group":
            -0.138, "ic_per_group_16": 0.19, "oc_per_group": -0.0265, "oc_per_group_8": -0.0618,
            "oc_per_group_32": 0.00884, "groups": 0.0127, "row": 0.00415, "row_16": 0.0866,
            "row_128": -0.017, "rows": 0.0313, "rows_16": -0.0138, "image": -0.0385, "image_32":
            -0.0208, "image_256": 0.00446, "double": 0.41, "complex": 0.0996, "complex_double":
            0.572, "channels_last": 0.0409, "channels_last_channels": -0.00475, "dilation": 0.0551,
            "bordered": 0.0749, "bordered_padded": 0.234, "rank_1": 0.0844, "rank_3": 0.13},
        "tiles_in_lanes": {"call": 5.7e-07, "wake": 3.08e-06, "python": 4.2e-06, "flops": 3.62e-11,
            "beyond_l2": 3.28e-11, "beyond_l3": 5.25e-11, "outputs": 6.51e-12, "outputs_half":
            1.05e-10, "outputs_last": 2.2e-09, "channel_planes": 4.81e-08, "bytes": 1.58e-11,
            "packed": 4.77e-13, "gathered": 1.05e-10, "runs": 5.25e-09, "runs_bordered": 5.25e-09,
            "work_items": 5.53e-09, "work_item_products": 4.99e-09, "workers": -0.628, "taps":
            -0.18, "taps_8": 0.0819, "taps_64": -0.0108, "kernel_row": -0.114, "ic_per_group":
            -0.0641, "ic_per_group_16": 0.068, "oc_per_group": -0.0447, "oc_per_group_8": -0.189,
            "oc_per_group_32": -0.00857, "groups": -0.0169, "row": 0.0193, "row_16": -0.054,
            "row_128": 0.0176, "rows": -0.0679, "rows_16": 0.0862, "image": 0.0473, "image_32":
            -0.0296, "image_256": -0.00376, "double": 0.393, "complex": 0.211, "complex_double":
            0.711, "channels_last": 0.175, "channels_last_channels": -0.0271, "dilation": 0.119,
            "bordered": 0.3, "bordered_padded": 0.303, "rank_1": 0.00422, "rank_3": 0.24},
    },
    "im2col": {
        "": {"call": 7.49e-06, "wake": 3.07e-06, "python": 4.6e-06, "flops": 2.21e-11, "beyond_l2":
            1.49e-10, "beyond_l3": 5.75e-11, "outputs": 4.08e-11, "outputs_half": 1.85e-10,
            "outputs_last": 3.51e-09, "channel_planes": 4.65e-10, "bytes": 2.49e-11, "packed":
            7.29e-11, "gathered": 2.21e-10, "runs": 9.25e-09, "runs_bordered": 7.27e-08,
            "work_items": 2.23e-07, "work_item_products": 2.51e-09, "workers": -0.616, "taps":
            -0.0319, "taps_8": 0.0995, "taps_64": -0.0769, "kernel_row": 0.00917, "ic_per_group":
            0.0321, "ic_per_group_16": -0.0235, "oc_per_group": 0.00641, "oc_per_group_8": -0.0435,
            "oc_per_group_32": 0.0652, "groups": -0.00819, "row": -0.0454, "row_16": 0.0846,
            "row_128": -0.0459, "rows": 0.0152, "rows_16": -0.0269, "image": -0.111, "image_32":
            -0.0565, "image_256": 0.157, "double": 0.0318, "complex": 0.272, "complex_double": 0.17,
            "converted": 0.0206, "half": 0.0206, "channels_last": 0.0733, "channels_last_channels":
            0.0725, "stride": 0.0733, "dilation": 0.053, "bordered": 0.0607, "bordered_padded":
            -0.056, "rank_1": -0.0115, "rank_3": 0.141},
        "pointwise": {"call": 7.98e-06, "wake": 3.07e-06, "python": 4.6e-06, "flops": 2.43e-11,
            "beyond_l2": 1.26e-10, "beyond_l3": 5.75e-11, "outputs": 4.6e-11, "outputs_half":
            1.85e-10, "outputs_last": 3.51e-09, "channel_planes": 4.78e-10, "bytes": 2.58e-11,
            "packed": 7.29e-11, "gathered": 2.21e-10, "runs": 9.25e-09, "runs_bordered": 7.27e-08,
            "work_items": 2.51e-07, "work_item_products": 3.22e-09, "workers": -0.291, "taps":
            -0.0319, "taps_8": 0.0995, "taps_64": -0.0769, "kernel_row": 0.00917, "ic_per_group":
            -0.243, "ic_per_group_16": 0.258, "oc_per_group": 0.0176, "oc_per_group_8": 0.0292,
            "oc_per_group_32": 0.0287, "groups": -0.00819, "row": -0.12, "row_16": 0.112, "row_128":
            -0.0333, "rows": -0.0248, "rows_16": 0.00986, "image": -0.0259, "image_32": 0.13,
            "image_256": -0.0882, "double": 0.364, "complex": -0.17, "complex_double": 0.591,
            "converted": 0.0206, "half": 0.0206, "channels_last": 0.0733, "channels_last_channels":
            0.0725, "stride": 0.0733, "dilation": -0.04, "bordered": 0.0607, "bordered_padded":
            -0.056, "rank_1": 0.0406, "rank_3": 0.183},
        "rows": {"call": 7.44e-06, "wake": 2.99e-06, "python": 4.6e-06, "flops": 2.3e-11,
            "beyond_l2": 1.34e-10, "beyond_l3": 5.75e-11, "outputs": 3.81e-11, "outputs_half":
            2.5e-10, "outputs_last": 2.18e-09, "channel_planes": 4.7e-10, "bytes": 1.27e-11,
            "packed": 1.15e-10, "gathered": 2.21e-10, "runs": 9.47e-09, "runs_bordered": 7.27e-08,
            "work_items": 2.56e-07, "work_item_products": 2.14e-09, "workers": -0.633, "taps":
            0.044, "taps_8": 0.025, "taps_64": -0.0703, "kernel_row": -0.00515, "ic_per_group":
            0.0433, "ic_per_group_16": -0.0347, "oc_per_group": 0.011, "oc_per_group_8": -0.0337,
            "oc_per_group_32": 0.0672, "groups": -0.0127, "row": -0.0757, "row_16": 0.113,
            "row_128": -0.0673, "rows": -0.00181, "rows_16": -0.023, "image": -0.143, "image_32":
            -0.0277, "image_256": 0.179, "double": 0.0522, "complex": 0.272, "complex_double": 0.17,
            "converted": -0.00871, "half": -0.00871, "channels_last": 0.0253,
            "channels_last_channels": 0.0725, "stride": 0.0733, "dilation": 0.0357, "bordered":
            0.0607, "bordered_padded": -0.056, "rank_1": 0.0987, "rank_3": 0.133},
        "windows": {"call": 7.31e-06, "wake": 3.13e-06, "python": 4.6e-06, "flops": 1.94e-11,
            "beyond_l2": 1.2e-10, "beyond_l3": 5.75e-11, "outputs": 3.8e-11, "outputs_half":
            1.67e-10, "outputs_last": 2.47e-09, "channel_planes": 4.8e-10, "bytes": 2.14e-11,
            "packed": 6.48e-11, "gathered": 1.55e-10, "runs": 1.05e-08, "runs_bordered": 4.77e-08,
            "work_items": 1.35e-07, "work_item_products": 1.46e-09, "workers": -0.613, "taps":
            -0.0189, "taps_8": 0.0629, "taps_64": -0.0439, "kernel_row": -0.00956, "ic_per_group":
            0.00988, "ic_per_group_16": -0.0214, "oc_per_group": 0.0132, "oc_per_group_8": -0.0682,
            "oc_per_group_32": 0.0611, "groups": -0.00705, "row": 0.0464, "row_16": -0.0287,
            "row_128": 0.00848, "rows": 0.0274, "rows_16": -0.00517, "image": -0.109, "image_32":
            -0.0769, "image_256": 0.143, "double": -0.063, "complex": 0.306, "complex_double":
            0.211, "converted": 0.0794, "half": 0.0794, "channels_last": 0.186,
            "channels_last_channels": 0.0658, "stride": 0.0734, "dilation": 0.0433, "bordered":
            0.0826, "bordered_padded": -0.0156, "rank_1": -0.033, "rank_3": 0.0682},
    },
    "fft_tiled": {
        "": {"call": 3.91e-07, "wake": 9.14e-07, "python": 5.2e-08, "flops": 1.61e-11, "beyond_l2":
            3.27e-11, "beyond_l3": 5.25e-11, "outputs": 1.44e-12, "outputs_half": 6.43e-12,
            "outputs_last": 8.33e-10, "channel_planes": 4.92e-10, "bytes": 3.74e-12, "packed":
            2.66e-13, "gathered": 1.05e-10, "runs": 5.25e-09, "runs_bordered": 5.25e-09,
            "work_items": 2.13e-10, "work_item_products": 1.24e-13, "workers": -0.682, "taps":
            -0.0382, "taps_8": 0.00374, "taps_64": -0.0031, "kernel_row": 0.0498, "ic_per_group":
            0.0714, "ic_per_group_16": -0.00604, "oc_per_group": -0.0241, "oc_per_group_8": 0.0174,
            "oc_per_group_32": 0.039, "groups": 0.0248, "row": -0.0128, "row_16": -0.0467,
            "row_128": 0.0541, "rows": 0.00551, "rows_16": -0.00553, "image": 0.0194, "image_32":
            0.0499, "image_256": -0.0483, "double": 0.485, "complex": 0.0974, "complex_double":
            0.559, "converted": 0.303, "half": -0.303, "channels_last": -0.0487,
            "channels_last_channels": 0.0352, "stride": 0.102, "dilation": -0.0423, "bordered":
            0.111, "bordered_padded": 0.106, "rank_1": -0.0421, "rank_3": -0.00245},
        "l3_filters": {"call": 4.52e-07, "wake": 9.53e-07, "python": 5.24e-08, "flops": 1.57e-11,
            "beyond_l2": 1.83e-11, "beyond_l3": 5.25e-11, "outputs": 1.45e-12, "outputs_half":
            6.53e-12, "outputs_last": 9.36e-10, "channel_planes": 4.9e-10, "bytes": 3.35e-12,
            "packed": 2.69e-13, "gathered": 1.05e-10, "runs": 5.25e-09, "runs_bordered": 5.25e-09,
            "work_items": 2.14e-10, "work_item_products": 1.25e-13, "workers": -0.725, "taps":
            0.0591, "taps_8": -0.00502, "taps_64": -0.0241, "kernel_row": -0.00241, "ic_per_group":
            0.137, "ic_per_group_16": 0.0989, "oc_per_group": -0.197, "oc_per_group_8": 0.33,
            "oc_per_group_32": -0.0446, "groups": 0.0715, "row": -0.0317, "row_16": -0.0224,
            "row_128": -0.0189, "rows": -0.00689, "rows_16": -0.0447, "image": 0.0336, "image_32":
            0.0276, "image_256": 0.0325, "double": 0.604, "complex": 0.128, "complex_double": 0.591,
            "converted": 0.0837, "half": -0.0542, "channels_last": 0.11, "channels_last_channels":
            -0.0204, "stride": 0.219, "dilation": -0.0601, "bordered": -0.141, "bordered_padded":
            0.0445, "rank_1": 0.158, "rank_3": -0.106},
        "memory_filters": {"call": 4.49e-07, "wake": 9.44e-07, "python": 5.24e-08, "flops":
            9.14e-12, "beyond_l2": 2.27e-11, "beyond_l3": 5.25e-11, "outputs": 1.45e-12,
            "outputs_half": 6.55e-12, "outputs_last": 7.65e-10, "channel_planes": 4.9e-10, "bytes":
            1.78e-11, "packed": 2.69e-13, "gathered": 1.05e-10, "runs": 5.25e-09, "runs_bordered":
            5.25e-09, "work_items": 2.15e-10, "work_item_products": 1.25e-13, "workers": -0.455,
            "taps": 0.0231, "taps_8": 0.0997, "taps_64": 0.0681, "kernel_row": -0.0226,
            "ic_per_group": 0.154, "ic_per_group_16": -0.102, "oc_per_group": 0.156,
            "oc_per_group_8": 0.0687, "oc_per_group_32": -0.257, "groups": 0.033, "row": 0.0108,
            "row_16": -0.0939, "row_128": -0.00535, "rows": -0.0435, "rows_16": 0.107, "image":
            -0.0474, "image_32": 0.147, "image_256": -0.0291, "double": 0.19, "complex": -0.00986,
            "complex_double": 0.151, "converted": -0.115, "half": -0.0623, "channels_last": 0.13,
            "channels_last_channels": -0.0274, "stride": 0.0234, "dilation": -0.176, "bordered":
            0.0898, "bordered_padded": 0.103, "rank_1": 0.142, "rank_3": -0.0449},
    },
    "fft": {
        "": {"call": 3.75e-05, "wake": 0.000344, "python": 2.53e-07, "flops": 7.51e-12, "beyond_l2":
            5.59e-11, "beyond_l3": 5e-11, "outputs": 1.3e-09, "outputs_half": 3.11e-11,
            "outputs_last": 1.04e-09, "channel_planes": 2.73e-09, "bytes": 3.02e-11, "packed":
            5.58e-10, "gathered": 1e-10, "runs": 5e-09, "runs_bordered": 5e-09, "work_items":
            4.89e-05, "work_item_products": 4.31e-11, "workers": -0.166, "taps": 0.0261, "taps_8":
            -0.0329, "taps_64": 0.00639, "kernel_row": 0.0124, "ic_per_group": -0.0604,
            "ic_per_group_16": 0.046, "oc_per_group": 0.145, "oc_per_group_8": -0.12,
            "oc_per_group_32": 0.0406, "row_16": 0.0185, "row_128": -0.0166, "rows_16": 0.0112,
            "image": 0.0188, "image_32": 0.00277, "image_256": -0.0309, "double": 0.104, "complex":
            0.137, "complex_double": 0.154, "converted": 0.0379, "half": 0.103, "channels_last":
            -0.00694, "channels_last_channels": 0.00401, "stride": 0.043, "dilation": 0.0114,
            "bordered": 0.176, "bordered_padded": 0.0657, "rank_1": -0.241, "rank_3": 0.0848},
    },
    "cython": {
        "": {"call": 2.1e-07, "wake": 3.36e-06, "python": 4.6e-06, "flops": 5.78e-11, "beyond_l2":
            1.36e-10, "beyond_l3": 5.75e-11, "outputs": 2e-09, "outputs_half": 1.86e-09,
            "outputs_last": 9.08e-10, "channel_planes": 3.15e-09, "bytes": 8.13e-11, "packed":
            2.41e-11, "gathered": 8.73e-10, "runs": 2.08e-09, "runs_bordered": 1.68e-10,
            "work_items": 2.97e-08, "work_item_products": 1.09e-10, "workers": -0.654, "taps":
            -0.0176, "taps_8": 0.0127, "taps_64": -0.0149, "kernel_row": 0.00683, "ic_per_group":
            -0.00907, "ic_per_group_16": 0.0167, "oc_per_group": 0.153, "oc_per_group_8": -0.0173,
            "oc_per_group_32": -0.111, "groups": 0.00169, "row": -0.157, "row_16": 0.181, "row_128":
            -0.034, "rows": 0.0305, "rows_16": -0.0348, "image": 0.0115, "image_32": -0.0347,
            "image_256": 0.023, "double": -0.209, "complex": -0.449, "complex_double": -0.998,
            "integer": -0.181, "narrow_integer": -0.101, "converted": 0.0835, "half": 0.446,
            "channels_last": -0.0475, "channels_last_channels": 0.00497, "stride": -0.0182,
            "dilation": -0.00462, "bordered": 0.135, "bordered_padded": 0.047, "rank_1": -0.077,
            "rank_3": 0.028},
    },
    "naive": {
        "": {"call": 1.34e-06, "wake": 5e-06, "python": 4e-06, "flops": 1e-11, "beyond_l2": 2e-11,
            "beyond_l3": 5e-11, "outputs": 1e-11, "outputs_half": 1e-10, "outputs_last": 1e-10,
            "channel_planes": 1e-09, "bytes": 3.8e-07, "packed": 2e-11, "gathered": 1e-10, "runs":
            5e-09, "runs_bordered": 5e-09, "work_items": 1e-07, "work_item_products": 1e-10,
            "workers": -0.7, "taps": -0.403, "taps_8": 0.109, "taps_64": 0.132, "kernel_row":
            0.0784, "ic_per_group": -0.333, "ic_per_group_16": 0.0774, "oc_per_group": -0.486,
            "oc_per_group_8": 0.179, "oc_per_group_32": 0.391, "groups": 0.0178, "row": -0.011,
            "row_16": -0.0115, "row_128": 0.0808, "rows": -0.0247, "rows_16": 0.0982, "image":
            -0.00449, "image_32": -0.0419, "image_256": 0.0468, "double": -0.718, "complex": -1.87,
            "complex_double": -2.66, "integer": -0.905, "narrow_integer": -0.834, "converted":
            -0.0299, "half": 0.138, "channels_last": -0.105, "channels_last_channels": 0.0402,
            "stride": -0.0304, "dilation": 0.04, "bordered": 0.217, "bordered_padded": 0.00385,
            "rank_1": -0.151, "rank_3": 0.0816},
    },
}

PREPARE: dict[str, dict[str, dict[str, float]]] = {
    "direct": {
        "": {"call": 4.46e-06, "wake": 5e-06, "python": 4e-06, "prepared": 3.06e-11, "weights":
            2.14e-11, "filters": 6.23e-09, "workers": -0.1, "taps": 0.175, "taps_8": -0.152,
            "taps_64": -0.0424, "kernel_row": 0.0223, "ic_per_group": 0.0587, "ic_per_group_16":
            0.0652, "oc_per_group": -0.0914, "oc_per_group_8": -0.0531, "oc_per_group_32": 0.134,
            "groups": -0.0283, "row": 0.0392, "row_16": 0.0638, "row_128": -0.0375, "rows": 0.0626,
            "rows_16": -0.0278, "image": -0.00108, "image_32": -0.154, "image_256": 0.0762,
            "double": -0.189, "complex": 0.801, "complex_double": 0.632, "integer": 0.0485,
            "narrow_integer": 1.31, "converted": 0.629, "half": 0.177, "channels_last": 0.707,
            "channels_last_channels": 0.0504, "bordered": -0.199, "bordered_padded": 0.00753,
            "rank_1": -0.0824, "rank_3": 0.223},
        "depthwise": {"call": 5.59e-06, "wake": 5e-06, "python": 4e-06, "prepared": 1.94e-11,
            "weights": 4.19e-11, "filters": 2.42e-09, "workers": -0.1, "taps": -0.0947, "taps_8":
            0.0996, "taps_64": -0.104, "kernel_row": 0.416, "ic_per_group": 0.0587,
            "ic_per_group_16": 0.0652, "oc_per_group": -0.0914, "oc_per_group_8": -0.0531,
            "oc_per_group_32": 0.134, "groups": -0.113, "row": 0.145, "row_16": -0.0306, "row_128":
            -0.126, "rows": 0.131, "rows_16": -0.135, "image": -0.00519, "image_32": -0.373,
            "image_256": 0.348, "double": -0.277, "complex": 0.801, "complex_double": 0.632,
            "integer": -0.671, "narrow_integer": 0.848, "converted": 0.656, "half": 0.798,
            "channels_last": 0.449, "channels_last_channels": 0.0944, "stride": -0.104, "dilation":
            -0.628, "bordered": -0.227, "bordered_padded": 0.0611, "rank_1": -1.07, "rank_3":
            0.833},
        "dot": {"call": 4.75e-06, "wake": 5e-06, "python": 4e-06, "prepared": 2.72e-11, "weights":
            2.15e-11, "filters": 6.32e-09, "workers": -0.1, "taps": -0.256, "taps_8": -0.139,
            "taps_64": 0.671, "kernel_row": -0.0305, "ic_per_group": 0.302, "ic_per_group_16":
            -0.228, "oc_per_group": 0.0563, "oc_per_group_8": -0.0531, "oc_per_group_32": 0.134,
            "groups": -0.0353, "row": -0.227, "row_16": 0.251, "row_128": 0.0295, "rows": -0.176,
            "rows_16": -0.0292, "image": 0.17, "image_32": -0.0568, "image_256": 0.0821, "double":
            -0.205, "complex": 0.788, "complex_double": 1.12, "integer": 0.353, "converted": 0.48,
            "half": 0.158, "channels_last": 0.827, "channels_last_channels": 0.254, "stride":
            0.0206, "bordered": -0.198, "bordered_padded": 0.00843, "rank_1": -0.057, "rank_3":
            0.0784},
        "igemm": {"call": 5.8e-06, "wake": 5e-06, "python": 4e-06, "prepared": 4.64e-11, "weights":
            1.64e-11, "filters": 5.61e-09, "workers": -0.1, "taps": -0.422, "taps_8": 0.529,
            "taps_64": -0.0424, "kernel_row": 0.142, "ic_per_group": 0.173, "ic_per_group_16":
            0.0619, "oc_per_group": -0.136, "oc_per_group_8": 0.242, "oc_per_group_32": -0.0349,
            "groups": 0.0681, "row": 0.0789, "row_16": 0.0635, "row_128": 0.00611, "rows": 0.0807,
            "rows_16": -0.0534, "image": -0.0455, "image_32": -0.104, "image_256": 0.0113, "double":
            -0.0328, "complex": 0.838, "complex_double": 0.838, "integer": 0.22, "narrow_integer":
            0.167, "converted": 0.407, "half": 0.0517, "channels_last": 0.921,
            "channels_last_channels": 0.0206, "stride": 0.0217, "dilation": 0.185, "bordered":
            -0.123, "bordered_padded": 0.00237, "rank_1": -0.788, "rank_3": 0.315},
        "pointwise": {"call": 6.65e-06, "wake": 5e-06, "python": 4e-06, "prepared": 3.15e-11,
            "weights": 2.19e-11, "filters": 4.68e-09, "workers": -0.1, "taps": 0.175, "taps_8":
            -0.152, "taps_64": -0.0424, "kernel_row": 0.0223, "ic_per_group": 0.156,
            "ic_per_group_16": -0.0184, "oc_per_group": -0.408, "oc_per_group_8": 0.255,
            "oc_per_group_32": 0.215, "groups": 0.331, "row": -0.0872, "row_16": 0.0724, "row_128":
            -0.212, "rows": -0.202, "rows_16": 0.178, "image": 0.204, "image_32": -0.101,
            "image_256": -0.263, "double": 0.12, "complex": 1.48, "complex_double": 1.1, "integer":
            -0.0123, "narrow_integer": 0.35, "converted": 0.494, "half": 0.495, "channels_last":
            0.215, "channels_last_channels": 0.14, "stride": 0.0468, "dilation": -0.148, "bordered":
            -0.199, "bordered_padded": 0.00753, "rank_1": -0.313, "rank_3": 0.116},
        "spatial_1": {"call": 3.55e-06, "wake": 5e-06, "python": 4e-06, "prepared": 3.22e-11,
            "weights": 2.19e-11, "filters": 1.32e-06, "workers": -0.328, "taps": 0.173, "taps_8":
            -0.141, "taps_64": 0.124, "kernel_row": -0.0654, "ic_per_group": 0.262,
            "ic_per_group_16": 0.389, "oc_per_group": -0.0914, "oc_per_group_8": -0.0531,
            "oc_per_group_32": 0.134, "groups": -0.529, "row": -0.132, "row_16": 0.49, "row_128":
            -0.131, "rows": 0.123, "rows_16": 0.0317, "image": -0.148, "image_32": -0.214,
            "image_256": 0.173, "double": 0.0627, "complex": 0.801, "complex_double": 0.632,
            "integer": 0.0358, "narrow_integer": 0.772, "converted": 1.18, "half": 0.289,
            "channels_last": 0.107, "channels_last_channels": -0.105, "stride": -0.102, "dilation":
            0.0656, "bordered": -0.0417, "bordered_padded": -0.101, "rank_1": -0.546, "rank_3":
            0.152},
        "spatial_2": {"call": 4.23e-06, "wake": 5e-06, "python": 4e-06, "prepared": 2.92e-11,
            "weights": 2.53e-11, "filters": 2.33e-07, "workers": -0.1, "taps": 0.168, "taps_8":
            -0.00928, "taps_64": 0.0577, "kernel_row": -0.0409, "ic_per_group": 0.0581,
            "ic_per_group_16": 0.181, "oc_per_group": -0.0223, "oc_per_group_8": -0.0531,
            "oc_per_group_32": 0.134, "groups": -0.23, "row": -0.0841, "row_16": -0.0463, "row_128":
            0.345, "rows": 0.121, "rows_16": 0.0372, "image": -0.0939, "image_32": 0.114,
            "image_256": -0.221, "double": -0.27, "complex": 1.06, "complex_double": 0.855,
            "integer": 0.108, "narrow_integer": 1.37, "converted": 0.741, "half": 0.0459,
            "channels_last": 0.131, "channels_last_channels": 0.122, "stride": -0.0997, "dilation":
            -0.281, "bordered": 0.0608, "bordered_padded": 0.117, "rank_1": 0.108, "rank_3":
            -0.0279},
        "spatial_4": {"call": 4.56e-06, "wake": 5e-06, "python": 4e-06, "prepared": 1.66e-11,
            "weights": 3.36e-11, "filters": 3.87e-08, "workers": -0.1, "taps": 0.0505, "taps_8":
            -0.0878, "taps_64": -0.0105, "kernel_row": 0.104, "ic_per_group": 0.0209,
            "ic_per_group_16": -0.0909, "oc_per_group": 0.045, "oc_per_group_8": -0.262,
            "oc_per_group_32": 0.134, "groups": -0.191, "row": -0.34, "row_16": 0.423, "row_128":
            0.0208, "rows": 0.338, "rows_16": -0.278, "image": 0.15, "image_32": -0.301,
            "image_256": 0.0565, "double": -0.0765, "complex": 0.725, "complex_double": 0.19,
            "integer": -0.153, "narrow_integer": 1.08, "converted": 0.59, "half": 0.353,
            "channels_last": 0.809, "channels_last_channels": 0.0889, "stride": 0.03, "dilation":
            0.173, "bordered": -0.741, "bordered_padded": -0.157, "rank_1": 0.697, "rank_3": 0.171},
        "spatial_8": {"call": 4.48e-06, "wake": 5e-06, "python": 4e-06, "prepared": 3.64e-11,
            "weights": 1.95e-11, "filters": 5.17e-09, "workers": -0.212, "taps": 0.293, "taps_8":
            -0.272, "taps_64": -0.0225, "kernel_row": -0.00751, "ic_per_group": 0.00178,
            "ic_per_group_16": 0.111, "oc_per_group": -0.254, "oc_per_group_8": 0.382,
            "oc_per_group_32": -0.1, "groups": -0.0438, "row": 0.209, "row_16": -0.0769, "row_128":
            -0.0945, "rows": 0.0491, "rows_16": -0.0495, "image": -0.0939, "image_32": -0.155,
            "image_256": 0.222, "double": -0.352, "complex": 1.08, "complex_double": 0.461,
            "integer": -0.175, "narrow_integer": 1.29, "converted": 0.772, "half": 1.11,
            "channels_last": 0.992, "channels_last_channels": 0.242, "stride": 0.104, "dilation":
            -0.0234, "bordered": -0.267, "bordered_padded": -0.0312, "rank_1": -0.152, "rank_3":
            0.316},
        "spatial_in_out": {"call": 4.46e-06, "wake": 5e-06, "python": 4e-06, "prepared": 4.63e-11,
            "weights": 1.96e-11, "filters": 6.07e-09, "workers": -0.119, "taps": 0.101, "taps_8":
            -0.329, "taps_64": 0.202, "kernel_row": 0.048, "ic_per_group": -0.0699,
            "ic_per_group_16": 0.0116, "oc_per_group": 0.0669, "oc_per_group_8": -0.187,
            "oc_per_group_32": -0.102, "groups": -0.142, "row": -0.255, "row_16": 0.263, "row_128":
            -0.0665, "rows": -0.0299, "rows_16": 0.0998, "image": 0.391, "image_32": -0.379,
            "image_256": -0.047, "double": -0.4, "complex": 0.801, "complex_double": 0.632,
            "integer": -0.155, "narrow_integer": 1.31, "converted": 0.557, "half": 0.177,
            "channels_last": 0.707, "channels_last_channels": 0.0504, "stride": 0.0351, "dilation":
            0.243, "bordered": -0.145, "bordered_padded": 0.126, "rank_1": 0.119, "rank_3": 0.0797},
        "stencil": {"call": 4.18e-06, "wake": 5e-06, "python": 4e-06, "prepared": 3.2e-11,
            "weights": 2.16e-11, "filters": 6.87e-09, "workers": -0.107, "taps": 0.175, "taps_8":
            -0.581, "taps_64": -0.0581, "kernel_row": 0.437, "ic_per_group": 0.0916,
            "ic_per_group_16": -0.719, "oc_per_group": -0.42, "oc_per_group_8": 0.709,
            "oc_per_group_32": -0.177, "groups": -0.22, "row": -0.167, "row_16": 0.138, "row_128":
            0.3, "rows": 0.346, "rows_16": -0.213, "image": 0.0548, "image_32": -0.0747,
            "image_256": -0.0787, "double": 0.116, "complex": 0.312, "complex_double": 0.704,
            "integer": -0.279, "narrow_integer": 1.5, "converted": 1.37, "half": 0.161,
            "channels_last": 0.35, "channels_last_channels": 0.18, "stride": 0.166, "dilation":
            0.185, "bordered": -0.203, "bordered_padded": -0.0272, "rank_1": -0.0824, "rank_3":
            0.453},
    },
    "separable": {
        "": {"call": 1.33e-06, "wake": 5e-06, "python": 4e-06, "prepared": 1.61e-12, "weights":
            1.33e-10, "filters": 3.13e-09, "workers": -0.209, "taps": -0.323, "taps_8": 0.512,
            "taps_64": -0.181, "kernel_row": 0.0801, "groups": 0.168, "row": -0.229, "row_16":
            0.158, "row_128": 0.0493, "rows": -0.391, "rows_16": 0.428, "image": 0.505, "image_32":
            -0.245, "image_256": -0.239, "double": -0.00667, "complex": 0.893, "integer": 0.127,
            "narrow_integer": 0.269, "converted": 0.417, "channels_last": -0.0559,
            "channels_last_channels": 0.0748, "stride": 0.0664, "bordered": -0.0352,
            "bordered_padded": 0.0206, "rank_1": -0.989, "rank_3": -0.249},
        "box": {"call": 1.34e-06, "wake": 5e-06, "python": 4e-06, "prepared": 1.56e-12, "weights":
            1.21e-10, "filters": 7.78e-09, "workers": -0.238, "taps": 0.0807, "taps_8": 0.0522,
            "taps_64": -0.156, "kernel_row": 0.067, "groups": 0.011, "row": -0.0692, "row_16":
            -0.0415, "row_128": 0.106, "rows": -0.304, "rows_16": 0.24, "image": 0.311, "image_32":
            -0.243, "image_256": -0.00531, "double": 0.14, "complex": 0.0504, "integer": 0.137,
            "narrow_integer": 0.369, "converted": 0.53, "channels_last": -0.0685,
            "channels_last_channels": 0.109, "stride": -0.0338, "bordered": 0.0012,
            "bordered_padded": 0.151, "rank_1": -1.02, "rank_3": -0.0441},
        "separable": {"call": 1.27e-06, "wake": 5e-06, "python": 4e-06, "prepared": 1.59e-12,
            "weights": 1.39e-10, "filters": 2.16e-09, "workers": -0.135, "taps": -1.01, "taps_8":
            1.37, "taps_64": -0.418, "kernel_row": 0.193, "groups": 0.274, "row": -0.122, "row_16":
            0.228, "row_128": -0.0371, "rows": -0.301, "rows_16": 0.477, "image": 0.582, "image_32":
            -0.383, "image_256": -0.299, "double": -0.146, "complex": 0.696, "integer": 0.127,
            "narrow_integer": 0.269, "converted": 0.417, "channels_last": 0.098,
            "channels_last_channels": -0.0236, "stride": 0.203, "bordered": -0.299,
            "bordered_padded": -0.00218, "rank_1": -0.989, "rank_3": 0.0795},
    },
    "winograd": {
        "": {"call": 1.56e-05, "wake": 5e-06, "python": 4e-06, "prepared": 1.38e-10, "weights":
            9.48e-12, "filters": 1e-08, "workers": -0.1, "taps": -0.218, "taps_8": 1.06, "taps_64":
            -0.653, "kernel_row": 0.451, "ic_per_group": -0.113, "ic_per_group_16": 0.168,
            "oc_per_group": -0.0322, "oc_per_group_8": 0.0656, "oc_per_group_32": 0.0413, "groups":
            -0.0677, "row": -0.0162, "row_16": 0.00391, "row_128": 0.17, "rows": -0.0293, "rows_16":
            0.0389, "image": 0.00289, "image_32": -0.0145, "image_256": 0.0225, "double": -0.349,
            "complex": 0.966, "complex_double": 0.437, "channels_last": -0.0177,
            "channels_last_channels": 0.068, "dilation": 0.0497, "bordered": 0.143,
            "bordered_padded": -0.102, "rank_1": -0.0669, "rank_3": -1.0},
        "tiles_in_lanes": {"call": 1.37e-05, "wake": 5e-06, "python": 4e-06, "prepared": 1.35e-10,
            "weights": 1.02e-11, "filters": 1.01e-08, "workers": -0.1, "taps": -0.272, "taps_8":
            0.815, "taps_64": -0.886, "kernel_row": 0.79, "ic_per_group": -0.274, "ic_per_group_16":
            0.0664, "oc_per_group": -0.0786, "oc_per_group_8": 0.305, "oc_per_group_32": 0.0366,
            "groups": -0.157, "row": -0.0679, "row_16": 0.207, "row_128": 0.181, "rows": 0.288,
            "rows_16": -0.335, "image": 0.0953, "image_32": -0.211, "image_256": 0.0107, "double":
            -0.351, "complex": 0.886, "complex_double": 0.388, "channels_last_channels": 0.0634,
            "dilation": -0.00992, "bordered": 0.343, "bordered_padded": -0.047, "rank_1": 0.0883,
            "rank_3": -1.03},
    },
    "im2col": {
        "": {"call": 5.5e-06, "wake": 5e-06, "python": 4e-06, "prepared": 2.98e-14, "weights":
            4.83e-15, "filters": 6.36e-12, "workers": -0.1, "taps": 0.332, "taps_8": -0.352,
            "taps_64": 0.164, "kernel_row": -0.0248, "ic_per_group": -0.211, "ic_per_group_16":
            0.00694, "oc_per_group": 0.13, "oc_per_group_8": -0.148, "oc_per_group_32": 0.00341,
            "groups": -0.325, "row": -0.0229, "row_16": -0.0343, "row_128": 0.0415, "rows":
            -0.00327, "rows_16": -0.0431, "image": 0.0324, "image_32": -0.0558, "image_256": 0.105,
            "double": -0.297, "complex": -0.372, "complex_double": -0.87, "converted": 0.191,
            "half": 0.191, "channels_last": 6.29, "channels_last_channels": 0.384, "stride":
            -0.0987, "dilation": -0.0904, "bordered": 0.219, "bordered_padded": -0.00159, "rank_1":
            0.126, "rank_3": -0.0871},
        "pointwise": {"call": 5.32e-06, "wake": 5e-06, "python": 4e-06, "prepared": 3.01e-14,
            "weights": 4.84e-15, "filters": 6.35e-12, "workers": -0.123, "taps": 0.332, "taps_8":
            -0.352, "taps_64": 0.164, "kernel_row": -0.0248, "ic_per_group": -0.103,
            "ic_per_group_16": 0.0747, "oc_per_group": 0.159, "oc_per_group_8": -0.147,
            "oc_per_group_32": -0.0137, "groups": -0.325, "row": -0.0129, "row_16": -0.0662,
            "row_128": 0.0342, "rows": 0.0565, "rows_16": -0.041, "image": 0.107, "image_32":
            -0.0291, "image_256": 0.0865, "double": -0.282, "complex": -0.355, "complex_double":
            -0.868, "converted": 0.191, "half": 0.191, "channels_last": 6.29,
            "channels_last_channels": 0.384, "stride": -0.0987, "dilation": -0.0916, "bordered":
            0.219, "bordered_padded": -0.00159, "rank_1": 0.122, "rank_3": -0.0824},
        "rows": {"call": 5.42e-06, "wake": 5e-06, "python": 4e-06, "prepared": 3.34e-14, "weights":
            4.8e-15, "filters": 6.66e-12, "workers": -0.1, "taps": 0.257, "taps_8": -0.448,
            "taps_64": -0.128, "kernel_row": 0.282, "ic_per_group": 0.0103, "ic_per_group_16":
            -0.0199, "oc_per_group": -0.0968, "oc_per_group_8": -0.0685, "oc_per_group_32": -0.239,
            "groups": 0.0317, "row": 0.111, "row_16": -1.39, "row_128": 0.0945, "rows": 0.216,
            "rows_16": 0.121, "image": -0.154, "image_32": 0.0699, "image_256": 0.0269, "double":
            -0.106, "complex": -0.372, "complex_double": -0.87, "converted": 3.13, "half": 3.13,
            "channels_last": 6.15, "channels_last_channels": 0.384, "stride": -0.0987, "dilation":
            -0.624, "bordered": 0.219, "bordered_padded": -0.00159, "rank_1": 1.2, "rank_3": 0.686},
        "windows": {"call": 5.6e-06, "wake": 5e-06, "python": 4e-06, "prepared": 3.1e-14, "weights":
            4.66e-15, "filters": 5.87e-12, "workers": -0.1, "taps": 0.377, "taps_8": -0.377,
            "taps_64": 0.16, "kernel_row": -0.0723, "ic_per_group": -0.201, "ic_per_group_16":
            -0.00439, "oc_per_group": 0.077, "oc_per_group_8": -0.0673, "oc_per_group_32": -0.0255,
            "groups": -0.34, "row": -0.0172, "row_16": -0.0428, "row_128": 0.0531, "rows": 0.0146,
            "rows_16": -0.0629, "image": 0.0354, "image_32": -0.0716, "image_256": 0.122, "double":
            -0.3, "complex": -0.354, "complex_double": -0.883, "converted": 0.235, "half": 0.235,
            "channels_last": 6.21, "channels_last_channels": 0.387, "stride": -0.103, "dilation":
            -0.0873, "bordered": 0.206, "bordered_padded": -0.00389, "rank_1": 0.248, "rank_3":
            -0.136},
    },
    "fft_tiled": {
        "": {"call": 1.3e-05, "wake": 5e-06, "python": 4e-06, "prepared": 2.57e-10, "weights":
            8.65e-10, "filters": 1.22e-09, "workers": -0.1, "taps": 0.00187, "taps_8": 0.0178,
            "taps_64": 0.0474, "kernel_row": 0.0111, "ic_per_group": -0.0228, "ic_per_group_16":
            -0.0382, "oc_per_group_8": -0.0274, "oc_per_group_32": -0.0592, "groups": -0.0162,
            "row": 0.0176, "row_16": -0.0263, "row_128": 0.0398, "rows": 0.0151, "rows_16":
            -0.00423, "image": 0.0111, "image_32": -0.0227, "image_256": 0.019, "double": -0.822,
            "complex": -0.0605, "complex_double": -0.869, "converted": 0.496, "half": -0.355,
            "channels_last": 0.0296, "channels_last_channels": -0.00378, "stride": -0.104,
            "dilation": 0.0229, "bordered": -0.0381, "bordered_padded": 0.00574, "rank_1": -0.0938,
            "rank_3": 0.118},
        "l3_filters": {"call": 1.42e-05, "wake": 5e-06, "python": 4e-06, "prepared": 1.88e-10,
            "weights": 3.07e-10, "filters": 1.24e-09, "workers": -0.1, "taps": 0.0649, "taps_8":
            0.0332, "taps_64": 0.0797, "kernel_row": -0.00223, "ic_per_group": 0.139,
            "ic_per_group_16": -0.00233, "oc_per_group": -0.401, "oc_per_group_8": 0.495,
            "oc_per_group_32": 0.0732, "groups": 0.158, "row": -0.0101, "row_16": 0.0425, "row_128":
            -0.0211, "rows": 0.0378, "rows_16": -0.0163, "image": -0.0118, "image_32": 0.074,
            "image_256": -0.0162, "double": -0.57, "complex": 0.181, "complex_double": -0.586,
            "converted": 0.0776, "half": 0.029, "channels_last": -0.195, "channels_last_channels":
            0.0329, "stride": 0.0817, "dilation": 0.00653, "bordered": 0.105, "bordered_padded":
            -0.0451, "rank_1": -0.1, "rank_3": 0.177},
        "memory_filters": {"call": 1.14e-05, "wake": 5e-06, "python": 4e-06, "prepared": 5.36e-09,
            "weights": 2.39e-10, "filters": 1.25e-09, "workers": -0.1, "taps": -0.195, "taps_8":
            1.06, "taps_64": -0.509, "kernel_row": -0.223, "ic_per_group": 0.928, "ic_per_group_16":
            -1.62, "oc_per_group": 0.147, "oc_per_group_8": -0.0928, "oc_per_group_32": -0.359,
            "groups": 0.00579, "row": -0.543, "row_16": -0.25, "row_128": -1.37, "rows": -0.924,
            "rows_16": 0.962, "image": 0.336, "image_32": -0.018, "image_256": 1.78, "double":
            -0.348, "complex": -0.319, "complex_double": -0.466, "converted": 0.325, "half": -0.181,
            "channels_last": -6.74, "channels_last_channels": 0.57, "stride": -0.911, "dilation":
            -0.684, "bordered": -0.0459, "bordered_padded": 0.0204, "rank_1": 2.07, "rank_3": 1.28},
    },
    "fft": {
        "": {"call": 5e-05, "wake": 5e-06, "python": 4e-06, "prepared": 7.55e-10, "weights":
            1.28e-09, "filters": 3.25e-07, "workers": -0.1, "taps": -0.0061, "taps_8": 0.00546,
            "taps_64": -0.0258, "kernel_row": 0.0978, "ic_per_group": 0.0894, "ic_per_group_16":
            0.0724, "oc_per_group": 0.0844, "oc_per_group_8": -0.0029, "oc_per_group_32": -0.0761,
            "groups": 0.0499, "row": -0.0234, "row_16": 0.0539, "row_128": 0.0102, "rows": -0.0676,
            "rows_16": 0.0805, "image": -0.0969, "image_32": 0.0473, "image_256": 0.0783, "double":
            -0.323, "complex": 0.0534, "complex_double": -0.425, "converted": 0.301, "half": -0.218,
            "channels_last": -0.00801, "channels_last_channels": 0.00978, "stride": 0.0514,
            "dilation": 0.103, "bordered": 0.0477, "bordered_padded": -0.0295, "rank_1": -1.06,
            "rank_3": 0.378},
    },
    "cython": {
        "": {"call": 1.31e-05, "wake": 5e-06, "python": 4e-06, "prepared": 7.73e-14, "weights":
            1.8e-12, "filters": 1.32e-10, "workers": -0.1, "taps": 0.217, "taps_8": -0.0532,
            "taps_64": 0.0545, "kernel_row": 0.00843, "ic_per_group": 0.25, "ic_per_group_16":
            -0.0975, "oc_per_group": 0.0382, "oc_per_group_8": 0.0828, "oc_per_group_32": 0.0396,
            "groups": 0.152, "row": 0.416, "row_16": -0.323, "row_128": 0.166, "rows": 0.0754,
            "rows_16": 0.0913, "image": -0.193, "image_32": -0.116, "image_256": 0.4, "double":
            0.193, "complex": -0.068, "complex_double": -0.0593, "integer": -0.127,
            "narrow_integer": 0.0238, "converted": 1.28, "half": 1.81, "channels_last": 0.625,
            "channels_last_channels": 0.12, "stride": 0.0629, "dilation": -0.224, "bordered": 0.23,
            "bordered_padded": -0.0491, "rank_1": -0.534, "rank_3": 0.307},
    },
    "naive": {
        "": {"call": 1.95e-06, "wake": 5e-06, "python": 4e-06, "prepared": 1e-10, "weights":
            3.63e-09, "filters": 7.21e-08, "workers": -0.7, "taps": 0.0517, "taps_8": -0.0719,
            "taps_64": -0.02, "kernel_row": 0.0101, "ic_per_group": -0.0142, "ic_per_group_16":
            -0.0564, "oc_per_group": -0.0108, "oc_per_group_8": -0.052, "oc_per_group_32": 0.0462,
            "groups": -0.0612, "row": -0.0129, "row_16": -0.0551, "row_128": 0.872, "rows": -0.0149,
            "rows_16": 0.326, "image": 0.00286, "image_32": -0.0212, "image_256": -0.018, "double":
            -0.603, "complex": -0.279, "complex_double": -1.29, "integer": -1.07, "narrow_integer":
            -0.0722, "converted": 1.16, "half": -0.197, "channels_last": 0.0598,
            "channels_last_channels": 0.0169, "stride": 0.0242, "dilation": 0.0128, "bordered":
            0.0028, "bordered_padded": 0.00922, "rank_1": -0.0991, "rank_3": 0.0693},
    },
}
