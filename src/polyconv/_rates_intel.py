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
    "command": "python -m benchmarks.cost_model fit --problems 1600 --workers 1 2 --budget 0.05",
    "problems": 2750,
    "machine": {"cpu": "Intel(R) Xeon(R) Processor", "isa": "v4", "cpus": 2},
    "caches": {"l1": 49152, "l2": 2097152, "l3": 272629760},
    "libraries": {"numpy": "2.4.6", "scipy": "1.17.1"},
    "caution": {"direct": 1.0, "im2col": 1.15, "fft_tiled": 1.0, "fft": 1.0, "cython": 1.05,
        "winograd": 1.05, "naive": 1.0, "separable": 1.0},
    "scaled": ['direct dot', 'direct few_pixels'],
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
    "direct": {"problems": 2685, "median": 1.13, "rms": 1.34, "p90": 1.54},
    "direct depthwise": {"problems": 257, "median": 1.2, "rms": 1.47, "p90": 1.85},
    "direct dot": {"problems": 37, "median": 1.3, "rms": 1.41, "p90": 1.65},
    "direct igemm": {"problems": 558, "median": 1.16, "rms": 1.36, "p90": 1.59},
    "direct igemm_int8x4": {"problems": 20, "median": 1.21, "rms": 1.4, "p90": 1.96},
    "direct pointwise": {"problems": 102, "median": 1.21, "rms": 1.58, "p90": 1.89},
    "direct spatial_1": {"problems": 346, "median": 1.09, "rms": 1.3, "p90": 1.45},
    "direct spatial_2": {"problems": 177, "median": 1.23, "rms": 1.55, "p90": 1.98},
    "direct spatial_4": {"problems": 93, "median": 1.23, "rms": 1.37, "p90": 1.67},
    "direct spatial_8": {"problems": 220, "median": 1.09, "rms": 1.22, "p90": 1.39},
    "direct spatial_in_out": {"problems": 144, "median": 1.1, "rms": 1.22, "p90": 1.32},
    "direct stencil": {"problems": 713, "median": 1.1, "rms": 1.23, "p90": 1.37},
    "direct stencil_zero_copy": {"problems": 18, "median": 1.25, "rms": 1.31, "p90": 1.41},
    "direct, preparing": {"problems": 2685, "median": 1.13, "rms": 1.43, "p90": 1.78},
    "separable": {"problems": 535, "median": 1.12, "rms": 1.23, "p90": 1.36},
    "separable box": {"problems": 279, "median": 1.12, "rms": 1.23, "p90": 1.37},
    "separable separable": {"problems": 256, "median": 1.11, "rms": 1.23, "p90": 1.35},
    "separable, preparing": {"problems": 535, "median": 1.14, "rms": 1.56, "p90": 2.01},
    "winograd": {"problems": 520, "median": 1.14, "rms": 1.28, "p90": 1.44},
    "winograd tiles_in_lanes": {"problems": 135, "median": 1.11, "rms": 1.28, "p90": 1.39},
    "winograd, preparing": {"problems": 520, "median": 1.16, "rms": 1.42, "p90": 1.58},
    "im2col": {"problems": 2357, "median": 1.15, "rms": 1.33, "p90": 1.59},
    "im2col pointwise": {"problems": 96, "median": 1.19, "rms": 1.39, "p90": 1.66},
    "im2col rows": {"problems": 1177, "median": 1.11, "rms": 1.23, "p90": 1.37},
    "im2col windows": {"problems": 1084, "median": 1.2, "rms": 1.41, "p90": 1.77},
    "im2col, preparing": {"problems": 2357, "median": 1.05, "rms": 1.28, "p90": 1.23},
    "fft_tiled": {"problems": 2637, "median": 1.14, "rms": 1.3, "p90": 1.5},
    "fft_tiled l3_filters": {"problems": 348, "median": 1.17, "rms": 1.33, "p90": 1.61},
    "fft_tiled memory_filters": {"problems": 60, "median": 1.22, "rms": 1.38, "p90": 1.68},
    "fft_tiled, preparing": {"problems": 2637, "median": 1.11, "rms": 1.68, "p90": 1.53},
    "fft": {"problems": 2643, "median": 1.11, "rms": 1.29, "p90": 1.41},
    "fft, preparing": {"problems": 2643, "median": 1.19, "rms": 1.42, "p90": 1.69},
    "cython": {"problems": 1532, "median": 1.19, "rms": 1.28, "p90": 1.51},
    "cython, preparing": {"problems": 1532, "median": 1.05, "rms": 1.17, "p90": 1.17},
    "naive": {"problems": 203, "median": 1.16, "rms": 1.41, "p90": 1.66},
    "naive, preparing": {"problems": 203, "median": 1.12, "rms": 1.19, "p90": 1.33},
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
    "stride": (0.0, 9.17),
    "dilation": (0.0, 1.0),
    "bordered": (0.0, 1.0),
    "bordered_padded": (0.0, 11.7),
    "rank_1": (0.0, 1.0),
    "rank_3": (0.0, 1.0),
}

SLOWDOWN: dict[str, dict[str, float]] = {
    "direct": {"v3": 2.18, "base": 5.47},
    "separable": {},
    "winograd": {"v3": 2.18, "base": 3.97},
    "im2col": {"v3": 2.36, "base": 6.17},
    "fft_tiled": {"v3": 1.4, "base": 2.14},
    "fft": {"v3": 1.11, "base": 1.25},
    "cython": {"v3": 1.0, "base": 1.0},
    "naive": {"v3": 1.0, "base": 1.0},
}

RATES: dict[str, dict[str, dict[str, float]]] = {
    "direct": {
        "": {"call": 2.23e-07, "wake": 2.53e-06, "python": 4e-06, "flops": 8.14e-12, "beyond_l2":
            2.09e-11, "beyond_l3": 5e-11, "outputs": 1.66e-10, "outputs_half": 5.6e-11,
            "outputs_last": 1.26e-10, "channel_planes": 5.56e-11, "bytes": 2.87e-12, "packed":
            3.74e-11, "gathered": 1.75e-11, "runs": 7.02e-09, "lookups": 9.07e-09, "work_items":
            3.89e-08, "work_item_products": 1.31e-12, "workers": -0.683, "taps": 0.0202, "taps_8":
            0.044, "taps_64": 0.0458, "kernel_row": -0.0727, "ic_per_group": -0.00676,
            "ic_per_group_16": 0.0373, "oc_per_group": 0.0171, "oc_per_group_8": -0.0454,
            "oc_per_group_32": 0.0245, "groups": 0.00546, "row": 0.0175, "row_16": -0.0219,
            "row_128": -0.014, "rows": 0.0219, "rows_16": -0.0243, "image": -0.101, "image_32":
            0.0766, "image_256": 0.0396, "double": 0.572, "complex": -0.336, "complex_double":
            0.244, "integer": 0.891, "narrow_integer": 0.0902, "converted": 0.101, "half": -0.0339,
            "channels_last": 0.043, "stride": -0.0176, "dilation": -0.0175, "bordered": 0.0685,
            "bordered_padded": -0.0246, "rank_1": 0.167, "rank_3": -0.0252},
        "depthwise": {"call": 2.94e-07, "wake": 2.4e-06, "python": 4e-06, "flops": 8.09e-12,
            "beyond_l2": 2.37e-11, "beyond_l3": 5e-11, "outputs": 1.46e-10, "outputs_half":
            5.41e-11, "outputs_last": 6.66e-11, "channel_planes": 5.51e-11, "bytes": 3.37e-12,
            "packed": 3.06e-11, "gathered": 1.74e-11, "runs": 4.37e-09, "lookups": 8e-09,
            "work_items": 4.23e-08, "work_item_products": 1.31e-12, "workers": -0.748, "taps":
            -0.0185, "taps_8": 0.0732, "taps_64": 0.0427, "kernel_row": -0.0192, "ic_per_group":
            -0.00676, "ic_per_group_16": 0.0373, "oc_per_group": 0.0171, "oc_per_group_8": -0.0454,
            "oc_per_group_32": 0.0245, "groups": -0.0048, "row": 0.138, "row_16": -0.0722,
            "row_128": -0.00962, "rows": 0.00619, "rows_16": 0.0282, "image": -0.158, "image_32":
            0.123, "image_256": -0.0148, "double": 0.507, "complex": -0.336, "complex_double":
            0.244, "integer": 0.814, "narrow_integer": -0.201, "converted": 0.234, "half": 0.219,
            "channels_last": 0.0242, "stride": 0.11, "dilation": -0.0552, "bordered": 0.0432,
            "bordered_padded": -0.0135, "rank_1": -0.0943, "rank_3": 0.286},
        "dot": {"call": 1.95e-07, "wake": 1.55e-06, "python": 4.83e-06, "flops": 7.38e-12,
            "beyond_l2": 6.34e-12, "beyond_l3": 8.71e-11, "outputs": 2.08e-10, "outputs_half":
            1.24e-10, "outputs_last": 4.41e-12, "channel_planes": 8.39e-11, "bytes": 3.89e-12,
            "packed": 1.6e-11, "gathered": 5.8e-13, "runs": 5.2e-09, "lookups": 6.67e-09,
            "work_items": 3.25e-08, "work_item_products": 6.86e-13, "workers": -0.544, "taps":
            0.025, "taps_8": -0.0408, "taps_64": 0.0431, "kernel_row": -0.00367, "ic_per_group":
            0.0376, "ic_per_group_16": -0.469, "oc_per_group": -0.0566, "oc_per_group_8": 0.0135,
            "oc_per_group_32": -0.0254, "row": -0.0822, "row_16": 0.0514, "row_128": 0.0172,
            "rows_16": -0.00206, "image": 0.00251, "image_32": -0.0474, "image_256": 0.0636,
            "double": 0.553, "complex": -0.394, "complex_double": -0.0867, "integer": 1.51,
            "narrow_integer": 0.847, "converted": -0.0452, "half": -0.0891, "channels_last": 0.0686,
            "stride": 0.0368, "dilation": -0.0225, "bordered": -0.201, "bordered_padded": 0.0661,
            "rank_1": 0.182, "rank_3": -0.201},
        "igemm": {"call": 1.92e-07, "wake": 3.06e-06, "python": 4e-06, "flops": 1.04e-11,
            "beyond_l2": 3.41e-11, "beyond_l3": 5e-11, "outputs": 5.5e-10, "outputs_half": 5.06e-11,
            "outputs_last": 1.11e-10, "channel_planes": 5.67e-11, "bytes": 2.59e-12, "packed":
            3.88e-11, "gathered": 1.62e-11, "runs": 8.51e-09, "lookups": 1.22e-08, "work_items":
            5.9e-08, "work_item_products": 1.31e-12, "workers": -0.627, "taps": -0.0463, "taps_8":
            0.00244, "taps_64": 0.0521, "kernel_row": 0.0594, "ic_per_group": 0.0162,
            "ic_per_group_16": 0.0223, "oc_per_group": 0.0058, "oc_per_group_8": -0.11,
            "oc_per_group_32": 0.113, "groups": -0.0142, "row": 0.00626, "row_16": 0.0174,
            "row_128": -0.00168, "rows": 0.0136, "rows_16": 0.00549, "image": -0.115, "image_32":
            0.0838, "image_256": 0.0211, "double": 0.609, "complex": -0.299, "complex_double":
            0.155, "integer": 1.01, "narrow_integer": 0.224, "converted": 0.119, "half": 0.0216,
            "channels_last": 0.0105, "stride": -0.0195, "dilation": -0.00322, "bordered": 0.0887,
            "bordered_padded": -0.0317, "rank_1": -0.109, "rank_3": 0.0894},
        "pointwise": {"call": 1.51e-07, "wake": 2.73e-06, "python": 4e-06, "flops": 1.13e-11,
            "beyond_l2": 2.23e-11, "beyond_l3": 5e-11, "outputs": 1.52e-10, "outputs_half":
            5.38e-11, "outputs_last": 1.08e-10, "channel_planes": 5.44e-11, "bytes": 4.72e-12,
            "packed": 8.43e-11, "gathered": 1.87e-11, "runs": 1.33e-08, "lookups": 9.07e-09,
            "work_items": 4.93e-08, "work_item_products": 1.31e-12, "workers": -0.697, "taps":
            0.0202, "taps_8": 0.044, "taps_64": 0.0458, "kernel_row": -0.0727, "ic_per_group":
            -0.15, "ic_per_group_16": 0.113, "oc_per_group": 0.241, "oc_per_group_8": -0.503,
            "oc_per_group_32": 0.269, "groups": 0.126, "row": -0.207, "row_16": 0.111, "row_128":
            0.0849, "rows": 0.0362, "rows_16": -0.0435, "image": 0.0523, "image_32": 0.0687,
            "image_256": -0.0892, "double": 0.432, "complex": -0.603, "complex_double": 0.0193,
            "integer": 0.404, "narrow_integer": 0.0902, "converted": -0.0193, "half": -0.234,
            "channels_last": -0.0494, "stride": 0.0693, "dilation": 0.108, "bordered": 0.0685,
            "bordered_padded": -0.0246, "rank_1": 0.488, "rank_3": -0.0354},
        "spatial_1": {"call": 1.84e-07, "wake": 2.39e-06, "python": 4e-06, "flops": 9.79e-12,
            "beyond_l2": 2.01e-11, "beyond_l3": 5e-11, "outputs": 1.25e-10, "outputs_half":
            5.55e-11, "outputs_last": 1.26e-10, "channel_planes": 5.56e-11, "bytes": 2.61e-12,
            "packed": 2.11e-11, "gathered": 1.96e-11, "runs": 4.39e-09, "lookups": 1.2e-08,
            "work_items": 8.8e-08, "work_item_products": 1.31e-12, "workers": -0.704, "taps":
            -0.0385, "taps_8": 0.0139, "taps_64": -0.0572, "kernel_row": 0.108, "ic_per_group":
            0.0588, "ic_per_group_16": -0.149, "oc_per_group": 0.0171, "oc_per_group_8": -0.0454,
            "oc_per_group_32": 0.0245, "groups": -0.0448, "row": -0.0209, "row_16": 0.0513,
            "row_128": -0.0468, "rows": -0.00846, "rows_16": 0.0123, "image": -0.146, "image_32":
            0.148, "image_256": 0.011, "double": 0.594, "complex": -0.336, "complex_double": 0.244,
            "integer": 0.835, "narrow_integer": 0.349, "converted": -0.229, "half": 0.0584,
            "channels_last": 0.382, "stride": 0.157, "dilation": -0.0432, "bordered": -0.0347,
            "bordered_padded": -0.0219, "rank_1": -0.394, "rank_3": 0.235},
        "spatial_2": {"call": 2.06e-07, "wake": 2.29e-06, "python": 4e-06, "flops": 6.33e-12,
            "beyond_l2": 2.22e-11, "beyond_l3": 5e-11, "outputs": 6.99e-11, "outputs_half":
            5.58e-11, "outputs_last": 1.07e-10, "channel_planes": 5.56e-11, "bytes": 2.81e-12,
            "packed": 4.46e-11, "gathered": 6.5e-11, "runs": 6.48e-09, "lookups": 9.58e-09,
            "work_items": 3.01e-08, "work_item_products": 1.31e-12, "workers": -0.742, "taps":
            0.027, "taps_8": -0.122, "taps_64": 0.0936, "kernel_row": 0.0231, "ic_per_group":
            0.0187, "ic_per_group_16": -0.109, "oc_per_group": -0.208, "oc_per_group_8": -0.0454,
            "oc_per_group_32": 0.0245, "groups": -0.00153, "row": 0.0933, "row_16": -0.133,
            "row_128": 0.0148, "rows": 0.112, "rows_16": -0.14, "image": -0.12, "image_32": 0.0428,
            "image_256": 0.11, "double": 0.546, "complex": -0.374, "complex_double": 0.0707,
            "integer": 0.407, "narrow_integer": 0.526, "converted": -0.216, "half": 0.324,
            "channels_last": -0.181, "stride": 0.0487, "dilation": -0.0744, "bordered": -0.118,
            "bordered_padded": 0.00646, "rank_1": 0.401, "rank_3": -0.033},
        "spatial_4": {"call": 2.33e-07, "wake": 2.55e-06, "python": 4e-06, "flops": 6.08e-12,
            "beyond_l2": 2.11e-11, "beyond_l3": 5e-11, "outputs": 1.65e-10, "outputs_half":
            5.23e-11, "outputs_last": 1.18e-10, "channel_planes": 5.57e-11, "bytes": 2.7e-12,
            "packed": 4.36e-11, "gathered": 2.28e-11, "runs": 6.33e-09, "lookups": 8.71e-09,
            "work_items": 5.05e-08, "work_item_products": 1.31e-12, "workers": -0.714, "taps":
            -0.0752, "taps_8": -0.00638, "taps_64": 0.072, "kernel_row": 0.0511, "ic_per_group":
            0.036, "ic_per_group_16": 0.0275, "oc_per_group": -0.0311, "oc_per_group_8": 0.0742,
            "oc_per_group_32": 0.0245, "groups": -0.0293, "row": -0.0553, "row_16": -0.0592,
            "row_128": 0.0315, "rows": 0.067, "rows_16": -0.118, "image": -0.101, "image_32": 0.171,
            "image_256": 0.0106, "double": 0.221, "complex": -0.355, "complex_double": 0.324,
            "integer": 0.891, "narrow_integer": 0.208, "converted": 0.122, "half": -0.129,
            "channels_last": 0.0965, "stride": 0.187, "dilation": -0.0809, "bordered": -0.00236,
            "bordered_padded": 0.246, "rank_1": 0.478, "rank_3": 0.0656},
        "spatial_8": {"call": 2.02e-07, "wake": 1.99e-06, "python": 4e-06, "flops": 7.36e-12,
            "beyond_l2": 3.88e-11, "beyond_l3": 5e-11, "outputs": 1.95e-10, "outputs_half":
            5.59e-11, "outputs_last": 1.27e-10, "channel_planes": 5.53e-11, "bytes": 2.74e-12,
            "packed": 3.8e-11, "gathered": 1.72e-11, "runs": 3.76e-09, "lookups": 9.77e-09,
            "work_items": 3.04e-08, "work_item_products": 1.31e-12, "workers": -0.654, "taps":
            -0.0734, "taps_8": 0.0531, "taps_64": -0.0186, "kernel_row": 0.0407, "ic_per_group":
            0.00616, "ic_per_group_16": 0.00292, "oc_per_group": 0.00568, "oc_per_group_8": -0.0961,
            "oc_per_group_32": 0.0634, "groups": -0.0298, "row": 0.0942, "row_16": -0.105,
            "row_128": 0.0085, "rows": 0.0012, "rows_16": -0.00504, "image": -0.093, "image_32":
            0.0568, "image_256": 0.0426, "double": 0.623, "complex": -0.415, "complex_double":
            -0.0187, "integer": 1.48, "narrow_integer": -0.196, "converted": -0.209, "half": 0.184,
            "channels_last": -0.11, "stride": 0.0496, "dilation": 0.0192, "bordered": 0.0668,
            "bordered_padded": 0.0626, "rank_1": -0.0394, "rank_3": 0.0645},
        "spatial_in_out": {"call": 2.12e-07, "wake": 2.18e-06, "python": 4e-06, "flops": 8.53e-12,
            "beyond_l2": 1.94e-11, "beyond_l3": 5e-11, "outputs": 2.22e-10, "outputs_half": 5.6e-11,
            "outputs_last": 1.26e-10, "channel_planes": 5.56e-11, "bytes": 2.62e-12, "packed":
            3.92e-11, "gathered": 1.68e-11, "runs": 4.7e-09, "lookups": 1.52e-08, "work_items":
            3.08e-08, "work_item_products": 1.31e-12, "workers": -0.712, "taps": -0.0901, "taps_8":
            0.0901, "taps_64": -0.0274, "kernel_row": -0.0284, "ic_per_group": -0.00471,
            "ic_per_group_16": 0.044, "oc_per_group": -0.0368, "oc_per_group_8": 0.0565,
            "oc_per_group_32": -0.0743, "groups": -0.00317, "row": 0.0123, "row_16": 0.0443,
            "row_128": -0.00984, "rows": 0.0196, "rows_16": 0.0125, "image": -0.0197, "image_32":
            -0.0848, "image_256": 0.0676, "double": 0.552, "complex": -0.336, "complex_double":
            0.244, "integer": 1.71, "narrow_integer": 0.0902, "converted": -0.00649, "half":
            -0.0339, "channels_last": 0.043, "stride": 0.0652, "dilation": 0.00844, "bordered":
            -0.00696, "rank_1": -0.122, "rank_3": 0.038},
        "stencil": {"call": 3.27e-07, "wake": 2.3e-06, "python": 4e-06, "flops": 3.2e-11,
            "beyond_l2": 3.27e-11, "beyond_l3": 5e-11, "outputs": 1.35e-10, "outputs_half":
            5.51e-11, "outputs_last": 1.25e-10, "channel_planes": 5.56e-11, "bytes": 2.86e-12,
            "packed": 3.42e-11, "gathered": 1.24e-11, "runs": 4.44e-09, "lookups": 2.13e-08,
            "work_items": 3.5e-08, "work_item_products": 1.31e-12, "workers": -0.705, "taps":
            -0.0858, "taps_8": 0.0835, "taps_64": 0.0195, "kernel_row": 0.0101, "ic_per_group":
            0.0111, "ic_per_group_16": -0.0689, "oc_per_group": -0.0337, "oc_per_group_8": 0.0492,
            "oc_per_group_32": -0.0235, "groups": -0.00297, "row": -0.0273, "row_16": -0.0113,
            "row_128": 0.0138, "rows": 0.0568, "rows_16": -0.0559, "image": -0.153, "image_32":
            0.0129, "image_256": 0.152, "double": 0.589, "complex": -0.664, "complex_double":
            0.0834, "integer": 1.28, "narrow_integer": -0.00538, "converted": 0.146, "half": -0.023,
            "channels_last": 0.0776, "stride": 0.501, "dilation": -0.00604, "bordered": 0.115,
            "bordered_padded": -0.0809, "rank_1": 0.167, "rank_3": 0.202},
        "few_pixels": {"call": 2.33e-06, "wake": 1.57e-06, "python": 4.83e-06, "flops": 8.45e-12,
            "beyond_l2": 6.49e-12, "beyond_l3": 1.18e-10, "outputs": 2.19e-10, "outputs_half":
            1.24e-10, "outputs_last": 4.41e-12, "channel_planes": 8.15e-11, "bytes": 5.33e-12,
            "packed": 2.29e-11, "gathered": 5.77e-13, "runs": 6.35e-10, "lookups": 6.69e-09,
            "work_items": 2.5e-08, "work_item_products": 6.93e-13, "workers": -0.526, "taps": 0.109,
            "taps_8": -0.00845, "taps_64": 0.023, "kernel_row": -0.0981, "ic_per_group": -0.0224,
            "ic_per_group_16": 0.032, "oc_per_group": -0.0464, "oc_per_group_8": 0.138,
            "oc_per_group_32": -0.0925, "groups": 0.0399, "row": -0.13, "row_16": 0.0357, "row_128":
            -0.00947, "rows": -0.0672, "rows_16": -0.0224, "image": 0.0122, "image_32": 0.0207,
            "image_256": 0.0186, "double": 0.434, "complex": -0.456, "complex_double": 0.149,
            "integer": 1.67, "narrow_integer": 0.795, "converted": 0.0909, "half": -0.1,
            "channels_last": 1.65, "stride": 0.124, "dilation": 0.0865, "bordered": -0.34,
            "bordered_padded": 0.131, "rank_1": 0.152, "rank_3": -0.155},
    },
    "separable": {
        "": {"call": 3.66e-07, "wake": 3.18e-06, "python": 4e-06, "flops": 1.53e-12, "beyond_l2":
            2.73e-12, "beyond_l3": 5e-11, "outputs": 1.27e-11, "outputs_half": 1e-10,
            "outputs_last": 1.54e-12, "channel_planes": 5.23e-09, "bytes": 6.9e-12, "packed":
            6.8e-12, "gathered": 1.15e-12, "runs": 5.62e-09, "lookups": 7.54e-10, "work_items":
            1.74e-08, "work_item_products": 1.52e-11, "workers": -0.687, "taps": 0.0769, "taps_8":
            -0.0963, "taps_64": 0.0426, "kernel_row": 0.132, "groups": -0.00661, "row": 0.0858,
            "row_16": -0.0547, "row_128": -0.0328, "rows": 0.0241, "rows_16": -0.0334, "image":
            0.0219, "image_32": -0.0318, "image_256": 0.0249, "double": 0.139, "complex": 0.422,
            "integer": 0.125, "narrow_integer": 0.0199, "converted": 0.145, "channels_last": 0.213,
            "stride": 0.348, "bordered": 0.00437, "bordered_padded": 0.0427, "rank_1": 0.32,
            "rank_3": 0.13},
        "box": {"call": 4.36e-07, "wake": 3.27e-06, "python": 4e-06, "flops": 1.68e-12, "beyond_l2":
            2.74e-12, "beyond_l3": 5e-11, "outputs": 1.2e-11, "outputs_half": 1e-10, "outputs_last":
            1.53e-12, "channel_planes": 5.19e-09, "bytes": 7.71e-12, "packed": 9.02e-12, "gathered":
            1.09e-12, "runs": 5.99e-09, "lookups": 6.79e-10, "work_items": 1.6e-08,
            "work_item_products": 1.59e-11, "workers": -0.712, "taps": 0.128, "taps_8": -0.168,
            "taps_64": 0.0508, "kernel_row": 0.153, "groups": 0.0024, "row": 0.07, "row_16":
            -0.0522, "row_128": -0.0127, "rows": 0.0557, "rows_16": -0.0651, "image": -0.0395,
            "image_32": 0.0263, "image_256": 0.0356, "double": 0.0975, "complex": 0.442, "integer":
            0.133, "narrow_integer": -0.00442, "converted": 0.13, "channels_last": 0.0664, "stride":
            0.357, "bordered": -0.0165, "bordered_padded": 0.108, "rank_1": 0.297, "rank_3": 0.124},
        "separable": {"call": 3.27e-07, "wake": 3.22e-06, "python": 4e-06, "flops": 1.81e-12,
            "beyond_l2": 2.98e-12, "beyond_l3": 5e-11, "outputs": 1.22e-11, "outputs_half": 1e-10,
            "outputs_last": 1.53e-12, "channel_planes": 5.84e-09, "bytes": 5.33e-12, "packed":
            5.49e-12, "gathered": 1.14e-12, "runs": 4.94e-09, "lookups": 8.21e-10, "work_items":
            2.05e-08, "work_item_products": 1.5e-11, "workers": -0.686, "taps": 0.104, "taps_8":
            -0.117, "taps_64": 0.032, "kernel_row": 0.11, "groups": -0.0156, "row": 0.00898,
            "row_16": 0.00631, "row_128": -0.0556, "rows": -0.0349, "rows_16": 0.0285, "image":
            0.12, "image_32": -0.0848, "image_256": -0.0206, "double": 0.22, "complex": 0.437,
            "integer": 0.125, "narrow_integer": 0.0199, "converted": 0.145, "channels_last": 0.243,
            "stride": 0.333, "bordered": 0.0274, "bordered_padded": 0.0205, "rank_1": 0.32,
            "rank_3": 0.0967},
    },
    "winograd": {
        "": {"call": 7.77e-07, "wake": 4.69e-06, "python": 4.2e-06, "flops": 2.47e-11, "beyond_l2":
            7.73e-11, "beyond_l3": 5.25e-11, "outputs": 5.85e-12, "outputs_half": 1.05e-10,
            "outputs_last": 1.05e-09, "channel_planes": 7.51e-08, "bytes": 1.46e-11, "packed":
            3.45e-13, "gathered": 1.05e-10, "runs": 5.25e-09, "lookups": 1.14e-08, "work_items":
            4.15e-09, "work_item_products": 1.4e-08, "workers": -0.674, "taps": 0.136, "taps_8":
            -0.0795, "taps_64": -0.12, "kernel_row": -0.289, "ic_per_group": -0.113,
            "ic_per_group_16": 0.105, "oc_per_group": 0.0127, "oc_per_group_8": -0.0904,
            "oc_per_group_32": -0.028, "groups": 0.0112, "row": 0.0237, "row_16": 0.0779, "row_128":
            -0.0235, "rows": 0.0281, "rows_16": -0.00935, "image": -0.0452, "image_32": 0.00102,
            "image_256": -0.00843, "double": 0.318, "complex": 0.0919, "complex_double": 0.494,
            "channels_last": 0.0249, "dilation": 0.106, "bordered": -0.0752, "bordered_padded":
            0.0304, "rank_1": -0.125, "rank_3": 0.236},
        "tiles_in_lanes": {"call": 6.23e-07, "wake": 3.53e-06, "python": 4.2e-06, "flops": 1.94e-11,
            "beyond_l2": 1.59e-11, "beyond_l3": 5.25e-11, "outputs": 5.74e-12, "outputs_half":
            1.05e-10, "outputs_last": 1.54e-09, "channel_planes": 3.29e-08, "bytes": 1.96e-11,
            "packed": 3.44e-13, "gathered": 1.05e-10, "runs": 5.25e-09, "lookups": 1.28e-08,
            "work_items": 4.03e-09, "work_item_products": 6.65e-09, "workers": -0.683, "taps":
            -0.0942, "taps_8": -0.117, "taps_64": 0.0363, "kernel_row": 0.0394, "ic_per_group":
            -0.0489, "ic_per_group_16": 0.0457, "oc_per_group": -0.00839, "oc_per_group_8": -0.0825,
            "oc_per_group_32": 0.145, "row": 0.0269, "row_16": 0.0126, "row_128": -0.0362, "rows":
            -0.034, "rows_16": 0.0654, "image": -0.0711, "image_32": 0.0492, "image_256": 0.0244,
            "double": 0.27, "complex": 0.219, "complex_double": 0.65, "channels_last": 0.0954,
            "dilation": 0.159, "bordered": 0.112, "bordered_padded": 0.0389, "rank_1": 0.00178,
            "rank_3": 0.331},
    },
    "im2col": {
        "": {"call": 7.42e-06, "wake": 1.23e-06, "python": 4.6e-06, "flops": 2.48e-11, "beyond_l2":
            2.08e-10, "beyond_l3": 5.75e-11, "outputs": 1.79e-10, "outputs_half": 2.17e-10,
            "outputs_last": 2.31e-09, "channel_planes": 3.02e-10, "bytes": 1.64e-11, "packed":
            1.82e-10, "gathered": 3.08e-10, "runs": 1.07e-08, "lookups": 1.76e-08, "work_items":
            2.74e-07, "work_item_products": 2.51e-09, "workers": -0.623, "taps": -0.0443, "taps_8":
            0.0855, "taps_64": -0.0557, "kernel_row": 0.0018, "ic_per_group": 0.0296,
            "ic_per_group_16": -0.0134, "oc_per_group": 0.016, "oc_per_group_8": 0.023,
            "oc_per_group_32": -0.013, "groups": -0.00777, "row": -0.0803, "row_16": 0.0785,
            "row_128": -0.0141, "rows": -0.00425, "rows_16": -0.0148, "image": -0.121, "image_32":
            -0.034, "image_256": 0.15, "double": 0.0124, "complex": 0.315, "complex_double": 0.155,
            "converted": 0.00202, "half": 0.00202, "channels_last": 0.447, "stride": 0.096,
            "dilation": 0.0288, "bordered": 0.0987, "bordered_padded": 0.0092, "rank_1": -0.0306,
            "rank_3": 0.179},
        "pointwise": {"call": 7.89e-06, "wake": 1.23e-06, "python": 4.6e-06, "flops": 2.68e-11,
            "beyond_l2": 1.46e-10, "beyond_l3": 5.75e-11, "outputs": 2.72e-10, "outputs_half":
            2.17e-10, "outputs_last": 2.31e-09, "channel_planes": 3.07e-10, "bytes": 1.66e-11,
            "packed": 1.82e-10, "gathered": 3.08e-10, "runs": 1.07e-08, "lookups": 1.76e-08,
            "work_items": 3.16e-07, "work_item_products": 3.08e-09, "workers": -0.292, "taps":
            -0.0443, "taps_8": 0.0855, "taps_64": -0.0557, "kernel_row": 0.0018, "ic_per_group":
            -0.162, "ic_per_group_16": 0.196, "oc_per_group": -0.0247, "oc_per_group_8": 0.0408,
            "oc_per_group_32": 0.0508, "groups": -0.00777, "row": -0.106, "row_16": 0.0945,
            "row_128": -0.0455, "rows": -0.0547, "rows_16": 0.0248, "image": -0.0733, "image_32":
            0.185, "image_256": -0.0895, "double": 0.411, "complex": -0.179, "complex_double":
            0.704, "converted": 0.00202, "half": 0.00202, "channels_last": 0.447, "stride": 0.096,
            "dilation": -0.0566, "bordered": 0.0987, "bordered_padded": 0.0092, "rank_1": -0.0432,
            "rank_3": 0.185},
        "rows": {"call": 7.4e-06, "wake": 1.24e-06, "python": 4.6e-06, "flops": 2.52e-11,
            "beyond_l2": 1.49e-10, "beyond_l3": 5.75e-11, "outputs": 1.21e-10, "outputs_half":
            2.64e-10, "outputs_last": 1.75e-09, "channel_planes": 3.03e-10, "bytes": 9.14e-12,
            "packed": 1.48e-10, "gathered": 3.08e-10, "runs": 1.02e-08, "lookups": 1.76e-08,
            "work_items": 2.73e-07, "work_item_products": 2.15e-09, "workers": -0.644, "taps":
            0.0296, "taps_8": 0.0407, "taps_64": -0.0748, "kernel_row": -0.00477, "ic_per_group":
            0.0441, "ic_per_group_16": -0.0358, "oc_per_group": 0.0114, "oc_per_group_8": -0.0178,
            "oc_per_group_32": 0.0526, "groups": -0.0128, "row": -0.0679, "row_16": 0.0935,
            "row_128": -0.0561, "rows": -0.0058, "rows_16": -0.0182, "image": -0.157, "image_32":
            -0.0222, "image_256": 0.189, "double": 0.0474, "complex": 0.315, "complex_double":
            0.155, "converted": -0.0116, "half": -0.0116, "channels_last": 0.0994, "stride": 0.096,
            "dilation": 0.0349, "bordered": 0.0987, "bordered_padded": 0.0092, "rank_1": 0.0842,
            "rank_3": 0.122},
        "windows": {"call": 7.25e-06, "wake": 1.22e-06, "python": 4.6e-06, "flops": 2.63e-11,
            "beyond_l2": 1.87e-10, "beyond_l3": 5.75e-11, "outputs": 1.77e-10, "outputs_half":
            2.2e-10, "outputs_last": 2.11e-09, "channel_planes": 3.04e-10, "bytes": 1.5e-11,
            "packed": 2.33e-10, "gathered": 3.42e-10, "runs": 1.33e-08, "lookups": 1.93e-08,
            "work_items": 1.3e-07, "work_item_products": 2.3e-09, "workers": -0.624, "taps":
            -0.0507, "taps_8": 0.0314, "taps_64": -0.00709, "kernel_row": -0.00549, "ic_per_group":
            0.0032, "ic_per_group_16": -0.00468, "oc_per_group": 0.0333, "oc_per_group_8": 0.0154,
            "oc_per_group_32": -0.0623, "groups": 0.00552, "row": -0.0664, "row_16": 0.0119,
            "row_128": 0.0532, "rows": -0.00943, "rows_16": 0.0103, "image": -0.108, "image_32":
            -0.0255, "image_256": 0.112, "double": -0.0708, "complex": 0.323, "complex_double":
            0.16, "converted": 0.0588, "half": 0.0588, "channels_last": 0.475, "stride": 0.126,
            "dilation": -0.0235, "bordered": 0.08, "bordered_padded": 0.0236, "rank_1": -0.0722,
            "rank_3": 0.181},
    },
    "fft_tiled": {
        "": {"call": 3.54e-07, "wake": 8.54e-07, "python": 5.67e-08, "flops": 1.56e-11, "beyond_l2":
            3.46e-11, "beyond_l3": 5e-11, "outputs": 1.69e-12, "outputs_half": 6.79e-12,
            "outputs_last": 8.67e-10, "channel_planes": 4.74e-10, "bytes": 3.31e-12, "packed":
            2.51e-13, "gathered": 1e-10, "runs": 5e-09, "lookups": 5e-09, "work_items": 2.04e-10,
            "work_item_products": 1.13e-13, "workers": -0.684, "taps": -0.0395, "taps_8": 0.00508,
            "kernel_row": 0.0494, "ic_per_group": 0.0777, "oc_per_group": -0.0266, "oc_per_group_8":
            0.0208, "oc_per_group_32": 0.0274, "groups": 0.0261, "row": -0.0182, "row_16": -0.0469,
            "row_128": 0.0556, "rows": 0.00207, "rows_16": -0.00459, "image": 0.0252, "image_32":
            0.0464, "image_256": -0.0492, "double": 0.482, "complex": 0.0958, "complex_double":
            0.557, "converted": 0.364, "half": -0.37, "channels_last": 0.029, "stride": 0.1,
            "dilation": -0.0473, "bordered": 0.113, "bordered_padded": 0.105, "rank_1": -0.0352,
            "rank_3": -0.0102},
        "l3_filters": {"call": 4.15e-07, "wake": 8.85e-07, "python": 5.69e-08, "flops": 1.41e-11,
            "beyond_l2": 1.92e-11, "beyond_l3": 5e-11, "outputs": 1.69e-12, "outputs_half":
            6.89e-12, "outputs_last": 1.08e-09, "channel_planes": 4.72e-10, "bytes": 3.45e-12,
            "packed": 2.54e-13, "gathered": 1e-10, "runs": 5e-09, "lookups": 5e-09, "work_items":
            2.05e-10, "work_item_products": 1.14e-13, "workers": -0.727, "taps": 0.0657, "taps_8":
            -0.0152, "taps_64": -0.00441, "kernel_row": -0.00985, "ic_per_group": 0.147,
            "ic_per_group_16": 0.0888, "oc_per_group": -0.189, "oc_per_group_8": 0.308,
            "oc_per_group_32": -0.0254, "groups": 0.0693, "row": -0.0336, "row_16": -0.0184,
            "row_128": -0.0168, "rows": -0.0137, "rows_16": -0.0319, "image": 0.0408, "image_32":
            0.00981, "image_256": 0.0407, "double": 0.586, "complex": 0.137, "complex_double":
            0.586, "converted": 0.14, "half": -0.108, "channels_last": -0.0343, "stride": 0.223,
            "dilation": -0.0303, "bordered": -0.113, "bordered_padded": 0.0507, "rank_1": 0.127,
            "rank_3": -0.116},
        "memory_filters": {"call": 4.12e-07, "wake": 8.78e-07, "python": 5.69e-08, "flops":
            8.92e-12, "beyond_l2": 2.46e-11, "beyond_l3": 5e-11, "outputs": 1.7e-12, "outputs_half":
            6.9e-12, "outputs_last": 7.17e-10, "channel_planes": 4.73e-10, "bytes": 1.43e-11,
            "packed": 2.54e-13, "gathered": 1e-10, "runs": 5e-09, "lookups": 5e-09, "work_items":
            2.05e-10, "work_item_products": 1.14e-13, "workers": -0.457, "taps": 0.0332, "taps_8":
            0.15, "taps_64": 0.00268, "kernel_row": -0.0526, "ic_per_group": 0.203,
            "ic_per_group_16": -0.166, "oc_per_group": 0.155, "oc_per_group_8": 0.0712,
            "oc_per_group_32": -0.249, "groups": 0.033, "row": -0.0689, "row_16": -0.105, "row_128":
            0.0299, "rows": -0.0696, "rows_16": 0.153, "image": -0.0202, "image_32": 0.184,
            "image_256": -0.0459, "double": 0.238, "complex": 0.0104, "complex_double": 0.113,
            "converted": -0.0776, "half": -0.222, "channels_last": -0.0958, "stride": 0.0126,
            "dilation": -0.207, "bordered": 0.0907, "bordered_padded": 0.102, "rank_1": 0.397,
            "rank_3": -0.104},
    },
    "fft": {
        "": {"call": 3.5e-05, "wake": 0.000344, "python": 3.07e-07, "flops": 7.8e-12, "beyond_l2":
            7.64e-11, "beyond_l3": 5e-11, "outputs": 1.41e-09, "outputs_half": 3.6e-11,
            "outputs_last": 1.12e-09, "channel_planes": 7.36e-09, "bytes": 3.24e-11, "packed":
            5.94e-10, "gathered": 1e-10, "runs": 5e-09, "lookups": 5e-09, "work_items": 5.19e-05,
            "work_item_products": 5.88e-11, "workers": -0.165, "taps": 0.0209, "taps_8": -0.031,
            "taps_64": 0.00795, "kernel_row": 0.0179, "ic_per_group": -0.0591, "ic_per_group_16":
            0.0423, "oc_per_group": 0.139, "oc_per_group_8": -0.114, "oc_per_group_32": 0.0403,
            "groups": -0.00299, "row": 0.0266, "row_128": -0.0258, "rows": -0.00252, "rows_16":
            0.00826, "image": 0.00456, "image_32": 0.00596, "image_256": -0.0234, "double": 0.095,
            "complex": 0.135, "complex_double": 0.14, "converted": 0.0417, "half": 0.101,
            "channels_last": 0.00457, "stride": 0.0409, "dilation": 0.0105, "bordered": 0.182,
            "bordered_padded": 0.062, "rank_1": -0.295, "rank_3": 0.124},
    },
    "cython": {
        "": {"call": 1.84e-07, "wake": 5.75e-06, "python": 4.2e-06, "flops": 4.03e-11, "beyond_l2":
            8.36e-11, "beyond_l3": 5.25e-11, "outputs": 1.35e-09, "outputs_half": 2.14e-09,
            "outputs_last": 1.17e-09, "channel_planes": 2.69e-09, "bytes": 7.6e-11, "packed":
            2.21e-11, "gathered": 6.61e-10, "runs": 2.85e-09, "lookups": 5.27e-09, "work_items":
            2.94e-08, "work_item_products": 1.03e-10, "workers": -0.663, "taps": -0.0209, "taps_8":
            0.00842, "taps_64": -0.007, "kernel_row": 0.0103, "ic_per_group": -0.0111,
            "ic_per_group_16": 0.0151, "oc_per_group": 0.168, "oc_per_group_8": -0.0232,
            "oc_per_group_32": -0.119, "groups": 0.00528, "row": -0.111, "row_16": 0.144, "row_128":
            -0.0398, "rows": 0.0297, "rows_16": -0.0333, "image": 0.00388, "image_32": -0.0293,
            "image_256": 0.0246, "double": -0.187, "complex": -0.403, "complex_double": -0.957,
            "integer": -0.165, "narrow_integer": -0.103, "converted": 0.0974, "half": 0.399,
            "channels_last": -0.0714, "stride": -0.0198, "dilation": -0.00362, "bordered": 0.00603,
            "bordered_padded": -0.0257, "rank_1": -0.106, "rank_3": 0.0558},
    },
    "naive": {
        "": {"call": 1.63e-06, "wake": 5e-06, "python": 4e-06, "flops": 1e-11, "beyond_l2": 2e-11,
            "beyond_l3": 5e-11, "outputs": 1e-11, "outputs_half": 1e-10, "outputs_last": 1e-10,
            "channel_planes": 1e-09, "bytes": 3.83e-07, "packed": 2e-11, "gathered": 1e-10, "runs":
            5e-09, "lookups": 5e-09, "work_items": 1e-07, "work_item_products": 1e-10, "workers":
            -0.7, "taps": -0.404, "taps_8": 0.103, "taps_64": 0.142, "kernel_row": 0.0805,
            "ic_per_group": -0.33, "ic_per_group_16": 0.0891, "oc_per_group": -0.487,
            "oc_per_group_8": 0.176, "oc_per_group_32": 0.395, "groups": 0.0227, "row": -0.022,
            "row_16": -0.00789, "row_128": 0.0833, "rows": -0.0338, "rows_16": 0.0972, "image":
            0.00268, "image_32": -0.034, "image_256": 0.0316, "double": -0.718, "complex": -1.88,
            "complex_double": -2.65, "integer": -0.914, "narrow_integer": -0.845, "converted":
            -0.0283, "half": 0.118, "channels_last": 0.0333, "stride": -0.0282, "dilation": 0.0426,
            "bordered": 0.181, "bordered_padded": 0.00331, "rank_1": -0.163, "rank_3": 0.0797},
    },
}

PREPARE: dict[str, dict[str, dict[str, float]]] = {
    "direct": {
        "": {"call": 4.28e-06, "wake": 5e-06, "python": 4e-06, "prepared": 1.67e-11, "weights":
            1.63e-11, "filters": 4.36e-09, "workers": -0.104, "taps": 0.214, "taps_8": -0.124,
            "taps_64": -0.0731, "kernel_row": -0.011, "ic_per_group": 0.128, "ic_per_group_16":
            0.0162, "oc_per_group": -0.167, "oc_per_group_8": 0.0858, "oc_per_group_32": 0.0797,
            "groups": -0.0127, "row": -0.0443, "row_16": 0.0686, "row_128": -0.00126, "rows":
            0.0642, "rows_16": -0.0497, "image": 0.0593, "image_32": -0.171, "image_256": 0.0949,
            "double": -0.163, "complex": 0.914, "complex_double": 0.709, "integer": 0.0603,
            "narrow_integer": 1.37, "converted": 0.748, "half": 0.0465, "channels_last": 1.02,
            "stride": 0.0137, "dilation": -0.0361, "bordered": -0.219, "bordered_padded": 0.0298,
            "rank_1": 0.235, "rank_3": -0.0388},
        "depthwise": {"call": 4.99e-06, "wake": 5e-06, "python": 4e-06, "prepared": 9.19e-12,
            "weights": 3.52e-11, "filters": 2.51e-09, "workers": -0.1, "taps": 0.14, "taps_8":
            -0.211, "taps_64": -0.00992, "kernel_row": 0.331, "ic_per_group": 0.128,
            "ic_per_group_16": 0.0162, "oc_per_group": -0.167, "oc_per_group_8": 0.0858,
            "oc_per_group_32": 0.0797, "groups": -0.0882, "row": 0.0288, "row_16": 0.0947,
            "row_128": -0.145, "rows": 0.189, "rows_16": -0.165, "image": 0.0293, "image_32":
            -0.392, "image_256": 0.353, "double": -0.307, "complex": 0.914, "complex_double": 0.709,
            "integer": -0.594, "narrow_integer": 0.817, "converted": 0.801, "half": 0.561,
            "channels_last": 0.98, "stride": -0.121, "dilation": -0.529, "bordered": -0.324,
            "bordered_padded": 0.0787, "rank_1": -0.601, "rank_3": 0.484},
        "dot": {"call": 4.57e-06, "wake": 5e-06, "python": 4e-06, "prepared": 1.43e-11, "weights":
            1.71e-11, "filters": 4.41e-09, "workers": -0.1, "taps": -0.117, "taps_8": -0.109,
            "taps_64": 0.363, "kernel_row": -0.0202, "ic_per_group": 0.487, "ic_per_group_16":
            -0.494, "oc_per_group": 0.181, "oc_per_group_8": 0.0858, "oc_per_group_32": 0.0797,
            "groups": -0.0345, "row": -0.42, "row_16": 0.247, "row_128": 0.0305, "rows": -0.374,
            "rows_16": -0.0464, "image": 0.294, "image_32": 0.00895, "image_256": 0.167, "double":
            -0.125, "complex": 0.926, "complex_double": 1.04, "integer": 0.38, "narrow_integer":
            0.296, "converted": 0.662, "half": 0.0625, "channels_last": 1.06, "stride": -0.0493,
            "dilation": -0.0361, "bordered": -0.219, "bordered_padded": 0.0314, "rank_1": 0.279,
            "rank_3": -0.183},
        "igemm": {"call": 5.38e-06, "wake": 5e-06, "python": 4e-06, "prepared": 2.97e-11, "weights":
            1.43e-11, "filters": 3.22e-09, "workers": -0.1, "taps": -0.248, "taps_8": 0.42,
            "taps_64": -0.044, "kernel_row": 0.0459, "ic_per_group": 0.174, "ic_per_group_16":
            0.0722, "oc_per_group": -0.172, "oc_per_group_8": 0.292, "oc_per_group_32": -0.0279,
            "groups": 0.0944, "row": -0.0375, "row_16": 0.028, "row_128": 0.0697, "rows": 0.0673,
            "rows_16": -0.0583, "image": 0.0117, "image_32": -0.104, "image_256": 0.0432, "double":
            0.0332, "complex": 0.912, "complex_double": 0.88, "integer": 0.0675, "narrow_integer":
            -0.0514, "converted": 0.772, "half": -0.181, "channels_last": 1.05, "dilation": 0.123,
            "bordered": -0.151, "bordered_padded": 0.00813, "rank_1": -0.0627, "rank_3": -0.0364},
        "pointwise": {"call": 6.07e-06, "wake": 5e-06, "python": 4e-06, "prepared": 1.76e-11,
            "weights": 1.87e-11, "filters": 1.53e-09, "workers": -0.1, "taps": 0.214, "taps_8":
            -0.124, "taps_64": -0.0731, "kernel_row": -0.011, "ic_per_group": 0.0726,
            "ic_per_group_16": 0.0508, "oc_per_group": -0.5, "oc_per_group_8": 0.401,
            "oc_per_group_32": 0.19, "groups": 0.31, "row": -0.00321, "row_16": 0.0563, "row_128":
            -0.0987, "rows": 0.0453, "rows_16": -0.0982, "image": 0.179, "image_32": -0.161,
            "image_256": -0.111, "double": 0.132, "complex": 1.43, "complex_double": 1.11,
            "integer": -0.00895, "narrow_integer": 1.37, "converted": 0.776, "half": 0.122,
            "channels_last": 0.976, "stride": 0.0485, "dilation": -0.0351, "bordered": -0.219,
            "bordered_padded": 0.0298, "rank_1": 0.347, "rank_3": 0.36},
        "spatial_1": {"call": 2.84e-06, "wake": 5e-06, "python": 4e-06, "prepared": 1.71e-11,
            "weights": 1.72e-11, "filters": 1.78e-06, "workers": -0.295, "taps": -0.0709, "taps_8":
            0.0821, "taps_64": 0.0259, "kernel_row": 0.0229, "ic_per_group": 0.149,
            "ic_per_group_16": 1.3, "oc_per_group": -0.167, "oc_per_group_8": 0.0858,
            "oc_per_group_32": 0.0797, "groups": -0.567, "row": -0.0582, "row_16": 0.0993,
            "row_128": -0.00292, "rows": 0.00749, "rows_16": 0.0118, "image": -0.0136, "image_32":
            -0.0188, "image_256": 0.0107, "double": 0.062, "complex": 0.914, "complex_double":
            0.709, "integer": 0.0868, "narrow_integer": 0.601, "converted": 0.769, "half": 0.215,
            "channels_last": -0.0535, "stride": -0.0333, "dilation": 0.0482, "bordered": -0.0959,
            "bordered_padded": 0.019, "rank_1": -0.395, "rank_3": 0.0622},
        "spatial_2": {"call": 3.98e-06, "wake": 5e-06, "python": 4e-06, "prepared": 2.01e-11,
            "weights": 1.7e-11, "filters": 5.88e-08, "workers": -0.231, "taps": 0.148, "taps_8":
            -0.135, "taps_64": -0.136, "kernel_row": 0.119, "ic_per_group": 0.0111,
            "ic_per_group_16": 0.241, "oc_per_group": 0.12, "oc_per_group_8": 0.0858,
            "oc_per_group_32": 0.0797, "groups": -0.213, "row": -0.248, "row_16": -0.0573,
            "row_128": 0.225, "rows": 0.101, "rows_16": -0.189, "image": 0.205, "image_32": -0.0699,
            "image_256": -0.0393, "double": -0.208, "complex": 1.14, "complex_double": 0.883,
            "integer": 0.238, "narrow_integer": 1.18, "converted": 1.05, "half": 0.157,
            "channels_last": 0.379, "stride": -0.146, "dilation": -0.22, "bordered": 0.111,
            "bordered_padded": 0.216, "rank_1": 0.369, "rank_3": 0.0223},
        "spatial_4": {"call": 4.83e-06, "wake": 5e-06, "python": 4e-06, "prepared": 1.02e-11,
            "weights": 2.12e-11, "filters": 9.61e-09, "workers": -0.1, "taps": 0.329, "taps_8":
            -0.316, "taps_64": 0.0615, "kernel_row": -0.0388, "ic_per_group": -0.112,
            "ic_per_group_16": 0.24, "oc_per_group": 0.0397, "oc_per_group_8": -0.00921,
            "oc_per_group_32": 0.0797, "groups": -0.0345, "row": -0.15, "row_16": 0.111, "row_128":
            0.176, "rows": 0.184, "rows_16": -0.226, "image": 0.136, "image_32": -0.271,
            "image_256": 0.116, "double": 0.189, "complex": 1.27, "complex_double": 0.458,
            "integer": 0.0603, "narrow_integer": 1.47, "converted": 0.837, "half": 0.0356,
            "channels_last": 1.23, "stride": 0.0204, "dilation": 0.169, "bordered": -0.658,
            "bordered_padded": -0.109, "rank_1": 0.0604, "rank_3": 0.136},
        "spatial_8": {"call": 4.23e-06, "wake": 5e-06, "python": 4e-06, "prepared": 1.68e-11,
            "weights": 1.54e-11, "filters": 4.4e-09, "workers": -0.226, "taps": 0.208, "taps_8":
            -0.188, "taps_64": -0.0982, "kernel_row": -0.0229, "ic_per_group": 0.0102,
            "ic_per_group_16": 0.113, "oc_per_group": -0.091, "oc_per_group_8": -0.0604,
            "oc_per_group_32": 0.145, "groups": -0.0638, "row": -0.0157, "row_16": 0.0213,
            "row_128": -0.0786, "rows": -0.0241, "rows_16": -0.0902, "image": 0.157, "image_32":
            -0.22, "image_256": 0.154, "double": -0.324, "complex": 1.4, "complex_double": 0.587,
            "integer": -0.504, "narrow_integer": 1.73, "converted": 1.03, "half": 0.466,
            "channels_last": 1.36, "stride": 0.0583, "dilation": 0.0758, "bordered": -0.205,
            "bordered_padded": -0.0035, "rank_1": 0.00461, "rank_3": 0.0201},
        "spatial_in_out": {"call": 4.25e-06, "wake": 5e-06, "python": 4e-06, "prepared": 2.51e-11,
            "weights": 1.46e-11, "filters": 4.44e-09, "workers": -0.13, "taps": 0.106, "taps_8":
            -0.0507, "taps_64": -0.0435, "kernel_row": -0.104, "ic_per_group": -0.0272,
            "ic_per_group_16": -0.00351, "oc_per_group": 0.0622, "oc_per_group_8": -0.147,
            "oc_per_group_32": -0.0538, "groups": -0.0869, "row": -0.312, "row_16": 0.261,
            "row_128": -0.0499, "rows": -0.0266, "rows_16": -0.0167, "image": 0.446, "image_32":
            -0.435, "image_256": 0.0495, "double": -0.513, "complex": 0.914, "complex_double":
            0.709, "integer": -0.0159, "narrow_integer": 1.37, "converted": 0.8, "half": 0.0465,
            "channels_last": 1.02, "stride": 0.0245, "dilation": 0.313, "bordered": -0.166,
            "bordered_padded": 0.182, "rank_1": 0.547, "rank_3": 0.0822},
        "stencil": {"call": 4.03e-06, "wake": 5e-06, "python": 4e-06, "prepared": 1.69e-11,
            "weights": 1.66e-11, "filters": 4.6e-09, "workers": -0.111, "taps": -0.0245, "taps_8":
            -0.326, "taps_64": -0.106, "kernel_row": 0.432, "ic_per_group": 0.188,
            "ic_per_group_16": -1.01, "oc_per_group": -0.585, "oc_per_group_8": 0.977,
            "oc_per_group_32": -0.119, "groups": -0.214, "row": -0.417, "row_16": 0.272, "row_128":
            0.336, "rows": 0.403, "rows_16": -0.275, "image": 0.351, "image_32": -0.279,
            "image_256": -0.12, "double": 0.13, "complex": 0.742, "complex_double": 0.752,
            "integer": 0.132, "narrow_integer": 1.62, "converted": 1.22, "half": 0.265,
            "channels_last": 1.05, "stride": 0.258, "dilation": 0.252, "bordered": -0.209,
            "bordered_padded": -0.0533, "rank_1": 0.235, "rank_3": 0.136},
    },
    "separable": {
        "": {"call": 1.3e-06, "wake": 5e-06, "python": 4e-06, "prepared": 2.12e-12, "weights":
            1.59e-10, "filters": 3.69e-09, "workers": -0.242, "taps": -0.357, "taps_8": 0.577,
            "taps_64": -0.24, "kernel_row": 0.119, "groups": 0.172, "row": -0.275, "row_16": 0.231,
            "row_128": -0.0441, "rows": -0.438, "rows_16": 0.48, "image": 0.494, "image_32": -0.21,
            "image_256": -0.259, "double": -0.0141, "complex": 0.899, "integer": 0.0917,
            "narrow_integer": 0.386, "converted": 0.506, "channels_last": 0.22, "stride": 0.0651,
            "bordered": -0.103, "bordered_padded": 0.0336, "rank_1": -1.19, "rank_3": -0.16},
        "box": {"call": 1.32e-06, "wake": 5e-06, "python": 4e-06, "prepared": 2.08e-12, "weights":
            1.42e-10, "filters": 7.35e-09, "workers": -0.267, "taps": 0.209, "taps_8": -0.0918,
            "taps_64": -0.161, "kernel_row": 0.101, "groups": 0.0212, "row": -0.18, "row_16": 0.106,
            "row_128": 0.00141, "rows": -0.435, "rows_16": 0.379, "image": 0.306, "image_32":
            -0.142, "image_256": -0.101, "double": 0.0904, "complex": 0.078, "integer": 0.114,
            "narrow_integer": 0.408, "converted": 0.551, "channels_last": 0.322, "stride": -0.0587,
            "bordered": 0.00782, "bordered_padded": 0.112, "rank_1": -1.4, "rank_3": 0.0416},
        "separable": {"call": 1.25e-06, "wake": 5e-06, "python": 4e-06, "prepared": 2.11e-12,
            "weights": 1.63e-10, "filters": 2.72e-09, "workers": -0.178, "taps": -0.95, "taps_8":
            1.31, "taps_64": -0.446, "kernel_row": 0.228, "groups": 0.241, "row": -0.13, "row_16":
            0.179, "row_128": -0.0358, "rows": -0.338, "rows_16": 0.512, "image": 0.545, "image_32":
            -0.35, "image_256": -0.274, "double": -0.139, "complex": 0.778, "integer": 0.0917,
            "narrow_integer": 0.386, "converted": 0.506, "channels_last": 0.132, "stride": 0.191,
            "bordered": -0.336, "bordered_padded": 0.00705, "rank_1": -1.19, "rank_3": 0.0353},
    },
    "winograd": {
        "": {"call": 1.32e-05, "wake": 5e-06, "python": 4e-06, "prepared": 1.18e-10, "weights":
            5.21e-12, "filters": 2.1e-08, "workers": -0.1, "taps": -0.355, "taps_8": 0.427,
            "taps_64": 0.119, "kernel_row": 1.21, "ic_per_group": -0.14, "ic_per_group_16": 0.207,
            "oc_per_group": -0.141, "oc_per_group_8": 0.176, "oc_per_group_32": -0.0244, "groups":
            -0.0988, "row": -0.0352, "row_16": 0.0334, "row_128": 0.0862, "rows": 0.00504,
            "rows_16": -0.00189, "image": 0.00123, "image_32": -0.0138, "image_256": 0.0244,
            "double": -0.324, "complex": 0.957, "complex_double": 0.427, "channels_last": 0.307,
            "dilation": 0.0172, "bordered": 0.072, "bordered_padded": -0.114, "rank_1": -0.644,
            "rank_3": 0.163},
        "tiles_in_lanes": {"call": 1.14e-05, "wake": 5e-06, "python": 4e-06, "prepared": 1.09e-10,
            "weights": 5.36e-12, "filters": 2.61e-08, "workers": -0.1, "taps": -0.359, "taps_8":
            0.276, "taps_64": -0.316, "kernel_row": 1.75, "ic_per_group": -0.348, "ic_per_group_16":
            0.37, "oc_per_group": -0.121, "oc_per_group_8": 0.0495, "oc_per_group_32": -0.105,
            "groups": -0.231, "row": -0.183, "row_16": 0.227, "row_128": 0.181, "rows": 0.305,
            "rows_16": -0.367, "image": 0.118, "image_32": -0.227, "image_256": 0.0532, "double":
            -0.512, "complex": 0.85, "complex_double": 0.429, "channels_last": 0.28, "dilation":
            -0.019, "bordered": -0.0185, "bordered_padded": -0.0946, "rank_1": -0.592, "rank_3":
            0.0548},
    },
    "im2col": {
        "": {"call": 5.5e-06, "wake": 5e-06, "python": 4e-06, "prepared": 2.73e-15, "weights":
            5.74e-16, "filters": 5.91e-13, "workers": -0.1, "taps": 0.341, "taps_8": -0.388,
            "taps_64": 0.201, "kernel_row": -0.037, "ic_per_group": 0.152, "ic_per_group_16": 0.023,
            "oc_per_group": 0.0546, "oc_per_group_8": -0.0413, "oc_per_group_32": -0.0501, "groups":
            0.0177, "row": -0.0542, "row_128": 0.0537, "rows": 0.0229, "rows_16": -0.0666, "image":
            0.057, "image_32": -0.0847, "image_256": 0.115, "double": -0.271, "complex": -0.361,
            "complex_double": -0.877, "converted": 0.231, "half": 0.231, "channels_last": 8.85,
            "stride": -0.102, "dilation": -0.0988, "bordered": 0.223, "bordered_padded": -0.00706,
            "rank_1": 0.247, "rank_3": -0.0837},
        "pointwise": {"call": 5.32e-06, "wake": 5e-06, "python": 4e-06, "prepared": 2.74e-15,
            "weights": 5.75e-16, "filters": 5.91e-13, "workers": -0.121, "taps": 0.341, "taps_8":
            -0.388, "taps_64": 0.201, "kernel_row": -0.037, "ic_per_group": 0.206,
            "ic_per_group_16": 0.0494, "oc_per_group": 0.0625, "oc_per_group_8": -0.0532,
            "oc_per_group_32": -0.0753, "groups": 0.0177, "row": -0.0353, "row_16": -0.0213,
            "row_128": 0.0497, "rows": 0.0752, "rows_16": -0.0654, "image": 0.134, "image_32":
            -0.0404, "image_256": 0.104, "double": -0.252, "complex": -0.339, "complex_double":
            -0.875, "converted": 0.231, "half": 0.231, "channels_last": 8.85, "stride": -0.102,
            "dilation": -0.0997, "bordered": 0.223, "bordered_padded": -0.00706, "rank_1": 0.245,
            "rank_3": -0.0794},
        "rows": {"call": 5.42e-06, "wake": 5e-06, "python": 4e-06, "prepared": 3.26e-15, "weights":
            5.75e-16, "filters": 6.4e-13, "workers": -0.1, "taps": 0.406, "taps_8": -0.483,
            "taps_64": -0.342, "kernel_row": 0.312, "ic_per_group": 0.25, "ic_per_group_16": -0.162,
            "oc_per_group": -0.311, "oc_per_group_8": 0.387, "oc_per_group_32": -0.417, "groups":
            0.237, "row": 0.168, "row_16": -1.63, "row_128": 0.0547, "rows": 0.259, "rows_16":
            0.233, "image": -0.223, "image_32": 0.0219, "image_256": 0.11, "double": -0.267,
            "complex": -0.361, "complex_double": -0.877, "converted": 3.44, "half": 3.44,
            "channels_last": 8.33, "stride": -0.102, "dilation": -0.684, "bordered": 0.223,
            "bordered_padded": -0.00706, "rank_1": 1.79, "rank_3": 1.03},
        "windows": {"call": 5.6e-06, "wake": 5e-06, "python": 4e-06, "prepared": 2.76e-15,
            "weights": 5.49e-16, "filters": 5.24e-13, "workers": -0.1, "taps": 0.374, "taps_8":
            -0.396, "taps_64": 0.183, "kernel_row": -0.0716, "ic_per_group": 0.174, "oc_per_group":
            0.0238, "oc_per_group_8": 0.0146, "oc_per_group_32": -0.069, "groups": 0.0207, "row":
            -0.0486, "row_16": -0.0102, "row_128": 0.0577, "rows": 0.0323, "rows_16": -0.0785,
            "image": 0.0516, "image_32": -0.0834, "image_256": 0.121, "double": -0.29, "complex":
            -0.347, "complex_double": -0.894, "converted": 0.261, "half": 0.261, "channels_last":
            8.75, "stride": -0.0985, "dilation": -0.0876, "bordered": 0.205, "bordered_padded":
            -0.00648, "rank_1": 0.336, "rank_3": -0.13},
    },
    "fft_tiled": {
        "": {"call": 1.3e-05, "wake": 5e-06, "python": 4e-06, "prepared": 2.61e-10, "weights":
            8.74e-10, "filters": 1.3e-09, "workers": -0.1, "taps": 0.00391, "taps_8": 0.0154,
            "taps_64": 0.0489, "kernel_row": 0.0101, "ic_per_group": -0.0234, "ic_per_group_16":
            -0.0392, "oc_per_group": -0.00104, "oc_per_group_8": -0.0272, "oc_per_group_32":
            -0.0588, "groups": -0.0174, "row": 0.0168, "row_16": -0.0256, "row_128": 0.0391, "rows":
            0.00835, "rows_16": 0.00359, "image": 0.013, "image_32": -0.0223, "image_256": 0.0162,
            "double": -0.821, "complex": -0.058, "complex_double": -0.87, "converted": 0.503,
            "half": -0.362, "channels_last": 0.0189, "stride": -0.105, "dilation": 0.0229,
            "bordered": -0.0375, "bordered_padded": 0.00532, "rank_1": -0.107, "rank_3": 0.115},
        "l3_filters": {"call": 1.44e-05, "wake": 5e-06, "python": 4e-06, "prepared": 1.88e-10,
            "weights": 3.19e-10, "filters": 1.32e-09, "workers": -0.1, "taps": 0.0674, "taps_8":
            0.0304, "taps_64": 0.0784, "kernel_row": -0.00528, "ic_per_group": 0.141,
            "oc_per_group": -0.41, "oc_per_group_8": 0.509, "oc_per_group_32": 0.0664, "groups":
            0.161, "row": -0.00978, "row_16": 0.0406, "row_128": -0.0197, "rows": 0.034, "rows_16":
            -0.0138, "image": -0.0114, "image_32": 0.0771, "image_256": -0.0194, "double": -0.569,
            "complex": 0.159, "complex_double": -0.603, "converted": 0.0814, "half": 0.024,
            "channels_last": -0.00278, "stride": 0.0905, "dilation": 0.00345, "bordered": 0.0977,
            "bordered_padded": -0.039, "rank_1": -0.102, "rank_3": 0.174},
        "memory_filters": {"call": 1.15e-05, "wake": 5e-06, "python": 4e-06, "prepared": 5.44e-09,
            "weights": 2.3e-10, "filters": 1.32e-09, "workers": -0.1, "taps": -0.233, "taps_8":
            1.13, "taps_64": -0.661, "kernel_row": -0.132, "ic_per_group": 0.853, "ic_per_group_16":
            -1.44, "oc_per_group": 0.121, "oc_per_group_8": -0.0929, "oc_per_group_32": -0.315,
            "groups": 0.00379, "row": -0.611, "row_16": 0.0797, "row_128": -1.55, "rows": -0.902,
            "rows_16": 0.687, "image": 0.354, "image_32": -0.0495, "image_256": 1.8, "double":
            -0.525, "complex": -0.437, "complex_double": -0.29, "converted": 0.458, "half": 0.16,
            "channels_last": -1.92, "stride": -0.862, "dilation": -0.362, "bordered": -0.0455,
            "bordered_padded": 0.0199, "rank_1": 1.41, "rank_3": 1.32},
    },
    "fft": {
        "": {"call": 5e-05, "wake": 5e-06, "python": 4e-06, "prepared": 7.54e-10, "weights":
            1.28e-09, "filters": 3.31e-07, "workers": -0.1, "taps": -0.00439, "taps_8": 0.00302,
            "taps_64": -0.0253, "kernel_row": 0.0972, "ic_per_group": 0.0927, "ic_per_group_16":
            0.0715, "oc_per_group": 0.0795, "oc_per_group_8": 0.00604, "oc_per_group_32": -0.0819,
            "groups": 0.0506, "row": -0.0261, "row_16": 0.0525, "row_128": 0.011, "rows": -0.0799,
            "rows_16": 0.0919, "image": -0.0912, "image_32": 0.0494, "image_256": 0.0731, "double":
            -0.324, "complex": 0.0499, "complex_double": -0.428, "converted": 0.287, "half": -0.207,
            "channels_last": 0.0565, "stride": 0.0514, "dilation": 0.101, "bordered": 0.0475,
            "bordered_padded": -0.0293, "rank_1": -1.08, "rank_3": 0.375},
    },
    "cython": {
        "": {"call": 1.31e-05, "wake": 5e-06, "python": 4e-06, "prepared": 6.61e-14, "weights":
            1.8e-12, "filters": 1.81e-10, "workers": -0.1, "taps": 0.217, "taps_8": -0.0616,
            "taps_64": 0.0275, "kernel_row": 0.018, "ic_per_group": 0.301, "ic_per_group_16":
            -0.129, "oc_per_group": -0.00702, "oc_per_group_8": 0.121, "oc_per_group_32": 0.0167,
            "groups": 0.171, "row": 0.377, "row_16": -0.254, "row_128": 0.11, "rows": 0.0976,
            "rows_16": 0.0924, "image": -0.188, "image_32": -0.14, "image_256": 0.448, "double":
            0.127, "complex": 0.0296, "complex_double": -0.0406, "integer": -0.0297,
            "narrow_integer": 0.214, "converted": 1.32, "half": 1.68, "channels_last": 1.21,
            "stride": 0.055, "dilation": -0.301, "bordered": 0.0997, "bordered_padded": -0.0295,
            "rank_1": -0.468, "rank_3": 0.264},
    },
    "naive": {
        "": {"call": 1.95e-06, "wake": 5e-06, "python": 4e-06, "prepared": 1e-10, "weights":
            3.61e-09, "filters": 7.23e-08, "workers": -0.7, "taps": 0.053, "taps_8": -0.0737,
            "taps_64": -0.0197, "kernel_row": 0.0103, "ic_per_group": -0.0127, "ic_per_group_16":
            -0.0558, "oc_per_group": -0.0171, "oc_per_group_8": -0.0387, "oc_per_group_32": 0.0377,
            "groups": -0.0618, "row": -0.0164, "row_16": -0.0542, "row_128": 0.854, "rows": -0.0173,
            "rows_16": 0.317, "image": 0.00437, "image_32": -0.0174, "image_256": -0.00764,
            "double": -0.596, "complex": -0.277, "complex_double": -1.29, "integer": -1.07,
            "narrow_integer": -0.0854, "converted": 1.18, "half": -0.219, "channels_last": 0.137,
            "stride": 0.0264, "dilation": 0.0207, "bordered": -0.0196, "bordered_padded": 0.0126,
            "rank_1": -0.094, "rank_3": 0.0726},
    },
}
