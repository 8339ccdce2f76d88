"""Rates of the cost model, per unit of a count.

Written by ``python -m benchmarks.cost_model fit``.

`_model` explains the numbers. `RESIDUALS` holds the factors by which predictions are wrong on
problems that were left out of the fit: the median, the root mean square of the logarithms, and the
90th percentile. The rates of calls are multiplied by the factor `caution` of `FITTED`. `UNITS`
holds the unit times of the machine in seconds, for each instruction-set level, see `_units`.
`PREPARE` are rates of preparing weights as plans do, `PACKING` those of packing them
as plain calls do. `PLAIN_PYTHON` are the seconds of Python of a plain call that prepares, beyond
preparing.
"""
# fmt: off

from typing import Any

ISA = "v4"

FITTED: dict[str, Any] = {
    "date": "2026-12-01",
    "command": "python -m benchmarks.cost_model fit --problems 1000 --workers 1 2 --budget 0.05",
    "problems": 2635,
    "machine": {"cpu": "Intel(R) Xeon(R) Processor", "isa": "v4", "cpus": 2},
    "caches": {"l1": 49152, "l2": 2097152, "l3": 110100480},
    "libraries": {"numpy": "2.4.6", "scipy": "1.17.1"},
    "caution": {"direct": 1.0, "im2col": 1.05, "fft_tiled": 1.0, "fft": 1.05, "cython": 1.2,
        "winograd": 1.2, "naive": 1.0, "separable": 1.0},
    "carried": {"share": 0.5, "date": "2026-11-30", "machine": {"cpu": "Intel(R) Xeon(R) Processor",
        "isa": "v4", "cpus": 2}, "kept": ['separable']},
}

UNITS: dict[str, dict[str, float]] = {
    "v4": {"cycle": 4.03e-10, "add_float32": 1.3e-11, "add_float64": 2.6e-11, "add_int64": 2.88e-10,
        "add_int32": 3.86e-11, "add_int16": 1.28e-11, "gemm_float32": 2.23e-11, "gemm_float64":
        4.4e-11, "fft_float32": 9.55e-11, "fft_float64": 1.71e-10, "copy_l1": 6.89e-12, "copy_l2":
        3.03e-11, "copy_l3": 1.08e-10, "copy_memory": 1.69e-10, "stream_memory": 5.21e-11, "call":
        4.42e-07, "call_python": 1.65e-06, "hand_over": 4.35e-07, "wake_up": 2.11e-05},
    "v3": {"cycle": 3.55e-10, "add_float32": 2.14e-11, "add_float64": 4.54e-11, "add_int64":
        7.26e-10, "add_int32": 4.51e-11, "add_int16": 1.49e-11, "gemm_float32": 3.91e-11,
        "gemm_float64": 7.45e-11, "fft_float32": 8.98e-11, "fft_float64": 1.57e-10, "copy_l1":
        6.32e-12, "copy_l2": 2.79e-11, "copy_l3": 1.09e-10, "copy_memory": 1.76e-10,
        "stream_memory": 5.27e-11, "call": 3.86e-07, "call_python": 1.5e-06, "hand_over": 3.89e-07,
        "wake_up": 2.21e-05},
    "base": {"cycle": 3.76e-10, "add_float32": 6.28e-11, "add_float64": 1.26e-10, "add_int64":
        1.46e-09, "add_int32": 2.18e-10, "add_int16": 3.28e-11, "gemm_float32": 1.22e-10,
        "gemm_float64": 2.19e-10, "fft_float32": 8.84e-11, "fft_float64": 1.57e-10, "copy_l1":
        1.28e-11, "copy_l2": 2.7e-11, "copy_l3": 1.05e-10, "copy_memory": 1.82e-10, "stream_memory":
        5.33e-11, "call": 3.56e-07, "call_python": 1.5e-06, "hand_over": 4.09e-07, "wake_up":
        2.37e-05},
}

RESIDUALS: dict[str, dict[str, float]] = {
    "direct": {"problems": 2620, "median": 1.25, "rms": 1.53, "p90": 1.99},
    "direct depthwise": {"problems": 221, "median": 1.3, "rms": 1.54, "p90": 1.96},
    "direct dot": {"problems": 103, "median": 1.26, "rms": 1.48, "p90": 1.84},
    "direct few_pixels": {"problems": 67, "median": 1.35, "rms": 1.76, "p90": 2.67},
    "direct igemm": {"problems": 618, "median": 1.26, "rms": 1.55, "p90": 2.04},
    "direct igemm_int8x4": {"problems": 25, "median": 1.52, "rms": 1.64, "p90": 2.32},
    "direct pointwise": {"problems": 123, "median": 1.43, "rms": 1.81, "p90": 2.34},
    "direct spatial_1": {"problems": 340, "median": 1.23, "rms": 1.47, "p90": 1.97},
    "direct spatial_2": {"problems": 216, "median": 1.28, "rms": 1.65, "p90": 2.13},
    "direct spatial_4": {"problems": 121, "median": 1.32, "rms": 1.69, "p90": 2.17},
    "direct spatial_8": {"problems": 145, "median": 1.16, "rms": 1.33, "p90": 1.59},
    "direct spatial_in_out": {"problems": 155, "median": 1.2, "rms": 1.56, "p90": 1.99},
    "direct stencil": {"problems": 480, "median": 1.19, "rms": 1.35, "p90": 1.62},
    "direct stencil_zero_copy": {"problems": 6, "median": 1.1, "rms": 1.21, "p90": 1.34},
    "direct, preparing": {"problems": 2553, "median": 1.23, "rms": 1.56, "p90": 2.03},
    "direct, packing": {"problems": 2143, "median": 1.28, "rms": 1.65, "p90": 2.18},
    "separable": {"problems": 372, "median": 1.22, "rms": 1.34, "p90": 1.6},
    "separable box": {"problems": 202, "median": 1.21, "rms": 1.33, "p90": 1.58},
    "separable separable": {"problems": 170, "median": 1.22, "rms": 1.36, "p90": 1.61},
    "separable, preparing": {"problems": 372, "median": 1.39, "rms": 1.89, "p90": 2.46},
    "separable, packing": {"problems": 217, "median": 1.42, "rms": 1.8, "p90": 2.51},
    "winograd": {"problems": 401, "median": 1.22, "rms": 1.43, "p90": 1.79},
    "winograd tiles_in_lanes": {"problems": 76, "median": 1.26, "rms": 1.53, "p90": 1.93},
    "winograd, preparing": {"problems": 401, "median": 1.26, "rms": 1.54, "p90": 1.96},
    "winograd, packing": {"problems": 263, "median": 1.25, "rms": 1.49, "p90": 1.9},
    "im2col": {"problems": 1912, "median": 1.19, "rms": 1.4, "p90": 1.71},
    "im2col channels": {"problems": 93, "median": 1.22, "rms": 1.42, "p90": 1.79},
    "im2col complex": {"problems": 270, "median": 1.21, "rms": 1.41, "p90": 1.69},
    "im2col pointwise": {"problems": 67, "median": 1.25, "rms": 1.54, "p90": 1.83},
    "im2col rows": {"problems": 874, "median": 1.14, "rms": 1.31, "p90": 1.55},
    "im2col vector": {"problems": 65, "median": 1.43, "rms": 1.9, "p90": 2.51},
    "im2col windows": {"problems": 543, "median": 1.23, "rms": 1.42, "p90": 1.74},
    "im2col, preparing": {"problems": 1912, "median": 1.15, "rms": 1.6, "p90": 1.84},
    "im2col, packing": {"problems": 1820, "median": 1.18, "rms": 1.92, "p90": 2.27},
    "fft_tiled": {"problems": 2351, "median": 1.21, "rms": 1.41, "p90": 1.76},
    "fft_tiled l3_filters": {"problems": 260, "median": 1.3, "rms": 1.56, "p90": 2.03},
    "fft_tiled memory_filters": {"problems": 82, "median": 1.47, "rms": 1.7, "p90": 2.25},
    "fft_tiled, preparing": {"problems": 2351, "median": 1.22, "rms": 1.5, "p90": 1.82},
    "fft_tiled, packing": {"problems": 1211, "median": 1.19, "rms": 1.37, "p90": 1.67},
    "fft": {"problems": 2350, "median": 1.21, "rms": 1.39, "p90": 1.73},
    "fft, preparing": {"problems": 2350, "median": 1.3, "rms": 1.59, "p90": 2.16},
    "cython": {"problems": 1690, "median": 1.23, "rms": 1.39, "p90": 1.71},
    "cython, preparing": {"problems": 1690, "median": 1.14, "rms": 1.39, "p90": 1.71},
    "cython, packing": {"problems": 1667, "median": 1.25, "rms": 2.29, "p90": 2.49},
    "naive": {"problems": 260, "median": 1.3, "rms": 1.57, "p90": 2.07},
    "naive, preparing": {"problems": 260, "median": 1.27, "rms": 1.46, "p90": 1.9},
}

RANGES: dict[str, tuple[float, float]] = {
    "taps": (0.0, 19.7),
    "taps_8": (0.0, 16.7),
    "taps_64": (0.0, 13.7),
    "kernel_row": (0.0, 19.7),
    "ic_per_group": (0.0, 10.5),
    "ic_per_group_16": (0.0, 6.54),
    "oc_per_group": (0.0, 11.0),
    "oc_per_group_8": (0.0, 8.0),
    "oc_per_group_32": (0.0, 6.0),
    "groups": (0.0, 9.57),
    "row": (0.0, 22.8),
    "row_16": (0.0, 18.8),
    "row_128": (0.0, 15.8),
    "rows": (0.0, 20.6),
    "rows_16": (0.0, 16.6),
    "image": (0.0, 22.9),
    "image_32": (0.0, 17.9),
    "image_256": (0.0, 14.9),
    "double": (0.0, 1.0),
    "complex": (0.0, 1.0),
    "complex_double": (0.0, 1.0),
    "integer": (0.0, 1.0),
    "narrow_integer": (0.0, 1.0),
    "converted": (0.0, 1.0),
    "half": (0.0, 1.0),
    "channels_last": (0.0, 1.0),
    "stride": (0.0, 9.66),
    "dilation": (0.0, 1.0),
    "bordered": (0.0, 1.0),
    "bordered_padded": (0.0, 1.0),
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
        "": {"call": 5.25e-07, "wake": 1.58e-06, "python": 2.54e-06, "flops": 6.79e-12, "beyond_l2":
            1.85e-11, "beyond_l3": 1.56e-10, "outputs": 9.82e-11, "outputs_half": 1.53e-10,
            "outputs_last": 1.1e-10, "channel_planes": 2.21e-11, "bytes": 7.41e-12, "packed":
            3.5e-11, "gathered": 5.6e-13, "runs": 8.8e-09, "lookups": 8.72e-09, "work_items":
            3.28e-08, "work_item_products": 5.02e-13, "workers": -0.715, "taps": 0.018, "taps_8":
            0.0327, "taps_64": 0.053, "kernel_row": -0.0388, "ic_per_group": 0.0152,
            "ic_per_group_16": 0.0479, "oc_per_group": 0.0583, "oc_per_group_8": -0.092,
            "oc_per_group_32": 0.0864, "groups": 0.0202, "row": -0.0356, "row_16": 0.0288,
            "row_128": -0.007, "rows": 0.0453, "rows_16": -0.0356, "image": 0.00656, "image_32":
            0.0119, "image_256": -0.00194, "double": 0.497, "complex": -0.373, "complex_double":
            0.188, "integer": 0.471, "narrow_integer": 0.293, "converted": 0.0804, "half": -0.00895,
            "channels_last": -0.0994, "stride": 0.0135, "dilation": -0.0374, "bordered": -0.0106,
            "bordered_padded": 0.241, "rank_1": 0.0852, "rank_3": -0.0661},
        "depthwise": {"call": 7.58e-07, "wake": 1.59e-06, "python": 2.54e-06, "flops": 6.89e-12,
            "beyond_l2": 3.94e-11, "beyond_l3": 1.56e-10, "outputs": 9.73e-11, "outputs_half":
            1.32e-10, "outputs_last": 1.01e-10, "channel_planes": 2.22e-11, "bytes": 8.99e-12,
            "packed": 3.2e-11, "gathered": 5.5e-13, "runs": 2.86e-09, "lookups": 7.27e-09,
            "work_items": 3.63e-08, "work_item_products": 5.02e-13, "workers": -0.648, "taps":
            0.0931, "taps_8": 0.123, "taps_64": -0.0813, "kernel_row": -0.124, "ic_per_group":
            0.0152, "ic_per_group_16": 0.0479, "oc_per_group": 0.0583, "oc_per_group_8": -0.092,
            "oc_per_group_32": 0.0864, "groups": -0.0373, "row": 0.257, "row_16": -0.113, "row_128":
            -0.0453, "rows": 0.129, "rows_16": -0.103, "image": -0.242, "image_32": 0.144,
            "image_256": 0.027, "double": 0.417, "complex": -0.373, "complex_double": 0.188,
            "integer": 0.471, "narrow_integer": 0.138, "converted": -0.012, "half": 0.199,
            "channels_last": -0.168, "stride": 0.0775, "dilation": 0.093, "bordered": -0.0685,
            "bordered_padded": 0.246, "rank_1": 0.302, "rank_3": 0.222},
        "dot": {"call": 5.19e-07, "wake": 1.56e-06, "python": 2.54e-06, "flops": 1.7e-11,
            "beyond_l2": 1.24e-11, "beyond_l3": 1.56e-10, "outputs": 9.07e-11, "outputs_half":
            1.53e-10, "outputs_last": 1.11e-10, "channel_planes": 2.21e-11, "bytes": 3.09e-12,
            "packed": 3.54e-11, "gathered": 5.6e-13, "runs": 7.15e-09, "lookups": 8.2e-09,
            "work_items": 5.72e-08, "work_item_products": 5e-13, "workers": -1.0, "taps": 0.0609,
            "taps_8": -0.222, "taps_64": 0.18, "kernel_row": 0.038, "ic_per_group": 0.124,
            "ic_per_group_16": -0.571, "oc_per_group": -0.015, "oc_per_group_8": -0.092,
            "oc_per_group_32": 0.0864, "groups": 0.0339, "row": -0.168, "row_16": 0.276, "row_128":
            -0.0774, "rows": 0.0872, "rows_16": -0.0406, "image": 0.0331, "image_32": -0.124,
            "image_256": 0.085, "double": 0.561, "complex": -0.257, "complex_double": -0.0664,
            "integer": -0.183, "narrow_integer": 0.431, "converted": -0.107, "half": -0.0253,
            "channels_last": 0.074, "stride": 0.0298, "dilation": -0.0374, "bordered": -0.122,
            "bordered_padded": 0.129, "rank_1": -0.0361, "rank_3": -0.341},
        "few_pixels": {"call": 1.82e-06, "wake": 1.62e-06, "python": 2.54e-06, "flops": 1.33e-11,
            "beyond_l2": 1.3e-11, "beyond_l3": 1.56e-10, "outputs": 9.9e-11, "outputs_half":
            1.53e-10, "outputs_last": 1.1e-10, "channel_planes": 2.21e-11, "bytes": 8.74e-12,
            "packed": 1.56e-11, "gathered": 5.6e-13, "runs": 2.5e-09, "lookups": 9.32e-09,
            "work_items": 3.32e-08, "work_item_products": 5.01e-13, "workers": -0.577, "taps":
            -0.113, "taps_8": 0.212, "taps_64": -0.104, "kernel_row": 0.0464, "ic_per_group": 0.108,
            "ic_per_group_16": -0.122, "oc_per_group": 0.0904, "oc_per_group_8": -0.0307,
            "oc_per_group_32": -0.0662, "groups": 0.1, "row": -0.19, "row_16": 0.0288, "row_128":
            -0.007, "rows": -0.0268, "rows_16": -0.0356, "image": 0.0798, "image_32": 0.0119,
            "image_256": -0.00194, "double": 0.191, "complex": -0.373, "complex_double": 0.188,
            "integer": 0.471, "narrow_integer": 0.293, "converted": 0.0804, "half": -0.00895,
            "channels_last": 1.74, "stride": -0.139, "dilation": -0.174, "bordered": 0.0168,
            "bordered_padded": 0.268, "rank_1": -0.0274, "rank_3": -0.0369},
        "igemm": {"call": 5.15e-07, "wake": 1.65e-06, "python": 2.54e-06, "flops": 1.75e-11,
            "beyond_l2": 5.35e-11, "beyond_l3": 1.56e-10, "outputs": 6.49e-10, "outputs_half":
            1.65e-10, "outputs_last": 1.02e-10, "channel_planes": 2.22e-11, "bytes": 3.4e-12,
            "packed": 7.33e-11, "gathered": 5.75e-13, "runs": 1.26e-08, "lookups": 8.37e-09,
            "work_items": 2.19e-08, "work_item_products": 5.02e-13, "workers": -0.668, "taps":
            -0.0958, "taps_8": 0.019, "taps_64": 0.105, "kernel_row": 0.0734, "ic_per_group": 0.059,
            "ic_per_group_16": -0.0115, "oc_per_group": -0.071, "oc_per_group_8": -0.0363,
            "oc_per_group_32": 0.17, "groups": 0.0276, "row": -0.0896, "row_16": 0.0958, "row_128":
            -0.0104, "rows": 0.0283, "rows_16": -0.0318, "image": -0.0236, "image_32": 0.0388,
            "image_256": 0.00263, "double": 0.556, "complex": -0.259, "complex_double": 0.195,
            "integer": 0.891, "narrow_integer": 0.717, "converted": 0.111, "half": 0.0624,
            "channels_last": -0.174, "stride": 0.00574, "dilation": 0.0939, "bordered": 0.133,
            "bordered_padded": 0.297, "rank_1": 0.00255, "rank_3": 0.0415},
        "igemm_int8x4": {"call": 4.63e-07, "wake": 1.54e-06, "python": 2.54e-06, "flops": 7.01e-12,
            "beyond_l2": 1.78e-11, "beyond_l3": 1.56e-10, "outputs": 1.02e-10, "outputs_half":
            1.53e-10, "outputs_last": 1.07e-10, "channel_planes": 2.21e-11, "bytes": 6.73e-12,
            "packed": 3.59e-11, "gathered": 5.6e-13, "runs": 7.56e-09, "lookups": 9.91e-09,
            "work_items": 3.55e-08, "work_item_products": 5.02e-13, "workers": -0.346, "taps":
            -0.21, "taps_8": 0.252, "taps_64": -0.0971, "kernel_row": -0.0989, "ic_per_group":
            -0.00804, "ic_per_group_16": -0.146, "oc_per_group": 0.0768, "oc_per_group_8": -0.0254,
            "oc_per_group_32": -0.0053, "groups": 0.172, "row": 0.113, "row_16": -0.0243, "row_128":
            -0.147, "rows": 0.238, "rows_16": -0.401, "image": 0.072, "image_32": -0.342,
            "image_256": 0.328, "double": 0.497, "complex": -0.373, "complex_double": 0.188,
            "integer": 0.471, "narrow_integer": 0.277, "converted": 0.0647, "half": -0.00895,
            "channels_last": -1.35, "stride": 0.846, "dilation": 0.0635, "bordered": 0.104,
            "bordered_padded": 0.4, "rank_1": 0.0352, "rank_3": -0.00182},
        "pointwise": {"call": 3.61e-07, "wake": 1.71e-06, "python": 2.54e-06, "flops": 8.83e-12,
            "beyond_l2": 7.23e-11, "beyond_l3": 1.51e-10, "outputs": 2.74e-10, "outputs_half":
            1.51e-10, "outputs_last": 1e-10, "channel_planes": 2.25e-11, "bytes": 2.91e-12,
            "packed": 1.19e-10, "gathered": 5.62e-13, "runs": 1.5e-08, "lookups": 8.72e-09,
            "work_items": 3.78e-08, "work_item_products": 5.02e-13, "workers": -0.627, "taps":
            0.018, "taps_8": 0.0327, "taps_64": 0.053, "kernel_row": -0.0388, "ic_per_group":
            -0.267, "ic_per_group_16": 0.407, "oc_per_group": 0.197, "oc_per_group_8": -0.349,
            "oc_per_group_32": 0.187, "groups": 0.208, "row": -0.17, "row_16": 0.2, "row_128":
            -0.0964, "rows": 0.0781, "rows_16": -0.0615, "image": 0.149, "image_32": -0.128,
            "image_256": -0.0121, "double": 0.424, "complex": -0.531, "complex_double": 0.0327,
            "integer": 0.151, "narrow_integer": 0.494, "converted": 0.0313, "half": 0.0569,
            "channels_last": -0.248, "stride": 0.0566, "dilation": 0.253, "bordered": -0.0106,
            "bordered_padded": 0.241, "rank_1": 0.449, "rank_3": -0.16},
        "spatial_1": {"call": 4.45e-07, "wake": 1.59e-06, "python": 2.54e-06, "flops": 6.52e-12,
            "beyond_l2": 3.87e-11, "beyond_l3": 1.56e-10, "outputs": 7.1e-11, "outputs_half":
            1.58e-10, "outputs_last": 1.1e-10, "channel_planes": 2.22e-11, "bytes": 3e-12, "packed":
            3.27e-11, "gathered": 5.62e-13, "runs": 7.15e-09, "lookups": 1.07e-08, "work_items":
            6.79e-08, "work_item_products": 5.02e-13, "workers": -0.72, "taps": -0.146, "taps_8":
            0.154, "taps_64": -0.0656, "kernel_row": 0.139, "ic_per_group": 0.0547,
            "ic_per_group_16": 0.0759, "oc_per_group": 0.0583, "oc_per_group_8": -0.092,
            "oc_per_group_32": 0.0864, "groups": -0.00595, "row": -0.0763, "row_16": 0.0938,
            "row_128": -0.00624, "rows": -0.0224, "rows_16": 0.0605, "image": 0.0344, "image_32":
            0.0233, "image_256": -0.0827, "double": 0.487, "complex": -0.373, "complex_double":
            0.188, "integer": -0.044, "narrow_integer": 0.488, "converted": -0.0724, "half":
            -0.0421, "channels_last": 0.109, "stride": 0.202, "dilation": -0.0301, "bordered":
            0.0369, "bordered_padded": 0.344, "rank_1": -0.412, "rank_3": 0.287},
        "spatial_2": {"call": 5.81e-07, "wake": 1.59e-06, "python": 2.54e-06, "flops": 2.78e-12,
            "beyond_l2": 1.88e-11, "beyond_l3": 1.15e-10, "outputs": 1.42e-10, "outputs_half":
            1.48e-10, "outputs_last": 9.23e-11, "channel_planes": 2.22e-11, "bytes": 1.41e-11,
            "packed": 4.57e-11, "gathered": 5.86e-13, "runs": 8.44e-09, "lookups": 8.63e-09,
            "work_items": 6.29e-08, "work_item_products": 5.02e-13, "workers": -0.821, "taps":
            0.0439, "taps_8": -0.0588, "taps_64": 0.0399, "kernel_row": 0.0443, "ic_per_group":
            0.0753, "ic_per_group_16": -0.464, "oc_per_group": 0.0587, "oc_per_group_8": -0.092,
            "oc_per_group_32": 0.0864, "groups": -0.00814, "row": -0.0226, "row_16": 0.0306,
            "row_128": 0.0929, "rows": 0.151, "rows_16": -0.0405, "image": -0.151, "image_32":
            0.338, "image_256": -0.275, "double": 0.186, "complex": -0.0761, "complex_double":
            0.328, "integer": -0.657, "narrow_integer": 0.359, "converted": -0.103, "half": 0.2,
            "channels_last": 0.0206, "stride": 0.0612, "dilation": -0.0136, "bordered": -0.172,
            "bordered_padded": 0.444, "rank_1": 0.313, "rank_3": 0.0613},
        "spatial_4": {"call": 4.43e-07, "wake": 1.59e-06, "python": 2.54e-06, "flops": 8.2e-12,
            "beyond_l2": 2.16e-11, "beyond_l3": 1.56e-10, "outputs": 1.09e-10, "outputs_half":
            1.07e-10, "outputs_last": 1.02e-10, "channel_planes": 2.21e-11, "bytes": 8.12e-12,
            "packed": 4.88e-11, "gathered": 5.62e-13, "runs": 8.97e-09, "lookups": 7.08e-09,
            "work_items": 3.28e-08, "work_item_products": 5.01e-13, "workers": -0.666, "taps":
            -0.0107, "taps_8": -0.0756, "taps_64": 0.116, "kernel_row": 0.0408, "ic_per_group":
            0.0154, "ic_per_group_16": 0.0571, "oc_per_group": 0.0143, "oc_per_group_8": -0.0831,
            "oc_per_group_32": 0.0864, "groups": -0.0119, "row": -0.0968, "row_16": 0.0948,
            "row_128": 0.0347, "rows": 0.0926, "rows_16": -0.0956, "image_32": 0.021, "image_256":
            -0.0448, "double": 0.484, "complex": -0.476, "complex_double": 0.121, "integer": 0.921,
            "narrow_integer": -0.124, "converted": 0.417, "half": -0.41, "channels_last": 0.166,
            "stride": 0.0268, "dilation": -0.0279, "bordered": -0.0886, "bordered_padded": 0.384,
            "rank_1": -0.0196, "rank_3": 0.0805},
        "spatial_8": {"call": 4.88e-07, "wake": 1.66e-06, "python": 2.54e-06, "flops": 6.03e-12,
            "beyond_l2": 1.31e-11, "beyond_l3": 1.58e-10, "outputs": 9.73e-11, "outputs_half":
            1.48e-10, "outputs_last": 1.09e-10, "channel_planes": 2.21e-11, "bytes": 7.12e-12,
            "packed": 3.09e-11, "gathered": 5.61e-13, "runs": 3.36e-08, "lookups": 8.63e-09,
            "work_items": 3.6e-08, "work_item_products": 5.02e-13, "workers": -0.648, "taps":
            -0.0392, "taps_8": 0.049, "taps_64": 0.0925, "kernel_row": 0.00966, "ic_per_group":
            -0.0244, "ic_per_group_16": 0.08, "oc_per_group": 0.146, "oc_per_group_8": -0.163,
            "oc_per_group_32": 0.0464, "groups": 0.0489, "row": -0.13, "row_16": 0.159, "row_128":
            -0.0217, "rows": 0.0322, "rows_16": -0.0515, "image": -0.00897, "image_32": 0.135,
            "image_256": -0.111, "double": 0.546, "complex": -0.63, "complex_double": 0.103,
            "integer": 0.631, "narrow_integer": 0.293, "converted": 0.0174, "half": -0.417,
            "channels_last": -0.134, "stride": 0.164, "dilation": 0.157, "bordered": 0.0682,
            "bordered_padded": 0.266, "rank_1": -0.108, "rank_3": -0.0121},
        "spatial_in_out": {"call": 5.12e-07, "wake": 1.56e-06, "python": 2.54e-06, "flops":
            2.62e-11, "beyond_l2": 1.41e-11, "beyond_l3": 1.56e-10, "outputs": 4.13e-10,
            "outputs_half": 1.53e-10, "outputs_last": 1.1e-10, "channel_planes": 2.22e-11, "bytes":
            7.61e-12, "packed": 3.14e-11, "gathered": 5.58e-13, "runs": 4.3e-09, "lookups": 8.8e-09,
            "work_items": 3.41e-08, "work_item_products": 5.02e-13, "workers": -0.774, "taps":
            -0.168, "taps_8": 0.0797, "taps_64": 0.016, "kernel_row": 0.0737, "ic_per_group":
            -0.0338, "ic_per_group_16": 0.128, "oc_per_group": -0.0899, "oc_per_group_8": 0.0679,
            "oc_per_group_32": -0.0644, "groups": 0.0247, "row": 0.0279, "row_16": -0.103,
            "row_128": 0.0296, "rows": 0.0137, "rows_16": -0.036, "image": -0.116, "image_32":
            0.117, "image_256": 0.0561, "double": 0.617, "complex": -0.373, "complex_double": 0.188,
            "integer": 1.57, "narrow_integer": 0.293, "converted": -0.111, "half": -0.00895,
            "channels_last": -0.0994, "stride": 0.102, "dilation": 0.0606, "bordered": 0.0192,
            "bordered_padded": 0.00698, "rank_1": 0.121, "rank_3": 0.104},
        "stencil": {"call": 6.9e-07, "wake": 1.46e-06, "python": 2.54e-06, "flops": 1.2e-11,
            "beyond_l2": 3e-11, "beyond_l3": 1.56e-10, "outputs": 1.08e-10, "outputs_half":
            1.37e-10, "outputs_last": 1.11e-10, "channel_planes": 2.21e-11, "bytes": 5.97e-12,
            "packed": 4.82e-12, "gathered": 5.37e-13, "runs": 9.57e-09, "lookups": 8.49e-09,
            "work_items": 3.24e-08, "work_item_products": 5.02e-13, "workers": -0.695, "taps":
            0.123, "taps_8": -0.03, "taps_64": -0.0438, "kernel_row": -0.00285, "ic_per_group":
            0.0422, "ic_per_group_16": -0.137, "oc_per_group": -0.0496, "oc_per_group_8": 0.147,
            "oc_per_group_32": 0.284, "row": 0.122, "row_16": -0.12, "row_128": -0.00417, "rows":
            0.0248, "rows_16": -0.02, "image": -0.143, "image_32": 0.0261, "image_256": 0.111,
            "double": 0.576, "complex": -0.68, "complex_double": 0.0317, "integer": 0.981,
            "narrow_integer": 0.322, "converted": -0.0573, "half": 0.127, "channels_last": 0.0206,
            "stride": 0.452, "dilation": 0.0312, "bordered": 0.104, "bordered_padded": -0.0732,
            "rank_1": 0.0852, "rank_3": 0.0917},
    },
    "separable": {
        "": {"call": 4.28e-07, "wake": 3.72e-06, "python": 4.68e-06, "flops": 1.79e-12, "beyond_l2":
            3.19e-12, "beyond_l3": 5.85e-11, "outputs": 1.49e-11, "outputs_half": 1.17e-10,
            "outputs_last": 1.8e-12, "channel_planes": 6.12e-09, "bytes": 8.07e-12, "packed":
            7.96e-12, "gathered": 1.35e-12, "runs": 6.58e-09, "lookups": 8.82e-10, "work_items":
            2.04e-08, "work_item_products": 1.78e-11, "workers": -0.687, "taps": 0.0769, "taps_8":
            -0.0963, "taps_64": 0.0426, "kernel_row": 0.132, "groups": -0.00661, "row": 0.0858,
            "row_16": -0.0547, "row_128": -0.0328, "rows": 0.0241, "rows_16": -0.0334, "image":
            0.0219, "image_32": -0.0318, "image_256": 0.0249, "double": 0.139, "complex": 0.422,
            "integer": 0.125, "narrow_integer": 0.0199, "converted": 0.145, "channels_last": 0.213,
            "stride": 0.348, "bordered": 0.00437, "bordered_padded": 0.0427, "rank_1": 0.32,
            "rank_3": 0.13},
        "box": {"call": 5.1e-07, "wake": 3.83e-06, "python": 4.68e-06, "flops": 1.97e-12,
            "beyond_l2": 3.21e-12, "beyond_l3": 5.85e-11, "outputs": 1.4e-11, "outputs_half":
            1.17e-10, "outputs_last": 1.79e-12, "channel_planes": 6.07e-09, "bytes": 9.02e-12,
            "packed": 1.06e-11, "gathered": 1.28e-12, "runs": 7.01e-09, "lookups": 7.95e-10,
            "work_items": 1.87e-08, "work_item_products": 1.86e-11, "workers": -0.712, "taps":
            0.128, "taps_8": -0.168, "taps_64": 0.0508, "kernel_row": 0.153, "groups": 0.0024,
            "row": 0.07, "row_16": -0.0522, "row_128": -0.0127, "rows": 0.0557, "rows_16": -0.0651,
            "image": -0.0395, "image_32": 0.0263, "image_256": 0.0356, "double": 0.0975, "complex":
            0.442, "integer": 0.133, "narrow_integer": -0.00442, "converted": 0.13, "channels_last":
            0.0664, "stride": 0.357, "bordered": -0.0165, "bordered_padded": 0.108, "rank_1": 0.297,
            "rank_3": 0.124},
        "separable": {"call": 3.83e-07, "wake": 3.77e-06, "python": 4.68e-06, "flops": 2.12e-12,
            "beyond_l2": 3.49e-12, "beyond_l3": 5.85e-11, "outputs": 1.43e-11, "outputs_half":
            1.17e-10, "outputs_last": 1.79e-12, "channel_planes": 6.83e-09, "bytes": 6.24e-12,
            "packed": 6.42e-12, "gathered": 1.33e-12, "runs": 5.78e-09, "lookups": 9.61e-10,
            "work_items": 2.4e-08, "work_item_products": 1.76e-11, "workers": -0.686, "taps": 0.104,
            "taps_8": -0.117, "taps_64": 0.032, "kernel_row": 0.11, "groups": -0.0156, "row":
            0.00898, "row_16": 0.00631, "row_128": -0.0556, "rows": -0.0349, "rows_16": 0.0285,
            "image": 0.12, "image_32": -0.0848, "image_256": -0.0206, "double": 0.22, "complex":
            0.437, "integer": 0.125, "narrow_integer": 0.0199, "converted": 0.145, "channels_last":
            0.243, "stride": 0.333, "bordered": 0.0274, "bordered_padded": 0.0205, "rank_1": 0.32,
            "rank_3": 0.0967},
    },
    "winograd": {
        "": {"call": 1.63e-06, "wake": 2.68e-06, "python": 3.05e-06, "flops": 8.07e-11, "beyond_l2":
            2.75e-10, "beyond_l3": 4.47e-11, "outputs": 9.24e-12, "outputs_half": 1.03e-10,
            "outputs_last": 1.31e-09, "channel_planes": 8.13e-08, "bytes": 4.78e-11, "packed":
            1.93e-12, "gathered": 1.03e-10, "runs": 5.13e-09, "lookups": 1.93e-08, "work_items":
            1.19e-06, "work_item_products": 1.11e-10, "workers": -0.675, "taps": 0.398, "taps_8":
            -0.227, "taps_64": 0.0364, "kernel_row": -0.577, "ic_per_group": -0.0454,
            "ic_per_group_16": 0.101, "oc_per_group": -0.00599, "oc_per_group_8": -0.112,
            "oc_per_group_32": -0.0528, "groups": -0.0127, "row": -0.0933, "row_16": 0.177,
            "row_128": -0.02, "rows": -0.0318, "rows_16": 0.0624, "image": -0.0965, "image_32":
            0.0709, "image_256": -0.0407, "double": 0.265, "complex": 0.0823, "complex_double":
            0.363, "channels_last": -0.00392, "dilation": 0.105, "bordered": -0.0527,
            "bordered_padded": 0.178, "rank_1": 0.211, "rank_3": -0.08, "integer": -1.03,
            "narrow_integer": -0.0096},
        "tiles_in_lanes": {"call": 1.66e-06, "wake": 2.68e-06, "python": 3.05e-06, "flops":
            7.66e-11, "beyond_l2": 2.05e-10, "beyond_l3": 4.49e-11, "outputs": 9.24e-12,
            "outputs_half": 1.03e-10, "outputs_last": 1.29e-09, "channel_planes": 7.54e-08, "bytes":
            6.91e-11, "packed": 1.94e-12, "gathered": 1.03e-10, "runs": 5.13e-09, "lookups":
            2.23e-08, "work_items": 3.99e-07, "work_item_products": 1.11e-10, "workers": -0.661,
            "taps": 0.0159, "taps_8": -0.136, "taps_64": 0.00688, "kernel_row": 0.00144,
            "ic_per_group": -0.0556, "ic_per_group_16": 0.131, "oc_per_group": -0.0276,
            "oc_per_group_8": 0.0647, "oc_per_group_32": 0.337, "groups": 0.0525, "row": -0.116,
            "row_16": 0.107, "row_128": -0.093, "rows": -0.0521, "rows_16": 0.0267, "image": -0.175,
            "image_32": 0.189, "image_256": 0.0562, "double": 0.268, "complex": 0.136,
            "complex_double": 0.449, "channels_last": 0.0726, "dilation": 0.157, "bordered": 0.153,
            "bordered_padded": 0.0564, "rank_1": 0.473, "rank_3": 0.0447, "integer": -1.03,
            "narrow_integer": -0.0096},
    },
    "im2col": {
        "": {"call": 9.15e-06, "wake": 1.9e-06, "python": 2.67e-06, "flops": 1.08e-11, "beyond_l2":
            6.3e-11, "beyond_l3": 9.55e-11, "outputs": 5.27e-12, "outputs_half": 2.83e-10,
            "outputs_last": 1.69e-09, "channel_planes": 2.09e-10, "bytes": 1.59e-11, "packed":
            2.08e-11, "gathered": 5.77e-11, "runs": 3.09e-08, "lookups": 3.09e-09, "work_items":
            1.6e-07, "work_item_products": 8.07e-10, "workers": -0.754, "taps": -0.00921, "taps_8":
            0.0296, "taps_64": -0.0193, "kernel_row": 0.00415, "ic_per_group": 0.033,
            "ic_per_group_16": -0.0216, "oc_per_group": -0.0155, "oc_per_group_8": -0.00428,
            "oc_per_group_32": 0.0576, "groups": -0.00453, "row": 0.0568, "row_16": -0.039,
            "row_128": -0.0224, "rows": 0.00857, "rows_16": -0.0133, "image": -0.0517, "image_32":
            -0.00545, "image_256": 0.0449, "double": 0.0935, "complex": 0.473, "complex_double":
            0.438, "converted": 0.0277, "half": 0.0277, "channels_last": 0.157, "stride": 0.106,
            "dilation": 0.0758, "bordered": 0.133, "bordered_padded": 0.339, "rank_1": -0.0193,
            "rank_3": 0.13},
        "channels": {"call": 1.03e-05, "wake": 1.89e-06, "python": 2.67e-06, "flops": 1.09e-11,
            "beyond_l2": 6.71e-11, "beyond_l3": 9.55e-11, "outputs": 5.27e-12, "outputs_half":
            2.83e-10, "outputs_last": 1.87e-09, "channel_planes": 2.09e-10, "bytes": 1.59e-11,
            "packed": 2.36e-11, "gathered": 2.23e-11, "runs": 3.34e-08, "lookups": 3.09e-09,
            "work_items": 1.36e-07, "work_item_products": 6.38e-10, "workers": -0.68, "taps": 0.08,
            "taps_8": 0.0755, "taps_64": -0.0864, "kernel_row": -0.0136, "ic_per_group": 0.0745,
            "ic_per_group_16": 0.0268, "oc_per_group": -0.126, "oc_per_group_8": 0.14,
            "oc_per_group_32": 0.00728, "groups": 0.149, "row": 0.144, "row_16": -0.0308, "row_128":
            -0.0817, "rows": 0.0225, "rows_16": 0.0345, "image": -0.0831, "image_32": 0.0114,
            "image_256": 0.0194, "double": 0.242, "complex": 0.473, "complex_double": 0.438,
            "converted": 0.0277, "half": 0.0277, "channels_last": -0.559, "stride": 0.13,
            "dilation": -0.0686, "bordered": 0.133, "bordered_padded": 0.339, "rank_1": -0.0888,
            "rank_3": 0.143},
        "complex": {"call": 9.21e-06, "wake": 1.9e-06, "python": 2.67e-06, "flops": 6.47e-12,
            "beyond_l2": 4.39e-11, "beyond_l3": 9.4e-11, "outputs": 5.28e-12, "outputs_half":
            2.83e-10, "outputs_last": 3.01e-09, "channel_planes": 2.09e-10, "bytes": 2.03e-11,
            "packed": 2.21e-11, "gathered": 7.13e-11, "runs": 2.53e-08, "lookups": 2.95e-09,
            "work_items": 1.73e-07, "work_item_products": 5.21e-10, "workers": -0.764, "taps":
            0.031, "taps_8": -0.0527, "taps_64": 0.0421, "kernel_row": -0.0338, "ic_per_group":
            0.0255, "ic_per_group_16": -0.027, "oc_per_group": 0.00625, "oc_per_group_8": 0.0699,
            "oc_per_group_32": -0.0222, "groups": 0.00273, "row": 0.0291, "row_16": -0.0245,
            "row_128": 0.00739, "rows": 0.0381, "rows_16": -0.0434, "image": -0.0351, "image_32":
            0.00134, "image_256": 0.00915, "double": 0.0935, "complex": 0.365, "complex_double":
            0.283, "converted": 0.0277, "half": 0.0277, "channels_last": 0.305, "stride": 0.13,
            "dilation": -0.0037, "bordered": 0.0781, "bordered_padded": 0.72, "rank_1": 0.184,
            "rank_3": 0.128},
        "pointwise": {"call": 1.03e-05, "wake": 1.92e-06, "python": 2.67e-06, "flops": 2.44e-12,
            "beyond_l2": 6.65e-11, "beyond_l3": 1.02e-10, "outputs": 5.33e-12, "outputs_half":
            2.83e-10, "outputs_last": 1.69e-09, "channel_planes": 2.08e-10, "bytes": 1.88e-11,
            "packed": 2.08e-11, "gathered": 5.77e-11, "runs": 3.09e-08, "lookups": 3.09e-09,
            "work_items": 1.68e-07, "work_item_products": 7.61e-10, "workers": -0.701, "taps":
            -0.00921, "taps_8": 0.0296, "taps_64": -0.0193, "kernel_row": 0.00415, "ic_per_group":
            0.0521, "ic_per_group_16": 0.0939, "oc_per_group": -0.274, "oc_per_group_8": 0.557,
            "oc_per_group_32": -0.181, "groups": -0.00453, "row": -0.17, "row_16": 0.306, "row_128":
            -0.126, "rows": -0.043, "rows_16": 0.0421, "image": 0.0943, "image_32": 0.229,
            "image_256": -0.431, "double": 0.0675, "complex": 0.12, "complex_double": 0.324,
            "converted": 0.0277, "half": 0.0277, "channels_last": 0.157, "stride": 0.106,
            "dilation": 0.00815, "bordered": 0.133, "bordered_padded": 0.339, "rank_1": -0.295,
            "rank_3": 0.306},
        "rows": {"call": 9.02e-06, "wake": 1.87e-06, "python": 2.67e-06, "flops": 9.22e-12,
            "beyond_l2": 4.75e-11, "beyond_l3": 9.63e-11, "outputs": 5.25e-12, "outputs_half":
            2.5e-10, "outputs_last": 2.56e-09, "channel_planes": 2.09e-10, "bytes": 7.61e-12,
            "packed": 2.77e-11, "gathered": 1.29e-11, "runs": 3.78e-08, "lookups": 3.09e-09,
            "work_items": 1.5e-07, "work_item_products": 5.38e-10, "workers": -0.764, "taps": 0.021,
            "taps_64": -0.0212, "kernel_row": 0.00612, "ic_per_group": 0.0237, "ic_per_group_16":
            -0.0242, "oc_per_group": 0.00775, "oc_per_group_8": -0.0368, "oc_per_group_32": 0.111,
            "groups": -0.00747, "row": 0.0106, "row_16": -0.0227, "row_128": -0.00695, "rows":
            -0.00396, "rows_16": -0.00867, "image": -0.0307, "image_32": 0.022, "image_256": 0.0132,
            "double": 0.138, "complex": 0.473, "complex_double": 0.438, "converted": 0.0496, "half":
            0.0496, "channels_last": -0.228, "stride": 0.106, "dilation": 0.089, "bordered": 0.133,
            "bordered_padded": 0.339, "rank_1": 0.0129, "rank_3": 0.116},
        "vector": {"call": 8.9e-06, "wake": 1.9e-06, "python": 2.67e-06, "flops": 1.18e-11,
            "beyond_l2": 4.04e-11, "beyond_l3": 9.55e-11, "outputs": 5.28e-12, "outputs_half":
            2.85e-10, "outputs_last": 1.68e-09, "channel_planes": 2.09e-10, "bytes": 2.66e-11,
            "packed": 2.11e-11, "gathered": 5.71e-11, "runs": 2.32e-08, "lookups": 2.97e-09,
            "work_items": 1.65e-07, "work_item_products": 9.06e-10, "workers": -0.794, "taps":
            0.142, "taps_8": -0.0274, "taps_64": -0.18, "kernel_row": 0.0469, "ic_per_group":
            -0.0764, "ic_per_group_16": -0.00111, "oc_per_group": 0.0208, "oc_per_group_8": 0.0115,
            "oc_per_group_32": -0.0899, "groups": -0.0289, "row": 0.0568, "row_16": -0.039,
            "row_128": -0.0224, "rows": 0.109, "rows_16": -0.201, "image": -0.251, "image_32":
            -0.00545, "image_256": 0.0449, "double": -0.125, "complex": 0.473, "complex_double":
            -0.349, "converted": 0.103, "half": 0.103, "channels_last": -0.269, "stride": -0.227,
            "dilation": -0.017, "bordered": -0.0308, "bordered_padded": 0.175, "rank_1": -0.173,
            "rank_3": 0.312},
        "windows": {"call": 8.52e-06, "wake": 1.88e-06, "python": 2.67e-06, "flops": 7.75e-12,
            "beyond_l2": 5.37e-11, "beyond_l3": 9.55e-11, "outputs": 5.28e-12, "outputs_half":
            3.91e-10, "outputs_last": 1.68e-09, "channel_planes": 2.09e-10, "bytes": 1.47e-11,
            "packed": 9.9e-12, "gathered": 6.73e-11, "runs": 2.63e-08, "lookups": 2.97e-09,
            "work_items": 8.4e-08, "work_item_products": 6.81e-10, "workers": -0.711, "taps":
            -0.0109, "taps_8": 0.0278, "taps_64": -0.0365, "kernel_row": 0.0246, "ic_per_group":
            0.0477, "ic_per_group_16": -0.0442, "oc_per_group": -0.0291, "oc_per_group_8": -0.0113,
            "oc_per_group_32": 0.1, "groups": -0.00891, "row": 0.11, "row_16": -0.0489, "row_128":
            -0.0359, "rows": 0.0104, "rows_16": -0.00407, "image": -0.0511, "image_32": -0.0478,
            "image_256": 0.0737, "double": 0.0154, "complex": 0.473, "complex_double": 0.438,
            "converted": -0.0242, "half": -0.0242, "channels_last": 0.161, "stride": 0.158,
            "dilation": 0.0572, "bordered": 0.142, "bordered_padded": 0.377, "rank_1": -0.15,
            "rank_3": 0.122},
    },
    "fft_tiled": {
        "": {"call": 5.25e-07, "wake": 9.28e-07, "python": 4.34e-08, "flops": 2.22e-11, "beyond_l2":
            3.58e-11, "beyond_l3": 6.78e-12, "outputs": 4.14e-11, "outputs_half": 5.67e-12,
            "outputs_last": 8.55e-10, "channel_planes": 2.84e-09, "bytes": 8.21e-12, "packed":
            7.72e-13, "gathered": 5.25e-11, "runs": 3.24e-08, "lookups": 1.03e-08, "work_items":
            6.22e-10, "work_item_products": 1.33e-13, "workers": -0.764, "taps": -0.0234, "taps_8":
            0.00226, "taps_64": -0.00474, "kernel_row": 0.0343, "ic_per_group": 0.0507,
            "ic_per_group_16": 0.134, "oc_per_group": 0.012, "oc_per_group_8": 0.00398,
            "oc_per_group_32": 0.0306, "groups": 0.0263, "row": 0.0674, "row_16": -0.0316,
            "row_128": -0.0283, "rows": 0.00387, "rows_16": -0.00395, "image": -0.0637, "image_32":
            0.0473, "image_256": 0.0288, "double": 0.421, "complex": 0.0488, "complex_double":
            0.304, "converted": 0.222, "half": -0.222, "channels_last": 0.0364, "stride": 0.0841,
            "dilation": 0.0229, "bordered": 0.0439, "bordered_padded": -0.00792, "rank_1": -0.026,
            "rank_3": -0.0137, "integer": -1.03, "narrow_integer": -0.0096},
        "l3_filters": {"call": 5.32e-07, "wake": 1e-06, "python": 4.37e-08, "flops": 2.34e-11,
            "beyond_l2": 2.93e-11, "beyond_l3": 6.93e-12, "outputs": 4.19e-11, "outputs_half":
            5.83e-12, "outputs_last": 1.62e-09, "channel_planes": 2.73e-09, "bytes": 6.82e-12,
            "packed": 7.65e-13, "gathered": 3.52e-11, "runs": 1.33e-08, "lookups": 9.66e-09,
            "work_items": 6.19e-10, "work_item_products": 1.37e-13, "workers": -0.792, "taps":
            0.0807, "taps_8": 0.0842, "taps_64": 0.0829, "kernel_row": -0.157, "ic_per_group":
            0.237, "ic_per_group_16": 0.107, "oc_per_group": -0.223, "oc_per_group_8": 0.436,
            "oc_per_group_32": -0.162, "groups": -0.0101, "row": -0.0616, "row_16": 0.00912,
            "row_128": -0.0565, "rows": -0.09, "rows_16": -0.0208, "image": 0.0775, "image_32":
            0.0104, "image_256": -0.0435, "double": 0.527, "complex": 0.154, "complex_double":
            0.643, "converted": 0.244, "half": -0.0265, "channels_last": -0.145, "stride": 0.344,
            "dilation": -0.0386, "bordered": -0.0232, "bordered_padded": 0.0253, "rank_1": 0.137,
            "rank_3": -0.0733, "integer": -1.03, "narrow_integer": -0.0096},
        "memory_filters": {"call": 5.36e-07, "wake": 1e-06, "python": 4.37e-08, "flops": 1.91e-11,
            "beyond_l2": 3.19e-11, "beyond_l3": 6.93e-12, "outputs": 4.13e-11, "outputs_half":
            5.84e-12, "outputs_last": 9.06e-10, "channel_planes": 2.72e-09, "bytes": 1.91e-11,
            "packed": 7.65e-13, "gathered": 4.32e-11, "runs": 1.89e-08, "lookups": 9.06e-09,
            "work_items": 6.2e-10, "work_item_products": 1.36e-13, "workers": -0.454, "taps":
            -0.00487, "taps_8": 0.00497, "taps_64": -0.00704, "kernel_row": -0.0512, "ic_per_group":
            0.242, "ic_per_group_16": -0.237, "oc_per_group": 0.156, "oc_per_group_8": 0.135,
            "oc_per_group_32": -0.405, "groups": -0.319, "row": 0.0593, "row_16": -0.0918,
            "row_128": -0.0178, "rows": -0.0032, "rows_16": 0.0265, "image": 0.067, "image_32":
            -0.136, "image_256": 0.083, "double": 0.198, "complex": 0.35, "complex_double": 0.24,
            "converted": 0.0939, "half": -0.0212, "channels_last": -0.052, "stride": 0.0553,
            "dilation": 0.209, "bordered": -0.0385, "bordered_padded": -0.272, "rank_1": 0.0578,
            "rank_3": 0.0568, "integer": -1.03, "narrow_integer": -0.0096},
    },
    "fft": {
        "": {"call": 5.71e-05, "wake": 0.000278, "python": 1.86e-06, "flops": 1.03e-11, "beyond_l2":
            1.87e-11, "beyond_l3": 2.29e-11, "outputs": 3.1e-09, "outputs_half": 2.78e-11,
            "outputs_last": 2.31e-09, "channel_planes": 2.97e-08, "bytes": 6.88e-11, "packed":
            1.26e-09, "gathered": 8.97e-11, "runs": 4.49e-09, "lookups": 4.49e-09, "work_items":
            0.000116, "work_item_products": 5.63e-09, "workers": -0.396, "taps": 0.00661, "taps_8":
            0.00812, "taps_64": -0.0433, "kernel_row": 0.0141, "ic_per_group": -0.0664,
            "ic_per_group_16": 0.0252, "oc_per_group": 0.162, "oc_per_group_8": -0.128,
            "oc_per_group_32": 0.0268, "groups": 0.00497, "row": -0.0233, "row_16": 0.0258,
            "row_128": 0.0114, "rows_16": 0.0203, "image": 0.0441, "image_32": -0.0189, "image_256":
            -0.0275, "double": 0.0423, "complex": 0.153, "complex_double": 0.089, "converted":
            -0.00241, "half": 0.121, "channels_last": -0.0335, "stride": 0.0507, "dilation": 0.0178,
            "bordered": 0.0543, "bordered_padded": 0.495, "rank_1": -0.203, "rank_3": 0.0306},
    },
    "cython": {
        "": {"call": 1.84e-07, "wake": 5.49e-06, "python": 3.05e-06, "flops": 1.74e-11, "beyond_l2":
            5.11e-11, "beyond_l3": 4.78e-11, "outputs": 3.21e-09, "outputs_half": 8.89e-09,
            "outputs_last": 2.09e-09, "channel_planes": 3.26e-09, "bytes": 1.02e-10, "packed":
            2.01e-11, "gathered": 2.05e-09, "runs": 3.77e-09, "lookups": 3.61e-09, "work_items":
            6.1e-08, "work_item_products": 1.02e-10, "workers": -0.875, "taps": -0.0216, "taps_8":
            -0.00422, "taps_64": 0.0216, "kernel_row": -0.00329, "ic_per_group": -0.0172,
            "ic_per_group_16": 0.0101, "oc_per_group": 0.268, "oc_per_group_8": -0.0303,
            "oc_per_group_32": -0.228, "groups": 0.00987, "row": -0.164, "row_16": 0.173, "row_128":
            -0.0112, "rows": 0.0161, "rows_16": -0.01, "image": -0.0164, "image_32": 0.00849,
            "image_256": 0.00429, "double": -0.692, "complex": -0.437, "complex_double": -1.01,
            "integer": -0.478, "narrow_integer": -0.452, "converted": 0.0538, "half": 0.36,
            "channels_last": -0.0226, "stride": -0.0352, "dilation": -0.0376, "bordered": 0.00287,
            "bordered_padded": 0.207, "rank_1": -0.0882, "rank_3": 0.0111},
    },
    "naive": {
        "": {"call": 7.88e-07, "wake": 4.72e-06, "python": 2.54e-06, "flops": 8.55e-12, "beyond_l2":
            1.16e-11, "beyond_l3": 3.98e-11, "outputs": 8.32e-12, "outputs_half": 8.55e-11,
            "outputs_last": 8.55e-11, "channel_planes": 8.55e-10, "bytes": 8.49e-07, "packed":
            1.64e-11, "gathered": 8.55e-11, "runs": 4.27e-09, "lookups": 4.27e-09, "work_items":
            8.55e-08, "work_item_products": 8.55e-11, "workers": -0.7, "taps": -0.47, "taps_8":
            0.129, "taps_64": 0.0902, "kernel_row": 0.158, "ic_per_group": -0.356,
            "ic_per_group_16": 0.113, "oc_per_group": -0.511, "oc_per_group_8": 0.244,
            "oc_per_group_32": 0.314, "groups": -0.0116, "row": -0.0365, "row_16": 0.043, "row_128":
            0.047, "rows": -0.0274, "rows_16": 0.0626, "image": -0.00698, "image_32": -0.0483,
            "image_256": 0.0322, "double": -0.673, "complex": -1.45, "complex_double": -2.74,
            "integer": -0.893, "narrow_integer": -0.86, "converted": 0.0422, "half": 0.0618,
            "channels_last": 0.0546, "stride": -0.0394, "dilation": -0.111, "bordered": -0.284,
            "bordered_padded": 0.699, "rank_1": -0.303, "rank_3": 0.154},
    },
}

PREPARE: dict[str, dict[str, dict[str, float]]] = {
    "direct": {
        "": {"call": 9.15e-06, "wake": 4.72e-06, "python": 2.54e-06, "prepared": 4.91e-12,
            "weights": 8.8e-12, "filters": 1.16e-09, "workers": -0.7, "taps": 0.26, "taps_8":
            -0.103, "taps_64": 0.0164, "kernel_row": -0.0805, "ic_per_group": 0.191,
            "ic_per_group_16": -0.00245, "oc_per_group": -0.0112, "oc_per_group_8": 0.0313,
            "oc_per_group_32": 0.0621, "groups": 0.0749, "row": -0.0455, "row_16": -0.0417,
            "row_128": 0.12, "rows": 0.0417, "rows_16": -0.0336, "image": 0.0807, "image_32":
            -0.164, "image_256": 0.0772, "double": -0.0248, "complex": 1.45, "complex_double": 1.04,
            "integer": 0.719, "narrow_integer": 1.73, "converted": 0.208, "half": 0.774,
            "channels_last": 0.623, "stride": -0.00954, "dilation": 0.137, "bordered": -0.244,
            "bordered_padded": 0.11, "rank_1": 0.459, "rank_3": -0.0755},
        "depthwise": {"call": 1.08e-05, "wake": 4.72e-06, "python": 2.54e-06, "prepared": 3.86e-12,
            "weights": 2e-11, "filters": 1.42e-09, "workers": -0.7, "taps": 0.415, "taps_8": -0.585,
            "taps_64": 0.417, "kernel_row": 0.375, "ic_per_group": 0.191, "ic_per_group_16":
            -0.00245, "oc_per_group": -0.0112, "oc_per_group_8": 0.0313, "oc_per_group_32": 0.0621,
            "groups": -0.0594, "row": -0.0416, "row_16": -0.395, "row_128": 0.196, "rows": 0.0756,
            "rows_16": -0.0257, "image": -0.317, "image_32": 0.451, "image_256": -0.0434, "double":
            -0.428, "complex": 1.45, "complex_double": 1.04, "integer": 0.216, "narrow_integer":
            1.65, "converted": 0.458, "half": 0.909, "channels_last": 0.83, "stride": 0.129,
            "dilation": -0.0989, "bordered": -0.239, "bordered_padded": 0.295, "rank_1": 1.25,
            "rank_3": -0.0473},
        "dot": {"call": 9.21e-06, "wake": 4.72e-06, "python": 2.54e-06, "prepared": 5.23e-12,
            "weights": 7.55e-12, "filters": 1.14e-09, "workers": -0.7, "taps": 0.00345, "taps_8":
            -0.0499, "taps_64": 0.279, "kernel_row": -0.0973, "ic_per_group": 0.453,
            "ic_per_group_16": -0.248, "oc_per_group": 0.296, "oc_per_group_8": 0.0313,
            "oc_per_group_32": 0.0621, "groups": 0.237, "row": 0.0625, "row_16": -0.00503,
            "row_128": 0.0582, "rows": -0.126, "rows_16": -0.037, "image": -0.0855, "image_32":
            -0.137, "image_256": 0.0544, "double": 0.0787, "complex": 1.45, "complex_double": 1.2,
            "integer": 0.569, "narrow_integer": 1.11, "converted": 0.234, "half": 1.17,
            "channels_last": 0.737, "stride": 0.00915, "dilation": 0.137, "bordered": -0.381,
            "bordered_padded": -0.0276, "rank_1": 0.668, "rank_3": -0.0195},
        "igemm": {"call": 1.08e-05, "wake": 4.72e-06, "python": 2.54e-06, "prepared": 1.46e-11,
            "weights": 1.26e-11, "filters": 9.34e-10, "workers": -0.7, "taps": -0.251, "taps_8":
            0.461, "taps_64": 0.0217, "ic_per_group": 0.263, "oc_per_group": -0.115,
            "oc_per_group_8": 0.317, "oc_per_group_32": -0.0289, "groups": 0.144, "row": -0.221,
            "row_16": 0.249, "row_128": -0.0742, "rows": -0.0457, "rows_16": 0.11, "image": 0.157,
            "image_32": -0.152, "image_256": -0.075, "double": 0.208, "complex": 1.45,
            "complex_double": 1.37, "integer": 0.957, "narrow_integer": 1.32, "converted": -0.0852,
            "half": 0.8, "channels_last": 0.724, "stride": 0.0333, "dilation": 0.385, "bordered":
            -0.261, "bordered_padded": 0.0749, "rank_1": -0.0451, "rank_3": -0.0304},
        "igemm_int8x4": {"call": 1.01e-05, "wake": 4.72e-06, "python": 2.54e-06, "prepared":
            4.85e-12, "weights": 9.06e-12, "filters": 1.28e-09, "workers": -0.7, "taps": 0.151,
            "taps_8": -0.2, "taps_64": 0.172, "kernel_row": 0.0496, "ic_per_group": 0.534,
            "ic_per_group_16": -0.465, "oc_per_group": 0.164, "oc_per_group_8": -0.167,
            "oc_per_group_32": -0.0378, "groups": -0.215, "row": -0.397, "row_16": 0.417, "row_128":
            0.289, "rows": 0.355, "rows_16": -0.48, "image": -0.0377, "image_32": 0.0309,
            "image_256": -0.0219, "double": -0.0248, "complex": 1.45, "complex_double": 1.04,
            "integer": 0.719, "narrow_integer": 1.85, "converted": 0.324, "half": 0.774,
            "channels_last": 1.19, "stride": -0.554, "dilation": 0.339, "bordered": -0.571,
            "bordered_padded": -0.244, "rank_1": 0.545, "rank_3": 0.0111},
        "pointwise": {"call": 1.04e-05, "wake": 4.72e-06, "python": 2.54e-06, "prepared": 4.66e-12,
            "weights": 1.22e-11, "filters": 8.96e-10, "workers": -0.7, "taps": 0.26, "taps_8":
            -0.103, "taps_64": 0.0164, "kernel_row": -0.0805, "ic_per_group": 0.245,
            "ic_per_group_16": 0.0643, "oc_per_group": -0.0953, "oc_per_group_8": 0.0823,
            "oc_per_group_32": 0.176, "groups": 0.126, "row": -0.279, "row_16": 0.563, "row_128":
            -0.0674, "rows": -0.0833, "rows_16": 0.413, "image": -0.0505, "image_32": 0.185,
            "image_256": -0.283, "double": -0.0013, "complex": 1.39, "complex_double": 1.44,
            "integer": 0.475, "narrow_integer": 2.21, "converted": 0.172, "half": 1.46,
            "channels_last": 0.207, "stride": 0.00511, "dilation": 0.276, "bordered": -0.244,
            "bordered_padded": 0.11, "rank_1": 0.148, "rank_3": 0.0546},
        "spatial_1": {"call": 7.5e-06, "wake": 4.72e-06, "python": 2.54e-06, "prepared": 5.22e-12,
            "weights": 9.49e-12, "filters": 7.5e-08, "workers": -0.7, "taps": -0.0212, "taps_8":
            -0.0959, "taps_64": 0.104, "kernel_row": 0.158, "ic_per_group": 0.242,
            "ic_per_group_16": 1.31, "oc_per_group": -0.0112, "oc_per_group_8": 0.0313,
            "oc_per_group_32": 0.0621, "groups": -0.543, "row": -0.567, "row_16": -0.023, "row_128":
            0.302, "rows": 0.018, "rows_16": -0.353, "image": 0.685, "image_32": -0.448,
            "image_256": 0.0938, "double": -0.0438, "complex": 1.45, "complex_double": 1.04,
            "integer": 0.763, "narrow_integer": 1.34, "converted": 0.976, "half": 1.01,
            "channels_last": 0.0386, "stride": -0.175, "dilation": -0.00351, "bordered": -0.114,
            "bordered_padded": -0.165, "rank_1": 0.388, "rank_3": 0.473},
        "spatial_2": {"call": 8.71e-06, "wake": 4.72e-06, "python": 2.54e-06, "prepared": 6.01e-12,
            "weights": 1.17e-11, "filters": 3.15e-08, "workers": -0.7, "taps": 0.0327, "taps_8":
            0.224, "taps_64": 0.106, "kernel_row": -0.147, "ic_per_group": 0.127, "ic_per_group_16":
            -0.0263, "oc_per_group": 0.842, "oc_per_group_8": 0.0313, "oc_per_group_32": 0.0621,
            "groups": -0.123, "row": -0.509, "row_16": 0.377, "row_128": 0.353, "rows": 0.391,
            "rows_16": -0.264, "image": 0.152, "image_32": 0.14, "image_256": -0.595, "double":
            0.523, "complex": 1.75, "complex_double": 1.27, "integer": 0.816, "narrow_integer":
            1.54, "converted": 0.495, "half": 1.56, "channels_last": 0.592, "stride": -0.301,
            "dilation": -0.209, "bordered": 0.148, "bordered_padded": 0.216, "rank_1": 1.16,
            "rank_3": -1.09},
        "spatial_4": {"call": 1.05e-05, "wake": 4.72e-06, "python": 2.54e-06, "prepared": 4.58e-12,
            "weights": 1.12e-11, "filters": 1.11e-09, "workers": -0.7, "taps": 0.194, "taps_8":
            -0.471, "taps_64": 0.256, "kernel_row": 0.167, "ic_per_group": 0.0997,
            "ic_per_group_16": -0.0105, "oc_per_group": 0.0151, "oc_per_group_8": -0.169,
            "oc_per_group_32": 0.0621, "groups": -0.0242, "row": -0.166, "row_16": -0.171,
            "row_128": 0.299, "rows": 0.242, "rows_16": -0.284, "image": 0.135, "image_32": 0.0415,
            "image_256": -0.121, "double": 0.124, "complex": 1.24, "complex_double": 0.927,
            "integer": 0.665, "narrow_integer": 1.79, "converted": -0.097, "half": 0.662,
            "channels_last": 1.07, "stride": 0.108, "dilation": 0.162, "bordered": -0.736,
            "bordered_padded": 0.197, "rank_1": 0.414, "rank_3": -0.532},
        "spatial_8": {"call": 8.39e-06, "wake": 4.72e-06, "python": 2.54e-06, "prepared": 4.89e-12,
            "weights": 8.72e-12, "filters": 1.21e-09, "workers": -0.7, "taps": 0.191, "taps_8":
            -0.0374, "taps_64": 0.0122, "kernel_row": -0.0974, "ic_per_group": 0.1,
            "ic_per_group_16": -0.0195, "oc_per_group": -0.074, "oc_per_group_8": 0.0431,
            "oc_per_group_32": 0.00267, "row": -0.0156, "row_16": 0.0572, "row_128": 0.0083, "rows":
            0.0908, "rows_16": -0.0381, "image": 0.199, "image_32": -0.249, "image_256": 0.0207,
            "double": -0.476, "complex": 1.42, "complex_double": 1.07, "integer": 0.599,
            "narrow_integer": 1.73, "converted": 0.249, "half": 0.895, "channels_last": 0.726,
            "stride": -0.119, "dilation": 0.0934, "bordered": -0.232, "bordered_padded": 0.0916,
            "rank_1": 0.409, "rank_3": -0.00557},
        "spatial_in_out": {"call": 9.09e-06, "wake": 4.72e-06, "python": 2.54e-06, "prepared":
            5.61e-12, "weights": 8.52e-12, "filters": 9.79e-10, "workers": -0.7, "taps": 0.141,
            "taps_8": -0.21, "taps_64": 0.305, "kernel_row": 0.0462, "ic_per_group": 0.326,
            "ic_per_group_16": -0.461, "oc_per_group": 0.0173, "oc_per_group_8": 0.165,
            "oc_per_group_32": -0.214, "groups": 0.0293, "row": -0.105, "row_16": 0.105, "row_128":
            -0.0798, "rows": 0.0431, "rows_16": -0.144, "image": 0.175, "image_32": -0.237,
            "image_256": 0.138, "double": -0.373, "complex": 1.45, "complex_double": 1.04,
            "integer": 0.824, "narrow_integer": 1.73, "converted": 0.0836, "half": 0.774,
            "channels_last": 0.623, "stride": 0.125, "dilation": -0.394, "bordered": 0.0789,
            "bordered_padded": 0.294, "rank_1": -0.0902, "rank_3": -0.279},
        "stencil": {"call": 8.45e-06, "wake": 4.72e-06, "python": 2.54e-06, "prepared": 4.53e-12,
            "weights": 8.26e-12, "filters": 1.37e-09, "workers": -0.7, "taps": 0.347, "taps_8":
            -0.042, "taps_64": 0.0172, "kernel_row": -0.406, "ic_per_group": 0.275,
            "ic_per_group_16": -0.678, "oc_per_group": -0.152, "oc_per_group_8": 0.0811,
            "oc_per_group_32": -0.0958, "groups": 0.00723, "row": -0.369, "row_16": -0.0657,
            "row_128": 0.438, "rows": 0.146, "rows_16": -0.487, "image": 0.245, "image_32": 0.0811,
            "image_256": -0.0881, "double": -0.187, "complex": 0.221, "complex_double": 0.942,
            "integer": 0.548, "narrow_integer": 1.9, "converted": 0.614, "half": 0.809,
            "channels_last": 1.05, "stride": -0.0111, "dilation": -0.11, "bordered": -0.165,
            "bordered_padded": -0.0334, "rank_1": 0.459, "rank_3": 0.0976},
    },
    "separable": {
        "": {"call": 1.65e-06, "wake": 4.72e-06, "python": 2.54e-06, "prepared": 2.85e-12,
            "weights": 8.72e-11, "filters": 3.16e-10, "workers": -0.7, "taps": 0.218, "taps_8":
            -0.16, "taps_64": -0.0863, "kernel_row": 0.112, "groups": 0.155, "row": -0.35, "row_16":
            0.168, "row_128": 0.194, "rows": -0.357, "rows_16": 0.318, "image": 0.553, "image_32":
            -0.346, "image_256": -0.142, "double": 0.0122, "complex": 0.814, "integer": 0.0093,
            "narrow_integer": 0.464, "converted": 0.476, "channels_last": 0.0216, "stride": 0.00411,
            "bordered": 0.0418, "bordered_padded": -0.254, "rank_1": -0.909, "rank_3": -0.031},
        "box": {"call": 1.63e-06, "wake": 4.72e-06, "python": 2.54e-06, "prepared": 2.87e-12,
            "weights": 9.14e-11, "filters": 3.88e-10, "workers": -0.7, "taps": 0.944, "taps_8":
            -1.17, "taps_64": 0.234, "kernel_row": 0.0106, "groups": -0.00103, "row": 0.0793,
            "row_16": -0.16, "row_128": 0.224, "rows": 0.0384, "rows_16": -0.154, "image": -0.0124,
            "image_32": -0.208, "image_256": 0.262, "double": 0.364, "complex": -0.272, "integer":
            -0.045, "narrow_integer": 0.91, "converted": 0.774, "channels_last": 0.252, "stride":
            -0.295, "bordered": 0.293, "bordered_padded": -0.291, "rank_1": -0.691, "rank_3":
            0.0935},
        "separable": {"call": 1.57e-06, "wake": 4.72e-06, "python": 2.54e-06, "prepared": 2.82e-12,
            "weights": 7.34e-11, "filters": 3.01e-10, "workers": -0.7, "taps": -0.356, "taps_8":
            0.534, "taps_64": -0.47, "kernel_row": 0.576, "groups": 0.235, "row": -0.325, "row_16":
            0.124, "row_128": 0.186, "rows": -0.451, "rows_16": 0.518, "image": 0.597, "image_32":
            -0.316, "image_256": -0.254, "double": -0.276, "complex": 0.722, "integer": 0.0093,
            "narrow_integer": 0.464, "converted": 0.476, "channels_last": 0.0488, "stride": 0.305,
            "bordered": -0.144, "bordered_padded": -0.401, "rank_1": -0.909, "rank_3": 0.642},
    },
    "winograd": {
        "": {"call": 2.07e-05, "wake": 4.72e-06, "python": 2.54e-06, "prepared": 2.5e-11, "weights":
            4.79e-12, "filters": 1.73e-09, "workers": -0.7, "taps": 0.105, "taps_8": 0.0406,
            "taps_64": 0.751, "kernel_row": 0.684, "ic_per_group_16": 0.131, "oc_per_group": -0.132,
            "oc_per_group_8": 0.332, "oc_per_group_32": -0.143, "groups": 0.00676, "row": -0.0466,
            "row_16": 0.127, "row_128": 0.141, "rows": -0.0393, "rows_16": 0.132, "image": 0.0701,
            "image_32": -0.113, "image_256": -0.0215, "double": -0.194, "complex": 1.21,
            "complex_double": 0.524, "channels_last": 0.376, "dilation": 0.194, "bordered": 0.246,
            "bordered_padded": -0.481, "rank_1": -0.234, "rank_3": 0.271},
        "tiles_in_lanes": {"call": 1.4e-05, "wake": 4.72e-06, "python": 2.54e-06, "prepared":
            3.59e-11, "weights": 5.27e-12, "filters": 2.05e-09, "workers": -0.7, "taps": 0.27,
            "taps_8": -0.0515, "taps_64": 0.393, "kernel_row": 1.2, "ic_per_group": -0.222,
            "ic_per_group_16": 0.176, "oc_per_group": -0.122, "oc_per_group_8": -0.156,
            "oc_per_group_32": -0.038, "groups": -0.347, "row": -0.159, "row_16": 0.253, "row_128":
            0.0673, "rows": 0.262, "rows_16": -0.325, "image": 0.275, "image_32": -0.464,
            "image_256": 0.16, "double": -0.214, "complex": 1.08, "complex_double": 0.405,
            "channels_last": 0.33, "dilation": 0.181, "bordered": -0.133, "bordered_padded": -0.542,
            "rank_1": 0.114, "rank_3": 0.135},
    },
    "im2col": {
        "": {"call": 7.88e-06, "wake": 4.72e-06, "python": 2.54e-06, "prepared": 4.2e-15, "weights":
            1.34e-15, "filters": 3.1e-13, "workers": -0.7, "taps": 0.168, "taps_8": 0.092,
            "taps_64": -0.104, "kernel_row": -0.0553, "ic_per_group": 0.17, "ic_per_group_16":
            -0.0557, "oc_per_group": -0.0137, "oc_per_group_8": 0.281, "oc_per_group_32": -0.125,
            "groups": 0.0477, "row": -0.129, "row_16": 0.357, "row_128": -0.428, "rows": -0.312,
            "rows_16": 0.342, "image": 0.0273, "image_32": 0.267, "image_256": -0.471, "double":
            0.28, "complex": -0.121, "complex_double": -0.457, "converted": 0.457, "half": 0.457,
            "channels_last": 8.63, "stride": -0.0521, "dilation": 0.497, "bordered": -0.106,
            "bordered_padded": 0.4, "rank_1": -0.512, "rank_3": 0.115},
        "channels": {"call": 9.28e-06, "wake": 4.72e-06, "python": 2.54e-06, "prepared": 3.68e-15,
            "weights": 1.29e-15, "filters": 2.71e-13, "workers": -0.7, "taps": 0.426, "taps_8":
            -0.00918, "taps_64": 0.0677, "kernel_row": -0.271, "ic_per_group": 0.126,
            "ic_per_group_16": 0.0769, "oc_per_group": -0.122, "oc_per_group_8": 0.461,
            "oc_per_group_32": 0.00875, "groups": -0.198, "row": -0.0222, "row_16": 0.473,
            "row_128": -0.502, "rows": -0.198, "rows_16": 0.283, "image": -0.231, "image_32": 0.625,
            "image_256": -0.742, "double": 0.401, "complex": -0.121, "complex_double": -0.457,
            "converted": 0.457, "half": 0.457, "channels_last": 8.14, "stride": -0.162, "dilation":
            0.516, "bordered": -0.106, "bordered_padded": 0.4, "rank_1": -0.566, "rank_3": 0.118},
        "complex": {"call": 7.75e-06, "wake": 4.72e-06, "python": 2.54e-06, "prepared": 4.26e-15,
            "weights": 1.35e-15, "filters": 2.97e-13, "workers": -0.7, "taps": 0.206, "taps_8":
            -0.318, "taps_64": 0.304, "kernel_row": 0.0819, "ic_per_group": 0.269,
            "ic_per_group_16": -0.301, "oc_per_group": 0.104, "oc_per_group_8": 0.133,
            "oc_per_group_32": -0.262, "groups": 0.128, "row": -0.0496, "row_16": 0.244, "row_128":
            0.00786, "rows": -0.1, "rows_16": 0.193, "image": -0.088, "image_32": 0.29, "image_256":
            -0.462, "double": 0.28, "complex": -0.352, "complex_double": -0.262, "converted": 0.457,
            "half": 0.457, "channels_last": 8.6, "stride": -0.201, "dilation": -0.429, "bordered":
            -0.484, "bordered_padded": 0.225, "rank_1": -0.248, "rank_3": 0.112},
        "pointwise": {"call": 7.37e-06, "wake": 4.72e-06, "python": 2.54e-06, "prepared": 4.24e-15,
            "weights": 1.35e-15, "filters": 3.09e-13, "workers": -0.7, "taps": 0.168, "taps_8":
            0.092, "taps_64": -0.104, "kernel_row": -0.0553, "ic_per_group": 0.402,
            "ic_per_group_16": 0.139, "oc_per_group": 0.0908, "oc_per_group_8": 0.366,
            "oc_per_group_32": -0.0534, "groups": 0.0477, "row": -0.282, "row_16": 0.272, "row_128":
            -0.425, "rows": -0.304, "rows_16": 0.342, "image": -0.188, "image_32": 0.219,
            "image_256": -0.468, "double": 0.262, "complex": -0.12, "complex_double": -0.455,
            "converted": 0.457, "half": 0.457, "channels_last": 8.63, "stride": -0.0521, "dilation":
            0.464, "bordered": -0.106, "bordered_padded": 0.4, "rank_1": -0.488, "rank_3": 0.116},
        "rows": {"call": 7.75e-06, "wake": 4.72e-06, "python": 2.54e-06, "prepared": 4.76e-15,
            "weights": 1.32e-15, "filters": 2.9e-13, "workers": -0.7, "taps": 0.191, "taps_8":
            -0.0845, "taps_64": 0.0512, "kernel_row": 0.0479, "ic_per_group": 0.182,
            "ic_per_group_16": 0.12, "oc_per_group": -0.207, "oc_per_group_8": 0.0481,
            "oc_per_group_32": 0.187, "groups": 0.191, "row": -0.26, "row_16": -1.1, "row_128":
            -0.423, "rows": -0.186, "rows_16": 0.339, "image": 0.22, "image_32": -0.0353,
            "image_256": -0.00377, "double": 0.21, "complex": -0.121, "complex_double": -0.457,
            "converted": 3.97, "half": 3.97, "channels_last": 6.9, "stride": -0.0521, "dilation":
            -0.117, "bordered": -0.106, "bordered_padded": 0.4, "rank_1": -0.11, "rank_3": 0.296},
        "vector": {"call": 8.64e-06, "wake": 4.72e-06, "python": 2.54e-06, "prepared": 4.45e-15,
            "weights": 1.38e-15, "filters": 3.15e-13, "workers": -0.7, "taps": 0.0851, "taps_8":
            0.0594, "taps_64": -0.104, "kernel_row": -0.00535, "ic_per_group": 0.298,
            "ic_per_group_16": -0.404, "oc_per_group": 0.134, "oc_per_group_8": 0.121,
            "oc_per_group_32": -0.271, "groups": 0.0725, "row": -0.129, "row_16": 0.357, "row_128":
            -0.428, "rows": -0.0566, "rows_16": 0.329, "image": 0.0579, "image_32": 0.267,
            "image_256": -0.471, "double": 0.409, "complex": -0.0804, "complex_double": -0.404,
            "converted": 0.426, "half": 0.426, "channels_last": 8.8, "stride": -0.056, "dilation":
            0.501, "bordered": -0.104, "bordered_padded": 0.402, "rank_1": -0.491, "rank_3": 0.15},
        "windows": {"call": 7.94e-06, "wake": 4.72e-06, "python": 2.54e-06, "prepared": 5.82e-15,
            "weights": 1.39e-15, "filters": 2.64e-13, "workers": -0.7, "taps": 0.258, "taps_8":
            -0.0496, "taps_64": -0.213, "kernel_row": -0.0849, "ic_per_group": 0.178,
            "ic_per_group_16": -0.103, "oc_per_group": -0.195, "oc_per_group_8": 0.19,
            "oc_per_group_32": 0.0653, "groups": -0.0657, "row": 0.0295, "row_16": -0.112,
            "row_128": -0.202, "rows": -0.232, "rows_16": 0.225, "image": 0.0825, "image_32":
            0.0443, "image_256": -0.101, "double": 0.166, "complex": -0.121, "complex_double":
            -0.457, "converted": 0.547, "half": 0.547, "channels_last": 8.77, "stride": -0.21,
            "dilation": 0.766, "bordered": 0.11, "bordered_padded": 0.254, "rank_1": 0.35, "rank_3":
            0.18},
    },
    "fft_tiled": {
        "": {"call": 1.82e-05, "wake": 4.72e-06, "python": 2.54e-06, "prepared": 3.94e-10,
            "weights": 1.21e-09, "filters": 1.82e-08, "workers": -0.7, "taps": -0.0279, "taps_8":
            0.0677, "taps_64": 0.0414, "kernel_row": 0.0208, "ic_per_group": -0.00826,
            "ic_per_group_16": -0.0667, "oc_per_group": 0.0495, "oc_per_group_8": -0.0779,
            "oc_per_group_32": -0.0691, "groups": -0.00305, "row": 0.0263, "row_16": 0.0088,
            "row_128": -0.0201, "rows": 0.0197, "rows_16": -0.0237, "image": -0.00941, "image_32":
            0.0112, "image_256": 0.0127, "double": -0.729, "complex": -0.0562, "complex_double":
            -0.848, "converted": 0.443, "half": -0.305, "channels_last": 0.0415, "stride": -0.0739,
            "dilation": 0.0162, "bordered_padded": 0.0247, "rank_1": -0.283, "rank_3": 0.105},
        "l3_filters": {"call": 1.7e-05, "wake": 4.72e-06, "python": 2.54e-06, "prepared": 2.69e-10,
            "weights": 8.55e-10, "filters": 1.68e-08, "workers": -0.7, "taps": 0.0112, "taps_8":
            0.0758, "taps_64": -0.00272, "kernel_row": -0.00114, "ic_per_group": 0.0633,
            "ic_per_group_16": -0.00417, "oc_per_group": -0.0909, "oc_per_group_8": 0.166,
            "oc_per_group_32": -0.0129, "groups": 0.0535, "row": 0.0485, "row_16": -0.015,
            "row_128": -0.0314, "rows": 0.0387, "rows_16": -0.0536, "image": -0.0458, "image_32":
            0.104, "image_256": -0.0411, "double": -0.55, "complex": 0.197, "complex_double":
            -0.539, "converted": 0.0608, "half": 0.00203, "channels_last": -0.0169, "stride":
            -0.00467, "dilation": 0.0762, "bordered": -0.0387, "bordered_padded": 0.0255, "rank_1":
            -0.126, "rank_3": 0.132},
        "memory_filters": {"call": 8.96e-06, "wake": 4.72e-06, "python": 2.54e-06, "prepared":
            3.25e-09, "weights": 1.68e-10, "filters": 1.65e-08, "workers": -0.7, "taps": -0.00268,
            "taps_8": 0.524, "taps_64": 0.053, "kernel_row": -0.225, "ic_per_group": -0.381,
            "ic_per_group_16": 0.203, "oc_per_group": 0.0773, "oc_per_group_8": 0.0672,
            "oc_per_group_32": -0.31, "groups": -0.0944, "row": 0.109, "row_16": -0.108, "row_128":
            -0.244, "rows": -0.0604, "rows_16": -0.333, "image": 0.211, "image_32": -0.395,
            "image_256": 0.409, "double": -0.689, "complex": 0.295, "complex_double": -0.765,
            "converted": 0.456, "half": 0.1, "channels_last": 0.0339, "stride": -0.271, "dilation":
            -0.227, "bordered": -0.351, "bordered_padded": -0.448, "rank_1": -0.0227, "rank_3":
            0.00313},
    },
    "fft": {
        "": {"call": 6.67e-05, "wake": 4.72e-06, "python": 2.54e-06, "prepared": 1.16e-09,
            "weights": 2.09e-09, "filters": 8.2e-07, "workers": -0.7, "taps": -0.0726, "taps_8":
            0.128, "taps_64": -0.0891, "kernel_row": 0.0912, "ic_per_group": 0.158,
            "ic_per_group_16": -0.0584, "oc_per_group": 0.054, "oc_per_group_8": 0.0703,
            "oc_per_group_32": -0.175, "groups": 0.0255, "row": -0.0662, "row_16": 0.0329,
            "row_128": 0.0064, "rows": -0.119, "rows_16": 0.0768, "image": 0.0104, "image_32":
            -0.0528, "image_256": 0.121, "double": -0.277, "complex": 0.0989, "complex_double":
            -0.314, "converted": 0.334, "half": -0.125, "channels_last": 0.0327, "stride": 0.0133,
            "dilation": 0.0946, "bordered": 0.00932, "bordered_padded": -0.103, "rank_1": -1.04,
            "rank_3": 0.391},
    },
    "cython": {
        "": {"call": 2.23e-05, "wake": 4.72e-06, "python": 2.54e-06, "prepared": 2.56e-13,
            "weights": 7.26e-13, "filters": 1.71e-12, "workers": -0.7, "taps": 0.273, "taps_8":
            -0.1, "taps_64": 0.0632, "kernel_row": 0.00127, "ic_per_group": 0.213,
            "ic_per_group_16": -0.0119, "oc_per_group": 0.161, "oc_per_group_8": 0.248,
            "oc_per_group_32": -0.2, "groups": 0.26, "row": -0.0378, "row_16": 0.13, "row_128":
            -0.0182, "rows": 0.0143, "rows_16": -0.352, "image": 0.058, "image_32": -0.0395,
            "image_256": 0.158, "double": 0.109, "complex": 0.437, "complex_double": -0.11,
            "integer": 0.464, "narrow_integer": 0.881, "converted": 0.186, "half": 2.9,
            "channels_last": 1.23, "stride": 0.0981, "dilation": -0.178, "bordered": 0.0397,
            "bordered_padded": -0.192, "rank_1": 0.0137, "rank_3": 0.112},
    },
    "naive": {
        "": {"call": 2.74e-06, "wake": 4.72e-06, "python": 2.54e-06, "prepared": 8.32e-11,
            "weights": 4.09e-11, "filters": 7.63e-08, "workers": -0.7, "taps": 0.557, "taps_8":
            -0.0687, "taps_64": -0.223, "kernel_row": 0.0522, "ic_per_group": 0.427,
            "ic_per_group_16": 0.162, "oc_per_group": -0.13, "oc_per_group_8": 0.125,
            "oc_per_group_32": -0.00315, "groups": -0.144, "row": 0.0759, "row_16": -0.0818,
            "row_128": 1.58, "rows": -0.00455, "rows_16": 0.411, "image": -0.0658, "image_32":
            -0.0953, "image_256": -1.1, "double": -0.321, "complex": 0.408, "complex_double":
            -0.488, "integer": -0.522, "narrow_integer": -0.683, "converted": 0.729, "half": -0.135,
            "channels_last": 0.125, "stride": -0.0536, "dilation": -0.103, "bordered": 0.518,
            "bordered_padded": -0.522, "rank_1": -0.291, "rank_3": 0.168},
    },
}

PACKING: dict[str, dict[str, dict[str, float]]] = {
    "direct": {
        "": {"call": 4.8e-07, "wake": 4.72e-06, "python": 9.91e-07, "prepared": 1.17e-11, "weights":
            3.15e-12, "filters": 2.19e-09, "workers": -0.7, "taps": 0.334, "taps_8": -0.229,
            "taps_64": -0.0494, "kernel_row": -0.0442, "ic_per_group": 0.142, "ic_per_group_16":
            0.0859, "oc_per_group": 0.0333, "oc_per_group_8": -0.0623, "oc_per_group_32": 0.0279,
            "groups": 0.0194, "row": -0.0191, "row_16": 0.143, "row_128": -0.0716, "rows": 0.0453,
            "rows_16": 0.0389, "image": -0.0125, "image_32": -0.0708, "image_256": 0.0195, "double":
            -0.0453, "complex": 1.04, "complex_double": 0.835, "integer": 0.832, "narrow_integer":
            2.04, "converted": -0.498, "half": 0.795, "channels_last": 0.626, "stride": -0.0579,
            "dilation": 0.0886, "bordered": -0.253, "bordered_padded": 0.11, "rank_1": 0.151,
            "rank_3": -0.112},
        "depthwise": {"call": 3.04e-07, "wake": 4.72e-06, "python": 1.37e-06, "prepared": 5.65e-11,
            "weights": 2.88e-12, "filters": 1.87e-09, "workers": -0.7, "taps": 0.273, "taps_8":
            -0.111, "taps_64": -0.261, "kernel_row": -0.21, "ic_per_group": 0.142,
            "ic_per_group_16": 0.0859, "oc_per_group": 0.0333, "oc_per_group_8": -0.0623,
            "oc_per_group_32": 0.0279, "groups": -0.137, "row": 0.534, "row_16": -0.224, "row_128":
            -0.0689, "rows": 0.106, "rows_16": 0.0383, "image": -0.132, "image_32": -0.313,
            "image_256": 0.199, "double": -0.155, "complex": 1.04, "complex_double": 0.835,
            "integer": 0.355, "narrow_integer": 1.62, "converted": -0.736, "half": 0.519,
            "channels_last": 0.749, "stride": -0.0824, "dilation": 0.0925, "bordered": -0.175,
            "bordered_padded": 0.103, "rank_1": -0.127, "rank_3": -0.0475},
        "dot": {"call": 4.22e-07, "wake": 4.72e-06, "python": 1.12e-06, "prepared": 1.13e-11,
            "weights": 2.85e-12, "filters": 2.15e-09, "workers": -0.7, "taps": 0.0388, "taps_8":
            -0.0437, "taps_64": 0.0719, "kernel_row": 0.0176, "ic_per_group": 0.467,
            "ic_per_group_16": -1.21, "oc_per_group": 0.233, "oc_per_group_8": -0.0623,
            "oc_per_group_32": 0.0279, "groups": 0.243, "row": -0.0083, "row_16": 0.144, "row_128":
            -0.282, "rows": 0.104, "rows_16": -0.0678, "image": -0.19, "image_32": 0.4, "image_256":
            0.0748, "double": 0.0986, "complex": 1.16, "complex_double": 0.938, "integer": 1.09,
            "narrow_integer": 1.35, "converted": -0.417, "half": 0.697, "channels_last": 0.363,
            "stride": -0.333, "dilation": 0.0886, "bordered": -0.234, "bordered_padded": 0.129,
            "rank_1": 0.27, "rank_3": -0.986},
        "igemm": {"call": 5.13e-07, "wake": 4.72e-06, "python": 1.02e-06, "prepared": 4.67e-11,
            "weights": 2.77e-12, "filters": 2.09e-09, "workers": -0.7, "taps": -0.328, "taps_8":
            0.431, "taps_64": -0.088, "kernel_row": 0.106, "ic_per_group": 0.177, "ic_per_group_16":
            0.0942, "oc_per_group": 0.0464, "oc_per_group_8": 0.0582, "oc_per_group_32": -0.0287,
            "groups": 0.091, "row": -0.0882, "row_16": 0.171, "row_128": -0.00835, "rows": 0.0329,
            "rows_16": 0.0406, "image": -0.0276, "image_32": -0.0333, "image_256": -0.047, "double":
            0.146, "complex": 0.95, "complex_double": 0.919, "integer": 0.669, "narrow_integer":
            1.57, "converted": -0.32, "half": 0.691, "channels_last": 0.845, "stride": 0.0533,
            "dilation": 0.288, "bordered": -0.134, "bordered_padded": 0.0371, "rank_1": -0.362,
            "rank_3": 0.0859},
        "pointwise": {"call": 4.56e-07, "wake": 4.72e-06, "python": 9.41e-07, "prepared": 1.61e-11,
            "weights": 3.38e-12, "filters": 5.41e-10, "workers": -0.7, "taps": 0.334, "taps_8":
            -0.229, "taps_64": -0.0494, "kernel_row": -0.0442, "ic_per_group": 0.125,
            "ic_per_group_16": 0.0306, "oc_per_group": 0.0422, "oc_per_group_8": -0.146,
            "oc_per_group_32": 0.26, "groups": 0.232, "row": -0.127, "row_16": 0.447, "row_128":
            -0.383, "rows": -0.0873, "rows_16": 0.277, "image": 0.102, "image_32": -0.0672,
            "image_256": -0.124, "double": -0.235, "complex": 1.29, "complex_double": 1.04,
            "integer": 0.618, "narrow_integer": 2.19, "converted": -0.453, "half": 0.972,
            "channels_last": 0.098, "stride": -0.414, "dilation": 0.243, "bordered": -0.253,
            "bordered_padded": 0.11, "rank_1": 0.0465, "rank_3": 0.251},
        "spatial_1": {"call": 3.63e-07, "wake": 4.72e-06, "python": 9.6e-07, "prepared": 1.37e-11,
            "weights": 3.15e-12, "filters": 2.22e-09, "workers": -0.7, "taps": 0.44, "taps_8":
            -0.619, "taps_64": 0.0152, "kernel_row": -0.0258, "ic_per_group": -0.288,
            "ic_per_group_16": 0.0859, "oc_per_group": 0.0333, "oc_per_group_8": -0.0623,
            "oc_per_group_32": 0.0279, "groups": -0.0742, "row": -0.199, "row_16": 0.149, "row_128":
            0.0259, "rows": -0.123, "rows_16": 0.107, "image": 0.27, "image_32": -0.153,
            "image_256": -0.0759, "double": 0.178, "complex": 1.04, "complex_double": 0.835,
            "integer": 1.22, "narrow_integer": 2.48, "converted": -0.596, "half": 0.887,
            "channels_last": 0.901, "stride": 0.323, "dilation": 0.123, "bordered": 0.0794,
            "bordered_padded": 0.299, "rank_1": 0.0907, "rank_3": 0.202},
        "spatial_2": {"call": 2.67e-07, "wake": 4.72e-06, "python": 8.01e-07, "prepared": 1.32e-11,
            "weights": 3.09e-12, "filters": 1.63e-08, "workers": -0.7, "taps": 0.284, "taps_8":
            0.00622, "taps_64": -0.186, "kernel_row": -0.103, "ic_per_group": 0.0864,
            "ic_per_group_16": -0.189, "oc_per_group": 0.92, "oc_per_group_8": -0.0623,
            "oc_per_group_32": 0.0279, "groups": -0.0523, "row": -0.041, "row_16": 0.0753,
            "row_128": 0.0224, "rows": 0.13, "rows_16": -0.165, "image": -0.0959, "image_32": 0.187,
            "image_256": -0.123, "double": -0.475, "complex": 0.991, "complex_double": 1.03,
            "integer": 1.04, "narrow_integer": 1.49, "converted": -0.479, "half": 1.13,
            "channels_last": 0.461, "stride": -0.0335, "dilation": -0.11, "bordered": -0.124,
            "bordered_padded": 0.173, "rank_1": 0.323, "rank_3": -0.012},
        "spatial_4": {"call": 4.41e-07, "wake": 4.72e-06, "python": 9.85e-07, "prepared": 1.67e-11,
            "weights": 3.25e-12, "filters": 2.04e-09, "workers": -0.7, "taps": 0.229, "taps_8":
            -0.402, "taps_64": 0.167, "kernel_row": -0.00404, "ic_per_group": -0.108,
            "ic_per_group_16": 0.208, "oc_per_group": 0.0946, "oc_per_group_8": -0.195,
            "oc_per_group_32": 0.0279, "groups": -0.0419, "row": -0.042, "row_16": -0.072,
            "row_128": 0.223, "rows": 0.168, "rows_16": -0.0956, "image": 0.245, "image_32": -0.244,
            "image_256": -0.0724, "double": -0.24, "complex": 0.392, "complex_double": 0.253,
            "integer": 0.872, "narrow_integer": 1.98, "converted": -0.987, "half": 1.04,
            "channels_last": 0.912, "stride": 0.0443, "dilation": 0.236, "bordered": -0.508,
            "bordered_padded": 0.354, "rank_1": 0.395, "rank_3": -0.416},
        "spatial_8": {"call": 4.35e-07, "wake": 4.72e-06, "python": 1.04e-06, "prepared": 1.43e-11,
            "weights": 2.95e-12, "filters": 2.07e-09, "workers": -0.7, "taps": 0.161, "taps_8":
            0.033, "taps_64": 0.108, "kernel_row": 0.0125, "ic_per_group": 0.15, "ic_per_group_16":
            -0.0496, "oc_per_group": -0.477, "oc_per_group_8": 0.417, "oc_per_group_32": 0.0664,
            "groups": -0.0789, "row": -0.0889, "row_16": 0.138, "row_128": 0.00822, "rows":
            -0.00972, "rows_16": -0.0101, "image": 0.4, "image_32": -0.313, "image_256": -0.125,
            "double": -0.291, "complex": 0.909, "complex_double": 0.835, "integer": 0.626,
            "narrow_integer": 2.04, "converted": -0.509, "half": 0.895, "channels_last": 0.995,
            "stride": -0.0476, "dilation": 0.288, "bordered": 0.0878, "bordered_padded": 0.0394,
            "rank_1": -0.273, "rank_3": 0.183},
        "spatial_in_out": {"call": 3.84e-07, "wake": 4.72e-06, "python": 8.45e-07, "prepared":
            3.04e-11, "weights": 2.93e-12, "filters": 1.97e-09, "workers": -0.7, "taps": -0.023,
            "taps_8": -0.066, "taps_64": 0.0344, "kernel_row": -0.00876, "ic_per_group": -0.0684,
            "ic_per_group_16": 0.0269, "oc_per_group": -0.0737, "oc_per_group_8": 0.0118,
            "oc_per_group_32": -0.091, "groups": -0.0937, "row": 0.5, "row_16": -0.548, "row_128":
            -0.041, "rows": -0.0495, "rows_16": 0.00807, "image": 0.143, "image_32": -0.174,
            "image_256": 0.0661, "double": -0.491, "complex": 1.04, "complex_double": 0.835,
            "integer": 0.441, "narrow_integer": 2.04, "converted": -0.416, "half": 0.795,
            "channels_last": 0.626, "stride": 0.029, "dilation": 0.251, "bordered": -0.192,
            "bordered_padded": -0.239, "rank_1": 0.0286, "rank_3": -0.00646},
        "stencil": {"call": 6.48e-07, "wake": 4.72e-06, "python": 9.53e-07, "prepared": 1.13e-11,
            "weights": 2.97e-12, "filters": 2.26e-09, "workers": -0.7, "taps": 0.246, "taps_8":
            -0.0929, "taps_64": -0.171, "kernel_row": -0.198, "ic_per_group": 0.0661,
            "ic_per_group_16": -0.332, "oc_per_group": -0.0884, "oc_per_group_8": 0.125,
            "oc_per_group_32": 0.378, "groups": -0.0685, "row": 0.00607, "row_16": -0.256,
            "row_128": 0.174, "rows": 0.00712, "rows_16": -0.126, "image": 0.219, "image_32":
            -0.0905, "image_256": -0.00537, "double": 0.0712, "complex": 0.698, "complex_double":
            0.668, "integer": 0.699, "narrow_integer": 1.63, "converted": -0.29, "half": 0.954,
            "channels_last": 0.727, "stride": -0.314, "dilation": 0.0437, "bordered": -0.629,
            "bordered_padded": 0.0993, "rank_1": 0.151, "rank_3": -0.228},
    },
    "separable": {
        "": {"call": 7.24e-07, "wake": 4.72e-06, "python": 2.54e-06, "prepared": 7.06e-12,
            "weights": 8.89e-11, "filters": 6.74e-10, "workers": -0.7, "taps": -0.585, "taps_8":
            0.68, "taps_64": -0.105, "kernel_row": 0.0987, "groups": 0.153, "row": -0.0636,
            "row_16": -0.0739, "row_128": -0.0472, "rows": -0.226, "rows_16": -0.0973, "image":
            0.876, "image_32": -0.973, "image_256": 0.319, "double": 0.122, "stride": -0.283,
            "bordered": 0.192, "bordered_padded": -0.246, "rank_1": -0.603, "rank_3": 0.665},
        "box": {"call": 6.93e-07, "wake": 4.72e-06, "python": 2.54e-06, "prepared": 6.99e-12,
            "weights": 8.63e-11, "filters": 6.93e-10, "workers": -0.7, "taps": -0.582, "taps_8":
            0.752, "taps_64": -0.11, "kernel_row": -0.176, "groups": 0.0522, "row": 0.971, "row_16":
            -0.999, "row_128": -0.0706, "rows": -0.238, "rows_16": -0.117, "image": 0.442,
            "image_32": -0.857, "image_256": 0.584, "double": 0.354, "stride": -0.481, "bordered":
            0.622, "bordered_padded": -0.168, "rank_1": -0.622, "rank_3": 0.78},
        "separable": {"call": 7.44e-07, "wake": 4.72e-06, "python": 2.54e-06, "prepared": 7.1e-12,
            "weights": 8.52e-11, "filters": 6.08e-10, "workers": -0.7, "taps": -0.753, "taps_8":
            0.979, "taps_64": -0.346, "kernel_row": 0.27, "groups": 0.194, "row": -0.426, "row_16":
            0.246, "row_128": -0.204, "rows": -0.265, "rows_16": 0.0753, "image": 1.05, "image_32":
            -1.05, "image_256": 0.21, "double": -0.0271, "stride": -0.096, "bordered": 0.0384,
            "bordered_padded": -0.544, "rank_1": -0.603, "rank_3": 0.466},
    },
    "winograd": {
        "": {"call": 1.48e-05, "wake": 4.72e-06, "python": 2.54e-06, "prepared": 3.89e-11,
            "weights": 1.32e-11, "filters": 3.53e-10, "workers": -0.7, "taps": 0.0899, "taps_8":
            0.0458, "taps_64": 0.56, "kernel_row": 0.823, "ic_per_group": -0.223, "ic_per_group_16":
            0.323, "oc_per_group": 0.0254, "oc_per_group_8": 0.134, "oc_per_group_32": -0.128,
            "groups": 0.0124, "row": -0.117, "row_16": 0.213, "row_128": 0.0566, "rows": -0.0545,
            "rows_16": 0.162, "image": 0.123, "image_32": -0.172, "image_256": -0.0134, "double":
            -0.242, "dilation": 0.236, "bordered": 0.373, "bordered_padded": -0.765, "rank_1":
            -0.319, "rank_3": 0.0989},
        "tiles_in_lanes": {"call": 1.09e-05, "wake": 4.72e-06, "python": 2.54e-06, "prepared":
            5.92e-11, "weights": 1.46e-11, "filters": 3.73e-10, "workers": -0.7, "taps": 0.213,
            "taps_8": -0.104, "taps_64": 0.26, "kernel_row": 1.32, "ic_per_group": -0.284,
            "ic_per_group_16": 0.252, "oc_per_group": -0.0795, "oc_per_group_8": -0.288,
            "oc_per_group_32": 0.0502, "groups": -0.331, "row": -0.332, "row_16": 0.396, "row_128":
            0.0469, "rows": 0.316, "rows_16": -0.499, "image": 0.282, "image_32": -0.452,
            "image_256": 0.23, "double": -0.364, "dilation": 0.149, "bordered": -0.0747,
            "bordered_padded": -0.775, "rank_1": 0.172, "rank_3": 0.011},
    },
    "im2col": {
        "": {"call": 7.63e-07, "wake": 4.72e-06, "python": 1.38e-06, "prepared": 1.51e-16,
            "weights": 1.19e-16, "filters": 2.42e-15, "workers": -0.7, "taps": 0.84, "taps_8":
            -1.37, "taps_64": 1.63, "kernel_row": -0.639, "ic_per_group": 0.55, "ic_per_group_16":
            -0.707, "oc_per_group": 1.0, "oc_per_group_8": -1.23, "oc_per_group_32": 0.0938,
            "groups": 0.386, "row": 0.419, "row_16": -0.0326, "row_128": -0.365, "rows": -0.24,
            "rows_16": 0.315, "image": -0.275, "image_32": 0.324, "image_256": -0.382, "double":
            -0.101, "complex": 0.753, "complex_double": -0.01, "converted": -0.0461, "half":
            -0.0461, "channels_last": 8.38, "stride": -0.521, "dilation": -0.272, "bordered": -1.11,
            "bordered_padded": -1.15, "rank_1": 0.305, "rank_3": 1.01},
        "channels": {"call": 8.52e-07, "wake": 4.72e-06, "python": 1.83e-06, "prepared": 1.3e-16,
            "weights": 1.06e-16, "filters": 2.39e-15, "workers": -0.7, "taps": 0.952, "taps_8":
            -1.41, "taps_64": 1.34, "kernel_row": -0.472, "ic_per_group": 0.328, "ic_per_group_16":
            -0.414, "oc_per_group": 1.04, "oc_per_group_8": -0.994, "oc_per_group_32": 0.0104,
            "groups": -0.262, "row": 0.479, "row_16": -0.399, "row_128": -0.129, "rows": -0.321,
            "rows_16": 0.513, "image": -0.331, "image_32": 0.337, "image_256": -0.267, "double":
            0.215, "complex": 0.753, "complex_double": -0.01, "converted": -0.0461, "half": -0.0461,
            "channels_last": 8.02, "stride": -0.459, "dilation": 0.00963, "bordered": -1.11,
            "bordered_padded": -1.15, "rank_1": 0.0103, "rank_3": 0.854},
        "complex": {"call": 7.5e-07, "wake": 4.72e-06, "python": 1.75e-06, "prepared": 1.38e-16,
            "weights": 1.11e-16, "filters": 2.38e-15, "workers": -0.7, "taps": 1.31, "taps_8":
            -1.34, "taps_64": 1.45, "kernel_row": -0.99, "ic_per_group": 0.589, "ic_per_group_16":
            -0.493, "oc_per_group": 0.78, "oc_per_group_8": -0.802, "oc_per_group_32": 0.206,
            "groups": 0.331, "row": 0.767, "row_16": 0.601, "row_128": -0.835, "rows": 0.229,
            "rows_16": 0.143, "image": -0.569, "image_32": 0.263, "image_256": -0.745, "double":
            -0.101, "complex": 0.696, "complex_double": -0.12, "converted": -0.0461, "half":
            -0.0461, "channels_last": 6.36, "stride": -1.06, "dilation": -0.87, "bordered": -1.09,
            "bordered_padded": -0.884, "rank_1": 0.257, "rank_3": 0.941},
        "pointwise": {"call": 7.18e-07, "wake": 4.72e-06, "python": 1.38e-06, "prepared": 1.51e-16,
            "weights": 1.19e-16, "filters": 2.42e-15, "workers": -0.7, "taps": 0.84, "taps_8":
            -1.37, "taps_64": 1.63, "kernel_row": -0.639, "ic_per_group": 0.825, "ic_per_group_16":
            -0.508, "oc_per_group": 1.09, "oc_per_group_8": -1.19, "oc_per_group_32": 0.0627,
            "groups": 0.386, "row": 0.16, "row_16": -0.0513, "row_128": 0.102, "rows": -0.0975,
            "rows_16": 0.432, "image": -0.388, "image_32": 0.562, "image_256": -0.115, "complex":
            0.736, "complex_double": 0.0687, "converted": -0.0461, "half": -0.0461, "channels_last":
            8.38, "stride": -0.521, "dilation": -0.369, "bordered": -1.11, "bordered_padded": -1.15,
            "rank_1": 0.239, "rank_3": 1.1},
        "rows": {"call": 7.69e-07, "wake": 4.72e-06, "python": 9.02e-07, "prepared": 1.44e-16,
            "weights": 1.02e-16, "filters": 2.25e-15, "workers": -0.7, "taps": 0.505, "taps_8":
            -1.35, "taps_64": 1.05, "kernel_row": 0.294, "ic_per_group": 0.307, "ic_per_group_16":
            -0.303, "oc_per_group": 0.29, "oc_per_group_8": -0.378, "oc_per_group_32": 0.14,
            "groups": 0.0489, "row": -0.0867, "row_16": -0.705, "row_128": 1.61, "rows": 0.219,
            "rows_16": 0.258, "image": -0.136, "image_32": 0.212, "image_256": -0.458, "double":
            -0.14, "complex": 0.753, "complex_double": -0.01, "converted": 4.42, "half": 4.42,
            "channels_last": 7.45, "stride": -0.521, "dilation": 0.19, "bordered": -1.11,
            "bordered_padded": -1.15, "rank_1": -0.882, "rank_3": 0.262},
        "vector": {"call": 7.63e-07, "wake": 4.72e-06, "python": 1.55e-06, "prepared": 1.54e-16,
            "weights": 1.25e-16, "filters": 2.45e-15, "workers": -0.7, "taps": 0.532, "taps_8":
            -1.44, "taps_64": 1.56, "kernel_row": -0.289, "ic_per_group": 0.541, "ic_per_group_16":
            -0.891, "oc_per_group": 1.18, "oc_per_group_8": -1.32, "oc_per_group_32": -0.177,
            "groups": 0.662, "row": 0.419, "row_16": -0.0326, "row_128": -0.365, "rows": -0.0404,
            "rows_16": 0.34, "image": -0.0851, "image_32": 0.324, "image_256": -0.382, "double":
            -0.121, "complex": 0.85, "complex_double": 0.166, "converted": -0.182, "half": -0.182,
            "channels_last": 8.61, "stride": -0.485, "dilation": -0.261, "bordered": -1.11,
            "bordered_padded": -1.15, "rank_1": 0.314, "rank_3": 1.16},
        "windows": {"call": 7.56e-07, "wake": 4.72e-06, "python": 1.19e-06, "prepared": 1.22e-16,
            "weights": 1.04e-16, "filters": 2.76e-15, "workers": -0.7, "taps": 0.697, "taps_8":
            -0.519, "taps_64": 0.706, "kernel_row": -0.689, "ic_per_group": 0.414,
            "ic_per_group_16": -0.634, "oc_per_group": 1.33, "oc_per_group_8": -1.25,
            "oc_per_group_32": -0.0642, "groups": 0.405, "row": 0.521, "row_16": 0.00432, "row_128":
            -0.769, "rows": -0.197, "rows_16": -0.0405, "image": -0.396, "image_32": 0.317,
            "image_256": -0.291, "double": 0.469, "complex": 0.753, "complex_double": -0.01,
            "converted": -0.0325, "half": -0.0325, "channels_last": 8.33, "stride": -0.646,
            "dilation": -0.00852, "bordered": 0.605, "bordered_padded": -0.794, "rank_1": 0.333,
            "rank_3": -1.05},
    },
    "fft_tiled": {
        "": {"call": 2.46e-06, "wake": 4.72e-06, "python": 2.54e-06, "prepared": 3.94e-10,
            "weights": 3.1e-09, "filters": 3.04e-09, "workers": -0.7, "taps": -0.0568, "taps_8":
            0.0638, "taps_64": -0.0349, "kernel_row": 0.0443, "ic_per_group": 0.0053,
            "ic_per_group_16": -0.0318, "oc_per_group": -0.0118, "oc_per_group_8": 0.0165,
            "oc_per_group_32": -0.0223, "groups": -0.00953, "row": 0.0247, "row_16": -0.00859,
            "row_128": -0.0459, "rows": -0.004, "image": -0.00819, "image_32": 0.0582, "image_256":
            -0.00504, "double": -0.828, "stride": -0.0571, "dilation": 0.0428, "bordered": 0.00613,
            "bordered_padded": 0.0191, "rank_1": -0.326, "rank_3": 0.134},
        "l3_filters": {"call": 2.5e-06, "wake": 4.72e-06, "python": 2.54e-06, "prepared": 3.7e-10,
            "weights": 2.56e-09, "filters": 3.07e-09, "workers": -0.7, "taps": 0.0198, "taps_8":
            0.0601, "taps_64": -0.0424, "kernel_row": -0.0141, "ic_per_group": 0.00432,
            "ic_per_group_16": 0.0833, "oc_per_group": -0.177, "oc_per_group_8": 0.242,
            "oc_per_group_32": 0.0137, "groups": 0.092, "row": 0.0661, "row_16": -0.0581, "row_128":
            -0.0151, "rows": 0.0267, "rows_16": -0.066, "image": -0.044, "image_32": 0.135,
            "image_256": -0.0666, "double": -0.56, "stride": -0.00307, "dilation": -0.026,
            "bordered": 0.00323, "bordered_padded": 0.0707, "rank_1": -0.12, "rank_3": 0.108},
        "memory_filters": {"call": 2.53e-06, "wake": 4.72e-06, "python": 2.54e-06, "prepared":
            3.17e-10, "weights": 2.81e-09, "filters": 3.08e-09, "workers": -0.7, "taps": 0.00988,
            "taps_8": 0.131, "taps_64": -0.0272, "kernel_row": -0.0739, "ic_per_group": -0.0583,
            "ic_per_group_16": 0.0193, "oc_per_group": 0.0761, "oc_per_group_8": 0.0707,
            "oc_per_group_32": -0.148, "groups": 0.031, "row": -0.0269, "row_16": 0.0402, "row_128":
            -0.054, "rows": -0.00166, "rows_16": -0.0291, "image": 0.0837, "image_32": -0.0639,
            "image_256": 0.054, "double": -0.477, "stride": 0.028, "dilation": -0.146, "bordered":
            -0.151, "bordered_padded": -0.329, "rank_1": -0.00244, "rank_3": -0.0926},
    },
    "cython": {
        "": {"call": 3.96e-07, "wake": 4.72e-06, "python": 1.14e-06, "prepared": 8.65e-16,
            "weights": 1.79e-16, "filters": 2.02e-15, "workers": -0.7, "taps": 0.113, "taps_8":
            -0.0994, "taps_64": 0.114, "kernel_row": -0.00384, "ic_per_group": 0.173,
            "ic_per_group_16": -0.113, "oc_per_group": 0.0925, "oc_per_group_8": 0.0166,
            "oc_per_group_32": -0.104, "groups": 0.13, "row": -0.0751, "row_16": 0.0259, "row_128":
            0.0844, "rows_16": -0.035, "image": 0.0184, "image_32": 0.215, "image_256": -0.362,
            "double": -0.293, "complex": -0.00653, "complex_double": 0.0874, "integer": 0.486,
            "narrow_integer": 0.525, "converted": 8.59, "half": 3.17, "channels_last": 0.323,
            "stride": 0.0267, "dilation": -0.178, "bordered": 0.188, "bordered_padded": -0.189,
            "rank_1": 0.161, "rank_3": 0.04},
    },
}

PLAIN_PYTHON = 3.65e-05
