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
    "problems": 3987,
    "machine": {"cpu": "Intel(R) Xeon(R) Processor", "isa": "v4", "cpus": 2},
    "caches": {"l1": 49152, "l2": 2097152, "l3": 272629760},
    "libraries": {"numpy": "2.4.6", "scipy": "1.17.1"},
    "caution": {"direct": 1.0, "im2col": 1.2, "fft_tiled": 1.05, "fft": 1.05, "cython": 1.0,
        "winograd": 1.05, "naive": 1.0, "separable": 1.05},
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
    "direct": {"problems": 3851, "median": 1.14, "rms": 1.35, "p90": 1.6},
    "direct depthwise": {"problems": 377, "median": 1.23, "rms": 1.48, "p90": 1.92},
    "direct dot": {"problems": 55, "median": 1.36, "rms": 1.55, "p90": 1.89},
    "direct igemm": {"problems": 862, "median": 1.17, "rms": 1.36, "p90": 1.68},
    "direct igemm_int8x4": {"problems": 44, "median": 1.22, "rms": 1.43, "p90": 1.53},
    "direct pointwise": {"problems": 143, "median": 1.25, "rms": 1.42, "p90": 1.73},
    "direct spatial_1": {"problems": 488, "median": 1.1, "rms": 1.3, "p90": 1.49},
    "direct spatial_2": {"problems": 267, "median": 1.25, "rms": 1.55, "p90": 1.91},
    "direct spatial_4": {"problems": 164, "median": 1.18, "rms": 1.36, "p90": 1.66},
    "direct spatial_8": {"problems": 254, "median": 1.11, "rms": 1.3, "p90": 1.35},
    "direct spatial_in_out": {"problems": 210, "median": 1.11, "rms": 1.24, "p90": 1.41},
    "direct stencil": {"problems": 964, "median": 1.1, "rms": 1.24, "p90": 1.39},
    "direct stencil_zero_copy": {"problems": 23, "median": 1.26, "rms": 1.34, "p90": 1.55},
    "direct, preparing": {"problems": 3851, "median": 1.16, "rms": 1.42, "p90": 1.74},
    "separable": {"problems": 674, "median": 1.12, "rms": 1.23, "p90": 1.37},
    "separable box": {"problems": 361, "median": 1.11, "rms": 1.21, "p90": 1.34},
    "separable separable": {"problems": 313, "median": 1.12, "rms": 1.25, "p90": 1.4},
    "separable, preparing": {"problems": 674, "median": 1.14, "rms": 1.49, "p90": 1.88},
    "winograd": {"problems": 702, "median": 1.14, "rms": 1.27, "p90": 1.45},
    "winograd tiles_in_lanes": {"problems": 171, "median": 1.12, "rms": 1.28, "p90": 1.4},
    "winograd, preparing": {"problems": 702, "median": 1.18, "rms": 1.39, "p90": 1.6},
    "im2col": {"problems": 3216, "median": 1.16, "rms": 1.36, "p90": 1.66},
    "im2col pointwise": {"problems": 128, "median": 1.18, "rms": 1.36, "p90": 1.64},
    "im2col rows": {"problems": 1561, "median": 1.11, "rms": 1.23, "p90": 1.38},
    "im2col windows": {"problems": 1527, "median": 1.24, "rms": 1.47, "p90": 1.92},
    "im2col, preparing": {"problems": 3216, "median": 1.05, "rms": 1.28, "p90": 1.23},
    "fft_tiled": {"problems": 3704, "median": 1.15, "rms": 1.31, "p90": 1.51},
    "fft_tiled l3_filters": {"problems": 462, "median": 1.19, "rms": 1.33, "p90": 1.58},
    "fft_tiled memory_filters": {"problems": 73, "median": 1.18, "rms": 1.29, "p90": 1.5},
    "fft_tiled, preparing": {"problems": 3704, "median": 1.11, "rms": 1.64, "p90": 1.58},
    "fft": {"problems": 3706, "median": 1.13, "rms": 1.29, "p90": 1.45},
    "fft, preparing": {"problems": 3706, "median": 1.2, "rms": 1.45, "p90": 1.78},
    "cython": {"problems": 2298, "median": 1.18, "rms": 1.27, "p90": 1.49},
    "cython, preparing": {"problems": 2298, "median": 1.05, "rms": 1.15, "p90": 1.17},
    "naive": {"problems": 309, "median": 1.18, "rms": 1.42, "p90": 1.7},
    "naive, preparing": {"problems": 309, "median": 1.12, "rms": 1.23, "p90": 1.42},
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
    "bordered_padded": (0.0, 12.1),
    "rank_1": (0.0, 1.0),
    "rank_3": (0.0, 1.0),
}

SLOWDOWN: dict[str, dict[str, float]] = {
    "direct": {"v3": 2.1, "base": 5.47},
    "separable": {},
    "winograd": {"v3": 2.32, "base": 4.22},
    "im2col": {"v3": 2.32, "base": 5.37},
    "fft_tiled": {"v3": 1.3, "base": 2.05},
    "fft": {"v3": 1.11, "base": 1.3},
    "cython": {"v3": 1.0, "base": 1.0},
    "naive": {"v3": 1.0, "base": 1.0},
}

RATES: dict[str, dict[str, dict[str, float]]] = {
    "direct": {
        "": {"call": 2.57e-07, "wake": 2.67e-06, "python": 4e-06, "flops": 8.41e-12, "beyond_l2":
            3.13e-11, "beyond_l3": 5e-11, "outputs": 1.94e-10, "outputs_half": 1.91e-10,
            "outputs_last": 4.4e-11, "channel_planes": 2.37e-11, "bytes": 1.9e-12, "packed":
            3.78e-11, "gathered": 8.9e-13, "runs": 6.78e-09, "lookups": 8.93e-09, "work_items":
            2.11e-08, "work_item_products": 8.66e-13, "workers": -0.69, "taps": 0.00891, "taps_8":
            0.0569, "taps_64": 0.0407, "kernel_row": -0.0668, "ic_per_group": 0.00906,
            "ic_per_group_16": 0.0156, "oc_per_group": -0.00355, "oc_per_group_8": -0.0024,
            "oc_per_group_32": 0.00744, "groups": 0.00878, "row": 0.0271, "row_16": -0.0382,
            "row_128": -0.00458, "rows": 0.0189, "rows_16": -0.0172, "image": -0.106, "image_32":
            0.0755, "image_256": 0.0442, "double": 0.575, "complex": -0.29, "complex_double": 0.218,
            "integer": 1.22, "narrow_integer": 0.375, "converted": 0.0225, "half": 0.01,
            "channels_last": 0.0438, "stride": -0.0119, "dilation": 0.00496, "bordered": 0.0441,
            "bordered_padded": 0.0103, "rank_1": 0.122},
        "depthwise": {"call": 3.32e-07, "wake": 2.49e-06, "python": 4e-06, "flops": 6e-12,
            "beyond_l2": 3.41e-11, "beyond_l3": 5e-11, "outputs": 1.66e-10, "outputs_half":
            1.42e-10, "outputs_last": 3.6e-11, "channel_planes": 2.35e-11, "bytes": 2.34e-12,
            "packed": 2.5e-11, "gathered": 8.85e-13, "runs": 3.71e-09, "lookups": 7.44e-09,
            "work_items": 2.76e-08, "work_item_products": 8.68e-13, "workers": -0.794, "taps":
            -0.0108, "taps_8": 0.0956, "taps_64": 0.0134, "kernel_row": -0.0068, "ic_per_group":
            0.00906, "ic_per_group_16": 0.0156, "oc_per_group": -0.00355, "oc_per_group_8": -0.0024,
            "oc_per_group_32": 0.00744, "groups": -0.0141, "row": 0.0514, "row_16": -0.0246,
            "row_128": 0.00135, "rows": -0.0169, "rows_16": 0.0394, "image": -0.0515, "image_32":
            0.0523, "image_256": -0.0246, "double": 0.53, "complex": -0.29, "complex_double": 0.218,
            "integer": 0.814, "narrow_integer": -0.0352, "converted": 0.285, "half": -0.0792,
            "channels_last": -0.0325, "stride": 0.0935, "dilation": -0.0196, "bordered": 0.0414,
            "bordered_padded": -0.0037, "rank_1": -0.099, "rank_3": 0.191},
        "dot": {"call": 2.94e-07, "wake": 2.7e-06, "python": 4e-06, "flops": 7.98e-12, "beyond_l2":
            2.57e-11, "beyond_l3": 5e-11, "outputs": 1.98e-10, "outputs_half": 1.91e-10,
            "outputs_last": 4.4e-11, "channel_planes": 2.37e-11, "bytes": 2.9e-12, "packed":
            3.09e-11, "gathered": 8.94e-13, "runs": 7.21e-09, "lookups": 9.01e-09, "work_items":
            2.07e-08, "work_item_products": 8.69e-13, "workers": -0.884, "taps": -0.147, "taps_8":
            0.0647, "taps_64": 0.236, "kernel_row": -0.0506, "ic_per_group": 0.0458,
            "ic_per_group_16": 0.293, "oc_per_group": -0.0872, "oc_per_group_8": -0.0024,
            "oc_per_group_32": 0.00744, "groups": -0.0594, "row": 0.0444, "row_16": -0.285,
            "row_128": 0.0643, "rows": -0.238, "rows_16": 0.144, "image": 0.0676, "image_32": 0.156,
            "image_256": -0.0712, "double": 0.415, "complex": -0.551, "complex_double": 0.0713,
            "integer": 0.595, "narrow_integer": 0.586, "converted": -0.197, "half": 0.00309,
            "channels_last": -0.134, "stride": 0.0232, "dilation": 0.00496, "bordered": 0.0617,
            "bordered_padded": 0.097, "rank_1": 0.378, "rank_3": -0.338},
        "igemm": {"call": 2.34e-07, "wake": 3.33e-06, "python": 4e-06, "flops": 1.43e-11,
            "beyond_l2": 6.68e-11, "beyond_l3": 5e-11, "outputs": 6.33e-10, "outputs_half":
            1.36e-10, "outputs_last": 3.66e-11, "channel_planes": 2.39e-11, "bytes": 1.3e-12,
            "packed": 4.38e-11, "gathered": 9.03e-13, "runs": 9.57e-09, "lookups": 1.19e-08,
            "work_items": 2.73e-08, "work_item_products": 8.69e-13, "workers": -0.635, "taps":
            -0.0653, "taps_8": 0.0302, "taps_64": 0.0512, "kernel_row": 0.0353, "ic_per_group":
            0.018, "ic_per_group_16": 0.0145, "oc_per_group": -0.0117, "oc_per_group_8": -0.0784,
            "oc_per_group_32": 0.0959, "groups": -0.00908, "row": 0.00297, "row_16": 0.015,
            "row_128": -0.0101, "rows": 0.00155, "rows_16": 0.014, "image": -0.134, "image_32":
            0.107, "image_256": 0.0211, "double": 0.601, "complex": -0.255, "complex_double": 0.204,
            "integer": 1.24, "narrow_integer": 0.334, "converted": 0.119, "half": -0.0236,
            "channels_last": -0.0226, "stride": -0.0169, "dilation": 0.0178, "bordered": 0.094,
            "bordered_padded": 0.0252, "rank_1": -0.0785, "rank_3": 0.0749},
        "igemm_int8x4": {"call": 2.21e-07, "wake": 2.57e-06, "python": 4e-06, "flops": 4.05e-12,
            "beyond_l2": 3.24e-11, "beyond_l3": 5e-11, "outputs": 2.66e-10, "outputs_half":
            1.91e-10, "outputs_last": 4.33e-11, "channel_planes": 2.37e-11, "bytes": 2.02e-12,
            "packed": 4.26e-11, "gathered": 8.92e-13, "runs": 6.11e-09, "lookups": 1.02e-08,
            "work_items": 2.08e-08, "work_item_products": 8.66e-13, "workers": -0.829, "taps":
            -0.0975, "taps_8": 0.256, "taps_64": -0.321, "kernel_row": -0.044, "ic_per_group":
            0.00155, "ic_per_group_16": -0.0487, "oc_per_group": 0.221, "oc_per_group_8": -0.169,
            "oc_per_group_32": -0.106, "groups": 0.0273, "row": -0.0149, "row_16": 0.178, "row_128":
            -0.141, "rows": 0.0513, "rows_16": -0.0705, "image": -0.112, "image_32": -0.0331,
            "image_256": 0.156, "double": 0.575, "complex": -0.29, "complex_double": 0.218,
            "integer": 1.22, "narrow_integer": 0.495, "converted": 0.143, "half": 0.01,
            "channels_last": -0.31, "stride": 0.306, "dilation": 0.0255, "bordered": 0.0134,
            "bordered_padded": -0.0654, "rank_1": -0.196, "rank_3": 0.184},
        "pointwise": {"call": 1.7e-07, "wake": 2.67e-06, "python": 4e-06, "flops": 9.03e-12,
            "beyond_l2": 3.02e-11, "beyond_l3": 5e-11, "outputs": 1.88e-10, "outputs_half":
            1.54e-10, "outputs_last": 3.76e-11, "channel_planes": 2.34e-11, "bytes": 2.38e-12,
            "packed": 4.8e-11, "gathered": 8.99e-13, "runs": 1.21e-08, "lookups": 8.93e-09,
            "work_items": 3.22e-08, "work_item_products": 8.65e-13, "workers": -0.69, "taps":
            0.00891, "taps_8": 0.0569, "taps_64": 0.0407, "kernel_row": -0.0668, "ic_per_group":
            -0.169, "ic_per_group_16": 0.172, "oc_per_group": 0.211, "oc_per_group_8": -0.271,
            "oc_per_group_32": 0.0343, "groups": 0.141, "row": -0.0295, "row_16": -0.0333,
            "row_128": 0.0963, "rows": 0.0475, "rows_16": -0.0176, "image": -0.0427, "image_32":
            0.0227, "image_256": 0.0395, "double": 0.601, "complex": -0.276, "complex_double":
            0.207, "integer": 0.909, "narrow_integer": 0.684, "converted": 0.0964, "half": -0.0614,
            "channels_last": -0.0997, "stride": 0.0904, "dilation": 0.0369, "bordered": 0.0441,
            "bordered_padded": 0.0103, "rank_1": 0.196, "rank_3": -0.107},
        "spatial_1": {"call": 2.18e-07, "wake": 2.69e-06, "python": 4e-06, "flops": 9.48e-12,
            "beyond_l2": 3.16e-11, "beyond_l3": 5e-11, "outputs": 1.23e-10, "outputs_half":
            2.12e-10, "outputs_last": 4.4e-11, "channel_planes": 2.37e-11, "bytes": 1.79e-12,
            "packed": 3.49e-11, "gathered": 8.94e-13, "runs": 3.85e-09, "lookups": 9.29e-09,
            "work_items": 6.66e-08, "work_item_products": 8.66e-13, "workers": -0.737, "taps":
            -0.03, "taps_8": 0.0232, "taps_64": -0.0633, "kernel_row": 0.106, "ic_per_group":
            0.0643, "ic_per_group_16": -0.196, "oc_per_group": -0.00355, "oc_per_group_8": -0.0024,
            "oc_per_group_32": 0.00744, "groups": -0.0281, "row": -0.00904, "row_16": 0.0562,
            "row_128": -0.0501, "rows": 0.00623, "rows_16": 0.00528, "image": -0.175, "image_32":
            0.166, "image_256": 0.0109, "double": 0.585, "complex": -0.29, "complex_double": 0.218,
            "integer": 0.998, "narrow_integer": 0.401, "converted": -0.169, "half": 0.0912,
            "channels_last": 0.282, "stride": 0.157, "dilation": 0.0219, "bordered": -0.0025,
            "bordered_padded": 0.016, "rank_1": -0.414, "rank_3": 0.249},
        "spatial_2": {"call": 2.46e-07, "wake": 2.66e-06, "python": 4e-06, "flops": 7.52e-12,
            "beyond_l2": 5.05e-11, "beyond_l3": 5e-11, "outputs": 1.06e-10, "outputs_half":
            1.72e-10, "outputs_last": 4.21e-11, "channel_planes": 2.37e-11, "bytes": 2.53e-12,
            "packed": 8.21e-11, "gathered": 9.53e-13, "runs": 3.92e-09, "lookups": 1.65e-08,
            "work_items": 2.79e-08, "work_item_products": 8.66e-13, "workers": -0.682, "taps":
            -0.0276, "taps_8": -0.0961, "taps_64": 0.108, "kernel_row": 0.0207, "ic_per_group":
            -0.0511, "ic_per_group_16": 0.209, "oc_per_group": 0.168, "oc_per_group_8": -0.0024,
            "oc_per_group_32": 0.00744, "groups": 0.00118, "row": -0.0547, "row_16": -0.00803,
            "row_128": 0.0326, "rows": 0.0324, "rows_16": -0.0372, "image": -0.0706, "image_32":
            0.0791, "image_256": 0.0245, "double": 0.474, "complex": 0.0724, "complex_double":
            0.412, "integer": 0.424, "narrow_integer": 0.456, "converted": -0.0176, "half": 0.0712,
            "channels_last": -0.0233, "stride": 0.105, "dilation": 0.0167, "bordered": -0.0859,
            "bordered_padded": -0.0164, "rank_1": 0.285, "rank_3": 0.0648},
        "spatial_4": {"call": 2.62e-07, "wake": 2.77e-06, "python": 4e-06, "flops": 6.11e-12,
            "beyond_l2": 5.58e-11, "beyond_l3": 5e-11, "outputs": 1.72e-10, "outputs_half":
            1.02e-10, "outputs_last": 4.24e-11, "channel_planes": 2.37e-11, "bytes": 1.86e-12,
            "packed": 8.09e-11, "gathered": 9.02e-13, "runs": 5.46e-09, "lookups": 8.9e-09,
            "work_items": 2.42e-08, "work_item_products": 8.66e-13, "workers": -0.743, "taps":
            -0.131, "taps_8": 0.0587, "taps_64": 0.0058, "kernel_row": 0.0867, "ic_per_group":
            0.0304, "ic_per_group_16": -0.00157, "oc_per_group_8": -0.014, "oc_per_group_32":
            0.00655, "groups": -0.00951, "row": -0.0114, "row_16": -0.0669, "row_128": 0.0137,
            "rows": 0.0471, "rows_16": -0.0901, "image": -0.0709, "image_32": 0.0914, "image_256":
            0.0367, "double": 0.304, "complex": -0.306, "complex_double": 0.203, "integer": 1.41,
            "narrow_integer": 0.176, "converted": 0.123, "half": -0.115, "channels_last": 0.108,
            "stride": 0.165, "dilation": -0.0412, "bordered": 0.0373, "bordered_padded": 0.16,
            "rank_1": 0.128, "rank_3": 0.119},
        "spatial_8": {"call": 2.76e-07, "wake": 2.58e-06, "python": 4e-06, "flops": 8.48e-12,
            "beyond_l2": 3.31e-11, "beyond_l3": 5e-11, "outputs": 2.19e-10, "outputs_half":
            1.79e-10, "outputs_last": 4.42e-11, "channel_planes": 2.37e-11, "bytes": 1.95e-12,
            "packed": 3.96e-11, "gathered": 8.96e-13, "runs": 5.19e-09, "lookups": 1.01e-08,
            "work_items": 1.47e-08, "work_item_products": 8.66e-13, "workers": -0.63, "taps":
            -0.0658, "taps_8": 0.0422, "taps_64": -0.0229, "kernel_row": 0.0375, "ic_per_group":
            0.0124, "ic_per_group_16": 0.0168, "oc_per_group": -0.0524, "oc_per_group_8": 0.0139,
            "oc_per_group_32": 0.0139, "groups": 0.00593, "row": 0.09, "row_16": -0.0792, "row_128":
            0.0097, "rows": 0.00955, "rows_16": 0.0128, "image": -0.112, "image_32": 0.0445,
            "image_256": 0.0617, "double": 0.622, "complex": -0.56, "complex_double": -0.0838,
            "integer": 1.49, "narrow_integer": 0.283, "converted": 0.0639, "half": -0.221,
            "channels_last": 0.00383, "stride": 0.12, "dilation": -0.00708, "bordered": 0.054,
            "bordered_padded": 0.0744, "rank_1": -0.0742, "rank_3": 0.0726},
        "spatial_in_out": {"call": 2.53e-07, "wake": 2.44e-06, "python": 4e-06, "flops": 9.33e-12,
            "beyond_l2": 2.78e-11, "beyond_l3": 5e-11, "outputs": 2.24e-10, "outputs_half":
            1.91e-10, "outputs_last": 4.4e-11, "channel_planes": 2.37e-11, "bytes": 1.86e-12,
            "packed": 4.07e-11, "gathered": 8.81e-13, "runs": 4.73e-09, "lookups": 1.48e-08,
            "work_items": 1.23e-08, "work_item_products": 8.66e-13, "workers": -0.711, "taps":
            -0.11, "taps_8": 0.0785, "taps_64": -0.0061, "kernel_row": 0.0233, "ic_per_group":
            -0.00752, "ic_per_group_16": 0.0665, "oc_per_group": -0.0562, "oc_per_group_8": 0.0817,
            "oc_per_group_32": -0.0714, "groups": 0.00749, "row": -0.0206, "row_16": 0.0768,
            "row_128": -0.00975, "rows": 0.0301, "rows_16": 0.0109, "image": -0.0393, "image_32":
            -0.0469, "image_256": 0.0527, "double": 0.583, "complex": -0.29, "complex_double":
            0.218, "integer": 1.81, "narrow_integer": 0.375, "converted": -0.0868, "half": 0.01,
            "channels_last": 0.0438, "stride": 0.0859, "dilation": 0.00735, "bordered": 0.0197,
            "bordered_padded": -0.0269, "rank_1": -0.139, "rank_3": 0.0998},
        "stencil": {"call": 3.96e-07, "wake": 2.59e-06, "python": 4e-06, "flops": 2.56e-11,
            "beyond_l2": 4.3e-11, "beyond_l3": 5e-11, "outputs": 1.01e-10, "outputs_half": 1.56e-10,
            "outputs_last": 4.38e-11, "channel_planes": 2.37e-11, "bytes": 1.81e-12, "packed":
            2.18e-11, "gathered": 8.47e-13, "runs": 3.13e-09, "lookups": 1.33e-08, "work_items":
            1.82e-08, "work_item_products": 8.66e-13, "workers": -0.718, "taps": -0.132, "taps_8":
            0.135, "taps_64": 0.0068, "kernel_row": 0.0153, "ic_per_group": 0.0272,
            "ic_per_group_16": -0.0705, "oc_per_group": -0.024, "oc_per_group_8": 0.0501,
            "oc_per_group_32": 0.0971, "row": -0.0547, "row_16": 0.0137, "row_128": 0.00467, "rows":
            0.0171, "rows_16": -0.0224, "image": -0.0551, "image_32": -0.0472, "image_256": 0.12,
            "double": 0.598, "complex": -0.638, "complex_double": 0.0638, "integer": 1.47,
            "narrow_integer": 0.189, "converted": 0.0401, "half": -0.009, "channels_last": -0.0101,
            "stride": 0.456, "dilation": 0.0161, "bordered": 0.104, "bordered_padded": 0.00611,
            "rank_1": 0.122, "rank_3": 0.242},
    },
    "separable": {
        "": {"call": 5.4e-07, "wake": 5.23e-06, "python": 4.2e-06, "flops": 1.03e-12, "beyond_l2":
            1.8e-12, "beyond_l3": 5.25e-11, "outputs": 6.35e-12, "outputs_half": 1.05e-10,
            "outputs_last": 1.19e-12, "channel_planes": 2.77e-09, "bytes": 5.34e-12, "packed":
            4.62e-12, "gathered": 1.15e-12, "runs": 4.38e-09, "lookups": 6.18e-10, "work_items":
            1.7e-08, "work_item_products": 1.41e-11, "workers": -0.743, "taps": 0.0686, "taps_8":
            -0.0946, "taps_64": 0.044, "kernel_row": 0.154, "groups": 0.00619, "row": 0.113,
            "row_16": -0.0559, "row_128": -0.0289, "rows": 0.0356, "rows_16": -0.0308, "image":
            0.0536, "image_32": -0.0913, "image_256": 0.0458, "double": 0.154, "complex": 0.439,
            "integer": 0.141, "converted": 0.142, "channels_last": 0.199, "stride": 0.346,
            "bordered": 0.00831, "bordered_padded": 0.0527, "rank_1": 0.19, "rank_3": 0.166},
        "box": {"call": 6.46e-07, "wake": 5.36e-06, "python": 4.2e-06, "flops": 1.05e-12,
            "beyond_l2": 1.8e-12, "beyond_l3": 5.25e-11, "outputs": 6.11e-12, "outputs_half":
            1.05e-10, "outputs_last": 1.18e-12, "channel_planes": 2.72e-09, "bytes": 5.66e-12,
            "packed": 6.61e-12, "gathered": 1.09e-12, "runs": 4.51e-09, "lookups": 5.77e-10,
            "work_items": 1.67e-08, "work_item_products": 1.53e-11, "workers": -0.78, "taps": 0.155,
            "taps_8": -0.209, "taps_64": 0.0689, "kernel_row": 0.162, "groups": 0.0189, "row":
            0.0943, "row_16": -0.046, "row_128": -0.00715, "rows": 0.0628, "rows_16": -0.0421,
            "image": -0.0213, "image_32": -0.00938, "image_256": 0.0385, "double": 0.115, "complex":
            0.527, "integer": 0.147, "narrow_integer": -0.0161, "converted": 0.131, "channels_last":
            0.0708, "stride": 0.348, "bordered": -0.0232, "bordered_padded": 0.134, "rank_1": 0.158,
            "rank_3": 0.128},
        "separable": {"call": 4.97e-07, "wake": 5.11e-06, "python": 4.2e-06, "flops": 1.22e-12,
            "beyond_l2": 1.98e-12, "beyond_l3": 5.25e-11, "outputs": 6.05e-12, "outputs_half":
            1.05e-10, "outputs_last": 1.17e-12, "channel_planes": 3.07e-09, "bytes": 4.6e-12,
            "packed": 3.55e-12, "gathered": 1.15e-12, "runs": 3.74e-09, "lookups": 6.05e-10,
            "work_items": 2.08e-08, "work_item_products": 1.42e-11, "workers": -0.723, "taps":
            0.0566, "taps_8": -0.062, "taps_64": 0.0155, "kernel_row": 0.136, "groups": -0.00299,
            "row": 0.0657, "row_16": -0.0488, "row_128": -0.0498, "rows": 0.00658, "rows_16":
            -0.0144, "image": 0.14, "image_32": -0.153, "image_256": 0.0353, "double": 0.209,
            "complex": 0.401, "integer": 0.141, "converted": 0.142, "channels_last": 0.23, "stride":
            0.351, "bordered": 0.0316, "bordered_padded": 0.0313, "rank_1": 0.19, "rank_3": 0.136},
    },
    "winograd": {
        "": {"call": 8.94e-07, "wake": 4.73e-06, "python": 4.2e-06, "flops": 2.38e-11, "beyond_l2":
            1.19e-10, "beyond_l3": 5.25e-11, "outputs": 7.07e-12, "outputs_half": 1.05e-10,
            "outputs_last": 4.54e-10, "channel_planes": 6.62e-08, "bytes": 2.13e-11, "packed":
            3e-13, "gathered": 1.05e-10, "runs": 5.25e-09, "lookups": 1.1e-08, "work_items":
            5.17e-09, "work_item_products": 1.48e-08, "workers": -0.685, "taps": 0.114, "taps_8":
            -0.0939, "taps_64": -0.0295, "kernel_row": -0.261, "ic_per_group": -0.0811,
            "ic_per_group_16": 0.0882, "oc_per_group": 0.00677, "oc_per_group_8": -0.0778,
            "oc_per_group_32": -0.0446, "groups": 0.00927, "row": -0.0336, "row_16": 0.131,
            "row_128": -0.0423, "rows": 0.0175, "image": -0.0413, "image_32": 0.0353, "image_256":
            -0.0424, "double": 0.272, "complex": 0.172, "complex_double": 0.44, "channels_last":
            0.0494, "dilation": 0.0992, "bordered": -0.0319, "bordered_padded": 0.00986, "rank_1":
            -0.0695, "rank_3": 0.25},
        "tiles_in_lanes": {"call": 5.64e-07, "wake": 3.63e-06, "python": 4.2e-06, "flops": 2.39e-11,
            "beyond_l2": 4.1e-11, "beyond_l3": 5.25e-11, "outputs": 6.87e-12, "outputs_half":
            1.05e-10, "outputs_last": 5.79e-10, "channel_planes": 4.6e-08, "bytes": 2.62e-11,
            "packed": 2.99e-13, "gathered": 1.05e-10, "runs": 5.25e-09, "lookups": 8.58e-09,
            "work_items": 4.97e-09, "work_item_products": 6.9e-09, "workers": -0.689, "taps":
            -0.0323, "taps_8": -0.133, "taps_64": 0.0552, "kernel_row": -0.029, "ic_per_group":
            -0.0495, "ic_per_group_16": 0.104, "oc_per_group": -0.0321, "oc_per_group_8": -0.06,
            "oc_per_group_32": 0.102, "row": -0.0336, "row_16": 0.0837, "row_128": -0.0435, "rows":
            -0.0308, "rows_16": 0.0526, "image": -0.112, "image_32": 0.156, "image_256": -0.0524,
            "double": 0.245, "complex": 0.275, "complex_double": 0.603, "channels_last": 0.12,
            "dilation": 0.14, "bordered": 0.245, "bordered_padded": -0.334, "rank_1": 0.033,
            "rank_3": 0.311},
    },
    "im2col": {
        "": {"call": 7.73e-06, "wake": 2.6e-06, "python": 4.8e-06, "flops": 2.2e-11, "beyond_l2":
            1.61e-10, "beyond_l3": 6e-11, "outputs": 2.09e-10, "outputs_half": 4.52e-11,
            "outputs_last": 1.77e-09, "channel_planes": 1.81e-10, "bytes": 1.24e-11, "packed":
            1.38e-10, "gathered": 1.89e-10, "runs": 8.82e-09, "lookups": 1.11e-08, "work_items":
            2.02e-07, "work_item_products": 3.03e-09, "workers": -0.603, "taps": -0.0264, "taps_8":
            0.0752, "taps_64": -0.0638, "kernel_row": 0.00219, "ic_per_group": 0.026,
            "ic_per_group_16": -0.00567, "oc_per_group": 0.00275, "oc_per_group_8": 0.0234,
            "oc_per_group_32": -0.001, "row": -0.0665, "row_16": 0.0652, "row_128": -0.0138, "rows":
            0.00323, "rows_16": -0.0241, "image": -0.103, "image_32": -0.0528, "image_256": 0.154,
            "double": 0.0328, "complex": 0.517, "complex_double": 0.323, "converted": 0.0611,
            "half": 0.0611, "channels_last": 0.331, "stride": 0.106, "dilation": 0.0138, "bordered":
            0.119, "bordered_padded": 0.0838, "rank_1": -0.00807, "rank_3": 0.206},
        "pointwise": {"call": 7.68e-06, "wake": 2.6e-06, "python": 4.8e-06, "flops": 2.68e-11,
            "beyond_l2": 1.31e-10, "beyond_l3": 6e-11, "outputs": 4.67e-10, "outputs_half":
            4.52e-11, "outputs_last": 1.77e-09, "channel_planes": 1.81e-10, "bytes": 1.16e-11,
            "packed": 1.38e-10, "gathered": 1.89e-10, "runs": 8.82e-09, "lookups": 1.11e-08,
            "work_items": 1.97e-07, "work_item_products": 3.21e-09, "workers": -0.227, "taps":
            -0.0264, "taps_8": 0.0752, "taps_64": -0.0638, "kernel_row": 0.00219, "ic_per_group":
            -0.11, "ic_per_group_16": 0.165, "oc_per_group": -0.106, "oc_per_group_8": 0.105,
            "oc_per_group_32": 0.0678, "row": 0.116, "row_16": -0.0867, "row_128": -0.0226, "rows":
            0.0293, "image": -0.213, "image_32": 0.12, "image_256": 0.0721, "double": 0.449,
            "complex": -0.00122, "complex_double": 0.735, "converted": 0.0611, "half": 0.0611,
            "channels_last": 0.331, "stride": 0.106, "dilation": -0.076, "bordered": 0.119,
            "bordered_padded": 0.0838, "rank_1": 0.0344, "rank_3": 0.216},
        "rows": {"call": 7.83e-06, "wake": 2.64e-06, "python": 4.8e-06, "flops": 1.61e-11,
            "beyond_l2": 1.37e-10, "beyond_l3": 6e-11, "outputs": 1.12e-10, "outputs_half":
            5.09e-11, "outputs_last": 1.99e-09, "channel_planes": 1.81e-10, "bytes": 7.81e-12,
            "packed": 1.21e-10, "gathered": 1.89e-10, "runs": 8.61e-09, "lookups": 1.11e-08,
            "work_items": 2.2e-07, "work_item_products": 1.96e-09, "workers": -0.643, "taps":
            0.0338, "taps_8": 0.0374, "taps_64": -0.0769, "kernel_row": -0.00392, "ic_per_group":
            0.0457, "ic_per_group_16": -0.0333, "oc_per_group": 0.0164, "oc_per_group_8": 0.029,
            "oc_per_group_32": 0.0276, "groups": -0.0072, "row": -0.027, "row_16": 0.0716,
            "row_128": -0.069, "rows": 0.0021, "rows_16": -0.0242, "image": -0.159, "image_32":
            -0.0171, "image_256": 0.182, "double": 0.0313, "complex": 0.517, "complex_double":
            0.323, "converted": 0.025, "half": 0.025, "channels_last": 0.113, "stride": 0.106,
            "dilation": 0.027, "bordered": 0.119, "bordered_padded": 0.0838, "rank_1": 0.0821,
            "rank_3": 0.177},
        "windows": {"call": 7.61e-06, "wake": 2.64e-06, "python": 4.8e-06, "flops": 2.67e-11,
            "beyond_l2": 1.17e-10, "beyond_l3": 6e-11, "outputs": 2.14e-10, "outputs_half":
            4.45e-11, "outputs_last": 1.8e-09, "channel_planes": 1.83e-10, "bytes": 1.21e-11,
            "packed": 1.55e-10, "gathered": 1.92e-10, "runs": 1.12e-08, "lookups": 1.09e-08,
            "work_items": 9.5e-08, "work_item_products": 2.74e-09, "workers": -0.589, "taps":
            -0.048, "taps_8": 0.0482, "taps_64": -0.0202, "kernel_row": -0.00543, "ic_per_group":
            -0.00561, "ic_per_group_16": 0.0178, "oc_per_group": 0.0113, "oc_per_group_8": 0.0094,
            "oc_per_group_32": -0.0426, "groups": 0.0133, "row": -0.101, "row_16": 0.0201,
            "row_128": 0.0649, "rows": -0.0047, "rows_16": -0.00884, "image": -0.0502, "image_32":
            -0.0565, "image_256": 0.108, "double": 0.0106, "complex": 0.553, "complex_double":
            0.356, "converted": 0.154, "half": 0.154, "channels_last": 0.341, "stride": 0.122,
            "dilation": -0.0296, "bordered": 0.136, "bordered_padded": 0.0884, "rank_1": -0.00492,
            "rank_3": 0.172},
    },
    "fft_tiled": {
        "": {"call": 3.93e-07, "wake": 1.11e-06, "python": 4.36e-08, "flops": 1.63e-11, "beyond_l2":
            4.24e-11, "beyond_l3": 5.25e-11, "outputs": 1.33e-12, "outputs_half": 2.92e-12,
            "outputs_last": 9.15e-10, "channel_planes": 5.32e-10, "bytes": 4.72e-12, "packed":
            2.04e-13, "gathered": 1.05e-10, "runs": 5.25e-09, "lookups": 5.25e-09, "work_items":
            1.61e-10, "work_item_products": 7.86e-14, "workers": -0.66, "taps": -0.0264, "taps_8":
            -0.0138, "taps_64": 0.0065, "kernel_row": 0.0408, "ic_per_group": 0.0662,
            "ic_per_group_16": 0.0447, "oc_per_group": -0.0321, "oc_per_group_8": 0.0388,
            "oc_per_group_32": 0.0245, "groups": 0.0292, "row": -0.0206, "row_16": -0.046,
            "row_128": 0.0529, "rows": -0.00373, "rows_16": -0.00404, "image": 0.0238, "image_32":
            0.0499, "image_256": -0.0468, "double": 0.461, "complex": 0.111, "complex_double":
            0.519, "converted": 0.165, "half": -0.171, "channels_last": 0.0225, "stride": 0.0944,
            "dilation": -0.0454, "bordered": 0.137, "bordered_padded": 0.0659, "rank_1": -0.0234,
            "rank_3": 0.00322},
        "l3_filters": {"call": 4.62e-07, "wake": 1.16e-06, "python": 4.33e-08, "flops": 1.65e-11,
            "beyond_l2": 2.25e-11, "beyond_l3": 5.25e-11, "outputs": 1.34e-12, "outputs_half":
            2.98e-12, "outputs_last": 8.66e-10, "channel_planes": 5.29e-10, "bytes": 4.39e-12,
            "packed": 2.06e-13, "gathered": 1.05e-10, "runs": 5.25e-09, "lookups": 5.25e-09,
            "work_items": 1.62e-10, "work_item_products": 7.97e-14, "workers": -0.747, "taps":
            0.063, "taps_8": -0.0364, "taps_64": 0.0817, "kernel_row": -0.0065, "ic_per_group":
            0.126, "ic_per_group_16": 0.106, "oc_per_group": -0.183, "oc_per_group_8": 0.305,
            "oc_per_group_32": -0.0162, "groups": 0.0935, "row": -0.0231, "row_16": -0.037,
            "row_128": -0.0173, "rows": -0.0339, "rows_16": -0.0159, "image": 0.031, "image_32":
            0.0328, "image_256": 0.0248, "double": 0.591, "complex": 0.0926, "complex_double":
            0.574, "converted": 0.12, "half": -0.0286, "channels_last": 0.0134, "stride": 0.219,
            "dilation": -0.0605, "bordered": -0.0695, "bordered_padded": 0.0569, "rank_1": 0.082,
            "rank_3": -0.0392},
        "memory_filters": {"call": 4.6e-07, "wake": 1.15e-06, "python": 4.32e-08, "flops": 5.35e-12,
            "beyond_l2": 3.11e-11, "beyond_l3": 5.25e-11, "outputs": 1.35e-12, "outputs_half":
            2.99e-12, "outputs_last": 7.47e-10, "channel_planes": 5.3e-10, "bytes": 1.18e-11,
            "packed": 2.06e-13, "gathered": 1.05e-10, "runs": 5.25e-09, "lookups": 5.25e-09,
            "work_items": 1.62e-10, "work_item_products": 7.98e-14, "workers": -0.443, "taps":
            0.0377, "taps_8": 0.0227, "taps_64": -0.00218, "kernel_row": -0.0247, "ic_per_group":
            0.0278, "ic_per_group_16": 0.0316, "oc_per_group": 0.16, "oc_per_group_8": 0.437,
            "oc_per_group_32": -0.632, "groups": -0.143, "row": 0.0118, "row_16": -0.102, "row_128":
            0.0669, "rows": 0.00271, "rows_16": 0.0543, "image": -0.039, "image_32": 0.11,
            "image_256": -0.0447, "double": 0.156, "complex": 0.0376, "complex_double": 0.228,
            "converted": -0.00629, "half": -0.237, "channels_last": -0.0236, "stride": 0.0762,
            "dilation": -0.0132, "bordered": 0.0294, "bordered_padded": -0.0782, "rank_1": 0.224,
            "rank_3": -0.0543},
    },
    "fft": {
        "": {"call": 2.92e-05, "wake": 0.000365, "python": 3.89e-07, "flops": 8.1e-12, "beyond_l2":
            7.91e-11, "beyond_l3": 5.25e-11, "outputs": 1.78e-09, "outputs_half": 1.75e-11,
            "outputs_last": 7.84e-10, "channel_planes": 8.51e-09, "bytes": 3.69e-11, "packed":
            6.35e-10, "gathered": 1.05e-10, "runs": 5.25e-09, "lookups": 5.25e-09, "work_items":
            6.06e-05, "work_item_products": 3.33e-11, "workers": -0.179, "taps": 0.0181, "taps_8":
            -0.0226, "taps_64": -0.00558, "kernel_row": 0.0162, "ic_per_group": -0.0471,
            "ic_per_group_16": 0.0292, "oc_per_group": 0.124, "oc_per_group_8": -0.107,
            "oc_per_group_32": 0.0408, "groups": -0.00275, "row": 0.00704, "row_16": 0.00625,
            "row_128": -0.0168, "rows": -0.00232, "rows_16": 0.00561, "image": 0.013, "image_32":
            0.0141, "image_256": -0.0352, "double": 0.102, "complex": 0.177, "complex_double":
            0.151, "converted": -0.0586, "half": 0.232, "channels_last": 0.0289, "stride": 0.0421,
            "dilation": 0.00886, "bordered": 0.206, "bordered_padded": 0.0482, "rank_1": -0.265,
            "rank_3": 0.117},
    },
    "cython": {
        "": {"call": 1.59e-07, "wake": 4.56e-06, "python": 4e-06, "flops": 1.98e-11, "beyond_l2":
            4.59e-11, "beyond_l3": 5e-11, "outputs": 9.44e-10, "outputs_half": 1.26e-09,
            "outputs_last": 5.78e-10, "channel_planes": 3.93e-09, "bytes": 6.41e-11, "packed":
            2.13e-11, "gathered": 4.83e-10, "runs": 3.35e-09, "lookups": 3.57e-09, "work_items":
            2.03e-08, "work_item_products": 9.88e-11, "workers": -0.648, "taps": -0.0185, "taps_8":
            0.00133, "taps_64": -0.00164, "kernel_row": 0.00756, "ic_per_group": -0.0132,
            "ic_per_group_16": 0.016, "oc_per_group": 0.189, "oc_per_group_8": -0.0256,
            "oc_per_group_32": -0.139, "groups": 0.00548, "row": -0.0878, "row_16": 0.11, "row_128":
            -0.0343, "rows": 0.0266, "rows_16": -0.0319, "image": 0.0278, "image_32": -0.0467,
            "image_256": 0.0246, "double": -0.182, "complex": -0.327, "complex_double": -0.931,
            "integer": -0.111, "narrow_integer": -0.0529, "converted": 0.0363, "half": 0.443,
            "channels_last": -0.0382, "stride": -0.0254, "dilation": -0.00897, "bordered": -0.00342,
            "bordered_padded": -0.00716, "rank_1": -0.0555, "rank_3": 0.0496},
    },
    "naive": {
        "": {"call": 7.87e-06, "wake": 5e-06, "python": 4e-06, "flops": 1e-11, "beyond_l2": 2e-11,
            "beyond_l3": 5e-11, "outputs": 1e-11, "outputs_half": 1e-10, "outputs_last": 1e-10,
            "channel_planes": 1e-09, "bytes": 3.52e-07, "packed": 2e-11, "gathered": 1e-10, "runs":
            5e-09, "lookups": 5e-09, "work_items": 1e-07, "work_item_products": 1e-10, "workers":
            -0.7, "taps": -0.422, "taps_8": 0.138, "taps_64": 0.114, "kernel_row": 0.108,
            "ic_per_group": -0.325, "ic_per_group_16": 0.0797, "oc_per_group": -0.486,
            "oc_per_group_8": 0.179, "oc_per_group_32": 0.313, "groups": 0.0238, "row": -0.00426,
            "row_16": 0.0217, "row_128": 0.0129, "rows_16": 0.0564, "image": -0.0111, "image_32":
            -0.0403, "image_256": 0.0434, "double": -0.69, "complex": -2.06, "complex_double":
            -2.66, "integer": -0.912, "narrow_integer": -0.891, "converted": 0.0149, "half": 0.0524,
            "channels_last": -0.00934, "stride": -0.0375, "dilation": 0.0102, "bordered": 0.131,
            "bordered_padded": 0.0188, "rank_1": -0.184, "rank_3": 0.0278},
    },
}

PREPARE: dict[str, dict[str, dict[str, float]]] = {
    "direct": {
        "": {"call": 4.52e-06, "wake": 5e-06, "python": 4e-06, "prepared": 1.89e-11, "weights":
            2.15e-11, "filters": 6.82e-09, "workers": -0.116, "taps": 0.195, "taps_8": -0.115,
            "taps_64": -0.0515, "kernel_row": -0.0275, "ic_per_group": 0.0919, "ic_per_group_16":
            0.0556, "oc_per_group": -0.121, "oc_per_group_8": 0.0112, "oc_per_group_32": 0.0825,
            "groups": -0.0422, "row": -0.0585, "row_16": 0.0104, "row_128": 0.0688, "rows": 0.0501,
            "rows_16": -0.0225, "image": 0.067, "image_32": -0.133, "image_256": 0.0546, "double":
            -0.145, "complex": 0.987, "complex_double": 0.742, "integer": 0.272, "narrow_integer":
            1.55, "converted": 0.518, "half": 0.333, "channels_last": 0.861, "stride": 0.00402,
            "dilation": -0.0284, "bordered": -0.185, "bordered_padded": 0.0247, "rank_1": 0.3,
            "rank_3": -0.088},
        "depthwise": {"call": 5.07e-06, "wake": 5e-06, "python": 4e-06, "prepared": 2.01e-11,
            "weights": 1.22e-10, "filters": 1.14e-08, "workers": -0.1, "taps": 0.136, "taps_8":
            -0.218, "taps_64": 0.133, "kernel_row": 0.109, "ic_per_group": 0.0919,
            "ic_per_group_16": 0.0556, "oc_per_group": -0.121, "oc_per_group_8": 0.0112,
            "oc_per_group_32": 0.0825, "groups": -0.197, "row": -0.102, "row_16": -0.104, "row_128":
            0.143, "rows": 0.2, "rows_16": -0.159, "image": 0.0592, "image_32": -0.208, "image_256":
            0.228, "double": -0.386, "complex": 0.987, "complex_double": 0.742, "integer": -0.291,
            "narrow_integer": 0.779, "converted": 0.773, "half": 0.398, "channels_last": 0.835,
            "stride": -0.0541, "dilation": -0.478, "bordered": -0.217, "bordered_padded": 0.055,
            "rank_1": 0.802, "rank_3": -0.261},
        "dot": {"call": 4.2e-06, "wake": 5e-06, "python": 4e-06, "prepared": 2.64e-12, "weights":
            2.31e-11, "filters": 1.29e-07, "workers": -0.1, "taps": 0.151, "taps_8": -0.514,
            "taps_64": 0.368, "kernel_row": 0.0587, "ic_per_group": 0.546, "ic_per_group_16": -0.93,
            "oc_per_group": 0.143, "oc_per_group_8": 0.0112, "oc_per_group_32": 0.0825, "groups":
            -0.271, "row": -0.665, "row_16": 0.146, "row_128": 0.0135, "rows": -0.363, "rows_16":
            0.2, "image": 0.513, "image_32": -0.0744, "image_256": 0.0843, "double": -0.146,
            "complex": 0.955, "complex_double": 1.01, "integer": 0.696, "narrow_integer": 1.33,
            "converted": 0.57, "half": 0.518, "channels_last": 0.782, "stride": 0.0661, "dilation":
            -0.0284, "bordered": -0.182, "bordered_padded": 0.043, "rank_1": 0.21, "rank_3": 0.125},
        "igemm": {"call": 6.19e-06, "wake": 5e-06, "python": 4e-06, "prepared": 1.32e-11, "weights":
            1.19e-11, "filters": 4.32e-09, "workers": -0.102, "taps": -0.174, "taps_8": 0.38,
            "taps_64": -0.093, "kernel_row": 0.0183, "ic_per_group": 0.173, "ic_per_group_16":
            0.0834, "oc_per_group": 0.0185, "oc_per_group_8": 0.0333, "oc_per_group_32": 0.0457,
            "groups": 0.0834, "row": -0.0575, "row_16": 0.05, "row_128": 0.0539, "rows": 0.0384,
            "rows_16": 0.00276, "image": -0.00182, "image_32": -0.0291, "image_256": -0.0403,
            "double": 0.0343, "complex": 0.999, "complex_double": 1.08, "integer": 0.527,
            "narrow_integer": 1.16, "converted": 0.311, "half": 0.31, "channels_last": 0.919,
            "stride": -0.00878, "dilation": 0.0778, "bordered": -0.223, "bordered_padded": 0.0242,
            "rank_1": -0.0228, "rank_3": -0.0784},
        "igemm_int8x4": {"call": 7.31e-06, "wake": 5e-06, "python": 4e-06, "prepared": 2.25e-11,
            "weights": 3.23e-11, "filters": 1.6e-09, "workers": -0.207, "taps": 0.083, "taps_8":
            -0.0908, "taps_64": 0.687, "kernel_row": -0.308, "ic_per_group": 0.347,
            "ic_per_group_16": -0.245, "oc_per_group": -0.0355, "oc_per_group_8": -0.124,
            "oc_per_group_32": 0.187, "groups": 0.0533, "row": -0.199, "row_16": 0.0771, "row_128":
            0.116, "rows": -0.0355, "rows_16": 0.115, "image": 0.113, "image_32": -0.143,
            "image_256": 0.0366, "double": -0.145, "complex": 0.987, "complex_double": 0.742,
            "integer": 0.272, "narrow_integer": 1.62, "converted": 0.59, "half": 0.333,
            "channels_last": 0.758, "stride": -0.439, "dilation": -0.00207, "bordered": -0.338,
            "bordered_padded": -0.188, "rank_1": 0.58, "rank_3": 0.149},
        "pointwise": {"call": 6.99e-06, "wake": 5e-06, "python": 4e-06, "prepared": 1.93e-11,
            "weights": 2.34e-11, "filters": 1.63e-09, "workers": -0.116, "taps": 0.195, "taps_8":
            -0.115, "taps_64": -0.0515, "kernel_row": -0.0275, "ic_per_group": -0.00242,
            "ic_per_group_16": 0.171, "oc_per_group": -0.391, "oc_per_group_8": 0.545,
            "oc_per_group_32": -0.0434, "groups": 0.24, "row": 0.00438, "row_16": 0.0191, "row_128":
            -0.0739, "rows": -0.0987, "rows_16": 0.151, "image": 0.0507, "image_32": -0.00964,
            "image_256": -0.0368, "double": 0.159, "complex": 1.49, "complex_double": 1.18,
            "integer": 0.272, "narrow_integer": 1.64, "converted": 0.594, "half": 0.382,
            "channels_last": 0.695, "stride": 0.0815, "dilation": -0.00159, "bordered": -0.185,
            "bordered_padded": 0.0247, "rank_1": -0.0193, "rank_3": 0.0992},
        "spatial_1": {"call": 2.43e-06, "wake": 5e-06, "python": 4e-06, "prepared": 1.97e-11,
            "weights": 2.3e-11, "filters": 3.11e-06, "workers": -0.328, "taps": -0.0967, "taps_8":
            0.0669, "taps_64": 0.0393, "kernel_row": 0.0375, "ic_per_group": 0.0727,
            "ic_per_group_16": 0.434, "oc_per_group": -0.121, "oc_per_group_8": 0.0112,
            "oc_per_group_32": 0.0825, "groups": -0.614, "row": -0.0229, "row_16": 0.0347,
            "row_128": -0.00289, "rows": 0.0125, "rows_16": -0.015, "image": -0.0187, "image_32":
            -0.0273, "image_256": 0.0441, "double": 0.0125, "complex": 0.987, "complex_double":
            0.742, "integer": 0.462, "narrow_integer": 0.749, "converted": 0.529, "half": 0.315,
            "channels_last": -0.0121, "stride": -0.0686, "dilation": 0.012, "bordered": -0.0219,
            "bordered_padded": -0.042, "rank_1": -0.335, "rank_3": 0.0655},
        "spatial_2": {"call": 3.91e-06, "wake": 5e-06, "python": 4e-06, "prepared": 4.2e-11,
            "weights": 2.2e-11, "filters": 1.58e-07, "workers": -0.22, "taps": -0.114, "taps_8":
            0.275, "taps_64": -0.191, "kernel_row": 0.00885, "ic_per_group": -0.00209,
            "ic_per_group_16": 0.269, "oc_per_group": 0.363, "oc_per_group_8": 0.0112,
            "oc_per_group_32": 0.0825, "groups": -0.264, "row": -0.105, "row_16": -0.126, "row_128":
            0.184, "rows": 0.0849, "rows_16": -0.162, "image": 0.15, "image_32": -0.111,
            "image_256": 0.0154, "double": -0.267, "complex": 1.23, "complex_double": 1.04,
            "integer": 0.752, "narrow_integer": 1.42, "converted": 0.685, "half": 0.542,
            "channels_last": 0.388, "stride": -0.0319, "dilation": -0.192, "bordered": 0.0907,
            "bordered_padded": -0.0254, "rank_1": 0.331, "rank_3": -0.179},
        "spatial_4": {"call": 5.72e-06, "wake": 5e-06, "python": 4e-06, "prepared": 8.82e-12,
            "weights": 3.29e-11, "filters": 3.23e-08, "workers": -0.1, "taps": 0.218, "taps_8":
            -0.156, "taps_64": 0.167, "kernel_row": -0.122, "ic_per_group": -0.0501,
            "ic_per_group_16": 0.183, "oc_per_group": 0.0898, "oc_per_group_8": -0.203,
            "oc_per_group_32": 0.244, "groups": -0.0826, "row": 0.021, "row_16": 0.00592, "row_128":
            -0.00693, "rows": 0.152, "rows_16": -0.181, "image": -0.0577, "image_256": 0.0372,
            "double": -0.312, "complex": 0.905, "complex_double": 0.864, "integer": 0.0851,
            "narrow_integer": 1.36, "converted": 0.403, "half": 0.208, "channels_last": 0.914,
            "stride": -0.0764, "dilation": 0.046, "bordered": -0.207, "bordered_padded": -0.0742,
            "rank_1": 0.397, "rank_3": 0.117},
        "spatial_8": {"call": 4.38e-06, "wake": 5e-06, "python": 4e-06, "prepared": 2.34e-11,
            "weights": 1.85e-11, "filters": 6.65e-09, "workers": -0.252, "taps": 0.253, "taps_8":
            -0.162, "taps_64": -0.117, "kernel_row": -0.0621, "ic_per_group": 0.0644,
            "ic_per_group_16": 0.083, "oc_per_group": -0.291, "oc_per_group_8": 0.194,
            "oc_per_group_32": 0.0382, "groups": -0.104, "row": 0.0397, "row_16": -0.097, "row_128":
            0.0835, "rows_16": 0.0534, "image": 0.171, "image_32": -0.291, "image_256": 0.0918,
            "double": -0.318, "complex": 1.16, "complex_double": 0.648, "integer": -0.0977,
            "narrow_integer": 2.02, "converted": 0.848, "half": 0.81, "channels_last": 1.16,
            "stride": 0.0993, "dilation": 0.0529, "bordered": -0.092, "bordered_padded": 0.0431,
            "rank_1": 0.0458, "rank_3": -0.22},
        "spatial_in_out": {"call": 4.49e-06, "wake": 5e-06, "python": 4e-06, "prepared": 2.99e-11,
            "weights": 1.9e-11, "filters": 7.13e-09, "workers": -0.168, "taps": 0.0331, "taps_8":
            -0.0932, "taps_64": 0.0862, "kernel_row": -0.0122, "ic_per_group": 0.0131,
            "ic_per_group_16": -0.0528, "oc_per_group": 0.0494, "oc_per_group_8": -0.0663,
            "oc_per_group_32": -0.164, "groups": -0.112, "row": -0.428, "row_16": 0.292, "row_128":
            0.0598, "rows": 0.0313, "rows_16": -0.0412, "image": 0.405, "image_32": -0.25,
            "image_256": -0.121, "double": -0.322, "complex": 0.987, "complex_double": 0.742,
            "integer": 0.0744, "narrow_integer": 1.55, "converted": 0.565, "half": 0.333,
            "channels_last": 0.861, "stride": 0.0666, "dilation": 0.0563, "bordered": -0.0543,
            "bordered_padded": 0.141, "rank_1": 0.546, "rank_3": -0.141},
        "stencil": {"call": 4.04e-06, "wake": 5e-06, "python": 4e-06, "prepared": 1.32e-11,
            "weights": 2.23e-11, "filters": 1.71e-08, "workers": -0.256, "taps": 0.147, "taps_8":
            -0.304, "taps_64": -0.23, "kernel_row": 0.34, "ic_per_group": -0.0125,
            "ic_per_group_16": -0.504, "oc_per_group": -0.5, "oc_per_group_8": 0.619,
            "oc_per_group_32": -0.553, "groups": -0.288, "row": -0.14, "row_16": 0.0286, "row_128":
            0.281, "rows": 0.373, "rows_16": -0.225, "image": 0.0454, "image_32": -0.0556,
            "image_256": -0.0553, "double": 0.0499, "complex": 0.902, "complex_double": 0.86,
            "integer": 0.409, "narrow_integer": 1.74, "converted": 0.966, "half": 0.547,
            "channels_last": 1.05, "stride": 0.244, "dilation": 0.209, "bordered": -0.0943,
            "bordered_padded": -0.029, "rank_1": 0.3, "rank_3": 0.144},
    },
    "separable": {
        "": {"call": 1.32e-06, "wake": 5e-06, "python": 4e-06, "prepared": 3.18e-12, "weights":
            1.92e-10, "filters": 5.43e-09, "workers": -0.25, "taps": -0.417, "taps_8": 0.551,
            "taps_64": -0.162, "kernel_row": 0.122, "groups": 0.138, "row": -0.0604, "row_16":
            0.0629, "row_128": -0.0219, "rows": -0.367, "rows_16": 0.412, "image": 0.432,
            "image_32": -0.338, "image_256": -0.0987, "double": 0.0325, "complex": 0.25, "integer":
            0.0905, "narrow_integer": 0.405, "converted": 0.526, "channels_last": 0.226, "stride":
            0.0671, "bordered": 0.00723, "bordered_padded": 0.0525, "rank_1": -1.37, "rank_3":
            -0.00552},
        "box": {"call": 1.29e-06, "wake": 5e-06, "python": 4e-06, "prepared": 3.09e-12, "weights":
            1.71e-10, "filters": 2.48e-08, "workers": -0.272, "taps": 0.025, "taps_8": 0.152,
            "taps_64": -0.245, "kernel_row": 0.069, "groups": -0.0818, "row": 0.12, "row_16":
            -0.194, "row_128": 0.132, "rows": -0.262, "rows_16": 0.271, "image": 0.2, "image_32":
            -0.332, "image_256": 0.136, "double": 0.204, "complex": 0.0146, "integer": 0.0478,
            "narrow_integer": 0.661, "converted": 0.716, "channels_last": 0.406, "stride": 0.0934,
            "bordered": -0.179, "bordered_padded": 0.28, "rank_1": -1.37, "rank_3": -0.0193},
        "separable": {"call": 1.28e-06, "wake": 5e-06, "python": 4e-06, "prepared": 3.15e-12,
            "weights": 2.03e-10, "filters": 3.72e-09, "workers": -0.193, "taps": -1.15, "taps_8":
            1.49, "taps_64": -0.426, "kernel_row": 0.223, "groups": 0.26, "row": 0.0365, "row_16":
            0.138, "row_128": -0.0508, "rows": -0.296, "rows_16": 0.491, "image": 0.498, "image_32":
            -0.388, "image_256": -0.254, "double": -0.155, "complex": 0.701, "integer": 0.0905,
            "narrow_integer": 0.405, "converted": 0.526, "channels_last": 0.112, "stride": 0.209,
            "bordered": -0.272, "bordered_padded": -0.00129, "rank_1": -1.37, "rank_3": 0.183},
    },
    "winograd": {
        "": {"call": 1.38e-05, "wake": 5e-06, "python": 4e-06, "prepared": 1.06e-10, "weights":
            2.75e-12, "filters": 1.72e-08, "workers": -0.1, "taps": -0.365, "taps_8": 0.36,
            "taps_64": 0.394, "kernel_row": 1.2, "ic_per_group": -0.174, "ic_per_group_16": 0.239,
            "oc_per_group": -0.00405, "oc_per_group_8": 0.0311, "oc_per_group_32": 0.00483,
            "groups": -0.0705, "row": -0.0479, "row_16": 0.0427, "row_128": 0.0943, "rows": -0.022,
            "rows_16": 0.0332, "image": -0.00631, "image_32": 0.0142, "image_256": 0.00129,
            "double": -0.369, "complex": 0.817, "complex_double": 0.287, "channels_last": 0.343,
            "dilation": 0.0518, "bordered": 0.00672, "bordered_padded": -0.056, "rank_1": -0.658,
            "rank_3": 0.276},
        "tiles_in_lanes": {"call": 1.14e-05, "wake": 5e-06, "python": 4e-06, "prepared": 1.07e-10,
            "weights": 2.82e-12, "filters": 4.78e-08, "workers": -0.1, "taps": -0.458, "taps_8":
            0.384, "taps_64": -0.123, "kernel_row": 1.73, "ic_per_group": -0.351, "ic_per_group_16":
            0.319, "oc_per_group": -0.0343, "oc_per_group_8": -0.0193, "oc_per_group_32": -0.0374,
            "groups": -0.214, "row": -0.0348, "row_16": -0.103, "row_128": 0.233, "rows": 0.133,
            "rows_16": -0.175, "image": 0.122, "image_32": -0.212, "image_256": 0.117, "double":
            -0.365, "complex": 0.699, "complex_double": 0.243, "channels_last": 0.322, "dilation":
            0.0235, "bordered": 0.00812, "bordered_padded": -0.467, "rank_1": -0.214, "rank_3":
            0.137},
    },
    "im2col": {
        "": {"call": 5.5e-06, "wake": 5e-06, "python": 4e-06, "prepared": 2.41e-15, "weights":
            2.73e-15, "filters": 6.83e-13, "workers": -0.1, "taps": 0.317, "taps_8": -0.354,
            "taps_64": 0.156, "kernel_row": -0.0356, "ic_per_group": 0.103, "ic_per_group_16":
            0.0454, "oc_per_group": 0.0354, "oc_per_group_8": -0.0213, "oc_per_group_32": -0.033,
            "groups": -0.00753, "row": -0.153, "row_16": 0.0436, "row_128": 0.0788, "rows": 0.0162,
            "rows_16": -0.0638, "image": 0.101, "image_32": -0.0719, "image_256": 0.063, "double":
            -0.311, "complex": -0.444, "complex_double": -0.934, "converted": 0.289, "half": 0.289,
            "channels_last": 8.8, "stride": -0.0216, "dilation": -0.0973, "bordered": 0.188,
            "bordered_padded": -0.0102, "rank_1": 0.364, "rank_3": -0.23},
        "pointwise": {"call": 5.28e-06, "wake": 5e-06, "python": 4e-06, "prepared": 2.42e-15,
            "weights": 2.73e-15, "filters": 6.83e-13, "workers": -0.106, "taps": 0.317, "taps_8":
            -0.354, "taps_64": 0.156, "kernel_row": -0.0356, "ic_per_group": 0.144,
            "ic_per_group_16": 0.0657, "oc_per_group": 0.0553, "oc_per_group_8": -0.0167,
            "oc_per_group_32": -0.0387, "groups": -0.00753, "row": -0.165, "row_16": 0.0327,
            "row_128": 0.0778, "rows": 0.0327, "rows_16": -0.058, "image": 0.0965, "image_32":
            -0.0622, "image_256": 0.0563, "double": -0.29, "complex": -0.434, "complex_double":
            -0.934, "converted": 0.289, "half": 0.289, "channels_last": 8.8, "stride": -0.0216,
            "dilation": -0.099, "bordered": 0.188, "bordered_padded": -0.0102, "rank_1": 0.362,
            "rank_3": -0.228},
        "rows": {"call": 5.41e-06, "wake": 5e-06, "python": 4e-06, "prepared": 2.65e-15, "weights":
            2.8e-15, "filters": 7.58e-13, "workers": -0.1, "taps": 0.741, "taps_8": -0.516,
            "taps_64": 2.28, "kernel_row": -1.71, "ic_per_group": -0.21, "ic_per_group_16": 0.168,
            "oc_per_group": -0.139, "oc_per_group_8": 0.348, "oc_per_group_32": -0.0237, "groups":
            0.124, "row": 0.605, "row_16": 0.0182, "row_128": 0.293, "rows": -0.0749, "rows_16":
            0.345, "image": 0.345, "image_32": -1.36, "image_256": 0.329, "double": -0.0628,
            "complex": -0.444, "complex_double": -0.934, "converted": 3.82, "half": 3.82,
            "channels_last": 7.06, "stride": -0.0216, "dilation": 0.306, "bordered": 0.188,
            "bordered_padded": -0.0102, "rank_1": 0.448, "rank_3": -0.181},
        "windows": {"call": 5.61e-06, "wake": 5e-06, "python": 4e-06, "prepared": 2.47e-15,
            "weights": 2.62e-15, "filters": 5.65e-13, "workers": -0.1, "taps": 0.345, "taps_8":
            -0.354, "taps_64": 0.131, "kernel_row": -0.0696, "ic_per_group": 0.122,
            "ic_per_group_16": 0.0245, "oc_per_group": 0.0133, "oc_per_group_8": 0.0251,
            "oc_per_group_32": -0.049, "row": -0.14, "row_16": 0.0284, "row_128": 0.0826, "rows":
            0.0169, "rows_16": -0.067, "image": 0.102, "image_32": -0.0806, "image_256": 0.0729,
            "double": -0.341, "complex": -0.448, "complex_double": -0.958, "converted": 0.327,
            "half": 0.327, "channels_last": 8.7, "stride": -0.0116, "dilation": -0.0817, "bordered":
            0.175, "bordered_padded": -0.00763, "rank_1": 0.411, "rank_3": -0.277},
    },
    "fft_tiled": {
        "": {"call": 1.32e-05, "wake": 5e-06, "python": 4e-06, "prepared": 2.32e-10, "weights":
            8.94e-10, "filters": 1.01e-09, "workers": -0.1, "taps": 0.0111, "taps_8": 0.019,
            "taps_64": 0.0337, "kernel_row": 0.00386, "ic_per_group": -0.017, "ic_per_group_16":
            -0.0225, "oc_per_group": 0.0148, "oc_per_group_8": -0.0523, "oc_per_group_32": -0.0226,
            "groups": -0.00643, "row": 0.0102, "row_16": -0.0122, "row_128": 0.0207, "rows":
            0.00385, "rows_16": 0.00448, "image": 0.00665, "image_32": 0.00614, "image_256":
            -0.00128, "double": -0.822, "complex": -0.067, "complex_double": -0.914, "converted":
            0.47, "half": -0.327, "channels_last": 0.0179, "stride": -0.0847, "dilation": 0.0169,
            "bordered": -0.03, "bordered_padded": 0.01, "rank_1": -0.0886, "rank_3": 0.127},
        "l3_filters": {"call": 1.42e-05, "wake": 5e-06, "python": 4e-06, "prepared": 1.7e-10,
            "weights": 3.95e-10, "filters": 1.03e-09, "workers": -0.1, "taps": 0.0824, "taps_8":
            0.017, "taps_64": 0.0834, "kernel_row": -0.0241, "ic_per_group": 0.143,
            "ic_per_group_16": 0.00296, "oc_per_group": -0.43, "oc_per_group_8": 0.577,
            "oc_per_group_32": 0.00804, "groups": 0.173, "row_16": 0.0297, "row_128": -0.0263,
            "rows": 0.0494, "rows_16": -0.0402, "image": -0.0169, "image_32": 0.0788, "image_256":
            -0.0139, "double": -0.553, "complex": 0.154, "complex_double": -0.57, "converted":
            0.167, "half": -0.0654, "channels_last": -0.0043, "stride": 0.105, "dilation": 0.0165,
            "bordered": 0.0325, "rank_1": -0.00508, "rank_3": 0.147},
        "memory_filters": {"call": 6.68e-06, "wake": 5e-06, "python": 4e-06, "prepared": 1.46e-08,
            "weights": 3.31e-10, "filters": 1.03e-09, "workers": -0.1, "taps": -0.144, "taps_8":
            0.659, "taps_64": -0.103, "kernel_row": -0.136, "ic_per_group": 0.645,
            "ic_per_group_16": -1.08, "oc_per_group": 0.0181, "oc_per_group_8": -0.98,
            "oc_per_group_32": 0.522, "groups": -0.0389, "row": 0.0547, "row_16": -0.521, "row_128":
            -0.333, "rows": -0.466, "rows_16": 0.161, "image": 0.115, "image_32": -0.266,
            "image_256": 0.946, "double": -0.713, "complex": -0.538, "complex_double": 0.637,
            "converted": 0.907, "half": -0.184, "channels_last": -0.981, "stride": -0.591,
            "dilation": -0.579, "bordered": -0.0386, "bordered_padded": 0.0262, "rank_1": 1.11,
            "rank_3": 2.01},
    },
    "fft": {
        "": {"call": 4.99e-05, "wake": 5e-06, "python": 4e-06, "prepared": 7.09e-10, "weights":
            1.17e-09, "filters": 3.64e-07, "workers": -0.1, "taps": -0.0116, "taps_8": 0.0131,
            "taps_64": -0.0205, "kernel_row": 0.0954, "ic_per_group": 0.113, "ic_per_group_16":
            0.033, "oc_per_group": 0.0622, "oc_per_group_8": 0.0394, "oc_per_group_32": -0.0841,
            "groups": 0.0515, "row": 0.0169, "row_16": 0.0226, "row_128": 0.00911, "rows": -0.0619,
            "rows_16": 0.0665, "image": -0.119, "image_32": 0.0646, "image_256": 0.0809, "double":
            -0.33, "complex": 0.0647, "complex_double": -0.389, "converted": 0.288, "half": -0.227,
            "channels_last": 0.0385, "stride": 0.0537, "dilation": 0.108, "bordered": 0.085,
            "bordered_padded": -0.0293, "rank_1": -1.13, "rank_3": 0.469},
    },
    "cython": {
        "": {"call": 1.3e-05, "wake": 5e-06, "python": 4e-06, "prepared": 2.98e-14, "weights":
            1.52e-12, "filters": 2.36e-10, "workers": -0.1, "taps": 0.308, "taps_8": -0.097,
            "taps_64": -0.0434, "kernel_row": 0.0112, "ic_per_group": 0.188, "ic_per_group_16":
            0.0604, "oc_per_group": 0.0988, "oc_per_group_8": -0.0366, "oc_per_group_32": 0.123,
            "groups": 0.122, "row": 0.064, "row_16": -0.0178, "row_128": 0.0637, "rows": 0.00949,
            "rows_16": 0.174, "image": -0.00409, "image_32": -0.097, "image_256": 0.135, "double":
            0.0554, "complex": 0.108, "complex_double": 0.0486, "integer": 0.0507, "narrow_integer":
            0.548, "converted": 0.985, "half": 1.8, "channels_last": 1.12, "stride": 0.0839,
            "dilation": -0.21, "bordered_padded": -0.0139, "rank_1": -0.202, "rank_3": 0.0469},
    },
    "naive": {
        "": {"call": 2.09e-06, "wake": 5e-06, "python": 4e-06, "prepared": 1e-10, "weights":
            4.03e-09, "filters": 6.74e-08, "workers": -0.7, "taps": 0.0159, "taps_8": -0.036,
            "taps_64": -0.0499, "kernel_row": 0.0266, "ic_per_group": 0.00756, "ic_per_group_16":
            -0.0344, "oc_per_group": -0.0463, "oc_per_group_8": -0.0268, "oc_per_group_32": 0.0678,
            "groups": -0.0615, "row": 0.0427, "row_16": -0.138, "row_128": 0.975, "rows_16": 0.355,
            "image": -0.0284, "image_32": -0.0605, "image_256": -0.132, "double": -0.654, "complex":
            -0.492, "complex_double": -1.29, "integer": -1.16, "narrow_integer": -0.652,
            "converted": 1.42, "half": -0.504, "channels_last": 0.0445, "stride": 0.00717,
            "dilation": 0.0179, "bordered": 0.0652, "bordered_padded": -0.00519, "rank_1": -0.123,
            "rank_3": 0.09},
    },
}
